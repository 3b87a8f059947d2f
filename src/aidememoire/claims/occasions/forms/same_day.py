"""Same day: an occasion that its words put on the day of which the sentence before it tells.

"The presidents signed a pact on Monday. They then talked for an hour": on Monday. Only what is over, has no day of its
own, and follows a sentence with just one day that is over.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from aidememoire.claims.occasions.parties.participation import mentions_within
from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.claims.tenses import Tense
from aidememoire.model import BlockRole, Granularity, MeetingState, Mentions, Sentence, TimeMention

AT_HEAD = re.compile(
    r"(?:Separately|Afterwards|Later in the day|Later that day|The same day|On the same day|(?:Later )?[Tt]hat evening"
    r"|Earlier in the day|Earlier that day)\b,?\s"
    r"|(?:It|This|That) was (?:(?:also|only) )?(?:the|their|his|her) (?:first|second|third|fourth|fifth|\w+th|latest)\b"
)
"""At a sentence's head: accepts "Separately, she met", "It was the first meeting"; refuses "It was a long meeting"."""

THEN = re.compile(r"(?:^|\s)then\s(?:[\w-]+ly\s)?$")
"""Right before a verb: accepts "The two then "; refuses "back then, the two "."""

LONGEST_AGO = 10  # days before the report


def with_same_day(
    found: Sequence[tuple[Sighting, str | None]], mentions: Mentions
) -> Iterator[tuple[Sighting, str | None]]:
    """The sightings, those tied to the sentence before them with its day."""
    for sighting, why in found:
        if why is None and _is_tied(sighting, mentions):
            day = _only_day(mentions.sentences[sighting.sentence.index - 1], mentions)
            if day is not None:
                sighting = replace(sighting, time=day)
        yield sighting, why


def _is_tied(sighting: Sighting, mentions: Mentions) -> bool:
    """Whether the words tell of it as over, on no day of their own, and as of what was told just before."""
    if sighting.state is not MeetingState.HELD or sighting.tense is not Tense.PAST or sighting.is_title:
        return False
    if sighting.sentence.index == 0 or sighting.previous or mentions_within(mentions.times, sighting.sentence.span):
        return False
    begin, text = sighting.sentence.span.start, mentions.report.text
    if AT_HEAD.match(text, begin) is not None:
        return True
    return (
        sighting.trigger.shape in {"encounter", "travel"} and THEN.search(text[begin : sighting.span.start]) is not None
    )


def _only_day(sentence: Sentence, mentions: Mentions) -> TimeMention | None:
    """The one day of which a sentence of the body tells, if it is just over."""
    on = mentions.on
    if on is None or mentions.report.blocks[sentence.block].role is not BlockRole.BODY:
        return None
    times: list[TimeMention] = mentions_within(mentions.times, sentence.span)
    days = [one for one in times if one.when is not None]
    if len(days) != 1 or days[0].when is None or days[0].when.granularity is not Granularity.DAY:
        return None
    return days[0] if 0 <= (on - days[0].when.last).days <= LONGEST_AGO else None
