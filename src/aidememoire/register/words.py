"""The words of a text as they are compared, and an index of those of all reports.

Two runs of words are *the same words* when they differ in nothing but typography: letter case, accents, quotation marks
and apostrophes, dashes and hyphens, spaces and line breaks, invisible letters, the spelling of the other side of the
Atlantic (defence, defense), numbers in words or figures (four, 4), and percent, per cent, %.

The index lies in a file of its own beside the register (``NAME.words``) and can be thrown away at any time: it holds
nothing that the register doesn't, and is brought up to date whenever it is opened. Where no file can be written it is
made in memory.
"""

import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Protocol

from aidememoire.knowledge.number_words import cardinals
from aidememoire.model import Report

# Raised whenever words are compared in another way: older indexes are made anew.
VERSION = "1"
BUSY_SECONDS = 10
# So many texts are taken out of the register at once.
BATCH = 500
# A report is sought by so many of the rarest words of what was asked for, and by so many runs of three words.
RARE_WORDS = 10
RUNS = 16
RUN_WORDS = 3

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_APOSTROPHES = "'’‘ʼ`´′"
_WORD = re.compile(
    rf"(?i:co-(?:oper|ordin)[^\W\d_]*)"  # co-operation, co-ordinate
    rf"|\d+(?:[.,]\d+)*(?:[^\W\d_]+)?"  # 1,000; 3.5; 61st
    rf"|[^\W\d_](?:[^\W\d_]|[{_INVISIBLE}{_APOSTROPHES}](?=[^\W\d_]))*"  # don't
    rf"|%"
)
_DROPPED = re.compile(rf"[{_INVISIBLE}{_APOSTROPHES}-]")
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})
_ISE = re.compile(r"(?<=\w{3})(i|y)z(e|es|ed|ing|ation|ations|er|ers)$")
_SPELLINGS = {
    pair.partition("/")[0]: pair.partition("/")[2]
    for pair in (
        "defense/defence defenses/defences offense/offence center/centre centers/centres program/programme "
        "programs/programmes neighbor/neighbour neighbors/neighbours neighboring/neighbouring labor/labour "
        "honor/honour honored/honoured favor/favour favorable/favourable color/colour harbor/harbour "
        "endeavor/endeavour endeavors/endeavours behavior/behaviour traveled/travelled traveling/travelling "
        "canceled/cancelled canceling/cancelling fulfill/fulfil theater/theatre license/licence"
    ).split()
}
_NUMBERS = {word: str(number) for word, number in cardinals(0, 90).items()}


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it stands."""

    text: str  # as it is compared
    start: int  # code points from the start of the text
    end: int  # exclusive


def words_in(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of the text, or of a stretch of it, as they are compared.

    >>> [word.text for word in words_in("Don’t — “the Defense Ministry’s 4 per cent”")]
    ['dont', 'the', 'defence', 'ministrys', '4', 'percent']
    """
    words: list[Word] = []
    for found in _WORD.finditer(text, start, len(text) if end is None else end):
        word = _plain(found.group())
        if word == "cent" and words and words[-1].text == "per":
            words[-1] = Word("percent", words[-1].start, found.end())
        elif word:
            words.append(Word(word, found.start(), found.end()))
    return words


@lru_cache(maxsize=1 << 16)
def _plain(word: str) -> str:
    if word == "%":
        return "percent"
    if word[0].isdigit():
        return word.replace(",", "").lower()
    word = _DROPPED.sub("", word).casefold()
    if not word.isascii():
        word = unicodedata.normalize("NFKD", word.translate(_LETTERS))
        word = "".join(letter for letter in word if not unicodedata.combining(letter))
    word = _SPELLINGS.get(word, word)
    return _NUMBERS.get(word) or _ISE.sub(r"\1s\2", word)


class Texts(Protocol):
    """Where the texts are: a register."""

    def report_ids(self) -> list[str]:
        """All reports."""
        ...

    def texts(self, ids: Sequence[str]) -> dict[str, Report]:
        """The reports by id."""
        ...


class WordIndex:
    """In which reports words stand."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._frequencies: dict[str, int] = {}

    @classmethod
    def of(cls, texts: Texts, beside: str | Path | None = None) -> "WordIndex":
        """The index of the register, up to date; kept beside the register's file where that is given and can be."""
        if beside is not None:
            try:
                return cls._prepared(texts, f"{beside}.words")
            except sqlite3.Error:  # a folder that may not be written to, a broken or locked file
                pass
        return cls._prepared(texts, ":memory:")

    @classmethod
    def _prepared(cls, texts: Texts, place: str) -> "WordIndex":
        connection = sqlite3.connect(place, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            connection.execute("PRAGMA secure_delete=ON")  # what the register forgot must not linger in the file
            index = cls(connection)
            index._update(texts)
        except BaseException:
            connection.close()
            raise
        return index

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> "WordIndex":
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def __len__(self) -> int:
        """How many reports are in it."""
        return int(self._connection.execute("SELECT COUNT(*) FROM indexed").fetchone()[0])

    def with_words(self, words: Sequence[str], limit: int) -> list[str]:
        """The reports in which these very words stand in a row."""
        return self._ask(_phrase(words), limit) if words else []

    def likely(self, words: Sequence[str], limit: int) -> list[str]:
        """The reports that share the most telling of these words, and runs of them; best first."""
        known = {word: count for word in dict.fromkeys(words) if (count := self._frequency(word))}
        rare = sorted(known, key=lambda word: (known[word], word))[:RARE_WORDS]
        if not rare:
            return []
        starts = range(len(words) - RUN_WORDS + 1)
        runs = [words[start : start + RUN_WORDS] for start in starts if set(words[start : start + RUN_WORDS]) & {*rare}]
        step = max(1, len(runs) // RUNS)
        terms = [_phrase([word]) for word in rare] + [_phrase(run) for run in runs[::step][:RUNS]]
        return self._ask(" OR ".join(terms), limit)

    def _ask(self, query: str, limit: int) -> list[str]:
        found = self._connection.execute(
            "SELECT indexed.id FROM texts JOIN indexed ON indexed.number = texts.rowid "
            "WHERE texts MATCH ? ORDER BY rank, indexed.id LIMIT ?",
            (query, limit),
        )
        return [row[0] for row in found]

    def _frequency(self, word: str) -> int:
        """In how many reports the word stands."""
        if word not in self._frequencies:
            found = self._connection.execute("SELECT doc FROM vocabulary WHERE term = ?", (word,)).fetchone()
            self._frequencies[word] = int(found[0]) if found else 0
        return self._frequencies[word]

    def _update(self, texts: Texts) -> None:
        """Take in the reports that are new; begin anew where some are gone, or words are compared in another way."""
        connection = self._connection
        connection.execute("BEGIN IMMEDIATE")
        self._make(is_new=False)
        wanted = texts.report_ids()
        known = {row[0] for row in connection.execute("SELECT id FROM indexed")}
        version = connection.execute("SELECT value FROM about WHERE name = 'version'").fetchone()
        if version != (VERSION,) or known - set(wanted):
            self._make(is_new=True)
            known = set()
        for ids in _batches(name for name in wanted if name not in known):
            for name, report in texts.texts(ids).items():
                number = connection.execute("INSERT INTO indexed (id) VALUES (?)", (name,)).lastrowid
                text = " ".join(word.text for word in words_in(report.text))
                connection.execute("INSERT INTO texts (rowid, words) VALUES (?, ?)", (number, text))
        connection.execute("COMMIT")

    def _make(self, *, is_new: bool) -> None:
        connection = self._connection
        if is_new:
            for table in ("vocabulary", "texts", "indexed", "about"):
                connection.execute(f"DROP TABLE IF EXISTS {table}")
        connection.execute("CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value TEXT)")
        connection.execute("CREATE TABLE IF NOT EXISTS indexed (number INTEGER PRIMARY KEY, id TEXT UNIQUE)")
        connection.execute("CREATE VIRTUAL TABLE IF NOT EXISTS texts USING fts5(words, content='')")
        connection.execute("CREATE VIRTUAL TABLE IF NOT EXISTS vocabulary USING fts5vocab('texts', 'row')")
        connection.execute("INSERT OR IGNORE INTO about VALUES ('version', ?)", (VERSION,))


def _phrase(words: Iterable[str]) -> str:
    """The words in a row, as FTS5 wants them."""
    return '"' + " ".join(words).replace('"', "") + '"'


def _batches(items: Iterable[str]) -> Iterator[list[str]]:
    waiting = iter(items)
    while batch := list(islice(waiting, BATCH)):
        yield batch
