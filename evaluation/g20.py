"""Commitments in communiqués against marks made by reading: which sentences are commitments, and how firm.

    python -m evaluation.g20 [--marks FILE] [--half 1|2] [--list]

Two sources: texts of G20 leaders (the shared ``reference/g20_commitments``, many of them stances or calls, which are
none), each read behind one line that says whose voice it is; and sentences of joint statements and communiqués in the
corpora, each read in its report. A mark is the text's row or the sentence's offsets, and the strength, or null where
it is no commitment; no text is kept. Both halves were looked at while rules were written (half 2 since November 2026).
Of ``marks/communiques.jsonl``, other texts of both sources, rules were made from half 1 and none from half 2.
"""

import argparse
import csv
import json
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from evaluation.material import SHARED, Json, MissingMaterialError, corpus_paths, read_corpus, read_marks

MARKS = Path(__file__).resolve().parent / "marks" / "g20.jsonl"
TEXTS = SHARED / "reference" / "g20_commitments" / "2023_data_compliance.csv"
# The texts are sentences out of a communiqué; alone they don't say who "we" are.
VOICE = "We, the leaders of the G20, have met.\n\n"
BRACKETS = re.compile(r"[\[\]“”]")  # the collection's own marks around a lead-in that it repeats
HALVES = (1, 2)


@dataclass(frozen=True, slots=True)
class Judged:
    """One marked sentence with what was read in it."""

    source: str  # g20 | communique
    id: str
    half: int
    marked: str | None  # strength; None: no commitment
    said: str | None
    words: str  # for --list only


def judged(marks: Sequence[Json]) -> list[Judged]:
    """Every marked sentence with the strength that is read in it."""
    return [*_texts([m for m in marks if m["source"] == "g20"]), *_sentences([m for m in marks if "start" in m])]


def communique_text(row: int) -> str:
    """The text of one row of the collection, behind the line that says whose voice it is."""
    return VOICE + BRACKETS.sub("", _rows()[row]["text"]).strip()


@cache
def _rows() -> list[dict[str, str]]:
    if not TEXTS.exists():
        raise MissingMaterialError(f"no {TEXTS.name}: this needs the shared material beside the checkout")
    with TEXTS.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def _texts(marks: Sequence[Json]) -> Iterable[Judged]:
    from aidememoire.pipeline import read_text
    from aidememoire.views.readings import claims_json

    for mark in marks:
        report, _, reading = read_text(communique_text(mark["row"]))
        found = claims_json(report, reading)["commitments"]
        said = _strength(found, len(VOICE), len(report.text))
        yield Judged("g20", mark["id"], mark["half"], mark["strength"], said, report.text[len(VOICE) :])


def _sentences(marks: Sequence[Json]) -> Iterable[Judged]:
    from aidememoire.pipeline import Source, knowledge_in_use, read_report, read_text_json
    from aidememoire.views.readings import claims_json

    wanted = {mark["id"] for mark in marks}
    source = Source("", "evaluation")
    for entry in read_corpus(corpus_paths()):
        if entry["id"] not in wanted:
            continue
        wanted.discard(entry["id"])
        read = read_report(read_text_json(entry, source, source, knowledge_in_use()), knowledge_in_use())
        found = claims_json(read.report, read.reading)["commitments"]
        for mark in marks:
            if mark["id"] == entry["id"]:
                said = _strength(found, mark["start"], mark["end"])
                words = entry["text"][mark["start"] : mark["end"]]
                yield Judged("communique", mark["id"], mark["half"], mark["strength"], said, words)


def _strength(commitments: Sequence[Json], start: int, end: int) -> str | None:
    """The strength of the surest commitment whose content lies between the offsets."""
    inside = [one for one in commitments if start <= one["spans"]["content"][0] < end]
    return str(max(inside, key=lambda one: one["confidence"])["strength"]) if inside else None


def summary(sentences: Sequence[Judged]) -> str:
    """One line: F1 on "is a commitment", and how many of those found have the right strength."""
    marked = [one for one in sentences if one.marked]
    said = [one for one in sentences if one.said]
    both = [one for one in sentences if one.marked and one.said]
    precision = len(both) / len(said) if said else 0.0
    recall = len(both) / len(marked) if marked else 0.0
    f1 = 2 * precision * recall / (precision + recall) if both else 0.0
    right = sum(one.marked == one.said for one in both)
    share = right / len(both) if both else 0.0
    return (
        f"{len(sentences):4} sentences, {len(marked):3} commitments, {len(said):3} found: "
        f"P {precision:.3f} R {recall:.3f} F1 {f1:.3f}; strength {right}/{len(both)} = {share:.2f}"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it; 0 also when skipped for want of material."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--marks", type=Path, default=MARKS, help="marks, JSON Lines")
    parser.add_argument("--half", type=int, choices=HALVES, help="only this half")
    parser.add_argument("--list", action="store_true", help="list what was missed, what was extra and wrong strengths")
    options = parser.parse_args(arguments)
    try:
        sentences = judged(read_marks(options.marks))
    except MissingMaterialError as missing:
        print(f"skipped: {missing}")
        return 0
    for source in ("g20", "communique", None):
        for half in HALVES:
            if options.half in {None, half}:
                chosen = [one for one in sentences if source in {None, one.source} and one.half == half]
                print(f"{source or 'both':10} half {half}: {summary(chosen)}")
    print(f"{'all':10}       : {summary(sentences)}")
    if options.list:
        for one in sentences:
            if one.marked != one.said and options.half in {None, one.half}:
                print(json.dumps([one.id, one.marked, one.said, one.words], ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
