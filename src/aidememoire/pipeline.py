"""Runs the stages: documents → language → claims → register."""

import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from aidememoire import __version__, plugins
from aidememoire.claims import find_claims, has_tagger, tagger_version
from aidememoire.claims.as_given import as_given
from aidememoire.config import user_tenures_path
from aidememoire.documents import MISSING, Source, count_reports, make_report, passed_over, read_paths, read_text_json
from aidememoire.documents.blocks import find_blocks
from aidememoire.knowledge import Knowledge, shipped
from aidememoire.knowledge.own_tenures import UserRow, read_user_rows
from aidememoire.language import find_mentions
from aidememoire.language.datelines import find_dateline
from aidememoire.language.times.reading import find_time_expressions, read_times
from aidememoire.model import (
    Granularity,
    Mentions,
    Problem,
    ReaderChoice,
    Reading,
    Report,
    Severity,
    TimeMention,
    UsageError,
    When,
)
from aidememoire.scaling.local import ordered_map

if TYPE_CHECKING:
    from aidememoire.register import Register, Run

__all__ = [
    "Outcome",
    "ReadReport",
    "Source",
    "count_reports",
    "find_byline",
    "find_days",
    "find_report_times",
    "has_tagger",
    "knowledge_in_use",
    "make_report",
    "own_rows",
    "passed_over",
    "read_again",
    "read_all",
    "read_into",
    "read_paths",
    "read_report",
    "read_text",
    "read_text_json",
]


@dataclass(frozen=True, slots=True)
class ReadReport:
    """A report with what was read in it."""

    report: Report
    reading: Reading


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one report that was to be read into a register."""

    report: str  # id
    is_new: bool  # False: the register knew it, and all that this reader finds in it
    claims: int
    problems: tuple[Problem, ...]


@cache
def knowledge_in_use() -> Knowledge:
    """The shipped tables with the user's own tenures laid over them."""
    path = user_tenures_path()
    rows = own_rows(path) if path else ()
    return replace(shipped(), offices=shipped().offices.with_rows(rows)) if rows else shipped()


def own_rows(path: Path) -> tuple[UserRow, ...]:
    """The rows of the user's own table of tenures; none where there is no such file.

    Raises UsageError when a row is bad: nobody's minister may vanish without a word.
    """
    if not path.is_file():
        return ()
    try:
        rows, problems = read_user_rows(path.read_text(encoding="utf-8"), str(path))
    except UnicodeDecodeError as error:
        raise UsageError(str(path), "your table of tenures is not UTF-8", "Save it as UTF-8.") from error
    if problems:
        raise UsageError(str(path), f"your table of tenures has a bad row ({problems[0]})", "Mend or remove it.")
    return rows


def read_report(report: Report, knowledge: Knowledge, readers: ReaderChoice = ReaderChoice.BOTH) -> ReadReport:
    """What the report asserts; a fault of ours becomes a Problem of severity *error*, never a crash."""
    if not report.is_readable:
        return ReadReport(report, _nothing(report))
    try:
        mentions = find_mentions(report, knowledge)
        return ReadReport(report, as_given(_claims(mentions, knowledge, readers), mentions, report))
    except Exception as error:  # the last resort: one report must not stop a thousand others
        place = traceback.extract_tb(error.__traceback__)[-1]
        message = (
            f"a fault in reading it ({type(error).__name__}: {error}; {Path(place.filename).name}, line {place.lineno})"
        )
        problem = Problem(Severity.ERROR, report.source, None, "pipeline.fault", message)
        return ReadReport(report, replace(_nothing(report), problems=(*report.problems, problem)))


def _claims(mentions: Mentions, knowledge: Knowledge, readers: ReaderChoice) -> Reading:
    """The claims of the readers, and, where rules are asked, of the rule sets that other packages add."""
    added, problems = ((), ()) if readers is ReaderChoice.TAGGER else plugins.proposals(mentions, knowledge)
    return _as_dated(find_claims(mentions, knowledge, readers, added, problems))


def _as_dated(reading: Reading) -> Reading:
    """With the word that no date was given, where the dateline has one, put as what was done about it."""
    when = reading.dateline.date if reading.dateline else None
    if when is None or when.granularity is not Granularity.DAY:
        return reading
    message = "no date of publication: dated by its dateline"
    problems = (replace(one, message=message) if one.rule == "documents.no_date" else one for one in reading.problems)
    return replace(reading, problems=tuple(problems))


def _nothing(report: Report) -> Reading:
    return Reading(report.id, None, (), (), (), report.problems)


def read_text(
    text: str,
    *,
    published: str | None = None,
    outlet: str | None = None,
    side: str | None = None,
    title: str | None = None,
    url: str | None = None,
    knowledge: Knowledge | None = None,
    readers: ReaderChoice = ReaderChoice.BOTH,
) -> tuple[Report, Mentions, Reading]:
    """Report, mentions and reading of one text; a fault in reading is raised."""
    knowledge = knowledge or knowledge_in_use()
    source = Source("text", "text", title=title, published=published, outlet=outlet, side=side, url=url)
    report = make_report(text, source, knowledge)
    if not report.is_readable:
        return report, Mentions(report), _nothing(report)
    mentions = find_mentions(report, knowledge)
    return report, mentions, as_given(_claims(mentions, knowledge, readers), mentions, report)


def find_report_times(report: Report) -> tuple[TimeMention, ...]:
    """The time expressions of the report; needs no syntax."""
    if not report.is_readable:
        return ()
    mentions = Mentions(report)
    return find_time_expressions(replace(mentions, dateline=find_dateline(mentions, knowledge_in_use())))


def find_days(words: str, day: date | None) -> list[When]:
    """The days, months and years that the words name, seen from ``day``.

    >>> [str(when) for when in find_days("The talks were suspended last November.", date(1992, 5, 25))]
    ['1991-11']
    """
    meanings = [one.meaning for one in read_times(words, day)]
    return [when for one in meanings for when in (one.when, *one.alternatives) if when is not None]


def find_byline(report: Report) -> str | None:
    """Who wrote the report, where its dateline says so."""
    dateline = find_dateline(Mentions(report), knowledge_in_use()) if report.is_readable else None
    return dateline.byline if dateline else None


def read_all(
    reports: Iterable[Report], readers: ReaderChoice = ReaderChoice.BOTH, jobs: int = 1
) -> Iterator[ReadReport]:
    """Each report with its reading, in order; with ``jobs`` > 1 in that many processes."""
    yield from ordered_map(partial(_read_one, readers=readers), reports, jobs)


def _read_one(report: Report, readers: ReaderChoice) -> ReadReport:
    return read_report(report, knowledge_in_use(), readers)


def reader_version(readers: ReaderChoice) -> str:
    """The name under which a run is kept: reports that it has read already are passed over.

    With the tagger it names its weights, so that other weights read anew.
    """
    weights = None if readers is ReaderChoice.RULES else tagger_version()
    added = None if readers is ReaderChoice.TAGGER else plugins.signature()
    return " ".join(part for part in (__version__, readers, weights, added) if part)


def read_into(
    register: "Register", reports: Iterable[Report], readers: ReaderChoice = ReaderChoice.BOTH, jobs: int = 1
) -> Iterator[Outcome]:
    """What became of each report; those that the register holds from this reader are passed over, in order.

    Each report is kept whole as soon as it is read: whoever stops iterating loses nothing that was yielded.
    """
    run = register.start_run(reader_version(readers))
    due = set(register.due())
    known: list[Outcome] = []

    def unread() -> Iterator[Report]:
        for report in reports:
            if report.is_readable and report.id not in due and register.has(report.id, run.reader_version):
                known.append(Outcome(report.id, False, 0, ()))
            else:
                yield _as_corrected(register.report(report.id)) if report.id in due else report

    for read in read_all(unread(), readers, jobs):
        while known:
            yield known.pop(0)
        yield _keep(register, read, run)
    yield from known


def read_again(
    register: "Register", ids: Iterable[str], readers: ReaderChoice = ReaderChoice.BOTH
) -> Iterator[Outcome]:
    """The same for reports that the register holds: read anew from their kept text, as corrected by people."""
    knowledge = knowledge_in_use()
    run = register.start_run(reader_version(readers))
    for report_id in ids:
        report = _as_corrected(register.report(report_id))
        yield _keep(register, read_report(report, knowledge, readers), run)


def _as_corrected(report: Report) -> Report:
    """A report out of the register with its blocks, ready to be read."""
    if report.text and not report.blocks:
        return replace(report, blocks=find_blocks(report.id, report.text, report.title))
    return report


def _keep(register: "Register", read: ReadReport, run: "Run") -> Outcome:
    """What became of the report, which is kept; a file that isn't there is told of, and nothing is kept of it."""
    if any(problem.rule == MISSING for problem in read.reading.problems):
        return Outcome(read.report.id, False, 0, read.reading.problems)
    is_new = register.add(read.report, read.reading, run)
    return Outcome(read.report.id, is_new, len(read.reading.claims), read.reading.problems)
