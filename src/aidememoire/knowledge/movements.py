"""Movements and the states in which they are at home, and what a report on such a war calls them in short."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from aidememoire.knowledge.tables import Row, day_of, rows_of


@dataclass(frozen=True, slots=True)
class Movement:
    """One movement in one state."""

    code: str  # of the movement, as in the parties table
    state: str  # code of the state where it is at home
    is_part: bool  # a part of the state that stood by itself for a time: what befell there is at home
    word: str | None  # by which reports on that state's war call it alone: "rebels"; None where no word is its own
    starts: date | None  # the first day on which the word means it
    ends: date | None  # the last one

    def is_called(self, word: str, on: date) -> bool:
        """Whether a report of the day on that state's war means the movement by the word."""
        return (
            self.word == word and (self.starts is None or self.starts <= on) and (self.ends is None or on <= self.ends)
        )


@cache
def movements() -> tuple[Movement, ...]:
    """The table that ships with the package, loaded once."""
    return tuple(map(_movement, rows_of("movements.tsv")))


def most_named(word: str, on: date, counts: Mapping[str, int]) -> Movement | None:
    """The movement that the word means in a report of the day: of those so called, where most names are the state's.

    None where the report names no state of which a movement is so called then: "the rebels" of no war in it.
    """
    called = [one for one in movements() if one.is_called(word, on) and counts.get(one.state)]
    return max(called, key=lambda one: counts[one.state], default=None)


def are_at_home(codes: Iterable[str], *, is_part: bool = False) -> bool:
    """Whether the two parties are a movement and the state in which it is at home; asked so, a state and a part of it.

    >>> are_at_home(["AFG", "Taliban"]), are_at_home(["USA", "Taliban"]), are_at_home(["RUS", "Chechnya"], is_part=True)
    (True, False, True)

    A state and a territory of its own ("the governor of Puerto Rico met the president") are such a part, too.
    """
    return frozenset(codes) in (_pairs() if not is_part else _parts())


@cache
def _pairs() -> frozenset[frozenset[str]]:
    return frozenset(frozenset((movement.code, movement.state)) for movement in movements())


@cache
def _parts() -> frozenset[frozenset[str]]:
    own = {frozenset((row["territory"], row["state"])) for row in rows_of("territories.tsv")}
    return frozenset(own | {frozenset((movement.code, movement.state)) for movement in movements() if movement.is_part})


def _movement(row: Row) -> Movement:
    is_part = row["is_part"] == "yes"
    starts, ends = day_of(row["starts"]), day_of(row["ends"])
    return Movement(row["movement"], row["state"], is_part, row["word"] or None, starts, ends)
