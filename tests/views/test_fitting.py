"""One page: a brief on many dealings fits a sheet, says what it leaves out and how to see it, and stays cited."""

import re
from dataclasses import replace

import pytest

from aidememoire.knowledge import shipped
from aidememoire.register import Coverage
from aidememoire.views import Page, brief, fitted, page_object, to_markdown, to_text
from aidememoire.views.fitting import ROWS
from aidememoire.views.page import Line, Section, Source
from tests.register.builders import Story
from tests.views.test_briefing import PAGES, register_of
from tests.views.test_schemas import validator

FULL = "the same with --full"


def many(count: int, *, is_full: bool = False) -> Page:
    """The brief on so many meetings, each with people, promises and words said."""
    stories = []
    for number in range(count):
        day = f"{2010 + number % 10}-{1 + number // 10:02}-05"
        story = Story(f"report-{number:02}", day, f"Outlet {number % 7}")
        people = (("Ann Oak", "foreign minister", "LAO"), ("Ben Elm", "foreign minister", "KHM"))
        at = story.meeting("They met.", ["LAO", "KHM"], day, place="Pakse", people=people)
        story.commitment(f"build ferry {number} across the Mekong before the rains of that year", ["LAO", "KHM"], at=at)
        story.statement(f"We are glad of ferry {number}, and of all who will build it with us.", "Ann Oak", "LAO")
        story.statement(f"Ferry {number} is what the villages on our side have long hoped for.", "Ben Elm", "KHM")
        story.meeting("They may meet.", ["LAO", "KHM"], f"2031-01-{1 + number % 28:02}", state="planned", place="Takeo")
        stories.append(story)
    return brief(register_of(*stories), between=("LAO", "KHM"), knowledge=shipped(), is_full=is_full)


@pytest.mark.parametrize("count", [3, 12, 40])
def test_it_fits_one_page(count: int) -> None:
    page = many(count)
    assert len(to_text(page).splitlines()) > ROWS
    text = to_text(fitted(page))
    assert len(text.splitlines()) <= ROWS
    assert max(map(len, text.splitlines())) <= 100


def test_what_is_left_out_is_counted_with_how_to_see_it() -> None:
    page = many(40)
    cut = fitted(page)
    whole = {section.key: section for section in page.sections}
    for section in cut.sections:
        items = sum(not line.level for line in whole[section.key].lines)
        assert sum(not line.level for line in section.lines) + section.left_out == items + whole[section.key].left_out
        assert cut.see(section) in {FULL, f"aidememoire {section.see}"}
    text = to_text(cut)
    assert re.search(r"MEETINGS SO FAR \(\d+ more: aidememoire meetings --between LAO KHM\)", text)
    assert re.search(r"\d+ more: aidememoire commitments --between LAO KHM", text)
    assert re.search(rf"WHAT WAS LAST SAID \(\d+ more: {FULL}\)", text)
    assert "40 reports were read" in text
    assert re.search(r"^- \d+ more: `aidememoire meetings --between LAO KHM`$", to_markdown(cut), re.MULTILINE)


@pytest.mark.parametrize("is_cut", [True, False])
def test_a_command_stands_on_one_row_however_long(is_cut: bool) -> None:
    program = f"aidememoire --register '{'a folder/' * 12}register.sqlite'"
    page = replace(many(40), program=program)
    rows = to_text(fitted(page) if is_cut else page).splitlines()
    (row,) = [row for row in rows if "commitments --between" in row]
    assert row.split(" more: ")[1].rstrip(")") == f"{program} commitments --between LAO KHM"


def test_a_party_of_two_words_is_quoted_in_a_command() -> None:
    stories = [Story(f"report-{day}", f"2010-01-{day:02}") for day in range(1, 14)]
    for story in stories:
        story.meeting("They met.", ["Arab League", "KHM"], story.on)
    page = brief(register_of(*stories), between=("KHM", "Arab League"))
    assert [page.more(section) for section in page.sections if section.key == "meetings"] == [
        "5 more: aidememoire meetings --between KHM 'Arab League'"
    ]


def test_a_full_page_leaves_nothing_out() -> None:
    page, whole = many(40), many(40, is_full=True)
    cut = {section.key: section for section in page.sections}
    for section in whole.sections:
        assert section.left_out == 0
        told = [line for line in section.lines if not line.level]
        shown = [line for line in cut[section.key].lines if not line.level]
        assert len(told) == len(shown) + cut[section.key].left_out
    assert {key: cut[key].left_out for key in ("meetings", "agreed", "statements")} == {
        "meetings": 32,
        "agreed": 28,
        "statements": 74,
    }


def test_every_number_leads_to_a_source_and_every_source_is_cited() -> None:
    found = page_object(fitted(many(40)))
    cited = {number for section in found["sections"] for line in section["lines"] for number in line["sources"]}
    assert cited == {source["number"] for source in found["sources"]} == set(range(1, len(cited) + 1))
    validator("page").validate(found)


def test_the_latest_meeting_and_the_last_words_of_both_sides_stay() -> None:
    page = many(40)
    text = to_text(fitted(page))
    latest = [line.text for line in page.sections[1].lines if not line.level][-1]
    assert latest in text
    assert "Laos: Ann Oak said" in text
    assert "Cambodia: Ben Elm said" in text


@pytest.mark.parametrize("name", PAGES)
def test_what_fits_is_left_as_it_is(name: str) -> None:
    page = PAGES[name]()
    assert fitted(page) is page


def test_a_promise_of_which_something_is_told_outlasts_later_ones() -> None:
    """What became of it is what one asks first; many sources beside one line are counted."""
    told = Line("Of ferry 1", ("c0",), tuple(range(1, 9)), weight=2)
    others = [
        Line(f"Ferry {number} was promised at length, {'on and on, ' * 30}", ("c",), (1,)) for number in range(20)
    ]
    sources = tuple(Source(number, f"r{number}", "Wire", None, None, f"r{number}", None) for number in range(1, 9))
    page = Page(
        "brief",
        "A",
        "B",
        (),
        (Section("agreed", "Agreed", (told, *others)),),
        sources,
        Coverage(1, (), (), None, None, 0, 0, ()),
    )
    cut = fitted(page)
    (section,) = cut.sections
    assert section.lines[0].text == "Of ferry 1"
    assert section.lines[0].cited == "Of ferry 1. [1][2][3] and 5 more"
    assert section.left_out == 21 - len(section.lines)
