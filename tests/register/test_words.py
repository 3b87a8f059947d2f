"""Words as they are compared, and the index of them."""

from pathlib import Path

import pytest

from aidememoire.model import Nature, Report
from aidememoire.register.words import WordIndex, words_in


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We won't go.", "we won’t go"),  # apostrophes, letter case, the full stop
        ("“North–South” talks", "\"north - south\" talks"),  # quotation marks, dashes
        ("two  lines\nof text", "two lines of text"),  # spaces and line breaks
        ("co-operation", "cooperation"),
        ("Søreide", "Soreide"),
        ("cafe\u0301", "café"),  # composed letters
        ("inter\u00adnational", "international"),  # soft hyphen
        ("the Defense Program", "the defence programme"),
        ("to organize", "to organise"),
        ("four per cent", "4%"),
        ("1,000 men", "1000 men"),
    ],
)  # fmt: skip
def test_these_are_the_same_words(one: str, other: str) -> None:
    assert [word.text for word in words_in(one)] == [word.text for word in words_in(other)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We do not agree", "We do agree"),
        ("40 engineers", "60 engineers"),
        ("will", "would"),
        ("navies", "fleets"),
        ("1.5 billion", "15 billion"),
        ("prize", "price"),
    ],
)
def test_these_are_others(one: str, other: str) -> None:
    assert [word.text for word in words_in(one)] != [word.text for word in words_in(other)]


def test_places_are_those_of_the_text() -> None:
    text = "Don’t — “the 4 per cent”"
    assert [text[word.start : word.end] for word in words_in(text)] == ["Don’t", "the", "4", "per cent"]
    assert [word.text for word in words_in(text, 6, 12)] == ["the"]


class Shelf:
    """Texts by id, as a register gives them."""

    def __init__(self, **texts: str) -> None:
        self.kept = texts
        self.asked: list[str] = []

    def report_ids(self) -> list[str]:
        return sorted(self.kept)

    def texts(self, ids: list[str]) -> dict[str, Report]:
        self.asked += ids
        return {name: report(name, self.kept[name]) for name in ids}


def report(name: str, text: str) -> Report:
    return Report(
        name, name, name, text, (), None, None, None, None, None, None, None, "en", Nature.PUBLISHED, ()
    )  # fmt: skip


def test_words_in_a_row_are_found() -> None:
    with WordIndex.of(Shelf(a="The ferry is late.", b="Late is the ferry.")) as index:
        assert index.with_words(["ferry", "is", "late"], 5) == ["a"]
        assert index.with_words([], 5) == []
        assert set(index.likely(["ferry", "unheard"], 5)) == {"a", "b"}
        assert index.likely(["unheard"], 5) == []
        assert len(index) == 2


def test_words_that_mean_something_to_the_index_are_only_words() -> None:
    with WordIndex.of(Shelf(a='He said "and" OR NEAR not*')) as index:
        assert index.with_words(["and", "or", "near", "not"], 5) == ["a"]
        assert index.likely(['"', "near", "or"], 5) == ["a"]


def test_it_is_kept_beside_the_register_and_brought_up_to_date(tmp_path: Path) -> None:
    place = tmp_path / "r.sqlite"
    shelf = Shelf(a="The ferry is late.")
    WordIndex.of(shelf, place).close()
    assert (tmp_path / "r.sqlite.words").exists()
    shelf.kept["b"] = "The bridge is long."
    shelf.asked.clear()
    with WordIndex.of(shelf, place) as index:
        assert shelf.asked == ["b"]  # what is known is not read again
        assert index.with_words(["bridge"], 5) == ["b"]


def test_what_the_register_forgot_is_gone(tmp_path: Path) -> None:
    shelf = Shelf(a="The ferry is late.", b="The bridge is long.")
    WordIndex.of(shelf, tmp_path / "r.sqlite").close()
    del shelf.kept["a"]
    with WordIndex.of(shelf, tmp_path / "r.sqlite") as index:
        assert index.with_words(["ferry"], 5) == []
        assert index.with_words(["bridge"], 5) == ["b"]
    assert b"ferry" not in (tmp_path / "r.sqlite.words").read_bytes()


@pytest.mark.parametrize("content", [b"this is no database at all, but a letter", b""])
def test_a_broken_file_does_no_harm(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "r.sqlite.words").write_bytes(content)
    with WordIndex.of(Shelf(a="The ferry is late."), tmp_path / "r.sqlite") as index:
        assert index.with_words(["ferry"], 5) == ["a"]


def test_a_folder_that_is_not_there_does_no_harm(tmp_path: Path) -> None:
    with WordIndex.of(Shelf(a="The ferry is late."), tmp_path / "none" / "r.sqlite") as index:
        assert index.with_words(["ferry"], 5) == ["a"]
