"""Marks with words ↔ marks with offsets: what the project keeps holds no text of the reports.

    python -m training.standoff OUT.jsonl MARKED.json... [--corpus FILE]...

A word-for-word value becomes ``[first, last]`` in code points of the report's text, end exclusive; any other value (a
code, a date, an office, a speaker's name that the text has in another form) stays as it is.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from evaluation.material import corpus_paths, read_corpus, read_marks, to_words
from training.prepare import place_of

Json = dict[str, Any]

# Which values of each list are words of the text; the first is looked for first, and the others near it.
WORDS = {
    "meetings": ("evidence", "format", "place"),
    "statements": ("content", "cue", "speaker", "occasion"),
    "commitments": ("evidence", "content"),
    "statuses": ("evidence", "subject", "cause"),
}


def to_offsets(mark: Json, text: str) -> Json:
    """The mark without words of the text."""
    out: Json = {"id": mark["id"], "dateline": None}
    if mark.get("dateline"):
        out["dateline"] = {
            name: (_at(text, value, 0) if name != "date" else value) for name, value in mark["dateline"].items()
        }
    for kind, fields in WORDS.items():
        if kind in mark:  # a list that isn't there was not marked
            out[kind] = [_entry(text, entry, fields) for entry in mark[kind]]
    return out


def _entry(text: str, entry: Json, fields: tuple[str, ...]) -> Json:
    anchor = place_of(text, entry[fields[0]])
    near = anchor[0] if anchor else None
    out = dict(entry)
    for field in fields:
        if entry.get(field):
            out[field] = _at(text, entry[field], near)
    if "evidence" in entry and "evidence" not in fields:
        out.pop("evidence")  # a statement's content serves
    if entry.get("evidence_more"):
        out["evidence_more"] = [_at(text, words, near) for words in entry["evidence_more"]]
    if entry.get("participants"):
        out["participants"] = [{**who, "name": _at(text, who["name"], near)} for who in entry["participants"]]
    return out


def _at(text: str, words: str | None, near: int | None) -> list[int] | str | None:
    place = place_of(text, words, near)
    return list(place) if place else words


def main() -> int:
    """Write the marks with offsets, one report a line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("marked", type=Path, nargs="+")
    parser.add_argument("--corpus", type=Path, action="append")
    options = parser.parse_args()
    marks = {mark["id"]: mark for path in options.marked for mark in read_marks(path)}
    texts = {r["id"]: r["text"] for r in read_corpus(options.corpus or corpus_paths()) if r["id"] in marks}
    with options.out.open("w", encoding="utf-8") as out:
        for report in sorted(marks):
            if report not in texts:
                print(f"no text for {report}", file=sys.stderr)
                return 1
            kept = to_offsets(marks[report], texts[report])
            assert _without_defaults(to_words(kept, texts[report])) == _without_defaults(marks[report]), report
            out.write(json.dumps(kept, ensure_ascii=False) + "\n")
    return 0


def _without_defaults(mark: Json) -> Json:
    """The mark's four lists and dateline, without the optional evidence of statements and doubtful notes."""
    out = {key: value for key, value in mark.items() if key in {"id", "dateline", *WORDS}}
    if "statements" in out:
        out["statements"] = [{k: v for k, v in one.items() if k != "evidence"} for one in out["statements"]]
    return out


if __name__ == "__main__":
    sys.exit(main())
