"""Words that stand for somebody named elsewhere: "Kishida", "the Minister", "he", "the two leaders".

Read from the start of the report to its end, so that what is resolved is an antecedent for what follows. A pronoun
inside a quotation is not the narration's. No reference rather than a wrong one.
"""

from bisect import bisect_left
from itertools import islice

from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.given_names import is_womans_name
from aidememoire.knowledge.person_names import fold
from aidememoire.language.people.named_so_far import (
    NARRATION,
    NamedSoFar,
    ReferenceWords,
    Voices,
    refer,
    reference_words,
    see,
)
from aidememoire.language.people.offices import STATE_HEADS
from aidememoire.language.people.persons import called
from aidememoire.language.people.positions import Positions
from aidememoire.language.people.pronouns import BOTH_WORDS, read_plural, read_pronoun
from aidememoire.model import Actor, ActorKind, Mentions, OfficeMention, PersonMention, Reference, Sentence, Token

MIN_FIRST_NAME = 4  # letters: "Thaksin"; a shorter word is a word too: "An", "Hor"
MAX_TIMES = 8  # words in the form of a time before a name among which one may reach into it
MAX_LOOK_BACK = 400  # namings: "the Minister" of a page ago; not of a book ago
LESSER = frozenset({"assistant", "deputy", "ex", "former", "late", "press", "private", "under", "vice"})
INDEFINITE = frozenset(
    {"a", "an", "any", "every", "each", "another", "no", "some", "one", "as", "become", "became", "of", "for", "two"}
)
MAX_PREDICATE = 4  # tokens back to a "was" that makes the office a predicate
DEFINITE = frozenset({"the", "this", "that", "its", "their"})


def find_references(mentions: Mentions, knowledge: Knowledge) -> tuple[Reference, ...]:
    """The references that can be resolved, in order of position; no reference rather than a wrong one."""
    if not mentions.actors:
        return ()
    positions = Positions.of(mentions)
    words = reference_words()
    officials = [actor for actor in mentions.actors if actor.kind is ActorKind.PERSON and actor.office is not None]
    genders = _genders(mentions, positions, words)
    by_word = _by_word(mentions)
    first_words = frozenset(word.split()[0] for word in by_word)
    reader = NamedSoFar(mentions, positions, words, Voices(mentions.quotations), genders, officials, first_words)
    persons = {positions.after(person.span.start): person for person in mentions.persons}
    used = {person.office.span.start for person in mentions.persons if person.office}
    offices = {
        positions.after(office.span.start): office
        for office in mentions.offices
        if office.span.start not in used or office.is_plural
    }
    for sentence in mentions.sentences:
        _read_sentence(reader, sentence, persons, offices, by_word)
    return tuple(sorted(reader.found, key=lambda r: r.span))


def _genders(mentions: Mentions, positions: Positions, words: ReferenceWords) -> dict[int, str]:
    """The gender of those whose titles or given names tell it."""
    genders: dict[int, str] = {}
    for person in mentions.persons:
        actor = mentions.actors[person.actor]
        before = mentions.tokens[max(0, positions.after(person.span.start) - 1)].lower
        titles = {before, person.office.office if person.office else ""}
        if titles & words.male_titles:
            genders[person.actor] = "male"
        elif titles & words.female_titles or is_womans_name(actor.name):
            genders.setdefault(person.actor, "female")
    return genders


def _by_word(mentions: Mentions) -> dict[str, list[int]]:
    """Folded surname → the actors who may be called by it alone; a first name that only one bears stands for him, too.

    Thais, Malays and many others go by the first: "Thaksin said".
    """
    by_word: dict[str, list[int]] = {}
    firsts: dict[str, list[int]] = {}
    for actor in mentions.actors:
        if actor.kind is ActorKind.PERSON:
            for word in called(actor.name):
                by_word.setdefault(word, []).append(actor.index)
            first, _, others = fold(actor.name).partition(" ")
            if others and len(first) >= MIN_FIRST_NAME:
                firsts.setdefault(first, []).append(actor.index)
    for first, bearers in firsts.items():
        if len(bearers) == 1 and first not in by_word:
            by_word[first] = bearers
    return by_word


def _read_sentence(
    reader: NamedSoFar,
    sentence: Sentence,
    persons: dict[int, PersonMention],
    offices: dict[int, OfficeMention],
    by_word: dict[str, list[int]],
) -> None:
    words = reader.words
    starts_plural = BOTH_WORDS | words.plural
    index = sentence.first
    while index < sentence.last:
        token = reader.mentions.tokens[index]
        end = index + 1
        if person := persons.get(index):
            end = max(end, reader.positions.covered(person.span).stop)
            see(reader, index, end, sentence, person.actor)
        elif token.lower in starts_plural and (plural := read_plural(reader, index, sentence)):
            end = plural
        elif (office := offices.get(index)) and not _is_surname_alone(reader, office, index, sentence, by_word):
            _title(reader, office, index, sentence)
            end = max(end, reader.positions.covered(office.span).stop)
        elif token.lower in words.male or token.lower in words.female:
            read_pronoun(reader, index, sentence)
        elif token.text[0].isupper() and fold(token.text) in reader.first_words:
            end = max(end, _surname(reader, index, sentence, by_word))
        index = end


# --- surnames -----------------------------------------------------------------------------------------------------


def _surname(reader: NamedSoFar, index: int, sentence: Sentence, by_word: dict[str, list[int]]) -> int:
    """The index after a surname that stands for an actor; the index itself where none does."""
    tokens = reader.mentions.tokens
    token = tokens[index]
    if token.pos in ("VERB", "AUX", "ADV") and not reader.positions.is_headline(sentence):
        return index
    for length in (4, 3, 2, 1):
        end = index + length
        if end > sentence.last or not tokens[end - 1].text[-1].isalpha():
            continue
        text = reader.mentions.report.text[token.start : tokens[end - 1].end]
        actors = by_word.get(fold(text))
        if actors and not _is_other_thing(reader, index, end):
            actor = actors[0] if len(actors) == 1 else _last_named(reader, actors)
            if actor is not None:
                refer(reader, index, end, sentence, (actor,), "surname")
                return end
    return index


def _is_other_thing(reader: NamedSoFar, first: int, last: int) -> bool:
    """Whether the word is a party, a place, a month, or part of a longer name: "the Bush family", "Camp David"."""
    tokens = reader.mentions.tokens
    if any(index in reader.positions.party_at for index in range(first, last)):
        return True
    if first in reader.positions.place_at:
        return True
    span = reader.mentions.report.span(tokens[first].start, tokens[last - 1].end)
    times = reader.mentions.times
    begun = bisect_left(times, span.end, key=lambda time: time.span.start)
    if any(time.span.overlaps(span) for time in times[max(0, begun - MAX_TIMES) : begun]):
        return True
    following = tokens[last] if last < len(tokens) else None
    return (
        following is not None and following.pos == "PROPN" and following.text[0].isupper() and following.dep != "appos"
    )


def _last_named(reader: NamedSoFar, actors: list[int]) -> int | None:
    for seen in islice(reversed(reader.seen), MAX_LOOK_BACK):
        if seen.actor in actors:
            return seen.actor
    return None


# --- titles -------------------------------------------------------------------------------------------------------


def _title(reader: NamedSoFar, office: OfficeMention, index: int, sentence: Sentence) -> None:
    """CASE "the Minister"; CASE "the Turkish leader"; CASE "Russia's top diplomat"."""
    tokens = reader.mentions.tokens
    last = reader.positions.covered(office.span).stop
    if office.is_plural or not _is_definite(tokens, index, sentence, office, last):
        return
    actors = [actor for actor in reader.officials if _may_be(actor, office)]
    if office.party is None:  # "the Foreign Minister" is no Secretary of State where another is called so
        actors = [actor for actor in actors if actor.office == office.office] or actors
    speaker = _speaker(reader, office)
    actors = [actor for actor in actors if fold(actor.name).split()[-1] not in speaker]
    own = _own(reader, actors, office, index)
    actor = own or _nearest(reader, actors, office)
    if actor is None or (own is None and speaker and office.party is None and _is_anothers(reader, actor, speaker)):
        return
    first = index - 1 if index > sentence.first and tokens[index - 1].lower in DEFINITE else index
    refer(reader, first, last, sentence, (actor.index,), "title")


def _speaker(reader: NamedSoFar, office: OfficeMention) -> list[str]:
    """The folded words of the label of the turn that the office stands in; none outside a turn.

    In his own turn a minister calls himself "I": "the Minister" there is another.
    """
    voice = reader.voices.at(office.span.start)
    label = reader.mentions.quotations[voice].label if voice != NARRATION else None
    return fold(reader.mentions.words(label)).split() if label is not None else []


def _is_anothers(reader: NamedSoFar, actor: Actor, speaker: list[str]) -> bool:
    """Whether one of another state was spoken of since the actor was: "the Minister" may be that state's.

    CASE "We met Minister Poe of Peru. … President Roe of Chile came, too. The Minister agreed".
    """
    for seen in islice(reversed(reader.seen), MAX_LOOK_BACK):
        if seen.actor == actor.index:
            return False
        other = reader.mentions.actors[seen.actor]
        is_speaker = fold(other.name).split()[-1] in speaker
        is_official = other.kind is ActorKind.PERSON and other.role is not None and not is_speaker
        if is_official and other.party not in (None, actor.party, reader.mentions.report.side):
            return True
    return False


def _is_surname_alone(
    reader: NamedSoFar, office: OfficeMention, index: int, sentence: Sentence, by_word: dict[str, list[int]]
) -> bool:
    """Whether a title without "the" is the surname of somebody whom the report names: "King said" of Ada King."""
    tokens = reader.mentions.tokens
    is_alone = len(reader.positions.covered(office.span)) == 1 and tokens[index].text[0].isupper()
    is_told = index > sentence.first and tokens[index - 1].lower in DEFINITE
    return is_alone and not is_told and fold(tokens[index].text) in by_word


def _is_definite(tokens: tuple[Token, ...], index: int, sentence: Sentence, office: OfficeMention, last: int) -> bool:
    """Whether the words mean somebody known: not "a minister", "as foreign minister", "the worst president of all"."""
    if last < sentence.last and tokens[last].lower in ("of", "for", "-"):
        return False
    before = tokens[index - 1] if index > sentence.first else None
    if before is None or before.lower in DEFINITE:
        return not _is_predicate(tokens, index, sentence)
    if before.pos == "ADJ" or before.lower in INDEFINITE:
        return False
    is_named = office.party is not None or tokens[index].text[0].isupper()
    return is_named and not _is_predicate(tokens, index, sentence)


def _is_predicate(tokens: tuple[Token, ...], index: int, sentence: Sentence) -> bool:
    """Whether the office is said of somebody: "was until May the foreign minister", "became president"."""
    return any(
        token.lemma in ("be", "become", "name", "appoint", "elect", "call", "remain")
        for token in tokens[max(sentence.first, index - MAX_PREDICATE) : index]
    )


def _may_be(actor: Actor, office: OfficeMention) -> bool:
    """Whether the words can mean the actor: same office, and no other party."""
    if actor.kind is not ActorKind.PERSON or actor.office is None:
        return False
    if office.party is not None and actor.party not in (office.party, None):
        return False
    if office.party is not None and actor.party is None and office.office == "leader":
        return False
    if office.modifier is not None:
        return actor.office.startswith(office.modifier.split()[0]) and actor.office.endswith(office.office.split()[-1])
    if office.role is not None and actor.role is not None:
        return office.role == actor.role or (office.office == actor.office)
    if office.office == "leader":
        return actor.role in STATE_HEADS or "leader" in actor.office
    words = actor.office.split()
    if office.office in ("minister", "secretary", "commissioner", "director", "chief", "head"):
        is_it = office.office in words and actor.office not in ("prime minister", "former prime minister")
        return is_it and (office.office != "secretary" or not _is_lesser(words))
    is_ending = actor.office.endswith(f" {office.office}") and not _is_lesser(words)
    return office.office == actor.office or is_ending


def _is_lesser(words: list[str]) -> bool:
    """Whether the words name another post than their last one does: "vice president", "press secretary"."""
    return not LESSER.isdisjoint(words)


def _own(reader: NamedSoFar, actors: list[Actor], office: OfficeMention, index: int) -> Actor | None:
    """CASE "MS ROE: The President met …": in its own transcript a government's President is the one of its side."""
    tokens, side, voice = reader.mentions.tokens, reader.mentions.report.side, reader.voices.at(office.span.start)
    label = reader.mentions.quotations[voice].label if voice != NARRATION else None
    if side is None or label is None or office.party is not None or office.modifier is not None:
        return None
    if not tokens[index].text[0].isupper() or index == 0 or tokens[index - 1].lower != "the":
        return None
    speaker = fold(reader.mentions.words(label)).split()
    guests = [actor for actor in reader.officials if actor.party not in (side, None)]
    own = [actor for actor in actors if actor.party == side and actor.role is not None]
    if len(own) != 1 or any(fold(actor.name).split()[-1] in speaker for actor in guests):
        return None
    return own[0]


def _nearest(reader: NamedSoFar, actors: list[Actor], office: OfficeMention) -> Actor | None:
    """The one last named of them, if the others are not as near; else the only one there is."""
    indices = {actor.index for actor in actors}
    if not indices:
        return None
    for seen in islice(reversed(reader.seen), MAX_LOOK_BACK):
        if seen.actor in indices:
            recent = reader.seen[-MAX_LOOK_BACK:]
            near = [other for other in recent if other.actor in indices and other.sentence >= seen.sentence - 1]
            subjects = {other.actor for other in near if other.is_subject}
            if subjects and len(subjects | {other.actor for other in near if other.is_second}) > len(subjects):
                return None  # "Minister Poe met Minister Roe" is about Poe, "Minister Poe and Minister Roe met" of both
            if len({other.actor for other in near}) > 1 and len(subjects) == 1:
                return reader.mentions.actors[subjects.pop()]
            return reader.mentions.actors[seen.actor]
    return actors[0] if len(indices) == 1 and office.role is not None and office.party is not None else None
