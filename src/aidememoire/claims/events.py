"""Mentions → proposals of context events, coded with PLOVER event, mode and context."""

from collections.abc import Iterator

from aidememoire.knowledge import Knowledge
from aidememoire.model import Mentions, Proposal, Refusal


def propose_events(mentions: Mentions, knowledge: Knowledge) -> Iterator[Proposal | Refusal]:
    """Context events and what was refused as one, in order of position."""
    yield from ()
