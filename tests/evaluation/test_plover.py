"""The PLOVER board: roots as the product codes them, or a loud skip."""

import json
from pathlib import Path

import pytest

from evaluation import plover

RECORDS = [
    {"id": "a1", "event": "DEMAND", "text": "Oman demanded an apology from Qatar."},
    {"id": "a2", "event": "DEMAND", "text": "{Oman urged Qatar to open its border.}"},
    {"id": "b1", "event": "FIGHT", "text": "Chad attacked Niger."},
    {"id": "c1", "event": "AID", "text": "It rained."},
    {"id": "d1", "event": "DOCUMENT"},
]


@pytest.fixture
def records(tmp_path: Path) -> Path:
    path = tmp_path / "records.json"
    path.write_text(json.dumps(RECORDS), encoding="utf-8")
    return path


def test_records_without_text_are_left_out_and_every_second_of_a_root_is_kept_apart(records: Path) -> None:
    assert [(record["id"], half) for record, half in plover.records(records)] == [
        ("a1", "looked-at"),
        ("a2", "kept-apart"),
        ("b1", "looked-at"),
        ("c1", "looked-at"),
    ]


def test_older_roots_are_read_as_todays_and_what_is_refused_counts_as_wrong(records: Path) -> None:
    coded = plover.read(records)
    assert [(one.event, one.said) for one in coded] == [
        ("REQUEST", "REQUEST"),
        ("REQUEST", "REQUEST"),
        ("ASSAULT", "ASSAULT"),
        ("AID", None),
    ]
    figures = plover.figures(coded)
    assert (figures["records"], figures["right"], figures["refused"]) == (4, 3, 1)
    assert (figures["accuracy"], figures["precision"], figures["majority"]) == (0.75, 1.0, 0.5)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Chad will not accept the plan.", "REJECT"),
        ("Chad will impose sanctions on Niger.", "THREATEN"),
        ("The foreign ministers of Chad and Niger met on Monday.", "CONSULT"),
        ("Chad and Niger agreed to build a bridge.", "AGREE"),
    ],
)
def test_what_is_told_first_is_the_root(text: str, first: str) -> None:
    assert plover.told(text)[0][1] == first


def test_without_material_it_is_skipped_aloud(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(plover, "RECORDS", tmp_path / "absent.json")
    assert plover.main([]) == 0
    assert capsys.readouterr().out.startswith("skipped: no ")
