"""Phrases: names of many words, found in a text in one pass.

A name is a run of words; what stands between two of its words may differ from the table's spelling in spaces, hyphens,
apostrophes and full stops after single letters ("U. S.", "Cote d’Ivoire"), never in "+", "&", "/" or ",".
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Generic, TypeVar

T = TypeVar("T")

WORD = re.compile(r"[^\W_]+")
WORD_OR_REFERENCE = re.compile(
    r"&(?:#\d{2,4}|amp|apos|quot|nbsp);|([^\W_]+)"
)  # "&#39;" left by a translation is no word
LOOSE_GAP = re.compile(r"[ \t\u00a0\u202f.\-‐‑–'’‘`´]*\n?[ \t\u00a0]*")  # may stand where the table has a space
STRICT_MARKS = "+&/,"  # must stand in the text where they stand in the table, and nowhere else
LONGEST_GAP = 6  # code points; "U. S." has two, a line broken after a hyphen three, "&apos;" six
ACRONYM_LENGTH = 6  # "MERCOSUR" may be written "Mercosur"; up to this length the capitals tell "WHO" from "Who"


def fold(word: str) -> str:
    """The word in lower case without accents: "Élysée" → "elysee"."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(char for char in decomposed if not unicodedata.combining(char)).lower().replace("ı", "i")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, side by side: where each starts and ends, and its folded form."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    keys: tuple[str, ...]


@lru_cache(maxsize=4)
def words_of(text: str) -> Words:
    """The words of the text; kept for the next finder that asks about the same text."""
    matches = [match.span() for match in WORD_OR_REFERENCE.finditer(text) if match.group(1)]
    return Words(
        text,
        tuple(start for start, _ in matches),
        tuple(end for _, end in matches),
        tuple(fold(text[start:end]) for start, end in matches),
    )


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """One name found in a text."""

    start: int
    end: int
    first: int  # index of its first word
    last: int  # index after its last word
    values: tuple[T, ...]  # what the table holds under the name


@dataclass(slots=True)
class _Node(Generic[T]):
    """What may follow a word."""

    children: "dict[str, _Node[T]]"
    names: "list[_Name[T]]"


@dataclass(frozen=True, slots=True)
class _Name(Generic[T]):
    """One spelling in the table."""

    words: tuple[str, ...]  # as spelt
    gaps: tuple[str, ...]  # the strict marks between the words
    value: T
    has_stop: bool  # ends in a full stop, as "U.S." does


class Phrases(Generic[T]):
    """A table of names; ``scan`` finds the longest name at each place."""

    def __init__(self) -> None:
        self._root: _Node[T] = _Node({}, [])
        self._exact: dict[tuple[str, str], list[T]] = {}

    def add(self, name: str, value: T) -> None:
        """Put one spelling into the table. A name without words is left out."""
        matches = list(WORD.finditer(name))
        if not matches:
            return
        words = tuple(match.group() for match in matches)
        gaps = tuple(_marks(name[left.end() : right.start()]) for left, right in pairwise(matches))
        node = self._root
        keys = tuple(fold(word) for word in words)
        for key in keys:
            node = node.children.setdefault(key, _Node({}, []))
        node.names.append(_Name(words, gaps, value, name.endswith(".")))
        self._exact.setdefault((" ".join(keys), "".join(gaps)), []).append(value)

    def get(self, name: str) -> tuple[T, ...]:
        """What the table holds under exactly this name; case, accents and loose marks are ignored."""
        matches = list(WORD.finditer(name))
        if not matches:
            return ()
        marks = "".join(_marks(name[left.end() : right.start()]) for left, right in pairwise(matches))
        return tuple(self._exact.get((" ".join(fold(match.group()) for match in matches), marks), ()))

    def scan(self, text: str) -> Iterator[Found[T]]:
        """The names in the text, in order, none overlapping; at each place the longest."""
        words = words_of(text)
        children = self._root.children
        index = 0
        for index_of_start, key in enumerate(words.keys):
            if index_of_start < index or key not in children:
                continue
            found = self._longest(words, index_of_start)
            if found:
                yield found
                index = found.last

    def _longest(self, words: Words, first: int) -> Found[T] | None:
        best: Found[T] | None = None
        node = self._root
        last = first
        while last < len(words.keys):
            following = node.children.get(words.keys[last])
            if following is None or (last > first and not _may_stand_between(words, last)):
                break
            node = following
            last += 1
            names = [name for name in node.names if _is_spelt(name, words, first)]
            if names:
                end = words.ends[last - 1]
                if words.text[end : end + 1] == "." and any(name.has_stop for name in names):
                    if words.text[end + 1 : end + 2].isalnum():
                        continue  # "50 U.S.C. 1701" is a statute
                    end += 1
                best = Found(words.starts[first], end, first, last, tuple(name.value for name in names))
        return best


def _marks(gap: str) -> str:
    return "".join(char for char in gap if char in STRICT_MARKS)


def _plain(gap: str) -> str:
    """The gap without what an HTML page or a translation left: "&#39;" is an apostrophe."""
    if "&" not in gap:
        return gap
    return gap.replace("&#39;", "'").replace("&apos;", "'").replace("&nbsp;", " ").replace("&amp;", "&")


def _may_stand_between(words: Words, index: int) -> bool:
    """Whether what stands before this word may stand inside a name."""
    start, end = words.ends[index - 1], words.starts[index]
    if start == end:
        return True
    if end - start > LONGEST_GAP:
        return False
    gap = "".join(char for char in _plain(words.text[start:end]) if char not in STRICT_MARKS)
    if "." in gap and start - words.starts[index - 1] > 2:
        return False  # "… left Japan. Sea trade": a sentence ends here; "St. Lucia" and "U. S." go on
    return LOOSE_GAP.fullmatch(gap) is not None


def _is_spelt(name: _Name[T], words: Words, first: int) -> bool:
    """Whether the text's capitals and strict marks are those of the name."""
    for offset, word in enumerate(name.words):
        index = first + offset
        written = words.text[words.starts[index] : words.ends[index]]
        if not _has_capitals(word, written, len(name.words) == 1):
            return False
        if offset and not _fits(name, offset, words, index):
            return False
    return True


def _fits(name: _Name[T], offset: int, words: Words, index: int) -> bool:
    """Whether the gap has the name's strict marks, and a full stop between letters: "A U.S." is no AU."""
    gap = _plain(words.text[words.ends[index - 1] : words.starts[index]])
    if _marks(gap) != name.gaps[offset - 1]:
        return False
    is_letters = len(name.words[offset]) == 1 and len(name.words[offset - 1]) == 1 and name.has_stop
    return "." in gap if is_letters else True


def _has_capitals(word: str, written: str, is_alone: bool) -> bool:
    if not word[0].isupper():
        return True
    if is_alone and word.isupper() and 1 < len(word) <= ACRONYM_LENGTH:
        return written == word
    return written[0].isupper()
