"""What a person corrects about a report: its date, outlet or side. Appended, never overwritten."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from aidememoire.model import Problem, Severity, is_day_of_a_report

FIELDS = ("date", "outlet", "side")


@dataclass(frozen=True, slots=True)
class Correction:
    """The right date, outlet and side of one report; a field left out stays as it is."""

    report: str  # id, or the id that the source gave
    values: tuple[tuple[str, str | None], ...]  # field → value; None: unknown after all


def parse_corrections(lines: Iterable[str], source: str) -> Iterator[Correction | Problem]:
    """The corrections in a CSV with the columns ``id`` and any of ``date``, ``outlet``, ``side``; bad rows as Problems.

    An empty cell leaves the field as it is; ``-`` makes it unknown.
    """
    reader = csv.DictReader(lines)
    names = {name.strip().casefold(): name for name in reader.fieldnames or () if name}
    known = [field for field in FIELDS if field in names]
    if "id" not in names or not known:
        message = "the first line must name the columns: id, and date, outlet or side"
        yield Problem(Severity.ERROR, source, None, "register.corrections", message)
        return
    for row in reader:
        where = f"{source}:{reader.line_num}"
        report = (row[names["id"]] or "").strip()
        cells = {field: _as_it_was(row[names[field]] or "") for field in known}
        values = tuple((field, None if cell == "-" else cell) for field, cell in cells.items() if cell)
        if not report:
            yield Problem(Severity.ERROR, where, None, "register.corrections", "the id is empty")
        elif (bad := dict(values).get("date")) and not _is_day(bad):
            message = f"{bad!r} is no day of a report; write it as YYYY-MM-DD"
            yield Problem(Severity.ERROR, where, None, "register.corrections", message)
        elif values:
            yield Correction(report, values)


def _as_it_was(cell: str) -> str:
    """The cell without the apostrophe that an export puts before what a spreadsheet would take for a formula."""
    cell = cell.strip()
    return cell[1:] if cell[:1] == "'" and cell[1:2] in {"=", "+", "@", "-"} else cell


def _is_day(text: str) -> bool:
    try:
        return is_day_of_a_report(date.fromisoformat(text))
    except ValueError:
        return False
