"""Sequels: the next, the previous, another meeting of those last told of; what it takes over from that one.

"The next round is to take place in Athens": the sides are those of the round told of before it. A previous meeting is
one of the same format; a next one only where it is called one ("to host the next one"), for nobody can know it yet.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from aidememoire.claims.occasions.joining.occasion import CONSULTATION, ROUNDS, Occasion
from aidememoire.claims.occasions.parties.participation import Sides
from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.seats import is_for_bodies
from aidememoire.model import TOOK_PLACE, MeetingKind, MeetingState, Mentions, Sentence

AHEAD = frozenset({MeetingState.PLANNED, MeetingState.PROPOSED, MeetingState.POSTPONED, MeetingState.CANCELLED})

FEW_SENTENCES = 4
"""How far off another mention of the same format may lie for its sides to be this one's: a question and its answer."""

COUNTERPARTS = 60
"""Code points behind a word for talks in which those are named with whom they are held."""
WITH_OTHERS = re.compile(r"\b(?:with|between|among|of the|sponsored)\b", re.IGNORECASE)
OF_OTHERS = re.compile(
    r"\b(?:proximity|peace|indirect|internal|party|bank|debt|trilateral|world|multilateral)\W*$", re.IGNORECASE
)
HOST = "the country where the talks are, for people of one side who came there to hold them"
HOST_OF_VISIT = "the host of the visit told of before it, for an office-holder of no named party"
UNOFFICIAL = frozenset({"spokesman", "spokeswoman", "spokesperson", "analyst", "professor", "director", "chairman"})
PARTIES_OF_THE_FORMAT = "the parties of the other meeting in the same format that the report tells of"
PARTIES_BEFORE = "the parties of the meeting told of before it"
OUR_OWN = re.compile(r"\b(?:our|my)\s(?:[\w-]+\s){0,2}$", re.IGNORECASE)
"""Before a plural: accepts "our upcoming (conversations)"; refuses "the (talks)"."""
OWN_REACH = 30
PARTIES_OF_DIALOGUE = "the dialogue told of before it"
ONE_OF_A_SERIES = frozenset({"one", "round"})
PARTIES_BESIDE = "the parties named with the same format elsewhere in the report"


def borrowed(
    sighting: Sighting, occasions: Sequence[Occasion], mentions: Mentions, knowledge: Knowledge
) -> Sighting | None:
    """The sighting with the sides that its own sentence doesn't name; None when there is nothing to take them from."""
    return (
        _during_visit(sighting, occasions, mentions)
        or _of_same_format(sighting, occasions)
        or (None if _are_our_own(sighting, mentions) else _after(sighting, occasions, mentions))
        or _of_dialogue_told(sighting, mentions, knowledge)
        or _beside_same_format(sighting, mentions, knowledge)
        or _with_host(sighting, mentions, knowledge)
    )


def _with_host(sighting: Sighting, mentions: Mentions, knowledge: Knowledge) -> Sighting | None:
    """The sighting of talks that people of one side held in another country, with that country as the other side.

    "The envoy of Chile, in Peru for talks, said": not where others are named as the counterparts ("in Peru for talks
    with investors"), and not where a body sits to which all come.
    """
    if sighting.kind is not MeetingKind.TALKS or len(sighting.codes) != 1 or not sighting.actors:
        return None
    if sighting.country is None or sighting.country in sighting.codes or sighting.place is None:
        return None
    if not knowledge.parties.is_state(next(iter(sighting.codes))) or 0 <= sighting.span.start - sighting.place.end <= 2:
        return None  # "the Oslo talks" go by the name of a place, whoever's they are
    after = mentions.report.text[sighting.span.end : min(sighting.span.end + COUNTERPARTS, sighting.sentence.span.end)]
    before = mentions.report.text[max(sighting.sentence.span.start, sighting.span.start - 20) : sighting.span.start]
    if WITH_OTHERS.search(after) or OF_OTHERS.search(before) or is_for_bodies(mentions.words(sighting.place)):
        return None
    own = dict(sighting.parties)
    parties = (*own.items(), (sighting.country, sighting.place))
    return replace(sighting, parties=parties, host=sighting.country, inferred=(*sighting.inferred, ("parties", HOST)))


def _during_visit(sighting: Sighting, occasions: Sequence[Occasion], mentions: Mentions) -> Sighting | None:
    """The sighting with the host of the visit told of before it, where it names an office-holder of no party.

    "He visited Chile. He met Finance Minister X": X is Chile's.
    """
    if len(sighting.codes) != 1 or sighting.kind not in ROUNDS:
        return None
    people = [mentions.actors[index] for index in sighting.actors]
    if not any(actor.party is None and actor.office and actor.office not in UNOFFICIAL for actor in people):
        return None
    visits = [
        occasion
        for occasion in occasions
        if occasion.kind is MeetingKind.VISIT
        and len(occasion.codes) == 2
        and sighting.codes < occasion.codes
        and occasion.sightings[0].span.start < sighting.span.start
        and (occasion.state in TOOK_PLACE) == (sighting.state in TOOK_PLACE)
    ]
    return _with_parties(sighting, visits[-1], HOST_OF_VISIT) if visits else None


def _of_same_format(sighting: Sighting, occasions: Sequence[Occasion]) -> Sighting | None:
    if sighting.format is None or sighting.format_key is None:
        return None
    for occasion in occasions:
        if any(one.format_key == sighting.format_key for one in occasion.sightings):
            if sighting.codes and not sighting.codes <= occasion.codes:
                continue
            return _with_parties(sighting, occasion, PARTIES_OF_THE_FORMAT)
    return None


def _after(sighting: Sighting, occasions: Sequence[Occasion], mentions: Mentions) -> Sighting | None:
    """Another meeting of those last told of ("the next meeting", "the January talks"); None for other sightings."""
    if not _points_on(sighting):
        return None
    before = [
        occasion
        for occasion in occasions
        if occasion.kind in ROUNDS
        and occasion.sightings[0].span.start < sighting.span.start
        and sighting.codes <= occasion.codes
        and (sighting.trigger.name != "round" or occasion.kind is MeetingKind.TALKS)
    ]
    if sighting.kind not in ROUNDS or not before:
        return None
    is_of_leaders = sighting.kind is MeetingKind.SUMMIT and (sighting.is_next or sighting.previous)
    is_of_leaders = is_of_leaders and any(one.kind is MeetingKind.SUMMIT for one in before)
    latest = max(
        (one for one in before if not is_of_leaders or one.kind is MeetingKind.SUMMIT),
        key=lambda occasion: max(one.span.start for one in occasion.told if one.span.start < sighting.span.start),
    )
    found = _with_parties(sighting, latest, PARTIES_BEFORE)
    if sighting.trigger.name == "one" or sighting.is_again:
        found = replace(
            found, kind=latest.kind, inferred=(*found.inferred, ("kind", "that of the meeting told of before it"))
        )
    if sighting.previous or _is_another_round(sighting, latest, mentions):
        found = _with_format(found, latest)
    return found


def _is_another_round(sighting: Sighting, latest: Occasion, mentions: Mentions) -> bool:
    """Whether it is the next one of those in whose format the latest was.

    Behind a round of a dialogue: "the next round", "the next one", "agreed to meet again"; behind a summit: "the next
    summit". Not "they agreed to meet again" behind a summit, beside which they may.
    """
    is_round = latest.kind is MeetingKind.TALKS
    if sighting.is_again:
        return is_round and _is_consultation(latest, mentions)
    if not sighting.is_next:
        return False
    if sighting.trigger.name in {"one", "round"}:
        return is_round or sighting.trigger.name == "one"
    if sighting.trigger.needs_body or sighting.kind is MeetingKind.SUMMIT:
        return latest.kind is sighting.kind or latest.sightings[0].trigger.name == sighting.trigger.name
    return sighting.trigger.name == "meeting" and is_round


def _of_dialogue_told(sighting: Sighting, mentions: Mentions, knowledge: Knowledge) -> Sighting | None:
    """One of the standing dialogue told of before it, of which no meeting was ("The dialogue of A and B was founded
    in 2002. The first such meeting took place in Lima").
    """
    if sighting.trigger.name not in ONE_OF_A_SERIES or (sighting.time is None and sighting.place is None):
        return None
    here = sighting.sentence.index
    for sentence in reversed(mentions.sentences[max(0, here - FEW_SENTENCES) : here]):
        named = [one for one in mentions.dialogues if sentence.span.contains(one.span)]
        if not named:
            continue
        codes = set(named[0].parties) or {
            code for one in Sides(mentions, knowledge, sentence).presences for code in one.parties
        }
        if len(named) > 1 or len(codes) != 2 or not sighting.codes <= codes:
            return None
        own = dict(sighting.parties)
        inferred = (*sighting.inferred, ("parties", PARTIES_OF_DIALOGUE), ("format", PARTIES_OF_DIALOGUE))
        return replace(
            sighting,
            parties=tuple((code, own.get(code)) for code in sorted(codes)),
            kind=MeetingKind.TALKS if CONSULTATION.search(mentions.words(named[0].span)) else sighting.kind,
            format=named[0].span,
            format_key=named[0].key,
            inferred=inferred,
        )
    return None


def _are_our_own(sighting: Sighting, mentions: Mentions) -> bool:
    """Whether it is of the speaker's own talks: "our conversations next week" are none of a summit told of before."""
    if not mentions.words(sighting.span).lower().endswith("s"):
        return False
    start = max(sighting.sentence.span.start, sighting.span.start - OWN_REACH)
    return OUR_OWN.search(mentions.report.text[start : sighting.span.start]) is not None


def _points_on(sighting: Sighting) -> bool:
    if sighting.is_again:
        return True
    if sighting.is_next:
        return sighting.time is not None or (sighting.place is not None and sighting.state in AHEAD)
    is_counted = sighting.ordinal is not None and sighting.trigger.shape == "occasion"
    if is_counted and not sighting.codes and (sighting.time is not None or sighting.place is not None):
        return True
    return not sighting.codes and sighting.time is not None and (sighting.previous or sighting.is_definite)


def _with_parties(sighting: Sighting, occasion: Occasion, why: str) -> Sighting:
    own = dict(sighting.parties)
    parties = tuple((code, own.get(code)) for code in dict.fromkeys((*own, *occasion.parties, *sorted(occasion.codes))))
    return replace(sighting, parties=parties, inferred=(*sighting.inferred, ("parties", why)))


def _with_format(sighting: Sighting, occasion: Occasion) -> Sighting:
    """The previous meeting as one of the format of the meeting that it went before."""
    if sighting.format is not None:
        return sighting
    for one in occasion.ranked():
        if one.format is not None:
            why = "that of the meeting told of before it"
            return replace(
                sighting,
                format=one.format,
                format_key=one.format_key,
                inferred=(*sighting.inferred, ("format", why)),
            )
    return sighting


def _beside_same_format(sighting: Sighting, mentions: Mentions, knowledge: Knowledge) -> Sighting | None:
    """The sighting with the one other party that another sentence names with the same format."""
    if sighting.format_key is None or len(sighting.codes) != 1:
        return None
    known = knowledge.dialogues.get(sighting.format_key)
    if known is not None and known.organisation:
        return None
    for sentence in _near(sighting, mentions):
        codes = {code for presence in Sides(mentions, knowledge, sentence).presences for code in presence.parties}
        if len(codes) == 2 and sighting.codes < codes:
            own = dict(sighting.parties)
            parties = tuple((code, own.get(code)) for code in sorted(codes))
            return replace(sighting, parties=parties, inferred=(*sighting.inferred, ("parties", PARTIES_BESIDE)))
    return None


def align_series(occasions: Sequence[Occasion], mentions: Mentions) -> None:
    """Take the sixth and seventh meeting of the same parties for one series: rounds of talks, if one of them is."""
    for occasion in occasions:
        number = _number(occasion)
        if number is None or occasion.kind is not MeetingKind.MEETING or _is_consultation(occasion, mentions):
            continue
        for other in occasions:
            near = _number(other)
            is_next_to = near is not None and abs(near - number) == 1 and other.codes == occasion.codes
            if is_next_to and (other.kind is MeetingKind.TALKS or _is_consultation(other, mentions)):
                why = ("kind", "that of the meeting before or after it in the same series")
                retold = [
                    replace(one, kind=MeetingKind.TALKS, inferred=(*one.inferred, why)) for one in occasion.sightings
                ]
                occasion.retell(retold)
                break


def _number(occasion: Occasion) -> int | None:
    return next((one.ordinal for one in occasion.ranked() if one.ordinal is not None), None)


def _is_consultation(occasion: Occasion, mentions: Mentions) -> bool:
    return any(one.format is not None and CONSULTATION.search(mentions.words(one.format)) for one in occasion.sightings)


def _near(sighting: Sighting, mentions: Mentions) -> Iterator[Sentence]:
    """The sentences around it that name the same format, without its own."""
    here = sighting.sentence.index
    names = [one.span for one in mentions.dialogues if one.key == sighting.format_key]
    for sentence in mentions.sentences[max(0, here - FEW_SENTENCES) : here + FEW_SENTENCES + 1]:
        if sentence.index != here and any(sentence.span.contains(name) for name in names):
            yield sentence
