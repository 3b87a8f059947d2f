"""The report's quotations by where they stand."""

from bisect import bisect_left, bisect_right

from aidememoire.model import Mentions, Quotation, Sentence, Span

_BETWEEN = frozenset({",", ":", ";", "-", "–", "—", "--", "―", "that", "in", "part", "particular", "particularly"})
_MAX_BETWEEN = 5  # tokens between a verb of saying and the quotation: "reads, in part:"


_FAMILIES = ('“”„‟"＂', "«»‹›", "「」『』")
MARKS = frozenset("".join(_FAMILIES))  # of double quotations, whether they open or close: translators turn them round


def marks_balance(words: str) -> bool:
    """Whether each kind of double quotation marks stands in the words an even number of times."""
    doubled = words.replace("``", '"').replace("''", '"')
    return all(sum(doubled.count(mark) for mark in family) % 2 == 0 for family in _FAMILIES)


def longest_part(quotation: Quotation) -> Span:
    """The longest piece of a quotation that its attribution breaks; all of it where none does."""
    return max(quotation.parts, key=lambda part: part.end - part.start)


class Quoted:
    """Look-ups among the outermost quotations of one report; labelled turns are left out."""

    def __init__(self, mentions: Mentions) -> None:
        self.text = mentions.report.text
        self.tokens = mentions.tokens
        self.quotations = [q for q in mentions.quotations if q.label is None and q.depth == 0]
        self.starts = [q.outer.start for q in self.quotations]
        self.ends = [q.outer.end for q in self.quotations]
        self.token_starts = [token.start for token in mentions.tokens]
        self._strays = self._find_strays(mentions)

    def _find_strays(self, mentions: Mentions) -> frozenset[int]:
        """Where a mark opens a paragraph and nothing ever closes it, nor opens the next one.

        The attribution stands within: “The road is shut, Novak said.
        """
        blocks = [block.span for block in mentions.report.blocks]
        starts = [span.start for span in blocks]
        found = set()
        for quotation in self.quotations:
            at = bisect_left(starts, quotation.outer.start)
            is_first = at < len(blocks) and starts[at] == quotation.outer.start
            if quotation.is_closed or not is_first or len(quotation.parts) > 1:
                continue
            is_alone = at + 1 >= len(blocks) or self.opening_at(starts[at + 1]) is None
            leads_on = at > 0 and self.text[blocks[at - 1].start : blocks[at - 1].end].rstrip().endswith(":")
            if is_alone and not leads_on and quotation.outer.end <= blocks[at].end:
                found.add(quotation.outer.start)
        return frozenset(found)

    def is_stray(self, quotation: Quotation) -> bool:
        """Whether nothing closes the quotation, and words of a report may stand within."""
        return quotation.outer.start in self._strays

    def starts_within(self, start: int, end: int) -> list[int]:
        """Where the quotations open that open between the two positions."""
        return self.starts[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def starts_at(self, position: int) -> bool:
        """Whether a quotation opens at the position."""
        at = bisect_left(self.starts, position)
        return at < len(self.quotations) and self.starts[at] == position

    def opening_at(self, position: int) -> Quotation | None:
        """The quotation that opens at the position."""
        at = bisect_left(self.starts, position)
        return self.quotations[at] if at < len(self.quotations) and self.starts[at] == position else None

    def around(self, position: int) -> Quotation | None:
        """The quotation of somebody's words that holds the position, gaps between its parts left out."""
        at = bisect_right(self.starts, position) - 1
        if at < 0:
            return None
        quotation = self.quotations[at]
        if position >= quotation.outer.end or not quotation.is_speech or quotation.outer.start in self._strays:
            return None
        return quotation

    def ending_before(self, position: int) -> Quotation | None:
        """The speech quotation that ends right before the position, only punctuation between them."""
        at = bisect_right(self.ends, position) - 1
        if at < 0:
            return None
        quotation = self.quotations[at]
        gap = self.text[quotation.outer.end : position]
        if len(gap) > 8 or any(c.isalnum() for c in gap) or "\n\n" in gap:
            return None
        if "\n" in gap and gap.startswith(".") and not self.text.startswith("So sa", position):
            return None  # ‘the port “was shut”.’ ends its line, and whoever speaks in the next says something else
        return quotation if quotation.is_speech else None

    def starting_after(self, stop: int, last: int) -> Quotation | None:
        """The speech quotation that opens at or right after the token where the attribution stops."""
        at = stop
        while at < last and at - stop < _MAX_BETWEEN and self.tokens[at].lower in _BETWEEN:
            if self.starts_at(self.tokens[at].start):
                break
            at += 1
        if at >= last and (at >= len(self.tokens) or self.tokens[last - 1].text != ":"):
            return None  # "The message read:" may stand in the line above
        quotation = self.opening_at(self.tokens[at].start)
        return quotation if quotation is not None and quotation.is_speech else None

    def broken_in(self, sentence: Sentence) -> list[Quotation]:
        """Quotations with an attribution in dashes inside them that starts in the sentence."""
        first = bisect_left(self.starts, sentence.span.start)
        found = []
        while first < len(self.quotations) and self.quotations[first].outer.start < sentence.span.end:
            quotation = self.quotations[first]
            if (
                len(quotation.parts) > 1
                or quotation.parts[-1].end < quotation.span.end
                or quotation.parts[0].start > quotation.span.start
            ):
                found.append(quotation)
            first += 1
        return found

    def leads_into(self, quotation: Quotation, content_start: int) -> bool:
        """Whether words of the same sentence lead into the quotation (Such a step is “a mistake,” he said)."""
        start = content_start
        words = self.text[start : quotation.outer.start].strip(" ,:;–—-")
        return bool(words) and any(c.isalpha() for c in words) and quotation.outer.start > start

    def token_at(self, position: int) -> int:
        """Index of the first token that starts at or after the position."""
        return min(bisect_left(self.token_starts, position), len(self.tokens) - 1)

    def token_index(self, position: int) -> int:
        """Index of the first token that starts at or after the position; their number where none does."""
        return bisect_left(self.token_starts, position)
