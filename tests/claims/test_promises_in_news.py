"""Promises in running prose: what a deal lays down, what is told, given, forgone, agreed to be."""

import pytest

from aidememoire.claims.promises.weighing import CUT_OFF
from tests.claims.test_commitments import commitments_of, contents_of
from tests.claims.test_promise_wordings import ANY


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        # what a deal lays down
        ("Norway and Chad struck a deal under which Norway will drill ten wells.", "drill ten wells"),
        ("Norway and Chad signed a pact whereby Chad would close two camps.", "close two camps"),
        # what is told to somebody, or given as one's word
        ("Norway told the council it would close two camps.", "close two camps"),
        ("Norway has served notice that it will leave the fund in May.", "leave the fund in May"),
        ("Norway has given its word that it will reopen the port.", "reopen the port"),
        # of oneself one warns in any words
        ("Norway warned on Tuesday that it will stay away if the camps are kept.", "stay away if the camps are kept"),
        # what one goes on doing
        ("Norway will go on paying for the clinics in Chad.", "go on paying for the clinics in Chad"),
        # words between the modal and its verb
        ("Norway will, for the time being, not send frigates to Chad.", "not send frigates to Chad"),
        # a point of time is no condition
        ("Until then Norway will suspend its flights to Chad, its minister said.", "suspend its flights to Chad"),
        # a further clause behind the promise
        (
            "The fund said that Norway is to lend Chad $2 billion over two years, of which half will be paid in May.",
            "lend Chad $2 billion over two years",
        ),
        (
            "Chad praised the accord, which Norway is to apply from May.",
            "the accord, which Norway is to apply from May",
        ),
        # before a court one goes to act, and not to meet
        ("Norway will go to arbitration over the border.", "go to arbitration over the border"),
        # what is to be, in the subjunctive
        ("Norway and Chad agreed that two envoys be named.", "two envoys be named"),
        ("Norway and Chad agreed that each ministry name an envoy.", "each ministry name an envoy"),
    ],
)
def test_found(sentence: str, content: str) -> None:
    assert content in contents_of(sentence, ANY)


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway spoke of the camps under which Chad will find water.",
        "Norway told the council that helps refugees it would rain.",
        "Norway lives with the fear that it will leave the fund.",
        "Norway warned that it will rain.",
        "Norway will go to Chad on Friday.",
        "Norway and Chad agreed that two envoys were lost.",
        "Norway and Chad agreed that winters come early.",
        "Norway praised the rain that is to fill the wells.",
        "Norway has no notice that it will leave.",
        "Norway considered a plan to open the port.",
        "Norway nearly agreed to open the port.",
    ],
)
def test_refused(sentence: str) -> None:
    assert contents_of(sentence, CUT_OFF) == []


def test_to_forgo_a_deed_is_surer_than_to_refuse_a_demand() -> None:
    forgone = commitments_of("Norway said it would not send troops to Chad.")[0]
    refused = commitments_of("Norway said it would not accept quotas on its fish.")[0]
    assert forgone.confidence > refused.confidence


def test_an_official_named_by_its_own_office_speaks_for_the_party() -> None:
    assert contents_of("Norway will rebuild the port of Beira, its foreign minister said.", CUT_OFF)
