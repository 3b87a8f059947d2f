"""The command ``check``."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from aidememoire.register import Register
from tests.faces.conftest import ROOT, Run

NAVIES = "Our two navies know each other well, and this will make them better partners"
TRUE = f"“{NAVIES},” Australian Foreign Minister Bob Carr said on 14 September 2012.\n"
FALSE = f"“{NAVIES},” Julie Bishop said on 14 September 2016.\n"
SCHEMA = ROOT / "src" / "aidememoire" / "views" / "schemas" / "check.schema.json"


def write(folder: Path, text: str | bytes, name: str = "draft.md") -> str:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


def objects(output: str) -> list[dict[str, Any]]:
    validator = Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    rows = [json.loads(line) for line in output.splitlines() if line.startswith("{")]
    for row in rows:
        validator.validate(row)
    return rows


def test_what_is_supported_is_fine(run: Run, register: str, tmp_path: Path) -> None:
    result = run("--register", register, "check", write(tmp_path, TRUE), "--json")
    assert result.exit_code == 0, result.output
    (row,) = objects(result.stdout)
    assert row["supported"] is True
    assert row["totals"] == {"findings": 2, "supported": 2, "by_status": {"confirmed": 1, "exact": 1}, "unchecked": 0}
    for finding in row["findings"]:
        start, end = finding["span"]
        assert TRUE[start:end] == finding["words"]


def test_what_is_not_ends_with_1(run: Run, register: str, tmp_path: Path) -> None:
    result = run("--register", register, "check", write(tmp_path, FALSE))
    assert result.exit_code == 1
    (row,) = objects(result.stdout)
    (finding,) = row["findings"]
    assert {fault["status"] for fault in finding["faults"]} == {"another_speaker", "other_date"}
    assert finding["evidence"][0]["speaker"] == "Bob Carr"
    assert "1 assertion checked, 0 supported, 1 not" in result.stderr


def test_words_of_the_evidence_are_the_reports(run: Run, register: str, tmp_path: Path) -> None:
    (row,) = objects(run("--register", register, "check", write(tmp_path, TRUE), "--json").stdout)
    with Register.open(register, create=False) as kept:
        for finding in row["findings"]:
            for item in finding["evidence"]:
                if item["report"]:
                    start, end = item["span"]
                    assert kept.report(item["report"]).text[start:end] == item["words"]


def test_standard_input_and_several_drafts(run: Run, register: str, tmp_path: Path) -> None:
    result = run("--register", register, "check", "-", write(tmp_path, FALSE), "--json", input=TRUE)
    assert result.exit_code == 1
    assert [row["supported"] for row in objects(result.stdout)] == [True, False]


def test_a_draft_that_asserts_nothing_is_fine(run: Run, register: str, tmp_path: Path) -> None:
    result = run("--register", register, "check", write(tmp_path, "Good morning. The weather is fine today.\n"))
    assert result.exit_code == 0
    assert "nothing in it that can be checked" in result.stderr


def test_an_empty_register_says_so(run: Run, tmp_path: Path) -> None:
    empty = str(tmp_path / "empty.sqlite")
    Register.open(empty).close()
    result = run("--register", empty, "check", write(tmp_path, TRUE), "--json")
    assert result.exit_code == 1
    (row,) = objects(result.stdout)
    statuses = {finding["asserted"]: finding["status"] for finding in row["findings"]}
    assert statuses["quotation"] == "not_found"
    assert "the register is empty" in result.stderr
    assert row["reports_read"]["total"] == 0


def test_no_register_says_what_to_do(run: Run, tmp_path: Path) -> None:
    result = run("--register", str(tmp_path / "none.sqlite"), "check", write(tmp_path, TRUE))
    assert result.exit_code == 2
    assert "none.sqlite read PATH" in str(result.exception)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "no words"),
        (b"\x00\x01\x02\xff" * 100, "UTF-8"),
        (b"text \x00 more", "not a text"),
        (b"<!DOCTYPE html><html><script>alert(1)</script></html>", "HTML"),
        ("Министр сказал, что переговоры прошли хорошо и будут продолжены осенью. ".encode() * 5, "language"),
        ("Le ministre a dit au caf\xe9 que oui".encode("latin-1"), "UTF-8"),
    ],
)
def test_what_cannot_be_read_is_refused_aloud(
    run: Run, register: str, tmp_path: Path, content: bytes, message: str
) -> None:
    result = run("--register", register, "check", write(tmp_path, content), "--json")
    assert result.exit_code == 1
    (row,) = objects(result.stdout)
    assert row["findings"] == []
    assert row["supported"] is False
    assert row["problems"][0]["severity"] == "error"
    assert message in result.stderr


def test_a_file_that_is_not_there(run: Run, register: str, tmp_path: Path) -> None:
    result = run("--register", register, "check", str(tmp_path / "none.md"))
    assert result.exit_code == 1
    assert "can't be read" in result.stderr


def test_the_page_runs_and_loads_nothing(run: Run, register: str, tmp_path: Path) -> None:
    evil = (
        "<script>alert(1)</script> “<img src=x onerror=alert(2)> the fish is on the table,” "
        'said Bob "Carr" & <b>friends</b>. [x](javascript:alert(3))\n'
    )
    page = tmp_path / "page.html"
    result = run("--register", register, "check", write(tmp_path, evil), "--html", str(page))
    assert result.exit_code == 1
    text = page.read_text(encoding="utf-8")
    assert "<script" not in text
    assert "<img" not in text
    assert 'href="javascript' not in text
    assert "default-src 'none'" in text
    assert "&lt;script&gt;" in text


def test_the_page_marks_the_draft_and_leads_back_and_forth(run: Run, register: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    run("--register", register, "check", write(tmp_path, TRUE + "\n" + FALSE), "--html", str(page))
    text = page.read_text(encoding="utf-8")
    for number in (1, 2, 3):
        assert f'id="d1-m{number}"' in text
        assert f'href="#d1-m{number}"' in text
        assert f'id="d1-f{number}"' in text
        assert f'href="#d1-f{number}"' in text
    assert 'class="supported"' in text
    assert 'class="unsupported"' in text
    assert '<html lang="en">' in text
    assert "Skip to the findings" in text


def test_a_page_that_cannot_be_written(run: Run, register: str, tmp_path: Path) -> None:
    result = run("--register", register, "check", write(tmp_path, TRUE), "--html", str(tmp_path / "no" / "page.html"))
    assert result.exit_code == 2


def test_bad_dates_are_refused(run: Run, register: str, tmp_path: Path) -> None:
    result = run("--register", register, "check", write(tmp_path, TRUE), "--published", "yesterday")
    assert result.exit_code == 2


def test_nothing_of_a_draft_enters_the_register(run: Run, register: str, tmp_path: Path) -> None:
    with Register.open(register, create=False) as kept:
        before = kept.report_ids(), len(kept.records_by_id([]))
    run("--register", register, "check", write(tmp_path, FALSE))
    with Register.open(register, create=False) as kept:
        assert (kept.report_ids(), len(kept.records_by_id([]))) == before


def test_many_quotations_take_no_time_at_all(run: Run, register: str, tmp_path: Path) -> None:
    lines = [f"- Bob Carr: “{NAVIES.replace('two', str(number))}.”" for number in range(3, 150)]
    result = run("--register", register, "check", write(tmp_path, "\n".join(lines)), "--json")
    (row,) = objects(result.stdout)
    assert row["totals"]["by_status"] == {"altered": 147}
