"""Described: a body of states told of by what its members are ("the seven leading industrial nations").

Only where they meet: "a summit of", "a meeting of leaders of" stands before the words. What such words mean changes
with the years, so the table gives each its years (``data/meetings.toml``).
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from aidememoire.model import Mentions, Span

MEETING_OF = re.compile(
    r"\b(?:summits?|meetings?|talks|gatherings?|conference|session|consultations|ministers|leaders|officials|heads|"
    r"governors|bankers|chiefs|government) (?:of|among|between) "
    r"(?:(?:the|their|other|seven|eight|all) )*(?:heads of (?:state|government) of )?$",
    re.IGNORECASE,
)
"""Before the words: accepts "summit of ", "a meeting of leaders of the "; refuses "exports of ", "the 24 "."""

REACH = 60
"""Code points before the words in which it stands."""


@dataclass(frozen=True, slots=True)
class Described:
    """One row of the table."""

    body: str  # code
    pattern: re.Pattern[str]
    starts: int  # the first year in which the words mean the body
    ends: int  # the last one
    accept: str
    refuse: str


@cache
def described() -> tuple[Described, ...]:
    """The rows of the table, compiled."""
    table = tomllib.loads(files("aidememoire.claims").joinpath("data/meetings.toml").read_text(encoding="utf-8"))
    return tuple(
        Described(
            row["body"],
            re.compile(rf"\b{row['pattern']}\b", re.IGNORECASE),
            row["from"],
            row["to"],
            row["accept"],
            row["refuse"],
        )
        for row in table["described"]
    )


def bodies_described(mentions: Mentions, span: Span) -> Iterator[tuple[Span, str]]:
    """The words in a stretch of the report that tell of a body's meeting by its members, with the body's code."""
    text, on = mentions.report.text, mentions.on
    if on is None or "industrial" not in text[span.start : span.end].lower():
        return
    for row in described():
        for match in row.pattern.finditer(text, span.start, span.end) if _is_of_its_years(row, on) else ():
            if MEETING_OF.search(text[max(span.start, match.start() - REACH) : match.start()]):
                yield Span(span.report, match.start(), match.end()), row.body


def _is_of_its_years(row: Described, on: date) -> bool:
    return row.starts <= on.year <= row.ends
