"""The command ``trips``: where somebody went, and whom he met there."""

from typing import Any

import click

from aidememoire.faces.cli.days import day_of
from aidememoire.faces.cli.opening import open_register
from aidememoire.faces.cli.output import Form, form_of, print_rows, text_option
from aidememoire.faces.cli.past import past_options, register_then
from aidememoire.model import RecordKind, UsageError

_COLUMNS = ("from", "to", "country", "places", "state", "counterparts", "planned")


@click.command()
@click.option("--person", required=True, metavar="NAME|ID", help="Whose trips.")
@click.option("--from", "first", metavar="DATE", help="Not before this day, month or year.")
@click.option("--to", "last", metavar="DATE", help="Not after this day, month or year.")
@past_options
@click.option("--planned", is_flag=True, help="Those as well that were only announced.")
@click.option("--json", "is_json", is_flag=True, help="JSON Lines, one trip a line.")
@click.option("--csv", "is_csv", is_flag=True, help="CSV, one trip a row.")
@text_option
@click.pass_context
def trips(
    context: click.Context,
    person: str,
    first: str | None,
    last: str | None,
    as_of: str | None,
    as_known: str | None,
    planned: bool,
    is_json: bool,
    is_csv: bool,
    is_text: bool,
) -> None:
    """List the trips abroad of a person, put together from meetings, visits and words spoken there.

    \b
    Example:
      aidememoire trips --person Bishop --from 2014 --to 2016
    """
    from aidememoire.pipeline import knowledge_in_use
    from aidememoire.views.exports import records_csv
    from aidememoire.views.trips import trip_objects, undated_visits
    from aidememoire.views.trips import trips as find_trips

    form = form_of(is_json=is_json, is_csv=is_csv, is_text=is_text)
    begin, end = day_of(first), day_of(last, is_last=True)
    if begin and end and begin > end:
        raise UsageError("--from", f"it is later than --to ({begin} > {end})", "Turn them round.")
    with open_register(context.obj) as kept:
        register = register_then(kept, as_of, as_known)
        who = register.match_one(person, RecordKind.PERSON)
        known = knowledge_in_use()
        found = find_trips(register, who, knowledge=known, first=begin, last=end, planned=planned)
        rows = list(trip_objects(register, found))
        vague = undated_visits(register, who, found, knowledge=known, first=begin, last=end)
    if vague:
        click.echo(f"abroad, but no day is known, and so no trip: {'; '.join(vague)}", err=True)
    if form is Form.CSV:
        click.echo(records_csv(rows), nl=False)
    else:
        print_rows(rows if form is Form.JSON else map(_for_table, rows), _COLUMNS, form, title="trips")


def _for_table(row: dict[str, Any]) -> dict[str, Any]:
    """The row with people as words, and the ends marked that only the plan gives."""
    out = dict(row)
    out["counterparts"] = [f"{one['name']} ({one['office'] or one['party']})" for one in row["counterparts"]]
    for end in row["inferred"]:
        out[end] = f"{row[end]} (announced)"
    return out
