"""The commands ``explain``, ``trips`` and ``plugins``."""

import json

import pytest

from tests.faces.conftest import ROOT, Run

FIRST = str(ROOT / "examples" / "reports" / "01-wire-sydney-2012.txt")


def test_explain_as_json_and_page(run: Run) -> None:
    value = json.loads(run("explain", FIRST, "--json").stdout)
    assert value["id"] == "01-wire-sydney-2012.txt"
    assert any(entry["verdict"] == "claimed" for passage in value["passages"] for entry in passage["entries"])
    page = run("explain", FIRST, "--html").stdout
    assert page.startswith("<!doctype html>")
    assert "<script" not in page
    text = run("explain", FIRST, "--text").stdout
    assert "claimed meeting: held talks" in text


def test_explain_takes_one_form(run: Run) -> None:
    assert run("explain", FIRST, "--html", "--text").exit_code == 2


def test_explain_says_what_it_could_not_read(run: Run) -> None:
    result = run("explain", "-", "--text", input=b"")
    assert result.exit_code == 1
    assert "problem error" in result.stdout


def test_trips_have_the_stable_keys(run: Run, register: str) -> None:
    result = run("--register", register, "trips", "--person", "Bishop", "--json")
    assert result.exit_code == 0
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(row["country"], row["from"][:4], row["state"]) for row in rows] == [("JPN", "2014", "held")]
    assert {"country", "places", "from", "to", "state", "counterparts", "claims"} <= set(rows[0])
    assert "Fumio Kishida" in [met["name"] for met in rows[0]["counterparts"]]
    assert all(claim["claim_id"] and claim["report"] for claim in rows[0]["claims"])


def test_planned_trips_are_asked_for(run: Run, register: str) -> None:
    result = run("--register", register, "trips", "--person", "Bishop", "--planned", "--from", "2015", "--json")
    assert {json.loads(line)["state"] for line in result.stdout.splitlines()} == {"planned"}


@pytest.mark.parametrize(
    "options", [[], ["--person", "Nobody at all"], ["--person", "Bishop", "--from", "2015", "--to", "2014"]]
)
def test_trips_used_wrongly(run: Run, register: str, options: list[str]) -> None:
    assert run("--register", register, "trips", *options).exit_code == 2


def test_trips_as_of_a_day_before_them(run: Run, register: str) -> None:
    result = run("--register", register, "trips", "--person", "Bishop", "--as-of", "2014-06-30", "--csv")
    assert result.stdout.splitlines()[0].startswith("schema_version,id,person,name,country")


def test_plugins_lists_what_there_is(run: Run) -> None:
    result = run("plugins", "--json")
    assert result.exit_code == 0
    for line in result.stdout.splitlines():
        assert {"name", "package", "version", "loads", "state"} <= set(json.loads(line))
