"""Statements: whether what a draft says in its own words that somebody said is on the register, and unturned."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.calendar_names import A_WEEKDAY
from aidememoire.model import Claim, Granularity, StatementKind, StatementValues, TimeMention
from aidememoire.register.words import words_in
from aidememoire.views.checking.agreed_days import agreed_day_faults, agreed_days
from aidememoire.views.checking.aligning import exact_places
from aidememoire.views.checking.drafts import Draft, Speaker, blanked, when_of
from aidememoire.views.checking.findings import GRAVITY, Asserted, Fault, Finding, Status, named, with_faults
from aidememoire.views.checking.holdings import Holdings, Saying, SourceText
from aidememoire.views.checking.likeness import (
    ANOTHER,
    FEWEST_TERMS,
    PARAPHRASE,
    Likeness,
    Term,
    is_like_but_for_numbers,
    likeness,
    terms_of,
    turned_round,
)
from aidememoire.views.checking.other_names import other_name
from aidememoire.views.checking.quotations import EVIDENCE, beside, mediated, other_day, source_in_words
from aidememoire.views.checking.roles import deeds_in, roles_fault, verbs_in
from aidememoire.views.checking.sense import CLAUSE_BREAK, has, sense_words
from aidememoire.views.checking.speakers import is_body_at, is_named_at, is_same_speaker, people_of
from aidememoire.views.checking.states import share_state, state_fault
from aidememoire.views.wording import quoted

_RELATIVE = re.compile(
    r"(?i)\b(?:next|this|last|current|coming|previous)\s+(?:year|month|week|autumn|spring|summer|winter)\b"
    rf"|\bwithin the year\b|\b(?:today|yesterday|tomorrow)\b|\b{A_WEEKDAY}\b"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_RULING_OUT = re.compile(r"(?i)\brul(?:e|es|ed|ing) out\b")
# accepts: "as they had promised"; refuses: "as they had said", "and promised"
_AS = re.compile(r"(?i)\bas\s+(?:[\w’'-]+\s+){1,4}(?:agreed|promised|pledged|vowed|undertaken|decided)$")
_AS_LETTERS = 80
# A retelling whose verbs are all others must be this like in the rest.
# accepts: "concern about the launch of missiles"; refuses: "trade had shrunk by a fifth" where it had grown
WITHOUT_VERB = 0.85
# What a speaker says of "the offer", "this plan" or "it" was told in the sentence before.
# accepts: "Norway would consider the offer"; refuses: "Norway would buy no gas"
_POINTS_BACK = re.compile(r"(?i)\b(?:the|this|that|these|those|such an?|it|them|its|their)\b")
# So much less like than the likest sentence may another be and still count: who said the likest words is what matters.
_ROOM = 0.15


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of a report that may be what the draft retells."""

    source: SourceText
    start: int
    end: int
    saying: Saying | None
    like: Likeness
    alone: Likeness  # without the sentence before it

    @property
    def words(self) -> str:
        """The sentence."""
        return self.source.report.text[self.start : self.end]


def checked_statements(draft: Draft) -> Iterator[tuple[Claim, StatementValues, int, int]]:
    """The statements in the draft's own words: with the place of their content."""
    for claim, values in draft.statements():
        spans = dict(claim.spans).get("content", ())
        if not spans or values.kind is StatementKind.DIRECT:
            continue
        start, end = spans[0].start, spans[0].end
        if any(quotation.start < end and start < quotation.end for quotation in draft.quoted):
            continue  # its words are checked as a quotation
        if any(_AS.search(draft.text[: span.end][-_AS_LETTERS:]) for span in dict(claim.spans).get("cue", ())):
            continue  # "…, as they had promised": a deed is told, and checked as one
        yield claim, values, start, end


def check_statement(
    draft: Draft,
    found: tuple[Claim, StatementValues, int, int],
    sources: Sequence[SourceText],
    holdings: Holdings,
    knowledge: Knowledge | None,
) -> Finding | None:
    """What the register says to one statement; None where it says too little to be compared."""
    claim, values, start, end = found
    agreed = tuple(agreed_days(draft, start, end))
    on_day = _day_at_end(draft, start, end)
    bare = blanked(draft.mentions.report.text[start:end], start, [day.clause for day in agreed])
    terms = terms_of(bare[: on_day.span.start - start] if on_day else bare, knowledge)
    judge = _Judge(draft, claim, values, start, end, terms, holdings, knowledge)
    told = [item for source in sources for item in told_in(source, terms, knowledge)]
    if len(terms) < FEWEST_TERMS or (len(terms) == FEWEST_TERMS and not _has_verb(draft, start, end)):
        # "spoke of a rail link" names a subject, and nothing that was said of it; the same words can be compared
        told = [item for item in told if judge.is_verbatim(item)]
        if not told or not _has_verb(draft, start, end):
            return None
    finding = judge.finding(told)
    if finding.status is not Status.NOT_FOUND:
        finding = with_faults(finding, agreed_day_faults(draft, agreed, (start, end), holdings, knowledge))
    if finding.is_supported or finding.status is Status.NOT_FOUND:
        contrary = state_fault(draft.mentions.report.text[start:end], judge.dates, sources, knowledge)
        if contrary is not None:
            evidence = contrary.source.evidence(contrary.start, contrary.end)
            return replace(
                finding,
                status=contrary.fault.status,
                faults=(contrary.fault,),
                evidence=(evidence,),
                score=None,
                notes=(),
            )
    return finding


def _day_at_end(draft: Draft, start: int, end: int) -> TimeMention | None:
    """The day with which the content ends: "concern about the floods on 3 May 2016" may have been voiced that day."""
    text = draft.mentions.report.text
    of_agreements = {day.mention for day in agreed_days(draft, start, end)}
    for mention in draft.dates_in(start, end):
        if mention in of_agreements:
            continue
        is_day = mention.when is not None and mention.when.granularity is Granularity.DAY
        if is_day and not text[mention.span.end : end].strip(" .,;") and start < mention.span.start:
            return mention
    return None


def _has_verb(draft: Draft, start: int, end: int) -> bool:
    return any(token.pos in {"VERB", "AUX"} for token in draft.mentions.tokens if start <= token.start < end)


def sources_telling(text: str, sources: Sequence[SourceText], knowledge: Knowledge | None) -> list[SourceText]:
    """The reports with a sentence, or two in a row, that share the terms of the text."""
    terms = terms_of(text, knowledge)
    # A wrong day or sum is to be found, too: the other words alone may name the source.
    plain = [term for term in terms if not term.is_number]
    return [source for source in sources if any(_tells(source, some) for some in (terms, plain) if some)]


def _tells(source: SourceText, terms: Sequence[Term]) -> bool:
    if likeness(terms, source.all_terms).score < PARAPHRASE:
        return False  # not in all of it, then in no sentence
    former: tuple[Term, ...] = ()
    for here in source.terms:
        if likeness(terms, (*former, *here)).score >= PARAPHRASE:
            return True
        former = here
    return False


def told_in(source: SourceText, terms: Sequence[Term], knowledge: Knowledge | None) -> Iterator[Told]:
    """The sentences of the report that share the draft's terms, each within what one speaker says."""
    for (begin, finish), said in zip(source.sentences, source.terms, strict=True):
        inside: list[Saying | None] = [
            saying for saying in source.sayings if saying.start < finish and begin < saying.end
        ]
        for saying in inside or [None]:
            start = max(begin, saying.start) if saying else begin
            end = min(finish, saying.end) if saying else finish
            words = source.report.text[start:end]
            is_whole = (start, end) == (begin, finish)
            like = by_itself = likeness(terms, said if is_whole else terms_of(words, knowledge))
            if like.score < PARAPHRASE and saying is not None and like.score > 0:
                # What a speaker says in two sentences may be retold in one.
                alone = like.matched
                wider = _with_former(source, saying, start, end)
                like = max(like, likeness(terms, terms_of(wider, knowledge)), key=lambda item: item.score)
                if like.score < PARAPHRASE and len(alone) >= FEWEST_TERMS and _POINTS_BACK.search(words):
                    wider = _with_former(source, None, start, end)
                    like = max(like, likeness(terms, terms_of(wider, knowledge)), key=lambda item: item.score)
            if like.score > 0:
                yield Told(source, start, end, saying, like, by_itself)


def _with_former(source: SourceText, saying: Saying | None, start: int, end: int) -> str:
    """The words with those of the sentence before them: as far as the speaker says them, or all of it."""
    number = source.sentence_number(start)
    former = source.sentences[number - 1][0] if number else start
    if saying is None:
        return source.report.text[former:end]
    return source.report.text[max(saying.start, former) if saying.start < start else start : end]


class _Judge:
    """Says what is wrong with a retold statement."""

    def __init__(
        self,
        draft: Draft,
        claim: Claim,
        values: StatementValues,
        start: int,
        end: int,
        terms: Sequence[Term],
        holdings: Holdings,
        knowledge: Knowledge | None,
    ) -> None:
        self.draft, self.claim, self.values, self.start, self.end = draft, claim, values, start, end
        self.terms, self.holdings, self.knowledge = terms, holdings, knowledge
        self.content = draft.text[start:end]
        self.bare = blanked(self.content, start, [day.clause for day in agreed_days(draft, start, end)])
        self.on_day = _day_at_end(draft, start, end)
        first, last = draft.region(start, end)
        self.around = draft.text[first:last]
        self.beside = f"{draft.text[first:start]} {draft.text[end:last]}"
        # After "said that …" a day belongs to what was said; before it, to the saying.
        cue = dict(claim.spans).get("cue", ())
        until = start if cue and cue[0].start < start else last
        self.dates = tuple(mention for mention in draft.dates_in(first, until) if not start <= mention.span.start < end)
        self.speaker = Speaker(values.speaker, values.speaker_party) if values.speaker else None
        self.people = people_of(draft, holdings)
        self.deed_verbs = verbs_in(draft, first, last)
        self.deeds = deeds_in(draft.mentions.report.text[first:last], self.deed_verbs, self.people, knowledge)
        self.verbs = {
            term.key
            for token in draft.mentions.tokens
            if token.pos == "VERB" and start <= token.start and token.end <= end
            for term in terms_of(token.text, None)
        }

    def finding(self, told: Sequence[Told]) -> Finding:
        """The best of the sentences as a finding."""
        comparable = [item for item in told if self._is_comparable(item)]
        likely = [item for item in comparable if item.like.score >= PARAPHRASE]
        likely = likely or [item for item in comparable if is_like_but_for_numbers(item.like)]
        if not likely:
            return self._finding(
                (Fault(Status.NOT_FOUND, None, "no report read tells this of anybody"),), None, (), self._nearest(told)
            )
        best_score = max(item.like.score for item in likely)
        likely = [item for item in likely if item.like.score >= best_score - _ROOM]
        judged = sorted(((item, named(tuple(self._faults(item)))) for item in likely), key=lambda pair: _rank(*pair))
        best, faults = judged[0]
        if faults and faults[0].status is Status.ANOTHER_SPEAKER and best.like.score < ANOTHER:
            why = f"no report read tells this of {self.values.speaker}"
            return self._finding((Fault(Status.NOT_FOUND, None, why),), None, (), self._nearest(told))
        as_likely = [(item, rest) for item, rest in judged if item.alone.score >= best.alone.score - _ROOM]
        equals = [item for item, rest in as_likely if len(rest) == len(faults)][:EVIDENCE]
        is_exact = not faults and self.is_verbatim(best)
        return self._finding(
            faults,
            None if is_exact else best.like.score,
            tuple(equals),
            [] if is_exact or faults else [f"in other words; likeness {best.like.score:.2f}"],
            is_exact=is_exact,
        )

    def _is_comparable(self, item: Told) -> bool:
        """Whether more than names are shared: what was done, too, unless nearly all the rest is."""
        has_verb = (
            not self.verbs
            or bool(self.verbs & item.like.matched)
            or item.like.score >= WITHOUT_VERB
            or turned_round(self.content, item.words) is not None
            or share_state(self.content, item.words)
        )
        is_enough = len(item.like.matched) >= FEWEST_TERMS or self.is_verbatim(item)
        return is_enough and has_verb

    def _faults(self, item: Told) -> Iterator[Fault]:
        source, saying = item.source, item.saying
        begin, finish = source.sentence_at(item.start)
        yield from self._speaker_faults(item, begin, finish)
        yield from self._number_faults(item, begin, finish)
        yield from other_name(self.draft, (self.start, self.end), source, item.words, self.people)
        yield from self._sense_faults(item)
        told = deeds_in(source.report.text[begin:finish], self.deed_verbs, self.people, self.knowledge)
        yield from roles_fault(self.deeds, told)
        yield from mediated(source, begin, finish, saying, f"{self.claim.attributed_to or ''} {self.around}")
        yield from other_day(self.holdings, source, self.dates, beside(source, begin, finish, saying))
        yield from self._end_faults(source, source.report.text[begin:finish])

    def _end_faults(self, source: SourceText, sentence: str) -> Iterator[Fault]:
        """A day with which the draft's words end is the day of the saying, or one that the report names."""
        if self.on_day is None:
            return
        # The year alone names no day: it stands in the dateline of any report.
        for fault in other_day(self.holdings, source, (self.on_day,), _YEAR.sub(" ", sentence)):
            if source.days_named(sentence):
                words = self.draft.mentions.words(self.on_day.span)
                fault = Fault(Status.ALTERED, "number", f"another date: {words} here; the report: {quoted(sentence)}")
            yield fault

    def _speaker_faults(self, item: Told, begin: int, finish: int) -> Iterator[Fault]:
        if self.speaker is None:
            return
        if item.saying is None or item.saying.speaker is None:
            if not is_named_at(self.speaker, item.source, begin, finish):
                name = item.source.line.outlet or item.source.line.given_id
                why = f"{self.speaker.name} here; {name} tells it in its own words"
                yield Fault(Status.ANOTHER_SPEAKER, "speaker", why)
        elif is_same_speaker(self.speaker, item.saying, self.knowledge) is False:
            is_told_of = self._has_cue(item) and is_named_at(self.speaker, item.source, begin, finish)
            if is_told_of or is_body_at(self.speaker, item.source, begin, finish):
                return
            why = f"{self.speaker.name} here, {item.saying.speaker} in the report"
            yield Fault(Status.ANOTHER_SPEAKER, "speaker", why)

    def _has_cue(self, item: Told) -> bool:
        """Whether what the report gives to another tells with the draft's own verb that this was said."""
        cues = {term.key for term in terms_of(self.values.cue, None)}
        return bool(cues & {term.key for term in terms_of(item.words, None)})

    def _number_faults(self, item: Told, begin: int, finish: int) -> Iterator[Fault]:
        sentence = item.source.report.text[begin:finish]
        known = {term.word for term in terms_of(sentence, self.knowledge) if term.is_number}
        years = set()
        if item.source.day and _RELATIVE.search(sentence):
            years = {str(item.source.day.year + step) for step in (-1, 0, 1)}
        # "in March", of a report of September 2020, is March 2020
        named_days = item.source.days_named(sentence)
        years |= {str(told.first.year) for told in named_days if told.first.year == told.last.year}
        numbers = [number for number in item.like.numbers if number not in known | years]
        if numbers:
            told = sorted({term.word for term in terms_of(item.words, self.knowledge) if term.is_number})
            there = ", ".join(told) if told else "none"
            why = f"another number or date: {', '.join(numbers)} here, {there} in the report"
            yield Fault(Status.ALTERED, "number", why)

    def _sense_faults(self, item: Told) -> Iterator[Fault]:
        clauses = " ; ".join(self._clauses(item))
        denied = item.saying is not None and item.saying.is_negated
        is_denied_here = self.values.is_negated or has("negations", self.content) or has("denials", self.beside)
        if denied and not is_denied_here:
            who = item.saying.speaker if item.saying and item.saying.speaker else "the speaker"
            yield Fault(Status.DENIED, None, f"{who} denied this, by the report")
        elif not self._is_even(clauses, denied, self._led_up_to(item)):
            yield Fault(Status.TRUNCATED, "negations", f"a denial is lost or put in: {quoted(item.words)}")
        opposite = turned_round(self.content, clauses)
        if opposite is not None:
            why = f"“{opposite[0]}” here, “{opposite[1]}” in the report: {quoted(item.words)}"
            yield Fault(Status.ALTERED, "opposite", why)
        if has("conditions", item.words) and not has("conditions", self.around):
            word = sense_words("conditions").found(item.words)[0]
            yield Fault(Status.TRUNCATED, "conditions", f"the report has a condition (“{word}”): {quoted(item.words)}")
        is_open = has("softeners", self.around)
        if has("reservations", clauses) and not is_open:
            word = sense_words("reservations").found(clauses)[0]
            yield Fault(
                Status.TRUNCATED, "reservations", f"the report has a reservation (“{word}”): {quoted(item.words)}"
            )
        elif has("intentions", clauses) and not has("agreements", clauses) and _binds(self.bare):
            yield Fault(Status.PROPOSED, None, f"the report tells it as proposed or intended: {quoted(item.words)}")

    def _led_up_to(self, item: Told) -> str:
        """The report's clause that ends in the words, from where it begins in the sentence."""
        begin, _ = item.source.sentence_at(item.start)
        text, first = item.source.report.text, begin
        for found in CLAUSE_BREAK.finditer(text, begin, item.start):
            first = found.end()
        last = CLAUSE_BREAK.search(text, item.start, item.end)
        return text[first : last.start() if last else item.end]

    def _is_even(self, clauses: str, denied: bool, led_up_to: str) -> bool:
        """Whether draft and report deny as often; a word that denies in its own way may stand for a "not"."""
        here = sense_words("negations").count(self.content) + self.values.is_negated
        there = sense_words("negations").count(clauses) + denied
        if _RULING_OUT.search(self.values.cue):  # the denial of "did not rule out" stands before what was said
            here += sense_words("negations").count(self.values.cue)
            there = sense_words("negations").count(led_up_to)
        if here % 2 == there % 2 or share_state(self.content, clauses):
            return True
        fewer, other = (self.around, clauses) if here < there else (clauses, self.around)
        return sense_words("denials").count(fewer) > sense_words("denials").count(other)

    def _clauses(self, item: Told) -> Iterable[str]:
        """The clauses of the sentence that hold what was matched."""
        pieces, at = [], 0
        for found in CLAUSE_BREAK.finditer(item.words):
            pieces.append(item.words[at : found.start()])
            at = found.end()
        pieces.append(item.words[at:])
        kept = [piece for piece in pieces if likeness(self.terms, terms_of(piece, self.knowledge)).matched]
        return kept or [item.words]

    def is_verbatim(self, item: Told) -> bool:
        """Whether the report has the very words."""
        words = [word.text for word in words_in(self.content)]
        return any(item.start <= place.start and place.end <= item.end for place in exact_places(words, item.source))

    def _nearest(self, told: Sequence[Told]) -> list[str]:
        best = max(told, key=lambda item: item.like.score, default=None)
        if best is None or best.like.score < PARAPHRASE / 2:
            return []
        near = best.source.evidence(best.start, best.end)
        who = near.speaker or "no speaker"
        return [f"nearest (likeness {best.like.score:.2f}): {quoted(near.words)}, {who}, {source_in_words(near)}"]

    def _finding(
        self,
        faults: tuple[Fault, ...],
        score: float | None,
        told: Sequence[Told],
        notes: Sequence[str],
        *,
        is_exact: bool = False,
    ) -> Finding:
        when = when_of(self.dates)
        supported = Status.EXACT if is_exact else Status.PARAPHRASED
        return Finding(
            asserted=Asserted.STATEMENT,
            start=self.start,
            end=self.end,
            words=self.content,
            speaker=self.values.speaker,
            date=str(when) if when else None,
            status=faults[0].status if faults else supported,
            faults=faults,
            score=score,
            evidence=tuple(item.source.evidence(item.start, item.end) for item in told),
            diff=(),
            notes=tuple(notes),
        )


def _binds(content: str) -> bool:
    """Whether the draft tells of an agreement or decision."""
    return any(word not in {"will", "shall"} for word in sense_words("agreements").found(content))


def _rank(item: Told, faults: Sequence[Fault]) -> tuple[bool, float, int, int, float, str]:
    """The speaker's own words first, then the likest, then those with the fewest and lightest faults."""
    worst = GRAVITY.index(faults[0].status) if faults else len(GRAVITY)
    is_anothers = any(fault.status is Status.ANOTHER_SPEAKER for fault in faults)
    score = -round(item.like.score, 1)
    return is_anothers, score, len(faults), -worst, -round(item.alone.score, 1), item.source.line.day or "9"
