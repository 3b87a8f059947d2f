"""Whose breach it is: never whoever deplores or reports it; and whose promise: not where it was to be kept."""

from dataclasses import replace
from typing import cast

import pytest

from aidememoire.claims.outcomes.statuses import propose_statuses
from aidememoire.model import Dateline, Proposal, Span, StatusKind, StatusValues
from tests.claims.by_hand import mentions_of
from tests.claims.test_statuses import KNOWLEDGE, statuses_of


def parties_told(sentence: str, status: StatusKind) -> list[tuple[str, ...]]:
    """The parties of each status of this kind."""
    return [values.parties for values in statuses_of(sentence) if values.status is status]


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("Norway deplored violations of the truce by Chad.", ("TCD",)),
        ("Norway condemned the breach of the truce by two jets of Chad.", ("TCD",)),
        ("Norway warned of Chad's violations of the truce.", ("TCD",)),
        ("Chad committed a grave violation of the truce, Norway said.", ("TCD",)),
        ("Chad fired rockets in violation of the truce, Norway said.", ("TCD",)),
        ("Norway condemned Chad's raid as a violation of the truce.", ("TCD",)),
        ("Norway said that the raid by Chad was a breach of the truce.", ("TCD",)),
        ("Norway deplored the violation of Chad's international commitments.", ("TCD",)),
        ("Chad said that it had violated the truce.", ("TCD",)),
        ("Chad has begun violating the truce.", ("TCD",)),
    ],
)
def test_who_did_it(sentence: str, parties: tuple[str, ...]) -> None:
    assert parties_told(sentence, StatusKind.VIOLATED) == [parties]


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("Norway and Chad accused each other of violating the truce.", ("NOR", "TCD")),
        ("Norway and Chad blamed one another for violating the truce.", ("NOR", "TCD")),
        ("Norway and Chad have traded accusations of breaching the truce.", ("NOR", "TCD")),
        ("Norway met Chad in May. The two sides have traded accusations of breaching the truce.", ("NOR", "TCD")),
        ("Norway accused Chad of violating the truce.", ("TCD",)),
        ("Norway traded accusations of breaching the truce with the raiders.", ()),
    ],
)
def test_each_accuses_the_other(sentence: str, parties: tuple[str, ...]) -> None:
    assert parties_told(sentence, StatusKind.VIOLATED) == [parties]


@pytest.mark.parametrize(
    ("sentence", "cause"),
    [
        ("Norway suspended the talks with Chad over the raid.", "the raid"),
        ("Norway suspended the talks with Chad, raising concerns over the truce.", None),
        ("The truce between Norway and Chad was extended twice after that in June and August.", None),
        ("Norway suspended the talks with Chad as the fund sought to save them by cutting its fees.", None),
        ("The talks between Norway and Chad collapsed, each blaming the other for the raid.", None),
        ("The talks between Norway and Chad collapsed, the minister blaming the raid.", "the raid"),
    ],
)
def test_why_it_was(sentence: str, cause: str | None) -> None:
    assert [values.cause for values in statuses_of(sentence)] == [cause]


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("Following the Danish decision to withdraw from the pact, Chad has bought ten boats.", ("DNK",)),
        ("Norway went to court over Chad's decision that it would no longer be a party to the pact.", ("TCD",)),
        ("Following its decision to withdraw from the pact, Chad has bought ten boats.", ("TCD",)),
    ],
)
def test_whose_decision_it_was(sentence: str, parties: tuple[str, ...]) -> None:
    assert parties_told(sentence, StatusKind.WITHDRAWN) == [parties]


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway expressed concern about breaches of the truce.",
        "They discussed Chad, and Norway expressed concern about breaches of the truce.",
        "Norway criticised the raid, saying it breached the truce.",
        "Norway condemned the raid as it violates the truce.",
        "Norway deplored violations of the truce by the raiders.",
        "The militants' violations of the truce alarmed Norway.",
        "The breach of the treaty was condemned by Norway.",
        "Norway reported violations of the truce.",
        "Norway met Chad. There have been violations of the truce along the river.",
    ],
)
def test_who_only_complains(sentence: str) -> None:
    assert parties_told(sentence, StatusKind.VIOLATED) == [()]


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("Norway's promise to open an embassy in Chad has not been kept.", ("NOR",)),
        ("The loan which Norway promised to pay by July was never paid.", ("NOR",)),
        ("Norway has not kept its promise to build a bridge in Chad.", ("NOR",)),
    ],
)
def test_whose_promise(sentence: str, parties: tuple[str, ...]) -> None:
    assert parties_told(sentence, StatusKind.NOT_FULFILLED) == [parties]


@pytest.mark.parametrize(("place", "parties"), [("OSLO", [("NOR",)]), ("NAIROBI", []), (None, [])])
def test_the_government_of_an_opposition_is_that_at_home(place: str | None, parties: list[tuple[str, ...]]) -> None:
    text = (
        "Chad's ambassador spoke to Norway's premier. "
        "The opposition said the government's promise to open an embassy in Peru had not been kept."
    )
    mentions = mentions_of(text)
    if place is not None:
        mentions = replace(mentions, dateline=Dateline(place, None, None, None, (), Span("r", 0, 1)))
    found = propose_statuses(mentions, KNOWLEDGE, (), least=0.0)
    assert [cast(StatusValues, one.values).parties for one in found if isinstance(one, Proposal)] == parties


@pytest.mark.parametrize(
    ("sentence", "cause"),
    [
        ("Norway suspended its talks with Chad for lack of money.", "lack of money"),
        ("Norway suspended its talks with Chad for want of trust.", "want of trust"),
        ("Norway suspended its talks with Chad, citing a raid on a village.", "a raid on a village"),
        ("Norway suspended its talks with Chad, blaming a strike.", "a strike"),
        ("Norway suspended its talks with Chad in anger at a raid.", "a raid"),
        ("Norway suspended its talks with Chad for two months.", None),
        ("Norway suspended its talks with Chad for the third time.", None),
    ],
)
def test_causes(sentence: str, cause: str | None) -> None:
    assert [values.cause for values in statuses_of(sentence)] == [cause]


@pytest.mark.parametrize(
    "sentence",
    [
        "The agreement with Norway, signed in Oslo in last year, practically is not carried out.",
        "The project “Bridges for Chad”, agreed in Oslo with Chad in May, practically is not carried out.",
    ],
)
def test_clumsy_order(sentence: str) -> None:
    assert [values.status for values in statuses_of(sentence)] == [StatusKind.NOT_FULFILLED]
