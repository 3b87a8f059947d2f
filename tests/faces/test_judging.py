"""``judge``, ``undo`` and ``judgements``: a person overrules the machine, sees who did, and takes it back."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.faces.conftest import Run
from tests.faces.test_schemas import checked


@pytest.fixture
def own(register: str, tmp_path: Path) -> str:
    """A copy of the register with the examples, to be ruled on."""
    place = tmp_path / "own.sqlite"
    place.write_bytes(Path(register).read_bytes())
    return str(place)


def meetings(run: Run, register: str) -> list[dict[str, Any]]:
    done = run("--register", register, "meetings", "--between", "JPN", "AUS", "--json")
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_two_meetings_are_joined_and_parted_again(run: Run, own: str) -> None:
    before = meetings(run, own)
    one, other = (row["id"] for row in before[-2:])
    done = run("--register", own, "judge", "same", one, other, "--by", "eva")
    (made,) = checked("judgement", done.stdout)
    assert made["by"] == "eva"
    assert len(made["now"]) == 1  # type: ignore[arg-type]
    assert len(meetings(run, own)) == len(before) - 1
    (undo,) = re.findall(r"to take it back: aidememoire (.+)", done.stderr)
    (undone,) = checked("judgement", run(*undo.split(), "--by", "max").stdout)
    assert undone["undone_by"] == "max"
    assert meetings(run, own) == before


def test_one_is_parted_by_two_of_its_claims(run: Run, own: str) -> None:
    before = meetings(run, own)
    told = next(row["claims"] for row in before if len({claim["report"] for claim in row["claims"]}) > 1)
    done = run("--register", own, "judge", "different", told[0]["claim_id"], told[1]["claim_id"], "--json")
    assert len(checked("judgement", done.stdout)[0]["now"]) == 2  # type: ignore[arg-type]
    assert len(meetings(run, own)) == len(before) + 1


def test_a_value_is_corrected_by_accepting_the_claim_that_tells_it(run: Run, own: str) -> None:
    row = next(row for row in meetings(run, own) if row["rivals"].get("date"))
    shown, rival = row["rivals"]["date"][:2]
    assert row["date"] == shown["value"]
    run("--register", own, "judge", "accepted", rival["claims"][0])
    row = next(found for found in meetings(run, own) if found["id"] == row["id"])
    assert row["date"] == rival["value"]
    assert row["reasons"]["date"] == "accepted by a person"
    assert [one["ruling"] for one in row["judgements"]] == ["accepted"]
    page = " ".join(run("--register", own, "show", row["id"], "--text").stdout.split())
    assert "judged accepted by" in page


def test_judgements_lists_those_in_force_and_with_all_those_taken_back(run: Run, own: str) -> None:
    first, second = (row["claims"][0]["claim_id"] for row in meetings(run, own)[:2])
    for claim in (first, second):
        run("--register", own, "judge", "rejected", claim, "--by", "eva")
    run("--register", own, "undo")  # the last
    (listed,) = checked("judgement", run("--register", own, "judgements", "--json").stdout)
    assert listed["left"] == first
    assert listed["words"]
    every = checked("judgement", run("--register", own, "judgements", "--all", "--json").stdout)
    assert [bool(one["undone_at"]) for one in every] == [False, True]
    assert "eva" in run("--register", own, "judgements", "--text").stdout
    assert run("--register", own, "judgements", "--csv").stdout.startswith("id,ruling,left")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["judge", "rejected", "a", "b"], "Put a name of several words in quotation marks"),
        (["judge", "same", "a"], "said of two"),
        (["judge", "accepted", "Nobody At All"], "goes by that"),
        (["undo"], "no judgement is in force"),
        (["undo", "0123456789"], "no judgements in force go by that id"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_use_is_two_and_says_why(run: Run, own: str, arguments: list[str], told: str) -> None:
    done = run("--register", own, *arguments)
    assert done.exit_code == 2
    assert told in str(done.exception)


def test_there_is_no_other_ruling(run: Run, own: str) -> None:
    assert run("--register", own, "judge", "perhaps", "a").exit_code == 2
