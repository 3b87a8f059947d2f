"""Texts with marks → examples: sentences, quotations and the character spans of every label.

    python -m training.prepare OUT.jsonl [--marks FILE]... [--corpus FILE]...

A mark's words are looked for in the text; where they stand more than once, the place nearest to the mark's evidence (or
the first) is taken. A mark whose words aren't found is counted and left out.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from aidememoire.model import ClaimKind, Proposal, Refusal
from evaluation.material import SHARED, corpus_paths, read_corpus, read_genres, read_marks

Json = dict[str, Any]
TRAIN = SHARED / "gold" / "train.json"


def place_of(text: str, words: str | None, near: int | None = None) -> tuple[int, int] | None:
    """Where the words stand; the place nearest to ``near`` when there are several."""
    if not words:
        return None
    places, start = [], text.find(words)
    while start >= 0:
        places.append(start)
        start = text.find(words, start + 1)
    if not places:
        return None
    best = min(places, key=lambda place: abs(place - near)) if near is not None else places[0]
    return best, best + len(words)


def labels_of(mark: Json, text: str) -> tuple[list[Json], int]:
    """The labelled spans of one marked report, and how many marks could not be placed."""
    labels: list[Json] = []
    lost = 0
    taken: set[tuple[int, int]] = set()
    for statement in mark["statements"]:
        content = _free_place(text, statement["content"], taken)
        if content is None:
            lost += 1
            continue
        taken.add(content)
        kind = "turn" if statement["cue"] == "" else str(statement["kind"])
        labels.append({"label": "content", "span": content, "kind": kind})
        if statement["cue"]:
            cue = _nearest_to(text, statement["cue"], content)
            if cue:
                labels.append({"label": "cue", "span": cue})
                source = _source_near(text, statement["speaker"], cue, content)
                if source:
                    labels.append({"label": "source", "span": source})
    for commitment in mark["commitments"]:
        evidence = place_of(text, commitment["evidence"])
        content = place_of(text, commitment["content"], evidence[0] if evidence else None)
        lost += content is None
        if content:
            labels.append({"label": "promise", "span": content, "kind": commitment["strength"]})
        if evidence:
            labels.append({"label": "promise_evidence", "span": evidence})
    for status in mark["statuses"]:
        evidence = place_of(text, status["evidence"])
        lost += evidence is None
        if evidence:
            near = evidence[0]
            labels.append({"label": "status_evidence", "span": evidence, "kind": status["status"]})
            for name in ("subject", "cause"):
                span = place_of(text, status[name], near)
                if span:
                    labels.append({"label": name, "span": span})
    for meeting in mark["meetings"]:
        for words in [meeting["evidence"], *meeting.get("evidence_more", [])]:
            span = place_of(text, words)
            lost += span is None
            if span:
                labels.append({"label": "occasion", "span": span, "kind": meeting["kind"], "state": meeting["state"]})
    return labels, lost


def told_again(labels: list[Json], found: Iterable[Proposal | Refusal]) -> list[Json]:
    """Where the rules hear a marked occasion told once more: neither right nor wrong, so left out of the fitting."""
    marked = [label["span"] for label in labels if label["label"] == "occasion"]
    again: list[Json] = []
    for one in found:
        if isinstance(one, Proposal) and one.kind is ClaimKind.MEETING:
            spans = [(span.start, span.end) for span in one.evidence]
            if any(start < last and first < end for start, end in spans for first, last in marked):
                again += [{"label": "occasion_again", "span": span} for span in spans]
    return again


def _free_place(text: str, words: str, taken: set[tuple[int, int]]) -> tuple[int, int] | None:
    """The first place of the words that no earlier statement has taken."""
    start = text.find(words)
    first = start
    while start >= 0:
        if (start, start + len(words)) not in taken:
            return start, start + len(words)
        start = text.find(words, start + 1)
    return (first, first + len(words)) if first >= 0 else None


def _nearest_to(text: str, words: str, content: tuple[int, int], reach: int = 300) -> tuple[int, int] | None:
    """The place of the words nearest to the content, not inside it."""
    best: tuple[int, tuple[int, int]] | None = None
    start = text.find(words, max(0, content[0] - reach - len(words)))
    while 0 <= start < content[1] + reach:
        end = start + len(words)
        if end <= content[0] or start >= content[1]:
            gap = max(content[0] - end, start - content[1])
            if best is None or gap < best[0]:
                best = gap, (start, end)
        start = text.find(words, start + 1)
    return best[1] if best else None


def _source_near(
    text: str, speaker: str | None, cue: tuple[int, int], content: tuple[int, int]
) -> tuple[int, int] | None:
    """The words near the cue that name the speaker: the full name, else its last word."""
    if not speaker:
        return None
    for words in (speaker, speaker.split()[-1]):
        found = _nearest_to(text, words, cue, reach=120)
        if found and not (content[0] <= found[0] < content[1]):
            return found
    return None


def examples(reports: Iterable[Json], marks: dict[str, Json]) -> Iterator[Json]:
    """One example a report: text, title, sentences, quotations, labels (None where it isn't marked)."""
    from aidememoire.claims.readers.hints import hints_of
    from aidememoire.claims.readers.rules import propose_by_rules
    from aidememoire.language import find_mentions
    from aidememoire.pipeline import Source, knowledge_in_use, read_text_json

    genres = read_genres()
    source = Source("", "training")
    for value in reports:
        report = read_text_json(value, source, source, knowledge_in_use())
        mentions = find_mentions(report, knowledge_in_use())
        found = propose_by_rules(mentions, knowledge_in_use())
        labels, lost = labels_of(marks[value["id"]], report.text)
        labels += told_again(labels, found)
        yield {
            "id": value["id"],
            "genre": genres.get(value["id"], "unknown"),
            "text": report.text,
            "title": report.title,
            "sentences": [[s.span.start, s.span.end, s.block] for s in mentions.sentences],
            "quotations": [[q.span.start, q.span.end] for q in mentions.quotations],
            "hints": hints_of(found),
            "labels": labels,
            "lost": lost,
        }


def main() -> int:
    """Write the examples; say how many marks could not be placed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--marks", type=Path, action="append")
    options = parser.parse_args()
    marks = {mark["id"]: mark for path in options.marks or [TRAIN] for mark in read_marks(path)}
    reports = (report for report in read_corpus(corpus_paths()) if report["id"] in marks)
    lost = total = count = 0
    with options.out.open("w", encoding="utf-8") as out:
        for example in examples(reports, marks):
            out.write(json.dumps(example, ensure_ascii=False) + "\n")
            lost += example["lost"]
            total += len(example["labels"])
            count += 1
    print(f"{count} reports, {total} labels, {lost} marks not placed", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
