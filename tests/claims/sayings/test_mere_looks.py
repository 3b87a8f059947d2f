"""What only looks like speech gives nothing; its likes that are speech do."""

import pytest

from aidememoire.claims.sayings.statements import propose_statements
from aidememoire.knowledge import shipped
from aidememoire.model import Refusal
from tests.claims.test_statements import mentions_of, values_of

# sentence → why nothing is given
NOTHING = [
    ("The office stopped counting the boats in the harbour after it had passed five hundred.", ()),
    ("The office stopped estimating that boats would be lost in the harbour.", ("denied",)),
    ("The council stopped short of calling for a new vote on the harbour.", ("denied",)),
    ("The envoy left the hall without saying whether the road was open.", ("denied",)),
    ("The mayor seemed to be signalling that the toll would rise.", ("denied",)),
    ("The guards denied doctors access to the harbour.", ("denied",)),
    ("The office denied foreign crews unhindered entry to the island.", ("denied",)),
    ("The guild added six harbours to its list of safe ones.", ()),
    ("According to our estimates, the harvest would be weak.", ()),
    ("This is exactly what the king said, and why should the road be shut?", ()),
    ("There were two letters, the first saying that the road was shut.", ()),
    ("Signs suggested the harvest would be weak.", ()),
    ("The bridge will be shut on Monday, reports say.", ("no_speaker",)),
    ("Markets have signalled the crown will fall.", ("no_speaker",)),
    ("The narrow movements of the crown suggest the banks are calm.", ()),
    ("The guards were sent to fight what the king calls a plague of pirates.", ("mention",)),
    ("The crew searched for islands that fishermen believe are haunted.", ("thought",)),
    ("They can ask for a meeting when a member feels its harbour is in danger.", ("thought",)),
]

# sentence → who speaks
SPEECH = [
    ("The envoy added the road and the bridge would have been useless without a ferry.", ["envoy"]),
    ("The guards denied a raid on the harbour.", ["guards"]),
    ("According to our envoy, the harbour was shut.", ["our envoy"]),
    ("This is news, the king said, and the road is shut.", ["king"]),
    ("Harbours\nThe two sides said that the road was shut.", ["two sides"]),
    ("The king calls the fishermen a plague of pirates.", ["king"]),
    ("Fishermen believe the islands are haunted.", ["Fishermen"]),
    ("Jan Novak said Norway welcomed the pact on the harbour.", ["Jan Novak"]),
    ("Jan Novak said many farmers believed the harvest would be weak.", ["Jan Novak"]),
    ("Jan Novak said Norway had warned that the harbour would be shut.", ["Jan Novak", "Norway"]),
    ("Norway welcomes the pact on the harbour, according to Jan Novak.", ["Jan Novak", "Norway"]),
    ("Asked whether the road was open, Jan Novak said it was shut.", ["Jan Novak"]),
    ("Jan Novak left the hall after saying that the road was open.", ["Jan Novak"]),
]


@pytest.mark.parametrize(("sentence", "why"), NOTHING)
def test_nobody_said_a_word(sentence: str, why: tuple[str, ...]) -> None:
    found = list(propose_statements(mentions_of(sentence), shipped()))
    assert values_of(sentence) == []
    assert {item.why for item in found if isinstance(item, Refusal)} >= set(why)


def test_a_word_in_passing_is_nobodys_next_words() -> None:
    text = "He wants them to sign what he calls “the boldest plan of all”. Jan Novak urged them to wait."
    assert [value.content for value in values_of(text)] == ["them to wait"]


@pytest.mark.parametrize(("sentence", "speakers"), SPEECH)
def test_somebody_did(sentence: str, speakers: list[str]) -> None:
    assert sorted(value.speaker or "" for value in values_of(sentence)) == speakers


def test_highlights_over_an_agency_report_give_nothing() -> None:
    text = (
        "Envoy says the harbour is shut Mayor denies it Oslo, Norway (CNN) -- The envoy said Monday that the harbour "
        "was shut to all ships.\n\nThe mayor denied that it was."
    )
    assert [value.content for value in values_of(text) if "shut" in value.content] == [
        "the harbour was shut to all ships"
    ]


def test_a_caption_that_stands_under_each_picture_is_given_once() -> None:
    caption = "Towns by the sea will share the cost of the new harbour wall, according to the mayor of Oslo."
    text = f"{caption}\n\n{caption}\n\nThe ferry sails on Monday.\n\n{caption}"
    assert len(values_of(text)) == 1
