"""What was planned and came to nothing, what was never held, and what is only hoped for or proposed."""

import pytest
from tests.claims.test_particulars import meetings_in

from aidememoire.claims.occasions.standing.unfulfilled import came_to_nothing, is_only_hoped
from aidememoire.model import MeetingValues


def found(text: str, day: str = "2019-06-05") -> list[str]:
    values = [one.values for one in meetings_in(text, day, None)]
    return [f"{one.kind} {one.state} {'+'.join(one.parties)}" for one in values if isinstance(one, MeetingValues)]


@pytest.mark.parametrize(
    "text",
    [
        "Chile and Peru have yet to hold the ministerial meeting that they announced for 2018.",
        "Talks between Chile and Peru, promised in May 2017, have never been held.",
        "The summit of Chile and Peru, announced in May 2018, was never held.",
        "Chile's foreign minister will not receive the delegation of the Lima summit, he said.",
    ],
)
def test_what_was_never_held_is_no_meeting(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chilean President Juan Soto was to have met Peruvian President Rosa Quispe in Lima on Tuesday but did not "
            "come.",
            ["meeting cancelled CHL+PER"],
        ),
        (
            "Chilean President Juan Soto was due to meet Peruvian President Rosa Quispe in Lima on Tuesday, but snow "
            "closed the airport and the meeting did not happen.",
            ["meeting cancelled CHL+PER"],
        ),
        (
            "The border commission of Chile and Peru, which was to convene in Tacna in May, has never met.",
            ["meeting cancelled CHL+PER"],
        ),
        (
            "Chilean President Juan Soto was to meet Peruvian President Rosa Quispe in Lima on Tuesday. The meeting "
            "never took place.",
            ["meeting cancelled CHL+PER"],
        ),
        # refused: it was held, or is still ahead
        (
            "Chilean President Juan Soto was to meet Peruvian President Rosa Quispe in Lima on Friday but did not come "
            "to a decision on gas.",
            ["meeting planned CHL+PER"],
        ),
        (
            "Chilean President Juan Soto met Peruvian President Rosa Quispe in Lima on Tuesday but did not stay.",
            ["meeting held CHL+PER"],
        ),
        ("Chile and Peru held the talks that they had announced in 2018 in Lima on Tuesday.", ["talks held CHL+PER"]),
    ],
)
def test_what_came_to_nothing_is_called_off(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile proposed holding a meeting of the Mercosur foreign ministers in Lima on 15 June.", "proposed"),
        ("Chile proposed convening a summit of the Mercosur leaders in Lima on 15 June.", "proposed"),
        ("Chile hopes that its president and the Peruvian prime minister will meet in October.", "proposed"),
        ("Ecuador hopes that the talks between Chile and Peru will take place in Quito in July.", "proposed"),
        ("Chile hopes to host the Peruvian president in September.", "proposed"),
        ("Chile said that its president and the Peruvian prime minister will meet in October.", "planned"),
    ],
)
def test_what_is_proposed_or_hoped_for_is_not_planned(text: str, expected: str) -> None:
    assert [one.split()[1] for one in found(text)] == [expected]


@pytest.mark.parametrize(
    ("before", "after", "is_verb", "expected"),
    [
        ("The emir was to ", " the king on Monday, but did not come.", True, True),
        ("The emir was to have ", " the king but stayed at home.", True, True),
        ("The two were to hold ", " in May that never took place.", False, True),
        ("The emir is to ", " the king on Monday, but did not come.", True, False),
        ("The emir was to ", " the king on Monday; the queen did not come.", True, False),
        ("The emir was to ", " the king, but did not come to a decision.", True, False),
        ("The emir was to speak after the ", " , which did not take place.", False, False),
    ],
)
def test_words_of_what_came_to_nothing(before: str, after: str, is_verb: bool, expected: bool) -> None:
    assert came_to_nothing(before, after, "", is_verb=is_verb) is expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("Chile hopes that the two ministers will ", True),
        ("He expressed the hope that they would soon ", True),
        ("She hopes to ", True),
        ("She hopes that Soto, who will ", False),
        ("She said that the two ministers will ", False),
        ("Without hope, the two will ", False),
    ],
)
def test_words_of_hope(before: str, expected: bool) -> None:
    assert is_only_hoped(before, has_day=True) is expected


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "The Chile-Peru consultations, suspended in 2012 for lack of aid, resumed in Lima on Tuesday.",
            "2019-06-04",
        ),
        ("The talks between Chile and Peru, broken off in March, began again in Lima on Tuesday.", "2019-06-04"),
    ],
)
def test_the_day_of_what_came_before_is_not_its_own(text: str, day: str) -> None:
    (proposal,) = meetings_in(text, "2019-06-05", None)
    assert isinstance(proposal.values, MeetingValues)
    assert proposal.values.date is not None
    assert proposal.values.date.first.isoformat() == day


def test_what_one_hopes_to_do_some_day_is_a_wish() -> None:
    assert not is_only_hoped("She hopes to ", has_day=False)
    assert found("Chilean Foreign Minister Juan Soto would like to visit Peru.") == []
