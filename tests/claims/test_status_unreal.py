"""What only looks like a status, and what looks like none: praise, topics, hidden infinitives, deeds by speaking."""

from typing import Any, cast

import pytest

from aidememoire.claims.outcomes.statuses import propose_statuses
from aidememoire.model import Proposal, StatusValues
from tests.claims.by_hand import mentions_of

CONTEXT = "Norway and Poland are neighbours.\n"
KNOWLEDGE = cast(Any, None)


def told(text: str) -> list[StatusValues]:
    found = propose_statuses(mentions_of(text), KNOWLEDGE, ())
    return [cast(StatusValues, item.values) for item in found if isinstance(item, Proposal)]


@pytest.mark.parametrize(
    "sentence",
    [
        # Praise of people.
        "We honor the commitment and sacrifices of the men who guard the coast.",
        # A topic of talks, a wish, an order: nobody says that there is progress.
        "They will soon consider progress in implementing the pact.",
        "They discussed progress in implementing the pact.",
        "He spoke of the need for progress in the implementation of the pact.",
        "They drafted a directive on progress in the implementation of the pact.",
        # It may be none.
        "If this is confirmed, it is a crude violation of the pact of 1970.",
        # Whether and how it is done is asked.
        "He wanted to learn how the resolution was being implemented.",
        # Infinitives and verbs behind a modal that the parse takes for finite ones.
        "They called on Oslo to fulfil at once and in full its disarmament pledges.",
        "We can all meet again in May and put an end to these talks.",
        # Not yet begun.
        "Norway announced that it would begin exceeding the limits set by the pact with Poland.",
        "Norway said it planned to break the law by breaching the pact with Poland.",
        # Not yet said; a truce by its name.
        "Norway is expected to announce that it is withdrawing from the pact with Poland.",
        "Norway is poised to say that it has suspended the pact with Poland.",
        "The forum opened after the signing of a cessation of hostilities agreement by Norway and Poland.",
        # Not quite so, or not yet.
        "The dialogue between Norway and Poland has almost come to an end.",
        "The talks between Norway and Poland have all but collapsed.",
        "The mandate of the joint mission of Norway and Poland is coming to an end soon.",
        # A meeting that ends is no format that ends; talks that go on in another room are the same talks.
        "The summit of the Arab League came to an end in Oslo.",
        "The negotiations continued in an expanded format with both delegations.",
        # Whose plan, and which body: no status of either.
        "They toured a mill, the former town committee of the party.",
        "He spoke of the former envoy's plan.",
        "It is in fact a dialogue, and has been vital throughout our history.",
        "Many have fallen behind on mortgage payments in Norway.",
        "They want to ensure the swift completion of negotiations on fish.",
        "Poland and its ministers have established a state commission on prices.",
        "This makes good on a sacred obligation to the old people of Norway.",
        "Norway announced the renewal of the charter of its Cultural Advisory Committee.",
        # What is to be launched; what was in force at the time.
        "The minister will speak at the launch of the Norway-Poland Fish Dialogue.",
        "When the agreement was in force, Oslo had a year to react.",
        "One of the first trips was to Oslo and it made us friends.",
    ],
)
def test_what_only_looks_like_a_status(sentence: str) -> None:
    assert told(CONTEXT + sentence) == []


@pytest.mark.parametrize(
    ("sentence", "subject", "status"),
    [
        ("They noted progress in implementing the pact.", "the pact", "under_way"),
        ("Norway has honoured its commitment to Poland.", "its commitment to Poland", "fulfilled"),
        # what is denied is another's deed
        ("There was no delay and Norway fulfilled its obligations.", "its obligations", "fulfilled"),
        ("Today we are launching a fish forum with Poland.", "a fish forum with Poland", "launched"),
        (
            "He condemned Chad's violation of Niger's maritime rights treaty.",
            "Niger's maritime rights treaty",
            "violated",
        ),
        (
            "Oslo spoke of today's violation of Chad's international commitments.",
            "Chad's international commitments",
            "violated",
        ),
        (
            "Chad and Niger set up a Chad-Niger government commission on prices.",
            "a Chad-Niger government commission on prices",
            "launched",
        ),
        (
            "The minister spoke at the launch of the Norway-Poland Fish Dialogue.",
            "the Norway-Poland Fish Dialogue",
            "launched",
        ),
        ("Norway and Poland set up six working groups.", "six working groups", "launched"),
        ("Norway and Poland established Combined Task Force 12.", "Combined Task Force 12", "launched"),
        ("The High-Level Group was established by Norway and Poland.", "The High-Level Group", "launched"),
        ("Norway established the Group of Friends of the Sea.", "the Group of Friends of the Sea", "launched"),
        ("Norway and Poland relaunched the Fish Trade Dialogue.", "the Fish Trade Dialogue", "resumed"),
        ("Oslo welcomed the announcement by the UN on the extension of the truce.", "the truce", "extended"),
        ("They discussed the six working groups launched by Norway and Poland.", "the six working groups", "launched"),
        ("If anything, the pact of 1970 was violated by Norway.", "the pact of 1970", "violated"),
    ],
)
def test_what_is_one_all_the_same(sentence: str, subject: str, status: str) -> None:
    assert [(values.subject, values.status.value) for values in told(CONTEXT + sentence)] == [(subject, status)]


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        # "Its" is of whoever was spoken of last.
        ("Norway fined Chad for its disregard of the treaty.", ("TCD",)),
        # Whoever greets the deed, or asks for another, has no part in it.
        ("Kenya welcomes the extension of the truce between Chad and Niger.", ("NER", "TCD")),
        ("We call on Chad to stop all acts inconsistent with the treaty.", ("TCD",)),
    ],
)
def test_whoever_greets_it_has_no_part_in_it(sentence: str, parties: tuple[str, ...]) -> None:
    assert [values.parties for values in told(CONTEXT + sentence)] == [parties]


@pytest.mark.parametrize(
    "sentence",
    [
        # What firms, regions or markets keep, and what one state's own law asks, is no affair between governments.
        "The chip makers have complied with the agreement between Norway and Poland.",
        "Those regions which have met their obligations to Norway and Poland in full may rest.",
        "The pact between Norway and Poland has been honoured by the market.",
        "The acts of Norway's president comply with the law on the treaty with Poland.",
        # A partnership founded on trust was not founded, and a renewal that was begun is not done.
        "Norway and Poland have a strategic partnership founded on trust.",
        "Norway and Poland initiated the renewal of their memorandum of understanding.",
        # Contacts and cooperation are no format that one launches.
        "They praised the contact established between Norway and Poland.",
        "Norway and Poland have established close cooperation on fish.",
        # Whoever meets today to speak of a pledge has not met it.
        "The minister met today with envoys to discuss Norway's generous pledge.",
        "The restrictions on dancing were lifted in Oslo.",
    ],
)
def test_what_is_no_standing_thing_or_was_not_done(sentence: str) -> None:
    assert told(CONTEXT + sentence) == []


@pytest.mark.parametrize(
    ("sentence", "subject", "status"),
    [
        (
            "Launched in 2019, the fish dialogue of Norway and Poland is young.",
            "the fish dialogue of Norway and Poland",
            "launched",
        ),
        ("The fish dialogue that Norway and Poland launched in May is young.", "The fish dialogue", "launched"),
        (
            "The Baltic Partnership, which Norway pulled out of, is led by Poland.",
            "The Baltic Partnership",
            "withdrawn",
        ),
        ("Norway signed three truces and broke every one of them.", "three truces", "violated"),
        ("Norway has honoured Article 5.", "Article 5", "fulfilled"),
        ("Norway and Poland launched the Year of Fish.", "the Year of Fish", "launched"),
        (
            "The High-Level Group of Norway and Poland was established in May.",
            "The High-Level Group of Norway and Poland",
            "launched",
        ),
        (
            "His plan to divide the fish between Norway and Poland had not succeeded.",
            "His plan to divide the fish between Norway and Poland",
            "not_fulfilled",
        ),
        ("Norway was denounced for breaking its pledge to Poland.", "its pledge", "violated"),
        ("Norway was denounced for derailing the plan.", "the plan", "not_fulfilled"),
    ],
)
def test_subjects_wherever_they_stand(sentence: str, subject: str, status: str) -> None:
    assert [(values.subject, values.status.value) for values in told(CONTEXT + sentence)] == [(subject, status)]


def test_one_of_the_best_undertakings_counts_nothing() -> None:
    assert (
        told(CONTEXT + "It is one of the most useful undertakings of Norway and Poland and has built many bridges.")
        == []
    )
    assert told(CONTEXT + "Of the nine bridges that Norway promised Poland, two have been built.") != []


@pytest.mark.parametrize(
    "sentence",
    [
        "The collective agreement of the harbour of Norway is strictly complied with.",
        "The Council of Norway's bishops is under way in Oslo.",
        "The treaty has created a sound legal framework for Norway and Poland.",
        "Norway and Poland agreed to resume their dialogue.",
        "Nobody has yet made real the old promise of democracy in Norway.",
        "All of the regions of Norway have met the targets set by Poland.",
        "Norway and Poland created an organising committee for the regatta.",
    ],
)
def test_what_one_state_does_for_itself(sentence: str) -> None:
    assert told(CONTEXT + sentence) == []


def test_what_is_done_slowly_is_late() -> None:
    (found,) = told(
        CONTEXT + "The agreements between Norway and Poland aren't being carried out as quickly as we would like."
    )
    assert found.status.value == "delayed"
