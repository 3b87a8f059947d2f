"""Meetings: each specific occasion on which states or organisations met, spoke, visited, or are to.

``sightings`` finds the mentions, ``occasions`` puts those of one occasion together; here what no words give is filled
in from the report, and what has two sides, or is the session of a body of states, is proposed. The rest is refused.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from aidememoire.claims.clauses import PAIR
from aidememoire.claims.occasions.filling.agenda import topics_of
from aidememoire.claims.occasions.filling.assembly import with_those_who_came
from aidememoire.claims.occasions.filling.attendance import add_attendance
from aidememoire.claims.occasions.filling.carried import is_in_another_country, with_carried_place
from aidememoire.claims.occasions.filling.circumstances import initiative_of, sidelines_of
from aidememoire.claims.occasions.filling.dating import Spans, date_of
from aidememoire.claims.occasions.filling.formats import body_of, format_of, ordinal_of
from aidememoire.claims.occasions.filling.kinds import is_of_leaders, kind_of, level_of, level_of_format
from aidememoire.claims.occasions.filling.margins import add_those_beside
from aidememoire.claims.occasions.filling.members import add_members
from aidememoire.claims.occasions.filling.named_formats import named_format
from aidememoire.claims.occasions.filling.news import is_the_news, lead
from aidememoire.claims.occasions.filling.participants import participants_of
from aidememoire.claims.occasions.filling.short_names import full_name
from aidememoire.claims.occasions.filling.stops import Stop, stops_of, with_stop
from aidememoire.claims.occasions.filling.titled import name_in_title
from aidememoire.claims.occasions.filling.trip_days import LONGEST_TRIP
from aidememoire.claims.occasions.filling.whereabouts import place_of
from aidememoire.claims.occasions.joining.occasion import Occasion
from aidememoire.claims.occasions.joining.occasions import gather, is_known_by_name, is_with_others_abroad, sentences_of
from aidememoire.claims.occasions.joining.office_counterparts import is_with_body_alone
from aidememoire.claims.occasions.parties.participation import is_organisation
from aidememoire.claims.occasions.sightings import is_too_long, sightings
from aidememoire.claims.occasions.standing.reprieve import URGENT
from aidememoire.claims.occasions.weighing import confidence_of, marks_of
from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.claims.tenses import token_range
from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.movements import are_at_home
from aidememoire.model import (
    TOOK_PLACE,
    BlockRole,
    ClaimKind,
    MeetingKind,
    MeetingState,
    MeetingValues,
    Mentions,
    Proposal,
    Refusal,
    Span,
)

WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)

NO_YEAR = "XXXX-"  # how a TIMEX3 value begins whose year, or week, isn't known

DAY_REACH = 25
"""Code points from a day to the word for the meeting that was on it: "Wednesday's emergency "."""

URGENT_REACH = 60  # code points before it: "an emergency session of the 15-nation"

HELD = re.compile(
    r"\b(?:h[eo]ld(?:ing)?|ha[ds]|have|having|conduct\w*|open\w*|beg[aiu]n\w*|start\w*|resum\w+|conclud\w+"
    r"|end(?:ed|ing|s)?|in|for|met)\b[^.;,:]{0,40}$",
    re.IGNORECASE,
)
"""Before talks that somebody held: accepts "held long ", "flew there for "; refuses "progress of "."""

WELCOME = re.compile(
    r"\b(?:welcome|pleasure|great to see|good to see|good to have|great to have|"
    r"happy to (?:have|meet)|pleased to (?:have|be)|"
    r"delighted|hono(?:u)?red? to|thank you for (?:coming|hosting|having|your hospitality))\b",
    re.IGNORECASE,
)
"""Words said with both sides in the room."""


def propose_meetings(mentions: Mentions, knowledge: Knowledge, at_least: float = 0.0) -> Iterator[Proposal | Refusal]:
    """One Proposal for each occasion, in order of first mention; a Refusal for each mention that asserts none.

    ``at_least``: the confidence from which on a meeting is proposed; a less likely one is refused as *low_confidence*.
    """
    asserted: list[Sighting] = []
    for sighting, why in with_those_who_came(tuple(sightings(mentions, knowledge)), mentions, knowledge):
        if why is None:
            asserted.append(sighting)
        elif len(sighting.codes) >= 2 or (why == "domestic" and sighting.codes):
            yield Refusal(ClaimKind.MEETING, sighting.sentence.span, why, f"meetings.{sighting.trigger.name}")
    for sentence in mentions.sentences:
        if is_too_long(sentence):
            yield Refusal(ClaimKind.MEETING, sentence.span, "too_long", "meetings.sentence")
    number = 0
    proposals: list[Proposal] = []
    told: list[Occasion] = []
    occasions, left = gather(asserted, mentions, knowledge)
    add_members(occasions, mentions, knowledge, lambda occasion: is_the_news(occasion, mentions))
    add_attendance(occasions, mentions, knowledge, lambda occasion: is_the_news(occasion, mentions))
    add_those_beside(occasions, mentions, knowledge)
    for sighting in left:
        if len(sighting.codes) == 1 and not sighting.is_definite:
            yield Refusal(ClaimKind.MEETING, sighting.sentence.span, "domestic", f"meetings.{sighting.trigger.name}")
        elif sighting.meant is not None and len(sighting.codes) < PAIR:
            yield Refusal(ClaimKind.MEETING, sighting.sentence.span, "unnamed", f"meetings.{sighting.trigger.name}")
    stops = stops_of(mentions)
    for occasion in occasions:
        codes = _codes(occasion)
        is_visit = occasion.kind is MeetingKind.VISIT  # a movement may well negotiate at home
        if are_at_home(codes, is_part=True) or (is_visit and are_at_home(codes)):
            yield Refusal(ClaimKind.MEETING, occasion.sightings[0].sentence.span, "domestic", "meetings.parties")
            continue
        is_enough = len(codes) >= 2 or any(is_organisation(knowledge, code) for code in codes)
        is_abroad = any(is_known_by_name(one) or is_with_others_abroad(one) for one in occasion.sightings)
        if not is_enough and not (codes and is_abroad):
            span = occasion.sightings[0].sentence.span
            yield Refusal(ClaimKind.MEETING, span, "domestic", "meetings.parties")
            continue
        is_ahead = occasion.state not in TOOK_PLACE
        is_nowhere = is_visit and is_ahead and not any(one.country for one in occasion.sightings)
        if len(codes) == 1 and (is_nowhere or all(is_with_body_alone(one, mentions) for one in occasion.sightings)):
            yield Refusal(ClaimKind.MEETING, occasion.sightings[0].sentence.span, "unnamed", "meetings.parties")
            continue
        proposal = _proposal(occasion, codes, stops, mentions, knowledge, f"m{number + 1}")
        if _is_only_named(occasion, proposal, mentions):
            yield Refusal(ClaimKind.MEETING, occasion.sightings[0].sentence.span, "generic", proposal.rule)
            continue
        number += 1
        proposals.append(proposal)
        told.append(occasion)
    visits = _by_side(proposals)
    proposals = [
        proposal
        if any(sighting.previous for sighting in occasion.sightings)
        else _within_visit(proposal, visits, mentions)
        for proposal, occasion in zip(proposals, told, strict=True)
    ]
    proposals = with_carried_place(tuple(zip(proposals, told, strict=True)), mentions, knowledge)
    yield from _likely(_weighed(proposals, told, mentions, knowledge), at_least)


def _weighed(
    proposals: Sequence[Proposal], told: Sequence[Occasion], mentions: Mentions, knowledge: Knowledge
) -> Iterator[Proposal]:
    """Each with how sure it is, and the marks that say so."""
    best = Counter(proposal.evidence[0] for proposal in proposals)
    for proposal, occasion in zip(proposals, told, strict=True):
        beside = best[proposal.evidence[0]] - 1
        marks = marks_of(occasion, proposal, len(proposals), beside, mentions, knowledge)
        yield replace(proposal, confidence=round(confidence_of(marks), 2), notes=marks)


def _likely(proposals: Iterable[Proposal], at_least: float) -> Iterator[Proposal | Refusal]:
    """Those that are likely enough, part of nothing that isn't, and the refusals of the others."""
    found = list(proposals)
    unlikely = {one.key for one in found if one.confidence < at_least}
    for one in found:
        assert isinstance(one.values, MeetingValues)
        if one.key in unlikely:
            yield Refusal(ClaimKind.MEETING, one.evidence[0], "low_confidence", one.rule)
        elif one.values.part_of in unlikely:
            inferred = tuple((field, why) for field, why in one.inferred if field != "part_of")
            yield replace(one, values=replace(one.values, part_of=None), inferred=inferred)
        else:
            yield one


def _is_only_named(occasion: Occasion, proposal: Proposal, mentions: Mentions) -> bool:
    """Whether a body's session is but alluded to, on no day, in no place, with nobody there: "what the talks settled".

    Not in a headline, nor where the head of a report is about it, nor what is yet to be held.
    """
    values = proposal.values
    assert isinstance(values, MeetingValues)
    if _is_mere_talk(occasion, values, mentions):
        return True
    if (
        values.state not in {MeetingState.HELD, MeetingState.PROPOSED}
        or len(values.parties) > 1
        or values.kind is MeetingKind.VISIT
    ):
        return False
    if values.date is not None or values.place is not None or values.ordinal is not None or len(occasion.actors) > 1:
        return False
    if any(one.time is not None or _has_day_before(one, mentions) for one in occasion.sightings):
        return False
    if values.state is MeetingState.PROPOSED and all(_is_urgent(one, mentions) for one in occasion.sightings):
        return False  # "called for an emergency session of the Council"
    head = lead(mentions)
    at_head = [one for one in occasion.sightings if one.is_title or one.sentence.span in head]
    is_about_it = any(one.is_title or _is_told_of(one, mentions) for one in at_head)
    return not is_about_it and not (at_head and values.participants)


def _is_urgent(sighting: Sighting, mentions: Mentions) -> bool:
    """Whether it is a body's emergency session."""
    begin = max(sighting.sentence.span.start, sighting.span.start - URGENT_REACH)
    return URGENT.search(mentions.report.text[begin : sighting.span.start]) is not None


def _is_told_of(sighting: Sighting, mentions: Mentions) -> bool:
    """Whether the sentence is about it: a verb tells of it, or it is a verb's subject ("the summit failed")."""
    first, last = token_range(mentions, sighting.sentence, sighting.span)
    nouns = mentions.tokens[first:last]
    return sighting.trigger.shape != "occasion" or any(token.dep in {"nsubj", "nsubjpass", "ROOT"} for token in nouns)


def _is_mere_talk(occasion: Occasion, values: MeetingValues, mentions: Mentions) -> bool:
    """Whether talks are told of that were held on no day, in no place and by nobody ("after talks with Peru")."""
    if values.kind is not MeetingKind.TALKS or values.state is not MeetingState.HELD or len(values.participants) > 1:
        return False
    if values.date is not None or values.place is not None or values.ordinal is not None:
        return False
    if any(one.time is not None or one.is_title or _has_day_before(one, mentions) for one in occasion.sightings):
        return False
    return all(one.trigger.name == "talks" and not _is_held_in_words(one, mentions) for one in occasion.sightings)


def _is_held_in_words(sighting: Sighting, mentions: Mentions) -> bool:
    """Whether somebody is said to have held it."""
    before = mentions.report.text[sighting.sentence.span.start : sighting.span.start]
    return HELD.search(before) is not None


def _has_day_before(sighting: Sighting, mentions: Mentions) -> bool:
    """Whether a day stands right before the word that has no date ("Wednesday's meeting", "on 4 June at the")."""
    begin = max(0, sighting.span.start - DAY_REACH)
    if WEEKDAY.search(mentions.report.text, begin, sighting.span.start) is not None:
        return True
    undated = (time.span.end for time in mentions.times if time.when is None and str(time.value).startswith(NO_YEAR))
    return any(begin <= end <= sighting.span.start for end in undated)


def _by_side(proposals: Iterable[Proposal]) -> dict[str, list[Proposal]]:
    """Party → the visits of which it is a side, in order."""
    found: dict[str, list[Proposal]] = {}
    for proposal in proposals:
        values = proposal.values
        assert isinstance(values, MeetingValues)
        for code in values.parties if values.kind is MeetingKind.VISIT else ():
            found.setdefault(code, []).append(proposal)
    return found


def _within_visit(proposal: Proposal, visits: dict[str, list[Proposal]], mentions: Mentions) -> Proposal:
    """The meeting as part of the visit that it falls in, with the visit's days and place where it has none."""
    values = proposal.values
    assert isinstance(values, MeetingValues)
    if values.kind not in {MeetingKind.MEETING, MeetingKind.TALKS, MeetingKind.CEREMONY}:
        return proposal
    for visit in min((visits.get(code, []) for code in values.parties), key=len, default=()):
        other = visit.values
        assert isinstance(other, MeetingValues)
        if not _falls_in(values, other):
            continue
        is_undated_news = mentions.report.side is None and other.date is not None and values.date is None
        if is_undated_news and proposal.evidence[0].start < visit.evidence[0].start:
            continue  # the press tells of a visit of some other day behind it
        if is_in_another_country(proposal, visit, mentions):
            continue
        inferred = dict(proposal.inferred) | {"part_of": "it falls within the visit of the same people"}
        changed = replace(values, part_of=visit.key)
        is_of_days = other.date is not None and (other.date.last - other.date.first).days <= LONGEST_TRIP
        is_account = mentions.report.side is not None  # the press need not tell it of one of the visit's days
        if values.date is None and is_of_days and is_account and len(values.parties) > 1:
            inferred["date"] = "the days of the visit that it is part of"
            changed = replace(changed, date=other.date)
        if values.place is None and other.place is not None and len(other.parties) == 2:
            inferred["place"] = "the place of the visit that it is part of"
            changed = replace(changed, place=other.place)
        return replace(proposal, values=changed, inferred=tuple(sorted(inferred.items())))
    return proposal


def _falls_in(meeting: MeetingValues, visit: MeetingValues) -> bool:
    if (meeting.state in TOOK_PLACE) != (visit.state in TOOK_PLACE) or not set(meeting.parties) <= set(visit.parties):
        return False
    if meeting.date is not None and visit.date is not None and not meeting.date.meets(visit.date):
        return False
    if meeting.state is MeetingState.PROPOSED:
        return False
    travellers = {person.name for person in visit.participants}
    sides = {person.party for person in visit.participants}
    of_their_side = {person.name for person in meeting.participants if person.party in sides}
    return bool(travellers & of_their_side) or (bool(travellers) and not of_their_side)


def _codes(occasion: Occasion) -> dict[str, Span | None]:
    """The parties, with those that the format's name fixes."""
    codes = dict(occasion.parties)
    for sighting in occasion.sightings:
        for code in sighting.format_parties:
            codes.setdefault(code, sighting.format)
    return codes


def _proposal(
    occasion: Occasion,
    codes: dict[str, Span | None],
    stops: Sequence[Stop],
    mentions: Mentions,
    knowledge: Knowledge,
    key: str,
) -> Proposal:
    best = occasion.ranked()[0]
    spans: Spans = {"kind": (best.span,), "state": (best.span,)}
    inferred: dict[str, str] = {field: why for sighting in occasion.sightings for field, why in sighting.inferred}
    named = tuple(sorted({span for span in codes.values() if span is not None}))
    if named:
        spans["parties"] = named
    date = date_of(occasion, mentions, knowledge, spans, inferred)
    place = place_of(occasion, mentions, knowledge, spans, inferred)
    date, place = with_stop(occasion, stops, mentions, date, place, spans, inferred)
    name = _name(occasion, codes, mentions, knowledge, spans)
    values = MeetingValues(
        kind=kind_of(occasion, codes, name, mentions, knowledge),
        state=occasion.state,
        parties=tuple(sorted(codes)),
        format=name,
        date=date,
        place=place,
        ordinal=ordinal_of(occasion, mentions, spans),
        participants=participants_of(occasion, codes, mentions, spans, inferred, knowledge),
        host=_host(occasion, codes, spans, inferred),
        topics=_topics(occasion, mentions, spans),
        mode=_mode(occasion, spans),
        level=_level(occasion, mentions, knowledge, inferred),
        initiative=_initiative(occasion, codes, mentions, spans),
        sidelines=_sidelines(occasion, mentions, spans),
    )
    return Proposal(
        key=key,
        kind=ClaimKind.MEETING,
        values=values,
        evidence=_evidence(occasion, mentions),
        spans=tuple(sorted(spans.items())),
        inferred=tuple(sorted((field, why) for field, why in inferred.items())),
        rule=f"meetings.{best.trigger.name}",
    )


def _name(
    occasion: Occasion, codes: dict[str, Span | None], mentions: Mentions, knowledge: Knowledge, spans: Spans
) -> str | None:
    """The format's name, else the body's or conference's own, in short, in the title, or as the party that it is."""
    return (
        format_of(occasion, mentions, knowledge, spans)
        or _own_name(occasion, mentions, spans)
        or _by_short_name(occasion, mentions, spans)
        or _in_title(occasion, mentions, spans)
        or body_of(occasion, codes, mentions, knowledge, spans, is_of_leaders(codes, mentions, knowledge))
    )


def _host(occasion: Occasion, codes: dict[str, Span | None], spans: Spans, inferred: dict[str, str]) -> str | None:
    """The code of the party that received the others, by the surest sighting that names one of them as host."""
    host = next((sighting.host for sighting in occasion.ranked() if sighting.host in codes), None)
    if host is not None and (words := codes[host]) is not None:
        spans["host"] = (words,)
    elif host is not None:
        inferred["host"] = "the state where it is held"
    return host


def _topics(occasion: Occasion, mentions: Mentions, spans: Spans) -> tuple[str, ...]:
    """What it was about, verbatim."""
    topics = topics_of(occasion, mentions)
    if topics:
        spans["topics"] = topics
    return tuple(mentions.words(topic) for topic in topics)


def _initiative(occasion: Occasion, codes: dict[str, Span | None], mentions: Mentions, spans: Spans) -> str | None:
    """The code of the party on whose initiative it was."""
    found = initiative_of(occasion, codes, mentions)
    if found is None:
        return None
    spans["initiative"] = (found[1],)
    return found[0]


def _sidelines(occasion: Occasion, mentions: Mentions, spans: Spans) -> str | None:
    """The name of the conference beside which it was."""
    span = sidelines_of(occasion, mentions)
    if span is None:
        return None
    spans["sidelines"] = (span,)
    return mentions.words(span)


def _mode(occasion: Occasion, spans: Spans) -> str:
    """In person, by phone or on a screen, by the surest sighting that tells; or "unknown"."""
    telling = next((one for one in occasion.ranked() if one.mode != "unknown"), None)
    if telling is None:
        return "unknown"
    spans["mode"] = (telling.span,)
    return telling.mode


def _level(occasion: Occasion, mentions: Mentions, knowledge: Knowledge, inferred: dict[str, str]) -> str:
    """The level of those who met, else that of the format; or "unknown"."""
    level = level_of(occasion, mentions)
    if level == "unknown":
        return level_of_format(occasion, knowledge, inferred)
    inferred["level"] = "the offices of those who meet"
    return level


def _own_name(occasion: Occasion, mentions: Mentions, spans: Spans) -> str | None:
    """The name of its own that the body or conference bears whose meeting it is."""
    span = named_format(occasion, mentions)
    if span is None:
        return None
    spans["format"] = (span,)
    return mentions.words(span)


def _by_short_name(occasion: Occasion, mentions: Mentions, spans: Spans) -> str | None:
    """The whole name of the body or dialogue that is called by its last word beside it ("the commission met")."""
    found = full_name(occasion, mentions)
    if found is None:
        return None
    spans["format"] = (found.span,)
    return found.name


def _in_title(occasion: Occasion, mentions: Mentions, spans: Spans) -> str | None:
    """The name that the title gives to the meeting that the report is about."""
    span = name_in_title(occasion, mentions)
    if span is None:
        return None
    spans["format"] = (span,)
    return mentions.words(span)


def _evidence(occasion: Occasion, mentions: Mentions) -> tuple[Span, ...]:
    """The sentences that tell of it; for remarks before a meeting also the words of welcome, first."""
    found = list(sentences_of(occasion, mentions))
    if all(sighting.is_title for sighting in occasion.sightings) and occasion.state is MeetingState.ONGOING:
        body = [one for one in mentions.sentences if mentions.report.blocks[one.block].role is BlockRole.BODY]
        welcome = next((one.span for one in body[:20] if WELCOME.search(mentions.words(one.span))), None)
        if welcome is not None:
            found.insert(0, welcome)
    return tuple(found)
