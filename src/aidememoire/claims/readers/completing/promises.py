"""Tagged promises → proposals of commitments: whose they are, by when, made where."""

from collections.abc import Iterator
from dataclasses import replace

from aidememoire.claims.checks import why_withheld
from aidememoire.claims.clauses import Clauses, Range, is_heading, subject_of
from aidememoire.claims.promises.agencies import makers_of_agency
from aidememoire.claims.promises.bodies import makers_of_body
from aidememoire.claims.promises.conditions import conditions_of
from aidememoire.claims.promises.deadlines import deadline_of
from aidememoire.claims.promises.grounds import Makers
from aidememoire.claims.promises.makers import makers_of
from aidememoire.claims.promises.particulars import particulars_of
from aidememoire.claims.promises.promise_checks import is_by_companies
from aidememoire.claims.promises.sittings import meeting_of
from aidememoire.claims.promises.terms import is_instrument
from aidememoire.claims.readers.completing.places import prose_at, tokens_in, top_of
from aidememoire.claims.readers.decoding import TaggedSpan, Tags
from aidememoire.model import (
    ClaimKind,
    Mentions,
    Proposal,
    Reader,
    Refusal,
    Strength,
)

RULE = "tagger.promise"
REFUSED = frozenset({"denied", "conditional", "hypothetical", "question"})
FEWEST_WORDS = 2
CALLING = frozenset({"call", "urge", "appeal", "demand", "ask", "encourage", "invite"})
BELOW_CALLING = frozenset({"prep", "pobj", "xcomp", "ccomp", "dobj", "conj"})  # "call on Oslo to leave and to pay"
STEPS_UP = 4


def propose_promises(mentions: Mentions, tags: Tags, meetings: tuple[Proposal, ...]) -> Iterator[Proposal | Refusal]:
    """A commitment for each tagged promise whose makers can be told."""
    for span in tags.of("promise"):
        sentence = prose_at(mentions, span.start)
        if sentence is None:
            continue
        clauses = Clauses(mentions, sentence)
        words = _without_lead(clauses, tokens_in(mentions, sentence, span.start, span.end))
        if words[1] - words[0] < FEWEST_WORDS or is_heading(clauses):
            continue
        trigger = _trigger(clauses, words)
        why = why_withheld(mentions, sentence, clauses.span((trigger, trigger + 1)))
        if why in REFUSED:
            yield Refusal(ClaimKind.COMMITMENT, clauses.span(words), why, RULE)
            continue
        if _is_purpose(clauses, words) or _is_undone(clauses, words):
            yield Refusal(ClaimKind.COMMITMENT, clauses.span(words), "not made", RULE)
            continue
        if is_by_companies(clauses, trigger):
            yield Refusal(ClaimKind.COMMITMENT, clauses.span(words), "domestic", RULE)
            continue
        if _is_called_for(clauses, trigger, words):
            yield Refusal(ClaimKind.COMMITMENT, clauses.span(words), "wish", RULE)
            continue
        makers = _makers(clauses, trigger, span, meetings)
        if makers is not None and makers.codes:
            yield _proposal(clauses, trigger, words, span, makers, meetings)


def _trigger(clauses: Clauses, words: Range) -> int:
    """The word outside the content that it hangs on ("agreed"), else its own top."""
    top = top_of(clauses.mentions, words)
    head = clauses[top].head
    return head if head in clauses else top


def _without_lead(clauses: Clauses, words: Range) -> Range:
    """The words without the "of" before them: "the ratification | of | the pact on tin"."""
    first, last = words
    return (first + 1, last) if clauses.lower(first) == "of" and last - first > FEWEST_WORDS else words


def _is_purpose(clauses: Clauses, words: Range) -> bool:
    """ "In order to | widen the road, Oslo has agreed to …": what the promise is for, told before it."""
    first = words[0] + (clauses.lower(words[0]) == "to")
    before = [clauses.lower(index) for index in range(first - 3, first)]
    return before == ["in", "order", "to"] and clauses[words[1]].text == ","


def _is_undone(clauses: Clauses, words: Range) -> bool:
    """ "has yet to impose sanctions, or to | send ships": joined by "or" to what is still to be done."""
    first = words[0] + (clauses.lower(words[0]) == "to")
    is_joined = (clauses.lower(first - 2), clauses.lower(first - 1)) == ("or", "to")
    ahead = range(clauses.sentence.first + 1, first - 2)
    return is_joined and any(clauses.lower(i - 1) == "yet" and clauses.lower(i) == "to" for i in ahead)


def _is_called_for(clauses: Clauses, trigger: int, words: Range) -> bool:
    """ "called on Oslo to …", "the call to …": wished of others, unless an agreement calls for it.

    So too where the content begins with those on whom one calls: "we call on | Oslo to leave".
    """
    calling = trigger
    for _ in range(STEPS_UP):
        if clauses[calling].lemma in CALLING and calling < words[0]:
            return not is_instrument(clauses, subject_of(clauses, calling))
        if clauses[calling].head not in clauses or clauses[calling].dep not in BELOW_CALLING:
            break
        calling = clauses[calling].head
    return False


def _makers(clauses: Clauses, trigger: int, span: TaggedSpan, meetings: tuple[Proposal, ...]) -> Makers | None:
    is_joint = span.kind == Strength.AGREED
    subject = subject_of(clauses, trigger)
    makers = makers_of(clauses, subject, meetings, is_joint=is_joint)
    if makers is None and subject is not None:
        makers = makers_of_body(clauses, subject) or makers_of_agency(clauses, subject)
    return makers or (makers_of(clauses, None, meetings, is_joint=True) if is_joint else None)


def _proposal(
    clauses: Clauses,
    trigger: int,
    words: Range,
    tagged: TaggedSpan,
    makers: Makers,
    meetings: tuple[Proposal, ...],
) -> Proposal:
    mentions = clauses.mentions
    span = clauses.span(words)
    deadline = deadline_of(clauses, trigger, words)
    meeting = meeting_of(mentions, clauses.sentence, meetings, makers.codes)
    told = particulars_of(mentions, span, Strength(tagged.kind or Strength.INTENDED), makers, deadline, meeting)
    conditions = conditions_of(clauses, words)
    spans = [*told.spans, *((("conditions", conditions),) if conditions else ())]
    ground = ("strength", "by the wording of the sentence, as the tagger learnt it")
    return Proposal(
        key=f"tagged-commitment:{span.start}",
        kind=ClaimKind.COMMITMENT,
        values=replace(told.values, conditions=tuple(mentions.words(condition) for condition in conditions)),
        evidence=(clauses.sentence.span,),
        spans=tuple(sorted(spans)),
        inferred=(ground, *told.inferred),
        confidence=tagged.probability,
        readers=(Reader.TAGGER,),
        rule=RULE,
    )
