"""What is looked ahead to, formats whose name is the meeting, and series told on by number: text → occasions."""

import pytest
from tests.claims.tables import all_written
from tests.claims.test_meetings import meetings_in

from aidememoire.claims.occasions.forms.counted import ONE_MORE
from aidememoire.claims.occasions.forms.journeys import OF_ITS_LIKE
from aidememoire.claims.occasions.parties.leaders_joined import JOINED
from aidememoire.claims.occasions.standing.foreseen import (
    HAS_YET_TO_DO,
    LEFT_TO,
    LOOKED_AHEAD_TO,
    PUSHED_FOR,
    TELLS_ITS_DAY,
    THOUGHT_OF,
    is_foreseen,
)
from aidememoire.model import MeetingValues, Proposal

DAY = "2019-05-06"

ROWS = [
    # looked ahead to
    (
        "In the run-up to the third Chile-Peru summit, the two foreign ministers met in Lima on Friday.",
        ["summit planned CHL+PER - - #3", "meeting held CHL+PER 2019-05-03 Lima"],
    ),
    (
        "Ahead of Friday’s summit of Chile and Peru, officials of the two states worked in Lima.",
        ["summit planned CHL+PER 2019-05-10 -"],
    ),
    ("The third summit between Chile and Peru is expected to adopt a roadmap.", ["summit planned CHL+PER - - #3"]),
    ("The third summit between Chile and Peru adopted a roadmap.", ["summit held CHL+PER - - #3"]),
    ("Officials of Chile and Peru worked on the statement for the third summit.", ["summit planned CHL+PER - - #3"]),
    (
        "The ministers of Chile and Peru were pleased with the results of the third summit.",
        ["summit held CHL+PER - - #3"],
    ),
    (
        "The pact on hake, to be signed at the third Chile-Peru summit, was praised in Lima on Friday by both.",
        ["summit planned CHL+PER - - #3"],
    ),
    ("Chile is pushing for a third Chile-Peru summit.", ["summit proposed CHL+PER - - #3"]),
    # a format's name alone
    ("Kenya and Chile agreed to hold the next 2+2 in Oslo in June 2020.", ["talks planned CHL+KEN 2020-06 Oslo"]),
    ("The third 2+2 of Kenya and Chile was held in Oslo on 4 May.", ["talks held CHL+KEN 2019-05-04 Oslo #3"]),
    ("The 2-plus-2 between Kenya and Chile has been postponed.", ["talks postponed CHL+KEN - -"]),
    ("The Energy Dialogue between Kenya and Chile was suspended.", []),
    ("Kenya and Chile value their 2+2.", []),
    ("Kenya and Chile set up a 2+2 format in Oslo.", []),
    # counted on
    (
        "The first Chile-Peru summit took place in Lima in March 2017, the second in Cusco in May 2018.",
        ["summit held CHL+PER 2017-03 Lima #1", "summit held CHL+PER 2018-05 Cusco #2"],
    ),
    (
        "Chile and Peru have held two rounds of talks, the first in Lima in 2017 and the second in Cusco in 2018.",
        ["talks held CHL+PER 2017 Lima #1", "talks held CHL+PER 2018 Cusco #2"],
    ),
    (
        "The fourth round of Chile-Peru talks was held in Lima on 3 May; the fifth will be held in Cusco next year.",
        ["talks held CHL+PER 2019-05-03 Lima #4", "talks planned CHL+PER 2020 Cusco #5"],
    ),
    (
        "Chile and Peru held their first talks in Lima on Friday, the second time this year.",
        ["talks held CHL+PER 2019-05-03 Lima #1"],
    ),
    # invited to a body's session, hosted on a screen, following what was before
    (
        "Kenyan President Uhuru Kenyatta invited Chilean President Sebastian Pinera to the AU summit in Niamey "
        "in July.",
        ["summit planned AU 2019-07 Niamey"],
    ),
    (
        "Kenyan President Uhuru Kenyatta invited Chilean President Sebastian Pinera to visit Nairobi.",
        ["visit proposed CHL+KEN - Nairobi"],
    ),
    (
        "Kenyan President Uhuru Kenyatta hosted Chilean President Sebastian Pinera for a video conference on Friday.",
        ["call held CHL+KEN 2019-05-03 -"],
    ),
    (
        "Kenyan President Uhuru Kenyatta hosted Chilean President Sebastian Pinera for a state dinner on Friday.",
        ["meeting held CHL+KEN 2019-05-03 -"],
    ),
    (
        "The talks between Chile and Peru in Lima came two weeks after their video call on 15 April.",
        ["talks held CHL+PER - Lima", "call held CHL+PER 2019-04-15 -"],
    ),
    # the first of its like, a retreat, a talk between two
    (
        "Chilean President Sebastian Pinera concluded a visit to Peru, the first by a Chilean leader since 2016.",
        ["visit held CHL+PER - Peru"],
    ),
    (
        "Chile and Peru will hold the tenth Leaders’ Retreat in Lima in June.",
        ["meeting planned CHL+PER 2019-06 Lima #10"],
    ),
    ("The retreat of the army pleased the leaders of Chile and Peru in Lima in June.", []),
    (
        "A talk between the foreign ministers of Chile and Peru took place in Lima on 3 May.",
        ["meeting held CHL+PER 2019-05-03 Lima"],
    ),
    ("The farmers’ talk of Chile and Peru took place in Lima on 3 May.", []),
    # what somebody but set out for
    (
        "Chilean Foreign Minister Juan Soto left for Lima on Friday to meet his Kenyan counterpart.",
        ["visit held CHL+PER 2019-05-03 Lima", "meeting planned CHL+KEN - Lima"],
    ),
    (
        "Chilean Foreign Minister Juan Soto flew to Lima on Friday, where he met his Kenyan counterpart.",
        ["visit held CHL+PER 2019-05-03 Lima", "meeting held CHL+KEN 2019-05-03 Lima"],
    ),
    # awaited, with no day that is reckoned
    (
        "Chilean Foreign Minister Juan Soto is expected in Lima by the end of the week.",
        ["visit planned CHL+PER - Lima"],
    ),
    ("A Chilean delegation is awaited in Lima shortly.", ["visit planned CHL+PER - Lima"]),
    # thought of, put off
    ("Chilean President Sebastian Pinera is considering visiting Peru.", ["visit proposed CHL+PER - Peru"]),
    ("The eighth round of the Chile-Peru talks has been deferred.", ["talks postponed CHL+PER - - #8"]),
    ("The eighth round of the Chile-Peru talks has been held.", ["talks held CHL+PER - - #8"]),
    (
        "The 2+2 dialogue between Kenya and Chile, scheduled for next week, has been put off.",
        ["talks postponed CHL+KEN 2019-05-13/2019-05-19 -"],
    ),
    ("Kenya and Chile held a Track 1.5 dialogue in Oslo on 3 May.", ["talks held CHL+KEN 2019-05-03 Oslo"]),
    # leaders joined
    ("The Trump-Kim summit was held in Hanoi in February 2019.", ["summit held PRK+USA 2019-02 Hanoi"]),
    ("The Rolls-Royce summit was held in Hanoi in February 2019.", []),
    (
        "HANOI, May 6 - President Nguyen Phu Trong hosted a reception for Lao Ambassador Thongsavanh Phomvihane.",
        ["meeting held LAO+VNM 2019-05-06 HANOI"],
    ),
    ("The first bridge between Chile and Peru was opened in 2017 and the second in Cusco in 2018.", []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_what_is_foreseen_named_or_counted(text: str, expected: list[str]) -> None:
    assert all_written(meetings_in(text, DAY)) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("in the run-up to the third ", True),
        ("hoped for the success of the ", True),
        ("to be signed at the ", True),
        ("supports Peru in hosting the fifth ", True),
        ("reviewed the draft documents for the ", True),
        ("discussed the agenda of the second ", True),
        ("attaches great importance to the fifth ", True),
        ("the success of the ", False),
        ("the documents signed at the ", False),
        ("worked at the ", False),
    ],
)
def test_words_that_look_ahead(before: str, expected: bool) -> None:
    assert bool(LOOKED_AHEAD_TO.search(before)) is expected
    assert is_foreseen(before, "ended") is expected


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("is to adopt", True),
        ("of Chile and Peru is expected to", True),
        ("should become a", True),
        ("adopted", False),
        ("should have become", False),
        ("that is to", False),
    ],
)
def test_what_it_has_yet_to_do(behind: str, expected: bool) -> None:
    assert bool(HAS_YET_TO_DO.match(behind)) is expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [("the Xi-Modi informal ", True), ("a Poe–Roe ", True), ("the pre-summit ", False), ("Poe and Roe ", False)],
)
def test_two_leaders_as_one_word(before: str, expected: bool) -> None:
    assert bool(JOINED.search(before)) is expected


def test_who_made_the_visit_that_is_the_first_of_its_like() -> None:
    text = "Chilean President Sebastian Pinera concluded a visit to Peru, the first by a Chilean leader since 2016."
    (visit,) = [one for one in meetings_in(text, DAY) if isinstance(one, Proposal)]
    assert isinstance(visit.values, MeetingValues)
    assert [one.name for one in visit.values.participants] == ["Sebastian Pinera"]
    assert OF_ITS_LIKE.search(", the first visit by a ")
    assert not OF_ITS_LIKE.search(" by the ")


def test_words_of_thinking_of_it() -> None:
    assert THOUGHT_OF.search("is considering ")
    assert not THOUGHT_OF.search("considered it after ")


def test_words_of_pushing_and_of_a_day() -> None:
    assert PUSHED_FOR.search("is pushing for a fourth ")
    assert not PUSHED_FOR.search("pushed the cart for the ")
    assert TELLS_ITS_DAY.match(" in Lima, which will be held")
    assert not TELLS_ITS_DAY.match(", ministers met")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (", the first in Lima", True),
        (" and the second in May", True),
        ("; the third will be held in Cusco", True),
        (" and the second bridge in Cusco", False),
        (", the second time in Lima", False),
    ],
)
def test_one_more_by_its_number(words: str, expected: bool) -> None:
    assert bool(ONE_MORE.search(words)) is expected


@pytest.mark.parametrize(
    ("before", "is_left"),
    [
        ("The minister left for Oslo on Monday to ", True),
        ("The envoy has gone to Lima for two days of ", True),
        ("The delegation set out on Friday for Rome for fresh ", True),
        ("She is on her way to Quito for ", True),
        ("The minister left Oslo and went on to ", False),
        ("He left for Oslo, where he had time to ", False),
        ("He left for Oslo and said he would be glad to ", False),
        ("The minister flew to Oslo on Monday to ", False),
        ("The left has gone to pieces; nobody came to ", False),
    ],
)
def test_who_sets_out_to_meet_has_not_met(before: str, is_left: bool) -> None:
    assert (LEFT_TO.search(before) is not None) is is_left
