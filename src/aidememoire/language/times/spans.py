"""What words mean that name no day: how long, how often, "now" and "the future"; and hours of a day.

One function per meaning that the rule table names; each gives None when the words turn out to be no time.
"""

from dataclasses import replace

from aidememoire.language.times.arithmetic import DAYPARTS, MONTHS, UNITS, duration_value, number, unit_of, weekday_of
from aidememoire.language.times.dates import date_
from aidememoire.language.times.grammar import Phrase
from aidememoire.language.times.outlook import STORY_REACH, Meaning, Outlook
from aidememoire.model import Granularity, When

POSSIBLE_YEARS = range(1900, 2101)  # "the 2018–2019 Years of Friendship" are no 2019 years


def duration(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "two years", "several months", "the past five years"."""
    parts = phrase.parts
    word = parts["u"]
    letter = unit_of(word)
    amount = number(parts["n"]) if "n" in parts else None
    if phrase.rule == "decades-long" and not word.endswith("s"):
        amount = 1
    if "n2" in parts:
        amount = number(parts["n2"])
    if "n" not in parts and (pointed := POINTED.get(parts.get("k", ""))):
        return Meaning("DATE", pointed, moves_story=False) if pointed != "PRESENT_REF" or word == "days" else None
    if amount is None and not word.endswith("s") and word in UNITS and parts.get("n") == "some":
        return None  # "some day" is no length of time
    if amount is not None and (amount > 10_000 or amount == 0):
        return None
    if letter == "Y" and amount is not None and amount in POSSIBLE_YEARS and "," not in parts.get("n", ""):
        return None
    if word.startswith(("minute", "min")):
        letter = "TM"
    if word in ("second", "quarter") and "consecutive" not in view.before:
        return None
    if word == "quarters" and amount == 3:
        return None
    if word.startswith("fortnight") and amount is not None:
        amount *= 2
    kind = "SET" if parts.get("n") in ("a", "an") and _is_rated(view.before) else "DURATION"
    return Meaning(kind, duration_value(amount, letter), moves_story=False)


RATED = frozenset(
    "percent pct cent million billion trillion dollars dlrs euros pounds yen roubles rubles tons tonnes barrels bushels"
    " people hours days miles kilometers kilometres litres liters".split()
)


def _is_rated(before: str) -> bool:
    """Whether so much is told of each: accepts "5 percent", "$4" before "a year"; refuses "spent" before it."""
    return before in RATED or before[:1] in ("$", "€", "£", "¥") or before.endswith("%")


# "recent years", "the coming weeks", "these days": no stretch of known length.
POINTED = {"recent": "PAST_REF", "coming": "FUTURE_REF", "these": "PRESENT_REF"}


def lengths(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "two hours and 20 minutes": P2Y3M, P5DT12H, PT2H20M."""
    parts = phrase.parts
    values = []
    for count, word in ((parts["n"], parts["u"]), (parts["n2"], parts["v"])):
        amount = number(count)
        if amount is None or amount == 0:
            return None
        values.append(duration_value(amount, "TM" if word.startswith("minute") else unit_of(word)))
    days, _, hours = "".join(value.removeprefix("P") for value in values).partition("T")
    return Meaning("DURATION", f"P{days}" + (f"T{hours.replace('T', '')}" if hours else ""), moves_story=False)


def quarter_century(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "a quarter of a century"."""
    return Meaning("DURATION", "P25Y", moves_story=False)


def half_duration(phrase: Phrase, view: Outlook) -> Meaning:
    """ "half a year"."""
    letter = unit_of(phrase.parts["u"])
    values = {"Y": "P6M", "H": "PT30M", "DE": "P5Y", "CE": "P50Y", "D": "PT12H"}
    return Meaning("DURATION", values.get(letter) or duration_value(0.5, letter), moves_story=False)


def half_more(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "a year and a half"."""
    amount = number(phrase.parts["n"])
    if amount is None:
        return None
    if "t" in phrase.parts:  # "2 1/2 years"
        part = int(phrase.parts["t"]) / int(phrase.parts["b"])
        return Meaning("DURATION", duration_value(amount + part, unit_of(phrase.parts["u"])), moves_story=False)
    return Meaning("DURATION", duration_value(amount + 0.5, unit_of(phrase.parts["u"])), moves_story=False)


def every(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "every two years"."""
    amount = 2 if "x" in phrase.parts else number(phrase.parts.get("n", "a"))
    word = phrase.parts["u"]
    letter = "TM" if word.startswith("minute") else unit_of(word)
    return Meaning("SET", duration_value(amount, letter), moves_story=False)


def every_half(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "every half an hour"."""
    return replace(half_duration(phrase, view), type="SET")


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
    value = ADVERBS[phrase.parts["a"]]
    return Meaning("SET", "P6M" if "h" in phrase.parts and value == "P1Y" else value, moves_story=False)


PRESENT = {"now", "currently", "nowadays", "presently", "current", "present"}
PAST = {"recently", "lately", "formerly", "recent"}


def reference(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "now", "recently", "the future"."""
    word = phrase.parts["r"]
    value = "PRESENT_REF" if word in PRESENT else "PAST_REF" if word in PAST else "FUTURE_REF"
    return Meaning("DATE", value, moves_story=False)


def the_past(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "in the past"."""
    return Meaning("DATE", "PAST_REF", moves_story=False)


# ---- meanings: hours

# Offsets of zones that mean one thing; CST, IST and the like mean several.
ZONE_HOURS = {
    "gmt": "Z",
    "utc": "Z",
    "bst": "+01:00",
    "cet": "+01:00",
    "cest": "+02:00",
    "eet": "+02:00",
    "eest": "+03:00",
    "msk": "+03:00",
    "jst": "+09:00",
    "kst": "+09:00",
    "hkt": "+08:00",
    "sgt": "+08:00",
    "aest": "+10:00",
    "aedt": "+11:00",
    "est": "-05:00",
    "edt": "-04:00",
    "mst": "-07:00",
    "mdt": "-06:00",
    "pst": "-08:00",
    "pdt": "-07:00",
}


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
    """ "10:00 GMT", "1400 GMT (1700 Moscow time)": of the day beside it, or of the day the report looks from."""
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


def date_hour(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "15 February 12 22:17 GMT"."""
    hour = clock_value(phrase.parts["c"])
    day = date_(phrase, view)
    if hour is None or day is None or day.when is None:
        return None
    hour += ZONE_HOURS.get(phrase.parts.get("z", ""), "")
    return replace(day, type="TIME", value=f"{day.when}{hour}")


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


def overnight(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "overnight": the night before the day the report looks from, or that of the story."""
    here = view.last_day.first if view.last_day and view.is_narrative else view.now
    if here is None:
        return Meaning("TIME", "XXXX-XX-XXTNI", moves_story=False)
    return Meaning("TIME", f"{here}TNI", When.day(here), (), view.here_ground, False)


def with_clock(day: Meaning, hour: Meaning) -> Meaning | None:
    """A day and an hour of it, as one time."""
    if day.when is None or day.when.granularity is not Granularity.DAY or hour.value is None or "T" not in hour.value:
        return None
    return replace(day, type="TIME", value=f"{day.when}T{hour.value.split('T', 1)[1]}")
