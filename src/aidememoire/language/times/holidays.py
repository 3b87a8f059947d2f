"""Feast days and public days: what "Christmas Day 1991", "last Labor Day" and "Eid al-Fitr" mean."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from aidememoire.language.times import calendars
from aidememoire.language.times.arithmetic import a_day, step_of, year_of
from aidememoire.language.times.grammar import Phrase, holiday_rows
from aidememoire.language.times.outlook import Meaning, Outlook, nearest_year
from aidememoire.model import When

DayIn = Callable[[int], date | None]
"""The day of a feast in a Gregorian year; None where it has none, or nobody knows."""

PERSIAN_YEARS = range(1178, 1600)


def holiday(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "Christmas Day 1991", "New Year’s Eve"."""
    parts = phrase.parts
    which = parts.get("c") or "new year"
    if which == "nowruz" and (year_of(parts.get("y")) or 0) in PERSIAN_YEARS:
        first = calendars.persian_new_year(int(parts["y"]))
        return Meaning("DATE", first.isoformat(), When.day(first), moves_story=False)
    if which in MOVABLE:
        return _movable(parts, MOVABLE[which], view)
    is_eve = (parts.get("w") or parts.get("w2")) == "eve"
    fixed = {"christmas": (12, 24 if is_eve else 25), "new year": (12, 31) if is_eve else (1, 1), "nowruz": (3, 21)}
    month, day = fixed[which]
    year_ = year_of(parts.get("y"))
    anchor: str | None = None
    others: tuple[int, ...] = ()
    if year_ is None:
        found = nearest_year(month, day, view)
        if found is None:
            return Meaning("DATE", f"XXXX-{month:02d}-{day:02d}", moves_story=False)
        (year_, others), anchor = found, view.here_ground
    when = a_day(year_, month, day)
    rivals = tuple(rival for other in others if (rival := a_day(other, month, day)))
    return Meaning("DATE", str(when), when, rivals, anchor) if when else None


MOVABLE = {
    "easter": calendars.easter,
    "pentecost": calendars.pentecost,
    "whitsun": calendars.pentecost,
    "thanksgiving": calendars.thanksgiving,
}


NEAR = timedelta(days=14)
"""What is so near is meant, whatever the tense: on 7 March "they were told of it on Women's Day" is of the 8th."""


def _movable(parts: dict[str, str], day_in: DayIn, view: Outlook) -> Meaning | None:
    """ "Easter 1916", "last Thanksgiving"."""
    year = year_of(parts.get("y"))
    here = view.here
    if year is None and (here is None or not 2 <= here.year <= 9000):
        return Meaning("DATE", None, moves_story=False)
    if year is not None or here is None:
        told = day_in(year) if year is not None else None
        return Meaning("DATE", told.isoformat(), When.day(told), moves_story=False) if told else None
    days = [day for step in (-1, 0, 1) if (day := day_in(here.year + step))]
    step = step_of(parts["k"]) if "k" in parts else 0
    if step == 0:
        days = [day for day in days if abs(day - here) <= NEAR] or days
    if step < 0 or (step == 0 and len(days) > 1 and view.tense in ("past", "reported")):
        days = [day for day in days if day <= here][-1:]
    elif step > 0 or (len(days) > 1 and view.tense == "future"):
        days = [day for day in days if day >= here][:1]
    if not days:
        return Meaning("DATE", None, moves_story=False)
    when = When.day(min(days, key=lambda day: abs(day - here)))
    return Meaning("DATE", str(when), when, (), view.here_ground, False)


def feast(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "Labor Day", "last Good Friday"; where the moon must be sighted, a day either way stays open."""
    row = _feasts()[phrase.parts["f"].replace("’", "'")]
    meaning = _movable(phrase.parts, _day_in(row), view)
    if meaning is None or meaning.when is None or "islamic" not in row:
        return meaning
    around = tuple(When.day(meaning.when.first + timedelta(days=step)) for step in (-1, 1))
    return replace(meaning, alternatives=around)


@cache
def _feasts() -> dict[str, dict[str, Any]]:
    """Name in small letters → its row."""
    return {name.lower(): row for row in holiday_rows() for name in row["names"]}


BEGINNINGS: dict[str, Callable[[int], date]] = {
    "easter": calendars.easter,
    "orthodox_easter": calendars.orthodox_easter,
    "new_year_of_jews": calendars.hebrew_new_year,
    "lunar_new_year": calendars.lunar_new_year,
}


def _day_in(row: dict[str, Any]) -> DayIn:
    """The rule of a row as a function."""

    def rule(year: int) -> date | None:
        if "fixed" in row:
            return date(year, *row["fixed"])
        if "nth" in row:
            return calendars.weekday_of_month(year, *row["nth"])
        if "islamic" in row:
            return _islamic(year, *row["islamic"])
        begins = next(name for name in BEGINNINGS if name in row)
        return BEGINNINGS[begins](year) + timedelta(days=row[begins])

    def day(year: int) -> date | None:
        try:
            return rule(year)
        except (ValueError, OverflowError):
            return None

    return day


def _islamic(year: int, month: int, day: int) -> date | None:
    """The first such day of the Islamic calendar in a Gregorian year."""
    near = calendars.islamic_year_at(date(year, 1, 1))
    days = [calendars.islamic_day(one, month, day) for one in (near, near + 1)]
    return next((one for one in days if one.year == year), None)
