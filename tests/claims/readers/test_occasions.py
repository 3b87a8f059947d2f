"""Of a sentence that the tagger takes for an occasion: who was there, and which of its days may be the occasion's."""

import pytest

from aidememoire.claims.readers.completing.occasions import propose_occasions
from aidememoire.claims.readers.decoding import TaggedSentence, Tags
from aidememoire.model import MeetingValues, Proposal
from aidememoire.pipeline import read_text


def meeting(text: str, kind: str, state: str) -> MeetingValues:
    _, mentions, _ = read_text(text, published="2019-05-06")
    tags = Tags((), (TaggedSentence(0, 0.0, 0.0, 0.9, state, kind, "launched"),))
    (found,) = propose_occasions(mentions, tags, (), 0.5)
    assert isinstance(found, Proposal)
    assert isinstance(found.values, MeetingValues)
    return found.values


@pytest.mark.parametrize(
    ("text", "state", "day"),
    [
        ("Norwegian Foreign Minister Ine Berg got her Chilean counterpart to Oslo on 3 May.", "held", "2019-05-03"),
        (
            "Norwegian Foreign Minister Ine Berg got her Chilean counterpart to Oslo before the fair of 9 May.",
            "held",
            None,
        ),
        ("Norwegian Foreign Minister Ine Berg is in for Chilean guests after the fair of 3 May.", "planned", None),
    ],
)
def test_day_agrees_with_the_state(text: str, state: str, day: str | None) -> None:
    date = meeting(text, "meeting", state).date
    assert (str(date) if date else None) == day


def test_no_body_is_a_participant() -> None:
    values = meeting("Norwegian Foreign Minister Ine Berg got the European Union to Oslo on 3 May.", "meeting", "held")
    assert values.parties == ("EU", "NOR")
    assert [person.name for person in values.participants] == ["Ine Berg"]
