"""Offices: whose deed a verb tells of by an office alone, and of which state an office-holder of none can't be.

"The Secretary said that when the President meets the Chilean envoy he will raise it": the President does. "Foreign
Minister Lin Poe", in a report from Lima, isn't Peru's when Peru's was Ana Quispe.
"""

from aidememoire.claims.occasions.parties.participation import mentions_between
from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.person_names import fold
from aidememoire.model import Actor, Mentions

NEAR = 30
"""Code points between an office and its verb: "the President next meets", "the President will then meet"."""


def is_done_by_other_office(mentions: Mentions, sighting: Sighting, person: Actor) -> bool:
    """Whether right before its verb stands another office than the person's, and no name."""
    if sighting.trigger.shape != "encounter" or sighting.is_title:
        return False
    begin, end = sighting.sentence.span.start, sighting.span.start
    offices = mentions_between(mentions.offices, begin, end)
    if not offices or offices[-1].role is None or offices[-1].is_plural:
        return False
    between = mentions.report.text[offices[-1].span.end : end]
    if len(between) > NEAR or any(mark in between for mark in ',;:.”"'):
        return False
    persons = mentions_between(mentions.persons, offices[-1].span.start, end)
    return not persons and person.role != offices[-1].role


def is_not_of(person: Actor, code: str, mentions: Mentions, knowledge: Knowledge) -> bool:
    """Whether the office that a person of no named state bears was held in this state by others on the day."""
    if person.role is None or mentions.on is None:
        return False
    holders = knowledge.offices.holders(code, person.role, mentions.on)
    words = set(fold(person.name).split())
    return bool(holders) and not any(words & set(fold(holder.person).split()) for holder in holders)
