"""Records, reports, timelines and comparisons as others take them over."""

import csv
import io
import json

import pytest

from aidememoire.knowledge import shipped
from aidememoire.model import NotFoundError, Problem, RecordKind, Severity
from aidememoire.register import Filters
from aidememoire.views import (
    compare,
    page_object,
    record_objects,
    records_csv,
    report_object,
    timeline,
    to_text,
)
from aidememoire.views.exports import csv_safe
from tests.register.builders import Story
from tests.register.stories import all_stories
from tests.views.test_briefing import lines_of, register_of


def test_a_record_has_its_values_and_every_claim_with_its_report() -> None:
    stories = all_stories()
    register = register_of(*stories)
    meeting = list(record_objects(register, register.records(RecordKind.MEETING), with_words=True))[1]
    assert (meeting["date"], meeting["state"], meeting["ordinal"]) == ("2017-03-20", "held", 2)
    assert [claim["report"] for claim in meeting["claims"]] == [story.id for story in stories]
    assert [claim["claim_id"] for claim in meeting["claims"]] == [
        stories[0].claims[0].id,
        stories[1].claims[0].id,
        stories[2].claims[0].id,
    ]
    assert [claim["says"].get("place") for claim in meeting["claims"]] == ["Tokyo", "Tokyo", "Yokohama"]
    assert meeting["claims"][1]["words"] == "The second 2+2 took place today in Tokyo."
    assert {rival["value"] for rival in meeting["rivals"]["place"]} == {"Tokyo", "Yokohama"}


@pytest.mark.parametrize("kind", RecordKind)
def test_every_kind_of_record_is_json_and_csv(kind: RecordKind) -> None:
    register = register_of(*all_stories())
    objects = list(record_objects(register, register.records(kind)))
    assert objects
    assert json.loads(json.dumps(objects)) == objects
    rows = list(csv.DictReader(io.StringIO(records_csv(objects))))
    assert [row["id"] for row in rows] == [found["id"] for found in objects]
    assert all(row["claims"] for row in rows)


def test_a_csv_of_nothing_is_a_line_without_columns() -> None:
    assert records_csv([]).strip() == ""


def test_a_report_is_listed_without_its_text() -> None:
    problem = Problem(Severity.NOTICE, "a.txt", None, "documents.undated", "it bears no date")
    register = register_of(Story("a", None, "Wire", problems=(problem,)))
    (line,) = register.report_lines()
    found = report_object(line)
    assert (found["date"], found["ground"], found["outlet"], found["claims"]) == (None, None, "Wire", 0)
    assert [row["severity"] for row in found["problems"]] == ["notice"]
    assert "text" not in found


def test_a_timeline_goes_by_the_day() -> None:
    page = timeline(register_of(*all_stories()), Filters(party="JPN"), knowledge=shipped())
    days = [section.heading for section in page.sections]
    assert days == ["2013", "2017", "What was read"]
    assert lines_of(page, "2013") == ["2 November 2013: “two plus two” of Japan and Russia: held."]
    assert all(line.claims for section in page.sections[:-1] for line in section.lines)


def test_a_timeline_of_nothing_says_so() -> None:
    page = timeline(register_of(*all_stories()), Filters(party="BRA"))
    assert lines_of(page, "none") == ["Nothing found among 3 reports read."]


def test_two_sides_accounts_are_compared_claim_by_claim() -> None:
    register = register_of(*all_stories())
    meeting = register.records(RecordKind.MEETING)[1]
    page = compare(register, meeting.id, knowledge=shipped())
    assert "Date: 20 March 2017." in lines_of(page, "both")
    assert "Took part: Sergei Lavrov (foreign minister)." in lines_of(page, "both")
    assert lines_of(page, "differ") == ["Place. Japan: Tokyo; Russia: Yokohama.", "Ordinal. Japan: 2; Russia: 3."]
    assert "Took part: Tomomi Inada (defence minister)." in lines_of(page, "only_JPN")
    assert "Took part: Taro Kono (foreign minister)." in lines_of(page, "only_RUS")
    assert any("draw up a plan" in text for text in lines_of(page, "only_RUS"))
    assert page_object(page)["sides"] == ["JPN", "RUS"]
    assert to_text(page).startswith("Japan and Russia on their meeting of 20 March 2017")


def test_one_sides_account_is_not_compared() -> None:
    register = register_of(*all_stories()[:2])
    with pytest.raises(NotFoundError, match="two sides"):
        compare(register, register.records(RecordKind.MEETING)[1].id)
    with pytest.raises(NotFoundError):
        compare(register, "m000000")


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-cmd|x", "'-cmd|x"),
        ("- said the Minister", "- said the Minister"),
        ("2+2", "2+2"),
        ("", ""),
    ],
)
def test_a_cell_is_no_formula(cell: str, safe: str) -> None:
    assert csv_safe(cell) == safe
