"""Proposals with their grounds → how the readers are joined; needs numpy alone."""

from training.joining import GRID, MOST_FOR_STATEMENTS, Graded, OfReport, fit_joining, fitted

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


def of_kind(kind: ClaimKind, is_right: bool, is_unworked: bool) -> OfReport:
    """A report with forty proposals of the rules, all right or all wrong."""
    key = f"{kind} rules"
    return OfReport([Graded(kind, key, (1.0,), is_right, is_right)] * 40, {kind: 40}, is_unworked)


def test_promises_are_joined_where_no_rule_was_worked_and_the_rest_everywhere() -> None:
    worked = [of_kind(kind, True, False) for kind in (ClaimKind.COMMITMENT, ClaimKind.MEETING)]
    unworked = [of_kind(kind, False, True) for kind in (ClaimKind.COMMITMENT, ClaimKind.MEETING)]
    found, alone = fit_joining([*worked, *unworked]), fit_joining(unworked)
    assert found["weights"]["commitment rules"] == alone["weights"]["commitment rules"]
    assert found["at"]["commitment"] == alone["at"]["commitment"]
    assert found["weights"]["meeting rules"] != alone["weights"]["meeting rules"]


def test_without_unworked_reports_all_are_joined_on_all() -> None:
    worked = [of_kind(kind, True, False) for kind in (ClaimKind.COMMITMENT, ClaimKind.MEETING)]
    assert fit_joining(worked) == fitted(
        [row for one in worked for row in one.rows],
        dict.fromkeys(JOINED, 0) | {ClaimKind.COMMITMENT: 40, ClaimKind.MEETING: 40},
    )
