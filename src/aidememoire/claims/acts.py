"""Mentions → proposals of acts: deeds reported as done that may bear on a promise."""

from collections.abc import Iterator

from aidememoire.knowledge import Knowledge
from aidememoire.model import Mentions, Proposal, Refusal


def propose_acts(mentions: Mentions, knowledge: Knowledge) -> Iterator[Proposal | Refusal]:
    """Acts and what was refused as one, in order of position."""
    yield from ()
