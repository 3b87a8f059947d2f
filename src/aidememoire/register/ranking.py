"""Which of several told values is shown first, and why. The others stay beside it."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from aidememoire.model import When
from aidememoire.register.candidates import SourcedClaim

_LONG_AGO = date.min


@dataclass(frozen=True, slots=True)
class Word:
    """One claim's word on one field."""

    value: Any  # JSON value
    told: SourcedClaim
    field: str = ""  # the field; empty where nobody need know

    @property
    def is_firm(self) -> bool:
        """Whether the report itself tells it in words: not a speaker or questioner in it, and not by inference."""
        claim = self.told.claim
        return claim.attributed_to is None and all(field != self.field for field, _ in claim.inferred)


@dataclass(frozen=True, slots=True)
class Choice:
    """The value shown first, the reason where there are rivals, and the rivals with their claims."""

    value: Any
    reason: str | None
    rivals: tuple[tuple[Any, tuple[str, ...]], ...]  # every value told, the shown one first; empty without a dispute


def choose(
    words: Sequence[Word],
    agrees: Callable[[Any, Any], bool] | None = None,
    worth: Callable[[Any], int] = lambda value: 0,
    *,
    by_worth: bool = False,
) -> Choice:
    """The value that a person accepted; else the one that the most independent sources tell.

    Among equals the one that a report tells in its own words.

    Then the one told last; then the first in order.

    Sources are independent when neither speaks for the same government nor is the same outlet (``SourcedClaim.voice``).
    ``agrees`` says whether two different values need not contradict each other ("Tokyo" and "Japan"): then each backs
    the other, and the one of more ``worth`` is shown. ``by_worth``: worth counts before what is told in own words.
    """
    telling = [word for word in words if word.value is not None]
    if not telling:
        return Choice(None, None, ())
    if all(word.value == telling[0].value for word in telling):
        return Choice(telling[0].value, None, ())
    groups: defaultdict[str, list[Word]] = defaultdict(list)
    for word in telling:
        groups[msgspec.json.encode(word.value).decode()].append(word)

    def compatible(one: Any, other: Any) -> bool:
        return bool(one == other or (agrees and agrees(one, other)))

    def backing(key: str) -> list[Word]:
        value = groups[key][0].value
        return [word for group in groups.values() if compatible(value, group[0].value) for word in group]

    backings = {key: backing(key) for key in groups}

    def rank(key: str) -> tuple[int, int, int, int, int, int, str]:
        group, backed = groups[key], backings[key]
        told = _voices(group), _latest(group).toordinal()
        how = (-worth(group[0].value), -_is_firm(backed))
        return -_is_accepted(backed), -_voices(backed), *(how if by_worth else how[::-1]), -told[0], -told[1], key

    shown, *others = sorted(groups, key=rank)
    value = groups[shown][0].value
    against = [key for key in others if not compatible(value, groups[key][0].value)]
    if not against:
        return Choice(value, None, ())
    return Choice(
        value,
        _reason(backings[shown], [backings[key] for key in against]),
        tuple((groups[key][0].value, _claims(groups[key])) for key in [shown, *against]),
    )


def choose_date(words: Sequence[Word]) -> Choice:
    """As ``choose``; a coarse date that holds a finer one backs it, and the finer one is shown."""

    def agrees(one: Any, other: Any) -> bool:
        return When.parse(one).meets(When.parse(other))

    def worth(value: Any) -> int:
        when = When.parse(value)
        return -(when.last - when.first).days

    return choose(words, agrees, worth)


def _voices(words: Sequence[Word]) -> int:
    return len({word.told.voice for word in words})


def _is_accepted(words: Sequence[Word]) -> bool:
    return any(word.told.is_accepted for word in words)


def _is_firm(words: Sequence[Word]) -> bool:
    return any(word.is_firm for word in words)


def _latest(words: Sequence[Word]) -> date:
    return max((word.told.on or _LONG_AGO for word in words), default=_LONG_AGO)


def _claims(words: Sequence[Word]) -> tuple[str, ...]:
    return tuple(sorted({word.told.claim.id for word in words}))


def _reason(backing: Sequence[Word], against: Sequence[Sequence[Word]]) -> str:
    if _is_accepted(backing) and not any(_is_accepted(words) for words in against):
        return "accepted by a person"
    voices, most = _voices(backing), max(_voices(words) for words in against)
    if voices > most:
        return f"told by {voices} independent sources, the other by {most}"
    told = "told by as many independent sources as the other"
    if _is_firm(backing) and not any(_is_firm(words) for words in against):
        return f"{told}, and in a report's own words"
    latest = _latest(backing)
    if latest > max(_latest(words) for words in against):
        return f"{told}, and last (on {latest})"
    return f"{told}, and no earlier; first in order"
