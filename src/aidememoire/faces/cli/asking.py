"""What a person types, understood: parties by name or code, days, dialogues and people by name, word or id."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from aidememoire.model import RecordKind, UsageError

if TYPE_CHECKING:
    from aidememoire.register import Filters, Register

Command = Callable[..., Any]


def filter_options(function: Command) -> Command:
    """The filters that every list of records takes."""
    for option in reversed(
        (
            click.option("--party", metavar="A", help="This party takes part (code or name)."),
            click.option("--between", nargs=2, metavar="A B", help="Both take part."),
            click.option("--only", is_flag=True, help="Nobody but the party or the two."),
            click.option("--dialogue", metavar="NAME|ID", help="Of this dialogue."),
            click.option("--person", metavar="NAME|ID", help="With this person."),
            click.option("--from", "first", metavar="DATE", help="Not before this day, month or year."),
            click.option("--to", "last", metavar="DATE", help="Not after this day, month or year."),
            click.option("--as-of", "as_of", metavar="DATE", help="As the world had reported by that day."),
            click.option("--json", "is_json", is_flag=True, help="JSON Lines, one record a line."),
            click.option("--csv", "is_csv", is_flag=True, help="CSV, one record a row."),
        )
    ):
        function = option(function)
    return function


def party_code(words: str) -> str:
    """The code of the party that goes by the words.

    Raises UsageError when none does.
    """
    from aidememoire.pipeline import knowledge_in_use

    party = knowledge_in_use().parties.find(words)
    if party is None:
        raise UsageError(words, "no party goes by that", "Give a code such as JPN or EU, or a name.")
    return party.code


def day_of(words: str | None, *, is_last: bool = False) -> date | None:
    """The first (or last) day of what was typed: a day, a month or a year."""
    from aidememoire.model import When

    if words is None:
        return None
    try:
        when = When.parse(words)
    except ValueError as error:
        raise UsageError(words, "not a date", "Write it as 2017-03-19, 2017-03 or 2017.") from error
    return when.last if is_last else when.first


def filters_of(register: "Register", options: dict[str, Any]) -> "Filters":
    """The filters as the register takes them; several matches for a name are listed, never guessed among."""
    from aidememoire.register import Filters

    between = tuple(party_code(words) for words in options["between"]) if options.get("between") else None
    return Filters(
        party=party_code(options["party"]) if options.get("party") else None,
        between=(between[0], between[1]) if between else None,
        only=bool(options.get("only")),
        dialogue=register.match_one(options["dialogue"], RecordKind.DIALOGUE) if options.get("dialogue") else None,
        person=register.match_one(options["person"], RecordKind.PERSON) if options.get("person") else None,
        first=day_of(options.get("first")),
        last=day_of(options.get("last"), is_last=True),
        disputed=bool(options.get("disputed")),
    )
