"""What the rules found → hints for the tagger: where, what, and how sure."""

from collections.abc import Iterable, Iterator

from aidememoire.claims.readers.cutting import HINTS, REFUSED, Hint
from aidememoire.model import ClaimKind, Proposal, Refusal, Span

# kind of claim → field → hint; "" stands for the evidence.
_FIELDS: dict[str, tuple[tuple[str, str], ...]] = {
    ClaimKind.STATEMENT: (("content", "content"), ("parts", "content"), ("cue", "cue"), ("speaker", "source")),
    ClaimKind.COMMITMENT: (("content", "promise"), ("", "promise_evidence")),
    ClaimKind.STATUS: (("subject", "subject"), ("", "became")),
    ClaimKind.MEETING: (("", "occasion"), ("kind", "trigger")),
}
_REFUSED_AS: dict[str, str] = {
    ClaimKind.STATEMENT: "content",
    ClaimKind.COMMITMENT: "promise_evidence",
    ClaimKind.STATUS: "became",
    ClaimKind.MEETING: "occasion",
}
# The rules said nothing of such mentions when the tagger was fitted. Hinting at them changes what it finds: only anew
# fitted may it be told of them.
_UNTOLD = frozenset({"unnamed"})
# How sure of a meeting the rules were when the tagger was fitted: what its marks added. They weigh it otherwise since.
_OF_MEETINGS = 0.6
_ADDED = (
    (frozenset({"named 2", "named 3", "named 4"}), 0.15),
    (frozenset({"day or place told"}), 0.1),
    (frozenset({"shape encounter", "shape travel", "actors 1", "actors 2", "actors 3", "actors 4"}), 0.1),
    (frozenset({"in a turn"}), -0.15),
)


def hints_of(found: Iterable[Proposal | Refusal]) -> list[Hint]:
    """The hints, in the order of what was found."""
    return [hint for one in found for hint in (_refused(one) if isinstance(one, Refusal) else _proposed(one))]


def _proposed(proposal: Proposal) -> Iterator[Hint]:
    spans = dict(proposal.spans)
    sure = _as_when_fitted(proposal.notes) if proposal.kind is ClaimKind.MEETING else proposal.confidence
    for field, name in _FIELDS.get(proposal.kind, ()):
        words: Iterable[Span] = spans.get(field, ()) if field else proposal.evidence
        for span in words:
            yield span.start, span.end, HINTS.index(name), sure


def _as_when_fitted(marks: Iterable[str]) -> float:
    """How sure the rules would have been of a meeting with these marks when the tagger was fitted."""
    told = frozenset(marks)
    return _OF_MEETINGS + sum(more for any_of, more in _ADDED if told & any_of)


def _refused(refusal: Refusal) -> Iterator[Hint]:
    name = _REFUSED_AS.get(refusal.kind)
    if name and refusal.why not in _UNTOLD:
        yield refusal.span.start, refusal.span.end, HINTS.index(name), REFUSED
