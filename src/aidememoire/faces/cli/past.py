"""The register as of a day: as the world had reported by then, or as this register knew then."""

from collections.abc import Callable
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any

import click

from aidememoire.faces.cli.days import day_of
from aidememoire.model import UsageError

if TYPE_CHECKING:
    from aidememoire.register import Register

Command = Callable[..., Any]


class QuietOption(click.Option):
    """An option whose first name is the documented one; its other names are taken as well."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The line of the help, without the other names."""
        names, self.opts = self.opts, self.opts[:1]
        try:
            return super().get_help_record(ctx)
        finally:
            self.opts = names


def past_options(function: Command) -> Command:
    """``--as-of`` and ``--as-known``, as every command takes them that lists what the register holds."""
    for option in reversed(
        (
            click.option(
                "--as-of",
                "--date",
                "as_of",
                cls=QuietOption,
                metavar="DATE",
                help="As the world had reported by that day.",
            ),
            as_known_option,
        )
    ):
        function = option(function)
    return function


as_known_option = click.option(
    "--as-known", "as_known", metavar="DATE", help="As this register knew on that day (or moment, in ISO 8601)."
)


def register_then(kept: "Register", as_of: str | None, as_known: str | None) -> "Register":
    """The register at what was typed; itself where nothing was."""
    day, moment = day_of(as_of, is_last=True), _moment_of(as_known)
    return kept.snapshot(as_of=day, as_known=moment) if day or moment else kept


def _moment_of(words: str | None) -> str | None:
    """The last moment of what was typed, in UTC, as the register writes its moments; a day is the UTC day."""
    if words is None:
        return None
    if "T" in words:
        try:
            moment = datetime.fromisoformat(words)
        except ValueError as error:
            raise UsageError(words, "not a moment", "Write it as 2017-03-19T12:00:00+00:00.") from error
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return moment.astimezone(UTC).isoformat(timespec="seconds")
    day = day_of(words, is_last=True)
    return datetime.combine(day, time(23, 59, 59), UTC).isoformat(timespec="seconds") if day else None
