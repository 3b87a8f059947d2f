"""Statuses: what the rows of the tables can't show, since dates, several sentences or parties tell it."""

from dataclasses import replace
from typing import Any, cast

import pytest

from aidememoire.claims.outcomes.statuses import propose_statuses
from aidememoire.model import Granularity, Mentions, Proposal, Span, StatusValues, TimeMention, When
from tests.claims.by_hand import mentions_of

KNOWLEDGE = cast(Any, None)
CONTEXT = "Norway and Poland are neighbours.\n"  # so that the report is of more than one party


def statuses_of(mentions: Mentions, least: float = 0.0) -> list[StatusValues]:
    found = propose_statuses(mentions, KNOWLEDGE, (), least=least)
    return [cast(StatusValues, p.values) for p in found if isinstance(p, Proposal)]


def dated(text: str, words: str, when: When) -> Mentions:
    start = text.index(words)
    return replace(
        mentions_of(text), times=(TimeMention(Span("r", start, start + len(words)), "DATE", None, when, (), None),)
    )


DAY = replace(When.month(1986, 6), granularity=Granularity.DAY)


@pytest.mark.parametrize(
    ("sentence", "words", "when", "subject"),
    [
        ("Chad and Niger opened talks on the lake in 1986.", "1986", When.year(1986), "talks on the lake"),
        ("Chad and Niger opened talks on the lake in June.", "June", When.month(1986, 6), "talks on the lake"),
        (
            "He will speak at the talks on lake trade between Chad and Niger, begun in Lima last year.",
            "last year",
            When.year(1986),
            "the talks on lake trade between Chad and Niger",
        ),
        # Talks that open on a day are one meeting.
        ("Chad and Niger opened talks on the lake on Monday.", "Monday", DAY, None),
    ],
)
def test_talks_begun_long_ago_are_a_dialogue(sentence: str, words: str, when: When, subject: str | None) -> None:
    found = [v.subject for v in statuses_of(dated(CONTEXT + sentence, words, when)) if v.status.value == "launched"]
    assert found == ([subject] if subject else [])


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        # Who rules is not said: whom the report speaks of most.
        ("Chad shelled a town. Chad denied it. The regime violated the truce of the Arab League.", ("TCD",)),
        ("Chad shelled a town. Chad denied it. Niger accused the government of violations of the truce.", ("TCD",)),
        ("Chad shelled a town. Chad denied it. It was suspended from the Arab League.", ("Arab League", "TCD")),
        # Where a deed was done is not who did it.
        ("Niger's raid in Chad is a violation of the truce.", ("NER",)),
        # Who judges a deed, or tells of it, did not do it.
        ("Niger views the raid from Chad as a violation of the truce.", ("TCD",)),
        ("Chad's raid was condemned by Niger, who said a pledge of restraint had been broken.", ("TCD",)),
        ("Chad shelled a town. Chad denied it. None of its promises was kept, the AU said.", ("TCD",)),
    ],
)
def test_an_unnamed_power_is_the_state_most_spoken_of(text: str, parties: tuple[str, ...]) -> None:
    assert [values.parties for values in statuses_of(mentions_of(text))][:1] == [parties]


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("The League suspended Chad last May and gave it ten days to free the pilots of the lost plane.", "last May"),
        (
            "Chad suspended the visa agreement with Niger and ordered ten thousand of its people out of the country.",
            "Niger",
        ),
    ],
)
def test_evidence_ends_before_the_next_deed(sentence: str, evidence: str) -> None:
    mentions = mentions_of(sentence)
    found = [p for p in propose_statuses(mentions, KNOWLEDGE, (), least=0.0) if isinstance(p, Proposal)]
    assert [mentions.words(p.evidence[0]).endswith(evidence) for p in found] == [True]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        # A body stands for the membership where no state is named with it.
        ("It was suspended from the Arab League in May.", [("the Arab League", "suspended")]),
        ("The player was suspended from the game.", []),
        ("The Arab League suspended Chad's membership rights.", [("Chad's membership rights", "suspended")]),
        # "no longer" ends what was so.
        ("The lake treaty between Chad and Niger is no longer in force.", "ended"),
        ("Chad is no longer abiding by the lake treaty.", "withdrawn"),
        # Progress in doing it tells that it is being done.
        ("Chad and Niger noted the progress made in implementing the lake treaty.", "under_way"),
        ("Chad and Niger saw no progress in implementing the lake treaty.", "not_fulfilled"),
        ("The lake treaty between Chad and Niger is in force.", "in_force"),
        # "no" may belong to a name.
        ("The jet of Chad was in violation of the no-fly mandate.", "violated"),
        ("Chad saw no violation of the truce.", None),
        # A round with a name is between several, whoever is named.
        ("Ministers launched the Doha trade round.", "launched"),
        # An anniversary of its beginning tells that it began.
        ("On the anniversary of the lake treaty of Chad and Niger coming into effect, they met.", "in_force"),
        ("They spoke of the lake treaty of Chad and Niger coming into effect.", None),
        # What is left in a bad way, nobody left.
        ("The raid left the treaty of Chad and Niger in tatters.", "not_fulfilled"),
    ],
)
def test_rarer_wordings(sentence: str, found: Any) -> None:
    said = [(values.subject, values.status.value) for values in statuses_of(mentions_of(CONTEXT + sentence))]
    if isinstance(found, list):
        assert said == found
    else:
        assert [status for _, status in said] == ([found] if found else [])


@pytest.mark.parametrize(
    ("sentence", "cause"),
    [
        ("The truce of Chad and Niger was suspended in May after a raid on a town.", "a raid on a town"),
        ("The truce of Chad and Niger ended in May, after which both rearmed.", None),
        ("The mission in Chad was suspended because of the raid Niger said its envoy would leave.", "the raid"),
    ],
)
def test_causes_end_where_something_else_is_told(sentence: str, cause: str | None) -> None:
    assert [values.cause for values in statuses_of(mentions_of(CONTEXT + sentence))] == [cause]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Chad said on Sunday it was leaving the lake treaty with Niger.", "Sunday"),
        ("Chad shocked Niger in June by ending the observer mission.", "June"),
    ],
)
def test_a_date_beside_the_announcement_dates_the_deed(sentence: str, words: str) -> None:
    (values,) = statuses_of(dated(CONTEXT + sentence, words, DAY))
    assert values.since == DAY
