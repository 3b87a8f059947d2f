"""What was said: the words that a verb of saying takes as its content, in the order in which its frames are tried."""

from bisect import bisect_left
from collections.abc import Container

from aidememoire.claims.sayings.clause_contents import ClauseContents
from aidememoire.claims.sayings.content_ends import ContentEnds
from aidememoire.claims.sayings.cues import STRONG, CueMatch
from aidememoire.claims.sayings.object_contents import ObjectContents
from aidememoire.claims.sayings.quoted import Quoted
from aidememoire.claims.sayings.quoted_contents import QuotedContents
from aidememoire.claims.sayings.said_words import Content
from aidememoire.claims.sayings.sentence_view import THIRD_PERSON, SentenceView
from aidememoire.claims.sayings.speaking_nouns import is_record
from aidememoire.claims.sayings.subjects import Subject
from aidememoire.knowledge.calendar_names import WEEKDAY_NAMES
from aidememoire.model import FINITE_TAGS

_PASSING_ON = frozenset({"quote", "cite", "report"})  # “…,” the agency quoted the envoy as saying
_DAYS = frozenset((*WEEKDAY_NAMES, *"today yesterday mon tue wed thu fri sat sun".split()))
_PARTS_OF_DAYS = frozenset({"late", "early", "earlier"})
_THEIR_OWN = THIRD_PERSON | {"his", "her", "its", "their"}
_CAN = frozenset({"can", "could", "may", "might"})
_FOLLOWS = frozenset({"follows", "following"})
_MAX_APART = 24  # tokens between who speaks and the verb: "Novak, whose party had won the vote in May, said"


class Contents:
    """Finds the content of a verb of saying within one sentence."""

    def __init__(self, view: SentenceView, quoted: Quoted, claimed: Container[int]) -> None:
        self.view = view
        self.quoted = quoted
        self.tokens = view.tokens
        self.children = view.children
        self.sentence = view.sentence
        self.ends = ContentEnds(view, quoted)
        self.clauses = ClauseContents(view, quoted, self.ends)
        self._claimed = claimed
        self._quotations = QuotedContents(view, quoted, claimed, self.ends)
        self._objects = ObjectContents(view, quoted, self.ends)

    def content(self, cue: CueMatch, cues: list[CueMatch], subject: Subject) -> Content | None:
        """Start, end, quotation, frame and confidence of what was said."""
        frames = cue.verb.frames
        tail = self._tail_start(cue, subject)
        left = self._left_edge(cue, subject)
        takes_clause = bool(frames & {"clause", "tell", "quote"})
        if "as" in frames:
            if left == self.sentence.first or self.tokens[left - 1].lower != "as":
                return None  # an envoy puts it in a bag; "as the envoy put it, …" says something
            takes_clause = True
        if "record" in frames and not is_record(self.tokens[subject.head]):
            return None  # a survey shows that the truce is fragile; an envoy shows a map
        if frames & {"that", "record"}:
            at = self.view.skip_adverbs(tail)
            if at + 2 < self.sentence.last and self.tokens[at].text == "," and self.tokens[at + 1].lower == "that":
                at += 1  # "recognised, that the road is shut": as others punctuate
            is_that = at + 1 < self.sentence.last and self.tokens[at].lower == "that"
            is_that = is_that and (self.tokens[at].tag == "IN" or self.tokens[at].dep == "mark")
            if is_that and self._has_verb_after(at + 1) and not self._is_promise(cue, at + 1):
                return Content(self.tokens[at + 1].start, self.ends.clause_end(cue, cues, at + 1), None, "clause", 0.8)
        if takes_clause:
            quoted = self._quotations.find(cue, left, tail)
            if quoted:
                return quoted
            if self._is_said_again(cue, left, tail):
                return None
        if "record" in frames:
            return self._shown(cue, cues, tail)
        for frame in (
            "inf",
            "obj-inf",
            "obj-of",
            "obj-for",
            "obj-on",
            "obj-with",
            "obj-as",
            "obj-at",
            "obj-against",
            "obj-to",
            "obj-comp",
        ):
            if frame in frames:
                span = self._objects.framed(frame, cue, cues, tail)
                if span:
                    return Content(*span, None, frame, 0.75)
        if frames & {"clause", "tell", "as"}:
            clause = self.clauses.find(cue, cues, left, tail)
            if clause:
                return clause
        return self._objects.noun_phrase(cue, cues, tail)

    def _is_said_again(self, cue: CueMatch, left: int, tail: int) -> bool:
        """Whether "he says" only repeats who speaks: he adds, “A,” he says."""
        before = self.quoted.ending_before(self.tokens[left].start)
        if before is None or before.outer.start not in self._claimed or cue.verb.words[0] not in STRONG:
            return False
        verb = self.quoted.token_at(before.outer.start) - 1
        if verb > self.sentence.first and self.tokens[verb].text in {",", ":"}:
            verb -= 1
        is_said = self.tokens[verb].lemma in STRONG and self.tokens[verb].tag in FINITE_TAGS
        return is_said and self.view.closes_sentence(tail)

    def _is_promise(self, cue: CueMatch, first: int) -> bool:
        """Whether it is agreed that they or a thing will be made to be so: that is a commitment, and no opinion."""
        modal = next((i for i in range(first, self.sentence.last) if self.tokens[i].tag in FINITE_TAGS), None)
        if cue.verb.words != ("agree",) or modal is None or self.tokens[modal].tag != "MD":
            return False
        if self.tokens[modal].lower in _CAN:
            return False  # "agreed that only talks could end it" is what they think
        is_own = self.tokens[first].lower in _THEIR_OWN
        return is_own or any(self.tokens[c].dep == "auxpass" for c in self.children.get(self.tokens[modal].head, ()))

    def _has_verb_after(self, first: int) -> bool:
        """Whether a clause can follow: it has a finite verb, or the "be" of what is demanded."""
        rest = self.tokens[first : self.sentence.last]
        return any(token.tag in FINITE_TAGS or token.lower == "be" for token in rest)

    def _shown(self, cue: CueMatch, cues: list[CueMatch], tail: int) -> Content | None:
        """A clause without "that" right after the verb: "documents show the road was closed"."""
        for child in self.children.get(cue.first, ()):
            is_clause = self.tokens[child].dep == "ccomp" and self.view.heads_clause(child)
            if is_clause and child > tail and self.view.left(child) == tail:
                return Content(self.tokens[tail].start, self.ends.clause_end(cue, cues, tail), None, "clause", 0.75)
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
        if at + 1 < self.sentence.last and self.tokens[at].lower == "as" and self.tokens[at + 1].lower in _FOLLOWS:
            return at + 2  # "reads as follows:"
        is_plain = cue.verb.words[0] in STRONG
        is_on_day = at + 2 < self.sentence.last and self.tokens[at].lower == "on" and self.tokens[at + 1].lower in _DAYS
        if is_plain and is_on_day:
            at += 1
        is_day = at + 1 < self.sentence.last and self.tokens[at].lower in _DAYS
        if is_day and self.tokens[at + 1].tag not in FINITE_TAGS and is_plain:
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
