"""Those met one by one, those known by whom they serve, and journeys of whoever speaks: text → occasions."""

import pytest
from tests.claims.tables import all_written
from tests.claims.test_meetings import FILLER, meetings_in

DAY = "2019-05-06"

ROWS = [
    # one by one: a plural, or "separate"
    (
        None,
        "On Friday Kenyan President Uhuru Kenyatta held bilateral meetings with officials from Chile and Peru.",
        ["meeting held CHL+KEN 2019-05-03 -", "meeting held KEN+PER 2019-05-03 -"],
    ),
    (
        "KEN",
        "The President will also have separate meetings with the leaders of Chile and Peru.",
        ["meeting planned CHL+KEN - -", "meeting planned KEN+PER - -"],
    ),
    (
        None,
        "Kenyan President Uhuru Kenyatta spoke of his meetings at the Lima Water Conference with President Sauli "
        "Niinisto of Finland and President Egils Levits of Latvia.",
        ["meeting held FIN+KEN - Lima", "meeting held KEN+LVA - Lima"],
    ),
    (
        "KEN",
        "President Uhuru Kenyatta spoke today with President Sauli Niinisto of Finland and, separately, with President "
        "Egils Levits of Latvia.",
        ["call held FIN+KEN 2019-05-06 -", "call held KEN+LVA 2019-05-06 -"],
    ),
    (
        None,
        "On Friday Kenyan President Uhuru Kenyatta met with President Sauli Niinisto of Finland and, separately, with "
        "President Egils Levits of Latvia.",
        ["meeting held FIN+KEN 2019-05-03 -", "meeting held KEN+LVA 2019-05-03 -"],
    ),
    (
        None,
        "On Friday Kenyan President Uhuru Kenyatta met with President Sauli Niinisto of Finland and with President "
        "Egils Levits of Latvia.",
        ["summit held FIN+KEN+LVA 2019-05-03 -"],
    ),
    # a verb tells of one meeting
    (
        None,
        "On Friday Kenyan President Uhuru Kenyatta met with officials from Chile and Peru.",
        ["meeting held CHL+KEN+PER 2019-05-03 -"],
    ),
    # called one after the other
    (
        None,
        "Kenyan Foreign Minister Monica Juma spoke by phone on Friday with Chilean Foreign Minister Andres Allamand "
        "and with Peruvian Foreign Minister Elizabeth Astete.",
        ["call held CHL+KEN 2019-05-03 -", "call held KEN+PER 2019-05-03 -"],
    ),
    (
        None,
        "Kenyan Foreign Minister Monica Juma spoke on Friday with Chilean Foreign Minister Andres Allamand, and then "
        "with Peruvian Foreign Minister Elizabeth Astete.",
        ["call held CHL+KEN 2019-05-03 -", "call held KEN+PER 2019-05-03 -"],
    ),
    (
        None,
        "Kenyan Foreign Minister Monica Juma spoke by phone on Friday with the foreign ministers of Chile and Peru.",
        ["call held CHL+KEN+PER 2019-05-03 -"],
    ),
    # what is usual
    (None, "Kenya regularly holds meetings with the leaders of Chile and Peru.", []),
    # meetings in one country, a visit to another
    (
        None,
        "Kenyan President Uhuru Kenyatta will hold meetings with Chilean President Sebastian Pinera in Lima in June, "
        "and speak of it during his visit to Chile.",
        ["meeting planned CHL+KEN 2019-06 Lima", "visit planned CHL+KEN 2019-06 Chile"],
    ),
    # whom somebody serves
    (
        None,
        "Kenyan Foreign Minister Monica Juma met on Friday with Ana Duarte, Chief Adviser to the President of Chile.",
        ["meeting held CHL+KEN 2019-05-03 -"],
    ),
    (
        None,
        "Kenyan Foreign Minister Monica Juma met Friday with Special Assistant to the President of Chile, Ana Duarte.",
        ["meeting held CHL+KEN 2019-05-03 -"],
    ),
    (
        None,
        "Kenyan Foreign Minister Monica Juma met on Friday with Ana Duarte, Head of Cabinet of the President of Chile.",
        ["meeting held CHL+KEN 2019-05-03 -"],
    ),
    (
        None,
        "Kenyan Foreign Minister Monica Juma met on Friday with Ana Duarte, who wrote to the President of Chile.",
        [],
    ),
    # a format's name beside a verb of holding
    (
        None,
        "On Friday Kenya and Chile hosted the Kenya-Chile Tea Dialogue in Lima.",
        ["talks held CHL+KEN 2019-05-03 Lima"],
    ),
    (
        None,
        "Kenya and Chile agreed to hold a High-Level Economic Dialogue in September.",
        ["talks planned CHL+KEN 2019-09 -"],
    ),
    (None, "Kenya and Chile value their High-Level Economic Dialogue.", []),
    # a body's name before the summit that is its own, alluded to and no more
    (
        None,
        "They spoke of the upcoming G7 leaders’ meeting and African Union summit.",
        ["summit planned G7 - -"],
    ),
    # a journey of whoever speaks
    ("KEN", "Thank you for your kindness during my recent visit to Chile.", ["visit held CHL+KEN - Chile"]),
    ("KEN", "We all know why we went to Chile in the first place.", []),
    ("KEN", "I plan to visit Chile this month.", ["visit planned CHL+KEN 2019-05 Chile"]),
    ("KEN", "He said: “I was moved by much during my recent visit to Chile.”", []),
    (None, "Thank you for your kindness during my recent visit to Chile.", []),
    (
        "KEN",
        "Along with Minister Juma’s travel this week to Chile and Peru, the fair shows what Kenya can do.",
        ["visit held CHL+KEN 2019-05-06/2019-05-12 Chile", "visit held KEN+PER 2019-05-06/2019-05-12 Peru"],
    ),
]


@pytest.mark.parametrize(("side", "text", "expected"), ROWS, ids=lambda value: str(value)[:60])
def test_one_by_one(side: str | None, text: str, expected: list[str]) -> None:
    assert all_written(meetings_in(text + FILLER, DAY, side)) == expected
