"""Meetings: those that took place, those ahead, and what the reports do not tell of them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from aidememoire.knowledge.person_names import same_person
from aidememoire.model import TOOK_PLACE, MeetingState, Record, When
from aidememoire.views.briefing.desk import AHEAD, Desk, when_in_words
from aidememoire.views.briefing.differences import subject_in_words
from aidememoire.views.citing import claims_on
from aidememoire.views.page import Line
from aidememoire.views.wording import (
    day_in_words,
    doubt_in_words,
    enumerate_words,
    gathering_in_words,
    ordinal_in_words,
    party_in_words,
    place_in_words,
    quoted,
    sentence_case,
    state_in_words,
)

MEETINGS_SHOWN = 8
TOPICS_SHOWN = 5
# "Wang" of a plan is "Wang Yi" of the account.
SAME_SEAT = 0.6


def meetings_so_far(desk: Desk) -> tuple[list[Line], int]:
    """The meetings that took place, the latest last, and those called off; and how many earlier ones there are.

    What took place in the course of a visit stands under it.
    """
    done = [record for record in desk.matter.meetings if record.values["state"] in TOOK_PLACE]
    wholes = {record.id for record in done}
    held = [record for record in done if not wholes & set(record.links.get("part_of", ()))]
    called_off = [record for record in desk.matter.meetings if record.values["state"] == MeetingState.CANCELLED]
    shown = desk.latest(held, MEETINGS_SHOWN)
    lines = []
    for record in shown:
        lines.append(
            desk.cite.line(_meeting_in_words(desk, record), claims_on(record, "state", record.values["state"]))
        )
        if who := _participants_in_words(desk, record):
            claims = [claim for seat in record.values["participants"] for claim in seat["claims"]]
            lines.append(desk.cite.line(who, claims, level=1))
        lines += _circumstances(desk, record)
        lines += [_part(desk, part) for part in done if record.id in part.links.get("part_of", ())]
    for record in called_off:
        lines.append(desk.cite.line(_meeting_in_words(desk, record), claims_on(record, "state", "cancelled")))
    return lines or [Line(f"No meeting that took place found among {desk.among}.")], len(held) - len(shown)


def _circumstances(desk: Desk, record: Record) -> list[Line]:
    """On whose initiative it was, and on the sidelines of what; no line where nothing tells, or reports differ."""
    told = {
        field: record.values[field]
        for field in ("initiative", "sidelines")
        if record.values.get(field) and field not in record.values["rivals"]
    }
    words = []
    if party := told.get("initiative"):
        words.append(f"on the initiative of {party_in_words(party, desk.knowledge)}")
    if name := told.get("sidelines"):
        words.append(f"on the sidelines of {quoted(name)}")
    claims = [claim for field in told for claim in claims_on(record, field, told[field])]
    return [desk.cite.line(f"{sentence_case(', '.join(words))}.", claims, level=1)] if words else []


def _part(desk: Desk, record: Record) -> Line:
    """What took place in the course of the visit above, with those who took part."""
    who = _participants_in_words(desk, record).removeprefix("Took part. ")
    text = _meeting_in_words(desk, record).removesuffix(".")
    claims = claims_on(record, "state", record.values["state"])
    claims += [claim for seat in record.values["participants"] for claim in seat["claims"]]
    return desk.cite.line(f"In its course: {text}; {who}" if who else f"In its course: {text}.", claims, level=1)


def meetings_ahead(desk: Desk) -> list[Line]:
    """The meetings planned, proposed or put off, from the day on."""
    lines = []
    ahead = [record for record in desk.matter.meetings if record.values["state"] in AHEAD and not desk.is_over(record)]
    of_no_day = [record for record in ahead if not record.values["date"] and not record.values["reported"]]
    for record in ahead:
        if record not in of_no_day:
            claims = claims_on(record, "state", record.values["state"])
            text = _meeting_in_words(desk, record)
            weight = 0 if record.values["date"] else -1  # where the page is cut, what has a day stays
            if since := _held_since(desk, record):
                text = f"{text.removesuffix('.')}; perhaps the {subject_in_words(since)}, "
                text += f"{state_in_words(since.values['state'])}."
                claims += claims_on(since, "state", since.values["state"])
                weight = -2
            lines.append(replace(desk.cite.line(text, claims), weight=weight))
            lines += _circumstances(desk, record)
            if topics := record.values["topics"]:
                text = f"On the agenda: {desk.some(list(map(quoted, topics)), TOPICS_SHOWN)}."
                lines.append(desk.cite.line(text, claims_on(record, "topics"), level=1))
    lines = lines or [Line(f"No planned meeting found among {desk.among}.")]
    return [*lines, *_of_no_day(desk, of_no_day)]


def _held_since(desk: Desk, planned: Record) -> Record | None:
    """The first meeting on a told day after a plan for no told day that it may have been: with all who are named for
    it, or, where nobody is, on its level."""
    values = planned.values
    names = {seat["name"] for seat in values["participants"]}
    if values["date"] or not values["reported"]:
        return None
    for record in desk.matter.meetings:
        other = record.values
        if (
            other["state"] in TOOK_PLACE
            and other["date"]
            and When.parse(other["date"]).first >= date.fromisoformat(values["reported"])
            and other["parties"] == values["parties"]
            and (other["kind"] == "call") == (values["kind"] == "call")
            and (_sat_there(names, record) if names else _level(record) == _level(planned) != "unknown")
        ):
            return record
    return None


def _level(record: Record) -> str:
    """Who met; a summit is of leaders also where nobody is named."""
    return "leaders" if record.values["kind"] == "summit" else str(record.values["level"])


def _sat_there(names: Iterable[str], record: Record) -> bool:
    """Whether all of them took part."""
    return all(
        any(same_person(seat["name"], name) >= SAME_SEAT for seat in record.values["participants"]) for name in names
    )


def _of_no_day(desk: Desk, plans: Sequence[Record]) -> list[Line]:
    """The plans that nobody can say to lie ahead: for no told day, in reports that bear no date."""
    if not plans:
        return []
    claims = [claim for record in plans for claim in claims_on(record, "state", record.values["state"])]
    count = "A plan is" if len(plans) == 1 else f"{len(plans)} plans are"
    text = f"{count} told for no day in reports without a date: whether they lie ahead is not known"
    return [desk.cite.line(text if len(plans) > 1 else text.replace("they lie", "it lies"), claims)]


def what_is_not_told(desk: Desk) -> tuple[list[Line], int]:
    """What one would ask and no report read tells; and how many more such lines there are of earlier meetings."""
    lines = []
    agreed_at = {name for record in desk.matter.commitments for name in record.links.get("meeting", ())}
    for record in desk.matter.meetings:
        values = record.values
        if values["state"] in AHEAD and desk.is_over(record) and not _is_answered(desk, record):
            day = f"for {day_in_words(values['date'])}" if values["date"] else f"({when_in_words(record)})"
            text = f"Whether the {values['kind']} {values['state']} {day} took place."
            lines.append(desk.cite.line(text, claims_on(record, "state", values["state"])))
        if values["state"] not in TOOK_PLACE:
            continue
        missing = [] if values["place"] or values["kind"] == "call" else ["where"]
        missing += [] if values["participants"] else ["who took part"]
        missing += [] if record.id in agreed_at else ["what was agreed"]
        if missing:
            text = f"Of the {subject_in_words(record)}: {enumerate_words(missing)}."
            lines.append(desk.cite.line(text, claims_on(record, "state", values["state"])))
    shown = desk.latest(every := merged(lines), MEETINGS_SHOWN)
    return [*shown, *_missing_numbers(desk)], len(every) - len(shown)


def _is_answered(desk: Desk, planned: Record) -> bool:
    """Whether one of the same parties on those days is told to have taken place, with all who are named for it."""
    values = planned.values
    names = {seat["name"] for seat in values["participants"]}
    if not values["date"] or not names:
        return False
    when = When.parse(values["date"])
    return any(
        record.values["state"] in TOOK_PLACE
        and record.values["parties"] == values["parties"]
        and record.values["date"]
        and When.parse(record.values["date"]).meets(when)
        and _sat_there(names, record)
        for record in desk.matter.meetings
    )


def _missing_numbers(desk: Desk) -> list[Line]:
    """The numbers below the highest told that no meeting bears."""
    numbered = [record for record in desk.matter.meetings if record.values["ordinal"]]
    if len(desk.matter.dialogues) != 1 or not numbered:
        return []
    highest = max(numbered, key=lambda record: record.values["ordinal"])
    known = {record.values["ordinal"] for record in numbered}
    count = len([record for record in desk.matter.meetings if record.values["state"] in TOOK_PLACE])
    gaps = [number for number in range(1, highest.values["ordinal"]) if number not in known]
    if not gaps or count >= highest.values["ordinal"]:
        return []
    numbered_as = f"One meeting is numbered {ordinal_in_words(highest.values['ordinal'])}"
    if len(gaps) == 1:
        text = f"{numbered_as}; which was the {ordinal_in_words(gaps[0])} is not told."
    else:
        text = f"{numbered_as}; of {len(gaps)} meetings before it no number is told."
    return [desk.cite.line(text, claims_on(highest, "ordinal", highest.values["ordinal"]))]


def _participants_in_words(desk: Desk, record: Record) -> str:
    """Who took part, side by side."""
    seats = record.values["participants"]
    sides = []
    for party in dict.fromkeys(seat["party"] for seat in seats):
        listed = desk.people([seat for seat in seats if seat["party"] == party])
        sides.append(f"{party_in_words(party, desk.knowledge)}: {listed}" if party else listed)
    return ("Took part. " + "; ".join(sides) + ".") if sides else ""


def _meeting_in_words(desk: Desk, record: Record) -> str:
    """One meeting in one line: when, where, which, in what state."""
    values = record.values
    number = f"the {ordinal_in_words(values['ordinal'])}" if values["ordinal"] else None
    is_named = len(desk.matter.dialogues) != 1 or not record.links.get("dialogue")
    place = place_in_words(values, desk.knowledge) if is_named else values["place"]
    parts = [when_in_words(record), place, number]
    if is_named:
        parts.append(gathering_in_words(values, desk.knowledge))
    text = ", ".join(part for part in parts if part)
    return f"{text}: {state_in_words(values['state'])}{doubt_in_words(values)}."


def merged(lines: Iterable[Line]) -> list[Line]:
    """The lines without repetition: equal ones become one with the claims and sources of all."""
    found: dict[str, Line] = {}
    for line in lines:
        known = found.get(line.text)
        if known is not None:
            claims = tuple(dict.fromkeys((*known.claims, *line.claims)))
            line = Line(line.text, claims, tuple(dict.fromkeys((*known.sources, *line.sources))), line.level)
        found[line.text] = line
    return list(found.values())
