"""Judging: the words that a person's ruling is anchored on, and what it bears on among today's claims."""

from typing import Any

import msgspec
from sqlalchemy import Connection, select

from aidememoire.model import RecordKind, Ruling
from aidememoire.register import schema
from aidememoire.register.candidates import unit_id
from aidememoire.register.matching import match_one
from aidememoire.register.resolving import Rulings


def anchors_of(connection: Connection, name: str, *, every: bool) -> list[dict[str, Any]]:
    """The words that a ruling on this record or claim is about: those of its first claim, or of every claim."""
    held, claims, spans = schema.record_claims, schema.current_claims, schema.claim_spans
    is_claim = connection.execute(select(claims.c.id).where(claims.c.id == name).limit(1)).first() is not None
    record = None if is_claim else match_one(connection, name)
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


def rulings_in_force(connection: Connection) -> Rulings:
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
