"""The command ``events``: the register as PLOVER event data."""

from typing import Any

import click

from aidememoire.faces.cli.asking import filter_options, filters_of
from aidememoire.faces.cli.opening import open_register
from aidememoire.faces.cli.output import Form, form_of, print_rows
from aidememoire.faces.cli.past import register_then

_COLUMNS = ("date", "event", "mode", "context", "source", "target", "words", "record", "claims")


@click.command()
@filter_options
@click.pass_context
def events(context: click.Context, /, **options: Any) -> None:
    """List what happened, as PLOVER codes it: who did what to whom, with the claims that tell it.

    \b
    Example:
      aidememoire events --party Japan --from 2014
    """
    from aidememoire.views.events import event_rows, events_csv_rows

    form = form_of(is_json=options["is_json"], is_csv=options["is_csv"], is_text=options["is_text"])
    with open_register(context.obj) as kept:
        register = register_then(kept, options["as_of"], options["as_known"])
        rows = event_rows(register, filters_of(register, options))
    print_rows(rows if form is Form.JSON else events_csv_rows(rows), _COLUMNS, form, title="events")
