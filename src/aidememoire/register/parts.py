"""Parts: which meetings took place in the course of a visit, so that the visit and the talks in it count once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from aidememoire.model import TOOK_PLACE, MeetingKind, MeetingState, When
from aidememoire.register.building import Draft
from aidememoire.register.candidates import is_fine
from aidememoire.register.features import are_compatible_places
from aidememoire.register.stays import SAME_SEAT
from aidememoire.register.world import World

_PARTS = frozenset({MeetingKind.MEETING, MeetingKind.TALKS, MeetingKind.CEREMONY})


def find_parts(drafts: Iterable[Draft], world: World) -> Iterator[tuple[str, str]]:
    """Record ids of a meeting and of the only visit of its parties in whose course it was, in order.

    Something must tie the two: a report that tells of both, the place, or the people; and nothing may speak against it.
    """
    visits: defaultdict[tuple[str, ...], list[Draft]] = defaultdict(list)
    meetings = []
    for draft in sorted(drafts, key=lambda draft: draft.id):
        values = draft.values
        if len(values["parties"]) != 2 or not values["date"] or not is_fine(When.parse(values["date"])):
            continue
        if values["kind"] == MeetingKind.VISIT:
            visits[tuple(values["parties"])].append(draft)
        elif values["kind"] in _PARTS:
            meetings.append(draft)
    for meeting in meetings:
        fitting = [visit for visit in visits[tuple(meeting.values["parties"])] if _is_within(meeting, visit, world)]
        if len(fitting) == 1:
            yield meeting.id, fitting[0].id


def _is_within(meeting: Draft, visit: Draft, world: World) -> bool:
    one, other = meeting.values, visit.values
    when, stay = When.parse(one["date"]), When.parse(other["date"])
    if not (stay.first <= when.first and when.last <= stay.last):
        return False
    if (one["state"] in TOOK_PLACE) != (other["state"] in TOOK_PLACE) or MeetingState.CANCELLED in {
        one["state"],
        other["state"],
    }:
        return False
    if one["mode"] in {"phone", "video"} or _differ(one["level"], other["level"]):
        return False
    is_there = bool(one["place"] and other["place"])
    if is_there and not are_compatible_places(one["place"], other["place"], world):
        return False
    shared, differing = _people(one, other, world)
    return not differing and (is_there or shared or bool(_reports(meeting) & _reports(visit)))


def _differ(one: str, other: str) -> bool:
    return "unknown" not in {one, other} and one != other


def _people(one: Mapping[str, Any], other: Mapping[str, Any], world: World) -> tuple[bool, bool]:
    """Whether somebody took part in both, and whether some party sent others to the one than to the other."""
    is_shared, is_differing = False, False
    for party in one["parties"]:
        here, there = (
            [seat["name"] for seat in values["participants"] if seat["party"] == party] for values in (one, other)
        )
        if here and there:
            is_same = any(world.same_person(left, right) >= SAME_SEAT for left in here for right in there)
            is_shared, is_differing = is_shared or is_same, is_differing or not is_same
    return is_shared, is_differing


def _reports(draft: Draft) -> set[str]:
    return {unit.report for unit in draft.units}
