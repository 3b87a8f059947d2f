"""Promises and their likes: good will without a deed, what nobody means to do, what goes with it, who signs."""

import pytest

from tests.claims.test_commitments import CONTEXT, SURE, contents_of


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        # good will is no deed; what is counted is one
        ("Norway is ready to contribute 300 men to the force.", "contribute 300 men to the force"),
        ("Norway and Chad agreed to broaden their cooperation in mining.", "broaden their cooperation in mining"),
        # what one does not mean to do
        ("Norway does not intend to send troops to Chad.", "does not intend to send troops to Chad"),
        # a name given to a year
        (
            "Norway and Chad agreed that 2022 will be the Year of Tourism between them.",
            "2022 will be the Year of Tourism between them",
        ),
        # on a condition, and not asked
        ("Norway said if it lost its quota it would impose tariffs on tuna.", "impose tariffs on tuna"),
        # what is new is promised with what it will do
        (
            "Norway and Chad will set up a commission, which would meet in Oslo twice a year.",
            "set up a commission, which would meet in Oslo twice a year",
        ),
        (
            "Norway and Chad agreed to adopt a plan, envisaging new ports on the lake.",
            "adopt a plan, envisaging new ports on the lake",
        ),
        # a word that is as good as a pledge
        ("Norway and Chad undertook to publish the maps of the lake.", "publish the maps of the lake"),
        ("Norway gave an undertaking that it would not attack Chad.", "it would not attack Chad"),
        # documents
        (
            "The Norwegian and Polish presidents also issued a joint statement in support of a new forum.",
            "a joint statement in support of a new forum",
        ),
        (
            "Also signed before the leaders of Norway and Chad were a memorandum on space and a treaty on tuna.",
            "a treaty on tuna",
        ),
        (
            "The ministers of Norway and Chad and the heads of two companies signed a memorandum on trains.",
            "a memorandum on trains",
        ),
    ],
)
def test_found(sentence: str, content: str) -> None:
    assert content in contents_of(CONTEXT + sentence, SURE)


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway is ready to play an active role in these efforts.",
        "Norway is ready to do everything in its power to help the talks.",
        "Norway is ready to contribute to the settlement of the conflict.",
        "Norway reaffirmed its intention to contribute to peace in Chad.",
        "Norway is willing to broaden and strengthen relations with Chad.",
        "Norway is ready to conduct an active dialogue with Chad.",
        # nobody could have done it
        "Norway did not intend to insult Chad.",
        "Norway and Chad agreed that 2022 will be a year of change.",
        # asked
        "Norway did not say if it would send troops to Chad.",
        # given up
        "Norway has scrapped a plan to lease the tanks to Chad.",
        "Norway shelved its plans to lease the tanks to Chad.",
        # nothing is told of what is in it; companies are no parties
        "Following the summit, Norway and Chad adopted a joint statement.",
        "The presidents watched as the heads of two companies of Norway and Chad signed a memorandum on trains.",
        # of the pact itself
        "The pact between Norway and Chad, due to expire in May, covers tuna.",
    ],
)
def test_refused(sentence: str) -> None:
    assert contents_of(CONTEXT + sentence, SURE) == []


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("Norway will close the border, which would hurt trade.", "close the border"),
        ("Norway will send 40 boats to a lake, which is drying up.", "send 40 boats to a lake"),
    ],
)
def test_what_is_told_of_it_is_cut_off(sentence: str, content: str) -> None:
    assert contents_of(CONTEXT + sentence) == [content]
