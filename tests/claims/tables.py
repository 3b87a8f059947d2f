"""How the tables of sentences beside the tests are read and written."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from aidememoire.model import MeetingValues, Proposal, Refusal


def rows_below(path: Path) -> list[tuple[str, list[str]]]:
    """Each text of the table with the indented lines below it."""
    found: list[tuple[str, list[str]]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            found[-1][1].append(line.strip())
        elif line and not line.startswith("#"):
            found.append((line, []))
    return found


def dated_rows(path: Path) -> Iterator[tuple[str | None, str | None, str, str]]:
    """Day, side, text and what is expected of it, "text => expected".

    "@2019-05-06 USA" gives the day and the side of all rows below it ("@-": none), and \\n in a text a new line.
    """
    day: str | None = None
    side: str | None = None
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            first, _, rest = line[1:].strip().partition(" ")
            day, side = None if first == "-" else first, rest or None
        elif " => " in line and not line.startswith("#"):
            text, _, expected = line.rpartition(" => ")
            yield day, side, text.replace("\\n", "\n"), expected


def written(item: Proposal | Refusal) -> str:
    """An occasion as the tables write it."""
    assert isinstance(item, Proposal)
    values = item.values
    assert isinstance(values, MeetingValues)
    place = (values.place or "-").removeprefix("the ").replace(" ", "_")
    number = f" #{values.ordinal}" if values.ordinal else ""
    parties = "+".join(code.replace(" ", "_") for code in values.parties)
    return f"{values.kind} {values.state} {parties} {values.date or '-'} {place}{number}"


def all_written(found: Iterable[Proposal | Refusal]) -> list[str]:
    """The occasions among these, as the tables write them."""
    return [written(item) for item in found if isinstance(item, Proposal)]
