"""Marked reports → the weights of a promise's marks, in the form of ``claims/data/commitments.toml``.

    python -m training.promise_weights > WEIGHTS.toml
    python -m training.promise_weights --accounts > ACCOUNTS.toml

Every promise that the rules find at all, however doubtful, is an example: right when a marked commitment's content
overlaps it (``evaluation.scoring``). Fitted are the shared ``train.json``, the added marks of ``training/marks/`` and,
of the communiqués in ``evaluation/marks/g20.jsonl``, the first half; a logistic regression with a small penalty, no
randomness. Prints the table ``[weights]``, and on stderr precision and recall, by cross-validation over reports.

``--accounts`` prints the rows "… in an account": what each mark weighs more or less in a government's own account, with
the shipped weights held fast, fitted on the added official reports but for the sixth by which the readers are joined.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from aidememoire.claims.occasions.meetings import propose_meetings
from aidememoire.claims.occasions.weighing import CUT_OFF
from aidememoire.claims.promises.commitments import propose_commitments
from aidememoire.claims.promises.rows import table
from aidememoire.claims.promises.weighing import ACCOUNT, GUESSES
from aidememoire.language import find_mentions
from aidememoire.model import CommitmentValues, Mentions, Proposal
from aidememoire.pipeline import Source, knowledge_in_use, read_text, read_text_json
from evaluation.g20 import MARKS as COMMUNIQUES
from evaluation.g20 import communique_text
from evaluation.material import MissingMaterialError, corpus_paths, read_corpus, read_marks, to_words
from evaluation.scoring import match_commitment
from training.prepare import TRAIN, is_kept

Json = dict[str, Any]
ADDED = Path(__file__).resolve().parent / "marks"
# All marks but dev's and those kept apart for a blind test; ``news_later.jsonl`` was one until its extras were read.
FITTED = ("news.jsonl", "news_later.jsonl", "official.jsonl")
ACCOUNTS = ("official.jsonl", "official_later.jsonl")
PENALTY = 3.0
FREE = "any"  # the mark that every promise has: its weight is the base rate's, and isn't drawn to 0
SEEN = 12  # a mark seen in fewer reports gets no weight …
SEEN_IN_ONE_VOICE = 5  # … but those of joint texts, which are few
SMALLEST = 0.07  # weights nearer to 0 are left out of the table
FOLDS = 5
STEPS = 50
ACCOUNT_PENALTY = 6.0  # these marks are seen in fewer reports, and only correct the others
SEEN_IN_ACCOUNTS = 20
CUTS = (0.25, 0.3, 0.33, 0.36, 0.4, 0.5)


@dataclass(frozen=True, slots=True)
class Example:
    """One promise or meeting that the rules found."""

    report: str
    marks: tuple[str, ...]
    is_right: bool


def examples_of(mentions: Mentions, commitments: Sequence[Json], report: str) -> Iterator[Example]:
    """The promises found in a report, each right when it is the best match of a marked one."""
    found = _promises(mentions)
    said = [{"content": values.content, "made_by": values.made_by} for values in map(_values, found)]
    pairs = sorted(
        (
            (match_commitment(gold, one), g, s)
            for g, gold in enumerate(commitments)
            for s, one in enumerate(said)
            if match_commitment(gold, one)[0]
        ),
        key=lambda pair: (-pair[0][1], -pair[0][2], pair[1], pair[2]),
    )
    taken: set[int] = set()
    right: set[int] = set()
    for _, gold, one in pairs:
        if gold not in taken and one not in right:
            taken.add(gold)
            right.add(one)
    for number, proposal in enumerate(found):
        if proposal.notes:
            yield Example(report, proposal.notes, number in right)


def _promises(mentions: Mentions) -> list[Proposal]:
    knowledge = knowledge_in_use()
    found = propose_meetings(mentions, knowledge, CUT_OFF)
    meetings = tuple(one for one in found if isinstance(one, Proposal))
    return [p for p in propose_commitments(mentions, knowledge, meetings, 0.0) if isinstance(p, Proposal)]


def _values(proposal: Proposal) -> CommitmentValues:
    assert isinstance(proposal.values, CommitmentValues)
    return proposal.values


def all_examples() -> Iterator[Example]:
    """Those of the marked reports, then those of the first half of the communiqués."""
    marked = {mark["id"]: mark for mark in read_marks(TRAIN)}
    added = {mark["id"]: mark for name in FITTED for mark in read_marks(ADDED / name)}
    sentences = [mark for mark in read_marks(COMMUNIQUES) if mark["half"] == 1]
    for mark in sentences:
        if "row" in mark:
            mentions = read_text(communique_text(mark["row"]))[1]
            yield from _examples_between(mentions, [(0, len(mentions.report.text), mark)])
    source = Source("", "training")
    for entry in read_corpus(corpus_paths()):
        name = entry["id"]
        inside = [(mark["start"], mark["end"], mark) for mark in sentences if mark["id"] == name and "start" in mark]
        if name not in marked and name not in added and not inside:
            continue
        mentions = find_mentions(read_text_json(entry, source, source, knowledge_in_use()), knowledge_in_use())
        if inside:
            yield from _examples_between(mentions, inside)
        gold = marked.get(name) or (to_words(added[name], entry["text"]) if name in added else None)
        if gold:
            yield from examples_of(mentions, gold["commitments"], name)


def account_examples() -> Iterator[Example]:
    """Those of the added official reports that are one government's own account."""
    marks = {mark["id"]: mark for name in ACCOUNTS for mark in read_marks(ADDED / name) if not is_kept(mark["id"])}
    source = Source("", "training")
    for entry in read_corpus(corpus_paths()):
        if entry["id"] in marks:
            mentions = find_mentions(read_text_json(entry, source, source, knowledge_in_use()), knowledge_in_use())
            if mentions.report.side is not None:
                gold = to_words(marks[entry["id"]], entry["text"])
                yield from examples_of(mentions, gold["commitments"], entry["id"])


def _examples_between(mentions: Mentions, places: Sequence[tuple[int, int, Json]]) -> Iterator[Example]:
    """The promises in marked sentences: right where the sentence is marked as a commitment."""
    found = _promises(mentions)
    for start, end, mark in places:
        for proposal in found:
            if start <= dict(proposal.spans)["content"][0].start < end and proposal.notes:
                yield Example(mark["id"], proposal.notes, mark["strength"] is not None)


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """Mark → weight, by Newton's method."""
    seen = reports_with_marks(examples)
    marks = [
        mark
        for mark, times in sorted(seen.items())
        if mark != ACCOUNT and times >= (SEEN_IN_ONE_VOICE if "one voice" in mark else SEEN)
    ]
    return newton(examples, marks, PENALTY)


def fit_accounts(examples: Sequence[Example], weights: dict[str, float]) -> dict[str, float]:
    """Mark "… in an account" → what it adds in accounts to the weights of the marks themselves, which stay."""
    told = [Example(one.report, tuple(m for m in one.marks if m != ACCOUNT), one.is_right) for one in examples]
    marks = [mark for mark, times in sorted(reports_with_marks(told).items()) if times >= SEEN_IN_ACCOUNTS]
    base = np.array([sum(weights.get(mark, 0.0) for mark in one.marks) for one in told])
    return {f"{mark} {ACCOUNT}": weight for mark, weight in newton(told, marks, ACCOUNT_PENALTY, base).items()}


def reports_with_marks(examples: Sequence[Example]) -> Counter[str]:
    """Mark → how many reports have it."""
    return Counter(mark for _, mark in {(one.report, mark) for one in examples for mark in one.marks})


def newton(
    examples: Sequence[Example], marks: Sequence[str], penalty_each: float, base: NDArray[np.float64] | None = None
) -> dict[str, float]:
    """The likeliest weights of the marks beside what ``base`` already says of each example, in log odds."""
    base = np.zeros(len(examples)) if base is None else base
    place = {mark: number for number, mark in enumerate(marks)}
    inputs: NDArray[np.float64] = np.zeros((len(examples), len(marks)))
    for row, example in enumerate(examples):
        for mark in example.marks:
            if mark in place:
                inputs[row, place[mark]] = 1.0
    right = np.array([float(example.is_right) for example in examples])
    penalty = np.array([0.01 if mark == FREE else penalty_each for mark in marks])
    weights = np.zeros(len(marks))
    for _ in range(STEPS):
        share = 1 / (1 + np.exp(-(inputs @ weights + base)))
        slope = inputs.T @ (right - share) - penalty * weights
        bend = (inputs.T * (share * (1 - share))) @ inputs + np.diag(penalty)
        step = np.linalg.solve(bend, slope)
        weights += step
        if abs(step).max() < 1e-6:
            break
    return {mark: round(float(weight), 2) for mark, weight in zip(marks, weights, strict=True)}


def confidence(weights: dict[str, float], example: Example) -> float:
    """The share that the weights give; 0 where the makers are only guessed, as those are never proposed."""
    if GUESSES & set(example.marks):
        return 0.0
    return float(1 / (1 + np.exp(-sum(weights.get(mark, 0.0) for mark in example.marks))))


def cross_validated(
    examples: Sequence[Example],
    fitted: Callable[[Sequence[Example]], dict[str, float]] = fit,
    sure: Callable[[dict[str, float], Example], float] = confidence,
) -> list[tuple[float, bool]]:
    """Each example with the confidence that weights fitted without its report give it."""
    reports = sorted({example.report for example in examples})
    fold = {report: number % FOLDS for number, report in enumerate(reports)}
    judged = []
    for part in range(FOLDS):
        weights = fitted([example for example in examples if fold[example.report] != part])
        judged += [(sure(weights, e), e.is_right) for e in examples if fold[e.report] == part]
    return judged


def main() -> int:
    """Print the weights; 0 also when skipped for want of material."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--accounts", action="store_true", help="the rows of governments' own accounts alone")
    options = parser.parse_args()
    try:
        examples = list(account_examples() if options.accounts else all_examples())
    except MissingMaterialError as missing:
        print(f"skipped: {missing}", file=sys.stderr)
        return 0
    if options.accounts:
        _print(fit_accounts(examples, dict(table().weights)), f"{FREE} {ACCOUNT}")
        return 0
    judged = cross_validated(examples)
    for cut in CUTS:
        kept = [is_right for share, is_right in judged if share >= cut]
        right = sum(kept)
        print(f"from {cut}: {len(kept)} of {len(judged)}, right {right / max(len(kept), 1):.2f}", file=sys.stderr)
    print("[weights]")
    _print(fit(examples), FREE)
    return 0


def _print(weights: dict[str, float], always: str) -> None:
    """The weights that aren't next to nothing, as rows of the table."""
    for mark, weight in sorted(weights.items()):
        if abs(weight) >= SMALLEST or mark == always:
            print(f'"{mark}" = {weight}')


if __name__ == "__main__":
    sys.exit(main())
