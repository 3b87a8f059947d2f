"""Trips: what places somebody in a country, what only announces it, and whom he met."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from aidememoire.knowledge import shipped
from aidememoire.model import Dateline, Reading, RecordKind, StatementKind, StatementValues, When
from aidememoire.register import Register, World
from aidememoire.views.trips import Trip, trip_objects, trips, undated_visits
from tests.register.builders import NOON, Story
from tests.views.test_schemas import validator

ADA = ("Ada Holm", "foreign minister", "NOR")
ROSA = ("Rosa Vidal", "foreign minister", "CHL")
LUIS = ("Luis Prado", "president", "CHL")
INES = ("Ines Quispe", "foreign minister", "PER")


class Told(Story):
    """A report that may have a dateline and labelled turns."""

    place: str | None = None
    dated: str | None = None

    def datelined(self, place: str, dated: str | None = None) -> "Told":
        self.place, self.dated = place, dated
        self.text += f"{place}\n"
        return self

    def turn(self, speaker: str, party: str | None, words: str) -> "Told":
        values = StatementValues(speaker, party, StatementKind.DIRECT, words, "")
        self.tell(words, values)
        return self

    @property
    def reading(self) -> Reading:
        reading = Reading(self.id, None, tuple(self.claims), (), (), ())
        if self.place is None:
            return reading
        start = self.text.index(self.place)
        extent = self.report.span(start, start + len(self.place))
        when = When.parse(self.dated) if self.dated else None
        return replace(reading, dateline=Dateline(self.place, when, None, None, (("place", extent),), extent))


def report(name: str, on: str | None) -> Told:
    return Told(name, on, outlet="mfa.no", side="NOR")


def talks(story: Told, when: str | None, place: str | None, *people: tuple[str, str, str], **more: Any) -> Told:
    parties = sorted({person[2] for person in (ADA, *people)})
    story.meeting(f"Ada Holm met her colleagues in {place}.", parties, when, people=(ADA, *people), place=place, **more)
    return story


def find(*stories: Story, person: str = "Ada Holm", **options: Any) -> list[Trip]:
    register = Register.open(":memory:", world=World.of(shipped()), clock=lambda: NOON)
    run = register.start_run("1")
    for story in stories:
        register.add(story.report, story.reading, run)
    found = trips(register, register.match_one(person, RecordKind.PERSON), knowledge=shipped(), **options)
    for row in trip_objects(register, found):
        validator("trip").validate(json.loads(json.dumps(row)))
        assert {claim["claim_id"] for claim in row["claims"]} == {
            name for one in row["grounds"] for name in one["claims"]
        }
    return found


def short(found: list[Trip]) -> list[str]:
    return [f"{trip.country} {trip.first}/{trip.last} {trip.state}" for trip in found]


def names(trip: Trip) -> list[str]:
    return [met.name for met in trip.counterparts]


# What places somebody in a country.


def test_a_meeting_abroad_is_a_trip() -> None:
    (trip,) = find(talks(report("a", "2020-03-04"), "2020-03-03", "Santiago", ROSA))
    assert short([trip]) == ["CHL 2020-03-03/2020-03-03 held"]
    assert names(trip) == ["Rosa Vidal"]
    assert trip.places == ("Santiago",)


@pytest.mark.parametrize(
    ("place", "more"),
    [
        ("Oslo", {}),  # at home
        (None, {}),  # nowhere
        ("Santiago", {"kind": "call", "mode": "phone"}),
        ("Santiago", {"mode": "video"}),
        ("the Andes", {}),
    ],
)
def test_what_is_no_trip(place: str | None, more: dict[str, str]) -> None:
    assert not find(talks(report("a", "2020-03-04"), "2020-03-03", place, ROSA, **more), planned=True)


@pytest.mark.parametrize("when", [None, "2020-03", "2020"])
def test_without_days_nobody_was_anywhere(when: str | None) -> None:
    assert not find(talks(report("a", "2020-03-04"), when, "Santiago", ROSA))


def test_words_spoken_abroad_place_the_speaker() -> None:
    told = report("a", "2020-03-04").datelined("Lima, Peru").turn("Ada Holm", "NOR", "Good evening to you all.")
    told.turn("Ines Quispe", "PER", "Welcome to our city.")
    (trip,) = find(told)
    assert short([trip]) == ["PER 2020-03-04/2020-03-04 held"]
    assert names(trip) == ["Ines Quispe"]
    assert {one.record for one in trip.grounds} == {None}


def test_a_quotation_in_a_story_places_nobody() -> None:
    told = report("a", "2020-03-04").datelined("LIMA")
    told.statement("We have agreed on nothing yet.", "Ada Holm", "NOR")
    assert not find(told, planned=True)


def test_on_the_way_is_not_there() -> None:
    told = report("a", "2020-03-04").datelined("Aboard a plane en route to Lima, Peru")
    assert not find(told.turn("Ada Holm", "NOR", "We land in an hour."))


def test_days_in_one_country_are_one_stay() -> None:
    stories = [talks(report(str(day), f"2020-03-{day:02}"), f"2020-03-{day:02}", "Santiago", ROSA) for day in (3, 4, 6)]
    assert short(find(*stories)) == ["CHL 2020-03-03/2020-03-06 held"]


def test_elsewhere_in_between_makes_two_stays() -> None:
    days = [(3, "Santiago", ROSA), (4, "Lima", INES), (5, "Santiago", LUIS)]
    found = find(*(talks(report(str(n), f"2020-03-0{n}"), f"2020-03-0{n}", place, who) for n, place, who in days))
    assert short(found) == [
        "CHL 2020-03-03/2020-03-03 held",
        "PER 2020-03-04/2020-03-04 held",
        "CHL 2020-03-05/2020-03-05 held",
    ]


def test_a_late_report_adds_no_day() -> None:
    """An interview given in Santiago comes out when she has been in Lima for a day."""
    late = report("late", "2020-03-05").datelined("Santiago").turn("Ada Holm", "NOR", "It was a good talk.")
    found = find(
        talks(report("a", "2020-03-03"), "2020-03-03", "Santiago", ROSA),
        talks(report("b", "2020-03-05"), "2020-03-05", "Lima", INES),
        late,
    )
    assert short(found) == ["CHL 2020-03-03/2020-03-03 held", "PER 2020-03-05/2020-03-05 held"]
    assert len(found[0].grounds) == 2


def test_the_day_of_leaving_may_be_in_two_countries() -> None:
    left = report("left", "2020-03-04").datelined("Santiago").turn("Ada Holm", "NOR", "We leave in an hour.")
    found = find(
        talks(report("a", "2020-03-03"), "2020-03-03", "Santiago", ROSA),
        talks(report("b", "2020-03-04"), "2020-03-04", "Lima", INES),
        left,
    )
    assert short(found) == ["CHL 2020-03-03/2020-03-04 held", "PER 2020-03-04/2020-03-04 held"]


def test_own_words_elsewhere_outweigh_a_meeting_told_later() -> None:
    """A briefing speaks of last month's talks in Lima, and they are read as of the day."""
    home = report("home", "2020-03-04").datelined("Oslo").turn("Ada Holm", "NOR", "Good morning.")
    assert not find(talks(report("a", "2020-03-04"), "2020-03-04", "Lima", INES), home)


def test_a_vague_visit_told_once_is_no_trip() -> None:
    vague = talks(report("a", "2020-03-12"), "2020-03-02/2020-03-08", "Santiago", kind="visit")
    again = talks(report("b", "2020-03-15"), "2020-03-02/2020-03-08", "Santiago", kind="visit")
    assert not find(vague)
    assert short(find(vague, again)) == ["CHL 2020-03-02/2020-03-08 held"]


@pytest.mark.parametrize(
    ("when", "place", "more", "told"),
    [
        ("2020-03", "Santiago", {"kind": "visit"}, "Santiago, March 2020"),
        (None, "Santiago", {}, "Santiago, no date"),
        ("2020-03-02", "Santiago", {}, None),  # a trip
        ("2020-03", "Oslo", {}, None),  # at home
        ("2020-03", "Santiago", {"kind": "call", "mode": "phone"}, None),
        ("2020-03", "Santiago", {"state": "planned"}, None),
    ],
)
def test_what_is_abroad_on_no_known_day_is_told(
    when: str | None, place: str, more: dict[str, str], told: str | None
) -> None:
    register = Register.open(":memory:", world=World.of(shipped()), clock=lambda: NOON)
    story = talks(report("a", "2020-06-12"), when, place, ROSA, **more)
    register.add(story.report, story.reading, register.start_run("1"))
    ada = register.match_one("Ada Holm", RecordKind.PERSON)
    found = trips(register, ada, knowledge=shipped())
    vague = undated_visits(register, ada, found, knowledge=shipped())
    assert [words.split(" (")[0] for words in vague] == ([told] if told else [])
    assert not undated_visits(register, ada, found, knowledge=shipped(), first=date(2021, 1, 1)) or when is None


def test_the_place_of_a_transcript_is_not_where_others_met() -> None:
    """The minister of Peru tells in Lima of a meeting with her, and the claim takes Lima from the dateline."""
    told = report("a", "2020-03-04").datelined("Lima").turn("Ines Quispe", "PER", "We met her at the summit.")
    extent = told.reading.dateline.extent if told.reading.dateline else None
    assert extent is not None
    claim = told.meeting("We met.", ["NOR", "PER"], "2020-03-04", people=(ADA, INES), place="Lima")
    told.claims[-1] = replace(claim, spans=(("place", (extent,)),))
    assert not find(told)
    assert short(find(told, person="Ines Quispe")) == []  # at home


def test_only_a_claim_that_names_her_places_her() -> None:
    named = talks(report("a", "2020-03-03"), "2020-03-03", None, ROSA)
    named.meeting("The talks began.", ["NOR", "CHL"], "2020-03-03")
    unnamed = report("b", "2020-03-04")
    unnamed.meeting("The envoys met in Lima.", ["NOR", "CHL"], "2020-03-03", place="Lima", kind="meeting")
    assert not find(named, unnamed)


def test_a_meeting_that_took_place_as_scheduled_was_attended() -> None:
    schedule = talks(report("a", "2020-03-02"), "2020-03-03", "Santiago", ROSA, state="planned")
    held = report("b", "2020-03-04")
    held.meeting("The ministers met.", ["NOR", "CHL"], "2020-03-03", people=(ROSA,))
    assert short(find(schedule, held)) == ["CHL 2020-03-03/2020-03-03 held"]
    assert not find(schedule)


def test_last_week_backs_a_stay_and_fixes_no_day() -> None:
    found = find(
        talks(report("a", "2020-03-04"), "2020-03-04", "Santiago", ROSA),
        talks(report("b", "2020-03-12"), "2020-03-02/2020-03-08", "Santiago", kind="visit"),
    )
    assert short(found) == ["CHL 2020-03-04/2020-03-04 held"]


# Plans.


def plan(name: str, on: str, when: str, place: str, state: str = "planned", *people: tuple[str, str, str]) -> Told:
    return talks(report(name, on), when, place, *people, kind="visit", state=state)


def test_a_plan_is_no_trip_until_somebody_saw_it() -> None:
    announced = plan("a", "2020-03-01", "2020-03-03/2020-03-05", "Santiago", "planned", LUIS)
    assert not find(announced)
    (trip,) = find(announced, planned=True)
    assert short([trip]) == ["CHL 2020-03-03/2020-03-05 planned"]
    assert (names(trip), [one.name for one in trip.expected]) == ([], ["Luis Prado"])


def test_a_plan_that_came_true_gives_its_days() -> None:
    announced = plan("a", "2020-03-01", "2020-03-03/2020-03-05", "Santiago", "planned", LUIS)
    (trip,) = find(announced, talks(report("b", "2020-03-04"), "2020-03-04", "Santiago", ROSA), planned=True)
    assert short([trip]) == ["CHL 2020-03-03/2020-03-05 held"]
    assert trip.announced == ("from", "to")
    assert (names(trip), [one.name for one in trip.expected]) == (["Rosa Vidal"], ["Luis Prado"])
    assert str(trip.planned) == "2020-03-03/2020-03-05"


def test_a_plan_yields_to_where_she_was() -> None:
    found = find(
        plan("a", "2020-03-01", "2020-03-03/2020-03-06", "Santiago"),
        talks(report("b", "2020-03-03"), "2020-03-03", "Santiago", ROSA),
        talks(report("c", "2020-03-04"), "2020-03-04", "Lima", INES),
    )
    assert short(found) == ["CHL 2020-03-03/2020-03-03 held", "PER 2020-03-04/2020-03-04 held"]


def test_a_tour_announced_for_each_country_as_a_whole_widens_no_stay() -> None:
    """She is in Santiago and then in Lima on the 4th: nobody was in both from the 3rd to the 5th."""
    found = find(
        plan("a", "2020-03-01", "2020-03-03/2020-03-05", "Santiago"),
        plan("b", "2020-03-01", "2020-03-03/2020-03-05", "Lima"),
        talks(report("c", "2020-03-04"), "2020-03-04", "Santiago", ROSA),
        talks(report("d", "2020-03-04"), "2020-03-04", "Lima", INES),
    )
    assert short(found) == ["CHL 2020-03-04/2020-03-04 held", "PER 2020-03-04/2020-03-04 held"]


def test_a_tour_of_several_countries_counts_in_each() -> None:
    tour = plan("a", "2020-03-01", "2020-03-03/2020-03-06", "Santiago and Lima")
    assert short(find(tour, planned=True)) == ["CHL 2020-03-03/2020-03-06 planned", "PER 2020-03-03/2020-03-06 planned"]
    found = find(tour, talks(report("b", "2020-03-05"), "2020-03-05", "Lima", INES), planned=True)
    assert short(found) == ["CHL 2020-03-03/2020-03-06 planned", "PER 2020-03-05/2020-03-05 held"]


def test_a_schedule_of_a_journey_places_nobody_in_all_its_stops() -> None:
    """ "She is on travel to Santiago and Lima", in the schedule of the 3rd: on that day she was seen in Santiago."""
    story = report("a", "2020-03-03")
    for place, party in (("Santiago", "CHL"), ("Lima", "PER")):
        story.meeting(
            "Ada Holm travels to Santiago and Lima.",
            ["NOR", party],
            "2020-03-03",
            kind="visit",
            state="ongoing",
            people=(ADA,),
            place=place,
        )
    first, second = story.claims
    story.claims[1] = replace(second, evidence=first.evidence)
    assert short(find(story)) == []
    assert short(find(story, talks(report("b", "2020-03-03"), "2020-03-03", "Santiago", ROSA))) == [
        "CHL 2020-03-03/2020-03-03 held"
    ]


@pytest.mark.parametrize("state", ["postponed", "cancelled"])
def test_what_was_called_off_is_shown_so(state: str) -> None:
    off = plan("b", "2020-03-02", "2020-03-03", "Santiago", state)
    assert short(find(plan("a", "2020-03-01", "2020-03-03", "Santiago"), off, planned=True)) == [
        f"CHL 2020-03-03/2020-03-03 {state}"
    ]


def test_a_plan_put_off_is_shown_on_its_new_days_alone() -> None:
    def announced(name: str, on: str, when: str, state: str) -> Told:
        return talks(report(name, on), when, "Santiago", ROSA, state=state, ordinal=3, format="Strategic Dialogue")

    found = find(
        announced("a", "2020-02-01", "2020-03-03", "planned"),
        announced("b", "2020-02-20", "2020-04-07", "postponed"),
        announced("c", "2020-03-20", "2020-04-07", "planned"),
        planned=True,
    )
    assert short(found) == ["CHL 2020-04-07/2020-04-07 planned"]


# Whom he met, and which trips are asked for.


def test_guests_of_other_countries_count_where_they_were_met() -> None:
    (trip,) = find(
        talks(report("a", "2020-03-03"), "2020-03-03", "Santiago", ROSA),
        talks(report("b", "2020-03-03"), "2020-03-03", "Santiago", INES),
    )
    assert names(trip) == ["Rosa Vidal", "Ines Quispe"]  # in order of party


def test_a_meeting_without_a_place_on_a_day_of_the_stay() -> None:
    (trip,) = find(
        talks(report("a", "2020-03-03"), "2020-03-03", "Santiago", ROSA),
        talks(report("b", "2020-03-04"), "2020-03-03", None, LUIS),
        talks(report("c", "2020-03-09"), "2020-03-08", None, INES),
    )
    assert names(trip) == ["Luis Prado", "Rosa Vidal"]


def test_own_people_are_no_counterparts() -> None:
    aide = ("Nils Berg", "state secretary", "NOR")
    (trip,) = find(talks(report("a", "2020-03-03"), "2020-03-03", "Santiago", ROSA, aide))
    assert names(trip) == ["Rosa Vidal"]


def test_a_trip_of_the_other_side_is_seen_as_well() -> None:
    told = talks(report("a", "2020-03-03"), "2020-03-03", "Oslo", ROSA)
    assert short(find(told, person="Rosa Vidal")) == ["NOR 2020-03-03/2020-03-03 held"]
    assert not find(told)


def test_only_the_days_asked_for() -> None:
    stories = [
        talks(report("a", "2020-03-03"), "2020-03-03", "Santiago", ROSA),
        talks(report("b", "2020-05-03"), "2020-05-03", "Lima", INES),
    ]
    assert [trip.country for trip in find(*stories, first=date(2020, 4, 1))] == ["PER"]
    assert [trip.country for trip in find(*stories, last=date(2020, 4, 1))] == ["CHL"]


def test_ids_last_and_order_of_reports_does_not_matter() -> None:
    stories = [
        talks(report("a", "2020-03-03"), "2020-03-03", "Santiago", ROSA),
        plan("b", "2020-03-01", "2020-03-03/2020-03-04", "Santiago"),
        talks(report("c", "2020-05-03"), "2020-05-03", "Lima", INES),
    ]
    assert find(*stories) == find(*reversed(stories))
    assert len({trip.id for trip in find(*stories)}) == 2
