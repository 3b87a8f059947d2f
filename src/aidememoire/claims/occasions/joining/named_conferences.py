"""Named conferences: a summit or conference called by its whole name, of which no party is named beside it.

"The pledges of the May 2018 Global Glacier Summit": in a government's account its own side is taken to have been there.
"""

import re
from dataclasses import replace

from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.model import MeetingKind, Mentions

AT_A_NAMED_ONE = "a conference with a name of its own, in the account of"

GREAT = frozenset({MeetingKind.SUMMIT, MeetingKind.MEETING})
NAME_REACH = 40
NAME_BEFORE = re.compile(r"(?<![.!?] )(?<![“\"])\b[A-Z][\w’'-]+\s(?:(?:and|on|for|of)\s)?(?:[A-Z][\w’'-]+\s)+$")
"""Before the word: accepts "Global COVID-19 (Summit)"; refuses "the (Summit)", "yesterday’s Lima (Meeting)"."""
NAME_BEHIND = re.compile(r"\s(?:of|for|on)\s(?:the\s)?[A-Z][a-z]+")
"""Behind it: accepts "(Summit) for Democracy", "(Conference) on Disarmament"; refuses "(Summit) of leaders"."""


def has_full_name(sighting: Sighting, mentions: Mentions) -> bool:
    """Whether a great conference is called by its whole name, and when, where or the how-manieth it was is told."""
    if sighting.codes or not sighting.is_named or sighting.is_title or sighting.is_vague or sighting.kind not in GREAT:
        return False
    if sighting.trigger.shape != "occasion" or sighting.trigger.name in {"talks", "conversation"}:
        return False
    if sighting.time is None and sighting.place is None and sighting.ordinal is None:
        return False
    text, sentence = mentions.report.text, sighting.sentence.span
    before = text[max(sentence.start, sighting.span.start - NAME_REACH) : sighting.span.start]
    return NAME_BEFORE.search(before) is not None or NAME_BEHIND.match(text, sighting.span.end) is not None


def of_the_account(sighting: Sighting, side: str) -> Sighting:
    """The sighting with the side whose account the report is."""
    why = ("parties", f"{AT_A_NAMED_ONE} {side}")
    return replace(sighting, parties=((side, None),), inferred=(*sighting.inferred, why))


def is_of_the_account(sighting: Sighting) -> bool:
    """Whether its side was concluded from whose account the report is."""
    return any(why.startswith(AT_A_NAMED_ONE) for _, why in sighting.inferred)
