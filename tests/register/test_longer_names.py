"""One dialogue under a longer and a shorter name; and dialogues that only begin alike."""

import pytest

from aidememoire.knowledge import shipped
from aidememoire.model import DialogueValues, RecordKind
from aidememoire.register import World, resolve
from aidememoire.register.candidates import SourcedClaim
from aidememoire.register.longer_names import says_less
from tests.register.builders import Story

WORLD = World.of(shipped())
LONG = "Russian–Mongolian Intergovernmental Commission on Trade, Economic, Scientific and Technical Cooperation"

ONE = [
    # names of one dialogue of Mongolia and Russia
    ("Intergovernmental Commission", LONG),
    ("Inter-Governmental Commission", LONG),
    ("the Russian-Mongolian intergovernmental commission", LONG),
    ("Intergovernmental Commission on Trade and Economic Cooperation", LONG),
    ("intergovernmental commission on trade and economic relations", "the joint Intergovernmental Commission", LONG),
    ("Border Water Commission", "Border Water Commission ministerial meeting"),
    ("Steppe Council", "Mongolian-Russian Steppe Council on Pasture and Herding"),
    ("Dialogue on Fossils", "Russian-Mongolian Dialogue on Fossil Issues", "the Dialogue on Fossils"),
    ("bilateral Consultative Committee", "Consultative Committee on Grazing"),
]

SEVERAL = [
    # names, how many dialogues they are
    (("Intergovernmental Commission", "Intergovernmental Commission on Energy", LONG), 3),  # short for which?
    (("Intergovernmental Commission on Military-Technical Cooperation", LONG), 2),
    (("Expert Group", "Expert Group on Pasture"), 2),  # two parties have many
    (("Joint Working Group on Pasture", "Joint Working Group on Mining"), 2),
    (("Strategic Dialogue", "Strategic Stability Dialogue"), 2),
    (("Strategic Dialogue", "Strategic Dialogue on Energy"), 2),
    (("Steppe Council", "Steppe Council High-Level Business Forum"), 2),
    (("Steppe Council", "Gobi Council on Pasture"), 2),
    (("Human Rights Dialogue", "Dialogue on Human Pasture"), 2),
]


def _dialogues(*named: tuple[str, list[str]], order: int = 1) -> list[list[str]]:
    """The names of each dialogue, where each report has a meeting with one of the names, in one order or the other."""
    told = []
    for number, (name, parties) in list(enumerate(named))[::order]:
        story = Story(f"names-{number * order}", f"2017-0{number + 1}-05", f"Wire {number}")
        story.meeting(f"They met: {name}.", parties, f"2017-0{number + 1}-04", format=name)
        told += [SourcedClaim(one, story.outlet, story.side, story.report.today) for one in story.claims]
    found = resolve(told, WORLD).records
    return [record.values["names"] for record in found if record.kind is RecordKind.DIALOGUE]


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize("names", ONE, ids=[row[0] for row in ONE])
def test_one_dialogue(names: tuple[str, ...], order: int) -> None:
    found = _dialogues(*((name, ["MNG", "RUS"]) for name in names), order=order)
    assert len(found) == 1, found


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize(("names", "count"), SEVERAL, ids=[row[0][0] + "…" + row[0][-1] for row in SEVERAL])
def test_several_dialogues(names: tuple[str, ...], count: int, order: int) -> None:
    found = _dialogues(*((name, ["MNG", "RUS"]) for name in names), order=order)
    assert len(found) == count, found


@pytest.mark.parametrize("order", [1, -1])
def test_the_commission_of_others_is_another(order: int) -> None:
    found = _dialogues(("Intergovernmental Commission", ["KAZ", "RUS"]), (LONG, ["MNG", "RUS"]), order=order)
    assert len(found) == 2


@pytest.mark.parametrize("order", [1, -1])
def test_its_meetings_are_of_the_one_and_what_became_of_it_too(order: int) -> None:
    short, long, news = Story("short", "2017-03-05"), Story("long", "2017-06-05"), Story("news", "2017-09-05", "Herald")
    short.meeting("The Commission met in March.", ["MNG", "RUS"], "2017-03-04", format="Intergovernmental Commission")
    long.meeting("It met again.", ["MNG", "RUS"], "2017-06-04", format=LONG)
    name = "the Intergovernmental Commission on Trade and Economic Cooperation"
    news.status("It was frozen.", name, "dialogue", ["MNG", "RUS"], "suspended")
    stories = [short, long, news][::order]
    told = [SourcedClaim(one, story.outlet, None, story.report.today) for story in stories for one in story.claims]
    (dialogue,) = [record for record in resolve(told, WORLD).records if record.kind is RecordKind.DIALOGUE]
    assert len(dialogue.links["meetings"]) == 2
    assert [row["status"] for row in dialogue.values["statuses"]] == ["suspended"]


@pytest.mark.parametrize("order", [1, -1])
def test_the_table_knows_it_by_its_first_words_and_the_matter_stays(order: int) -> None:
    told = []
    for number, matter in list(enumerate(("Energy", "Fisheries")))[::order]:
        story = Story(f"matter-{number * order}", "2017-03-05", f"Wire {number}")
        name = f"Intergovernmental Commission on {matter}"
        story.tell(f"The {name} works.", DialogueValues(name, "Intergovernmental Commission", ("MNG", "RUS"), None))
        told += [SourcedClaim(one, story.outlet, None, story.report.today) for one in story.claims]
    assert len([one for one in resolve(told, WORLD).records if one.kind is RecordKind.DIALOGUE]) == 2


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("intergovernmental commission", "intergovernmental commission trade", True),
        ("intergovernmental commission trade", "intergovernmental commission", False),
        ("energy council", "energy council ministerial", True),
        ("energy council ministerial", "energy council", True),
        ("commission", "commission trade", False),
        ("working group", "working group trade", False),
        ("", "commission trade", False),
    ],
)
def test_short_for(short: str, long: str, expected: bool) -> None:
    assert says_less(short, long) is expected
