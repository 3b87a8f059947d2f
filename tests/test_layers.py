"""The import rules: stages know ``model`` and ``knowledge``, and no other stage."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "src" / "aidememoire"

ALLOWED = {
    "model": {"model"},
    "knowledge": {"model", "knowledge"},
    "documents": {"model", "knowledge", "documents"},
    "language": {"model", "knowledge", "language"},
    "claims": {"model", "knowledge", "claims"},
    "register": {"model", "knowledge", "register"},
    "views": {"model", "knowledge", "register", "views"},
    "scaling": {"scaling"},
    "pipeline.py": {
        *("model", "knowledge", "documents", "language", "claims", "register", "scaling", "config.py", "plugins.py")
    },
    "config.py": {"model", "config.py"},
    "plugins.py": {"model", "plugins.py"},
    "__main__.py": {"faces"},
    "faces": {"model", "knowledge", "register", "views", "pipeline.py", "config.py", "plugins.py", "faces"},
}


def imported_rooms(path: Path) -> set[str]:
    """The rooms of the package that a module imports."""
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        for name in names:
            parts = name.split(".")
            if parts[0] == "aidememoire" and len(parts) > 1:
                rooms.add(parts[1] if (PACKAGE / parts[1]).is_dir() else f"{parts[1]}.py")
    return rooms - {"__version__.py"}


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_one_way(path: Path) -> None:
    room = path.relative_to(PACKAGE).parts[0]
    if room == "__init__.py":
        return
    assert imported_rooms(path) <= ALLOWED[room]


def test_every_room_has_a_rule() -> None:
    rooms = {
        path.name
        for path in PACKAGE.iterdir()
        if (path.is_dir() and path.name != "__pycache__") or path.suffix == ".py"
    }
    assert rooms - {"__init__.py"} <= set(ALLOWED)
