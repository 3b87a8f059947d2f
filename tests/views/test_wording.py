"""Dates, numbers and quotations as a page writes them."""

import pytest

from aidememoire.knowledge import shipped
from aidememoire.views.wording import (
    cue_in_words,
    day_in_words,
    days_in_words,
    enumerate_words,
    gathering_in_words,
    ordinal_in_words,
    place_in_words,
    quoted,
)

DAYS = [
    ("2013-11-02", "2 November 2013"),
    ("2016-12", "December 2016"),
    ("2016", "2016"),
    ("2018-05-03/2018-05-05", "3–5 May 2018"),
    ("2018-05-30/2018-06-02", "30 May – 2 June 2018"),
    ("2018-12-30/2019-01-02", "30 December 2018 – 2 January 2019"),
    ("2018-05-03/2018-05-03", "3 May 2018"),
    (None, "date unknown"),
]


@pytest.mark.parametrize(("value", "words"), DAYS)
def test_days(value: str | None, words: str) -> None:
    assert day_in_words(value) == words


NUMBERS = [
    (1, "first"),
    (2, "second"),
    (10, "tenth"),
    (11, "11th"),
    (12, "12th"),
    (21, "21st"),
    (23, "23rd"),
    (111, "111th"),
]


@pytest.mark.parametrize(("number", "words"), NUMBERS)
def test_numbers(number: int, words: str) -> None:
    assert ordinal_in_words(number) == words


def test_rows_of_words() -> None:
    assert [enumerate_words(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


def test_days_within_a_sentence() -> None:
    assert days_in_words("told last (on 2017-03-20)") == "told last (on 20 March 2017)"


def test_a_long_quotation_is_cut_at_a_word_and_says_so() -> None:
    words = quoted("very " * 100 + "long")
    assert words.startswith("“very very")
    assert words.endswith("very …”")
    assert quoted("short\n words") == "“short words”"


CUES = [
    # (cue, denied, as written)
    ("stressed that", False, "stressed"),
    ("made it clear that", False, "made it clear"),
    ("said", False, "said"),
    ("", False, "said"),
    ("according to", False, "said"),
    ("in the words of", False, "said"),
    ("QUESTION", False, "said"),
    ("said", True, "denied"),
    ("told", False, "said"),
    ("has informed", False, "said"),
    ("warned", False, "warned"),
]


@pytest.mark.parametrize(("cue", "is_negated", "written"), CUES)
def test_cues(cue: str, is_negated: bool, written: str) -> None:
    assert cue_in_words({"cue": cue, "is_negated": is_negated}) == written


@pytest.mark.parametrize(
    ("cue", "addressee", "written"),
    [
        ("told", "reporters", "told reporters"),
        ("told", "a\nstudent  paper", "told a student paper"),
        ("told", None, "said"),
        ("said", "reporters", "said"),  # it stands by itself
    ],
)
def test_what_is_told_is_told_to_somebody(cue: str, addressee: str | None, written: str) -> None:
    assert cue_in_words({"cue": cue, "is_negated": False, "addressee": addressee}) == written


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("We grow no tea here,", "“We grow no tea here”"),
        ("We grow no tea here –", "“We grow no tea here”"),
        ("We grow no tea here.", "“We grow no tea here.”"),
        ("Do we grow tea?", "“Do we grow tea?”"),
        ("tea, salt and silk", "“tea, salt and silk”"),
    ],
)
def test_the_reports_own_comma_is_no_part_of_the_quotation(words: str, written: str) -> None:
    assert quoted(words) == written


@pytest.mark.parametrize(
    ("kind", "parties", "host", "place", "told", "where"),
    [
        pytest.param("visit", ["CHL", "PER"], "PER", "Peru", "visit of Chile to Peru", None, id="the land visited"),
        pytest.param("visit", ["CHL", "PER"], "PER", "Lima", "visit of Chile to Peru", "Lima", id="a town in it"),
        pytest.param("visit", ["CHL", "PER"], None, "Peru", "visit of Chile and Peru", "Peru", id="no host told"),
        pytest.param("visit", ["CHL"], "CHL", None, "visit of Chile", None, id="a host alone"),
        pytest.param(
            "talks", ["CHL", "PER"], "PER", "Cerro\nPunta", "talks of Chile and Peru", "Cerro Punta", id="talks"
        ),
        pytest.param("meeting", [], None, None, "meeting", None, id="of nobody"),
    ],
)
def test_a_gathering(
    kind: str, parties: list[str], host: str | None, place: str | None, told: str, where: str | None
) -> None:
    values = {"kind": kind, "format": None, "parties": parties, "host": host, "place": place}
    assert gathering_in_words(values, shipped()) == told
    assert place_in_words(values, shipped()) == where


def test_a_format_named_after_a_body_is_not_of_that_body() -> None:
    values = {"format": "Ferry Six summit", "kind": "summit", "host": None, "parties": ["CHL", "Ferry Six", "PER"]}
    assert gathering_in_words(values, None) == "“Ferry Six summit” of CHL and PER"
    assert gathering_in_words({**values, "parties": ["Ferry Six"]}, None) == "“Ferry Six summit” of Ferry Six"


@pytest.mark.parametrize(
    ("name", "parties", "told"),
    [
        ("expert meeting", ["CHL", "PER"], "“expert meeting” of CHL and PER"),  # "PER" stands within "expert"
        ("council of ports", ["CHL", "UN"], "“council of ports” of CHL and UN"),
        ("UN-Chile talks", ["CHL", "UN"], "“UN-Chile talks” of CHL"),
        ("Ferry Sixth summit", ["CHL", "Ferry Six"], "“Ferry Sixth summit” of CHL and Ferry Six"),
    ],
)
def test_a_party_within_another_word_is_not_the_formats(name: str, parties: list[str], told: str) -> None:
    values = {"format": name, "kind": "talks", "host": None, "parties": parties}
    assert gathering_in_words(values, None) == told
