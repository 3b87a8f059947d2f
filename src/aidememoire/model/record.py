"""Record: what the register holds to be one dialogue, meeting, person, statement or commitment."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class RecordKind(StrEnum):
    """The kinds of record that can be listed."""

    DIALOGUE = "dialogue"
    MEETING = "meeting"
    PERSON = "person"
    STATEMENT = "statement"
    COMMITMENT = "commitment"
    STATUS = "status"
    TENURE = "tenure"


@dataclass(frozen=True, slots=True)
class Support:
    """One claim's word on one field of a record."""

    field: str  # field of the record, or "" for its existence
    value: Any  # JSON value that the claim gives
    claim: str  # claim id
    report: str  # report id


@dataclass(frozen=True, slots=True)
class Record:
    """Claims that tell of one thing; each value with the claims for it, rivals beside it."""

    id: str  # from the smallest claim id in it; every claim's own would-be id leads here
    kind: RecordKind
    values: dict[str, Any]  # field → the value shown first (JSON values)
    support: tuple[Support, ...]  # every claim's word on every field
    reasons: dict[str, str]  # field → why this value is shown first, where there are rivals
    links: dict[str, tuple[str, ...]]  # relation → record ids: "dialogue", "meetings", "commitments", "statuses"
