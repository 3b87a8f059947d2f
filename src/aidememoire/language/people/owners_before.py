"""Whose an office is by the words before it: "Japan's …", "White House …", "New South Wales …"."""

from dataclasses import dataclass

from aidememoire.language.people.home_bodies import whose_body
from aidememoire.language.people.national_offices import envoys_to
from aidememoire.language.people.office_cores import Core
from aidememoire.language.people.office_extent import find_modifier
from aidememoire.language.people.office_table import OfficeTable, office_table
from aidememoire.language.people.office_words import (
    COMPANY_OFFICES,
    HEADING_OFFICES,
    HYPHENS,
    INSTITUTIONS,
    JOINERS,
    MAX_SKIPPED,
    OF_MINISTRIES,
    POSSESSIVES,
    STATE_BODIES,
    WEEKDAYS_MONTHS,
)
from aidememoire.language.people.positions import Positions
from aidememoire.model import NameForm, PartyMention, PlaceMention, Sentence, Token

# Offices that may stand after a body: "White House spokesman", "French MFA secretary general".
SPOKEN_FOR = (
    "spokes",
    "press secretary",
    "adviser",
    "advisor",
    "aide",
    "chief of staff",
    "official representative",
    "envoy",
    "secretary general",
    "state secretary",
)
MINISTRIES = frozenset({"ministry", "mfa", "mofa"})
WITH_FIELD = frozenset({"chief", "director", "head", "coordinator", "commissioner", "adviser", "advisor", "official"})
# Parties within a state: "the British Labour leader".
FACTIONS = frozenset(
    "labour conservative liberal democrat democratic socialist communist nationalist green party".split()
)
MAX_GLOSS = 3  # words in brackets between a body and its office: "(central bank)"
SECRETARIES_OF_BODIES = frozenset({"secretary", "first secretary", "general secretary"})
COUNCILS = frozenset({"council", "committee", "commission", "party"})  # have secretaries: "Security Council Secretary"

Owner = tuple[PartyMention | None, int, bool]
"""The party before the office, the first token with it, and whether any name stands there."""


def party_left(
    tokens: tuple[Token, ...],
    sentence: Sentence,
    first: int,
    positions: Positions,
    table: OfficeTable,
    core: Core,
) -> Owner:
    """The party before the office, the first token with it, and whether any name stands there."""
    way = _Way(tokens, sentence, first, positions, table, core, first - 1)
    owner = _of_body(way)
    while owner is None and way.at >= sentence.first and way.skipped <= MAX_SKIPPED and not _is_at_headline(way):
        owner = _named_here(way)
        if owner is None and not _passes(way):
            break
    return owner or (None, first, False)


@dataclass(slots=True)
class _Way:
    """The way back from an office: where it is, and over how many words it has come."""

    tokens: tuple[Token, ...]
    sentence: Sentence
    first: int  # of the office
    positions: Positions
    table: OfficeTable
    core: Core
    at: int
    skipped: int = 0
    fields: int = 0  # of those skipped, what the office is for: "Peru's tea spokesman"
    bodies: int = 0  # of these, bodies in small letters

    @property
    def is_spoken_for(self) -> bool:
        """Whether the office may stand after a body: "White House spokesman", "Kremlin aide"."""
        return self.core.office == "minister" or any(word in self.core.office for word in SPOKEN_FOR)


def _of_body(way: _Way) -> Owner | None:
    """The party whose body's name ends right before; the way goes on before a body that is many states'."""
    body = _body_before(way.tokens, way.sentence, way.at, way.positions, way.table)
    if body is None:
        return None
    start, code = body
    is_ministry = any(token.lower in MINISTRIES for token in way.tokens[start : way.first])
    if not way.is_spoken_for and not (is_ministry and way.core.office in OF_MINISTRIES and code is None):
        return None
    if code is None:
        way.at = start - 1
        return None
    span = way.positions.mentions.report.span(way.tokens[start].start, way.tokens[way.at].end)
    return PartyMention(span, code, (), NameForm.METONYM), start, True


def _is_at_headline(way: _Way) -> bool:
    """Whether two spaces, which stand between a headline and what follows it, come behind the token."""
    end = way.tokens[way.at].end
    is_apart = way.tokens[way.at + 1].start - end > 1
    return is_apart and "\n" not in way.positions.mentions.report.text[end : end + 2]


def _named_here(way: _Way) -> Owner | None:
    """Whose the office is by the name that ends at the token, if one does; a company's office loses its role."""
    token = way.tokens[way.at]
    if token.text == ")" and not way.skipped and _before_gloss(way.tokens, way.sentence, way.at) is not None:
        return None
    if party := way.positions.party_ending(way.at):
        return _of_party(way, party)
    if _is_possessive(way):
        if _is_company(way.tokens, way.sentence, way.at - 1, way.positions, way.core):
            way.core.role = None
        return None
    place = way.positions.place_at.get(way.at) if way.core.office in ("mayor", "governor") and not way.skipped else None
    if place is not None and place.country is not None and place.span.end == token.end:
        return _of_place(way, place, place.country)
    if words := _subnational_words(way.tokens, way.sentence, way.at, way.table):
        return None, way.at - words + 1, True
    if way.skipped == 0 and _is_body_name(way.tokens, way.sentence, way.at, way.positions, way.core):
        return _of_named_body(way)
    return None


def _of_party(way: _Way, party: PartyMention) -> Owner:
    """Whose the office is behind a party's name: the party's, its sender's, or nobody's."""
    tokens, sentence, positions, core = way.tokens, way.sentence, way.positions, way.core
    start = positions.covered(party.span).start
    if way.skipped and not _reaches(way, party):
        return None, way.first, False
    if way.fields and core.office in WITH_FIELD | HEADING_OFFICES:
        own = " ".join(token.lower for token in tokens[way.first - way.fields : way.first])
        core.office, core.role = f"{own} {core.office}", None  # no head of the body, but of a part
    joined = _joined_party(tokens, sentence, start, positions)
    if joined is not None and core.is_plural:
        return None, way.first, False
    if joined is not None and "envoy" in core.office and joined.form is not NameForm.NAME:
        return joined, positions.covered(joined.span).start, True
    if not way.skipped and core.office.endswith("envoy") and _is_subject(party, start, sentence, positions):
        sender = _sender(tokens, sentence, start, positions)
        if sender is None:
            return None, start, True
        core.office = f"{core.office} for {positions.mentions.words(party.span).lower()}"
        return sender, positions.covered(sender.span).start, True
    ambassador, sent = envoys_to().get(party.code, ("", frozenset[str]()))
    if core.office in sent:
        return _sent_to_body(tokens, sentence, start, party, positions, core, ambassador)
    if core.office in ("ambassador", "envoy", "representative") and party.form is NameForm.ABBREVIATION:
        sender = _sender(tokens, sentence, start, positions)  # "Peru's NATO envoy"
        if sender is not None:
            return sender, positions.covered(sender.span).start, True
    return party, start, True


def _reaches(way: _Way, party: PartyMention) -> bool:
    """Whether the party owns the office over the words between: "Peru's new …", "IOM media …", "Peruvian deputy …"."""
    if party.form is NameForm.ADJECTIVE or {way.tokens[way.at].lower, way.tokens[way.at + 1].lower} & POSSESSIVES:
        return True
    is_short = party.form is NameForm.ABBREVIATION or (way.is_spoken_for and party.form is NameForm.METONYM)
    return (is_short or way.bodies > 0) and way.skipped == way.fields


def _of_place(way: _Way, place: PlaceMention, country: str) -> Owner:
    """Whose a mayor or governor is behind a place's name: "the Lima mayor"; nobody's where the place is disputed."""
    where = way.positions.mentions.words(place.span).lower()
    if where in way.table.disputed:
        return None, way.at, True
    if words := _subnational_words(way.tokens, way.sentence, way.at, way.table):
        return None, way.at - words + 1, True
    way.core.office, way.core.role = f"{way.core.office} of {where}", None
    start = way.positions.covered(place.span).start
    return PartyMention(place.span, country, (), NameForm.METONYM), start, True


def _of_named_body(way: _Way) -> Owner:
    """Whose the office is behind a body's or company's own name: the owner's before a state's body, else nobody's."""
    start, last = _name_start(way.tokens, way.sentence, way.at), way.tokens[way.at].lower
    if last in STATE_BODIES:  # "Russian Security Council Secretary"
        start = max((k + 1 for k in range(start, way.at) if k in way.positions.party_at), default=start)
    is_owned = last in STATE_BODIES | FACTIONS
    owner = _sender(way.tokens, way.sentence, start, way.positions) if is_owned else None
    if owner is None:
        return None, start, True
    own = " ".join(word.lower for word in way.tokens[start : way.first])
    way.core.office, way.core.role = f"{own} {way.core.office}", None  # "Peru's Harbours Council chairwoman"
    return owner, way.positions.covered(owner.span).start, True


def _is_possessive(way: _Way) -> bool:
    """Whether an owner's "'s" stands here: right before the office, or behind a party over skipped words."""
    is_sign = way.tokens[way.at].lower in POSSESSIVES
    return is_sign and (way.skipped == 0 or way.positions.party_ending(way.at - 1) is not None)


def _passes(way: _Way) -> bool:
    """Whether the way leads on before this token, and if so, goes on there."""
    token = way.tokens[way.at]
    if token.text == ")" and not way.skipped:
        before = _before_gloss(way.tokens, way.sentence, way.at)
        if before is not None:
            way.at = before
            return True
    if _is_possessive(way) or _stands_between(way):
        way.at -= 1
        way.skipped += 1
        return True
    if token.lower in HYPHENS and way.skipped:
        way.at -= 1
        return True
    return False


def _stands_between(way: _Way) -> bool:
    """Whether the word may stand between owner and office: "new", "visiting", "media"; counts what is a field."""
    token, office = way.tokens[way.at], way.core.office
    has_field = way.is_spoken_for or office in WITH_FIELD  # "Peru's tea spokesman"
    is_body = office in HEADING_OFFICES and token.text.islower() and token.lower in STATE_BODIES
    is_field = has_field and token.text.islower() and token.lower in way.table.portfolio | way.table.complement
    way.bodies += is_body  # "the African Union commission chairman"
    way.fields += is_field or is_body
    is_doing = token.tag == "VBG" and token.dep == "acl"  # "rebel forces battling leader Poe"
    is_attribute = token.pos in ("ADJ", "ADV", "VERB") and token.text.islower() and not is_doing
    return is_attribute or token.lower in way.table.neutral or is_field or is_body


def _before_gloss(tokens: tuple[Token, ...], sentence: Sentence, at: int) -> int | None:
    """The index before brackets that end here: CASE "Republic of Korea (ROK) Foreign Minister".

    CASE "the Knesset (parliament) speaker": what kind of body it is.
    """
    for count in range(1, MAX_GLOSS + 1):
        opening = at - count - 1
        if opening <= sentence.first or tokens[opening].text != "(":
            continue
        gloss = tokens[opening + 1 : at]
        is_kind = gloss[-1].lower in INSTITUTIONS and all(token.text.islower() for token in gloss)
        return opening - 1 if count == 1 or is_kind else None
    return None


def _subnational_words(tokens: tuple[Token, ...], sentence: Sentence, at: int, table: OfficeTable) -> int:
    """How many words up to the token name a part of a state: "New South Wales" is 3; none is 0."""
    for count in (3, 2, 1):
        first = at - count + 1
        if first >= sentence.first:
            name = " ".join(token.lower for token in tokens[first : at + 1]).replace(" - ", "-")
            if name in table.subnational:
                return count
    return 0


def _body_before(
    tokens: tuple[Token, ...], sentence: Sentence, at: int, positions: Positions, table: OfficeTable
) -> tuple[int, str | None] | None:
    """Where the body starts whose words end at the token, and the party that alone has it: "White House spokesman"."""
    if at < sentence.first:
        return None
    at -= tokens[at].lower in POSSESSIVES
    for words, party in table.bodies.get(tokens[at].lower, ()):
        start = at - len(words) + 1
        if start >= sentence.first and all(tokens[start + k].lower == word for k, word in enumerate(words)):
            also = table.shared_bodies.get(words, frozenset())
            owner = start - 1 - (start > sentence.first and tokens[start - 1].lower in POSSESSIVES)
            named = positions.party_ending(owner) if also and owner >= sentence.first else None
            return start, named.code if named is not None else whose_body(party, also, positions.mentions)
    return None


def _is_company(tokens: tuple[Token, ...], sentence: Sentence, at: int, positions: Positions, core: Core) -> bool:
    """Whether the possessor is neither a party nor a person: "Acme's president"."""
    return (
        at >= sentence.first
        and core.office in COMPANY_OFFICES
        and tokens[at].pos == "PROPN"
        and at not in positions.party_at
        and at not in positions.place_at
        and not positions.person_starts.intersection(range(_after_comma(tokens, sentence, at), at + 1))
    )


def _after_comma(tokens: tuple[Token, ...], sentence: Sentence, at: int) -> int:
    """The first of the few tokens up to this one in which a possessor's name may begin, behind any comma."""
    first = max(sentence.first, at - 3)
    return next((index + 1 for index in range(at, first - 1, -1) if tokens[index].text == ","), first)


def _sent_to_body(
    tokens: tuple[Token, ...],
    sentence: Sentence,
    start: int,
    body: PartyMention,
    positions: Positions,
    core: Core,
    ambassador: str,
) -> tuple[PartyMention | None, int, bool]:
    """CASE "Peru's U.N. ambassador": the office is Peru's; CASE "the U.N. envoy": it is the body's.

    ``ambassador``: what a state's ambassador to the body is called.
    """
    modifier, at_modifier = find_modifier(tokens, sentence, start, office_table())
    sender = _sender(tokens, sentence, at_modifier, positions)
    if core.office.endswith("ambassador"):
        core.office = core.office.replace("ambassador", ambassador)
    if sender is not None:
        office = core.office.replace("envoy", ambassador).replace("representative", ambassador)
        core.office = " ".join(filter(None, (modifier, office)))
        return sender, positions.covered(sender.span).start, True
    is_its_own = not core.office.endswith("ambassador")
    return (body if is_its_own else None), start, is_its_own


def _is_subject(party: PartyMention, start: int, sentence: Sentence, positions: Positions) -> bool:
    """Whether an envoy is for the state before him: "the U.S. Iran envoy"; not "Iran's envoy", "PERU ENVOY LEAVES"."""
    tokens = positions.mentions.tokens
    is_name = party.form is NameForm.NAME and tokens[start].text.istitle()
    after = positions.covered(party.span).stop
    return is_name and tokens[after].lower not in POSSESSIVES and not positions.is_headline(sentence)


def _sender(tokens: tuple[Token, ...], sentence: Sentence, start: int, positions: Positions) -> PartyMention | None:
    """Who sends the envoy: the party that ends before, "Peru's"; nobody in "the NATO envoy"."""
    at = start - 1
    if at > sentence.first and tokens[at].lower in POSSESSIVES:
        at -= 1
    return positions.party_ending(at) if at >= sentence.first else None


def _joined_party(
    tokens: tuple[Token, ...], sentence: Sentence, start: int, positions: Positions
) -> PartyMention | None:
    at = start - 1
    while at >= sentence.first and (tokens[at].lower in JOINERS or tokens[at].lower in HYPHENS):
        at -= 1
    if sentence.first < at < start - 1 and tokens[at].lower in POSSESSIVES:
        at -= 1  # "Peru's and Chile's presidents"
    return positions.party_ending(at) if sentence.first <= at < start - 1 else None


def _is_body_name(tokens: tuple[Token, ...], sentence: Sentence, at: int, positions: Positions, core: Core) -> bool:
    """Whether the token is a company's or body's name before the office: "Exxon chairman", "World Bank President"."""
    token = tokens[at]
    return (
        (core.office in COMPANY_OFFICES or (core.office in SECRETARIES_OF_BODIES and token.lower in COUNCILS))
        and token.pos == "PROPN"
        and token.text[0].isupper()
        and at not in positions.place_at
        and token.lower not in WEEKDAYS_MONTHS
        and not (at > sentence.first and tokens[at - 1].lower in ("in", "on", "at"))
        and token.dep == "compound"
    )


def _name_start(tokens: tuple[Token, ...], sentence: Sentence, at: int) -> int:
    while at > sentence.first and tokens[at - 1].text[0].isupper() and tokens[at - 1].pos == "PROPN":
        at -= 1
    return at
