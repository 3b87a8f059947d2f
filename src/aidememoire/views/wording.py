"""How dates, parties, counts and quotations are written on a page."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.calendar_names import MONTH_NAMES
from aidememoire.knowledge.number_words import ordinals
from aidememoire.model import Granularity, MeetingState, When
from aidememoire.register.world import fold

QUOTED_LETTERS = 260
# Words at the head of a cue that stand before the speaker, not after.
NO_VERB = frozenset("according in as per by citing to of for with words".split())
# Verbs that need the person spoken to: "told:" by itself is no English.
_TO_SOMEBODY = frozenset(
    "told tell tells telling informed informs assured assures reminded reminds notified briefed".split()
)
# What a report puts after a quotation before it goes on: the words are the speaker's, the stop is not.
_CLOSERS = " ,;:–—-"
# What a line of a page tells of a record, as it is called where reports differ on it.
_DISPUTED = {
    "date": "the date",
    "place": "the place",
    "ordinal": "the number",
    "host": "the host",
    "state": "whether it took place",
    "content": "what was promised",
    "strength": "how firmly",
    "due": "by when",
    "since": "since when",
}
_ISO_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_MONTHS = tuple(name.title() for name in MONTH_NAMES)  # not the locale's, which must not matter
_ORDINALS = ("", *ordinals(1, 10))


def reports_in_words(count: int) -> str:
    """How many reports.

    >>> reports_in_words(1), reports_in_words(2)
    ('1 report', '2 reports')
    """
    return f"{count} {'report' if count == 1 else 'reports'}"


def day_in_words(text: str | None) -> str:
    """The date written out, however coarse: "2 November 2013", "December 2016", "3–5 May 2018".

    >>> day_in_words("2016-12")
    'December 2016'
    """
    if not text:
        return "date unknown"
    when = When.parse(text)
    first, last = when.first, when.last
    if when.granularity is Granularity.YEAR:
        return str(first.year)
    if when.granularity is Granularity.MONTH:
        return f"{_MONTHS[first.month - 1]} {first.year}"
    if first == last:
        return _day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_day(last)}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month - 1]} – {_day(last)}"
    return f"{_day(first)} – {_day(last)}"


def days_in_words(text: str) -> str:
    """The sentence with its days written out."""
    return _ISO_DAY.sub(lambda found: day_in_words(found.group()), text)


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def ordinal_in_words(number: int) -> str:
    """The number as it is said: "second", "14th"."""
    if 0 < number < len(_ORDINALS):
        return _ORDINALS[number]
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def enumerate_words(words: Iterable[str]) -> str:
    """The words with commas, and an *and* before the last."""
    listed = list(words)
    if len(listed) < 2:
        return "".join(listed)
    return f"{', '.join(listed[:-1])} and {listed[-1]}"


def party_in_words(code: str, knowledge: Knowledge | None) -> str:
    """The party's name, or its code where there is no table."""
    party = knowledge.parties.get(code) if knowledge else None
    return party.name if party else code


def parties_in_words(codes: Iterable[str], knowledge: Knowledge | None) -> str:
    """The parties' names in a row."""
    return enumerate_words(party_in_words(code, knowledge) for code in codes)


def gathering_in_words(values: dict[str, Any], knowledge: Knowledge | None) -> str:
    """A meeting by its format or kind and its parties: "talks of Chile and Peru", "visit of Chile to Peru"."""
    name = quoted(values["format"]) if values["format"] else str(values["kind"])
    parties = _beside_format(values)
    guests = [party for party in values["parties"] if party != values["host"]]
    if values["kind"] == "visit" and guests and len(guests) < len(values["parties"]):
        return f"{name} of {parties_in_words(guests, knowledge)} to {party_in_words(values['host'], knowledge)}"
    return f"{name} of {parties_in_words(parties, knowledge)}" if parties else name


def _beside_format(values: dict[str, Any]) -> list[str]:
    """The parties without the body that the format is named after: the G7 takes no part in a "G7 summit"."""
    format_words = f" {fold(values['format'] or '')} "
    parties = [str(party) for party in values["parties"]]
    return [party for party in parties if f" {fold(party)} " not in format_words] or parties


def place_in_words(values: dict[str, Any], knowledge: Knowledge | None) -> str | None:
    """Where a meeting was; None where that is the host's country, and said with the visit to it."""
    place = " ".join(values["place"].split()) if values["place"] else None
    is_said = values["kind"] == "visit" and place and place == party_in_words(values["host"] or "", knowledge)
    return None if is_said else place


def state_in_words(state: str) -> str:
    """What became of a meeting, as a page read later says it: what was going on then may long be over.

    >>> state_in_words("ongoing"), state_in_words("held")
    ('under way when reported', 'held')
    """
    return "under way when reported" if state == MeetingState.ONGOING else state


def doubt_in_words(values: dict[str, Any]) -> str:
    """What of a record's line the reports differ on, or nothing: "; reports differ on the place".

    >>> doubt_in_words({"rivals": {"place": [], "level": []}})
    '; reports differ on the place'
    """
    disputed = [words for field, words in _DISPUTED.items() if field in values["rivals"]]
    return f"; reports differ on {enumerate_words(disputed)}" if disputed else ""


def quoted(words: str) -> str:
    """The words between quotation marks, without the report's own comma or dash after them.

    What is too long for a page ends in an ellipsis, at a word.

    >>> quoted("We did not speak of fish,")
    '“We did not speak of fish”'
    """
    plain = " ".join(words.split()).rstrip(_CLOSERS)
    if len(plain) > QUOTED_LETTERS:
        plain = plain[:QUOTED_LETTERS].rsplit(" ", 1)[0] + " …"
    return f"“{plain}”"


def cue_in_words(values: dict[str, Any]) -> str:
    """The report's own word of attribution where it can stand after the speaker; "denied" where the content is denied.

    "stressed", "made it clear" can; "according to", "QUESTION" and the silence of a labelled turn can't: then "said".
    So is "told" where the report names nobody who was told.

    >>> cue_in_words({"is_negated": False, "cue": "told", "addressee": "reporters"})
    'told reporters'
    >>> cue_in_words({"is_negated": False, "cue": "told", "addressee": None})
    'said'
    """
    if values["is_negated"]:
        return "denied"
    cue = (values["cue"] or "").strip()
    words = cue.removesuffix(" that").split()
    if not 1 <= len(words) <= 4 or words[0] in NO_VERB or not cue.islower():
        return "said"
    if words[-1] in _TO_SOMEBODY:
        addressee = " ".join((values.get("addressee") or "").split())
        return f"{' '.join(words)} {addressee}" if addressee else "said"
    return " ".join(words)


def sentence_case(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]
