"""Whether a promise was told before in the report: in nearly the same words, or as the same deed in others."""

from dataclasses import dataclass, replace

from aidememoire.claims.clauses import Clauses, next_word, sentence_at
from aidememoire.claims.promises.grounds import parties_within
from aidememoire.model import CommitmentValues, Mentions, Proposal

LOOK_BACK = 200  # promises among which a repeated one is sought; more would cost their square
SAME_WORDS = 0.75  # "withdraw its troops by May" and "withdraw its troops" are one promise
FEWEST_SHARED = 3  # words


@dataclass(frozen=True, slots=True)
class Deed:
    """What is to be done, to what, how many, to or for whom."""

    verb: str  # lemma
    thing: str  # lemma of its object
    is_denied: bool
    numbers: frozenset[str]
    parties: frozenset[str]
    sentence: int

    def may_be(self, other: "Deed") -> bool:
        """Whether the two are one deed told in two sentences.

        Accepts "send a mission to Chad" beside "send a large mission"; refuses "send two ships" beside "send three
        ships", "raise no tariff" beside "raise the tariff", and two of one sentence.
        """
        return (
            (self.verb, self.thing, self.is_denied) == (other.verb, other.thing, other.is_denied)
            and self.sentence != other.sentence
            and _are_nested(self.numbers, other.numbers)
            and _are_nested(self.parties, other.parties)
        )


class Tellings:
    """The promises of one report, each once, with the evidence of all its tellings."""

    def __init__(self, mentions: Mentions) -> None:
        self.mentions = mentions
        self.kept: list[Proposal] = []
        self._deeds: list[Deed | None] = []

    def add(self, proposal: Proposal) -> None:
        """Keep it, or join it to an earlier one that promises the same: a report tells it in its head and below."""
        deed = _deed_of(self.mentions, proposal)
        before = self._before(proposal, deed)
        if before is None:
            self.kept.append(proposal)
            self._deeds.append(deed)
        else:
            self.kept[before] = _told_twice(self.kept[before], proposal)

    def _before(self, proposal: Proposal, deed: Deed | None) -> int | None:
        for index in range(max(0, len(self.kept) - LOOK_BACK), len(self.kept)):
            other, others = self.kept[index], self._deeds[index]
            if _have_same_words(other, proposal):
                return index
            is_theirs = _values(other).made_by == _values(proposal).made_by
            if is_theirs and deed is not None and others is not None and deed.may_be(others):
                return index
        return None


def _have_same_words(one: Proposal, other: Proposal) -> bool:
    if not set(_values(one).made_by) & set(_values(other).made_by):
        return False
    here, there = (set(_values(proposal).content.lower().split()) for proposal in (one, other))
    fewest = min(len(here), len(there))
    return fewest >= FEWEST_SHARED and len(here & there) >= SAME_WORDS * fewest


def _deed_of(mentions: Mentions, proposal: Proposal) -> Deed | None:
    """What the content says is to be done; None where it doesn't open with a verb and its object."""
    span = dict(proposal.spans)["content"][0]
    sentence = sentence_at(mentions, span.start)
    if sentence is None:
        return None
    clauses = Clauses(mentions, sentence)
    inside = [token.index for token in clauses.tokens if span.start <= token.start < span.end]
    verb = next_word(clauses, inside[0]) if inside else None
    if verb is None or verb not in clauses or clauses[verb].pos != "VERB":
        return None
    thing = clauses.child(verb, "dobj")
    if thing is None or clauses[thing].pos not in {"NOUN", "PROPN"}:
        return None
    return Deed(
        clauses[verb].lemma,
        clauses[thing].lemma,
        any(clauses.lower(index) in {"not", "never", "no", "n't", "n’t"} for index in inside),
        frozenset(clauses.lower(index) for index in inside if clauses[index].pos == "NUM"),
        frozenset(party.code for party in parties_within(mentions, span.start, span.end)),
        sentence.index,
    )


def _are_nested(one: frozenset[str], other: frozenset[str]) -> bool:
    return one <= other or other <= one


def _told_twice(earlier: Proposal, later: Proposal) -> Proposal:
    """One promise out of two tellings: the surer one, with the evidence of both."""
    first, second = (later, earlier) if later.confidence > earlier.confidence else (earlier, later)
    return replace(first, evidence=tuple(dict.fromkeys((*first.evidence, *second.evidence))))


def _values(proposal: Proposal) -> CommitmentValues:
    assert isinstance(proposal.values, CommitmentValues)
    return proposal.values
