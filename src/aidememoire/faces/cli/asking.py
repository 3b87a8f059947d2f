"""What a person types, understood: parties by name or code, days, dialogues and people by name, word or id."""

import getpass
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aidememoire.faces.cli.days import day_of
from aidememoire.faces.cli.output import text_option
from aidememoire.faces.cli.past import past_options
from aidememoire.faces.cli.slips import nearest
from aidememoire.model import RecordKind, UsageError

if TYPE_CHECKING:
    from aidememoire.register import Filters, Register

Command = Callable[..., Any]


def filter_options(function: Command) -> Command:
    """The filters and forms of every list of records."""
    with_csv = click.option("--csv", "is_csv", is_flag=True, help="CSV, one record a row.")
    return record_filters(with_csv(text_option(function)))


def record_filters(function: Command) -> Command:
    """The filters that every list of records takes, and JSON."""
    for option in reversed(
        (
            click.option("--party", metavar="A", help="This party takes part (code or name)."),
            click.option("--between", nargs=2, metavar="A B", help="Both take part."),
            click.option("--only", is_flag=True, help="Nobody but the party or the two."),
            click.option("--dialogue", metavar="NAME|ID", help="Of this dialogue."),
            click.option("--person", metavar="NAME|ID", help="With this person."),
            click.option("--from", "first", metavar="DATE", help="Not before this day, month or year."),
            click.option("--to", "last", metavar="DATE", help="Not after this day, month or year."),
            past_options,
            click.option("--json", "is_json", is_flag=True, help="JSON Lines, one record a line."),
        )
    ):
        function = option(function)
    return function


by_option: Callable[[Any], Any] = click.option(
    "--by", metavar="NAME", help="Who rules or corrects (default: the name you are logged in under)."
)


def own_name() -> str:
    """The name that the person is logged in under."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no entry for this user, as in some containers
        return "unknown"


def party_code(words: str) -> str:
    """The code of the party that goes by the words.

    Raises UsageError when none does, or several do.
    """
    from aidememoire.pipeline import knowledge_in_use

    parties = knowledge_in_use().parties
    party = parties.get(words) or parties.find(words)
    if party is None:
        meant = nearest(words, [name for party in parties for name in (party.name, party.code)])
        advice = f"Did you mean {meant}? Else give" if meant else "Give"
        raise UsageError(words, "no party goes by that", f"{advice} a code such as JPN or EU, or a name.")
    others = {code for name in parties.scan(words) for code in name.alternatives if name.code == party.code}
    if others and party.code != words:
        raise UsageError(
            words, f"several parties go by that: {', '.join(sorted({party.code, *others}))}", "Give a code."
        )
    return party.code


def meeting_named(register: "Register", words: str) -> str:
    """The id of the one meeting that goes by the words, among them parties by code or name: "India USA 2019".

    Raises NotFoundError, or SeveralMatchError with all that do.
    """
    from aidememoire.register import SeveralMatchError

    found = dict(register.match(words, RecordKind.MEETING))
    coded = _with_codes(words)
    if words not in found and coded != words:
        found |= dict(register.match(coded, RecordKind.MEETING))
    if len(found) > 1:
        raise SeveralMatchError(words, sorted(found.items(), key=lambda item: (item[1], item[0])))
    return next(iter(found), None) or register.match_one(words, RecordKind.MEETING)


def record_named(register: "Register", words: str) -> str:
    """The words, or those with the codes of the parties in them, where only so a record goes by them."""
    coded = _with_codes(words)
    return coded if coded != words and not register.match(words) and register.match(coded) else words


def _with_codes(words: str) -> str:
    """The words with the code of each party that is named by one of them or two."""
    from aidememoire.pipeline import knowledge_in_use

    parties = knowledge_in_use().parties
    left, coded = words.split(), list[str]()
    while left:
        for length in (2, 1):
            party = parties.find(" ".join(left[:length])) if len(left) >= length else None
            if party is not None:
                break
        coded.append(party.code if party else left[0])
        left = left[length if party else 1 :]
    return " ".join(coded)


def read_utf8(file: str) -> str:
    """The text of a table that the person gives.

    Raises UsageError when it can't be read as UTF-8.
    """
    try:
        return Path(file).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(file, f"can't be read as UTF-8 text ({error})", "Save it as UTF-8.") from error


def filters_of(register: "Register", options: dict[str, Any]) -> "Filters":
    """The filters as the register takes them; several matches for a name are listed, never guessed among."""
    from aidememoire.register import Filters

    if options.get("only") and not (options.get("party") or options.get("between")):
        raise UsageError("--only", "nobody is named", "Give --party A or --between A B with it.")
    first, last = day_of(options.get("first")), day_of(options.get("last"), is_last=True)
    if first and last and first > last:
        raise UsageError("--from", f"it is later than --to ({first} > {last})", "Turn them round.")
    between = tuple(party_code(words) for words in options["between"]) if options.get("between") else None
    return Filters(
        party=party_code(options["party"]) if options.get("party") else None,
        between=(between[0], between[1]) if between else None,
        only=bool(options.get("only")),
        dialogue=register.match_one(options["dialogue"], RecordKind.DIALOGUE) if options.get("dialogue") else None,
        person=register.match_one(options["person"], RecordKind.PERSON) if options.get("person") else None,
        first=first,
        last=last,
        disputed=bool(options.get("disputed")),
    )
