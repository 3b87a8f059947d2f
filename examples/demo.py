"""Read the bundled examples into a new register and print the brief of one dialogue: what ``make demo`` runs."""

import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def run(register: Path, *arguments: str) -> None:
    """Run the command as a person would, and show it."""
    print("$ aidememoire --register demo.sqlite " + shlex.join(arguments), flush=True)
    command = [sys.executable, "-m", "aidememoire", "--register", str(register), *arguments]
    subprocess.run(command, check=True, cwd=ROOT)


def main() -> None:
    """Read, then brief."""
    with tempfile.TemporaryDirectory() as folder:
        register = Path(folder) / "demo.sqlite"
        run(register, "read", "examples/reports")
        run(register, "brief", "Australia", "Japan", "--date", "2018-11-01", "--text")


if __name__ == "__main__":
    main()
