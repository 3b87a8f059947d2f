"""The brief: one cited page for the evening before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.offices import shipped_sources
from aidememoire.model import MeetingState, NotFoundError, Record, RecordKind, UsageError, When
from aidememoire.register import Coverage, Filters, Register
from aidememoire.views.citing import Citations, claims_of, claims_on
from aidememoire.views.page import Line, Page, Section, coverage_lines
from aidememoire.views.wording import (
    cue_in_words,
    day_in_words,
    days_in_words,
    enumerate_words,
    gathering_in_words,
    ordinal_in_words,
    parties_in_words,
    party_in_words,
    place_in_words,
    quoted,
    sentence_case,
)

# One page holds so many lines of each; the rest is counted aloud.
DIALOGUES_SHOWN = 6
MEETINGS_SHOWN = 8
COMMITMENTS_SHOWN = 12
STATEMENTS_SHOWN = 3
# A shorter statement is a greeting, a yes or a no.
FEWEST_WORDS = 4
COURTESIES = frozenset(("thank you", "good morning", "good afternoon", "good evening", "thanks to", "ladies and"))
STATEMENTS_LOOKED_AT = 15  # of each side: courtesies among the latest make room for what was said before
# A meeting planned for no told day is no longer ahead half a year after it was told of.
STALE_DAYS = 183
PEOPLE_SHOWN = 4
SOURCES_SHOWN = 2
# The offices that matter where neither dialogue nor last meeting says which.
LEADING_ROLES = ("head of state", "head of government", "foreign minister")
DONE = frozenset({MeetingState.HELD, MeetingState.ONGOING})
AHEAD = frozenset({MeetingState.PLANNED, MeetingState.PROPOSED, MeetingState.POSTPONED})


@dataclass(frozen=True, slots=True)
class Matter:
    """Everything in the register that the brief is about."""

    dialogues: tuple[Record, ...]
    meetings: tuple[Record, ...]  # in order of date
    commitments: tuple[Record, ...]
    statuses: dict[str, Record]  # by id
    statements: tuple[Record, ...]  # latest first
    parties: tuple[str, ...]
    subject: Record | None  # the dialogue that the brief is on; None for two parties

    @property
    def records(self) -> tuple[Record, ...]:
        """All of them."""
        return (*self.dialogues, *self.meetings, *self.commitments, *self.statuses.values(), *self.statements)


def brief(
    register: Register,
    *,
    dialogue: str | None = None,
    between: tuple[str, str] | None = None,
    on: date | None = None,
    for_party: str | None = None,
    knowledge: Knowledge | None = None,
) -> Page:
    """The brief on a dialogue (record id) or on two parties, as reported by the day; without one, by the latest report.

    ``for_party`` is the reader's own side: the others sit across the table and come first. Raises NotFoundError where
    no report read by that day tells of the dialogue.
    """
    if (dialogue is None) == (between is None):
        raise UsageError("brief", "it needs a dialogue or two parties", "Give one of them.")
    claims = claims_of(_record(register, dialogue)) if dialogue else []
    coverage = register.coverage()
    if on is not None and (coverage.undated or (coverage.latest or "") > on.isoformat()):
        register = register.snapshot(as_of=on)
        coverage = register.coverage()
    day = on or (date.fromisoformat(coverage.latest) if coverage.latest else None)
    if dialogue:
        matter = _matter_of_dialogue(register, _record_now(register, dialogue, claims))
    else:
        assert between is not None
        matter = _matter_between(register, between)
    return _Writer(register, matter, day, for_party, knowledge, coverage).page()


def _record(register: Register, name: str) -> Record:
    found = register.record(name)
    if found is None:
        raise NotFoundError(name, "no dialogue has that id", "List the dialogues.")
    return found


def _record_now(register: Register, name: str, claims: Iterable[str]) -> Record:
    """The dialogue as known on the day, which may go by another id then."""
    found = register.record(name)
    if found is not None:
        return found
    for claim in claims:
        if ids := register.match(claim, RecordKind.DIALOGUE):
            return register.records_by_id([ids[0][0]])[0]
    raise NotFoundError(name, "no report read by that day tells of it", "Give a later date.")


def _matter_of_dialogue(register: Register, dialogue: Record) -> Matter:
    own = Filters(dialogue=dialogue.id)
    meetings = register.records(RecordKind.MEETING, own)
    commitments = register.records(RecordKind.COMMITMENT, own)
    return _matter(register, [dialogue], meetings, commitments, tuple(dialogue.values["parties"]), dialogue)


def _matter_between(register: Register, between: tuple[str, str]) -> Matter:
    both = Filters(between=between)
    return _matter(
        register,
        register.records(RecordKind.DIALOGUE, both),
        register.records(RecordKind.MEETING, both),
        register.records(RecordKind.COMMITMENT, both),
        between,
    )


def _matter(
    register: Register,
    dialogues: Sequence[Record],
    meetings: Sequence[Record],
    commitments: Sequence[Record],
    parties: tuple[str, ...],
    subject: Record | None = None,
) -> Matter:
    """With the statuses of all, and what the parties said in the reports that tell of them."""
    names = {name for record in (*dialogues, *commitments) for name in record.links.get("statuses", ())}
    statuses = register.records_by_id(sorted(names))
    reports = frozenset(
        support.report for record in (*dialogues, *meetings, *commitments) for support in record.support
    )
    statements = [
        record
        for party in parties
        for record in register.records(
            RecordKind.STATEMENT, Filters(party=party, reports=reports, latest=STATEMENTS_LOOKED_AT)
        )
    ]
    statements.sort(key=lambda record: (record.values["reported"] or "", record.id), reverse=True)
    return Matter(
        tuple(dialogues),
        tuple(sorted(meetings, key=_by_day)),
        tuple(commitments),
        {record.id: record for record in statuses},
        tuple(statements),
        parties,
        subject,
    )


def _by_day(record: Record) -> tuple[str, str]:
    return record.values["date"] or record.values["reported"] or "9", record.id


class _Writer:
    """Writes the sections of one brief."""

    def __init__(
        self,
        register: Register,
        matter: Matter,
        day: date | None,
        for_party: str | None,
        knowledge: Knowledge | None,
        coverage: Coverage,
    ) -> None:
        self.matter = matter
        self.day = day
        self.for_party = for_party
        self.knowledge = knowledge
        self.coverage = coverage
        self.cite = Citations(register, matter.records)
        own = [party for party in matter.parties if party == for_party]
        self.sides = [party for party in matter.parties if party != for_party] + own

    def page(self) -> Page:
        """The whole page."""
        matter = self.matter
        names = parties_in_words(matter.parties, self.knowledge)
        single = matter.subject
        title = f"{sentence_case(single.values['name'])}: {names}" if single and names else names
        if single and not names:
            title = sentence_case(single.values["name"])
        day = self.day.isoformat() if self.day else None
        told = f"As reported by {day_in_words(day)}" if day else "No report read bears a date"
        reader = f", for {party_in_words(self.for_party, self.knowledge)}" if self.for_party else ""
        parts = [
            ("what", "What it is", self.what()),
            ("meetings", "Meetings so far", self.past()),
            ("agreed", "What was agreed, and what is reported to have become of it", self.agreed()),
            ("states", "Freezes and revivals", self.states()),
            ("next", "What is planned next", self.ahead()),
            ("people", "Across the table" if self.for_party else "Who sits at the table", self.people()),
            ("statements", "What was last said", self.said()),
            ("contradictions", "Where reports contradict each other", self.disputes()),
            ("unknown", "What the reports read do not tell", self.unknown()),
            ("coverage", "What was read", list(coverage_lines(self.coverage))),
        ]
        return Page(
            kind="brief",
            title=title,
            subtitle=f"{told}{reader}; from {self.among}",
            about=(
                ("dialogue", single.id if single else None),
                ("parties", list(matter.parties)),
                ("date", day),
                ("for", self.for_party),
            ),
            sections=tuple(Section(key, heading, tuple(lines)) for key, heading, lines in parts if lines),
            sources=self.cite.sources,
            coverage=self.coverage,
        )

    @property
    def among(self) -> str:
        """How many reports stand behind a "none found"."""
        return "the 1 report read" if self.coverage.reports == 1 else f"the {self.coverage.reports} reports read"

    def names(self, parties: Iterable[str]) -> str:
        """The parties by name."""
        return parties_in_words(parties, self.knowledge)

    def what(self) -> list[Line]:
        """Each dialogue with its parties, level, other names, and how many meetings are told of."""
        lines = []
        for record in self.matter.dialogues[:DIALOGUES_SHOWN]:
            values = record.values
            level = f" of {values['level']}" if values["level"] else ""
            between = f" between {self.names(values['parties'])}" if values["parties"] else ""
            others = [name for name in values["names"] if name != values["name"]]
            also = f" Also called {enumerate_words(map(quoted, others))}." if others else ""
            earliest = self.earliest(claims_on(record, "name"))
            lines.append(self.cite.line(f"{quoted(values['name'])}: a dialogue{level}{between}.{also}", earliest))
        if len(self.matter.dialogues) > DIALOGUES_SHOWN:
            lines.append(Line(f"{len(self.matter.dialogues) - DIALOGUES_SHOWN} more dialogues are left out here."))
        if not self.matter.dialogues:
            lines.append(Line(f"No standing dialogue of {self.names(self.matter.parties)} found among {self.among}."))
        return lines

    def earliest(self, claims: Iterable[str], count: int = 2) -> list[str]:
        """The first few of the claims, in order of report."""
        return sorted(claims, key=lambda claim: (self.cite.day(claim) or "9", claim))[:count]

    def past(self) -> list[Line]:
        """The meetings that took place, the latest last; and those that were to and are not told to have."""
        held = [record for record in self.matter.meetings if record.values["state"] in DONE]
        called_off = [record for record in self.matter.meetings if record.values["state"] == MeetingState.CANCELLED]
        shown = held[-MEETINGS_SHOWN:]
        lines = []
        if len(shown) < len(held):
            lines.append(Line(f"{len(held) - len(shown)} earlier ones are left out here."))
        for record in shown:
            lines.append(self.cite.line(self.meeting(record), claims_on(record, "state", record.values["state"])))
            if who := self.participants(record):
                claims = [claim for seat in record.values["participants"] for claim in seat["claims"]]
                lines.append(self.cite.line(who, claims, level=1))
        for record in called_off:
            lines.append(self.cite.line(f"{self.meeting(record)}", claims_on(record, "state", "cancelled")))
        return lines or [Line(f"No meeting that took place found among {self.among}.")]

    def meeting(self, record: Record) -> str:
        """One meeting in one line: when, where, which, in what state."""
        values = record.values
        number = f"the {ordinal_in_words(values['ordinal'])}" if values["ordinal"] else None
        is_named = len(self.matter.dialogues) != 1 or not record.links.get("dialogue")
        place = place_in_words(values, self.knowledge) if is_named else values["place"]
        parts = [when_in_words(record), place, number]
        if is_named:
            parts.append(gathering_in_words(values, self.knowledge))
        text = ", ".join(part for part in parts if part)
        return f"{text}: {values['state']}."

    def participants(self, record: Record) -> str:
        """Who took part, side by side."""
        seats = record.values["participants"]
        sides = []
        for party in dict.fromkeys(seat["party"] for seat in seats):
            people = [person_in_words(seat) for seat in seats if seat["party"] == party]
            listed = enumerate_words(people[:PEOPLE_SHOWN]) + (" and others" if len(people) > PEOPLE_SHOWN else "")
            sides.append(f"{party_in_words(party, self.knowledge)}: {listed}" if party else listed)
        return ("Took part. " + "; ".join(sides) + ".") if sides else ""

    def agreed(self) -> list[Line]:
        """What was promised at each meeting, and what reports say became of it."""
        lines: list[Line] = []
        meetings = {record.id: record for record in self.matter.meetings}
        ordered = sorted(self.matter.commitments, key=lambda record: (self._made_on(record, meetings), record.id))
        shown = ordered[-COMMITMENTS_SHOWN:]
        if len(shown) < len(ordered):
            lines.append(Line(f"{len(ordered) - len(shown)} earlier commitments are left out here."))
        for record in shown:
            values = record.values
            at = next((meetings[name] for name in record.links.get("meeting", ()) if name in meetings), None)
            day = at.values["date"] if at else None
            when = day_in_words(day) if day else f"reported {day_in_words(values['reported'])}"
            who = self.names(values["made_by"]) or "somebody"
            due = f", due {day_in_words(values['due'])}" if values["due"] else ""
            due = due or (f", due {quoted(values['due_words'])}" if values["due_words"] else "")
            text = f"{sentence_case(when)}: {who} {values['strength']}: {quoted(values['content'])}{due}"
            lines.append(self.cite.line(text, claims_of(record)))
            lines += self.became(record)
        return lines or [Line(f"No commitment found among {self.among}.")]

    def _made_on(self, record: Record, meetings: dict[str, Record]) -> str:
        for name in record.links.get("meeting", ()):
            if name in meetings and meetings[name].values["date"]:
                return str(meetings[name].values["date"])
        return record.values["reported"] or ""

    def became(self, commitment: Record) -> list[Line]:
        """What reports say became of it, or that none does."""
        rows = [row for row in commitment.values["statuses"] if row["record"] in self.matter.statuses]
        lines = [self.status(self.matter.statuses[row["record"]], level=1) for row in rows]
        acts = [self.act(row) for row in commitment.values["acts"]]
        if lines:
            return lines + acts
        due = commitment.values["due"]
        is_over = due and self.day and When.parse(due).last < self.day
        text = f"no later report among {self.among} says what became of it."
        return [Line(f"Due date passed; {text}" if is_over else sentence_case(text), level=1), *acts]

    def act(self, row: dict[str, Any]) -> Line:
        """A deed that may bear on the promise; whether it does is for the reader to say."""
        day = row["date"] or row["reported"]
        told = f" ({day_in_words(day)})" if day else ""
        teller = self.cite.teller(row["claim"])
        text = f"Reported done, which may bear on it, by {teller}{told}: {quoted(row['what'])}"
        return self.cite.line(text, [row["claim"]], level=1)

    def status(self, record: Record, level: int = 0) -> Line:
        """Who reported the status, when, and why it came about."""
        values = record.values
        claims = claims_of(record)
        tellers = enumerate_words(dict.fromkeys(self.cite.teller(claim) for claim in claims))
        word = values["status"].replace("_", " ")
        scope = f", said of {quoted(values['subject'])}," if values["is_partial"] else ""
        since = f" since {day_in_words(values['since'])}" if values["since"] else ""
        causes = values["causes"] or ([values["cause"]] if values["cause"] else [])
        cause = f", because of {enumerate_words(map(quoted, causes))}" if causes else ""
        told = f" ({day_in_words(values['reported'])})" if values["reported"] else ""
        return self.cite.line(f"Reported {word}{since}{scope} by {tellers}{told}{cause}.", claims, level)

    def states(self) -> list[Line]:
        """What was reported to have become of the dialogues themselves, in order."""
        lines = []
        for record in self.matter.dialogues:
            for row in record.values["statuses"]:
                if row["record"] in self.matter.statuses:
                    lines.append(self.status(self.matter.statuses[row["record"]]))
        return lines or [Line(f"No freeze, end or revival found among {self.among}.")]

    def ahead(self) -> list[Line]:
        """The meetings planned, proposed or put off, from the day on."""
        lines = []
        for record in self.matter.meetings:
            if record.values["state"] in AHEAD and not self.is_over(record):
                lines.append(self.cite.line(self.meeting(record), claims_on(record, "state", record.values["state"])))
                if topics := record.values["topics"]:
                    text = f"On the agenda: {enumerate_words(map(quoted, topics[:5]))}."
                    lines.append(self.cite.line(text, claims_on(record, "topics"), level=1))
        return lines or [Line(f"No planned meeting found among {self.among}.")]

    def is_over(self, record: Record) -> bool:
        """Whether the meeting's day lies before the brief's; without a day, whether it was told of long ago."""
        when, reported = record.values["date"], record.values["reported"]
        if self.day is None:
            return False
        if when:
            return When.parse(when).last < self.day
        return bool(reported) and (self.day - date.fromisoformat(reported)).days > STALE_DAYS

    def people(self) -> list[Line]:
        """Who holds the offices on the day, by the table, and who sat there last, by the reports."""
        lines: list[Line] = []
        roles = self.roles()
        for party in self.sides if len(self.sides) <= PEOPLE_SHOWN else []:
            lines += self.holders(party, roles)
        held = [record for record in self.matter.meetings if record.values["state"] in DONE]
        for party in self.sides:
            lines += self.seated_last(party, held)
        return lines or [Line(f"No name found among {self.among}, nor in the table of offices.")]

    def roles(self) -> tuple[str, ...]:
        """The offices that meet in the dialogue, else the leading ones."""
        if self.knowledge and len(self.matter.dialogues) == 1:
            key = self.matter.dialogues[0].values["key"]
            known = self.knowledge.dialogues.get(key) if key else None
            if known and known.offices:
                return known.offices
        return LEADING_ROLES

    def holders(self, party: str, roles: Iterable[str]) -> list[Line]:
        """The office-holders of one party on the day."""
        if self.knowledge is None or self.day is None:
            return []
        lines = []
        seen = set()
        for role in roles:
            found = self.knowledge.offices.holders(party, role, self.day)
            name = party_in_words(party, self.knowledge)
            if not found:
                lines.append(Line(f"{name}, {role} on {day_in_words(self.day.isoformat())}: not known to the table."))
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
            lines.append(
                self.cite.table_line(text, [table_in_words(source) for source in best.sources[:SOURCES_SHOWN]])
            )
        return lines

    def seated_last(self, party: str, held: Sequence[Record]) -> list[Line]:
        """Those who sat there for the party at the last meeting that names any."""
        for record in reversed(held):
            seats = [seat for seat in record.values["participants"] if seat["party"] == party]
            if seats:
                people = enumerate_words(person_in_words(seat) for seat in seats[:PEOPLE_SHOWN])
                name = party_in_words(party, self.knowledge)
                text = f"{name} was last represented by {people}: {when_in_words(record)}."
                return [self.cite.line(text, [claim for seat in seats for claim in seat["claims"]])]
        return []

    def said(self) -> list[Line]:
        """The last statements of each side, in the reports that tell of the matter."""
        lines: list[Line] = []
        for party in self.sides:
            own = [
                record
                for record in self.matter.statements
                if record.values["speaker_party"] == party and not _is_courtesy(record.values["content"])
            ]
            for record in own[:STATEMENTS_SHOWN]:
                values = record.values
                where = f" ({values['occasion']})" if values["occasion"] else ""
                speaker = values["speaker"] or "somebody unnamed"
                told = f"{day_in_words(values['reported'])}, {party_in_words(party, self.knowledge)}"
                text = f"{told}: {speaker} {cue_in_words(values)}{where}: {quoted(values['content'])}"
                lines.append(self.cite.line(text, claims_of(record)))
            if not own and len(self.sides) <= PEOPLE_SHOWN:
                lines.append(Line(f"{party_in_words(party, self.knowledge)}: no statement found among {self.among}."))
        return lines

    def disputes(self) -> list[Line]:
        """Each field on which reports differ: the values with their sources, and which is shown and why."""
        lines = []
        for record in (*self.matter.dialogues, *self.matter.meetings, *self.matter.commitments):
            for field, rivals in record.values["rivals"].items():
                told = [f"{self.value(field, rival['value'])} ({self.tellers(rival['claims'])})" for rival in rivals]
                claims = [claim for rival in rivals for claim in rival["claims"]]
                why = days_in_words(record.reasons.get(field, ""))
                first = "" if field == "participants" else f"Shown first: {self.value(field, rivals[0]['value'])}, "
                reason = f" {sentence_case(first + why)}." if why else ""
                text = f"{sentence_case(self.subject(record))}, {field.replace('_', ' ')}: {'; '.join(told)}.{reason}"
                lines.append(self.cite.line(text, claims))
        return lines or [Line(f"No contradiction found among {self.among}.")]

    def tellers(self, claims: Iterable[str]) -> str:
        """Who tells so."""
        return enumerate_words(dict.fromkeys(self.cite.teller(claim) for claim in claims))

    def value(self, field: str, value: Any) -> str:
        """A rival value as it is read."""
        if field in {"date", "due", "since"}:
            return day_in_words(value)
        if field == "ordinal":
            return ordinal_in_words(value)
        return str(value)

    def subject(self, record: Record) -> str:
        """What the record is, in a few words."""
        values = record.values
        if record.kind is RecordKind.MEETING:
            return (
                f"{values['kind']} of {when_in_words(record)}"
                if values["date"]
                else f"{values['kind']}, {when_in_words(record)}"
            )
        if record.kind is RecordKind.COMMITMENT:
            return f"commitment {quoted(values['content'])}"
        return quoted(values["name"])

    def unknown(self) -> list[Line]:
        """What one would ask and no report read tells."""
        lines = []
        agreed_at = {name for record in self.matter.commitments for name in record.links.get("meeting", ())}
        for record in self.matter.meetings[-MEETINGS_SHOWN:]:
            values = record.values
            if values["state"] in AHEAD and self.is_over(record):
                day = f"for {day_in_words(values['date'])}" if values["date"] else f"({when_in_words(record)})"
                text = f"Whether the {values['kind']} {values['state']} {day} took place."
                lines.append(self.cite.line(text, claims_on(record, "state", values["state"])))
            if values["state"] not in DONE:
                continue
            missing = [] if values["place"] or values["kind"] == "call" else ["where"]
            missing += [] if values["participants"] else ["who took part"]
            missing += [] if record.id in agreed_at else ["what was agreed"]
            if missing:
                text = f"Of the {self.subject(record)}: {enumerate_words(missing)}."
                lines.append(self.cite.line(text, claims_on(record, "state", values["state"])))
        return merged(lines) + self.missing_numbers()

    def missing_numbers(self) -> list[Line]:
        """The numbers below the highest told that no meeting bears."""
        numbered = [record for record in self.matter.meetings if record.values["ordinal"]]
        if len(self.matter.dialogues) != 1 or not numbered:
            return []
        highest = max(numbered, key=lambda record: record.values["ordinal"])
        known = {record.values["ordinal"] for record in numbered}
        count = len([record for record in self.matter.meetings if record.values["state"] in DONE])
        gaps = [number for number in range(1, highest.values["ordinal"]) if number not in known]
        if not gaps or count >= highest.values["ordinal"]:
            return []
        numbered_as = f"One meeting is numbered {ordinal_in_words(highest.values['ordinal'])}"
        if len(gaps) == 1:
            text = f"{numbered_as}; which was the {ordinal_in_words(gaps[0])} is not told."
        else:
            text = f"{numbered_as}; of {len(gaps)} meetings before it no number is told."
        return [self.cite.line(text, claims_on(highest, "ordinal", highest.values["ordinal"]))]


def when_in_words(record: Record) -> str:
    """The meeting's day, or, where none is told, the day on which it was first reported."""
    values = record.values
    if values["date"]:
        return day_in_words(values["date"])
    return f"date not told (reported {day_in_words(values['reported'])})" if values["reported"] else "date not told"


def _is_courtesy(content: str) -> bool:
    """Whether the words say nothing of the matter: "Thank you very much.", "Good afternoon, everyone."."""
    words = content.casefold().replace(",", " ").split()
    return len(words) < FEWEST_WORDS or " ".join(words[:2]) in COURTESIES


def person_in_words(seat: dict[str, Any]) -> str:
    """A participant with the office."""
    return f"{seat['name']} ({seat['office']})" if seat["office"] else str(seat["name"])


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


def table_in_words(source: str) -> str:
    """A source of the table of offices, with its licence."""
    known = shipped_sources().get(source)
    return f"Table of offices: {known.name} ({known.licence})" if known else f"Table of offices: {source}"
