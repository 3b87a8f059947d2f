"""What is only on somebody's programme, or only imagined, and promises nothing; and what is near it and does."""

import pytest

from aidememoire.claims.promises.weighing import CUT_OFF
from tests.claims.test_commitments import CONTEXT, contents_of


@pytest.mark.parametrize(
    "sentence",
    [
        # a journey
        "The president of Norway will make a working visit to Chad on 25 May to open a school.",
        "Norway plans to be in Chad on 14 May.",
        # hosting and being hosted
        "The minister of Norway will co-host a forum on cod on 19 May.",
        "The minister of Norway is to hold two days of meetings with the cod lobby.",
        "Norway will host a reception for 200 teachers on 19 May.",
        # remarks
        "The minister of Norway will provide opening remarks on cod to the 30 delegates.",
        "Norway will present evidence that its quota works.",
        # an hour of the day
        "The minister of Norway will release the new report on cod on 15 May at 10:30 a.m. in Oslo.",
        # going on with a conversation
        "“We will resume this discussion on cod in May,” the minister of Norway said.",
        "The two leaders plan to discuss the prospects of trade between Norway and Chad in May.",
        # no measure is named
        "Norway said it would take all necessary measures to protect its cod.",
        # what is only told later
        "The minister of Norway said details of the loan would be announced in May.",
    ],
)
def test_on_a_programme_is_no_promise(sentence: str) -> None:
    assert contents_of(CONTEXT + sentence, CUT_OFF) == []


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("Norway will make a loan of 20 million dollars to Chad.", "make a loan of 20 million dollars to Chad"),
        ("Norway will provide 30 buses to the schools of Chad.", "provide 30 buses to the schools of Chad"),
        ("Norway agreed to hold a series of drills with Chad.", "hold a series of drills with Chad"),
        ("Norway will join the fund for schools in Chad by May.", "join the fund for schools in Chad by May"),
        ("Norway will release 40 prisoners of war on 15 May.", "release 40 prisoners of war on 15 May"),
        ("Norway will resume the export of cod to Chad in May.", "resume the export of cod to Chad in May"),
        (
            "The minister of Norway said two ferries would be released in May.",
            "two ferries would be released in May",
        ),
    ],
)
def test_near_a_programme_and_promised(sentence: str, content: str) -> None:
    assert content in contents_of(CONTEXT + sentence, 0.0)


@pytest.mark.parametrize(
    "sentence",
    [
        "Accepting a truce that falls short of it would please Norway.",  # imagined
        "It appears that Norway has decided to raise its quota for cod to 40 boats.",  # surmised
        "Any states that agreed to send 40 boats to Norway would regret it.",  # none is meant
        "Norway promised that the quota will be strong and fair.",  # how it will be, not what will be done
        "There are also promising plans for a plant of Norway in Chad.",  # they please
        "The agenda of the visit of Norway to Chad includes the signing of a treaty on cod.",  # it is to come
        "Norway failed to honour the plan to end the unrest on the lake.",  # who made it is not told
        "Norway has promising plans for a plant in Chad.",  # they please
        "With its quick growth, Norway promises to become a hub for the trade in cod.",  # so it looks
        "Norway and Chad hold talks on an accord to share the water of the lake.",  # there is none yet
        "Norway spoke of accords designed to share the water of the lake.",  # what they are for
    ],
)
def test_only_imagined_or_described(sentence: str) -> None:
    assert contents_of(CONTEXT + sentence, CUT_OFF) == []


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("Norway will take further measures against the smugglers.", "take further measures against the smugglers"),
        ("It was clear that Norway had decided to raise its quota to 40 boats.", "raise its quota to 40 boats"),
        ("Norway plans to end the quota on cod in May.", "end the quota on cod in May"),
        ("Norway left the talks, promising new aid to Chad.", "new aid to Chad"),
        ("Norway promised to become a member of the fund by May.", "become a member of the fund by May"),
        ("Norway and Chad reached an accord to share the water of the lake.", "share the water of the lake"),
    ],
)
def test_near_the_imagined(sentence: str, content: str) -> None:
    assert content in contents_of(CONTEXT + sentence, 0.0)
