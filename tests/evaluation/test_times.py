"""The times board: figures from the shared scorer, or a loud skip."""

from pathlib import Path

import pytest

from evaluation import times

TML = (
    '<?xml version="1.0" ?><TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2017-03-19">2017-03-19</TIMEX3></DCT>'
    '<TEXT>They met on <TIMEX3 tid="t1" type="DATE" value="2017-03-13">Monday</TIMEX3>.</TEXT></TimeML>'
)


def test_a_folder_is_scored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if not times.SCORER.exists():
        pytest.skip("no shared scorer beside the checkout")
    (tmp_path / "one.tml").write_text(TML, encoding="utf-8")
    assert times.main(["--tml", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert "gold 1 found 1" in said
    assert "value F1 1.000" in said
    assert "words per second" in said


def test_without_material_it_is_skipped_aloud(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert times.main(["--tml", str(tmp_path)]) == 0
    assert capsys.readouterr().out.startswith("skipped: no ")
