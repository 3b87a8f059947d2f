"""Promised: which commitment the words of a reported status name; none where two would do, or only weak words fit.

"The peace treaty is delayed" names the one promise of these parties in which both words stand together. Rather none
than a wrong one: what became of a promise is the last thing to be guessed.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from aidememoire.model import StatusValues, SubjectType
from aidememoire.register.candidates import SourcedClaim
from aidememoire.register.commitments import CommitmentUnit, content_words
from aidememoire.register.world import World

# A subject must share this part of its content words, and at least two, with a commitment to be about it. Accepted:
# "the joint naval exercises off Aden" of "hold joint naval exercises in the Gulf of Aden" (4 of 5); refused: "the joint
# army exercises" of the same (2 of 3).
SUBJECT_SHARE = 0.75
SUBJECT_WORDS = 2
# Words that many promises have: two of them alone name none ("our military forces", "bilateral cooperation").
_WEAK = frozenset(
    content_words(
        "bilateral multilateral trilateral joint mutual common cooperation cooperative partnership relations ties "
        "military defence defense security economic trade political strategic national international global regional "
        "force forces troops support assistance aid help effort efforts work process programme programs program "
        "project projects initiative policy measure measures step steps action activity contacts issue issues area "
        "areas country countries state states government side sides people nation world year years new full first "
        "second next recent current final general further important major whole deal accord pact document framework "
        "meeting meetings visit talks dialogue negotiations consultations group mission united american number"
    )
)
# "the centre, which they promised in 2015": what it is stands before the relative clause.
_RELATIVE = re.compile(r",|\b(?:which|who|whose|that)\b", re.IGNORECASE)
# Who promises to leave a treaty has promised something about it; what becomes of the treaty is not what became of that.
# Refused: "withdraw from the barter accord" for "the barter accord"; accepted: "sign a barter accord".
_LEAVING = frozenset(
    content_words("withdraw leave quit exit end terminate suspend freeze abandon denounce scrap annul cancel pull")
)


def promise_named(
    told: SourcedClaim,
    values: StatusValues,
    by_words: Mapping[str, Sequence[CommitmentUnit]],
    records: Mapping[str, str],
    idle: Collection[str],
    world: World,
) -> tuple[list[CommitmentUnit], str]:
    """The units of the one commitment that the subject's words name, and how it was found or why none was.

    ``records``: unit id → id of its commitment; ``idle``: stems of words that name nothing ("agreement", "such").
    """
    words = _naming_words(values.subject, idle, world)
    if len(words) < SUBJECT_WORDS or not words - _WEAK:
        return [], "its words are too few, or too general, to find a commitment by"
    fitting: defaultdict[str, list[CommitmentUnit]] = defaultdict(list)
    shares: dict[str, int] = {}
    for unit in {unit.unit.id: unit for word in words for unit in by_words.get(word, ())}.values():
        shared = _shared_together(words, unit.values.content)
        if shared and _may_be_of(told, values, unit):
            name = records[unit.unit.id]
            fitting[name].append(unit)
            shares[name] = max(shares.get(name, 0), len(shared))
    if whole := [name for name, share in shares.items() if share == len(words)]:
        fitting = defaultdict(list, {name: fitting[name] for name in whole})
    if not fitting:
        return [], "its words fit no commitment"
    if len(fitting) == 1:
        return next(iter(fitting.values())), "its words stand in the commitment"
    return _one_of_several(told, values, fitting)


def _naming_words(subject: str, idle: Collection[str], world: World) -> set[str]:
    """The stems of the words that name something: no parties, no pointers, no "agreement"."""
    letters = list(_RELATIVE.split(subject.strip())[0])
    for start, end in world.parties_in("".join(letters)):
        letters[start:end] = " " * (end - start)
    return {word for word in content_words("".join(letters)) if len(word) > 1} - set(idle)


def _shared_together(words: Collection[str], content: str) -> set[str]:
    """The words that stand in the content, if they are enough and stand together there; else none."""
    stems = content_words(content)
    shared = set(words) & set(stems)
    if len(shared) < max(SUBJECT_WORDS, SUBJECT_SHARE * len(words)) or not shared - _WEAK:
        return set()
    # Among them as many others at most: "a treaty of lasting peace" has "peace treaty"; a paragraph with both has not.
    reach = 2 * len(shared) - 1
    windows = (set(stems[start : start + reach]) for start in range(len(stems)))
    return shared if any(shared <= window for window in windows) else set()


def _may_be_of(told: SourcedClaim, values: StatusValues, unit: CommitmentUnit) -> bool:
    """Whether the parties fit, it was promised by then, and it is no promise to leave what the subject names."""
    parties, makers = set(values.parties), set(unit.values.made_by)
    if not parties & makers or not (parties <= makers or makers <= parties):
        return False
    if values.subject_type is SubjectType.AGREEMENT and set(content_words(unit.values.content)[:2]) & _LEAVING:
        return False
    return told.on is None or unit.since is None or unit.since <= told.on


def _one_of_several(
    told: SourcedClaim, values: StatusValues, fitting: Mapping[str, Sequence[CommitmentUnit]]
) -> tuple[list[CommitmentUnit], str]:
    """The one told in the same report, or by exactly these parties; of a promise given again, the last; else none."""
    here = [name for name, units in fitting.items() if any(unit.unit.report == told.claim.report for unit in units)]
    if len(here) == 1:
        return list(fitting[here[0]]), "its words stand in the only such commitment of the same report"
    exact = [name for name, units in fitting.items() if set(units[0].values.made_by) == set(values.parties)]
    if len(exact) == 1:
        return list(fitting[exact[0]]), "its words stand in the only such commitment of just these parties"
    ordered = sorted(fitting.values(), key=lambda units: (_since(units), units[0].unit.id))
    if all(_is_given_again(earlier[0], later[0]) for earlier, later in pairwise(ordered)):
        return list(ordered[-1]), "its words stand in a commitment that was given again: the last time counts"
    return [], f"its words fit {len(fitting)} commitments alike, and none is guessed"


def _since(units: Sequence[CommitmentUnit]) -> str:
    return min((unit.since.isoformat() for unit in units if unit.since), default="")


def _is_given_again(earlier: CommitmentUnit, later: CommitmentUnit) -> bool:
    """Whether the later one, on another day, promises what the same parties promised before: one says all of the other.

    Exercises "in the Gulf of Oman" are not those "in the Gulf of Aden" again.
    """
    if earlier.since is None or later.since is None or earlier.since == later.since:
        return False
    before, after = set(content_words(earlier.values.content)), set(content_words(later.values.content))
    return earlier.values.made_by == later.values.made_by and (before <= after or after <= before)
