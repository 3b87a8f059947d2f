"""Tagged statuses → proposals: what became of what, of whose, and why."""

from collections.abc import Iterator

from aidememoire.claims.checks import why_withheld
from aidememoire.claims.clauses import Clauses, Range, is_heading
from aidememoire.claims.outcomes.status_subjects import type_of
from aidememoire.claims.promises.grounds import parties_within
from aidememoire.claims.promises.sittings import meeting_of
from aidememoire.claims.readers.completing.places import prose_at, tokens_in, top_of
from aidememoire.claims.readers.decoding import TaggedSentence, TaggedSpan, Tags
from aidememoire.model import (
    ClaimKind,
    MeetingValues,
    Mentions,
    Proposal,
    Reader,
    Refusal,
    Sentence,
    Span,
    StatusKind,
    StatusValues,
    SubjectType,
)

RULE = "tagger.status"
REFUSED = frozenset({"conditional", "hypothetical", "question"})
NEAR = 2  # sentences before in which the parties may be named


def propose_outcomes(
    mentions: Mentions, tags: Tags, meetings: tuple[Proposal, ...], least: float
) -> Iterator[Proposal | Refusal]:
    """A status for each sentence likely (by ``least``) to tell of one in which its subject is tagged, too."""
    subjects, causes = tags.of("subject"), tags.of("cause")
    for tagged in tags.sentences:
        if tagged.became < least:
            continue
        extent = mentions.sentences[tagged.number].span
        subject = _best_within(subjects, extent)
        sentence = prose_at(mentions, extent.start)
        if subject is None or sentence is None:
            continue
        clauses = Clauses(mentions, sentence)
        words = tokens_in(mentions, sentence, subject.start, subject.end)
        if words[1] <= words[0] or is_heading(clauses):
            continue
        why = why_withheld(mentions, sentence, clauses.span(words))
        if why in REFUSED:
            yield Refusal(ClaimKind.STATUS, clauses.span(words), why, RULE)
            continue
        yield _proposal(clauses, words, tagged, _best_within(causes, extent), meetings)


def _best_within(spans: tuple[TaggedSpan, ...], around: Span) -> TaggedSpan | None:
    inside = [one for one in spans if around.start <= one.start and one.end <= around.end]
    return max(inside, key=lambda one: (one.probability, -one.start), default=None)


def _proposal(
    clauses: Clauses,
    words: Range,
    tagged: TaggedSentence,
    cause: TaggedSpan | None,
    meetings: tuple[Proposal, ...],
) -> Proposal:
    mentions = clauses.mentions
    subject = clauses.span(words)
    kind = type_of(clauses, top_of(mentions, words)) or SubjectType.AGREEMENT
    codes, party_spans, why = _parties(mentions, clauses.sentence, subject, meetings)
    spans: list[tuple[str, tuple[Span, ...]]] = [("subject", (subject,))]
    inferred = [
        ("status", "by the wording of the sentence, as the tagger learnt it"),
        ("subject_type", f"“{mentions.words(subject)[:80]}” is taken for one of its kind."),
    ]
    if party_spans:
        spans.append(("parties", party_spans))
    if why:
        inferred.append(("parties", why))
    cause_words = None
    if cause is not None:
        at = prose_at(mentions, cause.start)
        run = tokens_in(mentions, at, cause.start, cause.end) if at else (0, 0)
        if run[1] > run[0]:
            cause_span = clauses.mentions.report.span(mentions.tokens[run[0]].start, mentions.tokens[run[1] - 1].end)
            spans += [("cause", (cause_span,)), ("causes", (cause_span,))]
            cause_words = mentions.words(cause_span)
    return Proposal(
        key=f"tagged-status:{subject.start}:{tagged.outcome}",
        kind=ClaimKind.STATUS,
        values=StatusValues(
            subject=mentions.words(subject),
            subject_type=kind,
            parties=codes,
            status=StatusKind(tagged.outcome),
            cause=cause_words,
            causes=(cause_words,) if cause_words else (),
        ),
        evidence=(clauses.sentence.span,),
        spans=tuple(sorted(spans)),
        inferred=tuple(inferred),
        confidence=tagged.became,
        readers=(Reader.TAGGER,),
        rule=RULE,
    )


def _parties(
    mentions: Mentions, sentence: Sentence, subject: Span, meetings: tuple[Proposal, ...]
) -> tuple[tuple[str, ...], tuple[Span, ...], str | None]:
    """Codes, the words that give them, and the ground where the subject's own words don't."""
    named = {party.code: party.span for party in parties_within(mentions, subject.start, subject.end)}
    if named:
        return tuple(sorted(named)), tuple(sorted(named.values())), None
    around = {party.code: party.span for party in parties_within(mentions, sentence.span.start, sentence.span.end)}
    if around:
        return tuple(sorted(around)), tuple(sorted(around.values())), None
    meeting = meeting_of(mentions, sentence, meetings)
    if meeting is not None and isinstance(meeting.values, MeetingValues):
        words = mentions.words(meeting.evidence[0])[:80]
        return tuple(sorted(meeting.values.parties)), (), f"Those at the meeting of “{words}”."
    start = mentions.sentences[max(0, sentence.index - NEAR)].span.start
    before = parties_within(mentions, start, sentence.span.start)
    if before:
        return (before[-1].code,), (), f"The party named last before: “{mentions.words(before[-1].span)}”."
    return (), (), None
