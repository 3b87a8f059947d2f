"""Margins: those who met beside a summit were at it, if they are of the body whose summit it is.

"The presidents of A and B met on the sidelines of the Lakes summit": both had come for the summit.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from aidememoire.claims.occasions.joining.occasion import Occasion
from aidememoire.claims.occasions.parties.participation import is_organisation
from aidememoire.claims.occasions.words.nouns import any_of
from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.knowledge import Knowledge
from aidememoire.model import TOOK_PLACE, MeetingKind, Mentions, Span

BESIDE = re.compile(
    rf"\b(?:{any_of('edges')} of|at|during) (?:the|an?|this year[’']s) (?:[\w.’'&-]+ ){{0,5}}$", re.IGNORECASE
)
"""Right before the word for a summit: accepts "on the margins of the ", "at the G8 ", "during a "; refuses "ahead of
the "."""

LEADERS_MEET = frozenset({MeetingKind.MEETING, MeetingKind.TALKS})


def add_those_beside(occasions: Sequence[Occasion], mentions: Mentions, knowledge: Knowledge) -> None:
    """Enter in each summit of a body those of its members that are told to have met, or to meet, beside it."""
    told = _by_sentence(occasions)
    for summit in occasions:
        bodies = [code for code in summit.codes if is_organisation(knowledge, code)]
        if summit.kind is not MeetingKind.SUMMIT or len(bodies) != 1:
            continue
        found: dict[str, Span] = {}
        for code, span in _beside(summit, told, mentions):
            if code not in summit.codes and knowledge.memberships.is_member(code, bodies[0], mentions.on):
                found.setdefault(code, span)
        if found:
            first, *rest = summit.sightings
            summit.retell([replace(first, parties=(*first.parties, *found.items())), *rest])


def _by_sentence(occasions: Iterable[Occasion]) -> dict[int, list[tuple[Occasion, Sighting]]]:
    """Sentence → what it tells of, in order of the occasions."""
    found: dict[int, list[tuple[Occasion, Sighting]]] = {}
    for occasion in occasions:
        for one in occasion.sightings if occasion.kind in LEADERS_MEET else ():
            found.setdefault(one.sentence.index, []).append((occasion, one))
    return found


def _beside(
    summit: Occasion, beside: dict[int, list[tuple[Occasion, Sighting]]], mentions: Mentions
) -> Iterator[tuple[str, Span]]:
    """The parties of what is told of, in the summit's sentence and before it, as held there."""
    for told in summit.sightings:
        if not _is_where(told, mentions):
            continue
        for other, one in beside.get(told.sentence.index, ()):
            if (other.state in TOOK_PLACE) == (summit.state in TOOK_PLACE) and one.span.end <= told.span.start:
                yield from ((code, span) for code, span in one.parties if span is not None)


def _is_where(told: Sighting, mentions: Mentions) -> bool:
    return BESIDE.search(mentions.report.text, told.sentence.span.start, told.span.start) is not None
