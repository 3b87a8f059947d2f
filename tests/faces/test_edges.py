"""What clumsy and hostile input does at the command line: said aloud, nothing lost, nothing guessed."""

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faces.conftest import ROOT, Run

TEXT = "The foreign ministers of Norway and Sweden met in Oslo on Monday. They agreed to meet again in the spring."
LINE = json.dumps({"id": "x", "text": TEXT, "published": "2003-05-06"})


def lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.parametrize(
    ("given", "ids", "rules"),
    [
        pytest.param(f"\n{LINE}\n", ["x"], [], id="a blank line first"),
        pytest.param(f"garbage{{\n{LINE}\n", ["-:1", "x"], ["documents.json"], id="a bad line first"),
        pytest.param('{"id": "q"}\n' + LINE, ["q", "x"], ["documents.json"], id="a line without text first"),
        pytest.param(f"\ufeff{LINE}\n{LINE}\n", ["x", "x"], [], id="a byte order mark"),
        pytest.param(f"[{LINE}]", ["-"], ["documents.json"], id="an array"),
    ],
)
def test_json_lines_on_standard_input(run: Run, given: str, ids: list[str], rules: list[str]) -> None:
    objects = lines(run("claims", "-", "--json", input=given.encode()).stdout)
    assert [value["id"] for value in objects] == ids
    found = [problem for value in objects for problem in value["problems"]]  # type: ignore[attr-defined]
    assert [problem["rule"] for problem in found if problem["severity"] == "error"] == rules


@pytest.mark.parametrize(
    "page",
    [
        f"<!DOCTYPE html><p>{TEXT}</p>",
        f"<html><body>{TEXT}</body></html>",
        f"<p>{TEXT}</p><script>var a = 'Norway met Denmark in Bergen.';</script>",
    ],
)
def test_a_web_page_is_refused(run: Run, tmp_path: Path, page: str) -> None:
    (tmp_path / "p.txt").write_text(page, encoding="utf-8")
    result = run("claims", str(tmp_path / "p.txt"), "--json", "--published", "2003-05-06")
    (value,) = lines(result.stdout)
    assert result.exit_code == 1
    assert [problem["rule"] for problem in value["problems"]] == ["documents.html"]  # type: ignore[attr-defined]
    assert value["meetings"] == []


def test_a_text_that_quotes_a_tag_is_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "t.txt").write_text(f"The page said <br> twice. {TEXT}", encoding="utf-8")
    assert run("claims", str(tmp_path / "t.txt"), "--json", "--published", "2003-05-06").exit_code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["claims", "README.md", "--published", "yesterday"], id="no date"),
        pytest.param(["claims", "README.md", "--side", "Narnia"], id="no party"),
        pytest.param(["offices", "--party", "Narnia", "--office", "foreign minister"], id="offices of nobody"),
        pytest.param(["offices", "--party", "JPN", "--office", "janitor"], id="no such office"),
        pytest.param(["meetings", "--only"], id="only whom"),
        pytest.param(["meetings", "--from", "2018", "--to", "2010"], id="backwards"),
        pytest.param(["meetings", "--party", "Korea"], id="which Korea"),
        pytest.param(["brief", "Japan", "JPN"], id="one party twice"),
        pytest.param(["brief", "Japan", "Narnia"], id="an unknown party"),
    ],
)
def test_wrong_use_is_said(run: Run, register: str, arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert run("--register", register, *arguments).exit_code == 2


def test_names_are_whole_words(run: Run, register: str) -> None:
    assert run("--register", register, "statements", "--person", "Kish").exit_code == 2
    assert run("--register", register, "statements", "--person", "Kishida", "--json").exit_code == 0


def test_files_of_other_kinds_are_counted(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "d"
    folder.mkdir()
    (folder / "A.TXT").write_text(TEXT, encoding="utf-8")
    (folder / "b.pdf").write_bytes(b"%PDF")
    result = run("--register", str(tmp_path / "r.sqlite"), "read", str(folder))
    assert "1 read now" in result.stderr
    assert "1 file of another kind" in result.stderr


def test_a_correction_that_was_cut_off_is_finished_later(run: Run, tmp_path: Path) -> None:
    from aidememoire.register import Correction, Register

    path = str(tmp_path / "r.sqlite")
    (tmp_path / "oslo.txt").write_text(TEXT, encoding="utf-8")
    run("--register", path, "read", str(tmp_path / "oslo.txt"))
    with Register.open(path) as register:  # corrected, and then killed before it was read anew
        register.apply_correction(Correction("oslo.txt", (("date", "2003-05-06"),)), "me")
        assert len(register.due()) == 1
    corrections = tmp_path / "c.csv"
    corrections.write_text("id,date\noslo.txt,2003-05-06\n", encoding="utf-8")
    assert "1 report corrected and read anew" in run("--register", path, "reports", "import", str(corrections)).stderr
    assert "0 reports corrected and read anew" in run("--register", path, "reports", "import", str(corrections)).stderr
    assert "2003-05-05" in [row["date"] for row in lines(run("--register", path, "meetings", "--json").stdout)]


def test_reading_again_finishes_a_correction_too(run: Run, tmp_path: Path) -> None:
    from aidememoire.register import Correction, Register

    path = str(tmp_path / "r.sqlite")
    (tmp_path / "oslo.txt").write_text(TEXT, encoding="utf-8")
    run("--register", path, "read", str(tmp_path / "oslo.txt"))
    with Register.open(path) as register:
        register.apply_correction(Correction("oslo.txt", (("date", "2003-05-06"),)), "me")
    run("--register", path, "read", str(tmp_path / "oslo.txt"))
    with Register.open(path) as register:
        assert register.due() == []


def test_an_exported_list_comes_back_unchanged(run: Run, tmp_path: Path) -> None:
    path = str(tmp_path / "r.sqlite")
    value = json.dumps({"id": "a", "text": TEXT, "published": "2003-05-06", "outlet": "@MFA"})
    (tmp_path / "a.jsonl").write_text(value, encoding="utf-8")
    run("--register", path, "read", str(tmp_path / "a.jsonl"))
    (tmp_path / "f.csv").write_text(run("--register", path, "reports", "--csv").stdout, encoding="utf-8")
    assert "0 reports corrected" in run("--register", path, "reports", "import", str(tmp_path / "f.csv")).stderr


def test_a_bad_side_is_no_correction(run: Run, tmp_path: Path, register: str) -> None:
    (tmp_path / "c.csv").write_text("id,side\n01-wire-sydney-2012.txt,Narnia\n", encoding="utf-8")
    result = run("--register", register, "reports", "import", str(tmp_path / "c.csv"))
    assert result.exit_code == 1
    assert "no party's code" in result.stderr


def test_own_table_of_offices_loses_nothing(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own, added = tmp_path / "own.csv", tmp_path / "add.csv"
    monkeypatch.setenv("AIDEMEMOIRE_TENURES", str(own))
    own.write_text("party,role,person,from\nNOR,foreign minister,Jo Roe,2029-13-01\n", encoding="utf-8")
    added.write_text("party,role,person,from\nSWE,foreign minister,Mo Lind,2030-01-01\n", encoding="utf-8")
    before = own.read_text(encoding="utf-8")
    assert run("offices", "import", str(added)).exit_code == 2
    assert own.read_text(encoding="utf-8") == before
    own.unlink()
    assert run("offices", "import", str(added)).exit_code == 0
    assert "Mo Lind" in own.read_text(encoding="utf-8")
    monkeypatch.setenv("AIDEMEMOIRE_TENURES", "")
    assert run("offices", "import", str(added)).exit_code == 2


@pytest.mark.parametrize("command", [["reports", "import"], ["offices", "import"]])
def test_a_table_in_another_encoding_is_said(run: Run, register: str, tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "l.csv").write_bytes("id,outlet\na,Köln\n".encode("cp1252"))
    assert run("--register", register, *command, str(tmp_path / "l.csv")).exit_code == 2


@pytest.mark.parametrize("place", ["foo://x", "postgresql://localhost/none"])
def test_a_database_that_cannot_be_used_is_said(run: Run, place: str) -> None:
    assert run("--register", place, "meetings").exit_code == 2


def test_a_locked_register_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from aidememoire.faces.cli import main
    from aidememoire.register import Register, database

    path = tmp_path / "r.sqlite"
    Register.open(path).close()
    (tmp_path / "oslo.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(database, "BUSY_SECONDS", 1)
    monkeypatch.setattr("sys.argv", ["aidememoire", "--register", str(path), "read", str(tmp_path / "oslo.txt")])
    with sqlite3.connect(path, isolation_level=None) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        with pytest.raises(SystemExit) as left:
            main()
    assert left.value.code == 2


@pytest.mark.parametrize(
    "command",
    [
        ("offices", "learnt"),
        ("meetings",),
        ("conflicts",),
        ("events",),
        ("trips", "--person", "Bishop"),
        ("reports",),
        ("problems",),
    ],
)
def test_one_form_is_asked_for_at_a_time(run: Run, register: str, command: tuple[str, ...]) -> None:
    result = run("--register", register, *command, "--json", "--csv")
    assert result.exit_code == 2
    assert "only one of them" in str(result.exception)


def test_a_file_that_is_not_there_is_told_of_and_not_kept(run: Run, tmp_path: Path) -> None:
    register = ("--register", str(tmp_path / "r.sqlite"))
    done = run(*register, "read", str(tmp_path / "slip.txt"))
    assert done.exit_code == 1
    assert "0 read now, 0 known already" in done.stderr
    assert "slip.txt" in done.stderr
    assert run(*register, "reports", "--json").stdout == run(*register, "problems", "--json").stdout == ""


def test_what_could_not_be_read_is_told_until_the_file_is_mended(run: Run, tmp_path: Path) -> None:
    register, report = ("--register", str(tmp_path / "r.sqlite")), tmp_path / "oslo.txt"

    def brief() -> str:
        return " ".join(run(*register, "brief", "Norway", "Sweden", "--text").stdout.split())

    report.write_bytes("The ministers of Norway and Sweden met in Malm\xf6 on 5 May 2003.".encode("latin-1"))
    done = run(*register, "read", str(report), "--published", "2003-05-06", "--readers", "rules")
    assert "0 read now, 0 known already" in done.stderr
    assert "1 could not be read (oslo.txt" in brief()
    report.write_text("The ministers of Norway and Sweden met in Malmö on 5 May 2003.", encoding="utf-8")
    done = run(*register, "read", str(report), "--published", "2003-05-06", "--readers", "rules")
    assert "1 read now" in done.stderr
    assert "could not be read" not in brief()
    assert "documents.encoding" not in run(*register, "problems", "--json").stdout


def test_a_record_is_shown_and_ruled_on_by_the_names_of_its_parties(run: Run, tmp_path: Path) -> None:
    register, report = ("--register", str(tmp_path / "r.sqlite")), tmp_path / "oslo.txt"
    report.write_text("The ministers of Norway and Sweden met in Oslo on 5 May 2003.", encoding="utf-8")
    run(*register, "read", str(report), "--published", "2003-05-06", "--readers", "rules")
    assert "meeting" in run(*register, "show", "Norway Sweden 2003", "--text").stdout
    assert run(*register, "judge", "accepted", "Norway Sweden 2003").exit_code == 0
    assert run(*register, "show", "Norway Sweden 2004").exit_code == 2


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_day_that_stands_for_none_breaks_no_register(run: Run, tmp_path: Path, day: str) -> None:
    register = str(tmp_path / "r.sqlite")
    (tmp_path / "oslo.txt").write_text(TEXT, encoding="utf-8")
    result = run("--register", register, "read", str(tmp_path / "oslo.txt"), "--published", day)
    assert result.exit_code == 0
    assert "no report is of that year" in result.stderr
    (row,) = map(json.loads, run("--register", register, "reports", "--json").stdout.splitlines())
    assert row["date"] is None
    (tmp_path / "c.csv").write_text(f"id,date\n{row['id']},{day}\n", encoding="utf-8")
    result = run("--register", register, "reports", "import", str(tmp_path / "c.csv"))
    assert (result.exit_code, "no day of a report" in result.stderr) == (1, True)
    assert run("--register", register, "meetings", "--as-of", day).exit_code == 0


def test_no_room_for_the_output_is_said(tmp_path: Path) -> None:
    (tmp_path / "oslo.txt").write_text(TEXT, encoding="utf-8")
    with open("/dev/full", "w", encoding="utf-8") as full:
        words = [sys.executable, "-m", "aidememoire", "text", str(tmp_path / "oslo.txt")]
        result = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert result.returncode == 2
    assert result.stderr.splitlines()[-1].startswith("aidememoire: the output: No space left")


@pytest.mark.parametrize("sides", [("JPN", "JPN"), ("FRA", "JPN")])
def test_two_sides_are_compared_that_told_of_it(run: Run, register: str, sides: tuple[str, str]) -> None:
    result = run("--register", register, "compare", "aus jpn 2014", "--sides", *sides)
    assert result.exit_code == 2
    assert "AUS, JPN. Name two of these" in str(result.exception)


def test_an_own_office_is_of_a_party_that_is_known(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own, added = tmp_path / "own.csv", tmp_path / "add.csv"
    monkeypatch.setenv("AIDEMEMOIRE_TENURES", str(own))
    rows = "Sweden,foreign minister,Mo Lind,2030-01-01\nXXX,foreign minister,Jo Roe,2030-01-01\n"
    added.write_text("party,role,person,from\n" + rows, encoding="utf-8")
    result = run("offices", "import", str(added))
    assert (result.exit_code, "no party goes by 'XXX'" in result.stderr) == (1, True)
    assert own.read_text(encoding="utf-8").splitlines()[1].startswith("SWE,")


def test_a_report_makes_no_link_on_a_page(run: Run, tmp_path: Path) -> None:
    words = "[Look](http://a.example) at ![this](b.png) border treaty again."
    said = f'The Norwegian foreign minister Anne Moe said: "{words}"'
    (tmp_path / "oslo.txt").write_text(f"{TEXT} {said}\n", encoding="utf-8")
    register = str(tmp_path / "r.sqlite")
    run("--register", register, "read", str(tmp_path / "oslo.txt"), "--published", "2003-05-06")
    page = run("--register", register, "brief", "Norway", "Sweden", "--markdown").stdout
    assert "[Look]\\(http" in page
    assert "](" not in page
