"""Which persons took part in an occasion, and for which side."""

import re
from dataclasses import replace

from aidememoire.claims.clauses import PAIR
from aidememoire.claims.occasions.filling.attendance import is_spokesperson
from aidememoire.claims.occasions.filling.dating import Spans
from aidememoire.claims.occasions.joining.occasion import Occasion
from aidememoire.claims.occasions.parties.offices import is_not_of
from aidememoire.claims.occasions.parties.participation import participation
from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.relations import is_of_kin
from aidememoire.model import Actor, ActorKind, MeetingKind, Mentions, Participation, Span


def participants_of(
    occasion: Occasion,
    codes: dict[str, Span | None],
    mentions: Mentions,
    spans: Spans,
    inferred: dict[str, str],
    knowledge: Knowledge,
) -> tuple[Participation, ...]:
    """The persons of its sides who take part."""
    people = [
        mentions.actors[index]
        for index in occasion.actors
        if mentions.actors[index].kind is ActorKind.PERSON
        and (mentions.actors[index].party is None or mentions.actors[index].party in codes)
        and not is_spokesperson(mentions.actors[index])
    ]
    is_session = all(one.trigger.needs_body for one in occasion.sightings)
    if (
        occasion.kind is MeetingKind.SUMMIT or is_session
    ):  # "spoke of the summit in Lima" does not say that he was there
        people = [one for one in people if one.party is None or codes[one.party] is not None]
    people = [one for one in people if not any(_is_short_for(one, other) for other in people)]
    if people:
        spans["participants"] = tuple(actor.first for actor in people)
    taking_part = [participation(actor) for actor in people]
    unknown = [index for index, one in enumerate(taking_part) if one.party is None]
    is_told = len(unknown) == 1 and len(taking_part) <= PAIR  # in a longer list he may be of any side
    is_told = is_told and not (len(people) > 1 and _is_in_a_list(people[unknown[0]], mentions))
    is_told = is_told and not is_of_kin(mentions.report.text, people[unknown[0]].first.start)  # "and her husband, Dr X"
    left = _side_left({one.party for one in taking_part}, codes, occasion, knowledge) if is_told else None
    if left is not None and is_not_of(people[unknown[0]], left, mentions, knowledge):
        left = None
    if left is not None:
        inferred["participants"] = f"of {left}: it takes part, and nobody else is named for it"
        taking_part[unknown[0]] = replace(taking_part[unknown[0]], party=left)
    return tuple(taking_part)


LIST_OF_THOSE_THERE = re.compile(
    r"\b(?:attended|led|headed|represented|accompanied|joined) by\b"
    r"|\b(?:delegations?|sides?|teams?)\b[^.;]*\b(?:comprised|consisted|included)\b",
    re.IGNORECASE,
)
"""Before names of those there, who may all be of one side: accepts "the delegation included"; refuses "met with"."""


def _is_in_a_list(actor: Actor, mentions: Mentions) -> bool:
    """Whether somebody is named in a list of those who were there, beside others of what may be his own side."""
    sentence = next(one for one in mentions.sentences if one.span.contains(actor.first))
    words = mentions.report.text[sentence.span.start : actor.first.start]
    return LIST_OF_THOSE_THERE.search(words) is not None


def _side_left(
    stood_for: set[str | None], codes: dict[str, Span | None], occasion: Occasion, knowledge: Knowledge
) -> str | None:
    """The one side for which nobody of known party is named; the body in whose session all sit is no such side."""
    left = [code for code in codes if code not in stood_for]
    if len(codes) < 2:
        return None
    if len(left) > 1 and all(one.trigger.needs_body for one in occasion.sightings):
        left = [code for code in left if knowledge.parties.is_state(code)]
    is_movement = len(left) == 1 and knowledge.parties.is_movement(left[0])
    return left[0] if len(left) == 1 and not is_movement else None


def _is_short_for(actor: Actor, other: Actor) -> bool:
    """Whether a name is part of another's of the same side ("Mori" beside "Mori Takeo", "Le Drian")."""
    name, full = actor.name.split(), other.name.split()
    is_part = 0 < len(name) < len(full) and set(name) <= set(full)
    is_same_office = actor.office is None or other.office is None or actor.office == other.office
    return is_part and is_same_office and actor.party in {None, other.party}
