"""Mentions → proposals of commitments: what parties agreed, pledged, or declared they intend to do.

The ways of promising are rows of ``data/commitments.toml``; this module finds their triggers, asks whether the promise
is made at all, cuts out its content and says whose it is.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from aidememoire.claims.clauses import (
    Clauses,
    Range,
    readable_sentences,
    subject_of,
)
from aidememoire.claims.promises.deadlines import deadline_of
from aidememoire.claims.promises.makers import Ground, Makers, makers_of, meeting_of, within
from aidememoire.claims.promises.promise_checks import (
    governing_verb,
    names_parties,
    owner_of,
    why_no_promise,
    why_refused,
)
from aidememoire.claims.promises.promises import (
    Rule,
    contents_of,
    documents_of,
    is_international,
    is_trigger,
    signed_at,
    table,
    thing_to_be_done,
)
from aidememoire.claims.promises.topics import topic_of
from aidememoire.knowledge import Knowledge
from aidememoire.model import (
    ClaimKind,
    CommitmentValues,
    Mentions,
    Proposal,
    Refusal,
    Span,
    Strength,
)

LOOK_BACK = 200  # promises among which a repeated one is sought; more would cost their square
SAME_WORDS = 0.75  # "withdraw its troops by May" and "withdraw its troops" are one promise
# "The sides agreed" leans on the two parties named nearest; what one of them will do mustn't be laid to both.
PAIR_WILL_DO = frozenset({"agree", "agreement", "commit", "intention"})
# Words that merely look like a promise; a person who asks what was withheld, and why, wants none of them.
NOT_WORTH_TELLING = frozenset({"not made", "heading", "nothing to check", "generic"})
WITH_OTHERS = frozenset({"agree", "decide", "sign"})
OCCASION_SUBJECTS = frozenset({"i", "summit", "meeting", "conference", "session", "all", "both"})


def propose_commitments(
    mentions: Mentions, knowledge: Knowledge, meetings: tuple[Proposal, ...]
) -> Iterator[Proposal | Refusal]:
    """Commitments and what was refused as one, in order of position."""
    proposals: list[Proposal] = []
    for found in _found(mentions, meetings):
        if isinstance(found, Refusal):
            yield found
        elif (again := _told_before(found, proposals)) is not None:
            proposals[again] = replace(proposals[again], evidence=(*proposals[again].evidence, *found.evidence))
        else:
            proposals.append(found)
    yield from proposals


def _told_before(proposal: Proposal, earlier: list[Proposal]) -> int | None:
    """The position of an earlier proposal that promises the same: a report tells it in its head and again below."""
    assert isinstance(proposal.values, CommitmentValues)
    words = set(proposal.values.content.lower().split())
    for index in range(max(0, len(earlier) - LOOK_BACK), len(earlier)):
        other = earlier[index]
        assert isinstance(other.values, CommitmentValues)
        if not set(other.values.made_by) & set(proposal.values.made_by):
            continue
        others = set(other.values.content.lower().split())
        if len(words & others) >= SAME_WORDS * min(len(words), len(others)) and min(len(words), len(others)) >= 3:
            return index
    return None


def _found(mentions: Mentions, meetings: tuple[Proposal, ...]) -> Iterator[Proposal | Refusal]:
    by_lemma = table().by_lemma
    for sentence in readable_sentences(mentions):
        hits = [t for t in mentions.tokens_of(sentence) if t.lemma in by_lemma or t.lower in by_lemma]
        if not hits:
            continue
        clauses = Clauses(mentions, sentence)
        taken: list[Span] = []
        for token in hits:
            for rule in by_lemma.get(token.lemma) or by_lemma[token.lower]:
                for found in _try(rule, clauses, token.index, meetings):
                    if isinstance(found, Refusal):
                        yield found
                    elif not any(found.spans[0][1][0].overlaps(span) for span in taken):
                        taken.extend(dict(found.spans)["content"])
                        yield found


def _try(rule: Rule, clauses: Clauses, trigger: int, meetings: tuple[Proposal, ...]) -> Iterator[Proposal | Refusal]:
    if not is_trigger(rule, clauses, trigger):
        return
    contents = list(contents_of(rule, clauses, trigger))
    if not contents:
        return
    span = clauses.span((trigger, trigger + 1))
    why = why_refused(rule, clauses, trigger)
    if why:
        if why not in NOT_WORTH_TELLING:
            yield Refusal(ClaimKind.COMMITMENT.value, span, why, f"commitments.{rule.id}")
        return
    makers = _makers(rule, clauses, trigger, meetings)
    if makers is None or not makers.codes:
        return
    if makers.ground is Ground.PAIR and rule.id not in PAIR_WILL_DO:
        yield Refusal(ClaimKind.COMMITMENT.value, span, "low_confidence", f"commitments.{rule.id}")
        return
    if rule.id == "adopt" and len(makers.codes) < 2:
        return  # what one state adopts is its own law or plan
    if rule.kind == "signing" and len(makers.codes) < 2:
        contents = [content for content in contents if is_international(clauses, content)]
    for content in contents:
        why = why_no_promise(rule, clauses, content, is_joint=len(makers.codes) > 1)
        if why in NOT_WORTH_TELLING or (why == "stance" and rule.kind == "future"):
            continue
        if why:
            yield Refusal(ClaimKind.COMMITMENT.value, clauses.span(content), why, f"commitments.{rule.id}")
        else:
            yield _proposal(rule, clauses, trigger, content, makers, meetings)


# Whose it is


def _makers(rule: Rule, clauses: Clauses, trigger: int, meetings: tuple[Proposal, ...]) -> Makers | None:
    if rule.kind == "ceremony":
        return _signers_at(clauses, trigger, meetings)
    if rule.kind == "signing":
        return _signers(clauses, trigger, meetings)
    verb = trigger
    if rule.kind == "future":
        verb = clauses[trigger].head
        if thing_to_be_done(clauses, verb) is not None:
            verb = clauses[verb].head
    if rule.kind == "noun":
        owner = owner_of(clauses, trigger)
        if owner is not None:
            makers = makers_of(clauses, owner, meetings)
            if makers is not None or clauses[owner].tag != "PRP$":
                return makers
        between = clauses.child(trigger, "prep")
        if between is not None and clauses.lower(between) in {"between", "of"} and names_parties(clauses, between):
            return makers_of(clauses, clauses.child(between, "pobj"), meetings)
        verb = governing_verb(clauses, trigger)
        if clauses[trigger].dep == "nsubjpass":
            agent = clauses.child(verb, "agent")
            by = clauses.child(agent, "pobj") if agent is not None else None
            if by is not None:
                return makers_of(clauses, by, meetings, is_joint=True)
            return makers_of(clauses, None, meetings, is_joint=True)
    elif rule.kind == "adjective":
        verb = clauses[trigger].head if clauses[trigger].dep in {"acomp", "conj", "oprd"} else trigger
    subject = subject_of(clauses, verb)
    if subject is not None and rule.strength is not Strength.AGREED and clauses.lower(subject) in OCCASION_SUBJECTS:
        return None
    if subject is None and clauses[verb].tag == "VBN":
        subject = clauses.child(verb, "agent")
    is_joint = rule.strength is Strength.AGREED
    if subject is None and not is_joint:
        return None
    makers = makers_of(clauses, subject, meetings, is_joint=is_joint)
    return _with_others(clauses, trigger, makers) if rule.id in WITH_OTHERS and makers is not None else makers


def _with_others(clauses: Clauses, verb: int, makers: Makers) -> Makers:
    """The makers and those with whom they did it ("agreed with Oslo to …", "signed with Riga")."""
    for child in clauses.children.get(verb, ()):
        if clauses[child].dep != "prep" or clauses.lower(child) not in {"with", "together"}:
            continue
        partner = clauses.child(child, "pobj")
        others = makers_of(clauses, partner, ()) if partner is not None else None
        if others is not None:
            codes = tuple(sorted({*makers.codes, *others.codes}))
            return Makers(codes, tuple(sorted({*makers.spans, *others.spans})), makers.inferred, makers.ground)
    return makers


def _signers(clauses: Clauses, verb: int, meetings: tuple[Proposal, ...]) -> Makers | None:
    named = _parties_of_document(clauses, documents_of(clauses, verb))
    if named is not None:
        return named
    if clauses.child(verb, "nsubjpass") is None:
        makers = makers_of(clauses, subject_of(clauses, verb), meetings, is_joint=True)
        makers = _with_others(clauses, verb, makers) if makers is not None else None
    else:
        agent = clauses.child(verb, "agent")
        signer = clauses.child(agent, "pobj") if agent is not None else None
        makers = makers_of(clauses, signer, meetings, is_joint=True)
    if makers is not None and len(makers.codes) == 1:
        joint = makers_of(clauses, None, meetings, is_joint=True)
        if joint is not None and set(makers.codes) < set(joint.codes):
            return joint
    return makers


def _signers_at(clauses: Clauses, noun: int, meetings: tuple[Proposal, ...]) -> Makers | None:
    """Those who signed at "the signing of …": named in the document, or behind "by", or those at the meeting."""
    documents = [clauses.subtree(document) for document in signed_at(clauses, noun)]
    named = _parties_of_document(clauses, documents)
    if named is not None or clauses[noun].lemma == "ratification":
        return named
    for index in range(noun, clauses.subtree(noun)[1]):
        if clauses.lower(index) == "by" and clauses.child(index, "pobj") is not None:
            return makers_of(clauses, clauses.child(index, "pobj"), meetings, is_joint=True)
    return makers_of(clauses, None, meetings, is_joint=True)


def _parties_of_document(clauses: Clauses, documents: Iterable[Range]) -> Makers | None:
    """The parties in the document's own name: "the Agreement between Malta and Libya on …"."""
    for first, last in documents:
        named = {p.code: p.span for p in within(clauses.mentions.parties, clauses[first].start, clauses[last - 1].end)}
        if len(named) == 2 and "between" in {clauses.lower(index) for index in range(first, last)}:
            return Makers(tuple(sorted(named)), tuple(sorted(named.values())), None)
    return None


# The proposal


def _proposal(
    rule: Rule, clauses: Clauses, trigger: int, content: Range, makers: Makers, meetings: tuple[Proposal, ...]
) -> Proposal:
    mentions = clauses.mentions
    span = clauses.span(content)
    deadline = deadline_of(clauses, trigger, content)
    meeting = meeting_of(mentions, clauses.sentence, meetings, makers.codes)
    is_readout = mentions.report.side is not None
    is_apart = bool(makers.spans) and not is_readout
    if rule.strength is not Strength.AGREED and is_apart and not _tells_of(meeting, clauses):
        meeting = None  # in news a promise stands beside a meeting oftener than it was made there
    strength = _strength(rule, makers)
    spans: list[tuple[str, tuple[Span, ...]]] = [("content", (span,))]
    spans.append(("strength", (clauses.span((trigger, trigger + 1)),)))
    inferred: list[tuple[str, str]] = []
    if makers.spans:
        spans.append(("made_by", makers.spans))
    if makers.inferred:
        inferred.append(("made_by", makers.inferred))
    if deadline.span is not None:
        spans.append(("due", (deadline.span,)))
    if deadline.words is not None:
        spans.append(("due_words", (deadline.words,)))
    if meeting is not None:
        inferred.append(("made_at", f"The meeting told of nearest: “{mentions.words(meeting.evidence[0])[:80]}”."))
    topic = topic_of(mentions.words(span))
    if topic is not None:
        inferred.append(("topic", f"The content has more words of “{topic}” than of any other topic."))
    conditions = _conditions(clauses, content)
    if conditions and rule.kind == "future":
        strength = Strength.INTENDED
    if conditions:
        spans.append(("conditions", conditions))
    values = CommitmentValues(
        content=mentions.words(span),
        made_by=makers.codes,
        strength=strength,
        made_at=meeting.key if meeting is not None else None,
        due=deadline.when,
        due_words=mentions.words(deadline.words) if deadline.words is not None else None,
        topic=topic,
        conditions=tuple(mentions.words(condition) for condition in conditions),
    )
    return Proposal(
        key=f"commitment:{span.start}",
        kind=ClaimKind.COMMITMENT,
        values=values,
        evidence=(clauses.sentence.span,),
        spans=tuple(sorted(spans)),
        inferred=tuple(inferred),
        confidence=round(CONFIDENCE.get(rule.id, ELSE_CONFIDENCE) - DOUBT.get(makers.ground, 0.0), 2),
        rule=f"commitments.{rule.id}",
    )


def _strength(rule: Rule, makers: Makers) -> Strength:
    """How firmly it binds; what those at one meeting pledge together, and "we" of a joint text will do, is agreed."""
    if len(makers.codes) == 1:
        return rule.single or rule.strength
    if makers.ground is Ground.VOICE and rule.strength is Strength.PLEDGED:
        return Strength.AGREED
    together = rule.together if makers.ground is Ground.MEETING else None
    return together or rule.joint or rule.strength


# Share of the marked reports' proposals of each way of promising that a reader marked too, rounded.
CONFIDENCE = {
    "agree": 0.8,
    "commit": 0.8,
    "signing": 0.85,
    "sign": 0.75,
    "intend": 0.75,
    "pledge": 0.72,
    "intention": 0.65,
    "will": 0.62,
    "ready": 0.62,
    "accept": 0.6,
    "decide": 0.6,
    "promise": 0.5,
    "agreement": 0.5,
}
ELSE_CONFIDENCE = 0.55
# What is taken off where the makers had to be inferred, by the ground.
DOUBT = {Ground.PRONOUN: 0.05, Ground.SIDE: 0.05, Ground.VOICE: 0.05, Ground.SPEAKER: 0.15, Ground.PAIR: 0.05}


def _tells_of(meeting: Proposal | None, clauses: Clauses) -> bool:
    return meeting is not None and any(clauses.sentence.span.overlaps(span) for span in meeting.evidence)


def _conditions(clauses: Clauses, content: Range) -> tuple[Span, ...]:
    """The condition in the content, or the if-clause that opens the sentence."""
    for index in range(content[0], content[1]):
        word = clauses.lower(index)
        if word in {"if", "unless", "provided"} or (word == "condition" and clauses.lower(index + 1) == "that"):
            return (clauses.span((index, content[1])),)
    first = clauses.sentence.first
    if clauses.lower(first) in {"if", "unless", "should"}:
        for index in range(first + 1, content[0]):
            if clauses[index].text == ",":
                return (clauses.span((first, index)),)
    return ()
