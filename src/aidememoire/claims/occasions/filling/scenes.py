"""Scenes: where a report says that somebody went or gathered, be it told as an occasion or not.

"Travel of the envoy to Lima", "the delegation attended a conference in Lima": what the report goes on to tell of them,
without a place, happened there.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from aidememoire.claims.occasions.parties.participation import mentions_between
from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.parties import TERRITORY_KINDS
from aidememoire.model import BY_NAME, Mentions, Sentence, Span

SCENE = re.compile(
    r"\b(?:(?:[Vv]isits?|[Tt]rips?|[Tt]ravels?|[Tt]ravell?ing|[Tt]ravell?ed|[Jj]ourneys?|flew|flies|fly|[Mm]issions?"
    r"|[Dd]elegations?|[Tt]ours?)\s(?:(?:by|of)\s[^.;\n]{2,60}?\s)?to|[Vv]isit(?:s|ed|ing)?|[Aa]rriv(?:al|e[sd]?|ing)\s(?:in|at)"
    r"|(?:[Cc]onference|[Ss]ummit|[Mm]inisterial|[Cc]ongress|[Ff]orum|[Aa]ssembly)\s(?:[^.;\n]{0,40}?\s)?in)"
    r"\s(?:the\s)?(?:(?:cit(?:y|ies)|capital|Republic|Kingdom|State)\sof\s(?:the\s)?)?(?=[A-ZÀ-Þ])"
)
"""Accepts "Travel of the envoy to ", "will travel to the ",
"a conference on grain in ", "arrived in "; refuses "an invitation to ", "returned from "."""

AHEAD = re.compile(
    r"\b(?:will|shall|plans?|planned|scheduled|due|upcoming|is to|are to|expected|invit\w+)\b", re.IGNORECASE
)
OVER = re.compile(
    r"\b(?:visited|travell?ed|arrived|attended|paid|made|led|took|was|were|met|flew|has|have|participated|returned)\b",
    re.IGNORECASE,
)
"""Whether a sentence tells of what is over; a headline or heading ("Travel to Lima") tells neither."""

LONGEST_NAME = 40  # code points
TOWNS = frozenset({"city", "venue"})


@dataclass(frozen=True, slots=True)
class Scene:
    """One place where somebody went or gathered."""

    place: Span
    country: str
    sentence: Sentence
    is_town: bool
    is_ahead: bool
    is_over: bool


def scenes_of(mentions: Mentions, knowledge: Knowledge) -> tuple[Scene, ...]:
    """The places that the report's sentences lead to, in order."""
    return tuple(scene for sentence in mentions.sentences for scene in _scenes(sentence, mentions, knowledge))


def _scenes(sentence: Sentence, mentions: Mentions, knowledge: Knowledge) -> Iterator[Scene]:
    words = mentions.words(sentence.span)
    for match in SCENE.finditer(mentions.report.text, sentence.span.start, sentence.span.end):
        named = _place_at(match.end(), mentions, knowledge)
        if named is not None:
            span, country, is_town = named
            is_ahead = AHEAD.search(words) is not None
            yield Scene(span, country, sentence, is_town, is_ahead, not is_ahead and OVER.search(words) is not None)


def _place_at(start: int, mentions: Mentions, knowledge: Knowledge) -> tuple[Span, str, bool] | None:
    """The words for a place that begins at a code point, its country, and whether it is a town."""
    for place in mentions_between(mentions.places, start, start + LONGEST_NAME)[:1]:
        if place.span.start == start and place.country is not None and place.kind in TOWNS:
            return place.span, place.country, True
    for party in mentions_between(mentions.parties, start - LONGEST_NAME, start + LONGEST_NAME):
        known = knowledge.parties.get(party.code)
        is_land = known is not None and str(known.kind) in TERRITORY_KINDS
        if party.span.start <= start < party.span.end and party.form in BY_NAME and is_land:
            return Span(party.span.report, start, party.span.end), party.code, False
    return None
