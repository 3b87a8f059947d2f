"""Sentence, with a mark where what is retold begins → how it stands to it; and drafts that leave that out."""

from functools import cache

import pytest

from aidememoire.pipeline import find_days, knowledge_in_use
from aidememoire.register import Register
from aidememoire.register.words import WordIndex
from aidememoire.views.checking import Check, check_draft
from aidememoire.views.checking.standing import is_denied, standing_of
from tests.views.checking.material import draft_of, register_of


@pytest.mark.parametrize(
    ("text", "bearings"),
    [
        ("Gabon declined to |lend the ferry.", ["negated"]),
        ("Gabon has yet to |lend the ferry.", ["negated"]),
        ("Gabon would not |lend the ferry.", ["negated"]),
        ("Gabon won’t |lend the ferry.", ["negated"]),
        ("Neither Gabon nor Togo agreed to |lend a ferry.", ["negated"]),
        ("Gabon “has never offered” to |lend the ferry.", ["negated"]),
        ("There is no accord to |lend the ferry.", ["negated"]),
        ("The envoy did not say that Gabon had agreed to |lend the ferry.", ["negated"]),
        ("The plan to lend a ferry has not been |carried out.", ["negated"]),
        ("The envoy denied Gabon had agreed to |lend the ferry.", ["denied"]),
        ("The envoy dismissed reports that Gabon had agreed to |lend the ferry.", ["denied"]),
        ("Gabon was about to |lend the ferry.", ["open"]),
        ("Gabon thought it might |lend the ferry.", ["open"]),
        ("Togo called on Gabon to |lend the ferry.", ["open"]),
        ("Gabon is on the brink of |lending the ferry.", ["open"]),
        ("Gabon would |lend the ferry only if Togo paid.", ["conditional"]),
        ("If Togo pays, Gabon will |lend the ferry.", ["conditional"]),
        ("Togo accused Gabon of |hiding the ferry.", ["claimed"]),
        # what is denied elsewhere in the sentence says nothing
        ("Gabon agreed to |lend the ferry.", []),
        ("Gabon, which had refused to talk, agreed to |lend the ferry.", []),
        ("Despite not having met since May, they agreed to |lend the ferry.", []),
        ("Gabon had no objection and agreed to |lend the ferry.", []),
        ("Gabon did not hesitate to |lend the ferry.", []),
        ("It was no surprise that Gabon agreed to |lend the ferry.", []),
        ("Gabon would not sell the dock, but agreed to |lend the ferry.", []),
        ("The ministers who had not met since May agreed to |lend the ferry.", []),
        ("Asked if Togo had paid, he said Gabon would |lend the ferry.", []),
        ("Gabon kept the dispute from |growing.", ["negated"]),
        ("Togo and Gabon ended the dispute over the |ferry.", []),
        ("Gabon agreed to |lend the ferry but not the dock.", []),
    ],
)
def test_standing(text: str, bearings: list[str]) -> None:
    place = text.index("|")
    assert [str(found.bearing) for found in standing_of(text.replace("|", ""), place)] == bearings


@pytest.mark.parametrize(
    ("text", "bearings"),
    [
        ("Gabon agreed to |lend the ferry.", ["bound"]),
        ("Gabon will |lend the ferry.", ["bound"]),
        ("Gabon has |lent the ferry.", []),
        ("Gabon managed to |lend the ferry.", []),
        ("Gabon helped Togo to |mend the ferry.", []),
    ],
)
def test_what_is_bound_to_be_done_is_not_done(text: str, bearings: list[str]) -> None:
    place = text.index("|")
    assert [str(found.bearing) for found in standing_of(text.replace("|", ""), place, wide=True)] == bearings


def test_a_denial_of_a_denial_is_none() -> None:
    text = "Gabon denied that it had refused to lend the ferry."
    assert not is_denied(standing_of(text, text.index("lend")))


REPORTS = {
    "ferry": (
        "2017-03-14",
        "LIBREVILLE, 14 March. Gabon's foreign minister Pacome Moubelet denied that Gabon had promised to lend Togo "
        "a ferry. Benin refused to reopen the salt market at Grand Popo. Ghana has yet to agree to dredge the lagoon "
        "with Ivory Coast.",
    ),
    "wells": (
        "2017-05-09",
        "Foreign Minister Simeon Oyono of Cameroon said that his country would dig forty wells in Chad only if the "
        "Chadian treasury paid for the pumps. Niger and Algeria were close to agreeing to pave the desert road when "
        "their envoys fell out. Mali failed to clear the cotton debt to Senegal.",
    ),
    "kept": (
        "2018-02-02",
        "Zimbabwe and Zambia, which had not met since 2015, agreed to repair the railway bridge at Victoria Falls. "
        "Botswana did not hesitate to open the cattle market in Kazungula. Malawi repaid the maize loan from Zambia.",
    ),
    "quarrel": (
        "2018-06-20",
        "Foreign Minister Workneh Gebeyehu of Ethiopia said that Eritrea had closed the salt road to Mekelle. The "
        "Eritrean information minister rejected the accusation. Djibouti's transport minister Moussa Hassan said that "
        "Djibouti had withdrawn its dredgers from the harbour of Assab. Asmara says the dredgers are still there.",
    ),
    "pumps": (
        "2018-09-30",
        "Foreign Minister Monica Juma of Kenya said that Kenya had delivered sixty water pumps to Turkana farmers in "
        "South Sudan. Uganda promised last November to widen the ferry landing at Port Bell.",
    ),
}


@cache
def kept() -> tuple[Register, WordIndex]:
    """The reports in a register, and the index of its words."""
    return register_of(REPORTS, "Lake Wire")


def checked(text: str) -> Check:
    return check_draft(draft_of(text), *kept(), knowledge_in_use(), find_days)


@pytest.mark.parametrize(
    ("draft", "status"),
    [
        ("Gabon promised to lend Togo a ferry.", "denied"),
        ("Benin agreed to reopen the salt market at Grand Popo.", "truncated"),
        ("Benin reopened the salt market at Grand Popo.", "truncated"),
        ("Ghana agreed to dredge the lagoon with Ivory Coast.", "truncated"),
        ("Cameroon promised to dig forty wells in Chad.", "truncated"),
        ("Niger and Algeria agreed to pave the desert road.", "proposed"),
        ("Mali cleared the cotton debt to Senegal.", "truncated"),
        ("Zimbabwe and Zambia repaired the railway bridge at Victoria Falls.", "proposed"),
        ("Zimbabwe and Zambia agreed not to repair the railway bridge at Victoria Falls.", "truncated"),
        ("Eritrea closed the salt road to Mekelle.", "denied"),
        ("Djibouti had withdrawn its dredgers from the harbour of Assab.", "denied"),
        ("In November 2016 Uganda promised to widen the ferry landing at Port Bell.", "other_date"),
    ],
)
def test_what_the_report_denies_or_leaves_open_is_not_supported(draft: str, status: str) -> None:
    findings = checked(draft).findings
    assert status in [str(fault.status) for finding in findings for fault in finding.faults], findings


@pytest.mark.parametrize(
    "draft",
    [
        "Zimbabwe and Zambia agreed to repair the railway bridge at Victoria Falls.",
        "Botswana opened the cattle market in Kazungula.",
        "Malawi repaid the maize loan from Zambia.",
        "Benin refused to reopen the salt market at Grand Popo.",
        "Workneh Gebeyehu said that Eritrea had closed the salt road to Mekelle.",
        "Kenya delivered sixty water pumps to Turkana farmers in South Sudan.",
        "In November 2017 Uganda promised to widen the ferry landing at Port Bell.",
    ],
)
def test_what_the_report_tells_as_so_is_supported(draft: str) -> None:
    findings = checked(draft).findings
    assert findings
    assert [finding for finding in findings if not finding.is_supported] == []
