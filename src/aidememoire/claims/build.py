"""Proposals → Claims: ids from content, order of position, and whose word each claim is."""

import hashlib
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

import msgspec

from aidememoire import __version__
from aidememoire.model import (
    Claim,
    ClaimKind,
    CommitmentValues,
    MeetingValues,
    Mentions,
    Nature,
    Proposal,
    Reading,
    Refusal,
    Span,
    StatementValues,
    Strength,
    Values,
)

_ORDER = {kind: place for place, kind in enumerate(ClaimKind)}
BESIDE_THE_ID = ("initiative", "sidelines")
"""Fields that tell no meeting from another, and so are no part of a claim's id: a word more on it is no other claim."""
_NEVER_SAID = frozenset({Nature.DRAFT, Nature.INTERNAL})


def build_reading(mentions: Mentions, found: Sequence[Proposal | Refusal]) -> Reading:
    """The report's claims in order of kind and position, with what was withheld."""
    proposals = [item for item in found if isinstance(item, Proposal)]
    refusals = [item for item in found if isinstance(item, Refusal)]
    kept = [proposal for proposal in proposals if not _is_unsaid(proposal, mentions)]
    refusals += [
        Refusal(proposal.kind, proposal.evidence[0], "draft", proposal.rule)
        for proposal in proposals
        if _is_unsaid(proposal, mentions)
    ]
    statements = [proposal for proposal in kept if proposal.kind is ClaimKind.STATEMENT]
    said = sorted(
        ((extent, statement) for statement in statements for extent in _said(statement)),
        key=lambda pair: pair[0].start,
    )
    kept = [_attributed(proposal, said) for proposal in kept]
    kept.sort(key=_place)
    ids = {proposal.key: _claim_id(proposal) for proposal in kept}
    claims = {ids[proposal.key]: _claim(proposal, ids) for proposal in kept}
    return Reading(
        report=mentions.report.id,
        dateline=mentions.dateline,
        claims=tuple(claims.values()),
        doubtful=mentions.doubtful,
        withheld=tuple(
            sorted(set(refusals), key=lambda refusal: (refusal.span, refusal.kind, refusal.why, refusal.rule))
        ),
        problems=mentions.report.problems,
    )


def _is_unsaid(proposal: Proposal, mentions: Mentions) -> bool:
    """Whether a draft or line to take is the only ground: it never yields *agreed* or *said*."""
    if mentions.report.nature not in _NEVER_SAID:
        return False
    values = proposal.values
    return isinstance(values, StatementValues) or (
        isinstance(values, CommitmentValues) and values.strength is Strength.AGREED
    )


def _place(proposal: Proposal) -> tuple[int, int, int, str]:
    first = min(span.start for span in proposal.evidence)
    return _ORDER[proposal.kind], first, proposal.evidence[0].end, proposal.key


def _attributed(proposal: Proposal, said: Sequence[tuple[Span, Proposal]]) -> Proposal:
    """The proposal with the speaker in whose words it stands; the narrowest statement around it counts."""
    if proposal.attributed_to is not None:
        return proposal
    words = proposal.evidence[0]
    around = [
        (extent.end - extent.start, statement)
        for extent, statement in said[: bisect_right(said, words.start, key=lambda pair: pair[0].start)]
        if words.end <= extent.end and statement.key != proposal.key and not _is_same_words(proposal, extent)
    ]
    if not around:
        return proposal
    _, nearest = min(around, key=lambda pair: (pair[0], pair[1].key))
    assert isinstance(nearest.values, StatementValues)
    return replace(proposal, attributed_to=nearest.values.speaker)


def _is_same_words(proposal: Proposal, extent: Span) -> bool:
    """Whether a statement is only told twice over the same words: then neither is inside the other."""
    return proposal.kind is ClaimKind.STATEMENT and extent in _said(proposal)


def _said(statement: Proposal) -> tuple[Span, ...]:
    """The words said: the content, and all pieces of a turn or broken quotation."""
    spans = dict(statement.spans)
    return spans.get("turn", ()) + spans.get("parts", ()) + spans.get("content", ())


def _claim_id(proposal: Proposal) -> str:
    """Hash of report, kind, spans and values; links to other claims of the report and circumstances are left out."""
    spans = [(span.start, span.end) for span in proposal.evidence]
    fields = [(name, [(span.start, span.end) for span in places]) for name, places in sorted(proposal.spans)]
    fields = [field for field in fields if field[0] not in BESIDE_THE_ID]
    content = [proposal.evidence[0].report, proposal.kind, spans, fields, _identifying(proposal.values)]
    return "c-" + hashlib.sha256(msgspec.json.encode(content)).hexdigest()[:16]


def _identifying(values: Values) -> object:
    """The values as they count for the id."""
    unlinked = _unlinked(values)
    if not isinstance(unlinked, MeetingValues):
        return unlinked
    told = msgspec.to_builtins(unlinked)
    return {field: value for field, value in told.items() if field not in BESIDE_THE_ID}


def _unlinked(values: Values) -> Values:
    if isinstance(values, MeetingValues):
        return replace(values, part_of=None)
    if isinstance(values, CommitmentValues):
        return replace(values, made_at=None)
    if isinstance(values, StatementValues):
        return replace(values, same_as=None)
    return values


def _linked(values: Values, ids: dict[str, str]) -> Values:
    """The values with proposal keys replaced by claim ids."""
    if isinstance(values, MeetingValues) and values.part_of:
        return replace(values, part_of=ids.get(values.part_of))
    if isinstance(values, CommitmentValues) and values.made_at:
        return replace(values, made_at=ids.get(values.made_at))
    if isinstance(values, StatementValues) and values.same_as:
        return replace(values, same_as=ids.get(values.same_as))
    return values


def _claim(proposal: Proposal, ids: dict[str, str]) -> Claim:
    return Claim(
        id=ids[proposal.key],
        report=proposal.evidence[0].report,
        kind=proposal.kind,
        values=_linked(proposal.values, ids),
        evidence=proposal.evidence,
        spans=tuple(sorted(proposal.spans)),
        inferred=tuple(sorted(proposal.inferred)),
        attributed_to=proposal.attributed_to,
        confidence=round(proposal.confidence, 3),
        readers=tuple(str(reader) for reader in proposal.readers),
        rule=proposal.rule,
        rule_version=__version__,
    )
