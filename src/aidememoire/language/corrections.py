"""Corrections: that a report says it corrects or takes back what was told before, and which words it calls wrong.

A corrected report looks like any other, and a register may hold both: so it is told aloud. Nothing is mended: the words
that are called wrong, where they still stand, are doubtful with the right ones proposed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from aidememoire.language.people.office_table import load_rows
from aidememoire.model import DoubtfulMention, Mentions, Problem, Severity, Span

# Headline, dateline and first words: further down "Correct:" is somebody's answer.
HEAD = 300
_LONGEST_SHOWN = 120  # characters of the words shown in the notice


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say that something is corrected."""

    name: str
    pattern: re.Pattern[str]
    is_of_head: bool  # counts only at the head of a report


@dataclass(frozen=True, slots=True)
class Correction:
    """Words with which a report corrects."""

    start: int
    end: int
    name: str  # of the wording
    right: str | None  # None where no words are given
    wrong: str | None


@cache
def notices() -> tuple[Wording, ...]:
    """The wordings that only say that something is corrected; loaded once."""
    return _wordings("notice")


@cache
def readings() -> tuple[Wording, ...]:
    """The wordings that give the right words beside the wrong ones; loaded once."""
    return _wordings("reading")


def _wordings(key: str) -> tuple[Wording, ...]:
    return tuple(
        Wording(row["name"], re.compile(row["pattern"]), row.get("head", False))
        for row in load_rows("corrections.toml")[key]
    )


def find_corrections(text: str) -> list[Correction]:
    """The words with which the text corrects what was told, in order; those with the right words first at a place.

    >>> [(one.right, one.wrong) for one in find_corrections("Please read 20 May instead of 21 May.")]
    [('20 May', '21 May')]
    """
    found = list(_read(text))
    for wording in notices():
        for match in wording.pattern.finditer(text, 0, HEAD if wording.is_of_head else len(text)):
            start = match.end() - len(match[0].lstrip(" \t\n.-–—([*"))
            if not any(one.start < match.end() and start < one.end for one in found):
                found.append(Correction(start, match.end(), wording.name, None, None))
    return sorted(found, key=lambda one: one.start)


def _read(text: str) -> Iterator[Correction]:
    """The words that give the right ones beside the wrong ones."""
    for wording in readings():
        for match in wording.pattern.finditer(text):
            yield Correction(match.start(), match.end(), wording.name, match["right"].strip(), match["wrong"].strip())


def corrected_words(mentions: Mentions) -> Iterator[DoubtfulMention]:
    """The words that the report itself calls wrong, where it has them outside of the correction."""
    text = mentions.report.text
    told = [one for one in _read(text) if one.wrong and one.right]
    for one in told:
        for match in re.finditer(rf"(?<!\w){re.escape(one.wrong or '')}(?!\w)", text):
            if any(other.start <= match.start() < other.end for other in told):
                continue
            why = f"the report corrects this itself: “{_shown(text[one.start : one.end])}”"
            yield DoubtfulMention(
                mentions.report.span(match.start(), match.end()), one.right, why, "corrections.corrected"
            )


def correction_notices(mentions: Mentions) -> tuple[Problem, ...]:
    """A notice where the report says that it corrects or takes back something; at most one, on the first such words."""
    report = mentions.report
    for text, is_body in ((report.text, True), (report.title or "", False)):
        found = find_corrections(text)
        if found:
            one = found[0]
            words = text[one.start : one.end] if one.right else _line(text, one.start)
            span = Span(report.id, one.start, one.end) if is_body else None
            message = (
                f"says that it corrects or takes back what was told before ({one.name}: “{_shown(words)}”); "
                "claims of the earlier version stay until somebody rejects them"
            )
            return (Problem(Severity.NOTICE, report.source, span, "corrections.told", message),)
    return ()


def _line(text: str, start: int) -> str:
    end = text.find("\n", start)
    return text[start : len(text) if end < 0 else end]


def _shown(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _LONGEST_SHOWN else plain[:_LONGEST_SHOWN].rsplit(" ", 1)[0] + " …"
