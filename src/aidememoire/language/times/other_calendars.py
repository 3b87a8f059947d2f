"""What dates of other calendars mean: years of an era, Islamic and Persian days, months and years."""

from datetime import date, timedelta

from aidememoire.language.times import calendars
from aidememoire.language.times.arithmetic import HIJRI, MONTHS, PERSIAN, a_day, ordinal
from aidememoire.language.times.grammar import Phrase
from aidememoire.language.times.outlook import Meaning, Outlook
from aidememoire.model import Granularity, When


def era(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "Reiwa 3", "Minguo 110"."""
    words = phrase.parts
    name = next((one for one in calendars.ERA_STARTS if one in words.get("era", "")), None)
    count = ordinal(words["n"])
    if name is None or not count:
        return None
    year_ = calendars.era_year(name, count)
    if not 1868 <= year_ <= 2199:
        return None
    if "m" in words:
        month, day = MONTHS[words["m"]], ordinal(words["d"]) if "d" in words else None
        when = a_day(year_, month, day) if day else When.month(year_, month)
        return Meaning("DATE", str(when), when) if when else None
    return Meaning("DATE", f"{year_:04d}", When.year(year_))


def islamic(phrase: Phrase, view: Outlook) -> Meaning | None:
    """A date of the Islamic calendar, by the tabular rule; a day either way stays open."""
    parts = phrase.parts
    year_ = int(parts["y"]) if "y" in parts else None
    day = ordinal(parts.get("d") or parts.get("d2") or "")
    anchor = None
    try:
        if "h" not in parts:
            if year_ is None or not 1200 <= year_ <= 1600:
                return None
            first, last = calendars.islamic_day(year_, 1, 1), calendars.islamic_day(year_ + 1, 1, 1) - timedelta(days=1)
            return Meaning("DATE", f"{first}/{last}", When(first, last, Granularity.INTERVAL), moves_story=False)
        month = HIJRI[parts["h"]]
        if year_ is not None and year_ > 1600:
            year_ = calendars.islamic_year_at(date(year_, 7, 1))
            options = [calendars.islamic_month(y, month) for y in (year_ - 1, year_, year_ + 1)]
            wanted = int(parts["y"])
            year_ = next(
                (
                    y
                    for y, (first, _) in zip((year_ - 1, year_, year_ + 1), options, strict=True)
                    if first.year == wanted
                ),
                year_,
            )
        if year_ is None:
            if view.here is None:
                return Meaning("DATE", None, moves_story=False)
            anchor = view.here_ground
            near = calendars.islamic_year_at(view.here)
            year_ = min(
                (near - 1, near, near + 1),
                key=lambda y: abs((calendars.islamic_day(y, month, 15) - view.here).days) if view.here else 0,
            )
        if day:
            exact = calendars.islamic_day(year_, month, day)
            others = tuple(When.day(exact + timedelta(days=step)) for step in (-1, 1))
            return Meaning("DATE", exact.isoformat(), When.day(exact), others, anchor)
        first, last = calendars.islamic_month(year_, month)
        return Meaning("DATE", f"{first}/{last}", When(first, last, Granularity.INTERVAL), (), anchor, False)
    except (ValueError, OverflowError):
        return None


def persian(phrase: Phrase, view: Outlook) -> Meaning | None:
    """A date of the Persian calendar."""
    parts = phrase.parts
    month = PERSIAN[parts.get("p") or parts["q"]]
    day = ordinal(parts.get("d") or parts.get("d2") or "")
    anchor = None
    try:
        if "y" in parts:
            year_ = int(parts["y"])
        elif view.here is None:
            return Meaning("DATE", None, moves_story=False)
        else:
            here, anchor = view.here, view.here_ground
            near = here.year - 621
            year_ = min(
                (near - 1, near, near + 1), key=lambda y: abs((calendars.persian_day(y, month, day or 15) - here).days)
            )
        if day:
            exact = calendars.persian_day(year_, month, day)
            return Meaning("DATE", exact.isoformat(), When.day(exact), (), anchor)
        first, last = calendars.persian_month(year_, month)
        return Meaning("DATE", f"{first}/{last}", When(first, last, Granularity.INTERVAL), (), anchor, False)
    except (ValueError, OverflowError):
        return None
