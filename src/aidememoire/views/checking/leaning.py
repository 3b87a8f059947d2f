"""Leaning: whom or what "they", "she", "it", "this", "the two" stand for in a draft, by the sentences before theirs.

A guess within the draft, for looking up only: what is found is judged by its own words, and where nothing before the
pronoun can be meant, the sentence is said not to have been checked.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from aidememoire.model import FINITE_TAGS, Token
from aidememoire.views.checking.drafts import Draft

# So many sentences before its own does a pronoun look back; a name further off is no longer in the reader's mind.
_SENTENCES_BACK = 3
_ONE = frozenset({"he", "she"})
_SEVERAL = frozenset({"they", "both", "two", "all"})
_THING = frozenset({"it", "this", "that", "these"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# What follows "both" or "the two" in the subject: it is left out with them.
_GROUPS = frozenset("sides countries states ministers leaders parties presidents men women governments of them".split())
# "The two ministers whom Kenya sent" leans on nothing: which two is said after them.
_WHO = frozenset({"who", "whom", "whose", "which", "that"})
_AT = frozenset({"at", "of", "on", "between", "with", "near"})
# "It is clear that …" leans on nothing.
_EMPTY_IT = frozenset(
    "clear true known likely said hoped expected possible necessary important time seems appears".split()
)


@dataclass(frozen=True, slots=True)
class Leaning:
    """A sentence's subject that stands for something before it."""

    start: int  # of the words that lean, in the draft
    end: int
    people: tuple[str, ...]  # surnames or full names that they may stand for
    parties: frozenset[str]  # codes
    phrases: tuple[str, ...]  # what they may stand for, likeliest first; empty: nothing before them can be meant

    @property
    def is_resolved(self) -> bool:
        """Whether something before the sentence can be meant."""
        return bool(self.phrases)

    def resolved(self, text: str, start: int) -> Iterator[str]:
        """The sentence that begins at ``start`` with what is meant in the place of the pronoun, each reading of it."""
        for phrase in self.phrases:
            yield text[: self.start - start] + phrase + text[self.end - start :]


@dataclass(frozen=True, slots=True)
class Pronoun:
    """The words by which a sentence leans on what stands before it."""

    start: int  # in the draft
    end: int
    kind: str  # the pronoun itself, in lower case


def pronoun_of(draft: Draft, start: int, end: int) -> Pronoun | None:
    """By which words the sentence leans on others; None where its subject is named."""
    tokens = _tokens_in(draft, start, end)
    return _leaning_subject(tokens) or _leaning_object(tokens)


def leaning_of(draft: Draft, start: int, pronoun: Pronoun, surnames: Collection[str]) -> Leaning:
    """What the sentence that begins at ``start`` leans on. ``surnames``: folded, of whom the reports name."""
    first, last, kind = pronoun.start, pronoun.end, pronoun.kind
    back = _sentences_before(draft, start)
    if kind in _THING:
        return Leaning(first, last, (), frozenset(), tuple(_things(draft, back, kind)))
    people, parties = _people(draft, back, kind, surnames)
    if people:
        return Leaning(first, last, people, parties, (" and ".join(people),))
    if parties and kind in _SEVERAL and (named := _parties(draft, back)):
        return Leaning(first, last, (), parties, (" and ".join(named), *_things(draft, back, "they")))
    return Leaning(first, last, (), frozenset(), tuple(_things(draft, back, "they")) if kind in _SEVERAL else ())


def _tokens_in(draft: Draft, start: int, end: int) -> Sequence[Token]:
    tokens = draft.mentions.tokens
    first = bisect_left(tokens, start, key=lambda token: token.start)
    return tokens[first : bisect_left(tokens, end, first, key=lambda token: token.start)]


def _leaning_subject(tokens: Sequence[Token]) -> Pronoun | None:
    """The pronoun that is the subject of the sentence's first clause."""
    for at, token in enumerate(tokens):
        word = token.lower
        if word in _ONE | _SEVERAL | _THING and token.dep in _SUBJECTS | {"nummod", "det", "predet", "appos"}:
            is_group = token.dep in {"nummod", "det", "predet"}
            following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
            if is_group and (following not in _GROUPS or word in _THING):
                return None if token.dep != "det" else _leaning_subject(tokens[at + 1 :])
            if is_group and at + 2 < len(tokens) and tokens[at + 2].lower in _WHO:
                return None
            if word == "it" and any(other.lower in _EMPTY_IT for other in tokens[at + 1 : at + 4]):
                return None
            first = tokens[at - 1].start if word == "two" and at and tokens[at - 1].lower == "the" else token.start
            return Pronoun(first, tokens[at + 1].end if is_group else token.end, word)
        if token.tag in FINITE_TAGS or (token.pos in {"NOUN", "PROPN"} and token.dep in _SUBJECTS):
            return None
    return None


def _leaning_object(tokens: Sequence[Token]) -> Pronoun | None:
    """The same for an object: "will finish (it) by 2026"; where a thing is named before it, that is meant."""
    for token in tokens:
        if token.lower == "it" and token.dep == "dobj":
            return Pronoun(token.start, token.end, "this")
        if token.dep in {"dobj", "nsubjpass"}:
            return None
    return None


def _sentences_before(draft: Draft, start: int) -> list[tuple[int, int]]:
    """The sentences before this one, the nearest first."""
    last = bisect_right(draft.sentences, start, key=lambda sentence: sentence[1])
    return list(draft.sentences[max(0, last - _SENTENCES_BACK) : last][::-1])


def _people(
    draft: Draft, back: list[tuple[int, int]], kind: str, surnames: Collection[str]
) -> tuple[tuple[str, ...], frozenset[str]]:
    """Whom the pronoun may stand for, with their parties: by the nearest sentence that names enough of them."""
    together: dict[str, str | None] = {}
    for start, end in back:
        named = dict(_named(draft, start, end, surnames))
        if kind in _ONE and named:
            name = next(iter(named))
            return (name,), frozenset(filter(None, [named[name]]))
        together = {**named, **together}
        if kind in _SEVERAL and len(together) >= 2:
            return tuple(together), frozenset(code for code in together.values() if code)
    return (), frozenset(code for start, end in back for code in _codes(draft, start, end))


def _named(draft: Draft, start: int, end: int, surnames: Collection[str]) -> Iterator[tuple[str, str | None]]:
    """The people named in the sentence, in order: those read there, and words that are surnames in the reports."""
    mentions = draft.mentions
    taken = [person for person in mentions.persons if start <= person.span.start < end]
    found = [(person.span.start, mentions.words(person.span), mentions.actors[person.actor].party) for person in taken]
    found += [
        (token.start, token.text, None)
        for token in _tokens_in(draft, start, end)
        if token.text[:1].isupper()
        and token.lower in surnames
        and not any(person.span.start <= token.start < person.span.end for person in taken)
    ]
    seen: set[str] = set()
    for _, name, party in sorted(found):
        if (surname := name.split()[-1].casefold()) not in seen:
            seen.add(surname)
            yield name, party


def _codes(draft: Draft, start: int, end: int) -> list[str]:
    return [party.code for party in draft.mentions.parties if start <= party.span.start < end]


def _parties(draft: Draft, back: list[tuple[int, int]]) -> list[str]:
    """The names of the parties of the nearest sentence that names any."""
    mentions = draft.mentions
    for start, end in back:
        found: dict[str, str] = {}
        for party in mentions.parties:
            if start <= party.span.start < end:
                found.setdefault(party.code, mentions.words(party.span))
        if found:
            return list(found.values())
    return []


def _things(draft: Draft, back: list[tuple[int, int]], pronoun: str) -> Iterator[str]:
    """The phrases that the pronoun may stand for: of the sentence before, its subject first; for "this", its object."""
    if not back:
        return
    start, end = back[0]
    tokens = {token.index: token for token in _tokens_in(draft, start, end)}
    below: dict[int, list[int]] = {}
    for token in tokens.values():
        if token.head != token.index:
            below.setdefault(token.head, []).append(token.index)
    subjects = [token for token in tokens.values() if token.dep in _SUBJECTS and token.pos in {"NOUN", "PROPN"}]
    objects = [token for token in tokens.values() if token.dep in {"dobj", "attr"} and token.pos == "NOUN"]
    wanted = [*subjects[:1], *objects] if pronoun in {"it", "they"} else [*objects, *subjects[:1]]
    for head in wanted:
        first, last = _extent(head.index, below)
        after = tokens.get(last + 1)
        if after is not None and after.dep == "prep" and after.lower in _AT:  # "build a bridge (at Lima)"
            last = _extent(after.index, below)[1]
        yield draft.mentions.report.text[tokens[first].start : tokens[last].end]


def _extent(head: int, below: Mapping[int, list[int]]) -> tuple[int, int]:
    """The first and last token of the unbroken run that hangs on the head."""
    inside = {head}
    stack = [head]
    while stack:
        for child in below.get(stack.pop(), ()):
            if child not in inside:
                inside.add(child)
                stack.append(child)
    first = last = head
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    return first, last
