"""Files that no report is in, or that are broken: said aloud, with what to do; what is whole in them is read."""

import gzip
import io
import json
import os
import tracemalloc
from pathlib import Path

import pytest

from aidememoire.documents import Source, formats, make_report, passed_over, read_paths, read_stream, sources
from aidememoire.knowledge import shipped
from aidememoire.model import Report
from tests.documents.test_reports import TEXT, errors, report_of

LINE = json.dumps({"id": "whole", "text": TEXT, "published": "2003-05-06"}).encode() + b"\n"


def read(*paths: Path) -> list[Report]:
    return list(read_paths(map(str, paths), Source("", ""), shipped()))


def message(report: Report) -> str:
    (problem,) = [problem for problem in report.problems if problem.severity == "error"]
    return problem.message


@pytest.mark.parametrize(
    ("data", "rule", "says"),
    [
        pytest.param(b"%PDF-1.7\nBT (Norway met Sweden) Tj", "documents.binary", "pdftotext", id="PDF"),
        pytest.param(b"PK\x03\x04\x14\x00\xff", "documents.binary", "Word", id="ZIP or Word"),
        pytest.param(b"{\\rtf1\\ansi Norway met Sweden in Oslo.}", "documents.binary", "plain text", id="RTF"),
        pytest.param(gzip.compress(TEXT.encode()), "documents.binary", "gunzip", id="gzip without its ending"),
        pytest.param(b"\x7fELF\x02\x01", "documents.binary", "program", id="a program"),
        pytest.param(TEXT.encode("utf-16-le"), "documents.binary", "iconv -f UTF-16LE", id="UTF-16LE, unmarked"),
        pytest.param(TEXT.encode("utf-16-be"), "documents.binary", "iconv -f UTF-16BE", id="UTF-16BE, unmarked"),
        pytest.param(TEXT.encode() + b"\x00", "documents.binary", "give plain text", id="one NUL"),
        pytest.param(
            b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "xx"><!ENTITY c "&b;&b;">]><a>&c;</a>',
            "documents.html",
            "XML",
            id="entities of XML, which nothing here expands",
        ),
        pytest.param(
            b'<rss version="2.0"><channel><item><title>Talks in Oslo</title></item></channel></rss>',
            "documents.html",
            "XML",
            id="a feed without the words that XML begins with",
        ),
        pytest.param(
            b"\n<feed xmlns='http://www.w3.org/2005/Atom'><id>a</id></feed>", "documents.html", "XML", id="Atom"
        ),
        pytest.param(
            b"From press@mfa.example Tue May  6 10:00:00 2003\nSubject: Talks\n\n" + TEXT.encode(),
            "documents.mailbox",
            "each letter's text",
            id="a mailbox",
        ),
    ],
)
def test_other_kinds_of_file_are_named(data: bytes, rule: str, says: str) -> None:
    report = report_of(data)
    assert errors(report) == [rule]
    assert says in message(report)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        pytest.param(LINE.decode().strip().encode("utf-16-le"), "UTF-16", id="UTF-16"),
        pytest.param(b'{"id": "a", "text": "K\xf6ln"}', "not UTF-8 (byte 22", id="Latin-1"),
        pytest.param(b'{"id": ' + b"9" * 5000 + b', "text": "a"}', "digits", id="a number of 5,000 digits"),
        pytest.param(b'{"a":' * 100_000, "too deeply nested", id="depth"),
        pytest.param(b'{"id": "a", "text": {"$ref": "#"}}', "no text", id="a reference to itself"),
        pytest.param(b'{"id": "a", "text": "b"', "character 25", id="cut off"),
    ],
)
def test_a_bad_line_is_explained_and_the_next_one_read(line: bytes, says: str) -> None:
    stream = io.BytesIO(line + b"\n" + LINE)
    bad, whole = read_stream(stream, Source("f", "f.jsonl"), shipped(), is_jsonl=True)
    assert says in message(bad)
    assert whole.given_id == "whole"
    assert errors(whole) == []


def test_a_file_without_one_good_line_is_left_soon() -> None:
    stream = io.BytesIO(b"\xa5\xf1\n" * 5_000)
    reports = list(read_stream(stream, Source("f", "f.jsonl"), shipped(), is_jsonl=True))
    assert len(reports) == formats.MAX_BAD_LINES + 1
    assert "the others are not read" in message(reports[-1])


def test_a_file_with_one_good_line_is_read_to_its_end() -> None:
    stream = io.BytesIO(b"bad\n" * 99 + LINE + b"bad\n" * 300 + LINE)
    reports = list(read_stream(stream, Source("f", "f.jsonl"), shipped(), is_jsonl=True))
    assert len(reports) == 401
    assert reports[-1].given_id == "whole"


def test_what_stands_before_the_break_of_a_compressed_file_is_read(tmp_path: Path) -> None:
    rows = [{"id": str(number), "text": TEXT, "url": os.urandom(40).hex()} for number in range(99)]
    whole = gzip.compress("".join(json.dumps(row) + "\n" for row in rows).encode())
    for name, size in (("short", 3_000), ("long", len(whole) - 9)):
        (tmp_path / f"{name}.jsonl.gz").write_bytes(whole[:size])
    for name, least in (("short", 20), ("long", 98)):
        *found, broken = read(tmp_path / f"{name}.jsonl.gz")
        assert [report.given_id for report in found] == [str(number) for number in range(len(found))]
        assert len(found) >= least
        assert errors(broken) == ["documents.file"]
        assert not any(map(errors, found))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        pytest.param(LINE, "name it without .gz", id="never compressed"),
        pytest.param(gzip.compress(LINE)[:5], "ended before", id="broken off before the first line"),
    ],
)
def test_an_archive_of_which_nothing_can_be_read_is_told(tmp_path: Path, data: bytes, says: str) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(data)
    (report,) = read(tmp_path / "a.jsonl.gz")
    assert errors(report) == ["documents.file"]
    assert says in message(report)


@pytest.mark.parametrize("first", ["From Oslo, the ministers went on to Bergen in 2003", "<Reuters> Talks in Oslo"])
def test_a_text_that_begins_like_another_kind_is_read(first: str) -> None:
    assert errors(report_of(f"{first}\nSubject of the talks was the border. {TEXT}".encode())) == []


def test_a_text_that_breaks_off_is_not_read_by_half(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(TEXT.encode())[:-9])
    (report,) = read(tmp_path / "a.txt.gz")
    assert errors(report) == ["documents.file"]


@pytest.mark.parametrize(
    ("filling", "rules"),
    [
        pytest.param(b"\x00", ["documents.huge_line"], id="NUL"),
        pytest.param(b" ", ["documents.huge_line"], id="spaces"),
        pytest.param(b"\n", [], id="empty lines"),
    ],
)
def test_what_unpacks_to_a_thousand_times_its_size_is_read_in_pieces(
    tmp_path: Path, filling: bytes, rules: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(formats, "MAX_JSON_LINE_BYTES", 2**20)
    with gzip.open(tmp_path / "a.jsonl.gz", "wb") as file:
        for _ in range(6):
            file.write(filling * 2**20)
        file.write(b"\n" + LINE)
    tracemalloc.start()
    *found, last = read(tmp_path / "a.jsonl.gz")
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [rule for report in found for rule in errors(report)] == rules
    assert last.given_id == "whole"
    assert most < 8 * 2**20


def test_lines_are_numbered_behind_empty_ones() -> None:
    stream = io.BytesIO(b"\n" * 200_000 + LINE)
    (report,) = read_stream(stream, Source("f", "f.jsonl"), shipped(), is_jsonl=True)
    assert report.source == "f.jsonl:200001"


def test_a_pipe_that_nobody_writes_into_keeps_nobody_waiting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "_PIPE_SECONDS", 0.05)
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    silent, written = read(tmp_path)
    assert "a pipe into which nothing was written" in message(silent)
    assert errors(written) == []


def test_a_pipe_that_breaks_while_it_waits_is_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    os.mkfifo(tmp_path / "a.txt")
    monkeypatch.setattr(sources.select, "poll", interrupted)
    before = len(os.listdir("/dev/fd"))
    with pytest.raises(KeyboardInterrupt):
        read(tmp_path)
    assert len(os.listdir("/dev/fd")) == before


def test_a_pipe_is_read(tmp_path: Path) -> None:
    from threading import Thread

    os.mkfifo(tmp_path / "a.txt")
    writer = Thread(target=lambda: (tmp_path / "a.txt").write_text(TEXT * 2_000, encoding="utf-8"))
    writer.start()
    (report,) = read(tmp_path / "a.txt")
    writer.join()
    assert report.text == TEXT * 2_000


def test_links_that_go_round_are_said(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.txt").symlink_to("b.txt")
    (folder / "b.txt").symlink_to("a.txt")
    (folder / "up").symlink_to("..")
    (folder / "c.txt").write_text(TEXT, encoding="utf-8")
    reports = read(folder)
    assert [errors(report) for report in reports] == [["documents.file"], ["documents.file"], []]
    assert passed_over([str(folder)]) == [str(folder / "up")]


def test_a_sidecar_too_deep_to_understand_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.toml").write_text("a = " + "[" * 100_000, encoding="utf-8")
    (report,) = read(tmp_path / "a.txt")
    assert errors(report) == ["documents.sidecar"]


@pytest.mark.parametrize("published", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "9999-12-31", "no"])
def test_the_ends_of_the_calendar_are_no_day_of_a_report(published: str) -> None:
    report = make_report(TEXT, Source("a", "a", published=published, outlet="TASS"), shipped())
    assert errors(report) == []
    assert report.today is None
    assert [problem.rule for problem in report.problems] == ["documents.bad_date"]


@pytest.mark.parametrize("published", ["1815-06-20", "2003-05-06", "2999-12-31", "2003-05-06T10:00:00+02:00"])
def test_other_days_are_taken(published: str) -> None:
    report = make_report(TEXT, Source("a", "a", published=published, outlet="TASS"), shipped())
    assert str(report.today) == published[:10]


def test_halves_of_characters_in_what_is_said_of_a_report_are_escapes() -> None:
    line = b'{"id": "a\\ud800", "title": "\\udfff", "outlet": "\\ud800x", "url": "\\ud800y", "text": "Oslo and Bergen"}'
    (report,) = read_stream(io.BytesIO(line), Source("n\udcff", "n\udcff"), shipped(), is_jsonl=True)
    assert (report.given_id, report.title, report.outlet) == ("a\\ud800", "\\udfff", "\\ud800x")
    assert report.source == "n\\udcff:1"
    (broken,) = read_stream(io.BytesIO(b"{"), Source("n\udcff", "n\udcff"), shipped(), is_jsonl=True)
    assert broken.given_id == "n\\udcff:1"


def test_a_folder_that_cannot_be_looked_into_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "shut").mkdir()
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    look = os.scandir

    def refuse(folder: str) -> object:
        if folder.endswith("shut"):
            raise PermissionError(13, "Permission denied", folder)
        return look(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    read_one, shut = read(tmp_path)
    assert (errors(read_one), errors(shut)) == ([], ["documents.file"])
    assert shut.given_id == "shut"
    assert passed_over([str(tmp_path)]) == []


def test_lines_are_counted_in_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with gzip.open(tmp_path / "a.jsonl.gz", "wb") as file:
        file.write(LINE + b"\n \n" + LINE * 3 + b"x" * 200_000 + b"\n" + LINE.strip())
    assert sources.count_reports([str(tmp_path)]) == 6
    monkeypatch.setattr(sources, "_MAX_COUNTED_BYTES", 100_000)
    assert sources.count_reports([str(tmp_path)]) is None
