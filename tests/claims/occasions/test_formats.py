"""What a meeting is called: text → kind, format and number of each occasion told of."""

import pytest
from tests.claims.test_meetings import FILLER, meetings_in

from aidememoire.claims.occasions.joining.own_names import LETTERS_AND_NUMBER
from aidememoire.claims.occasions.words.purposes import is_purpose
from aidememoire.model import MeetingValues, Proposal

LARRAIN = "Chilean Foreign Minister Felipe Larrain and Peruvian Foreign Minister Rafael Roncagliolo "
MET = LARRAIN + "met in Lima on Monday"
COMMISSION = "The Chilean-Peruvian Intergovernmental Commission on Trade was set up in 2009. "

ROWS = [
    # for which they met
    (MET + " for the fourth Pacific Ports Ministerial Meeting.", "meeting|Pacific Ports Ministerial Meeting|4"),
    (MET + " to prepare for the fourth Pacific Ports Ministerial Meeting.", "meeting|-|-"),
    (MET + " for the third Chile-Peru Strategic Dialogue.", "talks|Chile-Peru Strategic Dialogue|3"),
    (MET + " and agreed on an agenda for the Pacific Ports Forum.", "meeting|-|-"),
    # another conference's whole name is not its own, and a part of it is
    (
        LARRAIN + "opened the Global Bread Summit in Lima on Monday. They had met at the Summit for Democracy.",
        "summit|-|-",
    ),
    (
        LARRAIN + "opened the Special Leaders Summit in Lima on Monday. They wept at the Summit for Democracy.",
        "summit|Summit for Democracy|-",
    ),
    # what holds its meeting, or stands before a clause about it
    (
        "The Chilean-Peruvian Joint Border Committee will hold its next meeting in Lima on Friday.",
        "meeting|Chilean-Peruvian Joint Border Committee|-",
    ),
    ("The Chilean-Peruvian Joint Border Committee praised its next meeting in Lima on Friday.", "meeting|-|-"),
    (
        "The Chilean-Peruvian Joint Planning Group, co-chaired by two deputy ministers of trade, met in Lima on 4 May.",
        "meeting|Chilean-Peruvian Joint Planning Group|-",
    ),
    # whatever its name, it was held
    ("AUSMIN was held in Washington on 4 May.", "talks|AUSMIN|-"),
    ("AUSMIN was praised in Washington on 4 May.", ""),
    (
        "The Chile-Peru Task Force on Food Prices met in Lima on 4 May.",
        "meeting|Chile-Peru Task Force on Food Prices|-",
    ),
    # the whole name of a body's session, and of two in brackets the longer
    ("The AU Heads of State Summit was held in Addis Ababa on 4 May.", "summit|AU Heads of State Summit|-"),
    (
        "The G20 Foreign Affairs Ministerial Meeting opened in Matera on 4 May.",
        "meeting|G20 Foreign Affairs Ministerial Meeting|-",
    ),
    (
        "The Japan-U.S. Security Consultative Committee (“2+2”) met in Tokyo on 4 May.",
        "talks|Japan-U.S. Security Consultative Committee|-",
    ),
    (
        "The inaugural India-Australia 2+2 Ministerial Meeting was held in Delhi on 4 May.",
        "talks|2+2 Ministerial Meeting|1",
    ),
    # numbers: of a round, behind it, in Roman letters; within a year they number nothing
    (
        "The XIV session of the Chilean-Peruvian Intergovernmental Commission was held in Lima on 4 May.",
        "talks|Chilean-Peruvian Intergovernmental Commission|14",
    ),
    ("Round three of the trade talks between Chile and Peru began in Lima on 4 May.", "talks|-|3"),
    ("The third and final round of talks between Chile and Peru was held in Lima on 4 May.", "talks|-|3"),
    ("The third and a half hour of talks between Chile and Peru in Lima on 4 May was dull.", "talks|-|-"),
    ("The foreign ministers of Chile and Peru met in Lima on 4 May, the sixth such meeting.", "meeting|-|6"),
    ("The foreign ministers of Chile and Peru met in Lima on 4 May, the sixth such meeting this year.", "meeting|-|-"),
    ("The meeting of Chile and Peru in Lima on 4 May was the seventh in a series.", "meeting|-|7"),
    ("The meeting of Chile and Peru in Lima on 4 May was the seventh in Lima.", "meeting|-|-"),
    ("The foreign ministers of Chile and Peru held their third meeting this year in Lima on 4 May.", "meeting|-|-"),
    ("The foreign ministers of Chile and Peru held their third meeting since the war in Lima on 4 May.", "meeting|-|3"),
    ("The foreign ministers of Chile and Peru held their third meeting since May in Lima on 4 May.", "meeting|-|-"),
    ("The foreign ministers of Chile and Peru held their third meeting in Lima on 4 May.", "meeting|-|3"),
    (
        "It was this year's second meeting between the foreign ministers of Chile and Peru in Lima on 4 May.",
        "meeting|-|-",
    ),
    # which met
    (
        "The envoys praised the Chile-Peru Strategic Dialogue, which last met in May 2010.",
        "talks|Chile-Peru Strategic Dialogue|-",
    ),
    # its last word alone
    (
        COMMISSION + "The commission’s first meeting was held in Lima in May 2010.",
        "talks|Chilean-Peruvian Intergovernmental Commission on Trade|1",
    ),
    # numbers
    ("Peru hosted the IX Summit of the Americas in Lima in June 2010.", "summit|Summit of the Americas|9"),
    ("The leaders of Chile and Peru met for the first hour of the summit in Lima on Monday.", "meeting|-|-"),
    (
        "Chile and Peru held the twenty-first round of consultations in Lima on Monday.",
        "talks|-|21",
    ),
    ("Chile and Peru held the first round of consultations in Lima on Monday.", "talks|-|1"),
    ("The UN Conference on Climate Change in Lima (COP20) opened on 1 December 2014.", "meeting|UN Conference|20"),
    # for which a journey is made
    (
        "Chilean Foreign Minister Felipe Larrain will visit Lima on 4 June for the third Pacific Ports Conference.",
        "visit|Pacific Ports Conference|3",
    ),
    (
        "Chilean Foreign Minister Felipe Larrain will travel to Lima, Peru, on 4 June to take part in the 6th meeting "
        "of the Chilean-Peruvian Cooperation Council.",
        "visit|Chilean-Peruvian Cooperation Council|6",
    ),
    (
        "Chilean Foreign Minister Felipe Larrain will visit Lima on 4 June, and then speak at the Pacific Ports "
        "Conference.",
        "visit|-|-",
    ),
    ("Chilean Foreign Minister Felipe Larrain visited Lima for the third Pacific Ports Conference.", "visit|-|-"),
    # nothing behind it
    ("Peruvian President Ollanta Humala will be in Chile on a state visit", "visit|-|-"),
    # its own name behind "since", and what is before it
    (
        "Chilean Foreign Minister Felipe Larrain has bought more since the March 2012 Pacific Ports Summit with Peru.",
        "summit|Pacific Ports Summit|-",
    ),
    ("The leaders of Chile and Peru met in Lima on Monday, a day before the Pacific Ports Summit.", "meeting|-|-"),
    # a day is no name
    (
        "The envoys spoke of the May 2 Summit between President Sebastian Pinera of Chile and President Ollanta Humala "
        "of Peru.",
        "summit|-|-",
    ),
    # a conference that two who met attended too is not theirs; a dialogue of the two is
    (
        LARRAIN + "met in Lima on Monday. They agreed on fish. Both will attend the third Pacific Ports Forum in May.",
        "meeting|-|-",
    ),
    (
        LARRAIN + "met in Lima on Monday. They opened the second Chile-Peru Strategic Dialogue there.",
        "talks|Chile-Peru Strategic Dialogue|2",
    ),
    (MET + " for a one-on-one meeting at the Pacific Ports Forum.", "meeting|-|-"),
    (LARRAIN + "met in Lima on Monday. Chile looks forward to the next 2+2 with Peru in July.", "meeting|-|-"),
    # a body's own meeting, and its organ's
    ("The Arab League is to meet in Cairo on Friday to discuss bread.", "meeting|Arab League|-"),
    ("The Arab League met the Chilean foreign minister in Cairo on Friday.", "meeting|-|-"),
    ("Bread was discussed at a meeting of the Arab League in Cairo on 4 May.", "meeting|Arab League|-"),
    ("Arab foreign ministers are to meet in Cairo on Friday to discuss bread.", "meeting|-|-"),
    (
        "The Peace and Security Council of the African Union held its 1200th meeting in Addis Ababa on 4 May.",
        "meeting|Peace and Security Council of the African Union|1200",
    ),
    (
        "The 45th session of the Supreme Council of the Gulf Cooperation Council was held in Kuwait on 4 May.",
        "meeting|Supreme Council of the Gulf Cooperation Council|45",
    ),
    # a region's summit; two states' may be any
    ("China will host the second China-Africa summit in Lima on 4 June.", "summit|China-Africa summit|2"),
    ("Peru will host the second Chile-Peru summit in Lima on 4 June.", "summit|-|2"),
    # where it met is no part of its name
    (
        "Chile and Peru convened the sixth Joint Commission for Bilateral Cooperation in Lima on 4 May.",
        "talks|Joint Commission for Bilateral Cooperation|6",
    ),
    # numbers: their own, a session's before that of the whole, none of a round at one meeting, nor within a time
    ("The foreign ministers of Chile and Peru met in Lima on 4 May, their fifth meeting since the war.", "meeting|-|5"),
    ("The foreign ministers of Chile and Peru met in Lima on 4 May, their fifth since March.", "meeting|-|-"),
    ("The foreign ministers of Chile and Peru met in Lima on 4 May, their second in Lima.", "meeting|-|-"),
    (
        "Chile spoke at the second session of the fifth UN Environment Assembly in Nairobi on 4 May.",
        "meeting|UN Environment Assembly|2",
    ),
    (MET + ". After the first round of negotiations they signed a paper.", "meeting|-|-"),
    ("Chile and Peru held the first ever meeting of their planning councils in Lima on 4 May.", "meeting|-|1"),
    (
        "Chile and Peru held the third Chile-Republic of Peru (CRP) Director-Level (DL) trade meeting on 4 May.",
        "meeting|-|3",
    ),
    # leaders
    ("The leaders of the Pacific Islands Forum met in Suva on Monday.", "summit|Pacific Islands Forum|-"),
]


def told(text: str) -> list[str]:
    found = []
    for item in meetings_in(text + FILLER, "2012-05-08"):
        if isinstance(item, Proposal) and isinstance(item.values, MeetingValues):
            values = item.values
            found.append(f"{values.kind}|{values.format or '-'}|{values.ordinal or '-'}")
    return found


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_what_it_is_called(text: str, expected: str) -> None:
    assert told(text)[:1] == [expected][: bool(expected)]


DIALOGUE = (
    "Chile and Peru held the second round of the Chile-Peru Strategic Dialogue in Lima on 4 May. They praised it. "
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (DIALOGUE + "The next round will be held in Arica in July.", "talks|Chile-Peru Strategic Dialogue|-"),
        (DIALOGUE + "They agreed to hold the next one in Arica in July.", "talks|Chile-Peru Strategic Dialogue|-"),
        (DIALOGUE + "They agreed to meet again in Arica in July.", "talks|Chile-Peru Strategic Dialogue|-"),
        (MET + ". They agreed to meet again in Arica in July.", "meeting|-|-"),
        (
            "Chile and Peru held the second meeting of the Ports Working Group (PWG) in Lima on 4 May. They praised "
            "it. They will go on at the next PWG meeting in Arica in July.",
            "meeting|PWG|-",
        ),
    ],
)
def test_the_next_one_is_of_the_same_format(text: str, expected: str) -> None:
    assert told(text)[1:2] == [expected]


@pytest.mark.parametrize(
    ("between", "name", "expected"),
    [
        (" in Oslo for the fourth ", "Lake States Forum", True),
        (" Minister Roncagliolo for a ", "Lake States Dialogue", True),
        (", for the ", "Lake States Dialogue", True),
        (" to prepare for the ", "Lake States Forum", False),
        (" and thanked Peru for the ", "Lake States Forum", False),
        (" in Oslo ahead of the ", "Lake States Forum", False),
        (" in Oslo for the ", "Lake States", False),
    ],
)
def test_purpose(between: str, name: str, expected: bool) -> None:
    assert is_purpose(between, name) is expected


@pytest.mark.parametrize(
    ("name", "is_short"),
    [
        ("COP26", True),
        ("MC-12", True),
        ("TICAD 8", True),
        ("Our Ocean 2022", False),
        ("Summit 2022", False),
        ("G", False),
    ],
)
def test_letters_with_a_number_stand_for_a_longer_name(name: str, is_short: bool) -> None:
    """So that "COP26" and the "26th Conference of the Parties" may be one."""
    assert (LETTERS_AND_NUMBER.fullmatch(name) is not None) is is_short
