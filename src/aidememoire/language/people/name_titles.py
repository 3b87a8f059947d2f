"""Titles before a name that are no part of it: "H.E. Dr.", "Dato' Seri", "Rear Admiral (Ret'd)", a Burmese "U"."""

from aidememoire.language.people.name_runs import NameWords, name_words
from aidememoire.language.people.office_words import POSSESSIVES
from aidememoire.language.people.positions import Positions
from aidememoire.model import Sentence

PAIRED_TITLES = frozenset({"senior general", "grand ayatollah", "grand mufti", "tan sri"})  # no titles each by itself
BEFORE_FULL_NAMES = frozenset({"mp", "mep"})  # "MP Ana Poe"; "MP Minerals" is a firm
RETIRED = frozenset({"retd", "ret'd", "ret", "ret.", "rtd", "retired"})
MAX_MARK = 3  # tokens of "(Ret'd)"
MOST_TITLES = 24  # tokens; "His Excellency Lieutenant General (Ret'd) Prof. Dr." has eleven


def skip_titles(index: int, sentence: Sentence, positions: Positions, words: NameWords) -> int:
    """The index after the titles: CASE "Dato' Seri"; CASE "Rear Admiral (Ret'd)"; CASE "U Kyaw (Poe)"."""
    tokens = positions.mentions.tokens
    first = index
    while index + 1 < min(sentence.last, first + MOST_TITLES):
        pair = f"{tokens[index].lower} {tokens[index + 1].lower}"
        is_title = stands_as_title(index, sentence, positions, words)
        is_apostrophe = index > first and tokens[index].lower in POSSESSIVES and tokens[index - 1].lower == "dato"
        if pair in PAIRED_TITLES and tokens[index].text[0].isupper():
            index += 2
        elif is_title or is_apostrophe:
            index += 1
        elif index > first and _is_retired_mark(index, sentence, positions):
            index += MAX_MARK
        elif tokens[index].text == "U" and _are_capitals(index + 1, sentence, positions):
            index += 1  # "U Thant" is called so
        else:
            break
    return index


def stands_as_title(index: int, sentence: Sentence, positions: Positions, words: NameWords) -> bool:
    """Whether the token is a title of the name behind it: CASE "Dr. (Poe)"; CASE "MP (Ana Poe)"; not "MP Minerals"."""
    token = positions.mentions.tokens[index]
    if token.lower not in words.honorific or not token.text[0].isupper():
        return False
    return token.lower not in BEFORE_FULL_NAMES or _are_capitals(index + 1, sentence, positions)


def _is_retired_mark(index: int, sentence: Sentence, positions: Positions) -> bool:
    marks = [token.lower for token in positions.mentions.tokens[index : min(sentence.last, index + MAX_MARK)]]
    return len(marks) == MAX_MARK and marks[0] == "(" and marks[1].replace("’", "'") in RETIRED and marks[2] == ")"


def _are_capitals(index: int, sentence: Sentence, positions: Positions) -> bool:
    """Whether a name of two words or more may begin here."""
    pair = positions.mentions.tokens[index : min(sentence.last, index + 2)]
    return len(pair) == 2 and all(token.text.istitle() and token.pos == "PROPN" for token in pair)


def is_title_at(index: int, positions: Positions) -> bool:
    """Whether the token is a title, with a capital: "Sheikh", "Grand" of "Grand Ayatollah"."""
    token = positions.mentions.tokens[index]
    return token.text[0].isupper() and (token.lower == "grand" or token.lower in name_words().honorific)
