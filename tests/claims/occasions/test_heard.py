"""Ways of telling of an occasion without the common words, or beside what is denied, wished for or imagined.

An occasion is written as in ``occasions.txt``; an empty list where none is told of.
"""

import pytest
from tests.claims.tables import written
from tests.claims.test_meetings import FILLER, meetings_in

from aidememoire.model import Proposal

OSLO = "OSLO, 6 May. "
BRENDE = OSLO + "Norwegian Foreign Minister Borge Brende "
LIDEGAARD = OSLO + "Danish Foreign Minister Martin Lidegaard"

ROWS = [
    # somebody is in a country on a visit
    (LIDEGAARD + ", currently in Norway on a two-day visit, praised the ferry.", ["visit ongoing DNK+NOR"]),
    (LIDEGAARD + ", currently in Norway on a two-day strike, praised the ferry.", []),
    (LIDEGAARD + ", here on a two-day visit, praised the ferry.", ["visit held DNK+NOR"]),
    (LIDEGAARD + ", here on a two-day paper, praised the ferry.", []),
    (LIDEGAARD + " will be in Norway on a working visit next week.", ["visit planned DNK+NOR"]),
    (LIDEGAARD + " spent three days in Norway last week.", ["visit held DNK+NOR"]),
    (LIDEGAARD + " spent three crowns in Norway last week.", []),
    (LIDEGAARD + " has just returned from Finland.", ["visit held DNK+FIN"]),
    (LIDEGAARD + " has just returned from his lunch.", []),
    (LIDEGAARD + " accompanied the queen to Finland last week.", ["visit held DNK+FIN"]),
    (LIDEGAARD + " will go on to Finland on Tuesday.", ["visit planned DNK+FIN"]),
    (OSLO + "Norway was visited last week by Danish Foreign Minister Martin Lidegaard.", ["visit held DNK+NOR"]),
    (OSLO + "Norway was visited last week by a Danish storm.", []),
    # who leads those who travel; what is planned
    (
        OSLO + "A delegation led by Danish Foreign Minister Martin Lidegaard arrived in Finland on Monday.",
        ["visit ongoing DNK+FIN"],
    ),
    (OSLO + "Iceland praised the Danish president’s planned visit to Finland in June.", ["visit planned DNK+FIN"]),
    (OSLO + "Sweden is expected to send a high-level official to Finland next month.", ["visit planned FIN+SWE"]),
    (OSLO + "Sweden is expected to send a humanitarian mission to Finland next month.", []),
    # spoken words
    (BRENDE + "spoke late on Monday for an hour with Danish Prime Minister Lars Rasmussen.", ["call held DNK+NOR"]),
    (BRENDE + "called his Danish counterpart, Martin Lidegaard, on Monday.", ["call held DNK+NOR"]),
    (BRENDE + "called his Danish dog on Monday.", []),
    (OSLO + "Denmark has been in negotiation with Sweden since Monday.", ["talks ongoing DNK+SWE"]),
    (OSLO + "Danish officials had a “useful discussion” with Swedish officials on Monday.", ["meeting held DNK+SWE"]),
    (OSLO + "Danish and Swedish officials sat down on Monday to discuss the ferry.", ["meeting held DNK+SWE"]),
    (OSLO + "Danish and Swedish officials sat down on Monday to eat.", []),
    (
        OSLO + "Meeting Danish Prime Minister Lars Rasmussen, Icelandic President Olafur Grimsson praised the ferry.",
        ["meeting held DNK+ISL"],
    ),
    (OSLO + "Meeting Danish needs, Icelandic President Olafur Grimsson praised the ferry.", []),
    # envoys sent for
    (OSLO + "The Danish ambassador was summoned on Monday to explain the delay.", ["meeting held DNK+NOR"]),
    (OSLO + "The Danish ambassador was summoned on Monday to the foreign ministry.", ["meeting held DNK+NOR"]),
    (OSLO + "The Danish ambassador to Finland was summoned on Monday to hear it.", ["meeting held DNK+FIN"]),
    (OSLO + "The Finnish foreign ministry called in the Danish ambassador on Monday.", ["meeting held DNK+FIN"]),
    (OSLO + "The Finnish foreign ministry called in the Danish plumbers on Monday.", []),
    (OSLO + "The Danish witness was summoned on Monday to explain the delay.", []),
    # hosts that no word calls so
    (LIDEGAARD + " took a hard line on fish in talks here last week.", ["talks held DNK+NOR"]),
    ("GENEVA, 6 May. Danish Foreign Minister Martin Lidegaard took a hard line on fish in talks here last week.", []),
    (
        "In Helsinki, Finland, Danish Foreign Minister Martin Lidegaard will meet with senior civilian officials.",
        ["meeting planned DNK+FIN"],
    ),
    ("In Helsinki, Finland, Danish Foreign Minister Martin Lidegaard will meet with miners.", []),
    # a body's session; the body whose meeting no word names
    (
        "In a special session of the UN General Assembly on Monday, Norway’s envoy praised the truce.",
        ["meeting held NOR+UN"],
    ),
    ("The annual meeting of the World Bank in Lima opened on Monday.", ["meeting held World_Bank"]),
    ("The annual meeting of the savings bank in Lima opened on Monday.", []),
    ("NATO has more ships. After a meeting in Oslo on Monday, the alliance praised Chile.", ["meeting held NATO"]),
    ("NATO has more ships. After a meal in Oslo on Monday, the alliance praised Chile.", []),
    ("The UN Security Council will hold a debate on fish on Tuesday.", ["meeting planned UN"]),
    ("The UN Security Council will hold a view on fish on Tuesday.", []),
    ("GENEVA, 6 May. The GATT Council deferred a decision on fish.", ["meeting held GATT"]),
    ("GENEVA, 6 May. The town council deferred a decision on fish.", []),
    ("GENEVA, 6 May. Chile sells fish. It buys ships. It has no quarrel. The GATT Council deferred a decision.", []),
    # told of beside what is imagined or denied
    (
        OSLO + "Envoys discussed possible moves ahead of a meeting of NATO ministers on Thursday.",
        ["meeting planned NATO"],
    ),
    (OSLO + "Envoys discussed a possible meeting of NATO ministers on Thursday.", []),
    ("Chile wasn’t enthusiastic about this weekend’s meeting of the Group of 20.", ["meeting planned G20"]),
    (OSLO + "A no-fly zone was discussed on Monday by the UN Security Council.", ["meeting held UN"]),
    ("The NATO council will not meet again until 20 May.", ["meeting planned NATO"]),
    ("The NATO council will not meet again until the strike ends.", []),
    # asked for
    (OSLO + "Denmark asked for consultations with Sweden on fish.", ["talks proposed DNK+SWE"]),
    (OSLO + "Denmark hoped for consultations with Sweden on fish.", []),
    (OSLO + "Denmark requested an urgent meeting of the African Union.", ["meeting proposed AU"]),
    (OSLO + "Denmark requested regular meetings of the African Union.", []),
]


def told(item: Proposal) -> str:
    return " ".join(written(item).split()[:3])


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=lambda value: str(value)[:80])
def test_heard(text: str, expected: list[str]) -> None:
    assert [told(item) for item in meetings_in(text + FILLER, "2014-05-06") if isinstance(item, Proposal)] == expected
