"""What a pronoun beside a verb of saying can stand for: the subjects before it, in its sentence or the one before."""

from bisect import bisect_left
from collections.abc import Iterator

from aidememoire.claims.clauses import person_at
from aidememoire.claims.sayings.heard import PERSON_PRONOUNS, PLURAL_PRONOUNS
from aidememoire.claims.sayings.speaking_nouns import MEN, SPEAKING, WOMEN, can_speak, is_human, speaker_words
from aidememoire.model import Mentions, PersonMention, Span, Token

_PARTS = speaker_words("parts")
_MAX_JOINED = 12  # tokens of "the mayor, the envoy and the guard"
_MAX_BEHIND = 8  # tokens in which the second of two subjects joined by "and" stands
_MAX_DEPTH = 8  # steps from a word to the noun whose phrase it is in
_IN_PHRASE = frozenset({"NOUN", "PROPN", "ADJ", "DET", "PART", "NUM", "ADP", "CCONJ"})
_OPENING = frozenset({"when", "as", "after", "before", "while", "although", "though"})
_COMMAS = frozenset({",", "”", '"'})
_MAX_CLOSING = 5  # tokens after the pronoun of "…, they told reporters in Oslo."
_MAIN = frozenset({"ROOT", "conj"})  # what the verb of a main clause is


class Antecedents:
    """Finds the noun that a pronoun of one report stands for, by the parse."""

    def __init__(self, mentions: Mentions) -> None:
        self.mentions = mentions
        self._entity_starts = [entity.span.start for entity in mentions.entities]
        spoken = [quotation for quotation in mentions.quotations if quotation.label is None and quotation.depth == 0]
        self._quotation_starts = [quotation.outer.start for quotation in spoken]
        self._quotation_ends = [quotation.outer.end for quotation in spoken]

    def before(self, word: str, span: Span, at: int, is_inside: bool) -> tuple[int, int, int] | None:
        """First token, index after the last, and noun of the subject before the pronoun that it can stand for.

        A person whom the report names is left to the references; here are those without a name ("A guard vowed
        revenge. “A,” he said"), several ("Guards came. They said"), and bodies ("The report is long. It says").
        """
        tokens = self.mentions.tokens
        sentences = self.mentions.sentences
        here = sentences[at].first
        starts_at = here if is_inside or not at else sentences[at - 1].first
        last = bisect_left(tokens, span.start, key=lambda token: token.start)
        found = [index for index in range(last - 1, starts_at - 1, -1) if self._is_subject(index)]
        if last > here and tokens[last - 1].pos == "PUNCT":
            found = [index for index in found if index < here]  # "The road will open, it said": the road is not it
        main = [i for i in found if tokens[tokens[i].head].dep in _MAIN or (word == "it" and i < here)]
        for index in main if starts_at < here else (*main, *found):
            if not self._can_be(word, index):
                if word in PERSON_PRONOUNS:
                    return None
                owner = self._owner(index) if word == "it" else None
                if owner is None:
                    continue
                index = owner
            first, end = self._phrase_around(index, starts_at, last)
            return first, end, index
        return None

    def is_part_before(self, span: Span, at: int) -> bool:
        """Whether the sentence opens with the pronoun and the one before is about a part of a text."""
        tokens, sentences = self.mentions.tokens, self.mentions.sentences
        if not at or tokens[sentences[at].first].start != span.start:
            return False
        former = sentences[at - 1]
        subjects = [index for index in range(former.first, former.last) if self._is_subject(index)]
        main = next((index for index in subjects if tokens[tokens[index].head].dep in _MAIN), None)
        return main is not None and tokens[main].lower in _PARTS

    def _owner(self, index: int) -> int | None:
        """The body or state that the noun before the possessive names: "Norway's tone was mild. It called for …"."""
        tokens = self.mentions.tokens
        if tokens[index].pos != "NOUN" or is_human(tokens[index]):
            return None
        near = range(max(0, index - _MAX_BEHIND), index)
        owner = next((i for i in near if tokens[i].dep == "poss" and tokens[i].head == index), None)
        is_name = owner is not None and tokens[owner].pos == "PROPN"
        return owner if is_name and owner is not None and self._is_body(tokens[owner]) else None

    def stands_inside(self, span: Span, at: int) -> bool:
        """Whether the pronoun's clause hangs on words before it: "pictures that it said were new"."""
        tokens, here = self.mentions.tokens, self.mentions.sentences[at]
        index = bisect_left(tokens, span.start, key=lambda token: token.start)
        return index > here.first and tokens[index - 1].pos not in {"PUNCT", "CCONJ", "ADV", "SPACE"}

    def person_inside(self, span: Span, at: int) -> PersonMention | None:
        """The person who is the nearest subject before the pronoun in its sentence: "Novak hailed what he called"."""
        tokens, here = self.mentions.tokens, self.mentions.sentences[at].first
        last = bisect_left(tokens, span.start, key=lambda token: token.start)
        subject = next((index for index in range(last - 1, here - 1, -1) if self._is_subject(index)), None)
        return person_at(self.mentions, tokens[subject]) if subject is not None else None

    def person_in_opening(self, span: Span, at: int) -> PersonMention | None:
        """The person who is the subject of the clause that opens the sentence: "When Novak arrived, he said"."""
        tokens, here = self.mentions.tokens, self.mentions.sentences[at].first
        last = bisect_left(tokens, span.start, key=lambda token: token.start)
        is_opened = tokens[here].lower in _OPENING and last - 1 > here and tokens[last - 1].text == ","
        if not is_opened or any(tokens[index].text == "," for index in range(here, last - 1)):
            return None
        subject = next((index for index in range(here, last) if self._is_subject(index)), None)
        return person_at(self.mentions, tokens[subject]) if subject is not None else None

    def closes(self, span: Span, at: int, named: Span | None) -> bool:
        """Whether the pronoun comes after a comma behind a main clause that names the speaker: "A left, he said"."""
        tokens, here = self.mentions.tokens, self.mentions.sentences[at]
        last = bisect_left(tokens, span.start, key=lambda token: token.start)
        if named is None or not here.span.start <= named.start < span.start or last <= here.first + 1:
            return False
        is_behind = tokens[last - 1].text in _COMMAS and last + 2 < here.last
        tail = tokens[last + 1 : here.last]
        is_last = len(tail) <= _MAX_CLOSING and not any(token.text == "," for token in tail)
        is_main = tokens[here.first].pos not in {"SCONJ", "ADP"} and tokens[here.first].tag != "VBG"
        return is_behind and is_last and is_main and named.end - named.start > len("they")

    def named_in_clause(self, span: Span, at: int) -> frozenset[str]:
        """The names of those named after the pronoun within what its verb governs, none of whom it stands for."""
        mentions, here = self.mentions, self.mentions.sentences[at]
        index = bisect_left(mentions.tokens, span.start, key=lambda token: token.start)
        verb = mentions.tokens[index].head
        if mentions.tokens[index].dep not in {"nsubj", "nsubjpass"} or not index < verb < here.last:
            return frozenset()
        found = set()
        for end, actor in self._named_between(span.end, here.span.end):
            name = bisect_left(mentions.tokens, end, key=lambda token: token.end)
            if self._is_below(name, verb):
                found.add(mentions.actors[actor].name)
        return frozenset(found)

    def _named_between(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Where the name ends, and whose it is, of those named between the positions, by surname too."""
        persons, references = self.mentions.persons, self.mentions.references
        low = bisect_left(persons, start, key=lambda person: person.span.start)
        for person in persons[low : bisect_left(persons, end, key=lambda person: person.span.start)]:
            yield person.span.end, person.actor
        low = bisect_left(references, start, key=lambda reference: reference.span.start)
        for one in references[low : bisect_left(references, end, key=lambda reference: reference.span.start)]:
            if one.why == "surname" and len(one.actors) == 1:
                yield one.span.end, one.actors[0]

    def _is_below(self, index: int, verb: int) -> bool:
        """Whether the token hangs on the verb by way of no other verb that is joined to it."""
        tokens = self.mentions.tokens
        for _ in range(_MAX_DEPTH):
            if index >= len(tokens) or tokens[index].head == index:
                return False
            if tokens[index].head == verb:
                return tokens[index].dep not in {"conj", "parataxis"}
            index = tokens[index].head
        return False

    def _is_subject(self, index: int) -> bool:
        """Whether the token is the subject of a clause that nobody is quoted with, and no pronoun."""
        token = self.mentions.tokens[index]
        if token.dep not in {"nsubj", "nsubjpass"} or token.pos == "PRON" or token.tag in {"WDT", "WP"}:
            return False
        at = bisect_left(self._quotation_starts, token.start) - 1
        return at < 0 or self._quotation_ends[at] <= token.start

    def _phrase_around(self, head: int, first: int, last: int) -> tuple[int, int]:
        """The tokens around the head that belong to its phrase, within first and last, up to a verb or mark."""
        start, end = head, head + 1
        while start > first and self._hangs_on(start - 1, head):
            start -= 1
        while end < last and end - head < _MAX_JOINED and self._hangs_on(end, head):
            end += 1
        while end - 1 > head and self.mentions.tokens[end - 1].pos not in {"NOUN", "PROPN", "NUM"}:
            end -= 1
        return start, end

    def _hangs_on(self, index: int, head: int) -> bool:
        """Whether the token is part of the head's noun phrase."""
        tokens = self.mentions.tokens
        is_hyphen = tokens[index].text == "-"
        if tokens[index].pos not in _IN_PHRASE and tokens[index].tag != "PRP$" and not is_hyphen:
            return False
        at = index
        for _ in range(_MAX_DEPTH):
            if at == head:
                return True
            at = tokens[at].head
        return is_hyphen

    def _can_be(self, word: str, index: int) -> bool:
        """Whether the pronoun can stand for the noun: one human being without a name, several speakers, a body."""
        tokens = self.mentions.tokens
        token = tokens[index]
        if word in PERSON_PRONOUNS:
            is_other = token.lemma in (MEN if word == "she" else WOMEN)
            is_somebody = token.pos == "NOUN" and token.tag == "NN" and is_human(token) and not is_other
            has_no = index > 0 and tokens[index - 1].lower == "no"
            return is_somebody and not has_no and token.lower not in {"nobody", "no-one"}
        if word in PLURAL_PRONOUNS:
            behind = tokens[index + 1 : index + _MAX_BEHIND]
            is_joined = any(other.dep == "conj" and other.head == index for other in behind)
            return (token.tag in {"NNS", "NNPS"} or is_joined) and can_speak(tokens, index, False)
        return self._is_body(token)

    def _is_body(self, token: Token) -> bool:
        """Whether the noun names a body, an organisation or a state."""
        if token.tag in {"NNS", "NNPS"} or is_human(token):
            return False
        if token.pos == "NOUN":
            return token.lemma in SPEAKING
        at = bisect_left(self._entity_starts, token.end) - 1
        entities = self.mentions.entities
        return at >= 0 and entities[at].span.end >= token.end and entities[at].label in {"ORG", "GPE", "NORP"}
