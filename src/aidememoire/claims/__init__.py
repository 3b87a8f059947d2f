"""Mentions → Claims: meetings, statements, commitments, statuses, dialogues, events, acts, tenures.

Comes in: Mentions and Knowledge. Goes out: a Reading (claims, doubtful, withheld, problems). Never: reads anything that
was read before, or knows of a register.

Two readers propose (``readers/rules``, ``readers/tagger``); ``checks`` turn down what is denied, conditional,
generic or domestic; ``build`` makes the claims.
"""

from collections.abc import Sequence
from dataclasses import replace

from aidememoire.claims.build import build_reading
from aidememoire.claims.readers import has_tagger, propose, tagger_version
from aidememoire.knowledge import Knowledge
from aidememoire.model import Mentions, Problem, Proposal, ReaderChoice, Reading, Refusal

__all__ = ["find_claims", "has_tagger", "tagger_version"]


def find_claims(
    mentions: Mentions,
    knowledge: Knowledge,
    readers: ReaderChoice = ReaderChoice.BOTH,
    added: Sequence[Proposal | Refusal] = (),
    problems: Sequence[Problem] = (),
) -> Reading:
    """All that the report asserts, and what was found and not asserted.

    ``added`` and ``problems`` come from the rule sets of other packages.
    """
    reading = build_reading(mentions, [*propose(mentions, knowledge, readers), *added])
    return replace(reading, problems=(*reading.problems, *problems)) if problems else reading
