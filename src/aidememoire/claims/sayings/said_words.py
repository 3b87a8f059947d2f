"""What was said: the content of a verb of saying, and with its speaker a saying."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from aidememoire.claims.sayings.heard import Speaker
from aidememoire.model import Quotation, Sentence, Span, SpeechAct

RULE = "statements"  # the name that proposals and refusals bear

_MOSTLY = 0.6  # share of a hearsay's words that another's statement in the sentence already holds


@cache
def _lists() -> dict[str, str]:
    """The lists of words, each as it stands in the table."""
    return tomllib.loads(files("aidememoire.claims").joinpath("data/said_words.toml").read_text(encoding="utf-8"))


def content_words(name: str) -> frozenset[str]:
    """The words of the list of that name in said_words.toml."""
    return frozenset(_lists()[name].split())


@dataclass(frozen=True, slots=True)
class Content:
    """The words that were said."""

    start: int  # in the text
    end: int
    quotation: Quotation | None  # where they are one
    frame: str  # how the verb takes them: quote, clause, np, obj-inf, …
    confidence: float
    quotations: tuple[Quotation, ...] = ()  # all that belong to it, where an attribution parts them
    around: tuple[tuple[int, int], ...] | None = None  # both pieces of a clause that the attribution breaks
    cue_last: int | None = None  # index after the attributing words, where they are more than the verb


@dataclass(frozen=True, slots=True)
class Saying:
    """Words that somebody is reported to have said."""

    start: int  # of the content, in the text
    end: int
    cue: tuple[int, int]  # the attributing words, in the text
    speaker: Speaker
    quotation: Quotation | None  # where the content is one
    frame: str
    sentence: Sentence
    verb: int  # index of the attributing verb's token
    confidence: float
    quotations: tuple[Quotation, ...] = ()  # further ones that belong to it
    addressee: Span | None = None
    occasion: tuple[int, int] | None = None
    act: SpeechAct | None = None  # what the attributing words do
    around: tuple[tuple[int, int], ...] | None = None  # both pieces of a clause that the attribution breaks
    via: str | None = None  # who passes the words on: "Reuters quoted the envoy as saying"


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space and the marks that join a content to its attribution."""
    while start < end and (text[start].isspace() or text[start] in ",;:–—-"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ";:–—-"):
        end -= 1
    return start, end


def is_told_already(start: int, end: int, found: list[Saying]) -> bool:
    """Whether most of the words are another's statement, which a source only passes on."""
    return any(min(saying.end, end) - max(saying.start, start) > _MOSTLY * (end - start) for saying in found)
