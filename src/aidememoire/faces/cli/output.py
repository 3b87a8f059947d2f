"""How results are printed: a table on a terminal, JSON Lines or CSV elsewhere.

A table breaks lines between words alone. Where its columns are too many for the terminal, each row is a block of lines,
a field a line.
"""

import csv
import json
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import Any

import click
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from aidememoire.model import UsageError

Row = dict[str, Any]


class Form(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    JSON = "JSON Lines"
    CSV = "CSV"


text_option: Callable[[Any], Any] = click.option("--text", "is_text", is_flag=True, help="Plain text, also in a pipe.")

_LONGEST_WORD = 24  # columns; what is longer (an address, a path) is no word and may be broken
_PROSE = 60  # a cell as long as this is read as sentences...
_PROSE_COLUMN = 24  # ...for which a narrower column makes a ladder of words
# What a terminal obeys instead of showing it; line ends and tabs aside.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_CELL_EDGES = 3  # a cell has a space on both sides and a border


def json_line(value: object) -> str:
    """One object on one line, without ASCII escapes; U+2028 and U+2029 escaped, since readers may split lines there."""
    line = json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
    return line.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("\x85", "\\u0085")


def shown(words: str) -> str:
    """The words as a terminal may show them: a report can't move the cursor, or rename the window."""
    return _CONTROL.sub("\ufffd", words)


def form_of(*, is_json: bool = False, is_csv: bool = False, is_text: bool = False) -> Form:
    """The form that was asked for; else a table on a terminal, and JSON Lines in a pipe.

    Raises UsageError where two are asked for at once.
    """
    asked = {"--json": is_json, "--csv": is_csv, "--text": is_text}
    names = [name for name, is_asked in asked.items() if is_asked]
    if len(names) > 1:
        raise UsageError(", ".join(names), "only one of them can be printed", "Give one.")
    if is_csv:
        return Form.CSV
    return Form.TABLE if is_text or not wants_json(is_json) else Form.JSON


def wants_json(is_json: bool) -> bool:
    """Whether JSON Lines are due: asked for, or stdout is no terminal."""
    return is_json or not sys.stdout.isatty()


def print_rows(rows: Iterable[Row], columns: Sequence[str], form: Form, *, title: str) -> None:
    """Print the rows; ``columns`` are those of the table and of the CSV file."""
    rows = list(rows)
    if form is Form.CSV:
        from aidememoire.views.exports import csv_safe

        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([csv_safe(_plain(row.get(column))) for column in columns] for row in rows)
    elif form is Form.JSON:
        for row in rows:
            click.echo(json_line(row))
    else:
        _print_table(rows, columns, title)


def _print_table(rows: Sequence[Row], columns: Sequence[str], title: str) -> None:
    console = Console()
    cells = [[shown(_plain(row.get(column))) for column in columns] for row in rows]
    title = shown(title)
    widths = _widths(columns, cells, console.width)
    if not cells:
        console.print(Text(f"{title}: 0", style="italic"))
    elif widths is None:
        console.print(Text(f"{title}: {len(rows)}", style="italic"))
        console.print(_blocks(columns, cells))
    else:
        table = Table(title=f"{title}: {len(rows)}", title_justify="left", header_style="bold")
        for column, width in zip(columns, widths, strict=True):
            table.add_column(column, overflow="fold", width=width)
        for row_cells in cells:
            table.add_row(*map(Text, row_cells))
        console.print(table)


def _widths(columns: Sequence[str], cells: Sequence[Sequence[str]], room: int) -> list[int] | None:
    """The width of each column in a terminal of so many columns; None where words would have to be broken."""
    lines = [[name, *(row[place] for row in cells)] for place, name in enumerate(columns)]
    wanted = [max(map(cell_len, column)) for column in lines]
    least = [_least_width(column, width) for column, width in zip(lines, wanted, strict=True)]
    room -= _CELL_EDGES * len(columns) + 1
    if sum(least) > room:
        return None
    level, widths = 0, least
    while level < max(wanted):  # what is left over goes to the narrowest columns that can use it
        level += 1
        wider = [max(low, min(width, level)) for low, width in zip(least, wanted, strict=True)]
        if sum(wider) > room:
            break
        widths = wider
    return widths


def _least_width(column: Sequence[str], wanted: int) -> int:
    """The width that the cells of a column need at least, by their longest words."""
    words = max((cell_len(word) for cell in column for word in cell.split()), default=1)
    return min(wanted, max(min(words, _LONGEST_WORD), _PROSE_COLUMN if wanted > _PROSE else 1))


def _blocks(columns: Sequence[str], cells: Sequence[Sequence[str]]) -> Table:
    """Each row as lines of field and value, an empty line after it; fields that say nothing are left out."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="cyan", no_wrap=True)
    grid.add_column(overflow="fold")
    for row in cells:
        for name, cell in zip(columns, row, strict=True):
            if cell:
                grid.add_row(Text(name), Text(cell))
        grid.add_row("", "")
    return grid


def _plain(value: object) -> str:
    """A value as one cell on one line: lists joined by commas, nothing for None."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(_plain(item) for item in value)
    if isinstance(value, dict):
        return " ".join(_plain(item) for item in value.values() if item is not None)
    return " ".join(str(value).split())
