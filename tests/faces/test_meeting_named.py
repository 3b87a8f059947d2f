"""A meeting asked for by its parties' names: one is taken, several are listed."""

import pytest

from aidememoire.faces.cli.asking import meeting_named
from aidememoire.model import NotFoundError
from aidememoire.register import SeveralMatchError
from tests.register.builders import Story
from tests.views.test_briefing import register_of


def _register(*places: str):  # type: ignore[no-untyped-def]
    story = Story("a", "2015-05-06")
    for day, place in enumerate(places, 1):
        story.meeting(f"They met in {place}.", ["LAO", "KHM"], f"2015-05-0{day}", place=place)
    return register_of(story)


@pytest.mark.parametrize("words", ["Laos Cambodia", "cambodia laos 2015", "LAO KHM", "laos khm pakse"])
def test_parties_by_name_or_code(words: str) -> None:
    assert meeting_named(_register("Pakse"), words).startswith("m")


def test_a_place_that_is_also_a_party_hides_no_other_meeting() -> None:
    with pytest.raises(SeveralMatchError) as caught:
        meeting_named(_register("Pakse", "Laos"), "Laos Cambodia")
    assert len(caught.value.candidates) == 2


def test_nothing_found_is_said() -> None:
    with pytest.raises(NotFoundError, match="no meeting goes by that"):
        meeting_named(_register("Pakse"), "Peru Chile")


def test_a_meeting_of_no_told_day_goes_by_the_day_of_its_report() -> None:
    stories = [Story(name, on) for name, on in (("a", "2015-05-06"), ("b", "2016-07-08"))]
    for story in stories:
        story.meeting("They spoke by telephone.", ["LAO", "KHM"], None, kind="call")
    register = register_of(*stories)
    with pytest.raises(SeveralMatchError) as caught:
        meeting_named(register, "Laos Cambodia")
    labels = [label for _, label in caught.value.candidates]
    assert labels == ["call (KHM, LAO) reported 2015-05-06 held", "call (KHM, LAO) reported 2016-07-08 held"]
    assert meeting_named(register, "Laos Cambodia 2016-07-08") == caught.value.candidates[1][0]
