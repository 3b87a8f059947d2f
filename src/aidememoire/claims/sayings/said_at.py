"""Whose words are told of by the house they come from: "in the ministry they said", "as was noted in the Kremlin"."""

from bisect import bisect_left

from aidememoire.claims.sayings.speaking_nouns import speaker_words
from aidememoire.knowledge import shipped
from aidememoire.model import BY_NAME, ActorKind, Mentions, NameForm, Span, Token

_HOUSES = speaker_words("houses")
_IN = frozenset({"in", "at", "within"})
_LEADING = frozenset({"and", "but", "meanwhile", "however", "later", "earlier", "also"})
_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "ADP", "PART", "CCONJ", "NUM"})
_MAX_PHRASE = 12  # tokens of "in the press service of the Ministry of Mines of Norway"
_MAX_VERB = 4  # tokens of "have already noted"
_PARTIES = BY_NAME | {NameForm.METONYM}

House = tuple[int, int, int]
"""First token, index after the last one, and noun of a phrase that names a house."""


class SaidAt:
    """Finds the house whose people speak in one report without being named."""

    def __init__(self, mentions: Mentions) -> None:
        self._mentions = mentions
        self._person_starts = [person.span.start for person in mentions.persons]

    def beside(self, pronoun: Span, at: int) -> House | None:
        """ "In the ministry, they said": the house that opens the sentence; "as they noted in the Kremlin": behind."""
        tokens, sentence = self._mentions.tokens, self._mentions.sentences[at]
        they = bisect_left(tokens, pronoun.start, key=lambda token: token.start)
        first = sentence.first
        while first < they and (tokens[first].lower in _LEADING or tokens[first].text == ","):
            first += 1
        last = they - 1 if they > first and tokens[they - 1].text == "," else they
        if first < last and tokens[first].lower in _IN:
            return self.phrase(first + 1, last)
        verb = next((i for i in range(they + 1, they + _MAX_VERB) if tokens[i].pos == "VERB"), they)
        is_as = they > sentence.first and tokens[they - 1].lower == "as"
        if not is_as or verb + 2 >= sentence.last or tokens[verb + 1].lower not in _IN:
            return None
        comma = next((i for i in range(verb + 2, sentence.last) if tokens[i].text == ","), sentence.last)
        return self.phrase(verb + 2, comma)

    def phrase(self, first: int, last: int) -> House | None:
        """The phrase, where it is one and names a body, a ministry or a state's capital."""
        tokens = self._mentions.tokens
        is_run = 0 < last - first <= _MAX_PHRASE and all(tokens[i].pos in _PHRASE for i in range(first, last))
        if not is_run:
            return None
        of = next((i for i in range(first + 1, last) if tokens[i].lower in {"of", "for"}), last)
        head = of - 1
        return (first, last, head) if self.is_house(tokens[head]) or self.party(first, last) else None

    def is_house(self, noun: Token) -> bool:
        """Whether the noun is one of a house, or ends the name of a body."""
        if noun.lemma.lower() in _HOUSES:
            return True
        at = bisect_left(self._person_starts, noun.end) - 1
        if at < 0 or self._mentions.persons[at].span.end < noun.end:
            return False
        return self._mentions.actors[self._mentions.persons[at].actor].kind is ActorKind.BODY

    def party(self, first: int, last: int) -> str | None:
        """The party that the words are the name of: "the EU", "Moscow"; None for "the north of Norway"."""
        tokens = self._mentions.tokens
        start = first + 1 if tokens[first].pos == "DET" else first
        words = self._mentions.report.text[tokens[start].start : tokens[last - 1].end] if start < last else ""
        found = next(iter(shipped().parties.scan(words)), None)
        is_all = found is not None and found.start == 0 and found.end == len(words)
        return found.code if found is not None and is_all and found.form in _PARTIES else None
