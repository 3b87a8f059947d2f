"""Features: small functions that say how much one trait speaks for two claims telling of one occasion, and why.

Each gives an Opinion: a score to add up, and a sentence. ``VETO`` outweighs everything. The scale: an equal day between
the same two parties (2 + 1) is enough by itself (``SAME_MEETING``); in two different towns (- 1.5) it is not, until a
dialogue (+ 2.5) or the people there (+ 0.5 a side) agree.
"""

from collections.abc import Callable
from dataclasses import dataclass

from aidememoire.model import MeetingKind, MeetingValues, When
from aidememoire.register.candidates import MeetingUnit, is_fine
from aidememoire.register.stays import is_one_stay, is_same_person
from aidememoire.register.world import World, fold

VETO = -100.0
# Talks of Japan and Russia on 20 March, in both: accepted (3.5). In Tokyo here and in Moscow there: refused (2).
SAME_MEETING = 2.5
# A month narrows a meeting down; a season or year hardly does.
MONTH_DAYS = 31
# Of ``people``: of each of two sides somebody is named by both.
BOTH = 1.0
# Kinds that two reports may give to one occasion: one outlet's "visit" is the other's "talks".
_KIN = (
    {MeetingKind.MEETING, MeetingKind.TALKS},
    {MeetingKind.MEETING, MeetingKind.SUMMIT},
    {MeetingKind.TALKS, MeetingKind.SUMMIT},
    {MeetingKind.MEETING, MeetingKind.VISIT},
    {MeetingKind.TALKS, MeetingKind.VISIT},
)


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one trait says."""

    score: float
    why: str


Feature = Callable[[MeetingUnit, MeetingUnit, World], Opinion]


def days_apart(one: When, other: When) -> int:
    """Whole days between the two intervals; 0 where they meet."""
    return max(0, (other.first - one.last).days, (one.first - other.last).days)


def _holds(longer: When, shorter: When) -> bool:
    return longer.first <= shorter.first and shorter.last <= longer.last


def is_one_dialogue(one: MeetingUnit, other: MeetingUnit) -> bool:
    """Whether both are of one dialogue, named or planned beside it."""
    left, right = one.dialogue or one.beside, other.dialogue or other.beside
    return left is not None and left == right


def beside(one: MeetingUnit, other: MeetingUnit, world: World) -> Opinion:
    """A next meeting, planned in a report on one dialogue of these parties, is that dialogue's."""
    if (one.dialogue and other.dialogue) or not is_one_dialogue(one, other):
        return Opinion(0.0, "not planned beside the dialogue")
    left, right = one.values.place, other.values.place
    if left is None or right is None or not are_compatible_places(left, right, world):
        return Opinion(0.0, "planned beside the dialogue, for no place that both tell")
    return Opinion(1.0, "planned beside the dialogue, for the same place")


def dates(one: MeetingUnit, other: MeetingUnit, world: World) -> Opinion:
    """Equal days, overlapping intervals, or days so near that one report may err."""
    left, right = one.values.date, other.values.date
    if left is None or right is None:
        return Opinion(0.0, "no date to compare")
    gap = days_apart(left, right)
    if gap:
        same_round = bool(one.dialogue) and one.dialogue == other.dialogue
        numbered = same_round and one.values.ordinal is not None and one.values.ordinal == other.values.ordinal
        if numbered and is_fine(left) and is_fine(right) and gap <= 10:
            return Opinion(-2.0, f"{gap} days apart under the same number: {left}, {right}")
        if same_round and gap == 1:
            return Opinion(-2.0, f"a day apart: {left}, {right}")
        if is_fine(left) and is_fine(right) and is_one_stay(one.values, other.values, world):
            # The 10th and the 12th are of one stay where a third report tells of the 11th, and are two without one.
            score = 1.0 if gap == 1 else -1.0
            return Opinion(score, f"days of the same guest in the same country: {left}, {right}")
        return Opinion(VETO, f"on different days: {left}, {right}")
    if is_fine(left) and is_fine(right):
        if left == right:
            return Opinion(2.0, f"the same date, {left}")
        if _holds(left, right) or _holds(right, left):
            return Opinion(1.5, f"dates that meet: {left}, {right}")
        return Opinion(1.0, f"dates that meet and go on differently: {left}, {right}")
    coarser = max(left, right, key=lambda when: when.last - when.first)
    score = 0.75 if (coarser.last - coarser.first).days <= MONTH_DAYS else 0.25
    return Opinion(score, f"one date lies in the other: {left}, {right}")


def parties(one: MeetingUnit, other: MeetingUnit, world: World) -> Opinion:
    """The same parties; a part of them only where a dialogue or a body holds the two together."""
    left, right = set(one.values.parties), set(other.values.parties)
    if left == right:
        return Opinion(1.0 if len(left) > 1 else 0.0, f"the same parties: {', '.join(sorted(left))}")
    same_dialogue = bool(one.dialogue) and one.dialogue == other.dialogue
    if same_dialogue:
        return Opinion(0.5, "parties of one dialogue")
    if left <= right or right <= left:
        fewest = min(one, other, key=lambda unit: len(unit.values.parties))
        is_summit = MeetingKind.SUMMIT in {one.values.kind, other.values.kind} and not _is_of_two_people(fewest)
        if min(len(left), len(right)) >= 3 or (is_summit and min(len(left), len(right)) >= 2):
            return Opinion(0.5, "one report names some of the parties that the other names")
    return Opinion(VETO, f"different parties: {', '.join(sorted(left))}; {', '.join(sorted(right))}")


def _is_of_two_people(unit: MeetingUnit) -> bool:
    """Whether it is told as one person's meeting with another of the other side: beside a summit of more, not it."""
    values = unit.values
    sides = {person.party for person in values.participants}
    return values.kind is not MeetingKind.SUMMIT and len(values.parties) == 2 and set(values.parties) <= sides


def dialogue(one: MeetingUnit, other: MeetingUnit, world: World) -> Opinion:
    """The same standing format, or two different ones."""
    if one.dialogue is None or other.dialogue is None:
        return Opinion(0.0, "no dialogue to compare")
    if one.dialogue == other.dialogue:
        return Opinion(2.5, "of the same dialogue")
    return Opinion(VETO, "of different dialogues")


def ordinal(one: MeetingUnit, other: MeetingUnit, world: World) -> Opinion:
    """The same number within one dialogue."""
    left, right = one.values.ordinal, other.values.ordinal
    if (left is None) != (right is None) and not is_one_dialogue(one, other):
        return Opinion(-1.25, "one is a numbered session, of what the other may know nothing")
    if left is None or right is None:
        return Opinion(0.0, "no number to compare")
    if left == right:
        return Opinion(1.5 if is_one_dialogue(one, other) else 0.5, f"the same number, {left}")
    return Opinion(-1.5, f"numbered {left} and {right}")


def kind(one: MeetingUnit, other: MeetingUnit, world: World) -> Opinion:
    """The same kind, or kinds that two reports may give to one occasion."""
    left, right = one.values.kind, other.values.kind
    if left == right:
        return Opinion(0.5, f"both a {left}")
    if {left, right} in _KIN:
        if _is_in_its_course(one.values, other.values) or _is_in_its_course(other.values, one.values):
            return Opinion(-1.25, "a meeting on a day of a longer visit")
        return Opinion(0.0, f"a {left} and a {right}")
    return Opinion(VETO, f"a {left} is no {right}")


def _is_in_its_course(visit: MeetingValues, meeting: MeetingValues) -> bool:
    """Whether the one is a visit of several days and the other a meeting on one of them: then it is one of several."""
    if visit.kind is not MeetingKind.VISIT or meeting.kind is MeetingKind.VISIT or not visit.date or not meeting.date:
        return False
    nights = (visit.date.last - visit.date.first).days
    return is_fine(visit.date) and nights > 1 and meeting.date.first == meeting.date.last


def level(one: MeetingUnit, other: MeetingUnit, world: World) -> Opinion:
    """Leaders and ministers of two states may both meet on one day."""
    left, right = one.values.level, other.values.level
    if is_one_stay(one.values, other.values, world):
        return Opinion(0.0, "the same guest, on whatever level")
    if "unknown" in {left, right} or left == right:
        return Opinion(0.0, "no difference of level")
    return Opinion(-2.0, f"of {left} and of {right}")


def people(one: MeetingUnit, other: MeetingUnit, world: World) -> Opinion:
    """The same people for each party, or other ones; of a visit, the guest: hosts there may be many."""
    if is_one_stay(one.values, other.values, world):
        return Opinion(0.5, "the same guest")
    shared, differing = 0, 0
    sides = {person.party for person in one.values.participants} & {
        person.party for person in other.values.participants
    }
    # People of no known party may be of any; where nobody's is known, they still are the same or others.
    is_known = any(person.party for person in (*one.values.participants, *other.values.participants))
    for side in sides - ({None} if is_known else set()):
        left = [person for person in one.values.participants if person.party == side]
        right = [person for person in other.values.participants if person.party == side]
        if any(is_same_person(here, there, world) for here in left for there in right):
            shared += 1
        else:
            differing += 1
    if differing:
        return Opinion(-2.0, "other people took part")
    if shared:
        return Opinion(min(1.0, 0.5 * shared), "the same people took part")
    return Opinion(0.0, "nobody to compare")


def accounts(one: MeetingUnit, other: MeetingUnit, world: World) -> Opinion:
    """Two governments that met both tell of it: each side's number, town and even day may be its own."""
    left, right = one.unit.told.side, other.unit.told.side
    sides = {left, right}
    if left == right or not sides <= set(one.values.parties) or not sides <= set(other.values.parties):
        return Opinion(0.0, "not the accounts of two sides")
    if not (one.is_fine and other.is_fine):
        return Opinion(0.0, "no day to compare the two sides' accounts by")
    return Opinion(1.0, f"the accounts of both sides, {left} and {right}")


def place(one: MeetingUnit, other: MeetingUnit, world: World) -> Opinion:
    """The same place, one within the other, or two places."""
    left, right = one.values.place, other.values.place
    if left is None or right is None:
        return Opinion(0.0, "no place to compare")
    if is_one_stay(one.values, other.values, world):
        return Opinion(0.5, f"in the same country, {left} and {right}")
    if are_compatible_places(left, right, world):
        return Opinion(0.5, f"the same place, {left}")
    return Opinion(-1.5, f"in {left} and in {right}")


def are_compatible_places(left: str, right: str, world: World) -> bool:
    """Whether two names of places need not contradict each other: equal, one within the other, or city and country."""
    one, other = fold(left), fold(right)
    if one == other or set(one.split()) <= set(other.split()) or set(other.split()) <= set(one.split()):
        return True
    here, there = world.where(left), world.where(right)
    if here.country is None or here.country != there.country:
        return False
    return here.city is None or there.city is None or here.city == there.city


MEETING_FEATURES: tuple[Feature, ...] = (
    dates,
    parties,
    dialogue,
    ordinal,
    kind,
    level,
    people,
    place,
    accounts,
    beside,
)


# What tells one occasion of a day from another: who was there, and which session it was. Kind and place hardly do: a
# president's five talks of one day abroad are all meetings in one town.
_TELLING = (dates, dialogue, ordinal, people, accounts, beside)
# A trait below this speaks against one occasion by itself: other people, places, levels or numbers; not that only one
# report gives a number (- 1.25).
_AGAINST = -1.5


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much speaks for two claims telling of one occasion, and why."""

    score: float  # SAME_MEETING is enough
    telling: float  # the part of the score that tells the occasions of one day apart
    is_contradicted: bool  # some trait speaks against it, and no dialogue that both name holds it together
    reasons: tuple[str, ...]

    @property
    def is_same(self) -> bool:
        """Whether enough speaks for it."""
        return self.score >= SAME_MEETING

    @property
    def is_apart(self) -> bool:
        """Whether the two are never one occasion, whatever a third report tells."""
        return self.score <= VETO or (self.is_contradicted and not self.is_same)


def speaks_against(one: MeetingUnit, other: MeetingUnit, world: World) -> bool:
    """Whether any trait, by itself, speaks against the two telling of one occasion, be they of one dialogue."""
    return any(feature(one, other, world).score <= _AGAINST for feature in MEETING_FEATURES)


def same_meeting(one: MeetingUnit, other: MeetingUnit, world: World) -> Likeness:
    """How much speaks for the two telling of one occasion."""
    is_one_session = one.dialogue is not None and one.dialogue == other.dialogue
    score, telling, is_contradicted, reasons = 0.0, 0.0, False, []
    for feature in MEETING_FEATURES:
        opinion = feature(one, other, world)
        if opinion.score <= VETO:
            return Likeness(VETO, VETO, True, (opinion.why,))
        score += opinion.score
        telling += opinion.score if feature in _TELLING else 0.0
        is_contradicted = is_contradicted or (opinion.score <= _AGAINST and not is_one_session)
        reasons.append(opinion.why)
    return Likeness(score, telling, is_contradicted, tuple(reasons))
