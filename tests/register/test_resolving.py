"""Which tellings are of one thing, and what is shown of it."""

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aidememoire.knowledge import shipped
from aidememoire.model import ActValues, Record, RecordKind, When
from aidememoire.register import World, resolve
from aidememoire.register.candidates import SourcedClaim
from tests.register.builders import Story
from tests.register.stories import all_stories

WORLD = World.of(shipped())


def sourced(*stories: Story) -> list[SourcedClaim]:
    return [
        SourcedClaim(claim, story.outlet, story.side, story.report.today) for story in stories for claim in story.claims
    ]


def records(kind: RecordKind, *stories: Story) -> list[Record]:
    return [record for record in resolve(sourced(*stories), WORLD).records if record.kind is kind]


def meetings(*stories: Story) -> list[Record]:
    return records(RecordKind.MEETING, *stories)


KISHIDA = ("Fumio Kishida", "foreign minister", "JPN")
LAVROV = ("Sergey Lavrov", "foreign minister", "RUS")
LAWROW = ("Lawrow", "foreign minister", "RUS")
ABE = ("Shinzo Abe", "prime minister", "JPN")
PUTIN = ("Vladimir Putin", "president", "RUS")

Told = dict[str, Any]


def told(when: str | None, parties: str = "JPN RUS", **more: Any) -> Told:
    return {"when": when, "parties": parties.split(), **more}


SAME = [
    # (reason, one telling, the other)
    ("the same day and parties", told("2017-03-20"), told("2017-03-20")),
    ("planned and held", told("2017-03-20", state="planned"), told("2017-03-20", state="held")),
    ("another name of the format", told("2017-03-20", format="2+2"), told("2017-03-20", format="two plus two")),
    ("talks and a visit of that day", told("2017-03-20", kind="visit"), told("2017-03-20")),
    (
        "another number on that day",
        told("2017-03-20", format="2+2", ordinal=2),
        told("2017-03-20", format="2+2", ordinal=3),
    ),
    (
        "another town on that day, the dialogue known",
        told("2017-03-20", format="2+2", place="Tokyo"),
        told("2017-03-20", format="2+2", place="Osaka"),
    ),
    (
        "another day under one number",
        told("2017-03-20", format="2+2", ordinal=2),
        told("2017-03-22", format="2+2", ordinal=2),
    ),
    (
        "a day apart, one dialogue, one town",
        told("2017-03-20", format="2+2", place="Tokyo"),
        told("2017-03-21", format="2+2", place="Tokyo"),
    ),
    (
        "other people on that day, the dialogue known",
        told("2017-03-20", format="2+2", people=(KISHIDA,)),
        told("2017-03-20", format="2+2", people=(("Taro Kono", "foreign minister", "JPN"),)),
    ),
    ("a name spelt otherwise", told("2017-03-20", people=(LAVROV,)), told("2017-03-20", people=(LAWROW,))),
    ("town and country", told("2017-03-20", place="Tokyo"), told("2017-03-20", place="Japan")),
    ("a month that holds the day", told("2017-03", format="2+2"), told("2017-03-20", format="2+2")),
    ("two tellings of a month, one person", told("2016-12", people=(PUTIN,)), told("2016-12", people=(PUTIN,))),
    ("only the number told", told(None, format="2+2", ordinal=2), told("2017-03-20", format="2+2", ordinal=2)),
    ("a month of the summer for which it was planned",
     told("2017-06/2017-08", kind="visit", state="planned", place="Japan", people=(PUTIN,)),
     told("2017-07", kind="visit", place="Japan", people=(PUTIN,))),
    ("some of those at a summit", told("2017-03-20", "JPN RUS", kind="summit", people=(ABE, PUTIN)),
     told("2017-03-20", "JPN RUS USA", kind="summit")),
    ("some members of one body", told("2017-05-26", "CAN ITA G7", format="G7", kind="summit"),
     told("2017-05-26", "FRA G7", format="G7", kind="summit")),
]  # fmt: skip

DIFFERENT = [
    ("another day", told("2017-03-20"), told("2017-03-21")),
    ("another year of one dialogue", told("2013-11-02", format="2+2"), told("2017-03-20", format="2+2")),
    ("two rounds within a week", told("2017-03-20", format="2+2", place="Tokyo"),
     told("2017-03-24", format="2+2", place="Tokyo")),
    ("other parties", told("2017-03-20", "JPN RUS"), told("2017-03-20", "JPN USA")),
    ("a third party at the table", told("2017-03-20", "JPN RUS"), told("2017-03-20", "JPN RUS USA")),
    ("a call and a meeting", told("2017-03-20", kind="call"), told("2017-03-20", kind="meeting")),
    ("two persons on the day of a summit of more", told("2017-03-20", kind="meeting", people=(ABE, PUTIN)),
     told("2017-03-20", "JPN RUS USA", kind="summit", people=(ABE, PUTIN))),
    ("a month before the summer for which it was planned",
     told("2017-06/2017-08", kind="visit", state="planned", place="Japan", people=(PUTIN,)),
     told("2017-05", kind="visit", place="Japan", people=(PUTIN,))),
    ("ministers and leaders", told("2017-03-20", people=(KISHIDA, LAVROV)), told("2017-03-20", people=(ABE, PUTIN))),
    ("levels", told("2017-03-20", level="leaders"), told("2017-03-20", level="officials")),
    ("two towns, nothing else", told("2017-03-20", place="Tokyo"), told("2017-03-20", place="Moscow")),
    ("two dialogues", told("2017-03-20", format="2+2"), told("2017-03-20", format="Strategic Dialogue")),
    ("a month and a day in it, nothing else", told("2017-03"), told("2017-03-20")),
    ("no date at all", told(None), told("2017-03-20")),
    ("two years", told("2016"), told("2016")),
    ("one party only", told("2017-03-20", "JPN"), told("2017-03-20", "JPN")),
    ("no parties", told("2017-03-20", ""), told("2017-03-20", "")),
    ("another number in the same year", told("2017-03-20", format="2+2", ordinal=2),
     told("2017-11-20", format="2+2", ordinal=3)),
    ("the same number years apart", told("2013-11-02", format="2+2", ordinal=2),
     told("2017-03-20", format="2+2", ordinal=2)),
]  # fmt: skip


def tell(name: str, outlet: str, telling: Told, on: str = "2017-03-25") -> Story:
    story = Story(name, on, outlet)
    more = {key: value for key, value in telling.items() if key not in {"when", "parties"}}
    story.meeting("They met.", telling["parties"], telling["when"], **more)
    return story


@pytest.mark.parametrize(("reason", "one", "other"), SAME, ids=[row[0] for row in SAME])
def test_one_occasion(reason: str, one: Told, other: Told) -> None:
    assert len(meetings(tell("a", "Wire", one), tell("b", "Gazette", other))) == 1


@pytest.mark.parametrize(("reason", "one", "other"), DIFFERENT, ids=[row[0] for row in DIFFERENT])
def test_two_occasions(reason: str, one: Told, other: Told) -> None:
    assert len(meetings(tell("a", "Wire", one), tell("b", "Gazette", other))) == 2


def test_what_one_report_tells_apart_stays_apart() -> None:
    story = Story("a", "2017-03-20")
    story.meeting("The visit began.", ["JPN", "RUS"], "2017-03-20", kind="visit")
    story.meeting("Then they talked.", ["JPN", "RUS"], "2017-03-20")
    other = tell("b", "Gazette", told("2017-03-20"))
    found = meetings(story, other)
    assert sorted(len({support.claim for support in record.support}) for record in found) == [1, 2]
    assert {record.values["kind"] for record in found if len({s.claim for s in record.support}) == 2} == {"talks"}


def test_talks_of_no_told_day_are_the_talks_of_a_visit_and_not_the_visit() -> None:
    plan = Story("a", "2017-03-20", "Wire")
    plan.meeting(
        "He will visit Japan.",
        ["JPN", "RUS"],
        "2017-03-21",
        kind="visit",
        state="planned",
        place="Japan",
        people=(PUTIN, ABE),
    )
    plan.meeting(
        "They will hold talks.", ["JPN", "RUS"], "2017-03-21", state="planned", place="Japan", people=(PUTIN, ABE)
    )
    held = tell("b", "Gazette", told(None, place="Japan", people=(PUTIN, ABE)), on="2017-03-21")
    visited = tell("c", "Herald", told(None, kind="visit", place="Japan", people=(PUTIN, ABE)), on="2017-03-21")
    found = {record.values["kind"]: record for record in meetings(plan, held, visited)}
    assert sorted(found) == ["talks", "visit"]
    assert {each.report for each in found["talks"].support} == {plan.report.id, held.report.id}


def test_a_month_with_two_meetings_in_it_joins_neither() -> None:
    one = tell("a", "Wire", told("2017-03-02", format="2+2"))
    other = tell("b", "Gazette", told("2017-03-20", format="2+2"))
    vague = tell("c", "Herald", told("2017-03", format="2+2"))
    assert len(meetings(one, other, vague)) == 3


STAY = {"people": (ABE, PUTIN), "place": "Sochi"}


@pytest.mark.parametrize(
    ("first", "last", "count"),
    [
        ("2017-03-19", "2017-03-20", 2),  # talks of two days, told in two reports
        ("2017-03-03", "2017-03-20", 3),  # either may be meant
    ],
)
def test_a_month_with_the_parts_of_one_stay_in_it_is_told_of_the_first(first: str, last: str, count: int) -> None:
    one = tell("a", "Wire", told(first, kind="meeting", **STAY))
    other = tell("b", "Gazette", told(last, **STAY))
    vague = tell("c", "Herald", told("2017-03", kind="meeting", **STAY))
    found = meetings(one, other, vague)
    assert len(found) == count
    told_twice = [record.values["date"] for record in found if len({each.report for each in record.support}) == 2]
    assert told_twice == ([first] if count == 2 else [])


def test_whom_one_telling_speaks_against_is_kept_from_the_others_of_that_occasion() -> None:
    ministers = tell("a", "Wire", told("2017-03-20", place="Tokyo", people=(KISHIDA, LAVROV)))
    half_told = tell("b", "Gazette", told("2017-03-20", place="Tokyo", people=(KISHIDA,)))
    with_another = tell("c", "Herald", told(None, place="Tokyo", people=(KISHIDA, PUTIN)), on="2017-03-20")
    assert len(meetings(ministers, half_told, with_another)) == 2
    assert len(meetings(half_told, with_another)) == 1


# Values.


def test_the_state_reported_last_is_shown_and_the_earlier_are_kept() -> None:
    plan = tell("a", "Wire", told("2017-03-20", state="planned"), on="2017-03-01")
    held = tell("b", "Gazette", told("2017-03-20"), on="2017-03-20")
    (record,) = meetings(plan, held)
    assert record.values["state"] == "held"
    assert [row["state"] for row in record.values["states"]] == ["planned", "held"]


def test_a_plan_told_later_does_not_undo_what_was_held() -> None:
    held = tell("b", "Gazette", told("2017-03-20"), on="2017-03-20")
    stale = tell("a", "Wire", told("2017-03-20", state="planned"), on="2017-03-21")
    (record,) = meetings(held, stale)
    assert record.values["state"] == "held"
    assert "does not undo" in record.reasons["state"]


def test_held_here_and_cancelled_there_is_a_contradiction() -> None:
    held = tell("a", "Wire", told("2017-03-20"), on="2017-03-21")
    off = tell("b", "Gazette", told("2017-03-20", state="cancelled"), on="2017-03-21")
    (record,) = meetings(held, off)
    assert [rival["value"] for rival in record.values["rivals"]["state"]] == ["cancelled", "held"]


def test_most_independent_sources_are_shown_first() -> None:
    stories = [
        tell("a", "Wire", told("2017-03-20", format="2+2", place="Tokyo")),
        tell("b", "Gazette", told("2017-03-20", format="2+2", place="Tokyo")),
        tell("c", "Herald", told("2017-03-20", format="2+2", place="Osaka"), on="2017-03-26"),
        tell("d", "Herald", told("2017-03-20", format="2+2", place="Osaka"), on="2017-03-27"),
        tell("e", "Herald", told("2017-03-20", format="2+2", place="Osaka"), on="2017-03-28"),
    ]
    (record,) = meetings(*stories)
    assert record.values["place"] == "Tokyo"
    assert record.reasons["place"] == "told by 2 independent sources, the other by 1"
    assert [len(rival["claims"]) for rival in record.values["rivals"]["place"]] == [2, 3]


def test_a_finer_date_is_shown_and_no_rival_of_the_coarser() -> None:
    (record,) = meetings(
        tell("a", "Wire", told("2017-03", format="2+2")), tell("b", "Gazette", told("2017-03-20", format="2+2"))
    )
    assert record.values["date"] == "2017-03-20"
    assert record.values["rivals"] == {}


def test_a_postponed_meeting_is_followed_to_its_new_day() -> None:
    plan = tell("a", "Wire", told("2017-03-20", format="2+2", ordinal=2, state="planned"), on="2017-03-01")
    put_off = tell("b", "Wire", told("2017-03-20", format="2+2", state="postponed"), on="2017-03-10")
    held = tell("c", "Gazette", told("2017-04-12", format="2+2", ordinal=2), on="2017-04-12")
    (record,) = meetings(plan, put_off, held)
    assert (record.values["state"], record.values["date"]) == ("held", "2017-04-12")
    assert [row["state"] for row in record.values["states"]] == ["planned", "postponed", "held"]
    assert "date" not in record.values["rivals"]


def test_a_postponement_that_names_the_new_day_finds_the_old_plan() -> None:
    plan = tell("a", "Wire", told("2017-03-20", format="2+2", state="planned"), on="2017-03-01")
    put_off = tell("b", "Wire", told("2017-04-12", format="2+2", state="postponed"), on="2017-03-10")
    (record,) = meetings(plan, put_off)
    assert (record.values["state"], record.values["date"]) == ("postponed", "2017-04-12")


def test_a_much_later_meeting_is_no_postponed_one() -> None:
    put_off = tell("b", "Wire", told("2014-03-20", format="2+2", state="postponed"), on="2014-03-10")
    held = tell("c", "Gazette", told("2017-03-20", format="2+2"), on="2017-03-20")
    assert len(meetings(put_off, held)) == 2


def test_two_people_in_one_office_are_a_contradiction() -> None:
    (record,) = meetings(
        tell("a", "Wire", told("2017-03-20", format="2+2", people=(KISHIDA, LAVROV))),
        tell(
            "b", "Gazette", told("2017-03-20", format="2+2", people=(("Taro Kono", "foreign minister", "JPN"), LAWROW))
        ),
    )
    assert [rival["value"] for rival in record.values["rivals"]["participants"]] == [
        "Fumio Kishida (foreign minister, JPN)",
        "Taro Kono (foreign minister, JPN)",
    ]
    assert [seat["name"] for seat in record.values["participants"]] == ["Fumio Kishida", "Taro Kono", "Sergey Lavrov"]


# Dialogues, people, statements, commitments, statuses.


def test_one_format_of_other_parties_is_another_dialogue() -> None:
    found = records(
        RecordKind.DIALOGUE,
        tell("a", "Wire", told("2017-03-20", format="2+2")),
        tell("b", "Wire", told("2018-09-06", "IND USA", format="2+2 Ministerial Dialogue")),
        tell("c", "Wire", told("2019-09-06", "IND USA", format="two plus two")),
    )
    assert sorted(record.values["parties"] for record in found) == [["IND", "USA"], ["JPN", "RUS"]]


def test_bare_talks_are_no_dialogue() -> None:
    assert records(RecordKind.DIALOGUE, tell("a", "Wire", told("2017-03-20", format="the talks"))) == []


def test_a_format_without_its_parties_is_the_one_of_its_report() -> None:
    story = tell("a", "Wire", told("2017-03-20", format="2+2"))
    story.meeting("Another 2+2 is to follow.", [], None, state="planned", format="2+2")
    (dialogue,) = records(RecordKind.DIALOGUE, story)
    assert len(dialogue.links["meetings"]) == 2


PEOPLE = [
    # (names with parties, how many people)
    ([("Sergey Lavrov", "RUS"), ("Sergei Lavroff", "RUS")], 1),
    ([("Sergey Lavrov", "RUS"), ("Lavrov", "RUS")], 1),
    ([("Sergey Lavrov", "RUS"), ("Sergei Lavrov", None)], 1),
    ([("Sergei Ivanov", "RUS"), ("Igor Ivanov", "RUS"), ("Ivanov", "RUS")], 3),  # which Ivanov isn't told
    ([("George Bush", "USA"), ("Jeb Bush", "USA")], 2),
    ([("Li Keqiang", "CHN"), ("Li Qiang", "CHN")], 2),
    ([("Shinzo Abe", "JPN"), ("Shintaro Abe", "JPN")], 2),
    ([("Lavrov", "RUS"), ("Lavrov", None)], 1),  # a surname without a party is nobody's
    ([("Costa Rica", "CRI"), ("On Russian Science Day", "RUS"), ("Mr", None), ("MS PORTER", None)], 1),
    ([("Russian Foreign Ministry", "RUS"), ("the two ministers", None), ("Question", None)], 0),
]

OFFICES = [
    # (name and office, day) twice, how many people: a name that nearly fits is the office-holder's
    (("Joseph R. Biden, Jr.", "president", "2021-06-13"), ("Joe Biden", "president", "2021-07-01"), 1),
    (("Joseph R. Biden, Jr.", "president", "2021-06-13"), ("Joe Biden", "vice president", "2021-07-01"), 2),
    (("Joseph R. Biden, Jr.", "president", "2021-06-13"), ("Joe Biden", "president", "2031-07-01"), 2),
    # many are envoys at once; one alone is that for a field
    (("Joseph R. Biden, Jr.", "special envoy", "2021-06-13"), ("Joe Biden", "special envoy", "2021-07-01"), 2),
    (("Joseph R. Biden, Jr.", "envoy to peru", "2021-06-13"), ("Joe Biden", "envoy to peru", "2021-07-01"), 1),
]


@pytest.mark.parametrize(("one", "other", "count"), OFFICES)
def test_people_in_office(one: tuple[str, str, str], other: tuple[str, str, str], count: int) -> None:
    stories = []
    for name, office, day in (one, other):
        story = Story(f"{name} {day}", day)
        story.meeting("They met.", ["USA", "FRA"], day, people=((name, office, "USA"),))
        stories.append(story)
    assert len(records(RecordKind.PERSON, *stories)) == count


@pytest.mark.parametrize(("names", "count"), PEOPLE)
def test_people(names: list[tuple[str, str | None]], count: int) -> None:
    stories = []
    for number, (name, party) in enumerate(names):
        story = Story(f"s{number}", "2017-03-20")
        story.statement(f"This is what speaker {number} had to say today.", name, party)
        stories.append(story)
    assert len(records(RecordKind.PERSON, *stories)) == count


WORDS = "The consultations were useful and will go on next year in Moscow."
STATEMENTS = [
    # (other words, speaker, party, day, how many statements)
    (WORDS, "Sergei Lavrov", "RUS", "2017-03-22", 1),
    ("the consultations were useful, and will go on next year in Moscow", "Lavrov", "RUS", "2017-03-21", 1),
    ("The consultations were useful and will go on next year", "Sergey Lavrov", "RUS", "2017-03-21", 1),
    (WORDS, "Fumio Kishida", "JPN", "2017-03-22", 2),  # another speaker
    (WORDS, "Sergey Lavrov", "RUS", "2018-03-22", 2),  # said again
    ("The consultations were useless and will not go on next year in Moscow.", "Sergey Lavrov", "RUS", "2017-03-21", 2),
]


@pytest.mark.parametrize(("words", "speaker", "party", "day", "count"), STATEMENTS)
def test_statements(words: str, speaker: str, party: str, day: str, count: int) -> None:
    one, other = Story("one", "2017-03-21"), Story("two", day, "Gazette")
    one.statement(WORDS, "Sergey Lavrov", "RUS")
    other.statement(words, speaker, party)
    assert len(records(RecordKind.STATEMENT, one, other)) == count


def test_words_told_twice_in_one_report_are_one_statement() -> None:
    """A headline's or lead's paraphrase stands with the quotation, which is shown."""
    story, other = Story("one", "2017-03-21"), Story("two", "2017-03-21", "Gazette")
    full = story.statement(WORDS, "Sergey Lavrov", "RUS")
    brief = "consultations were useful and would go on in Moscow in the year that is to come, as both sides wished"
    story.statement(brief, "Lavrov", "RUS", kind="indirect", same_as=full.id)
    other.statement(WORDS, "Sergey Lavrov", "RUS")
    (found,) = records(RecordKind.STATEMENT, story, other)
    assert (found.values["content"], found.values["kind"]) == (WORDS, "direct")
    assert len({support.claim for support in found.support}) == 3  # nothing that was told is lost
    assert len({support.report for support in found.support}) == 2
    assert not found.values["rivals"]


def test_what_points_at_no_statement_stands_alone() -> None:
    story = Story("one", "2017-03-21")
    story.statement(WORDS, "Sergey Lavrov", "RUS", kind="indirect", same_as="c-gone")
    story.statement("Nobody asked for more money at the table today.", "Sergey Lavrov", "RUS")
    assert len(records(RecordKind.STATEMENT, story)) == 2


PROMISE = "hold joint naval exercises in the Gulf of Aden"
COMMITMENTS = [
    # (other words, made by, day, how many commitments)
    ("to hold joint naval exercises in the Gulf of Aden", "JPN RUS", "2017-03-22", 1),
    ("hold joint exercises of the navies in the Gulf of Aden", "JPN RUS", "2017-03-22", 1),
    (PROMISE, "JPN USA", "2017-03-22", 2),  # others
    (PROMISE, "JPN RUS", "2018-03-22", 2),  # promised again
    ("hold joint naval consultations in the Gulf of Oman", "JPN RUS", "2017-03-22", 2),
    ("", "JPN RUS", "2017-03-22", 2),
]


@pytest.mark.parametrize(("words", "makers", "day", "count"), COMMITMENTS)
def test_commitments(words: str, makers: str, day: str, count: int) -> None:
    one, other = Story("one", "2017-03-21"), Story("two", day, "Gazette")
    one.commitment(PROMISE, ["JPN", "RUS"])
    other.commitment(words or "x", makers.split())
    assert len(records(RecordKind.COMMITMENT, one, other)) == count


def test_other_numbers_are_another_promise() -> None:
    one, other = Story("one", "2017-03-21"), Story("two", "2017-03-21", "Gazette")
    one.commitment("deliver 30 armoured vehicles to the mission by the summer", ["FRA"], strength="pledged")
    other.commitment("deliver 50 armoured vehicles to the mission by the summer", ["FRA"], strength="pledged")
    assert len(records(RecordKind.COMMITMENT, one, other)) == 2


def test_other_numbers_are_other_words() -> None:
    one, other = Story("one", "2017-03-21"), Story("two", "2017-03-21", "Gazette")
    one.statement("This emergency must continue in effect beyond June 16 of this year.", "Sergey Lavrov", "RUS")
    other.statement("This emergency must continue in effect beyond June 26 of this year.", "Sergey Lavrov", "RUS")
    assert len(records(RecordKind.STATEMENT, one, other)) == 2


def test_a_commitment_is_linked_to_its_meeting_and_dialogue() -> None:
    resolution = resolve(sourced(*all_stories()), WORLD)
    by_id = {record.id: record for record in resolution.records}
    commitments = [record for record in resolution.records if record.kind is RecordKind.COMMITMENT]
    assert len(commitments) == 3
    for record in commitments:
        (meeting,) = record.links["meeting"]
        assert by_id[meeting].kind is RecordKind.MEETING
        assert record.id in by_id[meeting].links["commitments"]
        (dialogue,) = record.links["dialogue"]
        assert record.id in by_id[dialogue].links["commitments"]


def test_what_points_back_is_of_the_commitments_before_it() -> None:
    found = records(RecordKind.COMMITMENT, *all_stories())
    statuses = {record.values["content"]: [row["status"] for row in record.values["statuses"]] for record in found}
    assert statuses == {
        "hold naval exercises together": ["not_fulfilled"],
        "consult on threats in cyberspace": ["not_fulfilled"],
        "draw up a plan of contacts between the navies": [],
    }


def test_a_later_report_names_the_commitment_in_its_words() -> None:
    later = Story("later", "2019-05-05", "Gazette")
    later.status(
        "The plan of contacts between the two navies has been fulfilled.",
        "The plan of contacts between the two navies",
        "commitment",
        ["JPN", "RUS"],
        "fulfilled",
    )
    other = Story("other", "2019-05-05", "Gazette")
    other.status("The treaty on fisheries expired.", "The treaty on fisheries", "agreement", ["JPN", "RUS"], "ended")
    found = records(RecordKind.COMMITMENT, *all_stories(), later, other)
    assert [
        [row["status"] for row in record.values["statuses"]] for record in found if "navies" in record.values["content"]
    ] == [["fulfilled"]]
    assert not any(row["status"] == "ended" for record in found for row in record.values["statuses"])


def test_a_report_never_tells_what_became_of_a_later_promise() -> None:
    early, later = Story("early", "2015-01-01"), Story("later", "2016-01-01")
    early.status(
        "The plan of naval contacts fell through.", "The plan of naval contacts", "commitment", ["JPN"], "ended"
    )
    later.commitment("draw up a plan of naval contacts", ["JPN"])
    (record,) = records(RecordKind.COMMITMENT, early, later)
    assert record.values["statuses"] == []


def test_a_dialogues_states_stand_in_order_with_causes() -> None:
    (dialogue,) = records(RecordKind.DIALOGUE, *all_stories())
    assert [(row["status"], row["cause"]) for row in dialogue.values["statuses"]] == [
        ("suspended", "the crisis in Crimea"),
        ("resumed", None),
    ]
    assert dialogue.values["meetings_held"] == 2


def test_a_deed_that_may_bear_on_a_promise_stands_beside_it() -> None:
    promise, news, other, early = (Story(name, day) for name, day in NEWS)
    promise.commitment("hold joint naval exercises in the Gulf of Aden", ["JPN", "RUS"])
    deed = "Joint naval exercises began in the Gulf of Aden"
    news.tell(deed, ActValues(("JPN", "RUS"), deed))
    other.tell("The exercises began.", ActValues(("JPN", "RUS"), "The exercises began"))  # of which nobody knows
    other.tell(deed, ActValues(("USA",), deed))  # by others
    early.tell(deed, ActValues(("JPN", "RUS"), deed))  # before the promise
    other.tell(deed, ActValues(("JPN", "RUS"), deed, When.parse("2017-02")))  # told now, done before
    (record,) = records(RecordKind.COMMITMENT, promise, news, other, early)
    assert [row["claim"] for row in record.values["acts"]] == [news.claims[0].id]
    assert record.values["statuses"] == []


NEWS = [("promise", "2017-03-20"), ("news", "2017-09-01"), ("other", "2017-09-02"), ("early", "2016-09-01")]


# Where a format is named and not meant, or meant and not named.


def test_two_presidents_on_the_margins_of_a_summit_are_not_the_summit() -> None:
    summit = tell("a", "Wire", told("2021-06-14", "NATO USA", format="NATO summit", kind="summit"))
    margin = tell("b", "Gazette", told("2021-06-14", "POL USA", format="NATO summit", kind="meeting"))
    found = meetings(summit, margin)
    assert [(record.values["parties"], bool(record.links.get("dialogue"))) for record in found] == [
        (["NATO", "USA"], True),
        (["POL", "USA"], False),
    ] or [(record.values["parties"], bool(record.links.get("dialogue"))) for record in found] == [
        (["POL", "USA"], False),
        (["NATO", "USA"], True),
    ]


def next_meeting(name: str, **more: Any) -> Story:
    story = tell(name, "Wire" if name == "a" else "Gazette", told("2014-06-11", format="2+2"), on="2014-06-12")
    story.meeting("The next one is to be held in 2015.", ["JPN", "RUS"], "2015", **{"state": "planned", **more})
    return story


def test_the_next_meeting_is_the_dialogues() -> None:
    held = tell("c", "Herald", told("2015-11-22", format="2+2", place="Nagoya"), on="2015-11-23")
    found = meetings(next_meeting("a", place="Japan"), next_meeting("b", place="Japan"), held)
    assert [record.values["date"] for record in found if record.values["date"] > "2015"] == ["2015-11-22"]
    assert all(record.links["dialogue"] for record in found)


@pytest.mark.parametrize(
    "more",
    [
        {"kind": "visit", "place": "Japan"},  # a visit is no session
        {"people": (ABE,), "place": "Japan"},  # it tells who, and that is somebody else
        {"level": "leaders", "place": "Japan"},
        {"place": "Russia"},  # another place than the one held
        {},  # no place to tell it by
    ],
)
def test_what_may_be_another_meeting_is_not_the_dialogues_next(more: dict[str, Any]) -> None:
    held = tell("c", "Herald", told("2015-11-22", format="2+2", place="Nagoya"), on="2015-11-23")
    found = meetings(next_meeting("a", **more), held)
    assert sorted(record.values["date"] for record in found) == ["2014-06-11", "2015", "2015-11-22"]


def test_two_sides_accounts_of_one_session_are_one_with_rivals() -> None:
    one, other = tell("a", "Kremlin", SESSION), tell("b", "MEA", {**SESSION, "when": "2018-09-14", "ordinal": 24})
    one.side, other.side = "RUS", "IND"
    (record,) = meetings(one, other)
    assert sorted(record.values["rivals"]) == ["date", "ordinal"]
    other.side = None  # a wire may tell of the next day's next session
    assert len(meetings(one, other)) == 2


SESSION = told(
    "2018-09-13",
    "IND RUS",
    format="Intergovernmental Commission",
    place="Moscow",
    ordinal=23,
    people=(("Sushma Swaraj", "foreign minister", "IND"),),
)


# Properties.


@settings(max_examples=40, deadline=None)
@given(st.randoms(use_true_random=False))
def test_any_order_of_claims_gives_the_same_register(chance: random.Random) -> None:
    claims = sourced(*all_stories(), *many_stories())
    expected = resolve(claims, WORLD)
    chance.shuffle(claims)
    assert resolve(claims, WORLD) == expected


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(range(24)), max_size=24), st.randoms(use_true_random=False))
def test_any_order_of_any_reports_gives_the_same_register(chosen: list[int], chance: random.Random) -> None:
    stories = many_stories()
    claims = [claim for number in chosen for claim in sourced(stories[number])]
    expected = resolve(claims, WORLD)
    chance.shuffle(claims)
    assert resolve(claims + claims, WORLD) == expected


def test_every_unit_leads_to_one_record_and_every_record_is_named_by_its_smallest() -> None:
    resolution = resolve(sourced(*all_stories(), *many_stories()), WORLD)
    ids = {record.id for record in resolution.records}
    assert {unit.record for unit in resolution.units.values()} == ids
    assert ids <= set(resolution.units)
    for record in resolution.records:
        assert resolution.units[record.id].record == record.id


def many_stories() -> list[Story]:
    """Tellings drawn so that many nearly meet: same days, parties, numbers, towns and people mixed."""
    chance = random.Random(7)
    stories = []
    for number in range(24):
        story = Story(
            f"mixed-{number}", f"2017-03-{chance.randint(10, 28)}", chance.choice(["Wire", "Gazette", "Herald"])
        )
        for _ in range(chance.randint(1, 3)):
            story.meeting(
                "They met.",
                chance.choice([["JPN", "RUS"], ["JPN", "RUS", "USA"], ["JPN"], ["JPN", "USA"]]),
                chance.choice(["2017-03-20", "2017-03-21", "2017-03", "2017-03-18/2017-03-22", None, "2017"]),
                state=chance.choice(["held", "planned", "postponed", "cancelled"]),
                kind=chance.choice(["talks", "visit", "meeting"]),
                format=chance.choice([None, "2+2", "Strategic Dialogue"]),
                ordinal=chance.choice([None, None, 2, 3]),
                place=chance.choice([None, "Tokyo", "Moscow"]),
                people=chance.choice([(), (KISHIDA,), (LAVROV, KISHIDA), (LAWROW,), (ABE, PUTIN)]),
            )
        story.commitment(chance.choice([PROMISE, "hold joint exercises", "open a consulate"]), ["JPN", "RUS"])
        story.statement(
            chance.choice([WORDS, "We shall see about that next week."]), "Lavrov", chance.choice(["RUS", None])
        )
        story.status(
            "That fell through.", "the format", "dialogue", ["JPN", "RUS"], chance.choice(["ended", "resumed"])
        )
        stories.append(story)
    return stories


def test_names_that_differ_in_capitals_alone_are_one() -> None:
    names = ["Ferry Dialogue", "ferry dialogue", "ferry dialogue", "FERRY DIALOGUE"]
    stories = []
    for number, name in enumerate(names):
        story = Story(f"ferry-{number}", f"2017-03-2{number}", "Wire")
        story.meeting("They met.", ["JPN", "RUS"], f"2017-03-2{number}", format=name)
        stories.append(story)
    (dialogue,) = records(RecordKind.DIALOGUE, *stories)
    assert len(dialogue.values["names"]) == 1
    assert dialogue.values["names"] == [dialogue.values["name"]]
