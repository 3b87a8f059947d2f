"""How much of what was promised has been done: "of the 50 buses that Kenya promised, 19 have arrived"."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from aidememoire.claims.checks import why_withheld
from aidememoire.claims.clauses import Clauses, Range, is_negated, is_subordinate, modal_of
from aidememoire.knowledge.number_words import cardinals
from aidememoire.model import StatusKind

_NUMBER = (
    rf"(?:\d[\d,.]*|{'|'.join(cardinals(1, 19))}|(?:{'|'.join(cardinals(20, 50))})(?:-\w+)?|"
    rf"{'|'.join(cardinals(60, 90))}|hundreds?|dozens?)"
    r"(?: (?:million|billion|thousand|hundred|per ?cent|percent))?"
)
_PART = (
    r"(?:half|(?:a|one) (?:half|third|quarter|fifth|sixth|seventh|eighth|tenth|fraction|part|handful)|"
    r"(?:two|three|four) (?:thirds|quarters|fifths|tenths)|not (?:a single |even )?one|none|most|much|"
    r"little|few|some|many|several|"
    rf"{_NUMBER})"
)
_ABOUT = (
    r"(?:(?:only|just|barely|scarcely|hardly|about|nearly|almost|roughly|around|over|some|at most|at least|fewer than|"
    r"less than|more than|no more than|not more than|up to|all but) ){0,2}"
)
# "19 of the 50 buses", "a third of the money"; the group is what so many are of.
PART_OF = re.compile(
    rf"\b(?P<part>{_ABOUT}{_PART})(?: out)? of (?P<whole>(?:the|its|their|those|these|\d|what|[\w-]+[’']s)\b)", re.I
)
# "Of the 50 buses …, 19 have"
OF_WHOLE = re.compile(
    r"(?:^|[,;:–—] |\W )(?:of|out of) (?P<whole>(?:the|its|their|those|these|\d|what)\b[^,;]*),", re.I
)
COUNTED = re.compile(rf"\b(?P<part>{_ABOUT}{_PART})\b", re.I)
NONE = re.compile(r"\b(?:none|little|not (?:a single |even )?one)\b", re.I)
# "one of the most useful undertakings" counts nothing.
ONE_OF_THE_BEST = re.compile(r"one of (?:the|our|its|their) (?:\w+ )?(?:most|best|biggest|\w{3,}est)\b", re.I)
WHOLE_REACH = 110  # characters from "the 50 buses" to the word that says that they were promised
BEFORE_VERB = frozenset({"PUNCT", "AUX", "ADV", "PART"})
VERB_REACH = 9  # tokens from "19" to "have arrived"


@dataclass(frozen=True, slots=True)
class Counted:
    """So much of something promised, told as done."""

    trigger: int  # the verb
    words: Range  # what was promised
    status: StatusKind


@cache
def _table() -> tuple[re.Pattern[str], frozenset[str]]:
    text = files("aidememoire").joinpath("claims/data/statuses.toml").read_text(encoding="utf-8")
    row = tomllib.loads(text)["counts"]
    cues = "|".join(" ".join(row["cues"].split()).replace("| ", "|").split("|"))
    return re.compile(rf"\b(?:{cues})\b"), frozenset(row["deeds"].split())


def counted_in(clauses: Clauses) -> Iterator[Counted]:
    """Each "so many of what was promised" of the sentence that is told to have been done, or not one of them."""
    sentence = clauses.sentence.span
    text = clauses.mentions.report.text[sentence.start : sentence.end]
    if " of " not in text and "Of " not in text:
        return
    cue, deeds = _table()
    seen: set[int] = set()
    for pattern in (PART_OF, OF_WHOLE):
        for match in pattern.finditer(text):
            is_before = pattern is OF_WHOLE
            whole_end = match.end("whole") if is_before else _end_of_whole(text, match.end("whole"))
            is_all = text[: match.start()].lower().endswith(("every ", "each "))  # "every one of its promises"
            if is_all or ONE_OF_THE_BEST.match(text, match.start()):
                continue
            if cue.search(text, match.start("whole"), whole_end) is None:
                continue
            part = COUNTED.search(text, match.end()) if is_before else match
            if part is None or (is_before and part.start() - match.end() > WHOLE_REACH):
                continue
            first, last = _tokens(clauses, match.start("whole"), whole_end)
            at, _ = _tokens(clauses, part.start("part"), part.end("part"))
            verb = _verb_of(clauses, at, (first, last), deeds)
            if verb is None or verb in seen or not _is_told(clauses, verb):
                continue
            seen.add(verb)
            if first < verb < last and clauses[verb].dep != "relcl":
                last = verb  # "two of the six pledges | have been kept"
            while last - 1 > first and clauses[last - 1].pos in BEFORE_VERB:
                last -= 1
            is_none = NONE.match(part.group("part")) is not None or is_negated(clauses, verb)
            yield Counted(verb, (first, last), StatusKind.NOT_FULFILLED if is_none else StatusKind.PARTLY_FULFILLED)


def _end_of_whole(text: str, start: int) -> int:
    """Where the clause of the whole may end at the latest: a comma, a bracket, or as far as a promise is sought."""
    found = re.search(r"[,;:()]| [-–—] ", text[start : start + WHOLE_REACH])
    return start + (found.start() if found else min(WHOLE_REACH, len(text) - start))


def _tokens(clauses: Clauses, start: int, end: int) -> Range:
    """The tokens within these characters of the sentence."""
    offset = clauses.sentence.span.start
    inside = [token.index for token in clauses.tokens if offset + start <= token.start and token.end <= offset + end]
    return (inside[0], inside[-1] + 1) if inside else (clauses.sentence.first, clauses.sentence.first + 1)


def _verb_of(clauses: Clauses, part: int, whole: Range, deeds: frozenset[str]) -> int | None:
    """The verb that tells what was done: before so many ("has built 27 of"), or behind ("19 have arrived")."""
    for index in range(part - 1, part - VERB_REACH, -1):
        if clauses[index].pos == "PUNCT" or index not in clauses:
            break
        if clauses[index].tag in {"VBD", "VBN", "VBG"}:
            if clauses[index].lemma in deeds and clauses.child(index, "nsubjpass") is None:
                return index
            break
    start = whole[0] if part < whole[0] else part
    known = None
    for index in range(start, clauses.sentence.last):
        if index > whole[0] and clauses[index].text in {";", ":"}:
            break
        token = clauses[index]
        is_done = token.tag in {"VBN", "VBD"} and token.lemma in deeds
        if is_done and _has_auxiliary(clauses, index, start):
            known = index
            break
        if is_done and token.tag == "VBD" and index >= whole[1] and token.dep != "relcl":
            known = index
            break
        if index > max(start, whole[1]) + VERB_REACH:
            break
    return known


def _has_auxiliary(clauses: Clauses, verb: int, start: int) -> bool:
    """Whether "have", "were" stands right before it: "were built", "have not been built"."""
    before = [clauses.lower(index) for index in range(max(start, verb - 4), verb)]
    return bool({"have", "has", "had", "were", "was", "been", "n't", "are", "is"} & set(before))


def _is_told(clauses: Clauses, verb: int) -> bool:
    """Whether it is told as done, and not planned, wished, asked or put as a condition."""
    if modal_of(clauses, verb) is not None or is_subordinate(clauses, verb):
        return False
    why = why_withheld(clauses.mentions, clauses.sentence, clauses.span((verb, verb + 1)))
    return why in {None, "denied", "generic"}
