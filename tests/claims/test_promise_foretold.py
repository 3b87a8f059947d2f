"""What "will" be done and is only foretold: by onlookers, of occasions, of crimes; and what may be promised so."""

import pytest

from tests.claims.test_commitments import CONTEXT, contents_of


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("Norway will raise its quota for cod to 40 boats.", "raise its quota for cod to 40 boats"),
        ("Norway will start to build a quay in Chad in May.", "start to build a quay in Chad in May"),
        ("Norway will continue to support two schools in Chad.", "continue to support two schools in Chad"),
        ("If they keep the peace, Norway will sell 40 boats to Chad.", "sell 40 boats to Chad"),
        ("Norway will commit 20 million crowns to the fund.", "commit 20 million crowns to the fund"),
        ("Norway said it won't send boats to Chad.", "won't send boats to Chad"),
        ("Norway agreed to supply ten jets (which will", "supply ten jets"),
        ("According to its minister, Norway is ready to send boats to Chad.", "send boats to Chad"),
    ],
)
def test_may_be_promised(sentence: str, content: str) -> None:
    assert content in contents_of(CONTEXT + sentence, 0.0)


@pytest.mark.parametrize(
    "sentence",
    [
        # an onlooker
        "According to analysts, Norway will send boats to Chad.",
        "According to the experts, Norway is ready to send boats to Chad.",
        "The experts blame Norway. According to them, the Norwegian minister is ready to expose his staff.",
        "Norway will send boats to Chad, the analyst Ola Lind said.",
        "Norway will send boats to Chad, said Ola Lind, a professor in Bergen.",
        # an occasion
        "The second round of talks between Norway and Chad will take place in Oslo in May.",
        "The Norwegian talks will begin on Monday.",
        "Norway said it will take weeks to mend the quay.",
        # speaking
        "Norway will raise the issue of cod with Chad.",
        "The Norwegian minister will make the case that the quota works.",
        # a pace carried on
        "If they keep up this pace, Norway will sell 40 boats to Chad by May.",
        "At this rate Norway will build 40 schools in Chad by May.",
        # how far one will have come
        "By May Norway will have sent 300 boats to Chad.",
        # to be ready to say so
        "Norway is ready to state that its duties on boats from Chad are too high.",
        # what others fear
        "Norway would commit murder on the lake if nobody stopped it, Chad said.",
        # no object
        "It is a legacy that Norway will continue to uphold going forward.",
        # "the sooner … the sooner"
        "The more often you write, the sooner Norway will send the boats.",
        # yet to be announced
        "Chad urged Norway to announce it will send boats.",
        # what a thing is for
        "The plan of Norway is designed to send boats to Chad.",
        # a state's own affair
        "The Norwegian government approves a budget of two billion crowns.",
    ],
)
def test_is_only_foretold(sentence: str) -> None:
    assert contents_of(CONTEXT + sentence, 0.33) == []
