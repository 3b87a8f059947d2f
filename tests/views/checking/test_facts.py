"""Sentence → what the register and the table of offices say to the statement, meeting, agreement or office in it."""

import pytest

from aidememoire.views.checking import Asserted, Status
from aidememoire.views.checking.likeness import likeness, terms_of, turned_round
from aidememoire.views.checking.sense import clause_before
from tests.views.checking.material import checked


def statuses(text: str, asserted: Asserted) -> list[Status]:
    return [finding.status for finding in checked(text).findings if finding.asserted is asserted]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Putin noted that trade between the two countries had grown by a fifth.", Status.EXACT),
        ("Putin noted that trade between both countries had risen by a fifth.", Status.PARAPHRASED),
        ("Putin noted that trade between the two countries had shrunk by a fifth.", Status.ALTERED),  # the opposite
        ("Putin noted that trade between the two countries had grown by a third.", Status.ALTERED),
        ("Swaraj noted that trade between the two countries had grown by a fifth.", Status.ANOTHER_SPEAKER),
        ("In 2015 Putin noted that trade between the two countries had grown by a fifth.", Status.OTHER_DATE),
        ("Maas added that the bridge would be a toll bridge.", Status.TRUNCATED),
        ("Maas added that the bridge would not be a toll bridge.", Status.PARAPHRASED),
        ("Blinken said that no date had been set for a visit to Ottawa.", Status.EXACT),
        ("Blinken said that a date had been set for a visit to Ottawa.", Status.TRUNCATED),
        ("Cavusoglu rejected the claim that Ankara had refused to return to the table.", None),
        ("The Japanese Foreign Ministry said that the joint research had been carried out.", Status.TRUNCATED),
    ],
)
def test_statements(text: str, status: Status | None) -> None:
    found = statuses(text, Asserted.STATEMENT)
    if status is None:
        assert all(one in {Status.EXACT, Status.PARAPHRASED} for one in found)
    else:
        assert found == [status], checked(text).findings


def test_a_paraphrase_always_bears_its_score() -> None:
    for finding in checked("Putin noted that trade between both countries had risen by a fifth.").findings:
        if finding.status is Status.PARAPHRASED:
            assert finding.score is not None
            assert any("likeness" in note for note in finding.notes)


def test_a_number_that_no_report_tells_is_not_confirmed() -> None:
    text = "Urmas Reinsalu received Pekka Haavisto in Tallinn on 1 October 2019. It was the fourth meeting of the two."
    faults = [fault for item in checked(text).findings for fault in item.faults]
    assert [(fault.status, fault.field) for fault in faults] == [(Status.NOT_FOUND, "ordinal")]


def test_what_reports_are_silent_on_is_noted() -> None:
    (found,) = checked("Argentina and Chile held talks in Lima on 13 August 2019.").findings
    assert found.is_supported
    assert found.notes == ("not told by the reports read: its place",)


def test_what_reports_tell_is_not_noted_as_untold() -> None:
    (found,) = checked("Pham Binh Minh and Winston Peters met in Ha Noi on 21 March 2019.").findings
    assert found.is_supported
    assert found.notes == ()


def test_a_meeting_told_in_a_quotation_is_checked_as_a_quotation_alone() -> None:
    found = checked("Maas said: “My colleague Jacek Czaputowicz and I had a long talk today.”").findings
    assert [item.asserted for item in found] == [Asserted.QUOTATION]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("On 22 November 2015 Australia and Japan held their sixth two plus two in Sydney.", Status.CONFIRMED),
        ("On 22 November 2015 Australia and Japan held their sixth two plus two in Canberra.", Status.CONTRADICTED),
        ("Tileuberdi met Pompeo in Washington on 11 December 2019.", Status.CONFIRMED),
        ("Tileuberdi met Pompeo in Washington on 11 November 2019.", Status.OTHER_DATE),
        ("Zakharieva will visit Belgrade on 12 March 2020.", Status.CANCELLED),
        ("The visit of Zakharieva to Belgrade on 12 March 2020 was called off.", Status.CONFIRMED),
        ("Maas is to travel to Warsaw on 24 October 2019.", Status.CONFIRMED),
    ],
)
def test_meetings(text: str, status: Status) -> None:
    assert statuses(text, Asserted.MEETING) == [status], checked(text).findings


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norway and Sweden agreed to finish a study of a new rail link by June 2020.", Status.CONFIRMED),
        ("Norway and Sweden agreed to finish a study of a new rail link by June 2022.", Status.ALTERED),
        ("Canada and Poland agreed to finish a study of a new rail link by June 2020.", Status.NOT_FOUND),
        (
            "In April 2020 Norway and Sweden agreed to finish a study of a new rail link by June 2020.",
            Status.OTHER_DATE,
        ),
    ],
)
def test_commitments(text: str, status: Status) -> None:
    assert statuses(text, Asserted.COMMITMENT) == [status], checked(text).findings


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("German Foreign Minister Heiko Maas arrived on 2 October 2019.", Status.CONFIRMED),
        ("German Foreign Minister Heiko Maas arrived on 2 October 2016.", Status.CONTRADICTED),
        ("German Foreign Minister Heiko Maas arrived.", Status.CONFIRMED),
        ("German Defence Minister Heiko Maas arrived.", Status.CONTRADICTED),
    ],
)
def test_offices(text: str, status: Status) -> None:
    assert statuses(text, Asserted.OFFICE) == [status], checked(text).findings


def test_a_former_office_is_not_checked_as_a_present_one() -> None:
    assert statuses("Former Foreign Minister Heiko Maas of Germany arrived on 2 May 2023.", Asserted.OFFICE) == []


@pytest.mark.parametrize(
    ("draft", "report", "turned"),
    [
        ("prices rose", "prices fell", True),
        ("the port was closed", "the port was opened", True),
        ("prices rose", "prices grew", False),
        ("it opened and closed", "it closed and opened", False),
    ],
)
def test_opposites(draft: str, report: str, turned: bool) -> None:
    assert (turned_round(draft, report) is not None) is turned


def test_likeness_is_the_share_of_the_drafts_words() -> None:
    told = terms_of("The two navies will hold a joint drill off Perth in May", None)
    assert likeness(terms_of("the navies hold a common exercise", None), told).score == 1
    assert likeness(terms_of("the orchestras give a concert", None), told).score == 0
    assert likeness(terms_of("a joint drill in June", None), told).numbers == ("june",)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Nobody should expect miracles, but the drawings", " the drawings"),
        ("The mood was bad. No U.S. troops", " No U.S. troops"),  # no clause ends in "U.S."
        ("India does not", "India does not"),
    ],
)
def test_what_is_denied_in_one_clause_is_not_in_the_next(before: str, after: str) -> None:
    assert clause_before(before) == after


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Then Australian foreign minister Bob Carr met Koichiro Gemba in Sydney in September 2012.", Status.CONFIRMED),
        ("Then foreign minister Bob Carr visited Tokyo in May 2016.", Status.CONTRADICTED),
        ("Then British prime minister David Cameron went to Berlin in May 2019.", Status.CONTRADICTED),
        ("Former foreign minister Bob Carr visited Tokyo in May 2016.", None),  # what he once was
        ("Then deputy foreign minister Bob Carr visited Tokyo in May 2016.", None),
    ],
)
def test_a_then_minister_was_one_on_that_day(text: str, status: Status | None) -> None:
    assert statuses(text, Asserted.OFFICE) == ([] if status is None else [status])


@pytest.mark.parametrize(
    ("day", "status"), [("14 September 2012", Status.CONFIRMED), ("3 May 2012", Status.OTHER_DATE)]
)
def test_the_day_of_an_agreement(day: str, status: Status) -> None:
    agreement = f"The agreement of {day} between Australia and Japan"
    text = f"{agreement} to hold a joint naval exercise by the end of 2013 was carried out."
    assert statuses(text, Asserted.COMMITMENT) == [status]
