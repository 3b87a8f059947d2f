"""The table of wordings of offices, from the English data files."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of an office in the table."""

    words: tuple[str, ...]  # lower-case tokens
    office: str  # normalised
    role: str | None
    party: str | None  # the party that alone has an office of this name
    is_plural: bool
    is_weak: bool  # too common a word to be an office without a party, a body or a capital
    is_capitals: bool  # an abbreviation: "PM", not the hour


@dataclass(frozen=True, slots=True)
class OfficeTable:
    """The table of wordings."""

    wordings: dict[str, tuple[Wording, ...]]  # by first word, longest first
    portfolio: frozenset[str]
    complement: frozenset[str]
    before: frozenset[str]  # modifiers that make another office
    after: frozenset[str]
    neutral: frozenset[str]
    subnational: dict[str, str]  # adjective → state
    honorific: frozenset[str]  # titles that stand before a name, and belong to no office
    headed_by_secretary_general: frozenset[str]  # "the NATO chief"
    bodies: dict[
        str, tuple[tuple[tuple[str, ...], str | None], ...]
    ]  # by last word: words, the party that alone has it
    shared_bodies: dict[tuple[str, ...], frozenset[str]]  # words → other states that have a body so called
    secretary_party: dict[str, str]  # portfolio → state
    disputed: frozenset[str]  # places of which a governor may be another state's than the table says
    official_secretaries: frozenset[str]  # states whose foreign secretary is no minister
    minister_secretaries: frozenset[str]  # states whose foreign minister is called secretary


def load_rows(name: str) -> dict[str, Any]:
    """The tables in the English data file of that name."""
    return tomllib.loads((files("aidememoire") / "language" / "data" / "en" / name).read_text(encoding="utf-8"))


@cache
def office_table() -> OfficeTable:
    """The English table, loaded once."""
    rows = load_rows("offices.toml")
    wordings: dict[str, list[Wording]] = {}
    for row in rows["office"]:
        for is_plural, phrases in ((False, row["words"]), (True, row.get("plural", []))):
            for phrase in phrases:
                words = tuple(phrase.replace("-", " - ").split())
                if is_plural and "office" not in row:
                    office = _singular(phrase, row["words"])
                else:
                    office = row.get("office", phrase.replace(" - ", "-"))
                wording = Wording(
                    words,
                    office,
                    row.get("role"),
                    row.get("party"),
                    is_plural,
                    row.get("weak", False),
                    row.get("capitals", False),
                )
                wordings.setdefault(words[0], []).append(wording)
    return OfficeTable(
        wordings={first: tuple(sorted(group, key=lambda w: -len(w.words))) for first, group in wordings.items()},
        portfolio=frozenset(rows["portfolio"]["words"]),
        complement=frozenset(rows["complement"]["words"]),
        before=frozenset(phrase.replace("-", "").strip() for phrase in rows["modifier"]["before"]),
        after=frozenset(rows["modifier"]["after"]),
        neutral=frozenset(rows["modifier"]["neutral"]),
        subnational=rows["subnational"],
        bodies=_bodies(),
        shared_bodies={
            tuple(phrase.split()): frozenset(row["also"])
            for row in load_rows("bodies.toml")["body"]
            for phrase in row["words"]
            if "also" in row
        },
        honorific=frozenset(load_rows("titles.toml")["honorific"]["words"]),
        headed_by_secretary_general=frozenset(rows["headed_by_secretary_general"]["parties"]),
        secretary_party={word: code for code, words in rows["secretary_party"].items() for word in words},
        disputed=frozenset(rows["disputed"]["places"]),
        official_secretaries=frozenset(rows["foreign_secretary"]["officials"]),
        minister_secretaries=frozenset(rows["foreign_secretary"]["ministers"]),
    )


def _bodies() -> dict[str, tuple[tuple[tuple[str, ...], str | None], ...]]:
    table: dict[str, list[tuple[tuple[str, ...], str | None]]] = {}
    for row in load_rows("bodies.toml")["body"]:
        for phrase in row["words"]:
            words = tuple(phrase.split())
            table.setdefault(words[-1], []).append((words, row.get("party")))
    return {last: tuple(sorted(group, key=lambda body: -len(body[0]))) for last, group in table.items()}


def _singular(plural: str, singulars: list[str]) -> str:
    """The singular wording that is most like the plural one."""
    from rapidfuzz import fuzz

    return max(singulars, key=lambda words: fuzz.ratio(words, plural)).replace(" - ", "-")
