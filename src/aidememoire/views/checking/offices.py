"""Offices: whether whoever a draft calls a minister or head was one on that day."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.person_names import same_person
from aidememoire.model import Granularity, OfficeMention, PersonMention, Record, RecordKind, When
from aidememoire.register import Register
from aidememoire.register.words import WordIndex, words_in
from aidememoire.views.checking.aligning import exact_places
from aidememoire.views.checking.drafts import Draft, when_of
from aidememoire.views.checking.findings import Asserted, Evidence, Fault, Finding, Status
from aidememoire.views.checking.holdings import SourceText
from aidememoire.views.checking.speakers import SAME_NAME
from aidememoire.views.wording import day_in_words, enumerate_words, party_in_words

# Reports in which these very words are looked for.
MOST_REPORTS = 20
# A report calls people by their office of the day; so long before and after it others may do so.
DAYS_AROUND = 31
# A president who heads the government, a premier under a president: one office answers for the other.
_NEAR_ROLES = {
    "head of government": ("head of government", "prime minister"),
    "prime minister": ("prime minister", "head of government"),
    "head of state": ("head of state", "head of government"),
}

# An office with "then" before it has no role of its own.
_THEN = {
    "foreign minister": "foreign minister",
    "defence minister": "defence minister",
    "prime minister": "head of government",
    "chancellor": "head of government",
    "president": "head of state",
    "secretary of state": "foreign minister",
}


def check_offices(draft: Draft, register: Register, index: WordIndex, knowledge: Knowledge) -> Iterator[Finding]:
    """What the table of offices and the register say to each person with an office in the draft's own words."""
    seen = set()
    for person in draft.mentions.persons:
        office = person.office
        role = _role(office)
        if office is None or role is None or office.is_plural:
            continue
        if draft.is_quoted(person.span.start, person.span.end):
            continue
        party = office.party or draft.mentions.actors[person.actor].party
        dates = draft.dates_in(*draft.sentence_at(person.span.start))
        when = when_of(dates)
        key = (person.actor, role, party, str(when))
        if party is None or key in seen:
            continue
        name = draft.mentions.actors[person.actor].name
        if " " not in name and not knowledge.offices.by_surname(name, party=party) and _unknown(register, name):
            continue  # one word that nobody in this party's offices bears is hardly a name
        seen.add(key)
        finding = _check(draft, person, role, party, when, register, knowledge)
        yield finding if finding.is_supported else _as_told(finding, when, register, index)


def _role(office: OfficeMention | None) -> str | None:
    """The role to be looked up; of "then foreign minister" too: of that day, if no longer of this.

    accepts: "then foreign minister Bob Carr"; refuses: "former foreign minister Bob Carr", "deputy foreign minister"
    """
    if office is not None and office.modifier == "then":
        return _THEN.get(office.office)
    return office.role if office is not None and office.modifier is None else None


def _on(when: When) -> str:
    return f"{'on' if when.granularity is Granularity.DAY else 'in'} {day_in_words(str(when))}"


def _check(
    draft: Draft,
    person: PersonMention,
    role: str,
    party: str,
    when: When | None,
    register: Register,
    knowledge: Knowledge,
) -> Finding:
    name = draft.mentions.words(person.span)
    full_name = draft.mentions.actors[person.actor].name
    names = (name, full_name)
    assert person.office is not None
    start = min(person.span.start, person.office.span.start)
    end = max(person.span.end, person.office.span.end)
    roles = _NEAR_ROLES.get(role, (role,))
    faults: list[Fault] = []
    evidence: list[Evidence] = []
    notes: list[str] = []
    title = f"{person.office.office} of {party_in_words(party, knowledge)}"
    if when is None:
        held = [
            tenure
            for tenure in (*knowledge.offices.tenures(full_name), *knowledge.offices.by_surname(full_name, party=party))
            if tenure.party == party and tenure.role in roles
        ]
        if held:
            evidence.append(_table(held[0].source, f"{held[0].person}, {title}"))
            notes.append("the draft gives no day: the table has this person in this office at some time")
        elif record := _record(register, names, party, person.office.office):
            evidence.append(_of_record(record))
        else:
            known = knowledge.offices.tenures(full_name)
            status = Status.CONTRADICTED if known else Status.NOT_FOUND
            faults.append(Fault(status, "office", f"neither table nor register has {full_name} as {title}"))
    else:
        holders = [
            tenure
            for one in roles
            for day in {when.first, when.last}
            for tenure in knowledge.offices.holders(party, one, day)
        ]
        mine = [tenure for tenure in holders if _is_same(names, tenure.person)]
        if not mine and when.first != when.last:
            mine = [
                tenure
                for tenure in knowledge.offices.tenures(full_name)
                if tenure.party == party and tenure.role in roles and _may_hold(tenure, when)
            ]
        if mine:
            evidence.append(_table(mine[0].source, f"{mine[0].person}, {title}"))
        elif holders:
            others = enumerate_words(dict.fromkeys(tenure.person for tenure in holders))
            faults.append(Fault(Status.CONTRADICTED, "office", f"{_on(when)} the {title} was {others}"))
            evidence.append(_table(holders[0].source, f"{holders[0].person}, {title}"))
        elif record := _record(register, names, party, person.office.office):
            evidence.append(_of_record(record))
        else:
            why = f"neither table nor register knows who was {title} {_on(when)}"
            faults.append(Fault(Status.NOT_FOUND, "office", why))
    return Finding(
        asserted=Asserted.OFFICE,
        start=start,
        end=end,
        words=draft.text[start:end],
        speaker=None,
        date=str(when) if when else None,
        status=faults[0].status if faults else Status.CONFIRMED,
        faults=tuple(faults),
        score=None,
        evidence=tuple(evidence),
        diff=(),
        notes=tuple(notes),
    )


def _as_told(finding: Finding, when: When | None, register: Register, index: WordIndex) -> Finding:
    """The finding; confirmed where a report of that time has these very words, whatever the table says."""
    words = [word.text for word in words_in(finding.words)]
    names = index.with_words(words, MOST_REPORTS)
    lines = {line.id: line for line in register.report_lines(names)} if names else {}
    for name, report in register.texts(names).items() if names else ():
        line = lines[name]
        if when is not None and (line.day is None or not when.meets(_around(date.fromisoformat(line.day)))):
            continue
        place = next(exact_places(words, SourceText(line, report)), None)
        if place is not None:
            evidence = place.source.evidence(place.start, place.end)
            notes = (*finding.notes, *(f"the report calls them so; but {fault.why}" for fault in finding.faults))
            return replace(finding, status=Status.CONFIRMED, faults=(), evidence=(evidence,), notes=notes)
    return finding


def _around(day: date) -> When:
    return When(day - timedelta(DAYS_AROUND), day + timedelta(DAYS_AROUND), Granularity.INTERVAL)


def _unknown(register: Register, name: str) -> bool:
    return not register.match(name, RecordKind.PERSON)


def _is_same(names: tuple[str, ...], person: str) -> bool:
    return any(same_person(name, person) >= SAME_NAME for name in names)


def _may_hold(tenure: object, when: When) -> bool:
    covers = getattr(tenure, "covers", None)
    middle = date.fromordinal((when.first.toordinal() + when.last.toordinal()) // 2)
    return bool(covers and covers(middle))


def _record(register: Register, names: tuple[str, ...], party: str, office: str) -> Record | None:
    """The person on the register of whom reports tell this office."""
    ids = [name for one in dict.fromkeys(names) for name, _ in register.match(one, RecordKind.PERSON)]
    for record in register.records_by_id(list(dict.fromkeys(ids))):
        if record.values.get("party") == party and any(
            held.get("office") == office for held in record.values.get("offices") or () if isinstance(held, dict)
        ):
            return record
    return None


def _table(source: str, words: str) -> Evidence:
    return Evidence(None, f"table of offices ({source})", None, None, None, None, None, words, None, None, None)


def _of_record(record: Record) -> Evidence:
    words = f"{record.values['name']} ({record.values.get('party')})"
    claim = record.support[0].claim if record.support else None
    return Evidence(None, "the register's people", None, None, None, None, None, words, None, claim, record.id)
