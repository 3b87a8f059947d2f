"""Meetings that no record holds, days seen from a report, disputes, who speaks: what is supported and what isn't."""

from datetime import date
from functools import cache

import pytest

from aidememoire.pipeline import find_days, knowledge_in_use
from aidememoire.register import Register
from aidememoire.register.words import WordIndex
from aidememoire.views.checking import Check, check_draft
from tests.views.checking.material import draft_of, register_of

REPORTS = {
    "denied": (
        "2003-04-10",
        "HARARE, April 10 - Zimbabwe's justice minister Patrick Chinamasa spoke of a supper with the foreign "
        'minister of Botswana, Mompati Merafhe. "General Merafhe did not meet Mr Chinamasa," the spokesman in '
        "Gaborone said. "
        "Zambia's foreign minister Kalombo Mwansa travelled to Harare. He did not see Chinamasa either.",
    ),
    "proposed": (
        "2012-10-02",
        "VALLETTA, Oct. 2 - Malta proposed holding a meeting of the interior ministers of Libya and Italy in Mdina on "
        "9 November. Tunisian Foreign Minister Rafik Abdessalem could visit Chad in December, a diplomat said.",
    ),
    "held": (
        "2012-10-20",
        "ROME, Oct. 20 - Italian Foreign Minister Giulio Terzi met his Albanian counterpart Edmond Panariti in Rome on "
        "Friday. Terzi did not sign the ferry protocol at the meeting with Panariti.",
    ),
    "suspended": (
        "1994-03-08",
        "Hungary suspended its barge agreement with Slovakia last November. The Danube commission halted dredging at "
        "Gabcikovo two years ago. Slovakia expelled three customs officers of Hungary in January.",
    ),
    "worry": (
        "2019-07-16",
        "Secretary-General Patricia Scotland spoke by phone with Foreign Minister Sushil Rao of Fiji. She expressed "
        "alarm about the damage to the coral dykes. The opposition spokeswoman in Suva, Ana Tikoduadua, said that the "
        "government had not honoured its pledge to rebuild the sea wall of Levuka.",
    ),
    "rivals-1": (
        "2014-05-20",
        "BAKU, May 20, 2014 - Azerbaijani President Ilham Aliyev and Georgian President Giorgi Margvelashvili met in "
        "Baku on Tuesday. The presidents agreed to raise the volume of freight to 8 million tons by 2018.",
    ),
    "rivals-2": (
        "2014-05-21",
        "TBILISI, May 21, 2014 - Georgian President Giorgi Margvelashvili met Azerbaijani President Ilham Aliyev in "
        "Baku on Tuesday. The two presidents agreed to raise the volume of freight to 11 million tons by 2020.",
    ),
    "own-word": (
        "2010-09-01",
        "Uruguay's transport minister Enrique Pintado said that the pulp mill at Fray Bentos had been fined. "
        '"Uruguay cleaned the river bank at Fray Bentos twice in June," Foreign Minister Luis Almagro of Uruguay '
        "said. Argentine Foreign Minister Hector Timerman denied that Uruguay had cleaned the river bank.",
    ),
    "contest": (
        "2010-08-12",
        'Costa Rican Foreign Minister Rene Castro said that his country had left the river commission. "Nicaraguan '
        "soldiers tore down the cable ferry at Barra every spring,\" Castro said. Nicaragua's Foreign Minister Samuel "
        "Santos denied that soldiers had torn down the cable ferry at Barra.",
    ),
}


@cache
def kept() -> tuple[Register, WordIndex]:
    """The reports in a register, and the index of its words."""
    return register_of(REPORTS, "River Wire")


def checked(text: str) -> Check:
    return check_draft(draft_of(text), *kept(), knowledge_in_use(), find_days)


@pytest.mark.parametrize(
    ("draft", "status"),
    [
        ("Mompati Merafhe met Patrick Chinamasa in April 2003.", "truncated/denied"),
        ("Merafhe met Chinamasa.", "truncated/denied"),
        ("Mwansa met Chinamasa.", "denied"),  # "He did not see Chinamasa": the one of the sentence before
        ("The interior ministers of Libya and Italy met in Mdina on 9 November 2012.", "proposed"),
        ("Rafik Abdessalem visited Chad in December 2012.", "proposed"),
        (
            "Giulio Terzi met Rafik Abdessalem on 19 October 2012.",
            "contradicted/not_found",
        ),  # he met another on that day
        ("Hungary suspended its barge agreement with Slovakia in November 1992.", "other_date"),
        ("Patricia Scotland expressed alarm about the damage to the coral dykes on 2 May 2019.", "other_date"),
        ("The opposition said that Fiji had honoured its pledge to rebuild the sea wall of Levuka.", "truncated"),
        ("Azerbaijan and Georgia agreed to raise the volume of freight to 8 million tons by 2020.", "altered"),
        ("Azerbaijan and Georgia agreed to raise the volume of freight to 9 million tons by 2018.", "altered"),
        ("Uruguay cleaned the river bank at Fray Bentos twice in June 2010.", "denied"),
        ("Nicaraguan soldiers tore down the cable ferry at Barra.", "mediated"),
    ],
)
def test_faults_are_found(draft: str, status: str) -> None:
    findings = checked(draft).findings
    found = {str(fault.status) for finding in findings for fault in finding.faults}
    assert found & set(status.split("/")), findings


@pytest.mark.parametrize(
    "draft",
    [
        "Giulio Terzi met Edmond Panariti in Rome on 19 October 2012.",
        "Hungary suspended its barge agreement with Slovakia in November 1993.",
        "Slovakia expelled three customs officers of Hungary in January 1994.",
        "Patricia Scotland expressed alarm about the damage to the coral dykes on 16 July 2019.",
        "The opposition said that Fiji had not honoured its pledge to rebuild the sea wall of Levuka.",
        "Azerbaijan and Georgia agreed to raise the volume of freight to 8 million tons by 2018.",
        "Azerbaijan and Georgia agreed to raise the volume of freight to 11 million tons by 2020.",
    ],
)
def test_what_is_right_is_supported(draft: str) -> None:
    findings = checked(draft).findings
    assert findings
    assert [finding for finding in findings if not finding.is_supported] == []


@pytest.mark.parametrize(
    "draft",
    ["Terzi met Panariti.", "Libya and Italy issued a stamp.", "Rafik Abdessalem could visit Chad in December 2012."],
)
def test_a_meeting_that_none_denies_is_not_denied(draft: str) -> None:
    assert [finding for finding in checked(draft).findings if not finding.is_supported] == []


def test_a_conflict_between_reports_is_said() -> None:
    findings = checked(
        "Azerbaijan and Georgia agreed to raise the volume of freight to 8 million tons by 2018."
    ).findings
    assert any("reports differ" in note for finding in findings for note in finding.notes)


def test_nobody_is_named_by_a_later_paragraph() -> None:
    text = "A Fijian minister said that the sea wall had been rebuilt.\n\nHanna Tetteh arrived in Suva."
    speakers = [finding.speaker for finding in checked(text).findings if finding.asserted == "statement"]
    assert "Hanna Tetteh" not in speakers


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("suspended last November", ["1993-11"]),
        ("suspended in November", ["1993-11"]),
        ("suspended last March", ["1993-03"]),
        ("suspended in November 1990", ["1990-11"]),
        ("suspended on 3 May 1990", ["1990-05-03"]),
        ("It was suspended on June 3", ["1993-06-03"]),
        ("suspended in June last year", ["1993-06"]),
        ("suspended last month", ["1994-02"]),
        ("suspended two years ago", ["1992"]),
        ("suspended three months ago", ["1993-12"]),
        ("suspended in 1990", ["1990"]),
        ("opens next April", ["1994-04"]),
        ("on 31 June 1990", []),
        ("they may open it and march on", []),
        ("a plan of 2,000 pages", []),
    ],
)
def test_days_that_words_name(words: str, days: list[str]) -> None:
    assert [str(when) for when in find_days(words, date(1994, 3, 8))] == days
