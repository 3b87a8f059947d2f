"""Stays: which visits are of one stay of one traveller in one country, whatever day and town each telling names.

Nobody leaves a country at night to visit it again in the morning: "he arrived in Paris on the 10th" and "on the 11th
he went on to Lyon" tell of one visit. Whom the guest met there, each report tells for itself.
"""

from aidememoire.model import MeetingKind, MeetingValues, Participation
from aidememoire.register.world import World

# In one party's seats "Lawrow" and "Sergey Lavrov" (0.6) are one person; "Shinzo Abe" and "Akie Abe" (0) are not.
SAME_SEAT = 0.6


def is_same_person(one: Participation, other: Participation, world: World) -> bool:
    """Whether two participants of one party on one occasion are one person; there a surname is enough."""
    return world.same_person(one.name, other.name) >= SAME_SEAT


def country_visited(values: MeetingValues, world: World) -> str | None:
    """The country in which a visit is: that of its place, else the host; None where neither is told."""
    return (world.where(values.place).country if values.place else None) or values.host


def is_one_stay(one: MeetingValues, other: MeetingValues, world: World) -> bool:
    """Whether both are visits of one named person to one country.

    Accepts Vidal received in Paris by Roy and Vidal received in Lyon by Blanc; refuses Vidal in Paris and Vidal in
    Oslo, Vidal in Paris and Aho in Paris, and two visits of Roy, who is at home there.
    """
    if not one.kind == other.kind == MeetingKind.VISIT:
        return False
    country = country_visited(one, world)
    if country is None or country_visited(other, world) != country:
        return False
    return any(
        here.party == there.party and is_same_person(here, there, world)
        for here in one.participants
        for there in other.participants
        if here.party not in {None, country}
    )
