"""Words put into nobody's mouth: asides, the report's own turn, what only follows, a surname that is a title."""

import pytest

from aidememoire.claims.sayings.statements import propose_statements
from aidememoire.knowledge import shipped
from aidememoire.model import Proposal, StatementValues
from tests.claims.test_statements import mentions_of


def told(text: str) -> list[str]:
    """Speaker and content of each statement, by position."""
    return [
        f"{one.values.speaker or '-'} | {one.values.content}"
        for one in propose_statements(mentions_of(text), shipped())
        if isinstance(one, Proposal) and isinstance(one.values, StatementValues)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the report's own words behind a quotation that ends in a comma
        (
            "Jan Novak said: “I have always paid for the bridge,” but in fact he paid nothing for it.",
            ["Jan Novak | I have always paid for the bridge,"],
        ),
        # what the speaker goes on to say
        (
            "Jan Novak said: “I have paid for the bridge,” but “nobody has thanked me for it”.",
            ["Jan Novak | “I have paid for the bridge,” but “nobody has thanked me for it”"],
        ),
        # what the speaker is told not to have said
        (
            "The guards are at the gate, Novak said, but he would not say how many they were.",
            ["Novak | The guards are at the gate"],
        ),
        ("Any hope was gone, Novak said.", ["Novak | Any hope was gone"]),
        # "that" hangs on what is told of
        (
            "Novak said any hope that the road would open was gone.",
            ["Novak | any hope that the road would open was gone"],
        ),
        (
            "Novak said on Monday that the road would open.",
            ["Novak | the road would open"],
        ),
        # a few words in quotation marks end the subject
        (
            "Novak said boats from “certain friends” would be let in.",
            ["Novak | boats from “certain friends” would be let in"],
        ),
        # "claims that" names what was said before
        (
            "Ada Lind has long said that the house was hers, claims that the clerk could not confirm.",
            ["Ada Lind | the house was hers"],
        ),
        ("Ada Lind, who lives in Oslo, claims that the house is hers.", ["Ada Lind | the house is hers"]),
        # an aside within what is quoted
        (
            "“I have said – and I told the guards so as they left – that the road is safe,” Ada Lind said.",
            ["Ada Lind | that the road is safe,"],
        ),
        # a quotation that ends its line is not said by whoever speaks in the next
        (
            "A clerk assured them that the town “was quite safe and would remain so”.\n"
            "Jan Novak told the mayor that the road was shut.",
            ["Jan Novak | the road was shut"],
        ),
        (
            "A clerk assured them that the town “was quite safe and would remain so”.\nSo said Jan Novak on Monday.",
            ["Jan Novak | was quite safe and would remain so"],
        ),
        # one that goes on with another's name is not said by whoever spoke before
        (
            "The guards said that the road was shut.\n“We ran.\nWe ran as fast as we could,” Under Secretary of State "
            "for Mines Jan Novak told reporters.",
            ["guards | the road was shut"],
        ),
    ],
)
def test_nobody_is_given_words_that_are_not_his(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada King met the guards.\nPresident Jan Novak was ill.\n“They left,” King said.", ["Ada King | They left,"]),
        ("King Jan of Norway met the guards.\n“They left,” the King said.", ["Jan | They left,"]),
    ],
)
def test_a_surname_is_no_title(text: str, expected: list[str]) -> None:
    assert told(text) == expected
