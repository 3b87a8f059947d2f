"""The scoreboard.

    python -m evaluation [--gold FILE] [--corpus FILE]... [--readers rules] [--list] [--keep FILE] [--jobs N]
                         [--floors FILE] [--lower-floors]

Reads the marked reports, scores the claims by kind, genre and field, each with a bootstrap interval over reports, and
compares with the pinned floors: exit 1 when a figure falls below its floor; only ``--lower-floors`` writes lower ones.
"""

import argparse
import json
import random
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from evaluation.material import (
    GOLD,
    Json,
    MissingMaterialError,
    corpus_paths,
    read_corpus,
    read_genres,
    read_marks,
    to_words,
)
from evaluation.scoring import KINDS, Counts, precision_recall_f1, score_report

FLOORS = Path(__file__).with_name("floors.json")
_RESAMPLES = 1000  # enough for an interval's second digit
_SEED = 20170320
_SLACK = 0.005  # the syntax model's arithmetic differs a little between processors
_BINS = ((0.0, 0.5), (0.5, 0.6), (0.6, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 1.01))


def read_claims(reports: Iterable[Json], readers: str, jobs: int) -> dict[str, Json]:
    """Report id → its claims, as the command ``claims`` prints them."""
    from aidememoire.model import ReaderChoice
    from aidememoire.pipeline import Source, knowledge_in_use, read_all, read_text_json
    from aidememoire.views.readings import claims_json

    source = Source("", "evaluation")
    made = (read_text_json(report, source, source, knowledge_in_use()) for report in reports)
    said = {}
    for read in read_all(made, ReaderChoice(readers), jobs):
        said[read.report.given_id] = claims_json(read.report, read.reading)
    return said


def total(counts: Iterable[Counts]) -> Counts:
    """All counts added up."""
    out = Counts()
    for one in counts:
        out.add(one)
    return out


def interval(counts: Sequence[Counts], kind: str, column: int) -> tuple[float, float]:
    """The middle 95 % of F1 when reports are drawn anew; column 2 is found, 3 strict."""
    rows = [one.kinds[kind] for one in counts]
    draw = random.Random(_SEED)
    scores = []
    for _ in range(_RESAMPLES):
        drawn = draw.choices(rows, k=len(rows))
        gold, said, right = (sum(row[i] for row in drawn) for i in (0, 1, column))
        scores.append(precision_recall_f1(right, gold, said)[2])
    scores.sort()
    return scores[int(0.025 * _RESAMPLES)], scores[int(0.975 * _RESAMPLES) - 1]


def print_board(title: str, counts: Sequence[Counts]) -> None:
    """The figures of one genre, or of all."""
    both = total(counts)
    print(f"\n{title}: {len(counts)} reports")
    print(
        f"{'kind':12} {'gold':>5} {'said':>5} "
        "| found P    R     F1  [95 % interval] | strict P   R     F1  [95 % interval]"
    )
    for kind in KINDS:
        gold, said, found, strict = both.kinds[kind]
        cells = []
        for column, right in ((2, found), (3, strict)):
            low, high = interval(counts, kind, column)
            figures = " ".join(f"{figure:.3f}" for figure in precision_recall_f1(right, gold, said))
            cells.append(f"{figures} [{low:.2f} {high:.2f}]   ")
        print(f"{kind:12} {gold:5} {said:5} |   {cells[0]}  |    {cells[1]}")
    for kind in ("datelines", *KINDS):
        parts = [f"{name} {r}/{n}={r / n:.2f}" for (k, name), (r, n) in both.fields.items() if k == kind and n]
        if parts:
            print(f"  {kind[:-1] if kind != 'statuses' else 'status'}: " + "; ".join(parts))
    precision, recall, f1 = precision_recall_f1(*_right_gold_said(both))
    print(f"  participants of found meetings: P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")


def print_calibration(counts: Counts) -> None:
    """Of claims said to be so sure, how many are right: the two should be near each other."""
    print("\nconfidence said → share found (claims)")
    for kind in KINDS:
        cells = []
        for low, high in _BINS:
            inside = [is_right for k, said, is_right in counts.sure if k == kind and low <= said < high]
            if inside:
                cells.append(f"{low:.1f}–{min(high, 1.0):.1f}: {sum(inside) / len(inside):.2f} ({len(inside)})")
        print(f"  {kind:12} " + "; ".join(cells))


def _right_gold_said(counts: Counts) -> tuple[int, int, int]:
    right, gold, said = counts.people
    return right, gold, said


def figures(counts: Counts) -> dict[str, float]:
    """The figures that floors are pinned for."""
    out = {}
    for kind, (gold, said, found, strict) in counts.kinds.items():
        precision, _, f1 = precision_recall_f1(found, gold, said)
        out[f"{kind} found F1"], out[f"{kind} found precision"] = f1, precision
        out[f"{kind} strict F1"] = precision_recall_f1(strict, gold, said)[2]
    for (kind, name), (right, asked) in counts.fields.items():
        out[f"{kind} {name}"] = right / asked if asked else 0.0
    out["participants F1"] = precision_recall_f1(*_right_gold_said(counts))[2]
    return {name: round(figure, 3) for name, figure in out.items()}


def check_floors(path: Path, readers: str, now: dict[str, float], may_lower: bool) -> bool:
    """Whether every figure stands at its floor or above; with ``may_lower`` today's figures become the floors."""
    kept = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    floors = kept.get(readers, {})
    fallen = {name: floor for name, floor in floors.items() if now.get(name, 0.0) < floor - _SLACK}
    if may_lower:
        path.write_text(json.dumps(kept | {readers: now}, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        print(f"floors written: {len(now)}")
        return True
    for name, floor in sorted(fallen.items()):
        print(f"BELOW ITS FLOOR: {name} {now.get(name, 0.0):.3f} < {floor:.3f}")
    if not fallen:
        print(f"all {len(floors)} floors hold")
    return not fallen


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it; 0 fine or skipped, 1 a figure fell below its floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=GOLD, help="marks, stand-off or not (default: the shared dev set)")
    parser.add_argument("--corpus", type=Path, action="append", help="JSON Lines with the texts (default: all corpora)")
    parser.add_argument("--readers", default="rules,tagger,both", help="which readers, separated by commas")
    parser.add_argument("--list", action="store_true", help="list what was missed and what was extra")
    parser.add_argument("--keep", type=Path, help="write the claims there, as JSON Lines")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only", help="only reports of this genre")
    parser.add_argument("--floors", type=Path, default=FLOORS)
    parser.add_argument("--lower-floors", action="store_true", help="pin today's figures, even where they are lower")
    options = parser.parse_args(arguments)
    try:
        marks = read_marks(options.gold)
        genres = read_genres()
        if options.only:
            marks = [mark for mark in marks if genres.get(mark["id"]) == options.only]
        wanted = {mark["id"] for mark in marks}
        texts = [report for report in read_corpus(options.corpus or corpus_paths()) if report["id"] in wanted]
        words = {report["id"]: report["text"] for report in texts}
        marks = [to_words(mark, words[mark["id"]]) if mark["id"] in words else mark for mark in marks]
        genres = {report["id"]: "official" if report.get("side") else "news" for report in texts} | genres
    except MissingMaterialError as missing:
        print(f"skipped: {missing}")
        return 0
    return _score(options, marks, texts, genres)


def _score(options: argparse.Namespace, marks: list[Json], texts: list[Json], genres: dict[str, str]) -> int:
    from aidememoire.pipeline import has_tagger

    is_fine = True
    for readers in options.readers.split(","):
        if readers != "rules" and not has_tagger():
            print(f"\nreaders: {readers}: no weights for the tagger here; the rules read alone")
            continue
        said = read_claims(texts, readers, options.jobs)
        if options.keep:
            lines = [json.dumps(claims, ensure_ascii=False) for claims in said.values()]
            options.keep.write_text("\n".join(lines) + "\n", encoding="utf-8")
        counts = {mark["id"]: score_report(mark, said.get(mark["id"], {})) for mark in marks}
        print(f"\nreaders: {readers}; marks: {options.gold.name}; no text for {len(marks) - len(said)} of {len(marks)}")
        for genre in sorted({genres.get(i, "unknown") for i in counts}):
            print_board(genre, [one for i, one in counts.items() if genres.get(i, "unknown") == genre])
        print_board("all", list(counts.values()))
        print_calibration(total(counts.values()))
        if options.list:
            _print_differences(counts)
        if options.gold == GOLD and not options.only:
            is_fine &= check_floors(options.floors, readers, figures(total(counts.values())), options.lower_floors)
    return 0 if is_fine else 1


def _print_differences(counts: dict[str, Counts]) -> None:
    for report, one in counts.items():
        for word, items in (("MISSED", one.missed), ("EXTRA ", one.extra)):
            for kind, item in items:
                print(report, kind, word, json.dumps(item, ensure_ascii=False)[:400])


if __name__ == "__main__":
    sys.exit(main())
