"""The communiqués' board: what counts as found, marks without text, and a loud skip."""

from pathlib import Path

import pytest

from evaluation import g20
from evaluation.material import read_marks


def judged(marked: str | None, said: str | None) -> g20.Judged:
    return g20.Judged("g20", "1", 1, marked, said, "")


def test_f1_is_of_being_a_commitment_and_strength_of_those_found() -> None:
    sentences = [
        judged("agreed", "agreed"),
        judged("agreed", "intended"),
        judged("agreed", None),
        judged(None, "pledged"),
        judged(None, None),
    ]
    assert g20.summary(sentences).endswith("P 0.667 R 0.667 F1 0.667; strength 1/2 = 0.50")


def test_nothing_found_divides_by_nothing() -> None:
    assert "F1 0.000" in g20.summary([judged("agreed", None)])
    assert "F1 0.000" in g20.summary([])


def test_the_surest_commitment_of_the_sentence_counts() -> None:
    found = [
        {"spans": {"content": [5, 9]}, "confidence": 0.5, "strength": "intended"},
        {"spans": {"content": [12, 19]}, "confidence": 0.7, "strength": "agreed"},
        {"spans": {"content": [30, 39]}, "confidence": 0.9, "strength": "pledged"},
    ]
    assert g20._strength(found, 0, 20) == "agreed"
    assert g20._strength(found, 40, 60) is None


def test_marks_hold_no_text() -> None:
    marks = read_marks(g20.MARKS)
    assert sum(mark["source"] == "g20" for mark in marks) == 150
    assert sum(mark["source"] == "communique" for mark in marks) == 300
    further = read_marks(g20.MARKS.with_name("communiques.jsonl"))
    assert not {mark["id"] for mark in further if "start" in mark} & {mark["id"] for mark in marks if "start" in mark}
    assert not {mark.get("row", -1) for mark in further} & {mark["row"] for mark in marks if "row" in mark}
    for mark in (*marks, *further):
        assert set(mark) <= {"source", "id", "row", "start", "end", "half", "strength"}
        assert mark["strength"] in {None, "agreed", "pledged", "intended"}


def test_without_marks_it_is_skipped_aloud(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert g20.main(["--marks", str(tmp_path / "none.jsonl")]) == 0
    assert capsys.readouterr().out.startswith("skipped: no ")
