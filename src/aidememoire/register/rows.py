"""Nouns ↔ rows of the tables."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from aidememoire.model import (
    VALUES_OF,
    Block,
    BlockRole,
    Claim,
    ClaimKind,
    Nature,
    Problem,
    Reading,
    Record,
    RecordKind,
    Report,
    Severity,
    Span,
    When,
)
from aidememoire.register.world import fold

_DECODERS = {kind: msgspec.json.Decoder(values) for kind, values in VALUES_OF.items()}
_ENCODER = msgspec.json.Encoder(order="deterministic")

_HALF_PAIR = re.compile("[\ud800-\udfff]")

Row = dict[str, Any]


def to_json(value: Any) -> str:
    """The value as JSON text; half a surrogate pair, which no database holds, becomes U+FFFD."""
    try:
        return _ENCODER.encode(value).decode()
    except UnicodeEncodeError:
        return _ENCODER.encode(_whole(msgspec.to_builtins(value))).decode()


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        return whole_letters(value)
    if isinstance(value, dict):
        return {_whole(name): _whole(item) for name, item in value.items()}
    return [_whole(item) for item in value] if isinstance(value, (list, tuple)) else value


def whole_letters(text: str) -> str:
    """The text with U+FFFD for each half of a surrogate pair, so that offsets stay true.

    >>> len(whole_letters("a" + chr(0xD800) + "b"))
    3
    """
    return _HALF_PAIR.sub("\ufffd", text)


def whole_row(row: Row) -> Row:
    """The row with whole letters only."""
    return {name: whole_letters(value) if isinstance(value, str) else value for name, value in row.items()}


def report_row(report: Report, learnt_at: str) -> Row:
    """The row of a report as first read."""
    return {
        "id": report.id,
        "given_id": report.given_id,
        "source": report.source,
        "text": report.text,
        "text_hash": hashlib.sha256(report.text.encode("utf-8", "surrogatepass")).hexdigest(),
        "blocks": to_json([(block.role, block.span.start, block.span.end) for block in report.blocks]),
        "title": report.title,
        "outlet": report.outlet,
        "side": report.side,
        "url": report.url,
        "published": report.published,
        "today": report.today.isoformat() if report.today else None,
        "published_ground": report.published_ground,
        "language": report.language,
        "nature": report.nature.value,
        "learnt_at": learnt_at,
    }


def report_of(row: Any, problems: Iterable[Problem] = ()) -> Report:
    """The report of a row (a mapping)."""
    return Report(
        id=row["id"],
        given_id=row["given_id"],
        source=row["source"],
        text=row["text"],
        blocks=tuple(
            Block(Span(row["id"], start, end), BlockRole(role))
            for role, start, end in msgspec.json.decode(row["blocks"])
        ),
        title=row["title"],
        outlet=row["outlet"],
        side=row["side"],
        url=row["url"],
        published=row["published"],
        today=When.parse(row["today"]).first if row["today"] else None,
        published_ground=row["published_ground"],
        language=row["language"],
        nature=Nature(row["nature"]),
        problems=tuple(problems),
    )


def claim_row(reading: int, position: int, claim: Claim) -> Row:
    """The row of a claim."""
    return {
        "reading": reading,
        "id": claim.id,
        "position": position,
        "report": claim.report,
        "kind": claim.kind.value,
        "claim_values": to_json(claim.values),
        "attributed_to": claim.attributed_to,
        "confidence": claim.confidence,
        "readers": "+".join(claim.readers),
        "rule": claim.rule,
        "rule_version": claim.rule_version,
        "inferred": to_json(claim.inferred),
    }


def span_rows(reading: int, claim: Claim) -> list[Row]:
    """The rows of a claim's evidence (field "") and of its fields' words."""
    fields: list[tuple[str, Sequence[Span]]] = [("", claim.evidence), *claim.spans]
    return [
        {
            "reading": reading,
            "claim": claim.id,
            "field": field,
            "position": position,
            "start_at": span.start,
            "end_at": span.end,
        }
        for field, spans in fields
        for position, span in enumerate(spans)
    ]


def claim_of(row: Any, spans: Sequence[tuple[str, int, int]]) -> Claim:
    """The claim of a row and its spans (field, start, end), those in order of field and position."""
    fields: dict[str, list[Span]] = {}
    for field, start, end in spans:
        fields.setdefault(field, []).append(Span(row["report"], start, end))
    kind = ClaimKind(row["kind"])
    return Claim(
        id=row["id"],
        report=row["report"],
        kind=kind,
        values=_DECODERS[kind].decode(row["claim_values"]),
        evidence=tuple(fields.pop("", ())),
        spans=tuple((field, tuple(found)) for field, found in sorted(fields.items())),
        inferred=tuple((field, why) for field, why in msgspec.json.decode(row["inferred"])),
        attributed_to=row["attributed_to"],
        confidence=row["confidence"],
        readers=tuple(row["readers"].split("+")) if row["readers"] else (),
        rule=row["rule"],
        rule_version=row["rule_version"],
    )


def problem_rows(reading: int, report: Report, problems: Iterable[Problem]) -> list[Row]:
    """The rows of the problems with a report."""
    return [
        {
            "reading": reading,
            "position": position,
            "report": report.id,
            "severity": problem.severity.value,
            "source": problem.source,
            "start_at": problem.span.start if problem.span else None,
            "end_at": problem.span.end if problem.span else None,
            "rule": problem.rule,
            "message": problem.message,
        }
        for position, problem in enumerate(problems)
    ]


def problem_of(row: Any) -> Problem:
    """The problem of a row."""
    span = Span(row["report"], row["start_at"], row["end_at"]) if row["start_at"] is not None else None
    return Problem(Severity(row["severity"]), row["source"], span, row["rule"], row["message"])


def doubtful_rows(reading: int, read: Reading) -> list[Row]:
    """The rows of the doubtful mentions."""
    return [
        {
            "reading": reading,
            "position": position,
            "report": read.report,
            "start_at": mention.span.start,
            "end_at": mention.span.end,
            "proposed": mention.proposed,
            "why": mention.why,
            "rule": mention.rule,
        }
        for position, mention in enumerate(read.doubtful)
    ]


def withheld_rows(reading: int, read: Reading) -> list[Row]:
    """The rows of what was withheld."""
    return [
        {
            "reading": reading,
            "position": position,
            "report": read.report,
            "kind": str(refusal.kind),
            "start_at": refusal.span.start,
            "end_at": refusal.span.end,
            "why": refusal.why,
            "rule": refusal.rule,
        }
        for position, refusal in enumerate(read.withheld)
    ]


def fingerprint(read: Reading, problems: Sequence[Problem], day: str | None) -> str:
    """A hash of all that was read: equal ones need no second set of rows."""
    claims = sorted(read.claims, key=lambda claim: claim.id)
    body = to_json((claims, read.dateline, read.doubtful, read.withheld, tuple(problems), day))
    return hashlib.sha256(body.encode()).hexdigest()


def record_row(record: Record) -> Row:
    """The row of a record."""
    first, last = days_of(record)
    return {
        "id": record.id,
        "kind": record.kind.value,
        "label": label_of(record),
        "search": search_words(record),
        "first_day": first,
        "last_day": last,
        "state": state_of(record),
        "is_disputed": bool(record.values.get("rivals")),
        "record_values": to_json(record.values),
        "reasons": to_json(record.reasons),
    }


def days_of(record: Record) -> tuple[str | None, str | None]:
    """The days by which the record is filtered: when it happened, else when it was reported."""
    values = record.values
    when = values.get("date") or values.get("since") or values.get("reported")
    if not when:
        return None, None
    parsed = When.parse(when)
    return parsed.first.isoformat(), parsed.last.isoformat()


def state_of(record: Record) -> str | None:
    """The state of a meeting, the status, or the latest status of a dialogue or commitment."""
    values = record.values
    if record.kind is RecordKind.MEETING:
        return str(values["state"])
    if record.kind is RecordKind.STATUS:
        return str(values["status"])
    statuses = values.get("statuses")
    return str(statuses[-1]["status"]) if statuses else None


def parties_of(record: Record) -> list[str]:
    """The parties that take part."""
    values = record.values
    if record.kind is RecordKind.PERSON:
        return [values["party"]] if values.get("party") else []
    if record.kind is RecordKind.STATEMENT:
        return [values["speaker_party"]] if values.get("speaker_party") else []
    return sorted(set(values.get("parties") or values.get("made_by") or ()))


def label_of(record: Record) -> str:
    """One line that tells what it is, for lists of matches."""
    values = record.values
    parties = ", ".join(parties_of(record))
    match record.kind:
        case RecordKind.DIALOGUE:
            return f"{values['name']} ({parties})" if parties else str(values["name"])
        case RecordKind.MEETING:
            told = f"reported {values['reported']}" if values.get("reported") else ""
            words = [
                values.get("format") or values["kind"],
                f"({parties})" if parties else "",
                values.get("date") or told,  # four calls of no told day are told apart by when they were told
            ]
            return " ".join(str(word) for word in [*words, values.get("place") or "", values["state"]] if word)
        case RecordKind.PERSON:
            return f"{values['name']} ({parties})" if parties else str(values["name"])
        case RecordKind.STATEMENT:
            return f"{values.get('speaker') or 'somebody'}: {values['content']}"
        case RecordKind.COMMITMENT:
            return f"{parties or 'somebody'}: {values['content']}"
        case RecordKind.STATUS:
            return f"{values['subject']}: {values['status']}"
        case RecordKind.TENURE:
            return f"{values['name']}: {values['office']} ({parties})"


def search_words(record: Record) -> str:
    """The folded names and words by which the record is found, one after another between bars.

    A meeting has no name of its own: its format's is the dialogue's, so all that tells it stands in one.
    """
    values = record.values
    if record.kind is RecordKind.MEETING:
        return f"|{fold(label_of(record))}|"
    names = [
        *values.get("names", ()),
        values.get("key"),
        values.get("name"),
        values.get("content"),
        values.get("subject"),
    ]
    return "|" + "|".join(sorted({fold(str(name)) for name in names if name})) + "|"
