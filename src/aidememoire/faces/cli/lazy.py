"""A command group that imports a command only when it is used."""

from importlib import import_module
from typing import Any

import click

from aidememoire.faces.cli.opening import PROGRAM, program_with
from aidememoire.faces.cli.slips import nearest
from aidememoire.model.errors import AideMemoireError

STOPPED = 130  # the exit code after Ctrl-C


class LazyGroup(click.Group):
    """Commands by name and ``module:object``."""

    def __init__(self, *args: Any, commands_at: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._commands_at = commands_at

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """What is said of the whole program is taken after the command, too: "meetings --register korea.sqlite"."""
        return super().parse_args(ctx, self._with_own_first(args))

    def _with_own_first(self, args: list[str]) -> list[str]:
        """The arguments with the group's options that take a value brought to the front; what follows "--" is left."""
        own = {name for option in self.params if not getattr(option, "is_flag", True) for name in option.opts}
        end = args.index("--") if "--" in args else len(args)
        first, rest, left = list[str](), list[str](), args[:end]
        while left:
            word = left.pop(0)
            if word in own and left:
                first += [word, left.pop(0)]
            else:
                (first if word.partition("=")[0] in own and "=" in word else rest).append(word)
        return first + rest + args[end:]

    def invoke(self, ctx: click.Context) -> Any:
        """As usual; the command that an error names as the next step is one for the register in use.

        Ctrl-C ends with the code of the shell's own for it: click's is 1, as for input that could not be read.
        """
        try:
            return super().invoke(ctx)
        except AideMemoireError as error:
            error.next_step = error.next_step.replace(f"{PROGRAM} ", f"{program_with(ctx.obj)} ")
            raise
        except KeyboardInterrupt:
            click.echo("stopped", err=True)
            ctx.exit(STOPPED)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the work: read, look, correct."""
        return list(self._commands_at)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As usual; to a misspelt command the error names the one that was meant."""
        name = args[0]
        if not name.startswith("-") and name not in self._commands_at:
            meant = nearest(name, self._commands_at)
            ctx.fail(f"No such command '{name}'." + (f" Did you mean '{meant}'?" if meant else ""))
        return super().resolve_command(ctx, args)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now."""
        if cmd_name not in self._commands_at:
            return None
        module, _, name = self._commands_at[cmd_name].partition(":")
        command = getattr(import_module(module), name)
        assert isinstance(command, click.Command)
        return command
