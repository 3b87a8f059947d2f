"""PLOVER's own records, read by the product: is the root event right?

    python -m evaluation.plover [--list] [--half looked-at|kept-apart]

The records are sentences with one event each, coded by hand. Each sentence is read as a report of its own; the root is
the event that is told first, of the context events or of the claims as the table of ``knowledge.plover`` codes them.
Where nothing is read in a sentence it is refused, which counts as wrong and is shown apart. The older roots of 2016 are
read as today's. Halves: while the rules were written every second record of each root was looked at, the others kept
apart. Beside it the majority baseline, and what is published for PETRARCH2.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.material import SHARED, Json

RECORDS = SHARED / "bench" / "plover_gsr" / "plover_gsr_half.json"
TODAY = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
HALVES = ("looked-at", "kept-apart")


@dataclass(frozen=True, slots=True)
class Coded:
    """One record with what was read in it."""

    id: str
    half: str
    event: str  # today's root
    said: str | None  # None: nothing was read in the sentence
    text: str


def records(path: Path = RECORDS) -> Iterator[tuple[Json, str]]:
    """The records that have a text, each with its half."""
    seen: Counter[str] = Counter()
    for record in json.loads(path.read_text(encoding="utf-8")):
        if record.get("text"):
            yield record, HALVES[seen[record["event"]] % 2]
            seen[record["event"]] += 1


def told(text: str) -> list[tuple[int, str]]:
    """Where in the text which event is told, first one first."""
    from aidememoire.knowledge.plover import Plover, PloverCode
    from aidememoire.model import (
        CommitmentValues,
        EventValues,
        MeetingValues,
        ReaderChoice,
        StatementValues,
        StatusValues,
    )
    from aidememoire.pipeline import read_text

    plover = Plover.shipped()
    _, _, reading = read_text(text, readers=ReaderChoice.RULES)
    found: list[tuple[int, int, str]] = []
    promised: list[tuple[int, int, str]] = []  # start, end of what is promised, its code
    for claim in reading.claims:
        spans, values = dict(claim.spans), claim.values
        code: PloverCode | None = None
        at = claim.evidence[0].start
        if isinstance(values, EventValues):
            found.append((spans["event"][0].start, 0, values.event))
        elif isinstance(values, MeetingValues):
            code = plover.of_meeting(values.kind, values.state) if values.kind else None
            at = max((span.start for field in ("kind", "state") for span in spans.get(field, ())), default=at)
        elif isinstance(values, StatementValues):
            code = plover.of_cue(values.cue or "")
            at = spans["cue"][0].start if "cue" in spans else at
        elif isinstance(values, CommitmentValues) and values.strength:
            code = plover.of_commitment(values.strength, values.topic)
            at = spans["strength"][0].start if "strength" in spans else at
            if code is not None:
                promised.append((at, max(span.end for span in spans.get("content", claim.evidence)), code.event))
            continue
        elif isinstance(values, StatusValues):
            code = plover.of_status(values.status, values.subject_type)
            at = spans["status"][0].start if "status" in spans else at
        if code is not None:
            found.append((at, 1, code.event))
    for start, end, event in promised:  # "will not let them in", "will strike back": what is refused or threatened
        if not any(start <= at < end and said in {"REJECT", "THREATEN"} for at, _, said in found):
            found.append((start, 1, event))
    return [(start, event) for start, _, event in sorted(found) if event != "OTHER"]


def read(path: Path = RECORDS) -> list[Coded]:
    """Every record as the product codes it."""
    out = []
    for record, half in records(path):
        events = told(record["text"].strip("{} "))
        event = str(TODAY.get(record["event"], record["event"]))
        said = events[0][1] if events else None
        out.append(Coded(record["id"], half, event, said, record["text"]))
    return out


def figures(coded: Sequence[Coded]) -> dict[str, float]:
    """Records, right, refused, and the baseline that always says the commonest root."""
    commonest = Counter(one.event for one in coded).most_common(1)[0][1] if coded else 0
    right = sum(one.said == one.event for one in coded)
    refused = sum(one.said is None for one in coded)
    said = len(coded) - refused
    return {
        "records": len(coded),
        "right": right,
        "refused": refused,
        "accuracy": right / len(coded) if coded else 0.0,
        "precision": right / said if said else 0.0,
        "majority": commonest / len(coded) if coded else 0.0,
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it; 0 fine or skipped."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", action="store_true", help="list what was coded otherwise, in the half looked at")
    parser.add_argument("--half", choices=HALVES, help="only this half")
    options = parser.parse_args(arguments)
    if not RECORDS.exists():
        print("skipped: no PLOVER records; evaluation needs the shared material beside the checkout")
        return 0
    coded = read()
    for title, half in (("all", None), *((name, name) for name in HALVES)):
        if options.half in (None, half) or half is None:
            now = figures([one for one in coded if half in (None, one.half)])
            print(
                f"{title:11} {now['records']:4.0f} records: root right {now['accuracy']:.3f}, refused "
                f"{now['refused']:.0f}, right of the rest {now['precision']:.3f}; "
                f"always the commonest: {now['majority']:.3f}"
            )
    by_root: dict[str, list[Coded]] = defaultdict(list)
    for one in coded:
        by_root[one.event].append(one)
    for root, ones in sorted(by_root.items()):
        now = figures(ones)
        print(f"  {root:10} {now['records']:3.0f}: right {now['right']:.0f}, refused {now['refused']:.0f}")
    if options.list:
        for one in coded:
            if one.half == HALVES[0] and one.said != one.event:
                print(f"{one.event} ← {one.said or 'refused'}: {one.text}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
