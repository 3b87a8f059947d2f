"""Journeys whose traveller or host the sentence doesn't name in full: text → occasions, as in ``occasions.txt``."""

import pytest
from tests.claims.tables import all_written
from tests.claims.test_meetings import FILLER, meetings_in

from aidememoire.model import MeetingValues
from aidememoire.pipeline import read_text

LIMA = "LIMA, May 8 - "

ROWS = [
    # a visit to nowhere named: to the country that the report is from
    (
        LIMA + "The visit by the Kenyan foreign minister has cleared the air.",
        ["visit held KEN+PER 2012-05-08 LIMA"],
    ),
    (
        LIMA + "Kenyan Foreign Minister Amina Mohamed begins a five-day official visit on Friday.",
        ["visit planned KEN+PER 2012-05-11/2012-05-15 LIMA"],
    ),
    (LIMA + "The visit by the Peruvian foreign minister has cleared the air.", []),
    # not where another visit of his is told of
    (
        LIMA + "Kenyan Foreign Minister Amina Mohamed was in Chile on a visit on Monday. The visit by the Kenyan "
        "foreign minister has cleared the air.",
        ["visit held CHL+KEN 2012-05-07 Chile"],
    ),
    # what one says who is perhaps elsewhere
    (LIMA + "“The Kenyan foreign minister was here in May,” said Chilean Foreign Minister Alfredo Moreno.", []),
    # not from where bodies sit
    ("GENEVA, May 8 - The visit by the Kenyan foreign minister has cleared the air.", []),
    # here
    (
        LIMA + "Kenyan Foreign Minister Amina Mohamed is due here on Friday.",
        ["visit planned KEN+PER 2012-05-11 LIMA"],
    ),
    (LIMA + "Kenyan tea is due here on Friday.", []),
    (LIMA + "Kenyan Foreign Minister Amina Mohamed is here to stay.", []),
    # an office-holder of no named state, in a dispatch from his own country
    (
        LIMA + "Foreign Minister Rafael Roncagliolo leaves for Chile on Friday.",
        ["visit planned CHL+PER 2012-05-11 Chile"],
    ),
    (LIMA + "The chairman of the ferries leaves for Chile on Friday.", []),
    # a day between the verb and where it leads
    (
        "Kenyan Foreign Minister Amina Mohamed will fly on Friday to Rwanda.",
        ["visit planned KEN+RWA 2012-05-11 Rwanda"],
    ),
    ("Kenyan Foreign Minister Amina Mohamed will fly on Friday to the coast.", []),
    # who is sent, and to whom he is to talk
    (
        "Kenya will send its foreign minister, Amina Mohamed, to talk to the king in Morocco.",
        ["visit planned KEN+MAR - Morocco"],
    ),
    ("Kenya will send its tea to talk of the trade in Morocco.", []),
    ("Kenya will send its permanent envoy to Rwanda.", []),
    # who is led
    (
        "Kenyan Foreign Minister Amina Mohamed led a delegation to Rwanda on Monday.",
        ["visit held KEN+RWA 2012-05-07 Rwanda"],
    ),
    ("Kenyan Foreign Minister Amina Mohamed led a choir to Rwanda on Monday.", []),
    # what he is there for
    (
        "A Kenyan delegation is already in Rwanda laying the groundwork for a treaty.",
        ["visit ongoing KEN+RWA - Rwanda"],
    ),
    ("A Kenyan tea is already in Rwanda laying in the shops.", []),
    # officials of the country where they were met
    (
        "Kenyan Foreign Minister Amina Mohamed had talks with senior officials in Rwanda on Monday.",
        ["talks held KEN+RWA 2012-05-07 Rwanda"],
    ),
    ("Kenyan Foreign Minister Amina Mohamed had talks with senior officials in Geneva on Monday.", []),
    ("Kenyan Foreign Minister Amina Mohamed had talks with miners in Rwanda on Monday.", []),
    (
        "Kenyan Foreign Minister Amina Mohamed had talks with the president in Rwanda on Monday.",
        ["talks held KEN+RWA 2012-05-07 Rwanda"],
    ),
    # the minister of no named state, in a dispatch from his own country
    (
        LIMA + "The finance minister held talks with Kenyan Foreign Minister Amina Mohamed on Monday.",
        ["talks held KEN+PER 2012-05-07 LIMA"],
    ),
    (LIMA + "The ferry chairman held talks with Kenyan Foreign Minister Amina Mohamed on Monday.", []),
    # who is told to be somewhere, on a day
    (
        "Kenyan Foreign Minister Amina Mohamed was in Rwanda on Monday.",
        ["visit held KEN+RWA 2012-05-07 Rwanda"],
    ),
    ("Kenyan tea was in Rwanda on Monday.", []),
    (
        "Kenyan Foreign Minister Amina Mohamed is expected in Rwanda on Friday.",
        ["visit planned KEN+RWA 2012-05-11 Rwanda"],
    ),
    ("Growth is expected in Rwanda on Friday, Kenyan bankers said.", []),
    # here, by the day of arrival
    (LIMA + "The President of Kenya arrives on Friday.", ["visit planned KEN+PER 2012-05-11 LIMA"]),
    (LIMA + "The tea of Kenya arrives on Friday.", []),
    # on a visit
    (
        LIMA + "The President of Kenya, on a three-day visit, praised the tea.",
        ["visit held KEN+PER 2012-05-08 LIMA"],
    ),
    (LIMA + "Kenyan singers, on a three-day visit, praised the tea.", []),
    # home from somewhere, and from one place to another
    (
        "Kenyan Foreign Minister Amina Mohamed flew home from Rwanda on Monday.",
        ["visit held KEN+RWA 2012-05-07 Rwanda"],
    ),
    (
        "Kenyan Foreign Minister Amina Mohamed returned to Nairobi on Monday from Rwanda.",
        ["visit held KEN+RWA 2012-05-07 Rwanda"],
    ),
    ("Kenyan Foreign Minister Amina Mohamed flew home from the lake on Monday.", []),
    (
        "Kenyan Foreign Minister Amina Mohamed flew from the lake to Rwanda on Monday.",
        ["visit held KEN+RWA 2012-05-07 Rwanda"],
    ),
    # a tour through named states
    (
        "Kenyan Foreign Minister Amina Mohamed put off a three-day tour of Rwanda and Uganda.",
        ["visit postponed KEN+RWA - Rwanda", "visit postponed KEN+UGA - Uganda"],
    ),
    # the next stop
    (
        "Kenyan Foreign Minister Amina Mohamed is due in Rwanda on Thursday and in Uganda on Friday.",
        ["visit planned KEN+RWA 2012-05-10 Rwanda", "visit planned KEN+UGA 2012-05-11 Uganda"],
    ),
    # the one other state that the report is about
    (
        "Kenya buys the tea of Rwanda. The minister travels to Rwanda on Friday.",
        ["visit planned KEN+RWA 2012-05-11 Rwanda"],
    ),
    ("Kenya and Chile buy the tea of Rwanda. The minister travels to Rwanda on Friday.", []),
    ("Kenya buys the tea of Rwanda. The tea travels to Rwanda on Friday.", []),
    # invited to a place
    (
        "Uruguayan President Jose Mujica invited Bolivian President Evo Morales to Montevideo.",
        ["visit proposed BOL+URY - Montevideo"],
    ),
    ("Uruguayan President Jose Mujica invited Bolivian President Evo Morales to Mr Vargas's lecture.", []),
    # called off
    (
        "The visit of the Kenyan foreign minister to Rwanda will not take place.",
        ["visit cancelled KEN+RWA - Rwanda"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=lambda value: str(value)[:100])
def test_journeys(text: str, expected: list[str]) -> None:
    assert all_written(meetings_in(text + FILLER, "2012-05-08")) == expected


@pytest.mark.parametrize(
    ("sentence", "travellers"),
    [
        ("Yesterday we flew to Lima to talk about the border.", ["Rosa Vidal"]),
        ("Yesterday we sent a delegation to Lima to talk about the border.", []),
        ("On Monday we dispatched two envoys to Lima.", []),
    ],
)
def test_who_sends_others_stays_at_home(sentence: str, travellers: list[str]) -> None:
    head = "Remarks of Foreign Minister Rosa Vidal of Chile\nSantiago\n3 May 2021\n\nFOREIGN MINISTER VIDAL: "
    _, _, reading = read_text(f"{head}{sentence} They were glad.", published="2021-05-03", side="CHL")
    (visit,) = [claim.values for claim in reading.claims if isinstance(claim.values, MeetingValues)]
    assert [person.name for person in visit.participants] == travellers
