"""How a reading is scored against marks.

The figures are those of the marking guidelines' scorer, to the digit (a test compares the two where it is present):

- meeting: found when the parties' Jaccard is at least .5 and the days meet (give or take one) or the evidence overlaps
  by half; strict when the days meet and the state is right
- statement: found when the contents overlap by half; strict when the speaker is right
- commitment: found when the contents overlap by half; strict when the Jaccard of ``made_by`` is at least .5
- status: found when subject or evidence overlap by .4; strict when the status is right
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

Json = dict[str, Any]
Match = tuple[bool, bool, float]  # found, strict, how good

_WORD = re.compile(r"\w+", re.UNICODE)
_ALIASES = {
    "LAS": "ARAB LEAGUE",
    "LEAGUE OF ARAB STATES": "ARAB LEAGUE",
    "TNC": "NTC",
    "LIBYAN REBELS": "NTC",
    "LIBYAN OPPOSITION": "NTC",
    "REBELS": "NTC",
    "EC": "EU",
    "EEC": "EU",
}
_TITLES = frozenset(
    """president prime minister foreign secretary chairman chair deputy mr mrs ms dr sir jr sr king queen prince sheikh
    general spokesperson ambassador leader head of the and state affairs a an us u s""".split()
)


def words(text: str | None) -> list[str]:
    """The words in lower case."""
    return _WORD.findall((text or "").lower())


def jaccard(a: Iterable[str], b: Iterable[str]) -> float:
    """Shared over all; 1 for two empty sets."""
    left, right = set(a), set(b)
    return len(left & right) / len(left | right) if left | right else 1.0


def overlap(left: str | None, right: str | None) -> float:
    """Word overlap: the larger of Jaccard and .9 × containment (of three words or more, with lengths within 2.5 ×)."""
    a, b = words(left), words(right)
    if not a or not b:
        return 0.0
    smaller = min(len(set(a)), len(set(b)))
    contained = len(set(a) & set(b)) / smaller if smaller >= 3 else 0.0
    is_near = min(len(a), len(b)) / max(len(a), len(b)) >= 0.4
    return max(jaccard(a, b), 0.9 * contained if is_near else 0.0)


def interval(text: str | None) -> tuple[date, date] | None:
    """First and last day of a mark's date; None when it can't be read."""
    if not text:
        return None
    low, _, high = str(text).partition("/")
    high = high or low
    try:
        first = date.fromisoformat((low + "-01-01")[:10])
        year, month = int(high[:4]), int(high[5:7]) if len(high) > 4 else 12
        last = (
            date.fromisoformat(high) if len(high) == 10 else date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
        )
    except ValueError:
        return None
    return first, last


def dates_agree(gold: str | None, said: str | None) -> bool:
    """Whether the days meet, give or take one; a mark without a date asks nothing."""
    g, p = interval(gold), interval(said)
    if g is None:
        return True
    if p is None:
        return False
    day = timedelta(1)
    return g[0] <= p[1] + day and p[0] <= g[1] + day


def parties_alike(a: Any, b: Any) -> float:
    """Jaccard of the codes, with the marks' aliases."""
    return jaccard(*([_alias(code) for code in codes or [] if isinstance(code, str)] for codes in (a, b)))


def _alias(code: str) -> str:
    return _ALIASES.get(code.upper(), code.upper())


def match_meeting(gold: Json, said: Json) -> Match:
    """Found, strict, how good."""
    parties = parties_alike(gold["parties"], said.get("parties"))
    evidence = max(overlap(gold["evidence"], said.get("evidence")), 0)
    days = dates_agree(gold["date"], said.get("date"))
    found = parties >= 0.5 and (days or evidence >= 0.5)
    state = gold["state"] == said.get("state")
    good = parties + evidence + days + state + (gold["kind"] == said.get("kind")) * 0.5
    return found, found and days and state, good


def speaker_right(gold: str | None, said: str | None) -> bool:
    """Same last name; for bodies and joint speakers, at least half of the words that aren't titles."""
    a, b = ([word for word in words(text) if word not in _TITLES and len(word) > 1] for text in (gold, said))
    if not a or not b:
        return bool(words(gold)) and words(gold) == words(said)
    if re.search(r"\band\b|,(?! Jr)", gold or ""):
        return len(set(a) & set(b)) * 2 >= len(set(a))
    return a[-1] in b or b[-1] in a


def match_statement(gold: Json, said: Json) -> Match:
    """Found, strict, how good; of a labelled turn (cue "") the whole is right too."""
    shared = overlap(gold["content"], said.get("content"))
    if gold["cue"] == "" and _contains(words(said.get("content")), words(gold["content"])):
        shared = 1.0
    speaker = speaker_right(gold["speaker"], said.get("speaker"))
    return shared >= 0.5, shared >= 0.5 and speaker, shared + speaker


def _contains(outer: list[str], inner: list[str]) -> bool:
    return bool(inner) and f" {' '.join(inner)} " in f" {' '.join(outer)} "


def match_commitment(gold: Json, said: Json) -> Match:
    """Found, strict, how good."""
    shared = overlap(gold["content"], said.get("content"))
    by = parties_alike(gold["made_by"], said.get("made_by"))
    return shared >= 0.5, shared >= 0.5 and by >= 0.5, shared + by


def match_status(gold: Json, said: Json) -> Match:
    """Found, strict, how good."""
    shared = max(overlap(gold["subject"], said.get("subject")), overlap(gold["evidence"], said.get("evidence")))
    is_right = gold["status"] == said.get("status")
    return shared >= 0.4, shared >= 0.4 and is_right, shared + is_right


KINDS: dict[str, Callable[[Json, Json], Match]] = {
    "meetings": match_meeting,
    "statements": match_statement,
    "commitments": match_commitment,
    "statuses": match_status,
}


def _same_text(gold: str | None, said: str | None) -> bool | None:
    if not gold:
        return False if said else None
    return bool(set(words(gold)) & set(words(said))) and overlap(gold, said) >= 0.3


def _same_days(gold: str | None, said: str | None) -> bool | None:
    if not gold:
        return False if said else None
    return interval(gold) == interval(said)


def _both_or_one(key: str, same: Callable[[Any, Any], bool | None]) -> Callable[[Json, Json], bool | None]:
    return lambda g, p: same(g.get(key), p.get(key)) if g.get(key) or p.get(key) else None


def _equal(key: str) -> Callable[[Json, Json], bool | None]:
    return lambda g, p: g.get(key) == p.get(key)


def _same_words(g: Json, p: Json) -> bool:
    return words(g["content"]) == words(p.get("content"))


FIELDS: dict[str, dict[str, Callable[[Json, Json], bool | None]]] = {
    "meetings": {
        "date": lambda g, p: _same_days(g["date"], p.get("date")),
        "state": _equal("state"),
        "kind": _equal("kind"),
        "place": lambda g, p: _same_text(g["place"], p.get("place")),
        "ordinal": _both_or_one("ordinal", lambda g, p: g == p),
        "format": lambda g, p: _same_text(g["format"], p.get("format")),
        "parties exact": lambda g, p: parties_alike(g["parties"], p.get("parties")) == 1,
    },
    "statements": {
        "kind": _equal("kind"),
        "party": _equal("speaker_party"),
        "content exact": _same_words,
    },
    "commitments": {
        "due": _both_or_one("due", _same_days),
        "made at": lambda g, p: (g.get("made_at") is not None) == (p.get("made_at") is not None),
        "strength": _equal("strength"),
        "content exact": _same_words,
    },
    "statuses": {
        "since": _both_or_one("since", _same_days),
        "cause": _both_or_one("cause", _same_text),
        "subject type": _equal("subject_type"),
        "parties": lambda g, p: parties_alike(g["parties"], p.get("parties")) >= 0.5,
    },
}


@dataclass(slots=True)
class Counts:
    """What one report, or many, came to; counts add up."""

    kinds: dict[str, list[int]] = field(default_factory=dict)  # kind → gold, said, found, strict
    fields: dict[tuple[str, str], list[int]] = field(default_factory=dict)  # (kind, field) → right, asked
    people: list[int] = field(default_factory=lambda: [0, 0, 0])  # right, in gold, said
    sure: list[tuple[str, float, bool]] = field(default_factory=list)  # kind, confidence said, whether found
    missed: list[tuple[str, Json]] = field(default_factory=list)
    extra: list[tuple[str, Json]] = field(default_factory=list)

    def add(self, other: "Counts") -> None:
        """Add the other's counts to these."""
        for mine, theirs in ((self.kinds, other.kinds), (self.fields, other.fields)):
            for key, values in theirs.items():
                mine[key] = [a + b for a, b in zip(mine.get(key, [0] * len(values)), values, strict=True)]  # type: ignore[index, attr-defined]
        self.people = [a + b for a, b in zip(self.people, other.people, strict=True)]
        self.sure += other.sure


def score_report(gold: Json, said: Json) -> Counts:
    """The counts of one report; a list that its marks lack (not an empty one) was not marked, and asks nothing."""
    counts = Counts()
    _score_dateline(gold.get("dateline") or {}, said.get("dateline") or {}, counts)
    for kind, rule in KINDS.items():
        if kind not in gold:
            counts.kinds[kind] = [0, 0, 0, 0]
            continue
        pairs, strict, missed, extra = _matched(gold[kind], said.get(kind, []), rule)
        counts.kinds[kind] = [len(gold[kind]), len(said.get(kind, [])), len(pairs), strict]
        counts.missed += [(kind, item) for item in missed]
        counts.extra += [(kind, item) for item in extra]
        counts.sure += [(kind, claim.get("confidence", 1.0), True) for _, claim in pairs]
        counts.sure += [(kind, claim.get("confidence", 1.0), False) for claim in extra]
        for g, p in pairs:
            for name, same in FIELDS[kind].items():
                _ask(counts, kind, name, same(g, p))
            if kind == "meetings":
                counts.people = [a + b for a, b in zip(counts.people, _people(g, p), strict=True)]
    return counts


def _score_dateline(gold: Json, said: Json, counts: Counts) -> None:
    for name in ("place", "date", "agency"):
        g, p = gold.get(name), said.get(name)
        if g or p:
            same = _same_days(g, p) if name == "date" else words(g) == words(p)
            _ask(counts, "datelines", name, bool(g and p and same))


def _ask(counts: Counts, kind: str, name: str, is_right: bool | None) -> None:
    if is_right is not None:
        right, asked = counts.fields.get((kind, name), [0, 0])
        counts.fields[kind, name] = [right + is_right, asked + 1]


def paired(kind: str, gold: list[Json], said: list[Json]) -> list[tuple[int, bool]]:
    """The places in ``said`` of those that a mark has, each with whether it is strictly right."""
    return [(j, strict) for _, j, strict in _pairs(gold, said, KINDS[kind])]


def _pairs(gold: list[Json], said: list[Json], rule: Callable[[Json, Json], Match]) -> list[tuple[int, int, bool]]:
    """Greedy, best first, one to one: places in gold and said, and whether strict."""
    candidates = []
    for i, g in enumerate(gold):
        for j, p in enumerate(said):
            found, strict, good = rule(g, p)
            if found:
                candidates.append((good + (5 if strict else 0), i, j, strict))
    candidates.sort(key=lambda candidate: candidate[:3], reverse=True)
    used_gold: set[int] = set()
    used_said: set[int] = set()
    pairs = []
    for _, i, j, strict in candidates:
        if i not in used_gold and j not in used_said:
            used_gold.add(i)
            used_said.add(j)
            pairs.append((i, j, strict))
    return pairs


def _matched(
    gold: list[Json], said: list[Json], rule: Callable[[Json, Json], Match]
) -> tuple[list[tuple[Json, Json]], int, list[Json], list[Json]]:
    """The pairs, how many of them strict, what was missed, what is extra."""
    pairs = _pairs(gold, said, rule)
    used_gold, used_said = {i for i, _, _ in pairs}, {j for _, j, _ in pairs}
    missed = [g for i, g in enumerate(gold) if i not in used_gold]
    extra = [p for j, p in enumerate(said) if j not in used_said]
    return [(gold[i], said[j]) for i, j, _ in pairs], sum(strict for _, _, strict in pairs), missed, extra


def _people(gold: Json, said: Json) -> tuple[int, int, int]:
    """Right, in gold, said: by surname, party and office."""

    def keys(people: list[Json] | None) -> list[tuple[tuple[str, ...], str, str]]:
        return [
            (
                tuple(words(who.get("name") or "?")[-1:]),
                _alias(who.get("party") or ""),
                (who.get("office") or "").lower(),
            )
            for who in people or []
        ]

    g, p = keys(gold["participants"]), keys(said.get("participants"))
    return sum(who in p for who in g), len(g), len(p)


def precision_recall_f1(right: int, gold: int, said: int) -> tuple[float, float, float]:
    """The three figures; 0 where nothing was asked."""
    precision = right / said if said else 0.0
    recall = right / gold if gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return precision, recall, f1
