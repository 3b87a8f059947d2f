"""Of what kind a meeting was, and at what level: by its words, the offices of those who met, and its format."""

import re

from aidememoire.claims.occasions.filling.named_formats import CALLED
from aidememoire.claims.occasions.joining.occasion import CONSULTATION, Occasion
from aidememoire.claims.occasions.parties.participation import is_organisation
from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.bodies import Trait, bodies_with
from aidememoire.model import MeetingKind, Mentions, Span

LEADERS_OF_A_SUMMIT = 3
"""From how many sides on a meeting of leaders is a summit: those of two states just meet."""

LEADERS = frozenset({"head of state", "head of government", "head of organisation"})

SUMMIT = re.compile(r"\bsummit\b", re.IGNORECASE)

OF_THREE = re.compile(
    r"\b(?:tri|quadri)lateral (?:meeting|talks|discussions?)|\btripartite\b|\bthree-way\b", re.IGNORECASE
)
"""Accepts "the trilateral meeting with", "a tripartite meeting"; refuses "trilateral cooperation"."""

_HEADS = r"(?:leaders|heads of (?:state|government)|presidents)"
HEADS = re.compile(rf"\b{_HEADS}\b(?!.*\bstatement)", re.IGNORECASE)
"""In a format's name: accepts "Lake States Leaders’ Meeting", "Council of Heads of State"."""

OF_OTHERS = re.compile(
    r"\b(?:ministers?|ministerial|secretaries|officials|deputy|deputies|spouses|envoys)\b", re.IGNORECASE
)
"""Those who meet below the leaders."""

HEADS_OF = re.compile(rf"\b{_HEADS} of (?:the )?$", re.IGNORECASE)
"""Before a body's name: accepts "meeting with the leaders of the ", "heads of government of the "."""

ITS_HEADS = re.compile(rf"(?:the )?{_HEADS} of ", re.IGNORECASE)
"""Where the words that name a body are those for its leaders: "the leaders of the Lake States"."""

HEADS_REACH = 30
"""Code points before a body's name in which its leaders are named."""


def kind_of(
    occasion: Occasion, codes: dict[str, Span | None], name: str | None, mentions: Mentions, knowledge: Knowledge
) -> MeetingKind:
    """The kind as its sightings tell it, put right by who met, its name and the title."""
    kind = occasion.kind
    if kind is MeetingKind.CALL and name and occasion.ranked()[0].trigger.name not in CALLED:
        is_summit = any(SUMMIT.search(mentions.words(one.span)) for one in occasion.sightings)
        kind = MeetingKind.SUMMIT if is_summit or SUMMIT.search(name) else MeetingKind.MEETING  # if on a screen
    if kind is MeetingKind.MEETING and len(codes) >= LEADERS_OF_A_SUMMIT and level_of(occasion, mentions) == "leaders":
        leaders = {mentions.actors[index].party for index in occasion.actors if mentions.actors[index].role in LEADERS}
        is_of_all = _is_of_three(occasion, mentions) and len(leaders) >= LEADERS_OF_A_SUMMIT - 1
        if len(leaders) >= LEADERS_OF_A_SUMMIT or is_of_all or _are_leaders_in_words(occasion, mentions):
            return MeetingKind.SUMMIT
    if kind is MeetingKind.MEETING and is_of_leaders(codes, mentions, knowledge):
        return MeetingKind.SUMMIT
    if kind is MeetingKind.MEETING and name and _is_leaders_format(occasion, name, mentions):
        return MeetingKind.SUMMIT
    kind = _kind_in_title(occasion, mentions) or kind
    formats = " ".join([name or "", *(mentions.words(one.format) for one in occasion.sightings if one.format)])
    if kind is MeetingKind.MEETING and CONSULTATION.search(formats):
        return MeetingKind.TALKS
    return kind


def _is_of_three(occasion: Occasion, mentions: Mentions) -> bool:
    """Whether it is called one of three or four sides, of whose leaders the speaker's own may go unnamed."""
    return any(OF_THREE.search(mentions.words(one.sentence.span)) for one in occasion.sightings if not one.is_vague)


def _is_leaders_format(occasion: Occasion, name: str, mentions: Mentions) -> bool:
    """Whether the format is one of leaders by its name, and this is no meeting of its ministers."""
    if OF_OTHERS.search(name) or OF_OTHERS.search(mentions.words(occasion.ranked()[0].sentence.span)):
        return False
    return HEADS.search(name) is not None


def _kind_in_title(occasion: Occasion, mentions: Mentions) -> MeetingKind | None:
    """A meeting or talks, as a government's headline calls it; its body uses both words for the same occasion."""
    if mentions.report.side is None or occasion.kind not in {MeetingKind.MEETING, MeetingKind.TALKS}:
        return None
    if any(one.format is not None for one in occasion.sightings):
        return None
    kinds = {one.kind for one in occasion.sightings if one.is_title}
    only = next(iter(kinds)) if len(kinds) == 1 else None
    return only if only in {MeetingKind.MEETING, MeetingKind.TALKS} else None


def _are_leaders_in_words(occasion: Occasion, mentions: Mentions) -> bool:
    """Whether the sides are named by their leaders' offices ("the presidents of A, B and C met")."""
    named = [span for sighting in occasion.sightings for _, span in sighting.parties if span is not None]
    return any(
        office.is_plural and office.role in LEADERS and any(span.contains(office.span) for span in named)
        for office in mentions.offices
    )


def is_of_leaders(codes: dict[str, Span | None], mentions: Mentions, knowledge: Knowledge) -> bool:
    """Whether the leaders of a body of states met, whatever the meeting is called ("met with G7 leaders")."""
    bodies = [
        span
        for code, span in codes.items()
        if span is not None and is_organisation(knowledge, code) and code not in bodies_with(Trait.NO_LEADERS)
    ]
    for span in bodies:
        before = mentions.report.text[max(0, span.start - HEADS_REACH) : span.start]
        if HEADS_OF.search(before) is not None or ITS_HEADS.match(mentions.words(span)) is not None:
            return True
        words = mentions.report.text[span.start : span.end + 24].lower()
        if re.match(rf"[\w .-]{{2,40}}?['’s]*\W*\b{_HEADS}\b", words):
            return True
    return False


def level_of(occasion: Occasion, mentions: Mentions) -> str:
    """The level (leaders, ministers, officials) by the offices of those who met, else by the words; or "unknown"."""
    roles = {mentions.actors[index].role for index in occasion.actors}
    offices = " ".join(mentions.actors[index].office or "" for index in occasion.actors)
    if roles & LEADERS:
        return "leaders"
    if any(role and "minister" in role for role in roles) or "secretary of state" in offices:
        return "ministers"
    if offices.strip():
        return "officials"
    words = " ".join(mentions.words(sighting.sentence.span) for sighting in occasion.sightings).lower()
    if "leaders" in words or "presidents" in words or "heads of state" in words:
        return "leaders"
    if "ministers" in words:
        return "ministers"
    return "unknown"


def level_of_format(occasion: Occasion, knowledge: Knowledge, inferred: dict[str, str]) -> str:
    """The level at which the format that the report names meets, as the tables know it, or "unknown"; told in
    ``inferred``."""
    for sighting in occasion.ranked():
        known = knowledge.dialogues.get(sighting.format_key) if sighting.format_key else None
        if known is not None and known.level:
            inferred["level"] = "the level at which the format meets"
            return known.level
    return "unknown"
