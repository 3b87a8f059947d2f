"""Judging: the words that a person's ruling is anchored on, and what it bears on among today's claims."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Connection, func, select

from aidememoire.model import Judgement, NotFoundError, RecordKind, Ruling, UsageError
from aidememoire.register import schema
from aidememoire.register.candidates import unit_id
from aidememoire.register.keeping import chunks
from aidememoire.register.matching import match_one
from aidememoire.register.resolving import Rulings

Anchor = dict[str, Any]

_KINDS = {str(kind) for kind in RecordKind}
# What can be joined, and what parted: a dialogue is told by its name, and one name is one dialogue.
_PARTED = frozenset({RecordKind.MEETING, RecordKind.PERSON, RecordKind.STATEMENT, RecordKind.COMMITMENT})
_JOINED = _PARTED | {RecordKind.DIALOGUE}


@dataclass(frozen=True, slots=True)
class Ruled:
    """A judgement, and what it bears on today."""

    judgement: Judgement
    words: tuple[str, ...]  # of the report, for each thing that it is about
    records: tuple[str, ...]  # ids that it bears on now; none where what it is about was rejected
    waits: bool  # something that it is about is no longer read: it has no effect, and a person should look again


def anchors_for(connection: Connection, ruling: Ruling, names: Sequence[str]) -> list[list[Anchor]]:
    """The words that the ruling on these records or claims is about, for each of them.

    Raises UsageError where it could have no effect, or more than is meant; NotFoundError where there is no such thing.
    """
    every = ruling in {Ruling.ACCEPTED, Ruling.REJECTED}
    sides = [_anchors_of(connection, name, every=every) for name in names]
    if ruling is Ruling.REJECTED:
        _refuse_more_than_meant(names[0], sides[0])
    if len(sides) == 2:
        _refuse_without_effect(ruling, names, [side[0] for side in sides])
    return sides


def _refuse_more_than_meant(name: str, side: Sequence[Anchor]) -> None:
    """Who took part in a meeting is told by the claim of the meeting: without it, there would be no meeting either."""
    others = sorted({anchor["kind"] for anchor in side if anchor["kind"] != anchor["record_kind"]})
    if others:
        kind = side[0]["record_kind"]
        cause = f"this {kind} is known from claims of another kind ({', '.join(others)}), which would be gone, too"
        raise UsageError(name, cause, f"Reject the claims that are wrong; show lists them: aidememoire show {name}.")


def _refuse_without_effect(ruling: Ruling, names: Sequence[str], pair: Sequence[Anchor]) -> None:
    one, other = pair
    both = ", ".join(names)
    if one["record_kind"] != other["record_kind"]:
        cause = f"a {one['record_kind']} and a {other['record_kind']} are never one thing"
        raise UsageError(both, cause, "Name two of a kind.")
    if one["unit"] == other["unit"]:
        next_step = "There is nothing to join." if ruling is Ruling.SAME else "Name two of its claims."
        raise UsageError(both, "they are one thing already", next_step)
    if one["record_kind"] not in {Ruling.SAME: _JOINED, Ruling.DIFFERENT: _PARTED}.get(ruling, _KINDS):
        what = "joined" if ruling is Ruling.SAME else "parted"
        cause = f"what is told as a {one['record_kind']} can't be {what} by a ruling"
        raise UsageError(both, cause, "Accept or reject its claims.")


def _anchors_of(connection: Connection, name: str, *, every: bool) -> list[Anchor]:
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
        found = [row for row in found if row.kind in _KINDS and row.would_be == unit_id(RecordKind(row.kind), row.id)]
        return [_as_anchor(row, row.kind) for row in found[:1]] or [_of_no_record(connection, name)]
    if not every:
        found = [row for row in found if row.would_be == record] or found[:1]
    return [_as_anchor(row, kind or row.kind) for row in (found if every else found[:1])]


def _as_anchor(row: Any, record_kind: str) -> Anchor:
    return {
        "unit": row.would_be,
        "part": row.part,
        "record_kind": record_kind,
        "claim": row.id,
        "report": row.report,
        "kind": row.kind,
        "start": row.start_at,
        "end": row.end_at,
    }


def _of_no_record(connection: Connection, claim: str) -> Anchor:
    """The words of a claim that founds no record: a deed, or one that was rejected."""
    claims, spans = schema.current_claims, schema.claim_spans
    query = (
        select(claims.c.report, claims.c.kind, spans.c.start_at, spans.c.end_at)
        .join(spans, (spans.c.claim == claims.c.id) & (spans.c.reading == claims.c.reading))
        .where(claims.c.id == claim, spans.c.field == "", spans.c.position == 0)
    )
    row = connection.execute(query).first()
    if row is None:
        raise NotFoundError(claim, "the claim has no words", "Name another.")
    unit = unit_id(RecordKind(row.kind), claim) if row.kind in _KINDS else claim
    return {"unit": unit, "part": "", "record_kind": row.kind, "claim": claim, "report": row.report, "kind": row.kind,
            "start": row.start_at, "end": row.end_at}  # fmt: skip


def rulings_in_force(connection: Connection) -> Rulings:
    """The judgements in force, put in today's claims; those whose words are gone wait for a person.

    Of two on the same things the later one counts.
    """
    pairs: dict[tuple[str, str], Ruling] = {}
    single: dict[str, Ruling] = {}
    for judgement, anchors in _judgements(connection):
        if judgement.undone_at is not None:
            continue
        sides = [[_today(connection, anchor) for anchor in side] for side in anchors]
        if judgement.ruling in {Ruling.ACCEPTED, Ruling.REJECTED}:
            own = {found[1] for anchor, found in zip(anchors[0], sides[0], strict=True)
                   if found and anchor["kind"] == anchor["record_kind"]}  # fmt: skip
            single |= dict.fromkeys(own, judgement.ruling)
        elif judgement.ruling is not Ruling.UNSURE and all(side and side[0] for side in sides):
            units = sorted(side[0][0] for side in sides if side[0])
            pairs[units[0], units[1]] = judgement.ruling
    return Rulings(
        same=tuple(pair for pair, ruling in pairs.items() if ruling is Ruling.SAME),
        different=tuple(pair for pair, ruling in pairs.items() if ruling is Ruling.DIFFERENT),
        rejected=frozenset(claim for claim, ruling in single.items() if ruling is Ruling.REJECTED),
        accepted=frozenset(claim for claim, ruling in single.items() if ruling is Ruling.ACCEPTED),
    )


def judgements(connection: Connection) -> list[Judgement]:
    """Every ruling, in order of time."""
    return [judgement for judgement, _ in _judgements(connection)]


def ruled(connection: Connection) -> list[Ruled]:
    """Every judgement with its words and what it bears on now, in order of time."""
    found = []
    for judgement, anchors in _judgements(connection):
        today = [[_today(connection, anchor) for anchor in side] for side in anchors]
        units = [item[0] for side in today for item in side if item]
        words = tuple(_words(connection, side[0]) for side in anchors)
        waits = judgement.undone_at is None and any(not any(side) for side in today)
        found.append(Ruled(judgement, words, _records_of(connection, units), waits))
    return found


def judgements_by_record(connection: Connection) -> dict[str, list[Judgement]]:
    """Id of a record → the judgements in force that bear on it, in order of time."""
    found: defaultdict[str, list[Judgement]] = defaultdict(list)
    for judgement, anchors in _judgements(connection):
        if judgement.undone_at is None:
            today = [_today(connection, anchor) for side in anchors for anchor in side]
            for record in _records_of(connection, [item[0] for item in today if item]):
                found[record].append(judgement)
    return dict(found)


def _judgements(connection: Connection) -> list[tuple[Judgement, list[list[Anchor]]]]:
    table = schema.judgements
    return [
        (
            Judgement(
                row.id,
                Ruling(row.ruling),
                row.left_id,
                row.right_id,
                row.made_by,
                row.made_at,
                row.undone_at,
                row.undone_by,
            ),
            msgspec.json.decode(row.anchors),
        )
        for row in connection.execute(select(table).order_by(table.c.made_at, table.c.id))
    ]


def _records_of(connection: Connection, units: Sequence[str]) -> tuple[str, ...]:
    held = schema.record_claims
    found: set[str] = set()
    for chunk in chunks(dict.fromkeys(units)):
        found |= set(connection.execute(select(held.c.record).where(held.c.would_be.in_(chunk))).scalars())
    return tuple(sorted(found))


def _words(connection: Connection, anchor: Anchor) -> str:
    """The words of the report that the ruling is about, on one line."""
    text = func.substr(schema.reports.c.text, anchor["start"] + 1, anchor["end"] - anchor["start"])
    found = connection.execute(select(text).where(schema.reports.c.id == anchor["report"])).scalar_one_or_none()
    return " ".join((found or "").split())


def _today(connection: Connection, anchor: Anchor) -> tuple[str, str] | None:
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
    if found is None:
        return None
    is_record = anchor["record_kind"] in _KINDS
    return unit_id(RecordKind(anchor["record_kind"]), found, anchor["part"]) if is_record else found, found
