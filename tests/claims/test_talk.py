"""Talk: what a turn of a transcript tells of occasions; a briefing's day and principal belong to few of them."""

import pytest

from aidememoire.claims.occasions.meetings import propose_meetings
from aidememoire.knowledge import shipped
from aidememoire.model import MeetingValues, Proposal
from tests.claims.tables import written
from tests.claims.test_meetings import read

BRIEFING = """Press Briefing by Ida Doe
SANTIAGO, May 6, 2019
MS. DOE: Chilean President Juan Roe is well, and Chilean Foreign Minister Rut Poe is on the road. Good afternoon.
"""

# what is said in the briefing of Chile's government → the meetings that it tells of
SAID = [
    # told with a day, by those who met
    ("MS. DOE: We met with the Peruvian delegation on Friday.", ["meeting held CHL+PER 2019-05-03 -"]),
    ("MS. DOE: Yesterday President Roe spoke with Peruvian President Eva Moe.", ["call held CHL+PER 2019-05-05 -"]),
    # told without a day: not of the day of the briefing
    ("MS. DOE: President Roe met with Peruvian President Eva Moe.", ["meeting held CHL+PER - -"]),
    # on the diary, and not under way
    (
        "MS. DOE: President Roe is meeting with Peruvian President Eva Moe because of their differences.",
        ["meeting planned CHL+PER - -"],
    ),
    (
        "MS. DOE: President Roe is meeting with Peruvian President Eva Moe here as we speak.",
        ["meeting ongoing CHL+PER 2019-05-06 SANTIAGO"],
    ),
    # others' doings
    ("MS. DOE: The Peruvian delegation is in Lima for consultations.", []),
    # who asks
    ("Q: But we spoke with the Peruvian ambassador this morning. What now?", []),
    ("Q: You spoke with Peruvian President Eva Moe on Friday. What did she say?", ["call held CHL+PER 2019-05-03 -"]),
    ("Q: On the meeting with Peruvian President Eva Moe — she has her doubts.", []),
    (
        "Q: Peruvian President Eva Moe met Ecuadorian President Leo Paz on Friday. Why?",
        ["meeting held ECU+PER 2019-05-03 -"],
    ),
    ("Q: Peruvian President Eva Moe implored President Roe to meet with her today. Will he?", []),
    # another clause's day
    (
        "MS. DOE: Then the meeting with Peruvian President Eva Moe: she had some words for us today.",
        ["meeting held CHL+PER - -"],
    ),
    (
        "MS. DOE: He rested on Sunday, before President Roe met with Peruvian President Eva Moe.",
        ["meeting held CHL+PER - -"],
    ),
    # only spoken of
    ("MS. DOE: The meeting between President Roe and Peruvian President Eva Moe is a chance to listen.", []),
    ("MS. DOE: That is why President Roe is holding these meetings with Peruvian ministers.", []),
    # another question's talks, and "earlier this month" beside a day of it
    (
        "Q: Did you meet Peru’s ministers?\nMS. DOE: President Roe met with Peruvian President Eva Moe on Friday.\n"
        "Q: And copper?\nMS. DOE: The negotiations are taking place in Lima, and they are hard.",
        ["meeting held CHL+PER 2019-05-03 -"],
    ),
    (
        "Q: Did you meet Peru’s ministers?\nMS. DOE: President Roe met with Peruvian President Eva Moe on Friday. "
        "The meeting took place in Lima, and it was short.",
        ["meeting held CHL+PER 2019-05-03 Lima"],
    ),
    (
        "MS. DOE: President Roe met with Peruvian President Eva Moe earlier this month. Yesterday, after further "
        "consultations between the two governments, Peru closed the mine.",
        ["meeting held CHL+PER 2019-05 -"],
    ),
    (
        "Q: First, Peru.\nMS. DOE: President Roe met with the leaders of Peru last Friday.",
        ["meeting held CHL+PER 2019-05-03 -"],
    ),
    # the sequel's day
    (
        "MS. DOE: Today the teams praised the work following the meeting of President Roe with Peruvian President Moe.",
        [],
    ),
    (
        "MS. DOE: It has been quiet today since President Roe met with Peruvian President Eva Moe.",
        ["meeting held CHL+PER - -"],
    ),
]

# a readout of Chile's government → the meetings that it tells of
TOLD = [
    (
        "Foreign Minister Rut Poe met Ivo Gil, the UN Secretary-General’s Personal Envoy for Mali, on Friday.",
        ["meeting held CHL+UN 2019-05-03 -"],
    ),
    ("President Juan Roe thanked Peruvian President Eva Moe for what was agreed at their previous meetings.", []),
    (
        "Foreign Minister Rut Poe said she would meet Peruvian Foreign Minister Ana Gil in Lima and then hold "
        "talks with Bolivian Foreign Minister Leo Paz.",
        ["meeting planned CHL+PER - Lima", "talks planned BOL+CHL - Lima"],
    ),
    (
        "Foreign Minister Rut Poe, the highest-ranking Chilean official to visit Libya in years, was tired.",
        ["visit held CHL+LBY - Libya"],
    ),
    (
        "Foreign Minister Rut Poe was expected to brief the Senate on the outcome of the ASEAN summit.",
        ["summit held ASEAN+CHL - -"],
    ),
    (
        "Foreign Minister Rut Poe would seek a deal on copper at the ASEAN summit in Lima.",
        ["summit planned ASEAN+CHL - Lima"],
    ),
    (
        "Foreign Minister Rut Poe met Peruvian Minister for ASEAN Affairs Ana Gil on Friday.",
        ["meeting held CHL+PER 2019-05-03 -"],
    ),
    (
        "Foreign Minister Rut Poe returned to her native Peru on Friday.",
        [],
    ),
    (
        "Foreign Minister Rut Poe spoke of the hard negotiations ahead with Peruvian Foreign Minister Ana Gil.",
        ["talks planned CHL+PER - -"],
    ),
    (
        "Foreign Minister Rut Poe met Peruvian Foreign Minister Ana Gil on Friday to speed visas for Chilean tourists "
        "travelling to Bolivia.",
        ["meeting held CHL+PER 2019-05-03 -"],
    ),
    (
        "Foreign Minister Rut Poe spoke to Congress on the pace of new tariff talks with Peru.",
        [],
    ),
    (
        "Foreign Minister Rut Poe was in the thick of free trade talks with Peru in Lima.",
        ["talks held CHL+PER - Lima"],
    ),
    (
        "Foreign Minister Rut Poe welcomed Peruvian President Eva Moe’s February decision to close the mine.",
        [],
    ),
    (
        "Foreign Minister Rut Poe received Peruvian President Eva Moe’s envoy, Ana Gil, on Friday.",
        ["meeting held CHL+PER 2019-05-03 -"],
    ),
    (
        "Foreign Minister Rut Poe spoke with Peruvian Foreign Minister Ana Gil today to continue conversations with "
        "the Peruvian government.",
        ["call held CHL+PER 2019-05-06 -"],
    ),
    (
        "Foreign Minister Rut Poe met with Ivo Gil, the United Nations’ envoy for Mali, on Friday.",
        ["meeting held CHL+UN 2019-05-03 -"],
    ),
    (
        "Foreign Minister Rut Poe and Peruvian Foreign Minister Ana Gil lauded the summit with Ecuador and Bolivia.",
        ["summit held BOL+ECU - -"],
    ),
    # a wish that does what it speaks of, and one that doesn't; what was over before a visit began
    (
        "“I would like to recall the visit by Peruvian President Eva Moe to Chile in 2017.”",
        ["visit held CHL+PER 2017 Chile"],
    ),
    ("“I would like to see a visit by Peruvian President Eva Moe to Chile.”", []),
    (
        "Peruvian President Eva Moe is in Chile on a working visit. The visit by the Peruvian prime minister to Chile "
        "last year was short.",
        ["visit ongoing CHL+PER - Chile", "visit held CHL+PER 2018 Chile"],
    ),
    # what talks ended in, and what comes after them
    (
        "President Juan Roe agreed to lift the ban after talks with Peruvian President Eva Moe.",
        ["talks held CHL+PER - -"],
    ),
    (
        "President Juan Roe will lift the ban after talks with Peruvian President Eva Moe.",
        ["talks planned CHL+PER - -"],
    ),
    # who came to a session, in a sentence of its own
    (
        "Foreign Minister Rut Poe attended the SCO summit in Bishkek. Present at the summit were President of "
        "Kazakhstan Olim Gil and President of China Li Moe.",
        ["summit held CHL+CHN+KAZ+SCO - Bishkek"],
    ),
    (
        "Foreign Minister Rut Poe attended the SCO summit in Bishkek. Absent from the summit were the leaders of China "
        "and Kazakhstan.",
        ["summit held CHL+SCO - Bishkek"],
    ),
]

# the first sentence of a dispatch → the meetings that it tells of
DISPATCHED = [
    # an infinitive before it, and only a posting
    (
        "LIMA, May 6 (Reuters) - The Chilean ambassador to Lima was summoned to be told that the war must end.",
        ["meeting held CHL+PER 2019-05-06 LIMA"],
    ),
    ("LIMA, May 6 (Reuters) - Chilean ministers to visit Lima.", ["visit planned CHL+PER - Lima"]),
    # whose talks they were, and whose refusal
    (
        "LIMA, May 6 (Reuters) - Chilean officials held talks here last month on copper, envoys said.",
        ["talks held CHL+PER 2019-04 LIMA"],
    ),
    ("LIMA, May 6 (Reuters) - Chile’s refusal to sell copper wrecked talks here last month, envoys said.", []),
    # who comes of no office
    (
        "LIMA, May 6 (Reuters) - Bolivian soldiers were at ease during a visit there by foreign journalists.",
        [],
    ),
    (
        "LIMA, May 6 (Reuters) - A visit to Bolivia by Chilean Foreign Minister Rut Poe was marred by the press.",
        ["visit held BOL+CHL 2019-05-06 Bolivia"],
    ),
]


def told(text: str) -> list[str]:
    found = propose_meetings(read(text, "2019-05-06", "CHL"), shipped())
    return [written(item) for item in found if isinstance(item, Proposal)]


@pytest.mark.parametrize(("turn", "expected"), SAID, ids=[row[0][:60] for row in SAID])
def test_turns(turn: str, expected: list[str]) -> None:
    assert told(BRIEFING + turn) == expected


@pytest.mark.parametrize(("sentence", "expected"), TOLD, ids=[row[0][:60] for row in TOLD])
def test_readouts(sentence: str, expected: list[str]) -> None:
    assert told(sentence + "\n\nThe weather was fine, and the streets were quiet all evening.") == expected


@pytest.mark.parametrize(("sentence", "expected"), DISPATCHED, ids=[row[0][24:84] for row in DISPATCHED])
def test_dispatches(sentence: str, expected: list[str]) -> None:
    text = sentence + "\n\nThe weather was fine, and the streets were quiet all evening."
    found = propose_meetings(read(text, "2019-05-06", None), shipped())
    assert [written(item) for item in found if isinstance(item, Proposal)] == expected


def test_another_of_the_side_is_not_taken_for_the_principal() -> None:
    text = (
        "Deputy Minister Ida Doe’s Travel to Geneva\n\nDeputy Minister Ida Doe will attend the session of the UN "
        "Human Rights Council in Geneva on 10 May. Chilean Foreign Minister Rut Poe wished her well. Minister Rut "
        "Poe stays at home."
    )
    found = propose_meetings(read(text, "2019-05-06", "CHL"), shipped())
    told_of = [item.values for item in found if isinstance(item, Proposal)]
    assert told_of
    for values in told_of:
        assert isinstance(values, MeetingValues)
        assert "Rut Poe" not in {one.name for one in values.participants}


@pytest.mark.parametrize(
    ("turn", "names"),
    [
        ("PRESIDENT ROE: I spoke with Peruvian President Eva Moe on Friday.", {"Juan Roe", "Eva Moe"}),
        ("MS. DOE: We spoke with Peruvian President Eva Moe on Friday.", {"Eva Moe"}),
        ("Q: You spoke with Peruvian President Eva Moe on Friday. Why?", {"Eva Moe"}),
    ],
)
def test_who_speaks_of_himself_took_part(turn: str, names: set[str]) -> None:
    found = list(propose_meetings(read(BRIEFING + turn, "2019-05-06", "CHL"), shipped()))
    (values,) = [item.values for item in found if isinstance(item, Proposal)]
    assert isinstance(values, MeetingValues)
    assert {one.name for one in values.participants} == names


def test_whose_adviser_travels_stays_at_home() -> None:
    text = "President Juan Roe’s National Security Adviser Ida Doe travelled to Peru on Friday. The weather was fine."
    found = propose_meetings(read(text, "2019-05-06", "CHL"), shipped())
    (values,) = [item.values for item in found if isinstance(item, Proposal)]
    assert isinstance(values, MeetingValues)
    assert {one.name for one in values.participants} == {"Ida Doe"}
