"""The table of words for numbers, and what shares it."""

import re
import tomllib
from importlib.resources import files

import pytest

from aidememoire.knowledge.calendar_names import A_MONTH, A_WEEKDAY
from aidememoire.knowledge.number_words import cardinals, ordinals


@pytest.mark.parametrize(("word", "number"), cardinals(0, 100).items())
def test_an_ordinal_is_made_of_its_cardinal(word: str, number: int) -> None:
    (ordinal,) = ordinals(number, number)
    irregular = {1: "first", 2: "second", 3: "third", 5: "fifth", 8: "eighth", 9: "ninth", 12: "twelfth"}
    assert ordinal == irregular.get(number, f"{word[:-1]}ieth" if word.endswith("y") else f"{word}th")


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (2, 4, ["two", "three", "four"]),
        (19, 30, ["nineteen", "twenty", "thirty"]),
        (90, 100, ["ninety", "hundred"]),
        (21, 29, []),  # no single words
        (4, 2, []),
    ],
)
def test_cardinals_lie_within_both_bounds(first: int, last: int, words: list[str]) -> None:
    assert list(cardinals(first, last)) == words


def test_times_are_read_with_the_same_words() -> None:
    words = tomllib.loads(
        files("aidememoire.language").joinpath("data/en/times_words.toml").read_text(encoding="utf-8")
    )
    assert words["classes"]["number"] == list(cardinals(2, 100))
    assert set(words["classes"]["ordinal"]) == set(ordinals(1, 20)) - {"second"}  # a class of its own: a unit, too


@pytest.mark.parametrize(
    ("pattern", "word", "is_one"),
    [
        (A_WEEKDAY, "friday", True),
        (A_WEEKDAY, "wednesday", True),
        (A_WEEKDAY, "today", False),
        (A_WEEKDAY, "fri", False),
        (A_MONTH, "may", True),
        (A_MONTH, "september", True),
        (A_MONTH, "sept", False),
        (A_MONTH, "maybe", False),
    ],
)
def test_calendar_names_have_patterns(pattern: str, word: str, is_one: bool) -> None:
    assert (re.fullmatch(pattern, word) is not None) is is_one
