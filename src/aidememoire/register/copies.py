"""Copies: which reports tell in other outlets what is nearly the same text. They are one voice, not several.

A newspaper that prints an agency's story, whole or cut, confirms nothing of it.
"""

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

_WORD = re.compile(r"\w+")
# Five words in a row: two reporters hardly choose the same five, but where they quote.
SHINGLE = 5
# One shingle in four is compared: of a story of 300 words some 75, of a note of 40 some ten.
ONE_IN = 4
# Copies share that part of the shorter text.
# accepts: the first half of a story under another headline; refuses: two stories that quote the same three sentences
LEAST_SHARED = 0.6
FEWEST_SHARED = 5  # shingles; what shares fewer is too short to tell
DAYS_APART = 3  # what is printed later than this is told anew
MOST_HOLDING = 40  # a shingle in more reports than this is a formula ("on condition of anonymity because he was not")
LETTERS = 6000  # of a text; a copy is cut at its end, and a longer text shows itself by its beginning


@dataclass(frozen=True, slots=True)
class Printed:
    """A report's text with what makes it comparable."""

    id: str
    voice: str  # the outlet, or the government that it speaks for
    on: date | None
    text: str


def find_copies(reports: Iterable[Printed]) -> dict[str, str]:
    """Id of a report → id of the one, of another voice, whose text it gives again; the earliest printed is the first.

    Reports without a day are compared with each other. The same reports in any order give the same answer.
    """
    ordered = sorted(reports, key=lambda one: (one.on or date.min, one.id))
    holding: defaultdict[int, list[int]] = defaultdict(list)
    sketches: list[frozenset[int]] = []
    originals: dict[str, str] = {}
    for index, report in enumerate(ordered):
        sketch = _sketch(report.text)
        sketches.append(sketch)
        shared: Counter[int] = Counter()
        for shingle in sketch:
            if len(holding[shingle]) <= MOST_HOLDING:
                shared.update(holding[shingle])
            holding[shingle].append(index)
        near = [
            (-count, other)
            for other, count in shared.items()
            if count >= FEWEST_SHARED
            and count >= LEAST_SHARED * min(len(sketch), len(sketches[other]))
            and ordered[other].voice != report.voice
            and _is_near(ordered[other].on, report.on)
        ]
        if near:
            first = ordered[min(near)[1]].id
            originals[report.id] = originals.get(first, first)
    return originals


def _is_near(one: date | None, other: date | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs((other - one).days) <= DAYS_APART


def _sketch(text: str) -> frozenset[int]:
    """A part of the text's shingles, the same part of every text."""
    words = [word.encode("utf-8", "surrogatepass") for word in _WORD.findall(text[:LETTERS].casefold())]
    found = (zlib.crc32(b" ".join(words[at : at + SHINGLE])) for at in range(len(words) - SHINGLE + 1))
    return frozenset(shingle for shingle in found if shingle % ONE_IN == 0)
