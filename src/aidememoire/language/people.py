"""People and bodies: who is named in the report, in which office, for which party.

A name is read from an office or title before it, an office after it, the syntax model's weak names (cleaned), and the
table of tenures. Two persons of one surname stay two.
"""

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.offices import Tenure
from aidememoire.knowledge.person_names import SAME_PERSON, fold, same_person, surnames
from aidememoire.language.bodies import BodyMention, find_bodies
from aidememoire.language.name_runs import NameWords, is_placed, name_end, name_words
from aidememoire.language.offices import ARTICLES, JOINERS, POSSESSIVES, find_offices
from aidememoire.language.positions import Positions, split_fused
from aidememoire.model import Actor, ActorKind, Mentions, OfficeMention, PersonMention, Sentence, Span

__all__ = ["find_offices", "find_people"]

# A monarch or a churchman goes by one given name, with his office.
ONE_NAME_OFFICES = frozenset(
    {"king", "queen", "prince", "princess", "crown prince", "emperor", "sultan", "emir", "amir", "pope"}
)
VAGUE_OFFICES = frozenset({"secretary", "minister", "deputy secretary", "leader", "director", "commissioner", "chief"})
LEADING_ROLES = frozenset({"head of state", "head of government", "foreign minister", "head of organisation"})
ROLE_ORDER = ("head of state", "head of government", "foreign minister", "defence minister")
WHOLE_NAME = 0.95  # accepts Sergei/Sergey Lavrov (0.98); refuses a name with a word more
SURE = frozenset({"high", "medium"})
MIN_KNOWN = 4  # letters: "Obama", "Bush"; a shorter word is a word too
STATE_WORDS = frozenset(
    {"minister", "secretary", "minister-designate", "state", "presidential", "counselor", "aide", "premier"}
)
AMERICAN_WORDS = frozenset({"secretary", "counselor"})  # in an American report a secretary is an American
SUFFIX = re.compile(r",? (?:Jr|Sr)\.?$")
DEPARTMENT_OFFICES = frozenset({"secretary", "deputy secretary", "under secretary", "assistant secretary"})
MAX_POSSESSOR = 6  # tokens: "President Ana Maria Poe 's"
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
    is_counterpart: bool = False  # "his Chinese counterpart X"


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
    mentions = split_fused(mentions, is_name=True)
    positions = Positions.of(mentions)
    named = _find_namings(mentions, knowledge, positions)
    people = _cluster(named, mentions, knowledge)
    taken = {index for naming in named for index in range(naming.first, naming.last)}
    known = {word for person in people for word in called(person.fullest.name)}
    bodies = [
        body
        for body in find_bodies(mentions, knowledge, positions)
        if fold(body.name) not in known and not any(index in taken for index in positions.covered(body.span))
    ]
    return _actors(mentions, knowledge, people, bodies)


# --- namings ------------------------------------------------------------------------------------------------------


def _find_namings(mentions: Mentions, knowledge: Knowledge, positions: Positions) -> list[_Named]:
    words = name_words()
    namings: dict[int, _Named] = {}
    offices_by_start = {positions.after(office.span.start): office for office in mentions.offices}
    sentence_of = [sentence for sentence in mentions.sentences for _ in range(sentence.first, sentence.last)]

    def add(naming: _Named | None) -> None:
        if naming is not None and (repeated := _repeated_at(naming, mentions)):
            add(_named(naming.first, repeated, positions, naming.office))
            add(_named(repeated, naming.last, positions))
            return
        if naming is None or any(index in taken for index in range(naming.first, naming.last)):
            return
        naming.is_headline = positions.is_headline(sentence_of[naming.first])
        namings[naming.first] = naming
        taken.update(range(naming.first, naming.last))

    taken: set[int] = {index for office in mentions.offices for index in positions.covered(office.span)}
    for office in mentions.offices:
        for titled in _after_office(office, sentence_of, positions, words):
            add(titled)
    naming: _Named | None
    for entity in mentions.entities:
        if entity.label == "PERSON":
            naming = _entity_name(entity.span, sentence_of, positions, words)
            if naming is not None and not naming.is_certain and len(naming.name.split()) == 1:
                sentence = sentence_of[naming.first]
                naming.is_certain = _is_known_leader(naming.first, naming.last, sentence, mentions, knowledge)
            add(naming)
    for index, token in enumerate(mentions.tokens):
        if index not in taken and token.text[0].isupper() and token.pos == "PROPN":
            add(_unlabelled_name(index, sentence_of[index], positions, words, mentions, knowledge, offices_by_start))
    named = _without_headline_words([namings[index] for index in sorted(namings)], positions)
    for each in named:
        _add_apposition(each, sentence_of[each.first], positions, offices_by_start, namings)
        _add_party(each, sentence_of[each.first], positions)
    return named


def _without_headline_words(named: list[_Named], positions: Positions) -> list[_Named]:
    """The namings, those in headlines cut to the name that the body gives: "Obama Criticizes", "Poe Meetings"."""
    body = [naming for naming in named if not naming.is_headline]
    full = {fold(naming.name) for naming in body if len(naming.name.split()) > 1}
    last = {word for name in full for word in called(name)}
    kept = []
    for naming in named:
        if naming.is_headline and fold(naming.name) not in full:
            span = _shorter(naming, full, positions)
            if span is not None:
                cut = _named(span[0], span[1], positions, naming.office)
                cut.is_headline, cut.is_certain = True, naming.is_certain
                naming = cut
            elif naming.office is None and len(naming.name.split()) > 1 and fold(naming.name).split()[-1] in last:
                continue  # the surname is a reference; the word before it is none of the name
        kept.append(naming)
    return kept


def _shorter(naming: _Named, full: set[str], positions: Positions) -> tuple[int, int] | None:
    """The part of the words that is a name given in the body."""
    tokens = positions.mentions.tokens
    for first in range(naming.first, naming.last):
        for last in range(naming.last, first + 1, -1):
            text = positions.mentions.report.text[tokens[first].start : tokens[last - 1].end]
            if fold(text) in full:
                return first, last
    return None


def _named(first: int, last: int, positions: Positions, office: OfficeMention | None = None) -> _Named:
    tokens = positions.mentions.tokens
    name = positions.mentions.report.text[tokens[first].start : tokens[last - 1].end]
    return _Named(first, last, " ".join(name.split()), office)


def _repeated_at(naming: _Named, mentions: Mentions) -> int | None:
    """Where a tooltip repeats the name turned round: "Angela Merkel Merkel Angela"."""
    for index in range(naming.first + 1, naming.last):
        if mentions.tokens[index].lower == mentions.tokens[index - 1].lower:
            return index
    words = [token.lower for token in mentions.tokens[naming.first : naming.last]]
    half = len(words) // 2
    return naming.first + half if half > 1 and words[:half] == words[half:] else None


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
    index = _skip_abbreviation(index, sentence, positions)
    if index >= sentence.last:
        return []
    is_comma = tokens[index].text in (",", "[", "(")
    start = _skip_titles(index + 1 if is_comma else index, sentence, positions, words)
    if start >= sentence.last:
        return []
    end = name_end(start, sentence, positions, words, is_titled=True)
    if end == start:
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
        end = name_end(at, sentence, positions, words, is_titled=True) if at < sentence.last else at
        if end == at:
            break
        found.append(_named(at, end, positions, office))
        at = end
    parties = _joined_parties(office, positions)
    if len(parties) == len(found):
        for naming, party in zip(found, parties, strict=True):
            naming.party = party
    return found


def _joined_parties(office: OfficeMention, positions: Positions) -> list[str]:
    """The parties joined before a plural office: "the Polish, Czech and Slovak leaders"; empty for a single one."""
    tokens = positions.mentions.tokens
    at = positions.covered(office.span).start - 1
    parties: list[str] = []
    while at >= 0 and (at in positions.party_at or tokens[at].lower in JOINERS):
        if party := positions.party_ending(at):
            parties.insert(0, party.code)
        at -= 1
    return parties if len(parties) > 1 else []


def _skip_abbreviation(at: int, sentence: Sentence, positions: Positions) -> int:
    """CASE "the head of the Red Cross (ICRC), Jakob Muster,"."""
    tokens = positions.mentions.tokens
    if at + 2 < sentence.last and tokens[at].text == "(" and tokens[at + 2].text == ")":
        return at + 3
    return at


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
    return following in (",", ".", ";", ")", "]", "-", "–", "—", "and") and len(naming.name.split()) > 1


def _entity_name(span: Span, sentence_of: list[Sentence], positions: Positions, words: NameWords) -> _Named | None:
    """The name within a weak entity: without titles, offices and possessives."""
    covered = positions.covered(span)
    if not covered:
        return None
    sentence = sentence_of[covered.start]
    start = _skip_titles(covered.start, sentence, positions, words)
    is_titled = start > covered.start or _has_title(start, sentence, positions, words)
    is_long = covered.stop - start > 1  # "Victoria Poe": the syntax model takes both words for a person's name
    end = (
        name_end(start, sentence, positions, words, is_titled=is_titled or is_long) if start < sentence.last else start
    )
    if end == start or start >= covered.stop:
        return None
    naming = _named(start, end, positions)
    naming.is_certain = is_titled
    if naming.is_certain:
        return naming
    place = positions.place_at.get(start)
    if place is not None and place.span.end >= positions.mentions.tokens[end - 1].end:
        return None
    if positions.mentions.tokens[start].pos != "PROPN" or is_placed(start, end, sentence, positions, words):
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
    is_titled = start > index or _has_title(start, sentence, positions, words)
    end = name_end(start, sentence, positions, words, is_titled=is_titled) if start < sentence.last else start
    if end == start or (start in positions.place_at and not is_titled):
        return None
    naming = _named(start, end, positions)
    if is_titled:
        return naming
    if len(naming.name.split()) == 1:
        return naming if _is_known_leader(start, end, sentence, mentions, knowledge) else None
    if _office_after(end, sentence, positions, offices_by_start) or knowledge.offices.tenures(naming.name):
        return naming
    return None


def _is_known_leader(first: int, last: int, sentence: Sentence, mentions: Mentions, knowledge: Knowledge) -> bool:
    """Whether the word alone is one leader's surname on the day, and does or says something here: "Obama will meet"."""
    tokens = mentions.tokens
    after = tokens[last] if last < sentence.last else None
    is_acting = after is not None and (after.pos in ("VERB", "AUX") or after.lower in POSSESSIVES)
    if mentions.on is None or len(tokens[first].text) < MIN_KNOWN or not is_acting:
        return False
    word = fold(tokens[first].text)
    leading = {
        fold(tenure.person)
        for tenure in knowledge.offices.by_surname(tokens[first].text, on=mentions.on)
        if tenure.role in LEADING_ROLES
        and tenure.covers(mentions.on) in SURE
        and word in fold(tenure.person).split()
        and tenure.party in {party.code for party in mentions.parties}
    }
    return len(leading) == 1


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
    else:
        fused = offices_by_start.get(at)
        return fused if fused is not None and fused.span.start == tokens[end - 1].end else None
    at = _after_possessor(at, sentence, positions)
    office = offices_by_start.get(at)
    after = positions.after(office.span.end) if office is not None else end
    if after < sentence.last and tokens[after].lower in POSSESSIVES:
        return None  # "Flynn, the president's first adviser"
    return office


def _after_possessor(at: int, sentence: Sentence, positions: Positions) -> int:
    """The index after "President Poe's": CASE "Ana Roe, President Poe's special envoy"; else the index itself."""
    tokens = positions.mentions.tokens
    for index in range(at, min(sentence.last, at + MAX_POSSESSOR)):
        if tokens[index].lower in POSSESSIVES and index not in positions.party_at:
            is_party = positions.party_ending(index - 1) is not None
            return at if is_party else index + 1
        if not tokens[index].text[0].isupper():
            return at
    return at


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
    elif _is_after_counterpart(naming, sentence, positions):
        naming.is_counterpart = True
    elif naming.last < sentence.last and tokens[naming.last].lower == "of":
        after = naming.last + 1
        if after < sentence.last and tokens[after].lower in ARTICLES:
            after += 1
        if after < sentence.last and (party := positions.party_starting(after)):
            naming.party = party.code


def _is_after_counterpart(naming: _Named, sentence: Sentence, positions: Positions) -> bool:
    """CASE "his Chinese counterpart Wu Ming", "her counterpart, Wu Ming"; gives the naming its party."""
    tokens = positions.mentions.tokens
    at = naming.first - 1
    while at > sentence.first and (tokens[at].text == "," or tokens[at].lower in name_words().honorific):
        at -= 1
    if at < sentence.first or tokens[at].lower not in ("counterpart", "colleague", "opposite"):
        return False
    before = at - 1 if tokens[at - 1].lower not in POSSESSIVES else at - 2
    if before >= sentence.first and (party := positions.party_ending(before)):
        naming.party = party.code
    return True


# --- who is who ---------------------------------------------------------------------------------------------------


def _cluster(named: list[_Named], mentions: Mentions, knowledge: Knowledge) -> list[_Person]:
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
        person = _by_surname(naming, by_word, mentions, knowledge)
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


def _by_surname(
    naming: _Named, by_word: dict[str, list[_Person]], mentions: Mentions, knowledge: Knowledge
) -> _Person | None:
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
    if naming.office is not None and naming.office.role is not None and mentions.on is not None:
        holders = [
            tenure.person
            for tenure in knowledge.offices.by_surname(naming.name, on=mentions.on, party=party)
            if tenure.role == naming.office.role and tenure.covers(mentions.on) is not None
        ]
        if holders:  # "President Poe" is not the president's wife
            candidates = [p for p in candidates if any(_may_be_one(p.fullest.name, holder) for holder in holders)]
    if not candidates:
        return None
    before = [p for p in candidates if p.names[0].first < naming.first]
    return (
        max(before, key=lambda p: max(n.first for n in p.names if n.first < naming.first)) if before else candidates[0]
    )


def _may_be_one(name: str, holder: str) -> bool:
    words, other = set(fold(name).split()), set(fold(holder).split())
    return len(words) == 1 or words <= other or other <= words or same_person(name, holder) > 0


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
    persons.sort(key=lambda p: p.span)
    actors = _with_counterparts(actors, persons, people, mentions)
    return tuple(actors), tuple(persons)


def _with_counterparts(
    actors: list[Actor], persons: list[PersonMention], people: list[_Person], mentions: Mentions
) -> list[Actor]:
    """The actors, those called a counterpart in the office of the one named before them."""
    counterparts = {_span(n, mentions).start for person in people for n in person.names if n.is_counterpart}
    for at, person in enumerate(persons):
        actor = actors[person.actor]
        if person.span.start not in counterparts or actor.office is not None:
            continue
        before = next((actors[p.actor] for p in reversed(persons[:at]) if actors[p.actor].office), None)
        if before is None or before.office is None or before.party == actor.party:
            continue
        office = before.office
        if before.role and office not in ("president", "prime minister"):
            office = office_name(before.role, actor.party or "", office)
        why = f"called the counterpart of {before.name}, {before.office}"
        actors[person.actor] = replace(
            actor, office=office, role=before.role, inferred=(*actor.inferred, ("office", why))
        )
    return actors


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
    office, role, party, is_worded = _stated_office(person, mentions)
    inferred: list[tuple[str, str]] = []
    name = SUFFIX.sub("", fullest.name)
    tenure = None
    if office is not None or not _has_occupation(person, mentions):
        tenure = _tenure(name, party if is_worded else None, role, mentions, knowledge)
    if tenure is not None:
        told = f"{tenure.person} was {tenure.office} of {tenure.party} on {mentions.on} (table: {tenure.source})"
        if office is None or office in VAGUE_OFFICES:
            office = office if office == "leader" else office_name(tenure.role, tenure.party, tenure.office)
            inferred.append(("office", told))
            role = role or (None if _is_modified(person) else tenure.role)
        if party is None or not is_worded:
            if party != tenure.party:
                inferred.append(("party", told))
            party = tenure.party
    elif not is_worded and party is not None and _is_anothers(name, role, party, mentions, knowledge):
        party = None
    if party is None and tenure is None and (office is None or role is not None or _is_modified(person)):
        party = _only_party(name, role, knowledge)
    if party is not None and party != _party_of(person) and tenure is None:
        inferred.append(("party", f"the table knows {fullest.name} in offices of {party} alone"))
    if party is None and office is not None and not _is_private(person):
        party, why = _surroundings(fullest, office, role, mentions, knowledge)
        if party is not None and _is_anothers(name, role, party, mentions, knowledge):
            party = None
        if party is not None:
            inferred.append(("party", why))
    return Actor(index, ActorKind.PERSON, fullest.name, office, role, party, _span(fullest, mentions), tuple(inferred))


def _is_private(person: _Person) -> bool:
    """Whether an office may be anybody's: a company's president, a tribe's leader, a city's mayor."""
    return all(
        naming.office is None or (naming.office.role is None and not set(naming.office.office.split()) & STATE_WORDS)
        for naming in person.names
    )


def _surroundings(
    naming: _Named, office: str, role: str | None, mentions: Mentions, knowledge: Knowledge
) -> tuple[str | None, str]:
    """The party of an office without one: the only state that its sentence names, else the report's side."""
    if role == "head of organisation":
        return None, ""
    start = mentions.tokens[naming.first].start
    sentence = next((s for s in mentions.sentences if s.span.start <= start < s.span.end), None)
    states = set()
    for party in mentions.parties:
        if sentence is not None and sentence.span.contains(party.span) and party.span.start < start:
            known = knowledge.parties.get(party.code)
            if known is not None and known.kind in ("state", "former_state"):
                states.add(party.code)
    side = mentions.report.side
    if office in ("secretary", "minister") and side is None:
        return None, ""
    is_our_kind = side == "USA" and bool(AMERICAN_WORDS & set(office.split()))
    if side is not None and (not states or side in states or is_our_kind):
        return side, f"no party is named with the office, and the report is the account of {side}"
    if len(states) == 1:
        (state,) = states
        return (
            state,
            f"no party is named with the office, and {state} is the only state named before it in the sentence",
        )
    return None, ""


def _has_occupation(person: _Person, mentions: Mentions) -> bool:
    """Whether another calling stands before the name: "nurse Ali Poe", "witness Ali Poe"."""
    for naming in person.names:
        if naming.first and len(naming.name.split()) > 1:
            before, first = mentions.tokens[naming.first - 1], mentions.tokens[naming.first]
            is_beside = mentions.report.text[before.end : first.start] == " "
            if is_beside and before.pos == "NOUN" and before.lower not in ("diplomat", "leader", "counterpart"):
                return True
    return False


def office_name(role: str, party: str, title: str) -> str:
    """The normal form of an office in the table: "foreign minister" for every head of a foreign ministry but one."""
    special = {
        ("foreign minister", "USA"): "secretary of state",
        ("defence minister", "USA"): "secretary of defense",
        ("foreign minister", "EU"): "high representative",
    }
    if (role, party) in special:
        return special[role, party]
    return role if role in ("foreign minister", "defence minister", "finance minister") else title.lower()


def _is_modified(person: _Person) -> bool:
    return any(naming.office is not None and naming.office.modifier is not None for naming in person.names)


def _is_anothers(name: str, role: str | None, party: str, mentions: Mentions, knowledge: Knowledge) -> bool:
    """Whether the office that only this party has was somebody else's on the day: another state's then."""
    if role is None or mentions.on is None:
        return False
    holders = knowledge.offices.holders(party, role, mentions.on)
    words = set(fold(name).split())
    return bool(holders) and not any(words & set(fold(holder.person).split()) for holder in holders)


def _only_party(name: str, role: str | None, knowledge: Knowledge) -> str | None:
    """The one party in whose offices the table knows the person at any time; None where there are more or none."""
    if len(name.split()) > 1:
        tenures = knowledge.offices.tenures(name)
        parties = {tenure.party for tenure in tenures if role is not None or _is_whole(name, tenure.person)}
    elif role is not None:
        parties = {tenure.party for tenure in knowledge.offices.by_surname(name) if tenure.role == role}
    else:
        return None
    return parties.pop() if len(parties) == 1 else None


def _stated_office(person: _Person, mentions: Mentions) -> tuple[str | None, str | None, str | None, bool]:
    """Office, role and party that the report's own words give, those at the fullest name first.

    The last says whether words name the party, rather than the office alone.
    """
    best: OfficeMention | None = None
    for naming in sorted(person.names, key=lambda n: (-len(n.name.split()), n.first)):
        if naming.office is not None and (best is None or best.office in VAGUE_OFFICES):
            best = naming.office
    party = _party_of(person)
    if best is None:
        return None, None, party, party is not None
    name = f"{best.modifier} {best.office}" if best.modifier else best.office
    if best.modifier in ("elect", "designate", "nominate"):
        name = f"{best.office}-{best.modifier}"
    is_worded = any(
        naming.party or (naming.office and any(p.span.overlaps(naming.office.span) for p in mentions.parties))
        for naming in person.names
    )
    return name, best.role, best.party or party, is_worded


def _tenure(name: str, party: str | None, role: str | None, mentions: Mentions, knowledge: Knowledge) -> Tenure | None:
    """The tenure that fits the name on the day and contradicts nothing that the report says."""
    if mentions.on is None:
        return None
    if len(name.split()) > 1:
        tenures = knowledge.offices.tenures(name) or _with_fuller_name(name, role, party, mentions, knowledge)
    else:
        tenures = knowledge.offices.by_surname(name, on=mentions.on, party=party)
    fitting = [
        tenure
        for tenure in tenures
        if tenure.covers(mentions.on) is not None and party in (None, tenure.party) and role in (None, tenure.role)
    ]
    if party is None and role is None:  # a name alone: many bear the name of some minister
        named = {mention.code for mention in mentions.parties} | {mentions.report.side}
        fitting = [tenure for tenure in fitting if tenure.party in named or _is_exactly(name, tenure)]
    best = [tenure for tenure in fitting if tenure.confidence == "high"] or fitting
    best.sort(key=lambda tenure: ROLE_ORDER.index(tenure.role) if tenure.role in ROLE_ORDER else len(ROLE_ORDER))
    if len({(tenure.party, fold(tenure.person)) for tenure in best}) != 1:
        return None
    return best[0]


def _is_exactly(name: str, tenure: Tenure) -> bool:
    """Whether it is the leader's whole name, word for word, and the table is sure of him."""
    return (
        tenure.confidence == "high"
        and tenure.role in LEADING_ROLES
        and len(name.split()) > 1
        and _is_whole(name, tenure.person)
    )


def _is_whole(name: str, holder: str) -> bool:
    """Whether the one name has all words of the other, in any romanisation."""
    return len(fold(name).split()) == len(fold(holder).split()) and same_person(name, holder) >= WHOLE_NAME


def _with_fuller_name(
    name: str, role: str | None, party: str | None, mentions: Mentions, knowledge: Knowledge
) -> tuple[Tenure, ...]:
    """Tenures of one whose fuller name holds all words of this one: "Tayyip Erdogan"; asked with an office only."""
    if role is None:
        return ()
    words = set(fold(name).split())
    tenures = knowledge.offices.by_surname(name.split()[-1], on=mentions.on, party=party)
    return tuple(tenure for tenure in tenures if words <= set(fold(tenure.person).split()))
