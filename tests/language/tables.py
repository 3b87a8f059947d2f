"""How the tables of names beside the tests are read."""

from pathlib import Path

DATA = Path(__file__).parent / "data"


def fields_of(name: str, count: int) -> list[tuple[str, ...]]:
    """The rows of a table without a head, each of so many fields; what a row leaves out at its end is empty."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    rows = (tuple(line.split("\t")) for line in lines if not line.startswith("#"))
    return [(*row, *("",) * (count - len(row))) for row in rows]
