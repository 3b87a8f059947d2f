"""Contents in quotation marks: the quotation before the attribution, after it, or on both sides."""

from collections.abc import Container

from aidememoire.claims.sayings.content_ends import ContentEnds
from aidememoire.claims.sayings.cues import PLAIN, CueMatch
from aidememoire.claims.sayings.quoted import Quoted, longest_part
from aidememoire.claims.sayings.said_words import Content
from aidememoire.claims.sayings.sentence_view import FINITE, STOPS, SentenceView
from aidememoire.model import Quotation

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
            end = self.ends.clause_end(cue, [], self.quoted.token_at(after.outer.start))
            is_article = stop == tail + 1 and self.tokens[tail].pos == "DET"  # said an “armed group” had come
            start = self.tokens[tail].start if is_article else after.outer.start
            goes_on = self.sentence.span.end - after.outer.end > 12
            if goes_on and len(self.text[after.span.start : after.span.end].split()) < _SHORT_QUOTE:
                if not frames & {"clause", "tell"} or after.depth:
                    return None
                end = max(end, self.ends.clause_end(cue, [], self.quoted.token_at(after.outer.end)))
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
            cue.verb.words[0] not in PLAIN
            or stop <= tail
            or self.tokens[tail].pos not in {"DET", "PRON", "PROPN", "NOUN"}
        ):
            return False
        first = self.quoted.token_at(quotation.span.start)
        is_run = self.tokens[first - 1].start == quotation.outer.start and self.tokens[stop - 1].text not in STOPS
        return is_run and self.tokens[first].tag in FINITE and self.tokens[stop].text not in STOPS
