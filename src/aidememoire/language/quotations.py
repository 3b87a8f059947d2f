"""Quotations: words between quotation marks, and labelled turns, whoever typed or translated them.

Marks are read by where they stand more than by which they are: translators leave German, Russian, French and reversed
pairs behind, agencies lose the closing mark at a paragraph's end, tokenised copies put spaces around straight marks.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from aidememoire.knowledge.number_words import cardinals
from aidememoire.language.quotation_words import WORD, WORDING, alternatives, trimmed
from aidememoire.language.turns import find_turns
from aidememoire.model import Block, BlockRole, Mentions, Quotation, Span

if TYPE_CHECKING:
    from aidememoire.knowledge import Knowledge

DOUBLE = "double"  # “ ” „ ‟ " '' ``
GUILLEMET = "guillemet"  # « »
ANGLE = "angle"  # ‹ ›
CORNER = "corner"  # 「 」 『 』
SINGLE = "single"  # ‘ ’ '

_MARK = re.compile(r"``|''|[“”„‟\"«»‹›「」『』‘’‚'`＂]")
_FAMILY = {
    **dict.fromkeys(["“", "”", "„", "‟", '"', "''", "``", "＂"], DOUBLE),
    **dict.fromkeys("«»", GUILLEMET),
    **dict.fromkeys("‹›", ANGLE),
    **dict.fromkeys("「」『』", CORNER),
    **dict.fromkeys("‘’‚'`", SINGLE),
}
_OPENERS = frozenset("“„‟«‹「『‘‚`") | {"``"}
_CLOSERS = frozenset("”»›」』’")
_CROSSED = {"”": "«", "»": "“"}  # a closing mark → the other family's opening one that it may end
_BEFORE_OPENING = frozenset("([{-–—/:;,.…“„«\"'‘>")  # may stand right before an opening mark
_AFTER_CLOSING = frozenset(".,;:!?)]}-–—/…”»\"'’<")  # may stand right after a closing mark

_MAX_BLOCKS = 8  # a quotation without marks at its paragraphs' ends is followed so far; the next mark is another's
_MAX_SINGLE = 600  # characters between single marks: more is two apostrophes
_MAX_DEPTH = 6
_MAX_APOSTROPHES = 12  # marks looked at for a partner, apostrophes among them

_UNREAD = frozenset({BlockRole.LINK})

SAYING = alternatives("saying")
_DASH = r"(?:[–—―]|--?|‑)"
_BREAK = re.compile(
    rf"(?P<before>[,.!?…;]?[”\"»]?)\s*{_DASH}\s*"
    rf"(?P<attribution>(?:(?:[\w.’'-]+\s+){{0,6}}?)(?:{SAYING})\b[^–—―“”\"«»\n]{{0,120}}?)"
    rf"(?:\s*[.,:;]?\s*{_DASH}\s*(?=\S)|\s*[.,:;]?\s*$)"
)

_SAID = re.compile(rf"\b(?:{SAYING})\b")
_NAMING = re.compile(rf"(?i)\b(?:{alternatives('naming')})\s*$")
_NAMED_AFTER = re.compile(rf"(?i)\s*(?:{alternatives('named')})\b")
_NUMBER_NAME = re.compile(
    rf"(?i)^(?:{'|'.join(cardinals(1, 10))}|big|\d+)"
    rf"(?:\s*(?:plus|\+|by|on|[-–])\s*(?:{'|'.join(cardinals(1, 6))}|\d+))+$"
    r"|^(?:group of|big) (?:seven|eight|twenty|\d+)$"
)
_FINITE = frozenset(WORDING["finite"].split())
_MIN_SPEECH_WORDS = 6  # "a grave threat to our security here" may be a title; a longer run is somebody's words
_MISTYPED = re.compile(r"(?:s|t|re|ve|ll|d|m)\b(?![\w'’])")
_SENTENCE_END = re.compile(r"(?<![A-Z])[.!?…][”\")]?\s+(?=[A-Z])")


@dataclass(slots=True)
class _Open:
    mark: str
    family: str
    at: int  # position of the mark
    inner: int  # position after it
    block: int  # block it was opened in
    depth: int


@dataclass(frozen=True, slots=True)
class _Pair:
    outer_start: int
    start: int
    end: int
    outer_end: int
    depth: int
    is_closed: bool


def find_quotations(mentions: Mentions, knowledge: "Knowledge") -> tuple[Quotation, ...]:
    """Every quotation and labelled turn of the report, in order of position."""
    report = mentions.report
    blocks = [block for block in report.blocks if block.role not in _UNREAD]
    turns = list(find_turns(mentions, blocks))
    pairs = _without_doubled(list(_find_pairs(report.text, blocks)))
    marked = [_quotation(report.text, pair, report.id) for pair in pairs]
    found = [
        *turns,
        *(quotation for quotation in marked if quotation is not None),
        *_dash_lines(report.text, blocks, report.id),
        *_set_off(report.text, blocks, report.id),
    ]
    return tuple(sorted(found, key=lambda q: (q.outer.start, -q.outer.end, q.depth)))


# --- marks ------------------------------------------------------------------------------------------------------------


def _find_pairs(text: str, blocks: list[Block]) -> Iterator[_Pair]:
    """Opening and closing marks put together; marks without a partner run to their paragraph's end."""
    stack: list[_Open] = []
    for index, block in enumerate(blocks):
        start, end = block.span.start, block.span.end
        marks = list(_MARK.finditer(text, start, end))
        is_continued = bool(marks) and _continues(text, stack, marks[0], block)
        yield from _leave_behind(text, stack, blocks, index, marks)
        if is_continued:
            stack.append(_Open(marks[0].group(), GUILLEMET, marks[0].start(), marks[0].end(), index, 0))
            marks = marks[1:]
        for position, mark in enumerate(marks):
            yield from _take(text, stack, index, start, end, marks, position, mark)
    if stack and blocks:
        yield from _abandon(text, stack, blocks[stack[0].block].span.end)


def _continues(text: str, stack: list[_Open], mark: re.Match[str], block: Block) -> bool:
    """Whether the paragraph begins with the » by which French goes on with what « opened before it."""
    is_first = mark.group() == "»" and mark.start() == block.span.start and block.role is BlockRole.BODY
    is_open = bool(stack) and stack[0].family == GUILLEMET
    return is_first and is_open and text[mark.end() : mark.end() + 2].lstrip()[:1].isupper()


def _without_doubled(pairs: list[_Pair]) -> list[_Pair]:
    """The pairs, with ““words”” as one: the outer marks around the inner words."""
    outer = {(pair.start, pair.end): pair for pair in pairs}
    doubled = {
        id(pair): outer[pair.outer_start, pair.outer_end]
        for pair in pairs
        if (pair.outer_start, pair.outer_end) in outer
    }
    dropped = {id(pair) for pair in doubled.values()}
    return [
        replace(
            pair,
            outer_start=doubled[id(pair)].outer_start,
            outer_end=doubled[id(pair)].outer_end,
            depth=doubled[id(pair)].depth,
        )
        if id(pair) in doubled
        else pair
        for pair in pairs
        if id(pair) not in dropped
    ]


def _leave_behind(
    text: str, stack: list[_Open], blocks: list[Block], index: int, marks: list[re.Match[str]]
) -> Iterator[_Pair]:
    """CASE: a new paragraph while a quotation is open.

    It starts with a mark of its own (each paragraph of a long quotation is opened anew): the open one ends with its
    paragraph. It holds a closing mark first: the quotation goes on. Otherwise wait, but not for ever.
    """
    if not stack:
        return
    bottom = stack[0]
    block = blocks[index]
    previous_end = blocks[bottom.block].span.end
    if bottom.family == SINGLE or block.role is not BlockRole.BODY or index - bottom.block > _MAX_BLOCKS:
        yield from _abandon(text, stack, previous_end)
        return
    first = next((mark for mark in marks if _FAMILY[mark.group()] == bottom.family), None)
    if first is None:
        later = blocks[index + 1 : bottom.block + 1 + _MAX_BLOCKS]
        if not any(_closes_first(text, other, bottom) for other in later):
            yield from _abandon(text, stack, previous_end)
        return
    if not _closes_first(text, block, bottom):
        yield from _abandon(text, stack, previous_end)


def _closes_first(text: str, block: Block, opened: _Open) -> bool:
    """Whether the paragraph's first mark of the family can only be a closing one."""
    for mark in _MARK.finditer(text, block.span.start, block.span.end):
        if _FAMILY[mark.group()] == opened.family:
            if mark.start() == block.span.start:
                return False
            opens, closes = _stance(text, mark, block.span.start, block.span.end)
            if mark.group() == '"' and opened.mark == '"' and _follows_point(text, mark.start()):
                return True
            return (closes and not opens) or (closes and mark.group() in _CLOSERS)
    return False


def _abandon(text: str, stack: list[_Open], end: int) -> Iterator[_Pair]:
    """The outermost open quotation, ended without its mark; those within it are forgotten."""
    bottom = stack[0]
    stack.clear()
    if bottom.family != SINGLE and end > bottom.inner:
        yield _Pair(bottom.at, bottom.inner, end, end, bottom.depth, False)


def _stance(text: str, mark: re.Match[str], start: int, end: int) -> tuple[bool, bool]:
    """Whether the mark can open, and can close, by what stands beside it within start and end."""
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    opens = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
    closes = not before.isspace() and (after.isspace() or after in _AFTER_CLOSING)
    if before.isspace() and after.isspace():  # tokenised copy: spaces on both sides
        at_start, at_end = mark.start() == start, mark.end() == end
        return (not at_end, not at_start)
    return opens, closes


def _take(
    text: str,
    stack: list[_Open],
    block: int,
    start: int,
    end: int,
    marks: list[re.Match[str]],
    position: int,
    mark: re.Match[str],
) -> Iterator[_Pair]:
    """Let the mark open, close or be nothing."""
    form, family = mark.group(), _FAMILY[mark.group()]
    if family == SINGLE:
        yield from _take_single(text, stack, block, start, end, marks, position, mark)
        return
    if form == '"' and _MISTYPED.match(text, mark.end()) and text[max(start, mark.start() - 1)].isalpha():
        return  # "don"t", "the envoy"s": an apostrophe
    opens, closes = _stance(text, mark, start, end)
    if opens and form == '"' and _is_glued_end(text, stack, mark, start):
        opens, closes = False, True
    if not opens and not closes:  # glued on both sides: word"word
        before = text[mark.start() - 1] if mark.start() > start else " "
        opens, closes = form in _OPENERS, form in _CLOSERS or (form not in _OPENERS and not before.isdigit())
    partner = next((i for i in range(len(stack) - 1, -1, -1) if stack[i].family == family), None)
    if partner is None and closes and not opens and form in _CROSSED:
        partner = _partner_of_another_typist(stack, family, marks[position + 1 :])
    if partner is not None and _is_end(
        form, stack[partner].mark, opens, closes, mark.start() == start, _follows_point(text, mark.start())
    ):
        opened = stack[partner]
        del stack[partner:]
        if mark.start() > opened.inner:
            yield _Pair(opened.at, opened.inner, mark.start(), mark.end(), opened.depth, True)
    elif opens and _may_open(text, form, marks, position, end):
        if partner is not None and form not in _OPENERS:
            yield from _abandon(text, stack, mark.start())
        if len(stack) < _MAX_DEPTH:
            stack.append(_Open(form, family, mark.start(), mark.end(), block, len(stack)))
    elif closes and not opens and not stack:
        yield from _unopened(text, start, mark, marks[:position])


def _partner_of_another_typist(stack: list[_Open], family: str, later: list[re.Match[str]]) -> int | None:
    """The open quotation that a mark of another family ends, where none of its own follows: «The road is open,” …."""
    if not stack or stack[-1].family not in {DOUBLE, GUILLEMET} - {family} or stack[-1].mark not in _CROSSED.values():
        return None
    is_ended_later = any(_FAMILY[mark.group()] == stack[-1].family for mark in later)
    return None if is_ended_later else len(stack) - 1


def _is_glued_end(text: str, stack: list[_Open], mark: re.Match[str], start: int) -> bool:
    """Whether a straight mark ends the open quotation though a letter follows: "We agree,"said the envoy."No more."."""
    is_open = any(opened.mark == '"' for opened in stack)
    before, after = text[max(start, mark.start() - 1) : mark.start()], text[mark.end() : mark.end() + 1]
    return is_open and before in {",", ".", "!", "?", "…"} and after.isalpha()


def _unopened(text: str, start: int, mark: re.Match[str], before: list[re.Match[str]]) -> Iterator[_Pair]:
    """A closing mark whose opening one is lost, after a comma or full stop: the words since its sentence began."""
    low = max(start, before[-1].end() if before else start)
    ends = [match.end() for match in _SENTENCE_END.finditer(text, low, mark.start() - 1)]
    begin = ends[-1] if ends else low
    is_speech = text[mark.start() - 1] in ",.!?…" and len(text[begin : mark.start()].split()) >= _MIN_SPEECH_WORDS
    is_fresh = begin == start or bool(ends)
    if is_speech and is_fresh and text[begin : begin + 3].lstrip("([").lstrip()[:1].isupper():
        yield _Pair(begin, begin, mark.start(), mark.end(), 0, True)


def _follows_point(text: str, at: int) -> bool:
    """Whether white space after a full stop, comma or the like stands before the mark."""
    before = text[max(0, at - 8) : at]
    return before[-1:].isspace() and before.rstrip()[-1:] in {".", ",", "!", "?", "…"}


def _is_end(form: str, opened: str, opens: bool, closes: bool, at_start: bool, after_point: bool) -> bool:
    """Whether the mark ends what the other opened."""
    if at_start:
        return False
    if form in _OPENERS and form != "``":
        # “ ends „…“ and the reversed ”…“; » … « likewise
        return closes and not opens if opened not in {"„", "”", "»", "›"} else closes or not opens
    if form in _CLOSERS:
        return closes or not opens or opened in _OPENERS
    return closes or after_point  # a straight mark that opens would be the second in a row: "It ended. "he said


def _may_open(text: str, form: str, marks: list[re.Match[str]], position: int, end: int) -> bool:
    """Refuses a closing form that has no partner ahead, and an inch mark."""
    if form == '"' and marks[position].start() > 0 and text[marks[position].start() - 1].isdigit():
        return False
    if form in _CLOSERS:  # reversed or doubled: only with a partner ahead in this paragraph
        family = _FAMILY[form]
        alike = [
            other for other in marks[position + 1 : position + 1 + _MAX_APOSTROPHES] if _FAMILY[other.group()] == family
        ]
        return bool(alike) or (form in "»›" and text[marks[position].end() : marks[position].end() + 1].isupper())
    return marks[position].end() < end


def _take_single(
    text: str,
    stack: list[_Open],
    block: int,
    start: int,
    end: int,
    marks: list[re.Match[str]],
    position: int,
    mark: re.Match[str],
) -> Iterator[_Pair]:
    """A single mark is an apostrophe unless it opens before a word and a partner closes after one."""
    form = mark.group()
    opens, closes = _stance(text, mark, start, end)
    before = text[mark.start() - 1] if mark.start() > start else " "
    if before.isspace() and mark.end() < end and text[mark.end()].isspace():
        return  # "Gadhafi ' s": tokenised apostrophe
    top = stack[-1] if stack and stack[-1].family == SINGLE else None
    if top is not None and closes and (form not in "‘‚`" or (top.mark, form) == ("‚", "‘")):
        if _is_plural_possessive(text, mark, end) and _closes_later(
            text, start, end, marks[position + 1 : position + 12]
        ):
            return
        stack.pop()
        if mark.start() > top.inner:
            yield _Pair(top.at, top.inner, mark.start(), mark.end(), top.depth, True)
        return
    if (
        top is None
        and opens
        and form != "’"
        and len(stack) < _MAX_DEPTH
        and _has_single_partner(text, start, end, marks, position)
    ):
        stack.append(_Open(form, SINGLE, mark.start(), mark.end(), block, len(stack)))


def _has_single_partner(text: str, start: int, end: int, marks: list[re.Match[str]], position: int) -> bool:
    """Whether a mark that can only close follows within reach, and the opening is no ’90s, ’em, ‘tis."""
    mark = marks[position]
    after = text[mark.end() : mark.end() + 4].lower()
    if after[:1].isdigit() and after[1:2].isdigit() and after[2:3] in {"s", " ", ","}:
        return False
    if re.match(r"(?:em|tis|til|cause|n|s)\b", after):
        return False
    for other in marks[position + 1 : position + 12]:
        if other.start() - mark.end() > _MAX_SINGLE:
            return False
        is_german = (mark.group(), other.group()) == ("‚", "‘")
        if _FAMILY[other.group()] != SINGLE or (other.group() in "‘‚`" and not is_german):
            continue
        opens, closes = _stance(text, other, start, end)
        if closes and not opens:
            later = marks[position + 2 : position + 12]
            return (
                not _is_plural_possessive(text, other, end)
                or _is_curly(mark.group())
                or _closes_later(text, start, end, [third for third in later if third.start() > other.start()])
            )
    return False


def _is_plural_possessive(text: str, mark: re.Match[str], end: int) -> bool:
    """Whether the mark can be the apostrophe of "the mayors' road"."""
    return text[mark.start() - 1] == "s" and mark.end() < end and text[mark.end()] == " "


def _closes_later(text: str, start: int, end: int, marks: list[re.Match[str]]) -> bool:
    """Whether one of the marks is a single one that can only close."""
    return any(_FAMILY[mark.group()] == SINGLE and _stance(text, mark, start, end) == (False, True) for mark in marks)


def _is_curly(form: str) -> bool:
    """Whether the mark is one that only ever opens a quotation."""
    return form in {"‘", "‚"}


# --- from a pair of marks to a quotation ------------------------------------------------------------------------------


def _quotation(text: str, pair: _Pair, report: str) -> Quotation | None:
    start, end = trimmed(text, pair.start, pair.end)
    if start >= end or not any(character.isalnum() for character in text[start : min(end, start + 200)]):
        return None
    span = Span(report, start, end)
    outer = Span(report, pair.outer_start, pair.outer_end) if pair.is_closed else Span(report, pair.outer_start, end)
    parts = tuple(_parts(text, start, end, report)) or (span,)
    return Quotation(
        span=span,
        outer=outer,
        depth=pair.depth,
        is_closed=pair.is_closed,
        is_speech=_is_speech(text, outer, span, bool(len(parts) > 1 or parts[0] != span)),
        parts=parts,
        label=None,
    )


def _parts(text: str, start: int, end: int, report: str) -> Iterator[Span]:
    """The quotation's pieces without the attribution in dashes."""
    at = start
    found = False
    for match in _BREAK.finditer(text, start, end):
        a, b = trimmed(text, at, match.start() + len(match.group("before")))
        if b > a and any(c.isalnum() for c in text[a : min(b, a + 200)]):
            found = True
            yield Span(report, a, b)
        at = match.end()
    a, b = trimmed(text, at, end)
    if b > a and (not found or any(c.isalnum() for c in text[a : min(b, a + 200)])):
        yield Span(report, a, b)


def _is_speech(text: str, outer: Span, span: Span, is_broken: bool) -> bool:
    """False for names of formats, titles, and single words held with tongs."""
    if is_broken:
        return True
    words = text[span.start : span.end]
    listed = WORD.findall(words[:400])
    before, after = text[max(0, outer.start - 60) : outer.start], text[outer.end : outer.end + 40]
    if _NUMBER_NAME.match(words):
        return False
    ends_as_speech = words[-1] in ",.!?…"
    if len(listed) >= 2 * _MIN_SPEECH_WORDS:
        return True
    has_finite = any(word.lower() in _FINITE for word in listed)
    if _is_title_case(listed) and not has_finite and not ends_as_speech:
        return False
    is_long = len(listed) >= _MIN_SPEECH_WORDS and (not words[:1].isupper() or ends_as_speech or _SAID.search(before))
    if not has_finite and (_NAMING.search(before) or _NAMED_AFTER.match(after)) and not is_long:
        return False
    if len(listed) >= _MIN_SPEECH_WORDS or has_finite or ends_as_speech:
        return True
    return len(listed) >= 2  # "grave threat" may be a partial quotation; a single word is held with tongs


def _is_title_case(words: list[str]) -> bool:
    """Whether all long words are capitalised, and there are at least two words."""
    long = [word for word in words if len(word) > 3]
    return len(words) >= 2 and bool(long) and all(word[0].isupper() or word[0].isdigit() for word in long)


# --- quotations in dashes alone ---------------------------------------------------------------------------------------

_DASH_LINE = re.compile(rf"{_DASH}\s+(?=[A-Z“\"«])")


def _dash_lines(text: str, blocks: list[Block], report: str) -> Iterator[Quotation]:
    """Paragraphs that open with a dash and hold an attribution in dashes: "– We agree, – said the envoy. – Good."."""
    for block in blocks:
        opening = _DASH_LINE.match(text, block.span.start, block.span.end) if block.role is BlockRole.BODY else None
        if not opening:
            continue
        start, end = trimmed(text, opening.end(), block.span.end)
        if start >= end:
            continue
        parts = tuple(_parts(text, start, end, report))
        if parts and parts[0] != Span(report, start, end):
            span = Span(report, start, end)
            yield Quotation(span, Span(report, block.span.start, end), 0, False, True, parts, None)


# --- quotations set off by a mark before each line -------------------------------------------------------------------

_SET_OFF = re.compile(r"(?m)^[ \t]*>+[ \t]*(?P<words>\S.*?)[ \t]*$")


def _set_off(text: str, blocks: list[Block], report: str) -> Iterator[Quotation]:
    """Lines that begin with ">" after a line that ends in a colon: the words of whoever is named there.

    Without the colon they may be anybody's, as in a letter that is answered; with marks of their own these are read.
    """
    at = 0
    while at < len(blocks):
        run = [block for block in blocks[at : at + _MAX_BLOCKS] if block.role is BlockRole.BODY]
        count = next((i for i, block in enumerate(run) if not text.startswith(">", block.span.start)), len(run))
        start, end = (run[0].span.start, run[count - 1].span.end) if count else (0, 0)
        is_led_in = count and at and text[:start].rstrip().endswith(":")
        if is_led_in and not _MARK.search(text, start, end):
            parts = tuple(Span(report, *found.span("words")) for found in _SET_OFF.finditer(text, start, end))
            if parts and any(character.isalnum() for character in text[start : min(end, start + 200)]):
                span = Span(report, parts[0].start, parts[-1].end)
                yield Quotation(span, Span(report, start, end), 0, True, True, parts, None)
        at += max(count, 1)
