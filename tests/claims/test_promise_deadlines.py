"""By when a promise is to be kept, where a term is counted from the day of the report."""

from dataclasses import replace
from datetime import date
from typing import cast

import pytest

from aidememoire.claims.promises.commitments import propose_commitments
from aidememoire.claims.readers.rules import propose_by_rules
from aidememoire.model import CommitmentValues, Proposal, Span, TimeMention
from aidememoire.pipeline import knowledge_in_use, read_text
from tests.claims.by_hand import mentions_of
from tests.claims.test_commitments import KNOWLEDGE, WITH_DOUBT

TODAY = date(2030, 1, 31)


@pytest.mark.parametrize(
    ("sentence", "words", "value", "due", "due_words"),
    [
        ("Italy pledged to send a frigate within 30 days.", "30 days", "P30D", "2030-03-02", None),
        ("Italy pledged to send a frigate within two weeks.", "two weeks", "P2W", "2030-02-14", None),
        # the last day of a shorter month
        ("Italy pledged to send a frigate within one month.", "one month", "P1M", "2030-02-28", None),
        ("Italy pledged to send a frigate within two years.", "two years", "P2Y", "2032-01-31", None),
        # counted from something else
        ("Italy pledged to pay within 30 days of the vote.", "30 days", "P30D", None, "within 30 days of the vote"),
        # no whole days
        ("Italy pledged to send a frigate within six hours.", "six hours", "PT6H", None, "within six hours"),
        # how long, not by when
        ("Italy pledged to pay over three years.", "three years", "P3Y", None, "over three years"),
        ("Italy pledged to sign a pact for five years.", "five years", "P5Y", None, None),
    ],
)
def test_a_term_is_counted_from_the_day_of_the_report(
    sentence: str, words: str, value: str, due: str | None, due_words: str | None
) -> None:
    start = sentence.index(words)
    time = TimeMention(Span("r", start, start + len(words)), "DURATION", value, None, (), None)
    mentions = replace(mentions_of(sentence), times=(time,))
    for today, expected in ((TODAY, due), (None, None), (date.max, None)):
        dated = replace(mentions, report=replace(mentions.report, today=today))
        found = propose_commitments(dated, KNOWLEDGE, (), WITH_DOUBT)
        (promise,) = [proposal for proposal in found if isinstance(proposal, Proposal)]
        values = cast(CommitmentValues, promise.values)
        assert (str(values.due) if values.due else None) == expected
        if today == TODAY:
            assert values.due_words == due_words
            assert ("due" in dict(promise.spans)) == (due is not None)


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        # the day of what may happen
        ("Norway would impose tariffs if Chad raises its own on June 17.", None),
        ("Norway will cut tariffs by 10 percent by June 17 if Chad agrees.", "2021-06-17"),
        # the day on which it was agreed
        ("Norway and Chad agreed on a package of measures on Monday.", None),
        ("Norway and Chad agreed to open the bridge on Monday.", "2021-05-10"),
        # past which it goes on
        ("Norway will extend the order beyond June 26, 2021.", None),
        # the day for which something is set
        ("Norway decided to set the election for October 5, 2021.", "2021-10-05"),
        ("Norway agreed to schedule the launch of the ferry for October 2021.", "2021-10"),
        ("Norway decided to set aside 40 boats for October 2021.", None),
        # the whole of a week that has begun, and a term that runs from the report's own day
        ("Norway will begin to build the bridge to Chad this week.", "2021-05-10/2021-05-16"),
        ("Norway will send 40 boats to Chad within 30 days of the date of this statement.", "2021-06-09"),
        ("Norway will send 40 boats to Chad within 30 days of the date of the vote.", None),
        # a term of some years, not one of a decade
        ("Norway will send 40 boats to Chad in 2022–2028.", "2022-01-01/2028-12-31"),
        ("Norway will send 40 boats to Chad during the 2030s.", None),
        # said before the promise
        ("The Norwegian minister said that next week he would send 40 boats to Chad.", "2021-05-17/2021-05-23"),
        ("Next year, Norway has promised to ask its parliament for 90 million kroner for Chad.", "2022"),
        ("As of Sunday, May 16, 2021, Norway will suspend consular services in Chad.", "2021-05-16"),
        ("In March 2021, Norway has promised to ask its parliament for 90 million kroner for Chad.", None),
    ],
)
def test_which_day_is_a_deadline(sentence: str, due: str | None) -> None:
    mentions = read_text(sentence, published="2021-05-10")[1]
    values = [one.values for one in propose_by_rules(mentions, knowledge_in_use()) if isinstance(one, Proposal)]
    (promise,) = [one for one in values if isinstance(one, CommitmentValues)]
    assert (str(promise.due) if promise.due else None) == due
