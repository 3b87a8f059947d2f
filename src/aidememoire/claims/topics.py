"""What a promise is about, in a small scheme: ``data/topics.toml``."""

import re
import tomllib
from functools import cache
from importlib.resources import files

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
STEM_LENGTH = 3  # shorter stems would match by chance: "oil", "gas", "art" are whole words


@cache
def stems() -> tuple[tuple[str, frozenset[str]], ...]:
    """(topic, its stems), in order of preference."""
    table = tomllib.loads(files("aidememoire").joinpath("claims/data/topics.toml").read_text(encoding="utf-8"))
    return tuple((topic, frozenset(words.split())) for topic, words in table["topics"].items())


def topic_of(words: str) -> str | None:
    """The topic whose words occur most often, the earlier one on a tie; None when none occurs."""
    found = [word.lower() for word in WORD.findall(words)]
    best, most = None, 0
    for topic, topic_stems in stems():
        count = sum(_matches(word, topic_stems) for word in found)
        if count > most:
            best, most = topic, count
    return best


def _matches(word: str, topic_stems: frozenset[str]) -> bool:
    return word in topic_stems or any(
        word[:length] in topic_stems for length in range(STEM_LENGTH + 1, min(len(word), 14))
    )
