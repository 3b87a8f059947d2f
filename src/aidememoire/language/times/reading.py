"""Time expressions, TIMEX3-compatible, resolved from the dateline, else the day of publication, else the story.

``read_times`` needs only the text and the day; ``find_times`` marks a report. The words and rules stand in
``data/en/times_*.toml``, the forms in ``time_grammar``, the meanings in ``time_values``.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from aidememoire.knowledge import Knowledge, shipped
from aidememoire.language.times import dates as time_dates
from aidememoire.language.times import deixis as time_deixis
from aidememoire.language.times import holidays, other_calendars, within_month
from aidememoire.language.times import spans as time_spans
from aidememoire.language.times.arithmetic import MONTHS, step_of, year_of
from aidememoire.language.times.checks import CHECKS, word_after, word_before
from aidememoire.language.times.grammar import Phrase, Words, find_phrases, split_words
from aidememoire.language.times.outlook import Handler, Meaning, Outlook, TimeRead
from aidememoire.language.times.ranges import in_ranges
from aidememoire.language.times.story import Story, is_account_of_the_past, is_all_history
from aidememoire.language.times.tense import CLAUSE_ENDS, tense_near
from aidememoire.model import Granularity, Mentions, TimeMention
from aidememoire.model.span import Span

# What the rule table calls a meaning → the function that finds it.
HANDLERS: dict[str, Handler] = {
    "date": time_dates.date_,
    "days": time_dates.days,
    "date_hour": time_spans.date_hour,
    "iso": time_dates.iso,
    "numeric": time_dates.numeric,
    "september_11": time_dates.september_11,
    "day_of_month": time_dates.day_of_month,
    "month_of": time_dates.month_of,
    "last_month_name": time_dates.last_month_name,
    "month_of_same": time_dates.month_of_same,
    "week_of_month": within_month.week_of_month,
    "half_of_month": within_month.half_of_month,
    "week_on": within_month.week_on,
    "weekday_of_month": within_month.weekday_of_month,
    "day_of_that_month": within_month.day_of_that_month,
    "year": time_dates.year,
    "years": time_dates.years,
    "fiscal": time_dates.fiscal,
    "fiscal_by_deixis": time_deixis.fiscal_by_deixis,
    "fraction": time_dates.fraction,
    "year_ago": time_dates.year_ago,
    "latest": time_dates.latest,
    "quarter_code": time_dates.quarter_code,
    "season": time_dates.season,
    "decade": time_dates.decade,
    "decade_word": time_dates.decade_word,
    "century": time_dates.century,
    "before_christ": time_dates.before_christ,
    "anno_domini": time_dates.anno_domini,
    "era": other_calendars.era,
    "islamic": other_calendars.islamic,
    "persian": other_calendars.persian,
    "deictic_day": time_deixis.deictic_day,
    "tonight": time_deixis.tonight,
    "weekday": time_deixis.weekday,
    "weekday_of_week": time_deixis.weekday_of_week,
    "deictic_unit": time_deixis.deictic_unit,
    "deictic_span": time_deixis.deictic_span,
    "deictic_part": time_deixis.deictic_part,
    "same_daypart": time_deixis.same_daypart,
    "daypart_of_day": time_deixis.daypart_of_day,
    "before_last": time_deixis.before_last,
    "eve": time_deixis.eve,
    "year_end": time_deixis.year_end,
    "same_unit": time_deixis.same_unit,
    "ago": time_deixis.ago,
    "from_now": time_deixis.from_now,
    "later": time_deixis.later,
    "holiday": holidays.holiday,
    "feast": holidays.feast,
    "duration": time_spans.duration,
    "lengths": time_spans.lengths,
    "half_duration": time_spans.half_duration,
    "quarter_century": time_spans.quarter_century,
    "half_more": time_spans.half_more,
    "every": time_spans.every,
    "every_half": time_spans.every_half,
    "every_weekday": time_spans.every_weekday,
    "times_a": time_spans.times_a,
    "adverb": time_spans.adverb,
    "reference": time_spans.reference,
    "the_past": time_spans.the_past,
    "overnight": time_spans.overnight,
    "clock": time_spans.clock,
    "daypart": time_spans.daypart,
}


DAY_MEANINGS = frozenset(("weekday", "days", "day_of_month"))


def read_times(
    text: str, today: date | None = None, ground: str = "published", is_month_first: bool | None = None
) -> tuple[TimeRead, ...]:
    """The times of a text, in order of position.

    ``today`` is the day from which it looks, None when nobody knows: then what needs one stays without days.
    ``ground`` says what that day is. ``is_month_first`` decides what 3/4/2019 is; None leaves it open.
    """
    words = split_words(text)
    phrases = find_phrases(words, CHECKS)
    is_past = is_account_of_the_past(phrases, today, ground == "dateline")
    view = Outlook(today, ground if today else None, is_past, is_past and is_all_history(phrases, today))
    view.is_month_first = is_month_first
    story = Story(text)
    told_at, told_year = -1, None
    joined, joined_at = None, -1
    begun, begun_at = None, -1
    read: list[TimeRead] = []
    for index, phrase in enumerate(phrases):
        view.tense = tense_near(words, phrase.first, phrase.last, phrase.means in DAY_MEANINGS or "d" in phrase.parts)
        view.before = word_before(words, phrase.first)
        view.after = word_after(words, phrase.last)
        view.opens = _opens_sentence(words, phrase.first)
        view.sentence_year = told_year if told_at >= 0 and not _ends_between(words, told_at, phrase.first) else None
        following = phrases[index + 1] if index + 1 < len(phrases) else None
        view.given_year = _year_of_following(words, phrase, following, view.here) if following else None
        if today is None and view.given_year is None and view.sentence_year is None:
            view.given_year = _year_told_later(words, phrase, phrases[index + 1 : index + MOST_DATES])
        view.joined_day = joined if joined_at == phrase.first and view.before in RANGE_WORDS else None
        view.begins = begun if begun_at == phrase.first and view.before in UP_TO else None
        story.show(view, phrase.start)
        meaning = HANDLERS[phrase.means](phrase, view)
        if meaning is None:
            continue
        read.append(TimeRead(phrase.start, phrase.end, meaning, phrase.rule))
        if phrase.means in ("date", "days") and "y" in phrase.parts:
            told_at, told_year = phrase.last, year_of(phrase.parts["y"])
        if phrase.means == "weekday" and meaning.when:
            joined, joined_at = meaning.when.first, phrase.last + 1
        if phrase.means == "date" and meaning.when:
            begun, begun_at = meaning.when, phrase.last + 1
        _remember(phrase, meaning, view)
        story.go_on(view, meaning, phrase.start, phrase.end)
    return tuple(_joined(text, read))


def _remember(phrase: Phrase, meaning: Meaning, view: Outlook) -> None:
    """Keep what a day of the month or week was read as: said again without a tense, it is the same."""
    when = meaning.when
    if when is None or when.granularity is not Granularity.DAY:
        return
    if phrase.means == "date":
        view.told_years[when.first.month, when.first.day] = when.first.year
    elif phrase.means == "weekday":
        view.told_weekdays[when.first.weekday()] = when.first


def _ends_between(words: Words, first: int, last: int) -> bool:
    return any(word in CLAUSE_ENDS for word in words.lower[first:last])


def _opens_sentence(words: Words, first: int) -> bool:
    """Whether the phrase stands at the head of its sentence, after at most two words ("In early 1943, …")."""
    return any(word_before(words, first, step) in CLAUSE_ENDS or first - step < 0 for step in (1, 2, 3))


UP_TO = frozenset(("to", "until", "till", "through", "-", "–", "—", "thru"))
RANGE_WORDS = UP_TO | {"and", "or"}


def _year_of_following(words: Words, phrase: Phrase, following: Phrase, here: date | None) -> int | None:
    """The year that "30 April" takes from "30 April to 2 May 2019", and "July" from "July or August this year"."""
    if phrase.means != "date" or "y" in phrase.parts or following.first - phrase.last != 1:
        return None
    if words.lower[phrase.last] not in RANGE_WORDS or following.means not in ("date", "days", "month_of"):
        return None
    year = year_of(following.parts.get("y"))
    if year is None and following.means == "month_of" and here:
        year = here.year + step_of(following.parts["k"])
    if year is None:
        return None
    return year - (MONTHS[phrase.parts["m"]] > MONTHS[following.parts["m"]])


MOST_DATES = 4  # in one sentence, of which a later one tells the year of all


def _year_told_later(words: Words, phrase: Phrase, following: Sequence[Phrase]) -> int | None:
    """The year that "22 July" takes from "… begins on 27 July 2020" in a sentence of no known day."""
    if phrase.means != "date" or "y" in phrase.parts:
        return None
    for later in following:
        if _ends_between(words, phrase.last, later.first):
            return None
        if later.means in ("date", "days") and "y" in later.parts:
            return year_of(later.parts["y"])
    return None


JOINT = re.compile(r"\s*,?\s*")
ON = re.compile(r"\s*\)?\s*(?:,\s*)?(?:\([^()\n]{0,30}\)\s*)?(?:on|of)\s+(?:the\s+)?")
OTHER_ZONE = re.compile(r"\s*\(\s*")  # "07:00 (04:00 GMT) on 14 April": both hours are of that day
NEAR = 40  # code points between an hour and its day


def _joined(text: str, read: list[TimeRead]) -> list[TimeRead]:
    """A day and an hour side by side as one time; an hour "on" a day takes that day."""
    joined: list[TimeRead] = []
    for one in read:
        last = joined[-1] if joined else None
        both = None
        if last and one.start - last.end < NEAR and last.meaning.type != one.meaning.type:
            day, hour = (last, one) if one.rule in CLOCKS else (one, last)
            if hour.rule in CLOCKS and day.meaning.type == "DATE":
                both = time_spans.with_clock(day.meaning, hour.meaning)
        if last is None or both is None:
            joined.append(one)
        elif JOINT.fullmatch(text, last.end, one.start):
            joined[-1] = TimeRead(last.start, one.end, both, last.rule)
        elif last.rule in CLOCKS and ON.fullmatch(text, last.end, one.start):
            joined[-1] = replace(last, meaning=both)
            _give_day_to_other_zone(text, joined, one.meaning)
            joined.append(one)
        else:
            joined.append(one)
    return joined


CLOCKS = frozenset(("clock", "military clock"))


def _give_day_to_other_zone(text: str, joined: list[TimeRead], day: Meaning) -> None:
    if len(joined) < 2 or joined[-2].rule not in CLOCKS:
        return
    if OTHER_ZONE.fullmatch(text, joined[-2].end, joined[-1].start):
        meaning = time_spans.with_clock(day, joined[-2].meaning)
        joined[-2] = replace(joined[-2], meaning=meaning or joined[-2].meaning)


def find_times(mentions: Mentions, knowledge: Knowledge) -> tuple[TimeMention, ...]:
    """The times of the report, in order of position; two dates that bound one stretch are one mention."""
    return tuple(_mentions(mentions, in_ranges(mentions.report.text, _read(mentions, knowledge))))


def find_time_expressions(mentions: Mentions, knowledge: Knowledge | None = None) -> tuple[TimeMention, ...]:
    """The times of the report as TimeML marks them: the two dates of a stretch stand apart. Needs no tokens."""
    return tuple(_mentions(mentions, _read(mentions, knowledge or shipped())))


def _read(mentions: Mentions, knowledge: Knowledge) -> tuple[TimeRead, ...]:
    has_dateline = mentions.dateline is not None and mentions.dateline.date is not None
    ground = "dateline" if has_dateline else "published"
    order = writes_month_first(mentions.report.outlet, mentions.report.side, knowledge)
    return read_times(mentions.report.text, mentions.on, ground, order)


AMERICAN_ZONES = frozenset(
    f"America/{city}" for city in ("New_York", "Chicago", "Denver", "Los_Angeles", "Phoenix", "Anchorage", "Detroit")
)


def writes_month_first(outlet: str | None, side: str | None, knowledge: Knowledge) -> bool | None:
    """Whether 3/4 is the 4th of March to this outlet: in the United States it is; None where the country isn't known.

    A side that is no state (an organisation) tells nothing.
    """
    known = knowledge.outlets.get(outlet) if outlet else None
    side = (known.side if known else None) or side
    party = knowledge.parties.get(side) if side else None
    if party and party.kind == "state":
        return party.code == "USA"
    if known and known.timezone and not any(WORLDWIDE.search(domain) for domain in known.domains):
        return known.timezone in AMERICAN_ZONES
    return None


WORLDWIDE = re.compile(r"^(?!en)[a-z]{2}\.|\.(?:un\.org|int)$")  # uk.reuters.com, news.un.org: of no one country


def _mentions(mentions: Mentions, times: Iterable[TimeRead]) -> Iterator[TimeMention]:
    for one in times:
        yield TimeMention(
            span=Span(mentions.report.id, one.start, one.end),
            type=one.meaning.type,
            value=one.meaning.value,
            when=one.meaning.when,
            alternatives=one.meaning.alternatives,
            anchor=one.meaning.anchor,
        )
