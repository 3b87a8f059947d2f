"""The form of a row of ``unreal`` and ``undone``: words around a word for a meeting by which they tell of none."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.model import Mentions

BEFORE, BEHIND = 70, 110  # code points looked at on either side


@dataclass(frozen=True, slots=True)
class Unreal:
    """One way in which the words tell of no occasion."""

    why: str  # the refusal's reason
    before: re.Pattern[str] | None  # what must end right before the word
    behind: re.Pattern[str] | None  # what must stand right behind it
    shapes: frozenset[str]  # of the triggers that it is about
    is_of_no_day: bool = True  # whether a day or place of its own speaks against it
    whole: re.Pattern[str] | None = None  # what the word itself must begin


NOUN = frozenset({"occasion"})
VERB = frozenset({"encounter"})
TRAVEL = frozenset({"travel"})
VISIT = frozenset({"visit"})


def first_reason(rows: Iterable[Unreal], mentions: Mentions, sighting: "Sighting") -> str | None:
    """The reason of the first row that fits the words around it; None where none does."""
    is_dated = sighting.time is not None and sighting.time.when is not None
    is_tied = is_dated or sighting.place is not None or sighting.ordinal is not None
    text, sentence, span = mentions.report.text, sighting.sentence.span, sighting.span
    before = text[max(sentence.start, span.start - BEFORE) : span.start]
    end = min(sentence.end, span.end + BEHIND)
    for row in rows:
        if sighting.trigger.shape not in row.shapes or (is_tied and row.is_of_no_day):
            continue
        if row.whole is not None and row.whole.match(text, span.start, end) is None:
            continue
        if row.before is not None and row.before.search(before) is None:
            continue
        if row.behind is None or row.behind.match(text, span.end, end) is not None:
            return row.why
    return None
