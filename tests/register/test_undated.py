"""Tellings without a date: of the only dated occasion that they fit, or none; and the meetings in a visit's course."""

from dataclasses import replace
from typing import Any

import pytest

from aidememoire.knowledge import shipped
from aidememoire.model import MeetingValues, Record, RecordKind
from aidememoire.register import World, resolve
from aidememoire.register.candidates import SourcedClaim
from tests.register.builders import Story

WORLD = World.of(shipped())
SESSION = "Intergovernmental Commission"
ADA = ("Ada Holm", "foreign minister", "NOR")
ROSA = ("Rosa Vidal", "foreign minister", "CHL")
INES = ("Ines Rojas", "president", "CHL")
LARS = ("Lars Vik", "prime minister", "NOR")

Told = dict[str, Any]


def told(when: str | None, on: str | None, **more: Any) -> Told:
    return {"when": when, "on": on, "parties": ["CHL", "NOR"], **more}


def of_session(when: str | None, on: str | None, **more: Any) -> Told:
    return told(when, on, **{"format": SESSION, "place": "Oslo", **more})


def meetings(*tellings: Told, order: int = 1) -> list[Record]:
    claims = []
    for number, telling in list(enumerate(tellings))[::order]:
        story = Story(f"undated-{number * order}", telling["on"], f"Wire {number}", telling.get("side"))
        story.text += telling.get("lead", "")
        more = {key: value for key, value in telling.items() if key not in {"when", "on", "parties", "side", "lead"}}
        story.meeting("They met.", telling["parties"], telling["when"], **more)
        claims += [SourcedClaim(one, story.outlet, story.side, story.report.today) for one in story.claims]
    return [record for record in resolve(claims, WORLD).records if record.kind is RecordKind.MEETING]


ONE = [
    # (reason, tellings of one occasion)
    ("place", of_session("2017-03-20", "2017-03-21"), of_session(None, None)),
    ("number", of_session("2017-03-20", "2017-03-21", ordinal=5), of_session(None, None, ordinal=5, place=None)),
    ("town in the country", of_session("2017-03-20", "2017-03-21"), of_session(None, None, place="Norway")),
    ("planned and then held", of_session("2017-03-20", "2017-03-01", state="planned"), of_session(None, None)),
    ("both planned", of_session("2017-03-20", "2017-03-01", state="planned"), of_session(None, None, state="planned")),
    ("told three weeks later", of_session("2017-03-20", "2017-03-21"), of_session(None, "2017-04-10")),
    ("announced a month before", of_session("2017-03-20", "2017-03-21"),
     of_session(None, "2017-02-20", state="planned")),
    ("a year later, by number", of_session("2017-03-20", "2017-03-21", ordinal=5), of_session(None, "2018-04-10",
     ordinal=5)),
    ("the short name in the undated", of_session("2017-03-20", "2017-03-21",
     format="Intergovernmental Commission on Trade and Economic Cooperation"), of_session(None, None)),
    ("a round of no dialogue", told("2017-03-20", "2017-03-21", ordinal=4, place="Oslo"),
     told(None, None, ordinal=4, place="Oslo")),
    ("the next, announced a week before by a report that tells no place", of_session("2017-03-20", "2017-03-21"),
     of_session(None, "2017-03-13", state="planned", place=None)),
    ("the same two in the same town", told("2017-03-20", "2017-03-21", place="Bergen", people=(INES, LARS)),
     told(None, "2017-04-10", place="Bergen", people=(INES, LARS))),
    ("the call of which is told in passing", told("2017-03-20", "2017-03-21", kind="call", people=(INES, LARS)),
     told(None, "2017-03-30", kind="call", people=(INES, LARS), lead="Of other things. " * 30)),
    ("one person of many", of_session("2017-03-20", "2017-03-21", people=(ADA, ROSA)),
     of_session(None, None, people=(ADA,))),
]  # fmt: skip

SEVERAL = [
    # (reason, tellings, how many occasions)
    ("two sessions in that town", [of_session("2016-03-20", "2016-03-21"), of_session("2017-03-20", "2017-03-21"),
     of_session(None, None)], 3),
    ("another that may have been there", [of_session("2016-03-20", "2016-03-21", place=None),
     of_session("2017-03-20", "2017-03-21"), of_session(None, None)], 3),
    ("neither number nor place", [of_session("2017-03-20", "2017-03-21", place=None), of_session(None, None)], 2),
    ("the next, announced two months before by a report that tells no place", [of_session("2017-03-20", "2017-03-21"),
     of_session(None, "2017-01-13", state="planned", place=None)], 2),
    ("the same two in the same town, told two months later", [told("2017-03-20", "2017-03-21", place="Bergen",
     people=(INES, LARS)), told(None, "2017-05-30", place="Bergen", people=(INES, LARS))], 2),
    ("the same two in the same country", [told("2017-03-20", "2017-03-21", place="Norway", people=(INES, LARS)),
     told(None, "2017-04-10", place="Norway", people=(INES, LARS))], 2),
    ("one of the two in the same town", [told("2017-03-20", "2017-03-21", place="Bergen", people=(INES, LARS)),
     told(None, "2017-04-10", place="Bergen", people=(LARS,))], 2),
    ("a call that is the news of another day", [told("2017-03-20", "2017-03-21", kind="call", people=(INES, LARS)),
     told(None, "2017-03-30", kind="call", people=(INES, LARS))], 2),
    ("a call told in passing after a month", [told("2017-03-20", "2017-03-21", kind="call", people=(INES, LARS)),
     told(None, "2017-04-18", kind="call", people=(INES, LARS), lead="Of other things. " * 30)], 2),
    ("either of two calls", [told("2017-03-20", "2017-03-21", kind="call", people=(INES, LARS)),
     told("2017-03-24", "2017-03-25", kind="call", people=(INES, LARS)),
     told(None, "2017-03-30", kind="call", people=(INES, LARS), lead="Of other things. " * 30)], 3),
    ("other people", [of_session("2017-03-20", "2017-03-21", people=(ADA, ROSA)),
     of_session(None, None, people=(LARS, INES))], 2),
    ("another number", [of_session("2017-03-20", "2017-03-21", ordinal=5), of_session(None, None, ordinal=6)], 2),
    ("another town", [of_session("2017-03-20", "2017-03-21"), of_session(None, None, place="Santiago")], 2),
    ("a call", [told("2017-03-20", "2017-03-21", ordinal=4, place="Oslo"),
     told(None, None, ordinal=4, place="Oslo", kind="call")], 2),
    ("other parties", [of_session("2017-03-20", "2017-03-21"), of_session(None, None, parties=["NOR", "PER"])], 2),
    ("called off", [of_session("2017-03-20", "2017-03-21", state="cancelled"), of_session(None, None)], 2),
    ("held before, planned in a report of no day", [of_session("2017-03-20", "2017-03-21"),
     of_session(None, None, state="planned")], 2),  # the next may be there, too
    ("told half a year later", [of_session("2017-03-20", "2017-03-21"), of_session(None, "2017-10-10")], 2),
    ("told before the day", [of_session("2017-03-20", "2017-03-21"), of_session(None, "2017-03-10")], 2),
    ("planned after the day", [of_session("2017-03-20", "2017-03-21"),
     of_session(None, "2017-03-30", state="planned")], 2),
    ("place alone, of no dialogue", [told("2017-03-20", "2017-03-21", place="Oslo"), told(None, None, place="Oslo")],
     2),
]  # fmt: skip


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize("row", ONE, ids=[row[0] for row in ONE])
def test_of_the_only_dated_occasion(row: tuple[str, Told, Told], order: int) -> None:
    assert len(meetings(*row[1:], order=order)) == 1


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize(("reason", "tellings", "count"), SEVERAL, ids=[row[0] for row in SEVERAL])
def test_of_none_where_something_speaks_against(reason: str, tellings: list[Told], count: int, order: int) -> None:
    assert len(meetings(*tellings, order=order)) == count


# Two without a date, each the news of its report.

SPOKE = {"kind": "call", "people": (INES, LARS)}
HOME, AWAY = {"side": "NOR"}, {"side": "CHL"}
FAR_DOWN = "Trade between the two grew last year. " * 12
SAME_NEWS = [
    # (reason, tellings of one occasion)
    ("both sides on their call", [told(None, "2017-03-20", **SPOKE, **HOME),
     told(None, "2017-03-20", **SPOKE, **AWAY)]),
    ("read out on the next morning", [told(None, "2017-03-20", **SPOKE, **HOME),
     told(None, "2017-03-21", **SPOKE, **AWAY)]),
    ("an agency, and one side", [told(None, "2017-03-20", **SPOKE), told(None, "2017-03-20", **SPOKE, **AWAY)]),
    ("three tell of it", [told(None, "2017-03-20", **SPOKE), told(None, "2017-03-20", **SPOKE, **AWAY),
     told(None, "2017-03-20", **SPOKE, **HOME)]),
    ("a meeting here is talks there", [told(None, "2017-03-20", people=(ADA, ROSA), place="Oslo", **HOME),
     told(None, "2017-03-20", people=(ADA, ROSA), place="Oslo", kind="talks", **AWAY)]),
    ("a session of one dialogue", [told(None, "2017-03-20", format=SESSION), told(None, "2017-03-20", format=SESSION)]),
    ("both sides on what is planned", [told(None, "2017-03-20", people=(INES, LARS), state="planned", **HOME),
     told(None, "2017-03-21", people=(INES, LARS), state="planned", **AWAY)]),
    ("welcomed, and met, of one outlet", [
     told(None, "2017-03-20", people=(ADA, ROSA), place="Oslo", state="ongoing", **HOME),
     told(None, "2017-03-21", people=(ADA, ROSA), place="Oslo, Norway", **HOME)]),
    ("recalled far down by the other side", [told(None, "2017-03-20", **SPOKE, **HOME),
     told(None, "2017-03-20", **SPOKE, **AWAY, lead=FAR_DOWN)]),
    ("recalled in the next days with the name of one", [told(None, "2017-03-20", **SPOKE, level="leaders", **HOME),
     told(None, "2017-03-24", kind="call", people=(LARS,), level="leaders", **AWAY, lead=FAR_DOWN)]),
    ("a meeting recalled the next day", [told(None, "2017-03-20", people=(ADA, ROSA), place="Oslo", **HOME),
     told(None, "2017-03-21", people=(ADA, ROSA), **AWAY, lead=FAR_DOWN)]),
    ("one outlet, two days of a visit", [
     told(None, "2017-03-20", kind="visit", state="ongoing", place="Chile", people=(LARS,), **HOME),
     told(None, "2017-03-21", kind="visit", place="Chile", people=(INES, LARS), **HOME)]),
]  # fmt: skip
OTHER_NEWS = [
    # (reason, tellings, how many occasions)
    ("one outlet, two days", [told(None, "2017-03-20", **SPOKE, **HOME), told(None, "2017-03-21", **SPOKE, **HOME)], 2),
    ("two calls, and the other side's word on the second", [told(None, "2017-03-20", **SPOKE, **HOME),
     told(None, "2017-03-21", **SPOKE, **HOME), told(None, "2017-03-21", **SPOKE, **AWAY)], 2),
    ("two calls of one day, and one that may be either", [told(None, "2017-03-20", **SPOKE, **HOME),
     told(None, "2017-03-20", **SPOKE, **HOME), told(None, "2017-03-20", **SPOKE, **AWAY)], 3),
    ("three days apart", [told(None, "2017-03-20", **SPOKE, **HOME), told(None, "2017-03-23", **SPOKE, **AWAY)], 2),
    ("a call and a meeting", [told(None, "2017-03-20", **SPOKE, **HOME),
     told(None, "2017-03-20", people=(INES, LARS), **AWAY)], 2),
    ("a visit and a meeting", [told(None, "2017-03-20", kind="visit", people=(INES, LARS), place="Oslo", **HOME),
     told(None, "2017-03-20", people=(INES, LARS), place="Oslo", **AWAY)], 2),
    ("one outlet, visits of two people", [told(None, "2017-03-20", kind="visit", place="Chile", people=(LARS,), **HOME),
     told(None, "2017-03-21", kind="visit", place="Chile", people=(ADA,), **HOME)], 2),
    ("one outlet, there and back", [told(None, "2017-03-20", kind="visit", place="Chile", people=(LARS,), **HOME),
     told(None, "2017-03-21", kind="visit", place="Norway", people=(LARS,), **HOME)], 2),
    ("of others", [told(None, "2017-03-20", **SPOKE, **HOME),
     told(None, "2017-03-20", kind="call", people=(ADA, ROSA), **AWAY)], 2),
    ("nobody named", [told(None, "2017-03-20", kind="call", **HOME), told(None, "2017-03-20", kind="call", **AWAY)], 2),
    ("only planned", [told(None, "2017-03-20", **SPOKE, state="planned", **HOME),
     told(None, "2017-03-20", **SPOKE, **AWAY)], 2),
    ("planned in two towns", [told(None, "2017-03-20", people=(INES, LARS), state="planned", place="Oslo", **HOME),
     told(None, "2017-03-20", people=(INES, LARS), state="planned", place="Lima", **AWAY)], 2),
    ("planned, nobody named", [told(None, "2017-03-20", state="planned", **HOME),
     told(None, "2017-03-20", state="planned", **AWAY)], 2),
    ("planned and only proposed", [told(None, "2017-03-20", people=(INES, LARS), state="planned", **HOME),
     told(None, "2017-03-20", people=(INES, LARS), state="proposed", **AWAY)], 2),
    ("reports of no day", [told(None, None, **SPOKE, **HOME), told(None, None, **SPOKE, **AWAY)], 2),
    ("recalled far down in the one, and somebody else's", [told(None, "2017-03-20", **SPOKE, **HOME),
     told(None, "2017-03-20", kind="call", people=(ADA, INES), **AWAY, lead=FAR_DOWN)], 2),
    ("recalled after a month", [told(None, "2017-03-20", **SPOKE, **HOME),
     told(None, "2017-04-20", **SPOKE, **AWAY, lead=FAR_DOWN)], 2),
    ("recalled after the second of two calls", [told(None, "2017-03-16", **SPOKE, **HOME),
     told(None, "2017-03-20", **SPOKE, **HOME), told(None, "2017-03-21", **SPOKE, **AWAY, lead=FAR_DOWN)], 3),
    ("the next readout of one outlet, which names the call last", [told(None, "2017-03-10", **SPOKE, **HOME),
     told(None, "2017-03-20", **SPOKE, **HOME, lead=FAR_DOWN)], 2),
    ("recalled with one name, on another level", [told(None, "2017-03-20", **SPOKE, **HOME),
     told(None, "2017-03-21", kind="call", people=(LARS,), level="ministers", **AWAY, lead=FAR_DOWN)], 2),
    ("recalled with one name after ten days", [told(None, "2017-03-20", **SPOKE, level="leaders", **HOME),
     told(None, "2017-03-30", kind="call", people=(LARS,), level="leaders", **AWAY, lead=FAR_DOWN)], 2),
    ("a meeting recalled after a week", [told("2017-03-20", "2017-03-20", people=(ADA, ROSA), place="Oslo", **HOME),
     told(None, "2017-03-27", people=(ADA, ROSA), **AWAY, lead=FAR_DOWN)], 2),
    ("two that were, in one town, of one outlet", [told(None, "2017-03-20", people=(ADA, ROSA), place="Oslo", **HOME),
     told(None, "2017-03-21", people=(ADA, ROSA), place="Oslo", **HOME)], 2),
    ("welcomed here, met there", [told(None, "2017-03-20", people=(ADA, ROSA), place="Oslo", state="ongoing", **HOME),
     told(None, "2017-03-21", people=(ADA, ROSA), place="Santiago", **HOME)], 2),
    ("with a third there", [told(None, "2017-03-20", **SPOKE, **HOME),
     told(None, "2017-03-20", **SPOKE, **AWAY) | {"parties": ["CHL", "NOR", "PER"]}], 2),
]  # fmt: skip


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize(("reason", "tellings"), SAME_NEWS, ids=[row[0] for row in SAME_NEWS])
def test_what_two_outlets_give_as_their_news_of_one_day_is_one(reason: str, tellings: list[Told], order: int) -> None:
    (found,) = meetings(*tellings, order=order)
    assert found.values["date"] is None
    assert found.values["reported"] == "2017-03-20"


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize(("reason", "tellings", "count"), OTHER_NEWS, ids=[row[0] for row in OTHER_NEWS])
def test_news_of_two_occasions_stay_apart(reason: str, tellings: list[Told], count: int, order: int) -> None:
    assert len(meetings(*tellings, order=order)) == count


# The visit and the talks in it.

VISIT = {"kind": "visit", "place": "Santiago"}
WITHIN = [
    ("talks on a day of the visit", [told("2017-03-19/2017-03-22", "2017-03-22", **VISIT, people=(ADA,)),
     told("2017-03-20", "2017-03-20", place="Santiago", people=(ADA, ROSA))]),
    ("a visit to the country", [told("2017-03-19/2017-03-22", "2017-03-22", kind="visit", place="Chile", people=(ADA,)),
     told("2017-03-20", "2017-03-20", place="Santiago", people=(ADA, ROSA))]),
    ("both ahead", [told("2017-03-19/2017-03-22", "2017-03-10", **VISIT, state="planned", people=(ADA,)),
     told("2017-03-20", "2017-03-12", place="Santiago", state="planned", people=(ADA, ROSA))]),
    ("no place told, the same visitor", [told("2017-03-19/2017-03-22", "2017-03-22", **VISIT, people=(ADA,)),
     told("2017-03-20", "2017-03-20", people=(ADA, ROSA))]),
]  # fmt: skip
BESIDE = [
    ("before it", [told("2017-03-19/2017-03-22", "2017-03-22", **VISIT, people=(ADA,)),
     told("2017-03-17", "2017-03-17", place="Santiago", people=(ADA, ROSA))]),
    ("at home", [told("2017-03-19/2017-03-22", "2017-03-22", **VISIT, people=(ADA,)),
     told("2017-03-20", "2017-03-20", place="Oslo", people=(LARS, INES))]),
    ("other people", [told("2017-03-19/2017-03-22", "2017-03-22", **VISIT, people=(ADA,)),
     told("2017-03-20", "2017-03-20", place="Santiago", people=(LARS, INES))]),
    ("a call", [told("2017-03-19/2017-03-22", "2017-03-22", **VISIT, people=(ADA,)),
     told("2017-03-20", "2017-03-20", kind="call", people=(ADA, ROSA))]),
    ("the visit only planned", [told("2017-03-19/2017-03-22", "2017-03-10", **VISIT, state="planned", people=(ADA,)),
     told("2017-03-20", "2017-03-20", place="Santiago", people=(ADA, ROSA))]),
    ("nothing that ties them", [told("2017-03-19/2017-03-22", "2017-03-22", **VISIT),
     told("2017-03-20", "2017-03-20", people=(ADA, ROSA))]),
    ("with others too", [told("2017-03-19/2017-03-22", "2017-03-22", **VISIT, people=(ADA,)),
     told("2017-03-20", "2017-03-20", parties=["CHL", "NOR", "PER"], place="Santiago", people=(ADA, ROSA))]),
]  # fmt: skip


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize(("reason", "tellings"), WITHIN, ids=[row[0] for row in WITHIN])
def test_a_meeting_in_the_course_of_a_visit_is_part_of_it(reason: str, tellings: list[Told], order: int) -> None:
    found = meetings(*tellings, order=order)
    (visit,) = [record for record in found if record.values["kind"] == "visit"]
    (meeting,) = [record for record in found if record.values["kind"] != "visit"]
    assert meeting.links["part_of"] == (visit.id,)
    assert visit.links["parts"] == (meeting.id,)


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize(("reason", "tellings"), BESIDE, ids=[row[0] for row in BESIDE])
def test_a_meeting_beside_a_visit_is_no_part_of_it(reason: str, tellings: list[Told], order: int) -> None:
    assert not any(record.links.get("part_of") for record in meetings(*tellings, order=order))


def test_the_talks_of_a_one_day_visit_that_one_report_tells_apart_are_part_of_it() -> None:
    story = Story("a", "2017-03-20")
    story.meeting("She visited Santiago.", ["CHL", "NOR"], "2017-03-20", kind="visit", place="Santiago", people=(ADA,))
    story.meeting("She met her colleague there.", ["CHL", "NOR"], "2017-03-20", people=(ADA, ROSA))
    claims = [SourcedClaim(one, story.outlet, story.side, story.report.today) for one in story.claims]
    found = [record for record in resolve(claims, WORLD).records if record.kind is RecordKind.MEETING]
    assert sorted(bool(record.links.get("part_of")) for record in found) == [False, True]


# One visit that one report tells of twice, and values told in a report's own words.

LIN = ("Lin Wei", "foreign minister", "CHN")
PLAN = {"kind": "visit", "state": "planned", "people": (ADA,), "parties": ["CHN", "NOR"]}
VISITS = [
    # (reason, what the second report tells beside its visit of 25–26 July, how many visits)
    ("this weekend", "2021-07-24/2021-07-25", {**PLAN, "place": "China"}, 1),
    ("the next day", "2021-07-27", {**PLAN, "place": "China"}, 1),
    ("two days later", "2021-07-28", {**PLAN, "place": "China"}, 2),
    ("somebody else's", "2021-07-25", {**PLAN, "place": "China", "people": (LARS,)}, 2),
    ("somebody else's, to the same host", "2021-07-25", {**PLAN, "place": "China", "people": (LARS, LIN)}, 2),
    ("to another town", "2021-07-25", {**PLAN, "place": "Oslo"}, 2),
    ("over already", "2021-07-25", {**PLAN, "place": "China", "state": "held"}, 2),
]


# One stay of one guest, told by different days and towns.

STAY = {"kind": "visit", "people": (ADA,)}
ONE_STAY = [
    # (reason, tellings)
    ("its second day, in another town", [told("2017-03-20", "2017-03-20", **STAY, place="Santiago"),
     told("2017-03-21", "2017-03-21", **STAY, place="Valparaíso")]),
    ("three days, the middle one told last", [told("2017-03-20", "2017-03-20", **STAY, place="Santiago"),
     told("2017-03-22", "2017-03-22", **STAY, place="Chile"), told("2017-03-21", "2017-03-23", **STAY, place="Chile")]),
    ("another host each day", [told("2017-03-20", "2017-03-20", kind="visit", people=(ADA, ROSA), place="Santiago"),
     told("2017-03-20/2017-03-22", "2017-03-22", kind="visit", people=(ADA, INES), place="Chile")]),
    ("announced for the day before", [told("2017-03-20", "2017-03-10", **STAY, state="planned", place="Chile"),
     told("2017-03-21", "2017-03-21", **STAY, place="Chile")]),
    ("recalled", [told("2017-03-20", "2017-03-20", **STAY, place="Santiago"),
     told(None, "2017-04-10", **STAY, place="Chile", lead=FAR_DOWN)]),
    ("upcoming", [told("2017-03-20", "2017-03-20", **STAY, place="Santiago"),
     told(None, "2017-02-10", **STAY, state="planned", place="Chile", lead=FAR_DOWN)]),
    ("recalled, and told by its month", [told("2017-03", "2017-04-20", **STAY, place="Santiago"),
     told(None, "2017-04-10", **STAY, place="Chile", lead=FAR_DOWN)]),
    ("recalled beside the talks in its course", [told("2017-03-20", "2017-03-20", **STAY, place="Santiago"),
     told("2017-03-20", "2017-03-20", people=(ADA, ROSA), place="Santiago", kind="ceremony"),
     told(None, "2017-03-25", **STAY, place="Chile", lead=FAR_DOWN)]),
]  # fmt: skip
OTHER_STAYS = [
    # (reason, tellings, how many visits)
    ("two days apart", [told("2017-03-20", "2017-03-20", **STAY, place="Santiago"),
     told("2017-03-22", "2017-03-22", **STAY, place="Chile")], 2),
    ("somebody else on the next day", [told("2017-03-20", "2017-03-20", **STAY, place="Santiago"),
     told("2017-03-21", "2017-03-21", kind="visit", people=(LARS,), place="Santiago")], 2),
    ("three days, and who was with her on one", [told("2017-03-20", "2017-03-20", **STAY, place="Chile"),
     told("2017-03-21", "2017-03-21", **STAY, place="Santiago"),
     told("2017-03-21", "2017-03-21", kind="visit", people=(("Nils Holm", None, None),), place="Santiago"),
     told("2017-03-22", "2017-03-22", **STAY, place="Chile")], 2),
    ("there, and the host's visit here", [told("2017-03-20", "2017-03-20", **STAY, place="Santiago"),
     told("2017-03-21", "2017-03-21", kind="visit", people=(ROSA, ADA), place="Oslo")], 2),
    ("of no told place", [told("2017-03-20", "2017-03-20", **STAY), told("2017-03-21", "2017-03-21", **STAY)], 2),
    ("recalled after two months", [told("2017-03-20", "2017-03-20", **STAY, place="Santiago"),
     told(None, "2017-05-25", **STAY, place="Chile", lead=FAR_DOWN)], 2),
    ("recalled after two visits", [told("2017-03-02", "2017-03-02", **STAY, place="Santiago"),
     told("2017-03-20", "2017-03-20", **STAY, place="Chile"),
     told(None, "2017-03-25", **STAY, place="Chile", lead=FAR_DOWN)], 3),
    ("in a report of no day", [told("2017-03-20", "2017-03-10", **STAY, state="planned", place="Santiago"),
     told(None, None, **STAY, state="planned", place="Chile", lead=FAR_DOWN)], 2),
    ("there again", [told("2017-03-20", "2017-03-20", **STAY, place="Santiago"),
     told(None, "2017-03-28", **STAY, state="ongoing", place="Chile", lead=FAR_DOWN)], 2),
    ("an invitation", [told("2017-03-20", "2017-03-20", **STAY, place="Santiago"),
     told(None, "2017-02-20", **STAY, state="proposed", place="Chile", lead=FAR_DOWN)], 2),
]  # fmt: skip


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize(("reason", "tellings"), ONE_STAY, ids=[row[0] for row in ONE_STAY])
def test_one_stay_is_one_visit_whatever_day_and_town_are_told(reason: str, tellings: list[Told], order: int) -> None:
    found = [record for record in meetings(*tellings, order=order) if record.values["kind"] == "visit"]
    assert len(found) == 1


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize(("reason", "tellings", "count"), OTHER_STAYS, ids=[row[0] for row in OTHER_STAYS])
def test_two_stays_are_two_visits(reason: str, tellings: list[Told], count: int, order: int) -> None:
    assert len(meetings(*tellings, order=order)) == count


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize(("reason", "when", "more", "count"), VISITS, ids=[row[0] for row in VISITS])
def test_nobody_pays_two_visits_at_a_time(reason: str, when: str, more: Told, count: int, order: int) -> None:
    announced = Story(f"visit-{order}", "2021-07-21", "Wire")
    briefing = Story(f"visit-{-order}", "2021-07-22", "Gazette")
    whole = {key: value for key, value in {**PLAN, "place": "Tianjin"}.items() if key != "parties"}
    announced.meeting("She will visit China on 25–26 July.", ["CHN", "NOR"], "2021-07-25/2021-07-26", **whole)
    briefing.meeting("Her visit to China is on 25–26 July.", ["CHN", "NOR"], "2021-07-25/2021-07-26", **whole)
    more = {key: value for key, value in more.items() if key != "parties"}
    briefing.meeting("As told, she will be there.", ["CHN", "NOR"], when, **more)
    stories = [announced, briefing][::order]
    claims = [SourcedClaim(one, story.outlet, None, story.report.today) for story in stories for one in story.claims]
    found = [record for record in resolve(claims, WORLD).records if record.kind is RecordKind.MEETING]
    assert len(found) == count


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({}, "Oslo"),  # told last
        ({"attributed_to": "QUESTION"}, "Santiago"),
        ({"inferred": (("place", "the place of the visit that it is part of"),)}, "Santiago"),
        ({"inferred": (("level", "the offices of those who meet"),)}, "Oslo"),  # of another field
    ],
)
def test_what_a_report_tells_in_its_own_words_is_shown_before_what_is_asked_or_inferred(
    changes: Told, place: str, order: int
) -> None:
    account, briefing = Story(f"words-{order}", "2017-03-20", "A"), Story(f"words-{-order}", "2017-03-21", "B")
    account.meeting("They met in Santiago.", ["CHL", "NOR"], "2017-03-20", place="Santiago", format=SESSION)
    values = account.claims[0].values
    assert isinstance(values, MeetingValues)
    briefing.tell("They met yesterday, didn't they?", replace(values, place="Oslo"), **changes)
    stories = [account, briefing][::order]
    claims = [SourcedClaim(one, story.outlet, None, story.report.today) for story in stories for one in story.claims]
    (found,) = [record for record in resolve(claims, WORLD).records if record.kind is RecordKind.MEETING]
    assert found.values["place"] == place
