"""Promises: what was agreed, and what is reported to have become of it and of the dialogues."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any

from aidememoire.model import CommitmentValues, Record, StatusKind, When
from aidememoire.views.briefing.desk import Desk
from aidememoire.views.citing import claims_of, claims_on
from aidememoire.views.page import Line
from aidememoire.views.wording import (
    day_in_words,
    enumerate_words,
    quoted,
    sentence_case,
)

COMMITMENTS_SHOWN = 12
# What is told among the freezes and revivals, of whatever between the parties it is.
FREEZES = frozenset({StatusKind.SUSPENDED, StatusKind.RESUMED, StatusKind.ENDED, StatusKind.WITHDRAWN})


def what_was_agreed(desk: Desk) -> tuple[list[Line], int]:
    """What was promised at each meeting, and what reports say became of it; and how many earlier ones there are."""
    lines, more = _promises(desk, desk.matter.commitments)
    lines += [_status(desk, record, of=True) for record in _of_no_commitment(desk)]
    return lines or [Line(f"No commitment found among {desk.among}.")], more


def what_was_promised_aside(desk: Desk) -> tuple[list[Line], int]:
    """The same of what one of the two promised to or about others alone."""
    return _promises(desk, desk.matter.aside)


def _promises(desk: Desk, records: Iterable[Record]) -> tuple[list[Line], int]:
    lines: list[Line] = []
    meetings = {record.id: record for record in desk.matter.meetings}
    ordered = sorted(records, key=lambda record: (_made_on(desk, record, meetings), record.id))
    shown = desk.latest(ordered, COMMITMENTS_SHOWN)
    for record in shown:
        values = record.values
        at = next((meetings[name] for name in record.links.get("meeting", ()) if name in meetings), None)
        day = at.values["date"] if at else None
        when = day_in_words(day) if day else f"reported {day_in_words(values['reported'])}"
        who = desk.names(values["made_by"]) or "somebody"
        due = f", due {day_in_words(values['due'])}" if values["due"] else ""
        due = due or (f", due {quoted(values['due_words'])}" if values["due_words"] else "")
        text = f"{sentence_case(when)}: {who} {values['strength']}: {quoted(values['content'])}{due}"
        in_these_words = set(claims_on(record, "content", values["content"]))
        became = _became(desk, record)
        # Of which something is told, or something is due, it is asked first.
        weight = 2 if any(line.claims for line in became) else 1 if values["due"] else 0
        lines.append(replace(desk.cite.line(text, in_these_words), weight=weight))
        lines += _told_otherwise(desk, record, in_these_words)
        lines += became
    return lines, len(ordered) - len(shown)


def _told_otherwise(desk: Desk, record: Record, shown: set[str]) -> list[Line]:
    """The reports that tell the promise in other words: each with its own, where what it tells is another thing."""
    rivals = [row for rows in record.values["rivals"].values() for row in rows[1:]]
    against = {claim for row in rivals for claim in row["claims"]}
    lines = []
    for claim in desk.earliest(against, len(against)):
        told = desk.cite.claims[claim].values
        assert isinstance(told, CommitmentValues)
        due = f", due {day_in_words(str(told.due))}" if told.due else ""
        text = f"Told otherwise by {desk.cite.teller(claim)}: {told.strength}: {quoted(told.content)}{due}"
        lines.append(desk.cite.line(text, [claim], level=1))
    if alike := set(claims_of(record)) - shown - against - _deeds(record):
        lines.append(desk.cite.line(f"In other words by {_tellers(desk, alike)} too.", alike, level=1))
    for condition in record.values["conditions"]:
        claims = [one.claim for one in record.support if one.field == "conditions" and condition in one.value]
        lines.append(desk.cite.line(f"On condition: {quoted(condition)}", claims, level=1))
    return lines


def _deeds(record: Record) -> set[str]:
    return {row["claim"] for row in record.values["acts"]}


def _tellers(desk: Desk, claims: Iterable[str]) -> str:
    claims = list(claims)
    return enumerate_words(dict.fromkeys(desk.cite.teller(claim) for claim in desk.earliest(claims, len(claims))))


def _of_no_commitment(desk: Desk) -> list[Record]:
    """What is reported to have become of things that were promised or signed in no report read, but for freezes."""
    return [
        record
        for record in desk.matter.statuses.values()
        if not record.values["target_kind"] and record.values["status"] not in FREEZES
    ]


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
    day = row["reported"] or row["date"]
    told = f" ({day_in_words(day)})" if day else ""
    teller = desk.cite.teller(row["claim"])
    text = f"Reported done, which may bear on it, by {teller}{told}: {quoted(row['what'])}"
    return desk.cite.line(text, [row["claim"]], level=1)


def _status(desk: Desk, record: Record, level: int = 0, *, of: bool = False) -> Line:
    """Who reported the status, when, and why it came about; ``of`` says of what, where the lines before don't."""
    values = record.values
    claims = claims_of(record)
    word = values["status"].replace("_", " ")
    scope = f", said of {quoted(values['subject'])}," if values["is_partial"] and not of else ""
    since = f" since {day_in_words(values['since'])}" if values["since"] and "since" not in values["rivals"] else ""
    told = f" ({day_in_words(values['reported'])})" if values["reported"] else ""
    head = f"Of {quoted(values['subject'])}: reported" if of else "Reported"
    text = f"{head} {word}{since}{scope} by {_tellers(desk, claims)}{told}{_causes(desk, record, claims)}."
    return desk.cite.line(text + _rival_days(desk, record), claims, level)


def _causes(desk: Desk, record: Record, claims: Collection[str]) -> str:
    """Why, and who says why where not every report does."""
    causes = {
        cause: [one.claim for one in record.support if one.field == "causes" and cause in one.value]
        for cause in record.values["causes"]
    }
    if not causes and record.values["cause"]:
        causes = {record.values["cause"]: claims_on(record, "cause", record.values["cause"])}
    named = [
        quoted(cause) if set(said) >= set(claims) else f"{quoted(cause)} (so {_tellers(desk, said)})"
        for cause, said in causes.items()
    ]
    return f", because of {enumerate_words(named)}" if named else ""


def _rival_days(desk: Desk, record: Record) -> str:
    """Since when, by each report, where they differ."""
    rows = record.values["rivals"].get("since", ())
    told = [f"since {day_in_words(row['value'])} by {_tellers(desk, row['claims'])}" for row in rows]
    return f" Reports differ: {'; '.join(told)}." if told else ""


def freezes_and_revivals(desk: Desk) -> list[Line]:
    """What was reported to have become of the dialogues, and every freeze, end or revival of something between them."""
    of_dialogues = {row["record"] for record in desk.matter.dialogues for row in record.values["statuses"]}
    lines = []
    for record in desk.matter.statuses.values():
        is_of_the_one = record.id in of_dialogues and len(desk.matter.dialogues) == 1
        if record.id in of_dialogues or record.values["status"] in FREEZES:
            lines.append(_status(desk, record, of=not is_of_the_one))
    return lines or [Line(f"No freeze, end or revival found among {desk.among}.")]
