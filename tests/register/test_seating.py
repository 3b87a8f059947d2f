"""A session told by name, and the people told without it: one occasion, where nothing speaks against it."""

from typing import Any

import pytest

from aidememoire.model import Record, RecordKind
from tests.register.builders import Story
from tests.register.test_resolving import meetings

DAY = "2016-09-05"
LUND = ("Anna Lund", "foreign minister", "SWE")
EK = ("Bo Ek", "defence minister", "SWE")
SALO = ("Pia Salo", "foreign minister", "FIN")
NIEMI = ("Ari Niemi", "defence minister", "FIN")
FOUR = (LUND, EK, SALO, NIEMI)
DEPUTIES = (("Eva Berg", "deputy foreign minister", "SWE"), ("Jari Laine", "deputy foreign minister", "FIN"))


def told(
    story: Story, named: dict[str, Any] | None = None, seated: dict[str, Any] | None = None, *, between: str = ""
) -> Story:
    """The report with a session by its name, and a gathering with people."""
    if named is not None:
        name = {"when": DAY, "format": "2+2", "level": "ministers", **named}
        story.meeting("The session took place.", ["SWE", "FIN"], name.pop("when"), **name)
    story.text += between
    if seated is not None:
        seats = {"when": DAY, "people": FOUR, "level": "ministers", "kind": "meeting", **seated}
        story.meeting("The ministers sat together.", ["SWE", "FIN"], seats.pop("when"), **seats)
    return story


def in_one_report(named: dict[str, Any], seated: dict[str, Any], between: str = "") -> list[Record]:
    return meetings(told(Story("a", "2016-09-06"), named, seated, between=between))


def in_two_reports(named: dict[str, Any], seated: dict[str, Any]) -> list[Record]:
    return meetings(told(Story("a", "2016-09-06"), named), told(Story("b", "2016-09-06", "Gazette"), seated=seated))


ONE = [
    pytest.param({"ordinal": 1}, {}, id="the first of its name"),
    pytest.param({"place": "Turku"}, {}, id="a place told with the name alone"),
    pytest.param({"place": "TURKU"}, {"place": "Turku"}, id="one place"),
    pytest.param({"level": "unknown"}, {}, id="a level told once"),
    pytest.param({}, {"people": (LUND, ("Bo Ek", "Minister of Defense", "SWE"), SALO)}, id="one side in full"),
    pytest.param({"state": "planned"}, {"state": "planned"}, id="both ahead"),
]

TWO = [
    pytest.param({}, {"people": (LUND, SALO)}, id="foreign ministers alone"),
    pytest.param({}, {"people": (("Olof Ros", "prime minister", "SWE"), SALO)}, id="others"),
    pytest.param({}, {"when": "2016-09-06"}, id="another day"),
    pytest.param({"place": "Turku"}, {"place": "Stockholm"}, id="another place"),
    pytest.param({}, {"level": "leaders"}, id="another level"),
    pytest.param({"mode": "in_person"}, {"mode": "video"}, id="by video"),
    pytest.param({}, {"kind": "call"}, id="a call"),
    pytest.param({}, {"kind": "ceremony"}, id="a ceremony"),
    pytest.param({"state": "planned"}, {}, id="one ahead"),
    pytest.param({}, {"ordinal": 4}, id="a session of its own number"),
    pytest.param({}, {"format": "Border Dialogue"}, id="a session of its own name"),
]


@pytest.mark.parametrize(("named", "seated"), ONE)
def test_the_people_of_a_2_2_are_seated_in_it(named: dict[str, Any], seated: dict[str, Any]) -> None:
    for found in (in_one_report(named, seated), in_two_reports(named, seated)):
        (record,) = found
        assert record.values["format"] == "2+2"
        assert len(record.values["participants"]) >= 3


@pytest.mark.parametrize(("named", "seated"), TWO)
def test_what_speaks_against_it_keeps_two_occasions(named: dict[str, Any], seated: dict[str, Any]) -> None:
    assert len(in_one_report(named, seated)) == 2


def test_with_two_gatherings_that_fit_nothing_is_guessed() -> None:
    story = told(Story("a", "2016-09-06"), {}, {})
    told(story, None, {"people": FOUR[:3]})
    assert len(meetings(story)) == 3


def test_a_session_with_people_of_its_own_takes_no_others() -> None:
    assert len(in_one_report({"people": (LUND, EK)}, {})) == 2


def test_a_name_without_fixed_offices_seats_those_told_right_after_it() -> None:
    named = {"format": "Forest Consultations", "level": "officials", "ordinal": 7}
    seated = {"people": DEPUTIES, "level": "officials"}
    (record,) = in_one_report(named, seated)
    assert record.values["ordinal"] == 7
    assert {seat["name"] for seat in record.values["participants"]} == {"Eva Berg", "Jari Laine"}


@pytest.mark.parametrize(
    ("named", "seated", "between"),
    [
        pytest.param({}, {}, "A paragraph on timber. " * 12, id="far on"),
        pytest.param({"level": "unknown"}, {}, "", id="a level not told"),
        pytest.param({}, {"people": DEPUTIES[:1]}, "", id="one side alone"),
        pytest.param({}, {"level": "ministers", "people": (LUND, SALO)}, "", id="others' level"),
    ],
)
def test_a_name_without_fixed_offices_takes_nobody_else(
    named: dict[str, Any], seated: dict[str, Any], between: str
) -> None:
    named = {"format": "Forest Consultations", "level": "officials", **named}
    seated = {"people": DEPUTIES, "level": "officials", **seated}
    assert len(in_one_report(named, seated, between)) == 2


def test_a_gathering_told_before_the_name_is_another() -> None:
    story = told(Story("a", "2016-09-06"), None, {"people": DEPUTIES, "level": "officials"})
    told(story, {"format": "Forest Consultations", "level": "officials"})
    assert len(meetings(story)) == 2


def test_a_persons_ruling_keeps_the_two_apart() -> None:
    from aidememoire.register import World, resolve
    from aidememoire.register.candidates import unit_id
    from aidememoire.register.resolving import Rulings
    from tests.register.test_resolving import sourced

    story = told(Story("a", "2016-09-06"), {}, {})
    from aidememoire.knowledge import shipped

    one, other = (unit_id(RecordKind.MEETING, claim.id) for claim in story.claims)
    found = resolve(sourced(story), World.of(shipped()), Rulings(different=((one, other),))).records
    assert len([record for record in found if record.kind is RecordKind.MEETING]) == 2
