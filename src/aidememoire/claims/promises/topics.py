"""What a promise is about, in a small scheme: ``data/topics.toml``."""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
SHORTEST_STEM = 4  # shorter ones are whole words ("oil", "gas", "art"): as beginnings they would match by chance


@cache
def stems() -> tuple[tuple[str, frozenset[str]], ...]:
    """(topic, its stems), in order of preference."""
    table = tomllib.loads(files("aidememoire").joinpath("claims/data/topics.toml").read_text(encoding="utf-8"))
    return tuple((topic, frozenset(words.split())) for topic, words in table["topics"].items())


def topic_of(words: str) -> str | None:
    """The topic whose words occur most often, the earlier one on a tie; None when none occurs."""
    counts = [0] * len(stems())
    for word in WORD.findall(words):
        for topic in _topics_of_word(word.lower()):
            counts[topic] += 1
    most = max(counts, default=0)
    return stems()[counts.index(most)][0] if most else None


@lru_cache(maxsize=4096)
def _topics_of_word(word: str) -> tuple[int, ...]:
    """Positions of the topics of which the word, or its beginning, is a stem."""
    beginnings = {word} | {word[:length] for length in range(SHORTEST_STEM, len(word))}
    return tuple(index for index, (_, topic_stems) in enumerate(stems()) if beginnings & topic_stems)
