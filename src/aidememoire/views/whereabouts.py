"""In which countries the words of a place lie."""

import re
from collections.abc import Iterable

from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.places import Place
from aidememoire.model import NameForm

_COUNTRY_KINDS = frozenset({"state", "former_state", "entity"})
_COUNTRY_FORMS = frozenset({NameForm.NAME, NameForm.ABBREVIATION})
# American towns bear the names of all the world's, and are told apart by their state: "Moscow, Idaho". Without Georgia,
# which the table of parties tells from the country.
_AMERICAN_STATES = (
    "Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho Illinois Indiana "
    "Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana "
    "Nebraska Nevada New_Hampshire New_Jersey New_Mexico New_York North_Carolina North_Dakota Ohio Oklahoma Oregon "
    "Pennsylvania Rhode_Island South_Carolina South_Dakota Tennessee Texas Utah Vermont Virginia Washington "
    "West_Virginia Wisconsin Wyoming D.C. DC"
)
_IN_AN_AMERICAN_STATE = re.compile(
    r",\s+(?:" + "|".join(re.escape(name.replace("_", " ")) for name in _AMERICAN_STATES.split()) + r")\W*$"
)
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
    if _IN_AN_AMERICAN_STATE.search(words) or _ends_in_a_trap(words, knowledge):
        return ("USA",)
    named = [
        (found.start, found.code)
        for found in knowledge.parties.scan(words)
        if found.form in _COUNTRY_FORMS and _is_country(found.code, knowledge)
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
    return any(end == len(text) and "Georgia" in text[start:end] for start, end in knowledge.parties.scan_traps(text))


def _is_country(code: str, knowledge: Knowledge) -> bool:
    party = knowledge.parties.get(code)
    return party is not None and party.kind in _COUNTRY_KINDS


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
