"""How an occasion stands: held, under way, planned, proposed, postponed, called off; and of what kind it is."""

import re

from aidememoire.claims import tenses
from aidememoire.claims.occasions.parties.participation import PEOPLE_NOUNS
from aidememoire.claims.occasions.standing.fates import OPENING_CLAUSE, OTHERS_CLAUSE, is_called_off, is_put_off
from aidememoire.claims.occasions.standing.intents import (
    INTENT_REACH,
    INVITED_REACH,
    INVITED_TO,
    LOOKING_BACK,
    intended_state,
)
from aidememoire.claims.occasions.standing.under_way import UNDER_WAY_REACH, is_under_way
from aidememoire.claims.occasions.words.casting import Casting
from aidememoire.claims.occasions.words.nouns import any_of
from aidememoire.claims.tenses import Tense
from aidememoire.model import MeetingKind, MeetingState, TimeMention

FUTURE_VERB = re.compile(
    r"\b(?:will|shall|to be|’ll|'ll|is due|are due|is to|are to|scheduled|slated|pencill?ed in|set to|plans? to|"
    rf"planned|{any_of('ahead')}|next|expected to|plans? for|plans? (?:are|is) under ?way for|arrangements for|"
    r"preparations? for|prepare for|ahead of|in advance of|coming|later this|"
    r"agreed to (?:meet|hold)|agreed on)\b",
    re.IGNORECASE,
)

PROPOSED = re.compile(
    r"\b(?:propos(?:ed|es|al|ing)|suggest(?:ed|s)|offer(?:ed|s)?(?: to)?|invited|invitation|"
    r"ready to (?:meet|host|hold)|"
    r"readiness to|willing to|call(?:ed|s)? for|called on(?=[^.;]*\bto\b)|request(?:ed|s)?|asked for|sought|"
    r"seeks?|urged)\b",
    re.IGNORECASE,
)


ASKED_TO_HOLD = re.compile(
    r"(?:\b(?:extend|sen[dt]|convey|shar|hand|deliver|issu|renew|reiterat)\w*(?: \w+)? (?:an?|the|his|her|its|their) "
    r"(?:[\w-]+ ){0,3}?invitation\b[^.;:]{0,120}?|\binvit(?:ed|es|ing)(?: (?!to\b)[\w’'.-]+){1,9}) to "
    r"(?:co-?)?(?:hold|host|convene|chair) (?:[\w’'-]+ ){0,6}$"
)
"""Before what others are asked to hold: accepts "sent an invitation letter to her colleague to hold the second ";
refuses "accepted an invitation to hold the ", "came at the invitation of her colleague to hold "."""
ASKED_REACH = 34  # tokens

ROUNDS = frozenset({"round", "rounds", "session", "meeting"})  # of talks, whose fate is that of theirs

STARTING = re.compile(
    r"(?:(?! (?:on|about|over|for) (?:an?|the)\b)(?:[^.;:,]|, (?=[A-Z]))){0,60}?"
    r", which (?:starts|begins|opens|gets under ?way)\b"
)
"""Behind what is yet to begin: accepts " in Lima, Peru, which starts on Monday"; refuses " in Lima, which began", and
" in Lima, on the truce, which starts on Monday", which is the truce."""

OPENING = re.compile(r"\b(?:begin|open|start)(?:s|ning|ing)? (?:an?|his|her|their) (?:[\w-]+ ){0,4}$", re.IGNORECASE)
ON_ITS_WAY = re.compile(r"\s*,?\s*(?:which|that) (?:also )?(?:includes|takes in)\b")
"""Before and behind a tour of which most is ahead: accepts "opening a Latin American (tour) which includes Peru";
refuses "ending a (tour) which included Peru"."""

CONFIRMED = re.compile(
    r"\s*(?:(?:for|in|on) [^,.;:]{3,24}? )?(?:confirmed|announced)(?:\s*(?:$|[,;.\n])| (?:as|for|amid|despite|by)\b)"
)
"""Behind a visit in a headline: accepts " on 13 July confirmed as crowds gather"; refuses " confirmed the pact"."""

DURING_VISIT = re.compile(
    r"\bduring (?:his|her|their|the|a|that) (?:[\w.-]+ ){0,3}?(?:visit|trip|stay|tour)\b", re.IGNORECASE
)

SPOKEN_OF = re.compile(
    r"\b(?:about|(?:results?|outcomes?|context|success) of|recent) (?:[\w’'.-]+ ){0,6}$", re.IGNORECASE
)
"""Before what is but spoken of: accepts "told him about his talks", "the results of the visit"; refuses "the visit"."""

SOME_TIME_AGO = re.compile(r"\b(?:(?:more|less|fewer) than|over) [\w -]{3,24} ago\b", re.IGNORECASE)
"""Behind what was over at no known time: accepts "more than five years ago"; refuses "two days ago"."""

LONG_AGO = re.compile(r"\b(?:years|decades|centuries|generations) (?:ago|earlier|before)\b[^.;,]{0,40}$", re.IGNORECASE)
"""Before what was held then: accepts "founded four decades ago with a"; refuses "years ago, the"."""

BACK_FROM = re.compile(r"\b(?:back|return(?:ed|ing|s)?|fresh) from (?:[\w’'.-]+ ){0,4}$", re.IGNORECASE)
"""Before what is over: accepts "just back from trade talks"; refuses "back from the brink, the talks"."""

THERE_FOR = re.compile(
    r", (?:(?:who (?:is|are)|currently|now) )?in [A-Z]\w+(?: [A-Z]\w+)? for (?:a|an|the|his|her|their)? ?"
    r"(?:[\w-]+ ){0,2}$"
)
"""Said of a person in passing: accepts "X, in Oslo for a meeting"; refuses "in Oslo, for a meeting"."""

AT_IT = re.compile(
    r"\b(?:at|during|in|after|before) (?:the|their|its|this|that|a|an) (?:[\w’'-]+ ){0,3}$", re.IGNORECASE
)
"""Before where something is to be done: accepts "seek a deal at the (summit)"; refuses "seek a (summit)"."""

FIRST_TO = re.compile(
    r"\b(?:first|second|latest|last|only|most \w+|(?:high|old|young|great|lat)est(?:-\w+)?)\b"
    r"(?:[^,.;:]|(?<=[A-Z])\.){0,60}\bto $",
    re.IGNORECASE,
)
"""Before what somebody has done: accepts "the first minister since the war to"; refuses "the minister to"."""

LOOKING_FORWARD = re.compile(r"\blook(?:s|ed|ing)? forward to (?:\w+ )?$", re.IGNORECASE)
UPCOMING = re.compile(rf"\b(?:{any_of('ahead')}|planned)\W+(?:\w+\W+)?$", re.IGNORECASE)

RECENT = re.compile(
    r"\b(?:recent|just-ended) (?:(?!(?:of|for|on|in|to|about|calls?|plans?)\b)[\w’'-]+ ){0,4}$", re.IGNORECASE
)
"""Before what is over: accepts "our recent productive "; refuses "recent calls for a "."""

AHEAD = re.compile(
    rf"\b(?:{any_of('ahead')}|next|planned|scheduled|coming|preparations? for|ahead of|in advance of)\b",
    re.IGNORECASE,
)
"""Near before what is yet to be: accepts "in advance of his", "the planned"; refuses "the recent"."""
RIGHT_AHEAD = re.compile(
    rf"\b{any_of('ahead')} (?:(?!(?:of|for|on|in|to|and|with|after)\b)[\w’'–-]+ ){{0,8}}$", re.IGNORECASE
)
"""The same, farther off: accepts "the upcoming three-way Chile – Peru – Cuba "; refuses "the upcoming vote and "."""

SINCE = re.compile(r"\b(?:since|judging (?:by|from)) (?:[\w’'-]+ ){0,4}$", re.IGNORECASE)
"""Before what is over, whatever is yet to come: accepts "judging by Monday's ", "since their"; refuses "by the"."""
AFTER = re.compile(r"\b(?:after|(?<!the )following) (?:[\w’'-]+ ){0,5}$", re.IGNORECASE)
WILL = re.compile(r"\b(?:will|shall|would|is due|are due|is to|are to|scheduled|plans?)\b", re.IGNORECASE)

MEETING_THEM = re.compile(
    r"\s*(?!of\b|with\b|between\b|in\b|at\b|on\b|place\b|room\b)[^.;,]{3,80}(?:,[^.;,]{3,60})?, [^.;,]{2,60}? "
    r"(?:said|told|praised|thanked|called|urged|expressed|stressed|added|warned|pledged|promised)\b"
)
"""Behind "Meeting" at the head of a sentence: accepts " the envoy, the minister said"; refuses " in Lima, he said"."""

HOLDING_IT = frozenset(
    "hold holding hosting convene convening arrange arranging organise organising organize organizing".split()
)
"""Between "proposed" and the noun: accepts "proposed holding a (meeting)"; refuses "suggested attending the"."""

DISCUSSING = frozenset({"discuss with", "discuss together"})
FAR_OFF = re.compile(
    r"\b(?:(?:by|via|over(?: the)?|on the) (?:(?:tele)?phone|video(?: ?(?:link|conference))?)"
    r"|in an? (?:tele)?phone (?:call|conversation))\b(?! (?:tapping|records?|companies|networks?|numbers?)\b)",
    re.IGNORECASE,
)
"""How they spoke: accepts "discussed the draft with him by telephone"; refuses "discussed fraud by phone companies"."""

BY_VIDEO = re.compile(r"\b(?:by|via|over|on|through) (?:an? )?(?:secure )?video|\bvirtual(?:ly)?\b", re.IGNORECASE)
"""How they called: accepts "met by video link"; refuses "met on the video age"."""

SCREEN_BEFORE = re.compile(r"\b(?:virtual|online) (?:[\w.’'-]+ ){0,3}$", re.IGNORECASE)
"""Before an occasion on a screen: accepts "a virtual ", "the online G7 leaders’ "; refuses "virtually every "."""
SCREEN_BEHIND = re.compile(
    r"\W*(?:[^.;]{0,60}?\b(?:is|was|were|be|been|held|hosted|convened|place)\s)?(?:virtually|virtual|online"
    r"|(?:via|by|over|on|through)\s(?:an?\s)?(?:secure\s)?(?:video(?!\s(?:games?|tapes?))|zoom|webex|skype|teleconferenc\w+))\b"
    r"(?!\s(?:all|every|certain\w*|platform|news))",
    re.IGNORECASE,
)
"""Behind one: accepts " was held virtually", " via Zoom", " was held by video"; refuses " was virtually certain"."""

BEFORE_FATE = 3  # tokens: "may yet be (put off)"
RESUMING = frozenset("begin start resume open convene reconvene end conclude".split())


ACCEPTED = re.compile(
    r"[\s”]*(?:(?:The|This|That|His|Her|Their) invitation (?:was|has been|is) (?:\w+ly )?accepted\b"
    r"|(?:[A-Z][\w.’'-]+ ){1,6}(?:has |\w+ly )?accepted (?:the|this|that|his|her) invitation\b)"
)
"""Behind the sentence of an invitation: accepts " The invitation was accepted", " Mr Poe accepted the invitation";
refuses " The invitation was declined"."""
ACCEPTED_REACH = 120  # code points


class Standing(Casting):
    """What has become of an occasion, by tense and words."""

    def _kind(self, shape: str) -> MeetingKind:
        words = self._words(max(self.sentence.first, self.first - 6), min(self.sentence.last, self.last + 2)).lower()
        kind = self.trigger.kind
        if kind is MeetingKind.MEETING:
            if re.search(
                r"\b(?:phone|telephone|by video|virtually|videoconference|video conference|via video)\b", words
            ):
                return MeetingKind.CALL
            if re.search(r"\b(?:summit)\b", words) and shape == "occasion":
                return MeetingKind.SUMMIT
            if self.trigger.name in DISCUSSING | {"meet"} and FAR_OFF.search(self._up_to_next()):
                return MeetingKind.CALL
        if kind is MeetingKind.TALKS and re.search(r"\b(?:phone|telephone)\b", words):
            return MeetingKind.CALL
        return kind

    def _up_to_next(self) -> str:
        """The words from the trigger up to the next one, or the sentence's end."""
        ends = [start for start, _ in self.others if start >= self.last]
        return self._words(self.first, min([self.sentence.last, *ends]))

    def _mode(self, kind: MeetingKind, has_place: bool) -> str:
        if self.trigger.mode != "unknown":
            return self.trigger.mode
        if kind is MeetingKind.CALL:
            return "video" if BY_VIDEO.search(self._up_to_next()) else "phone"
        if kind is not MeetingKind.VISIT and self._is_on_screen():
            return "video"
        return "in_person" if has_place or kind is MeetingKind.VISIT else "unknown"

    def _is_on_screen(self) -> bool:
        """Whether they met at a distance ("the virtual Oslo summit", "the summit, held virtually")."""
        if SCREEN_BEFORE.search(self._before_words(4) + " ") is not None:
            return True
        return SCREEN_BEHIND.match(self._after_words(14)) is not None

    def _state(self, tense: Tense, time: TimeMention | None) -> MeetingState:
        """The state by the surest sign first: its row, a plan given up, its day, the tense, words around."""
        clause = self._own_stretch()
        if self.trigger.name == "invite" and self._is_accepted():
            return MeetingState.PLANNED
        if self.trigger.state is not None:
            return self.trigger.state
        if self._is_proposed():
            return MeetingState.PROPOSED
        if not self.is_title and (intended := intended_state(self._before_words(INTENT_REACH) + " ")):
            return intended
        if self.trigger.is_hosting and re.search(
            r"\blook(?:s|ed|ing)? forward to (?:\w+ )?$", self._before_words(4) + " ", re.I
        ):
            return MeetingState.PLANNED
        verb = self._verb_of_its_fate()
        if is_put_off(clause) or is_put_off(verb):
            return MeetingState.POSTPONED
        if is_called_off(clause) or is_called_off(verb):
            return MeetingState.CANCELLED
        before, behind = self._before_words(9), self._after_words(6)
        on = self.mentions.on
        if self._is_over_already(tense):
            return MeetingState.HELD
        if self._is_due(tense) or self._is_called():
            return MeetingState.PLANNED
        when = time.when if time else None
        if tense in {Tense.FUTURE, Tense.CONDITIONAL}:
            is_proposal = PROPOSED.search(before) and "will" not in before.lower() and not AT_IT.search(before + " ")
            return MeetingState.PROPOSED if is_proposal else MeetingState.PLANNED
        if on is not None and when is not None and when.first > on:
            return MeetingState.PLANNED
        if on is not None and when is not None and when.last < on:
            return MeetingState.HELD
        if tense is Tense.ONGOING or self._is_there_now(tense, when is not None) or self._is_meeting_now():
            return MeetingState.ONGOING
        is_told = tense in {Tense.PAST, Tense.PERFECT}  # "the envoy to London was summoned"
        is_to_come = not is_told and re.search(r"\bto(?: \w+)? $", before + " ", re.IGNORECASE) is not None
        if is_to_come and (self.is_title or self._is_headline()) and not FIRST_TO.search(before + " "):
            return MeetingState.PLANNED  # "X to visit Y"
        if self._is_aim_of_those_there() or self._is_still_going_on(tense) or self._goes_on_in_words(tense):
            return MeetingState.ONGOING
        if LOOKING_FORWARD.search(before + " ") or (self.trigger.shape == "travel" and UPCOMING.search(before + " ")):
            return MeetingState.PLANNED
        if self._is_aim_of_a_journey_ahead():
            return MeetingState.PLANNED
        if PROPOSED.search(before) and tense is not Tense.PAST and not self._is_announced(tense):
            return MeetingState.PROPOSED
        if tense is Tense.PRESENT and self.trigger.shape in {"encounter", "travel"} and not self.is_title:
            return MeetingState.PLANNED if when is not None or on is None else MeetingState.HELD
        if tense is Tense.PRESENT and when is not None and self._has_support_of(RESUMING) and not self.is_title:
            return MeetingState.PLANNED  # "consultations resume on Wednesday"
        if FUTURE_VERB.search(before) and tense not in {Tense.PAST, Tense.PERFECT}:
            return MeetingState.PLANNED
        if self.trigger.shape in {"occasion", "visit"} and (
            AHEAD.search(self._before_words(5)) or RIGHT_AHEAD.search(self._before_words(10) + " ")
        ):
            return MeetingState.PLANNED
        if self.trigger.shape in {"occasion", "visit"} and re.match(
            r"\s*(?:\([^)]{1,12}\))?,?\s*(?:which|that) (?:will|is to|are to|is due to) (?:be held|take place|open)\b"
            r"|\s*(?:to be h(?:eld|osted)|scheduled|due|planned|set|that will|which will|will|ahead(?! of)|to come"
            r"|, (?:which|that) (?:\w+ ){1,4}?(?:will|is to|is due to) host)\b",
            self._after_words(12),
            re.IGNORECASE,
        ):
            return MeetingState.PLANNED
        if self._is_before_it():
            return MeetingState.ONGOING
        if self.trigger.shape == "visit" and OPENING.search(self._before_words(6) + " ") and ON_ITS_WAY.match(behind):
            return MeetingState.PLANNED
        return MeetingState.PLANNED if self._is_announced(tense) else MeetingState.HELD

    def _is_accepted(self) -> bool:
        """Whether the next sentence tells that the invitation was accepted."""
        end = self.sentence.span.end
        return ACCEPTED.match(self.mentions.report.text, end, end + ACCEPTED_REACH) is not None

    def _goes_on_in_words(self, tense: Tense) -> bool:
        """Whether the words around a noun tell that it goes on ("on the second day of his visit", "here at the")."""
        if self.trigger.shape not in {"occasion", "visit"} or tense in {Tense.FUTURE, Tense.CONDITIONAL}:
            return False
        before = self._before_words(UNDER_WAY_REACH) + " "
        return is_under_way(self.trigger.shape == "visit", before, " " + self._after_words(UNDER_WAY_REACH))

    def _is_announced(self, tense: Tense) -> bool:
        """Whether it is only told that it is called, confirmed in a headline, or starts some day."""
        if self.trigger.shape not in {"occasion", "visit"}:
            return False
        behind = self._after_words(14)
        if self.trigger.shape == "occasion" and STARTING.match(behind) is not None:
            return True
        if INVITED_TO.search(self._before_words(INVITED_REACH) + " "):
            return True
        return self.trigger.shape == "visit" and tense is not Tense.PERFECT and CONFIRMED.match(behind) is not None

    def _own_stretch(self) -> str:
        """The words around it; for a verb, without a clause at the head ("After a visit was put off, X flew").

        Without a clause behind, too, that tells of others: "for the first meeting since Delhi called off talks".
        """
        first, last = self._stretch()
        begin = self.sentence.span.start
        opening = None
        if self.trigger.shape in {"encounter", "travel"} and not self.is_title:
            opening = OPENING_CLAUSE.match(self.mentions.report.text, begin, self.span.start)
        own = next(
            (at for at in range(first, last) if opening is None or self.tokens[at].start >= opening.end()), first
        )
        return f"{self._words(own, self.last)} {OTHERS_CLAUSE.sub(' ', self._words(self.last, last))}"

    def _verb_of_its_fate(self) -> str:
        """The passive verb of which a noun is the subject, however far off ("the meeting, which …, was postponed")."""
        noun = self.tokens[self.last - 1]
        of = self.tokens[noun.head] if noun.dep == "pobj" else noun
        if of.lower == "of" and self.tokens[of.head].lower in ROUNDS and self.sentence.first <= of.head:
            noun = self.tokens[of.head]  # "the round of the talks was deferred"
        is_second = noun.dep == "conj"
        while noun.dep == "conj" and self.sentence.first <= noun.head < noun.index:
            noun = self.tokens[noun.head]
        is_object = is_second and noun.dep == "dobj"  # "to postpone the summit and the council's meeting"
        if not (is_object or noun.dep == "nsubjpass") or not self.sentence.first <= noun.head < self.sentence.last:
            return ""
        verb = self.tokens[noun.head]
        particle = self.tokens[verb.index + 1].text if verb.index + 1 < self.sentence.last else ""
        before = self._words(verb.index - BEFORE_FATE, verb.index)
        return f"{verb.lemma}ed" if is_object else f"{before} {verb.text} {particle}"

    def _is_proposed(self) -> bool:
        """Whether the noun is what somebody proposed or asked for."""
        if self.trigger.shape not in {"occasion", "visit"}:
            return False
        if self.trigger.shape == "occasion" and INVITED_TO.search(self._before_words(INVITED_REACH) + " "):
            return False
        if ASKED_TO_HOLD.search(self._before_words(ASKED_REACH) + " "):
            return True
        for token in reversed(self.tokens[max(self.sentence.first, self.first - 6) : self.first]):
            if token.lemma in {"propose", "suggest", "offer", "request", "seek", "invite"} and token.pos in {
                "VERB",
                "NOUN",
            }:
                return True
            if token.lower == "for" and self.tokens[token.index - 1].lemma in {"call", "ask", "press"}:
                return True
            if token.pos in {"VERB", "ADP"} and token.lower not in {"for", "of", "to"} | HOLDING_IT:
                return False
        return False

    def _is_before_it(self) -> bool:
        """Whether the report is of words said before a meeting, both sides present ("X and Y Before Their Meeting")."""
        if not self.is_title:
            return False
        return (
            re.search(
                r"\b(?:before|ahead of|prior to|at the (?:start|top) of)\W+(?:[\w-]+\W+){0,2}$",
                self._before_words(4) + " ",
                re.I,
            )
            is not None
        )

    def _is_aim(self) -> bool:
        """Whether it is what a journey in the same sentence is for ("flew to Oslo for talks")."""
        before = [start for start, end in self.others if end <= self.first]
        if not before:
            return False
        return "for" in [token.lower for token in self.tokens[max(before[-1], self.first - 4) : self.first]]

    def _is_aim_of_a_journey_ahead(self) -> bool:
        """Whether it is what somebody is yet to travel for ("flies to Oslo today for talks")."""
        if self.trigger.name == "be seen":
            return self._is_seen_on_a_journey()
        if self.trigger.shape != "occasion" or not self._is_aim():
            return False
        verb = self.tokens[[start for start, end in self.others if end <= self.first][-1]]
        ahead = {Tense.FUTURE, Tense.PRESENT, Tense.CONDITIONAL}
        return verb.tag.startswith("VB") and tenses.tense_of_verb(self.mentions, self.sentence, verb) in ahead

    def _is_seen_on_a_journey(self) -> bool:
        """Whether somebody goes somewhere to see the other ("goes to Oslo on Monday to see")."""
        before = [start for start, end in self.others if end <= self.first]
        verb = self.tokens[before[-1]] if before and self.tokens[self.first - 1].lower == "to" else None
        return verb is not None and tenses.tense_of_verb(self.mentions, self.sentence, verb) is Tense.PRESENT

    def _is_earlier(self, tense: Tense) -> bool:
        """Whether it was over when the news happened ("had met", "met earlier", "met … during his visit")."""
        if self.is_title:
            return False
        begin, end = self._stretch()
        before = [token.lower for token in self.tokens[max(begin, self.first - 4) : self.first]]
        if tense is Tense.PERFECT and "had" in before:
            return True
        if LONG_AGO.search(self._before_words(8) + " ") or SOME_TIME_AGO.search(
            self._words(self.last, self.sentence.last)
        ):
            return True
        if self.trigger.shape in {"occasion", "visit"} and SPOKEN_OF.search(self._before_words(8) + " ") is not None:
            return True
        if BACK_FROM.search(self._before_words(7) + " "):
            return True
        if self.tokens[self.sentence.first].lower == "earlier" and self.tokens[self.sentence.first + 1].lower == ",":
            return True
        if "earlier" in before or self._after_words(1).lower() == "earlier":
            return True
        return self.trigger.shape == "encounter" and DURING_VISIT.search(self._words(self.last, end + 4)) is not None

    def _is_aim_of_those_there(self) -> bool:
        """Whether it is what somebody is said to be there for ("is in Oslo for the third meeting of")."""
        if self.trigger.shape != "occasion":
            return False
        if THERE_FOR.search(self._before_words(10) + " "):
            return True
        if not self._is_aim():
            return False
        verb = self.tokens[[start for start, end in self.others if end <= self.first][-1]]
        return verb.lower in {"is", "are"}

    def _is_now(self, tense: Tense) -> bool:
        """Whether it is said to go on as the report is written ("is meeting", "is in … for talks")."""
        if tense is Tense.ONGOING or self._is_aim_of_those_there():
            return True
        return self._is_there_now(tense, has_time=True) and self.tokens[self.first].lower in {"is", "are"}

    def _is_over_already(self, tense: Tense) -> bool:
        """Whether it lies before what is ahead ("will sit together, the first time since their talks in May")."""
        if self.trigger.shape not in {"occasion", "visit"} or self.is_title:
            return False
        words = self._before_words(6) + " "
        if SINCE.search(words) is not None or RECENT.search(words) is not None:
            return True
        return tense is Tense.FUTURE and AFTER.search(words) is not None and WILL.search(self._before_words(30)) is None

    def _is_due(self, tense: Tense) -> bool:
        """Whether somebody is due there, or what he will do hangs on it ("when they meet", "before they meet")."""
        if self.trigger.shape not in {"encounter", "travel"}:
            return False
        if self.mentions.words(self.span).lower().startswith(("due", "expected in", "awaited in")):
            return True
        before = [token.lower for token in self.tokens[max(self.sentence.first, self.first - 4) : self.first]]
        return tense is Tense.PRESENT and not self.is_title and bool({"when", "once", "until", "before"} & set(before))

    def _is_called(self) -> bool:
        """Whether somebody has called it for some day ahead ("called a meeting of the member states")."""
        noun = self.tokens[self.last - 1]
        verb = tenses.governor(self.mentions, self.sentence, noun)
        if self.trigger.shape != "occasion" or verb is None or verb.lemma != "call" or noun.dep != "dobj":
            return False
        return verb.index < self.first and "off" not in self._words(verb.index, self.last).lower().split()

    def _is_there_now(self, tense: Tense, has_time: bool) -> bool:
        """Whether the traveller is said to be where he went ("is in", "has arrived in", "is on travel to")."""
        if self.trigger.name != "travel":
            return False
        words = self.mentions.words(self.span).lower()
        if words.startswith(("is ", "are ", "on travel", "currently ", "now ", "who is ", "in")):
            return True
        return words.startswith(("arriv", "landed")) and (
            tense is Tense.PERFECT or (tense is Tense.PRESENT and not has_time)
        )

    def _is_verb_here(self) -> bool:
        """Whether "meeting" is a verb: "are meeting", "after meeting the president"."""
        before = self.tokens[self.first - 1] if self.first > self.sentence.first else None
        if before is None:
            return self._is_opening_verb()
        if self.tokens[self.first].tag != "VBG":
            return False
        is_be = before.lower in tenses.BE and before.tag != "POS"
        if is_be or before.lower in {"without", "before", "after", "by"} or before.lemma in LOOKING_BACK:
            return True
        return before.pos in {"NOUN", "PROPN", "ADV"}

    def _is_opening_verb(self) -> bool:
        """Whether a sentence begins with whom somebody met as he spoke ("Meeting the envoy, the minister said")."""
        if self.trigger.name != "meeting" or self.is_title or self.last >= self.sentence.last:
            return False
        met = self.sides.within(self.last, min(self.sentence.last, self.last + 4))
        match = MEETING_THEM.match(self._after_words(16))
        return bool(met) and match is not None and any(one.parties for one in met)

    def _is_meeting_now(self) -> bool:
        """Whether people stand before "meeting" and a place or time after it ("the ministers meeting here")."""
        if (
            self.trigger.name != "meeting"
            or self.tokens[self.first].lower != "meeting"
            or self.first == self.sentence.first
        ):
            return False
        before = self.tokens[self.first - 1]
        after = self.tokens[self.last].lower if self.last < self.sentence.last else ""
        return before.tag in {"NNS", "NNPS"} and before.lower in PEOPLE_NOUNS and after in {"here", "in", "at", "on"}
