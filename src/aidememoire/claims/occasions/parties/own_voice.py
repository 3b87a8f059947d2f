"""Own voice: whose side "I" and "we" are: that of whoever speaks.

"My recent visit to Chile" in a statement by Kenya's foreign ministry was Kenya's; in a transcript it is that of the one
in whose turn it stands. Within quotation marks somebody else may speak, and nobody is concluded.
"""

import re

from aidememoire.claims.occasions.parties.letters import addressee
from aidememoire.claims.occasions.parties.turns import is_asked, turn_at
from aidememoire.model import ActorKind, BlockRole, Mentions

WHY = "the side of whoever speaks, for a first person"

WHY_HEARD = "the other of the two who speak, for those whom one of them addresses"

OWNED_BY_SPEAKER = re.compile(r"\b(?:my|our)\s(?:(?!own\b)[\w-]+\s){0,3}$", re.IGNORECASE)
"""Before a visit of whoever speaks: accepts "my recent ", "our first joint "; refuses "of our own minister’s "."""

OWNED_BY_HEARER = re.compile(r"\byour\s(?:(?!own\b)[\w-]+\s){0,3}$", re.IGNORECASE)
"""Before a visit of whoever is spoken to: accepts "your recent state "; refuses "your team’s "."""

SPEAKERS = frozenset({"i", "we"})
HEARERS = frozenset({"you"})

TWO = 2


def side_of_speaker(mentions: Mentions, place: int) -> tuple[str, int | None] | None:
    """The party of whoever says "I" at a place of the text, with who it is where known; None where nobody knows."""
    turn = turn_at(mentions, place)
    if turn is None:
        side = mentions.report.side
        is_quoted = any(one.is_speech and one.span.start <= place < one.span.end for one in mentions.quotations)
        return None if side is None or (is_quoted and addressee(mentions) is None) else (side, None)
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


def those_who_speak(mentions: Mentions) -> frozenset[str]:
    """The two parties whose people speak to each other in a transcript, or who are beside each other in its headline.

    Of a letter those of whoever wrote it and to whom. Empty where there are more, or fewer: of a briefing's many
    speakers nobody can tell whose "we" is.
    """
    turns = [one for one in mentions.quotations if one.label is not None]
    if not turns:
        reader = addressee(mentions)
        return frozenset({reader, mentions.report.side or ""}) if reader is not None else frozenset()
    spoken = {found[0] for turn in turns if (found := side_of_speaker(mentions, turn.span.start)) is not None}
    if len(spoken) == TWO:
        return frozenset(spoken)
    side = mentions.report.side
    if len(spoken) > TWO or side is None or not spoken <= {side}:
        return frozenset()
    beside = spoken | _in_headline(mentions) | {side}
    return frozenset(beside) if spoken and len(beside) == TWO else frozenset()


def side_of_hearer(mentions: Mentions, place: int) -> str | None:
    """The party to whom somebody speaks at a place of the text: the other of the two who speak; None for others."""
    pair = those_who_speak(mentions)
    speaker = side_of_speaker(mentions, place) if pair else None
    if speaker is None or speaker[0] not in pair:
        return None
    return next(iter(pair - {speaker[0]}))


def _in_headline(mentions: Mentions) -> set[str]:
    """Those whom the title lines name, as parties or by their people."""
    spans = [one.span for one in mentions.sentences if mentions.report.blocks[one.block].role is BlockRole.TITLE]
    named = {one.code for one in mentions.parties if any(span.contains(one.span) for span in spans)}
    people = (mentions.actors[one.actor] for one in mentions.persons if any(span.contains(one.span) for span in spans))
    return named | {actor.party for actor in people if actor.party is not None}
