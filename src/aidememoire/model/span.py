"""Span: the exact words in a report."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Words in a report: ``report.text[start:end]`` *is* the quotation."""

    report: str  # id of the report
    start: int  # Unicode code points from the start of the report's given text
    end: int  # exclusive

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not [{self.start}, {self.end})")

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character of one report."""
        return self.report == other.report and self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether the other lies wholly within this one."""
        return self.report == other.report and self.start <= other.start and other.end <= self.end
