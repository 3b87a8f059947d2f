"""In which countries the words of a place lie."""

import re
from collections.abc import Iterable
from functools import cache

from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.american_states import american_states, countries_namesakes
from aidememoire.knowledge.parties import TERRITORY_KINDS
from aidememoire.knowledge.places import Place
from aidememoire.model import BY_NAME

# On the way to a place nobody is there: "En route Geneva" on an aircraft.
_ON_THE_WAY = re.compile(r"\b(?:en\s+route|aboard)\b", re.IGNORECASE)


def countries_of(words: str, knowledge: Knowledge) -> tuple[str, ...]:
    """The codes of the countries in which the places lie, in order of naming; none where nothing is known of them.

    A country that is named decides for the towns beside it: "Georgetown, Guyana" is Guyana alone.

    >>> from aidememoire.knowledge import shipped
    >>> countries_of("Jerusalem, Ramallah, and Cairo", shipped()), countries_of("Nadi, Fiji", shipped())
    (('ISR', 'PSE', 'EGY'), ('FJI',))
    """
    if _ON_THE_WAY.search(words):
        return ()
    if _in_an_american_state().search(words) or _ends_in_a_trap(words, knowledge):
        return ("USA",)
    named = [
        (found.start, found.code)
        for found in knowledge.parties.scan(words)
        if found.form in BY_NAME and _is_country(found.code, knowledge)
    ]
    codes = {code for _, code in named}
    towns = [
        (found.start, country)
        for found in knowledge.places.scan(words)
        if (country := _country(found.places, codes)) is not None
    ]
    if len(codes) == 1 and len(towns) == 1:
        towns = []
    return tuple(dict.fromkeys(code for _, code in sorted([*named, *towns])))


def _ends_in_a_trap(words: str, knowledge: Knowledge) -> bool:
    """Whether the words end in what only looks like a country: "Athens, Georgia"."""
    text = words.rstrip()
    traps = (text[start:end] for start, end in knowledge.parties.scan_traps(text) if end == len(text))
    return any(name in trap for trap in traps for name in countries_namesakes())


@cache
def _in_an_american_state() -> re.Pattern[str]:
    """A state of America at the end: its towns bear the names of all the world's. Accepts "Moscow, Idaho"."""
    names = sorted(american_states() - countries_namesakes())
    return re.compile(r",\s+(?:" + "|".join(map(re.escape, names)) + r")\W*$")


def _is_country(code: str, knowledge: Knowledge) -> bool:
    party = knowledge.parties.get(code)
    return party is not None and party.kind in TERRITORY_KINDS


def _country(places: Iterable[Place], named: set[str]) -> str | None:
    """The country of the likeliest place of the name: one in a country named beside it, else a well-known one."""
    known = [place for place in places if place.country]
    for place in known:
        if place.country in named:
            return place.country
    if named and not known[:1]:
        return None
    likely = [place for place in known if place.is_well_known or len(known) == 1]
    return likely[0].country if likely else None
