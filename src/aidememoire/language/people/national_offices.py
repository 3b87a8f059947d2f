"""Offices, titles and parties that are one state's alone, from the English table."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from aidememoire.language.people.office_table import load_rows, office_table

# CASE "chairman of the senate finance committee": what the office is of.
HEADING = re.compile(
    r"^(?:vice |deputy |former )?(?:chairman|chairwoman|chair|head|leader) of the "
    r"(?=senate |house |republican national |democratic national )"
)
HELD_BEFORE = frozenset({"former", "then", "late", "acting"})


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
    seat: re.Pattern[str]  # after the name of anybody who sits in it
    parties: frozenset[str]  # beside them
    is_its_own: bool  # whether another state's office of the same name is another office


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
            re.compile(row["seat"]),
            frozenset(row["parties"]),
            row["is_its_own"],
        )
        for row in _rows("state")
    }


@cache
def called() -> dict[tuple[str, str], str]:
    """What an office is called by role and party, where it has a word of its own there."""
    return {(row["role"], row["party"]): row["office"] for row in _rows("called")}


@cache
def home_realm() -> str:
    """The state where the monarch of many realms is at home."""
    return str(load_rows("national_offices.toml")["realm"]["home"])


def is_its_own(code: str | None) -> bool:
    """Whether an office named as this state's is another office where another state has it."""
    one = national_offices().get(code or "")
    return one is not None and one.is_its_own


@cache
def bodies_of_commissioners() -> frozenset[str]:
    """The bodies whose members head fields as ministers do: "the Trade Commissioner"."""
    return frozenset(row["party"] for row in _rows("commissioners"))


def is_at_home(office: str, code: str) -> bool:
    """Whether the state has such an office, whose holders speak of their own state alone.

    >>> is_at_home("deputy attorney general", "USA"), is_at_home("attorney general", "RUS")
    (True, False)
    """
    return any(office.endswith(tuple(row["offices"])) and code in row["parties"] for row in _rows("at_home"))


def bodies_with(office: str) -> frozenset[str]:
    """The bodies whose office so called is known without their name where they are named near.

    >>> bodies_with("chief prosecutor"), bodies_with("prosecutor general")
    (frozenset({'ICC'}), frozenset())
    """
    return frozenset(row["party"] for row in _rows("court") if office in row["offices"])


@cache
def envoys_to() -> dict[str, tuple[str, frozenset[str]]]:
    """By body to which states send ambassadors: what a state's is called, and the offices that may be a state's."""
    return {row["party"]: (row["ambassador"], frozenset(row["offices"])) for row in _rows("sent_to")}


def worded_for(office: str, code: str | None) -> tuple[str, str | None] | None:
    """What the state itself calls an office worded as another's, and its role if that is another one, too.

    None for an office that it words so itself.

    >>> worded_for("secretary of defense", "GBR"), worded_for("secretary of defense", "PHL")
    (('defence secretary', None), None)
    >>> worded_for("chancellor", "URY"), worded_for("chancellor", "DEU")
    (('foreign minister', 'foreign minister'), None)
    """
    for row in _rows("worded"):
        if row["words"] == office and code in row["parties"]:
            return row["office"], row.get("role")
    return None


def chambers_state(words: str, code: str, home: str | None, named: Iterable[str]) -> str:
    """Of several states' chambers of one name that of the report's home, or of the only one of these that it names.

    >>> chambers_state("house of commons", "GBR", "CAN", []), chambers_state("house of commons", "GBR", None, ["FRA"])
    ('CAN', 'GBR')
    >>> chambers_state("house of commons", "GBR", None, ["CAN"]), chambers_state("duma", "RUS", "CAN", [])
    ('CAN', 'RUS')
    """
    row = next((row for row in _rows("chamber") if row["words"] == words.lower()), None)
    if row is None:
        return code
    if home is not None:
        return home if home in row["also"] else code
    others = set(named) & {*row["also"], row["first"]}
    return others.pop() if len(others) == 1 else code


def named_by_body(office: str, code: str | None) -> str:
    """The office with the name of the body by which it is called, else as it is.

    >>> named_by_body("humanitarian chief", "UN"), named_by_body("humanitarian chief", "EU")
    ('un humanitarian chief', 'humanitarian chief')
    """
    for row in _rows("named_by_body"):
        if row["party"] == code and office.startswith(tuple(row["begins"])):
            return f"{row['prefix']} {office}"
    return office


def of_department(office: str | None, code: str | None, outlet: str) -> tuple[str, str] | None:
    """The office in full, and the department, where that one's own release leaves the name out.

    >>> of_department("deputy secretary", "USA", "U.S. Department of State")
    ('deputy secretary of state', 'the Department of State')
    """
    for row in _rows("department"):
        if row["party"] == code and row["outlet"] in outlet.lower() and office in row["offices"]:
            return f"{office} {row['of']}", row["name"]
    return None


def principal_of(code: str | None, outlet: str) -> str | None:
    """The role of the one whose house the outlet is, where it is one of the state's.

    >>> principal_of("RUS", "en.kremlin.ru"), principal_of("RUS", "TASS"), principal_of("PER", "en.kremlin.ru")
    ('head of state', None, None)
    """
    for row in _rows("principal"):
        if row["party"] == code and row["outlet"] in outlet.lower():
            return str(row["role"])
    return None


def is_part(code: str, word: str) -> bool:
    """Whether the body's name and the word, in lower case, name a part of it: "the EU Council"."""
    return any((row["party"], row["word"]) == (code, word) for row in _rows("part"))


def state_of_department(office: str, named: Iterable[str]) -> str | None:
    """The one state that alone has an office so called, or its departments, if it is named and none with the like is.

    >>> state_of_department("assistant secretary", ["USA", "PER"]), state_of_department("assistant secretary", ["PER"])
    ('USA', None)
    >>> state_of_department("senator", ["USA", "SYR"]), state_of_department("senator", ["USA", "ITA"])
    ('USA', None)
    """
    codes = set(named)
    for code, others in _having(_held(office)):
        if code in codes and not codes & others:
            return code
    return None


def _having(office: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Each state that may alone have an office so called, and those that have one too; that of one's own name first."""
    for row in _rows("alone"):
        if office.startswith(tuple(row["offices"])):
            yield row["party"], frozenset(row["but"])
            return
    for one in national_offices().values():
        if office.startswith(one.begins):
            yield one.code, one.shared_with


def _held(office: str) -> str:
    """The office without a word that it is held no more, and of what it is: "former assistant secretary"."""
    first, _, rest = office.partition(" ")
    held = rest if first in HELD_BEFORE else office
    return HEADING.sub("", held)


def is_never_of(office: str, code: str | None) -> bool:
    """Whether the state has no office so called."""
    one = national_offices().get(code or "")
    return one is not None and (office.startswith(one.never) or bool(one.without & set(office.split())))


def is_of_others(office: str, code: str | None) -> bool:
    """Whether the office is one that only other states have.

    >>> is_of_others("former assistant secretary of defense", "LBY"), is_of_others("assistant secretary", "PHL")
    (True, False)
    """
    return code is not None and any(code not in {owner, *others} for owner, others in _having(_held(office)))


def is_own_kind(office: str, code: str | None) -> bool:
    """Whether in the state's own reports the office is its own, whatever states are named beside."""
    one = national_offices().get(code or "")
    return one is not None and bool(one.words & set(office.split()))


def state_of_title(word: str) -> str | None:
    """The state whose members of parliament alone have the title, in lower case: "sen."."""
    return next((one.code for one in national_offices().values() if word in one.titles), None)


@cache
def _rows(name: str) -> list[dict[str, Any]]:
    """The entries of that name in the table."""
    rows: list[dict[str, Any]] = load_rows("national_offices.toml")[name]
    return rows


def is_official_secretary(words: str, party: str | None) -> bool:
    """Whether an office's words are those of an official under the minister: "Foreign Secretary" in India, not in
    Britain."""
    return words.lower().split()[-1:] == ["secretary"] and party in office_table().official_secretaries
