"""Text → phrases that look like times: words get classes, rules are regular expressions over the classes.

What a phrase means is not known here (see ``time_values``). The rules and words stand in ``data/en/times_*.toml``.
Every token becomes one character of a string, so that a rule costs one search through a short string.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

MONTH_WORDS = r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
DAY_WORDS = r"Mon|Tues|Tue|Weds|Wed|Thurs|Thur|Thu|Fri|Sat|Sun"

DATA = Path(__file__).parent.parent / "data" / "en"


def holiday_rows() -> list[dict[str, Any]]:
    """The table of feast days, as it stands in the file."""
    rows: list[dict[str, Any]] = tomllib.loads((DATA / "holidays.toml").read_text(encoding="utf-8"))["holiday"]
    return rows


def _holiday_names() -> str:
    """All names of feast days as one pattern, the longest first; an apostrophe may be curly."""
    names = sorted((name for row in holiday_rows() for name in row["names"]), key=len, reverse=True)
    return "|".join(re.escape(name).replace("'", "['’]") for name in names)


TOKEN = re.compile(
    rf"""
      (?P<break>\n)
    | (?P<feast>(?=[A-Z])(?:{_holiday_names()})(?!['’]?\w))
    | (?P<word>B\.C\.(?:E\.)? | A\.D\. | (?:{MONTH_WORDS}|{DAY_WORDS})\.(?=[\s,]) | [^\W\d_]++(?![\d_]))
    | (?P<iso>\d{{4}}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-]))
    | (?P<clock>(?<![\d.:,/])\d{{1,2}}(?:[:.]\d\d(?::\d\d)?)?\s?(?:[ap]m\b|[ap]\.m\.|[AP]M\b|[AP]\.M\.)
              | (?<![\d.:,/])\d{{1,2}}\s[Oo]['’][Cc]lock\b
              | (?<![\d.:,/])[012]?\d:[0-5]\d(?::[0-5]\d)?(?![\d:])
              | (?<![\d.:,/])[012]?\d\.[0-5]\d(?=\s(?:[A-Z]{{3,4}}\b|h(?:ou)?rs\b|[Ll]ocal\b|[A-Z][a-z]+\stime\b)) )
    | (?P<numericdate>(?<![\d./$€£-])\d{{1,2}}(?P<sep>[/.])\d{{1,2}}(?P=sep)(?:\d{{4}}|\d\d)(?![\d./]?\d)
                    | (?<![\d./$€£-])\d{{4}}[/.]\d{{1,2}}[/.]\d{{1,2}}(?![\d./]?\d))
    | (?P<september11>(?<![\d./$€£-])9/11(?![\d/]))
    | (?P<decade>['’‘]?\d0['’]?s\b | \d{{3}}0['’]?s\b)
    | (?P<ordnum>\d{{1,2}}-?(?:st|nd|rd|th)\b)
    | (?P<money>[$€£¥]\s?\d[\d,.]*\d? | \d[\d,.]*\s?%)
    | (?P<amount>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)? | \d+\.\d+)
    | (?P<year2>['’‘]\d\d\b)
    | (?P<poss>['’]s?\b(?=[\s-])|['’]s\b)
    | (?P<fyjoined>(?:FY|fy)['’]?\d{{2,4}}\b)
    | (?P<quartercode>\b[QH][1-4]\b)
    | (?P<number>\d+(?![\w]))
    | (?P<mixed>\w+)
    | (?P<dash>(?<=\w)[-–—‑−](?=\w))
    | (?P<spacedash>[-–—−])
    | (?P<comma>,)
    | (?P<slash>/)
    | (?P<open>[(\[])
    | (?P<close>[)\]])
    | (?P<stop>[.!?;:])
    | (?P<mark>[^\w\s])
    """,
    re.VERBOSE,
)

# A line that ends between these columns was broken by wrapping: what follows may go on with the expression.
WRAPPED_LINE = range(30, 140)

QUANTITY = (
    "((a|the)? couple of?|(a dozen|dozens|a? few) of?|a good few|number (dash? (number|one))?|one"
    "|num31|num99|num999|amount|year4|a)"
)

NUMBER_TAGS = ("num31", "num99", "num999", "year4", "hour0", "bignumber")


@dataclass(frozen=True, slots=True)
class Words:
    """A text as tokens: position i of each tuple (and of ``tags``) is the same token."""

    text: str
    tags: str  # one character per token: its class
    lower: list[str]  # in lower case, an abbreviation's stop left off
    starts: list[int]
    ends: list[int]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that look like a time; ``parts`` are what the rule's names caught, in lower case."""

    start: int
    end: int
    first: int  # index of the first token
    last: int  # index after the last token
    rule: str
    means: str
    parts: dict[str, str]


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the rule table, compiled."""

    name: str
    means: str
    check: str | None
    pattern: re.Pattern[str]
    needs: str  # characters of which at least one must be in the tags


@cache
def _tables() -> tuple[dict[str, str], dict[str, str], tuple[Rule, ...]]:
    vocabulary = tomllib.loads((DATA / "times_words.toml").read_text(encoding="utf-8"))
    table = tomllib.loads((DATA / "times_rules.toml").read_text(encoding="utf-8"))
    names = list(dict.fromkeys([*vocabulary["classes"], *TOKEN.groupindex, *NUMBER_TAGS, "word"]))
    char = {name: chr(0x100 + index) for index, name in enumerate(names)}
    words = {word: char[name] for name, members in vocabulary["classes"].items() for word in members}
    groups = {
        name: f"[{''.join(char[member] for member in members)}]" for name, members in vocabulary["groups"].items()
    }
    compiled = tuple(_compile(row, {**char, **groups}) for row in table["rule"])
    return char, words, compiled


PIECE = re.compile(r"\s+|(?P<look><!|<|!)?(?P<name>[a-z]\w*)(?P<is>=)?|(?P<other>[()|?])")


def _compile(row: dict[str, str], classes: dict[str, str]) -> Rule:
    source = row["tags"].replace("quantity", QUANTITY)
    out: list[str] = []
    depth_after_name: list[int] = []
    used: dict[str, int] = {}  # a name may stand in several alternatives; Python wants each group's own
    depth = 0
    position = 0
    while position < len(source):
        piece = PIECE.match(source, position)
        if piece is None:
            raise ValueError(f"rule {row['name']!r}: can't read {source[position:]!r}")
        position = piece.end()
        name = piece["name"]
        if name and piece["is"]:
            used[name] = used.get(name, 0) + 1
            out.append(f"(?P<{name}__{used[name]}>")
            depth_after_name.append(depth)
            if source[position] != "(":
                following = PIECE.match(source, position)
                assert following is not None
                out.append(classes[following["name"]] + ")")
                depth_after_name.pop()
                position = following.end()
            continue
        if name:
            look = {"<!": "(?<!%s)", "<": "(?<=%s)", "!": "(?!%s)", None: "%s"}[piece["look"]]
            out.append(look % classes[name])
        elif piece["other"] == "(":
            depth += 1
            out.append("(?:")
        elif piece["other"] == ")":
            depth -= 1
            out.append(")")
            if depth_after_name and depth_after_name[-1] == depth:
                depth_after_name.pop()
                out.append(")")
        elif piece["other"]:
            out.append(piece["other"])
    return Rule(row["name"], row["means"], row.get("check"), re.compile("".join(out)), "")


def split_words(text: str) -> Words:
    """The text as classed tokens."""
    char, words, _ = _tables()
    other = char["word"]
    tags: list[str] = []
    lower: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    line_start = 0
    get = words.get
    for match in TOKEN.finditer(text):
        kind = match.lastgroup
        token = match.group()
        if kind == "word":
            low = token.lower()
            if low[-1] == ".":
                low = low.replace(".", "")
            tag = get(low, other)
        elif kind == "break":
            start = match.start()
            wrapped = start - line_start in WRAPPED_LINE and text[start + 1 : start + 2] not in (
                "\n",
                " ",
                "\t",
                "\r",
                "",
            )
            line_start = start + 1
            if wrapped:
                continue
            low, tag = token, char["break"]
        elif kind == "number":
            low, tag = token, char[_number_tag(token)]
        elif kind == "sep":
            low, tag = token, char["numericdate"]
        else:
            assert kind is not None
            low, tag = token.lower(), char[kind]
        tags.append(tag)
        lower.append(low)
        starts.append(match.start())
        ends.append(match.end())
    return Words(text, "".join(tags), lower, starts, ends)


def _number_tag(token: str) -> str:
    size = len(token)
    value = int(token) if size <= 4 else -1
    if size <= 2:
        return "num31" if 1 <= value <= 31 else "num99"
    if size == 3:
        return "num999"
    if size == 4 and token[0] == "0":
        return "hour0"
    return "year4" if 1000 <= value <= 2199 else "bignumber"


Check = Callable[[Words, int, int], bool]


def find_phrases(words: Words, checks: Mapping[str, Check]) -> list[Phrase]:
    """The phrases that no longer one covers, in order of position."""
    found: list[tuple[int, int, int, Rule, re.Match[str]]] = []
    for order, rule in enumerate(_tables()[2]):
        for match in rule.pattern.finditer(words.tags):
            first, last = match.span()
            if first < last and (rule.check is None or checks[rule.check](words, first, last)):
                found.append((first, -last, order, rule, match))
    found.sort(key=lambda item: item[:3])
    kept: list[Phrase] = []
    reached = 0
    for first, minus_last, _, rule, match in found:
        if first >= reached:
            kept.append(_phrase(words, first, -minus_last, rule, match))
            reached = -minus_last
    return kept


def _phrase(words: Words, first: int, last: int, rule: Rule, match: re.Match[str]) -> Phrase:
    parts = {
        name.partition("__")[0]: " ".join(words.lower[slice(*match.span(name))])
        for name, caught in match.groupdict().items()
        if caught is not None
    }
    return Phrase(words.starts[first], words.ends[last - 1], first, last, rule.name, rule.means, parts)


def rule_rows() -> Iterable[dict[str, str]]:
    """The rule table as it stands in the file, for tests."""
    rows: list[dict[str, str]] = tomllib.loads((DATA / "times_rules.toml").read_text(encoding="utf-8"))["rule"]
    return rows
