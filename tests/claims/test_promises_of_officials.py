"""Promises in official words: orders, agencies' undertakings, sums announced, documents told by their subjects."""

import pytest

from tests.claims.test_commitments import contents_of
from tests.claims.test_promise_wordings import ANY, makers


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        # who is ordered stands between, also with whose he is
        ("Norway directed the heads of all its agencies to submit plans for the port.", "submit plans for the port"),
        ("Norway ordered its commanders to open two camps in Chad.", "open two camps in Chad"),
        # the measure itself, and not what it is for
        (
            "Norway has ordered the deployment of two frigates to escort the tankers.",
            "the deployment of two frigates to escort the tankers",
        ),
        # sums
        ("Norway is committing $9 million toward a harbour in Chad.", "$9 million toward a harbour in Chad"),
        ("Chad welcomed Norway's announcement of $20 million for clinics.", "$20 million for clinics"),
        ("Norway announced a visa restriction policy on the smugglers.", "a visa restriction policy on the smugglers"),
        (
            "Norway authorized, under the act of last year, a loan of $2 million to Chad.",
            "a loan of $2 million to Chad",
        ),
        ("Norway has committed to a halt in whaling by 2030.", "a halt in whaling by 2030"),
        # documents told by what they are on
        ("Norway and Chad signed agreements on air traffic, tuna and the mining of tin.", "air traffic"),
        ("Norway and Chad signed agreements on air traffic, tuna and the mining of tin.", "the mining of tin"),
        (
            "The following agreements were signed by Norway and Chad: on air traffic; on the mining of tin.",
            "the mining of tin",
        ),
        ("The presidents of Norway and Chad made joint statements on tin, tuna and the drought.", "the drought"),
        ("Norway and Chad adopted guidelines for the mining of tin.", "guidelines for the mining of tin"),
    ],
)
def test_found(sentence: str, content: str) -> None:
    assert content in contents_of(sentence, ANY)


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway directed its efforts to help the farmers of Chad.",
        "Norway committed a foul in the second half.",
        "Chad welcomed the announcement of the Norwegian cabinet.",
        "The presidents of Norway and Chad made statements on tin, tuna and the drought.",
        "Norway announced a policy of patience.",
    ],
)
def test_refused(sentence: str) -> None:
    assert contents_of(sentence, ANY) == []


@pytest.mark.parametrize(
    ("sentence", "made_by"),
    [
        # in a government's own account
        ("The Task Force will publish a report on tuna within 60 days.", ("NOR",)),
        ("The Norwegian Coast Bank will lend two million to Chad.", ("NOR",)),
        ("The Export Bank Corporation will build a harbour in Chad.", ("NOR",)),
        ("My Administration will build a harbour in Chad.", ("NOR",)),
        ("I have directed the Coast Guard to send two cutters to Chad.", ("NOR",)),
        ("The memorandum directs agencies to publish their plans for the port.", ("NOR",)),
        ("Senior Adviser Ada Lind announced $20 million in aid for the clinics.", ("NOR",)),
        ("Announced $20 million in aid for Chad.", ("NOR",)),
    ],
)
def test_its_own_agencies(sentence: str, made_by: tuple[str, ...]) -> None:
    assert makers(sentence, "NOR") == [made_by]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Task Force will publish a report on tuna within 60 days.",
        "My Administration will build a harbour in Lima.",
        "The memorandum directs agencies to publish their plans for the port.",
    ],
)
def test_whose_agency_nobody_says(sentence: str) -> None:
    assert ("NOR",) not in makers(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The World Seed Fund will build a harbour in Lima.",
        "I will be glad to open the harbour.",
        "Borealis Corp announced $20 million in aid for Lima.",
        "I was instructed to build a harbour in Lima.",
    ],
)
def test_none_of_its_own(sentence: str) -> None:
    assert ("NOR",) not in makers(sentence, "NOR")


@pytest.mark.parametrize(
    ("sentence", "content", "made_by"),
    [
        ("Norway congratulated Chad on signing the Reed Accords.", "the Reed Accords", ("TCD",)),
        ("Chad became the tenth nation to sign the Reed Accords.", "the Reed Accords", ("TCD",)),
        ("Norway pledged not to join any alliance against Chad.", "not to join any alliance against Chad", ("NOR",)),
        (
            "Norway welcomed the agreement between Chad and Niger on the use of the wells.",
            "the agreement between Chad and Niger on the use of the wells",
            ("NER", "TCD"),
        ),
        # a heading run into the sentence
        ("Clean Water for All: Chad and Niger will build two wells.", "build two wells", ("NER", "TCD")),
        ("Norway confirmed its intention to join the UN.", "join the UN", ("NOR",)),
    ],
)
def test_told_in_passing(sentence: str, content: str, made_by: tuple[str, ...]) -> None:
    assert content in contents_of(sentence, ANY)
    assert made_by in makers(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway congratulated Chad on reading the Reed Accords.",
        "Norway has not pledged not to join any alliance against Chad.",
        "Norway discussed the agreement between Chad and Niger on the use of the wells.",
    ],
)
def test_not_told_in_passing(sentence: str) -> None:
    assert contents_of(sentence, ANY) == []


def test_an_accession_to_come_is_no_signing() -> None:
    assert "the Reed Accords" not in contents_of("Chad will become the tenth nation to sign the Reed Accords.", ANY)
