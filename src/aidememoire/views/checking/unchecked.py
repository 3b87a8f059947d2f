"""Unchecked: the sentences of a draft that assert something to which the register says nothing, and why it doesn't.

Silence would read as support. What asserts nothing that could be looked up (no name, day or number) is left out.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from aidememoire.views.checking.deeds import sentences_to_check
from aidememoire.views.checking.drafts import Draft
from aidememoire.views.checking.findings import Asserted, Finding, Unchecked
from aidememoire.views.checking.leaning import Leaning
from aidememoire.views.checking.occasions import tells_of_meeting

NOTHING_LIKE_IT = "no report read tells anything near enough to it to be compared"
NO_YEAR = "its day has no year: give the draft's own day with --published"


def sentences_unchecked(
    draft: Draft, findings: Sequence[Finding], leanings: Mapping[int, Leaning]
) -> Iterator[Unchecked]:
    """The sentences that name somebody, a place, a day or a number and that no finding is on, each with the reason."""
    told = _places_told(draft)
    for start, end in sentences_to_check(draft):
        here = [item for item in findings if item.start < end and start < item.end]
        if here and not _only_names_posts(draft, start, end, here):
            continue
        at = bisect_left(told, start)
        leaning = leanings.get(start)
        is_said = any(first < end and start < last for first, last, _ in draft.said)
        if (at < len(told) and told[at] < end) or is_said or _has_number(draft, start, end):
            yield Unchecked(start, end, _why(draft, start, end, leaning))


def _only_names_posts(draft: Draft, start: int, end: int, findings: Sequence[Finding]) -> bool:
    """Whether all that was checked is who holds which post, and the sentence tells of a meeting on a day beside it."""
    if any(item.asserted is not Asserted.OFFICE for item in findings):
        return False
    return bool(draft.dates_in(start, end)) and tells_of_meeting(draft.outside(start, end))


def _places_told(draft: Draft) -> list[int]:
    """Where people, parties, places and days stand."""
    mentions = draft.mentions
    spans = [item.span for group in (mentions.parties, mentions.persons, mentions.places) for item in group]
    return sorted(span.start for span in (*spans, *(item.span for item in mentions.times)))


def _has_number(draft: Draft, start: int, end: int) -> bool:
    return any(character.isdigit() for character in draft.mentions.report.text[start:end])


def _why(draft: Draft, start: int, end: int, leaning: Leaning | None) -> str:
    text = draft.mentions.report.text
    if leaning is not None and not leaning.is_resolved:
        return f"whom or what “{text[leaning.start : leaning.end]}” stands for is not said before it"
    days = [item for item in draft.mentions.times if start <= item.span.start < end and item.type in {"DATE", "TIME"}]
    if any(item.when is None and (item.value or "").startswith("XXXX-") for item in days):
        return NO_YEAR
    return NOTHING_LIKE_IT
