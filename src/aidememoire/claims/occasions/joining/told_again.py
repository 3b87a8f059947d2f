"""One occasion in two tellings, known for one by its day, its place or who travelled, whoever is named.

A headline names the journey, the body what was done on it. "Tuesday's meeting" and "the Lima talks" are the session
that the report told of on that day and in that place, with the states that spoke there.
"""

import re

from aidememoire.claims.occasions.joining.occasion import ROUNDS, Occasion
from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.knowledge.calendar_names import A_WEEKDAY
from aidememoire.model import TOOK_PLACE, MeetingKind, Mentions

DAY_OWNS = re.compile(rf"\b{A_WEEKDAY}[’']s (?:[\w-]+ ){{0,2}}$", re.IGNORECASE)
"""Right before the word: accepts "During Friday’s ", "at Friday's closed-door "; refuses "on Friday a "."""

ON_VISIT = re.compile(r"(?:During|On|As part of) (?:the|this|his|her|their) (?:[\w-]+ ){0,2}?(?:visit|trip|stay)\b")
"""At the beginning of a sentence: accepts "During the official visit"; refuses "Before the visit"."""

BEFORE = 40  # code points in which such a day stands

WHAT_IS_HOSTED = re.compile(r"\s(?:(?!(?:for|at|after|before|ahead|during|on|in|to|with|and)\b)[\w.’'&/-]+\s){0,8}")
"""Between a host's verb and the noun that he hosts: accepts " the next Lakes "; refuses " her guest ahead of the "."""

PART_OF = re.compile(r"\sof (?:the|its|their) (?:[\w.-]+ ){0,4}")
"""Between a session and that of which it is one: accepts " of the fifth UN "; refuses " on the margins of the "."""

ACCOMPANYING = re.compile(r"\b(?:accompan(?:y|ies|ied|ying)|(?:be|is|are|was|were) joining|join(?:s|ed)?)\b[^.;]*$")
"""Before another's journey: accepts "accompanies the minister on "; refuses "travels to the"."""


THOSE_THERE = re.compile(
    r"(?:Also )?(?:[Aa]ttending|[Pp]resent (?:at|during|in)|[Tt]aking part in|[Pp]articipating in|[Jj]oining) "
    r"(?:the|this) \w"
)
"""At a sentence's head, up to an occasion: accepts "Attending the (meeting)"; refuses "Attending school, the "."""
LIST_NEAR = 8
"""Sentences from a meeting to the list of those who were there."""

IS_THE = re.compile(
    r"(?:,[^,;]{1,60},)?\s(?:is|was|will be|would be|is to be|marks?|marked)\s(?:only\s)?"
    r"(?:the|a|an|their|its)\s(?:[\w’'.-]+\s){0,4}",
    re.IGNORECASE,
)
"""Between two words for one occasion: accepts " will be the ninth Andean "; refuses " was at the"."""

IN_APPOSITION = re.compile(
    r"(?:(?!\b(?:after|before|following|since)\b)[^.;:]|\.(?=\s[A-Z])){3,120},\s(?:in )?"
    r"(?:their\s|(?:the|his|her|its)\s"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|latest|only|highest-level)\s)"
    r"(?:[\w-]+\s){0,4}"
)
"""The same: accepts " with her here on Sunday, the first ", " for hours, their ";
refuses " with her before the first "."""


def is_said_to_be(one: Sighting, other: Sighting, mentions: Mentions) -> bool:
    """Whether one occasion is called another ("the meeting will be their third summit")."""
    if one.sentence.index != other.sentence.index:
        return False
    between = mentions.report.text[one.span.end : other.span.start]
    times = [moment.time.when for moment in (one, other) if moment.time is not None and moment.time.when is not None]
    if len(times) > 1 and not times[0].meets(times[1]):
        return False
    is_in_apposition = one.trigger.shape in {"encounter", "occasion"} and other.trigger.shape == "occasion"
    return IS_THE.fullmatch(between) is not None or (is_in_apposition and IN_APPOSITION.fullmatch(between) is not None)


def is_told_again(occasion: Occasion, other: Occasion, mentions: Mentions) -> bool:
    """Whether an occasion is another one in other words: its headline, its talks, its session."""
    return (
        _is_journey_of_headline(occasion, other, mentions)
        or _is_of_the_visit(occasion, other)
        or _is_session_of_day(occasion, other, mentions)
        or _is_of_same_words(occasion, other, mentions)
        or _is_its_hosting(occasion, other, mentions)
        or _is_part_of_session(occasion, other, mentions)
        or _is_journey_accompanied(occasion, other, mentions)
        or _is_stay_of_headline(occasion, other, mentions)
        or _is_list_of_those_there(occasion, other, mentions)
    )


def _is_journey_of_headline(journey: Occasion, other: Occasion, mentions: Mentions) -> bool:
    """Whether a headline's journey is what the body's meeting was on ("X’s Trip to Peru": he met Y in Lima on Friday).

    Only what has the journey's day and place, or is said to be on the visit: else it is one of several meetings on it.
    """
    if journey.kind is not MeetingKind.VISIT or not all(one.is_title for one in journey.told):
        return False
    if other.kind not in ROUNDS or other.codes != journey.codes or all(one.is_title for one in other.told):
        return False
    if any(one.is_one_of_several for one in journey.told):
        return False  # of a tour each country has its own meetings
    lands = {one.country for one in journey.told}
    if any(one.country is not None and one.country not in lands for one in other.told):
        return False
    is_same_time = journey.when is None or other.when is None or journey.when.meets(other.when)
    is_told = other.when is not None and any(one.country in lands for one in other.told)
    is_told = is_told or any(ON_VISIT.match(mentions.words(one.sentence.span)) for one in other.told)
    return is_told and is_same_time and _may_be_of_one_time(journey, other)


def _may_be_of_one_time(one: Occasion, other: Occasion) -> bool:
    """Whether both are over or both are ahead; a headline without a day or verb may be either."""
    return one.when is None or (one.state in TOOK_PLACE) == (other.state in TOOK_PLACE)


def _is_of_the_visit(talks: Occasion, visit: Occasion) -> bool:
    """Whether talks of nobody named fall on the days of a visit between the same two ("this week's talks")."""
    if visit.kind is not MeetingKind.VISIT or talks.kind not in ROUNDS or talks.actors or talks.codes != visit.codes:
        return False
    if talks.when is None or visit.when is None or not talks.when.meets(visit.when) or _has_own_name(talks):
        return False
    is_bare = all(one.is_definite and one.place is None for one in talks.sightings)
    return is_bare and (talks.state in TOOK_PLACE) == (visit.state in TOOK_PLACE)


def _is_session_of_day(occasion: Occasion, session: Occasion, mentions: Mentions) -> bool:
    """Whether states are told of at "Friday's meeting", which is the session that the report told of on that day."""
    if not _are_rounds_of_past(occasion, session) or _has_own_name(occasion) or not _has_own_name(session):
        return False
    if occasion.when is None or occasion.when != session.when:
        return False
    is_after = session.told[0].span.start < occasion.told[0].span.start
    return is_after and all(_is_of_its_day(one, mentions) for one in occasion.told)


def _is_of_its_day(sighting: Sighting, mentions: Mentions) -> bool:
    begin = max(sighting.sentence.span.start, sighting.span.start - BEFORE)
    return DAY_OWNS.search(mentions.report.text[begin : sighting.span.start]) is not None


def _is_of_same_words(occasion: Occasion, other: Occasion, mentions: Mentions) -> bool:
    """Whether a sentence names a body's session twice, in one place ("leaders, gathering in Lima for the X Forum")."""
    if len(occasion.told) > 1 or not occasion.codes <= other.codes or occasion.codes == frozenset():
        return False
    (told,) = occasion.told
    beside = [one for one in other.told if one.sentence.index == told.sentence.index]
    is_session = occasion.kind in ROUNDS and other.kind in ROUNDS and not told.is_one_of_several
    return is_session and told.time is None and any(_is_in_one_place(told, one, mentions) for one in beside)


def _is_in_one_place(told: Sighting, other: Sighting, mentions: Mentions) -> bool:
    if told.place is None or other.place is None or other.is_one_of_several or told.previous != other.previous:
        return False
    are_of_body = len(told.codes) == 1 and (told.format is not None or other.format is not None)
    return are_of_body and mentions.words(told.place) == mentions.words(other.place)


def _is_its_hosting(hosting: Occasion, other: Occasion, mentions: Mentions) -> bool:
    """Whether a host's verb has the other occasion as its object ("will host the Lakes Summit")."""
    if len(hosting.sightings) > 1 or hosting.codes != other.codes or not _are_of_one_day(hosting, other):
        return False
    (told,) = hosting.sightings
    return told.trigger.is_hosting and any(_stands_behind(told, one, WHAT_IS_HOSTED, mentions) for one in other.told)


def _is_part_of_session(part: Occasion, other: Occasion, mentions: Mentions) -> bool:
    """Whether one session is named by its own number and by that of its body's ("the first session of the 5th …")."""
    if len(part.sightings) > 1 or part.codes != other.codes or not _are_of_one_day(part, other):
        return False
    (told,) = part.sightings
    are_rounds = part.kind in ROUNDS and other.kind in ROUNDS and told.trigger.shape == "occasion"
    return are_rounds and any(_stands_behind(told, one, PART_OF, mentions) for one in other.told)


def _stands_behind(told: Sighting, other: Sighting, between: re.Pattern[str], mentions: Mentions) -> bool:
    is_behind = told.sentence.index == other.sentence.index and told.span.end < other.span.start
    if not is_behind or other.trigger.shape != "occasion":
        return False
    return between.fullmatch(mentions.report.text, told.span.end, other.span.start) is not None


def _is_journey_accompanied(journey: Occasion, other: Occasion, mentions: Mentions) -> bool:
    """Whether somebody is told of as going along on a journey of the same days ("accompanies her to Peru")."""
    are_visits = journey.kind is MeetingKind.VISIT and other.kind is MeetingKind.VISIT
    if not are_visits or journey.codes != other.codes or not _are_of_one_day(journey, other) or journey.when is None:
        return False
    text = mentions.report.text
    return all(ACCOMPANYING.search(text, one.sentence.span.start, one.span.start) for one in journey.told)


def _is_stay_of_headline(journey: Occasion, stay: Occasion, mentions: Mentions) -> bool:
    """Whether a headline's journey to a city is the body's to those with a seat there ("Travel to Brussels")."""
    if not all(one.is_title for one in journey.told) or all(one.is_title for one in stay.told):
        return False
    if journey.kind is not MeetingKind.VISIT or stay.kind is not MeetingKind.VISIT or mentions.report.side is None:
        return False
    if mentions.report.side not in journey.codes & stay.codes or any(one.is_one_of_several for one in journey.told):
        return False
    places = {mentions.words(one.place) for one in journey.told if one.place is not None}
    is_there = any(one.place is not None and mentions.words(one.place) in places for one in stay.told)
    is_same_time = journey.when is None or stay.when is None or journey.when.meets(stay.when)
    return is_there and is_same_time


def _is_list_of_those_there(occasion: Occasion, other: Occasion, mentions: Mentions) -> bool:
    """Whether a sentence but lists who was at the meeting that was told of before ("Attending the meeting were X,")."""
    if len(occasion.told) > 1 or occasion.kind not in ROUNDS or other.kind is MeetingKind.CALL:
        return False
    (told,) = occasion.told
    if not occasion.codes <= other.codes or occasion.state not in TOOK_PLACE or other.state not in TOOK_PLACE:
        return False
    is_behind = any(0 < told.sentence.index - one.sentence.index <= LIST_NEAR for one in other.told)
    return (
        is_behind and THOSE_THERE.match(mentions.report.text, told.sentence.span.start, told.span.start + 1) is not None
    )


def _are_of_one_day(one: Occasion, other: Occasion) -> bool:
    """Whether both are past or both to come, on the same day where both have one."""
    is_same = one.when is None or other.when is None or one.when == other.when
    return is_same and (one.state in TOOK_PLACE) == (other.state in TOOK_PLACE)


def _are_rounds_of_past(occasion: Occasion, other: Occasion) -> bool:
    are_rounds = occasion.kind in ROUNDS and other.kind in ROUNDS
    return are_rounds and occasion.state in TOOK_PLACE and other.state in TOOK_PLACE


def _has_own_name(occasion: Occasion) -> bool:
    return any(one.format is not None or one.ordinal is not None for one in occasion.told)
