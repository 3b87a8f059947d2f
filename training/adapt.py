"""The base's encoder, grown used to the prose of diplomacy: words left out of the corpora are guessed, before any mark
is seen (Gururangan et al. 2020, "Don't Stop Pretraining").

The texts of the reports that are marked for choosing or kept apart, and the translated stories, are left out.
"""

import random
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from evaluation.material import GOLD, corpus_paths, read_corpus, read_marks
from training.keeping import Course, Keeper, Store, weights_in
from training.model import HIDDEN, VOCABULARY, Tagger, halved

CLS, SEP, MASK = "[CLS]", "[SEP]", "[MASK]"
FIRST_WORD = 1000  # the word pieces before it are unused or single signs
LONGEST_TEXT = 12_000  # characters; a transcript's first turns are enough
WINDOW, SHORTEST = 190, 40  # word pieces
TRANSLATED = "wmt21-"
TIMES_NEWS = 2  # the corpora hold six times as much official text


@dataclass(frozen=True, slots=True)
class Adapting:
    """How long and how fast."""

    steps: int = 300
    batch: int = 16
    rate: float = 3e-4
    warmup: float = 0.06
    least_rate: float = 0.02  # share of the rate at the end
    asked: float = 0.2  # share of the word pieces that are to be guessed
    seed: int = 3


class Guesser(nn.Module):
    """States → logits of words, by the tagger's own embeddings."""

    def __init__(self) -> None:
        super().__init__()
        self.turn = nn.Linear(HIDDEN, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN)
        self.bias = nn.Parameter(torch.zeros(VOCABULARY))
        nn.init.eye_(self.turn.weight)
        nn.init.zeros_(self.turn.bias)

    def forward(self, states: Tensor, words: Tensor) -> Tensor:
        """Logits [n, VOCABULARY] of the states [n, HIDDEN]; words [VOCABULARY, HIDDEN]."""
        return (self.norm(nn.functional.gelu(self.turn(states))) @ words.T).float() + self.bias


def texts(left_out: Iterable[str]) -> Iterable[tuple[bool, str]]:
    """The corpora's texts, cut short, each with whether it is news."""
    unread = {mark["id"] for mark in read_marks(GOLD)} | set(left_out)
    for report in read_corpus(corpus_paths()):
        if report["id"] not in unread and not report["id"].startswith(TRANSLATED):
            yield not report.get("side"), report["text"][:LONGEST_TEXT]


def windows(found: Iterable[tuple[bool, str]], tokenizer: Tokenizer, draw: random.Random) -> list[list[int]]:
    """Runs of word pieces in random order, those of news twice."""
    out = []
    for is_news, text in found:
        ids = tokenizer.encode(text, add_special_tokens=False).ids
        cut = [ids[start : start + WINDOW] for start in range(0, len(ids), WINDOW)]
        out += [one for one in cut if len(one) >= SHORTEST] * (TIMES_NEWS if is_news else 1)
    draw.shuffle(out)
    return out


def masked(group: Sequence[Sequence[int]], tokenizer: Tokenizer, asked: float) -> tuple[Tensor, Tensor, Tensor]:
    """Word pieces with some left out or changed, the mask, and which are to be guessed (-100: not)."""
    first, last, blank = (tokenizer.token_to_id(name) for name in (CLS, SEP, MASK))
    length = max(len(one) for one in group) + 2
    ids, mask = torch.zeros(len(group), length, dtype=torch.long), torch.zeros(len(group), length)
    inner = torch.zeros(len(group), length, dtype=torch.bool)
    for row, one in enumerate(group):
        ids[row, : len(one) + 2] = torch.tensor([first, *one, last])
        mask[row, : len(one) + 2] = 1.0
        inner[row, 1 : len(one) + 1] = True
    picked = inner & (torch.rand(ids.shape) < asked)
    gold = torch.where(picked, ids, -100)
    how = torch.rand(ids.shape)  # most are left out, some are another word, some stay as they are
    ids = torch.where(picked & (how < 0.8), blank, ids)
    other = torch.randint(FIRST_WORD, VOCABULARY, ids.shape)
    return torch.where(picked & (how >= 0.9), other, ids), mask, gold


def adapt(
    tagger: Tagger,
    found: Iterable[tuple[bool, str]],
    tokenizer: Tokenizer,
    settings: Adapting,
    store: Store | None = None,
) -> None:
    """Fit the tagger's encoder in place; prints the loss as it goes; what is done is kept in ``store``.

    Raises:
        StoppedError: Ctrl-C was pressed.
    """
    torch.manual_seed(settings.seed)
    draw, guesser = random.Random(settings.seed), Guesser()
    stream = windows(found, tokenizer, draw)
    fitted = [*tagger.encoder_parameters(), *guesser.parameters()]
    optimiser = torch.optim.AdamW(fitted, lr=settings.rate, betas=(0.9, 0.98), weight_decay=0.01)
    warm = max(1, int(settings.warmup * settings.steps))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / warm, max(settings.least_rate, 1 - step / settings.steps))
    )
    tagger.train()
    course = Course({"tagger": tagger, "guesser": guesser}, optimiser, schedule, draw)
    with Keeper(store, "prose", [repr(settings), *weights_in(tagger), *map(str, stream)]) as keeper:
        keeper.resume(course)
        start, begun = time.perf_counter(), course.step
        while course.step < settings.steps:
            first = course.step * settings.batch
            group = [stream[(first + place) % len(stream)] for place in range(settings.batch)]
            ids, mask, gold = masked(group, tokenizer, settings.asked)
            asked = gold != -100
            with halved():
                states = tagger.states(ids, None, mask)[asked]
                loss = nn.functional.cross_entropy(guesser(states, tagger.words.weight), gold[asked])
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(fitted, 1.0)
            optimiser.step()
            schedule.step()
            course.losses = [*course.losses[-99:], float(loss.detach())]
            course.step += 1
            keeper.after_step(course, settings.steps)
            if course.step % 100 == 0:
                mean, each = sum(course.losses) / 100, (time.perf_counter() - start) / (course.step - begun)
                left = f"{each * (settings.steps - course.step) / 60:.0f} min left"
                at = f"words guessed, step {course.step} of {settings.steps}"
                print(f"{at}: loss {mean:.3f}, {each:.2f} s a step, {left}", flush=True)
