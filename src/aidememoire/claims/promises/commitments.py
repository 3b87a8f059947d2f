"""Mentions → proposals of commitments: what parties agreed, pledged, or declared they intend to do.

The ways of promising are rows of ``data/commitments.toml``; this module finds their triggers, asks whether the promise
is made at all, cuts out its content and says whose it is.
"""

from collections.abc import Iterator
from dataclasses import replace

from aidememoire.claims.clauses import (
    FINITE,
    Clauses,
    Range,
    next_word,
    readable_sentences,
    subject_of,
)
from aidememoire.claims.promises.apportioned import shares_of, without_agent
from aidememoire.claims.promises.charges import is_charged
from aidememoire.claims.promises.conditions import conditions_of, is_hypothetical
from aidememoire.claims.promises.deadlines import deadline_of
from aidememoire.claims.promises.documents import is_international
from aidememoire.claims.promises.foretold import why_foretold
from aidememoire.claims.promises.futures import is_laid_down_in, is_to_be_promised, verb_after
from aidememoire.claims.promises.gaps import with_antecedent
from aidememoire.claims.promises.grounds import Ground, Makers, is_state, parties_within
from aidememoire.claims.promises.items import heads_documents, is_bare, is_only_marker, items_of, leads_list
from aidememoire.claims.promises.maker_choice import makers_by
from aidememoire.claims.promises.particulars import particulars_of
from aidememoire.claims.promises.promise_checks import is_made, may_stand, why_refused
from aidememoire.claims.promises.promise_contents import why_no_promise
from aidememoire.claims.promises.promises import (
    ASKED,
    FOUNDING,
    OF_ONE_MIND,
    Rule,
    contents_of,
    is_trigger,
    table,
)
from aidememoire.claims.promises.repetition import Tellings
from aidememoire.claims.promises.shares import its_share
from aidememoire.claims.promises.sittings import meeting_of, those_at_the_meeting
from aidememoire.claims.promises.terms import is_instrument, is_owed, is_under_terms
from aidememoire.claims.promises.weighing import CUT_OFF, THREATENED, confidence_of, doubt_in, marks_of
from aidememoire.knowledge import Knowledge
from aidememoire.model import (
    ClaimKind,
    Mentions,
    Proposal,
    Refusal,
    Strength,
)

WORTH_TELLING = 0.2  # below it a refusal would only be noise
# Words that merely look like a promise; a person who asks what was withheld, and why, wants none of them.
NOT_WORTH_TELLING = frozenset({"not made", "heading", "nothing to check", "generic"})
ONLY_PROPOSED = frozenset({"initiative", "proposal", "scheme", "move"})
OWN_PLANS = frozenset("plan programme program package initiative".split())  # of one state: "Oslo's plan will …"
THE_DEAL_ITSELF = "commitments.reach"
DECIDED_TOGETHER = frozenset({"decide", "approve"})  # what one body decides, its members agree on
NO_PROMISE = frozenset({"a meeting", "domestic", "a view", "denied", "conditional"})


def propose_commitments(
    mentions: Mentions, knowledge: Knowledge, meetings: tuple[Proposal, ...], at_least: float = CUT_OFF
) -> Iterator[Proposal | Refusal]:
    """Commitments and what was refused as one, in order of position.

    ``at_least``: the confidence from which on a promise is proposed; a likely one below it is refused as
    *low_confidence*, so that a second reader knows of it.
    """
    tellings = Tellings(mentions)
    for found in _found(mentions, meetings):
        if isinstance(found, Refusal):
            yield found
        elif found.confidence < at_least:
            why = doubt_in(found.notes)
            if why or found.confidence >= WORTH_TELLING:
                span = dict(found.spans)["content"][0]
                yield Refusal(ClaimKind.COMMITMENT.value, span, why or "low_confidence", found.rule)
        else:
            tellings.add(found)
    yield from tellings.kept


def _rank(proposal: Proposal) -> tuple[bool, bool, float]:
    return proposal.confidence < CUT_OFF, proposal.rule == THE_DEAL_ITSELF, -proposal.confidence


def _found(mentions: Mentions, meetings: tuple[Proposal, ...]) -> Iterator[Proposal | Refusal]:
    """Of each sentence the promises, of several over the same words the surest, and what was refused."""
    lead: Proposal | None = None
    for sentence in readable_sentences(mentions):
        clauses = Clauses(mentions, sentence)
        if lead is not None:
            if is_only_marker(clauses):
                continue
            items = items_of(clauses, lead)
            if items is not None:
                yield from items
                continue
        proposals: list[Proposal] = []
        for found in _tried(clauses, meetings):
            if isinstance(found, Refusal):
                yield found
            else:
                proposals.append(found)
        proposals = _apart(proposals)
        lead = leads_list(clauses, proposals) or _over_documents(clauses, meetings)
        yield from (proposal for proposal in proposals if proposal is not lead or not is_bare(proposal))


def _over_documents(clauses: Clauses, meetings: tuple[Proposal, ...]) -> Proposal | None:
    """The lead of a list of documents, where a heading stands over it: "Documents signed in Oslo"."""
    signed = heads_documents(clauses)
    if signed is None:
        return None
    rule = next(rule for rule in table().rules if rule.id == "sign")
    named = parties_within(clauses.mentions, clauses.sentence.span.start, clauses.sentence.span.end)
    codes = {party.code: party.span for party in named}
    makers = Makers(tuple(sorted(codes)), tuple(sorted(codes.values())), None) if len(codes) > 1 else None
    makers = makers or those_at_the_meeting(clauses, meetings)
    if makers is None:
        return None
    return _proposal(rule, clauses, signed, (signed, signed + 1), makers, meetings, None)


def _tried(clauses: Clauses, meetings: tuple[Proposal, ...]) -> Iterator[Proposal | Refusal]:
    by_lemma = table().by_lemma
    for token in clauses.tokens:
        for rule in by_lemma.get(token.lemma) or by_lemma.get(token.lower, ()):
            yield from _try(rule, clauses, token.index, meetings)


def _apart(proposals: list[Proposal]) -> list[Proposal]:
    """The surest proposals no two of which share words, in order of position; a deal only if its terms aren't read."""
    kept: list[Proposal] = []
    for proposal in sorted(proposals, key=_rank):
        span = dict(proposal.spans)["content"][0]
        if not any(span.overlaps(dict(other.spans)["content"][0]) for other in kept):
            kept.append(proposal)
    return sorted(kept, key=lambda proposal: dict(proposal.spans)["content"][0])


def _try(rule: Rule, clauses: Clauses, trigger: int, meetings: tuple[Proposal, ...]) -> Iterator[Proposal | Refusal]:
    if not is_trigger(rule, clauses, trigger):
        return
    contents = [content for content in contents_of(rule, clauses, trigger) if content[0] in clauses]
    if not contents or (rule.kind == "ceremony" and not is_made(rule, clauses, trigger)):
        return
    doubt = why_refused(rule, clauses, trigger)
    may_be = not doubt or may_stand(rule, clauses, trigger, doubt)
    makers = makers_by(rule, clauses, trigger, meetings) if may_be else None
    if makers is None:
        if doubt and doubt not in NOT_WORTH_TELLING:
            span = clauses.span((trigger, trigger + 1))
            yield Refusal(ClaimKind.COMMITMENT.value, span, doubt, f"commitments.{rule.id}")
        return
    is_one_state = len(makers.codes) == 1 and is_state(makers.codes[0])
    if rule.id == "approve" and is_one_state:
        own = [content for content in contents if _is_its_own_affair(clauses, content)]
        for content in own:
            yield Refusal(ClaimKind.COMMITMENT.value, clauses.span(content), "domestic", f"commitments.{rule.id}")
        contents = [content for content in contents if content not in own]
    if rule.id == "adopt" and is_one_state:
        return  # what one state adopts is its own law or plan
    if clauses[trigger].lemma in ASKED and not makers.are_several:
        return  # what one leader asks of his own ministers is his own affair
    if rule.id == FOUNDING and makers.ground is not Ground.VOICE:
        return  # done by saying so only in a joint text
    if rule.kind == "signing" and len(makers.codes) < 2 and (is_one_state or rule.id != "adopt"):
        contents = [content for content in contents if is_international(clauses, content)]
    are_apportioned = rule.id in OF_ONE_MIND and len(contents) > 1
    foretold = why_foretold(rule, clauses, trigger)
    for content in contents:
        why = foretold or why_no_promise(rule, clauses, content, is_joint=makers.are_several)
        why = "a view" if why not in NO_PROMISE and is_charged(rule, clauses, trigger, content, makers) else why
        if why in NO_PROMISE:
            yield Refusal(ClaimKind.COMMITMENT.value, clauses.span(content), why, f"commitments.{rule.id}")
        else:
            its_own = its_share(clauses, content, makers) if are_apportioned else None
            told = without_agent(clauses, trigger, content) if rule.kind == "verb" else content
            for share in shares_of(clauses, trigger, told):
                yield _proposal(rule, clauses, trigger, share.content, makers, meetings, doubt, share.makers or its_own)


def _is_its_own_affair(clauses: Clauses, content: Range) -> bool:
    """Whether a state approves its own budget, law or decree."""
    head = next((i for i in range(*content) if clauses[i].pos == "NOUN" and clauses[i + 1].pos != "NOUN"), content[0])
    return clauses[head].lemma in table().words["domestic_documents"]


def _proposal(
    rule: Rule,
    clauses: Clauses,
    trigger: int,
    content: Range,
    makers: Makers,
    meetings: tuple[Proposal, ...],
    doubt: str | None,
    its_own: Makers | None = None,
) -> Proposal:
    mentions = clauses.mentions
    span = clauses.span(with_antecedent(clauses, trigger, content))
    deadline = deadline_of(clauses, trigger, content)
    meeting = meeting_of(mentions, clauses.sentence, meetings, makers.codes)
    is_readout = mentions.report.side is not None
    is_apart = bool(makers.spans) and not is_readout
    if rule.strength is not Strength.AGREED and is_apart and not _tells_of(meeting, clauses):
        meeting = None  # in news a promise stands beside a meeting oftener than it was made there
    strength = _strength(rule, clauses, trigger, content, makers)
    conditions = conditions_of(clauses, content)
    marks = marks_of(rule, clauses, trigger, content, makers, doubt)
    if (rule.kind == "future" and is_hypothetical(clauses, content)) or THREATENED in marks:
        strength = Strength.INTENDED
    told = particulars_of(mentions, span, strength, its_own or makers, deadline, meeting)
    spans = [*told.spans, ("strength", (clauses.span((trigger, trigger + 1)),))]
    if conditions:
        spans.append(("conditions", conditions))
    return Proposal(
        key=f"commitment:{span.start}",
        kind=ClaimKind.COMMITMENT,
        values=replace(told.values, conditions=tuple(mentions.words(condition) for condition in conditions)),
        evidence=(clauses.sentence.span,),
        spans=tuple(sorted(spans)),
        inferred=told.inferred,
        confidence=round(confidence_of(marks), 2),
        rule=f"commitments.{rule.id}",
        notes=marks,
    )


def _strength(rule: Rule, clauses: Clauses, trigger: int, content: Range, makers: Makers) -> Strength:
    """How firmly it binds; what those at one meeting pledge together, and "we" of a joint text will do, is agreed."""
    if rule.kind == "due" and is_under_terms(clauses, trigger):
        return Strength.AGREED  # "an accord under which Oslo is to pay"
    if rule.kind == "future" and _is_laid_down(clauses, trigger):
        subject = subject_of(clauses, verb_after(clauses, trigger) or trigger)
        is_own = not makers.are_several and subject is not None and clauses[subject].lemma in OWN_PLANS
        return Strength.INTENDED if is_own else Strength.AGREED
    if rule.id == "decision" and clauses[trigger].lemma in ONLY_PROPOSED:
        return Strength.INTENDED
    to_agree = verb_after(clauses, trigger) if rule.kind == "future" else None
    if to_agree is not None and is_to_be_promised(clauses, to_agree):
        return Strength.INTENDED if clauses[to_agree].lemma == "agree" else Strength.PLEDGED
    first = clauses[next_word(clauses, content[0])].lemma
    if not makers.are_several:
        if rule.kind == "future" and first in table().words["moves"]:
            return Strength.INTENDED
        is_of_body = rule.id in DECIDED_TOGETHER and not is_state(makers.codes[0])
        return rule.strength if is_of_body else rule.single or rule.strength
    if makers.ground is Ground.VOICE and rule.strength is Strength.PLEDGED:
        is_effort = rule.kind == "future" and first in table().words["efforts"]
        return Strength.INTENDED if is_effort else Strength.AGREED
    together = rule.together if makers.ground is Ground.MEETING else None
    return together or rule.joint or rule.strength


def _is_laid_down(clauses: Clauses, modal: int) -> bool:
    """Whether an agreement says what will be done: "the pact would lift quotas", "under the pact Oslo will …"."""
    verb = verb_after(clauses, modal)
    if is_owed(clauses, modal) or is_under_terms(clauses, modal):
        return True
    if verb is None:
        return False
    says = clauses[verb].head
    if (
        clauses[verb].dep == "ccomp"
        and clauses[says].tag in FINITE
        and is_instrument(clauses, subject_of(clauses, says))
    ):
        return True  # "the pact says that Oslo will …"
    return is_laid_down_in(clauses, verb) or is_instrument(clauses, subject_of(clauses, verb))


def _tells_of(meeting: Proposal | None, clauses: Clauses) -> bool:
    return meeting is not None and any(clauses.sentence.span.overlaps(span) for span in meeting.evidence)
