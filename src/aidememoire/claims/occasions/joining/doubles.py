"""Doubles: one occasion that was taken for two, put together when all of the report is read.

A headline names those who met in fewer words than the body. Talks on a visit are the visit, unless they have a
counterpart, a day or a place of their own. Members who spoke in one session of a council were at one session.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from aidememoire.claims.occasions.joining.near import Near
from aidememoire.claims.occasions.joining.occasion import ROUNDS, Occasion
from aidememoire.claims.occasions.joining.told_again import is_told_again
from aidememoire.claims.occasions.joining.welcomed import is_visit_welcomed
from aidememoire.claims.occasions.parties.participation import mentions_within
from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.model import TOOK_PLACE, Actor, ActorKind, MeetingKind, Mentions, Span

SHARED = 2
"""Parties that a headline and the body must both name to tell of one occasion."""

PLURALS = frozenset({"meetings", "conversations", "discussions", "contacts"})
THEIRS = re.compile(r"\b(?:his|her|their|our)\s(?:[\w-]+\s)?$", re.IGNORECASE)

OFFICIALS = re.compile(
    r"\s(?:with |of |between )?(?:(?!and\b|who\b)[\w.’'()-]+,? ){0,5}?(?:and (?:[\w.’'-]+ ){0,3}?)?"
    r"(?:officials|leaders|authorities|representatives|counterparts|diplomats|government|members)\b"
    r"(?![^.;]{0,40}\b(?:including|such as|led by)\b)"
)
"""Behind a word for a meeting, people without names: accepts " with senior Chilean officials", " with government and
civil society members"; refuses " with leaders, including the president"."""

IS_TO_BE = re.compile(
    r"\s(?:(?:will|is|are|was|were|has|had|have|to|be|been|being|due|expected|set|scheduled|also|now)\s){1,5}"
)
"""Between a noun and the verb that tells of it: accepts " will be "; refuses " ended before ministers "."""
FOR_A = re.compile(
    r"(?:,?\s(?!(?:after|before|ahead|since|following|until|to|prepar\w+|discuss\w*)\b)[\w’'-]+){0,6}?"
    r",?\s(?:for|at|but)\s(?:a|an|the|their|its)\s(?:[\w-]+\s){0,3}"
)
"""Between such a verb and the noun: accepts " on Thursday for a two-day ", " in May but the "; refuses " to prepare
the ", " after the "."""
CONVENING = re.compile(r"\b(?:be|been|was|were|being) (?:\w+ly )?$")
"""Before a verb of which the occasion is the subject: accepts "will be (convened)"; refuses "envoys (convened)"."""

TALKS = frozenset({MeetingKind.MEETING, MeetingKind.TALKS})
AT_WHICH_ONE_SIGNS = TALKS | {MeetingKind.VISIT, MeetingKind.SUMMIT}


def without_doubles(occasions: Sequence[Occasion], mentions: Mentions) -> list[Occasion]:
    """The occasions in order, each that is another one told of again added to that one."""
    left = _with_visits_welcomed(_with_what_they_are_for(occasions, mentions), mentions)
    for may_be, same in (
        (_is_told_by_verb, _is_its_convening),
        (_is_headline, _is_its_headline),
        (_are_talks, _is_the_visit),
        (_are_all_of_it, _is_the_session),
        (_is_of_one_side, _is_its_sitting),
        (_is_bare, _is_all_of_them),
        (_is_any, is_told_again),
    ):
        near, gone = Near(left), set[int]()
        for index, occasion in enumerate(left):
            if not may_be(occasion):
                continue
            others = near.to(occasion.sightings[0].span.start, occasion.codes, occasion.when)
            kept = (other for other in others if other != index and other not in gone)
            whole = next((other for other in kept if same(occasion, left[other], mentions)), None)
            if whole is not None:
                gone.add(index)
                both = (*left[whole].sightings, *occasion.sightings)
                left[whole].retell(sorted(both, key=lambda one: one.span.start))
                near.refresh(whole)
        left = [occasion for index, occasion in enumerate(left) if index not in gone]
    return list(_without_signings(left))


def _is_any(occasion: Occasion) -> bool:
    return True


def _is_told_by_verb(occasion: Occasion) -> bool:
    return len(occasion.sightings) == 1 and occasion.sightings[0].trigger.name == "gather"


def _is_headline(occasion: Occasion) -> bool:
    return all(one.is_title for one in occasion.told)


def _are_talks(occasion: Occasion) -> bool:
    return occasion.kind in TALKS


def _are_all_of_it(occasion: Occasion) -> bool:
    return all(_is_of_it(one) for one in occasion.told)


def _is_of_one_side(occasion: Occasion) -> bool:
    return len(occasion.codes) == 1


def _is_bare(occasion: Occasion) -> bool:
    return not any(one.time is not None or one.place is not None or one.is_title for one in occasion.told)


def _without_signings(occasions: Sequence[Occasion]) -> Iterator[Occasion]:
    """The occasions without those that are but the signing of papers at another one."""
    by_sides: dict[frozenset[str], list[Occasion]] = {}
    for occasion in occasions:
        by_sides.setdefault(occasion.codes, []).append(occasion)
    for occasion in occasions:
        is_signing = all(one.trigger.shape == "signing" for one in occasion.sightings)
        if not is_signing or not any(_is_signed_at(occasion, other) for other in by_sides[occasion.codes]):
            yield occasion


def _is_signed_at(signing: Occasion, other: Occasion) -> bool:
    """Whether it is but the signing of papers at a visit or talks of the same sides, on the same day."""
    if signing is other or any(one.trigger.shape != "signing" for one in signing.sightings):
        return False
    is_past = signing.state in TOOK_PLACE and other.state in TOOK_PLACE
    is_day = signing.when is not None and other.when is not None and signing.when.meets(other.when)
    is_undated = signing.when is None and not any(one.place for one in signing.sightings)
    return (is_day or is_undated) and is_past and signing.codes == other.codes and other.kind in AT_WHICH_ONE_SIGNS


def _with_what_they_are_for(occasions: Sequence[Occasion], mentions: Mentions) -> list[Occasion]:
    """The occasions, a conference for which a visit is and for which nobody else is named added to the visit."""
    visits: dict[int, list[Occasion]] = {}  # sentence → the visits of which it tells
    for occasion in occasions if mentions.report.side is not None else ():
        for index in {one.sentence.index for one in occasion.sightings} if occasion.kind is MeetingKind.VISIT else ():
            visits.setdefault(index, []).append(occasion)
    gone: set[int] = set()
    for occasion in occasions:
        beside = (one for one in visits.get(occasion.sightings[0].sentence.index, ()) if id(one) not in gone)
        visit = next((one for one in beside if _is_aim_of(occasion, one, mentions)), None)
        if visit is not None:
            gone.add(id(occasion))
            aims = [replace(one, is_aim=True) for one in occasion.sightings]
            visit.retell(sorted((*visit.sightings, *aims), key=lambda one: one.span.start))
    return [occasion for occasion in occasions if id(occasion) not in gone]


def _with_visits_welcomed(occasions: Sequence[Occasion], mentions: Mentions) -> list[Occasion]:
    """The occasions without the visits that a host but welcomes, what else is told of these added to the meeting."""
    gone: set[int] = set()
    for visit in [one for one in occasions if one.kind is MeetingKind.VISIT]:
        meeting = next((other for other in occasions if is_visit_welcomed(visit, other, mentions)), None)
        if meeting is not None:
            gone.add(id(visit))
            further = [one for one in visit.sightings if one.kind is not MeetingKind.VISIT]
            meeting.retell(sorted((*meeting.sightings, *further), key=lambda one: one.span.start))
    return [occasion for occasion in occasions if id(occasion) not in gone]


def _is_aim_of(occasion: Occasion, visit: Occasion, mentions: Mentions) -> bool:
    """Whether it is a conference of the traveller's own side alone, told of in the sentence of his journey."""
    if visit.kind is not MeetingKind.VISIT or occasion.codes != {mentions.report.side} or occasion is visit:
        return False
    told = {one.sentence.index for one in visit.told}
    is_session = all(one.trigger.needs_body and one.sentence.index in told for one in occasion.told)
    is_there = all(one.country is None or one.country in visit.codes for one in occasion.told)
    return is_session and is_there and (occasion.state in TOOK_PLACE) == (visit.state in TOOK_PLACE)


def _is_its_convening(occasion: Occasion, other: Occasion, mentions: Mentions) -> bool:
    """Whether it is but the verb of which another occasion is the subject ("the summit will be convened in Lima")."""
    if occasion.codes != other.codes or occasion.state is not other.state or len(occasion.told) != 1:
        return False
    (told,) = occasion.told
    start = told.span.start
    if told.trigger.name != "gather" or not CONVENING.search(mentions.report.text, told.sentence.span.start, start):
        return False
    nouns = [one for one in other.told if one.trigger.shape == "occasion" and one.span.end <= start]
    return any(one.sentence.index == told.sentence.index for one in nouns)


def _is_its_headline(occasion: Occasion, other: Occasion, mentions: Mentions) -> bool:
    """Whether a government's headline tells of what the body tells of, with more or other parties."""
    if mentions.report.side is None or not all(one.is_title for one in occasion.told):
        return False
    if all(one.is_title for one in other.told) or len(occasion.codes & other.codes) < SHARED:
        return False
    if all(one.previous for one in other.told):
        return False  # "followed on from their call last week"
    kinds = {occasion.kind, other.kind}
    is_same_kind = len(kinds) == 1 or kinds <= ROUNDS
    is_past = other.state in TOOK_PLACE and occasion.state in TOOK_PLACE
    return is_same_kind and (is_past or occasion.state is other.state) and _days_agree(occasion, other)


def _is_the_visit(occasion: Occasion, visit: Occasion, mentions: Mentions) -> bool:
    """Whether talks are but what the visit was for: no counterpart is named, and no other day or place."""
    if visit.kind is not MeetingKind.VISIT or occasion.kind not in TALKS or not occasion.codes <= visit.codes:
        return False
    if (occasion.state in TOOK_PLACE) != (visit.state in TOOK_PLACE) or any(one.is_title for one in occasion.told):
        return False
    if _is_with_unnamed_officials(occasion, visit, mentions):
        return True
    known = set(visit.actors)
    if any(_is_known_person(mentions.actors[index]) for index in occasion.actors if index not in known):
        return False
    if not known & set(occasion.actors):
        return False  # of people whom nothing ties to the traveller
    if occasion.when is not None and occasion.when != visit.when:
        return False
    if any(one.ordinal is not None or one.format is not None for one in occasion.told):
        return False
    there = {mentions.words(one.place) for one in visit.told if one.place is not None}
    countries = {one.country for one in visit.told}
    return all(
        one.place is None or mentions.words(one.place) in there or _is_all_of(one, countries, mentions)
        for one in occasion.told
    )


def _is_with_unnamed_officials(occasion: Occasion, visit: Occasion, mentions: Mentions) -> bool:
    """Whether those visited are but called officials, on no day outside the visit: what a journey is for."""
    side = mentions.report.side
    if side is None or occasion.codes != visit.codes or side not in occasion.codes:
        return False
    if any(_is_known_person(mentions.actors[index], other_than=side) for index in occasion.actors):
        return False
    if any(one.ordinal is not None or one.format is not None for one in occasion.told):
        return False
    when, days = occasion.when, visit.when
    if when is not None and (days is None or when.first < days.first or days.last < when.last):
        return False
    countries = {one.country for one in visit.told}
    return all(
        (one.country is None or one.country in countries)
        and OFFICIALS.match(mentions.report.text, one.span.end, one.sentence.span.end) is not None
        for one in occasion.told
    )


def _is_known_person(actor: Actor, other_than: str | None = None) -> bool:
    return actor.kind is ActorKind.PERSON and actor.party is not None and actor.party != other_than


def _is_all_of_them(occasion: Occasion, other: Occasion, mentions: Mentions) -> bool:
    """Whether it sums up what those two held ("his meetings with the president had helped")."""
    if occasion.codes != other.codes or occasion.state not in TOOK_PLACE or other.state not in TOOK_PLACE:
        return False
    if any(one.time is not None or one.place is not None or one.is_title for one in occasion.told):
        return False
    return other.kind is not MeetingKind.CALL and all(_is_plural_of_theirs(one, mentions) for one in occasion.told)


def _is_plural_of_theirs(sighting: Sighting, mentions: Mentions) -> bool:
    before = mentions.report.text[max(0, sighting.span.start - 24) : sighting.span.start]
    return mentions.words(sighting.span).lower() in PLURALS and THEIRS.search(before) is not None


def _is_the_session(occasion: Occasion, other: Occasion, mentions: Mentions) -> bool:
    """Whether two tell of one session of a council, each naming other members ("X told the council … Y said to it")."""
    keys = {one.format_key for one in (*occasion.told, *other.told) if one.format_key}
    bodies = {code for one in (*occasion.told, *other.told) for code in one.format_parties}
    if len(keys) != 1 or len(bodies) != 1 or not bodies <= occasion.codes & other.codes:
        return False
    if occasion.kind not in ROUNDS or other.kind not in ROUNDS or occasion is other:
        return False
    if occasion.state not in TOOK_PLACE or other.state not in TOOK_PLACE or not _days_agree(occasion, other):
        return False
    return all(_is_of_it(one) for one in (*occasion.told, *other.told))


def _is_its_sitting(occasion: Occasion, other: Occasion, mentions: Mentions) -> bool:
    """Whether a body's members are said in one sentence to meet, and what they meet for is named by a noun."""
    if occasion.codes != other.codes or len(occasion.codes) != 1 or not {occasion.kind, other.kind} <= ROUNDS:
        return False
    if (occasion.state in TOOK_PLACE) != (other.state in TOOK_PLACE) or not _days_agree(occasion, other):
        return False
    return any(
        one.sentence.index == two.sentence.index
        and one.trigger.shape != "occasion"
        and two.trigger.shape == "occasion"
        and _is_what_they_meet_for(one.span, two.span, mentions)
        for one, two in product(occasion.told, other.told)
    )


def _is_what_they_meet_for(verb: Span, noun: Span, mentions: Mentions) -> bool:
    text = mentions.report.text
    if noun.end <= verb.start:
        return IS_TO_BE.fullmatch(text, noun.end, verb.start) is not None
    return FOR_A.fullmatch(text, verb.end, noun.start) is not None


def _is_of_it(sighting: Sighting) -> bool:
    return sighting.format_key is not None and not (sighting.previous or sighting.is_earlier or sighting.is_next)


def _days_agree(occasion: Occasion, other: Occasion) -> bool:
    return occasion.when is None or other.when is None or occasion.when.meets(other.when)


def _is_all_of(sighting: Sighting, countries: set[str | None], mentions: Mentions) -> bool:
    """Whether its place is but the country visited."""
    named = {one.code for one in mentions_within(mentions.parties, sighting.place)} if sighting.place else set()
    return sighting.country in countries and sighting.country in named
