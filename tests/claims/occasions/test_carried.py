"""The place of a meeting that no words give: that of the visit or conference in whose course it was."""

import pytest
from tests.claims.test_particulars import meetings_in

from aidememoire.claims.occasions.filling.carried import ALSO, LEADS, OF_GATHERING, OF_VISIT
from aidememoire.claims.occasions.filling.news import APART
from aidememoire.claims.occasions.filling.scenes import SCENE
from aidememoire.model import MeetingValues

DAY = "2019-05-06"


def places(text: str, side: str | None, kind: str = "meeting") -> list[str | None]:
    """The places of the occasions of a kind, in order."""
    found = []
    for proposal in meetings_in(text, DAY, side):
        values = proposal.values
        assert isinstance(values, MeetingValues)
        if str(values.kind) == kind:
            found.append(values.place)
            assert values.place is None or "place" in {**dict(proposal.spans), **dict(proposal.inferred)}
    return found


VISIT = "Kenyan Foreign Minister Monica Juma paid a visit to Peru on May 3-4.\n"
JUMA = "Monica Juma met with the President of the Congress of Peru Luis Salas."


@pytest.mark.parametrize(
    ("text", "side", "expected"),
    [
        # part of a visit that is told as such
        (VISIT + "During her visit, " + JUMA, "KEN", ["Peru"]),
        (VISIT + "During the visit, " + JUMA, None, ["Peru"]),
        (VISIT + "During the visit, " + JUMA.replace("with", "in Cusco with"), "KEN", ["Cusco"]),
        # where a journey or conference is told of that is no occasion of two sides
        (
            "U.S. Envoy Anna Berg will travel to Lima May 10 to 12.\n"
            "Envoy Berg will also meet with Japanese Ambassador Kenji Mori.",
            "USA",
            ["Lima"],
        ),
        (
            "Envoy Berg at a Conference\n\nU.S. Envoy Anna Berg attended a conference on grain in Lima.\n"
            "Envoy Berg also met with Kenyan Foreign Minister Monica Juma.",
            "USA",
            ["Lima"],
        ),
        # two countries: either may be where they met
        (
            "U.S. Envoy Anna Berg travelled to Lima and then arrived in Quito.\n"
            "Envoy Berg also met with Kenyan Foreign Minister Monica Juma.",
            "USA",
            [None],
        ),
        # another's journey
        (
            "Kenyan President Uhuru Kenyatta arrived in Lima on Sunday.\n"
            "Kenyan Foreign Minister Monica Juma also met with Ghanaian Foreign Minister Ama Mensah.",
            "KEN",
            [None],
        ),
        # what is ahead is not part of what is over
        (
            "Kenyan Foreign Minister Monica Juma arrived in Lima on Sunday.\n"
            "Monica Juma will also meet with Ghanaian Foreign Minister Ama Mensah in the autumn.",
            "KEN",
            [None],
        ),
        # nothing ties it to the journey
        (
            "Kenyan Foreign Minister Monica Juma arrived in Lima on Sunday.\n"
            "Prices have risen.\nMonica Juma met with Ghanaian Foreign Minister Ama Mensah.",
            None,
            [None],
        ),
        # an earlier meeting
        (
            "Kenyan Foreign Minister Monica Juma visited Lima on Sunday.\n"
            "At their previous meeting, in 2017, Monica Juma and Peruvian President Luis Salas also spoke of trade.",
            "KEN",
            [None],
        ),
    ],
)
def test_place_is_carried(text: str, side: str | None, expected: list[str | None]) -> None:
    assert places(text, side) == expected


def test_a_call_is_nowhere() -> None:
    text = VISIT + "During her visit, Monica Juma also spoke by phone with Chilean Foreign Minister Luis Rojas."
    assert places(text, "KEN", "call") == [None]


def test_it_says_that_the_place_is_inferred() -> None:
    found = meetings_in(VISIT + "During her visit, " + JUMA, DAY, "KEN")
    assert any("visit" in dict(one.inferred).get("place", "") for one in found)


@pytest.mark.parametrize(
    ("pattern", "accepted", "refused"),
    [
        (OF_VISIT, ("During her two-day visit, the minister", "met them on the trip"), ("during her visit to Peru",)),
        (OF_GATHERING, ("on the sidelines of the summit,",), ("at the conference in Lima", "at the summit of")),
        (ALSO, ("will also meet", "Later, the delegation met"), ("met later this year",)),
        (APART, ("on the eve of his official ", "prior to their "), ("Remarks before their ", "held their ")),
        (LEADS, ("met in ", "to the city of "), ("President of ", "officials from ")),
    ],
)
def test_patterns(pattern: object, accepted: tuple[str, ...], refused: tuple[str, ...]) -> None:
    search = pattern.search  # type: ignore[attr-defined]
    assert all(search(words) for words in accepted)
    assert not any(search(words) for words in refused)


@pytest.mark.parametrize(
    ("words", "is_scene"),
    [
        ("Travel of Envoy Berg to Lima", True),
        ("will travel to the Republic of Peru", True),
        ("attended a conference on grain in Lima", True),
        ("arrived in Lima", True),
        ("an invitation to Lima", False),
        ("returned from Lima", False),
        ("the visit of the Peruvian minister", False),
    ],
)
def test_scenes(words: str, is_scene: bool) -> None:
    assert (SCENE.search(words) is not None) == is_scene
