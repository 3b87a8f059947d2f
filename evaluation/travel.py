"""A register rebuilt from releases, held against the official register of travel.

    python -m evaluation.travel [--register FILE] [--sample FILE] [--seed N] [--list]

Reads the releases of the State Department and the White House, up to where the register of travel ends, into a
throw-away register; puts the foreign trips of the president and the secretary of state together; and says

- of the stops that begin while the feeds have items, how many were missed: none of ours in that country on those days;
- of the people whom the register's remarks name (``marks/travel_counterparts.tsv``, read by a person), how many of the
  found stops' counterparts they are;
- of the meetings and calls that the register has no row for, how many of a sample that was read
  (``marks/travel_extras.tsv``) are right.

The throw-away register is kept in the folder for temporary files, under the fingerprint of the code that read it:
reading takes ten minutes, the rest seconds. ``--sample`` writes a new sample of 100 for somebody to read.
"""

import argparse
import csv
import hashlib
import json
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.person_names import same_person
from aidememoire.model import TOOK_PLACE, Record, RecordKind, When
from aidememoire.register import Filters, Register, World
from aidememoire.views.trips import Trip, trips
from evaluation.material import CORPORA, SHARED, Json, MissingMaterialError, read_corpus

STOPS = SHARED / "reference" / "us_travel" / "us_trips_1990_2022-02.csv"
FEEDS = (CORPORA / "state_2021_2022.jsonl.gz", CORPORA / "whitehouse_2021_2022.jsonl.gz")
MARKS = Path(__file__).with_name("marks")
COUNTERPARTS = MARKS / "travel_counterparts.tsv"
EXTRAS = MARKS / "travel_extras.tsv"
CODE = Path(__file__).resolve().parent.parent / "src" / "aidememoire"

# The stretches in which the State Department's feed has items, as far as the register of travel goes.
WINDOWS = ((date(2021, 5, 20), date(2021, 8, 13)), (date(2022, 2, 1), date(2022, 2, 28)))
# Countries as the register of travel writes them, where the table of parties knows them by another name.
COUNTRIES = {
    "Denmark (Greenland)": ("GRL", "DNK"),
    "Korea, South": ("KOR",),
    "Palestinian Authority": ("PSE",),
}
SAME_SURNAME = 0.6  # "Jaishankar" alone: among the people met on one stop, a surname is enough
SAMPLE = 100
SEED = 20210520


@dataclass(frozen=True, slots=True)
class Stop:
    """One row of the register of travel."""

    id: str
    traveller: str
    countries: tuple[str, ...]  # codes, any of which is right
    country: str  # as written
    first: date
    last: date

    def holds(self, day: When) -> bool:
        """Whether the days share one with the stop."""
        return self.first <= day.last and day.first <= self.last


@dataclass(frozen=True, slots=True)
class Judged:
    """A meeting that somebody read: where its words stand, and what is wrong with it."""

    report: str  # given id
    start: int
    end: int
    fault: str  # "" where it is right


def read_stops(knowledge: Knowledge) -> list[Stop]:
    """Every row of the register of travel, in order of day."""
    if not STOPS.exists():
        raise MissingMaterialError(f"no {STOPS.name}: this needs the shared material beside the checkout")
    with STOPS.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    stops = []
    for row in rows:
        party = knowledge.parties.find(row["country"])
        countries = COUNTRIES.get(row["country"]) or ((party.code,) if party else ())
        first, last = date.fromisoformat(row["start"]), date.fromisoformat(row["end"])
        stops.append(Stop(row["id"], row["name"], countries, row["country"], first, last))
    return sorted(stops, key=lambda stop: (stop.first, stop.id))


def in_windows(first: date) -> bool:
    """Whether a day lies where the feed has items."""
    return any(begin <= first <= end for begin, end in WINDOWS)


def releases(knowledge: Knowledge) -> Iterator[Json]:
    """The releases up to the end of the last window."""
    missing = [feed for feed in FEEDS if not feed.exists()]
    if missing:
        raise MissingMaterialError(f"no {missing[0].name}: this needs the shared material beside the checkout")
    end = WINDOWS[-1][1].isoformat()
    return (one for one in read_corpus(FEEDS) if (one.get("published") or "9")[:10] <= end)


def code_fingerprint() -> str:
    """A name for the code and the tables that reading depends on."""
    digest = hashlib.sha256()
    for path in sorted(CODE.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(f"{path.relative_to(CODE)}\x1f".encode() + path.read_bytes())
    return digest.hexdigest()[:12]


def rebuilt(path: Path | None, knowledge: Knowledge) -> Register:
    """The register with all releases in it, read now if it lacks any."""
    from aidememoire.pipeline import Source, read_into, read_text_json

    path = path or Path(tempfile.gettempdir()) / f"aidememoire-travel-{code_fingerprint()}.sqlite"
    register = Register.open(path, world=World.of(knowledge))
    source = Source("", "evaluation")
    known = len(register.report_ids())
    reports = (read_text_json(one, source, source, knowledge) for one in releases(knowledge))
    for number, _ in enumerate(read_into(register, reports), 1):
        if number % 100 == 0 and number > known:
            print(f"{number} releases read", file=sys.stderr)
    return register


def find_person(register: Register, name: str) -> str | None:
    """The record of the person with this name, be it a surname alone; of several, the one whom most claims name."""
    surname = name.split()[-1]
    ids = [found for found, _ in register.match(surname, RecordKind.PERSON)]
    fitting = [
        record for record in register.records_by_id(ids) if same_person(record.values["name"], name) >= SAME_SURNAME
    ]
    if not fitting:
        return None
    return max(fitting, key=lambda record: (len(record.support), record.id)).id


def compare_stops(stops: Sequence[Stop], found: dict[str, list[Trip]]) -> dict[str, list[Trip]]:
    """Stop → our trips to that country on days that it shares."""
    return {
        stop.id: [
            trip
            for trip in found.get(stop.traveller, ())
            if trip.country in stop.countries and stop.first <= trip.last and trip.first <= stop.last
        ]
        for stop in stops
    }


def print_stops(stops: Sequence[Stop], matched: dict[str, list[Trip]]) -> None:
    """A line for each stop, and the count of those missed."""
    for stop in stops:
        ours = "; ".join(f"{trip.first} to {trip.last}, {', '.join(trip.places)}" for trip in matched[stop.id])
        print(f"  {stop.traveller.split()[-1]:8} {stop.country:22} {stop.first} to {stop.last} | {ours or 'MISSED'}")
    missed = sum(not matched[stop.id] for stop in stops)
    print(f"stops: {len(stops)}, missed {missed}")


def print_other_trips(found: dict[str, list[Trip]], stops: Sequence[Stop]) -> None:
    """Our trips that no row of the register of travel tells of."""
    others = [
        (name, trip)
        for name, ours in found.items()
        for trip in ours
        if in_windows(trip.first)
        and not any(
            stop.traveller == name
            and trip.country in stop.countries
            and stop.first <= trip.last
            and trip.first <= stop.last
            for stop in stops
        )
    ]
    print(f"trips of ours that the register has no row for: {len(others)}")
    for name, trip in others:
        print(f"  {name.split()[-1]:8} {trip.country} {trip.first} to {trip.last}, {', '.join(trip.places)}")


def read_counterparts() -> list[tuple[str, str, str]]:
    """Stop, name and party of everybody whom the remarks name."""
    with COUNTERPARTS.open(encoding="utf-8", newline="") as stream:
        return [(row["stop"], row["name"], row["party"]) for row in csv.DictReader(stream, delimiter="\t")]


def print_counterparts(
    key: Iterable[tuple[str, str, str]], stops: Sequence[Stop], matched: dict[str, list[Trip]]
) -> None:
    """How many of the key's people are counterparts of our trips, and who is missing."""
    known = {stop.id: stop for stop in stops}
    asked, missing = 0, []
    for stop, name, party in key:
        asked += 1
        met = [one for trip in matched.get(stop, ()) for one in trip.counterparts]
        if not any(one.party == party and same_person(one.name, name) >= SAME_SURNAME for one in met):
            missing.append(f"{name} ({known[stop].country} {known[stop].first})")
    right = asked - len(missing)
    print(f"counterparts: {right} of {asked} = {right / asked:.2f}; not found: {', '.join(missing) or 'none'}")


def extra_meetings(register: Register, people: dict[str, str], stops: Sequence[Stop]) -> list[Record]:
    """The meetings and calls of the travellers on a known day that fall on no day of their travel, in order of day."""
    found: dict[str, Record] = {}
    for name, person in people.items():
        travel = [stop for stop in stops if stop.traveller == name]
        for record in register.records(RecordKind.MEETING, Filters(person=person)):
            values = record.values
            if values["state"] not in TOOK_PLACE or not values["date"]:
                continue
            when = When.parse(values["date"])
            if when.first == when.last and in_windows(when.first) and not any(stop.holds(when) for stop in travel):
                found[record.id] = record
    return sorted(found.values(), key=lambda record: (record.values["date"], record.id))


def read_judged() -> list[Judged]:
    """The sample that was read."""
    if not EXTRAS.exists():
        return []
    with EXTRAS.open(encoding="utf-8", newline="") as stream:
        return [
            Judged(row["report"], int(row["start"]), int(row["end"]), row["fault"] or "")
            for row in csv.DictReader(stream, delimiter="\t")
        ]


def print_extras(register: Register, extras: Sequence[Record], judged: Sequence[Judged], listed: bool) -> None:
    """How many of the meetings that were read are right, of those that are still found."""
    claims = register.claims(sorted({support.claim for record in extras for support in record.support}))
    reports = register.texts(sorted({claim.report for claim in claims.values()}))
    own_voice = {
        support.claim
        for record in extras
        for support in record.support
        if any(claims[other.claim].attributed_to is None for other in record.support)
    }
    places = {
        (reports[claim.report].given_id, claim.evidence[0].start, claim.evidence[0].end): name
        for name, claim in claims.items()
    }
    found = [(one, name) for one in judged if (name := _claim_at(one, places)) is not None]
    print(f"meetings and calls that the register has no row for: {len(extras)}")
    for title, still in (
        ("read sample", [one for one, _ in found]),
        ("of these told in a release's own voice", [one for one, name in found if name in own_voice]),
    ):
        right = sum(not one.fault for one in still)
        print(f"{title}: {right} of {len(still)} = {right / max(1, len(still)):.2f} right")
    print(f"no longer found: {len(judged) - len(found)} of the {len(judged)} read", end="")
    print(f", {sum(bool(one.fault) for one in judged) - sum(bool(one.fault) for one, _ in found)} of them wrong ones")
    for fault, count in Counter(one.fault for one, _ in found if one.fault).most_common():
        print(f"  {count} {fault}")
    if listed:
        for record in extras:
            values = record.values
            print(f"  {values['date']} {values['state']} {values['kind']} {'–'.join(values['parties'])}")


def _claim_at(judged: Judged, places: dict[tuple[str, int, int], str]) -> str | None:
    """The claim whose words overlap those that were read."""
    return next(
        (
            name
            for (report, start, end), name in places.items()
            if report == judged.report and start < judged.end and judged.start < end
        ),
        None,
    )


def sample_rows(register: Register, extras: Sequence[Record], seed: int) -> Iterator[Json]:
    """A hundred of the meetings with what was read and the words, for somebody to judge."""
    drawn = random.Random(seed).sample(list(extras), min(SAMPLE, len(extras)))
    for record in drawn:
        shown = register.show(record.id)
        first = shown.claims[0]
        span = first.claim.evidence[0]
        yield {
            "report": first.report.given_id,
            "start": span.start,
            "end": span.end,
            **{name: record.values[name] for name in ("date", "state", "kind", "format", "parties", "place", "mode")},
            "participants": [
                f"{one['name']} ({one['office']}, {one['party']})" for one in record.values["participants"]
            ],
            "claims": [
                {"report": item.report.given_id, "title": item.report.title, "before": item.before, "words": item.words}
                for item in shown.claims
            ],
        }


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it; 0 also when skipped for want of material."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--register", type=Path, help="the throw-away register (default: kept with temporary files)")
    parser.add_argument("--sample", type=Path, help="write a sample of the extra meetings there, to be read")
    parser.add_argument("--seed", type=int, default=SEED, help="of the sample")
    parser.add_argument("--list", action="store_true", help="list the extra meetings")
    options = parser.parse_args(arguments)
    from aidememoire.pipeline import knowledge_in_use

    knowledge = knowledge_in_use()
    try:
        stops = read_stops(knowledge)
        register = rebuilt(options.register, knowledge)
    except MissingMaterialError as missing:
        print(f"skipped: {missing}")
        return 0
    asked = [stop for stop in stops if in_windows(stop.first)]
    names = sorted({stop.traveller for stop in asked})
    people = {name: person for name in names if (person := find_person(register, name))}
    found = {name: trips(register, person, knowledge=knowledge) for name, person in people.items()}
    matched = compare_stops(asked, found)
    print_stops(asked, matched)
    print_other_trips(found, stops)
    print_counterparts(read_counterparts(), asked, matched)
    extras = extra_meetings(register, people, stops)
    print_extras(register, extras, read_judged(), options.list)
    if options.sample:
        rows = [json.dumps(row, ensure_ascii=False) for row in sample_rows(register, extras, options.seed)]
        options.sample.write_text("\n".join(rows) + "\n", encoding="utf-8")
    register.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
