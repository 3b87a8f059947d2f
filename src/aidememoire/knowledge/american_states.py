"""The states of America, of which many a town and two states of the world bear the names."""

from functools import cache

from aidememoire.knowledge.parties import Parties
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
def countries_namesakes() -> frozenset[str]:
    """Those that bear the name of a state of the world, which the table of parties has.

    >>> sorted(countries_namesakes())
    ['Georgia']
    """
    parties = Parties.shipped()
    named = {name: parties.find(name) for name in american_states()}
    return frozenset(name for name, party in named.items() if party is not None and party.name == name)


@cache
def american_states_in_short() -> frozenset[str]:
    """How American newspapers shorten them: "Ala.", "N.Y."; not the two letters of the post."""
    return frozenset(short for name, short in _rows() if short and not name.startswith("District"))


@cache
def _rows() -> tuple[tuple[str, str], ...]:
    return tuple((row["name"], row["short"]) for row in rows_of("american_states.tsv"))
