"""Names in lists, each with the party of its turn: "Ministers Ana Poe (Peru) and Juan Roe (Chile)"."""

from aidememoire.language.people.office_words import ARTICLES, JOINERS, POSSESSIVES
from aidememoire.language.people.positions import Positions
from aidememoire.model import OfficeMention, Sentence


def parties_before(office: OfficeMention, positions: Positions) -> list[str]:
    """The parties joined before a plural office: "the Polish, Czech and Slovak leaders"; empty for a single one."""
    tokens = positions.mentions.tokens
    at = positions.covered(office.span).start - 1
    parties: list[str] = []
    while at >= 0 and (at in positions.party_at or tokens[at].lower in JOINERS or tokens[at].lower in POSSESSIVES):
        if party := positions.party_ending(at):
            parties.insert(0, party.code)
        at -= 1
    return parties if len(parties) > 1 else []


def parties_of(at: int, sentence: Sentence, positions: Positions) -> tuple[list[str], int]:
    """The parties joined behind "of", and the index after them: "of Peru, Chile and the United States"."""
    tokens = positions.mentions.tokens
    parties: list[str] = []
    if at >= sentence.last or tokens[at].lower != "of":
        return parties, at
    end = index = at + 1
    while index < sentence.last:
        if party := positions.party_starting(index):
            parties.append(party.code)
            index = end = positions.covered(party.span).stop
        elif tokens[index].lower in JOINERS or tokens[index].lower in ARTICLES:
            index += 1
        else:
            break
    return parties, end


def parties_of_plural(office: OfficeMention, sentence: Sentence, positions: Positions) -> tuple[list[str], int]:
    """The parties joined behind a plural office, whose words may take the first: "the ministers of Peru and Chile"."""
    covered = positions.covered(office.span)
    for at in range(covered.start, covered.stop + 1) if office.is_plural else ():
        parties, end = parties_of(at, sentence, positions)
        if parties:
            return parties, end
    return [], covered.stop


def party_behind(at: int, sentence: Sentence, positions: Positions) -> tuple[str | None, int]:
    """The party behind a name, and the index after it: CASE "(Ana Poe) of Peru"; CASE "(Ana Poe) (Peru)"."""
    tokens = positions.mentions.tokens
    if at + 1 >= sentence.last or tokens[at].lower not in ("of", "("):
        return None, at
    start = at + 2 if tokens[at + 1].lower in ARTICLES else at + 1
    party = positions.party_starting(start)
    if party is None:
        return None, at
    end = positions.covered(party.span).stop
    if tokens[at].text == "(":
        is_closed = end < sentence.last and tokens[end].text == ")"
        return (party.code, end + 1) if is_closed else (None, at)
    return party.code, end
