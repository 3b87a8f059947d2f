"""Fitting: a page cut to one sheet. What is left out is counted, with the command that shows it."""

from collections.abc import Iterator
from dataclasses import replace

from aidememoire.views.page import WIDTH, Line, Page, Section, to_text

# Rows of one sheet, at the width of a page.
ROWS = 60
# About so many rows each section keeps; what has most rows beyond its share is cut first. What was read is never cut.
_SHARES = {
    "what": 2,
    "meetings": 9,
    "agreed": 10,
    "aside": 2,
    "states": 2,
    "next": 3,
    "people": 5,
    "statements": 4,
    "contradictions": 3,
    "unknown": 2,
}
# So many sources stand beside a line; the others are counted.
_CITED = 3
# In order of time: of these the earliest go first, of the others the last.
_BY_TIME = frozenset(("meetings", "agreed", "aside", "states", "unknown"))


def fitted(page: Page, rows: int = ROWS) -> Page:
    """The page, cut so that its text has at most so many rows."""
    if _height(page) <= rows:
        return page
    sections = tuple(
        replace(section, lines=tuple(_briefly_cited(line) for line in section.lines)) for section in page.sections
    )
    page = _cited_anew(replace(page, sections=sections, is_cut=True))
    while _height(page) > rows:
        heavy = [section for section in page.sections if section.key in _SHARES and _is_told(section)]
        if not heavy:
            break
        longest = max(heavy, key=lambda section: (len(_items(section)) > 1, _rows(section) / _SHARES[section.key]))
        sections = tuple(_shorter(section) if section is longest else section for section in page.sections)
        page = _cited_anew(replace(page, sections=sections))
    return page


def _briefly_cited(line: Line) -> Line:
    more = len(line.sources) - _CITED
    return replace(line, sources=line.sources[:_CITED], uncited=more) if more > 0 else line


def _height(page: Page) -> int:
    return len(to_text(page).splitlines())


def _rows(section: Section) -> int:
    return sum(1 + len(line.cited) // (WIDTH - 4) for line in section.lines)


def _is_told(section: Section) -> bool:
    """Whether it tells something, and not only that nothing was found."""
    return any(line.claims or line.sources for line in section.lines)


def _items(section: Section) -> list[list[Line]]:
    """Each line with those that belong to it."""
    items: list[list[Line]] = []
    for line in section.lines:
        if line.level and items:
            items[-1].append(line)
        else:
            items.append([line])
    return items


def _shorter(section: Section) -> Section:
    """Without its lightest item."""
    items = _items(section)
    order = range(len(items)) if section.key in _BY_TIME else range(len(items) - 1, -1, -1)
    gone = min(order, key=lambda number: items[number][0].weight)
    lines = tuple(line for number, item in enumerate(items) if number != gone for line in item)
    return replace(section, lines=lines, left_out=section.left_out + 1)


def _cited_anew(page: Page) -> Page:
    """With the sources that are still cited, numbered in order."""
    numbers: dict[int, int] = {}
    for number in _cited(page):
        numbers.setdefault(number, len(numbers) + 1)
    sections = tuple(
        replace(
            section,
            lines=tuple(
                replace(line, sources=tuple(numbers[number] for number in line.sources)) for line in section.lines
            ),
        )
        for section in page.sections
    )
    sources = sorted(
        (replace(source, number=numbers[source.number]) for source in page.sources if source.number in numbers),
        key=lambda source: source.number,
    )
    return replace(page, sections=sections, sources=tuple(sources))


def _cited(page: Page) -> Iterator[int]:
    for section in page.sections:
        for line in section.lines:
            yield from line.sources
