"""Carried: the place of a meeting that no words give, from the visit or conference told of just before it.

"The minister arrived in Lima on Monday. During her visit she met the Speaker": they met in Lima. Words tie the meeting
to what stands before it (the visit, the sidelines, "also"), or a government tells of nothing but one journey. A place
named beside the meeting, another time, a call or a word of an earlier meeting part them.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from aidememoire.claims.clauses import PAIR
from aidememoire.claims.occasions.filling.scenes import scenes_of
from aidememoire.claims.occasions.joining.occasion import Occasion
from aidememoire.claims.occasions.parties.participation import mentions_within
from aidememoire.claims.occasions.parties.turns import turn_at
from aidememoire.claims.occasions.words.nouns import any_of
from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.knowledge import Knowledge
from aidememoire.model import (
    BY_NAME,
    TOOK_PLACE,
    BlockRole,
    MeetingKind,
    MeetingValues,
    Mentions,
    Proposal,
    Span,
    When,
)

OF_VISIT = re.compile(
    r"\b(?:during|on|in the course of|as part of|within|while on|throughout)\s(?:his|her|its|their|the|this|that)\s"
    r"(?-i:[a-z\d][\w-]*\s){0,3}?(?:visit|trip|stay|tour|travels?|stop)\b(?!\s(?:to|in|of)\b)",
    re.IGNORECASE,
)
"""Accepts "During her two-day visit, the minister", "on the trip"; refuses "during her visit to Peru", "on her Lima
trip"."""

CALLED_OFF = re.compile(
    r"\b(?:cancel\w*|postpon\w*|put(?:ting|s)? off|call(?:s|ed|ing)? off|scrap\w*|delay\w*|shelv\w*)\s[^.;:]{0,70}$",
    re.IGNORECASE,
)
"""Before where nobody went: accepts "has postponed a visit to "; refuses "arrived in "."""

OF_GATHERING = re.compile(
    rf"\b(?:(?:{any_of('edges')}|framework)\sof|during|at)\s(?:the|this)\s(?:[\w-]+\s){{0,2}}?"
    r"(?:summit|conference|forum|event|meetings?|session|gathering|assembly|ministerial)\b(?!\s(?:in|of|on)\b)"
    rf"|\bon (?:its|their) {any_of('edges')}\b",
    re.IGNORECASE,
)
"""Accepts "on the sidelines of the summit", "on its margins";
refuses "at the conference in Lima", "at the summit of"."""

ALSO = re.compile(
    r"\b(?:also|as well|too|separately|in addition|additionally|besides|there,|while there)\b"
    r"|^(?:Later|Then|Afterwards|Next|Earlier in the day|After (?:that|this)|The same day)\b",
    re.IGNORECASE,
)
"""Accepts "will also meet", "Later, the delegation met"; refuses "met later this year"."""

VISITS = re.compile(r"\b(?:visit|trip|travel|stay|tour|stop|arriv)", re.IGNORECASE)

LEADS = re.compile(r"\b(?:in|at|to|near|inside|via|aboard)\s(?:the\s)?(?:[\w’'-]+\s){0,2}$", re.IGNORECASE)
"""Before a place that one is in or goes to: accepts "in ", "to the city of "; refuses "President of "."""

TOPIC = re.compile(r"\b(?:to\s[a-z]+|on|about|regarding|concerning|discuss\w*|against)\b")
"""What a meeting was about, behind it: places named from there on are not where it was."""

CARRIED = frozenset({MeetingKind.MEETING, MeetingKind.TALKS, MeetingKind.CEREMONY})

AT_THEIR_SEAT = frozenset({"deliberation", "decision"})
"""What a council does where it sits, whoever travels."""

REACH = 2500
"""Code points from the occasion that has the place to the meeting that has none: a page or two of a release."""

DAYS_AROUND = 60
"""Days around the report within which the journey lies that it tells of."""

NEWS_REACH = 600  # the same in a story of the press, which soon tells of another thing
LEADS_REACH = 24
WHY_VISIT = "the place of the visit that it was part of"
WHY_BESIDE = "the place of the occasion told of just before, in whose course it was"


@dataclass(frozen=True, slots=True)
class Ground:
    """A visit, conference or meeting whose place is told."""

    key: str  # of the proposal; empty where it is but a journey
    begin: int  # code point where it is told of
    place: Span
    country: str | None
    is_town: bool
    is_visit: bool
    is_title: bool
    is_over: bool
    is_ahead: bool  # neither: the words don't say
    actors: frozenset[int]
    codes: frozenset[str]
    when: When | None


class Grounds:
    """The grounds of a report in order of place."""

    def __init__(self, found: Iterable[Ground]) -> None:
        self._all = sorted(found, key=_begin)
        self._titles = [ground for ground in self._all if ground.is_title]

    def before(self, place: int, reach: int) -> Iterator[Ground]:
        """Those within reach before a place, and of headlines those further off too."""
        near = bisect_left(self._all, place - reach, key=_begin)
        yield from self._titles[: bisect_left(self._titles, place - reach, key=_begin)]
        yield from self._all[near : bisect_left(self._all, place, key=_begin)]


def _begin(ground: Ground) -> int:
    return ground.begin


def with_carried_place(
    proposals: Sequence[tuple[Proposal, Occasion]], mentions: Mentions, knowledge: Knowledge
) -> list[Proposal]:
    """The proposals, a meeting without a place with that of the visit or conference in whose course it was."""
    if not any(_is_without(proposal) for proposal, _ in proposals):
        return [proposal for proposal, _ in proposals]
    grounds = Grounds((*_told(proposals, mentions), *_scenes(mentions, knowledge)))
    return [
        _carried(proposal, occasion, grounds, mentions) if _is_without(proposal) else proposal
        for proposal, occasion in proposals
    ]


def _is_without(proposal: Proposal) -> bool:
    values = proposal.values
    assert isinstance(values, MeetingValues)
    is_far = values.kind not in CARRIED or values.mode in {"phone", "video"} or len(values.parties) < PAIR
    return values.place is None and not is_far


def _told(proposals: Sequence[tuple[Proposal, Occasion]], mentions: Mentions) -> Iterator[Ground]:
    """The grounds that are occasions with a place themselves."""
    for proposal, occasion in proposals:
        values = proposal.values
        assert isinstance(values, MeetingValues)
        spans = dict(proposal.spans).get("place", ())
        if values.place is None or values.kind is MeetingKind.CALL or not spans:
            continue
        for sighting in occasion.sightings:
            if turn_at(mentions, sighting.span.start) is None:
                yield Ground(
                    key=proposal.key,
                    begin=sighting.span.start,
                    place=spans[0],
                    country=country_of(spans[0], mentions),
                    is_town=not any(one.form in BY_NAME for one in mentions_within(mentions.parties, spans[0])),
                    is_visit=values.kind is MeetingKind.VISIT,
                    is_title=sighting.is_title,
                    is_over=values.state in TOOK_PLACE,
                    is_ahead=values.state not in TOOK_PLACE,
                    actors=frozenset(occasion.actors),
                    codes=frozenset(values.parties),
                    when=values.date,
                )


def _scenes(mentions: Mentions, knowledge: Knowledge) -> Iterator[Ground]:
    """The grounds that no occasion is told of: where somebody went, or a conference is."""
    for scene in scenes_of(mentions, knowledge):
        span = scene.sentence.span
        is_off = CALLED_OFF.search(mentions.report.text[span.start : scene.place.start]) is not None
        if turn_at(mentions, scene.place.start) is None and not is_off:
            yield Ground(
                key="",
                begin=scene.place.start,
                place=scene.place,
                country=scene.country,
                is_town=scene.is_town,
                is_visit=VISITS.search(mentions.words(span)) is not None,
                is_title=mentions.report.blocks[scene.sentence.block].role is BlockRole.TITLE,
                is_over=scene.is_over,
                is_ahead=scene.is_ahead,
                actors=frozenset(one.actor for one in mentions_within(mentions.persons, span)),
                codes=frozenset(),
                when=None,
            )


def is_in_another_country(meeting: Proposal, visit: Proposal, mentions: Mentions) -> bool:
    """Whether the words put the meeting in another country than the visit ("we last met in Vienna")."""
    there, here = (dict(one.spans).get("place", ()) for one in (meeting, visit))
    countries = [country_of(spans[0], mentions) for spans in (there, here) if spans]
    return len(countries) > 1 and None not in countries and countries[0] != countries[1]


def country_of(span: Span, mentions: Mentions) -> str | None:
    """The country of a place's words."""
    places = [one.country for one in mentions_within(mentions.places, span)]
    return next(iter(places or [one.code for one in mentions_within(mentions.parties, span)]), None)


def _carried(proposal: Proposal, occasion: Occasion, grounds: Grounds, mentions: Mentions) -> Proposal:
    """The meeting with the place of its ground, where there is one."""
    values = proposal.values
    assert isinstance(values, MeetingValues)
    if _is_apart(occasion, mentions) or any(_has_place_beside(one, mentions) for one in occasion.sightings):
        return proposal
    for sighting in occasion.sightings:
        found = _ground(sighting, proposal, occasion, grounds, mentions)
        if found is not None:
            ground, why = found
            return replace(
                proposal,
                values=replace(values, place=mentions.words(ground.place)),
                spans=tuple(sorted((dict(proposal.spans) | {"place": (ground.place,)}).items())),
                inferred=tuple(sorted((dict(proposal.inferred) | {"place": why}).items())),
            )
    return proposal


def _is_apart(occasion: Occasion, mentions: Mentions) -> bool:
    """Whether its words set it apart from what is told beside it: an earlier one, the next, one spoken of in a turn."""
    return any(
        one.previous
        or one.is_next
        or one.is_vague
        or one.is_here
        or one.trigger.needs_body
        or one.trigger.shape in AT_THEIR_SEAT
        or turn_at(mentions, one.span.start) is not None
        for one in occasion.sightings
    )


def _has_place_beside(sighting: Sighting, mentions: Mentions) -> bool:
    """Whether its sentence tells of being in, or going to, a place."""
    text = mentions.report.text
    sentence = sighting.sentence.span
    topic = TOPIC.search(text, sighting.span.end, sentence.end)
    end = topic.start() if topic is not None else sentence.end
    named: list[Span] = [one.span for one in mentions_within(mentions.places, sentence)]
    named += [one.span for one in mentions_within(mentions.parties, sentence) if one.form in BY_NAME]
    return any(
        span.end <= end and LEADS.search(text[max(sentence.start, span.start - LEADS_REACH) : span.start])
        for span in named
    )


def _ground(
    sighting: Sighting, proposal: Proposal, occasion: Occasion, grounds: Grounds, mentions: Mentions
) -> tuple[Ground, str] | None:
    """The visit or conference in whose course a sighting puts its meeting, and in what way."""
    if sighting.is_title:
        return None
    is_account = mentions.report.side is not None
    reach = REACH if is_account else NEWS_REACH
    near = [
        one
        for one in grounds.before(sighting.span.start, reach)
        if one.key != proposal.key and _is_of_the_same(proposal, occasion, one, mentions)
    ]
    words = mentions.words(sighting.sentence.span)
    why = WHY_BESIDE
    if OF_VISIT.search(words):
        near, why = [one for one in near if one.is_visit], WHY_VISIT
        if len({one.country for one in near}) > 1:
            near = [one for one in near if one.is_title]
    elif not OF_GATHERING.search(words):
        is_tied = ALSO.search(words) is not None or (is_account and VISITS.search(_title(mentions)) is not None)
        near = [one for one in near if one.country != mentions.report.side] if is_tied else []
    if not near or len({one.country for one in near}) > 1:
        return None
    towns = [one for one in near if one.is_town] if why is WHY_BESIDE else []
    return (towns or near)[-1], why


def _title(mentions: Mentions) -> str:
    return mentions.report.text.lstrip().partition("\n")[0]


def _is_of_the_same(proposal: Proposal, occasion: Occasion, ground: Ground, mentions: Mentions) -> bool:
    """Whether somebody who met was on the ground too, both over or both ahead, on days that agree."""
    values = proposal.values
    assert isinstance(values, MeetingValues)
    is_over = values.state in TOOK_PLACE
    if (is_over and ground.is_ahead) or (not is_over and ground.is_over):
        return False
    if values.date is not None and ground.when is not None and not values.date.meets(ground.when):
        return False
    if values.date is not None and mentions.on is not None and abs((values.date.last - mentions.on).days) > DAYS_AROUND:
        return False  # "the forum, which last met in 2009"
    is_heading = ground.is_title and not ground.key  # it names who speaks beside who travels
    if ground.actors and not is_heading and not _are_with(ground.actors, occasion, mentions):
        return False
    return not ground.codes or bool(ground.codes & set(values.parties))


def _are_with(there: frozenset[int], occasion: Occasion, mentions: Mentions) -> bool:
    """Whether of no side that is there only others met: the minister's meeting is not on the president's visit."""
    sides = {mentions.actors[index].party for index in there}
    own = {index for index in occasion.actors if mentions.actors[index].party in sides}
    return not own or bool(own & there)
