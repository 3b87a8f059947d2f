"""People and bodies: who is named in the report, in which office, for which party.

A name is read from an office or title before it, an office after it, the syntax model's weak names (cleaned), and the
table of tenures. Two persons of one surname stay two.
"""

from dataclasses import dataclass, field
from functools import lru_cache

from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.offices import Tenure
from aidememoire.knowledge.person_names import SAME_PERSON, fold, same_person, surnames
from aidememoire.language.bodies import BodyMention, find_bodies
from aidememoire.language.name_runs import NameWords, name_end, name_words
from aidememoire.language.offices import ARTICLES, JOINERS, POSSESSIVES, find_offices
from aidememoire.language.positions import Positions
from aidememoire.model import Actor, ActorKind, Mentions, OfficeMention, PersonMention, Sentence, Span

__all__ = ["find_offices", "find_people"]

# A monarch or a churchman goes by one given name, with his office.
ONE_NAME_OFFICES = frozenset(
    {"king", "queen", "prince", "princess", "crown prince", "emperor", "sultan", "emir", "amir", "pope"}
)
VAGUE_OFFICES = frozenset({"secretary", "minister", "deputy secretary", "leader", "director", "commissioner", "chief"})
MAX_LIST = 6  # names after a plural office


@dataclass(slots=True)
class _Named:
    """One naming of a person, before it is known who."""

    first: int  # token index
    last: int
    name: str
    office: OfficeMention | None = None
    party: str | None = None  # from words other than the office's
    is_certain: bool = True  # by office, title or table; else by the syntax model alone
    is_headline: bool = False


@dataclass(slots=True)
class _Person:
    """A person in the making."""

    names: list[_Named] = field(default_factory=list)

    @property
    def fullest(self) -> _Named:
        """The naming with the most words; the first of these, outside headlines where there is one."""
        return max(self.names, key=lambda n: (len(n.name.split()) - 0.5 * n.is_headline, -n.first))


def find_people(mentions: Mentions, knowledge: Knowledge) -> tuple[tuple[Actor, ...], tuple[PersonMention, ...]]:
    """The actors in order of first naming, and every naming with its actor; bodies are named among them."""
    positions = Positions.of(mentions)
    named = _find_namings(mentions, knowledge, positions)
    people = _cluster(named)
    bodies = [
        body
        for body in find_bodies(mentions, knowledge, positions)
        if not any(k in _taken(named) for k in positions.covered(body.span))
    ]
    return _actors(mentions, knowledge, people, bodies)


def _taken(named: list[_Named]) -> set[int]:
    return {index for naming in named for index in range(naming.first, naming.last)}


# --- namings ------------------------------------------------------------------------------------------------------


def _find_namings(mentions: Mentions, knowledge: Knowledge, positions: Positions) -> list[_Named]:
    words = name_words()
    namings: dict[int, _Named] = {}
    offices_by_start = {positions.after(office.span.start): office for office in mentions.offices}
    sentence_of = [sentence for sentence in mentions.sentences for _ in range(sentence.first, sentence.last)]

    def add(naming: _Named | None) -> None:
        if naming is None or any(index in taken for index in range(naming.first, naming.last)):
            return
        naming.is_headline = positions.is_headline(sentence_of[naming.first])
        namings[naming.first] = naming
        taken.update(range(naming.first, naming.last))

    taken: set[int] = {index for office in mentions.offices for index in positions.covered(office.span)}
    for office in mentions.offices:
        for naming in _after_office(office, sentence_of, positions, words):
            add(naming)
    for entity in mentions.entities:
        if entity.label == "PERSON":
            add(_entity_name(entity.span, sentence_of, positions, words))
    for index, token in enumerate(mentions.tokens):
        if index not in taken and token.text[0].isupper() and token.pos == "PROPN":
            add(_unlabelled_name(index, sentence_of[index], positions, words, mentions, knowledge, offices_by_start))
    named = [namings[index] for index in sorted(namings)]
    for naming in named:
        _add_apposition(naming, sentence_of[naming.first], positions, offices_by_start, namings)
        _add_party(naming, sentence_of[naming.first], positions)
    return named


def _named(first: int, last: int, positions: Positions, office: OfficeMention | None = None) -> _Named:
    tokens = positions.mentions.tokens
    name = positions.mentions.report.text[tokens[first].start : tokens[last - 1].end]
    return _Named(first, last, " ".join(name.split()), office)


def _skip_titles(index: int, sentence: Sentence, positions: Positions, words: NameWords) -> int:
    tokens = positions.mentions.tokens
    while index < sentence.last and tokens[index].lower in words.honorific and tokens[index].text[0].isupper():
        index += 1
    return index


def _after_office(
    office: OfficeMention, sentence_of: list[Sentence], positions: Positions, words: NameWords
) -> list[_Named]:
    """CASE "Foreign Minister Fumio Kishida"; CASE "the foreign minister, Fumio Kishida,"; CASE "Presidents A and B"."""
    tokens = positions.mentions.tokens
    index = positions.after(office.span.end)
    last_office = positions.covered(office.span).stop - 1
    sentence = sentence_of[last_office]
    if index >= sentence.last:
        return []
    is_comma = tokens[index].text == ","
    start = _skip_titles(index + 1 if is_comma else index, sentence, positions, words)
    if start >= sentence.last:
        return []
    end = name_end(start, sentence, positions, words)
    if end == start or start in {positions.after(o.span.start) for o in positions.mentions.offices}:
        return []
    naming = _named(start, end, positions, office)
    if is_comma and not _is_closed_apposition(end, sentence, positions, naming):
        return []
    if not office.is_plural:
        return [naming]
    found = [naming]
    at = end
    while at < sentence.last and len(found) < MAX_LIST:
        at = _skip_of_party(at, sentence, positions)
        if at >= sentence.last or tokens[at].lower not in JOINERS:
            break
        while at < sentence.last and tokens[at].lower in JOINERS:
            at += 1
        at = _skip_titles(at, sentence, positions, words)
        end = name_end(at, sentence, positions, words) if at < sentence.last else at
        if end == at:
            break
        found.append(_named(at, end, positions, office))
        at = end
    return found


def _skip_of_party(at: int, sentence: Sentence, positions: Positions) -> int:
    tokens = positions.mentions.tokens
    if at + 1 < sentence.last and tokens[at].lower == "of":
        start = at + 2 if tokens[at + 1].lower in ARTICLES else at + 1
        party = positions.party_starting(start)
        if party:
            return positions.covered(party.span).stop
    return at


def _is_closed_apposition(end: int, sentence: Sentence, positions: Positions, naming: _Named) -> bool:
    following = positions.mentions.tokens[end].text if end < sentence.last else "."
    return following in (",", ".", ";", ")", "-", "–", "—") and len(naming.name.split()) > 1


def _entity_name(span: Span, sentence_of: list[Sentence], positions: Positions, words: NameWords) -> _Named | None:
    """The name within a weak entity: without titles, offices and possessives."""
    covered = positions.covered(span)
    if not covered:
        return None
    sentence = sentence_of[covered.start]
    start = _skip_titles(covered.start, sentence, positions, words)
    end = name_end(start, sentence, positions, words) if start < sentence.last else start
    if end == start or start >= covered.stop:
        return None
    naming = _named(start, end, positions)
    naming.is_certain = start > covered.start or _has_title(start, sentence, positions, words)
    place = positions.place_at.get(start)
    if place is not None and not naming.is_certain and place.span.end >= positions.mentions.tokens[end - 1].end:
        return None
    return naming


def _has_title(start: int, sentence: Sentence, positions: Positions, words: NameWords) -> bool:
    tokens = positions.mentions.tokens
    return start > sentence.first and tokens[start - 1].lower in words.honorific and tokens[start - 1].text[0].isupper()


def _unlabelled_name(
    index: int,
    sentence: Sentence,
    positions: Positions,
    words: NameWords,
    mentions: Mentions,
    knowledge: Knowledge,
    offices_by_start: dict[int, OfficeMention],
) -> _Named | None:
    """A name that the syntax model missed: after a title, in the table of tenures, or before an office."""
    tokens = mentions.tokens
    if index > sentence.first and tokens[index - 1].pos == "PROPN" and tokens[index - 1].lower not in words.honorific:
        return None
    start = _skip_titles(index, sentence, positions, words)
    end = name_end(start, sentence, positions, words) if start < sentence.last else start
    if end == start or start in positions.place_at:
        return None
    naming = _named(start, end, positions)
    if start > index or _has_title(start, sentence, positions, words):
        return naming
    if len(naming.name.split()) > 1 and (
        _office_after(end, sentence, positions, offices_by_start) or knowledge.offices.tenures(naming.name)
    ):
        return naming
    return None


def _office_after(
    end: int, sentence: Sentence, positions: Positions, offices_by_start: dict[int, OfficeMention]
) -> OfficeMention | None:
    """The office in apposition after a name: ", the foreign minister of Peru,"; fused without a comma."""
    tokens = positions.mentions.tokens
    if end >= sentence.last:
        return None
    at = end
    if tokens[at].text in (",", "(", "–", "-", "—"):
        at += 1
        if at < sentence.last and tokens[at].lower in ARTICLES:
            at += 1
    elif tokens[end - 1].end != tokens[at].start:
        return None
    return offices_by_start.get(at)


def _add_apposition(
    naming: _Named,
    sentence: Sentence,
    positions: Positions,
    offices_by_start: dict[int, OfficeMention],
    namings: dict[int, _Named],
) -> None:
    if naming.office is not None:
        return
    office = _office_after(naming.last, sentence, positions, offices_by_start)
    if office is None or office.is_plural:
        return
    after = positions.after(office.span.end)
    if after in namings and namings[after].office is office:
        return  # "Lavrov, Defence Minister Shoigu": the office is the next one's
    naming.office = office
    naming.is_certain = True


def _add_party(naming: _Named, sentence: Sentence, positions: Positions) -> None:
    """CASE "Russia's Lavrov", "Germany's Angela Merkel"; CASE "Sergei Lavrov of Russia"."""
    tokens = positions.mentions.tokens
    at = naming.first - 1
    if at > sentence.first and tokens[at].lower in POSSESSIVES and (party := positions.party_ending(at - 1)):
        naming.party = party.code
    elif naming.last < sentence.last and tokens[naming.last].lower == "of":
        after = naming.last + 1
        if after < sentence.last and tokens[after].lower in ARTICLES:
            after += 1
        if after < sentence.last and (party := positions.party_starting(after)):
            naming.party = party.code


# --- who is who ---------------------------------------------------------------------------------------------------


def _cluster(named: list[_Named]) -> list[_Person]:
    """The persons, each with all his namings; single words that nobody's surname explains are left out."""
    people: list[_Person] = []
    by_word: dict[str, list[_Person]] = {}
    singles: list[_Named] = []
    for naming in named:
        if len(naming.name.split()) < 2:
            singles.append(naming)
            continue
        person = _known(naming, by_word)
        if person is None:
            person = _Person()
            people.append(person)
        person.names.append(naming)
        for word in fold(naming.name).split():
            group = by_word.setdefault(word, [])
            if person not in group:
                group.append(person)
    for naming in singles:
        person = _by_surname(naming, by_word)
        if person is not None:
            person.names.append(naming)
        elif naming.is_certain:
            person = _Person([naming])
            people.append(person)
            by_word.setdefault(fold(naming.name), []).append(person)
    people.sort(key=lambda p: p.fullest.first)
    return people


def _known(naming: _Named, by_word: dict[str, list[_Person]]) -> _Person | None:
    for word in fold(naming.name).split():
        for person in by_word.get(word, ()):
            if any(same_person(naming.name, other.name) >= SAME_PERSON for other in person.names):
                return person
    return None


@lru_cache(maxsize=4096)
def called(name: str) -> frozenset[str]:
    """Folded words by which the bearer of the name may be called alone."""
    return frozenset(surnames(name))


def _by_surname(naming: _Named, by_word: dict[str, list[_Person]]) -> _Person | None:
    """The person whose surname the word is: of the same party where both are known, the last named before."""
    word = fold(naming.name)
    candidates = []
    for key in {word, *word.split()}:
        for person in by_word.get(key, ()):
            if word in called(person.fullest.name) or fold(person.fullest.name) == word:
                candidates.append(person)
    party = naming.party or (naming.office.party if naming.office else None)
    if party is not None:
        candidates = [p for p in candidates if _party_of(p) in (None, party)]
    if not candidates:
        return None
    before = [p for p in candidates if p.names[0].first < naming.first]
    return (
        max(before, key=lambda p: max(n.first for n in p.names if n.first < naming.first)) if before else candidates[0]
    )


def _party_of(person: _Person) -> str | None:
    for naming in person.names:
        if naming.party or (naming.office and naming.office.party):
            return naming.party or (naming.office.party if naming.office else None)
    return None


# --- actors -------------------------------------------------------------------------------------------------------


def _actors(
    mentions: Mentions, knowledge: Knowledge, people: list[_Person], bodies: list[BodyMention]
) -> tuple[tuple[Actor, ...], tuple[PersonMention, ...]]:
    grouped: dict[str, list[BodyMention]] = {}
    for body in bodies:
        grouped.setdefault(f"{fold(body.name)}|{body.party}", []).append(body)
    things: list[tuple[int, _Person | list[BodyMention]]] = [
        (mentions.tokens[person.fullest.first].start, person) for person in people
    ]
    things += [(group[0].span.start, group) for group in grouped.values()]
    actors: list[Actor] = []
    persons: list[PersonMention] = []
    for index, (_, thing) in enumerate(sorted(things, key=lambda pair: pair[0])):
        if isinstance(thing, _Person):
            actors.append(_person_actor(index, thing, mentions, knowledge))
            persons += [
                PersonMention(_span(naming, mentions), index, naming.office)
                for naming in thing.names
                if not _is_mere_surname(naming, thing)
            ]
        else:
            actors.append(_body_actor(index, thing))
            persons += [PersonMention(body.span, index, None) for body in thing]
    return tuple(actors), tuple(sorted(persons, key=lambda p: p.span))


def _is_mere_surname(naming: _Named, person: _Person) -> bool:
    """Whether it is a reference to a name given elsewhere, rather than a naming."""
    return len(naming.name.split()) == 1 and naming.office is None and naming is not person.fullest


def _span(naming: _Named, mentions: Mentions) -> Span:
    return mentions.report.span(mentions.tokens[naming.first].start, mentions.tokens[naming.last - 1].end)


def _body_actor(index: int, group: list[BodyMention]) -> Actor:
    first = group[0]
    return Actor(index, ActorKind.BODY, first.name, None, None, first.party, first.span, ())


def _person_actor(index: int, person: _Person, mentions: Mentions, knowledge: Knowledge) -> Actor:
    fullest = person.fullest
    office, role, party = _stated_office(person)
    inferred: list[tuple[str, str]] = []
    tenure = _tenure(fullest.name, party, role, office, mentions, knowledge)
    if tenure is not None:
        told = (
            f"{tenure.person} was {tenure.office} of {tenure.party} on {mentions.on} (offices table: {tenure.source})"
        )
        if office is None or office in VAGUE_OFFICES:
            office, role = tenure.office.lower(), tenure.role
            inferred.append(("office", told))
        if party is None:
            party = tenure.party
            inferred.append(("party", told))
    side = mentions.report.side
    if party is None and office is not None and side is not None and role is not None:
        party = side
        inferred.append(("party", f"no party is named with the office, and the report is the account of {side}"))
    return Actor(index, ActorKind.PERSON, fullest.name, office, role, party, _span(fullest, mentions), tuple(inferred))


def _stated_office(person: _Person) -> tuple[str | None, str | None, str | None]:
    """Office, role and party that the report's own words give: those at the fullest name first."""
    best: _Named | None = None
    for naming in sorted(person.names, key=lambda n: (-len(n.name.split()), n.first)):
        if naming.office is not None and (best is None or (best.office and best.office.office in VAGUE_OFFICES)):
            best = naming
    party = _party_of(person)
    if best is None or best.office is None:
        return None, None, party
    office = best.office
    name = f"{office.modifier} {office.office}" if office.modifier else office.office
    if office.modifier in ("elect", "designate", "nominate"):
        name = f"{office.office}-{office.modifier}"
    return name, office.role, office.party or party


def _tenure(
    name: str, party: str | None, role: str | None, office: str | None, mentions: Mentions, knowledge: Knowledge
) -> Tenure | None:
    """The tenure that fits the name on the day and contradicts nothing that the report says."""
    if mentions.on is None:
        return None
    if len(name.split()) > 1:
        tenures = knowledge.offices.tenures(name)
    else:
        tenures = knowledge.offices.by_surname(name, on=mentions.on, party=party)
    fitting = [
        t for t in tenures if t.covers(mentions.on) is not None and party in (None, t.party) and role in (None, t.role)
    ]
    if len({(t.party, fold(t.person)) for t in fitting}) != 1:
        return None
    return fitting[0]
