"""Particulars: day, place, format, number and people of an occasion, from all that is said of it.

What its own sentences don't say is taken from the report where the report's form says it: news is of the date over the
body and from the place over the body, remarks before a meeting are of the day that they call today.
"""

from datetime import timedelta

from aidememoire.claims.occasions.attendance import is_spokesperson
from aidememoire.claims.occasions.occasion import PAST, Occasion
from aidememoire.claims.occasions.participation import mentions_within, participation
from aidememoire.claims.occasions.sightings import Sighting
from aidememoire.knowledge import Knowledge
from aidememoire.model import (
    ActorKind,
    BlockRole,
    Granularity,
    MeetingKind,
    MeetingState,
    Mentions,
    Participation,
    Span,
    When,
)

LEAD_SENTENCES = 4
"""How many sentences of the body tell the news itself; what stands further down without a time is of no known day."""

LEAD_SENTENCES_OF_A_SIDE = 12
"""The same for a government's account of its own meetings, which tells of little else."""

MOST_DAYS = 7
"""How long a meeting may last whose first and last day are named; more is a time within which it is held."""

DAYS_OF_NEWS = 4
"""How long before the report a meeting may lie and still be its news: Friday's, in a report of Monday."""

Spans = dict[str, tuple[Span, ...]]


def date_of(occasion: Occasion, mentions: Mentions, spans: Spans, inferred: dict[str, str]) -> When | None:
    """Its days: those that a sighting names, else those that the report gives its news."""
    for sighting in sorted(occasion.ranked(), key=_width):
        if sighting.time is not None and sighting.time.when is not None:
            spans["date"] = (sighting.time.span,)
            whole = _whole_days(occasion, sighting.time.when)
            if whole is not None:
                spans["date"] = (whole[1],)
                return whole[0]
            return sighting.time.when
    on = mentions.on
    if on is not None and occasion.state is MeetingState.ONGOING and any(one.is_now for one in occasion.sightings):
        inferred["date"] = "the day of the report, which says that it is going on"
        return When.day(on)
    today = _today(occasion, mentions)
    if today is not None:
        inferred["date"] = "the day of which the report speaks as today"
        return today
    if mentions.dateline is None or mentions.dateline.date is None or not is_the_news(occasion, mentions):
        return None
    inferred["date"] = "the date over the body: it is reported as news"
    return mentions.dateline.date


def _whole_days(occasion: Occasion, day: When) -> tuple[When, Span] | None:
    """The few days, named as such, of which a day told of elsewhere is one ("on Friday and Saturday")."""
    for sighting in occasion.ranked():
        when = sighting.time.when if sighting.time else None
        if when is None or sighting.time is None or when.granularity is not Granularity.INTERVAL:
            continue
        if 0 < (when.last - when.first).days < MOST_DAYS and when.first <= day.first and day.last <= when.last:
            return when, sighting.time.span
    return None


def _today(occasion: Occasion, mentions: Mentions) -> When | None:
    """The day of remarks made before a meeting, or of an account whose headline names it, where they speak of today."""
    is_before = any(sighting.is_title and sighting.state is MeetingState.ONGOING for sighting in occasion.sightings)
    is_headline = mentions.report.side is not None and all(sighting.is_title for sighting in occasion.sightings)
    if not is_before and not (is_headline and occasion.state is MeetingState.HELD):
        return None
    lead = _lead(mentions) if is_headline and not is_before else None
    for time in mentions.times:
        if mentions.words(time.span).lower() == "today" and (
            lead is None or any(one.contains(time.span) for one in lead)
        ):
            return time.when
    return None


def _lead(mentions: Mentions) -> list[Span]:
    """The first sentences of the body."""
    body = [one.span for one in mentions.sentences if mentions.report.blocks[one.block].role is BlockRole.BODY]
    return body[:LEAD_SENTENCES]


def _width(sighting: Sighting) -> int:
    """How many days the sighting leaves open."""
    when = sighting.time.when if sighting.time else None
    return (when.last - when.first).days if when else 0


def _is_near(when: When, news: When) -> bool:
    """Whether a day lies in the days before the report: what was held last summer is not its news."""
    return when.last >= news.first - timedelta(days=DAYS_OF_NEWS) and when.first <= news.last


def is_the_news(occasion: Occasion, mentions: Mentions) -> bool:
    """Whether it is what the report is about: held or under way, told of at its beginning, not as something earlier."""
    if occasion.state not in PAST or any(sighting.previous for sighting in occasion.sightings):
        return False
    if all(sighting.is_earlier for sighting in occasion.sightings):
        return False
    is_bare = all(_is_bare_noun(one) for one in occasion.sightings)
    is_of_a_visit = occasion.kind is MeetingKind.VISIT and not any(one.is_setting for one in occasion.sightings)
    if mentions.report.side is not None and is_bare and (is_of_a_visit or not occasion.actors):
        return False  # what those who met spoke of: "discussed the results of the summit"
    dateline = mentions.dateline.date if mentions.dateline else None
    if occasion.when and dateline and not _is_near(occasion.when, dateline):
        return False
    body = [
        sentence.index
        for sentence in mentions.sentences
        if mentions.report.blocks[sentence.block].role is BlockRole.BODY
    ]
    lead = set(body[: LEAD_SENTENCES if mentions.report.side is None else LEAD_SENTENCES_OF_A_SIDE])
    return any(sighting.is_title or sighting.sentence.index in lead for sighting in occasion.sightings)


def _is_bare_noun(sighting: Sighting) -> bool:
    return sighting.trigger.shape in {"occasion", "visit"} and not sighting.is_title


def place_of(occasion: Occasion, mentions: Mentions, spans: Spans, inferred: dict[str, str]) -> str | None:
    """Its place in the words of a sighting, a city before its country; else that over the body of the news."""
    places = [sighting for sighting in occasion.ranked() if sighting.place is not None]
    places.sort(key=lambda sighting: sighting.kind is not occasion.kind)
    dateline = mentions.dateline
    if places:
        best = next((one for one in places if _is_finer(one, places[0], mentions)), places[0])
        assert best.place is not None
        if dateline is None or not _is_visit_to_dateline(occasion, best, mentions):
            spans["place"] = (best.place,)
            return mentions.words(best.place)
        inferred["place"] = "the place over the body, in the country of the visit that it is news of"
        return dateline.place
    if dateline is None or dateline.place is None or occasion.kind is MeetingKind.CALL:
        return None
    if not _is_from_there(occasion, mentions) and not any(sighting.is_here for sighting in occasion.sightings):
        return None
    inferred["place"] = "the place over the body: it is reported as news from there"
    return dateline.place


def _is_country(sighting: Sighting, mentions: Mentions) -> bool:
    """Whether its place is a whole country, in the words that name the party."""
    span = sighting.place
    return span is not None and any(one.code == sighting.country for one in mentions_within(mentions.parties, span))


def _is_finer(sighting: Sighting, best: Sighting, mentions: Mentions) -> bool:
    """Whether it names the city where the best one names but the country ("in Peru", "in Lima")."""
    is_same_country = sighting.country is not None and sighting.country == best.country
    is_same_country = is_same_country and not sighting.is_title
    return is_same_country and _is_country(best, mentions) and not _is_country(sighting, mentions)


def _is_visit_to_dateline(occasion: Occasion, best: Sighting, mentions: Mentions) -> bool:
    """Whether the report comes from a city of the country that somebody is said to visit, as its news."""
    span = dict(mentions.dateline.spans).get("place") if mentions.dateline else None
    if span is None or occasion.kind is not MeetingKind.VISIT or not _is_country(best, mentions):
        return False
    cities = mentions_within(mentions.places, span)
    return bool(cities) and cities[0].country == best.country and is_the_news(occasion, mentions)


def _is_from_there(occasion: Occasion, mentions: Mentions) -> bool:
    """Whether the news is of what happened where the report comes from.

    A government's account of its own meetings comes from there. The press reports from its bureau: there only what
    goes on, or who met that day.
    """
    if not is_the_news(occasion, mentions):
        return False
    if mentions.report.side is not None or occasion.state is MeetingState.ONGOING:
        return True
    day = mentions.dateline.date if mentions.dateline else None
    return any(
        sighting.kind is MeetingKind.MEETING
        and (sighting.time is None or sighting.time.when is None or (day is not None and sighting.time.when.meets(day)))
        for sighting in occasion.sightings
    )


def format_of(occasion: Occasion, mentions: Mentions, spans: Spans) -> str | None:
    """The standing format named with it."""
    for sighting in occasion.ranked():
        if sighting.format is not None:
            spans["format"] = (sighting.format,)
            named = next((one.name for one in mentions.dialogues if one.span == sighting.format), None)
            return named or mentions.words(sighting.format)
    return None


def body_of(
    occasion: Occasion,
    codes: dict[str, Span | None],
    mentions: Mentions,
    knowledge: Knowledge,
    spans: Spans,
    of_leaders: bool,
) -> str | None:
    """The grouping whose meeting it is, or the organisation whose summit: the format goes by its name."""
    is_summit = occasion.kind is MeetingKind.SUMMIT or of_leaders
    for code, span in codes.items():
        party = knowledge.parties.get(code)
        if span is None or party is None:
            continue
        if str(party.kind) == "grouping" or (is_summit and str(party.kind) == "organisation"):
            found = next((one.span for one in mentions.parties if one.code == code and span.contains(one.span)), None)
            if found is not None:
                spans["format"] = (found,)
                return mentions.words(found)
    return None


def ordinal_of(occasion: Occasion, spans: Spans) -> int | None:
    """The number that the text gives it."""
    for sighting in occasion.ranked():
        if sighting.ordinal is not None and sighting.ordinal_span is not None:
            spans["ordinal"] = (sighting.ordinal_span,)
            return sighting.ordinal
    return None


def participants_of(
    occasion: Occasion, codes: dict[str, Span | None], mentions: Mentions, spans: Spans
) -> tuple[Participation, ...]:
    """The persons of its sides who take part."""
    people = [
        mentions.actors[index]
        for index in occasion.actors
        if mentions.actors[index].kind is ActorKind.PERSON
        and (mentions.actors[index].party is None or mentions.actors[index].party in codes)
        and not is_spokesperson(mentions.actors[index])
    ]
    if people:
        spans["participants"] = tuple(actor.first for actor in people)
    return tuple(participation(actor) for actor in people)
