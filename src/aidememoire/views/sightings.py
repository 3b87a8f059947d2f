"""Where reports show somebody to have been, or to be going: by meetings told with their place, and by words spoken."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from aidememoire.knowledge import Knowledge
from aidememoire.model import (
    Claim,
    Granularity,
    MeetingKind,
    MeetingState,
    MeetingValues,
    Record,
    RecordKind,
    StatementValues,
    When,
)
from aidememoire.register import Filters, Register
from aidememoire.register.datelines import datelines
from aidememoire.views.whereabouts import countries_of

# "In June 2021" shows nobody to have been anywhere on a day; "on 11–13 June" does.
FINE_DAYS = 10
# "On 11–13 June" places him there on each day; "last week" somewhere within it.
LOOSE_DAYS = 3

SEEN = frozenset({MeetingState.HELD, MeetingState.ONGOING})
_DISTANT = frozenset({"phone", "video"})


@dataclass(frozen=True, slots=True)
class Sighting:
    """One ground for his having been somewhere, or for a plan to be there."""

    countries: tuple[str, ...]  # codes; several where one visit is told of many countries
    place: str  # as in the text
    when: When
    state: MeetingState
    claims: tuple[str, ...]  # ids
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
    reports: dict[str, str]  # claim by which he spoke → its report


def find_traveller(register: Register, person: str, knowledge: Knowledge) -> Traveller:
    """The person of this record id, with the meetings and the places where reports show the person speaking."""
    (record,) = register.records_by_id([person])
    meetings = tuple(register.records(RecordKind.MEETING, Filters(person=person)))
    turns = turns_by_report(register, register.records(RecordKind.STATEMENT, Filters(person=person)))
    spoken, reports = [], {}
    places = datelines(register, sorted(turns))
    days = {line.id: line.day for line in register.report_lines(sorted(places))}
    for report, dateline in sorted(places.items()):
        day = days[report]
        countries = countries_of(dateline.place, knowledge) if dateline.place else ()
        if dateline.place is None or day is None or len(countries) != 1:
            continue
        claim = turns[report][0].id
        reports[claim] = report
        when, is_dated = When.day(date.fromisoformat(day)), dateline.date is not None
        spoken.append(Sighting(countries, dateline.place, when, MeetingState.HELD, (claim,), None, is_dated))
    home = record.values.get("party")
    return Traveller(record, home, meetings, tuple(spoken), reports)


def turns_by_report(register: Register, statements: Iterable[Record]) -> dict[str, list[Claim]]:
    """Report → the labelled turns among the statements in it, in order of position.

    A labelled turn is spoken where the report was made; a quotation in a story may come from anywhere.
    """
    ids = sorted(
        {
            support.claim
            for record in statements
            if record.values.get("kind") == "direct"
            for support in record.support
            if not support.field
        }
    )
    found: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in register.claims(ids).values():
        values = claim.values
        if isinstance(values, StatementValues) and values.kind == "direct" and not values.cue:
            found[claim.report].append(claim)
    return {
        report: sorted(claims, key=lambda claim: (claim.evidence[0].start, claim.id))
        for report, claims in found.items()
    }


def meeting_sightings(register: Register, meetings: Sequence[Record], knowledge: Knowledge) -> Iterator[Sighting]:
    """What each claim tells of a meeting or visit face to face, at a known place on known days.

    Day and place are those of one claim: what another says of the same occasion may be wrong about either.
    """
    claims = register.claims(sorted({claim for record in meetings for claim in _claims(record)}))
    days = {
        line.id: date.fromisoformat(line.day)
        for line in register.report_lines(sorted({claim.report for claim in claims.values()}))
        if line.day
    }
    for record in meetings:
        if record.values.get("mode") in _DISTANT or record.values.get("kind") == "call":
            continue
        told = [claims[name] for name in _claims(record)]
        found = [one for claim in told if (one := _sighting(record, claim, days.get(claim.report), knowledge))]
        yield from found
        if record.values["state"] in SEEN and not any(one.state in SEEN for one in found):
            yield from (replace(one, state=MeetingState.HELD, is_loose=True) for one in found)


def _sighting(record: Record, claim: Claim, reported: date | None, knowledge: Knowledge) -> Sighting | None:
    values = claim.values
    assert isinstance(values, MeetingValues)
    state = values.state
    if state not in SEEN and record.values["state"] not in SEEN:
        state = MeetingState(record.values["state"])  # put off or called off by what was reported later
    when, is_dated = values.date, True
    if when is None and values.state is MeetingState.ONGOING and reported:
        when, is_dated = When.day(reported), False  # what was going on when it was reported went on that day
    if when is None or (when.last - when.first).days > FINE_DAYS:
        return None
    standing = record.values.get("date")
    if state not in SEEN and standing and not when.meets(When.parse(standing)):
        return None  # an announcement of other days has replaced it
    countries = countries_of(values.place, knowledge) if values.place else ()
    if not countries and values.kind is MeetingKind.VISIT and values.host:
        countries = (values.host,)
    if not countries:
        return None
    is_loose = len(countries) > 1 or (when.last - when.first).days > LOOSE_DAYS or when.granularity is Granularity.WEEK
    return Sighting(
        countries,
        values.place or "",
        when,
        state,
        (claim.id,),
        record.id,
        is_dated,
        reported=reported,
        is_loose=is_loose,
    )


def _claims(record: Record) -> tuple[str, ...]:
    return tuple(sorted({support.claim for support in record.support}))


def is_face_to_face(record: Record) -> bool:
    """Whether the meeting took place, and with people in one room."""
    values = record.values
    return values["state"] in SEEN and values.get("mode") not in _DISTANT and values.get("kind") != "call"
