"""Whose day it is: days of the sentence that belong to another occasion than the one read."""

import re

from aidememoire.claims import tenses
from aidememoire.claims.occasions.words.numbering import Numbering
from aidememoire.claims.occasions.words.placing import APART
from aidememoire.claims.occasions.words.purposes import is_done_there
from aidememoire.claims.tenses import Tense
from aidememoire.knowledge.calendar_names import WEEKDAY_NAMES
from aidememoire.model import FINITE_TAGS, MeetingKind, Token

AHEAD_OF = re.compile(
    r"\b(?:prepar\w+ (?:for|of)|ahead of|in advance of|prior to|in the (?:run|lead)-?up to|leading up to"
    r"|groundwork for)\s(?:[\w’'.-]+\s){0,5}$",
    re.IGNORECASE,
)
"""Right before an occasion that is yet to be: the day named ahead of these words is of what comes first. Accepts "a
call on Monday to prepare for the"; refuses "prepared on Monday the"."""

BEFORE_IT = re.compile(r"\bbefore\s(?:the|a|an|their|its)\s(?:[\w’'.-]+\s){0,4}$", re.IGNORECASE)
"""The same of a summit: accepts "on Monday, before the EU "; refuses "before they met at the"."""

BEFORE_REACH = 9

IN_WHAT_IS_TOLD = frozenset({"that", ":", "“", '"', "''", "``"})
TOLD_REACH = 15
"""Tokens from a word of briefing to the end of the council's name and the day beside it."""

COUNTED_IN = re.compile(
    r"\bfor the \w+ time (?:in )?$"
    r"|\b(?:our|their) (?:first|second|third|last|\w+th) (?:[\w-]+ )?(?:meeting|talks|summit) (?:of |in )?(?:the )?$",
    re.IGNORECASE,
)
"""Before a year: accepts "we are meeting for the third time ", "our fifth meeting of "; refuses "our meeting in "."""
COUNTED_REACH = 7

BESIDE_REACH = 9
"""Tokens from an occasion to its day, another being listed behind: "a round between the two here last May and"."""

ASIDE_REACH = 5
DAY_REACH = 8  # tokens from a journey to its day: "arrived in Kyiv late on"
HEAD_REACH = 4  # tokens before a day in which it is said whose it is

TRAVELS = re.compile(r"(?:travel|fly|flies|flew|head|go|goes|went|arrive|return|leave|left|continue|proceed)\w*", re.I)
AIM = re.compile(r"\b(?:for|to (?:join|attend|address|open|chair|co-chair)|to (?:take part|participate) in)\b")
"""What a journey is for: accepts "to Bern for the", "to join her president at the"; refuses "to Bern ahead of the"."""
AIM_BEHIND = 4  # tokens from an occasion to the verb that tells what it is for: "talks with Peru to end"
AIM_REACH = 14  # tokens from the journey to its aim: a place and a person with an office

DEATH = re.compile(
    r"\b(?:after|because of|due to|owing to|following|on account of|upon)\s(?:[\w’'.-]+\s){0,6}?"
    r"(?:deaths?|illness|heart attack|stroke|accidents?|killings?|murder|assassination|explosions?|bombings?|earthquake"
    r"|floods?|fire|crash|collapse|attacks?|coup|resignation|outbreak)\b(?:\sof\s(?:[\w’'.-]+\s?){1,6}?)?\s(?:(?:on|in|last"
    r"|at|late|early|there)\s){0,3}$",
    re.IGNORECASE,
)
"""Between an occasion and the day of what happened before: accepts " after the death of her brother on ", " because of
the flood in "; refuses " after the vote ended on ", " on the attacks in Peru on "."""

WILL_NEXT = re.compile(r"(?:\band|\bbut|,)\s(?:(?:he|she|they|it|then|now|instead)\s){0,2}will\s(?!be\b)[a-z]+\b")
"""Between what is over and a day: accepts " to Peru and will speak with her on "; refuses " with those who will speak
on ", " on trade and will be held on "."""

OCCASIONS = frozenset(
    "call meeting talks discussions conversation summit visit trip session round consultations videoconference "
    "teleconference".split()
)
GOING_ON_FROM = re.compile(
    r"\b(?:follow(?:s|ing|ed)? up (?:on|to)|in follow-?up to|build(?:s|ing)? (?:up)?on|further to) (?:[\w’'-]+ ){1,5}?"
    rf"(?:{'|'.join(sorted(OCCASIONS))})\b",
    re.IGNORECASE,
)
"""Behind what took place: an earlier occasion follows, whose day it is. Accepts "building on their meeting in Bern";
refuses "in Bern, building on trust"."""


THE_NEXT = re.compile(
    r",? and [^,;.]{0,50}?\b(?:looks? forward to|plans?|expects?|agreed (?:to|on)|will (?:hold|host))\b"
    r"[^,;.]{0,40}?\b(?:the|an?|their|its) (?:next|following|upcoming|forthcoming) (?!(?:day|week|month|year)s?\b)"
)
"""Behind an occasion: one like it is ahead, whose day it is. Accepts ", and she looks forward to the next Dialogue ";
refuses " and plan it over the next weeks"."""

COMES_AFTER = re.compile(
    r"\b(?:follow(?:s|ed)|c(?:ame|omes?) (?:\w+ ){0,3}(?:after|before|ahead of)) (?!on\b|by\b|in\b|up\b)", re.IGNORECASE
)
"""Behind an occasion, before another thing and its day: accepts "follows a row over fish"; refuses "which followed on
Monday"."""

OVER_BY_THEN = re.compile(
    r"^(?:After|Since|Following(?: up on)?|Building on|Further to|At the end of) (?:[\w’']+ ){0,6}$|"
    r"\b(?:following up on|building on|further to) (?:[\w’']+ ){0,5}$"
)
"""Before what is over when the rest happens: accepts "Following up on our "; refuses "a day after the"."""
YET_TO_COME = re.compile(r"\b(?:will|shall|(?:is|are|decided|agreed|resolved|arranged|promised) to)\b")

ASKING = re.compile(
    r"\b(?:request|appeal|call|ask|press|push|plea|bid|demand)(?:s|ed|ing)?\s(?:\w+\s){0,2}$", re.IGNORECASE
)
"""Before the day of asking for an occasion: accepts "make a formal request "; refuses "the ministers meet "."""

ASKED_FOR = re.compile(r"for (?:[\w-]+ ){0,4}$", re.IGNORECASE)
"""From that day to the occasion: accepts "for emergency "; refuses "to discuss the "."""


AGREEING = re.compile(
    r"\b(?:agreed|decided|pledged|vowed|promised|offered|resolved|proposed)\s(?:on\s)?(?:(?:late|early)\s)?$",
    re.IGNORECASE,
)
AGREED_TO = re.compile(r"(?:here )?to (?:(?!and\b|but\b)[\w’'-]+ ){0,7}$", re.IGNORECASE)
"""Before the day of agreeing, and from it to what is agreed: accept "agreed on (Tuesday)" and "to launch direct ";
refuse "met on (Tuesday)", "and to "."""


WITH_THE_NEXT = re.compile(
    r",? with (?:the|an?|their|its|plans for an?) "
    r"(?:next|second|third|fourth|fifth|further|new|another|final|follow-up) (?:(?!(?:at|after)\b)[\w-]+ ){0,4}$"
)
"""From the day of one occasion to the next one, of which no day is told: accepts ", with the next round of "; refuses
", with the "."""

FEASTS = frozenset("christmas easter thanksgiving ramadan eid passover nowruz pentecost whitsun diwali".split())
BOUNDS = frozenset("before by until till after since of".split())
"""Before a feast that but bounds a time: accepts "before (Christmas)"; refuses "on (Christmas)"."""


class DaysOfOthers(Numbering):
    """Which days near the trigger are another occasion's."""

    def _is_another_day(self, first: int, last: int) -> bool:
        """Whether the tokens of a day are said of another occasion than the trigger's."""
        return (
            self._is_first_day_of_another(first, last)
            or self._is_beyond_a_start(first)
            or self._is_of_one_beside(first, last)
            or self._is_in_anothers_name(first, last)
            or self._is_of_what_it_goes_on_from(first)
            or self._is_of_an_aside(first, last)
            or self._is_of_the_main_deed(first)
            or self._is_of_a_death(first)
            or self._is_of_the_next_deed(first)
            or self._is_of_a_journey_after_it(first, last)
            or self._is_of_what_came_first(first)
            or self._is_of_asking(first, last)
            or self._is_of_what_comes_of_it(first)
            or self._is_at_a_seam(last)
            or WITH_THE_NEXT.fullmatch(self._words(last, self.first) + " ") is not None
            or self._is_before_what_was_done_at_it(last)
            or self._is_year_counted_in(first, last)
            or self._is_bound_by_a_feast(first, last)
            or (self.trigger.name == "brief" and self._is_in_what_was_told(first, last))
        )

    def _is_bound_by_a_feast(self, first: int, last: int) -> bool:
        """Whether a feast only says before or after what it is ("will return before Christmas")."""
        is_feast = any(token.lower in FEASTS for token in self.tokens[first:last])
        return is_feast and first > self.sentence.first and self.tokens[first - 1].lower in BOUNDS

    def _is_year_counted_in(self, first: int, last: int) -> bool:
        """Whether a year is but that within which meetings are counted ("this is our third meeting this year")."""
        word = self.tokens[last - 1].lower
        is_year = word == "year" or (first == last - 1 and word.isdigit() and len(word) == len("2021"))
        return is_year and COUNTED_IN.search(self._words(first - COUNTED_REACH, first) + " ") is not None

    def _is_of_an_aside(self, first: int, last: int) -> bool:
        """Whether a day ahead ends an aside that tells of another occasion ("who met Y yesterday, receives Z")."""
        if last > self.first or self.tokens[last].text != ",":
            return False
        ahead = [start for start, _ in self.others if start < first]
        if not ahead:
            return False
        before = self.tokens[max(self.sentence.first, ahead[-1] - ASIDE_REACH) : ahead[-1]]
        return any(token.lower in {"who", "which", "whose"} for token in before)

    def _is_of_the_main_deed(self, first: int) -> bool:
        """Whether a day behind an aside about what was done before is of the main deed ("X, who met Y, flies on")."""
        token, main = self.tokens[self.first], tenses.governor(self.mentions, self.sentence, self.tokens[first])
        if main is None or main.index < self.last or main.dep in {"relcl", "acl"}:
            return False
        for _ in range(6):
            if token.dep == "relcl":
                closes = any(one.text == "," for one in self.tokens[self.last : main.index])
                return closes and self._is_told_as_over(token) and self._descends_from(self.tokens[token.head], main)
            if token.head == token.index or not self.sentence.first <= token.head < self.sentence.last:
                return False
            token = self.tokens[token.head]
        return False

    def _is_told_as_over(self, verb: Token) -> bool:
        """Whether a verb of an aside is in the past: "who met", "who had met"; not "who is meeting"."""
        return tenses.tense_of_verb(self.mentions, self.sentence, verb) in {Tense.PAST, Tense.PERFECT}

    def _descends_from(self, token: Token, verb: Token) -> bool:
        """Whether a token hangs on a verb by the parse, within a few steps."""
        for _ in range(5):
            if token.head == verb.index:
                return True
            token = self.tokens[token.head]
        return False

    def _is_of_the_next_deed(self, first: int) -> bool:
        """Whether a day behind what is over is of what will be done next ("put off a visit and will phone on Friday").

        A journey's or a talk's own day stands before that.
        """
        if first <= self.last or WILL_NEXT.search(self._words(self.last, first) + " ") is None:
            return False
        verb = self.tokens[self.first]
        if not verb.tag.startswith("VB"):
            governor = tenses.governor(self.mentions, self.sentence, self.tokens[self.last - 1])
            verb = governor if governor is not None else verb
        return self._is_told_as_over(verb)

    def _is_of_a_death(self, first: int) -> bool:
        """Whether a day is that of a death or the like which made an end of it ("cut short after her brother's death
        on Sunday")."""
        return first > self.last and DEATH.search(self._words(self.last, first) + " ") is not None

    def _is_behind_another_deed(self, first: int) -> bool:
        """Whether a day stands right behind another deed, this one further on ("met X on Sunday, will receive")."""
        is_deed = self.trigger.shape in {"encounter", "travel"} and not self.is_title
        return is_deed and any(end <= first <= end + DAY_REACH for _, end in self.others)

    def _is_of_a_journey_after_it(self, first: int, last: int) -> bool:
        """Whether a day ahead is that of a journey once this was over ("arrived on Monday after attending the")."""
        ahead = [start for start, end in self.others if start < first and first - end <= DAY_REACH]
        if last > self.first or not any(TRAVELS.fullmatch(self.tokens[start].lower) for start in ahead):
            return False
        after = self.tokens[last].lower if last < self.sentence.last else ""
        is_beside = self.trigger.shape in {"occasion", "visit"} and after in {"after", "following"}
        return is_beside and self.tokens[first - 1].lower not in {"day", "days"}

    def _has_its_day(self, start: int) -> bool:
        """Whether another trigger, between this one and a day, leaves that day to this one too."""
        is_listed = self._is_hosting_it(start) or self._is_listed_before(start)
        return is_listed or self._is_own_aim(start) or self._is_what_it_is_beside(start)

    def _is_of_what_it_goes_on_from(self, first: int) -> bool:
        """Whether a day behind the trigger is of an earlier occasion that this one goes on from, if one is named."""
        return first > self.last and GOING_ON_FROM.search(self._words(self.last, first)) is not None

    def _is_of_what_came_first(self, first: int) -> bool:
        """Whether a day behind the trigger is of what came before or comes next ("the talks follow the clashes of this
        week", "held the third Dialogue and plan the next one in May")."""
        if first <= self.last:
            return False
        between = self._words(self.last, first) + " "
        return any(told.search(between) is not None for told in (COMES_AFTER, THE_NEXT))

    def _is_of_asking(self, first: int, last: int) -> bool:
        """Whether a day is but that on which it is asked for or agreed ("agreed on Monday to hold talks")."""
        if last > self.first:
            return False
        if AGREED_TO.fullmatch(self._words(last, self.first) + " ") is not None:
            return AGREEING.search(self._words(first - HEAD_REACH, first) + " ") is not None
        if ASKED_FOR.fullmatch(self._words(last, self.first) + " ") is None:
            return False
        return ASKING.search(self._words(first - HEAD_REACH, first) + " ") is not None

    def _is_of_what_comes_of_it(self, first: int) -> bool:
        """Whether a day behind what is over is of what comes next ("after our talks in Bern we will hold today a")."""
        if first < self.last or OVER_BY_THEN.search(self._before_words(BEFORE_REACH) + " ") is None:
            return False
        return YET_TO_COME.search(self._words(self.last, first)) is not None

    def _is_weekday_of_aim(self, first: int, verb: Token) -> bool:
        """Whether what the occasion is for stands between it and the day of the week ("held talks to end the war on
        Thursday")."""
        is_aim = verb.tag == "VB" and 0 < verb.index - self.last <= AIM_BEHIND and self.last <= verb.index < first
        has_object = any(one.head == verb.index and one.dep == "dobj" for one in self.tokens[verb.index : first])
        is_weekday = self.tokens[first].lower in WEEKDAY_NAMES and self.tokens[first - 1].lower == "on"
        return is_aim and is_weekday and has_object and self.tokens[verb.index - 1].lower == "to"

    def _is_at_a_seam(self, last: int) -> bool:
        """Whether a day ends a headline that runs into the sentence ("protests on Friday A mission has left")."""
        return last < self.first and self.tokens[last].text in {"A", "An", "The"}

    def _is_before_what_was_done_at_it(self, last: int) -> bool:
        """Whether a day stands before what was done at it ("awaits a reply on Monday to ideas put forward at")."""
        if last > self.first:
            return False
        done = {token.index for token in self.tokens[last : self.first] if token.tag == "VBN" and token.dep == "acl"}
        token = self.tokens[self.last - 1]
        for _ in range(8):
            if token.index in done:
                return True
            if token.head == token.index or not self.sentence.first <= token.head < self.sentence.last:
                break
            token = self.tokens[token.head]
        return False

    def _start_of_what_is_before(self) -> int:
        """Where words begin that set what is told ahead of them before the occasion ("to prepare for the"); else 0."""
        words = self._before_words(BEFORE_REACH) + " "
        match = AHEAD_OF.search(words)
        if match is None and self.trigger.kind is MeetingKind.SUMMIT:
            match = BEFORE_IT.search(words)
        return self.tokens[max(self.sentence.first, self.first - BEFORE_REACH)].start + match.start() if match else 0

    def _is_of_one_beside(self, first: int, last: int) -> bool:
        """Whether a day belongs to the noun listed before this one ("a visit on Monday by X and a trip to Oslo")."""
        if last > self.first or self.trigger.shape not in {"occasion", "visit"}:
            return False
        between = self.tokens[last : self.first]
        joints = [token.index for token in between if token.lower == "and"]
        if not joints or any(token.tag in FINITE_TAGS | {"VB", "VBG"} for token in between):
            return False
        is_new = joints[-1] + 1 < self.first and self.tokens[joints[-1] + 1].pos == "DET"
        before = self.tokens[max(self.sentence.first, first - 3) : first]
        return (
            is_new
            and any(end > first - BESIDE_REACH for _, end in self.others if end <= first)
            and not any(token.lower == "," for token in before)
        )

    def _is_in_anothers_name(self, first: int, last: int) -> bool:
        """Whether another occasion is named by the day ("spoke with him, building on their June 16 meeting")."""
        owners = {"DET", "PRON", "PART"}  # the, their, 's
        is_owned = first > self.sentence.first and self.tokens[first - 1].pos in owners
        is_here = last < self.sentence.last and not self.first <= last < self.last
        return is_owned and is_here and self.tokens[last].lower in OCCASIONS

    def _is_in_what_was_told(self, first: int, last: int) -> bool:
        """Whether a day stands in what a council was told ("the fighting since May … , she told the council")."""
        if first >= self.last:
            between = {token.lower for token in self.tokens[self.last : first]}
            return first - self.last > TOLD_REACH or bool(IN_WHAT_IS_TOLD & between)
        return last + HEAD_REACH < self.first and first - self.sentence.first > HEAD_REACH

    def _is_what_they_come_for(self, last: int) -> bool:
        """Whether all between a day and the trigger is the way to it ("leaves on Monday by way of Bern for")."""
        between = self.tokens[last : self.first]
        words = [token.lower for token in between]
        if self.trigger.shape != "occasion" or APART & set(words):
            return False
        is_plain = not any(token.tag in FINITE_TAGS for token in between[1:])
        return (is_plain and "for" in words[-5:]) or self._is_aim_of_journey(last)

    def _is_aim_of_journey(self, last: int) -> bool:
        """Whether one journey on that day is for it ("on 4 May she will travel to Bern to attend the summit")."""
        ends = [end for start, end in self.others if last <= start < self.first]
        if len(ends) == 1 and is_done_there(self._words(ends[0] - 2, self.first)):
            return True
        if len(ends) != 1 or not any(TRAVELS.fullmatch(one.text) for one in self.tokens[ends[0] - 2 : ends[0]]):
            return False
        behind = self.tokens[ends[0] : self.first]
        is_plain = not any(token.tag in FINITE_TAGS for token in behind) and len(behind) <= AIM_REACH
        return is_plain and AIM.search(self._words(ends[0], self.first) + " ") is not None

    def _is_beyond_a_start(self, first: int) -> bool:
        """Whether a day after the occasion says since when something is so ("the first to visit since the war in")."""
        return "since" in [token.lower for token in self.tokens[self.last : first]]

    def _is_first_day_of_another(self, first: int, last: int) -> bool:
        """Whether a day is the one from which another occasion lasts ("will visit Oslo from 3 May and hold talks")."""
        if last > self.first or self.tokens[first - 1].lower != "from":
            return False
        before = [token.lower for token in self.tokens[last : self.first]]
        return "and" in before and any(end <= first for _, end in self.others)
