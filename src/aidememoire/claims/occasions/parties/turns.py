"""In whose labelled turn of a transcript something stands, and whether it is that of somebody who asks."""

import re
from bisect import bisect_right

from aidememoire.model import Mentions, Quotation

ASKING = re.compile(
    r"q|questions?|journalists?|reporters?|press|media|correspondents?|interviewer|moderator|host|anchor", re.IGNORECASE
)
"""The label of somebody who asks: accepts "Q", "QUESTION"; refuses "MR QUINN", "PRESS SECRETARY"."""

MOST_QUOTED = 64
"""How many quotations within one turn are passed by; a text with more and no labels is no transcript."""


def turn_at(mentions: Mentions, place: int) -> Quotation | None:
    """The labelled turn in which a place of the text stands; None outside of turns."""
    found = mentions.quotations
    last = bisect_right(found, place, key=_begin) - 1
    for index in range(last, max(-1, last - MOST_QUOTED), -1):
        if found[index].label is not None:
            return found[index] if place < found[index].span.end else None
    return None


def is_asked(mentions: Mentions, turn: Quotation) -> bool:
    """Whether a turn is that of somebody who asks."""
    return turn.label is not None and ASKING.fullmatch(mentions.words(turn.label).strip(" .:")) is not None


def exchange_at(mentions: Mentions, place: int) -> int | None:
    """Where the question begins that a place of the text belongs to, asking or answering; None outside of turns.

    What is said before anybody asks is an exchange of its own, from the first turn on.
    """
    turn = turn_at(mentions, place)
    if turn is None:
        return None
    begin = turn.span.start
    for quotation in reversed(mentions.quotations[: bisect_right(mentions.quotations, begin, key=_begin)]):
        if quotation.label is not None:
            begin = quotation.span.start
            if is_asked(mentions, quotation):
                break
    return begin


def _begin(quotation: Quotation) -> int:
    return quotation.span.start
