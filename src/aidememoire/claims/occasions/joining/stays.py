"""Stays: a visit or an arrival that is told of only as where two met, which the report's meeting of the two is part of.

"During his visit to Peru the minister had a meeting with President Moe" tells of one occasion; "arrived in Lima on a
three-day visit … met President Moe on Tuesday" of two.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from aidememoire.claims.occasions.joining.occasion import Occasion
from aidememoire.claims.occasions.parties.participation import place_over_body
from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.model import TOOK_PLACE, MeetingKind, MeetingState, Mentions

TALKS = frozenset({MeetingKind.MEETING, MeetingKind.TALKS})
PAIR = 2

AS_SETTING = re.compile(
    r"\b(?:during|in the course of|within|part of|programme (?:of|for)|end of) (?:(?!(?:and|but)\b)[\w’'.-]+ ){0,7}$",
    re.IGNORECASE,
)
"""Before a visit that is but when something was done: accepts "during his ", "the programme of his "; refuses
"spoke of the "."""
SETTING_REACH = 70  # code points

ARRIVING = re.compile(r"(?:arriv|landed)", re.IGNORECASE)
ON_A_VISIT = re.compile(r"[^.;]{0,60}?\bon (?:an?|his|her|their) (?:[\w-]+ ){0,5}(?:visit|trip|tour)\b", re.IGNORECASE)
"""Behind an arrival that begins a visit: accepts " in Lima on a three-day visit"; refuses " in Lima on Monday"."""


def with_stays_joined(occasions: Sequence[Occasion], mentions: Mentions) -> list[Occasion]:
    """The occasions in order, each stay that is but the setting of the two's talks added to them; arrivals fall out."""
    left = list(occasions)
    for stay in occasions:
        if stay.kind is not MeetingKind.VISIT:
            continue
        talks = next((one for one in left if one is not stay and _is_where_they_talked(stay, one, mentions)), None)
        if talks is None:
            continue
        left.remove(stay)
        if not _is_arrival(stay, mentions):
            talks.retell(sorted((*talks.sightings, *stay.sightings), key=lambda one: one.span.start))
        elif all(one.place is None for one in talks.sightings):
            first, *rest = talks.sightings
            there = stay.ranked()[0]
            talks.retell([replace(first, place=there.place, country=there.country), *rest])
    return left


def _is_where_they_talked(stay: Occasion, talks: Occasion, mentions: Mentions) -> bool:
    """Whether a stay is told of as no more than the place and days of talks of the same two."""
    if talks.kind not in TALKS or stay.codes != talks.codes or len(stay.codes) != PAIR:
        return False
    if any(one.is_one_of_several or one.previous for one in (*stay.sightings, *talks.sightings)):
        return False
    if (stay.state in TOOK_PLACE) != (talks.state in TOOK_PLACE) or MeetingState.PROPOSED in {stay.state, talks.state}:
        return False
    if stay.when is not None and talks.when is not None and not stay.when.meets(talks.when):
        return False
    is_arrival = _is_arrival(stay, mentions) and bool(set(stay.actors) & set(talks.actors))
    if not _are_in_one_country(stay, talks, mentions, is_arrival=is_arrival):
        return False
    return (
        is_arrival or all(_is_setting(one, mentions) for one in stay.sightings) or _is_visit_of_report(stay, mentions)
    )


def _are_in_one_country(stay: Occasion, talks: Occasion, mentions: Mentions, *, is_arrival: bool) -> bool:
    """Whether the talks were in the country of the stay: as told, else by the place over the body, else at home."""
    there = {one.country for one in stay.sightings}
    told = {one.country for one in talks.sightings if one.country is not None}
    if told or len(there) != 1:
        return told == there
    beside = {one.sentence.index for one in stay.sightings} & {one.sentence.index for one in talks.sightings}
    over = place_over_body(mentions)
    return is_arrival or bool(beside) or (over[1] if over is not None else mentions.report.side) in there


def _is_setting(sighting: Sighting, mentions: Mentions) -> bool:
    if sighting.trigger.shape != "visit" or sighting.is_title:
        return False
    begin = max(sighting.sentence.span.start, sighting.span.start - SETTING_REACH)
    return AS_SETTING.search(mentions.report.text[begin : sighting.span.start].replace("\n", " ")) is not None


def _is_arrival(stay: Occasion, mentions: Mentions) -> bool:
    """Whether it is told only that somebody named arrived there, and not on a visit."""
    return bool(stay.actors) and all(
        one.trigger.name == "travel"
        and ARRIVING.match(mentions.words(one.span)) is not None
        and ON_A_VISIT.match(mentions.report.text, one.span.end, one.sentence.span.end) is None
        for one in stay.sightings
    )


def _is_visit_of_report(stay: Occasion, mentions: Mentions) -> bool:
    """Whether it is a visit, past and on no day of its own, to the country that the report is from."""
    over = place_over_body(mentions)
    if over is None or stay.state is not MeetingState.HELD or stay.when is not None:
        return False
    return all(one.country == over[1] and one.trigger.shape == "visit" and not one.is_title for one in stay.sightings)
