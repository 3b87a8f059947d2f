"""Who took part by the words of other sentences: text → names, with texts that must name nobody more."""

import pytest

from aidememoire.model import MeetingValues, Proposal
from tests.claims.test_meetings import FILLER, meetings_in

MET = "The foreign ministers of Norway and Denmark met in Oslo on 2 May. "
ROWS = [
    # a sentence after it says so
    (MET + "Norwegian Prime Minister Erna Solberg was pleased.", []),
    (
        "Norway and Denmark held talks in Oslo on 2 May. Foreign Minister Ine Eriksen Soreide represented Norway.",
        ["Ine Eriksen Soreide"],
    ),
    (
        "Norway and Denmark held talks in Oslo on 2 May. Norwegian Foreign Minister Ine Eriksen Soreide and Danish "
        "Foreign Minister Anders Samuelsen co-chaired the meeting.",
        ["Anders Samuelsen", "Ine Eriksen Soreide"],
    ),
    (
        "Norway and Denmark held talks in Oslo on 2 May. Norwegian Foreign Minister Ine Eriksen Soreide attended a "
        "school in Oslo.",
        [],
    ),
    (
        "Norway and Denmark held talks in Oslo on 2 May. Swedish Foreign Minister Margot Wallstrom took part in a "
        "regatta.",
        [],
    ),
    # the one holder of the office of those who met
    (
        MET + "Norwegian Foreign Minister Ine Eriksen Soreide said trade had grown. Danish Foreign Minister Anders "
        "Samuelsen said so too.",
        ["Anders Samuelsen", "Ine Eriksen Soreide"],
    ),
    (MET + "Former Norwegian Foreign Minister Borge Brende said trade had grown.", []),
    (MET + "Norwegian Finance Minister Siv Jensen said trade had grown.", []),
    # a spokesman speaks for others
    ("Norway and Denmark held talks in Oslo on 2 May. Danish government spokesman Ole Olsen said after the talks.", []),
]


@pytest.mark.parametrize(("text", "names"), ROWS)
def test_attendance(text: str, names: list[str]) -> None:
    found = [item for item in meetings_in(text + FILLER, "2019-05-03") if isinstance(item, Proposal)]
    assert len(found) == 1
    values = found[0].values
    assert isinstance(values, MeetingValues)
    assert sorted(person.name for person in values.participants) == names
