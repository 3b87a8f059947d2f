"""When: a date is an interval with a granularity, never a bare timestamp."""

import calendar
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Granularity(StrEnum):
    """How finely the words fix the time."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    INTERVAL = "interval"  # two ends, each a day


# Newspapers begin about 1600. accepts: 1815-06-20; refuses: 0001-01-01, 9999-12-31, as databases write “no date”
_FIRST_YEAR, _LAST_YEAR = 1500, 2999


def is_day_of_a_report(day: date) -> bool:
    """Whether a report can have been published on it; the ends of the calendar stand for “no date”.

    >>> is_day_of_a_report(date(1815, 6, 20)), is_day_of_a_report(date.min)
    (True, False)
    """
    return _FIRST_YEAR <= day.year <= _LAST_YEAR


@dataclass(frozen=True, slots=True, order=True)
class When:
    """The days on which something can have happened: both ends included."""

    first: date
    last: date
    granularity: Granularity

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise ValueError(f"an interval needs first <= last, not {self.first} > {self.last}")

    @classmethod
    def day(cls, day: date) -> "When":
        """The one day."""
        return cls(day, day, Granularity.DAY)

    @classmethod
    def month(cls, year: int, month: int) -> "When":
        """The whole month."""
        return cls(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), Granularity.MONTH)

    @classmethod
    def year(cls, year: int) -> "When":
        """The whole year."""
        return cls(date(year, 1, 1), date(year, 12, 31), Granularity.YEAR)

    @classmethod
    def parse(cls, text: str) -> "When":
        """The interval written as ``YYYY``, ``YYYY-MM``, ``YYYY-MM-DD`` or two of them with ``/`` (ISO 8601).

        Raises ValueError for anything else.
        """
        if "/" in text:
            head, tail = (cls.parse(part) for part in text.split("/", 1))
            return cls(head.first, tail.last, Granularity.INTERVAL)
        parts = [int(part) for part in text.split("-")]
        if len(parts) == 1:
            return cls.year(parts[0])
        if len(parts) == 2:
            return cls.month(parts[0], parts[1])
        return cls.day(date.fromisoformat(text))

    def meets(self, other: "When") -> bool:
        """Whether the two share a day."""
        return self.first <= other.last and other.first <= self.last

    def __str__(self) -> str:
        """The interval as ``parse`` reads it: the shortest form that says the same days."""
        if self.granularity is Granularity.DAY or self.first == self.last:
            return self.first.isoformat()
        if self == When.month(self.first.year, self.first.month):
            return f"{self.first.year:04d}-{self.first.month:02d}"
        if self == When.year(self.first.year):
            return f"{self.first.year:04d}"
        return f"{self.first.isoformat()}/{self.last.isoformat()}"
