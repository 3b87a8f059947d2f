"""Where reports were made, and who spoke there: datelines and labelled turns of the current readings."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec
from sqlalchemy import select

from aidememoire.model import ClaimKind, Dateline, RecordKind, StatementKind, StatementValues
from aidememoire.register import schema
from aidememoire.register.keeping import chunks
from aidememoire.register.store import Register

_DATELINE = msgspec.json.Decoder(Dateline)
_STATEMENT = msgspec.json.Decoder(StatementValues)
# A labelled turn has no attributing words; so much can be asked of the database before anything is decoded.
_NO_CUE = '"cue":""'


@dataclass(frozen=True, slots=True)
class Turn:
    """Words of a speaker under his label, spoken where the report was made."""

    claim: str  # id
    report: str  # id
    position: int  # among the claims of the report
    person: str | None  # record id of the speaker; None: a body, or nobody known


def datelines(register: Register, reports: Sequence[str]) -> dict[str, Dateline]:
    """Report id → its dateline, for those of the reports that have one."""
    current, readings = schema.current_readings, schema.readings
    query = select(current.c.report, readings.c.dateline).join(readings, readings.c.id == current.c.id)
    found: dict[str, Dateline] = {}
    with register.for_reading() as connection:
        for chunk in chunks(dict.fromkeys(reports)):
            for report, dateline in connection.execute(query.where(current.c.report.in_(chunk))):
                if dateline:
                    found[report] = _DATELINE.decode(dateline)
    return found


def reports_with_turns_of(register: Register, person: str) -> list[str]:
    """The reports in which the person (record id) takes labelled turns, in order of id."""
    claims, held = schema.current_claims, schema.record_claims
    query = (
        select(claims.c.report)
        .join(held, held.c.claim == claims.c.id)
        .where(held.c.record == person, claims.c.kind == ClaimKind.STATEMENT.value)
        .where(claims.c.claim_values.contains(_NO_CUE, autoescape=True))
        .distinct()
    )
    with register.for_reading() as connection:
        found = sorted(connection.execute(query).scalars())
    return sorted(
        report for report, rows in turns(register, found).items() if any(one.person == person for one in rows)
    )


def turns(register: Register, reports: Iterable[str]) -> dict[str, list[Turn]]:
    """Report → its labelled turns, in order of position; reports without any are left out."""
    claims, held, records = schema.current_claims, schema.record_claims, schema.records
    people = (
        select(held.c.claim, held.c.record)
        .join(records, records.c.id == held.c.record)
        .where(records.c.kind == RecordKind.PERSON.value)
        .subquery()
    )
    query = (
        select(claims.c.id, claims.c.report, claims.c.position, claims.c.claim_values, people.c.record)
        .select_from(claims.outerjoin(people, people.c.claim == claims.c.id))
        .where(claims.c.kind == ClaimKind.STATEMENT.value)
        .where(claims.c.claim_values.contains(_NO_CUE, autoescape=True))
    )
    found: defaultdict[str, list[Turn]] = defaultdict(list)
    with register.for_reading() as connection:
        for chunk in chunks(sorted(set(reports))):
            for row in connection.execute(query.where(claims.c.report.in_(chunk))):
                values = _STATEMENT.decode(row.claim_values)
                if values.kind is StatementKind.DIRECT and not values.cue:
                    found[row.report].append(Turn(row.id, row.report, row.position, row.record))
    return {report: sorted(rows, key=lambda one: (one.position, one.claim)) for report, rows in found.items()}
