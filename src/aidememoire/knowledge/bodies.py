"""Bodies of states: whose ministers "Arab ministers" are, and what is said of a body that is said of no other."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from aidememoire.knowledge.tables import rows_of


class Trait(StrEnum):
    """What sets a body apart; ``bodies.tsv`` says which have it."""

    NO_MINISTERS = "no_ministers"  # "ministers" near its name are another's: the IAEA's are nobody's
    NO_LEADERS = "no_leaders"  # its "leaders" are its own officials, not heads of states
    BANK = "bank"  # its yearly meetings are a format
    MANY_FORMATS = "many_formats"  # "EU talks" may be any of many, or with it
    MANY_SESSIONS = "many_sessions"  # several of its sessions fall on a day
    SEATED = "seated"  # "talks at NATO": it stands for its seat
    STATES = "states"  # it is but its states by one name: where the Quad meets, its four do
    JUDGES = "judges"  # it deals with a state as a case, and is no side of an agreement with it


@dataclass(frozen=True, slots=True)
class Body:
    """One body of states."""

    code: str  # party code
    region: str | None  # by which its members are called: "Arab", in lower case
    traits: frozenset[Trait]


@cache
def bodies() -> dict[str, Body]:
    """The bodies of the table by code; loaded once."""
    return {
        row["body"]: Body(
            row["body"],
            row["region"].lower() or None,
            frozenset(Trait(trait) for trait in row["traits"].split()),
        )
        for row in rows_of("bodies.tsv")
    }


@cache
def bodies_with(trait: Trait) -> frozenset[str]:
    """The codes of the bodies that have the trait.

    >>> "EBRD" in bodies_with(Trait.BANK)
    True
    """
    return frozenset(code for code, body in bodies().items() if trait in body.traits)


def bodies_of_region(word: str) -> tuple[str, ...]:
    """The bodies whose members are called by the word, in any case: "Arab", "European".

    >>> bodies_of_region("African")
    ('AU', 'OAU')
    """
    return tuple(code for code, body in bodies().items() if body.region == word.lower())
