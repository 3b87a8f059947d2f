"""By when a promise is to be kept: the deadline as days or, where it leans on something else, as its words."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from aidememoire.claims.clauses import Clauses, Range
from aidememoire.claims.promises.grounds import within
from aidememoire.claims.promises.rows import OCCASIONS
from aidememoire.knowledge.number_words import cardinals
from aidememoire.model import Granularity, Span, TimeMention, When

NO_DEADLINE = frozenset({"since", "of", "after", "for", "last", "beyond"})  # a date after these is no deadline
IF = frozenset({"if", "unless", "should", "provided"})  # a date behind these is that of what may happen
SETTING = frozenset({"set", "schedule", "fix"})  # "fix the vote for May 2" is kept on May 2
LAST_DAY_BY = frozenset({"by", "before", "until", "till", "than"})  # "by the end of May" is due on May 31
END_OF = re.compile(r"(?:the )?(?:very )?end[ -](?:of\b)?|.*['’]s end$|year[ -]end", re.IGNORECASE)
SPANNING = frozenset({"within", "in", "over", "during"})  # before a duration: "within 60 days", "over three years"
LATEST = frozenset({"no", "not", "later", "than", "at", "most"})  # before a duration: "no later than 30 days after …"
TERM = re.compile(r"P(?P<number>\d{1,3})(?P<unit>[DWMY])")
"""The value of a term that can be counted: accepts "P30D", "P1M"; refuses "PT6H", "PXD"."""
LAST_COUNTED = date.max.year - 1000  # a term of 999 years still ends within the calendar
DAYS_OF = {"D": 1, "W": 7}
YEARLY = frozenset({"annually", "yearly", "monthly", "quarterly", "weekly"})
# Of a term that runs from the report's day: "within the next month", "over the coming three years".
RUNNING = frozenset({"within", "in", "over", "during"})
COMING = frozenset({"next", "coming"})
UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y"}
NUMBERS = cardinals(1, 12)
LEANING = frozenset({"of", "after", "from", "following", "before"})  # "60 days after the vote"
THIS_UNIT = re.compile(r"this (?P<unit>week|month|year)", re.IGNORECASE)
OF_THIS = re.compile(r"\s(?:of|from|after) the (?:date|issuance|signing|publication|adoption) of this\b", re.IGNORECASE)
"""Behind a term that runs from the report's own day: accepts " of the date of this"; refuses " of the vote"."""
THIS = {"week": Granularity.WEEK, "month": Granularity.MONTH, "year": Granularity.YEAR}
# A deadline may be an occasion: "before the next summit".
BEFORE_AN_OCCASION = frozenset({"before", "by", "at", "until", "for"})
OWNING = frozenset({"the", "their", "its", "our"})
AWAITED = OCCASIONS | {"assembly", "round", "election", "ministerial"}
LONGEST_DAYS = 8 * 366  # "by 2030", "in 2018–2022"; "during the 2020s" sets no term
ADJECTIVAL = frozenset({"compound", "nummod", "amod", "nmod"})  # "the 2030 agenda" names no deadline


@dataclass(frozen=True, slots=True)
class Deadline:
    """The days with the words that give them, or the words alone; nothing where there is no deadline."""

    when: When | None = None
    span: Span | None = None  # the words that give the days
    words: Span | None = None  # a relative or recurring deadline


NONE = Deadline()


def deadline_of(clauses: Clauses, trigger: int, content: Range) -> Deadline:
    """The deadline in the content, or said before it ("This year, Oslo will …").

    A date that isn't past, else the words of a relative or recurring one.
    """
    found = _deadline_within(clauses, trigger, content)
    is_perfect = any(clauses.lower(child) in {"has", "have"} for child in clauses.children.get(trigger, ()))
    if found.when is None and found.words is None and (is_perfect or clauses[trigger].tag in {"MD", "VBZ", "VBP"}):
        return _said_before(clauses, trigger, content)
    return found


def _said_before(clauses: Clauses, trigger: int, content: Range) -> Deadline:
    """The date before the promise that hangs on its verb; not today's, on which it was only made."""
    verbs = {trigger, clauses[trigger].head, content[0]}
    sentence = clauses.sentence.span
    on = clauses.mentions.on
    for time in within(clauses.mentions.times, sentence.start, clauses[content[0]].start):
        if time.when is None or time.type != "DATE":
            continue
        if on is None or time.when.last <= on or not _is_near(time.when):
            continue
        first, last = _tokens_of(clauses, (clauses.sentence.first, content[0]), time)
        heads = {clauses[index].head for index in range(max(first - 1, clauses.sentence.first), last)}
        is_from_then = clauses.lower(first - 2) == "as" and clauses.lower(first - 1) == "of"
        if is_from_then or (heads & verbs and clauses.lower(first - 1) not in NO_DEADLINE):
            return Deadline(time.when, time.span)
    return NONE


def _deadline_within(clauses: Clauses, trigger: int, content: Range) -> Deadline:
    mentions = clauses.mentions
    extent = clauses.span(content)
    words: Span | None = None
    for time in within(mentions.times, extent.start, extent.end):
        first, last = _tokens_of(clauses, content, time)
        before = clauses.lower(first - 1) if first > content[0] else ""
        if first == content[0] or _is_adjective(clauses, first, last) or _is_of_condition(clauses, content, first):
            continue
        ahead = _end_of_next(clauses, first, before)
        if ahead is not None:
            return Deadline(ahead, clauses.span((_start_of_term(clauses, content, first), last)))
        to_come = _still_to_come(clauses, trigger, content, time)
        if to_come is not None and (before in LAST_DAY_BY or before == "in"):
            return Deadline(to_come, time.span, _recurring(clauses, content, first, last))
        if time.when is not None and time.type in {"DATE", "TIME"}:
            if (
                (before not in NO_DEADLINE or (before == "for" and _is_set(clauses, content)))
                and clauses.lower(first) != "last"
                and not _was_made_then(clauses, trigger, content, time.when, before)
                and (not _is_past(clauses, time.when) or _was_due(clauses, content, time.when, before))
                and _is_near(time.when)
            ):
                return Deadline(_due(clauses, time, before), time.span, _recurring(clauses, content, first, last))
        elif (last_day := _last_day_within(clauses, time, before, last)) is not None:
            return Deadline(last_day, clauses.span((_start_of_term(clauses, content, first), last)))
        elif words is None and time.value != "PAST_REF" and _is_term(clauses, time, before, last):
            first = _start_of_term(clauses, content, first)
            words = clauses.span((first, _end_of_leaning(clauses, last, content[1])))
    current = _within_this(clauses, content)
    if current is not None:
        return current
    return Deadline(words=words or _occasion(clauses, content))


def _is_of_condition(clauses: Clauses, content: Range, first: int) -> bool:
    """ "impose duties if Oslo raises its own on May 2": the day of what may happen; not "cut them by May 2 if …"."""
    return any(clauses.lower(index) in IF for index in range(content[0], first))


def _is_set(clauses: Clauses, content: Range) -> bool:
    """ "schedule the launch for October": the day is what was promised; not "set aside money for October"."""
    begins = next((i for i in range(*content) if clauses[i].pos == "VERB"), None)
    return begins is not None and clauses[begins].lemma in SETTING and clauses.lower(begins + 1) not in {"aside", "up"}


def _was_made_then(clauses: Clauses, trigger: int, content: Range, when: When, before: str) -> bool:
    """ "agreed a package of measures on Monday", told on that day: then it was agreed; not "to open it on Monday"."""
    is_deed = clauses[content[0]].pos in {"VERB", "AUX"} or clauses[content[0]].tag == "TO"
    is_told_then = when.first == when.last == clauses.mentions.on
    is_past = clauses[trigger].tag in {"VBD", "VBN"} and before not in LAST_DAY_BY
    return is_told_then and is_past and not is_deed


def _last_day_within(clauses: Clauses, time: TimeMention, before: str, last: int) -> When | None:
    """The day by which "within 30 days" runs out, counted from the report's; not "within 30 days of the vote"."""
    on, length = clauses.mentions.on, TERM.fullmatch(time.value or "")
    if time.type != "DURATION" or before != "within" or on is None or length is None:
        return None
    is_of_this = OF_THIS.match(clauses.mentions.report.text, time.span.end) is not None
    if (clauses.lower(last) in LEANING and not is_of_this) or on.year >= LAST_COUNTED:
        return None
    number, unit = int(length["number"]), length["unit"]
    if unit in DAYS_OF:
        return When.day(on + timedelta(days=number * DAYS_OF[unit]))
    months = on.month - 1 + number * (12 if unit == "Y" else 1)
    year, month = on.year + months // 12, months % 12 + 1
    return When.day(date(year, month, min(on.day, monthrange(year, month)[1])))


def _end_of_next(clauses: Clauses, first: int, before: str) -> When | None:
    """When "within the next month", "over the next three years" ends, counted from the report's day.

    A term of years ends in its last year, one of months in its last month. Not "within the next month's budget".
    """
    on = clauses.mentions.on
    the = first if clauses.lower(first) == "the" else first - 1
    leading = clauses.lower(the - 1) if the != first else before
    at = next((i for i in (the + 1, the + 2) if clauses.lower(i) in COMING), None)
    if on is None or leading not in RUNNING or clauses.lower(the) != "the" or at is None:
        return None
    number = _number_at(clauses, at + 1)
    unit = UNITS.get(clauses[at + 1 + (number is not None)].lemma)
    behind = at + 2 + (number is not None)
    if unit is None or clauses[behind].tag == "POS" or on.year + (number or 1) >= LAST_COUNTED:
        return None
    if unit in DAYS_OF:
        return When.day(on + timedelta(days=(number or 1) * DAYS_OF[unit]))
    if unit == "Y":
        return When.year(on.year + number) if number else _month_ahead(on, 12)
    return _month_ahead(on, number or 1)


def _month_ahead(on: date, months: int) -> When:
    ahead = on.month - 1 + months
    return When.month(on.year + ahead // 12, ahead % 12 + 1)


def _number_at(clauses: Clauses, index: int) -> int | None:
    """The number that stands here: "three", "3"; None where none does."""
    word = clauses.lower(index)
    if word.isdigit() and len(word) <= 3:
        return int(word)
    return NUMBERS.get(word)


def _is_term(clauses: Clauses, time: TimeMention, before: str, last: int) -> bool:
    """ "every year", "within 60 days", "60 days after the vote"; not "a pact for five years"."""
    if time.type == "SET" or before in SPANNING:
        return True
    return time.type == "DURATION" and clauses.lower(last) in {"after", "before", "from", "following"}


def _start_of_term(clauses: Clauses, content: Range, first: int) -> int:
    """Where "within", "no later than" begins before the duration."""
    start = first
    while start - 1 > content[0] and clauses.lower(start - 1) in SPANNING | LATEST:
        start -= 1
    return start


def _recurring(clauses: Clauses, content: Range, first: int, last: int) -> Span | None:
    """ "annually by 30 April": the words that make the day come again, with the day; None for a day that comes once."""
    for index in range(content[0] + 1, content[1]):
        word = clauses.lower(index)
        if word in YEARLY or (word in {"each", "every"} and clauses.lower(index + 1) in {"year", "month", "week"}):
            end = index + 1 if word in YEARLY else index + 2
            return clauses.span((min(index, _start_of_date(clauses, first)), max(end, last)))
    return None


def _start_of_date(clauses: Clauses, first: int) -> int:
    return first - 1 if clauses.lower(first - 1) in LAST_DAY_BY | {"on"} else first


def _tokens_of(clauses: Clauses, content: Range, time: TimeMention) -> Range:
    """The tokens of the time expression; one that begins within a word begins with that word."""
    first = next(i for i in range(*content) if clauses[i].end > time.span.start)
    last = next((i for i in range(first, content[1]) if clauses[i].start >= time.span.end), content[1])
    return first, max(last, first + 1)


def _is_adjective(clauses: Clauses, first: int, last: int) -> bool:
    """Whether the time only tells one thing from another: "the 2030 agenda"."""
    if clauses.lower(last) in {"deadline", "deadlines"}:
        return False
    if clauses[last - 1].dep in ADJECTIVAL and clauses[last - 1].head >= last:
        return True
    return last - first == 1 and clauses[first].text.isdigit() and clauses[last].pos in {"NOUN", "PROPN"}


def _is_past(clauses: Clauses, when: When) -> bool:
    on = clauses.mentions.on
    return on is not None and when.last < on


def _still_to_come(clauses: Clauses, trigger: int, content: Range, time: TimeMention) -> When | None:
    """The April to come of "pledged in June to open it by April"; None where the month isn't past, or has its year.

    Not of "had pledged in March to open it by April", nor of "pledged in March to open it by April": that is past.
    """
    when = time.when
    if when is None or when.granularity is not Granularity.MONTH or not _is_past(clauses, when):
        return None
    is_perfect = any(clauses.lower(child) == "had" for child in clauses.children.get(trigger, ()) if child < trigger)
    is_deed = clauses[content[0]].tag in {"VB", "VBP"} and clauses.lower(content[0] - 1) == "to"
    if (
        is_perfect
        or not is_deed
        or clauses[trigger].tag != "VBD"
        or re.search(r"\d{4}", clauses.mentions.words(time.span))
    ):
        return None
    sentence = clauses.sentence.span
    made = [
        one.when
        for one in within(clauses.mentions.times, sentence.start, sentence.end)
        if one.when is not None and one.span != time.span and one.type == "DATE"
    ]
    if any(one.first <= when.last for one in made) or when.first.year + 1 > LAST_COUNTED:
        return None
    return When.month(when.first.year + 1, when.first.month)


LATELY = 120  # days: a day longer past is more likely one of another year, told without it


def _was_due(clauses: Clauses, content: Range, when: When, before: str) -> bool:
    """Whether a day lately past was the last for a promise made before: "had agreed in March to open it by June 1"."""
    on = clauses.mentions.on
    if on is None or (on - when.last).days > LATELY:
        return False
    verb = clauses[content[0]].head if clauses[content[0]].dep == "xcomp" else content[0]
    return before in LAST_DAY_BY and clauses[verb].tag in {"VBD", "VBN"}


def _is_near(when: When) -> bool:
    """Whether the days are few enough to be a deadline: "for the 21st century" is none."""
    return (when.last - when.first).days <= LONGEST_DAYS


def _due(clauses: Clauses, time: TimeMention, before: str) -> When | None:
    """The days of the time; of "by the end of 2013" only the last, and of "this week" those still to come, too."""
    when: When | None = time.when
    on, unit = clauses.mentions.on, THIS_UNIT.fullmatch(clauses.mentions.words(time.span))
    if when is not None and unit is not None and when.last == on:
        return _whole(when, unit["unit"].lower())
    if when is not None and before in LAST_DAY_BY and END_OF.match(clauses.mentions.words(time.span)):
        return When.day(when.last)
    return when


def _whole(when: When, unit: str) -> When:
    """The whole of a week, month or year that the time was taken for as far as it has gone."""
    if unit == "week":
        return When(when.first, when.first + timedelta(days=6), when.granularity)
    return When.year(when.first.year) if unit == "year" else When.month(when.first.year, when.first.month)


def _within_this(clauses: Clauses, content: Range) -> Deadline | None:
    """ "within the year": the year in which the report appeared."""
    on = clauses.mentions.on
    for index in range(content[0], content[1] - 2):
        if clauses.lower(index) != "within" or clauses.lower(index + 1) != "the":
            continue
        unit = clauses.lower(index + 2)
        if unit not in THIS or on is None or clauses.lower(index + 3) == "of":
            continue
        span = clauses.span((index, index + 3))
        if unit == "week":
            return Deadline(words=span)
        return Deadline(When.year(on.year) if unit == "year" else When.month(on.year, on.month), span)
    return None


def _end_of_leaning(clauses: Clauses, last: int, end: int) -> int:
    """Where "of entry into force" ends, behind "60 days"; ``last`` where nothing of the kind follows."""
    if last >= end or clauses.lower(last) not in LEANING:
        return last
    top = clauses[last].head if clauses[last].dep == "mark" else last  # "ten years after the treaty takes effect"
    return min(end, max(clauses.subtree(top)[1], last + 1))


def _occasion(clauses: Clauses, content: Range) -> Span | None:
    """ "before the next summit" as a deadline."""
    for index in range(content[0] + 1, content[1]):
        if clauses.lower(index) not in BEFORE_AN_OCCASION or clauses.lower(index + 1) not in OWNING:
            continue
        if clauses.lower(index + 2) not in {"next", "upcoming", "coming", "forthcoming"}:
            continue
        occasion = clauses.child(index, "pobj")
        if occasion is not None and clauses[occasion].lemma in AWAITED and occasion < content[1]:
            return clauses.span((index, min(content[1], max(clauses.subtree(index)[1], occasion + 1))))
    return None
