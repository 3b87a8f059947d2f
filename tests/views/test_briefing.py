"""The brief: golden pages, and what every line must hold to."""

import os
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from aidememoire.knowledge import shipped
from aidememoire.model import NotFoundError, Problem, RecordKind, Severity, UsageError, When
from aidememoire.register import Register, World
from aidememoire.views import Page, brief, page_object, to_markdown, to_text
from tests.register.builders import NOON, Story
from tests.register.stories import all_stories, announced

GOLDEN = Path(__file__).parent / "golden"


def register_of(*stories: Story) -> Register:
    register = Register.open(":memory:", world=World.of(shipped()), clock=lambda: NOON)
    run = register.start_run("1")
    for story in stories:
        register.add(story.report, story.reading, run)
    return register


def brief_of(*stories: Story, on: date | None = None, for_party: str | None = None) -> Page:
    register = register_of(*stories)
    dialogue = register.match_one("2+2", RecordKind.DIALOGUE)
    return brief(register, dialogue=dialogue, on=on, for_party=for_party)


def lines_of(page: Page, key: str) -> list[str]:
    return [line.text for section in page.sections if section.key == key for line in section.lines]


def unreadable() -> Story:
    problem = Problem(Severity.ERROR, "torn.txt", None, "documents.empty", "there is no text in it")
    return Story("torn", None, None, problems=(problem,))


PAGES = {
    "after": lambda: brief_of(*all_stories(), unreadable(), for_party="JPN"),
    "eve": lambda: brief_of(*all_stories(), on=date(2017, 3, 19)),
}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(("form", "render"), [("txt", to_text), ("md", to_markdown)])
def test_golden_pages(name: str, form: str, render: Callable[[Page], str]) -> None:
    """With AIDEMEMOIRE_GOLDEN=write the pages are written anew, to be looked at before they are kept."""
    path = GOLDEN / f"{name}.{form}"
    text = render(PAGES[name]())
    if os.environ.get("AIDEMEMOIRE_GOLDEN") == "write":
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_every_line_is_cited_or_says_what_was_not_found(name: str) -> None:
    page = PAGES[name]()
    for section in page.sections:
        if section.key == "coverage":
            continue
        for line in section.lines:
            is_absence = re.search(r"\bno\b.* found among|no later report among|^No |not known to the table", line.text)
            assert line.claims or line.sources or is_absence, line.text
            assert bool(line.claims) <= bool(line.sources)


@pytest.mark.parametrize("name", PAGES)
def test_numbers_lead_to_sources_and_claims_to_reports(name: str) -> None:
    found = page_object(PAGES[name]())
    reports = {source["number"]: source["report"] for source in found["sources"]}
    assert sorted(reports) == list(range(1, len(reports) + 1))
    told = {claim.id: claim.report for story in all_stories() for claim in story.claims}
    for section in found["sections"]:
        for line in section["lines"]:
            assert {told[claim] for claim in line["claims"]} == {reports[n] for n in line["sources"] if reports[n]}


@pytest.mark.parametrize("name", PAGES)
def test_the_page_gives_no_verdict(name: str) -> None:
    text = to_text(PAGES[name]())
    assert not re.search(r"\b(kept|broke[n]?|honou?red|breached|failed to)\b", text, re.IGNORECASE)


def test_the_eve_knows_nothing_of_the_day() -> None:
    page = brief_of(*all_stories(), on=date(2017, 3, 19))
    assert page.coverage.reports == 1
    assert lines_of(page, "next") == ["20 March 2017, Tokyo, the second: planned.", "On the agenda: “missile defence”."]
    with pytest.raises(NotFoundError):
        brief_of(*all_stories(), on=date(2017, 3, 18))


def test_coverage_counts_what_was_read_and_what_could_not_be() -> None:
    found = page_object(brief_of(*all_stories(), unreadable()))
    assert found["reports_read"] == {
        "total": 3,
        "by_outlet": {"Ministry of Moscow": 1, "Ministry of Tokyo": 1, "Wire": 1},
        "by_year": {"2017": 3},
        "first": "2017-03-19",
        "latest": "2017-03-21",
        "undated": 0,
        "copies": 0,
    }
    assert found["unreadable"] == [{"source": "torn", "message": "there is no text in it"}]


def test_what_became_of_promises_is_what_reports_say() -> None:
    first = Story("first", "2020-01-10")
    met = first.meeting("They met.", ["JPN", "RUS"], "2020-01-10", format="2+2")
    first.commitment("open a joint centre for ice research", ["JPN", "RUS"], at=met, due=When.parse("2020-12"))
    first.commitment("hold a regatta of training ships", ["JPN", "RUS"], at=met)
    later = Story("later", "2021-02-01", "Gazette")
    later.status("The regatta was held.", "the regatta of training ships", "commitment", ["JPN", "RUS"], "fulfilled")
    assert lines_of(brief_of(first, later), "agreed") == [
        "10 January 2020: JPN and RUS agreed: “hold a regatta of training ships”",
        "Reported fulfilled by Gazette (1 February 2021).",
        "10 January 2020: JPN and RUS agreed: “open a joint centre for ice research”, due December 2020",
        "Due date passed; no later report among the 2 reports read says what became of it.",
    ]


def test_a_pair_of_parties_has_a_brief_without_any_dialogue() -> None:
    story = Story("one", "2020-05-04")
    story.meeting("They met.", ["DEU", "FRA"], "2020-05-03", kind="meeting", place="Paris")
    page = brief(register_of(story, announced()), between=("FRA", "DEU"), knowledge=shipped())
    assert page.title == "France and Germany"
    assert lines_of(page, "what") == ["No standing dialogue of France and Germany found among the 2 reports read."]
    assert lines_of(page, "meetings") == ["3 May 2020, Paris, meeting of Germany and France: held."]


def test_an_empty_register_says_that_nothing_was_read() -> None:
    page = brief(register_of(), between=("FRA", "DEU"))
    assert lines_of(page, "coverage")[0] == "No report was read."
    assert all("0 reports read" in text for text in lines_of(page, "meetings"))


def test_one_subject_is_needed() -> None:
    for given in ({}, {"dialogue": "d0", "between": ("FRA", "DEU")}):
        with pytest.raises(UsageError):
            brief(register_of(), **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("content", "is_courtesy"),
    [
        ("Thank you very much.", True),
        ("Good afternoon, everyone, and welcome.", True),
        ("Yes.", True),
        ("We thank Norway for its help.", False),
        ("The talks will go on in May.", False),
    ],
)
def test_courtesies_are_not_what_was_last_said(content: str, is_courtesy: bool) -> None:
    from aidememoire.views.briefing.people import _is_courtesy

    assert _is_courtesy(content) is is_courtesy


def test_a_brief_says_on_whose_initiative_and_beside_what_two_met() -> None:
    first, later = Story("first", "2020-01-10"), Story("later", "2020-02-01", "Gazette")
    first.meeting("They met.", ["JPN", "RUS"], "2020-01-10", format="2+2", initiative="JPN", sidelines="Ice Forum")
    later.meeting("They talk.", ["JPN", "RUS"], "2020-03-01", state="planned", format="2+2", sidelines="Snow Fair")
    page = brief_of(first, later, on=date(2020, 2, 2))
    lines = [line.text for section in page.sections for line in section.lines]
    assert "On the initiative of JPN, on the sidelines of “Ice Forum”." in lines
    assert "On the sidelines of “Snow Fair”." in lines


def test_a_brief_tells_whose_initiative_it_was_as_a_difference_where_reports_differ() -> None:
    first, later = Story("first", "2020-01-10"), Story("later", "2020-02-01", "Gazette")
    first.meeting("They met.", ["JPN", "RUS"], "2020-01-10", format="2+2", initiative="JPN")
    later.meeting("They met.", ["JPN", "RUS"], "2020-01-10", format="2+2", initiative="RUS")
    page = brief_of(first, later)
    assert not [line for section in page.sections for line in section.lines if line.text.startswith("On the init")]
