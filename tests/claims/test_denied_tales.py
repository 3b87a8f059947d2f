"""What is told of in a denied tale did not happen, however long the words between; what the outlet tells itself did."""

import pytest

from aidememoire.model import ClaimKind
from aidememoire.pipeline import read_text

DENIED = (
    # the verb stands too far from the deed for a window of words
    "Palace aide Rui Costa on Friday dismissed reports that Peruvian Foreign Minister Ana Paz had met Chilean envoys.",
    "The aide denied that Foreign Minister Ana Maria Paz Soldan of Peru had met Chilean Foreign Minister Eva Rojas.",
    "Lima rejected a paper's claim that President Rui Costa of Peru had met Chilean President Eva Rojas in Quito.",
    # by what the tale is called
    "The embassy described as fabricated a story that President Costa of Peru had met Chilean President Eva Rojas.",
    "The ministry called untrue a report that President Costa of Peru had met Chilean President Eva Rojas in Quito.",
    # by two words
    "The palace brushed aside reports that President Costa of Peru had met Chilean President Eva Rojas in Quito.",
    "An official scoffed at suggestions that President Costa of Peru had met Chilean President Eva Rojas in Quito.",
)
TOLD = (
    # the denial is itself denied
    "Lima did not deny that President Rui Costa of Peru had met Chilean President Eva Rojas in Quito on Monday.",
    # the outlet tells again
    "The minister denied that he was ill, but Peruvian Foreign Minister Ana Paz met Chilean Minister Eva Rojas.",
    # the tale is over at the comma
    "Rejecting reports of a rift, Peruvian Foreign Minister Ana Paz met Chilean Foreign Minister Eva Rojas in Quito.",
    "Peruvian Foreign Minister Ana Paz, who has denied reports of a rift, met Chilean Foreign Minister Eva Rojas.",
    # somebody was dismissed, not a tale
    "The president dismissed the head of the agency of spies; Peruvian Foreign Minister Ana Paz met Chilean envoys.",
)


def _meetings(text: str) -> list[str]:
    _, _, reading = read_text(text, published="2003-05-06")
    return [claim.rule for claim in reading.claims if claim.kind is ClaimKind.MEETING]


@pytest.mark.parametrize("text", DENIED)
def test_a_denied_meeting_is_none(text: str) -> None:
    assert _meetings(text) == []


@pytest.mark.parametrize("text", TOLD)
def test_what_is_told_beside_a_denial_stays(text: str) -> None:
    assert _meetings(text)
