"""People: who holds the offices, who sat there last, and what each side last said."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from aidememoire.knowledge.tenures import shipped_sources
from aidememoire.model import TOOK_PLACE, Record
from aidememoire.views.briefing.desk import PEOPLE_SHOWN, Desk, when_in_words
from aidememoire.views.citing import claims_of
from aidememoire.views.page import Line
from aidememoire.views.wording import (
    cue_in_words,
    day_in_words,
    enumerate_words,
    party_in_words,
    quoted,
)

STATEMENTS_SHOWN = 3
# A shorter statement is a greeting, a yes or a no.
FEWEST_WORDS = 4
COURTESIES = frozenset(("thank you", "good morning", "good afternoon", "good evening", "thanks to", "ladies and"))
SOURCES_SHOWN = 2
# The offices that matter where neither dialogue nor last meeting says which.
LEADING_ROLES = ("head of state", "head of government", "foreign minister")


# Those who meet without their leaders, as both reports and the table of offices call them.
MINISTERS = frozenset(("foreign minister", "defence minister", "finance minister", "trade minister"))


def who_sits_there(desk: Desk) -> list[Line]:
    """Who holds the offices on the day, by the table, and who sat there last, by the reports."""
    lines: list[Line] = []
    roles = _roles(desk)
    for party in desk.sides if len(desk.sides) <= PEOPLE_SHOWN else []:
        lines += _holders(desk, party, roles)
    held = [record for record in desk.matter.meetings if record.values["state"] in TOOK_PLACE]
    for party in desk.sides:
        lines += _seated_last(desk, party, held)
    return lines or [Line(f"No name found among {desk.among}, nor in the table of offices.")]


def _roles(desk: Desk) -> tuple[str, ...]:
    """The offices that meet in the dialogue, else those that met last, else the leading ones."""
    if desk.knowledge and len(desk.matter.dialogues) == 1:
        key = desk.matter.dialogues[0].values["key"]
        known = desk.knowledge.dialogues.get(key) if key else None
        if known and known.offices:
            return known.offices
    return _met_last(desk) or LEADING_ROLES


def _met_last(desk: Desk) -> tuple[str, ...]:
    """The offices of the ministers who met last in person; none where anybody else is named beside them."""
    parties = set(desk.matter.parties)
    for record in reversed(desk.matter.meetings):
        values = record.values
        if values["state"] in TOOK_PLACE and values["kind"] != "call" and len(parties) == 2:
            seats = [seat for seat in values["participants"] if seat["party"] in parties]
            if {seat["party"] for seat in seats} == parties:
                offices = dict.fromkeys(seat["office"] for seat in seats)
                return tuple(offices) if offices.keys() <= MINISTERS else ()
    return ()


def _holders(desk: Desk, party: str, roles: Iterable[str]) -> list[Line]:
    """The office-holders of one party on the day."""
    if desk.knowledge is None or desk.day is None:
        return []
    lines = []
    seen = set()
    for number, role in enumerate(roles):
        found = desk.knowledge.offices.holders(party, role, desk.day)
        name = party_in_words(party, desk.knowledge)
        if not found:
            lines.append(Line(f"{name}, {role} on {day_in_words(desk.day.isoformat())}: not known to the table."))
            continue
        best = found[0]
        if (best.person, best.office) in seen:
            continue
        seen.add((best.person, best.office))
        since = f", since {day_in_words(best.from_text.split('/')[0])}" if best.from_text else ""
        rivals = enumerate_words(other.person for other in found[1:3])
        doubt = f"; other sources or a handover: {rivals}" if rivals else ""
        sure = "" if best.confidence == "high" else f" ({best.confidence} confidence{doubt})"
        acting = " (acting)" if best.is_acting else ""
        text = f"{name}, {role}: {best.person}{acting}{since}{sure}."
        line = desk.cite.table_line(text, [table_in_words(source) for source in best.sources[:SOURCES_SHOWN]])
        lines.append(replace(line, weight=-number))  # of both sides the leading office stays where the page is cut
    return lines


def _seated_last(desk: Desk, party: str, held: Sequence[Record]) -> list[Line]:
    """Those who sat there for the party at the last meeting that names any."""
    for record in reversed(held):
        seats = [seat for seat in record.values["participants"] if seat["party"] == party]
        if seats:
            people = desk.people(seats)
            name = party_in_words(party, desk.knowledge)
            text = f"{name} was last represented by {people}: {when_in_words(record)}."
            return [desk.cite.line(text, [claim for seat in seats for claim in seat["claims"]])]
    return []


def what_was_last_said(desk: Desk) -> tuple[list[Line], int]:
    """The last statements of each side, in the reports that tell of the matter; and how many earlier ones there are."""
    lines: list[Line] = []
    more = desk.matter.more_statements
    for party in desk.sides:
        own = [
            record
            for record in desk.matter.statements
            if record.values["speaker_party"] == party and not _is_courtesy(record.values["content"])
        ]
        shown = own[: None if desk.is_full else STATEMENTS_SHOWN]
        more += len(own) - len(shown)
        for number, record in enumerate(shown):
            values = record.values
            where = f" ({values['occasion']})" if values["occasion"] else ""
            speaker = values["speaker"] or "somebody unnamed"
            told = f"{day_in_words(values['reported'])}, {party_in_words(party, desk.knowledge)}"
            text = f"{told}: {speaker} {cue_in_words(values)}{where}: {quoted(values['content'])}"
            # Where the page is cut, the last words of each side stay.
            lines.append(replace(desk.cite.line(text, claims_of(record)), weight=-number))
        if not own and len(desk.sides) <= PEOPLE_SHOWN:
            lines.append(Line(f"{party_in_words(party, desk.knowledge)}: no statement found among {desk.among}."))
    return lines, more


def _is_courtesy(content: str) -> bool:
    """Whether the words say nothing of the matter: "Thank you very much.", "Good afternoon, everyone."."""
    words = content.casefold().replace(",", " ").split()
    return len(words) < FEWEST_WORDS or " ".join(words[:2]) in COURTESIES


def table_in_words(source: str) -> str:
    """A source of the table of offices, with its licence."""
    known = shipped_sources().get(source)
    return f"Table of offices: {known.name} ({known.licence})" if known else f"Table of offices: {source}"
