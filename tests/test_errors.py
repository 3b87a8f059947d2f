"""The table of commonest errors is true: each of its sentences still gives what the table says."""

from pathlib import Path
from typing import Any

import pytest

from aidememoire.pipeline import knowledge_in_use, read_text
from aidememoire.views.readings import claims_json

PAGE = Path(__file__).parents[1] / "docs" / "explanation" / "errors.md"
ROWS = [
    [cell.strip() for cell in line.strip("|\n").split("|")]
    for line in PAGE.read_text(encoding="utf-8").splitlines()
    if line.startswith(("| statement", "| promise", "| meeting"))
]


def written(kind: str, claims: dict[str, Any]) -> str:
    """The claims of a kind as the table writes them."""
    places = {one["mid"]: one["place"] for one in claims["meetings"]}
    said = {
        "statement": [
            f"{one['speaker']} ({one['speaker_party'] or 'no party'}): {one['content']}" for one in claims["statements"]
        ],
        "promise": [
            f"{'+'.join(one['made_by'])} {one['strength']}: {one['content']}"
            + (f", at the meeting in {places[one['made_at']]}" if one["made_at"] else "")
            for one in claims["commitments"]
        ],
        "meeting": [
            f"{one['kind']} {'+'.join(one['parties'])} {one['date']} {one['place']}: "
            + (", ".join(who["name"] for who in one["participants"]) or "nobody")
            for one in claims["meetings"]
        ],
    }
    return "; ".join(said[kind]) or "nothing"


def test_there_are_ten() -> None:
    assert len(ROWS) == 10


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_what_comes_out(row: list[str]) -> None:
    error, _, sentence, comes_out, _ = row
    knowledge = knowledge_in_use()
    report, _, reading = read_text("OSLO, May 10 - " + sentence, published="2021-05-10", knowledge=knowledge)
    assert written(error.partition(":")[0], claims_json(report, reading)) == comes_out
