"""Sentence → every fault of the meeting in it: what reports tell otherwise, and what they are silent on."""

import pytest

from aidememoire.views.checking import Asserted, Check, Finding
from tests.views.checking.material import checked


def meetings(check: Check) -> list[Finding]:
    return [finding for finding in check.findings if finding.asserted is Asserted.MEETING]


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        # A number that no report tells hides no other fault, and comes after it.
        (
            "Tileuberdi met Pompeo in Washington on 11 November 2019 for the third round of talks.",
            ["other_date date", "not_found ordinal"],
        ),
        (
            "Zakharieva and Dacic held their fourth meeting in Belgrade on 12 March 2020.",
            ["cancelled state", "not_found ordinal"],
        ),
        (
            "Tileuberdi met Pompeo in Washington on 11 December 2019 for the third round of talks.",
            ["not_found ordinal"],
        ),
        ("Tileuberdi met Pompeo in Washington on 11 December 2019.", []),
    ],
)
def test_faults(text: str, faults: list[str]) -> None:
    (found,) = meetings(checked(text))
    assert [f"{fault.status} {fault.field}" for fault in found.faults] == faults
    assert str(found.status) == (faults[0].split()[0] if faults else "confirmed")


@pytest.mark.parametrize(
    ("text", "is_checked"),
    [
        ("They met on 12 March 2020.", False),  # nobody is named: the day may be that of any meeting
        ("They met in Belgrade on 12 March 2020.", True),
        ("Zakharieva will visit Belgrade on 12 March 2020.", True),
    ],
)
def test_where_nobody_is_meant_day_and_place_are_asked(text: str, is_checked: bool) -> None:
    check = checked(text)
    assert bool(meetings(check)) == is_checked
    assert bool(check.unchecked) != is_checked
