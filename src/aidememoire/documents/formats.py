"""The formats that can be read: plain text, and JSON Lines of reports."""

import json
from collections.abc import Iterator
from typing import IO

from aidememoire.documents.reports import Source, make_report, unreadable_report
from aidememoire.knowledge import Knowledge
from aidememoire.model import Report

MAX_FILE_BYTES = 32 * 1024 * 1024  # a plain file; an archive comes as JSON Lines
MAX_JSON_LINE_BYTES = 32 * 1024 * 1024  # one report

_FIELDS = ("title", "published", "outlet", "side", "url")


def read_stream(stream: IO[bytes], source: Source, knowledge: Knowledge, *, is_jsonl: bool | None) -> Iterator[Report]:
    """The reports in a stream of bytes; ``is_jsonl`` None looks at the first byte."""
    head = b""
    if is_jsonl is None:
        head = stream.readline(MAX_JSON_LINE_BYTES)
        is_jsonl = _is_report_line(head)
    if is_jsonl:
        yield from _read_lines(head, stream, source, knowledge)
    else:
        yield _read_plain(head + stream.read(MAX_FILE_BYTES + 1 - len(head)), source, knowledge)


def _is_report_line(line: bytes) -> bool:
    if not line.lstrip().startswith(b"{"):
        return False
    try:
        return "text" in json.loads(line)
    except ValueError:
        return False


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


def _read_lines(head: bytes, stream: IO[bytes], source: Source, knowledge: Knowledge) -> Iterator[Report]:
    number = 0
    line = head or stream.readline(MAX_JSON_LINE_BYTES)
    while line:
        number += 1
        place = f"{source.place}:{number}"
        if len(line) >= MAX_JSON_LINE_BYTES and not line.endswith(b"\n"):
            yield unreadable_report(
                Source(f"{source.given_id}:{number}", place), "documents.huge_line", "a JSON line of more than 32 MiB"
            )
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_JSON_LINE_BYTES)
        elif line.strip():
            yield _read_line(line, Source(f"{source.given_id}:{number}", place), source, knowledge)
        line = stream.readline(MAX_JSON_LINE_BYTES)


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
    fields = {name: value.get(name) if isinstance(value.get(name), str) else None for name in _FIELDS}
    fields = {name: field or getattr(defaults, name) for name, field in fields.items()}
    full = Source(str(given_id) if given_id is not None else source.given_id, source.place, **fields)
    text = value.get("text")
    if not isinstance(text, str):
        return unreadable_report(full, "documents.json", "no text in it: a report needs the key 'text'")
    return make_report(text, full, knowledge)
