"""Commands that print pages: ``brief``, ``compare``, ``timeline``."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from aidememoire.faces.cli.asking import filters_of, meeting_named, party_code, record_filters
from aidememoire.faces.cli.days import day_of
from aidememoire.faces.cli.opening import open_register, program_with
from aidememoire.faces.cli.output import json_line, shown, text_option, wants_json
from aidememoire.faces.cli.past import QuietOption, as_known_option, past_options, register_then
from aidememoire.faces.cli.slips import nearest
from aidememoire.model import NotFoundError, RecordKind, UsageError

if TYPE_CHECKING:
    from aidememoire.register import Register
    from aidememoire.views import Page

DIALOGUES_LISTED = 8  # of those that there are, where what was asked for is none


def _print_page(page: "Page", *, is_json: bool, is_text: bool, is_markdown: bool) -> None:
    """The page as asked for: JSON in a pipe, colour on a terminal, plain text or Markdown where wanted."""
    from aidememoire.views import page_object, to_markdown, to_text

    if is_markdown:
        click.echo(shown(to_markdown(page)), nl=False)
    elif is_text:
        click.echo(shown(to_text(page)), nl=False)
    elif wants_json(is_json):
        click.echo(json_line(page_object(page)))
    else:
        _print_in_colour(page)


def _print_in_colour(page: "Page") -> None:
    console = Console(highlight=False)  # a number in a sentence means no more than its words
    console.print(f"[bold]{escape(page.title)}[/bold]")
    console.print(f"[dim]{escape(page.subtitle)}[/dim]\n")
    for section in page.sections:
        console.print(f"[bold cyan]{escape(section.heading)}[/bold cyan]")
        for line in section.lines:
            console.print(_hanging("  " * (line.level + 1) + "•", line.cited))
        if more := page.more(section):  # never broken: a command in it is to be pasted
            console.print(Text(f"  • {shown(more)}"), soft_wrap=True)
        console.print()
    for source in page.sources:
        console.print(_hanging(f"[{source.number}]", source.text, "dim"))


def _hanging(mark: str, words: str, style: str = "") -> Table:
    """The words beside their mark, which stands alone to the left of all their lines."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row(Text(mark, style), Text(shown(words), style))
    return grid


_FORMS = (
    click.option("--json", "is_json", is_flag=True, help="One JSON object."),
    text_option,
    click.option("--markdown", "is_markdown", is_flag=True, help="Markdown."),
)


def _forms(function: Any) -> Any:
    for option in reversed(_FORMS):
        function = option(function)
    return function


@click.command()
@click.argument("what", nargs=-1, required=True, metavar="DIALOGUE | A B")
@click.option(
    "--date",
    "--as-of",
    "on",
    cls=QuietOption,
    metavar="DATE",
    help="As reported by that day (default: the latest report's).",
)
@as_known_option
@click.option("--for", "for_party", metavar="PARTY", help="Your own side: the others come first.")
@click.option("--full", "is_full", is_flag=True, help="All that there is, not cut to one page; so is the JSON.")
@_forms
@click.pass_context
def brief(
    context: click.Context,
    what: tuple[str, ...],
    on: str | None,
    as_known: str | None,
    for_party: str | None,
    is_full: bool,
    is_json: bool,
    is_text: bool,
    is_markdown: bool,
) -> None:
    """Print one cited page on a dialogue, or on all dealings between two parties.

    What does not fit is counted, with the command that shows it.

    \b
    Example:
      aidememoire brief Japan Australia --date 2018-11-01 --for AUS
      aidememoire brief Japan Australia --full --text
    """
    from aidememoire.pipeline import knowledge_in_use
    from aidememoire.views import brief as make_brief
    from aidememoire.views import fitted

    with open_register(context.obj) as kept:
        register = register_then(kept, None, as_known)
        dialogue, between = _subject(register, what)
        is_full = is_full or (wants_json(is_json) and not is_text and not is_markdown)
        page = make_brief(
            register,
            dialogue=dialogue,
            between=between,
            on=day_of(on, is_last=True),
            for_party=party_code(for_party) if for_party else None,
            knowledge=knowledge_in_use(),
            is_full=is_full,
        )
    page = replace(page, program=program_with(context.obj))
    if not is_full:
        page = fitted(page)
    _print_page(page, is_json=is_json, is_text=is_text, is_markdown=is_markdown)


def _subject(register: "Register", what: tuple[str, ...]) -> tuple[str | None, tuple[str, str] | None]:
    """A dialogue's id, or two parties' codes."""
    from aidememoire.register import Filters, SeveralMatchError

    unknown: UsageError | None = None
    if len(what) == 2:
        try:
            between = party_code(what[0]), party_code(what[1])
        except UsageError as error:
            unknown = error
        else:
            if between[0] == between[1]:
                raise UsageError(" ".join(what), "that is one party", "Give two, or a dialogue.")
            return None, between
    words = " ".join(what)
    try:
        party = party_code(words)
    except UsageError:
        pass  # no party: the name of a dialogue, or its id
    else:
        theirs = register.records(RecordKind.DIALOGUE, Filters(party=party))
        if len(theirs) > 1:
            raise SeveralMatchError(words, [(record.id, str(record.values.get("name"))) for record in theirs])
    try:
        return register.match_one(words, RecordKind.DIALOGUE), None
    except NotFoundError:
        raise NotFoundError(
            words,
            f"no dialogue goes by that, and no two parties ({unknown.subject}: {unknown.cause})"
            if unknown
            else "no dialogue goes by that",
            _what_to_ask_for(register, words, unknown),
        ) from None


def _what_to_ask_for(register: "Register", words: str, unknown: UsageError | None) -> str:
    """What the words may have been meant for; else some of the dialogues that there are, and how to see all."""
    names = [str(record.values.get("name")) for record in register.records(RecordKind.DIALOGUE)]
    if unknown is not None and unknown.next_step.startswith("Did you mean"):
        return unknown.next_step
    if meant := nearest(words, names):
        return f"Did you mean “{meant}”? All there are: aidememoire dialogues."
    if not names:
        return "Give two parties, or read some reports first: aidememoire read PATH."
    more = len(names) - DIALOGUES_LISTED
    rest = f" and {more} more: aidememoire dialogues" if more > 0 else ""
    return f"Dialogues here: {', '.join(names[:DIALOGUES_LISTED])}{rest}."


@click.command()
@click.argument("meeting", metavar="MEETING_ID")
@click.option("--sides", nargs=2, metavar="A B", help="Whose accounts (default: the first two that give one).")
@past_options
@_forms
@click.pass_context
def compare(
    context: click.Context,
    meeting: str,
    sides: tuple[str, str] | None,
    as_of: str | None,
    as_known: str | None,
    is_json: bool,
    is_text: bool,
    is_markdown: bool,
) -> None:
    """Compare two sides' accounts of one meeting: what both say, what only one says, where they differ.

    \b
    Example:
      aidememoire compare "aus jpn 2014" --sides JPN AUS
    """
    from aidememoire.pipeline import knowledge_in_use
    from aidememoire.views import compare as make_comparison

    with open_register(context.obj) as kept:
        register = register_then(kept, as_of, as_known)
        page = make_comparison(
            register,
            meeting_named(register, meeting),
            sides=(party_code(sides[0]), party_code(sides[1])) if sides else None,
            knowledge=knowledge_in_use(),
        )
    _print_page(page, is_json=is_json, is_text=is_text, is_markdown=is_markdown)


@click.command()
@record_filters
@text_option
@click.option("--markdown", "is_markdown", is_flag=True, help="Markdown.")
@click.pass_context
def timeline(context: click.Context, /, is_text: bool, is_markdown: bool, **options: Any) -> None:
    """Print meetings, promises and what became of them, in order of time.

    \b
    Example:
      aidememoire timeline --between Greece Turkey --text
    """
    from aidememoire.pipeline import knowledge_in_use
    from aidememoire.views import timeline as make_timeline

    with open_register(context.obj) as kept:
        register = register_then(kept, options["as_of"], options["as_known"])
        page = make_timeline(register, filters_of(register, options), knowledge=knowledge_in_use())
    _print_page(page, is_json=options["is_json"], is_text=is_text, is_markdown=is_markdown)
