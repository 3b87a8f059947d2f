"""What a phrase means: its TIMEX3 type and value, and the days it names, seen from where the reader stands.

One function per meaning, named in the rule table. Each takes the phrase and the outlook and gives a Meaning, or None
when the words turn out to be no time.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from aidememoire.language import calendars
from aidememoire.language.time_grammar import Phrase
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
NUMBERS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
        " eighteen nineteen twenty".split()
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100}
ORDINALS = {
    word: value
    for value, word in enumerate(
        "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
        " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split()
    )
}
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
NEAR_DAYS = 60  # a day without a year within so many days of the anchor is that one, whatever the tense
OPEN_DAYS = 120  # without tense, a day so far from the anchor might as well be the one of the other year
FAR = 1_000_000


@dataclass(slots=True)
class Outlook:
    """Where the reader stands when a phrase comes: today, and where the story has got to."""

    now: date | None  # the day the report looks from
    ground: str | None  # where `now` is from: dateline | published | narrative
    is_narrative: bool  # an account of the past: undated words go by the story, not by today
    tense: str | None = None  # past | reported | future, by the words near the phrase
    after: str = ""  # the words that follow, in lower case
    before: str = ""  # the words that precede
    story: When | None = None  # the last day, month or year that was named
    story_distance: int = FAR  # code points since then
    exact: When | None = None  # the last day or month that was named with or by its year
    exact_distance: int = FAR
    given_year: int | None = None  # the year that a date just after this one names
    last_day: When | None = None  # the last single day that was named

    @property
    def here(self) -> date | None:
        """The day from which undated words are read."""
        if self.is_narrative and self.story:
            return self.story.first
        return self.now

    @property
    def here_ground(self) -> str | None:
        """What `here` is."""
        return "narrative" if self.is_narrative and self.story else self.ground


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase means."""

    type: str
    value: str | None
    when: When | None = None
    alternatives: tuple[When, ...] = ()
    anchor: str | None = None
    moves_story: bool = field(default=True)  # later words may be read from here


Handler = Callable[[Phrase, Outlook], Meaning | None]


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


def duration_value(amount: float | None, letter: str, is_hundred: bool = False) -> str:
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


def part_of(when: When, mod: str | None) -> When:
    """The early, middle or late part of a month, a year or longer, or its end."""
    if not mod:
        return when
    if mod in ("early", "beginning", "start", "outset", "onset"):
        part = 0
    elif mod in ("mid", "middle"):
        part = 1
    elif mod in ("late", "end", "close"):
        part = 2
    else:
        return when
    if (when.last - when.first).days < 2:
        return when
    bounds = [when.first, *_cuts(when), when.last + timedelta(days=1)]
    return When(bounds[part], bounds[part + 1] - timedelta(days=1), Granularity.INTERVAL)


def _cuts(when: When) -> tuple[date, date]:
    """Where the middle part and the late part begin."""
    first = when.first
    match when.granularity:
        case Granularity.MONTH:
            return first.replace(day=11), first.replace(day=21)
        case Granularity.YEAR:
            return date(first.year, 5, 1), date(first.year, 9, 1)
        case Granularity.DECADE:
            return date(first.year + 4, 1, 1), date(first.year + 7, 1, 1)
        case _:
            days_ = (when.last - first).days + 1
            step = days_ // 3
            return first + timedelta(days=step), when.last - timedelta(days=step - 1)


# ---- which year, which week


def nearest_year(month: int, day: int | None, view: Outlook) -> tuple[int, tuple[int, ...]] | None:
    """The year of a month or day that names none, and other years that the words leave open."""
    if view.is_narrative:
        told = story_year(month, day, view)
        if told is not None:
            return told, ()
    if view.now is None:
        return None
    now = view.now
    exact = view.exact
    if exact and view.exact_distance < STORY_REACH and exact.first.year != now.year and view.tense != "future":
        return story_year(month, day, view) or exact.first.year, (now.year,)
    candidates = []
    for year in (now.year - 1, now.year, now.year + 1):
        when = a_day(year, month, day) if day else When.month(year, month)
        if when:
            candidates.append((distance(when, now), year, when))
    if not candidates:
        return None
    candidates.sort(key=lambda item: item[0])
    gap, year, _ = candidates[0]
    near = NEAR_DAYS if day else (NEAR_DAYS if view.tense == "reported" else 0)
    if gap <= near and (gap == 0 or day or view.tense in (None, "reported")):
        return year, ()
    if view.tense in ("past", "reported"):
        for _, other, when in candidates:
            if when.first <= now:
                return other, ()
    if view.tense == "future":
        for _, other, when in candidates:
            if when.last >= now:
                return other, ()
    rivals = tuple(other for far, other, _ in candidates[1:2]) if gap > OPEN_DAYS else ()
    return year, rivals


STORY_REACH = 160  # code points: about the same sentence and the next


def distance(when: When, day: date) -> int:
    """Days between; 0 inside."""
    if when.first <= day <= when.last:
        return 0
    return min(abs((when.first - day).days), abs((when.last - day).days))


BACKWARD = 1.6  # a step back in a tale costs so much more than one forward


def story_year(month: int, day: int | None, view: Outlook) -> int | None:
    """The year in a tale that goes forward: that of a year just named, else the one nearest after the last date."""
    story, exact = view.story, view.exact
    if story is None:
        return None
    if exact is None:
        return story.first.year
    if story.granularity is Granularity.YEAR and story.first.year != exact.first.year:
        if story.first.year > exact.first.year and view.story_distance < PARAGRAPH:
            return story.first.year
    best: tuple[float, int] | None = None
    for year in (exact.first.year - 1, exact.first.year, exact.first.year + 1):
        when = a_day(year, month, day) if day else When.month(year, month) if 1 <= year <= 9999 else None
        if when is None:
            continue
        forward = (when.last - exact.last).days
        cost = (
            forward if forward >= 0 else -BACKWARD * (when.first - exact.first).days if when.last < exact.first else 0
        )
        if best is None or cost < best[0]:
            best = (cost, year)
    return best[1] if best else None


PARAGRAPH = 700  # code points


def nearest_weekday(weekday: int, view: Outlook) -> tuple[date, tuple[date, ...]] | None:
    """The day that a bare weekday means, and others that the words leave open."""
    if view.is_narrative and view.last_day:
        base = view.last_day.first
        return base + timedelta(days=(weekday - base.weekday()) % 7), ()
    if view.now is None:
        return None
    back = (view.now.weekday() - weekday) % 7
    forth = (weekday - view.now.weekday()) % 7
    past, future = shift_days(view.now, -back), shift_days(view.now, forth)
    if past is None or future is None:
        return None
    if view.tense == "future":
        return future, ()
    if view.tense is None and past != future:
        return past, (future,)
    return past, ()


# ---- meanings: dates


def date_(phrase: Phrase, view: Outlook) -> Meaning | None:
    """A day or month, with or without its year."""
    parts = phrase.parts
    month = MONTHS[parts["m"]]
    day = ordinal(parts["d"]) if "d" in parts else None
    if day is not None and not 1 <= day <= 31:
        return None
    mod = parts.get("mod")
    year = year_of(parts.get("y")) or view.given_year
    if year is not None:
        when = a_day(year, month, day) if day else When.month(year, month)
        return Meaning("DATE", str(when), part_of(when, mod)) if when else None
    found = nearest_year(month, day, view)
    if found is None:
        return Meaning("DATE", f"XXXX-{month:02d}" + (f"-{day:02d}" if day else ""), moves_story=False)
    if day and "wd" in parts:
        found = by_weekday(found, month, day, weekday_of(parts["wd"]), view)
    year, others = found
    when = a_day(year, month, day) if day else When.month(year, month)
    if when is None:
        return None
    rivals = tuple(
        other for y in others if (other := a_day(y, month, day) if day else part_of(When.month(y, month), mod))
    )
    return Meaning("DATE", str(when), part_of(when, mod), rivals, view.here_ground)


def by_weekday(
    found: tuple[int, tuple[int, ...]], month: int, day: int, weekday: int, view: Outlook
) -> tuple[int, tuple[int, ...]]:
    """The year in which the day falls on that weekday, if one is near."""
    year, _ = found
    for step in (0, -1, 1):
        when = a_day(year + step, month, day)
        if when and when.first.weekday() == weekday:
            return year + step, ()
    return found


def days(phrase: Phrase, view: Outlook) -> Meaning | None:
    """A run of days: "2–4 May", "April 30–May 2, 2019"."""
    parts = phrase.parts
    month, last_month = MONTHS[parts["m"]], MONTHS[parts.get("n", parts["m"])]
    first, last = ordinal(parts["d"]), ordinal(parts["e"])
    if first is None or last is None:
        return None
    year = year_of(parts.get("y"))
    anchor = None
    if year is None:
        found = nearest_year(month, first, view)
        if found is None:
            return Meaning("DATE", f"XXXX-{month:02d}-{first:02d}/XXXX-{last_month:02d}-{last:02d}", moves_story=False)
        year, anchor = found[0], view.here_ground
    start, end = (
        a_day(year - (month > last_month and "y" in parts), month, first),
        a_day(year + (month > last_month and "y" not in parts), last_month, last),
    )
    if start is None or end is None or start.first >= end.first:
        return None
    when = When(start.first, end.last, Granularity.INTERVAL)
    return Meaning("DATE", f"{start}/{end}", when, (), anchor)


def iso(phrase: Phrase, view: Outlook) -> Meaning | None:
    """2013-11-02, with or without an hour."""
    words = phrase.parts["iso"].replace(" ", "t")
    day, _, hour = words.partition("t")
    try:
        when = When.day(date.fromisoformat(day))
    except ValueError:
        return None
    return Meaning("TIME" if hour else "DATE", f"{when}T{hour.upper()}" if hour else str(when), when)


def numeric(phrase: Phrase, view: Outlook) -> Meaning | None:
    """02.11.2013, 11/02/2013, 2013/11/02; day and month may change places where both fit."""
    words = phrase.parts["numeric"]
    separator = "/" if "/" in words else "."
    pieces = [int(piece) for piece in words.split(separator)]
    if len(words.split(separator)[0]) == 4:
        when = a_day(*pieces) if 1000 <= pieces[0] <= 2199 else None
        return Meaning("DATE", str(when), when) if when else None
    first, second, year = pieces
    if separator == "." and year < 1000:
        return None
    year = year_of(words.split(separator)[2]) or 0
    if not 1000 <= year <= 2199:
        return None
    american, other = a_day(year, first, second), a_day(year, second, first)
    best = other if separator == "." or american is None else american
    if best is None:
        return None
    rest = tuple(when for when in (american, other) if when and when != best) if separator == "/" else ()
    return Meaning("DATE", str(best), best, rest)


def september_11(phrase: Phrase, view: Outlook) -> Meaning | None:
    """9/11."""
    return Meaning("DATE", "2001-09-11", When.day(date(2001, 9, 11)), moves_story=False)


def day_of_month(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "on the 20th": of the month where the story is."""
    day = ordinal(phrase.parts["d"])
    here = view.story.first if view.story and (view.is_narrative or view.story_distance < STORY_REACH) else view.now
    if day is None or not 1 <= day <= 31:
        return None
    if here is None:
        return Meaning("DATE", f"XXXX-XX-{day:02d}", moves_story=False)
    ground = view.ground if here == view.now else "narrative"
    base = date(here.year, here.month, 1)
    if ground != "narrative":
        if view.tense == "future" and day < here.day:
            base = shift_months(here, 1) or base
        elif view.tense in ("past", "reported") and day > here.day:
            base = shift_months(here, -1) or base
    when = a_day(base.year, base.month, day)
    return Meaning("DATE", str(when), when, (), ground) if when else None


def month_of(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "December last year", "March 3 this year"."""
    parts = phrase.parts
    month = MONTHS[parts["m"]]
    day = ordinal(parts.get("d") or parts.get("d2") or "")
    here = view.here
    if here is None:
        return Meaning("DATE", f"XXXX-{month:02d}" + (f"-{day:02d}" if day else ""), moves_story=False)
    year = here.year + step_of(parts["k"])
    when = a_day(year, month, day) if day else When.month(year, month)
    if when is None:
        return None
    return Meaning("DATE", str(when), part_of(when, parts.get("mod")), (), view.here_ground)


def step_of(word: str) -> int:
    """-1, 0 or 1 for last, this, next."""
    word = word.split()[-1]
    if word in ("last", "past", "previous", "preceding"):
        return -1
    return 0 if word in ("this", "current", "same", "that", "present") else 1


def last_month_name(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "last December", "next March", "this May"."""
    parts = phrase.parts
    month = MONTHS[parts["m"]]
    day = ordinal(parts["d"]) if "d" in parts else None
    here = view.here
    if here is None:
        return Meaning("DATE", f"XXXX-{month:02d}" + (f"-{day:02d}" if day else ""), moves_story=False)
    step = step_of(parts["k"])
    if step == 0:
        year = here.year
    elif step < 0:
        year = here.year if month < here.month else here.year - 1
    else:
        year = here.year if month > here.month else here.year + 1
    when = a_day(year, month, day) if day else When.month(year, month)
    return Meaning("DATE", str(when), when, (), view.here_ground) if when else None


def month_of_same(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "August of the same year", "of the following year"."""
    parts = phrase.parts
    month = MONTHS[parts["m"]]
    base = view.story.first if view.story else view.here
    if base is None:
        return Meaning("DATE", f"XXXX-{month:02d}", moves_story=False)
    when = When.month(base.year + step_of(parts.get("k") or "same"), month)
    return Meaning("DATE", str(when), when, (), "narrative" if view.story else view.here_ground)


def week_of_month(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "the first week of May", "the last days of April"."""
    parts = phrase.parts
    month = MONTHS[parts["m"]]
    year = year_of(parts.get("y"))
    anchor = None
    if year is None:
        found = nearest_year(month, None, view)
        if found is None:
            return Meaning("DATE", f"XXXX-{month:02d}", moves_story=False)
        year, anchor = found[0], view.here_ground
    whole = When.month(year, month)
    is_last = parts["o"] == "last"
    nth = ordinal(parts["o"]) or 1
    if parts["u"] == "day":
        day = whole.last if is_last else shift_days(whole.first, nth - 1)
        return Meaning("DATE", day.isoformat(), When.day(day), (), anchor) if day else None
    if parts["u"] == "week":
        first = whole.last - timedelta(days=6) if is_last else whole.first + timedelta(days=7 * (nth - 1))
        if first.month != month:
            return None
        return Meaning("DATE", week_value(first), week_of(first), (), anchor)
    return Meaning("DATE", str(whole), part_of(whole, "end" if is_last else "early"), (), anchor)


def year(phrase: Phrase, view: Outlook) -> Meaning | None:
    """A year, or a part of it."""
    number_ = year_of(phrase.parts["y"])
    if not number_:
        return None
    return Meaning("DATE", f"{number_:04d}", part_of(When.year(number_), phrase.parts.get("mod")))


def second_year(first: int, words: str) -> int | None:
    """The year that ends "1941–45", "1999/2000"."""
    if len(words) == 4:
        return int(words)
    if len(words) != 2:
        return None
    last = first // 100 * 100 + int(words)
    return last if last > first else last + 100


def years(phrase: Phrase, view: Outlook) -> Meaning | None:
    """A run of years."""
    first = int(phrase.parts["y"])
    last = second_year(first, phrase.parts["z"])
    if last is None or not first < last <= first + 200:
        return None
    when = When(date(first, 1, 1), date(last, 12, 31), Granularity.INTERVAL)
    return Meaning("DATE", f"{first}/{last}", when)


FISCAL_STARTS = (4, 7, 10)  # the Indian, Japanese and British; the Australian and Egyptian; the American


def fiscal(phrase: Phrase, view: Outlook) -> Meaning | None:
    """A budget year: its days depend on whose it is, and stay open."""
    first = year_of(phrase.parts["y"])
    if first is None or not 1000 <= first <= 2199:
        return None
    last = second_year(first, phrase.parts["z"]) if "z" in phrase.parts else None
    if "z" in phrase.parts and last != first + 1:
        return None
    if last:
        spans = [
            When(date(first, month, 1), date(last, month, 1) - timedelta(days=1), Granularity.INTERVAL)
            for month in FISCAL_STARTS
        ]
        return Meaning(
            "DATE", f"{first}/{last}", When(date(first, 1, 1), date(last, 12, 31), Granularity.INTERVAL), tuple(spans)
        )
    starts = ((first, 4), (first - 1, 7), (first - 1, 10))
    spans = [When(date(y, m, 1), date(y + 1, m, 1) - timedelta(days=1), Granularity.INTERVAL) for y, m in starts]
    return Meaning("DATE", f"FY{first}", When.year(first), tuple(spans))


def fraction(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "the first half of 2018", "the third quarter of the year"."""
    parts = phrase.parts
    order = 2 if parts["o"] == "latter" else ordinal(parts["o"])
    anchor = None
    number_ = year_of(parts.get("y"))
    if number_ is None:
        if "m" not in parts and not phrase.rule.endswith("the year") and parts["f"] == "half":
            return None
        here = view.here
        if here is None:
            return None
        number_, anchor = here.year + (step_of(parts["m"]) if "m" in parts else 0), view.here_ground
    if parts["f"] == "half":
        if parts["o"] == "last":
            order = 2
        if order not in (1, 2):
            return None
        return Meaning("DATE", f"{number_}-H{order}", half_of(number_, order), (), anchor)
    if parts["o"] == "last":
        order = 4
    if order is None or not 1 <= order <= 4:
        return None
    return Meaning("DATE", f"{number_}-Q{order}", quarter_of(number_, order), (), anchor)


def quarter_code(phrase: Phrase, view: Outlook) -> Meaning | None:
    """Q3 2018."""
    code = phrase.parts["q"].upper()
    number_ = year_of(phrase.parts.get("y"))
    if number_ is None or code in ("H3", "H4"):
        return None
    order = int(code[1])
    when = quarter_of(number_, order) if code[0] == "Q" else half_of(number_, order)
    return Meaning("DATE", f"{number_}-{code}", when)


def season(phrase: Phrase, view: Outlook) -> Meaning | None:
    """A season, of a year, last or next, or of where the story is."""
    parts = phrase.parts
    code = SEASONS[parts["s"].removesuffix("time")]
    number_ = year_of(parts.get("y"))
    if number_ is not None:
        when = season_of(number_, code)
        others = (season_of(number_ - 1, code),) if code == "WI" and number_ > 1 else ()
        return Meaning("DATE", f"{number_}-{code}", part_of(when, parts.get("mod")), others)
    here = view.here
    if here is None:
        return Meaning("DATE", f"XXXX-{code}", moves_story=False)
    candidates = [season_of(y, code) for y in (here.year - 1, here.year, here.year + 1)]
    step = step_of(parts["k"]) if "k" in parts else None
    if view.is_narrative and step is None:
        when = season_of(here.year, code)
    elif step == -1 or (step is None and view.tense in ("past", "reported")):
        when = [one for one in candidates if one.first <= here and (step is None or one.last < here)][-1]
    elif step == 1 or (step is None and view.tense == "future"):
        when = next(one for one in candidates if one.last >= here and (step is None or one.first > here))
    else:
        when = min(candidates, key=lambda one: distance(one, here))
    return Meaning("DATE", f"{when.first.year}-{code}", part_of(when, parts.get("mod")), (), view.here_ground)


def decade(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "the 1990s", "the ’90s"."""
    digits = "".join(char for char in phrase.parts["d"] if char.isdigit())
    if len(digits) == 2:
        if (
            phrase.parts["d"][0].isdigit()
            and not view.before.endswith(("the", "early", "late", "mid"))
            and phrase.start == phrase.end
        ):
            return None
        start = (2000 if int(digits) < 30 else 1900) + int(digits)
    else:
        start = int(digits)
    if start < 1000 or start > 2190:
        return None
    return Meaning("DATE", f"{start // 10}", part_of(decade_of(start), phrase.parts.get("mod")), moves_story=False)


def decade_word(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "the late nineties"."""
    start = 1900 + 10 * DECADES[phrase.parts["d"]]
    return Meaning("DATE", f"{start // 10}", part_of(decade_of(start), phrase.parts.get("mod")), moves_story=False)


def century(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "the 19th century"."""
    order = ordinal(phrase.parts["o"])
    if not order or order > 22:
        return None
    first = (order - 1) * 100
    if view.after.startswith(("bc", "b.c")):
        return None
    when = When(date(first + 1, 1, 1), date(first + 100, 12, 31), Granularity.INTERVAL)
    return Meaning("DATE", f"{order - 1:02d}", part_of(when, phrase.parts.get("mod")), moves_story=False)


def before_christ(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "490 BC": no Gregorian day."""
    number_ = int(phrase.parts.get("e") or phrase.parts["n"])
    return Meaning("DATE", f"BC{number_:04d}", moves_story=False)


def anno_domini(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "AD 70"."""
    number_ = int(phrase.parts.get("y") or phrase.parts["z"])
    return Meaning("DATE", f"{number_:04d}", When.year(number_)) if 1 <= number_ <= 2199 else None


# ---- meanings: other calendars


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


# ---- meanings: from here


def deictic_day(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "tomorrow morning", "the day before yesterday"."""
    parts = phrase.parts
    step = {"today": 0, "yesterday": -1, "tomorrow": 1}[parts["t"]]
    if "o" in parts:
        step *= 2
        if (parts["o"] == "before") != (step < 0):
            return None
    day = shift_days(view.now, step) if view.now and not view.is_narrative else None
    part = DAYPARTS.get(parts.get("dp", ""))
    if day is None:
        if parts["t"] == "today" and not part:
            return Meaning("DATE", "PRESENT_REF", moves_story=False)
        return Meaning("TIME" if part else "DATE", None, moves_story=False)
    value = day.isoformat() + (part or "")
    return Meaning("TIME" if part else "DATE", value, When.day(day), (), view.ground)


def tonight(phrase: Phrase, view: Outlook) -> Meaning | None:
    """Tonight."""
    if view.now is None or view.is_narrative:
        return Meaning("TIME", "XXXX-XX-XXTNI", moves_story=False)
    return Meaning("TIME", f"{view.now}TNI", When.day(view.now), (), view.ground)


def weekday(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "Friday morning", "next Monday", "last Monday"."""
    parts = phrase.parts
    index = weekday_of(parts["wd"])
    part = DAYPARTS.get(parts.get("dp", ""))
    kind = "TIME" if part else "DATE"
    others: tuple[date, ...] = ()
    here = (view.last_day.first if view.last_day else None) if view.is_narrative else view.now
    if here is None:
        return Meaning(kind, f"XXXX-WXX-{index + 1}" + (part or ""), moves_story=False)
    key = parts.get("k") or parts.get("k2")
    day: date | None
    if key is None or key in ("this", "same"):
        found = nearest_weekday(index, view)
        if found is None:
            return None
        day, others = found
        if key == "this" and view.tense is None and others:
            day, others = others[0], (day,)
    elif step_of(key) < 0:
        day = shift_days(here, -((here.weekday() - index - 1) % 7 + 1))
    else:
        day = shift_days(here, (index - here.weekday() - 1) % 7 + 1)
        if day and key == "next" and day.isocalendar()[1] == here.isocalendar()[1]:
            later_day = shift_days(day, 7)
            others = (later_day,) if later_day else ()
    if day is None:
        return None
    ground = "narrative" if view.is_narrative else view.ground
    return Meaning(kind, day.isoformat() + (part or ""), When.day(day), tuple(When.day(one) for one in others), ground)


def weekday_of_week(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "Monday next week"."""
    here = view.here
    index = weekday_of(phrase.parts["wd"])
    if here is None:
        return Meaning("DATE", f"XXXX-WXX-{index + 1}", moves_story=False)
    day = shift_days(here, 7 * step_of(phrase.parts["k"]) + index - here.weekday())
    return Meaning("DATE", day.isoformat(), When.day(day), (), view.here_ground) if day else None


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


UNANCHORED = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Y": "XXXX", "Q": "XXXX-QX"}


def deictic_unit(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "last week", "early next month", "the end of the year"."""
    parts = phrase.parts
    letter = unit_of(parts["u"])
    here = view.here
    mod = parts.get("mod") or parts.get("e")
    if here is None:
        return Meaning("DATE", None, moves_story=False)
    found = unit_at(here, letter, step_of(parts.get("k", "this")), parts["u"])
    if found is None:
        return None
    value, when = found
    if parts["u"] == "weekend" and "k" not in parts and view.tense in ("past", "reported") and here.weekday() < 5:
        value, when = unit_at(here, letter, -1, "weekend") or found
    return Meaning("DATE", value, part_of(when, mod), (), view.here_ground, letter in ("D", "M", "Y"))


def deictic_span(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "the past year": a stretch up to now, or the next year of the story."""
    if phrase.parts["k"] == "next":
        return same_unit(phrase, view)
    return Meaning("DURATION", duration_value(1, unit_of(phrase.parts["u"])), moves_story=False)


def deictic_part(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "last night", "this morning"."""
    part = DAYPARTS[phrase.parts["dp"]]
    here = view.here
    if here is None:
        return Meaning("TIME", None, moves_story=False)
    day = shift_days(here, step_of(phrase.parts["k"]))
    return Meaning("TIME", f"{day}{part}", When.day(day), (), view.here_ground) if day else None


def same_daypart(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "that afternoon", "the next morning"."""
    part = DAYPARTS[phrase.parts["dp"]]
    base = story_base("D", view)
    day = shift_days(base[0], step_of(phrase.parts.get("k") or "same")) if base else None
    if day is None or base is None:
        return Meaning("TIME", f"XXXX-XX-XX{part}", moves_story=False)
    return Meaning("TIME", f"{day}{part}", When.day(day), (), base[1])


def daypart_of_day(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "the night of 8 February 1904"."""
    parts = dict(phrase.parts)
    part = DAYPARTS[parts.pop("dp")]
    parts.pop("mod", None)
    parts["m"], parts["d"] = parts.get("m") or parts["m2"], parts.get("d") or parts["d2"]
    day = date_(replace(phrase, parts=parts), view)
    if day is None or day.value is None:
        return None
    return replace(day, type="TIME", value=day.value + part)


def year_end(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "year-end", "month’s end"."""
    word = phrase.parts.get("u") or phrase.parts.get("u2") or "year"
    here = view.here
    if here is None:
        return Meaning("DATE", None, moves_story=False)
    found = unit_at(here, unit_of(word), 0, word)
    return Meaning("DATE", found[0], part_of(found[1], "end"), (), view.here_ground, False) if found else None


def same_unit(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "the following day", "the same year", "that month": from where the story is."""
    parts = phrase.parts
    letter = unit_of(parts["u"])
    base = story_base(letter, view)
    if base is None:
        return Meaning("DATE", None, moves_story=False)
    here, ground = base
    step = step_of(parts.get("k") or "same")
    if parts.get("k") == "next" and not view.is_narrative and ground != "narrative" and letter != "D":
        return deictic_unit(phrase, view)
    found = unit_at(here, letter, step, parts["u"])
    return Meaning("DATE", found[0], found[1], (), ground) if found else None


def story_base(letter: str, view: Outlook) -> tuple[date, str | None] | None:
    """The day from which "later" and "the following" count."""
    if letter == "D" and view.last_day and (view.is_narrative or view.story_distance < 4 * STORY_REACH):
        return view.last_day.first, "narrative"
    if view.story and letter != "D":
        return view.story.first, "narrative"
    if view.now and not view.is_narrative:
        return view.now, view.ground
    return None


def shifted(here: date, amount: float, letter: str, word: str) -> tuple[str, When] | None:
    """So many units away, at the granularity of the unit."""
    if letter in CLOCK_UNITS or word.startswith("minute"):
        return unit_at(here, "D", 0, "day")
    if amount != int(amount):
        if letter == "Y":
            return unit_at(here, "M", round(12 * amount), "month")
        return None
    if abs(amount) > 100_000:
        return None
    if word.startswith("fortnight"):
        return unit_at(here, "W", 2 * int(amount), "week")
    if letter == "DE":
        return unit_at(here, "DE", int(amount), "decade")
    return unit_at(here, letter, int(amount), word.rstrip("s"))


def ago(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "two years ago"."""
    amount = number(phrase.parts["n"])
    letter = unit_of(phrase.parts["u"])
    here = view.here
    if amount is None:
        return Meaning("DATE", "PAST_REF", moves_story=False)
    if here is None:
        return Meaning("DATE", None, moves_story=False)
    found = shifted(here, -amount, letter, phrase.parts["u"])
    return Meaning("DATE", found[0], found[1], (), view.here_ground) if found else None


def from_now(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "two weeks from now"."""
    amount = number(phrase.parts["n"])
    if amount is None:
        return Meaning("DATE", "FUTURE_REF", moves_story=False)
    if view.now is None:
        return Meaning("DATE", None, moves_story=False)
    found = shifted(view.now, amount, unit_of(phrase.parts["u"]), phrase.parts["u"])
    return Meaning("DATE", found[0], found[1], (), view.ground) if found else None


def later(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "two days later", "a year earlier", "the day before"."""
    parts = phrase.parts
    amount = number(parts.get("n", "a"))
    letter = unit_of(parts["u"])
    base = story_base(letter, view)
    if amount is None or base is None:
        return Meaning("DATE", None, moves_story=False)
    sign = -1 if parts["k"] in ("earlier", "before", "previously", "beforehand", "prior") else 1
    found = shifted(base[0], sign * amount, letter, parts["u"])
    return Meaning("DATE", found[0], found[1], (), base[1]) if found else None


def holiday(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "Christmas Day 1991", "New Year’s Eve"."""
    parts = phrase.parts
    which = parts.get("c") or "new year"
    is_eve = (parts.get("w") or parts.get("w2")) == "eve"
    fixed = {"christmas": (12, 24 if is_eve else 25), "new year": (12, 31) if is_eve else (1, 1), "nowruz": (3, 21)}
    if which not in fixed:
        return None
    month, day = fixed[which]
    year_ = year_of(parts.get("y"))
    anchor = None
    if year_ is None:
        found = nearest_year(month, day, view)
        if found is None:
            return Meaning("DATE", f"XXXX-{month:02d}-{day:02d}", moves_story=False)
        year_, anchor = found[0], view.here_ground
    when = a_day(year_, month, day)
    return Meaning("DATE", str(when), when, (), anchor) if when else None


# ---- meanings: how long, how often


def duration(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "two years", "several months", "the past five years"."""
    parts = phrase.parts
    word = parts["u"]
    letter = unit_of(word)
    amount = number(parts["n"]) if "n" in parts else None
    if "n2" in parts:
        amount = number(parts["n2"])
    if amount is not None and (amount > 10_000 or amount == 0):
        return None
    if word.startswith(("minute", "min")):
        letter = "TM"
    if word in ("second", "quarter") and "consecutive" not in view.before:
        return None
    if word == "quarters" and amount == 3:
        return None
    if word.startswith("fortnight") and amount is not None:
        amount *= 2
    return Meaning("DURATION", duration_value(amount, letter), moves_story=False)


def half_duration(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "half a year"."""
    letter = unit_of(phrase.parts["u"])
    values = {"Y": "P6M", "H": "PT30M", "DE": "P5Y", "CE": "P50Y", "D": "PT12H"}
    return Meaning("DURATION", values.get(letter) or duration_value(0.5, letter), moves_story=False)


def half_more(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "a year and a half"."""
    amount = number(phrase.parts["n"])
    if amount is None:
        return None
    return Meaning("DURATION", duration_value(amount + 0.5, unit_of(phrase.parts["u"])), moves_story=False)


def every(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "every two years"."""
    amount = number(phrase.parts.get("n", "a"))
    word = phrase.parts["u"]
    letter = "TM" if word.startswith("minute") else unit_of(word)
    return Meaning("SET", duration_value(amount, letter), moves_story=False)


def every_weekday(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "every Monday", "Mondays"."""
    parts = phrase.parts
    if "m" in parts:
        return Meaning("SET", f"XXXX-{MONTHS[parts['m']]:02d}", moves_story=False)
    if "dp" in parts:
        return Meaning("SET", "XXXX-XX-XX" + DAYPARTS[parts["dp"]], moves_story=False)
    word = parts.get("wd") or parts["wds"].rstrip("s")
    if word in ("weekend", "weekday"):
        return Meaning("SET", "XXXX-WXX-WE" if word == "weekend" else "XXXX-WXX", moves_story=False)
    return Meaning("SET", f"XXXX-WXX-{weekday_of(word) + 1}", moves_story=False)


def times_a(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "twice a year"."""
    return Meaning("SET", duration_value(1, unit_of(phrase.parts["u"])), moves_story=False)


ADVERBS = {
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "monthly": "P1M",
    "quarterly": "P3M",
    "annual": "P1Y",
    "annually": "P1Y",
    "yearly": "P1Y",
    "hourly": "PT1H",
    "fortnightly": "P2W",
    "biweekly": "P2W",
    "biannual": "P6M",
    "biannually": "P6M",
    "biennial": "P2Y",
    "biennially": "P2Y",
}


def adverb(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "annually"."""
    return Meaning("SET", ADVERBS[phrase.parts["a"]], moves_story=False)


PRESENT = {"now", "currently", "nowadays", "presently"}
PAST = {"recently", "lately", "formerly"}


def reference(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "now", "recently", "the future"."""
    word = phrase.parts["r"]
    value = "PRESENT_REF" if word in PRESENT else "PAST_REF" if word in PAST else "FUTURE_REF"
    return Meaning("DATE", value, moves_story=False)


# ---- meanings: hours

ZONE_HOURS = {"gmt": "Z", "utc": "Z"}


def clock_value(words: str) -> str | None:
    """T18:50 for "6:50 pm"; None if no such hour."""
    low = words.replace(".", ":" if words.count(":") == 0 else "").replace(" ", "")
    is_pm, is_am = "p" in low, "a" in low
    digits = "".join(char if char.isdigit() or char == ":" else "" for char in low).strip(":")
    if ":" not in digits and len(digits) == 4:
        digits = f"{digits[:2]}:{digits[2:]}"
    pieces = [int(piece) for piece in digits.split(":") if piece]
    hour, minute = pieces[0], pieces[1] if len(pieces) > 1 else 0
    if is_pm or is_am:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if is_pm else 0)
    if hour > 24 or minute > 59:
        return None
    return f"T{hour:02d}:{minute:02d}"


def clock(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "10:00 GMT", "6:50pm EDT", "1400 GMT (1700 Moscow time)": of the day beside it, or of the day the report looks from."""
    parts = phrase.parts
    hour = clock_value(parts.get("c") or parts["c4"])
    if hour is None:
        return None
    hour += ZONE_HOURS.get(parts.get("z", ""), "")
    near = view.last_day and view.story_distance < (STORY_REACH if view.is_narrative else 40)
    here = view.last_day.first if view.last_day and near else None if view.is_narrative else view.now
    if here is None:
        return Meaning("TIME", f"XXXX-XX-XX{hour}", moves_story=False)
    ground = view.ground if here == view.now else "narrative"
    return Meaning("TIME", f"{here}{hour}", When.day(here), (), ground, False)


def daypart(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "in the morning"."""
    part = DAYPARTS[phrase.parts["dp"]]
    here = (
        view.last_day.first if view.last_day and (view.is_narrative or view.story_distance < STORY_REACH) else view.now
    )
    if here is None:
        return Meaning("TIME", f"XXXX-XX-XX{part}", moves_story=False)
    ground = view.ground if here == view.now else "narrative"
    return Meaning("TIME", f"{here}{part}", When.day(here), (), ground, False)


HANDLERS: dict[str, Handler] = {
    "date": date_,
    "days": days,
    "iso": iso,
    "numeric": numeric,
    "september_11": september_11,
    "day_of_month": day_of_month,
    "month_of": month_of,
    "last_month_name": last_month_name,
    "month_of_same": month_of_same,
    "week_of_month": week_of_month,
    "year": year,
    "years": years,
    "fiscal": fiscal,
    "fraction": fraction,
    "quarter_code": quarter_code,
    "season": season,
    "decade": decade,
    "decade_word": decade_word,
    "century": century,
    "before_christ": before_christ,
    "anno_domini": anno_domini,
    "era": era,
    "islamic": islamic,
    "persian": persian,
    "deictic_day": deictic_day,
    "tonight": tonight,
    "weekday": weekday,
    "weekday_of_week": weekday_of_week,
    "deictic_unit": deictic_unit,
    "deictic_span": deictic_span,
    "deictic_part": deictic_part,
    "same_daypart": same_daypart,
    "daypart_of_day": daypart_of_day,
    "year_end": year_end,
    "same_unit": same_unit,
    "ago": ago,
    "from_now": from_now,
    "later": later,
    "holiday": holiday,
    "duration": duration,
    "half_duration": half_duration,
    "half_more": half_more,
    "every": every,
    "every_weekday": every_weekday,
    "times_a": times_a,
    "adverb": adverb,
    "reference": reference,
    "clock": clock,
    "daypart": daypart,
}


def with_clock(day: Meaning, hour: Meaning) -> Meaning | None:
    """A day and an hour of it, as one time."""
    if day.when is None or day.when.granularity is not Granularity.DAY or hour.value is None or "T" not in hour.value:
        return None
    return replace(day, type="TIME", value=f"{day.when}T{hour.value.split('T', 1)[1]}")
