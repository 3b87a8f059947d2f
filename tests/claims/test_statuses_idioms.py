"""Statuses told by idioms, by a count of what was done, or of a thing that was promised."""

from dataclasses import replace
from typing import Any, cast

import pytest

from aidememoire.claims.outcomes.statuses import propose_statuses
from aidememoire.model import Granularity, Mentions, Proposal, Span, StatusValues, TimeMention, When
from tests.claims.by_hand import mentions_of

CONTEXT = "Norway and Poland are neighbours.\n"
KNOWLEDGE = cast(Any, None)
MONTH = When.month(1993, 5)
DAY = replace(MONTH, granularity=Granularity.DAY)


def statuses_of(mentions: Mentions) -> list[StatusValues]:
    found = propose_statuses(mentions, KNOWLEDGE, (), least=0.0)
    return [cast(StatusValues, item.values) for item in found if isinstance(item, Proposal)]


def told(sentence: str) -> list[tuple[str, str]]:
    return [(values.subject, values.status.value) for values in statuses_of(mentions_of(CONTEXT + sentence))]


COUNTED = [
    ("Kenya has sent three of the ten ferries it promised to Uganda.", "partly_fulfilled"),
    ("Only four of the nine bridges agreed by Kenya and Uganda have been built.", "partly_fulfilled"),
    ("Of the 800 tents that Kenya had pledged, barely half have arrived.", "partly_fulfilled"),
    ("None of the ten ferries that Kenya promised has been delivered.", "not_fulfilled"),
    ("Kenya has not delivered one of the ten ferries it promised to Uganda.", "not_fulfilled"),
]


@pytest.mark.parametrize(("sentence", "status"), COUNTED)
def test_what_was_done_is_counted(sentence: str, status: str) -> None:
    assert [found for _, found in told(sentence)] == [status]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya will send three of the ten ferries it promised to Uganda.",  # a plan
        "Kenya should send three of the ten ferries it promised.",  # a wish
        "If Kenya has sent three of the ten ferries it promised, Uganda will pay.",  # a condition
        "Kenya has sent three of the ten ferries on the lake.",  # nobody promised them
        "Kenya lost three of the ten ferries it promised to Uganda.",  # nothing that one promises
        "Kenya has promised to send three of the ten ferries.",  # the promise itself
    ],
)
def test_what_is_no_count_of_what_was_done(sentence: str) -> None:
    assert told(sentence) == []


DEGREES = [
    ("The lake accord between Kenya and Uganda was only carried out as regards fish.", "partly_fulfilled"),
    ("The undertaking by Kenya was honoured in part.", "partly_fulfilled"),
    ("The lake accord between Kenya and Uganda was carried out in full.", "fulfilled"),
]


@pytest.mark.parametrize(("sentence", "status"), DEGREES)
def test_how_much_of_it(sentence: str, status: str) -> None:
    assert [found for _, found in told(sentence)] == [status]


# What goes with a deed that was done was done; with one that is wished, feared or denied it was not.
RESULTS = [
    ("Fighting broke out in Chad on Friday, ending a six-week truce with Niger.", ["ended"]),
    ("The last soldiers left Chad at noon, fulfilling a pledge to Niger.", ["fulfilled"]),
    ("Fighting could break out in Chad, ending a six-week truce with Niger.", []),
    ("Fighting did not break out in Chad, ending a six-week truce with Niger.", []),
    ("Chad wants to strike at once, ending the truce with Niger.", []),
]


@pytest.mark.parametrize(("sentence", "statuses"), RESULTS)
def test_a_deed_that_goes_with_another(sentence: str, statuses: list[str]) -> None:
    assert [found for _, found in told(sentence)] == statuses


PROMISED = [
    ("The school at Gulu, announced by Kenya in May, was completed.", ["fulfilled"]),
    ("The ferries that Kenya was to deliver in June have been put back to August.", ["delayed"]),
    ("The school at Gulu was completed.", []),
    ("The officials who promised a school opened a shop in Kenya.", []),
    ("The minister, offered a post in Kenya, was released.", []),
]


@pytest.mark.parametrize(("sentence", "statuses"), PROMISED)
def test_what_was_promised_is_a_commitment(sentence: str, statuses: list[str]) -> None:
    assert [found for _, found in told(sentence)] == statuses


SHARED = [
    ("The joint patrols were suspended after a raid.", ["suspended"]),
    ("The hotline between Chad and Niger has been cut off.", ["suspended"]),
    ("The patrols in Chad were suspended after a raid.", []),
    ("The hotline of the shop was cut off.", []),
]


@pytest.mark.parametrize(("sentence", "statuses"), SHARED)
def test_what_states_keep_together(sentence: str, statuses: list[str]) -> None:
    assert [found for _, found in told(sentence)] == statuses


@pytest.mark.parametrize(("when", "statuses"), [(MONTH, ["launched"]), (DAY, [])])
def test_negotiations_opened_long_ago_are_a_dialogue(when: When, statuses: list[str]) -> None:
    sentence = "Negotiations between Kenya and Uganda opened in May."
    mentions = mentions_of(CONTEXT + sentence)
    start = mentions.report.text.index("May")
    time = TimeMention(Span("r", start, start + 3), "DATE", None, when, (), None)
    assert [values.status.value for values in statuses_of(replace(mentions, times=(time,)))] == statuses


def test_a_treaty_counts_without_parties() -> None:
    (values,) = statuses_of(mentions_of("The convention on lakes entered into force in May."))
    assert values.parties == ()


def test_a_long_row_of_counts_stays_quick() -> None:
    assert told("of the " * 400 + "ten ferries promised") == []
