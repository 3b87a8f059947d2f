"""The golden reports: what is read in each example is what its marks say, field by field, and nothing else."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from aidememoire.knowledge import shipped
from aidememoire.pipeline import Source, read_paths, read_report
from aidememoire.views.readings import claims_json
from evaluation.scoring import KINDS, overlap, words

EXAMPLES = Path(__file__).parent.parent.parent / "examples" / "reports"
PATHS = sorted(EXAMPLES.glob("*.txt"))

Json = dict[str, Any]

# Fields that must be equal, with what stands for one that the marks leave out.
FIELDS: dict[str, dict[str, Any]] = {
    "meetings": {
        "kind": None,
        "format": None,
        "parties": [],
        "date": None,
        "place": None,
        "ordinal": None,
        "state": None,
        "participants": [],
    },
    "statements": {"speaker": None, "speaker_party": None, "kind": None, "content": None, "cue": "", "occasion": None},
    "commitments": {"content": None, "made_by": [], "strength": None, "made_at": None, "due": None},
    "statuses": {
        "subject": None,
        "subject_type": None,
        "parties": [],
        "status": None,
        "since": None,
        "cause": None,
        "causes": None,
    },
}
TEXTS = frozenset({"content", "cue", "subject", "cause", "speaker", "occasion", "place", "format"})

# Readers differ on "Japan–Australia 2+2" and "2+2", "said" and "said that", "the two sides" and "two sides".
LOOSE = frozenset({"format", "cue", "speaker", "occasion"})


def _is_within(a: list[str] | None, b: list[str] | None) -> bool:
    """Whether one of two runs of words stands in the other."""
    if not a or not b:
        return False
    short, long = sorted((" ".join(a), " ".join(b)), key=len)
    return f" {short} " in f" {long} "


def plain(name: str, value: Any) -> Any:
    """The value in the form in which it is compared: texts by their words, people in order of name."""
    if name in TEXTS:
        return words(value) if value else None
    if name == "participants":
        return sorted((who["name"], who.get("office"), who.get("party")) for who in value)
    return sorted(value) if isinstance(value, list) and name != "causes" else value


def differences(marks: Json, said: Json) -> list[str]:
    """A line for each mark that was not read, each claim that is not marked, and each field that differs."""
    lines = []
    dateline = said["dateline"] or {}
    for name in ("place", "date", "agency"):
        if words(marks.get("dateline", {}).get(name)) != words(dateline.get(name)):
            lines.append(f"dateline {name}: {dateline.get(name)!r}, marked {marks.get('dateline', {}).get(name)!r}")
    for kind, fields in FIELDS.items():
        left = list(said[kind])
        for mark in marks.get(kind, []):
            key = {"statements": "content", "commitments": "content", "statuses": "subject"}.get(kind, "evidence")
            fits = [claim for claim in left if KINDS[kind](_whole(kind, mark), claim)[0]]
            best = max(fits, key=lambda claim: overlap(mark[key], claim[key]), default=None)
            if best is None:
                lines.append(f"{kind}: not read: {mark[key]!r}")
                continue
            left.remove(best)
            for name, default in fields.items():
                wanted, got = plain(name, mark.get(name, default)), plain(name, best[name])
                if name in LOOSE and _is_within(wanted, got):
                    continue
                if name == "causes" and wanted is None:
                    wanted = [mark["cause"]] if mark.get("cause") else []
                if wanted != got:
                    lines.append(
                        f"{kind}: {mark[key][:50]!r}: {name} {best[name]!r}, marked {mark.get(name, default)!r}"
                    )
        lines += [f"{kind}: not marked: {claim.get('content') or claim['evidence']!r}" for claim in left]
    return lines


def _whole(kind: str, mark: Json) -> Json:
    return {**FIELDS[kind], **mark}


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_example_is_read_as_marked(path: Path) -> None:
    marks = tomllib.loads(path.with_suffix(".toml").read_text(encoding="utf-8"))
    (report,) = read_paths([str(path)], Source("", ""), shipped())
    said = claims_json(report, read_report(report, shipped()).reading)
    assert [problem for problem in said["problems"] if problem["rule"] != "translation.signs"] == []
    assert differences(marks, said) == []


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_marks_are_the_words(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    marks = tomllib.loads(path.with_suffix(".toml").read_text(encoding="utf-8"))
    for kind in FIELDS:
        for mark in marks.get(kind, []):
            for name in ("evidence", "content", "subject", "cause", "cue"):
                assert mark.get(name, "") in text


def test_there_are_enough_examples() -> None:
    assert len(PATHS) >= 16
