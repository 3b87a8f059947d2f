"""The agenda: text → what the first occasion in it was about, item by item."""

import pytest
from tests.claims.test_meetings import FILLER, meetings_in

from aidememoire.model import MeetingValues, Proposal

MET = "The foreign ministers of Chile and Peru met in Lima on 4 May"
TALKS = "Talks between Chile and Peru"

ROWS = [
    (MET + " to discuss tuna, the border and a tunnel.", ("tuna", "the border", "a tunnel")),
    (MET + " and discussed piracy as well as visa rules.", ("piracy", "visa rules")),
    (MET + ". They exchanged views on the truce in Mali and on grain exports.", ("the truce in Mali", "grain exports")),
    (MET + ". The talks focused on such issues as transit and demining.", ("transit", "demining")),
    (MET + " to discuss the port with Chancellor Olaf Scholz and agreed to dig.", ("the port",)),
    ("The agenda of the talks between Chile and Peru in Lima on 4 May includes trade rules.", ("trade rules",)),
    ("On the agenda of the talks between Chile and Peru in Lima on 4 May were tuna and coal.", ("tuna", "coal")),
    (TALKS + " on fishing rights were held in Lima on 4 May.", ("fishing rights",)),
    ("The foreign ministers of Chile and Peru discussed dual nationals over the phone on 4 May.", ("dual nationals",)),
    # one thing with two names for its kind is one item
    (MET + " to discuss trade and economic cooperation.", ("trade and economic cooperation",)),
    # no agenda
    (MET + ".", ()),
    (MET + ". They did not discuss the border.", ()),
    (MET + ". The ministers praised the talks.", ()),
    (MET + ". The two captains discussed the score.", ()),
    ("The agenda of the talks between Chile and Peru in Lima on 4 May was not known.", ()),
    (TALKS + " on the sidelines of the Harvest Forum were held in Lima on 4 May.", ()),
    (TALKS + " on Tuesday in Lima were brief.", ()),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_what_an_occasion_was_about(text: str, expected: tuple[str, ...]) -> None:
    first = next(item for item in meetings_in(text + FILLER) if isinstance(item, Proposal))
    assert isinstance(first.values, MeetingValues)
    assert first.values.topics == expected
