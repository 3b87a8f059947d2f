"""Reports from bytes: what is read, and what is refused aloud."""

import gzip
import io
import json
from datetime import date
from pathlib import Path

import pytest

from aidememoire.documents import Source, make_report, read_paths, read_stream
from aidememoire.knowledge import shipped
from aidememoire.model import Nature, Report, Severity

TEXT = "The foreign ministers of Norway and Sweden met in Oslo on Monday. They agreed to meet again in the spring."


def report_of(data: bytes, source: Source | None = None) -> Report:
    (report,) = read_stream(io.BytesIO(data), source or Source("x", "x"), shipped(), is_jsonl=None)
    return report


def errors(report: Report) -> list[str]:
    return [problem.rule for problem in report.problems if problem.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        pytest.param(b"", "documents.empty", id="nothing"),
        pytest.param(b" \n\t\n", "documents.empty", id="white space"),
        pytest.param(b"12 34 -- 56", "documents.empty", id="no letter"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "documents.binary", id="a picture"),
        pytest.param(b"PK\x03\x04\x14\x00\x06\x00ab", "documents.binary", id="an archive"),
        pytest.param("Außenminister trafen sich in Köln.".encode("cp1252"), "documents.encoding", id="not UTF-8"),
        pytest.param(b"word " * 300_000, "documents.huge_line", id="a line of a million characters"),
        pytest.param(
            "Die Außenminister der beiden Länder trafen sich am Montag in Berlin, um über die Lage zu sprechen. "
            "Sie einigten sich auf ein weiteres Treffen im Frühjahr.".encode(),
            "documents.language",
            id="German",
        ),
        pytest.param(
            "Министры иностранных дел двух стран встретились в понедельник в Москве и обсудили положение в регионе. "
            "Стороны договорились о новой встрече.".encode(),
            "documents.language",
            id="Russian",
        ),
    ],
)
def test_what_cannot_be_read_is_an_error(data: bytes, rule: str) -> None:
    assert errors(report_of(data)) == [rule]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(TEXT.encode(), id="UTF-8"),
        pytest.param(b"\xef\xbb\xbf" + TEXT.encode(), id="UTF-8 with a mark"),
        pytest.param(TEXT.encode("utf-16"), id="UTF-16 with a mark"),
    ],
)
def test_text_is_kept_as_given(data: bytes) -> None:
    report = report_of(data)
    assert report.text == TEXT
    assert errors(report) == []


@pytest.mark.parametrize(
    "text",
    [
        "Putin, Xi, Modi, Ramaphosa, Lula: BRICS summit, Xiamen, September 3-5.",
        "Nazarbayev arrived in Tashkent and met Karimov in the presidential residence at Durmen.",
        "Mustafa Abdel Jalil, Mahmoud Jibril and Abdel Rahman Shalgham met Sarkozy in Paris.",
        "Les ministres said: 'Nous sommes d'accord.' The French foreign minister met the press in Paris on Monday.",
    ],
)
def test_names_and_quotations_are_no_other_language(text: str) -> None:
    assert errors(report_of(text.encode())) == []


def test_line_ends_are_kept() -> None:
    assert report_of(b"One talk.\r\nTwo talks.\r\n").text == "One talk.\r\nTwo talks.\r\n"


def test_words_decoded_wrongly_are_a_notice() -> None:
    text = "The ministers donâ€™t meet in Lima. They canâ€™t come."
    (problem,) = (one for one in report_of(text.encode()).problems if one.rule == "documents.misread")
    assert problem.severity is Severity.NOTICE
    assert "2 times" in problem.message
    assert problem.span is not None
    assert text[problem.span.start : problem.span.end] == "â€™"


def test_no_date_is_a_notice() -> None:
    (problem,) = report_of(TEXT.encode()).problems
    assert (problem.severity, problem.rule) == (Severity.NOTICE, "documents.no_date")


@pytest.mark.parametrize(
    ("published", "outlet", "today"),
    [
        ("2017-03-19", "TASS", date(2017, 3, 19)),
        ("2021-06-22T02:10:00+00:00", "state.gov", date(2021, 6, 21)),  # the evening before in Washington
        ("2021-06-22T22:10:00+00:00", "en.kremlin.ru", date(2021, 6, 23)),  # after midnight in Moscow
        ("2021-06-22T02:10:00+00:00", None, date(2021, 6, 22)),  # as stamped
        ("2021-06-22T02:10:00Z", "An outlet nobody knows", date(2021, 6, 22)),
        ("yesterday", "TASS", None),
        (None, "TASS", None),
    ],
)
def test_today_is_the_day_at_the_outlets_place(published: str | None, outlet: str | None, today: date | None) -> None:
    report = make_report(TEXT, Source("x", "x", published=published, outlet=outlet), shipped())
    assert report.today == today


@pytest.mark.parametrize(
    ("head", "nature"),
    [
        ("DRAFT 2 – ", Nature.DRAFT),
        ("Lines to take: ", Nature.DRAFT),
        ("Not for public release. ", Nature.INTERNAL),
        ("They drafted a treaty. ", Nature.UNKNOWN),
        ("The draft was rejected. ", Nature.UNKNOWN),
    ],
)
def test_nature(head: str, nature: Nature) -> None:
    assert make_report(head + TEXT, Source("x", "x"), shipped()).nature is nature


def test_json_lines_go_on_after_a_bad_line() -> None:
    lines = [
        json.dumps({"id": 7, "text": TEXT, "published": "2003-05-06"}),
        "{not json",
        json.dumps({"id": "a"}),
        json.dumps([1]),
        "",
        json.dumps({"id": "b", "text": "half \ud800 a character. " + TEXT, "published": None}),
        "[" * 100_000,
    ]
    stream = io.BytesIO("\n".join(lines).encode())
    reports = list(read_stream(stream, Source("f", "f.jsonl"), shipped(), is_jsonl=True))
    assert [report.given_id for report in reports] == ["7", "f:2", "a", "f:4", "b", "f:7"]
    assert [errors(report) for report in reports] == [
        [],
        ["documents.json"],
        ["documents.json"],
        ["documents.json"],
        [],
        ["documents.json"],
    ]
    assert "half \ufffd a character" in reports[4].text


def test_reports_are_known_again() -> None:
    one = make_report(TEXT, Source("a", "a", published="2003-05-06"), shipped())
    other = make_report(TEXT, Source("b", "elsewhere", published="2003-05-06"), shipped())
    later = make_report(TEXT, Source("a", "a", published="2003-05-07"), shipped())
    assert one.id == other.id != later.id


def test_files_folders_and_their_names(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "talks.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b" / "only.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b" / "picture.png").write_bytes(b"\x89PNG")
    with gzip.open(tmp_path / "c.jsonl.gz", "wt", encoding="utf-8") as stream:
        stream.write(json.dumps({"id": "z", "text": TEXT}) + "\n")
    reports = read_paths([str(tmp_path)], Source("", "", published="2003-05-06"), shipped())
    assert [report.given_id for report in reports] == ["z", "a/talks.txt", "only.txt", "b/talks.txt"]


def test_missing_and_damaged_files_are_errors(tmp_path: Path) -> None:
    damaged = tmp_path / "d.jsonl.gz"
    damaged.write_bytes(gzip.compress(b'{"id": "z", "text": "a"}\n' * 500)[:-20])
    *_, missing = read_paths([str(damaged), str(tmp_path / "no.txt")], Source("", ""), shipped())
    assert errors(missing) == ["documents.missing"]


def test_facts_from_the_file_beside(tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text(TEXT, encoding="utf-8")
    beside = tmp_path / "talks.toml"
    beside.write_text('[report]\npublished = 2003-05-06\noutlet = "TASS"\n', encoding="utf-8")
    (report,) = read_paths([str(tmp_path / "talks.txt")], Source("", ""), shipped())
    assert (report.today, report.outlet) == (date(2003, 5, 6), "TASS")
    beside.write_text("not toml", encoding="utf-8")
    (report,) = read_paths([str(tmp_path / "talks.txt")], Source("", ""), shipped())
    assert errors(report) == ["documents.sidecar"]
