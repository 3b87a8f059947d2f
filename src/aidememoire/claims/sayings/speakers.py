"""Who speaks: from the noun phrase beside a verb of saying to the fullest name that the report gives."""

import re
import tomllib
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from aidememoire.model import Actor, ActorKind, Mentions, NameForm, PartyMention, Reference, Span, Token


@cache
def _lists() -> dict[str, str]:
    """The lists of nouns, each as its words."""
    return tomllib.loads(files("aidememoire.claims").joinpath("data/speakers.toml").read_text(encoding="utf-8"))


def speaker_words(name: str) -> frozenset[str]:
    """The words of the list of that name in speakers.toml."""
    return frozenset(_lists()[name].split())


_PERSON_PRONOUNS = frozenset({"he", "she"})
_PLURAL_PRONOUNS = frozenset({"they", "both"})
PRONOUNS = _PERSON_PRONOUNS | _PLURAL_PRONOUNS | {"it", "who", "which", "that", "this", "these", "those", "one"}
_SUBJECT_FORMS = {"him": "he", "his": "he", "her": "she", "them": "they", "their": "they", "its": "it"}
FIRST_PERSON = frozenset({"i", "we", "you", "us", "me"})
_EXPLETIVE = frozenset(
    {
        "it",
        "there",
        "this",
        "that",
        "what",
        "which",
        "these",
        "those",
        "nothing",
        "everything",
        "something",
        "therefore",
    }
)

_NEAR = 1  # sentences: "he said" so soon after a statement is its speaker going on
_BARE_TITLE_WORDS = 2  # "the President"; "the Georgian President" says whose he is

# Nouns of those who can speak; the endings catch the rest ("rapporteur", "lawmakers").
_SPEAKING = speaker_words("speaking")
_SPEAKING_ENDING = re.compile(
    r"(?:er|or|ist|ian|man|men|woman|women|eur|ee|ant|(?<!m)ent|ers|ors|ists|ians|ees|ants|(?<!m)ents)$"
)
_NOT_SPEAKING = speaker_words("not_speaking")
_ISSUED = speaker_words("issued")
_HUMAN = speaker_words("human")
_HUMAN_ENDING = re.compile(r"(?:er|or|ist|ian|man|woman)$")
_GENERIC_BODIES = speaker_words("generic_bodies")
_DOCUMENTS = speaker_words("documents")
_RECORDS = speaker_words("records")
_PRIVATE = speaker_words("private")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is reported to speak."""

    name: str | None
    party: str | None
    span: Span | None  # the words in this sentence that name or stand for them
    is_joint: bool = False
    is_person: bool = False
    inferred: tuple[tuple[str, str], ...] = ()  # field → why
    is_named: bool = False  # a joint one that gives its members' names
    head: str = ""  # noun of a phrase without a name: "official"

    @property
    def is_titles(self) -> bool:
        """Whether a joint speaker goes by titles alone ("The Secretary and the Foreign Minister")."""
        return self.is_joint and not self.is_named and " and " in (self.name or "")


class Speakers:
    """Finds the speaker for a noun phrase of one report. Remembers who spoke last."""

    def __init__(self, mentions: Mentions) -> None:
        self.mentions = mentions
        self.last: Speaker | None = None  # whoever spoke last
        self.last_person: Speaker | None = None
        self.last_many: Speaker | None = None
        self.last_named: Speaker | None = None  # the last joint one with names
        self.at = 0  # index of the sentence being read
        self._person_at = self._many_at = -99
        self._first_at: dict[str, int] = {}  # word → where it stands first in the text
        self._by_head: dict[str, Speaker] = {}  # "official" → the official that spoke before
        self._person_starts = [person.span.start for person in mentions.persons]
        self._reference_starts = [reference.span.start for reference in mentions.references]
        self._party_starts = [party.span.start for party in mentions.parties]
        self._entity_starts = [entity.span.start for entity in mentions.entities]
        self._surnames: dict[str, list[int]] = {}
        for actor in mentions.actors:
            if actor.kind is ActorKind.PERSON and actor.name:
                self._surnames.setdefault(actor.name.split()[-1].casefold(), []).append(actor.index)
        self.abbreviations = _abbreviations(mentions.report.text)
        self._fullest = _fullest_names(mentions) if not mentions.actors else {}

    def remember(self, speaker: Speaker) -> None:
        """Keep who spoke, for the pronouns that follow."""
        if speaker.name is None:
            return
        self.last = speaker
        if speaker.is_person:
            self.last_person, self._person_at = speaker, self.at
        if speaker.is_joint:
            self.last_many, self._many_at = speaker, self.at
            self.last_named = speaker if speaker.is_named else self.last_named
        if speaker.head:
            self._by_head[speaker.head] = speaker

    def of_label(self, label: Span) -> Speaker:
        """The speaker that a turn's label names."""
        words = " ".join(self.mentions.words(label).split())
        for index in reversed(self._persons_between(label.start, label.end)):
            return self._of_actor(self.mentions.actors[self.mentions.persons[index].actor], label)
        found = self._person_in(label.start, label.end, None)
        if found:
            return found
        by_surname = self._by_surname(words.split()[-1], label) if words.split() else None
        if by_surname:
            return by_surname
        office = words.casefold().removeprefix("the ")
        for actor in self.mentions.actors:
            if actor.kind is ActorKind.PERSON and actor.office == office and actor.party == self.mentions.report.side:
                return self._of_actor(actor, label)
        name, party = _name_of_label(words, self._fullest), None
        inferred: tuple[tuple[str, str], ...] = ()
        title, side = self.mentions.report.title or "", self.mentions.report.side
        if side and _BRIEFING.search(title) and _LABEL_TITLES.match(words):
            party = side
            inferred = (("party", f"{words} briefs the press for an office of {side}"),)
        return Speaker(name, party, label, is_person=True, inferred=inferred)

    def of_phrase(self, tokens: tuple[Token, ...], first: int, last: int, head: int) -> Speaker | None:
        """The speaker that the tokens from first to last stand for; None where nobody can be meant."""
        start, end = tokens[first].start, tokens[last - 1].end
        span = Span(self.mentions.report.id, start, end)
        lower = tokens[head].lower
        lower = _SUBJECT_FORMS.get(lower, lower)
        if last - first == 1 and lower in PRONOUNS:
            return self._of_pronoun(lower, span)
        joint = self._joint(tokens, first, last, head, span)
        if joint:
            return joint
        person = self._person_in(start, end, tokens[head])
        if person:
            return person
        beside = self._person_beside(tokens, first, last, head, span)
        if beside:
            return beside
        reference = self._reference_at(span, tokens[head])
        if reference:
            return reference
        if tokens[head].pos == "PROPN":
            by_surname = self._by_surname(tokens[head].text, span)
            if by_surname:
                return by_surname
        party = self._party_in(start, end)
        if tokens[head].lower in _ISSUED or tokens[head].lemma in _ISSUED:
            issuer = self._issuer()
            if issuer:
                return Speaker(
                    issuer.name, issuer.party, span, is_person=True, inferred=(("speaker", f"the {lower}'s issuer"),)
                )
        is_new = tokens[head].lemma == "report" and self._is_first(tokens[head])
        is_bare = tokens[first].lower in {"the", "its"} and last - first <= _BARE_TITLE_WORDS
        if (tokens[head].lemma in _DOCUMENTS or is_new) and is_bare and self.last:
            return Speaker(
                self.last.name, self.last.party, span, inferred=(("speaker", f"the {lower} of whoever spoke last"),)
            )
        if tokens[head].lower == "correspondent" and tokens[first].lower in {"our", "the", "its"}:
            correspondent = self._correspondent(span)
            if correspondent:
                return correspondent
        known = self._of_generic(tokens, first, last, head, span) or self._of_office(span)
        known = known or self._of_epithet(tokens, first, last, head, span)
        if known:
            return known
        name = self._phrase_name(tokens, first, last)
        is_plural = tokens[head].tag in {"NNS", "NNPS"}
        return Speaker(
            self.abbreviations.get(name, name),
            party,
            span,
            is_joint=is_plural,
            is_person=not is_plural and is_human(tokens[head]),
            head=tokens[head].lower if tokens[head].pos == "NOUN" else "",
        )

    def _person_beside(self, tokens: tuple[Token, ...], first: int, last: int, head: int, span: Span) -> Speaker | None:
        """ "Turkey's foreign minister, A. B., said"; "A. B., a lawyer in the capital, said": the name in apposition."""
        if tokens[head].pos == "PROPN" or tokens[head].tag == "NNS":
            return None
        text = self.mentions.report.text
        persons = self.mentions.persons
        after = bisect_left(self._person_starts, span.end)
        if after < len(persons) and text[span.end : persons[after].span.start] in {", ", " , ", " "}:
            return self._of_actor(self.mentions.actors[persons[after].actor], span)
        before = bisect_left(self._person_starts, span.start) - 1
        is_indefinite = tokens[first].lower in {"a", "an", "the", "another"} or tokens[first].pos in {"PROPN", "ADJ"}
        is_parted = text[span.end : span.end + 2].lstrip()[:1] == ","  # else it is whoever says what ends with the name
        if is_indefinite and is_parted and before >= 0 and text[persons[before].span.end : span.start] in {", ", " , "}:
            return self._of_actor(self.mentions.actors[persons[before].actor], span)
        return None

    def _correspondent(self, span: Span) -> Speaker | None:
        """ "Our correspondent": the only person whom the report calls one, or names as an outlet's own."""
        text = self.mentions.report.text
        found: dict[int, None] = {}
        for person in self.mentions.persons:
            before = text[max(0, person.span.start - _NEAR_NAME) : person.span.start]
            after = text[person.span.end : person.span.end + _NEAR_NAME]
            if _OUTLETS_OWN.search(before) or _CORRESPONDENT.search(f"{before.rstrip()} | {after.lstrip()}"):
                found[person.actor] = None
        if len(found) != 1:
            return None
        actor = self.mentions.actors[next(iter(found))]
        why = (("speaker", f"the only correspondent whom the report names is {actor.name}"),)
        return Speaker(actor.name, None, span, is_person=True, inferred=why)

    def _is_first(self, token: Token) -> bool:
        """Whether the word stands nowhere before: "the report" is then what somebody has just reported."""
        if token.lower not in self._first_at:
            found = re.search(rf"\b{re.escape(token.lower)}\b", self.mentions.report.text, re.IGNORECASE)
            self._first_at[token.lower] = found.start() if found else token.start
        return self._first_at[token.lower] >= token.start

    def _of_office(self, span: Span) -> Speaker | None:
        """ "The Deputy Secretary": the only person in the report who holds the office."""
        for office in self.mentions.offices:
            if office.span.start >= span.end:
                break
            if office.span.start < span.start or office.span.end > span.end or office.is_plural:
                continue
            wanted = (
                f"{office.modifier} {office.office}"
                if office.modifier and office.modifier not in office.office
                else office.office
            )
            holders = [
                actor
                for actor in self.mentions.actors
                if actor.kind is ActorKind.PERSON
                and actor.office is not None
                and (actor.office in {office.office, wanted} or actor.office.startswith(wanted + " "))
                and office.party in {None, actor.party}
            ]
            if len(holders) == 1:
                why = (("speaker", f"the only {wanted} whom the report names"),)
                return Speaker(holders[0].name, holders[0].party, span, is_person=True, inferred=why)
        return None

    def _of_epithet(self, tokens: tuple[Token, ...], first: int, last: int, head: int, span: Span) -> Speaker | None:
        """ "The official": the official who spoke before; "the senator": whoever spoke just now."""
        if tokens[first].lower != "the" or last - first > 3:
            return None
        former = self._by_head.get(tokens[head].lower)
        if (
            former is None
            and tokens[head].tag == "NN"
            and is_human(tokens[head])
            and self.at - self._person_at <= _NEAR
        ):
            former = self.last_person
        if former is None or former.name is None:
            return None
        why = (("speaker", f"“{self._words(span.start, span.end)}” after {former.name}"),)
        return replace(former, span=span, inferred=why)

    def _of_generic(self, tokens: tuple[Token, ...], first: int, last: int, head: int, span: Span) -> Speaker | None:
        """ "The group", "the agency": the body that spoke last, else the last one named before."""
        if last - first > 2 or tokens[first].lower not in {"the", "its"} or tokens[head].lower not in _GENERIC_BODIES:
            return None
        why = f"“{self._words(span.start, span.end)}” after a body named before"
        if self.last is not None and not self.last.is_person and not self.last.is_joint:
            return Speaker(self.last.name, self.last.party, span, inferred=(("speaker", why),))
        entities = self.mentions.entities
        for at in range(
            bisect_left(self._entity_starts, span.start) - 1,
            max(-1, bisect_left(self._entity_starts, span.start) - 12),
            -1,
        ):
            if entities[at].label == "ORG" and not self._is_person(self.mentions.words(entities[at].span)):
                name = _strip_article(clean_name(self.mentions.words(entities[at].span)))
                return Speaker(self.abbreviations.get(name, name), None, span, inferred=(("speaker", why),))
        return None

    def _is_person(self, words: str) -> bool:
        """Whether the words are a surname of somebody in the report, whatever the entity finder makes of them."""
        return clean_name(words).casefold() in self._surnames

    def _by_surname(self, word: str, span: Span) -> Speaker | None:
        """The only person in the report who goes by the surname."""
        wanted = clean_name(word).casefold()
        found = self._surnames.get(wanted, ())
        return self._of_actor(self.mentions.actors[found[0]], span) if len(found) == 1 else None

    def _of_pronoun(self, word: str, span: Span) -> Speaker | None:
        """Whoever spoke within the last sentences; else whom the pronoun stands for in the report."""
        former: Speaker | None = None
        if word in _PERSON_PRONOUNS and self.at - self._person_at <= _NEAR:
            former = self.last_person
        elif word in _PLURAL_PRONOUNS and self.at - self._many_at <= _NEAR:
            former = self.last_many
            if former is not None and former.is_titles and self.last_named is not None:
                former = self.last_named  # "the Secretary and the Minister": named before
        if former is None:
            known = self._reference_at(span, None)
            if known:
                return known
            if word in _PERSON_PRONOUNS:
                former = self.last_person
            elif word in _PLURAL_PRONOUNS:
                former = self.last_many or self.last
            elif word == "it":
                former = self.last if self.last and not self.last.is_person else None
        if former is None and word == "it":
            former = self._body_before(span)
        if former is None:
            return None
        why = (("speaker", f"“{word}” after {former.name}"),)
        return replace(former, span=span, inferred=why)

    def _body_before(self, span: Span) -> Speaker | None:
        """The body or party that is the subject nearest before the pronoun, in its sentence or the one before."""
        tokens, sentences = self.mentions.tokens, self.mentions.sentences
        here = sentences[self.at]
        starts_at = (
            sentences[self.at - 1].first if self.at and sentences[self.at - 1].block == here.block else here.first
        )
        for index in range(here.last - 1, starts_at - 1, -1):
            token = tokens[index]
            if token.start >= span.start or token.dep not in {"nsubj", "nsubjpass"} or token.pos == "PRON":
                continue
            if not self._is_body(token):
                continue
            first = index
            while (
                first > starts_at and tokens[first - 1].head == index and tokens[first - 1].pos not in {"PUNCT", "VERB"}
            ):
                first -= 1
            words = Span(span.report, tokens[first].start, token.end)
            name = self._phrase_name(tokens, first, index + 1)
            return Speaker(self.abbreviations.get(name, name), self._party_in(words.start, words.end), words)
        return None

    def _is_body(self, token: Token) -> bool:
        """Whether the noun names a body, an organisation or a state."""
        if token.tag in {"NNS", "NNPS"} or is_human(token):
            return False
        if token.pos == "NOUN":
            return token.lemma in _SPEAKING
        at = bisect_left(self._entity_starts, token.end) - 1
        entities = self.mentions.entities
        return at >= 0 and entities[at].span.end >= token.end and entities[at].label in {"ORG", "GPE", "NORP"}

    def _joint(self, tokens: tuple[Token, ...], first: int, last: int, head: int, span: Span) -> Speaker | None:
        """Two or more named speakers: as the text names them."""
        conjunctions = [i for i in range(first, last) if tokens[i].lower == "and" and tokens[i].dep == "cc"]
        if not conjunctions:
            return None
        start, end = span.start, span.end
        joins_heads = any(tokens[i].head == head for i in conjunctions)
        people = len(self._persons_between(start, end))
        if not joins_heads and people < 2:
            return None
        return Speaker(self._words(start, end), None, span, is_joint=True, is_named=people >= 2)

    def _persons_between(self, start: int, end: int) -> list[int]:
        persons = self.mentions.persons
        at = bisect_left(self._person_starts, start)
        found = []
        while at < len(persons) and persons[at].span.start < end:
            found.append(at)
            at += 1
        return found

    def _person_in(self, start: int, end: int, head: Token | None) -> Speaker | None:
        """The person named in the phrase: the one that the head belongs to."""
        span = Span(self.mentions.report.id, start, end)
        for index in self._persons_between(start, end):
            mention = self.mentions.persons[index]
            if head is None or mention.span.start <= head.start < mention.span.end:
                return self._of_actor(self.mentions.actors[mention.actor], span)
        if self.mentions.actors:
            return None
        return self._person_by_entity(start, end, head, span)

    def _of_actor(self, actor: Actor, span: Span) -> Speaker:
        is_person = actor.kind is ActorKind.PERSON
        party = actor.party if is_person or not _is_private(actor.name) else None
        name = actor.name if is_person else self.abbreviations.get(actor.name, actor.name)
        return Speaker(name, party, span, is_person=is_person, inferred=actor.inferred)

    def _person_by_entity(self, start: int, end: int, head: Token | None, span: Span) -> Speaker | None:
        entities = self.mentions.entities
        at = bisect_left(self._entity_starts, start)
        while at < len(entities) and entities[at].span.start < end:
            entity = entities[at]
            if entity.label == "PERSON" and (head is None or entity.span.start <= head.start < entity.span.end):
                name = clean_name(self.mentions.words(entity.span))
                fullest = self._fullest.get(name.split()[-1].casefold(), name) if name else name
                return Speaker(fullest, None, span, is_person=True)
            at += 1
        if head is not None and head.pos == "PROPN":
            word = head.text.casefold()
            if word in self._fullest:
                return Speaker(self._fullest[word], None, span, is_person=True)
        return None

    def _reference_at(self, span: Span, head: Token | None) -> Speaker | None:
        references = self.mentions.references
        at = bisect_left(self._reference_starts, span.start)
        while at < len(references) and references[at].span.start < span.end:
            reference = references[at]
            covers = head is None or reference.span.start <= head.start < reference.span.end
            if reference.actors and covers and reference.span.end <= span.end:
                actor = self._own_principal(reference)
                if actor is not None:
                    why = f"the {reference.why} in an account by {self.mentions.report.side}"
                    return Speaker(actor.name, actor.party, span, is_person=True, inferred=(("speaker", why),))
                actors = [self.mentions.actors[index] for index in reference.actors]
                joint = len(actors) > 1
                name = " and ".join(actor.name for actor in actors)
                if joint and head is not None:  # "the two leaders": as the text names them
                    name = self._words(span.start, span.end)
                party = None if joint else actors[0].party
                person = not joint and actors[0].kind is ActorKind.PERSON
                why = f"{reference.why}: “{self.mentions.words(reference.span)}” stands for {name}"
                return Speaker(name, party, span, joint, person, (("speaker", why),))
            at += 1
        return None

    def _own_principal(self, reference: Reference) -> Actor | None:
        """ "The President" in an account by his own office is the office's principal, not his guest."""
        side = self.mentions.report.side
        is_bare = len(self.mentions.words(reference.span).split()) <= _BARE_TITLE_WORDS
        if side is None or len(reference.actors) != 1 or reference.why != "title" or not is_bare:
            return None
        meant = self.mentions.actors[reference.actors[0]]
        if meant.party in {side, None} or meant.role is None:
            return None
        for actor in self.mentions.actors:
            if actor.kind is ActorKind.PERSON and actor.party == side and actor.role == meant.role:
                return actor
        return None

    def _party_in(self, start: int, end: int) -> str | None:
        """The party that the phrase itself names ("Japanese officials", "Moscow"); none for two, or a private voice."""
        if _is_private(self.mentions.report.text[start:end]):
            return None
        parties = self.mentions.parties
        at = bisect_left(self._party_starts, start)
        found: PartyMention | None = None
        text = self.mentions.report.text
        while at < len(parties) and parties[at].span.start < end:
            if found is not None and text[found.span.end : parties[at].span.start].strip() == "and":
                return None  # "U.S. and Afghan leaders"
            if found is None or found.form is NameForm.METONYM:
                found = parties[at]
            at += 1
        return found.code if found else None

    def _issuer(self) -> Speaker | None:
        """Whose message the report is about: the first person that it names."""
        if self.last_person:
            return self.last_person
        for actor in self.mentions.actors:
            if actor.kind is ActorKind.PERSON:
                return Speaker(actor.name, actor.party, None, is_person=True)
        for entity in self.mentions.entities:
            if entity.label == "PERSON":
                return Speaker(clean_name(self.mentions.words(entity.span)), None, None, is_person=True)
        return None

    def _words(self, start: int, end: int) -> str:
        return " ".join(self.mentions.report.text[start:end].split())

    def _phrase_name(self, tokens: tuple[Token, ...], first: int, last: int) -> str:
        while first < last - 1 and tokens[first].pos == "ADV":
            first += 1  # "Even Norway"
        return _strip_article(clean_name(self._words(tokens[first].start, tokens[last - 1].end)))


def is_first_person(token: Token) -> bool:
    """Whether it is "we", "us" and the like, not the US."""
    return token.lower in FIRST_PERSON and token.text != "US"


def can_speak(tokens: tuple[Token, ...], head: int, is_strong: bool) -> bool:
    """Whether the noun can be somebody who says something; a strong verb ("said") settles most doubts."""
    token = tokens[head]
    if is_first_person(token):
        return False
    if token.lower in {"he", "she", "they", "who"}:
        return True
    if token.lower in _EXPLETIVE:
        return token.lower == "it"
    if token.pos == "PROPN" or token.lemma in _SPEAKING or token.lower in _SPEAKING:
        return True
    if token.lemma not in _NOT_SPEAKING and _SPEAKING_ENDING.search(token.lower):
        return True
    return is_strong and token.pos in {"NOUN", "PRON", "ADJ", "NUM", "PROPN", "X"}


def is_record(token: Token) -> bool:
    """Whether the noun names a record that one may read a thing from: "according to the figures"."""
    return token.lower in _RECORDS


def is_human(token: Token) -> bool:
    """Whether the noun names a single human being rather than a body."""
    return token.lemma in _HUMAN or (
        token.tag == "NN" and token.lemma not in _NOT_SPEAKING and bool(_HUMAN_ENDING.search(token.lower))
    )


def _is_private(words: str) -> bool:
    """Whether the words name a voice that speaks for no state: a firm, a paper, a witness."""
    return any(word in _PRIVATE for word in words.casefold().split())


def clean_name(words: str) -> str:
    """The name without the possessive and white space around it."""
    return re.sub(r"\s*[’'`]s?$", "", " ".join(words.split())).strip(" ,;:")


def _strip_article(words: str) -> str:
    return words[4:] if words[:4].lower() == "the " and len(words) > 4 else words


def _fullest_names(mentions: Mentions) -> dict[str, str]:
    """Surname → fullest name, from the weak names alone: used until persons are known."""
    fullest: dict[str, str] = {}
    for entity in mentions.entities:
        if entity.label != "PERSON":
            continue
        name = clean_name(mentions.words(entity.span))
        if not name:
            continue
        surname = name.split()[-1].casefold()
        if len(name.split()) > len(fullest.get(surname, "").split()):
            fullest[surname] = name
    return fullest


_ABBREVIATED = re.compile(
    r"((?:[A-Z][\w’'-]+\s+(?:(?:of|for|and|the|on|in)\s+){0,2}){1,7}[A-Z][\w’'-]+)\s*\(\s*([A-Z][A-Za-z]{1,7})\s*\)"
)


def _abbreviations(text: str) -> dict[str, str]:
    """Abbreviation → full name, where the text gives it in brackets after the name."""
    found: dict[str, str] = {}
    for match in _ABBREVIATED.finditer(text):
        words = match.group(1).split()
        short = match.group(2)
        for first in range(len(words)):
            if words[first][0] == short[0] and sum(word[0].isupper() for word in words[first:]) <= len(short) + 1:
                found.setdefault(short, " ".join(words[first:]))
                break
    return found


_NEAR_NAME = 30  # characters beside a name in which "correspondent" belongs to it
_OUTLETS_OWN = re.compile(r"\b[A-Z]{2,5}['’]s\s+$")  # "The BBC's Jan Novak"
_CORRESPONDENT = re.compile(r"\bcorrespondent,?\s*\||\|\s*,?\s*(?:our|the|its|a)\s(?:[\w-]+\s){0,3}correspondent\b")
_BRIEFING = re.compile(r"(?i)\bpress (?:briefing|gaggle|conference)\b|\bbriefing (?:with|by)\b")
_LABEL_TITLES = re.compile(
    r"^(?:MR|MS|MRS|DR|SECRETARY|PRESIDENT|(?:PRIME |FOREIGN )?MINISTER|AMBASSADOR|CHANCELLOR|SENATOR)\.?\s+",
    re.I,
)


def _name_of_label(words: str, fullest: dict[str, str]) -> str:
    """The name in a label: without titles, the fullest form that the text gives."""
    bare = _LABEL_TITLES.sub("", words)
    last = bare.split()[-1].casefold() if bare.split() else ""
    return fullest.get(last, bare if not words.isupper() else words)
