"""Occasion: one meeting with all its mentions, and what they say of it together."""

import re
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
    _ranked: tuple[Sighting, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self._work_out()

    def add(self, sighting: Sighting) -> None:
        """Take in one more sighting."""
        self.sightings.append(sighting)
        self._work_out()

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
        own = [actor for sighting in self.sightings for actor in sighting.actors]
        return tuple(dict.fromkeys([*own, *self.joined]))

    def ranked(self) -> tuple[Sighting, ...]:
        """The sightings, the most telling first; a headline last among equals."""
        return self._ranked

    def _work_out(self) -> None:
        self._ranked = tuple(sorted(self.sightings, key=_telling, reverse=True))
        self.codes = frozenset(code for sighting in self.sightings for code in sighting.codes)
        self.kind = self._kind()
        self.state = self._state()
        whens = [sighting.time.when for sighting in self._ranked if sighting.time and sighting.time.when]
        self.when = min(whens, key=lambda when: (when.last - when.first).days) if whens else None

    def _kind(self) -> MeetingKind:
        kinds = {sighting.kind for sighting in self.sightings}
        for kind in (MeetingKind.VISIT, MeetingKind.CALL):
            if kind in kinds:
                return kind
        summits = [sighting for sighting in self.sightings if sighting.kind is MeetingKind.SUMMIT]
        if any(sighting.is_stage or sighting.ordinal is not None for sighting in summits):
            return MeetingKind.SUMMIT
        return self._ranked[0].kind

    def _state(self) -> MeetingState:
        states = [sighting.state for sighting in self._ranked]
        if any(one.is_title and one.state is MeetingState.ONGOING for one in self.sightings):
            return MeetingState.ONGOING
        for state in (MeetingState.CANCELLED, MeetingState.POSTPONED):
            if state in states:
                return state
        return states[0]


def _telling(sighting: Sighting) -> tuple[bool, int]:
    named = sum(1 for _, span in sighting.parties if span is not None)
    fields = sum(value is not None for value in (sighting.time, sighting.place, sighting.format, sighting.ordinal))
    return (not sighting.is_title, 2 * min(named, 2) + fields + (2 if sighting.actors else 0))
