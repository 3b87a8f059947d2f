"""The command ``explain``: what was read in a report, by which rule, from which words, and what was refused."""

import sys

import click
from rich.console import Console
from rich.text import Text

from aidememoire.faces.cli.output import json_line, shown, text_option, wants_json
from aidememoire.faces.cli.reading import checked_readers, readers_option, report_options, reports_at, tell_passed_over
from aidememoire.model import UsageError

_STYLES = {
    "id": "bold reverse",
    "text": "",
    "role": "dim",
    "claimed": "bold green",
    "refused": "red",
    "doubtful": "blue",
    "problem": "yellow",
    "detail": "dim",
}
_INDENT = {"id": "", "text": "", "role": "", "detail": "      "}


@click.command()
@report_options
@click.option("--json", "is_json", is_flag=True, help="JSON Lines, one object a report.")
@click.option("--html", "is_html", is_flag=True, help="One page for a browser.")
@text_option
@readers_option
def explain(
    paths: tuple[str, ...],
    published: str | None,
    outlet: str | None,
    side: str | None,
    is_json: bool,
    is_html: bool,
    is_text: bool,
    readers: str,
) -> None:
    """Show each report with every claim, its rule and words, and with what was refused and why. Touches no register.

    \b
    Example:
      aidememoire explain examples/reports/01-wire-sydney-2012.txt --published 2012-09-14 --text
    """
    from aidememoire.pipeline import read_all
    from aidememoire.views.explaining import explain as make
    from aidememoire.views.explaining import explanation_html, explanation_lines, explanation_object

    if is_json + is_html + is_text > 1:
        raise UsageError("--json, --html, --text", "only one of them can be printed", "Give one.")
    read = read_all(reports_at(paths, published, outlet, side), checked_readers(readers))
    explanations = [make(one.report, one.reading) for one in read]
    if is_html:
        click.echo(explanation_html(explanations), nl=False)
    elif not is_text and wants_json(is_json):
        for explanation in explanations:
            click.echo(json_line(explanation_object(explanation)))
    else:
        console = Console(highlight=False, soft_wrap=not sys.stdout.isatty())
        for explanation in explanations:
            for style, line in explanation_lines(explanation):
                console.print(Text(f"{_INDENT.get(style, '  ')}{shown(line)}", style=_STYLES[style]))
            console.print()
    tell_passed_over(paths)
    if any(not explanation.report.is_readable for explanation in explanations):
        sys.exit(1)
