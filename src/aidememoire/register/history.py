"""What was reported about the state of a thing, in the order of reporting, and what therefore is shown now."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from aidememoire.model import TOOK_PLACE, YET_TO_BE, MeetingState
from aidememoire.register.ranking import Word

# What a later report can't undo: a meeting that took place is not planned again, the report repeats an older one.
# On one day the state that comes later in the life of a meeting is the news.
_LIFE = (
    MeetingState.PROPOSED,
    MeetingState.PLANNED,
    MeetingState.POSTPONED,
    MeetingState.CANCELLED,
    MeetingState.ONGOING,
    MeetingState.HELD,
)


def states_over_time(words: Iterable[Word]) -> list[dict[str, Any]]:
    """Each state with the first and last day on which it was reported and its claims, in order of first report."""
    rows: dict[str, dict[str, Any]] = {}
    for word in sorted(words, key=_by_day):
        day = word.told.on.isoformat() if word.told.on else None
        row = rows.setdefault(
            str(word.value), {"state": str(word.value), "reported_from": day, "reported_to": day, "claims": []}
        )
        row["reported_to"] = day or row["reported_to"]
        row["claims"].append(word.told.claim.id)
    for row in rows.values():
        row["claims"].sort()
    return list(rows.values())


def shown_state(words: Iterable[Word]) -> tuple[str, str | None]:
    """The state reported last, and the reason where several were; *held* is not undone by a plan told later."""
    ordered = sorted(words, key=_by_day)
    latest = ordered[-1]
    states = {str(word.value) for word in ordered}
    if len(states) == 1:
        return str(latest.value), None
    done = [word for word in ordered if word.value in TOOK_PLACE]
    if done and latest.value in YET_TO_BE:
        return str(done[-1].value), f"reported {done[-1].value}{_on(done[-1])}; a plan told later does not undo it"
    return str(latest.value), f"reported last{_on(latest)}"


def contradicts_itself(words: Iterable[Word]) -> bool:
    """Whether some report says that it took place and another that it was cancelled."""
    states = {str(word.value) for word in words}
    return MeetingState.CANCELLED in states and bool(states & TOOK_PLACE)


def _by_day(word: Word) -> tuple[date, int, str]:
    life = _LIFE.index(MeetingState(word.value)) if word.value in set(_LIFE) else 0
    return word.told.on or date.min, life, word.told.claim.id


def _on(word: Word) -> str:
    return f" (on {word.told.on})" if word.told.on else ""
