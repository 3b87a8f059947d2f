"""Numbering: a year in brackets that only tells which document is meant."""

import pytest

from aidememoire.claims.occasions.words.numbering import is_year_of_document
from aidememoire.model import Span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the panel set up by resolution 1718 (2006) held talks", True),
        ("the talks in Oslo (2006) were brief", False),
        ("the talks under decision 12 (in 2006) were brief", False),
        ("the talks of 2006 on tuna", False),
    ],
)
def test_the_year_of_a_document(text: str, expected: bool) -> None:
    at = text.index("2006")
    assert is_year_of_document(text, Span("r", at, at + 4)) is expected
