"""Report from its parts: identity, day of publication, language, nature, blocks."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from aidememoire.documents.blocks import find_blocks
from aidememoire.documents.encodings import misread_places
from aidememoire.documents.sides import infer_side
from aidememoire.knowledge import Knowledge
from aidememoire.model import Block, BlockRole, Nature, Problem, Report, Severity, Span, is_day_of_a_report

MAX_LINE = 1_000_000  # characters; a transcript of a day's hearing has 600,000 in all, a longer single line is no prose
MAX_TEXT = 5_000_000  # characters
_MIN_LANGUAGE_CHARACTERS = 80  # a shorter text says too little about its language
# "Putin met Xi at the Kremlin": these make up a fifth of English prose and hardly any of another language's.
_ENGLISH = frozenset("the of and to in that is was for on with as by at from has have his will be he said".split())
_ENGLISH_SHARE = 0.12
_MAIN_LANGUAGE_PERCENT = 60  # a quotation in another language doesn't make the text another's
_SAMPLE = 20_000  # characters looked at for the language

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_MAX_CONTROL_SHARE = 0.01  # a stray form feed is noise; a hundredth is a binary file
_DRAFT = re.compile(r"\bDRAFT\b|\b(?i:lines to take|talking points|speaking notes|zero draft)\b")
_INTERNAL = re.compile(
    r"(?i)\b(?:not for (?:public )?(?:release|distribution|publication)|internal use only|for official use only"
    r"|(?:top )?secret//|confidential//|\[?restricted\]?:|limited distribution)\b"
)
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
_PAGE = re.compile(
    r"(?i)\ufeff?\s*(?:<!doctype\b|<html\b|<\?xml\b|<(?:rss|feed|rdf:rdf|svg|urlset|opml|nitf|newsml)[\s>])"
)
# How each letter begins in a mailbox, headers in the next line: "From a@b.org Tue Mar  3 10:00:00 2015"
_MAILBOX = re.compile(r"From \S+ .*\b\d{4}\r?\n[A-Za-z-]+: ")
_TAG = re.compile(
    r"(?i)</?(?:html|head|body|div|p|br|script|style|span|table|t[dr]|ul|li|meta|link|h[1-6])\b[^<>]{0,300}>"
)
_TAGS_OF_A_PAGE = 4  # a report may quote a tag or two; a page has dozens
_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of a text besides its words. All but ``given_id`` and ``place`` may be None."""

    given_id: str  # file name, or "id" of the JSON line
    place: str  # file and line, for messages
    title: str | None = None
    published: str | None = None  # date or moment, ISO 8601
    outlet: str | None = None
    side: str | None = None
    url: str | None = None


def make_report(text: str, source: Source, knowledge: Knowledge) -> Report:
    """The report; whatever is wrong with it stands in its problems."""
    problems: list[Problem] = []
    source = _whole(source)
    if _HALF_CHARACTER.search(text):  # JSON may hold half of a surrogate pair, which no text can
        text = _HALF_CHARACTER.sub("\ufffd", text)
        message = "half a character (lone surrogate); read as U+FFFD"
        problems.append(Problem(Severity.NOTICE, source.place, None, "documents.surrogate", message))
    report_id = identity(text, source)
    problems += _misread(text, report_id, source.place)
    outlet = knowledge.outlets.get(source.outlet) if source.outlet else None
    if outlet is None and source.url:
        outlet = knowledge.outlets.get(source.url)
    if source.side and knowledge.parties.get(source.side) is None:
        message = f"side {source.side!r} is no party's code; kept as given"
        problems.append(Problem(Severity.NOTICE, source.place, None, "documents.bad_side", message))
    side = source.side or (outlet.side if outlet else None)
    inferred = infer_side(text, source.title, source.outlet, source.url, knowledge) if not side and not outlet else None
    if inferred is not None:
        side = inferred.party
        problems.append(Problem(Severity.NOTICE, source.place, None, "documents.side_inferred", inferred.why))
    today, ground, date_problems = _day_of_publication(source, outlet.timezone if outlet else None)
    fault = _fault(text)
    problems += [] if fault else date_problems
    language = None if fault else _language(text)
    if not fault and language not in {None, "en"}:
        fault = "documents.language", f"written in another language ({language}); only English is read"
    if fault:
        problems.append(Problem(Severity.ERROR, source.place, None, fault[0], fault[1]))
    blocks = () if fault else find_blocks(report_id, text, source.title)
    return Report(
        id=report_id,
        given_id=source.given_id,
        source=source.place,
        text=text,
        blocks=blocks,
        title=source.title or _title_in(text, blocks),
        outlet=source.outlet or (outlet.name if outlet else None),
        side=side,
        url=source.url,
        published=source.published,
        today=today,
        published_ground=ground,
        language=language,
        nature=_nature(text, source),
        problems=tuple(problems),
    )


def _title_in(text: str, blocks: tuple[Block, ...]) -> str | None:
    """The headline that opens the text, where it has one."""
    is_title = bool(blocks) and blocks[0].role is BlockRole.TITLE
    return " ".join(text[blocks[0].span.start : blocks[0].span.end].split()) if is_title else None


def unreadable_report(source: Source, rule: str, message: str) -> Report:
    """A report that could not be read at all: no text, one problem that says why."""
    source = _whole(source)
    return Report(
        id=identity("", source),
        given_id=source.given_id,
        source=source.place,
        text="",
        blocks=(),
        title=source.title,
        outlet=source.outlet,
        side=source.side,
        url=source.url,
        published=source.published,
        today=None,
        published_ground=None,
        language=None,
        nature=Nature.UNKNOWN,
        problems=(Problem(Severity.ERROR, source.place, None, rule, message),),
    )


def _whole(source: Source) -> Source:
    """The source without halves of characters, as a file's name and JSON may hold them and no table can: as escapes.

    >>> _whole(Source("talks\\udcff.txt", "a")).given_id
    'talks\\\\udcff.txt'
    """
    given = {field.name: getattr(source, field.name) for field in fields(source)}
    halves = {name: value for name, value in given.items() if value and _HALF_CHARACTER.search(value)}
    if not halves:
        return source
    return replace(
        source, **{name: value.encode("utf-8", "backslashreplace").decode() for name, value in halves.items()}
    )


def identity(text: str, source: Source) -> str:
    """Report id: hash of outlet, URL, publication and text as first read (of the id too, where there is no text)."""
    parts: Iterable[str | None] = (source.outlet, source.url, source.published, text or f"unread {source.given_id}")
    joined = "\x1f".join(part or "" for part in parts)
    return "r-" + hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _misread(text: str, report_id: str, place: str) -> list[Problem]:
    """A notice on the first mark or letter that was decoded wrongly before the text came here."""
    places = misread_places(text)
    if not places:
        return []
    start, end = places[0]
    times = "once" if len(places) == 1 else f"{len(places)} times"
    message = (
        f"“{text[start:end]}” ({times}): UTF-8 that was read as Windows-1252 before it came here; quotations and names "
        "may be missed: save the source anew as UTF-8 and read that"
    )
    return [Problem(Severity.NOTICE, place, Span(report_id, start, end), "documents.misread", message)]


def _day_of_publication(source: Source, zone: str | None) -> tuple[date | None, str | None, list[Problem]]:
    """The calendar day at the outlet's place, the ground for it, and what is wrong with it."""
    if not source.published:
        message = "no date of publication: dates that need one stay empty (give --published, or correct it later)"
        return None, None, [Problem(Severity.NOTICE, source.place, None, "documents.no_date", message)]
    given = source.published.strip()
    try:
        moment = datetime.fromisoformat(given)
        day = date.fromisoformat(given) if len(given) <= 10 else moment.date()
    except ValueError:
        message = f"date of publication {given!r} is not an ISO 8601 date or moment; treated as missing"
        return None, None, [Problem(Severity.NOTICE, source.place, None, "documents.bad_date", message)]
    if not is_day_of_a_report(day):
        message = f"date of publication {given!r}: no report is of that year; treated as missing"
        return None, None, [Problem(Severity.NOTICE, source.place, None, "documents.bad_date", message)]
    if len(given) <= 10:
        return day, "given date", []
    if zone and moment.tzinfo:
        return moment.astimezone(ZoneInfo(zone)).date(), f"given moment, at {zone}", []
    return day, "given moment, as stamped", []


def _fault(text: str) -> tuple[str, str] | None:
    """Rule and message of what makes the text unreadable."""
    if not text.strip() or not _LETTER.search(text):
        return "documents.empty", "no words in it; nothing was read"
    if len(_CONTROL.findall(text)) > _MAX_CONTROL_SHARE * len(text):
        return "documents.binary", "not a text (control characters); give plain text or JSON Lines"
    if _PAGE.match(text) or len(_TAG.findall(text[:_SAMPLE])) >= _TAGS_OF_A_PAGE:
        return "documents.html", "a web page (HTML) or XML, not its text; save the text and read that"
    if _MAILBOX.match(text):
        return (
            "documents.mailbox",
            "a mailbox (mbox), not the text of one letter; save each letter's text and read that",
        )
    if len(text) > MAX_TEXT:
        return "documents.too_long", f"longer than {MAX_TEXT:,} characters; split it into single reports"
    if len(text) > MAX_LINE and max(map(len, text.splitlines())) > MAX_LINE:
        return "documents.huge_line", f"a line of more than {MAX_LINE:,} characters; no report is written so"
    return None


def _language(text: str) -> str | None:
    """ISO 639-1 code when that is certain, else None; a few English words between names are taken for English."""
    import pycld2

    sample = "".join(character if character.isprintable() else " " for character in text[:_SAMPLE])
    words = _WORD.findall(sample.lower())
    if words and sum(word in _ENGLISH for word in words) >= _ENGLISH_SHARE * len(words):
        return "en"
    if len(sample) < _MIN_LANGUAGE_CHARACTERS:
        return None
    try:
        is_reliable, _, details = pycld2.detect(sample.encode("utf-8", "ignore"))
    except pycld2.error:
        return None
    _, code, percent, _ = details[0]
    return str(code) if is_reliable and code != "un" and percent >= _MAIN_LANGUAGE_PERCENT else None


def _nature(text: str, source: Source) -> Nature:
    """Whether the words were said to the world; the marks of a draft stand at its head."""
    head = text[:600]
    if _DRAFT.search(head):
        return Nature.DRAFT
    if _INTERNAL.search(head):
        return Nature.INTERNAL
    return Nature.PUBLISHED if source.outlet or source.url else Nature.UNKNOWN
