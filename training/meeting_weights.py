"""Marked reports → the weights of a meeting's marks, in the form of ``claims/data/meeting_weights.toml``.

    python -m training.meeting_weights > src/aidememoire/claims/data/meeting_weights.toml

Every meeting that the rules find is an example: right when a marked one is its match with the same day and state
(``evaluation.scoring``). Fitted are the shared ``train.json`` and the added marks, but for those kept for blind tests;
a logistic regression with a penalty, no randomness. Prints the table ``[weights]``, and on stderr precision by
cross-validation over reports.
"""

import sys
from collections.abc import Iterator, Sequence

from aidememoire.claims.build import build_reading
from aidememoire.claims.occasions.meetings import propose_meetings
from aidememoire.claims.occasions.weighing import FREE, confidence_of
from aidememoire.language import find_mentions
from aidememoire.model import Mentions, Proposal
from aidememoire.pipeline import Source, knowledge_in_use, read_text_json
from aidememoire.views.readings import claims_json
from evaluation.material import MissingMaterialError, corpus_paths, read_corpus, read_marks, to_words
from evaluation.scoring import paired
from training.prepare import TRAIN
from training.promise_weights import ADDED, Example, Json, cross_validated, newton, reports_with_marks

# All marks but dev's and those of which only sums are looked at: the kept ones and ``no_statements_later.jsonl``.
FITTED = (
    "news.jsonl",
    "news_later.jsonl",
    "news_further.jsonl",
    "no_statements.jsonl",
    "official.jsonl",
    "official_later.jsonl",
    "official_longer.jsonl",
    "official_further.jsonl",
)
PENALTY = 33.0
SEEN = 15  # a mark seen in fewer reports gets no weight
SMALLEST = 0.03  # weights nearer to 0 are left out of the table
CUTS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.5)


def examples_of(mentions: Mentions, meetings: Sequence[Json], report: str) -> Iterator[Example]:
    """The meetings found in a report, each right when it is the match of a marked one, with its day and state."""
    found = [one for one in propose_meetings(mentions, knowledge_in_use(), 0.0) if isinstance(one, Proposal)]
    said = [claims_json(mentions.report, build_reading(mentions, [one]))["meetings"] for one in found]
    kept = [(one, claims[0]) for one, claims in zip(found, said, strict=True) if claims]
    strict = dict(paired("meetings", list(meetings), [claim for _, claim in kept]))
    for number, (one, _) in enumerate(kept):
        yield Example(report, one.notes, strict.get(number, False))


def all_examples() -> Iterator[Example]:
    """Those of all marked reports that may be fitted on."""
    marked = {mark["id"]: mark for mark in read_marks(TRAIN)}
    added = {mark["id"]: mark for name in FITTED for mark in read_marks(ADDED / name)}
    source = Source("", "training")
    for entry in read_corpus(corpus_paths()):
        name = entry["id"]
        gold = marked.get(name) or (to_words(added[name], entry["text"]) if name in added else None)
        if gold is None or "meetings" not in gold:
            continue
        report = read_text_json(entry, source, source, knowledge_in_use())
        if report.is_readable:
            yield from examples_of(find_mentions(report, knowledge_in_use()), gold["meetings"], name)


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """Mark → weight."""
    marks = [mark for mark, times in sorted(reports_with_marks(examples).items()) if times >= SEEN]
    return newton(examples, marks, PENALTY)


def main() -> int:
    """Print the weights; 0 also when skipped for want of material."""
    try:
        examples = list(all_examples())
    except MissingMaterialError as missing:
        print(f"skipped: {missing}", file=sys.stderr)
        return 0
    judged = cross_validated(examples, fit, lambda weights, one: confidence_of(one.marks, weights))
    for cut in CUTS:
        kept = [is_right for share, is_right in judged if share >= cut]
        right = sum(kept) / max(len(kept), 1)
        print(f"from {cut}: {len(kept)} of {len(judged)}, wholly right {right:.3f}", file=sys.stderr)
    print("# Fitted by `python -m training.meeting_weights`; what the marks mean is in `claims/occasions/weighing.py`.")
    print("[weights]")
    for mark, weight in sorted(fit(examples).items()):
        if abs(weight) >= SMALLEST or mark == FREE:
            print(f'"{mark}" = {weight}')
    return 0


if __name__ == "__main__":
    sys.exit(main())
