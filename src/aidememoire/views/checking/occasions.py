"""Meetings: whether a meeting that a draft tells of is on the register, on that day, there, and held."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Literal

from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.number_words import cardinals, ordinals
from aidememoire.knowledge.person_names import same_person
from aidememoire.model import (
    TOOK_PLACE,
    Claim,
    CommitmentValues,
    Granularity,
    MeetingKind,
    MeetingValues,
    Record,
    RecordKind,
    When,
)
from aidememoire.register import Filters
from aidememoire.register.words import words_in
from aidememoire.register.world import World, fold, fold_format
from aidememoire.views.checking.drafts import Draft
from aidememoire.views.checking.findings import Asserted, Evidence, Fault, Finding, Status, named
from aidememoire.views.checking.holdings import Holdings
from aidememoire.views.checking.leaning import Leaning
from aidememoire.views.checking.likeness import key_of
from aidememoire.views.checking.manner import manner_fault, told_of_held
from aidememoire.views.checking.quotations import EVIDENCE
from aidememoire.views.checking.roles import deeds_in, roles_fault, verbs_in
from aidememoire.views.checking.speakers import SAME_NAME, people_of
from aidememoire.views.wording import day_in_words, enumerate_words, ordinal_in_words, parties_in_words

_TO_COME = frozenset({"planned", "proposed"})
_CEREMONY = str(MeetingKind.CEREMONY)
_CALLED_OFF = frozenset({"cancelled", "postponed"})
_TENS = cardinals(20, 90)
_ORDINALS = ordinals(1, 90) | {
    f"{ten}{joint}{unit}": tens + number
    for ten, tens in _TENS.items()
    for unit, number in ordinals(1, 9).items()
    for joint in "- "
}
_ORDINAL_WORDS = "|".join(sorted(_ORDINALS, key=len, reverse=True))
_NTH = r"(?:\d{1,3}(?:st|nd|rd|th)|" + _ORDINAL_WORDS + r")"
# Who does these to another was at one meeting with them.
_EACH_OTHER = frozenset(map(key_of, ("met", "meets", "received", "receives", "hosted", "spoke", "saw", "visited")))
# A sentence that tells of an occasion, where the readers found none: "Soreide and Wallstrom met in Oslo".
_MET = re.compile(
    r"(?i)\b(?:met|meets?|attend(?:s|ed)?|t(?:ook|akes) part|participate[sd]|"
    r"visit(?:s|ed)?|host(?:s|ed)?|receive[sd]?|spoke|(?:was|were|be) held|tak(?:es?|ing) place|"
    r"took place|(?:travel(?:s|l?ed)?|fl(?:y|ies|ew)|go(?:es)?|went|c[oa]mes?|return(?:s|ed)?|paid a visit) to|"
    r"h[eo]lds? (?:their |its |the |an? )?(?:" + _NTH + r"|(?:[\w-]+ ){0,6}(?:talks|meeting|round|summit|consultations|"
    r"negotiations|session|dialogue))|(?:round|summit|meeting|session|talks) (?:\w+ ){0,6}(?:held|took))\b"
)
_MET_INDEED = re.compile(r"(?i)\b(?:met|held (?:\w+ )?talks|had talks|sat down|received|visited|travell?ed|flew)\b")
_WAS_PLANNED = re.compile(r"(?i)\b(?:was|were|had been|is|are) (?:\w+ly )?(?:planned|scheduled|due|set)\b")
_IT_WAS_OFF = re.compile(
    r"(?i)\s*(?:it|this|that|the \w+|they)\s+(?:was|were|has been|have been|had to be|did)\s+(?:\w+ )?"
    r"(?:cancell?ed|called off|postponed|put off|not take place)\b"
)
_TO_BE = re.compile(
    r"(?i)\b(?:will|is to|are to|was to|were to|plans? to|planned|scheduled|due to|is expected|shall"
    r"|(?:agree|decide|promise|pledge|offer|resolve)[sd]? to (?:hold|meet|convene|host|attend|visit|receive))\b"
)
_OFF = re.compile(r"(?i)\b(?:cancell?ed|called off|postponed|put off|did not take place|not held)\b")
_ORDINAL = re.compile(
    r"(?i)\b(?:(\d{1,3})(?:st|nd|rd|th)|(" + _ORDINAL_WORDS + r"))\s+(?:[\w“\"'+–-]+[”\"']?\s+){0,4}?"
    r"[“\"']?(?:round|summit|meeting|session|talks|consultations|dialogue|commission|two plus two|2\s?\+\s?2)"
)
# accepts: "They met in Lima."; refuses: "She said: “…”"
FEWEST_OWN_WORDS = 3
# People whom a report of the day must name for the register to be thought to have missed their meeting.
# accepts: "Soreide and Wallstrom met"; refuses: "Soreide was received"
_FEWEST_TOLD = 2
# So many of the meetings between the draft's parties are looked at, the latest first.
_MOST = 400


@dataclass(frozen=True, slots=True)
class Occasion:
    """A meeting as the draft tells of it."""

    start: int
    end: int
    state: str
    parties: frozenset[str]
    people: tuple[str, ...]
    dates: tuple[When, ...]
    place: str | None
    ordinal: int | None
    format: str | None
    is_read: bool  # by the product's readers; False: made out from the words of the sentence alone
    met: tuple[str, ...] = ()  # folded surnames of those between whom it is told as held, where the words were made out
    kind: str | None = None  # where it was read
    is_told: bool = False  # made out, yet so fully that no report telling of it is a fault


@dataclass(frozen=True, slots=True)
class Candidate:
    """A meeting on the register beside the draft's."""

    record: Record
    same: frozenset[str]  # fields that agree
    faults: tuple[Fault, ...]  # fields that don't

    def is_faulty(self, field: str) -> bool:
        """Whether the reports tell otherwise of the field."""
        return any(fault.field == field for fault in self.faults)

    @property
    def weight(self) -> int:
        """How much agrees: the day and the number tell one meeting of the same people from another."""
        return sum(2 if field in {"date", "ordinal"} else 1 for field in self.same)


def tells_of_meeting(words: str) -> bool:
    """Whether the words tell of an occasion: "attended", "met", "took part"."""
    return _MET.search(words) is not None


def occasions_in(draft: Draft, leanings: Mapping[int, Leaning]) -> Iterator[Occasion]:
    """The meetings that the draft tells of in its own words; leanings: start of a sentence → what it leans on."""
    taken: list[tuple[int, int]] = []
    for claim, values in draft.meetings():
        span = claim.evidence[0]
        if draft.is_quoted(span.start, span.end):
            continue
        occasion = _read(draft, claim, values)
        if len(words_in(draft.outside(occasion.start, occasion.end))) < FEWEST_OWN_WORDS:
            continue  # somebody's words tell of it: they are checked as a quotation
        taken.append((occasion.start, occasion.end))
        if occasion.dates or occasion.place or occasion.ordinal:
            yield occasion
    for start, end in draft.sentences:
        if any(first < end and start < last for first, last in taken):
            continue
        occasion_made = _made_out(draft, start, end, leanings.get(start))
        if occasion_made is not None:
            yield occasion_made


def _read(draft: Draft, claim: Claim, values: MeetingValues) -> Occasion:
    told = dict(claim.spans).get("date", ()) or claim.evidence
    start, end = draft.sentence_at(told[0].start)
    return Occasion(
        start=start,
        end=end,
        state=_state_of(draft, start, end, str(values.state)),
        parties=frozenset(values.parties),
        people=tuple(one.name for one in values.participants),
        dates=(values.date,) if values.date else (),
        place=values.place,
        ordinal=values.ordinal,
        format=values.format,
        is_read=True,
        kind=str(values.kind),
    )


def _state_of(draft: Draft, start: int, end: int, state: str) -> str:
    """The state with what the words around say: "was planned for 12 March. It was cancelled." tells of none held."""
    if state in TOOK_PLACE and _WAS_PLANNED.search(draft.outside(start, end)):
        state = "planned"
    following = next((sentence for sentence in draft.sentences if sentence[0] >= end), None)
    if state in _TO_COME and following is not None and _IT_WAS_OFF.match(draft.outside(*following)):
        return "cancelled"
    return state


def _made_out(draft: Draft, start: int, end: int, leaning: Leaning | None) -> Occasion | None:
    """The occasion of which the sentence's own words tell; None where it gives no day, or tells of none."""
    words = draft.outside(start, end)
    ordinal = _ORDINAL.search(words)
    if not _MET.search(words) and not (ordinal and leaning):
        return None
    dates = _days_in(draft, start, end)
    if not dates and ordinal and leaning:  # "It was the third round."
        former = [sentence for sentence in draft.sentences if sentence[1] <= start][-1:]
        dates = tuple(when for sentence in former for when in _days_in(draft, *sentence))
    if not dates:
        return None
    inside = [
        claim
        for claim, _ in draft.statements()
        if any(start <= span.start < end for span in dict(claim.spans).get("content", ()))
    ]
    if inside:
        return None
    mentions = draft.mentions
    state = "cancelled" if _OFF.search(words) else "planned" if _TO_BE.search(words) else "held"
    parties = {party.code for party in mentions.parties if start <= party.span.start < end}
    is_nobodys = leaning is not None and not leaning.is_resolved and not parties
    people = [] if is_nobodys else [*_names(words), *(leaning.people if leaning else ())]
    if leaning is not None and ordinal is not None and not leaning.people:
        begin = max((first for first, last in draft.sentences if last <= start), default=start)
        parties |= {party.code for party in mentions.parties if begin <= party.span.start < start}
    places = [place for place in mentions.places if start <= place.span.start < end and place.kind == "city"]
    if is_nobodys and not parties and len(places) != 1:
        return None  # a day alone says nothing of who met
    return Occasion(
        start=start,
        end=end,
        state=state,
        parties=frozenset(parties | (leaning.parties if leaning else frozenset())),
        people=tuple(people),
        dates=dates,
        place=mentions.words(places[0].span) if len(places) == 1 else None,
        ordinal=(int(ordinal[1]) if ordinal[1] else _ORDINALS[ordinal[2].lower()]) if ordinal else None,
        format=None,
        is_read=False,
        met=tuple(_met(draft, start, end)),
        is_told=leaning is not None and bool(_MET_INDEED.search(words)),
    )


def _met(draft: Draft, start: int, end: int) -> Iterator[str]:
    """The folded surnames of two or more who are told to have met each other."""
    actors = [actor for actor in draft.mentions.actors if actor.kind == "person"]
    people = {words[-1].text: actor.party for actor in actors if (words := words_in(actor.name))}
    for deed in deeds_in(draft.mentions.report.text[start:end], _EACH_OTHER, people, None):
        if deed.doers and deed.done_to:
            yield from (who.surname for who in (*deed.doers, *deed.done_to) if who.surname)
            return


def _days_in(draft: Draft, start: int, end: int) -> tuple[When, ...]:
    """The days and months that the sentence gives."""
    return tuple(
        mention.when
        for mention in draft.dates_in(start, end)
        if mention.when and mention.when.granularity in {Granularity.DAY, Granularity.MONTH}
    )


def _names(words: str) -> Iterator[str]:
    """Whatever may be a name."""
    for found in re.finditer(r"[^\W\d_a-z][\w’'-]+(?:\s+[^\W\d_a-z][\w’'-]+)*", words):
        yield found.group()


def check_occasion(draft: Draft, occasion: Occasion, holdings: Holdings, knowledge: Knowledge | None) -> Finding | None:
    """What the register says to one meeting; None where too little was made out to say that it holds nothing."""
    world = World.of(knowledge) if knowledge else World.plain()
    beside = _Beside(occasion, world, knowledge)
    candidates = [found for record in _records(occasion, holdings) if (found := beside.record(record))]
    if not candidates:
        is_signed = occasion.kind == _CEREMONY and _is_of_promise(draft, occasion)
        if not (occasion.is_read or occasion.is_told) or is_signed or _is_told_unread(occasion, holdings):
            return None
        fault = Fault(Status.NOT_FOUND, "meeting", f"no report read tells of this meeting{beside.in_words}")
        return _finding(draft, occasion, (fault,), (), ())
    best = min(candidates, key=lambda item: (len(item.faults), -item.weight, item.record.id))
    evidence = holdings.evidence_of(best.record, EVIDENCE)
    notes: list[str] = []
    silent: tuple[Fault, ...] = ()
    untold = [field for field in beside.asked if field not in best.same and not best.is_faulty(field)]
    if untold == ["ordinal"]:
        why = f"no report read numbers this meeting, the {ordinal_in_words(occasion.ordinal or 0)} here"
        silent = (Fault(Status.NOT_FOUND, "ordinal", why),)
    elif untold == ["date"] and best.record.values.get("date") is None:
        why = f"no report read tells that this meeting was on {day_in_words(str(occasion.dates[0]))}"
        silent = (Fault(Status.NOT_FOUND, "date", why),)
    elif untold:
        notes.append(f"not told by the reports read: its {enumerate_words(untold)}")
    if best.record.values.get("rivals"):
        notes.append("reports differ on this meeting: " + ", ".join(sorted(best.record.values["rivals"])))
    turned = _turned(draft, occasion, evidence, holdings, knowledge)
    # What reports tell otherwise weighs more than a number on which they are silent, and names the finding.
    return _finding(draft, occasion, (*named((*best.faults, *turned)), *silent), evidence, notes)


def _is_of_promise(draft: Draft, occasion: Occasion) -> bool:
    """Whether what was signed there is checked as an agreement."""
    spans = [claim.evidence[0] for claim in draft.reading.claims if isinstance(claim.values, CommitmentValues)]
    return any(span.start < occasion.end and occasion.start < span.end for span in spans)


def _is_told_unread(occasion: Occasion, holdings: Holdings) -> bool:
    """Whether a report of the day names all whom the draft names, so that the register may have missed the meeting."""
    surnames = {fold(name).split()[-1] for name in occasion.people if fold(name)}
    if len(surnames) < _FEWEST_TOLD:
        return False
    return any(
        source.day is not None
        and any(when.first <= source.day <= when.last + timedelta(2) for when in occasion.dates)
        and surnames <= set(fold(source.report.text).split())
        for source in holdings.sources.values()
    )


def _turned(
    draft: Draft, occasion: Occasion, evidence: Sequence[Evidence], holdings: Holdings, knowledge: Knowledge | None
) -> Iterator[Fault]:
    """A fault where the reports tell the other way round who received or visited whom."""
    verbs, people = verbs_in(draft, occasion.start, occasion.end), people_of(draft, holdings)
    told = [deed for item in evidence for deed in deeds_in(item.words, verbs, people, knowledge)]
    here = deeds_in(draft.mentions.report.text[occasion.start : occasion.end], verbs, people, knowledge)
    yield from (fault for fault in roles_fault(here, told) if fault.field == "roles")


def _records(occasion: Occasion, holdings: Holdings) -> list[Record]:
    """The meetings that may be meant: those of the reports at hand, of the draft's parties, and of its days."""
    found = {record.id: record for record in holdings.meetings}
    register = holdings.register
    parties = sorted(occasion.parties)
    if len(parties) >= 2:
        filters = Filters(between=(parties[0], parties[1]), latest=_MOST)
        found |= {record.id: record for record in register.records(RecordKind.MEETING, filters)}
    for when in occasion.dates:
        if (when.last - when.first) <= timedelta(31):
            filters = Filters(first=when.first, last=when.last, party=parties[0] if parties else None)
            found |= {record.id: record for record in register.records(RecordKind.MEETING, filters)}
    return list(found.values())


class _Beside:
    """Lays the draft's meeting beside one on the register."""

    def __init__(self, occasion: Occasion, world: World, knowledge: Knowledge | None) -> None:
        self.occasion, self.world, self.knowledge = occasion, world, knowledge
        self.in_words = f" of {parties_in_words(sorted(occasion.parties), knowledge)}" if occasion.parties else ""
        self.format = fold_format(occasion.format, world) if occasion.format else ""

    @property
    def asked(self) -> list[str]:
        """The fields that the draft gives, and a report may be silent on."""
        occasion = self.occasion
        given = (("date", occasion.dates), ("place", occasion.place), ("ordinal", occasion.ordinal))
        return [field for field, value in given if value]

    def record(self, record: Record) -> Candidate | None:
        """The record with what agrees and what doesn't; None where it is another meeting."""
        occasion, values = self.occasion, record.values
        same, faults = set(), []
        parties = set(values.get("parties") or ())
        if occasion.parties:
            shared = occasion.parties & parties
            if occasion.is_read and not occasion.parties <= parties:
                return None
            if not occasion.is_read and not shared and not self._people(record):
                return None
            if occasion.parties <= parties:
                same.add("parties")
        people = self._people(record)
        if people:
            same.add("people")
        for field, compare in (("date", self._date), ("ordinal", self._ordinal), ("place", self._place)):
            agrees = compare(record)
            if agrees is True:
                same.add(field)
            elif agrees:
                faults.append(Fault(Status.OTHER_DATE if field == "date" else Status.CONTRADICTED, field, agrees))
        if not self._is_meant(record, same, len(people)):
            return None
        faults += list(self._state(record))
        if manner := manner_fault(occasion.kind, occasion.place, record):
            faults.append(manner)
        faults += list(self._missing_people(record))
        return Candidate(record, frozenset(same), tuple(faults))

    def _is_meant(self, record: Record, same: set[str], people: int) -> bool:
        """Whether enough agrees for the record to be the draft's meeting, told rightly or wrongly."""
        is_whose = "parties" in same or people >= 2 or (people >= 1 and not self.occasion.parties)
        is_nobodys = not self.occasion.parties and not self.occasion.people
        if "date" in same:
            return is_whose or people >= 1 or "ordinal" in same or (is_nobodys and "place" in same)
        if "ordinal" in same:
            return is_whose and self._same_format(record)
        if not self.occasion.dates or record.values.get("date") is None:
            is_bare = not self.occasion.place and self.occasion.ordinal is None
            return is_whose and ("place" in same or people >= 1 or is_bare)
        return is_whose and "place" in same and (people >= 2 or (self.occasion.is_read and self._is_only(record)))

    def _is_only(self, record: Record) -> bool:
        """Whether the meeting is named so fully that another day is a mistake, not another meeting."""
        return (self._same_format(record) and bool(self.format)) or len(self._people(record)) >= 2

    def _same_format(self, record: Record) -> bool:
        told = record.values.get("format")
        if not self.format or not told:
            return True
        return fold_format(told, self.world) in {self.format, ""} or self.format in fold_format(told, self.world)

    def _people(self, record: Record) -> list[str]:
        told = [one["name"] for one in record.values.get("participants") or ()]
        return [
            name
            for name in told
            if any(same_person(name, one) >= SAME_NAME or _within(name, one) for one in self.occasion.people)
        ]

    def _all(self, record: Record, field: str) -> list[Any]:
        """Every value that reports tell."""
        values = [record.values.get(field)]
        values += [rival["value"] for rival in record.values.get("rivals", {}).get(field, ())]
        values += [support.value for support in record.support if support.field == field]
        return list({str(value): value for value in values if value is not None}.values())

    def _date(self, record: Record) -> str | Literal[True] | None:
        seen = told_of_held(record, "date") if self.occasion.state in TOOK_PLACE else []
        told = [When.parse(str(value)) for value in seen or self._all(record, "date")]
        if not told or not self.occasion.dates:
            return None
        if any(when.meets(one) for when in self.occasion.dates for one in told):
            return True
        days = enumerate_words(day_in_words(str(one)) for one in told)
        return f"{day_in_words(str(self.occasion.dates[0]))} here, {days} by the reports"

    def _ordinal(self, record: Record) -> str | Literal[True] | None:
        told = self._all(record, "ordinal")
        if not told or self.occasion.ordinal is None:
            return None
        if self.occasion.ordinal in told:
            return True
        numbers = enumerate_words(ordinal_in_words(number) for number in told)
        return f"the {ordinal_in_words(self.occasion.ordinal)} here, the {numbers} by the reports"

    def _place(self, record: Record) -> str | Literal[True] | None:
        told = self._all(record, "place")
        here = self.occasion.place
        if not told or not here:
            return None
        there = self.world.where(here)
        if there.city:  # "in Australia" says nothing against or for a city where others name one
            told = [place for place in told if self.world.where(place).city] or told
        if any(self._same_place(here, place) for place in told):
            return True
        known = [self.world.where(place) for place in told]
        if not (there.city or there.country) or not all(one.city or one.country for one in known):
            return None
        return f"{here} here, {enumerate_words(told)} by the reports"

    def _same_place(self, one: str, other: str) -> bool:
        here, there = fold(one), fold(other)
        if here == there or f" {here} " in f" {there} " or f" {there} " in f" {here} ":
            return True
        first, second = self.world.where(one), self.world.where(other)
        if first.city and second.city:
            return first.city == second.city
        return bool(first.country) and first.country == second.country

    def _state(self, record: Record) -> Iterator[Fault]:
        here, there = self.occasion.state, str(record.values.get("state"))
        told = {str(one.get("state")) for one in record.values.get("states") or () if isinstance(one, dict)} | {there}
        if here in TOOK_PLACE and not told & TOOK_PLACE:
            status = Status.PROPOSED if there == "proposed" else Status.PLANNED
            status = Status.CANCELLED if there in _CALLED_OFF else status
            yield Fault(status, "state", f"told as held here; the reports know it only as {there}")
        elif here in _TO_COME and there in _CALLED_OFF:
            yield Fault(Status.CANCELLED, "state", f"told as {here} here; by the reports it was {there}")
        elif here in _CALLED_OFF and not told & _CALLED_OFF:
            yield Fault(Status.CONTRADICTED, "state", f"told as {here} here; the reports know it as {there}")

    def _missing_people(self, record: Record) -> Iterator[Fault]:
        """Whoever stands in the draft in the place of somebody whom the reports name for the same party."""
        told = record.values.get("participants") or ()
        names = [one["name"] for one in told]
        here = self.occasion.people if self.occasion.is_read else self.occasion.met
        for name in here:
            if names and not any(_is_same(name, one) for one in names):
                others = [one["name"] for one in told if not any(_is_same(mine, one["name"]) for mine in here)]
                if others:
                    shown = name if self.occasion.is_read else name.title()
                    why = f"{shown} here; the reports name {enumerate_words(names)}"
                    yield Fault(Status.CONTRADICTED, "people", why)


def _is_same(name: str, other: str) -> bool:
    """Whether a name, or a folded surname, is that of another."""
    return same_person(name, other) >= SAME_NAME or name in fold(other).split()


def _within(name: str, words: str) -> bool:
    """Whether the last word of a name stands among the words."""
    last = fold(name).split()[-1:] or [""]
    return len(last[0]) > 2 and last[0] in fold(words).split()


def _finding(
    draft: Draft, occasion: Occasion, faults: tuple[Fault, ...], evidence: tuple[Evidence, ...], notes: Sequence[str]
) -> Finding:
    return Finding(
        asserted=Asserted.MEETING,
        start=occasion.start,
        end=occasion.end,
        words=draft.text[occasion.start : occasion.end],
        speaker=None,
        date=str(occasion.dates[0]) if occasion.dates else None,
        status=faults[0].status if faults else Status.CONFIRMED,
        faults=faults,
        score=None,
        evidence=evidence,
        diff=(),
        notes=tuple(notes),
    )
