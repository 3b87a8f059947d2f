"""Which mention stands at a token: look-ups that the finders of people share."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import pairwise

from aidememoire.model import BlockRole, Mentions, PartyMention, PlaceMention, Sentence, Span, Token

# A name and the office of a link's tooltip, run together: "Merkel AngelaFederal Chancellor".
FUSED = re.compile(
    r"([A-Z][^\W\d_A-Z’'-]+)((?:President|Presidential|Prime|Premier|Federal|Minister|Foreign|Secretary|King|Queen|Emir|"
    r"Chancellor|Head|Chairman|Executive|Deputy|First|Director|Speaker|State|Governor|Crown|Ambassador|Special|Vice|"
    r"Defence|Defense|Former|Sultan|Prosecutor|Acting|Leader|Chief|Mayor|Member|Commissioner|General|Plenipotentiary))"
)
CAMEL = re.compile(r"[a-z][A-Z][a-z]")
ANY_FUSED = re.compile(r"([A-Z][^\W\d_A-Z’'-]+)([A-Z][^\W\d_A-Z’'-]+)")  # only after a name said twice
MIN_FUSED = 6  # letters: "BoKing"; shorter words are words
HEADLINE_ROLES = frozenset({BlockRole.TITLE, BlockRole.HEADING})


@dataclass(frozen=True, slots=True)
class Positions:
    """Look-ups by token over one report's mentions."""

    mentions: Mentions
    starts: tuple[int, ...]  # where each token starts
    party_at: dict[int, PartyMention]  # index of each token in a party's name
    place_at: dict[int, PlaceMention]  # index of each token in a place's name
    parties_named: frozenset[str]  # codes of all parties that the report names
    person_starts: frozenset[int]  # index of the first token of each weak name of a person

    @classmethod
    def of(cls, mentions: Mentions) -> "Positions":
        """The look-ups for these mentions."""
        starts = tuple(token.start for token in mentions.tokens)
        return cls(
            mentions,
            starts,
            {index: party for party in mentions.parties for index in _covered(starts, party.span)},
            {index: place for place in mentions.places for index in _covered(starts, place.span)},
            frozenset(party.code for party in mentions.parties),
            frozenset(bisect_left(starts, e.span.start) for e in mentions.entities if e.label == "PERSON"),
        )

    def covered(self, span: Span) -> range:
        """The indices of the tokens that start within the span."""
        return _covered(self.starts, span)

    def after(self, position: int) -> int:
        """The index of the first token that starts at or after the position."""
        return bisect_left(self.starts, position)

    def party_ending(self, index: int) -> PartyMention | None:
        """The party whose name ends with this token."""
        party = self.party_at.get(index)
        return party if party and party.span.end == self.mentions.tokens[index].end else None

    def party_starting(self, index: int) -> PartyMention | None:
        """The party whose name starts with this token."""
        party = self.party_at.get(index)
        return party if party and party.span.start == self.mentions.tokens[index].start else None

    def is_headline(self, sentence: Sentence) -> bool:
        """Whether the sentence stands in a headline, where every word may be a capital."""
        return self.mentions.report.blocks[sentence.block].role in HEADLINE_ROLES


def split_fused(mentions: Mentions, *, is_name: bool) -> Mentions:
    """The mentions with each fused token cut to its name, or to the word of office that follows the name."""
    if CAMEL.search(mentions.report.text) is None:
        return mentions
    fused = {token.index: match for token in mentions.tokens if (match := _fused(token, mentions.tokens))}
    if not fused:
        return mentions
    tokens = list(mentions.tokens)
    for index, match in fused.items():
        token = tokens[index]
        cut = token.start + len(match[1])
        if is_name:
            tokens[index] = replace(token, text=match[1], lower=match[1].lower(), end=cut)
        else:
            tokens[index] = replace(token, text=match[2], lower=match[2].lower(), start=cut)
    return replace(mentions, tokens=tuple(tokens))


def _fused(token: Token, tokens: tuple[Token, ...]) -> re.Match[str] | None:
    if len(token.text) <= MIN_FUSED or token.text[1:].islower():
        return None
    match = FUSED.fullmatch(token.text)
    if match is not None:
        return match
    before = [other.text for other in tokens[max(0, token.index - 4) : token.index]]
    is_twice = any(left == right for left, right in pairwise(before))
    return ANY_FUSED.fullmatch(token.text) if is_twice else None


def _covered(starts: tuple[int, ...], span: Span) -> range:
    return range(bisect_left(starts, span.start), bisect_left(starts, span.end))


def is_adjacent(left: Token, right: Token) -> bool:
    """Whether nothing stands between the two tokens."""
    return left.end == right.start
