"""Commands on what was read: ``reports``, ``problems``, ``rebuild``."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aidememoire.faces.cli.asking import by_option, own_name, read_utf8
from aidememoire.faces.cli.opening import open_register
from aidememoire.faces.cli.output import Form, form_of, json_line, print_rows, shown, text_option
from aidememoire.faces.cli.progress import with_progress
from aidememoire.model import Problem, Severity

if TYPE_CHECKING:
    from aidememoire.register import Correction, Register

_COLUMNS = ("id", "given_id", "date", "ground", "outlet", "side", "language", "nature", "claims", "problems")


@click.group(invoke_without_command=True)
@click.option("--json", "is_json", is_flag=True, help="JSON Lines, one report a line.")
@click.option("--csv", "is_csv", is_flag=True, help="CSV, which `reports import` takes back with corrections.")
@text_option
@click.pass_context
def reports(context: click.Context, is_json: bool, is_csv: bool, is_text: bool) -> None:
    """List what was read: each report with its date and the ground for it, what came out of it, and its problems.

    \b
    Example:
      aidememoire reports --csv > reports.csv
    """
    if context.invoked_subcommand:
        return
    form = form_of(is_json=is_json, is_csv=is_csv, is_text=is_text)
    from aidememoire.views import report_object

    with open_register(context.obj) as register:
        rows = [report_object(line) for line in register.report_lines()]
    if form is not Form.JSON:
        rows = [{**row, "problems": [problem["message"] for problem in row["problems"]]} for row in rows]
    print_rows(rows, _COLUMNS, form, title="reports")


@reports.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
@by_option
@click.pass_context
def import_corrections(context: click.Context, file: str, by: str | None) -> None:
    """Correct dates, outlets and sides, and read the reports concerned anew.

    The CSV has the column id and any of date, outlet and side; an empty cell changes nothing, "-" makes it unknown.

    \b
    Example:
      aidememoire reports import corrected.csv
    """
    from aidememoire.pipeline import read_again
    from aidememoire.register import parse_corrections
    from aidememoire.views.wording import reports_in_words

    who = by or own_name()
    items = list(parse_corrections(read_utf8(file).splitlines(), Path(file).name))
    with open_register(context.obj) as register:
        outcomes = [item if isinstance(item, Problem) else _apply(register, item, who) for item in items]
        due = register.due()  # those of an earlier import that was cut off, too
        claims = sum(outcome.claims for outcome in with_progress(read_again(register, due), "reading", len(due)))
        register.rebuild()
    problems = [outcome for outcome in outcomes if isinstance(outcome, Problem)]
    for problem in problems:
        click.echo(shown(str(problem)), err=True)
    reports, rows = reports_in_words(len(due)), "row" if len(problems) == 1 else "rows"
    click.echo(f"{reports} corrected and read anew, {claims} claims; {len(problems)} {rows} refused", err=True)
    sys.exit(1 if problems else 0)


def _apply(register: "Register", correction: "Correction", who: str) -> list[str] | Problem:
    """The ids that the correction changed, or what is wrong with it."""
    from aidememoire.pipeline import knowledge_in_use

    side = dict(correction.values).get("side")
    if side and knowledge_in_use().parties.get(side) is None:
        message = f"side {side!r} is no party's code; write one such as JPN"
        return Problem(Severity.ERROR, correction.report, None, "register.corrections", message)
    return register.apply_correction(correction, who)


@click.command()
@click.option("--severity", type=click.Choice(["notice", "refusal", "error"]), help="Only these.")
@click.option("--json", "is_json", is_flag=True, help="JSON Lines.")
@click.option("--csv", "is_csv", is_flag=True, help="CSV.")
@text_option
@click.pass_context
def problems(context: click.Context, severity: str | None, is_json: bool, is_csv: bool, is_text: bool) -> None:
    """List what a person should know about the input: what could not be read, and why.

    \b
    Example:
      aidememoire problems --severity error
    """
    form = form_of(is_json=is_json, is_csv=is_csv, is_text=is_text)
    with open_register(context.obj) as register:
        rows = [row for row in _problem_rows(register) if severity in (None, row["severity"])]
    columns = ("severity", "report", "source", "span", "rule", "message")
    print_rows(rows, columns, form, title="problems")


def _problem_rows(register: Any) -> Iterator[dict[str, Any]]:
    from aidememoire.views.readings import problem_json

    for report, problem in register.problems():
        yield {"report": report, **problem_json(problem)}


@click.command()
@click.pass_context
def rebuild(context: click.Context) -> None:
    """Recompute all records from the claims and the judgements in force.

    \b
    Example:
      aidememoire rebuild
    """
    with open_register(context.obj) as register:
        records = register.rebuild().records
    click.echo(f"{len(records)} records rebuilt", err=True)
    counts: dict[str, int] = {}
    for record in records:
        counts[str(record.kind)] = counts.get(str(record.kind), 0) + 1
    if not sys.stdout.isatty():
        click.echo(json_line(counts))
