"""Judgement: a person's ruling on records or claims."""

from dataclasses import dataclass
from enum import StrEnum


class Ruling(StrEnum):
    """What the person ruled."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A ruling, by whom and when; undone, never deleted."""

    id: str
    ruling: Ruling
    left: str  # claim or record id
    right: str | None  # the other one for same / different / unsure
    by: str
    at: str  # ISO 8601 moment, UTC
    undone_at: str | None
    undone_by: str | None = None
