"""Written passages → reports and their marks.

    python -m training.written MARKS.jsonl REPORTS.jsonl

writes them out for the scoreboard (``python -m evaluation --gold MARKS.jsonl --corpus REPORTS.jsonl``), where found
F1 alone means something: they have no makers, and days, places and persons of a few meetings only (``--whole``:
passages with these alone). ``training/written/README.md`` describes the form.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Json = dict[str, Any]
FOLDER = Path(__file__).parent / "written"
MEETINGS = "meetings.jsonl"  # in the folder: day, place, format, ordinal and participants of some passages' meetings
WRITTEN = "written-"  # how the ids begin
HEAD, TOLD = "## ", " //"
LABEL = re.compile(r"<(/?)([psuc])(?: (\w+))?>")


class BadPassageError(Exception):
    """A passage isn't in the form that README.md describes."""


@dataclass(slots=True)
class _Passage:
    """A passage as it is read, line by line."""

    id: str
    title: str
    published: str
    is_news: bool
    text: str = ""
    gap: str = ""
    commitments: list[Json] = field(default_factory=list)
    statuses: list[Json] = field(default_factory=list)
    meetings: dict[str, Json] = field(default_factory=dict)


def read_written(folder: Path = FOLDER) -> Iterator[tuple[Json, Json]]:
    """Each passage as a corpus has its reports, with its marks; what was said is not marked."""
    fields = read_fields(folder / MEETINGS)
    for path in sorted(folder.glob("*.txt")):
        for report, mark in read_passages(path.read_text(encoding="utf-8"), path.stem):
            for meeting in mark["meetings"]:
                meeting.update(fields.get(report["id"], {}).get(meeting["mid"].upper(), {}))
            yield report, mark


def read_fields(path: Path) -> dict[str, Json]:
    """Passage → its occasions' names → day, place, format, ordinal, participants; empty where there is no such file."""
    if not path.exists():
        return {}
    return {one["id"]: one["meetings"] for one in map(json.loads, path.read_text(encoding="utf-8").splitlines())}


def read_passages(text: str, name: str) -> Iterator[tuple[Json, Json]]:
    """The passages of one file. Raises BadPassageError for what isn't in their form."""
    passage: _Passage | None = None
    number = 0
    for place, line in enumerate(text.splitlines(), 1):
        try:
            if line.startswith(HEAD):
                if passage:
                    yield _ready(passage)
                number += 1
                passage = _headed(line, f"{WRITTEN}{name}-{number:03}")
            elif passage is None:
                if line.strip():
                    raise ValueError("a passage begins with its title")
            elif line.strip():
                _add(passage, line.strip())
            else:
                passage.gap = "\n\n" if passage.text else ""
        except (ValueError, IndexError) as fault:
            raise BadPassageError(f"{name}, line {place}: {fault}") from fault
    if passage:
        yield _ready(passage)


def _headed(line: str, report: str) -> _Passage:
    title, published, genre, *_ = (part.strip() for part in line[len(HEAD) :].split("|"))
    return _Passage(report, title, published, genre == "news")


def _add(passage: _Passage, line: str) -> None:
    """Read one sentence with what it is marked as telling."""
    labelled, *told = line.split(TOLD)
    words, labels = _plain(labelled.strip())
    passage.text += passage.gap + words
    passage.gap = " "
    for name, value, inside in labels:
        if name == "p":
            passage.commitments.append({"content": inside, "strength": value, "evidence": words, "made_by": []})
    of_statuses = iter([inside for name, _, inside in labels if name == "u"])
    causes = [inside for name, _, inside in labels if name == "c"]
    for note in told:
        key, *values = note.split()
        if key == "S":
            cause = causes.pop(0) if causes else None
            subject = next(of_statuses, None)
            if subject is None:
                raise ValueError("a status needs its subject")
            status = {"subject": subject, "status": values[0], "cause": cause, "evidence": words}
            passage.statuses.append({**status, "parties": []})
        else:
            _tell(passage, key, values, words)


def _tell(passage: _Passage, key: str, values: Sequence[str], words: str) -> None:
    if key in passage.meetings:
        passage.meetings[key]["evidence_more"].append(words)
        return
    kind, state, *parties = values
    told = {"kind": kind, "state": state, "parties": parties, "evidence": words, "evidence_more": []}
    unknown = {"format": None, "date": None, "place": None, "ordinal": None, "participants": []}
    passage.meetings[key] = {"mid": key.lower(), **told, **unknown}


def _plain(line: str) -> tuple[str, list[tuple[str, str, str]]]:
    """The line without its labels, and each label with its value and its words, in the order in which they open."""
    words, last = "", 0
    opened: list[tuple[int, str, str, int]] = []
    closed: list[tuple[int, str, str, str]] = []
    for label in LABEL.finditer(line):
        words += line[last : label.start()]
        last = label.end()
        if label[1]:
            place, name, value, start = opened.pop()
            if name != label[2]:
                raise ValueError(f"<{name}> is closed by </{label[2]}>")
            closed.append((place, name, value, words[start:]))
        else:
            opened.append((len(opened) + len(closed), label[2], label[3] or "", len(words)))
    if opened:
        raise ValueError(f"<{opened[0][1]}> isn't closed")
    return words + line[last:], [label[1:] for label in sorted(closed)]


def _ready(passage: _Passage) -> tuple[Json, Json]:
    report = {
        "id": passage.id,
        "outlet": None,
        "side": None,
        "url": None,
        "published": passage.published,
        "title": passage.title,
        "text": passage.text,
    }
    mark = {
        "id": passage.id,
        "dateline": None,
        "meetings": list(passage.meetings.values()),
        "commitments": passage.commitments,
        "statuses": passage.statuses,
    }
    return report, mark


def main() -> int:
    """Write the passages and their marks as JSON Lines."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("marks", type=Path)
    parser.add_argument("reports", type=Path)
    parser.add_argument("--folder", type=Path, default=FOLDER)
    parser.add_argument("--whole", action="store_true", help="only passages with all fields of their meetings")
    options = parser.parse_args()
    whole = read_fields(options.folder / MEETINGS) if options.whole else None
    with options.marks.open("w", encoding="utf-8") as marks, options.reports.open("w", encoding="utf-8") as reports:
        for report, mark in read_written(options.folder):
            if whole is not None and report["id"] not in whole:
                continue
            reports.write(json.dumps(report, ensure_ascii=False) + "\n")
            marks.write(json.dumps(mark, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
