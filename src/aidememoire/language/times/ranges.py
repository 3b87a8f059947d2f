"""Two dates that bound one stretch, as one: "from 30 April to 2 May", "June 27–June 30", "on Friday and Saturday"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from aidememoire.language.times.outlook import Meaning, TimeRead
from aidememoire.model import Granularity, When

TO = re.compile(r"\s?[-–—−]\s?|\s(?:to|through|until|till|thru)\s")
AND = re.compile(r"\s(?:and|or)\s(?:on\s)?")
BETWEEN = re.compile(r"\b[Bb]etween\s(?:the\s)?$")
MOVED = re.compile(
    r"\b(?:postponed|moved|rescheduled|shifted|delayed|brought|changed|extended|put|pushed)\b[^.\n]{0,60}\bfrom\s(?:the\s)?$"
)
LOOK_BACK = 100  # code points in which "postponed … from" can stand
BOUNDS = (Granularity.DAY, Granularity.MONTH, Granularity.YEAR)


def in_ranges(text: str, times: Sequence[TimeRead]) -> Iterator[TimeRead]:
    """The times in order, those that bound one stretch joined."""
    open_: TimeRead | None = None
    for one in times:
        both = _stretch(text, open_, one) if open_ else None
        if both is None and open_:
            yield open_
        open_ = both or one
    if open_:
        yield open_


def _stretch(text: str, one: TimeRead, other: TimeRead) -> TimeRead | None:
    first, last = one.meaning.when, other.meaning.when
    if first is None or last is None or first.granularity is not last.granularity or first.granularity not in BOUNDS:
        return None
    if {one.meaning.type, other.meaning.type} != {"DATE"} or not first.first < last.first:
        return None
    if not _is_bound(text, one, other, first, last):
        return None
    meaning = Meaning(
        type="DATE",
        value=f"{one.meaning.value}/{other.meaning.value}",
        when=When(first.first, last.last, Granularity.INTERVAL),
        anchor=one.meaning.anchor or other.meaning.anchor,
    )
    return replace(one, end=other.end, meaning=meaning)


def _is_bound(text: str, one: TimeRead, other: TimeRead, first: When, last: When) -> bool:
    before = text[max(0, one.start - LOOK_BACK) : one.start]
    if TO.fullmatch(text, one.end, other.start):
        return not MOVED.search(before)
    if not AND.fullmatch(text, one.end, other.start):
        return False
    follows = last.first == first.last + timedelta(days=1) and first.granularity is not Granularity.YEAR
    return follows or bool(BETWEEN.search(before))
