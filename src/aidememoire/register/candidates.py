"""Claims → units: each thing that a claim tells of, ready to be compared; and which pairs are worth comparing."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from aidememoire.model import Claim, MeetingValues, RecordKind, When
from aidememoire.register.world import fold

# A date is fine when it leaves at most these days open: "15–16 December" is, "December 2016" is not.
FINE_DAYS = 10
# Dates further apart than this are never one occasion with a disputed date: 2 and 12 November may be, 2 and 20 not.
DISPUTED_DAYS = 10
# A summit of twenty names 190 pairs of parties; the pairs of the first eight find its other reports as well.
PAIRED_PARTIES = 8

PREFIXES = {
    RecordKind.DIALOGUE: "d",
    RecordKind.MEETING: "m",
    RecordKind.PERSON: "p",
    RecordKind.STATEMENT: "s",
    RecordKind.COMMITMENT: "c",
    RecordKind.STATUS: "t",
    RecordKind.TENURE: "o",
}


def unit_id(kind: RecordKind, claim: str, part: str = "") -> str:
    """The id that a record would have if this claim (or this part of it: a person's name) were the smallest in it."""
    digest = hashlib.sha256(f"{kind}\x1f{claim}\x1f{part}".encode()).hexdigest()
    return f"{PREFIXES[kind]}{digest[:15]}"


def voice_of(side: str | None, outlet: str | None, report: str) -> str:
    """Who is behind a report: the government that its outlet speaks for, else the outlet, else the report alone."""
    return side or outlet or report


@dataclass(frozen=True, slots=True)
class SourcedClaim:
    """A claim with what matters about its report."""

    claim: Claim
    outlet: str | None
    side: str | None  # party code whose government's account it is
    on: date | None  # the day from which the report looks at the world
    copied_from: str | None = None  # the voice whose text the report gives again
    is_accepted: bool = False  # by a person

    @property
    def voice(self) -> str:
        """Who is behind it, to count independent ones: the side for a government's outlets, else the outlet.

        For a copy of another outlet's text, whoever is behind that.
        """
        return self.copied_from or voice_of(self.side, self.outlet, self.claim.report)


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing that one claim tells of."""

    id: str  # the would-be id of its record
    order: tuple[str, str]  # claim id and part: the smallest in a cluster gives the record its id
    told: SourcedClaim
    part: str = ""  # which part of the claim: the folded name of a person

    @property
    def report(self) -> str:
        """Id of the report."""
        return self.told.claim.report


@dataclass(frozen=True, slots=True)
class MeetingUnit:
    """A claim about an occasion, with the dialogue that it belongs to."""

    unit: Unit
    values: MeetingValues
    dialogue: str | None  # record id
    beside: str | None = None  # the dialogue that the report tells of, where this is its unnamed next meeting
    named: frozenset[str] = frozenset()  # the dialogues of these parties that the report names at all

    @property
    def is_fine(self) -> bool:
        """Whether the date is known nearly to the day."""
        return is_fine(self.values.date)


def is_fine(when: When | None) -> bool:
    """Whether the date leaves only a few days open."""
    return when is not None and (when.last - when.first).days <= FINE_DAYS


def meeting_blocks(unit: MeetingUnit) -> Iterator[tuple[str, ...]]:
    """The drawers to which the unit goes: by dialogue, and by each pair of parties."""
    if unit.dialogue or unit.beside:
        yield ("dialogue", unit.dialogue or unit.beside or "")
    yield from combinations(sorted(unit.values.parties)[:PAIRED_PARTIES], 2)


def fine_pairs(units: Iterable[MeetingUnit]) -> Iterator[tuple[MeetingUnit, MeetingUnit]]:
    """Pairs in one drawer whose dates, known nearly to the day, meet or might be one date told differently."""
    drawers: defaultdict[tuple[str, ...], list[tuple[date, date, str, MeetingUnit]]] = defaultdict(list)
    for unit in units:
        when = unit.values.date
        if when is not None and is_fine(when):
            for block in meeting_blocks(unit):
                drawers[block].append((when.first, when.last, unit.unit.id, unit))
    seen: set[tuple[str, str]] = set()
    for drawer in drawers.values():
        drawer.sort(key=lambda row: row[:3])
        for index, (_, last, name, unit) in enumerate(drawer):
            for first, _, other_name, other in drawer[index + 1 :]:
                if first > last + timedelta(days=DISPUTED_DAYS):
                    break
                key = (min(name, other_name), max(name, other_name))
                if unit.unit.report != other.unit.report and key not in seen:
                    seen.add(key)
                    yield unit, other


def coarse_pairs(units: Iterable[MeetingUnit]) -> Iterator[tuple[MeetingUnit, MeetingUnit]]:
    """Pairs with one coarse date ("December 2016"), or none and one ordinal, that share a dialogue or a person."""
    drawers: defaultdict[tuple[str, ...], list[MeetingUnit]] = defaultdict(list)
    for unit in units:
        if unit.is_fine:
            continue
        when = str(unit.values.date) if unit.values.date else None
        if unit.dialogue and (when or unit.values.ordinal):
            drawers[("dialogue", unit.dialogue, when or f"#{unit.values.ordinal}")].append(unit)
        if unit.beside and when:
            drawers[("dialogue", unit.beside, when)].append(unit)
        if when and len(unit.values.parties) > 1:
            for person in unit.values.participants:
                drawers[(*unit.values.parties, when, fold(person.name))].append(unit)
    seen: set[tuple[str, str]] = set()
    for drawer in drawers.values():
        drawer.sort(key=lambda unit: unit.unit.id)
        for one, other in combinations(drawer, 2):
            key = (one.unit.id, other.unit.id)
            if one.unit.report != other.unit.report and key not in seen:
                seen.add(key)
                yield one, other
