"""Explanations: everything that was found is in them once, with its words."""

import json
import re
from functools import cache

import pytest

from aidememoire.model import Problem, Reading, Report, Severity
from aidememoire.pipeline import read_text
from aidememoire.views.explaining import (
    CLAIMED,
    DOUBTFUL,
    PROBLEM,
    REFUSED,
    Entry,
    Explanation,
    explain,
    explanation_html,
    explanation_lines,
    explanation_object,
)
from tests.views.test_schemas import validator

TEXT = """OSLO, May 4 (Wire) - Foreign ministers of Norway and Chile met in Oslo on Monday and agreed to plant firs.

"We shall meet again <soon> & gladly," Norwegian Foreign Minister Ada Holm said. No meeting with Peru is planned.
"""


@cache
def read() -> tuple[Report, Reading]:
    report, _, reading = read_text(TEXT, published="2020-05-04", outlet="Wire")
    return report, reading


def made() -> Explanation:
    return explain(*read())


def entries(explanation: Explanation) -> list[Entry]:
    return [*explanation.general, *(entry for passage in explanation.passages for entry in passage.entries)]


def test_everything_found_is_there_once() -> None:
    _, reading = read()
    found = entries(made())
    assert sorted(entry.claim for entry in found if entry.claim) == sorted(claim.id for claim in reading.claims)
    for verdict, number in (
        (CLAIMED, len(reading.claims)),
        (REFUSED, len(reading.withheld)),
        (DOUBTFUL, len(reading.doubtful)),
        (PROBLEM, len(reading.problems)),
    ):
        assert sum(entry.verdict == verdict for entry in found) == number
    assert sum(entry.verdict == CLAIMED for entry in found) >= 2


def test_entries_stand_in_their_passage_and_in_order() -> None:
    for passage in made().passages:
        places = [entry.span.start for entry in passage.entries if entry.span]
        assert places == sorted(places)
        assert all(entry.span and passage.span.overlaps(entry.span) for entry in passage.entries)


def test_each_value_of_a_claim_has_words_or_a_reason_or_stands_in_the_evidence() -> None:
    meeting = next(entry for entry in entries(made()) if entry.kind == "meeting" and entry.verdict == CLAIMED)
    values = {value.field: value for value in meeting.values}
    report, _ = read()
    assert [report.words(span) for span in values["place"].spans] == ["Oslo"]
    assert values["date"].value == "2020-05-04"
    assert values["state"].value == "held"
    assert meeting.rule
    assert meeting.readers


def test_the_object_carries_the_words() -> None:
    report, _ = read()
    made_of = explanation_object(made())
    validator("explanation").validate(json.loads(json.dumps(made_of)))
    for passage in made_of["passages"]:
        start, end = passage["span"]
        assert report.text[start:end] == passage["words"]
        for entry in passage["entries"]:
            assert report.text[slice(*entry["span"])] == entry["words"]
            for value in entry["values"]:
                assert [report.text[slice(*span)] for span in value["spans"]] == value["words"]


def test_lines_name_their_style() -> None:
    lines = list(explanation_lines(made()))
    assert {style for style, _ in lines} <= {"id", "role", "text", "detail", CLAIMED, REFUSED, DOUBTFUL, PROBLEM}
    assert any(line.startswith("claimed meeting: held") for _, line in lines)
    assert all("\n" not in line for _, line in lines)


def test_the_page_keeps_the_text_and_escapes_it() -> None:
    page = explanation_html([made()])
    assert "<soon>" not in page
    assert "&lt;soon&gt; &amp; gladly" in page
    for block in re.findall(r"<p>(.*?)</p>", page, re.S):
        assert block.count("<mark") == block.count("</mark>")


def test_an_unreadable_report_is_explained_by_its_problem() -> None:
    report, _ = read()
    problem = Problem(Severity.ERROR, "torn.txt", None, "documents.empty", "there is no text in it")
    (entry,) = explain(report, Reading(report.id, None, (), (), (), (problem,))).general
    assert (entry.verdict, entry.kind, entry.why) == (PROBLEM, "error", "there is no text in it")


@pytest.mark.parametrize("text", ["", "\n\n", "x", "\ud800 met on Monday", "A" * 5000])
def test_no_input_breaks_it(text: str) -> None:
    report, _, reading = read_text(text)
    explanation = explain(report, reading)
    assert explanation_html([explanation])
    assert list(explanation_lines(explanation))
