"""Draft → what its pronouns stand for, and which of its sentences were not checked."""

import pytest

from aidememoire.views.checking.forms import check_object, check_rows, summary
from aidememoire.views.checking.leaning import leaning_of, pronoun_of
from aidememoire.views.checking.unchecked import NO_YEAR, NOTHING_LIKE_IT
from tests.views.checking.material import checked, draft_of

SURNAMES = frozenset({"reinsalu", "haavisto", "juma"})


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Urmas Reinsalu and Pekka Haavisto are friends. They met in May.", "Urmas Reinsalu and Pekka Haavisto"),
        ("Reinsalu and Haavisto are friends. In May 2020 the two met again.", "Reinsalu and Haavisto"),
        ("Reinsalu and Haavisto are friends. At the end both sides agreed.", "Reinsalu and Haavisto"),
        ("Reinsalu received Haavisto. It rained. They met in May.", "Reinsalu and Haavisto"),
        ("Monica Juma spoke for Kenya. She pledged a bridge.", "Monica Juma"),
        ("Kenya and Uganda are neighbours. They signed a treaty.", "Kenya and Uganda"),
        ("The visit of Juma to Lima was planned. It was cancelled.", "The visit of Juma to Lima"),
        ("Kenya and Uganda built a customs post at Malaba. This was opened in May.", "a customs post at Malaba"),
        ("They met in May.", None),  # nobody is named before
        ("She pledged a bridge.", None),
    ],
)
def test_what_a_pronoun_stands_for(text: str, meant: str | None) -> None:
    draft = draft_of(text)
    start, end = draft.sentences[-1]
    pronoun = pronoun_of(draft, start, end)
    assert pronoun is not None
    leaning = leaning_of(draft, start, pronoun, SURNAMES)
    assert (leaning.phrases[0] if leaning.is_resolved else None) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Uganda met in May.",
        "Juma said that she would come.",
        "Kenya is large. It is clear that Juma will come.",
        "Juma is here. The two ministers whom Kenya sent are not.",
        "Reinsalu received Haavisto. The two leaders who met in Lima were others.",
    ],
)
def test_what_leans_on_nothing(text: str) -> None:
    draft = draft_of(text)
    assert pronoun_of(draft, *draft.sentences[-1]) is None


def test_a_resolved_reading_takes_the_pronouns_place() -> None:
    draft = draft_of("Juma is here. In May she left.")
    start, end = draft.sentences[-1]
    pronoun = pronoun_of(draft, start, end)
    assert pronoun is not None
    leaning = leaning_of(draft, start, pronoun, SURNAMES)
    assert list(leaning.resolved(draft.text[start:end].strip(), start)) == ["In May Juma left."]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("She opened a school in Lima.", "whom or what “She” stands for is not said before it"),
        ("Peru bought forty ferries from Chile.", NOTHING_LIKE_IT),
        ("Peru bought forty ferries from Chile on 3 May.", NO_YEAR),
    ],
)
def test_what_is_not_checked_is_told_with_its_reason(text: str, why: str) -> None:
    check = checked(text)
    assert [item.why for item in check.unchecked] == [why]
    assert check.is_supported  # nobody knows that it is wrong
    assert "1 sentence not checked" in summary(check)
    assert check_object(check)["unchecked"][0]["words"] == text
    assert check_rows(check)[0]["register"] == "not checked"


@pytest.mark.parametrize("text", ["Nobody knows what will come of it.", "Why did Peru buy forty ferries?"])
def test_what_asserts_nothing_is_not_told(text: str) -> None:
    assert checked(text).unchecked == ()


def test_nobodys_meeting_is_sought_by_day_and_place() -> None:
    (right,) = checked("They met in Tallinn on 1 October 2019.").findings
    assert right.is_supported
    assert not checked("They met in Ankara on 3 May 2018.").is_supported
