"""Today: the day that a report calls so, as the day of an occasion of which it names no other."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from aidememoire.claims.clauses import PAIR
from aidememoire.claims.occasions.filling.news import lead
from aidememoire.claims.occasions.joining.occasion import ROUNDS, Occasion
from aidememoire.claims.occasions.parties.participation import mentions_between, mentions_within
from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.knowledge import Knowledge
from aidememoire.model import Granularity, MeetingState, Mentions, TimeMention, When

LATELY = 7
"""Days back from the report to one that its first sentence names: accepts "yesterday"; refuses "last month"."""

FIRST_HOUR = 9
"""In the city: what was held "today" is not of a day that has hardly begun there."""

TODAY_IN = re.compile(r"^(?:today,? in [A-Z].*|.*[\w.] today)$", re.IGNORECASE)
"""From "today" to the city or the other way round: accepts "today in Lima", "Lima today"; refuses "today of Lima"."""

RECEIVED_TODAY = re.compile(
    r"\b(?:receiv\w+|meet(?:ing)?|see(?:ing)?|welcom\w+|host(?:ing)?|having) (?:with )?(?:me|us|you)\b[^.?!\n]{0,60}"
    r"\btoday\b|\b(?:our|this) (?:meeting|conversation|talks) today\b"
    r"|\btoday['’]s (?:meeting|talks|conversation|visit)\b"
    r"|\b(?:honou?r|pleasure|pleased|glad|delighted|happy) to (?:receive|host|welcome|meet)\b[^.?!:]{0,60}\btoday\b"
    r"|\b(?:be|being)\s(?:here\s)?with\s(?:us|you)(?:\shere)?\stoday\b"
    r"|\btoday,?\swe\s(?:have|will|are|can|shall)\b[^.?!:]{0,40}\b(?:discuss|talk|exchange|review|consider)",
    re.IGNORECASE,
)
"""Said by those together: accepts "glad to see you here today", "our meeting today", "an honour to receive her
today", "thank you for being with us today", "today we will discuss"; refuses "today we know"."""


def today_of(occasion: Occasion, mentions: Mentions) -> When | None:
    """The day of remarks made before a meeting, or of an account whose headline names it, where they speak of today."""
    is_before = any(sighting.is_title and sighting.state is MeetingState.ONGOING for sighting in occasion.sightings)
    is_headline = mentions.report.side is not None and all(sighting.is_title for sighting in occasion.sightings)
    if not is_before and not (is_headline and occasion.state is MeetingState.HELD):
        return _today_in_talk(occasion, mentions)
    begins = lead(mentions) if is_headline and not is_before else None
    named = _day_at_head(mentions) if begins is not None else None
    if named is not None:
        return named
    for time in mentions.times:
        if mentions.words(time.span).lower() == "today" and (
            begins is None or any(one.contains(time.span) for one in begins)
        ):
            return time.when
    return None


def _day_at_head(mentions: Mentions) -> When | None:
    """The one day of the last few that the first sentence of an account names ("hosted a delegation yesterday")."""
    on, head = mentions.on, lead(mentions)[:1]
    if on is None or not head:
        return None
    times: list[TimeMention] = mentions_within(mentions.times, head[0])
    days = {
        one.when
        for one in times
        if one.when is not None and one.when.granularity in {Granularity.DAY, Granularity.INTERVAL}
    }
    if len(days) != 1:
        return None
    day = next(iter(days))
    return day if timedelta(0) <= on - day.first <= timedelta(LATELY) and day.last <= on else None


def _today_in_talk(occasion: Occasion, mentions: Mentions) -> When | None:
    """The day on which those who met spoke of it as today, in the record of their words that the headline is of."""
    is_recorded = mentions.report.side is not None and any(one.is_title for one in occasion.sightings)
    is_meeting = occasion.kind in ROUNDS and occasion.state is MeetingState.HELD
    if not is_recorded or not is_meeting or len(occasion.codes) != PAIR:
        return None
    for match in RECEIVED_TODAY.finditer(mentions.report.text):
        times: list[TimeMention] = mentions_between(mentions.times, match.start(), match.end())
        for time in times:
            if mentions.words(time.span).lower() in {"today", "today's", "today’s"}:
                return time.when
    return None


def today_there(sighting: Sighting, mentions: Mentions, knowledge: Knowledge) -> When | None:
    """The calendar day of the city where it was held today, where that is another day than at the outlet's desk."""
    report, time, place = mentions.report, sighting.time, sighting.place
    if (
        time is None
        or place is None
        or report.published is None
        or report.today is None
        or mentions.words(time.span).lower() != "today"
    ):
        return None
    if not TODAY_IN.search(report.text[min(time.span.start, place.start) : max(time.span.end, place.end)]):
        return None
    try:
        moment = datetime.fromisoformat(report.published)
    except ValueError:
        return None
    cities = [one for one in knowledge.places.find(mentions.words(place)) if one.country == sighting.country]
    if moment.tzinfo is None or not cities or cities[0].timezone is None:
        return None
    there = moment.astimezone(ZoneInfo(cities[0].timezone))
    return When.day(there.date()) if there.hour >= FIRST_HOUR else None
