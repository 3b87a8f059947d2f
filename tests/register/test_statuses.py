"""Which tellings are of one status."""

import pytest

from aidememoire.knowledge import shipped
from aidememoire.model import RecordKind
from aidememoire.register import World, resolve
from aidememoire.register.candidates import SourcedClaim
from tests.register.builders import Story

WORLD = World.of(shipped())


def _statuses(*days: str | tuple[str | None, str] | None) -> list[int]:
    """How many reports tell each status, where reports of these days tell of one treaty that it was suspended.

    Where two days are given, the second is since when.
    """
    told = []
    for number, told_on in enumerate(days):
        day, since = told_on if isinstance(told_on, tuple) else (told_on, None)
        story = Story(f"pact-{number}", day, f"Wire {number}")
        story.status("The tin treaty was suspended.", "The tin treaty", "agreement", ["KEN", "UGA"], "suspended", since)
        told += [SourcedClaim(one, story.outlet, story.side, story.report.today) for one in story.claims]
    found = resolve(told, WORLD).records
    return sorted(len({one.claim for one in record.support}) for record in found if record.kind is RecordKind.STATUS)


def test_reports_of_near_days_tell_of_one_status() -> None:
    assert _statuses("2017-03-01", "2017-03-20") == [2]


def test_years_later_it_has_come_about_anew() -> None:
    assert _statuses("2014-03-01", "2017-03-20") == [1, 1]


def test_reports_without_a_date_tell_of_no_other_status() -> None:
    assert _statuses(None, None) == [2]
    assert _statuses(None, "2017-03-20") == [2]
    assert _statuses("2014-03-01", None, "2017-03-20") == [1, 2]


def test_since_when_counts_as_a_day_on_which_it_was_so() -> None:
    assert _statuses((None, "2014-03-01"), "2017-03-20") == [1, 1]  # no date, yet told of another year
    assert _statuses(None, (None, "2014-03-01")) == [2]
    assert _statuses("2014-03-20", ("2017-03-20", "2014-03-01")) == [2]  # told again years later, of the same day
    assert _statuses(("2017-03-20", "2014-03-01"), "2017-04-02") == [2]  # goes on to the day on which it is told
    assert _statuses(("2014-03-20", "2014-03-01"), "2017-03-20") == [1, 1]
    assert _statuses(("2017-03-20", "2014-03"), ("2017-03-22", "2016-05")) == [1, 1]


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("the tin treaty", "The tin treaty", 1),
        ("The tin treaty, signed in Arusha", "the tin treaty", 1),
        ("tin treaty", "the tin treaty which both signed", 1),
        ("the tin treaty", "the zinc treaty", 2),
        ("the treaty on tin, zinc and lead", "the treaty on tin", 2),  # a list, no clause
    ],
)
def test_what_a_clause_adds_makes_no_other_subject(one: str, other: str, count: int) -> None:
    told = []
    for number, subject in enumerate((one, other)):
        story = Story(f"pact-{number}", "2017-03-20", f"Wire {number}")
        story.status("It was suspended.", subject, "agreement", ["KEN", "UGA"], "suspended")
        told += [SourcedClaim(claim, story.outlet, story.side, story.report.today) for claim in story.claims]
    found = [record for record in resolve(told, WORLD).records if record.kind is RecordKind.STATUS]
    assert len(found) == count


@pytest.mark.parametrize(
    ("parties", "name", "members", "is_linked"),
    [
        (["FRA", "USA"], "G8 summit", ["FRA", "G8", "USA"], False),  # theirs, not that of all eight
        (["FRA", "USA"], "Salmon Dialogue", ["FRA", "USA"], True),
        ([], "Salmon Dialogue", ["FRA", "USA"], True),  # nobody's told
    ],
)
def test_the_dialogue_of_two_is_theirs_alone(
    parties: list[str], name: str, members: list[str], *, is_linked: bool
) -> None:
    story = Story("wire", "2001-07-06", outlet="Wire")
    story.meeting("They will come.", members, "2001-07-20", format=name, kind="summit", state="planned")
    story.status("The dialogue was launched.", "the dialogue", "dialogue", parties, "launched")
    told = [SourcedClaim(one, story.outlet, story.side, story.report.today) for one in story.claims]
    (status,) = [one for one in resolve(told, WORLD).records if one.kind is RecordKind.STATUS]
    assert bool(status.links.get("dialogues")) is is_linked
