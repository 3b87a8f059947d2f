"""Finding: one thing that a draft asserts, and what the register says to it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from aidememoire.model import Problem, Severity
from aidememoire.register import Coverage


class Asserted(StrEnum):
    """What sort of thing the draft asserts."""

    QUOTATION = "quotation"  # words between quotation marks
    STATEMENT = "statement"  # indirect speech
    MEETING = "meeting"
    COMMITMENT = "commitment"
    OFFICE = "office"
    DEED = "deed"  # a sentence that no reader took for anything else


class Status(StrEnum):
    """What the register says to it. Only the first three support the draft."""

    EXACT = "exact"  # the very words, of this speaker
    PARAPHRASED = "paraphrased"  # indirect speech that says the same in other words; never without its score
    CONFIRMED = "confirmed"  # a fact that a record or the table of offices holds
    ALTERED = "altered"  # other words than the speaker's
    TRUNCATED = "truncated"  # cut so that the sense turns: a "not", a condition or a reservation is gone
    MERGED = "merged"  # words from several places in one quotation
    ANOTHER_SPEAKER = "another_speaker"  # the words are somebody else's
    OTHER_DATE = "other_date"  # said, agreed or held on another day
    MEDIATED = "mediated"  # known only through somebody else, whom the draft leaves out
    DENIED = "denied"  # the register holds that it was denied
    PLANNED = "planned"  # told as held, known only as planned or proposed
    CANCELLED = "cancelled"  # told as held or to be held, known as cancelled or postponed
    PROPOSED = "proposed"  # told as agreed, known only as proposed, considered or hoped for
    CONTRADICTED = "contradicted"  # the register or the table of offices holds something else
    NOT_FOUND = "not_found"  # nothing of it among the reports read


SUPPORTING = frozenset({Status.EXACT, Status.PARAPHRASED, Status.CONFIRMED})

# Which of several faults gives the finding its name: the gravest first.
GRAVITY = (
    Status.NOT_FOUND,
    Status.MERGED,
    Status.DENIED,
    Status.TRUNCATED,
    Status.CANCELLED,
    Status.PLANNED,
    Status.PROPOSED,
    Status.ANOTHER_SPEAKER,
    Status.ALTERED,
    Status.CONTRADICTED,
    Status.MEDIATED,
    Status.OTHER_DATE,
)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, in a sentence."""

    status: Status  # never one that supports
    field: str | None  # the field of a fact: date, place, parties, ordinal, number, office, people, …
    why: str  # a sentence


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of the words of source and draft, side by side."""

    op: str  # equal | replace | delete (not in the draft) | insert (not in the source) | omit (marked with an ellipsis)
    source: str  # "" for an insertion
    draft: str  # "" for a deletion


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where the register holds it."""

    report: str | None  # id; None for the table of offices
    name: str  # what the source calls the report, or the tables
    outlet: str | None
    date: str | None  # calendar day
    url: str | None
    start: int | None  # code points in the report's text
    end: int | None
    words: str  # exactly those of the report
    speaker: str | None
    claim: str | None  # claim id
    record: str | None  # record id


@dataclass(frozen=True, slots=True)
class Finding:
    """What the draft asserts in one place, and what the register says to it."""

    asserted: Asserted
    start: int  # code points in the draft
    end: int  # exclusive
    words: str  # draft[start:end]
    speaker: str | None  # as the draft names the speaker
    date: str | None  # the day, month or year that the draft gives
    status: Status
    faults: tuple[Fault, ...]  # the gravest first; empty where it is supported
    score: float | None  # 0–1: likeness of a paraphrase or of altered words; None for exact words and facts
    evidence: tuple[Evidence, ...]  # best first; for what is not found: nothing
    diff: tuple[Change, ...]  # where words were compared and differ
    notes: tuple[str, ...]  # sentences: what a person should know though it is no fault

    @property
    def is_supported(self) -> bool:
        """Whether the register holds it."""
        return self.status in SUPPORTING


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A sentence that asserts something and was not checked: the register says nothing for or against it."""

    start: int  # code points in the draft
    end: int  # exclusive
    why: str  # a sentence


@dataclass(frozen=True, slots=True)
class Check:
    """A draft with everything that was found in it."""

    id: str  # what its source calls it
    text: str  # as given
    findings: tuple[Finding, ...]  # in order of position
    coverage: Coverage  # what the register has read: "not found" means "not among these"
    problems: tuple[Problem, ...]
    unchecked: tuple[Unchecked, ...] = ()  # in order of position

    @property
    def is_supported(self) -> bool:
        """Whether the draft could be read and the register holds all that it asserts."""
        is_read = all(problem.severity is not Severity.ERROR for problem in self.problems)
        return is_read and all(finding.is_supported for finding in self.findings)


def named(faults: tuple[Fault, ...]) -> tuple[Fault, ...]:
    """The faults, the gravest first, each once; a lost denial is told once, however it was found."""
    once: dict[object, Fault] = {}
    for fault in faults:
        once.setdefault((fault.status, fault.field) if fault.field == "negations" else fault, fault)
    return tuple(sorted(once.values(), key=lambda fault: GRAVITY.index(fault.status)))


def with_faults(finding: Finding, faults: Iterable[Fault]) -> Finding:
    """The finding with further faults, named after the gravest of all."""
    found = named((*finding.faults, *faults))
    return replace(finding, status=found[0].status, faults=found) if found else finding
