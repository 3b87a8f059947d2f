"""Which claims name one standing dialogue: the same format between the same parties."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from aidememoire.model import DialogueValues, MeetingValues, RecordKind
from aidememoire.register.building import Draft, on_one_line, words_of
from aidememoire.register.candidates import SourcedClaim, Unit, unit_id
from aidememoire.register.formats import Format, format_of, is_on_the_margins, is_whole
from aidememoire.register.longer_names import joined_names, narrows, says_less, tells_more
from aidememoire.register.ranking import Word, choose
from aidememoire.register.world import World, fold

SESSION_NUMBER = re.compile(r"(?<!\bG)(?<!\bG-)\d\d")
"""In a name: accepts "COP 28", "61st Annual Meeting"; refuses "G20", "2+2"."""


@dataclass(frozen=True, slots=True)
class Dialogues:
    """The dialogues that the claims name."""

    clusters: Mapping[str, tuple[Unit, ...]]  # record id → units
    formats: Mapping[str, Format]  # record id → format
    of_claim: Mapping[str, str]  # claim id (meeting or dialogue) → record id
    by_format: Mapping[Format, str]  # format → record id
    of_parties: Mapping[tuple[str, ...], Sequence[Format]]

    def named(self, name: Format) -> str | None:
        """The dialogue of these parties under this name, or the only one under a longer or a shorter name."""
        if exact := self.by_format.get(name):
            return exact
        alike = {
            self.by_format[known]
            for known in self.of_parties.get(name.parties, ())
            if says_less(name.key, known.key) or says_less(known.key, name.key)
        }
        return alike.pop() if len(alike) == 1 else None


def resolve_dialogues(told: Iterable[SourcedClaim], world: World, same: Iterable[tuple[str, str]] = ()) -> Dialogues:
    """The dialogues named by dialogue claims and by the formats of meetings; ``same``: units that people ruled one.

    A name without two parties ("the second meeting in the two plus two format") is of the one dialogue of that name in
    its own report, if there is exactly one; else it names none. A shorter name of the same parties is of the dialogue
    with the longer one, if there is exactly one (``longer_names``).
    """
    named = [(claim, name) for claim in told if (name := _name(claim, world)) is not None]
    of_parties: defaultdict[tuple[str, ...], set[Format]] = defaultdict(set)
    for _, name in named:
        if is_whole(name):
            of_parties[name.parties].add(name)
    joined = {name: one for formats in of_parties.values() for name, one in _joined(formats).items()}
    in_report: defaultdict[str, set[Format]] = defaultdict(set)
    for claim, name in named:
        if is_whole(name):
            in_report[claim.claim.report].add(name)
    groups: defaultdict[Format, list[Unit]] = defaultdict(list)
    for claim, name in named:
        if not is_whole(name):
            candidates = {
                joined[found]
                for found in in_report[claim.claim.report]
                if set(name.parties) <= set(found.parties) and (name.key == found.key or says_less(name.key, found.key))
            }
            if len(candidates) != 1:
                continue
            name = candidates.pop()
        unit = Unit(unit_id(RecordKind.DIALOGUE, claim.claim.id), (claim.claim.id, ""), claim)
        groups[joined[name]].append(unit)
    _join_ruled(groups, joined, same)
    table_names: dict[Format, str] = {}
    for _, name in sorted(named, key=lambda row: row[1].known or ""):
        if name.known:
            table_names[name] = name.known
    ids = {name: min(units, key=lambda unit: unit.order).id for name, units in groups.items()}
    clusters = {ids[name]: tuple(units) for name, units in groups.items()}
    formats = {ids[name]: replace(name, known=table_names.get(name)) for name in groups}
    return Dialogues(
        clusters=clusters,
        formats=formats,
        of_claim={unit.told.claim.id: record for record, units in clusters.items() for unit in units},
        by_format={name: ids[one] for name, one in joined.items()},
        of_parties={parties: sorted(formats) for parties, formats in of_parties.items()},
    )


def _join_ruled(
    groups: dict[Format, list[Unit]], joined: dict[Format, Format], same: Iterable[tuple[str, str]]
) -> None:
    """Put the units of formats that a person ruled one dialogue into one group, under the format that goes first."""
    for pair in same:
        own = sorted({name for name, units in groups.items() for unit in units if unit.id in pair}, key=_by_standing)
        for name in own[1:]:
            groups[own[0]] += groups.pop(name)
            joined.update({one: own[0] for one, stands in joined.items() if stands == name})


def _by_standing(name: Format) -> tuple[bool, int, str, tuple[str, ...]]:
    """What the table knows first, then the shortest."""
    return name.known is None, len(name.key), name.key, name.parties


def _joined(formats: Collection[Format]) -> dict[Format, Format]:
    """Each format of these parties → the one that stands for its dialogue: the table's name, or the shortest."""
    fullest = joined_names(name.key for name in formats)
    one_name: defaultdict[str, list[Format]] = defaultdict(list)
    for name in formats:
        one_name[fullest[name.key]].append(name)
    found = {}
    for alike in one_name.values():
        alike.sort(key=_by_standing)
        found.update(dict.fromkeys(alike, alike[0]))
    return found


def _name(told: SourcedClaim, world: World) -> Format | None:
    values = told.claim.values
    if isinstance(values, DialogueValues):
        keyed, own = (format_of(words, values.parties, world) for words in (values.key or values.name, values.name))
        if keyed is None or own is None:
            return keyed
        # The table knows "Intergovernmental Commission on Energy" by its first words; the matter is part of the name.
        # And "U.S.-ASEAN Special Summit" is more than its last words, "ASEAN summit".
        is_another = own.known is not None and own.known != keyed.known
        return own if is_another or tells_more(own.key, keyed.key) or narrows(own.key, keyed.key) else keyed
    if isinstance(values, MeetingValues) and values.format:
        name = format_of(values.format, values.parties, world)
        return None if name is None or is_on_the_margins(values, name) else name
    return None


def _once_each(chosen: str, names: Sequence[str]) -> list[str]:
    """The names in order; of those that differ in capitals, accents or marks only the chosen, else the commonest."""
    counts = Counter(names)
    best: dict[str, str] = {}
    for name in sorted(counts, key=lambda one: (one != chosen, -counts[one], one)):
        best.setdefault(fold(name), name)
    return sorted(best.values())


def _worth_of_name(words: str, name: Format) -> int:
    """The table's own name is the best to show; one that numbers a session ("COP28") is none of the dialogue's."""
    if fold(words) == fold(name.known or ""):
        return 2
    return 0 if SESSION_NUMBER.search(words) else 1


def _parties_of(unit: Unit) -> tuple[str, ...]:
    values = unit.told.claim.values
    return values.parties if isinstance(values, DialogueValues | MeetingValues) else ()


def dialogue_draft(units: Sequence[Unit], name: Format) -> Draft:
    """The dialogue's names, parties and level; its states and meetings are put in by ``resolving``."""
    draft = Draft(RecordKind.DIALOGUE, units)
    names = []
    levels = []
    for unit in draft.units:
        values = unit.told.claim.values
        if isinstance(values, DialogueValues):
            names.append(Word(on_one_line(values.name), unit.told))
            levels.append(Word(values.level, unit.told))
        elif isinstance(values, MeetingValues):
            names.append(Word(on_one_line(values.format or ""), unit.told))
    chosen = choose(names, agrees=lambda one, other: True, worth=lambda one: _worth_of_name(one, name), by_worth=True)
    draft.say("name", names)
    draft.show("name", chosen.value)
    draft.show("names", _once_each(chosen.value, [word.value for word in names]))
    draft.show("key", name.known)
    draft.say("parties", words_of(draft.units, "parties"))
    told = {party for unit in draft.units for party in _parties_of(unit)}
    draft.show("parties", list(name.parties) or sorted(told))
    draft.decide("level", levels, choose(levels))
    return draft
