"""Our figures are the marking guidelines' scorer's, to the digit."""

import importlib.util
import json
import random
from typing import Any

import pytest

from evaluation.material import GOLD, SHARED
from evaluation.scoring import score_report

SCORER = SHARED / "gold" / "score.py"


def spoilt(mark: dict[str, Any], draw: random.Random) -> dict[str, Any]:
    """A mark made worse: entries dropped, words cut, values changed."""
    out: dict[str, Any] = {"id": mark["id"], "dateline": mark["dateline"] if draw.random() < 0.7 else None}
    for kind in ("meetings", "statements", "commitments", "statuses"):
        out[kind] = []
        for item in mark[kind]:
            changed = dict(item)
            for key, value in item.items():
                if isinstance(value, str) and draw.random() < 0.3:
                    words = value.split()
                    changed[key] = " ".join(words[: max(1, len(words) * 2 // 3)])
                elif draw.random() < 0.1:
                    changed[key] = [] if isinstance(value, list) else None
            if draw.random() < 0.8:
                out[kind].append(changed)
    return out


@pytest.mark.skipif(not SCORER.exists(), reason="the marking guidelines' scorer is not beside the checkout")
def test_scores_are_the_scorers(tmp_path: Any, capsys: pytest.CaptureFixture[str]) -> None:
    spec = importlib.util.spec_from_file_location("scorer", SCORER)
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    draw = random.Random(7)
    marks = json.loads(GOLD.read_text(encoding="utf-8"))
    said = [spoilt(mark, draw) for mark in marks]
    path = tmp_path / "said.json"
    path.write_text(json.dumps(said), encoding="utf-8")
    theirs = scorer.main(str(GOLD), str(path))
    printed = capsys.readouterr().out
    kinds: dict[str, list[int]] = {}
    fields: dict[tuple[str, str], list[int]] = {}
    for mark, one in zip(marks, said, strict=True):
        counts = score_report(mark, one)
        for kind, row in counts.kinds.items():
            kinds[kind] = [a + b for a, b in zip(kinds.get(kind, [0] * 4), row, strict=True)]
        for key, pair in counts.fields.items():
            fields[key] = [a + b for a, b in zip(fields.get(key, [0, 0]), pair, strict=True)]
    assert kinds == {kind: list(row) for kind, row in theirs.items()}
    for (kind, name), (right, asked) in fields.items():
        assert f"{kind[:-1]} {name} {right}/{asked}=" in printed
