"""Rulings of people: what each does to the records, what is refused, and that the later one counts until undone."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

import pytest

from aidememoire.knowledge import shipped
from aidememoire.model import AideMemoireError, NotFoundError, Record, RecordKind, Ruling, UsageError
from aidememoire.register import Register, World
from tests.register.builders import Story


@pytest.fixture
def register() -> Iterator[Register]:
    """A register whose clock goes on by a minute whenever it is asked."""
    minutes = count()
    clock = lambda: f"2020-06-01T12:{next(minutes):02}:00+00:00"  # noqa: E731
    with Register.open(":memory:", world=World.of(shipped()), clock=clock) as one:
        yield one


def fill(register: Register, *stories: Story) -> None:
    run = register.start_run("1")
    for story in stories:
        register.add(story.report, story.reading, run)


def only(register: Register, kind: RecordKind = RecordKind.MEETING) -> Record:
    (record,) = register.records(kind)
    return record


def rivals(register: Register) -> tuple[str, str]:
    """One meeting, for which two outlets give another town; the ids of the claims, the one shown first first."""
    early, late = Story("early", "2020-05-04"), Story("late", "2020-05-05", "Gazette")
    people = (("Ann Oak", "foreign minister", "FRA"), ("Ben Elm", "foreign minister", "DEU"))
    paris = early.meeting("They met in Paris.", ["DEU", "FRA"], "2020-05-03", place="Paris", people=people)
    lyon = late.meeting("They met in Lyon.", ["DEU", "FRA"], "2020-05-03", place="Lyon", people=people)
    fill(register, early, late)
    assert only(register).values["place"] == "Lyon"  # told last
    return lyon.id, paris.id


# What each ruling does.


def test_an_accepted_claim_is_shown_first_and_its_rival_stays_beside_it(register: Register) -> None:
    lyon, paris = rivals(register)
    made = register.judge(Ruling.ACCEPTED, paris, None, "eva")
    record = only(register)
    assert record.values["place"] == "Paris"
    assert record.reasons["place"] == "accepted by a person"
    assert [rival["claims"] for rival in record.values["rivals"]["place"]] == [[paris], [lyon]]
    register.undo(made.id, "eva")
    assert only(register).values["place"] == "Lyon"


def test_of_accepted_and_rejected_the_later_counts(register: Register) -> None:
    _, paris = rivals(register)
    register.judge(Ruling.ACCEPTED, paris, None, "eva")
    rejected = register.judge(Ruling.REJECTED, paris, None, "max")
    assert only(register).values["place"] == "Lyon"
    assert not only(register).values["rivals"]
    register.undo(rejected.id, "eva")
    assert only(register).values["place"] == "Paris"


def test_of_rulings_in_the_same_second_the_later_counts() -> None:
    with Register.open(":memory:", world=World.of(shipped()), clock=lambda: "2020-06-01T12:00:00+00:00") as register:
        lyon, paris = rivals(register)
        for claim in (paris, lyon, paris, lyon):
            register.judge(Ruling.ACCEPTED, claim, None, "eva")
        assert [one.left for one in register.judgements()] == [paris, lyon, paris, lyon]
        assert only(register).values["place"] == "Lyon"


def test_of_same_and_different_the_later_counts(register: Register) -> None:
    lyon, paris = rivals(register)
    register.judge(Ruling.DIFFERENT, lyon, paris, "eva")
    assert len(register.records(RecordKind.MEETING)) == 2
    register.judge(Ruling.SAME, paris, lyon, "eva")
    assert len(register.records(RecordKind.MEETING)) == 1


def test_a_rejected_record_is_gone_with_all_its_claims(register: Register) -> None:
    lyon, paris = rivals(register)
    register.judge(Ruling.REJECTED, only(register).id, None, "eva")
    assert not register.records(RecordKind.MEETING)
    (ruled,) = register.ruled()
    assert ruled.words == ("They met in Paris.",) if paris < lyon else ("They met in Lyon.",)
    assert ruled.records == ()
    assert not ruled.waits


def test_an_unsure_one_changes_nothing_and_is_on_record(register: Register) -> None:
    one, other = Story("one", "2020-05-04"), Story("two", "2020-05-20")
    left = one.meeting("They met in May.", ["DEU", "FRA"], "2020-05-03")
    right = other.meeting("They met again.", ["DEU", "FRA"], "2020-05-19")
    fill(register, one, other)
    before = register.records(RecordKind.MEETING)
    made = register.judge(Ruling.UNSURE, left.id, right.id, "eva")
    assert register.records(RecordKind.MEETING) == before
    assert [register.judgements_by_record()[record.id] for record in before] == [[made], [made]]


def test_two_dialogues_ruled_the_same_are_one_with_the_meetings_of_both(register: Register) -> None:
    one, other = Story("one", "2020-05-04"), Story("two", "2021-05-04")
    one.meeting("They met.", ["DEU", "FRA"], "2020-05-03", format="Rhine Forum")
    other.meeting("They met again.", ["DEU", "FRA"], "2021-05-03", format="Council on the Rhine")
    fill(register, one, other)
    left, right = (record.id for record in register.records(RecordKind.DIALOGUE))
    made = register.judge(Ruling.SAME, left, right, "eva")
    record = only(register, RecordKind.DIALOGUE)
    assert record.values["names"] == ["Council on the Rhine", "Rhine Forum"]
    assert len(record.links["meetings"]) == record.values["meetings_held"] == 2
    register.undo(made.id, "eva")
    assert len(register.records(RecordKind.DIALOGUE)) == 2


def test_an_accepted_person_changes_nothing_of_the_meeting_that_tells_of_him(register: Register) -> None:
    rivals(register)
    register.judge(Ruling.ACCEPTED, "Ann Oak", None, "eva")
    assert only(register).values["place"] == "Lyon"
    person = register.match_one("Ann Oak", RecordKind.PERSON)
    assert [one.ruling for one in register.judgements_by_record()[person]] == [Ruling.ACCEPTED]


def test_a_deed_is_rejected_by_its_claim(register: Register) -> None:
    from aidememoire.model import ActValues, When

    promise, later = Story("promise", "2020-05-04"), Story("later", "2020-09-04", "Gazette")
    promise.commitment("build a ferry across the Rhine", ["DEU", "FRA"])
    deed = later.tell(
        "They built a ferry across the Rhine.",
        ActValues(("DEU", "FRA"), "built a ferry across the Rhine", When.parse("2020-09-03")),
    )
    fill(register, promise, later)
    assert only(register, RecordKind.COMMITMENT).values["acts"]
    register.judge(Ruling.REJECTED, deed.id, None, "eva")
    assert not only(register, RecordKind.COMMITMENT).values["acts"]


# What is refused.


def refused(register: Register, ruling: Ruling, left: str, right: str | None = None) -> AideMemoireError:
    with pytest.raises(AideMemoireError) as raised:
        register.judge(ruling, left, right, "eva")
    assert register.judgements() == []
    return raised.value


def test_a_person_is_not_rejected_with_the_meetings_that_name_him(register: Register) -> None:
    rivals(register)
    error = refused(register, Ruling.REJECTED, "Ann Oak")
    assert isinstance(error, UsageError)
    assert "meeting" in error.cause


def test_a_meeting_and_a_person_are_never_the_same(register: Register) -> None:
    lyon, _ = rivals(register)
    assert "never one thing" in refused(register, Ruling.SAME, lyon, "Ann Oak").cause


def test_what_is_one_already_is_not_joined(register: Register) -> None:
    rivals(register)
    record = only(register).id
    assert refused(register, Ruling.SAME, record, record).next_step == "There is nothing to join."


@pytest.mark.parametrize("ruling", [Ruling.SAME, Ruling.DIFFERENT])
def test_a_ruling_without_effect_is_refused(register: Register, ruling: Ruling) -> None:
    story = Story("one", "2020-05-04")
    ended = story.status("The Rhine Forum ended.", "The Rhine Forum", "dialogue", ["DEU", "FRA"], "ended")
    frozen = story.status("The Rhine Forum was frozen.", "The Rhine Forum", "dialogue", ["DEU", "FRA"], "suspended")
    fill(register, story)
    assert "by a ruling" in refused(register, ruling, ended.id, frozen.id).cause


def test_nothing_is_ruled_on_what_is_not_there(register: Register) -> None:
    rivals(register)
    assert isinstance(refused(register, Ruling.REJECTED, "Nobody At All"), NotFoundError)


# Undone, waiting, and as it was known.


def test_a_judgement_is_undone_by_the_beginning_of_its_id(register: Register) -> None:
    _, paris = rivals(register)
    made = register.judge(Ruling.ACCEPTED, paris, None, "eva")
    with pytest.raises(NotFoundError):
        register.undo(made.id[:3], "max")  # so short a beginning may be meant for another
    assert register.undo(made.id[:8], "max").undone_by == "max"
    assert [one.undone_by for one in register.judgements()] == ["max"]


def test_a_judgement_waits_where_its_words_are_no_longer_read(register: Register) -> None:
    story = Story("one", "2020-05-04")
    story.meeting("They met on Sunday.", ["DEU", "FRA"], "2020-05-03")
    fill(register, story)
    register.judge(Ruling.REJECTED, story.claims[0].id, None, "eva")
    register.add(story.report, replace(story.reading, claims=()), register.start_run("2"))
    (ruled,) = register.ruled()
    assert ruled.waits
    assert ruled.words == ("They met on Sunday.",)


def test_what_was_taken_back_later_was_in_force_before(register: Register) -> None:
    _, paris = rivals(register)
    made = register.judge(Ruling.ACCEPTED, paris, None, "eva")
    undone = register.undo(made.id, "eva")
    assert undone.undone_at is not None
    then = register.snapshot(as_known=made.at)
    assert only(then).values["place"] == "Paris"
    assert only(register.snapshot(as_known=undone.undone_at)).values["place"] == "Lyon"
