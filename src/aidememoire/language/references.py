"""Words that stand for somebody named elsewhere: "Kishida", "the Minister", "he", "the two leaders"."""

from aidememoire.knowledge import Knowledge
from aidememoire.model import Mentions, Reference


def find_references(mentions: Mentions, knowledge: Knowledge) -> tuple[Reference, ...]:
    """The references that can be resolved, in order of position; no reference rather than a wrong one."""
    return ()
