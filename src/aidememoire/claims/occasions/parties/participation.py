"""Who takes part: the people and parties in a stretch of a sentence, and in what role they stand there.

A name takes part when it is a verb's subject or object, or follows "with", "between", "of the ministers of" and the
like. What stands after "in", "about", "against" does not: it is a place or what was talked of.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from aidememoire.claims.clauses import PAIR
from aidememoire.claims.occasions.parties.compounds import DONE_BY, HYPHENS, tells_a_rank
from aidememoire.claims.occasions.parties.described import bodies_described
from aidememoire.claims.occasions.parties.envoys import parties_of
from aidememoire.claims.occasions.parties.foes import (
    COUNCIL_OF_FOES,
    FOES_OF,
    OF_FOES,
    PREFIX_REACH,
    PREFIXED,
    foes_meant,
    foes_of,
    is_before_own_movement,
    people_of_foes,
)
from aidememoire.claims.occasions.parties.new_in_office import before_new
from aidememoire.claims.occasions.parties.served import party_served
from aidememoire.claims.occasions.parties.talked_of import is_only_briefer, is_only_subject
from aidememoire.claims.tenses import token_range
from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.relations import RELATED, is_only_whose, is_whose_own
from aidememoire.model import (
    Actor,
    ActorKind,
    Mentions,
    NameForm,
    OfficeMention,
    Participation,
    PersonMention,
    Sentence,
    Span,
    Token,
)

WALK_LIMIT = 40
"""How many tokens back from a name its preposition is looked for: a list of ten ministers with their offices."""

JOINING = frozenset("with between among amongst alongside including involving plus joined featuring".split())
TOGETHER = frozenset({"along", "together"})
"""Before "with": "the summit of the AU, along with Chile", which is there too."""

OF_TITLES = frozenset(
    (
        "minister ministers president presidents leader leaders head heads chief chiefs king emir queen sultan "
        "chancellor secretary secretaries representative representatives official officials delegation delegations "
        "government governments delegate delegates envoy envoys diplomat diplomats ambassador ambassadors negotiator "
        "negotiators chairman director states state premier premiers deputy deputies members member countries "
        "republic kingdom commander commissioner counterpart counterparts speaker foreign sides council experts "
        "authorities leadership republics nations powers ministry ministries parliament"
    ).split()
)
PEOPLE_NOUNS = OF_TITLES | frozenset(
    (
        "side opposite colleague colleagues guests guest troika group mission prince pm fm general talks negotiations "
        "summit meeting meetings consultations visit dialogue commission conference conversation contacts call visitor "
        "rebels opposition rebel administration mediator mediators vice deputy interim acting trade finance defence "
        "defense prime national security federal interior oil economy agriculture senior top high "
        "brigadiers generals colonels majors commanders admirals marshals officers chiefs engineers technicians "
        "surveyors experts specialists scientists hydrologists lawyers jurists historians attaches attachés "
        "commissioners undersecretaries premiers monarchs rulers kings emirs sultans princes princesses economists "
        "troika trio rulers emissaries emissary technocrats arbiters conciliators facilitator facilitators panel "
        "homologue homologues "
        "lawmakers legislators parliamentarians senators congressmen mps "
        "investigators inspectors monitors observers aide aides adviser advisers politician politicians figures"
    ).split()
)
# "the Italian oil firm": its people are no officials of Italy.
FIRMS = frozenset("firm firms company companies giant maker makers airline airlines newspaper broadcaster club".split())
FIRM_REACH = 3

PRIVATE = re.compile(
    r"(?:[\w-]+ )?(?:(?:and|,) (?:[\w-]+ ){1,2})?(?:business (?:leaders?|people|community|circles|figures|executives|"
    r"representatives|men|women)|businessm[ae]n|businesspeople|entrepreneurs?|investors?|industrialists|executives|"
    r"students?|veterans?|journalists?|editors|athletes|artists|scholars|tourists|refugees|migrants)\b"
)
"""Behind an adjective of a state: people who are none of its officials. Accepts "(Russian) and Armenian business
leaders"; refuses "(Russian) business minister", "(Russian) officials and students"."""
TITLE_WORDS = frozenset(
    (
        "prince general vice deputy interim acting trade finance defence defense prime national security federal "
        "interior oil economy agriculture senior top high affairs colleague colleagues guest side mediator mediators "
        "party opposition rebel colonel neighbours neighbors rivals"
    ).split()
)
OF_PEOPLE = OF_TITLES | TITLE_WORDS | RELATED

OWNED = re.compile(r"\bits $", re.IGNORECASE)
"""Before an office of a state named earlier: accepts "Its (foreign minister)"; refuses "The (foreign minister)"."""

SENT_FOR = frozenset("envoy envoys representative representatives coordinator rapporteur adviser advisor".split())
"""Whom others send to see to a country: "the envoy for Mali" is none of Mali's."""

SENDERS_REACH = 12
"""Tokens from "for" back to the envoys, over the names of those who sent them."""

SERVANTS = frozenset("adviser advisor assistant aide counsellor counselor advisers advisors assistants aides".split())
"""Whose "to" names whom they serve: "met with the adviser to the President"."""


OWNING = frozenset({"his", "her", "their"})

NAMED_BEHIND = 30
"""Code points behind an office in which the name of who holds it ends: "rebel leader (Mustafa Abdel Jalil)"."""

BEHIND_POST = re.compile(r" (?:in|to|at) [^,;.:]{2,50}, (?:[A-Z]\w+\.? ){0,2}")
"""Between an office and its holder: accepts " in Lima, ", " to Peru, Dr "; refuses " in Lima and "."""

CREDIT = re.compile(
    r"\s?[-–—/|]\s?(?:the )?(?:AP|AFP|EPA|Reuters|Getty|Associated Press|Agence France|Bloomberg|Xinhua|TASS|dpa)\b"
)
"""Behind the photographer's name in a caption: accepts " - AP)", "/Reuters"; refuses " – president"."""


IN_BUSINESS = re.compile(r"\bbusiness (?:leaders?|chiefs?|representatives?)\b", re.IGNORECASE)
"""In what is taken for an office: accepts "Chilean business leaders"; refuses "business minister"."""


@dataclass(frozen=True, slots=True)
class Presence:
    """Somebody or some party named at one place in a sentence."""

    first: int  # first token
    last: int  # after its last token
    span: Span
    parties: tuple[str, ...]
    actors: tuple[int, ...]  # indices in Mentions.actors
    office: OfficeMention | None  # for an office without a name
    kind: str  # person | body | reference | office | party
    form: NameForm | None  # of a party's name
    link: str  # what it hangs on: "with", "in", …; "" when nothing stands before it in the sentence
    link_token: int  # that token; -1 for none


@dataclass(slots=True)
class Cast:
    """Who takes part, gathered side by side."""

    parties: dict[str, Span | None] = field(default_factory=dict)
    actors: list[int] = field(default_factory=list)

    def add(self, presence: Presence) -> None:
        """One more participant."""
        for code in presence.parties:
            self.parties.setdefault(code, presence.span)
        self.actors.extend(actor for actor in presence.actors if actor not in self.actors)


WHERE = frozenset({"in", "at", "near"})


@dataclass(frozen=True)
class Sides:
    """Everyone named in one sentence, in order of position."""

    mentions: Mentions
    knowledge: Knowledge
    sentence: Sentence

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the whole report."""
        return self.mentions.tokens

    @cached_property
    def presences(self) -> tuple[Presence, ...]:
        """Everyone named, persons before offices before bare names where they overlap."""
        found: list[Presence] = []
        for kind, span, parties, actors, office, form in self._named():
            if any(other.span.overlaps(span) for other in found):
                continue
            first, last = token_range(self.mentions, self.sentence, span)
            if kind == "person" and is_only_briefer(self.mentions, self.sentence, span):
                kind, actors = "office", ()  # of the side that tells of it, whoever travels
            is_subject = kind in {"party", "body"} and is_only_subject(self.mentions, self.sentence, span)
            if first < last and not is_subject:
                found.append(Presence(first, last, span, parties, actors, office, kind, form, "", -1))
        found.sort(key=lambda presence: presence.first)
        return tuple(self._with_link(presence, found) for presence in found)

    def within(self, first: int, last: int) -> tuple[Presence, ...]:
        """Those whose words lie between two tokens."""
        return tuple(presence for presence in self.presences if first <= presence.first and presence.last <= last)

    def _named(
        self,
    ) -> Iterable[tuple[str, Span, tuple[str, ...], tuple[int, ...], OfficeMention | None, NameForm | None]]:
        """Kind, words, parties, actors, office and form of name of each that the sentence names, as mentions of it."""
        mentions, span = self.mentions, self.sentence.span
        if mentions.dateline is not None and span.overlaps(mentions.dateline.extent):
            if mentions.dateline.extent.end >= span.end:
                return
            span = Span(span.report, max(span.start, mentions.dateline.extent.end), span.end)
        for person in mentions_within(mentions.persons, span):
            if CREDIT.match(mentions.report.text, person.span.end) or self._is_prefixed(person.span):
                continue
            actor = mentions.actors[person.actor]
            kind = "person" if actor.kind is ActorKind.PERSON else "body"
            own = parties_of(actor, mentions, self.knowledge)
            if kind == "person" and len(own) < PAIR:
                own = _codes(party_served(mentions, person.span, next(iter(own), None)))
            codes = as_states(own, self.knowledge)
            if kind == "person" and self._is_only_whose(person):
                yield "office", person.span, codes, (), None, None  # he sent another, or is his kin
                continue
            yield kind, person.span, codes, (actor.index,), None, None
        for reference in mentions_within(mentions.references, span):
            meant = [mentions.actors[index] for index in reference.actors]
            parties = sorted({party for actor in meant for party in parties_of(actor, mentions, self.knowledge)})
            is_owner = mentions.words(reference.span).lower() in OWNING
            if is_owner and is_whose_own(mentions.report.text, reference.span.end):
                yield "office", reference.span, tuple(parties), (), None, None  # "his predecessor", not he
                continue
            if reference.actors and not self._is_prefixed(reference.span):
                yield "reference", reference.span, tuple(parties), reference.actors, None, None
        for office in mentions_within(mentions.offices, span):
            inside = tuple(party.code for party in mentions_within(mentions.parties, office.span)[:1])
            if IN_BUSINESS.search(mentions.words(office.span)):
                continue
            is_of_foes = FOES_OF.match(mentions.report.text, office.span.end) is not None
            codes = _codes(office.party) or inside or _codes(self._owner_of(office))
            if is_of_foes and codes:
                codes = _codes(foes_of(codes[0], mentions.on))
            elif OF_FOES.search(mentions.words(office.span)):
                codes = self._codes_of_foes(office, codes)
            if office.modifier == "former":
                codes = ()  # whose party he is, if he was sent, stands with his name
            yield "office", office.span, codes, self._named_behind_post(office), office, None
        for people, code in people_of_foes(mentions, span):
            yield "office", people, (code,), (), None, None
        for words, body in bodies_described(mentions, span):
            yield "body", words, (body,), (), None, None
        for party in mentions_within(mentions.parties, span):
            if self._is_prefixed(party.span) or is_before_own_movement(mentions, party):
                continue
            if self.knowledge.parties.is_state(party.code) and DONE_BY.match(mentions.report.text, party.span.end):
                continue
            foes = FOES_OF.match(mentions.report.text, party.span.end)
            codes = (party.code,) if foes is None else _codes(foes_of(party.code, mentions.on))
            if COUNCIL_OF_FOES.match(mentions.report.text, party.span.end):
                codes = _codes(foes_meant(mentions, party.code)) or codes
            yield "party", party.span, as_states(codes, self.knowledge), (), None, party.form

    def _named_behind_post(self, office: OfficeMention) -> tuple[int, ...]:
        """Who holds an office, named behind where he is posted ("the Kenyan ambassador in Lima, Juan Poe,")."""
        text, end = self.mentions.report.text, office.span.end
        for person in mentions_between(self.mentions.persons, end, self.sentence.span.end):
            if person.office is not None and person.office.span == office.span:
                return (person.actor,) if BEHIND_POST.fullmatch(text, end, person.span.start) else ()
        return ()

    def _is_only_whose(self, person: PersonMention) -> bool:
        """Whether somebody is named only to say whose envoy, deputy or wife another is."""
        start = person.span.start
        if person.office is not None and person.office.span.end <= start:
            start = person.office.span.start
        return is_only_whose(self.mentions.report.text, start, person.span.end)

    def _is_prefixed(self, span: Span) -> bool:
        """Whether a name is but part of a word ("anti-Assad fighters")."""
        return PREFIXED.search(self.mentions.report.text, max(0, span.start - PREFIX_REACH), span.start) is not None

    def _codes_of_foes(self, office: OfficeMention, codes: tuple[str, ...]) -> tuple[str, ...]:
        """The movement of rebels' or an opposition's office-holder; none where the person named right behind has it."""
        named = mentions_between(self.mentions.persons, office.span.end, office.span.end + NAMED_BEHIND)
        if any(self.mentions.actors[one.actor].party for one in named):
            return ()
        return _codes(foes_meant(self.mentions, codes[0] if codes else None)) or codes

    def _owner_of(self, office: OfficeMention) -> str | None:
        """The state that "its" before an office stands for: the one named last before it in the sentence.

        Else the first one in the sentence before: "Chile denied it. Its foreign minister will visit Peru".
        """
        text = self.mentions.report.text
        if OWNED.search(text, max(0, office.span.start - 4), office.span.start) is None:
            return None
        begin = self.sentence.span.start
        here = mentions_between(self.mentions.parties, begin, office.span.start)
        index = self.sentence.index
        above = self.mentions.sentences[index - 1].span if index else None
        before = mentions_within(self.mentions.parties, above) if above is not None else []
        states = [*reversed(here), *before]
        return next((one.code for one in states if self.knowledge.parties.is_state(one.code)), None)

    def _with_link(self, presence: Presence, others: Sequence[Presence]) -> Presence:
        link, token = self._link_of(presence, others)
        return Presence(
            presence.first,
            presence.last,
            presence.span,
            presence.parties,
            presence.actors,
            presence.office,
            presence.kind,
            presence.form,
            link,
            token,
        )

    def _link_of(self, presence: Presence, others: Sequence[Presence]) -> tuple[str, int]:
        """The word that a name hangs on, past the titles, lists and "of" phrases between them."""
        named = {index for other in others for index in range(other.first, other.last)}
        index = presence.first - 1
        through_of = False
        for _ in range(WALK_LIMIT):
            if index < self.sentence.first:
                return "", -1
            token = self.tokens[index]
            if (
                index in named
                or _is_passable(token)
                or self._is_of_a_compound(index)
                or (token.lower == "visiting" and _is_a_guest(presence))
            ):
                index -= 1
                continue
            new = before_new(self.tokens, index)
            if new is not None:
                index = new
                continue
            if token.pos == "NOUN" and (token.lower in OF_PEOPLE or through_of or _is_title_noun(token)):
                through_of = False
                index -= 1
                continue
            if token.lower in {"of", "for"} and index > self.sentence.first:
                before = self.tokens[index - 1]
                if token.lower == "for" and (before.lower in SENT_FOR or self._are_sent(index - 1, named)):
                    return "for", index  # "the UN's envoy for Mali", "the envoys of Chile and Peru for Mali"
                is_listed = before.lower == "and" and index - 2 in named  # "the delegations of Chile and of Peru"
                if index - 1 in named or before.lower in OF_TITLES | TITLE_WORDS or is_listed:
                    index -= 1
                    continue
            if token.lower == "to" and self.tokens[index - 1].lower in SERVANTS and index > self.sentence.first:
                index -= 1
                continue
            if token.lower == "with" and index > self.sentence.first and self.tokens[index - 1].lower in TOGETHER:
                return "alongside", index
            comma = self._end_of_what_comes_first(index, presence, others)
            return (token.lower, index) if comma is None else (",", comma)
        return "", -1

    def _are_sent(self, last: int, named: set[int]) -> bool:
        """Whether the names up to a token are those of who sent an envoy ("envoys of Chile and Peru")."""
        for index in range(last, max(self.sentence.first, last - SENDERS_REACH) - 1, -1):
            token = self.tokens[index]
            if token.lower in SENT_FOR:
                return True
            if index not in named and not _is_passable(token) and token.pos != "NOUN" and token.lower != "of":
                return False
        return False

    def _end_of_what_comes_first(self, index: int, presence: Presence, others: Sequence[Presence]) -> int | None:
        """The comma behind a place or behind the words that open the sentence; people after it hang on nothing there.

        "At the summit in Bern, Minister X met Y": X is in no "in"; not "With Ministers X, Y and Z, he".
        """
        if presence.kind not in {"office", "person"}:
            return None
        commas = [at for at in range(index + 2, presence.first) if self.tokens[at].text == ","]
        if not commas:
            return None
        begin = self.sentence.first
        has_people = any(one.kind in {"office", "person"} and one.first < commas[0] for one in others)
        opening = all(self.tokens[at].text != "," for at in range(begin, commas[0]))
        if self.tokens[begin].tag == "IN" and opening and not has_people:
            return commas[0]
        if self.tokens[index].lower not in WHERE:
            return None
        ends = {place.span.end for place in mentions_within(self.mentions.places, self.sentence.span)}
        return next((at for at in commas if self.tokens[at - 1].end in ends), None)

    def _is_of_a_compound(self, index: int) -> bool:
        """Whether a word belongs to one that begins with a name ("Chilean-led") or tells a rank ("top-ranking")."""
        text, tokens = self.mentions.report.text, self.tokens
        last = index + 1 if index + 1 < self.sentence.last else index
        for first in (index, index - 1, index - 2):
            hyphen = min(first + 1, last)
            if first >= self.sentence.first and tokens[hyphen].text in HYPHENS:
                return tells_a_rank(text, tokens[first].start) or (
                    first == index - 2 and DONE_BY.fullmatch("-" + tokens[index].text) is not None
                )
        return False

    def end_of_listed(self, presence: Presence) -> int:
        """The token behind the last of the adjectives that a name is listed with ("Chilean, Peruvian and Thai")."""
        end = presence.last
        for one in self.presences:
            joint = {token.lower for token in self.tokens[end : one.first]}
            is_next = one.first >= end and one.kind == "party" and one.form is NameForm.ADJECTIVE
            if is_next and one.first - end <= PAIR and joint and joint <= {",", "and", "or", "&"}:
                end = one.last
        return end

    def is_party_of_people(self, presence: Presence) -> bool:
        """Whether a name stands before people or talks ("French officials"), not things ("Libyan crisis") or firms."""
        end = self.end_of_listed(presence)
        after = self.tokens[end : min(self.sentence.last, end + 5)]
        if PRIVATE.match(self.mentions.report.text, presence.span.end + 1):
            return False
        if any(token.lower in FIRMS for token in after[:FIRM_REACH]):
            return False
        for token in after:
            if token.lower in PEOPLE_NOUNS or token.lower in {"'s", "’s"}:
                return True
            if token.pos not in {"ADJ", "PROPN", "NOUN", "CCONJ", "PUNCT", "ADV"} or token.lower == ".":
                return False
        return False


def _is_a_guest(presence: Presence) -> bool:
    """Whether "visiting" before him is said of him ("the visiting Polish leader") and doesn't tell where he went."""
    return presence.kind in {"person", "office", "reference"} or presence.form is NameForm.ADJECTIVE


def mentions_within(found: Sequence, span: Span) -> list:  # type: ignore[type-arg]
    """The mentions (in order of position) that lie inside a span."""
    return mentions_between(found, span.start, span.end)


def mentions_between(found: Sequence, start: int, end: int) -> list:  # type: ignore[type-arg]
    """The mentions (in order of position) from one place in the text to another; none where nothing lies between."""
    inside = []
    for mention in found[bisect_left(found, start, key=lambda mention: mention.span.start) :]:
        if mention.span.start >= end:
            break
        if mention.span.end <= end:
            inside.append(mention)
    return inside


CROWN = re.compile(r"^(?:the )?crown prince of (?:the )?[\w -]+$")


SECRETARY_GENERAL = re.compile(r"\bsecretary general\b")
"""The head of the United Nations, as these write it; refuses no one else's, which stay as the report writes them."""


def place_over_body(mentions: Mentions) -> tuple[Span, str] | None:
    """The place of the dateline with its country; None where there is none, or its country isn't known."""
    span = dict(mentions.dateline.spans).get("place") if mentions.dateline is not None else None
    found = mentions_within(mentions.places, span) if span is not None else []
    return (found[0].span, found[0].country) if found and found[0].country else None


def participation(actor: Actor) -> Participation:
    """A person as one who takes part; a prince's land is his party, not part of his office."""
    office = CROWN.sub("crown prince", actor.office) if actor.office else actor.office
    if office is not None and actor.party == "UN":
        office = SECRETARY_GENERAL.sub("secretary-general", office)
    return Participation(name=actor.name, office=office, party=actor.party)


def as_states(codes: Iterable[str], knowledge: Knowledge) -> tuple[str, ...]:
    """The parties, a union of but two states as these two, who meet where its council sits."""
    found: dict[str, None] = {}
    for code in codes:
        known = knowledge.parties.get(code) if is_organisation(knowledge, code) else None
        are_two = known is not None and len(knowledge.memberships.ever(code)) == PAIR
        found |= dict.fromkeys(known.members if known is not None and are_two else (code,))
    return tuple(found)


def is_organisation(knowledge: Knowledge, code: str) -> bool:
    """Whether a party is a body of several states, whose own session is an occasion between states."""
    return knowledge.parties.is_body(code)


PASSABLE = frozenset("and or 's ’s , his her their its - – ( ) / \" “ ” & both as well".split())
_TITLE_NOUN = re.compile(r"(?:minister|secretary|president|general|chief|adviser|advisor|envoy|commissioner)s?$")


def _is_title_noun(token: Token) -> bool:
    return _TITLE_NOUN.search(token.lower) is not None


def _is_passable(token: Token) -> bool:
    """Whether a name's preposition may stand before this token: parts of names, articles, joints of a list."""
    return token.pos in {"PROPN", "DET", "ADJ", "NUM"} or token.lower in PASSABLE or token.lower.endswith(".")


def _codes(code: str | None) -> tuple[str, ...]:
    return (code,) if code else ()
