"""Where reports show somebody to have been, or to be going: by meetings told with their place, and by words spoken."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from aidememoire.knowledge import Knowledge
from aidememoire.model import (
    TOOK_PLACE,
    Claim,
    Granularity,
    MeetingKind,
    MeetingState,
    MeetingValues,
    Record,
    RecordKind,
    When,
)
from aidememoire.register import Filters, Register
from aidememoire.register.spoken import datelines, reports_with_turns_of, turns
from aidememoire.views.whereabouts import countries_of

# "In June 2021" shows nobody to have been anywhere on a day; "on 11–13 June" does.
FINE_DAYS = 10
# "On 11–13 June" places him there on each day; "last week" somewhere within it.
LOOSE_DAYS = 3

_DISTANT = frozenset({"phone", "video"})


@dataclass(frozen=True, slots=True)
class Sighting:
    """One ground for his having been somewhere, or for a plan to be there."""

    countries: tuple[str, ...]  # codes; several where one visit is told of many countries
    place: str  # as in the text
    when: When
    state: MeetingState
    claims: tuple[str, ...]  # ids
    report: str  # id
    record: str | None  # id of the meeting; None: words spoken where the report is datelined
    is_dated: bool  # False: the day is that of the report, which may be late
    reported: date | None = None  # the day from which its report looks at the world
    is_loose: bool = False  # several countries or many days, "two weeks ago": backs a stay, and fixes no day of it


@dataclass(frozen=True, slots=True)
class Traveller:
    """The person, and all that the register tells of him."""

    record: Record
    home: str | None  # party code
    meetings: tuple[Record, ...]
    spoken: tuple[Sighting, ...]  # where he spoke, by report
    spoke_in: frozenset[str]  # reports in which he takes turns, wherever they were made


def find_traveller(register: Register, person: str, knowledge: Knowledge) -> Traveller:
    """The person of this record id, with the meetings and the places where reports show the person speaking."""
    (record,) = register.records_by_id([person])
    meetings = tuple(register.records(RecordKind.MEETING, Filters(person=person)))
    spoke_in = reports_with_turns_of(register, person)
    own = {
        report: next(one for one in rows if one.person == person) for report, rows in turns(register, spoke_in).items()
    }
    places = datelines(register, spoke_in)
    days = {line.id: line.day for line in register.report_lines(sorted(places))}
    spoken = []
    for report, dateline in sorted(places.items()):
        day = days[report]
        countries = countries_of(dateline.place, knowledge) if dateline.place else ()
        if dateline.place is None or day is None or len(countries) != 1:
            continue
        when, is_dated = When.day(date.fromisoformat(day)), dateline.date is not None
        claims = (own[report].claim,)
        spoken.append(Sighting(countries, dateline.place, when, MeetingState.HELD, claims, report, None, is_dated))
    return Traveller(record, record.values.get("party"), meetings, tuple(spoken), frozenset(spoke_in))


def meeting_sightings(register: Register, traveller: Traveller, knowledge: Knowledge) -> Iterator[Sighting]:
    """What each claim that names him tells of a meeting or visit face to face, at a known place on known days.

    Day, place and his taking part are those of one claim: what another says of the same occasion may be wrong.
    """
    names = {*traveller.record.values.get("names", ()), traveller.record.values["name"]}
    records = [
        record
        for record in traveller.meetings
        if record.values.get("mode") not in _DISTANT and record.values.get("kind") != "call"
    ]
    claims = register.claims(sorted({claim for record in records for claim in _claims(record)}))
    naming = {name: claim for name, claim in claims.items() if _names_one_of(claim, names)}
    reports = sorted({claim.report for claim in naming.values()})
    days = {line.id: date.fromisoformat(line.day) for line in register.report_lines(reports) if line.day}
    elsewhere = _told_from_elsewhere(register, traveller, naming)
    found: list[tuple[Claim, Sighting]] = []
    for record in records:
        for name in _claims(record):
            if name in naming and name not in elsewhere:
                one = _sighting(record, naming[name], days.get(naming[name].report), knowledge)
                if one:
                    found.append((naming[name], one))
    yield from _with_journeys_loosened(found)


def _with_journeys_loosened(found: Sequence[tuple[Claim, Sighting]]) -> Iterator[Sighting]:
    """The same, where one sentence leads to several countries within the same days fixing none of them.

    "He is on travel to Oslo, Riga and Bern", in the schedule of a day, shows him in none of the three on it.
    """
    stops: defaultdict[tuple[str, int, When], set[str]] = defaultdict(set)
    for claim, one in found:
        values = claim.values
        if one.state in TOOK_PLACE and isinstance(values, MeetingValues) and values.kind is MeetingKind.VISIT:
            stops[one.report, claim.evidence[0].start, one.when].update(one.countries)
    for claim, one in found:
        stop = (one.report, claim.evidence[0].start, one.when)
        is_of_a_journey = one.state in TOOK_PLACE and len(stops.get(stop, ())) > 1
        yield replace(one, is_loose=True) if is_of_a_journey else one


def _names_one_of(claim: Claim, names: set[str]) -> bool:
    values = claim.values
    return isinstance(values, MeetingValues) and any(person.name in names for person in values.participants)


def _told_from_elsewhere(register: Register, traveller: Traveller, claims: Mapping[str, Claim]) -> set[str]:
    """The claims whose place is that of a transcript in which he takes no turn: where it was told, not where he was."""
    places = datelines(register, sorted({claim.report for claim in claims.values()}))
    borrowed = {
        name: claim.report
        for name, claim in claims.items()
        if claim.report in places
        and claim.report not in traveller.spoke_in
        and any(places[claim.report].extent.overlaps(span) for span in dict(claim.spans).get("place", ()))
    }
    if not borrowed:
        return set()
    transcripts = turns(register, borrowed.values())
    return {name for name, report in borrowed.items() if report in transcripts}


def _sighting(record: Record, claim: Claim, reported: date | None, knowledge: Knowledge) -> Sighting | None:
    values = claim.values
    assert isinstance(values, MeetingValues)
    when, is_dated = values.date, True
    if when is None and values.state is MeetingState.ONGOING and reported:
        when, is_dated = When.day(reported), False  # what was going on when it was reported went on that day
    if when is None or (when.last - when.first).days > FINE_DAYS:
        return None
    state = _state(values, when, record)
    standing = record.values.get("date")
    if state not in TOOK_PLACE and standing and not when.meets(When.parse(standing)):
        return None  # an announcement of other days has replaced it
    countries = countries_of(values.place, knowledge) if values.place else ()
    if not countries and values.kind is MeetingKind.VISIT and values.host:
        countries = (values.host,)
    if not countries:
        return None
    is_loose = len(countries) > 1 or (when.last - when.first).days > LOOSE_DAYS or when.granularity is Granularity.WEEK
    return Sighting(
        countries, values.place or "", when, state, (claim.id,), claim.report, record.id, is_dated, reported, is_loose
    )


def _state(values: MeetingValues, when: When, record: Record) -> MeetingState:
    """How it stands with his being there, by this claim and by what others tell of the occasion.

    A meeting that he was to attend on a day, and that took place by another's word, he attended. Of a visit, or of days
    left open, the plan stays a plan until he is seen.
    """
    shown = MeetingState(record.values["state"])
    if values.state in TOOK_PLACE or shown not in TOOK_PLACE:
        return values.state if values.state in TOOK_PLACE else shown
    is_meeting_of_a_day = values.kind is not MeetingKind.VISIT and when.first == when.last
    return MeetingState.HELD if is_meeting_of_a_day and record.values.get("date") == str(when) else values.state


def _claims(record: Record) -> tuple[str, ...]:
    return tuple(sorted({support.claim for support in record.support}))


def is_face_to_face(record: Record) -> bool:
    """Whether the meeting took place, and with people in one room."""
    values = record.values
    return values["state"] in TOOK_PLACE and values.get("mode") not in _DISTANT and values.get("kind") != "call"
