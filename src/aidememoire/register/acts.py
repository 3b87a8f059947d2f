"""Which deeds reported as done may bear on a commitment: evidence beside it, never a verdict."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from aidememoire.model import ActValues
from aidememoire.register.candidates import SourcedClaim
from aidememoire.register.commitments import CommitmentUnit, content_words

# "the joint exercise began in the Gulf of Aden" shares four of its five words with a promise of such exercises there;
# "the exercise began" shares one, and bears on nothing in particular.
SHARED_WORDS = 3
SHARED_PART = 0.6


def commitments_borne_on(
    act: SourcedClaim, by_words: Mapping[str, Sequence[CommitmentUnit]]
) -> tuple[CommitmentUnit, ...]:
    """The commitments of its doers, told no later than the act, in which most of its words stand; the nearest in words.

    ``by_words``: content word → commitments.
    """
    values = act.claim.values
    assert isinstance(values, ActValues)
    words = set(content_words(values.what))
    shared: defaultdict[str, int] = defaultdict(int)
    units: dict[str, CommitmentUnit] = {}
    for word in words:
        for unit in by_words.get(word, ()):
            if set(values.who) & set(unit.values.made_by) and _is_done_after(act, values, unit.since):
                shared[unit.unit.id] += 1
                units[unit.unit.id] = unit
    best = max(shared.values(), default=0)
    if best < max(SHARED_WORDS, SHARED_PART * len(words)):
        return ()
    return tuple(units[name] for name in sorted(shared) if shared[name] == best)


def _is_done_after(act: SourcedClaim, values: ActValues, promised: date | None) -> bool:
    done = values.date.last if values.date else act.on
    return promised is None or done is None or promised <= done


def acts_of_commitments(
    acts: Iterable[SourcedClaim], by_words: Mapping[str, Sequence[CommitmentUnit]]
) -> dict[str, list[SourcedClaim]]:
    """Unit id of a commitment → the acts that may bear on it."""
    found: defaultdict[str, list[SourcedClaim]] = defaultdict(list)
    for act in acts:
        for unit in commitments_borne_on(act, by_words):
            found[unit.unit.id].append(act)
    return dict(found)
