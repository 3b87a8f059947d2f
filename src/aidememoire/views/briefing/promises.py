"""Promises: what was agreed, and what is reported to have become of it and of the dialogues."""

from typing import Any

from aidememoire.model import Record, When
from aidememoire.views.briefing.desk import Desk
from aidememoire.views.citing import claims_of
from aidememoire.views.page import Line
from aidememoire.views.wording import (
    day_in_words,
    enumerate_words,
    quoted,
    sentence_case,
)

COMMITMENTS_SHOWN = 12


def what_was_agreed(desk: Desk) -> list[Line]:
    """What was promised at each meeting, and what reports say became of it."""
    lines: list[Line] = []
    meetings = {record.id: record for record in desk.matter.meetings}
    ordered = sorted(desk.matter.commitments, key=lambda record: (_made_on(desk, record, meetings), record.id))
    shown = ordered[-COMMITMENTS_SHOWN:]
    if len(shown) < len(ordered):
        lines.append(Line(f"{len(ordered) - len(shown)} earlier commitments are left out here."))
    for record in shown:
        values = record.values
        at = next((meetings[name] for name in record.links.get("meeting", ()) if name in meetings), None)
        day = at.values["date"] if at else None
        when = day_in_words(day) if day else f"reported {day_in_words(values['reported'])}"
        who = desk.names(values["made_by"]) or "somebody"
        due = f", due {day_in_words(values['due'])}" if values["due"] else ""
        due = due or (f", due {quoted(values['due_words'])}" if values["due_words"] else "")
        text = f"{sentence_case(when)}: {who} {values['strength']}: {quoted(values['content'])}{due}"
        lines.append(desk.cite.line(text, claims_of(record)))
        lines += _became(desk, record)
    return lines or [Line(f"No commitment found among {desk.among}.")]


def _made_on(desk: Desk, record: Record, meetings: dict[str, Record]) -> str:
    for name in record.links.get("meeting", ()):
        if name in meetings and meetings[name].values["date"]:
            return str(meetings[name].values["date"])
    return record.values["reported"] or ""


def _became(desk: Desk, commitment: Record) -> list[Line]:
    """What reports say became of it, or that none does."""
    rows = [row for row in commitment.values["statuses"] if row["record"] in desk.matter.statuses]
    lines = [_status(desk, desk.matter.statuses[row["record"]], level=1) for row in rows]
    acts = [_act(desk, row) for row in commitment.values["acts"]]
    if lines:
        return lines + acts
    due = commitment.values["due"]
    is_over = due and desk.day and When.parse(due).last < desk.day
    text = f"no later report among {desk.among} says what became of it."
    return [Line(f"Due date passed; {text}" if is_over else sentence_case(text), level=1), *acts]


def _act(desk: Desk, row: dict[str, Any]) -> Line:
    """A deed that may bear on the promise; whether it does is for the reader to say."""
    day = row["date"] or row["reported"]
    told = f" ({day_in_words(day)})" if day else ""
    teller = desk.cite.teller(row["claim"])
    text = f"Reported done, which may bear on it, by {teller}{told}: {quoted(row['what'])}"
    return desk.cite.line(text, [row["claim"]], level=1)


def _status(desk: Desk, record: Record, level: int = 0) -> Line:
    """Who reported the status, when, and why it came about."""
    values = record.values
    claims = claims_of(record)
    tellers = enumerate_words(dict.fromkeys(desk.cite.teller(claim) for claim in claims))
    word = values["status"].replace("_", " ")
    scope = f", said of {quoted(values['subject'])}," if values["is_partial"] else ""
    since = f" since {day_in_words(values['since'])}" if values["since"] else ""
    causes = values["causes"] or ([values["cause"]] if values["cause"] else [])
    cause = f", because of {enumerate_words(map(quoted, causes))}" if causes else ""
    told = f" ({day_in_words(values['reported'])})" if values["reported"] else ""
    return desk.cite.line(f"Reported {word}{since}{scope} by {tellers}{told}{cause}.", claims, level)


def freezes_and_revivals(desk: Desk) -> list[Line]:
    """What was reported to have become of the dialogues themselves, in order."""
    lines = []
    for record in desk.matter.dialogues:
        for row in record.values["statuses"]:
            if row["record"] in desk.matter.statuses:
                lines.append(_status(desk, desk.matter.statuses[row["record"]]))
    return lines or [Line(f"No freeze, end or revival found among {desk.among}.")]
