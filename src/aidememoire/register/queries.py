"""Questions to the register. Matches are listed, never guessed among."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, and_, exists, func, or_, select

from aidememoire.model import (
    Claim,
    NotFoundError,
    Problem,
    Record,
    RecordKind,
    Report,
    Severity,
    Support,
    UsageError,
)
from aidememoire.register import rows, schema
from aidememoire.register.candidates import PREFIXES
from aidememoire.register.world import fold

# So many bound values at once are safe for every database.
CHUNK = 500
# An id may be shortened to so many characters, as people do with hashes.
SHORT_ID = 6
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
class ReportLine:
    """A report without its text, with what came out of it."""

    id: str
    given_id: str
    source: str
    title: str | None
    outlet: str | None
    side: str | None
    url: str | None
    date: str | None  # calendar day at the outlet's place
    ground: str | None  # why the date is what it is
    day: str | None  # the day from which it looks at the world: its dateline's, else the date
    language: str | None
    nature: str
    claims: int
    problems: tuple[Problem, ...]

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
    unreadable: tuple[tuple[str, str], ...]  # source and message


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


LISTED = 10  # of the records that match
LABEL_LENGTH = 100  # characters; a statement may be a paragraph


def _one_line(label: str) -> str:
    words = " ".join(label.split())
    return words if len(words) <= LABEL_LENGTH else f"{words[: LABEL_LENGTH - 1].rstrip()}…"


class SeveralMatchError(UsageError):
    """Several records go by the words that were given; the person must choose."""

    def __init__(self, words: str, candidates: Sequence[tuple[str, str]]) -> None:
        listed = "".join(f"\n  {name}  {_one_line(label)}" for name, label in candidates[:LISTED])
        more = f"\n  … and {len(candidates) - LISTED} more" if len(candidates) > LISTED else ""
        super().__init__(words, f"{len(candidates)} match", f"Give one of the ids:{listed}{more}")
        self.candidates = tuple(candidates)  # id and label


def chunks(items: Iterable[str]) -> Iterator[list[str]]:
    """The items, a safe number at a time."""
    listed = list(items)
    for start in range(0, len(listed), CHUNK):
        yield listed[start : start + CHUNK]


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


def match(connection: Connection, words: str, kind: RecordKind | None = None) -> list[tuple[str, str]]:
    """The records (id, label) that go by these words: by id, old id or its beginning; by whole name; by words in it.

    The first of these ways that finds any is used.
    """
    words = rows.whole_letters(words.strip())
    for way in (_by_id, _by_old_claim, _by_name, _by_words):
        if found := way(connection, words, kind):
            return found
    return []


# What many of a kind are called, which is also the command that lists them.
LISTED_AS = {
    RecordKind.DIALOGUE: "dialogues",
    RecordKind.MEETING: "meetings",
    RecordKind.PERSON: "people",
    RecordKind.STATEMENT: "statements",
    RecordKind.COMMITMENT: "commitments",
    RecordKind.STATUS: "statuses",
    RecordKind.TENURE: "offices learnt",
}


def match_one(connection: Connection, words: str, kind: RecordKind | None = None) -> str:
    """The id of the one record that goes by these words; raises NotFoundError or SeveralMatchError."""
    found = match(connection, words, kind)
    if not found:
        what = str(kind) if kind else "record"
        listing = LISTED_AS[kind or RecordKind.MEETING]
        raise NotFoundError(words, f"no {what} goes by that", f"List what there is: aidememoire {listing}.")
    if len(found) > 1 and kind is None:  # who was seen in an office goes by the person's name: the person is meant
        found = _but_tenures(connection, found) or found
    if len(found) > 1:
        raise SeveralMatchError(words, found)
    return found[0][0]


def _but_tenures(connection: Connection, found: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    kinds = select(schema.records.c.id).where(schema.records.c.kind == RecordKind.TENURE.value)
    tenures: set[str] = set()
    for ids in chunks(name for name, _ in found):
        tenures |= set(connection.execute(kinds.where(schema.records.c.id.in_(ids))).scalars())
    return [item for item in found if item[0] not in tenures]


def _labels(connection: Connection, condition: Any, kind: RecordKind | None) -> list[tuple[str, str]]:
    query = select(schema.records.c.id, schema.records.c.label).where(condition)
    if kind is not None:
        query = query.where(schema.records.c.kind == kind.value)
    return [
        (row.id, row.label) for row in connection.execute(query.order_by(schema.records.c.label, schema.records.c.id))
    ]


def _by_id(connection: Connection, words: str, kind: RecordKind | None) -> list[tuple[str, str]]:
    if len(words) < SHORT_ID or not words.isalnum():
        return []
    joined = schema.record_claims
    held = select(joined.c.record).where(
        or_(joined.c.would_be.startswith(words, autoescape=True), joined.c.claim == words)
    )
    exact = select(joined.c.record).where(joined.c.would_be == words)
    return _labels(connection, schema.records.c.id.in_(exact), kind) or _labels(
        connection, schema.records.c.id.in_(held), kind
    )


def _by_old_claim(connection: Connection, words: str, kind: RecordKind | None) -> list[tuple[str, str]]:
    """By an id made from a claim that a newer reading has replaced: the claim now at its words leads on."""
    former = connection.execute(
        select(schema.former_ids.c.claim).where(schema.former_ids.c.would_be == words)
    ).scalar_one_or_none()
    if former is None:
        return []
    kind_of = {prefix: name for name, prefix in PREFIXES.items()}[words[0]]
    return _labels(connection, schema.records.c.id.in_(_records_at(connection, former)), kind or kind_of)


def _records_at(connection: Connection, claim: str) -> list[str]:
    """The records of the current claims whose evidence overlaps that of an old claim of the same kind."""
    spans, claims = schema.claim_spans, schema.claims
    old = connection.execute(
        select(claims.c.report, claims.c.kind, spans.c.start_at, spans.c.end_at)
        .join(spans, and_(spans.c.reading == claims.c.reading, spans.c.claim == claims.c.id))
        .where(claims.c.id == claim, spans.c.field == "", spans.c.position == 0)
        .limit(1)
    ).first()
    if old is None:
        return []
    current = schema.current_claims
    query = (
        select(schema.record_claims.c.record)
        .join(current, current.c.id == schema.record_claims.c.claim)
        .join(spans, and_(spans.c.reading == current.c.reading, spans.c.claim == current.c.id))
        .where(
            current.c.report == old.report,
            current.c.kind == old.kind,
            spans.c.field == "",
            spans.c.start_at < old.end_at,
            spans.c.end_at > old.start_at,
        )
    )
    return sorted(set(connection.execute(query).scalars()))


def _by_name(connection: Connection, words: str, kind: RecordKind | None) -> list[tuple[str, str]]:
    folded = fold(words)
    return _labels(connection, schema.records.c.search.contains(f"|{folded}|", autoescape=True), kind) if folded else []


def _by_words(connection: Connection, words: str, kind: RecordKind | None) -> list[tuple[str, str]]:
    """All of the words stand in its names or content, wherever."""
    parts = fold(words).split()
    if not parts:
        return []
    spaced = func.replace(schema.records.c.search, "|", " ")  # names stand between bars, their words between spaces
    conditions = [spaced.contains(f" {part} ", autoescape=True) for part in parts]
    return _labels(connection, and_(*conditions), kind)


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
    problems: defaultdict[str, list[Problem]] = defaultdict(list)
    table = schema.problems
    joined = (
        select(table).join(current, current.c.rows_of == table.c.reading).order_by(table.c.reading, table.c.position)
    )
    for troubled in connection.execute(joined).mappings():
        problems[troubled["report"]].append(rows.problem_of(troubled))
    corrected = corrections_by_report(connection)
    lines = []
    for stored in found:
        row = corrected_row(dict(stored), corrected.get(stored["id"], {}))
        reading = readings.get(row["id"])
        lines.append(
            ReportLine(
                id=row["id"],
                given_id=row["given_id"],
                source=row["source"],
                title=row["title"],
                outlet=row["outlet"],
                side=row["side"],
                url=row["url"],
                date=row["today"],
                ground=row["published_ground"],
                day=(reading.day if reading else None) or row["today"],
                language=row["language"],
                nature=row["nature"],
                claims=counts.get(row["id"], 0),
                problems=tuple(problems[row["id"]]),
            )
        )
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
        unreadable=tuple(
            (line.given_id or line.source, next(p.message for p in line.problems if p.severity is Severity.ERROR))
            for line in lines
            if not line.is_readable
        ),
    )


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
