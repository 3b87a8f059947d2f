"""Given names that tell a person's gender."""

from functools import cache
from importlib.resources import files


@cache
def women_given_names() -> frozenset[str]:
    """Given names that are a woman's nearly everywhere, in lower case."""
    text = files("aidememoire.knowledge").joinpath("data/women_given_names.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def is_womans_name(name: str) -> bool:
    """Whether the first given name of a full name is a woman's: "Marta Lind"; a surname alone tells nothing."""
    words = name.casefold().split()
    return len(words) > 1 and words[0] in women_given_names()
