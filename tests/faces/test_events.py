"""The command ``events``: the register as PLOVER codes it."""

import json
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from tests.faces.conftest import Run

TEXT = (
    "OSLO, 3 May 2019. The foreign ministers of Norway and Chad met in Oslo on Friday. They agreed to open a joint "
    "fisheries school. Norway condemned Niger for a raid. Chad expelled two diplomats of Niger on 2 May. Niger said it "
    "was calm.\n"
)


@pytest.fixture(scope="module")
def told(run: Run, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The path of a register that holds the one report."""
    folder = tmp_path_factory.mktemp("events")
    (folder / "one.txt").write_text(TEXT, encoding="utf-8")
    path = str(folder / "one.sqlite")
    assert run("--register", path, "read", str(folder / "one.txt")).exit_code == 0
    return path


def rows(run: Run, register: str, *arguments: str) -> list[dict[str, object]]:
    result = run("--register", register, "events", "--json", *arguments)
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def brief(row: dict[str, object]) -> tuple[object, ...]:
    return row["event"], row["source"], row["target"], row["date"]


def test_every_kind_of_claim_is_coded(run: Run, told: str) -> None:
    found = [brief(row) for row in rows(run, told)]
    assert ("CONSULT", ["NOR", "TCD"], [], "2019-05-03") in found
    assert ("AGREE", ["NOR", "TCD"], [], "2019-05-03") in found
    assert ("SANCTION", ["TCD"], ["NER"], "2019-05-02") in found
    assert any(row[:3] == ("ACCUSE", ["NOR"], ["NER"]) for row in found)


def test_every_row_fits_the_schema_and_names_its_claims(run: Run, told: str, register: str) -> None:
    text = (files("aidememoire.views") / "schemas" / "event.schema.json").read_text(encoding="utf-8")
    validator = jsonschema.Draft202012Validator(json.loads(text))
    for path in (told, register):
        found = rows(run, path)
        assert found
        for row in found:
            validator.validate(row)


@pytest.mark.parametrize(
    ("arguments", "events"),
    [
        (("--between", "TCD", "NER"), {"SANCTION"}),
        (("--party", "NER", "--to", "2019-05-02"), {"SANCTION"}),
        (("--party", "NER", "--from", "2020"), set()),
        (("--party", "NOR", "--only"), {"ACCUSE"}),  # the statement; the event has a target
        (("--as-of", "2018"), set()),
    ],
)
def test_filters(run: Run, told: str, arguments: tuple[str, ...], events: set[str]) -> None:
    assert {row["event"] for row in rows(run, told, *arguments)} == events


def test_a_person_takes_part_in_no_context_event(run: Run, register: str) -> None:
    result = run("--register", register, "events", "--json", "--person", "Kishida")
    assert all(json.loads(line)["record"] != "event" for line in result.stdout.splitlines())


def test_csv_has_the_claims_by_their_ids(run: Run, told: str) -> None:
    result = run("--register", told, "events", "--csv")
    header, *lines = result.stdout.splitlines()
    assert header == "date,event,mode,context,source,target,words,record,claims"
    assert lines
    assert all("c-" in line for line in lines)


def test_the_example_of_its_help_runs(run: Run, register: str) -> None:
    assert run("--register", register, "events", "--party", "Japan", "--from", "2014").exit_code == 0


def test_an_empty_register_has_none(run: Run, tmp_path: Path) -> None:
    (tmp_path / "none.txt").write_text("It rained in the hills.\n", encoding="utf-8")
    path = str(tmp_path / "none.sqlite")
    run("--register", path, "read", str(tmp_path / "none.txt"))
    assert rows(run, path) == []
