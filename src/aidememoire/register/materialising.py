"""Materialising: current claims out of the database, and the records made of them back into it."""

import gc
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date

from sqlalchemy import Connection, func, select

from aidememoire.model import Record
from aidememoire.register import queries, rows, schema
from aidememoire.register.candidates import SourcedClaim, voice_of
from aidememoire.register.copies import DAYS_APART, LETTERS, Printed, find_copies
from aidememoire.register.keeping import chunks, insert_many
from aidememoire.register.reports import ReportLine
from aidememoire.register.resolving import Resolution


def current_claims(
    connection: Connection, reports: Sequence[ReportLine], copies: Mapping[str, str]
) -> list[SourcedClaim]:
    """The current claims with their reports; of the spans only the evidence, which is all that resolving reads.

    ``reports``: all lines; ``copies``: id of a report → id of the one whose text it gives again.
    """
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
    lines = {line.id: line for line in reports}
    originals = {copy: lines[original] for copy, original in copies.items()}
    found = []
    for row in connection.execute(select(current)).mappings():
        line = lines[row["report"]]
        on = date.fromisoformat(line.day) if line.day else None
        first = originals.get(line.id)
        copied_from = voice_of(first.side, first.outlet, first.id) if first else None
        found.append(SourcedClaim(rows.claim_of(row, evidence[row["id"]]), line.outlet, line.side, on, copied_from))
    return found


def current_copies(connection: Connection, reports: Sequence[ReportLine]) -> dict[str, str]:
    """Id of a report → id of the one whose text it gives again; ``reports``: all lines.

    Only reports with claims are compared, and only those near whose day another voice reports, too: most texts of an
    archive of one outlet need not be read for it.
    """
    told = set(connection.execute(select(schema.current_claims.c.report).distinct()).scalars())
    lines = [line for line in reports if line.id in told]
    voices: defaultdict[int | None, set[str]] = defaultdict(set)
    days = {line.id: date.fromisoformat(line.date).toordinal() if line.date else None for line in lines}
    for line in lines:
        voices[_window(days[line.id])].add(voice_of(line.side, line.outlet, line.id))
    compared = [line for line in lines if _has_others(days[line.id], voices)]
    found: list[Printed] = []
    by_id = {line.id: line for line in compared}
    for chunk in chunks(by_id):
        query = select(schema.reports.c.id, func.substr(schema.reports.c.text, 1, LETTERS))
        texts = {row[0]: row[1] for row in connection.execute(query.where(schema.reports.c.id.in_(chunk)))}
        for name, text in texts.items():
            line = by_id[name]
            on = date.fromisoformat(line.date) if line.date else None
            found.append(Printed(name, voice_of(line.side, line.outlet, name), on, text))
    return find_copies(found)


def _window(day: int | None) -> int | None:
    return None if day is None else day // (DAYS_APART + 1)


def _has_others(day: int | None, voices: Mapping[int | None, set[str]]) -> bool:
    """Whether somebody else reports near the day."""
    window = _window(day)
    near = [window] if window is None else [window - 1, window, window + 1]
    return len(set().union(*(voices.get(one, set()) for one in near))) > 1


def write_records(connection: Connection, resolution: Resolution, copies: Mapping[str, str]) -> None:
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
    repeats = ({"report": copy, "original": first} for copy, first in sorted(copies.items()))
    insert_many(connection, schema.report_copies, repeats)
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
