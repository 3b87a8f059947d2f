"""Movements and where they are at home."""

from datetime import date

import pytest

from aidememoire.knowledge import shipped
from aidememoire.knowledge.movements import are_at_home, most_named, movements
from aidememoire.knowledge.tables import rows_of


def test_every_movement_and_state_is_a_party() -> None:
    parties = shipped().parties
    for movement in movements():
        assert parties.get(movement.code) is not None, movement
        assert parties.get(movement.state) is not None, movement


@pytest.mark.parametrize(
    ("codes", "wanted"),
    [
        (("SYR", "Syrian opposition"), True),
        (("Taliban", "AFG"), True),  # in either order
        (("USA", "Taliban"), False),  # abroad
        (("AFG",), False),
        (("SYR", "LBY"), False),
    ],
)
def test_who_is_at_home(codes: tuple[str, ...], wanted: bool) -> None:
    assert are_at_home(codes) is wanted


@pytest.mark.parametrize(
    ("codes", "wanted"),
    [
        (("PRI", "USA"), True),  # a territory and its own state
        (("DNK", "GRL"), True),
        (("GRL", "USA"), False),  # another state's
        (("DNK", "GRL", "USA"), False),
        (("COK", "NZL"), False),  # it conducts its own foreign affairs
    ],
)
def test_a_territory_is_a_part_of_its_state(codes: tuple[str, ...], wanted: bool) -> None:
    assert are_at_home(codes, is_part=True) is wanted


def test_every_territory_and_its_state_is_a_party() -> None:
    parties = shipped().parties
    for row in rows_of("territories.tsv"):
        assert parties.get(row["territory"]) is not None, row
        assert parties.get(row["state"]) is not None, row


@pytest.mark.parametrize(
    ("state", "day", "wanted"),
    [
        ("LBY", date(2011, 5, 1), {"Libyan rebels"}),
        ("LBY", date(2009, 5, 1), set()),  # before the war
        ("SYR", date(2012, 5, 1), {"Syrian opposition"}),
        ("AFG", date(2012, 5, 1), set()),  # nobody calls the Taliban so
    ],
)
def test_who_is_called_rebels(state: str, day: date, wanted: set[str]) -> None:
    assert {one.code for one in movements() if one.state == state and one.is_called("rebels", day)} == wanted


@pytest.mark.parametrize(
    ("counts", "wanted"),
    [
        ({"LBY": 2, "SYR": 3}, "Syrian opposition"),
        ({"LBY": 3, "SYR": 2}, "Libyan rebels"),
        ({"PER": 3}, None),  # no war there
    ],
)
def test_the_rebels_are_those_of_the_state_most_named(counts: dict[str, int], wanted: str | None) -> None:
    found = most_named("rebels", date(2011, 5, 1), counts)
    assert (found.code if found else None) == wanted
