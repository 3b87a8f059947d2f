"""People and bodies: who is named in the report, in which office, for which party.

A name is read from an office or title before it, an office after it, the syntax model's weak names (cleaned), and the
table of tenures. Two persons of one surname stay two.
"""

import re
from dataclasses import replace

from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.person_names import SAME_PERSON, begins_with_particle, fold, same_person
from aidememoire.knowledge.relations import is_of_kin
from aidememoire.language.people.bodies import BodyMention, find_bodies
from aidememoire.language.people.counterparts import with_counterparts
from aidememoire.language.people.descriptions import is_description
from aidememoire.language.people.holders import ROLE_ORDER, has_party, person_actor
from aidememoire.language.people.namings import find_namings
from aidememoire.language.people.offices import find_offices
from aidememoire.language.people.persons import Naming, Person, called, span_of
from aidememoire.language.people.positions import Positions, split_fused
from aidememoire.language.people.related import SENDING, is_called_kin, start_of, with_relations
from aidememoire.language.people.surrounding_parties import Story, is_unknown_bodys, story_of
from aidememoire.model import Actor, ActorKind, Mentions, PersonMention

__all__ = ["find_offices", "find_people"]

MAX_SERVED = 80  # letters behind an office in which the one is named whom it serves
MAX_POSSESSOR = 40  # letters before an office in which its principal's surname ends
POSSESSOR = re.compile(
    r"([^\W\d_][\w-]+)(?:['’]s|['’])"
    r"(?: (?:own|former|chief|top|senior|closest|media|press|political|military|economic|legal|climate|national)){0,2}"
    r" ?\Z"
)
# CASE "Poe's special Africa envoy": a region before the office; only of those who are sent.
POSSESSOR_ABROAD = re.compile(r"([^\W\d_][\w-]+)['’]s? (?:new |special |chief |top |personal )?(?:[A-Z][\w-]+ ){1,2}\Z")
# CASE "President Poe appointed a special envoy, Ana Roe": who appoints, and his office.
APPOINTED = re.compile(
    r" (?:has |had )?(?:also )?(?:appointed|named|nominated|picked|tapped|dispatched|fired|sacked|dismissed)"
    r" (?:a |an |the |his |her )?(?:new |veteran |former )?\Z"
)
# A surname alone before the one who speaks for him: "Poe spokesman Juan Roe"; then only letter by letter.
BARE_POSSESSOR = re.compile(r"\b([A-Z][\w-]+) (?:campaign |foreign policy )?\Z")
# Whom the office serves, behind it: ", a spokesman for President Poe", "an adviser to Poe's government".
SERVED = re.compile(
    r" (?:for|to|of) (?:the )?(?:[A-Z][\w.-]+ ){0,4}?(?!(?:Mrs?|Ms|Dr)\b)([A-Z][\w-]+)"
    r"(?:['’]s? (?:regime|government|administration|office))?"
    r"(?=[,.;:]| (?:said|says|told|has|had|is|was|denied|declined|added|and)\b)"
)
SERVING = (
    *("spokesman", "spokeswoman", "spokesperson", "adviser", "advisor", "aide"),
    *("campaign manager", "campaign chairman", "campaign chair", "running mate"),
)
ROYAL = frozenset({"sheikh", "shaikh", "sheik", "sheikha", "prince", "princess", "king", "sultan", "emir", "amir"})
ROW = re.compile(
    r",? and (?:the |his |her )?|, (?:accompanied by )?(?:the |his |her )?(?:(?:son|daughter|brother|sister|wife),? )?"
)
# CASE "Ana Poe left, her spokesman Jim Doe said": whose spokesman.
HIS_OWN = re.compile(r"\b(?:his|her)(?: own| chief| senior| press| special)? \Z")
MAX_OWN = 14  # letters before an office in which "her special" stands
SENTENCE_END = re.compile(r"[.!?]['”\"’]? |\n")
MOST_ALIKE = 40
"""Persons who share a word of their names, the first and the last so many, with whom a spelling is compared: of a
delegation's ten Muhammads "Mohammed Poe" is one; in a list of thousands only who is written just so is the same."""
MIN_ROW = 2  # persons before one who show whose row it is
WORN = frozenset({"dr", "mrs"})  # titles that a head of state gives up for the office's
SPOUSES = frozenset({"first lady", "queen consort", "princess"})


def find_people(mentions: Mentions, knowledge: Knowledge) -> tuple[tuple[Actor, ...], tuple[PersonMention, ...]]:
    """The actors in order of first naming, and every naming with its actor; bodies are named among them."""
    mentions = split_fused(mentions, is_name=True)
    positions = Positions.of(mentions)
    named = find_namings(mentions, knowledge, positions)
    all_bodies = find_bodies(mentions, knowledge, positions)
    people = _cluster(named, mentions, knowledge)
    taken = {index for naming in named for index in range(naming.first, naming.last)}
    known = {word for person in people for word in (*called(person.fullest.name), _first_word(person.fullest.name))}
    bodies = [
        body
        for body in all_bodies
        if fold(body.name) not in known and not any(index in taken for index in positions.covered(body.span))
    ]
    return _actors(positions, knowledge, people, bodies, story_of(mentions, knowledge, all_bodies))


def _cluster(named: list[Naming], mentions: Mentions, knowledge: Knowledge) -> list[Person]:
    """The persons, each with all his namings; single words that nobody's surname explains are left out."""
    people: list[Person] = []
    by_word: dict[str, list[Person]] = {}
    by_name: dict[str, Person] = {}
    placed: set[tuple[str, int]] = set()
    words = {id(naming): len(naming.name.split()) for naming in named}
    full = [naming for naming in named if words[id(naming)] > 1 and not begins_with_particle(naming.name)]
    surnames = [naming for naming in named if words[id(naming)] > 1 and begins_with_particle(naming.name)]
    for naming in [*full, *surnames]:
        is_kin = naming.office is not None and is_of_kin(mentions.report.text, naming.office.span.start)
        if is_kin:  # "his father, former President Poe" is another than "President Poe"
            person = next((one for one in people if _is_anothers_kin(one, mentions) and _is_same(naming, one)), None)
        else:
            person = _known(naming, by_word, by_name)
        if person is None and begins_with_particle(naming.name):  # "De Poe" after "Ana de Poe"
            person = _by_surname(naming, by_word, mentions, knowledge)
        if person is None:
            person = Person()
            people.append(person)
        person.add(naming)
        by_name.setdefault(fold(naming.name), person)
        for word in fold(naming.name).split():
            if (word, id(person)) not in placed:
                placed.add((word, id(person)))
                by_word.setdefault(word, []).append(person)
    for naming in (naming for naming in named if words[id(naming)] < 2):
        person = _by_surname(naming, by_word, mentions, knowledge) or _by_first_name(naming, by_word, mentions)
        if person is not None:
            person.add(naming)
        elif naming.is_certain:
            person = Person()
            person.add(naming)
            people.append(person)
            by_word.setdefault(fold(naming.name), []).append(person)
    people.sort(key=lambda p: p.fullest.first)
    return people


def _known(naming: Naming, by_word: dict[str, list[Person]], by_name: dict[str, Person]) -> Person | None:
    is_cut = False
    for word in fold(naming.name).split():
        group = by_word.get(word, [])
        is_cut = is_cut or len(group) > 2 * MOST_ALIKE
        for person in group if len(group) <= 2 * MOST_ALIKE else (*group[:MOST_ALIKE], *group[-MOST_ALIKE:]):
            if _is_same(naming, person):
                return person
    return by_name.get(fold(naming.name)) if is_cut else None


def _is_same(naming: Naming, person: Person) -> bool:
    return any(
        same_person(naming.name, spelling) >= SAME_PERSON or _is_tail(naming.name, spelling)
        for spelling in person.spellings
    )


def _is_tail(name: str, other: str) -> bool:
    """Whether the one ends the other, of two words or more: the double surname of "Juan Poe Roe" is "Poe Roe"."""
    shorter, longer = sorted((fold(name).split(), fold(other).split()), key=len)
    return 1 < len(shorter) < len(longer) and longer[-len(shorter) :] == shorter


def _first_word(name: str) -> str:
    return fold(name).partition(" ")[0]


def _is_royal(naming: Naming, mentions: Mentions) -> bool:
    """Whether he is called by his own name with a title: "Crown Prince Ali", "President Sheikh Ali"; not "King Poe"."""
    before = mentions.tokens[naming.first - 1].lower if naming.first else ""
    return before in ROYAL


def _by_first_name(naming: Naming, by_word: dict[str, list[Person]], mentions: Mentions) -> Person | None:
    """The one person named before whose full name begins with the word: Thais and Malays go by it, "Thaksin said".

    Not where an office other than a prince's or a sheikh's, or his own, stands before the word ("President Poe" is a
    surname), nor where two bear the name.
    """
    word = fold(naming.name)
    bearers = [p for p in by_word.get(word, ()) if _first_word(p.fullest.name) == word]
    if (
        (naming.office is not None and not _is_royal(naming, mentions) and not _has_office(naming, bearers))
        or len(bearers) != 1
        or bearers[0].names[0].first > naming.first
    ):
        return None
    return bearers[0]


def _has_office(naming: Naming, bearers: list[Person]) -> bool:
    """Whether the office before the word is a bearer's: "Director-General Poe", "Director-General for Asia Poe Ana"."""
    assert naming.office is not None
    office = naming.office
    own = [other.office for person in bearers for other in person.names if other.office is not None]
    return any(
        one.office.startswith(office.office)
        and one.modifier == office.modifier
        and (office.party is None or office.party == one.party)
        for one in own
    )


def _by_surname(
    naming: Naming, by_word: dict[str, list[Person]], mentions: Mentions, knowledge: Knowledge
) -> Person | None:
    """The person whose surname the word is: of the same party where both are known, the last named before."""
    word = fold(naming.name)
    candidates = []
    for key in {word, *word.split()}:
        for person in by_word.get(key, ()):
            if word in called(person.fullest.name) or fold(person.fullest.name) == word:
                candidates.append(person)
    party = naming.party or (naming.office.party if naming.office else None)
    if party is not None:
        candidates = [p for p in candidates if p.party in (None, party)]
    if naming.office is not None and naming.office.role is not None and mentions.on is not None:
        holders = [
            tenure.person
            for tenure in knowledge.offices.by_surname(naming.name, on=mentions.on, party=party)
            if tenure.role == naming.office.role and tenure.covers(mentions.on) is not None
        ]
        if holders:  # "President Poe" is not the president's wife
            candidates = [p for p in candidates if any(_may_be_one(p.fullest.name, holder) for holder in holders)]
    if naming.office is not None and naming.office.modifier is None:  # nor "his father, former President Poe"
        candidates = [p for p in candidates if not _is_anothers_kin(p, mentions)]
    if naming.office is not None and naming.office.role is not None:  # nor his son of the same name, "Juan Poe, Jr."
        candidates = [p for p in candidates if not _is_a_son(p)]
    if naming.office is not None:  # "President Poe" is not "Ana Poe, the first lady"
        spouse = SPOUSES if naming.office.office not in SPOUSES else frozenset()
        candidates = [p for p in candidates if not any(n.office and n.office.office in spouse for n in p.names)]
    if len(candidates) > 1 and naming.office is None:
        candidates = _called_so(naming, candidates, mentions)
    if len(candidates) < 2:
        return candidates[0] if candidates else None
    before = [p for p in candidates if p.names[0].first < naming.first]
    return (
        max(before, key=lambda p: max(n.first for n in p.names if n.first < naming.first)) if before else candidates[0]
    )


def _called_so(naming: Naming, candidates: list[Person], mentions: Mentions) -> list[Person]:
    """The candidates but for heads of state never called by the title before the word: "Dr. Poe" is the other Poe."""
    title = mentions.tokens[naming.first - 1].lower.rstrip(".") if naming.first else ""
    if title not in WORN:
        return candidates
    others = [one for one in candidates if not any(n.office and n.office.role in ROLE_ORDER[:2] for n in one.names)]
    return others or candidates


def _is_anothers_kin(person: Person, mentions: Mentions) -> bool:
    first = person.names[0]
    return first.office is not None and is_of_kin(mentions.report.text, first.office.span.start)


def _is_a_son(person: Person) -> bool:
    """Whether he is called so, and in no office: "Juan Poe, Jr."; not "President Juan Poe, Jr."."""
    is_junior = fold(person.fullest.name).split()[-1] == "jr"
    return is_junior and all(naming.office is None for naming in person.names)


def _may_be_one(name: str, holder: str) -> bool:
    words, other = set(fold(name).split()), set(fold(holder).split())
    return len(words) == 1 or words <= other or other <= words or same_person(name, holder) > 0


def _actors(
    positions: Positions, knowledge: Knowledge, people: list[Person], bodies: list[BodyMention], story: Story
) -> tuple[tuple[Actor, ...], tuple[PersonMention, ...]]:
    mentions = positions.mentions
    grouped: dict[str, list[BodyMention]] = {}
    for body in bodies:
        grouped.setdefault(f"{fold(body.name)}|{body.party}", []).append(body)
    things: list[tuple[int, Person | list[BodyMention]]] = [
        (mentions.tokens[person.fullest.first].start, person) for person in people
    ]
    things += [(group[0].span.start, group) for group in grouped.values()]
    actors: list[Actor] = []
    persons: list[PersonMention] = []
    for index, (_, thing) in enumerate(sorted(things, key=lambda pair: pair[0])):
        if isinstance(thing, Person):
            actors.append(person_actor(index, thing, positions, knowledge, story))
            persons += [
                PersonMention(span_of(naming, mentions), index, naming.office)
                for naming in thing.names
                if not _is_mere_surname(naming, thing)
            ]
        else:
            actors.append(_body_actor(index, thing))
            persons += [PersonMention(body.span, index, None) for body in thing]
    persons.sort(key=lambda p: p.span)
    actors = with_relations(actors, persons, mentions)
    ranks = {
        span_of(naming, mentions).start: naming.counterpart
        for person in people
        for naming in person.names
        if naming.counterpart is not None
    }
    actors = with_counterparts(actors, persons, ranks, mentions)
    actors = _with_neighbours(actors, persons, positions)
    return tuple(actors), tuple(persons)


def _with_neighbours(actors: list[Actor], persons: list[PersonMention], positions: Positions) -> list[Actor]:
    """The actors, those without a party given that of the one whose aide they are, or with whom they stand in a row."""
    mentions = positions.mentions
    rows: set[int] = set()  # persons who stand in a row with the one before
    for at, person in enumerate(persons):
        actor = actors[person.actor]
        if actor.party is not None or person.office is None or actor.kind is not ActorKind.PERSON:
            continue
        if is_unknown_bodys(person.office, positions):
            continue
        principal = _principal(person, persons, actors, mentions)
        is_row = _is_row(at, persons, actors, mentions) or (at > 0 and is_called_kin(actors[persons[at - 1].actor]))
        party: str | None
        if principal is not None:
            party, why = principal.party, f"the office is an aide's of {principal.name}, of {principal.party}"
        elif (party := _possessing_office(person, mentions)) is not None:
            why = f"those before whose the office is are of {party}"
        elif at and (principal := _owner(persons[at - 1], person, actors, mentions)) is not None:
            party, why = principal.party, f"the office is called that of {principal.name}, of {principal.party}"
        elif at and (principal := _appointer(persons[at - 1], person, actors, mentions)) is not None:
            party, why = principal.party, f"appointed by {principal.name}, of {principal.party}"
        elif at and (principal := _beside(persons[at - 1], person, actors, mentions, at - 1 in rows or is_row)):
            rows.add(at)
            party, why = principal.party, f"named in one row with {principal.name}, of {principal.party}"
        else:
            continue
        actors[person.actor] = replace(actor, party=party, inferred=(*actor.inferred, ("party", why)))
    return actors


def _principal(
    person: PersonMention, persons: list[PersonMention], actors: list[Actor], mentions: Mentions
) -> Actor | None:
    """CASE "President Poe's special adviser Ana Roe"; CASE "Ana Roe, President Poe's spokeswoman".

    CASE "Poe spokesman Juan Roe"; CASE "Juan Roe, an adviser to President Poe".
    """
    assert person.office is not None
    text, start = mentions.report.text, person.office.span.start
    match = POSSESSOR.search(text, max(0, start - MAX_POSSESSOR), start)
    if match is None and person.office.office.endswith((*SERVING, *SENDING)):
        match = POSSESSOR_ABROAD.search(text, max(0, start - MAX_POSSESSOR), start)
    if match is None and person.office.office.endswith(SERVING):
        match = BARE_POSSESSOR.search(text, max(0, start - MAX_POSSESSOR), start) or SERVED.match(
            text, person.office.span.end, person.office.span.end + MAX_SERVED
        )
    if match is None:
        return None
    named = [actors[one.actor] for one in persons if one.span.end == match.end(1)]
    found = [
        a
        for a in named or actors
        if a.kind is ActorKind.PERSON and a.party and (named or fold(match[1]) in called(a.name))
    ]
    return found[0] if len({a.party for a in found}) == 1 else None


def _possessing_office(person: PersonMention, mentions: Mentions) -> str | None:
    """CASE "the U.N. Secretary-General's special envoy, Ana Roe": the party of the office that has the envoy."""
    assert person.office is not None
    text, start = mentions.report.text, person.office.span.start
    if person.office.office.endswith(SENDING):
        match = POSSESSOR_ABROAD.search(text, max(0, start - MAX_POSSESSOR), start)
        party = next((one.code for one in mentions.parties if match and one.span.end == match.end(1)), None)
        if party is not None:  # "Moscow's Africa envoy"
            return party
    match = POSSESSOR.search(text, max(0, start - MAX_POSSESSOR), start)
    if match is None:
        return None
    return next((office.party for office in mentions.offices if office.span.end == match.end(1)), None)


def _owner(before: PersonMention, person: PersonMention, actors: list[Actor], mentions: Mentions) -> Actor | None:
    """CASE "President Ana Poe left, her spokesman Jim Doe said": the one named before in the sentence, whose he is."""
    assert person.office is not None
    other, text, start = actors[before.actor], mentions.report.text, person.office.span.start
    if not person.office.office.endswith((*SERVING, *SENDING)) or other.kind is not ActorKind.PERSON:
        return None
    is_one = SENTENCE_END.search(text, before.span.end, start) is None
    is_his = HIS_OWN.search(text, max(0, start - MAX_OWN), start) is not None
    return other if is_one and is_his and other.party is not None else None


def _appointer(before: PersonMention, person: PersonMention, actors: list[Actor], mentions: Mentions) -> Actor | None:
    """CASE "UN Secretary-General Ana Poe appointed a special envoy, Juan Roe": the one named before, who did."""
    other = actors[before.actor]
    if other.kind is not ActorKind.PERSON or other.party is None or other.office is None:
        return None
    is_his = APPOINTED.fullmatch(mentions.report.text[before.span.end : start_of(person)]) is not None
    return other if is_his else None


def _is_row(at: int, persons: list[PersonMention], actors: list[Actor], mentions: Mentions) -> bool:
    """Whether the two named before stand in a row and are of one party."""
    if at < MIN_ROW:
        return False
    first, second = persons[at - 2], persons[at - 1]
    party = actors[second.actor].party
    return party is not None and actors[first.actor].party == party and _are_joined(first, second, mentions)


def _are_joined(left: PersonMention, right: PersonMention, mentions: Mentions) -> bool:
    """Whether nothing but a comma or "and" stands between the one and the other's office."""
    start = right.office.span.start if right.office is not None else right.span.start
    return left.span.end <= start and ROW.fullmatch(mentions.report.text[left.span.end : start]) is not None


def _beside(
    before: PersonMention, person: PersonMention, actors: list[Actor], mentions: Mentions, is_in_row: bool
) -> Actor | None:
    """CASE "Peru's President Ana Poe, Vice President Juan Roe and …": the one named before in the same row.

    The row's first office must name its party, or two before be of one; "Minister Poe and Secretary Roe" may be of two.
    """
    assert person.office is not None
    other = actors[before.actor]
    if other.kind is not ActorKind.PERSON or other.party is None or other.role == "head of organisation":
        return None
    is_row = _are_joined(before, person, mentions)
    is_worded = before.office is not None and before.office.party == other.party and has_party(before.office, mentions)
    return other if is_row and (is_worded or is_in_row) else None


def _is_mere_surname(naming: Naming, person: Person) -> bool:
    """Whether it is a reference to a name given elsewhere, rather than a naming."""
    is_bare = naming.office is None or is_description(naming.office.office)  # "General Poe"
    return len(naming.name.split()) == 1 and is_bare and naming is not person.fullest


def _body_actor(index: int, group: list[BodyMention]) -> Actor:
    first = group[0]
    return Actor(index, ActorKind.BODY, first.name, None, None, first.party, first.span, ())
