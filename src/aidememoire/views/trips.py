"""Trips abroad: in which countries a person was, on which days, and whom he met there, put together from many reports.

Two things show where somebody was: a meeting or visit told of with its place, and the words that he spoke where a
report is datelined. What was only announced stays a plan, until a report tells that he was there.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.person_names import fold
from aidememoire.model import MeetingState, Record, When
from aidememoire.register import Register
from aidememoire.register.spoken import turns
from aidememoire.views.sightings import (
    LOOSE_DAYS,
    Sighting,
    Traveller,
    find_traveller,
    is_face_to_face,
    meeting_sightings,
)
from aidememoire.views.stays import Stay, by_day, find_stays, seen_on
from aidememoire.views.whereabouts import countries_of
from aidememoire.views.wording import day_in_words, party_in_words


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Somebody of another party whom he met there."""

    name: str
    office: str | None
    party: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trip:
    """One stay in one foreign country, or the plan of one."""

    person: str  # record id
    name: str
    country: str  # party code
    places: tuple[str, ...]  # as in the texts, in order of day
    first: date
    last: date
    state: MeetingState
    counterparts: tuple[Counterpart, ...]
    expected: tuple[Counterpart, ...]  # those whom he was to meet there, of whom no report tells that he did
    planned: When | None  # the days announced for it, where a plan was reported
    announced: tuple[str, ...]  # "from", "to": an end of a stay that only its plan gives
    grounds: tuple[Sighting, ...]  # of the stay and of its plans, in order of day

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of all claims that it rests on."""
        return tuple(sorted({claim for one in self.grounds for claim in one.claims}))

    @property
    def id(self) -> str:
        """From the person, the country and the smallest claim."""
        body = f"{self.person}\x1f{self.country}\x1f{min(self.claims)}"
        return "v" + hashlib.sha256(body.encode()).hexdigest()[:15]


def trips(
    register: Register,
    person: str,
    *,
    knowledge: Knowledge,
    first: date | None = None,
    last: date | None = None,
    planned: bool = False,
) -> list[Trip]:
    """The person's stays in foreign countries, in order of day; with ``planned`` also those that only were announced.

    ``person`` is the id of a record. A trip is *held* when some report tells of him there, *ongoing* when all that do
    speak of it as going on; a plan alone never makes one. Of a person whose party is unknown nobody can say what is
    abroad: there are none.
    """
    traveller = find_traveller(register, person, knowledge)
    if traveller.home is None:
        return []
    sightings = [*meeting_sightings(register, traveller, knowledge), *traveller.spoken]
    stays, plans = find_stays(sightings, traveller.home)
    counterparts = _Counterparts(register, traveller, knowledge)
    found = [_trip(traveller, stay, stays, counterparts) for stay in [*stays, *(plans if planned else ())]]
    found.sort(key=lambda trip: (trip.first, trip.last, trip.country))
    return [trip for trip in found if (not first or trip.last >= first) and (not last or trip.first <= last)]


def undated_visits(
    register: Register,
    person: str,
    found: Sequence[Trip],
    *,
    knowledge: Knowledge,
    first: date | None = None,
    last: date | None = None,
) -> list[str]:
    """The meetings abroad that are no trip because their days are not known, or only vaguely; each in a few words."""
    traveller = find_traveller(register, person, knowledge)
    shown = {ground.record for trip in found for ground in trip.grounds}
    told = []
    for record in traveller.meetings:
        values = record.values
        when = When.parse(values["date"]) if values.get("date") else None
        if record.id in shown or not is_face_to_face(record) or not _is_abroad(values, traveller.home, knowledge):
            continue
        if when is not None and (when.last - when.first).days <= LOOSE_DAYS:
            continue
        if when is not None and ((first and when.last < first) or (last and when.first > last)):
            continue
        where = values.get("place") or party_in_words(values["host"], knowledge)
        told.append(
            (when is None, str(when), f"{where}, {day_in_words(str(when)) if when else 'no date'} ({record.id})")
        )
    return [words for _, _, words in sorted(told)]


def _is_abroad(values: Mapping[str, Any], home: str | None, knowledge: Knowledge) -> bool:
    """Whether a meeting was in another country than his own, by its place or by whom he visited."""
    if home is None:
        return False
    countries = countries_of(values["place"], knowledge) if values.get("place") else ()
    if not countries and values.get("kind") == "visit" and values.get("host"):
        countries = (values["host"],)
    return bool(countries) and home not in countries


def trip_objects(register: Register, found: Sequence[Trip]) -> Iterator[dict[str, Any]]:
    """Each trip as ``aidememoire trips --json`` prints it."""
    claims = register.claims(sorted({claim for trip in found for claim in trip.claims}))
    reports = {line.id: line for line in register.report_lines(sorted({claim.report for claim in claims.values()}))}
    for trip in found:
        told = sorted((claims[name] for name in trip.claims), key=lambda one: (reports[one.report].date or "9", one.id))
        yield {
            "schema_version": 1,
            "id": trip.id,
            "person": trip.person,
            "name": trip.name,
            "country": trip.country,
            "places": list(trip.places),
            "from": trip.first.isoformat(),
            "to": trip.last.isoformat(),
            "state": str(trip.state),
            "planned": str(trip.planned) if trip.planned else None,
            "inferred": dict.fromkeys(trip.announced, "as announced; no report tells of that day"),
            "counterparts": [_counterpart_object(met) for met in trip.counterparts],
            "expected": [_counterpart_object(one) for one in trip.expected],
            "grounds": [_ground_object(one) for one in trip.grounds],
            "claims": [
                {
                    "claim_id": claim.id,
                    "report": claim.report,
                    "source": reports[claim.report].given_id,
                    "outlet": reports[claim.report].outlet,
                    "date": reports[claim.report].date,
                    "kind": str(claim.kind),
                }
                for claim in told
            ],
        }


def _counterpart_object(met: Counterpart) -> dict[str, Any]:
    return {"name": met.name, "office": met.office, "party": met.party, "claims": list(met.claims)}


def _ground_object(one: Sighting) -> dict[str, Any]:
    return {
        "place": one.place or None,
        "date": str(one.when),
        "state": str(one.state),
        "by": "meeting" if one.record else "dateline",  # words spoken where the report is datelined
        "meeting": one.record,
        "claims": list(one.claims),
    }


def _trip(traveller: Traveller, stay: Stay, stays: Sequence[Stay], counterparts: "_Counterparts") -> Trip:
    met = counterparts.of(stay, stays) if stay.seen else ()
    expected = [one for one in counterparts.expected(stay) if all(one.name != other.name for other in met)]
    if stay.seen:
        is_held = any(one.state is MeetingState.HELD for one in stay.seen)
        state = MeetingState.HELD if is_held else MeetingState.ONGOING
    else:
        state = max(stay.plans, key=lambda one: (one.reported or date.min, min(one.claims))).state
    planned = None
    if stay.plans:
        planned = min((one.when for one in stay.plans), key=lambda when: (when.last - when.first, when.first))
    return Trip(
        person=traveller.record.id,
        name=traveller.record.values["name"],
        country=stay.country,
        places=tuple(dict.fromkeys(one.place for one in sorted(stay.seen or stay.plans, key=by_day) if one.place)),
        first=stay.first,
        last=stay.last,
        state=state,
        counterparts=met,
        expected=tuple(expected),
        planned=planned,
        announced=tuple(sorted(set(stay.announced))),
        grounds=tuple(sorted([*stay.seen, *stay.plans], key=by_day)),
    )


# Whom he met.

_Rows = dict[tuple[str, str], dict[str, Any]]  # party and person → name, office, party, claims


class _Counterparts:
    """The people of other parties in the person's meetings, and those who spoke beside him."""

    def __init__(self, register: Register, traveller: Traveller, knowledge: Knowledge) -> None:
        self._traveller = traveller
        self._knowledge = knowledge
        self._meetings = [record for record in traveller.meetings if is_face_to_face(record)]
        abroad = [one for one in traveller.spoken if one.countries != (traveller.home,)]
        reports = frozenset(one.report for one in abroad)
        self._spoken = _speakers(register, reports) if reports else {}
        people = {name for record in traveller.meetings for name in record.links.get("people", ())}
        people |= {name for rows in self._spoken.values() for name in rows}
        self._people: dict[str, Record] = {record.id: record for record in register.records_by_id(sorted(people))}

    def of(self, stay: Stay, stays: Sequence[Stay]) -> tuple[Counterpart, ...]:
        """Those met in the country on these days, in order of party and name."""
        rows: _Rows = {}
        here = {one.record for one in stay.seen if one.record and not one.is_loose}
        for record in self._meetings:
            if record.id in here or self._is_there(record, stay, stays):
                for person in record.values.get("participants") or ():
                    self._add(rows, person, self._record_of(record, person["name"]))
        for one in stay.seen:
            if one.record is None:
                for name, claim in self._spoken.get(one.report, {}).items():
                    self._add(rows, _as_participant(self._people[name], claim), self._people[name])
        return _in_order(rows)

    def expected(self, stay: Stay) -> tuple[Counterpart, ...]:
        """Those named in the meetings that were planned for the country."""
        rows: _Rows = {}
        planned = {one.record for one in stay.plans if len(one.countries) == 1}
        for record in self._traveller.meetings:
            if record.id in planned:
                for person in record.values.get("participants") or ():
                    self._add(rows, person, self._record_of(record, person["name"]))
        return _in_order(rows)

    def _add(self, rows: _Rows, person: Mapping[str, Any], known: Record | None) -> None:
        party = person["party"] or (known.values.get("party") if known else None)
        if party is None or party == self._traveller.home or (known and known.id == self._traveller.record.id):
            return
        name = known.values["name"] if known else person["name"]
        key = (party, known.id if known else fold(person["name"]))
        row = rows.setdefault(key, {"name": name, "office": None, "party": party, "claims": set()})
        row["office"] = row["office"] or person["office"]
        row["claims"] |= set(person["claims"])

    def _record_of(self, meeting: Record, name: str) -> Record | None:
        found = [self._people[one] for one in meeting.links.get("people", ()) if one in self._people]
        fitting = [record for record in found if name in record.values.get("names", ())]
        return fitting[0] if len(fitting) == 1 else None

    def _is_there(self, record: Record, stay: Stay, stays: Sequence[Stay]) -> bool:
        """Whether a meeting that places him nowhere took place during the stay, or beside it with the country's people.

        On a day when he is seen in one country alone he met them there. A day before the stay begins, or after it ends,
        he met those of the country itself there, unless he is seen at home.
        """
        values = record.values
        countries = countries_of(values["place"], self._knowledge) if values.get("place") else ()
        if not values.get("date") or countries not in {(), (stay.country,)}:
            return False
        when = When.parse(values["date"])
        if when.first != when.last or not stay.meets(when, slack=1):
            return False
        if set(values["parties"]) - {self._traveller.home} == {stay.country}:
            return stay.meets(when) or self._traveller.home not in seen_on(when.first, self._traveller.spoken)
        others = [one for other in stays for one in other.seen if not one.is_loose]
        return stay.meets(when) and seen_on(when.first, others) == {stay.country}


def _in_order(rows: _Rows) -> tuple[Counterpart, ...]:
    return tuple(
        Counterpart(row["name"], row["office"], row["party"], tuple(sorted(row["claims"])))
        for row in sorted(rows.values(), key=lambda row: (row["party"], row["name"]))
    )


def _speakers(register: Register, reports: frozenset[str]) -> dict[str, dict[str, str]]:
    """Report → the people who took turns in it, each with the first claim: they stood there together."""
    found: dict[str, dict[str, str]] = {}
    for report, rows in turns(register, reports).items():
        first: dict[str, str] = {}
        for one in rows:
            if one.person:
                first.setdefault(one.person, one.claim)
        found[report] = first
    return found


def _as_participant(person: Record, claim: str) -> dict[str, Any]:
    """A speaker in the form of a participant, in the office in which most claims show him."""
    offices = sorted(person.values.get("offices") or (), key=lambda row: -len(row["claims"]))
    return {
        "name": person.values["name"],
        "office": offices[0]["office"] if offices else None,
        "party": person.values.get("party"),
        "claims": [claim],
    }
