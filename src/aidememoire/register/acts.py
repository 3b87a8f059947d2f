"""Which deeds reported as done may bear on a commitment: evidence beside it, never a verdict."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from aidememoire.knowledge.calendar_names import CALENDAR_NAMES
from aidememoire.model import ActValues
from aidememoire.register.candidates import SourcedClaim
from aidememoire.register.commitments import CommitmentUnit, content_words
from aidememoire.register.world import World, numbers_in

# "the joint exercise began in the Gulf of Aden" shares four of its five words with a promise of such exercises there;
# "the exercise began" shares one, and bears on nothing in particular.
SHARED_WORDS = 3
SHARED_PART = 0.6
# A deed is often told at length ("the second crossing was opened on Thursday, half a year late"): then nearly all of
# the promise must stand in it. "open a second crossing by June" does; "open a second crossing at Alto" lacks a fourth.
PROMISE_PART = 0.8
# Of the shared words so many are no names: "the Harbour Relief Fund pays for two schools" is not all that it pays for.
PLAIN_WORDS = 2
# A promise of two words ("open a crossing") may be borne on by a deed of all its makers, told in few words.
SHORT_DEED_WORDS = 5
# What tells of when, or is said of any deed: it makes no two deeds one.
_IDLE = frozenset(
    content_words(
        " ".join(sorted(CALENDAR_NAMES)) + " today yesterday tomorrow week month year day late spring summer autumn "
        "early winter "
        "half first last next ago later already now since before after end was were has have had been is being did "
        "officially finally formally between million billion thousand percent nearly about over than additional new "
        "another around world country countries global"
    )
)
_SUM = re.compile(
    r"(?:[$€£¥]|\b(?:USD|EUR|US\$))\s?\d[\d.,]*\d?|\b\d[\d.,]*(?= (?:million |billion )?(?:dollars|euros|pounds|yen)\b)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
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
            is_by_them = bool(set(values.who) & set(unit.values.made_by))
            if is_by_them and _is_done_after(act, values, unit.since) and not _is_the_promise(act, unit):
                shared[unit.unit.id] += 1
                units[unit.unit.id] = unit
    bearing = {name: count for name, count in shared.items() if _bears(values, words, units[name], count, names)}
    best = max(bearing.values(), default=0)
    return tuple(units[name] for name in sorted(bearing) if bearing[name] == best)


def _is_the_promise(act: SourcedClaim, unit: CommitmentUnit) -> bool:
    """Whether the act is read out of the very words of the promise: "will build and open …" is no deed yet."""
    return any(here.overlaps(there) for here in act.claim.evidence for there in unit.unit.told.claim.evidence)


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
    content = unit.values.content
    promised = _telling_words(content, names)
    here, there = _places(values.what, words), _places(content, promised)
    if there - set(words) and here - promised:
        return False  # each names something that the other doesn't: the line at Alto is not the one at Ladario
    if _are_other_sums(values.what, content):
        return False
    if shared >= SHARED_WORDS:
        is_of_one_name = len((set(words) & promised) - here - there) < PLAIN_WORDS
        is_told_at_length = shared >= PROMISE_PART * len(promised) and not _are_other_numbers(values.what, content)
        return not is_of_one_name and (shared >= SHARED_PART * len(words) or is_told_at_length)
    is_of_all = set(values.who) >= set(unit.values.made_by) and len(unit.values.made_by) > 1
    return is_of_all and shared == len(promised) == 2 and len(words) <= SHORT_DEED_WORDS


def _are_other_numbers(one: str, other: str) -> bool:
    """Whether both tell numbers, years aside, and none that is the same."""
    here, there = ({number for number in numbers_in(text) if not _YEAR.fullmatch(number)} for text in (one, other))
    return bool(here and there) and not here & there


def _are_other_sums(one: str, other: str) -> bool:
    """Whether both tell sums of money, and none that is the same."""
    here, there = set(_SUM.findall(one)), set(_SUM.findall(other))
    return bool(here and there) and not here & there


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
        named = set(_names_of_doers(values, world))
        for unit in commitments_borne_on(act, by_words, named):
            found[unit.unit.id].append(act)
    return dict(found)


def _names_of_doers(values: ActValues, world: World) -> Iterator[str]:
    """The words of the doers' own names in the deed; those of other countries say what deed it is."""
    for start, end in world.parties_in(values.what):
        name = values.what[start:end]
        if world.where(name).country in values.who:
            yield from content_words(name)
