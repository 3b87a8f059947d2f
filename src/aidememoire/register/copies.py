"""Copies: which reports tell in other outlets what is nearly the same text. They are one voice, not several.

A newspaper that prints an agency's story, whole or cut, confirms nothing of it.
"""

import re
import zlib
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

_WORD = re.compile(r"\w+")
# Five words in a row: two reporters hardly choose the same five, but where they quote.
SHINGLE = 5
# One shingle in four is compared: of a story of 300 words some 75, of a note of 40 some ten.
ONE_IN = 4
# A copy has that part of its own words from the other.
# accepts: the first half of a story under another headline; refuses: two stories that quote the same three sentences, a
# round-up with a short note among others
LEAST_SHARED = 0.6
FEWEST_SHARED = 5  # shingles; what shares fewer is too short to tell
DAYS_APART = 3  # what is printed later than this is told anew
# A shingle in more stories of a few days than this is a formula: "on condition of anonymity because he was not".
MOST_HOLDING = 40
LETTERS = 6000  # of a text; a copy is cut at its end, and a longer text shows itself by its beginning


@dataclass(frozen=True, slots=True)
class Printed:
    """A report's text with what makes it comparable."""

    id: str
    voice: str  # the outlet, or the government that it speaks for
    on: date | None
    text: str


def find_copies(reports: Iterable[Printed]) -> dict[str, str]:
    """Id of a report → id of the one, of another voice, whose text it gives again and which gives no other's again.

    The earliest printed is the first; but what is cut is of the whole, also where the whole is printed later. Reports
    without a day are compared with each other. The same reports in any order give the same answer.
    """
    ordered = sorted(reports, key=lambda one: (one.on or date.min, one.id))
    holding: defaultdict[int, deque[int]] = defaultdict(deque)  # shingle → those of its days that are no copies
    sketches: list[frozenset[int]] = []
    firsts: dict[int, int] = {}
    for index, report in enumerate(ordered):
        sketch = _sketch(report.text)
        sketches.append(sketch)
        near = _sharing(index, ordered, sketch, holding)
        whole = [(-count, other) for other, count in near.items() if count >= LEAST_SHARED * len(sketch)]
        if whole:
            firsts[index] = min(whole)[1]
            continue
        for other, count in near.items():
            if other not in firsts and count >= LEAST_SHARED * len(sketches[other]):
                firsts[other] = index
        for shingle in sketch:
            holding[shingle].append(index)
    found = ((index, _first_of_all(index, ordered, firsts)) for index in sorted(firsts))
    return {ordered[index].id: ordered[first].id for index, first in found if first is not None}


def _sharing(
    index: int, ordered: Sequence[Printed], sketch: frozenset[int], holding: dict[int, deque[int]]
) -> dict[int, int]:
    """The earlier reports, near in time and of another voice, that share enough to tell, with how much they share."""
    report = ordered[index]
    shared: Counter[int] = Counter()
    for shingle in sketch:
        held = holding.get(shingle)
        while held and not _is_near(ordered[held[0]].on, report.on):
            held.popleft()  # the reports come in order of day: none to come is near it
        if held and len(held) <= MOST_HOLDING:
            shared.update(held)
    return {
        other: count
        for other, count in shared.items()
        if count >= FEWEST_SHARED and ordered[other].voice != report.voice
    }


def _first_of_all(index: int, ordered: Sequence[Printed], firsts: dict[int, int]) -> int | None:
    """The report at the end of the row, as far as it is near in time; None where it is of the same voice.

    A note given again by a story that a longer one gives again in its turn is of the longer one.
    """
    report, first = ordered[index], firsts[index]
    while first in firsts and _is_near(ordered[firsts[first]].on, report.on):
        first = firsts[first]
    return first if ordered[first].voice != report.voice else None


def _is_near(one: date | None, other: date | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs((other - one).days) <= DAYS_APART


def _sketch(text: str) -> frozenset[int]:
    """A part of the text's shingles, the same part of every text."""
    words = [word.encode("utf-8", "surrogatepass") for word in _WORD.findall(text[:LETTERS].casefold())]
    found = (zlib.crc32(b" ".join(words[at : at + SHINGLE])) for at in range(len(words) - SHINGLE + 1))
    return frozenset(shingle for shingle in found if shingle % ONE_IN == 0)
