"""Talk: in whose turn of a transcript an occasion is told of, and what of it that tells.

A readout says what its principal did today. A briefing or an interview speaks of many people's meetings on many days:
there the report's own day and its principal belong to an occasion only where the words give it to them.
"""

import re

from aidememoire.claims.occasions.parties.turns import is_asked, turn_at
from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.claims.tenses import Tense
from aidememoire.model import ActorKind, MeetingState, Mentions, Quotation

OURS = re.compile(r"\b(?:we|us|our|ours|I|me|my|mine)\b", re.IGNORECASE)
YOURS = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)


def is_by_those_who_met(mentions: Mentions, sighting: Sighting, turn: Quotation) -> bool:
    """Whether the side that speaks, or is spoken to, is said to take part: the guest is met, or "we" met.

    Accepts "we spoke with the Ghanaian team", "he met the Ghanaian minister"; refuses "the Ghanaian team is in Oslo for
    talks". To who asks, the side is "you".
    """
    sentence = mentions.words(sighting.sentence.span)
    if is_asked(mentions, turn):
        return YOURS.search(sentence) is not None
    named = [span for _, span in sighting.parties if span is not None]
    return OURS.search(sentence) is not None or any(span.start >= sighting.span.end for span in named)


def speaker_who_met(mentions: Mentions, sighting: Sighting, turn: Quotation) -> int | None:
    """The office-holder in whose turn "I" or "we" met somebody; None for spokespersons and those without a name."""
    if turn.label is None or is_asked(mentions, turn) or not OURS.search(mentions.words(sighting.sentence.span)):
        return None
    label = mentions.words(turn.label).casefold().split()
    named = [
        actor.index
        for actor in mentions.actors
        if actor.kind is ActorKind.PERSON and actor.role is not None and actor.name.casefold().split()[-1] in label
    ]
    return named[0] if len(named) == 1 and mentions.actors[named[0]].party == mentions.report.side else None


def is_only_mentioned(mentions: Mentions, sighting: Sighting) -> bool:
    """Whether a turn speaks of an occasion of two sides without saying that it was, is or will be held.

    Accepts "the meeting with the Ghanaian minister is a chance to listen"; refuses "we had a meeting with".
    """
    turn = None if sighting.is_title or len(sighting.codes) < 2 else turn_at(mentions, sighting.span.start)
    if turn is None:
        return False
    is_told = sighting.tense in {Tense.PAST, Tense.PERFECT}
    if is_asked(mentions, turn) and sighting.trigger.shape == "encounter":
        return sighting.tense is Tense.NONE or not (is_told or sighting.time is not None)
    if sighting.time is not None:
        return False
    if is_asked(mentions, turn):
        return not is_told
    is_noun = sighting.trigger.shape in {"occasion", "visit"}
    return is_noun and not is_told and sighting.state is MeetingState.HELD and sighting.ordinal is None
