"""The parties behind a subject, the ground for them, and the look-ups in a report that all who seek them share."""

import tomllib
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from aidememoire.claims.clauses import Clauses
from aidememoire.knowledge.parties import Parties
from aidememoire.model import Mentions, PartyMention, PersonMention, Reference, Span


class Ground(StrEnum):
    """How the parties were found, surest first."""

    NAMED = "named"  # by the words of the subject
    MEETING = "meeting"  # those at the meeting told of nearest
    PRONOUN = "pronoun"  # the party named last
    SIDE = "side"  # the outlet's own
    VOICE = "voice"  # all in whose one voice the text speaks
    SPEAKER = "speaker"  # whoever is named beside the quotation
    BODY = "body"  # the owner of a body named without its state, or the party named most
    PAIR = "pair"  # the two or three named together nearest
    PART = "part"  # named in the subject, which is itself no party ("Turkish officers")
    NEAR = "near"  # named nearest before
    FIRST = "first"  # the report's own: named first in it
    UNNAMED = "unnamed"  # parties to a text that names none: their promise, but nobody can say whose


@dataclass(frozen=True, slots=True)
class Makers:
    """Parties behind a subject, and the ground for them."""

    codes: tuple[str, ...]  # sorted
    spans: tuple[Span, ...]  # the words that name them; empty when inferred
    inferred: str | None  # a sentence that says from what; None when the words say so
    ground: Ground = Ground.NAMED

    @property
    def are_several(self) -> bool:
        """Whether it is more than one party's promise; a body's "we" is that of its members."""
        return len(self.codes) > 1 or self.ground in {Ground.VOICE, Ground.UNNAMED}


@cache
def heads() -> dict[str, frozenset[str]]:
    """The word lists of ``data/makers.toml``."""
    table = tomllib.loads(files("aidememoire").joinpath("claims/data/makers.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in table.items()}


def is_state(code: str) -> bool:
    """Whether the code is a state's, of today or a former one."""
    return Parties.shipped().is_state(code)


def within(mentions_of: Sequence, start: int, end: int) -> list:  # type: ignore[type-arg]
    """The mentions (in order of position) that lie between two offsets."""
    first = bisect_left(mentions_of, start, key=lambda mention: mention.span.start)
    found = []
    for mention in mentions_of[first:]:
        if mention.span.start >= end:
            break
        if mention.span.end <= end:
            found.append(mention)
    return found


def parties_within(mentions: Mentions, start: int, end: int) -> list[PartyMention]:
    """The parties named between two offsets."""
    found: list[PartyMention] = within(mentions.parties, start, end)
    return found


def party_of(mentions: Mentions, mention: PersonMention | Reference) -> str | None:
    """The party of the actor that the words stand for, of several that of the first."""
    actor = mention.actor if isinstance(mention, PersonMention) else mention.actors[0] if mention.actors else None
    return mentions.actors[actor].party if actor is not None else None


def names_parties(clauses: Clauses, preposition: int) -> bool:
    """Whether what the preposition governs names a party."""
    first, last = clauses.subtree(preposition)
    return bool(parties_within(clauses.mentions, clauses[first].start, clauses[last - 1].end))
