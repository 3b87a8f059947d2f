"""Materialising: current claims out of the database, and the records made of them back into it."""

import gc
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from sqlalchemy import Connection, select

from aidememoire.model import Record
from aidememoire.register import queries, rows, schema
from aidememoire.register.candidates import SourcedClaim
from aidememoire.register.keeping import insert_many
from aidememoire.register.resolving import Resolution


def current_claims(connection: Connection) -> list[SourcedClaim]:
    """The current claims with their reports; of the spans only the evidence, which is all that resolving reads."""
    current, spans, readings = schema.current_claims, schema.claim_spans, schema.current_readings
    evidence: defaultdict[str, list[tuple[str, int, int]]] = defaultdict(list)
    query = (
        select(spans.c.claim, spans.c.start_at, spans.c.end_at)
        .join(readings, readings.c.rows_of == spans.c.reading)
        .where(spans.c.field == "")
        .order_by(spans.c.claim, spans.c.position)
    )
    for claim, start, end in connection.execute(query):
        evidence[claim].append(("", start, end))
    lines = {line.id: line for line in queries.report_lines(connection)}
    found = []
    for row in connection.execute(select(current)).mappings():
        line = lines[row["report"]]
        on = date.fromisoformat(line.day) if line.day else None
        found.append(SourcedClaim(rows.claim_of(row, evidence[row["id"]]), line.outlet, line.side, on))
    return found


def write_records(connection: Connection, resolution: Resolution) -> None:
    """Put the records in the place of the former ones; ids that are gone lead to those that hold their claims."""
    held = schema.record_claims
    now = resolution.units
    gone = [
        {"would_be": row.would_be, "claim": row.claim}
        for row in connection.execute(select(held.c.would_be, held.c.claim))
        if row.would_be not in now
    ]
    known = set(connection.execute(select(schema.former_ids.c.would_be)).scalars())
    insert_many(connection, schema.former_ids, (row for row in gone if row["would_be"] not in known))
    for table in schema.RECORD_TABLES:
        connection.execute(table.delete())
    records = resolution.records
    insert_many(connection, schema.records, (rows.record_row(record) for record in records))
    insert_many(connection, schema.record_values, (row for record in records for row in _value_rows(record)))
    insert_many(
        connection,
        held,
        ({"would_be": name, **unit._asdict()} for name, unit in resolution.units.items()),
    )
    insert_many(
        connection,
        schema.record_parties,
        ({"record": record.id, "party": party} for record in records for party in rows.parties_of(record)),
    )
    insert_many(
        connection,
        schema.record_links,
        (
            {"record": record.id, "relation": relation, "other": other}
            for record in records
            for relation, others in record.links.items()
            for other in others
        ),
    )


def _value_rows(record: Record) -> Iterator[rows.Row]:
    disputes = queries.opposing(record)
    for position, support in enumerate(record.support):
        sides = disputes.get(support.field)
        yield {
            "record": record.id,
            "position": position,
            "field": support.field,
            "value": rows.to_json(support.value),
            "claim": support.claim,
            "report": support.report,
            "is_for": support.claim not in sides[1] if sides else None,
        }


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the cyclic collector: it walks all the records in the making again and again, a third of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
