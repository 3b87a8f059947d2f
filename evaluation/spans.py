"""The span property of statements: their content is the text at its span, without its attribution, its marks in pairs.

    python -m evaluation.spans [--reports N] [--seed N]

Reads reports drawn from the corpora and prints every statement that breaks it; exit 1 where one does.
"""

import argparse
import random
import sys
from collections.abc import Iterator, Sequence

from evaluation.material import Json, MissingMaterialError, corpus_paths, read_corpus

_MAX_LENGTH = 6000  # characters: long transcripts would take most of the time and hold the fewest attributions


def draw(reports: int, seed: int, longest: int = _MAX_LENGTH) -> list[Json]:
    """That many reports of all corpora, the same for the same seed.

    Raises MissingMaterialError where there are no corpora.
    """
    known = [report for report in read_corpus(corpus_paths()) if len(report["text"]) <= longest]
    known.sort(key=lambda report: str(report["id"]))
    return random.Random(seed).sample(known, min(reports, len(known)))


def faults_in(source: Json) -> Iterator[str]:
    """What breaks the property in the statements of one report, in words."""
    from aidememoire.claims.sayings.quoted import marks_balance
    from aidememoire.claims.sayings.statements import propose_statements
    from aidememoire.language import find_mentions
    from aidememoire.model import Proposal, StatementValues
    from aidememoire.pipeline import Source, knowledge_in_use, read_text_json

    known = Source("", "evaluation")
    report = read_text_json(source, known, known, knowledge_in_use())
    if not report.is_readable:
        return
    for item in propose_statements(find_mentions(report, knowledge_in_use()), knowledge_in_use()):
        if not isinstance(item, Proposal) or not isinstance(item.values, StatementValues):
            continue
        spans = dict(item.spans)
        content = spans["content"][0]
        words = item.values.content
        if words != report.text[content.start : content.end] or words != words.strip():
            yield f"not the text at its span: {words[:80]!r}"
        if any(cue.overlaps(content) for cue in spans.get("cue", ())):
            yield f"its attribution stands in it: {words[:80]!r}"
        if not marks_balance(words) and "content" not in dict(item.inferred):
            yield f"its marks have no partners and nothing says so: {words[:80]!r}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it; 0 fine or skipped, 1 where a statement breaks the property."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    try:
        drawn = draw(options.reports, options.seed)
    except MissingMaterialError as missing:
        print(f"skipped: {missing}")
        return 0
    broken = 0
    for source in drawn:
        for fault in faults_in(source):
            broken += 1
            print(source["id"], fault)
    print(f"{len(drawn)} reports read; statements that break the property: {broken}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
