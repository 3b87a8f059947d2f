"""The readers of a sentence: each turns Mentions into Proposals and Refusals."""

from collections.abc import Sequence

from aidememoire.claims.readers.rules import propose_by_rules
from aidememoire.knowledge import Knowledge
from aidememoire.model import Mentions, Proposal, ReaderChoice, Refusal

__all__ = ["has_tagger", "propose"]


def has_tagger() -> bool:
    """Whether weights for the tagger are installed; without them the rules read alone."""
    return False


def propose(mentions: Mentions, knowledge: Knowledge, readers: ReaderChoice) -> Sequence[Proposal | Refusal]:
    """What the chosen readers suggest and refuse."""
    return [] if readers is ReaderChoice.TAGGER else propose_by_rules(mentions, knowledge)
