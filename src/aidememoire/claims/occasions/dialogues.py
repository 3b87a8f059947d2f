"""Dialogues: the standing formats of consultation that a report names, with their sides as far as it tells them."""

from collections.abc import Iterator, Sequence

from aidememoire.claims.occasions.parties.participation import Sides
from aidememoire.knowledge import Knowledge
from aidememoire.model import (
    BlockRole,
    ClaimKind,
    DialogueMention,
    DialogueValues,
    MeetingValues,
    Mentions,
    Proposal,
    Refusal,
    Sentence,
    Span,
)


def propose_dialogues(
    mentions: Mentions, knowledge: Knowledge, meetings: Sequence[Proposal]
) -> Iterator[Proposal | Refusal]:
    """One Proposal for each format that the report names, in order of first mention."""
    groups: dict[str, list[DialogueMention]] = {}
    for mention in mentions.dialogues:
        sentence = _sentence_of(mentions, mention)
        if sentence is None or mentions.report.blocks[sentence.block].role is BlockRole.LINK:
            continue
        groups.setdefault(mention.key or mention.name.casefold(), []).append(mention)
    for number, group in enumerate(groups.values(), 1):
        yield _proposal(mentions, knowledge, group, meetings, f"d{number}")


def _proposal(
    mentions: Mentions, knowledge: Knowledge, group: list[DialogueMention], meetings: Sequence[Proposal], key: str
) -> Proposal:
    best = max(group, key=lambda mention: (len(mention.parties), -mention.span.start))
    spans: dict[str, tuple[Span, ...]] = {"name": (best.span,)}
    inferred: dict[str, str] = {}
    parties, why = _parties(mentions, knowledge, group, meetings)
    if why is not None:
        inferred["parties"] = why
    elif parties:
        spans["parties"] = (best.span,)
    if best.key is not None:
        inferred["key"] = "the dialogues table knows it by this name"
    sentences = [sentence.span for mention in group if (sentence := _sentence_of(mentions, mention)) is not None]
    level = next((mention.level for mention in group if mention.level), None)
    if level is not None:
        inferred["level"] = "by its name or the dialogues table"
    elif (level := _level(meetings, best)) is not None:
        inferred["level"] = "by those who met at its meeting that the report tells of"
    values = DialogueValues(
        name=best.name,
        key=best.key,
        parties=tuple(sorted(parties)),
        level=level,
    )
    return Proposal(
        key=key,
        kind=ClaimKind.DIALOGUE,
        values=values,
        evidence=tuple(dict.fromkeys(sentences)),
        spans=tuple(sorted(spans.items())),
        inferred=tuple(sorted(inferred.items())),
        rule="dialogues.name",
    )


def _parties(
    mentions: Mentions, knowledge: Knowledge, group: list[DialogueMention], meetings: Sequence[Proposal]
) -> tuple[set[str], str | None]:
    """The sides, and how they are known when the format's own name doesn't fix them."""
    fixed = {code for mention in group for code in mention.parties}
    if fixed:
        return fixed, None
    names = {mention.name.casefold() for mention in group}
    for meeting in meetings:
        values = meeting.values
        if isinstance(values, MeetingValues) and values.format and values.format.casefold() in names:
            return set(values.parties), "the parties of its meeting that the report tells of"
    for mention in group:
        sentence = _sentence_of(mentions, mention)
        if sentence is None:
            continue
        near = {
            code
            for presence in Sides(mentions, knowledge, sentence).presences
            if presence.link in {"between", "of", "with"}
            for code in presence.parties
        }
        if len(near) >= 2:
            return near, "the parties named beside it"
    return set(), None


def _level(meetings: Sequence[Proposal], mention: DialogueMention) -> str | None:
    for meeting in meetings:
        values = meeting.values
        if isinstance(values, MeetingValues) and values.format == mention.name and values.level != "unknown":
            return values.level
    return None


def _sentence_of(mentions: Mentions, mention: DialogueMention) -> Sentence | None:
    span: Span = mention.span
    return next((sentence for sentence in mentions.sentences if sentence.span.contains(span)), None)
