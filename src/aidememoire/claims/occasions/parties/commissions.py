"""Commissions: the joint bodies of two or a few states that a sentence names, and whose they are.

"The joint Chilean-Peruvian commission", "the energy panel of Chile and Peru", "Chile and Peru’s lake authority": no
body of a table, and no one's but theirs. When it sits, they meet.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from aidememoire.claims.occasions.parties.participation import Presence, Sides
from aidememoire.knowledge.parties import TERRITORY_KINDS
from aidememoire.model import FINITE_TAGS, Token

BODIES = frozenset(
    "commission committee council panel authority board mechanism forum subcommittee subcommission".split()
)
"""Words for a body that need nothing before them."""

BODIES_OF_A_KIND = {
    "group": frozenset("working expert experts steering joint coordination study liaison technical task".split()),
    "party": frozenset({"working"}),
    "team": frozenset("joint working technical".split()),
    "force": frozenset({"task"}),
}
"""Words for a body only behind these: "a working group"; refuses "a rebel group", "the ruling party"."""

JOINT = frozenset("joint mixed intergovernmental bilateral trilateral tripartite permanent".split())
OPENING = frozenset({"of", "between", "among"})
TOPIC = frozenset({"on", "for"})
BREAKS = frozenset({"on", "in", "with", "for", "against"})
"""Words that end a list of states."""

FEWEST = 2
MOST = 5
"""States of which a body is joint: of more it is a body of its own name."""

REACH_BEFORE = 10
REACH_BEHIND = 16
WITHIN_NAME = frozenset({"'s", "’s", "'", "’", "-", "–", "—", "/", "and", "working"})
DASHES = frozenset({"-", "–", "—", "/"})


@dataclass(frozen=True, slots=True)
class JointBody:
    """A body of two or a few states, at one place in a sentence."""

    first: int  # first token of its name
    head: int  # "commission"
    last: int  # after the last token of its name
    members: tuple[Presence, ...]


def joint_bodies(sides: Sides) -> Iterator[JointBody]:
    """The joint bodies of states that a sentence names, in order of position."""
    for token in sides.mentions.tokens_of(sides.sentence):
        if not _is_body(token, sides):
            continue
        first = _start(token.index, sides)
        before = _states(sides.within(first, token.index), sides)
        behind = _behind(token.index, first, sides)
        members = before if len(before) >= FEWEST else behind
        if FEWEST <= len({code for one in members for code in one.parties}) <= MOST:
            last = max(token.index + 1, members[-1].last)
            yield JointBody(first, token.index, last, tuple(members))


def _is_body(token: Token, sides: Sides) -> bool:
    """Whether a word is one for a body that can be joint."""
    if not token.tag.startswith("NN"):
        return False
    if token.lower in BODIES:
        return True
    kinds = BODIES_OF_A_KIND.get(token.lower, frozenset())
    return token.index > sides.sentence.first and sides.tokens[token.index - 1].lower in kinds


def _start(head: int, sides: Sides) -> int:
    """The first token of the words before a noun that belong to its name."""
    first = head
    while first > max(sides.sentence.first, head - REACH_BEFORE):
        token = sides.tokens[first - 1]
        if token.pos not in {"ADJ", "PROPN", "NOUN", "DET"} and token.lower not in WITHIN_NAME:
            break
        first -= 1
    return first


def _behind(head: int, first: int, sides: Sides) -> list[Presence]:
    """The states named behind the noun as those of which the body is ("of Chile and Peru", "Chile–Peru")."""
    tokens, end = sides.tokens, min(sides.sentence.last, head + REACH_BEHIND)
    index = head + 1
    if index >= end:
        return []
    if tokens[index].lower in TOPIC and {token.lower for token in tokens[first:head]} & JOINT:
        index = next((at for at in range(index, end) if tokens[at].lower == "of"), end)
    stop = next((at for at in range(index, end) if tokens[at].tag in FINITE_TAGS or tokens[at].text in {";", ":"}), end)
    inside = _states(sides.within(index, stop), sides)
    if index < end and tokens[index].lower in OPENING:
        return _in_a_row(inside, sides)
    is_pair = len(inside) >= FEWEST and inside[0].first == index and tokens[inside[0].last].text in DASHES
    return inside[:FEWEST] if is_pair else []


def _in_a_row(states: list[Presence], sides: Sides) -> list[Presence]:
    """The states of a list, as far as nothing but its joints and their titles stands between them."""
    row = states[:1]
    for one in states[1:]:
        between = sides.tokens[row[-1].last : one.first]
        if any(token.pos in {"VERB", "AUX"} or token.lower in BREAKS for token in between):
            break
        row.append(one)
    return row


def _states(found: tuple[Presence, ...], sides: Sides) -> list[Presence]:
    """The states among those named."""
    kinds = {code: sides.knowledge.parties.get(code) for one in found for code in one.parties}
    return [
        one
        for one in found
        if len(one.parties) == 1 and (known := kinds[one.parties[0]]) is not None and str(known.kind) in TERRITORY_KINDS
    ]
