"""Occasions whose own words leave open whether they are over: text → occasions, as in ``occasions.txt``."""

import pytest
from tests.claims.tables import all_written
from tests.claims.test_meetings import FILLER, meetings_in

from aidememoire.model import MeetingValues
from aidememoire.pipeline import read_text

MOHAMED = "Kenyan Foreign Minister Amina Mohamed "
LIMA = "LIMA, May 8 - "

ROWS = [
    # a deed without tense hangs on one that is ahead
    (
        MOHAMED + "will speak in Nairobi before travelling to Lima to attend the G20 foreign ministers' meeting.",
        ["meeting planned G20+KEN - Lima"],
    ),
    (
        MOHAMED + "is expected to raise it when she arrives in Lima for talks with Peru.",
        ["visit planned KEN+PER - Lima"],
    ),
    (
        MOHAMED + "spoke in Nairobi on Monday after holding talks with Peru in Lima.",
        ["talks held KEN+PER 2012-05-07 Lima"],
    ),
    (
        MOHAMED + "invited the Peruvian president to visit Nairobi to attend the second Kenya-Peru summit.",
        ["visit proposed KEN+PER - Nairobi", "summit planned KEN+PER - - #2"],
    ),
    (MOHAMED + "agreed to attend the G20 foreign ministers' meeting in Lima.", ["meeting planned G20+KEN - Lima"]),
    (
        MOHAMED + "said after attending the G20 foreign ministers' meeting in Lima that tea mattered.",
        ["meeting held G20+KEN - Lima"],
    ),
    # a day that is but that of the saying, or of another occasion
    (
        MOHAMED + "will travel to Lima on 9 May. Thereafter she flies on to Santiago.",
        ["visit planned KEN+PER 2012-05-09 Lima", "visit planned CHL+KEN - Santiago"],
    ),
    (
        MOHAMED + "travelled to Lima on 2 May. She then flew on to Santiago.",
        ["visit held KEN+PER 2012-05-02 Lima", "visit held CHL+KEN 2012-05-02 Santiago"],
    ),
    ("As we announced on Monday, " + MOHAMED + "will travel to Lima.", ["visit planned KEN+PER - Lima"]),
    (
        "On Monday the ministers spoke of tea and of the Kenya-Peru summit that will take place in Lima.",
        ["summit planned KEN+PER - Lima"],
    ),
    ("On Monday the Kenya-Peru summit took place in Lima.", ["summit held KEN+PER 2012-05-07 Lima"]),
    # a visit is one, whatever it is for
    (MOHAMED + "will visit Lima to attend a conference on tea.", ["visit planned KEN+PER - Lima"]),
    (MOHAMED + "will fly to Lima to attend a conference on tea.", []),
    # days of the week of what is ahead are those to come
    (
        MOHAMED + "is likely to see the president when she pays a two-day visit to Lima on Friday and Saturday.",
        ["visit planned KEN+PER 2012-05-11/2012-05-12 Lima"],
    ),
    # who has arrived is there
    (MOHAMED + "arrived in Lima on Monday.", ["visit ongoing KEN+PER 2012-05-07 Lima"]),
    (MOHAMED + "arrived in Lima last week.", ["visit held KEN+PER 2012-04-30/2012-05-06 Lima"]),
    (
        MOHAMED + "arrived in Lima and left for Chile.",
        ["visit held KEN+PER - Lima", "visit held CHL+KEN - Chile"],
    ),
    # who is on his way isn't
    (MOHAMED + "is heading to Lima.", ["visit planned KEN+PER - Lima"]),
    # what has been opened goes on
    (LIMA + MOHAMED + "opened talks with Peru.", ["talks ongoing KEN+PER 2012-05-08 LIMA"]),
    (LIMA + MOHAMED + "concluded talks with Peru.", ["talks held KEN+PER 2012-05-08 LIMA"]),
    # what is attended by those named for it
    (
        "The Kenyan delegation attending an African Union meeting in Accra said that tea mattered.",
        ["meeting ongoing AU+KEN - Accra"],
    ),
    # what is on one of its days
    (MOHAMED + "is on the second day of her visit to Lima.", ["visit ongoing KEN+PER - Lima"]),
    # what comes up
    (
        MOHAMED + "looks forward to returning to Lima this year for the third Peru-Kenya Strategic Dialogue.",
        ["talks planned KEN+PER 2012 Lima #3"],
    ),
]

SIDES = [
    # the hours of a schedule are to come
    (
        "Public Schedule: May 8, 2012\n\n2:15 p.m. Secretary Clinton meets with Kenyan Foreign Minister Amina Mohamed, "
        "at the Department of State.",
        ["meeting planned KEN+USA - Department_of_State"],
    ),
    # a headline's journey, by what the body tells
    (
        "Secretary Clinton’s Travel to Kenya\n\nSecretary Clinton will travel to Kenya to speak of tea.",
        ["visit planned KEN+USA - Kenya"],
    ),
    (
        "Secretary Clinton’s Travel to Kenya\n\nSecretary Clinton traveled to Kenya to speak of tea.",
        ["visit held KEN+USA - Kenya"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=lambda value: str(value)[:100])
def test_by_what_it_hangs_on(text: str, expected: list[str]) -> None:
    assert all_written(meetings_in(text + FILLER, "2012-05-08")) == expected


@pytest.mark.parametrize(("text", "expected"), SIDES, ids=lambda value: str(value)[:100])
def test_by_the_form_of_a_government_report(text: str, expected: list[str]) -> None:
    assert all_written(meetings_in(text + FILLER, "2012-05-08", "USA")) == expected


GOING = [
    # on the way to one that is ahead
    ("We are soon going into the G20 summit, and the coming days will be busy.", "planned"),
    ("As we're heading to the G20 summit, tea is on all minds.", "planned"),
    ("We are now going into the G20 summit with a common view.", "planned"),
    ("Kenya and Peru went into the G20 summit on Monday with a common view.", "held"),
]


@pytest.mark.parametrize(("text", "state"), GOING)
def test_who_goes_into_a_summit_is_not_yet_there(text: str, state: str) -> None:
    _, _, reading = read_text(f"Remarks by the Minister\n\n{text}{FILLER}", published="2012-05-08", side="KEN")
    states = [claim.values.state for claim in reading.claims if isinstance(claim.values, MeetingValues)]
    assert states == [state]


MODES = [
    ("The G20 summit, for all who followed it, was virtual.", "video"),
    ("The G20 summit was held virtually on Monday.", "video"),
    ("Kenya and Peru took part in the online G20 summit on Monday.", "video"),
    ("The G20 summit on Monday was virtually certain to fail.", "unknown"),
    ("Virtually every minister was at the G20 summit on Monday.", "unknown"),
    ("The G20 summit was held in Lima on Monday.", "in_person"),
]


@pytest.mark.parametrize(("text", "mode"), MODES)
def test_how_they_met(text: str, mode: str) -> None:
    _, _, reading = read_text(f"{text}{FILLER}", published="2012-05-08", outlet="Wire")
    modes = [claim.values.mode for claim in reading.claims if isinstance(claim.values, MeetingValues)]
    assert modes == [mode]
