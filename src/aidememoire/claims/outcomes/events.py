"""Mentions → proposals of context events: what happened around the diplomacy, coded with PLOVER event, mode, context.

The codes and wordings are rows of ``data/events.toml``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from aidememoire.claims.clauses import (
    SAYING,
    Clauses,
    Range,
    is_negated,
    modal_of,
    noun_phrase,
    readable_sentences,
    subject_of,
)
from aidememoire.claims.outcomes.deeds import (
    SILENT,
    Deed,
    find_deeds,
    triggers_of,
    when_of,
    why_not_done,
)
from aidememoire.claims.promises.grounds import parties_within, within
from aidememoire.claims.promises.makers import makers_of
from aidememoire.knowledge import Knowledge
from aidememoire.model import ClaimKind, EventValues, Mentions, Proposal, Refusal, Span

# "imposed sanctions on Iran": after these the target is named, up to so many tokens behind the trigger.
TARGET_PREPOSITIONS = "on against at upon of in"
TARGET_WINDOW = 10


def propose_events(mentions: Mentions, knowledge: Knowledge) -> Iterator[Proposal | Refusal]:
    """Context events and what was refused as one, in order of position; each event once."""
    seen: set[tuple[str, str | None, str | None]] = set()
    settled: set[int] = set()
    for clauses, deed in find_deeds(mentions, triggers_of("events")):
        if deed.trigger in settled:
            continue
        why = why_not_done(clauses, deed)
        if why in SILENT or _is_game(clauses, deed):
            continue
        as_told = _as_told(clauses, deed, why)
        if as_told is None and why is not None:
            span = clauses.span((deed.trigger, deed.trigger + 1))
            settled.add(deed.trigger)
            yield Refusal(ClaimKind.EVENT.value, span, why, f"events.{deed.rule.id}")
            continue
        proposal = _proposal(clauses, deed, as_told) if as_told is not None else None
        if proposal is None or not isinstance(proposal.values, EventValues):
            continue
        settled.add(deed.trigger)
        key = (deed.rule.id, proposal.values.source, proposal.values.target)
        if key not in seen:
            seen.add(key)
            yield proposal
    yield from _demands(mentions)


@dataclass(frozen=True, slots=True)
class Told:
    """As what the deed is told: done as the row has it, refused, or threatened."""

    event: str
    mode: str | None
    rule: str


def _as_told(clauses: Clauses, deed: Deed, why: str | None) -> Told | None:
    """The event as which the deed counts; None where it is told neither as done nor as refused nor as threatened."""
    rule = deed.rule
    event = rule.value("event")
    if is_negated(clauses, deed.trigger) and rule.value("denied") and why in NOT_YET:
        return Told(rule.value("denied"), None, f"events.{rule.id}.refused")
    if why is None:
        return Told(event, rule.value("mode"), f"events.{rule.id}")
    is_threat = (
        event in HOSTILE
        and deed.doer is not None
        and not is_negated(clauses, deed.trigger)
        and modal_of(clauses, deed.trigger) in THREATENING
        and why in {"planned", "hypothetical", "conditional"}
        and clauses.child(deed.trigger, "nsubjpass") is None
    )
    return Told("THREATEN", None, f"events.{rule.id}.threatened") if is_threat else None


# "did not accept", "will not accept": no deed is told, but that it is refused.
NOT_YET = frozenset({"denied", "planned", "hypothetical", "conditional"})
# Who says that he will do one of these threatens.
HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "PROTEST"})
THREATENING = frozenset({"will", "shall", "would", "'ll", "’ll"})


def _proposal(clauses: Clauses, deed: Deed, told: Told) -> Proposal | None:
    """The event; None where no party is its source, target or place: it is nobody's concern here."""
    mentions = clauses.mentions
    source, source_span = _source(clauses, deed)
    target, target_span = _target(clauses, deed, source)
    if source is None and deed.rule.value("people"):
        source, source_span = _scene(clauses, deed)
        if target == source:
            target, target_span = None, None
    elif source is None and target is None:
        target, target_span = _scene(clauses, deed)
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
            event=told.event,
            mode=told.mode,
            context=tuple(deed.rule.value("context") or ()),
            source=source,
            target=target,
            date=date,
        ),
        evidence=(clauses.sentence.span,),
        spans=tuple(sorted(spans)),
        confidence=0.6,
        rule=told.rule,
    )


def _scene(clauses: Clauses, deed: Deed) -> tuple[str | None, Span | None]:
    """Where it happened, or whose people did it: the place, or the state behind an "in", named nearest."""
    if not (deed.rule.value("people") or deed.rule.value("scene")):
        return None, None
    mentions, sentence = clauses.mentions, clauses.sentence.span
    at = clauses[deed.trigger].start
    near = [
        (abs(place.span.start - at), place.country, place.span)
        for place in within(mentions.places, sentence.start, sentence.end)
        if place.country
    ]
    near += [
        (abs(party.span.start - at), party.code, party.span)
        for party in parties_within(mentions, sentence.start, sentence.end)
        if _is_a_scene(clauses, party.span)
    ]
    near = [one for one in near if one[0] < SCENE_REACH]
    if not near:
        return None, None
    _, code, span = min(near, key=lambda one: one[0])
    return code, span


def _is_a_scene(clauses: Clauses, party: Span) -> bool:
    """ "in Niger", "across Niger", "from Niger": said of where, not of who tells it."""
    start = clauses.sentence.span.start
    before = clauses.mentions.report.text[max(start, party.start - 24) : party.start].lower().split()
    return bool(set(before[-3:]) & {"in", "across", "throughout", "of", "near", "inside", "from"})


SCENE_REACH = 120  # characters between the deed and where it happened


def _demands(mentions: Mentions) -> Iterator[Proposal]:
    """What one party says that another must do: a demand, whatever it is of."""
    for sentence in readable_sentences(mentions):
        modals = [token.index for token in mentions.tokens_of(sentence) if token.lower in OWED and token.tag == "MD"]
        if not modals:
            continue
        clauses = Clauses(mentions, sentence)
        for modal in modals:
            proposal = _demand(clauses, modal)
            if proposal is not None:
                yield proposal


OWED = frozenset({"must", "should"})


def _demand(clauses: Clauses, modal: int) -> Proposal | None:
    verb = clauses[modal].head
    says = clauses[verb].head
    if verb not in clauses or says not in clauses or clauses[verb].dep != "ccomp" or is_negated(clauses, says):
        return None
    if clauses[says].lemma not in SAYING or clauses[says].tag not in {"VBD", "VBZ", "VBN"}:
        return None
    owing = clauses.child(verb, "nsubj", "nsubjpass")
    source = makers_of(clauses, subject_of(clauses, says), ()) if subject_of(clauses, says) is not None else None
    target = makers_of(clauses, owing, (), strict=False) if owing is not None else None
    if source is None or target is None or not source.codes or not target.codes or source.codes == target.codes:
        return None
    spans: list[tuple[str, tuple[Span, ...]]] = [("event", (clauses.span((modal, modal + 1)),))]
    spans += [("source", source.spans[:1])] if source.spans else []
    spans += [("target", target.spans[:1])] if target.spans else []
    inferred = tuple(
        (
            field,
            made.inferred or f"The party that “{clauses.mentions.words(clauses.span((says, says + 1)))}” is said of.",
        )
        for field, made in (("source", source), ("target", target))
        if not made.spans
    )
    return Proposal(
        key=f"event:{clauses[modal].start}",
        kind=ClaimKind.EVENT,
        values=EventValues(
            event="REQUEST", mode=None, context=(), source=source.codes[0], target=target.codes[0], date=None
        ),
        evidence=(clauses.sentence.span,),
        spans=tuple(sorted(spans)),
        inferred=inferred,
        confidence=0.6,
        rule="events.must",
    )


def _own_words(clauses: Clauses, head: int) -> Range:
    """The phrase up to its head: "Niger's raid", without "on Mali": words are aimed at whoever did it."""
    return noun_phrase(clauses, head)[0], head + 1


# "The raid in Niger killed nine": the deed is no doer, and where it was done did nothing.
DEEDS = frozenset(
    "attack raid strike airstrike bombing explosion blast fire shelling clash violence fighting bomb incident".split()
)


def _source(clauses: Clauses, deed: Deed) -> tuple[str | None, Span | None]:
    if deed.doer is None or clauses[deed.doer].lemma in DEEDS:
        return None, None
    makers = makers_of(clauses, deed.doer, (), strict=False)
    if makers is None or not makers.codes:
        return None, None
    return makers.codes[0], makers.spans[0] if makers.spans else None


def _others(clauses: Clauses, verb: int) -> list[int]:
    """Heads of further words for whom it is done to: "gave Oslo a loan", "demand that Oslo …", "to attack Oslo"."""
    found = []
    for child in clauses.children.get(verb, ()):
        dep = clauses[child].dep
        if dep in {"dative", "iobj"}:
            found.append(child)
        elif dep in {"ccomp", "xcomp"} and child > verb:
            found += [one for one in clauses.children.get(child, ()) if clauses[one].dep in COMPLEMENTS]
    return found


COMPLEMENTS = frozenset({"nsubj", "nsubjpass", "dobj"})


def _target(clauses: Clauses, deed: Deed, source: str | None) -> tuple[str | None, Span | None]:
    """The party that undergoes it, or against, on or in which it is done."""
    heads = [] if deed.undergoer is None else [deed.undergoer]
    if not deed.rule.value("both"):
        heads += _others(clauses, deed.trigger)
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
    return _other_doer(clauses, deed, source)


def _other_doer(clauses: Clauses, deed: Deed, source: str | None) -> tuple[str | None, Span | None]:
    """ "Chad and Niger exchanged fire": what two do to each other is done to the one named second."""
    if deed.rule.value("mutual") and deed.doer is not None and source is not None:
        first, last = noun_phrase(clauses, deed.doer)
        joined = clauses.child(deed.doer, "conj")
        last = last if joined is None else noun_phrase(clauses, joined)[1]
        for party in parties_within(clauses.mentions, clauses[first].start, clauses[last - 1].end):
            if party.code != source:
                return party.code, party.span
    return None, None


# Where these are told of, whoever "beat" or "attacked" another state played against it.
GAMES = {
    "attack": re.compile(r"\b(?:(?:quarter|semi)-?finals?|goalkeeper|midfielder|striker|home match|away match)\b"),
    "beat": re.compile(r"\b(?:match|team|game|(?:quarter|semi)-?finals?|tournament|striker|\d{1,2}[-–]\d{1,2})\b"),
}


def _is_game(clauses: Clauses, deed: Deed) -> bool:
    """ "Lima's team beat Chad", "Chad attacked from the start of the match"; not "guards beat fans at the match"."""
    game = GAMES.get(clauses[deed.trigger].lemma)
    if game is None or not clauses[deed.trigger].tag.startswith("VB"):
        return False
    struck = deed.undergoer
    if struck is not None and not parties_within(clauses.mentions, clauses[struck].start, clauses[struck].end):
        return False
    sentence = clauses.sentence.span
    return game.search(clauses.mentions.report.text, sentence.start, sentence.end) is not None
