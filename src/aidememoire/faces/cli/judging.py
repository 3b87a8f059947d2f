"""Commands by which a person overrules the machine: ``judge``, ``undo``, ``judgements``."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from aidememoire.faces.cli.asking import by_option, own_name, record_named
from aidememoire.faces.cli.opening import open_register, program_with
from aidememoire.faces.cli.output import Form, form_of, print_rows, text_option
from aidememoire.model import NotFoundError, Ruling, UsageError

if TYPE_CHECKING:
    from aidememoire.register import Register

_COLUMNS = ("id", "ruling", "left", "right", "by", "at", "undone_at", "undone_by", "now", "words", "waits")
_ALONE = (Ruling.ACCEPTED, Ruling.REJECTED)


@click.command()
@click.argument("ruling", type=click.Choice([str(ruling) for ruling in Ruling]))
@click.argument("what", nargs=-1, required=True, metavar="ID|NAME [ID|NAME]")
@by_option
@click.option("--json", "is_json", is_flag=True, help="One JSON object.")
@text_option
@click.pass_context
def judge(
    context: click.Context, ruling: str, what: tuple[str, ...], by: str | None, is_json: bool, is_text: bool
) -> None:
    """Rule on records or claims: accepted or rejected on one, same, different or unsure on two.

    accepted: its values are shown first, whatever other reports tell. rejected: the claim, or every claim of the
    record, is left out of all records. same: the two are one record. different: they are two; to part one record, name
    two of its claims, which `show` lists. unsure: nothing changes, and it is on record that somebody looked. A ruling
    holds for the words that it is about, also when they are read anew; the later one counts, and `undo` takes it back.

    \b
    Example:
      aidememoire judge accepted "Fumio Kishida" --by "J. Roe"
    """
    rule, form = Ruling(ruling), form_of(is_json=is_json, is_text=is_text)
    needed = 1 if rule in _ALONE else 2
    if len(what) != needed:
        cause = f"{rule} is said of {'one thing' if needed == 1 else 'two'}, and {len(what)} were named"
        raise UsageError(" ".join(what), cause, "Put a name of several words in quotation marks.")
    with open_register(context.obj) as register:
        named = [record_named(register, words) for words in what]
        made = register.judge(rule, named[0], named[1] if needed == 2 else None, by or own_name())
        (row,) = _rows(register, [made.id])
    print_rows([row], _COLUMNS, form, title="judgements")
    click.echo(f"to take it back: {program_with(context.obj)} undo {made.id}", err=True)


@click.command()
@click.argument("judgement", metavar="JUDGEMENT_ID", required=False)
@by_option
@click.option("--json", "is_json", is_flag=True, help="One JSON object.")
@text_option
@click.pass_context
def undo(context: click.Context, judgement: str | None, by: str | None, is_json: bool, is_text: bool) -> None:
    """Take a judgement back: the one named, else the last. It stays on record, with who took it back.

    \b
    Example:
      aidememoire undo --by "J. Roe"
    """
    form = form_of(is_json=is_json, is_text=is_text)
    with open_register(context.obj) as register:
        undone = register.undo(judgement or _last(register), by or own_name())
        (row,) = _rows(register, [undone.id])
    print_rows([row], _COLUMNS, form, title="judgements")


def _last(register: "Register") -> str:
    in_force = [one for one in register.judgements() if one.undone_at is None]
    if not in_force:
        raise NotFoundError("undo", "no judgement is in force", "List them: aidememoire judgements.")
    return in_force[-1].id


@click.command()
@click.option("--all", "is_all", is_flag=True, help="Also those that were taken back.")
@click.option("--json", "is_json", is_flag=True, help="JSON Lines, one judgement a line.")
@click.option("--csv", "is_csv", is_flag=True, help="CSV.")
@text_option
@click.pass_context
def judgements(context: click.Context, is_all: bool, is_json: bool, is_csv: bool, is_text: bool) -> None:
    """List the judgements in force: who ruled what, when, and what it bears on now.

    One that waits has no effect: the words that it is about are no longer read as they were, and a person should look.

    \b
    Example:
      aidememoire judgements --all
    """
    form = form_of(is_json=is_json, is_csv=is_csv, is_text=is_text)
    with open_register(context.obj) as register:
        rows = [row for row in _rows(register) if is_all or not row["undone_at"]]
    print_rows(rows, _COLUMNS, form, title="judgements")
    if form is Form.TABLE and not rows:
        click.echo(f"to make one: {program_with(context.obj)} judge --help", err=True)


def _rows(register: "Register", ids: Sequence[str] | None = None) -> list[dict[str, Any]]:
    """The judgements, or those with these ids, as rows."""
    from aidememoire.views import judgement_object

    return [judgement_object(one) for one in register.ruled() if ids is None or one.judgement.id in ids]
