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


@pytest.mark.parametrize(
    ("sentence", "subject", "status"),
    [
        # the words end where it is told that they were kept
        ("Norway said only two of the six pledges have been kept.", "the six pledges", "partly_fulfilled"),
        ("Two of Norway's six pledges have been carried out.", "Norway's six pledges", "partly_fulfilled"),
        (
            "Of the 50 buses that Norway promised, 19 have arrived.",
            "the 50 buses that Norway promised",
            "partly_fulfilled",
        ),
        # a sum that was promised
        (
            "Norway has not yet paid the $10 million that it promised to the fund.",
            "the $10 million that it promised to the fund",
            "not_fulfilled",
        ),
    ],
)
def test_how_many_of_what(sentence: str, subject: str, status: str) -> None:
    assert [(values.subject, values.status.value) for values in statuses_of(sentence)] == [(subject, status)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway has not yet paid the $10 million fine.",
        "Two of Norway's six ports have been closed.",
    ],
)
def test_nothing_was_promised(sentence: str) -> None:
    assert not statuses_of(sentence)
