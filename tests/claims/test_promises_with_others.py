"""With whom a promise was made: whom somebody met, his counterpart, a list of names, those of a joint statement."""

import pytest

from aidememoire.claims.readers.rules import propose_by_rules
from aidememoire.model import CommitmentValues, Proposal
from aidememoire.pipeline import knowledge_in_use, read_text

FILLER = " It was a long day for all."


def promised(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """What is promised in the text, and by whom."""
    mentions = read_text(text + FILLER, published="2031-06-10")[1]
    found = [one for one in propose_by_rules(mentions, knowledge_in_use()) if isinstance(one, Proposal)]
    promises = [one.values for one in found if isinstance(one.values, CommitmentValues)]
    return [(values.content, values.made_by) for values in promises]


def makers_in(text: str) -> list[tuple[str, ...]]:
    return [made_by for _, made_by in promised(text)]


@pytest.mark.parametrize(
    ("text", "made_by"),
    [
        # whom he met, and what both agreed
        (
            "Norway's premier met the Finnish president in Oslo and agreed to build a bridge.",
            ("FIN", "NOR"),
        ),
        ("Norway's premier held talks with the Finnish president and agreed to build a bridge.", ("FIN", "NOR")),
        (
            "Norway's premier met his Danish and Swedish counterparts and agreed to a fund.",
            ("DNK", "NOR", "SWE"),
        ),
        # what one promises whom he met is his own
        ("Norway's premier held talks with the Finnish president and pledged to build a bridge.", ("NOR",)),
        # who gives in to a mediator alone does it
        ("Chad's foreign minister met the UN envoy and agreed to open the border.", ("TCD",)),
        # his counterpart, with a name behind it
        (
            "Norwegian Foreign Minister Anna Holm and her Danish counterpart Jens Friis pledged to open a school.",
            ("DNK", "NOR"),
        ),
        ("Norwegian Foreign Minister Anna Holm and her friend Jens Friis pledged to open a school.", ("NOR",)),
        # a list of names, whose first hangs on something else in the parse
        (
            "At a meeting in Lima, North Korea, the United States and Chad agreed to open a line, the ministry said.",
            ("PRK", "TCD", "USA"),
        ),
        (
            "The five nations that signed the pact - Japan, Canada, Mexico, Peru and Chad - pledged to lower tariffs.",
            ("CAN", "JPN", "MEX", "PER", "TCD"),
        ),
        # those between whom a truce was brokered
        ("The European Union brokered the truce between Chad and Niger.", ("NER", "TCD")),
        # a region that is no party, and whom it dealt with
        ("The ministers of Central Asia and China agreed to open a bank.", ("CHN",)),
        ("The Gulf states agreed with China to open a bank.", ("CHN",)),
        # a statement of both, of one, of those who met
        ("The talks of Chad and Niger ended with a joint statement pledging to reopen the border.", ("NER", "TCD")),
        ("Chad issued a statement promising to reopen the border with Niger.", ("TCD",)),
        # officials who sat at the talks told of before
        ("Chad and Niger held talks in Lima. The officials agreed to open a second bridge.", ("NER", "TCD")),
        # negotiators, of whose talks another tells
        ("Negotiators from Chad will resume the border talks next week, the European Union said.", ("TCD",)),
    ],
)
def test_with_whom_it_is_promised(text: str, made_by: tuple[str, ...]) -> None:
    assert makers_in(text) == [made_by]


def test_the_two_sides_are_two_though_six_are_told_of_between() -> None:
    told = (
        "Chad and Niger agreed on Monday to open a second bridge. China, Peru, Chad, Mali, Niger and Japan have held "
        "three rounds of talks in Lima. The two sides also agreed to lower their tariffs."
    )
    assert makers_in(told) == [("NER", "TCD"), ("NER", "TCD")]
    six = (
        "China, Peru, Chad, Mali, Niger and Japan held a third round of talks in Lima. The sides agreed to lower "
        "their tariffs."
    )
    assert makers_in(six) == [("CHN", "JPN", "MLI", "NER", "PER", "TCD")]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        # a truce that is announced, however briefly
        ("Chad announced an immediate ceasefire.", "an immediate ceasefire"),
        ("Chad declared a truce.", "a truce"),
        # what a body of states votes to do
        ("The Security Council voted on Friday to send observers to Chad.", "send observers to Chad"),
        # signed in ink
        ("Chad and Niger inked a deal on the border.", "a deal on the border"),
        # back to talks or to a pact, and not to a town
        ("Chad agreed to return to the stalled talks on the border.", "return to the stalled talks on the border"),
        ("Chad agreed to return to compliance with the pact.", "return to compliance with the pact"),
    ],
)
def test_what_is_promised(text: str, content: str) -> None:
    assert [words for words, _ in promised(text)] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "Chad announced a feast.",
        "The Kenyan parliament voted to leave the court.",
        "The African Union voted against a text on observers.",
        "Chad's president agreed to return to Lima.",
        "Chad warned that any attempt to divert the river will be considered an act of war.",
        "Activists in Chad issued a statement promising to march on the palace.",
        "The envoys promising help to Chad are few.",
    ],
)
def test_what_is_no_promise(text: str) -> None:
    assert promised(text) == []
