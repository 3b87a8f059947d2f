"""Commitments: whether what a draft tells as agreed or promised is on the register as agreed or promised."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aidememoire.knowledge import Knowledge
from aidememoire.model import Claim, CommitmentValues, Record, Strength
from aidememoire.register.words import words_in
from aidememoire.views.checking.agreed_days import agreed_days, only_names_agreement
from aidememoire.views.checking.deadlines import deadlines_in, other_deadline
from aidememoire.views.checking.disputes import by_word_of, contested, disputed
from aidememoire.views.checking.drafts import Draft, when_of
from aidememoire.views.checking.findings import GRAVITY, Asserted, Evidence, Fault, Finding, Status, named
from aidememoire.views.checking.holdings import Holdings, SourceText
from aidememoire.views.checking.likeness import (
    FEWEST_TERMS,
    PARAPHRASE,
    Likeness,
    Term,
    is_idle,
    is_like_but_for_numbers,
    likeness,
    terms_of,
    turned_round,
)
from aidememoire.views.checking.other_names import other_name
from aidememoire.views.checking.quotations import EVIDENCE, beside, other_day, source_in_words
from aidememoire.views.checking.roles import deeds_in, roles_fault, verbs_in
from aidememoire.views.checking.sense import clause_before, has, sense_words
from aidememoire.views.checking.speakers import people_of
from aidememoire.views.checking.standing import Bearing, standing_faults, standing_of
from aidememoire.views.checking.statements import Told, told_in
from aidememoire.views.wording import enumerate_words, parties_in_words, quoted

# Weaker than it is told: an intention is no agreement.
_FIRMNESS = {Strength.INTENDED: 0, Strength.PLEDGED: 1, Strength.AGREED: 2}


# accepts: "two ferries for Peru" beside "two ferries to Peru"; refuses: "two ferries" beside "two ferries and a tug"
NEARLY_THE_SAME = 0.9


@dataclass(frozen=True, slots=True)
class Kept:
    """A commitment on the register that may be the one that the draft tells of."""

    record: Record
    like: Likeness


@dataclass(frozen=True, slots=True)
class Version:
    """One claim of a record beside the draft."""

    claim: str  # id
    content: str
    like: Likeness
    faults: tuple[Fault, ...]
    day: str  # of the report; "9" where it has none


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
    if any(day.thing and start <= day.thing[0] and day.clause[1] <= end for day in agreed_days(draft, start, end)):
        return None  # "the bridge that they promised in May": what has become of it is told, and checked as a deed
    judge = _Judge(draft, values, start, end, holdings, knowledge)
    if len(judge.terms) < FEWEST_TERMS or _is_reference(draft, start, end, judge.terms):
        return None
    return judge.finding(sources)


def _is_reference(draft: Draft, start: int, end: int, terms: Sequence[Term]) -> bool:
    """Whether it only says which agreement is meant: "(under) the accord signed in Lima on 14 June"."""
    places = [place.span for place in draft.mentions.places if start <= place.span.start < end]
    named_there = {word.text for span in places for word in words_in(draft.mentions.report.text, span.start, span.end)}
    return all(
        term.is_number or term.key.isupper() or term.word.lower() in named_there or only_names_agreement(term)
        for term in terms
    )


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
            judged = [self._of_record(item) for item in kept if item.like.score >= best - 0.1]
            finding = min(judged, key=lambda one: (len(one.faults), -(one.score or 0.0), one.evidence[:1] == ()))
            if not any(fault.status is Status.PROPOSED for fault in finding.faults):
                return finding
            retold = self._of_sentences(sources)
            return retold if retold.is_supported else finding
        return self._of_sentences(sources)

    def _of_record(self, item: Kept) -> Finding:
        """The record as a finding: by the claim in it that says the same, where reports differ."""
        once = [*self._strength_faults(item.record), *self._party_faults(item.record)]
        claims = self.holdings.register.claims(sorted({support.claim for support in item.record.support}))
        told = [self._of_claim(claim, item) for _, claim in sorted(claims.items())]
        best = min(told, key=lambda one: (len(one.faults), -one.like.score, one.day), default=None)
        if best is None:
            return self._finding(named(tuple(once)), item.like.score, ())
        notes = []
        if rivals := self._rivals(item.record, best.content):
            notes.append(f"reports differ: another has {rivals}")
        evidence = self._evidence_of(item.record, first=best.claim)
        return self._finding(named((*once, *best.faults)), best.like.score, evidence, notes)

    def _of_claim(self, claim: Claim, item: Kept) -> Version:
        """What one claim of the record says to the draft."""
        content = claim.values.content if isinstance(claim.values, CommitmentValues) else None
        content = content or str(item.record.values["content"])
        like = likeness(self.terms, terms_of(content, self.knowledge))
        faults = [*self._number_faults(like, content), *self._opposite_faults(content)]
        source = self.holdings.sources.get(claim.report)
        if source is not None:
            span = (dict(claim.spans).get("content", ()) or claim.evidence)[0]
            begin, finish = source.sentence_at(span.start)
            place = self._first_shared(source, begin, span.start, max(finish, span.end), like)
            faults += self._standing_faults(source.report.text[begin:finish], place - begin)
            faults += self._telling_faults(source, place, finish)
            first = source.led_up_to(begin)
            besides = f"{source.report.text[first : span.start]} {source.report.text[span.end : finish]}"
            faults += other_day(self.holdings, source, self.dates, besides)
            faults += other_name(self.draft, (self.start, self.end), source, content, self.people)
        day = source.line.day if source else None
        return Version(claim.id, content, like, named(tuple(faults)), day or "9")

    def _rivals(self, record: Record, content: str) -> str:
        """Other numbers that reports give to the same promise."""
        here = {term.key for term in terms_of(content, self.knowledge) if term.is_number}
        told = [str(one["value"]) for one in record.values.get("rivals", {}).get("content", ())]
        others = [one for one in told if {term.key for term in terms_of(one, self.knowledge) if term.is_number} != here]
        return enumerate_words([quoted(one) for one in others])

    def _of_sentences(self, sources: Sequence[SourceText]) -> Finding:
        """The best of the reports' sentences as a finding."""
        told = [item for source in sources for item in told_in(source, self.terms, self.knowledge)]
        likely = [item for item in told if self._is_like(item.like)]
        likely = likely or [item for item in told if is_like_but_for_numbers(item.like)]
        if not likely:
            return self._missing(told)
        pairs = [(item, named(tuple(self._sentence_faults(item)))) for item in likely]
        best_told, faults = min(pairs, key=lambda pair: _rank(*pair))
        denials = [
            (item.source, item.start, item.end)
            for item, rest in pairs
            if any(fault.status is Status.DENIED for fault in rest)
        ]
        faults = faults or named(tuple(contested(best_told.source, best_told.start, best_told.end, denials)))
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

    def _strength_faults(self, record: Record) -> Iterator[Fault]:
        strength = Strength(record.values["strength"])
        if _FIRMNESS[strength] < _FIRMNESS[self.values.strength] and strength is Strength.INTENDED:
            why = f"told as {self.values.strength} here, as {strength} by the reports"
            yield Fault(Status.PROPOSED, "strength", why)

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
        yield from self._standing_faults(sentence, len(before))
        yield from self._telling_faults(item.source, begin + len(before), finish)
        if is_question or (weak and not firm):
            word = "asked" if is_question else (sense_words("intentions").found(before) or ["considered"])[-1]
            yield Fault(Status.PROPOSED, "strength", f"told as {self.values.strength} here; the report: “{word}”")
        if not self._names_parties(sentence):
            who = parties_in_words(self.values.made_by, self.knowledge)
            yield Fault(Status.NOT_FOUND, "parties", f"no report read tells this of {who}")
        yield from self._number_faults(item.like, sentence)
        yield from self._opposite_faults(item.words)
        yield from roles_fault(self.deeds, deeds_in(sentence, self.verbs, self.people, self.knowledge))
        besides = beside(item.source, item.source.led_up_to(begin), finish, item.saying)
        yield from other_day(self.holdings, item.source, self.dates, besides)
        yield from other_name(self.draft, (self.start, self.end), item.source, item.words, self.people)

    def _standing_faults(self, sentence: str, place: int) -> Iterator[Fault]:
        """What the draft leaves out: that the report tells it as denied, refused, conditional or merely aimed at."""
        first, _ = self.draft.region(self.start, self.end)
        # "agreed not to dredge": the denial stands within what is promised
        words = words_in(self.draft.mentions.report.text, self.start, self.end)
        begin = next((word.start for word in words if not is_idle(word.text)), self.start)
        here = standing_of(self.around, begin - first)
        there = standing_of(sentence, place)
        if self.values.strength is Strength.INTENDED:
            there = [item for item in there if item.bearing is not Bearing.OPEN]
        yield from standing_faults(here, there, str(self.values.strength), sentence)

    def _telling_faults(self, source: SourceText, place: int, finish: int) -> Iterator[Fault]:
        """A fault where the report tells, too, that it is denied, or has it only as the word of others."""
        yield from disputed(source, place, self.terms, self.around)
        yield from by_word_of(source, place, finish, self.values.made_by)

    def _before_match(self, item: Told, begin: int) -> str:
        """The report's sentence up to the first word that it shares with the draft."""
        text = item.source.report.text
        return text[begin : self._first_shared(item.source, begin, begin, item.end, item.like)]

    def _first_shared(self, source: SourceText, begin: int, start: int, end: int, like: Likeness) -> int:
        """Where the first word stands, of those from ``start`` to ``end``, that the draft's content has, too."""
        keys = {term.key for term in self.terms if term.key in like.matched and not term.key.isupper()}
        text = source.report.text
        first = bisect_left(source.words, start, key=lambda word: word.start)
        for word in source.words[first:]:
            if word.start >= end:
                break
            if {term.key for term in terms_of(text[word.start : word.end], None)} & keys:
                return word.start
        return end if start == begin else start

    def _names_parties(self, sentence: str) -> bool:
        if self.knowledge is None or not self.values.made_by:
            return True
        named_here = {name.code for name in self.knowledge.parties.scan(sentence)}
        return not named_here or bool(named_here & set(self.values.made_by))

    def _sources_of(self, record: Record) -> list[SourceText]:
        names = sorted({support.report for support in record.support})
        return [self.holdings.sources[name] for name in names if name in self.holdings.sources]

    def _evidence_of(self, record: Record, first: str | None = None) -> tuple[Evidence, ...]:
        """The words of the record's claims, the claim ``first`` before the others."""
        claims = self.holdings.register.claims(sorted({support.claim for support in record.support}))
        found = []
        for claim in claims.values():
            source = self.holdings.sources.get(claim.report)
            if source is not None:
                span = claim.evidence[0]
                found.append((claim.id != first, source.evidence(span.start, span.end, record=record.id)))
        found.sort(key=lambda pair: (pair[0], pair[1].date or "9", pair[1].report or ""))
        return tuple(item for _, item in found[:EVIDENCE])

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
