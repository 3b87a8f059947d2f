"""Invitations: who asks whom to come, and where to."""

import re

from aidememoire.claims.occasions.forms.sitting import Sitting
from aidememoire.claims.occasions.parties.participation import JOINING
from aidememoire.claims.occasions.words.stretch import REACH
from aidememoire.claims.occasions.words.taking_part import takes_part
from aidememoire.model import Span

TO_A_MEETING = re.compile(
    r"\s*(?:back )?to (?:\S+ ){0,3}?(?:meetings?|summits?|talks|conferences?|sessions?)\b(?!.*\bby\b)", re.IGNORECASE
)
"""Accepts "(was invited) to the meeting"; refuses "to the meeting by Chile"."""

TO_COME = re.compile(
    r"\bto (?:visit|come|make|pay|(?:\w+ ){0,3}?(?:talks|meeting|summit))\b"
    r"|\bfor an? (?:\w+ )?(?:visit|talks|meeting|summit)\b"
    r"|\bfor (?:talks|visit)\b",
    re.IGNORECASE,
)
"""What one is invited to do: accepts "to visit", "for talks"; refuses "to Mr Moreno’s lecture"."""


TO_BE_THERE = re.compile(r"\bto (?:visit|come|make|pay)\b|\bfor an? (?:\w+ )?visit\b", re.IGNORECASE)
"""What is a visit whatever else he comes for: accepts "to visit Chile for the"; refuses "to attend the"."""

GUEST_REACH = 8  # tokens from "to" to the end of a guest's name

SESSIONS = frozenset("summit summits forum conference assembly session".split())


class Invitation(Sitting):
    """Who invites whom."""

    def _read_invitation(self) -> bool:
        if self._is_passive() and TO_A_MEETING.match(self._after_words(8)):
            return False  # the meeting is the occasion, and whoever holds it isn't named as the host
        if TO_BE_THERE.search(self._after_words(REACH)) is None and self._is_to_a_bodys_session():
            return False
        for presence in self._subject():
            self.cast.add(presence)
        inviter = set(self.cast.parties)
        for presence in self._right():
            if takes_part(self.sides, presence, JOINING | {"to", "for"}, (self.first, self.last)):
                self.cast.add(presence)
        if len(inviter) == 1:
            self.host = next(iter(inviter))
        self.destination = self._invited_to()
        if self.destination is None and TO_COME.search(self._after_words(REACH)) is None:
            return False  # "invited the minister to Mr X's lecture"
        return len(self.cast.parties) >= 2

    def _is_to_a_bodys_session(self) -> bool:
        """Whether one is asked to a session of a body of states, which is the occasion ("to the BRICS summit")."""
        for presence in self._right():
            after = self.tokens[presence.last].lower if presence.last < self.sentence.last else ""
            is_of_body = presence.kind in {"party", "body"} and any(map(self._is_body, presence.parties))
            if is_of_body and after in SESSIONS:
                return True
        return False

    def _is_guest_at(self, index: int) -> bool:
        """Whether the one who is asked is named from a token on ("an invitation to President X of Peru to visit")."""
        people = self.sides.within(index, min(self.sentence.last, index + GUEST_REACH))
        guests = [one for one in people if one.kind in {"person", "office"} and one.first - index <= 1]
        return bool(guests) and TO_BE_THERE.search(self._after_words(REACH)) is not None

    def _invited_to(self) -> tuple[Span, str | None] | None:
        """Where the guest is asked to come ("invited … to visit Chile", "welcomed … to Lima")."""
        end = min(self.sentence.last, self.last + REACH)
        for index in range(self.last, end - 1):
            if self.tokens[index].tag == "MD":
                return None  # "received the minister on Monday and will travel to Lima"
            if self.tokens[index].lower == "to":
                after = index + 2 if self.tokens[index + 1].lemma in {"visit", "come", "pay"} else index + 1
                if after == index + 1 and self._is_guest_at(after):
                    continue
                found = self._destinations(after) if after < end else []
                if found:
                    return found[0]
        return None
