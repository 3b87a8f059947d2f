"""States: what a sentence says has become of something, and which two sayings can't both be right."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from aidememoire.knowledge import Knowledge
from aidememoire.model import TimeMention
from aidememoire.views.checking.drafts import when_of
from aidememoire.views.checking.findings import Fault, Status
from aidememoire.views.checking.holdings import SourceText
from aidememoire.views.checking.likeness import ANOTHER, FEWEST_TERMS, likeness, terms_of
from aidememoire.views.checking.quotations import source_in_words
from aidememoire.views.checking.sense import CLAUSE_BREAK
from aidememoire.views.wording import quoted


class State(StrEnum):
    """What has become of it."""

    DONE = "done"
    FROZEN = "frozen"
    POSTPONED = "postponed"
    DROPPED = "dropped"
    UNDER_WAY = "under_way"
    RESUMED = "resumed"


# The one is wrong where the other is right. What is frozen may be postponed, and what was frozen may be resumed.
_EXCLUDE = {
    State.DONE: frozenset({State.FROZEN, State.POSTPONED, State.DROPPED, State.UNDER_WAY}),
    State.DROPPED: frozenset({State.DONE, State.FROZEN, State.POSTPONED, State.UNDER_WAY, State.RESUMED}),
    State.FROZEN: frozenset({State.DONE, State.DROPPED}),
    State.POSTPONED: frozenset({State.DONE, State.DROPPED}),
    State.UNDER_WAY: frozenset({State.DONE, State.DROPPED, State.FROZEN}),
    State.RESUMED: frozenset({State.DROPPED}),
}
# A clause is no longer than this.
_CLAUSE_LETTERS = 300
# So close before a word of state these say that it is not yet so, or not so.
# accepts as open: "agreed to have it completed"; refuses: "which will cost much, has been completed"
_OPEN_BEFORE = re.compile(
    r"(?i)\b(?:(?:will|would|shall|should|can|could|may|might|must|not|never|nothing|no|neither|nor|[a-z]+n[’']t|yet|if"
    r"|unless|until|before|once|to (?:be|have)|plan(?:s|ned) to|hopes? to|expected|nearly|almost|half)\b"
    r"(?:\s+[\w’'-]+){0,3}\s*|\bto\s+(?:have\s+)?(?:the\s+\w+\s+)?)$"
)
# accepts: "will not open before the summer"; refuses: "will not open", "opened before the summer"
_NOT_BEFORE = re.compile(r"(?i)\b(?:not|\w{1,9}n[’']t)\s+(?:be\s+)?\w+\s+(?:\w+\s+){0,2}?(?:before|until)\b")


@dataclass(frozen=True, slots=True)
class Stated:
    """A word of state in a text."""

    state: State
    word: str
    start: int
    end: int


def states_in(text: str) -> Iterator[Stated]:
    """The states that the text asserts: what will be, should be or is not so is left out."""
    for found in _NOT_BEFORE.finditer(text):
        yield Stated(State.POSTPONED, found.group(), found.start(), found.end())
    for state, pattern in _patterns().items():
        for found in pattern.finditer(text):
            least = max(0, found.start() - _CLAUSE_LETTERS)
            begin = max((end.end() for end in CLAUSE_BREAK.finditer(text, least, found.start())), default=least)
            before = text[begin : found.start()]
            if state is State.UNDER_WAY or not _OPEN_BEFORE.search(before):
                yield Stated(state, found.group(), found.start(), found.end())


def share_state(one: str, other: str) -> bool:
    """Whether two texts tell of the same state, be it in other words: "frozen", "suspended"."""
    return bool({item.state for item in states_in(one)} & {item.state for item in states_in(other)})


def exclude(one: State, other: State) -> bool:
    """Whether a thing that is in the one state can't be in the other."""
    return other in _EXCLUDE[one]


@dataclass(frozen=True, slots=True)
class Contrary:
    """A sentence of a report that tells of another state."""

    fault: Fault
    source: SourceText
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of a report that tells of the same state."""

    source: SourceText
    start: int
    end: int


def state_fault(
    text: str, dates: Sequence[TimeMention], sources: Sequence[SourceText], knowledge: Knowledge | None
) -> Contrary | None:
    """What reports say against the state that the text gives to something; None where one says the same, or none does.

    The latest of those against it is named. What is told later than the draft's own day says nothing against it.
    """
    stated = list(states_in(text))
    if len({item.state for item in stated}) != 1:
        return None
    here = stated[0]
    words = _without(text, stated)
    subject = [term for term in terms_of(words, knowledge) if not term.is_number]
    when = when_of(tuple(dates))
    found: list[tuple[str, State, SourceText, int, int]] = []
    for source in sources:
        for (start, end), told in zip(source.sentences, source.terms, strict=True):
            like = likeness(subject, told)
            if like.score < ANOTHER or len(like.matched) < FEWEST_TERMS:
                continue
            states = {item.state for item in states_in(source.report.text[start:end])}
            if here.state in states:
                return None
            day = source.line.day or ""
            if when is not None and source.day is not None and when.last < source.day:
                continue
            for state in sorted(states):
                if exclude(here.state, state):
                    found.append((day, state, source, start, end))
    return _contrary(here, found)


def states_told(text: str, sources: Sequence[SourceText], knowledge: Knowledge | None) -> Iterator[Told]:
    """The sentences of reports that give the same state to the same thing."""
    stated = list(states_in(text))
    if len({item.state for item in stated}) != 1:
        return
    subject = [term for term in terms_of(_without(text, stated), knowledge) if not term.is_number]
    for source in sources:
        for (start, end), told in zip(source.sentences, source.terms, strict=True):
            like = likeness(subject, told)
            if like.score < ANOTHER or len(like.matched) < FEWEST_TERMS:
                continue
            if stated[0].state in {item.state for item in states_in(source.report.text[start:end])}:
                yield Told(source, start, end)


def _contrary(here: Stated, found: Sequence[tuple[str, State, SourceText, int, int]]) -> Contrary | None:
    if not found:
        return None
    _, state, source, start, end = max(found, key=lambda item: (item[0], -item[3]))
    evidence = source.evidence(start, end)
    told = state.replace("_", " ")
    why = f"“{here.word}” here; {told} by the report ({source_in_words(evidence)}): {quoted(evidence.words)}"
    return Contrary(Fault(Status.CONTRADICTED, "status", why), source, start, end)


def _without(text: str, stated: Sequence[Stated]) -> str:
    for item in stated:
        text = text[: item.start] + " " * (item.end - item.start) + text[item.end :]
    return text


@cache
def _patterns() -> dict[State, re.Pattern[str]]:
    text = files("aidememoire.views.checking").joinpath("data/states.toml").read_text(encoding="utf-8")
    return {State(name): _pattern(words) for name, words in tomllib.loads(text).items()}


def _pattern(words: list[str]) -> re.Pattern[str]:
    longest = sorted(words, key=len, reverse=True)
    parts = (re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for word in longest)
    return re.compile(r"(?i)\b(?:" + "|".join(parts) + r")\b")
