"""Rebels as parties of their own: text → occasions, written as in ``occasions.txt``."""

import pytest
from tests.claims.tables import all_written
from tests.claims.test_meetings import FILLER, meetings_in, read

from aidememoire.claims.occasions.parties.foes import foes_meant, foes_of, holder_of, without_umbrella

WAR = "Syrian troops shelled Syrian towns. "
STORE = "Norwegian Foreign Minister Jonas Gahr Store "

ROWS = [
    # people of the rebels, named by no more than that
    (WAR + STORE + "met rebel leaders in Oslo on Monday.", ["meeting held NOR+Syrian_opposition 2012-05-07 Oslo"]),
    (
        WAR + STORE + "met Syrian rebel leaders in Oslo on Monday.",
        ["meeting held NOR+Syrian_opposition 2012-05-07 Oslo"],
    ),
    (
        WAR + STORE + "met members of the opposition in Oslo on Monday.",
        ["meeting held NOR+Syrian_opposition 2012-05-07 Oslo"],
    ),
    # no war is told of: whose opposition it is nobody can tell
    ("Chile is calm. " + STORE + "met members of the opposition in Oslo on Monday.", []),
    # the town council is no rebels'
    (WAR + STORE + "met the town council in Oslo on Monday.", []),
    # a movement's own name goes before what it is
    (
        WAR + STORE + "met envoys of the opposition Syrian National Council in Oslo on Monday.",
        ["meeting held NOR+SNC 2012-05-07 Oslo"],
    ),
    (
        WAR + STORE + "met Syria’s opposition Syrian National Council in Oslo on Monday.",
        ["meeting held NOR+SNC 2012-05-07 Oslo"],
    ),
    (
        WAR + STORE + "met the Syrian Interim Council on Monday.",
        ["meeting held NOR+Syrian_opposition 2012-05-07 -"],
    ),
    # "anti-" makes a word of a name
    (WAR + STORE + "met anti-Assad poets in Oslo on Monday.", []),
    # where the rebels sit
    (
        WAR + STORE + "will travel to Idlib, the rebel stronghold, on 14 May.",
        ["visit planned NOR+Syrian_opposition 2012-05-14 Idlib"],
    ),
    (WAR + STORE + "will travel to Idlib, the market town, on 14 May.", ["visit planned NOR+SYR 2012-05-14 Idlib"]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=lambda value: str(value)[:90])
def test_rebels(text: str, expected: list[str]) -> None:
    assert all_written(meetings_in(text + FILLER, "2012-05-08")) == expected


def test_whose_rebels() -> None:
    mentions = read(WAR + "The rebels hold Homs.", "2012-05-08")
    assert foes_meant(mentions, None) == foes_meant(mentions, "SYR") == "Syrian opposition"
    assert foes_meant(mentions, "CHL") is None
    assert foes_of("CHL", mentions.on) is None


def test_who_holds_a_place() -> None:
    mentions = read(WAR + "Aid reached rebel-held Homs and then Hama.", "2012-05-08")
    held, free = (place.span for place in mentions.places if mentions.words(place.span) in {"Homs", "Hama"})
    assert holder_of(mentions, held, "SYR") == "Syrian opposition"
    assert holder_of(mentions, free, "SYR") is None


def test_a_named_movement_stands_for_its_state_s_rebels() -> None:
    assert without_umbrella({"SNC": None, "Syrian opposition": None, "NOR": None}) == {"SNC": None, "NOR": None}
    assert without_umbrella({"Libyan rebels": None, "SNC": None}) == {"Libyan rebels": None, "SNC": None}
