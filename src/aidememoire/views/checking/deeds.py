"""Deeds: whether a sentence that no reader took for anything else tells what the reports tell, and of the same people.

What is not found is not reported: the readers could not say what is asserted. Reported is what a report tells in nearly
the same words of others, the other way round, or as in another state.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.calendar_names import MONTH_NAMES
from aidememoire.model import TimeMention
from aidememoire.register.words import words_in
from aidememoire.register.world import fold
from aidememoire.views.checking.agreed_days import agreed_day_faults, agreed_days
from aidememoire.views.checking.deadlines import deadlines_in, other_deadline
from aidememoire.views.checking.disputes import by_word_of, contested, disputed
from aidememoire.views.checking.drafts import Draft, blanked, when_of
from aidememoire.views.checking.findings import GRAVITY, Asserted, Evidence, Fault, Finding, Status, named, with_faults
from aidememoire.views.checking.holdings import Holdings, SourceText
from aidememoire.views.checking.leaning import Leaning
from aidememoire.views.checking.likeness import (
    ANOTHER,
    FEWEST_TERMS,
    Likeness,
    Term,
    is_of_calendar,
    key_of,
    likeness,
    terms_of,
    turned_round,
)
from aidememoire.views.checking.quotations import EVIDENCE, other_day
from aidememoire.views.checking.roles import Deed, deeds_in, roles_fault, share_doers, verbs_in
from aidememoire.views.checking.sense import CLAUSE_BREAK, has, sense_words
from aidememoire.views.checking.speakers import people_of
from aidememoire.views.checking.standing import Bearing, Standing, standing_faults, standing_of, without_idle_denials
from aidememoire.views.checking.states import Contrary, state_fault, states_told
from aidememoire.views.wording import enumerate_words, quoted

# Fewer words that say something, names left aside, could be anybody's sentence.
# accepts: "warned against building on the ridge"; refuses: "visited the port"
_FEWEST_WORDS = 3
_ROOM = 0.15
# So many sentences before and after somebody's word is its denial looked for, which need not say all of it again.
_SENTENCES_NEAR = 3
# Another place is a mistake only where nearly all the rest is the same.
# accepts: "suspended over drilling in the (place)"; refuses: "met in (place) in May"
_NEARLY_ALL = 0.85


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
    leaning: Leaning | None = None,
) -> Finding | None:
    """What the register says to the sentence; None where it says nothing for or against it.

    ``leaning``: what its pronoun may stand for; the first reading to which the register says something counts.
    """
    text = draft.mentions.report.text[start:end]
    dates = dates_told(draft, start, end)
    agreed = tuple(agreed_days(draft, start, end))
    readings = tuple(leaning.resolved(text, start)) if leaning is not None else ()
    days = [(mention.span.start, mention.span.end) for mention in dates]
    bare = blanked(text, start, (*days, *(day.clause for day in agreed)))
    bare_readings = tuple(leaning.resolved(bare, start)) if leaning is not None else ()
    for reading, words in zip(readings or (text,), bare_readings or (bare,), strict=True):
        judge = _Judge(draft, start, end, holdings, knowledge, reading, words, dates)
        found = judge.finding(sources) if len(judge.terms) + len(judge.days) >= _FEWEST_WORDS else None
        if found is not None:
            found = with_faults(found, agreed_day_faults(draft, agreed, (start, end), holdings, knowledge))
            note = f"read as: {quoted(reading)}"
            return replace(found, notes=(*found.notes, note)) if readings else found
    return None


def dates_told(draft: Draft, start: int, end: int) -> tuple[TimeMention, ...]:
    """The dates in the sentence that stand by themselves, and are those of what it tells.

    Not "the exercise agreed on 14 May": that day is the agreement's. "Thursday", "next week" look from the day of the
    draft, which its writer may have meant or not.
    """
    of_agreements = {day.mention for day in agreed_days(draft, start, end)}
    dates = [one for one in draft.dates_in(start, end) if one not in of_agreements]
    return tuple(one for one in dates if any(map(str.isdigit, draft.mentions.words(one.span))))


class _Judge:
    """Says what is wrong with a sentence."""

    def __init__(
        self,
        draft: Draft,
        start: int,
        end: int,
        holdings: Holdings,
        knowledge: Knowledge | None,
        text: str,
        bare: str,
        dates: tuple[TimeMention, ...],
    ) -> None:
        self.draft, self.start, self.end = draft, start, end
        self.holdings, self.knowledge = holdings, knowledge
        self.text = text  # of the sentence, with what is meant in the place of a pronoun
        self.bare = bare  # the same without its days
        self.dates = dates
        self.people: Mapping[str, str | None] = people_of(draft, holdings)
        self.verbs = verbs_in(draft, start, end)
        self.terms = [term for term in terms_of(bare, knowledge) if not self._is_name(term)]
        self.days = [
            term
            for mention in self.dates
            for term in terms_of(draft.mentions.words(mention.span), None)
            if term.is_number
        ]
        self.deeds = deeds_in(self.text, self.verbs, self.people, knowledge)
        roots = [token for token in draft.mentions.tokens if start <= token.start < end and token.dep == "ROOT"]
        self.root = next((key_of(word.text) for token in roots for word in words_in(token.text)), None)
        self.is_done = any(token.tag in {"VBD", "VBN"} for token in roots)

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
        for look in (self._other_state_day, self._only_proposed, self._other_place, self._other_deadline):
            state = state or look(sources)
        if state is not None:
            return self._finding((state.fault,), None, (state.source.evidence(state.start, state.end),))
        if not judged:
            return None
        best, faults = judged[0]
        if not faults and not share_doers(self.deeds, self._deeds_of(best)) and not self._is_of_the_same(best):
            return None
        faults = faults or named(tuple(contested(best.source, best.start, best.end, self._denials(judged, best))))
        equals = [item.source.evidence(item.start, item.end) for item, rest in judged if len(rest) == len(judged[0][1])]
        return self._finding(faults, best.like.score, tuple(equals[:EVIDENCE]))

    def _is_of_the_same(self, item: Retold) -> bool:
        """Whether the report names whoever the sentence names, where one of the two names no doer of the verb."""
        if any(deed.doers for deed in self._deeds_of(item)) and any(deed.doers for deed in self.deeds):
            return False
        doers = [who for deed in self.deeds for who in (*deed.doers, *deed.done_to)]
        here = {who.party for who in doers if who.surname is None and who.party}
        if self.knowledge is not None:
            here |= {name.code for name in self.knowledge.parties.scan(self.text)}
            there = {name.code for name in self.knowledge.parties.scan(_around(item))}
            if not here <= there:
                return False
        surnames = {who.surname for who in doers if who.surname}
        return bool(here or surnames) and surnames <= {word.text for word in item.source.words}

    def _other_state_day(self, sources: Sequence[SourceText]) -> Contrary | None:
        """A fault where all reports that tell of the state tell of another day."""
        if not self.dates:
            return None
        found = []
        for told in states_told(self.text, sources, self.knowledge):
            faults = list(
                other_day(self.holdings, told.source, self.dates, told.source.report.text[told.start : told.end])
            )
            if not faults:
                return None
            found.append(Contrary(faults[0], told.source, told.start, told.end))
        return found[0] if found else None

    def _only_proposed(self, sources: Sequence[SourceText]) -> Contrary | None:
        """A fault where the sentence tells as agreed what all reports that tell of it tell as proposed."""
        agreed = sense_words("agreements").found(self.text)
        if not agreed or has("negations", self.text):
            return None
        keys = {key_of(word) for word in agreed}
        terms = [term for term in self.terms if term.key not in keys]
        found = None
        for source in sources:
            for (start, end), here in zip(source.sentences, source.terms, strict=True):
                like = likeness(terms, here)
                if like.score < ANOTHER or len(like.matched) < _FEWEST_WORDS:
                    continue
                words = self._clause_of(source.report.text[start:end])
                if has("agreements", words) or not has("intentions", words):
                    return None
                weak = sense_words("intentions").found(words)[0]
                fault = Fault(Status.PROPOSED, "strength", f"told as agreed here; the report: “{weak}”")
                found = found or Contrary(fault, source, start, end)
        return found

    def _other_place(self, sources: Sequence[SourceText]) -> Contrary | None:
        """A fault where a place of the sentence stands in no report that tells the same, and another stands there."""
        here = [name for name in names_after(self.bare) if not self._is_of_party(name)]
        if not here:
            return None
        inside = {term.key for name in here for term in terms_of(name, None)}
        terms = [*(term for term in self.terms if term.key not in inside), *self.days]
        found = None
        for source in sources:
            for (start, end), told in zip(source.sentences, source.terms, strict=True):
                like = likeness(terms, told)
                if like.score < _NEARLY_ALL or len(like.matched) < _FEWEST_WORDS + 1:
                    continue
                text = source.report.text
                there = [name for name in names_after(text[start:end]) if not self._is_of_party(name)]
                others = [name for name in here if fold(name) not in fold(text)]
                if not others or not there:
                    return None
                why = f"{others[0]} here, {enumerate_words(there)} in the report"
                found = found or Contrary(Fault(Status.CONTRADICTED, "place", why), source, start, end)
        return found

    def _other_deadline(self, sources: Sequence[SourceText]) -> Contrary | None:
        """A fault where all reports that set a deadline for the same thing set another one."""
        here = list(deadlines_in(self.text))
        things = [
            term
            for term in self.terms
            if term.key not in self.verbs and not term.key.isdigit() and term.word.casefold() not in MONTH_NAMES
        ]
        if not here or len(things) < FEWEST_TERMS:
            return None
        found = None
        for source in sources:
            for (start, end), told in zip(source.sentences, source.terms, strict=True):
                there = list(deadlines_in(source.report.text[start:end]))
                if not there or likeness(things, told).score < _NEARLY_ALL:
                    continue
                if (why := other_deadline(here, there)) is None:
                    return None
                found = found or Contrary(Fault(Status.OTHER_DATE, "due", why), source, start, end)
        return found

    def _is_of_party(self, name: str) -> bool:
        return self.knowledge is not None and bool(self.knowledge.parties.scan(name))

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
        yield from self._telling_faults(item)
        if item.alone.score < ANOTHER:
            return
        opposite = turned_round(self.text, item.words)
        if opposite is not None:
            why = f"“{opposite[0]}” here, “{opposite[1]}” in the report: {quoted(item.words)}"
            yield Fault(Status.ALTERED, "opposite", why)
        negations = sense_words("negations")
        here, there = (without_idle_denials(self._clause_of(text)) for text in (self.text, item.words))
        is_denied_otherwise = has("denials", here) or has("denials", there)
        if negations.count(here) % 2 != negations.count(there) % 2 and not is_denied_otherwise:
            yield Fault(Status.TRUNCATED, "negations", f"a denial is lost or put in: {quoted(item.words)}")

    def _telling_faults(self, item: Retold) -> Iterator[Fault]:
        """What the draft leaves out: that it is denied, refused, conditional, not yet done, or somebody's word."""
        key, there = self._shared_verb(item.words)
        if key is None:
            return
        here = self._standing(self.text, _places_of(self.text, {key})[0])
        told = [
            (place, tuple(standing_faults(here, self._standing(item.words, place), "done", item.words)))
            for place in there
        ]
        place, faults = min(told, key=lambda pair: len(pair[1]))
        yield from faults
        if not faults:
            yield from disputed(item.source, item.start + place, self.terms, self.text)
            doers = {who.party for deed in self.deeds if deed.verb == key for who in deed.doers if who.party}
            yield from by_word_of(item.source, item.start + place, item.end, doers)

    def _denials(
        self, judged: Sequence[tuple[Retold, Sequence[Fault]]], best: Retold
    ) -> Iterator[tuple[SourceText, int, int]]:
        """The sentences that deny what the draft tells: those that are like it, and any near the best of them."""
        for item, faults in judged:
            if any(fault.status is Status.DENIED for fault in faults):
                yield item.source, item.start, item.end
        source, number = best.source, best.source.sentence_number(best.start)
        for (start, end), here in list(zip(source.sentences, source.terms, strict=True))[
            max(0, number - _SENTENCES_NEAR) : number + _SENTENCES_NEAR + 1
        ]:
            matched = likeness(self.terms, here).matched
            if self.verbs & matched and len(matched) >= FEWEST_TERMS:
                words = source.report.text[start:end]
                places = self._shared_verb(words)[1]
                if any(one.bearing is Bearing.DENIED for place in places for one in self._standing(words, place)):
                    yield source, start, end

    def _shared_verb(self, words: str) -> tuple[str | None, list[int]]:
        """The draft's main verb, or else its first one, that stands in the words, too; and where."""
        keys = [self.root] if self.root in self.verbs else []
        keys += [key for word in words_in(self.text) if (key := key_of(word.text)) in self.verbs]
        for key in keys:
            if key is not None and (there := _places_of(words, {key})) and _places_of(self.text, {key}):
                return key, there
        return None, []

    def _standing(self, text: str, place: int) -> list[Standing]:
        return standing_of(text, place, wide=self.is_done)

    def _clause_of(self, text: str) -> str:
        """The clause that has most of the sentence's words: what "but" joins to it is denied by itself."""
        clauses = CLAUSE_BREAK.split(text)
        return max(clauses, key=lambda clause: len(likeness(self.terms, terms_of(clause, self.knowledge)).matched))

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


_NAME_AFTER = re.compile(r"\b(?:in|at|off|near|on|of) (?:the )?((?:[A-Z][\w’'-]+)(?: [A-Z][\w’'-]+){0,3})")


def names_after(text: str) -> list[str]:
    """The names that stand where a place does.

    >>> names_after("drilling in the Green Sea off Lima")
    ['Green Sea', 'Lima']
    """
    return [found[1] for found in _NAME_AFTER.finditer(text) if not is_of_calendar(found[1].split()[0])]


def _places_of(text: str, keys: Collection[str]) -> list[int]:
    """Where the words stand that are compared by one of the keys."""
    return [word.start for word in words_in(text) if key_of(word.text) in keys]


def _around(item: Retold) -> str:
    """The sentence with those before and after it: a line may end within one."""
    sentences, number = item.source.sentences, item.source.sentence_number(item.start)
    first, last = sentences[max(0, number - 1)], sentences[min(len(sentences) - 1, number + 1)]
    return item.source.report.text[first[0] : last[1]]


def _rank(item: Retold, faults: Sequence[Fault]) -> tuple[int, float, int, str]:
    worst = GRAVITY.index(faults[0].status) if faults else len(GRAVITY)
    return len(faults), -round(item.like.score, 1), -worst, item.source.line.day or "9"
