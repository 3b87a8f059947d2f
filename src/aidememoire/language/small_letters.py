"""Small letters: a report in capitals throughout, as cables and old wires are, in the letters of ordinary prose.

Names are found by their capitals, so that in "PRESIDENT NOVAK MET THE POLISH ENVOY" there are none, or nothing else.
Each letter stays at its place: spans are those of the report as given, whose words remain the evidence.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise

from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.calendar_names import CALENDAR_NAMES
from aidememoire.language.syntax import model
from aidememoire.model import NameForm, Report

MOSTLY = 0.9
"""Share of capitals among the letters: accepts a cable with "(Reuter)" over it; refuses a release with a headline in
capitals."""
FEWEST_WORDS = 8

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
OPENING = re.compile(r"(?:^|\n|(?<!\.[A-Z])[.!?]['’\"”)]*\s|[:;]\s*[\"“]|--\s|(?<=[\w).] )[-–—] )[\s\"“'‘(]*$")
"""Before the first word of a sentence: accepts "IT ENDED. ", "BONN, MAY 3 - "; refuses "IT, ", "U.S. "."""
LOOK_BACK = 8
LONGEST_ACRONYM = 5  # "(UNHCR)"

SHORT_DATES = frozenset("jan feb mar apr jun jul aug sept sep oct nov dec mon tues wed thurs fri".split())
DOUBTFUL_MONTHS = frozenset({"may", "march", "august"})
BESIDE_A_MONTH = re.compile(
    r"(?:\b(?:in|last|next|this|since|until|by|early|late|mid|of)[\s-]|\d(?:st|nd|rd|th)?\s)$", re.I
)
"""Before a month that is a plain word too: accepts "IN ", "3 "; refuses "IT "."""
DAY_BEHIND = re.compile(r"\.?\s\d")

PRONOUN_BEFORE = frozenset("let lets tell told give gave of for with to join help all between among show".split())
"""Before "US", which then is none of the country's names unless a noun follows."""

FUNCTION_WORDS = frozenset(
    (
        "amid amidst unlike versus via per plus shall should would could might ought cannot till whom whose ourselves "
        "theirs ceasefire ceasefires peacekeeper peacekeepers peacekeeping spokesperson spokeswoman bilaterally nor"
    ).split()
)
TITLES = frozenset(
    (
        "president premier minister chancellor secretary ambassador king queen prince princess emir sheikh sultan "
        "general colonel marshal admiral envoy leader chairman mr mrs ms dr senator governor herr"
    ).split()
)

PORTFOLIOS = frozenset("foreign defence defense prime finance interior trade oil vice deputy crown first".split())
PREFIXES = frozenset("anti pro ex pre post non mid".split())


def in_small_letters(report: Report, knowledge: Knowledge) -> Report:
    """The report with its text in the letters of prose, if it is in capitals throughout; else as it is."""
    cased = [letter for letter in report.text if letter.isupper() or letter.islower()]
    if report.language not in {None, "en"} or sum(letter.isupper() for letter in cased) < MOSTLY * len(cased):
        return report
    words = list(WORD.finditer(report.text))
    if len(words) < FEWEST_WORDS:
        return report
    written = _as_written(report, words, knowledge)
    letters = list(report.text)
    for word in words:
        form = written.get(word.start(), word.group().lower())
        if len(form) == len(word.group()):
            letters[word.start() : word.end()] = form
    return replace(report, text="".join(letters))


def _as_written(report: Report, words: list[re.Match[str]], knowledge: Knowledge) -> Mapping[int, str]:
    """How each word that has a capital in prose is written, by where it begins."""
    text = report.text
    names = dict(_of_names(text, knowledge, report.today))
    people: set[int] = set()
    for index, word in enumerate(words):
        begin, lower = word.start(), word.group().lower()
        if begin in names:
            continue
        before = words[index - 1].group().lower() if index else ""
        is_behind_name = index > 0 and words[index - 1].start() in people
        if _is_kept(text, word):
            names[begin] = word.group()
        elif lower in CALENDAR_NAMES:
            if lower not in DOUBTFUL_MONTHS or _is_month(text, word):
                names[begin] = _capital(word.group())
        elif lower in SHORT_DATES and _is_month(text, word):
            names[begin] = _capital(word.group())
        elif _is_name(lower, before, is_behind_name, knowledge, report.today):
            names[begin] = _capital(word.group())
            people.add(begin)
        elif OPENING.search(text, max(0, begin - LOOK_BACK), begin):
            names[begin] = _capital(word.group())
    for ahead, word in reversed(list(pairwise(words))):
        between = text[ahead.end() : word.start()]
        if word.start() in people and ahead.start() not in names and _is_before_name(ahead.group(), between):
            names[ahead.start()] = _capital(ahead.group())
            people.add(ahead.start())
    return names


def _is_before_name(word: str, between: str) -> bool:
    """Whether a word goes on into a name behind it: a given name, a title, the portfolio before a title."""
    lower = word.lower()
    if between == "-":
        return lower not in PREFIXES
    if between not in {" ", ". "}:
        return False
    return lower in TITLES | PORTFOLIOS or (lower in _nouns() and not _is_of_other_parts(lower))


def _of_names(text: str, knowledge: Knowledge, on: date | None) -> Iterator[tuple[int, str]]:
    """The words of parties' and places' names as they are written, by where each begins."""
    for place in knowledge.places.scan(text):
        words = WORD.findall(text[place.start : place.end])
        if not place.places[0].is_well_known or (len(words) == 1 and _is_plain(words[0].lower())):
            continue
        yield from _capitals(text, place.start, place.end)
    for party in knowledge.parties.scan(text, on):
        if party.form is not NameForm.ABBREVIATION:
            yield from _capitals(text, party.start, party.end)
        elif text[party.start : party.end] != "US" or not _is_pronoun(text, party.start, party.end):
            for word in WORD.finditer(text, party.start, party.end):
                yield word.start(), word.group()


def _capitals(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    for word in WORD.finditer(text, start, end):
        lower = word.group().lower()
        yield word.start(), lower if lower in {"of", "the", "and"} else _capital(word.group())


def _is_pronoun(text: str, start: int, end: int) -> bool:
    """Whether "US" is "us" ("LET US GO", "WITH US."): behind such a word, and before no noun."""
    before = WORD.findall(text[max(0, start - 20) : start])
    following = WORD.match(text, end + 1)
    noun = following.group().lower() if following is not None else ""
    is_bare = noun not in _nouns() or noun in model().Defaults.stop_words
    return bool(before) and before[-1].lower() in PRONOUN_BEFORE and is_bare


def _is_kept(text: str, word: re.Match[str]) -> bool:
    """Whether a word is written with capitals only: "I", "(AP)", the letters of "U.S." or "J. NOVAK"."""
    is_in_brackets = text[max(0, word.start() - 1) : word.start()] == "(" and text[word.end() : word.end() + 1] == ")"
    if word.group() == "I" or (is_in_brackets and len(word.group()) <= LONGEST_ACRONYM):
        return True
    return len(word.group()) == 1 and "." in text[max(0, word.start() - 1) : word.end() + 1]


def _is_month(text: str, word: re.Match[str]) -> bool:
    is_dated = DAY_BEHIND.match(text, word.end()) is not None
    return is_dated or BESIDE_A_MONTH.search(text, max(0, word.start() - LOOK_BACK), word.start()) is not None


def _is_name(lower: str, before: str, is_behind_name: bool, knowledge: Knowledge, on: date | None) -> bool:
    """Whether a word is part of a person's or an unknown name: no dictionary has it, or somebody in office bears it."""
    stem = re.sub(r"['’]s?$", "", lower)
    if _is_plain(stem) and not (before in TITLES and _is_surname(stem, knowledge, on)):
        return False
    if stem not in _nouns():
        return True
    return _is_surname(stem, knowledge, on) or (
        (is_behind_name or before in TITLES) and _is_surname(stem, knowledge, None)
    )


def _is_surname(word: str, knowledge: Knowledge, on: date | None) -> bool:
    return bool(knowledge.offices.by_surname(word.capitalize(), on))


def _capital(word: str) -> str:
    return word[0] + word[1:].lower()


@cache
def _index() -> Mapping[str, frozenset[str]]:
    """The dictionary's words by part of speech, from the parser's own tables; irregular forms with them."""
    lookups = model().get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    forms, odd = lookups.get_table("lemma_index"), lookups.get_table("lemma_exc")
    return {kind: frozenset(forms[kind]) | frozenset(odd[kind]) for kind in ("noun", "verb", "adj", "adv")}


@cache
def _nouns() -> frozenset[str]:
    return _index()["noun"]


@cache
def _is_of_other_parts(word: str) -> bool:
    """Whether a word is no noun alone: "met", "the", "joint"."""
    is_function_word = word in FUNCTION_WORDS or word in model().Defaults.stop_words
    return is_function_word or any(word in _index()[kind] for kind in ("verb", "adj", "adv"))


ENDINGS = (
    ("s", ""),
    ("es", ""),
    ("ies", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ied", "y"),
    ("ing", ""),
    ("ing", "e"),
    ("ly", ""),
)


@cache
def _is_plain(word: str) -> bool:
    """Whether a word is an ordinary one that is no mere noun, which may be a name: "met", "the", "joint", "talks"."""
    if _is_of_other_parts(word):
        return True
    stems = [word.removesuffix(end) + new for end, new in ENDINGS if word.endswith(end)]
    stems += [stem[:-1] for stem in stems if len(stem) > 2 and stem[-1:] == stem[-2:-1]]
    return any(stem in _nouns() or _is_of_other_parts(stem) for stem in stems)
