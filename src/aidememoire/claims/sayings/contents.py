"""What was said: the words that a verb of saying takes as its content, and where they end."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container
from dataclasses import dataclass

from aidememoire.claims.sayings.cues import CueMatch
from aidememoire.claims.sayings.quoted import Quoted, longest_part
from aidememoire.claims.sayings.sentence_view import DASHES, FINITE, MAX_TAIL, STOPS, SentenceView
from aidememoire.claims.sayings.speaking_nouns import can_speak, is_human, is_record
from aidememoire.claims.sayings.subjects import Subject
from aidememoire.model import Quotation

STRONG = frozenset({"say", "tell", "add"})  # whatever says, tells or adds a clause speaks
_GREETINGS = frozenset(
    "condolence condolences congratulation congratulations greeting greetings sympathy thanks gratitude apology "
    "apologies wish wishes appreciation regards".split()
)
_CLAIMS = frozenset(
    "claim claims accusation accusations allegation allegations report reports suggestion suggestions criticism charge "
    "charges idea notion assertion assertions speculation rumour rumours rumor rumors "
    "concerns call calls demand demands".split()
)
_SAYING_NOUNS = frozenset(
    "call calls appeal appeals warning warnings demand demands criticism accusation accusations".split()
)
_PROMISES = frozenset(
    "intention intentions intent readiness willingness determination".split()
)  # commitments, not words
_EMPTY_OBJECTS = frozenset(
    "it this that them these those him her us me himself herself themselves itself so what".split()
)
_PERSONAL = frozenset({"welcome", "confirm", "acknowledge", "support", "oppose"})
_NOMINAL = frozenset({"DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM"})
_PASSING_ON = frozenset({"quote", "cite", "report"})  # “…,” the agency quoted the envoy as saying
_NOUN_FRAMES = frozenset({"np", "np-greeting", "np-say", "np-claim", "np-deed"})
_DEED = re.compile(r"(?:tions?|sions?|ments?|als?|ances?|ures?)$")  # "recommended the establishment of a council"
_DEEDS = frozenset({"announce", "proclaim", "welcome"})
_PLAIN = frozenset({"say", "add"})  # never take a noun for their content: what follows is a clause
_HEARERS = frozenset({"reporters", "journalists", "lawmakers", "parliament", "reuters", "deputies", "delegates", "cnn"})
_TURNING = frozenset({"but", "while", "and", "although", "though", "whereas"})
_HOPES = frozenset("hope confidence view belief conviction opinion satisfaction regret concern".split())
_SELF = frozenset("himself herself themselves itself".split())
_IS = frozenset({"is", "are", "was", "were", "'s", "’s", "'re", "’re"})
_TELLING_ON = frozenset({"citing", "quoting", "referring", "alluding"})  # ", citing …": the speaker does
_STRETCHES = frozenset("hours days weeks months years decades".split())
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday mon tue wed thu fri sat sun".split()
)
_NOMINATIVES = frozenset("he she they it there".split())
_PARTS_OF_DAYS = frozenset({"late", "early", "earlier"})
_STRETCH = frozenset("morning afternoon evening night week weekend month year".split())
_SHORT_QUOTE = 5  # words: “unfortunately,” in the middle of a clause is part of it
_MAX_CIRCUMSTANCE = 12  # tokens of "after the talks in the capital on Monday"
_MAX_LEAD = 2  # tokens before a participle that opens its sentence: "But while expressing …"
_MAX_APART = 24  # tokens between who speaks and the verb: "Novak, whose party had won the vote in May, said"
_MAX_DAY = 5  # tokens of "on the first of May"
_MAX_OBJECT = 22  # tokens from an object to its "to", "of", "as": more is another clause's


@dataclass(frozen=True, slots=True)
class Content:
    """The words that were said."""

    start: int  # in the text
    end: int
    quotation: Quotation | None  # where they are one
    frame: str  # how the verb takes them: quote, clause, np, obj-inf, …
    confidence: float
    quotations: tuple[Quotation, ...] = ()  # all that belong to it, where an attribution parts them
    around: tuple[tuple[int, int], ...] | None = None  # both pieces of a clause that the attribution breaks
    cue_last: int | None = None  # index after the attributing words, where they are more than the verb


class Contents:
    """Finds the content of a verb of saying within one sentence."""

    def __init__(self, view: SentenceView, quoted: Quoted, claimed: Container[int]) -> None:
        self.view = view
        self.quoted = quoted
        self.claimed = claimed  # starts of the quotations that have a speaker already
        self.text = view.text
        self.tokens = view.tokens
        self.children = view.children
        self.sentence = view.sentence

    def content(self, cue: CueMatch, cues: list[CueMatch], subject: Subject) -> Content | None:
        """Start, end, quotation, frame and confidence of what was said."""
        frames = cue.verb.frames
        takes_clause = bool(frames & {"clause", "tell", "quote"})
        tail = self._tail_start(cue, subject)
        left = self._left_edge(cue, subject)
        if "record" in frames and not is_record(self.tokens[subject.head]):
            return None  # a survey shows that the truce is fragile; an envoy shows a map
        if frames & {"that", "record"}:
            at = self.view.skip_adverbs(tail)
            if at + 1 < self.sentence.last and self.tokens[at].lower == "that" and self.tokens[at].tag == "IN":
                return Content(self.tokens[at + 1].start, self.clause_end(cue, cues, at + 1), None, "clause", 0.8)
        if takes_clause:
            quoted = self._quotation(cue, left, tail)
            if quoted:
                return quoted
        if "record" in frames:
            return self._shown(cue, cues, tail)
        for frame in ("inf", "obj-inf", "obj-of", "obj-for", "obj-on", "obj-with", "obj-as", "obj-comp"):
            if frame in frames:
                span = self._object_frame(frame, cue, cues, tail)
                if span:
                    return Content(*span, None, frame, 0.75)
        if frames & {"clause", "tell"}:
            clause = self._clause(cue, cues, subject, left, tail)
            if clause:
                return clause
        return self._noun_phrase(cue, cues, tail)

    def _shown(self, cue: CueMatch, cues: list[CueMatch], tail: int) -> Content | None:
        """A clause without "that" right after the verb: "documents show the road was closed"."""
        for child in self.children.get(cue.first, ()):
            is_clause = self.tokens[child].dep == "ccomp" and self.view.heads_clause(child)
            if is_clause and child > tail and self.view.left(child) == tail:
                return Content(self.tokens[tail].start, self.clause_end(cue, cues, tail), None, "clause", 0.75)
        return None

    def _left_edge(self, cue: CueMatch, subject: Subject) -> int:
        first = cue.first
        for child in self.children.get(cue.first, ()):
            if (
                child < first
                and self.tokens[child].dep in {"aux", "auxpass", "neg", "advmod"}
                and cue.first - child <= 4
            ):
                first = child
        if subject.first >= cue.last and cue.verb.words[0] in _PASSING_ON:
            agencies = (c for c in self.children.get(cue.first, ()) if self.tokens[c].dep == "nsubj" and c < first)
            first = min((self.view.left(agency) for agency in agencies), default=first)
        if subject.first < cue.first and cue.first - subject.last <= _MAX_APART:
            edge = subject.first if subject.edge is None else min(subject.edge, subject.first)
            first = min(first, edge)
        return first

    def _tail_start(self, cue: CueMatch, subject: Subject) -> int:
        at = cue.last
        if subject.is_inverted and subject.first - cue.last <= 3:
            at = subject.last
        is_plain = cue.verb.words[0] in STRONG
        is_on_day = at + 2 < self.sentence.last and self.tokens[at].lower == "on" and self.tokens[at + 1].lower in _DAYS
        if is_plain and is_on_day:
            at += 1
        is_day = at + 1 < self.sentence.last and self.tokens[at].lower in _DAYS
        if is_day and self.tokens[at + 1].tag not in FINITE and is_plain:
            at += 1  # "said Tuesday the road was open"
        if is_plain:
            at = self._after_time(at)
        return min(at, self.sentence.last)

    def _after_time(self, at: int) -> int:
        """The index after a time that stands bare between the verb and a clause: "said this week the road was open"."""
        if at >= self.sentence.last:
            return at
        times = self.view.mentions.times
        is_part = self.tokens[at].lower in _PARTS_OF_DAYS and at + 1 < self.sentence.last
        first = bisect_left(times, self.tokens[at].start, key=lambda time: time.span.start)
        last_start = self.tokens[at + 1 if is_part else at].start  # "late Thursday"
        if first >= len(times) or times[first].span.start > last_start:
            return at
        after = self.quoted.token_at(times[first].span.end)
        is_clause = after < self.sentence.last and self.tokens[after].pos in {"DET", "PRON", "PROPN", "NOUN"}
        return after if is_clause and self.tokens[after].lower != "that" else at

    def _quotation(self, cue: CueMatch, left: int, tail: int) -> Content | None:
        """A quotation right before the attribution, or right after it."""
        frames = cue.verb.frames
        before = self.quoted.ending_before(self.tokens[left].start)
        stop = self._tail_stop(tail)
        after = self.quoted.starting_after(stop, self.sentence.last)
        if before is not None and before.outer.start in self.claimed:
            before = None
        if before is not None and after is None and self._is_done_before(before, left, tail):
            before = None
        if before is not None and self._is_title(before):
            before = None
        if before is not None and after is not None and self._is_short_tail(tail, stop):
            longer = max((before, after), key=lambda q: q.span.end - q.span.start)
            part = longest_part(longer)
            return Content(part.start, part.end, longer, "quote", 0.95, (before, after))
        if before is not None and not self.view.has_finite(tail, stop):
            part = longest_part(before)
            if before.outer.start > self.sentence.span.start and self.quoted.leads_into(
                before, self.view.content_start()
            ):
                start = self.view.content_start()
                return Content(start, before.outer.end, before if start >= before.outer.start else None, "clause", 0.85)
            return Content(part.start, part.end, before, "quote", 0.95)
        if after is not None and "obj-inf" in frames and stop > tail + 1 and self.tokens[stop - 1].lower == "to":
            return None  # asked the guards to “stay”: the quotation is not all that was asked
        if after is not None and not self.view.has_finite(tail, stop):
            end = self.clause_end(cue, [], self.quoted.token_at(after.outer.start))
            is_article = stop == tail + 1 and self.tokens[tail].pos == "DET"  # said an “armed group” had come
            start = self.tokens[tail].start if is_article else after.outer.start
            goes_on = self.sentence.span.end - after.outer.end > 12
            if goes_on and len(self.text[after.span.start : after.span.end].split()) < _SHORT_QUOTE:
                if not frames & {"clause", "tell"} or after.depth:
                    return None
                end = max(end, self.clause_end(cue, [], self.quoted.token_at(after.outer.end)))
                return Content(start, end, None, "clause", 0.75)
            if self._is_subject_of(cue, tail, stop, after):
                return Content(self.tokens[tail].start, max(end, after.outer.end), None, "clause", 0.85)
            if after.outer.end >= end - 2:
                part = longest_part(after)
                return Content(part.start, part.end, after, "quote", 0.95)
            if "quote" in cue.verb.frames and len(cue.verb.frames) == 1:
                return None
            return Content(start, end, None, "clause", 0.8)
        return None

    def _is_title(self, quotation: Quotation) -> bool:
        """Whether a short quotation ends words without a verb: "In his book “Open Roads,” the mayor said …"."""
        start = self.view.content_start()
        if len(self.text[quotation.span.start : quotation.span.end].split()) > _SHORT_QUOTE:
            return False
        leads = quotation.outer.start >= start and self.quoted.leads_into(quotation, start)
        return leads and not self.view.has_verb(start, quotation.outer.end)

    def _is_done_before(self, quotation: Quotation, left: int, tail: int) -> bool:
        """Whether the quotation ended its sentence and the attribution has words of its own: “A.” The mayor says B."""
        ends = self.text[quotation.span.end - 1] in ".!?…"
        starts = self.tokens[left].text[:1].isupper() and left < tail - 1
        return (
            ends
            and starts
            and self.tokens[left].start >= self.sentence.span.start
            and self.view.has_finite(tail, self.sentence.last)
        )

    def _is_subject_of(self, cue: CueMatch, tail: int, stop: int, quotation: Quotation) -> bool:
        """Whether the words before the quotation are what it tells of: said the tax “does nothing for trade”."""
        if (
            cue.verb.words[0] not in _PLAIN
            or stop <= tail
            or self.tokens[tail].pos not in {"DET", "PRON", "PROPN", "NOUN"}
        ):
            return False
        first = self.quoted.token_at(quotation.span.start)
        is_run = self.tokens[first - 1].start == quotation.outer.start and self.tokens[stop - 1].text not in STOPS
        return is_run and self.tokens[first].tag in FINITE and self.tokens[stop].text not in STOPS

    def _tail_stop(self, tail: int) -> int:
        """Index of the token where the words after the verb stop: a comma, colon, quotation, or the sentence's end."""
        at = tail
        while at < self.sentence.last and at - tail < MAX_TAIL:
            token = self.tokens[at]
            if token.text in STOPS or self.quoted.starts_at(token.start):
                return at
            if token.lower == "that" and token.tag == "IN":
                return at
            at += 1
        return min(at, self.sentence.last)

    def _is_short_tail(self, tail: int, stop: int) -> bool:
        return stop - tail <= MAX_TAIL

    def _clause(self, cue: CueMatch, cues: list[CueMatch], subject: Subject, left: int, tail: int) -> Content | None:
        """A clause after the verb ("said that the road was open"), or around it ("The road, he said, was open")."""
        start = self.right_clause(cue, tail)
        if start is not None:
            end = self.clause_end(cue, cues, start)
            begin = self.tokens[start].start
            quote = self.quoted.opening_at(begin)
            if quote is not None and quote.outer.end >= end - 2:
                part = longest_part(quote)
                return Content(part.start, part.end, quote, "clause", 0.9)
            return Content(begin, end, None, "clause", 0.85)
        if self._has_object(cue, tail):
            return None
        if left == self.sentence.first + 1 and self.tokens[self.sentence.first].lower == "as":
            return self._after_as(cue, cues, tail)
        if not self._stands_apart(left):
            return None
        before_start, before_end = self.view.content_start(), self.tokens[left].start
        stop = self._apposition_end(tail)
        after_start = self.tokens[stop].end if stop < self.sentence.last else self.sentence.span.end
        after_end = (
            self.clause_end(cue, cues, min(stop + 1, self.sentence.last - 1))
            if stop + 1 < self.sentence.last
            else after_start
        )
        if self.tokens[left - 1].lower == "as":
            before_end = self.tokens[left - 1].start
        before = self.text[before_start:before_end].strip(" ,–—-")
        after = self.text[after_start:after_end].strip(" ,.–—-")
        around = None
        if before and after:
            around = (
                _stripped(self.text, before_start, before_end),
                _stripped(self.text, after_start, after_end),
            )
        if (
            len(after) > len(before)
            and self.view.has_finite(stop, self.sentence.last)
            and self.tokens[left - 1].lower != "as"
            and not self._only_adds(before_start, before_end, stop + 1)
            and self.tokens[min(stop + 1, self.sentence.last - 1)].tag not in {"WDT", "WP", "WP$"}
        ):
            return Content(after_start, after_end, None, "clause", 0.75, around=around)
        if len(before.split()) < 3 or not self._tells_something(cue, before_start, before_end):
            return None
        return Content(before_start, before_end, None, "clause", 0.85)

    def _only_adds(self, start: int, end: int, after: int) -> bool:
        """Whether the clause before is whole and what follows hangs on it: "Tanks came, he said, in a raid that …"."""
        is_whole = self._has_subject(self.quoted.token_at(start), self.quoted.token_at(end))
        return is_whole and after < self.sentence.last and self.tokens[after].pos in {"ADP", "SCONJ"}

    def _tells_something(self, cue: CueMatch, start: int, end: int) -> bool:
        """Whether the words hold a verb; before "he said" a participle may be one that the tagger mistook."""
        if self.view.has_verb(start, end):
            return True
        first, last = self.quoted.token_at(start), self.quoted.token_at(end)
        return cue.verb.words[0] in STRONG and any(self.tokens[i].tag == "VBN" for i in range(first, last))

    def _stands_apart(self, left: int) -> bool:
        """Whether a comma or dash parts the attribution from words before it."""
        if left <= self.sentence.first + 1:
            return False
        before = self.tokens[left - 1]
        if before.lower in {"as"} and left - 2 > self.sentence.first:
            before = self.tokens[left - 2]
        return before.text in {",", "”", '"', "''"} | DASHES

    def _after_as(self, cue: CueMatch, cues: list[CueMatch], tail: int) -> Content | None:
        """ "As the minister said, the road is open": what follows the comma."""
        stop = self._apposition_end(tail)
        if stop + 1 >= self.sentence.last or self.tokens[stop].text != "," or self.view.has_finite(tail, stop):
            return None
        end = self.clause_end(cue, cues, stop + 1)
        return Content(self.tokens[stop + 1].start, end, None, "clause", 0.75)

    def _has_object(self, cue: CueMatch, tail: int) -> bool:
        """Whether the verb has an object of its own ("stressed the need"), so that no clause stands around it."""
        if cue.verb.words[0] in {"say", "tell"}:
            return False  # "said, most of them in the north": nothing is the object of "said"
        return any(self.tokens[c].dep == "dobj" and c >= tail for c in self.children.get(cue.first, ()))

    def _apposition_end(self, tail: int) -> int:
        """Index of the comma after which the broken clause goes on; the sentence's end where it doesn't."""
        at = tail
        while at < self.sentence.last and self.tokens[at].text not in {","} | DASHES:
            at += 1
        return at

    def right_clause(self, cue: CueMatch, tail: int) -> int | None:
        """Index of the first token of the clause after the verb, or None."""
        limit = min(self.sentence.last, tail + MAX_TAIL)
        for at in range(tail, limit):
            token = self.tokens[at]
            is_that = token.lower == "that" and (token.tag == "IN" or (at == tail and token.tag in {"WDT", "DT"}))
            if is_that and at + 1 < self.sentence.last:
                return at + 2 if self.tokens[at + 1].text in {",", ":"} and at + 2 < self.sentence.last else at + 1
            if token.text in {";"} or (token.text == "," and not self._resumes_with_that(at, limit)):
                break
            if token.tag in FINITE and token.dep not in {"relcl"}:
                break
        if "tell" in cue.verb.frames:
            after = self._after_addressee(cue, tail)
            if after is not None:
                return after
        clause = next(
            (c for c in self.children.get(cue.first, ()) if self.tokens[c].dep == "ccomp" and c >= tail), None
        )
        if clause is not None:
            first = max(self.view.left(clause), tail)
            while (
                first < clause
                and (self.tokens[first].pos == "PUNCT" or self.tokens[first].lower == "that")
                and not self.quoted.starts_at(self.tokens[first].start)
            ):
                first += 1
            if self.view.has_finite(first, self.sentence.last) and self.tokens[first].lower not in {"to"}:
                is_cut = first > tail and self.tokens[tail].pos in _NOMINAL and cue.verb.words[0] in _PLAIN
                return tail if is_cut and not self._is_postposed(cue) else first
        starts = tail < self.sentence.last and self.tokens[tail].pos in _NOMINAL and "tell" not in cue.verb.frames
        if starts and self.tokens[tail].lower not in _SELF:
            is_plain = cue.verb.words[0] in _PLAIN and not self._is_postposed(cue)
            stop = self.sentence.last if is_plain else self._tail_stop(tail)
            if self.view.has_finite(tail, stop) and (is_plain or self._has_subject(tail, stop)):
                return tail
        return self._after_circumstance(tail) if cue.verb.words[0] in _PLAIN and not self._is_postposed(cue) else None

    def _has_subject(self, first: int, last: int) -> bool:
        """Whether a finite verb between the tokens has a subject there too: no "wrote a piece called …"."""
        return any(
            self.tokens[i].dep in {"nsubj", "nsubjpass", "expl"}
            and first <= self.tokens[i].head < last
            and self.tokens[self.tokens[i].head].dep not in {"relcl", "acl"}
            for i in range(first, last)
        )

    def _after_circumstance(self, tail: int) -> int | None:
        """Where a clause without "that" starts after "said on Monday", "said after the talks"."""
        if tail >= self.sentence.last or self.tokens[tail].pos not in {"ADP", "ADV", "SCONJ"}:
            return None
        for at in range(tail + 1, min(self.sentence.last, tail + _MAX_CIRCUMSTANCE)):
            token = self.tokens[at]
            if token.pos == "PUNCT" or token.tag in FINITE:
                return None
            is_subject = token.dep in {"nsubj", "expl", "nsubjpass"} and self.view.heads_clause(token.head)
            is_main = self.tokens[token.head].dep not in {"relcl", "advcl"} or token.lower in _NOMINATIVES
            if is_subject and token.tag != "WDT" and is_main:
                first = self.view.left(at)
                return first if first > tail else None
        return None

    def _is_postposed(self, cue: CueMatch) -> bool:
        """Whether a clause stands before the attribution: "The road is open, he said, most of the time"."""
        near = range(max(self.sentence.first, cue.first - 12), cue.first)
        is_parted = any(self.tokens[i].text in {",", "”", '"', "''"} for i in near)
        return is_parted and self.view.has_finite(self.sentence.first, cue.first - 1)

    def _after_addressee(self, cue: CueMatch, tail: int) -> int | None:
        """ "told a news conference the road was open": where the clause starts after those who were told."""
        at = tail
        if at < self.sentence.last and self.tokens[at].pos == "DET":
            at += 1
        while at < self.sentence.last and (
            self.tokens[at].pos in {"ADJ", "NOUN", "PROPN"} or self._is_hyphen(at, tail)
        ):
            at += 1
            if self.tokens[at - 1].lower in _HEARERS:
                break
        if at == tail and at < self.sentence.last and self.tokens[at].pos == "PRON":
            at += 1
        heard = at > tail and self.tokens[at - 1].lower in _HEARERS
        starts = at < self.sentence.last and self.tokens[at].pos in (_NOMINAL if heard else {"DET", "PRON", "NUM"})
        if at == tail or not starts or not self.view.has_finite(at, self._tail_stop(at)):
            return None
        is_time = self.tokens[at].lower in {"this", "last"} and self.tokens[at + 1].lower in _STRETCH
        return at + 2 if is_time and at + 2 < self.sentence.last else at  # "told reporters this week the road …"

    def _is_hyphen(self, at: int, tail: int) -> bool:
        """Whether the token joins two words to one: "African-Americans"."""
        return at > tail and self.tokens[at].text == "-" and self.tokens[at - 1].end == self.tokens[at].start

    def _resumes_with_that(self, comma: int, limit: int) -> bool:
        """ "said, among other things, that": the comma opens an aside."""
        return any(
            self.tokens[i].lower == "that" and self.tokens[i].tag == "IN"
            for i in range(comma + 1, min(limit, comma + 12))
        )

    def _object_frame(self, frame: str, cue: CueMatch, cues: list[CueMatch], tail: int) -> tuple[int, int] | None:
        """The content of verbs that take more than a clause: "urged both sides to …", "accused X of …"."""
        tokens = self.tokens
        at = self.view.skip_adverbs(tail)
        if at >= self.sentence.last:
            return None
        if frame == "inf":
            if tokens[at].lower == "to" and at + 1 < self.sentence.last and tokens[at + 1].tag == "VB":
                return tokens[at + 1].start, self.clause_end(cue, cues, at + 1)
            return None
        if not self._starts_phrase(at) or tokens[at].lower in _SELF:
            return None
        marker = {"obj-of": "of", "obj-for": "for", "obj-on": "on", "obj-with": "with", "obj-as": "as"}.get(frame)
        limit = min(self.sentence.last, at + _MAX_OBJECT)
        if frame == "obj-inf":
            for i in range(at + 1, limit - 1):
                if tokens[i].lower == "to" and self._is_infinitive(i + 1):
                    return tokens[at].start, self.clause_end(cue, cues, at)
                if tokens[i].text in {";", ":"} or tokens[i].tag in FINITE:
                    return None
            return None
        if frame == "obj-comp":
            return self._complement(at, cue, cues)
        for i in range(at + 1, limit):
            if tokens[i].lower == marker and not self._tells_how_long(i + 1):
                return tokens[at].start, self.clause_end(cue, cues, at)
            if tokens[i].tag in FINITE or tokens[i].text in {";", ":"}:
                return None
        return None

    def _is_infinitive(self, at: int) -> bool:
        """Whether an infinitive stands at the token, adverbs and an opening quotation mark passed over."""
        while at + 1 < self.sentence.last and (
            self.tokens[at].pos == "ADV"
            or self.tokens[at].lower == "not"
            or self.quoted.starts_at(self.tokens[at].start)
        ):
            at += 1
        return self.tokens[at].tag == "VB"

    def _tells_how_long(self, at: int) -> bool:
        """Whether a stretch of time starts at the token: attacked the plan "for months"."""
        if at >= self.sentence.last:
            return False
        return self.tokens[at].pos == "NUM" or self.tokens[at].lower in _STRETCHES

    def _complement(self, at: int, cue: CueMatch, cues: list[CueMatch]) -> tuple[int, int] | None:
        """ "called the talks useful", "called it “a mistake”"."""
        kids = self.children.get(cue.first, ())
        has = any(self.tokens[c].dep == "oprd" and c > at for c in kids) or any(
            self.tokens[c].dep in {"ccomp", "xcomp"} and c > at and self.tokens[c].pos in {"ADJ", "NOUN", "PROPN"}
            for c in kids
        )
        quote = any(
            self.quoted.starts_at(self.tokens[i].start) for i in range(at + 1, min(self.sentence.last, at + 12))
        )
        if not has and not quote and not self._second_phrase(at):
            return None
        return self.tokens[at].start, self.clause_end(cue, cues, at)

    def _second_phrase(self, at: int) -> bool:
        """Whether "a …" follows the object at once ("branded the vote a farce"), so that it says what the object is."""
        for i in range(at + 1, min(self.sentence.last, at + 8)):
            if self.tokens[i].pos in {"ADP", "PUNCT", "VERB", "AUX", "CCONJ"}:
                return False
            if self.tokens[i].lower in {"a", "an"}:
                return self.tokens[i - 1].pos in {"NOUN", "PROPN", "PRON"}
        return False

    def _noun_phrase(self, cue: CueMatch, cues: list[CueMatch], tail: int) -> Content | None:
        """Content that is a noun phrase: "reaffirmed the commitment", "warned of a crisis"."""
        frames = cue.verb.frames
        at = self.view.skip_adverbs(tail)
        if at >= self.sentence.last:
            return None
        token = self.tokens[at]
        if token.pos == "ADP" and "np" in frames and token.lower not in frames:
            at = self._after_day(cue, at)
            token = self.tokens[at]
        for preposition in ("of", "against", "about", "on"):
            if preposition in frames and token.lower == preposition and at + 1 < self.sentence.last:
                return Content(self.tokens[at + 1].start, self.clause_end(cue, cues, at + 1), None, preposition, 0.7)
        if not frames & _NOUN_FRAMES or not self._starts_phrase(at):
            return None
        if self.tokens[cue.first].tag == "VBG" and cue.verb.words[0] in _DEEDS:
            return None  # "announcing sanctions" does it rather than says it
        head = next(
            (c for c in self.children.get(cue.first, ()) if self.tokens[c].dep in {"dobj", "nsubj"} and c >= at), None
        )
        if token.lower in _EMPTY_OBJECTS and (head is None or head == at):
            return None
        if head is not None and head - at <= 1 and self.tokens[head].lower in _CLAIMS and self._ends_at(head + 1):
            return None  # "denied those claims": which they are is said elsewhere
        if head is not None and cue.verb.words[0] in _PERSONAL and self._is_somebody(head):
            return None  # "welcomed his guest", "confirmed the judge"
        if "np-deed" in frames and (head is None or not _DEED.search(self.tokens[head].lower)):
            return None  # "recommended the fish"
        if not frames & {"np", "np-deed"}:
            wanted = _GREETINGS if "np-greeting" in frames else _CLAIMS if "np-claim" in frames else _SAYING_NOUNS
            if head is None or self.tokens[head].lower not in wanted:
                return None
        start = at
        if head is not None and "express" in cue.verb.words and self.tokens[head].lower in _PROMISES:
            return None
        if head is not None and self.tokens[head].lemma in _HOPES:
            that = next(
                (i for i in range(head + 1, min(head + 3, self.sentence.last - 1)) if self.tokens[i].lower == "that"),
                None,
            )
            start = that + 1 if that is not None else at
        cue_last = start if start != at else None
        return Content(self.tokens[start].start, self.clause_end(cue, cues, start), None, "np", 0.7, cue_last=cue_last)

    def _is_somebody(self, index: int) -> bool:
        """Whether the noun is a person, by kind or by name."""
        if is_human(self.tokens[index]):
            return True
        persons = self.view.mentions.persons
        at = bisect_right(persons, self.tokens[index].start, key=lambda person: person.span.start) - 1
        return at >= 0 and self.tokens[index].end <= persons[at].span.end

    def _after_day(self, cue: CueMatch, at: int) -> int:
        """Where the object starts in "announced on Friday the arrest"; else the same place."""
        kids = (c for c in self.children.get(cue.first, ()) if self.tokens[c].dep == "dobj" and c > at)
        head = next(kids, None)
        if head is None:
            return at
        first = self.view.left(head)
        return first if at + 1 < first <= at + _MAX_DAY else at

    def _ends_at(self, at: int) -> bool:
        return at >= self.sentence.last or self.tokens[at].pos in {"PUNCT", "CCONJ"}

    def _starts_phrase(self, at: int) -> bool:
        token = self.tokens[at]
        if self.quoted.starts_at(token.start):
            return True
        return token.pos in {"DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM", "SYM"} or token.tag in {"VBG", "VBN", "PRP$"}

    def clause_end(self, cue: CueMatch, cues: list[CueMatch], start: int) -> int:
        """Where the clause that starts at the token ends: before what belongs to the verb of saying again."""
        tokens = self.tokens
        last = self.sentence.last
        if start >= last:
            return self.sentence.span.end
        last = min(last, self._main_clause(cue, start))
        if tokens[start].tag in FINITE and self.view.is_within_clause(cue.first):
            comma = next((i for i in range(start + 1, last) if tokens[i].text == ","), last)
            last = min(last, comma)  # "the road, which he said was open, is closed"
        for other in cues:
            cut = self._cut_before(other, cue, start)
            if cut is not None and start < cut < last:
                last = cut
        for child in self.children.get(cue.first, ()):
            token = tokens[child]
            if child <= start or child >= last:
                continue
            is_next = token.dep == "conj" and token.pos in {"VERB", "AUX"} and self.view.left(child) > start
            is_next = is_next and self.quoted.around(token.start) is None  # said it was “bad” but “nobody cares”
            takes_noun = cue.verb.words[0] not in STRONG  # else a clause must be whole before it can end
            if is_next and (takes_noun or self.view.has_finite(start, self.view.left(child))):
                cut = self._back_over_conjunction(self.view.left(child), start)
                if cut is not None and cut < last:
                    last = cut
            elif (
                token.dep == "advcl"
                and token.tag == "VBG"
                and tokens[self.view.left(child) - 1].text == ","
                and self.view.left(child) - 1 > start
            ):
                last = min(last, self.view.left(child) - 1)
        for i in range(start + 1, last - 1):
            if tokens[i].lower in {"but", "and"} and tokens[i + 1].lower in {"declined", "refused"}:
                last = i - 1 if tokens[i - 1].text == "," else i
                break
            if tokens[i].lower in _TELLING_ON and tokens[i - 1].text == ",":
                last = i - 1
                break
            if tokens[i].lower == "according" and tokens[i + 1].lower == "to" and tokens[i - 1].text == ",":
                last = i - 1
                break
        if last == self.sentence.last:
            quote = self.quoted.around(tokens[last - 1].start)
            if (
                quote is not None
                and quote.outer.start >= tokens[start].start
                and quote.outer.end > self.sentence.span.end
            ):
                return quote.outer.end
            return self.sentence.span.end
        while last - 2 > start and tokens[last - 1].tag in {"WDT", "WP"}:
            last -= 2 if tokens[last - 2].text == "," else 1  # "the vote, which, according to the envoy, was fair"
        return tokens[last - 1].end

    def _main_clause(self, cue: CueMatch, start: int) -> int:
        """Where the main clause starts after "Calling on both to talk, he …"; the sentence's end for any other verb."""
        token = self.tokens[cue.first]
        head = token.head
        if token.dep == "pcomp":  # "After hoping for reform, he …"
            head = self.tokens[head].head
        if token.dep not in {"advcl", "pcomp"} or head <= start:
            return self.sentence.last
        subject = next((c for c in self.children.get(head, ()) if self.tokens[c].dep == "nsubj" and c > start), None)
        edge = self.view.left(subject) if subject is not None else head
        while edge - 1 > start and self.tokens[edge - 1].text != ",":
            edge -= 1
        return edge - 1 if edge - 1 > start else self.sentence.last

    def _cut_before(self, other: CueMatch, cue: CueMatch, start: int) -> int | None:
        """Index before which the content ends because another verb of saying takes over; None where it doesn't."""
        if other.first <= start or other.first == cue.first:
            return None
        token = self.tokens[other.first]
        before = other.first - 1
        while before > start and self.tokens[before].pos in {"ADV", "AUX"}:
            before -= 1
        if token.tag == "VBG" and self.tokens[before].text == ",":
            return before
        if self.tokens[before].lower in {"and", "but"} and self._tense(other) == self._tense(cue):
            is_turn = self.tokens[before].lower == "but" and other.verb.words[0] in STRONG
            is_apart = (
                token.head == cue.first or self.tokens[before - 1].text == "," or self._is_other_form(start, other)
            )
            if is_turn or is_apart or not self._can_go_on(start, before):
                return self._back_over_conjunction(before + 1, start)
        is_parted = self.tokens[before].text == "," or (
            self.tokens[before].text == "”" and self.quoted.ending_before(token.start) is not None
        )
        if is_parted and self.view.closes_sentence(other.last):
            return before if self.tokens[before].text == "," else before + 1  # "…, said the envoy."
        subject = next(
            (
                c
                for c in self.children.get(other.first, ())
                if self.tokens[c].dep == "nsubj" and start < c < other.first
            ),
            None,
        )
        if subject is None:
            return None
        edge = self.view.left(subject)
        is_after_comma = edge - 1 > start and self.tokens[edge - 1].text == ","
        if is_after_comma and (self.view.closes_sentence(other.last) or self._opens_sentence(cue)):
            return edge - 1  # "…, the envoy said."; "While expressing regret, the envoy said …"
        if edge - 1 > start and self.tokens[edge - 1].lower in _TURNING and self.tokens[edge - 2].text in {",", ";"}:
            return edge - 2
        if edge - 1 > start and self.tokens[edge - 1].text == ";":
            return edge - 1
        return None

    def _opens_sentence(self, cue: CueMatch) -> bool:
        """Whether the verb is a participle at the sentence's start: "While expressing regret, he said …"."""
        return self.tokens[cue.first].tag == "VBG" and cue.first - self.sentence.first <= _MAX_LEAD

    def _tense(self, cue: CueMatch) -> str:
        """The verb's form; a "participle" with an object of its own ("and urged drivers") is a past tense."""
        tag = self.tokens[cue.first].tag
        return "VBD" if tag == "VBN" and self.view.has_own_object(cue.last) else tag

    def _is_other_form(self, start: int, other: CueMatch) -> bool:
        """Whether the content's first verb has an auxiliary that the later verb's form does not fit.

        "Said he would go and warned …" goes back to who said it; "said he had met them and warned …" may not.
        """
        if self._tense(other) != "VBD":
            return False
        first = next((i for i in range(start, other.first) if self.view.is_finite(i)), None)
        return first is not None and (self.tokens[first].tag == "MD" or self.tokens[first].lower in _IS)

    def _can_go_on(self, start: int, before: int) -> bool:
        """Whether the content's own subject could be who goes on to say: "said he met X and told him"."""
        subject = next((i for i in range(start, before) if self.tokens[i].dep in {"nsubj", "expl", "nsubjpass"}), None)
        if subject is None:
            return True
        return self.tokens[subject].dep != "expl" and can_speak(self.tokens, subject, False)

    def _back_over_conjunction(self, at: int, start: int) -> int | None:
        """The index of the comma or conjunction before ``at``; None where the clause would vanish."""
        while at - 1 > start and (
            self.tokens[at - 1].pos in {"CCONJ", "AUX", "ADV"}
            or self.tokens[at - 1].text == ","
            or self.tokens[at - 1].dep == "cc"
        ):
            at -= 1
        return at if at > start else None


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space, commas and dashes at its ends."""
    while start < end and (text[start].isspace() or text[start] in ",–—-"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",.–—-"):
        end -= 1
    return start, end
