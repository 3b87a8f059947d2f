"""Quotations: whether the words between a draft's quotation marks are on the register, whole, and from whom."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.calendar_names import A_WEEKDAY
from aidememoire.model import Granularity, StatementKind, TimeMention, When
from aidememoire.register.words import words_in
from aidememoire.views.checking.aligning import (
    ALTERED,
    FEWEST_EQUAL,
    MARKED_WORDS,
    UNMARKED_WORDS,
    Alignment,
    Run,
    align,
    changes,
    exact_places,
    is_put_together,
    runs_of,
)
from aidememoire.views.checking.drafts import Draft, Quoted, when_of
from aidememoire.views.checking.findings import GRAVITY, Asserted, Change, Evidence, Fault, Finding, Status, named
from aidememoire.views.checking.holdings import Holdings, Saying, SourceText
from aidememoire.views.checking.sense import IN_WORDS, has, lost_after, lost_before, turned
from aidememoire.views.checking.speakers import is_named_at, is_same_speaker
from aidememoire.views.wording import day_in_words, quoted

# So many places are named as evidence.
EVIDENCE = 5
_PUNCTUATION = re.compile(r"[!?;:,.]")


@dataclass(frozen=True, slots=True)
class Judged:
    """A place for a quotation, and what is wrong with it there."""

    alignment: Alignment
    faults: tuple[Fault, ...]
    notes: tuple[str, ...]

    @property
    def rank(self) -> tuple[int, int, float, str]:
        """The best place first: fewest and lightest faults, then the likest words, then the earliest report."""
        worst = GRAVITY.index(self.faults[0].status) if self.faults else len(GRAVITY)
        return len(self.faults), -worst, -self.alignment.score, self.alignment.source.line.day or "9"


@dataclass(frozen=True, slots=True)
class Places:
    """Where the words of a quotation may stand."""

    exact: tuple[Alignment, ...]  # word for word
    aligned: tuple[Alignment, ...]  # the best place in each report; empty where there are exact ones
    runs: tuple[Run, ...]  # where no report holds them all

    @property
    def sources(self) -> list[SourceText]:
        """The reports that matter."""
        likely = [place for place in self.aligned if place.is_exact or place.score >= ALTERED]
        near = sorted(self.aligned, key=lambda place: -place.score)[:1]
        found = [*(place.source for place in (*self.exact, *likely, *near)), *(run.source for run in self.runs)]
        return list({source.line.id: source for source in found}.values())


def places_of(words: Quoted, sources: Sequence[SourceText]) -> Places:
    """Where the words may stand in the reports."""
    plain = [word.text for word in words.words]
    exact = () if words.gaps else tuple(place for source in sources for place in exact_places(plain, source))
    if exact:
        return Places(exact, (), ())
    aligned = tuple(place for source in sources if (place := align(words.words, words.gaps, source)))
    return Places((), aligned, tuple(runs_of(words.words, words.gaps, sources)))


def check_quotation(
    draft: Draft, words: Quoted, found: Places, holdings: Holdings, knowledge: Knowledge | None
) -> Finding:
    """What the register says to one quotation; the sayings of the places' reports must have been loaded."""
    judge = _Judge(draft, words, holdings, knowledge)
    count = len(words.words)
    places = list(found.exact) or [place for place in found.aligned if place.is_exact]
    if not found.exact and not any(judge.is_together(place) for place in places):
        if is_put_together(found.runs, count, is_marked=bool(words.gaps)):
            return judge.merged(found.runs)
        places = _likely(found.aligned, count) or places
    if not places:
        return judge.missing(found.aligned)
    judged = sorted((judge.place(place) for place in places), key=lambda item: item.rank)
    return judge.finding(judged)


def _likely(found: Sequence[Alignment], words: int) -> list[Alignment]:
    """The places that may be the source of altered words: the likest, and those hardly less so."""
    likely = [place for place in found if place.score >= ALTERED and _equal(place) >= min(FEWEST_EQUAL, words)]
    best = max((place.score for place in likely), default=0.0)
    return [place for place in likely if place.score >= best - 0.05]


def _equal(place: Alignment) -> int:
    return sum(step.draft[1] - step.draft[0] for step in place.steps if step.op == "equal")


class _Judge:
    """Says what is wrong with a quotation at a place."""

    def __init__(self, draft: Draft, words: Quoted, holdings: Holdings, knowledge: Knowledge | None) -> None:
        self.draft = draft
        self.quoted = words
        self.holdings = holdings
        self.knowledge = knowledge

    def place(self, place: Alignment) -> Judged:
        """The place with all that is wrong there."""
        faults = [*self._altered(place), *self._joined(place), *self._cut(place), *self._told(place)]
        return Judged(place, named(tuple(faults)), tuple(self._notes(place)))

    def is_together(self, place: Alignment) -> bool:
        """Whether the pieces were said together."""
        return not any(self._joined(place))

    def finding(self, judged: Sequence[Judged]) -> Finding:
        """The best place as a finding; other places of equal standing are further evidence."""
        best = judged[0]
        alignment = best.alignment
        is_exact = alignment.is_exact
        equals = [item for item in judged if len(item.faults) == len(best.faults)][:EVIDENCE]
        has_diff = not is_exact or len(alignment.steps) > 1
        return self._finding(
            best.faults,
            None if is_exact else round(alignment.score, 2),
            tuple(self._evidence(item.alignment) for item in equals),
            changes(alignment, self.draft.text, self.quoted.words) if has_diff else (),
            best.notes,
        )

    def _evidence(self, place: Alignment) -> Evidence:
        """The stretch of the report, with the speaker of its parts."""
        evidence = place.source.evidence(place.start, place.end)
        saying = next((found for found in self._sayings(place) if found), None)
        return evidence if saying is None else replace(evidence, speaker=saying.speaker, claim=saying.claim)

    def merged(self, runs: Sequence[Run]) -> Finding:
        """A quotation put together from several places."""
        evidence = []
        for run in runs[:EVIDENCE]:
            source = run.source
            start, end = source.words[run.first].start, source.words[run.first + run.size - 1].end
            evidence.append(source.evidence(start, end))
        speakers = list(dict.fromkeys(item.speaker or "unknown" for item in evidence))
        who = f"of {speakers[0]}" if len(speakers) == 1 else "of " + " and ".join(speakers)
        why = f"words {who} from {len(evidence)} places are one quotation here; they were not said together"
        return self._finding((Fault(Status.MERGED, None, why),), None, tuple(evidence), (), ())

    def missing(self, found: Sequence[Alignment]) -> Finding:
        """A quotation that no report holds."""
        notes = []
        best = max(found, key=lambda place: place.score, default=None)
        if best is not None and best.score >= ALTERED / 2:
            near = best.source.evidence(best.start, best.end)
            notes.append(
                f"nearest words (likeness {best.score:.2f}, too little to be these): {quoted(near.words)}, "
                f"{near.speaker or 'speaker unknown'}, {source_in_words(near)}"
            )
        why = "no report read holds these words"
        return self._finding((Fault(Status.NOT_FOUND, None, why),), None, (), (), tuple(notes))

    def _finding(
        self,
        faults: tuple[Fault, ...],
        score: float | None,
        evidence: tuple[Evidence, ...],
        diff: tuple[Change, ...],
        notes: tuple[str, ...],
    ) -> Finding:
        when = when_of(self.quoted.dates)
        return Finding(
            asserted=Asserted.QUOTATION,
            start=self.quoted.start,
            end=self.quoted.end,
            words=self.draft.text[self.quoted.start : self.quoted.end],
            speaker=self.quoted.speaker.name if self.quoted.speaker else None,
            date=str(when) if when else None,
            status=faults[0].status if faults else Status.EXACT,
            faults=faults,
            score=score,
            evidence=evidence,
            diff=diff,
            notes=notes,
        )

    # Words.

    def _altered(self, place: Alignment) -> Iterator[Fault]:
        """Words that were changed, dropped or put in."""
        if place.is_exact:
            return
        dropped, added = place.changed(self.quoted.words)
        lost = turned(dropped, added)
        for kind, word in lost:
            yield Fault(Status.TRUNCATED, kind, f"“{word}” makes the difference: {IN_WORDS[kind]} is lost or put in")
        numbers = sorted(number for number in {*dropped} ^ {*added} if number[0].isdigit())
        if numbers:
            why = f"another number: {_listed(added)} here, {_listed(dropped)} in the report"
            yield Fault(Status.ALTERED, "number", why)
        elif not lost:
            yield Fault(Status.ALTERED, None, f"{_listed(added)} here, {_listed(dropped)} in the report")

    def _joined(self, place: Alignment) -> Iterator[Fault]:
        """Pieces that were not said together."""
        for step in place.gaps():
            count = step.source[1] - step.source[0]
            limit = {"omit": MARKED_WORDS, "delete": UNMARKED_WORDS}.get(step.op)
            if limit is not None and count > limit:
                yield Fault(Status.MERGED, None, f"the report has {count} words between the parts of this quotation")
        speakers = {saying.speaker for saying in self._sayings(place) if saying is not None}
        if len(speakers) > 1:
            names = " and ".join(sorted(name or "somebody unknown" for name in speakers))
            yield Fault(Status.MERGED, None, f"its parts are words of {names}")

    def _cut(self, place: Alignment) -> Iterator[Fault]:
        """A "not", a condition or a reservation that stands just outside the words that were taken."""
        source, text = place.source, place.source.report.text
        pieces = list(place.pieces())
        for number, (first, last) in enumerate(pieces):
            start, end = source.words[first].start, source.words[last - 1].end
            saying = self._saying(source, start, end)
            begin, _ = source.sentence_at(start)
            _, finish = source.sentence_at(end - 1)
            if saying is not None and saying.start <= start and saying.end >= end:
                begin, finish = max(begin, saying.start), min(finish, saying.end)
            if number:
                begin = max(begin, source.words[pieces[number - 1][1] - 1].end)
            if number + 1 < len(pieces):
                finish = min(finish, source.words[pieces[number + 1][0]].start)
            before, after = self._left_out(text[begin:start]), self._left_out(text[end : max(end, finish)])
            for kind, word in (*lost_before(before), *lost_after(after)):
                if not self._makes_up(kind):
                    why = f"the report says “{_around(text, begin, start, end, finish)}”: {IN_WORDS[kind]} is cut off"
                    yield Fault(Status.TRUNCATED, kind, f"{why} (“{word}”)")
            is_no_itself = has("negations", text[start:end])  # he denied it: “We have not left.”
            if saying is not None and saying.is_negated and not is_no_itself and not self._makes_up("negations"):
                yield Fault(Status.DENIED, None, f"{saying.speaker} denied this, by the report")

    def _left_out(self, stretch: str) -> str:
        """The stretch without what another quotation beside this one takes of it: “If A,” he told them, “then B”."""
        first, last = self.draft.region(self.quoted.start, self.quoted.end)
        for other in self.draft.quoted:
            if other is self.quoted or other.start >= last or other.end <= first:
                continue
            words, here = [word.text for word in other.words], words_in(stretch)
            for at in range(len(here) - len(words) + 1):
                if [word.text for word in here[at : at + len(words)]] == words:
                    stretch = stretch[: here[at].start] + stretch[here[at + len(words) - 1].end :]
                    break
        return stretch

    def _makes_up(self, kind: str) -> bool:
        """Whether the draft's own words around the quotation say what the quotation leaves out."""
        around = self.quoted.around
        if kind == "negations":
            return has("negations", around) or has("denials", around)
        if kind == "conditions":
            return has("conditions", around)
        return has("softeners", around)

    # Who and when.

    def _sayings(self, place: Alignment) -> list[Saying | None]:
        """For each part the saying in which it stands: one of the draft's speaker, if the report has one."""
        source = place.source
        spans = [(source.words[first].start, source.words[last - 1].end) for first, last in place.pieces()]
        return [self._saying(source, start, end) for start, end in spans]

    def _saying(self, source: SourceText, start: int, end: int) -> Saying | None:
        around = source.sayings_at(start, end)
        drafted = self.quoted.speaker
        if drafted is not None:
            for saying in around:
                if is_same_speaker(drafted, saying, self.knowledge):
                    return saying
        return around[0] if around else None

    def _told(self, place: Alignment) -> Iterator[Fault]:
        """Another speaker, another day, or somebody in between."""
        source = place.source
        saying = next((found for found in self._sayings(place) if found), None)
        begin, finish = source.sentence_at(place.start)[0], source.sentence_at(place.end - 1)[1]
        drafted = self.quoted.speaker
        if drafted is not None:
            if saying is None or saying.speaker is None:
                if not is_named_at(drafted, source, *_near(source, place.start, place.end)):
                    whose = f"the report's own ({source.line.outlet or source.line.given_id})"
                    yield Fault(Status.ANOTHER_SPEAKER, "speaker", f"{drafted.name} here; the words are {whose}")
            elif is_same_speaker(drafted, saying, self.knowledge) is False:
                yield Fault(Status.ANOTHER_SPEAKER, "speaker", f"{drafted.name} here, {saying.speaker} in the report")
        yield from mediated(source, begin, finish, saying, self.quoted.around)
        yield from other_day(self.holdings, source, self.quoted.dates, beside(source, begin, finish, saying))

    def _notes(self, place: Alignment) -> Iterator[str]:
        saying = next((found for found in self._sayings(place) if found), None)
        if saying is not None and saying.kind is StatementKind.INDIRECT:
            yield "the report gives this as indirect speech: the words are the report's"
        if saying is None:
            yield "no speaker is on the register for these words"
        for step in place.steps:
            if step.op == "attribution":
                words = place.source.words[step.source[0] : step.source[1]]
                broken_by = place.source.report.text[words[0].start : words[-1].end]
                yield f"one quotation here, two in the report, which has {quoted(broken_by)} between them"
        _, finish = place.source.sentence_at(place.end - 1)
        goes_on = _BUT.match(place.source.report.text[place.end : finish])
        if goes_on:
            yield f"the sentence goes on: {quoted(goes_on['rest'])}"
        omitted = sum(step.source[1] - step.source[0] for step in place.steps if step.op == "omit")
        if omitted:
            yield f"{omitted} {'word is' if omitted == 1 else 'words are'} left out where the draft marks it"
        if place.is_exact and len(place.steps) == 1:
            here = _PUNCTUATION.findall(self.draft.text[self.quoted.words[0].start : self.quoted.words[-1].end])
            there = _PUNCTUATION.findall(place.source.report.text[place.start : place.end])
            if here != there:
                yield f"the punctuation differs: {quoted(place.source.report.text[place.start : place.end])}"


_BUT = re.compile(r"[\s,;–—-]*(?P<rest>(?:but|yet|however)\b[^“”\"«»]*)")


def mediated(source: SourceText, start: int, end: int, saying: Saying | None, around: str) -> Iterator[Fault]:
    """A fault where the report knows the words only through somebody else whom the draft leaves out."""
    if has("mediations", around):
        return
    found = _MEDIATOR.search(beside(source, start, end, saying))
    through = found["who"] if found else None
    if through is None and saying is not None and saying.told_by and saying.told_by != saying.speaker:
        through = saying.told_by if saying.told_by in source.report.text[start:end] else None
    if through is None or (saying is not None and saying.speaker and _shares_name(through, saying.speaker)):
        return
    if _shares_name(through, around) or through.strip().lower() in around.lower():
        return
    yield Fault(Status.MEDIATED, None, f"the report has this only through {through.strip()}; the draft does not say so")


_WEEKDAY = re.compile(rf"(?i)\b(?:{A_WEEKDAY}|yesterday|earlier this week|last week)\b")
_DAYS_OF_A_WEEK = 7


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _is_named(when: When, words: str, meant: Sequence[When]) -> bool:
    """Whether the report's own words name the day, month or year; ``meant``: the days that they name.

    accepts for 8 November 2019: "on 8 November", "in 2019"; refuses: "on 8 November 2018", "on 3 May 2019"
    """
    names = day_in_words(str(when)).split()[:2]
    year = str(when.first.year) if when.first.year == when.last.year else None
    has_day_of_year = any(told.granularity is Granularity.DAY and told.first.year == when.first.year for told in meant)
    if year is not None and year in words:
        return not has_day_of_year
    return all(name in words for name in names) and not _YEAR.search(words)


def _was_days_before(when: When, source: SourceText, words: str) -> bool:
    """Whether the report's own words put it on a day of the week before."""
    if source.day is None or not _WEEKDAY.search(words):
        return False
    return when.meets(When(source.day - timedelta(_DAYS_OF_A_WEEK), source.day, Granularity.INTERVAL))


def beside(source: SourceText, start: int, end: int, saying: Saying | None) -> str:
    """The report's words in the stretch without what is said in it."""
    text = source.report.text
    if saying is None:
        return text[start:end]
    return f"{text[start : max(start, min(saying.start, end))]} {text[max(start, min(saying.end, end)) : end]}"


_MEDIATOR = re.compile(
    r"(?i:according to|as told by|quoted by|cited by|citing|relayed by|conveyed by|as saying by)\s+"
    r"(?P<who>(?:(?:the|a|an|his|her|its|their)\s+)?[^,.;:“”\"«»\n]{2,80})"
)


_TITLES = frozenset(
    "The Foreign Defence Defense Prime Interior Finance Minister Ministry President Presidential Secretary State "
    "Deputy Office Department Government Embassy Chancellor Premier Mr Mrs Ms News Agency Republic".split()
)


def _shares_name(one: str, other: str) -> bool:
    """Whether the two share a capitalised word."""
    names = {word for word in re.findall(r"[^\W\d_]{3,}", one) if word[0].isupper()} - _TITLES
    return bool(names & set(re.findall(r"[^\W\d_]{3,}", other)))


def other_day(holdings: Holdings, source: SourceText, dates: Sequence[TimeMention], beside_it: str) -> Iterator[Fault]:
    """A fault where the draft gives another day than the report can mean."""
    whens = [mention.when for mention in dates if mention.when is not None]
    if not whens or any(holdings.may_be_of(source, when) for when in whens):
        return
    if any(_was_days_before(when, source, beside_it) for when in whens):
        return
    meant = source.days_named(beside_it)
    if any(when.first <= told.first and told.last <= when.last for when in whens for told in meant):
        return
    if any(_is_named(when, beside_it, meant) for when in whens):
        return
    told = day_in_words(source.day.isoformat() if source.day else None)
    yield Fault(Status.OTHER_DATE, "date", f"{day_in_words(str(whens[0]))} here; the report is of {told}")


def source_in_words(evidence: Evidence) -> str:
    """The report in a few words: "Reuters, 14 September 2012"."""
    day = day_in_words(evidence.date) if evidence.date else "undated"
    return f"{evidence.outlet or evidence.name}, {day}"


def _listed(words: Sequence[str]) -> str:
    return f"“{' '.join(words)}”" if words else "nothing"


def _around(text: str, begin: int, start: int, end: int, finish: int) -> str:
    """The sentence around the words, short enough to be read."""
    return " ".join(text[max(begin, start - 80) : min(max(end, finish), end + 80)].split())


# Around words between quotation marks their speaker may be named in the paragraph before or after.
_NEAR_LETTERS = 500


def _near(source: SourceText, start: int, end: int) -> tuple[int, int]:
    """Start and end of the paragraph; of more, where the words stand between quotation marks."""
    text = source.report.text
    finish = text.find("\n", end)
    line = text.rfind("\n", 0, start) + 1, len(text) if finish < 0 else finish
    opened = sum(text.count(mark, line[0], start) for mark in '“„«"')
    if opened > sum(text.count(mark, line[0], start) for mark in "”»"):
        return max(0, line[0] - _NEAR_LETTERS), min(len(text), line[1] + _NEAR_LETTERS // 2)
    return line
