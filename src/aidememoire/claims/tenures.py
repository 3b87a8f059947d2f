"""Mentions → proposals of tenures: "Peru's Foreign Minister Ana Poe" says that she held the office on the report's day.

Only what the words say: an office or party that was inferred from the table of offices teaches nothing about it.
Deputies, acting, former and elected ones hold another office, or none.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from aidememoire.claims.clauses import party_words
from aidememoire.knowledge import Knowledge
from aidememoire.model import (
    Actor,
    ActorKind,
    ClaimKind,
    Mentions,
    OfficeMention,
    PersonMention,
    Proposal,
    Refusal,
    Span,
    TenureValues,
)

RULE = "tenures.named_in_office"
CONFIDENCE = 0.9
# "In 1972 they met President Poe": a sentence that tells of a day so long before the report's is no witness of it.
PAST_DAYS = 366


def propose_tenures(mentions: Mentions, knowledge: Knowledge) -> Iterator[Proposal | Refusal]:
    """One proposal for each person whom words put in an office of a party; a refusal where they tell of old days."""
    seen: set[int] = set()
    for person in mentions.persons:
        actor = mentions.actors[person.actor]
        office = person.office
        if actor.index in seen or office is None or not _is_stated(actor, office):
            continue
        seen.add(actor.index)
        if _tells_of_old_days(person, mentions):
            yield Refusal(ClaimKind.TENURE.value, _together(person.span, office.span), "past", RULE)
        else:
            yield _proposal(actor, person, office, mentions)


def _is_stated(actor: Actor, office: OfficeMention) -> bool:
    """Whether these words give the full-named person's office and party, and the office is one of the table's."""
    return (
        actor.kind is ActorKind.PERSON
        and " " in actor.name
        and office.role is not None
        and office.modifier is None
        and not office.is_plural
        and office.party is not None
        and (office.role, office.party) == (actor.role, actor.party)
        and not {"office", "party"} & dict(actor.inferred).keys()
    )


def _tells_of_old_days(person: PersonMention, mentions: Mentions) -> bool:
    """Whether the sentence names a time that was over long before the report's day."""
    if mentions.on is None:
        return False
    sentence = mentions.sentences[bisect_right(mentions.sentences, person.span.start, key=lambda s: s.span.start) - 1]
    at = bisect_left(mentions.times, sentence.span.start, key=lambda time: time.span.start)
    while at < len(mentions.times) and mentions.times[at].span.end <= sentence.span.end:
        when = mentions.times[at].when
        if when is not None and (mentions.on - when.last).days > PAST_DAYS:
            return True
        at += 1
    return False


def _proposal(actor: Actor, person: PersonMention, office: OfficeMention, mentions: Mentions) -> Proposal:
    assert office.role is not None
    assert office.party is not None
    words = _together(person.span, office.span)
    spans: list[tuple[str, tuple[Span, ...]]] = [
        ("office", (office.span,)),
        ("person", (person.span if mentions.words(person.span) == actor.name else actor.first,)),
    ]
    party = party_words(mentions, office.party, words)
    inferred: tuple[tuple[str, str], ...] = ()
    if party is not None:
        spans.append(("party", (party,)))
    else:
        inferred = (("party", f"“{mentions.words(office.span)}” is an office of {office.party}"),)
    return Proposal(
        key=f"tenure:{words.start}",
        kind=ClaimKind.TENURE,
        values=TenureValues(actor.name, office.party, office.role, office.office),
        evidence=(words,),
        spans=tuple(sorted(spans)),
        inferred=inferred,
        confidence=CONFIDENCE,
        rule=RULE,
    )


def _together(one: Span, other: Span) -> Span:
    return Span(one.report, min(one.start, other.start), max(one.end, other.end))
