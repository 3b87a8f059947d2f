"""Whose a traveller is, where no word says it: of the one other state that the report is about.

"The minister will be in Lima on Friday", "the visit of the Kenyan minister will not take place": in a report that names
but one state beside, it is he who is meant, or it is there that he was to go.
"""

import re

from aidememoire.claims.occasions.parties.participation import place_over_body
from aidememoire.knowledge import Knowledge
from aidememoire.model import Mentions

WHY_TRAVELLER = "the one other state that the report is about, for a traveller of no named one"
WHY_HOST = "the one other state that the report is about, for a visit to no named one"

UNNAMED = re.compile(
    r"(?:ministers?|president|premier|king|queen|emir|amir|sultan|chancellor|ambassador|secretary|delegations?|"
    r"leader|visitors?|guests?|negotiators?|he|she|they|ruler|"
    r"emperor|pope|governor|dignitary|mr|mrs|ms)$"
)
"""The last word for a traveller who may be of no named state: accepts "minister", "he"; refuses "tea", "it"."""


def other_sides(mentions: Mentions, knowledge: Knowledge) -> frozenset[str]:
    """The states that a report names, its own among them, and the one whose account it is."""
    codes = {party.code for party in mentions.parties if knowledge.parties.is_state(party.code)}
    codes |= {actor.party for actor in mentions.actors if actor.party and knowledge.parties.is_state(actor.party)}
    over = place_over_body(mentions)
    if over is not None:
        codes.add(over[1])
    if mentions.report.side is not None:
        codes.add(mentions.report.side)
    return frozenset(codes)


def the_other(mentions: Mentions, knowledge: Knowledge, known: set[str]) -> str | None:
    """The one state that the report names beside those; None where it names several, or a movement of its own."""
    side = mentions.report.side
    if side is not None and knowledge.parties.is_body(side):
        return None  # its own people go everywhere
    left = other_sides(mentions, knowledge) - known
    return next(iter(left)) if len(left) == 1 else None


def is_unnamed_traveller(words: str) -> bool:
    """Whether a word is one for somebody who travels for a state."""
    return UNNAMED.match(words.lower()) is not None
