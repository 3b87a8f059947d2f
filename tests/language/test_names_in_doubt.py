"""Mistaken names of ministers of many states: a table that was written before it was tried."""

import pytest

from tests.language.people_reading import mentions_of
from tests.language.tables import fields_of

ROWS = fields_of("names_in_doubt.tsv", 5)
LEAST_PRECISION, LEAST_RECALL = 0.95, 0.85
"""Floors of this table alone; what it fails on are names far from the holder's, and romanisations no table has."""


def _doubted(day: str, words: str) -> list[tuple[str, str | None]]:
    mentions = mentions_of(f"{words} arrived in Lima.", published=day)
    return [(mentions.words(doubtful.span), doubtful.proposed) for doubtful in mentions.doubtful]


@pytest.mark.parametrize(("day", "words", "name", "person", "fails"), ROWS, ids=[f"{row[0]} {row[1]}" for row in ROWS])
def test_a_mistaken_name(day: str, words: str, name: str, person: str, fails: str) -> None:
    is_right = _doubted(day, words) == ([] if name == "-" else [(name, person)])
    assert is_right != bool(fails)


def test_precision_and_recall() -> None:
    found = [
        (name, _doubted(day, words) == [(name, person)], _doubted(day, words)) for day, words, name, person, _ in ROWS
    ]
    right = sum(is_right for _, is_right, _ in found)
    assert right / sum(bool(doubted) for _, _, doubted in found) >= LEAST_PRECISION
    assert right / sum(name != "-" for name, _, _ in found) >= LEAST_RECALL
