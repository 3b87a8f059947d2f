"""Separately: those whom somebody met one by one: "meetings with the leaders of Chile and Peru" were two.

A plural, or "separate", says so; a verb alone doesn't ("met with Chile's and Peru's ministers" was one meeting).
"""

import re

from aidememoire.claims.occasions.journeys import Journey
from aidememoire.claims.occasions.own_voice import SPEAKERS, side_of_speaker
from aidememoire.claims.occasions.participation import PEOPLE_NOUNS
from aidememoire.model import Span

APART = re.compile(r"\b(?:separate|separately|respectively|in turn)\b", re.IGNORECASE)
MANY = re.compile(r"(?:meetings|calls|conversations)$", re.IGNORECASE)
"""Words that tell of several by themselves: accepts "phone calls"; refuses "talks", which may be one."""

OWNED_REACH = 3


class Separately(Journey):
    """Who was met one by one, and by whom."""

    def _separate_guests(self) -> dict[str, Span]:
        """Those met one by one: code → words; empty when all met together."""
        words = self._words(max(self.sentence.first, self.first - OWNED_REACH), min(self.sentence.last, self.last + 2))
        if MANY.search(self.mentions.words(self.span)) is None and APART.search(words) is None:
            return {}
        guests: dict[str, Span] = {}
        for presence in self._right():
            is_whose = presence.link == "from" and self.tokens[presence.link_token - 1].lower in PEOPLE_NOUNS
            if (presence.link == "with" or is_whose) and presence.kind in {"person", "office", "party", "body"}:
                for code in presence.parties:
                    guests.setdefault(code, presence.span)
        return guests

    def _hosts_of(self, guests: dict[str, Span]) -> tuple[tuple[str, Span | None], ...]:
        """Who met each of them: the sides beside them, else whoever speaks, else the side whose report it is."""
        hosts = tuple(item for item in self.cast.parties.items() if item[0] not in guests)
        if hosts or self.is_title:
            return hosts
        pronoun = self._subject_above()
        if pronoun is not None and pronoun.lower in SPEAKERS:
            found = side_of_speaker(self.mentions, self.span.start)
            return ((found[0], None),) if found is not None and found[0] not in guests else ()
        side = self.mentions.report.side
        people = [one for one in self._subject_of_noun() if one.kind != "party" and not one.parties]
        return ((side, None),) if side is not None and side not in guests and people else ()

    def _is_of(self, index: int, code: str, guests: dict[str, Span]) -> bool:
        party = self.mentions.actors[index].party
        return party == code or party not in guests
