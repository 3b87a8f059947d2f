"""Contents that are no clause: an object and what is wanted or said of it, or a noun phrase."""

import re
from bisect import bisect_left

from aidememoire.claims.clauses import person_at
from aidememoire.claims.sayings.content_ends import ContentEnds
from aidememoire.claims.sayings.cues import CueMatch
from aidememoire.claims.sayings.quoted import Quoted
from aidememoire.claims.sayings.said_words import Content, content_words
from aidememoire.claims.sayings.sentence_view import SELF, SentenceView
from aidememoire.claims.sayings.speaking_nouns import can_speak, is_human
from aidememoire.model import FINITE_TAGS

_GREETINGS = content_words("greetings")
_CLAIMS = content_words("claims")
_SAYING_NOUNS = content_words("renewed")
_NEEDS = content_words("needs")
_PROMISES = content_words("promises")
_EMPTY_OBJECTS = frozenset(
    "it this that them these those him her us me himself herself themselves itself so what".split()
)
_PERSONAL = frozenset({"welcome", "confirm", "acknowledge", "support", "oppose", "question"})
_WANTED = {"np-greeting": _GREETINGS, "np-claim": _CLAIMS, "np-say": _SAYING_NOUNS, "np-need": _NEEDS}
_NOUN_FRAMES = frozenset({"np", "np-deed", *_WANTED})
_DEED = re.compile(r"(?:tions?|sions?|ments?|als?|ances?|ures?)$")  # "recommended the establishment of a council"
_DEEDS = frozenset({"announce", "proclaim", "welcome"})
_HOPES = content_words("hopes")
_STRETCHES = frozenset("hours days weeks months years decades".split())
_HANDED_OVER = content_words("handed_over")
_HANDS_ON = frozenset({"press"})  # what one does to things as well as to somebody
_MAX_DAY = 5  # tokens of "on the first of May"
_MARKERS = {
    "obj-of": "of",
    "obj-for": "for",
    "obj-on": "on",
    "obj-with": "with",
    "obj-as": "as",
    "obj-at": "at",
    "obj-against": "against",
    "obj-to": "to",
}
_MAX_BEFORE_SUM = 4  # tokens up to the number of "at more than 84"
_MAX_OBJECT = 22  # tokens from an object to its "to", "of", "as": more is another clause's


class ObjectContents:
    """Finds the object that a verb of saying takes for its content, within one sentence."""

    def __init__(self, view: SentenceView, quoted: Quoted, ends: ContentEnds) -> None:
        self.view = view
        self.quoted = quoted
        self.ends = ends
        self.tokens = view.tokens
        self.children = view.children
        self.sentence = view.sentence

    def framed(self, frame: str, cue: CueMatch, cues: list[CueMatch], tail: int) -> tuple[int, int] | None:
        """The content of verbs that take more than a clause: "urged both sides to …", "accused X of …"."""
        tokens = self.tokens
        at = self.view.skip_adverbs(tail)
        if at >= self.sentence.last:
            return None
        if frame == "inf":
            at = self._after_time(at)
            if tokens[at].lower == "to" and at + 1 < self.sentence.last and tokens[at + 1].tag == "VB":
                return tokens[at + 1].start, self.ends.clause_end(cue, cues, at + 1)
            return None
        if not self._starts_phrase(at) or tokens[at].lower in SELF:
            return None
        marker = _MARKERS.get(frame)
        limit = min(self.sentence.last, at + _MAX_OBJECT)
        if frame == "obj-inf":
            if cue.verb.words[0] in _HANDS_ON and not self._is_asked(cue, at):
                return None
            for i in range(at + 1, limit - 1):
                if tokens[i].lower == "to" and self._is_infinitive(i + 1):
                    return tokens[at].start, self.ends.clause_end(cue, cues, at)
                if tokens[i].text in {";", ":"} or tokens[i].tag in FINITE_TAGS:
                    return None
            return None
        if frame == "obj-comp":
            return self._complement(at, cue, cues)
        for i in range(at + 1, limit):
            is_fit = self._is_sum(i + 1) if marker == "at" else not self._tells_how_long(i + 1)
            if tokens[i].lower == marker and is_fit:
                return tokens[at].start, self.ends.clause_end(cue, cues, at)
            if tokens[i].tag in FINITE_TAGS or tokens[i].text in {";", ":"}:
                return None
        return None

    def _is_asked(self, cue: CueMatch, at: int) -> bool:
        """Whether the object is somebody: "pressed both sides to talk", not "pressed the button to open the gate"."""
        head = self._head(cue, at)
        head = at if head is None else head
        return self.tokens[head].pos == "PRON" or can_speak(self.tokens, head, False)

    def _after_time(self, at: int) -> int:
        """The index after a day that stands between: "vowed on Monday to …", "vowed yesterday to …"."""
        first = at + 1 if self.tokens[at].lower == "on" and at + 1 < self.sentence.last else at
        times = self.view.mentions.times
        place = bisect_left(times, self.tokens[first].start, key=lambda time: time.span.start)
        if place >= len(times) or times[place].span.start != self.tokens[first].start:
            return at
        after = self.quoted.token_at(times[place].span.end)
        return after if at < after < self.sentence.last else at

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

    def _is_sum(self, at: int) -> bool:
        """Whether a number stands at the token or after a word or two: put the toll "at more than 84"."""
        near = self.tokens[at : min(at + _MAX_BEFORE_SUM, self.sentence.last)]
        return any(token.pos == "NUM" for token in near)

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
        return self.tokens[at].start, self.ends.clause_end(cue, cues, at)

    def _second_phrase(self, at: int) -> bool:
        """Whether "a …" follows the object at once ("branded the vote a farce"), so that it says what the object is."""
        for i in range(at + 1, min(self.sentence.last, at + 8)):
            if self.tokens[i].pos in {"ADP", "PUNCT", "VERB", "AUX", "CCONJ"}:
                return False
            if self.tokens[i].lower in {"a", "an"}:
                return self.tokens[i - 1].pos in {"NOUN", "PROPN", "PRON"}
        return False

    def noun_phrase(self, cue: CueMatch, cues: list[CueMatch], tail: int) -> Content | None:
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
                return Content(
                    self.tokens[at + 1].start, self.ends.clause_end(cue, cues, at + 1), None, preposition, 0.7
                )
        if not frames & _NOUN_FRAMES or not self._starts_phrase(at):
            return None
        if self.tokens[cue.first].tag == "VBG" and cue.verb.words[0] in _DEEDS:
            return None  # "announcing sanctions" does it rather than says it
        is_state = token.tag == "VBN" and self._ends_at(at + 1)
        if cue.verb.words == ("report",) and (self.tokens[cue.first].dep == "relcl" or is_state):
            return None  # "the paper that first reported the suit" doesn't say what it said; "ten reported dead"
        head = self._head(cue, at)
        if token.lower in _EMPTY_OBJECTS and (head is None or head == at):
            return None
        if head is not None and head - at <= 1 and self.tokens[head].lower in _CLAIMS and self._ends_at(head + 1):
            return None  # "denied those claims": which they are is said elsewhere
        if head is not None and cue.verb.words[0] in _PERSONAL and self._is_somebody(head):
            return None  # "welcomed his guest", "confirmed the judge"
        if cue.verb.words == ("welcome",) and self._is_received(head):
            return None
        if cue.verb.words == ("convey",) and head is not None and self.tokens[head].lower in _HANDED_OVER:
            return None  # "conveyed its report to the council"
        if self._is_gap(cue) or self._is_time(at):
            return None
        if cue.verb.words == ("report",) and token.lower == "the" and head == at + 1 and self._ends_at(head + 1):
            return None  # "before the port reported the loss"
        if "np-deed" in frames and (head is None or not _DEED.search(self.tokens[head].lower)):
            return None  # "recommended the fish"
        if not frames & {"np", "np-deed"}:
            wanted = frozenset().union(*(_WANTED[frame] for frame in frames if frame in _WANTED))
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
        return Content(
            self.tokens[start].start, self.ends.clause_end(cue, cues, start), None, "np", 0.7, cue_last=cue_last
        )

    def _is_time(self, at: int) -> bool:
        """Whether the words at the token are only when it was said: "announced yesterday, to the joy of all"."""
        after = self._after_time(at)
        return after > at and (after >= self.sentence.last or self.tokens[after].text == ",")

    def _is_gap(self, cue: CueMatch) -> bool:
        """Whether the verb's object is the noun before its clause: "a fee that rowers acknowledge concerns us"."""
        if self.tokens[cue.first].dep != "relcl":
            return False
        subject = next((c for c in self.children.get(cue.first, ()) if self.tokens[c].dep == "nsubj"), None)
        if subject is None or subject > cue.first:
            return False
        before = self.view.left(subject) - 1
        is_relative = before > self.sentence.first and self.tokens[before].lower in {"that", "which"}
        return is_relative and self.tokens[before - 1].pos != "ADP"  # "in which she denied the raid"

    def _head(self, cue: CueMatch, at: int) -> int | None:
        """The noun of the object: the verb's own, or that of the preposition which ends the cue ("agreed on the …")."""
        own = (c for c in self.children.get(cue.first, ()) if self.tokens[c].dep in {"dobj", "nsubj"} and c >= at)
        behind = (c for c in self.children.get(cue.last - 1, ()) if self.tokens[c].dep == "pobj" and c >= at)
        return next(own, next(behind, None) if cue.last - cue.first > 1 else None)

    def _is_received(self, head: int | None) -> bool:
        """Whether guests are welcomed to a place: "welcomed the Novaks to his house"."""
        if head is None or not (self._is_somebody(head) or self.tokens[head].pos == "PROPN"):
            return False
        after = head + 1
        while after < self.sentence.last and self.tokens[after].pos in {"CCONJ", "PROPN", "NOUN", "DET", "PRON"}:
            after += 1
        return after < self.sentence.last and self.tokens[after].lower == "to" and self.tokens[after].tag == "IN"

    def _is_somebody(self, index: int) -> bool:
        """Whether the noun is a person, by kind or by name."""
        return is_human(self.tokens[index]) or person_at(self.view.mentions, self.tokens[index]) is not None

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
