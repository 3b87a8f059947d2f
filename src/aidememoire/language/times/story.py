"""Where a text has got to in time, and whether it is an account of the past at all."""

from collections.abc import Sequence
from datetime import date

from aidememoire.language.times.grammar import Phrase
from aidememoire.language.times.outlook import FAR, Meaning, Outlook
from aidememoire.model import Granularity, When

OTHER_CALENDARS = frozenset(("islamic", "persian", "era"))
POINTING = frozenset(("deictic_day", "weekday", "tonight"))
FROM_HERE = frozenset(("deictic_unit", "ago", "from_now", "last_month_name", "month_of"))
SOME_YEARS = 3  # an account of the past names so many different years of long ago,
MANY_YEARS, MOST = 7, 0.6  # and either many times one of them, or hardly any other year
DATELINED_YEARS = 15  # a wire story must be nearly all history to be one
POINTING_SHARE = 0.25  # of words such as "Monday" to years of long ago,
FROM_HERE_SHARE = 0.5  # and of these and "this year", "two years ago" together
TOLD_SHARE = 0.3  # of days and months to years of long ago: a list of careers or laws has years alone
NEEDS_STORY = 2  # so many days or months without a year at least, else there is nothing to be read from the story


def _years(phrases: Sequence[Phrase]) -> list[int]:
    return [
        int(p.parts["y"])
        for p in phrases
        if p.means not in OTHER_CALENDARS and p.parts.get("y", "").isdigit() and len(p.parts["y"]) == 4
    ]


def is_account_of_the_past(phrases: Sequence[Phrase], today: date | None, is_datelined: bool) -> bool:
    """Whether undated words should be read from the story rather than from today."""
    if today is None:
        return True
    years = _years(phrases)
    far = [year for year in years if year < today.year - 1]
    pointing = sum(p.means in POINTING for p in phrases)
    from_here = pointing + sum(p.means in FROM_HERE for p in phrases)
    if pointing > POINTING_SHARE * len(far) or from_here > FROM_HERE_SHARE * len(far):
        return False
    if is_datelined and len(far) < DATELINED_YEARS:
        return False
    if not _is_told_in_dates(phrases, len(far)):
        return False
    return len(set(far)) >= SOME_YEARS and (len(far) >= MANY_YEARS or len(far) >= MOST * len(years))


def _is_told_in_dates(phrases: Sequence[Phrase], far: int) -> bool:
    """Whether days and months are told at all, some without their year."""
    dates = [p for p in phrases if p.means in ("date", "days")]
    undated = sum("y" not in p.parts for p in dates)
    is_dated = any("y" in p.parts for p in dates)  # else the days and months may as well be of this year
    return is_dated and undated >= NEEDS_STORY and len(dates) >= TOLD_SHARE * far


HISTORY = 0.85  # of the years, in an account that is all history
HISTORY_POINTING = 0.1  # of words that point from today, to years of long ago


def is_all_history(phrases: Sequence[Phrase], today: date | None) -> bool:
    """Whether an account of the past hardly looks from today at all."""
    if today is None:
        return True
    years = _years(phrases)
    far = len([year for year in years if year < today.year - 1])
    pointing = sum(p.means in POINTING or p.means in ("deictic_unit", "ago") for p in phrases)
    return far >= HISTORY * len(years) and pointing <= HISTORY_POINTING * max(far, len(phrases) / 4)


STEP_BACK, STEP_AHEAD = 400, 1200  # days: a date farther off than this from the tale's last one is an aside


class Story:
    """Where the tale has got to: a date far off is an aside, which ends with its paragraph unless it is kept up."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._main: When | None = None
        self._aside: When | None = None
        self._main_at = self._aside_at = self._year_at = -FAR
        self._year: When | None = None
        self._day: When | None = None
        self._year_opens = False

    def show(self, view: Outlook, start: int) -> None:
        """Put into the outlook how things stand before a phrase."""
        aside = self._aside if self._aside and "\n" not in self._text[self._aside_at : start] else None
        view.exact, at = (aside, self._aside_at) if aside else (self._main, self._main_at)
        view.exact_distance = start - at
        year = self._year if self._year_at > at else None
        view.story, view.story_distance = (year, start - self._year_at) if year else (view.exact, view.exact_distance)
        view.last_day = self._day
        view.is_told_year = bool(year) and self._year_opens

    def go_on(self, view: Outlook, meaning: Meaning, start: int, end: int) -> None:
        """Take in what the phrase meant."""
        when = meaning.when
        if when is None or not meaning.moves_story:
            return
        if when.granularity in (Granularity.YEAR, Granularity.SEASON) or _is_long(when):
            last = self._year or self._main
            if last is None or -STEP_BACK <= (when.first - last.first).days <= 4 * STEP_AHEAD:
                self._year, self._year_at, self._year_opens = when, end, view.opens
            return
        if when.granularity is Granularity.DAY or "/" in (meaning.value or ""):
            self._day = When.day(when.last)
        if self._main is None or _is_near(self._main, when) or (self._aside and _is_kept_up(self, when, start)):
            self._main, self._main_at, self._aside = when, end, None
        else:
            self._aside, self._aside_at = when, end

    def is_new_paragraph(self, start: int) -> bool:
        """Whether the aside was in an earlier paragraph."""
        return "\n" in self._text[self._aside_at : start]

    @property
    def aside(self) -> When | None:
        """The date far off that was named last."""
        return self._aside


def _is_near(last: When, when: When) -> bool:
    return -STEP_BACK <= (when.first - last.first).days <= STEP_AHEAD


def _is_kept_up(story: Story, when: When, start: int) -> bool:
    return story.aside is not None and _is_near(story.aside, when) and story.is_new_paragraph(start)


LONG_DAYS = 100


def _is_long(when: When) -> bool:
    return (when.last - when.first).days > LONG_DAYS
