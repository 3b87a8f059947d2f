"""The register as PLOVER event data: who did what to whom, when, each row with the claims that tell it.

Meetings, statements, commitments and statuses take their codes from the table of ``knowledge.plover``; context events
bring their own. What the scheme has no place for (a neutral "said", a postponed meeting) gives no row.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from aidememoire.knowledge.plover import Plover, PloverCode
from aidememoire.model import Claim, EventValues, RecordKind, When
from aidememoire.register import Filters, Register
from aidememoire.register.happened import event_claims
from aidememoire.views.exports import record_objects
from aidememoire.views.page import SCHEMA_VERSION

CODED = (RecordKind.MEETING, RecordKind.STATEMENT, RecordKind.COMMITMENT, RecordKind.STATUS)
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Coded:
    """What a record says in the scheme's terms, before it becomes a row."""

    code: PloverCode
    source: tuple[str, ...]  # who did it; all of them where they did it together
    target: tuple[str, ...]  # to whom; empty where nobody is named, or all are the source
    date: str | None
    words: str | None  # what it is about, in the report's words


def event_rows(register: Register, filters: Filters, plover: Plover | None = None) -> list[Row]:
    """The events that the filters let through, in order of day; those without a day last.

    Context events belong to no dialogue and to no person: with such a filter only records are coded.
    """
    plover = plover or Plover.shipped()
    rows = list(_record_rows(register, filters, plover))
    if filters.dialogue is None and filters.person is None:
        rows += _claim_rows(register, filters, plover)
    return sorted(rows, key=lambda row: (row["date"] is None, row["date"] or "", row["id"]))


def _record_rows(register: Register, filters: Filters, plover: Plover) -> Iterator[Row]:
    for kind in CODED:
        for found in record_objects(register, register.records(kind, filters)):
            coded = _CODERS[kind](found, plover)
            if coded is not None:
                yield _row(found["id"], str(kind), coded, found["claims"])


def _row(name: str, kind: str, coded: Coded, claims: Sequence[Row]) -> Row:
    return {
        "schema_version": SCHEMA_VERSION,
        "id": name,
        "event": coded.code.event,
        "mode": coded.code.mode,
        "context": list(coded.code.context),
        "quad": coded.code.quad or None,
        "source": list(coded.source),
        "target": list(coded.target),
        "date": coded.date,
        "words": coded.words,
        "record": kind,
        "claims": [{key: value for key, value in claim.items() if key != "says"} for claim in claims],
    }


def _of_meeting(found: Mapping[str, Any], plover: Plover) -> Coded | None:
    code = plover.of_meeting(found["kind"], found["state"])
    if code is None:
        return None
    words = " ".join(filter(None, (found["format"], found["place"]))) or None
    return Coded(code, tuple(found["parties"]), (), found["date"], words)


def _of_statement(found: Mapping[str, Any], plover: Plover) -> Coded | None:
    code = plover.of_cue(found["cue"] or "")
    if code is None or found.get("is_negated"):
        return None
    source = (found["speaker_party"],) if found["speaker_party"] else ()
    return Coded(code, source, (), found["reported"], found["content"])


def _of_commitment(found: Mapping[str, Any], plover: Plover) -> Coded | None:
    code = plover.of_commitment(found["strength"], found["topic"]) if found["strength"] else None
    return Coded(code, tuple(found["made_by"]), (), found["reported"], found["content"]) if code else None


def _of_status(found: Mapping[str, Any], plover: Plover) -> Coded | None:
    code = plover.of_status(found["status"], found["subject_type"])
    return Coded(code, tuple(found["parties"]), (), found["since"], found["subject"]) if code else None


_CODERS = {
    RecordKind.MEETING: _of_meeting,
    RecordKind.STATEMENT: _of_statement,
    RecordKind.COMMITMENT: _of_commitment,
    RecordKind.STATUS: _of_status,
}


def _claim_rows(register: Register, filters: Filters, plover: Plover) -> Iterator[Row]:
    claims = [claim for claim in event_claims(register) if _passes(claim.values, filters)]
    ids = sorted({claim.report for claim in claims})
    lines = {line.id: line for line in register.report_lines(ids)}
    texts = register.texts(ids)
    for claim in claims:
        line = lines[claim.report]
        told = {
            "claim_id": claim.id,
            "report": claim.report,
            "source": line.given_id,
            "outlet": line.outlet,
            "date": line.date,
        }
        yield _row(claim.id, "event", _of_event(claim, texts[claim.report].words(claim.evidence[0]), plover), [told])


def _of_event(claim: Claim, words: str, plover: Plover) -> Coded:
    values = claim.values
    assert isinstance(values, EventValues)
    code = PloverCode(values.event, values.mode, tuple(values.context), plover.quad(values.event) or "")
    when = str(values.date) if values.date else None
    return Coded(code, _listed(values.source), _listed(values.target), when, " ".join(words.split()))


def _listed(code: str | None) -> tuple[str, ...]:
    return (code,) if code else ()


def _passes(values: object, filters: Filters) -> bool:
    """Whether the event is between the parties and within the days asked for; without a day it is within none."""
    if not isinstance(values, EventValues):
        return False
    taking_part = {code for code in (values.source, values.target) if code}
    wanted = {*(filters.between or ()), *([filters.party] if filters.party else [])}
    if not wanted <= taking_part or (filters.only and wanted and taking_part - wanted):
        return False
    return _is_within(values.date, filters.first, filters.last)


def _is_within(when: When | None, first: date | None, last: date | None) -> bool:
    if first is None and last is None:
        return True
    if when is None:
        return False
    return (first is None or when.last >= first) and (last is None or when.first <= last)


def events_csv_rows(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows for a table: the claims by their ids alone."""
    for row in rows:
        yield {**row, "claims": [claim["claim_id"] for claim in row["claims"]]}
