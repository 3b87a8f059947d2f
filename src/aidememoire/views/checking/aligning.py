"""Aligning: where the words of a quotation stand in a report, and what was changed, left out or joined."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from aidememoire.register.words import Word
from aidememoire.views.checking.findings import Change
from aidememoire.views.checking.holdings import SourceText

# An ellipsis may stand for so many words of one speaker in a row; what is further apart was not said together.
MARKED_WORDS = 40
# So many words left out without a mark are an altered quotation; more of them are two quotations made one.
UNMARKED_WORDS = 12
# An attribution that breaks a quotation ("…", he told reporters in Berlin, "…") is no longer than this.
ATTRIBUTION_WORDS = 30
# From here on a quotation is taken for an altered form of the words; below it for something else.
# accepts: "Our two fleets love each other well" for "Our two navies know each other well"; refuses: one clause of three
ALTERED = 0.6
FEWEST_EQUAL = 3
# A run of so many words in a row comes from somewhere.
RUN_WORDS = 4
# A quotation of which runs from several places make up so much was put together.
MERGED = 0.75
_COMMON = 400
_STRAY_WORDS = 2
_STRAY_GAP = 5
_CLOSED = re.compile(r"[”\"»]")
_OPENED = re.compile(r"[“„\"«]")


@dataclass(frozen=True, slots=True)
class Block:
    """Words of the draft that stand in the same order in the source."""

    source: int  # number of the first word
    draft: int
    size: int


@dataclass(frozen=True, slots=True)
class Step:
    """What lies between two blocks, or the words of one."""

    op: str  # equal | replace | delete | insert | omit | attribution
    source: tuple[int, int]  # numbers of words, end exclusive
    draft: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Alignment:
    """A quotation laid beside a stretch of a report."""

    source: SourceText
    steps: tuple[Step, ...]
    score: float  # 0–1; 1.0: the same words but for what is marked as left out

    @property
    def first(self) -> int:
        """The number of the first word of the source."""
        return self.steps[0].source[0]

    @property
    def last(self) -> int:
        """The number after the last word of the source."""
        return self.steps[-1].source[1]

    @property
    def start(self) -> int:
        """Where the words begin in the report's text."""
        return self.source.words[self.first].start

    @property
    def end(self) -> int:
        """Where they end."""
        return self.source.words[self.last - 1].end

    @property
    def is_exact(self) -> bool:
        """Whether the words are the source's, but for what is marked as left out."""
        return all(step.op in {"equal", "omit", "attribution"} for step in self.steps)

    def pieces(self) -> Iterator[tuple[int, int]]:
        """The stretches of the report that the quotation takes, as numbers of words, joined where they touch."""
        first = last = None
        for step in self.steps:
            if step.op in {"omit", "attribution"}:
                if first is not None and last is not None:
                    yield first, last
                first = None
            elif step.source[0] < step.source[1]:
                first = step.source[0] if first is None else first
                last = step.source[1]
        if first is not None and last is not None:
            yield first, last

    def gaps(self) -> Iterator[Step]:
        """What was left out between the pieces."""
        yield from (step for step in self.steps if step.op in {"omit", "attribution", "delete"})

    def changed(self, draft: Sequence[Word]) -> tuple[list[str], list[str]]:
        """The words that the draft drops without saying so, and those that it adds."""
        dropped: list[str] = []
        added: list[str] = []
        for step in self.steps:
            if step.op in {"replace", "delete", "insert"}:
                dropped += self.source.texts[slice(*step.source)]
                added += [word.text for word in draft[slice(*step.draft)]]
        return dropped, added

    def stretch(self, words: tuple[int, int]) -> str:
        """The report's text from the first to the last of the words."""
        if words[0] >= words[1]:
            return ""
        return self.source.report.text[self.source.words[words[0]].start : self.source.words[words[1] - 1].end]


def align(words: Sequence[Word], gaps: frozenset[int], source: SourceText) -> Alignment | None:
    """The best place for the words in the report; None where hardly any of them stands there."""
    draft = [word.text for word in words]
    window = _window(draft, source)
    if window is None:
        return None
    first = _aligned(draft, gaps, source, window)
    if first is None:
        return None
    found = [first]
    core = max((step for step in first.steps if step.op == "equal"), key=_size)
    # The same words may stand earlier, too, and be taken first: look more closely around the longest run.
    for slack in () if gaps else (_STRAY_GAP, UNMARKED_WORDS):
        start = core.source[0] - core.draft[0] - slack
        close = max(0, start), min(len(source.texts), start + len(draft) + 2 * slack)
        if (closer := _aligned(draft, gaps, source, close)) is not None:
            found.append(closer)
    return max(found, key=lambda place: place.score)


def _size(step: Step) -> int:
    return step.draft[1] - step.draft[0]


def _aligned(
    draft: Sequence[str], gaps: frozenset[int], source: SourceText, window: tuple[int, int]
) -> Alignment | None:
    """The words laid beside a stretch of the report."""
    start, end = window
    matcher = SequenceMatcher(None, source.texts[start:end], draft, autojunk=False)
    blocks = [Block(start + a, b, size) for a, b, size in matcher.get_matching_blocks() if size]
    blocks = _nearer(_without_strays(blocks, gaps), gaps, source)
    if not blocks:
        return None
    steps = tuple(_steps(blocks, gaps, len(draft), source))
    return Alignment(source, steps, _score(steps, len(draft)))


def exact_places(draft: Sequence[str], source: SourceText) -> Iterator[Alignment]:
    """Every place where these very words stand in a row."""
    rarest = min(range(len(draft)), key=lambda index: len(source.places.get(draft[index], ())))
    for place in source.places.get(draft[rarest], ()):
        first = place - rarest
        if first >= 0 and source.texts[first : first + len(draft)] == list(draft):
            step = Step("equal", (first, first + len(draft)), (0, len(draft)))
            yield Alignment(source, (step,), 1.0)


def _window(draft: Sequence[str], source: SourceText) -> tuple[int, int] | None:
    """Numbers of the words between which most of the draft's words stand."""
    places: list[int] = []
    for word in dict.fromkeys(draft):
        found = source.places.get(word, ())
        if len(found) <= _COMMON:
            places += found
    if not places:
        return None
    places.sort()
    width = 2 * len(draft) + MARKED_WORDS + ATTRIBUTION_WORDS
    counts: dict[str, int] = {}
    best, best_at, left = 0, 0, 0
    for place in places:
        counts[source.texts[place]] = counts.get(source.texts[place], 0) + 1
        while places[left] < place - width:
            word = source.texts[places[left]]
            counts[word] -= 1
            if not counts[word]:
                del counts[word]
            left += 1
        # Of equally good windows the narrowest: its middle is where the words stand.
        if len(counts) > best:
            best, best_at = len(counts), (places[left] + place) // 2
    return max(0, best_at - width), min(len(source.texts), best_at + width)


def _nearer(blocks: list[Block], gaps: frozenset[int], source: SourceText) -> list[Block]:
    """The blocks, those before an ellipsis as near to what follows it as the same words stand: "We … consider"."""
    for index in range(len(blocks) - 2, -1, -1):
        block, following = blocks[index], blocks[index + 1]
        if not any(block.draft + block.size <= gap <= following.draft for gap in gaps):
            continue
        words = source.texts[block.source : block.source + block.size]
        for place in range(following.source - block.size, block.source, -1):
            if source.texts[place : place + block.size] == words:
                blocks[index] = Block(place, block.draft, block.size)
                break
    return blocks


def _without_strays(blocks: list[Block], gaps: frozenset[int]) -> list[Block]:
    """The blocks without single words at either end that stand far from the rest by chance."""
    while len(blocks) > 1 and _is_stray(blocks[0], blocks[1], gaps):
        blocks = blocks[1:]
    while len(blocks) > 1 and _is_stray(blocks[-1], blocks[-2], gaps):
        blocks = blocks[:-1]
    return blocks


def _is_stray(block: Block, next_one: Block, gaps: frozenset[int]) -> bool:
    earlier, later = sorted((block, next_one), key=lambda item: item.source)
    distance = later.source - earlier.source - earlier.size
    is_marked = any(earlier.draft + earlier.size <= gap <= later.draft for gap in gaps)
    return not is_marked and block.size <= _STRAY_WORDS and distance > _STRAY_GAP


def _steps(blocks: Sequence[Block], gaps: frozenset[int], draft_words: int, source: SourceText) -> Iterator[Step]:
    first, last = blocks[0], blocks[-1]
    if first.draft:
        # Words of the draft before the first that is found: they replace as many of the source's, if it has them there.
        have = min(first.draft, first.source - _sentence_start(source, first.source))
        op = "replace" if have else "insert"
        yield Step(op, (first.source - have, first.source), (0, first.draft))
    for index, block in enumerate(blocks):
        yield Step("equal", (block.source, block.source + block.size), (block.draft, block.draft + block.size))
        if index + 1 < len(blocks):
            yield from _between(block, blocks[index + 1], gaps, source)
    end = last.draft + last.size
    if end < draft_words:
        have = min(draft_words - end, _sentence_end(source, last.source + last.size - 1) - last.source - last.size)
        op = "replace" if have > 0 else "insert"
        at = last.source + last.size
        yield Step(op, (at, at + max(0, have)), (end, draft_words))


def _between(block: Block, next_one: Block, gaps: frozenset[int], source: SourceText) -> Iterator[Step]:
    left = (block.source + block.size, next_one.source)
    right = (block.draft + block.size, next_one.draft)
    if left[0] == left[1] and right[0] == right[1]:
        return
    is_marked = any(right[0] <= gap <= right[1] for gap in gaps)
    if right[0] == right[1]:
        op = "omit" if is_marked else "attribution" if _is_attribution(left, source) else "delete"
    elif left[0] == left[1]:
        op = "insert"
    else:
        op = "replace"
    yield Step(op, left, right)


def _is_attribution(words: tuple[int, int], source: SourceText) -> bool:
    """Whether the words between two pieces stand outside the quotation marks: it closes before them and opens after."""
    if words[1] - words[0] > ATTRIBUTION_WORDS or words[0] == 0:
        return False
    text = source.report.text[source.words[words[0] - 1].end : source.words[words[1]].start]
    closed, opened = _CLOSED.search(text), list(_OPENED.finditer(text))
    return bool(closed and opened and closed.start() < opened[-1].start() and len(opened) <= 2)


def _sentence_start(source: SourceText, word: int) -> int:
    """The number of the first word of the sentence."""
    start, _ = source.sentence_at(source.words[word].start)
    return bisect_right(source.words, start - 1, key=lambda item: item.start)


def _sentence_end(source: SourceText, word: int) -> int:
    """The number after the last word of the sentence."""
    _, end = source.sentence_at(source.words[word].start)
    return bisect_right(source.words, end - 1, key=lambda item: item.start)


def _score(steps: Iterable[Step], draft_words: int) -> float:
    equal = taken = 0
    for step in steps:
        if step.op == "equal":
            equal += step.source[1] - step.source[0]
        if step.op not in {"omit", "attribution"}:
            taken += step.source[1] - step.source[0]
    return 2 * equal / (draft_words + taken) if draft_words + taken else 0.0


def changes(alignment: Alignment, text: str, words: Sequence[Word]) -> tuple[Change, ...]:
    """The words of source and draft side by side, each as it is written."""
    rows = []
    for step in alignment.steps:
        first, last = step.draft
        drafted = text[words[first].start : words[last - 1].end] if first < last else ""
        op = "omit" if step.op == "attribution" else step.op
        rows.append(Change(op, alignment.stretch(step.source), drafted))
    return tuple(rows)


# --- put together -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Run:
    """Words of the draft that stand in a row in one report."""

    source: SourceText
    first: int  # number of the first word in the source
    draft: int  # number of the first word in the draft
    size: int


def runs_of(words: Sequence[Word], gaps: frozenset[int], sources: Sequence[SourceText]) -> list[Run]:
    """The draft's words as runs from the reports, the longest first at each place, short ones left out."""
    draft = [word.text for word in words]
    runs: list[Run] = []
    at = 0
    while at < len(draft):
        best = _longest(draft, at, sources, runs[-1] if runs else None)
        fewest = RUN_WORDS - 1 if at in gaps or at == 0 else RUN_WORDS
        if best is not None and best.size >= fewest:
            runs.append(best)
            at += best.size
        else:
            at += 1
    return runs


def _longest(draft: Sequence[str], at: int, sources: Sequence[SourceText], former: Run | None) -> Run | None:
    """The longest run from there on; of equally long ones that which goes on from the former."""
    best: Run | None = None
    for source in sources:
        for place in source.places.get(draft[at], ())[:_COMMON]:
            size = 1
            while (
                at + size < len(draft)
                and place + size < len(source.texts)
                and source.texts[place + size] == draft[at + size]
            ):
                size += 1
            is_near = former is not None and former.source is source and place >= former.first + former.size
            if best is None or size > best.size or (size == best.size and is_near):
                best = Run(source, place, at, size)
    return best


def is_put_together(runs: Sequence[Run], draft_words: int, *, is_marked: bool) -> bool:
    """Whether the runs make up most of the draft's words and come from places that were not said together."""
    if len(runs) < 2 or sum(run.size for run in runs) < MERGED * draft_words:
        return False
    limit = MARKED_WORDS if is_marked else UNMARKED_WORDS
    return any(_is_apart(one, other, limit) for one, other in pairwise(runs))


def _is_apart(one: Run, other: Run, limit: int) -> bool:
    if one.source is not other.source:
        return True
    distance = other.first - one.first - one.size
    if distance < 0:
        return True
    between = (one.first + one.size, other.first)
    return distance > limit and not _is_attribution(between, one.source)
