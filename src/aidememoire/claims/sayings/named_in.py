"""Who is named in a stretch of a report's words: the person, party or body whose words a speaker's phrase holds."""

import re
from bisect import bisect_left

from aidememoire.claims.sayings.heard import Speaker
from aidememoire.claims.sayings.report_names import abbreviations, clean_name, fullest_names, strip_article
from aidememoire.claims.sayings.speaking_nouns import SPEAKING, is_private, organ_party
from aidememoire.model import Actor, ActorKind, Mentions, NameForm, PartyMention, Reference, Span, Token

_BARE_TITLE_WORDS = 2  # "the President"; "the Georgian President" says whose he is
_LISTING = frozenset({",", ", and"})
_BESIDE = re.compile(r"\s(?:to|with|near|by|against|about|on|between)\s")  # "a guard by the border with Norway"


class NamedIn:
    """Finds who is named in a stretch of one report's words."""

    def __init__(self, mentions: Mentions) -> None:
        self.mentions = mentions
        self.person_starts = [person.span.start for person in mentions.persons]
        self.entity_starts = [entity.span.start for entity in mentions.entities]
        self._reference_starts = [reference.span.start for reference in mentions.references]
        self._party_starts = [party.span.start for party in mentions.parties]
        self.surnames: dict[str, list[int]] = {}
        for actor in mentions.actors:
            if actor.kind is ActorKind.PERSON and actor.name:
                self.surnames.setdefault(actor.name.split()[-1].casefold(), []).append(actor.index)
        self.abbreviations = abbreviations(mentions.report.text)
        self.fullest = fullest_names(mentions) if not mentions.actors else {}

    def words(self, start: int, end: int) -> str:
        """The words between two places in the text, one space between each."""
        return " ".join(self.mentions.report.text[start:end].split())

    def persons_between(self, start: int, end: int) -> list[int]:
        """The indices of the persons named from one place in the text up to another."""
        persons = self.mentions.persons
        at = bisect_left(self.person_starts, start)
        found = []
        while at < len(persons) and persons[at].span.start < end:
            found.append(at)
            at += 1
        return found

    def person_in(self, start: int, end: int, head: Token | None) -> Speaker | None:
        """The person named in the phrase: the one that the head belongs to."""
        span = Span(self.mentions.report.id, start, end)
        for index in self.persons_between(start, end):
            mention = self.mentions.persons[index]
            if head is None or mention.span.start <= head.start < mention.span.end:
                return self.of_actor(self.mentions.actors[mention.actor], span)
        if self.mentions.actors:
            return None
        return self._person_by_entity(start, end, head, span)

    def _person_by_entity(self, start: int, end: int, head: Token | None, span: Span) -> Speaker | None:
        entities = self.mentions.entities
        at = bisect_left(self.entity_starts, start)
        while at < len(entities) and entities[at].span.start < end:
            entity = entities[at]
            if entity.label == "PERSON" and (head is None or entity.span.start <= head.start < entity.span.end):
                name = clean_name(self.mentions.words(entity.span))
                fullest = self.fullest.get(name.split()[-1].casefold(), name) if name else name
                return Speaker(fullest, None, span, is_person=True)
            at += 1
        if head is not None and head.pos == "PROPN":
            word = head.text.casefold()
            if word in self.fullest:
                return Speaker(self.fullest[word], None, span, is_person=True)
        return None

    def by_surname(self, word: str, span: Span) -> Speaker | None:
        """The only person in the report who goes by the surname."""
        wanted = clean_name(word).casefold()
        found = self.surnames.get(wanted, ())
        return self.of_actor(self.mentions.actors[found[0]], span) if len(found) == 1 else None

    def of_actor(self, actor: Actor, span: Span) -> Speaker:
        """The actor as a speaker, whom the words of the span name."""
        is_person = actor.kind is ActorKind.PERSON
        party = actor.party if is_person or not is_private(actor.name) else None
        if party is None and not is_person:
            party = self._owner_of_body(span) or organ_party(self.words(span.start, span.end))
        name = actor.name if is_person else self.abbreviations.get(actor.name, actor.name)
        return Speaker(name, party, span, is_person=is_person, inferred=actor.inferred)

    def _owner_of_body(self, span: Span) -> str | None:
        """The state whose body it is by the possessive before its name: "Norway's Supreme Council"."""
        at = bisect_left(self._party_starts, span.start)
        parties, text = self.mentions.parties, self.mentions.report.text
        if (
            at >= len(parties)
            or parties[at].span.start > span.start + len("the ")
            or is_private(self.mentions.words(span))
        ):
            return None
        after = text[parties[at].span.end : span.end]
        return parties[at].code if after.startswith(("'s ", "’s ")) else None

    def reference_at(self, span: Span, head: Token | None) -> Speaker | None:
        """Whom the words in the span stand for that belong to the head; with no head, the first such words."""
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
                    name = self.words(span.start, span.end)
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
        title = self.mentions.words(reference.span).casefold().removeprefix("the ")
        for actor in self.mentions.actors:
            is_principal = actor.kind is ActorKind.PERSON and actor.party == side and actor.role == meant.role
            if is_principal and title in (actor.office or ""):
                return actor  # "The Queen" in an account by a president's office is not the president
        return None

    def party_in(self, start: int, end: int) -> str | None:
        """The party that the phrase itself names ("Japanese officials", "Moscow"); none for two, or a private voice."""
        if is_private(self.mentions.report.text[start:end]):
            return None
        parties = self.mentions.parties
        at = bisect_left(self._party_starts, start)
        found: PartyMention | None = None
        text = self.mentions.report.text
        beside = _BESIDE.search(text, start, end)
        end = beside.start() if beside else end
        while at < len(parties) and parties[at].span.start < end:
            between = text[found.span.end : parties[at].span.start].strip() if found is not None else ""
            if found is not None and (between == "and" or (between in _LISTING and self._is_list(parties[at], end))):
                return None  # "U.S. and Afghan leaders", "Chile, Peru and Cuba"
            if found is None or found.form is NameForm.METONYM:
                found = parties[at]
            at += 1
        return found.code if found else organ_party(text[start:end])

    def _is_list(self, second: PartyMention, end: int) -> bool:
        """Whether "and" follows the second name, so that both are of a list: no "Chile, Peru's neighbour, said"."""
        behind = self.mentions.report.text[second.span.end : end]
        return not behind.startswith(("'", "’")) and " and " in behind

    def is_organisation(self, token: Token) -> bool:
        """Whether the noun is the last word of a body's name: "the Local Committees" are one body."""
        entities = self.mentions.entities
        at = bisect_left(self.entity_starts, token.end) - 1
        is_inside = token.pos == "PROPN" and at >= 0 and token.end <= entities[at].span.end
        return is_inside and entities[at].label == "ORG"

    def after_owner(self, tokens: tuple[Token, ...], first: int, last: int) -> int:
        """Where a name starts behind its party's: "Sweden's Eva Lind"; else the same place."""
        genitive = next((i for i in range(first + 1, last - 1) if tokens[i].tag == "POS"), None)
        if genitive is None or not all(tokens[i].tag == "NNP" for i in range(genitive + 1, last)):
            return first
        span_end = tokens[genitive - 1].end
        at = bisect_left(self._party_starts, tokens[first].start)
        is_party = at < len(self.mentions.parties) and self.mentions.parties[at].span.end in {
            span_end,
            tokens[genitive].end,
        }
        words = self.words(tokens[genitive + 1].start, tokens[last - 1].end)
        is_body = tokens[last - 1].lemma in SPEAKING or self.is_organisation(tokens[last - 1]) or words.isupper()
        return genitive + 1 if is_party and not is_body else first

    def phrase_name(self, tokens: tuple[Token, ...], first: int, last: int) -> str:
        """The words of the phrase as a name: without its article and an adverb before it."""
        while first < last - 1 and tokens[first].pos == "ADV":
            first += 1  # "Even Norway"
        return strip_article(clean_name(self.words(tokens[first].start, tokens[last - 1].end)))
