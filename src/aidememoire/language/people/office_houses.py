"""Houses behind an office, by which its party is told: embassies, ministries, and those whom an adviser serves."""

from aidememoire.language.people.bodies import body_wordings
from aidememoire.language.people.name_runs import name_words
from aidememoire.language.people.office_table import office_table
from aidememoire.language.people.office_words import ARTICLES, INSTITUTIONS, POSSESSIVES, PRIVATE
from aidememoire.language.people.positions import Positions
from aidememoire.model import NameForm, PartyMention, Sentence, Token

ADVISED = frozenset(
    "supreme leader foreign defence defense president presidential prime minister vice chancellor king secretary "
    "general - head chief of the office administration staff".split()
)
OFFICES = frozenset({"office", "administration", "government", "staff"})  # of the one who is advised
POSTED_OFFICES = ("affaires", "consul general", "deputy chief of mission")
HOUSES = frozenset({"embassy", "consulate", "general", "high", "commission", "mission", "legation"})
FIELD_WORDS = frozenset({"for", "of", "on", "and", "the", "-", "&"})  # between an office and "at"
MAX_FIELD = 8  # tokens there: "for arms control and nonproliferation policy"
AT, IN, FOR = frozenset({"at"}), frozenset({"in"}), frozenset({"for"})
MAX_HOUSE = 6  # words of a body's name
OPENERS = frozenset({",", "("})  # between a name and the office behind it
MAX_BETWEEN = 3  # tokens from there to the office: ", a senior adviser"
AD_INTERIM = frozenset({"a.i", "a.i.", ".", "(", ")", "ad", "interim"})  # behind the office: "a.i."


def embassy(
    tokens: tuple[Token, ...], sentence: Sentence, last: int, positions: Positions
) -> tuple[PartyMention, int] | None:
    """CASE "chargé d'affaires of the Peruvian Embassy in Oslo"; CASE "consul general at the Embassy of Peru"."""
    at = last
    while at < sentence.last and tokens[at].lower in AD_INTERIM:
        at += 1
    if at + 2 >= sentence.last or tokens[at].lower not in ("of", "at", "from"):
        return None
    at += 1 + (tokens[at + 1].lower in ARTICLES)
    party = positions.party_starting(at)
    if party is not None:
        end = positions.covered(party.span).stop
        end += end < sentence.last and tokens[end].lower in POSSESSIVES
        is_house = end < sentence.last and tokens[end].lower in HOUSES
        return (party, _end_of_house(tokens, sentence, end)) if is_house else None
    end = _end_of_house(tokens, sentence, at)
    if end == at or end + 1 >= sentence.last or tokens[end].lower != "of":
        return None
    party = positions.party_starting(end + 1 + (tokens[end + 1].lower in ARTICLES))
    return (party, positions.covered(party.span).stop) if party is not None else None


def _end_of_house(tokens: tuple[Token, ...], sentence: Sentence, at: int) -> int:
    while at < sentence.last and tokens[at].lower in HOUSES:
        at += 1
    return at


def house_of(
    tokens: tuple[Token, ...], sentence: Sentence, at: int, positions: Positions
) -> tuple[PartyMention, int] | None:
    """CASE "spokeswoman of the Ministry of Foreign Affairs of Peru": the party, and the index after it."""
    for wording in body_wordings().get(tokens[at].lower, ()):
        end = at + len(wording.words)
        if end + 1 < sentence.last and tuple(token.lower for token in tokens[at:end]) == wording.words:
            start = end + 1 + (tokens[end + 1].lower in ARTICLES)
            party = positions.party_starting(start) if tokens[end].lower == "of" else None
            return (party, positions.covered(party.span).stop) if party is not None else None
    return None


def organisation_of(
    tokens: tuple[Token, ...], sentence: Sentence, at: int, positions: Positions
) -> tuple[PartyMention, int] | None:
    """CASE "spokesman for the Atomic Energy Organization of Iran": the party, and the index after it; no union's."""
    end = at
    while end < min(sentence.last, at + MAX_HOUSE) and tokens[end].text[0].isupper() and end not in positions.party_at:
        end += 1
    if end == at or end + 1 >= sentence.last or tokens[end].lower != "of":
        return None
    last = tokens[end - 1].lower
    party = positions.party_starting(end + 1 + (tokens[end + 1].lower in ARTICLES))
    is_states = last in INSTITUTIONS and last not in PRIVATE
    return (party, positions.covered(party.span).stop) if party is not None and is_states else None


def served(
    tokens: tuple[Token, ...], sentence: Sentence, first: int, last: int, positions: Positions
) -> tuple[PartyMention, int] | None:
    """The party whose head or minister is advised, and the index after him.

    CASE "Security Adviser to the Peruvian President"; CASE "to Peru's supreme leader"; CASE "to the president of Peru".
    """
    if last + 3 >= sentence.last or tokens[last].lower != "to":
        return None
    at = last + 1 + (tokens[last + 1].lower in ARTICLES)
    party = positions.party_starting(at)
    if party is None:
        end = _end_of_advised(tokens, sentence, at)
        is_of = end > at and end + 1 < sentence.last and tokens[end].lower == "of"
        party = positions.party_starting(end + 1) if is_of else None
        return (party, positions.covered(party.span).stop) if party is not None else None
    start = positions.covered(party.span).stop
    start += start < sentence.last and tokens[start].lower in POSSESSIVES
    end = _end_of_advised(tokens, sentence, start)
    is_behind_name = any(token.text in OPENERS for token in tokens[max(sentence.first, first - MAX_BETWEEN) : first])
    if is_behind_name and end > start and end < sentence.last and tokens[end].text[0].isupper():
        return party, last  # "Juan Roe, an adviser to Peru's President Ana Poe": the head's office is hers
    if end > start and end + 1 < sentence.last and tokens[end].lower in POSSESSIVES and tokens[end + 1].text in OFFICES:
        end += 2  # "to the Peruvian president's office"
    return (party, end) if end > start else None


def house_at(
    tokens: tuple[Token, ...],
    sentence: Sentence,
    last: int,
    positions: Positions,
    *,
    is_junior: bool = False,
    is_headed: bool = False,
    own: PartyMention | None = None,
) -> tuple[PartyMention, int] | None:
    """CASE "senior director for Asian affairs at the National Security Council"; CASE "head at Peru's ministry".

    CASE "Minister of State in the German Foreign Office (Ana Poe)", who is a junior minister. ``own``: the party that
    stands before his office. ``is_headed``: CASE "head of training for the Quds Force". Gives the party whose body
    alone it is, and the index after it; refuses "head of sales at the White House gift shop".
    """
    at = last
    prepositions = AT | IN if is_junior else FOR if is_headed else AT
    while at < min(sentence.last - 1, last + MAX_FIELD) and tokens[at].lower not in prepositions:
        is_field = tokens[at].pos in ("NOUN", "PROPN", "ADJ") or tokens[at].lower in FIELD_WORDS
        if not is_field or at in positions.person_starts:
            return None
        at += 1
    if at + 1 >= sentence.last or tokens[at].lower not in prepositions:
        return None
    at += 1 + (tokens[at + 1].lower in ARTICLES)
    owner = positions.party_starting(at)
    first = at
    if owner is not None and owner.form is not NameForm.METONYM:
        first = positions.covered(owner.span).stop
        first += first < sentence.last and tokens[first].lower in POSSESSIVES
    for end in range(min(sentence.last, first + MAX_HOUSE), first, -1):
        for words, party in office_table().bodies.get(tokens[end - 1].lower, ()):
            is_body = tuple(token.lower for token in tokens[first:end]) == words
            is_named = is_junior and _are_names(tokens, sentence, end, positions)
            if not is_body or (end < sentence.last and tokens[end].pos in ("NOUN", "PROPN") and not is_named):
                continue
            code = owner.code if owner is not None and first > at else party
            if own is not None and code in (None, own.code):
                return own, end  # "Indian Minister of State in the Ministry of External Affairs"
            if code is not None and own is None:
                span = positions.mentions.report.span(tokens[at].start, tokens[end - 1].end)
                return PartyMention(span, code, (), NameForm.METONYM), end
    return None


def known_body(
    tokens: tuple[Token, ...], sentence: Sentence, first: int, positions: Positions
) -> tuple[PartyMention, int] | None:
    """CASE "commander of the (Quds Force)": the party that alone has the body, and the index after it."""
    for end in range(min(sentence.last, first + MAX_HOUSE), first, -1):
        for words, party in office_table().bodies.get(tokens[end - 1].lower, ()):
            is_body = party is not None and tuple(token.lower for token in tokens[first:end]) == words
            goes_on = end < sentence.last and tokens[end].pos in ("NOUN", "PROPN")
            if is_body and party is not None and (not goes_on or _are_names(tokens, sentence, end, positions)):
                span = positions.mentions.report.span(tokens[first].start, tokens[end - 1].end)
                return PartyMention(span, party, (), NameForm.METONYM), end
    return None


def _are_names(tokens: tuple[Token, ...], sentence: Sentence, first: int, positions: Positions) -> bool:
    """Whether a person's name may begin behind a body: "the Foreign Office Ana Poe"; not "the Foreign Office Club"."""
    pair = tokens[first : min(sentence.last, first + 2)]
    others = INSTITUTIONS | name_words().not_name
    is_name = len(pair) > 1 and all(token.text.istitle() and token.lower not in others for token in pair)
    return is_name and first not in positions.party_at


def _end_of_advised(tokens: tuple[Token, ...], sentence: Sentence, at: int) -> int:
    first = at
    while at < sentence.last and tokens[at].lower in ADVISED:
        at += 1
    while at > first and tokens[at - 1].lower in ("of", "the"):
        at -= 1
    return at
