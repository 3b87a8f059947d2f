"""Occasion: one meeting with all its mentions, and what they say of it together."""

import re
from bisect import insort_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.model import MeetingKind, MeetingState, Span, When

FEW_DAYS = 3
"""Days from an arrival to that for which it is."""

ROUNDS = frozenset({MeetingKind.MEETING, MeetingKind.TALKS, MeetingKind.SUMMIT})
"""Kinds of which there is a next and a previous one."""

CONSULTATION = re.compile(
    r"dialogue|consultati(?:on|ve\sCommittee)|commission|two.plus.two|2\s?\+\s?2|track|mechanism|negotiation|AUSMIN",
    re.I,
)
"""Formats whose meetings are rounds of talks; a session of the G7 or of the Quad's ministers is a meeting."""


MOST_TOLD = 40
"""Mentions of one occasion, from its first and from its last, that another mention is held against: a report that tells
of it in 80 sentences is asked whole, one that repeats it a thousand times isn't."""


@dataclass(slots=True)
class Occasion:
    """One meeting, with all its sightings in order of position.

    What they say together is worked out when they change, not when it is asked for: each new sighting is held against
    every occasion of the report. So change them by ``add`` and ``retell`` alone.
    """

    sightings: list[Sighting]
    joined: list[int] = field(default_factory=list)  # those whom other sentences name as taking part
    codes: frozenset[str] = field(init=False)  # the parties' codes
    kind: MeetingKind = field(init=False)  # a visit if any sighting tells of one; else the best sighting's
    state: MeetingState = field(init=False)  # a postponement or cancellation first, else the best sighting's
    when: When | None = field(init=False)  # the finest day that a sighting gives, the best sighting's before others
    told: Sequence[Sighting] = field(init=False, repr=False, compare=False)  # those that others are held against
    _ranked: list[Sighting] = field(init=False, repr=False, compare=False)
    _kinds: set[MeetingKind] = field(init=False, repr=False, compare=False)
    _states: set[MeetingState] = field(init=False, repr=False, compare=False)
    _dated: Sighting | None = field(init=False, repr=False, compare=False)  # that which gives the day
    _is_counted_summit: bool = field(init=False, repr=False, compare=False)  # "the third summit", "a summit in stages"
    _is_under_way: bool = field(init=False, repr=False, compare=False)  # a headline says so
    _own: dict[int, None] = field(init=False, repr=False, compare=False)  # the sightings' actors, in order

    def __post_init__(self) -> None:
        self._work_out()

    def add(self, sighting: Sighting) -> None:
        """Take in one more sighting."""
        self.sightings.append(sighting)
        self._take_in(sighting)
        self._conclude()

    def retell(self, sightings: list[Sighting]) -> None:
        """Put other sightings in the place of those it has."""
        self.sightings = sightings
        self._work_out()

    @property
    def parties(self) -> dict[str, Span | None]:
        """Code → the words that name it, None where inferred; in order of appearance."""
        found: dict[str, Span | None] = {}
        for sighting in self._ranked:
            for code, span in sighting.parties:
                if found.get(code) is None:
                    found[code] = span
        return found

    @property
    def actors(self) -> tuple[int, ...]:
        """Those who take part, in order of appearance."""
        return tuple(dict.fromkeys([*self._own, *self.joined]))

    def ranked(self) -> Sequence[Sighting]:
        """The sightings, the most telling first; a headline last among equals."""
        return self._ranked

    def _work_out(self) -> None:
        self._ranked, self._kinds, self._states, self._dated, self._own = [], set(), set(), None, {}
        self.codes, self._is_counted_summit, self._is_under_way = frozenset(), False, False
        for sighting in self.sightings:
            self._take_in(sighting)
        self._conclude()

    def _take_in(self, sighting: Sighting) -> None:
        insort_right(self._ranked, sighting, key=_rank)
        self._kinds.add(sighting.kind)
        self._states.add(sighting.state)
        is_summit = sighting.kind is MeetingKind.SUMMIT
        self._is_counted_summit |= is_summit and (sighting.is_stage or sighting.ordinal is not None)
        self._is_under_way |= sighting.is_title and sighting.state is MeetingState.ONGOING
        self._own.update(dict.fromkeys(sighting.actors))
        if not sighting.codes <= self.codes:
            self.codes |= sighting.codes
        if sighting.time and sighting.time.when and (self._dated is None or _day(sighting) < _day(self._dated)):
            self._dated = sighting

    def _conclude(self) -> None:
        self.kind = self._kind()
        self.state = self._state()
        self.when = self._dated.time.when if self._dated is not None and self._dated.time is not None else None
        is_short = len(self.sightings) <= 2 * MOST_TOLD
        self.told = self.sightings if is_short else (*self.sightings[:MOST_TOLD], *self.sightings[-MOST_TOLD:])

    def _kind(self) -> MeetingKind:
        for kind in (MeetingKind.VISIT, MeetingKind.CALL):
            if kind in self._kinds:
                return kind
        if self._is_counted_summit:
            return MeetingKind.SUMMIT
        return self._ranked[0].kind

    def _state(self) -> MeetingState:
        if self._is_under_way:
            return MeetingState.ONGOING
        for state in (MeetingState.CANCELLED, MeetingState.POSTPONED):
            if state in self._states:
                return state
        return self._ranked[0].state


def _day(sighting: Sighting) -> tuple[int, tuple[bool, int]]:
    """By which the finest day is told, the most telling sighting's among equals."""
    assert sighting.time is not None
    assert sighting.time.when is not None
    return (sighting.time.when.last - sighting.time.when.first).days, _rank(sighting)


def _rank(sighting: Sighting) -> tuple[bool, int]:
    """Its place among the sightings, the most telling first."""
    named = sum(1 for _, span in sighting.parties if span is not None)
    fields = sum(value is not None for value in (sighting.time, sighting.place, sighting.format, sighting.ordinal))
    return (sighting.is_title, -(2 * min(named, 2) + fields + (2 if sighting.actors else 0)))
