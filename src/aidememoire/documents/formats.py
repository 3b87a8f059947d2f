"""The formats that can be read: plain text, and JSON Lines of reports."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import IO

from aidememoire.documents.reports import Source, make_report, unreadable_report
from aidememoire.knowledge import Knowledge
from aidememoire.model import Problem, Report, Severity

MAX_FILE_BYTES = 32 * 1024 * 1024  # a plain file; an archive comes as JSON Lines
MAX_JSON_LINE_BYTES = 32 * 1024 * 1024  # one report

_BOM = b"\xef\xbb\xbf"
_LOOK_BYTES = 65_536  # looked at to tell JSON Lines from prose
_LOOK_LINES = 5
_FIELDS = ("title", "published", "outlet", "side", "url")


def read_stream(stream: IO[bytes], source: Source, knowledge: Knowledge, *, is_jsonl: bool | None) -> Iterator[Report]:
    """The reports in a stream of bytes; ``is_jsonl`` None looks at its first lines."""
    head = stream.read(_LOOK_BYTES)
    if is_jsonl is None:
        if head.removeprefix(_BOM).lstrip().startswith((b"[{", b"[\n", b"[\r\n")):
            message = "a JSON array; give JSON Lines, one report a line (jq -c '.[]' makes them)"
            yield unreadable_report(source, "documents.json", message)
            return
        is_jsonl = _has_report_lines(head)
    if is_jsonl:
        yield from _read_lines(_lines(head, stream), source, knowledge)
    else:
        yield _read_plain(head + stream.read(MAX_FILE_BYTES + 1 - len(head)), source, knowledge)


def _has_report_lines(head: bytes) -> bool:
    """Whether one of the first lines opens a JSON object: then the faults of the others are faults of JSON Lines."""
    lines = head.removeprefix(_BOM).splitlines()[:_LOOK_LINES]
    return any(line.lstrip().startswith((b'{"', b"{ ")) for line in lines)


def _lines(head: bytes, stream: IO[bytes]) -> Iterator[bytes]:
    """The lines of the stream after its head was read, none much longer than MAX_JSON_LINE_BYTES."""
    start = 0
    while (end := head.find(b"\n", start)) >= 0:
        yield head[start : end + 1]
        start = end + 1
    line = head[start:] + stream.readline(MAX_JSON_LINE_BYTES)
    while line:
        yield line
        line = stream.readline(MAX_JSON_LINE_BYTES)


def _read_plain(data: bytes, source: Source, knowledge: Knowledge) -> Report:
    if len(data) > MAX_FILE_BYTES:
        message = f"larger than {MAX_FILE_BYTES // 2**20} MiB; give an archive as JSON Lines"
        return unreadable_report(source, "documents.too_long", message)
    try:
        text = decode(data)
    except UnicodeDecodeError as error:
        return unreadable_report(source, "documents.encoding", _encoding_message(data, error))
    if "\x00" in text:
        return unreadable_report(source, "documents.binary", "not a text (NUL bytes); give plain text or JSON Lines")
    return make_report(text, source, knowledge)


def decode(data: bytes) -> str:
    """The text: UTF-8, or UTF-16 where a byte order mark says so; no other encoding is guessed.

    Raises UnicodeDecodeError.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    return data.decode("utf-8-sig")


def _encoding_message(data: bytes, error: UnicodeDecodeError) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:100_000]).best()
    guess = f"; it looks like {best.encoding}: iconv -f {best.encoding.upper()} -t UTF-8" if best else ""
    return f"not UTF-8 (byte {error.start}){guess}"


def _read_lines(lines: Iterator[bytes], source: Source, knowledge: Knowledge) -> Iterator[Report]:
    number, is_cut = 0, False
    for line in lines:
        was_cut, is_cut = is_cut, not line.endswith(b"\n") and len(line) >= MAX_JSON_LINE_BYTES
        if was_cut:  # the rest of a line that was refused
            continue
        number += 1
        place = f"{source.place}:{number}"
        if is_cut:
            message = f"a line of more than {MAX_JSON_LINE_BYTES // 2**20} MiB; no report is written so"
            yield unreadable_report(Source(f"{source.given_id}:{number}", place), "documents.huge_line", message)
        elif line.strip():
            line = line.removeprefix(_BOM) if number == 1 else line
            yield _read_line(line, Source(f"{source.given_id}:{number}", place), source, knowledge)


def _read_line(line: bytes, source: Source, defaults: Source, knowledge: Knowledge) -> Report:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        return unreadable_report(source, "documents.json", f"not a JSON object on one line ({error})")
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
