"""Which telling names a session without people, and which the people without its name: one occasion in two halves.

"The first 2+2 was held on Saturday. Foreign Minister A and Defence Minister B received C and D.": the second sentence
says who sat in the first. One report may tell both halves, or two reports one each.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from aidememoire.model import TOOK_PLACE, MeetingKind
from aidememoire.register.candidates import MeetingUnit
from aidememoire.register.clustering import Clusters
from aidememoire.register.features import are_compatible_places
from aidememoire.register.formats import Format
from aidememoire.register.world import World, fold

_SESSIONS = frozenset({MeetingKind.MEETING, MeetingKind.TALKS, MeetingKind.SUMMIT})
# Where the name doesn't fix the offices, a report seats the people in the sentence after it at the latest. Accepted:
# "… held their fifth consultations. The talks were led by Deputy Ministers A and B."; refused: a paragraph between.
NEAR_LETTERS = 200
_SPELLINGS = {"defense": "defence"}
# A lower 2+2 seats the deputies.
_RANKS = frozenset("acting deputy vice first senior interim".split())
_SAME_OFFICE = {
    name: office
    for office, names in (
        ("foreign minister", ("secretary of state", "foreign secretary", "minister of foreign affairs")),
        ("foreign minister", ("minister for foreign affairs", "external affairs minister")),
        ("defence minister", ("secretary of defence", "defence secretary", "minister of defence")),
        ("defence minister", ("minister for defence", "minister of national defence")),
    )
    for name in names
}


def join_seated(clusters: Clusters, units: Sequence[MeetingUnit], formats: Mapping[str, Format], world: World) -> None:
    """Join each session told by name alone with the one gathering of its day that seats people without a name.

    With two that fit, nothing is guessed; nor is anything that a person ruled different joined.
    """
    days: defaultdict[tuple[object, ...], list[MeetingUnit]] = defaultdict(list)
    for unit in units:
        if unit.is_fine and len(unit.values.parties) == 2 and unit.values.kind in _SESSIONS:
            days[unit.values.parties, str(unit.values.date)].append(unit)
    for found in days.values():
        named = [unit for unit in found if unit.dialogue and not unit.values.participants]
        seated = [unit for unit in found if _is_seated(unit)]
        fitting: defaultdict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
        for one in named:
            for other in seated:
                key = formats[one.dialogue].key if one.dialogue else ""
                if _are_halves(one, other, found, world.seats(key), world):
                    head, seats = clusters.head(one.unit.id), clusters.head(other.unit.id)
                    fitting[head][seats] = (one.unit.id, other.unit.id)
        claimed = [seats for halves in fitting.values() for seats in halves]
        for head in sorted(fitting):
            if len(fitting[head]) == 1 and claimed.count(next(iter(fitting[head]))) == 1:
                clusters.join_told_twice(*next(iter(fitting[head].values())))


def _is_seated(unit: MeetingUnit) -> bool:
    values = unit.values
    return bool(values.participants) and not (values.format or values.ordinal or unit.dialogue or values.part_of)


def _are_halves(
    named: MeetingUnit, seated: MeetingUnit, day: Iterable[MeetingUnit], offices: Sequence[str], world: World
) -> bool:
    """Whether nothing speaks against the two being one, and the people are those whom the session seats."""
    one, other = named.values, seated.values
    if (
        one.part_of
        or (one.state in TOOK_PLACE) != (other.state in TOOK_PLACE)
        or (one.state not in TOOK_PLACE and one.state != other.state)
    ):
        return False
    if not _same_or_untold(one.level, other.level) or not _same_or_untold(one.mode, other.mode):
        return False
    if one.place and other.place and not are_compatible_places(one.place, other.place, world):
        return False
    if offices:
        return _hold(seated, offices)
    return one.level == other.level != "unknown" and _sits_both(seated) and _follows(seated, named, day)


def _same_or_untold(one: str, other: str) -> bool:
    return one == other or "unknown" in {one, other}


def _hold(seated: MeetingUnit, offices: Sequence[str]) -> bool:
    """Whether those of one side hold all the offices that the name of the session asks for."""
    for party in seated.values.parties:
        held = {_office(seat.office) for seat in seated.values.participants if seat.party == party and seat.office}
        if all(_office(office) in held for office in offices):
            return True
    return False


def _office(words: str) -> str:
    """The office under its plainest name: "acting secretary of defense" is a defence minister's."""
    plain = " ".join(_SPELLINGS.get(word, word) for word in fold(words).split() if word not in _RANKS)
    return _SAME_OFFICE.get(plain, plain)


def _sits_both(seated: MeetingUnit) -> bool:
    """Whether somebody sits there for each party."""
    return {seat.party for seat in seated.values.participants} >= set(seated.values.parties)


def _follows(seated: MeetingUnit, named: MeetingUnit, day: Iterable[MeetingUnit]) -> bool:
    """Whether the report seats the people right after the name, with no other gathering of that day between."""
    if seated.unit.report != named.unit.report:
        return False
    end, start = named.unit.told.claim.evidence[0].end, seated.unit.told.claim.evidence[0].start
    if not 0 <= start - end <= NEAR_LETTERS:
        return False
    between = (
        unit.unit.told.claim.evidence[0].start
        for unit in day
        if unit.unit.report == named.unit.report and unit.unit.id not in {named.unit.id, seated.unit.id}
    )
    return not any(end <= place <= start for place in between)
