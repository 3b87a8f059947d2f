"""Meetings: each specific occasion on which states or organisations met, spoke, visited, or are to.

``sightings`` finds the mentions, ``occasions`` puts those of one occasion together; here what no words give is filled
in from the report, and what has two sides, or is the session of a body of states, is proposed. The rest is refused.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from aidememoire.claims.occasions.attendance import add_attendance, is_spokesperson
from aidememoire.claims.occasions.occasion import CONSULTATION, PAST, Occasion
from aidememoire.claims.occasions.occasions import gather, is_known_by_name, sentences_of
from aidememoire.claims.occasions.participation import is_organisation, participation
from aidememoire.claims.occasions.sightings import Sighting, is_too_long, sightings
from aidememoire.knowledge import Knowledge
from aidememoire.model import (
    ActorKind,
    BlockRole,
    ClaimKind,
    Granularity,
    MeetingKind,
    MeetingState,
    MeetingValues,
    Mentions,
    Participation,
    Proposal,
    Refusal,
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

MOST_TOPICS = 3

LEADERS_OF_A_SUMMIT = 3
"""From how many sides on a meeting of leaders is a summit: those of two states just meet."""

WITHOUT_LEADERS = frozenset({"UN", "IMF", "World Bank", "WTO", "GATT", "IAEA"})
"""Bodies whose "leaders" are their own officials, not heads of states who meet."""

LEADERS = frozenset({"head of state", "head of government", "head of organisation"})

WELCOME = re.compile(
    r"\b(?:welcome|pleasure|great to see|good to see|good to have|great to have|"
    r"happy to (?:have|meet)|pleased to (?:have|be)|"
    r"delighted|hono(?:u)?red? to|thank you for (?:coming|hosting|having|your hospitality))\b",
    re.IGNORECASE,
)
"""Words said with both sides in the room."""

Spans = dict[str, tuple[Span, ...]]


def propose_meetings(mentions: Mentions, knowledge: Knowledge) -> Iterator[Proposal | Refusal]:
    """One Proposal for each occasion, in order of first mention; a Refusal for each mention that asserts none."""
    asserted: list[Sighting] = []
    for sighting, why in sightings(mentions, knowledge):
        if why is None:
            asserted.append(sighting)
        elif len(sighting.codes) >= 2:
            yield Refusal(ClaimKind.MEETING, sighting.sentence.span, why, f"meetings.{sighting.trigger.name}")
    for sentence in mentions.sentences:
        if is_too_long(sentence):
            yield Refusal(ClaimKind.MEETING, sentence.span, "too_long", "meetings.sentence")
    number = 0
    proposals: list[Proposal] = []
    occasions, left = gather(asserted, mentions, knowledge)
    add_attendance(occasions, mentions, knowledge, lambda occasion: _is_the_news(occasion, mentions))
    for sighting in left:
        if len(sighting.codes) == 1 and not sighting.is_definite:
            yield Refusal(ClaimKind.MEETING, sighting.sentence.span, "domestic", f"meetings.{sighting.trigger.name}")
    for occasion in occasions:
        codes = _codes(occasion)
        is_enough = len(codes) >= 2 or any(is_organisation(knowledge, code) for code in codes)
        if not is_enough and not any(is_known_by_name(sighting) for sighting in occasion.sightings):
            span = occasion.sightings[0].sentence.span
            yield Refusal(ClaimKind.MEETING, span, "domestic", "meetings.parties")
            continue
        number += 1
        proposals.append(_proposal(occasion, codes, mentions, knowledge, f"m{number}"))
    yield from (_within_visit(proposal, proposals) for proposal in proposals)


def _within_visit(proposal: Proposal, proposals: list[Proposal]) -> Proposal:
    """The meeting as part of the visit that it falls in, with the visit's days and place where it has none."""
    values = proposal.values
    assert isinstance(values, MeetingValues)
    if values.kind not in {MeetingKind.MEETING, MeetingKind.TALKS, MeetingKind.CEREMONY}:
        return proposal
    for visit in proposals:
        other = visit.values
        assert isinstance(other, MeetingValues)
        if other.kind is not MeetingKind.VISIT or not _falls_in(values, other):
            continue
        inferred = dict(proposal.inferred) | {"part_of": "it falls within the visit of the same people"}
        changed = replace(values, part_of=visit.key)
        if values.date is None and other.date is not None:
            inferred["date"] = "the days of the visit that it is part of"
            changed = replace(changed, date=other.date)
        if values.place is None and other.place is not None and len(other.parties) == 2:
            inferred["place"] = "the place of the visit that it is part of"
            changed = replace(changed, place=other.place)
        return replace(proposal, values=changed, inferred=tuple(sorted(inferred.items())))
    return proposal


def _falls_in(meeting: MeetingValues, visit: MeetingValues) -> bool:
    if (meeting.state in PAST) != (visit.state in PAST) or not set(meeting.parties) <= set(visit.parties):
        return False
    if meeting.date is not None and visit.date is not None and not meeting.date.meets(visit.date):
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
    occasion: Occasion, codes: dict[str, Span | None], mentions: Mentions, knowledge: Knowledge, key: str
) -> Proposal:
    best = occasion.ranked()[0]
    spans: Spans = {"kind": (best.span,), "state": (best.span,)}
    inferred: dict[str, str] = {field: why for sighting in occasion.sightings for field, why in sighting.inferred}
    named = tuple(sorted({span for span in codes.values() if span is not None}))
    if named:
        spans["parties"] = named
    date = _date(occasion, mentions, spans, inferred)
    place = _place(occasion, mentions, spans, inferred)
    level = _level(occasion, mentions)
    if level != "unknown":
        inferred["level"] = "the offices of those who meet"
    else:
        level = _level_of_format(occasion, knowledge, inferred)
    host = next((sighting.host for sighting in occasion.ranked() if sighting.host in codes), None)
    if host is not None and (words := codes[host]) is not None:
        spans["host"] = (words,)
    elif host is not None:
        inferred["host"] = "the state where it is held"
    topics = [sighting.topic for sighting in occasion.sightings if sighting.topic][:MOST_TOPICS]
    if topics:
        spans["topics"] = tuple(topics)
    mode = next((one for one in occasion.ranked() if one.mode != "unknown"), None)
    if mode is not None:
        spans["mode"] = (mode.span,)
    values = MeetingValues(
        kind=_kind(occasion, codes, mentions),
        state=occasion.state,
        parties=tuple(sorted(codes)),
        format=_format(occasion, mentions, spans) or _body(occasion, codes, mentions, knowledge, spans),
        date=date,
        place=place,
        ordinal=_ordinal(occasion, spans),
        participants=_participants(occasion, codes, mentions, spans),
        host=host,
        topics=tuple(mentions.words(topic) for topic in topics),
        mode=mode.mode if mode is not None else "unknown",
        level=level,
    )
    return Proposal(
        key=key,
        kind=ClaimKind.MEETING,
        values=values,
        evidence=_evidence(occasion, mentions),
        spans=tuple(sorted(spans.items())),
        inferred=tuple(sorted((field, why) for field, why in inferred.items())),
        confidence=_confidence(occasion, codes),
        rule=f"meetings.{best.trigger.name}",
    )


def _date(occasion: Occasion, mentions: Mentions, spans: Spans, inferred: dict[str, str]) -> When | None:
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
    if mentions.dateline is None or mentions.dateline.date is None or not _is_the_news(occasion, mentions):
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


def _evidence(occasion: Occasion, mentions: Mentions) -> tuple[Span, ...]:
    """The sentences that tell of it; for remarks before a meeting also the words of welcome, first."""
    found = list(sentences_of(occasion, mentions))
    if all(sighting.is_title for sighting in occasion.sightings) and occasion.state is MeetingState.ONGOING:
        body = [one for one in mentions.sentences if mentions.report.blocks[one.block].role is BlockRole.BODY]
        welcome = next((one.span for one in body[:20] if WELCOME.search(mentions.words(one.span))), None)
        if welcome is not None:
            found.insert(0, welcome)
    return tuple(found)


def _width(sighting: Sighting) -> int:
    """How many days the sighting leaves open."""
    when = sighting.time.when if sighting.time else None
    return (when.last - when.first).days if when else 0


def _is_near(when: When, news: When) -> bool:
    """Whether a day lies in the days before the report: what was held last summer is not its news."""
    return when.last >= news.first - timedelta(days=DAYS_OF_NEWS) and when.first <= news.last


def _is_the_news(occasion: Occasion, mentions: Mentions) -> bool:
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


def _place(occasion: Occasion, mentions: Mentions, spans: Spans, inferred: dict[str, str]) -> str | None:
    places = [sighting for sighting in occasion.ranked() if sighting.place is not None]
    places.sort(key=lambda sighting: sighting.kind is not occasion.kind)
    if places:
        assert places[0].place is not None
        spans["place"] = (places[0].place,)
        return mentions.words(places[0].place)
    dateline = mentions.dateline
    if dateline is None or dateline.place is None or occasion.kind is MeetingKind.CALL:
        return None
    if not _is_the_news(occasion, mentions) and not any(sighting.is_here for sighting in occasion.sightings):
        return None
    inferred["place"] = "the place over the body: it is reported as news from there"
    return dateline.place


def _kind(occasion: Occasion, codes: dict[str, Span | None], mentions: Mentions) -> MeetingKind:
    kind = occasion.kind
    if kind is MeetingKind.MEETING and len(codes) >= LEADERS_OF_A_SUMMIT and _level(occasion, mentions) == "leaders":
        leaders = {mentions.actors[index].party for index in occasion.actors if mentions.actors[index].role in LEADERS}
        if len(leaders) >= LEADERS_OF_A_SUMMIT or _are_leaders_in_words(occasion, mentions):
            return MeetingKind.SUMMIT
    if kind is MeetingKind.MEETING and _is_of_leaders(occasion, codes, mentions):
        return MeetingKind.SUMMIT
    formats = " ".join(mentions.words(one.format) for one in occasion.sightings if one.format)
    if kind is MeetingKind.MEETING and CONSULTATION.search(formats):
        return MeetingKind.TALKS
    return kind


def _are_leaders_in_words(occasion: Occasion, mentions: Mentions) -> bool:
    """Whether the sides are named by their leaders' offices ("the presidents of A, B and C met")."""
    named = [span for sighting in occasion.sightings for _, span in sighting.parties if span is not None]
    return any(
        office.is_plural and office.role in LEADERS and any(span.contains(office.span) for span in named)
        for office in mentions.offices
    )


def _is_of_leaders(occasion: Occasion, codes: dict[str, Span | None], mentions: Mentions) -> bool:
    """Whether the leaders of a body of states met, whatever the meeting is called ("met with G7 leaders")."""
    bodies = [
        span
        for code, span in codes.items()
        if span is not None and code not in WITHOUT_LEADERS and not re.fullmatch(r"[A-Z]{3}", code)
    ]
    for span in bodies:
        words = mentions.report.text[span.start : span.end + 24].lower()
        if re.match(r"[\w .-]{2,40}?['’s]*\W*\b(?:leaders|heads of (?:state|government)|presidents)\b", words):
            return True
    return False


def _format(occasion: Occasion, mentions: Mentions, spans: Spans) -> str | None:
    for sighting in occasion.ranked():
        if sighting.format is not None:
            spans["format"] = (sighting.format,)
            named = next((one.name for one in mentions.dialogues if one.span == sighting.format), None)
            return named or mentions.words(sighting.format)
    return None


def _body(
    occasion: Occasion, codes: dict[str, Span | None], mentions: Mentions, knowledge: Knowledge, spans: Spans
) -> str | None:
    """The grouping whose meeting it is, or the organisation whose summit: the format goes by its name."""
    is_summit = occasion.kind is MeetingKind.SUMMIT or _is_of_leaders(occasion, codes, mentions)
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


def _ordinal(occasion: Occasion, spans: Spans) -> int | None:
    for sighting in occasion.ranked():
        if sighting.ordinal is not None and sighting.ordinal_span is not None:
            spans["ordinal"] = (sighting.ordinal_span,)
            return sighting.ordinal
    return None


def _participants(
    occasion: Occasion, codes: dict[str, Span | None], mentions: Mentions, spans: Spans
) -> tuple[Participation, ...]:
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


def _level(occasion: Occasion, mentions: Mentions) -> str:
    roles = {mentions.actors[index].role for index in occasion.actors}
    offices = " ".join(mentions.actors[index].office or "" for index in occasion.actors)
    if roles & LEADERS:
        return "leaders"
    if any(role and "minister" in role for role in roles) or "secretary of state" in offices:
        return "ministers"
    if offices.strip():
        return "officials"
    words = " ".join(mentions.words(sighting.sentence.span) for sighting in occasion.sightings).lower()
    if "leaders" in words or "presidents" in words or "heads of state" in words:
        return "leaders"
    if "ministers" in words:
        return "ministers"
    return "unknown"


def _level_of_format(occasion: Occasion, knowledge: Knowledge, inferred: dict[str, str]) -> str:
    """The level at which the format meets, where the report names it."""
    for sighting in occasion.ranked():
        known = knowledge.dialogues.get(sighting.format_key) if sighting.format_key else None
        if known is not None and known.level:
            inferred["level"] = "the level at which the format meets"
            return known.level
    return "unknown"


def _confidence(occasion: Occasion, codes: dict[str, Span | None]) -> float:
    """How sure the rule is: both sides named in words, a finite verb, a time or place."""
    best = occasion.ranked()[0]
    confidence = 0.6
    confidence += 0.15 if sum(span is not None for span in codes.values()) >= 2 else 0
    confidence += 0.1 if best.time or best.place else 0
    confidence += 0.1 if best.trigger.shape in {"encounter", "travel"} or occasion.actors else 0
    return min(confidence, 0.95)
