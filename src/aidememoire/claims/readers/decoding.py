"""Logits → spans with probabilities. Pure arithmetic; ties go to the earlier label."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from aidememoire.claims.readers.cutting import (
    BIO,
    KINDS,
    SENTENCE_HEADS,
    STATES,
    STATUSES,
    STRENGTHS,
    Pair,
    Window,
)

Array = NDArray[np.floating[Any]]

# Labels of which a sentence told by its head holds one or a few, so that the best runs in it are taken, broken or not.
BEST_RUNS = {"promise": "promises", "subject": "became", "cause": "became"}
_LEAST_SENTENCE = 0.15  # likelihood of the sentence from which on it is searched
_LEAST_PIECE = 0.3  # a piece likelier inside than this lengthens a run; a less likely one costs
_LEAST_PIECES = 2
_MOST_RUNS = 4  # in one sentence
# A span goes on over a piece that is more likely outside when the pieces around it are inside by this much.
_JOIN_OVER = 1


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """Words that the tagger takes for one thing."""

    label: str  # one of BIO
    start: int  # code points
    end: int
    probability: float  # mean over its pieces of being inside
    kind: str | None  # strength of a promise, kind of a status
    kind_probability: float


@dataclass(frozen=True, slots=True)
class TaggedSentence:
    """What the tagger says of one sentence."""

    number: int
    promises: float  # probability that it promises something
    became: float  # … that it tells what became of something
    occasion: float  # … that it tells of an occasion
    state: str  # likeliest state of that occasion
    kind: str
    outcome: str  # likeliest status, if it tells of one


@dataclass(frozen=True, slots=True)
class Tags:
    """What the tagger found in one report."""

    spans: tuple[TaggedSpan, ...]  # in order of label and position
    sentences: tuple[TaggedSentence, ...]  # in order
    starts: list[int] = field(default_factory=list)  # first code point of each piece
    inside: dict[str, Array] = field(default_factory=dict)  # label → probability of each piece to be inside

    def of(self, label: str) -> tuple[TaggedSpan, ...]:
        """The spans with this label."""
        return tuple(span for span in self.spans if span.label == label)

    def support(self, label: str, start: int, end: int) -> float:
        """Mean probability of the pieces from ``start`` to ``end`` (code points); 0 where there is none."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return float(self.inside[label][first:last].mean()) if label in self.inside and last > first else 0.0

    def sentence(self, number: int) -> TaggedSentence | None:
        """What is said of a sentence of the report."""
        at = bisect_left(self.sentences, number, key=lambda one: one.number)
        return self.sentences[at] if at < len(self.sentences) and self.sentences[at].number == number else None


def decode(windows: Iterable[tuple[Window, Array, Array]]) -> Tags:
    """The tags of a report from each window's logits: of pieces [pieces, n] and of sentences [sentences, m]."""
    offsets: list[Pair] = []
    rows: list[Array] = []
    owners: list[int] = []  # each piece's sentence
    sentences: list[TaggedSentence] = []
    for window, tags, heads in windows:
        for place, is_core in enumerate(window.is_core):
            if is_core:
                offsets.append(window.offsets[place])
                rows.append(tags[place])
                owners.append(window.sentences[window.sentence[place]])
        kinds = tags[:, 3 * len(BIO) + len(STRENGTHS) :]
        owner = np.asarray(window.sentence)
        sentences += [
            _sentence(number, heads[place], kinds[owner == place]) for place, number in enumerate(window.sentences)
        ]
    if not rows:
        return Tags((), tuple(sentences))
    logits = np.stack(rows)
    by_number = {one.number: one for one in sentences}  # one longer than a window stands in several: the last counts
    spans: list[TaggedSpan] = []
    inside: dict[str, Array] = {}
    for head, label in enumerate(BIO):
        probabilities = softmax(logits[:, 3 * head : 3 * head + 3])
        inside[label] = probabilities[:, 1] + probabilities[:, 2]
        if label not in BEST_RUNS:
            spans += _spans(label, probabilities, offsets, logits)
            continue
        head_name = BEST_RUNS[label]
        for number, first, last in _extents(owners):
            if getattr(by_number[number], head_name) >= _LEAST_SENTENCE:
                spans += _best_runs(label, inside[label], first, last, offsets, logits)
    ordered = tuple(by_number[number] for number in sorted(by_number))
    return Tags(tuple(spans), ordered, [start for start, _ in offsets], inside)


def softmax(logits: Array) -> Array:
    """Probabilities along the last axis."""
    shifted = np.exp(logits - logits.max(-1, keepdims=True))
    out: Array = shifted / shifted.sum(-1, keepdims=True)
    return out


def _spans(label: str, probabilities: Array, offsets: list[Pair], logits: Array) -> Iterable[TaggedSpan]:
    """Runs of pieces that are more likely inside than outside; a likely beginning starts a new one."""
    inside = probabilities[:, 1] + probabilities[:, 2]
    is_in = inside >= 0.5
    for place in range(_JOIN_OVER, len(offsets) - _JOIN_OVER):
        if not is_in[place] and is_in[place - 1] and is_in[place + 1] and probabilities[place + 1, 1] < 0.5:
            is_in[place] = True
    start = None
    for place in range(len(offsets) + 1):
        ends = place == len(offsets) or not is_in[place] or (start is not None and probabilities[place, 1] >= 0.5)
        if start is not None and ends:
            yield _span(label, start, place, offsets, inside, logits)
            start = None
        if start is None and place < len(offsets) and is_in[place]:
            start = place


def _extents(owners: list[int]) -> Iterable[tuple[int, int, int]]:
    """Each sentence with its first piece and the one after its last."""
    start = 0
    for place in range(1, len(owners) + 1):
        if place == len(owners) or owners[place] != owners[start]:
            yield owners[start], start, place
            start = place


def _best_runs(
    label: str, inside: Array, first: int, last: int, offsets: list[Pair], logits: Array
) -> Iterable[TaggedSpan]:
    """The runs with the highest sums of log odds over the least, each searched beside the former ones."""
    kept = np.clip(inside[first:last], 1e-3, 1 - 1e-3)
    scores = np.log(kept / (1 - kept)) - np.log(_LEAST_PIECE / (1 - _LEAST_PIECE))
    for _ in range(_MOST_RUNS):
        run = _best_run(scores)
        if run is None:
            return
        if run[1] - run[0] >= _LEAST_PIECES:
            yield _span(label, first + run[0], first + run[1], offsets, inside, logits)
        scores[run[0] : run[1]] = -np.inf


def _best_run(scores: Array) -> tuple[int, int] | None:
    """The run with the highest sum, the earliest of equals; None where no score is above nothing."""
    best, best_run, start, total = 0.0, None, 0, 0.0
    for place, score in enumerate(scores):
        if total <= 0:
            start, total = place, 0.0
        total += float(score)
        if total > best:
            best, best_run = total, (start, place + 1)
    return best_run


def _span(label: str, first: int, last: int, offsets: list[Pair], inside: Array, logits: Array) -> TaggedSpan:
    kind, kind_probability = None, 0.0
    names: tuple[str, ...] | list[str] = ()
    begin = 3 * len(BIO)
    if label == "promise":
        names = STRENGTHS
    elif label == "status":
        names, begin = STATUSES, begin + len(STRENGTHS)
    if names:
        shares = softmax(logits[first:last, begin : begin + len(names)]).mean(0)
        best = int(shares.argmax())
        kind, kind_probability = names[best], float(shares[best])
    return TaggedSpan(
        label, offsets[first][0], offsets[last - 1][1], float(inside[first:last].mean()), kind, kind_probability
    )


def _sentence(number: int, logits: Array, kinds: Array) -> TaggedSentence:
    parts: dict[str, Array] = {}
    start = 0
    for name, size in SENTENCE_HEADS.items():
        parts[name] = softmax(logits[start : start + size])
        start += size
    return TaggedSentence(
        number,
        float(parts["promises"][1]),
        float(parts["became"][1]),
        float(parts["occasion"][1]),
        STATES[int(parts["state"].argmax())],
        KINDS[int(parts["kind"].argmax())],
        STATUSES[int(softmax(kinds).mean(0).argmax())],
    )
