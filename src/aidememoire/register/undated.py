"""Undated: which occasion a telling without a date is of, where all else that tells occasions apart agrees.

"The Commission met in Moscow" in a report without a date is of its only session there; with two, or with one whose
place nobody tells, nothing is guessed. "The presidents spoke by telephone", which two outlets give as their news of one
day without saying when, is one call.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import timedelta

from aidememoire.model import TOOK_PLACE, YET_TO_BE, MeetingKind, MeetingState, When
from aidememoire.register.candidates import MeetingUnit
from aidememoire.register.clustering import Clusters, join_best_first
from aidememoire.register.features import (
    BOTH,
    MONTH_DAYS,
    are_compatible_places,
    people,
    same_meeting,
    speaks_against,
)
from aidememoire.register.stays import is_one_stay
from aidememoire.register.summits import is_named_by_town
from aidememoire.register.world import World

# A dated report tells of a session without its day soon after it ("which met in Moscow last"), or of the next ahead.
TOLD_AFTER = timedelta(days=31)
TOLD_BEFORE = timedelta(days=60)
# "The President spoke to her the other week": of longer ago the talk may be one that nobody here reported.
LAST_TOLD = timedelta(days=14)
# "The Secretary spoke to Roy last week" names one of the two: who else may have called Roy is soon no longer told.
LAST_TOLD_OF_ONE = timedelta(days=7)
# "I had a good meeting with her": of longer ago they may have met again, and no report here tells of it.
LAST_MET = timedelta(days=3)
PAIR = 2
_FACE_TO_FACE = frozenset({MeetingKind.MEETING, MeetingKind.TALKS})
_NEWS = TOOK_PLACE | {MeetingState.PLANNED}
# What stands within so many letters of a report's beginning is its news: the headline, and the sentence under it.
NEWS_LETTERS = 400
# A readout of one call or meeting is so long at most, and names it somewhere in its text.
READOUT_LETTERS = 2000
# Two capitals tell of a call in the night on two days.
SAME_NEWS = timedelta(days=1)


def undated_matches(clusters: Clusters, by_id: Mapping[str, MeetingUnit], world: World) -> dict[str, set[str]]:
    """Each telling without a date → the one dated occasion that it may be, and that agrees with it.

    What must agree: the parties, and the dialogue with its number or place, or that it is the next; of no dialogue, the
    place and the number or the people, the town of a summit that goes by it, the two who spoke by telephone or met the
    other day, or the guest and the country. Where it may be two, it is of neither.
    """
    dated: defaultdict[tuple[str, ...], list[MeetingUnit]] = defaultdict(list)
    for unit in by_id.values():
        if _day_of(unit) is not None and len(unit.values.parties) > 1:
            dated[_drawer(unit)].append(unit)
    first = first_of_reports(by_id.values())
    matches = {}
    for name, unit in by_id.items():
        if unit.values.date is not None or len(unit.values.parties) < 2:
            continue
        others = [
            other
            for other in dated[_drawer(unit)]
            if other.unit.report != unit.unit.report
            if other.is_fine or _is_told_in_passing(unit, other, first)
            if _may_be(unit, other, world)
        ]
        possible: defaultdict[str, bool] = defaultdict(bool)
        for other in _of_its_kind(unit, others):
            possible[clusters.head(other.unit.id)] |= _agrees(unit, other, first, world)
        if len(possible) == 1 and all(possible.values()):
            matches[name] = set(possible)
    return matches


def _drawer(unit: MeetingUnit) -> tuple[str, ...]:
    return (unit.dialogue or "", *unit.values.parties)


def _day_of(unit: MeetingUnit) -> When | None:
    """When it was, well enough to find it again: the told day, a visit's month, or the day of which it is the news."""
    values = unit.values
    if unit.is_fine:
        return values.date
    if values.date is None:
        on = unit.unit.told.on
        return When.day(on) if on and values.state in TOOK_PLACE and is_news(unit) else None
    is_month = (values.date.last - values.date.first).days <= MONTH_DAYS
    return values.date if values.kind is MeetingKind.VISIT and is_month else None


def first_of_reports(units: Iterable[MeetingUnit]) -> dict[str, int]:
    """Report → where it first tells of an occasion of two or more parties."""
    first: dict[str, int] = {}
    for unit in units:
        if len(unit.values.parties) > 1:
            start = unit.unit.told.claim.evidence[0].start
            first[unit.unit.report] = min(start, first.get(unit.unit.report, start))
    return first


def _is_told_in_passing(unit: MeetingUnit, dated: MeetingUnit, first: Mapping[str, int]) -> bool:
    """Whether it is no news of its report, and no session that goes by a name or number.

    A readout may say only in its last lines that they spoke. Where it tells of nothing before, that is its news, and
    not the call of which the same outlet gave a readout before.
    """
    start = unit.unit.told.claim.evidence[0].start
    is_first = start <= READOUT_LETTERS and start == first[unit.unit.report]
    is_readout = is_first and unit.unit.told.voice == dated.unit.told.voice
    return not (unit.dialogue or unit.values.ordinal or is_news(unit) or is_readout)


def _of_its_kind(unit: MeetingUnit, others: Sequence[MeetingUnit]) -> Sequence[MeetingUnit]:
    """Of a visit the visits, where there are any: the talks in its course are no rivals of it."""
    if unit.values.kind is not MeetingKind.VISIT:
        return others
    return [other for other in others if other.values.kind is MeetingKind.VISIT] or others


def _may_be(unit: MeetingUnit, dated: MeetingUnit, world: World) -> bool:
    """Whether nothing speaks against the two being one: no trait, no state, not the day on which it is told."""
    return not speaks_against(unit, dated, world) and _fits_in_time(unit, dated)


def _fits_in_time(unit: MeetingUnit, dated: MeetingUnit) -> bool:
    state, other, when, on = unit.values.state, dated.values.state, _day_of(dated), unit.unit.told.on
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


def _agrees(unit: MeetingUnit, dated: MeetingUnit, first: Mapping[str, int], world: World) -> bool:
    one, other = unit.values, dated.values
    is_numbered = one.ordinal is not None and one.ordinal == other.ordinal
    is_there = bool(one.place and other.place) and are_compatible_places(one.place or "", other.place or "", world)
    if is_there and is_named_by_town(unit, world) and (other.kind is MeetingKind.SUMMIT or other.level == "leaders"):
        return True
    if unit.dialogue:
        return is_numbered or is_there or _is_the_next(unit, dated, world)
    if is_there and (is_numbered or _is_that_in_town(unit, dated, world)):
        return True
    if _is_that_visit(unit, dated, world):
        return True
    return _is_told_in_passing(unit, dated, first) and (
        _is_their_last_call(unit, dated, world) or _is_their_last_meeting(unit, dated, world)
    )


def _is_that_visit(unit: MeetingUnit, dated: MeetingUnit, world: World) -> bool:
    """Whether the same guest was, or is to be, in the same country: "her recent visit", "her upcoming visit".

    What is only proposed may be another one, and who "is in Oslo" a week after a visit is there again.
    """
    state, on, when = unit.values.state, unit.unit.told.on, _day_of(dated)
    if on is None or when is None or MeetingState.PROPOSED in {state, dated.values.state}:
        return False
    if state is MeetingState.ONGOING and on - when.last > SAME_NEWS:
        return False
    return is_one_stay(unit.values, dated.values, world)


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
    if not unit.values.kind is dated.values.kind is MeetingKind.CALL:
        return False
    is_theirs = people(unit, dated, world).score >= BOTH
    return _is_recalled(unit, dated, LAST_TOLD if is_theirs else LAST_TOLD_OF_ONE) and (
        is_theirs or _is_the_one_named(unit, dated, world)
    )


def _is_their_last_meeting(unit: MeetingUnit, dated: MeetingUnit, world: World) -> bool:
    """Whether it is told in passing, within three days, that the same two met ("I had a good meeting with her").

    A meeting in a town that is told is found by the town.
    """
    if not {unit.values.kind, dated.values.kind} <= _FACE_TO_FACE or unit.values.place:
        return False
    is_theirs = people(unit, dated, world).score >= BOTH or _is_the_one_named(unit, dated, world)
    return is_theirs and _is_recalled(unit, dated, LAST_MET)


def _is_recalled(unit: MeetingUnit, dated: MeetingUnit, within: timedelta) -> bool:
    """Whether the one is told in passing of what two states did, at most so long after the other."""
    on, when = unit.unit.told.on, _day_of(dated)
    is_past = unit.values.state in TOOK_PLACE and dated.values.state in TOOK_PLACE
    if not is_past or on is None or when is None or len(unit.values.parties) != PAIR:
        return False
    return on - when.last <= within


def _is_the_one_named(unit: MeetingUnit, dated: MeetingUnit, world: World) -> bool:
    """Whether it names one of the two alone, on the same level: "the Secretary spoke to Roy" of Vidal's and Roy's."""
    sides = {person.party for person in unit.values.participants}
    is_on_level = unit.values.level == dated.values.level != "unknown"
    return len(sides) == 1 and is_on_level and people(unit, dated, world).score > 0


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
        if unit.unit.id not in spoken_for and is_news(unit):
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


def is_news(unit: MeetingUnit) -> bool:
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
    is_one_voice = one.unit.told.voice == other.unit.told.voice
    if is_one_voice and not all(visits) and not _are_welcome_and_account(one, other, world):
        return False
    if (one.values.state in TOOK_PLACE) != (other.values.state in TOOK_PLACE):
        return False
    return not speaks_against(one, other, world) and same_meeting(one, other, world).is_same


def _are_welcome_and_account(one: MeetingUnit, other: MeetingUnit, world: World) -> bool:
    """Whether one outlet tells of one meeting as it begins and as it was: both people in the same town.

    Refused where both tell that it was: two ministers may meet in one town on two days of a conference.
    """
    here, there = one.values.place, other.values.place
    is_there = bool(here and there) and are_compatible_places(here or "", there or "", world)
    is_begun = (one.values.state is MeetingState.ONGOING) != (other.values.state is MeetingState.ONGOING)
    return is_there and is_begun and people(one, other, world).score >= BOTH


def _nearest(found: Iterable[tuple[timedelta, str]]) -> list[str]:
    """The one telling of an outlet that lies nearest; none where two lie as near."""
    ranked = sorted(found)
    return [ranked[0][1]] if len(ranked) == 1 or ranked[0][0] < ranked[1][0] else []
