"""What translators have done to a text: names lost, names made impossible, words mistaken, signs of a machine."""

from aidememoire.knowledge import Knowledge
from aidememoire.model import DoubtfulMention, Mentions


def find_doubtful(mentions: Mentions, knowledge: Knowledge) -> tuple[DoubtfulMention, ...]:
    """The mentions that look mistaken, in order of position; the words themselves stay as they are."""
    return ()
