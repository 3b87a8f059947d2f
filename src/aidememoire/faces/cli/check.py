"""The command ``check``: whether the register holds what a draft asserts."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aidememoire.faces.cli.opening import open_register, program_with
from aidememoire.faces.cli.output import Form, form_of, json_line, print_rows, shown, text_option
from aidememoire.model import Problem, Report, Severity, UsageError

if TYPE_CHECKING:
    from aidememoire.register import Register
    from aidememoire.register.words import WordIndex
    from aidememoire.views.checking import Check, Draft


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="FILE...")
@click.option("--published", metavar="DATE", help="The draft's own day, from which “yesterday” is reckoned.")
@click.option("--json", "is_json", is_flag=True, help="JSON Lines, one object a draft.")
@text_option
@click.option(
    "--html", "html", type=click.Path(dir_okay=False, writable=True), help="Write a page with the draft marked."
)
@click.pass_context
def check(
    context: click.Context,
    paths: tuple[str, ...],
    published: str | None,
    is_json: bool,
    is_text: bool,
    html: str | None,
) -> None:
    """Check a draft: whether the register holds its quotations, statements, meetings, agreements and offices.

    FILE is a speech, brief, article or a language model's answer, as plain text or Markdown; - is standard input.
    Exit code 1 if anything in it is not supported, or it could not be read. A sentence that could not be checked is
    named with the reason, and leaves the exit code as it is.

    \b
    Example:
      aidememoire check speech.md --html speech.html
    """
    from aidememoire.register.words import WordIndex
    from aidememoire.views.checking import check_html, check_object, summary

    form = form_of(is_json=is_json, is_text=is_text)
    with open_register(context.obj) as register, WordIndex.of(register, _beside(context.obj)) as index:
        checks = []
        for report in _drafts(paths, published):
            found = _checked(report, register, index)
            checks.append(found)
            _tell_problems(found)
            if form is Form.JSON:
                click.echo(json_line(check_object(found)))
            else:
                _print_table(found)
            click.echo(shown(f"{found.id}: {summary(found)}"), err=True)
        if checks and not checks[0].coverage.reports:
            program = program_with(context.obj)
            click.echo(f"the register is empty: read reports into it first ({program} read PATH)", err=True)
    if html is not None:
        _write(html, check_html(checks))
    has_error = any(problem.severity is Severity.ERROR for found in checks for problem in found.problems)
    sys.exit(1 if has_error or not all(found.is_supported for found in checks) else 0)


def _beside(register: str | None) -> str | None:
    """The file beside which the index of words is kept; None for a register in memory or on a server."""
    from aidememoire.config import register_place

    place = register_place(register)
    return None if "://" in place or place == ":memory:" else place


def _drafts(paths: tuple[str, ...], published: str | None) -> Iterator[Report]:
    from datetime import datetime

    from aidememoire.pipeline import Source, knowledge_in_use, read_paths

    try:
        datetime.fromisoformat(published or "2000-01-01")
    except ValueError as error:
        raise UsageError(f"--published {published}", "not a date or moment", "Write it as 2017-03-19.") from error
    return read_paths(paths, Source("", "", published=published), knowledge_in_use())


def _checked(report: Report, register: "Register", index: "WordIndex") -> "Check":
    from aidememoire.pipeline import find_days, knowledge_in_use
    from aidememoire.views.checking import Check, check_draft

    # A draft needs no day of its own: only what it says of other days is checked.
    problems = tuple(problem for problem in report.problems if problem.rule != "documents.no_date")
    draft = _read(report) if report.is_readable else None
    if isinstance(draft, Problem):
        problems, draft = (*problems, draft), None
    if draft is None:
        return Check(report.given_id, report.text, (), register.coverage(), problems)
    return check_draft(draft, register, index, knowledge_in_use(), find_days, problems)


def _read(report: Report) -> "Draft | Problem":
    """The draft with what was read in it; a fault of ours becomes a problem."""
    from aidememoire.pipeline import read_text
    from aidememoire.views.checking import Draft, prepared

    try:
        _, mentions, reading = read_text(
            prepared(report.text),
            published=report.published,
            outlet=report.outlet,
            side=report.side,
            url=report.url,
        )
    except Exception as error:  # the last resort, as in reading reports
        message = f"a fault in reading it ({type(error).__name__}: {error})"
        return Problem(Severity.ERROR, report.source, None, "pipeline.fault", message)
    return Draft(report.given_id, report.text, mentions, reading)


def _tell_problems(found: "Check") -> None:
    for problem in found.problems:
        click.echo(shown(str(problem)), err=True)


def _print_table(found: "Check") -> None:
    from aidememoire.views.checking import check_rows

    columns = ("line", "asserted", "words", "register", "why")
    print_rows(check_rows(found), columns, Form.TABLE, title=found.id)


def _write(path: str, page: str) -> None:
    try:
        Path(path).write_text(page, encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        cause = f"can't be written ({error.strerror or error})"
        raise UsageError(f"--html {path}", cause, "Name a file in a folder that you may write to.") from error
    click.echo(f"the draft, marked: {path}", err=True)
