"""The timeline: what happened between parties or in a dialogue, day by day, each line cited."""

from aidememoire.knowledge import Knowledge
from aidememoire.model import Record, RecordKind
from aidememoire.register import Filters, Register
from aidememoire.views.citing import Citations, claims_of, claims_on
from aidememoire.views.page import Line, Page, Section, coverage_lines
from aidememoire.views.wording import (
    day_in_words,
    doubt_in_words,
    gathering_in_words,
    parties_in_words,
    place_in_words,
    quoted,
    reports_in_words,
    sentence_case,
)

_KINDS = (RecordKind.MEETING, RecordKind.COMMITMENT, RecordKind.STATUS)


def timeline(
    register: Register, filters: Filters, *, title: str = "Timeline", knowledge: Knowledge | None = None
) -> Page:
    """Meetings on their days, commitments and statuses on the day since when they hold or were first reported."""
    records = [record for kind in _KINDS for record in register.records(kind, filters)]
    records.sort(key=lambda record: (_day(record) or "9", record.kind, record.id))
    cite = Citations(register, records)
    years: dict[str, list[Line]] = {}
    for record in records:
        day = _day(record)
        is_undated = record.kind is RecordKind.MEETING and not record.values["date"]
        when = f"reported {day_in_words(day)}" if is_undated and day else day_in_words(day) if day else "day not told"
        text = f"{sentence_case(when)}: {_text(record, knowledge)}"
        years.setdefault(day[:4] if day else "Without a date", []).append(cite.line(text, _claims(record)))
    coverage = register.coverage()
    sections = [Section(year, year, tuple(lines)) for year, lines in years.items()]
    if not sections:
        sections = [
            Section("none", "Nothing found", (Line(f"Nothing found among {reports_in_words(coverage.reports)} read."),))
        ]
    return Page(
        kind="timeline",
        title=title,
        subtitle=f"From {reports_in_words(coverage.reports)} read",
        about=(),
        sections=(*sections, Section("coverage", "What was read", coverage_lines(coverage))),
        sources=cite.sources,
        coverage=coverage,
    )


def _claims(record: Record) -> list[str]:
    """Those who tell it, and of a commitment those who tell it in the words shown."""
    if record.kind is RecordKind.COMMITMENT:
        return claims_on(record, "content", record.values["content"])
    return claims_of(record)


def _day(record: Record) -> str | None:
    values = record.values
    found: str | None = values.get("date") or values.get("since") or values.get("reported")
    return found


def _text(record: Record, knowledge: Knowledge | None) -> str:
    values = record.values
    if record.kind is RecordKind.MEETING:
        where = place_in_words(values, knowledge)
        place = f" in {where}" if where else ""
        return f"{gathering_in_words(values, knowledge)}{place}: {values['state']}{doubt_in_words(values)}."
    if record.kind is RecordKind.COMMITMENT:
        makers = parties_in_words(values["made_by"], knowledge)
        return f"reported: {makers} {values['strength']} {quoted(values['content'])}{doubt_in_words(values)}."
    return f"{quoted(values['subject'])} reported {values['status'].replace('_', ' ')}{doubt_in_words(values)}."
