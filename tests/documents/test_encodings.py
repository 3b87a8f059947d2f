"""Which encoding is suggested for a text that is no UTF-8: one in which it reads well, the commonest first."""

from pathlib import Path

import pytest

from aidememoire.documents.encodings import likely_encoding, misread_places
from tests.documents.test_hostile_files import read
from tests.documents.test_reports import errors

RUSSIAN = "Министр принял посла соседней страны, и они говорили о рыбе и о мостах через реку."
JAPANESE = "外務大臣は昨日、隣国の大使と会談し、橋の建設について話し合いました。"
CHINESE = "外交部长昨天会见了邻国大使，双方讨论了桥梁建设和渔业问题。"

FOUND = [
    ("The café was shut.", "latin-1", {"WINDOWS-1252"}),
    ("café met", "latin-1", {"WINDOWS-1252"}),
    ("Señor Núñez flew to Bogotá; the minister’s plane “was late”.", "cp1252", {"WINDOWS-1252"}),
    ("Ministers of Åland and Århus met in Málaga – at last.", "cp1252", {"WINDOWS-1252"}),
    ("Müller and Gül spoke; the fee was 50 €.", "cp1252", {"WINDOWS-1252"}),
    ("Premier Łukasz Żak i minister Świątek pojechali do Łodzi.", "cp1250", {"WINDOWS-1250"}),
    (RUSSIAN, "cp1251", {"WINDOWS-1251"}),
    (RUSSIAN, "koi8_r", {"KOI8-R"}),
    (f"The note said: {RUSSIAN}", "cp1251", {"WINDOWS-1251"}),
    (JAPANESE * 3, "cp932", {"CP932"}),
    (JAPANESE * 3, "euc_jp", {"EUC-JP"}),
    (JAPANESE, "iso2022_jp", {"ISO-2022-JP"}),
    (CHINESE * 3, "gb18030", {"GB18030"}),
]


@pytest.mark.parametrize(("text", "encoding", "names"), FOUND)
def test_a_likely_encoding_is_found(text: str, encoding: str, names: set[str]) -> None:
    assert likely_encoding(text.encode(encoding)) in names


@pytest.mark.parametrize("data", [b"plain words", b"", bytes(range(128, 160)), b"\x81 \x8d \x8f", b"a\xa4b\xa6c\xacd"])
def test_noise_gets_no_suggestion(data: bytes) -> None:
    assert likely_encoding(data) is None


def test_the_refusal_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_bytes("The café was shut.".encode("latin-1"))
    (report,) = read(path)
    assert errors(report) == ["documents.encoding"]
    assert report.problems[0].message.endswith("it may be WINDOWS-1252: iconv -f WINDOWS-1252 -t UTF-8")
    lines = tmp_path / "note.jsonl"
    lines.write_bytes('{"id": "a", "text": "The café was shut."}\n'.encode("latin-1"))
    (report,) = read(lines)
    assert "WINDOWS-1252" in report.problems[0].message


def test_the_mark_of_the_encoding_is_no_character_of_the_text(tmp_path: Path) -> None:
    """Offsets count from the first letter after a byte order mark; one inside JSON is the text's own."""
    text = "Ministers met in Oslo."
    for encoding in ("utf-8-sig", "utf-16"):
        (tmp_path / "a.txt").write_bytes(text.encode(encoding))
        (report,) = read(tmp_path / "a.txt")
        assert report.text == text
    (tmp_path / "b.jsonl").write_text(f'{{"id": "b", "text": "\\ufeff{text}"}}\n', encoding="utf-8")
    (report,) = read(tmp_path / "b.jsonl")
    assert report.text == f"\ufeff{text}"


# What was UTF-8 and was decoded as Windows-1252, Latin-1 or alike, with the first words that show it.
MISREAD = [
    ("They donâ€™t meet.", "â€™"),
    ("â€œWe will come,â€\u009d she said.", "â€œ"),
    ("They donâ\u0080\u0099t meet.", "â\u0080\u0099"),
    ("The talks â€“ in Lima", "â€“"),
    ("He flew to MalÃ©.", "Ã©"),
    ("He flew to SÃ£o TomÃ©.", "Ã£"),
    ("It cost Â£5.", "Â£"),
]
READ_WELL = [
    "They don’t meet.",
    "The château of Malmö",
    "SÃO PAULO",
    "JOÃO",
    "CÂMARA",
    "São Tomé",
    "Malé",
    "It cost £5.",
]


@pytest.mark.parametrize(("text", "words"), MISREAD)
def test_words_decoded_wrongly(text: str, words: str) -> None:
    start, end = misread_places(text)[0]
    assert text[start:end] == words


@pytest.mark.parametrize("text", READ_WELL)
def test_words_decoded_well(text: str) -> None:
    assert not misread_places(text)
