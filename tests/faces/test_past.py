"""The register as of a day, under each name of the option; and what the table of offices says that it doesn't know."""

import json
from pathlib import Path

import pytest

from tests.faces.conftest import Run


@pytest.mark.parametrize("name", ["--as-of", "--date"])
@pytest.mark.parametrize(
    "command",
    [("meetings",), ("commitments",), ("conflicts",), ("events",), ("timeline",), ("trips", "--person", "Bishop")],
)
def test_the_day_goes_by_both_names(run: Run, register: str, command: tuple[str, ...], name: str) -> None:
    now = run("--register", register, *command, "--json")
    later = run("--register", register, *command, name, "2030", "--json")
    assert (later.exit_code, later.stdout) == (0, now.stdout)


@pytest.mark.parametrize("name", ["--as-of", "--date"])
def test_a_brief_takes_both_names(run: Run, register: str, name: str) -> None:
    page = json.loads(run("--register", register, "brief", "Japan", "Australia", name, "2016", "--json").stdout)
    assert page["date"] == "2016-12-31"


def test_the_help_names_one_of_them(run: Run) -> None:
    brief, meetings = run("brief", "--help").output, run("meetings", "--help").output
    assert "--date DATE" in brief
    assert "--as-of" not in brief
    assert "--as-of DATE" in meetings
    assert "--date" not in meetings
    assert "--as-known DATE" in brief
    assert "--as-known DATE" in meetings


@pytest.mark.parametrize("command", [("meetings",), ("dialogues",), ("conflicts",), ("events",)])
def test_what_was_read_later_was_not_known(run: Run, register: str, command: tuple[str, ...]) -> None:
    asked = ("--register", register, *command, "--json")
    assert run(*asked, "--as-known", "2001-01-01").stdout == ""
    assert run(*asked, "--as-known", "2001-01-01T08:00:00+02:00").stdout == ""
    assert run(*asked, "--as-known", "2999").stdout == run(*asked).stdout


@pytest.mark.parametrize("moment", ["soon", "2017-03-19Tea", "2017-13-01"])
def test_a_moment_that_is_none_is_wrong_use(run: Run, register: str, moment: str) -> None:
    assert run("--register", register, "meetings", "--as-known", moment).exit_code == 2


UNKNOWN = [
    ("ZZZ", "foreign minister", "2017-03-19", "no party goes by ZZZ"),
    ("DEU", "chancellor", "2017-03-19", "no such office in the table: chancellor"),
    ("JPN", "foreign minister", "1801-03-19", "the table names nobody for that day"),
]


@pytest.mark.parametrize(("party", "office", "on", "why"), UNKNOWN)
def test_a_question_without_an_answer_says_why(
    run: Run, tmp_path: Path, party: str, office: str, on: str, why: str
) -> None:
    asked = tmp_path / "ask.jsonl"
    asked.write_text(json.dumps({"party": party, "office": office, "on": on}) + "\n", encoding="utf-8")
    result = run("offices", "--ask", str(asked))
    answer = json.loads(result.stdout)
    assert (result.exit_code, answer["holders"]) == (0, [])
    assert answer["unknown"].startswith(why)
    assert "1 of 1 questions" in result.stderr


def test_a_question_with_an_answer_says_nothing_more(run: Run, tmp_path: Path) -> None:
    asked = tmp_path / "ask.jsonl"
    rows = [{"party": party, "office": "Foreign Minister", "on": "2017-03-19"} for party in ("JPN", "Japan")]
    asked.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    result = run("offices", "--ask", str(asked))
    by_code, by_name = map(json.loads, result.stdout.splitlines())
    assert by_code["holders"] == by_name["holders"] != []
    assert "unknown" not in by_code
    assert "questions" not in result.stderr


def test_one_question_gives_the_same_words(run: Run) -> None:
    nobody = run("offices", "--party", "JPN", "--office", "foreign minister", "--on", "1801-03-19", "--json")
    assert json.loads(nobody.stdout)["unknown"] == "the table names nobody for that day"
    for party, office, on, why in UNKNOWN[:2]:
        result = run("offices", "--party", party, "--office", office, "--on", on)
        assert result.exit_code == 2
        assert why.split(":")[0].removesuffix(" ZZZ") in str(result.exception)
    person = run("offices", "--person", "Zebulon Quux", "--json")
    assert json.loads(person.stdout)["unknown"] == "the table knows nobody of that name"
