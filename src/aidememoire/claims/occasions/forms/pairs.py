"""Pairs: talks of which no word says whose they are, in a report that is about two states and no others.

"CHILE WARNS PERU – … two days of hurried talks that ended in Lima on Friday": theirs. Only where the headline names
just two states, the talks have a day and a place where no body sits, and the report tells of no meeting of two sides
beside.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from aidememoire.claims.occasions.parties.participation import mentions_within
from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.parties import STATE_KINDS
from aidememoire.knowledge.seats import is_for_bodies
from aidememoire.model import BlockRole, MeetingKind, Mentions, PartyMention, Span

OF_OTHERS = re.compile(
    r"\b(?:peace|coalition|budget|wage|pay|party|merger|takeover|debt|bank|banking|internal|indirect|proximity|"
    r"multilateral|world|global|group|creditor|multi-party|constitutional|national)\W+(?:[\w-]+\W+)?$",
    re.IGNORECASE,
)
"""Before talks that are others' or at home: accepts "peace ", "debt "; refuses "emergency ", "trade "."""

REACH = 40

LONGEST = 14
"""Days: talks of a fortnight are a round; what took a year is a process."""

WHY = "the two states that the report is about, for talks of no named sides"


def with_pairs(
    found: Sequence[tuple["Sighting", str | None]], mentions: Mentions, knowledge: Knowledge
) -> Iterator[tuple["Sighting", str | None]]:
    """The sightings, talks of no named sides with the two states that the report is about."""
    is_told = any(why is None and len(one.codes) >= 2 and one.kind is not MeetingKind.CALL for one, why in found)
    for sighting, why in found:
        if why is None and not is_told and _are_whose(sighting, mentions):
            pair = _pair(mentions, knowledge)
            if pair is not None:
                sighting = replace(
                    sighting,
                    parties=tuple((code, None) for code in pair),
                    inferred=(*sighting.inferred, ("parties", WHY)),
                )
        yield sighting, why


def _are_whose(sighting: "Sighting", mentions: Mentions) -> bool:
    if sighting.trigger.name != "talks" or sighting.codes or sighting.is_title or sighting.is_vague:
        return False
    if sighting.time is None or sighting.time.when is None or sighting.place is None or sighting.is_international:
        return False
    when = sighting.time.when
    if (when.last - when.first).days > LONGEST or is_for_bodies(mentions.words(sighting.place)):
        return False
    before = mentions.report.text[max(sighting.sentence.span.start, sighting.span.start - REACH) : sighting.span.start]
    return OF_OTHERS.search(before) is None


def _pair(mentions: Mentions, knowledge: Knowledge) -> tuple[str, str] | None:
    """The two states that the headline names, if just two and no body."""
    titles = [one.span for one in mentions.sentences if mentions.report.blocks[one.block].role is BlockRole.TITLE]
    states = _states(titles, mentions, knowledge)
    if states is None or len(states) != 2:
        return None
    first, second = sorted(states)
    return first, second


def _states(spans: Sequence[Span], mentions: Mentions, knowledge: Knowledge) -> set[str] | None:
    """The states named in stretches of the report; None where a body of states is named with them."""
    named: list[PartyMention] = [party for span in spans for party in mentions_within(mentions.parties, span)]
    kinds = {party.code: known for party in named if (known := knowledge.parties.get(party.code)) is not None}
    if any(str(known.kind) not in STATE_KINDS for known in kinds.values()):
        return None
    return set(kinds)
