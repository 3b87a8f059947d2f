"""Summits: which tellings without a date ("since the Geneva summit") are of one, by the town in which it was held.

Two leaders come together in a third country's town, or a body in a town that is not its seat, once in so many weeks.
In a capital of theirs, or at the seat, they may meet twice in a month: there the town tells nothing, and nothing is
joined.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import timedelta

from aidememoire.model import TOOK_PLACE, YET_TO_BE, MeetingKind
from aidememoire.register.candidates import MeetingUnit
from aidememoire.register.clustering import Clusters
from aidememoire.register.features import are_compatible_places, speaks_against
from aidememoire.register.world import World

# What took place is called by its town for so long ("last week's Geneva summit"); what is ahead, before it.
RECALLED = timedelta(days=31)
ANNOUNCED = timedelta(days=60)
_MANY = 3  # parties: no longer a meeting of one with the other


def is_named_by_town(unit: MeetingUnit, world: World) -> bool:
    """Whether it is a summit in a town where these parties, or this body, hold none twice within weeks.

    Accepts that of two states in Geneva, and the G7's in Hiroshima; refuses one of two states in either's capital, and
    the EU's in Brussels.
    """
    place = world.where(unit.values.place) if unit.values.place else None
    if unit.values.kind is not MeetingKind.SUMMIT or place is None or place.city is None or place.country is None:
        return False
    homes = {party: world.home(party) for party in unit.values.parties}
    bodies = {party: home for party, home in homes.items() if home != party}
    if unit.dialogue and (bodies or len(homes) >= _MANY):
        return place.country not in bodies.values()
    return len(homes) > 1 and place.country not in homes.values()


def join_recalled_summits(
    clusters: Clusters, units: Iterable[MeetingUnit], spoken_for: Collection[str], world: World
) -> None:
    """Join the tellings without a date of summits that go by their town; ``spoken_for``: see ``join_same_news``."""
    drawers: defaultdict[tuple[str, ...], list[MeetingUnit]] = defaultdict(list)
    for unit in units:
        is_told = unit.values.state in TOOK_PLACE | YET_TO_BE and unit.unit.told.on is not None
        if unit.values.date is None and is_told and unit.unit.id not in spoken_for and is_named_by_town(unit, world):
            drawers[(unit.dialogue,) if unit.dialogue else unit.values.parties].append(unit)
    for drawer in drawers.values():
        drawer.sort(key=lambda unit: (unit.unit.told.on, unit.unit.id))
        summits: list[list[MeetingUnit]] = []
        for unit in drawer:
            fitting = [one for one in summits if all(_are_one_summit(known, unit, world) for known in one)]
            if len(fitting) == 1 and clusters.join(fitting[0][0].unit.id, unit.unit.id):
                fitting[0].append(unit)
            else:
                summits.append([unit])


def _are_one_summit(one: MeetingUnit, later: MeetingUnit, world: World) -> bool:
    """Whether the two may tell of one summit; the second is told later, or on the same day."""
    first, then = one.unit.told.on, later.unit.told.on
    assert first is not None
    assert then is not None
    assert one.values.place is not None
    assert later.values.place is not None
    is_over, was_over = later.values.state in TOOK_PLACE, one.values.state in TOOK_PLACE
    if (was_over and not is_over) or (first == then and was_over != is_over):
        return False  # what is ahead may be the next one
    within = RECALLED if was_over else ANNOUNCED
    is_there = are_compatible_places(one.values.place, later.values.place, world)
    return is_there and then - first <= within and not speaks_against(one, later, world)
