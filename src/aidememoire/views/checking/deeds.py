"""Deeds: whether a sentence that no reader took for anything else tells what the reports tell, and of the same people.

What is not found is not reported: the readers could not say what is asserted. Reported is what a report tells in nearly
the same words of others, the other way round, or as in another state.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from aidememoire.knowledge import Knowledge
from aidememoire.register.words import words_in
from aidememoire.views.checking.drafts import Draft, when_of
from aidememoire.views.checking.findings import GRAVITY, Asserted, Evidence, Fault, Finding, Status, named
from aidememoire.views.checking.holdings import Holdings, SourceText
from aidememoire.views.checking.likeness import ANOTHER, Likeness, Term, likeness, terms_of, turned_round
from aidememoire.views.checking.quotations import EVIDENCE, other_day
from aidememoire.views.checking.roles import Deed, deeds_in, roles_fault, share_doers, verbs_in
from aidememoire.views.checking.sense import has, sense_words
from aidememoire.views.checking.speakers import people_of
from aidememoire.views.checking.states import state_fault
from aidememoire.views.wording import quoted

# Fewer words that say something, names left aside, could be anybody's sentence.
# accepts: "warned against building on the ridge"; refuses: "visited the port"
_FEWEST_WORDS = 3
_ROOM = 0.15


@dataclass(frozen=True, slots=True)
class Retold:
    """A sentence of a report that may tell the same."""

    source: SourceText
    start: int
    end: int
    like: Likeness  # names left aside; with the sentence before it
    alone: Likeness  # without

    @property
    def words(self) -> str:
        """The sentence."""
        return self.source.report.text[self.start : self.end]


def sentences_to_check(draft: Draft) -> Iterator[tuple[int, int]]:
    """The sentences in the draft's own words that tell something: start and end."""
    text = draft.mentions.report.text
    verbs = sorted(token.start for token in draft.mentions.tokens if token.pos == "VERB")
    for start, end in draft.sentences:
        if text[start:end].rstrip().endswith("?") or any(q.start < end and start < q.end for q in draft.quoted):
            continue
        if any(start <= verb < end for verb in verbs):
            yield start, end


def check_deed(
    draft: Draft,
    start: int,
    end: int,
    sources: Sequence[SourceText],
    holdings: Holdings,
    knowledge: Knowledge | None,
) -> Finding | None:
    """What the register says to the sentence; None where it says nothing for or against it."""
    judge = _Judge(draft, start, end, holdings, knowledge)
    return judge.finding(sources) if len(judge.terms) + len(judge.days) >= _FEWEST_WORDS else None


class _Judge:
    """Says what is wrong with a sentence."""

    def __init__(self, draft: Draft, start: int, end: int, holdings: Holdings, knowledge: Knowledge | None) -> None:
        self.draft, self.start, self.end = draft, start, end
        self.holdings, self.knowledge = holdings, knowledge
        self.text = draft.mentions.report.text[start:end]
        # "Thursday", "next week" look from the day of the draft, which its writer may have meant or not.
        dates = draft.dates_in(start, end)
        self.dates = tuple(one for one in dates if any(map(str.isdigit, draft.mentions.words(one.span))))
        self.people: Mapping[str, str | None] = people_of(draft, holdings)
        self.verbs = verbs_in(draft, start, end)
        words = self._without_days()
        self.terms = [term for term in terms_of(words, knowledge) if not self._is_name(term)]
        self.days = [
            term
            for mention in self.dates
            for term in terms_of(draft.mentions.words(mention.span), None)
            if term.is_number
        ]
        self.deeds = deeds_in(self.text, self.verbs, self.people, knowledge)

    def _without_days(self) -> str:
        """The sentence without the days on which it is told to have been done: they are compared as days."""
        text = self.text
        for mention in self.dates:
            first, last = mention.span.start - self.start, mention.span.end - self.start
            text = text[:first] + " " * (last - first) + text[last:]
        return text

    def _is_name(self, term: Term) -> bool:
        is_surname = any(word.text in self.people for word in words_in(term.word))
        return term.key.isupper() or (is_surname and term.word[:1].isalpha())

    def finding(self, sources: Sequence[SourceText]) -> Finding | None:
        """The best of the sentences as a finding."""
        told = [item for source in sources for item in self._told_in(source)]
        judged = sorted(((item, named(tuple(self._faults(item)))) for item in told), key=lambda pair: _rank(*pair))
        best_score = max((item.like.score for item in told), default=0.0)
        judged = [(item, faults) for item, faults in judged if item.like.score >= best_score - _ROOM]
        state = state_fault(self.text, self.dates, sources, self.knowledge)
        if state is not None:
            return self._finding((state.fault,), None, (state.source.evidence(state.start, state.end),))
        if not judged:
            return None
        best, faults = judged[0]
        if not faults and not share_doers(self.deeds, self._deeds_of(best)):
            return None
        equals = [item.source.evidence(item.start, item.end) for item, rest in judged if len(rest) == len(faults)]
        return self._finding(faults, best.like.score, tuple(equals[:EVIDENCE]))

    def _told_in(self, source: SourceText) -> Iterator[Retold]:
        """The sentences of the report that share the verb, and nearly all the rest but the names."""
        former: tuple[Term, ...] = ()
        years = {str(source.day.year)} if source.day else set()
        terms = [term for term in self.terms if term.word not in years]
        for (start, end), here in zip(source.sentences, source.terms, strict=True):
            alone, like = likeness(terms, here), likeness(terms, (*former, *here))
            days = likeness(self.days, (*former, *here)).matched
            is_enough = like.score >= ANOTHER and len(like.matched | days) >= _FEWEST_WORDS
            former = here
            if is_enough and self.verbs & alone.matched:
                yield Retold(source, start, end, like, alone)

    def _deeds_of(self, item: Retold) -> list[Deed]:
        return deeds_in(item.words, self.verbs, self.people, self.knowledge)

    def _faults(self, item: Retold) -> Iterator[Fault]:
        yield from roles_fault(self.deeds, self._deeds_of(item))
        around = _around(item)
        known = {term.word for term in terms_of(around, self.knowledge) if term.is_number}
        if numbers := [number for number in item.like.numbers if number not in known]:
            told = [term.word for term in terms_of(item.words, self.knowledge) if term.is_number]
            why = f"another number or date: {', '.join(numbers)} here, {', '.join(told) or 'none'} in the report"
            yield Fault(Status.ALTERED, "number", why)
        yield from other_day(self.holdings, item.source, self.dates, around)
        if item.alone.score < ANOTHER:
            return
        opposite = turned_round(self.text, item.words)
        if opposite is not None:
            why = f"“{opposite[0]}” here, “{opposite[1]}” in the report: {quoted(item.words)}"
            yield Fault(Status.ALTERED, "opposite", why)
        negations = sense_words("negations")
        is_denied_otherwise = has("denials", self.text) or has("denials", item.words)
        if negations.count(self.text) % 2 != negations.count(item.words) % 2 and not is_denied_otherwise:
            yield Fault(Status.TRUNCATED, "negations", f"a denial is lost or put in: {quoted(item.words)}")

    def _finding(self, faults: tuple[Fault, ...], score: float | None, evidence: tuple[Evidence, ...]) -> Finding:
        when = when_of(self.dates)
        return Finding(
            asserted=Asserted.DEED,
            start=self.start,
            end=self.end,
            words=self.draft.text[self.start : self.end],
            speaker=None,
            date=str(when) if when else None,
            status=faults[0].status if faults else Status.PARAPHRASED,
            faults=faults,
            score=score,
            evidence=evidence,
            diff=(),
            notes=() if faults else (f"in other words; likeness {score:.2f}, names left aside",),
        )


def _around(item: Retold) -> str:
    """The sentence with those before and after it: a line may end within one."""
    sentences, number = item.source.sentences, item.source.sentence_number(item.start)
    first, last = sentences[max(0, number - 1)], sentences[min(len(sentences) - 1, number + 1)]
    return item.source.report.text[first[0] : last[1]]


def _rank(item: Retold, faults: Sequence[Fault]) -> tuple[int, float, int, str]:
    worst = GRAVITY.index(faults[0].status) if faults else len(GRAVITY)
    return len(faults), -round(item.like.score, 1), -worst, item.source.line.day or "9"
