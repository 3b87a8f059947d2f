"""News: whether an occasion is what the report is about, so that the report's own day and place are its."""

import re
from collections.abc import Iterator
from datetime import timedelta
from itertools import islice

from aidememoire.claims.occasions.joining.occasion import Occasion
from aidememoire.claims.occasions.parties.turns import turn_at
from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.model import (
    TOOK_PLACE,
    ActorKind,
    BlockRole,
    MeetingKind,
    MeetingState,
    Mentions,
    Sentence,
    Span,
    When,
)

LEAD_SENTENCES = 4
"""How many sentences of the body tell the news itself; what stands further down without a time is of no known day."""

LEAD_SENTENCES_OF_A_SIDE = 12
"""The same for a government's account of its own meetings, which tells of little else."""

DAYS_OF_NEWS = 4
"""How long before the report a meeting may lie and still be its news: Friday's, in a report of Monday."""


APART = re.compile(
    r"\b(?:on the eve of|prior to|ahead of|in advance of|in the run-?up to|at the (?:latest|last|recent|previous)"
    r"|(?:on|after|following|since|upon) (?:his|her|their) return (?:home )?from)\s"
    r"(?:[\w’'.-]+\s){0,6}$",
    re.IGNORECASE,
)
"""Right before an occasion that is another than the news: accepts "on the eve of his official ", "prior to their ",
"following her return from a "; refuses "before their ", as in "Remarks before their meeting"."""
APART_REACH = 80  # code points


AT_IT = re.compile(
    r"\b(?:(?:took|taking|takes) part in|participat(?:ed|ing|es) in|attend(?:ed|ing|s)|address(?:ed|ing|es)"
    r"|chair(?:ed|ing|s)|open(?:ed|ing|s)|clos(?:ed|ing)|complet(?:ed|ing)|conclud(?:ed|ing)|sp(?:oke|eaking) (?:to|at)"
    r"|(?:said|speech|address|remarks|statement) (?:\w+ ){0,3}at)"
    r"\s(?:an?|the|his|her|its|their)\s(?:[\w’'.&–-]+\s){0,5}$",
    re.IGNORECASE,
)
"""Right before a session or summit at which they are: accepts "said in a speech at the Peru–EU ", "completed their ";
refuses "discussed the results of the "."""

SPOKEN_OF = re.compile(
    r"\b(?:recall\w*|remember\w*|will|would|shall|plan\w*|invit\w+|to)\s(?:\w+\s){0,3}$", re.IGNORECASE
)
"""Ahead of those words, where they tell of another day: accepts "recalled that she "; refuses "President Ruiz "."""


OPENS_SENTENCE = re.compile(r"The (?:[\w-]+ ){0,3}")
TELLS_OF_IT = re.compile(
    r"(?:\s(?:between|with|of)\s[^;:]{3,120}?)?\s(?:(?:has|have)\s)?(?:lasted|began|begun|ended|started|opened"
    r"|kicked off|got under way|focused|focussed|went on|ran|broke up|took place|taken place"
    r"|(?:was|were) (?:also )?(?:held|attended))\b"
)
"""Before and behind an occasion that is told of anew: accept "The (talks)" and " between Presidents A and B lasted an
hour"; refuse "at the (talks)" and " with Peru have failed"."""


def is_told_anew(sighting: Sighting, mentions: Mentions) -> bool:
    """Whether a sentence begins with an occasion and tells how it went ("The talks between X and Y lasted an hour")."""
    before = mentions.report.text[sighting.sentence.span.start : sighting.span.start]
    behind = mentions.report.text[sighting.span.end : sighting.sentence.span.end]
    return OPENS_SENTENCE.fullmatch(before) is not None and TELLS_OF_IT.match(behind) is not None


def is_the_news(occasion: Occasion, mentions: Mentions) -> bool:
    """Whether it is what the report is about: held or under way, told of at its beginning, not as something earlier."""
    if occasion.state not in TOOK_PLACE or any(sighting.previous for sighting in occasion.sightings):
        return False
    if all(sighting.is_earlier or _is_set_apart(sighting, mentions) for sighting in occasion.sightings):
        return False
    if occasion.state is MeetingState.HELD and is_talked_of(occasion, mentions):
        return False
    is_bare = all(_is_bare_noun(one) and not _is_where_they_are(one, mentions) for one in occasion.sightings)
    is_of_a_visit = occasion.kind is MeetingKind.VISIT and not any(one.is_setting for one in occasion.sightings)
    is_session = occasion.kind is MeetingKind.SUMMIT or all(one.trigger.needs_body for one in occasion.sightings)
    if mentions.report.side is not None and is_bare and (is_of_a_visit or is_session or not occasion.actors):
        return False  # what those who met spoke of: "discussed the results of the summit"
    dateline = mentions.dateline.date if mentions.dateline else None
    if occasion.when and dateline and not _is_near(occasion.when, dateline):
        return False
    length = LEAD_SENTENCES if mentions.report.side is None else LEAD_SENTENCES_OF_A_SIDE
    head = {sentence.index for sentence in _first_of_body(mentions, length)}
    return any(sighting.is_title or sighting.sentence.index in head for sighting in occasion.sightings)


def _is_set_apart(sighting: Sighting, mentions: Mentions) -> bool:
    """Whether the news is told as of another time than the occasion's ("on the eve of his visit, he told")."""
    begin = max(sighting.sentence.span.start, sighting.span.start - APART_REACH)
    if sighting.trigger.shape == "signing":
        return False  # "at talks prior to the signing": of one day
    return APART.search(mentions.report.text[begin : sighting.span.start]) is not None


def _is_bare_noun(sighting: Sighting) -> bool:
    return sighting.trigger.shape in {"occasion", "visit"} and not sighting.is_title


def _is_where_they_are(sighting: Sighting, mentions: Mentions) -> bool:
    """Whether the words before a session or summit put somebody there, and not on another day."""
    begin = sighting.sentence.span.start
    match = AT_IT.search(mentions.report.text, max(begin, sighting.span.start - APART_REACH), sighting.span.start)
    return match is not None and SPOKEN_OF.search(mentions.report.text, begin, match.start()) is None


def _is_near(when: When, news: When) -> bool:
    """Whether a day lies in the days before the report: what was held last summer is not its news."""
    return when.last >= news.first - timedelta(days=DAYS_OF_NEWS) and when.first <= news.last


def lead(mentions: Mentions) -> list[Span]:
    """The first sentences of the body."""
    return [sentence.span for sentence in _first_of_body(mentions, LEAD_SENTENCES)]


def _first_of_body(mentions: Mentions, number: int) -> Iterator[Sentence]:
    blocks = mentions.report.blocks
    return islice((one for one in mentions.sentences if blocks[one.block].role is BlockRole.BODY), number)


def is_talked_of(occasion: Occasion, mentions: Mentions) -> bool:
    """Whether an occasion is told of in turns only, and none of the other side's people who took part speaks there."""
    turns = [turn_at(mentions, one.span.start) for one in occasion.sightings if not one.is_title]
    if len(turns) < len(occasion.sightings) or any(turn is None for turn in turns):
        return False
    others = [mentions.actors[index] for index in occasion.actors]
    names = {
        actor.name.split()[-1].casefold()
        for actor in others
        if actor.kind is ActorKind.PERSON and actor.party != mentions.report.side
    }
    labels = {mentions.words(one.label).casefold() for one in mentions.quotations if one.label is not None}
    return not any(name in label.split() for name in names for label in labels)
