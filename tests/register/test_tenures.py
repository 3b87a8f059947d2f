"""Who was seen in which office: one tenure or two, what is disputed, and what the table of offices says of it."""

from datetime import date

import pytest

from aidememoire.knowledge.offices import Offices
from aidememoire.knowledge.own_tenures import read_user_rows, write_user_rows
from aidememoire.knowledge.tenures import LEARNT, Confidence
from aidememoire.model import Record, RecordKind
from aidememoire.register import Learnt, beside_table
from tests.register.builders import Story
from tests.views.test_briefing import register_of

OFFICE = "foreign minister"


def sighting(on: str | None, person: str, outlet: str = "Wire", party: str = "PER", office: str = OFFICE) -> Story:
    story = Story(f"{outlet} {on} {person} {office}", on, outlet)
    story.tenure(person, office, party)
    return story


def tenures_of(*stories: Story) -> list[Record]:
    return register_of(*stories).records(RecordKind.TENURE)


def table(*rows: str) -> Offices:
    """A table of the rows ``person from to``."""
    text = "party,role,person,from,to\n" + "".join(f"PER,{OFFICE},{row}\n" for row in rows)
    found, problems = read_user_rows(text, "table")
    assert not problems
    return Offices.from_rows([(*row.as_row()[:10],) for row in found])


def learnt(offices: Offices, *stories: Story) -> list[Learnt]:
    return list(beside_table(tenures_of(*stories), offices))


def test_sightings_of_one_person_are_one_tenure() -> None:
    (found,) = tenures_of(
        sighting("2031-03-02", "Ana Poe"), sighting("2031-09-10", "Ana Poe", "Gazette"), sighting(None, "Ana Poe")
    )
    assert (found.values["reported"], found.values["reported_to"]) == ("2031-03-02", "2031-09-10")
    assert (found.values["reports"], found.values["voices"]) == (3, ["Gazette", "Wire"])
    assert found.links["person"]


def test_two_spellings_are_one_person() -> None:
    (found,) = tenures_of(sighting("2031-03-02", "Sergei Poev"), sighting("2031-04-02", "Sergey Poev", "Gazette"))
    assert found.values["names"] == ["Sergei Poev", "Sergey Poev"]


def test_two_terms_with_another_between_are_two_tenures() -> None:
    found = tenures_of(
        sighting("2031-03-02", "Ana Poe"),
        sighting("2032-03-02", "Ben Roe"),
        sighting("2032-06-02", "Ben Roe"),
        sighting("2033-03-02", "Ana Poe"),
    )
    days = sorted((one.values["name"], one.values["reported"], one.values["reported_to"]) for one in found)
    assert days == [
        ("Ana Poe", "2031-03-02", "2031-03-02"),
        ("Ana Poe", "2033-03-02", "2033-03-02"),
        ("Ben Roe", "2032-03-02", "2032-06-02"),
    ]
    assert not any(one.values["rivals"] for one in found)


def test_one_report_that_names_another_in_between_makes_a_dispute() -> None:
    found = tenures_of(
        sighting("2031-03-02", "Ana Poe"), sighting("2031-06-02", "Ben Roe"), sighting("2031-09-02", "Ana Poe")
    )
    assert len(found) == 2
    assert all([rival["value"] for rival in one.values["rivals"]["name"]] for one in found)


def test_a_handover_is_no_dispute() -> None:
    found = tenures_of(
        sighting("2031-03-02", "Ana Poe"),
        sighting("2031-06-20", "Ana Poe"),
        sighting("2031-06-02", "Ben Roe"),
        sighting("2031-09-02", "Ben Roe"),
    )
    assert len(found) == 2
    assert not any(one.values["rivals"] for one in found)


def test_a_shared_name_in_another_office_is_another_tenure() -> None:
    found = tenures_of(sighting("2031-03-02", "Ana Poe"), sighting("2031-03-02", "Ana Poe", office="defence minister"))
    assert len(found) == 2


@pytest.mark.parametrize(
    ("rows", "voices", "standing", "confidence"),
    [
        ((), 2, "new", "medium"),  # nobody is known: two outlets
        ((), 1, "new", "low"),  # one outlet's word
        (("Ana Poe,2030-01-01,2032-01-01",), 2, "known", "medium"),
        (("Ana Poe,2030-01-01,2031-04-01",), 2, "longer", "medium"),  # the table ends too early
        (("Ben Roe,2030-01-01,2032-01-01",), 2, "contradicted", "low"),
        (("Ben Roe,2031-03-10,2032-01-01", "Ana Poe,2030-01-01,2031-03-01"), 1, "known", "low"),  # a handover
        (("Anna Poe,2030-01-01,2032-01-01",), 2, "known", "medium"),  # another spelling
    ],
)
def test_the_table_is_asked(rows: tuple[str, ...], voices: int, standing: str, confidence: str) -> None:
    stories = [
        sighting("2031-03-02", "Ana Poe"),
        sighting("2031-09-10", "Ana Poe", "Gazette" if voices > 1 else "Wire"),
    ]
    (found,) = learnt(table(*rows), *stories)
    assert (found.standing, str(found.confidence)) == (standing, confidence)
    assert found.why


def test_an_undated_sighting_makes_no_row() -> None:
    (found,) = learnt(table(), sighting(None, "Ana Poe"))
    assert found.standing == "undated"
    assert not found.is_worth_importing


def test_what_is_exported_can_be_imported_and_answers() -> None:
    stories = [sighting("2031-03-02", "Ana Poe"), sighting("2031-09-10", "Ana Poe", "Gazette + Post")]
    (found,) = learnt(table(), *stories)
    rows, problems = read_user_rows(write_user_rows([found.as_row()]), "learnt.csv")
    assert not problems
    assert rows == (found.as_row(),)
    offices = table().with_rows(rows)
    (holder,) = offices.holders("PER", OFFICE, date(2031, 5, 1))
    assert (holder.person, holder.confidence) == ("Ana Poe", Confidence.MEDIUM)
    assert LEARNT in holder.licences
    assert not offices.holders("PER", OFFICE, date(2033, 1, 1))  # nobody was seen then


def test_a_contradicted_row_says_so_and_leaves_the_table_as_it_was() -> None:
    shipped = table("Ben Roe,2030-01-01,2032-01-01")
    (found,) = learnt(shipped, sighting("2031-03-02", "Ana Poe"), sighting("2031-09-10", "Ana Poe", "Gazette"))
    row = found.as_row()
    assert "doubtful: the table has Ben Roe (high)" in row.source
    assert row.confidence is Confidence.LOW
    before = shipped.holders("PER", OFFICE, date(2031, 5, 1))
    after = shipped.with_rows([row]).holders("PER", OFFICE, date(2031, 5, 1))
    assert after[0] == before[0]
    assert after[0].confidence is Confidence.HIGH
    assert (after[1].person, after[1].confidence) == ("Ana Poe", Confidence.LOW)


def test_a_row_of_the_users_own_comes_before_one_learnt() -> None:
    own, _ = read_user_rows(f"party,role,person,from,confidence\nPER,{OFFICE},Cat Moe,2031-01-01,low\n", "own.csv")
    (found,) = learnt(table(), sighting("2031-03-02", "Ana Poe"), sighting("2031-04-10", "Ana Poe", "Gazette"))
    holders = table().with_rows([found.as_row(), *own]).holders("PER", OFFICE, date(2031, 3, 20))
    assert holders[0].person == "Cat Moe"
