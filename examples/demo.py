"""Read the bundled examples into a new register and print the brief of one dialogue: what ``make demo`` runs."""

import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REGISTER = "demo.sqlite"


def run(*arguments: str) -> None:
    """Run the command as a person would, and show it."""
    words = ["--register", REGISTER, *arguments]
    print("$ aidememoire " + shlex.join(words), flush=True)
    subprocess.run([sys.executable, "-m", "aidememoire", *words], check=True, cwd=ROOT)


def main() -> None:
    """Read, then brief; the register stays, so that the commands on the page can be tried."""
    for left in ROOT.glob(f"{REGISTER}*"):  # of an earlier demo
        left.unlink()
    run("read", "examples/reports")
    run("brief", "Australia", "Japan", "--date", "2018-11-01", "--text")
    words = f"the register stays in {REGISTER}; to go on with it: export PATH={Path(sys.executable).parent}:$PATH"
    print(words, file=sys.stderr)


if __name__ == "__main__":
    main()
