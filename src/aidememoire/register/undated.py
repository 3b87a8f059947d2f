"""Undated: which dated occasion a telling without a date is of, where all else that tells occasions apart agrees.

"The Commission met in Moscow" in a report without a date is of its only session there; with two, or with one whose
place nobody tells, nothing is guessed.
"""

from collections import defaultdict
from collections.abc import Mapping
from datetime import timedelta

from aidememoire.model import TOOK_PLACE, MeetingState
from aidememoire.register.candidates import MeetingUnit
from aidememoire.register.clustering import Clusters
from aidememoire.register.features import are_compatible_places, speaks_against
from aidememoire.register.world import World

# A dated report tells of a session without its day soon after it ("which met in Moscow last"), or of the next ahead.
TOLD_AFTER = timedelta(days=31)
TOLD_BEFORE = timedelta(days=60)
_AHEAD = frozenset({MeetingState.PLANNED, MeetingState.PROPOSED})


def undated_matches(clusters: Clusters, by_id: Mapping[str, MeetingUnit], world: World) -> dict[str, set[str]]:
    """Each telling without a date → the one dated occasion that it may be, and that agrees with it.

    What must agree: the parties, and the dialogue with its number or place; of no dialogue, the number and the place.
    Where it may be two, it is of neither.
    """
    dated: defaultdict[tuple[str, ...], list[MeetingUnit]] = defaultdict(list)
    for unit in by_id.values():
        if unit.is_fine and len(unit.values.parties) > 1:
            dated[_drawer(unit)].append(unit)
    matches = {}
    for name, unit in by_id.items():
        if unit.values.date is not None or len(unit.values.parties) < 2:
            continue
        possible: defaultdict[str, bool] = defaultdict(bool)
        for other in dated[_drawer(unit)]:
            if other.unit.report != unit.unit.report and _may_be(unit, other, world):
                possible[clusters.head(other.unit.id)] |= _agrees(unit, other, world)
        if len(possible) == 1 and all(possible.values()):
            matches[name] = set(possible)
    return matches


def _drawer(unit: MeetingUnit) -> tuple[str, ...]:
    return (unit.dialogue or "", *unit.values.parties)


def _may_be(unit: MeetingUnit, dated: MeetingUnit, world: World) -> bool:
    """Whether nothing speaks against the two being one: no trait, no state, not the day on which it is told."""
    return not speaks_against(unit, dated, world) and _fits_in_time(unit, dated)


def _fits_in_time(unit: MeetingUnit, dated: MeetingUnit) -> bool:
    state, other, when, on = unit.values.state, dated.values.state, dated.values.date, unit.unit.told.on
    assert when is not None
    is_numbered = unit.values.ordinal is not None and unit.values.ordinal == dated.values.ordinal
    if state in TOOK_PLACE:
        if other not in TOOK_PLACE | _AHEAD:
            return False
        return on is None or (when.first <= on and (is_numbered or on - when.last <= TOLD_AFTER))
    if state not in _AHEAD:
        return False
    if on is None:  # one like the last may be ahead
        return other in _AHEAD or is_numbered
    return on <= when.last and (is_numbered or when.first - on <= TOLD_BEFORE)


def _agrees(unit: MeetingUnit, dated: MeetingUnit, world: World) -> bool:
    one, other = unit.values, dated.values
    is_numbered = one.ordinal is not None and one.ordinal == other.ordinal
    is_there = bool(one.place and other.place) and are_compatible_places(one.place or "", other.place or "", world)
    return is_numbered or is_there if unit.dialogue else is_numbered and is_there
