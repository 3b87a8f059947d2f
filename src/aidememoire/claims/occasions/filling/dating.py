"""Dating: the days of an occasion, by its own words, or by those of the report that it is the news of."""

import re
from datetime import timedelta

from aidememoire.claims.clauses import PAIR
from aidememoire.claims.occasions.filling.news import is_the_news, is_told_anew, lead
from aidememoire.claims.occasions.filling.today import today_of, today_there
from aidememoire.claims.occasions.filling.trip_days import OF_RETURN, THIS_WEEK, days_of_trip
from aidememoire.claims.occasions.joining.occasion import FEW_DAYS, ROUNDS, Occasion
from aidememoire.claims.occasions.parties.participation import mentions_between, mentions_within
from aidememoire.claims.occasions.words.lasting import ENDING, LONGEST, stretched, until
from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.claims.tenses import Tense
from aidememoire.knowledge import Knowledge
from aidememoire.model import (
    TOOK_PLACE,
    BlockRole,
    Granularity,
    MeetingKind,
    MeetingState,
    Mentions,
    Span,
    TimeMention,
    When,
)

Spans = dict[str, tuple[Span, ...]]

MOST_DAYS = 7
"""How long a meeting may last whose first and last day are named; more is a time within which it is held."""

DAYS_OF_WEEK = 7

BESIDE_THE_NEWS = 12
"""Sentences of a wire that tell of its day."""

THE_TALKS = re.compile(r"\b[Tt]h(?:e|ese|eir) (?:[\w-]+ )?(?:talks|meeting|summit|conference|session|negotiations)\b")
LONGEST_DATE = 30
"""Code points."""

THIS_YEAR = re.compile(r"this year(?:['’]s)?", re.IGNORECASE)
"""Of what may have been held today: accepts "this year’s"; refuses "earlier this year"."""

EARLIER = re.compile(r"\b(?:earlier|already|later|previously) $", re.IGNORECASE)
LONGEST_OCCASION = 366
"""Days: accepts "in 2005"; refuses "in the 21st century"."""

TO_END = re.compile(
    r"(?:\s(?:with|between|among|in|at|of)\s[^,.;:]{1,60})?,?\s(?:(?:which|that)\s)?(?:(?:is|are|was|were)\s)?"
    r"(?:(?:scheduled|due|set|expected)\s)?to\s(?:end|conclude|finish|close|wrap\sup)\s(?:on\s)?",
    re.IGNORECASE,
)
"""Behind an occasion, before its last day: accepts ", which are scheduled to end on ", " due to close "; refuses
" to end the war on "."""

HOUR = re.compile(r"\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?)?(?:\s(?:LOCAL|EDT|EST|ET|GMT|UTC))?", re.IGNORECASE)
"""An hour of no named day: accepts "9:15 a.m."; refuses "9:15 a.m. on Monday"."""

NOW = re.compile(
    r"\b(?:currently|now|at present|presently|at the moment|going on|under ?way|in progress"
    r"|today|this (?:morning|afternoon|evening))\b",
    re.I,
)
SCHEDULE = re.compile(r"\bschedule\b", re.IGNORECASE)

NEAR = 60
"""Code points around an occasion in which its length is told."""

SPOKE_ON = re.compile(
    r"(?<!had )\b(?:said|added|told (?:[\w.’']+ ){1,4}|warned|declared|stressed|insisted|explained\s(?:[\w-]+ ){1,4}"
    r"|speaking|spoke|briefing (?:[\w.’']+ ){1,3}|told (?:reporters|journalists)) ?"
    r"(?:during|on|at|in|after|following) (?:(?:an?|his|her|their|the (?:first|second) round of) )?(?:[\w-]+ ){0,3}$"
)
"""Before an occasion: accepts "she said during a brief", "he told reporters on a"; refuses "had said during a", "said
that during his"."""
SPEAKING_ON = re.compile(
    r"^(?:Meanwhile, |But |And )?(?:Speaking (?:while |to \w+ )?)?(?:on|during|at|On|During|At) (?:an?|his|her) "
    r"(?:[\w-]+ ){0,3}$"
)
"""The same at the head of a sentence: accepts "Speaking on a", "During an unannounced"; refuses "On Monday a"."""
SAID_AFTER = re.compile(r"^[^.;]{0,80}, [^,;]{0,80}?\b(?:said|told|added|warned|insisted|urged|called|accused)\b")
"""Behind it: accepts " to Oslo, the minister warned of"; refuses " to Oslo; it rained, and he said"."""

KNOWN = re.compile(r"\b[Tt]he (?!(?:an?|his|her|their|its) )(?:(?!an? )[\w’'.&-]+ ){0,5}$")
"""Before an occasion that the reader is taken to know: accepts "at the Lima "; refuses "the margins of a ", "in "."""
JUST_AFTER = re.compile(
    r"(?:\b(?:said|added|told (?:[\w.’']+ ){1,4}) ?(?:\w+ )?(?:after|following|during|at)|^Speaking (?:to|at|after))"
    r" the (?:[\w’'.-]+ ){0,6}$"
)
"""What was said right after it is its news: accepts "the envoy said after the"; refuses "agreed at the"."""

RESULTS_OF = re.compile(r"\b(?:results?|outcomes?|conclusion) of (?:[\w’'.-]+ ){0,6}$", re.IGNORECASE)
"""Accepts "a communique on the results of the president’s "; refuses "spoke of the "."""


A_WEEK = re.compile(r"\bweek", re.IGNORECASE)
"""In the words for days within which something is done, not of days on which it goes on: accepts "later this week";
refuses "Friday and Saturday"."""

INDEFINITELY = re.compile(r"\b(?:indefinitely|sine die|no new date)\b", re.IGNORECASE)


def date_of(
    occasion: Occasion, mentions: Mentions, knowledge: Knowledge, spans: Spans, inferred: dict[str, str]
) -> When | None:
    """Its days: those that a sighting names, else those that the report gives its news."""
    schedule = _day_of_schedule(mentions)
    for sighting in sorted(occasion.ranked(), key=_width):
        if _is_of_return(sighting, mentions):
            continue
        if sighting.time is not None and sighting.time.when is not None and not _is_void(sighting, mentions):
            if _width(sighting) > LONGEST_OCCASION or _is_just_this_year(occasion, sighting, mentions):
                continue
            if schedule is not None and HOUR.fullmatch(mentions.words(sighting.time.span)):
                spans["date"] = (schedule[1],)
                return schedule[0]
            spans["date"] = (sighting.time.span,)
            there = today_there(sighting, mentions, knowledge)
            if there is not None:
                return there
            whole = (
                _whole_week(occasion, sighting, mentions)
                or _whole_days(occasion, sighting.time.when, mentions)
                or _to_last_day(occasion, sighting.time.when, mentions)
                or _with_days_there(occasion, sighting.time.when)
            )
            if whole is not None:
                spans["date"] = (sighting.time.span, whole[1]) if whole[1] != sighting.time.span else (whole[1],)
                return whole[0]
            return sighting.time.when
    if schedule is not None:
        spans["date"] = (schedule[1],)
        return schedule[0]
    if any(_is_of_return(one, mentions) for one in occasion.sightings):
        return None
    trip = days_of_trip(occasion, mentions)
    if trip is not None:
        inferred["date"] = "the days of the journey that the report is the account of"
        return trip
    on = mentions.on
    if on is not None and _is_going_on(occasion, mentions):
        inferred["date"] = "the day of the report, which says that it is going on"
        return When.day(on)
    today = today_of(occasion, mentions)
    if today is not None:
        inferred["date"] = "the day of which the report speaks as today"
        return today
    if mentions.dateline is None or mentions.dateline.date is None:
        return None
    if _is_of_some_day(occasion) or _is_earlier_where_it_is_news(occasion, mentions):
        return None
    if _is_recalled_from_elsewhere(occasion, mentions):
        return None
    if is_the_news(occasion, mentions) and not _is_known_already(occasion, mentions):
        inferred["date"] = "the date over the body: it is reported as news"
        return _as_long_as_told(occasion, mentions, mentions.dateline.date)
    if _is_told_beside_the_news(occasion, mentions):
        inferred["date"] = "the date over the body: told in the past tense beside its news, as of no other day"
        return mentions.dateline.date
    if _is_where_they_spoke(occasion, mentions):
        inferred["date"] = "the date over the body: what was said on it is reported as news"
        return mentions.dateline.date
    if _is_where_it_is_reported_from(occasion, mentions):
        inferred["date"] = "the date over the body: it was held where the report comes from"
        return mentions.dateline.date
    return None


def _is_of_some_day(occasion: Occasion) -> bool:
    """Whether somebody is but said to have been there ("he has visited Peru")."""
    return all(one.trigger.name == "visit verb" and one.tense is Tense.PERFECT for one in occasion.sightings)


def _is_earlier_where_it_is_news(occasion: Occasion, mentions: Mentions) -> bool:
    """Whether a wire's first sentences tell of it, but as over before ("just back from talks in Lima, the envoy")."""
    head = lead(mentions)
    told = [one for one in occasion.sightings if one.is_title or one.sentence.span in head]
    return mentions.report.side is None and bool(told) and all(one.is_earlier for one in told)


def _is_just_this_year(occasion: Occasion, sighting: Sighting, mentions: Mentions) -> bool:
    """Whether "this year" is said of what is the report's news of its day ("gathered for this year’s summit")."""
    day = mentions.dateline.date if mentions.dateline else None
    if mentions.report.side is None or sighting.time is None or day is None:
        return False
    if THIS_YEAR.fullmatch(mentions.words(sighting.time.span)) is None:
        return False
    start = sighting.time.span.start
    is_earlier = EARLIER.search(mentions.report.text[max(0, start - NEAR) : start]) is not None
    return not is_earlier and is_the_news(occasion, mentions)


def _is_recalled_from_elsewhere(occasion: Occasion, mentions: Mentions) -> bool:
    """Whether a government's account only names it, as held in a city of another country than it comes from."""
    span = dict(mentions.dateline.spans).get("place") if mentions.dateline else None
    if mentions.report.side is None or span is None or occasion.state is not MeetingState.HELD:
        return False
    if any(one.is_title or one.trigger.shape not in {"occasion", "visit"} for one in occasion.sightings):
        return False
    here = {place.country for place in mentions_within(mentions.places, span)} - {None}
    cities = {
        place.country
        for one in occasion.sightings
        if one.place is not None
        for place in mentions_within(mentions.places, one.place)
        if place.kind == "city"
    } - {None}
    return bool(here) and bool(cities) and not here & cities


def _is_told_beside_the_news(occasion: Occasion, mentions: Mentions) -> bool:
    """Whether a wire tells further down, in the simple past, that two named people met or spoke, and gives no day."""
    if (
        mentions.report.side is not None
        or occasion.state is not MeetingState.HELD
        or occasion.kind is MeetingKind.VISIT
    ):
        return False
    if any(one.previous or one.is_earlier or one.is_next for one in occasion.sightings):
        return False
    body = [one.span for one in mentions.sentences if mentions.report.blocks[one.block].role is BlockRole.BODY]
    near = body[:BESIDE_THE_NEWS]
    return any(_is_plain_meeting(one, mentions) and one.sentence.span in near for one in occasion.sightings)


def _is_plain_meeting(sighting: Sighting, mentions: Mentions) -> bool:
    people = {mentions.actors[index].party for index in sighting.actors if mentions.actors[index].party}
    is_met = sighting.trigger.shape == "encounter" and sighting.tense is Tense.PAST and len(people) >= PAIR
    is_here = sighting.place is None  # what was held elsewhere may be of another day
    return is_met and is_here and not mentions_within(mentions.times, sighting.sentence.span)


def _is_known_already(occasion: Occasion, mentions: Mentions) -> bool:
    """Whether the press only names it as known, as where or after which something happened ("agreed at the summit")."""
    return mentions.report.side is None and all(
        one.trigger.shape in {"occasion", "visit"}
        and not (one.is_title or one.is_here)
        and _is_named_as_known(one, mentions)
        for one in occasion.sightings
    )


def _is_named_as_known(sighting: Sighting, mentions: Mentions) -> bool:
    before = mentions.report.text[sighting.sentence.span.start : sighting.span.start]
    is_just_told = JUST_AFTER.search(before) is not None or is_told_anew(sighting, mentions)
    return KNOWN.search(before) is not None and not is_just_told


def _as_long_as_told(occasion: Occasion, mentions: Mentions, day: When) -> When:
    """The day, or as many days from it on or up to it as the words say ("arrived for a four-day visit")."""
    for sighting in occasion.ranked():
        words = mentions.report.text[
            max(sighting.sentence.span.start, sighting.span.start - NEAR) : min(
                sighting.sentence.span.end, sighting.span.end + NEAR
            )
        ]
        stretch = stretched(day, words, is_stay=occasion.kind is MeetingKind.VISIT)
        if stretch != day:
            return stretch
    return day


def _is_where_they_spoke(occasion: Occasion, mentions: Mentions) -> bool:
    """Whether a wire's news is what somebody said on it ("he said during a visit to Oslo"), and no day is named."""
    if mentions.report.side is not None or occasion.state not in TOOK_PLACE:
        return False
    if any(one.previous or one.is_earlier or one.is_next for one in occasion.sightings):
        return False
    return any(_is_setting_of_words(one, mentions) for one in occasion.sightings)


def _is_setting_of_words(sighting: Sighting, mentions: Mentions) -> bool:
    sentence, text = sighting.sentence.span, mentions.report.text
    if mentions_within(mentions.times, sentence):
        return False
    before, after = text[sentence.start : sighting.span.start], text[sighting.span.end : sentence.end]
    if SPOKE_ON.search(before) is not None:
        return True
    return SPEAKING_ON.search(before) is not None and SAID_AFTER.search(after) is not None


def _is_where_it_is_reported_from(occasion: Occasion, mentions: Mentions) -> bool:
    """Whether it is over and was held in the city over the body, and is not told of as something earlier."""
    span = dict(mentions.dateline.spans).get("place") if mentions.dateline else None
    if (
        span is None
        or occasion.state not in TOOK_PLACE
        or any(one.previous or one.is_next for one in occasion.sightings)
    ):
        return False
    cities = mentions_within(mentions.places, span)
    if occasion.kind is MeetingKind.VISIT and mentions.report.side is not None:
        hosts = {one.country for one in occasion.sightings if one.country is not None}
        is_over = any(one.is_earlier and not _is_wound_up(one, mentions) for one in occasion.sightings)
        if hosts and not is_over and all(place.country in hosts for place in cities):
            return bool(cities)
    if any(one.is_earlier for one in occasion.sightings):
        return False
    here = {place.name for place in cities}
    held = [one.place for one in occasion.sightings if one.place is not None]
    return any(place.name in here for one in held for place in mentions_within(mentions.places, one))


def _is_wound_up(sighting: Sighting, mentions: Mentions) -> bool:
    """Whether its outcome is told, which is known when it ends ("a note on the outcome of the visit")."""
    return RESULTS_OF.search(mentions.report.text[sighting.sentence.span.start : sighting.span.start]) is not None


def _whole_week(occasion: Occasion, sighting: Sighting, mentions: Mentions) -> tuple[When, Span] | None:
    """The whole of "this week" for a meeting of one of its days, be they over or not; "earlier this week" is over."""
    time, on = sighting.time, mentions.on
    if time is None or time.when is None or on is None or not THIS_WEEK.fullmatch(mentions.words(time.span)):
        return None
    is_over = any(ENDING.search(mentions.words(one.sentence.span)) is not None for one in occasion.sightings)
    if is_over or _is_earlier_in_it(time, mentions):
        return None
    first = time.when.first - timedelta(time.when.first.weekday())
    return When(first, first + timedelta(DAYS_OF_WEEK - 1), Granularity.INTERVAL), time.span


def _is_earlier_in_it(time: TimeMention, mentions: Mentions) -> bool:
    return mentions.words(time.span).lower().startswith("earlier ")


def _whole_days(occasion: Occasion, day: When, mentions: Mentions) -> tuple[When, Span] | None:
    """The few days, named as such, of which a day told of elsewhere is one ("on Friday and Saturday")."""
    for sighting in occasion.ranked():
        when = sighting.time.when if sighting.time else None
        if when is None or sighting.time is None or when.granularity is not Granularity.INTERVAL:
            continue
        if sighting.is_one_of_several or A_WEEK.search(mentions.words(sighting.time.span)):
            continue  # the days of a tour of several countries; "met on Tuesday", "met this week"
        if 0 < (when.last - when.first).days < MOST_DAYS and when.first <= day.first and day.last <= when.last:
            return when, sighting.time.span
    return None


def _to_last_day(occasion: Occasion, day: When, mentions: Mentions) -> tuple[When, Span] | None:
    """The days up to the one on which it is to end ("the session, which is to end on Wednesday")."""
    if day.granularity is not Granularity.DAY:
        return None
    ends = [(one.span.end, one.sentence.span.end) for one in occasion.sightings]
    if occasion.kind in ROUNDS and is_the_news(occasion, mentions):
        ends += [(match.end(), len(mentions.report.text)) for match in THE_TALKS.finditer(mentions.report.text)]
    for start, end in ends:
        match = TO_END.match(mentions.report.text, start, end)
        times = mentions_between(mentions.times, match.end(), match.end() + LONGEST_DATE)[:1] if match else []
        last = times[0].when if times and match and times[0].span.start == match.end() else None
        if last is not None and last.granularity is Granularity.DAY and 0 < (last.first - day.first).days <= LONGEST:
            return until(day, last.first), times[0].span
    return None


def _with_days_there(occasion: Occasion, day: When) -> tuple[When, Span] | None:
    """The day of an arrival with the days of that for which it is ("arrives on Friday for weekend talks")."""
    if occasion.kind is not MeetingKind.VISIT or day.granularity is not Granularity.DAY:
        return None
    for sighting in occasion.sightings:
        when = sighting.time.when if sighting.time else None
        if when is None or sighting.time is None or not sighting.is_aim:
            continue
        if day.first < when.first <= day.first + timedelta(FEW_DAYS) and (when.last - when.first).days < MOST_DAYS:
            return until(day, when.last), sighting.time.span
    return None


def _width(sighting: Sighting) -> int:
    """How many days the sighting leaves open."""
    when = sighting.time.when if sighting.time else None
    return (when.last - when.first).days if when else 0


def _is_void(sighting: Sighting, mentions: Mentions) -> bool:
    """Whether its day no longer holds ("put off indefinitely")."""
    is_put_off = sighting.state is MeetingState.POSTPONED
    return is_put_off and INDEFINITELY.search(mentions.words(sighting.sentence.span)) is not None


def _is_of_return(sighting: Sighting, mentions: Mentions) -> bool:
    """Whether its day is but that on which a traveller came home ("returned on Friday from Chile")."""
    time = sighting.time
    if sighting.kind is not MeetingKind.VISIT or time is None or time.when is None:
        return False
    before = mentions.report.text[sighting.sentence.span.start : time.span.start]
    return time.when.granularity is Granularity.DAY and OF_RETURN.search(before) is not None


def _is_going_on(occasion: Occasion, mentions: Mentions) -> bool:
    """Whether the report says that it goes on the day of the report.

    Of a traveller who "is in Oslo for talks" that is said on all the days of his stay: without a date over the body it
    must say "now".
    """
    if occasion.state is not MeetingState.ONGOING or not any(one.is_now for one in occasion.sightings):
        return False
    if mentions.dateline is not None and mentions.dateline.date is not None:
        return True
    return any(NOW.search(mentions.words(one.sentence.span)) is not None for one in occasion.sightings)


def _day_of_schedule(mentions: Mentions) -> tuple[When, Span] | None:
    """The day of which the report is the schedule, by its title."""
    for sentence in mentions.sentences:
        if mentions.report.blocks[sentence.block].role is not BlockRole.TITLE:
            return None
        if SCHEDULE.search(mentions.words(sentence.span)):
            times: list[TimeMention] = mentions_within(mentions.times, sentence.span)
            days = [one for one in times if one.when is not None and one.when.granularity is Granularity.DAY]
            if len(days) == 1 and days[0].when is not None:
                return days[0].when, days[0].span
    return None
