"""What calendar dates mean: days, months, years, seasons, decades, centuries.

One function per meaning that the rule table names; each gives None when the words turn out to be no time.
"""

from datetime import date, timedelta

from aidememoire.language.times.arithmetic import (
    DECADES,
    MONTHS,
    NUMBERS,
    SEASONS,
    a_day,
    decade_of,
    distance,
    half_of,
    ordinal,
    quarter_of,
    season_of,
    shift_months,
    step_of,
    unit_at,
    unit_of,
    weekday_of,
    year_of,
)
from aidememoire.language.times.grammar import Phrase
from aidememoire.language.times.outlook import STORY_REACH, Meaning, Outlook, nearest_year
from aidememoire.model import Granularity, When

LEAP_YEAR = 2000  # has every day that a year can have


def date_(phrase: Phrase, view: Outlook) -> Meaning | None:
    """A day or month, with or without its year."""
    parts = phrase.parts
    month = MONTHS[parts["m"]]
    day = _day_number(parts["d"]) if "d" in parts else None
    if day is not None and not 1 <= day <= 31:
        return None
    year = year_of(parts.get("y")) or view.given_year
    if year is None and view.begins is not None:
        year = _year_after(view.begins, month, day)
    if year is not None:
        when = a_day(year, month, day) if day else When.month(year, month)
        return Meaning("DATE", str(when), when) if when else None
    if day and a_day(LEAP_YEAR, month, day) is None:
        return None  # "31 April"
    found = nearest_year(month, day, view)
    if found is None:
        return Meaning("DATE", f"XXXX-{month:02d}" + (f"-{day:02d}" if day else ""), moves_story=False)
    if day and "wd" in parts:
        found = by_weekday(found, month, day, weekday_of(parts["wd"]), view)
    year, others = found
    when = a_day(year, month, day) if day else When.month(year, month)
    if when is None:
        return None
    rivals = tuple(other for y in others if (other := a_day(y, month, day) if day else When.month(y, month)))
    return Meaning("DATE", str(when), when, rivals, view.here_ground)


def _year_after(begins: When, month: int, day: int | None) -> int:
    """The year of a stretch's end, which comes after its beginning ("from June 1 through Nov. 30")."""
    is_over = (month, day or begins.last.day) < (begins.first.month, begins.first.day)
    return begins.first.year + is_over


def _day_number(words: str) -> int | None:
    """The day of a month that words give: "3rd", "third", "six"."""
    return ordinal(words) or NUMBERS.get(words)


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
    first, last = _day_number(parts["d"]), _day_number(parts["e"])
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
    """02.11.2013, 11/02/2013, 2013/11/02; with slashes, day and month may change places if no outlet decides."""
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
    if separator == ".":
        best = other
    else:
        best = (other or american) if view.is_month_first is False else (american or other)
    if best is None:
        return None
    is_open = separator == "/" and view.is_month_first is None
    rest = tuple(when for when in (american, other) if when and when != best) if is_open else ()
    return Meaning("DATE", str(best), best, rest)


def september_11(phrase: Phrase, view: Outlook) -> Meaning | None:
    """9/11."""
    return Meaning("DATE", "2001-09-11", When.day(date(2001, 9, 11)), moves_story=False)


def day_of_month(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "on the 20th": of the month where the story is."""
    day = ordinal(phrase.parts["d"])
    here = view.story.first if view.story and (view.is_narrative or view.story_distance < STORY_REACH) else view.now
    if view.tense == "future" and view.now and here and here < view.now and not view.is_narrative:
        here = view.now  # "They last met in May; they will meet again on the 20th"
    if day is None or not 1 <= day <= 31:
        return None
    is_yet_to_come = here and view.now and (here.year, here.month) > (view.now.year, view.now.month)
    if view.tense in ("past", "reported") and is_yet_to_come and not view.is_narrative:
        here = view.now  # "They will meet in July; on the 24th they spoke by telephone"
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
    return Meaning("DATE", str(when), when, (), view.here_ground)


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


def year(phrase: Phrase, view: Outlook) -> Meaning | None:
    """A year, or a part of it."""
    number_ = year_of(phrase.parts["y"])
    if not number_:
        return None
    return Meaning("DATE", f"{number_:04d}", When.year(number_))


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
    value = f"FY{first}" if phrase.rule == "FY joined" else f"{first}"
    return Meaning("DATE", value, When.year(first), tuple(spans))


HALF_BEFORE = ("in", "for", "during", "over")  # "in the first half" is of a year,
HALF_AFTER = ("of", "-")  # unless it is the first half of something else


def year_ago(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "the year-ago quarter": that of the year before the quarter last told of; else the year before."""
    here, told = view.here, view.story
    if here is None:
        return Meaning("DATE", None, moves_story=False)
    if "f" in phrase.parts:
        base = told.first if told and told.granularity is Granularity.QUARTER else shift_months(here, -3)
        found = unit_at(date(base.year - 1, base.month, 1), "Q", 0, "quarter") if base and base.year > 1 else None
    else:
        found = unit_at(here, "Y", -1, "year")
    return Meaning("DATE", found[0], found[1], (), view.here_ground, False) if found else None


def latest(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "the latest quarter", "the quarter": the one last told of, else the last that is over."""
    here, told, word = view.here, view.story, phrase.parts["u"]
    if told and told.granularity is Granularity.QUARTER and word == "quarter":
        return Meaning("DATE", f"{told.first.year}-Q{(told.first.month + 2) // 3}", told, (), "narrative", False)
    if here is None:
        return Meaning("DATE", None, moves_story=False)
    if "k" not in phrase.parts and view.before != "for":
        return None  # "in the quarter" may be a place
    found = unit_at(here, unit_of(word), -1, word)
    return Meaning("DATE", found[0], found[1], (), view.here_ground, False) if found else None


def fraction(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "the first half of 2018", "the third quarter of the year"; a quarter alone: of this year or, told, the last."""
    parts = phrase.parts
    count = 2 if parts["f"] == "half" else 4
    order = count if parts["o"] in ("last", "latter") else ordinal(parts["o"])
    if order is None or not 1 <= order <= count:
        return None
    year_, anchor = year_of(parts.get("y")), None
    if year_ is None:
        here = view.here
        is_half_of_year = (
            "w" in parts
            or "j" in parts
            or (parts["o"] != "last" and view.before in HALF_BEFORE and view.after not in HALF_AFTER)
        )
        if here is None or (count == 2 and not is_half_of_year):
            return None
        year_, anchor = here.year + step_of(parts.get("m", "this")), view.here_ground
        ahead = (half_of if count == 2 else quarter_of)(year_, order)
        if view.tense != "future" and "w" not in parts and ahead.first > here:
            year_ -= 1
    when = half_of(year_, order) if count == 2 else quarter_of(year_, order)
    return Meaning("DATE", f"{year_}-{'H' if count == 2 else 'Q'}{order}", when, (), anchor)


def quarter_code(phrase: Phrase, view: Outlook) -> Meaning | None:
    """Q3 2018."""
    code = phrase.parts["q"].upper()
    number_ = year_of(phrase.parts.get("y"))
    if number_ is None or code in ("H3", "H4"):
        return None
    order = int(code[1])
    when = quarter_of(number_, order) if code[0] == "Q" else half_of(number_, order)
    return Meaning("DATE", f"{number_}-{code}", when)


ENDING_SEASON_DAYS = 30  # so near its end, "in the spring" is the next one
FAR_SEASON_DAYS = 240  # of one so long over one says "last spring": "called for elections in the spring" is ahead


def season(phrase: Phrase, view: Outlook) -> Meaning | None:
    """A season, of a year, last or next, or of where the story is."""
    parts = phrase.parts
    code = SEASONS[parts["s"].removesuffix("time")]
    number_ = year_of(parts.get("y"))
    if number_ is not None:
        when = season_of(number_, code)
        others = (season_of(number_ - 1, code),) if code == "WI" and number_ > 1 else ()
        return Meaning("DATE", f"{number_}-{code}", when, others)
    here = view.here
    if here is None:
        return Meaning("DATE", f"XXXX-{code}", moves_story=False)
    candidates = [season_of(y, code) for y in (here.year - 1, here.year, here.year + 1)]
    step = step_of(parts["k"]) if "k" in parts else None
    others = ()
    if step == 0:
        when = candidates[0] if code == "WI" and here.month < 3 else candidates[1]
    elif view.is_narrative and step is None:
        when = season_of(here.year, code)
    elif step == -1 or (step is None and view.tense in ("past", "reported")):
        when = [one for one in candidates if one.first <= here and (step is None or one.last < here)][-1]
        if step is None and (here - when.last).days > FAR_SEASON_DAYS:
            when = min(candidates, key=lambda one: distance(one, here))
    elif step == 1 or (step is None and view.tense == "future"):
        when = next(one for one in candidates if one.last >= here and (step is None or one.first > here))
        if step == 1 and when.first.year == here.year:
            others = (candidates[2],)
        elif step is None and (when.last - here).days < ENDING_SEASON_DAYS and when is not candidates[-1]:
            when, others = next(one for one in candidates if one.first > here), (when,)  # "in the spring", late in May
    else:
        when = min(candidates, key=lambda one: distance(one, here))
    return Meaning("DATE", f"{when.first.year}-{code}", when, others, view.here_ground)


POSSESSIVES = ("his", "her", "my", "their", "our", "your")  # "in his 90s" is an age


def decade(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "the 1990s", "the ’90s"."""
    if view.before in POSSESSIVES:
        return None
    digits = "".join(char for char in phrase.parts["d"] if char.isdigit())
    if len(digits) == 2:
        if phrase.parts["d"][0].isdigit() and phrase.last - phrase.first == 1:  # "90s" alone may be seconds, or an age
            return None
        start = (2000 if int(digits) < 30 else 1900) + int(digits)
    else:
        start = int(digits)
    if start < 1000 or start > 2190:
        return None
    return Meaning("DATE", f"{start // 10}", decade_of(start), moves_story=False)


def decade_word(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "the late nineties"."""
    start = 1900 + 10 * DECADES[phrase.parts["d"]]
    return Meaning("DATE", f"{start // 10}", decade_of(start), moves_story=False)


def century(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "the 19th century"."""
    order = ordinal(phrase.parts["o"])
    if order and phrase.parts.get("tens") == "twenty":
        order += 20
    if not order or order > 22:
        return None
    first = (order - 1) * 100
    if view.after.startswith(("bc", "b.c")):
        return None
    when = When(date(first + 1, 1, 1), date(first + 100, 12, 31), Granularity.INTERVAL)
    return Meaning("DATE", f"{order - 1:02d}", when, moves_story=False)


def before_christ(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "490 BC": no Gregorian day."""
    number_ = int(phrase.parts.get("e") or phrase.parts["n"])
    return Meaning("DATE", f"BC{number_:04d}", moves_story=False)


def anno_domini(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "AD 70"."""
    number_ = int(phrase.parts.get("y") or phrase.parts["z"])
    return Meaning("DATE", f"{number_:04d}", When.year(number_)) if 1 <= number_ <= 2199 else None
