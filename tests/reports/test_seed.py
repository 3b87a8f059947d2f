"""The real report that the product was conceived from: every fact of it, each with its words.

It is press text and no part of the project; it is read from beside the checkout, and the tests skip aloud without it.
"""

from typing import Any

import pytest

from aidememoire.knowledge import shipped
from aidememoire.pipeline import Source, find_report_times, read_paths, read_report
from aidememoire.views.readings import claims_json
from evaluation.material import SHARED

SEED = SHARED / "seed" / "tass-tokyo-2017-03-19.txt"
pytestmark = pytest.mark.skipif(not SEED.exists(), reason="the seed report is not beside the checkout")


def read(published: str | None) -> dict[str, Any]:
    (report,) = read_paths([str(SEED)], Source("", "", published=published, outlet="TASS"), shipped())
    return claims_json(report, read_report(report, shipped()).reading)


@pytest.fixture(scope="module")
def seed() -> dict[str, Any]:
    return read("2017-03-19")


def test_dateline(seed: dict[str, Any]) -> None:
    dateline = {key: value for key, value in seed["dateline"].items() if key != "spans"}
    assert dateline == {"place": "TOKYO", "date": "2017-03-19", "agency": "TASS", "byline": "Vasily Golovnin"}


def test_three_meetings_and_no_other(seed: dict[str, Any]) -> None:
    keys = ("date", "state", "ordinal", "place", "parties", "level")
    meetings = sorted([meeting[key] for key in keys] for meeting in seed["meetings"])
    assert meetings == [
        ["2013-11-02", "held", None, None, ["JPN", "RUS"], "ministers"],
        ["2016-12", "held", None, "Japan", ["JPN", "RUS"], "leaders"],
        ["2017-03-20", "planned", 2, "Tokyo", ["JPN", "RUS"], "ministers"],
    ]
    formats = {meeting["date"]: meeting["format"] for meeting in seed["meetings"]}
    assert formats == {"2013-11-02": "two plus two", "2016-12": None, "2017-03-20": "two plus two"}
    leaders = next(meeting for meeting in seed["meetings"] if meeting["date"] == "2016-12")
    assert leaders["participants"] == [{"name": "Vladimir Putin", "office": "president", "party": "RUS"}]


def test_the_dialogue(seed: dict[str, Any]) -> None:
    assert [(one["key"], one["parties"], one["level"]) for one in seed["dialogues"]] == [
        ("2+2", ["JPN", "RUS"], "ministers")
    ]


STATEMENTS = [  # (kind, first words, last words, words of the cue)
    ("indirect", "the upcoming March 20", "(APR)", "believes"),
    ("direct", "The Ministers of foreign Affairs and defense", "ballistic missiles", "said"),
    ("direct", "Direct exchange of views", "constructive dialogue", "said"),
    ("indirect", "the theme of cooperation", "to Japan", "recalled"),
    ("direct", "The parties came to a consensus", "such contacts,", "reminded"),
    ("indirect", "Between diplomatic departments", "issue of terrorism", "said"),
]


@pytest.mark.parametrize(("kind", "first", "last", "cue"), STATEMENTS)
def test_statement(seed: dict[str, Any], kind: str, first: str, last: str, cue: str) -> None:
    found = [one for one in seed["statements"] if one["content"].startswith(first)]
    assert len(found) == 1
    (statement,) = found
    assert (statement["kind"], statement["speaker"], statement["speaker_party"]) == (kind, "Fumio Kishida", "JPN")
    assert statement["content"].rstrip(".").endswith(last)
    assert cue in statement["cue"]
    assert "said the Minister" not in statement["content"]


def test_no_statement_is_the_name_of_the_format(seed: dict[str, Any]) -> None:
    assert not [one for one in seed["statements"] if one["content"].strip("“”.,") == "two plus two"]


def test_the_first_broken_quotation_is_whole(seed: dict[str, Any]) -> None:
    """Words before the attribution in dashes belong to what was said: as a statement of their own, or as a piece."""
    text = SEED.read_text(encoding="utf-8")
    start = text.index("Dialogue and understanding")
    spans = [span for one in seed["statements"] for span in _all_spans(one)]
    assert any(first <= start < last for first, last in spans)


def _all_spans(statement: dict[str, Any]) -> list[list[int]]:
    out = []
    for value in statement["spans"].values():
        if value:
            out += value if isinstance(value[0], list) else [value]
    return out


def test_occasion(seed: dict[str, Any]) -> None:
    first = next(one for one in seed["statements"] if one["content"].startswith("the upcoming March 20"))
    assert "interview TASS" in first["occasion"]


def test_commitments_of_2013(seed: dict[str, Any]) -> None:
    mids = {meeting["mid"]: meeting["date"] for meeting in seed["meetings"]}
    found = [(one["strength"], one["made_by"], mids[one["made_at"]], one["content"]) for one in seed["commitments"]]
    assert [(strength, by, at) for strength, by, at, _ in found] == [
        ("agreed", ["JPN", "RUS"], "2013-11-02"),
        ("intended", ["JPN", "RUS"], "2013-11-02"),
    ]
    assert "intensify joint military exercises" in found[0][3]
    assert "Gulf of Aden" in found[0][3]
    assert "consult on cyber-terrorism and missile defense" in found[1][3]
    assert all("made_by" in one["inferred"] for one in seed["commitments"])


def test_what_became_of_it(seed: dict[str, Any]) -> None:
    found = {one["status"]: one for one in seed["statuses"]}
    assert set(found) == {"not_fulfilled", "suspended"}
    assert "arrangements" in found["not_fulfilled"]["subject"]
    assert found["not_fulfilled"]["subject_type"] == "commitment"
    assert found["suspended"]["subject_type"] == "dialogue"
    assert found["suspended"]["causes"] == [
        "the crisis around Ukraine",
        "the annexation of Tokyo sanctions against Russia",
    ]
    assert all(one["parties"] == ["JPN", "RUS"] for one in found.values())


def test_missiles_are_context(seed: dict[str, Any]) -> None:
    assert any(one["source"] == "PRK" and "missiles" in one["evidence"] for one in seed["events"])


def test_doubtful_words(seed: dict[str, Any]) -> None:
    found = {one["words"]: one for one in seed["doubtful"]}
    assert "Lavrov" in found["the Bay"]["proposed"]
    assert "foreign minister" in found["the Bay"]["why"]
    assert any(words.startswith("annexation") for words in found)


def test_every_span_is_the_words(seed: dict[str, Any]) -> None:
    text = SEED.read_text(encoding="utf-8")
    for kind in ("meetings", "statements", "commitments", "statuses"):
        for one in seed[kind]:
            start, end = one["spans"]["evidence"]
            assert text[start:end] == one["evidence"]
            for field in ("content", "subject", "cause", "place"):
                span = one["spans"].get(field)
                if span and one.get(field) and not isinstance(span[0], list):
                    assert text[span[0] : span[1]] == one[field]


def test_no_number_is_a_date_that_is_none() -> None:
    (report,) = read_paths([str(SEED)], Source("", "", published="2017-03-19", outlet="TASS"), shipped())
    words = [report.words(time.span) for time in find_report_times(report)]
    assert not [word for word in words if "APR" in word or "two plus" in word or "2+2" in word]


def test_without_a_date_nothing_is_guessed() -> None:
    undated = read(None)
    assert undated["dateline"]["date"] is None
    dates = {meeting["date"] for meeting in undated["meetings"]}
    assert dates == {None, "2013-11-02"}
    assert [problem["rule"] for problem in undated["problems"]] == ["documents.no_date", "translation.signs"]
