"""Keeping: rows of one reading, and the count of changes by which one knows that records are out of date."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Table, insert, select, update

from aidememoire.model import Granularity, Problem, Reading, Report
from aidememoire.register import rows, schema

# So many bound values at once are safe for every database.
CHUNK = 500
# Rows written at once: enough to be fast, little enough to stay small.
BATCH = 5000


def day_of(report: Report, reading: Reading) -> str | None:
    """The day from which the report looks at the world: its dateline's, else the date."""
    dateline = reading.dateline.date if reading.dateline else None
    if dateline is not None and dateline.granularity is Granularity.DAY:
        return dateline.first.isoformat()
    return report.today.isoformat() if report.today else None


def insert_reading(
    connection: Connection, reading: int, report: Report, read: Reading, problems: Sequence[Problem]
) -> None:
    """Keep all rows of a reading."""
    claims = list({claim.id: claim for claim in read.claims}.values())
    for table, found in (
        (schema.claims, [rows.claim_row(reading, position, claim) for position, claim in enumerate(claims)]),
        (schema.claim_spans, [row for claim in claims for row in rows.span_rows(reading, claim)]),
        (schema.problems, rows.problem_rows(reading, report, problems)),
        (schema.doubtful, rows.doubtful_rows(reading, read)),
        (schema.withheld, rows.withheld_rows(reading, read)),
    ):
        if found:
            connection.execute(insert(table), [rows.whole_row(row) for row in found])


def meta_value(connection: Connection, name: str) -> str:
    """The value kept under the name; "0" where there is none."""
    found = connection.execute(select(schema.meta.c.value).where(schema.meta.c.name == name)).scalar_one_or_none()
    return found or "0"


def set_meta(connection: Connection, name: str, value: str) -> None:
    """Keep the value under the name."""
    done = connection.execute(update(schema.meta).where(schema.meta.c.name == name).values(value=value))
    if done.rowcount == 0:
        connection.execute(insert(schema.meta).values(name=name, value=value))


def touch(connection: Connection) -> None:
    """Note that the records no longer follow from what is kept."""
    set_meta(connection, "changes", str(int(meta_value(connection, "changes")) + 1))


def insert_many(connection: Connection, table: Table, found: Iterable[rows.Row]) -> None:
    """Insert the rows, which all have the same columns, past SQLAlchemy's treatment of each single one."""
    waiting = iter(found)
    while batch := list(islice(waiting, BATCH)):
        compiled = insert(table).compile(dialect=connection.dialect, column_keys=list(batch[0]))
        names = compiled.positiontup  # None where the database takes its values by name
        values: Any = [tuple(row[name] for name in names) for row in batch] if names else batch
        connection.exec_driver_sql(compiled.string, values)


def chunks(items: Iterable[str]) -> Iterator[list[str]]:
    """The items, a safe number at a time."""
    listed = list(items)
    for start in range(0, len(listed), CHUNK):
        yield listed[start : start + CHUNK]
