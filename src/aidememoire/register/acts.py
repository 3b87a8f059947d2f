"""Which deeds reported as done may bear on a commitment: evidence beside it, never a verdict."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from aidememoire.model import ActValues
from aidememoire.register.candidates import SourcedClaim
from aidememoire.register.commitments import CommitmentUnit, content_words
from aidememoire.register.world import World

# "the joint exercise began in the Gulf of Aden" shares four of its five words with a promise of such exercises there;
# "the exercise began" shares one, and bears on nothing in particular.
SHARED_WORDS = 3
SHARED_PART = 0.6
# A deed is often told at length ("the second crossing was opened on Thursday, half a year late"): then nearly all of
# the promise must stand in it. "open a second crossing by June" does; "open a second crossing at Alto" lacks a fourth.
PROMISE_PART = 0.8
# A promise of two words ("open a crossing") may be borne on by a deed of all its makers, told in few words.
SHORT_DEED_WORDS = 5
# What tells of when, or is said of any deed: it makes no two deeds one.
_IDLE = frozenset(
    content_words(
        "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow week month year day late "
        "january february march april may june july august september october november december spring summer autumn "
        "early winter "
        "half first last next ago later already now since before after end was were has have had been is being did "
        "officially finally formally between"
    )
)
_NAME = re.compile(r"(?<!^)\b[A-Z]\w+")
# Stems of past forms → of the plain ones.
_PLAIN = {
    stem: content_words(plain)[0]
    for plain, past in (
        ("hold", "held"),
        ("build", "built"),
        ("send", "sent"),
        ("pay", "paid"),
        ("lend", "lent"),
        ("give", "gave given"),
        ("sell", "sold"),
        ("buy", "bought"),
        ("withdraw", "withdrew withdrawn"),
        ("begin", "began begun"),
        ("take", "took taken"),
        ("make", "made"),
        ("lay", "laid"),
        ("write", "wrote written"),
        ("bring", "brought"),
        ("meet", "met"),
        ("leave", "left"),
        ("supply", "supplied supplies"),
        ("ratify", "ratified"),
    )
    for word in past.split()
    for stem in content_words(word)
}


def commitments_borne_on(
    act: SourcedClaim, by_words: Mapping[str, Sequence[CommitmentUnit]], names: Collection[str] = ()
) -> tuple[CommitmentUnit, ...]:
    """The commitments of its doers, told no later than the act, in which its words stand; the nearest in words.

    ``by_words``: content word → commitments; ``names``: stems of the doers' own names, which tell nothing of the deed.
    """
    values = act.claim.values
    assert isinstance(values, ActValues)
    words = _telling_words(values.what, names)
    shared: defaultdict[str, int] = defaultdict(int)
    units: dict[str, CommitmentUnit] = {}
    for word in words:
        for unit in _holding(word, by_words):
            if set(values.who) & set(unit.values.made_by) and _is_done_after(act, values, unit.since):
                shared[unit.unit.id] += 1
                units[unit.unit.id] = unit
    bearing = {name: count for name, count in shared.items() if _bears(values, words, units[name], count, names)}
    best = max(bearing.values(), default=0)
    return tuple(units[name] for name in sorted(bearing) if bearing[name] == best)


def _telling_words(text: str, names: Collection[str]) -> set[str]:
    """The content words by which one deed is told from another, in their plain form."""
    words = {_PLAIN.get(word, word) for word in content_words(text)}
    return {word for word in words if word not in _IDLE and word not in names and not word.isdigit()}


def _holding(word: str, by_words: Mapping[str, Sequence[CommitmentUnit]]) -> Iterator[CommitmentUnit]:
    """The commitments that hold the word in any form, each once."""
    seen: set[str] = set()
    for form in (word, *(past for past, plain in _PLAIN.items() if plain == word)):
        for unit in by_words.get(form, ()):
            if unit.unit.id not in seen:
                seen.add(unit.unit.id)
                yield unit


def _places(text: str, words: Collection[str]) -> set[str]:
    """Those of the words that are names: written with a capital, and not at the start."""
    return {word for name in _NAME.findall(text) for word in content_words(name)} & set(words)


def _bears(
    values: ActValues, words: Collection[str], unit: CommitmentUnit, shared: int, names: Collection[str]
) -> bool:
    promised = _telling_words(unit.values.content, names)
    if _places(unit.values.content, promised) - set(words) and _places(values.what, words) - promised:
        return False  # each names something that the other doesn't: the line at Alto is not the one at Ladario
    if shared >= SHARED_WORDS:
        return shared >= SHARED_PART * len(words) or shared >= PROMISE_PART * len(promised)
    is_of_all = set(values.who) >= set(unit.values.made_by) and len(unit.values.made_by) > 1
    return is_of_all and shared == len(promised) == 2 and len(words) <= SHORT_DEED_WORDS


def _is_done_after(act: SourcedClaim, values: ActValues, promised: date | None) -> bool:
    done = values.date.last if values.date else act.on
    return promised is None or done is None or promised <= done


def acts_of_commitments(
    acts: Iterable[SourcedClaim], by_words: Mapping[str, Sequence[CommitmentUnit]], world: World
) -> dict[str, list[SourcedClaim]]:
    """Unit id of a commitment → the acts that may bear on it."""
    found: defaultdict[str, list[SourcedClaim]] = defaultdict(list)
    for act in acts:
        values = act.claim.values
        assert isinstance(values, ActValues)
        named = {word for start, end in world.parties_in(values.what) for word in content_words(values.what[start:end])}
        for unit in commitments_borne_on(act, by_words, named):
            found[unit.unit.id].append(act)
    return dict(found)
