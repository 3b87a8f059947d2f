"""The command ``aidememoire``.

Results go to stdout, talk and progress to stderr; a table on a terminal, JSON Lines in a pipe or with ``--json``.
Exit 0 fine, 1 some input could not be read, 2 wrong use.
"""

import errno
import os
import sys

import click

from aidememoire import __version__
from aidememoire.faces.cli.lazy import LazyGroup
from aidememoire.model.errors import AideMemoireError, UsageError

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_COMMANDS = {  # name → module and object; help and completion import nothing heavy
    "read": "aidememoire.faces.cli.reading:read",
    "claims": "aidememoire.faces.cli.reading:claims",
    "explain": "aidememoire.faces.cli.explain:explain",
    "text": "aidememoire.faces.cli.reading:text",
    "times": "aidememoire.faces.cli.reading:times",
    "offices": "aidememoire.faces.cli.offices:offices",
    "brief": "aidememoire.faces.cli.views:brief",
    "compare": "aidememoire.faces.cli.views:compare",
    "timeline": "aidememoire.faces.cli.views:timeline",
    "check": "aidememoire.faces.cli.check:check",
    "dialogues": "aidememoire.faces.cli.records:dialogues",
    "meetings": "aidememoire.faces.cli.records:meetings",
    "people": "aidememoire.faces.cli.records:people",
    "statements": "aidememoire.faces.cli.records:statements",
    "commitments": "aidememoire.faces.cli.records:commitments",
    "statuses": "aidememoire.faces.cli.records:statuses",
    "events": "aidememoire.faces.cli.events:events",
    "trips": "aidememoire.faces.cli.trips:trips",
    "conflicts": "aidememoire.faces.cli.records:conflicts",
    "show": "aidememoire.faces.cli.records:show",
    "judge": "aidememoire.faces.cli.judging:judge",
    "undo": "aidememoire.faces.cli.judging:undo",
    "judgements": "aidememoire.faces.cli.judging:judgements",
    "reports": "aidememoire.faces.cli.reports:reports",
    "problems": "aidememoire.faces.cli.reports:problems",
    "plugins": "aidememoire.faces.cli.plugins:plugins",
    "rebuild": "aidememoire.faces.cli.reports:rebuild",
}


@click.group(cls=LazyGroup, commands_at=_COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="aidememoire")
@click.option(
    "--register",
    "register_path",
    envvar="AIDEMEMOIRE_REGISTER",
    metavar="PATH|URL",
    help="The register to use (default: in your data folder; environment: AIDEMEMOIRE_REGISTER).",
)
@click.pass_context
def cli(context: click.Context, register_path: str | None) -> None:
    """Keep the record of diplomacy from what is reported about it.

    \b
    Example:
      aidememoire --register korea.sqlite read examples/reports
      aidememoire --register korea.sqlite meetings --party KOR
    """
    context.obj = register_path


def main() -> None:
    """Run the command; errors of use and environment end it with a message and exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        cli.main(standalone_mode=True)
    except AideMemoireError as error:
        _leave(error)
    except OSError as error:
        if error.errno not in _NO_ROOM:
            raise
        # What is left in hand would fail again when Python ends, and be told as a fault of ours.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        _leave(UsageError("the output", os.strerror(error.errno), "Make room, or write it elsewhere."))
    except Exception as error:
        if not type(error).__module__.startswith("sqlalchemy."):
            raise
        _leave(_database_error(error))


def _database_error(error: Exception) -> Exception:
    """What a database said in the middle of the work, as an error that says what to do."""
    from sqlalchemy.exc import DatabaseError

    from aidememoire.register.database import database_error

    return database_error(error) if isinstance(error, DatabaseError) else error


def _leave(error: Exception) -> None:
    from aidememoire.faces.cli.output import shown

    click.echo(shown(f"aidememoire: {error}"), err=True)
    sys.exit(2)
