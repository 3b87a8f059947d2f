"""Offices and tenures: who held which office on which day, and which offices a person held.

A boundary of a tenure is an interval of days, written as ISO 8601 allows: ``2004-10`` (some day of that month),
``2004-08/2004-10``, ``../2003-02-01`` (begun by then), ``2022-08-02/..`` (held until then at least). What lies inside
both boundaries is certain as far as the sources are; what lies within one is answered with lower confidence. A tenure
that no source saw end answers for some time after the source's last day (``OPEN_DAYS``), with low confidence, and for
nothing later: offices change hands.
"""

import csv
import hashlib
import io
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from importlib.resources import files

from aidememoire.knowledge.person_names import (
    SAME_PERSON,
    fold,
    is_one_spelling,
    same_person,
    sound,
    surnames,
    words_of,
)
from aidememoire.knowledge.tables import rows_of
from aidememoire.model import Problem, Severity, When

OPEN_DAYS = 150  # a snapshot of 2 August answers for 1 December, with low confidence; not for the next spring
OPEN_DAYS_OF_HEADS = 420  # heads of state and government change less often: an October's answers for the next December
VAGUE_DAYS = 400  # a boundary vaguer than this is no boundary: nobody knows what lies in the middle
SHORT_NAME = 5  # letters from which a surname that only sounds alike is still the same: Lawrow; not Abe, Abiy
EDGE_DAYS = (
    31  # sources differ on the day of a handover by weeks (named, sworn in, took over): no high confidence there
)
HANDOVER_DAYS = 3  # two holders on the days of a handover are no conflict
NARROW_DAYS = 31  # a boundary known to the month is answered with medium confidence, a vaguer one with low
FIRST_NAME_LEFT_OUT = 0.75  # what `same_person` gives Tayyip Erdogan and Recep Tayyip Erdoğan
MONTHLY_LIST = "countryinfo"  # a source whose days lag by up to two months, and which forgets to strike names off
LEARNT = "learnt from reports"  # the licence of a row that `offices export` wrote: it stands behind all others
TABLE = "tenures.csv"
SOURCES_TABLE = "tenures_sources.csv"
COLUMNS = ("party", "role", "person", "from", "to", "office", "confidence", "sources", "flags", "called")
USER_COLUMNS = ("party", "role", "person", "from", "to", "office", "source", "licence", "confidence")

FIRST_NAME = "first_name"  # a custom: people are called by the first word of the name, or by either
RULING_HOUSE = "ruling_house"  # a custom: members of the ruling house are: "Prince Saud", "Sheikh Hamad"


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


_RANK = {Confidence.HIGH: 0, Confidence.MEDIUM: 1, Confidence.LOW: 2}
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
            return _at_most_medium(self.confidence) if is_near else self.confidence
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


@dataclass(frozen=True)
class Offices:
    """The table of tenures, indexed; immutable."""

    rows: Sequence[Sequence[str]]  # as COLUMNS
    _by_office: Mapping[tuple[str, str], tuple[int, ...]] = field(repr=False)
    _by_called: Mapping[str, tuple[int, ...]] = field(repr=False)
    _built: dict[int, Tenure] = field(default_factory=dict, repr=False)  # tenures read so far

    @classmethod
    def from_rows(cls, rows: Sequence[Sequence[str]]) -> "Offices":
        """The table made of rows in the order of COLUMNS."""
        by_office: dict[tuple[str, str], list[int]] = defaultdict(list)
        by_called: dict[str, list[int]] = defaultdict(list)
        for index, row in enumerate(rows):
            by_office[row[0], row[1]].append(index)
            for key in row[9].split("|") if row[9] else ():
                by_called[key].append(index)
        return cls(
            rows,
            {key: tuple(value) for key, value in by_office.items()},
            {key: tuple(value) for key, value in by_called.items()},
        )

    @classmethod
    def shipped(cls) -> "Offices":
        """The table that ships with the package."""
        text = (files("aidememoire.knowledge") / "data" / TABLE).read_text(encoding="utf-8")
        reader = csv.reader(io.StringIO(text))
        next(reader)
        return cls.from_rows(list(reader))

    def with_rows(self, rows: Iterable["UserRow"]) -> "Offices":
        """The table with a user's rows laid over it: a user's row comes before shipped ones of the same day."""
        return Offices.from_rows([*(row.as_row() for row in rows), *self.rows])

    @property
    def version(self) -> str:
        """A short hash of the rows, so that a reading can say which table it used."""
        digest = hashlib.sha256()
        for row in self.rows:
            digest.update("\t".join(row).encode())
        return digest.hexdigest()[:12]

    def holders(self, party: str, role: str, on: date) -> tuple[Tenure, ...]:
        """Who held the office on the day, best first; empty when unknown.

        Several holders are either true (a handover, a shared office) or rivals between sources: then the best
        has no more than medium confidence and the others low.
        """
        found = _ranked(self._on(party, role, on), on)
        if role != Role.HEAD_OF_GOVERNMENT:
            return tuple(found)
        beside = _ranked(self._on(party, Role.PRIME_MINISTER, on), on)
        if not beside:
            return tuple(found)
        # Usage differs on who heads the government where a prime minister stands beside a governing president.
        return tuple(replace(one, confidence=_at_most_medium(one.confidence)) for one in [*found, *beside])

    def tenures(self, person_name: str) -> tuple[Tenure, ...]:
        """Every office that the person held, oldest first; spelling, order and romanisation may differ.

        "Tayyip Erdogan" finds Recep Tayyip Erdoğan as long as it fits nobody else in the table.
        """
        words = words_of(person_name)
        keys = {sound(word) for word in words} | {" ".join(map(sound, words))}
        candidates = {index for key in keys for index in self._by_called.get(key, ())}
        scores = {index: same_person(person_name, self.rows[index][2]) for index in candidates}
        found = [self._tenure(index) for index, score in scores.items() if score >= SAME_PERSON]
        if not found:
            fitting = [self._tenure(index) for index, score in scores.items() if score >= FIRST_NAME_LEFT_OUT]
            found = fitting if len({one.person for one in fitting}) == 1 else []
        return tuple(sorted(found, key=lambda tenure: (tenure.starts or date.min, tenure.party, tenure.role)))

    def by_surname(self, surname: str, on: date | None = None, party: str | None = None) -> tuple[Tenure, ...]:
        """The tenures of all who may be called by this surname alone, surest first, then latest first."""
        found: list[Tenure] = []
        for index in self._by_called.get(called_key(surname), ()):
            if party is not None and self.rows[index][0] != party:
                continue
            tenure = self._tenure(index)
            if len(fold(surname)) < SHORT_NAME and not _is_written_so(surname, tenure.person):
                continue
            if on is None:
                found.append(tenure)
            elif (confidence := tenure.covers(on)) is not None:
                found.append(replace(tenure, confidence=confidence))
        return tuple(sorted(found, key=lambda one: (_RANK[one.confidence], -(one.starts or date.min).toordinal())))

    def ask(self, party: str, office: str, on: date) -> list[dict[str, object]]:
        """The holders as the `offices` interface gives them."""
        return [tenure.as_answer() for tenure in self.holders(party, office, on)]

    def of_person(self, name: str) -> list[dict[str, object]]:
        """The person's offices as `offices --person` gives them; a bare surname lists all who bear it.

        One that no source saw end has no high confidence: it may be over since ``known_until``.
        """
        found = [
            replace(one, confidence=_at_most_medium(one.confidence)) if one.known_until is not None else one
            for one in self.tenures(name) or self.by_surname(name)
        ]
        return [{"party": one.party, "role": one.role, **one.as_answer()} for one in found]

    def all_tenures(self) -> Iterator[Tenure]:
        """Every tenure, in the order of the table."""
        return map(self._tenure, range(len(self.rows)))

    def _on(self, party: str, role: str, on: date) -> list[Tenure]:
        """The tenures that can have held on the day, each with its confidence on that day."""
        found = []
        for tenure in self._of(party, role):
            confidence = tenure.covers(on)
            if confidence is not None:
                found.append(replace(tenure, confidence=confidence))
        return found

    def _of(self, party: str, role: str) -> Iterator[Tenure]:
        return map(self._tenure, self._by_office.get((party, role), ()))

    def _tenure(self, index: int) -> Tenure:
        if index not in self._built:
            self._built[index] = _read(self.rows[index])
        return self._built[index]


def _ranked(found: list[Tenure], on: date) -> list[Tenure]:
    """The tenures best first, with confidence lowered where they can't all be true."""
    found.sort(key=_preference)
    if len(found) < 2:
        return found
    found = _without_doubles(found)
    if len(found) < 2:
        return found
    if _is_handover(found, on):
        return [replace(one, confidence=_at_most_medium(one.confidence)) for one in found]
    best, rivals = found[0], found[1:]
    if any(_is_sure(one, on) and not one.is_learnt_in_doubt for one in rivals):
        best = replace(best, confidence=_at_most_medium(best.confidence))
    return [best, *(replace(one, confidence=Confidence.LOW) for one in rivals)]


def _without_doubles(found: list[Tenure]) -> list[Tenure]:
    """The tenures without those of one who stands before already: a user's row beside a shipped one of the same."""
    kept: list[Tenure] = []
    for one in found:
        if not any(same_person(one.person, other.person) >= SAME_PERSON for other in kept):
            kept.append(one)
    return kept


def _preference(tenure: Tenure) -> tuple[bool, int, bool, bool, bool, int]:
    """The key to sort rivals by: the user's own first, then the surest, monthly lists last, the latest comer first."""
    return (
        not tenure.licences or tenure.is_learnt,
        _RANK[tenure.confidence],
        tenure.is_learnt,
        tenure.is_acting,
        tenure.sources == (MONTHLY_LIST,),
        -(tenure.starts or tenure.began.latest or date.min).toordinal(),
    )


def _is_handover(found: list[Tenure], on: date) -> bool:
    """Whether the day is within days of the one's end and the other's beginning."""
    near = timedelta(days=HANDOVER_DAYS)
    return all(
        (one.ends is not None and abs(one.ends - on) <= near)
        or (one.starts is not None and abs(one.starts - on) <= near)
        for one in found
    )


def _is_sure(tenure: Tenure, on: date) -> bool:
    return (tenure.began.latest or date.max) <= on <= (tenure.ended.earliest or date.min)


def _at_most_medium(confidence: Confidence) -> Confidence:
    return Confidence.MEDIUM if confidence is Confidence.HIGH else confidence


def _read(row: Sequence[str]) -> Tenure:
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


def answers(offices: Offices, lines: Iterable[str], source: str) -> Iterator[dict[str, object] | Problem]:
    """For each JSON line ``{party, office, on}`` the question with its holders, or a Problem where it is no question.

    What `offices --ask` prints. A party that is unknown, or an office that nobody is known to hold, has no holders.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            question = json.loads(line)
            on = date.fromisoformat(question["on"])
            party, office = str(question["party"]), str(question["office"])
        except (ValueError, KeyError, TypeError) as error:
            message = f"not a question {{party, office, on}} with a date YYYY-MM-DD: {error}"
            yield Problem(Severity.REFUSAL, f"{source}:{number}", None, "offices.ask", message)
            continue
        yield {**question, "holders": offices.ask(party, office.strip().lower(), on)}


def _is_written_so(surname: str, person: str) -> bool:
    """Whether a short name is a word of the person's, letter by letter or by the table of spellings: Abe is no Abiy."""
    return any(is_one_spelling(fold(surname), word) for word in fold(person).split())


def called_key(surname: str) -> str:
    """The key under which a surname is indexed: equal for its usual romanisations."""
    words = words_of(surname) or tuple(fold(surname).split())
    return " ".join(sound(word) for word in words)


def called_keys(person: str, party: str) -> tuple[str, ...]:
    """The keys of everything by which the person may be called alone."""
    words = words_of(person)
    is_by_first = party in parties_with_custom(FIRST_NAME) or party in parties_with_custom(RULING_HOUSE)
    called = [*surnames(person), *(words[:1] if is_by_first else ()), " ".join(words)]
    return tuple(dict.fromkeys(key for name in called if (key := called_key(name))))


@cache
def parties_with_custom(custom: str) -> frozenset[str]:
    """The parties where the custom of calling people is kept, as ``name_customs.tsv`` says."""
    return frozenset(row["party"] for row in rows_of("name_customs.tsv") if row["custom"] == custom)


@cache
def shipped_sources() -> Mapping[str, Source]:
    """The sources of the shipped rows, by key."""
    text = (files("aidememoire.knowledge") / "data" / SOURCES_TABLE).read_text(encoding="utf-8")
    return {
        row["key"]: Source(row["key"], row["name"], row["licence"], row["url"], row["as_of"])
        for row in csv.DictReader(io.StringIO(text))
    }


@dataclass(frozen=True, slots=True)
class UserRow:
    """One tenure of a user's own table."""

    party: str
    role: str
    person: str
    starts: str  # ISO 8601, as Bounds reads it
    ends: str
    office: str
    source: str
    licence: str
    confidence: Confidence

    def as_row(self) -> tuple[str, ...]:
        """The row in the order of COLUMNS, with the licence behind."""
        called = "|".join(called_keys(self.person, self.party))
        return (
            self.party, self.role, self.person, self.starts, self.ends, self.office, str(self.confidence),
            self.source, "", called, self.licence,
        )  # fmt: skip


def read_user_rows(text: str, source: str) -> tuple[tuple[UserRow, ...], tuple[Problem, ...]]:
    """The rows of a CSV with the columns USER_COLUMNS (from `party` to `to` needed), and a Problem for each bad row.

    An empty ``to`` means that the person holds the office still, as far as the row's author knows.
    """
    rows: list[UserRow] = []
    problems: list[Problem] = []
    reader = csv.DictReader(text.lstrip("\ufeff").replace("\0", "").splitlines())
    missing = [column for column in ("party", "role", "person", "from") if column not in (reader.fieldnames or ())]
    if missing:
        message = (
            f"the table lacks the columns {', '.join(missing)}: give it a first line with {','.join(USER_COLUMNS)}"
        )
        return (), (Problem(Severity.ERROR, source, None, "offices.import.columns", message),)
    for number, raw in enumerate(reader, start=2):
        row = {
            key: (value or "").strip()
            for key, value in raw.items()
            if isinstance(key, str) and not isinstance(value, list)
        }
        fault = _fault(row)
        if fault:
            problems.append(Problem(Severity.REFUSAL, f"{source}:{number}", None, "offices.import.row", fault))
            continue
        rows.append(
            UserRow(
                party=row["party"].upper() if len(row["party"]) == 3 else row["party"],
                role=row["role"].lower(),
                person=row["person"],
                starts=row["from"],
                ends=row.get("to", ""),
                office=row.get("office", ""),
                source=row.get("source", "") or source,
                licence=row.get("licence", "") or "user's own",
                confidence=Confidence(row.get("confidence", "") or Confidence.HIGH),
            )
        )
    return tuple(rows), tuple(problems)


def write_user_rows(rows: Iterable[UserRow]) -> str:
    """The rows as the CSV that `read_user_rows` reads."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(USER_COLUMNS)
    for row in rows:
        writer.writerow(
            (row.party, row.role, row.person, row.starts, row.ends, row.office, row.source, row.licence, row.confidence)
        )
    return out.getvalue()


def _fault(row: Mapping[str, str]) -> str | None:
    """What is wrong with a user's row, or None."""
    if not all(row.get(column) for column in ("party", "role", "person")):
        return "party, role and person must be given"
    if row["role"].lower() not in set(Role):
        return f"unknown role {row['role']!r}: one of {', '.join(Role)}"
    if (row.get("confidence") or "high") not in set(Confidence):
        return f"unknown confidence {row['confidence']!r}: high, medium or low"
    try:
        began, ended = Bounds.parse(row.get("from", "")), Bounds.parse(row.get("to", ""))
    except ValueError as error:
        return f"a date isn't written as YYYY, YYYY-MM or YYYY-MM-DD: {error}"
    if not row.get("from") and not row.get("to"):
        return "neither from nor to is given"
    if began.earliest and ended.latest and began.earliest > ended.latest:
        return f"it ends ({row['to']}) before it begins ({row['from']})"
    return None
