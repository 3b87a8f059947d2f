"""Datelines: a table of heads as agencies and ministries write them, and properties that hold for any text."""

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidememoire.knowledge import shipped
from aidememoire.language.datelines import HEAD, Head, find_dateline, read_dateline
from aidememoire.model import Mentions, Nature, Report

DATA = Path(__file__).parent / "data"


def rows(name: str) -> list[list[str]]:
    with (DATA / name).open(encoding="utf-8") as lines:
        table = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [[cell.replace("\\n", "\n") for cell in row] for row in table if not row[0].startswith("#")]


def report(text: str, today: date | None) -> Report:
    return Report(
        id="r",
        given_id="r",
        source="test",
        text=text,
        blocks=(),
        title=None,
        outlet=None,
        side=None,
        url=None,
        published=today.isoformat() if today else None,
        today=today,
        published_ground=None,
        language="en",
        nature=Nature.PUBLISHED,
        problems=(),
    )


@pytest.mark.parametrize("row", rows("datelines.tsv"), ids=lambda row: row[0][:40])
def test_dateline_is_found(row: list[str]) -> None:
    text, today, *expected = row
    found = find_dateline(Mentions(report(text, date.fromisoformat(today))), shipped())
    assert found is not None
    words = [found.place, str(found.date) if found.date else None, found.agency, found.byline]
    assert [word or "-" for word in words] == expected
    for _, span in found.spans:
        assert found.extent.contains(span)
    assert {text[span.start : span.end] for field, span in found.spans if field != "date"} <= set(expected)


@pytest.mark.parametrize("row", rows("datelines_refused.tsv"), ids=lambda row: row[0][:40])
def test_no_dateline_is_found(row: list[str]) -> None:
    assert find_dateline(Mentions(report(row[0], date(2021, 6, 1))), shipped()) is None


@pytest.mark.parametrize("day", ["Nov 3", "4/03/2019"])
def test_a_date_without_year_or_of_two_meanings_stays_open_without_publication(day: str) -> None:
    found = find_dateline(Mentions(report(f"BEIJING, {day} (Xinhua) -- Talks went on.", None)), shipped())
    assert found is not None
    assert found.date is None
    assert "date" in dict(found.spans)


PIECES = st.sampled_from(
    [
        "PARIS",
        "Paris",
        ",",
        "May 5",
        "(AFP)",
        "-",
        "--",
        "|",
        "Tue May 24, 2011",
        "6:50pm",
        "EDT",
        "/TASS/",
        "\n",
        "By Ann Lee",
    ]
)


def is_paris(name: str) -> bool:
    return name.lower() == "paris"


@given(st.lists(PIECES, max_size=15).map(" ".join) | st.text(), st.dates() | st.none())
def test_any_head_is_read(text: str, today: date | None) -> None:
    head = Head(text[:HEAD], is_paris, lambda name: name in ("AFP", "TASS"), is_paris)
    found = read_dateline(head, today, "r")
    if found:
        for field, span in found.spans:
            assert field in ("agency", "byline", "date", "place")
            assert text[span.start : span.end].strip()


@pytest.mark.parametrize("text", ["A " * 5000, "AA " * 5000, "Aa, " * 5000, "A" * 20000, "May 5, " * 3000, "(" * 5000])
def test_odd_heads_take_no_time(text: str) -> None:
    head = Head(text[:HEAD], lambda name: False, lambda name: False, lambda name: False)
    assert read_dateline(head, None, "r") is None
