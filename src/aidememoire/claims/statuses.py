"""Mentions → proposals of statuses: what has become of a dialogue, agreement or commitment."""

from collections.abc import Iterator

from aidememoire.knowledge import Knowledge
from aidememoire.model import Mentions, Proposal, Refusal


def propose_statuses(
    mentions: Mentions, knowledge: Knowledge, meetings: tuple[Proposal, ...]
) -> Iterator[Proposal | Refusal]:
    """Statuses and what was refused as one, in order of position."""
    yield from ()
