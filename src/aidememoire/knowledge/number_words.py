"""Words for numbers: the single words by which English counts, and by which it numbers, from one table."""

from functools import cache

from aidememoire.knowledge.tables import rows_of


def cardinals(first: int, last: int) -> dict[str, int]:
    """The words that count, small letters, with their numbers from ``first`` up to ``last``, both included, in order.

    >>> cardinals(19, 40)
    {'nineteen': 19, 'twenty': 20, 'thirty': 30, 'forty': 40}
    """
    return {word: number for number, word, _ in _shipped() if first <= number <= last}


def ordinals(first: int, last: int) -> dict[str, int]:
    """The words that number, small letters, with their numbers from ``first`` up to ``last``, both included, in order.

    >>> ordinals(1, 3)
    {'first': 1, 'second': 2, 'third': 3}
    """
    return {word: number for number, _, word in _shipped() if first <= number <= last}


@cache
def _shipped() -> tuple[tuple[int, str, str], ...]:
    return tuple((int(row["number"]), row["cardinal"], row["ordinal"]) for row in rows_of("number_words.tsv"))
