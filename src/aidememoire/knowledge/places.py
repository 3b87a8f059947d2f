"""Places: cities, venues of diplomacy, seas and regions, with the country they lie in.

Countries are not in this table: they are parties, and the finder of places makes country mentions of their names.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from aidememoire.knowledge.phrases import Phrases
from aidememoire.knowledge.tables import Row, listed, rows_of

MANY_PEOPLE = 1_000  # thousands; a city as big is known by its bare name ("Shanghai"), "Mobile" needs "in Mobile"


@dataclass(frozen=True, slots=True)
class Place:
    """A city, venue, sea or region."""

    name: str
    kind: str  # city | venue | region
    country: str | None  # party code; None for seas and regions that are no country's
    city: str | None  # the city that a venue lies in
    people: int  # thousands; 0 where unknown
    is_capital: bool
    is_known: bool  # listed by hand: a place where diplomacy happens
    timezone: str | None  # IANA

    @property
    def is_well_known(self) -> bool:
        """Whether its bare name is likely to mean it: capitals, big cities, venues and regions."""
        return self.kind != "city" or self.is_capital or self.is_known or not 0 < self.people < MANY_PEOPLE


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A name found in a text; the words are ``text[start:end]``."""

    start: int
    end: int
    places: tuple[Place, ...]  # all that bear it, likeliest first


class Places:
    """The places table: look-up by name, and names in a text."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows = tuple(rows)
        self._phrases: Phrases[Place] = Phrases()
        for row in self._rows:
            place = _place(row)
            for name in dict.fromkeys((place.name, *listed(row.get("other_names")))):
                self._phrases.add(name, place)

    @classmethod
    def shipped(cls) -> "Places":
        """The table that ships with the package, loaded once."""
        return _shipped()

    def with_rows(self, rows: Iterable[Row]) -> "Places":
        """This table with a user's rows (columns of ``places.tsv``) laid over it: they come first."""
        return Places([*rows, *self._rows])

    def find(self, name: str) -> list[Place]:
        """The places that bear the name, likeliest first: capitals, then by number of people."""
        return list(_ranked(self._phrases.get(name)))

    def names(self) -> tuple[str, ...]:
        """The names of all places, without their other names."""
        return tuple(row["name"] for row in self._rows)

    def scan(self, text: str) -> list[PlaceName]:
        """The names in the text, in order of position, none overlapping; the longest at each place."""
        return [PlaceName(found.start, found.end, _ranked(found.values)) for found in self._phrases.scan(text)]


def _ranked(places: tuple[Place, ...]) -> tuple[Place, ...]:
    if len(places) == 1:
        return places
    return tuple(sorted(dict.fromkeys(places), key=_unlikelihood))


def _unlikelihood(place: Place) -> tuple[bool, int]:
    """Capitals, venues and places listed by hand first, then by number of people."""
    return (place.kind == "city" and not place.is_capital and not place.is_known, -place.people)


def _place(row: Row) -> Place:
    return Place(
        name=row["name"],
        kind=row.get("kind") or "city",
        country=row.get("country") or None,
        city=row.get("city") or None,
        people=int(row.get("people") or 0),
        is_capital=bool(row.get("is_capital")),
        is_known=bool(row.get("is_known")),
        timezone=row.get("timezone") or None,
    )


@cache
def _shipped() -> Places:
    return Places(rows_of("places.tsv"))
