"""What parts of a month mean: its weeks, its weekdays, its days counted from either end.

One function per meaning that the rule table names; each gives None when the words turn out to be no time.
"""

from dataclasses import dataclass
from datetime import timedelta

from aidememoire.language.times.arithmetic import (
    MONTHS,
    a_day,
    ordinal,
    shift_days,
    step_of,
    unit_at,
    week_of,
    week_value,
    weekday_of,
    year_of,
)
from aidememoire.language.times.grammar import Phrase
from aidememoire.language.times.outlook import Meaning, Outlook, nearest_year
from aidememoire.model import Granularity, When

HALF_MONTH = 15  # days


@dataclass(frozen=True, slots=True)
class _Month:
    """The month that the words name: its value, its days where they are known, and what they are read from."""

    value: str | None
    when: When | None
    anchor: str | None


def _month(parts: dict[str, str], view: Outlook) -> _Month:
    """ "of May", "of May 2016", "of next month"."""
    if "k" in parts:
        found = unit_at(view.here, "M", step_of(parts["k"]), "month") if view.here else None
        return _Month(*found, view.here_ground) if found else _Month(None, None, None)
    month, year = MONTHS[parts["m"]], year_of(parts.get("y"))
    if year is not None:
        return _Month(f"{year:04d}-{month:02d}", When.month(year, month), None)
    nearest = nearest_year(month, None, view)
    if nearest is None:
        return _Month(f"XXXX-{month:02d}", None, None)
    return _Month(f"{nearest[0]:04d}-{month:02d}", When.month(nearest[0], month), view.here_ground)


def week_of_month(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "the first week of May", "the last day of next month", "the last days of April"."""
    parts = phrase.parts
    month = _month(parts, view)
    if month.when is None:
        return Meaning("DATE", month.value, moves_story=False)
    whole, is_last, nth = month.when, parts["o"] == "last", ordinal(parts["o"]) or 1
    if parts["u"] == "day":
        day = whole.last if is_last else shift_days(whole.first, nth - 1)
        return Meaning("DATE", day.isoformat(), When.day(day), (), month.anchor) if day else None
    if parts["u"] == "week":
        first = whole.last - timedelta(days=6) if is_last else whole.first + timedelta(days=7 * (nth - 1))
        if first > whole.last:
            return None
        return Meaning("DATE", week_value(first), week_of(first), (), month.anchor)
    return Meaning("DATE", month.value, whole, (), month.anchor)


def half_of_month(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "the first half of June", "the second half of next month"."""
    order = phrase.parts["o"]
    if order not in {"first", "second", "last", "latter"}:
        return None
    month = _month(phrase.parts, view)
    if month.when is None:
        return Meaning("DATE", month.value, moves_story=False)
    middle = month.when.first + timedelta(days=HALF_MONTH)
    first, last = (month.when.first, middle - timedelta(days=1)) if order == "first" else (middle, month.when.last)
    return Meaning("DATE", f"{first}/{last}", When(first, last, Granularity.INTERVAL), (), month.anchor, False)


def week_on(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "Monday week", "a week from Friday": seven days on from the next; "a week ago Tuesday": back from the last."""
    here = view.here
    if here is None:
        return Meaning("DATE", None, moves_story=False)
    weekday = weekday_of(phrase.parts["wd"])
    if "k" in phrase.parts:
        day = shift_days(here, -((here.weekday() - weekday) % 7 or 7) - 7)
    else:
        day = shift_days(here, ((weekday - here.weekday()) % 7 or 7) + 7)
    return Meaning("DATE", day.isoformat(), When.day(day), (), view.here_ground, False) if day else None


def weekday_of_month(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "the last Friday in May", "the second Tuesday of next month"."""
    parts = phrase.parts
    month = _month(parts, view)
    if month.when is None:
        return Meaning("DATE", month.value, moves_story=False)
    weekday = weekday_of(parts["wd"])
    if parts["o"] == "last":
        day = month.when.last - timedelta(days=(month.when.last.weekday() - weekday) % 7)
    else:
        first = month.when.first + timedelta(days=(weekday - month.when.first.weekday()) % 7)
        day = first + timedelta(days=7 * ((ordinal(parts["o"]) or 1) - 1))
    if day > month.when.last:
        return None  # there is no fifth Monday
    return Meaning("DATE", day.isoformat(), When.day(day), (), month.anchor)


def day_of_that_month(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "the 30th of next month"."""
    month, day = _month(phrase.parts, view), ordinal(phrase.parts["d"])
    if day is None:
        return None
    if month.when is None:
        return Meaning("DATE", month.value, moves_story=False)
    when = a_day(month.when.first.year, month.when.first.month, day)
    return Meaning("DATE", str(when), when, (), month.anchor) if when else None
