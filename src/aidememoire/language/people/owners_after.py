"""Whose an office is by the words after it: "… of Peru", or a part of a state, "… of Ontario"."""

from aidememoire.language.people.national_offices import is_part
from aidememoire.language.people.office_cores import Core
from aidememoire.language.people.office_extent import body_after
from aidememoire.language.people.office_houses import POSTED_OFFICES, embassy, house_of, organisation_of, served
from aidememoire.language.people.office_table import OfficeTable
from aidememoire.language.people.office_words import (
    ARTICLES,
    COMPANY_OFFICES,
    HEADING_OFFICES,
    HYPHENS,
    INSTITUTIONS,
    JOINERS,
    MAX_PORTFOLIO,
    OF_MINISTRIES,
    POSSESSIVES,
    STATE_BODIES,
)
from aidememoire.language.people.positions import Positions
from aidememoire.model import NameForm, PartyMention, Sentence, Token

OF_HOUSES = OF_MINISTRIES | {"secretary general"}
SPEAKING = ("spokes", "press secretary", "official representative")
BODY_HEADS = frozenset(word for office in COMPANY_OFFICES for word in office.split()) | {"secretary", "commander"}
DELEGATIONS = frozenset({"delegation", "team", "mission"})  # "head of the EC delegation" heads no community
MATTERS = frozenset("talks ceasefire truce conflict crisis war deal process negotiations dispute settlement".split())
BRANCHES = frozenset({"office", "branch", "section", "desk", "operations", "programme", "program", "division"})
LEARNED = frozenset(
    "centre center institute foundation university academy college hospital museum".split()
)  # "Cairo's"
# Parts of a state that an adjective makes its own; "the German football association" is none.
STATE_PARTS = frozenset("parliament senate government army navy military cabinet presidency province".split())
MAIN = frozenset({"main", "largest", "biggest", "exiled", "armed", "umbrella"})  # and these before that word
MOVEMENT_WORDS = frozenset({"opposition", "rebel", "rebels"})  # may stand before a movement's name
ADVISERS = ("adviser", "advisor", "aide", "chief", "envoy", "representative", "counselor", "counsellor", "assistant")
PART_HEADS = frozenset(
    {"president", "prime minister", "governor", "mayor", "head", "leader", "chairman", "attorney general"}
)
RULING = frozenset({"ruling", "governing"})  # before a party's name
MAX_OWNED = 5  # words of a body in small letters: "main intelligence directorate"
PARTS = frozenset("territory region province oblast krai governorate county prefecture district".split())
BODY_WORDS = INSTITUTIONS | {"treasury", "navy", "forces", "state", "defense", "defence", "republic"}


def is_joined_after(tokens: tuple[Token, ...], sentence: Sentence, last: int, positions: Positions) -> bool:
    """Whether another party is joined after: "the foreign ministers of Peru and Chile"."""
    return (
        last + 1 < sentence.last
        and tokens[last].lower in JOINERS
        and (last + 1 in positions.party_at or last + 2 in positions.party_at)
    )


HOMELANDS = frozenset({"country", "state", "homeland", "nation"})


def party_right(
    tokens: tuple[Token, ...], sentence: Sentence, last: int, positions: Positions, core: Core
) -> tuple[PartyMention | None, int]:
    """CASE "Minister of Foreign Affairs of the Russian Federation"; CASE "President of Brazil"."""
    at = last
    if (
        core.office.endswith(ADVISERS)
        and (advised := served(tokens, sentence, core.first, last, positions)) is not None
    ):
        return advised
    if core.office.endswith(POSTED_OFFICES) and (house := embassy(tokens, sentence, last, positions)) is not None:
        return house
    is_opposed = core.office == "leader of the opposition" and at < sentence.last and tokens[at].lower == "in"
    if at >= sentence.last or (tokens[at].lower not in ("of", "for") and not is_opposed):
        return None, last
    at += 1
    has_article = at < sentence.last and tokens[at].lower in ARTICLES and not positions.party_starting(at)
    at += has_article
    if at >= sentence.last:
        return None, last
    if core.office.startswith(SPEAKING) and (house := house_of(tokens, sentence, at, positions)) is not None:
        return house
    if core.office.startswith(SPEAKING) and (house := organisation_of(tokens, sentence, at, positions)) is not None:
        return house
    if core.office in OF_HOUSES and (house := house_of(tokens, sentence, at, positions)) is not None:
        words = [token.lower for token in tokens[at : positions.covered(house[0].span).start]]
        while words[-1] in ("of", "the"):
            words.pop()
        core.office, core.role = f"{core.office} of the {' '.join(words)}", None
        return house  # "Secretary General of the Ministry of Foreign Affairs of Peru"
    if at + 1 < sentence.last and tokens[at].lower == "our" and tokens[at + 1].lower in HOMELANDS:
        return None, at + 2  # "Minister of Foreign Affairs of our country": whose it is the dateline tells
    party = positions.party_starting(at)
    if party is None and has_article:  # "of the opposition's National Council", "of the main opposition Front"
        at += at + 1 < sentence.last and tokens[at].lower in MAIN and tokens[at + 1].lower in MOVEMENT_WORDS
        if tokens[at].lower in MOVEMENT_WORDS:
            at += 1 + (at + 1 < sentence.last and tokens[at + 1].lower in POSSESSIVES)
            party = positions.party_starting(at)
    if party is None or (party.form is NameForm.DEMONYM and tokens[last].lower == "for"):
        return None, last
    end = positions.covered(party.span).stop
    if end < sentence.last and tokens[end].lower in MATTERS and tokens[end].text.islower():
        return None, last  # "mediators of the Gaza ceasefire talks": what they see to is none that sent them
    body = body_after(tokens, sentence, end)
    if core.office == "crown prince" and party.form is NameForm.METONYM:
        core.office = f"crown prince of {positions.mentions.words(party.span).lower()}"  # an emirate's
    if core.office in HEADING_OFFICES and end < sentence.last and tokens[end].lower in DELEGATIONS:
        core.office, core.role = "head of delegation", None
        return party, end + 1
    if has_article and end < sentence.last and tokens[end].lower in BRANCHES and tokens[end].text.islower():
        return None, last  # "director of the Japan office of a company"
    if end < sentence.last and is_part(party.code, tokens[end].lower):
        core.office, core.role = f"{core.office} of the {tokens[end].lower}", None
        return party, end + 1  # the Council's secretary general is not the Commission's president
    while end < sentence.last and tokens[end].text[0].isupper() and tokens[end].lower in BODY_WORDS:
        end += 1  # "of the U.S. Treasury"
    if body > end and core.office.split()[-1] in BODY_HEADS:
        is_private = tokens[body - 1].lower in LEARNED and party.form is NameForm.METONYM
        words = [token.lower for token in tokens[positions.covered(party.span).stop : body]]
        name = " ".join(words[1:] if words[0] in POSSESSIVES else words)
        core.office, core.role = f"{core.office} of the {name}", None
        return (None if is_private else party), body  # "Secretary of the Ukrainian National Security Council"
    if body > end and core.office.startswith("spokes"):
        return party, body  # "spokeswoman for the Peruvian Foreign Ministry"
    if core.office.startswith("spokes") and (body := _owned_body(tokens, sentence, end)) > end:
        return party, body  # "spokeswoman for the Peruvian air force"
    is_heading = core.office.split()[-1] in BODY_HEADS
    is_owner = end < sentence.last and tokens[end].lower in POSSESSIVES
    if is_heading and is_owner and (owned := _owned_body(tokens, sentence, end)) > end:
        body_words = " ".join(token.lower for token in tokens[end + 1 : owned]).replace(" - ", "-")
        core.office, core.role = f"{core.office} of the {body_words}", None
        return party, owned  # "commander of Ukraine's ground forces"
    if is_heading and party.form is NameForm.ADJECTIVE and (whole := _part_of_state(tokens, sentence, end)) > end:
        words = [token.lower for token in tokens[end:whole] if token.lower not in POSSESSIVES]
        core.office, core.role = f"{core.office} of the {' '.join(words)}", None
        return party, whole  # "deputy head of the Peruvian parliament's foreign affairs committee"
    if end < sentence.last and tokens[end].pos in ("NOUN", "PROPN") and party.form is NameForm.ADJECTIVE:
        return None, last  # "president of the German football association"
    return party, end


def _owned_body(tokens: tuple[Token, ...], sentence: Sentence, first: int) -> int:
    """The index after a body or part that is the state's own before it: "'s ground forces", "'s Belgorod region".

    The index itself for what may be private: "'s nuclear company", "'s news agency".
    """
    end = first
    begin = first + (first < sentence.last and tokens[first].lower in POSSESSIVES)
    for at in range(begin, min(sentence.last, begin + MAX_OWNED)):
        is_word = tokens[at].pos in ("ADJ", "NOUN", "PROPN") or tokens[at].tag == "VBG"  # "ruling military council"
        if not is_word or tokens[at].lower in ("news", "football"):
            break
        if tokens[at].lower in STATE_BODIES:
            end = at + 1
        elif at == begin and tokens[at].lower in RULING and at + 1 < sentence.last and tokens[at + 1].text[0].isupper():
            end = at + 2  # "'s ruling ZANU-PF"
            while end + 1 < sentence.last and tokens[end].text in HYPHENS and tokens[end + 1].text[0].isupper():
                end += 2
    goes_on = end < sentence.last and tokens[end].pos in ("NOUN", "PROPN") and not _is_name(tokens, end)
    return first if goes_on else end


def _is_name(tokens: tuple[Token, ...], at: int) -> bool:
    return tokens[at].pos == "PROPN" and tokens[at].text.istitle() and tokens[at - 1].text.islower()


def _part_of_state(tokens: tuple[Token, ...], sentence: Sentence, first: int) -> int:
    """The index after a part of a state in small letters, with its committee: "parliament's trade committee"."""
    if first >= sentence.last or tokens[first].text not in STATE_PARTS:
        return first
    last = first + 1
    if last < sentence.last and tokens[last].lower in POSSESSIVES:
        for at in range(last + 1, min(sentence.last, last + MAX_PORTFOLIO)):
            if tokens[at].lower in INSTITUTIONS and tokens[at].text.islower():
                return at + 1
    return last


def part_right(
    tokens: tuple[Token, ...], sentence: Sentence, core: Core, last: int, positions: Positions, table: OfficeTable
) -> tuple[str | None, int] | None:
    """CASE "Premier of Ontario", "governor of Kilis": the state of a part named after "of", and the index after it."""
    if last + 1 >= sentence.last or tokens[last].lower != "of" or core.is_plural or core.office not in PART_HEADS:
        return None
    begin = last + 1
    if [token.lower for token in tokens[begin : begin + 3]] == ["the", "republic", "of"]:
        begin += 3  # "Head of the Republic of Tatarstan"
    for count in (3, 2, 1):
        end = begin + count
        name = " ".join(token.lower for token in tokens[begin:end]).replace(" - ", "-")
        if end <= sentence.last and name in table.subnational:
            own = " ".join(token.lower for token in tokens[core.first : core.last])
            core.office, core.role = f"{own} of {name}", None
            return table.subnational[name], end
    at = last + 1 + (tokens[last + 1].lower == "the")
    place = positions.place_at.get(at)
    if place is None or place.country is None or core.office not in ("governor", "mayor"):
        return None
    end = positions.after(place.span.end)
    is_part = end < sentence.last and tokens[end].lower in PARTS
    if at > last + 1 and not is_part:
        return None
    where = positions.mentions.words(place.span).lower()
    if is_part:  # "Governor of the Khabarovsk Territory"
        where, end = f"{where} {tokens[end].lower}", end + 1
    core.office += f" of {where}"
    is_disputed = where.split()[0] in table.disputed
    return (None if is_disputed else place.country), end
