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


TUNNEL = "the plans for the Agua Negra tunnel"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        # the day of the agreement is not that of what has become of it
        ("Australia and Japan have carried out the joint naval exercise agreed on 14 September 2012.", None),
        ("Japan has carried out the exercise which was agreed on 14 September 2012 in Sydney.", None),
        ("Finland has repaired the cable near Hogland, as agreed on 1 October 2019.", None),
        (f"Chile and Argentina have completed {TUNNEL}, as they had promised on 13 August 2019.", None),
        (f"Chile and Argentina have completed {TUNNEL} which they promised on 13 August 2019.", None),
        ("The Australian Defence Ministry said Canberra had carried out the exercise agreed on 14 September.", None),
        ("On 8 November 2013 Australia said it had carried out the exercise agreed on 14 September 2012.", None),
        (f"The Argentine Foreign Ministry said {TUNNEL} agreed on 13 August 2019 had been completed.", None),
        # and is looked up by itself
        (f"Chile and Argentina have completed {TUNNEL} which they promised on 13 May 2019.", Status.OTHER_DATE),
        (
            "The joint naval exercise agreed on 3 May 2012 by Australia and Japan has been carried out.",
            Status.OTHER_DATE,
        ),
        # where it is the day of the deed
        ("On 14 September 2012 Australia and Japan carried out the joint naval exercise.", Status.OTHER_DATE),
        ("Australia and Japan carried out the joint naval exercise on 14 September 2012.", Status.OTHER_DATE),
        # under an agreement of that day: promised then, once
        ("Under the agreement signed on 14 June 2018, Kenya will pay 18 million dollars towards the post.", None),
        (
            "Under the agreement signed in Nairobi on 14 June 2018, Kenya will pay 18 million dollars and Uganda will "
            "provide the land.",
            None,
        ),
        ("Under the deal of 14 May 2018, Kenya will pay 18 million dollars towards the post.", Status.OTHER_DATE),
        ("Under the accord of 14 June 2018, Uganda will pay 18 million dollars towards the post.", Status.NOT_FOUND),
    ],
)
def test_the_day_of_what_was_agreed_is_not_that_of_the_deed(text: str, status: Status | None) -> None:
    found = [finding for finding in checked(text).findings if not finding.is_supported]
    assert [finding.status for finding in found] == ([] if status is None else [status]), checked(text).findings
    assert checked(text).findings


@pytest.mark.parametrize(
    ("text", "status"),
    [
        # whose ministry it is the draft does not say: nobody can tell
        ("A spokesman for the ministry said the construction of the joint customs post had been frozen.", None),
        ("The foreign ministry spokesman said the gas pipeline would be finished in spite of the delay.", None),
        ("The ministry's spokesman said Estonia had withdrawn from the plan for a common coast radio.", None),
        # another ministry, another state's, or no ministry at all
        ("The Australian foreign ministry said the joint naval exercise had been carried out.", Status.ANOTHER_SPEAKER),
        ("A Finnish foreign ministry spokesman said Estonia had withdrawn from the plan for a common coast radio.",
         Status.ANOTHER_SPEAKER),
        ("The ministry's spokesman said Tajikistan was ready to halve the transit fee.", Status.ANOTHER_SPEAKER),
    ],
)  # fmt: skip
def test_ministries_and_their_spokesmen(text: str, status: Status | None) -> None:
    found = [finding for finding in checked(text).findings if not finding.is_supported]
    assert [finding.status for finding in found] == ([] if status is None else [status]), checked(text).findings
