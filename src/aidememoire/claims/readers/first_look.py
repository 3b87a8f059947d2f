"""A cheap first look: which sentences the tagger reads. What is no prose, or tells and says nothing, it needn't see."""

from bisect import bisect_left

from aidememoire.claims.clauses import UNREAD
from aidememoire.model import BlockRole, Mentions, Quotation, Sentence

_VERBS = ("VB", "MD")
_NEVER = UNREAD - {BlockRole.CAPTION}


def worth_reading(mentions: Mentions) -> list[bool]:
    """For each sentence, whether the tagger reads it: prose with a verb, a party, a person or a quotation in it."""
    ends = [quotation.outer.end for quotation in mentions.quotations]
    named = sorted([one.span.start for one in mentions.parties] + [one.span.start for one in mentions.persons])
    return [_is_worth(mentions, sentence, ends, named) for sentence in mentions.sentences]


def _is_worth(mentions: Mentions, sentence: Sentence, ends: list[int], named: list[int]) -> bool:
    if mentions.report.blocks[sentence.block].role in _NEVER:
        return False
    start, end = sentence.span.start, sentence.span.end
    at = bisect_left(named, start)
    if at < len(named) and named[at] < end:
        return True
    if any(token.tag.startswith(_VERBS) for token in mentions.tokens_of(sentence)):
        return True
    return _is_quoted(mentions.quotations, ends, start, end)


def _is_quoted(quotations: tuple[Quotation, ...], ends: list[int], start: int, end: int) -> bool:
    at = bisect_left(ends, start)
    return any(one.outer.start < end and start < one.outer.end for one in quotations[at : at + 2])
