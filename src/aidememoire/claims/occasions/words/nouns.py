"""Nouns for who meets and what they sign: the lists of a table, as patterns."""

import csv
from functools import cache
from importlib.resources import files


def any_of(name: str) -> str:
    """A pattern for each noun of a list, in small letters; KeyError for a list that the table hasn't.

    >>> any_of("sides").startswith("(?:sides|parties|")
    True
    """
    return "(?:" + "|".join(_lists()[name]) + ")"


@cache
def _lists() -> dict[str, list[str]]:
    text = files("aidememoire.claims").joinpath("data", "occasion_nouns.tsv").read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    for row in csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        found.setdefault(row["list"], []).append(row["nouns"])
    return found
