"""Who has been named or meant so far in a report, where, and in whose voice: what later words may stand for."""

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache

from aidememoire.language.people.offices import load_rows
from aidememoire.language.people.positions import Positions
from aidememoire.model import Actor, Mentions, Quotation, Reference, Sentence, Token

NARRATION = -1  # the voice of the report itself
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "agent"})
MAX_JOINING = 9  # tokens of "and Peruvian Deputy Minister of Foreign Affairs" before the second name


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
class Seen:
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
class NamedSoFar:
    """What has been seen so far, and what is looked for."""

    mentions: Mentions
    positions: Positions
    words: ReferenceWords
    voices: "Voices"
    genders: dict[int, str]
    officials: list[Actor]  # persons with an office
    first_words: frozenset[str]  # folded first words of all surnames
    seen: list[Seen] = field(default_factory=list)
    found: list[Reference] = field(default_factory=list)


class Voices:
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


def see(reader: NamedSoFar, first: int, last: int, sentence: Sentence, actor: int) -> None:
    """Keep that the actor is named, or meant, by the tokens from first up to last."""
    tokens = reader.mentions.tokens
    is_subject = any(token.dep in SUBJECTS for token in tokens[first:last])
    voice = reader.voices.at(tokens[first].start)
    is_main = any(token.dep in SUBJECTS and tokens[token.head].dep == "ROOT" for token in tokens[first:last])
    seen = Seen(first, last, sentence.index, actor, is_subject, is_main, voice)
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


def refer(reader: NamedSoFar, first: int, last: int, sentence: Sentence, actors: tuple[int, ...], why: str) -> None:
    """Keep that the tokens from first up to last stand for the actors, and why; they are seen there, too."""
    tokens = reader.mentions.tokens
    span = reader.mentions.report.span(tokens[first].start, tokens[last - 1].end)
    reader.found.append(Reference(span, actors, why))
    for actor in actors:
        see(reader, first, last, sentence, actor)
