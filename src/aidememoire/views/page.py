"""A page of cited lines, and its forms: plain text, Markdown, JSON."""

import textwrap
from dataclasses import dataclass, replace
from typing import Any

from aidememoire.register import Coverage
from aidememoire.views.wording import day_in_words, enumerate_words

SCHEMA_VERSION = 1
WIDTH = 100
IN_FULL = "the same with --full"  # with its day, reader and register, whatever was given


@dataclass(frozen=True, slots=True)
class Source:
    """What a number in brackets stands for: a report, or a table of facts."""

    number: int
    report: str | None  # id; None for a table
    outlet: str | None
    date: str | None
    title: str | None
    name: str  # what the source calls it: file name, id, name of the table
    url: str | None

    @property
    def text(self) -> str:
        """The source in one line."""
        title = f"“{self.title}”" if self.title else None
        parts = [self.outlet, day_in_words(self.date) if self.date else None, title, self.name, self.url]
        return ", ".join(part for part in parts if part)

    @property
    def short(self) -> str:
        """Without title and address."""
        parts = [self.outlet, day_in_words(self.date) if self.date else None, self.name]
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence, with what it rests on."""

    text: str
    claims: tuple[str, ...] = ()  # ids; empty where it tells what was not found, or comes from a table
    sources: tuple[int, ...] = ()
    level: int = 0  # 1: belongs to the line above
    weight: int = 0  # where a page is cut to size, lighter lines of a section go first
    uncited: int = 0  # sources beside those numbered

    @property
    def cited(self) -> str:
        """The text with its numbers."""
        numbers = "".join(f"[{number}]" for number in self.sources)
        if self.uncited:
            numbers += f" and {self.uncited} more"
        text = self.text if self.text.endswith((".", ".”", "!”", "?”", "…”", ":")) else f"{self.text}."
        return f"{text} {numbers}" if numbers else text


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under one heading."""

    key: str
    heading: str
    lines: tuple[Line, ...]
    left_out: int = 0  # how many more there are
    see: str = ""  # the command that shows them, without the program's name; empty: the whole page does


@dataclass(frozen=True, slots=True)
class Page:
    """All of it."""

    kind: str  # brief | timeline | comparison
    title: str
    subtitle: str
    about: tuple[tuple[str, Any], ...]  # JSON keys of its own: parties, dialogue, date, for
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    coverage: Coverage
    is_cut: bool = False  # to fit one sheet: it is set close
    program: str = "aidememoire"  # how a command on it begins: with the register, where it is not the usual one

    def see(self, section: Section) -> str:
        """How to see what the section leaves out: a command that can be pasted, or the page in full."""
        return f"{self.program} {section.see}" if section.see else IN_FULL

    def more(self, section: Section) -> str:
        """How much the section leaves out, and how to see it; empty where it leaves out nothing."""
        return f"{section.left_out} more: {self.see(section)}" if section.left_out else ""


def coverage_lines(coverage: Coverage) -> tuple[Line, ...]:
    """What was read and what could not be: without it, nothing else means anything."""
    if not coverage.reports:
        lines = [Line("No report was read.")]
    else:
        outlets = enumerate_words(f"{name} {count}" for name, count in coverage.by_outlet)
        years = enumerate_words(f"{year} {count}" for year, count in coverage.by_year)
        until = f", the latest of {day_in_words(coverage.latest)}" if coverage.latest else ""
        count = "1 report was" if coverage.reports == 1 else f"{coverage.reports} reports were"
        lines = [Line(f"{count} read{until}. By outlet: {outlets}. By year: {years}.")]
    if coverage.copies:
        one = "1 of them gives" if coverage.copies == 1 else f"{coverage.copies} of them give"
        lines.append(Line(f"{one} again, nearly word for word, the text of another; the two count as one source."))
    if coverage.undated:
        lines.append(Line(f"{coverage.undated} of them bear no date."))
    if coverage.unreadable:
        names = "; ".join(f"{name}: {message}" for name, message in coverage.unreadable[:5])
        more = f"; and {len(coverage.unreadable) - 5} more" if len(coverage.unreadable) > 5 else ""
        lines.append(Line(f"{len(coverage.unreadable)} could not be read ({names}{more})."))
    else:
        lines.append(Line("None of what was given was unreadable."))
    return tuple(lines)


def coverage_object(coverage: Coverage) -> dict[str, Any]:
    """What was read, as JSON: by outlet and year, first and latest day, and what could not be read."""
    return {
        "reports_read": {
            "total": coverage.reports,
            "by_outlet": dict(coverage.by_outlet),
            "by_year": dict(coverage.by_year),
            "first": coverage.first,
            "latest": coverage.latest,
            "undated": coverage.undated,
            "copies": coverage.copies,
        },
        "unreadable": [{"source": name, "message": message} for name, message in coverage.unreadable],
    }


def to_text(page: Page, width: int = WIDTH) -> str:
    """The page for a terminal or a printer."""
    rows = [page.title, page.subtitle, ""]
    for section in page.sections:
        rows += _close_rows(page, section, width) if page.is_cut else [*_rows(page, section, width), ""]
    if page.sources and page.is_cut:
        rows.append(_wrapped("SOURCES: ", "; ".join(f"[{one.number}] {one.short}" for one in page.sources), width, 2))
    elif page.sources:
        rows.append("SOURCES")
        rows += [_wrapped(f"  [{source.number}] ", source.text, width) for source in page.sources]
    return "\n".join(rows).rstrip() + "\n"


def _rows(page: Page, section: Section, width: int) -> list[str]:
    lines = [_wrapped("    - " if line.level else "  - ", line.cited, width) for line in section.lines]
    if more := page.more(section):
        lines.append(f"  - {more}")  # on one row however long: a command that is broken can't be pasted
    return [section.heading.upper(), *lines]


def _close_rows(page: Page, section: Section, width: int) -> list[str]:
    """The same in fewer rows: what is left out stands beside the heading, and a single line that fits there, too."""
    heading, more = section.heading.upper(), page.more(section)
    if more and len(heading) + len(more) + 3 <= width:
        return [f"{heading} ({more})", *_rows(page, replace(section, left_out=0), width)[1:]]
    if not more and len(section.lines) == 1 and len(heading) + len(section.lines[0].cited) + 2 <= width:
        return [f"{heading}: {section.lines[0].cited}"]
    return _rows(page, section, width)


def _wrapped(lead: str, text: str, width: int, indent: int | None = None) -> str:
    return textwrap.fill(
        text,
        width,
        initial_indent=lead,
        subsequent_indent=" " * (len(lead) if indent is None else indent),
        break_long_words=False,
        break_on_hyphens=False,
    )


def to_markdown(page: Page) -> str:
    """The page as Markdown."""
    rows = [f"# {_escaped(page.title)}", "", f"*{_escaped(page.subtitle)}*", ""]
    for section in page.sections:
        rows += [f"## {section.heading}", ""]
        rows += [f"{'  ' if line.level else ''}- {_escaped(line.cited)}" for line in section.lines]
        if section.left_out:
            see = f"`{page.see(section)}`" if section.see else page.see(section)
            rows.append(f"- {section.left_out} more: {see}")
        rows.append("")
    if page.sources:
        rows += ["## Sources", ""]
        rows += [f"- [{source.number}] {_escaped(source.text)}" for source in page.sources]
    return "\n".join(rows).rstrip() + "\n"


def _escaped(text: str) -> str:
    """The words as Markdown shows them: a report marks nothing, and makes no link or picture that a page would load.

    >>> print(_escaped("“[look](http://a.example) ![at](b.png) *this*” [1]"))
    “[look]\\(http://a.example) ![at]\\(b.png) \\*this\\*” [1]
    """
    words = "".join("\\" + letter if letter in "*_`<" else letter for letter in " ".join(text.split()))
    return words.replace("](", "]\\(")


def page_object(page: Page) -> dict[str, Any]:
    """The page as one JSON object; every line carries its claim ids and the numbers of its sources."""
    coverage = page.coverage
    return {
        "schema_version": SCHEMA_VERSION,
        "kind": page.kind,
        "title": page.title,
        "subtitle": page.subtitle,
        **dict(page.about),
        "sections": [
            {
                "key": section.key,
                "heading": section.heading,
                "lines": [
                    {
                        "text": line.text,
                        "claims": list(line.claims),
                        "sources": list(line.sources),
                        "level": line.level,
                    }
                    for line in section.lines
                ],
                "left_out": section.left_out,
                "see": page.see(section) if section.left_out else None,
            }
            for section in page.sections
        ],
        "sources": [
            {
                "number": source.number,
                "report": source.report,
                "outlet": source.outlet,
                "date": source.date,
                "title": source.title,
                "name": source.name,
                "url": source.url,
            }
            for source in page.sources
        ],
        **coverage_object(coverage),
    }
