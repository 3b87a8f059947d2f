"""Hosts: whom somebody visits where no word says it: the country that the report is from.

"LIMA, May 4 – The visit by the Kenyan minister has cleared the air": in a dispatch from Lima he came to Peru. Only
where no other visit of his side is told of, and not from places where bodies of states sit.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from aidememoire.claims.occasions.participation import mentions_within
from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.movements import is_movement
from aidememoire.model import MeetingKind, Mentions, Span

if TYPE_CHECKING:
    from aidememoire.claims.occasions.sightings import Sighting

SEATS = frozenset("geneva|new york|united nations|brussels|vienna|luxembourg|strasbourg|the hague".split("|"))
"""Where bodies of states sit: who comes there doesn't come to see the country."""

WHY = "the country that the report is from, for a visit to no named one"


def with_hosts(
    found: Sequence[tuple["Sighting", str | None]], mentions: Mentions, knowledge: Knowledge
) -> Iterator[tuple["Sighting", str | None]]:
    """The sightings, a visit to nowhere named with the country that the report is from as its host."""
    here = _country_here(mentions)
    led = [one for one, why in found if why is None and one.kind is MeetingKind.VISIT and len(one.codes) >= 2]
    for sighting, why in found:
        if why is None and here is not None and _is_to_nowhere(sighting, here[0], led, knowledge):
            sighting = replace(
                sighting,
                parties=(*sighting.parties, (here[0], None)),
                host=here[0],
                place=sighting.place or here[1],
                country=here[0],
                inferred=(*sighting.inferred, ("parties", WHY)),
            )
        yield sighting, why


def _country_here(mentions: Mentions) -> tuple[str, Span] | None:
    """The country of the place over the body, and the place."""
    dateline = mentions.dateline
    span = dict(dateline.spans).get("place") if dateline is not None else None
    if dateline is None or span is None or (dateline.place or "").casefold() in SEATS:
        return None
    found = mentions_within(mentions.places, span)
    return (found[0].country, span) if found and found[0].country else None


def _is_to_nowhere(sighting: "Sighting", here: str, led: Sequence["Sighting"], knowledge: Knowledge) -> bool:
    if sighting.trigger.shape != "visit" or sighting.is_title or sighting.previous or len(sighting.codes) != 1:
        return False
    (side,) = sighting.codes
    if side == here or sighting.country not in {None, here} or is_movement(side) or sighting.is_vague:
        return False
    known = knowledge.parties.get(side)
    is_of_a_state = known is not None and str(known.kind) in {"state", "former_state", "organisation"}
    return is_of_a_state and bool(sighting.actors or sighting.parties) and not any(side in one.codes for one in led)
