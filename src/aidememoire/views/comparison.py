"""The comparison: what two sides tell of one meeting: what both say, what only one says, where they differ."""

from collections.abc import Iterable, Sequence
from typing import Any

from aidememoire.knowledge import Knowledge
from aidememoire.model import NotFoundError, Record, RecordKind
from aidememoire.register import Filters, Register
from aidememoire.views.citing import Citations
from aidememoire.views.page import Line, Page, Section, coverage_lines
from aidememoire.views.wording import (
    cue_in_words,
    day_in_words,
    parties_in_words,
    party_in_words,
    quoted,
    reports_in_words,
)

_FIELDS = ("date", "place", "ordinal", "kind", "state", "mode", "level")


def compare(
    register: Register, meeting: str, *, sides: tuple[str, str] | None = None, knowledge: Knowledge | None = None
) -> Page:
    """The accounts of the meeting (record id) by two sides; without ``sides``, the first two that give one.

    Entirely from claims: silence in the reports read is not a denial. Raises NotFoundError where fewer than two sides
    told of it.
    """
    record = register.record(meeting)
    if record is None or record.kind is not RecordKind.MEETING:
        raise NotFoundError(meeting, "no meeting has that id", "List the meetings.")
    lines = {line.id: line for line in register.report_lines(sorted({support.report for support in record.support}))}
    by_side: dict[str, set[str]] = {}
    for line in lines.values():
        if line.side:
            by_side.setdefault(line.side, set()).add(line.id)
    chosen = sides or tuple(sorted(side for side in by_side if side in record.values["parties"]))[:2]
    if len(chosen) != 2 or not all(side in by_side for side in chosen):
        found = ", ".join(sorted(by_side)) or "none"
        raise NotFoundError(
            meeting, f"two sides' accounts are needed; there are those of: {found}", "Read more reports."
        )
    left, right = chosen
    told = [record, *_told_there(register, record)]
    cite = Citations(register, told)
    both: list[Line] = []
    only: dict[str, list[Line]] = {left: [], right: []}
    differ: list[Line] = []
    _compare_fields(record, by_side, (left, right), cite, both, only, differ, knowledge)
    for other in told[1:]:
        here = {side: [s.claim for s in other.support if s.report in by_side[side]] for side in (left, right)}
        text = _text(other, knowledge)
        if here[left] and here[right]:
            both.append(cite.line(text, here[left] + here[right]))
        elif here[left] or here[right]:
            side = left if here[left] else right
            only[side].append(cite.line(text, here[side]))
    coverage = register.coverage()
    names = {side: party_in_words(side, knowledge) for side in (left, right)}
    sections = [
        Section("both", "What both say", tuple(both)),
        Section("differ", "Where they differ", tuple(differ)),
        *(Section(f"only_{side}", f"What only {names[side]} says", tuple(only[side])) for side in (left, right)),
        Section("coverage", "What was read", coverage_lines(coverage)),
    ]
    parties = parties_in_words(record.values["parties"], knowledge)
    return Page(
        kind="comparison",
        title=f"{names[left]} and {names[right]} on their meeting of {day_in_words(record.values['date'])}",
        subtitle=f"Meeting of {parties}; {_count(by_side, left, names)}, {_count(by_side, right, names)}",
        about=(("meeting", record.id), ("sides", [left, right])),
        sections=tuple(section for section in sections if section.lines),
        sources=cite.sources,
        coverage=coverage,
    )


def _count(by_side: dict[str, set[str]], side: str, names: dict[str, str]) -> str:
    return f"{reports_in_words(len(by_side[side]))} by {names[side]}"


def _told_there(register: Register, record: Record) -> list[Record]:
    """The commitments made at the meeting, and the statements in the reports that tell of it."""
    reports = frozenset(support.report for support in record.support)
    commitments = register.records_by_id(record.links.get("commitments", ()))
    statements = [
        found
        for party in record.values["parties"]
        for found in register.records(RecordKind.STATEMENT, Filters(party=party, reports=reports))
    ]
    return [*commitments, *statements]


def _compare_fields(
    record: Record,
    by_side: dict[str, set[str]],
    sides: tuple[str, str],
    cite: Citations,
    both: list[Line],
    only: dict[str, list[Line]],
    differ: list[Line],
    knowledge: Knowledge | None,
) -> None:
    for field in _FIELDS:
        told = {side: _told(record, field, by_side[side]) for side in sides}
        values = {side: sorted({_shown(field, value) for value, _ in told[side]}) for side in sides}
        claims = {side: [claim for _, claim in told[side]] for side in sides}
        left, right = sides
        if values[left] and values[left] == values[right]:
            both.append(cite.line(f"{field.capitalize()}: {', '.join(values[left])}.", claims[left] + claims[right]))
        elif values[left] and values[right]:
            text = "; ".join(f"{party_in_words(side, knowledge)}: {', '.join(values[side])}" for side in sides)
            differ.append(cite.line(f"{field.capitalize()}. {text}.", claims[left] + claims[right]))
        else:
            for side in sides:
                if values[side]:
                    only[side].append(cite.line(f"{field.capitalize()}: {', '.join(values[side])}.", claims[side]))
    _compare_people(record, by_side, sides, cite, both, only)


def _told(record: Record, field: str, reports: Iterable[str]) -> list[tuple[Any, str]]:
    named = set(reports)
    return [
        (support.value, support.claim)
        for support in record.support
        if support.field == field and support.report in named
    ]


def _shown(field: str, value: Any) -> str:
    return day_in_words(value) if field == "date" else str(value).replace("_", " ")


def _compare_people(
    record: Record,
    by_side: dict[str, set[str]],
    sides: tuple[str, str],
    cite: Citations,
    both: list[Line],
    only: dict[str, list[Line]],
) -> None:
    of_side = {side: set(_claims_in(record, by_side[side])) for side in sides}
    for seat in record.values["participants"]:
        here = {side: [claim for claim in seat["claims"] if claim in of_side[side]] for side in sides}
        office = f" ({seat['office']})" if seat["office"] else ""
        text = f"Took part: {seat['name']}{office}."
        if all(here.values()):
            both.append(cite.line(text, [claim for claims in here.values() for claim in claims]))
        else:
            for side in sides:
                if here[side]:
                    only[side].append(cite.line(text, here[side]))


def _claims_in(record: Record, reports: Iterable[str]) -> Sequence[str]:
    named = set(reports)
    return [support.claim for support in record.support if support.report in named]


def _text(record: Record, knowledge: Knowledge | None) -> str:
    values = record.values
    if record.kind is RecordKind.COMMITMENT:
        return f"{parties_in_words(values['made_by'], knowledge)} {values['strength']}: {quoted(values['content'])}"
    return f"{values['speaker'] or 'Somebody'} {cue_in_words(values)}: {quoted(values['content'])}"
