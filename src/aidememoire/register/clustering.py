"""Pairs that were found the same → clusters; the same ones whatever the order in which the pairs come."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field


@dataclass
class Clusters:
    """Items joined one pair at a time, unless something keeps two of their clusters apart."""

    apart_by: Mapping[str, Hashable]  # item → what no two items of a cluster may share (its report)
    _head: dict[str, str] = field(default_factory=dict)
    _members: dict[str, list[str]] = field(default_factory=dict)
    _marks: dict[str, set[Hashable]] = field(default_factory=dict)
    _apart: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    @classmethod
    def ruled(
        cls,
        reports: Mapping[str, Hashable],
        same: Iterable[tuple[str, str]],
        different: Iterable[tuple[str, str]],
    ) -> "Clusters":
        """Every item (id → its report) in a cluster of its own, but for what people ruled the same or different."""
        clusters = cls(reports)
        for item in sorted(reports):
            clusters.add(item)
        for one, other in different:
            clusters.keep_apart(one, other)
        for one, other in sorted(same):
            clusters.join(one, other, forced=True)
        return clusters

    def add(self, item: str) -> None:
        """Put in an item, in a cluster of its own."""
        self._head[item] = item
        self._members[item] = [item]
        self._marks[item] = {self.apart_by[item]} if item in self.apart_by else set()

    def keep_apart(self, one: str, other: str) -> None:
        """Never let the two share a cluster."""
        self._apart[one].add(other)
        self._apart[other].add(one)

    def may_join(self, one: str, other: str) -> bool:
        """Whether the clusters of the two may become one."""
        left, right = self._head[one], self._head[other]
        if left == right:
            return True
        return not self._marks[left] & self._marks[right] and not self._are_ruled_apart(left, right)

    def _are_ruled_apart(self, left: str, right: str) -> bool:
        smaller, larger = sorted((left, right), key=lambda head: len(self._members[head]))
        return any(
            self._head.get(enemy) == larger
            for member in self._members[smaller]
            for enemy in self._apart.get(member, ())
        )

    def join_told_twice(self, one: str, other: str) -> bool:
        """Join two of one report that says the same thing twice, unless a person ruled them different."""
        return not self._are_ruled_apart(self._head[one], self._head[other]) and self.join(one, other, forced=True)

    def join(self, one: str, other: str, *, forced: bool = False) -> bool:
        """Join the clusters of the two, and say whether they are one now; a person's ruling is ``forced``."""
        left, right = self._head[one], self._head[other]
        if left == right:
            return True
        if not forced and not self.may_join(one, other):
            return False
        if len(self._members[left]) < len(self._members[right]):
            left, right = right, left
        for member in self._members.pop(right):
            self._head[member] = left
            self._members[left].append(member)
        self._marks[left] |= self._marks.pop(right)
        return True

    def head(self, item: str) -> str:
        """A name for the item's cluster, good until the next join."""
        return self._head[item]

    def all(self) -> list[tuple[str, ...]]:
        """Every cluster, its items in order."""
        return sorted(tuple(sorted(members)) for members in self._members.values())


def join_best_first(clusters: Clusters, pairs: Iterable[tuple[float, str, str]]) -> None:
    """Join the pairs from the surest down; equal ones in the order of their names, so that nothing hangs on chance."""
    for _, one, other in sorted(pairs, key=lambda pair: (-pair[0], min(pair[1:]), max(pair[1:]))):
        clusters.join(one, other)
