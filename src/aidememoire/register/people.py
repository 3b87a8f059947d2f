"""Which names, in meetings and as speakers, are one person's."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any

from aidememoire.knowledge.person_names import SAME_PERSON, sound, surnames
from aidememoire.model import MeetingValues, RecordKind, StatementValues, TenureValues
from aidememoire.register.building import Draft
from aidememoire.register.candidates import SourcedClaim, Unit, unit_id
from aidememoire.register.clustering import Clusters, join_best_first
from aidememoire.register.ranking import Word, choose
from aidememoire.register.world import World, fold

# "Joseph Biden, Jr." and "Joe Biden" (0.7) are one person when both are told as president in one year.
SAME_IN_OFFICE = 0.7
SAME_OFFICE_DAYS = 365
# Offices that many of one party hold at once: two special envoys of like names are two; a "special envoy for Syria" is
# one. A bare surname in such an office may still be the only bearer's.
OFFICES_OF_MANY = frozenset(
    (
        "special envoy, envoy, special representative, representative, ambassador, negotiator, adviser, advisor, "
        "senior adviser, senior advisor, spokesman, spokeswoman, spokesperson, senator, delegate, congressman, "
        "congresswoman, lawmaker, minister, deputy minister, minister of state, director, state secretary, "
        "deputy foreign minister, vice foreign minister, deputy prime minister, general, "
        "assistant secretary of state, under secretary of state, deputy assistant secretary of state, colonel, "
        "commander, commissioner, presidential aide, official, senior official, diplomat, prince, judge"
    ).split(", ")
)
# Words in the name of a speaker that is a body, a group or nobody in particular, and no person.
_BODY_WORDS = frozenset(
    "ministry ministries department government kremlin house office embassy council commission agency press service "
    "spokesperson spokesman spokeswoman official officials source sources statement communique declaration question "
    "minister ministers president presidents leaders sides parties state states union nations committee secretariat "
    "administration parliament army party group reporters journalist media q a moderator voice order announces "
    "association members experts participant participants operator".split()
)
# Parts of a name that are written small: "Mohammed bin Salman", "Charles de Gaulle".
_PARTICLES = frozenset("bin ibn al el van von der de da dos du la le y e abu ben ad ur".split())
# Small words that no name holds: "On Russian Science Day", "Elizabeth at Windsor Castle".
_NO_NAME = frozenset("on at in for to from by with and or the this that these those some all our of as".split())


@dataclass(frozen=True, slots=True)
class PersonUnit:
    """One name in one claim."""

    unit: Unit
    name: str
    party: str | None
    office: str | None

    @property
    def words(self) -> tuple[str, ...]:
        """The folded words of the name."""
        return tuple(fold(self.name).split())


def person_units(told: Iterable[SourcedClaim], world: World) -> Iterator[PersonUnit]:
    """Every named person in meetings, statements, offices; a lone word without a party ("Tom", "Mr") is no name."""
    for claim in told:
        values = claim.claim.values
        if isinstance(values, MeetingValues):
            for person in values.participants:
                if is_a_persons_name(person.name):
                    yield PersonUnit(_unit(claim, person.name), person.name, person.party, person.office)
        elif isinstance(values, StatementValues) and values.speaker and _is_somebody(values, world):
            yield PersonUnit(_unit(claim, values.speaker), values.speaker, values.speaker_party, None)
        elif isinstance(values, TenureValues) and is_a_persons_name(values.person):
            yield PersonUnit(_unit(claim, values.person), values.person, values.party, values.office)


def _is_somebody(values: StatementValues, world: World) -> bool:
    """Whether the speaker is a person with a full name, or with a surname and a party."""
    name = (values.speaker or "").strip()
    return is_a_persons_name(name) and bool(values.speaker_party or " " in name) and not _is_a_party(name, world)


def _is_a_party(name: str, world: World) -> bool:
    """Whether the whole name is a party's: "Costa Rica" speaking through nobody in particular."""
    return any(end - start == len(name.strip()) for start, end in world.parties_in(name.strip()))


def _unit(told: SourcedClaim, name: str) -> Unit:
    part = fold(name)
    return Unit(unit_id(RecordKind.PERSON, told.claim.id, part), (told.claim.id, part), told, part)


def is_a_persons_name(name: str) -> bool:
    """Whether the words look like one person's name: "Sergei Lavrov"; not "Russian Foreign Ministry", "the sides"."""
    words = name.split()
    if not 1 <= len(words) <= 6 or _BODY_WORDS & set(fold(name).split()):
        return False
    if _NO_NAME & {word.casefold() for word in words} or any(letter.isdigit() for letter in name):
        return False
    return all(word[:1].isupper() or word.casefold().strip("-") in _PARTICLES for word in words)


def cluster_people(
    units: Sequence[PersonUnit],
    world: World,
    same: Iterable[tuple[str, str]] = (),
    different: Iterable[tuple[str, str]] = (),
) -> list[tuple[PersonUnit, ...]]:
    """The people, each with the units that name them.

    Compared are the distinct (name, party) pairs, for there are few of them. A surname alone joins the one person of
    its party who bears it, if there is exactly one.
    """
    by_name: defaultdict[tuple[str, str], list[PersonUnit]] = defaultdict(list)
    for unit in units:
        by_name[" ".join(unit.words), unit.party or ""].append(unit)
    clusters = Clusters({})
    representatives = {name: min(unit.unit.id for unit in group) for name, group in by_name.items()}
    apart = {end for pair in different for end in pair}
    for unit in sorted(units, key=lambda unit: unit.unit.id):
        clusters.add(unit.unit.id)
    for one, other in different:
        clusters.keep_apart(one, other)
    for one, other in sorted(same):
        clusters.join(one, other, forced=True)
    for name, group in sorted(by_name.items()):
        # A unit that a person ruled different stays out of the crowd until a pair of names brings it in.
        for unit in group:
            if unit.unit.id not in apart:
                clusters.join(representatives[name], unit.unit.id)
    pairs = [
        (score, representatives[one], representatives[other])
        for one, other in _name_pairs(by_name)
        if (score := _same(one, other, by_name, world)) >= SAME_PERSON
        or (score >= SAME_IN_OFFICE and _share_office(by_name[one], by_name[other], but=OFFICES_OF_MANY))
    ]
    join_best_first(clusters, pairs)
    _join_surnames(clusters, by_name, representatives)
    named = {unit.unit.id: unit for unit in units}
    return [tuple(named[name] for name in members) for members in clusters.all()]


def _name_pairs(names: Iterable[tuple[str, str]]) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Pairs of full names with a surname that sounds alike, of one party, or one of them of unknown party."""
    drawers: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for name, party in names:
        if len(name.split()) > 1:
            for bearer in surnames(name):
                drawers[sound(bearer)].add((name, party))
    seen = set()
    for _, drawer in sorted(drawers.items()):
        for one, other in combinations(sorted(drawer), 2):
            if (one[1] == other[1] or not one[1] or not other[1]) and (one, other) not in seen:
                seen.add((one, other))
                yield one, other


def _same(
    one: tuple[str, str], other: tuple[str, str], by_name: dict[tuple[str, str], list[PersonUnit]], world: World
) -> float:
    return world.same_person(by_name[one][0].name, by_name[other][0].name)


def _share_office(one: Iterable[PersonUnit], other: Iterable[PersonUnit], but: frozenset[str] = frozenset()) -> bool:
    """Whether both names are told in one office of one party, at nearly the same time.

    ``but``: offices that say nothing, for many hold them at once.
    """
    days: dict[tuple[str, str], list[date]] = {}
    for unit in one:
        if unit.office and unit.party and unit.unit.told.on and unit.office not in but:
            days.setdefault((unit.office, unit.party), []).append(unit.unit.told.on)
    return any(
        abs((unit.unit.told.on - day).days) <= SAME_OFFICE_DAYS
        for unit in other
        if unit.office and unit.party and unit.unit.told.on
        for day in days.get((unit.office, unit.party), ())
    )


def _join_surnames(
    clusters: Clusters, by_name: dict[tuple[str, str], list[PersonUnit]], representatives: dict[tuple[str, str], str]
) -> None:
    """A bare surname joins the only person of its party who bears it, or of several the one in its office then.

    "President Biden" is the Joe Biden who is told as president, not Jill or Hunter Biden.
    """
    bearers: defaultdict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for name, party in sorted(by_name):
        if len(name.split()) > 1 and party:
            for bearer in surnames(name):
                bearers[sound(bearer), party].append((name, party))
    pairs = []
    for bare in sorted(by_name):
        name, party = bare
        if len(name.split()) > 1 or not party:
            continue
        full = bearers[sound(name), party]
        found = {clusters.head(representatives[one]) for one in full}
        if len(found) > 1:
            in_office = [one for one in full if _share_office(by_name[bare], by_name[one])]
            found = {clusters.head(representatives[one]) for one in in_office}
        if len(found) == 1:
            pairs.append((1.0, representatives[bare], found.pop()))
    join_best_first(clusters, pairs)


def person_draft(units: Sequence[PersonUnit]) -> Draft:
    """The person's names, party, and the offices in which reports show them, with the days."""
    draft = Draft(RecordKind.PERSON, [unit.unit for unit in units])
    ordered = sorted(units, key=lambda unit: unit.unit.order)
    names = [Word(unit.name, unit.unit.told) for unit in ordered]
    chosen = choose(names, agrees=lambda one, other: True, worth=lambda name: min(len(name.split()), 2))
    draft.say("name", names)
    draft.show("name", chosen.value)
    draft.show("names", sorted({unit.name for unit in units}))
    parties = [Word(unit.party, unit.unit.told) for unit in ordered]
    draft.decide("party", parties, choose(parties))
    draft.say("offices", [Word(unit.office, unit.unit.told) for unit in ordered])
    draft.show("offices", _offices(ordered))
    return draft


def _offices(units: Iterable[PersonUnit]) -> list[dict[str, Any]]:
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    for unit in units:
        if unit.office is None:
            continue
        row = rows.setdefault(
            (unit.office, unit.party or ""),
            {"office": unit.office, "party": unit.party, "reported_from": None, "reported_to": None, "claims": set()},
        )
        row["claims"].add(unit.unit.told.claim.id)
        if unit.unit.told.on:
            day = unit.unit.told.on.isoformat()
            row["reported_from"] = min(row["reported_from"] or day, day)
            row["reported_to"] = max(row["reported_to"] or day, day)
    return [{**row, "claims": sorted(row["claims"])} for _, row in sorted(rows.items())]
