"""Plans: what two sides announce for one month, each in its own words and naming its own people, is one meeting.

"The foreign ministers will meet in Oslo in May" of the one, "Minister Vidal will go to Norway in May for talks" of the
other: where each side has told of but one plan for that month that it may be. So is what both sides' accounts of one
meeting, or of one dialogue on one day, say of the next.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import timedelta

from aidememoire.model import TOOK_PLACE, MeetingState
from aidememoire.register.candidates import MeetingUnit
from aidememoire.register.clustering import Clusters, join_best_first
from aidememoire.register.features import (
    BOTH,
    MONTH_DAYS,
    are_compatible_places,
    is_one_dialogue,
    people,
    same_meeting,
    speaks_against,
)
from aidememoire.register.world import World

# The two sides announce it within so long of each other: "in May" of last year is another May.
SAME_NEWS = timedelta(days=1)
TOLD_TOGETHER = timedelta(days=60)


def join_both_sides_plans(
    clusters: Clusters, units: Iterable[MeetingUnit], spoken_for: Collection[str], world: World
) -> None:
    """Join the plan of the one side for a month with the only one of the other side that it may be.

    ``spoken_for``: those that fit an occasion of a told day, or several; of them nothing more is guessed.
    """
    units = list(units)
    accounts = _accounts(clusters, units)
    drawers: defaultdict[tuple[str, ...], list[MeetingUnit]] = defaultdict(list)
    for unit in units:
        if unit.unit.id not in spoken_for and _is_plan_of_a_side(unit):
            drawers[unit.values.parties].append(unit)
    matches = []
    for parties, drawer in drawers.items():
        drawer.sort(key=lambda unit: unit.unit.id)
        possible = {
            unit.unit.id: {clusters.head(other.unit.id) for other in drawer if _may_be(unit, other, world)}
            for unit in drawer
        }
        matches += [
            (same_meeting(one, other, world).score, one.unit.id, other.unit.id)
            for number, one in enumerate(drawer)
            for other in drawer[number + 1 :]
            if possible[one.unit.id] == {clusters.head(other.unit.id)}
            if possible[other.unit.id] == {clusters.head(one.unit.id)}
            if accounts[one.unit.report, parties] & accounts[other.unit.report, parties]
            or _tell_of_one_dialogue(one, other)
            or _agree(one, other, world)
        ]
    join_best_first(clusters, matches)


def _accounts(clusters: Clusters, units: Iterable[MeetingUnit]) -> defaultdict[tuple[str, tuple[str, ...]], set[str]]:
    """Report and parties → the meetings of these that took place, of which the report tells."""
    found: defaultdict[tuple[str, tuple[str, ...]], set[str]] = defaultdict(set)
    for unit in units:
        if unit.values.state in TOOK_PLACE:
            found[unit.unit.report, unit.values.parties].add(clusters.head(unit.unit.id))
    return found


def _tell_of_one_dialogue(one: MeetingUnit, other: MeetingUnit) -> bool:
    """Whether both reports name one dialogue of these parties, on one day or the next: both tell of its session."""
    assert one.unit.told.on is not None
    assert other.unit.told.on is not None
    return abs(one.unit.told.on - other.unit.told.on) <= SAME_NEWS and bool(one.named & other.named)


def _is_plan_of_a_side(unit: MeetingUnit) -> bool:
    """Whether one of its two parties announces it, for no finer time than a month."""
    values, told = unit.values, unit.unit.told
    if values.state is not MeetingState.PLANNED or values.date is None or told.on is None or unit.is_fine:
        return False
    is_month = (values.date.last - values.date.first).days <= MONTH_DAYS
    return is_month and len(values.parties) == 2 and told.side in values.parties


def _may_be(one: MeetingUnit, other: MeetingUnit, world: World) -> bool:
    """Whether nothing speaks against the two being what each side says of one meeting."""
    assert one.unit.told.on is not None
    assert other.unit.told.on is not None
    return (
        one.unit.told.side != other.unit.told.side
        and abs(one.unit.told.on - other.unit.told.on) <= TOLD_TOGETHER
        and not speaks_against(one, other, world)
    )


def _agree(one: MeetingUnit, other: MeetingUnit, world: World) -> bool:
    """Whether the same people are to meet, or the same dialogue, or leaders, and enough else speaks for it.

    The ministers of trade and of defence may both go to one town in one month: that both are ministers says nothing.
    """
    here, there = one.values.place, other.values.place
    is_there = here is not None and there is not None and are_compatible_places(here, there, world)
    shared = people(one, other, world).score
    are_leaders = one.values.level == other.values.level == "leaders"
    is_one = is_one_dialogue(one, other) or shared >= BOTH or (is_there and (shared > 0 or are_leaders))
    return is_one and same_meeting(one, other, world).is_same
