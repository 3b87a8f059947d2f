"""Disputes: whether a report tells, beside what a draft retells, that somebody denies it; and whose word it is."""

import re
from collections.abc import Collection, Iterable, Iterator

from aidememoire.views.checking.findings import Fault, Status
from aidememoire.views.checking.holdings import SourceText
from aidememoire.views.checking.likeness import Term, key_of
from aidememoire.views.wording import quoted

_TALE = (
    r"(?:the|this|that|these|those|such|any such|all|his|her|its|their)\s+(?:\w+\s+){0,2}?"
    r"(?:claims?|charges?|accusations?|allegations?|accounts?|reports?|versions?|statements?|stor(?:y|ies)|assertions?)"
)
# accepts: "the Thai minister denied it", "rejected the account", "a charge that Lima denies", "called this a lie"
# refuses: "denied it had met" (of another thing), "denied Peru a loan"
_DENIED = re.compile(
    rf"(?i)\b(?:den(?:y|ies|ied)|disput(?:e|es|ed)|reject(?:s|ed)?|dismiss(?:es|ed)?|refut(?:e|es|ed)|contradict(?:s|ed)?)\s+"
    rf"(?:(?:it|this|that|them|these|those)(?=\s*(?:[.,;:!?”\"»)–—-]|$|on|at|in|as|yesterday|today|and|but))|{_TALE})"
    rf"|\b(?:which|a charge(?: that)?|an accusation(?: that)?|a claim(?: that)?)\s+(?:\S+\s+){{1,5}}?"
    r"(?:den(?:y|ies|ied)|disput(?:es|ed)|reject(?:s|ed)?)\b"
    rf"|\b(?:call(?:s|ed)|describ\w+|dismiss\w*)\s+(?:it|this|that|them|{_TALE})\s+(?:as\s+)?(?:\w+\s+){{0,2}}?"
    r"(?:false|untrue|a lie|lies|baseless|groundless|unfounded|fabricat\w+|invent\w+|nonsense)\b"
    rf"|\b(?:it|this|that|{_TALE})\s+(?:is|was|were|are)\s+(?:\w+\s+)?"
    r"(?:false|untrue|not true|not so|not the case|a lie|baseless|groundless|unfounded|denied|disputed)\b"
)
# What somebody says is still so has not been ended. accepts: "Juba says the ban is still in place"
_STILL = re.compile(
    r"(?i)\b(?P<what>[a-z]+)\s+(?:(?:is|are|was|were|ha[sd] been|have been)\s+still|still\s+(?:is|are|was|were|stands?"
    r"|stood|holds?|held|appl(?:y|ies|ied)|exists?)|remain(?:s|ed)?)\b"
)
_SAYING = re.compile(r"(?i)\b(?:sa(?:y|ys|id)|insist\w*|maintain\w*|according to|repl(?:y|ies|ied)|counter\w*|told)\b")
_GOES_ON = re.compile(r"(?i)\b(?:still|remain\w*|den(?:y|ies|ied)|disput\w+|reject\w*)\b")


def disputed(source: SourceText, place: int, terms: Collection[Term], drafted: str) -> Iterator[Fault]:
    """A fault where the rest of the sentence at the place, or the next one, says that somebody denies what it tells."""
    if _GOES_ON.search(drafted):
        return
    text, number = source.report.text, source.sentence_number(place)
    stretches = [(place, source.sentences[number][1]), *source.sentences[number + 1 : number + 2]]
    keys = {term.key for term in terms if not term.is_number and not term.key.isupper()}
    for start, end in stretches:
        words = text[start:end]
        still = next((found for found in _STILL.finditer(words) if key_of(found["what"].lower()) in keys), None)
        is_still = still is not None and _SAYING.search(words)
        if _DENIED.search(words) or is_still:
            begin = source.sentences[number][0] if start == place else start
            why = f"the report tells, too, that this is denied: {quoted(text[begin:end])}"
            yield Fault(Status.DENIED, None, why)
            return


def contested(
    source: SourceText, start: int, end: int, denials: Iterable[tuple[SourceText, int, int]]
) -> Iterator[Fault]:
    """A fault where what the stretch has as somebody's word is denied elsewhere; ``denials``: where."""
    found = sorted(denials, key=lambda item: (item[0] is not source, item[1]))
    if not found or source.saying_at(start, end) is None:
        return
    other, first, last = found[0]
    yield Fault(
        Status.DENIED, None, f"another sentence tells that this is denied: {quoted(other.report.text[first:last])}"
    )


def by_word_of(source: SourceText, start: int, end: int, parties: Collection[str]) -> Iterator[Fault]:
    """A fault where the report has the stretch only as the word of somebody of another party than those that did it."""
    saying = source.saying_at(start, end)
    if saying is None or not saying.party or not parties or saying.party in parties:
        return  # of whose party nobody knows, that may be their own deed
    who = saying.speaker or saying.party
    yield Fault(Status.MEDIATED, None, f"the report has this only as the word of {who}; the draft does not say so")
