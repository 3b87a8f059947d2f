"""Other calendars: days that almanacs give."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidememoire.language.times import calendars

ISLAMIC = [
    ((1440, 9, 1), date(2019, 5, 6)),
    ((1443, 1, 1), date(2021, 8, 10)),
    ((1, 1, 1), date(622, 7, 19)),
]
PERSIAN = [
    ((1357, 11, 22), date(1979, 2, 11)),
    ((1396, 1, 1), date(2017, 3, 21)),
    ((1399, 1, 1), date(2020, 3, 20)),
    ((1403, 12, 30), date(2025, 3, 20)),  # a leap year's last day
]


@pytest.mark.parametrize(("day", "expected"), ISLAMIC)
def test_islamic_day(day: tuple[int, int, int], expected: date) -> None:
    assert calendars.islamic_day(*day) == expected


@pytest.mark.parametrize(("day", "expected"), PERSIAN)
def test_persian_day(day: tuple[int, int, int], expected: date) -> None:
    assert calendars.persian_day(*day) == expected


@pytest.mark.parametrize("day", [(1404, 12, 30), (1404, 7, 31), (1404, 13, 1), (99, 1, 1)])
def test_no_such_persian_day(day: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match=r"Persian|holds for"):
        calendars.persian_day(*day)


@given(st.dates(min_value=date(1800, 1, 1), max_value=date(2200, 1, 1)))
def test_every_day_is_in_the_islamic_year_found_for_it(day: date) -> None:
    year = calendars.islamic_year_at(day)
    assert calendars.islamic_day(year, 1, 1) <= day < calendars.islamic_day(year + 1, 1, 1)


def test_era_years() -> None:
    assert calendars.era_year("reiwa", 3) == 2021
    assert calendars.era_year("minguo", 110) == 2021


@pytest.mark.parametrize(
    ("year", "day"), [(1916, date(1916, 4, 23)), (2018, date(2018, 4, 1)), (2019, date(2019, 4, 21))]
)
def test_easter(year: int, day: date) -> None:
    assert calendars.easter(year) == day


@pytest.mark.parametrize(("year", "day"), [(2018, date(2018, 11, 22)), (2019, date(2019, 11, 28))])
def test_thanksgiving(year: int, day: date) -> None:
    assert calendars.thanksgiving(year) == day


@pytest.mark.parametrize(
    ("year", "day"), [(2013, date(2013, 5, 5)), (2016, date(2016, 5, 1)), (2017, date(2017, 4, 16))]
)
def test_orthodox_easter(year: int, day: date) -> None:
    assert calendars.orthodox_easter(year) == day


@pytest.mark.parametrize(
    ("year", "day"), [(1973, date(1973, 9, 27)), (2013, date(2013, 9, 5)), (2020, date(2020, 9, 19))]
)
def test_hebrew_new_year(year: int, day: date) -> None:
    assert calendars.hebrew_new_year(year) == day


@pytest.mark.parametrize(("which", "day"), [((2021, 9, 0, 1), date(2021, 9, 6)), ((2021, 5, 0, -1), date(2021, 5, 31))])
def test_weekday_of_month(which: tuple[int, int, int, int], day: date) -> None:
    assert calendars.weekday_of_month(*which) == day


def test_no_almanac_and_no_eastern_easter_far_off() -> None:
    with pytest.raises(ValueError, match="almanac"):
        calendars.lunar_new_year(1901)
    with pytest.raises(ValueError, match="thirteen"):
        calendars.orthodox_easter(1800)
