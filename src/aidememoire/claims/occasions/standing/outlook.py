"""Outlook: whether an occasion is ahead, under way or over by the words close to it, whatever the tense around it.

``standing`` goes by the verb that an occasion belongs to. That verb often tells of something else: "the envoy is
working ahead of the summit", "he was to brief the council on last week's visit". What stands right before the noun,
and a day that is over, say more.
"""

import re
from collections.abc import Iterable

from aidememoire.claims import tenses
from aidememoire.claims.occasions.parties.participation import mentions_between, mentions_within
from aidememoire.claims.occasions.parties.turns import turn_at
from aidememoire.claims.occasions.standing.foreseen import (
    DEPARTING_TO,
    LEFT_TO,
    LOOKED_AHEAD_TO,
    PUSHED_FOR,
    TELLS_ITS_DAY,
    THOUGHT_OF,
    THOUGHT_OF_ONE,
    is_foreseen,
)
from aidememoire.claims.occasions.standing.holding import Holding
from aidememoire.claims.occasions.standing.standing import SINCE
from aidememoire.claims.occasions.standing.unfulfilled import (
    came_to_nothing,
    fate_of_fixed,
    fate_of_plan,
    is_hoped_for,
    is_only_hoped,
    was_not_held_as_fixed,
)
from aidememoire.claims.occasions.words.nouns import any_of
from aidememoire.claims.tenses import Tense
from aidememoire.knowledge.number_words import cardinals
from aidememoire.model import FINITE_TAGS, TOOK_PLACE, MeetingState, TimeMention, When

AHEAD_OF = re.compile(
    r"\b(?:on the eve of|eve of|ahead of|in advance of|arrangements for|preparations? for|groundwork for|way for|"
    rf"prepar(?:e|es|ed|ing) for|preparatory to|{any_of('ahead')}|expected|planned|scheduled|proposed and planned|"
    r"(?:look|looks|looked|looking) forward to|"
    r"(?:am|are|is|[’'](?:m|re|s)) (?:soon |now |all )?(?:going|heading|headed) (?:in)?to)"
    r"(?:\s(?!(?:with|and|to|by)\b)[\w’'.-]+){0,5}\s*$",
    re.IGNORECASE,
)
"""Before what is yet to be held. Accepts "ahead of Friday's", "the expected", "we are going into the"; refuses "ahead
of talks with", "went into the"."""

EVE_OF = re.compile(r"(?:on the )?eve of\b", re.IGNORECASE)
"""Words that tell the day themselves: accepts "eve of the"; refuses "ahead of the"."""

SETTING_OUT = re.compile(r"(?:head|fly|travel|leave|depart|send|dispatch|return|go)\w*|flying", re.IGNORECASE)
"""Verbs of which "is … -ing" tells of a journey about to begin: "is heading to Oslo", "is sending a team to Oslo"."""

SOME_TIME_BEFORE = re.compile(
    rf"\b(?:an?|{'|'.join(cardinals(1, 10))}|\d+|several|a few|just|only) (?:hours?|days?|weeks?|months?) before "
    r"(?:the|their|his|her|its|an?|[A-Z]\w+[’']s) (?:[\w’'.-]+ ){0,4}$",
    re.IGNORECASE,
)
"""Before an occasion, where nothing else in the sentence is long over: accepts "on Friday, a week before their ";
refuses "in May 2009, a week before their "."""

REMARKS_AT = re.compile(
    r"\bremarks\b.{0,80}\b(?:at|during|in) (?:the |a |their |his |her )?(?:[\w.’'-]+ ){0,3}$", re.IGNORECASE
)
"""In a headline: accepts "Remarks by X at the Oslo", said there and then; refuses "Remarks on the Oslo"."""

OUTCOME_OF = re.compile(
    r"\b(?:(?:results?|outcomes?|findings|conclusions|decisions) (?:of|from|at)"
    r"|(?:give|provide|issue|offer|make) (?:an?|its|his|her|the|more|some) "
    r"(?:more )?(?:\w+ )?(?:comments?|statements?|accounts?|assessments?) (?:on|about|of)) (?!(?:[\w-]+ ){0,2}?"
    rf"(?:next|{any_of('ahead')}|planned|possible)\b)(?:[\w’'.-]+ ){{0,4}}$",
    re.IGNORECASE,
)
"""Before what has had a result, or is yet to be commented on: accepts "the outcome of the Oslo", "will give a statement
on the"; refuses "the outcome of the upcoming", "will speak at the"."""

RESOLVING = frozenset("agree decide vow pledge promise choose resolve refuse decline".split())
"""What talks end in: accepts "agreed to pay after talks"; refuses "is to pay after talks"."""

AFTER_IT = re.compile(r"\b(?:after|(?<!the )following) (?:[\w’'-]+ ){0,3}$", re.IGNORECASE)
AFTER_AT_HEAD = re.compile(r"(?:After|Following|During|At) (?:the|their|this|these) (?:[\w’'-]+ ){0,2}")
WILL_THEN = re.compile(
    r"\s?,\s?(?:(?!that\b|said\b|who\b)[\w.’'-]+,?\s){1,12}?"
    r"(?:will|(?:is|are)\s(?:also\s)?(?:expected|due|scheduled|set)\sto|(?:plan|intend)s?\sto)\s(?:also\s)?[a-z]+"
)
"""Behind an occasion at a sentence's head: accepts ", the presidents will address", ", they are expected to review";
refuses ", he said she will", ", they were expected to"."""

MOVED_TO = re.compile(
    r"(?:(?!\b(?:and (?:the|an?|its|their)|but|while|whose|who|said)\b)[^.;:]){0,80}?\b"
    r"(?:moved|postponed|put (?:off|back)|pushed back|rescheduled|shifted|deferred|delayed|brought forward)\s"
    r"(?:from [\w ]{2,20} )?(?:to|until|till)\s(?:the\s)?",
    re.IGNORECASE,
)
"""Between an occasion and the day to which it was moved: accepts " with Peru has been moved from May to "; refuses
" was held and the summit was moved to ", " was postponed on "."""
MOVING = re.compile(
    r"\b(?:postpon|put(?:s|ting)? (?:off|back)|pushed back|reschedul|shift|deferr?|delay|mov|brought forward)\w*\s"
    r"(?:(?!(?:to|for|from|until)\b)[\w’'-]+\s){0,5}$",
    re.IGNORECASE,
)
FROM_ONE_TO = re.compile(
    r"(?:(?!\b(?:and|but|while|who|which|said)\b)[^.;:,]){0,60}?\sfrom [\w ]{2,20}? (?:to|until|till)\s(?:the\s)?",
    re.IGNORECASE,
)
"""Before an occasion and behind it, up to the day to which it is moved: accept "postponed his " and " to Peru from
Thursday to "; refuse "spoke of his " and " to Peru from Thursday to "."""
WHEN = re.compile(r"\b(?:when|once|until|before) (?:[\w.’'-]+ ){1,8}$", re.IGNORECASE)

LEAVING_REACH = 16  # tokens
FORESEEN_REACH = 26
"""Tokens around an occasion: "supported Kazakhstan in its plans for hosting the third" has ten; behind it more."""
THOUGHT_REACH = 10
"""Tokens before one that is but thought of: "is considering a state visit by the foreign minister" has eight."""

ON_THE_DIARY = frozenset("have hold begin start open resume meet attend join host pay make".split())
"""Verbs of an occasion whose present tense stands for the future."""

AWAITED = ("due in", "expected in", "awaited in")

UNDER_WAY = re.compile(
    r"\b(?:is|are|'s|’s|was|were|been|be)\s(?:already |currently |now |still )?(?:in|at|holding)\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
"""Before talks that go on: accepts "is in talks with", "is at talks"; refuses "is after talks"."""

AT_THIS_HOUR = re.compile(
    r"\b(?:now|currently|here|today|tonight|at the moment|as we speak|presently|"
    r"this (?:week|morning|afternoon|evening))\b",
    re.IGNORECASE,
)
"""With these "is meeting" is of the hour; in talk without them it is on the diary ("he is meeting her because")."""

SEQUEL = re.compile(r"\b(?:after|(?<!the )following|since|from|followed on) (?:[\w’'.-]+ ){0,4}$", re.IGNORECASE)
"""Before what something else followed: accepts "the work following the", "since the president's"; refuses "the work at
the"."""
FOLLOWS = re.compile(
    r"\b(?:follow(?:s|ed) (?:an?|the|their|his|her|two|three|several|last|this|[A-Z]\w*[’']s)\b"
    r"|(?:comes?|came) (?:\w+ ){0,4}?(?:after|following|on the heels of)\b|(?:buil[dt]s?|building) (?:up)?on\b)"
)
"""Between an occasion and the day of what was before it: accepts "follows a phone call on", "came two weeks after";
refuses "was held on", "followed in May"."""
BEFORE_THEN = re.compile(r"\bbefore (?:[\w’'.-]+ ){1,3}$", re.IGNORECASE)
"""Accepts "on Sunday, before the president (met)"; refuses "on Sunday, and the president (met)"."""
BREAK = re.compile(r"[:?!](?=\s)")
"""Between two clauses: accepts ": she said"; refuses "at 10:30"."""
WHAT_CAME_OF_IT = re.compile(r"\b(?:that|which) (?:\w+ ){0,2}?(?:led|brought|resulted|produced|gave|paved|made)\b")
"""Behind an occasion: accepts " that later led to"; refuses " that ended on"."""
LATELY = re.compile(
    r"\b(?:(?:some|several|a few|many|a couple of|a number of) (?:days|weeks|months|years) (?:ago|back|earlier)"
    r"|the other day)\b",
    re.IGNORECASE,
)
"""A day that nobody counts, and yet the occasion's own: accepts "some weeks ago"; refuses "two weeks ago"."""

ON_A_VISIT = re.compile(
    r"(?:,\s(?:who (?:is|was)\s)?|\b(?:is|are|speaking|currently)\s)on (?:a|an|his|her|their)\s(?:[\w-]+\s){0,4}$",
    re.IGNORECASE,
)
"""Said of a traveller in passing: accepts "X, on a visit to", "speaking on a trip to"; refuses "On a visit to"."""


_FIXED = (
    r"(?:(?:originally|initially|previously|first|tentatively)\s)?(?:planned|scheduled|slated|due|arranged|fixed|set)"
)
_ONCE_FIXED = r"(?:originally|initially|previously|provisionally|tentatively)\s(?:planned|scheduled|slated|due|set)"
WAS_FIXED_FOR = re.compile(
    rf"\b(?:(?:was|were|had been)\s{_FIXED}|{_ONCE_FIXED})(?:\sto (?:be held|take place|begin|start|open))?"
    r"(?:\s(?:in|at)\s[\w ]{1,30}?)?(?:\s(?:for|to|on|in|at))?(?:\sthe)?\s$",
    re.IGNORECASE,
)
"""Between an occasion and its day, where only the plan is told: accepts " with Peru was scheduled for ", " with Peru
originally set for "; refuses " was fixed by both on ", " with Peru set for "."""
IT_WILL_BE = re.compile(
    r"[^.;:]{0,140}? (?:that|and|but) it (?:will|would|is (?:due )?to|was (?:due )?to|is set to) (?:take place|be held"
    r"|begin|start|go ahead)(?: (?:on|from))?(?: the)?\s"
)
"""Between an occasion and its day, told of as "it": accepts " has been confirmed, and that it will take place on ";
refuses " was held on ", " ended, and it was decided to meet on "."""
FIXED_DAY = re.compile(
    rf"(?:\s(?:between|with|of|in|at|to)\s[^,.;:]{{1,60}})?,?\s{_ONCE_FIXED}\s(?:for|on)(?:\sthe)?\s", re.IGNORECASE
)
"""Between an occasion and the day that is its own, whatever day stands before: accepts " originally scheduled for ";
refuses ", scheduled by both on "."""
WAS_TO = re.compile(
    rf"\b(?:was|were|had been)\s(?:(?:{_FIXED}|supposed|expected|meant)\s)?to\s"
    r"(?:hold|have|begin|start|open|host|chair|pay|make|resume)\s(?:[\w-]+\s){0,4}$",
    re.IGNORECASE,
)
"""Before one: accepts "were to hold a second", "was due to pay a"; refuses "was to blame for the"."""
CAME_ABOUT = re.compile(
    r"\b(?:(?:was|were|been|being)\s(?:\w+\s)?held|took place|went ahead|began|opened|ended|concluded)\b", re.IGNORECASE
)
"""By which what was planned was held: accepts "took place a day later"; refuses "was scheduled for"."""


OF_ITS_PAST = re.compile(
    r"(?:\s(?:between|with|of|on|among|in)\s[^,.;:]{1,60})?\s?,\s(?:(?:which|that) (?:were|was|had been) )?(?:\w+ly )?"
    r"(?:suspended|interrupted|broken off|halted|frozen|stalled|stopped|cut off|agreed|announced|promised|launched"
    r"|initiated|begun|started)\b[^,.;:]{0,60}$"
)
"""Between an occasion and the day of something that became of it before: accepts " with Peru, suspended in "; refuses
", held on "."""


FEW_DAYS = 3  # before the report
NEXT_HEAD = 120  # code points of the next sentence in which what was planned is said to have come to nothing

AGAIN_TOLD = re.compile(
    r"[^,.;:]{0,60},\s(?:(?:were|was|have|has|are|is)\s)?(?:[\w-]+ly\s)?"
    r"(?:resum\w+|restart\w+|reviv\w+|reopen\w*|beg[aiu]n\w*|open\w*|start\w*|took place|held|end\w*|conclud\w+)\b"
)
"""Behind that day: accepts " for lack of funds, resumed"; refuses ", the minister said"."""


class Outlook(Holding):
    """What has become of an occasion, by the words close to it before the tense around it."""

    def _state(self, tense: Tense, time: TimeMention | None) -> MeetingState:
        """As below; what was planned and came to nothing is called off, and what is but hoped for is proposed."""
        state = self._state_in_words(tense, time)
        if self.tokens[self.first].tag == "VBG" and THOUGHT_OF.search(self._before_words(4) + " "):
            return MeetingState.PROPOSED
        is_noun = self.trigger.shape in {"occasion", "visit"}
        if is_noun and THOUGHT_OF_ONE.search(self._before_words(THOUGHT_REACH) + " "):
            return MeetingState.PROPOSED
        after = self.mentions.report.text[self.span.end : self.sentence.span.end]
        if is_noun and was_not_held_as_fixed(after):
            return MeetingState.CANCELLED
        if state is not MeetingState.PLANNED or self.is_title or self.trigger.state is not None:
            return state
        before = self.mentions.report.text[self.sentence.span.start : self.span.start]
        is_verb = self.trigger.shape not in {"occasion", "visit"}
        end = self.sentence.span.end
        following = self.mentions.report.text[end : end + NEXT_HEAD]
        if came_to_nothing(before, after, following, is_verb=is_verb):
            return MeetingState.CANCELLED
        fate = fate_of_plan(before, after, following, is_verb=is_verb) or (None if is_verb else fate_of_fixed(after))
        if fate is not None:
            return fate
        is_hoped = is_only_hoped(before, has_day=time is not None) if is_verb else is_hoped_for(before, after)
        return MeetingState.PROPOSED if is_hoped else state

    def _is_time_of_deed(self, time: TimeMention) -> bool:
        """Whether a day is the occasion's, and not that of what became of it before ("talks, suspended in 2012,")."""
        between = self.mentions.report.text[self.span.end : max(self.span.end, time.span.start)]
        if self.trigger.shape in {"occasion", "visit"} and OF_ITS_PAST.match(between) is not None:
            follows = self.mentions.report.text[time.span.end : self.sentence.span.end]
            if AGAIN_TOLD.match(follows) is not None:
                return False
        return super()._is_time_of_deed(time)

    def _state_in_words(self, tense: Tense, time: TimeMention | None) -> MeetingState:
        """The state by its own words, put right by what stands before and behind them."""
        state = super()._state(tense, time)
        if self.trigger.state is not None or state in {MeetingState.CANCELLED, MeetingState.POSTPONED}:
            return state
        on = self.mentions.on
        when = time.when if time else None
        is_noun = self.trigger.shape in {"occasion", "visit"}
        if (
            is_noun
            and time is not None
            and state in {MeetingState.HELD, MeetingState.PLANNED}
            and self._was_only_planned(time)
        ):
            return MeetingState.PLANNED
        if is_noun and state is MeetingState.PLANNED and on is not None and when is not None and when.last < on:
            return MeetingState.HELD  # "was to brief the council on last week's visit"
        if is_noun and on is not None and when is not None and when.last < on:
            return state
        if state is MeetingState.PLANNED and when is None and self._has_had_a_result():
            return MeetingState.HELD  # "was expected to brief the council on the outcome of the meeting"
        if is_noun and state is MeetingState.ONGOING and AFTER_IT.search(self._before_words(5) + " "):
            return MeetingState.HELD  # "was speaking after a meeting with"
        if is_noun and tense is Tense.PRESENT and state is MeetingState.HELD and self._hangs_on_what_comes():
            return MeetingState.PLANNED
        if is_noun and state is MeetingState.HELD and self._comes_before_what_will_be():
            return MeetingState.PLANNED  # "After the meeting, they will address a forum"
        if self._is_setting_out(state, when) or (state is MeetingState.HELD and self._is_aim_of_leaving()):
            return MeetingState.PLANNED
        if is_noun and not self.is_title and state in TOOK_PLACE:
            if PUSHED_FOR.search(self._before_words(FORESEEN_REACH) + " "):
                return MeetingState.PROPOSED
            if self._is_ahead():
                return MeetingState.PLANNED
        if state is MeetingState.ONGOING and tense is Tense.ONGOING and self._is_on_the_diary_in_talk():
            return MeetingState.PLANNED
        if state is MeetingState.HELD and self.is_title and REMARKS_AT.search(self._before_words(14) + " "):
            return MeetingState.ONGOING
        if state is MeetingState.HELD and is_noun and self._is_under_way():
            return MeetingState.ONGOING
        return state

    def _time(self) -> TimeMention | None:
        """The nearest day, unless the occasion has one that nobody counts, or the day is that of its sequel."""
        time = super()._time()
        if self.is_title:
            return time
        if time is None:
            return self._told_behind((IT_WILL_BE,)) if self.trigger.shape in {"occasion", "visit"} else None
        moved = self._moved_to()
        if moved is not None:
            return moved
        is_noun = self.trigger.shape in {"occasion", "visit"}
        if (is_noun and self._is_day_of_what_comes_first(time)) or self._is_day_of_leaving(time):
            return None
        if is_noun and FOLLOWS.search(self.mentions.report.text, self.span.end, max(self.span.end, time.span.start)):
            return None
        before = self._before_words(6) + " "
        since = SINCE.search(before) or (None if is_noun else BEFORE_THEN.search(before))
        if since is not None and time.span.end <= self.span.start - len(before) + since.start():
            return None  # "it has been quiet today since the president met"
        if not is_noun:
            return time
        is_sequel = SEQUEL.search(before) is not None
        if time.span.end <= self.span.start:
            is_in_talk = is_sequel and turn_at(self.mentions, self.span.start) is not None
            return None if is_in_talk or LATELY.search(self._after_words(10)) else time
        is_next_clause = BREAK.search(self.mentions.report.text, self.span.end, time.span.start) is not None
        if is_next_clause and turn_at(self.mentions, self.span.start) is not None:
            return None  # "on the meeting with her: she said today that"
        came = WHAT_CAME_OF_IT.search(self.mentions.report.text, self.span.end, time.span.start)
        return None if is_sequel and came else time

    def _moved_to(self) -> TimeMention | None:
        """The day to which the words behind an occasion say that it was moved, or for which it was first fixed."""
        ways = [MOVED_TO, IT_WILL_BE]
        if MOVING.search(self._before_words(6) + " ") is not None:
            ways.append(FROM_ONE_TO)
        if CAME_ABOUT.search(self.mentions.report.text, self.span.end, self.sentence.span.end) is None:
            ways.append(FIXED_DAY)
        return self._told_behind(ways)

    def _told_behind(self, ways: Iterable[re.Pattern[str]]) -> TimeMention | None:
        """The first day to which the words behind an occasion lead in one of these ways."""
        times = mentions_between(self.mentions.times, self.span.end, self.sentence.span.end)
        text, begin = self.mentions.report.text, self.span.end
        told = (one for one in times if one.when and any(row.fullmatch(text, begin, one.span.start) for row in ways))
        return next(told, None)

    def _has_had_a_result(self) -> bool:
        """Whether the words tell of what came of it ("the outcome of the talks", "agreed to pay after the talks")."""
        if self.trigger.shape not in {"occasion", "visit"}:
            return False
        before = self._before_words(7) + " "
        return OUTCOME_OF.search(before) is not None or (SEQUEL.search(before) is not None and self._led_to_resolve())

    def _led_to_resolve(self) -> bool:
        """Whether what hangs on the noun was agreed or decided, and is to be done ("agreed to pay")."""
        verb = tenses.governor(self.mentions, self.sentence, self.tokens[self.last - 1])
        if verb is None or verb.tag != "VB" or not self.sentence.first <= verb.head < verb.index:
            return False
        above = self.tokens[verb.head]
        told = tenses.tense_of_verb(self.mentions, self.sentence, above) if above.lemma in RESOLVING else Tense.NONE
        return told in {Tense.PAST, Tense.PERFECT}

    def _was_only_planned(self, time: TimeMention) -> bool:
        """Whether the words tell for when it had been planned, and not that it was held."""
        text, end = self.mentions.report.text, self.sentence.span.end
        if WAS_FIXED_FOR.search(text[self.span.end : time.span.start]) is not None:
            return CAME_ABOUT.search(text, time.span.end, end) is None
        return WAS_TO.search(self._before_words(10) + " ") is not None

    def _is_on_the_diary_in_talk(self) -> bool:
        """Whether somebody in a transcript says of another that he "is meeting" or "is visiting", and not when."""
        is_verb = self.trigger.shape in {"encounter", "travel", "occasion"} and self.tokens[self.first].tag == "VBG"
        if self.is_title or not is_verb or AT_THIS_HOUR.search(self._words(*self._stretch())):
            return False
        return turn_at(self.mentions, self.span.start) is not None

    def _is_to_come(self, tense: Tense) -> bool:
        """Whether the present tense tells of what is on the diary ("has talks on Wednesday"), or one is due there."""
        if self.trigger.shape == "travel" and self.mentions.words(self.span).lower().startswith(AWAITED):
            return True
        if self.trigger.name == "be seen":
            return self._is_seen_on_a_journey()
        is_noun = self.trigger.shape in {"occasion", "visit"} and not self.is_title
        return is_noun and tense is Tense.PRESENT and self._has_support_of(ON_THE_DIARY)

    def _is_setting_out(self, state: MeetingState, when: When | None) -> bool:
        """Whether a journey is about to begin ("is heading to Oslo", "with an envoy heading for Oslo")."""
        if self.trigger.name not in {"travel", "send"}:
            return False
        on = self.mentions.on
        if state is MeetingState.HELD and (when is None or on is None or when.last >= on):
            return self.mentions.words(self.span).lower().startswith("heading")
        if state is not MeetingState.ONGOING:
            return False
        return SETTING_OUT.match(self.mentions.words(self.span)) is not None

    def _hangs_on_what_comes(self) -> bool:
        """Whether something ahead is to be done at it ("when he pays a visit to Oslo")."""
        return WHEN.search(self._before_words(10) + " ") is not None and self._has_support_of(ON_THE_DIARY)

    def _comes_before_what_will_be(self) -> bool:
        """Whether an account says what those who meet will do after it, at the head of a sentence."""
        if self.mentions.report.side is None or self.is_title:
            return False
        head = self._words(self.sentence.first, self.first) + " "
        return AFTER_AT_HEAD.fullmatch(head) is not None and WILL_THEN.match(self._after_words(24)) is not None

    def _is_ahead(self) -> bool:
        """Whether the words right before a noun put it ahead of the report."""
        if AHEAD_OF.search(self._before_words(8) + " ") is not None:
            return True
        if SOME_TIME_BEFORE.search(self._before_words(9) + " ") is not None and self._is_of_these_days():
            return True
        return self.trigger.shape == "occasion" and is_foreseen(
            self._before_words(FORESEEN_REACH) + " ", self._after_words(FORESEEN_REACH)
        )

    def _is_of_these_days(self) -> bool:
        """Whether the sentence tells of the days around the report, by the times in it."""
        on = self.mentions.on
        times = [one.when for one in mentions_within(self.mentions.times, self.sentence.span) if one.when is not None]
        return on is not None and bool(times) and all((on - when.last).days <= FEW_DAYS for when in times)

    def _is_day_of_what_comes_first(self, time: TimeMention) -> bool:
        """Whether a day is that of what is done ahead of the occasion ("ahead of the summit, ministers met on Friday").

        Not the day that the words give to the occasion itself ("ahead of Friday's summit", "of the summit on Friday").
        """
        before = self._before_words(FORESEEN_REACH) + " "
        match = AHEAD_OF.search(before) or LOOKED_AHEAD_TO.search(before)
        if match is None or EVE_OF.match(match[0]):
            return False
        on, when = self.mentions.on, time.when
        if time.span.end <= self.span.start:
            is_before_words = time.span.end <= self.span.start - len(before) + match.start()
            return is_before_words and on is not None and when is not None and when.last <= on
        if TELLS_ITS_DAY.match(self.mentions.report.text, self.span.end, self.sentence.span.end):
            return False
        between = [one for one in self.tokens[self.last : self.sentence.last] if one.start < time.span.start]
        return any(one.tag in FINITE_TAGS for one in between)

    def _is_aim_of_leaving(self) -> bool:
        """Whether somebody but set out for it: "left for Oslo on Monday to meet …", with no word that they did."""
        is_one = self.trigger.shape in {"encounter", "occasion"} and not self.is_title
        before = self._before_words(LEAVING_REACH) + " "
        return is_one and (LEFT_TO.search(before) or DEPARTING_TO.search(before)) is not None

    def _is_day_of_leaving(self, time: TimeMention) -> bool:
        return time.span.end <= self.span.start and self._is_aim_of_leaving()

    def _is_under_way(self) -> bool:
        before = self._before_words(8) + " "
        if self.trigger.name == "talks" and UNDER_WAY.search(before) is not None:
            return True
        return self.trigger.name == "visit noun" and ON_A_VISIT.search(before) is not None
