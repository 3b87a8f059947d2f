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


def questions_of(mentions: Mentions) -> tuple[int, ...]:
    """Where the turns of those who ask begin, in order: what stands between two of them answers the first."""
    turns = (one for one in mentions.quotations if one.label is not None)
    return tuple(one.span.start for one in turns if is_asked(mentions, one))


def _begin(quotation: Quotation) -> int:
    return quotation.span.start
