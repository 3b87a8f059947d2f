"""Blocks: the paragraphs of a text and what each is for. Knows layout, no language but boilerplate."""

import re
from collections.abc import Iterator

from aidememoire.documents.line_breaks import goes_on, read_page
from aidememoire.documents.line_kinds import (
    DATE_LINE,
    FINISHED,
    LABEL,
    LINK,
    NAME_AND_OFFICE,
    SEE_ALSO,
    TURN_OR_LIST,
    same_words,
)
from aidememoire.model import Block, BlockRole, Span

_MAX_HEADING_WORDS = 25  # accepts a long boxed headline; refuses a paragraph that lacks its full stop
_MAX_SIGNATURE = 400  # characters of "Jane A. Doe, Secretary of State"; a list of hundreds of names is no signature
_MAX_LOOK_BACK = 2_000  # characters of a paragraph that say whether the next line goes on with it


def find_blocks(report: str, text: str, title: str | None) -> tuple[Block, ...]:
    """The blocks of the text in order, each without the white space around it."""
    spans = [Span(report, start, end) for start, end in _paragraphs(text, title)]
    roles = _roles([text[span.start : span.end] for span in spans], title)
    return tuple(Block(span, role) for span, role in zip(spans, roles, strict=True))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each line, without the white space around it; empty lines as start == end."""
    for match in re.finditer(r"[^\r\n\x0b\x0c\x85\u2028\u2029]*(?:\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]|$)", text):
        line = match.group()
        stripped = line.strip()
        start = match.start() + (len(line) - len(line.lstrip()) if stripped else 0)
        yield start, start + len(stripped)


def _paragraphs(text: str, title: str | None) -> Iterator[tuple[int, int]]:
    """Start and end of each paragraph: a line, and the lines that it goes on in."""
    lines = list(_lines(text))
    page = read_page([text[a:b] for a, b in lines], title)
    open_start, open_end = -1, -1
    for start, end in lines:
        if start == end:  # an empty line ends whatever was open
            if open_start >= 0:
                yield open_start, open_end
            open_start = -1
        elif open_start >= 0 and goes_on(
            text[max(open_start, open_end - _MAX_LOOK_BACK) : open_end], text[start:end], page
        ):
            open_end = end
        else:
            if open_start >= 0:
                yield open_start, open_end
            open_start, open_end = start, end
    if open_start >= 0:
        yield open_start, open_end


def _roles(paragraphs: list[str], title: str | None) -> list[BlockRole]:
    """The role of each paragraph, seen in its place."""
    roles: list[BlockRole] = []
    in_see_also = False
    has_prose = [_is_prose(paragraph) for paragraph in paragraphs]
    first = next((index for index, is_prose in enumerate(has_prose) if is_prose), len(paragraphs))
    last = max((index for index, is_prose in enumerate(has_prose) if is_prose), default=-1)
    for index, paragraph in enumerate(paragraphs):
        if in_see_also and (index == len(paragraphs) - 1 or not has_prose[index]):
            roles.append(BlockRole.LINK)
            continue
        in_see_also = bool(SEE_ALSO.match(paragraph))
        roles.append(BlockRole.LINK if in_see_also else _role(index, paragraphs, (first, last), title))
    return roles


def _is_prose(paragraph: str) -> bool:
    """Whether it ends as a sentence does, and is no mere label."""
    return bool(FINISHED.search(paragraph[-4:])) and len(paragraph.split()) > 3


def _is_name_and_office(paragraph: str) -> bool:
    return len(paragraph) <= _MAX_SIGNATURE and NAME_AND_OFFICE.match(paragraph) is not None


def _role(index: int, paragraphs: list[str], prose: tuple[int, int], title: str | None) -> BlockRole:
    """The role of one paragraph; ``prose``: the first and the last one that is prose."""
    paragraph = paragraphs[index]
    is_all = len(paragraphs) == 1  # a line of a ticker is both headline and report: it is read as the report
    if title and not is_all and same_words(paragraph, title) and index <= prose[0]:
        return BlockRole.TITLE
    if DATE_LINE.match(paragraph):
        return BlockRole.DATELINE
    if LABEL.match(paragraph) or (index < 4 and _is_name_and_office(paragraph)):
        return BlockRole.LABEL
    if LINK.match(paragraph):
        return BlockRole.LINK
    is_headline = (
        len(paragraph.split()) <= _MAX_HEADING_WORDS
        and not FINISHED.search(paragraph[-4:])
        and not TURN_OR_LIST.match(paragraph)
        and paragraph[:1] not in '“"«„‟–-—'
        and len(paragraphs) > 1
    )
    if not is_headline:
        return BlockRole.BODY
    if index <= prose[0]:
        return BlockRole.TITLE if index == 0 and not title else BlockRole.HEADING
    return BlockRole.HEADING if prose[1] > index else BlockRole.BODY
