"""The brief shows whose words each value is, and what became of things that no record is of."""

from typing import Any

import pytest

from aidememoire.knowledge import shipped
from aidememoire.model import ActValues, When
from aidememoire.register import Filters
from aidememoire.views import Page, brief, timeline
from tests.register.builders import Story
from tests.views.test_briefing import lines_of, register_of


def brief_between(one: str, other: str, *stories: Story) -> Page:
    return brief(register_of(*stories), between=(one, other), knowledge=shipped())


@pytest.mark.parametrize(
    ("subject", "kind", "status", "words"),
    [
        ("the border-water consultations", "dialogue", "suspended", "reported suspended since 2014 by Wire"),
        ("the border-water consultations", "dialogue", "resumed", "reported resumed since 2014 by Wire"),
        ("the rice barter accord", "agreement", "ended", "reported ended since 2014 by Wire"),
        ("the rice barter accord", "agreement", "withdrawn", "reported withdrawn since 2014 by Wire"),
    ],
)
def test_a_freeze_of_something_without_a_record_is_told(subject: str, kind: str, status: str, words: str) -> None:
    story = Story("a", "2015-05-05")
    story.status("So it is.", subject, kind, ["LAO", "KHM"], status, "2014")
    page = brief_between("LAO", "KHM", story)
    (line,) = lines_of(page, "states")
    assert line == f"Of “{subject}”: {words} (5 May 2015)."
    assert lines_of(page, "agreed") == ["No commitment found among the 1 report read."]


def test_what_became_of_an_accord_without_a_record_stands_with_what_was_agreed() -> None:
    story = Story("a", "2015-05-05")
    story.status("So it is.", "the rice barter accord", "agreement", ["LAO", "KHM"], "violated")
    page = brief_between("LAO", "KHM", story)
    assert lines_of(page, "agreed") == ["Of “the rice barter accord”: reported violated by Wire (5 May 2015)."]
    assert lines_of(page, "states") == ["No freeze, end or revival found among the 1 report read."]


@pytest.mark.parametrize("parties", [["LAO", "THA"], ["LAO"]])
def test_a_freeze_between_others_is_not_of_these_two(parties: list[str]) -> None:
    story = Story("a", "2015-05-05")
    story.status("So it is.", "the rice barter accord", "agreement", parties, "ended", "2014")
    page = brief_between("LAO", "KHM", story)
    assert lines_of(page, "states") == ["No freeze, end or revival found among the 1 report read."]


PLAN: dict[str, Any] = {"state": "planned"}
AT_THE_TOP = (("Ada Holm", "president", "LAO"), ("Ines Rojas", "prime minister", "KHM"))
MINISTERS = (("Rosa Vidal", "foreign minister", "LAO"),)


@pytest.mark.parametrize(
    ("plan", "held", "is_perhaps_it"),
    [
        ({"people": AT_THE_TOP[:1]}, {"people": AT_THE_TOP, "level": "leaders"}, True),
        ({"kind": "summit"}, {"people": AT_THE_TOP, "level": "leaders"}, True),
        ({"level": "ministers"}, {"people": MINISTERS, "level": "ministers"}, True),
        ({"people": AT_THE_TOP}, {"people": MINISTERS, "level": "ministers"}, False),  # other people
        ({"kind": "summit"}, {"people": MINISTERS, "level": "ministers"}, False),  # below it
        ({}, {"people": MINISTERS, "level": "ministers"}, False),  # nobody knows who is to meet
        ({"kind": "call", "people": MINISTERS}, {"people": MINISTERS}, False),
        ({"people": MINISTERS}, {"people": MINISTERS, "state": "cancelled"}, False),
    ],
)
def test_a_plan_for_no_told_day_is_perhaps_what_was_held_since(
    plan: dict[str, Any], held: dict[str, Any], is_perhaps_it: bool
) -> None:
    first, then = Story("a", "2015-05-01"), Story("b", "2015-06-03")
    first.meeting("They are to meet.", ["LAO", "KHM"], None, **PLAN, **plan)
    then.meeting("They met.", ["LAO", "KHM"], "2015-06-02", place="Pakse", **held)
    page = brief_between("LAO", "KHM", first, then)
    (line,) = lines_of(page, "next")
    assert line.startswith("date not told (reported 1 May 2015)")
    assert line.endswith("; perhaps the talks of 2 June 2015, held.") is is_perhaps_it


def test_a_plan_told_after_the_meeting_is_another() -> None:
    first, then = Story("a", "2015-05-03"), Story("b", "2015-06-01")
    first.meeting("They met.", ["LAO", "KHM"], "2015-05-02", people=AT_THE_TOP)
    then.meeting("They are to meet again.", ["LAO", "KHM"], None, **PLAN, people=AT_THE_TOP)
    (line,) = lines_of(brief_between("LAO", "KHM", first, then), "next")
    assert "perhaps" not in line


def test_a_deed_bears_the_day_of_its_report() -> None:
    story, later = promised("wire", "build a ferry"), Story("later", "2016-07-08", "Later News")
    built = ActValues(who=("KHM", "LAO"), what="Laos and Cambodia built a ferry", date=When.parse("2016"))
    later.tell("Laos and Cambodia built a ferry.", built)
    lines = lines_of(brief_between("LAO", "KHM", story, later), "agreed")
    assert any(line.startswith("Reported done, which may bear on it, by Later News (8 July 2016): ") for line in lines)


def promised(name: str, words: str, on: str = "2015-05-06", **more: object) -> Story:
    story = Story(name, on, f"{name} News")
    at = story.meeting("They met.", ["LAO", "KHM"], "2015-05-05", place="Pakse")
    story.commitment(words, ["LAO", "KHM"], at=at, **more)  # type: ignore[arg-type]
    return story


def test_rival_promises_are_each_reports_own() -> None:
    page = brief_between(
        "LAO",
        "KHM",
        promised("River", "ship 200 tons of rice by barge"),
        promised("Delta", "ship 350 tons of rice by barge", "2015-05-07"),
    )
    lines = [line for section in page.sections if section.key == "agreed" for line in section.lines]
    assert lines[0].text == "5 May 2015: Cambodia and Laos agreed: “ship 350 tons of rice by barge”"
    assert len(lines[0].sources) == 1
    assert lines[1].text == "Told otherwise by River News: agreed: “ship 200 tons of rice by barge”"
    assert lines[1].sources != lines[0].sources


def test_the_same_promise_in_other_words_is_cited_apart() -> None:
    page = brief_between(
        "LAO",
        "KHM",
        promised("River", "ship more rice to the camps by barge"),
        promised("Delta", "ship rice to the camps by barge"),
    )
    texts = lines_of(page, "agreed")
    assert any(text.startswith("In other words by ") for text in texts)


def test_a_condition_is_told_with_the_promise() -> None:
    story = promised("River", "ship more rice", conditions=("if the harvest is good",))
    assert "On condition: “if the harvest is good”" in lines_of(brief_between("LAO", "KHM", story), "agreed")


def test_a_meetings_disputed_place_is_said_to_be_disputed() -> None:
    stories = []
    for name, place in (("River", "Pakse"), ("Delta", "Savannakhet")):
        story = Story(name, "2015-05-06", f"{name} News")
        people = (("Thongloun", "foreign minister", "LAO"), ("Hor Namhong", "foreign minister", "KHM"))
        story.meeting("They met.", ["LAO", "KHM"], "2015-05-05", place=place, people=people)
        stories.append(story)
    page = brief_between("LAO", "KHM", *stories)
    assert lines_of(page, "meetings")[0].endswith(": held; reports differ on the place.")


def test_since_when_is_each_reports_own_where_they_differ() -> None:
    stories = []
    for name, since in (("River", "2014-03"), ("Delta", "2014-03-11"), ("Gulf", "2014-03-15")):
        story = Story(name, "2015-05-06", f"{name} News")
        story.status("So it is.", "the rice barter accord", "agreement", ["LAO", "KHM"], "suspended", since)
        stories.append(story)
    lines = lines_of(brief_between("LAO", "KHM", *stories), "states")
    for line in lines:  # two days are two suspensions, or one with rival days; never one day told by both
        assert not ("11 March 2014" in line and "Gulf News" in line and "Reports differ" not in line)


def test_a_cause_is_of_the_report_that_tells_it() -> None:
    stories = []
    for name, causes in (("River", ("a drought",)), ("Delta", ())):
        story = Story(name, "2015-05-06", f"{name} News")
        story.status(
            "So it is.", "the rice barter accord", "agreement", ["LAO", "KHM"], "suspended", "2014", causes=causes
        )
        stories.append(story)
    (line,) = lines_of(brief_between("LAO", "KHM", *stories), "states")
    assert line.endswith("because of “a drought” (so River News).")


def test_a_timeline_cites_a_promise_by_those_who_tell_it_so() -> None:
    register = register_of(
        promised("River", "ship 200 tons of rice by barge"),
        promised("Delta", "ship 350 tons of rice by barge", "2015-05-07"),
    )
    page = timeline(register, Filters(between=("LAO", "KHM")), knowledge=shipped())
    (line,) = [line for section in page.sections for line in section.lines if "rice" in line.text]
    assert line.text.endswith("agreed “ship 350 tons of rice by barge”; reports differ on what was promised.")
    assert len(line.sources) == 1


@pytest.mark.parametrize(
    ("parties", "elsewhere", "is_told"),
    [
        (["LAO", "KHM"], None, True),  # told with their meeting
        (["LAO", "KHM", "THA"], None, False),  # promised among three
        (["LAO", "KHM"], ["LAO", "VNM"], False),  # whom it was promised is open
    ],
)
def test_what_one_of_the_two_promised_the_other_is_told(
    parties: list[str], elsewhere: list[str] | None, is_told: bool
) -> None:
    story = Story("a", "2015-05-06")
    story.meeting("They met.", parties, "2015-05-05", place="Pakse")
    if elsewhere:
        story.meeting("Two of them met before.", elsewhere, "2015-04-05", place="Hue")
    story.commitment("mend the ferry at Pakse", ["LAO"], strength="pledged")
    lines = lines_of(brief_between("LAO", "KHM", story), "agreed")
    assert any("Laos pledged: “mend the ferry at Pakse”" in line for line in lines) is is_told


def test_a_meeting_of_no_told_day_in_a_report_without_a_date_is_never_the_latest() -> None:
    dated = Story("a", "2015-05-05")
    dated.meeting("They met.", ["LAO", "KHM"], "2015-05-05", people=(("Ann Oak", "minister", "LAO"),))
    undated = Story("b", None)
    undated.meeting("They had met.", ["LAO", "KHM"], None, people=(("Ben Elm", "minister", "LAO"),))
    page = brief_between("LAO", "KHM", dated, undated)
    held = [line for line in lines_of(page, "meetings") if line.endswith(": held.")]
    assert [line.split(",")[0] for line in held] == ["date not told", "5 May 2015"]
    last = [line for line in lines_of(page, "people") if "last represented" in line]
    assert last == ["Laos was last represented by Ann Oak (minister): 5 May 2015."]


def test_a_plan_for_no_told_day_in_a_report_without_a_date_is_not_told_as_the_next() -> None:
    dated, undated = Story("a", "2015-05-05"), Story("b", None)
    dated.meeting("They met.", ["LAO", "KHM"], "2015-05-05")
    undated.meeting("They will meet.", ["LAO", "KHM"], None, state="planned")
    page = brief_between("LAO", "KHM", dated, undated)
    assert lines_of(page, "next") == [
        "No planned meeting found among the 2 reports read.",
        "A plan is told for no day in reports without a date: whether it lies ahead is not known",
    ]


@pytest.mark.parametrize(
    ("planned_for", "held_with", "is_asked"),
    [
        (("Hor Namhong",), ("Hor Namhong", "Thongloun"), False),
        (("Namhong",), ("Hor Namhong", "Thongloun"), False),  # a surname is enough
        (("Hor Namhong",), ("Prak Sokhonn", "Thongloun"), True),  # he met somebody else
        ((), ("Hor Namhong",), True),  # nobody is named for it
    ],
)
def test_whether_a_planned_meeting_took_place_is_not_asked_where_it_is_told(
    planned_for: tuple[str, ...], held_with: tuple[str, ...], is_asked: bool
) -> None:
    """The announcement tells of the visit and of the meeting in it; the account tells of both as one."""
    before, after = Story("a", "2015-05-01"), Story("b", "2015-05-06", "River")
    party = {"Thongloun": "LAO"}
    before.meeting(
        "He will visit Phnom Penh.",
        ["LAO", "KHM"],
        "2015-05-04/2015-05-05",
        kind="visit",
        state="planned",
        place="Phnom Penh",
        people=(("Thongloun", None, "LAO"),),
    )
    before.meeting(
        "There he will meet his colleague.",
        ["LAO", "KHM"],
        "2015-05-04/2015-05-05",
        state="planned",
        place="Phnom Penh",
        people=tuple((name, None, party.get(name, "KHM")) for name in planned_for),
    )
    after.meeting(
        "He visited Phnom Penh for talks.",
        ["LAO", "KHM"],
        "2015-05-04/2015-05-05",
        kind="visit",
        place="Phnom Penh",
        people=tuple((name, None, party.get(name, "KHM")) for name in held_with),
    )
    lines = lines_of(brief_between("LAO", "KHM", before, after), "unknown")
    assert any(line.startswith("Whether the") for line in lines) is is_asked


@pytest.mark.parametrize(
    ("seats", "offices"),
    [
        pytest.param([("Ann Oak", "foreign minister"), ("Ben Elm", "foreign minister")], {"foreign"}, id="ministers"),
        pytest.param(
            [("Ann Oak", "defence minister"), ("Cy Ash", "foreign minister"), ("Ben Elm", "foreign minister")],
            {"defence", "foreign"},
            id="two on one side",
        ),
        pytest.param([("Ann Oak", "president"), ("Ben Elm", "foreign minister")], {"state", "foreign"}, id="a leader"),
        pytest.param([("Ann Oak", "envoy"), ("Ben Elm", "foreign minister")], {"state", "foreign"}, id="an envoy"),
        pytest.param([("Ann Oak", "foreign minister")], {"state", "foreign"}, id="one side alone"),
    ],
)
def test_who_sits_there_holds_the_offices_that_met_last(seats: list[tuple[str, str]], offices: set[str]) -> None:
    story = Story("a", "2015-05-06")
    people = tuple((name, office, "KHM" if name == "Ben Elm" else "LAO") for name, office in seats)
    story.meeting("They met.", ["LAO", "KHM"], "2015-05-05", place="Pakse", people=people)
    lines = " ".join(
        line for line in lines_of(brief_between("LAO", "KHM", story), "people") if "represented" not in line
    )
    assert {word for word in ("defence", "foreign", "state") if word in lines} == offices
