"""Time expressions, TIMEX3-compatible, resolved from the dateline, else the day of publication, else the story.

``read_times`` needs only the text and the day; ``find_times`` marks a report. The words and rules stand in
``data/en/times_*.toml``, the forms in ``time_grammar``, the meanings in ``time_values``.
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from aidememoire.knowledge import Knowledge
from aidememoire.language.time_grammar import DATA, Phrase, Words, find_phrases, split_words
from aidememoire.language.time_values import FAR, HANDLERS, MONTHS, Meaning, Outlook, with_clock
from aidememoire.model import Granularity, Mentions, TimeMention, When
from aidememoire.model.span import Span


@dataclass(frozen=True, slots=True)
class TimeRead:
    """A time expression of a plain text: offsets into it, and what it means."""

    start: int
    end: int
    meaning: Meaning
    rule: str


# ---- is it a time at all

COUNTED = re.compile(
    r"(?:people|troops?|soldiers?|men|women|children|police(?:men)?|km|kms|kilomet\w+|mi|miles?|met(?:er|re)s?|feet|ft|tons?|tonnes?"
    r"|kg|dollars?|dlrs?|euros?|pounds?|rubles?|roubles?|yen|yuan|rupees?|civilians?|refugees?|prisoners?|jobs?|members?"
    r"|workers?|guests?|delegates?|participants?|casualties|deaths?|dead|wounded|injured|killed|students?|soldier|fighters?"
    r"|militants?|rebels?|aircraft|planes?|tanks?|ships?|missiles?|warheads?|vehicles?|homes?|houses?|families|villages?"
    r"|points?|votes?|seats?|times|percent|per|barrels?|bpd|mw|megawatts?|hectares?|acres?|square|sq|cubic|nautical"
    r"|personnel|inhabitants|residents|horses?|guns?|rounds?|hours?|gmt|words?|pages?|copies|companies|protesters?|demonstrators?"
    r"|cases?|patients?|observers?|monitors?|officers?|volunteers?|migrants?|countries|million|billion|thousand|hundred|and\s+\d+\s+people)$"
)
NO_YEAR_BEFORE = frozenset(
    "resolution resolutions article articles no number nos route highway flight boeing airbus page pages paragraph"
    " section order decree law protocol room bill chapter file case radio fm am channel about nearly almost"
    " approximately than over estimated total another additional further least roughly exactly phone tel ext us$ rs"
    " type mark version n° № worth unscr euro usd unit series agenda document".split()
)
OLD_YEAR_BEFORE = frozenset(
    "in since by from until till during before after between through early late mid year around summer winter spring"
    " autumn fall christmas ca c ( of".split()
)
MONTH_BEFORE = frozenset(
    "in since by of from until till during before after between through early late mid this last next for to and is was"
    " around every previous following or throughout past begins between".split()
)
MONTH_NAME_AFTER = frozenset("said says told has had is was will would met and's".split())
PERSON_BEFORE = frozenset("theresa mrs ms mr dr minister pm secretary lady philip elaine brian president prime".split())
LEXICAL_AFTER = {
    "sunday": frozenset("times telegraph mail express mirror herald post".split()),
    "spring": frozenset("festival offensive".split()),
    "summer": frozenset("olympics olympic games palace school camp".split()),
    "winter": frozenset("olympics olympic games palace".split()),
    "morning": frozenset("star post herald".split()),
    "evening": frozenset("standard post news".split()),
    "midnight": frozenset("oil".split()),
}
LEXICAL_BEFORE = {
    "spring": frozenset("arab prague silver palm damascus beirut seoul kabul cedar hot colorado".split()),
    "sunday": frozenset("bloody".split()),
    "friday": frozenset("black".split()),
    "monday": frozenset("black".split()),
    "fall": frozenset("the a".split()),
}
SEASON_BEFORE = frozenset("in the this last next by since early late mid of during until from every for each".split())


def _next(words: Words, last: int, step: int = 0) -> str:
    return words.lower[last + step] if last + step < len(words.lower) else ""


def _before(words: Words, first: int, step: int = 1) -> str:
    return words.lower[first - step] if first - step >= 0 else ""


def _is_capital(words: Words, index: int) -> bool:
    return words.text[words.starts[index]].isupper()


def is_month_alone(words: Words, first: int, last: int) -> bool:
    """Whether a lone month name is a month: not "Mrs May", "may go", "march on"."""
    word = words.lower[first]
    before, after = _before(words, first), _next(words, last)
    if word in ("mar", "jan", "apr", "jun", "dec", "oct", "nov", "feb", "aug", "sep", "sept", "jul"):
        return (before in MONTH_BEFORE and words.text[words.ends[first] - 1] == ".") or (
            before in ("in", "since", "until", "last", "next", "by")
            and words.text[words.starts[first] : words.ends[first]].istitle()
        )
    if word in ("may", "march"):
        if not _is_capital(words, first) or before in PERSON_BEFORE or after in ("said", "says", "told"):
            return False
        if words.text[words.starts[first] : words.ends[first]].isupper() and before.isupper():
            return False
        return before in MONTH_BEFORE or (before in (",", "(", "-", "–") and after in (",", ")", "."))
    return _is_capital(words, first) and before not in ("mr", "mrs", "ms")


def is_season_alone(words: Words, first: int, last: int) -> bool:
    """Whether a lone season is a time: not "the Arab Spring", "the fall of Kabul", "spring to life"."""
    word = words.lower[last - 1]
    before, after = _before(words, last - 1), _next(words, last)
    if before in LEXICAL_BEFORE.get(word, ()) and word != "fall" or after in LEXICAL_AFTER.get(word, ()):
        return False
    if word == "fall":
        return before in ("the", "this", "last", "next") and (
            _before(words, last - 1, 2) in ("in", "by", "since", "until", "during") and after != "of"
        )
    if word in ("spring", "springs"):
        return before in SEASON_BEFORE or last - first > 1
    return True


CERTAIN_YEARS = range(1900, 2051)
OLD_YEARS = range(1500, 2200)
WORDS_BETWEEN = frozenset(
    "and the by a in when as after to of with but for some about at or that from more killed was were had he they it".split()
)


def is_year_alone(words: Words, first: int, last: int) -> bool:
    """Whether a bare number is a year: not "resolution 1929", "1500 troops", "Route 1066"."""
    number = int(words.lower[first])
    before, after = _before(words, first), _next(words, last)
    if before in NO_YEAR_BEFORE or COUNTED.match(after) or not _is_free(words, first):
        return False
    if after.isalpha() and after not in WORDS_BETWEEN and COUNTED.match(_next(words, last, 1)):
        return False
    if number in CERTAIN_YEARS:
        return True
    if number not in OLD_YEARS or (after.endswith("s") and len(after) > 3):
        return False
    if before in OLD_YEAR_BEFORE:
        return True
    other = _before(words, first, 2)
    return (
        before in ("and", "to", "-", "–", "or", ",", "through", "until")
        and other.isdigit()
        and int(other[:4]) in OLD_YEARS
    )


def _is_free(words: Words, index: int) -> bool:
    """Whether nothing sticks to a number: a currency sign, a decimal, the number of a document."""
    start, end = words.starts[index], words.ends[index]
    left, right = words.text[start - 1 : start], words.text[end : end + 2]
    if left and left in "$€£¥#№+.:=°_@" or right[:1] in tuple("%°_@=+"):
        return False
    if left and left in "-/":
        before = words.lower[index - 2] if index > 1 else ""
        if not before.isdigit() and before not in ("mid", "pre", "post", "early", "late", "then"):
            return False
    return not (right[:1] in tuple(".:/") and right[1:2].isdigit())


def is_daypart_alone(words: Words, first: int, last: int) -> bool:
    """Whether a lone part of the day is a time."""
    word = words.lower[last - 1]
    if _next(words, last) in LEXICAL_AFTER.get(word, ()):
        return False
    return word in ("noon", "midnight", "dawn", "dusk", "midday") or last - first > 1


CHECKS = {
    "month_alone": is_month_alone,
    "season_alone": is_season_alone,
    "year_alone": is_year_alone,
    "daypart_alone": is_daypart_alone,
}

# ---- tense

TENSE_WINDOW = 22  # tokens looked at on either side, up to the end of the sentence
CLAUSE_ENDS = frozenset(".!?;\n")


@cache
def _tense_words() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    table = tomllib.loads((DATA / "tense_words.toml").read_text(encoding="utf-8"))
    return frozenset(table["future"]), frozenset(table["past"]), frozenset(table["reporting"])


def _cue(words: Words, index: int) -> str | None:
    future, past, reporting = _tense_words()
    word = words.lower[index]
    before = words.lower[index - 1] if index else ""
    if word in reporting:
        return "reported"
    if word in future:
        return "future"
    if word == "be" and before in ("to", "will", "would"):
        return "future"
    if word in past or (word.endswith("ed") and len(word) > 4):
        return None if before in ("be", "being") else "past"
    return None


def tense_near(words: Words, first: int, last: int) -> str | None:
    """past, reported or future by the nearest verb before, else after; None without one."""
    for index in range(first - 1, max(-1, first - 1 - TENSE_WINDOW), -1):
        if words.lower[index] in CLAUSE_ENDS:
            break
        cue = _cue(words, index)
        if cue:
            return cue
    for index in range(last, min(len(words.lower), last + TENSE_WINDOW)):
        if words.lower[index] in CLAUSE_ENDS:
            break
        cue = _cue(words, index)
        if cue:
            return cue
    return None


# ---- reading a text

NARRATIVE_YEARS = 3  # so many full dates or years, mostly far from today, make an account of the past
NARRATIVE_SHARE = 0.6  # of the years
POINTING = frozenset(("deictic_day", "weekday", "tonight"))
LEAP_BACK, LEAP_AHEAD = 1, 12  # years: a bare year farther off is an aside, not where the tale goes on


def is_account_of_the_past(phrases: Sequence[Phrase], today: date | None) -> bool:
    """Whether undated words should be read from the story rather than from today."""
    if today is None:
        return True
    years = [int(p.parts["y"]) for p in phrases if p.parts.get("y", "").isdigit() and len(p.parts["y"]) == 4]
    far = [year for year in years if year < today.year - 1]
    pointing = sum(p.means in POINTING for p in phrases)
    return len(far) >= NARRATIVE_YEARS and len(far) > NARRATIVE_SHARE * len(years) and pointing < len(far) / 4


def read_times(text: str, today: date | None = None, ground: str = "published") -> tuple[TimeRead, ...]:
    """The times of a text, in order of position.

    ``today`` is the day from which it looks; ``ground`` says what that is.
    """
    words = split_words(text)
    phrases = find_phrases(words, CHECKS)
    view = Outlook(today, ground if today else None, is_account_of_the_past(phrases, today))
    read: list[TimeRead] = []
    moved_at = exact_at = -FAR
    for index, phrase in enumerate(phrases):
        view.tense = tense_near(words, phrase.first, phrase.last)
        view.before = _before(words, phrase.first)
        view.after = _next(words, phrase.last)
        view.story_distance = phrase.start - moved_at
        view.exact_distance = phrase.start - exact_at
        view.given_year = _year_of_next(words, phrase, phrases[index + 1]) if index + 1 < len(phrases) else None
        meaning = HANDLERS[phrase.means](phrase, view)
        if meaning is None:
            continue
        read.append(TimeRead(phrase.start, phrase.end, meaning, phrase.rule))
        if meaning.moves_story and meaning.when is not None and _goes_on(view, meaning.when):
            view.story = meaning.when
            moved_at = phrase.end
            if meaning.when.granularity not in (Granularity.YEAR, Granularity.SEASON):
                view.exact, exact_at = meaning.when, phrase.end
            if meaning.when.granularity is Granularity.DAY or "/" in (meaning.value or ""):
                view.last_day = When.day(meaning.when.last)
    return tuple(_joined(text, read))


def _goes_on(view: Outlook, when: When) -> bool:
    """Whether the tale moves there: a bare year far off is an aside."""
    if view.story is None or when.granularity is not Granularity.YEAR:
        return True
    return -LEAP_BACK <= when.first.year - view.story.first.year <= LEAP_AHEAD


RANGE_WORDS = frozenset(("to", "until", "till", "through", "and", "or", "-", "–", "—", "thru"))


def _year_of_next(words: Words, phrase: Phrase, following: Phrase) -> int | None:
    """The year that "30 April" takes from "30 April to 2 May 2019"."""
    if phrase.means != "date" or "y" in phrase.parts or following.means not in ("date", "days"):
        return None
    year, gap = following.parts.get("y", ""), following.first - phrase.last
    if not (year.isdigit() and len(year) == 4) or gap != 1 or words.lower[phrase.last] not in RANGE_WORDS:
        return None
    return int(year) - (MONTHS[phrase.parts["m"]] > MONTHS[following.parts["m"]])


JOINT = re.compile(r"\s*,?\s*")


def _joined(text: str, read: list[TimeRead]) -> list[TimeRead]:
    """A day and an hour side by side become one time."""
    joined: list[TimeRead] = []
    for one in read:
        last = joined[-1] if joined else None
        if last and one.start - last.end < 6 and JOINT.fullmatch(text, last.end, one.start):
            both = None
            if last.meaning.type == "DATE" and one.rule in ("clock", "military clock"):
                both = with_clock(last.meaning, one.meaning)
            elif last.rule in ("clock", "military clock") and one.meaning.type == "DATE":
                both = with_clock(one.meaning, last.meaning)
            if both:
                joined[-1] = TimeRead(last.start, one.end, both, last.rule)
                continue
        joined.append(one)
    return joined


def find_times(mentions: Mentions, knowledge: Knowledge) -> tuple[TimeMention, ...]:
    """The times of the report, in order of position."""
    report = mentions.report
    ground = "dateline" if mentions.on != report.today or mentions.dateline else "published"
    return tuple(
        TimeMention(
            span=Span(report.id, one.start, one.end),
            type=one.meaning.type,
            value=one.meaning.value,
            when=one.meaning.when,
            alternatives=one.meaning.alternatives,
            anchor=one.meaning.anchor,
        )
        for one in read_times(report.text, mentions.on, ground)
    )


def time_entries(text: str, times: Sequence[TimeRead]) -> list[dict[str, Any]]:
    """The entries of ``times --json`` for one report."""
    return [
        {
            "start": one.start,
            "end": one.end,
            "text": text[one.start : one.end],
            "type": one.meaning.type,
            "value": one.meaning.value,
            "first_day": one.meaning.when.first.isoformat() if one.meaning.when else None,
            "last_day": one.meaning.when.last.isoformat() if one.meaning.when else None,
            "alternatives": [str(when) for when in one.meaning.alternatives],
        }
        for one in times
    ]
