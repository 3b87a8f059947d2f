"""Commands that list records of the register, and ``show``."""

from typing import Any

import click
from rich.console import Console
from rich.text import Text

from aidememoire.faces.cli.asking import Command, filter_options, filters_of, record_named
from aidememoire.faces.cli.opening import open_register
from aidememoire.faces.cli.output import Form, form_of, json_line, print_rows, shown, text_option
from aidememoire.faces.cli.past import register_then
from aidememoire.model import RecordKind

_COLUMNS = {
    RecordKind.DIALOGUE: ("id", "name", "parties", "level", "meetings_held"),
    RecordKind.MEETING: ("id", "date", "state", "kind", "format", "ordinal", "parties", "place", "participants"),
    RecordKind.PERSON: ("id", "name", "party", "offices"),
    RecordKind.STATEMENT: ("id", "reported", "speaker", "speaker_party", "kind", "content"),
    RecordKind.COMMITMENT: ("id", "reported", "strength", "made_by", "due", "content", "statuses"),
    RecordKind.STATUS: ("id", "since", "status", "subject", "parties", "cause"),
}


def _list(register_path: str | None, kind: RecordKind, options: dict[str, Any]) -> None:
    """Print the records of one kind that the filters let through."""
    from aidememoire.register.matching import LISTED_AS
    from aidememoire.views import record_objects, records_csv

    form = form_of(is_json=options["is_json"], is_csv=options["is_csv"], is_text=options["is_text"])
    with open_register(register_path) as kept:
        register = register_then(kept, options["as_of"], options["as_known"])
        records = register.records(kind, filters_of(register, options))
        rows = record_objects(register, records)
        if form is Form.CSV:
            click.echo(records_csv(rows), nl=False)
        else:
            shown_rows = rows if form is Form.JSON else map(_for_table, rows)
            print_rows(shown_rows, _COLUMNS[kind], form, title=LISTED_AS[kind])


def _for_table(row: dict[str, Any]) -> dict[str, Any]:
    """The row with people and statuses as words, and rival values marked."""
    out = dict(row)
    if row.get("record") == "meeting" and not row.get("date") and row.get("reported"):
        out["date"] = f"(reported {row['reported']})"
    for field in ("participants", "offices", "statuses"):
        if isinstance(out.get(field), list):
            out[field] = [_item_in_words(item) for item in out[field]]
    for field in row.get("rivals") or {}:
        if field in out:
            first = out[field]
            words = ", ".join(map(str, first)) if isinstance(first, list) else str(first)
            out[field] = f"{words} (disputed)"
    return out


def _item_in_words(item: Any) -> str:
    if not isinstance(item, dict):
        return str(item)
    head = item.get("name") or item.get("status") or item.get("state") or item.get("office") or item.get("what") or ""
    tail = item.get("office") if item.get("name") else item.get("party") or item.get("since")
    tail = tail or item.get("reported_from")
    return f"{head} ({tail})" if tail else str(head)


def _lister(kind: RecordKind, name: str, summary: str, example: str) -> click.Command:
    @click.pass_context
    def run(context: click.Context, /, **options: Any) -> None:
        _list(context.obj, kind, options)

    run.__doc__ = f"{summary}\n\n\b\nExample:\n  aidememoire {name} {example}\n"
    command: Command = filter_options(run)
    return click.command(name=name, help=run.__doc__)(command)


dialogues = _lister(RecordKind.DIALOGUE, "dialogues", "List the standing dialogues.", "--party Japan")
meetings = _lister(RecordKind.MEETING, "meetings", "List the meetings, in order of date.", "--between Japan Australia")
people = _lister(RecordKind.PERSON, "people", "List the people, with the offices reported for them.", "--party JPN")
statements = _lister(RecordKind.STATEMENT, "statements", "List who said what.", "--person Kishida --from 2014")
commitments = _lister(
    RecordKind.COMMITMENT, "commitments", "List what was agreed, pledged or intended.", "--between JPN AUS --only"
)
statuses = _lister(RecordKind.STATUS, "statuses", "List what became of dialogues and promises.", "--party Greece")


@click.command()
@filter_options
@click.pass_context
def conflicts(context: click.Context, /, **options: Any) -> None:
    """List the records whose reports contradict each other, with the rival values.

    \b
    Example:
      aidememoire conflicts --between Japan Australia
    """
    from aidememoire.views import record_objects, records_csv

    form = form_of(is_json=options["is_json"], is_csv=options["is_csv"], is_text=options["is_text"])
    with open_register(context.obj) as kept:
        register = register_then(kept, options["as_of"], options["as_known"])
        filters = filters_of(register, {**options, "disputed": True})
        records = [record for kind in RecordKind for record in register.records(kind, filters)]
        rows = list(record_objects(register, records))
        if form is Form.CSV:
            click.echo(records_csv(rows), nl=False)
        elif form is Form.JSON:
            for row in rows:
                click.echo(json_line(row))
        else:
            flat = [_conflict(row, field, rivals) for row in rows for field, rivals in row["rivals"].items()]
            columns = ("id", "record", "field", "values", "shown because")
            print_rows(flat, columns, form, title="conflicts")


def _conflict(row: dict[str, Any], field: str, rivals: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "id": row["id"],
        "record": row["record"],
        "field": field,
        "values": [str(rival["value"]) for rival in rivals],
        "shown because": row["reasons"].get(field),
    }


@click.command()
@click.argument("name", metavar="ID|NAME")
@click.option("--json", "is_json", is_flag=True, help="One JSON object.")
@text_option
@click.pass_context
def show(context: click.Context, name: str, is_json: bool, is_text: bool) -> None:
    """Show one record with every claim for and against it, its words in context, and its source.

    \b
    Example:
      aidememoire show "two plus two"
    """
    from aidememoire.views import record_objects

    form = form_of(is_json=is_json, is_text=is_text)
    with open_register(context.obj) as register:
        found = register.show(record_named(register, name))
        if form is Form.JSON:
            (row,) = record_objects(register, [found.record], with_words=True)
            click.echo(json_line(row))
            return
        console = Console()
        console.print(Text(f"{found.record.kind} {found.record.id}", style="bold"))
        for field, value in found.record.values.items():
            if field != "rivals" and value not in (None, [], ""):
                console.print(Text(f"  {field}: ", style="cyan") + Text(shown(_in_words(value))))
        for field, reason in found.record.reasons.items():
            rivals = found.record.values.get("rivals", {}).get(field, [])
            values = shown(" | ".join(str(rival["value"]) for rival in rivals))
            told = f"{field} is disputed: {values}. {reason}" if rivals else f"{field}: {reason}"
            console.print(Text(f"  {told}", style="yellow"))
        for ruling in register.judgements_by_record().get(found.record.id, ()):
            pair = shown(" and ".join(filter(None, (ruling.left, ruling.right))))
            told = f"judged {ruling.ruling} by {shown(ruling.by)} at {ruling.at}: {pair} (judgement {ruling.id})"
            console.print(Text(f"  {told}", style="green"))
        for item in found.claims:
            against = f", against {', '.join(item.opposes)}" if item.opposes else ""
            source = shown(" ".join(filter(None, (item.report.outlet, item.report.date, item.report.given_id))))
            console.print(Text(f"\n{item.claim.id} — {source} ({item.claim.rule}){against}", style="dim"))
            before, words, after = (shown(" ".join(part.split())) for part in (item.before, item.words, item.after))
            console.print(Text(f"  …{before} ") + Text(words, style="bold") + Text(f" {after}…"))


def _in_words(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(map(_item_in_words, value))
    return str(value)
