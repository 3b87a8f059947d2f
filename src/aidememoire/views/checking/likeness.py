"""Likeness: how much of what a draft says in its own words a report says, too. A score, never a proof."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.calendar_names import CALENDAR_NAMES
from aidememoire.knowledge.number_words import ordinals
from aidememoire.register.words import words_in

# From here on indirect speech is taken for a paraphrase, and said so with its score.
# accepts: "cheap electricity would not be on offer for ever"; refuses: one name of three words shared
PARAPHRASE = 0.6
# Another speaker's words must be this like before the draft is said to have mixed up the speakers.
ANOTHER = 0.75
FEWEST_TERMS = 2
_PREFIX = 5
_TAIL = 4
_NUMBER_WEIGHT = 1.0
_PARTY_WEIGHT = 0.7
# accepts: "in May 2020", "12 May", "since May"; refuses: "may", "met Theresa May", "May I ask"
_BEFORE_A_MONTH = "|".join(rf"(?<=\b{word} )" for word in "in by last next late till since early until".split())
_THE_MONTH_OF_MAY = re.compile(rf"(?:(?<=\d )|{_BEFORE_A_MONTH}|(?=May \d))May\b")
_ORDINALS = {word: str(number) for word, number in ordinals(1, 20).items()}
# Without "may", which is idle: the verb far more often than the month.
_NUMBERS = (
    (CALENDAR_NAMES - {"may"})
    | frozenset("half quarter dozen hundred thousand million billion trillion".split())
    | frozenset("easter christmas ramadan passover thanksgiving diwali midsummer".split())
    | frozenset(_ORDINALS)
)
_IDLE = frozenset(
    """a an the this that these those of to in on at by for with from into onto over under as than then there here and
    or but nor so if is are was were be been being am do does did done doing has have had having will would shall should
    can could may might must it its he his him she her they them their we our us you your i my me who whom whose which
    what when where why how all any some such each both either neither own same other also only just very too not no
    never more most much many few less least about after before again against because during through until while
    between among per yet still even now say said says saying tell told add added note noted stress stressed state
    stated according that whether come came coming go went gone going get got make made making take took taken put
    stay stand remain become one ones ever once toward towards upon within without out up down off away back side
    sides way thing""".split()
)
_ENDINGS = (
    "ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ers", "ed", "es", "ly", "er", "s", "e", "y",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Term:
    """A word that says something, as it is compared."""

    key: str  # stem, name of a group of synonyms, code of a party, or number
    word: str
    weight: float
    is_number: bool


@dataclass(frozen=True, slots=True)
class Likeness:
    """How a draft's words compare with a report's."""

    score: float  # 0–1: the share of the draft's terms that the report has
    matched: frozenset[str]  # keys
    numbers: tuple[str, ...]  # of the draft's, those that the report doesn't have
    plain: float = 0.0  # the same share without the numbers


@cache
def _groups() -> dict[str, str]:
    """Stem → the first stem of its group."""
    text = files("aidememoire.views.checking").joinpath("data/synonyms.txt").read_text(encoding="utf-8")
    groups: dict[str, str] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            stems = [stem(word.replace("-", "")) for word in line.split()]
            for one in stems:
                groups.setdefault(one, stems[0])
    return groups


@cache
def _opposites() -> dict[str, frozenset[str]]:
    """Stem → the stems of the words that turn it round."""
    text = files("aidememoire.views.checking").joinpath("data/opposites.txt").read_text(encoding="utf-8")
    found: dict[str, set[str]] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            one, other = ({stem(word.replace("-", "")) for word in side.split(",")} for side in line.split())
            for here, there in ((one, other), (other, one)):
                for word in here:
                    found.setdefault(word, set()).update(there - here)
    return {word: frozenset(others) for word, others in found.items()}


def turned_round(drafted: str, told: str) -> tuple[str, str] | None:
    """A word of the draft and the one of the report that it turns round; None where there is none.

    >>> turned_round("trade had shrunk by a fifth", "trade had grown by a fifth")
    ('shrunk', 'grown')
    """
    here = {stem(word.text): word.text for word in words_in(drafted)}
    there = {stem(word.text): word.text for word in words_in(told)}
    for word, written in here.items():
        if word not in there:
            for other in sorted(_opposites().get(word, frozenset()) & set(there)):
                if other not in here:
                    return written, there[other]
    return None


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """The word without its ending.

    >>> stem("negotiations") == stem("negotiate")
    False
    >>> stem("launched") == stem("launching") == stem("launch")
    True
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def is_idle(word: str) -> bool:
    """Whether the word says nothing by itself: "was", "said", "take"."""
    return word in _IDLE


def is_of_calendar(word: str) -> bool:
    """Whether the word is a month's or a day's name, or counts: "May", "Monday", "third"."""
    return word.lower() in _NUMBERS or word.lower() == "may"


def key_of(word: str) -> str:
    """What the word is compared by: its stem, or the name of its group of synonyms.

    >>> key_of("paid") == key_of("bore")
    True
    """
    return _groups().get(stem(word), stem(word))


def terms_of(text: str, knowledge: Knowledge | None) -> tuple[Term, ...]:
    """The words of the text that say something: parties by code, numbers, and stems."""
    found: list[tuple[int, int, str]] = []
    if knowledge is not None:
        found = [(name.start, name.end, name.code) for name in knowledge.parties.scan(text)]
    mays = {at.start() for at in _THE_MONTH_OF_MAY.finditer(text)}
    terms: dict[str, Term] = {}
    for start, end, code in found:
        terms.setdefault(code, Term(code, text[start:end], _PARTY_WEIGHT, False))
    for word in words_in(text):
        if any(start <= word.start < end for start, end, _ in found):
            continue
        if word.text in _IDLE and word.start not in mays:
            continue
        is_number = word.text[0].isdigit() or word.text in _NUMBERS or word.start in mays
        if is_number:
            key = _ORDINALS.get(word.text) or re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", word.text)
        else:
            key = key_of(word.text)
        if len(key) > 1 or is_number:
            terms.setdefault(key, Term(key, word.text, _NUMBER_WEIGHT, is_number))
    return tuple(terms.values())


def likeness(drafted: Sequence[Term], told: Sequence[Term]) -> Likeness:
    """How much of the draft's terms the report has."""
    keys = {term.key for term in told}
    missed = [term for term in drafted if term.key not in keys and not term.is_number and len(term.key) >= _PREFIX]
    begun = {term.key[:_PREFIX] for term in missed}
    near = [key for key in keys if key[:_PREFIX] in begun] if begun else []
    matched = {term.key for term in drafted if term.key in keys}
    matched |= {term.key for term in missed if near and _is_near(term.key, near)}
    total = sum(term.weight for term in drafted)
    score = sum(term.weight for term in drafted if term.key in matched) / total if total else 0.0
    missing = tuple(term.word for term in drafted if term.is_number and term.key not in matched)
    plain = sum(term.weight for term in drafted if not term.is_number)
    alike = sum(term.weight for term in drafted if not term.is_number and term.key in matched)
    return Likeness(round(score, 2), frozenset(matched), missing, round(alike / plain, 2) if plain else 0.0)


def is_like_but_for_numbers(like: Likeness) -> bool:
    """Whether all that keeps the two from being alike is that the draft has other numbers.

    accepts: "shoulder three quarters of the cost" beside "bear two thirds of the cost"; refuses: one word and a number
    """
    words = [key for key in like.matched if not key[:1].isdigit()]
    return bool(like.numbers) and like.score < PARAPHRASE <= like.plain and len(words) > FEWEST_TERMS


def _is_near(key: str, keys: Iterable[str]) -> bool:
    """Whether a key begins like this one and ends hardly otherwise: cooperat(e), cooperat(ive)."""
    if len(key) < _PREFIX:
        return False
    return any(
        other[:_PREFIX] == key[:_PREFIX]
        and other[: min(len(key), len(other)) - 1] == key[: min(len(key), len(other)) - 1]
        and abs(len(other) - len(key)) <= _TAIL
        for other in keys
        if len(other) >= _PREFIX
    )
