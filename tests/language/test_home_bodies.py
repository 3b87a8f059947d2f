"""Foreign offices and secretaries of several states, and who serves at an embassy: text → who, and of whom."""

import pytest

from aidememoire.claims.occasions.parties.participation import BEHIND_POST
from aidememoire.model import MeetingValues, Proposal
from tests.claims.tables import all_written
from tests.claims.test_meetings import meetings_in, read

DAY = "2019-05-06"

PEOPLE = [
    # the report is from a state whose foreign secretary is an official
    ("NEW DELHI: Foreign Secretary Asha Poe met the Kenyan envoy.", "Asha Poe", "IND", "foreign secretary"),
    ("ISLAMABAD: Foreign Secretary Asha Poe met the Kenyan envoy.", "Asha Poe", "PAK", "foreign secretary"),
    # it names but that one
    ("In Kathmandu the Nepalese side was led by Foreign Secretary Asha Poe.", "Asha Poe", "NPL", "foreign secretary"),
    # elsewhere it is the minister
    ("British Foreign Secretary Ann Poe met the Indian envoy.", "Ann Poe", "GBR", "foreign minister"),
    ("MANILA: Foreign Secretary Teodoro Locsin met the Indian envoy.", "Teodoro Locsin", "PHL", "foreign minister"),
    # the Foreign Office
    ("ISLAMABAD: Foreign Office spokesperson Asha Poe denied it.", "Asha Poe", "PAK", "spokesperson"),
    ("Pakistan’s Foreign Office spokesperson Asha Poe denied it.", "Asha Poe", "PAK", "spokesperson"),
    ("LONDON: Foreign Office spokesperson Ann Poe spoke of Pakistan.", "Ann Poe", "GBR", "spokesperson"),
    # at an embassy
    (
        "The minister received the Chargé d'Affaires of the Kenyan Embassy in Lima, Ann Poe.",
        "Ann Poe",
        "KEN",
        "chargé d'affaires",
    ),
]


@pytest.mark.parametrize(("text", "name", "party", "office"), PEOPLE)
def test_whose_secretary_and_spokesman(text: str, name: str, party: str, office: str) -> None:
    found = next(actor for actor in read(text, DAY).actors if actor.name == name)
    assert (found.party, found.office) == (party, office)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ISLAMABAD: The Foreign Office denied it.", "PAK"),
        ("BERLIN: The Foreign Office denied it.", "DEU"),
        ("The Foreign Office denied it.", "GBR"),
        ("The British and Pakistani sides met, the Foreign Office said.", "GBR"),
        ("India’s Foreign Office denied it.", "IND"),
    ],
)
def test_whose_foreign_office(text: str, expected: str) -> None:
    bodies = [actor.party for actor in read(text, DAY).actors if "Foreign Office" in actor.name]
    assert bodies == [expected]


def test_who_is_named_behind_his_post_takes_part() -> None:
    (meeting,) = [
        item
        for item in meetings_in(
            "Peruvian Foreign Minister Ana Soto received the Kenyan ambassador in Lima, John Otieno, on Friday.", DAY
        )
        if isinstance(item, Proposal)
    ]
    assert isinstance(meeting.values, MeetingValues)
    assert [one.name for one in meeting.values.participants] == ["Ana Soto", "John Otieno"]
    assert BEHIND_POST.fullmatch(" in Lima, ")
    assert not BEHIND_POST.fullmatch(" in Lima and ")


def test_those_who_signed_with_iran() -> None:
    text = "The JCPOA Joint Commission met in Vienna on Friday."
    assert all_written(meetings_in(text, DAY)) == ["talks held CHN+DEU+EU+FRA+GBR+IRN+RUS 2019-05-03 Vienna"]
    text = "Iran and the 4+1 group held talks in Vienna on Friday."
    assert all_written(meetings_in(text, DAY)) == ["talks held IRN+P5+1 2019-05-03 Vienna"]
