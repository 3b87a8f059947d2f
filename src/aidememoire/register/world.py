"""The few questions that resolving asks of what is known before reading."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.number_words import cardinals, ordinals
from aidememoire.knowledge.parties import STATE_KINDS
from aidememoire.knowledge.person_names import same_person

_NOT_WORD = re.compile(r"[^\w+]+")
_NUMBER_WORDS = {word: str(number) for word, number in cardinals(2, 100).items()}
_FIGURES = re.compile(r"\d+(?:[.,]\d+)*|\b(?:" + "|".join(_NUMBER_WORDS) + r")\b")
_NUMBER = re.compile(r"\d+(st|nd|rd|th)")
_IDLE_IN_NAMES = frozenset(
    "the a an of s format formats so called regular annual next previous new in on and for between among with "
    "to".split()
)
# "Inter-governmental" is "intergovernmental", and "sub-committee" "subcommittee".
_PREFIX = re.compile(r"\b(inter|sub|counter|non|multi)[-\u2010\u2011](?=[a-z])", re.IGNORECASE)
# Words that may stand beside the name of a format which fixes the offices: "2+2 ministerial consultations".
_OFFICE_WORDS = frozenset("foreign defence defense ministers minister ministerial joint high level s".split())
_ORDINALS = frozenset(ordinals(1, 20))

# "the talks" and "the format" name no dialogue by themselves; "2+2" and "Strategic Dialogue" do.
GENERIC_FORMATS = frozenset(
    "talk talks meeting meetings dialogue dialogues summit summits consultation consultations negotiation negotiations "
    "session sessions round rounds forum conference call visit contacts mechanism process group commission".split()
)


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where a place lies, as far as the tables know."""

    city: str | None  # folded; None for a whole country, or unknown
    country: str | None  # party code


NOWHERE = Whereabouts(None, None)


@dataclass(frozen=True, slots=True)
class World:
    """What resolving may ask; every answer can be left to the plain fallback."""

    same_person: Callable[[str, str], float]
    dialogue: Callable[[str], tuple[str, tuple[str, ...]] | None]  # name → its key and fixed members
    parties_in: Callable[[str], tuple[tuple[int, int], ...]]  # where a name holds the names of parties
    where: Callable[[str], "Whereabouts"]  # in which city and country a place lies
    seats: Callable[[str], tuple[str, ...]] = lambda key: ()  # key of a dialogue → the offices that it seats
    # code → the state of a body's seat; None of a grouping without one; else the code itself
    home: Callable[[str], str | None] = str
    codes_in: Callable[[str], tuple[str, ...]] = lambda name: ()  # the parties named in a name, in order
    is_body: Callable[[str], bool] = lambda code: False  # whether a party is a body of several states
    is_single: Callable[[str], bool] = lambda key: False  # whether a dialogue is one of its kind, whoever comes

    @classmethod
    def of(cls, knowledge: Knowledge) -> "World":
        """The answers from the tables."""

        @cache
        def parties_in(name: str) -> tuple[tuple[int, int], ...]:
            return tuple((found.start, found.end) for found in knowledge.parties.scan(name))

        @cache
        def dialogue(name: str) -> tuple[str, tuple[str, ...]] | None:
            found = knowledge.dialogues.scan(name)
            if len({one.dialogue.key for one in found}) != 1:
                return None
            rest = list(name)
            for one in found:
                rest[one.start : one.end] = " " * (one.end - one.start)
            known = found[0].dialogue
            left = "".join(rest)
            words = set(_fold_format(left, parties_in(left)).split())
            if words - (_OFFICE_WORDS if known.offices else set()):
                return None
            return known.key, tuple(sorted(known.parties)) or _one(known.organisation)

        @cache
        def state(place: str) -> str | None:
            """The state of this name; not the one whose capital it is."""
            party = knowledge.parties.find(place)
            is_state = party is not None and party.kind in STATE_KINDS
            return party.code if party and is_state and fold(party.capital or "") != fold(place) else None

        @cache
        def where(place: str) -> Whereabouts:
            if country := state(place):
                return Whereabouts(None, country)
            found = knowledge.places.find(place) or [name.places[0] for name in knowledge.places.scan(place)]
            known = [one for one in found if one.is_well_known or len(found) == 1]
            if not known:
                return NOWHERE
            city = known[0].city or (known[0].name if known[0].kind == "city" else None)
            return Whereabouts(fold(city) if city else None, known[0].country)

        def seats(key: str) -> tuple[str, ...]:
            known = knowledge.dialogues.get(key)
            return known.offices if known else ()

        @cache
        def home(code: str) -> str | None:
            party = knowledge.parties.get(code)
            if party is None or (party.kind != "grouping" and not party.capital) or party.kind in STATE_KINDS:
                return code
            return where(party.capital).country if party.capital else None

        @cache
        def codes_in(name: str) -> tuple[str, ...]:
            return tuple(dict.fromkeys(found.code for found in knowledge.parties.scan(name)))

        def is_single(key: str) -> bool:
            known = knowledge.dialogues.get(key)
            return known is not None and known.is_single

        is_body = knowledge.parties.is_body
        return cls(same_person, dialogue, parties_in, where, seats, home, codes_in, is_body, is_single)

    @classmethod
    def plain(cls) -> "World":
        """No tables: names are compared, nothing is known."""
        return cls(same_person, lambda name: None, lambda name: (), lambda place: NOWHERE)


@lru_cache(maxsize=1 << 16)
def fold(words: str) -> str:
    """The words in lower case without accents and punctuation, one space between them."""
    if words.isascii():
        return _NOT_WORD.sub(" ", words.lower()).strip()
    bare = "".join(
        letter for letter in unicodedata.normalize("NFKD", words.casefold()) if not unicodedata.combining(letter)
    )
    return _NOT_WORD.sub(" ", bare).strip()


@lru_cache(maxsize=1 << 16)
def numbers_in(words: str) -> frozenset[str]:
    """The numbers, in figures or as words up to a hundred: other numbers make another promise or statement.

    >>> sorted(numbers_in("deliver 30 vehicles by two dates"))
    ['2', '30']
    """
    return frozenset(_NUMBER_WORDS.get(found, found) for found in _FIGURES.findall(words.lower()))


def fold_format(name: str, world: World) -> str:
    """The name of a format without the parties, ordinals and idle words in it; "" where nothing is left that names one.

    >>> fold_format("the second Strategic Dialogue", World.plain())
    'strategic dialogue'
    """
    return _fold_format(name, world.parties_in(name))


def _fold_format(name: str, parties: tuple[tuple[int, int], ...]) -> str:
    kept = list(name)
    for start, end in parties:
        kept[start:end] = " " * (end - start)
    words = [
        word
        for word in fold(_PREFIX.sub(r"\1", "".join(kept))).split()
        if word not in _IDLE_IN_NAMES and word not in _ORDINALS
    ]
    words = [word for word in words if not _NUMBER.fullmatch(word)]
    return "" if all(word in GENERIC_FORMATS for word in words) else " ".join(words)


def _one(code: str | None) -> tuple[str, ...]:
    return (code,) if code else ()
