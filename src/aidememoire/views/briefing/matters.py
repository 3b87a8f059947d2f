"""Matter: everything in the register that a brief is about, gathered for one dialogue or for two parties."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from aidememoire.knowledge import Knowledge
from aidememoire.model import NotFoundError, Record, RecordKind
from aidememoire.register import Filters, Register
from aidememoire.views.briefing.concerning import of_others_alone

STATEMENTS_LOOKED_AT = 15  # of each side: courtesies among the latest make room for what was said before


@dataclass(frozen=True, slots=True)
class Matter:
    """Everything in the register that the brief is about."""

    dialogues: tuple[Record, ...]
    meetings: tuple[Record, ...]  # in order of date
    commitments: tuple[Record, ...]
    aside: tuple[Record, ...]  # what one of two parties promised in the same reports, to or about others alone
    statuses: dict[str, Record]  # by id, in the order in which they came about
    statements: tuple[Record, ...]  # latest first
    more_statements: int  # how many earlier ones were not looked at
    parties: tuple[str, ...]
    subject: Record | None  # the dialogue that the brief is on; None for two parties

    @property
    def records(self) -> tuple[Record, ...]:
        """All of them."""
        told = (*self.commitments, *self.aside, *self.statuses.values(), *self.statements)
        return (*self.dialogues, *self.meetings, *told)


def dialogue_named(register: Register, name: str) -> Record:
    """The dialogue with that id; raises NotFoundError."""
    found = register.record(name)
    if found is None:
        raise NotFoundError(name, "no dialogue has that id", "List the dialogues.")
    return found


def dialogue_now(register: Register, name: str, claims: Iterable[str]) -> Record:
    """The dialogue as known on the day, which may go by another id then."""
    found = register.record(name)
    if found is not None:
        return found
    for claim in claims:
        if ids := register.match(claim, RecordKind.DIALOGUE):
            return register.records_by_id([ids[0][0]])[0]
    raise NotFoundError(name, "no report read by that day tells of it", "Give a later date.")


def matter_of_dialogue(register: Register, dialogue: Record, *, is_full: bool = False) -> Matter:
    """Everything about one dialogue; ``is_full``: with every statement."""
    own = Filters(dialogue=dialogue.id)
    meetings = register.records(RecordKind.MEETING, own)
    commitments = register.records(RecordKind.COMMITMENT, own)
    parties = tuple(dialogue.values["parties"])
    return _matter(register, [dialogue], meetings, commitments, parties, dialogue, is_full=is_full)


def matter_between(
    register: Register, between: tuple[str, str], knowledge: Knowledge | None = None, *, is_full: bool = False
) -> Matter:
    """Everything in which both parties take part, and what either alone promised the other; and, apart, others."""
    both = Filters(between=between)
    meetings = register.records(RecordKind.MEETING, both)
    by_one = _promised_by_one(register, between, meetings)
    aside = of_others_alone(register, by_one, between, knowledge.parties) if knowledge else set()
    return _matter(
        register,
        sorted(register.records(RecordKind.DIALOGUE, both), key=_of_the_fewest_first),
        meetings,
        [
            *register.records(RecordKind.COMMITMENT, both),
            *(record for record in by_one if record.id not in aside),
        ],
        between,
        aside=[record for record in by_one if record.id in aside],
        told=register.records(RecordKind.STATUS, both),
        is_full=is_full,
    )


def _of_the_fewest_first(dialogue: Record) -> int:
    """How many parties it has: what two hold by themselves tells more of the two than the G20 does."""
    return len(dialogue.values["parties"])


def _promised_by_one(register: Register, between: tuple[str, str], meetings: Sequence[Record]) -> list[Record]:
    """What one of the two promised alone at a meeting of just the two, or in reports that tell of no other meeting."""
    own = {record.id for record in meetings if set(record.values["parties"]) == set(between)}
    reports = frozenset(support.report for record in meetings if record.id in own for support in record.support)
    if not reports:
        return []
    others = {
        support.report
        for record in register.records(RecordKind.MEETING, Filters(reports=reports))
        if record.id not in own
        for support in record.support
    }
    found = []
    for party in between:
        for record in register.records(RecordKind.COMMITMENT, Filters(party=party, reports=reports)):
            made_at = set(record.links.get("meeting", ()))
            told_in = {support.report for support in record.support}
            is_theirs = bool(made_at & own) if made_at else not told_in & others and told_in <= reports
            if is_theirs and set(record.values["made_by"]) == {party}:
                found.append(record)
    return found


def _matter(
    register: Register,
    dialogues: Sequence[Record],
    meetings: Sequence[Record],
    commitments: Sequence[Record],
    parties: tuple[str, ...],
    subject: Record | None = None,
    *,
    aside: Sequence[Record] = (),
    told: Sequence[Record] = (),
    is_full: bool = False,
) -> Matter:
    """With the statuses of all, those ``told`` of what no record is of, and what the parties said in these reports."""
    names = {name for record in (*dialogues, *commitments, *aside) for name in record.links.get("statuses", ())}
    statuses = [*register.records_by_id(sorted(names - {record.id for record in told})), *told]
    reports = frozenset(
        support.report for record in (*dialogues, *meetings, *commitments, *told) for support in record.support
    )
    latest = None if is_full else STATEMENTS_LOOKED_AT
    of_each = [Filters(party=party, reports=reports, latest=latest) for party in parties]
    statements = [record for own in of_each for record in register.records(RecordKind.STATEMENT, own)]
    every = sum(register.count(RecordKind.STATEMENT, replace(own, latest=None)) for own in of_each)
    statements.sort(key=lambda record: (record.values["reported"] or "", record.id), reverse=True)
    return Matter(
        tuple(dialogues),
        tuple(sorted(meetings, key=_by_day)),
        tuple(commitments),
        tuple(aside),
        {record.id: record for record in sorted(statuses, key=_since)},
        tuple(statements),
        every - len(statements),
        parties,
        subject,
    )


def _by_day(record: Record) -> tuple[str, str]:
    # Of no told day, in a report without one: before all others, so that it is never taken for the latest.
    return record.values["date"] or record.values["reported"] or "", record.id


def _since(record: Record) -> tuple[str, str]:
    return record.values["since"] or record.values["reported"] or "", record.id
