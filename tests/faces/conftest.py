"""A register with the bundled examples, read once for all tests of the faces."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from aidememoire.faces.cli import cli

ROOT = Path(__file__).parent.parent.parent

Run = Callable[..., Result]


@pytest.fixture(scope="session")
def run() -> Run:
    """Runs a command line; errors of use end with exit code 2, as in the shell."""
    from aidememoire.model import AideMemoireError

    def run_it(*arguments: str, input: str | bytes | None = None) -> Result:
        result = CliRunner().invoke(cli, list(arguments), input=input)
        if isinstance(result.exception, AideMemoireError):
            result.exit_code = 2
        elif result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run_it


@pytest.fixture(scope="session")
def register(run: Run, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The path of a register that holds the examples."""
    path = str(tmp_path_factory.mktemp("register") / "examples.sqlite")
    result = run("--register", path, "read", str(ROOT / "examples" / "reports"))
    assert result.exit_code == 0, result.output
    return path
