"""What several reports recall in passing, without its day, of one visit or call that none of them has as its news."""

from typing import Any

import pytest

from aidememoire.knowledge import shipped
from aidememoire.model import RecordKind
from aidememoire.register import World, resolve
from aidememoire.register.candidates import SourcedClaim
from tests.register.builders import Story

WORLD = World.of(shipped())
INES = ("Ines Rojas", "president", "CHL")
LARS = ("Lars Vik", "prime minister", "NOR")
ADA = ("Ada Holm", "foreign minister", "NOR")
TRIP = {"kind": "visit", "place": "Chile", "people": (LARS,)}
CALL = {"kind": "call", "people": (LARS, INES)}

Told = dict[str, Any]


def told(on: str | None, **more: Any) -> Told:
    return {"on": on, **more}


def count(tellings: list[Told], order: int) -> int:
    """How many visits and calls they amount to, each told far down in a long report of one outlet."""
    claims = []
    for number, telling in list(enumerate(tellings))[::order]:
        story = Story(f"recalled-{number * order}", telling["on"], "Briefings", "NOR")
        story.text += "Trade between the two grew last year. " * telling.get("lines", 60)
        more = {key: value for key, value in telling.items() if key not in {"on", "lines"}}
        story.meeting("They met.", ["CHL", "NOR"], more.pop("when", None), **more)
        claims += [SourcedClaim(one, story.outlet, story.side, story.report.today) for one in story.claims]
    return sum(record.kind is RecordKind.MEETING for record in resolve(claims, WORLD).records)


ONE = [
    ("a trip, told over three weeks", [told("2017-03-03", **TRIP), told("2017-03-14", **TRIP, lines=70),
     told("2017-03-24", **TRIP)]),
    ("a trip, by country and by town", [told("2017-03-03", **TRIP),
     told("2017-03-14", **{**TRIP, "place": "Santiago"})]),
    ("a call, told on Thursday, Friday and Monday", [told("2017-03-02", **CALL), told("2017-03-03", **CALL),
     told("2017-03-06", **CALL)]),
]  # fmt: skip
MORE = [
    ("two guests", [told("2017-03-03", **TRIP), told("2017-03-14", **{**TRIP, "people": (ADA,)})], 2),
    ("trips both ways", [told("2017-03-03", **TRIP), told("2017-03-14", **{**TRIP, "place": "Norway"})], 2),
    ("a trip of two months ago", [told("2017-03-03", **TRIP), told("2017-05-14", **TRIP)], 2),
    ("a trip going on again", [told("2017-03-03", **TRIP), told("2017-03-20", **TRIP, state="ongoing")], 2),
    ("a trip ahead again", [told("2017-03-03", **TRIP), told("2017-03-20", **TRIP, state="planned")], 2),
    ("reports of no day", [told(None, **TRIP), told(None, **TRIP)], 2),
    ("a call of last week", [told("2017-03-02", **CALL), told("2017-03-09", **CALL)], 2),
    ("a call of somebody else", [told("2017-03-02", **CALL), told("2017-03-03", kind="call", people=(ADA, INES))], 2),
    ("a call with one name", [told("2017-03-02", **CALL), told("2017-03-03", kind="call", people=(INES,))], 2),
    ("two readouts", [told("2017-03-02", **CALL, lines=20), told("2017-03-03", **CALL, lines=20)], 2),
    ("two dated calls, and one told after them", [told("2017-03-02", **CALL, when="2017-03-02"),
     told("2017-03-03", **CALL, when="2017-03-03"), told("2017-03-04", **CALL), told("2017-03-05", **CALL)], 4),
]  # fmt: skip


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize(("reason", "tellings"), ONE, ids=[row[0] for row in ONE])
def test_what_is_recalled_of_one_is_one(reason: str, tellings: list[Told], order: int) -> None:
    assert count(tellings, order) == 1


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize(("reason", "tellings", "many"), MORE, ids=[row[0] for row in MORE])
def test_what_is_recalled_of_two_is_two(reason: str, tellings: list[Told], many: int, order: int) -> None:
    assert count(tellings, order) == many
