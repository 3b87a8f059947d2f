"""The store: what was read, kept in one file (SQLite) or a database (PostgreSQL), and the records made from it."""

import gc
import hashlib
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, Table, create_engine, event, func, insert, inspect, select, text, update
from sqlalchemy.exc import ArgumentError, DatabaseError
from sqlalchemy.pool import StaticPool

from aidememoire.model import (
    Claim,
    Granularity,
    Judgement,
    NotFoundError,
    Problem,
    Reading,
    Record,
    RecordKind,
    RegisterError,
    Report,
    Ruling,
    Severity,
    UsageError,
)
from aidememoire.register import queries, rows, schema
from aidememoire.register.candidates import SourcedClaim, unit_id
from aidememoire.register.corrections import Correction
from aidememoire.register.queries import Coverage, Filters, ReportLine, Shown
from aidememoire.register.resolving import Resolution, Rulings, resolve
from aidememoire.register.world import World

BUSY_SECONDS = 30
# Rows written at once: enough to be fast, little enough to stay small.
BATCH = 5000


@dataclass(frozen=True, slots=True)
class Run:
    """One go of reading with one reader."""

    id: str
    reader_version: str
    started_at: str  # ISO 8601 moment, UTC


def utc_now() -> str:
    """The moment, ISO 8601 to the second, UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class Register:
    """What was read and what it amounts to. The only writer of the file.

    >>> register = Register.open(":memory:")
    >>> register.coverage().reports
    0
    """

    def __init__(self, engine: Engine, world: World | None, clock: Callable[[], str]) -> None:
        self._engine = engine
        self._world = world or World.plain()
        self._clock = clock

    @classmethod
    def open(
        cls,
        place: str | Path,
        *,
        create: bool = True,
        world: World | None = None,
        clock: Callable[[], str] = utc_now,
    ) -> "Register":
        """The register in the file, at the URL (``postgresql://…``), or in memory (``:memory:``).

        Raises RegisterError where there is none and ``create`` is False, or where it is something else.
        """
        name = str(place)
        if "://" not in name and name != ":memory:":
            path = Path(name)
            if not path.exists() and not create:
                raise RegisterError(
                    name, "there is no register", "Read something into it first: aidememoire read PATH."
                )
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise RegisterError(name, f"its folder can't be made ({error})", "Name another file.") from error
            name = f"sqlite:///{path}"
        elif name == ":memory:":
            name = "sqlite://"
        try:
            engine = _engine(name)
        except (ImportError, ArgumentError) as error:  # NoSuchModuleError is an ArgumentError
            cause = f"no such kind of database can be used here ({error})"
            raise RegisterError(str(place), cause, "Name a file, or install the database's driver.") from error
        try:
            _prepare_in_turn(engine, str(place), create=create)
        except DatabaseError as error:
            engine.dispose()
            raise database_error(error, str(place)) from error
        return cls(engine, world, clock)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def __enter__(self) -> "Register":
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    # What is read comes in.

    def start_run(self, reader_version: str) -> Run:
        """A new run of reading."""
        at = self._clock()
        with self._writing() as connection:
            count = connection.execute(select(func.count()).select_from(schema.runs)).scalar_one()
            name = hashlib.sha256(f"{reader_version}\x1f{at}\x1f{count}".encode()).hexdigest()[:16]
            connection.execute(insert(schema.runs).values(id=name, reader_version=reader_version, started_at=at))
        return Run(name, reader_version, at)

    def has(self, report: str, reader_version: str | None = None) -> bool:
        """Whether the report was read, and last by this version of the reader: a run that was cut off skips it."""
        current = schema.current_readings
        query = select(current.c.id).where(current.c.report == report)
        if reader_version is not None:
            query = query.where(current.c.reader_version == reader_version)
        with self._engine.connect() as connection:
            return connection.execute(query.limit(1)).first() is not None

    def due(self) -> list[str]:
        """The ids of the reports that were corrected since they were last read, in order."""
        current, corrections = schema.current_readings, schema.report_corrections
        query = (
            select(current.c.report)
            .join(corrections, corrections.c.report == current.c.report)
            .group_by(current.c.report, current.c.corrected_to)
            .having(func.max(corrections.c.id) > current.c.corrected_to)
            .order_by(current.c.report)
        )
        with self._engine.connect() as connection:
            return list(connection.execute(query).scalars())

    def add(self, report: Report, reading: Reading, run: Run) -> bool:
        """Keep what was read in the report, whole or not at all; False where the register knew all of it already.

        The claims of the newest reading are the report's current ones; earlier readings stay.
        """
        learnt_at = self._clock()
        problems = tuple(dict.fromkeys((*report.problems, *reading.problems)))
        day = _day(report, reading)
        print_of = rows.fingerprint(reading, problems, day)
        with self._writing() as connection:
            known = connection.execute(select(schema.reports.c.id).where(schema.reports.c.id == report.id)).first()
            if known is None:
                connection.execute(insert(schema.reports).values(**rows.whole_row(rows.report_row(report, learnt_at))))
            last = connection.execute(
                select(schema.readings)
                .where(schema.readings.c.report == report.id)
                .order_by(schema.readings.c.id.desc())
                .limit(1)
            ).first()
            corrections = schema.report_corrections
            corrected_to = connection.execute(
                select(func.coalesce(func.max(corrections.c.id), 0)).where(corrections.c.report == report.id)
            ).scalar_one()
            is_same = last is not None and last.fingerprint == print_of
            if (
                last is not None
                and is_same
                and (last.reader_version, last.corrected_to)
                == (
                    run.reader_version,
                    corrected_to,
                )
            ):
                return False
            row = {
                "report": report.id,
                "run": run.id,
                "reader_version": run.reader_version,
                "learnt_at": learnt_at,
                "fingerprint": print_of,
                "same_as": (last.same_as or last.id) if last is not None and is_same else None,
                "corrected_to": corrected_to,
                "day": day,
                "dateline": rows.to_json(reading.dateline) if reading.dateline else None,
            }
            made = connection.execute(insert(schema.readings).values(**row)).inserted_primary_key
            assert made is not None
            if is_same:
                return False
            _insert_reading(connection, made[0], report, reading, problems)
            _touch(connection)
        return True

    # What people rule and correct.

    def apply_correction(self, correction: Correction, by: str) -> list[str] | Problem:
        """The ids of the reports whose date, outlet or side it changed; or what is wrong.

        Appended to the earlier corrections. ``report(id)`` then gives the report as corrected, and ``due`` names it
        until it is read anew.
        """
        at = self._clock()
        with self._writing() as connection:
            table = schema.reports
            exact = list(connection.execute(select(table.c.id).where(table.c.id == correction.report)).scalars())
            ids = exact or list(
                connection.execute(select(table.c.id).where(table.c.given_id == correction.report)).scalars()
            )
            if len(ids) != 1:
                found = f"{len(ids)} reports go by it: {', '.join(sorted(ids))}" if ids else "no report goes by it"
                return Problem(Severity.ERROR, correction.report, None, "register.corrections", found)
            known = {
                field: value
                for field, (value, _, _) in queries.corrections_by_report(connection).get(ids[0], {}).items()
            }
            stored = connection.execute(select(table).where(table.c.id == ids[0])).mappings().one()
            current = {"date": stored["today"], "outlet": stored["outlet"], "side": stored["side"], **known}
            new = [(field, value) for field, value in correction.values if current[field] != value]
            for field, value in new:
                connection.execute(
                    insert(schema.report_corrections).values(
                        report=ids[0], field=field, value=value, made_by=by, made_at=at
                    )
                )
            if new:
                _touch(connection)
        return ids if new else []

    def judge(self, ruling: Ruling, left: str, right: str | None, by: str) -> Judgement:
        """Keep a person's ruling on records or claims (ids, old ids or their beginnings)."""
        if (right is None) != (ruling in {Ruling.ACCEPTED, Ruling.REJECTED}):
            raise UsageError(
                str(ruling), "one thing is accepted or rejected, two are the same or different", "Give them."
            )
        at = self._clock()
        self._refresh()
        with self._writing() as connection:
            anchors = [_anchors(connection, name, every=ruling is Ruling.REJECTED) for name in (left, right) if name]
            if right and anchors[0][0]["unit"] == anchors[1][0]["unit"]:
                raise UsageError(f"{left}, {right}", "they are one thing already", "Name two of its claims.")
            body = f"{ruling}\x1f{left}\x1f{right}\x1f{by}\x1f{at}"
            name = hashlib.sha256(body.encode()).hexdigest()[:16]
            connection.execute(
                insert(schema.judgements).values(
                    id=name,
                    ruling=ruling.value,
                    left_id=left,
                    right_id=right,
                    anchors=rows.to_json(anchors),
                    made_by=by,
                    made_at=at,
                )
            )
            _touch(connection)
        return Judgement(name, ruling, left, right, by, at, None)

    def undo(self, judgement: str, by: str) -> None:
        """Take a ruling back; it stays on record."""
        table = schema.judgements
        with self._writing() as connection:
            done = connection.execute(
                update(table)
                .where(table.c.id == judgement, table.c.undone_at.is_(None))
                .values(undone_at=self._clock(), undone_by=by)
            )
            if done.rowcount != 1:
                raise NotFoundError(judgement, "no judgement in force goes by that id", "List the judgements.")
            _touch(connection)

    def judgements(self) -> list[Judgement]:
        """Every ruling, in order of time."""
        table = schema.judgements
        with self._engine.connect() as connection:
            return [
                Judgement(
                    row.id, Ruling(row.ruling), row.left_id, row.right_id, row.made_by, row.made_at, row.undone_at
                )
                for row in connection.execute(select(table).order_by(table.c.made_at, table.c.id))
            ]

    # Records are a view.

    def rebuild(self) -> Resolution:
        """Recompute all records from the current claims and the judgements in force."""
        with _uncollected(), self._writing() as connection:
            resolution = resolve(_current_claims(connection), self._world, _rulings(connection))
            _write_records(connection, resolution)
            stamp = _meta(connection, "changes")
            _set_meta(connection, "built_at_change", stamp)
        return resolution

    def is_stale(self) -> bool:
        """Whether something was read, ruled or corrected since the records were built."""
        with self._engine.connect() as connection:
            return _meta(connection, "changes") != _meta(connection, "built_at_change")

    def _refresh(self) -> None:
        if self.is_stale():
            self.rebuild()

    # Questions.

    def records(
        self,
        kind: RecordKind,
        filters: Filters | None = None,
        *,
        as_of: date | None = None,
        as_known: str | None = None,
    ) -> list[Record]:
        """The records that the filters let through, in order of day; ``as_of``, ``as_known``: see ``snapshot``."""
        if as_of is not None or as_known is not None:
            return self.snapshot(as_of=as_of, as_known=as_known).records(kind, filters)
        with self._reading() as connection:
            return queries.load_records(connection, queries.find_ids(connection, kind, filters or Filters()))

    def record(self, name: str) -> Record | None:
        """The record with this very id, or the one that an old id leads to."""
        with self._reading() as connection:
            found = queries.match(connection, name)
            return queries.load_records(connection, [found[0][0]])[0] if len(found) == 1 else None

    def records_by_id(self, ids: Sequence[str]) -> list[Record]:
        """The records with these ids."""
        with self._reading() as connection:
            return queries.load_records(connection, ids)

    def match(self, words: str, kind: RecordKind | None = None) -> list[tuple[str, str]]:
        """The records (id and label) that go by the words; the person chooses where there are several."""
        with self._reading() as connection:
            return queries.match(connection, words, kind)

    def match_one(self, words: str, kind: RecordKind | None = None) -> str:
        """The id of the one record that goes by the words; raises NotFoundError or SeveralMatchError."""
        with self._reading() as connection:
            return queries.match_one(connection, words, kind)

    def show(self, words: str) -> Shown:
        """The one record that goes by the words, with every claim for and against it, in context."""
        with self._reading() as connection:
            name = queries.match_one(connection, words)
            return queries.show(connection, queries.load_records(connection, [name])[0])

    def claims(self, ids: Sequence[str]) -> dict[str, Claim]:
        """The current claims by id."""
        with self._engine.connect() as connection:
            return queries.load_claims(connection, ids)

    def report(self, name: str) -> Report:
        """The report with this id as corrected, to be read anew."""
        found = self.texts([name])
        if name not in found:
            raise NotFoundError(name, "no report has that id", "List the reports.")
        return found[name]

    def texts(self, ids: Sequence[str]) -> dict[str, Report]:
        """The reports by id, with their texts."""
        with self._engine.connect() as connection:
            return queries.load_reports(connection, ids)

    def report_ids(self) -> list[str]:
        """All reports, in order of id."""
        with self._engine.connect() as connection:
            return list(connection.execute(select(schema.reports.c.id).order_by(schema.reports.c.id)).scalars())

    def report_lines(self, ids: Sequence[str] | None = None) -> list[ReportLine]:
        """The reports without their texts: date and ground, outlet, side, claims, problems; in order of date."""
        with self._engine.connect() as connection:
            return queries.report_lines(connection, ids)

    def problems(self) -> list[tuple[str, Problem]]:
        """Every problem of the current readings, with its report."""
        return [(line.id, problem) for line in self.report_lines() for problem in line.problems]

    def coverage(self) -> Coverage:
        """What was read, by outlet and year, up to when, and what could not be read."""
        return queries.coverage(self.report_lines())

    def snapshot(self, *, as_of: date | None = None, as_known: str | None = None) -> "Register":
        """A register in memory with what the world had reported by a day, or what this one knew at a moment.

        Reports without a date are left out of an ``as_of``: nobody can say that they were there.
        """
        past = Register.open(":memory:", world=self._world, clock=self._clock)
        with self._engine.connect() as here, past._writing() as there:
            _copy(here, there, as_of.isoformat() if as_of else None, as_known)
        return past

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """One transaction, kept whole or not at all; other writers wait for it."""
        with self._engine.connect().execution_options(is_writing=True) as connection, connection.begin():
            yield connection

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        self._refresh()
        with self._engine.connect() as connection:
            yield connection


def _engine(url: str) -> Engine:
    if not url.startswith("sqlite"):
        return create_engine(url)
    if url == "sqlite://":
        engine = create_engine(url, poolclass=StaticPool, connect_args={"check_same_thread": False})
    else:
        engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})

    # SQLAlchemy's recipe for SQLite: sqlite3 must not begin transactions by itself, or it commits before each DDL.
    @event.listens_for(engine, "connect")
    def _on_connect(connection: Any, _: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=NORMAL")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        # A writer that first reads must hold the file from the start, or another's commit in between is its failure.
        is_writing = connection.get_execution_options().get("is_writing")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")

    return engine


def database_error(error: DatabaseError, place: str = "the register") -> RegisterError:
    """What the database said, as an error that says what to do."""
    cause = str(error.orig).strip() or "it can't be opened"
    if "locked" in cause:
        return RegisterError(place, "another command is writing to it", "Wait until that has finished, and try again.")
    if "readonly" in cause or "read-only" in cause:
        return RegisterError(place, "it may not be written to", "Copy it, or ask for the right to write.")
    return RegisterError(place, cause, "Name another file, or move this one away.")


def _prepare_in_turn(engine: Engine, place: str, *, create: bool) -> None:
    """``_prepare``, again and again while another command is making the same register."""
    for _ in range(BUSY_SECONDS * 2):
        try:
            return _prepare(engine, place, create=create)
        except DatabaseError as error:
            if not any(word in str(error.orig) for word in ("locked", "already exists")):
                raise
            time.sleep(0.5)
    return _prepare(engine, place, create=create)


def _prepare(engine: Engine, place: str, *, create: bool) -> None:
    """Make the tables of a new register, or see that those there are ours and of our version."""
    names = set(inspect(engine).get_table_names())
    if "alembic_version" in names and "readings" in names:
        with engine.connect() as connection:
            found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
        if found == schema.REVISION:
            return
        if found is not None and found > schema.REVISION:
            raise RegisterError(place, f"it is of a newer version ({found})", "Update aidememoire.")
        from aidememoire.register.migrations import upgrade

        upgrade(engine)
        return
    if names:
        raise RegisterError(place, "it is a database of something else", "Name another file.")
    if not create:
        raise RegisterError(place, "there is no register", "Read something into it first: aidememoire read PATH.")
    with engine.begin() as connection:
        schema.METADATA.create_all(connection)
        for view in schema.VIEWS:
            connection.execute(text(view))
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
        connection.execute(text(f"INSERT INTO alembic_version VALUES ('{schema.REVISION}')"))


def _day(report: Report, reading: Reading) -> str | None:
    dateline = reading.dateline.date if reading.dateline else None
    if dateline is not None and dateline.granularity is Granularity.DAY:
        return dateline.first.isoformat()
    return report.today.isoformat() if report.today else None


def _insert_reading(
    connection: Connection, reading: int, report: Report, read: Reading, problems: Sequence[Problem]
) -> None:
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


def _meta(connection: Connection, name: str) -> str:
    found = connection.execute(select(schema.meta.c.value).where(schema.meta.c.name == name)).scalar_one_or_none()
    return found or "0"


def _set_meta(connection: Connection, name: str, value: str) -> None:
    done = connection.execute(update(schema.meta).where(schema.meta.c.name == name).values(value=value))
    if done.rowcount == 0:
        connection.execute(insert(schema.meta).values(name=name, value=value))


def _touch(connection: Connection) -> None:
    """Note that the records no longer follow from what is kept."""
    _set_meta(connection, "changes", str(int(_meta(connection, "changes")) + 1))


def _current_claims(connection: Connection) -> list[SourcedClaim]:
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


def _write_records(connection: Connection, resolution: Resolution) -> None:
    held = schema.record_claims
    now = resolution.units
    gone = [
        {"would_be": row.would_be, "claim": row.claim}
        for row in connection.execute(select(held.c.would_be, held.c.claim))
        if row.would_be not in now
    ]
    known = set(connection.execute(select(schema.former_ids.c.would_be)).scalars())
    _insert_many(connection, schema.former_ids, (row for row in gone if row["would_be"] not in known))
    for table in schema.RECORD_TABLES:
        connection.execute(table.delete())
    records = resolution.records
    _insert_many(connection, schema.records, (rows.record_row(record) for record in records))
    _insert_many(connection, schema.record_values, (row for record in records for row in _value_rows(record)))
    _insert_many(
        connection,
        held,
        ({"would_be": name, **unit._asdict()} for name, unit in resolution.units.items()),
    )
    _insert_many(
        connection,
        schema.record_parties,
        ({"record": record.id, "party": party} for record in records for party in rows.parties_of(record)),
    )
    _insert_many(
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


def _insert_many(connection: Connection, table: Table, found: Iterable[rows.Row]) -> None:
    """Insert the rows, which all have the same columns, past SQLAlchemy's treatment of each single one."""
    waiting = iter(found)
    while batch := list(islice(waiting, BATCH)):
        compiled = insert(table).compile(dialect=connection.dialect, column_keys=list(batch[0]))
        names = compiled.positiontup  # None where the database takes its values by name
        values: Any = [tuple(row[name] for name in names) for row in batch] if names else batch
        connection.exec_driver_sql(compiled.string, values)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the cyclic collector: it walks all the records in the making again and again, a third of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _anchors(connection: Connection, name: str, *, every: bool) -> list[dict[str, Any]]:
    """The words that a ruling on this record or claim is about: those of its first claim, or of every claim."""
    held, claims, spans = schema.record_claims, schema.current_claims, schema.claim_spans
    is_claim = connection.execute(select(claims.c.id).where(claims.c.id == name).limit(1)).first() is not None
    record = None if is_claim else queries.match_one(connection, name)
    kind = (
        None
        if is_claim
        else connection.execute(select(schema.records.c.kind).where(schema.records.c.id == record)).scalar_one()
    )
    query = (
        select(
            held.c.would_be, held.c.part, claims.c.id, claims.c.report, claims.c.kind, spans.c.start_at, spans.c.end_at
        )
        .join(claims, claims.c.id == held.c.claim)
        .join(spans, (spans.c.claim == claims.c.id) & (spans.c.reading == claims.c.reading))
        .where(spans.c.field == "", spans.c.position == 0)
        .order_by(claims.c.id, held.c.would_be)
    )
    query = query.where(held.c.claim == name) if is_claim else query.where(held.c.record == record)
    found = connection.execute(query).all()
    if is_claim:
        # A claim founds several records; the ruling is about the one of its own kind.
        own = [row for row in found if row.would_be == unit_id(RecordKind(row.kind), row.id)] if found else []
        found = own or found
    elif not every:
        found = [row for row in found if row.would_be == record] or found[:1]
    return [
        {
            "unit": row.would_be,
            "part": row.part,
            "record_kind": kind or row.kind,
            "claim": row.id,
            "report": row.report,
            "kind": row.kind,
            "start": row.start_at,
            "end": row.end_at,
        }
        for row in (found if every else found[:1])
    ]


def _rulings(connection: Connection) -> Rulings:
    """The judgements in force, put in today's claims; those whose words are gone wait for a person."""
    table = schema.judgements
    same: list[tuple[str, str]] = []
    different: list[tuple[str, str]] = []
    rejected: set[str] = set()
    query = (
        select(table.c.ruling, table.c.anchors).where(table.c.undone_at.is_(None)).order_by(table.c.made_at, table.c.id)
    )
    for ruling, anchors in connection.execute(query):
        sides = [[_today(connection, anchor) for anchor in side] for side in msgspec.json.decode(anchors)]
        found = [[unit for unit in side if unit] for side in sides]
        if ruling == Ruling.REJECTED:
            rejected |= {claim for _, claim in found[0]}
        elif ruling in {Ruling.SAME, Ruling.DIFFERENT} and all(found):
            pair = (found[0][0][0], found[1][0][0])
            (same if ruling == Ruling.SAME else different).append(pair)
    return Rulings(tuple(same), tuple(different), frozenset(rejected))


def _today(connection: Connection, anchor: dict[str, Any]) -> tuple[str, str] | None:
    """The unit and claim that stand for the anchor now: itself, else the claim of its kind at its words."""
    current, spans = schema.current_claims, schema.claim_spans
    if connection.execute(select(current.c.id).where(current.c.id == anchor["claim"]).limit(1)).first():
        return anchor["unit"], anchor["claim"]
    query = (
        select(current.c.id)
        .join(spans, (spans.c.claim == current.c.id) & (spans.c.reading == current.c.reading))
        .where(
            current.c.report == anchor["report"],
            current.c.kind == anchor["kind"],
            spans.c.field == "",
            spans.c.start_at < anchor["end"],
            spans.c.end_at > anchor["start"],
        )
        .order_by(current.c.id)
        .limit(1)
    )
    found = connection.execute(query).scalar_one_or_none()
    return (unit_id(RecordKind(anchor["record_kind"]), found, anchor["part"]), found) if found else None


def _copy(here: Connection, there: Connection, as_of: str | None, as_known: str | None) -> None:
    """Copy what was reported by a day and known at a moment."""
    corrected = queries.corrections_by_report(here)
    kept: set[str] = set()
    for row in here.execute(select(schema.reports)).mappings():
        now = queries.corrected_row(dict(row), corrected.get(row["id"], {}))
        if as_of is not None and (now["today"] is None or now["today"] > as_of):
            continue
        if as_known is not None and row["learnt_at"] > as_known:
            continue
        kept.add(row["id"])
        there.execute(insert(schema.reports).values(**row))
    _insert_many(there, schema.runs, (dict(row) for row in here.execute(select(schema.runs)).mappings()))
    readings: set[int] = set()
    for row in here.execute(select(schema.readings).order_by(schema.readings.c.id)).mappings():
        if row["report"] in kept and (as_known is None or row["learnt_at"] <= as_known):
            readings.add(row["id"])
            there.execute(insert(schema.readings).values(**row))
    for table in (schema.claims, schema.claim_spans, schema.problems, schema.doubtful, schema.withheld):
        found = here.execute(select(table)).mappings()
        _insert_many(there, table, (dict(row) for row in found if row["reading"] in readings))
    for table in (schema.judgements, schema.report_corrections):
        for row in here.execute(select(table)).mappings():
            is_known = as_known is None or row["made_at"] <= as_known
            if is_known and row.get("report", next(iter(kept), None)) in kept:
                there.execute(insert(table).values(**row))
    _touch(there)
