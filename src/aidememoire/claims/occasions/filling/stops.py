"""Stops: the paragraphs of a journey's announcement that each tell of one country, with its town and its days.

"In Lima on June 4, the minister will …" opens what is done in Lima, up to the next such opening. The days and the town
belong to the visit to that country, and to what is told there without a day or place of its own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from aidememoire.claims.clauses import PAIR
from aidememoire.claims.occasions.joining.occasion import Occasion
from aidememoire.claims.occasions.parties.participation import mentions_between
from aidememoire.claims.occasions.parties.turns import is_asked, turn_at
from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.model import (
    BY_NAME,
    TOOK_PLACE,
    BlockRole,
    Granularity,
    MeetingKind,
    Mentions,
    Span,
    TimeMention,
    When,
)

OPENING = re.compile(
    r"(?:(?:Also|Later|Then|Finally|Earlier|First|Next|And|While),? )?"
    r"(?:(?:Up)?on arriv(?:al|ing) in |During (?:his|her|their|the) (?:visit|trip|travel|stop|stay|time) (?:to|in) )?"
    r"(?:[Ii]n |[Aa]t )?(?:(?:neighbou?ring|nearby) )?(?=[A-ZÀ-Þ])"
)
"""The words at a sentence's head before a stop's place: accepts "In ", "Also in ", "During her visit to "."""

JOURNEY_TO = re.compile(
    r"\b(?:(?:travel\w*|fl(?:y|ies|ew|ying)|proceed\w*|continu\w+|go(?:es)?|went|mov\w+|head\w*|depart\w*)"
    r" (?:on )?(?:to|for)|arriv\w+ (?:in|at)|visit\w*) (?=[A-ZÀ-Þ])"
)
"""What leads on to the next stop: accepts "will then travel to ", "will arrive in "; refuses "talks to "."""

FROM = re.compile(r"(?:[Ff]rom |[Aa]fter |[Ff]ollowing )")
"""Before a place that is left: accepts "From Lima, she will"."""

DAYS_NEAR = 48
"""Code points from a place to the end of the days named right behind it: ", Paraguay, from Monday, June 14, to "."""

JOIN = re.compile(r"(?:,? [A-ZÀ-Þ][\w.’' -]{2,30},?)?,?\s?(?:(?:on|from|for|between)\s)?(?:[A-Z][a-z]+day,?\s)?", re.U)
"""Between a stop's place and its days: accepts ", Peru, on ", " from ", " on Monday, "; refuses " to sign the "."""

LONGEST_NAME = 40  # code points of a place's name

AHEAD = re.compile(r"\b(?:will|is to|are to|is due to|plans to)\b")
"""In the sentence that opens a stop still to be made: accepts "In Lima, he will meet"; refuses "In Lima, he met"."""

LONGEST_STAY = 31
"""Days; what is only told to be of a year or a season is not for that a part of the stop under which it is told."""


Spans = dict[str, tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class Stop:
    """One place of a journey, with what the report gives it."""

    country: str
    place: Span  # the words for it
    is_town: bool
    days: When | None
    days_span: Span | None
    begin: int  # code point from which the report tells of it
    end: int


def stops_of(mentions: Mentions) -> tuple[Stop, ...]:
    """The stops that a government's account of a journey opens its sentences with, in order; a heading ends each."""
    if mentions.report.side is None:
        return ()
    body = [one for one in mentions.sentences if mentions.report.blocks[one.block].role is BlockRole.BODY]
    found: list[Stop] = []
    for sentence in body:
        turn = turn_at(mentions, sentence.span.start)
        opened = _opened(sentence.span, mentions) if turn is None or not is_asked(mentions, turn) else None
        if opened is not None:
            found.append(opened)
    ends = [*(one.begin for one in found), len(mentions.report.text)][1:]
    headings = [one.span.start for one in mentions.report.blocks if one.role is BlockRole.HEADING]
    return tuple(
        replace(one, end=min([end, *(start for start in headings if start > one.begin)]))
        for one, end in zip(found, ends, strict=False)
    )


def _opened(sentence: Span, mentions: Mentions) -> Stop | None:
    """The stop that a sentence opens with its place, or leads to."""
    text = mentions.report.text
    if _is_recalled(sentence, mentions):
        return None
    if FROM.match(text, sentence.start) is None:
        head = OPENING.match(text, sentence.start)
        if head is not None and head.end() > sentence.start:
            stop = _at(head.end(), sentence, mentions)
            if stop is not None:
                return stop
    leads = list(JOURNEY_TO.finditer(text, sentence.start, sentence.end))
    return _at(leads[0].end(), sentence, mentions) if len(leads) == 1 else None


def _is_recalled(sentence: Span, mentions: Mentions) -> bool:
    """Whether a sentence names a month or year that is over: an earlier journey, not the one announced."""
    on = mentions.on
    times: list[TimeMention] = mentions_between(mentions.times, sentence.start, sentence.end)
    return on is not None and any(
        time.when is not None and time.when.granularity in {Granularity.MONTH, Granularity.YEAR} and time.when.last < on
        for time in times
    )


def _at(start: int, sentence: Span, mentions: Mentions) -> Stop | None:
    """The stop whose name stands at a code point, unless others are listed with it."""
    named = _place_at(start, mentions)
    if named is None:
        return None
    place, country, is_town = named
    behind = mentions.report.text[place.end : place.end + LONGEST_NAME]
    end = place.end
    same = _place_at(place.end + 2, mentions) if behind.startswith((", ", "; ")) else None
    if same is not None:
        if same[1] != country:
            return None  # a list of stops
        end = same[0].end
    listed = re.match(r"(?:,|;)?\s(?:and|then|;)\s(?:then\s)?(?:on\sto\s)?", mentions.report.text[end : end + 16])
    if listed is not None and _place_at(end + listed.end(), mentions) is not None:
        return None
    days = _days_behind(end, sentence, mentions)
    when, span = (days.when, days.span) if days is not None else (None, None)
    return Stop(country, place, is_town, when, span, sentence.start, sentence.end)


def _place_at(start: int, mentions: Mentions) -> tuple[Span, str, bool] | None:
    """The words for a place at a code point, its country, and whether it is a town."""
    text = mentions.report.text
    start += len(text[start : start + 4]) - len(text[start : start + 4].removeprefix("the "))
    for place in mentions_between(mentions.places, start, start + LONGEST_NAME)[:1]:
        if place.span.start == start and place.country is not None and place.kind == "city":
            return place.span, place.country, True
    for party in mentions_between(mentions.parties, start, start + LONGEST_NAME)[:1]:
        if party.span.start == start and party.form in BY_NAME:
            return party.span, party.code, False
    return None


def _days_behind(end: int, sentence: Span, mentions: Mentions) -> TimeMention | None:
    """The day or days named right behind a place."""
    times: list[TimeMention] = mentions_between(mentions.times, end, min(end + DAYS_NEAR, sentence.end))
    for time in times[:1]:
        between = mentions.report.text[end : time.span.start]
        is_of_days = time.when is not None and time.when.granularity in {Granularity.DAY, Granularity.INTERVAL}
        if is_of_days and JOIN.fullmatch(between) is not None:
            return time
    return None


def with_stop(
    occasion: Occasion,
    stops: Sequence[Stop],
    mentions: Mentions,
    date: When | None,
    place: str | None,
    spans: Spans,
    inferred: dict[str, str],
) -> tuple[When | None, str | None]:
    """Its days and place, those of its stop where it has none of its own, or only the whole journey's or country's."""
    if occasion.kind is MeetingKind.CALL or mentions.report.side not in occasion.codes:
        return date, place
    stops = tuple(_its_stops(occasion, stops, mentions))
    if not stops:
        return date, place
    days = {one.days: one.days_span for one in stops if one.days is not None}
    if len(days) == 1:
        ((when, span),) = days.items()
        if span is not None and (date is None or _is_within(when, date)):
            date = when
            spans["date"] = (span,)
            inferred.pop("date", None)
    towns = {mentions.words(one.place): one.place for one in stops if one.is_town}
    if len(towns) == 1 and (place is None or _is_its_country(place, occasion, mentions)):
        ((place, town),) = towns.items()
        spans["place"] = (town,)
        inferred.pop("place", None)
    elif place is None and len({one.place for one in stops}) == 1:
        place = mentions.words(stops[0].place)
        spans["place"] = (stops[0].place,)
    return date, place


def _its_stops(occasion: Occasion, stops: Sequence[Stop], mentions: Mentions) -> Iterator[Stop]:
    """The stops at which it is: of a visit those in the country visited, of a meeting the one it is told under."""
    hosts = occasion.codes - {mentions.report.side}
    for stop in stops:
        if occasion.state in TOOK_PLACE and _is_to_be_made(stop, mentions):
            continue  # a summit of last spring, recalled among what the journey is for
        told = [one for one in occasion.sightings if _is_told_under(one, stop)]
        is_visit = occasion.kind is MeetingKind.VISIT
        if is_visit and stop.country in hosts and (told or _are_the_travellers(occasion, stop, mentions)):
            yield stop
        if (
            not is_visit
            and told
            and (stop.country in hosts or any(_is_done_there(one, stop, mentions) for one in told))
        ):
            yield stop


def _is_told_under(sighting: Sighting, stop: Stop) -> bool:
    """Whether it stands in the paragraphs of a stop, and no word sets it on other days or calls it an earlier one."""
    if not stop.begin <= sighting.span.start < stop.end or sighting.previous or sighting.is_next:
        return False
    when = sighting.time.when if sighting.time is not None else None
    if when is not None and (when.last - when.first).days > LONGEST_STAY:
        return False
    return when is None or stop.days is None or when.meets(stop.days)


def _is_to_be_made(stop: Stop, mentions: Mentions) -> bool:
    """Whether the words that open a stop tell of it as ahead."""
    sentence = next((one.span for one in mentions.sentences if one.span.start == stop.begin), None)
    return sentence is not None and AHEAD.search(mentions.words(sentence)) is not None


def _are_the_travellers(occasion: Occasion, stop: Stop, mentions: Mentions) -> bool:
    """Whether nobody else of the report's own side is named there ("in Oslo she will meet", not the president)."""
    side = mentions.report.side
    own = {index for index in occasion.actors if mentions.actors[index].party == side}
    there = {
        person.actor
        for person in mentions_between(mentions.persons, stop.begin, stop.end)
        if mentions.actors[person.actor].party == side
    }
    return not own or not there or bool(own & there)


def _is_done_there(sighting: Sighting, stop: Stop, mentions: Mentions) -> bool:
    """Whether two people meet by a verb in the paragraph of a stop in a third country, on no other day."""
    if sighting.trigger.shape != "encounter" or sighting.time is not None or len(sighting.actors) < PAIR:
        return False
    return "\n" not in mentions.report.text[stop.begin : sighting.span.start].strip()


def _is_within(when: When, date: When) -> bool:
    """Whether days are but a part of others."""
    return date.first <= when.first and when.last <= date.last and when != date


def _is_its_country(place: str, occasion: Occasion, mentions: Mentions) -> bool:
    """Whether a place is but the country visited."""
    hosts = occasion.codes - {mentions.report.side}
    return any(
        one.code in hosts and one.form in BY_NAME and place in mentions.words(one.span) for one in mentions.parties
    )
