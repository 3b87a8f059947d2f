"""Reports as lines: what was read, from whom, of when, with what came out of it, and what could not be read."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from aidememoire.model import Problem, Severity
from aidememoire.register import rows, schema
from aidememoire.register.keeping import chunks

# Why an undated report has the day that stands over its text.
DATELINE_GROUND = "its dateline"


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report without its text, with what came out of it."""

    id: str
    given_id: str
    source: str
    title: str | None
    outlet: str | None
    side: str | None
    url: str | None
    date: str | None  # calendar day at the outlet's place; without a date given, that of its dateline
    ground: str | None  # why the date is what it is
    day: str | None  # the day from which it looks at the world: its dateline's, else the date
    language: str | None
    nature: str
    claims: int
    problems: tuple[Problem, ...]
    copy_of: str | None = None  # id of the report, of another outlet, whose text it gives again
    learnt_at: str = ""  # moment, ISO 8601, UTC

    @property
    def is_readable(self) -> bool:
        """Whether no problem of severity *error* stands against it."""
        return all(problem.severity is not Severity.ERROR for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was read: without it "none found" would look like "none"."""

    reports: int
    by_outlet: tuple[tuple[str, int], ...]  # most first
    by_year: tuple[tuple[str, int], ...]
    first: str | None  # earliest day
    latest: str | None  # latest day
    undated: int
    copies: int  # that give again the text of another among them
    unreadable: tuple[tuple[str, str], ...]  # source and message


def report_lines(connection: Connection, ids: Sequence[str] | None = None) -> list[ReportLine]:
    """The reports without their texts, in order of date; all of them, or those asked for."""
    columns = [column for column in schema.reports.c if column.name not in {"text", "blocks"}]
    query = select(*columns).order_by(func.coalesce(schema.reports.c.today, "9"), schema.reports.c.id)
    if ids is None:
        found = list(connection.execute(query).mappings())
    else:
        found = [
            row
            for chunk in chunks(dict.fromkeys(ids))
            for row in connection.execute(query.where(schema.reports.c.id.in_(chunk))).mappings()
        ]
    current = schema.current_readings
    readings = {row.report: row for row in connection.execute(select(current))}
    claims = schema.current_claims
    counts: dict[str, int] = {
        row[0]: row[1] for row in connection.execute(select(claims.c.report, func.count()).group_by(claims.c.report))
    }
    originals: dict[str, str] = {row[0]: row[1] for row in connection.execute(select(schema.report_copies))}
    problems: defaultdict[str, list[Problem]] = defaultdict(list)
    table = schema.problems
    joined = (
        select(table).join(current, current.c.rows_of == table.c.reading).order_by(table.c.reading, table.c.position)
    )
    for troubled in connection.execute(joined).mappings():
        problems[troubled["report"]].append(rows.problem_of(troubled))
    corrected = corrections_by_report(connection)
    lines: list[ReportLine] = []
    for stored in found:
        row = corrected_row(dict(stored), corrected.get(stored["id"], {}))
        reading = readings.get(row["id"])
        seen_from = reading.day if reading else None
        lines.append(
            ReportLine(
                id=row["id"],
                given_id=row["given_id"],
                source=row["source"],
                title=row["title"],
                outlet=row["outlet"],
                side=row["side"],
                url=row["url"],
                date=row["today"] or seen_from,
                ground=row["published_ground"] or (DATELINE_GROUND if seen_from and not row["today"] else None),
                day=seen_from or row["today"],
                language=row["language"],
                nature=row["nature"],
                claims=counts.get(row["id"], 0),
                problems=tuple(problems[row["id"]]),
                copy_of=originals.get(row["id"]),
                learnt_at=row["learnt_at"],
            )
        )
    lines.sort(key=lambda line: line.date or "9")  # stable: those of one day stay in order of id
    return lines


def corrections_by_report(connection: Connection) -> dict[str, dict[str, tuple[str | None, str, str]]]:
    """Report id → field → (value, by whom, when), the latest of each."""
    found: defaultdict[str, dict[str, tuple[str | None, str, str]]] = defaultdict(dict)
    table = schema.report_corrections
    for row in connection.execute(select(table).order_by(table.c.id)).mappings():
        found[row["report"]][row["field"]] = (row["value"], row["made_by"], row["made_at"])
    return dict(found)


def corrected_row(row: dict[str, Any], corrections: dict[str, tuple[str | None, str, str]]) -> dict[str, Any]:
    """The row of a report with people's corrections laid over it."""
    for field, (value, by, at) in corrections.items():
        if field == "date":
            row["published"] = row["today"] = value
            row["published_ground"] = f"corrected by {by} on {at[:10]}" if value else None
        else:
            row[field] = value
    return row


def coverage(lines: Sequence[ReportLine]) -> Coverage:
    """What was read, by outlet and year, up to when, and what could not be read."""
    outlets: defaultdict[str, int] = defaultdict(int)
    years: defaultdict[str, int] = defaultdict(int)
    readable = [line for line in lines if line.is_readable]
    mended = mended_since(lines)
    for line in readable:
        outlets[line.outlet or "unknown outlet"] += 1
        years[line.date[:4] if line.date else "undated"] += 1
    days = sorted(line.date for line in readable if line.date)
    return Coverage(
        reports=len(readable),
        by_outlet=tuple(sorted(outlets.items(), key=lambda item: (-item[1], item[0]))),
        by_year=tuple(sorted(years.items())),
        first=days[0] if days else None,
        latest=days[-1] if days else None,
        undated=sum(line.date is None for line in readable),
        copies=sum(line.copy_of is not None for line in readable),
        unreadable=tuple(
            (line.given_id or line.source, next(p.message for p in line.problems if p.severity is Severity.ERROR))
            for line in lines
            if not line.is_readable and line.id not in mended
        ),
    )


def mended_since(lines: Sequence[ReportLine]) -> frozenset[str]:
    """The ids of what could not be read in a file that could be read later: somebody mended the file."""
    read_at: dict[str, str] = {}
    for line in lines:
        if line.is_readable and line.source != "-":
            read_at[line.source] = max(line.learnt_at, read_at.get(line.source, ""))
    return frozenset(
        line.id for line in lines if not line.is_readable and line.learnt_at <= read_at.get(line.source, "")
    )
