"""Names of two bearers, told apart by the words of the rest of the report; the table is ``data/en/doubles.toml``."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from aidememoire.knowledge.parties import PartyName
from aidememoire.language.names.name_checks import lists
from aidememoire.language.names.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class Double:
    """When a name means another bearer than the likeliest."""

    bearer: str  # the code that the table of parties gives first
    chosen: str  # the code meant here
    name: str  # the words as written; "" for any
    words: frozenset[str]  # one of these stands in the report; empty: none is asked for
    unless: frozenset[str]  # none of these does
    among: str  # a code that the name must also have; "" for any
    is_alone: bool  # only where the name has no other bearer
    followed: str  # the mark right behind the name; "" for any
    drops: bool  # whether no other bearer stays
    preceded: str  # what stands right before the name; "" for anything

    def fits(self, name: PartyName, around: Surroundings, keys: frozenset[str]) -> bool:
        """Whether the name means the other bearer where it stands, in a report of these words."""
        if name.code != self.bearer or (self.name and around.name != self.name):
            return False
        if (self.is_alone and name.alternatives) or (self.among and self.among not in name.alternatives):
            return False
        if self.words and not keys & self.words:
            return False
        if not around.text[: around.start].endswith(self.preceded):
            return False
        return not keys & self.unless and around.text.startswith(self.followed, around.end)


@cache
def doubles() -> tuple[Double, ...]:
    """The table, in its order; loaded once."""
    text = files("aidememoire.language").joinpath("data", "en", "doubles.toml").read_text(encoding="utf-8")
    return tuple(
        Double(
            row["bearer"],
            row["chosen"],
            row.get("name", ""),
            _words(row.get("words", "")),
            _words(row.get("unless", "")),
            row.get("among", ""),
            row.get("alone", False),
            row.get("followed", ""),
            row.get("drops", False),
            row.get("preceded", ""),
        )
        for row in tomllib.loads(text)["double"]
    )


def _words(words: str) -> frozenset[str]:
    """The words of a cell; "@alliance" is the list of that name in ``names.toml``."""
    return lists()[words[1:]] if words.startswith("@") else frozenset(words.split())
