"""Occasion: one meeting with all its mentions, and what they say of it together."""

import re
from dataclasses import dataclass, field

from aidememoire.claims.occasions.sightings import Sighting
from aidememoire.model import MeetingKind, MeetingState, Span, When

ROUNDS = frozenset({MeetingKind.MEETING, MeetingKind.TALKS, MeetingKind.SUMMIT})
"""Kinds of which there is a next and a previous one."""

CONSULTATION = re.compile(
    r"dialogue|consultation|commission|two.plus.two|2\s?\+\s?2|track|mechanism|negotiation|AUSMIN", re.I
)
"""Formats whose meetings are rounds of talks; a session of the G7 or of the Quad's ministers is a meeting."""

PAST = frozenset({MeetingState.HELD, MeetingState.ONGOING})


@dataclass(slots=True)
class Occasion:
    """One meeting, with all its sightings in order of position."""

    sightings: list[Sighting]
    joined: list[int] = field(default_factory=list)  # those whom other sentences name as taking part

    @property
    def parties(self) -> dict[str, Span | None]:
        """Code → the words that name it, None where inferred; in order of appearance."""
        found: dict[str, Span | None] = {}
        for sighting in self.ranked():
            for code, span in sighting.parties:
                if found.get(code) is None:
                    found[code] = span
        return found

    @property
    def codes(self) -> frozenset[str]:
        """The parties' codes."""
        return frozenset(code for sighting in self.sightings for code in sighting.codes)

    @property
    def actors(self) -> tuple[int, ...]:
        """Those who take part, in order of appearance."""
        own = [actor for sighting in self.sightings for actor in sighting.actors]
        return tuple(dict.fromkeys([*own, *self.joined]))

    @property
    def kind(self) -> MeetingKind:
        """A visit if any sighting tells of one; else the best sighting's."""
        if any(sighting.kind is MeetingKind.VISIT for sighting in self.sightings):
            return MeetingKind.VISIT
        if any(sighting.kind is MeetingKind.CALL for sighting in self.sightings):
            return MeetingKind.CALL
        if any(sighting.is_stage and sighting.kind is MeetingKind.SUMMIT for sighting in self.sightings):
            return MeetingKind.SUMMIT
        return self.ranked()[0].kind

    @property
    def state(self) -> MeetingState:
        """What has become of it: a postponement or cancellation first, else the best sighting's."""
        states = [sighting.state for sighting in self.ranked()]
        if any(one.is_title and one.state is MeetingState.ONGOING for one in self.sightings):
            return MeetingState.ONGOING
        for state in (MeetingState.CANCELLED, MeetingState.POSTPONED):
            if state in states:
                return state
        return states[0]

    @property
    def when(self) -> When | None:
        """Its date: the finest that a sighting gives, the best sighting's before others."""
        whens = [sighting.time.when for sighting in self.ranked() if sighting.time and sighting.time.when]
        return min(whens, key=lambda when: (when.last - when.first).days) if whens else None

    def ranked(self) -> list[Sighting]:
        """The sightings, the most telling first; a headline last among equals."""
        return sorted(self.sightings, key=_telling, reverse=True)


def _telling(sighting: Sighting) -> tuple[bool, int]:
    named = sum(1 for _, span in sighting.parties if span is not None)
    fields = sum(value is not None for value in (sighting.time, sighting.place, sighting.format, sighting.ordinal))
    return (not sighting.is_title, 2 * min(named, 2) + fields + (2 if sighting.actors else 0))
