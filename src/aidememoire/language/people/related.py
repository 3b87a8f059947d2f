"""Related: the party and office of one who is named as another's envoy, deputy or kin."""

import re
from dataclasses import replace

from aidememoire.knowledge.person_names import fold
from aidememoire.knowledge.relations import is_of_kin, relation_before
from aidememoire.language.people.persons import called
from aidememoire.model import Actor, ActorKind, Mentions, PersonMention

SENDING = ("envoy", "emissary", "representative", "negotiator", "messenger")
# CASE "President Poe, his son (Juan)": what stands between the two.
HIS_KIN = re.compile(
    r"([^\W\d_][\w-]+),? (?:and )?(?:his|her) (?:[a-z]+ )?(?:son|daughter|brother|sister|wife|husband),? \Z"
)
MAX_KIN = 50  # letters before a name in which that stands
KIN_OF = "called kin of"
SPOUSE = "first lady"  # of the state whose head has her surname
HELPING = ("aide", "adviser", "advisor", "assistant")


def start_of(person: PersonMention) -> int:
    """Where the words for a person begin: with his office, if that stands before the name."""
    office = person.office
    return office.span.start if office is not None and office.span.end <= person.span.start else person.span.start


def with_relations(actors: list[Actor], persons: list[PersonMention], mentions: Mentions) -> list[Actor]:
    """The actors, those of no party given that of the one whose envoy, deputy or kin the words call them.

    CASE "the envoy of President Ana Poe, Juan Roe,"; CASE "Juan Roe, the deputy of Foreign Minister Ana Poe"; CASE "his
    father, former President Juan Poe", after "President Jorge Poe".
    """
    text = mentions.report.text
    for at, person in enumerate(persons):
        other = actors[person.actor]
        whose = relation_before(text, start_of(person)) if other.kind is ActorKind.PERSON and other.party else None
        if whose is not None:
            begin = max(0, start_of(person) - len(whose.string)) + whose.start()
            for index in _named_beside(at, persons, begin, text):
                actors[index] = _related(actors[index], other, whose)
        kin = actors[person.actor]
        if kin.kind is ActorKind.PERSON and kin.party is None and kin.office == SPOUSE:
            actors[kin.index] = kin = _of_family(kin, actors)
        if kin.kind is ActorKind.PERSON and kin.party is None and is_of_kin(text, start_of(person)):
            head = _head_of_family(person, actors, text) if kin.office is None else None
            if head is not None:
                why = f"{KIN_OF} {head.name}, of {head.party}"
                actors[kin.index] = replace(kin, party=head.party, inferred=(*kin.inferred, ("party", why)))
            else:
                actors[kin.index] = _of_family(kin, actors)
    return actors


def _head_of_family(person: PersonMention, actors: list[Actor], text: str) -> Actor | None:
    """CASE "President Poe, his son (Juan)": the one of a party who is called by the word before; None where none is."""
    start = start_of(person)
    match = HIS_KIN.search(text, max(0, start - MAX_KIN), start)
    if match is None:
        return None
    heads = [one for one in actors if one.party is not None and fold(match[1]) in called(one.name)]
    return heads[0] if len({one.party for one in heads}) == 1 else None


def is_called_kin(actor: Actor) -> bool:
    """Whether one's party is that of the one whose kin he is called."""
    return any(why.startswith(KIN_OF) for _, why in actor.inferred)


def _named_beside(at: int, persons: list[PersonMention], begin: int, text: str) -> list[int]:
    """Who is called the relation: the one named right behind a comma, or right before one."""
    principal = persons[at]
    behind = persons[at + 1] if at + 1 < len(persons) else None
    if behind is not None and text[principal.span.end : behind.span.start] == ", " and behind.office is None:
        return [behind.actor]
    ahead = persons[at - 1] if at else None
    if ahead is not None and text[ahead.span.end : begin] in {", ", ", the ", ", a "} and ahead.office is None:
        return [ahead.actor]
    return []


def _related(actor: Actor, principal: Actor, whose: re.Match[str]) -> Actor:
    """The actor with the principal's party, and the office that serving him is."""
    if actor.kind is not ActorKind.PERSON or actor.index == principal.index:
        return actor
    if actor.party not in {None, principal.party}:
        return actor
    inferred = actor.inferred
    why = f"{whose[0].strip()} {principal.name}"
    if actor.party is None:
        inferred = (*inferred, ("party", f"{why}, of {principal.party}"))
    office = actor.office
    serving = (whose["serving"] or "").lower()
    if office is None and serving.startswith((*SENDING, *HELPING)):
        office = serving
    elif office is None and serving == "deputy" and principal.office:
        office = f"deputy {principal.office}"
    if office != actor.office:
        inferred = (*(pair for pair in inferred if pair[0] != "office"), ("office", why))
    return replace(actor, party=principal.party, office=office, inferred=inferred)


def _of_family(actor: Actor, actors: list[Actor]) -> Actor:
    """The actor with the party of the one of the same surname, where there is just one."""
    surname = fold(actor.name).split()[-1]
    family = {
        other.party
        for other in actors
        if other.index != actor.index and other.kind is ActorKind.PERSON and fold(other.name).split()[-1] == surname
    }
    if len(family) != 1 or None in family:
        return actor
    (party,) = family
    return replace(actor, party=party, inferred=(*actor.inferred, ("party", "kin of one of that party")))
