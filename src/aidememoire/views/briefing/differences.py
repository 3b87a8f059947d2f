"""Differences: where reports contradict each other."""

from collections.abc import Iterable
from typing import Any

from aidememoire.model import Record, RecordKind
from aidememoire.views.briefing.desk import Desk, when_in_words
from aidememoire.views.page import Line
from aidememoire.views.wording import (
    day_in_words,
    days_in_words,
    enumerate_words,
    ordinal_in_words,
    quoted,
    sentence_case,
)

TELLERS_SHOWN = 3


def contradictions(desk: Desk) -> list[Line]:
    """Each field on which reports differ: the values with their sources, and which is shown and why."""
    lines = []
    matter = desk.matter
    for record in (*matter.dialogues, *matter.meetings, *matter.commitments, *matter.statuses.values()):
        for field, rivals in record.values["rivals"].items():
            told = [f"{_value(field, rival['value'])} ({_tellers(desk, rival['claims'])})" for rival in rivals]
            claims = [claim for rival in rivals for claim in rival["claims"]]
            why = days_in_words(record.reasons.get(field, ""))
            first = "" if field == "participants" else f"Shown first: {_value(field, rivals[0]['value'])}, "
            reason = f" {sentence_case(first + why)}." if why else ""
            text = f"{sentence_case(subject_in_words(record))}, {field.replace('_', ' ')}: {'; '.join(told)}.{reason}"
            lines.append(desk.cite.line(text, claims))
    return lines or [Line(f"No contradiction found among {desk.among}.")]


def _tellers(desk: Desk, claims: Iterable[str]) -> str:
    """Who tells so, by name or by number."""
    tellers = list(dict.fromkeys(desk.cite.teller(claim) for claim in claims))
    more = len(tellers) - TELLERS_SHOWN
    return enumerate_words([*tellers[:TELLERS_SHOWN], f"{more} more"] if more > 1 else tellers)


def _value(field: str, value: Any) -> str:
    """A rival value as it is read."""
    if field in {"date", "due", "since"}:
        return day_in_words(value)
    if field == "ordinal":
        return ordinal_in_words(value)
    return str(value)


def subject_in_words(record: Record) -> str:
    """What the record is, in a few words."""
    values = record.values
    if record.kind is RecordKind.MEETING:
        return (
            f"{values['kind']} of {when_in_words(record)}"
            if values["date"]
            else f"{values['kind']}, {when_in_words(record)}"
        )
    if record.kind is RecordKind.COMMITMENT:
        return f"commitment {quoted(values['content'])}"
    if record.kind is RecordKind.STATUS:
        return f"{quoted(values['subject'])} {values['status'].replace('_', ' ')}"
    return quoted(values["name"])
