"""Tellings without a date of summits that go by their town; and plans for one month, one from each side.

Each table has what is one beside what is several: two different meetings are never joined.
"""

from typing import Any

import pytest

from aidememoire.model import DialogueValues, RecordKind
from aidememoire.register import resolve
from aidememoire.register.candidates import SourcedClaim
from tests.register.builders import Story
from tests.register.test_undated import ADA, INES, LARS, ROSA, WORLD, Told, meetings, told

HOME, AWAY = {"side": "NOR"}, {"side": "CHL"}
LEADERS = {"people": (INES, LARS)}


def summit(on: str | None, when: str | None = None, **more: Any) -> Told:
    """Of two states, in a third one's town."""
    return told(when, on, **{"kind": "summit", "place": "Geneva", "level": "leaders", **more})


def of_body(on: str, place: str = "Hiroshima", **more: Any) -> Told:
    return told(None, on, **{"kind": "summit", "place": place, "format": "G7 summit", "parties": ["G7", "JPN"], **more})


ONE_SUMMIT = [
    # (reason, tellings of one)
    ("nobody named", [summit("2017-03-20"), summit("2017-04-10")]),
    ("named here, and not there", [summit("2017-03-20", **LEADERS), summit("2017-04-10")]),
    ("three tell of it", [summit("2017-03-20"), summit("2017-03-25", people=(LARS,)), summit("2017-04-10", **LEADERS)]),
    ("announced, and then recalled", [summit("2017-02-20", state="planned"), summit("2017-03-20")]),
    ("proposed, and then planned", [summit("2017-02-20", state="proposed"), summit("2017-03-20", state="planned")]),
    ("going on, and then over", [summit("2017-03-20", state="ongoing"), summit("2017-03-22")]),
    ("the town's venue", [summit("2017-03-20"), summit("2017-03-22", place="Villa La Grange, Geneva")]),
    ("a body's, away from its seat", [of_body("2023-05-22"), of_body("2023-06-01")]),
    ("a body's, told with others", [of_body("2023-05-22"), of_body("2023-06-01", parties=["CAN", "G7", "JPN"])]),
    ("of three states with a name", [
        of_body("2019-12-28", "Chengdu", format="trilateral summit", parties=["CHN", "JPN", "KOR"]),
        of_body("2020-01-10", "Chengdu", format="trilateral summit", parties=["CHN", "JPN", "KOR"])]),
    ("the dated one", [summit("2017-03-21", "2017-03-20", **LEADERS), summit("2017-04-10")]),
    ("the dated talks of the leaders", [summit("2017-03-21", "2017-03-20", **LEADERS, kind="talks"),
     summit("2017-04-10")]),
    ("the dated plan", [summit("2017-03-01", "2017-03-20", state="planned"), summit("2017-04-10")]),
]  # fmt: skip
SEVERAL_SUMMITS = [
    # (reason, tellings, how many)
    ("five weeks apart", [summit("2017-03-20"), summit("2017-04-25")], 2),
    ("in two towns", [summit("2017-03-20"), summit("2017-03-22", place="Vienna")], 2),
    ("in a capital of theirs, where they may meet again", [summit("2017-03-20", place="Oslo"),
     summit("2017-03-30", place="Oslo")], 2),
    ("in the country alone", [summit("2017-03-20", place="Switzerland"), summit("2017-03-22", place="Switzerland")], 2),
    ("nowhere told", [summit("2017-03-20", place=None), summit("2017-03-22", place=None)], 2),
    ("talks, of which there may be rounds", [summit("2017-03-20", kind="talks"),
     summit("2017-03-22", kind="talks")], 2),
    ("a summit and talks", [summit("2017-03-20"), summit("2017-03-22", kind="talks", level="ministers")], 2),
    ("of others", [summit("2017-03-20", **LEADERS), summit("2017-03-22", people=(ADA, ROSA))], 2),
    ("with a third there", [summit("2017-03-20"), summit("2017-03-22", parties=["CHL", "NOR", "PER"])], 2),
    ("the next one ahead", [summit("2017-03-20"), summit("2017-03-22", state="planned")], 2),
    ("held, and ahead, on one day", [summit("2017-03-20"), summit("2017-03-20", state="planned")], 2),
    ("cancelled", [summit("2017-03-20", state="cancelled"), summit("2017-03-22")], 2),
    ("announced a quarter before", [summit("2016-12-01", state="planned"), summit("2017-03-20")], 2),
    ("reports of no day", [summit(None), summit(None)], 2),
    ("third and fourth", [summit("2017-03-20", ordinal=3), summit("2017-03-22", ordinal=4)], 2),
    ("at a body's seat, where it meets again and again", [of_body("2019-03-25", "Brussels", format="EU summit",
     parties=["EU"]), of_body("2019-04-12", "Brussels", format="EU summit", parties=["EU"])], 2),
    ("of two bodies", [of_body("2023-05-22"), of_body("2023-05-23", format="G20 summit", parties=["G20", "JPN"])], 2),
    ("dated, of ministers", [summit("2017-03-21", "2017-03-20", people=(ADA, ROSA), kind="talks", level="ministers"),
     summit("2017-04-10", **LEADERS)], 2),
    ("dated, in a capital of theirs", [summit("2017-03-21", "2017-03-20", place="Oslo", **LEADERS),
     summit("2017-04-10", place="Oslo")], 2),
    ("dated, and long ago", [summit("2017-03-21", "2017-03-20", **LEADERS), summit("2017-06-10")], 2),
    ("dated twice", [summit("2017-03-02", "2017-03-01", **LEADERS), summit("2017-03-21", "2017-03-20", **LEADERS),
     summit("2017-03-25")], 3),
]  # fmt: skip


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize(("reason", "tellings"), ONE_SUMMIT, ids=[row[0] for row in ONE_SUMMIT])
def test_a_summit_goes_by_its_town(reason: str, tellings: list[Told], order: int) -> None:
    assert len(meetings(*tellings, order=order)) == 1


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize(("reason", "tellings", "count"), SEVERAL_SUMMITS, ids=[row[0] for row in SEVERAL_SUMMITS])
def test_two_summits_stay_apart(reason: str, tellings: list[Told], count: int, order: int) -> None:
    assert len(meetings(*tellings, order=order)) == count


# Two plans for one month.


def plan(on: str | None, when: str = "2017-05", **more: Any) -> Told:
    return told(when, on, **{"state": "planned", "place": "Oslo", "kind": "talks", **more})


VIDAL = ("Vidal", "foreign minister", "CHL")
HOLM = ("Holm", "foreign minister", "NOR")
BERG = ("Berg", "defence minister", "NOR")
ONE_PLAN = [
    ("the guest named by both", [plan("2017-03-20", **HOME, people=(ADA, ROSA)),
     plan("2017-03-22", **AWAY, people=(VIDAL,))]),
    ("a visit here is talks there", [plan("2017-03-20", **HOME, people=(ADA, ROSA)),
     plan("2017-03-22", **AWAY, people=(VIDAL,), kind="visit", place="Norway")]),
    ("both named by both, the town by one", [plan("2017-03-20", **HOME, people=(ADA, ROSA)),
     plan("2017-03-22", **AWAY, people=(HOLM, VIDAL), place=None)]),
    ("leaders, unnamed", [plan("2017-03-20", **HOME, level="leaders", kind="summit"),
     plan("2017-03-22", **AWAY, level="leaders", kind="summit")]),
    ("of one dialogue", [plan("2017-03-20", **HOME, format="Fisheries Commission"),
     plan("2017-03-22", **AWAY, format="Fisheries Commission", people=(ADA,))]),
    ("the end of the month", [plan("2017-03-20", **HOME, people=(ADA, ROSA)),
     plan("2017-03-22", "2017-05-15/2017-05-31", **AWAY, people=(VIDAL,))]),
]  # fmt: skip
SEVERAL_PLANS = [
    ("two months", [plan("2017-03-20", **HOME, people=(ADA, ROSA)),
     plan("2017-03-22", "2017-06", **AWAY, people=(VIDAL,))], 2),
    ("there and here", [plan("2017-03-20", **HOME, people=(ADA, ROSA)),
     plan("2017-03-22", **AWAY, people=(VIDAL,), place="Santiago")], 2),
    ("two ministers of one side", [plan("2017-03-20", **HOME, people=(ADA,)),
     plan("2017-03-22", **AWAY, people=(BERG,))], 2),
    ("ministers, unnamed", [plan("2017-03-20", **HOME, level="ministers"),
     plan("2017-03-22", **AWAY, level="ministers")], 2),
    ("nobody knows of whom", [plan("2017-03-20", **HOME), plan("2017-03-22", **AWAY)], 2),
    ("two that it may be", [plan("2017-03-20", **HOME, people=(ADA, ROSA)),
     plan("2017-03-22", **AWAY, people=(VIDAL,)), plan("2017-03-23", **AWAY, kind="talks")], 3),
    ("one side twice", [plan("2017-03-20", **HOME, people=(ADA, ROSA)), plan("2017-03-22", **HOME, people=(HOLM,))], 2),
    ("a newspaper", [plan("2017-03-20", **HOME, people=(ADA, ROSA)), plan("2017-03-22", people=(VIDAL,))], 2),
    ("a call", [plan("2017-03-20", **HOME, people=(ADA, ROSA)),
     plan("2017-03-22", **AWAY, people=(VIDAL,), kind="call")], 2),
    ("told a year before", [plan("2016-03-20", **HOME, people=(ADA, ROSA)),
     plan("2017-03-22", **AWAY, people=(VIDAL,))], 2),
    ("one only proposed", [plan("2017-03-20", **HOME, people=(ADA, ROSA)),
     plan("2017-03-22", **AWAY, people=(VIDAL,), state="proposed")], 2),
    ("some time in the year", [plan("2017-03-20", "2017", **HOME, people=(ADA, ROSA)),
     plan("2017-03-22", "2017", **AWAY, people=(VIDAL,))], 2),
    ("with a third there", [plan("2017-03-20", **HOME, people=(ADA, ROSA)),
     plan("2017-03-22", **AWAY, people=(VIDAL,), parties=["CHL", "NOR", "PER"])], 2),
    ("two days in that month", [plan("2017-04-20", "2017-05-12", people=(ADA, ROSA)),
     plan("2017-04-21", "2017-05-28", people=(ADA, ROSA)), plan("2017-03-20", **HOME, people=(ADA, ROSA)),
     plan("2017-03-22", **AWAY, people=(VIDAL,))], 4),
]  # fmt: skip


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize(("reason", "tellings"), ONE_PLAN, ids=[row[0] for row in ONE_PLAN])
def test_what_two_sides_plan_for_one_month_is_one(reason: str, tellings: list[Told], order: int) -> None:
    assert len(meetings(*tellings, order=order)) == 1


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize(("reason", "tellings", "count"), SEVERAL_PLANS, ids=[row[0] for row in SEVERAL_PLANS])
def test_two_plans_stay_apart(reason: str, tellings: list[Told], count: int, order: int) -> None:
    assert len(meetings(*tellings, order=order)) == count


# What both sides' accounts of one meeting say of the next.


def account(name: str, side: str, *plans: str, met: str = "2017-03-20") -> Story:
    """A side's account of talks, with what it says is planned: month, or month and place."""
    story = Story(name, "2017-03-21", f"{side} ministry", side)
    story.meeting("They held talks.", ["CHL", "NOR"], met, place="Geneva", people=(ADA, ROSA))
    for told_plan in plans:
        month, _, place = told_plan.partition(" ")
        story.meeting(f"They will meet {told_plan}.", ["CHL", "NOR"], month, state="planned", place=place or None)
    return story


def ahead(*stories: Story) -> int:
    claims = [
        SourcedClaim(one, story.outlet, story.side, story.report.today) for story in stories for one in story.claims
    ]
    found = [record for record in resolve(claims, WORLD).records if record.kind is RecordKind.MEETING]
    return sum(record.values["state"] == "planned" for record in found)


@pytest.mark.parametrize(
    ("home", "away", "met", "count"),
    [
        pytest.param(["2017-09"], ["2017-09"], "2017-03-20", 1, id="the next one"),
        pytest.param(["2017-09"], ["2017-09 Oslo"], "2017-03-20", 1, id="the town told by one"),
        pytest.param(["2017-09"], ["2017-09"], "2017-02-01", 2, id="accounts of two meetings"),
        pytest.param(["2017-09"], ["2017-10"], "2017-03-20", 2, id="two months"),
        pytest.param(["2017-09 Oslo"], ["2017-09 Lima"], "2017-03-20", 2, id="two towns"),
        pytest.param(["2017-09"], ["2017-09 Oslo", "2017-09 Lima"], "2017-03-20", 3, id="two that it may be"),
        pytest.param(["2017"], ["2017"], "2017-03-20", 2, id="some time in the year"),
    ],
)
def test_the_next_meeting_in_both_sides_accounts(home: list[str], away: list[str], met: str, count: int) -> None:
    one, other = account("home", "NOR", *home), account("away", "CHL", *away, met=met)
    assert ahead(one, other) == ahead(other, one) == count


@pytest.mark.parametrize(
    ("on", "named", "parties", "count"),
    [
        pytest.param("2017-03-22", "Cyber Forum", ["CHL", "NOR"], 1, id="of one dialogue, the next morning"),
        pytest.param("2017-03-24", "Cyber Forum", ["CHL", "NOR"], 2, id="days later, after another session"),
        pytest.param("2017-03-22", "Fisheries Commission", ["CHL", "NOR"], 2, id="of another dialogue"),
        pytest.param("2017-03-22", "Cyber Forum", ["CHL", "PER"], 2, id="of another's dialogue of that name"),
    ],
)
def test_the_next_meeting_where_both_sides_tell_of_one_dialogue(
    on: str, named: str, parties: list[str], count: int
) -> None:
    stories = []
    for name, day, side, dialogue, members in (
        ("home", "2017-03-21", "NOR", "Cyber Forum", ["CHL", "NOR"]),
        ("away", on, "CHL", named, parties),
    ):
        story = Story(name, day, f"{side} ministry", side)
        story.tell(f"Of the {dialogue}.", DialogueValues(dialogue, None, tuple(members), None))
        story.meeting("They will meet in September.", ["CHL", "NOR"], "2017-09", state="planned")
        stories.append(story)
    assert ahead(*stories) == ahead(*stories[::-1]) == count
