"""Which statements are the same words of the same speaker, told by several reports."""

import zlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz

from aidememoire.model import RecordKind, StatementValues
from aidememoire.register.building import Draft, words_of
from aidememoire.register.candidates import Unit
from aidememoire.register.clustering import Clusters, join_best_first
from aidememoire.register.ranking import choose
from aidememoire.register.world import World, fold, numbers_in

# Fewer words than this are said again and again ("We will see"): never joined across reports.
TELLING_WORDS = 5
# The shorter of two quotations must be found this nearly whole in the longer one: one comma or article may differ.
SAME_WORDS = 94.0
# Told further apart than this, the words were said again.
SAME_OCCASION_DAYS = 21
_SHINGLE = 4
_SHINGLES_KEPT = 3
# A drawer of more than this holds a set phrase, not one statement.
DRAWER_LIMIT = 200


@dataclass(frozen=True, slots=True)
class StatementUnit:
    """A claim about what somebody said, with the record of the speaker."""

    unit: Unit
    values: StatementValues
    speaker: str  # record id of the person; folded name of a body


def cluster_statements(
    units: Sequence[StatementUnit],
    world: World,
    same: Iterable[tuple[str, str]] = (),
    different: Iterable[tuple[str, str]] = (),
) -> list[tuple[StatementUnit, ...]]:
    """The statements, each with the units that tell of it."""
    by_id = {unit.unit.id: unit for unit in units}
    clusters = Clusters.ruled({unit.unit.id: unit.unit.report for unit in units}, same, different)
    _join_told_twice(clusters, units)
    drawers: defaultdict[tuple[str, int], list[StatementUnit]] = defaultdict(list)
    for unit in units:
        for mark in _marks(unit.values.content):
            drawers[unit.speaker, mark].append(unit)
    pairs = []
    for drawer in drawers.values():
        if 1 < len(drawer) <= DRAWER_LIMIT:
            for left, right in combinations(drawer, 2):
                score = same_statement(left, right)
                if score >= SAME_WORDS:
                    pairs.append((score, left.unit.id, right.unit.id))
    join_best_first(clusters, pairs)
    return [tuple(by_id[name] for name in members) for members in clusters.all()]


def _join_told_twice(clusters: Clusters, units: Sequence[StatementUnit]) -> None:
    """Join what a headline or lead paraphrases to the quotation of the same report that gives it in full."""
    by_claim = {unit.unit.told.claim.id: unit.unit.id for unit in units}
    for unit in sorted(units, key=lambda unit: unit.unit.id):
        full = by_claim.get(unit.values.same_as or "")
        if full is not None:
            clusters.join_told_twice(unit.unit.id, full)


def _marks(content: str) -> list[int]:
    """A few short prints of the words: two tellings of one statement share at least one nearly always."""
    words = fold(content).split()
    if len(words) < TELLING_WORDS:
        return []
    shingles = {" ".join(words[start : start + _SHINGLE]) for start in range(len(words) - _SHINGLE + 1)}
    return sorted({zlib.crc32(shingle.encode()) for shingle in shingles})[:_SHINGLES_KEPT]


def same_statement(left: StatementUnit, right: StatementUnit) -> float:
    """How nearly the shorter content stands in the longer one, 0–100; 0 where it was said at another time."""
    on, then = left.unit.told.on, right.unit.told.on
    if on is None or then is None or abs((on - then).days) > SAME_OCCASION_DAYS:
        return 0.0
    if left.values.is_negated != right.values.is_negated:
        return 0.0
    if not is_one_set_within(numbers_in(left.values.content), numbers_in(right.values.content)):
        return 0.0
    shorter, longer = sorted((fold(left.values.content), fold(right.values.content)), key=len)
    if len(shorter) < 0.5 * len(longer):
        return 0.0
    return float(fuzz.partial_ratio(shorter, longer))


def is_one_set_within(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether one of the two holds all of the other."""
    return left <= right or right <= left


def statement_draft(units: Sequence[StatementUnit]) -> Draft:
    """The statement's words, speaker and occasion; the fullest quotation is shown, and no paraphrase beside it."""
    draft = Draft(RecordKind.STATEMENT, [unit.unit for unit in units])
    claims = {unit.unit.told.claim.id for unit in units}
    fuller = {unit.unit.id for unit in units if unit.values.same_as not in claims}
    bare = [unit for unit in draft.units if unit.id in fuller]
    briefer = [unit for unit in draft.units if unit.id not in fuller]
    contents = words_of(bare, "content")
    draft.decide("content", contents, choose(contents, agrees=lambda one, other: True, worth=len))
    draft.say("content", words_of(briefer, "content"))
    speakers = words_of(draft.units, "speaker")
    draft.decide(
        "speaker", speakers, choose(speakers, agrees=lambda one, other: True, worth=lambda name: len(name.split()))
    )
    for field in ("speaker_party", "kind", "occasion", "cue", "addressee"):
        words = words_of(bare, field) or words_of(briefer, field)
        agrees = None if field == "speaker_party" else (lambda one, other: True)
        draft.decide(field, words, choose(words, agrees))
    draft.show("is_negated", any(unit.values.is_negated for unit in units))
    days = sorted(unit.told.on for unit in draft.units if unit.told.on)
    draft.show("reported", days[0].isoformat() if days else None)
    return draft
