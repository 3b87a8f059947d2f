"""Tables: the rows of a file under ``data/``."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from importlib.resources import files

Row = Mapping[str, str]


def rows_of(name: str) -> Iterator[dict[str, str]]:
    """The rows of a tab-separated table of the package, header first; every cell is a string."""
    text = files("aidememoire.knowledge").joinpath("data", name).read_text(encoding="utf-8")
    return csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)


def lines_of(name: str) -> tuple[str, ...]:
    """The lines of a list of the package; empty lines and comments are left out."""
    text = files("aidememoire.knowledge").joinpath("data", name).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


def day_of(cell: str | None) -> date | None:
    """The day of an ISO 8601 cell, None for an empty one; raises ValueError for anything else."""
    return date.fromisoformat(cell) if cell else None


def listed(cell: str | None, mark: str = ";") -> tuple[str, ...]:
    """The parts of a cell that holds a list."""
    return tuple(part.strip() for part in (cell or "").split(mark) if part.strip())


def in_force(starts: date | None, ends: date | None, on: date | None) -> bool:
    """Whether the day lies within both ends; without a day, whether there is no end yet."""
    if on is None:
        return ends is None
    return (starts is None or starts <= on) and (ends is None or on <= ends)


def unique(codes: Iterable[str]) -> tuple[str, ...]:
    """The codes without repetitions, in their order."""
    return tuple(dict.fromkeys(codes))
