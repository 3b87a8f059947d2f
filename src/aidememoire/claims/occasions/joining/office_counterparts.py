"""Who met another state's minister where the words give his office and no state of his own.

"The foreign minister met his Kenyan colleague": each state has one foreign minister, so that the other one's is that of
the state that the report is about beside the named one, or of the one that it is from.
"""

import re
from dataclasses import replace

from aidememoire.claims.occasions.forms.duos import Company, has_equal
from aidememoire.claims.occasions.parties.offices import is_not_of
from aidememoire.claims.occasions.parties.participation import mentions_within
from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.knowledge import Knowledge
from aidememoire.model import MeetingKind, Mentions

WHY = "the other one of the two that the report is about, for an office-holder of no named party"

FIRST_PERSON = re.compile(r"\b(?:I|we|We|me|us|my|our|Our|My)\b")
"""Whoever says so met him, and no office-holder named beside it."""

SEEN = frozenset({MeetingKind.MEETING, MeetingKind.TALKS, MeetingKind.CALL})


WITH = re.compile(r"\s(?:[\w-]+\s){0,3}?with\s(?:the\s)?")
"""Between talks and a body: accepts " with the ", " on loans with "; refuses " of the "."""


def is_with_body_alone(sighting: Sighting, mentions: Mentions) -> bool:
    """Whether a body is but the one with which somebody unnamed talks ("it is in talks with the IMF")."""
    spans = [span for _, span in sighting.parties if span is not None]
    if sighting.trigger.shape != "occasion" or len(spans) != 1 or sighting.is_title or sighting.is_named:
        return False
    between = mentions.report.text[sighting.span.end : max(sighting.span.end, spans[0].start)]
    return WITH.fullmatch(between) is not None


def with_counterpart(sighting: Sighting, company: Company, mentions: Mentions) -> Sighting | None:
    """The sighting of one named side with the other; None where no words tell that somebody of another state was there.

    "The minister met the Kenyan president" in a report about Kenya may be at home: only from another country's capital
    is he taken for its own.
    """
    if sighting.is_title or sighting.is_vague or sighting.kind not in SEEN or len(sighting.codes) != 1:
        return None
    if sighting.trigger.shape not in {"encounter", "occasion"} or sighting.trigger.needs_body:
        return None
    (code,) = sighting.codes
    if FIRST_PERSON.search(mentions.words(sighting.sentence.span)) is not None:
        return None
    is_told = has_equal(mentions.words(sighting.sentence.span))
    if not company.knowledge.parties.is_state(code) or not (is_told or _is_with_office_of_none(sighting, mentions)):
        return None
    duo = company.pair_with(code, sighting.sentence.index, is_equal=is_told or _are_equals(sighting, mentions))
    if duo is None:
        return None
    (other,) = set(duo.codes) - {code}
    if not is_told and _is_held_by_others(sighting, other, mentions, company.knowledge):
        return None
    own = dict(sighting.parties)
    parties = tuple((one, own.get(one)) for one in duo.codes)
    return replace(sighting, parties=parties, inferred=(*sighting.inferred, ("parties", f"{WHY}: {duo.why}")))


def _is_held_by_others(sighting: Sighting, other: str, mentions: Mentions, knowledge: Knowledge) -> bool:
    """Whether he who would be of the other state bears an office that somebody else held there."""
    persons = [mentions.actors[one.actor] for one in mentions_within(mentions.persons, sighting.sentence.span)]
    unknown = [one for one in persons if one.party is None and one.role is not None]
    return bool(unknown) and all(is_not_of(one, other, mentions, knowledge) for one in unknown)


def _are_equals(sighting: Sighting, mentions: Mentions) -> bool:
    """Whether those who meet hold one office ("Foreign Minister X … Peru's Foreign Minister")."""
    roles = [one.role for one in mentions_within(mentions.offices, sighting.sentence.span) if one.role is not None]
    return len(roles) != len(set(roles))


def _is_with_office_of_none(sighting: Sighting, mentions: Mentions) -> bool:
    """Whether somebody in office is named in the sentence of whom no words say whose he is."""
    span = sighting.sentence.span
    persons = [mentions.actors[one.actor] for one in mentions_within(mentions.persons, span)]
    if any(one.party is None and one.role is not None for one in persons):
        return True
    known = {one.party for one in persons}
    offices = [one for one in mentions_within(mentions.offices, span) if one.modifier != "former"]
    return any(one.party is None and one.role is not None and not one.is_plural for one in offices) and known <= {
        *sighting.codes,
        None,
    }
