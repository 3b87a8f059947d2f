"""What a promise's marks weigh more or less in a government's own account."""

from training.promise_weights import Example, fit_accounts


def examples(right_share: int) -> list[Example]:
    """Forty promises with one mark, of which so many of ten are right, each in a report of its own."""
    return [Example(f"r{n}", ("any", "quoted", "in an account"), n % 10 < right_share) for n in range(40)]


def test_a_mark_that_is_oftener_wrong_in_accounts_weighs_less_there() -> None:
    weights = {"any": 0.0, "quoted": 0.0}
    assert fit_accounts(examples(2), weights)["any in an account"] < -0.3
    assert fit_accounts(examples(8), weights)["any in an account"] > 0.3


def test_nothing_is_added_where_the_weights_are_as_sure_as_they_ought_to_be() -> None:
    assert all(abs(weight) < 0.05 for weight in fit_accounts(examples(5), {"any": 0.0, "quoted": 0.0}).values())


def test_a_mark_seen_in_few_reports_gets_no_weight() -> None:
    few = [Example(f"r{n}", ("any", "rare" if n < 5 else "quoted"), True) for n in range(40)]
    assert "rare in an account" not in fit_accounts(few, {})
