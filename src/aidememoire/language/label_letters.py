"""The letters of labels: "FOREIGN MINISTER WANG YI:" is read as a sentence would write it, each word at its place."""

import re
from collections import Counter
from collections.abc import Sequence

from aidememoire.language.quotation_words import WORD, WORDING
from aidememoire.language.turns import labels_in
from aidememoire.model import Report, Span

_ABBREVIATIONS = frozenset(WORDING["label_abbreviations"].split())
_PARTICLES = frozenset(WORDING["label_particles"].split())
_GENERIC = frozenset(WORDING["generic_labels"].split())
_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*")
_FEWEST_WORDS = 2  # of a label that stands but once: "MR PRICE"; a single word may be a heading's


def capital_labels(report: Report) -> tuple[Span, ...]:
    """The labels of turns in capitals that name somebody, with their colons, in order."""
    text = report.text
    found = [one for one in labels_in(text, report.blocks) if text[one.start : one.end].isupper()]
    counts = Counter(text[one.start : one.end] for one in found)
    return tuple(
        report.span(one.start, one.words)
        for one in found
        if _names_somebody(WORD.findall(text[one.start : one.end]), counts[text[one.start : one.end]])
    )


def _names_somebody(words: Sequence[str], times: int) -> bool:
    return words[0].lower() not in _GENERIC and (len(words) >= _FEWEST_WORDS or times > 1)


def with_small_letters(text: str, labels: Sequence[Span]) -> str:
    """The text with the labels written as in a sentence; every place stays.

    So whoever is named in capitals is found by the same signs as anybody: by the office before the name, by the table.
    """
    pieces, at = [], 0
    for label in labels:
        pieces += [text[at : label.start], as_in_sentences(text[label.start : label.end])]
        at = label.end
    return "".join([*pieces, text[at:]])


def as_in_sentences(label: str) -> str:
    """The label in the letters of a sentence, letter for letter.

    >>> as_in_sentences("EU COMMISSION PRESIDENT URSULA VON DER LEYEN"), as_in_sentences("MR. O'NOVAK-ROE")
    ('EU Commission President Ursula von der Leyen', "Mr. O'Novak-Roe")
    """
    return _WORD.sub(lambda found: _small(found.group(), label[: found.start()]), label)


def _small(word: str, before: str) -> str:
    lower, is_joined = word.lower(), before.endswith("-")
    if not word.isupper() or len(lower) != len(word) or "." in word:
        return word
    if lower in _ABBREVIATIONS and not is_joined:  # but "KIM JONG-UN"
        return word
    return lower if lower in _PARTICLES and before and not is_joined else word[0] + lower[1:]
