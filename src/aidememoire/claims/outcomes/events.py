"""Mentions → proposals of context events: what happened around the diplomacy, coded with PLOVER event, mode, context.

The codes and wordings are rows of ``data/events.toml``.
"""

from collections.abc import Iterator

from aidememoire.claims.clauses import Clauses, Range, noun_phrase
from aidememoire.claims.outcomes.deeds import (
    SILENT,
    Deed,
    find_deeds,
    triggers_of,
    when_of,
    why_not_done,
)
from aidememoire.claims.promises.makers import makers_of, parties_within
from aidememoire.knowledge import Knowledge
from aidememoire.model import ClaimKind, EventValues, Mentions, Proposal, Refusal, Span

# "imposed sanctions on Iran": after these the target is named, up to so many tokens behind the trigger.
TARGET_PREPOSITIONS = "on against at upon of in"
TARGET_WINDOW = 10


def propose_events(mentions: Mentions, knowledge: Knowledge) -> Iterator[Proposal | Refusal]:
    """Context events and what was refused as one, in order of position; each event once."""
    seen: set[tuple[str, str | None, str | None]] = set()
    for clauses, deed in find_deeds(mentions, triggers_of("events")):
        why = why_not_done(clauses, deed)
        if why in SILENT:
            continue
        if why is not None:
            span = clauses.span((deed.trigger, deed.trigger + 1))
            yield Refusal(ClaimKind.EVENT.value, span, why, f"events.{deed.rule.id}")
            continue
        proposal = _proposal(clauses, deed)
        if proposal is None or not isinstance(proposal.values, EventValues):
            continue
        key = (deed.rule.id, proposal.values.source, proposal.values.target)
        if key not in seen:
            seen.add(key)
            yield proposal


def _proposal(clauses: Clauses, deed: Deed) -> Proposal | None:
    """The event; None where no party is its source, target or place: it is nobody's concern here."""
    mentions = clauses.mentions
    source, source_span = _source(clauses, deed)
    target, target_span = _target(clauses, deed, source)
    if (source is None and target is None) or (deed.rule.value("both") and (source is None or target is None)):
        return None
    date, date_span = when_of(clauses, deed)
    trigger = clauses.span((deed.trigger, deed.trigger + 1))
    spans: list[tuple[str, tuple[Span, ...]]] = [("event", (trigger,))]
    spans += [
        (field, (span,))
        for field, span in (("source", source_span), ("target", target_span), ("date", date_span))
        if span is not None
    ]
    return Proposal(
        key=f"event:{mentions.tokens[deed.trigger].start}",
        kind=ClaimKind.EVENT,
        values=EventValues(
            event=deed.rule.value("event"),
            mode=deed.rule.value("mode"),
            context=tuple(deed.rule.value("context") or ()),
            source=source,
            target=target,
            date=date,
        ),
        evidence=(clauses.sentence.span,),
        spans=tuple(sorted(spans)),
        confidence=0.6,
        rule=f"events.{deed.rule.id}",
    )


def _own_words(clauses: Clauses, head: int) -> Range:
    """The phrase up to its head: "Niger's raid", without "on Mali": words are aimed at whoever did it."""
    return noun_phrase(clauses, head)[0], head + 1


def _source(clauses: Clauses, deed: Deed) -> tuple[str | None, Span | None]:
    if deed.doer is None:
        return None, None
    makers = makers_of(clauses, deed.doer, (), strict=False)
    if makers is None or not makers.codes:
        return None, None
    return makers.codes[0], makers.spans[0] if makers.spans else None


def _target(clauses: Clauses, deed: Deed, source: str | None) -> tuple[str | None, Span | None]:
    """The party that undergoes it, or against, on or in which it is done."""
    heads = [] if deed.undergoer is None else [deed.undergoer]
    prepositions = (deed.rule.value("target_by") or TARGET_PREPOSITIONS).split()
    for index in range(deed.trigger + 1, min(deed.trigger + TARGET_WINDOW, clauses.sentence.last)):
        if clauses.lower(index) in prepositions and clauses[index].pos in {"ADP", "SCONJ"}:
            governed = clauses.child(index, "pobj")
            if governed is not None:
                heads.append(governed)
    for head in heads:
        first, last = _own_words(clauses, head) if deed.rule.value("both") else noun_phrase(clauses, head)
        for party in parties_within(clauses.mentions, clauses[first].start, clauses[last - 1].end):
            if party.code != source:
                return party.code, party.span
    return None, None
