"""Commitments: whether what a draft tells as agreed or promised is on the register as agreed or promised."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aidememoire.knowledge import Knowledge
from aidememoire.model import Claim, CommitmentValues, Record, Strength
from aidememoire.views.checking.deadlines import deadlines_in, other_deadline
from aidememoire.views.checking.drafts import Draft, when_of
from aidememoire.views.checking.findings import GRAVITY, Asserted, Evidence, Fault, Finding, Status, named
from aidememoire.views.checking.holdings import Holdings, SourceText
from aidememoire.views.checking.likeness import (
    FEWEST_TERMS,
    PARAPHRASE,
    Likeness,
    Term,
    likeness,
    terms_of,
    turned_round,
)
from aidememoire.views.checking.quotations import EVIDENCE, beside, other_day, source_in_words
from aidememoire.views.checking.roles import deeds_in, roles_fault, verbs_in
from aidememoire.views.checking.sense import clause_before, has, sense_words
from aidememoire.views.checking.speakers import people_of
from aidememoire.views.checking.statements import Told, told_in
from aidememoire.views.wording import parties_in_words, quoted

# Weaker than it is told: an intention is no agreement.
_FIRMNESS = {Strength.INTENDED: 0, Strength.PLEDGED: 1, Strength.AGREED: 2}


# accepts: "two ferries for Peru" beside "two ferries to Peru"; refuses: "two ferries" beside "two ferries and a tug"
NEARLY_THE_SAME = 0.9


@dataclass(frozen=True, slots=True)
class Kept:
    """A commitment on the register that may be the one that the draft tells of."""

    record: Record
    like: Likeness


def check_commitment(
    draft: Draft, claim: Claim, sources: Sequence[SourceText], holdings: Holdings, knowledge: Knowledge | None
) -> Finding | None:
    """What the register says to one commitment; None where it is checked as somebody's words, or says too little."""
    values, spans = claim.values, dict(claim.spans).get("content", ())
    if not isinstance(values, CommitmentValues) or not spans:
        return None
    start, end = spans[0].start, spans[0].end
    if draft.is_quoted(start, end) or _is_said(draft, start, end):
        return None
    judge = _Judge(draft, values, start, end, holdings, knowledge)
    return judge.finding(sources) if len(judge.terms) >= FEWEST_TERMS else None


def _is_said(draft: Draft, start: int, end: int) -> bool:
    """Whether somebody is told to have said it: then it is checked as a statement."""
    return any(
        span.start <= start and end <= span.end
        for claim, _ in draft.statements()
        for span in dict(claim.spans).get("content", ())
    )


class _Judge:
    """Says what is wrong with a commitment."""

    def __init__(
        self,
        draft: Draft,
        values: CommitmentValues,
        start: int,
        end: int,
        holdings: Holdings,
        knowledge: Knowledge | None,
    ) -> None:
        self.draft, self.values, self.holdings, self.knowledge = draft, values, holdings, knowledge
        self.start, self.end = start, end
        first, last = draft.region(start, end)
        self.around = draft.text[first:last]
        self.terms = terms_of(draft.mentions.report.text[start:end], knowledge)
        self.people = people_of(draft, holdings)
        self.verbs = verbs_in(draft, first, last)
        self.deeds = deeds_in(draft.mentions.report.text[first:last], self.verbs, self.people, knowledge)
        self.dates = tuple(mention for mention in draft.dates_in(first, last) if not start <= mention.span.start < end)

    def finding(self, sources: Sequence[SourceText]) -> Finding:
        """The best of records and sentences as a finding."""
        kept = [Kept(record, self._likeness(self.terms, record)) for record in self.holdings.commitments]
        kept = [item for item in kept if self._is_like(item.like)]
        if (others := self._of_others(kept)) is not None:
            return others
        kept = [item for item in kept if self._may_be_theirs(item.record)]
        if kept:
            best = max(item.like.score for item in kept)
            judged = [(item, named(tuple(self._record_faults(item)))) for item in kept if item.like.score >= best - 0.1]
            item, faults = min(judged, key=lambda pair: (len(pair[1]), -pair[0].like.score, pair[0].record.id))
            if not any(fault.status is Status.PROPOSED for fault in faults):
                return self._finding(faults, item.like.score, self._evidence_of(item.record))
        told = [item for source in sources for item in told_in(source, self.terms, self.knowledge)]
        likely = [item for item in told if self._is_like(item.like)]
        if not likely:
            return self._missing(told)
        pairs = [(item, named(tuple(self._sentence_faults(item)))) for item in likely]
        best_told, faults = min(pairs, key=lambda pair: _rank(*pair))
        evidence = best_told.source.evidence(best_told.start, best_told.end)
        return self._finding(faults, best_told.like.score, (evidence,))

    def _likeness(self, terms: Sequence[Term], record: Record) -> Likeness:
        return likeness(terms, terms_of(str(record.values["content"]), self.knowledge))

    def _is_like(self, like: Likeness) -> bool:
        return like.score >= PARAPHRASE and len(like.matched) >= FEWEST_TERMS

    def _of_others(self, kept: Sequence[Kept]) -> Finding | None:
        """A fault where all the records that hold nearly the same words are others' promises."""
        terms = [term for term in self.terms if not term.key.isupper()]  # who promised whom is another question
        near = [item for item in kept if self._likeness(terms, item.record).score >= NEARLY_THE_SAME]
        is_joint = self.values.strength is Strength.AGREED
        if not near or is_joint or len(terms) < FEWEST_TERMS or any(self._may_be_theirs(item.record) for item in near):
            return None
        best = max(near, key=lambda item: (item.like.score, item.record.id))
        here = parties_in_words(self.values.made_by, self.knowledge)
        theirs = parties_in_words(best.record.values["made_by"], self.knowledge)
        fault = Fault(Status.CONTRADICTED, "parties", f"{here} here; the reports tell it of {theirs}")
        return self._finding((fault,), best.like.score, self._evidence_of(best.record))

    def _may_be_theirs(self, record: Record) -> bool:
        """Whether the record is of one of the draft's parties; what names none may be anybody's."""
        parties = set(record.values.get("made_by") or ())
        return not parties or not self.values.made_by or bool(parties & set(self.values.made_by))

    def _record_faults(self, item: Kept) -> Iterator[Fault]:
        record = item.record
        strength = Strength(record.values["strength"])
        if _FIRMNESS[strength] < _FIRMNESS[self.values.strength] and strength is Strength.INTENDED:
            yield Fault(
                Status.PROPOSED, "strength", f"told as {self.values.strength} here, as {strength} by the reports"
            )
        yield from self._number_faults(item.like, str(record.values["content"]))
        yield from self._opposite_faults(str(record.values["content"]))
        yield from self._party_faults(record)
        for source in self._sources_of(record):
            faults = list(other_day(self.holdings, source, self.dates, ""))
            if not faults:
                break
        else:
            faults = faults if self._sources_of(record) else []
        yield from faults

    def _party_faults(self, record: Record) -> Iterator[Fault]:
        """A party that the draft names as promising, and of which the reports that tell of the promise say nothing."""
        if self.knowledge is None or not record.values.get("made_by"):
            return
        here = {name.code for name in self.knowledge.parties.scan(self.around)} & set(self.values.made_by)
        told = set(record.values["made_by"])
        for source in self._sources_of(record):
            told |= {name.code for name in self.knowledge.parties.scan(source.report.text)}
        if others := sorted(here - told):
            theirs = parties_in_words(record.values["made_by"], self.knowledge)
            why = f"{parties_in_words(others, self.knowledge)} here; the reports tell it of {theirs}"
            yield Fault(Status.CONTRADICTED, "parties", why)

    def _number_faults(self, like: Likeness, told: str) -> Iterator[Fault]:
        """Another deadline than the report's, and numbers that it doesn't have; of a deadline only the year is one."""
        due = list(deadlines_in(self.draft.mentions.report.text[self.start : self.end]))
        numbers = like.numbers
        if (why := other_deadline(due, list(deadlines_in(told)))) is not None:
            yield Fault(Status.OTHER_DATE, "due", why)
            in_due = {word for deadline in due for word in deadline.words.lower().replace(",", " ").split()}
            years = {deadline.year for deadline in due}
            numbers = tuple(number for number in numbers if number in years or number.lower() not in in_due)
        if numbers:
            there = ", ".join(term.word for term in terms_of(told, self.knowledge) if term.is_number) or "none"
            why = f"another number or date: {', '.join(numbers)} here, {there} in the report"
            yield Fault(Status.ALTERED, "number", why)

    def _opposite_faults(self, told: str) -> Iterator[Fault]:
        """A word that turns round what is promised: "in the spring" for "in the autumn", "lift" for "impose"."""
        opposite = turned_round(self.draft.mentions.report.text[self.start : self.end], told)
        if opposite is not None:
            why = f"“{opposite[0]}” here, “{opposite[1]}” in the report: {quoted(told)}"
            yield Fault(Status.ALTERED, "opposite", why)

    def _sentence_faults(self, item: Told) -> Iterator[Fault]:
        """No record holds it: a sentence may tell it as agreed, proposed, or asked."""
        begin, finish = item.source.sentence_at(item.start)
        sentence = item.source.report.text[begin:finish]
        before = self._before_match(item, begin)
        is_question = sentence.rstrip('”"» ').endswith("?")
        weak = has("intentions", before) or has("reservations", before)
        firm = has("agreements", clause_before(before))
        if is_question or (weak and not firm):
            word = "asked" if is_question else (sense_words("intentions").found(before) or ["considered"])[-1]
            yield Fault(Status.PROPOSED, "strength", f"told as {self.values.strength} here; the report: “{word}”")
        if not self._names_parties(sentence):
            who = parties_in_words(self.values.made_by, self.knowledge)
            yield Fault(Status.NOT_FOUND, "parties", f"no report read tells this of {who}")
        yield from self._number_faults(item.like, sentence)
        yield from self._opposite_faults(item.words)
        yield from roles_fault(self.deeds, deeds_in(sentence, self.verbs, self.people, self.knowledge))
        yield from other_day(self.holdings, item.source, self.dates, beside(item.source, begin, finish, item.saying))

    def _before_match(self, item: Told, begin: int) -> str:
        """The report's sentence up to the first word that it shares with the draft."""
        keys = {term.key for term in self.terms if term.key in item.like.matched and not term.key.isupper()}
        text = item.source.report.text
        for word in item.source.words:
            if (
                begin <= word.start < item.end
                and {term.key for term in terms_of(text[word.start : word.end], None)} & keys
            ):
                return text[begin : word.start]
        return text[begin : item.end]

    def _names_parties(self, sentence: str) -> bool:
        if self.knowledge is None or not self.values.made_by:
            return True
        named_here = {name.code for name in self.knowledge.parties.scan(sentence)}
        return not named_here or bool(named_here & set(self.values.made_by))

    def _sources_of(self, record: Record) -> list[SourceText]:
        names = sorted({support.report for support in record.support})
        return [self.holdings.sources[name] for name in names if name in self.holdings.sources]

    def _evidence_of(self, record: Record) -> tuple[Evidence, ...]:
        claims = self.holdings.register.claims(sorted({support.claim for support in record.support}))
        found = []
        for claim in claims.values():
            source = self.holdings.sources.get(claim.report)
            if source is not None:
                span = claim.evidence[0]
                found.append(source.evidence(span.start, span.end, record=record.id))
        return tuple(sorted(found, key=lambda item: (item.date or "9", item.report or ""))[:EVIDENCE])

    def _missing(self, told: Sequence[Told]) -> Finding:
        notes = []
        best = max(told, key=lambda item: item.like.score, default=None)
        if best is not None and best.like.score >= PARAPHRASE / 2:
            near = best.source.evidence(best.start, best.end)
            notes.append(f"nearest (likeness {best.like.score:.2f}): {quoted(near.words)}, {source_in_words(near)}")
        return self._finding((Fault(Status.NOT_FOUND, None, "no report read tells of this"),), None, (), notes)

    def _finding(
        self,
        faults: tuple[Fault, ...],
        score: float | None,
        evidence: tuple[Evidence, ...],
        notes: Sequence[str] = (),
    ) -> Finding:
        when = when_of(self.dates)
        if not faults and score is not None and score < 1:
            notes = (*notes, f"in other words; likeness {score:.2f}")
        return Finding(
            asserted=Asserted.COMMITMENT,
            start=self.start,
            end=self.end,
            words=self.draft.text[self.start : self.end],
            speaker=parties_in_words(self.values.made_by, self.knowledge) or None,
            date=str(when) if when else None,
            status=faults[0].status if faults else Status.PARAPHRASED if (score or 0) < 1 else Status.CONFIRMED,
            faults=faults,
            score=score,
            evidence=evidence,
            diff=(),
            notes=tuple(notes),
        )


def _rank(item: Told, faults: Sequence[Fault]) -> tuple[float, int, int, str]:
    worst = GRAVITY.index(faults[0].status) if faults else len(GRAVITY)
    return -round(item.like.score, 1), len(faults), -worst, item.source.line.day or "9"
