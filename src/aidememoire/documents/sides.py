"""Whose account a text is, where neither the reader nor a table says: by its publisher, its head and its end.

The press has no side, and what is in doubt has none: two states' offices in one head, a wire's dateline, a byline.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.official_names import OfficialName, OfficialNames
from aidememoire.knowledge.outlets import Outlets
from aidememoire.knowledge.parties import Parties

_HEAD_LINES = 6  # a letterhead stands above the title, the date and the text
_END_LINES = 4  # "Embassy of X in Y", place and day, a telephone number
_MAX_LINE = 120  # characters; a longer line is a sentence
_LOOKED_AT = 1500  # characters of the head and of the end that are looked at
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATELINE = re.compile(
    rf"(?m)^\s*[A-Z][A-Z .'’-]{{2,30}}(?:, [\w. ]{{2,30}})?, (?:{_MONTH} \d\d?|\d\d? {_MONTH})[^\n]{{0,12}} [-–—]"
)
_WIRE = re.compile(r"\([A-Z][\w .’'-]{1,30}\)\s*(?:[-–—]|$)|^[A-Z][\w .,’'-]{2,60}/(?:[A-Z]|$)", re.M)
_BYLINE = re.compile(r"(?m)^\s*(?:By|BY)\s+[A-Z]\w+|©|\bcopyright\b|\ball rights reserved\b", re.I)


@dataclass(frozen=True, slots=True)
class InferredSide:
    """The side, and the sentence that says from what it follows."""

    party: str
    why: str


def infer_side(
    text: str, title: str | None, outlet: str | None, url: str | None, knowledge: Knowledge
) -> InferredSide | None:
    """The state or organisation whose account the text is; None for the press, and where that isn't sure.

    The publisher's name settles it where one is given, then the host of its pages; the text's own head and end are
    read only where neither is known.
    """
    names = _names(knowledge.parties)
    given = [
        named
        for named in (
            (names.of_publisher(outlet) or names.of_host(outlet)) if outlet else None,
            names.of_host(url) if url else None,
        )
        if named is not None
    ]
    if outlet or url:
        return _only(given, "the publisher's name or address") if given else None
    head, end = text[:_LOOKED_AT], text[-_LOOKED_AT:]
    if _is_press(head, end, knowledge.outlets):
        return None
    titled = names.of_title(title) if title else None
    above = _offices(head.split("\n"), _HEAD_LINES, names)
    below = _offices(end.split("\n")[:0:-1], _END_LINES, names)
    return _only([*([titled] if titled else []), *above, *below], "its head or its end")


@lru_cache(maxsize=4)  # the shipped table, and a user's
def _names(parties: Parties) -> OfficialNames:
    return OfficialNames(parties)


def _only(found: list[OfficialName], where: str) -> InferredSide | None:
    """The one party that all of them are of."""
    if len({named.party for named in found}) != 1:
        return None
    return InferredSide(found[0].party, f"side {found[0].party} is inferred from {where}: “{found[0].words}”")


def _offices(lines: list[str], most: int, names: OfficialNames) -> list[OfficialName]:
    """The offices that the first so many lines name which hold anything."""
    filled = [line.strip() for line in lines if line.strip()][:most]
    found = (names.of_line(line) for line in filled if len(line) <= _MAX_LINE)
    return [named for named in found if named is not None]


def _is_press(head: str, end: str, outlets: Outlets) -> bool:
    """Whether the head or the end shows a newspaper or an agency: a wire's dateline, a byline, a paper's name."""
    if _DATELINE.search(head) or _WIRE.search(head[:400]) or _BYLINE.search(head[:400]) or _BYLINE.search(end):
        return True
    return bool(outlets.scan_titles(head[:400]) or outlets.scan_titles(end[-200:]))
