"""How well the tagger alone finds what is marked: by label, and by sentence."""

from collections.abc import Iterable
from typing import Any

import torch

from evaluation.scoring import overlap
from aidememoire.claims.readers.decoding import Tags, decode
from training.fit import collate
from training.model import Tagger
from training.windows import labelled_windows

Json = dict[str, Any]


def tags_of(tagger: Tagger, example: Json, tokenizer: Any) -> Tags:
    """What the fitted tagger finds in one example."""
    marks = labelled_windows(example, tokenizer)
    out = []
    tagger.eval()
    with torch.no_grad():
        for start in range(0, len(marks), 16):
            windows = [one.window for one in marks[start : start + 16]]
            batch = collate(windows)
            tags, heads = tagger(batch.ids, batch.features, batch.mask, batch.pool)
            out += [(w, tags[i].numpy(), heads[i].numpy()) for i, w in enumerate(windows)]
    return decode(out)


def found(example: Json, tags: Tags, label: str, least: float) -> tuple[int, int, int]:
    """Marked, said, found at half overlap (statuses at .4), one to one."""
    name = {"status": "status_evidence"}.get(label, label)
    text = example["text"]
    gold = [text[a:b] for a, b in (one["span"] for one in example["labels"] if one["label"] == name)]
    said = [text[span.start : span.end] for span in tags.of(label) if span.probability >= least]
    pairs = sorted(((overlap(g, s), i, j) for i, g in enumerate(gold) for j, s in enumerate(said)), reverse=True)
    used_gold: set[int] = set()
    used_said: set[int] = set()
    for shared, i, j in pairs:
        if shared >= (0.4 if label == "status" else 0.5) and i not in used_gold and j not in used_said:
            used_gold.add(i)
            used_said.add(j)
    return len(gold), len(said), len(used_gold)


def sentence_f1(examples: Iterable[tuple[Json, Tags]], head: str) -> tuple[float, float, float, float]:
    """Best threshold of a sentence head, with precision, recall and F1 there."""
    mark = {"promises": "promise_evidence", "became": "status_evidence", "occasion": "occasion"}[head]
    pairs = []
    for example, tags in examples:
        spans = [one["span"] for one in example["labels"] if one["label"] == mark]
        for one in tags.sentences:
            s, e, _ = example["sentences"][one.number]
            is_marked = any(
                min(e, last) - max(s, first) >= 0.5 * min(e - s, last - first) and min(e, last) > max(s, first)
                for first, last in spans
            )
            pairs.append((getattr(one, head), is_marked))
    pairs.sort(reverse=True)
    total = sum(is_marked for _, is_marked in pairs)
    best, right = (0.0, 0.0, 0.0, 1.0), 0
    for said, (score, is_marked) in enumerate(pairs, 1):
        right += is_marked
        p, r = right / said, right / max(1, total)
        f1 = 2 * p * r / (p + r) if p + r else 0.0
        if f1 > best[2]:
            best = (p, r, f1, score)
    return best
