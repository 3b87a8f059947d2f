"""Texts with marks → examples: sentences, quotations and the character spans of every label.

A mark's words are looked for in the text; where they stand more than once, the place nearest to the mark's evidence (or
the first) is taken. A mark whose words aren't found is counted and left out. A list that the marks of a report lack (as
against an empty one) was not marked there: nothing is learnt from it.
"""

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any

from aidememoire.claims.readers.first_look import worth_reading
from aidememoire.claims.readers.hints import hints_of
from aidememoire.model import ClaimKind, Mentions, Proposal, Refusal
from evaluation.material import SHARED
from evaluation.scoring import KINDS
from training.written import WRITTEN

Json = dict[str, Any]
TRAIN = SHARED / "gold" / "train.json"
PARTS = 6  # one of them is kept for joining the readers


def is_kept(report: str) -> bool:
    """Whether the report is kept for joining the readers: the same on every machine; no passage written for fitting."""
    return not report.startswith(WRITTEN) and int(hashlib.sha256(report.encode()).hexdigest(), 16) % PARTS == 0


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
    for statement in mark.get("statements", []):
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
    for commitment in mark.get("commitments", []):
        evidence = place_of(text, commitment["evidence"])
        content = place_of(text, commitment["content"], evidence[0] if evidence else None)
        lost += content is None
        if content:
            labels.append({"label": "promise", "span": content, "kind": commitment["strength"]})
        if evidence:
            labels.append({"label": "promise_evidence", "span": evidence})
    for status in mark.get("statuses", []):
        evidence = place_of(text, status["evidence"])
        lost += evidence is None
        if evidence:
            near = evidence[0]
            labels.append({"label": "status_evidence", "span": evidence, "kind": status["status"]})
            for name in ("subject", "cause"):
                span = place_of(text, status[name], near)
                if span:
                    labels.append({"label": name, "span": span})
    for meeting in mark.get("meetings", []):
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


def example_of(report: str, mark: Json, mentions: Mentions, found: Sequence[Proposal | Refusal]) -> Json:
    """What a report is fitted from: its text, sentences, quotations, hints and labels."""
    text = mentions.report.text
    labels, lost = labels_of(mark, text)
    return {
        "id": report,
        "text": text,
        "title": mentions.report.title,
        "sentences": [[s.span.start, s.span.end, s.block] for s in mentions.sentences],
        "is_read": worth_reading(mentions),
        "quotations": [[q.span.start, q.span.end] for q in mentions.quotations],
        "hints": hints_of(found),
        "labels": labels + told_again(labels, found),
        "unmarked": [name for name in KINDS if name not in mark],
        "lost": lost,
    }
