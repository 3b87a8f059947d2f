"""Proposal: what a reader suggests before the checks."""

from dataclasses import dataclass, field
from enum import StrEnum

from aidememoire.model.claim import ClaimKind, Values
from aidememoire.model.span import Span


class Reader(StrEnum):
    """Which of the two readers it was."""

    RULES = "rules"
    TAGGER = "tagger"


class ReaderChoice(StrEnum):
    """Which readers are asked."""

    RULES = "rules"
    TAGGER = "tagger"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A would-be claim. ``key`` is unique in the report, so that a commitment can name its meeting."""

    key: str
    kind: ClaimKind
    values: Values
    evidence: tuple[Span, ...]  # best first
    spans: tuple[tuple[str, tuple[Span, ...]], ...] = ()  # field → its words
    inferred: tuple[tuple[str, str], ...] = ()  # field → a sentence that says from what
    attributed_to: str | None = None
    confidence: float = 0.8
    readers: tuple[Reader, ...] = (Reader.RULES,)
    rule: str = ""
    notes: tuple[str, ...] = field(default=())  # what a check should know
