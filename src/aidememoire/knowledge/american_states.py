"""The states of America, of which many a town and two states of the world bear the names."""

from functools import cache

from aidememoire.knowledge.tables import rows_of


@cache
def american_states() -> frozenset[str]:
    """Their names, and the capital's district in short: "Ohio", "New York", "D.C.", "DC".

    >>> "West Virginia" in american_states(), "Ontario" in american_states()
    (True, False)
    """
    district = {short for name, short in _rows() if name.startswith("District")}
    names = {name for name, _ in _rows() if not name.startswith("District")}
    return frozenset(names | district | {short.replace(".", "") for short in district})


@cache
def american_states_in_short() -> frozenset[str]:
    """How American newspapers shorten them: "Ala.", "N.Y."; not the two letters of the post."""
    return frozenset(short for name, short in _rows() if short and not name.startswith("District"))


@cache
def _rows() -> tuple[tuple[str, str], ...]:
    return tuple((row["name"], row["short"]) for row in rows_of("american_states.tsv"))
