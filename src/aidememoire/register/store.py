"""The store: what was read, kept in one file (SQLite) or a database (PostgreSQL), and the records made from it."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection, Engine, func, insert, select, update
from sqlalchemy.exc import ArgumentError, DatabaseError

from aidememoire.model import (
    Claim,
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
from aidememoire.register.copying import copy_until
from aidememoire.register.corrections import Correction
from aidememoire.register.database import database_error, engine_for, prepare_in_turn
from aidememoire.register.judging import (
    Ruled,
    anchors_for,
    judgements,
    judgements_by_record,
    ruled,
    rulings_in_force,
)
from aidememoire.register.keeping import day_of, insert_reading, meta_value, set_meta, touch
from aidememoire.register.matching import SHORT_ID, match, match_one
from aidememoire.register.materialising import current_claims, current_copies, uncollected, write_records
from aidememoire.register.queries import Filters, Shown
from aidememoire.register.reports import (
    Coverage,
    ReportLine,
    corrections_by_report,
    coverage,
    mended_since,
    report_lines,
)
from aidememoire.register.resolving import Resolution, resolve
from aidememoire.register.world import World


@dataclass(frozen=True, slots=True)
class Run:
    """One go of reading with one reader."""

    id: str
    reader_version: str
    started_at: str  # ISO 8601 moment, UTC


def utc_now() -> str:
    """The moment, ISO 8601 to the second, UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _after(moment: str, last: str | None) -> str:
    """The moment, or the next one where something was ruled in the same second: the later ruling counts."""
    if last is None or last < moment:
        return moment
    return (datetime.fromisoformat(last) + timedelta(microseconds=1)).isoformat()


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
            engine = engine_for(name)
        except (ImportError, ArgumentError) as error:  # NoSuchModuleError is an ArgumentError
            cause = f"no such kind of database can be used here ({error})"
            raise RegisterError(str(place), cause, "Name a file, or install the database's driver.") from error
        try:
            prepare_in_turn(engine, str(place), create=create)
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
        readings = schema.readings  # not the view of current ones, which works out those of all reports first
        query = select(readings.c.reader_version).where(readings.c.report == report).order_by(readings.c.id.desc())
        with self._engine.connect() as connection:
            last = connection.execute(query.limit(1)).scalar()
        return last is not None and reader_version in {None, last}

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
        retold = {one.rule for one in reading.problems}  # what the text showed about them
        untold = (one for one in report.problems if one.rule not in retold)
        problems = tuple(dict.fromkeys((*untold, *reading.problems)))
        day = day_of(report, reading)
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
            insert_reading(connection, made[0], report, reading, problems)
            touch(connection)
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
            known = {field: value for field, (value, _, _) in corrections_by_report(connection).get(ids[0], {}).items()}
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
                touch(connection)
        return ids if new else []

    def judge(self, ruling: Ruling, left: str, right: str | None, by: str) -> Judgement:
        """Keep a person's ruling on records or claims (ids, old ids or their beginnings)."""
        if (right is None) != (ruling in {Ruling.ACCEPTED, Ruling.REJECTED}):
            raise UsageError(
                str(ruling), "one thing is accepted or rejected, two are the same or different", "Give them."
            )
        self._refresh()
        with self._writing() as connection:
            at = _after(self._clock(), connection.scalar(select(func.max(schema.judgements.c.made_at))))
            anchors = anchors_for(connection, ruling, [name for name in (left, right) if name])
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
            touch(connection)
        return Judgement(name, ruling, left, right, by, at, None)

    def undo(self, judgement: str, by: str) -> Judgement:
        """Take a ruling back, named by its id or the beginning of it; it stays on record."""
        table = schema.judgements
        with self._writing() as connection:
            in_force = [one for one in judgements(connection) if one.undone_at is None]
            found = [one for one in in_force if len(judgement) >= SHORT_ID and one.id.startswith(judgement)]
            if len(found) != 1:
                cause = f"{len(found) or 'no'} judgements in force go by that id"
                raise NotFoundError(judgement, cause, "List them: aidememoire judgements.")
            undone = replace(found[0], undone_at=self._clock(), undone_by=by)
            connection.execute(
                update(table)
                .where(table.c.id == undone.id)
                .values(undone_at=undone.undone_at, undone_by=undone.undone_by)
            )
            touch(connection)
        return undone

    def judgements(self) -> list[Judgement]:
        """Every ruling, in order of time."""
        with self._engine.connect() as connection:
            return judgements(connection)

    def ruled(self) -> list[Ruled]:
        """Every ruling with its words and what it bears on now, in order of time."""
        with self.for_reading() as connection:
            return ruled(connection)

    def judgements_by_record(self) -> dict[str, list[Judgement]]:
        """Id of a record → the rulings in force that bear on it."""
        with self.for_reading() as connection:
            return judgements_by_record(connection)

    # Records are a view.

    def rebuild(self) -> Resolution:
        """Recompute all records from the current claims and the judgements in force."""
        with uncollected(), self._writing() as connection:
            reports = report_lines(connection)
            copies = current_copies(connection, reports)
            claims = current_claims(connection, reports, copies)
            resolution = resolve(claims, self._world, rulings_in_force(connection))
            write_records(connection, resolution, copies)
            stamp = meta_value(connection, "changes")
            set_meta(connection, "built_at_change", stamp)
        return resolution

    def is_stale(self) -> bool:
        """Whether something was read, ruled or corrected since the records were built."""
        with self._engine.connect() as connection:
            return meta_value(connection, "changes") != meta_value(connection, "built_at_change")

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
        with self.for_reading() as connection:
            return queries.load_records(connection, queries.find_ids(connection, kind, filters or Filters()))

    def count(self, kind: RecordKind, filters: Filters) -> int:
        """How many records the filters let through."""
        with self.for_reading() as connection:
            return len(queries.find_ids(connection, kind, filters))

    def record(self, name: str) -> Record | None:
        """The record with this very id, or the one that an old id leads to."""
        with self.for_reading() as connection:
            found = match(connection, name)
            return queries.load_records(connection, [found[0][0]])[0] if len(found) == 1 else None

    def records_by_id(self, ids: Sequence[str]) -> list[Record]:
        """The records with these ids."""
        with self.for_reading() as connection:
            return queries.load_records(connection, ids)

    def match(self, words: str, kind: RecordKind | None = None) -> list[tuple[str, str]]:
        """The records (id and label) that go by the words; the person chooses where there are several."""
        with self.for_reading() as connection:
            return match(connection, words, kind)

    def match_one(self, words: str, kind: RecordKind | None = None) -> str:
        """The id of the one record that goes by the words; raises NotFoundError or SeveralMatchError."""
        with self.for_reading() as connection:
            return match_one(connection, words, kind)

    def show(self, words: str) -> Shown:
        """The one record that goes by the words, with every claim for and against it, in context."""
        with self.for_reading() as connection:
            name = match_one(connection, words)
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
        with self.for_reading() as connection:
            return report_lines(connection, ids)

    def problems(self) -> list[tuple[str, Problem]]:
        """Every problem of the current readings, with its report; but not of files that were mended since."""
        lines = self.report_lines()
        mended = mended_since(lines)
        return [(line.id, problem) for line in lines if line.id not in mended for problem in line.problems]

    def coverage(self) -> Coverage:
        """What was read, by outlet and year, up to when, and what could not be read."""
        with self.for_reading() as connection:
            return coverage(report_lines(connection))

    def snapshot(self, *, as_of: date | None = None, as_known: str | None = None) -> "Register":
        """A register in memory with what the world had reported by a day, or what this one knew at a moment.

        Reports without a date, and without one over their text, are left out of an ``as_of``: nobody can say that they
        were there.
        """
        past = Register.open(":memory:", world=self._world, clock=self._clock)
        with self._engine.connect() as here, past._writing() as there:
            copy_until(here, there, as_of.isoformat() if as_of else None, as_known)
        return past

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """One transaction, kept whole or not at all; other writers wait for it."""
        with self._engine.connect().execution_options(is_writing=True) as connection, connection.begin():
            yield connection

    @contextmanager
    def for_reading(self) -> Iterator[Connection]:
        """A connection that sees all records; they are made anew first where claims or rulings came in."""
        self._refresh()
        with self._engine.connect() as connection:
            yield connection
