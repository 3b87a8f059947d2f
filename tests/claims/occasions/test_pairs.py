"""Talks of no named sides, in a report about two states: text → parties."""

import pytest
from tests.claims.test_meetings import FILLER, meetings_in

from aidememoire.model import MeetingValues, Proposal

WARNING = "CHILE WARNS PERU\n\n"
TALKS = "The minister spoke of two days of crisis talks that ended in Asuncion on Friday."

ROWS = [
    (WARNING + TALKS, [("CHL", "PER")]),
    # three states, a body, or none: nobody can tell
    ("CHILE WARNS PERU AND BOLIVIA\n\n" + TALKS, []),
    ("CHILE WARNS THE EUROPEAN UNION AND PERU\n\n" + TALKS, []),
    ("A WARNING\n\n" + TALKS, []),
    # others' talks, talks on no day, in no place, and where bodies sit
    (WARNING + TALKS.replace("crisis", "debt"), []),
    (WARNING + TALKS.replace(" on Friday", ""), []),
    (WARNING + TALKS.replace(" in Asuncion", ""), []),
    (WARNING + TALKS.replace("Asuncion", "Geneva"), []),
    # another meeting of two sides is told of: it may be that one
    (
        WARNING + TALKS + " Chilean President Sebastian Pinera met Bolivian President Evo Morales in Quito in March.",
        [("BOL", "CHL")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=lambda value: str(value)[:100])
def test_pairs(text: str, expected: list[tuple[str, ...]]) -> None:
    found = [item for item in meetings_in(text + FILLER, "2012-05-08") if isinstance(item, Proposal)]
    assert [item.values.parties for item in found if isinstance(item.values, MeetingValues)] == expected
