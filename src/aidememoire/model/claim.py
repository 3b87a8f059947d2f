"""Claim: what one report asserts, tied to its words.

The closed sets are those of the marking guidelines; None where the text doesn't say.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from aidememoire.model.mention import Dateline, DoubtfulMention
from aidememoire.model.problem import Problem
from aidememoire.model.refusal import Refusal
from aidememoire.model.span import Span
from aidememoire.model.times import When


class ClaimKind(StrEnum):
    """What sort of thing is claimed."""

    MEETING = "meeting"
    STATEMENT = "statement"
    COMMITMENT = "commitment"
    STATUS = "status"
    DIALOGUE = "dialogue"
    EVENT = "event"
    ACT = "act"
    TENURE = "tenure"


class MeetingKind(StrEnum):
    """What sort of occasion."""

    MEETING = "meeting"
    CALL = "call"
    VISIT = "visit"
    SUMMIT = "summit"
    TALKS = "talks"
    CEREMONY = "ceremony"


class MeetingState(StrEnum):
    """Planned is not held."""

    HELD = "held"
    ONGOING = "ongoing"
    PLANNED = "planned"
    PROPOSED = "proposed"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


TOOK_PLACE = frozenset({MeetingState.HELD, MeetingState.ONGOING})
"""What has been done or goes on; everything else is ahead, or came to nothing."""

YET_TO_BE = frozenset({MeetingState.PLANNED, MeetingState.PROPOSED})
"""What is ahead, as far as anybody said."""


class StatementKind(StrEnum):
    """Whose words the content is in."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class SpeechAct(StrEnum):
    """What the speaker does with the words."""

    ASSERTS = "asserts"
    PROPOSES = "proposes"
    PROMISES = "promises"
    DEMANDS = "demands"
    WARNS = "warns"
    THANKS = "thanks"
    CONDEMNS = "condemns"
    DENIES = "denies"
    ASKS = "asks"
    ANNOUNCES = "announces"


class Strength(StrEnum):
    """How firmly it was promised."""

    AGREED = "agreed"  # joint
    PLEDGED = "pledged"  # one party promises
    INTENDED = "intended"  # intention, readiness, plan


class SubjectType(StrEnum):
    """What the status is of."""

    DIALOGUE = "dialogue"
    AGREEMENT = "agreement"
    COMMITMENT = "commitment"


class StatusKind(StrEnum):
    """What has become of it."""

    LAUNCHED = "launched"
    IN_FORCE = "in_force"
    UNDER_WAY = "under_way"
    FULFILLED = "fulfilled"
    PARTLY_FULFILLED = "partly_fulfilled"
    NOT_FULFILLED = "not_fulfilled"
    DELAYED = "delayed"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"
    VIOLATED = "violated"
    EXTENDED = "extended"
    UPGRADED = "upgraded"


@dataclass(frozen=True, slots=True)
class Participation:
    """A named person, in an office, for a party, at a meeting."""

    name: str  # as in the text, without titles
    office: str | None  # normalised lower-case English; a deputy's is "deputy …"
    party: str | None  # party code


@dataclass(frozen=True, slots=True)
class MeetingValues:
    """One occasion."""

    kind: MeetingKind
    state: MeetingState
    parties: tuple[str, ...]  # sorted codes
    format: str | None = None  # name of the standing dialogue as in the text
    date: When | None = None
    place: str | None = None  # as in the text
    ordinal: int | None = None
    participants: tuple[Participation, ...] = ()
    host: str | None = None  # party code
    topics: tuple[str, ...] = ()  # verbatim agenda items
    part_of: str | None = None  # key of the proposal it is part of; after building, its claim id
    mode: str = "unknown"  # in_person | phone | video | unknown
    level: str = "unknown"  # leaders | ministers | officials | unknown
    initiative: str | None = None  # code of the party on whose initiative it was
    sidelines: str | None = None  # name of the conference beside which it was, verbatim


@dataclass(frozen=True, slots=True)
class StatementValues:
    """Who said what."""

    speaker: str | None  # fullest name in the text, or the body
    speaker_party: str | None
    kind: StatementKind
    content: str  # verbatim, without the surrounding quotation marks
    cue: str  # attributing words verbatim; "" for labelled turns
    occasion: str | None = None  # verbatim: "an interview with …"
    addressee: str | None = None  # verbatim
    is_negated: bool = False  # the speaker denies the content
    speech_act: SpeechAct | None = None  # by the attributing words; None where they don't tell, as for a turn
    same_as: str | None = None  # key of the proposal that tells the same words in full; after building, its claim id


@dataclass(frozen=True, slots=True)
class CommitmentValues:
    """What parties agreed, pledged or declared they intend to do."""

    content: str  # verbatim
    made_by: tuple[str, ...]  # sorted codes
    strength: Strength
    made_at: str | None = None  # key of the meeting's proposal; after building, its claim id
    due: When | None = None
    due_words: str | None = None  # a relative or recurring deadline, verbatim
    topic: str | None = None
    conditions: tuple[str, ...] = ()  # verbatim


@dataclass(frozen=True, slots=True)
class StatusValues:
    """What has become of a dialogue, agreement or commitment."""

    subject: str  # verbatim
    subject_type: SubjectType
    parties: tuple[str, ...]  # sorted codes
    status: StatusKind
    since: When | None = None
    cause: str | None = None  # verbatim, in one run
    causes: tuple[str, ...] = ()  # verbatim, one by one


@dataclass(frozen=True, slots=True)
class DialogueValues:
    """A standing format of consultation that the report names."""

    name: str  # as in the text
    key: str | None  # name in the dialogues table, where known
    parties: tuple[str, ...]
    level: str | None  # leaders | ministers | officials


@dataclass(frozen=True, slots=True)
class EventValues:
    """Context: what happened around the diplomacy (PLOVER)."""

    event: str  # PLOVER event type, e.g. COERCE, ASSAULT, SANCTION
    mode: str | None
    context: tuple[str, ...]
    source: str | None  # party code
    target: str | None  # party code
    date: When | None = None


@dataclass(frozen=True, slots=True)
class ActValues:
    """A deed reported as done that may bear on a promise; evidence, not a verdict."""

    who: tuple[str, ...]  # party codes
    what: str  # verbatim
    date: When | None = None


@dataclass(frozen=True, slots=True)
class TenureValues:
    """That a person holds an office on the report's day."""

    person: str  # fullest name in the text
    party: str  # party code
    role: str  # what the office amounts to, as in the table of offices: "foreign minister"
    office: str  # as it is called, normalised lower-case English: "secretary of state"


Values = (
    MeetingValues
    | StatementValues
    | CommitmentValues
    | StatusValues
    | DialogueValues
    | EventValues
    | ActValues
    | TenureValues
)

VALUES_OF: Mapping[ClaimKind, type[Values]] = MappingProxyType(
    {
        ClaimKind.MEETING: MeetingValues,
        ClaimKind.STATEMENT: StatementValues,
        ClaimKind.COMMITMENT: CommitmentValues,
        ClaimKind.STATUS: StatusValues,
        ClaimKind.DIALOGUE: DialogueValues,
        ClaimKind.EVENT: EventValues,
        ClaimKind.ACT: ActValues,
        ClaimKind.TENURE: TenureValues,
    }
)
"""Kind of claim → the class of its values."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What one report asserts."""

    id: str  # hash of (report, kind, spans, values)
    report: str  # id of the report
    kind: ClaimKind
    values: Values
    evidence: tuple[Span, ...]  # best first
    spans: tuple[tuple[str, tuple[Span, ...]], ...]  # field → its words, in order of field name
    inferred: tuple[tuple[str, str], ...]  # field → a sentence that says from what
    attributed_to: str | None  # a speaker inside the text; None: the outlet itself
    confidence: float  # 0–1
    readers: tuple[str, ...]  # "rules", "tagger"
    rule: str  # name of the rule
    rule_version: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one report: what goes out as one JSON object, and into the register."""

    report: str  # id of the report
    dateline: Dateline | None
    claims: tuple[Claim, ...]  # by kind, then position
    doubtful: tuple[DoubtfulMention, ...]
    withheld: tuple[Refusal, ...]
    problems: tuple[Problem, ...]
