"""Setting: when an occasion is, by the words around it."""

import re
from dataclasses import replace
from datetime import timedelta

from aidememoire.claims import tenses
from aidememoire.claims.occasions.parties.participation import mentions_within
from aidememoire.claims.occasions.words.days_of_others import BEFORE_REACH, FEASTS, HEAD_REACH, DaysOfOthers
from aidememoire.claims.occasions.words.lasting import NUMBERS, lasting, until
from aidememoire.claims.occasions.words.nouns import any_of
from aidememoire.claims.occasions.words.numbering import is_year_of_document
from aidememoire.claims.occasions.words.placing import HELD_IN
from aidememoire.claims.occasions.words.stretch import REACH
from aidememoire.claims.tenses import Tense, token_range
from aidememoire.model import Granularity, MeetingKind, Span, TimeMention, Token, When

DATED_THINGS = frozenset(
    (
        "agreement agreements accord accords treaty deal declaration resolution war coup election elections budget "
        "plan pact protocol convention attack attacks revolution uprising deadline"
    ).split()
)


SAYING = frozenset(
    (
        "say tell announce add report declare state confirm note inform disclose reveal write stress recall claim "
        "insist warn"
    ).split()
)
HEARERS = frozenset("on late early reporters journalists the a an press state television parliament lawmakers".split())

ENDING = frozenset("end conclude finish close".split())
LEADING = frozenset("lead head chair accompany".split())
CALLING_OFF = frozenset("cancel scrap nix abort postpone delay".split())
OFF_VERBS = frozenset("call put break".split())
CALLED_OFF = re.compile(
    r"\b(?:(?:cancell?ed|scrapped|nixed|aborted|postponed|delayed|suspended)|(?:called|broken|put) off)"
    r"(?:\sindefinitely)?\s(?:on\s|late\s|early\s|in\s)*$",
    re.IGNORECASE,
)
"""Right before the day on which an occasion was called off: accepts "was called off on ", "cancelled late "; refuses
"postponed to ", "cancelled a visit on "."""
OFF_REACH = 5
TALK_NOUNS = frozenset("talks dialogue negotiations process consultations cooperation".split())
YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
YEAR_REACH = 200
"""Code points before a sentence in which a year may stand that goes on in it: a sentence or two."""

BESIDE = re.compile(
    r"\b(?:(?:on the|the) eve of|(?:just |only )?(?P<number>an?|one|the|two|three|four|five) days? "
    r"(?P<side>before|ahead of|after|following)) (?:[\w’'.-]+ ){0,8}$",
    re.IGNORECASE,
)
"""What gives an occasion's day by its distance from another. Before the occasion: accepts "on Monday, a day before the
envoys", "on the eve of the"; refuses "a day later the envoys"."""
BESIDE_REACH = 12
DAY_AHEAD = 4
"""Code points between the day and those words: a comma."""

WHILE_ON_IT = re.compile(r"while (?:he |she |they )?(?:was |were )?on (?:an?|his|her|their) (?:[\w-]+ ){0,2}[\w-]+$")
"""From "while" to the visit: accepts "while on an official visit"; refuses "while talks on a visit"."""

JUDGING_BY = re.compile(r"\bjudging (?:by|from) (?:[\w’'-]+ ){0,4}$", re.IGNORECASE)
"""Before what is over, in a sentence on what will be: accepts "judging by Monday’s "; refuses "by Monday’s "."""

WAS_DUE = re.compile(r"\bw(?:as|ere) (?:scheduled|due|set|expected|to)\b", re.IGNORECASE)
"""Told after the day or just before it: "was due to meet on Monday" is of the nearest Monday."""

DONE = {"take": frozenset({"nsubj"}), "hold": frozenset({"dobj", "nsubjpass"}), "occur": frozenset({"nsubj"})}
"""Verbs that tell of an occasion as over, and what it is to them: "the meeting took place", "held a meeting"."""

DURATION_REACH = 12  # behind it: "arrived in Lima on Friday for a four-day official visit" has eleven
NTH_DAY_REACH = 12  # before it: "on the second day of a four-day" has nine

LONG_TIME = 300
"""Days: a year told of in another clause is that of something else ("met X and recalled the accords of 1991")."""


JOINTS = frozenset("at during in the a an their its his her this".split())
MOST_JOINTS = 3

ELSEWHERE = frozenset("; but after before when while which who since because including amid despite".split())
"""Words after which another thing is told of: "cancelled the trip because of the visit this week by"."""

UPCOMING = re.compile(rf"\b{any_of('ahead')}\s(?:[\w’'.-]+\s){{0,5}}$", re.IGNORECASE)
"""Before an occasion ahead: accepts "the upcoming G7 leaders’ "; refuses "today’s "."""

FIRST_FIXED_FOR = re.compile(r"\b(?:originally|initially|previously)\s\w+\s(?:for|to|on)\s(?:the\s)?$", re.IGNORECASE)
"""Before the day that was not kept: accepts "originally scheduled for"; refuses "scheduled for"."""

UNBOUNDED = re.compile(r"(?:more|less|fewer) than\b", re.IGNORECASE)
"""How a time is told of which but one end is known: accepts "more than five years ago"; refuses "about five"."""

EVENT_OF = re.compile(
    r"\b(?!(?:course|half|part|start|end|beginning|middle|months?|quarter|days?|weeks?|outset|close) )[a-z]{4,} of $"
)
"""Before the year of another thing: accepts "the tragic events of "; refuses "in the course of ", "Summit of "."""

UNTIL_THE = re.compile(r"\b(?:until|till) the$", re.IGNORECASE)
"""Before the season till which something is put off: accepts "put off until the"; refuses "since the", "in the"."""

A_YEAR_AGO = timedelta(200)
"""From so long ago on, a day is told of as last year's."""

NAME_YEAR = 60
"""Code points from an occasion's noun to the year at the end of its name ("Consultations (AUSMIN) 2021")."""

SAID_THEN = 12.0
"""By how much farther a day of saying counts: "said on Friday after they met this week"."""

TENS = {
    word: 10 * number for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
TEN_BEFORE = re.compile(r"\b(?P<ten>" + "|".join(TENS) + r")[- ]$", re.IGNORECASE)
"""Before the last word of a number: accepts "the twenty-(fifth)"; refuses "in 1920, the (fifth)"."""


class Setting(DaysOfOthers):
    """What the words around a trigger say of its day."""

    def _ordinal_before(self, end: int) -> tuple[int | None, Span | None]:
        """The number before a token, with its tens ("the twenty-fifth")."""
        number, span = super()._ordinal_before(end)
        if number is None or span is None or number >= min(TENS.values()) // 2:
            return number, span
        match = TEN_BEFORE.search(self.mentions.report.text[max(0, span.start - 9) : span.start])
        if match is None:
            return number, span
        begin = span.start - (len(match[0]))
        return TENS[match["ten"].lower()] + number, Span(span.report, begin, span.end)

    def _time(self) -> TimeMention | None:
        """The nearest date in the trigger's own stretch of the sentence; after it before one ahead of it."""
        times = [
            time
            for time in mentions_within(self.mentions.times, self.sentence.span)
            if time.type in {"DATE", "TIME"} and time.when is not None and self._is_time_of_deed(time)
        ]
        found: list[tuple[float, TimeMention]] = []
        others = [(start, end) for start, end in self.others if not self._has_its_day(start)]
        earlier = max(self._start_of_what_is_before(), self._end_of_what_is_ahead)
        for time in times:
            first, last = token_range(self.mentions, self.sentence, time.span)
            if first >= self.last:
                distance = float(first - self.last)
                barrier = sum(1 for start, _ in others if self.last <= start < first)
                barrier += sum(
                    1
                    for token in self.tokens[self.last : first]
                    if token.lower in ELSEWHERE
                    and not self._is_which_is_held(token)
                    and not (token.lower == ";" and self.trigger.shape in {"travel", "visit"})
                )
            else:
                distance = float(self.first - last) + 3
                barrier = sum(1 for start, _ in others if last <= start < self.first)
                barrier += sum(
                    1
                    for token in self.tokens[last : self.first]
                    if token.lower in {";", "but", "while", "which", "who"} and not self._is_while_on_it(token)
                )
            if barrier and last <= self.first and any(last <= start < self.first for start, _ in others):
                if not self._is_what_they_come_for(last):
                    continue  # the day of another occasion, named before this one
                barrier = 0
            if time.span.end <= earlier or self._is_another_day(first, last):
                continue
            if self._is_year_beyond_a_verb(time, first):
                continue
            if last <= self.first and (self._follows_saying(first) or self._is_behind_another_deed(first)):
                distance += SAID_THEN
            if first >= self.last and "whose" in {token.lower for token in self.tokens[self.last : first]}:
                continue
            if barrier and distance > 3:
                distance += 25 * barrier
            if FIRST_FIXED_FOR.search(self._words(first - HEAD_REACH, first) + " "):
                distance += SAID_THEN
            if distance <= 40:
                found.append((distance, time))
        if not found:
            return None
        times = [time for _, time in sorted(found, key=lambda one: one[0])]
        return self._day_within(times[0], times) or times[0]

    def _is_while_on_it(self, token: Token) -> bool:
        """Whether "while" only says that a thing was done on the visit ("handed over a letter while on a visit to")."""
        words = self._words(token.index, self.first + 1)
        return self.trigger.shape == "visit" and WHILE_ON_IT.match(words) is not None

    def _day_within(self, year: TimeMention, times: list[TimeMention]) -> TimeMention | None:
        """The nearest day within a year that ends the occasion's name ("AUSMIN 2021 in Washington on September 16")."""
        named = year.when
        if named is None or named.granularity is not Granularity.YEAR or year.span.start - self.span.end > NAME_YEAR:
            return None
        for time in times:
            for when in (time.when, *time.alternatives):
                is_day = when is not None and when.granularity is Granularity.DAY
                if when is not None and is_day and named.first <= when.first and when.last <= named.last:
                    return replace(time, when=when)
        return None

    def _agreeing(self, time: TimeMention | None, tense: Tense) -> TimeMention | None:
        """The time that the words give, in the reading that the tense asks for, as long as they say that it lasts."""
        beside = BESIDE.search(self._before_words(BESIDE_REACH) + " ")
        if beside is not None and (time is None or time.span.end <= self._before_start() + beside.start()):
            return self._beside(time or self._day_ahead_of(self._before_start() + beside.start()), beside)
        since = self._since(tense)
        if time is None or since is not None:
            return since
        time = self._in_tense(time, tense)
        if self._is_of_what_is_ahead(time, tense) or self._is_before_what_comes(time):
            return None
        if self._is_of_what_is_over(time, tense):
            return None
        return lasting(time, self._near_words(), is_stay=self.trigger.kind is MeetingKind.VISIT)

    def _is_before_what_comes(self, time: TimeMention) -> bool:
        """Whether a day up to today is told beside what is yet to come ("spoke today about the upcoming talks")."""
        on = self.mentions.on
        is_over = on is not None and time.when is not None and time.when.last <= on
        is_ahead = time.span.end <= self.span.start  # not "the upcoming talks today with"
        return is_over and is_ahead and UPCOMING.search(self._before_words(6) + " ") is not None

    def _before_start(self) -> int:
        """Where the words before the trigger begin, as far as they are looked at for a day told beside."""
        return self.tokens[max(self.sentence.first, self.first - BESIDE_REACH)].start

    def _day_ahead_of(self, offset: int) -> TimeMention | None:
        """The last time named in the sentence before an offset, be it that of saying ("said Tuesday, a day after")."""
        times = [
            one
            for one in mentions_within(self.mentions.times, self.sentence.span)
            if one.span.end <= offset and one.type == "DATE" and not self._is_over_the_body(one.span)
        ]
        return times[-1] if times and offset - times[-1].span.end <= DAY_AHEAD else None

    def _is_of_what_is_over(self, time: TimeMention, tense: Tense) -> bool:
        """Whether a day that is over stands ahead of what is yet to be done ("met her last week and will fly to")."""
        on = self.mentions.on
        is_deed = self.trigger.shape in {"encounter", "travel"} and not self.is_title
        if on is None or time.when is None or time.when.last >= on or not is_deed or time.span.end > self.span.start:
            return False
        is_past_plan = WAS_DUE.search(self._words(self.first - 4, self.first)) is not None
        return tense in {Tense.FUTURE, Tense.CONDITIONAL} and not is_past_plan

    def _beside(self, time: TimeMention | None, match: re.Match[str]) -> TimeMention | None:
        """The day that lies so many days from the one named before it ("on Monday, a day before they meet")."""
        days = NUMBERS.get((match["number"] or "a").lower(), 1)
        is_ahead = match["side"] is None or match["side"].lower() in {"before", "ahead of"}
        return _days_on(time, days if is_ahead else -days) if time is not None else None

    def _is_of_what_is_ahead(self, time: TimeMention, tense: Tense) -> bool:
        """Whether a day ahead stands beside what is over: it is another thing's ("met before the fair of 10 June")."""
        on = self.mentions.on
        if on is None or time.when is None or time.when.first <= on or tense is not Tense.PAST or self.is_title:
            return False
        token = self.tokens[self.last - 1]
        if token.tag.startswith("VB"):
            return token.tag == "VBD"
        verb = tenses.governor(self.mentions, self.sentence, token)
        roles = DONE.get(verb.lemma, frozenset()) if verb is not None and verb.tag in {"VBD", "VBN"} else frozenset()
        return token.dep in roles

    def _near_words(self) -> str:
        return self._words(self.first - NTH_DAY_REACH, self.last + DURATION_REACH)

    def _since(self, tense: Tense) -> TimeMention | None:
        """From when to today it has been going on ("have been meeting since Monday")."""
        on = self.mentions.on
        if on is None or tense is not Tense.PERFECT or not self._is_still_going_on(tense):
            return None
        end = min(self.sentence.last, self.last + REACH)
        times: list[TimeMention] = mentions_within(self.mentions.times, self.sentence.span)
        for time in times:
            first, _ = token_range(self.mentions, self.sentence, time.span)
            is_since = self.last < first < end and self.tokens[first - 1].lower == "since"
            if is_since and time.when is not None and time.when.first < on:
                return replace(time, when=until(time.when, on))
        return None

    def _is_still_going_on(self, tense: Tense) -> bool:
        """Whether it has been going on until now ("have been holding talks since")."""
        noun = self.tokens[self.last - 1]
        verb = noun if noun.tag.startswith("VB") else tenses.governor(self.mentions, self.sentence, noun)
        if tense is not Tense.PERFECT or verb is None or verb.tag != "VBG":
            return False
        before = [token.lower for token in self.tokens[max(self.sentence.first, verb.index - 3) : verb.index]]
        return "been" in before and bool({"has", "have", "'ve", "’ve"} & set(before))

    def _in_tense(self, time: TimeMention, tense: Tense) -> TimeMention:
        """The time in the reading that the verb's tense asks for, where the words leave several open ("on Monday")."""
        on = self.mentions.on
        if time.when is None or on is None:
            return time
        if tense in {Tense.FUTURE, Tense.CONDITIONAL} and WAS_DUE.search(self._words(self.first - 4, self.last)):
            return replace(
                time, when=min((time.when, *time.alternatives), key=lambda when: abs((when.first - on).days))
            )
        is_over = JUDGING_BY.search(self._before_words(BEFORE_REACH) + " ") is not None
        if self.trigger.shape in {"occasion", "visit"} and (is_over or tense not in {Tense.FUTURE, Tense.CONDITIONAL}):
            tense = Tense.PAST if is_over else self._tense_of_time(time) or tense
        ahead = {Tense.FUTURE, Tense.CONDITIONAL}
        if self.trigger.shape in {"encounter", "travel"} and not self.is_title:
            ahead.add(Tense.PRESENT)
        if tense in ahead and time.when.last < on:
            readings = [when for when in time.alternatives if when.last >= on]
        elif tense in {Tense.PAST, Tense.PERFECT} and time.when.first > on:
            is_done = self._is_told_as_done()
            readings = [
                when for when in time.alternatives if when.first <= on and (is_done or on - when.first < A_YEAR_AGO)
            ]
        else:
            return time
        return replace(time, when=readings[0]) if readings else time

    def _is_told_as_done(self) -> bool:
        """Whether the verb says that it took place: "was held in Lima on 16 March"; not "nixed a visit on 20 May"."""
        noun = self.tokens[self.last - 1]
        verb = noun if noun.tag.startswith("VB") else tenses.governor(self.mentions, self.sentence, noun)
        return (
            verb is not None and verb.tag in {"VBD", "VBN"} and (verb is noun or noun.dep in DONE.get(verb.lemma, ()))
        )

    def _is_time_of_deed(self, time: TimeMention) -> bool:
        """Whether a time in the sentence can be that of the occasion, and not of what else is told there."""
        if self._is_over_the_body(time.span) or is_year_of_document(self.mentions.report.text, time.span):
            return False
        first, last = token_range(self.mentions, self.sentence, time.span)
        before = self.tokens[first - 1].lower if first > self.sentence.first else ""
        words = self.mentions.words(time.span)
        if UNBOUNDED.match(words) or (before == "over" and words.endswith(" ago")):
            return False
        if self._is_year_of_event(time, first):
            return False
        if UNTIL_THE.search(self._words(first - HEAD_REACH, first)) and not self._is_named_by(last):
            return False
        is_owner = last < self.sentence.last and self.tokens[last].lower in {"'s", "’s"}
        if before in {"since", "until", "till"} or (before == "by" and not is_owner) or self._is_time_of_saying(first):
            return False
        if self._is_right_after_saying(first, last) or self._is_of_another_thing(first, last):
            return False
        if self._is_of_another_deed(first, last) or self._is_of_its_fate(first) or self._is_of_no_known_year(time):
            return False
        if self._is_last_day(first):
            return False
        return not (last < self.sentence.last and self.tokens[last].lower in DATED_THINGS)

    def _is_year_of_event(self, time: TimeMention, first: int) -> bool:
        """Whether a year says when another thing was ("a wreath for those who fell in the events of 1916")."""
        if time.when is None or time.when.granularity is not Granularity.YEAR or self.tokens[first - 1].lower != "of":
            return False
        is_of_trigger = self.first <= first - 2 < self.last
        return not is_of_trigger and EVENT_OF.search(self._words(first - HEAD_REACH, first) + " ") is not None

    def _is_named_by(self, last: int) -> bool:
        """Whether a noun follows the day that it names ("the September 2021 summit")."""
        return last < self.sentence.last and self.tokens[last].pos in {"NOUN", "PROPN", "ADJ"}

    def _tense_of_time(self, time: TimeMention) -> Tense | None:
        """The tense of the verb that a day belongs to, where it tells of what is ahead ("is to meet him on Monday, his
        second visit")."""
        first, _ = token_range(self.mentions, self.sentence, time.span)
        verb = tenses.governor(self.mentions, self.sentence, self.tokens[first])
        tense = tenses.tense_of_verb(self.mentions, self.sentence, verb) if verb is not None else None
        return tense if tense in {Tense.FUTURE, Tense.CONDITIONAL} else None

    def _is_of_its_fate(self, first: int) -> bool:
        """Whether a time says when somebody called it off ("in January he cancelled the visit")."""
        if CALLED_OFF.search(self._words(max(self.sentence.first, first - OFF_REACH), first) + " ") is not None:
            return True
        if first >= self.first:
            return False
        verb = tenses.governor(self.mentions, self.sentence, self.tokens[first])
        if verb is None or not first < verb.index < self.first:
            return False
        is_off = verb.lemma in OFF_VERBS and self.tokens[verb.index + 1].lower == "off"
        return is_off or verb.lemma in CALLING_OFF

    def _is_last_day(self, first: int) -> bool:
        """Whether a day is but the one on which it is yet to end ("the talks, which are to end on Friday")."""
        verb = tenses.governor(self.mentions, self.sentence, self.tokens[first])
        if verb is None or self._is_weekday_of_aim(first, verb):
            return False
        return verb.lemma in ENDING and verb.tag == "VB" and verb.index < first

    def _is_of_no_known_year(self, time: TimeMention) -> bool:
        """Whether neither the report's date nor a year near it says of which year a day is ("on 13 July")."""
        if self.mentions.on is not None or YEAR.search(self.mentions.words(time.span)):
            return False
        near = self.mentions.report.text[max(0, self.sentence.span.start - YEAR_REACH) : self.sentence.span.end]
        return time.when is None or str(time.when.first.year) not in near

    def _is_year_beyond_a_verb(self, time: TimeMention, first: int) -> bool:
        """Whether a time of a year or more is told of in another clause after the occasion."""
        if time.when is None or (time.when.last - time.when.first).days <= LONG_TIME:
            return False
        own = tenses.governor(self.mentions, self.sentence, self.tokens[self.last - 1])
        return any(
            token.tag in {"VBD", "VBZ", "VBP"} and (own is None or own.index not in {token.index, token.head})
            for token in self.tokens[self.last : first]
        )

    def _is_of_another_thing(self, first: int, last: int) -> bool:
        """Whether a time stands before the name of another thing than the occasion ("the 2018 farm price package").

        A weekday or month there may still be the occasion's ("told a Friday briefing"), a feast isn't ("Easter plans").
        """
        token = self.tokens[last - 1]
        if self._is_in_a_name(first, last):
            return True
        is_feast = token.dep == "compound" and token.lower in FEASTS
        if not (token.dep == "nummod" or is_feast) or token.head < last:
            return False
        is_here = self.sentence.first <= token.head < self.sentence.last
        is_of_trigger = self.first <= token.head < self.last or token.head == self.last - 1
        is_thing = is_here and self.tokens[token.head].pos in {"NOUN", "PROPN"}
        return is_thing and not is_of_trigger and first < token.head

    def _is_in_a_name(self, first: int, last: int) -> bool:
        """Whether years stand between an article and another thing's name ("over a 1991-92 herring quota plan")."""
        if (
            self.tokens[first - 1].lower not in {"a", "an", "the", "its", "their"}
            or not self.tokens[first].text[0].isdigit()
        ):
            return False
        end = last
        while end < self.sentence.last and self.tokens[end].pos in {"NOUN", "PROPN", "ADJ"}:
            if self.first <= end < self.last:
                return False
            end += 1
        return end > last

    def _is_of_another_deed(self, first: int, last: int) -> bool:
        """Whether a time belongs to a deed told of in passing ("the land occupied in 1967", "since he fled in May")."""
        verb = tenses.governor(self.mentions, self.sentence, self.tokens[first])
        if verb is None or verb.dep not in {"acl", "relcl", "advcl"} or self._is_weekday_of_aim(first, verb):
            return False
        if verb.dep == "acl" and verb.lemma in LEADING:
            return False  # "received a delegation led by X on Friday"
        is_of_another = verb.tag == "VBN" and verb.dep == "acl" and self.last <= verb.head < verb.index
        if verb.lemma in HELD_IN and not (is_of_another and self.tokens[verb.head].lower in TALK_NOUNS):
            return False
        if self.first <= verb.index < self.last or self.first <= verb.head < self.last or self._is_right_before(last):
            return False
        token = self.tokens[self.last - 1]
        for _ in range(12):
            if token.index == verb.index:
                return False
            if token.head == token.index or not self.sentence.first <= token.head < self.sentence.last:
                break
            token = self.tokens[token.head]
        return True

    def _is_right_before(self, last: int) -> bool:
        """Whether only "at the" and the like stands between a time and the trigger ("on 4 June at the session")."""
        between = [token.lower for token in self.tokens[last : self.first]]
        is_joint = len(between) <= MOST_JOINTS and bool(between) and between[0] in {"at", "during", "in"}
        return last <= self.first and (len(between) <= 1 or (is_joint and set(between) <= JOINTS))

    def _follows_saying(self, first: int) -> bool:
        """Whether a token stands right after a verb of saying ("said on", "told reporters on")."""
        index = first - 1
        while index > self.sentence.first and first - index <= 4 and self.tokens[index].lower in HEARERS:
            index -= 1
        verb = self.tokens[index]
        return verb.lemma in SAYING and verb.tag.startswith("VB") and not self.first <= index < self.last

    def _is_right_after_saying(self, first: int, last: int) -> bool:
        """Whether a time stands right after a verb of saying, and no occasion after it ("told reporters on Monday")."""
        if not self._follows_saying(first):
            return False
        after = self.tokens[last].lower if last < self.sentence.last else ""
        return not (self.first > last and after in {"after", "at", "following", "during", "in", "before"})

    def _is_time_of_saying(self, first: int) -> bool:
        """Whether a time says when somebody spoke in whose words the occasion stands ("said on Friday that …")."""
        verb = tenses.governor(self.mentions, self.sentence, self.tokens[first])
        if verb is None or verb.lemma not in SAYING or self.first <= verb.index < self.last:
            return False
        token = self.tokens[self.first]
        for _ in range(12):
            if token.head == token.index or not self.sentence.first <= token.head < self.sentence.last:
                return False
            if token.head == verb.index:
                return token.dep == "ccomp"
            token = self.tokens[token.head]
        return False


def _days_on(time: TimeMention, days: int) -> TimeMention | None:
    """The day so many days on from a day, or back; None where it is no one day."""
    if time.when is None or time.when.granularity is not Granularity.DAY:
        return None
    return replace(time, when=When.day(time.when.first + timedelta(days)))
