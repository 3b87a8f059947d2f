"""Whose the words are: report by report, with the party; and tables of words that name what they should."""

import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from aidememoire.claims.sayings.speaking_nouns import (
    MEN,
    MENS_NAMES,
    WOMEN,
    carried_nouns,
    is_private,
    organ_party,
    speaker_words,
)
from aidememoire.claims.sayings.statements import propose_statements
from aidememoire.knowledge import shipped
from aidememoire.knowledge.given_names import women_given_names
from aidememoire.model import Refusal, StatementValues
from tests.claims.tables import rows_below
from tests.claims.test_statements import mentions_of

TABLE = Path(__file__).with_name("speakers.txt")


@pytest.mark.parametrize(("text", "expected"), rows_below(TABLE))
def test_whose_each_statement_is(text: str, expected: list[str]) -> None:
    given = []
    for item in propose_statements(mentions_of(text.replace(" / ", "\n")), shipped()):
        if isinstance(item, Refusal):
            given.append(f"withheld {item.why}")
        else:
            assert isinstance(item.values, StatementValues)
            given.append(f"{item.values.speaker or '-'} | {item.values.speaker_party or '-'} | {item.values.content}")
    assert len(given) == len(expected), given
    assert all(one.startswith(other) for one, other in zip(given, expected, strict=True)), given


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("members of the Security Council", "UN"),
        ("the 15-member UN Security Council", "UN"),
        ("the European Court of Justice", "EU"),
        ("the African Union's Peace and Security Council", "AU"),
        ("reporters at the Security Council", None),
        ("a Security Council diplomat", None),
        ("the National Security Council", None),
        ("the general assembly of the province", None),
        ("the port council", None),
    ],
)
def test_an_organ_speaks_for_its_organisation(words: str, code: str | None) -> None:
    assert organ_party(words) == code


@pytest.mark.parametrize(
    ("words", "is_it"),
    [
        ("the Northern Observatory for Human Rights", True),
        ("a refugee", True),
        ("oil companies", True),
        ("the UN refugee agency", False),
        ("the industry ministry", False),
        ("the envoy", False),
    ],
)
def test_who_speaks_for_no_state(words: str, is_it: bool) -> None:
    assert is_private(words) is is_it


def test_no_name_or_noun_is_a_mans_and_a_womans() -> None:
    assert not MEN & WOMEN
    assert not MENS_NAMES & women_given_names()


def test_what_a_verb_carries_is_no_noun_of_its_own_marker_twice() -> None:
    for noun, markers in carried_nouns().items():
        assert markers, noun
        assert len(set(markers)) == len(markers), noun
        assert noun.islower()


LISTS = tomllib.loads(files("aidememoire").joinpath("claims/data/speakers.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("organ", "code"), LISTS["organs"].items())
def test_each_organ_belongs_to_a_known_party(organ: str, code: str) -> None:
    assert organ_party(f"the {organ}") == code
    assert shipped().parties.get(code) is not None


NAMES = {"never_written_out"}  # abbreviations, as they are written


@pytest.mark.parametrize("name", [name for name, words in LISTS.items() if isinstance(words, str)])
def test_the_lists_of_speakers_are_in_lower_case(name: str) -> None:
    words = speaker_words(name)
    assert words
    assert name in NAMES or {word for word in words if word != word.lower()} == set()
