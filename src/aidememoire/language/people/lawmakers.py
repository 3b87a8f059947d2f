"""Members of a senate or congress: whose they are, by the party or the part of a state beside their names."""

from aidememoire.knowledge.american_states import american_states, countries_namesakes
from aidememoire.language.people.national_offices import national_offices
from aidememoire.language.people.office_table import office_table
from aidememoire.language.people.office_words import ARTICLES
from aidememoire.language.people.persons import Naming
from aidememoire.language.people.positions import Positions
from aidememoire.model import Sentence, Token

LAWMAKERS = frozenset({"senator", "representative", "congressman", "congresswoman", "congressperson"})
# Words of other offices of a state's politics, whose holders are called by party or part, too.
POLITICAL = frozenset("governor candidate nominee hopeful contender house senate committee".split())
MAX_BEFORE = 3  # tokens before the office in which a party is sought
MAX_APPOSITION = 7  # tokens behind the name: ", the committee's top Democrat"
HOME = "USA"  # whose parts the table of American states has


def is_political(office: str) -> bool:
    """Whether its holders are called by their party or the part that sends them: "presidential candidate"."""
    return office in LAWMAKERS or not POLITICAL.isdisjoint(office.split())


def is_sent_leader(naming: Naming, sentence: Sentence, positions: Positions) -> bool:
    """Whether he leads a chamber's party and a part sends him: CASE "Democratic leader Ana Poe of West Virginia"."""
    office, tokens = naming.office, positions.mentions.tokens
    if office is None or office.office.split()[-1] != "leader":
        return False
    after = tokens[naming.last : min(sentence.last, naming.last + 1 + MAX_APPOSITION)]
    first = positions.covered(office.span).start
    beside = {token.text for token in tokens[max(sentence.first, first - 1) : naming.first]}
    return _sent_by(after) == HOME and any(beside & one.parties for one in national_offices().values())


def state_of_lawmaker(naming: Naming, sentence: Sentence, positions: Positions) -> str | None:
    """The state of whose parties one is named beside him, or of the part that sends him.

    CASE "Republican Senator Ana Poe"; CASE "Senator Ana Poe (D-Ohio)", "Senator Ana Poe, the panel's top Democrat";
    CASE "Representative Ana Poe of Missouri".

    Refuses "Senator Ana Poe urged democratic reform", "Senator Ana Poe, a critic of Democrats".
    """
    assert naming.office is not None
    tokens = positions.mentions.tokens
    first = positions.covered(naming.office.span).start
    before = tokens[max(sentence.first, first - MAX_BEFORE) : first]
    after = tokens[naming.last : min(sentence.last, naming.last + 1 + MAX_APPOSITION)]
    adjacent = before[-2:] if before and before[-1].pos == "PROPN" else before[-1:]
    beside = {token.text.title() for token in (*adjacent, *_apposition(after)) if token.text[0].isupper()}
    for one in national_offices().values():
        is_labelled = len(after) > 1 and after[0].text in ("(", ",") and one.labels.match(after[1].text)
        if is_labelled or beside & one.parties:
            return one.code
    return _sent_by(after)


def state_of_seat(naming: Naming, positions: Positions) -> str | None:
    """The state in whose parliament he sits, by the letter and the part behind the name: "Chairman Ana Poe, R-Va.,".

    Refuses "Ana Poe, D-Day's historian".
    """
    mentions = positions.mentions
    text, end = mentions.report.text, mentions.tokens[naming.last - 1].end
    return next((one.code for one in national_offices().values() if one.seat.match(text, end)), None)


def _apposition(after: tuple[Token, ...]) -> tuple[Token, ...]:
    """What he is called behind his name, up to the next mark, verb or preposition: "a moderate Republican"."""
    if not after or after[0].text not in ("(", ","):
        return ()
    ends = (
        at
        for at, token in enumerate(after[1:], 1)
        if token.pos in ("ADP", "VERB", "AUX", "CCONJ", "PUNCT") and token.text not in ("-", "’s", "'s")
    )
    return after[1 : next(ends, len(after))]


def _sent_by(after: tuple[Token, ...]) -> str | None:
    """The state whose part is named behind "of" or "from", by either table; no namesake of a country is one."""
    if len(after) < 2 or after[0].lower not in ("of", "from") or after[1].lower in ARTICLES:
        return None
    subnational = office_table().subnational
    for count in (2, 1):
        words = " ".join(token.text for token in after[1 : 1 + count])
        if words.lower() in subnational:
            return subnational[words.lower()]
        if words in american_states() - countries_namesakes():
            return HOME
    return None
