"""Which claims tell of one commitment: the same content by the same parties, on one occasion or near in time."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import combinations

from rapidfuzz import fuzz

from aidememoire.model import CommitmentValues, RecordKind, Strength
from aidememoire.register.building import Draft, words_of
from aidememoire.register.candidates import Unit
from aidememoire.register.clustering import Clusters, join_best_first
from aidememoire.register.ranking import choose, choose_date
from aidememoire.register.world import fold, numbers_in

# The share of content words that two tellings must have in common: "step up joint exercises" and "step up joint naval
# exercises" have it (.86); "hold joint exercises" and "hold joint consultations" have not (.67).
SAME_CONTENT = 75.0
# On one known occasion the same promise may be told more freely.
SAME_CONTENT_ON_OCCASION = 65.0
# Without a known occasion, further apart than this it is a new promise, if an old one repeated.
SAME_PROMISE_DAYS = 30
RARE_WORDS = 3
DRAWER_LIMIT = 200
_IDLE = frozenset(
    "the a an to of and or in on for with by at from their its his her our will would shall be is are as that this "
    "these those it they we both all any each more further agreed agree intend also".split()
)


@dataclass(frozen=True, slots=True)
class CommitmentUnit:
    """A claim about a promise, with the record of the meeting at which it was made."""

    unit: Unit
    values: CommitmentValues
    meeting: str | None  # record id
    made_on: date | None = None  # the first day of that meeting

    @property
    def since(self) -> date | None:
        """The day from which it stands: its meeting's, else its report's."""
        return self.made_on or self.unit.told.on


@lru_cache(maxsize=1 << 16)
def content_words(words: str) -> tuple[str, ...]:
    """The words that carry the content, folded and roughly stemmed, in order."""
    return tuple(_stem(word) for word in fold(words).split() if word not in _IDLE)


def _stem(word: str) -> str:
    for ending in ("ations", "ation", "ing", "ies", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def likeness(one: str, other: str) -> float:
    """How nearly two contents have the same words, 0–100, whatever their order."""
    return float(fuzz.token_sort_ratio(" ".join(content_words(one)), " ".join(content_words(other))))


def cluster_commitments(
    units: Sequence[CommitmentUnit],
    same: Iterable[tuple[str, str]] = (),
    different: Iterable[tuple[str, str]] = (),
) -> list[tuple[CommitmentUnit, ...]]:
    """The commitments, each with the units that tell of it."""
    by_id = {unit.unit.id: unit for unit in units}
    clusters = Clusters.ruled({unit.unit.id: unit.unit.report for unit in units}, same, different)
    common = Counter(word for unit in units for word in set(content_words(unit.values.content)))
    drawers: defaultdict[tuple[object, ...], list[CommitmentUnit]] = defaultdict(list)
    for unit in units:
        words = sorted(set(content_words(unit.values.content)), key=lambda word: (common[word], word))
        for word in words[:RARE_WORDS]:
            drawers[unit.values.made_by, word].append(unit)
        if unit.meeting:
            drawers["meeting", unit.meeting].append(unit)
    pairs = []
    for drawer in drawers.values():
        if 1 < len(drawer) <= DRAWER_LIMIT:
            for left, right in combinations(drawer, 2):
                if _same(left, right):
                    pairs.append((likeness(left.values.content, right.values.content), left.unit.id, right.unit.id))
    join_best_first(clusters, pairs)
    return [tuple(by_id[name] for name in members) for members in clusters.all()]


def _same(left: CommitmentUnit, right: CommitmentUnit) -> bool:
    if left.values.made_by != right.values.made_by or not left.values.made_by:
        return False
    score = likeness(left.values.content, right.values.content)
    if left.meeting and right.meeting:
        return left.meeting == right.meeting and score >= SAME_CONTENT_ON_OCCASION
    if numbers_in(left.values.content) != numbers_in(right.values.content):
        return False
    on, then = left.unit.told.on, right.unit.told.on
    near = on is not None and then is not None and abs((on - then).days) <= SAME_PROMISE_DAYS
    return near and score >= SAME_CONTENT


def commitment_draft(units: Sequence[CommitmentUnit]) -> Draft:
    """The commitment's content, makers, strength and due date, with rivals."""
    draft = Draft(RecordKind.COMMITMENT, [unit.unit for unit in units])
    bare = draft.units
    contents = words_of(bare, "content")
    draft.decide("content", contents, choose(contents, agrees=lambda one, other: numbers_in(one) == numbers_in(other)))
    draft.say("made_by", words_of(bare, "made_by"))
    draft.show("made_by", sorted({party for unit in units for party in unit.values.made_by}))
    strengths = words_of(bare, "strength")
    draft.decide("strength", strengths, choose(strengths))
    dues = words_of(bare, "due")
    draft.decide("due", dues, choose_date(dues))
    for field in ("due_words", "topic"):
        words = words_of(bare, field)
        draft.decide(field, words, choose(words, agrees=lambda one, other: True))
    draft.say("conditions", words_of(bare, "conditions"))
    draft.show("conditions", sorted({words for unit in units for words in unit.values.conditions}))
    days = sorted(unit.told.on for unit in bare if unit.told.on)
    draft.show("reported", days[0].isoformat() if days else None)
    draft.show("is_joint", any(unit.values.strength is Strength.AGREED for unit in units))
    return draft
