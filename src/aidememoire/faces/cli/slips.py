"""Slips: what a misspelt word was most likely meant for."""

from collections.abc import Iterable
from difflib import get_close_matches

LEAST_LIKENESS = 0.7
"""Accepts "breif" for "brief", "Japn" for "Japan"; refuses "Atlantis" for "Atlantic Alliance", "food" for "offices"."""


def nearest(words: str, names: Iterable[str]) -> str | None:
    """The name that the words are most likely a slip for; None where none is near.

    >>> nearest("Japn", ["Jordan", "Japan"])
    'Japan'
    """
    by_key = {name.casefold(): name for name in reversed(tuple(names))}
    found = get_close_matches(words.casefold(), by_key, n=1, cutoff=LEAST_LIKENESS)
    return by_key[found[0]] if found else None
