"""Whom pronouns mean, and words for two at once: "he", "they", "the two leaders"."""

from collections.abc import Iterator

from aidememoire.language.people.named_so_far import SUBJECTS, NamedSoFar, Seen, refer
from aidememoire.model import ActorKind, OfficeMention, Sentence, Token

MAX_SENTENCES_BACK = 3  # "He" opens the third sentence after the name; later it may be anybody
MAX_PLURAL_BACK = 6  # sentences within which "the two leaders" have both been named
CONJUNCTIONS = frozenset({"as", "while", "when", "after", "before", "although", "though", "since", "once", "if"})
OBJECTS = frozenset({"dobj", "pobj", "dative", "iobj"})
SOURCES = frozenset({"according", "in", "by", "on", "from"})
SOURCE_NOUNS = frozenset("words opinion view judgement judgment assessment estimate estimates point of data".split())
MAX_SOURCE = 2  # tokens before the pronoun of "According to her"
BOTH_WORDS = frozenset({"both", "two", "the"})


def read_pronoun(reader: NamedSoFar, index: int, sentence: Sentence) -> None:
    """Keep whom the pronoun at the token means, if it is one of a person and that can be told."""
    token = reader.mentions.tokens[index]
    if token.lower in reader.words.male:
        gender = "male"
    elif token.lower in reader.words.female:
        gender = "female"
    else:
        return
    actor = _antecedent(reader, index, sentence, gender)
    if actor is not None:
        refer(reader, index, index + 1, sentence, (actor,), "pronoun")


def _antecedent(reader: NamedSoFar, index: int, sentence: Sentence, gender: str) -> int | None:
    """The person whom the pronoun means: the subject of its own sentence before it, else of the sentences before."""
    tokens = reader.mentions.tokens
    if _looks_forward(tokens, index, sentence):
        return None
    voice = reader.voices.at(tokens[index].start)
    is_object = tokens[index].dep in OBJECTS and tokens[index].lower not in ("his", "himself", "herself")
    unnamed = _unnamed_subject(reader, index, sentence)
    for back in range(MAX_SENTENCES_BACK + 1):
        if back and unnamed is not None:
            return None
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


def _unnamed_subject(reader: NamedSoFar, index: int, sentence: Sentence) -> OfficeMention | None:
    """The official of a state, named by his office alone, whose sentence it is: "Peru’s president told of his visit".

    None where the words stand for somebody named before, or hold his name: "Peru’s president, Juan Poe, told of his".
    """
    mentions, end = reader.mentions, reader.mentions.tokens[index].start
    taken = [one.span for one in reader.found] + [one.span for one in mentions.persons]
    held = {person.office.span for person in mentions.persons if person.office is not None}
    for office in mentions.offices:
        span = office.span
        if not (sentence.span.start <= span.start and span.end <= end) or office.is_plural or office.party is None:
            continue
        if span in held or any(other.overlaps(span) for other in taken):
            continue
        if any(token.dep in SUBJECTS for token in mentions.tokens[slice(*_extent(reader, office))]):
            return office
    return None


def _extent(reader: NamedSoFar, office: OfficeMention) -> tuple[int, int]:
    """First token of an office's words and the one behind the last."""
    covered = reader.positions.covered(office.span)
    return covered.start, covered.stop


def _looks_forward(tokens: tuple[Token, ...], index: int, sentence: Sentence) -> bool:
    """Whether the pronoun may mean somebody named after it: "In his weekly speech, Poe said"."""
    opening = tokens[sentence.first]
    if _is_source(tokens, index, sentence):
        return False
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


def _is_source(tokens: tuple[Token, ...], index: int, sentence: Sentence) -> bool:
    """Whether the pronoun is all that a source goes by: "According to her, Poe fled"; "in his opinion, Poe fled"."""
    opening = tokens[sentence.first].lower
    if index - sentence.first > MAX_SOURCE or opening not in SOURCES:
        return False
    comma = next((at for at in range(index + 1, sentence.last) if tokens[at].text == ","), index)
    words = [tokens[at].lower for at in range(index + 1, comma)]
    return comma > index and (bool(words) or opening == "according") and SOURCE_NOUNS.issuperset(words)


def _in_sentence(reader: NamedSoFar, sentence: int) -> Iterator[Seen]:
    for seen in reversed(reader.seen):
        if seen.sentence < sentence:
            return
        if seen.sentence == sentence:
            yield seen


def _fits(reader: NamedSoFar, actor: int, gender: str) -> bool:
    if reader.mentions.actors[actor].kind is not ActorKind.PERSON:
        return False
    known = reader.genders.get(actor)
    return known == gender or (known is None and gender == "male") or (known is None and gender == "female")


def read_plural(reader: NamedSoFar, index: int, sentence: Sentence) -> int | None:
    """The index after "the two leaders", "both ministers", "they", where both are known; else None."""
    tokens = reader.mentions.tokens
    token = tokens[index]
    if token.lower in reader.words.plural and token.dep in SUBJECTS:
        actors = _pair(reader, sentence, frozenset({"any"}), back=1)
        if actors:
            refer(reader, index, index + 1, sentence, actors, "plural")
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
            refer(reader, index, at, sentence, actors, "plural")
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
            refer(reader, index, at + length, sentence, actors, "plural")
            return at + length
    return None


def _is_subject_alone(tokens: tuple[Token, ...], at: int, sentence: Sentence) -> bool:
    """Whether "the two" before the token is a verb's whole subject: "the two met"; not "the two sides"."""
    return at < sentence.last and tokens[at].pos in ("VERB", "AUX") and tokens[at - 1].dep in SUBJECTS


def _pair(reader: NamedSoFar, sentence: Sentence, roles: frozenset[str], back: int) -> tuple[int, ...]:
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
