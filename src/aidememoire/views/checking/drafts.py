"""Draft: a text with what it asserts, and the quotations in it with the speaker and the day that it gives them.

The draft is read by the product's own readers, as if it were published: what it asserts is what is to be checked.
Nothing of it enters a register. It may be Markdown, as language models write it: marks become spaces before it is read,
letter for letter, so that every place in what was read is the same place in the draft.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from aidememoire.knowledge.calendar_names import CALENDAR_NAMES
from aidememoire.model import Claim, Granularity, MeetingValues, Mentions, Reading, StatementValues, TimeMention, When
from aidememoire.register.words import Word, words_in

# Fewer words than this between quotation marks are a name, a title or a word held at arm's length.
FEWEST_WORDS = 4

_NAME = r"(?:(?:[A-Z]\.\s?)*[^\W\d_a-z][\w’'.-]+(?:\s+(?:(?:al|bin|de|der|van|von|of)\s+)?[^\W\d_a-z][\w’'.-]*){0,4})"
_MASKED = (
    re.compile(r"(?m)^[ \t]*>+"),  # a quoted line
    re.compile(r"(?m)^[ \t]{0,8}#{1,6}(?=[ \t])"),  # a heading
    re.compile(r"(?m)^[ \t]*(?:[-+•·*]|\d{1,3}[.)])(?=[ \t])"),  # an item of a list
    re.compile(r"(?<!\w)[*_]{1,3}(?=[\w“\"«„‘'(\[#@$€£])|(?<=[\w.,;:!?”\"»’')\]%…])[*_]{1,3}(?!\w)"),  # emphasis
    re.compile(r"`{1,3}"),
    re.compile(r"</?[A-Za-z][^<>\n]{0,200}>"),  # a tag
    re.compile(r"\]\([^()\s]{1,500}\)|\[(?=[^\[\]\n]{1,200}\]\()"),  # a link's mark and address, not its words
    re.compile(r"\[\^?\d{1,3}\]|【[^】\n]{0,80}】"),  # the number of a source
)
# What a draft says of itself: it asserts nothing, and what is said under it is to be checked like any other words.
_BANNER = re.compile(
    r"\bDRAFT\b|\b(?i:lines to take|talking points|speaking notes|zero draft"
    r"|not for (?:public )?(?:release|distribution|publication)|internal use only|for official use only"
    r"|(?:top )?secret//|confidential//|restricted(?=\]?:)|limited distribution)"
)
_WRAPPED = re.compile(
    r"(?<=[^\n]{40})(?<![.!?:;”\"»])[ \t]*(\n)(?=[ \t]*[^\W_A-Z\n])(?![ \t]*(?:[-+*•>#|—–]|\d+[.)]))"
    r"|(?<=[^\n]{40})[ \t]*(\n)(?=[ \t]*[a-z])"
)
_ELLIPSIS = re.compile(r"\[\s*(?:…|\.{3,}|\. \. \.)\s*\]|\(\s*(?:…|\.{3,})\s*\)|…|\.{3,}|\. \. \.")
_BRACKETS = re.compile(r"\[[^\[\]\n]{1,60}\]")
_QUOTED_LINES = re.compile(r"(?m)(?:^[ \t]*>[^\n]*(?:\n|\Z))+")
_MARKS = re.compile(r"[“”„«»\"]")
_LABEL_BEFORE = re.compile(
    rf"(?:^|[\n.!?;—–(>*?]|\d[.)])[\s*_>-]*(?P<name>{_NAME})[\s*_]*(?:[(,][^:\n]{{0,60}})?[\s*_]*:[\s*_>]*$"
)
_DASH_BEFORE = re.compile(
    rf"(?:^|\n)[\s*_>-]*(?P<name>{_NAME})[\s*_]*(?:[(,][^\n“”\"«»]{{0,60}})?[\s*_]*[–—-]{{1,2}}[\s*_]*$"
)
_CELL = re.compile(rf"[\s*_]*(?P<name>{_NAME})[\s*_]*")
_IN_BRACKETS = re.compile(rf"\((?P<name>{_NAME})[,)]")
_PUT_IT = re.compile(
    rf"\b[Aa]s (?:(?:Mr|Mrs|Ms|Dr)\.? )?(?P<name>{_NAME})\b[^.!?\n]{{0,60}}$"
    rf"|\bwords of (?P<other>{_NAME})[^.!?\n]{{0,30}}$"
)
_SIGNED = re.compile(
    rf"^[\s>*_”\"»’)\]]*[—–―][\s*_]*(?P<name>{_NAME})|^[\s>*_”\"»’)\]]*\n[\s>*_]*-{{1,2}}[\s*_]*(?P<line>{_NAME})"
)
_SAYS = re.compile(
    r"(?i)\b(?:sa(?:id|ys?|ying)|t(?:old|ells?)|sp(?:oke|eaks?|eaking)|call(?:ed|s|ing)|describ|warn|add(?:ed|s)|promis|pledg"
    r"|stress|underlin|hail|prais|denounc|condemn|argu|declar|wr(?:ote|ites?)|tweet|insist|announc|conced|admit|conclud"
    r"|note[sd]?|explain|answer|repl(?:y|ied)|ask|remark|observ|put it|words|quot|express|welcom|urg|vow|claim"
    r"|stat(?:ed|es))"
)
_BEFORE_COLON = re.compile(r"(?P<clause>[^.!?\n:]{2,160}):[\s*_>]*$")
_NO_NAME = CALENDAR_NAMES | frozenset(
    "the a an in on at of for and but as his her its their our my your he she it they we i this that these those here "
    "there then when after before while asked according key what who why how q question note source sources quote "
    "quotation quotations summary example mr mrs ms dr speaking addressing".split()
)
_DATE_BEFORE = re.compile(
    r"(?:^|[|(,;—–:-]|\b(?:on|in|since|during|early|late|dated|back|(?:statement|speech|remarks|interview|letter|briefing|"
    r"address|article|tweet|comments|words|declaration|conference|agreement|accord|treaty|pact|memorandum|protocol|deal)"
    r" of))\s*[*_(]*\s*$",
    re.IGNORECASE,
)
_DAYS_OF_A_DATE = frozenset({Granularity.DAY, Granularity.MONTH, Granularity.YEAR, Granularity.SEASON})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says something, as a text names them."""

    name: str
    party: str | None  # code
    is_party: bool = False  # the name is a party's or a body's, not a person's


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words between quotation marks."""

    start: int
    end: int
    words: tuple[Word, ...]  # without those in brackets
    gaps: frozenset[int]  # before which of the words an ellipsis or brackets stand
    speaker: Speaker | None
    dates: tuple[TimeMention, ...]  # of the saying, as far as the draft gives one
    around: str  # the draft's own words in the sentence


def prepared(text: str) -> str:
    """The draft as it is read: marks of Markdown and the ends of wrapped lines as spaces; letters keep their places.

    >>> prepared("- **Bob Carr**: we met")
    '    Bob Carr  : we met'
    """
    for pattern in (*_MASKED, _BANNER):
        text = pattern.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), text)
    return _WRAPPED.sub(lambda found: found.group().replace("\n", " "), text)


@dataclass(frozen=True)
class Draft:
    """A draft and what was read in it."""

    id: str
    text: str  # as given
    mentions: Mentions  # of the prepared text
    reading: Reading
    quoted: tuple[Quoted, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "quoted", tuple(_quotations(self)))

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Start and end of every sentence, in order."""
        return tuple((sentence.span.start, sentence.span.end) for sentence in self.mentions.sentences)

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    @cached_property
    def said(self) -> list[tuple[int, int, StatementValues]]:
        """Start and end of all that is told as said, with who says it; in order."""
        spans = [
            (span.start, span.end, values)
            for claim, values in self.statements()
            for name, places in claim.spans
            if name in {"content", "parts"}
            for span in places
        ]
        return sorted(spans, key=lambda item: item[:2])

    @cached_property
    def longest_said(self) -> int:
        """How many letters the longest of it has."""
        return max((end - start for start, end, _ in self.said), default=0)

    def sentence_at(self, place: int) -> tuple[int, int]:
        """Start and end of the sentence at the place; of its line where no sentence is there."""
        index = bisect_right(self._starts, place) - 1
        if index >= 0 and place < self.sentences[index][1]:
            return self.sentences[index]
        text = self.mentions.report.text
        line_end = text.find("\n", place)
        return text.rfind("\n", 0, place) + 1, len(text) if line_end < 0 else line_end

    def region(self, start: int, end: int) -> tuple[int, int]:
        """Start and end of the sentences that hold the stretch."""
        text = self.mentions.report.text
        line = text.rfind("\n", 0, start) + 1
        if text.startswith("|", line):  # a row of a table
            finish = text.find("\n", end)
            return line, len(text) if finish < 0 else finish
        return min(start, self.sentence_at(start)[0]), max(end, self.sentence_at(max(start, end - 1))[1])

    def is_quoted(self, start: int, end: int) -> bool:
        """Whether the stretch lies within a quotation."""
        return any(quoted.start <= start and end <= quoted.end for quoted in self.quoted)

    def outside(self, start: int, end: int) -> str:
        """The draft's own words in the stretch: quotations are left out."""
        text, pieces, at = self.mentions.report.text, [], start
        for quoted in self.quoted:
            if quoted.start < end and quoted.end > at:
                pieces.append(text[at : max(at, quoted.start)])
                at = max(at, quoted.end)
        return " ".join([*pieces, text[at:end]]) if at < end else " ".join(pieces)

    def dates_in(self, start: int, end: int) -> tuple[TimeMention, ...]:
        """The days, months and years in the draft's own words that may say when something was said or done."""
        return tuple(_dates(self.mentions, start, end, [(quoted.start, quoted.end) for quoted in self.quoted]))

    def statements(self) -> Iterator[tuple[Claim, StatementValues]]:
        """The statements that were read in it."""
        for claim in self.reading.claims:
            if isinstance(claim.values, StatementValues):
                yield claim, self._as_named(claim, claim.values)

    def _as_named(self, claim: Claim, values: StatementValues) -> StatementValues:
        """The statement; with the words for its speaker where the draft gives the name only after it.

        "A minister said …" is nobody yet whom a later sentence names.
        """
        spans = dict(claim.spans)
        told = spans.get("speaker", ())
        if not values.speaker or not told:
            return values
        until = max(self.sentence_at(span.start)[1] for places in spans.values() for span in places)
        if values.speaker.split()[-1] in self.text[:until]:
            return values
        span = told[0]
        parties = (party.code for party in self.mentions.parties if span.start <= party.span.start < span.end)
        return replace(values, speaker=self.text[span.start : span.end], speaker_party=next(parties, None))

    def meetings(self) -> Iterator[tuple[Claim, MeetingValues]]:
        """The meetings that were read in it."""
        for claim in self.reading.claims:
            if isinstance(claim.values, MeetingValues):
                yield claim, claim.values


def when_of(dates: tuple[TimeMention, ...]) -> When | None:
    """The first of the dates."""
    return next((mention.when for mention in dates if mention.when), None)


def blanked(text: str, start: int, stretches: Iterable[tuple[int, int]]) -> str:
    """The text, which begins at ``start`` in the draft, with blanks in the place of the draft's stretches.

    Days are compared as days, not as words.
    """
    for begin, end in stretches:
        first, last = max(0, begin - start), min(len(text), end - start)
        text = text[:first] + " " * (last - first) + text[last:]
    return text


def split_words(text: str, start: int, end: int) -> tuple[tuple[Word, ...], frozenset[int]]:
    """The words of a quotation, and before which of them something was marked as left out or put in."""
    marks = [found.span() for found in _ELLIPSIS.finditer(text, start, end)]
    marks += [found.span() for found in _BRACKETS.finditer(text, start, end)]
    words: list[Word] = []
    gaps: set[int] = set()
    at = start
    for first, last in sorted(marks):
        if first < at:
            continue
        words += words_in(text, at, first)
        gaps.add(len(words))
        at = last
    words += words_in(text, at, end)
    return tuple(words), frozenset(gap for gap in gaps if 0 < gap < len(words))


def _quotations(draft: Draft) -> Iterator[Quoted]:
    """The quotations of the draft in order, each with its speaker and day."""
    mentions = draft.mentions
    text = mentions.report.text
    spans = []
    for quotation in mentions.quotations:
        if quotation.depth or quotation.label is not None:
            continue
        words, _ = split_words(text, quotation.span.start, quotation.span.end)
        is_said = _said_at(draft, quotation.span.start, quotation.span.end)[1] > 0
        if len(words) >= FEWEST_WORDS or (is_said and quotation.is_speech and len(words) > 1):
            spans.append((quotation.span.start, quotation.span.end))
    spans += [span for span in _quoted_lines(draft.text) if not any(a < span[1] and span[0] < b for a, b in spans)]
    spans.sort()
    for start, end in spans:
        words, gaps = split_words(text, start, end)
        first, last = draft.region(start, end)
        dates = tuple(_dates(mentions, first, _with_signature(text, end, last), spans))
        around = _without(text, first, last, spans)
        yield Quoted(start, end, words, gaps, _speaker(draft, start, end, spans), dates, around)


def _quoted_lines(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of lines that begin with ">" and have no quotation marks: what Markdown sets off is quoted, too."""
    for found in _QUOTED_LINES.finditer(text):
        if _MARKS.search(found.group()):
            continue
        start, end = found.start() + len(found.group()) - len(found.group().lstrip(" \t>")), found.end()
        signature = re.search(r"\n[ \t>]*[—–-]{1,2}[ \t]*[^\W\d_a-z]", text[start:end])
        end = start + signature.start() if signature else end
        while end > start and text[end - 1] in " \t\n>":
            end -= 1
        if len(words_in(text, start, end)) >= FEWEST_WORDS:
            yield start, end


def _said_at(draft: Draft, start: int, end: int) -> tuple[StatementValues | None, int]:
    """The statement that gives most of the stretch, and how many letters of it."""
    best: tuple[StatementValues | None, int] = None, 0
    spans = draft.said
    at = bisect_left(spans, start - draft.longest_said, key=lambda item: item[0])
    while at < len(spans) and spans[at][0] < end:
        first, last, values = spans[at]
        shared = min(end, last) - max(start, first)
        if shared > best[1]:
            best = values, shared
        at += 1
    return best


def _with_signature(text: str, end: int, last: int) -> int:
    """The end of the stretch with the signature that follows the quotation: "— Ivica Dacic, 10 March 2020"."""
    found = _SIGNED.search(text[end : end + 200])
    if not found:
        return last
    line_end = text.find("\n", end + found.start("name" if found["name"] else "line"))
    return max(last, len(text) if line_end < 0 else line_end)


def _without(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> str:
    pieces, at = [], start
    for first, last in spans:
        if first < end and last > at:
            pieces.append(text[at : max(at, first)])
            at = max(at, last)
    pieces.append(text[at:end])
    return " ".join(pieces)


def _dates(mentions: Mentions, start: int, end: int, spans: list[tuple[int, int]]) -> Iterator[TimeMention]:
    for mention in mentions.times:
        first, last = mention.span.start, mention.span.end
        if first < start or last > end or mention.when is None or mention.type not in {"DATE", "TIME"}:
            continue
        if mention.anchor is not None and mention.when.granularity is not Granularity.DAY:
            continue
        if mention.when.granularity not in _DAYS_OF_A_DATE or any(a <= first and last <= b for a, b in spans):
            continue
        if _DATE_BEFORE.search(mentions.report.text[start:first]):
            yield mention


# --- who speaks ------------------------------------------------------------------------------------------------------


def _speaker(draft: Draft, start: int, end: int, spans: list[tuple[int, int]]) -> Speaker | None:
    """Who the draft says speaks: by its reading, else by label, signature, or the clause before a colon."""
    said, letters = _said_at(draft, start, end)
    if said is not None and letters * 2 > end - start and said.speaker:
        return Speaker(said.speaker, said.speaker_party)
    text = draft.mentions.report.text
    before, after = text[max(0, start - 300) : start].rstrip("“”„«»\"'‘’「 "), text[end : end + 200]
    ways = (_LABEL_BEFORE.search(before), _DASH_BEFORE.search(before), _PUT_IT.search(before), _SIGNED.search(after))
    for found in (_cell_with_name(text, start), *ways):
        for name in found.groupdict().values() if found else ():
            speaker = _named(draft, name) if name else None
            if speaker is not None:
                inner = _IN_BRACKETS.search(found.group()) if found and speaker.is_party else None
                return (_named(draft, inner["name"]) if inner else None) or speaker
    clause = _BEFORE_COLON.search(before)
    if clause is not None:
        for found in re.finditer(_NAME, clause["clause"]):
            speaker = _named(draft, found.group())
            if speaker is not None and not speaker.is_party:
                return speaker
    return _only_person(draft, start, end, spans)


def _cell_with_name(text: str, start: int) -> re.Match[str] | None:
    """The first cell of the table's row that holds nothing but a name; None outside of tables."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    if not line.lstrip().startswith("|"):
        return None
    cells = (_CELL.fullmatch(cell) for cell in line.split("|"))
    return next((found for found in cells if found and found["name"].lower() not in _NO_NAME), None)


def _named(draft: Draft, name: str) -> Speaker | None:
    """The speaker of that name, without titles and words that only begin a sentence; None where no name is left."""
    words = name.replace("’s", "").replace("'s", "").strip(" .,*_").split()
    while words and words[0].strip(".").lower() in _NO_NAME:
        words = words[1:]
    if not words or all(word.lower() in _NO_NAME for word in words):
        return None
    plain = " ".join(words)
    for actor in draft.mentions.actors:
        if actor.name in plain or plain in actor.name:
            is_person = actor.kind == "person" and not _is_party(draft, plain)
            return Speaker(actor.name, actor.party, not is_person)
    for party in draft.mentions.parties:
        if draft.mentions.words(party.span) in {plain, name.strip()}:
            return Speaker(plain, party.code, True)
    return Speaker(plain, None)


def _is_party(draft: Draft, name: str) -> bool:
    return any(draft.mentions.words(party.span) == name for party in draft.mentions.parties)


def _only_person(draft: Draft, start: int, end: int, spans: list[tuple[int, int]]) -> Speaker | None:
    """The one person named in the draft's own words of the sentence, if there is just one and something is said."""
    first, last = draft.region(start, end)
    mentions = draft.mentions
    if not _SAYS.search(_without(mentions.report.text, first, last, spans)):
        return None
    actors = {
        person.actor
        for person in mentions.persons
        if first <= person.span.start and person.span.end <= last and not start <= person.span.start < end
    }
    if len(actors) != 1:
        return None
    actor = mentions.actors[actors.pop()]
    return Speaker(actor.name, actor.party, actor.kind != "person")
