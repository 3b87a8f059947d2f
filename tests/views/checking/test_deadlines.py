"""Sentence → its deadlines, and which two can be one."""

import pytest

from aidememoire.views.checking import Status
from aidememoire.views.checking.deadlines import deadlines_in, other_deadline
from tests.views.checking.material import checked


@pytest.mark.parametrize(
    ("text", "deadlines"),
    [
        ("It is to open by 2024.", [("by 2024", "2024", None, None)]),
        ("It is to open by the end of 2024.", [("by the end of 2024", "2024", 12, None)]),
        ("It is to open by mid-2024.", [("by mid-2024", "2024", 6, None)]),
        ("It is to open by June 2024.", [("by June 2024", "2024", 6, None)]),
        ("It is to open by the beginning of June 2024.", [("by the beginning of June 2024", "2024", 6, None)]),
        ("It is to open by 3 June 2024.", [("by 3 June 2024", "2024", 6, 3)]),
        ("It is to open by June 3, 2024.", [("by June 3, 2024", "2024", 6, 3)]),
        ("It was crossed by 20 ships.", []),
        ("It opened in 2024.", []),
        ("", []),
    ],
)
def test_deadlines(text: str, deadlines: list[tuple[str, str, int | None, int | None]]) -> None:
    assert [(one.words, one.year, one.month, one.day) for one in deadlines_in(text)] == deadlines


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        ("by 2024", "by June 2024", True),
        ("by the end of 2024", "by December 2024", True),
        ("by June 2024", "by 3 June 2024", True),
        ("by June 2024", "by March 2024", False),
        ("by 3 June 2024", "by 30 June 2024", False),
        ("by mid-2024", "by the end of 2024", False),
        ("by 2024", "by 2025", False),
    ],
)
def test_two_deadlines(one: str, other: str, may_be: bool) -> None:
    (here,), (there,) = deadlines_in(one), deadlines_in(other)
    assert here.may_be(there) is may_be
    assert there.may_be(here) is may_be


@pytest.mark.parametrize(
    ("drafted", "told", "why"),
    [
        ("by June 2024", "by March 2024", "by June 2024 here, by March 2024 in the report"),
        ("by 2025", "by 2024", "by 2025 here, by 2024 in the report"),
        ("by June 2024", "by 2023 or by June 2024", None),
        ("by June 2024", "by 2024", None),
        ("by June 2024", "in March", None),
        ("in June", "by March 2024", None),
    ],
)
def test_other_deadline(drafted: str, told: str, why: str | None) -> None:
    assert other_deadline([*deadlines_in(drafted)], [*deadlines_in(told)]) == why


@pytest.mark.parametrize(
    ("deadline", "fields"),
    [("by March 2020", []), ("by 2020", []), ("by November 2020", ["due"]), ("by March 2021", ["due", "number"])],
)
def test_a_deadline_of_a_promise_is_a_date(deadline: str, fields: list[str]) -> None:
    for verb in ("are to", "agreed to"):
        text = f"Chile and Argentina {verb} finish the plans for the Agua Negra tunnel {deadline}."
        (finding,) = checked(text).findings
        assert sorted(str(fault.field) for fault in finding.faults) == fields, verb


def test_another_month_of_the_same_year_is_another_deadline() -> None:
    text = "Chile and Argentina are to finish the plans for the Agua Negra tunnel by {}."
    for deadline, is_wrong in (("March 2020", False), ("2020", False), ("November 2020", True), ("March 2021", True)):
        faults = [fault for found in checked(text.format(deadline)).findings for fault in found.faults]
        assert any(fault.status is Status.OTHER_DATE for fault in faults) is is_wrong, (deadline, faults)
