"""Sense: the words whose loss turns what was said: "not", a condition, a reservation; and who passed the words on."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

# A clause ends here: what is denied before it is not denied after it.
CLAUSE_BREAK = re.compile(
    r"[;:]|(?<![A-Z])[.!?](?!\w)|\s[–—-]+\s|—|,?\s+\b(?:but|yet|although|though|because|whereas|while)\b|,\s+(?:and|so|which|who|for|as)\b"
    r"|[”\"»]"
)

# A condition without an "if". accepts: "Were the maps shared, [patrols could be cut]"; refuses: "Were they glad?"
_TURNED_ABOUT = re.compile(
    r"(?:^|[.!?;:”\"»]\s+)\W*(?P<word>were|should|had)\s+(?:the|an?|any|no|th(?:is|at|ese|ose)|it|they|s?he|we|you|i|[a-z]+)"
    r"\s[^.!?,]{3,90},"
)


@dataclass(frozen=True, slots=True)
class SenseWords:
    """One list of the table, ready to be found."""

    pattern: re.Pattern[str]
    exceptions: re.Pattern[str] | None
    is_conditions: bool  # then verb and subject may stand the other way round, too: "Were they to leave, …"

    def count(self, text: str) -> int:
        """How many of them stand in the text."""
        return len(self.found(text))

    def found(self, text: str) -> list[str]:
        """Those that stand in the text, in order."""
        plain = _plain(text)
        if self.exceptions:
            plain = self.exceptions.sub(" ", plain)
        turned_about = [found["word"] for found in _TURNED_ABOUT.finditer(plain)] if self.is_conditions else []
        return [*turned_about, *(found.group() for found in self.pattern.finditer(plain))]

    def last_in(self, text: str) -> int | None:
        """How many words before the end of the text the last of them stands; None where there is none."""
        found = list(self.pattern.finditer(_plain(text)))
        return len(_plain(text)[found[-1].end() :].split()) if found else None


@cache
def sense_words(kind: str) -> SenseWords:
    """The list of that name in the table: negations, denials, conditions, reservations, softeners, …"""
    table = _table()
    exceptions = table.get(f"no_{kind}")
    return SenseWords(_pattern(table[kind]), _pattern(exceptions) if exceptions else None, kind == "conditions")


@cache
def _table() -> dict[str, list[str]]:
    text = files("aidememoire.views.checking").joinpath("data/sense.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    longest = sorted(words, key=len, reverse=True)
    parts = (re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for word in longest)
    return re.compile(r"\b(?:" + "|".join(parts) + r")\b")


def _plain(text: str) -> str:
    return re.sub(r"[’'‘`]", "", text.lower())


def has(kind: str, text: str) -> bool:
    """Whether a word of the list stands in the text."""
    return sense_words(kind).count(text) > 0


def clause_before(text: str) -> str:
    """The end of the text, from where its last clause begins.

    >>> clause_before("Nobody should expect miracles, but the drawings")
    ' the drawings'
    """
    ends = [found.end() for found in CLAUSE_BREAK.finditer(text)]
    return text[ends[-1] :] if ends else text


def lost_before(before: str) -> list[tuple[str, str]]:
    """What turns the sense and stands before the words that a draft begins with, in their sentence: (kind, word)."""
    clause = clause_before(before)
    lost = [
        ("negations", word) for word in sense_words("negations").found(clause) if not _is_interjection(clause, word)
    ]
    lost += [("conditions", word) for word in sense_words("conditions").found(before.rpartition(";")[2])]
    for kind in ("reservations", "intentions"):
        near = sense_words(kind).last_in(clause)
        if near is not None and near <= NEAR_WORDS:
            lost.append((kind, sense_words(kind).found(clause)[-1]))
    return lost


# "may [consider]", "intends to [reopen]": a reservation governs what follows it closely.
NEAR_WORDS = 2


def _is_interjection(clause: str, word: str) -> bool:
    return word == "no" and bool(re.search(r"(?i)\bno,", clause))


def lost_after(after: str) -> list[tuple[str, str]]:
    """The condition that stands after the words that a draft ends with, in their sentence: (kind, word)."""
    found = sense_words("conditions").found(re.split(r"[;”\"»]", after, maxsplit=1)[0])
    return [("conditions", word) for word in found[:1]]


def turned(dropped: Sequence[str], added: Sequence[str]) -> list[tuple[str, str]]:
    """What turns the sense among the words that a draft drops and adds: (kind, word)."""
    gone, new = " ".join(dropped), " ".join(added)
    found = []
    for kind in ("negations", "conditions", "reservations"):
        here, there = sense_words(kind).found(gone), sense_words(kind).found(new)
        if len(here) != len(there):
            found.append((kind, (here or there)[0]))
    return found


IN_WORDS = {
    "negations": "a denial",
    "conditions": "a condition",
    "reservations": "a reservation",
    "intentions": "a reservation",
}
