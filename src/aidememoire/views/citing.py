"""Numbers in brackets: each source gets its number when it is first cited."""

from collections.abc import Iterable
from typing import Any

from aidememoire.model import Claim, Record
from aidememoire.register import Register, ReportLine
from aidememoire.views.page import Line, Source


class Citations:
    """The claims and reports behind a page, and the numbers given out so far."""

    def __init__(self, register: Register, records: Iterable[Record]) -> None:
        claims = sorted({support.claim for record in records for support in record.support})
        self.claims: dict[str, Claim] = register.claims(claims)
        self.reports: dict[str, ReportLine] = {
            line.id: line for line in register.report_lines(sorted({claim.report for claim in self.claims.values()}))
        }
        self._numbers: dict[str, int] = {}
        self._sources: list[Source] = []

    @property
    def sources(self) -> tuple[Source, ...]:
        """All that was cited, in order of number."""
        return tuple(self._sources)

    def line(self, text: str, claims: Iterable[str], level: int = 0) -> Line:
        """The line with the numbers of its claims' reports, the earliest report first."""
        named = sorted(set(claims))
        reports = sorted({self.claims[name].report for name in named}, key=self._by_day)
        return Line(text, tuple(named), tuple(self._number(report) for report in reports), level)

    def table_line(self, text: str, names: Iterable[str], level: int = 0) -> Line:
        """A line that rests on tables of facts."""
        numbers = []
        for name in names:
            if name not in self._numbers:
                self._numbers[name] = len(self._sources) + 1
                self._sources.append(Source(len(self._sources) + 1, None, None, None, None, name, None))
            numbers.append(self._numbers[name])
        return Line(text, (), tuple(numbers), level)

    def teller(self, claim: str) -> str:
        """Who says so: the outlet, with whose text it prints; or the speaker within the report."""
        told = self.claims[claim]
        report = self.reports[told.report]
        outlet = report.outlet or report.given_id
        if (first := self.reports.get(report.copy_of or "")) is not None:
            outlet = f"{outlet} (the text of {first.outlet or first.given_id})"
        return f"{told.attributed_to}, in {outlet}" if told.attributed_to else outlet

    def day(self, claim: str) -> str | None:
        """The day from which the claim's report looks at the world."""
        return self.reports[self.claims[claim].report].day

    def _by_day(self, report: str) -> tuple[str, str]:
        return self.reports[report].day or "9", report

    def _number(self, report: str) -> int:
        if report not in self._numbers:
            line = self.reports[report]
            self._numbers[report] = len(self._sources) + 1
            self._sources.append(
                Source(self._numbers[report], report, line.outlet, line.date, line.title, line.given_id, line.url)
            )
        return self._numbers[report]


def claims_on(record: Record, field: str, value: Any = None) -> list[str]:
    """The claims that speak on the field, or tell this value; all of the record's where none does."""
    found = [
        support.claim
        for support in record.support
        if support.field == field and (value is None or support.value == value)
    ]
    return found or claims_of(record)


def claims_of(record: Record) -> list[str]:
    """Every claim of the record."""
    return sorted({support.claim for support in record.support})
