"""Runs the stages: documents → language → claims → register."""

import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from aidememoire.claims import find_claims, has_tagger
from aidememoire.documents import Source, make_report, read_paths, read_text_json
from aidememoire.knowledge import Knowledge, shipped
from aidememoire.language import find_mentions
from aidememoire.model import Mentions, Problem, ReaderChoice, Reading, Report, Severity
from aidememoire.scaling.local import ordered_map

__all__ = ["ReadReport", "Source", "has_tagger", "read_all", "read_paths", "read_report", "read_text", "read_text_json"]


@dataclass(frozen=True, slots=True)
class ReadReport:
    """A report with what was read in it."""

    report: Report
    reading: Reading


def read_report(report: Report, knowledge: Knowledge, readers: ReaderChoice = ReaderChoice.BOTH) -> ReadReport:
    """What the report asserts; a fault of ours becomes a Problem of severity *error*, never a crash."""
    if not report.is_readable:
        return ReadReport(report, Reading(report.id, None, (), (), (), report.problems))
    try:
        return ReadReport(report, find_claims(find_mentions(report, knowledge), knowledge, readers))
    except Exception as error:  # the last resort: one report must not stop a thousand others
        place = traceback.extract_tb(error.__traceback__)[-1]
        message = f"a fault in reading it ({type(error).__name__}: {error}; {place.name}, line {place.lineno})"
        problem = Problem(Severity.ERROR, report.source, None, "pipeline.fault", message)
        return ReadReport(report, Reading(report.id, None, (), (), (), (*report.problems, problem)))


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
    knowledge = knowledge or shipped()
    source = Source("text", "text", title=title, published=published, outlet=outlet, side=side, url=url)
    report = make_report(text, source, knowledge)
    if not report.is_readable:
        return report, Mentions(report), Reading(report.id, None, (), (), (), report.problems)
    mentions = find_mentions(report, knowledge)
    return report, mentions, find_claims(mentions, knowledge, readers)


def read_all(
    reports: Iterable[Report], readers: ReaderChoice = ReaderChoice.BOTH, jobs: int = 1
) -> Iterator[ReadReport]:
    """Each report with its reading, in order; with ``jobs`` > 1 in that many processes."""
    yield from ordered_map(partial(_read_with_shipped, readers=readers), reports, jobs)


def _read_with_shipped(report: Report, readers: ReaderChoice) -> ReadReport:
    return read_report(report, shipped(), readers)
