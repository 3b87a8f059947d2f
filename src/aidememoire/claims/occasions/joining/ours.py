"""Ours: the meetings of which two who speak to each other, or beside each other, say "we met" and "our talks".

"The last time we met was in Lima", in a transcript of the Chilean president and his Peruvian guest: those two. Only
where they say when, where or which one it was: else "our meeting" is the one at which they speak.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from aidememoire.claims.occasions.parties.own_voice import side_of_speaker
from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.model import MeetingKind, MeetingState, Mentions

WHY = "the two who speak to each other, for \u201cwe\u201d and \u201cour\u201d"

SEEN = frozenset({MeetingKind.MEETING, MeetingKind.TALKS, MeetingKind.CALL})

REACH = 60  # code points before the word in which its owner or subject stands

BY_US = re.compile(
    r"\bwe(?:[\u2019'](?:ve|ll|d|re))?\s(?:both\s)?"
    r"(?:(?:have|had|has|will|shall|also|just|recently|last|first|again|already|briefly|actually|both|even|only|then|"
    r"soon|later|were|are|to|able|did|do|once|previously|today|yesterday|earlier|be)\s){0,4}"
    r"(?:(?:hold|held|have|had|hold|conduct(?:ed)?|start(?:ed)?|begun|began|complet(?:ed|e)|conclud(?:ed|e))\s"
    r"(?:(?:an?|the|our|very|more|another|today|first|good|some)\s)*(?:[\w-]+[\s,]+){0,4})?$"
    r"|\bour\s(?:(?!own\b|two\b|teams?\b|side\b)[\w-]+[\s,]+){0,4}$",
    re.IGNORECASE,
)
"""Before the word: accepts "We ", "we have just held very useful ", "our previous "; refuses "We spoke of a "."""

WITH_OTHERS = re.compile(
    r"\s(?:[\w-]+\s){0,2}?(?:with|between|among|of)\s(?!(?:you|each\sother|him|her|Mr\.?\sPresident|the\s"
    r"(?:President|Prime\sMinister|Chancellor))\b)",
)
"""Behind it, others than the two: accepts " with businesspeople"; refuses " with you"."""

LAST_TIME = re.compile(
    r"\b(?:last|previous|first|other|next)\s(?:time|occasion)\s(?:that\s|when\s)?we\s(?:\w+\s){0,2}$", re.I
)
"""Before the word: accepts "The last time we "; refuses "At last we "."""

OTHERS_OWN = re.compile(r"\b(?:companies|business\w*|parliament\w*|citizens|scientists|ministr\w+|teams?)\b", re.I)


def is_another_time(sighting: Sighting, mentions: Mentions) -> bool:
    """Whether it is told of as another meeting of those who speak than that at which they do."""
    begin = max(sighting.sentence.span.start, sighting.span.start - REACH)
    return LAST_TIME.search(mentions.report.text[begin : sighting.span.start]) is not None


def with_those_who_speak(
    sighting: Sighting, mentions: Mentions, speakers: Callable[[], frozenset[str]]
) -> Sighting | None:
    """The sighting with the two who speak as its sides; None where the words tell of none of theirs."""
    if sighting.is_title or sighting.codes or sighting.is_vague or sighting.kind not in SEEN:
        return None
    if sighting.trigger.shape not in {"encounter", "occasion", "joint"} or sighting.trigger.needs_body:
        return None
    if sighting.trigger.name == "gather":
        return None  # "we have gathered": the session at which they speak
    is_one = sighting.time is not None or sighting.place is not None or sighting.ordinal is not None
    if not is_one and not sighting.previous:
        return None
    text, sentence = mentions.report.text, sighting.sentence.span
    before = " ".join(text[max(sentence.start, sighting.span.start - REACH) : sighting.span.start].split()) + " "
    if BY_US.search(before) is None or WITH_OTHERS.match(text, sighting.span.end, sentence.end) is not None:
        return None
    if OTHERS_OWN.search(before) is not None or side_of_speaker(mentions, sighting.span.start) is None:
        return None
    pair = speakers()
    if not pair:
        return None
    parties = tuple((code, None) for code in sorted(pair))
    # of no day: a meeting before the one at which they speak
    previous = sighting.previous or (sighting.time is None and sighting.state is MeetingState.HELD)
    return replace(sighting, parties=parties, previous=previous, inferred=(*sighting.inferred, ("parties", WHY)))
