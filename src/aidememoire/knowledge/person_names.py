"""Names of persons: folding, romanisations, surnames, and whether two names can be one person.

Pure functions over words; nothing here knows who holds which office.
"""

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from rapidfuzz.distance import Levenshtein

from aidememoire.knowledge.syllable_names import chinese_key, is_hyphened_given, korean_key

SAME_PERSON = 0.85  # accepts "Lawrow"/"Sergei Lavrow" spellings of one full name; refuses a bare surname (0.6)
_CLOSE_SPELLING = 0.8  # accepts Lukashenka/Lukashenko (0.9); refuses Shinzo/Shintaro (0.62)
_SHORTEST_FUZZY = 5  # below it one letter makes another name: Kim/Kem, Qiang/Liang stay exact

# Letters that Unicode does not take apart into a base letter and a mark.
_LETTERS = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a",
        "ħ": "h", "ŧ": "t", "ŋ": "n", "ĸ": "k", "ơ": "o", "ư": "u",
    }
)  # fmt: skip
_APOSTROPHES = re.compile(r"(?<=\w)[’'`ʻʼʿʾ‘]+(?=\w)|[’'`ʻʼʿʾ‘]+")
_GLUED_ARTICLE = re.compile(r"\b(El|Al)(?=[A-Z][a-z])")  # ElBaradei
_SOUTH_SLAVIC = re.compile(r"[ćčšž]")  # here đ is written dj elsewhere: Đinđić, Djindjic; in Vietnamese it is a d
_GROWN_ARTICLE = re.compile(r"^al(?=[^aeiouy].{4})")
# Letters of which spelling puts one for another; of two kinds, they make another name.
_ALIKE = ("aeiouyjvh", "bpfv", "dtszcxjgkhqi", "mn")
_NOT_LETTER = re.compile(r"[^\w]+|_")
_VOWELS = re.compile(r"[aeiouy]+")


@cache
def _words() -> dict[str, Any]:
    """The table of words of which names are made, loaded once."""
    return tomllib.loads((files("aidememoire.knowledge") / "data" / "person_words.toml").read_text(encoding="utf-8"))


def _set(name: str) -> frozenset[str]:
    return frozenset(str(_words()[name]).split())


HONORIFICS = _set("honorific")
_FRONT_ONLY = _set("front_only")
_SUFFIXES = _set("suffix")
_BIN = _set("son_of")
_ARTICLES = _set("article")
_PARTICLES = _set("particle")
_FRENCH_PARTICLES = frozenset({"du", "le"})
_FAMILY_FIRST = _set("family_first")
_BURMESE = _set("burmese")
_WADE_GILES_FAMILIES = _set("wade_giles")
_KOREAN = _set("korean")
_NOT_ABD = _set("not_abd")
_ARTICLE_BEHIND: dict[str, str] = _words()["article_behind"]

_NONE_WORDS: frozenset[str] = frozenset()
_OFTEN_LEFT_OUT = "mohammed"  # Hosni Mubarak, Javad Zarif; "Idriss Déby" is the father of "Mahamat Idriss Déby"


def _lines(table: str) -> list[str]:
    text = (files("aidememoire.knowledge") / "data" / table).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


_NICKNAMES = _lines("person_nicknames.txt")
_NONE: frozenset[int] = frozenset()
_GIVEN = {
    form: frozenset(index for index, forms in enumerate(_NICKNAMES) if form in forms.split())
    for line in _NICKNAMES
    for form in line.split()
}
_SPELLING = {form: line.split()[0] for line in _lines("person_spellings.txt") for form in line.split()}

# Romanisation rules, in order: each brings several ways of writing one sound to one letter.
_SOUNDS = [
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"ph", "f"),
        (r"^hs", "x"),  # Wade–Giles
        (r"x", "ks"),  # Alexei / Aleksei
        (r"dzh|dsch|dj", "j"),  # Azerbaijan's Jeyhun, Algeria's Djamel
        (r"shch|schtsch|chtch", "s"),  # щ
        (r"tsch|tch|cz", "c"),
        (r"(?<=[aeiou])ts(?=[eiy])", "c"),  # Slavic Gatsek, Gacek
        (r"sch|sh", "s"),
        (r"(?<=[aeiou])che$", "ch"),  # French Baccouche
        (r"cc(?=[aou])", "k"),
        (r"ch", "c"),
        (r"zh", "z"),
        (r"kh", "h"),
        (r"dh|th|bh", lambda found: found.group()[0]),
        (r"gh", "g"),
        (r"(?<=.{3}[aeiou].)ine$|(?<=.{3}[aeiou]..)ine$", "in"),  # French Michoustine, Poutine
        (r"(?<=.[bdklmrt])ane$", "an"),  # French Othmane, Ramdane
        (r"(?<=.{5})a[uŭ]$", "av"),  # Belarusian Martynau
        (r"(?<=[b-df-hj-np-tv-z])([ou])e(?=[b-df-hj-np-tv-z])", r"\1"),  # umlauts of German: Goeran, Guel
        (r"gu(?=[ei])", "g"),  # Romance Guido
        (r"^[ae](?=([stdnrz])\1.{3})", ""),  # the article grown on: Essebsi, as-Sibsi
        (r"(?<=[^aeiou]a)ev(?=a?$)", "yev"),  # Akaev, Akayev
        (r"ah$", "a"),
        (r"ff$|w", "v"),  # Lavroff, Lawrow
        (r"ou|oo|oh(?=[^aeiou]|$)", "o"),
        (r"^ye|^je", "e"),
        (r"^j(?=[aou])|(?<=[aou])j(?=[aou])", "y"),  # German, Baltic, Slavic: Jusuf, Kaja
        (r"iy$|ii$|yi$|ij$|yy$|ey$|ej$|ei$|y$", "i"),
        (r"iy|yi|ij|y|j(?=[^aeiou]|$)|(?<=[ln])j(?=[aeou])", "i"),
        (r"q|c(?=[kaou])|ck", "k"),
        (r"(?:aie|aee|a[iy]|e[iy])(?=[b-df-gj-np-tv-xz])", "i"),  # Arabic, one letter: Gheit, Ghayt; Raisi, Raeesi
        (r"ee|ie", "i"),
        (r"e", "i"),
        (r"u", "o"),
        (r"oh$", "o"),  # Abdrabbuh
        (r"(.)\1+", r"\1"),
    )
]


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The name in plain lower-case letters: no marks, hyphens as spaces, apostrophes gone.

    >>> fold("Jun'ichirō KOIZUMI")
    'junichiro koizumi'
    """
    lowered = unicodedata.normalize("NFKD", name.lower()).translate(_LETTERS)
    bare = "".join(letter for letter in lowered if not unicodedata.combining(letter))
    return " ".join(_NOT_LETTER.sub(" ", _APOSTROPHES.sub("", bare)).split())


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """A key that is equal for the usual romanisations of one name-word (already folded)."""
    key = _SPELLING.get(word, word)
    for pattern, replacement in _SOUNDS:
        key = pattern.sub(replacement, key)
    return key


@lru_cache(maxsize=65536)
def words_of(name: str) -> tuple[str, ...]:
    """The folded words of the name without honorifics, suffixes and Arabic articles."""
    words = fold(_GLUED_ARTICLE.sub(r"\1-", name)).split()
    if "of" in words[1:]:
        words = words[: words.index("of", 1)]  # Abdullah of Saudi Arabia, Lord Cameron of Chipping Norton
    while len(words) > 1 and words[0] in HONORIFICS and not (words[0] in _FRONT_ONLY and len(words) < 3):
        words = words[1:]
    while len(words) > 2 and words[0] == "u":  # Burmese "U"
        words = words[1:]
    kept = [word for word in words if word not in _SUFFIXES and word not in _ARTICLES]
    joined = _join_abd(kept or words)
    return tuple(joined)


def _join_abd(words: list[str]) -> list[str]:
    """The words with Abd + word written as one: Abd al-Aziz, Abdel Aziz, Abdul Aziz → abdaziz."""
    out: list[str] = []
    for word in words:
        glued = re.match(r"(?:abd(?:ul|el|al|ur|er|ar|us|es|as|ol|un|en|ed|ou|oul|our|oul)?)(.*)$", word)
        if word in _ARTICLE_BEHIND and len(words) > 2:
            word = _ARTICLE_BEHIND[word]
        if out and out[-1] == "abd" and word not in _BIN:
            out[-1] = "abd" + sound(word)
        elif glued and word not in _NOT_ABD:
            out.append("abd" + sound(glued.group(1)) if glued.group(1) else "abd")
        else:
            out.append(word)
    return out


def _suffix(name: str) -> str:
    """The generation suffix (jr, sr, ii …), or nothing."""
    last = fold(name).split()[-1:] or [""]
    return {"junior": "jr", "senior": "sr"}.get(last[0], last[0]) if last[0] in _SUFFIXES else ""


def is_family_first(name: str) -> bool:
    """Whether the name is written family name first, as Chinese, Korean and Vietnamese ones are.

    >>> is_family_first("Kim Jong-un"), is_family_first("Kim Campbell"), is_family_first("Kim Kielsen")
    (True, False, False)
    """
    raw = name.split()
    words = fold(name).split()
    if len(words) < 2 or words[0] not in _FAMILY_FIRST or len(words) > 4:
        return False
    if len(raw) == 2 and "-" in raw[1]:
        return True
    return all(len(word) <= 9 and _is_asian_syllables(word) for word in words[1:])


_ASIAN_WORD = re.compile(
    r"(?:(?:zh|ch|sh|ph|th|kh|ng|nh|tr|gi|qu|hy|ky|ry|my|py|by|hs|ts|kw|hw|gw|[bcdfghjklmnpqrstvwxyz])?"
    r"(?:[aeiouy]{1,4})(?:ng|nh|ch|[nkmptlrsg])?){1,3}$"
)
_WESTERN_GIVEN_ENDINGS = re.compile(r"(?<=..)(?:bell|son|man|ton|ley|er|ard|ini|ino|ov|ev|ski|sky|es|ez|och|[lr]sen)$")


def _is_asian_syllables(word: str) -> bool:
    return bool(_ASIAN_WORD.match(word)) and not _WESTERN_GIVEN_ENDINGS.search(word)


def is_burmese(name: str) -> bool:
    """Whether every word is a Burmese name-word: such names have no surname and don't shorten."""
    words = words_of(name)
    return len(words) > 1 and all(word in _BURMESE for word in words)


def surname(name: str) -> str:
    """The likeliest surname, as written, with its particles.

    >>> surname("Ursula von der Leyen"), surname("Xi Jinping"), surname("ABE Shinzo")
    ('von der Leyen', 'Xi', 'ABE')
    """
    raw = [word for word in name.split() if fold(word) and fold(word) not in _SUFFIXES]
    if "of" in raw[1:]:
        raw = raw[: raw.index("of", 1)]
    while len(raw) > 1 and fold(raw[0]) in HONORIFICS and not (fold(raw[0]) in _FRONT_ONLY and len(raw) < 3):
        raw = raw[1:]
    if len(raw) < 2:
        return raw[0].strip(".,") if raw else ""
    if raw[0].endswith(","):
        return raw[0].rstrip(",")
    if raw[0].isupper() and len(raw[0]) > 2 and not raw[-1].isupper():
        return raw[0]
    if is_burmese(name):
        return " ".join(raw)
    if is_family_first(" ".join(raw)):
        return raw[0]
    start = len(raw) - 1
    while start > 1 and fold(raw[start - 1]) in _PARTICLES | _ARTICLES:
        start -= 1
    return " ".join(raw[start:]).strip(".,")


def surnames(name: str) -> tuple[str, ...]:
    """Folded words by which the person may be called alone, likeliest first.

    Spanish and Portuguese names give both last words and the pair; a name with *bin* its first word as well.
    """
    first = fold(surname(name))
    words = words_of(name)
    found = [first, " ".join(word for word in first.split() if word not in _ARTICLES | _PARTICLES)]
    if len(words) >= 3 and not is_family_first(name):
        found += [words[-2] + " " + words[-1], words[-2] if len(words[-2]) > 2 else ""]
    if len(words) >= 2:
        found += [words[-1]]
    return tuple(dict.fromkeys(key for key in found if key))


def begins_with_particle(name: str) -> bool:
    """Whether the words may be a surname alone, with its particles: "De Gucht", "Von der Leyen"; not "Ana de Poe".

    Whole names in Vietnam and Burma begin like a particle; of two words after a French one, none can tell.

    >>> begins_with_particle("De Gucht"), begins_with_particle("De"), begins_with_particle("Karel De Gucht")
    (True, False, False)
    >>> begins_with_particle("Le Duc Anh"), begins_with_particle("Le Pen")
    (False, True)
    """
    words = fold(name).split()
    if len(words) < 2 or words[0] not in _PARTICLES or is_burmese(name):
        return False
    may_be_french = len(words) == 2 and words[0] in _FRENCH_PARTICLES
    is_vietnamese = words[0] in _FAMILY_FIRST and all(len(_VOWELS.findall(word)) == 1 for word in words[1:])
    return may_be_french or not is_vietnamese


def is_one_spelling(a: str, b: str) -> bool:
    """Whether two folded name-words are the same letters, or spellings that the table joins: Lee, Rhee.

    >>> is_one_spelling("lee", "rhee"), is_one_spelling("abe", "abiy")
    (True, False)
    """
    return a == b or _SPELLING.get(a, a) == _SPELLING.get(b, b)


def _without_article(word: str) -> str:
    """The key of the word's sound without an Arabic article grown on: Albusaidi, Busaidi."""
    return sound(_GROWN_ARTICLE.sub("", word))


def _has_other_consonant(a: str, b: str) -> bool:
    """Whether the sounds differ in one consonant for an unlike one, which makes another name: Glushko, Grushko."""
    if len(a) != len(b):
        return False
    unlike = [(one, other) for one, other in zip(a, b, strict=True) if one != other]
    return len(unlike) == 1 and not any(one in alike and other in alike for alike in _ALIKE for one, other in unlike)


def word_score(a: str, b: str) -> float:
    """How alike two folded name-words are, 0–1."""
    if a == b:
        return 1.0
    if sound(a) == sound(b):
        return 0.97
    if _GIVEN.get(a, _NONE) & _GIVEN.get(b, _NONE):
        return 0.95
    if len(a) == 1 or len(b) == 1:
        return 0.9 if a[0] == b[0] else 0.0
    if a[:-1] == b[:-1] and {a[-1], b[-1]} == {"a", "o"} and not a.endswith(("ka", "ko")):
        return 0.0  # Mario, Maria; but Lukashenko, Lukashenka
    if _without_article(a) == _without_article(b):
        return 0.95
    if min(len(a), len(b)) >= _SHORTEST_FUZZY and not _has_other_consonant(sound(a), sound(b)):
        alike = max(Levenshtein.normalized_similarity(a, b), Levenshtein.normalized_similarity(sound(a), sound(b)))
        return alike if alike >= _CLOSE_SPELLING and a[-2:] != b[-2:] + "a" else 0.0
    return 0.0


def _in_order(index: int, places: list[int]) -> tuple[bool, int]:
    """The key by which, of words equally like, the next behind those paired comes first: the second Addo."""
    return (not places or index > places[-1], -index)


def _pair(shorter: tuple[str, ...], longer: tuple[str, ...]) -> tuple[list[float], list[str], list[str], list[int]]:
    """The scores of the words paired one to one, what is left over on both sides, and where the pairs stand."""
    scores: list[float] = []
    left = list(shorter)
    free = list(range(len(longer)))
    places: list[int] = []
    for word in shorter:
        best = max(free, key=lambda index: (word_score(word, longer[index]), _in_order(index, places)), default=None)
        if best is not None and (score := word_score(word, longer[best])) > 0:
            scores.append(score)
            places.append(best)
            left.remove(word)
            free.remove(best)
    return scores, left, [longer[index] for index in free], places


@lru_cache(maxsize=65536)
def same_person(a: str, b: str) -> float:
    """How likely two names name one person, 0–1; at least ``SAME_PERSON`` means they may be joined.

    A bare surname scores 0.6: it fits, but says nothing.

    >>> same_person("Sergey Lavrov", "Sergej Lawrow") >= SAME_PERSON, same_person("Li Keqiang", "Li Qiang")
    (True, 0.0)
    """
    if (other := _with_dj(a)) != a:
        return max(_same_person(a, b), _same_person(other, b))
    if (other := _with_dj(b)) != b:
        return max(_same_person(a, b), _same_person(a, other))
    return _same_person(a, b)


def _with_dj(name: str) -> str:
    return name.replace("đ", "dj").replace("Đ", "Dj") if _SOUTH_SLAVIC.search(name.lower()) else name


def _same_person(a: str, b: str) -> float:
    one, two = words_of(a), words_of(b)
    if not one or not two:
        return 0.0
    if _suffix(a) != _suffix(b):
        return 0.0 if _suffix(a) and _suffix(b) else min(0.7, _compare(one, two, a, b))
    return round(_compare(one, two, a, b), 3)


def _compare(one: tuple[str, ...], two: tuple[str, ...], a: str, b: str) -> float:
    if _same_words(one, two) or "".join(one) == "".join(two) or _run_together(a) == _run_together(b):
        return 1.0
    if is_family_first(a) and is_family_first(b):
        is_one_spelling = _is_wade_giles(a) == _is_wade_giles(b)
        return 0.97 if not is_one_spelling and _chinese_key(a) == _chinese_key(b) else _compare_words(one, two, a, b)
    if is_burmese(a) and is_burmese(b):
        return _compare_words(one, two, a, b)
    if _run_of_sounds(a) == _run_of_sounds(b) or _is_german_spelling(a, b):
        return 0.98  # "Hossein Amir-Abdollahian", "Hussein Amirabdollahian"
    return max(_compare_words(one, two, a, b), _compare_words(*_joined_alike(one, two), a, b))


def _joined_alike(one: tuple[str, ...], two: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words, with neighbours that the other name writes as one joined: Haile Mariam, Hailemariam."""
    return _joined_as_in(one, two), _joined_as_in(two, one)


def _joined_as_in(words: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    for index, (left, right) in enumerate(pairwise(words)):
        if len(words) > 2 and any(sound(left + right) == sound(other) for other in others):
            return (*words[:index], left + right, *words[index + 2 :])
    return words


def _compare_words(one: tuple[str, ...], two: tuple[str, ...], a: str, b: str) -> float:
    """The score of two names that aren't the same letters or sounds in a row."""
    if _is_korean(one, a) and _is_korean(two, b) and _korean_key(one) == _korean_key(two):
        return 0.97
    shorter, longer = (one, two) if len(one) <= len(two) else (two, one)
    if is_burmese(a) or is_burmese(b):
        scores, left, free, places = _pair(shorter, longer)
        pairs = [(word, longer[place]) for word, place in zip(shorter, places, strict=False)]
        is_other = any({one, two} <= _BURMESE and not is_one_spelling(one, two) for one, two in pairs)
        return min(scores) if not left and not free and not is_other else 0.0  # Than Shwe is not Than Swe
    initials = [word for word in longer if word != shorter[0]]
    if shorter[0].startswith("abd") and shorter == longer[-1:] and all(len(word) == 1 for word in initials):
        return 0.9 if len(fold(a).split()) > 1 and len(fold(b).split()) > 1 else 0.6  # A. K. Abdul Momen
    if len(shorter) == 1:
        called = longer[:1] if any(word in _BIN for word in longer) else (longer[-1], longer[0])
        return 0.6 if any(word_score(shorter[0], word) >= 0.95 for word in called) else 0.0
    idle = _NONE_WORDS if is_family_first(a) or is_family_first(b) else _BIN | _PARTICLES
    plain_shorter = tuple(word for word in shorter if word not in idle)
    plain_longer = tuple(word for word in longer if word not in idle)
    if len(plain_shorter) > len(plain_longer):
        plain_shorter, plain_longer = plain_longer, plain_shorter
    if len(plain_shorter) < 2:
        plain_shorter, plain_longer = shorter, longer
    return _compare_full(plain_shorter, plain_longer, any(word in _BIN for word in one + two), a, b)


def _same_words(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether both have the same words; Khalifa bin Hamad is the father of Hamad bin Khalifa."""
    return one == two or (sorted(one) == sorted(two) and not any(word in _BIN for word in one))


def _run_together(name: str) -> str:
    return fold(name).replace(" ", "")


def _run_of_sounds(name: str) -> str:
    return "".join(map(sound, fold(name).split()))


def _is_german_spelling(a: str, b: str) -> bool:
    """Whether one is the German spelling of the other, which writes s for z: Surab Schwania, Zurab Zhvania."""
    if "sch" not in fold(a) and "sch" not in fold(b):
        return False
    return _run_of_sounds(a).replace("z", "s") == _run_of_sounds(b).replace("z", "s")


def _chinese_key(name: str) -> str:
    return chinese_key(_run_together(name), _is_wade_giles(name))


def _is_wade_giles(name: str) -> bool:
    """Whether the given name is written with a hyphen, as in Taiwan, or the family name as there: "Lien Chan"."""
    return is_hyphened_given(name) or fold(name).split()[0] in _WADE_GILES_FAMILIES


def _is_korean(words: tuple[str, ...], name: str) -> bool:
    return words[0] in _KOREAN and is_family_first(name)


def _korean_key(words: tuple[str, ...]) -> str:
    return f"{_SPELLING.get(words[0], words[0])} {korean_key(''.join(words[1:]))}"


def _are_spelt_alike(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether each word is the other's, the family name's by the table too: one letter makes another Chinese name."""
    family, other = one[0], two[0]
    is_family = family == other or (family in _SPELLING and _SPELLING[family] == _SPELLING.get(other))
    return sorted(one) == sorted(two) or (is_family and one[1:] == two[1:])


def _compare_full(shorter: tuple[str, ...], longer: tuple[str, ...], has_bin: bool, a: str, b: str) -> float:
    """The score of two names of at least two words each."""
    scores, left, free, places = _pair(shorter, longer)
    if left and free and sound("".join(left)) == sound("".join(free)):
        scores, left, free = [*scores, 0.98], [], []
    if left or not scores:
        return 0.0
    if is_family_first(a) and is_family_first(b) and (free or not _are_spelt_alike(shorter, longer)):
        return 0.0  # Li Qiang is not Li Keqiang, Kim Il is not Kim Jong-il, Wang Lei is not Wang Li
    if free and len(scores) > 2 and places != sorted(places):
        return 0.0  # Teodoro Obiang Nguema is not Teodoro Nguema Obiang Mangue
    if (
        free
        and 0 not in places
        and len(longer[0]) > 1
        and not (not has_bin and len(free) == 1 and _SPELLING.get(free[0]) == _OFTEN_LEFT_OUT)
    ):
        return 0.0 if has_bin else 0.75  # "Salman bin Abdulaziz" is not "Mohammed bin Salman bin Abdulaziz"
    initials = [[word for word in words[1:-1] if len(word) == 1] for words in (shorter, longer)]
    if initials[0] and initials[1] and initials[0] != initials[1]:
        return 0.0  # George W. and George H. W. Bush
    if has_bin and places != sorted(places):
        return 0.0
    if len(shorter[-1]) > 1 and len(longer[places[-1]]) == 1 and len(longer) - 1 not in places and len(longer[-1]) > 1:
        return 0.0  # George Washington is not George W. Bush
    full = [
        score
        for score, word, place in zip(scores, shorter, places, strict=False)
        if len(word) > 1 and len(longer[place]) > 1  # "James Poe" is not P. J. Patterson
    ]
    if not full or max(full) < 0.9 or (len(longer) - 1 not in places and len(longer) == 2):
        return 0.0
    return max(0.0, sum(scores) / len(scores) - 0.03 * len(free))
