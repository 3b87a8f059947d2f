"""Offices, titles and parties that are one state's alone, from the English table."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from aidememoire.language.people.office_table import load_rows


@dataclass(frozen=True, slots=True)
class NationalOffices:
    """What is one state's alone."""

    code: str  # of the state
    begins: tuple[str, ...]  # offices that begin so are its departments'
    never: tuple[str, ...]  # offices that begin so are never its own
    shared_with: frozenset[str]  # states that have offices of the same names
    words: frozenset[str]  # of offices that in its own reports are its own
    without: frozenset[str]  # words of offices that it does not have
    titles: frozenset[str]  # before the names of its members of parliament
    labels: re.Pattern[str]  # after them, in brackets
    parties: frozenset[str]  # beside them


@cache
def national_offices() -> dict[str, NationalOffices]:
    """The table by state; loaded once."""
    return {
        row["code"]: NationalOffices(
            row["code"],
            tuple(row["begins"]),
            tuple(row["never"]),
            frozenset(row["shared_with"]),
            frozenset(row["words"]),
            frozenset(row["without"]),
            frozenset(row["titles"]),
            re.compile(row["labels"]),
            frozenset(row["parties"]),
        )
        for row in load_rows("national_offices.toml")["state"]
    }


@cache
def called() -> dict[tuple[str, str], str]:
    """What an office is called by role and party, where it has a word of its own there."""
    return {(row["role"], row["party"]): row["office"] for row in load_rows("national_offices.toml")["called"]}


@cache
def home_realm() -> str:
    """The state where the monarch of many realms is at home."""
    return str(load_rows("national_offices.toml")["realm"]["home"])


def state_of_department(office: str, named: Iterable[str]) -> str | None:
    """The one state whose departments alone have an office so called, if it is named and none with the like is.

    >>> state_of_department("assistant secretary", ["USA", "PER"]), state_of_department("assistant secretary", ["PER"])
    ('USA', None)
    """
    codes = set(named)
    for one in national_offices().values():
        if one.code in codes and office.startswith(one.begins) and not codes & one.shared_with:
            return one.code
    return None


def is_never_of(office: str, code: str | None) -> bool:
    """Whether the state has no office so called."""
    one = national_offices().get(code or "")
    return one is not None and (office.startswith(one.never) or bool(one.without & set(office.split())))


def is_own_kind(office: str, code: str | None) -> bool:
    """Whether in the state's own reports the office is its own, whatever states are named beside."""
    one = national_offices().get(code or "")
    return one is not None and bool(one.words & set(office.split()))


def state_of_title(word: str) -> str | None:
    """The state whose members of parliament alone have the title, in lower case: "sen."."""
    return next((one.code for one in national_offices().values() if word in one.titles), None)
