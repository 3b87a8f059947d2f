"""What a fitted tagger finds in a report, before it is exported."""

from collections.abc import Sequence
from typing import Any

import torch

from aidememoire.claims.readers.cutting import Window, windows_of
from aidememoire.claims.readers.decoding import Tags, decode
from aidememoire.claims.readers.first_look import worth_reading
from aidememoire.claims.readers.hints import hints_of
from aidememoire.model import Mentions, Proposal, Refusal
from training.fit import collate
from training.model import Tagger

BATCH = 16


def tags_of(tagger: Tagger, mentions: Mentions, found: Sequence[Proposal | Refusal], tokenizer: Any) -> Tags:
    """The tags of one report, with what the rules found as hints."""
    report = mentions.report
    sentences = [(one.span.start, one.span.end, one.block) for one in mentions.sentences]
    quotations = [(one.span.start, one.span.end) for one in mentions.quotations]
    is_read, hints = worth_reading(mentions), hints_of(found)
    cut = windows_of(report.text, report.title, sentences, is_read, quotations, hints, tokenizer)
    return decode((w, tags, heads) for group in _groups(cut) for w, tags, heads in _logits(tagger, group))


def _groups(windows: list[Window]) -> list[list[Window]]:
    return [windows[start : start + BATCH] for start in range(0, len(windows), BATCH)]


def _logits(tagger: Tagger, windows: list[Window]) -> list[tuple[Window, Any, Any]]:
    tagger.eval()
    batch = collate(windows)
    with torch.no_grad():
        tags, heads = tagger(batch.ids, batch.features, batch.mask, batch.pool)
    return [(window, tags[i].numpy()[: len(window.ids)], heads[i].numpy()) for i, window in enumerate(windows)]
