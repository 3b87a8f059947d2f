"""The command ``plugins``: which rule sets of other packages are loaded."""

import click

from aidememoire.faces.cli.output import form_of, print_rows, text_option

_COLUMNS = ("name", "package", "version", "loads", "state")


@click.command()
@click.option("--json", "is_json", is_flag=True, help="JSON Lines, one rule set a line.")
@text_option
def plugins(is_json: bool, is_text: bool) -> None:
    """List the rule sets that other packages add, and those that could not be loaded. Touches no register.

    \b
    Example:
      aidememoire plugins --json
    """
    from aidememoire.plugins import GROUP, installed

    rows = [
        {
            "name": plugin.name,
            "package": plugin.package,
            "version": plugin.version,
            "loads": plugin.value,
            "state": "loaded" if plugin.rules else f"not loaded: {plugin.fault}",
        }
        for plugin in installed()
    ]
    print_rows(rows, _COLUMNS, form_of(is_json=is_json, is_text=is_text), title="plugins")
    if not rows:
        click.echo(f"no package here offers any (entry point group {GROUP})", err=True)
