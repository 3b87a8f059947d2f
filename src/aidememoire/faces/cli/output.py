"""How results are printed: a table on a terminal, JSON Lines or CSV elsewhere."""

import csv
import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any

import click
from rich.console import Console
from rich.table import Table

Row = dict[str, Any]


def json_line(value: object) -> str:
    """One object on one line, without ASCII escapes; U+2028 and U+2029 escaped, since readers may split lines there."""
    line = json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
    return line.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("\x85", "\\u0085")


def wants_json(is_json: bool) -> bool:
    """Whether JSON Lines are due: asked for, or stdout is no terminal."""
    return is_json or not sys.stdout.isatty()


def print_rows(rows: Iterable[Row], columns: Sequence[str], *, is_json: bool, is_csv: bool, title: str) -> int:
    """Print the rows; gives their number. ``columns`` are those of the table and of the CSV file."""
    rows = list(rows)
    if is_csv:
        from aidememoire.views.exports import csv_safe

        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([csv_safe(_plain(row.get(column))) for column in columns] for row in rows)
    elif wants_json(is_json):
        for row in rows:
            click.echo(json_line(row))
    else:
        _print_table(rows, columns, title)
    return len(rows)


def _print_table(rows: Sequence[Row], columns: Sequence[str], title: str) -> None:
    table = Table(title=f"{title}: {len(rows)}", title_justify="left", header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold", no_wrap=column == "id")
    for row in rows:
        table.add_row(*(_plain(row.get(column)) for column in columns))
    Console().print(table, markup=False)


def _plain(value: object) -> str:
    """A value as one cell: lists joined by commas, nothing for None."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(_plain(item) for item in value)
    if isinstance(value, dict):
        return " ".join(str(item) for item in value.values() if item is not None)
    return str(value)
