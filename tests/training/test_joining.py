"""Proposals with their grounds → how the readers are joined; needs numpy alone."""

from training.joining import GRID, MOST_FOR_STATEMENTS, Graded, fitted

from aidememoire.claims.readers.joining import JOINED, least_of
from aidememoire.model import ClaimKind

KEY = "status rules"
GOLD = dict.fromkeys(JOINED, 0) | {ClaimKind.STATUS: 40}


def rows(kind: ClaimKind = ClaimKind.STATUS) -> list[Graded]:
    """Forty finds for which the first ground speaks, forty others against which it does; the second ground is noise."""
    good = [Graded(kind, KEY, (1.0, float(number % 2)), True, number % 4 > 0) for number in range(40)]
    bad = [Graded(kind, KEY, (-1.0, float(number % 2)), False, False) for number in range(40)]
    return good + bad


def test_a_ground_that_tells_right_from_wrong_gets_weight_and_noise_hardly_any() -> None:
    (weights,) = fitted(rows(), GOLD)["weights"].values()
    _, telling, noise = weights
    assert telling > 1.0
    assert 0.0 <= noise < 0.1


def test_a_ground_that_speaks_against_itself_gets_none() -> None:
    turned = [Graded(row.kind, row.key, (-row.grounds[0], row.grounds[1]), row.is_found, False) for row in rows()]
    (weights,) = fitted(turned, GOLD)["weights"].values()
    assert weights[1] == 0.0


def test_the_threshold_parts_what_is_right_from_what_is_not() -> None:
    found = fitted(rows(), GOLD)
    precision, recall, f1, strict = found["at"][str(ClaimKind.STATUS)]
    assert (precision, recall) == (1.0, 1.0)
    assert found["least"][str(ClaimKind.STATUS)] == max(GRID)  # all of them part these; the highest of equals
    assert strict < f1


def test_statements_are_dropped_only_where_hardly_a_reader_would_mark_them() -> None:
    found = fitted(rows(ClaimKind.STATEMENT), dict.fromkeys(JOINED, 40))
    assert found["least"][str(ClaimKind.STATEMENT)] <= MOST_FOR_STATEMENTS


def test_the_order_of_the_proposals_changes_nothing() -> None:
    assert fitted(list(reversed(rows())), GOLD) == fitted(rows(), GOLD)


def test_a_threshold_is_a_share() -> None:
    assert all(0.0 <= least_of(KEY, threshold) <= 1.0 for threshold in GRID)
