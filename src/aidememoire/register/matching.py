"""Matching: which records go by the words that a person gives. Several are listed, never guessed among."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, and_, func, or_, select

from aidememoire.model import NotFoundError, RecordKind, UsageError
from aidememoire.register import rows, schema
from aidememoire.register.candidates import PREFIXES
from aidememoire.register.keeping import chunks
from aidememoire.register.world import fold

# An id may be shortened to so many characters, as people do with hashes.
SHORT_ID = 6
LISTED = 10  # of the records that match
LABEL_LENGTH = 100  # characters; a statement may be a paragraph

# What many of a kind are called, which is also the command that lists them.
LISTED_AS = {
    RecordKind.DIALOGUE: "dialogues",
    RecordKind.MEETING: "meetings",
    RecordKind.PERSON: "people",
    RecordKind.STATEMENT: "statements",
    RecordKind.COMMITMENT: "commitments",
    RecordKind.STATUS: "statuses",
    RecordKind.TENURE: "offices learnt",
}


def _one_line(label: str) -> str:
    words = " ".join(label.split())
    return words if len(words) <= LABEL_LENGTH else f"{words[: LABEL_LENGTH - 1].rstrip()}…"


class SeveralMatchError(UsageError):
    """Several records go by the words that were given; the person must choose."""

    def __init__(self, words: str, candidates: Sequence[tuple[str, str]]) -> None:
        listed = "".join(f"\n  {name}  {_one_line(label)}" for name, label in candidates[:LISTED])
        more = f"\n  … and {len(candidates) - LISTED} more" if len(candidates) > LISTED else ""
        super().__init__(words, f"{len(candidates)} match", f"Give one of the ids:{listed}{more}")
        self.candidates = tuple(candidates)  # id and label


def match(connection: Connection, words: str, kind: RecordKind | None = None) -> list[tuple[str, str]]:
    """The records (id, label) that go by these words: by id, old id or its beginning; by whole name; by words in it.

    The first of these ways that finds any is used.
    """
    words = rows.whole_letters(words.strip())
    for way in (_by_id, _by_old_claim, _by_name, _by_words):
        if found := way(connection, words, kind):
            return found
    return []


def match_one(connection: Connection, words: str, kind: RecordKind | None = None) -> str:
    """The id of the one record that goes by these words; raises NotFoundError or SeveralMatchError."""
    found = match(connection, words, kind)
    if not found:
        what = str(kind) if kind else "record"
        listing = LISTED_AS[kind or RecordKind.MEETING]
        raise NotFoundError(words, f"no {what} goes by that", f"List what there is: aidememoire {listing}.")
    if len(found) > 1 and kind is None:  # who was seen in an office goes by the person's name: the person is meant
        found = _but_tenures(connection, found) or found
    if len(found) > 1:
        raise SeveralMatchError(words, found)
    return found[0][0]


def _but_tenures(connection: Connection, found: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    kinds = select(schema.records.c.id).where(schema.records.c.kind == RecordKind.TENURE.value)
    tenures: set[str] = set()
    for ids in chunks(name for name, _ in found):
        tenures |= set(connection.execute(kinds.where(schema.records.c.id.in_(ids))).scalars())
    return [item for item in found if item[0] not in tenures]


def _labels(connection: Connection, condition: Any, kind: RecordKind | None) -> list[tuple[str, str]]:
    query = select(schema.records.c.id, schema.records.c.label).where(condition)
    if kind is not None:
        query = query.where(schema.records.c.kind == kind.value)
    return [
        (row.id, row.label) for row in connection.execute(query.order_by(schema.records.c.label, schema.records.c.id))
    ]


def _by_id(connection: Connection, words: str, kind: RecordKind | None) -> list[tuple[str, str]]:
    if len(words) < SHORT_ID or not words.isalnum():
        return []
    joined = schema.record_claims
    held = select(joined.c.record).where(
        or_(joined.c.would_be.startswith(words, autoescape=True), joined.c.claim == words)
    )
    exact = select(joined.c.record).where(joined.c.would_be == words)
    return _labels(connection, schema.records.c.id.in_(exact), kind) or _labels(
        connection, schema.records.c.id.in_(held), kind
    )


def _by_old_claim(connection: Connection, words: str, kind: RecordKind | None) -> list[tuple[str, str]]:
    """By an id made from a claim that a newer reading has replaced: the claim now at its words leads on."""
    former = connection.execute(
        select(schema.former_ids.c.claim).where(schema.former_ids.c.would_be == words)
    ).scalar_one_or_none()
    if former is None:
        return []
    kind_of = {prefix: name for name, prefix in PREFIXES.items()}[words[0]]
    return _labels(connection, schema.records.c.id.in_(_records_at(connection, former)), kind or kind_of)


def _records_at(connection: Connection, claim: str) -> list[str]:
    """The records of the current claims whose evidence overlaps that of an old claim of the same kind."""
    spans, claims = schema.claim_spans, schema.claims
    old = connection.execute(
        select(claims.c.report, claims.c.kind, spans.c.start_at, spans.c.end_at)
        .join(spans, and_(spans.c.reading == claims.c.reading, spans.c.claim == claims.c.id))
        .where(claims.c.id == claim, spans.c.field == "", spans.c.position == 0)
        .limit(1)
    ).first()
    if old is None:
        return []
    current = schema.current_claims
    query = (
        select(schema.record_claims.c.record)
        .join(current, current.c.id == schema.record_claims.c.claim)
        .join(spans, and_(spans.c.reading == current.c.reading, spans.c.claim == current.c.id))
        .where(
            current.c.report == old.report,
            current.c.kind == old.kind,
            spans.c.field == "",
            spans.c.start_at < old.end_at,
            spans.c.end_at > old.start_at,
        )
    )
    return sorted(set(connection.execute(query).scalars()))


def _by_name(connection: Connection, words: str, kind: RecordKind | None) -> list[tuple[str, str]]:
    folded = fold(words)
    return _labels(connection, schema.records.c.search.contains(f"|{folded}|", autoescape=True), kind) if folded else []


def _by_words(connection: Connection, words: str, kind: RecordKind | None) -> list[tuple[str, str]]:
    """All of the words stand in its names or content, wherever."""
    parts = fold(words).split()
    if not parts:
        return []
    spaced = func.replace(schema.records.c.search, "|", " ")  # names stand between bars, their words between spaces
    conditions = [spaced.contains(f" {part} ", autoescape=True) for part in parts]
    return _labels(connection, and_(*conditions), kind)
