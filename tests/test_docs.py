"""The documentation names every command, and its links lead somewhere."""

import re
from pathlib import Path

import pytest

from aidememoire.faces.cli import _COMMANDS

ROOT = Path(__file__).parent.parent
PAGES = sorted(
    page
    for page in [
        *ROOT.glob("*.md"),
        *(one for room in ("docs", "examples", "training") for one in (ROOT / room).rglob("*.md")),
    ]
)
PACKAGE = ROOT / "src" / "aidememoire"


@pytest.mark.parametrize("command", sorted(_COMMANDS))
def test_every_command_is_on_a_page(command: str) -> None:
    assert f"`{command}" in (ROOT / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_every_page_is_reachable_from_the_index() -> None:
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    for folder in ("tutorial", "how-to", "reference", "explanation"):
        for page in (ROOT / "docs" / folder).glob("*.md"):
            assert f"{folder}/{page.name}" in index


def test_every_setting_is_on_a_page() -> None:
    text = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    for setting in set(re.findall(r"AIDEMEMOIRE_[A-Z]+", source)):
        assert setting in text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_modules_that_are_run_exist(page: Path) -> None:
    for names in re.findall(r"python -m ([\w.{},]+)", page.read_text(encoding="utf-8")):
        room, _, listed = names.partition(".{")
        modules = [f"{room}.{one}" for one in listed.rstrip("}").split(",")] if listed else [names]
        for module in modules:
            path = ROOT / module.replace(".", "/")
            assert (path / "__main__.py").is_file() or path.with_suffix(".py").is_file(), module


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_commands_that_are_run_exist(page: Path) -> None:
    for block in re.findall(r"```\w*\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL):
        for command in re.findall(r"(?m)^(?:\$ )?aidememoire ([a-z]+)", block):
            assert command in _COMMANDS, command


@pytest.mark.parametrize(
    "row", re.findall(r"(?m)^\| `.*", (ROOT / "docs/explanation/architecture.md").read_text("utf-8"))
)
def test_modules_on_the_page_of_architecture_exist(row: str) -> None:
    folder, *cells = row.strip("| ").split("|")
    (room,) = re.findall(r"`([\w/]+)/`", folder)
    assert (PACKAGE / room).is_dir()
    if room.count("/") and len(cells) == 1:
        for name in re.findall(r"`([a-z_]+)/?`", cells[0]):
            assert (PACKAGE / room / name).is_dir() or (PACKAGE / room / f"{name}.py").is_file(), name


def test_files_of_training_are_named() -> None:
    page = ROOT / "training" / "README.md"
    named = set(re.findall(r"`(\w+\.py)`", page.read_text(encoding="utf-8")))
    assert named >= {path.name for path in page.parent.glob("[a-z]*.py")}
