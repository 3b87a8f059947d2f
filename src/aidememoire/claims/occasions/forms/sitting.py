"""Sitting: what a body's own people are told to do or to have done together, and who is called a visitor.

No word for a meeting stands there: "the Council will vote on Friday", "EU ministers agreed on Monday", "his visiting
Danish counterpart". A day, and people who do such things only where they sit together, say that they sat.
"""

import re
from functools import cache

from aidememoire.claims import tenses
from aidememoire.claims.occasions.forms.gathered import Gathered
from aidememoire.claims.occasions.parties.colleges import body_meant, sat
from aidememoire.claims.occasions.parties.participation import (
    OF_TITLES,
    Presence,
    is_organisation,
    mentions_within,
    place_over_body,
)
from aidememoire.claims.occasions.words.nouns import any_of
from aidememoire.claims.occasions.words.stretch import REACH
from aidememoire.claims.occasions.words.triggers import triggers
from aidememoire.knowledge.seats import is_for_bodies
from aidememoire.model import FINITE_TAGS, BlockRole, MeetingKind, NameForm, Span, Token

OF_A_SECRETARIAT = re.compile(
    r"\b(?:commission|parliament|court|bank|spokes\w+|officials?|secretariat|congress|senate|cabinet|tribunal)\b",
    re.IGNORECASE,
)
"""Those of a body who are no states' representatives: what they decide is no meeting."""

DAYS_OF_SITTING = 7
"""The longest time that still is a day, or a week, on which a body is said to sit."""

SENTENCES_OF_NEWS = 2
"""Sentences of the body that tell what a story of the wire is about: its own, and the headline that stands above it."""

DAYS_OF_NEWS = 4
"""How long ago a council may have decided something for its sitting to be news."""

NEAR = 12
"""Tokens: an occasion named so shortly before "are to discuss" is the one at which it is discussed."""


ABROAD = re.compile(
    r"\b(?:world|arab|western|european|african|gulf|asian|latin american|regional|other|international|allied) "
    r"(?:and (?:arab|western|european|regional) )?"
    r"(?:leaders|powers|nations|countries|states|governments|(?:foreign |finance |defen[cs]e )?ministers|partners|"
    r"allies|diplomats|envoys|heads of state)\b|\b(?:his|her|their|its) (?:[\w-]+ ){0,2}?counterparts\b|"
    r"\b\d+[ -](?:nations?|countr(?:y|ies)|states|governments)\b|\binternational (?:(?:donors?|peace|aid|crisis) )?"
    r"(?:meetings?|conference|talks|summit|gathering|ministers)\b|"
    r"\b(?:the |major |big |foreign |international )powers\b|"
    r"\bnations and (?:organi[sz]ations|bodies)\b|\bcontact group\b|\bdonors?[’']? conference\b",
    re.IGNORECASE,
)
"""Those abroad whom one meets, unnamed. Accepts "Arab leaders", "his Gulf counterparts"; refuses "tribal leaders"."""

AT_HOME = re.compile(
    r"\b(?:governors|mayors|senators|members of congress|farmers|voters)\s"
    r"(?:and \w+ )?(?:of|from|in) (?:the |several |other |some |\d+ )?$",
    re.IGNORECASE,
)
"""Before parts of one's own state: accepts "governors from (western states)"; refuses "leaders from (Arab states)"."""


BY_THOSE_WHO_SIT = re.compile(
    r"\s*(?:the |its |their )?(?:[\w.’'-]+ ){0,5}?(?:council|assembly|ministers|leaders|heads of (?:state|government)|"
    r"ambassadors)\b",
    re.IGNORECASE,
)
"""Behind "was discussed by": accepts " EU foreign ministers", " the Security Council"; refuses " the newspapers"."""

SINCE_THEN = re.compile(r"\b(?:since|after|before|when)\b", re.IGNORECASE)
"""Between a day and what was decided: accepts " marks a month since the council "; refuses " the council "."""

AGREED_IN = re.compile(
    r"(?:agreed|decided)\s?(?:on \w+day |last \w+ |this \w+ |at a \w+ )?in (?!principle|favou?r|full|part|"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|early|late)\b|\d)",
    re.IGNORECASE,
)
"""Accepts "agreed last month in Oslo", "agreed in Oslo"; refuses "agreed in principle", "agreed in May"."""

BEGUN = re.compile(
    r"\b(?:started|begun|began|opened|resumed|held|ended|postponed|called|forced) (?:its |a |an |the )?(?:\w+ )?$", re.I
)
"""Before a debate or vote: accepts "has started a"; refuses "awaits the"."""


SITTING_NOW = re.compile(
    r"\b(?:(?:in|at|during|addressing|before) (?:a|an|its|this|their)|(?:the|its) (?:current|ongoing|present|upcoming|"
    r"emergency|special|extraordinary|closed-door|resumed|jubilee|forthcoming)|(?:today|\w+day|this week)[’']s) "
    r"(?:[\w.-]+ ){0,4}$",
    re.IGNORECASE,
)
"""Before a body's session that is one: accepts "in a special ", "the current "; refuses "its annual "."""

IN_A_SESSION = re.compile(
    r"\b(?:in|at|during|after|following|before) (?:a|an|its|the|their|this|\w+day[’']s) (?:[\w.-]+ ){0,4}$",
    re.IGNORECASE,
)
"""Before the occasion at which something was said or done: accepts "in a special "; refuses "called for a "."""

COLLEGE_REACH = 12
SOME_OFFICIALS = re.compile(
    r"\s*(?:\w+ly )?(?:with )?(?:a (?:range|number|variety) of )?(?:(?:the|top|senior|high-level|"
    r"high-ranking|government|local|other|several|key|civilian|military|foreign ministry|and|various|cabinet|political|"
    r"interagency|host) )*"
    r"(?:(?:government|host government|ministry) )?"
    r"(?:officials|leaders|authorities|ministers|counterparts|leadership)\b"
    r"(?! (?:of|from) )",
    re.IGNORECASE,
)
"""Whom somebody meets where he is. Accepts " with senior civilian and military officials"; refuses " with officials
from", " with miners"."""

JOINING_IN = re.compile(
    r"\bjoin(?:s|ed|ing)? (?:[^;:]{3,140}?) (?:in|to|for|at) (?:\w+ly )?"
    r"(?:co-?)?(?:host|chair|lead|open|conven|hold)\w* "
    r"(?:an?|the) (?:[\w-]+ ){0,4}$",
    re.IGNORECASE,
)
"""Before what two hold together: accepts "will join the minister in co-hosting a "; refuses "will join the "."""

IN_A_PLACE = re.compile(r"\s*in\b", re.IGNORECASE)
YET = re.compile(
    r"planned|scheduled|proposed|expected|long-planned|intended|delayed|postponed|cancelled|canceled|so-called"
)
"""Between an owner and his occasion: accepts "(minister’s) planned (visit)"; refuses "(minister) cancelled (his)"."""
HERE = re.compile(r"\s*(?:(?:held|begun) )?here\b")
OWN_TALKS = re.compile(r"(?:talks|negotiations|consultations|meetings)$", re.IGNORECASE)
WITH_WHOM = re.compile(rf"\b(?:with|between|among|of|by|on the {any_of('edges')})\b", re.IGNORECASE)
OF_MANY = re.compile(
    r"\b(?:multilateral|world|global|trade round|gatt|opec|peace|indirect|proximity|internal|party|debt|bank|group|"
    r"world|nation|ministerial|international|round of|\w+-way|\w+-nation)\s(?:[\w-]+\s){0,2}$",
    re.IGNORECASE,
)


UN = "UN"
OF_THE_COUNCIL = re.compile(r"\b(?:Security Council|(?:draft )?resolutions?)\b")
"""With a veto: accepts "vetoed a resolution"; refuses "vetoed the sale"."""


@cache
def decisions() -> re.Pattern[str]:
    """What a council is said to have done."""
    return next(trigger.pattern for trigger in triggers() if trigger.name == "decide")


WISHED_THAT = re.compile(
    r"\b(?:suggest|propos|ask|urg|recommend|demand|insist|request)(?:s|ed|es|ing)?\b[^;:]{0,80}\bthat\b[^;:]{0,80}$"
)
"""Before what somebody would have a body do: accepts "suggested to her that the council "; refuses "said that the "."""
WISHED_REACH = 24  # tokens

LED_THERE = re.compile(
    r"\b(?:led|leads|leading|headed|heads|heading) (?:the|an?|his|her|its|their) (?:[\w-]+ ){0,3}?"
    r"(?:delegation|team|side) (?:at|to|in|during) (?:the|an?) (?:[\w-]+ ){0,4}$"
)
"""Before a session: accepts "headed the Peruvian delegation to the second "; refuses "led the delegation home from the
"."""


class Sitting(Gathered):
    """Occasions told of by what is done at them."""

    def _read_deliberation(self) -> bool:
        """Whether a body of states is to take something up on a named day ("the Council will vote on Friday")."""
        if OF_A_SECRETARIAT.search(self._before_words(12)) or any(
            0 <= self.first - end <= NEAR for _, end in self.others
        ):
            return False  # "ministers meeting in Oslo are to discuss": the meeting is told of already
        if self._is_wished_for():
            return False
        for presence in self._subject():
            if presence.kind != "person" and any(self._is_seated(code) for code in presence.parties):
                self.cast.add(presence)
        for presence in self._right() if self.tokens[self.last - 1].lower == "by" else ():
            if presence.link == "by" and presence.kind != "person" and any(map(self._is_seated, presence.parties)):
                self.cast.add(presence)
        if not self.cast.parties:
            self._add_body_named_before()
        self._add_college(is_verb=True)
        time = self._time() if self.cast.parties else None
        return time is not None and time.when is not None and (time.when.last - time.when.first).days <= DAYS_OF_SITTING

    def _is_wished_for(self) -> bool:
        """Whether it is what somebody would have others do ("suggested that the commission discuss tea")."""
        return WISHED_THAT.search(self._before_words(WISHED_REACH) + " ") is not None

    def _read_decision(self) -> bool:
        """Whether a body's ministers or council decided something the other day: for that they sat.

        Not the body as such ("the EU agreed"), whose offices decide without a sitting, and not what was decided once.
        """
        if self.is_title or self._has_others_told():
            return False  # "in a session in Oslo, ministers agreed": the session is told of already
        if self.trigger.name == "veto":
            return self._read_veto()
        if self._agreed_in_a_place():
            self._add_states_beside()
            return True
        if not (self._decided_by() if self.trigger.name == "be decided" else self._deciding()):
            return False
        on, time = self.mentions.on, self._time()
        if len(self.cast.parties) != 1 or on is None:
            return False
        self._add_states_beside()
        if time is None or time.when is None:
            return self._is_debate() or self._is_lead_of_a_dispatch()
        between = self.mentions.report.text[time.span.end : self.span.start]
        if SINCE_THEN.search(between):
            return False
        return time.when.first == time.when.last and 0 <= (on - time.when.last).days <= DAYS_OF_NEWS

    def _add_states_beside(self) -> None:
        """Add the states whose leaders are named in one breath with the body's ("the Russian and EU leaders")."""
        near = mentions_within(self.mentions.parties, self.sentence.span)
        bodies = [one for one in near if one.code in self.cast.parties]
        for one in near:
            if one.form not in {NameForm.ADJECTIVE, NameForm.DEMONYM} or one.span.end > self.span.start:
                continue
            gaps = [(min(one.span.end, body.span.end), max(one.span.start, body.span.start)) for body in bodies]
            if any(self.mentions.report.text[begin:end].strip() in {"and", ","} for begin, end in gaps):
                self.cast.parties[one.code] = one.span

    def _read_veto(self) -> bool:
        """Whether states vetoed a draft the other day, which they do in the Security Council and nowhere else."""
        near = mentions_within(self.mentions.parties, self.sentence.span)
        council = next((one for one in near if one.code == UN), None)
        on, time = self.mentions.on, self._time()
        if on is None or time is None or time.when is None or not 0 <= (on - time.when.last).days <= DAYS_OF_NEWS:
            return False
        told = self.mentions.words(self.sentence.span)
        if council is None and not (
            OF_THE_COUNCIL.search(told) and any(one.code == UN for one in self.mentions.parties)
        ):
            return False
        self.cast.parties[UN] = council.span if council is not None else None
        by = [one for one in self._right() if one.link == "by" or (one.link in {"and", ","} and self._is_passive())]
        for presence in by if self._is_passive() else self._subject():
            if any(self.knowledge.parties.is_state(code) for code in presence.parties):
                self.cast.add(presence)
        return time.when.first == time.when.last

    def _agreed_in_a_place(self) -> bool:
        """Whether a grouping that has no office anywhere agreed in a city: for that its ministers sat there.

        "The Group of Five agreed in Paris last month".
        """
        verb = self.tokens[self.first]
        is_told = AGREED_IN.match(self.mentions.words(self.span) + self._after_words(6)) is not None
        if verb.tag not in {"VBD", "VBN"} or self._is_passive() or not is_told or self._place() is None:
            return False
        groupings = [
            one for one in self._subject() if one.kind != "person" and any(map(self._is_grouping, one.parties))
        ]
        for presence in groupings:
            self.cast.add(presence)
        return bool(groupings)

    def _is_grouping(self, code: str) -> bool:
        known = self.knowledge.parties.get(code)
        return known is not None and str(known.kind) == "grouping"

    def _is_session(self) -> bool:
        """Whether a conference or session is one of a body, or of many states, in which somebody took part.

        Who opens, hosts or addresses it is there beside the body.
        """
        is_of_a_body = super()._is_session()
        if not is_of_a_body and SITTING_NOW.search(self._before_words(6) + " "):
            is_of_a_body = self._is_of_a_body() or any(map(self._is_seated, self._format()[2]))
        is_of_many = (
            self.trigger.name == "session" and not self._is_named() and self._is_international(MeetingKind.MEETING)
        )
        if not is_of_a_body and not is_of_many:
            return False
        if self.trigger.name == "session" and (self._is_attended_by_subject() or self._is_where_it_was_said()):
            for presence in self._subject_of_noun():
                if presence.kind in {"person", "office", "reference"}:
                    self.cast.add(presence)
        return is_of_a_body or bool(self._time() or self._place())

    def _is_attended_by_subject(self) -> bool:
        """Whether the subject attended it, or led his side there ("led her delegation at a meeting of the council")."""
        return super()._is_attended_by_subject() or LED_THERE.search(self._before_words(12) + " ") is not None

    def _needs_subject(self, has_left: bool, links: set[str]) -> bool:
        """The same; also where the subject led his side at it, whose body it ever is."""
        is_led_there = LED_THERE.search(self._before_words(12) + " ") is not None
        return is_led_there or super()._needs_subject(has_left, links)

    def _left_modifiers(self) -> list[Presence]:
        """Those in the words just before a noun, across "planned" and the like ("the minister’s planned visit")."""
        first = self.first
        while self.first > self.sentence.first and YET.fullmatch(self.tokens[self.first - 1].lower):
            self.first -= 1
        found = super()._left_modifiers()
        self.first = first
        return found

    def _is_where_it_was_said(self) -> bool:
        """Whether somebody is told to have said something there ("in a session of the Council, the envoy accused")."""
        return IN_A_SESSION.search(self._before_words(6) + " ") is not None

    def _add_college_behind(self) -> None:
        """Add the body whose council or bloc did something at or after a meeting of no named sides.

        "After a meeting in Lima, the league called for calm".
        """
        verb = tenses.governor(self.mentions, self.sentence, self.tokens[self.last - 1])
        if verb is None or self.is_title or not (self._time() or self._place()):
            return
        if verb.index > self.last:
            if IN_A_SESSION.search(self._before_words(6) + " ") is None or verb.tag not in FINITE_TAGS:
                return
            words = self._words(max(self.last, verb.index - COLLEGE_REACH), verb.index).rpartition(", ")[2]
        else:
            words = self._words_of_subject(verb)
        code = body_meant(self.mentions, self.knowledge, self.sentence.index, words, None) if words else None
        is_at_war = any(self.knowledge.parties.is_movement(party.code) for party in self.mentions.parties)
        if code is not None and not (is_at_war and words.rstrip().lower().endswith("council")):
            self.cast.parties[code] = None
            self.inferred.append(("parties", "the body named last before it"))

    def _words_of_subject(self, verb: Token) -> str:
        """The words up to the subject of the verb that a noun hangs on, or of those that this one hangs on; else ""."""
        for _ in range(4):
            subject = self._child(verb, {"nsubj", "nsubjpass"})
            if subject is not None:
                is_near = self.sentence.first <= subject.index < verb.index
                words = self._words(max(self.sentence.first, subject.index - COLLEGE_REACH), subject.index + 1)
                return words if is_near and subject.pos == "NOUN" else ""
            if verb.head == verb.index or not self.sentence.first <= verb.head < self.sentence.last:
                return ""
            verb = self.tokens[verb.head]
        return ""

    def _add_host_of_guest(self) -> None:
        """Add the country where somebody of another state had talks with nobody named ("a hard line in talks here").

        Not where bodies of states sit, nor where whom he met is told of in whatever words.
        """
        if len(self.cast.parties) != 1 or self.is_title or not OWN_TALKS.search(self.mentions.words(self.span)):
            return
        if WITH_WHOM.search(self._after_words(REACH).partition(",")[0]) or OF_MANY.search(self._before_words(5) + " "):
            return
        if {"his", "her", "their"} & set(self._before_words(3).lower().split()):
            return
        if ABROAD.search(self._words(self.sentence.first, self.last + REACH)):
            return
        (side,) = self.cast.parties
        over = place_over_body(self.mentions)
        is_here = HERE.match(self._after_words(3)) is not None
        place = over if is_here and over is not None else self._place_behind()
        if place is None or place[1] == side or is_for_bodies(self.mentions.words(place[0])):
            return
        if not self.knowledge.parties.is_state(side) or self._is_named_for_a_thing(side):
            return
        self.cast.parties[place[1]] = None
        self.inferred.append(("parties", "the country that the report is from, for a guest's talks there"))

    def _is_named_for_a_thing(self, side: str) -> bool:
        """Whether a state is named only as the owner of something else ("Chile's refusal marred the talks here")."""
        named = [one for one in self.sides.presences if side in one.parties and one.span == self.cast.parties[side]]
        owners = [one for one in named if self._owned_words(one)[:1] in (["'s"], ["’s"])]
        return bool(owners) and not any(
            self.first <= self.tokens[one.last - 1].head < self.last or OF_TITLES & set(self._owned_words(one))
            for one in owners
        )

    def _owned_words(self, presence: Presence) -> list[str]:
        """The words right behind a name, where what is his stands ("'s foreign minister")."""
        return [token.lower for token in self.tokens[presence.last : min(self.sentence.last, presence.last + 4)]]

    def _add_hosts_met_there(self) -> None:
        """Add the country where somebody meets its unnamed officials ("in Lima she will meet senior officials").

        Not where bodies of states sit.
        """
        if len(self.cast.parties) != 1 or self.is_title or SOME_OFFICIALS.match(self._after_words(14)) is None:
            return
        place = self._place()
        (side,) = self.cast.parties
        if place is None or place[1] is None or place[1] == side or is_for_bodies(self.mentions.words(place[0])):
            return
        if self.knowledge.parties.is_state(side) or self._is_seated(side):
            self.cast.parties[place[1]] = place[0]
            self.host = place[1]

    def _add_partner_in_hosting(self) -> None:
        """Add whom somebody joins in holding it ("will join the Chilean minister in co-hosting a meeting of")."""
        words = self._words(self.sentence.first, self.first)
        match = JOINING_IN.search(words + " ")
        if match is None:
            return
        start = self.tokens[self.sentence.first].start
        for presence in self.sides.within(self.sentence.first, self.first):
            if presence.kind != "party" and match.start() <= presence.span.start - start < match.end():
                self.cast.add(presence)

    def _place_behind(self) -> tuple[Span, str] | None:
        """The place named right behind the noun ("talks in Lima"), with its country."""
        if IN_A_PLACE.match(self._after_words(2)) is None:
            return None
        place = self._place_after(self.last)
        return (place[0], place[1]) if place is not None and place[1] is not None else None

    def _has_others_told(self) -> bool:
        """Whether the sentence tells of an occasion by another word than of what was decided too."""
        words = [self._words(first, last) for first, last in self.others]
        return any(not decisions().fullmatch(one.strip()) for one in words)

    def _deciding(self) -> bool:
        """Whether ministers or a council are the subject; who they are is noted."""
        verb = self.tokens[self.first]
        if verb.tag not in {"VBD", "VBN", "VBP"} or self._is_passive():
            return False
        if not sat(self._before_words(12)) or OF_A_SECRETARIAT.search(self._before_words(6)):
            return False
        for presence in self._subject():
            if presence.kind != "person" and any(map(self._is_seated, presence.parties)):
                self.cast.add(presence)
        self._add_college(is_verb=True, is_tied=self._is_debate())
        return True

    def _is_lead_of_a_dispatch(self) -> bool:
        """Whether it is the news of a story of a known day ("GENEVA, May 4 - The Council deferred a decision")."""
        has_day = self.mentions.dateline is not None and self.mentions.dateline.date is not None
        if not has_day and (self.mentions.report.side is not None or self.mentions.on is None):
            return False
        body = [one for one in self.mentions.sentences if self.mentions.report.blocks[one.block].role is BlockRole.BODY]
        is_first = self.sentence.index in {one.index for one in body[:SENTENCES_OF_NEWS]}
        return is_first and self.tokens[self.first].tag in {"VBD", "VBN"}

    def _is_debate(self) -> bool:
        """Whether it was debated, which one does nowhere but in a sitting."""
        return "debate" in self.mentions.words(self.span).lower()

    def _decided_by(self) -> bool:
        """Whether ministers or a council stand behind "was discussed by"; who they are is noted."""
        words = self._after_words(12)
        by = BY_THOSE_WHO_SIT.match(words)
        if by is None or OF_A_SECRETARIAT.search(by[0]):
            return False
        for presence in self.sides.within(self.last, min(self.sentence.last, self.last + 12)):
            is_agent = presence.kind != "person" and presence.span.start < self.span.end + by.end() + 1
            if is_agent and any(map(self._is_seated, presence.parties)):
                self.cast.add(presence)
        return True

    def _is_attended(self) -> bool:
        """Whether somebody takes part in it; of a debate it is enough that it was begun or ended."""
        return super()._is_attended() or (
            self.tokens[self.first].lower.startswith(("debate", "vote"))
            and BEGUN.search(self._before_words(4) + " ") is not None
        )

    def _is_seated(self, code: str) -> bool:
        return is_organisation(self.knowledge, code)

    def _read_guest(self) -> bool:
        """Whether somebody of another state is called a visitor ("his visiting Danish counterpart"); and to whom.

        Not beside a word for what he came for ("talks with the visiting leader"), which tells of it.
        """
        if self.others or self.tokens[self.first - 1].lower in {"of", "by", "after", "before", "without", "is", "was"}:
            return False
        near = self.sides.within(self.last, min(self.sentence.last, self.last + 6))
        guests = [one for one in near if one.parties and one.kind in {"person", "office", "reference", "party"}]
        if not guests or (guests[0].kind == "party" and not self._are_visitors(guests[0])):
            return False
        people = [one for one in near if one.parties == guests[0].parties]
        owners = {"his", "her", "their", "its"} & set(self._before_words(1).lower().split())
        hosts = self._subject_by_position(self.first) if owners else []
        codes = [code for one in hosts for code in one.parties if code not in guests[0].parties]
        if not owners and (over := place_over_body(self.mentions)) is not None and over[1] not in guests[0].parties:
            codes = [over[1]]
            self.inferred.append(("parties", "the country that the report is from, for one who visits it"))
        if len(set(codes)) != 1:
            return False
        for one in people:
            self.cast.add(one)
        span = next((one.span for one in hosts if codes[0] in one.parties), None)
        self.cast.parties.setdefault(codes[0], span)
        self.host = codes[0]
        return True

    def _are_visitors(self, presence: Presence) -> bool:
        return presence.form is NameForm.ADJECTIVE and self.sides.is_party_of_people(presence)

    def _is_international(self, kind: MeetingKind) -> bool:
        """Whether it is with people of several states by its words, though they name but one, or none."""
        if kind is MeetingKind.SUMMIT and not self.is_title:
            return self._place() is not None or self._time() is not None
        if self.trigger.shape not in {"encounter", "occasion"} or kind is MeetingKind.CALL:
            return False
        words = self._words(self.first - 6, self.last + 12)
        return any(AT_HOME.search(words, 0, one.start()) is None for one in ABROAD.finditer(words))
