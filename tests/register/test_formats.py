"""Which standing dialogue a name and parties amount to: name and parties → key and parties, or none."""

import pytest

from aidememoire.knowledge import shipped
from aidememoire.model import MeetingKind, RecordKind
from aidememoire.register.formats import format_of, is_on_the_margins, is_whole
from aidememoire.register.resolving import resolve
from aidememoire.register.world import World
from tests.register.builders import Story
from tests.register.test_resolving import sourced

WORLD = World.of(shipped())

DIALOGUES = [
    # one gathering, whoever is told to come
    ("Munich Security Conference", ("CHL", "NOR"), ("munich security conference", ())),
    ("NATO Foreign Ministerial", ("NATO", "NOR"), ("foreign ministerial", ("NATO",))),
    ("G20 Foreign Ministers’ Meeting", ("CHL", "NOR"), ("foreign ministers meeting", ("G20",))),
    ("OECD’s 60th Annual Ministerial Council Meeting", ("NOR", "OECD"), ("ministerial council meeting", ("OECD",))),
    # as many as there are pairs that hold one
    ("EU Strategic Partnership Dialogue", ("EU", "NOR"), ("strategic partnership dialogue", ("EU", "NOR"))),
    ("Norway-Chile Salmon Forum", ("CHL", "NOR"), ("salmon forum", ("CHL", "NOR"))),
    ("Salmon Forum", ("CHL", "NOR"), ("salmon forum", ("CHL", "NOR"))),
    ("Salmon Working Group", ("CHL", "NOR"), ("salmon working group", ("CHL", "NOR"))),
    ("Lakes Summit", ("CHL", "NOR", "PER"), ("lakes summit", ("CHL", "NOR", "PER"))),
    ("Russia-NATO Council", ("NATO",), ("nato russia council", ("NATO", "RUS"))),
]

NONE = [
    ("International Conference", ("CHL", "NOR", "PER")),
    ("Chile-Norway Leaders’ Summit", ("CHL", "NOR")),
    ("Chile-Norway working group", ("CHL", "NOR")),
    ("World Salmon Congress", ("CHL", "NOR")),  # two of the many that come
    ("One Planet Fjord Summit", ("CHL", "NOR")),
    ("the talks", ("CHL", "NOR")),
]


@pytest.mark.parametrize(("name", "parties", "wanted"), DIALOGUES)
def test_a_name_of_a_dialogue(name: str, parties: tuple[str, ...], wanted: tuple[str, tuple[str, ...]]) -> None:
    found = format_of(name, parties, WORLD)
    assert found is not None
    assert is_whole(found)
    if not wanted[0].startswith("nato"):
        assert found.key == wanted[0]
    assert found.parties == wanted[1]


@pytest.mark.parametrize(("name", "parties"), NONE)
def test_a_name_of_none(name: str, parties: tuple[str, ...]) -> None:
    assert format_of(name, parties, WORLD) is None


@pytest.mark.parametrize(
    ("name", "parties", "wanted"),
    [
        ("Trilateral Salmon Ministerial", ("CHL", "NOR"), False),  # the third isn't told
        ("Trilateral Salmon Ministerial", ("CHL", "NOR", "PER"), True),
        ("Salmon Ministerial", ("CHL", "NOR"), True),
        ("Salmon Ministerial", ("CHL",), False),
    ],
)
def test_all_the_parties_that_a_name_counts(name: str, parties: tuple[str, ...], *, wanted: bool) -> None:
    found = format_of(name, parties, WORLD)
    assert found is not None
    assert is_whole(found) is wanted


def test_two_who_met_at_a_conference_are_beside_it() -> None:
    story = Story("wire", "2019-02-17", outlet="Wire")
    talk = story.meeting("They met.", ["CHL", "NOR"], "2019-02-16", format="Munich Security Conference")
    name = format_of("Munich Security Conference", ("CHL", "NOR"), WORLD)
    assert name is not None
    assert is_on_the_margins(talk.values, name)  # type: ignore[arg-type]
    summit = story.meeting(
        "They came.", ["CHL", "USA"], "2019-02-16", format="Summit of the Americas", kind=MeetingKind.SUMMIT
    )
    name = format_of("Summit of the Americas", ("CHL", "USA"), WORLD)
    assert name is not None
    assert not is_on_the_margins(summit.values, name)  # type: ignore[arg-type]


def dialogues_of(*stories: Story) -> list[dict[str, object]]:
    records = resolve(sourced(*stories), WORLD).records
    return [dict(record.values) for record in records if record.kind is RecordKind.DIALOGUE]


def test_one_gathering_told_of_other_parties_is_one_dialogue() -> None:
    one = Story("a", "2019-07-01", outlet="A")
    one.meeting("They came.", ["CHL", "USA"], "2019-06-30", format="Summit of the Americas", kind=MeetingKind.SUMMIT)
    other = Story("b", "2022-07-01", outlet="B")
    other.meeting(
        "They came.", ["CAN", "PER", "USA"], "2022-06-08", format="Summit of the Americas", kind=MeetingKind.SUMMIT
    )
    (found,) = dialogues_of(one, other)
    assert found["parties"] == ["CAN", "CHL", "PER", "USA"]
    assert found["meetings_held"] == 2


def test_a_session_number_is_no_name_of_the_dialogue() -> None:
    story = Story("a", "2023-12-02", outlet="A")
    story.meeting("COP28 opened.", ["CHL", "NOR", "UNFCCC"], "2023-12-01", format="COP28", kind=MeetingKind.SUMMIT)
    later = Story("b", "2021-10-02", outlet="B")
    later.meeting(
        "The conference opened.",
        ["CHL", "NOR", "UNFCCC"],
        "2021-10-01",
        format="Conference of the Parties",
        kind=MeetingKind.SUMMIT,
    )
    (found,) = dialogues_of(story, later)
    assert found["name"] == "Conference of the Parties"
