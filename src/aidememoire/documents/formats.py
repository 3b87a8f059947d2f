"""The formats that can be read: plain text, and JSON Lines of reports."""

import json
import zlib
from collections.abc import Iterator
from dataclasses import replace
from io import BufferedIOBase

from aidememoire.documents.encodings import likely_encoding
from aidememoire.documents.reports import Source, make_report, unreadable_report
from aidememoire.knowledge import Knowledge
from aidememoire.model import Problem, Report, Severity

MAX_FILE_BYTES = 32 * 1024 * 1024  # a plain file; an archive comes as JSON Lines
MAX_JSON_LINE_BYTES = 32 * 1024 * 1024  # one report

# An archive may have a damaged line or two; of which so many in a row are no JSON objects, and none before, is none.
MAX_BAD_LINES = 100
# How files begin that are no texts, what they are, and what to do about it.
_OTHER_KINDS = (
    (b"%PDF-", "a PDF file", "take its text out (pdftotext FILE) and read that"),
    (b"PK\x03\x04", "a ZIP archive, or a file of Word, Excel or OpenOffice", "unpack it, or save it as plain text"),
    (b"\xd0\xcf\x11\xe0", "a file of Word or Excel", "save it as plain text"),
    (b"{\\rtf", "a Rich Text file", "save it as plain text"),
    (b"\x1f\x8b", "compressed with gzip", "name it FILE.gz, or unpack it (gunzip FILE)"),
    (b"\xfd7zXZ\x00", "compressed with xz", "unpack it (unxz FILE)"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd", "unpack it (unzstd FILE)"),
    (b"\x89PNG", "a picture", "give plain text or JSON Lines"),
    (b"\xff\xd8\xff", "a picture", "give plain text or JSON Lines"),
    (b"\x7fELF", "a program", "give plain text or JSON Lines"),
    (b"SQLite format 3\x00", "a database of SQLite", "if it is a register, name it with --register"),
)

_BOM = b"\xef\xbb\xbf"
_LOOK_BYTES = 65_536  # looked at to tell JSON Lines from prose
_LOOK_LINES = 5
_FIELDS = ("title", "published", "outlet", "side", "url")


# How a stream may break off, a compressed one in particular.
StreamFault = (OSError, EOFError, zlib.error)


def read_stream(
    stream: BufferedIOBase, source: Source, knowledge: Knowledge, *, is_jsonl: bool | None
) -> Iterator[Report]:
    """The reports in a stream of bytes; ``is_jsonl`` None looks at its first lines.

    Raises what the stream raises where it breaks off (StreamFault), after the reports before that.
    """
    head, fault = _head(stream)
    if kind := next((kind for kind in _OTHER_KINDS if head.startswith(kind[0])), None):
        yield unreadable_report(source, "documents.binary", f"not a text: {kind[1]}; {kind[2]}")
        return
    if is_jsonl is None:
        if head.removeprefix(_BOM).lstrip().startswith((b"[{", b"[\n", b"[\r\n")):
            message = "a JSON array; give JSON Lines, one report a line (jq -c '.[]' makes them)"
            yield unreadable_report(source, "documents.json", message)
            return
        is_jsonl = _has_report_lines(head)
    if is_jsonl:
        yield from _read_lines(_lines(head, stream, fault), source, knowledge)
    elif fault:
        raise fault
    else:
        yield _read_plain(head + stream.read(MAX_FILE_BYTES + 1 - len(head)), source, knowledge)


def _head(stream: BufferedIOBase) -> tuple[bytes, Exception | None]:
    """The first bytes, and how the stream broke off within them, if it did."""
    head = b""
    try:
        while len(head) < _LOOK_BYTES and (chunk := stream.read1(_LOOK_BYTES - len(head))):
            head += chunk
    except StreamFault as fault:
        return head, fault
    return head, None


def _has_report_lines(head: bytes) -> bool:
    """Whether one of the first lines opens a JSON object: then the faults of the others are faults of JSON Lines."""
    lines = head.removeprefix(_BOM).splitlines()[:_LOOK_LINES]
    return any(line.lstrip().startswith((b'{"', b"{ ")) for line in lines)


def _lines(head: bytes, stream: BufferedIOBase, fault: Exception | None) -> Iterator[bytes]:
    """The lines of the stream after its head was read, none much longer than MAX_JSON_LINE_BYTES.

    Empty lines in a row may come as one. What stands before a fault comes before it is raised: therefore ``read1``,
    since ``readline`` loses what it has in hand.
    """
    line, chunk = bytearray(), head
    while chunk:
        start = chunk.rfind(b"\n") + 1 if not line and chunk.isspace() else 0
        if start:
            yield chunk[:start]
        while (end := chunk.find(b"\n", start)) >= 0:
            yield bytes(line + chunk[start : end + 1])
            line.clear()
            start = end + 1
        line += chunk[start:]
        if len(line) >= MAX_JSON_LINE_BYTES:
            yield bytes(line)
            line.clear()
        chunk = b"" if fault else stream.read1(_LOOK_BYTES)
    if line and not fault:
        yield bytes(line)
    if fault:
        raise fault


def _read_plain(data: bytes, source: Source, knowledge: Knowledge) -> Report:
    if len(data) > MAX_FILE_BYTES:
        message = f"larger than {MAX_FILE_BYTES // 2**20} MiB; give an archive as JSON Lines"
        return unreadable_report(source, "documents.too_long", message)
    try:
        text = decode(data)
    except UnicodeDecodeError as error:
        return unreadable_report(source, "documents.encoding", f"not UTF-8 (byte {error.start}){_suggested(data)}")
    if "\x00" in text:
        return unreadable_report(source, "documents.binary", f"not a text (NUL bytes){_unmarked(data)}")
    return make_report(text, source, knowledge)


def decode(data: bytes) -> str:
    """The text: UTF-8, or UTF-16 where a byte order mark says so; no other encoding is guessed.

    Raises UnicodeDecodeError.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    return data.decode("utf-8-sig")


def _unmarked(data: bytes) -> str:
    """What to do about the NUL bytes: every other byte is one where English is UTF-16 without a byte order mark."""
    look = data[: _LOOK_BYTES - 1 | 1]
    for place, encoding in ((1, "UTF-16LE"), (0, "UTF-16BE")):
        if look[place::2].count(0) > len(look) * 0.4 and not look[1 - place :: 2].count(0):
            return f"; it looks like {encoding} without its mark: iconv -f {encoding} -t UTF-8"
    return "; give plain text or JSON Lines"


def _suggested(data: bytes) -> str:
    """What to do about another encoding, where one is likely."""
    best = likely_encoding(data)
    return f"; it may be {best}: iconv -f {best} -t UTF-8" if best else ""


def _read_lines(lines: Iterator[bytes], source: Source, knowledge: Knowledge) -> Iterator[Report]:
    number, bad, is_cut = 0, 0, False
    for line in lines:
        if bad >= MAX_BAD_LINES:
            message = f"none of its first {number:,} lines is a report; the others are not read"
            yield unreadable_report(source, "documents.json", message)
            return
        was_cut, is_cut = is_cut, not line.endswith(b"\n") and len(line) >= MAX_JSON_LINE_BYTES
        if was_cut:  # the rest of a line that was refused
            continue
        number += max(line.count(b"\n"), 1)
        place = f"{source.place}:{number}"
        if is_cut:
            message = f"a line of more than {MAX_JSON_LINE_BYTES // 2**20} MiB; no report is written so"
            yield unreadable_report(Source(f"{source.given_id}:{number}", place), "documents.huge_line", message)
        elif line.strip():
            line = line.removeprefix(_BOM) if number == 1 else line
            report = _read_line(line, Source(f"{source.given_id}:{number}", place), source, knowledge)
            bad = bad + 1 if bad >= 0 and not report.text else -1  # -1: there was a good one
            yield report


def _read_line(line: bytes, source: Source, defaults: Source, knowledge: Knowledge) -> Report:
    if b"\x00" in line:  # JSON writes it as an escape
        message = "not UTF-8: it has NUL bytes, as UTF-16 has (iconv -f UTF-16 -t UTF-8)"
        return unreadable_report(source, "documents.json", message)
    try:
        value = json.loads(line)
    except json.JSONDecodeError as error:
        message = f"not a JSON object on one line ({error.msg}: character {error.pos + 1})"
        return unreadable_report(source, "documents.json", message)
    except UnicodeDecodeError as error:
        message = f"not UTF-8 (byte {error.start} of the line){_suggested(line)}"
        return unreadable_report(source, "documents.json", message)
    except RecursionError:
        return unreadable_report(source, "documents.json", "not a JSON object on one line (too deeply nested)")
    except ValueError:  # what else Python refuses: more than 4,300 digits
        return unreadable_report(source, "documents.json", "a number of thousands of digits; no report is written so")
    return read_text_json(value, source, defaults, knowledge)


def read_text_json(value: object, source: Source, defaults: Source, knowledge: Knowledge) -> Report:
    """The report in one object ``{id, text, title, published, outlet, side, url}``; any but id and text may be null."""
    if not isinstance(value, dict):
        return unreadable_report(source, "documents.json", "not a JSON object with id and text")
    given_id = value.get("id")
    bad = [name for name in _FIELDS if not isinstance(value.get(name), str | None)]
    given = {
        name: getattr(defaults, name) if name in bad else value.get(name) or getattr(defaults, name) for name in _FIELDS
    }
    full = Source(str(given_id) if given_id is not None else source.given_id, source.place, **given)
    text = value.get("text")
    if not isinstance(text, str):
        return unreadable_report(full, "documents.json", "no text in it: a report needs the key 'text'")
    report = make_report(text, full, knowledge)
    if not bad:
        return report
    message = f"{', '.join(bad)} should be a string or null; treated as missing"
    problem = Problem(Severity.NOTICE, source.place, None, "documents.bad_field", message)
    return replace(report, problems=(*report.problems, problem))
