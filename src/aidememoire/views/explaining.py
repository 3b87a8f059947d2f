"""A report with what was read in it, in the order of its words: each claim with its rule; what was refused, and why."""

import html
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import msgspec

from aidememoire.model import (
    ActValues,
    Claim,
    CommitmentValues,
    DialogueValues,
    EventValues,
    MeetingValues,
    Problem,
    Reading,
    Report,
    Span,
    StatementValues,
    StatusValues,
)

SCHEMA_VERSION = 1

CLAIMED, REFUSED, DOUBTFUL, PROBLEM = "claimed", "refused", "doubtful", "problem"
_BY_RANK = (CLAIMED, DOUBTFUL, REFUSED, PROBLEM)  # where two stand on the same words, the first is shown
# Fields that are read off the evidence as a whole, or that say what there was not.
_IDLE: tuple[Any, ...] = (None, "", (), [], "unknown", False)


@dataclass(frozen=True, slots=True)
class Value:
    """One field of a claim, and the words that give it."""

    field: str
    value: Any  # JSON value
    spans: tuple[Span, ...]  # its words; none: read off the evidence as a whole, or inferred
    inferred: str | None  # from what, where no words give it


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was found in the report, and what became of it."""

    verdict: str  # claimed | refused | doubtful | problem
    kind: str  # of claim; of a problem its severity
    span: Span | None  # where it stands: the evidence of a claim; None: the report as a whole
    more: tuple[Span, ...]  # further evidence
    headline: str  # in a few words
    rule: str
    why: str | None  # of a refusal, a doubt, a problem
    readers: tuple[str, ...] = ()
    confidence: float | None = None
    attributed_to: str | None = None  # a speaker inside the text; None: the outlet itself
    claim: str | None = None  # id
    values: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of the report, with what was found in it."""

    span: Span
    role: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """The whole report, passage by passage."""

    report: Report
    passages: tuple[Passage, ...]
    general: tuple[Entry, ...]  # what stands in no block


def explain(report: Report, reading: Reading) -> Explanation:
    """The report's blocks in order, each with the claims, refusals, doubts and problems that begin in it."""
    starts = [block.span.start for block in report.blocks]
    inside: list[list[Entry]] = [[] for _ in report.blocks]
    general: list[Entry] = []
    for entry in sorted(_entries(reading), key=_place):
        index = _block_of(entry, report, starts)
        (general if index is None else inside[index]).append(entry)
    passages = (
        Passage(block.span, str(block.role), tuple(found)) for block, found in zip(report.blocks, inside, strict=True)
    )
    return Explanation(report, tuple(passages), tuple(general))


def _block_of(entry: Entry, report: Report, starts: Sequence[int]) -> int | None:
    """The number of the first block that the entry's words share a letter with."""
    if entry.span is None:
        return None
    nearest = bisect_right(starts, entry.span.start) - 1
    for index in (nearest, nearest + 1):
        if 0 <= index < len(starts) and report.blocks[index].span.overlaps(entry.span):
            return index
    return None


def _entries(reading: Reading) -> Iterator[Entry]:
    for claim in reading.claims:
        yield _claimed(claim)
    for refusal in reading.withheld:
        yield Entry(
            REFUSED, refusal.kind, refusal.span, (), f"no {refusal.kind}: {refusal.why}", refusal.rule, refusal.why
        )
    for doubt in reading.doubtful:
        perhaps = f"perhaps “{doubt.proposed}”" if doubt.proposed else "looks mistaken"
        yield Entry(DOUBTFUL, "mention", doubt.span, (), perhaps, doubt.rule, doubt.why)
    for problem in reading.problems:
        yield _problem(problem)


def _problem(problem: Problem) -> Entry:
    return Entry(PROBLEM, str(problem.severity), problem.span, (), str(problem.severity), problem.rule, problem.message)


def _place(entry: Entry) -> tuple[int, int, str, str]:
    if entry.span is None:
        return -1, -1, entry.kind, entry.rule
    return entry.span.start, entry.span.end, entry.kind, entry.rule


def _claimed(claim: Claim) -> Entry:
    return Entry(
        verdict=CLAIMED,
        kind=str(claim.kind),
        span=claim.evidence[0],
        more=claim.evidence[1:],
        headline=_headline(claim),
        rule=claim.rule,
        why=None,
        readers=claim.readers,
        confidence=claim.confidence,
        attributed_to=claim.attributed_to,
        claim=claim.id,
        values=tuple(_values(claim)),
    )


def _values(claim: Claim) -> Iterator[Value]:
    spans, inferred = dict(claim.spans), dict(claim.inferred)
    for field in claim.values.__dataclass_fields__:
        value = getattr(claim.values, field)
        if value not in _IDLE:
            yield Value(field, _plain(value), spans.pop(field, ()), inferred.get(field))
    for field, places in spans.items():  # words that are no value of their own: the pieces of a quotation
        yield Value(field, None, places, inferred.get(field))


def _plain(value: Any) -> Any:
    """The value as JSON, dates in their own short form."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if hasattr(value, "granularity"):
        return str(value)
    return msgspec.to_builtins(value)


_HEADS: dict[type, Callable[[Any], str]] = {
    MeetingValues: lambda v: f"{v.state} {v.kind}, {v.date or 'date unknown'}, {'–'.join(v.parties)}",
    StatementValues: lambda v: (
        f"{v.speaker or 'unknown speaker'}, {v.kind}, “{v.cue}”" if v.cue else f"turn of {v.speaker}"
    ),
    CommitmentValues: lambda v: f"{v.strength} by {', '.join(v.made_by)}",
    StatusValues: lambda v: f"{v.subject_type} {v.status}",
    DialogueValues: lambda v: f"{v.name}, {'–'.join(v.parties)}",
    EventValues: lambda v: f"{v.event}, {v.source or '?'} → {v.target or '?'}",
    ActValues: lambda v: f"deed of {', '.join(v.who) or 'somebody'}",
}


def _headline(claim: Claim) -> str:
    head = _HEADS.get(type(claim.values))
    return head(claim.values) if head else str(claim.kind)


# As JSON.


def explanation_object(explanation: Explanation) -> dict[str, Any]:
    """The explanation as ``aidememoire explain --json`` prints it."""
    report = explanation.report
    return {
        "schema_version": SCHEMA_VERSION,
        "id": report.given_id,
        "report": report.id,
        "title": report.title,
        "passages": [
            {
                "span": _pair(passage.span),
                "role": passage.role,
                "words": report.words(passage.span),
                "entries": [_entry_object(report, entry) for entry in passage.entries],
            }
            for passage in explanation.passages
        ],
        "general": [_entry_object(report, entry) for entry in explanation.general],
    }


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _entry_object(report: Report, entry: Entry) -> dict[str, Any]:
    return {
        "verdict": entry.verdict,
        "kind": entry.kind,
        "headline": entry.headline,
        "span": _pair(entry.span) if entry.span else None,
        "words": report.words(entry.span) if entry.span else None,
        "more": [_pair(span) for span in entry.more],
        "rule": entry.rule,
        "why": entry.why,
        "readers": list(entry.readers),
        "confidence": entry.confidence,
        "attributed_to": entry.attributed_to,
        "claim_id": entry.claim,
        "values": [
            {
                "field": value.field,
                "value": value.value,
                "spans": [_pair(span) for span in value.spans],
                "words": [report.words(span) for span in value.spans],
                "inferred": value.inferred,
            }
            for value in entry.values
        ],
    }


# As lines for a terminal: (style, text); the face gives the styles their colours.

Lines = Iterator[tuple[str, str]]


def explanation_lines(explanation: Explanation) -> Lines:
    """The explanation line by line, each with the name of its style: id, role, text, claimed, refused, …, detail."""
    report = explanation.report
    yield "id", report.given_id
    for entry in explanation.general:
        yield from _entry_lines(report, entry)
    for passage in explanation.passages:
        yield "text", " ".join(report.words(passage.span).split())
        if passage.role != "body":
            yield "role", f"({passage.role})"
        for entry in passage.entries:
            yield from _entry_lines(report, entry)


def _entry_lines(report: Report, entry: Entry) -> Lines:
    yield entry.verdict, f"{entry.verdict} {entry.kind}: {entry.headline}"
    details = [f"rule {entry.rule}"]
    if entry.readers:
        details.append(f"by {' and '.join(entry.readers)}")
    if entry.confidence is not None:
        details.append(f"confidence {entry.confidence:.2f}")
    if entry.attributed_to:
        details.append(f"in the words of {entry.attributed_to}")
    yield "detail", ", ".join(details)
    if entry.why and entry.why not in entry.headline:
        yield "detail", f"why: {entry.why}"
    if entry.span:
        yield "detail", f"words: “{_short(report.words(entry.span))}”"
    for value in entry.values:
        words = " | ".join(f"“{_short(report.words(span))}”" for span in value.spans)
        said = "" if value.value is None else f" {_in_words(value.value)}"
        ground = f" ← {words}" if words else f" (inferred: {value.inferred})" if value.inferred else ""
        yield "detail", f"{value.field}:{said}{ground}"


_MOST_LETTERS = 160


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _MOST_LETTERS else f"{plain[:_MOST_LETTERS].rsplit(' ', 1)[0]} …"


def _in_words(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(_in_words(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(str(item) for item in value.values() if item is not None)
    return _short(str(value))


# As a page.

_STYLE = """
body { font: 16px/1.5 Georgia, serif; max-width: 60em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 1.3em; } .role { color: #666; font-size: .8em; }
mark { background: #fff1a8; } mark.refused { background: #f4d3cf; } mark.doubtful { background: #d8e4f5; }
details { margin: .2em 0 .2em 1.5em; font: 14px/1.4 sans-serif; } summary { cursor: pointer; }
.claimed summary { color: #245c24; } .refused summary { color: #8a2a1c; } .doubtful summary { color: #234a86; }
.problem summary { color: #8a5a00; } dl { margin: .2em 0 .6em 1.2em; } dt { float: left; clear: left; width: 9em; }
dd { margin-left: 9.5em; } q { color: #444; } .inferred { color: #777; font-style: italic; }
"""


def explanation_html(explanations: Iterable[Explanation]) -> str:
    """The explanations as one page that needs nothing else."""
    parts = [
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>What was read, and why</title>',
        f"<style>{_STYLE}</style></head><body>",
    ]
    for explanation in explanations:
        report = explanation.report
        parts.append(f"<article><h1>{_escape(report.title or report.given_id)}</h1>")
        parts += [_entry_html(report, entry) for entry in explanation.general]
        for passage in explanation.passages:
            role = f' <span class="role">{_escape(passage.role)}</span>' if passage.role != "body" else ""
            parts.append(f"<p>{_marked(report, passage)}{role}</p>")
            parts += [_entry_html(report, entry) for entry in passage.entries]
        parts.append("</article>")
    parts.append("</body></html>\n")
    return "\n".join(parts)


def _escape(words: str) -> str:
    return html.escape(words.encode("utf-8", "replace").decode())


def _marked(report: Report, passage: Passage) -> str:
    """The passage with what its entries stand on marked; where two overlap, a claim shows over a refusal."""
    edges: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for entry in passage.entries:
        if entry.span:
            edges[max(entry.span.start, passage.span.start)][entry.verdict] += 1
            edges[min(entry.span.end, passage.span.end)][entry.verdict] -= 1
    over: Counter[str] = Counter()
    out = []
    for start, end in pairwise(sorted({passage.span.start, passage.span.end, *edges})):
        over.update(edges.get(start, {}))
        words = _escape(report.text[start:end])
        verdict = next((name for name in _BY_RANK if over[name] > 0), None)
        out.append(f'<mark class="{verdict}">{words}</mark>' if verdict else words)
    return "".join(out)


def _entry_html(report: Report, entry: Entry) -> str:
    rows = [("rule", _escape(entry.rule))]
    if entry.readers:
        rows.append(("readers", _escape(", ".join(entry.readers))))
    if entry.confidence is not None:
        rows.append(("confidence", f"{entry.confidence:.2f}"))
    if entry.attributed_to:
        rows.append(("in the words of", _escape(entry.attributed_to)))
    if entry.why:
        rows.append(("why", _escape(entry.why)))
    if entry.span:
        rows.append(("words", f"<q>{_escape(report.words(entry.span))}</q>"))
    rows += [(_escape(value.field), _value_html(report, value)) for value in entry.values]
    listed = "".join(f"<dt>{name}</dt><dd>{words}</dd>" for name, words in rows)
    head = _escape(f"{entry.verdict} {entry.kind}: {entry.headline}")
    return f'<details class="{entry.verdict}"><summary>{head}</summary><dl>{listed}</dl></details>'


def _value_html(report: Report, value: Value) -> str:
    said = _escape(_in_words(value.value)) if value.value is not None else ""
    words = " ".join(f"<q>{_escape(report.words(span))}</q>" for span in value.spans)
    inferred = f'<span class="inferred">inferred: {_escape(value.inferred)}</span>' if value.inferred else ""
    return " ".join(part for part in (said, words, inferred) if part)
