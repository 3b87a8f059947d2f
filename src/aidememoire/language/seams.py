"""Seams: where a headline, a caption or a boxed line runs into the sentence after it without a full stop.

Web pages taken down as plain text lose their line ends: "Envoy lands in Oslo The government has …". Nobody writes "The"
with a capital inside a sentence but in titles, which a capitalised word follows.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from heapq import merge
from itertools import groupby

from aidememoire.knowledge.calendar_names import MONTH_NAMES, WEEKDAY_NAMES

# Words that open a sentence, and that a title holds in small letters.
_ARTICLES = "The|A|It|He|She|They|There|However"
# "An" too, before a sound that it goes with; before another, and before a verb or preposition, it ends a name: "Sok An
# said", "Sok An urged". Accepts "… lands in Oslo An envoy said"; refuses "… met Sok An in Oslo".
_AN = (
    r"An (?=[aeiouh])(?!(?:in|on|at|and|as|of|or|also|is|had|has|have|his|agreed|added|adds|accused|admitted|announced"
    r"|arrived|argued|asked|attended|called|urged|offered|opened|insisted|invited|expressed|emphasi[sz]ed|hailed|held"
    r"|hopes?|hoped)\b)"
)
# Words that open a sentence; a title may hold them with a capital, after another.
_OPENERS = (
    "This|These|Those|In|At|But|Meanwhile|Some|Several|More|Many|As|After|His|Her|Its|Their|We|Thousands|Hundreds"
    "|Dozens|Earlier"
)
# Nouns that open the news, where a verb follows at once.
_NEWS_NOUNS = "Activists|Officials|Witnesses|Rebels|Protesters|Diplomats|Analysts|Residents|Troops|Police|Reports"
_NEWS_VERBS = "said|say|says|have|has|had|are|were|is|was|reported|report|accuse|accused|killed|fired|searched|search"
_SEAM = re.compile(
    r"(?<=[\w’'”\"-]) "
    rf"(?:(?:{_ARTICLES}) (?=[a-z])|{_AN}|The (?=[A-Z]{{2,4}} [a-z])|End Quote "
    rf"|(?P<open>(?:{_OPENERS}) (?=[a-z])|On (?=\d)|By (?=the [A-Z]|[A-Z][\w.]* [A-Z])"
    rf"|(?:{_NEWS_NOUNS}) (?=(?:{_NEWS_VERBS}) )))"
)
_BEFORE = re.compile(r"([\w’'-]+)[”’'\"]?$")
_LONGEST_WORD = 60  # looked at before a seam: a longer run is no word, and looking back over it would cost its square
# After these a capital may be a title's or a name's: "the newspaper The …", "of The".
_NO_SEAM_AFTER = frozenset(
    "of the a an and or by in on for with from to at as called named titled entitled newspaper magazine daily weekly "
    "paper film book song novel play series secretary may".split()
)
_LETTERED = frozenset(
    "group plan class grade type vitamin hepatitis section annex category point schedule part".split()
)


# A common noun with a capital whose verb is near: "… a fall in prices Striking dockers have refused …".
_COMMON = re.compile(
    r"(?<![\w’'“‘\"-])(?P<before>[a-z][a-z’'-]*[”\"]?) (?P<noun>[A-Z][a-z]+)"
    r"(?=(?: [a-z][a-z’'-]*){0,4}? (?:has|have|had|is|are|was|were|will|would|could|may|can|says?|said|tells?|told)\b)"
)
_LOWER = re.compile(r"(?<![\w’'-])[a-z]+(?![\w’'-])")
# Before these words no headline ends: what follows is a name or an office of the same clause.
_GOES_ON = _NO_SEAM_AFTER | frozenset(
    "that said says say told believe believes think thinks hope hopes fear fears while after before because if since "
    "than but so though although whether where which who whose into over under between against about per near via "
    "versus until unless like not no only even now then also both either neither each every all some any other another "
    "its his her their our my your this that these those one two three four five six seven eight nine ten present "
    "former new late".split()
)
# Nouns that are written with a capital in the middle of a sentence too: offices, bodies, quarters, faiths.
_OFFICES = frozenset(
    "government parliament congress council president minister prime secretary state states house senate court "
    "committee ministry party parties assembly union army commission members member general ambassador chairman king "
    "queen church bank board department embassy office mission delegation leader leaders foreign defense defence "
    "federal republic kingdom administration cabinet vice deputy east west north south eastern western northern "
    "southern central high security national international united world war peace treaty act law bill constitution "
    "summit conference internet web force forces navy police allies alliance organization organisation agency "
    "commissioner director spokesman spokeswoman spokesperson chancellor premier governor mayor judge bishop pope "
    "sheikh emir sultan prince princess lord side sides page article chapter may march".split()
)
_QUOTED = re.compile(r"[“\"](?P<words>[^“”\"\n]{4,400})(?<=[a-z])[”\"] (?=[A-Z])")
_LONG_WORD = re.compile(r"\b\w{4,}")
_IS_SHORT = re.compile(r"[A-Z][a-z]+ (?:has|have) ")  # … “holds for now” Oslo has …
_MIN_QUOTED_WORDS = 4  # “tactical withdrawal” Monday: fewer may stand before a name of the same clause
_ATTRIBUTES = re.compile(  # what follows is who said it, or the quotation is a piece of a clause
    r"[^,.;:“”\"\n]{0,90}? (?:said|says|say|told|tells|added|adds|wrote|writes|reports|reported)\b"
    rf"|(?:{'|'.join(name.title() for name in (*WEEKDAY_NAMES, *MONTH_NAMES))})\b"
)


def find_seams(text: str, start: int, end: int) -> Iterator[int]:
    """Where the words after a seam start, between the two positions, in order."""
    found = merge(
        _before_openers(text, start, end), _before_common_nouns(text, start, end), _after_quotations(text, start, end)
    )
    for seam, _ in groupby(found):
        yield seam


def _before_openers(text: str, start: int, end: int) -> Iterator[int]:
    """Before a word that opens a sentence and has no capital inside one."""
    for match in _SEAM.finditer(text, start, end):
        word = _BEFORE.search(text[max(start, match.start() - _LONGEST_WORD) : match.start()])
        if word is None:
            continue
        before, after = word[1], match.start() + 1
        is_word = before[-1].islower() or before[-1].isdigit()
        is_lettered = before.lower() in _LETTERED and text.startswith("A ", after)  # "vitamin A"
        if is_lettered or (match.group("open") and before[0].isupper()):
            continue
        if is_word and before.lower() not in _NO_SEAM_AFTER:
            yield after


def _before_common_nouns(text: str, start: int, end: int) -> Iterator[int]:
    """Before a noun with a capital that the report has in small letters elsewhere, where its verb is near."""
    for match in _COMMON.finditer(text, start, end):
        noun = match["noun"].lower()
        if noun in _OFFICES or match["before"].rstrip('”"') in _GOES_ON:
            continue
        if _is_common(text, match["noun"]):
            yield match.start("noun")


@lru_cache(maxsize=4)
def _small_words(text: str) -> frozenset[str]:
    """The words that the text has in small letters."""
    return frozenset(_LOWER.findall(text))


@lru_cache(maxsize=64)
def _is_common(text: str, noun: str) -> bool:
    """Whether the text has the noun in small letters as often as with a capital, and no "the Noun"."""
    if noun.lower() not in _small_words(text):
        return False
    forms = re.findall(rf"\b(?:(?:the|this|a|an) )?(?:{noun}|{noun.lower()})\b", text)
    large = [form for form in forms if noun in form]
    return 2 * len(large) <= len(forms) and not any(" " in form for form in large)


def _after_quotations(text: str, start: int, end: int) -> Iterator[int]:
    """After a quotation that nothing parts from the capital behind it: “we have time” Oslo has …."""
    for match in _QUOTED.finditer(text, start, end):
        words = match["words"]
        is_long = len(words.split()) >= _MIN_QUOTED_WORDS
        is_title = not any(word[0].islower() for word in _LONG_WORD.findall(words))  # the “Roads to Peace” Conference
        if is_title or _ATTRIBUTES.match(text, match.end(), end):
            continue
        if is_long or _IS_SHORT.match(text, match.end(), end):
            yield match.end()
