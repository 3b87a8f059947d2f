"""Own names: two conferences called by whole names that share no word are two.

"The Global Salmon Summit" is no "Summit for Bread". Names of one word don't count, nor does what any conference may be
called ("the Global Leaders Summit").
"""

import re

from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.model import Mentions, Span

NAME_REACH = 60  # code points
NAME_BEFORE = re.compile(r"(?:\b[A-Z][\w’'-]+\s(?:(?:and|on|for|of|the)\s){0,2}?){2,}$")
"""Right before the word: accepts "Global Salmon (Summit)", "Lakes Rivers and Seas (Conference)"; refuses "Salmon
(Summit)", which may be a town's, and "the (summit)"."""
NAME_BEHIND = re.compile(r"\s(?:of|for|on)\s(?:the\s)?[A-Z][\w’'-]+(?:(?:\s(?:and|of|for))?\s[A-Z][\w’'-]+)*")
"""Right behind it: accepts "(Summit) for Salmon and Bread"; refuses "(Summit) of leaders"."""

LETTERS_AND_NUMBER = re.compile(r"[A-Z]{2,}[ -]?\d+")
"""Accepts "COP26", "MC-12"; refuses "Our Ocean 2022"."""

ANY = frozenset(
    "the a an and on for of in at to with first second third fourth fifth next last annual special extraordinary "
    "emergency virtual informal joint inaugural global world international regional high level high-level leaders "
    "leaders’ leaders' leader ministerial ministers ministers’ ministers' foreign summit conference meeting forum "
    "session economic heads state government plenary official bilateral trilateral secretary president minister prime "
    "today yesterday monday tuesday wednesday thursday friday saturday sunday".split()
)
"""What says of no conference which it is."""


def have_other_names(one: Sighting, other: Sighting, mentions: Mentions) -> bool:
    """Whether both go by whole names that share no word."""
    here, there = _name(one, mentions), _name(other, mentions)
    return bool(here) and bool(there) and not here & there


def _name(sighting: Sighting, mentions: Mentions) -> frozenset[str]:
    """The words by which the conference is told from others, in small letters; none where its name is of one word."""
    if sighting.trigger.shape != "occasion" or sighting.is_title or not sighting.is_named:
        return frozenset()
    text, span = mentions.report.text, sighting.span
    if sighting.format is not None:
        return _telling(mentions.words(sighting.format), sighting.format, mentions)
    begin = max(sighting.sentence.span.start, span.start - NAME_REACH)
    before = NAME_BEFORE.search(text, begin, span.start)
    if before is not None:
        return _telling(before[0], Span(span.report, before.start(), before.end()), mentions)
    behind = NAME_BEHIND.match(text, span.end, sighting.sentence.span.end)
    return frozenset() if behind is None else _telling(behind[0], Span(span.report, span.end, behind.end()), mentions)


def _telling(words: str, span: Span, mentions: Mentions) -> frozenset[str]:
    """Those words of a name that are of no state, body, town or day; none where such a one stands in it.

    Nor of letters with a number, which stand for a longer name: "COP26" is the "Conference of the Parties".
    """
    if LETTERS_AND_NUMBER.fullmatch(words.strip()):
        return frozenset()
    found = (mentions.places, mentions.parties, mentions.times)
    others = [one.span for named in found for one in named]
    if any(span.start < one.end and one.start < span.end for one in others):
        return frozenset()
    return frozenset(word for word in re.findall(r"[\w’'-]+", words.lower()) if word not in ANY)
