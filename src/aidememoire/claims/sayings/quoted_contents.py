"""Contents in quotation marks: the quotation before the attribution, after it, or on both sides."""

from collections.abc import Container

from aidememoire.claims.sayings.content_ends import ContentEnds
from aidememoire.claims.sayings.cues import PLAIN, STRONG, CueMatch
from aidememoire.claims.sayings.quoted import Quoted, longest_part
from aidememoire.claims.sayings.said_words import Content
from aidememoire.claims.sayings.sentence_view import STOPS, SentenceView
from aidememoire.model import FINITE_TAGS, Quotation

_CLOSING = frozenset({"NOUN", "PROPN", "ADV", "NUM"})  # may be the last word of a clause
_CIRCUMSTANCES = frozenset({"when", "after", "before", "as", "while"})
_MAX_SAID_AGAIN = 2  # tokens of "he says"
_SHORT_QUOTE = 5  # words: “unfortunately,” in the middle of a clause is part of it


class QuotedContents:
    """Finds the quotation that a verb of saying attributes, within one sentence."""

    def __init__(self, view: SentenceView, quoted: Quoted, claimed: Container[int], ends: ContentEnds) -> None:
        self.view = view
        self.quoted = quoted
        self.claimed = claimed  # starts of the quotations that have a speaker already
        self.ends = ends
        self.text = view.text
        self.tokens = view.tokens
        self.sentence = view.sentence

    def find(self, cue: CueMatch, left: int, tail: int) -> Content | None:
        """A quotation right before the attribution, or right after it."""
        frames = cue.verb.frames
        before = self.quoted.ending_before(self.tokens[left].start)
        stop = self.ends.tail_stop(tail)
        after = self.quoted.starting_after(stop, self.sentence.last)
        if before is not None and before.outer.start in self.claimed:
            before = None
        if before is not None and after is None and self._is_done_before(before, left, tail):
            before = None
        if before is not None and self._is_title(before):
            before = None
        if before is not None and after is not None:
            longer = max((before, after), key=lambda q: q.span.end - q.span.start)
            part = longest_part(longer)
            return Content(part.start, part.end, longer, "quote", 0.95, (before, after))
        if before is not None and (not self.view.has_finite(tail, stop) or self._is_circumstance(tail)):
            part = longest_part(before)
            is_piece = before.outer.start > self.sentence.span.start and not self._stands_alone(before)
            if is_piece and self.quoted.leads_into(before, self.view.content_start()):
                start = self.view.content_start()
                return Content(start, before.outer.end, before if start >= before.outer.start else None, "clause", 0.85)
            return Content(part.start, part.end, before, "quote", 0.95)
        if after is not None and "obj-inf" in frames and stop > tail + 1 and self.tokens[stop - 1].lower == "to":
            return None  # asked the guards to “stay”: the quotation is not all that was asked
        if after is not None and not self.view.has_finite(tail, stop):
            is_twice = self._is_said_again(after)  # he adds, “A,” he says
            is_led_in = self._is_led_in(after) and not self._has_attribution_behind(after)
            if is_led_in or (is_twice and cue.verb.words[0] in STRONG):
                part = longest_part(after)
                return Content(part.start, part.end, after, "quote", 0.95)
            end = self.ends.clause_end(cue, [], self.quoted.token_at(after.outer.start))
            is_article = stop == tail + 1 and self.tokens[tail].pos == "DET"  # said an “armed group” had come
            is_article = is_article or self._is_within_noun(cue, tail, stop, after)
            start = self.tokens[tail].start if is_article else after.outer.start
            goes_on = self.sentence.span.end - after.outer.end > 12
            if goes_on and len(self.text[after.span.start : after.span.end].split()) < _SHORT_QUOTE:
                if not frames & {"clause", "tell"} or after.depth:
                    return None
                end = max(end, self.ends.clause_end(cue, [], self.quoted.token_at(after.outer.end)))
                return Content(start, end, None, "clause", 0.75)
            if self._is_subject_of(cue, tail, stop, after):
                return Content(self.tokens[tail].start, max(end, after.outer.end), None, "clause", 0.85)
            if after.outer.end >= end - 2 or self.ends.is_contradicted(after.outer.end, end):
                part = longest_part(after)
                return Content(part.start, part.end, after, "quote", 0.95)
            if "quote" in cue.verb.frames and len(cue.verb.frames) == 1:
                return None
            return Content(start, end, None, "clause", 0.8)
        return None

    def _is_within_noun(self, cue: CueMatch, tail: int, stop: int, quotation: Quotation) -> bool:
        """Whether a short quotation ends the subject of what was said: "said gas from “friends” would be let in"."""
        if cue.verb.words[0] not in PLAIN or "tell" in cue.verb.frames or not tail < stop - 1:
            return False
        is_noun = self.tokens[tail].pos in {"DET", "NOUN", "PROPN", "ADJ"} and self.tokens[stop - 1].pos == "ADP"
        return is_noun and self.view.has_finite(self.quoted.token_at(quotation.outer.end), self.sentence.last)

    def _is_circumstance(self, tail: int) -> bool:
        """Whether only when or why it was said follows the verb: “No,” he replied when asked whether it was true."""
        return tail < self.sentence.last and self.tokens[tail].lower in _CIRCUMSTANCES

    def _is_led_in(self, quotation: Quotation) -> bool:
        """Whether a colon stands before the quotation, and words enough in it to be all that was said."""
        first = self.quoted.token_at(quotation.outer.start)
        words = self.text[quotation.span.start : quotation.span.end].split()
        return first > 0 and self.tokens[first - 1].text == ":" and len(words) >= _SHORT_QUOTE

    def _has_attribution_behind(self, quotation: Quotation) -> bool:
        """Whether the quotation ends in a comma and goes on with who said it: “A,” he told them."""
        behind = self.quoted.token_at(quotation.outer.end)
        return self.text[quotation.span.end - 1] == "," and self.tokens[behind].tag != "VBG"

    def _is_said_again(self, quotation: Quotation) -> bool:
        """Whether "he says" follows the quotation at once."""
        behind = self.quoted.token_at(quotation.outer.end)
        near = self.tokens[behind : behind + _MAX_SAID_AGAIN]
        says = any(token.lemma in STRONG and token.tag in FINITE_TAGS for token in near)
        return says and self._has_attribution_behind(quotation)

    def _stands_alone(self, quotation: Quotation) -> bool:
        """Whether a quotation is a sentence of its own behind other words: "Farmers fled the flood “We ran,” he said".

        A piece of the clause before it begins in small letters, or follows a verb, a preposition or the like.
        """
        first = self.quoted.token_at(quotation.outer.start)
        own = self.tokens[self.quoted.token_at(self.view.content_start()) : first]
        if self._is_led_in(quotation) or any(token.lemma in STRONG and token.tag in FINITE_TAGS for token in own):
            return True  # "The mayor says it is shut, but he adds, “It will open,” he says"
        inner = self.quoted.token_at(quotation.span.start)
        words = self.text[quotation.span.start : quotation.span.end].split()
        if first <= self.sentence.first or len(words) < _SHORT_QUOTE or self.tokens[inner].pos == "PROPN":
            return False
        is_sentence = words[0][0].isupper() and self.view.has_verb(quotation.span.start, quotation.span.end)
        has_own_verb = self.view.has_verb(self.view.content_start(), quotation.outer.start)
        return is_sentence and has_own_verb and self.tokens[first - 1].pos in _CLOSING

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
            cue.verb.words[0] not in PLAIN
            or stop <= tail
            or self.tokens[tail].pos not in {"DET", "PRON", "PROPN", "NOUN"}
        ):
            return False
        first = self.quoted.token_at(quotation.span.start)
        is_run = self.tokens[first - 1].start == quotation.outer.start and self.tokens[stop - 1].text not in STOPS
        return is_run and self.tokens[first].tag in FINITE_TAGS and self.tokens[stop].text not in STOPS
