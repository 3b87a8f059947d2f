"""Margins: those who met beside a summit were at it, if they are of the body whose summit it is.

"The presidents of A and B met on the sidelines of the Lakes summit": both had come for the summit.
"""

import re
from collections.abc import Iterator, Sequence
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
    for summit in occasions:
        bodies = [code for code in summit.codes if is_organisation(knowledge, code)]
        if summit.kind is not MeetingKind.SUMMIT or len(bodies) != 1:
            continue
        found: dict[str, Span] = {}
        for code, span in _beside(summit, occasions, mentions):
            if code not in summit.codes and knowledge.memberships.is_member(code, bodies[0], mentions.on):
                found.setdefault(code, span)
        if found:
            first, *rest = summit.sightings
            summit.retell([replace(first, parties=(*first.parties, *found.items())), *rest])


def _beside(summit: Occasion, occasions: Sequence[Occasion], mentions: Mentions) -> Iterator[tuple[str, Span]]:
    """The parties of what is told of, in the summit's sentence and before it, as held there."""
    for told in summit.sightings:
        if not _is_where(told, mentions):
            continue
        for other in occasions:
            if (
                other is summit
                or other.kind not in LEADERS_MEET
                or (other.state in TOOK_PLACE) != (summit.state in TOOK_PLACE)
            ):
                continue
            for one in other.sightings:
                if one.sentence.index == told.sentence.index and one.span.end <= told.span.start:
                    yield from ((code, span) for code, span in one.parties if span is not None)


def _is_where(told: Sighting, mentions: Mentions) -> bool:
    return BESIDE.search(mentions.report.text, told.sentence.span.start, told.span.start) is not None
