"""Sightings: each mention of an occasion, with what its own sentence says of it.

1. Every sentence is searched for words that tell of an occasion (``data/meetings.toml``).
2. Each such mention gives a Sighting: who takes part, when, where, in what state, as far as its sentence says.
Sightings of one occasion are put together by ``occasions``, and proposed by ``meetings``.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files

from aidememoire.claims import checks
from aidememoire.claims.checks import Tense
from aidememoire.claims.participation import (
    JOINING,
    PEOPLE_NOUNS,
    Presence,
    Sides,
    is_organisation,
    mentions_within,
    takes_part,
    token_range,
)
from aidememoire.knowledge import Knowledge
from aidememoire.model import (
    BlockRole,
    DialogueMention,
    MeetingKind,
    MeetingState,
    Mentions,
    NameForm,
    PlaceMention,
    Sentence,
    Span,
    TimeMention,
    Token,
)

UNREAD_ROLES = frozenset({BlockRole.LINK, BlockRole.CAPTION, BlockRole.HEADING, BlockRole.DATELINE, BlockRole.LABEL})
REACH = 45
"""Tokens on either side of the trigger that are looked at: a schedule line with two offices and a venue fits."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """One row of the table: words that tell of an occasion, and how to read them."""

    name: str
    shape: str  # encounter | travel | occasion | visit | invitation | credentials
    kind: MeetingKind
    pattern: re.Pattern[str]
    state: MeetingState | None
    mode: str
    is_hosting: bool
    needs_people: bool
    needs_body: bool
    accept: str
    refuse: str


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
    inferred: tuple[tuple[str, str], ...] = ()

    @property
    def codes(self) -> frozenset[str]:
        """The parties' codes, with those that the format's name fixes."""
        return frozenset(code for code, _ in self.parties) | frozenset(self.format_parties)


@dataclass(slots=True)
class _Cast:
    """Who takes part, gathered side by side."""

    parties: dict[str, Span | None] = field(default_factory=dict)
    actors: list[int] = field(default_factory=list)

    def add(self, presence: Presence) -> None:
        """One more participant."""
        for code in presence.parties:
            self.parties.setdefault(code, presence.span)
        self.actors.extend(actor for actor in presence.actors if actor not in self.actors)


@cache
def triggers() -> tuple[Trigger, ...]:
    """The rows of ``data/meetings.toml``, compiled."""
    table = tomllib.loads(files("aidememoire.claims").joinpath("data/meetings.toml").read_text(encoding="utf-8"))
    return tuple(
        Trigger(
            name=row["name"],
            shape=row["shape"],
            kind=MeetingKind(row["kind"]),
            pattern=re.compile(rf"\b(?:{row['pattern']})(?!\w)".replace(" ", r"\s"), re.IGNORECASE),
            state=MeetingState(row["state"]) if "state" in row else None,
            mode=row.get("mode", "unknown"),
            is_hosting=row.get("is_hosting", False),
            needs_people=row.get("needs_people", False),
            needs_body=row.get("needs_body", False),
            accept=row["accept"],
            refuse=row["refuse"],
        )
        for row in table["trigger"]
    )


HINT = re.compile(
    r"met\b|meet|spoke|speak|talk|phone|call|visit|travel|trip|summit|conversation|session|conference|negotiat|consult|"
    r"receiv|host|welcom|summon|entertain|credentials|dinner|lunch|reception|banquet|ceremon|invit|dialogue|round|forum|"
    r"arriv|fl[ye]|flew|head|tour|discuss|exchanged|return|com[ei]|came|due in|left|leav|depart|went|go |going|gone|"
    r"goes|see|saw|sat|sit|confer|dined|huddl|got together|face-to-face|ministerial|assembl|council|plenary|gathering|"
    r"encounter|rendezvous|bilateral|audience|video|virtual|stop|land|touch|begin|dispatch| in\b",
    re.IGNORECASE,
)


def sightings(mentions: Mentions, knowledge: Knowledge) -> Iterator[tuple[Sighting, str | None]]:
    """Every mention of an occasion in order of position, with the reason why it isn't asserted, or None."""
    for sentence in mentions.sentences:
        role = mentions.report.blocks[sentence.block].role
        if role in UNREAD_ROLES:
            continue
        found = _triggered(mentions, sentence)
        if not found:
            continue
        sides = Sides(mentions, knowledge, sentence)
        others = [span for _, span in found]
        for trigger, span in found:
            for sighting in _Reader(sides, trigger, span, others, role is BlockRole.TITLE).all():
                yield sighting, _why_not(mentions, sighting)


def _triggered(mentions: Mentions, sentence: Sentence) -> list[tuple[Trigger, Span]]:
    """The triggers in a sentence, the longer before the shorter where two overlap, in order of position."""
    words = mentions.words(sentence.span)
    if not HINT.search(words):
        return []
    found: list[tuple[Trigger, Span]] = []
    for trigger in triggers():
        for match in trigger.pattern.finditer(words):
            if match.start() == match.end():
                continue
            start = sentence.span.start
            found.append((trigger, Span(sentence.span.report, start + match.start(), start + match.end())))
    found += [
        (DIALOGUE, dialogue.span) for dialogue in _bare_dialogues(mentions, sentence, [span for _, span in found])
    ]
    found.sort(key=lambda item: (item[1].start, -(item[1].end - item[1].start)))
    kept: list[tuple[Trigger, Span]] = []
    for trigger, span in found:
        if not kept or span.start >= kept[-1][1].end:
            kept.append((trigger, span))
    return kept


DIALOGUE = Trigger(
    name="dialogue",
    shape="occasion",
    kind=MeetingKind.TALKS,
    pattern=re.compile(
        r"dialogue|consultations|commission|conference|forum|committee|council|mechanism", re.IGNORECASE
    ),
    state=None,
    mode="unknown",
    is_hosting=False,
    needs_people=False,
    needs_body=True,
    accept="The Fourth Norway-India Energy Dialogue was held in Oslo on 5 May.",
    refuse="Norway and India value their Energy Dialogue.",
)
"""A format's own name as the name of one of its meetings ("held the Energy Dialogue in Oslo")."""


def _bare_dialogues(mentions: Mentions, sentence: Sentence, taken: list[Span]) -> Iterator[DialogueMention]:
    """The formats in a sentence whose name stands for a meeting: no word for an occasion stands beside it."""
    for dialogue in mentions_within(mentions.dialogues, sentence.span):
        if not DIALOGUE.pattern.search(dialogue.name):
            continue
        near = Span(dialogue.span.report, max(0, dialogue.span.start - 12), dialogue.span.end + 12)
        if not any(near.overlaps(span) for span in taken):
            yield dialogue


OBJECT_LINKS = JOINING | {"of", "by"}
SUBJECT_LINKS = frozenset(
    {
        "",
        ",",
        "and",
        "that",
        "said",
        ":",
        "while",
        "where",
        "when",
        "as",
        "but",
        "after",
        "before",
        "because",
        "since",
        "which",
        "who",
        "–",
        "-",
        "today",
        "yesterday",
        "also",
        "then",
        "meanwhile",
        "earlier",
        "later",
    }
)
SUPPORT = frozenset(
    {
        "hold",
        "have",
        "attend",
        "host",
        "chair",
        "co-chair",
        "cochair",
        "open",
        "join",
        "conduct",
        "lead",
        "participate",
        "take",
        "begin",
        "start",
        "conclude",
        "end",
        "finish",
        "wrap",
        "resume",
        "convene",
        "complete",
        "launch",
        "agree",
        "plan",
        "request",
        "seek",
        "continue",
        "call",
        "arrange",
        "schedule",
        "organise",
        "organize",
        "enter",
        "propose",
        "pay",
        "make",
        "be",
        "arrive",
        "go",
        "travel",
        "come",
        "fly",
        "cancel",
        "postpone",
        "announce",
        "expect",
        "offer",
        "say",
        "tell",
        "discuss",
        "sign",
        "note",
        "stress",
        "state",
        "thank",
        "add",
        "speak",
        "express",
        "emphasise",
        "emphasize",
        "raise",
        "reaffirm",
        "inform",
        "brief",
        "welcome",
        "praise",
        "issue",
        "declare",
        "describe",
    }
)
OFFICIAL_NAME = re.compile(r"(?:[A-Z]\w+ ){0,3}(?:Republic|Kingdom|State) of (?:the )?([A-Z].*)$")
DATED_THINGS = frozenset(
    {
        "agreement",
        "agreements",
        "accord",
        "accords",
        "treaty",
        "deal",
        "declaration",
        "resolution",
        "war",
        "coup",
        "election",
        "elections",
        "budget",
        "plan",
        "pact",
        "protocol",
        "convention",
        "attack",
        "attacks",
        "revolution",
        "uprising",
        "deadline",
    }
)
SEATED = frozenset({"UN", "EU", "EC", "NATO", "OPEC", "IAEA", "OSCE", "AU", "ASEAN"})
HOLDING = frozenset(
    {
        "hold",
        "begin",
        "start",
        "resume",
        "conclude",
        "end",
        "finish",
        "take",
        "open",
        "cancel",
        "postpone",
        "call",
        "convene",
    }
)
ONE_OF_THEM = frozenset({"a", "an", "two", "three", "last", "next", "previous", "today", "latest", "new"})
ATTENDING = frozenset({"give", "attend", "host", "hold", "chair", "join", "open", "co-chair", "cochair", "co-host"})
FUTURE_VERB = re.compile(
    r"\b(?:will|shall|to be|’ll|'ll|is due|are due|is to|are to|scheduled|slated|set to|plans? to|planned|upcoming|"
    r"forthcoming|next|expected to|preparations? for|prepare for|ahead of|coming|later this|agreed to (?:meet|hold)|agreed on)\b",
    re.IGNORECASE,
)
POSTPONED = re.compile(r"\b(?:postpon\w+|put off|put back|delayed|rescheduled|pushed back|deferred)\b", re.IGNORECASE)
CANCELLED = re.compile(
    r"\b(?:cancell?ed|called off|call off|scrapped|cancels?|cancell?ing|cancellation|aborted)\b", re.IGNORECASE
)
PROPOSED = re.compile(
    r"\b(?:propos(?:ed|es|al|ing)|suggest(?:ed|s)|offer(?:ed|s)?(?: to)?|invited|invitation|ready to (?:meet|host|hold)|"
    r"readiness to|willing to|call(?:ed|s)? for|called on|request(?:ed|s)?|asked for|sought|seeks?|urged|urged)\b",
    re.IGNORECASE,
)
NEXT = re.compile(r"\b(?:next|following|upcoming|forthcoming)\b", re.IGNORECASE)
PREVIOUS = re.compile(
    r"\b(?:the|their|his|her|its|our|a) (?:previous|last|earlier|past|preceding|prior|recent) (?:[\w-]+ ){0,2}$", re.I
)
ORDINALS = {
    word: number
    for number, word in enumerate(
        (
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ),
        1,
    )
}
ORDINALS["inaugural"] = 1
MANY = re.compile(r"\b(?:a number of|several|many|numerous|multiple|countless) (?:times|occasions)\b", re.IGNORECASE)
ORDINAL = re.compile(r"\b(?:(" + "|".join(ORDINALS) + r")|(\d{1,3})(?:st|nd|rd|th))\b", re.IGNORECASE)


class _Reader:
    """Reads one trigger in its sentence."""

    def __init__(self, sides: Sides, trigger: Trigger, span: Span, others: list[Span], is_title: bool) -> None:
        self.sides = sides
        self.mentions = sides.mentions
        self.knowledge = sides.knowledge
        self.sentence = sides.sentence
        self.trigger = trigger
        self.span = span
        self.is_title = is_title
        self.first, self.last = token_range(self.mentions, self.sentence, span)
        self.others = [token_range(self.mentions, self.sentence, other) for other in others if other != span]
        self.tokens = self.mentions.tokens
        self.cast = _Cast()
        self.host: str | None = None
        self.destination: tuple[Span, str | None] | None = None
        self.vague = False
        self.inferred: list[tuple[str, str]] = []

    def all(self) -> list[Sighting]:
        """The occasions that the words tell of: none, one, or one with each of several guests ("separate talks with")."""
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

    def _separate_guests(self) -> dict[str, Span]:
        """Those met one by one: code → words; empty when all met together."""
        words = self._words(max(self.sentence.first, self.first - 3), min(self.sentence.last, self.last + 2)).lower()
        is_plural = re.search(r"(?:meetings|calls|conversations)$", self.mentions.words(self.span).lower()) is not None
        if not (is_plural or re.search(r"\b(?:separate|separately|respectively|in turn)\b", words)):
            return {}
        guests: dict[str, Span] = {}
        for presence in self._right():
            if presence.link == "with" and presence.kind in {"person", "office", "party"}:
                for code in presence.parties:
                    guests.setdefault(code, presence.span)
        return guests

    def _is_of(self, index: int, code: str, guests: dict[str, Span]) -> bool:
        party = self.mentions.actors[index].party
        return party == code or party not in guests

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
        place = self._place()
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
            inferred=tuple(self.inferred),
        )

    # ---- shapes

    def _read_encounter(self) -> bool:
        if self.tokens[self.first].tag.startswith("NN") and self.trigger.name in {"speak", "receive", "discuss with"}:
            return False
        for presence in self._subject():
            self.cast.add(presence)
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

    def _is_to_a_region(self) -> bool:
        """Whether a named person travels to a region; its days are those of the visit told of elsewhere."""
        span = Span(self.span.report, self.span.end, min(self.sentence.span.end, self.span.end + 40))
        if not any(place.kind == "region" for place in mentions_within(self.mentions.places, span)):
            return False
        for presence in self._subject():
            self.cast.add(presence)
        return bool(self.cast.actors)

    def _is_passive(self) -> bool:
        before = [token.lower for token in self.tokens[max(self.sentence.first, self.first - 2) : self.first]]
        return bool(checks.BE & set(before))

    def _read_travel(self) -> bool:
        destinations = self._destinations(self.last)
        if not destinations and self.trigger.name == "visit verb":
            destinations = self._destinations_of_people()
        if not destinations:
            return self._is_to_a_region()
        for presence in self._subject():
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
        if not destinations:
            return len(self.cast.parties) == 1 and self._is_definite()
        if not self.cast.parties and not self._add_own_side():
            return False
        return self._add_destinations(destinations)

    def _add_own_side(self) -> bool:
        """Whether the traveller, of no named party, was taken to be of the side whose account the report is."""
        side = self.mentions.report.side
        if side is None or not self.cast.actors:
            return False
        if any(self.mentions.actors[index].party for index in self.cast.actors):
            return False
        self.cast.parties[side] = None
        self.inferred.append(("parties", f"a person of no named party, in the account of {side}"))
        return True

    def _destinations_of_people(self) -> list[tuple[Span, str]]:
        """The place of those visited ("visited the refugees in …")."""
        for index in range(self.last, min(self.sentence.last, self.last + 8)):
            token = self.tokens[index]
            if token.lower in {"in", "at", "on", "near"}:
                return self._destinations(index + 1)
            if token.pos not in {"DET", "ADJ", "NOUN", "PROPN", "CCONJ"}:
                break
        return []

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

    def _needs_subject(self, has_left: bool, links: set[str]) -> bool:
        """Whether one side must be looked for before the noun: its words name the other one, or none."""
        if "between" in links or "among" in links:
            return False
        verb = checks.governor(self.mentions, self.sentence, self.tokens[self.last - 1])
        if verb is not None and verb.lemma in ATTENDING and self._is_object_of(verb):
            return True
        if len(self.cast.parties) < 2 and {"their", "our"} & set(self._before_words(4).lower().split()):
            return True
        has_body = any(is_organisation(self.knowledge, code) for code in self.cast.parties) or bool(self._format()[2])
        if has_body and "with" not in links:
            return False
        if "with" in links and not has_left:
            return True
        return len(self.cast.parties) < 2 and (self._has_support() or not self.cast.parties)

    def _is_object_of(self, verb: Token) -> bool:
        between = any(verb.index < start < self.first for start, _ in self.others)
        return verb.index < self.first and self.first - verb.index < 12 and not between

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

    def _is_named(self) -> bool:
        """Whether the occasion has a name of its own ("the Berlin Conference")."""
        return self.tokens[self.first].text[0].isupper() and self.first > self.sentence.first and not self.is_title

    def _is_attended_by_subject(self) -> bool:
        verb = checks.governor(self.mentions, self.sentence, self.tokens[self.last - 1])
        return verb is not None and self._is_object_of(verb) and verb.lemma in ATTENDING | {"participate", "take"}

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
                r"\b(?:held|took place|take place|takes place|convened|co-?chaired|chaired|hosted|to be held|opened|concluded)\b",
                after,
            )
            is not None
        )

    def _is_attended(self) -> bool:
        before = self._before_words(6).lower()
        return (
            re.search(
                r"\b(?:at|during|after|before|following|attend\w*|host\w*|open\w*|sidelines of|margins of|hold|held|hosting|"
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

    # ---- who

    def _subject(self) -> list[Presence]:
        """Those before a verb that are its subject: by the parse where it finds somebody, else by position."""
        verb = next((token for token in self.tokens[self.first : self.last] if token.tag.startswith("VB")), None)
        found = self._parsed_subject(verb) if verb is not None else None
        return self._subject_by_position(self.first) if found is None else found

    def _parsed_subject(self, verb: Token) -> list[Presence] | None:
        """Those in the subject of a verb by the parse; None where it finds no subject, or one beyond another clause."""
        for _ in range(4):
            subject = self._child(verb, {"nsubj", "nsubjpass"})
            if subject is not None:
                if subject.lower in {"who", "which", "that"} and verb.head != verb.index:
                    return self._phrase(self.tokens[verb.head], until=subject.index)
                return self._phrase(subject, until=verb.index)
            if verb.head == verb.index or not self.sentence.first <= verb.head < self.sentence.last:
                break
            head = self.tokens[verb.head]
            if verb.dep in {"acl", "relcl"} and not head.tag.startswith("VB"):
                return self._phrase(head, until=verb.index)
            verb = head
        return None

    def _child(self, token: Token, deps: set[str]) -> Token | None:
        return next(
            (
                child
                for child in self.mentions.tokens_of(self.sentence)
                if child.head == token.index and child.dep in deps
            ),
            None,
        )

    def _phrase(self, head: Token, until: int) -> list[Presence]:
        """Those named in a noun phrase who are its people, not what they are "of" or "in"."""
        lefts = [token.index for token in self.mentions.tokens_of(self.sentence) if self._descends(token, head)]
        first, last = min([*lefts, head.index]), max([*lefts, head.index]) + 1
        if first < until:
            last = min(last, until)
        inside = self.sides.within(first, last)
        return [
            presence
            for presence in inside
            if presence.parties or presence.actors
            if presence.link_token < first or presence.link in JOINING | {"of", ","} or self._is_from(presence)
            if self._is_actor_like(presence)
        ]

    def _is_from(self, presence: Presence) -> bool:
        """Whether people are named by where they are from ("diplomats from Ghana and Togo")."""
        before = presence.link_token - 1
        return presence.link == "from" and before >= self.sentence.first and self.tokens[before].lower in PEOPLE_NOUNS

    def _descends(self, token: Token, head: Token) -> bool:
        for _ in range(8):
            if token.index == head.index:
                return True
            if token.head == token.index or token.dep in {"relcl", "acl", "advcl"}:
                return False
            token = self.tokens[token.head]
        return False

    def _is_actor_like(self, presence: Presence) -> bool:
        if presence.kind == "party" and presence.form is NameForm.ADJECTIVE:
            return self.sides.is_party_of_people(presence)
        return True

    def _subject_by_position(self, before: int) -> list[Presence]:
        """Those in the stretch before a word, back to a clause mark, that hang on nothing."""
        floor = max([self.sentence.first, before - REACH, *(end for _, end in self.others if end <= before)])
        for index in range(before - 1, floor - 1, -1):
            if self.tokens[index].lower in {
                ";",
                ":",
                "that",
                "but",
                "while",
                "because",
                "where",
                "when",
                "after",
                "before",
            }:
                floor = index + 1
                break
        return [
            presence
            for presence in self.sides.within(floor, before)
            if presence.link in SUBJECT_LINKS and self._is_actor_like(presence)
        ]

    def _subject_of_noun(self) -> list[Presence]:
        """The subject of the verb that a noun hangs on ("Putin held talks", "she said after a meeting")."""
        verb = checks.governor(self.mentions, self.sentence, self.tokens[self.last - 1])
        if verb is not None:
            found = self._parsed_subject(verb) or []
            found = [presence for presence in found if not self.first <= presence.first < self.last]
            if found:
                return found
        return self._subject_by_position(self.first)

    def _left_modifiers(self) -> list[Presence]:
        """Those in the words just before a noun that name its sides: "Putin's", "Russian-Turkish", "EU"."""
        first = self.first
        while first > self.sentence.first and self.first - first < 14:
            token = self.tokens[first - 1]
            if token.pos in {"ADJ", "PROPN", "NOUN", "NUM", "DET"} or token.lower in {
                "'s",
                "’s",
                "'",
                "’",
                "-",
                "–",
                "/",
                "and",
                "his",
                "her",
                "their",
                "our",
                ",",
                "of",
                "my",
            }:
                if token.lower in {"and", ",", "of"} and not self._continues_list(first - 1):
                    break
                first -= 1
                continue
            if token.tag in {"POS", "PRP$", "HYPH"} or token.pos == "SYM":
                first -= 1
                continue
            break
        found = []
        inside = self.sides.within(first, self.first)
        adjectives = [presence for presence in inside if presence.kind in {"party", "body"}]
        for presence in inside:
            if presence.kind == "party" and not self._is_side(presence, len(adjectives)):
                continue
            if presence.kind in {"person", "office"} and not self._is_possessor(presence):
                continue
            found.append(presence)
        return found

    def _continues_list(self, index: int) -> bool:
        following = self.sides.within(index + 1, min(self.first, index + 3))
        return bool(following) and any(
            presence.last == index for presence in self.sides.within(max(self.sentence.first, index - 6), index)
        )

    def _is_possessor(self, presence: Presence) -> bool:
        after = [token.lower for token in self.tokens[presence.last : min(self.first, presence.last + 3)]]
        return bool({"'s", "’s", "'", "’", "-", "–"} & set(after)) or presence.last == self.first or "and" in after

    def _is_side(self, presence: Presence, number: int) -> bool:
        """Whether a name before a noun is a side and not the topic: "Syria talks" are about Syria."""
        after = self.tokens[presence.last].lower if presence.last < self.sentence.last else ""
        if after in {"'s", "’s", "'", "’"}:
            return True
        party = self.knowledge.parties.get(presence.parties[0]) if presence.parties else None
        kind = str(party.kind) if party is not None else ""
        if kind not in {"state", "former_state", "entity"}:
            return True
        if presence.form in {NameForm.ADJECTIVE, NameForm.DEMONYM}:
            return True
        return number >= 2 and presence.form is not NameForm.METONYM

    def _right(self) -> tuple[Presence, ...]:
        """Those named after the trigger, up to the next trigger or the end of its reach."""
        ends = [start for start, _ in self.others if start >= self.last]
        end = min([self.sentence.last, self.last + REACH, *ends])
        for index in range(self.last, end):
            token = self.tokens[index]
            if token.lower in {";", "who", "which", "while", "but", "because", "where", "after", "before", "amid"}:
                end = index
                break
            if token.tag in {"VBD", "VBZ", "VBP", "MD"} and index > self.last + 1:
                end = index
                break
            if token.lower in {"said", "says", "according"}:
                end = index
                break
        return self.sides.within(self.last, end)

    def _has_person(self, cast: _Cast) -> bool:
        return bool(cast.actors)

    # ---- where to

    def _destinations(self, first: int) -> list[tuple[Span, str]]:
        """The places listed from this token on, with their countries."""
        found: list[tuple[Span, str]] = []
        index = first
        while index < min(self.sentence.last, first + 30):
            place = self._place_at(index)
            if place is not None and place[1]:
                found.append((place[0], place[1]))
                index = token_range(self.mentions, self.sentence, place[0])[1]
                continue
            token = self.tokens[index]
            is_joint = token.lower in {
                "and",
                ",",
                "the",
                "to",
                "(",
                ")",
                "then",
                "both",
                "followed",
                "by",
                "as",
                "well",
            }
            is_name = token.pos in {"ADJ", "PROPN", "DET", "PUNCT"} and not found
            is_title = not found and (
                token.pos == "NOUN"
                and token.lower
                in {"capital", "city", "resort", "kingdom", "republic", "town", "island", "state", "region"}
                or token.lower in {"of", "’s", "'s"}
            )
            if not (is_joint or is_name or is_title):
                break
            index += 1
        return found

    def _place_at(self, index: int) -> tuple[Span, str | None] | None:
        token = self.tokens[index]
        span = Span(self.span.report, token.start, self.sentence.span.end)
        for place in mentions_within(self.mentions.places, span)[:1]:
            if place.kind == "region" and self.trigger.shape not in {"travel", "visit"}:
                continue
            if self._is_part_of_a_name(place.span):
                continue
            if place.span.start <= token.start < place.span.end and not self._is_over_the_body(place.span):
                return self._short_name(place.span), place.country
        for party in mentions_within(self.mentions.parties, span)[:1]:
            if self._is_body(party.code):
                continue
            if party.span.start <= token.start < party.span.end and party.form in {
                NameForm.NAME,
                NameForm.ABBREVIATION,
                NameForm.METONYM,
            }:
                return self._short_name(party.span), party.code
        return None

    def _is_part_of_a_name(self, span: Span) -> bool:
        """Whether a place's words only belong to a longer name: "the U.S.-EU Summit", "the UN Security Council"."""
        if self.mentions.report.text[span.end : span.end + 1] in {"-", "–"}:
            return True
        near = Span(span.report, max(0, span.start - 40), span.end + 1)
        parties = mentions_within(self.mentions.parties, near)
        return any(party.span.overlaps(span) and self._is_body(party.code) for party in parties)

    def _short_name(self, span: Span) -> Span:
        """A country's short name within its official one: "Egypt" of "the Arab Republic of Egypt"."""
        match = OFFICIAL_NAME.match(self.mentions.words(span))
        return Span(span.report, span.start + match.start(1), span.end) if match else span

    def _hosts_at_their_seat(self) -> list[str]:
        """The bodies met where they sit, who are the hosts and not the country: the UN in New York, the EU in Brussels."""
        if not re.search(
            r"\b(?:New York|Brussels|Vienna|Geneva|Addis Ababa|Jakarta)\b|\bBelgium\b", self._after_words(12)
        ):
            return []
        codes = [code for presence in self._right() for code in presence.parties if presence.link not in {"in", "from"}]
        return list(dict.fromkeys(code for code in codes if code in SEATED))

    def _is_body(self, code: str) -> bool:
        """Whether a party is no country that one can be in: an organisation, a movement."""
        party = self.knowledge.parties.get(code)
        return party is None or str(party.kind) not in {"state", "former_state", "entity"}

    def _add_destinations(self, destinations: list[tuple[Span, str]]) -> bool:
        visitors = set(self.cast.parties)
        foreign = [(span, code) for span, code in destinations if code not in visitors]
        if len({code for _, code in foreign}) == 1:
            foreign = foreign[:1]  # "Paris, France" is Paris
            foreign = [(foreign[0][0], code) for code in self._hosts_at_their_seat()] or foreign
        if not foreign:
            return False
        for span, code in foreign:
            self.cast.parties.setdefault(code, span)
        self.host = foreign[0][1] if len({code for _, code in foreign}) == 1 else None
        self.destination = (Span(self.span.report, foreign[0][0].start, foreign[-1][0].end), foreign[0][1])
        return True

    # ---- when, where, in what form

    def _time(self) -> TimeMention | None:
        """The nearest date in the trigger's own stretch of the sentence; after it before one ahead of it."""
        times = [
            time
            for time in mentions_within(self.mentions.times, self.sentence.span)
            if time.type in {"DATE", "TIME"} and time.when is not None and self._is_time_of_deed(time)
        ]
        best: tuple[float, TimeMention] | None = None
        for time in times:
            first, last = token_range(self.mentions, self.sentence, time.span)
            if first >= self.last:
                distance = float(first - self.last)
                barrier = sum(1 for start, _ in self.others if self.last <= start < first)
                barrier += sum(
                    1
                    for token in self.tokens[self.last : first]
                    if token.lower in {";", "but", "after", "before", "when", "while", "which", "who", "since"}
                )
            else:
                distance = float(self.first - last) + 3
                barrier = sum(1 for start, _ in self.others if last <= start < self.first)
                barrier += sum(
                    1
                    for token in self.tokens[last : self.first]
                    if token.lower in {";", "but", "while", "which", "who"}
                )
            if barrier and last <= self.first and any(last <= start < self.first for start, _ in self.others):
                continue  # the day of another occasion, named before this one
            if barrier and distance > 3:
                distance += 25 * barrier
            if distance <= 40 and (best is None or distance < best[0]):
                best = (distance, time)
        return best[1] if best else None

    def _agreeing(self, time: TimeMention | None, tense: Tense) -> TimeMention | None:
        """The time in the reading that the verb's tense asks for, where the words leave several open ("on Monday")."""
        on = self.mentions.on
        if time is None or time.when is None or on is None:
            return time
        ahead = {Tense.FUTURE, Tense.CONDITIONAL}
        if self.trigger.shape in {"encounter", "travel"} and not self.is_title:
            ahead.add(Tense.PRESENT)
        if tense in ahead and time.when.last < on:
            readings = [when for when in time.alternatives if when.last >= on]
        elif tense in {Tense.PAST, Tense.PERFECT} and time.when.first > on:
            readings = [when for when in time.alternatives if when.first <= on]
        else:
            return time
        return replace(time, when=readings[0]) if readings else time

    def _is_time_of_deed(self, time: TimeMention) -> bool:
        if self._is_over_the_body(time.span):
            return False
        first, last = token_range(self.mentions, self.sentence, time.span)
        before = self.tokens[first - 1].lower if first > self.sentence.first else ""
        if before in {"since", "until", "by", "till"}:
            return False
        return not (last < self.sentence.last and self.tokens[last].lower in DATED_THINGS)

    def _is_over_the_body(self, span: Span) -> bool:
        """Whether the words belong to the dateline, not to what the sentence tells."""
        dateline = self.mentions.dateline
        return dateline is not None and dateline.extent.contains(span)

    def _place(self) -> tuple[Span, str | None] | None:
        if self.destination is not None:
            return self.destination
        if self.trigger.kind is MeetingKind.CALL:
            return None
        ends = [start for start, _ in self.others if start >= self.last]
        if re.search(r"\b(?:sidelines|margins) of\b", self._after_words(30)):
            ends = []  # a meeting on the sidelines of a summit is where the summit is
        end = min([self.sentence.last, self.last + REACH, *ends])
        found: list[tuple[int, tuple[Span, str | None]]] = []
        for index in range(self.last, end):
            if self.tokens[index].lower in {"in", "at", "inside", "outside", "near"} and self._attaches(index):
                place = self._place_after(index)
                if place is not None:
                    found.append((index - self.last, place))
                    break
            if self.tokens[index].lower in {";", "after", "before", "but", "which", "who", "about", "discuss"}:
                break
        beside = self._place_of_summit_beside()
        if beside is not None and not found:
            return beside
        inside = self._place_in_modifiers()
        if inside is not None and not (found and found[0][0] <= 1):
            return inside
        begins = [finish for _, finish in self.others if finish <= self.first]
        for index in range(self.first - 1, max([self.sentence.first, self.first - 25, *begins]) - 1, -1):
            if self.tokens[index].lower in {"in", "at"}:
                place = self._place_after(index)
                if place is not None:
                    found.append((self.first - index + 2, place))
                    break
        return min(found)[1] if found else None

    def _place_of_summit_beside(self) -> tuple[Span, str | None] | None:
        """The city in the name of the conference on whose sidelines the meeting is."""
        match = re.search(r"\b(?:sidelines|margins) of ", self._after_words(REACH))
        if match is None or self.last >= self.sentence.last:
            return None
        start = self.tokens[self.last].start + match.end()
        places = mentions_within(
            self.mentions.places, Span(self.span.report, start, min(start + 60, self.sentence.span.end))
        )
        return next(((place.span, place.country) for place in places if place.kind == "city"), None)

    def _attaches(self, index: int) -> bool:
        """Whether "in" and "at" say where the occasion is, not where another thing is ("the ceasefire in …")."""
        before = self.tokens[index - 1]
        if index <= self.last or before.pos != "NOUN" or before.lower in PEOPLE_NOUNS | {"place", "part", "session"}:
            return True
        if before.lower in {"sidelines", "margins"}:
            return True
        start = before.start
        times = mentions_within(self.mentions.times, self.sentence.span)
        if any(time.span.start <= start < time.span.end for time in times):
            return True
        return any(presence.first < index <= presence.last for presence in self.sides.presences) or any(
            begin < index <= end for begin, end in self.others
        )

    def _place_after(self, index: int) -> tuple[Span, str | None] | None:
        for ahead in range(index + 1, min(self.sentence.last, index + 8)):
            place = self._place_at(ahead)
            if place is not None:
                return place
            token = self.tokens[ahead]
            if not (
                token.pos in {"DET", "ADJ", "PROPN", "PUNCT"}
                or token.lower
                in {"capital", "city", "resort", "town", "of", "'s", "’s", "port", "southern", "northern"}
            ):
                return None
        return None

    def _place_in_modifiers(self) -> tuple[Span, str | None] | None:
        for place in mentions_within(self.mentions.places, self.sentence.span):
            first, last = token_range(self.mentions, self.sentence, place.span)
            if (
                last <= self.first
                and self.first - last <= 3
                and all(token.pos in {"ADJ", "NOUN", "PROPN"} for token in self.tokens[last : self.first])
                and self._is_bare_place(place, first)
            ):
                return place.span, place.country
        return None

    def _is_bare_place(self, place: PlaceMention, first: int) -> bool:
        return place.kind in {"city", "venue"} and self.trigger.shape == "occasion"

    def _format(self) -> tuple[Span | None, str | None, tuple[str, ...]]:
        """The standing dialogue that the occasion is one of, where it is named beside it."""
        best: tuple[int, DialogueMention] | None = None
        for dialogue in mentions_within(self.mentions.dialogues, self.sentence.span):
            first, last = token_range(self.mentions, self.sentence, dialogue.span)
            gap = self._gap_to_format(dialogue, first, last)
            if gap is not None and (best is None or gap < best[0]):
                best = (gap, dialogue)
        if best is None:
            return None, None, ()
        known = self.knowledge.dialogues.get(best[1].key) if best[1].key else None
        if known is not None and known.organisation:
            return best[1].span, best[1].key, (known.organisation,)
        return best[1].span, best[1].key, best[1].parties

    def _gap_to_format(self, dialogue: DialogueMention, first: int, last: int) -> int | None:
        """How many tokens lie between the trigger and a format's name; None when it isn't the trigger's."""
        if first < self.last and self.first < last:
            return 0
        if any(start <= last and first <= end for start, end in self.others):
            return None
        if any(min(last, self.last) <= start < max(first, self.first) for start, _ in self.others):
            return None
        between = self._words(min(last, self.last), max(first, self.first)).lower()
        if "sidelines" in between or "margins" in between:
            return None
        known = self.knowledge.dialogues.get(dialogue.key) if dialogue.key else None
        if last <= self.first:
            limit = 3 if known is not None and known.organisation else 8
            return self.first - last if self.first - last <= limit else None
        if known is not None and known.organisation:
            is_near = re.fullmatch(
                r"(?:in |within |under )?(?:the )?(?:format )?(?:of )?(?:the )?[“\"«]?", between.strip() + " "
            )
            return first - self.last if is_near else None
        return first - self.last if first - self.last <= 14 else None

    def _ordinal(self) -> tuple[int | None, Span | None]:
        """The number that the text gives the occasion ("the eighth round", "2nd meeting")."""
        number = self._ordinal_before(self.first) if self.trigger.shape == "occasion" else (None, None)
        format_span = self._format()[0]
        if number[0] is None and format_span is not None and format_span != self.span:
            number = self._ordinal_before(token_range(self.mentions, self.sentence, format_span)[0])
        return number

    def _ordinal_before(self, end: int) -> tuple[int | None, Span | None]:
        first = max(self.sentence.first, end - 7)
        for index in range(end - 1, first - 1, -1):
            token = self.tokens[index]
            if token.pos == "VERB" or token.lower in {",", "in", "at", "on", "by", "with", "and"}:
                return None, None
            match = ORDINAL.fullmatch(token.text)
            if match and not self._is_other_number(index):
                number = ORDINALS[match[1].lower()] if match[1] else int(match[2])
                return number, Span(self.span.report, token.start, token.end)
        return None, None

    def _is_other_number(self, index: int) -> bool:
        """Whether an ordinal is no number in a series: "first of May", "the first day", "for the first time"."""
        following = self.tokens[index + 1].lower if index + 1 < self.sentence.last else ""
        token = self.tokens[index]
        if any(
            time.span.start <= token.start < time.span.end
            for time in mentions_within(self.mentions.times, self.sentence.span)
        ):
            return True
        return following in {
            "day",
            "time",
            "such",
            "since",
            "ever",
            "half",
            "quarter",
            "anniversary",
            "lady",
            "of",
            "deputy",
            "vice",
            "stage",
            "working",
            "face",
            "direct",
            "public",
            "official",
        }

    def _kind(self, shape: str) -> MeetingKind:
        words = self._words(max(self.sentence.first, self.first - 6), min(self.sentence.last, self.last + 2)).lower()
        kind = self.trigger.kind
        if kind is MeetingKind.MEETING:
            if re.search(
                r"\b(?:phone|telephone|by video|virtually|videoconference|video conference|via video)\b", words
            ):
                return MeetingKind.CALL
            if re.search(r"\b(?:summit)\b", words) and shape == "occasion":
                return MeetingKind.SUMMIT
        if kind is MeetingKind.TALKS and re.search(r"\b(?:phone|telephone)\b", words):
            return MeetingKind.CALL
        return kind

    def _mode(self, kind: MeetingKind, has_place: bool) -> str:
        if self.trigger.mode != "unknown":
            return self.trigger.mode
        if kind is MeetingKind.CALL:
            return "phone"
        return "in_person" if has_place or kind is MeetingKind.VISIT else "unknown"

    def _state(self, tense: Tense, time: TimeMention | None) -> MeetingState:
        clause = self._words(*self._stretch())
        if self.trigger.state is not None:
            return self.trigger.state
        if self._is_proposed():
            return MeetingState.PROPOSED
        if self.trigger.is_hosting and re.search(
            r"\blook(?:s|ed|ing)? forward to (?:\w+ )?$", self._before_words(4) + " ", re.I
        ):
            return MeetingState.PLANNED
        if POSTPONED.search(clause):
            return MeetingState.POSTPONED
        if CANCELLED.search(clause):
            return MeetingState.CANCELLED
        before = self._before_words(9)
        on = self.mentions.on
        when = time.when if time else None
        if tense in {Tense.FUTURE, Tense.CONDITIONAL}:
            return (
                MeetingState.PROPOSED
                if PROPOSED.search(before) and "will" not in before.lower()
                else MeetingState.PLANNED
            )
        if on is not None and when is not None and when.first > on:
            return MeetingState.PLANNED
        if on is not None and when is not None and when.last < on:
            return MeetingState.HELD
        if tense is Tense.ONGOING or self._is_there_now(tense) or self._is_meeting_now():
            return MeetingState.ONGOING
        if re.search(r"\bto(?: \w+)? $", before + " ", re.IGNORECASE) and (self.is_title or self._is_headline()):
            return MeetingState.PLANNED  # "X to visit Y"
        if self._is_aim_of_a_journey_ahead():
            return MeetingState.PLANNED
        if PROPOSED.search(before) and tense is not Tense.PAST:
            return MeetingState.PROPOSED
        if tense is Tense.PRESENT and self.trigger.shape in {"encounter", "travel"} and not self.is_title:
            return MeetingState.PLANNED if when is not None or on is None else MeetingState.HELD
        if FUTURE_VERB.search(before) and tense not in {Tense.PAST, Tense.PERFECT}:
            return MeetingState.PLANNED
        if self.trigger.shape in {"occasion", "visit"} and re.search(
            r"\b(?:upcoming|forthcoming|next|planned|scheduled|coming|preparations? for|ahead of)\b",
            self._before_words(5),
            re.IGNORECASE,
        ):
            return MeetingState.PLANNED
        if self.trigger.shape in {"occasion", "visit"} and re.match(
            r"\s*(?:to be held|scheduled|due|planned|set|that will|which will|will)\b",
            self._after_words(12),
            re.IGNORECASE,
        ):
            return MeetingState.PLANNED
        if self._is_before_it():
            return MeetingState.ONGOING
        return MeetingState.HELD

    def _is_proposed(self) -> bool:
        """Whether the noun is what somebody proposed or asked for."""
        if self.trigger.shape not in {"occasion", "visit"}:
            return False
        for token in reversed(self.tokens[max(self.sentence.first, self.first - 6) : self.first]):
            if token.lemma in {"propose", "suggest", "offer", "request", "seek", "invite"} and token.pos in {
                "VERB",
                "NOUN",
            }:
                return True
            if token.lower == "for" and self.tokens[token.index - 1].lemma in {"call", "ask", "press"}:
                return True
            if token.pos in {"VERB", "ADP"} and token.lower not in {"for", "of", "to", "hold"}:
                return False
        return False

    def _is_before_it(self) -> bool:
        """Whether the report is of words said before a meeting, both sides present ("X and Y Before Their Meeting")."""
        if not self.is_title:
            return False
        return (
            re.search(
                r"\b(?:before|ahead of|prior to|at the (?:start|top) of)\W+(?:[\w-]+\W+){0,2}$",
                self._before_words(4) + " ",
                re.I,
            )
            is not None
        )

    def _is_headline(self) -> bool:
        """Whether no finite verb stands before the trigger, as in a headline."""
        return not any(
            token.tag in {"VBD", "VBZ", "VBP", "MD"} for token in self.tokens[self.sentence.first : self.first]
        )

    def _is_aim(self) -> bool:
        """Whether it is what a journey in the same sentence is for ("flew to Oslo for talks")."""
        before = [start for start, end in self.others if end <= self.first]
        if not before:
            return False
        return "for" in [token.lower for token in self.tokens[max(before[-1], self.first - 4) : self.first]]

    def _is_aim_of_a_journey_ahead(self) -> bool:
        """Whether it is what somebody is yet to travel for ("flies to Oslo today for talks")."""
        if self.trigger.shape != "occasion" or not self._is_aim():
            return False
        verb = self.tokens[[start for start, end in self.others if end <= self.first][-1]]
        ahead = {Tense.FUTURE, Tense.PRESENT, Tense.CONDITIONAL}
        return verb.tag.startswith("VB") and checks.tense_of_verb(self.mentions, self.sentence, verb) in ahead

    def _is_there_now(self, tense: Tense) -> bool:
        """Whether the traveller is said to be where he went ("is in", "has arrived in", "is on travel to")."""
        if self.trigger.name != "travel":
            return False
        words = self.mentions.words(self.span).lower()
        if words.startswith(("is ", "are ", "on travel")):
            return True
        return words.startswith("arriv") and tense in {Tense.PERFECT, Tense.PRESENT}

    def _stretch(self) -> tuple[int, int]:
        """The trigger with the words around it, up to the neighbouring triggers."""
        begins = [end for _, end in self.others if end <= self.first]
        ends = [start for start, _ in self.others if start >= self.last]
        return (
            max([self.sentence.first, self.first - 14, *begins]),
            min([self.sentence.last, self.last + 16, *ends]),
        )

    def _topic(self) -> Span | None:
        words = self._words(self.last, min(self.sentence.last, self.last + REACH))
        match = re.search(r"\bto (?:discuss|talk about|review) ([^.;:]{5,160})", words)
        if match is None or self.last >= self.sentence.last:
            return None
        start = self.tokens[self.last].start
        return Span(self.span.report, start + match.start(1), start + match.end(1))

    # ---- what it is not

    def _is_verb_here(self) -> bool:
        """Whether "meeting" is a verb: "are meeting", "after meeting the president"."""
        before = self.tokens[self.first - 1] if self.first > self.sentence.first else None
        if before is None or self.tokens[self.first].tag != "VBG":
            return False
        if before.lower in checks.BE | {"without", "before", "after", "by"}:
            return True
        return before.pos in {"NOUN", "PROPN", "ADV"}

    def _is_meeting_now(self) -> bool:
        """Whether people stand before "meeting" and a place or time after it ("the ministers meeting here")."""
        if (
            self.trigger.name != "meeting"
            or self.tokens[self.first].lower != "meeting"
            or self.first == self.sentence.first
        ):
            return False
        before = self.tokens[self.first - 1]
        after = self.tokens[self.last].lower if self.last < self.sentence.last else ""
        return before.tag in {"NNS", "NNPS"} and before.lower in PEOPLE_NOUNS and after in {"here", "in", "at", "on"}

    def _is_other_noun(self) -> bool:
        """Whether the noun is a board's, a team's or a press's, or a kind of occasion and not one."""
        before = self._before_words(3).lower()
        if re.search(
            r"\b(?:board|cabinet|shareholders?|staff|town hall|press|news|campaign|committee of ministers|annual general|security council of russia|parliament\w*|party|government|faction|training|question)\W*$",
            before,
        ):
            return not self._words(self.first, self.last).lower().startswith(("news", "press", "joint")) or True
        after = self._after_words(2).lower()
        if re.match(
            r"\s*of (?:the )?(?:[\w.-]+ ){0,3}?(?:business|bank|board|parliament|company)", self._after_words(7), re.I
        ):
            return True
        return after.lstrip().startswith(("point", "room", "place", "minutes", "record"))

    def _is_definite(self) -> bool:
        before = [token.lower for token in self.tokens[max(self.sentence.first, self.first - 4) : self.first]]
        return bool({"the", "this", "their", "his", "her", "these", "our", "its"} & set(before))

    def _has_support(self) -> bool:
        verb = checks.governor(self.mentions, self.sentence, self.tokens[self.last - 1])
        return verb is not None and verb.lemma in SUPPORT

    def _words(self, first: int, last: int) -> str:
        if first >= last:
            return ""
        return self.mentions.report.text[self.tokens[first].start : self.tokens[last - 1].end]

    def _before_words(self, number: int) -> str:
        return self._words(max(self.sentence.first, self.first - number), self.first)

    def _after_words(self, number: int) -> str:
        return self._words(self.last, min(self.sentence.last, self.last + number))


def _why_not(mentions: Mentions, sighting: Sighting) -> str | None:
    """Why a sighting isn't asserted; what is proposed or called off is reported as such, and so is no refusal."""
    why = checks.why_withheld(mentions, sighting.sentence, sighting.span)
    if sighting.time is None and MANY.search(mentions.report.text, sighting.span.end, sighting.span.end + 60):
        return "generic"
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
        (sighting.time is not None or len(sighting.actors) >= 2) and len(sighting.codes) >= 2
    )


def with_parties(sighting: Sighting, parties: tuple[tuple[str, Span | None], ...], why: str) -> Sighting:
    """The sighting with other parties, and the reason for them."""
    return replace(sighting, parties=parties, inferred=(*sighting.inferred, ("parties", why)))
