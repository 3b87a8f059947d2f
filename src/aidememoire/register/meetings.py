"""Which claims tell of one occasion, and what they tell of it together."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from aidememoire.model import (
    TOOK_PLACE,
    YET_TO_BE,
    MeetingKind,
    MeetingState,
    MeetingValues,
    Participation,
    RecordKind,
    When,
)
from aidememoire.register.building import Draft, plain, words_of
from aidememoire.register.candidates import MeetingUnit, coarse_pairs, fine_pairs, is_fine, meeting_blocks
from aidememoire.register.clustering import Clusters, join_best_first
from aidememoire.register.features import (
    BOTH,
    are_compatible_places,
    people,
    same_meeting,
    speaks_against,
)
from aidememoire.register.formats import Format
from aidememoire.register.history import contradicts_itself, shown_state, states_over_time
from aidememoire.register.likenesses import Likenesses
from aidememoire.register.plans import join_both_sides_plans
from aidememoire.register.ranking import Word, choose, choose_date
from aidememoire.register.recalled import join_recalled
from aidememoire.register.seating import join_seated
from aidememoire.register.stays import is_one_stay, is_same_person
from aidememoire.register.summits import join_recalled_summits
from aidememoire.register.undated import join_same_news, undated_matches
from aidememoire.register.world import World, fold

# A postponed meeting is looked for at most so long after its first date; the second "two plus two" came after three
# years and was no postponed one.
POSTPONED_DAYS = 200
# Under its own number it is known after a longer time.
POSTPONED_DAYS_NUMBERED = 800
# From so many reports on, a party that one alone names is more likely misread than missed by all others.
MANY_REPORTS = 4
# An undated meeting is told of within so many days of it, or it is another one.
NEWS_DAYS = 3
# "Their meeting in Sochi in July" is the talks there of the 17th and 18th, and not one of those of the 3rd and 18th.
ONE_STAY = timedelta(days=2)
# "He arrived in Paris on the 10th" and "on the 11th he went on to Lyon".
ONE_NIGHT = timedelta(days=1)
REMOTE = frozenset(("phone", "video"))


def cluster_meetings(
    units: Sequence[MeetingUnit],
    world: World,
    same: Iterable[tuple[str, str]] = (),
    different: Iterable[tuple[str, str]] = (),
    formats: Mapping[str, Format] | None = None,
) -> list[tuple[MeetingUnit, ...]]:
    """The occasions, each with the units that tell of it; ``same`` and ``different`` are people's rulings.

    ``formats``: record id of a dialogue → its format.
    """
    by_id = {unit.unit.id: unit for unit in units}
    clusters = Clusters.ruled({unit.unit.id: unit.unit.report for unit in units}, same, different)
    likenesses = Likenesses()
    for left, right in [*fine_pairs(units), *coarse_pairs(units)]:
        likeness = same_meeting(left, right, world)
        likenesses.add(left.unit.id, right.unit.id, likeness)
        if likeness.is_apart:
            clusters.keep_apart(left.unit.id, right.unit.id)
    _join_visits_told_twice(clusters, units, world, on_next_days_only=True)
    join_best_first(clusters, likenesses.undoubted())
    join_seated(clusters, units, formats or {}, world)
    _join_visits_told_twice(clusters, units, world)
    _attach(clusters, coarse := _coarse_matches(clusters, by_id, world))
    _attach(clusters, undated := undated_matches(clusters, by_id, world))
    matches = [*coarse.items(), *undated.items()]
    spoken_for = {name for name, found in matches if any(clusters.may_join(name, other) for other in found)}
    join_same_news(clusters, units, spoken_for, world)
    join_recalled_summits(clusters, units, spoken_for, world)
    join_recalled(clusters, units, spoken_for, world)
    join_both_sides_plans(clusters, units, {name for name, found in coarse.items() if found}, world)
    _attach(clusters, _postponed_matches(clusters, by_id, later=False))
    _attach(clusters, _postponed_matches(clusters, by_id, later=True))
    return [tuple(by_id[name] for name in members) for members in clusters.all()]


def _join_visits_told_twice(
    clusters: Clusters, units: Sequence[MeetingUnit], world: World, *, on_next_days_only: bool = False
) -> None:
    """Join the visits of one person to one country on days that meet or follow, also where one report tells of both.

    "She will be in China this weekend" and, further down, "her visit of 25–26 July" are one: nobody pays two at a time.
    ``on_next_days_only``: days of one stay that follow each other, which come before all others: a telling that names
    no guest may fit each of them, and must not keep them apart.
    """
    visits: defaultdict[tuple[str, ...], list[MeetingUnit]] = defaultdict(list)
    for unit in units:
        if unit.values.kind is MeetingKind.VISIT and unit.is_fine and unit.values.participants:
            visits[unit.values.parties].append(unit)
    for drawer in visits.values():
        drawer.sort(key=_first_day)
        for number, one in enumerate(drawer):
            for other in drawer[number + 1 :]:
                assert one.values.date is not None
                assert other.values.date is not None
                if other.values.date.first > one.values.date.last + ONE_NIGHT:
                    break
                if on_next_days_only and other.values.date.first <= one.values.date.last:
                    continue
                if _is_one_visit(one, other, world):
                    clusters.join_told_twice(one.unit.id, other.unit.id)


def _is_one_visit(one: MeetingUnit, other: MeetingUnit, world: World) -> bool:
    if (one.values.state in TOOK_PLACE) != (other.values.state in TOOK_PLACE) or speaks_against(one, other, world):
        return False
    if is_one_stay(one.values, other.values, world):
        return True
    return any(
        here.party == there.party and is_same_person(here, there, world)
        for here in one.values.participants
        for there in other.values.participants
    )


def _attach(clusters: Clusters, matches: Mapping[str, set[str]]) -> None:
    """Join a cluster with another where exactly one fits it; with two that fit, nothing is guessed."""
    single = [(0.0, name, next(iter(fitting))) for name, fitting in matches.items() if len(fitting) == 1]
    join_best_first(clusters, single)


def _coarse_matches(clusters: Clusters, by_id: Mapping[str, MeetingUnit], world: World) -> dict[str, set[str]]:
    """For each unit without a fine date, the occasions that it may be: of a told day, else of a finer date than it.

    What speaks against one of them keeps it from all that are told of it.
    """
    drawers: defaultdict[tuple[str, ...], list[MeetingUnit]] = defaultdict(list)
    for unit in by_id.values():
        if unit.values.date is not None:
            for block in meeting_blocks(unit):
                drawers[block].append(unit)
    for drawer in drawers.values():
        drawer.sort(key=_first_day)
    matches: dict[str, set[str]] = {}
    for name, unit in by_id.items():
        if unit.is_fine:
            continue
        near = {other.unit.id: other for block in meeting_blocks(unit) for other in _near(unit, drawers[block])}
        others = [other for other in near.values() if other.unit.report != unit.unit.report]
        for other in others:
            if _are_other_seats(unit, other, world):
                clusters.keep_apart(unit.unit.id, other.unit.id)
        fitting = [other for other in others if _fits_coarsely(unit, other, world)]
        fine = [other for other in fitting if other.is_fine]
        matches[name] = _heads(clusters, unit, fine or fitting, world)
    return matches


def _first_day(unit: MeetingUnit) -> Any:
    assert unit.values.date is not None
    return unit.values.date.first, unit.unit.id


def _near(unit: MeetingUnit, drawer: Sequence[MeetingUnit]) -> Iterable[MeetingUnit]:
    """Those in the drawer, sorted by first day, that the unit may tell of: within its dates, or near its report."""
    when, on = unit.values.date, unit.unit.told.on
    if when is None and unit.values.ordinal and unit.dialogue:
        return [other for other in drawer if other.is_fine]
    if when is None:
        if on is None:
            return ()
        near = When(on - timedelta(days=NEWS_DAYS), on + timedelta(days=NEWS_DAYS), When.day(on).granularity)
        return [other for other in drawer if other.is_fine and other.values.date and other.values.date.meets(near)]
    return [other for other in drawer if other.values.date and _is_finer(other.values.date, when)]


def _is_finer(when: When, coarse: When) -> bool:
    """Whether it is a day that meets the coarse date, or a shorter stretch in it: March in "this spring"."""
    if is_fine(when):
        return when.meets(coarse)
    return coarse.first <= when.first and when.last <= coarse.last and when != coarse


def _are_other_seats(unit: MeetingUnit, dated: MeetingUnit, world: World) -> bool:
    """Whether other people sat there for one of the sides: the presidents' meeting is not their ministers'."""
    return dated.values.parties == unit.values.parties and people(unit, dated, world).score < 0


def _heads(clusters: Clusters, unit: MeetingUnit, fitting: Sequence[MeetingUnit], world: World) -> set[str]:
    """The clusters that fit: for talks those of talks before those of a visit, and for a visit the other way round.

    Of several that are but the parts of one stay, the one told of by day first.
    """
    is_visit = unit.values.kind is MeetingKind.VISIT
    of_its_kind = [other for other in fitting if (other.values.kind is MeetingKind.VISIT) is is_visit]
    fitting = of_its_kind or fitting
    heads = {clusters.head(other.unit.id) for other in fitting}
    if len(heads) < 2 or unit.values.state not in TOOK_PLACE or not unit.values.place:
        return heads
    days = [other.values.date for other in fitting if other.values.date is not None]
    is_one_stay = max(day.last for day in days) - min(day.first for day in days) <= ONE_STAY and all(
        _is_of_one_stay(unit, other, world) for other in fitting
    )
    return {clusters.head(min(fitting, key=_first_day).unit.id)} if is_one_stay else heads


def _is_of_one_stay(unit: MeetingUnit, other: MeetingUnit, world: World) -> bool:
    """Whether both sides sent the same people to the same place."""
    here, there = unit.values.place, other.values.place
    is_there = here is not None and (there is None or are_compatible_places(here, there, world))
    return is_there and other.values.state in TOOK_PLACE and people(unit, other, world).score >= BOTH


def _fits_coarsely(unit: MeetingUnit, dated: MeetingUnit, world: World) -> bool:
    """Whether a unit with a coarse date, or none, tells of the dated occasion."""
    if unit.values.date is None and speaks_against(unit, dated, world):
        return False  # the sixth session, of no told day, is not the fifth, whose day is told
    return same_meeting(unit, dated, world).is_same


def _postponed_matches(clusters: Clusters, by_id: Mapping[str, MeetingUnit], *, later: bool) -> dict[str, set[str]]:
    """For each occasion last known as postponed, the one to which it was put off (``later``), or the plan it undid."""
    groups: defaultdict[str, list[MeetingUnit]] = defaultdict(list)
    for name, unit in sorted(by_id.items()):
        groups[clusters.head(name)].append(unit)
    series: defaultdict[tuple[Any, ...], set[str]] = defaultdict(set)
    for head, units in groups.items():
        for unit in units:
            for key in _series(unit):
                series[key].add(head)
    matches: dict[str, set[str]] = {}
    for head, units in groups.items():
        states = {unit.values.state for unit in units}
        if MeetingState.POSTPONED not in states or states & TOOK_PLACE:
            continue
        others = set().union(*(series[key] for unit in units for key in _series(unit))) - {head}
        fitting = sorted(
            (day, other) for other in others if (day := _day_if_put_off(units, groups[other], later=later)) is not None
        )
        if later:
            matches[head] = {other for day, other in fitting if day == fitting[0][0]}
        else:
            matches[head] = {other for _, other in fitting}
    return matches


def _series(unit: MeetingUnit) -> Iterator[tuple[Any, ...]]:
    """What a postponed meeting and the later one must share one of: dialogue; parties with number, or with visitor."""
    values = unit.values
    if unit.dialogue:
        yield ("dialogue", unit.dialogue)
    if values.ordinal and len(values.parties) > 1:
        yield (values.parties, values.ordinal)
    if values.kind is MeetingKind.VISIT and len(values.parties) > 1 and values.participants:
        yield (values.parties, min(fold(person.name) for person in values.participants))


def _day_if_put_off(postponed: Sequence[MeetingUnit], other: Sequence[MeetingUnit], *, later: bool) -> date | None:
    """The other occasion's first day if it may be the postponed one, planned before or reported after; else None."""
    ordinals = {unit.values.ordinal for unit in postponed} - {None}
    others = {unit.values.ordinal for unit in other} - {None}
    told = [
        unit.unit.told.on for unit in postponed if unit.values.state is MeetingState.POSTPONED and unit.unit.told.on
    ]
    heard = [unit.unit.told.on for unit in other if unit.unit.told.on]
    days = [unit.values.date.first for unit in other if unit.values.date]
    if not told or not heard or not days or (ordinals and others and not ordinals & others):
        return None
    limit = POSTPONED_DAYS_NUMBERED if ordinals & others else POSTPONED_DAYS
    if any(abs((day - moment).days) > limit for day in days for moment in told):
        return None
    if later:
        return min(days) if min(heard) >= min(told) and min(days) >= min(told) else None
    states = {unit.values.state for unit in other}
    return min(days) if states <= YET_TO_BE and max(heard) <= min(told) else None


def meeting_draft(units: Sequence[MeetingUnit], world: World) -> Draft:
    """The occasion's values, each with its rivals."""
    draft = Draft(RecordKind.MEETING, [unit.unit for unit in units])
    bare = draft.units
    states = words_of(bare, "state")
    state, reason = shown_state(states)
    draft.say("state", states)
    draft.show("state", state)
    draft.show("states", states_over_time(states))
    if contradicts_itself(states):
        draft.dispute("state", reason or "", _by_value(states))
    elif reason:
        draft.reasons["state"] = reason
    draft.decide("kind", kinds := words_of(bare, "kind"), choose(kinds, agrees=lambda one, other: True))
    draft.say("parties", words_of(bare, "parties"))
    draft.show("parties", _parties(units))
    formats = words_of(bare, "format")
    draft.decide("format", formats, choose(formats, agrees=lambda one, other: True))
    dates = _standing_dates(units)
    draft.say("date", words_of(bare, "date"))
    choice = choose_date(dates)
    draft.show("date", choice.value)
    if choice.rivals:
        draft.dispute("date", choice.reason or "", choice.rivals)
    places = words_of(bare, "place")
    draft.decide(
        "place",
        places,
        choose(
            places,
            agrees=lambda one, other: are_compatible_places(one, other, world),
            worth=lambda place: 1 if world.where(place).city else 0,
        ),
    )
    for field in ("ordinal", "host", "level", "initiative"):
        draft.decide(field, words := words_of(bare, field), choose(words))
    beside = words_of(bare, "sidelines")  # "G20", "Osaka summit": other words for it are no rivals
    draft.decide("sidelines", beside, choose(beside, agrees=lambda one, other: True))
    # Who tells where they met mostly takes it for granted that they met there; who says "virtually" says how.
    modes = words_of(bare, "mode")
    draft.decide("mode", modes, choose(modes, worth=lambda mode: mode in REMOTE, by_worth=True))
    for field in ("mode", "level"):
        draft.show(field, draft.values[field] or "unknown")
    draft.say("topics", words_of(bare, "topics"))
    draft.show("topics", sorted({topic for unit in units for topic in unit.values.topics}))
    _put_participants(draft, world)
    days = sorted(unit.told.on for unit in bare if unit.told.on)
    draft.show("reported", days[0].isoformat() if days else None)
    return draft


def _parties(units: Sequence[MeetingUnit]) -> list[str]:
    """All that are told to have taken part; where many reports tell of it, those that more than one names."""
    named = Counter(party for unit in units for party in unit.values.parties)
    enough = 2 if len(units) >= MANY_REPORTS else 1
    return sorted(party for party, count in named.items() if count >= enough)


def _standing_dates(units: Sequence[MeetingUnit]) -> list[Word]:
    """The dates that still stand: those told before a postponement are history, not rivals."""
    postponed = [
        unit.unit.told.on for unit in units if unit.values.state is MeetingState.POSTPONED and unit.unit.told.on
    ]
    if not postponed:
        return words_of([unit.unit for unit in units], "date")
    later = [
        unit.unit
        for unit in units
        if unit.values.state is not MeetingState.POSTPONED
        and unit.values.date
        and unit.unit.told.on
        and unit.unit.told.on >= min(postponed)
    ]
    moved = [unit.unit for unit in units if unit.values.state is MeetingState.POSTPONED]
    planned = [unit.unit for unit in units]
    return words_of(later, "date") or words_of(moved, "date") or words_of(planned, "date")


def _by_value(words: Iterable[Word]) -> list[tuple[Any, tuple[str, ...]]]:
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        groups[str(word.value)].append(word.told.claim.id)
    return [(value, tuple(sorted(claims))) for value, claims in sorted(groups.items())]


def _put_participants(draft: Draft, world: World) -> None:
    """Everybody who is told to have taken part, under the fullest name, with claims; and who stands against whom."""
    seats: list[dict[str, Any]] = []
    rows: list[tuple[Participation, Word]] = []
    for unit in draft.units:
        values = unit.told.claim.values
        assert isinstance(values, MeetingValues)
        rows += [(person, Word(plain(person), unit.told)) for person in values.participants]
    # The fullest names first, so that a surname finds its person and never the other way round.
    rows.sort(key=lambda row: (-len(row[0].name.split()), -len(row[0].name), row[0].name, row[1].told.claim.id))
    people: list[tuple[Participation, dict[str, Any]]] = []
    for person, word in rows:
        fitting = [
            seat
            for known, seat in people
            if known.party in {person.party, None} or person.party is None
            if is_same_person(known, person, world)
        ]
        if len(fitting) == 1:
            seat = fitting[0]
        else:
            seat = {"name": person.name, "office": person.office, "party": person.party, "claims": []}
            people.append((person, seat))
            seats.append(seat)
        seat["office"] = seat["office"] or person.office
        seat["party"] = seat["party"] or person.party
        seat["claims"].append(word.told.claim.id)
    for seat in seats:
        seat["claims"] = sorted(set(seat["claims"]))
    draft.say("participants", [word for _, word in rows])
    draft.show("participants", sorted(seats, key=lambda seat: (seat["party"] or "~", seat["name"])))
    _dispute_seats(draft, seats)


def _dispute_seats(draft: Draft, seats: Sequence[Mapping[str, Any]]) -> None:
    """One office of one party, two people, and no report that names both: a contradiction."""
    by_office: defaultdict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
    for seat in seats:
        if seat["party"] and seat["office"]:
            by_office[seat["party"], seat["office"]].append(seat)
    rivals = []
    for rows in by_office.values():
        if len(rows) > 1 and not set.intersection(*(set(row["claims"]) for row in rows)):
            rivals += [(f"{row['name']} ({row['office']}, {row['party']})", tuple(row["claims"])) for row in rows]
    if rivals:
        draft.dispute("participants", "each report names another; all are shown", rivals)
