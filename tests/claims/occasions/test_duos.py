"""Those whom the words count and don't name: text → parties of the meetings told of."""

import pytest
from tests.claims.test_meetings import FILLER, meetings_in

from aidememoire.model import MeetingValues, Proposal, Refusal

LEAD = "LIMA, May 4 - Chile and Peru have agreed to mark their desert border with stones. The work is to take a year. "
THREE = "LIMA, May 4 - Chile, Peru and Bolivia have agreed to share the water of a lake. The work is to take a year. "
PAIR = [("CHL", "PER")]

ROWS = [
    # as many as are counted, by their office, their people, or nothing more
    (LEAD + "The two foreign ministers met in Arica last week.", PAIR),
    (LEAD + "The two meet in Arica on Monday.", PAIR),
    (LEAD + "Experts from both countries will meet in Arica on Monday.", PAIR),
    (LEAD + "The two countries' defence ministers will meet in Arica on Monday.", PAIR),
    (LEAD + "They are to see each other again in July.", PAIR),
    (LEAD + "The two presidents spoke by telephone on Sunday.", PAIR),
    (LEAD + "The two ministers had lunch in Arica on Sunday.", PAIR),
    (LEAD + "A meeting between the two transport ministers is planned in Arica on Monday.", PAIR),
    (LEAD + "Their presidents will meet in Arica on Monday.", PAIR),
    (LEAD + "The joint boundary commission met at Arica on Sunday.", PAIR),
    (THREE + "The three energy ministers will meet in Arica on Monday.", [("BOL", "CHL", "PER")]),
    # the nth or next one of those whom the report is about
    (LEAD + "The next round will be held in Arica on 12 May.", PAIR),
    (LEAD + "The fourth session will take place in Arica in June.", PAIR),
    (LEAD + "The two sides' second round of talks will be held in Arica in June.", PAIR),
    (LEAD + "The two presidents will sign a treaty when they meet in Arica on Monday.", PAIR),
    # minutes name the sides further down
    ("The Joint Boundary Commission met at Arica on 3 May 2012. The Chilean side asked Peru for maps.", PAIR),
    # three states have no two, and those whom no one named are nobody's
    (THREE + "The two foreign ministers met in Arica last week.", []),
    (LEAD + "The three energy ministers will meet in Arica on Monday.", []),
    ("The work is to take a year. The two foreign ministers met in Arica last week.", []),
    # others were named together since
    (LEAD + "Kenya, Ghana and Togo had done so before. The two presidents met in Arica last week.", []),
    # whose people were named in the same sentence, talks that last, and the name of a great conference
    (LEAD + "Kenya and Ghana denied that they met in Arica on Sunday.", []),
    (LEAD + "Negotiators of the two countries have been meeting for more than a year.", []),
    (LEAD + "Both countries expect to conclude the talks by June.", []),
    (LEAD + "The Second Arica Conference will take place in June.", []),
    # what they do but meet, what is usual, and who else is meant
    (LEAD + "The two presidents told their peoples so on Sunday.", []),
    (LEAD + "They would rather meet elsewhere.", []),
    (LEAD + "The two sides of the town meet at its bridge on Sunday.", []),
    (LEAD + "The two ministers meet every month.", []),
    # of several named those who act, and not those of whom they speak
    ("The leaders of Chile and Peru welcomed Kenya's new aid for Togo. They met in Arica on Monday.", PAIR),
    ("The ministers of Chile and Peru argued over Kenya's wells. The two met in Arica on Monday.", PAIR),
    ("Chile and Peru have backed Kenya's new cabinet. They met in Arica on Monday to talk of boats.", PAIR),
    ("The Chilean and Peruvian ministers said Kenya would pay. They met in Arica on Monday.", PAIR),
    # with whom they deal is one of them
    ("Chile and Peru long argued with Kenya over the boats. They met in Arica on Monday.", [("CHL", "KEN", "PER")]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=lambda value: str(value)[100:190])
def test_duos(text: str, expected: list[tuple[str, ...]]) -> None:
    found = [item for item in meetings_in(text + FILLER, "2012-05-04") if isinstance(item, Proposal)]
    assert [item.values.parties for item in found if isinstance(item.values, MeetingValues)] == expected


def test_inferred_parties_say_why() -> None:
    (found,) = (one for one in meetings_in(ROWS[0][0] + FILLER, "2012-05-04") if isinstance(one, Proposal))
    assert "named together" in dict(found.inferred)["parties"]


UNNAMED = [
    # nobody can tell which two, or three: it is withheld, and the reader is told why
    (THREE + "The two foreign ministers met in Arica last week.", True),
    (LEAD + "The three energy ministers will meet in Arica on Monday.", True),
    ("The work is to take a year. The two foreign ministers met in Arica last week.", True),
    # known ones, no meeting, and a meeting whose sides no words count
    (LEAD + "The two foreign ministers met in Arica last week.", False),
    (LEAD + "The two presidents told their peoples so on Sunday.", False),
    ("The work is to take a year. The foreign ministers met in Arica last week.", False),
]


@pytest.mark.parametrize(("text", "is_withheld"), UNNAMED, ids=lambda value: str(value)[100:190])
def test_those_whom_nobody_can_name_are_withheld_with_a_reason(text: str, is_withheld: bool) -> None:
    refused = [item for item in meetings_in(text + FILLER, "2012-05-04") if isinstance(item, Refusal)]
    assert ("unnamed" in {item.why for item in refused}) is is_withheld
