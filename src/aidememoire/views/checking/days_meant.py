"""Days meant: which days, months and years a report's own words name, seen from its day: "last November", "in May"."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from aidememoire.knowledge.calendar_names import MONTH_NAMES
from aidememoire.model import Granularity, When

_MONTH = "|".join(MONTH_NAMES)
_SHORT = "|".join(name[:3] for name in MONTH_NAMES) + "|sept"
_COUNTS = {word: number for number, word in enumerate("one two three four five six seven eight nine ten".split(), 1)}
_COUNTS |= {"a": 1, "an": 1, "a couple of": 2, "eleven": 11, "twelve": 12}
# "March" and "May" begin a sentence and are verbs: only the capital letter tells.
# accepts: "last November", "on 3 May", "in June 2014", "Nov. 18"; refuses: "march on", "may open"
_NAMED = re.compile(
    rf"\b(?:(?P<which>last|this|next|coming|past|previous)\s+)?(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?"
    rf"(?P<month>(?-i:{_MONTH.title()}|(?:{_SHORT.title()})(?=\.| \d)))\b\.?"
    rf"(?:\s+(?P<day_after>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d))?"
    r"(?:,?\s+(?:of\s+)?(?P<year>(?:19|20)\d\d|last year|this year|next year))?",
    re.I,
)
_RELATIVE = re.compile(r"(?i)\b(?P<which>last|this|next|previous)\s+(?P<unit>month|year)\b")
_AGO = re.compile(
    rf"(?i)\b(?P<count>\d{{1,3}}|{'|'.join(sorted(_COUNTS, key=len, reverse=True))})\s+"
    r"(?P<unit>day|week|month|year)s?\s+(?:ago|earlier)\b"
)
_YEAR = re.compile(r"\b(?:in|since|of|from|until|during|late|early|by)\s+(?P<year>(?:19|20)\d\d)\b")
_STEPS = {"last": -1, "previous": -1, "past": -1, "this": 0, "next": 1, "coming": 1}


def days_meant(words: str, day: date | None) -> list[When]:
    """The days, months and years that the words name, seen from ``day``; both ways, where they leave it open.

    >>> [str(when) for when in days_meant("suspended last November", date(1992, 5, 25))]
    ['1991-11']
    >>> [str(when) for when in days_meant("signed on 3 May 2016, two years ago", date(2018, 9, 1))]
    ['2016-05-03', '2016']
    """
    return [when for found in _meant(words, day) for when in found if when is not None]


def _meant(words: str, day: date | None) -> Iterator[list[When | None]]:
    taken = []
    for found in _NAMED.finditer(words):
        taken.append(found.span())
        yield _of_month(found, day)
    for found in _YEAR.finditer(words):
        if not any(start <= found.start() < end for start, end in taken):
            yield [_parsed(found["year"])]
    if day is None:
        return
    for found in _RELATIVE.finditer(words):
        if any(start <= found.start() < end for start, end in taken):
            continue
        step = _STEPS[found["which"].lower()]
        yield [_parsed(str(day.year + step)) if found["unit"].lower() == "year" else _month(day, step)]
    for found in _AGO.finditer(words):
        count = _COUNTS.get(found["count"].lower()) or int(found["count"])
        yield [_back(day, found["unit"].lower(), count)]


def _of_month(found: re.Match[str], day: date | None) -> list[When | None]:
    number = [name[:3] for name in MONTH_NAMES].index(found["month"].lower()[:3]) + 1
    told = found["day"] or found["day_after"]
    ending = f"-{number:02}" + (f"-{int(told):02}" if told else "")
    year = (found["year"] or "").lower()
    if year.isdigit():
        return [_parsed(year + ending)]
    if day is None:
        return []
    if year:
        return [_parsed(f"{day.year + _STEPS[year.split()[0]]}{ending}")]
    before = day.year if number < day.month or (number == day.month and told) else day.year - 1
    which = (found["which"] or "").lower()
    if which in {"last", "past", "previous"}:
        return [_parsed(f"{before if number != day.month else day.year - 1}{ending}")]
    if which in {"next", "coming", "this"}:
        return [_parsed(f"{day.year if number >= day.month else day.year + 1}{ending}")]
    return [_parsed(f"{year}{ending}") for year in sorted({before, day.year if number >= day.month else day.year + 1})]


def _month(day: date, step: int) -> When | None:
    months = day.year * 12 + day.month - 1 + step
    return _parsed(f"{months // 12}-{months % 12 + 1:02}")


def _back(day: date, unit: str, count: int) -> When | None:
    if unit == "year":
        return _parsed(str(day.year - count))
    if unit == "month":
        return _month(day, -count)
    try:
        back = day - timedelta(count * (7 if unit == "week" else 1))
    except OverflowError:
        return None
    slack = timedelta(3 if unit == "week" else 0)
    return When(back - slack, back + slack, Granularity.INTERVAL) if slack else When.day(back)


def _parsed(text: str) -> When | None:
    try:
        return When.parse(text)
    except ValueError:  # 31 June
        return None
