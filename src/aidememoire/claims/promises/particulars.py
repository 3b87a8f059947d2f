"""What is said of a promise beside its words: whose, by when, made where, about what; with the words or the ground."""

from dataclasses import dataclass

from aidememoire.claims.promises.deadlines import Deadline
from aidememoire.claims.promises.grounds import Makers
from aidememoire.claims.promises.topics import topic_of
from aidememoire.model import CommitmentValues, Mentions, Proposal, Span, Strength


@dataclass(frozen=True, slots=True)
class Particulars:
    """Values of a commitment, with the spans and grounds of those that have some."""

    values: CommitmentValues
    spans: tuple[tuple[str, tuple[Span, ...]], ...]
    inferred: tuple[tuple[str, str], ...]


def particulars_of(
    mentions: Mentions, content: Span, strength: Strength, makers: Makers, deadline: Deadline, meeting: Proposal | None
) -> Particulars:
    """The particulars of a promise with these words."""
    spans: list[tuple[str, tuple[Span, ...]]] = [("content", (content,))]
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
    topic = topic_of(mentions.words(content))
    if topic is not None:
        inferred.append(("topic", f"The content has more words of “{topic}” than of any other topic."))
    values = CommitmentValues(
        content=mentions.words(content),
        made_by=makers.codes,
        strength=strength,
        made_at=meeting.key if meeting is not None else None,
        due=deadline.when,
        due_words=mentions.words(deadline.words) if deadline.words is not None else None,
        topic=topic,
    )
    return Particulars(values, tuple(spans), tuple(inferred))
