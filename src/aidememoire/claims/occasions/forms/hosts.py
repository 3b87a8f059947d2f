"""Hosts: whom somebody visits where no word says it: the country that the report is from.

"LIMA, May 4 – The visit by the Kenyan minister has cleared the air": in a dispatch from Lima he came to Peru. Only
where no other visit of his side is told of, and not from places where bodies of states sit.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from aidememoire.claims.occasions.parties.other_state import WHY_HOST, the_other
from aidememoire.claims.occasions.parties.participation import is_organisation, place_over_body
from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.seats import is_for_bodies
from aidememoire.model import MeetingKind, Mentions

WHY = "the country that the report is from, for a visit to no named one"


def with_hosts(
    found: Sequence[tuple["Sighting", str | None]], mentions: Mentions, knowledge: Knowledge
) -> Iterator[tuple["Sighting", str | None]]:
    """The sightings, a visit to nowhere named with the country that the report is from as its host."""
    here = place_over_body(mentions)
    if here is not None and is_for_bodies(mentions.words(here[0])):
        here = None
    beside = mentions.report.side is None and place_over_body(mentions) is None
    led = [one for one, why in found if why is None and one.kind is MeetingKind.VISIT and len(one.codes) >= 2]
    for sighting, why in found:
        if why is None and here is not None and _is_to_nowhere(sighting, here[1], led, knowledge):
            sighting = replace(
                sighting,
                parties=(*sighting.parties, (here[1], None)),
                host=here[1],
                place=sighting.place or here[0],
                country=here[1],
                inferred=(*sighting.inferred, ("parties", WHY)),
            )
        elif why is None and beside and _is_to_nowhere(sighting, sighting.country or "", led, knowledge):
            code = (
                the_other(mentions, knowledge, set(sighting.codes))
                if sighting.is_definite or _is_by(sighting)
                else None
            )
            if code is not None and sighting.country in {None, code}:
                sighting = replace(
                    sighting,
                    parties=(*sighting.parties, (code, None)),
                    host=code,
                    inferred=(*sighting.inferred, ("parties", WHY_HOST)),
                )
        yield sighting, why


def _is_by(sighting: "Sighting") -> bool:
    return bool(sighting.actors)


def _is_to_nowhere(sighting: "Sighting", here: str, led: Sequence["Sighting"], knowledge: Knowledge) -> bool:
    if sighting.trigger.shape != "visit" or sighting.is_title or sighting.previous or len(sighting.codes) != 1:
        return False
    (side,) = sighting.codes
    if side == here or sighting.country not in {None, here} or knowledge.parties.is_movement(side) or sighting.is_vague:
        return False
    can_travel = knowledge.parties.is_state(side) or is_organisation(knowledge, side)
    return can_travel and bool(sighting.actors or sighting.parties) and not any(side in one.codes for one in led)
