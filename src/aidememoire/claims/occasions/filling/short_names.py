"""Short names: the commission, council or dialogue of which an occasion is a meeting, called by its last word alone.

"The Lake Basin Commission works well. The commission's first meeting was in Oslo": that was the Basin Commission's.
"""

import re
from collections.abc import Iterator

from aidememoire.claims.occasions.filling.named_formats import SUBJECT
from aidememoire.claims.occasions.joining.occasion import Occasion
from aidememoire.claims.occasions.parties.participation import mentions_within
from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.model import DialogueMention, MeetingKind, Mentions, Span

HEAD = (
    r"(?P<head>commission|committee|council|board|conference|forum|group|panel|working group|task force|dialogue"
    r"|mechanism)"
)
THE = r"\b(?:the|this|our|their)\s(?:(?:full|joint|next|last|previous|first|\w+th|second|third|annual)\s){0,2}"
SHORT_BEFORE = re.compile(
    rf"{THE}{HEAD}(?:['’]s?)?\s(?:(?:next|last|previous|first|second|third|\w+th|inaugural|regular|annual|plenary"
    rf"|ordinary|emergency|special|opening|recent|upcoming|\d+(?:st|nd|rd|th))\s){{0,2}}$",
    re.IGNORECASE,
)
"""Right before it: accepts "the commission’s first ", "the next Council "; refuses "a board "."""

SHORT_SUBJECT = re.compile(rf"{THE}{HEAD}(?=[\s,])", re.IGNORECASE)
"""The subject of the verb: accepts "the full council", then " is not due to " as far as the verb."""

SHORT_BEHIND = re.compile(rf"\sof\s(?:the|this|our|their)\s(?:joint\s)?{HEAD}\b(?!\s(?:of|on|for)\b)", re.IGNORECASE)
"""Right behind it: accepts " of the commission"; refuses " of the Committee on Trade"."""

NOT_DUE = re.compile(
    r"\s(?:is|are|was)\s(?:not\s)?(?:yet\s)?(?:due|scheduled|expected|set)\s(?:not\s)?to\s(?:next\s)?$"
)
REACH = 60
"""Code points before the word for the meeting in which its subject is looked for."""


def full_name(occasion: Occasion, mentions: Mentions) -> DialogueMention | None:
    """The body or dialogue that the report calls by its whole name elsewhere; None where it isn't the only one."""
    if occasion.kind in {MeetingKind.CALL, MeetingKind.VISIT}:
        return None
    for sighting in occasion.ranked():
        for head in _heads(sighting, mentions):
            named = [one for one in mentions.dialogues if _is_called(one, head) and set(one.parties) <= occasion.codes]
            if len({(one.key or one.name).casefold() for one in named}) == 1:
                return named[0]
    return None


def _heads(sighting: Sighting, mentions: Mentions) -> Iterator[str]:
    """The last words of names by which the sighting's sentence calls that which meets."""
    text, begin = mentions.report.text, max(sighting.sentence.span.start, sighting.span.start - REACH)
    if any(one.overlaps(sighting.span) for one in _names_within(sighting, mentions)):
        return
    if sighting.trigger.shape == "occasion":
        if match := SHORT_BEFORE.search(text, begin, sighting.span.start):
            yield match["head"].lower()
        if match := SHORT_BEHIND.match(text, sighting.span.end, sighting.sentence.span.end):
            yield match["head"].lower()
        return
    for match in SHORT_SUBJECT.finditer(text, begin, sighting.span.start):
        rest = text[match.end("head") : sighting.span.start]
        if SUBJECT.fullmatch(rest) or NOT_DUE.fullmatch(rest):
            yield match["head"].lower()


def _names_within(sighting: Sighting, mentions: Mentions) -> Iterator[Span]:
    return (one.span for one in mentions_within(mentions.dialogues, sighting.sentence.span))


def _is_called(dialogue: DialogueMention, head: str) -> bool:
    """Whether a name ends in a word, or has it before "on" or "of", and more words than that."""
    words = dialogue.name.casefold()
    return re.search(rf"\w\W+{head}(?:\s(?:on|for|of)\s.*)?$", words) is not None
