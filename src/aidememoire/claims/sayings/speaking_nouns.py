"""Nouns of those who can speak, and nouns that only look so."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from aidememoire.model import Token


@cache
def _lists() -> dict[str, Any]:
    """The lists of nouns, each as its words."""
    return tomllib.loads(files("aidememoire.claims").joinpath("data/speakers.toml").read_text(encoding="utf-8"))


def speaker_words(name: str) -> frozenset[str]:
    """The words of the list of that name in speakers.toml."""
    return frozenset(str(_lists()[name]).split())


def carried_nouns() -> dict[str, tuple[str, ...]]:
    """Nouns of saying → the words that come between them and what was said."""
    markers: dict[str, str] = _lists()["carried"]
    return {noun: tuple(words.split()) for noun, words in markers.items()}


def organ_party(words: str) -> str | None:
    """The organisation whose organ the words name; None for those who only sit there or report of it.

    >>> organ_party("members of the Security Council"), organ_party("reporters at the Security Council")
    ('UN', None)
    """
    folded = " ".join(words.casefold().split())
    if "national" in folded or not _NO_ORGANS.isdisjoint(folded.split()):
        return None
    organs: dict[str, str] = _lists()["organs"]
    organ = max((organ for organ in organs if organ in folded), key=len, default=None)
    if organ is None:
        return None
    before, _, after = folded.partition(organ)
    whose = _WHOSE.match(after)
    if whose is not None and organs[organ].casefold() not in whose.group("whose").split():
        return None  # "the general assembly of the province"
    is_head = _BESIDE.isdisjoint(before.split()) or before.endswith("members of the ")
    return organs[organ] if is_head else None


# Between a speaker and an organ that isn't the speaker: "a critic of the Commission".
_BESIDE = frozenset("of at to in for from on by with against near outside".split())
_WHOSE = re.compile(r" of (?:the )?(?P<whose>.+)$")
_NO_ORGANS = speaker_words("beside_organs")
# Nouns of what provides for a thing and says nothing: "the law says", "according to the plan".
PROVIDING = speaker_words("providing")
FIRST_PERSON = frozenset({"i", "we", "you", "us", "me"})
_PARTS = frozenset("one some many most several two three both few".split())
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_MAX_WHOLE = 7  # tokens from "one" to "envoys" in "one of the three younger envoys"
_EXPLETIVE = frozenset("it there this that what which these those nothing everything something therefore".split())
SPEAKING = speaker_words("speaking")  # the endings catch the rest ("rapporteur", "lawmakers")
_SPEAKING_ENDING = re.compile(
    r"(?:er|or|ist|ian|man|men|woman|women|eur|ee|ant|(?<!m)ent|ers|ors|ists|ians|ees|ants|(?<!m)ents)$"
)
_NOT_SPEAKING = speaker_words("not_speaking")
_HUMAN = speaker_words("human")
_HUMAN_ENDING = re.compile(r"(?:er|or|ist|ian|man|woman)$")
_RECORDS = speaker_words("records")
_PRIVATE = speaker_words("private")
_PUBLIC = speaker_words("public")
MEN = speaker_words("men")
WOMEN = speaker_words("women")
MENS_NAMES = speaker_words("mens_names")


def is_first_person(token: Token) -> bool:
    """Whether it is "we", "us" and the like, not the US."""
    return token.lower in FIRST_PERSON and token.text != "US"


def can_speak(tokens: tuple[Token, ...], head: int, is_strong: bool) -> bool:
    """Whether the noun can be somebody who says something; a strong verb ("said") settles most doubts."""
    token = tokens[head]
    if is_first_person(token):
        return False
    if token.lower in _PARTS and head + 2 < len(tokens) and tokens[head + 1].lower == "of":
        whole = next((i for i in range(head + 2, min(head + _MAX_WHOLE, len(tokens))) if tokens[i].pos in _NOUNS), head)
        if tokens[whole].lemma in _NOT_SPEAKING:
            return False  # "one of the envoys", not "one of his speeches"
    if token.lower in {"he", "she", "they", "who"}:
        return True
    if token.lower in _EXPLETIVE:
        return token.lower == "it"
    if token.pos == "PROPN" or token.lemma in SPEAKING or token.lower in SPEAKING:
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


def is_private(words: str) -> bool:
    """Whether the words name a voice that speaks for no state: a firm, a paper, a witness; not a refugee agency."""
    folded = words.casefold().split()
    public = max((at for at, word in enumerate(folded) if word in _PUBLIC), default=-1)
    return any(word in _PRIVATE and at + 1 != public for at, word in enumerate(folded))
