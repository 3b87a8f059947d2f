"""Holdings: what the register holds of the reports that may bear on a draft, loaded once."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from aidememoire.knowledge import Knowledge
from aidememoire.model import TOOK_PLACE, Record, RecordKind, Report, StatementKind, StatementValues, When
from aidememoire.register import Filters, Register, ReportLine
from aidememoire.register.words import Word, words_in
from aidememoire.views.checking.findings import Evidence
from aidememoire.views.checking.likeness import Term, terms_of

# Words and the day from which they look → the days, months and years that they name.
DayReader = Callable[[str, date | None], Sequence[When]]

# The evening before the report, or the day after it at the outlet's place.
DAYS_BEFORE = 1
_SENTENCE_END = re.compile(r"[.!?…][”\"»’')\]]*(?=\s+[“\"«„‘'(\[]*[^\W_a-z])|\n+")
_NO_END = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|St|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|vs|etc|Col|Lt)|\b[A-Z])\.$"
)
# A sentence that names the agreement, the day or the people only by what stands before it.
# accepts: "Under it, Togo was to build", "The accord sets"; refuses: "The accord of 3 May sets", "It was clear"
_LEANS = re.compile(
    r"(?i)\W*(?:(?:under|in|by|with|through|according to)\s+(?:it|this|that|them)\b|(?:under|in|by|according to)?\s*"
    r"(?:the|this|that|the same)\s+(?:agreement|accord|deal|pact|treaty|memorandum|document|text)\b"
    r"(?!\s+(?:of|signed)))"
)
_QUOTED = re.compile(r"“[^”\n]*”|„[^“”\n]*[“”]|«[^»\n]*»|\"[^\"\n]*\"")


def no_days(words: str, day: date | None) -> Sequence[When]:
    """No day: of a text whose times nobody reads."""
    return ()


@dataclass(frozen=True, slots=True)
class Saying:
    """Words that a report gives to a speaker."""

    start: int
    end: int
    speaker: str | None
    party: str | None
    kind: StatementKind
    cue: str
    is_negated: bool  # the speaker denies the words
    claim: str
    told_by: str | None  # a speaker inside the report who tells it
    is_following: bool = False  # a quotation in the same paragraph, without an attribution of its own


@dataclass(eq=False)
class SourceText:
    """A report with its words, and with its sayings once the report is known to matter."""

    line: ReportLine
    report: Report
    sayings: tuple[Saying, ...] = ()
    knowledge: Knowledge | None = None  # for the names of parties
    read_days: DayReader = no_days

    @cached_property
    def words(self) -> list[Word]:
        """Its words as they are compared."""
        return words_in(self.report.text)

    @cached_property
    def texts(self) -> list[str]:
        """The same without their places."""
        return [word.text for word in self.words]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Word → its numbers among the words, in order."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(self.texts):
            places[word].append(number)
        return dict(places)

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Start and end of each sentence, in order."""
        return list(split_sentences(self.report.text))

    @cached_property
    def terms(self) -> list[tuple[Term, ...]]:
        """What each sentence says, as it is compared; in order."""
        return [terms_of(self.report.text[start:end], self.knowledge) for start, end in self.sentences]

    @cached_property
    def all_terms(self) -> tuple[Term, ...]:
        """What the report says, each term once."""
        return tuple({term.key: term for terms in self.terms for term in terms}.values())

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    def sentence_number(self, place: int) -> int:
        """The number of the sentence at the place, or of the one before it."""
        return max(0, bisect_right(self._sentence_starts, place) - 1)

    def sentence_at(self, place: int) -> tuple[int, int]:
        """Start and end of the sentence at the place."""
        return self.sentences[self.sentence_number(place)]

    def sayings_at(self, start: int, end: int) -> list[Saying]:
        """The sayings that hold most of the stretch, the narrowest first."""
        half = (end - start) / 2
        around = [saying for saying in self.sayings if min(end, saying.end) - max(start, saying.start) > half]
        return sorted(around, key=lambda saying: (saying.is_following, saying.end - saying.start))

    def saying_at(self, start: int, end: int) -> Saying | None:
        """The narrowest of them."""
        return next(iter(self.sayings_at(start, end)), None)

    def led_up_to(self, start: int) -> int:
        """Where the sentence begins, or the one before it, where it leans on that: "Under it, …"."""
        number = self.sentence_number(start)
        begin, finish = self.sentences[number]
        leans = number and _LEANS.match(self.report.text[begin:finish])
        return self.sentences[number - 1][0] if leans else begin

    @property
    def day(self) -> date | None:
        """The day from which it looks at the world."""
        return date.fromisoformat(self.line.day) if self.line.day else None

    def days_named(self, words: str) -> Sequence[When]:
        """The days, months and years that words of the report name, seen from its day."""
        return self.read_days(words, self.day)

    def evidence(self, start: int, end: int, *, record: str | None = None) -> Evidence:
        """The stretch as evidence, with whoever says it."""
        saying = self.saying_at(start, end)
        return Evidence(
            report=self.line.id,
            name=self.line.given_id,
            outlet=self.line.outlet,
            date=self.line.date,
            url=self.line.url,
            start=start,
            end=end,
            words=self.report.text[start:end],
            speaker=saying.speaker if saying else None,
            claim=saying.claim if saying else None,
            record=record,
        )


def split_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of the sentences of a text; a rough cut, for the context of words that were found."""
    start = 0
    for found in _SENTENCE_END.finditer(text):
        if found.group().strip() and _NO_END.search(text[max(start, found.start() - 8) : found.start() + 1]):
            continue
        if text[start : found.end()].strip():
            yield start + len(text[start:]) - len(text[start:].lstrip()), found.start() + len(found.group().rstrip())
        start = found.end()
    if text[start:].strip():
        yield start + len(text[start:]) - len(text[start:].lstrip()), len(text.rstrip())


class Holdings:
    """What the register holds of some reports."""

    def __init__(
        self,
        register: Register,
        reports: Iterable[str],
        knowledge: Knowledge | None = None,
        read_days: DayReader = no_days,
    ) -> None:
        ids = sorted(set(reports))
        self.register = register
        lines = {line.id: line for line in register.report_lines(ids)} if ids else {}
        texts = register.texts(ids) if ids else {}
        told = Filters(reports=frozenset(ids))
        self.meetings = register.records(RecordKind.MEETING, told) if ids else []
        self.commitments = register.records(RecordKind.COMMITMENT, told) if ids else []
        self.sources = {
            name: SourceText(lines[name], texts[name], (), knowledge, read_days) for name in ids if name in lines
        }
        self._meeting_days = self._days_of_meetings()

    def among(self, names: Iterable[str]) -> list[SourceText]:
        """The reports of these ids, in the order of the ids."""
        return [self.sources[name] for name in names if name in self.sources]

    def load_sayings(self, sources: Iterable[SourceText]) -> None:
        """Fill in what the reports give to speakers; only for those that matter, for it is the costliest part."""
        wanted = {source.line.id: source for source in sources}
        if not wanted:
            return
        records = self.register.records(RecordKind.STATEMENT, Filters(reports=frozenset(wanted)))
        texts = {name: source.report for name, source in wanted.items()}
        for name, sayings in self._sayings(records, texts).items():
            wanted[name].sayings = tuple(sayings)

    def _sayings(self, records: Sequence[Record], texts: dict[str, Report]) -> defaultdict[str, list[Saying]]:
        """Report → what it gives to speakers; claims on which no record rests (they were rejected) tell nothing."""
        found: defaultdict[str, list[Saying]] = defaultdict(list)
        names = sorted({support.claim for record in records for support in record.support if support.report in texts})
        for claim in self.register.claims(names).values() if names else ():
            values = claim.values
            if not isinstance(values, StatementValues) or claim.report not in texts:
                continue
            spans = dict(claim.spans)
            places = {(span.start, span.end) for name in ("content", "parts", "turn") for span in spans.get(name, ())}
            for start, end in places or {(claim.evidence[0].start, claim.evidence[0].end)}:
                found[claim.report].append(
                    Saying(
                        start, end, values.speaker, values.speaker_party, values.kind, values.cue, values.is_negated,
                        claim.id, claim.attributed_to,
                    )
                )  # fmt: skip
        for name, sayings in found.items():
            sayings += list(_following(texts[name].text, sayings))
            sayings.sort(key=lambda saying: (saying.start, saying.end, saying.claim))
        return found

    def _days_of_meetings(self) -> dict[str, list[When]]:
        days: defaultdict[str, list[When]] = defaultdict(list)
        for record in self.meetings:
            if record.values.get("date") and record.values.get("state") in TOOK_PLACE:
                for report in {support.report for support in record.support}:
                    days[report].append(When.parse(record.values["date"]))
        return days

    def evidence_of(self, record: Record, most: int) -> tuple[Evidence, ...]:
        """The words on which the record rests, the earliest first."""
        claims = self.register.claims(sorted({support.claim for support in record.support}))
        texts = self.register.texts(sorted({claim.report for claim in claims.values()}))
        lines = {line.id: line for line in self.register.report_lines(list(texts))}
        found = []
        for claim in claims.values():
            line, span = lines[claim.report], claim.evidence[0]
            found.append(
                Evidence(
                    line.id, line.given_id, line.outlet, line.date, line.url, span.start, span.end,
                    texts[claim.report].words(span), None, claim.id, record.id,
                )
            )  # fmt: skip
        return tuple(sorted(found, key=lambda item: (item.date or "9", item.report or "", item.start or 0))[:most])

    def may_be_of(self, source: SourceText, when: When) -> bool:
        """Whether what a report tells as said can have been said then: on its day, the evening before, at a meeting."""
        if source.day is None:
            return True
        days = [When.day(source.day), When.day(source.day - timedelta(DAYS_BEFORE))]
        return any(when.meets(day) for day in (*days, *self._meeting_days.get(source.line.id, ())))


def _following(text: str, sayings: Sequence[Saying]) -> Iterator[Saying]:
    """Quotations in the paragraph of a direct statement that no statement claims: the speaker goes on."""
    for line in re.finditer(r"[^\n]+", text):
        direct = [
            saying
            for saying in sayings
            if saying.kind is not StatementKind.INDIRECT and line.start() <= saying.start < line.end()
        ]
        if not direct or len({saying.speaker for saying in direct}) > 1:
            continue
        for quoted in _QUOTED.finditer(text, line.start(), line.end()):
            if not any(saying.start < quoted.end() and quoted.start() < saying.end for saying in sayings):
                nearest = min(direct, key=lambda saying: abs(saying.start - quoted.start()))
                yield Saying(
                    quoted.start() + 1, quoted.end() - 1, nearest.speaker, nearest.party, nearest.kind, nearest.cue,
                    nearest.is_negated, nearest.claim, nearest.told_by, True,
                )  # fmt: skip
