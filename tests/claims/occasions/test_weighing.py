"""How sure a meeting is: what speaks for it, what against it, and what becomes of the unlikely."""

from itertools import pairwise

import pytest
from tests.claims.test_meetings import FILLER, read

from aidememoire.claims.occasions.meetings import propose_meetings
from aidememoire.claims.occasions.weighing import ACCOUNT, CUT_OFF, FREE, confidence_of, weights
from aidememoire.knowledge import shipped
from aidememoire.model import MeetingValues, Proposal, Refusal

PLAIN = (
    "The foreign ministers of Chile and Peru met in Lima on Tuesday.",
    "President Sebastian Pinera of Chile will visit Ecuador on 20 May.",
    "Norwegian Prime Minister Erna Solberg spoke by phone with Estonian President Kersti Kaljulaid on Monday.",
)


def meetings(text: str, at_least: float = CUT_OFF, side: str | None = None) -> list[Proposal | Refusal]:
    return list(propose_meetings(read(text + FILLER, "2019-05-08", side), shipped(), at_least))


def proposals(text: str, at_least: float = CUT_OFF, side: str | None = None) -> list[Proposal]:
    return [one for one in meetings(text, at_least, side) if isinstance(one, Proposal)]


@pytest.mark.parametrize("text", PLAIN)
@pytest.mark.parametrize("side", [None, "CHL"])
def test_what_is_plainly_told_is_likelier_right_than_not(text: str, side: str | None) -> None:
    found = proposals(text, side=side)
    assert found
    assert all(one.confidence > 0.5 for one in found)


def test_what_is_told_with_names_and_day_is_surer_than_what_is_not() -> None:
    told = (
        "The foreign ministers of Chile and Peru met in Lima on Tuesday.",
        "Chile and Peru met, and envoys of Ecuador, Bolivia and Brazil wrote that talks in some capital had gone well.",
    )
    sure = [max(one.confidence for one in proposals(text, 0.0)) for text in told]
    assert all(first > second for first, second in pairwise(sure))


def test_what_is_unlikely_is_refused_aloud_and_nothing_is_part_of_it() -> None:
    text = (
        "Chilean President Sebastian Pinera paid a visit to Peru on 6 and 7 May. "
        "In Lima he held talks with Peruvian President Martin Vizcarra."
    )
    visit, talks = proposals(text, 0.0)
    assert isinstance(talks.values, MeetingValues)
    assert talks.values.part_of == visit.key
    between = (visit.confidence + talks.confidence) / 2
    kept = meetings(text, between)
    refused = [one for one in kept if isinstance(one, Refusal) and one.why == "low_confidence"]
    stands = [one for one in kept if isinstance(one, Proposal)]
    assert len(refused) == len(stands) == 1
    assert isinstance(stands[0].values, MeetingValues)
    assert stands[0].values.part_of is None
    assert "part_of" not in dict(stands[0].inferred)
    assert not [one for one in meetings(text, 1.01) if isinstance(one, Proposal)]


def test_marks_are_told_once_more_in_a_sides_own_account() -> None:
    alone, account = (proposals(PLAIN[0], 0.0, side)[0].notes for side in (None, "CHL"))
    assert ACCOUNT not in alone
    assert not any(mark.endswith(ACCOUNT) for mark in alone)
    assert ACCOUNT in account
    assert f"a day {ACCOUNT}" in account
    assert len(set(account)) == len(account)
    assert account[0] == FREE


def test_the_shipped_table_weighs_marks_that_there_are_and_moves_with_them() -> None:
    table = weights()
    assert {FREE, "a day", "no day", f"title {ACCOUNT}"} <= set(table)
    assert all(-3 < weight < 3 for weight in table.values())
    assert confidence_of(()) == 0.5
    assert confidence_of(("some mark",), {"some mark": 2.0}) > 0.8 > confidence_of(("some mark",), {"some mark": -2.0})
