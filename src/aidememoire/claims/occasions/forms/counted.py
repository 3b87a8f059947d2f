"""Counted: further ones of a series whose noun isn't said again ("the first in Lima in 2017 and the second in Cusco").

The word for the occasion stands once, with the first of them or with how many there were. Each further one is told of
by its number alone, and by where or when it was or will be.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from aidememoire.claims.occasions.parties.participation import mentions_between
from aidememoire.claims.occasions.words.numbering import ORDINALS
from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.model import MeetingKind, MeetingState, Mentions, Span, TimeMention

_NTH = r"(?P<nth>" + "|".join(ORDINALS) + r"|\d{1,2}(?:st|nd|rd|th))"
_AHEAD = r"(?P<ahead>will(?: also| then)?(?: be)?|is|is to(?: be)?|to be|is due(?: to be)?|due(?: to be)?|would be)"
ONE_MORE = re.compile(
    rf"(?:(?:,|;|\band|\bwhile|\bwith|\bbut)\s(?:and )?|[:–—-]\s|\s[–—-]{{1,2}}\s)(?:the |a |its |their )?{_NTH}"
    rf"(?: one)?(?:\s(?:was|were|took|{_AHEAD})"
    r"(?:\s(?:held|hosted|place|take place|scheduled|planned|convened|be held)){0,2})?"
    r"\s(?=(?:in|at|on|from)\s(?:[A-Z]|\d|early|late|mid|next|the))",
)
"""Accepts ", the first in (Lima)", "and the second in (May)", "; the third will be held in (Cusco)"; refuses "and the
second bridge in", "the second time in"."""

HOW_MANY = re.compile(r"(?:meetings|summits|rounds|sessions|talks|visits|consultations|negotiations)\b", re.IGNORECASE)
"""Nouns of several that are then told one by one: accepts "two rounds (of the dialogue, the first in)"."""

COUNTED = frozenset({MeetingKind.MEETING, MeetingKind.TALKS, MeetingKind.SUMMIT, MeetingKind.VISIT, MeetingKind.CALL})


def with_counted(
    found: Sequence[tuple[Sighting, str | None]], mentions: Mentions
) -> Iterator[tuple[Sighting, str | None]]:
    """The sightings, behind each that begins a series those of its sentence that are told of by their number."""
    for place, (sighting, why) in enumerate(found):
        following = [one.span.start for one, _ in found[place + 1 :] if one.sentence.index == sighting.sentence.index]
        end = min([sighting.sentence.span.end, *following])
        if why is not None or sighting.trigger.shape not in {"occasion", "visit"} or sighting.kind not in COUNTED:
            yield sighting, why
            continue
        for one in _series(sighting, mentions, end):
            yield one, None


def _series(sighting: Sighting, mentions: Mentions, end: int) -> Iterator[Sighting]:
    """The one that the words name, and those counted on behind it up to an offset; it alone where none is."""
    matches = list(ONE_MORE.finditer(mentions.report.text, sighting.span.end, end))
    if not matches:
        yield sighting
        return
    ends = [*(match.start() for match in matches[1:]), end]
    told = [_told(sighting, match, stop, mentions) for match, stop in zip(matches, ends, strict=True)]
    numbers = [one.ordinal or 0 for one in told]
    is_of_many = HOW_MANY.match(mentions.words(sighting.span)) is not None and sighting.ordinal is None
    if numbers != sorted(set(numbers)) or not all(one.place or one.time for one in told):
        yield sighting
    elif is_of_many and len(told) > 1:
        yield from told
    elif sighting.ordinal is not None and numbers[0] > sighting.ordinal:
        cut = matches[0].start()
        is_own = sighting.time is None or sighting.time.span.end <= cut
        yield sighting if is_own else replace(sighting, time=None)
        yield from told
    else:
        yield sighting


def _told(sighting: Sighting, match: re.Match[str], end: int, mentions: Mentions) -> Sighting:
    """What the words of one number say, of an occasion like that of the sighting."""
    places = mentions_between(mentions.places, match.end(), end)
    times: list[TimeMention] = mentions_between(mentions.times, match.end(), end)
    time = next((one for one in times if one.type in {"DATE", "TIME"} and one.when is not None), None)
    state, on = sighting.state, mentions.on
    if time is not None and time.when is not None and on is not None:
        if match["ahead"] and time.when.last < on:
            ahead = [when for when in time.alternatives if when.last >= on]
            time = replace(time, when=ahead[0]) if ahead else time
        assert time.when is not None
        state = MeetingState.PLANNED if time.when.first > on else MeetingState.HELD if time.when.last < on else state
    if match["ahead"]:
        state = MeetingState.PLANNED
    word = match["nth"].lower()
    return replace(
        sighting,
        span=Span(sighting.span.report, match.start("nth"), match.end("nth")),
        state=state,
        time=time,
        place=places[0].span if places else None,
        country=places[0].country if places else None,
        ordinal=ORDINALS[word] if word in ORDINALS else int(word[:-2]),
        ordinal_span=Span(sighting.span.report, match.start("nth"), match.end("nth")),
        is_vague=False,
    )
