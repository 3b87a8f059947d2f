"""Other names: whether a draft has another place, firm or body where the report has one: "to Lagos" for "to Faro"."""

from collections.abc import Collection, Iterator

from rapidfuzz import fuzz

from aidememoire.register.words import words_in
from aidememoire.register.world import fold
from aidememoire.views.checking.drafts import Draft
from aidememoire.views.checking.findings import Fault, Status
from aidememoire.views.checking.holdings import SourceText
from aidememoire.views.checking.likeness import is_idle, is_of_calendar
from aidememoire.views.wording import enumerate_words

# accepts as one name: "Ha Noi" and "Hanoi", "Kyiv" and "Kiev" (75); refuses: "Faro" and "Lagos"
_SAME_SPELLING = 70


def other_name(
    draft: Draft, stretch: tuple[int, int], source: SourceText, told: str, people: Collection[str]
) -> Iterator[Fault]:
    """A fault where a name in the stretch stands nowhere in the report, and the report's words have one of their own.

    Parties and people are compared elsewhere: they go by many names.
    """
    drafted = draft.mentions.report.text[slice(*stretch)]
    everywhere = fold(source.report.text).replace(" ", "")
    here = [name for name in _names(drafted, source, people) if fold(name).replace(" ", "") not in everywhere]
    mine = fold(drafted)
    there = [name for name in _names(told, source, people) if fold(name) not in mine]
    others = [name for name in here if not any(_is_one(name, other) for other in there)]
    if others and there:
        why = f"{others[0]} here, {enumerate_words(dict.fromkeys(there))} in the report"
        yield Fault(Status.ALTERED, "name", why)


def _names(text: str, source: SourceText, people: Collection[str]) -> Iterator[str]:
    """Runs of words with capitals, but for the first word: no party, person, office, month or day."""
    taken = [(name.start, name.end) for name in source.knowledge.parties.scan(text)] if source.knowledge else []
    run: list[tuple[int, int]] = []
    for word in words_in(text):
        is_name = word.start > 0 and text[word.start].isupper() and not is_idle(word.text)
        is_name = is_name and not is_of_calendar(word.text) and not any(a <= word.start < b for a, b in taken)
        if is_name and run and not text[run[-1][1] : word.start].strip(" -"):
            run.append((word.start, word.end))
            continue
        yield from _whole(text, run, people)
        run = [(word.start, word.end)] if is_name else []
    yield from _whole(text, run, people)


def _whole(text: str, run: list[tuple[int, int]], people: Collection[str]) -> Iterator[str]:
    """The run as one name, where nobody in it is a person."""
    if run and not any(text[start:end].casefold() in people for start, end in run):
        yield text[run[0][0] : run[-1][1]]


def _is_one(name: str, other: str) -> bool:
    return fuzz.ratio(fold(name).replace(" ", ""), fold(other).replace(" ", "")) >= _SAME_SPELLING
