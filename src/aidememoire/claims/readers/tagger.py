"""The reader that learnt: a small encoder, run by onnxruntime from int8 weights that ship (``data/tagger``).

Comes in: Mentions and what the rules found. Goes out: Tags. It never says why, so what it finds is completed
and checked by rules before it becomes a claim.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import Any

import numpy as np

from aidememoire.claims.readers.cutting import Window, windows_of
from aidememoire.claims.readers.decoding import Tags, decode
from aidememoire.claims.readers.first_look import worth_reading
from aidememoire.claims.readers.hints import hints_of
from aidememoire.claims.readers.joining import Joint, Weights
from aidememoire.model import Mentions, Proposal, ReaderChoice, Refusal

FOLDER = files("aidememoire.claims") / "data" / "tagger"
WEIGHTS, TOKENIZER, CARD = "tagger.onnx", "tokenizer.json", "card.json"


@dataclass(frozen=True, slots=True)
class Tagger:
    """The loaded weights with their tokenizer and data sheet."""

    session: Any  # onnxruntime.InferenceSession
    tokenizer: Any  # tokenizers.Tokenizer
    card: dict[str, Any]


def has_weights() -> bool:
    """Whether the weights are installed."""
    return FOLDER.joinpath(WEIGHTS).is_file()


@cache
def card() -> dict[str, Any]:
    """The data sheet of the weights: base, marks, scores, thresholds."""
    loaded: dict[str, Any] = json.loads(FOLDER.joinpath(CARD).read_text(encoding="utf-8"))
    return loaded


@cache
def tagger() -> Tagger | None:
    """The tagger; None where its weights aren't installed. One thread: reports are read side by side instead."""
    if not has_weights():
        return None
    import onnxruntime
    from tokenizers import Tokenizer

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    with as_file(FOLDER.joinpath(WEIGHTS)) as path:
        session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_str(FOLDER.joinpath(TOKENIZER).read_text(encoding="utf-8"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return Tagger(session, tokenizer, card())


def tags_of(mentions: Mentions, found: Iterable[Proposal | Refusal]) -> Tags:
    """What the tagger finds in the report, with what the rules found as hints; nothing where it isn't installed."""
    loaded = tagger()
    if loaded is None:
        return Tags((), ())
    report = mentions.report
    sentences = [(one.span.start, one.span.end, one.block) for one in mentions.sentences]
    quotations = [(one.span.start, one.span.end) for one in mentions.quotations]
    is_read, hints = worth_reading(mentions), hints_of(found)
    cut = windows_of(report.text, report.title, sentences, is_read, quotations, hints, loaded.tokenizer)
    return decode(_logits(loaded, window) for window in cut)


def _logits(loaded: Tagger, window: Window) -> tuple[Window, Any, Any]:
    """The window with its logits. One window a run: int8 scales are taken over a whole batch, so that a window's
    neighbours would change its own figures."""
    places = np.asarray(window.sentence)
    pool = (places[None, :] == np.arange(max(1, len(window.sentences)))[:, None]).astype(np.float32)
    tags, sentences = loaded.session.run(
        None,
        {
            "ids": np.asarray([window.ids], dtype=np.int64),
            "features": np.asarray([window.features], dtype=np.float32),
            "pool": pool[None],
        },
    )
    return window, tags[0], sentences[0]


@cache
def joint(readers: ReaderChoice) -> Joint:
    """How proposals are joined: weights and thresholds from the data sheet."""
    kept = card()["joining"][str(readers)]
    weights = {key: Weights(bias, tuple(others)) for key, (bias, *others) in kept["weights"].items()}
    return Joint(weights, kept["least"])
