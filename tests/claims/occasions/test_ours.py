"""Occasions of those who speak, of an account's own principal, of named conferences: text → occasions."""

import pytest
from tests.claims.tables import written
from tests.claims.test_meetings import FILLER, meetings_in

from aidememoire.model import MeetingValues, Proposal

TALK = """Remarks by Chilean President Juan Roe and Peruvian President Eva Moe
SANTIAGO, May 6, 2019
PRESIDENT ROE: Chilean President Juan Roe is glad. Welcome, Peruvian President Eva Moe.
PRESIDENT MOE: Thank you, and good afternoon.
"""
BRIEFING = """Press Briefing by Ida Doe
SANTIAGO, May 6, 2019
MS. DOE: Good afternoon.
"""

# what one of two presidents says beside the other → the meetings, beside those of the first lines
SPOKEN = [
    ("PRESIDENT ROE: We met recently in Bogota.", ["meeting held CHL+PER - Bogota"]),
    ("PRESIDENT MOE: The last time we met was in Bogota.", ["meeting held CHL+PER - Bogota"]),
    ("PRESIDENT MOE: I recall our previous meeting in Bogota.", ["meeting held CHL+PER - Bogota"]),
    # not theirs, or not one meeting
    ("PRESIDENT ROE: Our companies’ meeting in Bogota was useful.", []),
    ("PRESIDENT ROE: We met with fishermen in Bogota.", []),
    ("PRESIDENT ROE: We value meetings in general.", []),
    # whoever is spoken to
    ("PRESIDENT ROE: I recall your visit to Chile in March 2018.", ["visit held CHL+PER 2018-03 Chile"]),
    ("PRESIDENT ROE: I recall your team’s concert in Chile in March 2018.", []),
]

# what Chile's government tells → the meetings
TOLD = [
    # its own principal, by his bare office
    (
        "The Secretary will travel to Lima, Peru, from May 8 to 10.",
        ["visit planned CHL+PER 2019-05-08/2019-05-10 Lima"],
    ),
    # whom he will meet, by name
    (
        "Foreign Minister Rut Poe will fly to Lima on May 8. She will also hold bilateral meetings with Peruvian "
        "Prime Minister Leo Gil and Foreign Minister Eva Moe.",
        ["visit planned CHL+PER 2019-05-08 Lima", "meeting planned CHL+PER 2019-05-08 Lima"],
    ),
    # a chance taken, and one that is but hoped for
    (
        "President Juan Roe had the opportunity to meet with Peruvian President Eva Moe in Lima on Friday.",
        ["meeting held CHL+PER 2019-05-03 Lima"],
    ),
    ("President Juan Roe seeks the opportunity to meet with Peruvian President Eva Moe.", []),
    # at whose invitation
    (
        "The President of Chile will make an official visit to Peru on May 9 at the invitation of Peruvian President "
        "Eva Moe.",
        ["visit planned CHL+PER 2019-05-09 Peru"],
    ),
    # a great conference by its whole name, on a day or in a place
    ("Chile renewed the pledges of the May 2018 Global Glacier Summit.", ["summit held CHL 2018-05 -"]),
    ("The pledges of the Summit for Glaciers in 2018 still stand.", ["summit held CHL 2018 -"]),
    ("The pledges of the summit in 2018 still stand.", []),
    # told by its setting alone
    (
        "Foreign Minister Rut Poe addressed reporters in Lima after talks with Peruvian Foreign Minister Ana Gil.",
        ["talks held CHL+PER - Lima"],
    ),
    ("Foreign Minister Rut Poe addressed the talks with Peru.", []),
    ("He was Director for Trade Policy and Negotiations in Valparaiso.", []),
]

# what a wire tells → the meetings
WIRED = [
    ("The Secretary will travel to Lima, Peru, on May 8.", []),
    # what officials of two states attend together
    (
        "The presidents of Chile and Peru took part in the opening of a bridge.",
        ["ceremony held CHL+PER - -"],
    ),
    ("The singers of Chile and Peru took part in the opening of a bridge.", []),
]


def occasions(text: str, side: str | None) -> list[str]:
    found = (one for one in meetings_in(text, "2019-05-06", side) if isinstance(one, Proposal))
    return [written(one) for one in found if isinstance(one.values, MeetingValues)]


@pytest.mark.parametrize(("text", "expected"), SPOKEN, ids=lambda value: str(value)[:60])
def test_spoken(text: str, expected: list[str]) -> None:
    assert [one for one in occasions(TALK + text + "\n", "CHL") if "2019-05-06" not in one] == expected


def test_nobody_knows_who_we_are() -> None:
    assert occasions(BRIEFING + "MS. DOE: We met recently in Bogota.\n", "CHL") == []


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=lambda value: str(value)[:60])
def test_told(text: str, expected: list[str]) -> None:
    assert occasions(text + FILLER, "CHL") == expected


@pytest.mark.parametrize(("text", "expected"), WIRED, ids=lambda value: str(value)[:60])
def test_wired(text: str, expected: list[str]) -> None:
    assert occasions(text + FILLER, None) == expected


MEETING = """Meeting with President of Peru Eva Moe
SANTIAGO, May 6, 2019
President of Chile Juan Roe: Welcome, Madam President.
President of Peru Eva Moe: Thank you.
"""


@pytest.mark.parametrize(
    ("words", "others"),
    [
        ("Juan Roe: In September, we will hold a meeting in Bogota.", ["meeting planned CHL+PER 2019-09 Bogota"]),
        ("Juan Roe: We were glad of the rain in September.", []),
    ],
)
def test_headlines_meeting_is_not_that_of_another_day(words: str, others: list[str]) -> None:
    found = [written(one) for one in meetings_in(MEETING + words, "2019-05-06", "CHL")]
    assert sorted(found) == sorted(["meeting held CHL+PER 2019-05-06 SANTIAGO", *others])
