"""What the plan of a meeting gave is no day on which it was held; a call is no meeting in a place."""

import pytest

from aidememoire.knowledge import shipped
from aidememoire.model import Record, RecordKind
from aidememoire.pipeline import find_days
from aidememoire.views.checking import check_draft
from aidememoire.views.checking.manner import manner_fault, told_of_held
from tests.register.builders import Story
from tests.views.checking.material import draft_of
from tests.views.checking.material import register_of as register_of_texts
from tests.views.test_briefing import register_of


def _meeting(*stories: Story) -> Record:
    (found,) = register_of(*stories).records(RecordKind.MEETING)
    return found


def _told(kind: str) -> Record:
    story = Story("a", "2015-05-06")
    story.meeting("They spoke.", ["LAO", "KHM"], "2015-05-05", kind=kind)
    return _meeting(story)


@pytest.mark.parametrize(
    ("told", "kind", "place", "is_fault"),
    [
        ("call", "meeting", "Pakse", True),
        ("call", "meeting", None, False),  # "the two conferred": a call is that, too
        ("call", "call", None, False),
        ("meeting", "visit", "Pakse", False),  # both in a place
        ("call", None, "Pakse", False),  # made out from words alone
    ],
)
def test_a_call_is_no_meeting_in_a_place(told: str, kind: str | None, place: str | None, is_fault: bool) -> None:
    assert (manner_fault(kind, place, _told(told)) is not None) is is_fault


def test_the_day_of_a_round_put_off_is_not_that_on_which_it_was_held() -> None:
    before, after = Story("a", "2015-05-01", "Wire"), Story("b", "2015-06-02", "Post")
    for story, when, state in ((before, "2015-05-04", "postponed"), (after, "2015-06-01", "held")):
        story.meeting(
            "The third round.", ["LAO", "KHM"], when, format="Laos–Cambodia Border Talks", ordinal=3, state=state
        )
    record = _meeting(before, after)
    assert [str(value) for value in told_of_held(record, "date")] == ["2015-06-01"]


def test_only_planned_tells_nothing_of_held() -> None:
    story = Story("a", "2015-05-01")
    story.meeting("The third round.", ["LAO", "KHM"], "2015-05-04", state="planned")
    assert told_of_held(_meeting(story), "date") == []


def test_a_quoted_denial_is_a_quotation() -> None:
    """What somebody denied with a “not” of his own is quoted as he said it."""
    said = "Laos has not left any ferry accord."
    text = f"VIENTIANE, May 6, 2015 - Laotian Foreign Minister Bounmy Kham denied this: “{said}”"
    kept, words = register_of_texts({"a": ("2015-05-06", text)}, "Wire")
    draft = draft_of(f"Bounmy Kham said: “{said}”")
    check = check_draft(draft, kept, words, shipped(), find_days)
    assert [str(one.status) for one in check.findings] == ["exact"]
