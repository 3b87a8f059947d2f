"""The same words told twice in one report: a paraphrase in the lead, the quotation in full below."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from aidememoire.model import ClaimKind, Mentions, Proposal, StatementKind, StatementValues

_TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_EMPTY = frozenset("be have do say tell make take go get will would can could may might there".split())
_NEGATIONS = frozenset({"not", "n't", "n’t", "no", "never", "none", "nothing", "neither", "nor", "without"})
_SHARED = 0.6  # of the shorter one's telling words: accepts "road open in May" in "the road will be open by May"
_MIN_SHARED = 3  # telling words in common: two are a subject and its verb
_MIN_PLAIN = 2  # of them no names: what is told of Oslo twice need not be the same
_STEM = 6  # letters: "reopening", "reopened"
_MAX_BACK = 60  # statements of one speaker that are looked at for each


@dataclass(frozen=True, slots=True)
class _Told:
    at: int  # index among the proposals
    values: StatementValues
    start: int
    words: frozenset[str]  # stems of those that tell something
    plain: frozenset[str]  # of these, those that are no names
    numbers: frozenset[str]
    negations: int


def link_same(mentions: Mentions, proposals: Sequence[Proposal]) -> list[Proposal]:
    """The proposals, each paraphrase with the key of the fuller statement of the same words (``same_as``)."""
    linked = list(proposals)
    by_speaker: dict[str, list[_Told]] = {}
    for at, proposal in enumerate(proposals):
        values = proposal.values
        if proposal.kind is ClaimKind.STATEMENT and isinstance(values, StatementValues) and values.speaker:
            by_speaker.setdefault(values.speaker.casefold(), []).append(_told(mentions, at, proposal, values))
    for told in by_speaker.values():
        told.sort(key=lambda one: one.start)
        for place, one in enumerate(told):
            full = _fuller(one, told[place + 1 : place + 1 + _MAX_BACK])
            if full is not None:
                linked[one.at] = replace(linked[one.at], values=replace(one.values, same_as=proposals[full.at].key))
    return linked


def _told(mentions: Mentions, at: int, proposal: Proposal, values: StatementValues) -> _Told:
    span = proposal.evidence[0]
    first = bisect_left(mentions.tokens, span.start, key=lambda token: token.start)
    words: set[str] = set()
    names: set[str] = set()
    numbers: set[str] = set()
    negations = 0
    while first < len(mentions.tokens) and mentions.tokens[first].start < span.end:
        token = mentions.tokens[first]
        first += 1
        negations += token.lower in _NEGATIONS
        if token.pos not in _TELLING or token.lemma in _EMPTY:
            continue
        kept = numbers if any(c.isdigit() for c in token.text) else words
        kept.add(token.lemma[:_STEM])
        if token.pos == "PROPN":
            names.add(token.lemma[:_STEM])
    return _Told(at, values, span.start, frozenset(words), frozenset(words - names), frozenset(numbers), negations)


def _fuller(one: _Told, later: list[_Told]) -> _Told | None:
    """The statement further down that tells the same words in full; None for a quotation, which is full itself."""
    if one.values.kind is StatementKind.DIRECT:
        return None
    best, most = None, 0
    for other in later:
        shared = len(one.words & other.words)
        if shared > most and _is_same(one, other, shared):
            best, most = other, shared
    return best


def _is_same(one: _Told, other: _Told, shared: int) -> bool:
    shorter = min(len(one.words), len(other.words))
    if shared < _MIN_SHARED or shared < _SHARED * shorter or one.negations % 2 != other.negations % 2:
        return False
    if len(one.plain & other.plain) < _MIN_PLAIN:
        return False
    if one.numbers and other.numbers and one.numbers.isdisjoint(other.numbers):
        return False
    return other.values.kind is not StatementKind.INDIRECT or len(other.values.content) >= len(one.values.content)
