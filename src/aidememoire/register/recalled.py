"""Recalled: which tellings in passing, without a day, are of one visit or call that no report here has as its news.

"Her trip to Chile", which one briefing mentions on the 3rd and another on the 14th, is one trip; "his call with Roy",
told on Thursday and again on Monday, is one call.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import timedelta

from aidememoire.model import MeetingKind, MeetingState
from aidememoire.register.candidates import MeetingUnit
from aidememoire.register.clustering import Clusters
from aidememoire.register.features import BOTH, people, speaks_against
from aidememoire.register.stays import is_one_stay
from aidememoire.register.undated import READOUT_LETTERS, first_of_reports, is_news
from aidememoire.register.world import World

# A guest seldom comes twice in a month; two leaders may speak twice in a week, and what is told on Thursday is told
# again on Monday.
WITHIN = {MeetingKind.VISIT: timedelta(days=31), MeetingKind.CALL: timedelta(days=4)}
_PAIR = 2


def join_recalled(clusters: Clusters, units: Iterable[MeetingUnit], spoken_for: Collection[str], world: World) -> None:
    """Join what is recalled of one visit or call; ``spoken_for``: those that fit a dated occasion, or several.

    Of one that fits two of those told before, nothing is guessed.
    """
    units = list(units)
    first = first_of_reports(units)
    drawers: defaultdict[tuple[str, ...], list[MeetingUnit]] = defaultdict(list)
    for unit in units:
        if unit.unit.id not in spoken_for and _is_recalled(unit, first):
            drawers[(unit.values.kind, *unit.values.parties)].append(unit)
    for drawer in drawers.values():
        drawer.sort(key=lambda unit: (unit.unit.told.on, unit.unit.id))
        told: list[list[MeetingUnit]] = []
        for unit in drawer:
            fitting = [one for one in told if all(_are_one(known, unit, world) for known in one)]
            if len(fitting) == 1 and clusters.join(fitting[0][0].unit.id, unit.unit.id):
                fitting[0].append(unit)
            else:
                told.append([unit])


def _is_recalled(unit: MeetingUnit, first: Mapping[str, int]) -> bool:
    """Whether it is told in passing, as over, on no day: no news of its report, nor the only thing that it tells of."""
    values, start = unit.values, unit.unit.told.claim.evidence[0].start
    is_sort = values.kind in WITHIN and values.state is MeetingState.HELD and len(values.parties) == _PAIR
    if not is_sort or values.date is not None or unit.unit.told.on is None or unit.dialogue or is_news(unit):
        return False
    return start > READOUT_LETTERS or start > first[unit.unit.report]


def _are_one(one: MeetingUnit, later: MeetingUnit, world: World) -> bool:
    """Whether the two, of which the second is told later, may be of one: of the same guest, or the same two people."""
    then, now = one.unit.told.on, later.unit.told.on
    assert then is not None
    assert now is not None
    if now - then > WITHIN[one.values.kind] or speaks_against(one, later, world):
        return False
    if one.values.kind is MeetingKind.VISIT:
        return is_one_stay(one.values, later.values, world)
    return people(one, later, world).score >= BOTH
