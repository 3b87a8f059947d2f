"""The board of travel: its keys, its comparison, and a loud skip without the material."""

from datetime import date
from pathlib import Path

import pytest

from aidememoire.knowledge import shipped
from aidememoire.model import MeetingState
from aidememoire.views.trips import Counterpart, Trip
from evaluation import travel
from evaluation.travel import Stop


def trip(country: str, first: str, last: str, *people: tuple[str, str]) -> Trip:
    met = tuple(Counterpart(name, None, party, ("c",)) for name, party in people)
    days = date.fromisoformat(first), date.fromisoformat(last)
    return Trip("p", "Ada Holm", country, ("Lima",), *days, MeetingState.HELD, met, (), None, (), ())


def stop(name: str, first: str, last: str, *countries: str) -> Stop:
    return Stop(name, "Ada Holm", countries, "Peru", date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("ours", "is_found"),
    [
        (trip("PER", "2020-03-02", "2020-03-03"), True),  # a day is shared
        (trip("PER", "2020-03-01", "2020-03-09"), True),
        (trip("PER", "2020-03-05", "2020-03-05"), False),  # the day after
        (trip("CHL", "2020-03-03", "2020-03-04"), False),  # another country
    ],
)
def test_a_stop_is_found_by_country_and_day(ours: Trip, is_found: bool) -> None:
    matched = travel.compare_stops([stop("1", "2020-03-03", "2020-03-04", "PER")], {"Ada Holm": [ours]})
    assert bool(matched["1"]) is is_found


def test_counterparts_are_counted_on_their_stop(capsys: pytest.CaptureFixture[str]) -> None:
    asked = [stop("1", "2020-03-03", "2020-03-04", "PER")]
    ours = trip("PER", "2020-03-03", "2020-03-03", ("Ines Quispe", "PER"), ("Luis Prado", "CHL"))
    key = [("1", "Quispe", "PER"), ("1", "Luis Prado", "PER"), ("1", "Rosa Vidal", "CHL")]
    travel.print_counterparts(key, asked, {"1": [ours]})
    said = capsys.readouterr().out
    assert "1 of 3 = 0.33" in said
    assert "Luis Prado (Peru 2020-03-03), Rosa Vidal (Peru 2020-03-03)" in said


def test_the_keys_are_whole() -> None:
    knowledge = shipped()
    key = travel.read_counterparts()
    assert len(key) == 42
    assert all(number.isdigit() and name and knowledge.parties.get(party) for number, name, party in key)
    judged = travel.read_judged()
    assert len(judged) >= travel.SAMPLE
    assert all(one.report and 0 <= one.start < one.end for one in judged)


def test_the_stops_asked_for() -> None:
    if not travel.STOPS.exists():
        pytest.skip("no register of travel beside the checkout")
    asked = [one for one in travel.read_stops(shipped()) if travel.in_windows(one.first)]
    assert len(asked) == 22
    assert all(one.countries for one in asked)
    assert {number for number, _, _ in travel.read_counterparts()} <= {one.id for one in asked}


def test_without_material_it_is_skipped_aloud(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(travel, "STOPS", tmp_path / "none.csv")
    assert travel.main([]) == 0
    assert capsys.readouterr().out.startswith("skipped: no none.csv")


def test_other_code_gives_another_register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(travel, "CODE", tmp_path)
    before = travel.code_fingerprint()
    (tmp_path / "rule.py").write_text("pass", encoding="utf-8")
    assert travel.code_fingerprint() != before
