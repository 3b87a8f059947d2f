"""Claims → Records: a pure function. The same claims in any order give the same records, to the letter."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from aidememoire.model import (
    ClaimKind,
    CommitmentValues,
    MeetingKind,
    MeetingState,
    MeetingValues,
    Record,
    RecordKind,
    StatementValues,
    StatusValues,
    When,
)
from aidememoire.register.acts import acts_of_commitments
from aidememoire.register.building import Draft, plain
from aidememoire.register.candidates import MeetingUnit, SourcedClaim, Unit, unit_id
from aidememoire.register.commitments import CommitmentUnit, cluster_commitments, commitment_draft
from aidememoire.register.dialogues import Dialogues, dialogue_draft, resolve_dialogues
from aidememoire.register.meetings import cluster_meetings, meeting_draft
from aidememoire.register.parts import find_parts
from aidememoire.register.people import cluster_people, person_draft, person_units
from aidememoire.register.ranking import Word
from aidememoire.register.statements import StatementUnit, cluster_statements, statement_draft
from aidememoire.register.statuses import (
    StatusUnit,
    cluster_statuses,
    commitments_by_words,
    is_partial,
    meetings_of_report,
    status_draft,
    target_of,
)
from aidememoire.register.tenures import cluster_tenures, dispute_tenures, tenure_draft, tenure_units
from aidememoire.register.world import World, fold


@dataclass(frozen=True, slots=True)
class Rulings:
    """People's judgements, in the would-be ids of units and the ids of claims."""

    same: tuple[tuple[str, str], ...] = ()
    different: tuple[tuple[str, str], ...] = ()
    rejected: frozenset[str] = frozenset()  # claim ids
    accepted: frozenset[str] = frozenset()  # claim ids: their values are shown first

    def among(self, units: Iterable[str]) -> "Rulings":
        """Those about two of these units."""
        known = set(units)
        return Rulings(
            same=tuple(pair for pair in self.same if set(pair) <= known),
            different=tuple(pair for pair in self.different if set(pair) <= known),
        )


class Held(NamedTuple):
    """Where one unit went."""

    record: str  # id
    claim: str  # id
    part: str  # of the claim: the folded name of a person; else empty


@dataclass(frozen=True, slots=True)
class Resolution:
    """All records, and where each unit went."""

    records: tuple[Record, ...]  # in order of id
    units: Mapping[str, Held] = field(default_factory=dict)  # would-be id → where it went


def resolve(claims: Iterable[SourcedClaim], world: World | None = None, rulings: Rulings | None = None) -> Resolution:
    """The records that the claims amount to."""
    world, rulings = world or World.plain(), rulings or Rulings()
    unique = {told.claim.id: told for told in claims if told.claim.id not in rulings.rejected}
    unique |= {name: replace(unique[name], is_accepted=True) for name in rulings.accepted & unique.keys()}
    told = [unique[name] for name in sorted(unique)]
    by_kind: defaultdict[ClaimKind, list[SourcedClaim]] = defaultdict(list)
    for claim in told:
        by_kind[claim.claim.kind].append(claim)
    book = _Book()

    naming = [*by_kind[ClaimKind.DIALOGUE], *by_kind[ClaimKind.MEETING]]
    dialogues = resolve_dialogues(naming, world, rulings.same)
    for record, units in dialogues.clusters.items():
        book.add(dialogue_draft(units, dialogues.formats[record]))
    _put_meetings(book, by_kind, dialogues, world, rulings)
    _put_people(book, by_kind, world, rulings)
    _put_tenures(book, by_kind[ClaimKind.TENURE])
    _put_statements(book, by_kind[ClaimKind.STATEMENT], world, rulings)
    commitments = _put_commitments(book, by_kind[ClaimKind.COMMITMENT], rulings)
    _put_statuses(book, by_kind[ClaimKind.STATUS], dialogues, naming, commitments, world)
    _put_acts(book, by_kind[ClaimKind.ACT], commitments, world)
    return book.close()


class _Book:
    """Drafts of records, the links between them, and where each unit went."""

    def __init__(self) -> None:
        self.drafts: dict[str, Draft] = {}
        self.links: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self.record_of: dict[str, str] = {}  # unit id → record id

    def add(self, draft: Draft) -> str:
        self.drafts[draft.id] = draft
        for unit in draft.units:
            self.record_of[unit.id] = draft.id
        return draft.id

    def link(self, one: str, relation: str, other: str, back: str) -> None:
        self.links[one][relation].add(other)
        self.links[other][back].add(one)

    def of_claim(self, kind: RecordKind, claim: str | None) -> str | None:
        return self.record_of.get(unit_id(kind, claim)) if claim else None

    def close(self) -> Resolution:
        records = tuple(self.drafts[name].record(self.links[name]) for name in sorted(self.drafts))
        units = {
            unit.id: Held(name, unit.told.claim.id, unit.part)
            for name, draft in sorted(self.drafts.items())
            for unit in draft.units
        }
        return Resolution(records, units)


def _unit(kind: RecordKind, told: SourcedClaim) -> Unit:
    return Unit(unit_id(kind, told.claim.id), (told.claim.id, ""), told)


def _put_meetings(
    book: _Book,
    by_kind: Mapping[ClaimKind, list[SourcedClaim]],
    dialogues: Dialogues,
    world: World,
    rulings: Rulings,
) -> None:
    told = by_kind[ClaimKind.MEETING]
    met = _dialogues_of_reports(told, dialogues)
    named = _dialogues_of_reports([*told, *by_kind[ClaimKind.DIALOGUE]], dialogues)
    units = []
    for claim in told:
        values = claim.claim.values
        assert isinstance(values, MeetingValues)
        dialogue = dialogues.of_claim.get(claim.claim.id)
        beside = None if dialogue else _beside(values, met.get(claim.claim.report, set()), dialogues)
        theirs = frozenset(
            name for name in named.get(claim.claim.report, ()) if dialogues.formats[name].parties == values.parties
        )
        units.append(MeetingUnit(_unit(RecordKind.MEETING, claim), values, dialogue, beside, theirs))
    ruled = rulings.among(unit.unit.id for unit in units)
    clusters = cluster_meetings(units, world, ruled.same, ruled.different, dialogues.formats)
    for cluster in clusters:
        record = book.add(meeting_draft(cluster, world))
        own = {unit.dialogue for unit in cluster if unit.dialogue}
        implied = {unit.beside for unit in cluster if unit.beside}
        if implied and not own:
            book.drafts[record].reasons["dialogue"] = "planned without a name in a report on this dialogue"
        for name in own or implied:
            book.link(record, "dialogue", name, "meetings")
    for unit in units:
        part_of = book.of_claim(RecordKind.MEETING, unit.values.part_of)
        record = book.record_of[unit.unit.id]
        if part_of and part_of != record:
            book.link(record, "part_of", part_of, "parts")
    drafts = [draft for draft in book.drafts.values() if draft.kind is RecordKind.MEETING]
    for meeting, visit in find_parts(drafts, world):
        if not book.links[meeting]["part_of"] and visit not in book.links[meeting]["parts"]:
            book.link(meeting, "part_of", visit, "parts")
            book.drafts[meeting].reasons["part_of"] = "on a day and at a place of the only visit of these parties"


def _dialogues_of_reports(told: Iterable[SourcedClaim], dialogues: Dialogues) -> dict[str, set[str]]:
    named: defaultdict[str, set[str]] = defaultdict(set)
    for claim in told:
        if dialogue := dialogues.of_claim.get(claim.claim.id):
            named[claim.claim.report].add(dialogue)
    return named


def _beside(values: MeetingValues, named: set[str], dialogues: Dialogues) -> str | None:
    """The only dialogue of its parties in the same report, for a meeting ahead that is told without name or people."""
    is_ahead = values.state in {MeetingState.PLANNED, MeetingState.PROPOSED, MeetingState.POSTPONED}
    is_session = values.kind in {MeetingKind.MEETING, MeetingKind.TALKS, MeetingKind.SUMMIT} and not values.format
    if not is_ahead or not is_session or values.participants or values.level == "leaders":
        return None
    fitting = {name for name in named if dialogues.formats[name].parties == values.parties}
    return fitting.pop() if len(fitting) == 1 else None


def _put_people(book: _Book, by_kind: Mapping[ClaimKind, list[SourcedClaim]], world: World, rulings: Rulings) -> None:
    naming = [*by_kind[ClaimKind.MEETING], *by_kind[ClaimKind.STATEMENT], *by_kind[ClaimKind.TENURE]]
    units = list({unit.unit.id: unit for unit in person_units(naming, world)}.values())
    ruled = rulings.among(unit.unit.id for unit in units)
    for cluster in cluster_people(units, world, ruled.same, ruled.different):
        record = book.add(person_draft(cluster))
        for unit in cluster:
            meeting = book.of_claim(RecordKind.MEETING, unit.unit.told.claim.id)
            if meeting:
                book.link(record, "meetings", meeting, "people")


def _put_tenures(book: _Book, told: Iterable[SourcedClaim]) -> None:
    for person, cluster in cluster_tenures(tenure_units(told, book.record_of)):
        record = book.add(tenure_draft(cluster))
        if person in book.drafts:
            book.link(record, "person", person, "tenures")
    dispute_tenures([draft for draft in book.drafts.values() if draft.kind is RecordKind.TENURE])


def _put_statements(book: _Book, told: Iterable[SourcedClaim], world: World, rulings: Rulings) -> None:
    units = []
    for claim in told:
        values = claim.claim.values
        assert isinstance(values, StatementValues)
        speaker = fold(values.speaker or "")
        person = book.record_of.get(unit_id(RecordKind.PERSON, claim.claim.id, speaker))
        units.append(
            StatementUnit(
                _unit(RecordKind.STATEMENT, claim), values, person or f"{speaker}|{values.speaker_party or ''}"
            )
        )
    ruled = rulings.among(unit.unit.id for unit in units)
    for cluster in cluster_statements(units, world, ruled.same, ruled.different):
        record = book.add(statement_draft(cluster))
        for unit in cluster:
            if unit.speaker in book.drafts:
                book.link(record, "speaker", unit.speaker, "statements")


def _put_commitments(book: _Book, told: Iterable[SourcedClaim], rulings: Rulings) -> list[CommitmentUnit]:
    units = []
    for claim in told:
        values = claim.claim.values
        assert isinstance(values, CommitmentValues)
        meeting = book.of_claim(RecordKind.MEETING, values.made_at)
        day = book.drafts[meeting].values["date"] if meeting else None
        made_on = When.parse(day).first if day else None
        units.append(CommitmentUnit(_unit(RecordKind.COMMITMENT, claim), values, meeting, made_on))
    ruled = rulings.among(unit.unit.id for unit in units)
    for cluster in cluster_commitments(units, ruled.same, ruled.different):
        record = book.add(commitment_draft(cluster))
        for meeting in {unit.meeting for unit in cluster if unit.meeting}:
            book.link(record, "meeting", meeting, "commitments")
            for dialogue in book.links[meeting]["dialogue"]:
                book.link(record, "dialogue", dialogue, "commitments")
    return units


def _put_statuses(
    book: _Book,
    told: Iterable[SourcedClaim],
    dialogues: Dialogues,
    naming: Iterable[SourcedClaim],
    commitments: Iterable[CommitmentUnit],
    world: World,
) -> None:
    commitments = list(commitments)
    here = meetings_of_report(naming)
    promised: defaultdict[str, list[CommitmentUnit]] = defaultdict(list)
    for commitment in commitments:
        promised[commitment.unit.report].append(commitment)
    by_words = commitments_by_words(commitments)
    units = []
    for claim in told:
        values = claim.claim.values
        assert isinstance(values, StatusValues)
        report = claim.claim.report
        targets, kind, why = target_of(
            claim, dialogues, here.get(report, []), promised[report], by_words, book.record_of, world
        )
        units.append(
            StatusUnit(_unit(RecordKind.STATUS, claim), values, targets, kind, is_partial(values.subject), why)
        )
    for cluster in cluster_statuses(units):
        record = book.add(status_draft(cluster))
        for unit in cluster:
            for target in unit.targets:
                book.link(record, f"{unit.target_kind}s", target, "statuses")
    for draft in book.drafts.values():
        if draft.kind in {RecordKind.DIALOGUE, RecordKind.COMMITMENT}:
            draft.show("statuses", _statuses_over_time(book, draft.id))
    for draft in book.drafts.values():
        if draft.kind is RecordKind.DIALOGUE:
            draft.show("meetings_held", _count_held(book, draft.id))


def _put_acts(book: _Book, acts: Iterable[SourcedClaim], commitments: Iterable[CommitmentUnit], world: World) -> None:
    """Beside each commitment the deeds that may bear on it."""
    found: defaultdict[str, dict[str, SourcedClaim]] = defaultdict(dict)
    for unit, told in acts_of_commitments(acts, commitments_by_words(commitments), world).items():
        for act in told:
            found[book.record_of[unit]][act.claim.id] = act
    for draft in book.drafts.values():
        if draft.kind is RecordKind.COMMITMENT:
            words = [Word(plain(act.claim.values), act) for _, act in sorted(found[draft.id].items())]
            draft.say("acts", words)
            rows = [{**word.value, "reported": plain(word.told.on), "claim": word.told.claim.id} for word in words]
            draft.show("acts", sorted(rows, key=lambda row: (row["reported"] or "9", row["claim"])))


def _statuses_over_time(book: _Book, record: str) -> list[dict[str, Any]]:
    """Each status with since when, why and when it was reported, in the order in which they came about."""
    rows = []
    for name in book.links[record]["statuses"]:
        values = book.drafts[name].values
        rows.append(
            {
                "status": values["status"],
                "since": values["since"],
                "cause": values["cause"],
                "is_partial": values["is_partial"],
                "reported": values["reported"],
                "reported_to": values["reported_to"],
                "record": name,
            }
        )
    return sorted(rows, key=lambda row: (row["since"] or row["reported"] or "", row["reported"] or "", row["record"]))


def _count_held(book: _Book, record: str) -> int:
    meetings = book.links[record]["meetings"]
    return sum(book.drafts[name].values.get("state") == MeetingState.HELD for name in meetings)
