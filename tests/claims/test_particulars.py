"""Particulars of occasions: a table sentence → day, place, format, number and people, and the rules behind it."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from aidememoire.claims.occasions.meetings import propose_meetings
from aidememoire.claims.occasions.words.lasting import lasting, until
from aidememoire.claims.occasions.words.place_names import VENUE
from aidememoire.claims.occasions.words.placing import JOURNEY
from aidememoire.documents.reports import Source, make_report
from aidememoire.knowledge import shipped
from aidememoire.language import find_mentions
from aidememoire.model import MeetingValues, Proposal, Span, TimeMention, When
from tests.claims.tables import dated_rows

TABLE = Path(__file__).with_name("particulars.txt")


@cache
def meetings_in(text: str, day: str | None, side: str | None) -> tuple[Proposal, ...]:
    title, _, body = text.partition("\n\n")
    source = Source("t", "t", published=day, side=side, title=title if body else None)
    mentions = find_mentions(make_report(text, source, shipped()), shipped())
    found = propose_meetings(mentions, shipped())
    return tuple(item for item in found if isinstance(item, Proposal))


def field(values: MeetingValues, name: str) -> str:
    """A field as the table writes it."""
    value = {
        "date": str(values.date) if values.date else None,
        "place": values.place,
        "format": values.format,
        "ordinal": str(values.ordinal) if values.ordinal else None,
        "people": "+".join(person.name for person in values.participants),
    }[name]
    return (value or "-").replace(" ", "_")


@pytest.mark.parametrize(
    ("day", "side", "text", "expected"), list(dated_rows(TABLE)), ids=lambda value: str(value)[:60]
)
def test_particulars(day: str | None, side: str | None, text: str, expected: str) -> None:
    kind, *asked = expected.split()
    wanted = dict(pair.split("=", 1) for pair in asked)
    said = []
    for proposal in meetings_in(text, day, side):
        assert isinstance(proposal.values, MeetingValues)
        if str(proposal.values.kind) == kind:
            said.append({name: field(proposal.values, name) for name in wanted})
            for name in ("date", "place", "format", "ordinal"):
                has_ground = name in dict(proposal.spans) or name in dict(proposal.inferred)
                assert has_ground or field(proposal.values, name) == "-"
    assert wanted in said


def day_of(text: str) -> TimeMention:
    return TimeMention(Span("r", 0, 1), "DATE", text, When.parse(text), (), None)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("begins a four-day visit to Peru on", "2019-05-07/2019-05-10"),  # from its first day
        ("ended a two-day session on", "2019-05-06/2019-05-07"),  # to its last
        ("starts a week-long tour", "2019-05-07/2019-05-13"),
        ("starts a two-week visit", "2019-05-07/2019-05-20"),
        ("will hold a one-day meeting", "2019-05-07"),
        ("met to discuss a three-day truce", "2019-05-07"),  # of something else
        ("starts a two-year mission", "2019-05-07"),
        ("starts a 90-day visit", "2019-05-07"),  # longer than any visit: a misreading
        ("held a two-day meeting", "2019-05-07"),  # on which of the two is not said
    ],
)
def test_how_long_it_lasts(words: str, expected: str) -> None:
    assert str(lasting(day_of("2019-05-07"), words).when) == expected


def test_months_end_with_their_month() -> None:
    assert str(until(When.parse("1986-06"), date(1987, 6, 18))) == "1986-06-01/1987-06-30"
    assert str(until(When.parse("2019-05-02"), date(2019, 5, 6))) == "2019-05-02/2019-05-06"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the Museum van Offset", "Museum van Offset"),
        ("Prince’s Bay Naval Base in Kenya", "Prince’s Bay Naval Base"),
        ("the headquarters of the Arab League", "headquarters of the Arab League"),
        ("his Offset Bay estate on Friday", "Offset Bay estate"),
        ("the House of Representatives", None),
        ("the estate", None),
        ("power", None),
        ("the Security Council", None),
    ],
)
def test_venues(words: str, name: str | None) -> None:
    match = VENUE.match(words)
    assert (match["name"] if match else None) == name


@pytest.mark.parametrize(
    "words", ["will first travel to Lima", "a stop in Amman", "is on his way to Lima", "left for Oslo"]
)
def test_journeys(words: str) -> None:
    assert JOURNEY.search(words) is not None


@pytest.mark.parametrize("words", ["travelled with him", "spoke to him in Lima", "the tour guide"])
def test_no_journeys(words: str) -> None:
    assert JOURNEY.search(words) is None


@pytest.mark.parametrize(
    "text", ["", "in in in at at", "met at the ", "will travel to to to meet", "a day-day visit 0-day"]
)
def test_any_text_is_read(text: str) -> None:
    meetings_in(text + "\n\n" + text, "2019-05-06", None)
