"""Whom a promise is about that one of two parties made alone: between the two, or of others alone."""

import pytest

from aidememoire.knowledge import shipped
from aidememoire.register import Register
from aidememoire.views import Page, brief
from tests.register.builders import Story
from tests.views.test_briefing import lines_of, register_of

# What Norway promises by itself, in a report on its talks with Chile.
BETWEEN = [
    "open a consulate in Valparaiso",
    "lend Chile two survey ships",
    "train Chilean rangers together with Peru",
    "build a port in Peru with Chile",
    "lend two survey ships to the country",
    "support Chile's seat in the UN",
    "raise the quotas at the UN",
    "sign the treaty in Peru",
    "ratify the Lima accord",
    "lend Santiago two of the ships that Peru gave back",
]
OF_OTHERS = [
    "send Peru a hospital ship",
    "take in Syrian refugees",
    "build a Norwegian port in Peru for Peru",
    "give the Palestinian Authority a loan",
    "lend Peru and Bolivia two survey ships",
]


def register(words: str, *, at_their_meeting: bool, sentence: str | None = None) -> Register:
    story = Story("a", "2015-05-06")
    met = story.meeting("They met.", ["CHL", "NOR"], "2015-05-05", place="Oslo")
    promise = story.commitment(words, ["NOR"], at=met if at_their_meeting else None, strength="pledged")
    if sentence:
        story.claims.remove(promise)
        story.tell(sentence, promise.values)
    return register_of(story)


def brief_on(held: Register) -> Page:
    return brief(held, between=("CHL", "NOR"), knowledge=shipped())


@pytest.mark.parametrize("at_their_meeting", [True, False])
@pytest.mark.parametrize("words", BETWEEN)
def test_what_names_the_other_or_nobody_is_between_the_two(words: str, at_their_meeting: bool) -> None:
    page = brief_on(register(words, at_their_meeting=at_their_meeting))
    assert any(words in line for line in lines_of(page, "agreed"))
    assert not lines_of(page, "aside")


@pytest.mark.parametrize("at_their_meeting", [True, False])
@pytest.mark.parametrize("words", OF_OTHERS)
def test_what_names_others_alone_stands_apart(words: str, at_their_meeting: bool) -> None:
    page = brief_on(register(words, at_their_meeting=at_their_meeting))
    assert any(words in line for line in lines_of(page, "aside"))
    assert not any(words in line for line in lines_of(page, "agreed"))


@pytest.mark.parametrize(
    ("sentence", "at_their_meeting", "is_apart"),
    [
        pytest.param("Norway promised Peru that it would send two ships.", False, True, id="to a third"),
        pytest.param("Norway promised that it would send two ships.", False, False, id="to nobody named"),
        pytest.param("Norway promised Chile, Peru's neighbour, to send two ships.", False, False, id="to the other"),
        pytest.param("Norway told reporters in Peru that it would send two ships.", False, False, id="at a place"),
        pytest.param("Norway promised Peru that it would send two ships.", True, False, id="at a meeting of the two"),
    ],
)
def test_where_the_words_name_nobody_the_sentence_says_to_whom(
    sentence: str, at_their_meeting: bool, is_apart: bool
) -> None:
    page = brief_on(register("send two ships", at_their_meeting=at_their_meeting, sentence=sentence))
    assert any("send two ships" in line for line in lines_of(page, "aside")) is is_apart


def test_what_both_promised_is_between_them_whomever_it_is_about() -> None:
    story = Story("a", "2015-05-06")
    met = story.meeting("They met.", ["CHL", "NOR"], "2015-05-05")
    story.commitment("help Peru with two ships", ["CHL", "NOR"], at=met)
    page = brief_on(register_of(story))
    assert "5 May 2015: Chile and Norway agreed: “help Peru with two ships”" in lines_of(page, "agreed")
