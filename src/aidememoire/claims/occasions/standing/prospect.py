"""Prospect: whether an occasion without a tense of its own lies ahead, or goes on, by what it hangs on.

``outlook`` goes by the words close to it. Here the verb that it hangs on counts, however far up the sentence ("will
speak in Oslo before travelling to Riga to attend the talks"), the form of the report (a day's schedule tells its hours
in the present tense), and what an arrival means: who arrived is still there.
"""

import re
from dataclasses import replace
from datetime import timedelta
from itertools import islice, pairwise

from aidememoire.claims import tenses
from aidememoire.claims.occasions.parties.participation import mentions_between
from aidememoire.claims.occasions.standing.outlook import IT_WILL_BE, Outlook
from aidememoire.claims.occasions.standing.standing import RECENT
from aidememoire.claims.tenses import Tense
from aidememoire.knowledge.calendar_names import A_WEEKDAY
from aidememoire.model import BlockRole, Granularity, MeetingKind, MeetingState, TimeMention, Token, When

AS_WAS_SAID = re.compile(
    r"As (?:[\w’'.-]+ ){1,6}?(?:announced|said|mentioned|noted|reported|stated|indicated|told (?:\w+ ){1,3}?)\b[^,;:]*"
)
"""From a sentence's head to a day that is but that of the saying: accepts "As we announced "; refuses "As announced, on
"."""

YET_TO_BE_HELD = re.compile(r",? (?:that|which) (?:will|shall|is to|are to|is due to|are due to)\b")
"""Behind an occasion: accepts " that will be held"; refuses ", which said it will"."""

SCHEDULE = re.compile(r"\b(?:schedule|diary|week ahead)\b", re.IGNORECASE)
"""In a title: accepts "Public Schedule – May 4", "The minister's diary"; refuses "Scheduled flights"."""

NEXT_LEG = re.compile(r"\b(?:then|thereafter|afterwards?|after that|from there|next|later)\b|\bon to\b", re.IGNORECASE)
"""With a journey: accepts "Thereafter the minister travels", "he flies on to"; refuses "she travels to"."""

ONWARD = re.compile(r"(?:flies|goes|travels|heads|moves|continues|proceeds) on(?:ward)? to\b", re.IGNORECASE)

WILL = re.compile(r"\b(?:will|shall|is to|are to|is due to|are due to|plans? to)\b")

AHEAD = frozenset({Tense.FUTURE, Tense.CONDITIONAL})
BEHIND = frozenset({Tense.PAST, Tense.PERFECT, Tense.ONGOING})

STEPS = 9
"""Heads climbed from an occasion to the verb that says when: "due to speak in Oslo before travelling to attend it"."""

THEN = frozenset(("when", "once", "before", "until", "as", "while"))
"""What joins to a deed ahead another one in the present tense."""

ASKING = frozenset(("invite", "agree", "promise", "plan", "intend"))
"""Deeds of which what hangs on them, without a tense, is ahead: "invited her to visit Oslo to attend the summit"."""

FIXED = frozenset({"schedule", "plan", "slate", "arrange", "envisage", "foresee"})
"""What is done with an occasion beforehand: accepts "is scheduled"; refuses "is held"."""
DUE = frozenset(("due", "likely", "set", "slated", "expected", "scheduled", "ready", "poised", "supposed"))
"""Between "is" and "to": accepts "was due to"; refuses "was unable to"."""

FORWARD = re.compile(
    r"\blook(?:s|ed|ing)? forward to (?:return\w*|visit\w*|travel\w*|go\w*|com\w*|attend\w*|host\w*|welcom\w+|receiv\w+"
    r"|conven\w+|hold\w*)\b(?:(?! and (?:[a-z]+ed|said|met)\b)[^,;:])*$"
)
"""Before an occasion: accepts "looks forward to returning to Lima for", "look forward to hosting their counterparts for
the annual"; refuses "look forward to the results of", "looks forward to visiting Lima and praised the"."""

LATER_THIS = re.compile(
    r"(?:later|further on) (?:this|in the) (?:week|month|year|spring|summer|autumn|fall|winter)\b", re.IGNORECASE
)
"""A time that is still to come, if the deed isn't told as past: accepts "later this year"; refuses "this year"."""

PREPARED = re.compile(
    r"\b(?:discuss\w*|consider\w*|review\w*|examin\w+|coordinat\w+|agree[ds]?(?: on)?|work\w* on|talked about"
    r"|spoke about|touched up\w* on|focus\w* on|exchang\w+ views on|dealt with"
    r"|(?:matters|issues) related to)\s[^,;:]{0,60}?"
    r"\b(?:preparations? (?:for|of)|(?:practical|organi[sz]ational) (?:aspects|matters|issues|details|arrangements)"
    r" (?:of|for|related to)|arrangements for|agenda (?:of|for)|organi[sz]ation of|program(?:me)? (?:of|for)"
    r"|schedule (?:of|for)|dates? (?:of|for)|timing of|timeframe for|modalities (?:of|for))\s[^,;:]{0,110}$",
    re.IGNORECASE,
)
"""Before an occasion that is only prepared. Accepts "discussed preparations for the regular meeting of the Council and
the second (summit)", "discussed practical aspects of a working (visit)"; refuses "discussed the results of the",
"agreed at the"."""

COMING_UP = re.compile(r"\s*(?:coming up|to come|around the corner|looming)\b", re.IGNORECASE)
"""Right behind it."""

ARRIVED = re.compile(r"arriv", re.IGNORECASE)
CAME = re.compile(r"came\b", re.IGNORECASE)
ON_A_STAY = re.compile(r"\bon (?:a|an|his|her|their) (?:[\w-]+ ){0,4}?(?:visit|trip|tour)\b", re.IGNORECASE)
GONE = re.compile(
    r"\b(?:left|departed|returned|flew (?:home|back|on)|concluded|wrapped up|ended|last (?:week|month|year)|earlier)\b",
    re.IGNORECASE,
)
"""Who arrived may have gone since. Accepts "and left for"; refuses "and leaves on Friday"."""

TRAVEL_TO = re.compile(r"['’](?:s)? (?:[A-Z]\w+ )?(?:Travel|Trip|Visit) to\b|\bto (?:Travel|Visit|Attend|Lead|Host)\b")
"""In the headline of an announcement: accepts "Secretary X’s Travel to Peru", "X to Lead"; refuses "Visit of X"."""
IS_TO_BE_MADE = re.compile(
    r"\bwill (?:\w+ )?(?:travel|visit|accompany|lead|attend|represent|depart|be in)\b"
    r"|\b(?:announced? the designation|today announced)\b"
)
WAS_MADE = re.compile(r"\b(?:travell?ed|visited|met|led|concluded|returned)\b")
"""What the first sentences of an account of a journey tell once it is over."""

WHERE_HE_WILL = re.compile(r",? where (?:he|she|they) (?:will|is to|are to|is due to|is expected to)\b")
THEN_WILL = re.compile(r", and (?:then |later )?(?:will|would|is to|are to|plans to)\b")
"""Behind the day of another deed: accepts "brief it on Thursday, and will"; refuses "meet on Thursday and Friday"."""
HAS_COME = re.compile(r"\b(?:arrived|came|flew|travell?ed|went)\b")
"""Before a day that is that of the arrival: accepts "arrived in Oslo (today), where she will"; refuses "will fly"."""

DAY_BEFORE = re.compile(r"(?:on )?(?:the )?(?:day before|previous day)", re.IGNORECASE)
AND_WHAT = re.compile(r"\s+(?!and\b|but\b|in\b|at\b|with\b)\w")
"""Behind "the day before" that is before something: accepts " the summit"; refuses ".", " in Oslo"."""

SITTINGS = frozenset({"round", "session", "series"})
OPENING = frozenset("open begin start kick launch resume restart reopen".split())
"""Deeds by which talks go on from then."""

ENDED_NEXT = re.compile(
    r"\s+(?:The|This|These) (?:[\w-]+ ){0,3}(?:talks|round|meeting|session|negotiations|consultations)"
    r" (?:was held|were held|took place|ended|concluded|lasted|broke up)\b"
)
"""Behind the sentence that tells of it: accepts " The 61st round was held"; refuses " The talks are held"."""
ENDED_REACH = 90

ON_NTH_DAY = re.compile(
    r"\b(?:is|are) (?:now )?(?:on|in) (?:the|his|her|their|its) (?:first|second|third|fourth|fifth|last|final|\w+th) "
    r"day of (?:[\w-]+ ){0,4}$",
    re.IGNORECASE,
)
"""Before it: accepts "is on the second day of his"; refuses "spoke on the second day of his"."""

CLOCK = re.compile(
    r"(?:around |about )?\d{1,2}(?:[.:]\d\d)? ?(?:[ap]\.?m\.?)?(?: (?:local time|GMT|hours?))?", re.IGNORECASE
)
"""A time that is but an hour: accepts "9.30 am"; refuses "9.30 today", "noon on Friday"."""

HOUR_REACH = 12  # code points from an hour to its day: ", this past "

ON_THE_WAY = re.compile(r"\bway to\b|\ben route\b", re.IGNORECASE)

EVENT_YEAR = re.compile(r"(?<=[a-z] )(?:19|20)\d\d(?= (?:[A-Z][a-z]+ ){1,3}[A-Z]?)")
"""A year in a name. Accepts "Oslo (2020) Winter Games"; refuses "in 2020 the Winter Games", "Oslo 2020"."""
BEFORE_NAME = re.compile(r"(?:^|[^\w])(?!In|Since|By|Of|During|May|March|June|July|April|August)[A-Z][a-z]+ $")

WEEKDAYS = re.compile(rf"(?:{A_WEEKDAY}|and|to|through|or|[ –,-])+", re.IGNORECASE)
"""Days of no named week: accepts "Friday and Saturday"; refuses "last Friday and Saturday"."""
WEEK = 7

FIRST_SENTENCES = 4
REACH_BEHIND = 3
REACH_BEFORE = 12
REACH_FORWARD = 26


LOOKED_FORWARD = re.compile(
    r"\blook(?:s|ed|ing)? forward to [^.;,]{0,60}?\b(?:at|during|in|to) (?:the|an?|their|this|next) (?:[\w’'-]+ ){0,5}$"
)
"""Before an occasion at which those who talk will meet: accepts "looked forward to seeing each other at the Andean ";
refuses "looked forward at the "."""

LOOKED_FORWARD_REACH = 16  # tokens
OF_A_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\blast\b|\bago\b")
"""In a day: accepts "June 2019", "last June"; refuses "June"."""


def _next_one(when: When, words: str) -> When:
    """The next Monday or September, where words of no year were read as the last one's."""
    if OF_A_YEAR.search(words):
        return when
    if WEEKDAYS.fullmatch(words):
        return When(when.first + timedelta(WEEK), when.last + timedelta(WEEK), when.granularity)
    if when.granularity is Granularity.MONTH:
        first = when.first.replace(year=when.first.year + 1)
        return When(first, (first + timedelta(31)).replace(day=1) - timedelta(1), when.granularity)
    return when


class Prospect(Outlook):
    """What has become of an occasion that its own words leave open."""

    def _state(self, tense: Tense, time: TimeMention | None) -> MeetingState:
        """The state; what was held by its words alone may be ahead by its day, or by what else the report tells."""
        state = super()._state(tense, time)
        when = time.when if time else None
        on = self.mentions.on
        if state is MeetingState.ONGOING and self.trigger.name == "travel" and ON_THE_WAY.search(self._own_words()):
            return MeetingState.PLANNED
        if state is not MeetingState.HELD or self.trigger.state is not None:
            return state
        if on is not None and when is not None and (on - when.last).days > 1:
            return state
        if self.trigger.shape in {"occasion", "visit"} and RECENT.search(self._before_words(6) + " "):
            return state
        if self._is_on_a_schedule(tense) or self._is_next_leg(tense) or self._is_fixed(tense):
            return MeetingState.PLANNED
        if time is not None and tense not in BEHIND and LATER_THIS.match(self.mentions.words(time.span)):
            return MeetingState.PLANNED
        is_over = on is not None and when is not None and when.last < on
        if not is_over and (self._is_in_announcement() or self._is_coming_up() or self._hangs_on_what_is_ahead()):
            return MeetingState.PLANNED
        if (
            self._has_arrived(tense)
            or self._is_on_its_nth_day(tense)
            or (not is_over and (self._has_opened(tense) or self._is_attended_now()))
        ):
            return MeetingState.ONGOING
        return state

    def _is_fixed(self, tense: Tense) -> bool:
        """Whether it is but fixed, and no more is said ("a meeting is scheduled"; not "was scheduled", "is held")."""
        noun = self.tokens[self.last - 1]
        is_subject = noun.dep == "nsubjpass" and self.trigger.shape in {"occasion", "visit"}
        return is_subject and tense is Tense.PRESENT and self.tokens[noun.head].lemma in FIXED

    def _is_to_come(self, tense: Tense) -> bool:
        """Whether it is on the diary, or hangs on what is ahead."""
        return super()._is_to_come(tense) or self._hangs_on_what_is_ahead()

    def _in_tense(self, time: TimeMention, tense: Tense) -> TimeMention:
        """The time in the reading that the tense asks for; days of the week just over are those of the next week."""
        found = super()._in_tense(time, tense)
        on, when = self.mentions.on, found.when
        if on is not None and when is not None and when.last < on and self._is_looked_forward_to():
            return replace(found, when=_next_one(when, self.mentions.words(found.span)))
        if on is None or when is None or tense not in AHEAD or when.granularity is not Granularity.INTERVAL:
            return found
        is_open = WEEKDAYS.fullmatch(self.mentions.words(found.span)) is not None
        if not is_open or not 0 < (on - when.last).days < WEEK:
            return found
        week = timedelta(WEEK)
        return replace(found, when=When(when.first + week, when.last + week, Granularity.INTERVAL))

    def _time(self) -> TimeMention | None:
        """The day that its words give, not the year in an event's name ("the Oslo 2020 Winter Games")."""
        time = super()._time()
        if time is not None and self._is_definite() and CLOCK.fullmatch(self.mentions.words(time.span)):
            time = self._day_beside(time)  # an hour of that day, or of the one told of before
        if time is None or self._is_year_of_an_event(time) or self._is_of_another_clause(time):
            return None
        return self._day_before_report(time) or time

    def _day_beside(self, hour: TimeMention) -> TimeMention | None:
        """The day that stands right behind an hour ("at 9.30 am on Friday")."""
        times = mentions_between(self.mentions.times, hour.span.end, hour.span.end + HOUR_REACH)
        return next((one for one in times if one.type == "DATE" and one.when is not None), None)

    def _is_year_of_an_event(self, time: TimeMention) -> bool:
        text, start = self.mentions.report.text, time.span.start
        return (
            EVENT_YEAR.match(text, start) is not None
            and BEFORE_NAME.search(text[max(0, start - 24) : start]) is not None
        )

    def _is_of_another_clause(self, time: TimeMention) -> bool:
        """Whether it tells when one arrived who is yet to meet, or what somebody said on the occasion happened."""
        text = self.mentions.report.text
        if time.span.end <= self.span.start:
            if AS_WAS_SAID.fullmatch(text, self.sentence.span.start, time.span.start) is not None:
                return True
            is_noun = self.trigger.shape in {"occasion", "visit"}
            if is_noun and YET_TO_BE_HELD.match(text, self.span.end, self.sentence.span.end) is not None:
                return True
            if THEN_WILL.match(text, time.span.end, self.span.start) is not None:
                return True
            is_where = WHERE_HE_WILL.match(text, time.span.end, self.span.start) is not None
            return is_where and HAS_COME.search(text, self.sentence.span.start, time.span.start) is not None
        if self.trigger.shape not in {"occasion", "visit"} or self.is_title:
            return False
        if IT_WILL_BE.fullmatch(text, self.span.end, time.span.start):
            return False
        first, last = self.last, self.sentence.last
        between = [one for one in self.tokens[first:last] if one.start < time.span.start]
        return any(one.lower == "that" and one.tag == "IN" and one.dep == "mark" for one in between)

    def _day_before_report(self, time: TimeMention) -> TimeMention | None:
        """The day before a government's report of its meetings, which is its "the day before"."""
        on = self.mentions.on
        if on is None or self.mentions.report.side is None or not DAY_BEFORE.fullmatch(self.mentions.words(time.span)):
            return None
        if AND_WHAT.match(self.mentions.report.text, time.span.end):
            return None
        return replace(time, when=When.day(on - timedelta(1)))

    def _own_words(self) -> str:
        return self.mentions.words(self.span)

    def _has_opened(self, tense: Tense) -> bool:
        """Whether the press tells that talks have been opened, which then go on ("opened talks with")."""
        is_noun = self.trigger.shape == "occasion" and self.trigger.kind is not MeetingKind.CEREMONY
        if (
            not is_noun
            or tense not in {Tense.PAST, Tense.PERFECT}
            or self.mentions.report.side is not None
            or self.is_title
        ):
            return False
        noun = self.tokens[self.last - 1]
        if noun.dep == "pobj" and self.tokens[self.tokens[noun.head].head].lower in SITTINGS:
            noun = self.tokens[self.tokens[noun.head].head]  # "the second round of talks has opened"
        verb = self.tokens[noun.head]
        is_its = noun.dep in {"dobj", "nsubj"} or (verb.dep == "relcl" and verb.head == noun.index)
        if not is_its or verb.lemma not in OPENING or GONE.search(self.mentions.words(self.sentence.span)):
            return False
        end = self.sentence.span.end
        return ENDED_NEXT.match(self.mentions.report.text, end, end + ENDED_REACH) is None

    def _is_on_its_nth_day(self, tense: Tense) -> bool:
        """Whether somebody is said to be on some day of it ("is on the second day of his visit")."""
        is_noun = self.trigger.shape in {"occasion", "visit"} and tense is Tense.PRESENT
        return is_noun and ON_NTH_DAY.search(self._before_words(REACH_BEFORE) + " ") is not None

    def _is_attended_now(self) -> bool:
        """Whether those who attend it are named by that ("the delegation attending the talks in Oslo said")."""
        verb = tenses.governor(self.mentions, self.sentence, self.tokens[self.last - 1])
        if self.is_title or verb is None or verb.lower not in {"attending", "hosting"} or verb.dep != "acl":
            return False
        return self.trigger.shape == "occasion" and verb.index < self.first

    def _is_on_a_schedule(self, tense: Tense) -> bool:
        """Whether it is in the schedule of a day, by the title, and not told of as past."""
        if tense not in {Tense.PRESENT, Tense.NONE} or self.mentions.report.side is None:
            return False
        blocks = self.mentions.report.blocks
        titles = [one for one in self.mentions.sentences[:3] if blocks[one.block].role is BlockRole.TITLE]
        return any(SCHEDULE.search(self.mentions.words(one.span)) for one in titles)

    def _is_next_leg(self, tense: Tense) -> bool:
        """Whether a journey told in the present tense follows one that is ahead ("from there she flies on to Lima")."""
        if self.trigger.shape != "travel" or tense is not Tense.PRESENT:
            return False
        if ONWARD.match(self.mentions.words(self.span)):
            return True
        if NEXT_LEG.search(self._words(self.sentence.first, self.last + REACH_BEHIND)) is None:
            return False
        before = self.mentions.sentences[max(0, self.sentence.index - 1) : self.sentence.index]
        words = " ".join(self.mentions.words(one.span) for one in before)
        return WILL.search(f"{words} {self._words(self.sentence.first, self.first)}") is not None

    def _is_in_announcement(self) -> bool:
        """Whether a government's headline names a journey to be made ("Secretary X’s Travel to Peru")."""
        if not self.is_title or self.mentions.report.side is None:
            return False
        if TRAVEL_TO.search(self.mentions.words(self.sentence.span)) is None:
            return False
        blocks = self.mentions.report.blocks
        body = (one for one in self.mentions.sentences if blocks[one.block].role is BlockRole.BODY)
        told = [self.mentions.words(one.span) for one in islice(body, FIRST_SENTENCES)]
        is_ahead = any(IS_TO_BE_MADE.search(words) for words in told)
        return is_ahead and not any(WAS_MADE.search(words) for words in told)

    def _is_coming_up(self) -> bool:
        if self.trigger.shape not in {"occasion", "visit"} or self.is_title:
            return False
        if FORWARD.search(self._before_words(REACH_FORWARD) + " "):
            return True
        if PREPARED.search(self._before_words(REACH_FORWARD) + " "):
            return True
        return COMING_UP.match(self._after_words(REACH_BEHIND)) is not None

    def _is_looked_forward_to(self) -> bool:
        """Whether those who talk are to meet at it ("looked forward to seeing each other at the summit")."""
        before = self._before_words(LOOKED_FORWARD_REACH) + " "
        return self.trigger.shape == "occasion" and LOOKED_FORWARD.search(before) is not None

    def _hangs_on_what_is_ahead(self) -> bool:
        """Whether the deed that it hangs on lies ahead, with nothing past between them, and not only its outcome."""
        if self.is_title or self._has_had_a_result():
            return False
        if self._is_looked_forward_to():
            return True
        token = next((one for one in self.tokens[self.first : self.last] if one.pos == "VERB"), None)
        token = token or tenses.governor(self.mentions, self.sentence, self.tokens[self.last - 1])
        if token is None or (self.trigger.shape in {"occasion", "visit"} and not self._is_through_a_deed(token)):
            return False
        for _ in range(STEPS):
            is_verb = token.pos in {"VERB", "AUX"}
            tense = tenses.tense_of_verb(self.mentions, self.sentence, token) if is_verb else Tense.NONE
            if tense in AHEAD or (is_verb and self._is_due_to(token)):
                return token.index < self.first
            if tense in BEHIND and token.lemma in ASKING and token.index < self.first:
                return True
            if tense in BEHIND or (tense is Tense.PRESENT and not self._is_joined_by_then(token)):
                return False
            if token.head == token.index or not self.sentence.first <= token.head < self.sentence.last:
                return False
            token = self.tokens[token.head]
        return False

    def _is_through_a_deed(self, verb: Token) -> bool:
        """Whether a verb without tense stands right before a noun, as what is done with it ("to attend the talks")."""
        return verb.index < self.first and (verb.tag in {"VB", "VBG", "VBP"} or self._is_joined_by_then(verb))

    def _is_joined_by_then(self, verb: Token) -> bool:
        """Whether a verb in the present tense tells of the time of another deed ("when she arrives")."""
        if verb.tag not in {"VBZ", "VBP"}:
            return False
        before = self.tokens[max(self.sentence.first, verb.index - 8) : verb.index]
        return any(one.head == verb.index and one.lower in THEN for one in before)

    def _is_due_to(self, verb: Token) -> bool:
        """Whether something is due at a verb ("was due to hold")."""
        after = [token.lower for token in self.tokens[verb.index : min(self.sentence.last, verb.index + 4)]]
        if verb.lower in DUE:
            return len(after) > 1 and after[1] == "to"
        return any(one in DUE and other == "to" for one, other in pairwise(after[1:]))

    def _has_arrived(self, tense: Tense) -> bool:
        """Whether somebody has come on a visit, and is not said to have gone ("arrived in Oslo")."""
        if self.trigger.kind is not MeetingKind.VISIT or self.is_title or tense not in {Tense.PAST, Tense.PERFECT}:
            return False
        words = self.mentions.words(self.span)
        rest = self.mentions.words(self.sentence.span)
        if GONE.search(rest) is not None:
            return False
        return ARRIVED.match(words) is not None or (
            CAME.match(words) is not None and ON_A_STAY.search(rest) is not None
        )
