"""Where an occasion was: in the words of its sightings, else at the place over the body where it is news from there."""

import re
from datetime import timedelta

from aidememoire.claims.clauses import PAIR
from aidememoire.claims.occasions.filling.dating import Spans
from aidememoire.claims.occasions.filling.formats import is_of_same_meeting
from aidememoire.claims.occasions.filling.news import is_the_news, lead
from aidememoire.claims.occasions.joining.occasion import ROUNDS, Occasion
from aidememoire.claims.occasions.parties.participation import mentions_between, mentions_within
from aidememoire.claims.occasions.words.nouns import any_of
from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.claims.tenses import token_range
from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.seats import seats_of
from aidememoire.model import BY_NAME, TOOK_PLACE, MeetingKind, MeetingState, Mentions, NameForm, Span

WELCOME_TO = re.compile(
    r"(?:\bwelcome (?:you|them|everyone)(?: all)?(?: \w+ly)?(?: here)? (?:to|in|at) "
    r"|(?:^|[.,!?:–—…-] |\n|\ba (?:very )?warm )[Ww]elcome\s(?:here )?to )"
    r"(?:(?:Russia|the United States|our country) and (?:to )?)?(?:the )?(?=[A-Z])"
)
"""Accepts "welcome you sincerely to the Kremlin", "Friends, welcome to Lima"; refuses "welcome your decision to", "he
gave his welcome to the Italian prime minister"."""

NAMING = BY_NAME | {NameForm.METONYM}
VIRTUAL = re.compile(r"\b(?:virtual(?:ly)?|online|video\w*|tele\w+)\b", re.IGNORECASE)
"""Held on a screen: accepts "will host a virtual"; refuses "will host a"."""

TITLE_PLACE = re.compile(r"\A[^\n|]{1,300}\| (?=[A-Z])")
"""Before a place at the end of a title: "Remarks Before Bilateral Meeting | Lima, Peru"."""

MET_IN = re.compile(
    r"(?:^|(?<=[.\n] )|(?<=\n))(?:Earlier )?[Tt]oday,? in (?=[A-Z])"
    r"|\bmet (?:earlier )?(?:today |yesterday |on [A-Z]\w+(?: \d+)? )?in (?=[A-Z])"
)
"""Where those met whom a title names: accepts "Today in Lima, the envoys", "met today in Lima with His Highness";
refuses "met those who live in Lima"."""
HEAD_SENTENCES = 2

DAYS_AROUND = 14
"""Days before and after a report within which a visit is that of which its own place tells."""

LONGEST_PLACE = 40  # code points
LONGEST_LIST = 120
TOWN_JOINT = re.compile(r",? and |, ")
UNKNOWN_TOWN = re.compile(r"[^\W\d_][\w’'.-]*(?: [^\W\d_][\w’'.-]*){0,3}, ")
"""A town before its country: accepts "Ollanta, Peru"; refuses "the mountains of Peru"."""

IN_TALKS = re.compile(r"\bin (?:\w+ )?(?:talks|negotiations|discussions|consultations|contact)\b", re.IGNORECASE)
"""Of those who deal with each other, wherever they are: accepts "is in talks with"; refuses "in Oslo for talks"."""

ON_THE_EDGES = re.compile(rf"\bon the (?:[\w.’'&-]+ ){{0,5}}?{any_of('edges')}\b", re.IGNORECASE)
"""Accepts "on the sidelines of", "on the G20 sidelines"; refuses "was sidelined"."""

OF_THE_DAY = frozenset({MeetingKind.CEREMONY, MeetingKind.SUMMIT, MeetingKind.TALKS})
"""What a wire's first sentence tells of it is from the place of, if one side is at home there."""


BUREAUS = frozenset(
    "London|Paris|Berlin|Brussels|Moscow|Washington|New York|Dubai|Beirut|Cairo|Nicosia|Amman|Jerusalem|Johannesburg"
    "|Nairobi|Dakar|Abidjan|Lagos|Hong Kong|Singapore|Bangkok|Tokyo|Beijing|New Delhi|Islamabad|Mexico City|Miami"
    "|Buenos Aires|Rome|Madrid|Warsaw|Baghdad".split("|")
)
"""Towns from which the press writes of what happens elsewhere: refuses "DUBAI – Iran and Oman held talks on Monday"."""

AT_A_BORDER = re.compile(
    r"[^,.;:]{0,160}?\b(?:on|at|along) (?:the|their|an?) (?:(?!of\b)[\w’'–-]+ ){0,5}?"
    r"(?:border|frontier|boundary|buffer zone|demarcation line|line of control)\b"
    r"(?= (?:between|of|with|separating|dividing|on|today|yesterday|last|this|in the format)\b|[.,]|$)"
)
"""Behind an occasion, where it was: accepts " on the border between them", " at the common border"; refuses " on the
border row", ", at the border"."""

LONGEST_JOURNEY = 31
"""Days: what was over before them, nobody tells of from where it was ("the summit of 2001")."""


def place_of(
    occasion: Occasion, mentions: Mentions, knowledge: Knowledge, spans: Spans, inferred: dict[str, str]
) -> str | None:
    """Its place in the words of a sighting, a city before its country; else that over the body of the news."""
    if occasion.kind is MeetingKind.CALL:
        return None
    ranked = occasion.ranked()
    places = [one for one in ranked if one.place is not None and (not one.format or is_of_same_meeting(one, ranked[0]))]
    places = [one for one in places if not _is_virtual_at_host(one, mentions)]
    if not places:
        inferred.pop("place", None)
    places.sort(key=lambda sighting: sighting.kind is not occasion.kind)
    dateline = mentions.dateline
    if places:
        finer = (one for one in places if _is_finer(one, places[0], mentions) and _is_of_journey(one, places[0]))
        best = next(finer, places[0])
        assert best.place is not None
        if dateline is None or not _is_at_dateline(occasion, best, mentions):
            place = _with_other_towns(occasion, best, mentions)
            spans["place"] = (place,)
            return mentions.words(place)
        inferred["place"] = "the place over the body, in the country where they met"
        return dateline.place
    welcome = _place_of_welcome(occasion, mentions) or _place_at_head(occasion, mentions)
    if welcome is not None:
        spans["place"] = (welcome,)
        return mentions.words(welcome)
    if dateline is None or dateline.place is None or any(one.mode == "video" for one in ranked):
        return None
    if any(_is_at_a_border(one, mentions) for one in ranked):
        return None
    is_from_there = _is_from_there(occasion, mentions, knowledge) or _is_to_be_there(occasion, mentions, knowledge)
    if not is_from_there and not any(sighting.is_here for sighting in occasion.sightings):
        return None
    inferred["place"] = "the place over the body: it is reported as news from there"
    return dateline.place


def _with_other_towns(occasion: Occasion, best: Sighting, mentions: Mentions) -> Span:
    """A visit's place with the other towns of the country that are listed with it ("Cusco and Lima, Peru")."""
    assert best.place is not None
    if occasion.kind is not MeetingKind.VISIT:
        return best.place
    text, end = mentions.report.text, best.place.end
    places = mentions_between(mentions.places, end, end + LONGEST_LIST)
    for place in places:
        joint = TOWN_JOINT.fullmatch(text, end, place.span.start)
        if joint is None or place.country != best.country or place.kind != "city":
            break
        end = place.span.end
    if end == best.place.end:
        return best.place
    named = mentions_between(mentions.parties, end, end + LONGEST_PLACE)[:1]
    if named and text[end : named[0].span.start] == ", " and named[0].code == best.country:
        end = named[0].span.end
    return Span(best.place.report, best.place.start, end)


def _is_at_dateline(occasion: Occasion, best: Sighting, mentions: Mentions) -> bool:
    """Whether the report comes from a city of the country where they are said to have met that day, as its news."""
    span = dict(mentions.dateline.spans).get("place") if mentions.dateline else None
    if span is None or not _is_country(best, mentions) or best.place is None:
        return False
    if occasion.kind not in ROUNDS or not _is_of_that_day(occasion, mentions):
        return False
    cities = [one for one in mentions_within(mentions.places, span) if one.kind == "city"]
    if any(mentions.words(city.span).lower() == mentions.words(best.place).lower() for city in cities):
        return False  # "Luxembourg", a country and a city
    countries = {city.country for city in cities[:1]} or {one.code for one in mentions_within(mentions.parties, span)}
    return (
        best.country in countries
        and is_the_news(occasion, mentions)
        and mentions.words(span).lower() != mentions.words(best.place).lower()
    )


def _is_virtual_at_host(sighting: Sighting, mentions: Mentions) -> bool:
    """Whether its place is but the country of those who hold it on a screen ("will host a virtual conference")."""
    is_of_host = any(field == "place" for field, _ in sighting.inferred)
    before = mentions.report.text[sighting.sentence.span.start : sighting.span.start]
    return is_of_host and VIRTUAL.search(before) is not None


def _place_of_welcome(occasion: Occasion, mentions: Mentions) -> Span | None:
    """Where the title of a transcript puts the meeting that it names, or the host bids his guests welcome."""
    is_titled = any(sighting.is_title for sighting in occasion.sightings)
    if not is_titled or mentions.report.side is None or occasion.state not in TOOK_PLACE or occasion.kind not in ROUNDS:
        return None
    for match in (TITLE_PLACE.search(mentions.report.text), WELCOME_TO.search(mentions.report.text)):
        start = match.end() if match is not None else -1
        places = mentions_between(mentions.places, start, start + LONGEST_PLACE)[:1] if match is not None else []
        parties = mentions_between(mentions.parties, start, start + LONGEST_PLACE)[:1] if match is not None else []
        parties = [one for one in parties if one.form in NAMING]
        spans: list[Span] = [one.span for one in (*places, *parties) if one.span.start == start]
        if spans:
            return spans[0]
        town = UNKNOWN_TOWN.match(mentions.report.text, start) if match and match.re is TITLE_PLACE else None
        country = mentions_between(mentions.parties, town.end(), town.end() + LONGEST_PLACE)[:1] if town else []
        if town and country and country[0].span.start == town.end():
            return Span(country[0].span.report, start, country[0].span.end)
    return None


def _place_at_head(occasion: Occasion, mentions: Mentions) -> Span | None:
    """Where the first sentence of an account says that they met whom its title alone names."""
    is_headline = mentions.report.side is not None and all(sighting.is_title for sighting in occasion.sightings)
    if not is_headline or occasion.state not in TOOK_PLACE or occasion.kind not in ROUNDS:
        return None
    for sentence in lead(mentions)[:HEAD_SENTENCES]:
        match = MET_IN.search(mentions.report.text, sentence.start, sentence.end)
        places = mentions_between(mentions.places, match.end(), match.end() + LONGEST_PLACE) if match else []
        spans: list[Span] = [one.span for one in places[:1]]
        if match is not None and spans and spans[0].start == match.end():
            return spans[0]
    return None


def _is_country(sighting: Sighting, mentions: Mentions) -> bool:
    """Whether its place is a whole country, in the words that name the party."""
    span = sighting.place
    if span is None:
        return False
    named = [one for one in mentions_within(mentions.parties, span) if one.form in BY_NAME]
    cities = [one.span for one in mentions_within(mentions.places, span) if one.kind == "city"]
    return any(  # not the Sudan of "Port Sudan"
        one.code == sighting.country and not any(city != one.span and city.overlaps(one.span) for city in cities)
        for one in named
    )


def _is_at_a_border(sighting: Sighting, mentions: Mentions) -> bool:
    """Whether the words put it at a border, which is in no town."""
    return AT_A_BORDER.match(mentions.report.text, sighting.span.end, sighting.sentence.span.end) is not None


def _is_finer(sighting: Sighting, best: Sighting, mentions: Mentions) -> bool:
    """Whether it names the city where the best one names but the country ("in Peru", "in Lima")."""
    is_same_country = sighting.country is not None and sighting.country == best.country
    is_visit = sighting.kind is MeetingKind.VISIT and best.kind is MeetingKind.VISIT
    is_same_country = is_same_country and (not sighting.is_title or is_visit)
    return is_same_country and _is_country(best, mentions) and not _is_country(sighting, mentions)


def _is_of_journey(sighting: Sighting, best: Sighting) -> bool:
    """Whether a finer place is that of a visit too, not of a thing done on it ("before a talk at the Academy")."""
    return best.kind is not MeetingKind.VISIT or sighting.kind is MeetingKind.VISIT


def _is_from_there(occasion: Occasion, mentions: Mentions, knowledge: Knowledge) -> bool:
    """Whether the news is of what happened where the report comes from.

    A government's account of its own meetings comes from there. The press reports from its bureau: there only what
    goes on, or who met that day.
    """
    if not is_the_news(occasion, mentions):
        return False
    if _is_on_the_edges(occasion, mentions) and not _is_in_third_country(occasion, mentions, knowledge):
        return False
    if mentions.report.side is not None:
        return not _is_long_over(occasion, mentions)
    if occasion.when is not None and (occasion.when.last - occasion.when.first).days > DAYS_AROUND:
        return False  # negotiations of months
    is_wherever = all(IN_TALKS.search(mentions.words(one.sentence.span)) for one in occasion.sightings)
    if occasion.state is MeetingState.ONGOING:
        return not is_wherever
    first = lead(mentions)[:1]
    is_first = any(one.sentence.span in first and one.trigger.shape != "encounter" for one in occasion.sightings)
    is_of_then = _is_of_that_day(occasion, mentions) or _is_of_the_day_before(occasion, mentions)
    if is_first and is_of_then and _is_summit_in_land_of_member(occasion, mentions, knowledge):
        return True
    if is_of_then and not is_wherever and _is_in_third_country(occasion, mentions, knowledge):
        return True
    if is_first and not is_wherever and occasion.kind in OF_THE_DAY and is_of_then:
        return _is_subject(occasion, mentions) or _is_at_home_there(occasion, mentions, knowledge, is_certain=True)
    is_meeting = any(sighting.kind is MeetingKind.MEETING for sighting in occasion.sightings)
    people = {mentions.actors[index].party for index in occasion.actors} - {None}
    is_meeting = is_meeting or (occasion.kind is MeetingKind.TALKS and len(people) > 1)
    is_undated = mentions.dateline is not None and mentions.dateline.date is None  # its day is that of publication
    is_of_day = _is_of_that_day(occasion, mentions) or (is_undated and _is_of_the_day_before(occasion, mentions))
    return is_meeting and is_of_day and _is_at_home_there(occasion, mentions, knowledge)


def _is_on_the_edges(occasion: Occasion, mentions: Mentions) -> bool:
    """Whether it was on the sidelines of something, or is that on whose sidelines others met."""
    return any(ON_THE_EDGES.search(mentions.words(one.sentence.span)) for one in occasion.sightings)


def _is_summit_in_land_of_member(occasion: Occasion, mentions: Mentions, knowledge: Knowledge) -> bool:
    """Whether a wire of the day tells of a body's summit, and comes from a member's country ("at the APEC summit")."""
    span = dict(mentions.dateline.spans).get("place") if mentions.dateline else None
    if occasion.kind is not MeetingKind.SUMMIT or occasion.when is None or span is None:
        return False
    lands = {place.country for place in mentions_within(mentions.places, span)} - {None}
    bodies = [code for code in occasion.codes if knowledge.parties.is_body(code)]
    return any(knowledge.memberships.is_member(land, body, mentions.on) for land in lands for body in bodies)


def _is_in_third_country(occasion: Occasion, mentions: Mentions, knowledge: Knowledge) -> bool:
    """Whether a wire's first sentence tells of talks of two states on a day, and comes from a town where neither is at
    home and the press has no bureau: who writes from there is there for the talks."""
    span = dict(mentions.dateline.spans).get("place") if mentions.dateline else None
    if span is None or occasion.when is None or occasion.kind is MeetingKind.VISIT or mentions.report.side is not None:
        return False
    cities = [place for place in mentions_within(mentions.places, span) if place.kind == "city"]
    states = {code for code in occasion.codes if knowledge.parties.is_state(code)}
    if not cities or len(states) < PAIR or any(city.country in states or city.name in BUREAUS for city in cities):
        return False
    first = lead(mentions)[:1]
    told = [
        one for one in occasion.sightings if one.sentence.span in first and one.trigger.kind is not MeetingKind.CALL
    ]
    places = [place for one in told for place in mentions_within(mentions.places, one.sentence.span)]
    return bool(told) and all(span.contains(place.span) for place in places)


def _is_long_over(occasion: Occasion, mentions: Mentions) -> bool:
    return (
        occasion.when is not None
        and mentions.on is not None
        and (mentions.on - occasion.when.last).days > LONGEST_JOURNEY
    )


def _is_of_that_day(occasion: Occasion, mentions: Mentions) -> bool:
    """Whether no day named says that it was on another than that over the body."""
    day, when = mentions.dateline.date if mentions.dateline else None, occasion.when
    return when is None or (day is not None and when.meets(day))


def _is_subject(occasion: Occasion, mentions: Mentions) -> bool:
    """Whether a wire's first sentence is about it on its day: it is the subject there ("Talks … ended on Monday")."""
    first = lead(mentions)[:1]
    for sighting in occasion.sightings:
        if sighting.sentence.span not in first or sighting.trigger.shape != "occasion" or sighting.time is None:
            continue
        begin, end = token_range(mentions, sighting.sentence, sighting.span)
        noun = mentions.tokens[end - 1]
        if noun.dep == "pobj" and begin >= 2:
            noun = mentions.tokens[mentions.tokens[noun.head].head]  # "a second round of talks"
        if noun.dep in {"nsubj", "nsubjpass"}:
            return True
    return False


def _is_of_the_day_before(occasion: Occasion, mentions: Mentions) -> bool:
    """Whether it was held the day before the report looks at the world from."""
    return (
        mentions.on is not None
        and occasion.when is not None
        and occasion.when.last in {mentions.on, mentions.on - timedelta(1)}
    )


def _is_to_be_there(occasion: Occasion, mentions: Mentions, knowledge: Knowledge) -> bool:
    """Whether a wire begins with talks to be held in a day, and one side is at home where it comes from."""
    day, when = mentions.dateline.date if mentions.dateline else None, occasion.when
    if mentions.report.side is not None or occasion.state is not MeetingState.PLANNED or day is None or when is None:
        return False
    is_soon = 0 <= (when.first - day.first).days <= 1 and (when.last - when.first).days < DAYS_AROUND
    is_meeting = occasion.kind in {MeetingKind.MEETING, MeetingKind.TALKS}
    first = lead(mentions)[:1]
    is_first = any(one.is_title or one.sentence.span in first for one in occasion.sightings)
    return is_soon and is_meeting and is_first and _is_at_home_there(occasion, mentions, knowledge, is_certain=True)


def _is_at_home_there(occasion: Occasion, mentions: Mentions, knowledge: Knowledge, is_certain: bool = False) -> bool:
    """Whether one of those who met is of the country that the report comes from, or they are bodies of states.

    To be certain, a body must have its seat there.
    """
    span = dict(mentions.dateline.spans).get("place") if mentions.dateline else None
    if span is None:
        return False
    if any(party.code in occasion.codes for party in mentions_within(mentions.parties, span)):
        return True  # "UNITED NATIONS, May 5"
    places = mentions_within(mentions.places, span)
    if any(place.country in occasion.codes for place in places):
        return True
    seats = {city for code in occasion.codes for city in seats_of(code)}
    if any(place.name in seats for place in places):
        return True
    return not is_certain and not any(knowledge.parties.is_state(code) for code in occasion.codes)
