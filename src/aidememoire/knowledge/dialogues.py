"""Dialogues: standing formats of consultation, under all their names."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from aidememoire.knowledge.phrases import Phrases
from aidememoire.knowledge.tables import Row, listed, rows_of


@dataclass(frozen=True, slots=True)
class Dialogue:
    """One format, or one sort of format ("2+2") that many pairs of parties hold."""

    key: str
    names: tuple[str, ...]
    level: str | None  # leaders | ministers | officials; None where it varies
    parties: tuple[str, ...]  # codes, where the format fixes them
    organisation: str | None  # code of the body whose format it is: "G7", "NATO"
    offices: tuple[str, ...]  # roles of those who meet, where the format fixes them
    is_single: bool  # one of its kind, whoever comes ("Munich Security Conference"); "2+2" is a sort of many pairs


@dataclass(frozen=True, slots=True)
class DialogueName:
    """A name found in a text; the words are ``text[start:end]``."""

    start: int
    end: int
    dialogue: Dialogue


class Dialogues:
    """The dialogues table: look-up by key or name, and names in a text."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows = tuple(rows)
        self._dialogues: dict[str, Dialogue] = {}
        self._phrases: Phrases[Dialogue] = Phrases()
        for row in self._rows:
            dialogue = _dialogue(row)
            self._dialogues.setdefault(dialogue.key, dialogue)
            for name in dialogue.names:
                self._phrases.add(name, dialogue)

    @classmethod
    def shipped(cls) -> "Dialogues":
        """The table that ships with the package, loaded once."""
        return _shipped()

    def with_rows(self, rows: Iterable[Row]) -> "Dialogues":
        """This table with a user's rows (columns of ``dialogues.tsv``) laid over it: they come first."""
        return Dialogues([*rows, *self._rows])

    def __iter__(self) -> Iterator[Dialogue]:
        return iter(self._dialogues.values())

    def get(self, key: str) -> Dialogue | None:
        """The dialogue with exactly this key."""
        return self._dialogues.get(key)

    def find(self, name: str) -> Dialogue | None:
        """The dialogue of this name, in any case."""
        found = self._phrases.get(name)
        return found[0] if found else None

    def scan(self, text: str) -> list[DialogueName]:
        """The names in the text, in order of position, none overlapping; the longest at each place."""
        return [DialogueName(found.start, found.end, found.values[0]) for found in self._phrases.scan(text)]


def _dialogue(row: Row) -> Dialogue:
    return Dialogue(
        key=row["key"],
        names=listed(row.get("names")) or (row["key"],),
        level=(row.get("level") or "").strip() or None,
        parties=tuple(sorted((row.get("parties") or "").split())),
        organisation=(row.get("organisation") or "").strip() or None,
        offices=listed(row.get("offices")),
        is_single=(row.get("single") or "").strip() == "yes",
    )


@cache
def _shipped() -> Dialogues:
    return Dialogues(rows_of("dialogues.tsv"))
