"""Keys that are equal for two romanisations of one Chinese or Korean name.

Pure functions over letters; which names are Chinese or Korean is for the caller to know.
"""

import re

_APOSTROPHES = "'’`ʻʼ‘"
_HYPHENED_GIVEN = re.compile(rf"[^\W\d_][\w{_APOSTROPHES}]*-[\w{_APOSTROPHES}]+")  # Ching-kuo, Chi-ch'en
# Wade–Giles as newspapers write it, and pinyin, brought to one letter; that joins sounds which pinyin keeps apart
# (j, q), so that only a name of the one kind is compared with one of the other.
_CHINESE_LETTERS = (("hs", "x"), ("ts", "c"), ("tz", "c"), ("zh", "c"), ("ch", "c"), ("j", "c"), ("q", "c"), ("z", "c"),
                    ("t", "d"), ("p", "b"), ("k", "g"), ("ien", "ian"), ("ieh", "ie"), ("ueh", "ue"), ("ung", "ong"),
                    ("erh", "er"), ("ih", "i"), ("eh", "e"), ("ee", "i"), ("yi", "i"), ("yu", "u"))  # fmt: skip
_WADE_GILES_LETTERS = (("j", "r"), ("tzu", "zi"), ("ssu", "si"), ("szu", "si"))  # Jung-chi, Tzu-yang
# McCune–Reischauer, the Revised romanisation and habit write one consonant in two ways: Chun Doo-hwan, Jeon Du-hwan.
_KOREAN_LETTERS = (("ch", "j"), ("k", "g"), ("t", "d"), ("p", "b"), ("wh", "hw"), ("l", "r"), ("ae", "e"),
                   ("oe", "e"), ("eo", "o"), ("eu", "u"), ("ui", "i"), ("oo", "u"), ("ou", "u"), ("ee", "i"),
                   ("u", "o"))  # fmt: skip


def is_hyphened_given(name: str) -> bool:
    """Whether the name is two words, the second of two parts with a hyphen.

    >>> is_hyphened_given("Qian Ch'i-ch'en"), is_hyphened_given("Qian Qichen")
    (True, False)
    """
    words = name.split()
    return len(words) == 2 and _HYPHENED_GIVEN.fullmatch(words[1]) is not None


def chinese_key(letters: str, is_wade_giles: bool) -> str:
    """One key for the letters of a whole name, in pinyin or Wade–Giles.

    >>> chinese_key("chuenlai", is_wade_giles=True) == chinese_key("zhuenlai", is_wade_giles=False)
    True
    >>> chinese_key("chujungchi", is_wade_giles=True) == chinese_key("zhurongji", is_wade_giles=False)
    True
    """
    return _in_place(_in_place(letters, _WADE_GILES_LETTERS) if is_wade_giles else letters, _CHINESE_LETTERS)


def korean_key(letters: str) -> str:
    """One key for the letters of a Korean given name.

    >>> korean_key("doohwan") == korean_key("duhwan")
    True
    """
    return _in_place(letters, _KOREAN_LETTERS)


def _in_place(letters: str, table: tuple[tuple[str, str], ...]) -> str:
    for written, one in table:
        letters = letters.replace(written, one)
    return letters
