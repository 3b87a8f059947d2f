"""Trip days: when the journey is, or one stop of it, that a government's account is of."""

import re
from collections.abc import Iterator

from aidememoire.claims.occasions.filling.news import lead
from aidememoire.claims.occasions.joining.occasion import Occasion
from aidememoire.claims.occasions.parties.participation import mentions_within
from aidememoire.model import TOOK_PLACE, BlockRole, Granularity, MeetingKind, MeetingState, Mentions, Span, When

THIS_WEEK = re.compile(r"(?:(?:earlier|later) )?this week", re.IGNORECASE)
TRIP = re.compile(r"\b(?:travel|trip|visit|tour)s?\b", re.IGNORECASE)
TRAVELLING = re.compile(
    r"\b(?:travel\w*|trip|visit\w*|tour|accompany"
    r"|lead\w* an? (?:[\w-]+ ){0,3}?delegation|led an? (?:[\w-]+ ){0,3}?delegation)\b",
    re.I,
)
LONGEST_TRIP = 31  # days
TRIP_SENTENCES = 4
"""The first sentences of an account of a journey give its days."""

OF_RETURN = re.compile(
    r"\breturn(?:s|ed|ing)?\b(?: home| back)?(?: from (?:[\w’.'-]+,? ){1,9}?)?\s?(?:late |early )?(?:on )?$",
    re.IGNORECASE,
)
"""Before the day on which a journey was over: accepts "returned on ", "returned from Chile on "; refuses "left on "."""


def days_of_trip(occasion: Occasion, mentions: Mentions) -> When | None:
    """The days of the one journey that a government's account is of, for what befell on it."""
    side, on = mentions.report.side, mentions.on
    if side is None or on is None or side not in occasion.codes or occasion.kind is MeetingKind.SUMMIT:
        return None
    is_of_title = occasion.kind is not MeetingKind.VISIT and any(one.is_title for one in occasion.sightings)
    if is_of_title or any(one.previous or one.is_next or one.is_earlier for one in occasion.sightings):
        return None
    trip = _trip(mentions)
    if trip is None:
        return None
    is_then = trip.first <= on if occasion.state in TOOK_PLACE else trip.last >= on
    if not is_then or occasion.state not in TOOK_PLACE | {MeetingState.PLANNED}:
        return None
    return _days_of_stop(occasion, mentions, trip) or trip


def _days_of_stop(occasion: Occasion, mentions: Mentions, trip: When) -> When | None:
    """The days of a journey that the account gives the stop where it befell ("on June 17 she will visit Tbilisi")."""
    hosts = occasion.codes - {mentions.report.side}
    found: set[When] = set()
    for sentence in mentions.sentences:
        span = sentence.span
        if not any(place.country in hosts for place in mentions_within(mentions.places, span)):
            continue
        if {place.country for place in mentions_within(mentions.places, span)} - hosts:
            continue  # of several stops
        found |= {day for day in _days_in([span], mentions) if trip.first <= day.first and day.last <= trip.last}
    return next(iter(found)) if len(found) == 1 else None


def _trip(mentions: Mentions) -> When | None:
    """The days that the first sentences give a journey, where the title or a stretch of days says that it is one."""
    days = set(_days_in(lead(mentions)[:TRIP_SENTENCES], mentions))
    trip = next(iter(days)) if len(days) == 1 else None
    titles = [one for one in mentions.sentences if mentions.report.blocks[one.block].role is BlockRole.TITLE]
    is_of_a_trip = any(TRIP.search(mentions.words(one.span)) is not None for one in titles)
    return trip if trip is not None and (is_of_a_trip or trip.first < trip.last) else None


def _days_in(sentences: list[Span], mentions: Mentions) -> Iterator[When]:
    """The stretches of days named in sentences that tell of a journey."""
    for sentence in sentences:
        if TRAVELLING.search(mentions.words(sentence)) is None:
            continue
        for time in mentions_within(mentions.times, sentence):
            is_of_days = time.when is not None and time.when.granularity in {Granularity.INTERVAL, Granularity.DAY}
            if OF_RETURN.search(mentions.report.text[sentence.start : time.span.start]) is not None:
                continue
            is_of_days = is_of_days or THIS_WEEK.fullmatch(mentions.words(time.span)) is not None
            if time.when is not None and is_of_days and (time.when.last - time.when.first).days <= LONGEST_TRIP:
                yield time.when
