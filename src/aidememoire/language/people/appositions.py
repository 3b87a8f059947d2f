"""Offices in apposition behind a name: "Ana Poe, the foreign minister of Peru," "Ana Poe, who was Peru's envoy,"."""

from dataclasses import replace

from aidememoire.language.people.descriptions import callings, described_after
from aidememoire.language.people.hinted_parties import SPOKEN
from aidememoire.language.people.listed_names import party_behind
from aidememoire.language.people.office_table import office_table
from aidememoire.language.people.office_words import ARTICLES, HYPHENS, POSSESSIVES
from aidememoire.language.people.persons import Naming
from aidememoire.language.people.positions import Positions
from aidememoire.model import BY_NAME, FINITE_TAGS, OfficeMention, Sentence

MAX_POSSESSOR = 6  # tokens: "President Ana Maria Poe 's"
STANDING = frozenset({"outgoing", "official", "new", "current", "veteran"})  # said of one who holds the office
MAX_QUALITIES = 3  # words between an article and an office: "the influential Republican chairman"
ROYAL = frozenset({"prince", "princess"})  # by birth: any office says more
TITLES = frozenset({"ambassador", "minister", "secretary"})  # before a name; what the words behind it say is fuller
PARLIAMENTARY = frozenset({"mp", "mep", "mla", "msp"})  # behind a name
FULLER = ("under secretary", "assistant secretary", "envoy", "special representative", "coordinator")
FORMERLY = frozenset({"formerly", "previously", "once"})
AT_THE_TIME = ("at", "the", "time")
MERE = frozenset({"leader", "head", "chief", "director", "commander", "representative"})  # of anything
HOUSES = frozenset({"department", "ministry", "office", "government", "army", "police", "cabinet", "council"})
BEFORE_HOUSE = frozenset({"principal", "deputy", "acting", "former", "chief"})  # "Deputy Department Spokesperson"
MAX_HOUSE = 5  # tokens of a house and its spokesman: "Foreign Affairs Ministry Spokesperson"
NOMINATED = frozenset({"nominee", "nominated", "named", "candidate"})  # before "for", "as" or "to be"
APPOINTING = frozenset(
    {"appointment", "appointed", "appoint", "appoints", "named", "elected", "election", "re-election"}
)
NOMINATING = frozenset({"nomination", "nominated", "nominates", "nominate"})
NEW = frozenset({"new", "next", "first", "our", "its", "their"})  # between "as" and the office
MAX_CHARGE = 10  # tokens from an office over what it sees to: "for the Americas and Asia at"
MAX_PART = 7  # tokens of "of the District of Columbia,"
MAX_RELATIVE = 5  # words from "who" to the office: "who has served as the"


def office_after(
    end: int, sentence: Sentence, positions: Positions, offices_by_start: dict[int, OfficeMention]
) -> OfficeMention | None:
    """The office in apposition after a name: ", the foreign minister of Peru,"; fused without a comma."""
    tokens = positions.mentions.tokens
    if end >= sentence.last:
        return None
    at = end + (tokens[end].lower in PARLIAMENTARY and end + 1 < sentence.last)
    if tokens[at].text in (",", "(", "–", "-", "—"):
        at += 1
        if at < sentence.last and tokens[at].lower == "who":
            return _held_or_once_held(at, sentence, positions, offices_by_start)
        has_article = at < sentence.last and tokens[at].lower in ARTICLES
        if has_article or (at < sentence.last and tokens[at].lower in ("another", "our")):
            at += 1
    else:
        fused = offices_by_start.get(at)
        return fused if fused is not None and fused.span.start == tokens[end - 1].end else None
    at = _after_possessor(at, sentence, positions, offices_by_start)
    is_past = at + 1 < sentence.last and tokens[at].lower in FORMERLY
    at = _after_possessor(at + 1, sentence, positions, offices_by_start) if is_past else at
    if at not in offices_by_start and (spoken := _after_house(at, sentence, positions, offices_by_start)) is not None:
        return spoken
    if tokens[at - 1].text == "," and (sent := _past_part(at, sentence, positions)) is not None:
        at = sent
    if (named := _nominated(at, sentence, positions, offices_by_start)) is not None:
        return named
    if at + 1 < sentence.last and at not in offices_by_start and tokens[at].text in STANDING:
        at += 1  # ", outgoing chairman of the council"
    elif has_article and at not in offices_by_start:
        at = _after_qualities(at, sentence, positions, offices_by_start)
    office = offices_by_start.get(at)
    after = positions.after(office.span.end) if office is not None else end
    if office is not None and after + 1 < sentence.last and tokens[after].lower in POSSESSIVES:
        office, after = _possessed(after, sentence, positions, offices_by_start)
    is_owner = after < sentence.last and tokens[after].lower in POSSESSIVES
    is_acting = after < sentence.last and tokens[_past_adverb(after, positions)].tag in FINITE_TAGS
    if is_owner or (is_acting and not _begins(end, sentence, positions)):
        return None  # "with Poe, the president said"; "Flynn, the president's first adviser"
    if office is not None and office.modifier is None:
        if is_past:
            return replace(office, modifier="former", role=None)
        if tuple(token.lower for token in tokens[after : after + 3]) == AT_THE_TIME:
            return replace(office, modifier="then", role=None)
    return office if office is None or office.party is not None else _with_party_behind(office, sentence, positions)


def _begins(end: int, sentence: Sentence, positions: Positions) -> bool:
    """Whether the name that ends before the index begins its sentence, and so acts: "Ana Poe, the envoy left".

    Not where the name is but one capital: "Yesterday, the envoy left".
    """
    words = positions.mentions.tokens[sentence.first : end]
    is_name = all(word.pos == "PROPN" and word.text[0].isupper() for word in words)
    return is_name and len(words) > 1 and sentence.first in positions.person_starts


def _appointed(
    end: int, naming: Naming, sentence: Sentence, positions: Positions, offices_by_start: dict[int, OfficeMention]
) -> OfficeMention | None:
    """CASE "the appointment of (Ana Poe) as the new special envoy"; CASE "nominated (Ana Poe) as": not in office yet.

    Refuses "they saw Ana Poe as the best envoy".
    """
    tokens = positions.mentions.tokens
    if end + 1 >= sentence.last or tokens[end].lower != "as":
        return None
    at = naming.first - 1
    while at > sentence.first and (tokens[at].lower == "of" or tokens[at].lower in office_table().honorific):
        at -= 1
    word = tokens[at].lower if at >= sentence.first else ""
    if word not in APPOINTING and word not in NOMINATING:
        return None
    index = end + 1
    while index < sentence.last and (tokens[index].lower in ARTICLES or tokens[index].lower in NEW):
        index += 1
    office = offices_by_start.get(index)
    if office is None or office.is_plural or office.modifier is not None:
        return None
    return office if word in APPOINTING else replace(office, modifier="designate", role=None)


def _with_party_behind(office: OfficeMention, sentence: Sentence, positions: Positions) -> OfficeMention:
    """CASE "Ana Poe, Foreign Minister, Peru": the party closed in commas behind the office; "Peru, Chile and": none."""
    tokens = positions.mentions.tokens
    at = positions.after(office.span.end)
    party = positions.party_starting(at + 1) if at + 1 < sentence.last and tokens[at].text == "," else None
    if party is None:
        house = _house_served(at, sentence, positions)
        return office if house is None else replace(office, party=house)
    if party.form not in BY_NAME:
        return office
    end = positions.covered(party.span).stop
    is_end = end == sentence.last or tokens[end].text in (".", ";", ")")
    is_closed = end + 1 < sentence.last and tokens[end].text == "," and end + 1 not in positions.party_at
    return replace(office, party=party.code) if is_end or is_closed else office


def _house_served(at: int, sentence: Sentence, positions: Positions) -> str | None:
    """CASE "Ana Poe, Deputy Secretary (for Asia) at Peru's Foreign Ministry": whose it is; "at a talk": None."""
    tokens = positions.mentions.tokens
    last = min(sentence.last, at + MAX_CHARGE)
    if at < last and tokens[at].lower == "for":
        at = next(
            (index for index in range(at, last) if tokens[index].lower == "at" or tokens[index].text in ",;"), last
        )
    if at + 1 >= last or tokens[at].lower != "at":
        return None
    start = at + 2 if tokens[at + 1].lower in ARTICLES else at + 1
    party = positions.party_starting(start)
    if party is None:
        return None
    end = positions.covered(party.span).stop
    behind = [
        token.lower for token in tokens[end : min(sentence.last, end + MAX_HOUSE)] if token.lower not in POSSESSIVES
    ]
    return party.code if HOUSES & set(behind[: 1 + behind.index(",")] if "," in behind else behind) else None


def _possessed(
    at: int, sentence: Sentence, positions: Positions, offices_by_start: dict[int, OfficeMention]
) -> tuple[OfficeMention | None, int]:
    """CASE "Ana Poe, the president's (deputy adviser),": the office, and the index after it; "his men": None."""
    tokens = positions.mentions.tokens
    index = at + 1
    while index + 1 < sentence.last and index not in offices_by_start and tokens[index].lower in office_table().neutral:
        index += 1
    office = offices_by_start.get(index)
    return (None, at) if office is None or office.is_plural else (office, positions.after(office.span.end))


def _past_part(at: int, sentence: Sentence, positions: Positions) -> int | None:
    """The index after the part that one is of, before what one is to be: CASE "Ana Poe, of Ohio, (to) be"."""
    tokens = positions.mentions.tokens
    if at >= sentence.last or tokens[at].lower != "of":
        return None
    for index in range(at + 2, min(sentence.last - 1, at + MAX_PART)):
        if tokens[index].text == ",":
            is_to_be = [token.lower for token in tokens[index + 1 : index + 3]] == ["to", "be"]
            return index + 1 if is_to_be else None
    return None


def _nominated(
    at: int, sentence: Sentence, positions: Positions, offices_by_start: dict[int, OfficeMention]
) -> OfficeMention | None:
    """CASE "Ana Poe, Nominee for Ambassador to Peru"; CASE "nominated to be the foreign minister": she isn't yet."""
    tokens = positions.mentions.tokens
    if at + 2 >= sentence.last:
        return None
    if [token.lower for token in tokens[at : at + 2]] == ["to", "be"]:
        at -= 1  # "Ana Poe, of Ohio, to be Ambassador"
    elif tokens[at].lower not in NOMINATED or tokens[at + 1].lower not in ("for", "as", "to"):
        return None
    index = at + 2 + (tokens[at + 2].lower in ("be", "serve"))
    while index < sentence.last and (tokens[index].lower in ARTICLES or tokens[index].lower == "as"):
        index += 1
    office = offices_by_start.get(index)
    if office is None or office.is_plural:
        return None
    name = f"{office.modifier} {office.office}" if office.modifier else office.office
    return replace(office, office=name, modifier="designate", role=None)


def _after_house(
    at: int, sentence: Sentence, positions: Positions, offices_by_start: dict[int, OfficeMention]
) -> OfficeMention | None:
    """CASE "Ana Poe, Department Spokesperson"; CASE "Ana Poe, a foreign ministry spokeswoman": the house is unsaid.

    CASE "Ana Poe, Deputy Department Spokesperson": the office with what stands before the house.
    """
    tokens = positions.mentions.tokens
    first = at
    while first < sentence.last and tokens[first].lower in BEFORE_HOUSE:
        first += 1
    for index in range(first + 1, min(sentence.last, first + MAX_HOUSE)):
        office = offices_by_start.get(index)
        if office is not None:
            is_spoken = office.office.split()[-1] in SPOKEN and not office.is_plural
            if not is_spoken or tokens[index - 1].lower not in HOUSES:
                return None
            before = " ".join(token.lower for token in tokens[at:first])
            modifier = " ".join(filter(None, (before, office.modifier))) or None
            start = tokens[at].start if before else office.span.start
            return replace(office, span=positions.mentions.report.span(start, office.span.end), modifier=modifier)
        if tokens[index - 1].pos not in ("NOUN", "PROPN", "ADJ") or index in positions.party_at:
            return None
    return None


def _past_adverb(at: int, positions: Positions) -> int:
    """The index after an adverb: CASE "on that, Poe, the president (strongly) believes"."""
    tokens = positions.mentions.tokens
    return at + 1 if at + 1 < len(tokens) and tokens[at].pos == "ADV" else at


def _after_qualities(
    at: int, sentence: Sentence, positions: Positions, offices_by_start: dict[int, OfficeMention]
) -> int:
    """CASE "the influential Republican (chairman)": the index of the office; else the index itself."""
    tokens = positions.mentions.tokens
    while at + 3 < sentence.last and tokens[at].text.islower() and tokens[at + 1].text in HYPHENS:
        at += 3  # "the globe-trotting secretary general"
    for index in range(at, min(sentence.last, at + MAX_QUALITIES + 1)):
        if index in offices_by_start:
            office = offices_by_start[index]
            return index if office.party is not None or office.office not in MERE else at  # "a civic leader"
        token = tokens[index]
        is_quality = token.text.islower() and (token.pos == "ADJ" or token.lower in office_table().neutral)
        if not (is_quality or token.lower in callings().factions) or index in positions.party_at:
            return at
    return at


def _held_or_once_held(
    at: int, sentence: Sentence, positions: Positions, offices_by_start: dict[int, OfficeMention]
) -> OfficeMention | None:
    """CASE "who is Peru's envoy"; CASE "who served as defence minister", which he is no more."""
    tokens = positions.mentions.tokens
    for count in range(1, MAX_RELATIVE):
        words = " ".join(token.lower for token in tokens[at + 1 : at + 1 + count])
        index = at + 1 + count
        if words not in callings().holding and words not in callings().once_held:
            continue
        while index < sentence.last and (tokens[index].lower in ARTICLES or tokens[index].text in STANDING):
            index += 1
        office = offices_by_start.get(index)
        if office is None or office.is_plural:
            continue
        is_past = words in callings().once_held and office.modifier is None
        return replace(office, modifier="former", role=None) if is_past else office
    return None


def _after_possessor(
    at: int, sentence: Sentence, positions: Positions, offices_by_start: dict[int, OfficeMention]
) -> int:
    """The index after "President Poe's": CASE "Ana Roe, President Poe's special envoy"; else the index itself."""
    tokens = positions.mentions.tokens
    for index in range(at, min(sentence.last, at + MAX_POSSESSOR)):
        if at in offices_by_start and offices_by_start[at].span.end > tokens[index].end:
            return at  # "Oklahoma's attorney general"
        if tokens[index].lower in POSSESSIVES and index not in positions.party_at:
            is_party = positions.party_ending(index - 1) is not None
            return at if is_party else index + 1
        if not tokens[index].text[0].isupper():
            return at
    return at


def _is_addressed(naming: Naming, after: int, office: OfficeMention, sentence: Sentence, positions: Positions) -> bool:
    """Whether a given name is a form of address: "Ana, the President — has he"; not "Poe, the president, said"."""
    tokens = positions.mentions.tokens
    is_bare = len(naming.name.split()) == 1 and naming.office is None and office.party is None
    is_open = after < sentence.last and tokens[after].text not in (",", ".", ";", ")", "(")
    return is_bare and is_open and tokens[after].text in ("–", "—", "-", "--")


def add_apposition(
    naming: Naming,
    sentence: Sentence,
    positions: Positions,
    offices_by_start: dict[int, OfficeMention],
    namings: dict[int, Naming],
) -> None:
    """Give the naming the office behind it, where it has none, or one without a party."""
    if naming.office is not None and (naming.office.party is not None and naming.office.office not in ROYAL):
        return
    office = office_after(naming.last, sentence, positions, offices_by_start)
    if office is None and naming.office is None:
        office = _appointed(naming.last, naming, sentence, positions, offices_by_start)
    if office is None and naming.office is None:  # "Ana Poe of Peru, chairwoman of the conference"
        party, end = party_behind(naming.last, sentence, positions)
        office = office_after(end, sentence, positions, offices_by_start) if party is not None else None
    if office is None and naming.office is None:
        naming.office = described_after(naming.last, sentence, positions)
        naming.is_certain = naming.is_certain or naming.office is not None
    if office is None or office.is_plural:
        return
    after = positions.after(office.span.end)
    if _is_addressed(naming, after, office, sentence, positions):
        return
    if after in namings and namings[after].office is office:
        return  # "Lavrov, Defence Minister Shoigu": the office is the next one's
    is_bodys = naming.office is not None and naming.office.party is None and " of the " in office.office
    words = f"{office.modifier} {office.office}"
    is_fuller = is_bodys or office.party is not None or any(word in words for word in FULLER)
    if naming.office is not None and naming.office.office in TITLES and is_fuller:
        naming.office = None  # "Ambassador Ana Poe, Peru's permanent representative"
    is_other = naming.office is not None and (office.party is None or office.office != naming.office.office)
    if naming.office is not None and naming.office.office in ROYAL:
        naming.office = None  # "Prince Turki, the foreign minister"
    elif is_other:
        return  # "President Ana Poe, President of Peru" says whose; "Mr Poe, an envoy" isn't asked
    naming.office = office if naming.office is None else replace(naming.office, party=office.party)
    if office.party is not None and after + 1 < sentence.last and positions.mentions.tokens[after].text == ",":
        behind = positions.party_starting(after + 1)
        naming.party = office.party if behind is not None and behind.code == office.party else naming.party
    naming.is_certain = True
