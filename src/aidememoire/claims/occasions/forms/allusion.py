"""Allusion: an occasion of those whom the words count and don't name: "the two presidents met", "they meet again".

Here only how many are meant, by the words that are a verb's subject, a noun's owner, or stand behind "between". Who
they are, the report so far says (``duos``).
"""

import re

from aidememoire.claims import tenses
from aidememoire.claims.clauses import PAIR
from aidememoire.claims.occasions.forms.duos import joint_words, number_meant
from aidememoire.claims.occasions.forms.journeys import Journey
from aidememoire.model import MeetingKind, Token

STEPS = 5
"""Verbs from that of the meeting up to that which has the subject: "had hoped to be able to sit down and talk"."""

CHAIN = frozenset({"xcomp", "conj", "advcl", "aux", "acl", "ccomp", "dep", "prep", "pcomp", "dobj", "pobj", "nmod"})

_LINK = (
    r"\s*(?:(?:took place|(?:was|were|is being|will be) held)\s)?(?:(?:at|on|in)\s[\w -]{2,30}?\s){0,2}(?:again\s)?"
    r"(?:between|of|by|among|involving|with)\s(?:all\s)?"
)
BEHIND_LINK = re.compile(_LINK, re.IGNORECASE)
RIGHT_BEHIND = re.compile(_LINK + r"(?:(?:[\w-]+\s){0,4}?(?:of|from)\s)?", re.IGNORECASE)
"""Between an occasion and those whose it is: accepts " between ", " of experts from ", " took place on Monday in Lima
between "; refuses " on "."""

THEM = re.compile(r"\s*between\sthem\b", re.IGNORECASE)

FROM_BOTH = re.compile(r"(?:[\w-]+\s){1,4}?(?:from|of|for)\s$", re.IGNORECASE)
"""From a subject to those whose people it is: accepts "experts from ", "the border guards of "."""

OWNS = re.compile(
    r"(?:(?:the|these)\stwo|both)\s(?:[\w-]+\s)?(?:sides|parties|countries|states|nations|governments|leaders|presidents|"
    r"premiers|ministers|neighbours)[’']\s(?:[\w-]+\s){0,4}$",
    re.IGNORECASE,
)
"""Before the occasion that is theirs: accepts "the two sides’ second "; refuses "both sides want a "."""

AT_ONE = re.compile(r"\b(?:at|during|after|following|in)\san?\s(?:[\w-]+\s){0,3}$", re.IGNORECASE)
"""Before where a verb's subject was: accepts "agreed at a joint "; refuses "proposed a "."""

UP_TO_VERB = re.compile(
    r"(?:,\s?(?:who|which)\s[^,]{2,60},|\s\([^)]{2,40}\))?\s(?:(?:will|shall|would|are|were|is|have|has|had|been|be|to|due|set|"
    r"expected|scheduled|planned?|plans|hope|agreed|also|again|then|last|first|next|both|later|earlier|now|already|"
    r"never|once|finally|reportedly|on|early|late|today|yesterday|tomorrow|\w+day|twice|briefly|privately)\s)*",
    re.IGNORECASE,
)
"""From the words to the verb that is theirs: accepts " will ", " are due to "; refuses " said the "."""

THEIR = re.compile(r"(?<![\w-])their\s(?:[\w-]+\s){0,4}$", re.IGNORECASE)

TOGETHER = frozenset({"be together", "attend together", "confer", "confer far off", "shake hands", "sit together"})
FIT_FOR_SUBJECT = (
    frozenset({"meet", "meeting", "gather", "see", "phone", "discuss together", "deliberate", "talk together", "part"})
    | TOGETHER
)
"""Verbs whose subject alone says who met; not "receive", "speak to", "visit", which have others behind them."""

FIT_FOR_THEY = frozenset({"meet", "meeting", "gather", "see", "phone"}) | TOGETHER
LOOSE = re.compile(r"try|discuss|t[ao]ke|took|talk|neg|del", re.IGNORECASE)
"""Verbs that say too little of "they": "they would try again", "they talked"."""

WISHED = re.compile(r"\b(?:would|could|might|may|can|should|rather)\b", re.IGNORECASE)
BEGINNING = frozenset({"begin", "start", "open", "launch"})
PLURALS = frozenset({"meetings", "sessions", "summits", "conversations", "visits"})
EVERY = re.compile(
    r"\W{0,2}(?:[\w-]+\s){0,3}?(?:every|each\s(?!other)|once|twice)\b|\s?(?:regularly|often)\b|"
    r"\s?(?:(?:\w+|\d+)\stimes|three\sor)\b|\s?for\s(?:[\w-]+\s){0,3}?(?:months|years?|decades)\b",
    re.IGNORECASE,
)
"""Behind what is usual: accepts ", to be held every month", " once a year"; refuses " each other"."""

BY_WIRE_OR_AGAIN = re.compile(r"phone|\bvideo|\bagain\b", re.IGNORECASE)
SPEAKING = re.compile(r"sp(?:o|ea)k", re.IGNORECASE)

HELD_VERBS = frozenset(
    "hold have conduct begin start open resume conclude end finish close wrap wind complete continue suspend adjourn "
    "plan schedule agree attend convene launch exchange pass spend realise realize carry perform".split()
)
"""What those do to talks whose they are: "the two sides held", "opened"; not "welcomed", "discussed"."""

ENDING_VERBS = frozenset({"conclude", "complete", "finish", "end"})

CONFERENCES = frozenset({"Conference", "Conferences", "Assembly", "Ministerial", "Council"})
"""Names of great conferences, whose number says nothing of those who were told of before."""


class Allusion(Journey):
    """How many sides the words around a trigger stand for that no name in its sentence gives."""

    def _allude(self) -> bool:
        """Note how many are meant; whether any are."""
        if self.is_title or len(self.cast.parties) > 1 or EVERY.match(self._after_words(6)) is not None:
            return False
        if self.mentions.words(self.span).lower() in PLURALS:
            return False
        self.meant = self._meant_behind()
        if self.meant is None and self.trigger.shape == "occasion" and self._is_what_this_follows():
            self.meant = PAIR
        if self.meant is None and (self.trigger.shape == "occasion" or self.trigger.name in FIT_FOR_SUBJECT):
            self.meant = self._meant_as_owner() if self.trigger.shape == "occasion" else self._meant_as_subject()
        return self.meant is not None

    def _meant_behind(self) -> int | None:
        """How many are meant by what stands right behind: "between the two", "by the two ministers"."""
        after = self._after_words(16)
        if THEM.match(after):
            return 0
        bare = BEHIND_LINK.match(after)
        named = (match for match in joint_words(after) if bare is not None and match.start() == bare.end())
        if self.trigger.shape == "occasion" and (own := next(named, None)) is not None:
            return number_meant(own)  # "between the two ministries of foreign affairs"
        link = RIGHT_BEHIND.match(after)
        while link is not None:
            found = next((match for match in joint_words(after) if match.start() == link.end()), None)
            if found is not None:
                is_third = self.trigger.shape != "occasion" and "with" in link[0].lower().split()
                return None if is_third else number_meant(found)
            return next(
                (number_meant(match) for match in joint_words(after) if 0 <= match.start() - link.end() < 2), None
            )
        return None

    def _meant_as_owner(self) -> int | None:
        """How many are meant by the words before a noun: "the two sides’ second round", or by its verb's subject."""
        before = self._before_words(9) + " "
        if OWNS.search(before):
            return PAIR
        verb = tenses.governor(self.mentions, self.sentence, self.tokens[self.last - 1])
        if THEIR.search(before) and not self.cast.parties:
            subject = self._child(verb, {"nsubj"}) if verb is not None and verb.index < self.first else None
            is_theirs = subject is not None and subject.tag in {"NNS", "NNPS"}
            named = self.sides.within(self.sentence.first, self.first)
            if len({code for one in named for code in one.parties}) >= PAIR:
                return None  # it is these two's
            return self._subject_meant(verb) if verb is not None and is_theirs else 0
        if verb is None or verb.index > self.first:
            return None
        if verb.lemma not in HELD_VERBS and AT_ONE.search(before) is None:
            return None
        if verb.lemma in ENDING_VERBS and verb.tag not in {"VBD", "VBN"}:
            return None  # "hope to conclude the talks by May"
        return self._subject_meant(verb)

    def _meant_as_subject(self) -> int | None:
        before = self._before_words(14) + " "
        for match in joint_words(before):
            if UP_TO_VERB.fullmatch(before[match.end() :]):
                return number_meant(match)
        verb = next((token for token in self.tokens[self.first : self.last] if token.tag.startswith("VB")), None)
        return self._subject_meant(verb) if verb is not None else None

    def _subject_meant(self, verb: Token) -> int | None:
        """How many are meant by a verb's subject, its own or that of the verbs that it hangs on."""
        for _ in range(STEPS):
            subject = self._child(verb, {"nsubj", "nsubjpass"})
            if subject is not None:
                return self._number_of(subject, verb)
            if verb.dep in {"relcl", "acl"} and self.sentence.first <= verb.head < self.sentence.last:
                return self._number_of(self.tokens[verb.head], verb)
            if verb.dep not in CHAIN or verb.head == verb.index:
                return None
            if not self.sentence.first <= verb.head < self.sentence.last:
                return None
            verb = self.tokens[verb.head]
        return None

    def _number_of(self, subject: Token, verb: Token) -> int | None:
        if subject.lower == "they":
            is_loose = LOOSE.match(self.mentions.words(self.span)) is not None or verb.lemma in BEGINNING
            is_loose = is_loose or WISHED.search(self._before_words(4)) is not None
            named = self.sides.within(self.sentence.first, subject.index)
            is_loose = is_loose or any(one.parties or one.actors for one in named)  # "they" are these
            return 0 if not is_loose and self.trigger.name in FIT_FOR_THEY | {"talks", "round", "session"} else None
        if subject.lower in {"who", "which", "that"} and verb.dep in {"relcl", "acl"}:
            subject = self.tokens[verb.head]
        begin = max(self.sentence.first, subject.index - 8)
        end = max(subject.index + 1, min(verb.index, subject.index + 8))
        words = self._words(begin, end)
        at = subject.start - self.tokens[begin].start
        for match in joint_words(words):
            if match.start() <= at < match.end():
                return number_meant(match)
            if match.start() > at and FROM_BOTH.fullmatch(words[at : match.start()]):
                return number_meant(match)
        return None

    def _read_joint(self) -> bool:
        """Whether those who were named before are told of as together: "the two presidents had lunch in Lima"."""
        if not self._allude():
            return False
        words = self.mentions.words(self.span).lower()
        is_talk = re.match(r"discuss|talk|sp|t[oa]|neg|de", words) is not None
        return self._is_tied() or not is_talk or BY_WIRE_OR_AGAIN.search(self._after_words(6)) is not None

    def _is_tied(self) -> bool:
        return self._time() is not None or self._place() is not None

    def _kind_of_joint(self) -> MeetingKind:
        """A call where they spoke and no word says where."""
        if self.trigger.kind is MeetingKind.CEREMONY:
            return MeetingKind.CEREMONY
        is_spoken = SPEAKING.match(self.mentions.words(self.span)) is not None
        words = self._after_words(8).lower()
        if re.search(r"phone|\bvideo", words) or (is_spoken and self._place() is None):
            return MeetingKind.CALL
        return MeetingKind.MEETING

    def _is_sequel_of_session(self) -> bool:
        """Whether a session is the nth or the next of those who were told of before, on a day or in a place."""
        if self.is_title or self.cast.parties or self.trigger.name not in {"session", "numbered session"}:
            return False
        if self.mentions.words(self.span) in CONFERENCES:
            return False
        if self._ordinal()[0] == 1 and "its" in self._before_words(3).lower().split():
            return False  # "the committee will hold its first session": nobody told of before is of it
        is_series = self._is_one_of_a_series() or self._ordinal()[0] is not None
        return is_series and self._is_tied()
