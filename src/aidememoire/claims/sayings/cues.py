"""The words that attribute: verbs of saying and what each takes as its content."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from aidememoire.claims.sayings.speaking_nouns import can_speak
from aidememoire.model import SpeechAct, Token

STRONG = frozenset({"say", "tell", "add"})  # whatever says, tells or adds a clause speaks
PLAIN = frozenset({"say", "add"})  # never take a noun for their content: what follows is a clause
# Forms that the tagger often mistakes for nouns or adjectives; they say somebody said something whatever the tag.
_SURE_FORMS = frozenset({"said", "says", "told", "saying"})
# Lemmas that the lemmatiser misses.
_LEMMAS = {
    "said": "say",
    "says": "say",
    "saying": "say",
    "told": "tell",
    "hoped": "hope",
    "hoping": "hope",
    "reads": "read",
}
# Forms that the tagger takes for nouns where they end a sentence.
CLOSING = {"report": "report", "reports": "report", "estimates": "estimate", "claims": "claim", "comments": "comment"}
_IN_NAMES = frozenset({"PROPN", "NOUN", "DET", "ADJ", "PART", "ADP", "NUM"})
_MAX_NAME = 12  # tokens of "the agency's Jan Novak in the northern city of Oslo"
_VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
_INSERTED = frozenset({"also", "again", "then", "repeatedly", "quite", "very", "abundantly", "perfectly"})


@dataclass(frozen=True, slots=True)
class CueVerb:
    """A verb of saying."""

    words: tuple[str, ...]  # lemma of the verb, then the words that go with it: ("call", "on")
    frames: frozenset[str]  # what it takes: clause, quote, tell, np, inf, obj-inf, obj-of, …
    act: SpeechAct  # what whoever uses it does with words
    accept: str  # a sentence that it accepts
    refuse: str  # a sentence that holds its letters and no statement


@dataclass(frozen=True, slots=True)
class CueMatch:
    """A verb of saying in the text."""

    verb: CueVerb
    first: int  # index of the verb's token
    last: int  # index after the last token of the cue


@cache
def cue_verbs() -> dict[str, tuple[CueVerb, ...]]:
    """Verbs of saying by the lemma of their first word, longest first."""
    table: dict[str, list[CueVerb]] = {}
    with files("aidememoire.claims").joinpath("data/cues.tsv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            verb = CueVerb(
                tuple(row["lemma"].split()),
                frozenset(row["frames"].split()),
                SpeechAct(row["act"]),
                row["accept"],
                row["refuse"],
            )
            table.setdefault(verb.words[0], []).append(verb)
    return {lemma: tuple(sorted(verbs, key=lambda v: -len(v.words))) for lemma, verbs in table.items()}


def find_cues(tokens: tuple[Token, ...], first: int, last: int) -> Iterator[CueMatch]:
    """The verbs of saying among the tokens from first to last, in order."""
    table = cue_verbs()
    for index in range(first, last):
        token = tokens[index]
        is_verb = token.tag in _VERB_TAGS or token.lower in _SURE_FORMS
        if not is_verb and not _reads_out(tokens, index, last) and not _closes(tokens, index, first, last):
            continue
        verbs = table.get(
            _LEMMAS.get(token.lower) or (token.lemma if is_verb else CLOSING.get(token.lower, token.lemma))
        )
        if not verbs:
            continue
        for verb in verbs:
            end = _end(tokens, index, last, verb)
            if end:
                yield CueMatch(verb, index, end)
                break


def _reads_out(tokens: tuple[Token, ...], index: int, last: int) -> bool:
    """Whether "read" introduces words ("The message read, in part: …"), whatever its tag."""
    if tokens[index].lower not in {"read", "reads"}:
        return False
    return any(tokens[i].text in {":", "“", '"', "«"} for i in range(index + 1, min(index + 6, last)))


def _closes(tokens: tuple[Token, ...], index: int, first: int, last: int) -> bool:
    """Whether a form that may be a noun ends the sentence after a comma and a name: "…, the UN reports"."""
    if tokens[index].lower not in CLOSING or any(token.pos != "PUNCT" for token in tokens[index + 1 : last]):
        return False
    at = index - 1
    while at > first and tokens[at].pos in _IN_NAMES and index - at <= _MAX_NAME:
        at -= 1
    is_name = at + 1 < index and tokens[at + 1].pos != "ADP" and tokens[index - 1].pos != "ADJ"
    if not is_name or tokens[at].text != ",":
        return False
    return can_speak(tokens, index - 1, False) or any(token.pos == "PROPN" for token in tokens[at + 1 : index])


def _end(tokens: tuple[Token, ...], index: int, last: int, verb: CueVerb) -> int:
    """The index after the cue's last word, 0 where its other words don't follow."""
    at = index + 1
    for word in verb.words[1:]:
        if at < last and tokens[at].lower in _INSERTED:
            at += 1
        if at >= last or tokens[at].lower != word:
            return 0
        at += 1
    return at
