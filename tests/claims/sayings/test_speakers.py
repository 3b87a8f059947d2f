"""Whose the words are: report by report, with the party; and tables of words that name what they should."""

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
from tests.claims.test_statements import mentions_of

TABLE = Path(__file__).with_name("speakers.txt")


def rows() -> list[tuple[str, list[str]]]:
    """Reports of the table, each with the lines below it."""
    found: list[tuple[str, list[str]]] = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            found[-1][1].append(line.strip())
        elif line and not line.startswith("#"):
            found.append((line.replace(" / ", "\n"), []))
    return found


@pytest.mark.parametrize(("text", "expected"), rows())
def test_whose_each_statement_is(text: str, expected: list[str]) -> None:
    given = []
    for item in propose_statements(mentions_of(text), shipped()):
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


def test_each_organ_belongs_to_a_known_party() -> None:
    organs = ("security council", "north atlantic council", "european commission", "collective security council")
    codes = {organ_party(f"the {organ}") for organ in organs}
    assert codes == {"UN", "NATO", "EU", "CSTO"}
    assert all(code is not None and shipped().parties.get(code) is not None for code in codes)


def test_the_lists_of_speakers_are_in_lower_case() -> None:
    for name in ("speaking", "human", "private", "public", "unnamed_heads", "issued_by"):
        assert all(word == word.lower() for word in speaker_words(name)), name
