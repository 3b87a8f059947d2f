"""Own voice: whose side "I" and "we" are: that of whoever speaks.

"My recent visit to Chile" in a statement by Kenya's foreign ministry was Kenya's; in a transcript it is that of the one
in whose turn it stands. Within quotation marks somebody else may speak, and nobody is concluded.
"""

import re

from aidememoire.claims.occasions.talk import is_asked, turn_at
from aidememoire.model import ActorKind, Mentions

WHY = "the side of whoever speaks, for a first person"

OWNED_BY_SPEAKER = re.compile(r"\b(?:my|our)\s(?:(?!own\b)[\w-]+\s){0,3}$", re.IGNORECASE)
"""Before a visit of whoever speaks: accepts "my recent ", "our first joint "; refuses "of our own minister’s "."""

SPEAKERS = frozenset({"i", "we"})


def side_of_speaker(mentions: Mentions, place: int) -> tuple[str, int | None] | None:
    """The party of whoever says "I" at a place of the text, with who it is where known; None where nobody knows."""
    turn = turn_at(mentions, place)
    if turn is None:
        is_quoted = any(one.is_speech and one.span.start <= place < one.span.end for one in mentions.quotations)
        return None if is_quoted or mentions.report.side is None else (mentions.report.side, None)
    if turn.label is None or is_asked(mentions, turn):
        return None
    label = mentions.words(turn.label).casefold().split()
    named = [
        actor
        for actor in mentions.actors
        if actor.kind is ActorKind.PERSON and actor.name.casefold().split()[-1] in label
    ]
    parties = {actor.party for actor in named}
    if len(parties) != 1 or (party := parties.pop()) is None:
        return None
    return party, named[0].index if len(named) == 1 and named[0].role is not None else None
