"""Every reason for which something is withheld is documented, and no other one is."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from aidememoire.claims.outcomes import deeds, statuses
from aidememoire.claims.promises import commitments
from aidememoire.model import REASONS

ROOT = Path(__file__).parent.parent
CLAIMS = ROOT / "src" / "aidememoire" / "claims"
# Reasons that are given within the room and never go out.
KEPT = {
    *deeds.SILENT,
    *statuses.NOT_WORTH_TELLING,
    *commitments.NOT_WORTH_TELLING,
    "stance",  # of `why_no_promise`, of which only ``NO_PROMISE`` goes out
}
NAMED_ELSEWHERE = {"mention"}  # what the search below can't see


def _words(node: ast.expr | None) -> Iterator[str]:
    """The string constants that an expression may amount to."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _words(node.body)
        yield from _words(node.orelse)
    elif isinstance(node, ast.BoolOp):
        for value in node.values:
            yield from _words(value)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Dict):
        for value in [*node.func.value.values, *node.args[1:]]:  # {"to": "wish"}.get(modal, "hypothetical")
            yield from _words(value)


def _reasons() -> Iterator[tuple[str, str]]:
    """Where a reason is given, and the reason: written in a Refusal, or given by a function that gives reasons."""
    for path in sorted(CLAIMS.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                found = {word for one in ast.walk(node) if isinstance(one, ast.Return) for word in _words(one.value)}
                if found & set(REASONS) and ("why" in node.name or len(found & set(REASONS)) > 1):
                    yield from ((f"{path.name}:{node.name}", word) for word in found)
            elif isinstance(node, ast.Call) and "efusal" in ast.unparse(node.func):
                names = [word for argument in node.args for word in _words(argument)]
                yield from ((f"{path.name}:{node.lineno}", word) for word in names if "." not in word)


def test_every_reason_in_use_is_documented() -> None:
    used = set(_reasons())
    assert {(where, why) for where, why in used if why not in {*REASONS, *KEPT}} == set()


def test_every_documented_reason_is_in_use() -> None:
    assert set(REASONS) <= {why for _, why in _reasons()} | NAMED_ELSEWHERE


def test_the_reference_lists_the_reasons() -> None:
    page = (ROOT / "docs" / "reference" / "json.md").read_text(encoding="utf-8")
    table = page.partition("| `why` | what was found |\n")[2].partition("\n\n")[0]
    assert dict(re.findall(r"^\| `([^`]+)` \| (.+) \|$", table, re.MULTILINE)) == REASONS
