"""Own journeys: of whoever speaks or is spoken to ("my visit to Chile", "your trip to Lima last May")."""

import re
from collections.abc import Sequence

from aidememoire.claims.occasions.forms.turned import AUXILIARIES, WITH_AHEAD, partners_ahead, travellers_behind
from aidememoire.claims.occasions.forms.unnamed import Unnamed
from aidememoire.claims.occasions.parties.own_voice import (
    HEARERS,
    OWNED_BY_HEARER,
    OWNED_BY_SPEAKER,
    SPEAKERS,
    WHY,
    WHY_HEARD,
    side_of_hearer,
    side_of_speaker,
)
from aidememoire.claims.occasions.parties.participation import Presence
from aidememoire.model import Span, Token

SENT = "send"
"""The row of the table for journeys of others than whoever is named first."""

GOING = re.compile(r"(?:went|go|going|gone|goes|came|come|coming|le[fa]\w+)\b", re.IGNORECASE)
"""Verbs of armies as of guests: accepts "went to"; refuses "travelled to", "visited"."""


GUESTS_LED = re.compile(
    r"(?:(?:^|\s)(?!(?:and|but|who|which|that|after|before)\b)[\w.’'-]+,?){1,12}?\s(?:delegation|team|group|mission)"
    r"(?:\s(?!(?:and|but|who|which|that|after|before)\b)[\w.’'-]+){0,6}?,?\s(?:(?:that|which) (?:is|was) )?"
    r"(?:headed|led) by (?P<who>\S)"
)
"""Behind a host’s verb: accepts " on Friday a Chilean trade delegation headed by X"; refuses " gifts for a team"."""
GUESTS_REACH, LEADER_REACH = 30, 50


OF_HIS_EQUAL = re.compile(
    r"(?:[’']s?)?\s(?:[\w-]+\s){0,3}?"
    r"(?:counterparts?|hosts?|guests?|opposite numbers?|colleagues?|predecessor|successor|visitors?)\b"
)
"""Behind whose equal is named: accepts "Soto(’s Peruvian counterpart)", "his (host)"; refuses "Soto(’s ministers)"."""

MET_WITH = re.compile(
    r"\s?(?:(?:today|yesterday|(?:on )?(?:the )?(?:past |last )?\w+day(?: \w+)?|in [A-Z][\w-]+) ){0,3}"
    r"with (?:the |his |her )?[A-Z]"
)
"""Behind "was met", as translations have "met": accepts " with the President"; refuses " with applause", " by Oslo"."""
WITH_REACH = 10  # tokens

MET_BY_REACH = 8  # tokens behind "met" in which it may stand by whom: "at the airport of Lima by"


AT_INVITATION = re.compile(r"(?:At|On|Upon) (?:the )?(?:[a-z]+ )?invitation (?:of|from|by) ")
"""At a sentence's head, before who invites: accepts "At the kind invitation of "; refuses "At the talks, "."""


class OwnJourney(Unnamed):
    """Who travels, where he tells of it himself or is told."""

    def _travellers(self, found: Sequence[Presence]) -> list[Presence]:
        """Those of a subject who travel, without whose counterpart or guest does ("Soto’s Peruvian counterpart")."""
        text = self.mentions.report.text
        owners = [
            one for one in found if one.kind in {"reference", "person"} and OF_HIS_EQUAL.match(text, one.span.end)
        ]
        left = [one for one in found if one not in owners] if len(owners) < len(found) else list(found)
        return self._without_inviters(left)

    def _without_inviters(self, found: Sequence[Presence]) -> list[Presence]:
        """Those who travel, where the sentence opens with who invites ("At the invitation of X of Peru, Y of")."""
        match = AT_INVITATION.match(self.mentions.report.text, self.sentence.span.start, self.sentence.span.end)
        if match is None or self.span.start < match.end():
            return list(found)
        named = [one for one in self.sides.within(self.sentence.first, self.first) if one.span.start >= match.end()]
        people = [one for one in named if one.parties and one.kind in {"person", "office", "reference"}]
        hosts = set(people[0].parties) if people else set()
        guests = [one for one in (*found, *people) if not hosts & set(one.parties) and one in people]
        return list(dict.fromkeys(guests)) if hosts and guests else list(found)

    def _add_speaker(self) -> bool:
        """Whether the traveller is whoever speaks, whose side was added ("my visit to Chile", "I flew to Lima")."""
        if self.is_title:
            return False
        if self.trigger.shape == "visit":
            before = self._before_words(5) + " "
            is_own = OWNED_BY_SPEAKER.search(before) is not None
            is_heard = OWNED_BY_HEARER.search(before) is not None
        else:
            subject = self._subject_above()
            is_own = subject is not None and subject.lower in SPEAKERS and not self._is_of_a_people(subject)
            is_heard = subject is not None and subject.lower in HEARERS and self._time() is not None
        if is_heard:
            return self._add_hearer()
        found = side_of_speaker(self.mentions, self.span.start) if is_own else None
        if found is None:
            return False
        party, actor = found
        self.cast.parties[party] = None
        self.inferred.append(("parties", WHY))
        is_gone = self.trigger.name != SENT  # "we sent a delegation to Lima": whoever speaks stayed at home
        if actor is not None and is_gone and actor not in self.cast.actors:
            self.cast.actors.append(actor)
        return True

    def _add_hearer(self) -> bool:
        """Whether the traveller is whoever is spoken to, whose side was added ("your visit to Chile last May")."""
        code = side_of_hearer(self.mentions, self.span.start)
        if code is None:
            return False
        self.cast.parties[code] = None
        self.inferred.append(("parties", WHY_HEARD))
        return True

    def _add_guests_led(self) -> bool:
        """Whether somebody received is named as who leads his delegation, and was added ("a team headed by X")."""
        match = GUESTS_LED.match(self._after_words(GUESTS_REACH)) if self.trigger.is_hosting else None
        if match is None or self._is_passive():
            return False
        begin = self.tokens[self.last].start + match.start("who")
        behind = [one for one in self.sides.presences if begin <= one.span.start <= begin + LEADER_REACH]
        led = [one for one in behind if one.kind != "party" and (one.parties or one.actors)]
        guests = [one for one in self.sides.within(self.last, self.sentence.last) if one.span.end <= begin]
        for presence in (*guests, *led):
            self.cast.add(presence)
        return bool(led)

    def _is_met_with(self) -> bool:
        """Whether "was met" says that they met, as translations have it."""
        return MET_WITH.match(self._after_words(WITH_REACH)) is not None or self._is_of_two_who_meet()

    def _add_partners_ahead(self, verb: int) -> None:
        """Add those with whom it was, where they stand before the verb and one side alone is known."""
        if len(self.cast.parties) == 1 and self.trigger.name in WITH_AHEAD:
            for presence in partners_ahead(self.sides, verb):
                self.cast.add(presence)

    def _is_of_two_who_meet(self) -> bool:
        """Whether two are told to be met, and by nobody: "the Kenyan and the Rwandan minister will be met in Lima"."""
        people = [one for one in self._subject() if one.kind != "party"]
        is_by = {token.lower for token in self.tokens[self.last : self.last + MET_BY_REACH]} & {"by", "with"}
        return len({code for one in people for code in one.parties}) > 1 and not is_by

    def _opens_on_verb(self) -> bool:
        """Whether nobody is named before the verb ("On Friday arrived in Lima the minister")."""
        before = self.sides.within(self.sentence.first, self.first)
        return self.tokens[self.first].tag.startswith("VB") and all(one.kind == "party" for one in before)

    def _add_turned(self, index: int | None) -> None:
        """Add who travels where he stands from this token on, behind the verb."""
        if index is None:
            return
        for presence in travellers_behind(self.sides.within(index, self.sentence.last), self.tokens, index):
            self.cast.add(presence)

    def _town_turned_to(self) -> tuple[Span, str] | None:
        """The town before the verb to which he comes who stands behind it ("Lima will visit the foreign minister")."""
        index = self.first - 1
        while index > self.sentence.first and self.tokens[index].lower in AUXILIARIES:
            index -= 1
        town = self._place_at(index) if index >= self.sentence.first and self._opens_on_verb() else None
        if town is None or town[1] is None:
            return None
        self._add_turned(self.last)
        if not set(self.cast.parties) - {town[1]}:
            self.cast.parties.clear()
            self.cast.actors.clear()
            return None
        return town[0], town[1]

    def _is_of_a_people(self, subject: Token) -> bool:
        """Whether "we" are a whole country that went somewhere, on no day ("why we went to Afghanistan")."""
        is_bare = GOING.match(self.mentions.words(self.span)) is not None
        return subject.lower == "we" and is_bare and self._time() is None
