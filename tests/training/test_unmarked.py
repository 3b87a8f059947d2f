"""A list that the marks lack was not marked: nothing is learnt from it, and nothing is asked."""

import numpy as np
from training.windows import HEADS_OF, IGNORED, labelled

from aidememoire.claims.readers.cutting import BIO, FEATURES, SENTENCE_HEADS, Window
from evaluation.scoring import score_report

TEXT = "Ruritania will send grain."
CLAIM = {"content": "send grain", "made_by": ["RUR"], "cue": "", "speaker": None, "confidence": 0.9}


def window() -> Window:
    ids = [1, 2, 3, 4, 5]
    offsets = [(0, 9), (10, 14), (15, 19), (20, 25), (25, 26)]
    return Window(ids, [[0.0] * FEATURES] * 5, offsets, [True] * 5, [0] * 5, [0])


def example(unmarked: list[str]) -> dict[str, object]:
    labels = [
        {"label": "promise", "span": (15, 25), "kind": "pledged"},
        {"label": "promise_evidence", "span": (0, 26)},
    ]
    return {"sentences": [[0, 26, 0]], "labels": labels, "unmarked": unmarked}


def test_a_list_that_is_not_marked_is_ignored_and_the_others_are_not() -> None:
    made = labelled(window(), example(["statements"]))
    content, promise = made.tags[:, BIO.index("content")], made.tags[:, BIO.index("promise")]
    assert np.all(content == IGNORED)
    assert list(promise) == [0, 0, 1, 2, 0]
    assert made.labels["promises"] == [1]


def test_a_sentence_head_goes_with_its_list() -> None:
    made = labelled(window(), example(["commitments", "meetings"]))
    assert made.labels["promises"] == [IGNORED]
    assert made.labels["occasion"] == [IGNORED]
    assert made.labels["became"] == [0]


def test_every_head_belongs_to_a_list() -> None:
    heads = {name for names in HEADS_OF.values() for name in names}
    assert heads | {"state", "kind"} == set(BIO) | set(SENTENCE_HEADS)


def test_what_was_not_marked_is_not_scored() -> None:
    said = {"commitments": [CLAIM]}
    assert score_report({"id": "a", "commitments": []}, said).kinds["commitments"] == [0, 1, 0, 0]
    assert score_report({"id": "a"}, said).kinds["commitments"] == [0, 0, 0, 0]
