"""Logits → spans: where they begin and end, what is kept together, what never appears."""

import numpy as np

from aidememoire.claims.readers.cutting import BIO, FEATURES, SENTENCE_HEADS, STATUSES, STRENGTHS, Window
from aidememoire.claims.readers.decoding import decode

WIDTH = 3 * len(BIO) + len(STRENGTHS) + len(STATUSES)
HEADS = sum(SENTENCE_HEADS.values())


def _window(count: int, core: range, sentence: int = 0, at: int = 0) -> Window:
    return Window(
        ids=[0] * count,
        features=[[0.0] * FEATURES] * count,
        offsets=[(10 * (at + i), 10 * (at + i) + 9) for i in range(count)],
        is_core=[i in core for i in range(count)],
        sentence=[0 if i in core else -1 for i in range(count)],
        sentences=[sentence],
    )


def _tags(count: int, label: str, letters: str) -> np.ndarray:
    logits = np.zeros((count, WIDTH))
    logits[:, [3 * i for i in range(len(BIO))]] = 5.0
    start = 3 * BIO.index(label)
    for place, letter in enumerate(letters):
        logits[place, start : start + 3] = [5.0 if letter == one else 0.0 for one in "OBI"]
    return logits


def _spans(letters: str, label: str = "content", core: range | None = None) -> list[tuple[int, int]]:
    count = len(letters)
    window = _window(count, core if core is not None else range(count))
    tags = decode([(window, _tags(count, label, letters), np.zeros((1, HEADS)))])
    return [(span.start // 10, span.end // 10 + 1) for span in tags.of(label)]


def test_a_run_is_one_span():
    assert _spans("OBIIO") == [(1, 4)]


def test_a_new_beginning_ends_the_former():
    assert _spans("BIBI") == [(0, 2), (2, 4)]


def test_a_span_without_a_beginning_counts():
    assert _spans("OIIO") == [(1, 3)]


def test_a_gap_of_one_piece_is_bridged_but_not_before_a_beginning():
    assert _spans("BIOIO") == [(0, 4)]
    assert _spans("BIOBO") == [(0, 2), (3, 4)]


def test_what_lies_in_the_context_only_gives_nothing():
    assert _spans("BIOOO", core=range(2, 5)) == []


def test_a_span_may_cross_from_one_window_to_the_next():
    first, second = _window(3, range(3), 0, 0), _window(3, range(3), 1, 3)
    zero = np.zeros((1, HEADS))
    tags = decode([(first, _tags(3, "content", "OBI"), zero), (second, _tags(3, "content", "IIO"), zero)])
    assert [(span.start, span.end) for span in tags.of("content")] == [(10, 49)]
    assert [one.number for one in tags.sentences] == [0, 1]


def _promise(likely: bool, letters: str) -> list[tuple[int, int]]:
    heads = np.array([[0.0, 3.0 if likely else -3.0, *[0.0] * (HEADS - 2)]])
    tags = decode([(_window(len(letters), range(len(letters))), _tags(len(letters), "promise", letters), heads)])
    return [(span.start // 10, span.end // 10 + 1) for span in tags.of("promise")]


def test_a_promise_is_the_best_run_of_a_sentence_that_is_likely_to_promise():
    assert _promise(True, "OBIIIIOIIIIOO") == [(1, 11)]
    assert _promise(True, "OBIIOOOOOOBIIO") == [(1, 4), (10, 13)]
    assert _promise(True, "OOOBOO") == []  # one piece is no promise
    assert _promise(False, "OBIIIIOO") == []


def test_support_is_the_mean_of_the_pieces_inside():
    tags = decode([(_window(4, range(4)), _tags(4, "content", "OBIO"), np.zeros((1, HEADS)))])
    assert tags.support("content", 10, 30) > 0.9
    assert tags.support("content", 0, 10) < 0.1
    assert tags.support("content", 900, 950) == 0.0


def test_ties_go_to_the_earlier_label():
    tags = decode([(_window(4, range(4)), np.zeros((4, WIDTH)), np.zeros((1, HEADS)))])
    assert [(span.start, span.end) for span in tags.of("content")] == [(0, 39)]
    assert (tags.sentences[0].state, tags.sentences[0].kind, tags.sentences[0].outcome) == (
        "held",
        "meeting",
        "launched",
    )


def test_no_window_gives_nothing():
    assert decode([]).spans == ()
