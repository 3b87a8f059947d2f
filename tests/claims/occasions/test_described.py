"""Bodies of states told of by what their members are: each row of the table, and what it must refuse."""

import pytest
from tests.claims.test_meetings import FILLER, meetings_in, read

from aidememoire.claims.occasions.parties.described import Described, bodies_described, described
from aidememoire.model import MeetingValues, Proposal, Span


def bodies_in(text: str, day: str) -> list[str]:
    mentions = read(text + FILLER, day)
    whole = Span(mentions.report.id, 0, len(mentions.report.text))
    return [body for _, body in bodies_described(mentions, whole)]


@pytest.mark.parametrize("row", described(), ids=lambda row: row.body)
def test_rows_of_the_table(row: Described) -> None:
    day = f"{row.ends}-05-04"
    assert bodies_in(row.accept, day) == [row.body]
    assert bodies_in(row.refuse, day) == []
    assert bodies_in(row.accept, f"{row.starts - 1}-05-04") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Finance ministers of the seven major industrialised nations met in Oslo on Monday.", ["G7"]),
        ("Farm exports of the seven major industrialised nations fell in Oslo on Monday.", []),
        ("The meeting praised Chile, of all leading industrial nations the calmest.", []),
    ],
)
def test_only_where_they_meet(text: str, expected: list[str]) -> None:
    assert bodies_in(text, "1987-05-04") == expected


def test_their_meeting_is_the_body_s() -> None:
    text = "A meeting of leading industrial nations was held in Oslo on 2 May."
    (found,) = (item for item in meetings_in(text + FILLER, "1987-05-04") if isinstance(item, Proposal))
    assert isinstance(found.values, MeetingValues)
    assert found.values.parties == ("G7",)
