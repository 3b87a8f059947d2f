"""Examples → labelled windows, cut as the reader cuts them."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from aidememoire.claims.readers.cutting import BIO, KINDS, STATES, STATUSES, STRENGTHS, Window, windows_of

Json = dict[str, Any]
IGNORED = -100

# What each list of the marks is learnt by: token heads and sentence heads.
HEADS_OF = {
    "statements": ("source", "cue", "content"),
    "commitments": ("promise", "promises"),
    "statuses": ("subject", "status", "cause", "became"),
    "meetings": ("occasion",),
}


@dataclass(frozen=True, slots=True)
class Labelled:
    """A window with what is marked in it."""

    window: Window
    tags: np.ndarray  # [pieces, BIO heads + strength + status]; IGNORED outside the core
    labels: dict[str, list[int]]  # sentence labels, one each core sentence


def labelled_windows(example: Json, tokenizer: Tokenizer) -> list[Labelled]:
    """The windows of one example."""
    sentences = [(first, last, block) for first, last, block in example["sentences"]]
    quotations = [(first, last) for first, last in example["quotations"]]
    hints = [(first, last, place, value) for first, last, place, value in example["hints"]]
    is_read = example["is_read"]
    cut = windows_of(example["text"], example["title"], sentences, is_read, quotations, hints, tokenizer)
    return [labelled(window, example) for window in cut]


def labelled(window: Window, example: Json) -> Labelled:
    """The window with the example's labels on its pieces and sentences."""
    tags = np.zeros((len(window.ids), len(BIO)), dtype=np.int64)
    strength = np.full(len(window.ids), IGNORED, dtype=np.int64)
    status = np.full(len(window.ids), IGNORED, dtype=np.int64)
    names = {"status_evidence": "status"}
    for label in example["labels"]:
        name = names.get(label["label"], label["label"])
        if name not in BIO:
            continue
        head = BIO.index(name)
        first, last = label["span"]
        inside = [i for i, (s, e) in enumerate(window.offsets) if e > s and s < last and e > first]
        for i in inside:
            if tags[i, head] == 0:
                tags[i, head] = 1 if window.offsets[i][0] <= first else 2
                if name == "promise":
                    strength[i] = STRENGTHS.index(label["kind"])
                if name == "status":
                    status[i] = STATUSES.index(label["kind"])
    unmarked = {name for kind in example["unmarked"] for name in HEADS_OF[kind]}
    for head, name in enumerate(BIO):
        if name in unmarked:
            tags[:, head] = IGNORED
    core = np.array(window.is_core)
    tags[~core] = IGNORED
    strength[~core] = IGNORED
    status[~core] = IGNORED
    all_tags = np.concatenate([tags, strength[:, None], status[:, None]], axis=1)
    count = len(window.sentences)
    labels = {
        "promises": [0] * count,
        "became": [0] * count,
        "occasion": [0] * count,
        "state": [IGNORED] * count,
        "kind": [IGNORED] * count,
    }
    for place, number in enumerate(window.sentences):
        s, e, _ = example["sentences"][number]
        for label in example["labels"]:
            first, last = label["span"]
            shared = min(e, last) - max(s, first)
            if shared <= 0 or shared < 0.5 * min(e - s, last - first):
                continue
            if label["label"] == "promise_evidence":
                labels["promises"][place] = 1
            elif label["label"] == "status_evidence":
                labels["became"][place] = 1
            elif label["label"] == "occasion":
                labels["occasion"][place] = 1
                labels["state"][place] = STATES.index(label["state"])
                labels["kind"][place] = KINDS.index(label["kind"])
            elif label["label"] == "occasion_again" and labels["occasion"][place] == 0:
                labels["occasion"][place] = IGNORED
    for name in unmarked & labels.keys():
        labels[name] = [IGNORED] * count
    return Labelled(window, all_tags, labels)
