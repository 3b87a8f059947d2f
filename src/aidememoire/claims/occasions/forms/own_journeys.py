"""Own journeys: of whoever speaks or is spoken to ("my visit to Chile", "your trip to Lima last May")."""

import re
from collections.abc import Sequence

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
from aidememoire.model import Token

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


class OwnJourney(Unnamed):
    """Who travels, where he tells of it himself or is told."""

    def _travellers(self, found: Sequence[Presence]) -> list[Presence]:
        """Those of a subject who travel, without whose counterpart or guest does ("Soto’s Peruvian counterpart")."""
        text = self.mentions.report.text
        owners = [
            one for one in found if one.kind in {"reference", "person"} and OF_HIS_EQUAL.match(text, one.span.end)
        ]
        return [one for one in found if one not in owners] if len(owners) < len(found) else list(found)

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

    def _is_of_a_people(self, subject: Token) -> bool:
        """Whether "we" are a whole country that went somewhere, on no day ("why we went to Afghanistan")."""
        is_bare = GOING.match(self.mentions.words(self.span)) is not None
        return subject.lower == "we" and is_bare and self._time() is None
