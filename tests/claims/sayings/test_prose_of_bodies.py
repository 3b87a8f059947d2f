"""Councils and committees say the same whoever writes it down: forms that translators choose among."""

import pytest

from aidememoire.claims.sayings.report_names import name_of_members
from aidememoire.claims.sayings.statements import propose_statements
from aidememoire.knowledge import shipped
from aidememoire.model import Refusal
from tests.claims.test_statements import mentions_of, values_of

# sentence → speaker and content of each statement, in order
SAID = [
    # members, before their body and behind it
    (
        "Members of the Council insisted that the port should stay open.",
        [("Council members", "the port should stay open")],
    ),
    ("Council members insisted that the port should stay open.", [("Council members", "the port should stay open")]),
    ("Members of the crew insisted that the port was open.", [("Members of the crew", "the port was open")]),
    # what a statement to somebody condemns, who made it condemns
    (
        "Late on Monday the Council signed a letter to the fishermen condemning the raid on the harbour.",
        [("Council", "the raid on the harbour")],
    ),
    # a body says what it adopts
    (
        "Before lunch the Committee adopted a thin document urging rowers to open their books.",
        [("Committee", "rowers to open their books")],
    ),
    # what was noted in a letter, the letter noted
    ("In the memo it was noted that the guild was late.", [("memo", "the guild was late")]),
    ("The memo noted that the guild was late.", [("memo", "the guild was late")]),
    ("In the end it was noted that the guild was late.", [(None, "the guild was late")]),
    # a second verb goes back to who speaks, whatever the parse joins it to
    (
        "The Board reiterates its call to rowers to share their boats and encourages them to mend their oars.",
        [("Board", "its call to rowers to share their boats"), ("Board", "them to mend their oars")],
    ),
    (
        "The council backs the six-club races and calls for a fairer prize.",
        [("council", "a fairer prize")],
    ),
    (
        "The council voiced its hope that a new board would be formed and commended the clubs for their help.",
        [("council", "a new board would be formed"), ("council", "the clubs for their help")],
    ),
    # what a body should urge, nobody urges
    (
        "The Panel recommends that the Council encourage rowers to rest.",
        [("Panel", "the Council encourage rowers to rest")],
    ),
    (
        "The envoy recommended the council refer the matter to the court, saying the crew was at fault.",
        [("envoy", "the council refer the matter to the court"), ("envoy", "the crew was at fault")],
    ),
    # somebody's claim, though nobody is named
    ("His claim that the port was shut was false.", [(None, "the port was shut")]),
    # "it" is a body, or what could be one
    (
        "The council met on Monday. It reaffirmed its support for the ferry.",
        [("council", "its support for the ferry")],
    ),
    ("The envoy conveyed his thanks to the crew.", [("envoy", "his thanks to the crew")]),
    ("The regime denied the raid on the harbour.", [("regime", "the raid on the harbour")]),
    # a place where, and an hour when somebody says it, not a case that is provided for
    (
        "He flew to Oslo, where the minister concludes that a deal is near.",
        [("minister", "a deal is near")],
    ),
    ("The crews cheered when the minister announced that the port was open.", [("minister", "the port was open")]),
]

# sentence → why nothing is given; empty where nothing even looks so
NOTHING = [
    ("The last paragraph is short. It reaffirms an old right to fish.", "no_speaker"),
    ("The envoy conveyed his findings on the port to the king.", ""),
    ("Sales fell under the customs regime indicating that fishermen stayed at home.", "no_speaker"),
    ("A fee that many rowers acknowledge concerns the upkeep of the pier.", ""),
    # the case that a text provides for
    ("Licences shall lapse where the panel concludes that a boat is unsafe.", "conditional"),
    ("The ban shall end when the panel recommends that the harbour open a lane.", "conditional"),
    (
        "The fee is due, as paragraph 6 provides, where the panel recommends that the harbour open a lane.",
        "conditional",
    ),
    # a resolution's voice goes on, whose first verb looks like a noun
    ("Demands that all crews respect the truce, and calls upon all owners to pay their fees;", "no_speaker"),
]


@pytest.mark.parametrize(("sentence", "expected"), SAID)
def test_what_is_said(sentence: str, expected: list[tuple[str | None, str]]) -> None:
    assert [(value.speaker, value.content) for value in values_of(sentence)] == expected


@pytest.mark.parametrize(("sentence", "why"), NOTHING)
def test_nothing_is_said(sentence: str, why: str) -> None:
    assert values_of(sentence) == []
    found = propose_statements(mentions_of(sentence), shipped())
    assert not why or why in {item.why for item in found if isinstance(item, Refusal)}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Some members of the Council", "Some Council members"),
        ("A member of the Board of Trade", "A Board of Trade member"),
        ("members of the crew", "members of the crew"),
        ("members of the opposition Northern Council", "members of the opposition Northern Council"),
        ("Members of Congress", "Members of Congress"),
        ("Council members", "Council members"),
    ],
)
def test_members_have_one_name(name: str, expected: str) -> None:
    assert name_of_members(name) == expected


def test_a_sentence_that_tells_of_a_joint_statement_is_none() -> None:
    text = "In the joint statement issued by the two governments on 3 July, Norway undertook to open the port at Oslo."
    assert values_of(text, title=text) == []


def test_the_title_of_a_joint_statement_still_is_one() -> None:
    (value, *_) = values_of("We met in Oslo. We agreed to open the port.", title="Joint Statement by Norway and Chile")
    assert value.cue == ""
