"""Who was seen in which office, from when to when, as reports tell; and what that adds to the table of offices.

A sighting ("Peru's Foreign Minister Ana Poe", in a report of that day) says that she held the office then, and nothing
of the days before and after. One person's sightings in one office are one tenure, unless others were seen in it in
between.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from aidememoire.knowledge.offices import Offices
from aidememoire.knowledge.own_tenures import UserRow
from aidememoire.knowledge.person_names import SAME_PERSON, same_person, word_score, words_of
from aidememoire.knowledge.tenures import LEARNT, Confidence, Role, Tenure
from aidememoire.model import Record, RecordKind, TenureValues
from aidememoire.register.building import Draft
from aidememoire.register.building import words_of as words_told
from aidememoire.register.candidates import SourcedClaim, Unit, unit_id
from aidememoire.register.ranking import Word, choose
from aidememoire.register.world import fold

# Between two sightings so far apart others may have held the office; in March and again in May hardly.
BREAK_DAYS = 90
# So many reports must have seen the one other in between: a single one may err.
BREAK_REPORTS = 2
# At a handover reports name the old and the new holder side by side for weeks: no dispute.
HANDOVER_DAYS = 31
# So many independent voices make a sighting more than one outlet's word.
ENOUGH_VOICES = 2
SHOWN_OUTLETS = 3
# Accepts Kurtz/Kurz and Obasandj/Obasanjo; refuses Koussa/Obeidi.
ALIKE = 0.8
LEADING = frozenset({Role.HEAD_OF_STATE, Role.HEAD_OF_GOVERNMENT, Role.PRIME_MINISTER, Role.PARTY_LEADER})


@dataclass(frozen=True, slots=True)
class TenureUnit:
    """One sighting."""

    unit: Unit
    values: TenureValues
    person: str  # id of the person's record; the folded name where there is none

    @property
    def on(self) -> date | None:
        """The report's day."""
        return self.unit.told.on


def tenure_units(told: Iterable[SourcedClaim], record_of: Mapping[str, str]) -> Iterator[TenureUnit]:
    """The sightings, each with the record of its person."""
    for claim in told:
        values = claim.claim.values
        assert isinstance(values, TenureValues)
        name = claim.claim.id
        person = record_of.get(unit_id(RecordKind.PERSON, name, fold(values.person)), fold(values.person))
        yield TenureUnit(Unit(unit_id(RecordKind.TENURE, name), (name, ""), claim), values, person)


def cluster_tenures(units: Iterable[TenureUnit]) -> list[tuple[str, tuple[TenureUnit, ...]]]:
    """The tenures: whose each is, and its sightings in order of day, undated ones last."""
    by_office: defaultdict[tuple[str, str], defaultdict[str, list[TenureUnit]]] = defaultdict(lambda: defaultdict(list))
    for unit in units:
        by_office[unit.values.party, unit.values.role][unit.person].append(unit)
    found = []
    for _, holders in sorted(by_office.items()):
        for person, sightings in sorted(holders.items()):
            others = [sorted(_days(theirs)) for name, theirs in holders.items() if name != person]
            found += [(person, piece) for piece in _pieces(sightings, others)]
    return found


def _days(sightings: Iterable[TenureUnit]) -> dict[tuple[date, str], None]:
    """The days of the sightings, one for each report."""
    return {(unit.on, unit.unit.report): None for unit in sightings if unit.on is not None}


def _pieces(
    sightings: Sequence[TenureUnit], others: Sequence[Sequence[tuple[date, str]]]
) -> Iterator[tuple[TenureUnit, ...]]:
    """The sightings, cut where somebody else was in office for a while."""
    dated = sorted((unit for unit in sightings if unit.on), key=lambda unit: (unit.on or date.min, unit.unit.id))
    undated = sorted((unit for unit in sightings if not unit.on), key=lambda unit: unit.unit.id)
    piece: list[TenureUnit] = []
    for unit in dated:
        if piece and _is_broken(piece[-1].on or date.min, unit.on or date.max, others):
            yield tuple(piece)
            piece = []
        piece.append(unit)
    yield tuple(piece + undated)


def _is_broken(last: date, following: date, others: Sequence[Sequence[tuple[date, str]]]) -> bool:
    if (following - last).days <= BREAK_DAYS:
        return False
    return any(sum(last < day < following for day, _ in theirs) >= BREAK_REPORTS for theirs in others)


def tenure_draft(units: Sequence[TenureUnit]) -> Draft:
    """The tenure: who, in which office, first and last seen when, by how many reports and independent voices."""
    draft = Draft(RecordKind.TENURE, [unit.unit for unit in units])
    told = [unit.unit for unit in sorted(units, key=lambda unit: unit.unit.order)]
    names = words_told(told, "person")
    draft.say("name", names)
    draft.show("name", choose(names, agrees=lambda one, other: True, worth=lambda name: len(name.split())).value)
    draft.show("names", sorted({word.value for word in names}))
    draft.show("parties", [units[0].values.party])
    draft.show("role", units[0].values.role)
    offices = words_told(told, "office")
    draft.say("office", offices)
    draft.show("office", choose(offices, agrees=lambda one, other: True).value)
    days = sorted(unit.on for unit in units if unit.on)
    draft.say("seen", [Word(unit.on.isoformat(), unit.unit.told) for unit in units if unit.on])
    draft.show("reported", days[0].isoformat() if days else None)
    draft.show("reported_to", days[-1].isoformat() if days else None)
    draft.show("reports", len({unit.unit.report for unit in units}))
    draft.show("voices", sorted({unit.unit.told.voice for unit in units}))
    return draft


def dispute_tenures(drafts: Sequence[Draft]) -> None:
    """Set beside each tenure those of others who were seen in the office within its days."""
    by_office: defaultdict[tuple[str, str], list[Draft]] = defaultdict(list)
    for draft in sorted(drafts, key=lambda draft: draft.id):
        if draft.values["reported"]:
            by_office[draft.values["parties"][0], draft.values["role"]].append(draft)
    for held in by_office.values():
        for draft in held:
            rivals = [other for other in held if other is not draft and _are_rivals(draft, other)]
            if rivals:
                reason = "; ".join(
                    f"{other.values['name']} was seen in the office from {other.values['reported']} "
                    f"to {other.values['reported_to']}"
                    for other in rivals
                )
                told = [(one.values["name"], tuple(sorted(_claims(one)))) for one in (draft, *rivals)]
                draft.dispute("name", reason, told)


def _are_rivals(one: Draft, other: Draft) -> bool:
    """Whether two people were seen in one office on days that no handover explains."""
    if one.values["name"] == other.values["name"]:
        return False
    return _is_seen_within(one, other) or _is_seen_within(other, one)


def _is_seen_within(one: Draft, other: Draft) -> bool:
    """Whether the one was seen well within the days from the other's first to last sighting."""
    margin = timedelta(days=HANDOVER_DAYS)
    first = date.fromisoformat(other.values["reported"]) + margin
    last = date.fromisoformat(other.values["reported_to"]) - margin
    return any(unit.told.on is not None and first < unit.told.on < last for unit in one.units)


def _claims(draft: Draft) -> set[str]:
    return {unit.told.claim.id for unit in draft.units}


@dataclass(frozen=True, slots=True)
class Learnt:
    """A tenure that reports tell, beside the table of offices."""

    record: Record
    standing: str  # known | longer | new | contradicted | undated
    confidence: Confidence  # never high: reports name people in offices that they have left, or never held
    why: str  # a sentence; what is doubtful, if anything is
    holders: tuple[Tenure, ...]  # whom the table has there instead, where it contradicts

    @property
    def is_worth_importing(self) -> bool:
        """Whether it says more than the table, and on a day."""
        return self.standing not in ("known", "undated")

    def as_row(self) -> UserRow:
        """The row that `offices import` takes: held on the days seen, begun by the first, not known to have ended."""
        values = self.record.values
        voices = values["voices"]
        named = ", ".join(voices[:SHOWN_OUTLETS]) + (", …" if len(voices) > SHOWN_OUTLETS else "")
        doubt = f"; doubtful: {self.why}" if self.confidence is Confidence.LOW else ""
        return UserRow(
            party=values["parties"][0],
            role=values["role"],
            person=values["name"],
            starts=f"../{values['reported']}",
            ends=f"{values['reported_to']}/..",
            office=values["office"],
            source=f"{values['reports']} report(s) of {named}{doubt}".replace("+", "and"),
            licence=LEARNT,
            confidence=self.confidence,
        )


def beside_table(records: Iterable[Record], offices: Offices) -> Iterator[Learnt]:
    """Each tenure with what the table of offices says of the days on which it was seen."""
    for record in records:
        yield _compared(record, offices)


def _compared(record: Record, offices: Offices) -> Learnt:
    values = record.values
    if not values["reported"]:
        return Learnt(record, "undated", Confidence.LOW, "no report that names the person so has a date", ())
    days = sorted({date.fromisoformat(values["reported"]), date.fromisoformat(values["reported_to"])})
    party, role, names = values["parties"][0], values["role"], values["names"]
    known, unknown = [], []
    against: dict[str, Tenure] = {}
    for day in days:
        holders = offices.holders(party, role, day)
        if _is_among(names, holders) or _holds_another(names, party, role, day, offices):
            known.append(day)
        elif holders:
            against |= {holder.person: holder for holder in holders}
        else:
            unknown.append(day)
    confidence, doubt = _confidence(record)
    told = ", ".join(f"{holder.person} ({holder.confidence})" for holder in against.values())
    if against and (known or _is_near(names, party, role, days, offices)):
        why = f"the table has the same person in office within a month, and on a day {told}"
        return Learnt(record, "known", confidence, why, ())
    if against and any(_may_be_one(name, holder.person) for name in names for holder in against.values()):
        return Learnt(record, "known", confidence, f"the table writes the name otherwise: {told}", ())
    if against:
        why = f"the table has {told} in the office then"
        return Learnt(record, "contradicted", Confidence.LOW, why, tuple(against.values()))
    if not unknown:
        return Learnt(record, "known", confidence, "the table has the same person in office", ())
    if known:
        return Learnt(record, "longer", confidence, doubt or "the table has the person on fewer days", ())
    return Learnt(record, "new", confidence, doubt or "the table has nobody in the office then", ())


def _confidence(record: Record) -> tuple[Confidence, str]:
    """How far the sightings alone may be believed, and the doubt."""
    values = record.values
    if values["rivals"]:
        return Confidence.LOW, record.reasons["name"]
    if len(values["voices"]) < ENOUGH_VOICES:
        return Confidence.LOW, "only one outlet names the person so"
    return Confidence.MEDIUM, ""


def _is_among(names: Iterable[str], holders: Iterable[Tenure]) -> bool:
    return any(same_person(name, holder.person) >= SAME_PERSON for name in names for holder in holders)


def _is_near(names: Iterable[str], party: str, role: str, days: Iterable[date], offices: Offices) -> bool:
    """Whether the table has the person in the office within a handover's days."""
    margin = timedelta(days=HANDOVER_DAYS)
    return any(_is_among(names, offices.holders(party, role, day + away)) for day in days for away in (-margin, margin))


def _may_be_one(name: str, holder: str) -> bool:
    """Whether two names of one office on one day are too alike to be two people's: "Kurtz" and "Kurz"."""
    return same_person(name, holder) > 0 or any(
        word_score(one, other) >= ALIKE for one in words_of(name) for other in words_of(holder) if len(one) > 1
    )


def _holds_another(names: Sequence[str], party: str, role: str, day: date, offices: Offices) -> bool:
    """Whether the office is a leading one, and the table has the person in another such of the party.

    A president who governs is a head of government there.
    """
    return role in LEADING and any(
        tenure.party == party and tenure.role in LEADING and tenure.covers(day) is not None
        for name in names
        for tenure in offices.tenures(name)
    )
