"""What a document is called without where and when it was signed, and what each of those who agree is to do."""

from typing import cast

import pytest

from aidememoire.claims.promises.commitments import propose_commitments
from aidememoire.documents.reports import Source, make_report
from aidememoire.knowledge import shipped
from aidememoire.language import find_mentions
from aidememoire.model import CommitmentValues, Proposal
from tests.claims.test_commitments import CONTEXT, SURE, commitments_of, contents_of


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        # a town behind a document that has no subject, or behind one
        (
            "Norway and Chad signed a fisheries partnership agreement in Nairobi on 18 February.",
            "a fisheries partnership agreement",
        ),
        (
            "Norway and Chad signed a treaty on mutual legal aid in Nairobi late on Friday.",
            "a treaty on mutual legal aid",
        ),
        ("Norway and Chad signed the Tin Agreement in Nairobi, Kenya.", "the Tin Agreement"),
        # the talks at which it was signed
        ("Norway and Chad signed an agreement on tin during talks in Nairobi.", "an agreement on tin"),
        (
            "Norway and Chad signed an agreement to share the lake after two days of talks.",
            "an agreement to share the lake",
        ),
        ("Norway and Chad signed an accord on tin in the presence of the Kenyan president.", "an accord on tin"),
        # the last of a list
        (
            "Norway and Chad signed a memorandum on tin, a pact on gas and a protocol on tuna in Nairobi on Friday.",
            "a protocol on tuna",
        ),
        # the day alone
        ("Norway and Chad signed the Treaty of Nairobi on Friday.", "the Treaty of Nairobi"),
        # a town that is part of the subject, or of the name
        ("Norway and Chad signed an agreement on a consulate in Nairobi.", "an agreement on a consulate in Nairobi"),
        (
            "Norway and Chad signed a contract for a nuclear plant in Nairobi on Friday.",
            "a contract for a nuclear plant in Nairobi",
        ),
        # letters that say of what kind it is
        ("Norway and Chad signed an FTA in Nairobi.", "an FTA"),
        # how long it took to agree
        ("Norway and Chad agreed to open a second ferry line after two days of talks.", "open a second ferry line"),
        (
            "Norway and Chad agreed to review the ferry line after a year of trials.",
            "review the ferry line after a year of trials",
        ),
        # the sum, not to whom it is given
        (
            "Norway committed $38 million in emergency funding to the World Bank.",
            "$38 million in emergency funding to the World Bank",
        ),
    ],
)
def test_content(sentence: str, content: str) -> None:
    report = make_report(CONTEXT + sentence, Source("t", "t", published="2021-05-10"), shipped())
    found = propose_commitments(find_mentions(report, shipped()), shipped(), (), 0.0)
    contents = [cast(CommitmentValues, one.values).content for one in found if isinstance(one, Proposal)]
    assert content in contents


@pytest.mark.parametrize(
    ("sentence", "shares"),
    [
        # each named with what it is to do
        (
            "Norway and Chad agreed that Oslo would send two ships and Chad would refuel them in May.",
            [("Oslo would send two ships", ("NOR",)), ("Chad would refuel them in May", ("TCD",))],
        ),
        (
            "Norway and Chad agreed that Oslo would send two ships and that the government of Chad would refuel them.",
            [("Oslo would send two ships", ("NOR",)), ("the government of Chad would refuel them", ("TCD",))],
        ),
        # one alone: both have agreed on it
        (
            "Norway and Chad agreed that Oslo would send two ships.",
            [("Oslo would send two ships", ("NOR", "TCD"))],
        ),
        # nobody named, or another than those who agree: a promise of both
        (
            "Norway and Chad agreed that a joint commission would draft a treaty.",
            [("a joint commission would draft a treaty", ("NOR", "TCD"))],
        ),
        (
            "Norway and Chad agreed that Sweden would send two ships.",
            [("Sweden would send two ships", ("NOR", "TCD"))],
        ),
        # what is told of it behind "and" was not agreed
        (
            "Norway and Chad agreed that Oslo would send two ships and the winters were long.",
            [("Oslo would send two ships", ("NOR", "TCD"))],
        ),
    ],
)
def test_shares(sentence: str, shares: list[tuple[str, tuple[str, ...]]]) -> None:
    found = [cast(CommitmentValues, proposal.values) for proposal in commitments_of(sentence, at_least=SURE)]
    assert [(values.content, values.made_by) for values in found] == shares


@pytest.mark.parametrize(
    ("sentence", "contents"),
    [
        ("Sweden criticised reports claiming that Norway is planning to launch a raid on Chad.", []),
        ("Sweden alleged that Norway intended to build a reactor.", []),
        ("Norway claims that it is ready to send two ships to the gulf.", ["send two ships to the gulf"]),
    ],
)
def test_alleged_of_others(sentence: str, contents: list[str]) -> None:
    assert contents_of(sentence, SURE) == contents
