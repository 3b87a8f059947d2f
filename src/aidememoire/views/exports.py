"""Records and reports as rows: JSON objects and CSV."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from aidememoire.model import Judgement, Record
from aidememoire.register import Learnt, Register, ReportLine, Ruled
from aidememoire.views.page import SCHEMA_VERSION


def record_object(
    record: Record,
    reports: dict[str, ReportLine],
    words: dict[str, str] | None = None,
    judgements: Sequence[Judgement] = (),
) -> dict[str, Any]:
    """The record as JSON: its values, then its claims, each with its report and the fields on which it speaks."""
    claims: dict[str, dict[str, Any]] = {}
    for support in record.support:
        row = claims.get(support.claim)
        if row is None:
            report = reports.get(support.report)
            row = claims[support.claim] = {
                "claim_id": support.claim,
                "report": support.report,
                "source": report.given_id if report else None,
                "outlet": report.outlet if report else None,
                "date": report.date if report else None,
                "copy_of": report.copy_of if report else None,
                "says": {},
            }
            if words is not None:
                row["words"] = words.get(support.claim)
        if support.field:
            _say(row["says"], support.field, support.value)
    values = {field: value for field, value in record.values.items() if field != "rivals"}
    return {
        "schema_version": SCHEMA_VERSION,
        "id": record.id,
        "record": str(record.kind),
        **values,
        "links": {relation: list(others) for relation, others in record.links.items()},
        "rivals": record.values.get("rivals", {}),
        "reasons": record.reasons,
        "claims": sorted(claims.values(), key=lambda row: (row["date"] or "9", row["claim_id"])),
        "judgements": [
            {"id": one.id, "ruling": str(one.ruling), "left": one.left, "right": one.right, "by": one.by, "at": one.at}
            for one in judgements
        ],
    }


def _say(says: dict[str, Any], field: str, value: Any) -> None:
    """One claim may name several participants: they become a list."""
    if field == "participants":
        says.setdefault(field, []).append(value)
    else:
        says[field] = value


def record_objects(
    register: Register, records: Sequence[Record], *, with_words: bool = False
) -> Iterator[dict[str, Any]]:
    """Each record as JSON; with the words of each claim's best evidence if asked."""
    ids = sorted({support.report for record in records for support in record.support})
    reports = {line.id: line for line in register.report_lines(ids)}
    words: dict[str, str] | None = None
    if with_words:
        claims = register.claims(sorted({support.claim for record in records for support in record.support}))
        texts = register.texts(ids)
        words = {name: texts[claim.report].words(claim.evidence[0]) for name, claim in claims.items()}
    judgements = register.judgements_by_record()
    for record in records:
        yield record_object(record, reports, words, judgements.get(record.id, ()))


def judgement_object(ruled: Ruled) -> dict[str, Any]:
    """A judgement as JSON, with the words that it is about and what it bears on now."""
    made = ruled.judgement
    return {
        "schema_version": SCHEMA_VERSION,
        "id": made.id,
        "ruling": str(made.ruling),
        "left": made.left,
        "right": made.right,
        "by": made.by,
        "at": made.at,
        "undone_at": made.undone_at,
        "undone_by": made.undone_by,
        "now": list(ruled.records),
        "words": list(ruled.words),
        "waits": ruled.waits,
    }


def learnt_object(learnt: Learnt) -> dict[str, Any]:
    """A tenure that reports tell as JSON, with what the table of offices says of it."""
    values = learnt.record.values
    return {
        "id": learnt.record.id,
        "name": values["name"],
        "names": values["names"],
        "party": values["parties"][0],
        "role": values["role"],
        "office": values["office"],
        "from": values["reported"],
        "to": values["reported_to"],
        "reports": values["reports"],
        "outlets": values["voices"],
        "standing": learnt.standing,
        "confidence": str(learnt.confidence),
        "why": learnt.why,
        "table": [holder.as_answer() for holder in learnt.holders],
        "rivals": values["rivals"],
        "claims": [{"claim_id": one.claim, "report": one.report} for one in learnt.record.support if not one.field],
    }


def report_object(line: ReportLine) -> dict[str, Any]:
    """A report as JSON, without its text."""
    return {
        "id": line.id,
        "given_id": line.given_id,
        "source": line.source,
        "title": line.title,
        "outlet": line.outlet,
        "side": line.side,
        "url": line.url,
        "date": line.date,
        "ground": line.ground,
        "language": line.language,
        "nature": line.nature,
        "claims": line.claims,
        "copy_of": line.copy_of,
        "problems": [
            {
                "severity": problem.severity.value,
                "span": [problem.span.start, problem.span.end] if problem.span else None,
                "rule": problem.rule,
                "message": problem.message,
            }
            for problem in line.problems
        ],
    }


def csv_safe(cell: str) -> str:
    """The cell as a spreadsheet may open it: what begins like a formula is kept from being one (OWASP)."""
    return f"'{cell}" if cell[:1] in {"=", "+", "@", "\t", "\r"} or (cell[:1] == "-" and cell[1:2].isalpha()) else cell


def records_csv(objects: Iterable[dict[str, Any]]) -> str:
    """The objects as CSV, one row each: lists joined by "; ", claims by their ids, what is deeper left out."""
    rows = [
        {field: csv_safe(cell) for field, value in found.items() if (cell := _cell(field, value)) is not None}
        for found in objects
    ]
    columns = list(dict.fromkeys(field for row in rows for field in row))
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _cell(field: str, value: Any) -> str | None:
    if field == "claims":
        return "; ".join(row["claim_id"] for row in value) if isinstance(value, list) else str(value)
    if field == "judgements":
        return "; ".join(f"{row['ruling']} {row['id']}" for row in value)
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(_cell_of_item(item) for item in value)
    if isinstance(value, dict):
        return None if field in {"links", "reasons"} else "; ".join(value)
    return _on_one_line(value)


def _on_one_line(value: Any) -> str:
    """The value as words on one line: those of a report may run over its line ends."""
    return " ".join(str(value).split())


def _cell_of_item(item: Any) -> str:
    for field in ("name", "office", "state", "status", "message"):
        if isinstance(item, dict) and field in item:
            return _on_one_line(item[field])
    return _on_one_line(item)
