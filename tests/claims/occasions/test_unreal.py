"""Words for a meeting that tell of none, and occasions told of twice in one account."""

import pytest
from tests.claims.test_particulars import meetings_in

from aidememoire.model import MeetingValues


def kinds(text: str, side: str | None = "USA", day: str = "2019-06-05") -> list[str]:
    found = [one.values for one in meetings_in(text, day, side)]
    return [f"{one.kind} {one.state} {'+'.join(one.parties)}" for one in found if isinstance(one, MeetingValues)]


@pytest.mark.parametrize(
    "text",
    [
        # what others are told to do
        "Deputy Secretary Anna Berg and Foreign Minister Juan Soto of Chile urged Peru to return to negotiations.",
        "Anna Berg stressed the need for Chile and Peru to launch direct talks.",
        "Chile wants Peru to take part in the talks with Kenya.",
        "Chile called on Peru to join the talks with Kenya.",
        # how ready somebody is
        "Deputy Secretary Anna Berg stressed U.S. preparedness to meet Chile without preconditions.",
        "The leaders of Chile and Peru welcomed the opportunity to meet.",
        # what is met is a demand
        "Instead of meeting this request, Chilean authorities answered Peru with silence.",
        "Chile and Peru agreed on meeting their obligations.",
        # the subject of a document
        "A protocol was signed on consultations between the Chilean and Peruvian foreign ministries.",
        # a process of years
        "The European Union is taking a step by opening EU accession talks with Georgia.",
        # a welcome to what somebody did
        "U.S. Special Envoy Anna Berg welcomed Chilean Foreign Minister Juan Soto’s decision.",
        # an ambassador goes to his post
        "Ambassador Anna Berg will be departing for Lima to serve as Chargé d’Affaires.",
        # a post at a body, a seat in it
        "Chile will appoint the first-ever Chilean Envoy to the Pacific Islands Forum.",
        "The United States welcomed Chile joining the UN Security Council in January 2018 for a two-year term.",
        # a journey to doctors
        "Chilean Foreign Minister Juan Soto travels to Peru for urgent medical treatment.",
        # a series of no day
        "Chilean President Juan Soto said he had had seven meetings with Peruvian President Rosa Quispe.",
        # a stage is spoken at
        "Chilean President Juan Soto and Peruvian President Rosa Quispe will speak at a fair of books.",
        # no journey
        "As NATO Allies, we will go on to strengthen our coasts.",
    ],
)
def test_nothing_is_claimed(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Berg, the U.S. Deputy Secretary, returned to talks with Chile in Lima on Tuesday.", "CHL+USA"),
        ("U.S. Special Envoy Anna Berg welcomed Chilean Foreign Minister Juan Soto on Tuesday.", "CHL+USA"),
        ("Chilean and Peruvian foreign ministers held consultations in Lima on Tuesday.", "CHL+PER"),
        ("U.S. Ambassador Anna Berg will travel to Peru on Friday to meet with President Rosa Quispe.", "PER+USA"),
        ("Chilean Foreign Minister Juan Soto joined the UN Security Council meeting in New York on Tuesday.", "UN"),
        ("Anna Berg, the U.S. envoy, will address the Pacific Islands Forum in Suva on Friday.", "PIF+USA"),
        ("Chilean Foreign Minister Juan Soto travels to Peru for treatment of the border issue in talks.", "CHL+PER"),
        (
            "Chilean President Juan Soto had two meetings with Peruvian President Rosa Quispe in Lima on Tuesday.",
            "CHL+PER",
        ),
        ("Chilean President Juan Soto took the opportunity to meet Peruvian President Rosa Quispe in Lima.", "CHL+PER"),
    ],
)
def test_what_was_held_is_claimed(text: str, expected: str) -> None:
    assert any(one.endswith(expected) for one in kinds(text))


def test_what_was_discussed_on_a_call_is_the_call() -> None:
    text = (
        "Deputy Secretary of State Anna Berg spoke by phone today with Chilean Foreign Minister Juan Soto.\n"
        "Deputy Secretary Berg discussed with Foreign Minister Soto the importance of open seas."
    )
    assert kinds(text) == ["call held CHL+USA"]


def test_summit_talks_are_one_summit() -> None:
    found = kinds("I hope that the upcoming Chilean-Peruvian summit talks in December will help.", "CHL")
    assert found == ["summit planned CHL+PER"]


def test_first_sentence_gives_the_day_of_what_only_the_headline_tells() -> None:
    text = (
        "U.S. Delegation Meeting with Peruvian Representatives\n\n"
        "On June 2 and 3, Special Envoy Anna Berg led a senior delegation for two days of exchanges."
    )
    days = {str(one.values.date) for one in meetings_in(text, "2019-06-05", "USA")}
    assert "2019-06-02/2019-06-03" in days


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Juan Soto met with Peruvian President Rosa Quispe\n\nAfter the talks, Juan Soto left.",
            "meeting",
        ),
        ("Juan Soto held talks with Peruvian President Rosa Quispe\n\nAfter the meeting, Juan Soto left.", "talks"),
    ],
)
def test_headline_says_what_kind_it_was(text: str, kind: str) -> None:
    text = text.replace("Juan Soto", "Chilean President Juan Soto", 1)
    assert {one.split()[0] for one in kinds(text, "CHL")} == {kind}


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (
            "Secretary of State Anna Berg met today with Chilean Foreign Minister Juan Soto in Washington, D.C., "
            "as part of the U.S.-Chile Strategic Dialogue.",
            ("Strategic Dialogue", None),
        ),
        (
            "U.S. Vice President Anna Berg will travel to Munich to attend the Munich Security Conference.",
            ("Munich Security Conference", None),
        ),
        ("Anna Berg will make the first visit by a U.S. Secretary of State to Tonga since 1991.", (None, None)),
    ],
)
def test_format_and_number(text: str, fields: tuple[str | None, int | None]) -> None:
    found = [one.values for one in meetings_in(text, "2019-06-05", "USA") if isinstance(one.values, MeetingValues)]
    assert len(found) == 1
    (values,) = found
    assert values.ordinal == fields[1]
    assert (values.format or "").endswith(fields[0] or "")
    assert bool(values.format) is bool(fields[0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a host's verb and what is hosted
        (
            "We look forward to Japan hosting the next Quad Leaders’ Summit in the first half of 2020.",
            ["summit planned Quad"],
        ),
        ("Japan will host the Quad Leaders’ Summit in Tokyo in May 2020.", ["summit planned JPN+Quad"]),
        # a session of a numbered session
        (
            "At the second session of the fifth UN Environment Assembly in Nairobi in March 2019, the United States "
            "joined a call for action.",
            ["meeting held UN+USA"],
        ),
        # who went along
        (
            "Secretary Anna Berg is on travel to Germany and France from June 2-9, 2019.\n"
            "Assistant Secretary Olaf Dahl accompanies Secretary Anna Berg on travel to Germany and France, from June "
            "2-9, 2019.",
            ["visit ongoing DEU+USA", "visit ongoing FRA+USA"],
        ),
        # what is to be done at it
        (
            "President Juan Soto of Chile and President Rosa Quispe of Peru will hold talks in Lima on Friday.\n"
            "During the top-level meeting, the two presidents are expected to review trade.",
            ["talks planned CHL+PER"],
        ),
    ],
)
def test_what_is_told_twice_is_claimed_once(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # journeys of two travellers, neither of whom goes with the other
        (
            "Under Secretary Anna Berg will travel to Germany on June 10.\n"
            "Assistant Secretary Olaf Dahl will travel to Germany on June 17.",
            ["visit planned DEU+USA", "visit planned DEU+USA"],
        ),
        # a guest received on the way to another occasion
        (
            "Japanese Prime Minister Shinji Mori hosted President Juan Soto of Chile on Monday.\n"
            "Japan will host the Quad Leaders’ Summit in Tokyo in May 2020.",
            ["meeting held CHL+JPN", "summit planned JPN+Quad"],
        ),
    ],
)
def test_two_occasions_stay_two(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


def test_what_was_moved_is_on_the_later_day() -> None:
    (found,) = meetings_in(
        "The meeting between Chile and Peru, planned for May, has been moved to 10 June.", "2019-06-05", "USA"
    )
    assert isinstance(found.values, MeetingValues)
    assert found.values.date is not None
    assert found.values.date.first.isoformat() == "2019-06-10"


def test_what_another_was_moved_to_is_not_its_day() -> None:
    text = "The meeting between Chile and Peru was held on 3 June, and the fair was moved to 10 June."
    (found,) = meetings_in(text, "2019-06-05", "USA")
    assert isinstance(found.values, MeetingValues)
    assert found.values.date is not None
    assert found.values.date.first.isoformat() == "2019-06-03"
