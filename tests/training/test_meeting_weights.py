"""What a meeting's marks weigh: fitted on marked reports."""

from training.meeting_weights import SEEN, examples_of, fit
from training.promise_weights import Example, cross_validated

from aidememoire.claims.occasions.weighing import confidence_of
from tests.claims.test_meetings import FILLER, read

TEXT = "The foreign ministers of Chile and Peru met in Lima on Tuesday. Ecuador's president visited Bolivia on Monday."
MET = {"parties": ["CHL", "PER"], "date": "2019-05-07", "state": "held", "kind": "meeting"}


def examples(right_of_ten: int) -> list[Example]:
    return [Example(f"r{n}", ("any", "quoted"), n % 10 < right_of_ten) for n in range(200)]


def test_a_meeting_is_right_where_the_marks_have_it_with_its_day_and_state() -> None:
    evidence = {"evidence": "The foreign ministers of Chile and Peru met in Lima on Tuesday."}
    mentions = read(TEXT + FILLER, "2019-05-08")
    assert [one.is_right for one in examples_of(mentions, [MET | evidence], "r")] == [True, False]
    planned = MET | evidence | {"state": "planned"}
    assert [one.is_right for one in examples_of(mentions, [planned], "r")] == [False, False]


def test_a_mark_that_is_oftener_wrong_weighs_less() -> None:
    assert sum(fit(examples(2)).values()) < -0.5 < 0.5 < sum(fit(examples(8)).values())


def test_a_mark_seen_in_few_reports_gets_no_weight() -> None:
    few = [Example(f"r{n}", ("any", "rare" if n < SEEN - 1 else "quoted"), True) for n in range(200)]
    assert "rare" not in fit(few)


def test_each_example_is_judged_by_weights_fitted_without_its_report() -> None:
    odd = [*examples(8), *(Example("odd", ("any", "odd mark"), False) for _ in range(40))]
    judged = cross_validated(odd, fit, lambda weights, one: confidence_of(one.marks, weights))
    assert len(judged) == len(odd)
    assert min(chance for chance, is_right in judged if not is_right) > 0.5
