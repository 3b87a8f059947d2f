"""Mentions → proposals of statuses: what has become of a dialogue, agreement or commitment.

The wordings are rows of ``data/statuses.toml``; this module finds their triggers and the words that name what the
status is of, and asks whether it is asserted at all: a plan, a wish or a threat is no status.
"""

from collections.abc import Iterator

from aidememoire.claims.checks import why_withheld
from aidememoire.claims.clauses import (
    DEMANDING,
    SAYING,
    Clauses,
    Range,
    is_demanded,
    is_heading,
    is_negated,
    is_progressive,
    is_subordinate,
    modal_of,
    readable_sentences,
    subject_of,
)
from aidememoire.claims.outcomes.status_grounds import cause_of, since_of
from aidememoire.claims.outcomes.status_rules import BY_DOING, Rule, table
from aidememoire.claims.outcomes.status_subjects import subject_of_status, words_follow
from aidememoire.claims.promises.makers import makers_of, meeting_of, pair_before, parties_within
from aidememoire.knowledge import Knowledge
from aidememoire.model import (
    ClaimKind,
    MeetingValues,
    Mentions,
    Proposal,
    Refusal,
    Span,
    StatusKind,
    StatusValues,
    SubjectType,
)

ARTICLES = frozenset({"the", "a", "an", "this", "that", "its", "their", "such"})
HOLDS_NO_DATE = frozenset({"took-hold", "failure", "complied"})  # a date beside these is of what was due
LOOK_BACK = 200  # statuses among which a repeated one is sought; more would cost their square
DISCUSSING = frozenset(
    "discuss negotiate seek debate mull plan prepare facilitate await support oppose fear risk avoid prevent threaten "
    "push make envisage intend".split()
)
# Share of the marked reports' proposals that a reader marked too, with the parties named and inferred, rounded.
CONFIDENCE, INFERRED_CONFIDENCE = 0.75, 0.65
# Words that merely look like a status; a person who asks what was withheld, and why, wants none of them.
NOT_WORTH_TELLING = frozenset({"no status", "not asserted", "heading", "generic"})
PARTLY = frozenset({"partly", "partially", "incompletely"})
ACCUSING = frozenset({"accuse", "blame", "charge", "suspect"})
FAILING = frozenset({"fail", "refuse", "decline", "neglect"})
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
DONE_BY_ONE = frozenset(
    {
        StatusKind.VIOLATED,
        StatusKind.WITHDRAWN,
        StatusKind.NOT_FULFILLED,
        StatusKind.FULFILLED,
        StatusKind.PARTLY_FULFILLED,
    }
)


def propose_statuses(
    mentions: Mentions, knowledge: Knowledge, meetings: tuple[Proposal, ...]
) -> Iterator[Proposal | Refusal]:
    """Statuses and what was refused as one, in order of position."""
    by_lemma = table().by_lemma
    seen: list[StatusValues] = []
    for sentence in readable_sentences(mentions):
        hits = [token.index for token in mentions.tokens_of(sentence) if token.lemma in by_lemma]
        if not hits:
            continue
        clauses = Clauses(mentions, sentence)
        for index in hits:
            for rule in by_lemma[clauses[index].lemma]:
                found = _try(rule, clauses, index, meetings)
                if isinstance(found, Refusal):
                    yield found
                elif (
                    found is not None
                    and isinstance(found.values, StatusValues)
                    and not any(_is_same(found.values, other) for other in seen[-LOOK_BACK:])
                ):
                    seen.append(found.values)
                    yield found


def _is_same(one: StatusValues, other: StatusValues) -> bool:
    """Whether both tell the same: one status of what is named by the same words, the shorter within the longer."""
    if one.status is not other.status:
        return False
    words, others = (set(values.subject.lower().split()) - ARTICLES for values in (one, other))
    return words <= others or others <= words


def _try(rule: Rule, clauses: Clauses, trigger: int, meetings: tuple[Proposal, ...]) -> Proposal | Refusal | None:
    if clauses[trigger].dep in {"aux", "auxpass"}:
        return None
    if not words_follow(rule, clauses, trigger):
        return None
    found = subject_of_status(rule, clauses, trigger)
    if found is None:
        return None
    subject, kind, rule = found
    status = _why_not(rule, clauses, trigger, subject) or _status(rule, clauses, trigger)
    if isinstance(status, StatusKind):
        proposal = _proposal(rule, clauses, trigger, subject, kind, status, meetings)
        if isinstance(proposal, Proposal):
            return proposal
        status = "domestic"
    if status in NOT_WORTH_TELLING:
        return None
    return Refusal(ClaimKind.STATUS.value, clauses.span((trigger, trigger + 1)), str(status), f"statuses.{rule.id}")


# Whether it is so


def _why_not(rule: Rule, clauses: Clauses, trigger: int, subject: Range) -> str | None:
    """Why nothing became of it whatever the verb says: it is private, imagined, or only aimed at."""
    words = {clauses.lower(i) for i in range(*subject)}
    if words & table().private:
        return "domestic"
    opening = {clauses.lower(subject[0]), clauses.lower(subject[0] + 1)}
    if opening & table().imagined or (rule.only_nouns and _qualifiers(clauses, trigger) & table().imagined):
        return "hypothetical"
    token = clauses[trigger]
    if token.tag == "VBP" and token.dep == "relcl":
        return "generic"  # "companies that comply with the sanctions"
    if token.tag == "VBN" and clauses.child(trigger, "auxpass", "aux") is None:
        governor = clauses[clauses[token.head].head] if token.dep == "acl" else clauses[token.head]
        if governor.lemma in DEMANDING | DISCUSSING | {"see", "get"} or rule.ongoing is not None:
            return "wish"  # "called for a commission established by …", "had not seen the promise honoured"
    if rule.ongoing is not None and clauses[subject[0]].tag == "NNS" and subject[1] - subject[0] == 1:
        return "generic"  # "reforms are implemented"
    if rule.only_nouns and clauses.lower(token.head) in {"for", "on", "toward", "towards"}:
        return "wish"  # "a memorandum on the establishment of …"
    return None


def _qualifiers(clauses: Clauses, noun: int) -> set[str]:
    """The words before the noun that belong to it; "a" counts as "any" ("a renewal of the treaty")."""
    found = {clauses.lower(child) for child in clauses.children.get(noun, ()) if child < noun}
    return found | ({"any"} if found & {"a", "an"} else set())


PROPOSING = frozenset("propose suggest offer envisage recommend advocate".split())


def _is_part_of_a_proposal(clauses: Clauses, trigger: int) -> bool:
    """ "He proposed an inquiry while both observe the truce": what goes with a proposal is proposed, too."""
    head = clauses[trigger].head
    return (
        clauses[trigger].dep == "advcl"
        and clauses[trigger].tag in {"VBP", "VBZ", "VB"}
        and head in clauses
        and clauses[head].lemma in PROPOSING
    )


def _status(rule: Rule, clauses: Clauses, trigger: int) -> StatusKind | str:
    """The status, or the word for why there is none."""
    if is_heading(clauses):
        return "heading"
    if _is_part_of_a_proposal(clauses, trigger):
        return "proposed"
    span = clauses.span((trigger, trigger + 1))
    why = why_withheld(clauses.mentions, clauses.sentence, span)
    if why in {"question", "conditional"} or is_subordinate(clauses, trigger) or _hangs_on_condition(clauses, trigger):
        return why or "conditional"
    if not clauses[trigger].tag.startswith("VB"):
        return _status_by_noun(rule, clauses, trigger, why)
    if _has_failed(clauses, trigger):
        return rule.denied or "denied"
    modal = modal_of(clauses, trigger)
    if modal == "to":
        return _yet_to(rule, clauses, trigger)
    if modal is not None:
        return "planned" if modal in {"will", "shall", "wo", "'ll", "’ll"} else "hypothetical"
    if clauses[trigger].tag == "VB" and not _has_do(clauses, trigger):
        return "wish"
    if is_negated(clauses, trigger) or why == "denied":
        return rule.denied or "denied"
    if _is_little(clauses, trigger):
        return rule.denied or "denied"
    if rule.only_denied or (rule.only_ongoing and not is_progressive(clauses, trigger)):
        return "no status"
    if clauses[trigger].tag == "VBG" and not is_progressive(clauses, trigger) and rule.status not in BY_DOING:
        return "not asserted"
    if is_demanded(clauses, trigger):
        return "wish"
    if _is_scheduled(rule, clauses, trigger):
        return "planned"
    if why and why != "generic":
        return why
    return _degree(rule, clauses, trigger)


def _hangs_on_condition(clauses: Clauses, verb: int) -> bool:
    """Whether the clause is said in one that is left open: "until Oslo has shown that it honours the pact"."""
    token = clauses[verb]
    return token.dep == "ccomp" and token.head != verb and is_subordinate(clauses, token.head)


def _status_by_noun(rule: Rule, clauses: Clauses, noun: int, why: str | None) -> StatusKind | str:
    """ "the extension of the treaty": done, unless a verb of wishing or discussing governs it."""
    if rule.denied is None and rule.ends == ("infinitive",) and why == "denied":
        return rule.status  # "their refusal to implement": the refusal itself reads as a denial
    if why and why != "generic":
        return why
    verb = noun
    for _ in range(3):
        verb = clauses[verb].head
        if verb not in clauses or clauses[verb].pos in {"VERB", "AUX"}:
            break
    if (
        rule.only_nouns
        and verb in clauses
        and (clauses[verb].lemma in DISCUSSING | DEMANDING or _is_unreal(clauses, verb))
    ):
        return "wish"
    if not rule.only_nouns and verb in clauses and clauses[verb].lemma == "get":
        return "wish"  # "to get the talks under way"
    return rule.status


def _is_scheduled(rule: Rule, clauses: Clauses, verb: int) -> bool:
    """ "are launching a dialogue", "talks resume on Monday", "the truce takes effect at noon": it is to begin."""
    if rule.status is StatusKind.LAUNCHED:
        return is_progressive(clauses, verb)
    is_present = clauses[verb].tag in {"VBZ", "VBP"}
    if rule.id == "into-force":
        return is_present and clauses[verb].lemma in {"enter", "come", "take", "go"}
    return rule.status is StatusKind.RESUMED and is_present


def _is_unreal(clauses: Clauses, verb: int) -> bool:
    """Whether the verb is a bare infinitive or stands behind "could", "might": what it governs hasn't come about."""
    return modal_of(clauses, verb) in {"could", "might", "may", "would", "should", "can", "to"} and (
        clauses[verb].tag in {"VB", "VBP"}
    )


def _degree(rule: Rule, clauses: Clauses, trigger: int) -> StatusKind:
    around = {clauses.lower(i) for i in range(trigger - 3, trigger + 3)}
    if rule.partly and around & PARTLY:
        return rule.partly
    if rule.ongoing and ("being" in around or is_progressive(clauses, trigger)):
        return rule.ongoing
    if rule.id == "collapsed" and clauses[trigger].lemma == "expire" and clauses[trigger].tag in {"VBZ", "VBP", "VBG"}:
        return StatusKind.IN_FORCE
    return rule.by_status.get(clauses[trigger].lemma, rule.status)


def _is_little(clauses: Clauses, verb: int) -> bool:
    """ "little of which has been carried out", "few of the measures were": hardly done is not done."""
    subject = clauses.child(verb, "nsubj", "nsubjpass")
    if subject is None:
        return False
    first, last = clauses.subtree(subject)
    return any(clauses.lower(i) in {"little", "few"} and clauses.lower(i - 1) != "a" for i in range(first, last))


def _has_do(clauses: Clauses, verb: int) -> bool:
    return any(clauses[c].lemma == "do" for c in clauses.children.get(verb, ()) if c < verb)


def _has_failed(clauses: Clauses, verb: int) -> bool:
    """ "failed to", "refused to": the deed was not done."""
    return any(
        clauses.lower(i) == "to" and i - 1 in clauses and clauses[i - 1].lemma in FAILING for i in range(verb - 3, verb)
    )


def _yet_to(rule: Rule, clauses: Clauses, verb: int) -> StatusKind | str:
    """ "has yet to be carried out" is a denial; any other infinitive a plan or wish."""
    before = [clauses.lower(i) for i in range(verb - 4, verb)]
    if "yet" in before or "still" in before:
        return rule.yet or rule.denied or "denied"
    deciding = [i for i in _before(clauses, verb) if clauses[i].lemma in {"vote", "decide"}]
    is_done_by_deciding = not rule.several and rule.status not in DONE_BY_ONE - {StatusKind.WITHDRAWN}
    if is_done_by_deciding and any(clauses[i].tag in {"VBD", "VBN"} for i in deciding):
        return rule.status  # "voted to extend the mandate" tells that it was extended
    return "wish"


def _before(clauses: Clauses, verb: int) -> range:
    return range(max(clauses.sentence.first, verb - 6), verb)


# The proposal


def _proposal(
    rule: Rule,
    clauses: Clauses,
    trigger: int,
    words: Range,
    kind: SubjectType,
    status: StatusKind,
    meetings: tuple[Proposal, ...],
) -> Proposal | None:
    mentions = clauses.mentions
    subject = clauses.span(words)
    codes, party_spans, why = _parties(clauses, trigger, words, status, meetings)
    if rule.several and len(codes) < 2:
        return None
    if not codes and (kind is SubjectType.COMMITMENT or not _is_international(mentions)):
        return None
    cause, causes = cause_of(clauses, trigger, subject) if status in HAS_CAUSE else (None, ())
    since, since_span = since_of(clauses, trigger, subject, cause)
    if clauses[trigger].lemma == "expire" or rule.id in HOLDS_NO_DATE:
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
        evidence=(clauses.sentence.span,),
        spans=tuple(sorted(spans)),
        inferred=(*((("parties", why),) if why else ()), ("subject_type", _why_of_type(kind, values.subject))),
        confidence=INFERRED_CONFIDENCE if why else CONFIDENCE,
        rule=f"statuses.{rule.id}",
    )


def _is_international(mentions: Mentions) -> bool:
    """Whether the report names several parties, so that a pact without any is hardly one between firms."""
    return len({party.code for party in mentions.parties}) > 1


def _why_of_type(kind: SubjectType, subject: str) -> str:
    return f"“{subject[:80]}” is what one calls {'an' if kind is SubjectType.AGREEMENT else 'a'} {kind.value}."


def _parties(
    clauses: Clauses,
    trigger: int,
    subject: Range,
    status: StatusKind,
    meetings: tuple[Proposal, ...],
) -> tuple[tuple[str, ...], tuple[Span, ...], str | None]:
    """Codes, the words that give them, and the ground where no words do."""
    mentions = clauses.mentions
    named: dict[str, Span] = {}
    for party in parties_within(mentions, clauses[subject[0]].start, clauses[subject[1] - 1].end):
        named.setdefault(party.code, party.span)
    accused = _accused(clauses, trigger)
    if accused is not None:
        return accused
    actor = _actor(clauses, trigger, subject)
    if actor is not None:
        makers = makers_of(clauses, actor, meetings) or makers_of(clauses, actor, meetings, strict=False)
        if makers is not None:
            if status in DONE_BY_ONE or not named:
                return makers.codes, makers.spans, makers.inferred
            for code, span in zip(makers.codes, makers.spans, strict=False):
                named.setdefault(code, span)
    if status in DONE_BY_ONE:
        doer = _named_before(clauses, trigger, subject)
        if doer is not None:
            return doer
    if named:
        return tuple(sorted(named)), tuple(sorted(named.values())), None
    meeting = meeting_of(mentions, clauses.sentence, meetings)
    if meeting is not None and isinstance(meeting.values, MeetingValues):
        words = mentions.words(meeting.evidence[0])[:80]
        return tuple(sorted(meeting.values.parties)), (), f"Those at the meeting of “{words}”."
    pair = pair_before(clauses)
    if pair is not None:
        return pair.codes, (), pair.inferred
    return _nearest_party(clauses)


def _accused(clauses: Clauses, trigger: int) -> tuple[tuple[str, ...], tuple[Span, ...], str | None] | None:
    """Whoever is accused of it ("accused Chad of violations of the truce"); nobody where that isn't told."""
    verb = trigger
    for _ in range(3):
        verb = clauses[verb].head
        if verb not in clauses or clauses[verb].pos in {"VERB", "AUX"}:
            break
    if clauses[verb].lemma not in ACCUSING or verb == trigger:
        return None
    accused = clauses.child(verb, "nsubjpass") or clauses.child(verb, "dobj")
    if accused is None or accused == trigger:
        return None
    makers = makers_of(clauses, accused, ())
    accuser = clauses.child(verb, "nsubj")
    by = makers_of(clauses, accuser, ()) if accuser is not None else None
    if makers is None or (by is not None and by.codes == makers.codes):
        return (), (), None
    return makers.codes, makers.spans, makers.inferred


def _speakers_words(clauses: Clauses) -> list[tuple[int, int]]:
    """Where whoever says something is named: what is said to have been done, others did."""
    found = []
    for token in clauses.tokens:
        if token.dep == "nsubj" and clauses[token.head].lemma in SAYING:
            first, last = clauses.subtree(token.index)
            found.append((clauses[first].start, clauses[last - 1].end))
    return found


def _named_before(
    clauses: Clauses, trigger: int, subject: Range
) -> tuple[tuple[str, ...], tuple[Span, ...], str | None] | None:
    """The party named last before the trigger in its sentence: "condemned Chad's raid as a violation of the truce"."""
    mentions = clauses.mentions
    named = parties_within(mentions, clauses.sentence.span.start, clauses[trigger].start)
    first, last = clauses[subject[0]].start, clauses[subject[1] - 1].end
    told_by = _speakers_words(clauses)
    outside = [
        party
        for party in named
        if not first <= party.span.start < last and not any(start <= party.span.start < end for start, end in told_by)
    ]
    if not outside:
        return None
    why = f"The party named last before the deed: “{mentions.words(outside[-1].span)}”."
    return (outside[-1].code,), (), why


def _nearest_party(clauses: Clauses) -> tuple[tuple[str, ...], tuple[Span, ...], str | None]:
    """The party named last before or in the sentence, within the two sentences before it."""
    mentions = clauses.mentions
    start = mentions.sentences[max(0, clauses.sentence.index - 2)].span.start
    named = parties_within(mentions, start, clauses.sentence.span.end)
    if not named:
        return (), (), None
    why = f"The party named nearest: “{mentions.words(named[-1].span)}”."
    return (named[-1].code,), (), why


def _actor(clauses: Clauses, trigger: int, subject: Range) -> int | None:
    if not clauses[trigger].tag.startswith("VB"):
        owner = clauses.child(trigger, "poss", "amod")
        if owner is not None and clauses[owner].pos in {"PROPN", "ADJ"}:
            return owner
        by = clauses.child(trigger, "prep")
        if by is not None and clauses.lower(by) == "by":
            return clauses.child(by, "pobj")
        verb = clauses[trigger].head
        if clauses[verb].pos == "ADP" and clauses.lower(verb) in {"as", "in"}:
            return None  # "condemned the raid as a violation": the subject did the condemning
        for _ in range(3):
            if clauses[verb].pos in {"VERB", "AUX"} or clauses[verb].head == verb:
                break
            verb = clauses[verb].head
        trigger = verb
    found = subject_of(clauses, trigger)
    if found is not None and not subject[0] <= found < subject[1] and clauses.child(trigger, "nsubjpass") != found:
        return found
    agent = clauses.child(trigger, "agent")
    return clauses.child(agent, "pobj") if agent is not None else None
