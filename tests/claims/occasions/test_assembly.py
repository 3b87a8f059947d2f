"""Meetings of many, with those who came by the report's other sentences: text → occasions."""

import pytest
from tests.claims.tables import all_written
from tests.claims.test_meetings import FILLER, meetings_in

from aidememoire.model import Proposal

POWERS = "World powers met in Oslo on Monday. "
AHEAD = "World powers will meet in Oslo on 14 May. "

ROWS = [
    # nobody is said to have come
    (POWERS + "Chile sent rice to Peru.", []),
    # the same meeting told of again, with who spoke of it
    (
        POWERS + "Chilean Foreign Minister Alfredo Moreno said after the Oslo meeting that it was calm.",
        ["meeting held CHL 2012-05-07 Oslo"],
    ),
    (POWERS + "Chilean Foreign Minister Alfredo Moreno said after the Lima fair that it was calm.", []),
    # who came, or will
    (
        POWERS + "Chile and Peru were represented by their ministers.",
        ["meeting held CHL+PER 2012-05-07 Oslo"],
    ),
    (POWERS + "It was attended by Chile and Peru.", ["meeting held CHL+PER 2012-05-07 Oslo"]),
    (POWERS + "Chile and Peru were not represented.", []),
    (AHEAD + "Chile and the African Union will also attend.", ["meeting planned AU+CHL 2012-05-14 Oslo"]),
    (AHEAD + "Chile and the African Union attended the fair last year.", []),
    (
        AHEAD + "Chilean Foreign Minister Alfredo Moreno is among a dozen ministers attending.",
        ["meeting planned CHL 2012-05-14 Oslo"],
    ),
    # who spoke in the place
    (
        POWERS + "Finnish Foreign Minister Erkki Tuomioja was speaking in Oslo.",
        ["meeting held FIN 2012-05-07 Oslo"],
    ),
    # a minister with his counterparts is no meeting to which others came
    (
        "Norwegian Foreign Minister Jonas Gahr Store met his Gulf counterparts in Cairo on Monday. "
        "Chile will also attend.",
        ["meeting held NOR 2012-05-07 Cairo"],
    ),
    # who opens, hosts or addresses a conference of many is there
    (
        "Opening a 31-nation fish conference in Oslo on Monday, Norwegian Foreign Minister Jonas Gahr Store was mute.",
        ["meeting held NOR 2012-05-07 Oslo"],
    ),
    ("Norwegian Foreign Minister Jonas Gahr Store praised a conference on salmon in Oslo on Monday.", []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=lambda value: str(value)[:100])
def test_meetings_of_many(text: str, expected: list[str]) -> None:
    assert all_written(meetings_in(text + FILLER, "2012-05-08")) == expected


def test_where_it_is_said_why() -> None:
    found = meetings_in(POWERS + "It was attended by Chile." + FILLER, "2012-05-08")
    assert dict(next(item for item in found if isinstance(item, Proposal)).inferred)["parties"]
