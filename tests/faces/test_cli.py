"""The command line: what it prints, where, and how it ends."""

import csv
import io
import json
import re
import shlex
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from aidememoire.faces.cli import _COMMANDS, cli
from tests.faces.conftest import ROOT, Run

EXAMPLES = ROOT / "examples" / "reports"
FIRST = str(EXAMPLES / "01-wire-sydney-2012.txt")
TEXT = "The foreign ministers of Norway and Sweden met in Oslo on Monday. They agreed to meet again in the spring.\n"


def schema(name: str) -> jsonschema.Draft202012Validator:
    text = (files("aidememoire.views") / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8")
    return jsonschema.Draft202012Validator(json.loads(text))


def lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


# What each interface promises.


@pytest.mark.parametrize("command", ["claims", "text", "times"])
def test_every_example_fits_the_schema(run: Run, command: str) -> None:
    paths = [str(path) for path in sorted(EXAMPLES.glob("*.txt"))]
    result = run(command, *paths, "--json")
    objects = lines(result.stdout)
    assert result.exit_code == 0
    assert len(objects) == len(paths)
    for value in objects:
        schema(command).validate(value)


def test_text_is_input_again(run: Run) -> None:
    text = run("text", FIRST, "--json").stdout
    assert (
        lines(run("claims", "-", "--json", input=text).stdout)[0]["meetings"]
        == (lines(run("claims", FIRST, "--json").stdout)[0]["meetings"])
    )


def test_offices_answer_in_the_schema(run: Run, tmp_path: Path) -> None:
    asked = tmp_path / "ask.jsonl"
    asked.write_text(
        '{"party": "JPN", "office": "foreign minister", "on": "2017-03-19"}\n'
        '{"party": "XYZ", "office": "foreign minister", "on": "2017-03-19"}\n',
        encoding="utf-8",
    )
    result = run("offices", "--ask", str(asked))
    known, unknown = lines(result.stdout)
    for answer in (known, unknown):
        schema("offices").validate(answer)
    assert known["holders"][0]["name"] == "Fumio Kishida"  # type: ignore[index]
    assert unknown["holders"] == []


def test_a_bad_question_is_said_and_the_rest_answered(run: Run, tmp_path: Path) -> None:
    asked = tmp_path / "ask.jsonl"
    asked.write_text('{"party": "JPN"}\nnot json\n{"party":"FRA","office":"foreign minister","on":"2013-01-01"}\n')
    result = run("offices", "--ask", str(asked))
    assert result.exit_code == 1
    assert ["problem" in answer for answer in lines(result.stdout)] == [True, True, False]
    for answer in lines(result.stdout):
        schema("offices").validate(answer)


@pytest.mark.parametrize("person", ["Sergey Lavrov", "Nobody Atall"])
def test_offices_of_a_person_fit_the_schema(run: Run, person: str) -> None:
    (answer,) = lines(run("offices", "--person", person, "--json").stdout)
    schema("offices").validate(answer)


# How it ends.


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(TEXT.encode(), 0, id="fine"),
        pytest.param(b"The cook bought fish, and the soup was good. Nobody came to eat it.\n", 0, id="irrelevant"),
        pytest.param(b"", 1, id="empty"),
        pytest.param(b"\x00\x01\x02binary", 1, id="binary"),
        pytest.param("Köln".encode("utf-16-le") * 20, 1, id="wrong encoding"),
        pytest.param(b"word " * 250_000, 1, id="a huge line"),
    ],
)
def test_exit_code_of_claims(run: Run, tmp_path: Path, data: bytes, code: int) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(data)
    result = run("claims", str(path), "--json", "--published", "2003-05-06")
    (value,) = lines(result.stdout)
    schema("claims").validate(value)
    assert result.exit_code == code
    assert bool([p for p in value["problems"] if p["severity"] == "error"]) == bool(code)  # type: ignore[attr-defined]


def test_irrelevant_text_has_no_problem(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "soup.txt"
    path.write_text("The cook bought fish, and the soup was good. Nobody came to eat it.", encoding="utf-8")
    (value,) = lines(run("claims", str(path), "--json", "--published", "2003-05-06").stdout)
    assert [value[kind] for kind in ("meetings", "statements", "commitments", "statuses", "problems")] == [[]] * 5


def test_one_bad_report_does_not_stop_the_others(run: Run, tmp_path: Path) -> None:
    for name, data in (("a.txt", b""), ("b.txt", TEXT.encode()), ("c.txt", b"\xff\xfe\xff")):
        (tmp_path / name).write_bytes(data)
    result = run("claims", *(str(tmp_path / name) for name in ("a.txt", "b.txt", "c.txt")), "--json")
    assert [value["id"] for value in lines(result.stdout)] == ["a.txt", "b.txt", "c.txt"]
    assert result.exit_code == 1
    assert "3 reports" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["claims"], id="nothing named"),
        pytest.param(["claims", FIRST, "--readers", "magic"], id="no such reader"),
        pytest.param(["--register", "/nowhere/there/is/none.sqlite", "meetings"], id="no register"),
        pytest.param(["offices"], id="nothing asked"),
        pytest.param(["offices", "--party", "JPN", "--office", "foreign minister", "--on", "soon"], id="no day"),
    ],
)
def test_wrong_use_is_two(run: Run, arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["breif", "Japan", "Russia"], "Did you mean 'brief'?"),
        (["wobble"], "No such command 'wobble'."),
        (["meetings", "--party", "Japn"], "Did you mean Japan?"),
        (["brief", "Australya", "Japan"], "Did you mean Australia?"),
    ],
)
def test_a_slip_is_answered_with_what_was_meant(run: Run, register: str, arguments: list[str], told: str) -> None:
    result = run("--register", register, *arguments)
    assert result.exit_code == 2
    assert told in f"{result.stderr}{result.exception}"


def test_without_weights_the_rules_read_alone_and_the_command_says_so(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_rules = run("claims", FIRST, "--readers", "rules", "--json").stdout
    monkeypatch.setattr("aidememoire.claims.readers.has_weights", lambda: False)
    both = run("claims", FIRST, "--json")
    assert both.stdout == by_rules
    assert "the rules read alone" in both.stderr
    alone = run("claims", FIRST, "--readers", "tagger")
    assert alone.exit_code == 2
    assert "--readers rules" in str(alone.exception)


def test_each_reader_reads(run: Run) -> None:
    readers = {}
    for choice in ("rules", "tagger", "both"):
        (value,) = lines(run("claims", FIRST, "--readers", choice, "--json").stdout)
        readers[choice] = {reader for one in value["statements"] for reader in one["readers"]}
    assert readers["rules"] == {"rules"}
    assert readers["tagger"] == {"tagger"}
    assert readers["both"] >= {"rules", "tagger"}


def test_errors_say_what_to_do() -> None:
    command = [sys.executable, "-m", "aidememoire", "--register", "/nowhere/none.sqlite", "meetings"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "aidememoire --register /nowhere/none.sqlite read PATH" in done.stderr
    assert "Traceback" not in done.stderr


# The register.


def test_reading_twice_changes_nothing(run: Run, register: str) -> None:
    before = run("--register", register, "meetings", "--json").stdout
    result = run("--register", register, "read", str(EXAMPLES))
    assert "0 read now, 18 known already" in result.stderr
    assert run("--register", register, "meetings", "--json").stdout == before


@pytest.mark.parametrize("kind", ["dialogues", "meetings", "people", "statements", "commitments", "statuses"])
def test_lists_have_ids_and_claims(run: Run, register: str, kind: str) -> None:
    rows = lines(run("--register", register, kind, "--json").stdout)
    assert rows
    for row in rows:
        assert row["id"]
        assert all({"claim_id", "report"} <= set(claim) for claim in row["claims"])  # type: ignore[attr-defined]


def test_filters(run: Run, register: str) -> None:
    def meetings(*arguments: str) -> list[dict[str, object]]:
        return lines(run("--register", register, "meetings", "--json", *arguments).stdout)

    every = meetings()
    japan = meetings("--party", "Japan")
    both = meetings("--between", "JPN", "Australia")
    alone = meetings("--between", "JPN", "KOR", "--only")
    assert len(every) > len(japan) > len(both) > 0
    assert all({"JPN", "AUS"} <= set(row["parties"]) for row in both)  # type: ignore[call-overload]
    assert all({"JPN", "KOR"} == set(row["parties"]) for row in alone)  # type: ignore[call-overload]
    assert all(str(row["date"]) >= "2017" for row in meetings("--from", "2017"))
    assert len(meetings("--as-of", "2012-12-31")) < len(every)


@pytest.mark.parametrize("words", [["--register", "{}"], ["--register={}"]])
def test_the_register_may_be_named_after_the_command(run: Run, register: str, words: list[str]) -> None:
    named = [word.format(register) for word in words]
    first = run(*named, "meetings", "--party", "JPN", "--json")
    assert first.stdout
    assert run("meetings", "--party", "JPN", "--json", *named).stdout == first.stdout
    assert run("meetings", *named, "--party", "JPN", "--json").stdout == first.stdout


def test_what_follows_two_hyphens_is_no_option(run: Run) -> None:
    assert "could not be read" in run("claims", "--", "--register", "nothing.txt").stderr


def test_a_register_without_its_name_is_wrong_use(run: Run) -> None:
    assert run("meetings", "--register").exit_code == 2


def test_commands_on_a_page_ask_for_its_day(run: Run, register: str) -> None:
    asked = ["brief", "Japan", "Australia", "--date", "2018-11-01", "--for", "AUS"]
    page = run("--register", register, *asked, "--text").stdout
    assert f"aidememoire --register {register} meetings --between JPN AUS --as-of 2018-11-01" in page
    assert "more: the same with --full" in page
    assert "--as-of" not in run("--register", register, "brief", "Japan", "Australia", "--text").stdout


def pasted(words: str) -> list[list[str]]:
    """The arguments of every command in the words, as a shell takes them."""
    return [shlex.split(found.rstrip("`).")) for found in re.findall(r"(?<!\w)aidememoire (.+)$", words, re.MULTILINE)]


@pytest.mark.parametrize("form", ["--text", "--markdown", "--json", None])
def test_commands_on_a_page_work_when_pasted(
    run: Run, register: str, tmp_path: Path, form: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "my register.sqlite"
    place.write_bytes(Path(register).read_bytes())
    monkeypatch.delenv("AIDEMEMOIRE_REGISTER", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("COLUMNS", "70")
    if form is None:
        monkeypatch.setattr("aidememoire.faces.cli.views.wants_json", lambda is_json: is_json)
    asked = ["brief", "Japan", "Australia", "--date", "2018-11-01", *([form] if form else [])]
    page = run("--register", str(place), *asked).stdout
    commands = pasted(page)
    assert bool(commands) is (form != "--json")  # which leaves nothing out
    for command in commands:
        assert command[:2] == ["--register", str(place)]
        assert run(*command).stdout


@pytest.mark.parametrize("command", [["show", "Nobody At All"], ["meetings", "--dialogue", "nothing"]])
def test_an_error_names_the_next_command_for_the_register(run: Run, register: str, command: list[str]) -> None:
    done = run("--register", register, *command)
    assert done.exit_code == 2
    (next_one,) = pasted(str(done.exception))
    assert next_one[:2] == ["--register", register]
    assert run(*next_one).exit_code == 0


def test_on_the_usual_register_no_command_names_it(
    run: Run, register: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("AIDEMEMOIRE_REGISTER", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    usual = tmp_path / "aidememoire" / "register.sqlite"
    usual.parent.mkdir()
    usual.write_bytes(Path(register).read_bytes())
    assert "aidememoire meetings" in str(run("show", "Nobody At All").exception)
    assert "more: aidememoire meetings" in run("brief", "Japan", "Australia", "--text").stdout


@pytest.mark.parametrize(
    ("place", "program"),
    [
        (None, "aidememoire"),
        ("korea.sqlite", "aidememoire --register korea.sqlite"),
        ("my register.sqlite", "aidememoire --register 'my register.sqlite'"),
        ("postgresql://eva@host/korea", "aidememoire --register postgresql://eva@host/korea"),
        ("postgresql://eva:secret@host/korea", "aidememoire --register postgresql://eva@host/korea"),
    ],
)
def test_how_a_command_begins(place: str | None, program: str) -> None:
    from aidememoire.faces.cli.opening import program_with

    assert program_with(place) == program


def test_a_full_brief_and_its_json_tell_all(run: Run, register: str) -> None:
    asked = ["--register", register, "brief", "Japan", "Australia"]
    (page,) = lines(run(*asked, "--json").stdout)
    assert all(section["left_out"] == 0 for section in page["sections"])  # type: ignore[attr-defined]
    full = run(*asked, "--full", "--text").stdout
    assert " more: " not in full
    for section in page["sections"]:  # type: ignore[attr-defined]
        for line in section["lines"]:
            assert " ".join(line["text"].split())[:60] in " ".join(full.split())


def test_a_timeline_offers_no_form_that_it_has_not(run: Run) -> None:
    assert "--csv" not in run("timeline", "--help").stdout
    assert "--csv" in run("meetings", "--help").stdout


def test_what_could_not_be_read_is_not_asked_for_its_date(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text(" ")
    told = run("claims", str(tmp_path / "empty.txt")).stderr
    assert "1 could not be read" in told
    assert "no date" not in told


@pytest.mark.parametrize(("published", "is_told"), [("2999-01-01", True), ("2019-01-01", False)])
def test_a_report_of_a_day_to_come_is_told_of(run: Run, tmp_path: Path, published: str, is_told: bool) -> None:
    (tmp_path / "a.txt").write_text("The foreign ministers of Chile and Peru met in Lima on 3 May 2018.")
    told = run("--register", str(tmp_path / "r.sqlite"), "read", str(tmp_path / "a.txt"), "--published", published,
               "--readers", "rules")  # fmt: skip
    assert (f"a report bears a day to come ({published})" in told.stderr) is is_told


def test_on_a_terminal_the_lines_of_a_page_hang_from_their_marks(
    run: Run, register: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setattr("aidememoire.faces.cli.views.wants_json", lambda is_json: is_json)
    page = run("--register", register, "brief", "Japan", "Australia").stdout
    rows = [row.rstrip() for row in page.splitlines()]
    marked = [number for number, row in enumerate(rows) if re.match(r" {2,4}•", row)]
    goes_on = [(rows[number], rows[number + 1]) for number in marked if rows[number + 1].startswith(" ")]
    hanging = [(row, after) for row, after in goes_on if "•" not in after]
    assert hanging
    assert all(len(after) - len(after.lstrip()) == row.index("•") + 2 for row, after in hanging)
    assert all(len(row) <= 60 for row in rows if " more: aidememoire " not in row)


def test_csv_is_a_table(run: Run, register: str) -> None:
    rows = list(csv.DictReader(io.StringIO(run("--register", register, "meetings", "--csv").stdout)))
    assert len(rows) == len(lines(run("--register", register, "meetings", "--json").stdout))
    assert {"id", "date", "parties", "claims"} <= set(rows[0])


def test_a_correction_is_read_anew(run: Run, tmp_path: Path) -> None:
    path = str(tmp_path / "r.sqlite")
    report = tmp_path / "oslo.txt"
    report.write_text(TEXT, encoding="utf-8")
    assert run("--register", path, "read", str(report)).exit_code == 0
    (before,) = lines(run("--register", path, "reports", "--json").stdout)
    assert before["date"] is None
    corrections = tmp_path / "corrections.csv"
    corrections.write_text("id,date,outlet\noslo.txt,2003-05-06,TASS\nnobody.txt,2003-05-06,\n", encoding="utf-8")
    result = run("--register", path, "reports", "import", str(corrections), "--by", "me")
    assert result.exit_code == 1  # one row names no report
    (after,) = lines(run("--register", path, "reports", "--json").stdout)
    assert (after["date"], after["outlet"]) == ("2003-05-06", "TASS")
    assert "corrected by me" in str(after["ground"])
    dates = [row["date"] for row in lines(run("--register", path, "meetings", "--json").stdout)]
    assert "2003-05-05" in dates


def test_problems_are_kept(run: Run, tmp_path: Path) -> None:
    path = str(tmp_path / "r.sqlite")
    (tmp_path / "empty.txt").write_bytes(b"")
    assert run("--register", path, "read", str(tmp_path / "empty.txt")).exit_code == 1
    rows = lines(run("--register", path, "problems", "--severity", "error", "--json").stdout)
    assert [row["rule"] for row in rows] == ["documents.empty"]


def test_brief_cites_every_line(run: Run, register: str) -> None:
    (page,) = lines(run("--register", register, "brief", "Japan", "Australia", "--json").stdout)
    assert page["reports_read"]["total"] == 18  # type: ignore[index]
    cited = [line for section in page["sections"] for line in section["lines"] if line["claims"]]  # type: ignore[attr-defined]
    assert len(cited) >= 8
    assert all(line["sources"] for line in cited)


def test_brief_of_one_party_lists_its_dialogues(run: Run, register: str) -> None:
    done = run("--register", register, "brief", "Japan")
    said = str(done.exception)
    assert "trilateral summit" in said
    assert "2+2" in said
    assert "Give one of the ids:" in said


def test_rebuild_gives_the_same(run: Run, register: str) -> None:
    before = run("--register", register, "commitments", "--json").stdout
    assert run("--register", register, "rebuild").exit_code == 0
    assert run("--register", register, "commitments", "--json").stdout == before


# Help.


def test_help_of_all_lists_every_command(run: Run) -> None:
    output = run("--help").output
    assert all(name in output for name in _COMMANDS)


def help_examples() -> list[tuple[str, str]]:
    import click

    found = []
    for name in _COMMANDS:
        command = cli.get_command(click.Context(cli), name)
        assert command is not None
        subcommands = getattr(command, "commands", {})
        for one in (command, *subcommands.values()):
            for line in re.findall(r"^\s*(aidememoire .+)$", one.help or "", re.M):
                found.append((f"{name} {one.name}", line.strip()))
    return found


@pytest.mark.parametrize("name", list(_COMMANDS))
def test_help_ends_with_an_example(run: Run, name: str) -> None:
    output = run(name, "--help").output
    assert f"aidememoire {name}" in output or f" {name} " in output


@pytest.mark.parametrize(("name", "line"), help_examples())
def test_example_of_help_runs(
    run: Run, register: str, name: str, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    (tmp_path / "ministers.csv").write_text("party,role,person,from\nNOR,foreign minister,Jo Roe,2030-01-01\n")
    (tmp_path / "corrected.csv").write_text("id,side\n01-wire-sydney-2012.txt,\n")
    (tmp_path / "speech.md").write_text("Japan and Australia held talks in Sydney on 14 September 2012.\n")
    monkeypatch.setenv("AIDEMEMOIRE_TENURES", str(tmp_path / "tenures.csv"))
    if name.startswith(("judge ", "undo ")):  # which change what they are shown on
        register = str(shutil.copy(register, tmp_path / "own.sqlite"))
    if name.startswith("undo "):
        run("--register", register, "judge", "accepted", "Fumio Kishida")
    arguments = shlex.split(line.split(" > ")[0])[1:]
    if "--register" not in arguments:
        arguments = ["--register", register, *arguments]
    result = run(*arguments)
    assert result.exit_code == 0, result.output


def test_a_time_has_the_stable_keys(run: Run) -> None:
    (value,) = lines(run("times", "-", "--json", input="They met on 2 November 2013, he said.").stdout)
    assert value["times"] == [
        {
            "start": 12,
            "end": 27,
            "text": "2 November 2013",
            "type": "DATE",
            "value": "2013-11-02",
            "first_day": "2013-11-02",
            "last_day": "2013-11-02",
            "alternatives": [],
        }
    ]


def test_tenures_that_reports_tell_are_listed_exported_and_imported(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AIDEMEMOIRE_TENURES", str(tmp_path / "tenures.csv"))
    first, second, kept = tmp_path / "first.jsonl", tmp_path / "learnt.csv", ("--register", str(tmp_path / "r.sqlite"))
    rows = [
        {"id": name, "text": f"{words} Foreign Minister Ana Poe spoke in Lima.", "published": day, "outlet": outlet}
        for name, words, day, outlet in (
            ("a", "Peruvian", "2031-05-04", "Wire"),
            ("b", "Peru's", "2031-09-04", "Gazette"),
        )
    ]
    first.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert run(*kept, "read", str(first)).exit_code == 0
    (found,) = [json.loads(line) for line in run(*kept, "offices", "learnt", "--json").stdout.splitlines()]
    assert (found["name"], found["party"], found["from"], found["to"]) == ("Ana Poe", "PER", "2031-05-04", "2031-09-04")
    assert (found["standing"], found["confidence"], found["outlets"]) == ("new", "medium", ["Gazette", "Wire"])
    assert "1 rows, 0 of them doubtful" in run(*kept, "offices", "export", str(second), "--party", "Peru").stderr
    assert run(*kept, "offices", "learnt", "--csv").stdout == second.read_text(encoding="utf-8")
    assert "1 rows added" in run("offices", "import", str(second)).stderr
    assert "0 rows added" in run("offices", "import", str(second)).stderr
    assert "0 rows, " in run(*kept, "offices", "export", "-", "--as-of", "2030").stderr
