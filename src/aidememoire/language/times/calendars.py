"""Days of other calendars as Gregorian days: Islamic (tabular), Persian (arithmetic), era years, and movable feasts.

The tabular Islamic calendar may differ by a day from the one that was sighted; the alternatives of a time say so.
Sources: Reingold & Dershowitz, *Calendrical Calculations*; the 33-year rule for the Persian calendar holds for
1799–2256. Why no package does it, and what it was checked against: docs/decisions/2026-11-27-calendars-of-our-own.md.
"""

from datetime import date, timedelta

ISLAMIC_EPOCH = date(622, 7, 19)  # 1 Muharram 1, civil epoch, proleptic Gregorian

PERSIAN_BREAKS = (1, 5, 9, 13, 17, 22, 26, 30)  # leap years of a 33-year cycle (year mod 33)

ERA_STARTS = {
    "reiwa": 2018,
    "heisei": 1988,
    "showa": 1925,
    "taisho": 1911,
    "meiji": 1867,
    "minguo": 1911,
    "roc": 1911,
    "juche": 1911,
}


def islamic_day(year: int, month: int, day: int) -> date:
    """The Gregorian day of a day of the tabular Islamic calendar; ValueError outside it."""
    if not (1 <= year <= 9000 and 1 <= month <= 12 and 1 <= day <= 30):
        raise ValueError("no such Islamic day")
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day - 1
    return ISLAMIC_EPOCH + timedelta(days=days)


def islamic_month(year: int, month: int) -> tuple[date, date]:
    """First and last Gregorian day of an Islamic month."""
    following = islamic_day(year + month // 12, month % 12 + 1, 1)
    return islamic_day(year, month, 1), following - timedelta(days=1)


def islamic_year_at(day: date) -> int:
    """The Islamic year that holds the day."""
    year = max(1, int((day - ISLAMIC_EPOCH).days / 354.367) + 1)
    while islamic_day(year + 1, 1, 1) <= day:
        year += 1
    while year > 1 and islamic_day(year, 1, 1) > day:
        year -= 1
    return year


def persian_new_year(year: int) -> date:
    """The Gregorian day of 1 Farvardin of a Persian year (1178–1633)."""
    if not 1178 <= year <= 1633:
        raise ValueError("the 33-year rule holds for 1178–1633")
    anchor, start = 1399, date(2020, 3, 20)
    days = 0
    if year >= anchor:
        days = sum(366 if is_persian_leap(y) else 365 for y in range(anchor, year))
    else:
        days = -sum(366 if is_persian_leap(y) else 365 for y in range(year, anchor))
    return start + timedelta(days=days)


def is_persian_leap(year: int) -> bool:
    """Whether the Persian year has 366 days."""
    return year % 33 in PERSIAN_BREAKS


def persian_day(year: int, month: int, day: int) -> date:
    """The Gregorian day of a Persian day; ValueError outside the calendar."""
    longest = 31 if month <= 6 else 30
    if month == 12 and not is_persian_leap(year):
        longest = 29
    if not (1 <= month <= 12 and 1 <= day <= longest):
        raise ValueError("no such Persian day")
    before = 31 * (month - 1) if month <= 7 else 186 + 30 * (month - 7)
    return persian_new_year(year) + timedelta(days=before + day - 1)


def persian_month(year: int, month: int) -> tuple[date, date]:
    """First and last Gregorian day of a Persian month."""
    following = persian_day(year + month // 12, month % 12 + 1, 1)
    return persian_day(year, month, 1), following - timedelta(days=1)


def era_year(era: str, year: int) -> int:
    """The Gregorian year of a year of an era: Reiwa 3 is 2021; ROC 110 is 2021."""
    return ERA_STARTS[era] + year


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the anonymous Gregorian rule, Meeus)."""
    golden, century, rest = year % 19, year // 100, year % 100
    skipped, corrected = divmod(century, 4)
    moon = (19 * golden + century - skipped - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * corrected + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def pentecost(year: int) -> date:
    """Whit Sunday of the western churches, the fiftieth day of Easter."""
    return easter(year) + timedelta(days=49)


def thanksgiving(year: int) -> date:
    """The fourth Thursday of November."""
    return weekday_of_month(year, 11, 3, 4)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the eastern churches, as a Gregorian day of 1900–2099 (Meeus)."""
    if not 1900 <= year <= 2099:
        raise ValueError("thirteen days lie between the calendars in 1900–2099")
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)


HEBREW_EPOCH = -1373427  # of 1 Tishri 1, as an ordinal of the proleptic Gregorian calendar


def _hebrew_days(year: int) -> int:
    """Days from the epoch to the new year, by its mean moon, never on a Sunday, Wednesday or Friday."""
    months = (235 * year - 234) // 19
    days = 29 * months + (12084 + 13753 * months) // 25920
    return days + ((3 * (days + 1)) % 7 < 3)


def hebrew_new_year(year: int) -> date:
    """The Gregorian day of 1 Tishri that falls in a Gregorian year."""
    year += 3761
    before, this, after = (_hebrew_days(year + step) for step in (-1, 0, 1))
    put_off = 2 if after - this == 356 else 1 if this - before == 382 else 0
    return date.fromordinal(HEBREW_EPOCH + this + put_off)


# The day on which the Chinese year begins. Source: editors, from almanacs.
LUNAR_NEW_YEARS = {
    1985: (2, 20), 1986: (2, 9), 1987: (1, 29), 1988: (2, 17), 1989: (2, 6), 1990: (1, 27), 1991: (2, 15),
    1992: (2, 4), 1993: (1, 23), 1994: (2, 10), 1995: (1, 31), 1996: (2, 19), 1997: (2, 7), 1998: (1, 28),
    1999: (2, 16), 2000: (2, 5), 2001: (1, 24), 2002: (2, 12), 2003: (2, 1), 2004: (1, 22), 2005: (2, 9),
    2006: (1, 29), 2007: (2, 18), 2008: (2, 7), 2009: (1, 26), 2010: (2, 14), 2011: (2, 3), 2012: (1, 23),
    2013: (2, 10), 2014: (1, 31), 2015: (2, 19), 2016: (2, 8), 2017: (1, 28), 2018: (2, 16), 2019: (2, 5),
    2020: (1, 25), 2021: (2, 12), 2022: (2, 1), 2023: (1, 22), 2024: (2, 10), 2025: (1, 29), 2026: (2, 17),
    2027: (2, 6), 2028: (1, 26), 2029: (2, 13), 2030: (2, 3),
}  # fmt: skip


def lunar_new_year(year: int) -> date:
    """The first day of the Chinese year that begins in a Gregorian year; ValueError outside 1985–2030."""
    if year not in LUNAR_NEW_YEARS:
        raise ValueError("no almanac for this year")
    return date(year, *LUNAR_NEW_YEARS[year])


def weekday_of_month(year: int, month: int, weekday: int, which: int) -> date:
    """The nth weekday (0 Monday) of a month; −1 is the last."""
    if which < 0:
        following = date(year + month // 12, month % 12 + 1, 1)
        return following - timedelta(days=(following.weekday() - weekday - 1) % 7 + 1)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))
