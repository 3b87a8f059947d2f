"""Stops of an announced journey: their days and towns, and what keeps one occasion apart from another."""

import pytest
from tests.claims.test_particulars import meetings_in

from aidememoire.claims.occasions.filling.stops import JOURNEY_TO
from aidememoire.claims.occasions.filling.trip_days import OF_RETURN
from aidememoire.claims.occasions.joining.apart import ALSO
from aidememoire.claims.occasions.joining.doubles import OFFICIALS
from aidememoire.model import MeetingValues

ON_THE_WAY = (
    "Special Envoy Anna Berg will travel to Kenya, Ghana, and Chile June 3-12.\n"
    "In Nairobi on June 4, Special Envoy Berg will meet with Kenyan Foreign Minister Amina Mohamed.\n"
    "In Ghana on June 7-8, the Special Envoy will meet with senior officials.\n"
    "The Special Envoy will then travel to Santiago to meet with Chilean officials."
)


def told(text: str, day: str = "2019-06-01", side: str | None = "USA") -> set[tuple[str, str, str, str]]:
    """Kind, sides, days and place of each occasion."""
    found = set()
    for proposal in meetings_in(text, day, side):
        values = proposal.values
        assert isinstance(values, MeetingValues)
        found.add((str(values.kind), "+".join(values.parties), str(values.date or "-"), values.place or "-"))
    return found


def test_each_stop_gives_the_visit_its_days_and_town() -> None:
    found = told(ON_THE_WAY)
    assert ("visit", "KEN+USA", "2019-06-04", "Nairobi") in found
    assert ("visit", "GHA+USA", "2019-06-07/2019-06-08", "Ghana") in found
    assert ("visit", "CHL+USA", "2019-06-03/2019-06-12", "Santiago") in found


def test_talks_with_unnamed_officials_are_the_visit() -> None:
    kinds = [kind for kind, sides, _, _ in told(ON_THE_WAY) if sides in {"GHA+USA", "CHL+USA"}]
    assert kinds == ["visit", "visit"]


def test_named_counterpart_is_met_at_a_meeting_of_its_own() -> None:
    assert ("meeting", "KEN+USA", "2019-06-04", "Nairobi") in told(ON_THE_WAY)


def test_an_earlier_journey_opens_no_stop() -> None:
    text = "Special Envoy Anna Berg will travel to Chile June 3-12.\n{} At the Lakes Summit in March, Kenya and {}."
    told_of = "The Special Envoy travelled to Kenya in April and met with Kenyan Foreign Minister Amina Mohamed."
    found = told(text.format(told_of, "the United States began a programme"))
    assert not [place for kind, *_, place in found if kind == "summit" and place != "-"]
    assert ("meeting", "KEN+USA", "2019-04", "Kenya") in found


@pytest.mark.parametrize(
    ("text", "side", "visits"),
    [
        ("Special Envoy Anna Berg will travel to Kenya, Ghana, Chile, and Peru June 3-12.", "USA", 4),
        ("Special Envoy Anna Berg returned on May 30 from travel to Kenya, Ghana, Chile, and Peru.", "USA", 4),
        # the press tells of a tour in one breath
        ("U.S. Special Envoy Anna Berg will travel to Kenya, Ghana, Chile, and Peru on June 3-12.", None, 1),
    ],
)
def test_each_country_of_an_announced_tour_is_a_visit(text: str, side: str | None, visits: int) -> None:
    assert len([one for one in told(text, side=side) if one[0] == "visit"]) == visits


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Special Envoy Anna Berg returned on May 30 from travel to Kenya.", "-"),
        ("Special Envoy Anna Berg returned from Kenya on May 30.", "-"),
        ("Special Envoy Anna Berg traveled to Kenya on May 30.", "2019-05-30"),
    ],
)
def test_day_of_a_return_is_not_that_of_the_journey(text: str, expected: str) -> None:
    assert ("visit", "KEN+USA", expected, "Kenya") in told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # each body has its own summit
        (
            "Secretary of State Anna Berg previewed aims of the next G7 and NATO Summits with Chilean Foreign "
            "Minister Juan Soto.",
            {"G7", "NATO"},
        ),
        ("They spoke of the next G7 leaders’ meeting and the NATO summit.", {"G7", "NATO"}),
    ],
)
def test_summits_of_two_bodies_are_two(text: str, expected: set[str]) -> None:
    bodies = [set(sides.split("+")) & {"G7", "NATO"} for _, sides, _, _ in told(text)]
    assert {name for one in bodies for name in one} == expected
    assert all(len(one) <= 1 for one in bodies)


def test_forum_that_two_also_attend_is_no_part_of_their_talks() -> None:
    text = (
        "On Tuesday, Chilean President Juan Soto held talks with Peruvian President Rosa Quispe in Lima.\n"
        "In addition, Juan Soto and Rosa Quispe attended the Chile-Peru Business Forum."
    )
    found = meetings_in(text, "2019-06-08", "CHL")
    formats = {str(one.values.kind): one.values.format for one in found if isinstance(one.values, MeetingValues)}
    assert formats.get("talks") is None
    assert "Chile-Peru Business Forum" in formats.values()


def test_summit_looked_back_on_is_not_the_meeting_of_two() -> None:
    text = (
        "Secretary Anna Berg and Guyanese President Irfaan Ali Before Their Meeting\n\n"
        "SECRETARY BERG: We had a very good Summit of the Americas in June.\n"
        "It is a pleasure to welcome President Ali here today."
    )
    found = [one.values for one in meetings_in(text, "2022-07-25", "USA") if isinstance(one.values, MeetingValues)]
    of_two = [one for one in found if one.parties == ("GUY", "USA")]
    assert of_two
    assert all(one.format is None for one in of_two)


@pytest.mark.parametrize(
    ("before", "is_found"),
    [
        ("will also have a ", True),
        ("In addition, the minister will attend the ", True),
        ("She also thanked him; later she held ", False),
        ("The minister will attend the ", False),
    ],
)
def test_what_is_done_too(before: str, is_found: bool) -> None:
    assert (ALSO.search(before) is not None) is is_found


@pytest.mark.parametrize(
    ("before", "is_found"),
    [
        ("The envoy returned on ", True),
        ("The envoy returned from Chile and Peru late on ", True),
        ("The envoy returned from Chile, where she met the president on the morning of the day before that of ", False),
        ("The envoy left on ", False),
    ],
)
def test_day_of_return(before: str, is_found: bool) -> None:
    assert (OF_RETURN.search(before) is not None) is is_found


@pytest.mark.parametrize(
    ("behind", "is_found"),
    [
        (" with senior Chilean officials to discuss trade", True),
        (" with government and civil society members.", True),
        (" with Chilean leaders, including Foreign Minister Juan Soto", False),
        (" with Foreign Minister Juan Soto", False),
        (" the demands of workers", False),
    ],
)
def test_people_without_names(behind: str, is_found: bool) -> None:
    assert (OFFICIALS.match(behind) is not None) is is_found


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ("she will then travel to Lima", True),
        ("he arrives in Lima", True),
        ("talks on the way to Lima", False),
        ("help travelled to the hungry", False),
    ],
)
def test_what_leads_to_a_stop(words: str, is_found: bool) -> None:
    assert (JOURNEY_TO.search(words) is not None) is is_found


def test_a_heading_or_another_day_ends_a_stop() -> None:
    text = (
        "Envoy Anna Berg travelled to Ghana on June 1-2 and met with Ghanaian President Ama Mensah.\n"
        "At their previous meeting, in 2017, Anna Berg and Ghanaian Foreign Minister Kofi Boateng spoke of trade."
    )
    assert not any(place == "Ghana" and "2017" in days for _, _, days, place in told(text, day="2019-06-03"))


def test_what_is_recalled_on_the_way_was_not_held_there() -> None:
    text = (
        "The Secretary will travel to Kenya June 3-5.\nIn Nairobi on June 4, the Secretary will thank officials. "
        "The ferry was announced during President Joe Biden’s summit with Kenya this year."
    )
    assert {(kind, place) for kind, _, _, place in told(text)} == {("visit", "Nairobi"), ("summit", "-")}
