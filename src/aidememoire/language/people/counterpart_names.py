"""Those named as the counterparts of others: "their Chilean counterparts Ana Poe and Juan Roe"."""

from itertools import pairwise

from aidememoire.language.people.name_runs import name_words
from aidememoire.language.people.office_words import POSSESSIVES
from aidememoire.language.people.persons import Naming
from aidememoire.language.people.positions import Positions
from aidememoire.model import Sentence

OWNERS = frozenset({"his", "her", "their", "its"})
LISTING = frozenset({",", "and"})
PLURALS = frozenset({"counterparts", "colleagues", "homologues"})
COUNTERPARTS = PLURALS | {"counterpart", "colleague", "homologue"}
MINE = frozenset({"my", "our"})
BEHIND = frozenset({"from", "of", "in", "to", "for", "on"})  # may go on after "his counterpart"
MAX_BEHIND = 5  # tokens from the comma to the word: ", President Poe 's Chilean counterpart"


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


def is_counterpart(naming: Naming, sentence: Sentence, positions: Positions) -> bool:
    """Whether the words call one a counterpart, before the name or behind it; gives the naming its party."""
    if not _is_after_counterpart(naming, sentence, positions) and not _is_before_counterpart(
        naming, sentence, positions
    ):
        return False
    if naming.party is None and (party := _party_from(naming.last, sentence, positions)) is not None:
        naming.party = party
    return True


def is_speakers(naming: Naming, sentence: Sentence, positions: Positions) -> bool:
    """Whether the counterpart is that of the one who speaks: "my friend and counterpart Ana Poe"; of nobody before."""
    tokens = positions.mentions.tokens
    first = max(sentence.first, naming.first - MAX_BEHIND)
    return any(token.lower in MINE for token in tokens[first : naming.first])


def _is_before_counterpart(naming: Naming, sentence: Sentence, positions: Positions) -> bool:
    """CASE "Wu Ming, his Chinese counterpart," CASE "Wu Ming, Poe's counterpart from China"; gives it its party.

    Refuses "Wu Ming, and his counterpart Ana Poe", "Wu Ming, his counterpart Ana Poe and": those name another.
    """
    tokens = positions.mentions.tokens
    if naming.office is not None or naming.last + 2 >= sentence.last or tokens[naming.last].text not in (",", "("):
        return False
    first = naming.last + 1
    for at in range(first, min(sentence.last, first + MAX_BEHIND)):
        lower = tokens[at].lower
        if lower == "counterpart":
            return _is_told_whose(first, at, positions) and _ends_apposition(naming, at, sentence, positions)
        is_word = lower in OWNERS or lower == "the" or lower in POSSESSIVES or tokens[at].pos in ("ADJ", "PROPN")
        if not is_word and at not in positions.party_at:
            return False
    return False


def _is_told_whose(first: int, last: int, positions: Positions) -> bool:
    """Whether the words between the comma and "counterpart" tell whose it is: "his", "Poe's", "the Chilean"."""
    tokens = positions.mentions.tokens[first:last]
    is_the_states = bool(tokens) and tokens[0].lower == "the" and last - 1 in positions.party_at
    return is_the_states or any(token.lower in OWNERS or token.lower in POSSESSIVES for token in tokens)


def _ends_apposition(naming: Naming, at: int, sentence: Sentence, positions: Positions) -> bool:
    """Whether the apposition ends with "counterpart", or says from where; gives the naming the party told there."""
    tokens = positions.mentions.tokens
    before = at - 1 - (tokens[at - 1].lower in POSSESSIVES)
    ending = positions.party_ending(before)
    origin = _party_from(at + 1, sentence, positions)
    following = tokens[at + 1] if at + 1 < sentence.last else None
    is_end = following is None or not (following.text[0].isalnum()) or following.lower in BEHIND
    if is_end:
        naming.party = (ending.code if ending is not None else origin) or naming.party
    return is_end


def _party_from(at: int, sentence: Sentence, positions: Positions) -> str | None:
    """The party behind "from": "his counterpart Ana Poe from Chile"."""
    tokens = positions.mentions.tokens
    if at + 1 >= sentence.last or tokens[at].lower != "from":
        return None
    party = positions.party_starting(at + 1 + (tokens[at + 1].lower == "the"))
    return party.code if party is not None else None


def _is_after_counterpart(naming: Naming, sentence: Sentence, positions: Positions) -> bool:
    """CASE "his Chinese counterpart Wu Ming", "her counterpart, Wu Ming"; gives the naming its party.

    Refuses "After talks with his Chinese counterpart, Mr Poe said", where the comma ends what comes before the subject.
    """
    tokens = positions.mentions.tokens
    at = naming.first - 1
    while at > sentence.first and (tokens[at].text == "," or tokens[at].lower in name_words().honorific):
        at -= 1
    if at < sentence.first or tokens[at].lower not in COUNTERPARTS:
        return False
    following = tokens[naming.last] if naming.last < sentence.last else None
    if tokens[at + 1].text == "," and following is not None and following.pos in ("VERB", "AUX"):
        return False
    before = at - 1 if tokens[at - 1].lower not in POSSESSIVES else at - 2
    is_ones = before in positions.party_at or tokens[max(before, 0)].lower in OWNERS
    if tokens[at].lower.startswith("colleague") and not is_ones:
        return False  # "my friend and close colleague Ana Poe"
    if before >= sentence.first and (party := positions.party_ending(before)):
        naming.party = party.code
    return True
