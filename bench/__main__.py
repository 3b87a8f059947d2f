"""Words per second and peak memory.

    python -m bench [--documents N] [--corpus FILE]...

Reads the same fixed documents (every nth of the shared corpora, sorted by id; the project's own examples where those
are absent) with each stage and with bare spaCy, each in a process of its own so that the peaks are its own. One thread,
one process, but for the last stage. Figures are relative: quote them beside the peer of the same run.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from evaluation.material import MissingMaterialError, corpus_paths, read_corpus

Json = dict[str, Any]
EXAMPLES = Path(__file__).resolve().parent.parent / "examples" / "reports"
MAX_WORDS = 3000  # a transcript of a day would weigh as much as a hundred readouts
_THREADS = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


def fixed_documents(count: int, paths: list[Path] | None) -> list[Json]:
    """The documents, the same at every run."""
    try:
        found = sorted(read_corpus(paths or corpus_paths()), key=lambda report: str(report["id"]))
    except MissingMaterialError as missing:
        print(f"{missing}; the bundled examples are read instead", file=sys.stderr)
        texts = sorted(EXAMPLES.glob("*.txt"))
        found = [{"id": path.name, "text": path.read_text(encoding="utf-8")} for path in texts]
    found = [report for report in found if len(report["text"].split()) <= MAX_WORDS]
    step = max(1, len(found) // count)
    return found[::step][:count]


def _spacy(documents: list[Json]) -> Iterator[object]:
    import spacy

    from aidememoire.language.syntax import MODEL

    yield from spacy.load(MODEL).pipe(document["text"] for document in documents)


def _made(documents: list[Json]) -> Iterator[Any]:
    from aidememoire.knowledge import shipped
    from aidememoire.pipeline import Source, read_text_json

    source = Source("", "bench")
    for document in documents:
        yield read_text_json(document, source, source, shipped())


def _documents(documents: list[Json]) -> Iterator[object]:
    yield from _made(documents)


def _times(documents: list[Json]) -> Iterator[object]:
    from aidememoire.pipeline import find_report_times

    for report in _made(documents):
        yield find_report_times(report)


def _syntax(documents: list[Json]) -> Iterator[object]:
    from aidememoire.language.syntax import find_syntax

    for report in _made(documents):
        yield find_syntax(report)


def _language(documents: list[Json]) -> Iterator[object]:
    from aidememoire.knowledge import shipped
    from aidememoire.language import find_mentions

    for report in _made(documents):
        yield find_mentions(report, shipped())


def _read(readers: str, jobs: int = 1) -> Callable[[list[Json]], Iterator[object]]:
    """The stage that reads whole reports with these readers."""

    def stage(documents: list[Json]) -> Iterator[object]:
        from aidememoire.model import ReaderChoice
        from aidememoire.pipeline import read_all

        yield from read_all(_made(documents), ReaderChoice(readers), jobs)

    return stage


def _with_mentions(documents: list[Json]) -> list[Any]:
    """What the tagger is given: mentions, and what the rules found."""
    from aidememoire.claims.readers.rules import propose_by_rules
    from aidememoire.knowledge import shipped
    from aidememoire.language import find_mentions

    mentions = [find_mentions(report, shipped()) for report in _made(documents) if report.is_readable]
    return [(one, propose_by_rules(one, shipped(), with_unsure=True)) for one in mentions]


def _tagger(read: list[Any]) -> Iterator[object]:
    from aidememoire.claims.readers.tagger import tags_of

    for mentions, found in read:
        yield tags_of(mentions, found)


STAGES: dict[str, Callable[[list[Json]], Iterator[object]]] = {
    "bare spaCy (en_core_web_sm, all components)": _spacy,
    "documents": _documents,
    "documents + times": _times,
    "documents + syntax": _syntax,
    "documents + language": _language,
    "tagger alone, after language and rules": _tagger,
    "whole pipeline, rules": _read("rules"),
    "whole pipeline, both readers": _read("both"),
    "whole pipeline, both readers, 2 processes": _read("both", jobs=2),
}
BEFORE: dict[str, Callable[[list[Json]], list[Any]]] = {"tagger alone, after language and rules": _with_mentions}


def measure(name: str, documents: list[Json]) -> Json:
    """Words a second after a warm-up, and the peak memory in MiB, of its largest child too."""
    stage, before = STAGES[name], BEFORE.get(name, list)
    for _ in stage(before(documents[:3])):  # loads models and tables
        pass
    words = sum(len(document["text"].split()) for document in documents)
    given = before(documents)
    start = time.perf_counter()
    for _ in stage(given):
        pass
    seconds = time.perf_counter() - start
    peak = sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
    return {"stage": name, "words": words, "seconds": seconds, "words_per_second": words / seconds, "peak_mib": peak}


def main() -> int:
    """Run each stage in its own process and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--corpus", type=Path, action="append")
    parser.add_argument("--stage", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.stage:
        print(json.dumps(measure(options.stage, fixed_documents(options.documents, options.corpus))))
        return 0
    print(f"{'stage':46} {'words/s':>9} {'× spaCy':>8} {'seconds':>8} {'peak MiB':>9}")
    base = 0.0
    for name in STAGES:
        command = [sys.executable, "-m", "bench", "--stage", name, *sys.argv[1:]]
        done = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, **_THREADS})
        row = json.loads(done.stdout.strip().splitlines()[-1])
        base = base or row["words_per_second"]
        print(
            f"{name:46} {row['words_per_second']:9,.0f} {row['words_per_second'] / base:8.2f} "
            f"{row['seconds']:8.1f} {row['peak_mib']:9,.0f}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
