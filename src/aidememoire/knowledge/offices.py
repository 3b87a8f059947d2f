"""Offices: who held which office on which day, and which offices a person held."""

import csv
import hashlib
import io
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from importlib.resources import files
from typing import TYPE_CHECKING

from aidememoire.knowledge.called import called_key
from aidememoire.knowledge.own_tenures import UserRow
from aidememoire.knowledge.person_names import SAME_PERSON, fold, is_one_spelling, same_person, sound, words_of
from aidememoire.knowledge.tenures import Confidence, Role, Tenure, at_most_medium, read_tenure
from aidememoire.model import Problem, Severity

if TYPE_CHECKING:
    from aidememoire.knowledge.parties import Parties

SHORT_NAME = 5  # letters from which a surname that only sounds alike is still the same: Lawrow; not Abe, Abiy
HANDOVER_DAYS = 3  # two holders on the days of a handover are no conflict
FIRST_NAME_LEFT_OUT = 0.75  # what `same_person` gives Tayyip Erdogan and Recep Tayyip Erdoğan
MONTHLY_LIST = "countryinfo"  # a source whose days lag by up to two months, and which forgets to strike names off
TABLE = "tenures.csv"
NO_SUBJECT = frozenset({"for", "on", "to", "in", "of", "the", "and"})  # in "special envoy for the Sahel"
COLUMNS = ("party", "role", "person", "from", "to", "office", "confidence", "sources", "flags", "called")
_RANK = {Confidence.HIGH: 0, Confidence.MEDIUM: 1, Confidence.LOW: 2}


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

    def with_rows(self, rows: Iterable[UserRow]) -> "Offices":
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
        if role.startswith(Role.SPECIAL_ENVOY):
            return self._envoys(party, role, on)
        found = _ranked(self._on(party, role, on), on)
        if role != Role.HEAD_OF_GOVERNMENT:
            return tuple(found)
        beside = _ranked(self._on(party, Role.PRIME_MINISTER, on), on)
        if not beside:
            return tuple(found)
        # Usage differs on who heads the government where a prime minister stands beside a governing president.
        return tuple(replace(one, confidence=at_most_medium(one.confidence)) for one in [*found, *beside])

    def _envoys(self, party: str, role: str, on: date) -> tuple[Tenure, ...]:
        """The special envoys of that day, each with a subject of his own: no rivals; "special envoy for X": for X's."""
        subject = set(fold(role.removeprefix(Role.SPECIAL_ENVOY)).split()) - NO_SUBJECT
        by_title: dict[str, list[Tenure]] = defaultdict(list)
        for tenure in self._on(party, Role.SPECIAL_ENVOY, on):
            if subject <= set(fold(tenure.office).split()):
                by_title[tenure.office].append(tenure)
        found = [tenure for title in sorted(by_title) for tenure in _ranked(by_title[title], on)]
        return tuple(sorted(found, key=_preference))

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
            replace(one, confidence=at_most_medium(one.confidence)) if one.known_until is not None else one
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
            self._built[index] = read_tenure(self.rows[index])
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
        return [replace(one, confidence=at_most_medium(one.confidence)) for one in found]
    best, rivals = found[0], found[1:]
    if any(_is_sure(one, on) and not one.is_learnt_in_doubt for one in rivals):
        best = replace(best, confidence=at_most_medium(best.confidence))
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


def answers(
    offices: Offices, lines: Iterable[str], source: str, parties: "Parties | None" = None
) -> Iterator[dict[str, object] | Problem]:
    """For each JSON line ``{party, office, on}`` the question with its holders, or a Problem where it is no question.

    What `offices --ask` prints. A party that is unknown, or an office that nobody is known to hold, has no holders, and
    ``unknown`` says which of the two. With ``parties``, a party may be given by name.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            question = json.loads(line)
            on = date.fromisoformat(question["on"])
            str(question["party"]), str(question["office"])
        except (ValueError, KeyError, TypeError) as error:
            message = f"not a question {{party, office, on}} with a date YYYY-MM-DD: {error}"
            yield Problem(Severity.REFUSAL, f"{source}:{number}", None, "offices.ask", message)
            continue
        yield answer_to(question, on, offices, parties)


def answer_to(
    question: Mapping[str, object], on: date, offices: Offices, parties: "Parties | None" = None
) -> dict[str, object]:
    """The question with its holders, best first; with none, ``unknown`` says what the table doesn't know."""
    party, office = str(question["party"]), str(question["office"]).strip().lower()
    found = (parties.get(party) or parties.find(party, on)) if parties else None
    holders = offices.ask(found.code if found else party, office, on)
    answer: dict[str, object] = {**question, "holders": holders}
    if holders:
        return answer
    if parties and found is None:
        answer["unknown"] = f"no party goes by {party}"
    elif not is_office(office):
        cause, advice = no_such_office()
        answer["unknown"] = f"{cause}: {office}. {advice}"
    else:
        answer["unknown"] = "the table names nobody for that day"
    return answer


def is_office(words: str) -> bool:
    """Whether the table has an office of that name; an envoy may be asked for by subject: "special envoy for Iran"."""
    plain = words.strip().lower()
    return plain in set(Role) or plain.startswith(f"{Role.SPECIAL_ENVOY} for ")


def no_such_office() -> tuple[str, str]:
    """What is wrong with an office that the table doesn't know, and what to do."""
    return "no such office in the table", f"One of: {', '.join(Role)}."


def _is_written_so(surname: str, person: str) -> bool:
    """Whether a short name is a word of the person's, letter by letter or by the table of spellings: Abe is no Abiy."""
    return any(is_one_spelling(fold(surname), word) for word in fold(person).split())
