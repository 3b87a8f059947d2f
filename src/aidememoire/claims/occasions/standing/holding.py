"""Whether a noun for an occasion stands for one that is held: of a series, by name, attended, or only talked of."""

import re

from aidememoire.claims import tenses
from aidememoire.claims.occasions.parties.participation import is_organisation, mentions_between
from aidememoire.claims.occasions.standing.standing import Standing
from aidememoire.claims.occasions.words.nouns import any_of
from aidememoire.claims.occasions.words.triggers import DIALOGUE
from aidememoire.claims.tenses import Tense
from aidememoire.model import BY_NAME, MeetingKind, Span, Token

HOLDING = frozenset(
    (
        "hold begin start resume conclude end finish take open cancel postpone call convene reconvene renew adjourn "
        "collapse founder break pass spend"
    ).split()
)

STAGING = frozenset(
    "hold host take pass be schedule plan convene open begin start end finish conclude set expect".split()
)

SPEAKING_OF = frozenset(
    "discuss address support back endorse facilitate review raise cover consider encourage favour favor oppose".split()
)
REVIEWING = frozenset("review discuss assess study examine evaluate consider follow brief".split())
RESULTS_OF_TALKS = re.compile(
    r"\b(?:results?|outcomes?|progress|course|status|developments?) (?:of|in) (?:the )?"
    r"(?:(?!(?:their|our|his|her|its|those|a)\b)[\w-]+ ){0,4}$",
    re.IGNORECASE,
)
"""Before talks: accepts "the outcomes of ceasefire ", "progress in the "; refuses "the results of their "."""
FOUNDING = frozenset("create found establish institute institutionalise institutionalize".split())
"""Verbs whose object is a standing dialogue, and no round of it: "the 2+2 consultations were created in 2002"."""
ENDING = frozenset("suspend freeze halt abandon abort interrupt".split())

STARTING = frozenset("open launch begin start resume establish initiate institute continue reopen".split())

PROMISING = frozenset("agree decide pledge promise undertake vow".split())

SERIES = re.compile(
    r"\b(?:next|previous|last|latest|following|preceding|earlier|new|another|final|upcoming|further|fresh|additional|follow-?up)\s$",
    re.IGNORECASE,
)

ONE_OF_THEM = frozenset({"a", "an", "two", "three", "last", "next", "previous", "today", "latest", "new"})

AGAIN = re.compile(r"\s*(?:once )?(?:again|anew)\b", re.IGNORECASE)

THE_SIDES = re.compile(
    r"\b(?:they|we|both (?:sides|countries|parties|delegations)|"
    r"the (?:(?:two|three|four) )?(?:sides|parties|countries|states|ministers|leaders|presidents|delegations|diplomats|"
    r"negotiators|officials)|the (?:council|commission|committee|group|panel|forum))\b",
    re.IGNORECASE,
)

DOMESTIC_BODY = re.compile(
    r"\b(?:board|cabinet|shareholders?|(?<!military )(?<!naval )(?<!general )staff|town hall|press|news|campaign"
    r"|committee of ministers|annual general|security council of russia|parliament\w*|(?<!-)party|(?:all|multi)-party"
    r"|government|faction|training|question)\W*$",
    re.IGNORECASE,
)
"""Whose meetings are none between states: accepts "the board (meeting)", "a party (meeting)"; refuses "the six-party
(talks)", "naval staff (talks)"."""


OFFICE_OF = re.compile(
    r"\b(?:chair\w*|president|head|members?|secretary|director|spokes\w+|officials?) of (?:the |a )?(?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)
"""Before a body's name that only says what somebody is: accepts "chairman of the"; refuses "chaired the"."""

WE = re.compile(r"\b(?:we|I|our|us|my)\b")

COMING = re.compile(rf"\b(?:next|{any_of('ahead')})\s(?:[\w.-]+\s){{0,2}}$", re.IGNORECASE)
"""Before a format's name: accepts "the next Norway-India", "the upcoming"; refuses "next to the"."""

PUT_OFF = re.compile(
    r"(?:(?!(?:but|that|which|as|after)\b)[\w’'.-]+(?:, [^,.;:]{3,60},)? ){0,8}?"
    r"(?:was|were|is|has been|had been|will be|being)"
    r" (?:again |indefinitely )?(?:postponed|put off|called off|cancell?ed|rescheduled)\b"
)
"""Behind a format's name: accepts "of Chile and Peru has been postponed"; refuses "was suspended"."""
PUT_OFF_REACH = 20  # tokens

IN_WHICH = re.compile(
    r"\b(?:in|during|at|after|before|following) (?:the |their |his |her )?(?:[\w-]+ )?$", re.IGNORECASE
)
"""Before what was spoken of or at: accepts "addressed reporters after "; refuses "addressed the "."""

MET_OVER = re.compile(
    r"\b(?:met|meets?|meeting|talks|talked|spoke) (?:for|over|at|during) (?:an? |the )?(?:[\w-]+ )?$", re.IGNORECASE
)

PLAN_OF = re.compile(
    r"\b(?:plans?|schedules?|calendars?|systems?|mechanisms?|programmes?|programs?|practice|series) of "
    r"(?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)
"""Before meetings that are but a kind: accepts "a plan of consultations"; refuses "the plan of the minister"."""


HOW_THEY_GO = re.compile(
    r"\b(?:pace|progress|state|status|course|future|fate|process|conduct|direction|terms) of "
    r"(?:the |these |those |its |their )?(?:[\w-]+ ){0,3}$",
    re.IGNORECASE,
)
"""Before talks as such: accepts "the pace of new tariff (talks)"; refuses "in the course of a day's (talks)"."""


SENT_TO = re.compile(
    r"\b(?:delegates?|envoys?|negotiators?|representatives?|delegations?|ambassadors?)(?: (?:of|from) [^.;:]{2,80})? "
    r"to (?:the )?(?:[\w-]+ ){0,2}$"
)
"""Before talks to which those who met are but sent: accepts "the envoys of Chile and Peru to the six-party "; refuses
"envoys came to the "."""
SENT_REACH = 20  # tokens

HOST_BEHIND = re.compile(
    r",?\s?(?:to\sbe\shosted\sby|hosted\sby|(?:which|that)(?=\s(?:the\s)?(?:[A-Z][\w.]*\s){1,4}(?:has\s|will\s|would\s|is\s"
    r"|to\s|due\s|plans\s)*host))\s(?P<host>(?:the\s)?[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,3})"
)
"""Behind an occasion: accepts ", which Egypt will host", " to be hosted by Peru"; refuses ", which ended"."""
HOST_REACH = 12

HOST_VERB_REACH = 6
"""Tokens from a town to what it does: "Riga is also due to host"."""

COUNTERPART_NEAR = 9  # tokens: "with Peruvian First Vice Foreign Minister X"


class Holding(Standing):
    """Which occasion a noun stands for, if any."""

    def _place_of_host(self) -> tuple[Span, str | None] | None:
        """The state that is to host it, where no other place is named ("Chile would host the next meeting")."""
        verb = tenses.governor(self.mentions, self.sentence, self.tokens[self.last - 1])
        if self.trigger.shape != "occasion":
            return None
        if verb is None or verb.lemma != "host" or not self._is_object_of(verb):
            return self._place_of_host_behind()
        town = self._host_town(verb)
        if town is not None:
            return town
        hosts = [one for one in self.sides.within(self.sentence.first, verb.index) if one.kind == "party"]
        if not hosts or hosts[-1].form not in BY_NAME or len(hosts[-1].parties) != 1:
            return None
        code = hosts[-1].parties[0]
        if self._is_body(code) or verb.index - hosts[-1].last > 5:
            return None
        joint = self._words(hosts[-2].last, hosts[-1].first) if len(hosts) > 1 else ""
        is_shared = self._words(verb.index - 2, verb.index).lower() in {"co-", "co‑"}
        if joint.strip(" ,").lower() in {"and", "and the"} or is_shared:
            return None  # of two hosts together either may be where it is
        self.host = code
        self.inferred.append(("place", "the state that hosts it"))
        return hosts[-1].span, code

    def _host_town(self, verb: Token) -> tuple[Span, str | None] | None:
        """The town or house that is said to host it ("Riga will host the talks", "the White House hosted")."""
        subjects = (one for one in self.tokens[self.sentence.first : verb.index] if one.dep == "nsubj")
        subject = next((one for one in subjects if one.head == verb.index), None)
        if subject is None or verb.index - subject.index > HOST_VERB_REACH:
            return None
        places = mentions_between(self.mentions.places, subject.start, subject.end)
        return next(((one.span, one.country) for one in places if one.kind in {"city", "venue"}), None)

    def _place_of_host_behind(self) -> tuple[Span, str | None] | None:
        """The state that is said to host it in a relative clause ("COP27, which Egypt will host")."""
        match = HOST_BEHIND.match(self._after_words(HOST_REACH)) if self.last < self.sentence.last else None
        if match is None:
            return None
        start = self.tokens[self.last].start
        named = mentions_between(self.mentions.parties, start + match.start("host"), start + match.end("host") + 1)
        hosts = [one for one in named if one.form in BY_NAME]
        if len(hosts) != 1 or self._is_body(hosts[0].code):
            return None
        self.host = hosts[0].code
        self.cast.parties.setdefault(hosts[0].code, hosts[0].span)
        self.inferred.append(("place", "the state that hosts it"))
        return hosts[0].span, hosts[0].code

    def _is_again(self) -> bool:
        """Whether those last told of meet once more, unnamed here ("the two sides agreed to meet again")."""
        if self.cast.parties or self.trigger.name != "meet" or AGAIN.match(self._after_words(2)) is None:
            return False
        return THE_SIDES.search(self._words(self.sentence.first, self.first)) is not None

    def _is_stage(self) -> bool:
        """Whether it is the numbered or many-sided meeting at which those who stand before it met."""
        before = self._before_words(6) + " "
        if re.search(r"\b(?:at|for|in)\s(?:the|their|a|an)\s(?:[\w-]+\s){0,3}$", before, re.I) is None:
            return False
        if re.search(r"\b(?:at|for|in)\s(?:a|an|their)\s$", before, re.I) is not None:
            return True
        return self._ordinal()[0] is not None or re.search(r"\b(?:\w+lateral|\w+-way)\s$", before, re.I) is not None

    def _is_session(self) -> bool:
        """Whether a conference or session is one of a body, on a day, in a place, with a number, or taken part in."""
        if self.trigger is DIALOGUE:
            return self._is_meeting_of_dialogue()
        _, _, parties = self._format()
        if parties or any(is_organisation(self.knowledge, code) for code in self.cast.parties):
            if self.trigger.name == "grouping":
                self._add_speakers_side()
            is_tied = self._time() or self._place() or self._ordinal()[0] or self._is_attended()
            return bool(is_tied or HOST_BEHIND.match(self._after_words(HOST_REACH)))
        is_round = self._format()[0] is not None and self._is_attended_by_subject()
        if not is_round and (not self._is_named() or not self._is_attended_by_subject()):
            return False
        for presence in self._subject_of_noun():
            self.cast.add(presence)
        return bool(self.cast.parties)

    def _add_speakers_side(self) -> None:
        """Add the side whose own words the report gives, where it was there itself ("we were at the G7")."""
        side = self.mentions.report.side
        if side is not None and WE.search(self._before_words(12)) is not None:
            self.cast.parties.setdefault(side, None)
            self.inferred.append(("parties", f"said of themselves by those whose account it is, {side}"))

    def _is_of_a_body(self) -> bool:
        return any(is_organisation(self.knowledge, code) for code in self.cast.parties)

    def _is_named(self) -> bool:
        """Whether the occasion has a name of its own ("the Berlin Conference")."""
        return self.tokens[self.first].text[0].isupper() and self.first > self.sentence.first and not self.is_title

    def _is_meeting_of_dialogue(self) -> bool:
        """Whether a format's name stands for one of its meetings: with a number, or held on a day or in a place."""
        if self._needs_subject(bool(self.cast.parties), set()) or len(self.cast.parties) < 2:
            for presence in self._subject_of_noun():
                self.cast.add(presence)
        if OFFICE_OF.search(self._before_words(5) + " "):
            return False
        number = self._ordinal()[0]
        time = self._time()
        when_or_where = time or self._place()
        if number and self._is_attended() and len(self.cast.parties) >= 2:
            return True
        if time is not None and 0 <= self.tokens[self.first].start - time.span.end <= 2:
            return True  # "the January 6 Norway-India Energy Dialogue"
        if COMING.search(self._before_words(4) + " ") or self._is_with_a_counterpart():
            return True
        if len(self.cast.parties) >= 2 and PUT_OFF.match(self._after_words(PUT_OFF_REACH)):
            return True
        return bool(self.is_title and number) or bool(
            when_or_where and (number or self._is_attended() or self._is_followed_by_holding())
        )

    def _is_with_a_counterpart(self) -> bool:
        """Whether somebody is named right behind it with whom it is held ("an Energy Dialogue with the minister")."""
        near = self.sides.within(self.last, min(self.sentence.last, self.last + COUNTERPART_NEAR))
        is_one = {"a", "an"} & set(self._before_words(3).lower().split())
        return bool(is_one) and any(one.link == "with" and one.kind in {"person", "office"} for one in near)

    def _is_followed_by_holding(self) -> bool:
        after = self._after_words(16).lower()
        return (
            re.search(
                r"\b(?:held|took place|take place|takes place|convened|co-?chaired|chaired|hosted|"
                r"to be held|opened|concluded)\b",
                after,
            )
            is not None
        )

    def _is_attended(self) -> bool:
        before = self._before_words(6).lower()
        return (
            re.search(
                rf"\b(?:at|during|after|before|following|attend\w*|host\w*|open\w*|{any_of('edges')} of|"
                r"hold|held|hosting|convene[sd]?|chair\w*|address\w*)\b",
                before,
            )
            is not None
        )

    def _is_vague(self) -> bool:
        """Whether nothing ties the noun to one occasion: no person, time, place, number, nor a verb of holding it."""
        if self._has_person(self.cast) or self._time() or self._place() or self._ordinal()[0] or self.is_title:
            return False
        verb = tenses.governor(self.mentions, self.sentence, self.tokens[self.last - 1])
        tense = tenses.tense_of(self.mentions, self.sentence, self.span)
        if tense in {Tense.ONGOING, Tense.FUTURE}:
            return False
        if verb is not None and verb.lemma in HOLDING and tense in {Tense.PAST, Tense.PERFECT, Tense.PRESENT}:
            return False
        if self.trigger.kind is MeetingKind.TALKS:
            return not re.search(
                r"\b(?:after|at|during|following|before|in)\W+(?:the |their |his |her )?(?:\w+ ){0,2}$",
                self._before_words(5) + " ",
            )
        before = set(self._before_words(3).lower().split())
        return not (self._format()[0] or self._is_definite() or before & ONE_OF_THEM)

    def _is_one_of_a_series(self) -> bool:
        """Whether "round" or "one" is the next, last or nth of what was told of, and is said to be held."""
        before = self._before_words(4) + " "
        is_such = self.tokens[self.first].lower == "such"  # "the first such meeting"
        is_counted = is_such or SERIES.search(before) is not None or self._ordinal_before(self.first)[0] is not None
        verb = tenses.governor(self.mentions, self.sentence, self.tokens[self.last - 1])
        return is_counted and verb is not None and verb.lemma in STAGING

    def _is_only_a_topic(self) -> bool:
        """Whether talks are but what somebody spoke of ("discussed the talks on a border", "the pace of the talks")."""
        if self.trigger.kind is MeetingKind.TALKS and HOW_THEY_GO.search(self._before_words(7) + " "):
            return self._time() is None and self._place() is None and self._ordinal()[0] is None
        verb = tenses.governor(self.mentions, self.sentence, self.tokens[self.last - 1])
        if self.trigger.kind is MeetingKind.TALKS and self._are_others_results(verb):
            return True
        if verb is None or self.trigger.kind is not MeetingKind.TALKS or verb.lemma not in SPEAKING_OF:
            return False
        if not self._is_object_of(verb) or self.tokens[self.last - 1].dep not in {"dobj", "conj", "pobj"}:
            return False
        if IN_WHICH.search(self._before_words(4) + " "):
            return False  # "plan to discuss the border in talks"
        return self._time() is None and self._ordinal()[0] is None

    def _are_others_results(self, verb: Token | None) -> bool:
        """Whether what came of talks is spoken of, and nobody says of whose ("reviewed the outcome of talks")."""
        told = RESULTS_OF_TALKS.search(self._before_words(12) + " ")
        if told is None or re.match(r"\s*(?:between|with|of|among|by)\b", self._after_words(1), re.IGNORECASE):
            return False
        words = {token.lemma for token in self.tokens[max(self.sentence.first, self.first - 12) : self.first]}
        return bool(words & REVIEWING) or (verb is not None and verb.lemma in REVIEWING)

    def _is_only_its_fate(self) -> bool:
        """Whether it tells what became of the talks as such, and of no meeting ("the talks were suspended")."""
        verb = tenses.governor(self.mentions, self.sentence, self.tokens[self.last - 1])
        if verb is None or self.trigger.kind not in {MeetingKind.TALKS, MeetingKind.SUMMIT}:
            return False
        if verb.lemma in FOUNDING and (self._is_object_of(verb) if verb.tag != "VBN" else self.first < verb.index):
            return True
        is_plural = self.tokens[self.last - 1].tag in {"NNS", "NNPS"}
        if verb.lemma in ENDING and self.tokens[self.last - 1].dep == "nsubjpass" and is_plural:
            return True
        if verb.lemma in ENDING and is_plural and self._is_object_of(verb) and self._place() is None:
            return self.tokens[self.last - 1].dep == "dobj"  # "suspended talks with Lima on Monday"
        if verb.lemma not in STARTING or not self._is_object_of(verb) or not self._is_agreed(verb):
            return False
        return self._time() is None and self._place() is None and self._ordinal()[0] is None

    def _is_agreed(self, verb: Token) -> bool:
        """Whether a verb is what was agreed or promised ("agreed to open")."""
        before = self.tokens[max(self.sentence.first, verb.index - 3) : verb.index]
        return any(token.lemma in PROMISING for token in before) and any(token.lower == "to" for token in before)

    def _is_other_noun(self) -> bool:
        """Whether the noun is a board's, a team's or a press's, or a kind of occasion and not one."""
        if self.trigger.name == "table" and MET_OVER.search(self._before_words(5) + " "):
            return True  # "met for dinner" tells of one occasion
        if self.trigger.name in {"round", "one"} and not self._is_one_of_a_series():
            return True
        if self.trigger.name == "a dialogue" and self._time() is None and self._place() is None:
            return True  # "holding a dialogue with the world" is no occasion
        if self._is_only_its_fate() or self._is_only_a_topic():
            return True
        if SENT_TO.search(self._before_words(SENT_REACH) + " ") and any(start > self.last for start, _ in self.others):
            return True  # "the envoys to the talks met"
        if DOMESTIC_BODY.search(self._before_words(3)) or PLAN_OF.search(self._before_words(4) + " "):
            return True
        after = self._after_words(2).lower()
        if re.match(
            r"\s*of (?:the )?(?:[\w.-]+ ){0,3}?(?:business|bank|board|parliament|company)", self._after_words(7), re.I
        ):
            return True
        return after.lstrip().startswith(("point", "room", "place", "minutes", "record"))
