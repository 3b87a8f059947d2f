"""Apart: what keeps a mention from being of an occasion told of before, though sides and days agree.

"She will also open the Chile-Peru Business Forum" is no part of her talks with the minister, and the Andean Summit that
two people look back on is not their meeting.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from aidememoire.claims.clauses import PAIR
from aidememoire.claims.occasions.joining.occasion import Occasion
from aidememoire.claims.occasions.joining.own_names import have_other_names
from aidememoire.claims.occasions.parties.participation import is_organisation
from aidememoire.claims.occasions.parties.turns import turn_at
from aidememoire.claims.occasions.words.nouns import any_of
from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.knowledge import Knowledge
from aidememoire.model import ActorKind, MeetingKind, MeetingState, Mentions

FAR = 90  # code points from "also" to the word for what is done too
RIGHT_BEFORE = 2  # code points between a body's name and the word for its session

OF_TALKING = frozenset({"see", "discuss with", "discuss", "conversation"})
"""Words for talking that leave open whether it was on the phone: "conferred with", "discussed with"."""

EARLIER_THIS = re.compile(r"(?:earlier|previously) (?:this|in the) (?:month|year)\b", re.IGNORECASE)
"""Accepts "earlier this month"; refuses "earlier today", "this month"."""

HAD_MET = re.compile(
    r"\b(?:had (?:(?:also|already|previously|earlier|last|first|both|only|recently) )*"
    r"|(?:last|previously|most recently) )"
    r"(?:(?:h[eo]ld|hosted|conducted|had|sat down for|exchanged) (?:[\w-]+ ){0,4})?$",
    re.IGNORECASE,
)
"""Before what was told of as over by then: accepts "They had ", "The two last ", "had already held two days of ";
refuses "They ", "had been due to "."""
SAID_SO = re.compile(r"\b(?:said|says|told|added|confirmed|reported|announced|according to)\b", re.IGNORECASE)
DAYS_BEFORE = 3  # days: what had been before the news was as long ago, or longer

WEEKS_BEFORE = 21  # days: a visit that goes on began after them

ALSO = re.compile(r"\b(?:also|in addition|separately|besides)\b[^.;]*$", re.IGNORECASE)
"""Before what was done too: accepts "will also have a ", "In addition, the minister will attend the "; refuses
"also came; he held a "."""


ALSO_BEHIND = re.compile(r" (?:were|was|are|is|will be) (?:also|then|later|separately) (?:held|conducted)\b")
"""Behind what was held too: accepts "Talks( were also held)"; refuses "Talks( were held, and)"."""

TOOK_PART_TOO = re.compile(
    r"\b(?:also (?:took part in|attended|participated in|joined|sat in on)|(?:was|were) also (?:present at|at|in)) "
    r"the (?:[a-z-]+ )?$"
)
"""Before a meeting told of: accepts "also took part in the "; refuses "took part in a ", "also opened the "."""


RESULTS_OF = re.compile(r"\b(?:results?|outcomes?|decisions|agreements) of (?:the|their|last|this) (?:[\w’'-]+ ){0,4}$")
"""Before an occasion that is talked over: accepts "the results of the Lima "; refuses "as a result, the "."""


RECALLED = re.compile(
    r"\b(?:satisf(?:action|ied) with|(?:made|reached|achieved|adopted|signed|concluded|taken|agreed) (?:at|during))"
    r" (?:the|their|an?|this) (?:[\w’'.-]+ ){0,4}$"
)
"""Before what those who met look back on: accepts "agreements reached at the Lima "; refuses "met at the "."""


BESIDE_ITS_TIME = re.compile(
    r"\b(?:(?:at|after|following|upon|on|since) the (?:conclusion|end|close|sidelines|margins|fringes|eve|heels) of"
    r"|(?:just |shortly |right |soon )?(?:after|before|following|ahead of))"
    r" (?:the|their|its|this|an?|today[’']s|yesterday[’']s|\w+day[’']s) (?:[\w+’'.-]+ ){0,4}$",
    re.IGNORECASE,
)
"""Between those who met and a format's own meeting, when they did: accepts "called on her on Friday at the
conclusion of the 2+2 "; refuses "met for the 2+2 "."""


ON_THE_MARGINS = re.compile(
    rf"(?:Also,? )?(?:[Oo]n|[Aa]t|[Ii]n) the {any_of('edges')}(?: of (?:the|this|an?) [^.;:,]{{2,60}})?, "
)
"""Opens a sentence on what was held beside: accepts "On the sidelines of the summit, "; refuses "At the summit, "."""


def is_another(sighting: Sighting, occasion: Occasion, mentions: Mentions) -> bool:
    """Whether it is told of as one thing more, or one is a conference and the other a talk of two people beside it."""
    return (
        _is_also(sighting, occasion, mentions)
        or _is_conference_beside(sighting, occasion)
        or _is_on_its_margins(sighting, occasion, mentions)
        or any(_is_told_by(one, sighting, mentions) for one in occasion.told)
        or _is_ahead_of_talk(sighting, occasion, mentions)
        or _is_told_to_another_body(sighting, occasion)
        or any(_are_of_other_times(sighting, one, mentions) for one in occasion.told)
        or any(have_other_names(sighting, one, mentions) for one in occasion.told)
        or any(
            _are_of_two_and_of_more(first, second, mentions) or _is_looked_back_on(first, second, mentions)
            for one in occasion.told
            for first, second in ((one, sighting), (sighting, one))
        )
    )


def _is_told_to_another_body(sighting: Sighting, occasion: Occasion) -> bool:
    """Whether one is what somebody tells a council and the other no meeting of that council's."""
    bodies = set(sighting.format_parties)
    is_apart = sighting.trigger.name == "brief" and bool(bodies) and not bodies & occasion.codes
    return is_apart and len(occasion.codes) == 1


def _is_told_by(one: Sighting, other: Sighting, mentions: Mentions) -> bool:
    """Whether the other, a format's own meeting, but tells when the one was ("called on her at the end of the 2+2")."""
    is_met = one.trigger.shape == "encounter" and one.sentence.index == other.sentence.index
    if not is_met or other.format is None or other.trigger.shape != "occasion" or other.format == one.format:
        return False
    return BESIDE_ITS_TIME.search(mentions.report.text, one.span.end, other.span.start) is not None


def _is_ahead_of_talk(sighting: Sighting, occasion: Occasion, mentions: Mentions) -> bool:
    """Whether those who speak at the headline's meeting name another, ahead, by its day ("In May we will hold a …")."""
    if not all(one.is_title and one.kind is MeetingKind.MEETING for one in occasion.told):
        return False
    if sighting.is_title or sighting.is_definite or sighting.state is not MeetingState.PLANNED:
        return False
    when, on = sighting.time.when if sighting.time else None, mentions.on
    is_later = when is not None and on is not None and when.first > on
    return is_later and turn_at(mentions, sighting.span.start) is not None


def are_other_people(sighting: Sighting, occasion: Occasion, mentions: Mentions) -> bool:
    """Whether a side is stood for by wholly different people: a ministers' meeting is not their presidents'."""
    here, there = people_by_party(sighting.actors, mentions), people_by_party(occasion.actors, mentions)
    if _were_there_too(sighting, mentions):
        return False
    if sighting.is_title or all(one.is_title for one in occasion.told):
        return False  # a headline shortens names
    return any(party in there and not people & there[party] for party, people in here.items())


def _were_there_too(sighting: Sighting, mentions: Mentions) -> bool:
    """Whether more people are told to have been at the meeting told of ("the aides also took part in the meeting")."""
    if not sighting.is_definite or sighting.trigger.shape != "occasion" or sighting.format is not None:
        return False
    begin = max(sighting.sentence.span.start, sighting.span.start - FAR)
    is_bare = sighting.time is None and sighting.place is None and not sighting.is_title
    return is_bare and TOOK_PART_TOO.search(mentions.report.text, begin, sighting.span.start) is not None


def people_by_party(actors: Iterable[int], mentions: Mentions) -> dict[str, set[int]]:
    """Party → the people named for it, by their index."""
    found: dict[str, set[int]] = {}
    for index in actors:
        actor = mentions.actors[index]
        if actor.party and actor.kind is ActorKind.PERSON:
            found.setdefault(actor.party, set()).add(index)
    return found


def _is_looked_back_on(one: Sighting, other: Sighting, mentions: Mentions) -> bool:
    """Whether the other, of days before the report's, is but what those who met now were glad of or built on."""
    when, on = other.time.when if other.time else None, mentions.on
    if (
        when is None
        or on is None
        or when.last >= on
        or one.time is not None
        or one.sentence.index == other.sentence.index
    ):
        return False
    begin = max(other.sentence.span.start, other.span.start - FAR)
    is_news = one.trigger.shape == "encounter" and len(one.actors) >= PAIR
    return is_news and RECALLED.search(mentions.report.text, begin, other.span.start) is not None


def _are_of_two_and_of_more(one: Sighting, other: Sighting, mentions: Mentions) -> bool:
    """Whether one is two states' own summit or two persons' meeting, and the other the talks of more of which it tells.

    Of more than two are the talks of a format that fixes its members, and those whose results the two talked over.
    """
    if one.sentence.index == other.sentence.index or len(one.codes) != PAIR or one.format is not None:
        return False
    if other.is_title or one.trigger.shape not in {"occasion", "encounter"} or not other.codes > one.codes:
        return False
    begin = max(other.sentence.span.start, other.span.start - FAR)
    is_talked_of = RESULTS_OF.search(mentions.report.text, begin, other.span.start) is not None
    if len(one.actors) >= PAIR:
        return is_talked_of
    is_own = not one.is_definite and one.time is not None and all(span is not None for _, span in one.parties)
    return is_own and len(set(other.format_parties)) > PAIR


def _are_of_other_times(one: Sighting, other: Sighting, mentions: Mentions) -> bool:
    """Whether words set two apart whose days leave it open: one of the last days, or going on, the other before."""
    return any(
        _is_of_last_days(first, second, mentions)
        or _is_long_before(first, second, mentions)
        or _had_been_before(first, second, mentions)
        for first, second in ((one, other), (other, one))
    )


def _is_of_last_days(sighting: Sighting, other: Sighting, mentions: Mentions) -> bool:
    """Whether it was today or yesterday and the other one "earlier this month", of which nobody speaks so for a day."""
    if sighting.time is None or sighting.time.when is None or other.time is None or mentions.on is None:
        return False
    is_last = sighting.time.when.first >= mentions.on - timedelta(1)
    return is_last and EARLIER_THIS.match(mentions.words(other.time.span)) is not None


def _is_long_before(sighting: Sighting, other: Sighting, mentions: Mentions) -> bool:
    """Whether it was over weeks before what the other one says goes on ("is in Oslo on a visit")."""
    if sighting.time is None or sighting.time.when is None or mentions.on is None or other.is_title:
        return False
    return other.state is MeetingState.ONGOING and (mentions.on - sighting.time.when.last).days > WEEKS_BEFORE


def _had_been_before(sighting: Sighting, other: Sighting, mentions: Mentions) -> bool:
    """Whether they had met some days ago, by a sentence of its own, who by the other one are told to meet on no day.

    "The envoys met in Lima. They had met on June 6": not where somebody is said to have said so.
    """
    when, on = sighting.time.when if sighting.time else None, mentions.on
    if when is None or on is None or other.time is not None or (on - when.last).days < DAYS_BEFORE:
        return False
    start = sighting.sentence.span.start
    before = mentions.report.text[start : sighting.span.start]
    is_own = sighting.sentence.index > other.sentence.index and turn_at(mentions, sighting.span.start) is None
    return is_own and HAD_MET.search(before) is not None and SAID_SO.search(before) is None


def is_of_another_question(
    sighting: Sighting, occasion: Occasion, mentions: Mentions, questions: Sequence[int]
) -> bool:
    """Whether it is spoken of in answer to another question than the occasion, which isn't what the headline names.

    ``questions``: where they begin (``turns.questions_of``).
    """
    if sighting.is_title or any(one.is_title for one in occasion.told):
        return False
    if turn_at(mentions, sighting.span.start) is None:
        return False
    asked = bisect_right(questions, sighting.span.start)
    return all(bisect_right(questions, one.span.start) != asked for one in occasion.told)


def _is_also(sighting: Sighting, occasion: Occasion, mentions: Mentions) -> bool:
    """Whether it is said to be held too, with other sides or as the session of another body."""
    if not sighting.codes or sighting.is_title or all(one.is_title for one in occasion.told):
        return False
    if any(one.sentence.index == sighting.sentence.index for one in occasion.told):
        return False
    begin = max(sighting.sentence.span.start, sighting.span.start - FAR)
    text = mentions.report.text
    is_behind = sighting.trigger.shape == "occasion" and ALSO_BEHIND.match(text, sighting.span.end) is not None
    if ALSO.search(text[begin : sighting.span.start]) is None and not is_behind:
        return False
    if occasion.kind is MeetingKind.VISIT:
        return False  # what was also done on it
    is_session = sighting.format is not None and all(one.format is None for one in occasion.told)
    return is_session or (sighting.codes != occasion.codes and len(sighting.actors) >= PAIR)


def _is_on_its_margins(sighting: Sighting, occasion: Occasion, mentions: Mentions) -> bool:
    """Whether two of those who met in a larger circle are told to have met on its sidelines, too."""
    if occasion.kind is MeetingKind.VISIT or sighting.trigger.shape != "encounter" or len(sighting.codes) != PAIR:
        return False
    opening = ON_THE_MARGINS.match(mentions.report.text, sighting.sentence.span.start, sighting.span.start)
    return opening is not None and len(occasion.codes) > PAIR


def _is_conference_beside(sighting: Sighting, occasion: Occasion) -> bool:
    """Whether one is a summit by its own name and the other a meeting of two sides that aren't the summit's."""
    if occasion.kind is MeetingKind.SUMMIT:
        return not _is_summit(sighting) and _is_of_two(sighting) and all(map(_is_named_summit, occasion.told))
    if not _is_named_summit(sighting) or sighting.is_stage or any(one.is_stage for one in occasion.told):
        return False
    return not any(map(_is_summit, occasion.told)) and any(map(_is_of_two, occasion.told))


def _is_summit(sighting: Sighting) -> bool:
    return sighting.kind is MeetingKind.SUMMIT


def _is_named_summit(sighting: Sighting) -> bool:
    """Whether it is a summit of more than those two whom the words name: "the Summit of the Americas"."""
    is_theirs = bool(sighting.format_parties) and set(sighting.format_parties) == set(sighting.codes)
    return _is_summit(sighting) and sighting.format is not None and sighting.is_named and not is_theirs


def _is_of_two(sighting: Sighting) -> bool:
    return sighting.format is None and len(sighting.actors) >= PAIR and len(sighting.codes) == PAIR


def each_its_own_bodies(found: Sequence[Sighting], knowledge: Knowledge) -> Iterator[Sighting]:
    """The sightings, each without the bodies named right before another's word: "the G7 meeting and NATO summit"."""
    starts, ends = _by(found, lambda one: one.span.start), _by(found, lambda one: one.span.end)
    sentences = _by(found, lambda one: one.sentence.index)
    for sighting in found:
        behind = starts.get(sighting.span.end + 1, ())
        if any(_is_one_word(one, sighting) for one in ends.get(sighting.span.start - 1, ())):
            continue  # "the summit talks": the summit
        if any(_is_one_noun(sighting, one) and sighting.codes < one.codes for one in behind):
            continue  # "held summit talks with Peru": the talks
        double = next((one for one in behind if _is_one_word(sighting, one)), None)
        if double is not None:
            sighting = replace(
                sighting,
                time=sighting.time or double.time,
                place=sighting.place or double.place,
                country=sighting.country or double.country,
            )
        others = [one for one in sentences[sighting.sentence.index] if one is not sighting]
        left = tuple(
            (code, span)
            for code, span in sighting.parties
            if span is None or not is_organisation(knowledge, code) or not _is_before(span.end, others)
        )
        is_bare = sighting.trigger.shape == "occasion" and bool(left) and left != sighting.parties
        yield replace(sighting, parties=left) if is_bare else sighting


def _by(found: Iterable[Sighting], where: Callable[[Sighting], int]) -> dict[int, list[Sighting]]:
    """Place → the sightings there, in order: each has but a few neighbours, however long the report."""
    placed: dict[int, list[Sighting]] = {}
    for sighting in found:
        placed.setdefault(where(sighting), []).append(sighting)
    return placed


def _is_one_word(first: Sighting, second: Sighting) -> bool:
    """Whether two nouns for an occasion stand as one: "summit talks", "summit meeting"."""
    return _is_one_noun(first, second) and second.codes <= first.codes


def _is_one_noun(first: Sighting, second: Sighting) -> bool:
    """Whether the second noun stands right behind "summit", whoever is named for each."""
    are_nouns = first.trigger.shape == second.trigger.shape == "occasion" and first.kind is MeetingKind.SUMMIT
    is_named = second.format is not None and second.format != first.format
    return are_nouns and not is_named and second.span.start - first.span.end == 1


def _is_before(end: int, others: Iterable[Sighting]) -> bool:
    return any(0 <= one.span.start - end <= RIGHT_BEFORE and one.trigger.shape == "occasion" for one in others)


def with_own_format(sighting: Sighting, code: str) -> Sighting:
    """One of several bodies' meetings, the format gone if it is another's: "the G7 and NATO summits"."""
    if not sighting.format_parties or code in sighting.format_parties:
        return sighting
    return replace(sighting, format=None, format_key=None, format_parties=())


def is_what_was_said_on_it(sighting: Sighting, occasion: Occasion, mentions: Mentions) -> bool:
    """Whether a government's account of a call goes on with what the same two discussed, on no day of its own."""
    is_of_them = sighting.codes == occasion.codes and sighting.trigger.name in OF_TALKING
    if mentions.report.side is None or not is_of_them or sighting.state is not occasion.state:
        return False
    if sighting.time is not None or sighting.place is not None or sighting.is_title or sighting.format is not None:
        return False
    return all(index in occasion.actors for index in sighting.actors)
