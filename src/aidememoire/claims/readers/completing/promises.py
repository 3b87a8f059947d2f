"""Tagged promises → proposals of commitments: whose they are, by when, made where."""

from collections.abc import Iterator

from aidememoire.claims.checks import why_withheld
from aidememoire.claims.clauses import Clauses, Range, is_heading, subject_of
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
        words = tokens_in(mentions, sentence, span.start, span.end)
        clauses = Clauses(mentions, sentence)
        if words[1] - words[0] < FEWEST_WORDS or is_heading(clauses):
            continue
        trigger = _trigger(clauses, words)
        why = why_withheld(mentions, sentence, clauses.span((trigger, trigger + 1)))
        if why in REFUSED:
            yield Refusal(ClaimKind.COMMITMENT, clauses.span(words), why, RULE)
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
    return makers_of(clauses, subject_of(clauses, trigger), meetings, is_joint=is_joint) or (
        makers_of(clauses, None, meetings, is_joint=True) if is_joint else None
    )


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
    ground = ("strength", "by the wording of the sentence, as the tagger learnt it")
    return Proposal(
        key=f"tagged-commitment:{span.start}",
        kind=ClaimKind.COMMITMENT,
        values=told.values,
        evidence=(clauses.sentence.span,),
        spans=tuple(sorted(told.spans)),
        inferred=(ground, *told.inferred),
        confidence=tagged.probability,
        readers=(Reader.TAGGER,),
        rule=RULE,
    )
