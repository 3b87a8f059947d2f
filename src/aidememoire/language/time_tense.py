"""Tense near a phrase, told by words alone: it decides between last and next Monday."""

import tomllib
from functools import cache

from aidememoire.language.time_grammar import DATA, Words

TENSE_WINDOW = 22  # tokens looked at on either side, up to the end of the sentence
CLAUSE_ENDS = frozenset(".!?;\n")


@cache
def _tense_words() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    table = tomllib.loads((DATA / "tense_words.toml").read_text(encoding="utf-8"))
    return frozenset(table["future"]), frozenset(table["past"]), frozenset(table["reporting"])


def _cue(words: Words, index: int) -> str | None:
    future, past, reporting = _tense_words()
    word = words.lower[index]
    before = words.lower[index - 1] if index else ""
    if word in reporting:
        return "reported"
    if word in future:
        return "future"
    if (word == "be" and before in ("to", "will", "would")) or (word == "to" and before in ("is", "are", "am")):
        return "future"
    if word in past or (word.endswith("ed") and len(word) > 4):
        return None if before in ("be", "being") else "past"
    return None


def tense_near(words: Words, first: int, last: int) -> str | None:
    """past, reported or future by the nearest verb before, else after; None without one."""
    if _is_entry(words, first, last):
        return "past"
    for index in range(first - 1, max(-1, first - 1 - TENSE_WINDOW), -1):
        if words.lower[index] in CLAUSE_ENDS:
            break
        cue = _cue(words, index)
        if cue:
            return cue
    for index in range(last, min(len(words.lower), last + TENSE_WINDOW)):
        if words.lower[index] in CLAUSE_ENDS:
            break
        cue = _cue(words, index)
        if cue:
            return cue
    return None


def _is_entry(words: Words, first: int, last: int) -> bool:
    """Whether the phrase heads an entry of a chronology: "March 10 - France recognises the council."."""
    start = words.starts[first]
    is_at_head = start == 0 or words.text[:start].rstrip(" \t")[-1:] == "\n"
    return is_at_head and last < len(words.lower) and words.lower[last] in ("-", "–", "—")
