"""Namings and persons in the making: before it is known who is who."""

from dataclasses import dataclass, field
from functools import lru_cache

from aidememoire.knowledge.person_names import surnames
from aidememoire.language.people.name_runs import NICKNAME
from aidememoire.language.people.positions import Positions
from aidememoire.model import Mentions, OfficeMention, Span


@dataclass(slots=True)
class Naming:
    """One naming of a person, before it is known who."""

    first: int  # token index
    last: int
    name: str
    office: OfficeMention | None = None
    party: str | None = None  # from words other than the office's
    is_certain: bool = True  # by office, title or table; else by the syntax model alone
    is_headline: bool = False
    counterpart: int | None = None  # "his Chinese counterpart X" is 0; in "their counterparts X and Y", Y is 1


@dataclass(slots=True)
class Person:
    """A person in the making."""

    names: list[Naming] = field(default_factory=list)
    spellings: dict[str, None] = field(default_factory=dict)  # each name once, in order
    party: str | None = None  # that the words give, at the first naming that has one
    fullest: Naming = field(init=False)  # most words; the first of these, outside headlines where there is one

    def add(self, naming: Naming) -> None:
        """Take the naming as one of this person."""
        if not self.names or _fullness(naming) > _fullness(self.fullest):
            self.fullest = naming
        self.names.append(naming)
        self.spellings[naming.name] = None
        self.party = self.party or naming.party or (naming.office.party if naming.office else None)


def _fullness(naming: Naming) -> tuple[float, int]:
    return len(naming.name.split()) - 0.5 * naming.is_headline, -naming.first


def span_of(naming: Naming, mentions: Mentions) -> Span:
    """The naming\'s words."""
    return mentions.report.span(mentions.tokens[naming.first].start, mentions.tokens[naming.last - 1].end)


@lru_cache(maxsize=4096)
def called(name: str) -> frozenset[str]:
    """Folded words by which the bearer of the name may be called alone."""
    return frozenset(surnames(name))


def named_at(first: int, last: int, positions: Positions, office: OfficeMention | None = None) -> Naming:
    """The naming whose words are these tokens."""
    tokens, text = positions.mentions.tokens[first:last], positions.mentions.report.text
    name = text[tokens[0].start : tokens[-1].end]
    if name.isupper():  # in a label: the tokens have it in the letters of a sentence
        ends = [*(token.start for token in tokens[1:]), tokens[-1].end]
        name = "".join(token.text + text[token.end : end] for token, end in zip(tokens, ends, strict=True))
    return Naming(first, last, NICKNAME.sub(" ", " ".join(name.split())), office)
