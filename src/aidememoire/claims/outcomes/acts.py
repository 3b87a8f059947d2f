"""Mentions → proposals of acts: deeds reported as done that may bear on a promise; evidence, not a verdict.

The deeds are rows of ``data/acts.toml``.
"""

from collections.abc import Iterator

from aidememoire.claims.clauses import Clauses, noun_phrase
from aidememoire.claims.outcomes.deeds import (
    SILENT,
    Deed,
    find_deeds,
    triggers_of,
    when_of,
    why_not_done,
    words_of,
)
from aidememoire.claims.promises.grounds import parties_within
from aidememoire.claims.promises.makers import makers_of
from aidememoire.knowledge import Knowledge
from aidememoire.model import ActValues, ClaimKind, Mentions, Proposal, Refusal, Span


def propose_acts(mentions: Mentions, knowledge: Knowledge) -> Iterator[Proposal | Refusal]:
    """Acts and what was refused as one, in order of position."""
    settled: set[int] = set()
    for clauses, deed in find_deeds(mentions, triggers_of("acts")):
        if deed.trigger in settled:
            continue
        settled.add(deed.trigger)
        if not clauses[deed.trigger].tag.startswith("VB"):
            continue
        why = why_not_done(clauses, deed)
        if why in SILENT:
            continue
        if why is not None:
            span = clauses.span((deed.trigger, deed.trigger + 1))
            yield Refusal(ClaimKind.ACT.value, span, why, f"acts.{deed.rule.id}")
            continue
        proposal = _proposal(clauses, deed)
        if proposal is not None:
            yield proposal


def _proposal(clauses: Clauses, deed: Deed) -> Proposal | None:
    """The act; None where no party does it or undergoes it."""
    codes, party_spans = _who(clauses, deed)
    if not codes:
        return None
    mentions = clauses.mentions
    what = clauses.span(words_of(clauses, deed))
    date, date_span = when_of(clauses, deed)
    spans: list[tuple[str, tuple[Span, ...]]] = [("what", (what,))]
    if party_spans:
        spans.append(("who", party_spans))
    if date_span is not None:
        spans.append(("date", (date_span,)))
    return Proposal(
        key=f"act:{what.start}",
        kind=ClaimKind.ACT,
        values=ActValues(who=codes, what=mentions.words(what), date=date),
        evidence=(clauses.sentence.span,),
        spans=tuple(sorted(spans)),
        confidence=0.6,
        rule=f"acts.{deed.rule.id}",
    )


def _who(clauses: Clauses, deed: Deed) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """Who did it; where only what it was done to is named, the parties named with that."""
    if deed.doer is not None:
        makers = makers_of(clauses, deed.doer, (), strict=False)
        return (makers.codes, makers.spans) if makers is not None else ((), ())
    if deed.undergoer is None:
        return (), ()
    first, last = noun_phrase(clauses, deed.undergoer)
    named = parties_within(clauses.mentions, clauses[first].start, clauses[last - 1].end)
    found = {party.code: party.span for party in named}
    return tuple(sorted(found)), tuple(sorted(found.values()))
