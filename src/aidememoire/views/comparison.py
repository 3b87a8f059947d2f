"""The comparison: what two sides tell of one meeting: what both say, what only one says, where they differ."""

from collections.abc import Iterable, Sequence
from typing import Any

from aidememoire.knowledge import Knowledge
from aidememoire.model import NotFoundError, Record, RecordKind
from aidememoire.register import Filters, Register
from aidememoire.register.words import words_in
from aidememoire.register.world import World, fold
from aidememoire.views.accounts import (
    Account,
    account_of,
    are_compatible,
    seat_as_told,
    tell_the_same,
    told_in,
    value_in_words,
)
from aidememoire.views.citing import Citations
from aidememoire.views.page import Line, Page, Section, coverage_lines
from aidememoire.views.wording import (
    day_in_words,
    enumerate_words,
    parties_in_words,
    party_in_words,
    reports_in_words,
    sentence_case,
)

LEAST_LETTERS = 4  # of a word that tells what is promised
FEWEST_ALIKE = 2  # such words in both
# Of the shorter promise's such words, in the other too.
# accepts: "16 million for the bridge at Pakse", "18 million for the Pakse bridge"; refuses: "train 18 nurses"
SHARE_ALIKE = 0.6
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
    if len(chosen) != 2 or chosen[0] == chosen[1] or not all(side in by_side for side in chosen):
        found = ", ".join(sorted(by_side)) or "none"
        advice = "Name two of these with --sides." if len(by_side) > 1 else "Read more reports."
        raise NotFoundError(meeting, f"two sides' accounts are needed; there are those of: {found}", advice)
    left, right = chosen
    told = [record, *_told_there(register, record)]
    cite = Citations(register, told)
    table = _Table(chosen, by_side, cite, knowledge)
    _compare_fields(table, record)
    _compare_parties(table, record)
    _compare_people(table, record)
    figures = _other_figures(table, told[1:])
    for other in told[1:]:
        if other.id not in figures:
            _compare_tellings(table, other)
    coverage = register.coverage()
    names = {side: party_in_words(side, knowledge) for side in (left, right)}
    sections = [
        Section("both", "What both say", tuple(table.both)),
        Section("differ", "Where they differ", tuple(table.differ)),
        *(Section(f"only_{side}", f"What only {names[side]} says", tuple(table.only[side])) for side in chosen),
        Section("coverage", "What was read", coverage_lines(coverage)),
    ]
    parties = parties_in_words(record.values["parties"], knowledge)
    return Page(
        kind="comparison",
        title=f"{names[left]} and {names[right]} on their meeting{_day_of_both(table, record)}",
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


class _Table:
    """The lines of the page, and what they are written from."""

    def __init__(
        self, sides: tuple[str, str], by_side: dict[str, set[str]], cite: Citations, knowledge: Knowledge | None
    ) -> None:
        self.sides = sides
        self.cite = cite
        self.knowledge = knowledge
        self.world = World.of(knowledge) if knowledge else World.plain()
        self._by_side = by_side
        self.both: list[Line] = []
        self.differ: list[Line] = []
        self.only: dict[str, list[Line]] = {side: [] for side in sides}

    def accounts(self, record: Record) -> tuple[Account, Account]:
        """What each side tells of the record."""
        left, right = self.sides
        return (
            account_of(record, left, self._by_side[left], self.cite),
            account_of(record, right, self._by_side[right], self.cite),
        )

    def side_by_side(self, texts: dict[str, str]) -> str:
        """Each side's words, with its name before them."""
        return "; ".join(f"{party_in_words(side, self.knowledge)}: {texts[side]}" for side in self.sides)

    def line(self, text: str, claims: Iterable[str]) -> Line:
        return self.cite.line(text, claims)


def _day_of_both(table: _Table, record: Record) -> str:
    """The day, where neither side tells another."""
    days = {value for account in table.accounts(record) for value, _ in told_in(record, "date", account)}
    return f" of {day_in_words(record.values['date'])}" if len(days) < 2 else ""


def _compare_fields(table: _Table, record: Record) -> None:
    """What each side tells on each field, never what the record shows first."""
    accounts = table.accounts(record)
    for field in _FIELDS:
        told = {account.side: told_in(record, field, account) for account in accounts}
        texts = {
            side: enumerate_words(dict.fromkeys(value_in_words(field, value) for value, _ in rows))
            for side, rows in told.items()
        }
        claims = [claim for rows in told.values() for _, claim in rows]
        left, right = table.sides
        name = field.capitalize()
        if not told[left] or not told[right]:
            for side in table.sides:
                if told[side]:
                    table.only[side].append(table.line(f"{name}: {texts[side]}.", claims))
        elif fold(texts[left]) == fold(texts[right]):
            table.both.append(table.line(f"{name}: {texts[left]}.", claims))
        else:
            here, there = ([value for value, _ in told[side]] for side in table.sides)
            where = table.both if are_compatible(field, here, there, table.world) else table.differ
            where.append(table.line(f"{name}. {table.side_by_side(texts)}.", claims))


def _compare_parties(table: _Table, record: Record) -> None:
    """The parties that one side's reports name and the other's do not."""
    left, right = table.accounts(record)
    named = {
        one.side: {party for value, _ in told_in(record, "parties", one) for party in value} for one in (left, right)
    }
    for one, other in ((left, right), (right, left)):
        if surplus := sorted(named[one.side] - named[other.side]):
            text = f"Parties named here alone: {parties_in_words(surplus, table.knowledge)}."
            table.only[one.side].append(table.line(text, one.claims))


def _compare_people(table: _Table, record: Record) -> None:
    """Who took part, in the office that each side gives."""
    accounts = table.accounts(record)
    for seat in record.values["participants"]:
        claims = {one.side: [claim for claim in seat["claims"] if claim in one.claims] for one in accounts}
        offices = {one.side: _offices(table, record, seat, one) for one in accounts}
        left, right = table.sides
        named = [claim for side in table.sides for claim in claims[side]]
        if not claims[left] or not claims[right]:
            for side in table.sides:
                if claims[side]:
                    table.only[side].append(table.line(_took_part(seat["name"], offices[side]), named))
            continue
        if fold(offices[left]) == fold(offices[right]) or not offices[left] or not offices[right]:
            shared = offices[left] if offices[left] and offices[right] else ""
            table.both.append(table.line(_took_part(seat["name"], shared), named))
            for side in table.sides:
                if offices[side] and not shared:
                    table.only[side].append(table.line(f"{seat['name']} is called {offices[side]}.", claims[side]))
        else:
            text = f"{_took_part(seat['name'], '')} Called, by {table.side_by_side(offices)}."
            table.both.append(table.line(text, named))


def _offices(table: _Table, record: Record, seat: dict[str, Any], account: Account) -> str:
    told = [one["office"] for one in seat_as_told(record, seat, account, table.world) if one["office"]]
    return enumerate_words(dict.fromkeys(told))


def _took_part(name: str, office: str) -> str:
    return f"Took part: {name}{f' ({office})' if office else ''}."


def _other_figures(table: _Table, told: Sequence[Record]) -> set[str]:
    """The ids of the promises that each side tells with figures of its own: they stand among what differs."""
    alone: dict[str, list[tuple[Record, Account]]] = {side: [] for side in table.sides}
    for record in told:
        left, right = table.accounts(record)
        if record.kind is RecordKind.COMMITMENT and bool(left.claims) != bool(right.claims):
            one = left if left.claims else right
            alone[one.side].append((record, one))
    found: set[str] = set()
    left_side, right_side = table.sides
    for mine, here in alone[left_side]:
        for theirs, there in alone[right_side]:
            if theirs.id not in found and _differ_in_figures(mine.values["content"], theirs.values["content"]):
                found |= {mine.id, theirs.id}
                texts = {one.side: one.in_words(table.knowledge) for one in (here, there)}
                table.differ.append(table.line(sentence_case(table.side_by_side(texts)), [*here.claims, *there.claims]))
                break
    return found


def _differ_in_figures(one: str, other: str) -> bool:
    """Whether two promises tell of one thing in other figures.

    >>> _differ_in_figures("lend 16 million for the bridge at Pakse", "grant a loan of 18 million for the Pakse bridge")
    True
    >>> _differ_in_figures("lend 16 million for the bridge at Pakse", "train 18 nurses in Vientiane")
    False
    """
    told = [[word.text for word in words_in(text)] for text in (one, other)]
    figures = [{word for word in words if word[0].isdigit()} for words in told]
    things = [{word for word in words if word[0].isalpha() and len(word) >= LEAST_LETTERS} for words in told]
    least = min(len(words) for words in things)
    is_alike = least > 0 and len(things[0] & things[1]) >= max(FEWEST_ALIKE, SHARE_ALIKE * least)
    return is_alike and all(figures) and figures[0] != figures[1]


def _compare_tellings(table: _Table, record: Record) -> None:
    """A commitment or statement under what both say only where neither's own words speak against the other's."""
    left, right = table.accounts(record)
    for one, other in ((left, right), (right, left)):
        if one.claims and not other.claims:
            table.only[one.side].append(table.line(sentence_case(one.in_words(table.knowledge)), one.claims))
    if not left.claims or not right.claims:
        return
    claims = left.claims + right.claims
    texts = {one.side: one.in_words(table.knowledge) for one in (left, right)}
    if not tell_the_same(left, right):
        table.differ.append(table.line(sentence_case(table.side_by_side(texts)), claims))
    elif list(map(fold, left.contents)) == list(map(fold, right.contents)):
        table.both.append(table.line(sentence_case(texts[left.side]), claims))
    else:
        table.both.append(table.line(f"In each side's words. {table.side_by_side(texts)}", claims))
