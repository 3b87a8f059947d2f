"""The times board: figures from the shared scorer, or a loud skip."""

from pathlib import Path

import pytest

from evaluation import hard_dates, time_peers, times

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


def test_peers_that_are_not_installed_are_skipped_aloud(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    peers = time_peers.Peers(python="false", node_modules=tmp_path)
    assert peers.heideltime([], "news") is None
    assert peers.dateparser([]) is None
    assert peers.chrono([]) is None
    hard_dates.report_on_hard_dates(lambda document: [], peers)
    assert capsys.readouterr().out.count("skipped") == 3


def test_words_of_a_peer_are_placed_in_order() -> None:
    found = time_peers.placed("May 3, then May 4", [{"text": "May"}, {"text": "May"}, {"text": "June"}])
    assert [(one["start"], one["end"]) for one in found] == [(0, 3), (12, 15)]


def test_a_hard_date_is_right_to_the_letter_or_by_its_day() -> None:
    row = next(row for row in hard_dates.hard_dates() if row.value == "2017-03-20")
    words = {"start": row.start, "end": row.end}
    assert row.has_value([words | {"value": "2017-03-20"}])
    assert not row.has_value([words | {"value": "2017-03-21"}])
    assert not row.has_value([{"start": row.start, "end": row.end + 1, "value": "2017-03-20"}])
    assert row.has_day([{"start": row.start - 1, "end": row.end, "first": "2017-03-20"}])
    assert not row.has_day([])
    assert len(hard_dates.hard_dates()) >= 60
