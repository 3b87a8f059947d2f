"""Longer names: which folded names of dialogues are one name, told at greater or smaller length.

"Intergovernmental Commission" and "Intergovernmental Commission on Trade and Economic Cooperation" are, between two
parties that have only the one; where they have another "on Energy", the short name is of neither.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from aidememoire.register.commitments import content_words

# What a dialogue is, as its name says; what follows the last of these words in a name says on what it is.
_BODIES = frozenset(
    "commission committee council dialogue group forum conference consultations mechanism taskforce subcommittee "
    "subcommission subgroup board assembly partnership initiative format negotiations summit".split()
)
# Bodies of which two parties mostly have one under a bare name. They have many working groups and dialogues.
_STANDING = frozenset("commission committee council".split())
# Words in front that make no other body of it: "the bilateral consultative commission".
_IN_FRONT = frozenset("bilateral joint mixed permanent standing".split())
# What is said of a session, and not of the body: "the Energy Council ministerial".
_SESSION = frozenset("ministerial ministerials ministers minister meeting session plenary leaders heads".split())
_HOW_HIGH = frozenset("high level senior official officials".split())
# Nouns that say nothing of the matter: "on trade and economic relations" is "on trade and economic cooperation".
_IDLE = frozenset("cooperation relations ties issues issue matters affairs questions collaboration interaction".split())
_SPELLINGS = {"technological": "technical", "scientific": "science", "defense": "defence", "economy": "economic"}


class Name(NamedTuple):
    """A folded name in two parts."""

    body: tuple[str, ...]  # "intergovernmental commission"; empty where no word says what it is
    matter: frozenset[str]  # stems: "trad", "economic"


@lru_cache(maxsize=1 << 14)
def parse_name(key: str) -> Name:
    """The parts of a folded name.

    >>> parse_name("intergovernmental commission trade economic cooperation").body
    ('intergovernmental', 'commission')
    """
    words = key.split()
    ends = [number for number, word in enumerate(words, 1) if word in _BODIES]
    if not ends:
        return Name((), frozenset())
    body = words[: ends[-1]]
    while len(body) > 2 and body[0] in _IN_FRONT:
        body = body[1:]
    matter = [_SPELLINGS.get(word, word) for word in words[ends[-1] :] if word not in _SESSION | _IDLE]
    return Name(tuple(body), frozenset(content_words(" ".join(matter))))


def says_less(one: str, other: str) -> bool:
    """Whether the first name tells nothing that the second does not, and could be short for it.

    >>> says_less("intergovernmental commission", "intergovernmental commission energy")
    True
    >>> says_less("working group", "working group counterterrorism")
    False
    """
    short, long = parse_name(one), parse_name(other)
    if not short.body or short.body != long.body or not short.matter <= long.matter:
        return False
    if len(short.body) == 1 and not short.matter:
        return False
    return bool(short.matter) or not long.matter or short.body[-1] in _STANDING


def tells_more(one: str, other: str) -> bool:
    """Whether the first name tells on what the body is, or more of it, and the second is short for it.

    >>> tells_more("intergovernmental commission energy", "intergovernmental commission")
    True
    """
    return says_less(other, one) and parse_name(one).matter > parse_name(other).matter


def narrows(one: str, other: str) -> bool:
    """Whether the first name ends in the second and says before it of what kind or matter it is.

    >>> narrows("defense trade strategic dialogue", "strategic dialogue")
    True
    >>> narrows("bilateral strategic dialogue", "strategic dialogue")
    False
    """
    if not one.endswith(f" {other}"):
        return False
    return not set(one.removesuffix(other).split()) <= _IN_FRONT | _SESSION | _HOW_HIGH


def joined_names(keys: Iterable[str]) -> Mapping[str, str]:
    """Each name → the fullest that it is short for, if there is one such; else itself. All are of the same parties."""
    known = sorted(set(keys))
    longer = {
        key: {other for other in known if other != key and says_less(key, other) and not _is_behind(other, key)}
        for key in known
    }
    found = {}
    for key in known:
        fullest = {other for other in longer[key] if not longer[other]}
        found[key] = next(iter(fullest)) if len(fullest) == 1 else key
    return found


def _is_behind(one: str, other: str) -> bool:
    """Whether of two names that tell the same the first is the one that is short for the other."""
    return says_less(one, other) and (len(one), one) < (len(other), other)
