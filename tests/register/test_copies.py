"""Texts → which of them give again the text of another; and that the two are one voice in the records."""

from datetime import date

import pytest

from aidememoire.model import RecordKind
from aidememoire.register import Register
from aidememoire.register.copies import Printed, find_copies
from aidememoire.views.exports import record_objects
from aidememoire.views.page import coverage_lines, coverage_object
from tests.register.builders import NOON, Story

STORY = """The foreign ministers of Peru and Chile met in the harbour town of Arica on Friday to talk about the
ferry that was stopped last spring, officials on both sides said. They walked along the pier for an
hour, drank coffee in a tent and told reporters that the boats would sail again as soon as the quay
had been repaired. Nobody asked who would pay for it. Fishermen who had waited since dawn held up a
banner that read bread and diesel. The two ministers are to see each other again in Lima in the
autumn, when the first load of timber is expected to arrive from the south."""
CUT = "Ferry to sail again\n\n" + STORY[: len(STORY) * 3 // 5]
RETOLD = """On the pier of Arica the ministers of the two neighbours promised on Friday that the ferry would
come back, once the quay is whole again. It had lain idle since spring. A banner in the crowd asked
for bread and diesel; who is to pay for the stones remained open. In Lima, this autumn, the talks
are to go on, and timber from the south should come with them."""
FIRST, NEXT = date(2019, 5, 3), date(2019, 5, 4)


@pytest.mark.parametrize(
    ("text", "voice", "on", "is_copy"),
    [
        (STORY, "Gazette", NEXT, True),
        (STORY.upper(), "Gazette", NEXT, True),
        (STORY.replace("\n", " "), "Gazette", FIRST, True),
        (CUT, "Gazette", NEXT, True),
        (RETOLD, "Gazette", NEXT, False),  # another reporter's words
        (STORY, "Wire", NEXT, False),  # the same voice tells it twice
        (STORY, "Gazette", date(2019, 6, 3), False),  # printed a month later
        (STORY, "Gazette", None, False),  # nobody knows when
        (STORY[:60], "Gazette", NEXT, False),  # too short to tell
        ("", "Gazette", NEXT, False),
    ],
)
def test_copies(text: str, voice: str, on: date | None, is_copy: bool) -> None:
    reports = [Printed("a", "Wire", FIRST, STORY), Printed("b", voice, on, text)]
    assert find_copies(reports) == ({"b": "a"} if is_copy else {})
    assert find_copies(reversed(reports)) == find_copies(reports)


def test_a_copy_of_a_copy_is_of_the_first() -> None:
    reports = [Printed(name, name, FIRST, STORY) for name in "cab"]
    assert find_copies(reports) == {"b": "a", "c": "a"}


def test_undated_reports_are_compared_with_each_other() -> None:
    assert find_copies([Printed("a", "Wire", None, STORY), Printed("b", "Gazette", None, CUT)]) == {"b": "a"}


def test_a_formula_in_many_reports_makes_no_copies() -> None:
    formula = "The statement was made in accordance with the usual rules of procedure of the house. "
    own = [" ".join(f"word{number}of{place}" for place in range(40)) for number in range(200)]
    reports = [Printed(f"r{number}", f"Outlet {number}", FIRST, formula + words) for number, words in enumerate(own)]
    assert find_copies(reports) == {}


def test_a_story_in_many_papers_is_one_voice() -> None:
    reports = [Printed(f"r{number:02}", f"Outlet {number}", FIRST, STORY) for number in range(60)]
    assert find_copies(reports) == {f"r{number:02}": "r00" for number in range(1, 60)}


def test_what_was_printed_years_ago_takes_no_room() -> None:
    old = [Printed(f"r{year}", f"Outlet {year}", date(year, 5, 3), STORY) for year in range(1950, 2000)]
    new = [Printed("x", "Wire", FIRST, STORY), Printed("y", "Gazette", NEXT, STORY)]
    assert find_copies([*old, *new]) == {"y": "x"}


def test_the_first_is_never_of_the_same_voice() -> None:
    voices = {"a": "Wire", "b": "Gazette", "c": "Wire"}
    reports = [Printed(name, voice, FIRST, STORY) for name, voice in voices.items()]
    assert find_copies(reports) == {"b": "a"}


def test_the_first_is_never_printed_long_before() -> None:
    days = {"a": 1, "b": 4, "c": 7}
    reports = [Printed(name, name, date(2019, 5, day), STORY) for name, day in days.items()]
    assert find_copies(reports) == {"b": "a"}  # the third is told anew


ROUND_UP = "Elsewhere on the coast. " + " ".join(f"Port {place} counted {place * 7} boats." for place in range(120))


def test_a_round_up_is_no_copy_of_a_note_in_it() -> None:
    whole = Printed("z", "Gazette", NEXT, f"{ROUND_UP}\n\n{STORY}")
    assert find_copies([Printed("a", "Wire", FIRST, STORY), whole]) == {"a": "z"}
    noted = [Printed("a", "Wire", FIRST, STORY), Printed("b", "Herald", FIRST, STORY), whole]
    assert find_copies(noted) == {"a": "z", "b": "z"}  # one voice still
    again = Printed("zz", "Wire", NEXT, whole.text)  # the voice of the note gives the round-up again
    assert find_copies([*noted, again]) == {"a": "z", "b": "z", "zz": "z"}


def test_a_cut_story_is_a_copy_of_the_whole_that_is_printed_later() -> None:
    assert find_copies([Printed("a", "Wire", FIRST, CUT), Printed("b", "Gazette", NEXT, STORY)]) == {"a": "b"}


def stories(*, is_copied: bool) -> list[Story]:
    """Three papers: two say Arica, one of them perhaps in the words of the other; the third says Tacna, and last."""
    told = []
    for name, outlet, text, place, on in (
        ("a", "Wire", STORY, "Arica", "2019-05-03"),
        ("b", "Gazette", STORY if is_copied else RETOLD, "Arica", "2019-05-03"),
        ("c", "Herald", "The ministers of Peru and Chile met in Tacna.", "Tacna", "2019-05-04"),
    ):
        story = Story(name, on, outlet=outlet)
        story.text = text + "\n"
        words = "The ministers met there."
        story.meeting(words, ["PER", "CHL"], "2019-05-03", format="Ferry Dialogue", place=place)
        told.append(story)
    return told


def filled(*, is_copied: bool) -> Register:
    register = Register.open(":memory:", clock=lambda: NOON)
    run = register.start_run("1")
    for story in stories(is_copied=is_copied):
        register.add(story.report, story.reading, run)
    return register


def test_two_papers_are_two_sources() -> None:
    (record,) = filled(is_copied=False).records(RecordKind.MEETING)
    assert record.values["place"] == "Arica"
    assert record.reasons["place"] == "told by 2 independent sources, the other by 1"


def test_a_copy_is_no_second_source() -> None:
    register = filled(is_copied=True)
    (record,) = register.records(RecordKind.MEETING)
    assert record.values["place"] == "Tacna"  # one against one: the last counts
    assert "as many independent sources" in record.reasons["place"]
    ids = {story.outlet: story.id for story in stories(is_copied=True)}
    first, second = sorted((ids["Wire"], ids["Gazette"]))  # of one day: nobody knows which was the first
    assert {line.id: line.copy_of for line in register.report_lines()} == {
        first: None,
        second: first,
        ids["Herald"]: None,
    }
    (found,) = record_objects(register, [record])
    assert {row["report"]: row["copy_of"] for row in found["claims"]}[second] == first


def test_the_page_says_how_many_are_copies() -> None:
    coverage = filled(is_copied=True).coverage()
    assert any("1 of them gives again" in line.text for line in coverage_lines(coverage))
    assert coverage_object(coverage)["reports_read"]["copies"] == 1
    assert not any("again" in line.text for line in coverage_lines(filled(is_copied=False).coverage()))


def test_the_reports_are_listed_with_what_was_just_read() -> None:
    lines = filled(is_copied=True).report_lines()  # nothing was asked before
    assert sum(line.copy_of is not None for line in lines) == 1


def test_a_snapshot_knows_its_copies() -> None:
    register = filled(is_copied=True)
    assert register.snapshot(as_of=FIRST).coverage().copies == 1
