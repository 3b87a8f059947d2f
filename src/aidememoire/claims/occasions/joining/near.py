"""Near: the occasions of a report that something may be one with at all, found by sides and day, not one after another.

Two are never one without a common side or a common day, except what names no side ("the meeting"). So a report's
thousandth occasion is held against those few. Of those that share a side only the nearest are looked at: a report that
tells of hundreds of meetings of the same side would take the square of its length, and tells of none of them twice with
hundreds of others between.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable

from aidememoire.claims.occasions.joining.occasion import Occasion
from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.model import When

MOST_NEAR = 150
"""Occasions of one side before something in the text, and as many behind it, with which it may be one: the first
meeting of a year's digest is still held against its 150th with that side, and not against its 200th."""

_Key = str | When | None


class Near:
    """The occasions of a report, each found by its sides and by its day."""

    def __init__(self, occasions: Iterable[Occasion] = ()) -> None:
        self.occasions: list[Occasion] = []
        self._titled: list[int] = []  # those of which a headline tells: everything may be one of these
        self._placed: dict[_Key, list[tuple[int, int]]] = {}  # code or day; None: all → start and index, in order
        self._keys: list[set[_Key]] = []
        for occasion in occasions:
            self.append(occasion)

    def append(self, occasion: Occasion) -> None:
        """Take in one more occasion."""
        self.occasions.append(occasion)
        self._keys.append(set())
        if occasion.sightings[0].is_title:
            self._titled.append(len(self.occasions) - 1)
        self.refresh(len(self.occasions) - 1)

    def add(self, index: int, sighting: Sighting) -> None:
        """Add a sighting to the occasion with that index."""
        self.occasions[index].add(sighting)
        self.refresh(index)

    def refresh(self, index: int) -> None:
        """Find the occasion by what it says now."""
        occasion = self.occasions[index]
        keys: set[_Key] = {None, *(occasion.codes or ("",)), *((occasion.when,) if occasion.when else ())}
        for key in keys - self._keys[index]:
            insort(self._placed.setdefault(key, []), (occasion.sightings[0].span.start, index))
        self._keys[index] |= keys

    def to(self, place: int, codes: frozenset[str], when: When | None = None) -> list[int]:
        """The indices, in order, of those that may be one with what stands at a place and has these sides and day."""
        keys: set[_Key] = {*codes, "", *((when,) if when else ())} if codes else {None}
        found = set(self._titled)
        for key in keys:
            placed = self._placed.get(key, ())
            middle = bisect_left(placed, (place, -1))
            found.update(index for _, index in placed[max(0, middle - MOST_NEAR) : middle + MOST_NEAR])
        return sorted(found)
