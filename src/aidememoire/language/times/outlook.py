"""Where the reader stands when a time expression comes, and which year or day undated words mean from there."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from aidememoire.language.times.arithmetic import a_day, distance, shift_days
from aidememoire.language.times.grammar import Phrase
from aidememoire.model import Granularity, When

NEAR_DAYS = 75  # a day without a year within so many days of the anchor is that one, whatever the tense
OPEN_DAYS = 90  # without tense, a day farther from the anchor might as well be the one of the other year
FAR = 1_000_000


OPEN_MONTH_DAYS = 120  # the same for a month
FAR_PAST_DAYS = 290  # whoever tells of a day longer ago names its year
FAR_MONTH_DAYS = 345  # the same for a month, either way
FAR_FUTURE_DAYS = 215  # and whoever announces one further ahead


@dataclass(slots=True)
class Outlook:
    """Where the reader stands when a phrase comes: today, and where the story has got to."""

    now: date | None  # the day the report looks from
    ground: str | None  # where `now` is from: dateline | published | narrative
    is_narrative: bool  # an account of the past: undated words go by the story, not by today
    is_history: bool = False  # nothing in it points from today: a bare year holds until the next
    tense: str | None = None  # past | reported | future, by the words near the phrase
    after: str = ""  # the words that follow, in lower case
    before: str = ""  # the words that precede
    story: When | None = None  # the last day, month or year that was named
    story_distance: int = FAR  # code points since then
    exact: When | None = None  # the last day or month that was named with or by its year
    exact_distance: int = FAR
    is_told_year: bool = False  # `story` is a year at the head of a sentence: what follows is told of it
    joined_day: date | None = None  # the weekday before "and", "or" or "to" just before this one
    begins: When | None = None  # the day or month from which a stretch runs up to this one
    sentence_year: int | None = None  # the year that an earlier date of the sentence names
    opens: bool = False  # the phrase opens its sentence
    given_year: int | None = None  # the year that a date just after this one names
    last_day: When | None = None  # the last single day that was named
    told_years: dict[tuple[int, int], int] = field(default_factory=dict)  # month and day → year last read
    told_weekdays: dict[int, date] = field(default_factory=dict)  # 0 for Monday → the day last read for it
    is_month_first: bool | None = None  # whether 3/4 is the 4th of March; None: nobody knows whose habit it is

    @property
    def here(self) -> date | None:
        """The day from which undated words are read."""
        if self.now and self.is_narrative and self.story:
            return self.story.first
        return self.now

    @property
    def here_ground(self) -> str | None:
        """What `here` is."""
        return "narrative" if self.is_narrative and self.story else self.ground


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase means."""

    type: str
    value: str | None
    when: When | None = None
    alternatives: tuple[When, ...] = ()
    anchor: str | None = None
    moves_story: bool = field(default=True)  # later words may be read from here


@dataclass(frozen=True, slots=True)
class TimeRead:
    """A time expression of a plain text: offsets into it, and what it means."""

    start: int
    end: int
    meaning: Meaning
    rule: str


Handler = Callable[[Phrase, Outlook], Meaning | None]


def nearest_year(month: int, day: int | None, view: Outlook) -> tuple[int, tuple[int, ...]] | None:
    """The year of a month or day that names none, and other years that the words leave open."""
    if view.is_narrative:
        told = story_year(month, day, view)
        if told is not None:
            return told, ()
    if view.now is None:
        return None
    now = view.now
    if day and view.tense in (None, "open") and (month, day) in view.told_years:
        return view.told_years[month, day], ()
    told = view.sentence_year
    if told and told != now.year and view.tense != "future" and not _is_near(month, day, now):
        return told, (now.year,)
    candidates = []
    for year in (now.year - 1, now.year, now.year + 1):
        when = a_day(year, month, day) if day else When.month(year, month)
        if when:
            candidates.append((distance(when, now), year, when))
    if not candidates:
        return None
    candidates.sort(key=lambda item: item[0])
    gap, year, _ = candidates[0]
    near = NEAR_DAYS if day else (NEAR_DAYS if view.tense == "reported" else 0)
    if gap <= near and (gap == 0 or day or view.tense in (None, "reported")):
        is_told_as_over = view.tense == "past" and candidates[0][2].first > now
        return year, (year - 1,) if is_told_as_over else ()
    for far, other, when in candidates:
        if (
            view.tense in ("past", "reported")
            and when.first <= now
            and far < (FAR_PAST_DAYS if day else FAR_MONTH_DAYS)
        ):
            return other, ()
        if view.tense == "future" and when.last >= now and far < (FAR_FUTURE_DAYS if day else FAR_MONTH_DAYS):
            return other, ()
    is_open = gap > (OPEN_DAYS if day else OPEN_MONTH_DAYS)
    return year, tuple(other for _, other, _ in candidates[1:2]) if is_open else ()


def _is_near(month: int, day: int | None, now: date) -> bool:
    """Whether the day, or the month, is so near that it must be meant."""
    when = a_day(now.year, month, day) if day else When.month(now.year, month)
    return when is not None and distance(when, now) <= NEAR_DAYS


STORY_REACH = 160  # code points: about the same sentence and the next


BACKWARD = 1.3  # a step back in a tale costs so much more than one forward


def story_year(month: int, day: int | None, view: Outlook) -> int | None:
    """The year in a tale that goes forward: that of a year just named, else the one nearest after the last date."""
    story, exact = view.story, view.exact
    if story is None or (view.now is None and view.story_distance > PARAGRAPH):
        return None
    if exact is None:
        return story.first.year if view.is_told_year or view.is_history or view.now is None else None
    if story.granularity is Granularity.YEAR and view.is_told_year and view.story_distance < PARAGRAPH:
        return story.first.year
    best: tuple[float, int] | None = None
    for year in (exact.first.year - 1, exact.first.year, exact.first.year + 1):
        when = a_day(year, month, day) if day else When.month(year, month) if 1 <= year <= 9999 else None
        if when is None:
            continue
        forward = (when.last - exact.last).days
        cost = (
            forward if forward >= 0 else -BACKWARD * (when.first - exact.first).days if when.last < exact.first else 0
        )
        if best is None or cost < best[0]:
            best = (cost, year)
    return best[1] if best else None


PARAGRAPH = 500  # code points


def nearest_weekday(weekday: int, view: Outlook) -> tuple[date, tuple[date, ...]] | None:
    """The day that a bare weekday means, and others that the words leave open."""
    if view.is_narrative and view.last_day and view.now and view.exact_distance < PARAGRAPH:
        base = view.last_day.first
        return base + timedelta(days=(weekday - base.weekday()) % 7), ()
    if view.now is None:
        return None
    if view.joined_day and (weekday - view.joined_day.weekday()) % 7 <= 3:
        return view.joined_day + timedelta(days=(weekday - view.joined_day.weekday()) % 7), ()
    back = (view.now.weekday() - weekday) % 7
    forth = (weekday - view.now.weekday()) % 7
    past, future = shift_days(view.now, -back), shift_days(view.now, forth)
    if past is None or future is None:
        return None
    if past == future:
        return past, ()
    if view.tense == "future":
        return future, ()
    if forth == 1 and view.tense != "future" and view.told_weekdays.get(weekday) == future:
        return future, ()  # the report's own day is one ahead of its publisher's
    if view.tense == "past" or (view.tense == "reported" and forth > 1):
        return past, (future,) if forth == 1 else ()
    return (past, (future,)) if back <= forth else (future, (past,))


def story_base(letter: str, view: Outlook) -> tuple[date, str | None] | None:
    """The day from which "later" and "the following" count."""
    if letter == "D" and view.last_day and (view.is_narrative or view.story_distance < 4 * STORY_REACH):
        return view.last_day.first, "narrative"
    if view.story and letter != "D":
        return view.story.first, "narrative"
    if view.now and not view.is_narrative:
        return view.now, view.ground
    return None
