"""Those named as the counterparts of others: "their Chilean counterparts Ana Poe and Juan Roe"."""

from itertools import pairwise

from aidememoire.language.people.name_runs import name_words
from aidememoire.language.people.office_words import POSSESSIVES
from aidememoire.language.people.persons import Naming
from aidememoire.language.people.positions import Positions
from aidememoire.model import Sentence

OWNERS = frozenset({"his", "her", "their", "its"})
LISTING = frozenset({",", "and"})
PLURALS = frozenset({"counterparts", "colleagues"})
COUNTERPARTS = PLURALS | {"counterpart", "colleague"}


def count_counterparts(named: list[Naming], positions: Positions) -> None:
    """CASE "their Chilean counterparts Ana Poe and Juan Roe": the second is one too, of the same party.

    CASE "her Chilean and Peruvian counterparts Ana Poe and Juan Roe": each of the party named in its turn.
    """
    tokens = positions.mentions.tokens
    for left, right in pairwise(named):
        between = [token.lower for token in tokens[left.last : right.first]]
        if left.counterpart is not None and right.office is None and between in (["and"], [","], [",", "and"]):
            right.counterpart = left.counterpart + 1
            right.party = right.party or left.party
    for index, naming in enumerate(named):
        if naming.counterpart == 0:
            sides = _sides_before(naming, positions)
            theirs = named[index : index + len(sides)]
            if len(sides) > 1 and [each.counterpart for each in theirs] == list(range(len(sides))):
                for each, code in zip(theirs, sides, strict=True):
                    each.party = code


def _sides_before(naming: Naming, positions: Positions) -> list[str]:
    """The parties listed before "counterparts" that the name follows, in order: "her Chilean and Peruvian"."""
    tokens = positions.mentions.tokens
    at = naming.first - 1
    while at > 0 and tokens[at].lower not in COUNTERPARTS:
        at -= 1
    if tokens[at].lower not in PLURALS:
        return []
    sides: list[str] = []
    at -= 1
    while at >= 0 and (tokens[at].lower in LISTING or positions.party_ending(at)):
        party = positions.party_ending(at)
        if party:
            sides.insert(0, party.code)
            at = positions.covered(party.span).start
        at -= 1
    return sides


def is_after_counterpart(naming: Naming, sentence: Sentence, positions: Positions) -> bool:
    """CASE "his Chinese counterpart Wu Ming", "her counterpart, Wu Ming"; gives the naming its party."""
    tokens = positions.mentions.tokens
    at = naming.first - 1
    while at > sentence.first and (tokens[at].text == "," or tokens[at].lower in name_words().honorific):
        at -= 1
    if at < sentence.first or tokens[at].lower not in COUNTERPARTS:
        return False
    before = at - 1 if tokens[at - 1].lower not in POSSESSIVES else at - 2
    is_ones = before in positions.party_at or tokens[max(before, 0)].lower in OWNERS
    if tokens[at].lower.startswith("colleague") and not is_ones:
        return False  # "my friend and close colleague Ana Poe"
    if before >= sentence.first and (party := positions.party_ending(before)):
        naming.party = party.code
    return True
