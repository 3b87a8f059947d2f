"""Surroundings: the words around a name, without crossing a line."""

from bisect import bisect_left
from dataclasses import dataclass

from aidememoire.knowledge.phrases import Words

SENTENCE_MARKS = frozenset(".!?;:")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A name in a text and what stands about it; words are folded, "" where the line ends."""

    words: Words
    start: int  # of the name, code points
    end: int
    first: int  # index of its first word
    last: int  # index after its last word

    @classmethod
    def of(cls, words: Words, start: int, end: int) -> "Surroundings":
        """What stands about ``text[start:end]``, which begins and ends with a word."""
        return cls(words, start, end, bisect_left(words.starts, start), bisect_left(words.starts, end))

    @property
    def text(self) -> str:
        """The whole text."""
        return self.words.text

    @property
    def name(self) -> str:
        """The name as it is written."""
        return self.words.text[self.start : self.end]

    @property
    def key(self) -> str:
        """The name, folded, with one space between words."""
        return " ".join(self.words.keys[self.first : self.last])

    def before(self, count: int = 1) -> str:
        """The count-th word before the name."""
        index = self.first - count
        if index < 0 or "\n" in self.text[self.words.ends[index] : self.start]:
            return ""
        return self.words.keys[index]

    def after(self, count: int = 1) -> str:
        """The count-th word after the name."""
        index = self.last + count - 1
        if index >= len(self.words.keys) or "\n" in self.text[self.end : self.words.starts[index]]:
            return ""
        return self.words.keys[index]

    def after_as_written(self, count: int = 1) -> str:
        """The count-th word after the name, with its capitals."""
        index = self.last + count - 1
        if not self.after(count):
            return ""
        return self.text[self.words.starts[index] : self.words.ends[index]]

    @property
    def gap_before(self) -> str:
        """What stands between the word before and the name."""
        return self.text[self.words.ends[self.first - 1] if self.first else 0 : self.start]

    def gap_after(self, count: int = 1) -> str:
        """What stands before the count-th word after the name."""
        index = self.last + count - 1
        start = self.end if count == 1 else self.words.ends[min(index, len(self.words.ends)) - 1]
        return self.text[start : self.words.starts[index] if index < len(self.words.starts) else len(self.text)]

    @property
    def starts_line(self) -> bool:
        """Whether nothing but marks stands before the name in its line."""
        begin = max(0, self.start - LONGEST_LEAD)
        newline = self.text.rfind("\n", begin, self.start)
        if newline < 0 and begin:
            return False
        return not any(char.isalnum() for char in self.text[newline + 1 : self.start])

    @property
    def is_in_capital_line(self) -> bool:
        """Whether its line is in capitals throughout."""
        begin = self.text.rfind("\n", max(0, self.start - LONGEST_HEADLINE), self.start) + 1
        begin = begin or max(0, self.start - LONGEST_HEADLINE)
        end = self.text.find("\n", self.end, self.end + LONGEST_HEADLINE)
        return self.text[begin : end if end >= 0 else self.end + LONGEST_HEADLINE].isupper()

    def words_before(self, count: int) -> tuple[str, ...]:
        """Up to so many words before the name in its sentence, nearest first."""
        found = []
        following = self.start
        for index in range(self.first - 1, max(self.first - 1 - count, -1), -1):
            gap = self.text[self.words.ends[index] : following]
            if "\n" in gap or _ends_sentence(self.words, index, gap):
                break
            found.append(self.words.keys[index])
            following = self.words.starts[index]
        return tuple(found)

    def words_around(self, count: int) -> frozenset[str]:
        """The words within so many of the name, on both sides, sentences and lines ignored."""
        return frozenset(self.words.keys[max(0, self.first - count) : self.last + count])


LONGEST_HEADLINE = 200  # code points on each side that are looked at for capitals
LONGEST_LEAD = 40  # code points of marks before a dateline


def _ends_sentence(words: Words, index: int, gap: str) -> bool:
    """Whether a sentence ends after the word; "Mr." and "U.S." end none."""
    if not gap or gap.isspace():
        return False
    is_short = words.ends[index] - words.starts[index] <= 2
    return any(char in SENTENCE_MARKS for char in gap) and not (is_short and gap.strip() == ".")
