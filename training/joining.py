"""Weights and thresholds for joining the readers, from reports whose tagger had not seen them.

A proposal counts as right when the marks have it, as the scorer pairs them. The regression gives the chance of that;
the threshold is the one at which the mean of found and strict F1 is best over all of these reports, the highest of
equals.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from aidememoire.claims.build import build_reading
from aidememoire.claims.readers.decoding import Tags
from aidememoire.claims.readers.joining import (
    JOINED,
    candidates,
    grounds_of,
    is_borne_out,
    is_in_one_voice,
    key_of,
    least_of,
)
from aidememoire.model import ClaimKind, Mentions, Proposal, Refusal
from aidememoire.views.readings import claims_json
from evaluation.scoring import paired

Json = dict[str, Any]
Floats = NDArray[np.float64]

LISTS = {
    ClaimKind.MEETING: "meetings",
    ClaimKind.STATEMENT: "statements",
    ClaimKind.COMMITMENT: "commitments",
    ClaimKind.STATUS: "statuses",
}
RIDGE = 1.0  # pulls the weights of what has few examples towards nothing
STEPS = 30
# A rule says why; the tagger doesn't. So a rule's find is dropped only where five readers in six wouldn't mark it; a
# statement, which rules read most surely, only where hardly a reader would; and so a promise, whose joining knows
# hardly any news and no text of two sides' voice ("We decided to meet each year").
GRID = [round(0.01 * step, 2) for step in range(2, 19)]
MOST_FOR_STATEMENTS = 0.1
MOST_FOR_PROMISES = 0.07
MOST = {ClaimKind.STATEMENT: MOST_FOR_STATEMENTS, ClaimKind.COMMITMENT: MOST_FOR_PROMISES}


@dataclass(frozen=True, slots=True)
class Graded:
    """One proposal with its grounds, and whether the marks have it."""

    kind: ClaimKind
    key: str
    grounds: tuple[float, ...]
    is_found: bool
    is_strict: bool
    is_borne_out: bool = False  # by the tagger's cut: less is asked of it
    is_in_one_voice: bool = False  # of a joint text: so here


@dataclass(frozen=True, slots=True)
class OfReport:
    """The proposals in one report that the tagger hadn't seen."""

    rows: Sequence[Graded]
    gold: Mapping[ClaimKind, int]  # how many the marks have
    is_unworked: bool  # no rule was worked from the report


def of_report(
    mentions: Mentions, tags: Tags, found: Sequence[Proposal | Refusal], mark: Json, is_unworked: bool
) -> OfReport:
    """The report's proposals, graded by its marks."""
    gold = {kind: len(mark.get(name, [])) for kind, name in LISTS.items()}
    return OfReport(list(graded(mentions, tags, found, mark)), gold, is_unworked)


def graded(mentions: Mentions, tags: Tags, found: Sequence[Proposal | Refusal], mark: Json) -> Iterator[Graded]:
    """Every proposal of either reader."""
    new, _ = candidates(mentions, tags, found)
    both = [one for one in [*found, *new] if isinstance(one, Proposal) and one.kind in JOINED]
    for kind in JOINED:
        if LISTS[kind] not in mark:
            continue  # not marked there
        pairs = [(one, _as_mark(one, mentions, LISTS[kind])) for one in both if one.kind is kind]
        proposals, said = [one for one, claim in pairs if claim], [claim for _, claim in pairs if claim]
        strict = dict(paired(LISTS[kind], mark[LISTS[kind]], said))
        for place, one in enumerate(proposals):
            grounds = tuple(grounds_of(one, mentions, tags))
            borne_out, one_voice = is_borne_out(one, mentions, tags), is_in_one_voice(one)
            yield Graded(kind, key_of(one), grounds, place in strict, strict.get(place, False), borne_out, one_voice)


def _as_mark(proposal: Proposal, mentions: Mentions, name: str) -> Json | None:
    """The proposal as the marks would have it; None where it yields no claim (a statement in a draft)."""
    claims: list[Json] = claims_json(mentions.report, build_reading(mentions, [proposal]))[name]
    return claims[0] if claims else None


def fit_joining(reports: Sequence[OfReport]) -> Json:
    """How the readers are joined: promises by the reports from which no rule was worked, if any, the rest by all.

    Where rules were worked from a report they look surer than they are elsewhere, and the tagger looks useless; of
    promises, for which rules are least sure, that costs most.
    """
    found = _fitted_on(reports)
    unworked = [one for one in reports if one.is_unworked]
    if unworked:
        other, kind = _fitted_on(unworked), str(ClaimKind.COMMITMENT)
        for part in ("least", "at"):
            found[part][kind] = other[part][kind]
        found["weights"] |= {key: weights for key, weights in other["weights"].items() if key.split()[0] == kind}
    return found


def _fitted_on(reports: Sequence[OfReport]) -> Json:
    gold = {kind: sum(one.gold.get(kind, 0) for one in reports) for kind in JOINED}
    return fitted([row for one in reports for row in one.rows], gold)


def fitted(rows: Sequence[Graded], gold: Mapping[ClaimKind, int]) -> Json:
    """The part of the data sheet that joins the readers: weights by kind and reader, thresholds by kind."""
    weights = {key: _regression([row for row in rows if row.key == key]) for key in sorted({row.key for row in rows})}
    least, at = {}, {}
    for kind in JOINED:
        of_kind = [(_chance(weights[row.key], row.grounds), row) for row in rows if row.kind is kind]
        grid = [one for one in GRID if one <= MOST.get(kind, max(GRID))]
        scores = {threshold: _f1(of_kind, threshold, gold[kind]) for threshold in grid}
        least[str(kind)] = max(grid, key=lambda threshold: (round(sum(scores[threshold][2:]) / 2, 3), threshold))
        at[str(kind)] = [round(value, 3) for value in scores[least[str(kind)]]]
    return {"weights": {k: [round(w, 4) for w in v] for k, v in weights.items()}, "least": least, "at": at}


def _chance(weights: Sequence[float], grounds: Iterable[float]) -> float:
    total = weights[0] + sum(w * g for w, g in zip(weights[1:], grounds, strict=True))
    return float(1 / (1 + np.exp(-np.clip(total, -30, 30))))


def _f1(rows: Sequence[tuple[float, Graded]], threshold: float, gold: int) -> tuple[float, float, float, float]:
    """Precision, recall and F1 of what is found, and strict F1."""
    kept = [
        row for chance, row in rows if chance >= least_of(row.key, threshold, row.is_borne_out, row.is_in_one_voice)
    ]
    found, strict = sum(row.is_found for row in kept), sum(row.is_strict for row in kept)
    both = len(kept) + gold
    return found / max(1, len(kept)), found / max(1, gold), 2 * found / max(1, both), 2 * strict / max(1, both)


def _regression(rows: Sequence[Graded]) -> list[float]:
    """Bias and weights; a ground that would speak against itself gets none."""
    x = np.array([(1.0, *row.grounds) for row in rows], dtype=np.float64)
    y = np.array([row.is_found for row in rows], dtype=np.float64)
    used = np.ones(x.shape[1], dtype=bool)
    while True:
        w = _newton(x[:, used], y)
        against = [place for place, value in zip(np.flatnonzero(used), w, strict=True) if place and value < 0]
        if not against:
            break
        used[against] = False
    out = np.zeros(x.shape[1])
    out[used] = w
    return [float(value) for value in out]


def _newton(x: Floats, y: Floats) -> Floats:
    """The likeliest weights, with a ridge on all but the first."""
    w: Floats = np.zeros(x.shape[1])
    ridge = np.diag([1e-3, *[RIDGE] * (x.shape[1] - 1)])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        gradient = x.T @ (p - y) + ridge @ w
        w = w - np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + ridge, gradient)
    return w
