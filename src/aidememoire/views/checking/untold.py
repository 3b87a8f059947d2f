"""Untold meetings: what reports say of a meeting that no record holds: that it was denied, planned or only proposed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from aidememoire.knowledge import Knowledge
from aidememoire.model import When
from aidememoire.register.world import fold
from aidememoire.views.checking.drafts import Draft, when_of
from aidememoire.views.checking.findings import GRAVITY, Asserted, Fault, Finding, Status
from aidememoire.views.checking.holdings import Holdings, SourceText
from aidememoire.views.checking.likeness import ANOTHER, Term, likeness, terms_of
from aidememoire.views.checking.sense import has
from aidememoire.views.checking.speakers import names_in, people_of
from aidememoire.views.checking.standing import Bearing, standing_of
from aidememoire.views.wording import quoted

_HELD = re.compile(r"(?i)\b(?:met|held|took place|received|visited|spoke|conferred|saw|hosted)\b")
# accepts: "held talks", "will meet"; refuses: "the talks", "is a meeting of ministers"
_TELLS = re.compile(
    rf"{_HELD.pattern}|\b(?:held|(?:will|to|would) (?:meet|visit|hold|receive|host|confer|take place))\b"
)
_MEETING = re.compile(
    rf"{_HELD.pattern}|\b(?:meet(?:s|ing|ings)?|talks|summits?|visits?|sessions?|consultations|conversation|receive|host"
    r"|take place)\b"
)
# accepts: "did not meet", "no talks", "denied having met"
# refuses: "did not sign at the meeting", "had not met since May"
_NOT_HELD = re.compile(
    r"(?i)(?:\b(?:not|never|cannot|nor|yet to|refus\w+ to|fail\w+ to|declin\w+ to)|n[’']t)\s+(?:(?:yet|ever|to|be|been"
    r"|even|able|\w+ly)\s+){0,3}"
    r"(?:meet|met|hold|held|receiv(?:e|ed)|see|seen|visit(?:ed)?|(?:take|taken|took) place|happen(?:ed)?|spoken?|speak"
    r"|talk(?:ed)?(?= to| with)|confer(?:red)?)\b(?!.{0,40}\b(?:since|until|before|again"
    r"|for (?:\w+ ){0,2}(?:days|weeks|months|years|decades))\b)"
    r"|\bno (?:such )?(?:meeting|talks|visit|summit|conversation|contact)s?\b"
    r"(?=.{0,40}\b(?:is|was|were|are|has|have|had|of|with|between)\b)"
    r"|\bden(?:y|ies|ied)\b[^.;]{0,90}\b(?:meet|met|meeting|talks|visit(?:ed)?|held|spoken?|received)\b"
)
# Who is meant stands in the sentence before. accepts: "He did not meet Kutesa"; refuses: "Juma did not meet him"
_LEANS = re.compile(r"(?i)\W*(?:he|she|they|both|the (?:two|three|pair|minister|ministers|president|presidents))\b")
# So many of the people and parties named in the draft must be named beside it in the report.
# accepts: two people, a state and a person of another; refuses: one state
_FEWEST_SHARED = 2
# A proposal or a denial is told so long before or after the day that the draft gives.
_DAYS_AROUND = timedelta(62)


@dataclass(frozen=True, slots=True)
class _Sought:
    """The meeting of which the draft's sentence tells."""

    surnames: frozenset[str]  # folded
    parties: frozenset[str]  # codes
    terms: tuple[Term, ...]
    whens: tuple[When, ...]
    bearings: frozenset[Bearing]  # how the draft stands to it


def check_untold(draft: Draft, start: int, end: int, holdings: Holdings, knowledge: Knowledge | None) -> Finding | None:
    """What the reports say of the meeting in the sentence; None where none denies, plans or proposes it."""
    text = draft.mentions.report.text[start:end]
    verb = _TELLS.search(text)
    if verb is None or draft.is_quoted(start + verb.start(), start + verb.end()):
        return None
    if has("negations", text) or has("denials", text) or text.rstrip().endswith("?"):
        return None
    people = people_of(draft, holdings)
    dates = draft.dates_in(start, end)
    sought = _Sought(
        frozenset(names_in(draft, start, end, people)),
        frozenset(party.code for party in draft.mentions.parties if start <= party.span.start < end),
        terms_of(text, knowledge),
        tuple(mention.when for mention in dates if mention.when),
        frozenset(item.bearing for item in standing_of(text, verb.end() - len(verb[0].split()[-1]), wide=True)),
    )
    if len(sought.surnames) < _FEWEST_SHARED and not (sought.whens and sought.surnames | sought.parties):
        return None
    told = [item for source in holdings.sources.values() for item in _told(source, sought, knowledge)]
    if not told:
        return None
    fault, source, first, last = min(
        told, key=lambda item: (GRAVITY.index(item[0].status), item[1].line.day or "9", item[2])
    )
    when = when_of(dates)
    return Finding(
        asserted=Asserted.MEETING,
        start=start,
        end=end,
        words=draft.text[start:end],
        speaker=None,
        date=str(when) if when else None,
        status=fault.status,
        faults=(fault,),
        score=None,
        evidence=(source.evidence(first, last),),
        diff=(),
        notes=(),
    )


def _told(
    source: SourceText, sought: _Sought, knowledge: Knowledge | None
) -> Iterator[tuple[Fault, SourceText, int, int]]:
    """The sentences of the report that tell of the same meeting as of none that was held."""
    former = ""
    for (start, end), terms in zip(source.sentences, source.terms, strict=True):
        words = source.report.text[start:end]
        before, former = (former if _LEANS.match(words) else ""), words
        if not _MEETING.search(words) and not _NOT_HELD.search(words):
            continue
        if not _is_same(words, before, terms, source, sought, knowledge):
            continue
        if _NOT_HELD.search(words):
            yield (
                Fault(Status.DENIED, "state", f"by the report it did not take place: {quoted(words)}"),
                source,
                start,
                end,
            )
        elif (fault := _not_yet(words, sought)) is not None:
            yield fault, source, start, end


def _not_yet(words: str, sought: _Sought) -> Fault | None:
    """A fault where all that the sentence says of meeting lies ahead."""
    stands = [standing_of(words, found.start(), wide=True) for found in _MEETING.finditer(words)]
    found = [
        next((item for item in standing if item.bearing in {Bearing.OPEN, Bearing.BOUND}), None) for standing in stands
    ]
    if any(item is None for item in found):
        return None
    for item in found:
        if item is not None and item.bearing not in sought.bearings and Bearing.OPEN not in sought.bearings:
            is_open = item.bearing is Bearing.OPEN
            status, told = (Status.PROPOSED, "proposed or hoped for") if is_open else (Status.PLANNED, "planned")
            return Fault(status, "state", f"the report tells of it only as {told} (“{item.word}”): {quoted(words)}")
    return None


def _is_same(
    words: str, before: str, terms: Sequence[Term], source: SourceText, sought: _Sought, knowledge: Knowledge | None
) -> bool:
    """Whether the sentence is about the draft's meeting: the same people or parties, or nearly the same words.

    ``before``: the sentence before it, where it begins with a pronoun.
    """
    shared = len(sought.surnames & set(fold(words).split()))
    if shared:
        shared = len(sought.surnames & set(fold(f"{before} {words}").split()))
    if knowledge is not None:
        shared += len(sought.parties & {name.code for name in knowledge.parties.scan(words)})
    if shared < _FEWEST_SHARED and likeness(sought.terms, terms).score < ANOTHER:
        return False
    if not sought.whens or source.day is None:
        return True
    meant = source.days_named(words)
    if meant:
        return any(when.meets(day) for when in sought.whens for day in meant)
    return any(when.first - _DAYS_AROUND <= source.day <= when.last + _DAYS_AROUND for when in sought.whens)
