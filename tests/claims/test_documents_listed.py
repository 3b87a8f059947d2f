"""Documents told one behind another are one promise each, however the parse hangs them; so are joint texts."""

import pytest

from tests.claims.test_commitments import contents_of
from tests.claims.test_promise_wordings import ANY, makers

SIGNED = "Kenya and Uganda signed "


@pytest.mark.parametrize(
    ("sentence", "contents"),
    [
        # a mere wrapping of others
        (
            "Kenya and Uganda signed, in the presence of both kings, a package of joint documents, including a joint "
            "declaration on tea, an inter-governmental agreement on air links, an agreement between the two central "
            "banks, and a protocol on amendments to the treaty of December 7, 1999.",
            [
                "a joint declaration on tea",
                "an inter-governmental agreement on air links",
                "an agreement between the two central banks",
                "a protocol on amendments to the treaty of December 7, 1999",
            ],
        ),
        # two kinds of one document
        (
            SIGNED + "a treaty on the settlement of debts to Kenya on earlier credits, a treaty and protocol of intent "
            "between the two committees and a protocol on the interaction of their ministries.",
            [
                "a treaty on the settlement of debts to Kenya on earlier credits",
                "a treaty and protocol of intent between the two committees",
                "a protocol on the interaction of their ministries",
            ],
        ),
        # subjects without their noun
        (
            SIGNED + "agreements on road transport, on exchanges of students and on the building of a dam.",
            ["agreements on road transport", "exchanges of students", "the building of a dam"],
        ),
        # before the verb
        (
            "An agreement on gas, a protocol on tin and a memorandum on tuna were signed by Kenya and Uganda.",
            ["An agreement on gas", "a protocol on tin", "a memorandum on tuna"],
        ),
        (
            "The kings attended the ceremony of signing joint documents: an agreement on tea between Kenya and Uganda "
            "and a protocol on tin.",
            ["an agreement on tea between Kenya and Uganda", "a protocol on tin"],
        ),
        (
            "Several documents were signed by Kenya and Uganda, in particular an agreement on tea.",
            ["an agreement on tea"],
        ),
        (
            "The outcome was the signature of a plan on tea between Kenya and Uganda.",
            ["a plan on tea between Kenya and Uganda"],
        ),
        # joint texts
        (SIGNED + "a joint statement.", ["a joint statement"]),
        (
            "The presidents of Kenya and Uganda adopted a joint statement which sets out a plan for the lake.",
            ["a joint statement which sets out a plan for the lake"],
        ),
        (
            SIGNED + "a joint declaration and a plan of action for tea.",
            ["a joint declaration", "a plan of action for tea"],
        ),
        # a place tells which
        (
            "Kenya praised the roadmap approved in Kampala by Kenya and Uganda.",
            ["the roadmap approved in Kampala by Kenya and Uganda"],
        ),
    ],
)
def test_one_promise_each(sentence: str, contents: list[str]) -> None:
    assert sorted(contents_of(sentence, ANY)) == sorted(contents)


@pytest.mark.parametrize(
    ("sentence", "contents"),
    [
        # a further clause is no document
        (SIGNED + "a treaty on gas, and the minister called the agreement on tin a failure.", ["a treaty on gas"]),
        # what is told of one document
        (
            "Kenya and Uganda adopted a plan on tuna, which follows the accord on tin and the pact on gas.",
            ["a plan on tuna"],
        ),
        # a title with commas is one
        (
            SIGNED + "the Treaty on Friendship, Cooperation and Trade.",
            ["the Treaty on Friendship, Cooperation and Trade"],
        ),
        (SIGNED + "the book of condolences.", []),
        (SIGNED + "two inter-governmental agreements.", []),
        (SIGNED + "a statement.", []),
    ],
)
def test_what_is_not_told_one_by_one(sentence: str, contents: list[str]) -> None:
    assert contents_of(sentence, ANY) == contents


def test_of_the_two_are_those_whose_talks_are_told() -> None:
    text = (
        "The president of Uganda met the president of Kenya in Kampala.\n"
        "Members of the two countries' delegations signed a treaty on tea and a protocol on tin."
    )
    assert makers(text, side="UGA") == [("KEN", "UGA"), ("KEN", "UGA")]
