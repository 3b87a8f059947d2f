"""A report's reading as the JSON objects that the stable interface promises."""

from collections.abc import Callable
from typing import Any

import msgspec

from aidememoire.model import (
    ActValues,
    Claim,
    ClaimKind,
    CommitmentValues,
    Dateline,
    DialogueValues,
    DoubtfulMention,
    EventValues,
    MeetingValues,
    Problem,
    Reading,
    Refusal,
    Report,
    Span,
    StatementValues,
    StatusValues,
    TenureValues,
    TimeMention,
    When,
)

SCHEMA_VERSION = 1

Json = dict[str, Any]

# Values that are read off the evidence as a whole: a class, not words.
_CLASSES = ("kind", "state", "mode", "level", "strength", "topic", "status", "subject_type", "event", "context")

# Fields whose spans are a list of pairs, one for each item of the list.
_LIST_FIELDS = frozenset(
    {"parties", "made_by", "participants", "topics", "conditions", "causes", "who", "evidence_more"}
)


def claims_json(report: Report, reading: Reading) -> Json:
    """All that one report asserts, as ``aidememoire claims --json`` prints it."""
    meetings = [claim for claim in reading.claims if claim.kind is ClaimKind.MEETING]
    mids = {claim.id: f"m{number}" for number, claim in enumerate(meetings, 1)}
    out: Json = {
        "schema_version": SCHEMA_VERSION,
        "id": report.given_id,
        "report": report.id,
        "dateline": _dateline(reading.dateline) if reading.dateline else None,
    }
    for kind, name, values in _LISTS:
        claims = [claim for claim in reading.claims if claim.kind is kind]
        out[name] = [
            {**values(report, claim, number, mids), **_common(report, claim)} for number, claim in enumerate(claims, 1)
        ]
    out["doubtful"] = [_doubtful(report, item) for item in reading.doubtful]
    out["withheld"] = [_withheld(report, item) for item in reading.withheld]
    out["problems"] = [problem_json(item) for item in reading.problems]
    return out


def text_json(report: Report, byline: str | None) -> Json:
    """The report itself, as ``aidememoire text --json`` prints it; input that ``claims`` takes again."""
    return {
        "id": report.given_id,
        "source": report.source,
        "text": report.text,
        "title": report.title,
        "byline": byline,
        "published": report.published,
        "updated": None,
        "language": report.language,
        "outlet": report.outlet,
        "side": report.side,
        "url": report.url,
        "nature": str(report.nature),
        "problems": [problem_json(item) for item in report.problems],
    }


def times_json(report: Report, times: tuple[TimeMention, ...]) -> Json:
    """The time expressions, as ``aidememoire times --json`` prints them."""
    return {
        "id": report.given_id,
        "times": [
            {
                "start": time.span.start,
                "end": time.span.end,
                "text": report.words(time.span),
                "type": time.type,
                "value": time.value,
                "first_day": time.when.first.isoformat() if time.when else None,
                "last_day": time.when.last.isoformat() if time.when else None,
                "alternatives": [str(other) for other in time.alternatives],
            }
            for time in times
        ],
        "problems": [problem_json(item) for item in report.problems],
    }


def problem_json(problem: Problem) -> Json:
    """One problem."""
    return {
        "severity": str(problem.severity),
        "source": problem.source,
        "span": _pair(problem.span) if problem.span else None,
        "rule": problem.rule,
        "message": problem.message,
    }


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _when(when: When | None) -> str | None:
    return str(when) if when else None


def _dateline(dateline: Dateline) -> Json:
    return {
        "place": dateline.place,
        "date": _when(dateline.date),
        "agency": dateline.agency,
        "byline": dateline.byline,
        "spans": {name: _pair(span) for name, span in dateline.spans},
    }


def _meeting(report: Report, claim: Claim, number: int, mids: dict[str, str]) -> Json:
    values = claim.values
    assert isinstance(values, MeetingValues)
    return {
        "mid": mids[claim.id],
        "kind": str(values.kind),
        "format": values.format,
        "parties": list(values.parties),
        "date": _when(values.date),
        "place": values.place,
        "ordinal": values.ordinal,
        "state": str(values.state),
        "participants": [msgspec.to_builtins(who) for who in values.participants],
        "evidence": report.words(claim.evidence[0]),
        "evidence_more": [report.words(span) for span in claim.evidence[1:]],
        "host": values.host,
        "topics": list(values.topics),
        "part_of": mids.get(values.part_of or ""),
        "mode": values.mode,
        "level": values.level,
        "initiative": values.initiative,
        "sidelines": values.sidelines,
    }


def _statement(report: Report, claim: Claim, number: int, mids: dict[str, str]) -> Json:
    values = claim.values
    assert isinstance(values, StatementValues)
    return {
        "speaker": values.speaker,
        "speaker_party": values.speaker_party,
        "kind": str(values.kind),
        "content": values.content,
        "cue": values.cue,
        "occasion": values.occasion,
        "evidence": report.words(claim.evidence[0]),
        "addressee": values.addressee,
        "is_negated": values.is_negated,
        "speech_act": str(values.speech_act) if values.speech_act else None,
        "same_as": values.same_as,
    }


def _commitment(report: Report, claim: Claim, number: int, mids: dict[str, str]) -> Json:
    values = claim.values
    assert isinstance(values, CommitmentValues)
    return {
        "cid": f"c{number}",
        "content": values.content,
        "made_by": list(values.made_by),
        "strength": str(values.strength),
        "made_at": mids.get(values.made_at or ""),
        "due": _when(values.due),
        "evidence": report.words(claim.evidence[0]),
        "due_words": values.due_words,
        "topic": values.topic,
        "conditions": list(values.conditions),
    }


def _status(report: Report, claim: Claim, number: int, mids: dict[str, str]) -> Json:
    values = claim.values
    assert isinstance(values, StatusValues)
    return {
        "subject": values.subject,
        "subject_type": str(values.subject_type),
        "parties": list(values.parties),
        "status": str(values.status),
        "since": _when(values.since),
        "cause": values.cause,
        "evidence": report.words(claim.evidence[0]),
        "causes": list(values.causes),
    }


def _dialogue(report: Report, claim: Claim, number: int, mids: dict[str, str]) -> Json:
    values = claim.values
    assert isinstance(values, DialogueValues)
    return {
        "name": values.name,
        "parties": list(values.parties),
        "level": values.level,
        "evidence": report.words(claim.evidence[0]),
        "key": values.key,
    }


def _event(report: Report, claim: Claim, number: int, mids: dict[str, str]) -> Json:
    values = claim.values
    assert isinstance(values, EventValues)
    return {
        "event": values.event,
        "mode": values.mode,
        "context": list(values.context),
        "source": values.source,
        "target": values.target,
        "date": _when(values.date),
        "evidence": report.words(claim.evidence[0]),
    }


def _act(report: Report, claim: Claim, number: int, mids: dict[str, str]) -> Json:
    values = claim.values
    assert isinstance(values, ActValues)
    return {
        "who": list(values.who),
        "what": values.what,
        "date": _when(values.date),
        "evidence": report.words(claim.evidence[0]),
    }


def _tenure(report: Report, claim: Claim, number: int, mids: dict[str, str]) -> Json:
    values = claim.values
    assert isinstance(values, TenureValues)
    return {
        "person": values.person,
        "office": values.office,
        "role": values.role,
        "party": values.party,
        "evidence": report.words(claim.evidence[0]),
    }


_LISTS: tuple[tuple[ClaimKind, str, Callable[[Report, Claim, int, dict[str, str]], Json]], ...] = (
    (ClaimKind.MEETING, "meetings", _meeting),
    (ClaimKind.STATEMENT, "statements", _statement),
    (ClaimKind.COMMITMENT, "commitments", _commitment),
    (ClaimKind.STATUS, "statuses", _status),
    (ClaimKind.DIALOGUE, "dialogues", _dialogue),
    (ClaimKind.EVENT, "events", _event),
    (ClaimKind.ACT, "acts", _act),
    (ClaimKind.TENURE, "tenures", _tenure),
)


def _common(report: Report, claim: Claim) -> Json:
    spans: Json = {"evidence": _pair(claim.evidence[0])}
    if claim.kind is ClaimKind.MEETING:
        spans["evidence_more"] = [_pair(span) for span in claim.evidence[1:]]
    for name, places in claim.spans:
        spans[name] = [_pair(span) for span in places] if name in _LIST_FIELDS or len(places) > 1 else _pair(places[0])
    inferred = dict(claim.inferred)
    spans |= {name: None for name in inferred if name not in spans}
    spans |= {name: spans["evidence"] for name in _CLASSES if getattr(claim.values, name, None) and name not in spans}
    return {
        "claim_id": claim.id,
        "readers": list(claim.readers),
        "rule": claim.rule,
        "confidence": claim.confidence,
        "attributed_to": claim.attributed_to,
        "spans": spans,
        "inferred": inferred,
    }


def _doubtful(report: Report, item: DoubtfulMention) -> Json:
    return {
        "span": _pair(item.span),
        "words": report.words(item.span),
        "proposed": item.proposed,
        "why": item.why,
        "rule": item.rule,
    }


def _withheld(report: Report, item: Refusal) -> Json:
    return {
        "kind": item.kind,
        "span": _pair(item.span),
        "words": report.words(item.span),
        "why": item.why,
        "rule": item.rule,
    }
