"""PLOVER: which event type, mode and context of that scheme a claim amounts to.

The rows of ``data/plover.tsv`` follow PLOVER's own conversion table from CAMEO (column ``cameo`` names the line). What
the scheme has no place for (a postponed meeting, a delayed treaty, a cue such as "said") has no row.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from aidememoire.knowledge.tables import Row, listed, rows_of

ANY = "*"


@dataclass(frozen=True, slots=True)
class PloverCode:
    """An event type with its mode and context, and the quarter of the scheme that it belongs to."""

    event: str  # AGREE, CONSULT, SUPPORT, CONCEDE, COOPERATE, AID, RETREAT, REQUEST, ACCUSE, …
    mode: str | None  # "phone", "visit", "withdraw"; None where the scheme or the claim gives none
    context: tuple[str, ...]  # "diplomatic", "military"
    quad: str  # verbal cooperation | material cooperation | verbal conflict | material conflict


class Plover:
    """The table: codes of meetings, statements, commitments and statuses."""

    def __init__(self, rows: Iterable[Row]) -> None:
        rows = tuple(rows)
        self._quads = {row["value"]: row["detail"] for row in rows if row["kind"] == "event"}
        self._codes = {
            (row["kind"], row["value"], row["detail"]): PloverCode(
                row["event"], row["mode"] or None, listed(row["context"]), self._quads[row["event"]]
            )
            for row in rows
            if row["kind"] != "event"
        }

    @classmethod
    def shipped(cls) -> "Plover":
        """The table that ships with the package, loaded once."""
        return _shipped()

    @property
    def events(self) -> frozenset[str]:
        """All event types of the scheme."""
        return frozenset(self._quads)

    def quad(self, event: str) -> str | None:
        """The quarter of the scheme that the event type belongs to, None for an unknown one."""
        return self._quads.get(event)

    def of_meeting(self, kind: str, state: str) -> PloverCode | None:
        """The code of a meeting of this kind and state: a call that was held is CONSULT by phone."""
        return self._find("meeting", kind, state)

    def of_statement(self, cue: str) -> PloverCode | None:
        """The code of a statement by the lemma of its cue: "condemn" is ACCUSE; None for a neutral one ("say")."""
        return self._find("cue", cue.lower(), ANY)

    def of_cue(self, words: str) -> PloverCode | None:
        """The code of a statement by its attributing words as they stand: "condemned", "has urged"; None as above."""
        for word in words.lower().split():
            for lemma in _lemmas(word):
                code = self.of_statement(lemma)
                if code is not None:
                    return code
        return None

    def of_commitment(self, strength: str, topic: str | None = None) -> PloverCode | None:
        """The code of a commitment: AGREE, in the context of its topic where the scheme has that context."""
        own = self._find("commitment", strength, ANY)
        return self._codes.get(("topic", topic or "", ANY), own) if own is not None else None

    def of_status(self, status: str, subject_type: str) -> PloverCode | None:
        """The code of what became of a dialogue, agreement or commitment."""
        return self._find("status", status, subject_type)

    def _find(self, kind: str, value: str, detail: str) -> PloverCode | None:
        for key in ((kind, value, detail), (kind, value, ANY), (kind, ANY, detail)):
            if key in self._codes:
                return self._codes[key]
        return None


def _lemmas(word: str) -> Iterator[str]:
    """The forms that the word of a cue may be of: "urged" of "urge", "decries" of "decry"."""
    yield word
    for ending, instead in ENDINGS:
        if word.endswith(ending):
            yield word.removesuffix(ending) + instead


ENDINGS = (("s", ""), ("es", ""), ("d", ""), ("ed", ""), ("ing", ""), ("ing", "e"), ("ies", "y"), ("ied", "y"))


@cache
def _shipped() -> Plover:
    return Plover(rows_of("plover.tsv"))
