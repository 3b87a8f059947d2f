"""What translators have done to a text: names lost, names made impossible, words mistaken, signs of a machine."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.person_names import (
    SAME_PERSON,
    fold,
    is_family_first,
    same_person,
    sound,
    word_score,
    words_of,
)
from aidememoire.knowledge.tenures import Tenure
from aidememoire.language.corrections import corrected_words
from aidememoire.language.people.office_table import load_rows
from aidememoire.language.people.positions import Positions
from aidememoire.model import ActorKind, DoubtfulMention, Mentions, Problem, Sentence, Severity, Span, Token

RELEVANT_ROLES = frozenset(
    {"foreign minister", "head of state", "head of government", "defence minister", "prime minister"}
)
NEAR_NAME = 66  # rapidfuzz ratio: accepts Pompey/Pompeo (77), Lavrin/Lavrov (67); refuses Kelly/Kerry (60)
ONE_NAME = 0.95  # what `word_score` gives a nickname; accepts Bill/William
ROMANISED = 0.85  # accepts Lukashenka/Lukashenko (0.9); refuses Patin/Putin (0.8)
ALMOST = 60  # the same where the given name is right and the table sure: accepts Carry/Kerry; refuses Poe/Kerry
BOTH_NEAR = 75  # the same where neither word is right: accepts Alex Tsipris; refuses Ana Poe
ENDINGS = frozenset("a o i e ov ev iv in ova eva zoda ii".split())  # of one name, as sounds: Rahmon, Rakhmonov
HEADS = {"head of state": "head of government", "head of government": "head of state"}
MIN_GIVEN = 3  # letters of a given name that is compared: initials fit many
MAX_CLAUSE = 8  # tokens between "met" and the name: the same clause, not the same sentence
FINAL_Y = re.compile(r"y\b")  # Sikorsky, Sikorski
GLUED = re.compile(r"^[ae]l(?=\w{4})")  # Elaraby, al-Arabi
UMLAUT = re.compile(r"([aou])e")
MEETING_WORDS = frozenset(
    "met meet meets meeting talks talk talked spoke speak speaks spoken conversation agreed negotiated negotiate "
    "negotiations relationship trust discussed discuss called phoned phone handshake counterpart colleague interview "
    "consultations telephoned dined lunch dinner contacts".split()
)
SPEAKING_WORDS = frozenset(
    "said says told stressed noted added stated emphasized emphasised recalled explained believes declared announced "
    "reminded replied answered promised warned thanked concluded".split()
)
OBJECT_VERBS = frozenset("met meets thanked told asked invited received congratulated phoned telephoned".split())
PRONOUNS = frozenset("i we he she they".split())


@dataclass(frozen=True, slots=True)
class Root:
    """A surname that translators render as the word it comes from."""

    surname: str
    words: tuple[str, ...]  # lower case
    language: str
    root: str  # "lavr, laurel or bay tree"


@dataclass(frozen=True, slots=True)
class Sign:
    """What shows that a text was translated."""

    name: str
    by: str  # who leaves it: machine | human | any
    pattern: re.Pattern[str]
    times: int  # how often it must be seen


@dataclass(frozen=True, slots=True)
class Fault:
    """Words that are often mistaken."""

    name: str
    hints: tuple[str, ...]  # lower-case letters, one of which stands in all that fits
    pattern: re.Pattern[str]
    proposed: str
    why: str


@cache
def roots() -> dict[str, tuple[Root, ...]]:
    """The surnames by each word that may stand for them; loaded once."""
    path = files("aidememoire") / "language" / "data" / "en" / "translation_surnames.tsv"
    table: dict[str, list[Root]] = {}
    for row in csv.DictReader(io.StringIO(path.read_text(encoding="utf-8")), delimiter="\t"):
        root = Root(row["surname"], tuple(row["words"].split("|")), row["language"], row["root"])
        for word in root.words:
            table.setdefault(word, []).append(root)
    return {word: tuple(found) for word, found in table.items()}


@cache
def faults() -> tuple[Fault, ...]:
    """The words that are often mistaken; loaded once."""
    return tuple(
        Fault(row["name"], tuple(row["hint"].split("|")), re.compile(row["pattern"]), row["proposed"], row["why"])
        for row in load_rows("translation_faults.toml")["fault"]
    )


@cache
def signs() -> tuple[Sign, ...]:
    """The signs of translation; loaded once."""
    return tuple(
        Sign(row["name"], row["by"], re.compile(row["pattern"]), row["times"])
        for row in load_rows("translation_faults.toml")["sign"]
    )


@cache
def latin_parties() -> frozenset[str]:
    """Parties whose officials' names are written in Latin letters at home; loaded once."""
    return frozenset(load_rows("translation_faults.toml")["latin"]["parties"])


def find_doubtful(mentions: Mentions, knowledge: Knowledge) -> tuple[DoubtfulMention, ...]:
    """The mentions that look mistaken, in order of position; the words themselves stay as they are."""
    found = [
        *_lost_names(mentions, knowledge),
        *_impossible_names(mentions, knowledge),
        *_mistaken_words(mentions),
        *corrected_words(mentions),
    ]
    return tuple(sorted(found, key=lambda d: (d.span, d.rule)))


class Origin(StrEnum):
    """Whose words a text is in."""

    ORIGINAL = "original"  # nothing shows that it was translated
    TRANSLATION = "translation"  # it was, and nothing shows by whom
    HUMAN = "human translation"
    MACHINE = "machine translation"


def signs_of_translation(mentions: Mentions) -> tuple[str, ...]:
    """The signs that the text was translated, in words; empty for a text without any."""
    return tuple(sign.name for sign in _signs_in(mentions))


def _signs_in(mentions: Mentions) -> tuple[Sign, ...]:
    text = mentions.report.text
    return tuple(sign for sign in signs() if len(sign.pattern.findall(text)) >= sign.times)


def find_origin(mentions: Mentions) -> tuple[Origin, tuple[str, ...]]:
    """Whether the text is an original or a translation, and the signs seen; words that look mistaken are signs too.

    A misspelt name is none: anybody mistypes one.
    """
    seen = _signs_in(mentions)
    mistaken = tuple(
        f"“{mentions.words(doubtful.span)}”, which looks mistaken"
        for doubtful in mentions.doubtful
        if doubtful.rule.startswith("translation.") and doubtful.rule != "translation.impossible_name"
    )
    names = (*(sign.name for sign in seen), *mistaken)
    by = {sign.by for sign in seen}
    if "human" in by:
        return Origin.HUMAN, names
    if "machine" in by or mistaken:
        return Origin.MACHINE, names
    return (Origin.TRANSLATION if seen else Origin.ORIGINAL), names


def translation_notices(mentions: Mentions) -> tuple[Problem, ...]:
    """A notice that the text reads like a translation, with the signs; none for an original."""
    origin, names = find_origin(mentions)
    if origin is Origin.ORIGINAL:
        return ()
    message = f"reads like a {origin}: {'; '.join(names)}"
    return (Problem(Severity.NOTICE, mentions.report.source, None, "translation.signs", message),)


# --- words mistaken -----------------------------------------------------------------------------------------------


def _mistaken_words(mentions: Mentions) -> Iterator[DoubtfulMention]:
    text = mentions.report.text
    lower = text.lower()
    for fault in faults():
        if not any(hint in lower for hint in fault.hints):
            continue
        for match in fault.pattern.finditer(text):
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            yield DoubtfulMention(
                mentions.report.span(start, match.end()), fault.proposed, fault.why, f"translation.{fault.name}"
            )


# --- names lost ---------------------------------------------------------------------------------------------------


def _lost_names(mentions: Mentions, knowledge: Knowledge) -> Iterator[DoubtfulMention]:
    """CASE "with the Bay I found a way", where a Lavrov held the office opposite the speaker's."""
    positions = Positions.of(mentions)
    table = roots()
    persons = [p for p in mentions.persons if mentions.actors[p.actor].kind is ActorKind.PERSON]
    spans = [*(person.span for person in persons), *(reference.span for reference in mentions.references)]
    named = {index for span in spans for index in positions.covered(span)}
    for sentence in mentions.sentences:
        for index in range(sentence.first, sentence.last):
            token = mentions.tokens[index]
            if token.lower not in table or not token.text[0].isupper() or index in named:
                continue
            if index in positions.place_at or index in positions.party_at:
                continue
            if _is_persons_slot(index, sentence, mentions.tokens):
                doubtful = _lost_name(index, sentence, mentions, knowledge)
                has_article = mentions.tokens[max(sentence.first, index - 1)].lower in ("the", "a")
                if has_article or doubtful.proposed is not None:  # without either it is anybody's surname
                    yield doubtful


def _is_persons_slot(index: int, sentence: Sentence, tokens: tuple[Token, ...]) -> bool:
    """Whether only a person could stand here: after "met with the", before or after a verb of saying."""
    after = tokens[index + 1] if index + 1 < sentence.last else None
    if after is not None and (after.lower in ("of", "-", "'s", "’s") or _is_title_word(after)):
        return False
    start = index - 1 if index > sentence.first and tokens[index - 1].lower in ("the", "a") else index
    before = tokens[start - 1] if start > sentence.first else None
    if start == index and (before is None or _is_title_word(before)):
        return False
    left = {token.lower for token in tokens[max(sentence.first, start - MAX_CLAUSE) : start]}
    # CASE "the Bear said"; CASE "said the Bear"; CASE "met the Bear"
    if after is not None and after.lower in SPEAKING_WORDS and after.tag in ("VBD", "VBZ"):
        return True
    if before is not None and before.lower in SPEAKING_WORDS | OBJECT_VERBS:
        return _ends_phrase(after)
    # CASE "met with the Sands"; CASE "with the Bay I found"
    if before is None or before.lower not in ("with", "by", "and", "between"):
        return False
    if left & MEETING_WORDS and _ends_phrase(after):
        return True
    return before.lower == "with" and after is not None and after.lower in PRONOUNS


def _ends_phrase(after: Token | None) -> bool:
    return after is None or after.pos in ("PUNCT", "ADP", "SCONJ", "CCONJ", "ADV", "PRON", "AUX", "VERB", "PART", "DET")


def _is_title_word(token: Token) -> bool:
    return token.text[0].isupper() and token.pos in ("PROPN", "NOUN", "ADJ")


def _lost_name(index: int, sentence: Sentence, mentions: Mentions, knowledge: Knowledge) -> DoubtfulMention:
    tokens = mentions.tokens
    first = index - 1 if index > sentence.first and tokens[index - 1].lower in ("the", "a") else index
    span = mentions.report.span(tokens[first].start, tokens[index].end)
    words = mentions.words(span)
    candidates = [
        (_nearness(tenure, mentions), root, tenure)
        for root in roots()[tokens[index].lower]
        for tenure in _held(root, mentions, knowledge)
    ]
    if not candidates:
        return _unknown_name(span, words, mentions, knowledge)
    best = max(nearness for nearness, _, _ in candidates)
    chosen = [(root, tenure) for nearness, root, tenure in candidates if nearness == best]
    if len({fold(tenure.person) for _, tenure in chosen}) != 1:
        return DoubtfulMention(
            span, None, f"“{words}” stands where a person must be named; several holders fit.", "translation.lost_name"
        )
    root, tenure = chosen[0]
    why = (
        f"“{words}” stands where a person must be named; {tenure.person} was {tenure.role} of {tenure.party} on "
        f"{mentions.on}, and the surname {root.surname} comes from {root.language} {root.root}."
    )
    return DoubtfulMention(span, tenure.person, why, "translation.lost_name")


def _held(root: Root, mentions: Mentions, knowledge: Knowledge) -> list[Tenure]:
    if mentions.on is None:
        return []
    tenures = knowledge.offices.by_surname(root.surname, on=mentions.on)
    return [t for t in tenures if t.role in RELEVANT_ROLES and t.covers(mentions.on) is not None]


def _nearness(tenure: Tenure, mentions: Mentions) -> int:
    """How near the holder is to the report: of a party named in it, and in the office of somebody of another party."""
    parties = {party.code for party in mentions.parties}
    opposite = {actor.role for actor in mentions.actors if actor.role and actor.party != tenure.party}
    return 2 * (tenure.party in parties) + (tenure.role in opposite)


def _unknown_name(span: Span, words: str, mentions: Mentions, knowledge: Knowledge) -> DoubtfulMention:
    holder = _counterpart(mentions, knowledge)
    if holder is None:
        why = f"“{words}” stands where a person must be named; no holder of an office is known to fit."
        return DoubtfulMention(span, None, why, "translation.lost_name")
    why = (
        f"“{words}” stands where a person must be named; {holder.person} was {holder.role} of {holder.party} on "
        f"{mentions.on}, opposite the one who speaks."
    )
    return DoubtfulMention(span, holder.person, why, "translation.lost_name")


def _counterpart(mentions: Mentions, knowledge: Knowledge) -> Tenure | None:
    """The one holder of the first named person's office for the one other state that the report names."""
    if mentions.on is None:
        return None
    speaker = next((a for a in mentions.actors if a.kind is ActorKind.PERSON and a.role and a.party), None)
    if speaker is None or speaker.role is None:
        return None
    others = {party.code for party in mentions.parties} - {speaker.party}
    holders = [h for code in others for h in knowledge.offices.holders(code, speaker.role, mentions.on)]
    return holders[0] if len(holders) == 1 else None


# --- names impossible ---------------------------------------------------------------------------------------------


def _impossible_names(mentions: Mentions, knowledge: Knowledge) -> Iterator[DoubtfulMention]:
    """CASE "Secretary of State John Blinken"; CASE "Foreign Minister Sergey Lavra"."""
    if mentions.on is None:
        return
    told: set[int] = set()
    for person in mentions.persons:
        actor, office = mentions.actors[person.actor], person.office
        if office is None or not office.role or not office.party or len(actor.name.split()) < 2 or actor.index in told:
            continue
        holder = _mistaken_for(actor.name, office.party, office.role, mentions, knowledge)
        if holder is not None:
            told.add(actor.index)
            why = (
                f"{holder.person} was {holder.role} of {holder.party} on {mentions.on}; nobody called {actor.name} is "
                f"known to have held an office, and {fuzz.ratio(actor.name, holder.person):.0f} % of the letters agree."
            )
            yield DoubtfulMention(actor.first, holder.person, why, "translation.impossible_name")


def _mistaken_for(name: str, party: str, role: str, mentions: Mentions, knowledge: Knowledge) -> Tenure | None:
    assert mentions.on is not None
    holders = [*knowledge.offices.holders(party, role, mentions.on)]
    if role in HEADS:  # Iran's president heads its government, and not its state
        holders += knowledge.offices.holders(party, HEADS[role], mentions.on)
    is_latin = party in latin_parties()
    if any(_is_same(name, holder.person, is_latin) for holder in holders):
        return None
    alike = {fold(holder.person): holder for holder in holders if _is_alike(name, holder, is_latin)}
    if len(alike) != 1:
        return None
    (mistaken,) = alike.values()
    known = [tenure.person for tenure in knowledge.offices.tenures(name)]
    return None if any(_is_same(name, person, is_latin) for person in known) else mistaken


def _is_same(name: str, holder: str, is_latin: bool) -> bool:
    """Whether the name is the holder's: in any romanisation, but letter by letter where Latin letters are the own."""
    if same_person(name, holder) < SAME_PERSON:
        return False
    is_latin = is_latin and not is_family_first(holder)  # the UN's "Ban Ki-mun"
    if is_latin and plain(name).split()[-1] not in plain(holder).split():
        return False
    holder_words = words_of(holder)
    return all(any(_is_spelling(word, other, is_latin) for other in holder_words) for word in words_of(name))


def _is_spelling(word: str, other: str, is_latin: bool) -> bool:
    """Whether both are one name: Lukashenka, Lukashenko; Bob, Robert; not Patin, Putin, nor Marco, Mario."""
    if word_score(word, other) >= ONE_NAME or min(len(word), len(other)) == 1:
        return True
    if is_latin:
        return False
    return Levenshtein.normalized_similarity(GLUED.sub("", word), GLUED.sub("", other)) >= ROMANISED


def plain(name: str) -> str:
    """The folded name with the German spellings of umlauts brought to one: Schroeder, Schröder."""
    return FINAL_Y.sub("i", UMLAUT.sub(r"\1", fold(name)))


def _is_alike_family_first(name: str, person: str) -> bool:
    """Whether the family name is right and the rest nearly so: "Xi Jinpeng", "Moon Jae-un"."""
    words, holder = fold(name).split(), fold(person).split()
    given, holder_given = "".join(words[1:]), "".join(holder[1:])
    if len(words) < len(holder):
        return False  # "Moon Jae" may be cut short
    return words[0] == holder[0] and given != holder_given and fuzz.ratio(given, holder_given) >= NEAR_NAME


def _is_alike(name: str, tenure: Tenure, is_latin: bool) -> bool:
    """Whether one of given name and surname is right and the other nearly so, or wrong beside a right surname."""
    holder = tenure.person
    if is_family_first(holder):
        return _is_alike_family_first(name, holder)
    words, holder_words = plain(name).split(), plain(holder).split()
    given, last, holder_given, holder_last = words[0], words[-1], holder_words[0], holder_words[-1]
    if (
        set(words) <= set(holder_words)
        or set(holder_words) <= set(words)
        or min(len(given), len(holder_given)) < MIN_GIVEN
    ):
        return False
    is_given = given == holder_given or word_score(fold(name).split()[0], fold(holder).split()[0]) >= ONE_NAME
    likeness = fuzz.ratio(last, holder_last)
    if is_latin and is_given and plain(last) != plain(holder_last):
        return likeness >= NEAR_NAME or _is_sure(tenure, last, holder_last)  # "Boris Jonson" sounds right, and is wrong
    if sound(last) == sound(holder_last):
        return not is_given
    if is_given:
        one, other = sorted((sound(last), sound(holder_last)), key=len)
        if not is_latin and other.startswith(one) and other[len(one) :] in ENDINGS:
            return False  # one name with and without its ending: Rahmon, Rakhmonov
        return likeness >= NEAR_NAME or _is_sure(tenure, last, holder_last)
    return likeness >= BOTH_NEAR and fuzz.ratio(given, holder_given) >= BOTH_NEAR


def _is_sure(tenure: Tenure, last: str, holder_last: str) -> bool:
    """Whether the table is sure of the holder, and the surname begins and sounds nearly like his: Carry, Kerry."""
    if tenure.confidence != "high" or sound(last)[0] != sound(holder_last)[0]:
        return False
    return fuzz.ratio(last, holder_last) >= ALMOST
