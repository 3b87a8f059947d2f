"""Titles, epithets and pronouns after one another; and tables of titles that name what they should."""

from pathlib import Path

import pytest

from aidememoire.claims.sayings.statements import propose_statements
from aidememoire.claims.sayings.titles import can_be_called, changes_nothing, covered_by, is_post, title_words
from aidememoire.knowledge import shipped
from aidememoire.model import Refusal, StatementValues
from tests.claims.tables import rows_below
from tests.claims.test_statements import mentions_of, values_of

TABLE = Path(__file__).with_name("titles_in_turn.txt")


@pytest.mark.parametrize(("text", "expected"), rows_below(TABLE))
def test_whose_each_statement_is(text: str, expected: list[str]) -> None:
    given = []
    for item in propose_statements(mentions_of(text.replace(" / ", "\n")), shipped()):
        assert not isinstance(item, Refusal)
        assert isinstance(item.values, StatementValues)
        given.append(f"{item.values.speaker or '-'} | {item.values.speaker_party or '-'} | {item.values.content}")
    assert len(given) == len(expected), given
    assert all(one.startswith(other) for one, other in zip(given, expected, strict=True)), given


# an account by a side's office, without the holder's name; the first statement's speaker and party
@pytest.mark.parametrize(
    ("text", "side", "expected"),
    [
        ("The President said that the road was shut.", "FRA", ("President", "FRA")),
        ("The President said that the road was shut.", "JPN", ("President", None)),  # Japan has none
        ("The President said that the road was shut.", None, ("President", None)),
        ("The president said that the road was shut.", "FRA", ("president", None)),
        (
            "The President met the President of Chad. The President said that the road was shut.",
            "FRA",
            ("President", None),
        ),
        ("The Government said that the road was shut.", "FRA", ("Government", "FRA")),
        ("The government said that the road was shut.", "FRA", ("government", None)),
        ("The Ministry said that the road was shut.", "FRA", ("Ministry", "FRA")),
        ("The Norwegian Ministry said that the road was shut.", "FRA", ("Norwegian Ministry", "NOR")),
        ("The Northern Ministry said that the road was shut.", "FRA", ("Northern Ministry", None)),
        ("The Mayor said that the road was shut.", "FRA", ("Mayor", None)),
        ("The Government said that the road was shut.", "UN", ("Government", None)),
    ],
)
def test_an_accounts_own_offices(text: str, side: str | None, expected: tuple[str, str | None]) -> None:
    values = values_of(text, side=side)
    assert (values[-1].speaker, values[-1].speaker_party) == expected


@pytest.mark.parametrize(
    ("words", "called", "is_named", "can"),
    [
        ("minister", "foreign minister", True, True),
        ("foreign minister", "minister", True, True),  # the report tells no more of the post
        ("foreign minister", "defence minister", True, False),
        ("foreign minister", "deputy foreign minister", True, False),
        ("deputy minister", "deputy foreign minister", True, True),
        ("minister", "prime minister", True, False),
        ("president", "vice president", True, False),
        ("vice president", "president", True, False),
        ("former president", "former president", True, True),
        ("president", "mayor", True, False),
        ("president", "", True, False),  # nobody calls him so
        ("senator", "", True, True),  # whoever just spoke, by name
        ("senator", "", False, False),
        ("senator", "bishop", True, False),
        ("farmer", "", True, True),
        ("farmer", "mayor", True, False),
        ("diplomat", "ambassador", True, True),
        ("diplomat", "mayor", True, False),
        ("man", "farmer", False, True),
    ],
)
def test_who_can_be_called_so(words: str, called: str, is_named: bool, can: bool) -> None:
    *told, noun = words.split()
    assert can_be_called(set(told), noun, frozenset(called.split()), is_named) is can


def test_what_leaves_an_office_the_same() -> None:
    assert changes_nothing(None)
    assert changes_nothing("acting")
    assert not changes_nothing("first deputy")


def test_who_speaks_for_the_state_named_with_him() -> None:
    assert is_post("general")
    assert is_post("spokeswoman")
    assert not is_post("expert")


def test_no_title_stands_for_anybody() -> None:
    assert not title_words("posts") & (title_words("ranks") | title_words("anybody"))
    assert "ambassador" in covered_by("diplomat")
    assert "mayor" not in covered_by("diplomat")
    assert covered_by("farmer") == frozenset()
