"""How those met of whom a sentence tells: text → mode, and one occasion."""

import pytest
from tests.claims.test_meetings import FILLER, meetings_in

from aidememoire.model import MeetingValues, Proposal


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("The foreign ministers of Chile and Peru met via Zoom on 4 May.", "video"),
        ("The talks between Chile and Peru were held by video on 4 May.", "video"),
        (
            "A meeting of the Chilean-Peruvian trade commission took place in the videoconference format on 4 May.",
            "video",
        ),
        ("The foreign ministers of Chile and Peru met in Lima on 4 May.", "in_person"),
        ("The foreign ministers of Chile and Peru met on 4 May by a videotape shop.", "unknown"),
        ("The foreign ministers of Chile and Peru met in a hybrid format on 4 May.", "unknown"),
    ],
)
def test_how_they_met(text: str, mode: str) -> None:
    assert _first(text).mode == mode
    assert len([item for item in meetings_in(text + FILLER) if isinstance(item, Proposal)]) == 1


def _first(text: str) -> MeetingValues:
    values = next(item.values for item in meetings_in(text + FILLER) if isinstance(item, Proposal))
    assert isinstance(values, MeetingValues)
    return values
