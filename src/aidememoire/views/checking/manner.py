"""Manner: whether a draft and the reports tell of one kind of contact, and what the reports that saw it held tell."""

from typing import Any

from aidememoire.model import MeetingKind, MeetingState, Record
from aidememoire.views.checking.findings import Fault, Status

HELD = frozenset({str(MeetingState.HELD), str(MeetingState.ONGOING)})
CALL = str(MeetingKind.CALL)


def manner_fault(kind: str | None, place: str | None, record: Record) -> Fault | None:
    """A fault where the draft has those meet somewhere who, by all reports, only telephoned; or the reverse.

    ``kind`` and ``place`` are the draft's.
    """
    told = {str(support.value) for support in record.support if support.field == "kind"}
    if kind is None or not told:
        return None
    if kind != CALL and place and told == {CALL}:
        return Fault(Status.CONTRADICTED, "kind", f"told as a {kind} in {place} here; by the reports it was a call")
    if kind == CALL and CALL not in told and record.values.get("mode") == "in_person":
        shown = " or ".join(sorted(told))
        return Fault(Status.CONTRADICTED, "kind", f"told as a call here; by the reports it was a {shown} face to face")
    return None


def told_of_held(record: Record, field: str) -> list[Any]:
    """What those reports tell on the field that tell of the meeting as held; empty where they are silent on it.

    What only the plan of a meeting gave is none of it: the day of a round that was put off.
    """
    claims = {
        claim
        for row in record.values.get("states") or ()
        if isinstance(row, dict) and str(row.get("state")) in HELD
        for claim in row.get("claims", ())
    }
    return [one.value for one in record.support if one.field == field and one.claim in claims and one.value is not None]
