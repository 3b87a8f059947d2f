"""Whose a minister is whom no words give a state, where he met another state's: text → parties."""

import pytest
from tests.claims.test_meetings import FILLER, meetings_in

from aidememoire.model import MeetingValues, Proposal

LEAD = "LIMA, May 4 - Chile and Peru have agreed to mark their desert border with stones. "
FROM = "LIMA, May 4 - The price of fish has risen again. "
THREE = "GENEVA, May 4 - Chile, Peru and Bolivia have agreed to share the water of a lake. "

ROWS = [
    (LEAD + "Foreign Minister Ana Solar met her Chilean counterpart in Arica on Sunday.", [("CHL", "PER")]),
    (FROM + "Foreign Minister Rafael Roncagliolo met the Kenyan president in Arica on Sunday.", [("KEN", "PER")]),
    # of three states nobody can tell which it is, nor at home
    (THREE + "The foreign minister met his Chilean counterpart in Arica on Sunday.", []),
    # whoever isn't the minister of the state that the report is from
    (FROM + "Foreign Minister Ana Solar met the Kenyan president in Arica on Sunday.", []),
    (FROM + "Foreign Minister Ana Solar met the Peruvian prime minister in Arica on Sunday.", []),
    (FROM.replace("LIMA", "GENEVA") + "Foreign Minister Ana Solar met the Kenyan president on Sunday.", []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=lambda value: str(value)[50:140])
def test_counterparts(text: str, expected: list[tuple[str, ...]]) -> None:
    found = [item for item in meetings_in(text + FILLER, "2012-05-04") if isinstance(item, Proposal)]
    assert [item.values.parties for item in found if isinstance(item.values, MeetingValues)] == expected
