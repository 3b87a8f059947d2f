"""Words that stand for somebody named elsewhere: "Kishida", "the Minister", "he", "the two leaders".

Read from the start of the report to its end, so that what is resolved is an antecedent for what follows. A pronoun
inside a quotation is not the narration's. No reference rather than a wrong one.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import islice

from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.given_names import is_womans_name
from aidememoire.knowledge.person_names import fold
from aidememoire.language.people.offices import STATE_HEADS, load_rows
from aidememoire.language.people.persons import called
from aidememoire.language.people.positions import Positions
from aidememoire.model import (
    Actor,
    ActorKind,
    Mentions,
    OfficeMention,
    PersonMention,
    Quotation,
    Reference,
    Sentence,
    Token,
)

NARRATION = -1  # the voice of the report itself
MAX_LOOK_BACK = 400  # namings: "the Minister" of a page ago; not of a book ago
MAX_SENTENCES_BACK = 3  # "He" opens the third sentence after the name; later it may be anybody
MAX_PLURAL_BACK = 6  # sentences within which "the two leaders" have both been named
CONJUNCTIONS = frozenset({"as", "while", "when", "after", "before", "although", "though", "since", "once", "if"})
OBJECTS = frozenset({"dobj", "pobj", "dative", "iobj"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "agent"})
BOTH_WORDS = frozenset({"both", "two", "the"})
LESSER = frozenset({"assistant", "deputy", "ex", "former", "late", "press", "private", "under", "vice"})
INDEFINITE = frozenset(
    {"a", "an", "any", "every", "each", "another", "no", "some", "one", "as", "become", "became", "of", "for", "two"}
)
MAX_JOINING = 9  # tokens of "and Peruvian Deputy Minister of Foreign Affairs" before the second name
MAX_PREDICATE = 4  # tokens back to a "was" that makes the office a predicate
DEFINITE = frozenset({"the", "this", "that", "its", "their"})


@dataclass(frozen=True, slots=True)
class ReferenceWords:
    """The table of words that stand for persons."""

    male: frozenset[str]
    female: frozenset[str]
    plural: frozenset[str]
    male_titles: frozenset[str]
    female_titles: frozenset[str]
    classes: dict[str, frozenset[str]]  # "ministers" → roles


@cache
def reference_words() -> ReferenceWords:
    """The English table, loaded once."""
    rows = load_rows("references.toml")
    return ReferenceWords(
        male=frozenset(rows["pronoun"]["male"]),
        female=frozenset(rows["pronoun"]["female"]),
        plural=frozenset(rows["pronoun"]["plural"]),
        male_titles=frozenset(rows["gender"]["male"]),
        female_titles=frozenset(rows["gender"]["female"]),
        classes={words: frozenset(roles) for words, roles in rows["plural"].items()},
    )


@dataclass(slots=True)
class _Seen:
    """An actor named or meant at a place of the text."""

    first: int  # token index
    last: int  # after its last token
    sentence: int
    actor: int
    is_subject: bool
    is_main: bool  # subject of the sentence's main clause
    voice: int  # index of the innermost quotation; NARRATION outside
    is_second: bool = False  # joined by "and" to a subject


@dataclass(slots=True)
class _Reader:
    """What has been seen so far, and what is looked for."""

    mentions: Mentions
    positions: Positions
    words: ReferenceWords
    voices: "_Voices"
    genders: dict[int, str]
    officials: list[Actor]  # persons with an office
    first_words: frozenset[str]  # folded first words of all surnames
    seen: list[_Seen] = field(default_factory=list)
    found: list[Reference] = field(default_factory=list)


class _Voices:
    """In whose words a position stands."""

    def __init__(self, quotations: tuple[Quotation, ...]) -> None:
        spans = [(part.start, part.end, k) for k, q in enumerate(quotations) for part in (q.parts or (q.span,))]
        self._spans = sorted(spans)
        self._starts = [start for start, _, _ in self._spans]

    def at(self, position: int) -> int:
        """The index of the innermost quotation around the position; NARRATION where none is."""
        at = bisect_right(self._starts, position) - 1
        for start, end, quotation in self._spans[max(0, at - 3) : at + 1][::-1]:
            if start <= position < end:
                return quotation
        return NARRATION


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
    reader = _Reader(mentions, positions, words, _Voices(mentions.quotations), genders, officials, first_words)
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
    """Folded surname → the actors who may be called by it alone."""
    by_word: dict[str, list[int]] = {}
    for actor in mentions.actors:
        if actor.kind is ActorKind.PERSON:
            for word in called(actor.name):
                by_word.setdefault(word, []).append(actor.index)
    return by_word


def _read_sentence(
    reader: _Reader,
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
            _see(reader, index, end, sentence, person.actor)
        elif token.lower in starts_plural and (plural := _plural(reader, index, sentence)):
            end = plural
        elif office := offices.get(index):
            _title(reader, office, index, sentence)
            end = max(end, reader.positions.covered(office.span).stop)
        elif token.lower in words.male or token.lower in words.female:
            _pronoun(reader, index, sentence)
        elif token.text[0].isupper() and fold(token.text) in reader.first_words:
            end = max(end, _surname(reader, index, sentence, by_word))
        index = end


def _see(reader: _Reader, first: int, last: int, sentence: Sentence, actor: int) -> None:
    tokens = reader.mentions.tokens
    is_subject = any(token.dep in SUBJECTS for token in tokens[first:last])
    voice = reader.voices.at(tokens[first].start)
    is_main = any(token.dep in SUBJECTS and tokens[token.head].dep == "ROOT" for token in tokens[first:last])
    seen = _Seen(first, last, sentence.index, actor, is_subject, is_main, voice)
    before = reader.seen[-1] if reader.seen else None
    if before is not None and before.sentence == sentence.index and _are_joined(tokens[before.last : first]):
        seen.is_second = before.is_subject or before.is_second
        before.is_second = before.is_second or is_subject
    reader.seen.append(seen)


def _are_joined(between: tuple[Token, ...]) -> bool:
    """Whether the words between two persons join them: "Poe [of Chile] and [Peruvian President] Roe"."""
    words = [token.lower for token in between]
    is_and = len(between) <= MAX_JOINING and words.count("and") == 1 and (words[0] in ("and", "of"))
    return is_and and all(
        token.lower in ("and", "of") or token.pos in ("NOUN", "PROPN", "ADJ", "DET") for token in between
    )


def _refer(reader: _Reader, first: int, last: int, sentence: Sentence, actors: tuple[int, ...], why: str) -> None:
    tokens = reader.mentions.tokens
    span = reader.mentions.report.span(tokens[first].start, tokens[last - 1].end)
    reader.found.append(Reference(span, actors, why))
    for actor in actors:
        _see(reader, first, last, sentence, actor)


# --- surnames -----------------------------------------------------------------------------------------------------


def _surname(reader: _Reader, index: int, sentence: Sentence, by_word: dict[str, list[int]]) -> int:
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
                _refer(reader, index, end, sentence, (actor,), "surname")
                return end
    return index


def _is_other_thing(reader: _Reader, first: int, last: int) -> bool:
    """Whether the word is a party, a place, a month, or part of a longer name: "the Bush family", "Camp David"."""
    tokens = reader.mentions.tokens
    if any(index in reader.positions.party_at for index in range(first, last)):
        return True
    if first in reader.positions.place_at:
        return True
    span = reader.mentions.report.span(tokens[first].start, tokens[last - 1].end)
    if any(time.span.overlaps(span) for time in reader.mentions.times):
        return True
    following = tokens[last] if last < len(tokens) else None
    return (
        following is not None and following.pos == "PROPN" and following.text[0].isupper() and following.dep != "appos"
    )


def _last_named(reader: _Reader, actors: list[int]) -> int | None:
    for seen in islice(reversed(reader.seen), MAX_LOOK_BACK):
        if seen.actor in actors:
            return seen.actor
    return None


# --- titles -------------------------------------------------------------------------------------------------------


def _title(reader: _Reader, office: OfficeMention, index: int, sentence: Sentence) -> None:
    """CASE "the Minister"; CASE "the Turkish leader"; CASE "Russia's top diplomat"."""
    tokens = reader.mentions.tokens
    last = reader.positions.covered(office.span).stop
    if office.is_plural or not _is_definite(tokens, index, sentence, office, last):
        return
    actors = [actor for actor in reader.officials if _may_be(actor, office)]
    if office.party is None:  # "the Foreign Minister" is no Secretary of State where another is called so
        actors = [actor for actor in actors if actor.office == office.office] or actors
    actor = _own(reader, actors, office, index) or _nearest(reader, actors, office)
    if actor is None:
        return
    first = index - 1 if index > sentence.first and tokens[index - 1].lower in DEFINITE else index
    _refer(reader, first, last, sentence, (actor.index,), "title")


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


def _own(reader: _Reader, actors: list[Actor], office: OfficeMention, index: int) -> Actor | None:
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


def _nearest(reader: _Reader, actors: list[Actor], office: OfficeMention) -> Actor | None:
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


# --- pronouns -----------------------------------------------------------------------------------------------------


def _pronoun(reader: _Reader, index: int, sentence: Sentence) -> None:
    token = reader.mentions.tokens[index]
    if token.lower in reader.words.male:
        gender = "male"
    elif token.lower in reader.words.female:
        gender = "female"
    else:
        return
    actor = _antecedent(reader, index, sentence, gender)
    if actor is not None:
        _refer(reader, index, index + 1, sentence, (actor,), "pronoun")


def _antecedent(reader: _Reader, index: int, sentence: Sentence, gender: str) -> int | None:
    """The person whom the pronoun means: the subject of its own sentence before it, else of the sentences before."""
    tokens = reader.mentions.tokens
    if _looks_forward(tokens, index, sentence):
        return None
    voice = reader.voices.at(tokens[index].start)
    is_object = tokens[index].dep in OBJECTS and tokens[index].lower not in ("his", "himself", "herself")
    for back in range(MAX_SENTENCES_BACK + 1):
        near = [
            seen
            for seen in _in_sentence(reader, sentence.index - back)
            if seen.voice == voice and _fits(reader, seen.actor, gender)
        ]
        if is_object and back == 0:
            agent = next((seen.actor for seen in near if seen.is_subject), None)
            near = [seen for seen in near if seen.actor != agent]
        if not near:
            continue
        if gender == "female" and len(women := {seen.actor for seen in near if reader.genders.get(seen.actor)}) == 1:
            return women.pop()
        subjects = [seen for seen in near if seen.is_subject]
        if back and len({seen.actor for seen in near if seen.is_subject or seen.is_second}) > len(
            {seen.actor for seen in subjects}
        ):
            return None  # "Poe and Roe met. He …": either of them
        if subjects and not (is_object and back == 0):
            main = [seen for seen in subjects if seen.is_main]
            return (main[0] if main and back else subjects[0]).actor
        if len({seen.actor for seen in near}) == 1:
            return near[0].actor
        return None
    return None


def _looks_forward(tokens: tuple[Token, ...], index: int, sentence: Sentence) -> bool:
    """Whether the pronoun may mean somebody named after it: "In his weekly speech, Poe said"."""
    opening = tokens[sentence.first]
    if opening.pos not in ("ADP", "SCONJ", "VERB"):
        return False
    if tokens[index].dep in SUBJECTS and opening.lower not in CONJUNCTIONS:
        return False
    for at in range(sentence.first, index):
        if tokens[at].text == ",":
            return False
    for at in range(index, sentence.last - 1):
        if tokens[at].text == ",":
            return tokens[at + 1].pos != "PRON"
    return False


def _in_sentence(reader: _Reader, sentence: int) -> Iterator[_Seen]:
    for seen in reversed(reader.seen):
        if seen.sentence < sentence:
            return
        if seen.sentence == sentence:
            yield seen


def _fits(reader: _Reader, actor: int, gender: str) -> bool:
    if reader.mentions.actors[actor].kind is not ActorKind.PERSON:
        return False
    known = reader.genders.get(actor)
    return known == gender or (known is None and gender == "male") or (known is None and gender == "female")


# --- plurals ------------------------------------------------------------------------------------------------------


def _plural(reader: _Reader, index: int, sentence: Sentence) -> int | None:
    """The index after "the two leaders", "both ministers", "they", where both are known; else None."""
    tokens = reader.mentions.tokens
    token = tokens[index]
    if token.lower in reader.words.plural and token.dep in SUBJECTS:
        actors = _pair(reader, sentence, frozenset({"any"}), back=1)
        if actors:
            _refer(reader, index, index + 1, sentence, actors, "plural")
            return index + 1
        return None
    if token.lower not in BOTH_WORDS:
        return None
    at = index
    while at < sentence.last and tokens[at].lower in BOTH_WORDS:
        at += 1
    has_two = any(t.lower in ("two", "both") for t in tokens[index:at])
    if tokens[at - 1].lower == "two" and at - index > 1 and _is_subject_alone(tokens, at, sentence):
        actors = _pair(reader, sentence, frozenset({"any"}), back=1)  # "The two discussed"
        if actors:
            _refer(reader, index, at, sentence, actors, "plural")
            return at
        return None
    for length in (3, 2, 1):
        words = " ".join(t.lower for t in tokens[at : at + length])
        roles = reader.words.classes.get(words)
        if roles is None or at + length > sentence.last:
            continue
        if at + length < sentence.last and tokens[at + length].lower == "of":
            return None
        actors = _pair(reader, sentence, roles, back=MAX_PLURAL_BACK)
        if actors and (has_two or words != "pair"):
            _refer(reader, index, at + length, sentence, actors, "plural")
            return at + length
    return None


def _is_subject_alone(tokens: tuple[Token, ...], at: int, sentence: Sentence) -> bool:
    """Whether "the two" before the token is a verb's whole subject: "the two met"; not "the two sides"."""
    return at < sentence.last and tokens[at].pos in ("VERB", "AUX") and tokens[at - 1].dep in SUBJECTS


def _pair(reader: _Reader, sentence: Sentence, roles: frozenset[str], back: int) -> tuple[int, ...]:
    """The two persons of different parties who were last named together; none where they are more or fewer."""
    actors: list[int] = []
    for seen in reversed(reader.seen):
        if seen.sentence < sentence.index - back:
            break
        actor = reader.mentions.actors[seen.actor]
        if actor.kind is not ActorKind.PERSON or (roles != {"any"} and actor.role not in roles):
            continue
        if seen.actor not in actors:
            actors.append(seen.actor)
    parties = {reader.mentions.actors[actor].party for actor in actors}
    if len(actors) != 2 or len(parties) != 2 or None in parties:
        return ()
    return tuple(sorted(actors))
