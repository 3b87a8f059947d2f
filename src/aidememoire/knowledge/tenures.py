"""Tenures: one person's time in one office, and how surely it held on a day.

A boundary of a tenure is an interval of days, written as ISO 8601 allows: ``2004-10`` (some day of that month),
``2004-08/2004-10``, ``../2003-02-01`` (begun by then), ``2022-08-02/..`` (held until then at least). What lies inside
both boundaries is certain as far as the sources are; what lies within one is answered with lower confidence. A tenure
that no source saw end answers for some time after the source's last day (``OPEN_DAYS``), with low confidence, and for
nothing later: offices change hands.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from importlib.resources import files

from aidememoire.model import When

OPEN_DAYS = 150  # a snapshot of 2 August answers for 1 December, with low confidence; not for the next spring
OPEN_DAYS_OF_HEADS = 420  # heads of state and government change less often: an October's answers for the next December
VAGUE_DAYS = 400  # a boundary vaguer than this is no boundary: nobody knows what lies in the middle
EDGE_DAYS = (
    31  # sources differ on the day of a handover by weeks (named, sworn in, took over): no high confidence there
)
NARROW_DAYS = 31  # a boundary known to the month is answered with medium confidence, a vaguer one with low
LEARNT = "learnt from reports"  # the licence of a row that `offices export` wrote: it stands behind all others
SOURCES_TABLE = "tenures_sources.csv"


class Role(StrEnum):
    """What an office amounts to, whatever it is called."""

    HEAD_OF_STATE = "head of state"  # a supreme leader is one; a governor-general is not
    HEAD_OF_GOVERNMENT = "head of government"
    FOREIGN_MINISTER = "foreign minister"
    DEFENCE_MINISTER = "defence minister"
    HEAD_OF_ORGANISATION = "head of organisation"
    PRIME_MINISTER = "prime minister"  # where the president heads the government
    GOVERNOR_GENERAL = "governor-general"
    PARTY_LEADER = "party leader"  # where the ruling party's head leads the state
    FINANCE_MINISTER = "finance minister"
    TRADE_MINISTER = "trade minister"
    NATIONAL_SECURITY_ADVISER = "national security adviser"
    VICE_PRESIDENT = "vice president"
    CROWN_PRINCE = "crown prince"
    PRESIDENT_OF_COUNCIL = "president of council"  # the European Council's president
    UN_AMBASSADOR = "ambassador to the United Nations"
    SPECIAL_ENVOY = "special envoy"


_HEADS = frozenset({Role.HEAD_OF_STATE, Role.HEAD_OF_GOVERNMENT})


class Confidence(StrEnum):
    """How far the answer may be trusted."""

    HIGH = "high"  # the editors are certain or two independent sources agree, and none disagrees
    MEDIUM = "medium"  # one source, or sources that differ on the day
    LOW = "low"  # within an uncertain boundary, after a snapshot, or against another source


_TITLES = {"trade minister": "minister of trade"}


@dataclass(frozen=True, slots=True)
class Source:
    """Where rows come from."""

    key: str
    name: str
    licence: str
    url: str
    as_of: str  # the day up to which it tells


@dataclass(frozen=True, slots=True)
class Bounds:
    """The days on which a tenure can have begun, or ended; None: no bound on that side."""

    earliest: date | None
    latest: date | None

    @classmethod
    def parse(cls, text: str) -> "Bounds":
        """The bounds written as ISO 8601, ``..`` for an open side; empty for nothing known.

        >>> Bounds.parse("2004-02").latest
        datetime.date(2004, 2, 29)
        """
        if not text:
            return cls(None, None)
        if "/" not in text:
            if len(text) == 10:
                day = date.fromisoformat(text)
                return cls(day, day)
            when = When.parse(text)
            return cls(when.first, when.last)
        head, tail = text.split("/", 1)
        return cls(
            None if head == ".." else cls.parse(head).earliest,
            None if tail == ".." else cls.parse(tail).latest,
        )

    @property
    def is_narrow(self) -> bool:
        """Whether both sides are known to about a month."""
        return (
            self.earliest is not None and self.latest is not None and (self.latest - self.earliest).days <= NARROW_DAYS
        )


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person's time in one office."""

    party: str  # party code
    role: str  # a Role
    office: str  # the office's own title: "Secretary of State"
    person: str
    starts: date | None  # the first day on which it can have begun; None: unknown
    ends: date | None  # the last day to which it can have lasted; None: not known to have ended
    began: Bounds
    ended: Bounds
    from_text: str | None  # as JSON gives it: "2004-10", "2004-08/2004-10"; None: unknown
    to_text: str | None
    confidence: Confidence  # on the day asked for, where one was
    sources: tuple[str, ...]  # keys of the sources table, or the user's own names
    is_acting: bool = False
    licences: tuple[str, ...] = ()  # a user's row's own; shipped rows have their sources' licences

    @property
    def is_learnt(self) -> bool:
        """Whether reports taught it, and nobody vouches for it."""
        return LEARNT in self.licences

    @property
    def is_learnt_in_doubt(self) -> bool:
        """Whether reports taught it and something speaks against it: such a row makes no other less sure."""
        return self.is_learnt and self.confidence is Confidence.LOW

    @property
    def known_until(self) -> date | None:
        """The last day on which the sources saw it, where none of them saw it end; None where one did."""
        return self.ended.earliest if self.ended.latest is None else None

    @property
    def source(self) -> str:
        """The sources in one string."""
        return "+".join(self.sources)

    @property
    def licence(self) -> str:
        """The licences of the sources in one string."""
        known = shipped_sources()
        return "; ".join(dict.fromkeys([*self.licences, *(known[key].licence for key in self.sources if key in known)]))

    def covers(self, on: date) -> Confidence | None:
        """How surely the tenure held on the day; None: it did not, or nobody knows."""
        sure_from, sure_to = self.began.latest, self.ended.earliest
        if (sure_from is None or sure_from <= on) and (sure_to is None or on <= sure_to):
            if sure_from is None and self.began.earliest is None and sure_to is None:
                return None
            near = timedelta(days=EDGE_DAYS)
            is_near = (sure_from is not None and on - sure_from < near) or (
                self.ended.latest is not None and sure_to is not None and sure_to - on < near
            )
            return at_most_medium(self.confidence) if is_near else self.confidence
        if sure_from is not None and on < sure_from:
            return self._within(self.began.earliest, self.began, on, sure_from)
        assert sure_to is not None
        return self._within(self.ended.latest, self.ended, on, sure_to)

    def _within(self, bound: date | None, bounds: Bounds, on: date, sure: date) -> Confidence | None:
        """The confidence for a day outside the sure days: within the boundary, or a little beyond an open one."""
        away = abs((on - sure).days)
        is_vague = bound is None or abs((bound - sure).days) > VAGUE_DAYS
        if bound is not None and not min(bound, sure) <= on <= max(bound, sure):
            return None
        if is_vague:
            allowed = OPEN_DAYS_OF_HEADS if self.role in _HEADS else OPEN_DAYS
            return Confidence.LOW if away <= allowed else None
        return Confidence.MEDIUM if bounds.is_narrow and self.confidence is not Confidence.LOW else Confidence.LOW

    def as_answer(self) -> dict[str, object]:
        """The tenure as the `offices` interface gives a holder."""
        answer: dict[str, object] = {
            "name": self.person,
            "from": self.from_text,
            "to": self.to_text,
            "confidence": str(self.confidence),
            "sources": list(self.sources),
            "office": self.office,
        }
        if self.known_until is not None:
            answer["known_until"] = self.known_until.isoformat()
        return answer | ({"acting": True} if self.is_acting else {})


def at_most_medium(confidence: Confidence) -> Confidence:
    """The confidence, medium where it is high."""
    return Confidence.MEDIUM if confidence is Confidence.HIGH else confidence


def read_tenure(row: Sequence[str]) -> Tenure:
    """The tenure of a row of the table, a user's with its licence behind."""
    party, role, person, start, end, office, confidence, sources, flags = row[:9]
    began, ended = Bounds.parse(start), Bounds.parse(end)
    return Tenure(
        party=party,
        role=role,
        office=office or _TITLES.get(role, role),
        person=person,
        starts=began.earliest,
        ends=ended.latest,
        began=began,
        ended=ended,
        from_text=None if began.earliest is None else start,
        to_text=None if ended.latest is None else end,
        confidence=Confidence(confidence),
        sources=tuple(sources.split("+")),
        is_acting="acting" in flags,
        licences=tuple(row[10:11]),
    )


@cache
def shipped_sources() -> Mapping[str, Source]:
    """The sources of the shipped rows, by key."""
    text = (files("aidememoire.knowledge") / "data" / SOURCES_TABLE).read_text(encoding="utf-8")
    return {
        row["key"]: Source(row["key"], row["name"], row["licence"], row["url"], row["as_of"])
        for row in csv.DictReader(io.StringIO(text))
    }
