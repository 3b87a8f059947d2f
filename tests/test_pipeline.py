"""The stages run together: faults become problems, order and number of processes don't matter."""

from pathlib import Path

import pytest

from aidememoire import pipeline
from aidememoire.knowledge import shipped
from aidememoire.model import Report, Severity
from aidememoire.pipeline import (
    ReadReport,
    Source,
    make_report,
    read_again,
    read_all,
    read_into,
    read_paths,
    read_report,
)
from aidememoire.register import Register
from tests.timing import processor_seconds

MOST_SECONDS = 40  # of the processor; the slowest takes 6 on a machine of its own
EXAMPLES = Path(__file__).parent.parent / "examples" / "reports"


def reports(count: int = 18) -> list[Report]:
    return list(read_paths([str(EXAMPLES)], Source("", ""), shipped()))[:count]


def test_a_fault_of_ours_is_a_problem_and_not_a_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyError("told")

    monkeypatch.setattr(pipeline, "find_mentions", broken)
    read = read_report(reports(1)[0], shipped())
    (problem,) = read.reading.problems
    assert (problem.severity, problem.rule) == (Severity.ERROR, "pipeline.fault")
    assert "KeyError" in problem.message
    assert read.reading.claims == ()


def test_two_processes_read_what_one_reads() -> None:
    some = reports(4)
    assert list(read_all(some, jobs=2)) == list(read_all(some, jobs=1))


def test_reading_depends_on_nothing_read_before() -> None:
    some = reports(6)
    forwards = {read.report.id: read.reading for read in read_all(some)}
    backwards = {read.report.id: read.reading for read in read_all(reversed(some))}
    assert forwards == backwards


def test_what_the_register_holds_is_passed_over() -> None:
    some = reports(3)
    with Register.open(":memory:") as register:
        assert [outcome.is_new for outcome in read_into(register, some[:2])] == [True, True]
        assert [outcome.is_new for outcome in read_into(register, some)] == [False, False, True]
        assert [outcome.report for outcome in read_into(register, some)] == [report.id for report in some]


def test_stopping_keeps_what_was_read() -> None:
    some = reports(3)
    with Register.open(":memory:") as register:
        for outcome in read_into(register, some):
            if outcome.report == some[1].id:
                break
        assert register.coverage().reports == 2


def test_reading_again_from_the_kept_text_gives_the_same() -> None:
    some = reports(3)
    with Register.open(":memory:") as register:
        list(read_into(register, some))
        again = list(read_again(register, [report.id for report in some]))
        assert [outcome.is_new for outcome in again] == [False] * 3


@pytest.mark.parametrize(
    "text",
    [
        "x" * 200_000,
        "(" * 5_000 + " said " + ")" * 5_000,
        "“" * 3_000,
        "said said said " * 4_000,
        "Mr. " * 5_000,
        "1 May 2003 " * 3_000,
        "The minister of " * 3_000,
        "\u202e\u200b\ufeff \U0001f600 said \u0301\u0301 Putin met \U000e0041",
        "He said “she said ‘he said “she said”’”, he said.",
        "\r\n\r\n".join(["A"] * 3_000),
    ],
    ids=lambda text: repr(text[:12]),
)
def test_hostile_text_is_read_in_time(text: str) -> None:
    read: list[ReadReport] = []
    report = make_report(text, Source("x", "x", published="2003-05-06"), shipped())
    assert processor_seconds(lambda: read.append(read_report(report, shipped()))) < MOST_SECONDS
    assert not [problem for problem in read[0].reading.problems if problem.rule == "pipeline.fault"]
