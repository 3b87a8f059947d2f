"""Tables and pages on narrow terminals: no word is broken, nothing is lost."""

import json
import re
from collections import Counter
from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from aidememoire.faces.cli import _COMMANDS, cli, output
from tests.faces.conftest import Run

WIDTHS = (120, 80, 60)
ADDRESS = "https://www.example.org/en/press/2014/06/statement-by-the-minister-on-the-talks-of-thursday"
MEETING = {
    "id": "m64e8d1fe6e03040a",
    "date": "2014-06-12",
    "state": "held",
    "parties": ["AUS", "JPN"],
    "content": "The two ministers reaffirmed the intergovernmental agreement on telecommunications",
    "source": ADDRESS,
}


def words(text: str) -> Counter[str]:
    """What stands between spaces, but for the lines of the table."""
    return Counter(re.sub(r"[\u2500-\u257f]", " ", text).split())


def print_table(rows: list[output.Row], columns: list[str], width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    output.print_rows(rows, columns, output.Form.TABLE, title="meetings")


@pytest.mark.parametrize("width", [30, *WIDTHS])
@pytest.mark.parametrize("number", range(1, len(MEETING) + 1))
def test_no_word_is_broken(
    width: int, number: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    columns = list(MEETING)[:number]
    print_table([MEETING, MEETING], columns, width, monkeypatch)
    printed = capsys.readouterr().out
    told = words(" ".join(output._plain(MEETING[column]) for column in columns))
    del told[ADDRESS]
    assert words(printed) >= told + told
    assert all(cell_len(line.rstrip()) <= width for line in printed.splitlines())


@pytest.mark.parametrize(
    ("width", "is_table"),
    [pytest.param(100, True, id="the columns have room"), pytest.param(60, False, id="a field a line")],
)
def test_rows_are_blocks_where_columns_have_no_room(
    width: int, is_table: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    print_table([MEETING], ["id", "date", "state", "content"], width, monkeypatch)
    printed = capsys.readouterr().out
    assert ("┃" in printed) == is_table
    assert printed.splitlines()[0].strip() == "meetings: 1"


def test_a_block_leaves_out_what_nobody_says(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    print_table([{**MEETING, "state": None}], list(MEETING), 60, monkeypatch)
    printed = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in printed if line[:1].islower()] == [
        *("meetings:", "id", "date", "parties", "content", "source")
    ]


def test_nothing_is_no_table(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    print_table([], list(MEETING), 80, monkeypatch)
    assert capsys.readouterr().out.strip() == "meetings: 0"


def test_markup_and_links_are_words(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    print_table([{"content": "[bold]He[/bold] said [/x] :smile:"}], ["content"], 80, monkeypatch)
    assert "[bold]He[/bold] said [/x] :smile:" in capsys.readouterr().out


@given(st.lists(st.lists(st.text("ab 漢-,", max_size=40), min_size=3, max_size=3), max_size=3), st.integers(8, 90))
def test_columns_fit_or_there_are_none(cells: list[list[str]], room: int) -> None:
    columns = ("id", "date", "content")
    widths = output._widths(columns, cells, room)
    if widths is None:
        return
    assert sum(widths) + 3 * len(columns) + 1 <= room
    for place, width in enumerate(widths):
        longest = max((cell_len(word) for row in cells for word in row[place].split()), default=0)
        assert width >= min(longest, output._LONGEST_WORD)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    "command",
    ["dialogues", "meetings", "people", "statements", "commitments", "statuses", "events", "conflicts", "reports"],
)
def test_lists_of_the_register_break_no_word(
    run: Run, register: str, command: str, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "1000")
    wide = run("--register", register, command, "--text").stdout
    monkeypatch.setenv("COLUMNS", str(width))
    narrow = run("--register", register, command, "--text").stdout
    assert {word for word in words(wide) if cell_len(word) <= output._LONGEST_WORD} <= set(words(narrow))
    assert all(cell_len(line.rstrip()) <= width for line in narrow.splitlines())


def every_command() -> list[tuple[str, click.Command]]:
    found = []
    for name in _COMMANDS:
        command = cli.get_command(click.Context(cli), name)
        assert command is not None
        found += [(name, command), *((f"{name} {one}", sub) for one, sub in getattr(command, "commands", {}).items())]
    return found


@pytest.mark.parametrize("command", [pytest.param(command, id=name) for name, command in every_command()])
def test_what_has_json_has_text_for_a_pipe(command: click.Command) -> None:
    forms = {name for option in command.params for name in option.opts}
    assert ("--json" in forms) == ("--text" in forms)


@pytest.mark.parametrize("forms", [["--text", "--json"], ["--text", "--csv"], ["--json", "--csv"]], ids=" ".join)
@pytest.mark.parametrize("command", ["meetings", "conflicts", "events", "reports", "problems"])
def test_one_form_is_printed(run: Run, register: str, command: str, forms: list[str]) -> None:
    result = run("--register", register, command, *forms)
    assert result.exit_code == 2
    assert "Give one." in str(result.exception)


EVIL = "\x1b]0;renamed\x07\x1b[2J"


@pytest.mark.parametrize(
    "command",
    [
        ["claims", "{file}"],
        ["text", "{file}"],
        ["explain", "{file}", "--text"],
        ["statements"],
        ["show", "Ana Poe"],
        ["show", "Ana Poe", "--text"],
        ["brief", "Norway", "Sweden", "--text"],
        ["brief", "Norway", "Sweden", "--markdown"],
        ["brief", "Norway", "Sweden"],
    ],
    ids=" ".join,
)
def test_a_report_gives_the_terminal_no_orders(
    run: Run, tmp_path: Path, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"Norwegian Foreign Minister Ana Poe met Swedish Foreign Minister Bo Roe in Oslo on 5 May 2003. {EVIL} "
    text += f"Poe said that the talks with Sweden were {EVIL} good, and that Norway would go on with them. "
    text += "The two ministers agreed to meet again in Stockholm in the autumn. " * 9
    row = {"id": "evil", "text": text, "published": "2003-05-06", "outlet": f"Wire{EVIL}", "title": f"Talks {EVIL}"}
    (tmp_path / "a.jsonl").write_text(json.dumps(row), encoding="utf-8")
    register = str(tmp_path / "r.sqlite")
    run("--register", register, "read", str(tmp_path / "a.jsonl"), "--readers", "rules")
    for module in ("output", "explain", "views"):
        monkeypatch.setattr(f"aidememoire.faces.cli.{module}.wants_json", lambda is_json: is_json)
    result = run("--register", register, *(part.format(file=tmp_path / "a.jsonl") for part in command))
    assert result.exit_code == 0, result.stderr
    assert result.stdout.strip()
    assert "\x07" not in result.output
    assert "\x1b]" not in result.output
    assert "\x1b[2J" not in result.output


def test_claims_for_a_person_name_each_kind_as_one(run: Run) -> None:
    """A line a claim: its kind in the singular, and of a meeting state, kind, day, parties and place."""
    text = (
        "The foreign ministers of Norway and Sweden met in Oslo on Monday. The treaty on reindeer grazing between"
        " Norway and Sweden was suspended, they said. “With the Bay I have built trust,” said the minister."
    )
    line = json.dumps({"id": "x", "text": text, "published": "2003-05-06"})
    printed = run("claims", "-", "--text", input=line).stdout
    kinds = {found.split()[0] for found in printed.splitlines() if re.match(r" {2,11}\w+  \S", found)}
    assert (
        {"meeting", "status"}
        <= kinds
        <= {"meeting", "statement", "commitment", "status", "dialogue", "doubtful", "withheld"}
    )
    assert "held talks 2003-05-05 NOR–SWE in Oslo" in printed or "held meeting 2003-05-05 NOR–SWE in Oslo" in printed
    assert "perhaps None" not in printed
