"""Occasions: the mentions of one meeting put together, however many sentences tell of it.

Two sightings are one occasion when nothing that they say speaks against it: sides, day, place, number, format, form
(a call is no visit), what has become of it (what was held is not what is planned), and who stands for a side.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cache

from aidememoire.claims.clauses import PAIR
from aidememoire.claims.occasions.forms.duos import Company, of_series
from aidememoire.claims.occasions.joining.apart import (
    are_other_people,
    each_its_own_bodies,
    is_another,
    is_of_another_question,
    is_what_was_said_on_it,
    people_by_party,
    with_own_format,
)
from aidememoire.claims.occasions.joining.doubles import without_doubles
from aidememoire.claims.occasions.joining.named_conferences import has_full_name, is_of_the_account, of_the_account
from aidememoire.claims.occasions.joining.near import Near
from aidememoire.claims.occasions.joining.occasion import FEW_DAYS, Occasion
from aidememoire.claims.occasions.joining.office_counterparts import with_counterpart
from aidememoire.claims.occasions.joining.ours import is_another_time, with_those_who_speak
from aidememoire.claims.occasions.joining.sequels import align_series, borrowed
from aidememoire.claims.occasions.joining.told_again import is_said_to_be
from aidememoire.claims.occasions.parties.offices import is_done_by_other_office
from aidememoire.claims.occasions.parties.own_voice import those_who_speak
from aidememoire.claims.occasions.parties.participation import is_organisation, mentions_between
from aidememoire.claims.occasions.parties.turns import questions_of, turn_at
from aidememoire.claims.occasions.standing.talk import is_by_those_who_met, speaker_who_met
from aidememoire.claims.occasions.words.purposes import is_purpose
from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.claims.tenses import Tense
from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.bodies import Trait, bodies_with
from aidememoire.model import TOOK_PLACE, ActorKind, BlockRole, MeetingKind, MeetingState, Mentions, Span

SIMILAR_SIDES = 0.5
"""Jaccard of party sets from which two sightings may be one: {RUS, TUR} and {RUS, TUR, IRN} pass; {RUS, TUR} and
{RUS, IRN} don't."""

MANY_SIDES = 3

CALLED_OFF = frozenset({MeetingState.CANCELLED, MeetingState.POSTPONED})

LONG_SENTENCE = 32
"""Tokens: a longer sentence tells of more than the meeting, and only a part of it is the evidence."""

BEFORE_THE = re.compile(r"\b(?:before|prior to|ahead of) (?:the|their|this) (?:[\w-]+ ){0,3}$", re.IGNORECASE)
"""Before an occasion that the reader knows of: accepts "waved before the "; refuses "ahead of next week’s "."""

OF_THE = re.compile(r"\sof\s(?:the\s|an?\s|its\s)?", re.IGNORECASE)

PLURALS = frozenset({"meetings", "summits", "sessions"})

TALK = re.compile(r"discuss|talk|sp|t[ao]ke|took|neg|del|conf", re.IGNORECASE)

PART_MARKS = frozenset({",", ";", ":", ".", "–", "—", "“", "”", '"', "(", ")"})


def gather(
    found: Iterable[Sighting], mentions: Mentions, knowledge: Knowledge
) -> tuple[list[Occasion], list[Sighting]]:
    """The sightings as occasions, in order of first mention, and those that are of none.

    What only points back ("the meeting") joins what it points to.
    """
    near = Near()
    loose: list[Sighting] = []
    together: list[Sighting] = []
    questions = questions_of(mentions)
    own = tuple(each_its_own_bodies(tuple(found), knowledge))
    for sighting in _each_of_several(_named_once(own, mentions), mentions, knowledge):
        if sighting.trigger.shape == "together" or _is_talk_of_those_told_of(sighting, mentions):
            together.append(sighting)
            continue
        sighting = _with_own_side(sighting, mentions, knowledge)
        if not _stands_alone(sighting, knowledge) or _is_among_themselves(sighting, mentions):
            if is_another_time(sighting, mentions) or not _joined(sighting, near, mentions, questions):
                loose.append(sighting)
            continue
        if not _joined(sighting, near, mentions):
            near.append(Occasion([sighting]))
    occasions = near.occasions
    for sighting in tuple(_talked_of_alone(together, occasions)):
        near.append(Occasion([sighting]))
    left: list[Sighting] = []
    company = Company(mentions, knowledge)
    speakers = cache(lambda: those_who_speak(mentions))
    for sighting in loose:
        found_sides = (
            borrowed(sighting, occasions, mentions, knowledge)
            or of_series(sighting, company)
            or with_counterpart(sighting, company, mentions)
            or with_those_who_speak(sighting, mentions, speakers)
        )
        if found_sides is None:
            left.append(sighting)
        elif not _joined(found_sides, near, mentions):
            near.append(Occasion([found_sides]))
    in_order = sorted(occasions, key=lambda occasion: occasion.sightings[0].span.start)
    occasions = without_doubles(in_order, mentions)
    align_series(occasions, mentions)
    return occasions, left


def _named_once(found: Sequence[Sighting], mentions: Mentions) -> Iterator[Sighting]:
    """The sightings, the meeting of a body whose name is a word for a meeting too taken for one.

    "A meeting of the Human Rights Council in Oslo": the council's name adds the format and what stands behind it.
    """
    kept: Sighting | None = None
    for sighting in found:
        if kept is not None and _is_name_of(sighting, kept, mentions):
            kept = replace(
                kept,
                format=sighting.format,
                format_key=sighting.format_key,
                format_parties=sighting.format_parties,
                ordinal=sighting.ordinal if kept.ordinal is None else kept.ordinal,
                ordinal_span=sighting.ordinal_span if kept.ordinal is None else kept.ordinal_span,
                place=kept.place or sighting.place,
                country=kept.country or sighting.country,
                time=kept.time or sighting.time,
            )
            continue
        if kept is not None:
            yield kept
        kept = sighting
    if kept is not None:
        yield kept


def _each_of_several(found: Iterable[Sighting], mentions: Mentions, knowledge: Knowledge) -> Iterator[Sighting]:
    """The sightings, one for each body where several met one by one ("Thursday's meetings of NATO and the AU")."""
    for sighting in found:
        words = mentions.words(sighting.span).lower()
        codes = [code for code, _ in sighting.parties]
        are_bodies = len(codes) >= PAIR and all(is_organisation(knowledge, code) for code in codes)
        are_banks = bool(set(codes) & bodies_with(Trait.BANK))  # their yearly meetings are held together
        if words not in PLURALS or not are_bodies or are_banks or people_by_party(sighting.actors, mentions):
            yield sighting
            continue
        for party in sighting.parties:
            yield with_own_format(replace(sighting, parties=(party,), is_one_of_several=True), party[0])


def _is_name_of(name: Sighting, meeting: Sighting, mentions: Mentions) -> bool:
    """Whether a sighting is but the name of the body whose meeting stands right before it."""
    if name.format is None or name.sentence.index != meeting.sentence.index or not name.format.contains(name.span):
        return False
    between = mentions.report.text[meeting.span.end : name.format.start]
    if meeting.trigger.shape == "encounter" and not name.codes & meeting.codes:  # else they are one by their sides
        return bool(name.codes) and is_purpose(between, mentions.words(name.format))
    return meeting.trigger.shape == "occasion" and OF_THE.fullmatch(between) is not None


def _is_talk_of_those_told_of(sighting: Sighting, mentions: Mentions) -> bool:
    """Whether those named before are said to have talked of something, on no day of its own: "the sides talked"."""
    is_talk = sighting.trigger.shape == "joint" and TALK.match(mentions.words(sighting.span)) is not None
    return is_talk and sighting.time is None and sighting.state in TOOK_PLACE


def _talked_of_alone(together: Iterable[Sighting], occasions: Iterable[Occasion]) -> Iterator[Sighting]:
    """The first of each "X and Y discussed" whose sides no occasion told of elsewhere brings together."""
    told = [occasion.codes for occasion in occasions if occasion.state in TOOK_PLACE]
    for sighting in together:
        if not any(sighting.codes <= codes for codes in told):
            told.append(sighting.codes)
            yield sighting


def _stands_alone(sighting: Sighting, knowledge: Knowledge) -> bool:
    codes = sighting.codes
    if len(codes) >= 2 or any(is_organisation(knowledge, code) for code in codes):
        return True
    return len(codes) == 1 and (is_known_by_name(sighting) or is_with_others_abroad(sighting))


def is_with_others_abroad(sighting: Sighting) -> bool:
    """Whether one state's people meet others whom the words call foreign and don't name, on a day or in a place."""
    is_tied = (sighting.time is not None or sighting.place is not None) and sighting.state is not MeetingState.PROPOSED
    return sighting.is_international and is_tied and not sighting.is_vague


def is_known_by_name(sighting: Sighting) -> bool:
    """Whether it is a summit or conference with a name of its own, for which one party named is enough."""
    is_large = sighting.kind is MeetingKind.SUMMIT or sighting.trigger.needs_body
    has_name = is_large and sighting.is_named and (sighting.format is not None or sighting.trigger.needs_body)
    return has_name or is_of_the_account(sighting)


def _joined(sighting: Sighting, near: Near, mentions: Mentions, questions: Sequence[int] | None = None) -> bool:
    """Whether the sighting was added to an occasion that it may be of: the likest, the latest among equals.

    With ``questions`` only to one near it, which it may but point back to.
    """
    only_near = questions is not None
    best: tuple[float, int] | None = None
    is_new = sighting.is_next or sighting.is_again
    for index in near.to(sighting.span.start, sighting.codes):
        occasion = near.occasions[index]
        if questions is not None and (is_new or is_of_another_question(sighting, occasion, mentions, questions)):
            continue
        if not _may_be_one(sighting, occasion, mentions):
            continue
        likeness = _likeness(sighting, occasion)
        is_here = sighting.is_stage and any(one.sentence.index == sighting.sentence.index for one in occasion.told)
        if only_near and not ((sighting.is_definite and sighting.time is None) or likeness >= 1 or is_here):
            continue
        if best is None or (likeness, index) >= best:
            best = (likeness, index)
    if best is None:
        return False
    near.add(best[1], sighting)
    return True


def _likeness(sighting: Sighting, occasion: Occasion) -> float:
    likeness = len(sighting.codes & occasion.codes) / max(1, len(sighting.codes | occasion.codes))
    when, other = sighting.time.when if sighting.time else None, occasion.when
    if when and other and when.meets(other):
        likeness += 0.5
    if sighting.format_key and any(sighting.format_key == one.format_key for one in occasion.told):
        likeness += 0.5
    return likeness


def _may_be_one(sighting: Sighting, occasion: Occasion, mentions: Mentions) -> bool:
    """Whether nothing that the sighting says speaks against its being this occasion."""
    if any(is_said_to_be(one, sighting, mentions) for one in occasion.told):
        return _sides_agree(sighting, occasion, mentions) and _states_agree(sighting, occasion, mentions)
    return (  # in any order the same; what is soonest asked and turns most away first
        _sides_agree(sighting, occasion, mentions)
        and _days_agree(sighting, occasion)
        and not _are_apart(sighting, occasion)
        and not is_another(sighting, occasion, mentions)
        and _kinds_agree(sighting, occasion, mentions)
        and _states_agree(sighting, occasion, mentions)
        and _names_agree(sighting, occasion)
        and _places_agree(sighting, occasion)
        and not are_other_people(sighting, occasion, mentions)
    )


def _are_apart(sighting: Sighting, occasion: Occasion) -> bool:
    return any(
        one.sentence.index == sighting.sentence.index and (one.is_apart or sighting.is_apart) for one in occasion.told
    )


def _sides_agree(sighting: Sighting, occasion: Occasion, mentions: Mentions) -> bool:
    codes, others = sighting.codes, occasion.codes
    if not codes:
        return True
    if codes != others and len(sighting.actors) >= PAIR and _is_among_themselves(sighting, mentions):
        return False
    if codes != others and (sighting.is_one_of_several or any(one.is_one_of_several for one in occasion.told)):
        return False
    if codes <= others or others <= codes:
        return True
    return len(codes & others) / len(codes | others) > SIMILAR_SIDES


def _is_among_themselves(sighting: Sighting, mentions: Mentions) -> bool:
    """Whether two named people of one side met each other, and nobody else ("the envoy met the secretary-general")."""
    people = [mentions.actors[index] for index in sighting.actors]
    people = [one for one in people if one.kind is ActorKind.PERSON and one.party is not None]
    is_met = sighting.trigger.shape == "encounter" and sighting.format is None and not sighting.is_title
    return is_met and len(sighting.codes) == 1 and len(people) >= PAIR and len({one.party for one in people}) == 1


def _kinds_agree(sighting: Sighting, occasion: Occasion, mentions: Mentions) -> bool:
    kinds = {one.kind for one in occasion.told}
    is_one_side = len(sighting.codes) == 1 and is_with_others_abroad(sighting) and not sighting.is_stage
    if is_one_side and sighting.kind not in kinds:
        return False  # "raised it at the Tokyo summit" is no part of its talks with a neighbour
    is_beside = any(
        one.sentence.index == sighting.sentence.index and one.kind is not sighting.kind for one in occasion.told
    )
    if is_beside and sighting.codes and MeetingKind.SUMMIT in {sighting.kind, *kinds}:
        return sighting.is_stage and sighting.codes <= occasion.codes  # else a meeting on the sidelines of a summit
    if sighting.kind is MeetingKind.SUMMIT and not sighting.codes and all(one.is_title for one in occasion.told):
        return MeetingKind.SUMMIT in kinds  # "this summit" is not the talk beside it that the headline names
    if (sighting.kind is MeetingKind.CALL) != (MeetingKind.CALL in kinds):
        return _is_the_call(sighting, occasion) or is_what_was_said_on_it(sighting, occasion, mentions)
    if sighting.kind is MeetingKind.VISIT and MeetingKind.VISIT not in kinds:
        return sighting.is_setting and any(one.sentence.index == sighting.sentence.index for one in occasion.told)
    if MeetingKind.VISIT in kinds and sighting.kind is not MeetingKind.VISIT:
        if sighting.kind in {MeetingKind.SUMMIT, MeetingKind.CEREMONY}:
            return False
        if sighting.is_aim and any(one.sentence.index == sighting.sentence.index for one in occasion.told):
            return sighting.codes <= occasion.codes
        is_own = sighting.time is not None or _has_day_behind(sighting, mentions) or (sighting.ordinal or 0) >= PAIR
        return not sighting.codes or (
            not is_own and sighting.place is None and not _brings_people(sighting, occasion, mentions)
        )
    return not ((sighting.kind is MeetingKind.CEREMONY) != (MeetingKind.CEREMONY in kinds) and bool(sighting.codes))


def _is_the_call(sighting: Sighting, occasion: Occasion) -> bool:
    """Whether "the conversation" or "the talks" are the call told of before, whoever is named with them again."""
    if not sighting.is_definite or sighting.trigger.name not in {"conversation", "talks"}:
        return False
    is_bare = sighting.time is None and sighting.place is None and not sighting.is_title
    return not sighting.codes or (
        sighting.trigger.name == "conversation" and is_bare and sighting.codes <= occasion.codes
    )


def _has_day_behind(sighting: Sighting, mentions: Mentions) -> bool:
    """Whether a day without a year stands behind a planned occasion ("talks will take place on May 26")."""
    if sighting.state in TOOK_PLACE or sighting.is_definite:
        return False
    times = mentions_between(mentions.times, sighting.span.end, sighting.sentence.span.end)
    return any(time.when is None and str(time.value).startswith("XXXX-") for time in times)


def _brings_people(sighting: Sighting, occasion: Occasion, mentions: Mentions) -> bool:
    """Whether the sighting names a counterpart whom the visit doesn't: it is a talk of its own within the visit."""
    known = set(occasion.actors)
    return any(index not in known and mentions.actors[index].party for index in sighting.actors)


def _states_agree(sighting: Sighting, occasion: Occasion, mentions: Mentions) -> bool:
    if (sighting.state in TOOK_PLACE) == (occasion.state in TOOK_PLACE):
        return True
    is_bare = not sighting.codes and sighting.is_definite and sighting.tense in {Tense.NONE, Tense.PRESENT}
    if is_bare and (sighting.time is None or occasion.state not in CALLED_OFF):
        return True
    if _is_only_dated_by(sighting, mentions) or all(_is_only_dated_by(one, mentions) for one in occasion.told):
        return True
    if _is_open(sighting) or all(_is_open(one) for one in occasion.told):
        return True
    when, other = sighting.time.when if sighting.time else None, occasion.when
    if when is not None and when == other:
        return True
    if sighting.is_aim and any(one.sentence.index == sighting.sentence.index for one in occasion.told):
        return True
    return _is_bare_title(sighting) or all(_is_bare_title(one) for one in occasion.told)


def _is_only_dated_by(sighting: Sighting, mentions: Mentions) -> bool:
    """Whether something else is said to have been before it, and no more ("they smiled before the meeting")."""
    if sighting.trigger.shape != "occasion" or sighting.is_title or sighting.is_next or sighting.ordinal is not None:
        return False
    before = mentions.report.text[sighting.sentence.span.start : sighting.span.start]
    return sighting.time is None and sighting.place is None and BEFORE_THE.search(before) is not None


def _is_open(sighting: Sighting) -> bool:
    """Whether words leave open if it has been done: "the first minister to visit Chile", "his trip to Chile shows"."""
    is_verb = sighting.trigger.shape in {"encounter", "travel"} and not sighting.is_title
    is_told, tense = (True, Tense.PRESENT) if sighting.trigger.shape == "visit" else (is_verb, Tense.NONE)
    return is_told and sighting.tense is tense and sighting.state is MeetingState.HELD and sighting.time is None


def _is_bare_title(sighting: Sighting) -> bool:
    """Whether it is a headline without a verb ("Secretary X’s Travel to Y"), which leaves the state open."""
    is_open = sighting.state is MeetingState.HELD or sighting.trigger.name == "travel noun"
    is_open = is_open and sighting.state not in CALLED_OFF
    return sighting.is_title and sighting.tense in {Tense.NONE, Tense.PRESENT} and is_open


def _days_agree(sighting: Sighting, occasion: Occasion) -> bool:
    when, other = sighting.time.when if sighting.time else None, occasion.when
    if when is not None and other is not None:
        return when.meets(other) or _is_what_they_come_for(sighting, occasion)
    is_previous = any(one.previous for one in occasion.told)
    return sighting.previous == is_previous or (not sighting.codes and not sighting.previous)


def _is_what_they_come_for(sighting: Sighting, occasion: Occasion) -> bool:
    """Whether it follows in the days after the arrival told of in its sentence ("on Friday for talks on Sunday")."""
    when, other = sighting.time.when if sighting.time else None, occasion.when
    if not sighting.is_aim or occasion.kind is not MeetingKind.VISIT or when is None or other is None:
        return False
    is_here = any(one.sentence.index == sighting.sentence.index for one in occasion.told)
    return is_here and other.last < when.first <= other.last + timedelta(FEW_DAYS)


def _names_agree(sighting: Sighting, occasion: Occasion) -> bool:
    for one in occasion.told:
        if sighting.ordinal and one.ordinal and sighting.ordinal != one.ordinal:
            return False
        if sighting.format_key and one.format_key and sighting.format_key != one.format_key:
            return False
        if one.sentence.index != sighting.sentence.index and (_is_a_round(sighting, one) or _is_a_round(one, sighting)):
            return False
    return True


def _is_a_round(sighting: Sighting, other: Sighting) -> bool:
    """Whether one is the nth meeting of a format and the other the meeting of two persons, told of beside it."""
    is_session = sighting.ordinal is not None or len(sighting.codes) == 1
    is_round = is_session and sighting.format is not None and len(sighting.actors) < 2
    if len(sighting.codes) > len(other.codes) >= MANY_SIDES - 1 and other.codes < sighting.codes:
        return False  # the report's own side is not named in "a meeting with the presidents of A and B"
    points_back = other.trigger.shape == "occasion" and other.is_definite and other.time is None
    return is_round and other.format is None and len(other.actors) >= 2 and not (other.is_title or points_back)


def _places_agree(sighting: Sighting, occasion: Occasion) -> bool:
    """Whether the places lie in one country, or one of them is unknown."""
    if sighting.country is None:
        return True
    if sighting.kind is MeetingKind.VISIT:  # "meetings with X in Shanghai, and his visit to Chile" are two
        others = [one for one in occasion.told if one.kind is not MeetingKind.VISIT]
        return all(one.country in {None, sighting.country} for one in others)
    return all(one.country is None or one.country == sighting.country for one in occasion.told)


def _with_own_side(sighting: Sighting, mentions: Mentions, knowledge: Knowledge) -> Sighting:
    """The sighting with the side whose account it is, where only the guest is named ("Meeting with President …")."""
    side = mentions.report.side
    if side is not None and has_full_name(sighting, mentions):
        return of_the_account(sighting, side)
    if side is None or len(sighting.codes) != 1 or side in sighting.codes:
        return sighting
    if sighting.trigger.shape not in {"occasion", "encounter", "credentials"}:
        return sighting
    code = next(iter(sighting.codes))
    if is_organisation(knowledge, code) and not sighting.actors:
        return sighting
    if not sighting.is_title and sighting.trigger.shape == "occasion" and not sighting.actors:
        return sighting
    turn = None if sighting.is_title else turn_at(mentions, sighting.span.start)
    if turn is not None and not is_by_those_who_met(mentions, sighting, turn):
        return sighting
    why = f"the report is the account of {side}, and only the other side is named"
    principal = _principal(mentions, side, sighting) if turn is None else speaker_who_met(mentions, sighting, turn)
    if principal is not None and is_done_by_other_office(mentions, sighting, mentions.actors[principal]):
        principal = None
    actors = sighting.actors if principal is None else (principal, *sighting.actors)
    return replace(
        sighting,
        parties=((side, None), *sighting.parties),
        actors=actors,
        inferred=(*sighting.inferred, ("parties", why)),
    )


def _principal(mentions: Mentions, side: str, sighting: Sighting) -> int | None:
    """The person of the report's own side who is named most often; None when nobody is, or another did it.

    The title says whose account it is, and the sentence who did it: with another of the side in one of them, it was he.
    """
    own = [person for person in mentions.persons if mentions.actors[person.actor].party == side]
    titles = [one.span for one in mentions.sentences if mentions.report.blocks[one.block].role is BlockRole.TITLE]
    spans = [*titles, sighting.sentence.span]
    told = {person.actor for person in own if any(span.contains(person.span) for span in spans)}
    counts: dict[int, int] = {}
    for person in own:
        actor = mentions.actors[person.actor]
        if actor.role is not None and (not told or actor.index in told):
            counts[actor.index] = counts.get(actor.index, 0) + 1
    return max(counts, key=lambda index: (counts[index], -index)) if counts else None


def sentences_of(occasion: Occasion, mentions: Mentions) -> Iterator[Span]:
    """The sentences that tell of it, the most telling first, each once; of a long one the part that tells of it."""
    seen: set[Span] = set()
    for sighting in occasion.ranked():
        if sighting.sentence.span not in seen:
            seen.add(sighting.sentence.span)
            yield _telling_part(sighting, mentions)


def _telling_part(sighting: Sighting, mentions: Mentions) -> Span:
    """The sentence, or of a long one the words from the first to the last that bear on the occasion."""
    sentence = sighting.sentence
    if sentence.last - sentence.first <= LONG_SENTENCE:
        return sentence.span
    bearing = [sighting.span, *(span for _, span in sighting.parties if span is not None)]
    bearing += [mentions.actors[index].first for index in sighting.actors]
    bearing += [span for span in (sighting.place, sighting.time.span if sighting.time else None) if span is not None]
    bearing = [span for span in bearing if sentence.span.contains(span)]
    first, last = min(span.start for span in bearing), max(span.end for span in bearing)
    tokens = mentions.tokens_of(sentence)
    begin = max(index for index, token in enumerate(tokens) if token.start <= first)
    end = next(index for index, token in enumerate(tokens) if token.end >= last) + 1
    while begin > 0 and tokens[begin - 1].lower not in PART_MARKS and end - begin < LONG_SENTENCE:
        begin -= 1
    while end < len(tokens) and tokens[end].lower not in PART_MARKS and end - begin < LONG_SENTENCE:
        end += 1
    return Span(sentence.span.report, tokens[begin].start, tokens[end - 1].end)
