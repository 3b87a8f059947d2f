"""Seats: the cities where organisations sit, so that what they hold "here" is held there."""

from functools import cache

from aidememoire.knowledge.tables import rows_of


def seats_of(code: str) -> frozenset[str]:
    """The cities where an organisation has its seat, as the places table names them; none for states."""
    return _shipped().get(code, frozenset())


@cache
def _shipped() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in rows_of("seats.tsv"):
        found.setdefault(row["code"], set()).add(row["city"])
    return {code: frozenset(cities) for code, cities in found.items()}
