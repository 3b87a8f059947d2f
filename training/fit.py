"""Windows → fitted tagger."""

import math
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from aidememoire.claims.readers.cutting import BIO, FEATURES, SENTENCE_HEADS, SHAPES, STATUSES, STRENGTHS, Window
from training.keeping import Course, Keeper, Store, weights_in
from training.model import FRESH, Tagger, halved
from training.windows import IGNORED, Labelled

Json = dict[str, Any]

# Rare labels weigh more: O, B, I of each head.
_RARE = {"source": 1.5, "cue": 1.5, "content": 1.0, "promise": 3.0, "subject": 5.0, "status": 5.0, "cause": 5.0}
_SENTENCE_WEIGHTS = {"promises": 3.0, "became": 5.0, "occasion": 2.0}


@dataclass(frozen=True, slots=True)
class Settings:
    """How long and how fast."""

    epochs: int = 5
    batch: int = 8
    rate: float = 1e-4
    head_rate: float = 1e-3
    warmup: float = 0.1
    seed: int = 7
    without_hints: float = 0.4  # share of windows read without the rules' hints, so that it can read alone
    without_shapes: float = 0.1  # share read without capitals and quotation marks, as garbled text comes


@dataclass(slots=True)
class Batch:
    """Padded windows."""

    ids: Tensor
    features: Tensor
    mask: Tensor
    pool: Tensor
    tags: Tensor
    labels: dict[str, Tensor]


def collate(windows: list[Window], marks: list[Labelled] | None = None) -> Batch:
    """The windows padded to the longest, with their labels if given."""
    length = max(len(w.ids) for w in windows)
    count = max(1, max(len(w.sentences) for w in windows))
    ids = np.zeros((len(windows), length), dtype=np.int64)
    features = np.zeros((len(windows), length, FEATURES), dtype=np.float32)
    mask = np.zeros((len(windows), length), dtype=np.float32)
    pool = np.zeros((len(windows), count, length), dtype=np.float32)
    tags = np.full((len(windows), length, len(BIO) + 2), IGNORED, dtype=np.int64)
    labels = {name: np.full((len(windows), count), IGNORED, dtype=np.int64) for name in SENTENCE_HEADS}
    for i, w in enumerate(windows):
        n = len(w.ids)
        ids[i, :n], features[i, :n], mask[i, :n] = w.ids, w.features, 1.0
        for place, sentence in enumerate(w.sentence):
            if sentence >= 0:
                pool[i, sentence, place] = 1.0
        if marks:
            tags[i, :n] = marks[i].tags
            for name, values in marks[i].labels.items():
                labels[name][i, : len(values)] = values
    return Batch(
        torch.from_numpy(ids),
        torch.from_numpy(features),
        torch.from_numpy(mask),
        torch.from_numpy(pool),
        torch.from_numpy(tags),
        {name: torch.from_numpy(values) for name, values in labels.items()},
    )


def batches(marks: list[Labelled], size: int, draw: random.Random) -> Iterator[list[Labelled]]:
    """Batches of windows of like length, in random order."""
    order = sorted(range(len(marks)), key=lambda i: (len(marks[i].window.ids) // 16, draw.random()))
    groups = [order[i : i + size] for i in range(0, len(order), size)]
    draw.shuffle(groups)
    for group in groups:
        yield [marks[i] for i in group]


def blind(batch: Batch, settings: Settings, draw: random.Random) -> None:
    """Take the hints, or the shapes, from a share of the windows."""
    for row in range(batch.features.shape[0]):
        if draw.random() < settings.without_hints:
            batch.features[row, :, SHAPES:] = 0.0
        if draw.random() < settings.without_shapes:
            batch.features[row, :, :SHAPES] = 0.0


def loss_of(tagger: Tagger, batch: Batch) -> Tensor:
    """The weighted sum of all heads' cross-entropies."""
    tags, sentences = tagger(batch.ids, batch.features, batch.mask, batch.pool)
    total = torch.zeros(())
    for head, name in enumerate(BIO):
        gold = batch.tags[..., head].reshape(-1)
        if not bool((gold != IGNORED).any()):
            continue  # a list that none of these reports has marks for: a mean of nothing is no number
        weight = torch.tensor([1.0, _RARE[name], _RARE[name]])
        logits = tags[..., 3 * head : 3 * head + 3].reshape(-1, 3)
        total = total + nn.functional.cross_entropy(logits, gold, weight, ignore_index=IGNORED)
    start = 3 * len(BIO)
    for size, head in ((len(STRENGTHS), len(BIO)), (len(STATUSES), len(BIO) + 1)):
        gold = batch.tags[..., head].reshape(-1)
        if bool((gold != IGNORED).any()):
            logits = tags[..., start : start + size].reshape(-1, size)
            total = total + 0.3 * nn.functional.cross_entropy(logits, gold, ignore_index=IGNORED)
        start += size
    start = 0
    for name, size in SENTENCE_HEADS.items():
        gold = batch.labels[name].reshape(-1)
        if bool((gold != IGNORED).any()):
            logits = sentences[..., start : start + size].reshape(-1, size)
            weight = torch.tensor([1.0, _SENTENCE_WEIGHTS[name]]) if name in _SENTENCE_WEIGHTS else None
            share = 0.5 if name in _SENTENCE_WEIGHTS else 0.2
            total = total + share * nn.functional.cross_entropy(logits, gold, weight, ignore_index=IGNORED)
        start += size
    return total


def fit(tagger: Tagger, marks: list[Labelled], settings: Settings, store: Store | None = None) -> None:
    """Fit in place; prints the loss of each epoch; what is done is kept in ``store``.

    Raises:
        StoppedError: Ctrl-C was pressed.
    """
    torch.manual_seed(settings.seed)
    draw = random.Random(settings.seed)
    slow = list(tagger.encoder_parameters())
    fast = [weights for name, weights in tagger.named_parameters() if name.split(".")[0] in FRESH]
    optimiser = torch.optim.AdamW(
        [{"params": slow, "lr": settings.rate}, {"params": fast, "lr": settings.head_rate}], weight_decay=0.01
    )
    each_epoch = -(-len(marks) // settings.batch)
    steps = settings.epochs * each_epoch
    warm = max(1, int(settings.warmup * steps))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / warm, max(0.0, (steps - step) / max(1, steps - warm)))
    )
    tagger.train()
    course = Course({"tagger": tagger}, optimiser, schedule, draw)
    with Keeper(store, "marks", [repr(settings), *weights_in(tagger), *_bytes_of(marks)]) as keeper:
        keeper.resume(course)
        start, begun = time.perf_counter(), course.step
        while course.step < steps:
            epoch = course.step // each_epoch + 1
            for group in _rest_of_epoch(course, marks, settings.batch, each_epoch):
                batch = collate([one.window for one in group], group)
                blind(batch, settings, draw)
                with halved():
                    loss = loss_of(tagger, batch)
                optimiser.zero_grad()
                loss.backward()
                nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
                optimiser.step()
                schedule.step()
                course.losses.append(float(loss.detach()))
                course.step += 1
                keeper.after_step(course, steps)
            mean = sum(course.losses) / len(course.losses)
            if not math.isfinite(mean):
                raise FloatingPointError(f"epoch {epoch}: the loss is no number; no weights are written")
            each = (time.perf_counter() - start) / (course.step - begun)
            left = f"{each * (steps - course.step) / 60:.0f} min left"
            print(f"{len(marks)} windows, epoch {epoch}: loss {mean:.3f}, {each:.2f} s a step, {left}", flush=True)


def _rest_of_epoch(course: Course, marks: list[Labelled], size: int, each_epoch: int) -> list[list[Labelled]]:
    """The batches of the epoch that the course has not yet seen, in the order that was drawn at the epoch's start."""
    done = course.step % each_epoch
    if done == 0:
        course.losses, course.opening = [], course.draw.getstate()
        return list(batches(marks, size, course.draw))
    again = random.Random()
    again.setstate(course.opening)
    return list(batches(marks, size, again))[done:]


def _bytes_of(marks: list[Labelled]) -> Iterator[bytes | str]:
    """All that the windows and their labels are."""
    for one in marks:
        yield str(one.window.ids)
        yield np.asarray(one.window.features, dtype=np.float32).tobytes()
        yield one.tags.tobytes()
        yield str(one.labels)
