"""By what people are called alone: the keys under which a table of people is indexed."""

from functools import cache

from aidememoire.knowledge.person_names import fold, sound, surnames, words_of
from aidememoire.knowledge.tables import rows_of

FIRST_NAME = "first_name"  # a custom: people are called by the first word of the name, or by either
RULING_HOUSE = "ruling_house"  # a custom: members of the ruling house are: "Prince Saud", "Sheikh Hamad"


def called_key(surname: str) -> str:
    """The key under which a surname is indexed: equal for its usual romanisations."""
    words = words_of(surname) or tuple(fold(surname).split())
    return " ".join(sound(word) for word in words)


def called_keys(person: str, party: str) -> tuple[str, ...]:
    """The keys of everything by which the person may be called alone."""
    words = words_of(person)
    is_by_first = party in parties_with_custom(FIRST_NAME) or party in parties_with_custom(RULING_HOUSE)
    called = [*surnames(person), *(words[:1] if is_by_first else ()), " ".join(words)]
    return tuple(dict.fromkeys(key for name in called if (key := called_key(name))))


@cache
def parties_with_custom(custom: str) -> frozenset[str]:
    """The parties where the custom of calling people is kept, as ``name_customs.tsv`` says."""
    return frozenset(row["party"] for row in rows_of("name_customs.tsv") if row["custom"] == custom)
