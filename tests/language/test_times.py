"""Times: tables of sentences, the rule table's own examples, and properties that hold for any text."""

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidememoire.knowledge import shipped
from aidememoire.language.times.grammar import rule_rows
from aidememoire.language.times.outlook import TimeRead
from aidememoire.language.times.ranges import in_ranges
from aidememoire.language.times.reading import read_times, writes_month_first

DATA = Path(__file__).parent / "data"
SUNDAY = date(2017, 3, 19)
HARD_DATES_RIGHT = 55  # the floor; the rest is listed as failing here, one by one
HARD_DATES_KNOWN_WRONG: frozenset[str] = frozenset()


def rows(name: str) -> list[list[str]]:
    with (DATA / name).open(encoding="utf-8") as lines:
        return [row for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if not row[0].startswith("#")]


def marked(sentence: str) -> tuple[str, int, int]:
    """The sentence without its brackets, and where they stood."""
    start, end = sentence.index("["), sentence.index("]") - 1
    return sentence.replace("[", "").replace("]", ""), start, end


def at(read: tuple[TimeRead, ...], start: int, end: int) -> TimeRead | None:
    return next((one for one in read if (one.start, one.end) == (start, end)), None)


@pytest.mark.parametrize("row", rule_rows(), ids=lambda row: row["name"])
def test_rule_accepts_its_sentence(row: dict[str, str]) -> None:
    text, start, end = marked(row["accept"])
    found = at(read_times(text, SUNDAY), start, end)
    assert found is not None
    assert found.rule == row["name"]


@pytest.mark.parametrize("row", rule_rows(), ids=lambda row: row["name"])
def test_rule_refuses_its_sentence(row: dict[str, str]) -> None:
    assert row["name"] not in {one.rule for one in read_times(row["refuse"], SUNDAY)}


def outcome(row: list[str]) -> list[str]:
    """What is read where the row expects something, in the row's own columns."""
    today, sentence = row[:2]
    text, start, end = marked(sentence)
    found = at(read_times(text, None if today == "-" else date.fromisoformat(today)), start, end)
    if found is None:
        return ["nothing"]
    when = found.meaning.when
    days = [when.first.isoformat(), when.last.isoformat()] if when else ["-", "-"]
    return [found.meaning.type, found.meaning.value or "-", *days]


@pytest.mark.parametrize("row", rows("hard_dates.tsv"), ids=lambda row: row[1])
def test_hard_date(row: list[str]) -> None:
    if row[1] in HARD_DATES_KNOWN_WRONG:
        pytest.xfail("known to be wrong")
    assert outcome(row) == row[2:6]


def test_enough_hard_dates_are_right() -> None:
    table = rows("hard_dates.tsv")
    assert len(table) >= 60
    assert sum(outcome(row) == row[2:6] for row in table) >= HARD_DATES_RIGHT


@pytest.mark.parametrize("row", rows("parts_of_month.tsv"), ids=lambda row: row[1])
def test_part_of_a_month(row: list[str]) -> None:
    assert outcome(row) == row[2:]


@pytest.mark.parametrize("row", rows("holidays.tsv"), ids=lambda row: row[1])
def test_holiday(row: list[str]) -> None:
    assert outcome(row) == row[2:]


@pytest.mark.parametrize(
    "text", ["There is no [fifth Monday] in February.", "On [the fifth Monday of July 2015] they met."]
)
def test_weekday_that_a_month_lacks(text: str) -> None:
    words, start, end = marked(text)
    assert at(read_times(words, date(2015, 5, 20)), start, end) is None


@pytest.mark.parametrize("row", rows("times_refused.tsv"), ids=lambda row: row[0])
def test_no_time_is_found(row: list[str]) -> None:
    assert [row[0][one.start : one.end] for one in read_times(row[0], SUNDAY)] == []


ALTERNATIVES = [
    ("The envoys gather Friday.", ["2017-03-24"]),  # no verb tells whether the last or the next one
    ("It was signed on 3/4/2016.", ["2016-04-03"]),  # day and month may change places
    ("It was signed on 13/4/2016.", []),  # there is no 13th month
    ("Quotas for FY2018 were set.", ["2018-04-01/2019-03-31", "2017-07-01/2018-06-30", "2017-10-01/2018-09-30"]),
    ("It began on 1 Ramadan 1440 AH.", ["2019-05-05", "2019-05-07"]),  # a sighted month may begin a day off
    ("They met in winter 2016.", ["2015-12-01/2016-02-29"]),
    ("They will meet on Eid al-Adha 2018.", ["2018-08-21", "2018-08-23"]),
]


@pytest.mark.parametrize(("sentence", "expected"), ALTERNATIVES)
def test_open_readings_are_kept(sentence: str, expected: list[str]) -> None:
    (found,) = read_times(sentence, SUNDAY)
    assert [str(when) for when in found.meaning.alternatives] == expected


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The truce agreed on 22 July begins on 27 July 2020.", "2020-07-22"),
        ("The truce agreed on 22 July 2019 begins on 27 July 2020.", "2019-07-22"),
        ("The truce agreed on 22 July holds. It began on 27 July 2020.", None),  # the year may be another
    ],
)
def test_a_year_told_later_in_the_sentence_counts_where_no_day_is_known(text: str, day: str | None) -> None:
    when = read_times(text)[0].meaning.when
    assert (str(when) if when else None) == day


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("They returned from a weekend visit to Oslo, and could go again.", "2019-05-04/2019-05-05"),
        ("They will hold weekend talks.", "2019-05-11/2019-05-12"),
        ("They were worried about this week's talks.", "2019-05-06/2019-05-12"),
        ("They were worried about the talks so far this week.", "2019-05-06/2019-05-08"),
    ],
)
def test_weeks_and_their_ends(sentence: str, days: str) -> None:
    assert str(read_times(sentence, date(2019, 5, 8))[0].meaning.when) == days


@pytest.mark.parametrize(
    ("sentence", "on", "days"),
    [
        ("They spoke this weekend.", date(2019, 5, 6), "2019-05-04/2019-05-05"),
        ("They will speak this weekend.", date(2019, 5, 6), "2019-05-11/2019-05-12"),
        ("He said the talks this weekend would go ahead.", date(2019, 5, 6), "2019-05-11/2019-05-12"),
        ("They planned talks for this weekend.", date(2019, 5, 9), "2019-05-11/2019-05-12"),  # a Thursday
        ("They spoke this weekend.", date(2019, 5, 5), "2019-05-04/2019-05-05"),  # on it
    ],
)
def test_this_weekend_is_the_one_behind_early_in_the_week(sentence: str, on: date, days: str) -> None:
    assert str(read_times(sentence, on)[0].meaning.when) == days


ANCHORS = [
    ("They met on 2 November 2013.", None),
    ("They met on Monday.", "dateline"),
    ("They met on 3 May 1990 and the next day.", "narrative"),
]


@pytest.mark.parametrize(("sentence", "anchor"), ANCHORS)
def test_anchor_is_told(sentence: str, anchor: str | None) -> None:
    assert read_times(sentence, SUNDAY, "dateline")[-1].meaning.anchor == anchor


def test_an_account_of_the_past_is_read_from_its_story() -> None:
    text = (
        "In 1861 the war began. On 12 April 1861 the fort was shelled. By late May the state had seceded.\n"
        "The campaign of 1862 opened slowly. On 6 April 1862 a battle was fought. In June the siege began.\n"
        "By the summer of 1863 the river was open."
    )
    values = [one.meaning.value for one in read_times(text, date(2009, 12, 19))]
    assert values == ["1861", "1861-04-12", "1861-05", "1862", "1862-04-06", "1862-06", "1863-SU"]


def test_without_any_date_nothing_is_guessed() -> None:
    text = "They met last week, on Monday and in March; on 20 March they will sign; yesterday two years ago."
    assert all(one.meaning.when is None for one in read_times(text))


PIECES = st.sampled_from(
    "on by the of in 20 20th 2013 1990s March May Nov. Monday next last week years two and - – , . ( ) early mid end"
    " ago later every daily 10:00 6:50pm GMT fiscal FY2018 2018/19 first half quarter century BC Reiwa Ramadan Bahman"
    " AH $ 1,500 now tomorrow morning summer \n spoke will eve decade 0001 9999 31 second a couple".split(" ")
)


@given(st.lists(PIECES, max_size=25).map(" ".join), st.dates() | st.none())
def test_any_sequence_of_time_words_is_read(text: str, today: date | None) -> None:
    end = 0
    for one in read_times(text, today):
        assert end <= one.start < one.end <= len(text)
        assert text[one.start : one.end].strip() == text[one.start : one.end]
        end = one.end


@given(st.text(), st.dates() | st.none())
def test_any_text_is_read(text: str, today: date | None) -> None:
    for one in read_times(text, today):
        assert text[one.start : one.end]


@given(st.lists(PIECES, max_size=12).map(" ".join))
def test_reading_twice_changes_nothing(text: str) -> None:
    assert read_times(text, SUNDAY) == read_times(text, SUNDAY)


FULL = ["On 2 November 2013 they met.", "It ends on March 5, 2020.", "It began in June 2011.", "They meet 2014-05-06."]


RANGES = [
    ("Talks run from 30 April to 2 May 2019.", ["2019-04-30/2019-05-02"]),
    ("Talks run June 27-June 30.", ["2017-06-27/2017-06-30"]),
    ("They will gather on Friday and Saturday.", ["2017-03-24/2017-03-25"]),
    ("They met between 3 May 2010 and 9 May 2010.", ["2010-05-03/2010-05-09"]),
    ("Between May and July 2010 they met twice.", ["2010-05-01/2010-07-31"]),
    ("They will meet in late April or early May.", ["2017-04-01/2017-05-31"]),
    ("The talks were postponed from 3 May 2010 to 9 May 2010.", ["2010-05-03", "2010-05-09"]),  # two dates, no stretch
    ("They met on 3 May 2010 and 9 May 2010.", ["2010-05-03", "2010-05-09"]),  # not one after the other
    ("They met in 2013 and 2014.", ["2013", "2014"]),
]


@pytest.mark.parametrize(("sentence", "expected"), RANGES)
def test_two_dates_that_bound_one_stretch_are_one(sentence: str, expected: list[str]) -> None:
    found = list(in_ranges(sentence, read_times(sentence, SUNDAY)))
    assert [str(one.meaning.when) for one in found] == expected


TENSES = [  # seen from Wednesday 22 March 2017
    ("The ministers met on Monday.", "2017-03-20"),
    ("The ministers will meet on Monday.", "2017-03-27"),
    ("He said they would meet on Friday.", "2017-03-24"),
    ("They agreed to meet on Friday.", "2017-03-24"),
    ("They agreed to the plan on Friday.", "2017-03-17"),
    ("It has called a meeting for Friday.", "2017-03-24"),
    ("The envoy sets out Friday for Rome.", "2017-03-24"),
    ("It will put the plan to a vote on Friday.", "2017-03-24"),
    ("Talks with the United Nations are to be held on Friday.", "2017-03-24"),
    ("The plan was rejected on Friday.", "2017-03-17"),
    ("They met in October.", "2016-10"),
    ("They will meet in October.", "2017-10"),
    ("They are to meet on 2 October.", "2017-10-02"),
    ("They met on 2 December.", "2016-12-02"),
]


@pytest.mark.parametrize(("sentence", "expected"), TENSES)
def test_tense_decides(sentence: str, expected: str) -> None:
    (found,) = read_times(sentence, date(2017, 3, 22))
    assert found.meaning.value == expected


@given(st.permutations(FULL))
def test_full_dates_do_not_depend_on_order(sentences: list[str]) -> None:
    found = {one.meaning.value for one in read_times(" ".join(sentences), SUNDAY)}
    assert found == {"2013-11-02", "2020-03-05", "2011-06", "2014-05-06"}


def test_a_long_line_takes_no_longer_by_the_word() -> None:
    text = "They met on Monday, 2 May, and in the early 1990s for two years. " * 5_000
    assert len(read_times(text, SUNDAY)) == 3 * 5_000


SLASHES = [
    ("CNN", None, "2016-03-04", []),  # an American outlet
    ("TASS", None, "2016-04-03", []),  # any other country's
    (None, "USA", "2016-03-04", []),
    (None, "DEU", "2016-04-03", []),
    (None, "EU", "2016-03-04", ["2016-04-03"]),  # no state: stays open
    ("Reuters", None, "2016-03-04", ["2016-04-03"]),  # of no one country
    (None, None, "2016-03-04", ["2016-04-03"]),
]


@pytest.mark.parametrize(("outlet", "side", "expected", "others"), SLASHES)
def test_the_outlets_country_decides_between_day_and_month(
    outlet: str | None, side: str | None, expected: str, others: list[str]
) -> None:
    order = writes_month_first(outlet, side, shipped())
    (found,) = read_times("It was signed on 3/4/2016.", SUNDAY, is_month_first=order)
    assert found.meaning.value == expected
    assert [str(when) for when in found.meaning.alternatives] == others


def test_a_day_that_fits_one_order_only_needs_no_outlet() -> None:
    (found,) = read_times("It was signed on 13/4/2016.", SUNDAY, is_month_first=True)
    assert found.meaning.value == "2016-04-13"


NEWS_DAY = date(1987, 4, 8)  # a Wednesday


def news_outcome(row: list[str]) -> list[str]:
    text, start, end = marked(row[0])
    found = at(read_times(text, NEWS_DAY), start, end)
    return [found.meaning.type, found.meaning.value or "-"] if found else ["nothing"]


@pytest.mark.parametrize("row", rows("news_times.tsv"), ids=lambda row: row[0])
def test_time_of_a_news_report(row: list[str]) -> None:
    assert news_outcome(row) == row[1:3]


def test_a_list_of_careers_is_no_account_of_the_past() -> None:
    text = "Today the president named judges. " + "She was a partner from 1999 to 2004 and clerk in 1998. " * 4
    assert read_times(text + "She will be sworn in on 3 May.", date(2021, 4, 8))[-1].meaning.value == "2021-05-03"


def test_a_season_long_over_is_not_meant_without_last() -> None:
    (found,) = read_times("He called for polls in the spring without fraud.", date(2005, 2, 21))
    assert found.meaning.value == "2005-SP"


@pytest.mark.parametrize(
    ("text", "day", "when"),
    [
        ("The round, first planned for March, was held on Monday.", date(2002, 6, 4), "2002-03"),
        ("The round, first planned for March, will be held in June.", date(2002, 1, 4), "2002-03"),
        ("The round is planned for March.", date(2002, 6, 4), "2003-03"),
        ("They will carry out the agreement of February.", date(2006, 6, 4), "2006-02"),
        ("They will attend the session of February.", date(2006, 6, 4), "2007-02"),  # not one that was made then
    ],
)
def test_what_was_planned_or_made_lies_behind(text: str, day: date, when: str) -> None:
    assert str(read_times(text, day)[0].meaning.when) == when


@pytest.mark.parametrize(
    ("text", "value", "days"),
    [
        ("The envoy came on a visit in march.", "2021-03", "2021-03-01/2021-03-31"),
        ("The exchange took place on May six.", "2021-05-06", "2021-05-06/2021-05-06"),
        ("The talks, from April six to 10, were wide-ranging.", "2021-04-06/2021-04-10", "2021-04-06/2021-04-10"),
        ("In May six envoys met.", "2021-05", "2021-05-01/2021-05-31"),  # six envoys
        ("They will meet at the beginning of next week.", "2021-W20", "2021-05-17/2021-05-19"),
        ("They will meet in the second half of June.", "2021-06-16/2021-06-30", "2021-06-16/2021-06-30"),
        ("They will meet in the first half of the next year.", "2022-H1", "2022-01-01/2022-06-30"),
        ("They met in may 1999.", "1999-05", "1999-05-01/1999-05-31"),
        ("They will meet on 14 may in Lima.", "2021-05-14", "2021-05-14/2021-05-14"),
        ("The ministers on the 8th met in Lima.", "2021-05-08", "2021-05-08/2021-05-08"),
        ("They will meet on Monday week.", "2021-05-24", "2021-05-24/2021-05-24"),
        ("She will come a week from Friday.", "2021-05-21", "2021-05-21/2021-05-21"),
        ("He spoke a week ago Tuesday.", "2021-05-04", "2021-05-04/2021-05-04"),
        ("It was signed in the year 1420 of the Hijra.", "1999-04-17/2000-04-05", "1999-04-17/2000-04-05"),
    ],
)
def test_what_diplomats_write(text: str, value: str, days: str) -> None:
    (found,) = read_times(text, date(2021, 5, 12))
    when = found.meaning.when
    assert when is not None
    assert (found.meaning.value, f"{when.first}/{when.last}") == (value, days)


@pytest.mark.parametrize("text", ["He took part in march for peace.", "They were in march order.", "A march, it was."])
def test_a_march_is_no_month(text: str) -> None:
    assert not read_times(text, date(2021, 5, 12))


def test_a_fortnight_is_two_weeks() -> None:
    (found,) = read_times("The envoy returned a fortnight later.", date(2021, 5, 12))
    assert found.meaning.value == "P2W"


def test_a_holiday_far_off_leaves_the_year_open() -> None:
    (found,) = read_times("The leaders will meet on New Year's Eve.", date(2021, 5, 12))
    assert [str(one) for one in found.meaning.alternatives] == ["2021-12-31"]
