"""Seams: where a headline, a caption or a boxed line runs into the sentence after it without a full stop.

Web pages taken down as plain text lose their line ends: "Envoy lands in Oslo The government has …". Nobody writes "The"
with a capital inside a sentence but in titles, which a capitalised word follows.
"""

import re
from collections.abc import Iterator

# Words that open a sentence, and that a title holds in small letters.
_ARTICLES = "The|A|An|It|He|She|They|There|However"
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
    rf"(?:(?:{_ARTICLES}) (?=[a-z])|The (?=[A-Z]{{2,4}} [a-z])|End Quote "
    rf"|(?P<open>(?:{_OPENERS}) (?=[a-z])|(?:{_NEWS_NOUNS}) (?=(?:{_NEWS_VERBS}) )))"
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


def find_seams(text: str, start: int, end: int) -> Iterator[int]:
    """Where the words after a seam start, between the two positions, in order."""
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
