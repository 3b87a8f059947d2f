"""The command ``offices``: who held which office on which day."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aidememoire.faces.cli.asking import party_code, read_utf8
from aidememoire.faces.cli.opening import open_register
from aidememoire.faces.cli.output import Form, form_of, json_line, print_rows, shown, text_option
from aidememoire.faces.cli.past import past_options, register_then
from aidememoire.model import Problem, UsageError

if TYPE_CHECKING:
    from aidememoire.register import Learnt, Register

_HOLDER_COLUMNS = ("name", "from", "to", "known_until", "confidence", "sources")


@click.group(invoke_without_command=True)
@click.option("--party", metavar="CODE", help="State or organisation, e.g. JPN, EU.")
@click.option("--office", metavar="OFFICE", help="E.g. 'foreign minister', 'head of government'.")
@click.option("--on", "on", metavar="DATE", help="Day, ISO 8601 (default: today).")
@click.option("--person", metavar="NAME", help="List the offices of this person.")
@click.option(
    "--ask",
    "ask",
    type=click.Path(exists=True, allow_dash=True, dir_okay=False),
    help="JSON Lines of {party, office, on}.",
)
@click.option("--json", "is_json", is_flag=True, help="JSON Lines.")
@text_option
@click.pass_context
def offices(
    context: click.Context,
    party: str | None,
    office: str | None,
    on: str | None,
    person: str | None,
    ask: str | None,
    is_json: bool,
    is_text: bool,
) -> None:
    """Answer who held an office on a day, or which offices a person held. Empty when unknown, and then says what is.

    \b
    Example:
      aidememoire offices --party JPN --office "foreign minister" --on 2017-03-19
    """
    if context.invoked_subcommand:
        return
    form = form_of(is_json=is_json, is_text=is_text)
    if person:
        _print_person(person, form)
    elif ask:
        _answer_file(ask)
    elif party and office:
        _print_holders(party, office, on or date.today().isoformat(), form)
    else:
        raise UsageError("offices", "nothing was asked", "Give --party and --office, or --person, or --ask FILE.")


def _print_holders(party: str, office: str, on: str, form: Form) -> None:
    answer = _answer(party, office, on)
    if form is Form.JSON:
        click.echo(json_line(answer))
    else:
        title = f"{office} of {answer['party']} on {on}"
        print_rows(answer["holders"], _HOLDER_COLUMNS, form, title=title)
        if "unknown" in answer:
            click.echo(answer["unknown"], err=True)


def _print_person(person: str, form: Form) -> None:
    from aidememoire.pipeline import knowledge_in_use

    held = knowledge_in_use().offices.of_person(person)
    unknown = {} if held else {"unknown": "the table knows nobody of that name"}
    if form is Form.JSON:
        click.echo(json_line({"person": person, "offices": held, **unknown}))
    else:
        print_rows(held, ("name", "party", "role", *_HOLDER_COLUMNS[1:]), form, title=person)
        if unknown:
            click.echo(unknown["unknown"], err=True)


def _answer_file(path: str) -> None:
    """Answer each line; a line that asks nothing is answered with its problem, and the exit code is 1."""
    from aidememoire.knowledge.offices import answers
    from aidememoire.pipeline import knowledge_in_use

    has_fault, asked, unknown = False, 0, 0
    knowledge = knowledge_in_use()
    with click.open_file(path, encoding="utf-8", errors="replace") as lines:
        for answer in answers(knowledge.offices, lines, path, knowledge.parties):
            if isinstance(answer, Problem):
                has_fault = True
                answer = {"problem": str(answer), "holders": []}
            asked, unknown = asked + 1, unknown + ("unknown" in answer)
            click.echo(json_line(answer))
    if unknown:
        click.echo(f"{unknown} of {asked} questions have no answer in the table; `unknown` says why", err=True)
    sys.exit(1 if has_fault else 0)


def _answer(party: str, office: str, on: str) -> dict[str, Any]:
    """The question with its holders; the party may be given by name."""
    from aidememoire.knowledge.offices import answer_to, is_office, no_such_office
    from aidememoire.pipeline import knowledge_in_use

    try:
        day = date.fromisoformat(on)
    except ValueError as error:
        raise UsageError(f"--on {on}", "not a day", "Write it as 2017-03-19.") from error
    knowledge = knowledge_in_use()
    found = knowledge.parties.get(party) or knowledge.parties.find(party, day)
    if found is None:
        raise UsageError(f"--party {party}", "no party goes by that", "Give a code such as JPN or EU, or a name.")
    if not is_office(office):
        raise UsageError(f"--office {office}", *no_such_office())
    return answer_to({"party": party, "office": office, "on": on}, day, knowledge.offices, knowledge.parties)


@offices.command("learnt")
@click.option("--party", metavar="A", help="Of this party (code or name).")
@click.option("--all", "is_all", is_flag=True, help="Also what the table knows already.")
@past_options
@click.option("--json", "is_json", is_flag=True, help="JSON Lines, one tenure a line.")
@click.option("--csv", "is_csv", is_flag=True, help="CSV, which `offices import` takes; without those of no known day.")
@text_option
@click.pass_context
def learnt(
    context: click.Context,
    party: str | None,
    is_all: bool,
    as_of: str | None,
    as_known: str | None,
    is_json: bool,
    is_csv: bool,
    is_text: bool,
) -> None:
    """List who was seen in which office, as reports tell, where the table of offices doesn't know it.

    \b
    Example:
      aidememoire offices learnt --party Peru
    """
    from aidememoire.knowledge.own_tenures import write_user_rows
    from aidememoire.views import learnt_object

    form = form_of(is_json=is_json, is_csv=is_csv, is_text=is_text)
    with open_register(context.obj) as kept:
        found = list(_learnt(register_then(kept, as_of, as_known), party))
        rows = [learnt_object(one) for one in found if is_all or one.standing != "known"]
    if is_csv:
        kept_rows = [one.as_row() for one in found if one.is_worth_importing or (is_all and one.standing == "known")]
        click.echo(write_user_rows(kept_rows), nl=False)
        return
    if not rows:
        known = "; --all lists those that it knows" if found else ""
        click.echo(f"no office-holder was seen whom the table of offices doesn't know{known}", err=True)
    columns = ("name", "role", "party", "from", "to", "reports", "outlets", "standing", "confidence", "why")
    print_rows(rows, columns, form, title="seen in office")


@offices.command("export")
@click.argument("file", type=click.Path(dir_okay=False, allow_dash=True))
@click.option("--party", metavar="A", help="Of this party alone (code or name).")
@past_options
@click.pass_context
def export_rows(context: click.Context, file: str, party: str | None, as_of: str | None, as_known: str | None) -> None:
    """Write what reports tell beyond the table as rows that `offices import` takes; look through them first.

    A row holds from the first to the last day on which its person was seen in office. One that the table contradicts,
    or that a single outlet tells, says so in its source and has low confidence; no row has high.

    \b
    Example:
      aidememoire offices export learnt.csv
    """
    from aidememoire.knowledge.own_tenures import write_user_rows

    with open_register(context.obj) as kept:
        found = list(_learnt(register_then(kept, as_of, as_known), party))
    rows = [one.as_row() for one in found if one.is_worth_importing]
    with click.open_file(file, "w", encoding="utf-8") as out:
        out.write(write_user_rows(rows))
    doubtful = sum(row.confidence == "low" for row in rows)
    known = sum(one.standing == "known" for one in found)
    undated = len(found) - len(rows) - known
    click.echo(f"{len(rows)} rows, {doubtful} of them doubtful; {known} known already, {undated} undated", err=True)


def _learnt(kept: "Register", party: str | None) -> "Iterator[Learnt]":
    """The tenures in the register beside the table in use."""
    from aidememoire.model import RecordKind
    from aidememoire.pipeline import knowledge_in_use
    from aidememoire.register import Filters, beside_table

    filters = Filters(party=party_code(party)) if party else Filters()
    return beside_table(kept.records(RecordKind.TENURE, filters), knowledge_in_use().offices)


@offices.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
def import_rows(file: str) -> None:
    """Lay the rows of a CSV over the shipped table, for every later command.

    Columns: party, role, person, from, and if known to, office, source, licence, confidence.

    \b
    Example:
      aidememoire offices import ministers.csv
    """
    from aidememoire.config import user_tenures_path
    from aidememoire.knowledge.own_tenures import read_user_rows, write_user_rows
    from aidememoire.pipeline import knowledge_in_use, own_rows

    rows, problems = read_user_rows(read_utf8(file), Path(file).name, knowledge_in_use().parties)
    for problem in problems:
        click.echo(shown(str(problem)), err=True)
    place = user_tenures_path()
    if place is None:
        raise UsageError(
            "AIDEMEMOIRE_TENURES", "it is empty: no table of your own is used", "Unset it, or name a file."
        )
    known = own_rows(place)
    every = tuple(dict.fromkeys((*known, *rows)))
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_suffix(".new")
    beside.write_text(write_user_rows(every), encoding="utf-8")
    beside.replace(place)
    added = len(every) - len(known)
    click.echo(f"{added} rows added, {len(rows) - added} known already, {len(problems)} refused", err=True)
    sys.exit(1 if problems else 0)
