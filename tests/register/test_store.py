"""The contract of every store: what goes in stays, comes out the same, and survives being cut off."""

import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, event, inspect, text

from aidememoire.knowledge import shipped
from aidememoire.model import (
    NotFoundError,
    Problem,
    Reading,
    RecordKind,
    RegisterError,
    Ruling,
    Severity,
    UsageError,
)
from aidememoire.pipeline import read_text
from aidememoire.register import Correction, Filters, Register, Resolution, SeveralMatchError, World, parse_corrections
from aidememoire.register.migrations import upgrade
from tests.register.builders import NOON, Story
from tests.register.stories import all_stories, announced, other_side, readout

WORLD = World.of(shipped())


class Clock:
    """A clock that goes on by a minute each time it is asked."""

    def __init__(self) -> None:
        self.minutes = 0

    def __call__(self) -> str:
        self.minutes += 1
        return f"2020-01-01T{self.minutes // 60:02d}:{self.minutes % 60:02d}:00+00:00"


Opener = Callable[[], Register]


@pytest.fixture(params=["memory", "file"])
def register(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Register]:
    place = ":memory:" if request.param == "memory" else tmp_path / "deep" / "register.sqlite"
    with Register.open(place, world=WORLD, clock=Clock()) as opened:
        yield opened


def fill(register: Register, stories: list[Story], version: str = "1") -> None:
    run = register.start_run(version)
    for story in stories:
        register.add(story.report, story.reading, run)


def state_of(register: Register) -> Resolution:
    return register.rebuild()


def test_what_went_in_comes_out(register: Register) -> None:
    story = announced()
    fill(register, [story])
    assert register.report(story.id) == story.report
    assert register.claims([claim.id for claim in story.claims]) == {claim.id: claim for claim in story.claims}


def test_reading_twice_changes_nothing(register: Register) -> None:
    fill(register, all_stories())
    before, lines = state_of(register), register.report_lines()
    run = register.start_run("1")
    assert [register.add(story.report, story.reading, run) for story in all_stories()] == [False] * 3
    assert not register.is_stale()
    assert state_of(register) == before
    assert register.report_lines() == lines


def test_the_newest_reading_counts_and_the_older_stays(register: Register) -> None:
    story = readout()
    fill(register, [story], "1")
    fewer = replace(story.reading, claims=story.reading.claims[:1])
    register.add(story.report, fewer, register.start_run("2"))
    assert register.records(RecordKind.STATUS) == []
    then = register.snapshot(as_known="2020-01-01T00:02:00+00:00")
    assert len(then.records(RecordKind.STATUS)) == 1


def test_a_new_version_with_the_same_claims_is_remembered_without_new_rows(register: Register) -> None:
    story = readout()
    fill(register, [story], "1")
    before = state_of(register)
    assert not register.add(story.report, story.reading, register.start_run("2"))
    assert register.has(story.id, "2")
    assert not register.has(story.id, "1")
    assert not register.is_stale()
    assert state_of(register) == before


def test_whether_a_report_is_known_is_asked_without_a_look_at_all_others(register: Register) -> None:
    story = readout()
    fill(register, [story])
    engine, asked = register._engine, list[tuple[str, object]]()
    event.listen(engine, "before_cursor_execute", lambda _c, _u, words, values, *_: asked.append((words, values)))
    assert register.has(story.id, "1")
    words, values = asked[-1]
    with engine.connect() as connection:
        plan = [row[-1] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {words}", values)]
    assert [step for step in plan if "SCAN" in step] == []


def test_a_run_can_be_resumed(register: Register) -> None:
    first, second, _ = all_stories()
    fill(register, [first])
    assert register.has(first.id, "1")
    assert not register.has(first.id, "2")
    assert not register.has(second.id, "1")


def test_an_unreadable_report_is_counted(register: Register) -> None:
    problem = Problem(Severity.ERROR, "empty.txt", None, "documents.empty", "there is no text in it")
    story = Story("empty", None, None, problems=(problem,))
    fill(register, [story, readout()])
    coverage = register.coverage()
    assert coverage.reports == 1
    assert coverage.unreadable == (("empty", "there is no text in it"),)
    assert register.problems() == [(story.id, problem)]


def test_reports_are_listed_with_date_ground_and_claims(register: Register) -> None:
    fill(register, all_stories())
    line = register.report_lines()[1]
    found = (line.given_id, line.date, line.ground, line.side, line.claims)
    assert found == ("readout", "2017-03-20", "given", "JPN", 3)


def test_plain_sql_can_ask(tmp_path: Path) -> None:
    place = tmp_path / "register.sqlite"
    with Register.open(place, world=WORLD) as register:
        fill(register, all_stories())
        register.rebuild()
    rows = sqlite3.connect(place).execute(
        "SELECT r.first_day, r.state FROM records r JOIN record_parties p ON p.record = r.id "
        "WHERE r.kind = 'meeting' AND p.party = 'RUS' ORDER BY r.first_day"
    )
    assert list(rows) == [("2013-11-02", "held"), ("2017-03-20", "held")]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=[]), min_size=1, max_size=40))
def test_any_words_can_be_kept_and_found(words: str) -> None:
    story = Story("odd", "2020-05-04", outlet=words)
    story.statement(words, words, None)
    story.commitment(words, ["FRA"])
    story.meeting(words, ["FRA", "DEU"], "2020-05-03", format=words, place=words, people=((words, words, words),))
    with Register.open(":memory:", world=WORLD, clock=Clock()) as register:
        run = register.start_run("1")
        assert register.add(story.report, story.reading, run)
        assert not register.add(story.report, story.reading, run)
        kept = register.report(story.id).text
        assert len(kept) == len(story.text)
        for kind in RecordKind:
            for record in register.records(kind):
                assert register.show(record.id).record == record
        register.match(words)


# What people correct and rule.


def test_a_correction_is_kept_and_shown(register: Register) -> None:
    story = Story("undated", None, "Wire")
    story.meeting("They met in Geneva.", ["RUS", "USA"], None)
    fill(register, [story])
    right = Correction("undated", (("date", "2021-06-16"), ("side", "USA")))
    assert register.apply_correction(right, "eva") == [story.id]
    report = register.report(story.id)
    assert (report.id, report.today, report.side) == (story.id, date(2021, 6, 16), "USA")
    assert report.published_ground is not None
    assert "eva" in report.published_ground
    assert register.is_stale()
    assert register.report_lines()[0].date == "2021-06-16"
    assert register.apply_correction(Correction("undated", (("date", "2021-06-16"),)), "eva") == []
    assert register.apply_correction(Correction("undated", (("date", None),)), "eva") == [story.id]
    assert register.report(story.id).today is None


def test_a_correction_of_no_report_or_of_several_is_a_problem(register: Register) -> None:
    one, other = Story("same", "2020-01-01"), Story("same", "2020-01-02")
    other.id = "another"
    fill(register, [one, other])
    for name in ("none", "same"):
        found = register.apply_correction(Correction(name, (("side", "RUS"),)), "eva")
        assert isinstance(found, Problem), name


CORRECTIONS = [
    # (lines, corrections, problems)
    (["id,date,outlet,side", "a,2020-01-02,,"], [Correction("a", (("date", "2020-01-02"),))], 0),
    (["ID, Side", "a,RUS"], [Correction("a", (("side", "RUS"),))], 0),
    (["id,side", "a,-"], [Correction("a", (("side", None),))], 0),  # unknown after all
    (["id,date", "a,"], [], 0),  # nothing to correct
    (["id,date", "a,2 January"], [], 1),  # no date
    (["id,date", ",2020-01-02"], [], 1),  # no report
    (["name,date", "a,2020-01-02"], [], 1),  # no column of ids
    ([], [], 1),
]


@pytest.mark.parametrize(("lines", "corrections", "problems"), CORRECTIONS)
def test_corrections_are_read_from_csv(lines: list[str], corrections: list[Correction], problems: int) -> None:
    found = list(parse_corrections(lines, "fixes.csv"))
    assert [item for item in found if isinstance(item, Correction)] == corrections
    assert sum(isinstance(item, Problem) for item in found) == problems


def test_two_meetings_ruled_the_same_are_one_until_it_is_undone(register: Register) -> None:
    one, other = Story("one", "2020-05-04"), Story("two", "2020-05-20", "Gazette")
    left = one.meeting("They met in May.", ["FRA", "DEU"], "2020-05-03")
    right = other.meeting("They met again.", ["FRA", "DEU"], "2020-05-19")
    fill(register, [one, other])
    assert len(register.records(RecordKind.MEETING)) == 2
    ruling = register.judge(Ruling.SAME, left.id, right.id, "eva")
    assert len(register.records(RecordKind.MEETING)) == 1
    register.undo(ruling.id, "eva")
    assert len(register.records(RecordKind.MEETING)) == 2
    assert [judgement.undone_at is not None for judgement in register.judgements()] == [True]
    with pytest.raises(NotFoundError):
        register.undo(ruling.id, "eva")


def test_two_tellings_ruled_different_are_two_meetings(register: Register) -> None:
    one, other = Story("one", "2020-05-04"), Story("two", "2020-05-04", "Gazette")
    left = one.meeting("They met on Sunday.", ["FRA", "DEU"], "2020-05-03")
    right = other.meeting("The ministers talked on Sunday.", ["FRA", "DEU"], "2020-05-03")
    fill(register, [one, other])
    assert len(register.records(RecordKind.MEETING)) == 1
    register.judge(Ruling.DIFFERENT, left.id, right.id, "eva")
    assert len(register.records(RecordKind.MEETING)) == 2


def test_a_rejected_claim_is_out_of_the_records_and_still_there(register: Register) -> None:
    story = Story("one", "2020-05-04")
    claim = story.meeting("They met on Sunday.", ["FRA", "DEU"], "2020-05-03")
    fill(register, [story])
    register.judge(Ruling.REJECTED, claim.id, None, "eva")
    assert register.records(RecordKind.MEETING) == []
    assert claim.id in register.claims([claim.id])


def test_a_ruling_survives_new_rules(register: Register) -> None:
    story = Story("one", "2020-05-04")
    claim = story.meeting("They met on Sunday.", ["FRA", "DEU"], "2020-05-03")
    fill(register, [story])
    register.judge(Ruling.REJECTED, claim.id, None, "eva")
    again = replace(claim, id="0123456789abcdef", rule_version="2")
    register.add(story.report, replace(story.reading, claims=(again,)), register.start_run("2"))
    assert register.records(RecordKind.MEETING) == []


def test_a_ruling_on_people_survives_new_rules(register: Register) -> None:
    one, other = Story("one", "2020-05-04"), Story("two", "2020-05-04", "Gazette")
    first = one.statement("We have nothing to add to what was said before.", "Sergei Ivanov", "RUS")
    other.statement("There will be another round before the summer.", "Igor Ivanov", "RUS")
    fill(register, [one, other])
    left, right = (register.match_one(name, RecordKind.PERSON) for name in ("Sergei Ivanov", "Igor Ivanov"))
    register.judge(Ruling.SAME, left, right, "eva")
    again = replace(first, id="0123456789abcdef", rule_version="2")
    register.add(one.report, replace(one.reading, claims=(again,)), register.start_run("2"))
    assert len(register.records(RecordKind.PERSON)) == 1


def test_one_thing_is_not_ruled_different_from_itself(register: Register) -> None:
    fill(register, [readout()])
    (record,) = register.records(RecordKind.MEETING)
    with pytest.raises(UsageError):
        register.judge(Ruling.DIFFERENT, record.id, record.id, "eva")


def test_a_ruling_on_one_needs_one_and_on_two_needs_two(register: Register) -> None:
    for ruling, right in ((Ruling.REJECTED, "b"), (Ruling.SAME, None)):
        with pytest.raises(UsageError):
            register.judge(ruling, "a", right, "eva")


# Asking.


def test_filters(register: Register) -> None:
    fill(register, all_stories())
    dialogue = register.match_one("two plus two", RecordKind.DIALOGUE)
    person = register.match_one("Sergei Lavrov", RecordKind.PERSON)

    def count(**given: object) -> int:
        return len(register.records(RecordKind.MEETING, Filters(**given)))  # type: ignore[arg-type]

    assert count() == 2
    assert count(party="JPN") == 2
    assert count(party="USA") == 0
    assert count(between=("JPN", "RUS"), only=True) == 2
    assert count(party="JPN", only=True) == 0
    assert count(dialogue=dialogue) == 2
    assert count(person=person) == 1
    assert count(first=date(2014, 1, 1)) == 1
    assert count(last=date(2013, 11, 1)) == 0
    assert count(disputed=True) == 1


def test_as_of_answers_as_the_world_had_reported_by_then(register: Register) -> None:
    fill(register, all_stories())
    second = Filters(first=date(2017, 1, 1))
    states = [
        [record.values["state"] for record in register.records(RecordKind.MEETING, second, as_of=date(2017, 3, day))]
        for day in (18, 19, 20)
    ]
    assert states == [[], ["planned"], ["held"]]


def test_several_matches_are_listed_and_never_guessed(register: Register) -> None:
    fill(register, all_stories())
    assert [label for _, label in register.match("Kishida")] == ["Fumio Kishida (JPN)"]
    # The dialogue only: its meetings have no name of their own.
    assert [label for _, label in register.match("2+2")] == ["2+2 (JPN, RUS)"]
    with pytest.raises(SeveralMatchError) as error:
        register.match_one("held", RecordKind.MEETING)
    assert len(error.value.candidates) == 2
    with pytest.raises(NotFoundError):
        register.match_one("G20")
    for words in ("", "  ", "%", "_", "'; DROP TABLE records", "\x00"):
        assert register.match(words) == [], words


def test_show_gives_every_claim_for_and_against_with_its_words(register: Register) -> None:
    fill(register, all_stories())
    meeting = register.records(RecordKind.MEETING, Filters(first=date(2017, 1, 1)))[0]
    shown = register.show(meeting.id)
    assert [claim.words for claim in shown.claims] == [
        "The second round in the two plus two format will be held in Tokyo on 20 March.",
        "The second 2+2 took place today in Tokyo.",
        "On 20 March the third 2+2 consultations were held in Yokohama.",
    ]
    assert [("place" in claim.backs, "place" in claim.opposes) for claim in shown.claims] == [
        (True, False),
        (True, False),
        (False, True),
    ]
    for claim in shown.claims:
        text_of = register.report(claim.report.id).text
        assert claim.before + claim.words + claim.after in text_of


def test_old_ids_lead_to_the_record_of_today(register: Register) -> None:
    fill(register, [readout()])
    old = {record.kind: record.id for record in register.records(RecordKind.MEETING)}[RecordKind.MEETING]
    fill(register, [announced(), other_side()])
    now = register.records(RecordKind.MEETING, Filters(first=date(2017, 1, 1)))[0]
    found = register.record(old)
    assert found is not None
    assert found.id == now.id


def test_an_id_from_a_replaced_claim_leads_on(register: Register) -> None:
    story = Story("one", "2020-05-04")
    claim = story.meeting("They met on Sunday.", ["FRA", "DEU"], "2020-05-03")
    fill(register, [story])
    old = register.records(RecordKind.MEETING)[0].id
    again = replace(claim, id="0123456789abcdef")
    register.add(story.report, replace(story.reading, claims=(again,)), register.start_run("2"))
    now = register.records(RecordKind.MEETING)[0]
    assert now.id != old
    assert register.record(old) == now


# The file.


def test_there_must_be_one(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="there is no register"):
        Register.open(tmp_path / "none.sqlite", create=False)


@pytest.mark.parametrize("content", [b"not a database at all, but a long enough text " * 40, b"SQLite"])
def test_something_else_is_refused(tmp_path: Path, content: bytes) -> None:
    place = tmp_path / "other.sqlite"
    place.write_bytes(content)
    with pytest.raises(RegisterError):
        Register.open(place)


def test_a_place_that_can_hold_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for place in (tmp_path, tmp_path / "file" / "register.sqlite"):
        with pytest.raises(RegisterError):
            Register.open(place)


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    place = tmp_path / "other.sqlite"
    sqlite3.connect(place).execute("CREATE TABLE music (title TEXT)")
    with pytest.raises(RegisterError, match="something else"):
        Register.open(place)


def test_a_register_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    place = tmp_path / "register.sqlite"
    Register.open(place).close()
    with sqlite3.connect(place) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(RegisterError, match="newer"):
        Register.open(place)


def test_the_migrations_make_the_tables_of_today(tmp_path: Path) -> None:
    migrated = create_engine(f"sqlite:///{tmp_path / 'migrated.sqlite'}")
    upgrade(migrated)
    Register.open(tmp_path / "fresh.sqlite").close()
    fresh = create_engine(f"sqlite:///{tmp_path / 'fresh.sqlite'}")
    listed = []
    for engine in (migrated, fresh):
        found = inspect(engine)
        columns = {
            name: sorted((row["name"], str(row["type"]), row["nullable"]) for row in found.get_columns(name))
            for name in found.get_table_names()
        }
        with engine.connect() as connection:
            version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
        indexes = {name: sorted(str(index["name"]) for index in found.get_indexes(name)) for name in columns}
        listed.append((columns, indexes, sorted(found.get_view_names()), version))
    assert listed[0] == listed[1]


KILLED = """
    import os, sys
    from aidememoire.register import Register, store
    from tests.register.builders import Story

    def cut_off_after(name):
        whole = getattr(store, name)
        def cut(*given):
            whole(*given)
            print("cut", flush=True)
            os.kill(os.getpid(), 9)
        setattr(store, name, cut)

    register = Register.open(sys.argv[1])
    run = register.start_run("1")
    for number in range(40):
        story = Story(f"story-{number}", "2020-05-04")
        story.meeting("They met on Sunday.", ["FRA", "DEU"], "2020-05-03")
        if number == 20:
            register.rebuild()
            if sys.argv[2] == "insert_reading":
                cut_off_after("insert_reading")
        register.add(story.report, story.reading, run)
    cut_off_after("write_records")
    register.rebuild()
"""


@pytest.mark.parametrize(("step", "reports"), [("insert_reading", 20), ("write_records", 40)])
def test_a_killed_run_loses_at_most_what_is_in_hand(tmp_path: Path, step: str, reports: int) -> None:
    place = tmp_path / "register.sqlite"
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(KILLED), str(place), step],
        cwd=Path(__file__).parent.parent.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "cut\n", done.stderr
    assert sqlite3.connect(place).execute("SELECT COUNT(*) FROM record_claims WHERE record LIKE 'm%'").fetchone() == (
        20,
    )
    with Register.open(place, create=False) as register:
        assert len(register.report_ids()) == reports
        assert register.is_stale() == (reports == 40)
        assert sum(line.claims for line in register.report_lines()) == reports
        (meeting,) = register.records(RecordKind.MEETING)
        assert len({support.claim for support in meeting.support}) == reports
        last = Story(f"story-{reports}", "2020-05-04")
        assert not register.has(last.id)
        assert register.add(last.report, Reading(last.id, None, (), (), (), ()), register.start_run("1"))
    assert sqlite3.connect(place).execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_two_writers_wait_for_each_other(tmp_path: Path) -> None:
    place = tmp_path / "register.sqlite"
    with Register.open(place) as one, Register.open(place) as other:
        runs = [(register, register.start_run("1")) for register in (one, other)]
        for number in range(6):
            register, run = runs[number % 2]
            story = Story(f"story-{number}", "2020-05-04")
            assert register.add(story.report, story.reading, run)
        assert one.report_ids() == other.report_ids()
        assert len(one.report_ids()) == 6


def test_the_clock_is_the_callers(tmp_path: Path) -> None:
    with Register.open(tmp_path / "register.sqlite", clock=lambda: NOON) as register:
        assert register.start_run("1").started_at == NOON


def test_a_report_without_a_date_is_of_the_day_of_its_dateline(register: Register) -> None:
    report, _, reading = read_text("LIMA, May 6, 2003 (EFE) - Peru's Minister Ana Paz met Chilean Minister Eva Rojas.")
    register.add(report, reading, register.start_run("v1"))
    (line,) = register.report_lines()
    assert (line.date, line.ground) == ("2003-05-06", "its dateline")
    assert [one.message for one in line.problems] == ["no date of publication: dated by its dateline"]
    assert register.coverage().undated == 0
    assert register.snapshot(as_of=date(2003, 5, 6)).coverage().reports == 1
    assert register.snapshot(as_of=date(2003, 5, 5)).coverage().reports == 0
