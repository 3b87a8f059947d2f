"""Promises in lists and articles: one sentence with many items, lines under a lead, treaties, subjunctives."""

from typing import cast

import pytest

from aidememoire.claims.promises.weighing import CUT_OFF
from aidememoire.model import CommitmentValues, Proposal
from tests.claims.test_commitments import commitments_of


def proposed(text: str, side: str | None = None) -> list[Proposal]:
    return commitments_of(text, side, at_least=CUT_OFF)


def contents_of(text: str, side: str | None = None) -> list[str]:
    return [cast(CommitmentValues, proposal.values).content for proposal in proposed(text, side)]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        # one sentence, with each kind of mark
        (
            "The ministers of Malta and Libya agreed: – to open a second quay by May; – to train forty pilots.",
            ["open a second quay by May", "train forty pilots"],
        ),
        (
            "The ministers of Malta and Libya decided: a) to open a second quay; b) that the toll be halved.",
            ["open a second quay", "the toll be halved"],
        ),
        (
            "It was agreed by Malta and Libya that: (1) a joint fund shall be set up; (2) ties are excellent.",
            ["a joint fund shall be set up"],
        ),
        (
            "Malta and Libya agreed that the Parties shall: – exchange their charts each spring; – mark the reef.",
            ["exchange their charts each spring", "mark the reef"],
        ),
        # a verb that looks like a noun, beside others
        (
            "Malta and Libya agreed to: (1) map wind sites by 2034; (2) train 200 pilots; and (3) open a joint bank.",
            ["map wind sites by 2034", "train 200 pilots", "open a joint bank"],
        ),
        # only semicolons part the items
        (
            "The governments of Malta and Libya plan to: map wind sites by 2034; train 200 pilots; and open a bank.",
            ["map wind sites by 2034", "train 200 pilots", "open a bank"],
        ),
        # lines under a lead
        (
            "The ministers of Malta and Libya agreed as follows:\n\n(a) to open a second quay;\n\n(b) the toll shall "
            "be halved;\n\n(c) ties are excellent.",
            ["open a second quay", "the toll shall be halved"],
        ),
        # documents under a lead or a heading
        (
            "The following documents were signed by Malta and Libya:\n\n1. Agreement on the transfer of convicts\n\n"
            "2. Memorandum of Understanding on sponges",
            ["Agreement on the transfer of convicts", "Memorandum of Understanding on sponges"],
        ),
        (
            "Malta and Libya held talks in Valletta.\n\nLIST OF DOCUMENTS SIGNED BY MALTA AND LIBYA\n\nAgreement on "
            "the transfer of convicts\n\nPress conference of the ministers",
            ["Agreement on the transfer of convicts"],
        ),
        # what a treaty lays down
        ("Each Party shall bear the costs of its own patrols.", ["bear the costs of its own patrols"]),
        ("Article 3 A Joint Office shall be set up in Valletta.", ["A Joint Office shall be set up in Valletta"]),
        ("The Libyan Party shall exempt the crews from fees.", ["exempt the crews from fees"]),
        ("The Contracting Parties shall meet annually in Valletta.", ["meet annually in Valletta"]),
        # the subjunctive
        (
            "The ministers of Malta and Libya agreed that the quota be raised by a tenth.",
            ["the quota be raised by a tenth"],
        ),
        (
            "The ministers of Malta and Libya decided that each country name one officer.",
            ["each country name one officer"],
        ),
        # other words for it
        ("Malta and Libya concurred on opening a second quay.", ["opening a second quay"]),
        ("Malta has consented to pay for the quay.", ["pay for the quay"]),
    ],
)
def test_found(text: str, contents: list[str]) -> None:
    assert contents_of(text) == contents


@pytest.mark.parametrize(
    "text",
    [
        "The ministers of Malta and Libya agreed that: a) ties are excellent; b) peace is dear to both.",
        "The ministers of Malta and Libya discussed: – the opening of a quay; – the training of pilots.",
        "The ministers of Malta and Libya agreed that ties remain excellent.",
        "This Agreement shall enter into force on the day of its signature.",
        "The term “vessel” shall mean any ship of Malta or Libya.",
        "Nothing in this Agreement shall affect the rights of the Parties.",
        "LIST OF DOCUMENTS SIGNED BY MALTA AND LIBYA\n\nThe ministers then went to the harbour.",
        "The Parties shall promote mutually beneficial cooperation in all fields.",
        # an organ's staff, and whom it binds, are no parties
        "(c) The Committee shall be assisted by a bureau of five members.",
        "(d) Decided that the Directorate would continue to inspect the quays until the end of May.",
        "The committee decided to inspect the quays by the end of May.",
    ],
)
def test_refused(text: str) -> None:
    assert contents_of(text) == []


@pytest.mark.parametrize("text", ["agreed:", "They agreed that:", "decided: –", "shall: 1.", "signed: 1", "• •", "(a)"])
def test_broken_lists_do_no_harm(text: str) -> None:
    assert contents_of(text) == []


def test_order_to_ones_own_is_no_treaty() -> None:
    assert contents_of("The Secretary shall submit a report within 60 days.", side="USA") == []


def test_party_whose_treaty_names_nobody() -> None:
    (found,) = proposed("Each Party shall bear the costs of its own patrols.")
    assert cast(CommitmentValues, found.values).made_by == ()


def test_what_a_treaty_lays_down_is_agreed() -> None:
    (found,) = proposed("The Norwegian Party shall exempt the crews from fees.")
    values = cast(CommitmentValues, found.values)
    assert (values.made_by, values.strength) == (("NOR",), "agreed")
