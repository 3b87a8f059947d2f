"""Which tellings are like one another, and which likeness says nothing, because it fits two gatherings of the day.

"The president visited Lima on 4 March" fits his talks with the prime minister as well as his talk with the leader of
the opposition. It must not make one meeting of the two, nor be given to either by chance.
"""

from collections import defaultdict
from collections.abc import Iterator

from aidememoire.register.features import Likeness

# By so much more must what tells occasions apart speak for one of two: two people of both sides (1) before one of them
# (0.5) is enough; the same kind or place is not looked at.
CLEARLY = 0.5
# So many reports, and so many times as many as tell of the other, are the day's gathering; the other is more likely one
# report's error. Accepted: nine reports name Kishida, one names Kono, and a tenth names nobody. Refused: three and two.
MANY = 3


class Likenesses:
    """The pairs of tellings that were compared: those like one another, and those that are not one occasion."""

    def __init__(self) -> None:
        self._like: defaultdict[str, dict[str, Likeness]] = defaultdict(dict)
        self._apart: defaultdict[str, set[str]] = defaultdict(set)

    def add(self, one: str, other: str, likeness: Likeness) -> None:
        """Put in what a comparison gave."""
        for left, right in ((one, other), (other, one)):
            if likeness.is_same:
                self._like[left][right] = likeness
            elif likeness.is_apart:
                self._apart[left].add(right)

    def undoubted(self) -> Iterator[tuple[float, str, str]]:
        """Score and ids of the pairs that are alike, but for those in which one of the two fits others as well."""
        doubtful = {(unit, other) for unit in self._like for other in self._doubtful(unit)}
        for one, others in self._like.items():
            for other, likeness in others.items():
                if one < other and not {(one, other), (other, one)} & doubtful:
                    yield likeness.score, one, other

    def _doubtful(self, unit: str) -> Iterator[str]:
        """The tellings that the unit is like, while it is as like to one that is not of their occasion."""
        like = self._like[unit]
        for other in like:
            for rival in self._apart[other] & like.keys():
                ahead = like[other].telling - like[rival].telling
                if ahead < CLEARLY and not (ahead > -CLEARLY and self._is_the_gathering(other, rival, like)):
                    yield other
                    break

    def _is_the_gathering(self, one: str, other: str, like: dict[str, Likeness]) -> bool:
        """Whether those that tell of the first outnumber those that tell of the second many times."""
        return self._tellers(one, other, like) >= MANY * self._tellers(other, one, like)

    def _tellers(self, one: str, other: str, like: dict[str, Likeness]) -> int:
        """How many tell of the one, and not of the other."""
        return sum((each == one or each in self._like[one]) and each in self._apart[other] for each in like)
