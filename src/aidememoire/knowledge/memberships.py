"""Memberships: which states sat in a body on a day, so that "OPEC ministers" can be told by the day.

A body of which the table has no row is not known to have no members: the answer is None, never False. A state that was
suspended is no member for that time, since it did not sit.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from aidememoire.knowledge.tables import Row, day_of, in_force, rows_of


@dataclass(frozen=True, slots=True)
class Membership:
    """One state's time in one body; a state may have several."""

    body: str  # party code
    state: str  # party code; of a body where one sits in another: the EU in the G20
    starts: date
    ends: date | None  # last day; None: not known to have ended
    source: str  # key of the sources of tenures, "editors" for the editors of the table
    licence: str  # or "general knowledge"


@dataclass(frozen=True)
class Memberships:
    """The table of memberships; immutable."""

    rows: tuple[Membership, ...]
    _by_body: Mapping[str, tuple[Membership, ...]] = field(repr=False)

    @classmethod
    def of(cls, rows: Iterable[Membership]) -> "Memberships":
        """The table made of the rows."""
        kept = tuple(rows)
        by_body: dict[str, list[Membership]] = defaultdict(list)
        for row in kept:
            by_body[row.body].append(row)
        return cls(kept, {body: tuple(found) for body, found in by_body.items()})

    @classmethod
    def shipped(cls) -> "Memberships":
        """The table that ships with the package, loaded once."""
        return _shipped()

    def members(self, body: str, on: date | None = None) -> frozenset[str] | None:
        """The codes of those that sat in the body on the day, today without one; None where the table doesn't know.

        >>> sorted(Memberships.shipped().members("EC", date(1980, 1, 1)))
        ['BEL', 'DEU', 'DNK', 'FRA', 'GBR', 'IRL', 'ITA', 'LUX', 'NLD']
        """
        rows = self._by_body.get(body)
        return None if rows is None else frozenset(row.state for row in rows if in_force(row.starts, row.ends, on))

    def is_member(self, state: str, body: str, on: date | None = None) -> bool | None:
        """Whether the state sat in the body on the day; None where the table doesn't know the body's members.

        >>> Memberships.shipped().is_member("GBR", "EU", date(2019, 1, 1)), Memberships.shipped().is_member("GBR", "EU")
        (True, False)
        """
        members = self.members(body, on)
        return None if members is None else state in members

    def ever(self, body: str) -> frozenset[str]:
        """The codes of all that ever sat in the body; none where the table doesn't know it.

        >>> "GBR" in Memberships.shipped().ever("EU"), Memberships.shipped().ever("no body")
        (True, frozenset())
        """
        return frozenset(row.state for row in self._by_body.get(body, ()))

    def latest(self, body: str) -> tuple[str, ...]:
        """Those that sat in the body on its last known day: today, or the last before it ended."""
        rows = self._by_body.get(body, ())
        last = max((row.ends for row in rows if row.ends), default=None)
        is_gone = all(row.ends for row in rows)
        return tuple(dict.fromkeys(row.state for row in rows if row.ends is None or (is_gone and row.ends == last)))


def _memberships(row: Row) -> Iterator[Membership]:
    """The memberships of a row: those of one body that began and ended together."""
    starts = day_of(row["starts"])
    if starts is None:
        return
    for state in row["states"].split():
        source, licence = row.get("source") or "", row.get("licence") or ""
        yield Membership(row["body"], state, starts, day_of(row["ends"]), source, licence)


@cache
def _shipped() -> Memberships:
    return Memberships.of(one for row in rows_of("memberships.tsv") for one in _memberships(row))
