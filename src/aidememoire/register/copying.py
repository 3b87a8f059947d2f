"""Copying: a register as it was, or as the world had reported by a day."""

from typing import Any

from sqlalchemy import Connection, insert, select

from aidememoire.register import schema
from aidememoire.register.keeping import insert_many, touch
from aidememoire.register.reports import corrected_row, corrections_by_report


def copy_until(here: Connection, there: Connection, as_of: str | None, as_known: str | None) -> None:
    """Copy what was reported by a day and known at a moment."""
    corrected = corrections_by_report(here)
    datelines = _days_of_datelines(here)
    kept: set[str] = set()
    for row in here.execute(select(schema.reports)).mappings():
        now = corrected_row(dict(row), corrected.get(row["id"], {}))
        day = now["today"] or datelines.get(row["id"])
        if as_of is not None and (day is None or day > as_of):
            continue
        if as_known is not None and row["learnt_at"] > as_known:
            continue
        kept.add(row["id"])
        there.execute(insert(schema.reports).values(**row))
    insert_many(there, schema.runs, (dict(row) for row in here.execute(select(schema.runs)).mappings()))
    readings: set[int] = set()
    for row in here.execute(select(schema.readings).order_by(schema.readings.c.id)).mappings():
        if row["report"] in kept and (as_known is None or row["learnt_at"] <= as_known):
            readings.add(row["id"])
            there.execute(insert(schema.readings).values(**row))
    for table in (schema.claims, schema.claim_spans, schema.problems, schema.doubtful, schema.withheld):
        found = here.execute(select(table)).mappings()
        insert_many(there, table, (dict(row) for row in found if row["reading"] in readings))
    for table in (schema.judgements, schema.report_corrections):
        for row in here.execute(select(table)).mappings():
            is_known = as_known is None or row["made_at"] <= as_known
            if is_known and row.get("report", next(iter(kept), None)) in kept:
                there.execute(insert(table).values(**_as_known(dict(row), as_known)))
    touch(there)


def _as_known(row: dict[str, Any], moment: str | None) -> dict[str, Any]:
    """The judgement or correction as it was then: what was taken back later was in force."""
    if moment is not None and (row.get("undone_at") or "") > moment:
        return {**row, "undone_at": None, "undone_by": None}
    return row


def _days_of_datelines(connection: Connection) -> dict[str, str]:
    """Report id → the day from which its current reading sees the world; of a report without a date, its dateline's."""
    current = schema.current_readings
    query = select(current.c.report, current.c.day).where(current.c.day.is_not(None))
    return {row.report: row.day for row in connection.execute(query)}
