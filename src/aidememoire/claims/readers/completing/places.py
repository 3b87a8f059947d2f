"""Where a tagged span lies: its sentence, its tokens, the word that governs it."""

from bisect import bisect_left

from aidememoire.claims.clauses import Range, is_prose, sentence_at
from aidememoire.model import Mentions, Sentence


def prose_at(mentions: Mentions, position: int) -> Sentence | None:
    """The sentence that holds the position, where it is prose and no longer than prose is."""
    sentence = sentence_at(mentions, position)
    return sentence if sentence is not None and is_prose(mentions, sentence) else None


def tokens_in(mentions: Mentions, sentence: Sentence, start: int, end: int) -> Range:
    """The tokens of the sentence that lie between the two positions; punctuation at the ends left out."""
    tokens = mentions.tokens
    first = bisect_left(tokens, start, lo=sentence.first, hi=sentence.last, key=lambda token: token.end - 1)
    last = bisect_left(tokens, end, lo=first, hi=sentence.last, key=lambda token: token.start)
    while first < last and not any(c.isalnum() for c in tokens[first].text):
        first += 1
    while last > first and not any(c.isalnum() for c in tokens[last - 1].text):
        last -= 1
    return first, last


def top_of(mentions: Mentions, words: Range) -> int:
    """The first word of the range that hangs on none of the others."""
    first, last = words
    for index in range(first, last):
        head = mentions.tokens[index].head
        if head == index or not first <= head < last:
            return index
    return last - 1
