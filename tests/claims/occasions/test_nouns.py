"""The table of nouns, row by row: nouns that it accepts, and words like them that neither it nor its list accepts."""

import csv
import re
from importlib.resources import files

import pytest

from aidememoire.claims.occasions.words.nouns import any_of

TABLE = files("aidememoire.claims").joinpath("data", "occasion_nouns.tsv").read_text(encoding="utf-8")
ROWS = list(csv.DictReader(TABLE.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['list']} {row['subject']}")
def test_row(row: dict[str, str]) -> None:
    accepts, refuses = row["accepts"].split("; "), row["refuses"].split("; ")
    assert len(accepts) > 1
    assert len(refuses) > 1
    for words in accepts:
        assert re.fullmatch(row["nouns"], words, re.IGNORECASE), words
        assert re.fullmatch(any_of(row["list"]), words, re.IGNORECASE), words
    for words in refuses:
        assert not re.fullmatch(any_of(row["list"]), words, re.IGNORECASE), words


@pytest.mark.parametrize("name", sorted({row["list"] for row in ROWS}))
def test_no_noun_stands_twice_in_a_list(name: str) -> None:
    nouns = [noun for row in ROWS if row["list"] == name for noun in re.split(r"\|(?![^(]*\))", row["nouns"])]
    assert len(nouns) == len(set(nouns))


def test_an_unknown_list_is_an_error() -> None:
    with pytest.raises(KeyError):
        any_of("vehicles")
