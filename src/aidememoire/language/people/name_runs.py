"""Runs of capitalised words that can be a person's name: "Antony J. Blinken", "Bashar al-Assad", "Kim Jong-un"."""

import re
from dataclasses import dataclass
from functools import cache

from aidememoire.language.people.office_table import load_rows
from aidememoire.language.people.office_words import HYPHENS
from aidememoire.language.people.positions import Positions, is_adjacent
from aidememoire.model import NameForm, Sentence, Token

MIN_CAPITALS, MAX_CAPITALS = 2, 3  # words of a name in capitals: "ANA POE"; not a whole line
INITIAL = re.compile(r"[A-Z]\.")
MAX_SIGNED = 5  # words of a name in capitals with an initial and "JR"
ROMAN = re.compile(r"X{0,2}(?:IX|IV|VI{0,3}|I{1,3})|X{1,2}")
AFTER_DASH = frozenset({"has", "have", "had", "is", "was", "were", "will", "said", "who", "and", "but", "which"})
NICKNAME = re.compile(r"""(?<=\w) (?:“\w+”|"\w+"|‘\w+’) (?=\w)""")  # within a name: CASE "Ana “Nan” Poe"
NICKNAME_MARKS = {"“": "”", '"': '"', "‘": "’"}
MIN_PARTICIPLE = 8  # letters: accepts "Welcoming"; refuses "Jinping"
HEADLINE_WORDS = frozenset({"as", "presidential", "approves", "signs", "issues", "names", "nominates", "proclaims"})
ONLY_HYPHENED = frozenset({"as", "an", "at"})  # "as-Sabah"; in "Poe as Ambassador" a word
ARTICLE_LETTERS = frozenset({"A", "I"})  # before a capital these are rather a word than an initial: "Minister A Poe"
SERVANTS = frozenset({"abd", "abdel", "abdul", "abdal", "abdu", "al"})  # begin a name of two words
GIVEN_ONLY = frozenset({"bill"})  # names only before a surname
SUFFIXES = frozenset({"jr.", "jr", "sr.", "sr"})
MAX_NAME = (
    6  # words: "Sheikh Tamim bin Hamad bin Khalifa Al Thani" is longer with honorific only; not a title-case line
)


@dataclass(frozen=True, slots=True)
class NameWords:
    """The words around and within names."""

    honorific: frozenset[str]
    particle: frozenset[str]
    not_name: frozenset[str]
    verbs: frozenset[str]  # in a headline every word is a capital: these end a name
    after_place: frozenset[str]  # "square" after a run makes it a place
    before_place: frozenset[str]  # "in" before a run makes it a place
    short_name: frozenset[str]  # months and small words that are names too
    of_place: frozenset[str]  # "residents of" before a run makes it a place


@cache
def name_words() -> NameWords:
    """The English table, loaded once."""
    rows = load_rows("titles.toml")
    return NameWords(
        honorific=frozenset(rows["honorific"]["words"]),
        particle=frozenset(rows["particle"]["words"]),
        not_name=frozenset(rows["not_name"]["words"]),
        verbs=frozenset(rows["not_name"]["verbs"]),
        after_place=frozenset(rows["place"]["after"]),
        before_place=frozenset(rows["place"]["before"]),
        short_name=frozenset(rows["not_name"]["short"]),
        of_place=frozenset(rows["place"]["of"]),
    )


def name_end(index: int, sentence: Sentence, positions: Positions, words: NameWords, *, is_titled: bool = False) -> int:
    """The index after the name that starts at the token; the index itself where no name starts.

    After a title even a capital's name may be a person's: "Foreign Minister Victoria Poe".
    """
    tokens = positions.mentions.tokens
    ceiling = min(sentence.last, index + 2 * MAX_NAME)
    at = index
    count = 0
    while at < ceiling and count < MAX_NAME:
        if at > index and tokens[at].start - tokens[at - 1].end > 1:
            break  # two spaces stand between a headline and what follows it
        if at > index and positions.is_headline(sentence) and _is_headline_word(tokens[at], words):
            break
        if _is_name_word(at, index, sentence, positions, words, is_titled):
            count += 1
            at += 1
            while at + 1 < ceiling and _is_inner_hyphen(tokens, at):
                at += 2
        elif (
            count
            and _is_nickname(tokens, at, ceiling)
            and _is_name_word(at + 3, index, sentence, positions, words, is_titled)
        ):
            at += 3
        elif _is_particle(tokens, at, ceiling, words) and (count or is_titled or tokens[at + 1].text in HYPHENS):
            at += 2 if tokens[at + 1].text in HYPHENS else 1
        else:
            break
    if at + 1 < ceiling and count and tokens[at].text == "," and tokens[at + 1].lower in SUFFIXES:
        at += 2
    while at > index and (tokens[at - 1].lower in words.particle and tokens[at - 1].text.islower()):
        at -= 1
    return at if count else index


def capitals_end(index: int, sentence: Sentence, positions: Positions, words: NameWords) -> int:
    """The index after a name in capitals within a sentence that has small letters: CASE "MINISTER (ANA POE) “We".

    The index itself for a headline's, of which no word tells where the name ends: "MINISTER POE SEES GROWTH".
    """
    tokens = positions.mentions.tokens
    at = index
    while at < sentence.last and tokens[at].text.isupper() and tokens[at].text.isalpha():
        if tokens[at].lower in words.not_name | words.verbs:
            return index
        at += 1
    is_two = MIN_CAPITALS <= at - index <= MAX_CAPITALS
    sentences = positions.mentions.sentences
    following = sentences[sentence.index + 1] if sentence.index + 1 < len(sentences) else sentence
    goes_on = at < sentence.last or (following is not sentence and following.block == sentence.block)
    return at if is_two and goes_on and not positions.is_headline(sentence) else index


def signed_end(index: int, sentence: Sentence, positions: Positions, words: NameWords) -> int:
    """The index after a name in capitals with an initial, as in deeds: CASE "I, (ANA R. POE JR.), President of Peru".

    The index itself where no such name starts.
    """
    tokens = positions.mentions.tokens
    at = index
    while at < sentence.last and (INITIAL.fullmatch(tokens[at].text) or _is_capitals_word(tokens[at], words)):
        at += 1
    has_initial = any(INITIAL.fullmatch(token.text) for token in tokens[index + 1 : at])
    if not has_initial or not MIN_CAPITALS < at - index <= MAX_SIGNED or positions.is_headline(sentence):
        return index
    is_suffix = at < sentence.last and tokens[at - 1].lower in SUFFIXES and tokens[at].text == "."
    return at + is_suffix


def _is_capitals_word(token: Token, words: NameWords) -> bool:
    is_name = len(token.text) > 1 and token.text.rstrip(".").isalpha() and token.lower not in words.not_name
    return is_name and token.text.isupper() and token.lower not in words.verbs


def _is_headline_word(token: Token, words: NameWords) -> bool:
    """Whether a capital after a name in a headline is a verb's: "Statement by President Poe Welcoming Steps"."""
    is_participle = token.lower.endswith("ing") and len(token.text) >= MIN_PARTICIPLE
    return token.lower in words.verbs or is_participle or token.lower in HEADLINE_WORDS


def _is_name_word(
    at: int, first: int, sentence: Sentence, positions: Positions, words: NameWords, is_titled: bool
) -> bool:
    tokens = positions.mentions.tokens
    token = tokens[at]
    text = token.text
    if not text[0].isupper() or not all(letter.isalpha() or letter in ".'’-`" for letter in text):
        return False
    if token.lower in words.not_name and not _is_short_name(at, first, sentence, positions, words, is_titled):
        return False
    party = positions.party_at.get(at)
    is_arabic = at > first and tokens[at - 1].lower in SERVANTS  # "Abdel Fatah", which is no movement's name
    if party is not None and not is_arabic and not (party.form is NameForm.METONYM and (at > first or is_titled)):
        return False
    if ROMAN.fullmatch(text) and at > first:
        return True  # "Benedict XVI"
    if text.isupper() and len(text) > 2 and "." not in text:
        return is_titled and at == first and _is_surname_first(at, sentence, tokens, words)
    if text.isupper() and len(text) == 2 and at == first and tokens[at - 1].text.isupper() and at > sentence.first:
        return False  # "FOREIGN MINISTER LE POE:"
    return not (len(text) == 1 and at == first) or (is_titled and _is_initial(at, sentence, tokens, words))


def _is_surname_first(at: int, sentence: Sentence, tokens: tuple[Token, ...], words: NameWords) -> bool:
    """Whether a word in capitals is a surname before its given name: "Mr. KAWADA Hiroko"; not "Minister NATO Talks"."""
    if at + 1 >= sentence.last:
        return False
    given = tokens[at + 1]
    is_beside = given.start - tokens[at].end == 1
    return is_beside and given.text.isalpha() and given.text.istitle() and given.lower not in words.not_name


def _is_initial(at: int, sentence: Sentence, tokens: tuple[Token, ...], words: NameWords) -> bool:
    """Whether a letter is an initial without its full stop: "Minister S Kumar", "Prime Minister A K Roe"."""
    if at + 1 >= sentence.last or tokens[at + 1].start - tokens[at].end != 1:
        return False
    following = tokens[at + 1]
    if len(following.text) == 1:
        return following.text.isupper()
    is_name = following.text.isalpha() and following.text.istitle() and following.lower not in words.not_name
    return is_name and tokens[at].text not in ARTICLE_LETTERS


def _is_short_name(
    at: int, first: int, sentence: Sentence, positions: Positions, words: NameWords, is_titled: bool
) -> bool:
    """Whether a month or small word is a name here: "Theresa May", "Zhai Jun", "Moon Jae In", "Jan Poe"."""
    tokens = positions.mentions.tokens
    if tokens[at].lower not in words.short_name or positions.is_headline(sentence):
        return False
    following = tokens[at + 1] if at + 1 < sentence.last else None
    if following is not None and (following.text[0].isdigit() or (following.text == "." and at == first)):
        return False  # "May 3", "the President No. 21"
    if tokens[at].lower == "white" and following is not None and following.lower == "house":
        return False  # "the Obama White House"
    if tokens[at].lower in GIVEN_ONLY and not (at == first and is_titled and _is_capital_name(following, words)):
        return False  # "President Bill Poe"; not "the Poe Bill"
    if tokens[at].lower == "so" and at > first and (following is None or following.text[0].islower()):
        return False  # "… the senator Ana Poe So all eyes were on him"
    return at > first or is_titled


def _is_capital_name(token: Token | None, words: NameWords) -> bool:
    return token is not None and token.text.istitle() and token.pos == "PROPN" and token.lower not in words.not_name


def _is_inner_hyphen(tokens: tuple[Token, ...], at: int) -> bool:
    return (
        tokens[at].text in HYPHENS
        and is_adjacent(tokens[at - 1], tokens[at])
        and is_adjacent(tokens[at], tokens[at + 1])
        and tokens[at + 1].text.isalpha()
        and tokens[at + 1].lower not in AFTER_DASH
    )


def _is_nickname(tokens: tuple[Token, ...], at: int, ceiling: int) -> bool:
    """Whether one word in quotation marks stands before the surname: CASE "Ana “Nan” Poe"; not "Poe “Never” Said"."""
    if at + 3 >= ceiling or tokens[at + 2].text != NICKNAME_MARKS.get(tokens[at].text):
        return False
    is_beside = is_adjacent(tokens[at], tokens[at + 1]) and is_adjacent(tokens[at + 1], tokens[at + 2])
    return (
        is_beside and tokens[at + 1].text.istitle() and tokens[at + 3].text.istitle() and tokens[at + 3].pos == "PROPN"
    )


def _is_particle(tokens: tuple[Token, ...], at: int, ceiling: int, words: NameWords) -> bool:
    """Whether the token is "al" of "al-Assad", "bin" of "bin Salman": a name word must follow."""
    token = tokens[at]
    if token.lower not in words.particle or not token.text.islower() or at + 1 >= ceiling:
        return False
    following = tokens[at + 1]
    if token.lower in ONLY_HYPHENED and following.text not in HYPHENS:
        return False
    if following.text in HYPHENS:
        return at + 2 < ceiling and is_adjacent(token, following) and tokens[at + 2].text[0].isupper()
    return following.text[0].isupper() or (
        following.lower in words.particle and at + 2 < ceiling and tokens[at + 2].text[0].isupper()
    )


def is_placed(first: int, last: int, sentence: Sentence, positions: Positions, words: NameWords) -> bool:
    """Whether the words around make the run a place or a company: "Bab Amr district", "residents of Sirte"."""
    tokens = positions.mentions.tokens
    if last < sentence.last and tokens[last].lower in words.after_place:
        return True
    before = tokens[first - 1].lower if first > sentence.first else ""
    if before == "of" and first - 2 >= sentence.first:
        return tokens[first - 2].lower in words.of_place
    return before in words.before_place or before in words.of_place
