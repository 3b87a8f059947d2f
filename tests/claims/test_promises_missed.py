"""Promises in less common words: what is ruled out, offered, declared, set going; what was going to be done."""

import pytest

from tests.claims.test_commitments import contents_of
from tests.claims.test_promise_wordings import ANY, makers


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("Norway has ruled out sending ground troops to Chad.", "ruled out sending ground troops to Chad"),
        ("Norway declared a cease-fire in the north.", "a cease-fire in the north"),
        ("Norway has offered its services as a mediator in Chad.", "its services as a mediator in Chad"),
        ("Norway authorised up to $20 million in aid for Chad.", "up to $20 million in aid for Chad"),
        ("Norway said it was going to suspend its flights to Chad.", "suspend its flights to Chad"),
        ("Norway, which will send two frigates to Chad, praised the plan.", "send two frigates to Chad"),
        (
            "Payments to the farmers of Norway will start on 1 September.",
            "Payments to the farmers of Norway will start on 1 September",
        ),
        ("Norway has not kept its pledge for new roads in the north.", "new roads in the north"),
        (
            "He noted the announcement by Norway that it, too, would send two frigates.",
            "send two frigates",
        ),
        ("Norway said it would not agree to any further loans.", "not agree to any further loans"),
        ("Norway will house 300 refugees in the north.", "house 300 refugees in the north"),
        (
            "The presidents of Norway and Chad met in Oslo. Also signed was a pact of Norway and Chad on tuna.",
            "a pact of Norway and Chad on tuna",
        ),
        # those who reached it stand between
        (
            "An accord has been reached by Kenya and Uganda in Oslo this week to curb the trade in ivory.",
            "curb the trade in ivory",
        ),
        # a vote, a deed approved
        ("The Norwegian parliament voted to approve a loan for Chad.", "a loan for Chad"),
        ("The Norwegian cabinet approved sending 40 engineers to Chad.", "sending 40 engineers to Chad"),
        # treaties ratified on both sides
        (
            "Norway and Chad exchanged instruments of ratification of the treaty on legal aid.",
            "the treaty on legal aid",
        ),
        # a thing that was agreed, by whoever is named behind
        ("The sale of 40 boats to Chad was agreed by Norway.", "The sale of 40 boats to Chad"),
        ("Norway took the decision to send 40 boats to Chad.", "send 40 boats to Chad"),
        ("Norway announced the recall of its envoy to Chad.", "the recall of its envoy to Chad"),
        # what was agreed to stands before
        ("The peace plan of the envoy, which Norway has agreed to, is enough.", "The peace plan of the envoy"),
        ("Pledges totalling 900 million dollars have been made by Norway.", "Pledges totalling 900 million dollars"),
        ("The visit of the Norwegian premier to Chad saw the signing of a protocol on tuna.", "a protocol on tuna"),
        (
            "Norway is committed like never before to halving its debt by 2025.",
            "halving its debt by 2025",
        ),
        (
            "About 40 million doses will be shared through Chad, Norway said.",
            "About 40 million doses will be shared through Chad",
        ),
        # a condition between commas
        ("Norway is ready, if it is possible, to send a team to Chad.", "send a team to Chad"),
        # three deeds, of which the second looks like a past
        (
            "Chad agreed to withdraw from the towns, set its captives free and start talks with the rebels.",
            "withdraw from the towns, set its captives free and start talks with the rebels",
        ),
        # with what it is for, cut before what it brings about
        (
            "Norway agreed to escort the tankers in order to deter attacks.",
            "escort the tankers in order to deter attacks",
        ),
        ("Norway will accept expired passports, thereby helping its students.", "accept expired passports"),
        # the subject's verb is no part of it
        ("Stern warnings and Norway's promises of social spending have helped.", "social spending"),
    ],
)
def test_found(sentence: str, content: str) -> None:
    assert content in contents_of(sentence, ANY)


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway has not ruled out sending ground troops to Chad.",
        "Norway ruled out a link between the two storms.",
        "Norway declared its support for Chad.",
        "Norway offered its condolences to Chad.",
        "Norway was going to suspend its flights to Chad.",
        "The ships, which will sail to Chad, are old.",
    ],
)
def test_not_found(sentence: str) -> None:
    assert contents_of(sentence, ANY) == []


def test_a_past_behind_and_is_no_third_deed() -> None:
    sentence = "Chad agreed to withdraw from the towns, set up a base and left."
    assert contents_of(sentence, ANY) == ["withdraw from the towns"]


@pytest.mark.parametrize(
    ("sentence", "made_by"),
    [
        ("The Department intends to pay all its interns in 2023.", [("NOR",)]),
        ("The department of fisheries in Chad intends to pay all its interns.", []),
    ],
)
def test_the_department_of_a_release_is_its_issuers(sentence: str, made_by: list[tuple[str, ...]]) -> None:
    assert [codes for codes in makers(sentence, side="NOR") if codes == ("NOR",)] == made_by
