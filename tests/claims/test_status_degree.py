"""Degree: "little of" and "few of" what was agreed is hardly done; "a few of" it is done; each is told once."""

import pytest

from tests.claims.test_statuses import CONTEXT, statuses_of


@pytest.mark.parametrize(
    ("sentence", "statuses"),
    [
        ("Few of the agreements with Norway were implemented.", ["not_fulfilled"]),
        ("Little of the agreement with Norway has been carried out.", ["not_fulfilled"]),
        ("A few of the agreements with Norway were implemented.", ["fulfilled"]),
        ("The agreement with Norway, little of it known, was implemented.", ["fulfilled"]),
        ("Resolution 1718 was implemented. Norway said that the resolution was implemented.", ["fulfilled"]),
    ],
)
def test_degree(sentence: str, statuses: list[str]) -> None:
    assert [values.status.value for values in statuses_of(CONTEXT + sentence)] == statuses
