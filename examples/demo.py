"""Read the bundled examples into a new register and print the brief of one dialogue: what ``make demo`` runs."""

import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent


def run(*arguments: str) -> None:
    """Run the command as a person would, and show it."""
    print("$ aidememoire " + " ".join(arguments), flush=True)
    subprocess.run([sys.executable, "-m", "aidememoire", *arguments], check=True)


def main() -> None:
    """Read, list, brief."""
    with tempfile.TemporaryDirectory() as folder:
        register = ("--register", str(Path(folder) / "demo.sqlite"))
        run(*register, "read", str(HERE / "reports"))
        run(*register, "brief", "Australia", "Japan", "--date", "2018-11-01", "--text")


if __name__ == "__main__":
    main()
