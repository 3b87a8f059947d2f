"""Those who met beside a summit were at it; a day of a journey is that of what is done on it."""

import pytest
from tests.claims.test_particulars import meetings_in

from aidememoire.claims.occasions.filling.margins import BESIDE
from aidememoire.claims.occasions.words.purposes import is_done_there
from aidememoire.model import MeetingValues

DAY = "2019-05-06"
MET = "Japanese Prime Minister Shinzo Abe met French President Emmanuel Macron "


def values_of(text: str, kind: str, side: str | None = None) -> list[MeetingValues]:
    """What is said of the occasions of a kind, in order."""
    found = [proposal.values for proposal in meetings_in(text, DAY, side)]
    return [one for one in found if isinstance(one, MeetingValues) and str(one.kind) == kind]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (MET + "on the sidelines of the G7 summit in Osaka.", [("FRA", "G7", "JPN")]),
        (MET + "during the G7 summit in Osaka.", [("FRA", "G7", "JPN")]),
        # who is no member may be anybody's guest
        (
            MET.replace("French President Emmanuel Macron", "Kenyan President Uhuru Kenyatta")
            + "on the sidelines of the G7 summit in Osaka.",
            [("G7", "JPN")],
        ),
        # before it, and after it: elsewhere
        (MET + "ahead of the G7 summit in Osaka.", [("G7",)]),
        (MET + "a week after the G7 summit in Osaka.", [("G7",)]),
    ],
)
def test_those_who_met_beside_a_summit_were_there(text: str, parties: list[tuple[str, ...]]) -> None:
    assert [one.parties for one in values_of(text, "summit")] == parties


@pytest.mark.parametrize("words", ["on the margins of the ", "at the G8 ", "during a "])
def test_words_that_place_a_meeting_at_a_summit(words: str) -> None:
    assert BESIDE.search(words)


@pytest.mark.parametrize("words", ["ahead of the ", "after the ", "a communique of the "])
def test_words_that_place_none_there(words: str) -> None:
    assert not BESIDE.search(words)


@pytest.mark.parametrize(
    ("words", "is_done"),
    [
        ("working visit to Bern , where he will take part in the", True),
        ("will travel to Bern, where she is to chair a", True),
        ("flew to Bern, where he once chaired the", False),
        ("a letter from Bern, where he will attend the", False),
    ],
)
def test_what_is_done_on_a_journey(words: str, is_done: bool) -> None:
    assert is_done_there(words) is is_done


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "On May 9, Shinzo Abe will make a visit to Brussels, where he will attend the 7th EU-Japan summit.",
            ["2019-05-09"],
        ),
        ("On May 9, Shinzo Abe will speak in Brussels. Later he will attend the 7th EU-Japan summit.", [None]),
    ],
)
def test_the_day_of_a_journey_is_that_of_what_is_done_there(text: str, dates: list[str | None]) -> None:
    found = values_of(text, "summit", "JPN")
    assert [str(one.date) if one.date else None for one in found] == dates


def test_a_journey_ahead_that_stands_for_something_is_one_with_its_announcement() -> None:
    text = (
        "Envoy Berg’s Travel to Lima\n\nU.S. Envoy Anna Berg will travel to Lima May 10 to 12.\n"
        "Envoy Berg’s travel to Lima underscores the friendship of the United States and Peru."
    )
    assert [str(one.state) for one in values_of(text, "visit", "USA")] == ["planned"]


def test_a_short_name_in_brackets_ends_no_sentence() -> None:
    text = (
        "Call with Republic of Korea Minister Kim\n\nU.S. Envoy Anna Berg spoke today with Republic of Korea (ROK) "
        "First Vice Foreign Minister Kim Min Ho. They discussed the strait."
    )
    (call,) = values_of(text, "call", "USA")
    assert {one.name for one in call.participants} == {"Anna Berg", "Kim Min Ho"}
