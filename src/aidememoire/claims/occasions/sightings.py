"""Sightings: each mention of an occasion, with what its own sentence says of it.

1. Every sentence is searched for words that tell of an occasion (``data/meetings.toml``).
2. Each such mention gives a Sighting: who takes part, when, where, in what state, as far as its sentence says.
Sightings of one occasion are put together by ``occasions``, and proposed by ``meetings``.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from aidememoire.claims import tenses
from aidememoire.claims.occasions.forms.counted import with_counted
from aidememoire.claims.occasions.forms.duos import has_equal, with_duos
from aidememoire.claims.occasions.forms.hosts import with_hosts
from aidememoire.claims.occasions.forms.jointly import Jointly
from aidememoire.claims.occasions.forms.pairs import with_pairs
from aidememoire.claims.occasions.forms.same_day import with_same_day
from aidememoire.claims.occasions.forms.separately import Separately
from aidememoire.claims.occasions.forms.signing import Signing
from aidememoire.claims.occasions.parties.foes import without_umbrella
from aidememoire.claims.occasions.parties.of_several import is_no_guest
from aidememoire.claims.occasions.parties.participation import (
    JOINING,
    OF_TITLES,
    Presence,
    Sides,
    mentions_between,
)
from aidememoire.claims.occasions.standing.reprieve import reprieved
from aidememoire.claims.occasions.standing.standing import LOOKING_FORWARD
from aidememoire.claims.occasions.standing.unreal import why_unreal
from aidememoire.claims.occasions.standing.withholding import why_withheld
from aidememoire.claims.occasions.words.nouns import any_of
from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.claims.occasions.words.taking_part import is_called, takes_part
from aidememoire.claims.occasions.words.triggers import DIALOGUE, Trigger, find_triggers
from aidememoire.claims.tenses import Tense
from aidememoire.knowledge import Knowledge
from aidememoire.model import (
    BlockRole,
    MeetingKind,
    MeetingState,
    Mentions,
    Sentence,
    Span,
    TimeMention,
)

LONGEST_SENTENCE = 600
"""Tokens. A communiqué's list of 25 delegations has 300; a table or log without full stops has thousands."""

UNREAD_ROLES = frozenset({BlockRole.LINK, BlockRole.CAPTION, BlockRole.HEADING, BlockRole.DATELINE, BlockRole.LABEL})

OBJECT_LINKS = JOINING | {"of", "by"}

NEXT = re.compile(rf"\b(?:next|following|{any_of('ahead')})\b", re.IGNORECASE)

ONE_MORE = re.compile(r"\b(?:another|an? (?:further|additional|follow-?up)) (?:[\w-]+ )?$", re.IGNORECASE)
"""Before one that is ahead: accepts "another ", "a further "; refuses "a further look at the "."""

TOLD_TAGS = frozenset({"VBD", "MD"})
"""Verbs that a headline of a release hardly has: "met", "will"; it says "meets"."""
LEAST_PROSE = 6
SUBJECT_REACH = 14
MOSTLY = 0.6
"""A line of prose: six words at least, a subject of no more than fourteen before its verb, mostly in small letters.
Accepts "Milan Novak had a telephone conversation with King of Saudi"; refuses "Putin Met With King"."""


EQUAL_REACH = 8
"""Tokens behind a verb in which somebody's counterpart may stand: "on Monday with his Kenyan"."""
BESIDE = frozenset({"be there", "on a visit"})
STAYS = frozenset({"be here", "be in for"})
IS_THERE = re.compile(r"(?:is|are)\b", re.IGNORECASE)

MOST_STOPS = 3
"""Countries of one journey that are visits of their own; a tour of more, told of in one breath, is one entry."""
MOST_STOPS_OF_A_SIDE = 6  # the same where a government announces its own official's journey


def is_too_long(sentence: Sentence) -> bool:
    """Whether it is no sentence of prose but a run of words without full stops."""
    return sentence.last - sentence.first > LONGEST_SENTENCE


def sightings(mentions: Mentions, knowledge: Knowledge) -> Iterator[tuple[Sighting, str | None]]:
    """Every mention of an occasion in order of position, with the reason why it isn't asserted, or None."""
    found = with_hosts(tuple(_by_their_words(mentions, knowledge)), mentions, knowledge)
    found = with_duos(tuple(found), mentions, knowledge)
    found = with_same_day(tuple(with_counted(tuple(found), mentions)), mentions)
    yield from with_pairs(tuple(found), mentions, knowledge)


def _by_their_words(mentions: Mentions, knowledge: Knowledge) -> Iterator[tuple[Sighting, str | None]]:
    """The same by each one's own sentence alone."""
    for sentence in mentions.sentences:
        role = mentions.report.blocks[sentence.block].role
        if is_too_long(sentence) or (role in UNREAD_ROLES and not _is_cut_prose(mentions, sentence)):
            continue
        found = find_triggers(mentions, knowledge, sentence)
        if not found:
            continue
        sides = Sides(mentions, knowledge, sentence)
        others = [span for trigger, span in found if not _is_beside(trigger)]
        here: list[Sighting] = []
        hosting = {span for trigger, span in found if trigger.is_hosting}
        for trigger, span in found:
            beside = [one for one in others if one not in hosting] if trigger is DIALOGUE else others
            here += _Reader(sides, trigger, span, beside, role is BlockRole.TITLE).all()
        for sighting in _folded(_with_manner(here, mentions), mentions):
            kept, why = reprieved(sighting, why_withheld(mentions, sighting), mentions, knowledge)
            yield kept, why or why_unreal(mentions, kept)


def _is_beside(trigger: Trigger) -> bool:
    """Whether its words tell of an occasion beside others, or may well tell of none, and set these no bounds."""
    return trigger.is_joint or trigger.shape == "signing" or trigger.name in BESIDE


def sighting_at(sides: Sides, trigger: Trigger, span: Span, others: list[Span]) -> Sighting | None:
    """What a sentence says of an occasion by one of its words, asserted or not; None where they tell of none."""
    role = sides.mentions.report.blocks[sides.sentence.block].role
    return _Reader(sides, trigger, span, others, role is BlockRole.TITLE).sighting()


def _is_cut_prose(mentions: Mentions, sentence: Sentence) -> bool:
    """Whether what was taken for a heading is the beginning of a paragraph whose line was cut, after a name.

    "Vladimir Putin held talks in Oslo with President of Chile Sebastian" / "Pinera, who came on a working visit."
    """
    block = mentions.report.blocks[sentence.block]
    if block.role is not BlockRole.HEADING or sentence.block + 1 >= len(mentions.report.blocks):
        return False
    if mentions.report.blocks[sentence.block + 1].role not in {BlockRole.BODY, BlockRole.HEADING}:
        return False
    tokens = mentions.tokens_of(sentence)
    verb = next((token for token in tokens if token.tag in TOLD_TAGS), None)
    if len(tokens) < LEAST_PROSE or verb is None or verb.index - sentence.first > SUBJECT_REACH:
        return False
    words = [token for token in tokens if token.text[:1].isalpha() and token.pos not in {"PROPN", "NUM"}]
    return sum(token.text[0].islower() for token in words) > len(words) * MOSTLY


MANNER = re.compile(r"\b(?:via|by|through|over)(?: an?| secure)?\s_|\bin (?:the |an? )?_\s(?:format|mode)\b", re.I)
"""Around a word for how they met: accepts "held its meeting by _", "in the _ format"; refuses "took part in a _"."""
MANNER_REACH = 20  # code points


def _with_manner(here: list[Sighting], mentions: Mentions) -> list[Sighting]:
    """The sightings of one sentence, a videoconference by which another took place told as that one's mode."""
    for manner in here:
        text, at = mentions.report.text, manner.span
        around = f"{text[max(0, at.start - MANNER_REACH) : at.start]}_{text[at.end : at.end + MANNER_REACH]}"
        if manner.trigger.mode != "video" or MANNER.search(around) is None:
            continue
        held = max(
            (one for one in here if one.span.end <= manner.span.start), key=lambda one: one.span.end, default=None
        )
        if held is not None:
            meant = replace(held, mode=manner.trigger.mode)
            return [meant if one is held else one for one in here if one is not manner]
    return here


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


TO_SPEAK = re.compile(r"\b(?:visit|trip|travel\w*|fl[yi]\w*|flew|went|go|came|come)\b.{0,80}\bto $", re.IGNORECASE)
"""Before a verb of speaking: accepts "flew to Oslo to"; refuses "spoke on his trip"."""

HOSTED_ON_SCREEN = re.compile(
    r"\b(?:for|at|in|to) an? (?:[\w-]+ ){0,2}?(?:video ?-?(?:conference|call|link|talks)|(?:virtual|online) "
    r"(?:[\w-]+ )?(?:summit|meeting|talks|bilateral)|(?:tele)?phone call|call)\b",
    re.IGNORECASE,
)
"""Behind whom somebody hosted: accepts "for a video conference", "to a virtual summit"; refuses "for a dinner"."""
HOSTED_REACH = 14  # tokens

BETWEEN = re.compile(r"\s*between\b", re.IGNORECASE)
"""Right behind talks: accepts " between the regime and"; refuses " with the regime"."""


class _Reader(Jointly, Signing, Separately):
    """Reads one trigger in its sentence."""

    def all(self) -> list[Sighting]:
        """The occasions that the words tell of: none, one, or one with each guest ("separate talks with")."""
        sighting = self.sighting()
        if sighting is None:
            return []
        is_account = self.mentions.report.side in sighting.codes
        if 2 <= len(self.stops) <= (MOST_STOPS_OF_A_SIDE if is_account else MOST_STOPS):
            return list(self._at_each_stop(sighting))
        if towns := self._at_each_town(sighting):
            return towns
        guests = self._separate_guests()
        if len(guests) < 2:
            return self._each_caller(sighting, guests) or self._each_in_turn(sighting)
        hosts = self._hosts_of(guests)
        if not hosts:
            return [sighting]
        return [
            replace(
                sighting,
                parties=(*hosts, (code, span)),
                is_one_of_several=True,
                actors=tuple(index for index in sighting.actors if self._is_of(index, code, guests)),
            )
            for code, span in guests.items()
        ]

    def _at_each_stop(self, sighting: Sighting) -> Iterator[Sighting]:
        """The visit to each of a few countries that a journey leads to; each has its own host."""
        travellers = tuple(item for item in sighting.parties if item[0] not in self.stops)
        spans = list(self.stops.values())
        for (code, span), following in zip(self.stops.items(), [*spans[1:], None], strict=True):
            yield replace(
                sighting,
                parties=(*travellers, (code, span)),
                place=span,
                country=code,
                host=code,
                time=self._time_of_stop(span, following) or sighting.time,
                is_one_of_several=True,
            )

    def _time_of_stop(self, stop: Span, following: Span | None) -> TimeMention | None:
        """The days named between a stop and the next one ("to Oslo on May 4 and to Riga on May 6")."""
        end = following.start if following is not None else min(self.sentence.span.end, stop.end + 40)
        times = mentions_between(self.mentions.times, stop.end, end)
        is_told_for_each = len(mentions_between(self.mentions.times, self.span.end, self.sentence.span.end)) > 1
        return times[0] if times and times[0].when is not None and is_told_for_each else None

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
            "deliberation": self._read_deliberation,
            "decision": self._read_decision,
            "guest": self._read_guest,
            "together": self._read_together,
            "joint": self._read_be_together,
            "signing": self._read_signing,
        }[shape]
        if not read():
            if shape != "deliberation" or not self._read_joint():
                return None
            shape = "joint"
        tense = tenses.tense_of(self.mentions, self.sentence, self.span)
        proposed = self.trigger.state is MeetingState.PROPOSED or self._is_proposed()
        is_ahead = proposed or self.trigger.state is MeetingState.PLANNED or self._is_to_come(tense)
        time = self._agreeing(self._time(), Tense.FUTURE if is_ahead else tense)
        place = self._place() or self._unknown_town() or self._place_of_host()
        format_span, key, parties = self._format()
        ordinal, ordinal_span = self._ordinal()
        kind = self._kind_here(shape)
        return Sighting(
            sentence=self.sentence,
            span=self.span,
            trigger=self.trigger,
            kind=kind,
            state=self._state_here(shape, tense, time),
            parties=tuple(without_umbrella(self.cast.parties).items()),
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
            previous=shape in {"occasion", "visit"} and self._is_the_previous(),
            is_next=shape in {"occasion", "visit"} and self._is_one_more(is_ahead or tense is Tense.FUTURE),
            is_vague=self.vague,
            is_named=self._is_named(),
            is_here=re.search(r"\bhere\b|\bthis capital\b", self._words(*self._stretch()), re.IGNORECASE) is not None,
            is_setting=shape == "visit" and re.search(r"\bduring\b", self._before_words(8)) is not None,
            is_aim=shape == "occasion" and self._is_aim(),
            is_earlier=self._is_earlier(tense) or self._is_what_this_follows(),
            is_now=self._is_now(tense),
            is_again=shape == "encounter" and self._is_again(),
            is_international=self._is_international(kind),
            is_stage=shape == "occasion" and self._is_stage(),
            meant=self.meant if len(self.cast.parties) < 2 else None,
            inferred=tuple(self.inferred),
        )

    def _is_one_more(self, is_ahead: bool) -> bool:
        """Whether it is the next of those that were told of, or just one more that is ahead ("another round")."""
        before = self._before_words(4) + " "
        is_round = is_ahead and self.trigger.name == "round"
        return NEXT.search(before) is not None or (is_round and ONE_MORE.search(before) is not None)

    def _state_here(self, shape: str, tense: Tense, time: TimeMention | None) -> MeetingState:
        """What has become of it; who is called a visitor is still there."""
        state = self._state(tense, time)
        if shape == "signing" and self._is_signed():
            return MeetingState.HELD
        if self.trigger.name in STAYS and state is MeetingState.HELD and IS_THERE.match(self.mentions.words(self.span)):
            return MeetingState.ONGOING
        return MeetingState.ONGOING if shape == "guest" and state is MeetingState.HELD and time is None else state

    def _kind_here(self, shape: str) -> MeetingKind:
        """The kind, by what else the sentence tells: who travels to speak with somebody doesn't telephone."""
        if self.trigger.name == "speak" and TO_SPEAK.search(self._before_words(16) + " "):
            return MeetingKind.MEETING
        is_guest = self.trigger.is_hosting and self.destination is not None
        if is_guest and LOOKING_FORWARD.search(self._before_words(5) + " "):
            return MeetingKind.VISIT
        if self.trigger.is_hosting and HOSTED_ON_SCREEN.search(self._after_words(HOSTED_REACH)):
            return MeetingKind.CALL
        return self._kind_of_joint() if shape == "joint" else self._kind(shape)

    def _read_encounter(self) -> bool:
        """Whether the verb tells of those who meet: its subject, and whom the words behind it name."""
        if self.trigger.is_joint:
            return self._read_be_together()
        if self.tokens[self.first].tag.startswith("NN") and self.trigger.name in {"speak", "receive", "discuss with"}:
            return False
        is_passive = self.trigger.name == "meet" and self.tokens[self.first].lower == "met" and self._is_passive()
        if is_passive and not self._is_met_with():
            return False  # "was met by a crowd"
        if self.trigger.is_hosting and any(self._is_hosted_by_it(end - 1) for _, end in self.others):
            return False  # "the summit was hosted by"
        for presence in self._subject():
            self.cast.add(presence)
        if not self._allude() and not self.cast.parties and self.trigger.name in {"meet", "meeting", "gather"}:
            self._add_body_named_before()
            self._add_college(is_verb=True)
        subject = set(self.cast.parties)
        right = self._right()
        by_people = False
        links, of_others = JOINING | {"by"}, self.last
        if self.trigger.is_hosting:
            links = frozenset({"by"} if self._is_passive() else {"for"} if self._is_meal() else ())
        elif self.trigger.name == "discuss with":
            links, of_others = frozenset({"with"}), self._first_with()
        elif self.trigger.shape == "credentials":
            links = frozenset({"to", "from", "of"})
        elif self.trigger.name == "be summoned":
            links = frozenset({"to", "by"})
        for presence in right:
            if presence.first < of_others or not takes_part(self.sides, presence, links, (self.first, self.last)):
                continue
            if (self.trigger.is_hosting or is_passive) and self._is_no_guest(presence):
                continue  # "welcomed the EU's decision", "welcomed the minister's decision", "hosts NATO forces"
            self.cast.add(presence)
            by_people = by_people or presence.kind not in {"party", "body"}
        self._add_partners_ahead(self.first)
        if is_passive and not ((by_people or len(subject) > 1) and self.cast.actors):
            return False  # "was met with the anger of Chile"
        self._add_officials_of_place()
        by_people = by_people or self._add_guests_led() or self.meant is not None
        if self.trigger.needs_people and not (by_people or has_equal(self._after_words(EQUAL_REACH))):
            return False
        if self.trigger.needs_place and not self._was_told_there():
            return False
        if self.trigger.name in {"meet", "see", "phone"}:
            self._add_state_here()
        if self.trigger.name in {"meet", "see"}:
            self._add_hosts_met_there()
        if self.trigger.name == "be summoned":
            self._add_state_of_posting()
        if self.trigger.is_hosting:
            self.destination = self._invited_to()
        if len(subject) == 1 and (self.trigger.is_hosting or self.trigger.name == "be visited"):
            (self.host,) = subject
        return True

    def _is_hosted_by_it(self, noun: int) -> bool:
        """Whether an occasion's noun is what the verb says was hosted."""
        return self.tokens[noun].dep == "nsubjpass" and self.first <= self.tokens[noun].head < self.last

    def _read_be_together(self) -> bool:
        """Whether those of two sides did together what one does only so: named here, or told of before."""
        if self._is_wished_for():
            return False
        if self._read_named_together():
            return True
        self.cast.parties.clear()
        self.cast.actors.clear()
        return self._read_joint()

    def _is_no_guest(self, presence: Presence) -> bool:
        """Whether a state is meant, or something of somebody's, and not he himself ("the minister's decision")."""
        named = next((one for one in self.sides.presences if one.first == presence.last), presence)  # behind his office
        after = [token.lower for token in self.tokens[named.last : min(self.sentence.last, named.last + 4)]]
        is_owner = bool(after) and after[0] in {"'s", "’s"} and not OF_TITLES & set(after)
        return is_owner or is_no_guest(self.sides, presence)

    def _read_together(self) -> bool:
        """Whether people of two sides are the subject ("the two presidents discussed", "X and Y exchanged views")."""
        verb = self.tokens[self.first]
        if not verb.tag.startswith("VB") or self._is_passive():
            return False
        people = self._of_people(self._parsed_subject(verb) or ())
        for presence in people:
            self.cast.add(presence)
        return (len(self.cast.parties) >= 2 and len(people) >= 2) or (self._read_joint() and self._is_tied())

    def _first_with(self) -> int:
        """The place of the first "with" behind the trigger; before it stands the topic ("discussed Fiji with")."""
        behind = range(self.last, self.sentence.last)
        return next((index for index in behind if self.tokens[index].lower == "with"), self.last)

    def _is_of_the_next(self, presence: Presence) -> bool:
        """Whether a body's name is that of another occasion listed behind ("the G7 meeting and NATO summit")."""
        behind = [start for start, _ in self.others if start >= presence.last]
        joint = self.tokens[presence.first - 1].lower in {"and", ","}
        return joint and bool(behind) and min(behind) - presence.last <= 1

    def _read_occasion(self) -> bool:
        """Whether a noun for an occasion tells of one: whose by the words around it, and its verb's."""
        if self._is_other_noun() and not self._is_of_banks():
            return False
        for presence in self._left_modifiers():
            self.cast.add(presence)
        if not self.cast.parties:
            self._add_leaders_joined()
        has_left = bool(self.cast.parties)
        links = set()
        for presence in self._right():
            if presence.link == "with" and (
                (self.trigger.kind is MeetingKind.SUMMIT and self._is_of_a_body()) or self._is_setting_of_another()
            ):
                continue  # "meetings at the G20 summit with …": whom somebody met there
            if presence.link in {"and", self.tokens[self.last - 1].lower} and self._is_of_the_next(presence):
                continue
            called = {"to"} if self.trigger.name == "phone call" and is_called(presence, self.last) else set()
            if takes_part(self.sides, presence, OBJECT_LINKS | called, (self.first, self.last)):
                links.add("with" if called else presence.link)
                self.cast.add(presence)
        self._add_those_gathered()
        if not self.cast.parties and not self._format()[2] and not self._allude():
            self._add_college(is_verb=False)
        if self.trigger.needs_body:
            is_known = self._is_session() or self._is_sequel_of_session() or self._is_co_hosted()
            return is_known or (self._allude() and self._is_tied())
        if self._is_before_it():
            for presence in self.sides.within(self.sentence.first, self.first):
                if presence.kind != "party":
                    self.cast.add(presence)
        elif self._needs_subject(has_left, links) and not self._is_only_a_date():
            for presence in (*self._subject_of_noun(), *self._subject_of_teller()):
                self.cast.add(presence)
        verb = tenses.governor(self.mentions, self.sentence, self.tokens[self.last - 1])
        self._add_partners_ahead(verb.index if verb is not None else self.sentence.first)
        if not self.cast.parties and not self._format()[2] and self.meant is None:
            self._add_college_behind()
        if self.trigger.name in {"talks", "meeting", "conversation"}:
            self._add_officials_of_place()
            self._add_state_here()
            self._add_host_of_guest()
            self._add_hosts_met_there()
            self._add_partner_in_hosting()
        if not has_left and "between" not in links and self.meant is None and BETWEEN.match(self._after_words(1)):
            return False  # "called for talks between the regime and its foes": between others than who called
        self.vague = self._is_vague()
        return True
