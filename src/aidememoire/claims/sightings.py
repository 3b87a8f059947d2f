"""Sightings: each mention of an occasion, with what its own sentence says of it.

1. Every sentence is searched for words that tell of an occasion (``data/meetings.toml``).
2. Each such mention gives a Sighting: who takes part, when, where, in what state, as far as its sentence says.
Sightings of one occasion are put together by ``occasions``, and proposed by ``meetings``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from aidememoire.claims import checks
from aidememoire.claims.checks import Tense
from aidememoire.claims.participation import (
    JOINING,
    OF_TITLES,
    Presence,
    Sides,
    is_organisation,
    mentions_between,
    takes_part,
)
from aidememoire.claims.standing import Standing
from aidememoire.claims.stretch import REACH
from aidememoire.claims.triggers import DIALOGUE, Trigger, find_triggers
from aidememoire.knowledge import Knowledge
from aidememoire.model import (
    BlockRole,
    MeetingKind,
    MeetingState,
    Mentions,
    NameForm,
    Sentence,
    Span,
    TimeMention,
    Token,
)

LONGEST_SENTENCE = 600
"""Tokens. A communiqué's list of 25 delegations has 300; a table or log without full stops has thousands."""

UNREAD_ROLES = frozenset({BlockRole.LINK, BlockRole.CAPTION, BlockRole.HEADING, BlockRole.DATELINE, BlockRole.LABEL})

OBJECT_LINKS = JOINING | {"of", "by"}

HOLDING = frozenset("hold begin start resume conclude end finish take open cancel postpone call convene".split())

STAGING = frozenset("hold host take be schedule plan convene open begin start end finish conclude set expect".split())
ENDING = frozenset("suspend freeze halt abandon abort interrupt".split())
STARTING = frozenset("open launch begin start resume establish initiate institute continue reopen".split())
PROMISING = frozenset("agree decide pledge promise undertake vow".split())
SERIES = re.compile(
    r"\b(?:next|previous|last|latest|following|preceding|earlier|new|another|final|upcoming)\s$", re.IGNORECASE
)

ONE_OF_THEM = frozenset({"a", "an", "two", "three", "last", "next", "previous", "today", "latest", "new"})

NEXT = re.compile(r"\b(?:next|following|upcoming|forthcoming)\b", re.IGNORECASE)

PREVIOUS = re.compile(
    r"\b(?:the|their|his|her|its|our|a) (?:previous|last|earlier|past|preceding|prior|recent) (?:[\w-]+ ){0,2}$", re.I
)

AGAIN = re.compile(r"\s*(?:once )?(?:again|anew)\b", re.IGNORECASE)
THE_SIDES = re.compile(
    r"\b(?:they|we|both (?:sides|countries|parties|delegations)|"
    r"the (?:(?:two|three|four) )?(?:sides|parties|countries|states|ministers|leaders|presidents|delegations|diplomats|"
    r"negotiators|officials))\b",
    re.IGNORECASE,
)

MANY = re.compile(
    r"\b(?:(?:a (?:number|couple) of|several|many|numerous|multiple|countless|couple) (?:times|occasions)|"
    r"more than once)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sighting:
    """One mention of an occasion, with what its sentence says of it."""

    sentence: Sentence
    span: Span  # the trigger
    trigger: Trigger
    kind: MeetingKind
    state: MeetingState
    parties: tuple[tuple[str, Span | None], ...]  # in order of appearance; no span: inferred
    actors: tuple[int, ...]
    time: TimeMention | None
    place: Span | None
    country: str | None  # of the place
    format: Span | None
    format_key: str | None
    format_parties: tuple[str, ...]
    ordinal: int | None
    ordinal_span: Span | None
    host: str | None
    mode: str
    is_definite: bool  # "the meeting": it may point back
    is_title: bool
    tense: Tense
    previous: bool  # "the previous one"
    is_next: bool  # "the next one"
    topic: Span | None
    is_vague: bool = False  # nothing ties it to one occasion
    is_named: bool = False  # it has a name of its own: "the Berlin Conference"
    is_here: bool = False  # "here": where the report is from
    is_setting: bool = False  # the visit during which a meeting of the same sentence took place
    is_aim: bool = False  # what a journey in the same sentence is for
    is_again: bool = False  # "agreed to meet again": those last told of
    is_apart: bool = False  # what those in the same sentence are there for, beside what else they did
    is_stage: bool = False  # the numbered or named summit at which those of the same sentence met
    inferred: tuple[tuple[str, str], ...] = ()

    @property
    def codes(self) -> frozenset[str]:
        """The parties' codes, with those that the format's name fixes."""
        return frozenset(code for code, _ in self.parties) | frozenset(self.format_parties)


def is_too_long(sentence: Sentence) -> bool:
    """Whether it is no sentence of prose but a run of words without full stops."""
    return sentence.last - sentence.first > LONGEST_SENTENCE


def sightings(mentions: Mentions, knowledge: Knowledge) -> Iterator[tuple[Sighting, str | None]]:
    """Every mention of an occasion in order of position, with the reason why it isn't asserted, or None."""
    for sentence in mentions.sentences:
        role = mentions.report.blocks[sentence.block].role
        if role in UNREAD_ROLES or is_too_long(sentence):
            continue
        found = find_triggers(mentions, knowledge, sentence)
        if not found:
            continue
        sides = Sides(mentions, knowledge, sentence)
        others = [span for _, span in found]
        here: list[Sighting] = []
        for trigger, span in found:
            here += _Reader(sides, trigger, span, others, role is BlockRole.TITLE).all()
        for sighting in _folded(here, mentions):
            yield sighting, _why_not(mentions, sighting)


def _folded(here: list[Sighting], mentions: Mentions) -> list[Sighting]:
    """The sightings of one sentence, a stay for the sake of a numbered or named meeting taken for that meeting."""
    for stay in here:
        if stay.trigger.name != "travel" or not mentions.words(stay.span).lower().startswith(("is ", "are ")):
            continue
        for aim in here:
            if aim.is_aim and aim.span.start > stay.span.end and (aim.format or aim.ordinal):
                place = (aim.place, aim.country) if aim.place else (stay.place, stay.country)
                actors = tuple(dict.fromkeys((*stay.actors, *aim.actors)))
                meant = replace(aim, place=place[0], country=place[1], actors=actors, is_aim=False, is_apart=True)
                return [meant if one is aim else one for one in here if one is not stay]
    return here


DOMESTIC_BODY = re.compile(
    r"\b(?:board|cabinet|shareholders?|staff|town hall|press|news|campaign|committee of ministers|annual general|"
    r"security council of russia|parliament\w*|party|government|faction|training|question)\W*$",
    re.IGNORECASE,
)
"""Whose meetings are none between states: "the board meeting", "a cabinet meeting"."""


TRAVELLERS = frozenset(
    "team teams monitors observers experts inspectors mission advisers officers chief foreign".split()
)
ABSENCE = re.compile(r"\b(?:absence|absent|boycott\w*|stay(?:ed|ing)? away|skipp\w+|snubb\w+)\b", re.IGNORECASE)


class _Reader(Standing):
    """Reads one trigger in its sentence."""

    def all(self) -> list[Sighting]:
        """The occasions that the words tell of: none, one, or one with each guest ("separate talks with")."""
        sighting = self.sighting()
        if sighting is None:
            return []
        guests = self._separate_guests()
        if len(guests) < 2:
            return [sighting]
        hosts = tuple(item for item in sighting.parties if item[0] not in guests)
        if not hosts:
            return [sighting]
        return [
            replace(
                sighting,
                parties=(*hosts, (code, span)),
                actors=tuple(index for index in sighting.actors if self._is_of(index, code, guests)),
            )
            for code, span in guests.items()
        ]

    def sighting(self) -> Sighting | None:
        """What the sentence says of the occasion; None where the words tell of none."""
        if self.first >= self.last:
            return None
        shape = self.trigger.shape
        if shape == "occasion" and (self._is_verb_here() or self._is_meeting_now()):
            shape = "encounter"
        read = {
            "encounter": self._read_encounter,
            "travel": self._read_travel,
            "occasion": self._read_occasion,
            "visit": self._read_visit,
            "invitation": self._read_invitation,
            "credentials": self._read_encounter,
        }[shape]
        if not read():
            return None
        tense = checks.tense_of(self.mentions, self.sentence, self.span)
        proposed = self.trigger.state is MeetingState.PROPOSED or self._is_proposed()
        time = self._agreeing(self._time(), Tense.FUTURE if proposed else tense)
        place = self._place() or self._place_of_host()
        format_span, key, parties = self._format()
        ordinal, ordinal_span = self._ordinal()
        kind = self._kind(shape)
        return Sighting(
            sentence=self.sentence,
            span=self.span,
            trigger=self.trigger,
            kind=kind,
            state=self._state(tense, time),
            parties=tuple(self.cast.parties.items()),
            actors=tuple(self.cast.actors),
            time=time,
            place=place[0] if place else None,
            country=place[1] if place else None,
            format=format_span,
            format_key=key,
            format_parties=parties,
            ordinal=ordinal,
            ordinal_span=ordinal_span,
            host=self.host,
            mode=self._mode(kind, place is not None),
            is_definite=self._is_definite(),
            is_title=self.is_title,
            tense=tense,
            previous=shape in {"occasion", "visit"} and PREVIOUS.search(self._before_words(5) + " ") is not None,
            is_next=shape in {"occasion", "visit"} and NEXT.search(self._before_words(4)) is not None,
            topic=self._topic(),
            is_vague=self.vague,
            is_named=self._is_named(),
            is_here=re.search(r"\bhere\b", self._words(*self._stretch()), re.IGNORECASE) is not None,
            is_setting=shape == "visit" and re.search(r"\bduring\b", self._before_words(8)) is not None,
            is_aim=shape == "occasion" and self._is_aim(),
            is_again=shape == "encounter" and self._is_again(),
            is_stage=shape == "occasion" and self._is_stage(),
            inferred=tuple(self.inferred),
        )

    def _read_encounter(self) -> bool:
        if self.tokens[self.first].tag.startswith("NN") and self.trigger.name in {"speak", "receive", "discuss with"}:
            return False
        if self.trigger.name == "meet" and self.tokens[self.first].lower == "met" and self._is_passive():
            return False  # "was met by a crowd"
        for presence in self._subject():
            self.cast.add(presence)
        if not self.cast.parties and self.trigger.name in {"meet", "meeting"}:
            self._add_body_named_before()
        subject = set(self.cast.parties)
        right = self._right()
        by_people = False
        links = JOINING | {"by"}
        if self.trigger.is_hosting:
            links = frozenset({"by"}) if self._is_passive() else frozenset()
        elif self.trigger.name == "discuss with":
            links = frozenset({"with"})
        elif self.trigger.shape == "credentials":
            links = frozenset({"to", "from", "of"})
        for presence in right:
            if not takes_part(self.sides, presence, links, (self.first, self.last)):
                continue
            if self.trigger.is_hosting and presence.kind in {"party", "body"}:
                continue  # "welcomed the EU's decision", "hosts NATO forces"
            self.cast.add(presence)
            by_people = by_people or presence.kind not in {"party", "body"}
        if self.trigger.needs_people and not by_people:
            return False
        if self.trigger.is_hosting and len(subject) == 1:
            self.host = next(iter(subject))
        return True

    def _place_of_host(self) -> tuple[Span, str | None] | None:
        """The state that is to host it, where no other place is named ("Chile would host the next meeting")."""
        verb = checks.governor(self.mentions, self.sentence, self.tokens[self.last - 1])
        if self.trigger.shape != "occasion" or verb is None or verb.lemma != "host" or not self._is_object_of(verb):
            return None
        hosts = [one for one in self.sides.within(self.sentence.first, verb.index) if one.kind == "party"]
        if not hosts or hosts[-1].form not in {NameForm.NAME, NameForm.ABBREVIATION} or len(hosts[-1].parties) != 1:
            return None
        code = hosts[-1].parties[0]
        if self._is_body(code) or verb.index - hosts[-1].last > 5:
            return None
        self.host = code
        self.inferred.append(("place", "the state that hosts it"))
        return hosts[-1].span, code

    def _is_again(self) -> bool:
        """Whether those last told of meet once more, unnamed here ("the two sides agreed to meet again")."""
        if self.cast.parties or self.trigger.name != "meet" or AGAIN.match(self._after_words(2)) is None:
            return False
        return THE_SIDES.search(self._words(self.sentence.first, self.first)) is not None

    def _is_stage(self) -> bool:
        """Whether it is the numbered or many-sided meeting at which those who stand before it met."""
        before = self._before_words(6) + " "
        if re.search(r"\b(?:at|for|in)\s(?:the|their|a|an)\s(?:[\w-]+\s){0,3}$", before, re.I) is None:
            return False
        return self._ordinal()[0] is not None or re.search(r"\b(?:\w+lateral|\w+-way)\s$", before, re.I) is not None

    def _is_of_travellers(self, presence: Presence) -> bool:
        """Whether a party's name stands with people who travel ("a Thai delegation"), not with goods."""
        near = self.tokens[max(self.sentence.first, presence.first - 5) : min(self.sentence.last, presence.last + 5)]
        return any(token.lower in OF_TITLES | TRAVELLERS for token in near)

    def _is_to_a_region(self) -> bool:
        """Whether a named person travels to a region; its days are those of the visit told of elsewhere."""
        places = mentions_between(self.mentions.places, self.span.end, min(self.sentence.span.end, self.span.end + 40))
        if not any(place.kind == "region" for place in places):
            return False
        for presence in self._subject():
            self.cast.add(presence)
        return bool(self.cast.actors)

    def _read_travel(self) -> bool:
        destinations = self._destinations(self.last)
        if not destinations and self.trigger.name == "visit verb":
            destinations = self._destinations_of_people()
        if not destinations:
            return self._is_to_a_region()
        for presence in self._subject():
            if presence.kind != "party" or self._is_of_travellers(presence):
                self.cast.add(presence)
        if not self.cast.parties and not self._add_own_side():
            return False
        return self._add_destinations(destinations)

    def _read_visit(self) -> bool:
        destinations: list[tuple[Span, str]] = []
        index = self.last
        while index < min(self.sentence.last, self.last + 14):
            token = self.tokens[index]
            if token.tag in {"VBD", "VBZ", "VBP", "MD"} or token.lower in {"after", "before", "during", "at"}:
                break
            if token.lower in {"to", "in", "of"} and not destinations:
                destinations = self._destinations(index + 1)
            index += 1
        for presence in self._right():
            if presence.link in {"by", "of"} and presence.parties:
                self.cast.add(presence)
        if not self.cast.parties:
            for presence in self._left_modifiers():
                self.cast.add(presence)
        if not self.cast.parties:
            for presence in self._subject_of_noun():
                self.cast.add(presence)
        destinations = destinations or self._destination_before()
        if not destinations:
            return len(self.cast.parties) == 1 and self._is_definite()
        if not self.cast.parties and not self._add_own_side():
            return False
        return self._add_destinations(destinations)

    def _read_invitation(self) -> bool:
        for presence in self._subject():
            self.cast.add(presence)
        inviter = set(self.cast.parties)
        for presence in self._right():
            if takes_part(self.sides, presence, JOINING | {"to", "for"}, (self.first, self.last)):
                self.cast.add(presence)
        if len(inviter) == 1:
            self.host = next(iter(inviter))
        return len(self.cast.parties) >= 2

    def _read_occasion(self) -> bool:
        if self._is_other_noun():
            return False
        for presence in self._left_modifiers():
            self.cast.add(presence)
        has_left = bool(self.cast.parties)
        links = set()
        for presence in self._right():
            if presence.link == "with" and self.trigger.kind is MeetingKind.SUMMIT and self._is_of_a_body():
                continue  # "meetings at the G20 summit with …": whom somebody met there
            if takes_part(self.sides, presence, OBJECT_LINKS, (self.first, self.last)):
                links.add(presence.link)
                self.cast.add(presence)
        if self.trigger.needs_body:
            return self._is_session()
        if self._is_before_it():
            for presence in self.sides.within(self.sentence.first, self.first):
                if presence.kind != "party":
                    self.cast.add(presence)
        elif self._needs_subject(has_left, links):
            for presence in self._subject_of_noun():
                self.cast.add(presence)
        self.vague = self._is_vague()
        return True

    def _is_session(self) -> bool:
        """Whether a conference or session is one of a body, on a day, in a place, with a number, or taken part in."""
        if self.trigger is DIALOGUE:
            return self._is_meeting_of_dialogue()
        _, _, parties = self._format()
        if parties or any(is_organisation(self.knowledge, code) for code in self.cast.parties):
            return bool(self._time() or self._place() or self._ordinal()[0] or self._is_attended())
        if not self._is_named() or not self._is_attended_by_subject():
            return False
        for presence in self._subject_of_noun():
            self.cast.add(presence)
        return bool(self.cast.parties)

    def _is_of_a_body(self) -> bool:
        return any(is_organisation(self.knowledge, code) for code in self.cast.parties)

    def _is_named(self) -> bool:
        """Whether the occasion has a name of its own ("the Berlin Conference")."""
        return self.tokens[self.first].text[0].isupper() and self.first > self.sentence.first and not self.is_title

    def _is_meeting_of_dialogue(self) -> bool:
        """Whether a format's name stands for one of its meetings: with a number, or held on a day or in a place."""
        if self._needs_subject(bool(self.cast.parties), set()) or len(self.cast.parties) < 2:
            for presence in self._subject_of_noun():
                self.cast.add(presence)
        number = self._ordinal()[0]
        when_or_where = self._time() or self._place()
        return bool(self.is_title and number) or bool(
            when_or_where and (number or self._is_attended() or self._is_followed_by_holding())
        )

    def _is_followed_by_holding(self) -> bool:
        after = self._after_words(16).lower()
        return (
            re.search(
                r"\b(?:held|took place|take place|takes place|convened|co-?chaired|chaired|hosted|"
                r"to be held|opened|concluded)\b",
                after,
            )
            is not None
        )

    def _is_attended(self) -> bool:
        before = self._before_words(6).lower()
        return (
            re.search(
                r"\b(?:at|during|after|before|following|attend\w*|host\w*|open\w*|sidelines of|"
                r"margins of|hold|held|hosting|"
                r"convene[sd]?|chair\w*|address\w*)\b",
                before,
            )
            is not None
        )

    def _is_vague(self) -> bool:
        """Whether nothing ties the noun to one occasion: no person, time, place, number, nor a verb of holding it."""
        if self._has_person(self.cast) or self._time() or self._place() or self._ordinal()[0] or self.is_title:
            return False
        verb = checks.governor(self.mentions, self.sentence, self.tokens[self.last - 1])
        tense = checks.tense_of(self.mentions, self.sentence, self.span)
        if tense in {Tense.ONGOING, Tense.FUTURE}:
            return False
        if verb is not None and verb.lemma in HOLDING and tense in {Tense.PAST, Tense.PERFECT, Tense.PRESENT}:
            return False
        if self.trigger.kind is MeetingKind.TALKS:
            return not re.search(
                r"\b(?:after|at|during|following|before|in)\W+(?:the |their |his |her )?(?:\w+ ){0,2}$",
                self._before_words(5) + " ",
            )
        before = set(self._before_words(3).lower().split())
        return not (self._format()[0] or self._is_definite() or before & ONE_OF_THEM)

    def _is_one_of_a_series(self) -> bool:
        """Whether "round" or "one" is the next, last or nth of what was told of, and is said to be held."""
        before = self._before_words(4) + " "
        is_counted = SERIES.search(before) is not None or self._ordinal_before(self.first)[0] is not None
        verb = checks.governor(self.mentions, self.sentence, self.tokens[self.last - 1])
        return is_counted and verb is not None and verb.lemma in STAGING

    def _is_only_its_fate(self) -> bool:
        """Whether it tells what became of the talks as such, and of no meeting ("the talks were suspended")."""
        verb = checks.governor(self.mentions, self.sentence, self.tokens[self.last - 1])
        if verb is None or self.trigger.kind not in {MeetingKind.TALKS, MeetingKind.SUMMIT}:
            return False
        is_plural = self.tokens[self.last - 1].tag in {"NNS", "NNPS"}
        if verb.lemma in ENDING and self.tokens[self.last - 1].dep == "nsubjpass" and is_plural:
            return True
        if verb.lemma not in STARTING or not self._is_object_of(verb) or not self._is_agreed(verb):
            return False
        return self._time() is None and self._place() is None and self._ordinal()[0] is None

    def _is_agreed(self, verb: Token) -> bool:
        """Whether a verb is what was agreed or promised ("agreed to open")."""
        before = self.tokens[max(self.sentence.first, verb.index - 3) : verb.index]
        return any(token.lemma in PROMISING for token in before) and any(token.lower == "to" for token in before)

    def _topic(self) -> Span | None:
        words = self._words(self.last, min(self.sentence.last, self.last + REACH))
        match = re.search(r"\bto (?:discuss|talk about|review) ([^.;:]{5,160})", words)
        if match is None or self.last >= self.sentence.last:
            return None
        start = self.tokens[self.last].start
        return Span(self.span.report, start + match.start(1), start + match.end(1))

    def _is_other_noun(self) -> bool:
        """Whether the noun is a board's, a team's or a press's, or a kind of occasion and not one."""
        if self.trigger.name in {"round", "one"} and not self._is_one_of_a_series():
            return True
        if self._is_only_its_fate():
            return True
        if DOMESTIC_BODY.search(self._before_words(3)):
            return True
        after = self._after_words(2).lower()
        if re.match(
            r"\s*of (?:the )?(?:[\w.-]+ ){0,3}?(?:business|bank|board|parliament|company)", self._after_words(7), re.I
        ):
            return True
        return after.lstrip().startswith(("point", "room", "place", "minutes", "record"))


def _why_not(mentions: Mentions, sighting: Sighting) -> str | None:
    """Why a sighting isn't asserted; what is proposed or called off is reported as such, and so is no refusal."""
    why = checks.why_withheld(mentions, sighting.sentence, sighting.span)
    if sighting.time is None and MANY.search(mentions.report.text, sighting.span.end, sighting.span.end + 60):
        return "generic"
    before = mentions.report.text[max(sighting.sentence.span.start, sighting.span.start - 60) : sighting.span.start]
    if ABSENCE.search(before):
        return "denied"
    if sighting.time is None and MANY.search(before):
        return "generic"
    if why is None and checks.is_conditional(mentions, sighting.sentence, sighting.span):
        return "conditional"
    if why == "generic" and _is_specific(mentions, sighting):
        why = None
    if why is None and sighting.is_vague:
        return "generic"
    if why == "wish" and sighting.trigger.is_hosting and sighting.state is MeetingState.PLANNED:
        return None
    if why in {"wish", "hypothetical"} and sighting.state is MeetingState.PROPOSED:
        return None
    if why == "denied" and sighting.state in {MeetingState.POSTPONED, MeetingState.CANCELLED}:
        return None
    if why == "question" and sighting.is_title:
        return None
    return why


def _is_specific(mentions: Mentions, sighting: Sighting) -> bool:
    """Whether a bare plural means occasions after all: a day or named people tie it down ("meetings with X and Y")."""
    if checks.is_habitual(mentions, sighting.sentence, sighting.span):
        return False
    return sighting.trigger.shape == "credentials" or (
        len(sighting.codes) >= 2
        and (
            sighting.time is not None
            or len(sighting.actors) >= 2
            or (sighting.place is not None and sighting.tense is Tense.PAST)
        )
    )
