"""Formats: which standing dialogue a name and parties amount to, if any.

Some names are those of one gathering, whoever comes ("Munich Security Conference", "NATO Foreign Ministerial"); others
are of as many dialogues as there are pairs that hold one ("Strategic Dialogue"). Others again name none.
"""

from dataclasses import dataclass, field

from aidememoire.model import MeetingKind, MeetingValues
from aidememoire.register.world import World, fold, fold_format

# A name told for two parties only, and the fewest that it says there are.
_FEWEST = {"trilateral": 3, "tripartite": 3, "quadrilateral": 4, "four party": 4, "four way": 4}

# Where many states meet that the words need not name. Of two of them alone "World Energy Congress" is no dialogue.
_GATHERINGS = frozenset("congress conference symposium festival exhibition expo fair games".split())
_EVERYWHERE = frozenset(
    "world global international planet".split()
)  # "Global Salmon Forum"; "Salmon Forum" may be theirs

# Names made of such words alone say of no occasion which: "International Conference", "leaders' summit".
_EVERYBODYS = frozenset(
    "international regional global special working leaders s ministerial extraordinary emergency joint bilateral high "
    "level group conference summit forum congress meeting session talks ministers consultations".split()
)

# What a body holds in its own name, whoever is told to come: "NATO Foreign Ministerial"; not "EU Strategic Dialogue".
_SESSIONS = frozenset(
    "ministerial meeting summit council assembly board conference ministers leaders session congress".split()
)


@dataclass(frozen=True, slots=True, order=True)
class Format:
    """What makes a dialogue that one: "2+2" of Japan and Russia is not that of Japan and India; there is one G7."""

    key: str  # folded name
    parties: tuple[str, ...]  # sorted; the members where the name fixes them, none where whoever comes does
    known: str | None = field(default=None, compare=False)  # name in the dialogues table
    is_fixed: bool = field(default=False, compare=False)  # whether the name alone says which it is


def format_of(name: str, parties: tuple[str, ...], world: World) -> Format | None:
    """The format that the name and parties amount to; None for a name that names none ("the talks")."""
    known = world.dialogue(name)
    if known is not None:
        table_name, members = known
        key = fold_format(table_name, world) or fold(table_name)
        if world.is_single(table_name):
            return Format(key, (), table_name, is_fixed=True)
        return Format(key, members or tuple(sorted(parties)), table_name, bool(members))
    key = fold_format(name, world)
    words = key.split()
    if not key or all(word in _EVERYBODYS for word in words):
        return None
    named = world.codes_in(name)
    if len(named) == 1 and world.is_body(named[0]) and words[-1] in _SESSIONS:
        return Format(key, named, is_fixed=True)
    is_gathering = words[-1] in _GATHERINGS or bool(_EVERYWHERE & set(words))
    if not named and len(parties) == 2 and is_gathering and not _counts_parties(key):
        return None
    return Format(key, tuple(sorted(parties)))


def is_whole(name: Format) -> bool:
    """Whether the format says enough by itself: as many parties as it counts, or a name that needs none (G7)."""
    return name.is_fixed or len(name.parties) >= (_counts_parties(name.key) or 2)


def _counts_parties(key: str) -> int | None:
    """How many parties a name says that there are: "trilateral ministerial"; None where it doesn't say."""
    return next((fewest for word, fewest in _FEWEST.items() if word in key), None)


def is_on_the_margins(values: MeetingValues, name: Format) -> bool:
    """Whether two parties met beside a larger body's meeting: their format says where they met, and is not theirs.

    "met on the margins of the G7 summit" of two presidents is no G7 summit; one that lists G7 itself is.
    """
    if len(values.parties) != 2 or not name.is_fixed or len(name.parties) == 2:
        return False
    if not name.parties and values.kind is MeetingKind.SUMMIT:
        return False  # two of those who came to the Summit of the Americas are told of
    return not {name.known, *_body(name)} & set(values.parties)


def _body(name: Format) -> tuple[str, ...]:
    """The body itself, where it is the only fixed member: NATO of a "NATO summit"."""
    return name.parties if len(name.parties) == 1 else ()
