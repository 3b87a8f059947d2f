"""Deadlines: by when a sentence says that something is to be done, and whether two such days can be one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aidememoire.knowledge.calendar_names import MONTH_NAMES
from aidememoire.views.wording import enumerate_words

_MONTHS = "|".join(name.title() for name in MONTH_NAMES)
# accepts: "by 2024", "by the end of 2024", "by June 2024", "by 3 June 2024", "by June 3, 2024"; refuses: "by 20 ships"
_DEADLINE = re.compile(
    rf"\bby (?P<lead>(?:[A-Za-z]+[ -]){{0,4}}?)(?:(?P<day>\d{{1,2}}) )?(?:(?P<month>{_MONTHS}) )?"
    r"(?:(?P<day_after>\d{1,2}), )?(?P<year>(?:19|20)\d\d)\b"
)
# The last month of the part of a year that the words name.
_PARTS = {"end": 12, "beginning": 1, "start": 1, "middle": 6, "mid": 6}


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day, month or year by which something is to be done."""

    words: str  # as written: "by the end of 2024"
    year: str
    month: int | None  # 1–12; None where the words give none
    day: int | None

    def may_be(self, other: "Deadline") -> bool:
        """Whether the two can be one: what only one of them gives parts them not."""
        pairs = ((self.month, other.month), (self.day, other.day))
        return self.year == other.year and all(one == there or None in (one, there) for one, there in pairs)


def deadlines_in(text: str) -> Iterator[Deadline]:
    """The deadlines that the text sets.

    >>> [(found.year, found.month, found.day) for found in deadlines_in("Some by 3 June 2024, all by the end of 2025.")]
    [('2024', 6, 3), ('2025', 12, None)]
    """
    for found in _DEADLINE.finditer(text):
        parts = [month for word, month in _PARTS.items() if word in re.split("[ -]", found["lead"].lower())]
        month = MONTH_NAMES.index(found["month"].lower()) + 1 if found["month"] else next(iter(parts), None)
        day = found["day"] or found["day_after"]
        yield Deadline(found[0], found["year"], month, int(day) if day else None)


def other_deadline(drafted: Sequence[Deadline], told: Sequence[Deadline]) -> str | None:
    """What is wrong where both set deadlines and none of them can be one; None where some can, or one sets none.

    >>> other_deadline([*deadlines_in("It opens by June 2024.")], [*deadlines_in("It opens by May 2024.")])
    'by June 2024 here, by May 2024 in the report'
    """
    if not drafted or not told or any(one.may_be(other) for one in drafted for other in told):
        return None
    return f"{_in_words(drafted)} here, {_in_words(told)} in the report"


def _in_words(deadlines: Sequence[Deadline]) -> str:
    return enumerate_words(dict.fromkeys(" ".join(one.words.split()) for one in deadlines))
