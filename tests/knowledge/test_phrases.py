"""Names of many words in a text: how far a spelling may differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidememoire.knowledge.phrases import Phrases, fold


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("U.S.", "the U.S. side", "U.S."),
        ("U.S.", "the U. S. side", "U. S."),
        ("U.S.", "the U S side", None),
        ("A.U.", "A U.S. envoy", None),
        ("P5+1", "the P5 + 1 group", "P5 + 1"),
        ("P5+1", "the P5 1 group", None),
        ("Côte d'Ivoire", "in Cote d’Ivoire now", "Cote d’Ivoire"),
        ("Guinea-Bissau", "in Guinea Bissau now", "Guinea Bissau"),
        ("Sea of Japan", "by the Sea of\nJapan", "Sea of\nJapan"),
        ("New Zealand", "something new. Zealand is Danish", None),
        ("New Zealand", "NEW ZEALAND WINS", "NEW ZEALAND"),
        ("New Zealand", "new zealand", None),
        ("WHO", "Who spoke", None),
        ("WHO", "the WHO spoke", "WHO"),
        ("Turkey", "a turkey", None),
        ("St. Lucia", "in St Lucia", "St Lucia"),
    ],
)
def test_spellings(name: str, text: str, found: str | None) -> None:
    phrases: Phrases[str] = Phrases()
    phrases.add(name, name)
    hits = [text[hit.start : hit.end] for hit in phrases.scan(text)]
    assert hits == ([found] if found else [])


def test_the_longest_name_wins() -> None:
    phrases: Phrases[str] = Phrases()
    for name in ("Korea", "Republic of Korea", "Democratic People's Republic of Korea"):
        phrases.add(name, name)
    assert [hit.values for hit in phrases.scan("the Democratic People’s Republic of Korea")] == [
        ("Democratic People's Republic of Korea",)
    ]


def test_a_name_cut_short_leaves_the_shorter_one() -> None:
    phrases: Phrases[str] = Phrases()
    phrases.add("Bosnia", "short")
    phrases.add("Bosnia and Herzegovina", "long")
    assert [hit.values for hit in phrases.scan("Bosnia and Serbia")] == [("short",)]


@given(st.text())
def test_folding_twice_changes_nothing(word: str) -> None:
    assert fold(fold(word)) == fold(word)
