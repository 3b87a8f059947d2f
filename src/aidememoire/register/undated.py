"""Undated: which occasion a telling without a date is of, where all else that tells occasions apart agrees.

"The Commission met in Moscow" in a report without a date is of its only session there; with two, or with one whose
place nobody tells, nothing is guessed. "The presidents spoke by telephone", which two outlets give as their news of one
day without saying when, is one call.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import timedelta

from aidememoire.model import TOOK_PLACE, YET_TO_BE, MeetingKind, MeetingState
from aidememoire.register.candidates import MeetingUnit
from aidememoire.register.clustering import Clusters, join_best_first
from aidememoire.register.features import BOTH, are_compatible_places, people, same_meeting, speaks_against
from aidememoire.register.summits import is_named_by_town
from aidememoire.register.world import World

# A dated report tells of a session without its day soon after it ("which met in Moscow last"), or of the next ahead.
TOLD_AFTER = timedelta(days=31)
TOLD_BEFORE = timedelta(days=60)
# "The President spoke to her the other week": of longer ago the talk may be one that nobody here reported.
LAST_TOLD = timedelta(days=14)
PAIR = 2
_NEWS = TOOK_PLACE | {MeetingState.PLANNED}
# What stands within so many letters of a report's beginning is its news: the headline, and the sentence under it.
NEWS_LETTERS = 400
# Two capitals tell of a call in the night on two days.
SAME_NEWS = timedelta(days=1)


def undated_matches(clusters: Clusters, by_id: Mapping[str, MeetingUnit], world: World) -> dict[str, set[str]]:
    """Each telling without a date → the one dated occasion that it may be, and that agrees with it.

    What must agree: the parties, and the dialogue with its number or place, or that it is the next; of no dialogue, the
    place and the number or the people, the town of a summit that goes by it, or the two who spoke by telephone. Where
    it may be two, it is of neither.
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
        if other not in TOOK_PLACE | YET_TO_BE:
            return False
        return on is None or (when.first <= on and (is_numbered or on - when.last <= TOLD_AFTER))
    if state not in YET_TO_BE:
        return False
    if on is None:  # one like the last may be ahead
        return other in YET_TO_BE or is_numbered
    return on <= when.last and (is_numbered or when.first - on <= TOLD_BEFORE)


def _agrees(unit: MeetingUnit, dated: MeetingUnit, world: World) -> bool:
    one, other = unit.values, dated.values
    is_numbered = one.ordinal is not None and one.ordinal == other.ordinal
    is_there = bool(one.place and other.place) and are_compatible_places(one.place or "", other.place or "", world)
    if is_there and is_named_by_town(unit, world) and (other.kind is MeetingKind.SUMMIT or other.level == "leaders"):
        return True
    if unit.dialogue:
        return is_numbered or is_there or _is_the_next(unit, dated, world)
    return (is_there and (is_numbered or _is_that_in_town(unit, dated, world))) or _is_their_last_call(
        unit, dated, world
    )


def _is_the_next(unit: MeetingUnit, dated: MeetingUnit, world: World) -> bool:
    """Whether two states announce the next session of their dialogue, and one is of a day of the next month."""
    when, on, parties = dated.values.date, unit.unit.told.on, unit.values.parties
    if unit.values.state is not MeetingState.PLANNED or on is None or len(parties) != PAIR:
        return False
    assert when is not None
    return not any(map(world.is_body, parties)) and on <= when.first <= on + TOLD_AFTER


def _is_their_last_call(unit: MeetingUnit, dated: MeetingUnit, world: World) -> bool:
    """Whether it is told in passing, within two weeks, that the same two people spoke by telephone ("spoke recently").

    What a report has for its own news is a call of its own.
    """
    are_calls = unit.values.kind is dated.values.kind is MeetingKind.CALL
    is_past = unit.values.state in TOOK_PLACE and dated.values.state in TOOK_PLACE
    on, when = unit.unit.told.on, dated.values.date
    if not (are_calls and is_past) or on is None or _is_news(unit) or len(unit.values.parties) != PAIR:
        return False
    assert when is not None
    return on - when.last <= LAST_TOLD and people(unit, dated, world).score >= BOTH


def _is_that_in_town(unit: MeetingUnit, dated: MeetingUnit, world: World) -> bool:
    """Whether it is told, within a month, as the meeting of the same two people in the same town."""
    is_past = unit.values.state in TOOK_PLACE and dated.values.state in TOOK_PLACE
    is_of_two = len(unit.values.parties) == PAIR and unit.unit.told.on is not None
    here, there = (world.where(one.values.place or "").city for one in (unit, dated))
    return is_past and is_of_two and here is not None and here == there and people(unit, dated, world).score >= BOTH


def join_same_news(clusters: Clusters, units: Iterable[MeetingUnit], spoken_for: Collection[str], world: World) -> None:
    """Join the tellings without a date that two outlets give as their news of one day, or of the next: held or planned.

    One outlet tells of a visit on each of its days. ``spoken_for``: those that fit a dated occasion, or several; of
    them nothing more is guessed. Of one outlet's two tellings the one of the same day is meant; with two of that day,
    neither.
    """
    drawers: defaultdict[tuple[str, ...], list[MeetingUnit]] = defaultdict(list)
    for unit in units:
        if unit.unit.id not in spoken_for and _is_news(unit):
            drawers[unit.values.parties].append(unit)
    for drawer in drawers.values():
        drawer.sort(key=lambda unit: (unit.unit.told.on, unit.unit.id))
        scores: defaultdict[str, dict[str, float]] = defaultdict(dict)
        fitting: defaultdict[tuple[str, str], list[tuple[timedelta, str]]] = defaultdict(list)
        for number, one in enumerate(drawer):
            for other in drawer[number + 1 :]:
                gap = _days_between(one, other)
                if gap > SAME_NEWS:
                    break
                if _are_same_news(one, other, world):
                    for left, right in ((one, other), (other, one)):
                        scores[left.unit.id][right.unit.id] = same_meeting(one, other, world).score
                        fitting[left.unit.id, right.unit.told.voice].append((gap, right.unit.id))
        meant = {(name, found) for (name, _), others in fitting.items() for found in _nearest(others)}
        join_best_first(
            clusters,
            [(scores[one][other], one, other) for one, other in meant if one < other and (other, one) in meant],
        )


def _is_news(unit: MeetingUnit) -> bool:
    """Whether it took place or is planned, for no told day, and is what its dated report is about."""
    return (
        unit.values.date is None
        and unit.values.state in _NEWS
        and len(unit.values.parties) > 1
        and unit.unit.told.on is not None
        and unit.unit.told.claim.evidence[0].start <= NEWS_LETTERS
    )


def _days_between(one: MeetingUnit, other: MeetingUnit) -> timedelta:
    assert one.unit.told.on is not None
    assert other.unit.told.on is not None
    return abs(other.unit.told.on - one.unit.told.on)


def _are_same_news(one: MeetingUnit, other: MeetingUnit, world: World) -> bool:
    """Whether the two may tell of one occasion: of a visit day after day, of anything else in two outlets.

    A visit is the frame of many talks, and one only with a visit.
    """
    visits = [unit.values.kind is MeetingKind.VISIT for unit in (one, other)]
    if any(visits) and not all(visits):
        return False
    if one.unit.told.voice == other.unit.told.voice and not all(visits):
        return False
    if (one.values.state in TOOK_PLACE) != (other.values.state in TOOK_PLACE):
        return False
    return not speaks_against(one, other, world) and same_meeting(one, other, world).is_same


def _nearest(found: Iterable[tuple[timedelta, str]]) -> list[str]:
    """The one telling of an outlet that lies nearest; none where two lie as near."""
    ranked = sorted(found)
    return [ranked[0][1]] if len(ranked) == 1 or ranked[0][0] < ranked[1][0] else []
