"""The forms of a check: JSON, and the rows of a table."""

from collections import Counter
from typing import Any

from aidememoire.model import Problem, Severity
from aidememoire.views.checking.findings import Check, Evidence, Finding, Status
from aidememoire.views.checking.quotations import source_in_words
from aidememoire.views.page import SCHEMA_VERSION, coverage_object

# How each status is told to a person.
IN_WORDS = {
    Status.EXACT: "exact",
    Status.PARAPHRASED: "paraphrased",
    Status.CONFIRMED: "confirmed",
    Status.ALTERED: "altered",
    Status.TRUNCATED: "cut so that the sense turns",
    Status.MERGED: "put together",
    Status.ANOTHER_SPEAKER: "another speaker",
    Status.OTHER_DATE: "other date",
    Status.MEDIATED: "at second hand",
    Status.DENIED: "denied",
    Status.PLANNED: "planned, not held",
    Status.CANCELLED: "cancelled",
    Status.PROPOSED: "proposed, not agreed",
    Status.CONTRADICTED: "contradicted",
    Status.NOT_FOUND: "not found",
}


NOT_CHECKED = "not checked"


def check_object(check: Check) -> dict[str, Any]:
    """The check as one JSON object."""
    counts = Counter(str(finding.status) for finding in check.findings)
    coverage = check.coverage
    return {
        "schema_version": SCHEMA_VERSION,
        "id": check.id,
        "supported": check.is_supported,
        "totals": {
            "findings": len(check.findings),
            "supported": sum(finding.is_supported for finding in check.findings),
            "by_status": dict(sorted(counts.items())),
            "unchecked": len(check.unchecked),
        },
        "findings": [_finding_object(finding) for finding in check.findings],
        "unchecked": [
            {"span": [item.start, item.end], "words": check.text[item.start : item.end], "why": item.why}
            for item in check.unchecked
        ],
        **coverage_object(coverage),
        "problems": [_problem_object(problem) for problem in check.problems],
    }


def _finding_object(finding: Finding) -> dict[str, Any]:
    return {
        "asserted": str(finding.asserted),
        "span": [finding.start, finding.end],
        "words": finding.words,
        "speaker": finding.speaker,
        "date": finding.date,
        "status": str(finding.status),
        "supported": finding.is_supported,
        "faults": [{"status": str(fault.status), "field": fault.field, "why": fault.why} for fault in finding.faults],
        "score": finding.score,
        "evidence": [_evidence_object(item) for item in finding.evidence],
        "diff": [{"op": change.op, "source": change.source, "draft": change.draft} for change in finding.diff],
        "notes": list(finding.notes),
    }


def _evidence_object(item: Evidence) -> dict[str, Any]:
    return {
        "report": item.report,
        "source": item.name,
        "outlet": item.outlet,
        "date": item.date,
        "url": item.url,
        "span": [item.start, item.end] if item.start is not None else None,
        "words": item.words,
        "speaker": item.speaker,
        "claim_id": item.claim,
        "record": item.record,
    }


def _problem_object(problem: Problem) -> dict[str, Any]:
    return {
        "severity": problem.severity.value,
        "span": [problem.span.start, problem.span.end] if problem.span else None,
        "rule": problem.rule,
        "message": problem.message,
    }


def check_rows(check: Check) -> list[dict[str, Any]]:
    """The findings as rows of a table: line, what is asserted, its words, the status, and why or where.

    What was not checked stands among them, in its place.
    """
    rows = [
        (finding.start, str(finding.asserted), finding.words, IN_WORDS[finding.status], why_in_words(finding))
        for finding in check.findings
    ]
    rows += [
        (item.start, "sentence", check.text[item.start : item.end], NOT_CHECKED, item.why) for item in check.unchecked
    ]
    return [
        {
            "line": check.text.count("\n", 0, start) + 1,
            "asserted": asserted,
            "words": " ".join(words.split()),
            "register": status,
            "why": why,
        }
        for start, asserted, words, status, why in sorted(rows, key=lambda row: row[0])
    ]


def why_in_words(finding: Finding) -> str:
    """What is wrong, or where the register holds it, in a line."""
    first = finding.evidence[0] if finding.evidence else None
    where = evidence_in_words(first) if first else ""
    if finding.faults:
        told = "; ".join(fault.why for fault in finding.faults)
        return f"{told} [{where}]" if where else told
    score = (
        f"likeness {finding.score:.2f}: " if finding.status is Status.PARAPHRASED and finding.score is not None else ""
    )
    # What is told beside an exact quotation must be read beside it: that the report breaks it, or goes on with "but".
    beside = f"; {'; '.join(finding.notes)}" if finding.status is Status.EXACT and finding.notes else ""
    return f"{score}{where}{beside}"


def evidence_in_words(item: Evidence) -> str:
    """The source in a few words, with whoever speaks there."""
    if item.report is None:
        return f"{item.words}, {item.name}"
    who = f"{item.speaker}, " if item.speaker else ""
    name = f" ({item.name})" if item.outlet else ""
    return f"{who}{source_in_words(item)}{name}"


def summary(check: Check) -> str:
    """The check in a sentence, for the end of a run."""
    if any(problem.severity is Severity.ERROR for problem in check.problems):
        return "it could not be read: " + "; ".join(problem.message for problem in check.problems)
    total = len(check.findings)
    supported = sum(finding.is_supported for finding in check.findings)
    number = len(check.unchecked)
    left = f"; {number} {'sentence' if number == 1 else 'sentences'} not checked" if number else ""
    if not total:
        none = "nothing in it that can be checked: no quotation, statement, meeting, agreement or office was found"
        return f"{none}{left}"
    counted = f"{total} {'assertion' if total == 1 else 'assertions'} checked"
    return f"{counted}, {supported} supported, {total - supported} not{left}"
