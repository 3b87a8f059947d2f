"""Standing: how a sentence stands to what it tells: as so, denied, not done, on a condition, left open, or a claim.

Looked at are the words before it in its own clause, as far as they govern it: "refused to [extend]", "denied that it
had agreed to [build]", "were close to agreeing to [open]", "has not been [kept]". Never: what else the sentence denies.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from aidememoire.views.checking.findings import Fault, Status
from aidememoire.views.checking.sense import sense_words
from aidememoire.views.wording import quoted


class Bearing(StrEnum):
    """How a sentence stands to what it tells."""

    NEGATED = "negated"  # it was not, or was refused: "failed to", "did not", "has yet to"
    DENIED = "denied"  # somebody says that it was not
    CONDITIONAL = "conditional"
    OPEN = "open"  # proposed, considered, hoped for, nearly done
    BOUND = "bound"  # agreed or promised, which is not yet done
    CLAIMED = "claimed"  # an accusation, a rumour


@dataclass(frozen=True, slots=True)
class Standing:
    """One way in which a sentence stands to what it tells, with the words that say so."""

    bearing: Bearing
    word: str


# A clause ends here, and what governs in it does not govern after it. Quotation marks around two words are no end.
# accepts as an end: "refused, but [agreed]", "“We will not,” he said"; refuses: "“did not promise” to [lift]"
_END = re.compile(
    r"[;:]|(?<![a-z][.][a-z])[.!?](?=\s|$)|\s[–—-]{1,2}\s|—|[,.!?][”\"»’]"
    r"|,?\s+\b(?:but|although|though|because|whereas|while|so that)\b",
    re.I,
)
# A verb of its own after "and" begins a clause, too.
# accepts: "had no envoy and [agreed]"; refuses: "did not meet and agree"
_AND = re.compile(
    r",?\s+(?:and|then)\s+(?:(?:ha[sd]|have|will|would|also|then|later|finally|now)\s+)*"
    r"(?:\w{2,}ed|undertook|will|would|has|have|had|was|were|is|are|signed|made|took|gave)\b(?!\s+[,;])",
    re.I,
)
# Words between commas govern nothing outside of them.
# accepts: "Peru, which had not paid, agreed"; refuses: "Peru, which had not paid"
_INSERTION = re.compile(r",\s[^,;]{1,160},(?=\s)")
# What a sentence begins with says how or when.
# accepts: "Despite not having met, they agreed"; refuses: "If Peru pays, …"
_LEAD = re.compile(
    r"^\W*(?:despite|although|though|without|after|before|when|while|once|having|not|unlike|since|as|far from"
    r"|rather than|instead of|asked|commenting|referring|with no|in spite of|until|because|never)\b[^,]{1,160},",
    re.I,
)
_MARKS = re.compile(r"[’'‘`]")
_QUOTES = re.compile(r"[“”„«»\"]")
# Between what governs and what is governed no verb of its own stands.
_OWN_VERB = (
    r"(?:has|have|had|is|are|was|were|will|would|shall|did|does|do|said|says|say|agreed|decided|promised|pledged|signed"
    r"|approved|undertook|vowed|opened|began|adopted|concluded|resumed)"
)
_GAP = rf"(?:\s+(?!{_OWN_VERB}\b)[\w’'$€£%.-]+){{0,9}}\s*$"
_ADVERBS = r"(?:\s+(?:yet|ever|been|be|being|have|has|had|in fact|so|quite|ready|\w+ly)){0,4}"
_NOT = (
    r"\b(?:not|never|cannot|(?:do|does|did|wo|would|ca|could|is|are|was|were|has|have|had|should|must)nt|no longer|no"
    r"|hardly|scarcely)"
)
_NOBODY = re.compile(
    r"\b(?:neither|nor|none of|nobody|no one|no (?:party|side|minister|state|country|government))\b"
    r"(?:\s+[\w.-]+){0,9}\s*$"
)
_CLAUSE_LETTERS = 400


def standing_of(text: str, place: int, *, wide: bool = False) -> list[Standing]:
    """How the sentence stands to what begins at the place in it; nothing where it tells it as so.

    ``wide``: what is bound to be done counts as not yet done.

    >>> [str(found.bearing) for found in standing_of("Zambia refused to extend the accord.", 18)]
    ['negated']
    >>> standing_of("Zambia, which had refused to talk, agreed to extend the accord.", 45)
    []
    """
    before = _governing(text, place)
    found = list(_denials(before))
    looked_for = [(Bearing.CLAIMED, "claimed")]
    if not is_denied(found):  # "never offered to": nothing is left open
        looked_for += [(Bearing.OPEN, "open"), *([(Bearing.BOUND, "bound")] if wide else [])]
    for bearing, kind in looked_for:
        if (governs := _patterns(kind).search(before)) is not None:
            found.append(Standing(bearing, _tidy(governs["word"])))
    if conditions := sense_words("conditions").found(_segment(text, place)):
        found.append(Standing(Bearing.CONDITIONAL, conditions[0]))
    return found


def is_denied(standing: Iterable[Standing]) -> bool:
    """Whether it was not so: a denial of a denial is none."""
    return sum(item.bearing in {Bearing.NEGATED, Bearing.DENIED} for item in standing) % 2 == 1


def without_idle_denials(text: str) -> str:
    """The text without the denials that deny nothing: "did not hesitate", "no doubt"."""
    return _patterns("idle_negations").sub(" ", _MARKS.sub("", text).lower())


def standing_faults(here: list[Standing], there: list[Standing], told_as: str, words: str) -> Iterator[Fault]:
    """What is wrong where a draft stands otherwise to what it tells than the report; ``words``: of the report."""
    if is_denied(here) != is_denied(there):
        denial = next((item for item in (*there, *here) if item.bearing is Bearing.DENIED), None)
        if denial is not None and denial in there:
            yield Fault(Status.DENIED, None, f"by the report this was denied (“{denial.word}”): {quoted(words)}")
        else:
            lost = next(item for item in (*there, *here) if item.bearing in {Bearing.NEGATED, Bearing.DENIED})
            why = f"a denial is lost or put in (“{lost.word}”): {quoted(words)}"
            yield Fault(Status.TRUNCATED, "negations", why)
        return
    kinds = {item.bearing for item in here}
    for item in there:
        if item.bearing in kinds:
            continue
        if item.bearing is Bearing.CONDITIONAL:
            why = f"the report has a condition (“{item.word}”): {quoted(words)}"
            yield Fault(Status.TRUNCATED, "conditions", why)
        elif item.bearing in {Bearing.OPEN, Bearing.BOUND} and not kinds & {Bearing.OPEN, Bearing.BOUND}:
            yield Fault(Status.PROPOSED, "strength", f"told as {told_as} here; the report: “{item.word}”")
        elif item.bearing is Bearing.CLAIMED:
            yield Fault(Status.MEDIATED, None, f"the report has this as a claim (“{item.word}”): {quoted(words)}")


def _governing(text: str, place: int) -> str:
    """The words before the place, plain, that may govern it: its clause, without what is put in between commas."""
    least = max(0, place - _CLAUSE_LETTERS)
    before = text[least:place]
    begin = max((found.end() for found in _END.finditer(before)), default=0)
    before = _INSERTION.sub(" ", _LEAD.sub(" ", before[begin:]))
    begins = [found.end() - len(found.group().split()[-1]) for found in _AND.finditer(before)]
    before = before[begins[-1] :] if begins else before
    return " ".join(_QUOTES.sub(" ", _MARKS.sub("", before)).lower().split()) + " "


def _segment(text: str, place: int) -> str:
    """The clause with the place and what hangs on it."""
    begin = max((found.end() for found in _END.finditer(text, max(0, place - _CLAUSE_LETTERS), place)), default=0)
    end = _END.search(text, place, place + _CLAUSE_LETTERS)
    return text[max(begin, place - _CLAUSE_LETTERS) : end.start() if end else place + _CLAUSE_LETTERS]


def _denials(before: str) -> Iterator[Standing]:
    plain = _patterns("idle_negations").sub(" ", before)
    for kind in ("refusals", "rejections"):
        if (found := _patterns(kind).search(plain)) is not None:
            yield Standing(Bearing.NEGATED, _tidy(found["word"]))
    if (found := _patterns("denials").search(plain)) is not None:
        yield Standing(Bearing.DENIED, _tidy(found["word"]))
    found = _nots().search(plain) or _NOBODY.search(plain)
    if found is not None:
        yield Standing(Bearing.NEGATED, _tidy(found.group().split()[0]))


def _tidy(words: str) -> str:
    return " ".join(words.split())


@cache
def _table() -> dict[str, list[str]]:
    text = files("aidememoire.views.checking").joinpath("data/standing.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _nots() -> re.Pattern[str]:
    doubted = "|".join(_table()["doubted"])
    own = rf"(?:\s+{_OWN_VERB})?"
    return re.compile(
        rf"{_NOT}\b{_ADVERBS}{own}{_GAP}|{_NOT}\b(?:\s+\w+){{0,4}}\s+(?:{doubted})\b(?:\s+[\w.-]+){{0,12}}\s*$"
    )


@cache
def _patterns(kind: str) -> re.Pattern[str]:
    """The words of that list: those that govern reach to the end of the text."""
    words = "|".join(_table()[kind])
    if kind == "idle_negations":
        return re.compile(rf"\b(?:{words})\b")
    if kind == "denials":
        return re.compile(rf"\b(?P<word>{words})\b(?:\s+[\w.-]+){{0,20}}\s*$")
    clause = r"|\s+that(?:\s+[\w.-]+){0,14}\s*$" if kind in {"open", "claimed"} else ""
    return re.compile(rf"\b(?P<word>{words})(?:{_GAP}{clause})")
