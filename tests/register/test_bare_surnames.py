"""Whose a bare surname is, where several people bear it."""

from aidememoire.model import RecordKind
from tests.register.builders import Story
from tests.views.test_briefing import register_of


def names(*stories: Story) -> list[list[str]]:
    records = register_of(*stories).records(RecordKind.PERSON)
    return sorted(sorted(record.values["names"]) for record in records)


def told(name: str, on: str, *people: tuple[str, str | None, str | None]) -> Story:
    story = Story(name, on)
    story.meeting("They met.", ["NOR", "CHL"], on, people=people)
    return story


ADA = told("a", "2020-03-03", ("Ada Holm", "president", "NOR"))
OLE = told("b", "2020-03-04", ("Ole Holm", "first gentleman", "NOR"))


def test_the_office_tells_whose_surname_it_is() -> None:
    bare = told("c", "2020-03-05", ("Holm", "president", "NOR"))
    assert names(ADA, OLE, bare) == [["Ada Holm", "Holm"], ["Ole Holm"]]


def test_without_an_office_nothing_is_guessed() -> None:
    bare = told("c", "2020-03-05", ("Holm", None, "NOR"))
    assert names(ADA, OLE, bare) == [["Ada Holm"], ["Holm"], ["Ole Holm"]]


def test_years_later_the_office_is_another_holders() -> None:
    bare = told("c", "2028-03-05", ("Holm", "president", "NOR"))
    assert names(ADA, OLE, bare) == [["Ada Holm"], ["Holm"], ["Ole Holm"]]


def test_two_in_one_office_are_told_apart_by_nothing() -> None:
    ida = told("d", "2020-05-04", ("Ida Holm", "president", "NOR"))
    bare = told("c", "2020-04-05", ("Holm", "president", "NOR"))
    assert names(ADA, ida, bare) == [["Ada Holm"], ["Holm"], ["Ida Holm"]]
