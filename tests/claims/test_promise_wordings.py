"""Promises whose words lie far off, stand before their verb, or are cut short; and what only looks like one."""

from typing import cast

import pytest

from aidememoire.claims.promises.weighing import doubt_in
from aidememoire.model import CommitmentValues
from tests.claims.test_commitments import commitments_of, contents_of

ANY = 0.0  # whatever the weights say of it


def makers(text: str, side: str | None = None) -> list[tuple[str, ...]]:
    return [cast(CommitmentValues, found.values).made_by for found in commitments_of(text, side, at_least=ANY)]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        # behind an insertion, or behind those who made it
        ("Norway welcomed the offer made by Peru in May to fund the ferry line.", "fund the ferry line"),
        (
            "He praised the readiness of Peru, together with its neighbours, to fund the ferry line.",
            "fund the ferry line",
        ),
        ("She praised the deal between Peru and Chile to pay for the ferry line.", "pay for the ferry line"),
        # before the verb
        ("The peace plan that Chad accepted was drafted in Oslo.", "The peace plan"),
        ("The peace plan was accepted by Chad.", "The peace plan"),
        # sums and measures
        ("Norway has announced 40 million euros for clinics in Chad.", "40 million euros for clinics in Chad"),
        ("Norway was glad to announce the delivery of two ferries to Chad.", "the delivery of two ferries to Chad"),
        ("Norway made a pledge of $40 million to Chad.", "$40 million to Chad"),
        # what is told to somebody
        ("Norway committed to the people of Chad that it would rebuild the port.", "it would rebuild the port"),
        # deeds whose verb looks like a journey or talk
        ("Norway said it would meet the demands of its fishermen.", "meet the demands of its fishermen"),
        ("Norway said it would go ahead with the sale of two ferries.", "go ahead with the sale of two ferries"),
        # what will not be done, or would be
        ("Norway made clear that it would not block the treaty.", "not block the treaty"),
        ("The minister reiterated that Norway would send two ferries to Chad.", "send two ferries to Chad"),
        ("Norway warned that it would close the strait.", "close the strait"),
        # misread as a participle
        ("Bankers were pleased that Norway had agreed to cut its duties.", "cut its duties"),
    ],
)
def test_found(sentence: str, content: str) -> None:
    assert content in contents_of(sentence, ANY)


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        (
            "Norway agreed to ban imports of tuna from Chad in order to help its fishermen.",
            "ban imports of tuna from Chad in order to help its fishermen",
        ),
        (
            "Norway agreed to send a mission of forty doctors to Chad to fight fever.",
            "send a mission of forty doctors to Chad to fight fever",
        ),
        ("Norway agreed to cut all its duties on tuna at its meeting with Chad.", "cut all its duties on tuna"),
        ("Norway agreed to cut all its duties on tuna under the pact with Chad.", "cut all its duties on tuna"),
        ("Norway agreed to expel four envoys, following the arrest of a spy.", "expel four envoys"),
        (
            "Norway agreed to fund three new ports in Chad if it opens its markets.",
            "fund three new ports in Chad if it opens its markets",
        ),
        (
            "Norway agreed to keep its ban until President Deby leaves office.",
            "keep its ban until President Deby leaves office",
        ),
    ],
)
def test_occasions_are_cut_off_and_purposes_kept(sentence: str, content: str) -> None:
    assert contents_of(sentence, ANY) == [content]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        # what is given for it, and how much
        (
            "Norway agreed to launch a health fund, devoting $42 million to clinics.",
            "launch a health fund, devoting $42 million to clinics",
        ),
        (
            "Norway will widen the port of Moss, investing 300 million kroner in its cranes.",
            "widen the port of Moss, investing 300 million kroner in its cranes",
        ),
        # what follows from it, how it began, what it is for
        ("Norway agreed to widen the canal, ending a 30-year quarrel.", "widen the canal"),
        ("Norway agreed to widen the canal, devoting itself to trade.", "widen the canal"),
        ("Norway agreed to share data in order to help Chad.", "share data in order to help Chad"),
        ("Norway agreed to put its fleet in order.", "put its fleet in order"),
    ],
)
def test_what_is_set_apart_belongs_to_a_promise(sentence: str, content: str) -> None:
    assert contents_of(sentence, ANY) == [content]


@pytest.mark.parametrize(
    ("sentence", "contents"),
    [
        ("Norway offered military support to Chad.", ["military support to Chad"]),
        ("Norway offered its technical support to Chad.", ["its technical support to Chad"]),
        ("Norway offered support for the clearing of mines.", ["support for the clearing of mines"]),
        ("Norway offered its help with the search for the ferry.", ["its help with the search for the ferry"]),
        ("Norway offered its strong support.", []),
        ("Norway offered its full support to Chad.", []),
        ("Norway offered its support.", []),
        ("The prime minister of Norway offered his support to the family of the envoy.", []),
        ("The prime minister of Norway offered his help to the relatives of the envoy.", []),
    ],
)
def test_standing_by_somebody_is_no_offer(sentence: str, contents: list[str]) -> None:
    assert contents_of(sentence, ANY) == contents


@pytest.mark.parametrize(
    ("sentence", "contents"),
    [
        ("Norway hopes that the talks will go on and that it will send a mission.", []),
        ("We hope that the talks will go on and that we will open a school.", []),
        ("Norway said that the talks will go on and that it will send a mission.", ["send a mission"]),
        ("Norway fears that the talks will fail and will send a mission.", ["send a mission"]),
    ],
)
def test_a_second_clause_is_of_the_same_view(sentence: str, contents: list[str]) -> None:
    assert [content for content in contents_of(sentence, ANY) if "talks" not in content] == contents


def test_a_condition_that_is_cut_off_is_kept_beside() -> None:
    (proposal,) = commitments_of("Norway agreed to fund three new ports in Chad if it opens its markets.", at_least=ANY)
    assert cast(CommitmentValues, proposal.values).conditions == ("if it opens its markets",)


@pytest.mark.parametrize(
    "sentence",
    [
        "The raids are a threat to the unity of Norway.",
        "We expect Norway to send two ferries to Chad.",
        "After a pact on tuna is signed by Norway and Chad, trade grows.",
        "There was no sign that Norway was ready to open its port.",
        "Under the constitution of Norway the king shall appoint the cabinet.",
        "Norway has achieved its goal of doubling its output.",
        "Norway struck targets near Oslo for a week with the aim of opening the road.",
        "A conference will be held in Oslo.",
        "Norway will pose a risk to the bay.",
        "Norway would like to open its port.",
    ],
)
def test_nothing_found(sentence: str) -> None:
    assert contents_of(sentence) == []


def test_what_is_done_by_nobody_is_the_speakers() -> None:
    assert makers("A clinic will be built in the valley.", side="NOR") == [("NOR",)]
    assert contents_of("A clinic will be built in the valley.", ANY) == []


@pytest.mark.parametrize(
    ("sentence", "made_by"),
    [
        ("Chad called on Norway to keep its promise to fund the ferry line.", ("NOR",)),
        ("Coastal states such as Norway and Peru agreed to share radar data.", ("NOR", "PER")),
        ("Norway considers the league of Chad to be lawful and will send an envoy to it.", ("NOR",)),
    ],
)
def test_whose_it_is(sentence: str, made_by: tuple[str, ...]) -> None:
    assert made_by in makers(sentence)


def test_a_body_of_the_outlets_own_state_is_its_side() -> None:
    assert makers("The Ministry plans to set up a hotline for farmers.", side="NOR") == [("NOR",)]


def test_a_statement_released_by_several_speaks_for_them() -> None:
    text = (
        "Statement released by the Governments of Norway and Peru on fishing.\n"
        "We will open a joint office in Chad by May."
    )
    assert ("NOR", "PER") in makers(text)


def test_the_doubt_about_a_wording_is_told() -> None:
    assert doubt_in(("any", "said to be denied")) == "denied"
    assert doubt_in(("any", "rule will")) is None


@pytest.mark.parametrize(
    ("heading", "is_fact_sheet"),
    [
        ("FACT SHEET: New Steps on Tuna", True),
        ("Fact sheet on tuna", True),
        ("Factsheet: tuna", True),
        ("Remarks on the fact sheet about tuna", False),
        ("Facts on tuna", False),
    ],
)
def test_what_a_fact_sheet_says_will_be_done_weighs_more(heading: str, is_fact_sheet: bool) -> None:
    found = commitments_of(f"{heading}\n\nNorway will fund four clinics in Chad.", "NOR", at_least=ANY)
    assert [("future in a fact sheet" in proposal.notes) for proposal in found] == [is_fact_sheet]
