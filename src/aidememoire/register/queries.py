"""Questions to the register: which records there are, and each with the claims for and against it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, and_, exists, func, or_, select

from aidememoire.model import (
    Claim,
    Record,
    RecordKind,
    Report,
    Support,
)
from aidememoire.register import rows, schema
from aidememoire.register.keeping import chunks
from aidememoire.register.reports import ReportLine, corrected_row, corrections_by_report, report_lines

CONTEXT_LETTERS = 120


@dataclass(frozen=True, slots=True)
class Filters:
    """Which records are asked for; every field that is given must hold."""

    party: str | None = None  # this party takes part
    between: tuple[str, str] | None = None  # both take part
    only: bool = False  # nobody but the party or the two
    dialogue: str | None = None  # record id
    person: str | None = None  # record id
    first: date | None = None  # not before this day
    last: date | None = None  # not after
    disputed: bool = False  # with rival values only
    reports: frozenset[str] | None = None  # told by at least one of these
    latest: int | None = None  # only so many, those of the latest days


@dataclass(frozen=True, slots=True)
class ShownClaim:
    """A claim as evidence: its words in context, its source, and what it says on each field."""

    claim: Claim
    report: ReportLine
    before: str
    words: str
    after: str
    backs: tuple[str, ...]  # disputed fields on which it backs the value shown
    opposes: tuple[str, ...]  # disputed fields on which it tells otherwise
    says: tuple[tuple[str, Any], ...]  # field → its value


@dataclass(frozen=True, slots=True)
class Shown:
    """A record with every claim for and against it."""

    record: Record
    claims: tuple[ShownClaim, ...]  # in order of day


def find_ids(connection: Connection, kind: RecordKind, filters: Filters) -> list[str]:
    """The ids of the records that the filters let through, in order of day."""
    records = schema.records
    query: Select[Any] = select(records.c.id).where(records.c.kind == kind.value)
    wanted = tuple(filters.between or ()) + ((filters.party,) if filters.party else ())
    parties = schema.record_parties
    for party in wanted:
        query = query.where(exists().where(and_(parties.c.record == records.c.id, parties.c.party == party)))
    if filters.only and wanted:
        other = and_(parties.c.record == records.c.id, parties.c.party.not_in(set(wanted)))
        query = query.where(~exists().where(other))
    links = schema.record_links
    for linked in (filters.dialogue, filters.person):
        if linked:
            linked = _record_of(connection, linked)
            joined = exists().where(and_(links.c.record == records.c.id, links.c.other == linked))
            query = query.where(or_(joined, records.c.id == linked))
    if filters.first:
        query = query.where(records.c.last_day >= filters.first.isoformat())
    if filters.last:
        query = query.where(records.c.first_day <= filters.last.isoformat())
    if filters.disputed:
        query = query.where(records.c.is_disputed)
    query = query.order_by(func.coalesce(records.c.first_day, "9"), records.c.label, records.c.id)
    if filters.latest is not None:
        query = query.where(records.c.first_day.is_not(None))
    found = list(connection.execute(query).scalars())
    if filters.reports is not None:
        told = _told_by(connection, kind, filters.reports)
        found = [name for name in found if name in told]
    return found if filters.latest is None else found[max(0, len(found) - filters.latest) :]


def _record_of(connection: Connection, name: str) -> str:
    """The id of the record that holds this one's first claim now: itself, or the one that it went into."""
    held = schema.record_claims
    found = connection.execute(select(held.c.record).where(held.c.would_be == name)).scalar_one_or_none()
    return found or name


def _told_by(connection: Connection, kind: RecordKind, reports: frozenset[str]) -> set[str]:
    """The records of the kind that at least one of the reports tells of."""
    values, records = schema.record_values, schema.records
    query = (
        select(values.c.record)
        .join(records, records.c.id == values.c.record)
        .where(records.c.kind == kind.value, values.c.field == "")
    )
    return {
        name
        for chunk in chunks(sorted(reports))
        for name in connection.execute(query.where(values.c.report.in_(chunk))).scalars()
    }


def load_records(connection: Connection, ids: Sequence[str]) -> list[Record]:
    """The records, in the order of the ids; unknown ids are left out."""
    found: dict[str, Any] = {}
    support: defaultdict[str, list[Support]] = defaultdict(list)
    links: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    values = schema.record_values
    for chunk in chunks(dict.fromkeys(ids)):
        for row in connection.execute(select(schema.records).where(schema.records.c.id.in_(chunk))).mappings():
            found[row["id"]] = row
        query = select(values).where(values.c.record.in_(chunk)).order_by(values.c.record, values.c.position)
        for row in connection.execute(query).mappings():
            support[row["record"]].append(
                Support(row["field"], msgspec.json.decode(row["value"]), row["claim"], row["report"])
            )
        joined = select(schema.record_links).where(schema.record_links.c.record.in_(chunk))
        for row in connection.execute(joined).mappings():
            links[row["record"]][row["relation"]].append(row["other"])
    return [
        Record(
            id=name,
            kind=RecordKind(found[name]["kind"]),
            values=msgspec.json.decode(found[name]["record_values"]),
            support=tuple(support[name]),
            reasons=msgspec.json.decode(found[name]["reasons"]),
            links={relation: tuple(sorted(others)) for relation, others in sorted(links[name].items())},
        )
        for name in ids
        if name in found
    ]


def load_claims(connection: Connection, ids: Sequence[str]) -> dict[str, Claim]:
    """The current claims by id, with all their spans."""
    current, spans = schema.current_claims, schema.claim_spans
    found: dict[str, Any] = {}
    fields: defaultdict[str, list[tuple[str, int, int]]] = defaultdict(list)
    for chunk in chunks(dict.fromkeys(ids)):
        for row in connection.execute(select(current).where(current.c.id.in_(chunk))).mappings():
            found[row["id"]] = row
        query = (
            select(spans)
            .join(current, and_(current.c.id == spans.c.claim, current.c.reading == spans.c.reading))
            .where(spans.c.claim.in_(chunk))
            .order_by(spans.c.claim, spans.c.field, spans.c.position)
        )
        for row in connection.execute(query).mappings():
            fields[row["claim"]].append((row["field"], row["start_at"], row["end_at"]))
    return {name: rows.claim_of(row, fields[name]) for name, row in found.items()}


def load_reports(connection: Connection, ids: Sequence[str]) -> dict[str, Report]:
    """The reports by id, with their texts and people's corrections."""
    corrected = corrections_by_report(connection)
    return {
        row["id"]: rows.report_of(corrected_row(dict(row), corrected.get(row["id"], {})))
        for chunk in chunks(dict.fromkeys(ids))
        for row in connection.execute(select(schema.reports).where(schema.reports.c.id.in_(chunk))).mappings()
    }


def show(connection: Connection, record: Record) -> Shown:
    """The record with every claim for and against it, its words in context, its source."""
    names = sorted({support.claim for support in record.support})
    claims = load_claims(connection, names)
    texts = load_reports(connection, sorted({claim.report for claim in claims.values()}))
    lines = {line.id: line for line in report_lines(connection, list(texts))}
    against = opposing(record)
    shown = []
    for name in names:
        claim = claims[name]
        words = [
            (support.field, support.value) for support in record.support if support.claim == name and support.field
        ]
        text, span = texts[claim.report].text, claim.evidence[0]
        shown.append(
            ShownClaim(
                claim=claim,
                report=lines[claim.report],
                before=text[max(0, span.start - CONTEXT_LETTERS) : span.start],
                words=text[span.start : span.end],
                after=text[span.end : span.end + CONTEXT_LETTERS],
                backs=tuple(field for field in sorted(against) if name in against[field][0]),
                opposes=tuple(field for field in sorted(against) if name in against[field][1]),
                says=tuple(words),
            )
        )
    shown.sort(key=lambda item: (item.report.day or "9", item.claim.id))
    return Shown(record, tuple(shown))


def opposing(record: Record) -> dict[str, tuple[set[str], set[str]]]:
    """Disputed field → the claims that back the value shown, and those that tell otherwise."""
    return {
        field: (
            set(rivals[0]["claims"]),
            {claim for rival in rivals[1:] for claim in rival["claims"]} - set(rivals[0]["claims"]),
        )
        for field, rivals in record.values.get("rivals", {}).items()
    }
