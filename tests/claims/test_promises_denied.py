"""Promises denied behind, told in a relative clause, made by two subjects, or due on a day now past."""

from dataclasses import replace
from datetime import date
from typing import cast

import pytest

from aidememoire.claims.promises.commitments import propose_commitments
from aidememoire.model import CommitmentValues, Proposal, Span, TimeMention, When
from aidememoire.pipeline import read_text
from tests.claims.by_hand import mentions_of
from tests.claims.test_commitments import KNOWLEDGE, SURE, commitments_of


def contents_of(text: str) -> list[str]:
    found = commitments_of(text, at_least=SURE)
    return [cast(CommitmentValues, proposal.values).content for proposal in found]


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Chad agreed to open a ferry line, Chadian radio said, but Norway denied it.",
        "Norway agreed to open a ferry line in Chad, the radio said. The Norwegian ministry denied the report.",
    ],
)
def test_denied_behind(text: str) -> None:
    assert contents_of(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Norway and Chad agreed to open a ferry line, but Norway denied that it was slow.", "open a ferry line"),
        ("Norway and Chad agreed to open a ferry line, and nobody denied the need for it.", "open a ferry line"),
        ("Norway and Chad agreed to open a ferry line, but critics dismissed it.", "open a ferry line"),
        # the main clause goes on behind the relative one
        (
            "The ferry line that Norway and Chad agreed to open by June has not been opened.",
            "The ferry line that Norway and Chad agreed to open by June",
        ),
        (
            "The loan which Norway promised to pay by July was never paid.",
            "The loan which Norway promised to pay by July",
        ),
    ],
)
def test_what_is_promised(text: str, content: str) -> None:
    assert contents_of(text) == [content]


@pytest.mark.parametrize(
    ("text", "made_by"),
    [
        (
            "The late President Daniel Moi of Kenya and Uganda's Yoweri Museveni agreed in 1996 to build a railway.",
            ("KEN", "UGA"),
        ),
        ("The late President Daniel Moi of Kenya agreed in 1996 to build a railway to Uganda.", ("KEN",)),
    ],
)
def test_two_subjects(text: str, made_by: tuple[str, ...]) -> None:
    _, _, reading = read_text(text, published="2013-06-05")
    told = [claim.values for claim in reading.claims if isinstance(claim.values, CommitmentValues)]
    assert [values.made_by for values in told] == [made_by]


@pytest.mark.parametrize(
    ("text", "today", "due"),
    [
        ("Norway agreed to open it to ships by June 1.", date(2030, 6, 12), "2030-06-01"),
        ("Norway agreed to open it to ships on June 1.", date(2030, 6, 12), None),
        ("Norway agreed to open it to ships by June 1.", date(2031, 4, 12), None),
    ],
)
def test_due_on_a_day_now_past(text: str, today: date, due: str | None) -> None:
    start = text.index("June 1")
    time = TimeMention(Span("r", start, start + 6), "DATE", "2030-06-01", When.day(date(2030, 6, 1)), (), None)
    mentions = replace(mentions_of(text), times=(time,))
    mentions = replace(mentions, report=replace(mentions.report, today=today))
    found = [one.values for one in propose_commitments(mentions, KNOWLEDGE, ()) if isinstance(one, Proposal)]
    (values,) = (one for one in found if isinstance(one, CommitmentValues))
    assert (str(values.due) if values.due else None) == due
