"""Seats: the cities where organisations sit, so that what they hold "here" is held there, and who comes there for talks
doesn't come to see the country."""

from functools import cache

from aidememoire.knowledge.tables import rows_of


def seats_of(code: str) -> frozenset[str]:
    """The cities where an organisation has its seat, as the places table names them; none for states."""
    return _shipped().get(code, frozenset())


def is_for_bodies(place: str) -> bool:
    """Whether one who travels to a place, by the name that a report gives it, comes to the bodies that sit there.

    >>> [is_for_bodies(place) for place in ("GENEVA", "New York", "Lima")]
    [True, True, False]
    """
    return place.casefold() in _for_bodies()


@cache
def _for_bodies() -> frozenset[str]:
    names = (name for row in rows_of("seats.tsv") for name in row["for_bodies"].split("|"))
    return frozenset(name.casefold() for name in names if name)


@cache
def _shipped() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in rows_of("seats.tsv"):
        found.setdefault(row["code"], set()).add(row["city"])
    return {code: frozenset(cities) for code, cities in found.items()}
