"""Duos: who "the two sides", "both presidents", "they" are: those whom the report is about so far.

"Chile and Peru have agreed on a fence. … The two ministers meet in Lima in May": they are of the states named together
last before it, or of the only ones that the report has named at all. Just as many as the words count, else nobody can
tell: a report on three states has no "two".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from aidememoire.claims.clauses import PAIR
from aidememoire.claims.occasions.parties.participation import Presence, Sides, place_over_body
from aidememoire.claims.occasions.words.nouns import any_of
from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.bodies import Trait, bodies_with
from aidememoire.knowledge.number_words import cardinals
from aidememoire.knowledge.seats import is_for_bodies
from aidememoire.model import BlockRole, Mentions, NameForm

SENTENCES_BACK = 6
"""How far back those who are meant may have been named together last."""

HEAD_SENTENCES = 3
"""Sentences of the body that say with the headline what a report is about."""

WHY_TOGETHER = "those named together last before it"
WHY_ABOUT = "the only ones that the report has named so far"
WHY_WHOLE = "the only ones that the report names"
WHY_OF_BODY = "the body of states that the sentence is about"
WHY_FROM = "the one that the report names and the country that it is from"
WHY_ACCOUNT = "the one that the report names and the side whose account it is"

PORTFOLIO = rf"(?:{any_of('portfolios')}(?:[ -]and[ -]|[ ]))*"
OFFICIALS = any_of("officials")
SIDES = any_of("sides")
NUMBERS = cardinals(2, 6)
COUNT = rf"(?P<count>{'|'.join(NUMBERS)})"

JOINT = re.compile(
    rf"(?<![\w-])(?:"
    rf"(?:the|these|those|all|both|their|its|our|with)\s(?:the\s)?{COUNT}(?:\s(?:(?:[\w-]+\s)?{PORTFOLIO}(?:{OFFICIALS}|{SIDES})|"
    rf"(?:countries|nations|states|governments|neighbou?rs|sides)[’']\s(?:[\w-]+\s){{0,3}}?{OFFICIALS}))?"
    rf"|(?P<both>both)(?:\s(?:of\s(?:the\s|these\s)?)?{PORTFOLIO}(?:{OFFICIALS}|{SIDES})"
    rf"|\s(?:countries|nations|states|governments|sides)[’']\s(?:[\w-]+\s){{0,3}}?{OFFICIALS})"
    rf"|the\s(?P<sides>sides|parties|delegations|negotiators|negotiating\steams|governments|pair|duo)"
    rf"|(?-i:Two)\s{PORTFOLIO}(?:leaders|presidents|premiers|ministers|{SIDES})(?!\sof\b)|(?-i:Sides)(?!\sof\b)"
    rf"|(?:the|their|a)\s(?:[\w-]+\s){{0,2}}?(?P<body>joint|mixed|bilateral|binational|intergovernmental|inter-governmental|"
    r"boundary|border|trilateral|tripartite)\s(?:[\w-]+\s){0,3}?(?:commission|committee|subcommittee|group|council|"
    r"mechanism|panel|commissioners)"
    rf"|(?P<their>their)\s(?:respective\s)?{PORTFOLIO}{OFFICIALS}"
    rf")(?![\w’'-])",
    re.IGNORECASE,
)
"""Words for those who were named before. Accepts "the two foreign ministers", "both countries’ envoys", "the sides",
"their presidents", "the three", "Two sides" and "Sides" at a sentence's head; refuses "two ministers",
"the ministers", "their fishermen"."""

OF_WHAT = re.compile(
    r"\s(?:of|from)\s(?=[A-Z])(?!(?:Foreign|External|Defen[cs]e|Trade|Interior|Finance|Justice|Health|Energy)\b)|(?<=sides)\sin\s(?=[A-Z])"
)
"""Behind the words, who they are by name: accepts "the two sides in (Cyprus)"; refuses "two ministers in (Lima)"."""

EQUAL = re.compile(
    r"\b(?:his|her|their|the)\s(?:[\w-]+\s){0,3}?(?:counterparts?|colleagues?|opposite\snumbers?|homologues?)\b",
    re.IGNORECASE,
)
"""Of another state: accepts "his Kenyan counterpart", "the Greek colleague"; refuses "a colleague"."""

THREE = 3

ASIDE = frozenset(
    "in on about over against to from at into near off across toward towards through via regarding concerning under "
    "than like without of despite outside around despite amid upon along behind beyond".split()
)
"""Before a name that is but a place or a matter: "talks on Syria", "flew to Peru"."""


BROKERED = frozenset("mediated brokered facilitated sponsored hosted moderated overseen convened supervised".split())
"""What a third state does to the talks of others."""


@dataclass(frozen=True, slots=True)
class Duo:
    """Those who are meant, and why they are."""

    codes: tuple[str, ...]
    why: str


def number_meant(match: re.Match[str]) -> int:
    """How many sides the words stand for: as many as they count; 0 where they leave it open ("their presidents")."""
    if match["count"]:
        return NUMBERS[match["count"].lower()]
    if match["body"]:
        return THREE if match["body"].lower().startswith("tri") else PAIR
    return 0 if match["their"] or match["sides"] else PAIR


class Company:
    """Those whom each sentence of a report names, found when they are asked for."""

    def __init__(self, mentions: Mentions, knowledge: Knowledge) -> None:
        self.mentions = mentions
        self.knowledge = knowledge
        self._known: dict[int, tuple[Presence, ...]] = {}
        self._sides: dict[int, Sides] = {}

    def meant(self, sentence: int, before: int, number: int) -> Duo | None:
        """Who the words at a place stand for, if the report is about just so many; ``number`` 0: two or more."""
        seen: set[str] = set()
        for index in range(sentence, max(-1, sentence - 1 - SENTENCES_BACK), -1):
            acting = self._acting(index, before)
            if index == sentence and not number and len(acting) == 1 and all(map(self._has_own_envoys, acting)):
                return Duo(tuple(acting), WHY_OF_BODY)  # "the council’s members agreed before their envoys met"
            codes = self._counted(acting, number)
            if len(codes) > PAIR and index < sentence:
                doers = self._counted(self._doers(index), number)
                codes = doers if len(doers) == (number or max(len(doers), PAIR)) else codes
            if len(codes) >= PAIR:
                is_all = len(codes) == (number or len(codes)) and (seen <= codes or index <= self._first_of_body())
                return Duo(tuple(sorted(codes)), WHY_TOGETHER) if is_all else None
            seen |= codes
        return self._only_ones(sentence, before, number)

    def _has_own_envoys(self, code: str) -> bool:
        return self.knowledge.parties.is_body(code) and code not in bodies_with(Trait.JUDGES)

    def at_head(self, codes: frozenset[str]) -> frozenset[str]:
        """Those whom the headline and the first sentences of the body name, and of ``codes`` those named as places."""
        body = [
            one.index
            for one in self.mentions.sentences
            if self.mentions.report.blocks[one.block].role is not BlockRole.TITLE
        ]
        last = body[min(HEAD_SENTENCES, len(body)) - 1]
        end = self.mentions.sentences[last].span.end
        acting = self._about(last, end, is_place=False) - bodies_with(Trait.JUDGES)
        places = self._about(last, end, is_place=True)
        over = place_over_body(self.mentions)
        own = {over[1]} if over is not None else set()
        return acting | (codes & (places | own | {self.mentions.report.side or ""}))

    def pair_with(self, code: str, sentence: int, is_equal: bool) -> Duo | None:
        """The named party and the other one that the report is about up to there, or else the one that it is from.

        ``is_equal``: the words tell that the two are of two states.
        """
        own = self._with_own(code)
        if not is_equal:
            return own if own is not None and self._is_of_none_but(own, sentence) else None
        begin = self.mentions.sentences[sentence].span.start
        duo = self.meant(sentence - 1, begin, PAIR) if sentence else None
        if duo is not None:
            return duo if code in duo.codes else None
        about = self._about(sentence, self.mentions.sentences[sentence].span.end, is_place=False)
        if own is not None and (about <= {*own.codes} or {*own.codes} - {code} <= self.at_head(frozenset())):
            return own
        return Duo(tuple(sorted(about)), WHY_ABOUT) if len(about) == PAIR and code in about else None

    def _is_of_none_but(self, duo: Duo, sentence: int) -> bool:
        """Whether nobody acts in the sentences up to one but the two, or the one that the report is from acts too."""
        about = self._about(sentence, self.mentions.sentences[sentence].span.end, is_place=False)
        return about <= set(duo.codes) or set(duo.codes) <= about

    def _first_of_body(self) -> int:
        """The sentence with which the body begins: those whom it names are those whom the report is about."""
        blocks, sentences = self.mentions.report.blocks, self.mentions.sentences
        return next((one.index for one in sentences if blocks[one.block].role is BlockRole.BODY), 0)

    def _only_ones(self, sentence: int, before: int, number: int) -> Duo | None:
        """Those that the report has named at all so far, where none of its sentences names them together."""
        number = number or PAIR
        about = self._counted(self._about(sentence, before, is_place=False), number)
        if len(about) == number:
            return Duo(tuple(sorted(about)), WHY_ABOUT) if about <= self.at_head(about) else None
        if len(about) != 1 or number != PAIR:
            return self._of_whole(sentence, number) if not about else None
        (code,) = about
        own = self._with_own(code)
        wider = about | self._about(sentence, before, is_place=True)
        if own is not None and wider <= {*own.codes}:
            return own
        return Duo(tuple(sorted(wider)), WHY_ABOUT) if len(wider) == PAIR else self._of_whole(sentence, number)

    def _of_whole(self, sentence: int, number: int) -> Duo | None:
        """Those that the whole report names, for words at its beginning: minutes name the sides further down."""
        if sentence > self._first_of_body() + 1:
            return None
        last = len(self.mentions.sentences) - 1
        about = self._about(last, self.mentions.sentences[last].span.end, is_place=False)
        return Duo(tuple(sorted(about)), WHY_WHOLE) if len(about) == number else None

    def _with_own(self, code: str) -> Duo | None:
        """A party with the side whose account the report is, else with the country that it is from."""
        side = self.mentions.report.side
        if side is not None:
            return Duo(tuple(sorted({code, side})), WHY_ACCOUNT) if side != code else None
        over = place_over_body(self.mentions)
        if over is None or over[1] == code or is_for_bodies(self.mentions.words(over[0])):
            return None
        return Duo(tuple(sorted({code, over[1]})), WHY_FROM)

    def _about(self, sentence: int, before: int, is_place: bool) -> frozenset[str]:
        """All those named up to a place in the text; ``is_place``: as a place or matter."""
        found = (self._acting(index, before, is_place) for index in range(sentence + 1))
        return frozenset().union(*found)

    def _acting(self, index: int, before: int, is_place: bool = False) -> frozenset[str]:
        """Those who act in a sentence or are its sides, up to a place in the text; ``is_place``: the others."""
        presences = self._presences(index)
        inside = (one for one in presences if one.span.end <= before)
        sides = self._sides.get(index)
        if sides is None:
            return frozenset()
        return frozenset(code for one in inside if _is_aside(sides, one) == is_place for code in one.parties)

    def _doers(self, index: int) -> frozenset[str]:
        """Those whom the subject of a sentence names: "they", behind "Chile and Peru praised Kenya's plan", are these.

        With whom they are told to have dealt is one of them: none where somebody hangs on "with".
        """
        sentence = self.mentions.sentences[index]
        presences = self._presences(index)
        tokens = self.mentions.tokens_of(sentence)
        verb = next((token for token in tokens if token.dep == "ROOT"), None)
        subject = next((one for one in tokens if verb and one.head == verb.index and one.dep == "nsubj"), None)
        if verb is None or subject is None or subject.index > verb.index:
            return frozenset()
        if any(one.link == "with" and one.first > verb.index for one in presences):
            return frozenset()
        before = (one for one in presences if one.last <= verb.index)
        return frozenset(code for one in before if not _is_aside(self._sides[index], one) for code in one.parties)

    def _presences(self, index: int) -> tuple[Presence, ...]:
        if index not in self._known:
            sentence = self.mentions.sentences[index]
            is_read = self.mentions.report.blocks[sentence.block].role not in {BlockRole.LINK, BlockRole.CAPTION}
            if is_read:
                self._sides[index] = Sides(self.mentions, self.knowledge, sentence)
            self._known[index] = tuple(self._sides[index].presences) if is_read else ()
        return self._known[index]

    def _counted(self, codes: frozenset[str], number: int) -> frozenset[str]:
        """The codes, without a body of states that is named beside as many states as are meant."""
        codes -= bodies_with(Trait.JUDGES)  # the United Nations see to it, or host it
        states = frozenset(code for code in codes if not self.knowledge.parties.is_body(code))
        return states if len(codes) > number == len(states) else codes


def _is_aside(sides: Sides, presence: Presence) -> bool:
    """Whether a name is but where something is, or what it is about."""
    if presence.kind != "party":
        return False
    if presence.link == "by" and sides.tokens[presence.link_token - 1].lower in BROKERED:
        return True  # "talks brokered by Chile"
    if presence.link in ASIDE or (presence.link == "by" and sides.tokens[presence.link_token - 1].tag != "VBN"):
        return True  # "the launch of a missile by Chile"
    is_of_things = presence.form is NameForm.ADJECTIVE and not sides.is_party_of_people(presence)
    return is_of_things and not _is_compound(sides, presence)


def _is_compound(sides: Sides, presence: Presence) -> bool:
    """Whether a name is one of two joined ones ("the Chilean-Peruvian border")."""
    near = (presence.first - 1, presence.last)
    return any(0 <= one < len(sides.tokens) and sides.tokens[one].text in {"-", "–", "/"} for one in near)


def with_duos(
    found: Sequence[tuple["Sighting", str | None]], mentions: Mentions, knowledge: Knowledge
) -> Iterator[tuple["Sighting", str | None]]:
    """The sightings, those of unnamed people with the parties that the report so far says they are of."""
    company = Company(mentions, knowledge)
    for sighting, why in found:
        if why is None and sighting.meant is not None and not sighting.is_title:
            is_of_series = (
                sighting.is_again or sighting.is_next or sighting.previous
            )  # those of the one before come first
            sighting = sighting if is_of_series else _of_those_meant(sighting, company)
        yield sighting, why


def of_series(sighting: "Sighting", company: Company) -> "Sighting | None":
    """The sighting of a next, previous or nth meeting with those that the report is about; None for another one."""
    if sighting.is_title or len(sighting.codes) >= PAIR or sighting.trigger.shape not in {"occasion", "encounter"}:
        return None
    is_one_of_them = sighting.is_again or sighting.is_next or sighting.previous or sighting.ordinal is not None
    if not is_one_of_them or not (sighting.time or sighting.place or sighting.is_again):
        return None
    retold = _of_those_meant(replace(sighting, meant=sighting.meant or 0), company)
    return retold if len(retold.codes) >= PAIR and retold.codes == company.at_head(retold.codes) else None


def _of_those_meant(sighting: "Sighting", company: Company) -> "Sighting":
    assert sighting.meant is not None
    if not sighting.meant and _is_of_two_people(sighting, company.mentions):
        return sighting
    duo = company.meant(sighting.sentence.index, sighting.span.start, sighting.meant)
    if duo is None:
        return sighting
    are_met = sighting.trigger.shape == "encounter" and sighting.meant == PAIR and not sighting.codes & set(duo.codes)
    if not are_met and not sighting.codes <= set(duo.codes):
        return sighting  # not "the two met a third"
    if duo.why == WHY_OF_BODY and sighting.trigger.shape != "encounter":
        return sighting  # "during their conversation" is that of people named before
    own = dict(sighting.parties)
    parties = tuple((code, own.get(code)) for code in dict.fromkeys((*duo.codes, *own)))
    is_apart = are_met or sighting.is_one_of_several
    inferred = (*sighting.inferred, ("parties", duo.why))
    return replace(sighting, parties=parties, is_one_of_several=is_apart, inferred=inferred)


def _is_of_two_people(sighting: "Sighting", mentions: Mentions) -> bool:
    """Whether "their" is that of two people of the same sentence, of whom one is of no party ("A told B in their")."""
    before = [one for one in mentions.persons if sighting.sentence.span.start <= one.span.start < sighting.span.start]
    people = {one.actor for one in before}
    return len(people) == PAIR and any(mentions.actors[index].party is None for index in people)


def has_equal(words: str) -> bool:
    """Whether words tell of somebody's equal in another state."""
    return EQUAL.search(words) is not None


def joint_words(text: str) -> Iterator[re.Match[str]]:
    """The words in a stretch of a sentence that stand for those named before it."""
    for match in JOINT.finditer(text):
        if OF_WHAT.match(text, match.end()) is None:
            yield match
