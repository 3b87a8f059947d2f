"""Who is said to hold an office on the report's day: sentence → tenures, and sentences that tell of none."""

import pytest

from aidememoire.model import ClaimKind, TenureValues
from aidememoire.pipeline import read_text

FOREIGN, STATE, GOVERNMENT = "foreign minister", "head of state", "head of government"

TELLING = [
    # office before the name, with its party
    ("Peruvian Foreign Minister Ana Poe spoke in Lima.", [("Ana Poe", "PER", FOREIGN)]),
    ("Chile's Prime Minister Ben Roe agreed.", [("Ben Roe", "CHL", GOVERNMENT)]),
    # after it
    ("Ana Poe, the foreign minister of Peru, agreed.", [("Ana Poe", "PER", FOREIGN)]),
    # several
    ("Norwegian Foreign Minister Ana Poe met Danish Defence Minister Ben Roe.",
     [("Ana Poe", "NOR", FOREIGN), ("Ben Roe", "DNK", "defence minister")]),
    # an office that one state alone has by this name
    ("U.S. Secretary of State Ana Poe agreed.", [("Ana Poe", "USA", FOREIGN)]),
    ("NATO Secretary General Ana Poe agreed.", [("Ana Poe", "NATO", "head of organisation")]),
]  # fmt: skip

SILENT = [
    "Peruvian Deputy Foreign Minister Ana Poe agreed.",  # another office
    "Former Peruvian President Ana Poe agreed.",  # no longer
    "Peru's acting Prime Minister Ana Poe agreed.",
    "Peruvian President-elect Ana Poe agreed.",
    "Foreign Minister Ana Poe agreed.",  # whose?
    "Ana Poe of Peru agreed.",  # no office
    "The Peruvian Foreign Minister agreed.",  # no name
    "Minister Poe of Peru agreed.",  # no full name
    "Peruvian Agriculture Minister Ana Poe agreed.",  # an office that the table doesn't hold
    "The foreign ministers of Peru and Chile agreed.",
    "Sergei Lavrov agreed.",  # what the table knows is no news for it
]


def tenures(text: str, published: str = "2031-05-04") -> list[TenureValues]:
    report, _, reading = read_text(text, published=published)
    found = []
    for claim in reading.claims:
        if claim.kind is ClaimKind.TENURE:
            assert isinstance(claim.values, TenureValues)
            assert claim.values.person in report.words(dict(claim.spans)["person"][0])
            assert {"party"} & ({name for name, _ in claim.spans} | dict(claim.inferred).keys())
            found.append(claim.values)
    return found


@pytest.mark.parametrize(("text", "wanted"), TELLING, ids=[text for text, _ in TELLING])
def test_persons_named_in_office(text: str, wanted: list[tuple[str, str, str]]) -> None:
    assert [(one.person, one.party, one.role) for one in tenures(text)] == wanted


@pytest.mark.parametrize("text", SILENT)
def test_what_tells_of_no_tenure(text: str) -> None:
    assert not tenures(text)


def test_one_claim_for_each_person() -> None:
    text = "Peruvian Foreign Minister Ana Poe spoke. Peru's Foreign Minister Ana Poe left."
    assert len(tenures(text)) == 1


def test_a_sentence_of_old_days_is_refused_aloud() -> None:
    text = "In 1987 Peruvian Foreign Minister Ana Poe had signed the accord."
    assert not tenures(text)
    _, _, reading = read_text(text, published="2031-05-04")
    assert [one.why for one in reading.withheld if one.kind == "tenure"] == ["past"]
