"""Do the claims depend on who translated the report?

    python -m evaluation.translations [--file FILE]... [--readers rules] [--worst N] [--jobs N]

Reads each human and machine translation of the same words and compares what they yield. A claim's signature leaves out
its words: a meeting is its parties, state and month, a statement its speaker's party or last name, a commitment who
made it how firmly, a status what it is of what. Agreement is the F1 of two multisets of signatures, over machine
versions, then over stories; where two people translated, what these agree on is the ceiling. Nothing is fitted on it.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.material import PARALLEL, Json, MissingMaterialError, read_corpus

Signature = tuple[Any, ...]

_UNSAID: Json = dict.fromkeys(["published", "outlet", "side", "url"])


@dataclass(frozen=True, slots=True)
class Version:
    """One translation of a story."""

    story: str
    is_human: bool
    name: str  # of the translator or engine
    text: str
    title: str

    @property
    def id(self) -> str:
        """Its id as a report."""
        return f"{self.story}|{'human' if self.is_human else 'machine'}|{self.name}"


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far the versions of one story agree."""

    story: str
    machine: float  # first human version against machine versions
    human: float | None  # against the second human version, where there is one
    lost: Counter[Signature]  # what the human version yields and machine versions don't, summed over these
    added: Counter[Signature]  # the other way round


def versions(stories: Iterable[Json]) -> Iterator[Version]:
    """Each translation of each story; a UN sentence (``row``) has one human version and an engine for each key."""
    for story in stories:
        if isinstance(story["human"], str):
            human = {"human": [story["human"]]}
            engines = {k: [v] for k, v in story.items() if k not in {"row", "human", "source"} and isinstance(v, str)}
            name = f"un-{story['row']}"
        else:
            human, engines, name = story["human"], story["machine"], story["id"]
        for is_human, group in ((True, human), (False, engines)):
            for who, segments in group.items():
                yield Version(name, is_human, who, "\n\n".join(segments), segments[0])


def signatures(claims: Json) -> Counter[Signature]:
    """What the claims come to without their words."""
    found: Counter[Signature] = Counter()
    for one in claims.get("meetings", []):
        found["meeting", tuple(sorted(one["parties"] or [])), one["state"], (one["date"] or "")[:7]] += 1
    for one in claims.get("statements", []):
        name = ((one["speaker"] or "?").lower().split() or ["?"])[-1]
        found["statement", one["speaker_party"] or name] += 1
    for one in claims.get("commitments", []):
        found["commitment", tuple(sorted(one["made_by"] or [])), one["strength"]] += 1
    for one in claims.get("statuses", []):
        found["status", one["status"], one["subject_type"]] += 1
    return found


def f1(left: Counter[Signature], right: Counter[Signature]) -> float:
    """Twice what both hold, over what each holds; 0 where neither holds anything."""
    both = left.total() + right.total()
    return 2 * (left & right).total() / both if both else 0.0


def compare(told: Iterable[Version], claims: dict[str, Json]) -> list[Agreement]:
    """The agreement of each story whose first human version yields any claim."""
    stories: dict[str, list[Version]] = {}
    for version in told:
        if version.id in claims:
            stories.setdefault(version.story, []).append(version)
    found = []
    for story, group in stories.items():
        people = [signatures(claims[version.id]) for version in group if version.is_human]
        engines = [signatures(claims[version.id]) for version in group if not version.is_human]
        if not people or not people[0] or not engines:
            continue
        lost: Counter[Signature] = Counter()
        added: Counter[Signature] = Counter()
        for engine in engines:
            lost += people[0] - engine
            added += engine - people[0]
        agreement = sum(f1(people[0], engine) for engine in engines) / len(engines)
        found.append(Agreement(story, agreement, f1(*people[:2]) if len(people) > 1 else None, lost, added))
    return found


def print_board(name: str, total: int, found: Sequence[Agreement], worst: int) -> None:
    """The figures of one file, and what the versions disagree on most."""
    twice = [one for one in found if one.human is not None]
    print(
        f"\n{name}: {len(found)} of {total} yield claims; human against machine {_mean(o.machine for o in found):.3f}"
    )
    if twice:
        ceiling, beside = _mean(one.human or 0.0 for one in twice), _mean(one.machine for one in twice)
        print(f"  {len(twice)} with two human versions: human {ceiling:.3f}, machine {beside:.3f}", end="")
        print(f" ({beside / ceiling:.2f} × the ceiling)" if ceiling else "")
    for word, counts in (
        ("lost", sum((one.lost for one in found), Counter[Signature]())),
        ("added", sum((one.added for one in found), Counter[Signature]())),
    ):
        kinds: Counter[str] = Counter()
        for signature, times in counts.items():
            kinds[signature[0]] += times
        print(f"  {word}: " + ", ".join(f"{kind} {times}" for kind, times in kinds.most_common()))
    for one in sorted(found, key=lambda one: one.machine)[:worst]:
        print(f"  {one.machine:.2f} {one.story}")
        for word, counts in (("lost", one.lost), ("added", one.added)):
            for signature, times in counts.most_common(3):
                print(f"       {word} {times} × {' '.join(str(part) for part in signature)}")


def _mean(figures: Iterable[float]) -> float:
    listed = list(figures)
    return sum(listed) / len(listed) if listed else 0.0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it; 0 fine or skipped."""
    from evaluation.__main__ import read_claims

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--file", type=Path, action="append", help="stories (default: the shared news and UN sentences)"
    )
    parser.add_argument("--readers", default="rules")
    parser.add_argument("--worst", type=int, default=5, help="stories to list with what their versions disagree on")
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args(arguments)
    paths = options.file or [PARALLEL / "wmt_news_given.jsonl.gz", PARALLEL / "un_es_en.jsonl.gz"]
    try:
        for path in paths:
            if not path.exists():
                raise MissingMaterialError(f"no translations at {path.name}: they lie in the shared material")
            stories = list(read_corpus([path]))
            told = list(versions(stories))
            reports = [{**_UNSAID, "id": v.id, "text": v.text, "title": v.title} for v in told]
            claims = read_claims(reports, options.readers, options.jobs)
            print_board(path.name, len(stories), compare(told, claims), options.worst)
    except MissingMaterialError as missing:
        print(f"skipped: {missing}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
