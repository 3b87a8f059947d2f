"""What persons are called beside their names: "the envoy's spokesman, Jan Novak", "union chief Jan Novak"."""

from bisect import bisect_left
from dataclasses import dataclass

from aidememoire.model import ActorKind, Mentions, Token

_MAX_WORDS = 12  # tokens of a description
SAME_POST = {  # nouns that one report uses for one post
    "chief": "head",
    "leader": "head",
    "boss": "head",
    "director": "head",
    "envoy": "ambassador",
    "representative": "ambassador",
    "spokesman": "spokesperson",
    "spokeswoman": "spokesperson",
    "chairman": "chair",
    "chairwoman": "chair",
    "chairperson": "chair",
}
_IN_PHRASE = frozenset({"NOUN", "PROPN", "ADJ", "DET", "PART", "NUM", "PRON"})
_JOINING = frozenset({"of", "for", "to", "in", "at"})
_CALLED = frozenset({"named", "called", "as"})  # "who gave his name as", "identified only as"
_EMPTY = frozenset("the a an 's ’s its his her their mr mrs ms former of for to in at".split())


@dataclass(frozen=True, slots=True)
class _Description:
    words: frozenset[str]
    head: str
    actor: int


class Descriptions:
    """The descriptions that stand beside the persons' names in one report."""

    def __init__(self, mentions: Mentions) -> None:
        self._tokens = mentions.tokens
        self._starts = [token.start for token in mentions.tokens]
        self._openings = frozenset(sentence.first for sentence in mentions.sentences)
        self._codes: dict[int, str] = {}  # token → code of the party that it names
        for party in mentions.parties:
            for index in range(self._at(party.span.start), self._at(party.span.end)):
                self._codes[index] = party.code
        self._found: list[_Description] = []
        for person in mentions.persons:
            if mentions.actors[person.actor].kind is not ActorKind.PERSON:
                continue
            first, last = self._at(person.span.start), self._at(person.span.end)
            for start, end in (self._before(first, last), self._after(last)):
                described = self.describe(start, end)
                if described is not None:
                    self._found.append(_Description(*described, person.actor))

    def actor_of(self, first: int, last: int) -> int | None:
        """The one actor whom the report describes as the tokens do, with at least two words in common."""
        described = self.describe(first, last)
        if described is None:
            return None
        words, head = described
        is_open = self._tokens[first].lower in {"a", "an", "another", "one"}
        wanted = 3 if is_open else 2  # "a Western diplomat" may be any
        actors = {
            known.actor
            for known in self._found
            if known.head == head
            and len(known.words) > 1
            and len(known.words & words) >= wanted
            and (known.words <= words or words <= known.words)
        }
        return actors.pop() if len(actors) == 1 else None

    def words_of(self, actor: int) -> frozenset[str]:
        """All the words that the report uses of the person beside his name."""
        return frozenset().union(*(known.words for known in self._found if known.actor == actor))

    def describe(self, first: int, last: int) -> tuple[frozenset[str], str] | None:
        """The words that tell whom the phrase means, and its noun; None for a phrase without one."""
        head = None
        words = set()
        for index in range(first, last):
            token = self._tokens[index]
            if token.lower in _JOINING and head is not None:
                break
            if token.pos in {"NOUN", "PROPN"} and index not in self._codes:
                head = index
        if head is None or self._tokens[head].tag in {"NNS", "NNPS"}:
            return None
        for index in range(first, last):
            token = self._tokens[index]
            if token.pos != "PUNCT" and token.lower not in _EMPTY:
                words.add(self._codes.get(index) or self._word(token))
        return frozenset(words), self._word(self._tokens[head])

    def _word(self, token: Token) -> str:
        return SAME_POST.get(token.lower, token.lower)

    def _before(self, first: int, end: int) -> tuple[int, int]:
        """The phrase right before a name, or before the comma or the "named" that parts it from the name."""
        tokens = self._tokens
        last = first
        while last > 0 and first - last < 4 and (tokens[last - 1].text == "," or tokens[last - 1].lower in _CALLED):
            last -= 1
        if last < first and tokens[first - 1].lower == "as":
            while last > 0 and first - last < 8 and tokens[last - 1].text != ",":
                last -= 1  # "a mourner, who gave his name as Jan"
            last -= 1
        start = last
        if last > 0 and tokens[last - 1].lower in _JOINING:
            return last, last  # "the mayor of Oslo": what the name is in
        while start > 0 and last - start < _MAX_WORDS and self._is_inside(tokens[start - 1]):
            if start in self._openings:
                break  # what ends a heading above is not his
            start -= 1
        named = end - 1
        if tokens[named].dep == "appos":
            named = tokens[named].head
        if last == first and tokens[named].dep == "pobj" and tokens[named].head < last:
            start = max(start, tokens[named].head + 1)  # "a spokesman for envoy Jan Novak": an envoy
        while start < last and tokens[start].lower in _JOINING:
            start += 1
        return start, max(last, start)

    def _after(self, last: int) -> tuple[int, int]:
        """The phrase after a name and a comma."""
        tokens = self._tokens
        if last + 1 >= len(tokens) or tokens[last].text != ",":
            return last, last
        end = last + 1
        while end < len(tokens) and end - last <= _MAX_WORDS and self._is_inside(tokens[end]):
            end += 1
        is_parted = end < len(tokens) and tokens[end].text in {",", ".", ")"}
        return (last + 1, end) if is_parted else (last, last)

    def _is_inside(self, token: Token) -> bool:
        return token.pos in _IN_PHRASE or token.lower in _JOINING or token.text == "-"

    def _at(self, position: int) -> int:
        return bisect_left(self._starts, position)
