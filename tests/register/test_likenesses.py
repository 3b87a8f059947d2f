"""Where one telling fits two gatherings of a day: it joins neither to the other, and is given to none by chance."""

import pytest

from aidememoire.model import Record
from tests.register.builders import Story
from tests.register.test_resolving import ABE, KISHIDA, LAVROV, PUTIN, Told, meetings, told

KONO = ("Taro Kono", "foreign minister", "JPN")
EDANO = ("Yukio Edano", "leader of the opposition", "JPN")

DAY = "2017-03-20"
NAMELESS = told(DAY)
WITH_ABE = told(DAY, people=(ABE, PUTIN))
WITH_EDANO = told(DAY, people=(EDANO, PUTIN))

TELLINGS = [
    # (reason, tellings, how many of them each meeting gathers)
    ("two talks of one guest on one day, and his visit", [WITH_ABE, WITH_EDANO, told(DAY, kind="visit")], [1, 1, 1]),
    ("a telling without people fits both", [WITH_ABE, WITH_EDANO, NAMELESS], [1, 1, 1]),
    ("a telling with one side's people fits both", [WITH_ABE, WITH_EDANO, told(DAY, people=(PUTIN,))], [1, 1, 1]),
    ("a telling with both sides' people is of theirs", [WITH_ABE, WITH_EDANO, WITH_ABE], [1, 2]),
    ("nothing else on that day", [WITH_ABE, NAMELESS, NAMELESS], [3]),
    (
        "many name one man, one report another: the nameless is of the many's",
        [WITH_ABE] * 3 + [WITH_EDANO, NAMELESS],
        [1, 4],
    ),
    ("two against one are not many", [WITH_ABE] * 2 + [WITH_EDANO, NAMELESS], [1, 1, 2]),
    (
        "leaders and ministers meet on one day, and a telling of neither level",
        [told(DAY, level="leaders"), told(DAY, level="ministers"), NAMELESS],
        [1, 1, 1],
    ),
    (
        "in two towns on one day, and a telling of no town",
        [told(DAY, place="Tokyo"), told(DAY, place="Moscow"), NAMELESS],
        [1, 1, 1],
    ),
    (
        "two accounts of one session differ, and a third is like both: the dialogue holds them together",
        [
            told(DAY, format="2+2", ordinal=2, place="Tokyo", people=(KISHIDA, LAVROV)),
            told(DAY, format="2+2", ordinal=3, place="Osaka", people=(KONO, LAVROV)),
            told(DAY, format="2+2"),
        ],
        [3],
    ),
    (
        "a visit of four days and a talk on one of them",
        [told("2017-03-19/2017-03-22", kind="visit", people=(PUTIN,), place="Tokyo"), WITH_ABE],
        [1, 1],
    ),
    (
        "a visit planned for the month and the talks of its day",
        [told("2017-03", kind="visit", people=(ABE,), place="Russia"), told(DAY, people=(ABE, PUTIN), place="Moscow")],
        [2],
    ),
    (
        "two visitors of no told party",
        [
            told("2017-03-20/2017-03-26", kind="visit", people=(("Amy Oak", "envoy", None),)),
            told("2017-03-26/2017-04-04", kind="visit", people=(("Bill Elm", "envoy", None),)),
        ],
        [1, 1],
    ),
    (
        "one visitor of no told party, and a host",
        [told(DAY, kind="visit", people=(("Amy Oak", "envoy", None),)), told(DAY, kind="visit", people=(ABE,))],
        [2],
    ),
]


def gathered(found: list[Record]) -> list[int]:
    return sorted(len({support.claim for support in record.support}) for record in found)


def reports(tellings: list[Told]) -> list[Story]:
    stories = []
    for number, telling in enumerate(tellings):
        story = Story(f"report {number}", "2017-03-20", f"Wire {number}")
        more = {key: value for key, value in telling.items() if key not in {"parties", "when"}}
        story.meeting(f"They met ({number}).", telling["parties"], telling["when"], **more)
        stories.append(story)
    return stories


@pytest.mark.parametrize(("reason", "tellings", "gathers"), TELLINGS, ids=[row[0] for row in TELLINGS])
def test_a_telling_that_fits_two_gatherings_joins_neither(
    reason: str, tellings: list[Told], gathers: list[int]
) -> None:
    assert gathered(meetings(*reports(tellings))) == gathers
    assert gathered(meetings(*reversed(reports(tellings)))) == gathers
