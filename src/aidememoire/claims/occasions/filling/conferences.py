"""Conferences: the great one that two people attended too, and whose name and number their own meeting doesn't bear.

"The President met the Chancellor in Oslo. They will attend the third Lakes Forum": theirs was no session of the Forum.
"""

from aidememoire.claims.clauses import PAIR
from aidememoire.claims.occasions.joining.occasion import CONSULTATION, Occasion
from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.model import MeetingKind, Mentions


def is_of_conference(sighting: Sighting, occasion: Occasion, mentions: Mentions) -> bool:
    """Whether a sighting tells of a conference where others of the occasion tell of two people who met.

    A dialogue or commission of the two is no conference: "A met B. They opened the second Strategic Dialogue".
    """
    if not _is_great(sighting) or sighting.is_title or not sighting.codes:
        return False
    if is_of_dialogue(sighting, mentions):
        return False
    return any(_is_of_two(one, sighting) for one in occasion.sightings)


def is_of_dialogue(sighting: Sighting, mentions: Mentions) -> bool:
    """Whether the format named with it is one of talks: a dialogue, a commission, "2+2"."""
    return sighting.format is not None and CONSULTATION.search(mentions.words(sighting.format)) is not None


def _is_great(sighting: Sighting) -> bool:
    return sighting.trigger.needs_body or sighting.trigger.name == "summit"


def _is_of_two(one: Sighting, conference: Sighting) -> bool:
    """Whether it is of two people, told in another sentence, who are not the conference's two sides."""
    if one.sentence == conference.sentence or _is_great(one) or len(one.actors) < PAIR or len(one.codes) != PAIR:
        return False
    named = {code for code, span in conference.parties if span is not None}
    return not one.codes <= named and not _is_their_summit(conference, one.codes)


def _is_their_summit(conference: Sighting, codes: frozenset[str]) -> bool:
    """Whether it is the summit of just the two: "the third inter-Korean summit", "this summit would be the third"."""
    if conference.format is not None:
        return frozenset(conference.format_parties) == codes
    return conference.kind is MeetingKind.SUMMIT and conference.codes == codes
