"""Blocks: the paragraphs of a text and what each is for. Knows layout, no language but boilerplate."""

import re
from collections.abc import Iterator
from itertools import pairwise

from aidememoire.model import Block, BlockRole, Span

# A line that ends so is a whole paragraph; any other may go on in the next line.
_FINISHED = re.compile(r"[.!?:;…][\"'”’“»)\]]*$|[\"”»]$")
# "Vladimir Putin met with / President of …": a line can't end in one of these.
_UNFINISHED_WORDS = frozenset(
    "a an the of to in on at by for from with and or as that which who will would has have had is are was were be been "
    "its his her their our mr mrs ms dr president minister prime met held sent between during after before under over "
    "into this these those not also".split()
)
# "They met with the Russian / Ambassador.": no headline begins so, goes on in small letters and is this long.
_SENTENCE_STARTS = frozenset(
    "i we he she they it you the a an in on at by for from with as both this these that those there let before after "
    "during according under his her their our its my following today yesterday also however".split()
)
_MIN_SENTENCE_WORDS = 4
_WORD = re.compile(r"\w+", re.UNICODE)

_MAX_HEADING_WORDS = 25  # accepts a long boxed headline; refuses a paragraph that lacks its full stop
_WRAP_MIN_LINES = 5  # fewer lines than this say nothing about hard wrapping
_WRAP_SHARE = 0.6  # share of lines that end within a word of the right edge in hard-wrapped text

_SEE_ALSO = re.compile(
    r"(?i)^(see also|related( (stories|links|articles))?|read (more|also)|more on this story)\b.{0,20}$"
)
_LINK = re.compile(
    r"(?i)^(?:(?:go|jump|back) to \w[\w ]{0,30}|(?:read|watch|listen|view|see|download|print|share|click)\b"
    r"(?: (?:more|also|here|full|the full|this|now|live|video|transcript|interview|article|text|story|pdf))+[\w ]{0,20}"
    r"|related|related (?:stories|links|articles)|more|subscribe[\w ]{0,30}|advertisement|share this[\w ]{0,20})\W*$"
)
_LABEL = re.compile(
    r"(?i)^(?:office of the (?:press secretary|spokesperson)|media note|fact sheet"
    r"|press (?:release|statement|availability)|statement|remarks|readout|for immediate release"
    r"|via (?:teleconference|telephone)|background information"
    r"|the (?:following|below) (?:statement |text |readout )?(?:is|was|are) (?:attributable to|released by|issued by).*"
    r"|\W{1,9}|end|<…>|\(?as (?:delivered|prepared)[\w ]{0,20}\)?)\W*$"
)
_NAME_AND_OFFICE = re.compile(  # "Jane A. Doe, Secretary of State": the signature line over a release
    r"^(?:[A-Z][\w.’'-]*\s){1,4}[A-Z][\w’'-]+,\s(?=.*(?:Secretary|Minister|Spokes|President|Director|Ambassador|Assistant"
    r"|Deputy|Envoy|Representative|Nominee|Administrator|Counsel|Coordinator|Chief|Chair))"
    r"(?:[A-Z][\w’'-]+|of|the|for|and|to|,|\s)+$"
)
_DATE_LINE = re.compile(
    r"(?i)^(?:[A-Z][\w.' -]{2,40}, )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
    r"(?:(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+\d{1,2},?\s+\d{4}"
    r"|\d{1,2}\s+(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+\d{4})"
    r"(?:,? \d{1,2}:\d{2}.{0,60})?$"
)
_TURN_OR_LIST = re.compile(r"^(?:[-–—•*·▪]\s|\(?\d{1,2}[.)]\s|[A-Z][A-Z .’'-]+:|Q:?\s)")


def find_blocks(report: str, text: str, title: str | None) -> tuple[Block, ...]:
    """The blocks of the text in order, each without the white space around it."""
    spans = [Span(report, start, end) for start, end in _paragraphs(text)]
    roles = _roles([text[span.start : span.end] for span in spans], title)
    return tuple(Block(span, role) for span, role in zip(spans, roles, strict=True))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each line, without the white space around it; empty lines as start == end."""
    for match in re.finditer(r"[^\r\n\x0b\x0c\x85\u2028\u2029]*(?:\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]|$)", text):
        line = match.group()
        stripped = line.strip()
        start = match.start() + (len(line) - len(line.lstrip()) if stripped else 0)
        yield start, start + len(stripped)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each paragraph: a line, and the lines that it goes on in."""
    lines = list(_lines(text))
    is_wrapped = _is_hard_wrapped([text[a:b] for a, b in lines])
    open_start, open_end = -1, -1
    for start, end in lines:
        if start == end:  # an empty line ends whatever was open
            if open_start >= 0:
                yield open_start, open_end
            open_start = -1
        elif open_start >= 0 and _goes_on(text[open_start:open_end], text[start:end], is_wrapped):
            open_end = end
        else:
            if open_start >= 0:
                yield open_start, open_end
            open_start, open_end = start, end
    if open_start >= 0:
        yield open_start, open_end


def _is_hard_wrapped(lines: list[str]) -> bool:
    """Whether line ends only mark the right edge of the page."""
    lengths = [len(line) for line in lines if line]
    if len(lengths) < _WRAP_MIN_LINES or not 40 <= max(lengths) <= 100:
        return False
    inner = [len(a) for a, b in pairwise(lines) if a and b]  # lines within paragraphs
    if len(inner) < _WRAP_MIN_LINES - 1:
        return False
    return sum(length >= max(lengths) - 15 for length in inner) >= _WRAP_SHARE * len(inner)


def _goes_on(before: str, line: str, is_wrapped: bool) -> bool:
    """Whether the line continues the paragraph before it."""
    if _LINK.match(before[-60:]) or _TURN_OR_LIST.match(line):
        return False
    if is_wrapped:
        return not _DATE_LINE.match(before)
    if _FINISHED.search(before[-4:]):
        return False
    if line[0].islower():  # "took / place behind closed doors"
        return True
    words = _WORD.findall(before[-40:])
    if not words:
        return False
    if before.isupper() or _LABEL.match(before):
        return False
    if words[-1].lower() in _UNFINISHED_WORDS and len(before) > len(words[-1]):
        return words[-1][0].islower() or words[-1].lower() in {"mr", "mrs", "ms", "dr"}
    if before.endswith(",") or (_FINISHED.search(line[-4:]) and _begins_a_sentence(before)):
        return True
    # "Vladimir / Putin sent a message.": one word can't be a paragraph before a sentence.
    return len(before.split()) == 1 and before.isalpha() and len(line.split()) > 3 and bool(_FINISHED.search(line[-4:]))


def _begins_a_sentence(line: str) -> bool:
    """Whether the line reads as the first half of a sentence, and not as a headline."""
    words = _WORD.findall(line)
    if len(words) < _MIN_SENTENCE_WORDS or words[0].lower() not in _SENTENCE_STARTS:
        return False
    return any(word.islower() and len(word) > 3 and word not in _UNFINISHED_WORDS for word in words[1:])


def _roles(paragraphs: list[str], title: str | None) -> list[BlockRole]:
    """The role of each paragraph, seen in its place."""
    roles: list[BlockRole] = []
    in_see_also = False
    has_prose = [_is_prose(paragraph) for paragraph in paragraphs]
    for index, paragraph in enumerate(paragraphs):
        if in_see_also and (index == len(paragraphs) - 1 or not has_prose[index]):
            roles.append(BlockRole.LINK)
            continue
        in_see_also = bool(_SEE_ALSO.match(paragraph))
        roles.append(BlockRole.LINK if in_see_also else _role(index, paragraphs, has_prose, title))
    return roles


def _is_prose(paragraph: str) -> bool:
    """Whether it ends as a sentence does, and is no mere label."""
    return bool(_FINISHED.search(paragraph[-4:])) and len(paragraph.split()) > 3


def _role(index: int, paragraphs: list[str], has_prose: list[bool], title: str | None) -> BlockRole:
    paragraph = paragraphs[index]
    is_all = len(paragraphs) == 1  # a line of a ticker is both headline and report: it is read as the report
    if title and not is_all and _same_words(paragraph, title) and not any(has_prose[:index]):
        return BlockRole.TITLE
    if _DATE_LINE.match(paragraph):
        return BlockRole.DATELINE
    if _LABEL.match(paragraph) or (index < 4 and _NAME_AND_OFFICE.match(paragraph)):
        return BlockRole.LABEL
    if _LINK.match(paragraph):
        return BlockRole.LINK
    is_headline = (
        len(paragraph.split()) <= _MAX_HEADING_WORDS
        and not _FINISHED.search(paragraph[-4:])
        and not _TURN_OR_LIST.match(paragraph)
        and paragraph[:1] not in '“"«„‟–-—'
        and len(paragraphs) > 1
    )
    if not is_headline:
        return BlockRole.BODY
    if not any(has_prose[:index]):
        return BlockRole.TITLE if index == 0 and not title else BlockRole.HEADING
    return BlockRole.HEADING if any(has_prose[index + 1 :]) else BlockRole.BODY


def _same_words(a: str, b: str) -> bool:
    """Whether two lines say the same but for punctuation and case."""
    return [w.lower() for w in _WORD.findall(a)] == [w.lower() for w in _WORD.findall(b)]
