"""What a pattern can't match without: no row of a table may be passed over where it would have matched."""

import pytest

from aidememoire.claims.needed_words import needed_words
from aidememoire.claims.occasions.words.triggers import triggers

# pattern → the words of which a text needs one
PATTERNS = {
    r"met": {"met"},
    r"(?:Met|meets?)": {"met", "meet"},
    r"sat\s+down": {"down"},  # the longer of two
    r"c(?:ame|omes?)\s+together": {"together"},
    r"(?:tele)?phone": {"phone"},  # what may lack is no help
    r"colou?rs?": {"colo"},
    r"hel+o": {"hel"},
    r"(?:he){2}": {"he"},
    r"talks(?! to)(?<!peace)": {"talks"},  # nor what must not stand there
    r"to (?=Oslo|Lima)": {"oslo", "lima"},  # but what must
    r"(?-i:Oslo) [A-Z]\w+": {"oslo"},
    r"(?P<word>visit)": {"visit"},
    r"visit|\d+": set(),  # one alternative needs no word
    r"a|visit": set(),
    r"[)(]\)": set(),
    "": set(),
}


@pytest.mark.parametrize(("pattern", "words"), PATTERNS.items())
def test_needed_words(pattern: str, words: set[str]) -> None:
    assert needed_words(pattern) == words


def test_other_syntax_is_told() -> None:
    with pytest.raises(ValueError, match=r"\?"):
        needed_words(r"(?(1)a|b)")


def test_no_trigger_is_passed_over() -> None:
    sentences = [sentence for row in triggers() for sentence in (row.accept, row.refuse)]
    for row in triggers():
        needed = needed_words(row.pattern.pattern)
        for sentence in sentences:
            if row.pattern.search(sentence):
                assert not needed or any(word in sentence.lower() for word in needed), (row.name, sentence)
