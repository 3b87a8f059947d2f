"""Mentions → proposals of statuses: what has become of a dialogue, agreement or commitment.

The wordings are rows of ``data/statuses*.toml``; this module finds their triggers and the words that name what the
status is of, and asks whether it is asserted at all: a plan, a wish or a threat is no status.
"""

import re
from collections.abc import Iterator

from aidememoire.claims.clauses import (
    Clauses,
    Range,
    readable_sentences,
)
from aidememoire.claims.outcomes.status_counts import Counted, counted_in
from aidememoire.claims.outcomes.status_grounds import cause_of, evidence_of, since_of
from aidememoire.claims.outcomes.status_heads import Subject, joined_to, subject_of_status, words_follow
from aidememoire.claims.outcomes.status_parties import parties_of
from aidememoire.claims.outcomes.status_reality import status_told, why_not
from aidememoire.claims.outcomes.status_rules import Rule, rule_named, table
from aidememoire.claims.outcomes.status_subjects import is_named
from aidememoire.claims.outcomes.status_unreal import why_unreal
from aidememoire.knowledge import Knowledge
from aidememoire.model import (
    ClaimKind,
    Granularity,
    Mentions,
    Proposal,
    Refusal,
    Span,
    StatusKind,
    StatusValues,
    SubjectType,
)

WORD = re.compile(r"\w+")
ARTICLES = frozenset({"the", "a", "an", "this", "that", "its", "their", "such"})
HOLDS_NO_DATE = frozenset({"took-hold", "failure", "complied"})  # a date beside these is of what was due
BETWEEN_SEVERAL = frozenset(
    {"multilateral", "bilateral", "trilateral", "intergovernmental", "joint", "mixed", "tripartite", "bicommunal"}
)
NUMBERED = frozenset({"resolution", "resolutions"})
LOOK_BACK = 200  # statuses among which a repeated one is sought; more would cost their square
# How much less sure a status is whose parties the words don't name: of the marked reports' proposals 71 in 100 stand
# against 77.
INFERRED_COSTS = 0.05
# By rules alone, what is less sure is refused aloud. Accepts "the truce collapsed"; refuses "he is in talks with Chad".
# Of what is refused so, 17 of 86 were marked (3 of 7 in reports kept apart); of the 11 from .45 to .5, 6 were.
LEAST_ALONE = 0.45
# Words that merely look like a status; a person who asks what was withheld, and why, wants none of them.
NOT_WORTH_TELLING = frozenset({"no status", "not asserted", "heading", "generic"})
# Why something went wrong is a cause; "after", "with", "by" beside what went well tell how or when.
HAS_CAUSE = frozenset(
    {
        StatusKind.SUSPENDED,
        StatusKind.ENDED,
        StatusKind.DELAYED,
        StatusKind.NOT_FULFILLED,
        StatusKind.PARTLY_FULFILLED,
        StatusKind.WITHDRAWN,
        StatusKind.VIOLATED,
        StatusKind.EXTENDED,
    }
)
FAILURES = frozenset({StatusKind.SUSPENDED, StatusKind.ENDED, StatusKind.DELAYED, StatusKind.NOT_FULFILLED})


# So closely dated, what is "under way" is one meeting.
ONE_SITTING = frozenset({"under-way", "holding", "going-on"})
# So closely dated, talks that "opened" are one meeting.
FINE = frozenset({Granularity.DAY, Granularity.WEEK, Granularity.INTERVAL})


def propose_statuses(
    mentions: Mentions, knowledge: Knowledge, meetings: tuple[Proposal, ...], least: float = LEAST_ALONE
) -> Iterator[Proposal | Refusal]:
    """Statuses and what was refused as one, in order of position; what is less sure than ``least`` is refused, too."""
    by_lemma = table().by_lemma
    seen: list[Proposal] = []
    for sentence in readable_sentences(mentions):
        clauses = Clauses(mentions, sentence)
        counted = {count.trigger: count for count in counted_in(clauses)}
        for count in counted.values():
            told = _counted(clauses, count, meetings)
            if told is not None and not any(_is_same(told, other) for other in seen[-LOOK_BACK:]):
                seen.append(told)
                yield told
        hits = [token.index for token in mentions.tokens_of(sentence) if token.lemma in by_lemma]
        for index in hits:
            if index in counted:
                continue
            for rule in by_lemma[clauses[index].lemma]:
                for found in _tries(rule, clauses, index, meetings):
                    if isinstance(found, Refusal):
                        yield found
                    elif found.confidence < least:
                        yield _too_unsure(found)
                    elif not any(_is_same(found, other) or _is_over(found, other) for other in seen[-LOOK_BACK:]):
                        seen.append(found)
                        yield found


COUNTED = 0.6  # how sure what is told by a count is


def _counted(clauses: Clauses, found: Counted, meetings: tuple[Proposal, ...]) -> Proposal | None:
    """What was promised, of which the sentence counts how many were done."""
    rule = rule_named("counted")
    subject = Subject(found.words, SubjectType.COMMITMENT, rule)
    return _proposal(clauses, found.trigger, subject, found.status, meetings)


def _too_unsure(proposal: Proposal) -> Refusal:
    return Refusal(ClaimKind.STATUS.value, dict(proposal.spans)["status"][0], "low_confidence", proposal.rule)


def _is_same(found: Proposal, before: Proposal) -> bool:
    """Whether both tell the same: one status of what is named by the same words, the shorter within the longer."""
    one, other = found.values, before.values
    if not isinstance(one, StatusValues) or not isinstance(other, StatusValues):
        return False
    if one.status is not other.status or one.subject_type is not other.subject_type:
        return False
    words, others = (set(WORD.findall(values.subject.lower())) - ARTICLES for values in (one, other))
    number, other_number = ({word for word in each if word.isdigit()} for each in (words, others))
    if words & NUMBERED and number and other_number and number != other_number:
        return False  # "resolution 1718" is not "resolutions 1718 and 1874"; "the resolution" may be either
    return words <= others or others <= words


def _is_over(found: Proposal, before: Proposal) -> bool:
    """Whether "broke off talks that had been going on for years" told just before that they go on no more."""
    one, other = found.values, before.values
    if not isinstance(one, StatusValues) or not isinstance(other, StatusValues):
        return False
    is_history = one.status is StatusKind.UNDER_WAY and other.status in FAILURES
    return is_history and dict(found.spans)["subject"] == dict(before.spans)["subject"]


def _tries(rule: Rule, clauses: Clauses, trigger: int, meetings: tuple[Proposal, ...]) -> Iterator[Proposal | Refusal]:
    """What the rule finds at its trigger: the status of its subject, and of what is joined to that."""
    if clauses[trigger].dep in {"aux", "auxpass"} or not words_follow(rule, clauses, trigger):
        return
    subject = subject_of_status(rule, clauses, trigger)
    if subject is None:
        return
    first = _try(clauses, trigger, subject, meetings)
    if first is not None:
        yield first
    if isinstance(first, Proposal):
        for other in joined_to(clauses, trigger, subject):
            further = _try(clauses, trigger, other, meetings)
            if further is not None:
                yield further


def _try(clauses: Clauses, trigger: int, subject: Subject, meetings: tuple[Proposal, ...]) -> Proposal | Refusal | None:
    rule = subject.rule
    status = (
        why_not(rule, clauses, trigger, subject.words)
        or why_unreal(rule, clauses, trigger, subject.words)
        or status_told(rule, clauses, trigger)
    )
    if isinstance(status, StatusKind):
        proposal = _proposal(clauses, trigger, subject, status, meetings)
        if isinstance(proposal, Proposal):
            return proposal
        status = "domestic"
    if status in NOT_WORTH_TELLING:
        return None
    return Refusal(ClaimKind.STATUS.value, clauses.span((trigger, trigger + 1)), str(status), f"statuses.{rule.id}")


def _proposal(
    clauses: Clauses,
    trigger: int,
    found: Subject,
    status: StatusKind,
    meetings: tuple[Proposal, ...],
) -> Proposal | None:
    mentions, rule, words, kind = clauses.mentions, found.rule, found.words, found.type
    subject = found.meant or clauses.span(words)
    codes, party_spans, why = parties_of(clauses, trigger, words, status, meetings, found.meant, is_missed=rule.negates)
    if rule.several and ((len(codes) < 2 and not _is_mutual(clauses, words)) or not codes):
        return None
    if not codes and rule.denied is not None and _is_plan_of_nobody(clauses, words):
        return None
    if not codes and (
        kind is SubjectType.COMMITMENT or not (_is_international(mentions) or _is_of_states(clauses, words))
    ):
        return None
    cause, causes = (
        cause_of(clauses, trigger, subject, is_failure=status in FAILURES) if status in HAS_CAUSE else (None, ())
    )
    since, since_span = since_of(clauses, trigger, subject, cause)
    if rule.long_ago and (since is None or since.granularity in FINE):
        return None
    if rule.id in ONE_SITTING and since is not None and since.granularity is Granularity.DAY:
        return None  # "the talks were under way on Sunday night" are one meeting
    is_to_expire = clauses[trigger].lemma == "expire" and status is StatusKind.IN_FORCE
    if is_to_expire or rule.id in HOLDS_NO_DATE:
        since, since_span = None, None
    spans: list[tuple[str, tuple[Span, ...]]] = [
        ("subject", (subject,)),
        ("status", (clauses.span((trigger, trigger + 1)),)),
    ]
    if party_spans:
        spans.append(("parties", party_spans))
    if cause is not None:
        spans += [("cause", (cause,)), ("causes", causes)]
    if since_span is not None:
        spans.append(("since", (since_span,)))
    values = StatusValues(
        subject=mentions.words(subject),
        subject_type=kind,
        parties=codes,
        status=status,
        since=since,
        cause=mentions.words(cause) if cause else None,
        causes=tuple(mentions.words(one) for one in causes),
    )
    return Proposal(
        key=f"status:{subject.start}:{status.value}",
        kind=ClaimKind.STATUS,
        values=values,
        evidence=(evidence_of(clauses, trigger, words, cause, since_span),),
        spans=tuple(sorted(spans)),
        inferred=(*((("parties", why),) if why else ()), ("subject_type", _why_of_type(kind, values.subject))),
        confidence=round(_sureness(rule, clauses, trigger, status) - (INFERRED_COSTS if why else 0.0), 2),
        rule=f"statuses.{rule.id}",
    )


def _sureness(rule: Rule, clauses: Clauses, trigger: int, status: StatusKind) -> float:
    """How sure the rule is; what "expires in May" is told as in force, but hardly where that is by the way."""
    token = clauses[trigger]
    is_by_the_way = token.lemma == "expire" and status is StatusKind.IN_FORCE and token.dep in {"relcl", "acl"}
    return min(rule.confidence, EXPIRES) if is_by_the_way else rule.confidence


EXPIRES = 0.4


def _is_mutual(clauses: Clauses, words: Range) -> bool:
    """Whether the subject's name says that it is between several: a Dialogue, a Round, a Partnership."""
    if BETWEEN_SEVERAL & {clauses.lower(index) for index in range(*words)}:
        return True
    named = any(clauses[index].pos == "PROPN" for index in range(*words))
    if named and any(_is_of_many(clauses, index) for index in range(*words)):
        return True
    return any(
        clauses[index].lemma in table().mutual and is_named(clauses, index)
        for index in range(*words)
        if clauses[index].pos in {"NOUN", "PROPN"}
    )


def _is_of_many(clauses: Clauses, noun: int) -> bool:
    """ "the Tokyo trade round", "the Lake Contact Group": with a name before it, such a thing is never one state's."""
    if clauses[noun].lemma == "group" or clauses.lower(noun) == "group":
        return (
            clauses.lower(noun - 1) in {"contact", "core", "support", "level"} or clauses.lower(noun + 2) == "friends"
        )
    return clauses[noun].lemma == "round"


PACTS = frozenset({"accord", "pact", "agreement"})


def _is_of_states(clauses: Clauses, words: Range) -> bool:
    """Whether such a thing is concluded by states alone: a treaty, a truce; a pact where the report names a state."""
    lemmas = {clauses[index].lemma for index in range(*words)}
    return bool(lemmas & table().treaties) or (bool(lemmas & PACTS) and bool(clauses.mentions.parties))


def _is_plan_of_nobody(clauses: Clauses, words: Range) -> bool:
    """Whether it is a plan, a programme, for which no party is told: "the housing plan is being carried out"."""
    lemmas = {clauses[index].lemma for index in range(*words)}
    return bool(lemmas & PLANS) and not lemmas & (table().treaties | PACTS | PEACEFUL)


PLANS = frozenset("plan programme program project strategy contract".split())
PEACEFUL = frozenset({"peace", "un", "u.n.", "ceasefire", "disarmament"})


def _is_international(mentions: Mentions) -> bool:
    """Whether the report names several parties, so that a pact without any is hardly one between firms."""
    return len({party.code for party in mentions.parties}) > 1


def _why_of_type(kind: SubjectType, subject: str) -> str:
    return f"“{subject[:80]}” is what one calls {'an' if kind is SubjectType.AGREEMENT else 'a'} {kind.value}."
