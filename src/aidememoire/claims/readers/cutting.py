"""A report → windows of word pieces, each sentence predicted in exactly one of them.

A window is: the title (so that the kind of text is known), some context, the core, some context. Only the core counts.
Cores begin and end between sentences, so that no span is lost or doubled at a seam. Training cuts its windows with the
same code.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Tokenizer

CORE_PIECES = 400
CONTEXT_PIECES = 32  # on each side
TITLE_PIECES = 20
SHAPES = 5  # capitalised, all capitals, inside quotation marks, first of its block, a digit in it
# What the rules found, as a second reader's pencil marks: the value is their confidence, or REFUSED.
HINTS = ("content", "cue", "source", "promise", "promise_evidence", "subject", "became", "occasion", "trigger")
REFUSED = -0.5
FEATURES = SHAPES + len(HINTS)

BIO = ("source", "cue", "content", "promise", "subject", "status", "cause")  # token heads, O B I each
STRENGTHS = ("agreed", "pledged", "intended")
STATUSES = (
    "launched in_force under_way fulfilled partly_fulfilled not_fulfilled delayed suspended resumed ended withdrawn "
    "violated extended upgraded"
).split()
STATES = ("held", "ongoing", "planned", "proposed", "postponed", "cancelled")
KINDS = ("meeting", "call", "visit", "summit", "talks", "ceremony")
SENTENCE_HEADS = {"promises": 2, "became": 2, "occasion": 2, "state": len(STATES), "kind": len(KINDS)}

Pair = tuple[int, int]  # first and last code point, end exclusive
Sentence = tuple[int, int, int]  # first and last code point, end exclusive, and the block
Hint = tuple[int, int, int, float]  # first and last code point, end exclusive; place in HINTS; value


@dataclass(frozen=True, slots=True)
class Window:
    """One window; all but ``sentences`` are as long as it has pieces."""

    ids: list[int]
    features: list[list[float]]
    offsets: list[Pair]  # (0, 0) for special pieces and the title
    is_core: list[bool]
    sentence: list[int]  # place of the piece's core sentence in ``sentences``; -1 elsewhere
    sentences: list[int]  # numbers of the core sentences in the report


@dataclass(frozen=True, slots=True)
class Pieces:
    """All word pieces of a report, with the number of each one's sentence."""

    ids: list[int]
    offsets: list[Pair]
    sentence: list[int]


def windows_of(
    text: str,
    title: str | None,
    sentences: Sequence[Sentence],
    is_read: Sequence[bool],
    quotations: Sequence[Pair],
    hints: Sequence[Hint],
    tokenizer: "Tokenizer",
) -> list[Window]:
    """The windows of one report, in order; of the sentences only those to be read are in them."""
    pieces = _pieces(text, sentences, is_read, tokenizer)
    first = {sentences[0][0]} if sentences else set()
    starts = first | {later[0] for earlier, later in pairwise(sentences) if later[2] != earlier[2]}
    features = _features(text, pieces.offsets, quotations, starts)
    _pencil(features, pieces.offsets, hints)
    begin, sep = (tokenizer.token_to_id(name) or 0 for name in ("[CLS]", "[SEP]"))
    known = tokenizer.encode(title or "", add_special_tokens=False).ids[:TITLE_PIECES]
    head = [begin, *known, sep]
    return [_window(pieces, features, core, head, sep) for core in _cores(pieces.sentence)]


def _window(pieces: Pieces, features: list[list[float]], core: Pair, head: list[int], sep: int) -> Window:
    first, last = core
    inner = range(max(0, first - CONTEXT_PIECES), min(len(pieces.ids), last + CONTEXT_PIECES))
    blank = [0.0] * FEATURES
    numbers = list(dict.fromkeys(pieces.sentence[first:last]))
    place = {number: index for index, number in enumerate(numbers)}
    before = len(head)
    return Window(
        ids=[*head, *(pieces.ids[i] for i in inner), sep],
        features=[*([blank] * before), *(features[i] for i in inner), blank],
        offsets=[*([(0, 0)] * before), *(pieces.offsets[i] for i in inner), (0, 0)],
        is_core=[*([False] * before), *(first <= i < last for i in inner), False],
        sentence=[*([-1] * before), *(place[pieces.sentence[i]] if first <= i < last else -1 for i in inner), -1],
        sentences=numbers,
    )


def _pieces(text: str, sentences: Sequence[Sentence], is_read: Sequence[bool], tokenizer: "Tokenizer") -> Pieces:
    """The word pieces of every sentence that is read; offsets are code points of the text."""
    ids: list[int] = []
    offsets: list[Pair] = []
    owner: list[int] = []
    kept = [number for number, is_kept in enumerate(is_read) if is_kept]
    encoded = tokenizer.encode_batch(
        [text[first:last] for first, last, _ in (sentences[number] for number in kept)], add_special_tokens=False
    )
    for number, one in zip(kept, encoded, strict=True):
        sentence = sentences[number]
        for piece, (start, end) in zip(one.ids, one.offsets, strict=True):
            if end > start:
                ids.append(piece)
                offsets.append((sentence[0] + start, sentence[0] + end))
                owner.append(number)
    return Pieces(ids, offsets, owner)


def _features(text: str, offsets: list[Pair], quotations: Sequence[Pair], starts: set[int]) -> list[list[float]]:
    """What an uncased encoder can't see."""
    inside = bytearray(len(text) + 1)
    for first, last in quotations:
        inside[first:last] = b"\x01" * (last - first)
    rows = []
    blank = [0.0] * len(HINTS)
    for start, end in offsets:
        word = text[start:end]
        rows.append(
            [
                float(word[:1].isupper()),
                float(len(word) > 1 and word.isupper()),
                float(inside[start]),
                float(start in starts),
                float(any(letter.isdigit() for letter in word)),
                *blank,
            ]
        )
    return rows


def _pencil(features: list[list[float]], offsets: list[Pair], hints: Sequence[Hint]) -> None:
    """Put the hints on the pieces under them; where two meet, the higher value stays."""
    starts = [start for start, _ in offsets]
    for first, last, place, value in sorted(hints, key=lambda hint: hint[3]):
        for index in range(bisect_left(starts, first), bisect_left(starts, last)):
            features[index][SHAPES + place] = value


def _cores(sentence: list[int]) -> list[Pair]:
    """Runs of whole sentences of at most CORE_PIECES pieces; a longer sentence is cut."""
    cores: list[Pair] = []
    start = 0
    while start < len(sentence):
        end = min(len(sentence), start + CORE_PIECES)
        if end < len(sentence):
            cut = end
            while cut > start and sentence[cut - 1] == sentence[cut]:
                cut -= 1
            end = cut if cut > start else end
        cores.append((start, end))
        start = end
    return cores
