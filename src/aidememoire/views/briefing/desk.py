"""Desk: what every section of a brief is written from, and the wordings that several of them share."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from aidememoire.knowledge import Knowledge
from aidememoire.model import MeetingState, Record, When
from aidememoire.register import Coverage
from aidememoire.views.briefing.matters import Matter
from aidememoire.views.citing import Citations
from aidememoire.views.wording import day_in_words, enumerate_words, parties_in_words, reports_in_words

Item = TypeVar("Item")  # a record, or a line

AHEAD = frozenset({MeetingState.PLANNED, MeetingState.PROPOSED, MeetingState.POSTPONED})
# A meeting planned for no told day is no longer ahead half a year after it was told of.
STALE_DAYS = 183
PEOPLE_SHOWN = 4  # of one side


@dataclass(frozen=True)
class Desk:
    """What every section of one brief is written from."""

    matter: Matter
    day: date | None  # as of which the brief is written; None: no report read bears a date
    for_party: str | None  # the reader's own side
    knowledge: Knowledge | None
    coverage: Coverage
    cite: Citations
    is_full: bool = False  # all that there is, and not the latest few of each

    @property
    def sides(self) -> list[str]:
        """The parties, the reader's own last."""
        own = [party for party in self.matter.parties if party == self.for_party]
        return [party for party in self.matter.parties if party != self.for_party] + own

    @property
    def among(self) -> str:
        """How many reports stand behind a "none found"."""
        return f"the {reports_in_words(self.coverage.reports)} read"

    def names(self, parties: Iterable[str]) -> str:
        """The parties by name."""
        return parties_in_words(parties, self.knowledge)

    def latest(self, items: Sequence[Item], count: int) -> Sequence[Item]:
        """So many of the items, which stand in order of time; all on a full page."""
        return items if self.is_full else items[-count:]

    def some(self, words: Sequence[str], count: int) -> str:
        """So many of them in a row, and how many more; all on a full page."""
        more = 0 if self.is_full else len(words) - count
        return enumerate_words([*words[:count], f"{more} more"] if more > 1 else words)

    def people(self, seats: Iterable[dict[str, Any]]) -> str:
        """The participants of one side."""
        return self.some([person_in_words(seat) for seat in seats], PEOPLE_SHOWN)

    def earliest(self, claims: Iterable[str], count: int = 2) -> list[str]:
        """The first few of the claims, in order of report."""
        return sorted(claims, key=lambda claim: (self.cite.day(claim) or "9", claim))[:count]

    def is_over(self, record: Record) -> bool:
        """Whether the meeting's day lies before the brief's; without a day, whether it was told of long ago."""
        when, reported = record.values["date"], record.values["reported"]
        if self.day is None:
            return False
        if when:
            return When.parse(when).last < self.day
        return bool(reported) and (self.day - date.fromisoformat(reported)).days > STALE_DAYS


def when_in_words(record: Record) -> str:
    """The meeting's day, or, where none is told, the day on which it was first reported."""
    values = record.values
    if values["date"]:
        return day_in_words(values["date"])
    return f"date not told (reported {day_in_words(values['reported'])})" if values["reported"] else "date not told"


def person_in_words(seat: dict[str, Any]) -> str:
    """A participant with the office."""
    return f"{seat['name']} ({seat['office']})" if seat["office"] else str(seat["name"])
