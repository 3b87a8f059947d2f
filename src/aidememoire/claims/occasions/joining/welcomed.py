"""Welcomed: a visit that a host only welcomes or thanks for is the meeting with the guest that the report tells of.

"Minister A received Minister B in Lima. … A welcomed the visit of B": one occasion.
"""

import re

from aidememoire.claims.occasions.joining.occasion import ROUNDS, Occasion
from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.model import TOOK_PLACE, MeetingKind, MeetingState, Mentions

WELCOMED = re.compile(
    r"\b(?:welcom(?:ed|es|ing)|thank(?:ed|s|ing) (?:[\w’'.-]+ ){1,6}?for|appreciat(?:ed|es|ing)|hail(?:ed|s|ing)) "
    r"(?:the |this |his |her |their )?"
    r"(?:(?!(?:to|in|on|at|of|last|recent|upcoming|forthcoming|next|first)\b)[\w’'.-]+ ){0,6}$"
)
"""Before a visit: accepts "welcomed the ", "thanked the minister for his "; refuses "welcomed the recent "."""

OVER = frozenset({MeetingState.HELD, MeetingState.ONGOING})


def is_visit_welcomed(visit: Occasion, meeting: Occasion, mentions: Mentions) -> bool:
    """Whether a visit is but welcomed by whom the report tells to have met the guest, on no day and at no place."""
    if visit.kind is not MeetingKind.VISIT or meeting.kind not in ROUNDS:
        return False
    if not visit.codes or not visit.codes <= meeting.codes:
        return False
    if visit.state not in OVER or meeting.state not in TOOK_PLACE or visit.when is not None:
        return False
    is_after = meeting.told[0].span.start < visit.told[0].span.start
    are_one = bool(set(visit.actors) & set(meeting.actors)) or not visit.actors
    is_welcomed = any(is_welcome(one, mentions) for one in visit.told)
    return is_after and are_one and is_welcomed and all(_is_bare(one) for one in visit.told)


def _is_bare(sighting: Sighting) -> bool:
    """Whether its own sentence names no day and no place for it."""
    is_elsewhere = sighting.place is not None and sighting.sentence.span.contains(sighting.place)
    return sighting.time is None and not is_elsewhere and sighting.is_definite and not sighting.is_earlier


def is_welcome(sighting: Sighting, mentions: Mentions) -> bool:
    """Whether a host welcomes or thanks for a visit there."""
    before = mentions.report.text[sighting.sentence.span.start : sighting.span.start]
    return sighting.kind is MeetingKind.VISIT and WELCOMED.search(before) is not None
