"""Sightings → stays: somebody is still in a country while nothing shows him elsewhere."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from aidememoire.model import TOOK_PLACE, MeetingState, When
from aidememoire.views.sightings import Sighting

# "Two weeks ago" may be three.
LOOSE_SLACK = 7
# A weekend without news does not end a stay; a week without any does.
GAP_DAYS = 3
# A visit announced for the 24th that began on the 25th is the one announced.
PLAN_DAYS = 2
ONE_DAY = timedelta(days=1)

Days = Mapping[date, set[str]]  # day → the countries in which a firm sighting of that one day shows him


@dataclass(slots=True)
class Stay:
    """Days in one country, and the grounds for them; or the plan of such days."""

    country: str
    first: date
    last: date
    seen: list[Sighting] = field(default_factory=list)
    plans: list[Sighting] = field(default_factory=list)
    announced: tuple[str, ...] = ()  # "from", "to": an end that only a plan gives

    def meets(self, when: When, slack: int = 0) -> bool:
        """Whether the days share one with the stay, or come within so many days of it."""
        return self.first <= when.last + timedelta(days=slack) and when.first <= self.last + timedelta(days=slack)


def find_stays(sightings: Iterable[Sighting], home: str | None) -> tuple[list[Stay], list[Stay]]:
    """The stays abroad, each with the plans that it carried out; and the plans of which no report tells more."""
    ordered = sorted(sightings, key=by_day)
    seen = [one for one in ordered if one.state in TOOK_PLACE]
    firm = [one for one in seen if not one.is_loose]
    days = _countries_by_day(firm)
    stays: defaultdict[str, list[Stay]] = defaultdict(list)
    for stay in _certain_stays(firm, days):
        stays[stay.country].append(stay)
    for one in seen:
        if one.is_loose:
            for country in one.countries:
                _attach(stays[country], country, one)
    plans: defaultdict[str, list[Stay]] = defaultdict(list)
    for one in ordered:
        if one.state in TOOK_PLACE:
            continue
        for country in one.countries:
            fitting = next((stay for stay in stays[country] if stay.meets(one.when, PLAN_DAYS)), None)
            if fitting:
                fitting.plans.append(one)
                _extend(fitting, one, days)
            else:
                _plan(plans[country], country, one)
    heard = _countries_by_day(one for one in firm if one.record is None)
    certain = {country: [stay for stay in found if _is_backed(stay, heard, home)] for country, found in stays.items()}
    return _abroad(certain, home), _abroad(plans, home)


def _is_backed(stay: Stay, heard: Days, home: str | None) -> bool:
    """Whether more speaks for the stay than one report, vague about its days, and no words spoken at home gainsay it.

    A report may well give a meeting of last month the day on which it speaks of it.
    """
    if any(one.record is None for one in stay.seen):
        return True
    if all(one.is_loose for one in stay.seen) and len({one.report for one in [*stay.seen, *stay.plans]}) == 1:
        return False
    days = [stay.first + number * ONE_DAY for number in range((stay.last - stay.first).days + 1)]
    return not all(home in heard.get(day, ()) for day in days)


def _abroad(stays: Mapping[str, Sequence[Stay]], home: str | None) -> list[Stay]:
    return [stay for country, found in sorted(stays.items()) if country != home for stay in found]


def by_day(one: Sighting) -> tuple[date, bool, date, str]:
    """The order of sightings: told days before the days of reports."""
    return one.when.first, not one.is_dated, one.when.last, min(one.claims)


def _countries_by_day(firm: Iterable[Sighting]) -> Days:
    days: defaultdict[date, set[str]] = defaultdict(set)
    for one in firm:
        if one.when.first == one.when.last:
            days[one.when.first] |= set(one.countries)
    return days


def seen_on(day: date, sightings: Iterable[Sighting]) -> set[str]:
    """The countries in which he is seen on the day; by days that are told, or where none is, by those of reports."""
    here = [one for one in sightings if one.when.first <= day <= one.when.last]
    told = [one for one in here if one.is_dated]
    return {country for one in told or here for country in one.countries}


def _is_elsewhere(country: str, first: date, last: date, days: Days) -> bool:
    """Whether he is seen in another country on one of the days, which are few."""
    return any(
        days.get(first + number * ONE_DAY, frozenset()) - {country} for number in range(max(0, (last - first).days + 1))
    )


def _certain_stays(firm: Iterable[Sighting], days: Days) -> list[Stay]:
    """The stays, at home too, that sightings in one country make up.

    He is still there while nothing shows him elsewhere. A report that came out days after he spoke adds none, where he
    is seen elsewhere on the day it came out; on the next day he may have been in both.
    """
    stays: list[Stay] = []
    open_stays: dict[str, Stay] = {}
    for one in firm:
        (country,) = one.countries
        stay = open_stays.get(country)
        if stay is not None and _is_same_stay(stay, one, days):
            stay.seen.append(one)
            is_next = one.when.first <= stay.last + ONE_DAY
            if one.is_dated or is_next or not _is_elsewhere(country, one.when.first, one.when.last, days):
                stay.last = max(stay.last, one.when.last)
        else:
            stay = open_stays[country] = Stay(country, one.when.first, one.when.last, [one])
            stays.append(stay)
    return stays


def _is_same_stay(stay: Stay, one: Sighting, days: Days) -> bool:
    if (one.when.first - stay.last).days > GAP_DAYS:
        return False
    return not _is_elsewhere(stay.country, stay.last + ONE_DAY, one.when.first - ONE_DAY, days)


def _attach(stays: list[Stay], country: str, one: Sighting) -> None:
    """Join a loose sighting to the nearest stay in the country, or make one of it."""
    fitting = [stay for stay in stays if stay.meets(one.when, LOOSE_SLACK)]
    if fitting:
        nearest = min(fitting, key=lambda stay: (not stay.meets(one.when), abs((stay.first - one.when.first).days)))
        nearest.seen.append(one)
    else:
        stays.append(Stay(country, one.when.first, one.when.last, [one]))


def _extend(stay: Stay, plan: Sighting, days: Days) -> None:
    """Let the stay begin and end as announced, where nothing shows him elsewhere then.

    Not from a day on which he is seen in another country as well: then he came from there, or left for it, that day.
    """
    if plan.is_loose or plan.state is not MeetingState.PLANNED:
        return
    first, last = plan.when.first, plan.when.last
    if first < stay.first and not _is_elsewhere(stay.country, first + ONE_DAY, stay.first, days):
        stay.first, stay.announced = first, (*stay.announced, "from")
    if last > stay.last and not _is_elsewhere(stay.country, stay.last, last - ONE_DAY, days):
        stay.last, stay.announced = last, (*stay.announced, "to")


def _plan(plans: list[Stay], country: str, one: Sighting) -> None:
    """Join a plan to those of the same country and days; the days told last are shown."""
    for stay in plans:
        if stay.meets(one.when, PLAN_DAYS):
            stay.plans.append(one)
            stay.first, stay.last = min(stay.first, one.when.first), max(stay.last, one.when.last)
            return
    plans.append(Stay(country, one.when.first, one.when.last, [], [one]))
