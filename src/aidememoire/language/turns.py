"""Labelled turns: "MR PRICE: …", "Q: …", "Vladimir Putin (in Russian): …"."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from aidememoire.language.quotation_words import WORD, WORDING, trimmed
from aidememoire.model import Block, BlockRole, Mentions, Quotation, Span

_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĻŁŃŅŇŌŐŘŚŠŞȘŢȚŤŪŮŰŲŹŻŽ"
_LABEL_WORD = rf"[{_CAPITAL}][\w.’'’\-]*"
_SMALL = r"(?:of|the|and|for|to|in|on|at|bin|bint|ibn|al|el|de|da|di|dos|du|van|von|der|den|y|a)"
_LABEL = re.compile(
    rf"(?P<label>(?:{_LABEL_WORD})(?:(?:\s+|,\s+|,?\s*\n)(?:{_LABEL_WORD}|{_SMALL}\b)){{0,24}}?)"
    r"(?P<aside>\s*[(\[][^()\[\]\n]{1,60}[)\]])?\s*[*_]{0,3}\s*[:：][*_]{0,3}(?=\s|$)"
)
_BOLD = re.compile(r"[*_]{1,3}(?=\w)")  # "**Jan Novak:** …", "**Jan Novak**: …", as Markdown has it
_LETTER_TURN = re.compile(
    r"(?P<label>[QA])(?:[*_]{0,3}\s*[:：][*_]{0,3}\s*|\.?\s{2,}|\t)(?=\S)|(?P<bare>Q)\s(?=[A-Z“\"(])"
)
_GENERIC_LABELS = frozenset(WORDING["generic_labels"].split())
_NO_LABEL_WORDS = frozenset(WORDING["no_label_words"].split())
_LABEL_VERBS = frozenset(WORDING["label_verbs"].split())
_FORMS_OF_ADDRESS = frozenset({"mr", "ms", "mrs", "dr"})
_ORDINALS = frozenset({"first", "second", "third"})  # "First Vice Premier …"
_ASIDE = re.compile(r"(?i)translat|interpret|in [A-Z]\w+|via |through |by (?:video|phone)|continu|speaking|off[- ]mic")
_MAX_LABEL_WORDS = 26
_MAX_MARKS = 4  # characters behind the colon: the marks that end bold letters, and a space
_TURN_END = re.compile(
    r"(?i)^\W*(?:\*\s*\*\s*\*|###?|<…>|end(?: text)?|\d{1,2}:\d\d [ap]\.?m\.?(?: \w+)?|see also.*)\W*$"
)


@dataclass(frozen=True, slots=True)
class Label:
    """The words before a colon at the start of a line, which may name who speaks."""

    block: int  # index among the blocks that are read
    start: int
    end: int
    words: int  # where the turn's words start
    is_sure: bool  # the label alone shows that it is one


def find_turns(mentions: Mentions, blocks: list[Block]) -> Iterator[Quotation]:
    """Labelled turns: each runs to the next label, or to a line that ends the transcript."""
    text, report = mentions.report.text, mentions.report.id
    over = mentions.dateline.extent if mentions.dateline is not None else None  # "NEW DELHI: The": nobody speaks
    found = (one for one in labels_in(text, blocks) if over is None or not over.start <= one.start < over.end)
    labels = _persons_labels(mentions, list(found))
    if not labels:
        return
    bounds = [label.start for label in labels[1:]] + [blocks[-1].span.end]
    for label, bound in zip(labels, bounds, strict=True):
        start, end = trimmed(text, label.words, _turn_end(text, blocks, label.block, bound))
        if start >= end or not any(c.isalnum() for c in text[start : start + 80]):
            continue
        span = Span(report, start, end)
        yield Quotation(span, span, 0, True, True, (span,), Span(report, label.start, label.end))


def labels_in(text: str, blocks: Sequence[Block]) -> Iterator[Label]:
    """Whatever may be a label, in order of position."""
    for index, block in enumerate(blocks):
        if block.role not in {BlockRole.BODY, BlockRole.HEADING}:
            continue
        for line_start, line_end in _line_starts(text, block):
            found = _label_at(text, line_start, line_end)
            if found:
                yield Label(index, *found)


def _persons_labels(mentions: Mentions, labels: list[Label]) -> list[Label]:
    """The labels that name somebody who speaks; heads of list items ("Trade: …") are left out."""
    text = mentions.report.text
    counts = Counter(text[label.start : label.end].casefold() for label in labels)
    names = {WORD.findall(text[label.start : label.end])[-1].casefold() for label in labels if label.is_sure}
    people = [entity.span for entity in mentions.entities if entity.label == "PERSON"]
    surnames = {word.casefold() for span in people for word in WORD.findall(text[span.start : span.end])[-1:]}
    has_sure = any(label.is_sure for label in labels) or any(
        count > 1 and len(WORD.findall(label)) > 1 for label, count in counts.items()
    )
    kept = []
    for label in labels:
        words = text[label.start : label.end]
        listed = WORD.findall(words)
        named = any(span.start < label.end and label.start < span.end for span in people)
        is_name = len(listed) >= 2 and listed[-1][0].isupper() and listed[-2][0].isupper()
        is_known = any(word[0].isupper() and word.casefold() in surnames for word in listed[1:])
        is_quoted = text[label.words : label.words + 1] in {"“", '"', "«", "„"}
        is_called = words.isupper() and counts[words.casefold()] > 1  # "LAVROV:" time and again in a transcript
        if (
            label.is_sure
            or (is_called and has_sure)
            or listed[-1].casefold() in names
            or (counts[words.casefold()] > 1 and (named or is_name))
            or ((named or is_known) and is_name and (has_sure or is_quoted))
        ):
            kept.append(label)
    return kept


def _line_starts(text: str, block: Block) -> Iterator[tuple[int, int]]:
    at = block.span.start
    while at < block.span.end:
        stop = text.find("\n", at, block.span.end)
        yield at, block.span.end
        if stop < 0:
            return
        at = stop + 1


def _label_at(text: str, start: int, end: int) -> tuple[int, int, int, bool] | None:
    """(label start, label end, start of the words, whether it is surely a turn) at this line start, or None."""
    bold = _BOLD.match(text, start, end)
    start = bold.end() if bold else start
    letter = _LETTER_TURN.match(text, start, end)
    if letter:
        return *letter.span("label" if letter["label"] else "bare"), letter.end(), True
    if start >= end or not text[start].isupper():
        return None
    colon = text.find(":", start, min(end, start + 240))
    if colon < 0:
        return None
    match = _LABEL.match(text, start, min(end, colon + 1 + _MAX_MARKS))
    if not match:
        return None
    words = WORD.findall(match.group("label"))
    lower = [word.lower() for word in words]
    if not words or len(words) > _MAX_LABEL_WORDS or any(word in _LABEL_VERBS for word in _without_names(lower)):
        return None
    if lower[0] in _GENERIC_LABELS and len(words) <= 4:
        return *match.span("label"), match.end(), True
    is_addressed = lower[0] in _FORMS_OF_ADDRESS and len(words) > 1  # "MR PRICE": a name, whatever the word means
    if (lower[-1] in _NO_LABEL_WORDS and not is_addressed) or (
        lower[0] in _NO_LABEL_WORDS and lower[0] not in _ORDINALS
    ):
        return None
    is_caps = match.group("label").isupper() and len(words) <= 6
    has_title = lower[0] in {
        "mr",
        "mr.",
        "ms",
        "mrs",
        "dr",
        "president",
        "secretary",
        "chancellor",
        "ambassador",
        "minister",
        "prime",
    }
    name_like = sum(word[0].isupper() for word in words) >= 2
    sure = (is_caps and len(words) >= 2) or (
        name_like and (has_title or bold is not None or bool(_ASIDE.search(match.group("aside") or "")))
    )
    return *match.span("label"), match.end(), sure


def _without_names(words: list[str]) -> list[str]:
    """The words without those that are a verb's but for the word before them: "United States" is no "states"."""
    return [word for before, word in pairwise(["", *words]) if (before, word) != ("united", "states")]


def _turn_end(text: str, blocks: list[Block], first: int, bound: int) -> int:
    """Where the turn ends: before the line that ends the transcript, else at the bound."""
    end = bound
    for before, block in pairwise(blocks[first:]):
        if block.span.start >= bound:
            break
        if _TURN_END.match(text[block.span.start : min(block.span.end, block.span.start + 80)]):
            return before.span.end
    return end
