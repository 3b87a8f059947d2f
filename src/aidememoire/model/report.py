"""Report: one text from one outlet, as it was given."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from aidememoire.model.problem import Problem, Severity
from aidememoire.model.span import Span


class BlockRole(StrEnum):
    """What a block of text is for."""

    BODY = "body"
    TITLE = "title"  # the report's own headline
    HEADING = "heading"  # a headline inside the text: boxed, of a linked item, of a section
    DATELINE = "dateline"  # a line that holds nothing but place, date, agency, byline
    LINK = "link"  # "Go to Interview", "See also", navigation
    CAPTION = "caption"
    LABEL = "label"  # "Office of the Spokesperson", "The following is attributable to …"


class Nature(StrEnum):
    """Whether the words were said to the world."""

    PUBLISHED = "published"
    INTERNAL = "internal"
    DRAFT = "draft"  # drafts and lines to take never yield *agreed* or *said*
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph or line between newlines, without the white space around it."""

    span: Span
    role: BlockRole


@dataclass(frozen=True, slots=True)
class Report:
    """One text from one outlet: wire story, readout, joint statement, transcript, announcement."""

    id: str  # hash of (outlet, url, published, text) as first read
    given_id: str  # what the source calls it: file name, or "id" of the JSON line
    source: str  # file (and line) it was read from, for messages
    text: str  # as given: nothing stripped or normalised
    blocks: tuple[Block, ...]  # in order, not overlapping, white space left out
    title: str | None
    outlet: str | None
    side: str | None  # party code whose government's account it is; None when nobody's
    url: str | None
    published: str | None  # as given: a date or a moment, ISO 8601
    today: date | None  # calendar day of publication at the outlet's place; None: nothing is guessed
    published_ground: str | None  # why `today` is what it is ("given", "given moment, at New York")
    language: str | None  # ISO 639-1
    nature: Nature
    problems: tuple[Problem, ...]

    def words(self, span: Span) -> str:
        """The words at the span."""
        return self.text[span.start : span.end]

    def span(self, start: int, end: int) -> Span:
        """The span of these code points of this report."""
        return Span(self.id, start, end)

    @property
    def is_readable(self) -> bool:
        """Whether no problem of severity *error* stands against it."""

        return all(problem.severity is not Severity.ERROR for problem in self.problems)
