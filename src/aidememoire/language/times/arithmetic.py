"""Numbers, units and calendar arithmetic that time expressions need: pure functions of words and days."""

from datetime import date, timedelta

from aidememoire.knowledge.number_words import cardinals, ordinals
from aidememoire.model import Granularity, When

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        1,
    )
    for name in names
}
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # first of three months; the northern year, as the press has it
DAYPARTS = {
    "morning": "TMO",
    "dawn": "TMO",
    "daybreak": "TMO",
    "afternoon": "TAF",
    "lunchtime": "TAF",
    "evening": "TEV",
    "dusk": "TEV",
    "nightfall": "TEV",
    "night": "TNI",
    "nighttime": "TNI",
    "overnight": "TNI",
    "noon": "T12:00",
    "midday": "T12:00",
    "midnight": "T24:00",
}
NUMBERS = cardinals(0, 100)
ORDINALS = ordinals(0, 20)
DECADES = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}
UNITS = {
    "second": "S",
    "sec": "S",
    "minute": "M",
    "min": "M",
    "hour": "H",
    "hr": "H",
    "day": "D",
    "weekend": "WE",
    "week": "W",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "semester": "M",
    "year": "Y",
    "yr": "Y",
    "decade": "DE",
    "century": "CE",
    "millennium": "ML",
}
PLURALS = {"centuries": "century", "millennia": "millennium"}
CLOCK_UNITS = {"S", "H"}
HIJRI = {"muharram": 1, "safar": 2, "rajab": 7, "shaban": 8, "ramadan": 9, "ramadhan": 9, "shawwal": 10}
PERSIAN = {
    name: number
    for number, name in enumerate(
        "farvardin ordibehesht khordad tir mordad shahrivar mehr aban azar dey bahman esfand".split(), 1
    )
}
# ---- numbers and units


def number(words: str) -> float | None:
    """The number that the words say; None for "several"."""
    words = words.replace(",", "")
    if words in ("a", "an", "one", "the", ""):
        return 1
    if "couple" in words:
        return 2
    if words.split()[:2] == ["a", "dozen"]:
        return 12
    pieces = words.replace("-", " ").replace("–", " ").split()
    if all(piece in NUMBERS for piece in pieces):
        values = [NUMBERS[piece] for piece in pieces]
        return values[0] * values[1] if len(values) == 2 and values[1] == 100 else sum(values)
    try:
        return float(words) if "." in words else int(words)
    except ValueError:
        return None


def ordinal(words: str) -> int | None:
    """The number that an ordinal says: "3rd", "third"."""
    if words in ORDINALS:
        return ORDINALS[words]
    digits = "".join(char for char in words if char.isdigit())
    return int(digits) if digits else None


def unit_of(word: str) -> str:
    """The TIMEX letter of a unit."""
    word = PLURALS.get(word, word)
    return UNITS.get(word) or UNITS[word.rstrip("s")]


def year_of(word: str | None) -> int | None:
    """The year that digits name; two digits go to the nearest past century turn (’98 is 1998, ’08 is 2008)."""
    if not word:
        return None
    digits = word.lstrip("'’‘fy ")
    if len(digits) == 2:
        return (2000 if int(digits) < 40 else 1900) + int(digits)
    return int(digits)


def weekday_of(word: str) -> int:
    """0 for Monday."""
    return WEEKDAYS.index(word[:3])


def duration_value(amount: float | None, letter: str) -> str:
    """PnY, PTnH, PXD."""
    number_text = "X" if amount is None else f"{amount:g}"
    if letter in CLOCK_UNITS or letter == "TM":
        return f"PT{number_text}{letter[-1]}"
    if letter == "CE":
        return f"P{number_text}CE"
    return f"P{number_text}{letter}"


# ---- days, weeks, months


def shift_months(day: date, months: int) -> date | None:
    """The first of the month so many months away."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, 1) if 1 <= year <= 9998 else None


def shift_days(day: date, days: int) -> date | None:
    """The day so many days away; None outside the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def week_of(day: date) -> When | None:
    """Monday to Sunday."""
    try:
        monday = day - timedelta(days=day.weekday())
        return When(monday, monday + timedelta(days=6), Granularity.WEEK)
    except OverflowError:
        return None


def week_value(day: date) -> str:
    """ISO week: 2017-W11."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def a_day(year: int, month: int, day: int) -> When | None:
    """The day; None if there is none."""
    try:
        return When.day(date(year, month, day))
    except ValueError:
        return None


def quarter_of(year: int, quarter: int) -> When:
    """The three months."""
    last = When.month(year, quarter * 3)
    return When(date(year, quarter * 3 - 2, 1), last.last, Granularity.QUARTER)


def half_of(year: int, half: int) -> When:
    """The six months."""
    return When(date(year, half * 6 - 5, 1), When.month(year, half * 6).last, Granularity.HALF)


def season_of(year: int, code: str) -> When:
    """The three months of a northern season; winter begins in December of its year."""
    first = date(year, SEASON_MONTHS[code], 1)
    end = shift_months(first, 3) or date(year, 12, 31)
    return When(first, end - timedelta(days=1), Granularity.SEASON)


def decade_of(year: int) -> When:
    """Ten years from a round one."""
    start = max(1, year // 10 * 10)
    return When(date(start, 1, 1), date(year // 10 * 10 + 9, 12, 31), Granularity.DECADE)


def unit_at(here: date, letter: str, step: int, word: str) -> tuple[str, When] | None:
    """The day, week, month … so many steps away: its value and days."""
    when: When | None = None
    value = ""
    if letter == "D":
        day = shift_days(here, step)
        when, value = (When.day(day), day.isoformat()) if day else (None, "")
    elif letter in ("W", "WE"):
        day = shift_days(here, 7 * step * (2 if word == "fortnight" else 1))
        when = week_of(day) if day else None
        if day and when:
            value = week_value(day)
            if letter == "WE":
                value += "-WE"
                when = When(when.last - timedelta(days=1), when.last, Granularity.INTERVAL)
    elif letter == "M" and word not in ("minute", "minutes"):
        first = shift_months(here, step)
        when = When.month(first.year, first.month) if first else None
        value = str(when)
    elif letter == "Q":
        first = shift_months(here, 3 * step)
        if first:
            quarter = (first.month - 1) // 3 + 1
            when, value = quarter_of(first.year, quarter), f"{first.year}-Q{quarter}"
    elif letter == "Y" and 1 <= here.year + step <= 9998:
        when, value = When.year(here.year + step), f"{here.year + step:04d}"
    elif letter == "DE" and 10 <= here.year + 10 * step <= 9980:
        when, value = decade_of(here.year + 10 * step), f"{(here.year + 10 * step) // 10:03d}"
    elif letter == "CE" and 101 <= here.year + 100 * step <= 9800:
        century_ = (here.year + 100 * step) // 100
        when = When(date(century_ * 100, 1, 1), date(century_ * 100 + 99, 12, 31), Granularity.INTERVAL)
        value = f"{century_:02d}"
    return (value, when) if when else None


SMALLER = {"CE": ("Y", 100, "year"), "DE": ("Y", 10, "year"), "Y": ("M", 12, "month"), "M": ("W", 4, "week")}
"""Unit → the one in which a part of it is counted, how many make it up, and its name: "half a century ago"."""


def shifted(here: date, amount: float, letter: str, word: str) -> tuple[str, When] | None:
    """So many units away, at the granularity of the unit."""
    if letter in CLOCK_UNITS or word.startswith("minute"):
        return unit_at(here, "D", 0, "day")
    if amount != int(amount):
        if letter not in SMALLER:
            return None
        smaller, count, name = SMALLER[letter]
        return unit_at(here, smaller, round(count * amount), name)
    if abs(amount) > 100_000:
        return None
    if word.startswith("fortnight"):
        return unit_at(here, "W", 2 * int(amount), "week")
    if letter == "DE":
        return unit_at(here, "DE", int(amount), "decade")
    return unit_at(here, letter, int(amount), word.rstrip("s"))


def distance(when: When, day: date) -> int:
    """Days between; 0 inside."""
    if when.first <= day <= when.last:
        return 0
    return min(abs((when.first - day).days), abs((when.last - day).days))


def step_of(word: str) -> int:
    """-1, 0 or 1 for last, this, next."""
    word = word.split()[-1]
    if word in ("last", "past", "previous", "preceding"):
        return -1
    return 0 if word in ("this", "current", "same", "that", "present") else 1
