"""What words mean that point from here: from today, or from where the story is.

One function per meaning that the rule table names; each gives None when the words turn out to be no time.
"""

from dataclasses import replace
from datetime import date, timedelta

from aidememoire.language.times.arithmetic import (
    DAYPARTS,
    duration_value,
    number,
    shift_days,
    shifted,
    step_of,
    unit_at,
    unit_of,
    weekday_of,
)
from aidememoire.language.times.dates import date_
from aidememoire.language.times.grammar import Phrase
from aidememoire.language.times.outlook import Meaning, Outlook, nearest_weekday, story_base
from aidememoire.model import Granularity, When


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
    here = view.last_day.first if view.last_day and view.is_narrative and view.now else None
    here = here if view.is_narrative else view.now
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


def deictic_unit(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "last week", "early next month", "the end of the year"."""
    parts = phrase.parts
    letter = unit_of(parts["u"])
    here = view.here
    if parts["u"] == "day" and parts.get("e") == "end" and view.opens and view.after == ",":
        return None  # "At the end of the day, all depends on them"
    if here is None:
        return Meaning("DATE", None, moves_story=False)
    found = unit_at(here, letter, step_of(parts.get("k", "this")), parts["u"])
    if found is None:
        return None
    value, when = found
    is_over = view.tense in ("past", "reported") or view.before in BEHIND
    ends = SATURDAY if "k" not in parts else WEDNESDAY if parts["k"] == "this" and view.tense == "past" else 0
    if parts["u"] == "weekend" and is_over and here.weekday() < ends:
        value, when = unit_at(here, letter, -1, "weekend") or found
    if parts["u"] == "week" and not view.is_narrative:
        value, when, others = _week(here, parts, view)
        return Meaning("DATE", value, when, others, view.here_ground, False)
    return Meaning("DATE", value, when, (), view.here_ground, letter in ("D", "M", "Y"))


# "They spoke this weekend" on a Monday or Tuesday is of the weekend behind; on a Thursday the words are of either.
WEDNESDAY, SATURDAY, SUNDAY = 2, 5, 6
BEHIND = ("after", "following", "from")  # "back from a weekend visit" is over, whatever is told of next


def _week(here: date, parts: dict[str, str], view: Outlook) -> tuple[str, When, tuple[When, ...]]:
    """ "this week" up to today or from today on, as the tense has it; on a Sunday either the one behind or ahead."""
    step = step_of(parts.get("k", "this"))
    if here.weekday() == SUNDAY and step <= 0 and (step < 0 or view.tense == "future"):
        value, when = unit_at(here, "W", step + 1, "week") or ("", When.day(here))
        rival = unit_at(here, "W", step, "week")
        return value, when, (rival[1],) if rival else ()
    value, when = unit_at(here, "W", step, "week") or ("", When.day(here))
    first, last = when.first, when.last
    if parts.get("x") == "earlier" and step == 0 and here > first:
        last = here - timedelta(days=1)
    elif parts.get("x") == "later" and step == 0 and here < last:
        first = here + timedelta(days=1)
    elif step == 0 and _is_up_to_now(view) and "e" not in parts:
        last = here
    elif parts.get("mod") == "early" or parts.get("e") in {"beginning", "start", "outset"}:
        last = first + timedelta(days=2)
    elif parts.get("mod") == "late":
        first = last - timedelta(days=3)
    granularity = when.granularity if (first, last) == (when.first, when.last) else Granularity.INTERVAL
    return value, When(first, last, granularity), ()


def _is_up_to_now(view: Outlook) -> bool:
    """Whether "this week" is but its days so far: not in "this week's talks", which may go on."""
    return view.before == "far" or (view.tense in ("past", "reported") and view.after not in POSSESSIVES)


POSSESSIVES = ("'s", "’s", "s")


def deictic_span(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "the past year": a stretch up to now, or the next year of the story; "all day"."""
    which = phrase.parts.get("k")
    if which == "next":
        return same_unit(phrase, view)
    if which == "last" and phrase.parts["u"] == "day":
        return None  # the last of some days
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


def before_last(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "the week before last", "the month after next"."""
    here, word = view.here, phrase.parts["u"]
    if here is None:
        return Meaning("DATE", None, moves_story=False)
    found = unit_at(here, unit_of(word), -2 if phrase.parts["o"] == "before" else 2, word)
    return Meaning("DATE", found[0], found[1], (), view.here_ground) if found else None


def eve(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "the eve of the summit": the day before something that has no date here; "the eve of 9 May" has one.

    "On the eve the minister met": the day before, as translations have it.
    """
    if "m" not in phrase.parts:
        base = story_base("D", view) if view.opens and not view.after.startswith("of") else None
        before = shift_days(base[0], -1) if base else None
        if base is None or before is None:
            return Meaning("DATE", None, moves_story=False)
        return Meaning("DATE", before.isoformat(), When.day(before), (), base[1], moves_story=False)
    day = date_(phrase, view)
    before = shift_days(day.when.first, -1) if day and day.when else None
    if day is None or before is None:
        return day
    return Meaning("DATE", before.isoformat(), When.day(before), (), day.anchor)


def year_end(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "year-end", "month’s end"."""
    word = phrase.parts.get("u") or phrase.parts.get("u2") or "year"
    here = view.here
    if here is None:
        return Meaning("DATE", None, moves_story=False)
    found = unit_at(here, unit_of(word), 0, word)
    return Meaning("DATE", found[0], found[1], (), view.here_ground, False) if found else None


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


def ago(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "two years ago"."""
    amount = number(phrase.parts["n"]) if "n" in phrase.parts else None
    if amount is not None and "h" in phrase.parts:
        amount += 0.5
    if "half" in phrase.parts:
        amount = 0.5
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


BACKWARDS = ("earlier", "before", "previously", "beforehand", "prior")


def later(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "two days later", "a year earlier", "the day before"."""
    parts = phrase.parts
    amount = number(parts.get("n", "a"))
    letter = unit_of(parts.get("u") or parts["v"])
    base = story_base(letter, view)
    is_back = parts["k"] in BACKWARDS
    if base and base[1] != "narrative" and not is_back:
        base = None
    if amount is None or base is None or "v" in parts:
        is_minutes = (parts.get("u") or parts["v"]).startswith("minute")
        if amount is not None and parts.get("u") == "fortnight":
            amount *= 2
        length = duration_value(None if "v" in parts else amount, "TM" if is_minutes else letter)
        return Meaning("DURATION", length, moves_story=False)
    found = shifted(base[0], -amount if is_back else amount, letter, parts["u"])
    return Meaning("DATE", found[0], found[1], (), base[1]) if found else None


def fiscal_by_deixis(phrase: Phrase, view: Outlook) -> Meaning | None:
    """ "next fiscal year", "the current school year": by its number; its days depend on whose it is."""
    here = view.here
    if here is None:
        return Meaning("DATE", None, moves_story=False)
    year = here.year + step_of(phrase.parts["k"])
    return Meaning("DATE", f"{year:04d}", When.year(year), (), view.here_ground, False)
