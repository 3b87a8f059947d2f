"""Jointly: what those of two sides are told to have done together, and when a joint body of theirs sat.

No word for a meeting need stand there: "the ministers of Chile and Peru talked for two hours", "shook hands", "agreed
in Lima to", "the Chilean-Peruvian commission ended its fourth session", "he told his Peruvian counterpart in Lima".
"""

import re
from collections.abc import Iterable
from functools import cached_property

from aidememoire.claims import tenses
from aidememoire.claims.occasions.forms.sitting import Sitting
from aidememoire.claims.occasions.parties.commissions import JointBody, joint_bodies
from aidememoire.claims.occasions.parties.leaders_joined import leaders_joined
from aidememoire.claims.occasions.parties.participation import PEOPLE_NOUNS, Presence
from aidememoire.claims.tenses import Tense
from aidememoire.model import MeetingKind, Span, Token

FEWEST = 2
"""Sides that do something together."""

LASTING = re.compile(
    r"\b(?:(?:for|during) (?:(?:about|nearly|over|almost|more than|some|well over) )?(?:an?|half an|[\w-]+|\d+)"
    r"(?: and a half)? (?:hours?|minutes?|days?|weeks?)"
    r"|(?:all|through the|through a|late into the|into the|long into the|most of the) "
    r"(?:night|day|weekend|evening|morning)"
    r"|(?:until|till|before|past) (?:dawn|midnight|daybreak|sunrise|nightfall|late|the early hours))\b",
    re.IGNORECASE,
)
"""How long they were together: accepts "for two hours", "all night"; refuses "for years", "for peace"."""

HERE = re.compile(r"\bhere\b", re.IGNORECASE)
THERE = re.compile(
    r"\bhere\b|\b(?:in|at) (?:the )?(?!January|February|March|April|May|June|July|August|September|October|November"
    r"|December)[A-Z][a-zé]"
)
"""Where they did it, be it a place that no table has: accepts "in Boké"; refuses "in May", "in general"."""
AFTER_DAYS = re.compile(
    r"\b(?:after|following|ending|at the end of) (?:[\w-]+ ){0,4}?(?:hours?|days?|weeks?|night|weekend|talks|bargaining"
    r"|haggling|discussions|negotiations?)\b",
    re.IGNORECASE,
)
"""What an accord ended: accepts "after two days and most of a night", "ending four days of bargaining"."""

ELSEWHERE = re.compile(
    r"\b(?:in|by|through|via) (?:an? |his |her |its |separate )?"
    r"(?:letters?|messages?|cables?|telegrams?|statements?|notes?|exchange of|interviews?|articles?)\b"
    r"|\bseparately\b|\bsimultaneous",
    re.IGNORECASE,
)
"""How what was done was done apart: accepts "in a letter", "separately"; refuses "in a hotel"."""

WORKS = frozenset("resume begin start open conclude end complete finish close hold convene".split())
"""What a joint body does with a session, or with its work on one: refuses "do", "continue", "praise"."""

CHAIRING = frozenset({"chair", "co-chair", "cochair", "co-lead", "colead", "lead", "co-host", "host"})
CHAIRED_REACH = 30
"""Tokens between "co-chaired" and the session: another chair may be named between, with his office."""
BETWEEN_STATES = re.compile(
    r"\b(?:pledging|donors?[’']?|international|peace|ministerial|humanitarian|reconstruction|high-level|review)\s$",
    re.IGNORECASE,
)
"""Before a conference that states as such host: accepts "an international "; refuses "a poets’ "."""
ALONGSIDE = frozenset({"with", "alongside"})
VERBS = frozenset({"VERB", "AUX"})

OF_PEOPLE = frozenset({"of", "from"})
OWN = frozenset({"its", "their"})
OF_ITS = re.compile(r"\s*of (?:the |an? )?", re.IGNORECASE)
NEAR = 4
"""Tokens between a joint body and its verb: "yesterday", "has also"."""

RECORDS = re.compile(
    r"\s*(?:agreed |draft |summary |joint )?"
    r"(?:minutes|records?|conclusions|communiqu[eé]|protocol|report|summary|statement|declaration)\b",
    re.IGNORECASE,
)
"""At the head of a paper on a session that was held: accepts "Agreed Minutes of the"; refuses "Preparing the"."""


JOINED_REACH = 6  # tokens: "Xi-Modi informal " has four


HER_EQUALS = re.compile(
    r"\s*with (?:his|her|their) (?:[\w-]+ ){0,3}?(?:counterparts?|colleagues?|opposite numbers?)\b", re.IGNORECASE
)
"""Behind a meeting: accepts " with her Peruvian counterpart"; refuses " with Peru"."""


CO_HOSTED = re.compile(
    r"[^.;]{0,80}?\b(?:co-?(?:hosted|chaired|organi[sz]ed|convened)|(?:jointly|both) hosted) by (?:the )?",
    re.IGNORECASE,
)
"""Behind a conference: accepts ", which will be co-hosted by "; refuses " hosted by "."""
CO_HOSTS_REACH = 30


class Jointly(Sitting):
    """Occasions told of by what those of two sides did together."""

    def _needs_subject(self, has_left: bool, links: set[str]) -> bool:
        """The same; with somebody’s equals, wherever they are from, that somebody meets."""
        is_with_equals = not has_left and HER_EQUALS.match(self._after_words(8)) is not None
        return is_with_equals or super()._needs_subject(has_left, links)

    def _subject_of_teller(self) -> list[Presence]:
        """Whoever tells of a meeting with his equals, of nobody else ("she said a meeting with her colleagues")."""
        if HER_EQUALS.match(self._after_words(8)) is None:
            return []
        verb = tenses.governor(self.mentions, self.sentence, self.tokens[self.last - 1])
        if any(one.first < self.first for one in self._subject_of_noun()):
            return []
        if verb is None or verb.dep != "ccomp" or not self.sentence.first <= verb.head < self.first:
            return []
        return self._parsed_subject(self.tokens[verb.head]) or []

    def _add_leaders_joined(self) -> None:
        """Add the states of two leaders whose surnames stand before the noun as one word ("the Xi-Modi summit")."""
        before = self._before_words(JOINED_REACH) + " "
        start = self.span.start - len(before)
        for code, (begin, end) in leaders_joined(before, self.mentions.on, self.knowledge).items():
            self.cast.parties.setdefault(code, Span(self.span.report, start + begin, start + end))

    def _is_co_hosted(self) -> bool:
        """Whether two states or more are named as hosts of a conference, and were added ("co-hosted by A and B")."""
        match = CO_HOSTED.match(self._after_words(CO_HOSTS_REACH))
        if match is None:
            return False
        begin = self._token_at(self.span.end + match.end() - 1)
        hosts: list[Presence] = []
        for one in self.sides.within(begin, self.sentence.last):
            between = {token.lower for token in self.tokens[hosts[-1].last if hosts else one.first : one.first]}
            if not between <= {"and", ",", "the"} or one.kind != "party":
                break
            hosts.append(one)
        for one in hosts if len(hosts) >= FEWEST else ():
            self.cast.add(one)
        return len(hosts) >= FEWEST

    @cached_property
    def _joint_bodies(self) -> tuple[JointBody, ...]:
        return tuple(joint_bodies(self.sides))

    def _subject(self) -> list[Presence]:
        """Those before a verb that are its subject; of a joint body the states of which it is."""
        found = super()._subject()
        if any(presence.parties for presence in found) or self.trigger.is_joint:
            return found
        body = next((one for one in reversed(self._joint_bodies) if self._is_subject_of(one, self.first)), None)
        return [*found, *body.members] if body is not None else found

    def _is_subject_of(self, body: JointBody, verb: int) -> bool:
        """Whether a joint body stands before a verb as what does it."""
        if body.first >= verb:
            return False
        head = self.tokens[body.head]
        if head.dep in {"nsubj", "nsubjpass"} and head.head == verb:
            return True
        between = self.tokens[body.last : verb]
        return len(between) <= NEAR and not any(token.tag.startswith("VB") and token.dep == "ROOT" for token in between)

    def _read_named_together(self) -> bool:
        """Whether people of two sides, or two states, did what one does only together ("A and B talked all night").

        States as such need words for how long or where, and never do what only people do ("shook hands").
        """
        verb = next((token for token in self.tokens[self.first : self.last] if token.tag.startswith("VB")), None)
        if verb is None or (verb.tag == "VBN" and self._is_passive()) or ELSEWHERE.search(self._clause()):
            return False
        subject = self._subject()
        people = self._of_people(subject)
        sides = [one for one in subject if self._is_a_side(one, people)]
        for presence in sides if self.trigger.is_joint and not self.trigger.needs_people else people:
            self.cast.add(presence)
        if len(self.cast.parties) < FEWEST:
            return False
        are_people = len({code for one in people for code in one.parties}) >= FEWEST
        is_lasting = LASTING.search(self._clause()) is not None
        is_there = self._place() is not None or THERE.search(self._after_words(12)) is not None
        if are_people and self.trigger.kind is MeetingKind.CEREMONY:
            return True  # "the presidents of Chile and Peru took part in the opening of a bridge"
        return is_lasting or is_there or (are_people and self._time() is not None) or self._is_ahead_of_them(are_people)

    def _is_ahead_of_them(self, are_people: bool) -> bool:
        """Whether people of two sides are said to be going to do it."""
        tense = tenses.tense_of(self.mentions, self.sentence, self.span)
        return are_people and tense in {Tense.FUTURE, Tense.ONGOING, Tense.PERFECT}

    def _clause(self) -> str:
        return self._words(*self._stretch())

    def _of_people(self, found: Iterable[Presence]) -> list[Presence]:
        """Those who are officials, not states as such ("the ministers of Chile and Peru", "Chilean envoys")."""
        people: list[Presence] = []
        for one in found:
            is_next = bool(people) and self._is_listed_with(people[-1], one)
            if one.kind in {"person", "office", "reference"} or is_next or self._are_its_people(one):
                people.append(one)
        return people

    def _is_listed_with(self, one: Presence, other: Presence) -> bool:
        """Whether nothing but the joint of a list stands between two of those named."""
        words = {token.lower for token in self.tokens[one.last : other.first]}
        return one.last <= other.first and words <= {",", "and", "the", "of"}

    def _are_its_people(self, presence: Presence) -> bool:
        """Whether a state is named for its people ("ministers of Chile and Peru", "Chilean envoys")."""
        if presence.kind != "party":
            return False
        if presence.link in OF_PEOPLE:
            return self.tokens[presence.link_token - 1].lower in PEOPLE_NOUNS
        return self.sides.is_party_of_people(presence)

    def _is_a_side(self, presence: Presence, people: list[Presence]) -> bool:
        """Whether a state as such is named, or somebody of its own ("fans of Chile" are none)."""
        return presence in people or presence.link not in OF_PEOPLE

    def _read_decision(self) -> bool:
        """Whether a body's ministers decided something, or people of two states agreed on something where they were."""
        if super()._read_decision():
            return True
        self.cast.parties.clear()
        self.cast.actors.clear()
        return not (self.is_title or self._has_others_told()) and self._have_agreed_somewhere()

    def _have_agreed_somewhere(self) -> bool:
        """Whether people of two states are said to have agreed on something in a place, or after days of it.

        "The ministers of Chile and Peru agreed in Lima to"; not "Chile and Peru agreed", who need not have met.
        """
        verb = self.tokens[self.first]
        if verb.tag not in {"VBD", "VBN"} or self.trigger.name != "decide" or self._is_passive():
            return False
        if tenses.tense_of(self.mentions, self.sentence, self.span) not in {Tense.PAST, Tense.PERFECT}:
            return False
        if ELSEWHERE.search(self._clause()):
            return False
        found = self._parsed_subject(verb) or []
        people = self._of_people(found)
        codes = {code for one in people for code in one.parties}
        if len(codes) < FEWEST or any(map(self._is_seated, codes)):
            return False
        is_there = self._place() is not None or HERE.match(self._after_words(4)) is not None
        if not is_there and AFTER_DAYS.search(self._words(self.sentence.first, self.sentence.last)) is None:
            return False
        for presence in people:
            self.cast.add(presence)
        return True

    def _is_session(self) -> bool:
        """Whether a session is one of a body, of the states whose joint body held it, or of those who chaired it."""
        are_chairs = self._add_chairs()
        if super()._is_session() or are_chairs:
            return True
        body = self._body_of_session()
        if body is None:
            return False
        is_record = self.is_title or RECORDS.match(self._words(self.sentence.first, self.first)) is not None
        is_tied = is_record or self._ordinal()[0] or self._time() or self._place() or self._has_support_of(WORKS)
        for presence in body.members if is_tied else ():
            self.cast.add(presence)
        return bool(is_tied)

    def _add_chairs(self) -> bool:
        """Add those of two sides who chaired it together, and say whether there are such.

        "The ministers of Chile and Peru co-chaired the session", "she co-chaired, with her Peruvian colleague, X, the",
        "the session was chaired by the ministers of Chile and Peru".
        """
        chairs = self._chairs()
        people = self._of_people(chairs)
        if not people and (self._time() or self._place()) and BETWEEN_STATES.search(self._before_words(4) + " "):
            people = [one for one in chairs if one.kind in {"party", "body"}]
        codes = {code for one in people for code in one.parties}
        if not codes or len(codes | set(self.cast.parties)) < FEWEST:
            return False
        for presence in people:
            self.cast.add(presence)
        return not self._is_of_a_body()

    def _chairs(self) -> list[Presence]:
        """Those who are told to have chaired it, before it or behind it."""
        before = range(max(self.sentence.first, self.first - CHAIRED_REACH), self.first)
        verbs = (self.tokens[index] for index in reversed(before) if self.tokens[index].pos in VERBS)
        verb = next((one for one in verbs if one.dep != "amod"), None)  # "co-hosted a pledging conference"
        if verb is not None and verb.lemma in CHAIRING:
            done = self._child(verb, {"dobj"})
            if done is not None and done.index < self.first:
                return []  # "will not lead the delegation at the conference"
            words = range(verb.index, self.first)
            others = next((index for index in words if self.tokens[index].lower in ALONGSIDE), self.first)
            is_cut = self.tokens[verb.index - 1].text == "-"  # "co-chaired", cut in three
            subject = self._parsed_subject(verb) or self._subject_by_position(verb.index - 2 * is_cut)
            return [*subject, *self.sides.within(others, self.first)]
        behind = range(self.last, min(self.sentence.last - 1, self.last + CHAIRED_REACH))
        by = next((index for index in behind if self._is_chaired_by(index)), None)
        if by is None:
            return []
        end = next((index for index in range(by, self.sentence.last) if self.tokens[index].pos in VERBS), None)
        return list(self.sides.within(by, self.sentence.last if end is None else end))

    def _is_chaired_by(self, index: int) -> bool:
        """Whether the chairs are told of from here on ("[co-chaired] by")."""
        verb = self.tokens[index - 1]
        return self.tokens[index].lower == "by" and verb.tag == "VBN" and verb.lemma in CHAIRING

    def _body_of_session(self) -> JointBody | None:
        """The joint body that held a session: "its" before, the owner behind, the name right before."""
        behind = self._after_words(3)
        for body in self._joint_bodies:
            between = self._words(self.last, body.first) if body.first >= self.last else None
            if between is not None and body.first - self.last <= 1 and OF_ITS.match(behind):
                return body
            if body.last == self.first or body.head + 1 == self.first:
                return body
        if self.tokens[max(self.sentence.first, self.first - 1)].lower not in OWN and not OWN & set(
            self._before_words(NEAR).lower().split()
        ):
            return None
        verb = tenses.governor(self.mentions, self.sentence, self.tokens[self.last - 1])
        before = [one for one in self._joint_bodies if one.last <= self.first]
        subject = self._child(verb, {"nsubj"}) if verb is not None else None
        named = next((one for one in before if subject is not None and one.first <= subject.index < one.last), None)
        return named or (before[0] if len(before) == 1 and self._is_its(before[0], verb) else None)

    def _is_its(self, body: JointBody, verb: Token | None) -> bool:
        """Whether "its" before a session can be but a joint body's, which sits, met or ended it."""
        return verb is not None and self._is_subject_of(body, verb.index)

    def _was_told_there(self) -> bool:
        """Whether what somebody told another was told in a place, and not in a letter."""
        is_apart = ELSEWHERE.search(self._words(self.sentence.first, self.sentence.last)) is not None
        return not is_apart and (self._place() is not None or HERE.search(self._after_words(12)) is not None)
