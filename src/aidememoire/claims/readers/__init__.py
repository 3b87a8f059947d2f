"""The readers of a sentence: each turns Mentions into Proposals and Refusals."""

from collections.abc import Sequence

from aidememoire.claims.readers.joining import join
from aidememoire.claims.readers.rules import propose_by_rules
from aidememoire.claims.readers.tagger import card, has_weights, joint, tags_of
from aidememoire.knowledge import Knowledge
from aidememoire.model import Mentions, Proposal, ReaderChoice, Refusal

__all__ = ["has_tagger", "propose", "tagger_version"]


def has_tagger() -> bool:
    """Whether weights for the tagger are installed; without them the rules read alone."""
    return has_weights()


def tagger_version() -> str | None:
    """Which weights are installed, by the beginning of their hash; None where there are none."""
    return str(card()["weights"])[:12] if has_weights() else None


def propose(mentions: Mentions, knowledge: Knowledge, readers: ReaderChoice) -> Sequence[Proposal | Refusal]:
    """What the chosen readers suggest and refuse; without the tagger's weights, only the rules read."""
    if readers is ReaderChoice.TAGGER:
        return join(mentions, tags_of(mentions, ()), (), joint(ReaderChoice.TAGGER)) if has_weights() else ()
    if readers is ReaderChoice.RULES or not has_weights():
        return propose_by_rules(mentions, knowledge)
    found = propose_by_rules(mentions, knowledge, with_unsure=True)
    return join(mentions, tags_of(mentions, found), found, joint(ReaderChoice.BOTH))
