"""Contents that are clauses: after the verb of saying ("said that the road was open") or around it."""

import re
from bisect import bisect_left

from aidememoire.claims.sayings.content_ends import ContentEnds
from aidememoire.claims.sayings.cues import PLAIN, STRONG, CueMatch
from aidememoire.claims.sayings.quoted import Quoted, longest_part
from aidememoire.claims.sayings.said_words import Content, content_words
from aidememoire.claims.sayings.sentence_view import DASHES, MAX_TAIL, SELF, THIRD_PERSON, SentenceView
from aidememoire.model import FINITE_TAGS

_NOMINAL = frozenset({"DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM"})
_OUTLET_NOUNS = frozenset({"news", "agency", "television", "tv", "radio", "newspaper", "magazine", "daily"})
_HEARERS = frozenset({"reporters", "journalists", "lawmakers", "parliament", "reuters", "deputies", "delegates", "cnn"})
_OF_THAT = frozenset("is was 's ’s can could may might must will would".split())  # "that was a mistake"
_LINKS = frozenset({"that", "because", "if", "while", "although", "though", "whether"})
_NOMINATIVES = frozenset("he she they it there".split())
_STRETCH = frozenset("morning afternoon evening night week weekend month year".split())
_DECLINING = frozenset({"declined", "refused"})
_COULD = frozenset({"would", "did", "could"})
_TELLING_MORE = frozenset(
    "comment confirm discuss disclose elaborate explain give identify name reveal say specify".split()
)
_MAX_DECLINING = 4  # tokens of "would not yet say"
_MAX_LATE_TIME = 4  # tokens of "late on Sunday evening"
_OCCASIONS = content_words("occasions")
_MAX_CIRCUMSTANCE = 12  # tokens of "after the talks in the capital on Monday"


# accepts: "Asked by reporters if", "When pressed on the price"; refuses: "Asked prices had risen", "When it was over"
_QUESTION_PUT = re.compile(
    r"(?i)(?:(?:when|once|after being|if)\s+)?(?:(?:re)?asked|questioned|pressed|quizzed|prodded)\s+(?:\w+\s+){0,5}?"
    r"(?:whether|if|about|on|why|when|where|how|what|who|for|to)\b"
)


class ClauseContents:
    """Finds the clause that a verb of saying takes, within one sentence."""

    def __init__(self, view: SentenceView, quoted: Quoted, ends: ContentEnds) -> None:
        self.view = view
        self.quoted = quoted
        self.ends = ends
        self.text = view.text
        self.tokens = view.tokens
        self.children = view.children
        self.sentence = view.sentence

    def find(self, cue: CueMatch, cues: list[CueMatch], left: int, tail: int) -> Content | None:
        """A clause after the verb ("said that the road was open"), or around it ("The road, he said, was open")."""
        start = self.right_clause(cue, tail)
        if start is not None and not self._is_aside(cue, tail, start):
            end = self.ends.clause_end(cue, cues, start)
            begin = self.tokens[start].start
            quote = self.quoted.opening_at(begin)
            if quote is not None and quote.outer.end >= end - 2:
                part = longest_part(quote)
                return Content(part.start, part.end, quote, "clause", 0.9)
            if quote is not None and self.ends.is_contradicted(quote.outer.end, end):
                part = longest_part(quote)
                return Content(part.start, part.end, quote, "clause", 0.9)
            return Content(begin, end, None, "clause", 0.85)
        behind_colon = self._behind_colon(cue, cues, tail)
        if behind_colon is not None:
            return Content(*behind_colon, None, "clause", 0.8)
        if self._has_object(cue, tail):
            return None
        if left == self.sentence.first + 1 and self.tokens[self.sentence.first].lower == "as":
            return self._after_as(cue, cues, tail)
        if not self._stands_apart(left) or self._is_relative(cue):
            return None
        before_start, before_end = self.view.content_start(), self.tokens[left].start
        stop = self._apposition_end(tail)
        after_start = self.tokens[stop].end if stop < self.sentence.last else self.sentence.span.end
        after_end = (
            self.ends.clause_end(cue, cues, min(stop + 1, self.sentence.last - 1))
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
        if after and before and self._declines_on(stop + 1):
            return Content(before_start, before_end, None, "clause", 0.85)
        if after and self._breaks_off(left) and self.view.has_verb(after_start, after_end):
            return Content(after_start, after_end, None, "clause", 0.75, around=around)
        if (
            len(after) > len(before)
            and self.view.has_finite(stop, self.sentence.last)
            and self.tokens[left - 1].lower != "as"
            and not self._only_adds(before_start, before_end, stop + 1)
            and self.tokens[min(stop + 1, self.sentence.last - 1)].tag not in {"WDT", "WP", "WP$"}
            and not self._goes_on_saying(stop + 1, cues)
        ):
            return Content(after_start, after_end, None, "clause", 0.75, around=around)
        if len(before.split()) < 3 or not self._tells_something(cue, before_start, before_end):
            return None
        if _QUESTION_PUT.match(before):
            return None  # "Asked whether it was open, the envoy said no": others' question
        return Content(before_start, before_end, None, "clause", 0.85)

    def _behind_colon(self, cue: CueMatch, cues: list[CueMatch], tail: int) -> tuple[int, int] | None:
        """A clause behind a colon: "wrote on her page: We are leaving"; no list, and no verb before it.

        The parser may take the colon for the end of the sentence: then what was said is the next one.
        """
        for at in range(tail, min(tail + MAX_TAIL, self.sentence.last)):
            if self.tokens[at].tag in FINITE_TAGS or self.tokens[at].text in {";", ","}:
                return None
            if self.tokens[at].text != ":":
                continue
            if at + 1 == self.sentence.last:
                return self._next_sentence()
            first = at + 2 if self.tokens[at + 1].text in DASHES else at + 1
            is_clause = self.view.has_finite(first, self.sentence.last) and self._has_subject(first, self.sentence.last)
            return (self.tokens[first].start, self.ends.clause_end(cue, cues, first)) if is_clause else None
        return None

    def _next_sentence(self) -> tuple[int, int] | None:
        """The sentence after this one in its line, where it is a clause and no quotation."""
        sentences, index = self.view.mentions.sentences, self.sentence.index + 1
        if index >= len(sentences) or sentences[index].block != self.sentence.block:
            return None
        found = sentences[index]
        is_beside = "\n" not in self.text[self.sentence.span.end : found.span.start]
        is_quoted = self.quoted.starts_at(found.span.start)
        is_clause = self._has_subject(found.first, found.last) and any(
            self.tokens[i].tag in FINITE_TAGS for i in range(found.first, found.last)
        )
        return (found.span.start, found.span.end) if is_beside and is_clause and not is_quoted else None

    def _is_aside(self, cue: CueMatch, tail: int, start: int) -> bool:
        """Whether the verb stands in another clause, and what follows goes on with that: "The road, said X, was …"."""
        is_inverted = tail > cue.last and cue.first > self.sentence.first and self.tokens[cue.first - 1].text == ","
        comma = next((i for i in range(start, self.sentence.last - 1) if self.tokens[i].text == ","), None)
        if not is_inverted or comma is None or self.view.has_finite(start, comma):
            return False
        return self.tokens[comma + 1].tag in FINITE_TAGS

    def _breaks_off(self, left: int) -> bool:
        """Whether the words before the attribution end in a link word: "the boats, which, he said, had sunk"."""
        before = left - 1
        while before > self.sentence.first and (self.tokens[before].text == "," or self.tokens[before].lower == "as"):
            before -= 1
        token = self.tokens[before]
        return token.tag in {"WDT", "WP", "CC"} or (token.lower in _LINKS and token.tag == "IN")

    def _is_relative(self, cue: CueMatch) -> bool:
        """Whether "who" is the verb's own subject: what stands before is said of him, not by him."""
        return any(
            self.tokens[child].dep == "nsubj" and self.tokens[child].tag in {"WP", "WDT"} and child < cue.first
            for child in self.children.get(cue.first, ())
        )

    def _declines_on(self, at: int) -> bool:
        """Whether whoever spoke is told not to have said more: "It is shut, he said, but he would not say why"."""
        if at + 3 >= self.sentence.last or self.tokens[at].tag != "CC":
            return False
        first = at + 2 if self.tokens[at + 1].lower in THIRD_PERSON else at + 1
        words = [token.lower for token in self.tokens[first : first + _MAX_DECLINING]]
        if words[0] in _DECLINING:
            return True
        is_denied = words[0] in _COULD and words[1] in {"not", "n't", "n’t"}
        return is_denied and any(word in _TELLING_MORE for word in words[2:])

    def _goes_on_saying(self, at: int, cues: list[CueMatch]) -> bool:
        """Whether a participle of saying with words of its own stands there: "…, he said, adding: “A”"."""
        return any(other.first == at and self.tokens[at].tag == "VBG" for other in cues)

    def _only_adds(self, start: int, end: int, after: int) -> bool:
        """Whether the clause before is whole and what follows hangs on it: "Tanks came, he said, in a raid that …"."""
        is_whole = self._has_subject(self.quoted.token_at(start), self.quoted.token_at(end))
        if not is_whole or after + 2 >= self.sentence.last:
            return False
        is_time = self.tokens[after].pos == "NUM" and self.tokens[after + 2].lower in {"after", "before"}
        return self.tokens[after].pos in {"ADP", "SCONJ"} or self.tokens[after].tag == "VBG" or is_time

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
        end = self.ends.clause_end(cue, cues, stop + 1)
        return Content(self.tokens[stop + 1].start, end, None, "clause", 0.75)

    def _has_object(self, cue: CueMatch, tail: int) -> bool:
        """Whether the verb has an object of its own ("stressed the need"), so that no clause stands around it."""
        if cue.verb.words[0] in {"say", "tell"}:
            return False  # "said, all but two by the lake": nothing is the object of "said"
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
            is_that = is_that or self._is_behind_occasion(at, tail)
            is_that = is_that and not (token.tag == "WDT" and self._is_postposed(cue))  # "said a nurse that was there"
            if is_that and self._is_in_subject(cue, at, tail):
                return tail
            if is_that and at + 1 < self.sentence.last and not self._hangs_deeper(cue, at, tail):
                if at == tail and token.tag in {"DT", "WDT"} and self.tokens[at + 1].lower in _OF_THAT:
                    return at  # said "that was a mistake"
                return at + 2 if self.tokens[at + 1].text in {",", ":"} and at + 2 < self.sentence.last else at + 1
            if token.text in {";"} or (token.text == "," and not self._resumes_with_that(at, limit)):
                break
            if token.tag in FINITE_TAGS and token.dep not in {"relcl"}:
                break
        if "tell" in cue.verb.frames:
            after = self._after_addressee(tail)
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
                is_cut = first > tail and self.tokens[tail].pos in _NOMINAL and cue.verb.words[0] in PLAIN
                first = self._after_late_time(first, clause) if first > tail else first
                return tail if is_cut and not self._is_postposed(cue) else first
        starts = tail < self.sentence.last and self.tokens[tail].pos in _NOMINAL and "tell" not in cue.verb.frames
        if starts and self.tokens[tail].lower not in SELF:
            is_plain = cue.verb.words[0] in PLAIN and not self._is_postposed(cue)
            stop = self.sentence.last if is_plain else self.ends.tail_stop(tail)
            if self.view.has_finite(tail, stop) and (is_plain or self._has_subject(tail, stop)):
                return tail
        return self._after_circumstance(tail) if cue.verb.words[0] in PLAIN and not self._is_postposed(cue) else None

    def _after_late_time(self, first: int, verb: int) -> int:
        """Where the clause starts in "said in a statement late on Sunday the road …": the time is the saying's."""
        subjects = (c for c in self.children.get(verb, ()) if self.tokens[c].dep in {"nsubj", "nsubjpass", "expl"})
        subject = next((c for c in subjects if first < c < verb), None)
        start = self.view.left(subject) if subject is not None else first
        if start <= first or any(self.tokens[i].text == "," for i in range(first, start)):
            return first
        times = self.view.mentions.times
        at = bisect_left(times, self.tokens[first].start, key=lambda time: time.span.start)
        is_time = at < len(times) and times[at].span.end == self.tokens[start - 1].end
        return start if is_time and start - first <= _MAX_LATE_TIME else first

    def _is_behind_occasion(self, at: int, tail: int) -> bool:
        """Whether "that", taken for a relative, opens what was said: told him "in a call that the ships …"."""
        is_relative = self.tokens[at].lower == "that" and self.tokens[at].tag == "WDT"
        if not is_relative or at <= tail or self.tokens[at - 1].lemma not in _OCCASIONS or at + 2 >= self.sentence.last:
            return False
        after = self.tokens[at + 1]  # "a call that he had made", "a meeting that took place": a relative all the same
        return after.pos in {"DET", "PROPN", "NOUN", "NUM"} and self.view.has_finite(at + 1, self.sentence.last)

    def _hangs_deeper(self, cue: CueMatch, that: int, tail: int) -> bool:
        """Whether the clause belongs to another noun than the verb's object: "his duty and their hope that …"."""
        objects = [c for c in self.children.get(cue.first, ()) if self.tokens[c].dep == "dobj" and tail <= c < that]
        verb = self.tokens[that].head
        if not objects or self.tokens[verb].dep != "acl" or "tell" in cue.verb.frames:
            return False
        return objects[0] < self.tokens[verb].head < that

    def _is_in_subject(self, cue: CueMatch, that: int, tail: int) -> bool:
        """Whether "that" hangs on the subject of what was said: "said any hope that it would end was gone"."""
        if that <= tail or cue.verb.words[0] not in PLAIN or "tell" in cue.verb.frames or self._is_postposed(cue):
            return False
        if self.tokens[tail].pos not in _NOMINAL:
            return False
        verb = self.tokens[self.tokens[that].head]
        noun = verb.head if verb.dep == "acl" else that - 1
        return tail <= noun < that and self.tokens[noun].dep == "nsubj" and self.tokens[noun].head > that

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
            if token.pos == "PUNCT" or token.tag in FINITE_TAGS:
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

    def _after_addressee(self, tail: int) -> int | None:
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
        while tail < at < self.sentence.last - 1 and self._is_outlet_noun(at):
            at += 1  # "told Reuters news agency the road was open"
        if at == tail and at < self.sentence.last and self.tokens[at].pos == "PRON":
            at += 1
        heard = at > tail and self.tokens[at - 1].lower in _HEARERS | _OUTLET_NOUNS
        starts = at < self.sentence.last and self.tokens[at].pos in (_NOMINAL if heard else {"DET", "PRON", "NUM"})
        stop = self.sentence.last if heard else self.ends.tail_stop(at)
        if at == tail or not starts or not self.view.has_finite(at, stop):
            return None
        is_time = self.tokens[at].lower in {"this", "last"} and self.tokens[at + 1].lower in _STRETCH
        return at + 2 if is_time and at + 2 < self.sentence.last else at  # "told reporters this week the road …"

    def _is_outlet_noun(self, at: int) -> bool:
        """Whether the token goes on with an outlet's name: "news agency", "television"; no "news of the deal"."""
        words = (self.tokens[at].lower, self.tokens[at + 1].lower)
        return words[0] in _OUTLET_NOUNS and (words[0] != "news" or words[1] in _OUTLET_NOUNS)

    def _is_hyphen(self, at: int, tail: int) -> bool:
        """Whether the token joins two words to one: "African-Americans"."""
        return at > tail and self.tokens[at].text == "-" and self.tokens[at - 1].end == self.tokens[at].start

    def _resumes_with_that(self, comma: int, limit: int) -> bool:
        """ "said, among other things, that": the comma opens an aside."""
        return any(
            self.tokens[i].lower == "that" and self.tokens[i].tag == "IN"
            for i in range(comma + 1, min(limit, comma + 12))
        )


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space, commas and dashes at its ends."""
    while start < end and (text[start].isspace() or text[start] in ",–—-"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",.–—-"):
        end -= 1
    return start, end
