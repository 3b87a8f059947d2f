"""Whether a line goes on with the sentence of the line before it: hard wrapping, and breaks inside a sentence."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import pairwise

from aidememoire.documents.line_kinds import (
    DATE_LINE,
    FINISHED,
    LABEL,
    LINK,
    SEE_ALSO,
    TURN_OR_LIST,
    WORD,
    same_words,
)

_TABLE = tomllib.loads(files("aidememoire.documents").joinpath("data/line_breaks.toml").read_text(encoding="utf-8"))
_UNFINISHED_WORDS = frozenset(_TABLE["unfinished"].split())
_SHORT_TITLES = frozenset(_TABLE["short_titles"].split())
_SENTENCE_STARTS = frozenset(_TABLE["starts"].split())
_MIN_SENTENCE_WORDS = 4

_WRAP_MIN_LINES = 5  # fewer lines than this say nothing about hard wrapping
_WRAP_SHARE = 0.6  # share of lines that end within a word of the right edge in hard-wrapped text
_MANY_BREAKS = 2  # so many lines that go on in small letters show a page that breaks its sentences anywhere, …
_MANY_BREAKS_SHARE = 12  # … where one line in so many does, or more: a transcript has a few from interruptions

_CUT_NAMES = frozenset(
    (first, second) for row in _TABLE["names"] for first in row["before"].split() for second in row["behind"].split()
)
_CAPITAL_WORD = re.compile(r"[A-Z][a-z]+")
_NAME_AND_STOP = re.compile(r"(?:[A-Z][a-z’'-]+ ){1,2}[A-Z][a-z][\w’'-]*\.$")
_MORE_LINKS = frozenset(_TABLE["more_links"].split())
_HOUR = re.compile(r"\d{1,2}:\d{2}\b")
_LABEL_OF_SPEAKER = re.compile(r"(?:[^\W\d_][\w.’'-]*[ ,]+){0,7}[^\W\d_][\w.’'-]*(?: \([^()]{1,30}\))?:(?:\s|$)")
# "President of Chile / Milan Novak: Friends, …"
_OFFICE = re.compile(
    r"(?:Acting |Prime |Deputy |Foreign |Federal |First )*"
    r"(?:President|Minister|Chairman|Chancellor|Governor|King|Head|Commander|Director|Secretary|Speaker|Chief)"
    r"(?: [A-Z][\w’'-]+| of| in| the| and){0,10}$"
)


@dataclass(frozen=True, slots=True)
class Page:
    """How a text breaks its lines."""

    title: str | None
    first_line: str  # the headline, where no title is given
    is_wrapped: bool  # line ends only mark the right edge
    is_broken_once: bool  # some line goes on in the next one in small letters: others may in capitals
    is_broken: bool  # many do: line ends may stand anywhere in a sentence


def read_page(lines: Sequence[str], title: str | None) -> Page:
    """How these lines of a text are broken; each without white space around it, empty ones included."""
    cut = sum(bool(a and b and b[0].islower() and not FINISHED.search(a[-4:])) for a, b in pairwise(lines))
    is_broken = cut >= max(_MANY_BREAKS, sum(map(bool, lines)) / _MANY_BREAKS_SHARE)
    return Page(title, next(filter(None, lines), ""), _is_hard_wrapped(lines), cut > 0, is_broken)


def _is_hard_wrapped(lines: Sequence[str]) -> bool:
    """Whether line ends only mark the right edge of the page."""
    lengths = [len(line) for line in lines if line]
    if len(lengths) < _WRAP_MIN_LINES or not 40 <= max(lengths) <= 100:
        return False
    inner = [len(a) for a, b in pairwise(lines) if a and b]  # lines within paragraphs
    if len(inner) < _WRAP_MIN_LINES - 1:
        return False
    return sum(length >= max(lengths) - 15 for length in inner) >= _WRAP_SHARE * len(inner)


def goes_on(before: str, line: str, page: Page) -> bool:
    """Whether the line continues the paragraph before it."""
    if LINK.match(before[-60:]) or TURN_OR_LIST.match(line):
        return False
    if page.is_wrapped:
        return not DATE_LINE.match(before)
    if FINISHED.search(before[-4:]):
        return False
    if line[0].islower():  # "took / place behind closed doors"
        return True
    words = WORD.findall(before[-40:])
    if not words or before.isupper() or LABEL.match(before) or _is_title(before, page.title):
        return False
    if words[-1].lower() in _UNFINISHED_WORDS and len(before) > len(words[-1]):
        is_open = words[-1][0].islower() or words[-1].lower() in _SHORT_TITLES
        return is_open or _is_cut_name(before, line) or _goes_on_anywhere(before, line, page)
    if before.endswith(",") or (FINISHED.search(line[-4:]) and _begins_a_sentence(before)):
        return True
    # "Vladimir / Putin sent a message.": one word can't be a paragraph before a sentence.
    if len(before.split()) == 1 and before.isalpha() and len(line.split()) > 3 and FINISHED.search(line[-4:]):
        return True
    return _is_cut_name(before, line) or _is_name_left_over(before, line) or _goes_on_anywhere(before, line, page)


def _begins_a_sentence(line: str) -> bool:
    """Whether the line reads as the first half of a sentence, and not as a headline."""
    words = WORD.findall(line)
    if len(words) < _MIN_SENTENCE_WORDS or words[0].lower() not in _SENTENCE_STARTS:
        return False
    return _has_prose(line)


def _is_open_prose(before: str) -> bool:
    """Whether it is no headline even where few lines are broken: "On Monday, Marta / Lind …"."""
    if TURN_OR_LIST.match(before):
        return False
    return _has_prose(before) or ("," in before and before.split(None, 1)[0].lower() in _SENTENCE_STARTS)


def _has_prose(line: str) -> bool:
    """Whether a longer word in small letters stands in it, as in few names and headlines in capitals."""
    return any(word.islower() and len(word) > 3 and word not in _UNFINISHED_WORDS for word in WORD.findall(line)[1:])


def _is_title(before: str, title: str | None) -> bool:
    return title is not None and len(before) < 2 * len(title) and same_words(before, title)


def _is_cut_name(before: str, line: str) -> bool:
    """Whether the break is inside a name of two words that are always written together."""
    behind = _CAPITAL_WORD.match(line)
    return behind is not None and (before.rsplit(None, 1)[-1], behind.group()) in _CUT_NAMES


def _is_name_left_over(before: str, line: str) -> bool:
    """Whether the line is a name and a full stop: "… with the President of Norway / Marta Lind."."""
    return bool(_NAME_AND_STOP.match(line)) and len(before.split(None, _MIN_SENTENCE_WORDS)) > _MIN_SENTENCE_WORDS


def _goes_on_anywhere(before: str, line: str, page: Page) -> bool:
    """Whether the line goes on with the sentence, on a page whose lines break anywhere."""
    if not page.is_broken and not (page.is_broken_once and _is_open_prose(before)):
        return False
    if page.title is None and before == page.first_line:
        return False
    if DATE_LINE.match(before) or SEE_ALSO.match(before) or before.rsplit(None, 1)[-1] in _MORE_LINKS or line.isupper():
        return False
    if _OFFICE.match(line) or any(kind.match(line) for kind in (DATE_LINE, LABEL, LINK, SEE_ALSO, _HOUR)):
        return False
    if _LABEL_OF_SPEAKER.match(line):
        return bool(_OFFICE.match(before))
    first = WORD.match(line)
    if first and first.group().lower() in _SENTENCE_STARTS:
        return False
    return before.split(None, 2)[:2] != line.split(None, 2)[:2]  # a headline, and the story that begins with its name
