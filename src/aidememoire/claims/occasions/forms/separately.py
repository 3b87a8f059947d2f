"""Separately: those whom somebody met one by one: "meetings with the leaders of Chile and Peru" were two.

A plural, or "separate", says so; a verb alone doesn't ("met with Chile's and Peru's ministers" was one meeting).
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from aidememoire.claims.clauses import PAIR
from aidememoire.claims.occasions.forms.journeys import Journey
from aidememoire.claims.occasions.parties.own_voice import SPEAKERS, side_of_speaker
from aidememoire.claims.occasions.parties.participation import PEOPLE_NOUNS, Presence, mentions_between
from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.model import MeetingKind, Span, TimeMention

APART = re.compile(r"\b(?:separate|separately|respectively|in turn|back-to-back)\b", re.IGNORECASE)
MANY = re.compile(r"(?:meetings|calls|conversations|bilaterals)$", re.IGNORECASE)
"""Words that tell of several by themselves: accepts "phone calls", "bilaterals"; refuses "talks", which may be one."""

TOWNS_OF_COUNTERPARTS = re.compile(
    r"(?P<lead>\s?in )(?-i:[A-Z])[\w’'-]+[^.;:]{0,80}? and (?-i:[A-Z])[^.;:,]{2,30}? with (?:his|her|their|its) "
    r"(?:[\w-]+ ){0,2}?(?:counterparts|colleagues|opposite numbers|hosts)\b",
    re.IGNORECASE,
)
"""Behind a plural: accepts " in Lima, Quito and La Paz with his counterparts"; refuses " in Lima with the envoys"."""
TOWNS_REACH = 24

WITH_EACH = re.compile(
    r"\bwith [^.;:“”\"]{4,160}?(?:,| and|, and),? (?P<then>(?:then|later|afterwards|separately),? )?(?:also )?with ",
    re.IGNORECASE,
)
BY_PHONE = re.compile(r"\b(?:tele)?phone\b|\bby video", re.IGNORECASE)
"""From a word for speaking on, where "with" is said again of another, and that it was by telephone, or one after the
other: accepts "spoke by phone with the envoy of Chile and with ", "spoke with the envoy of Chile and then with ",
"spoke today with the envoy of Chile and, separately, with ";
refuses "spoke by phone with the envoys of Chile and Peru", "talked with the envoy of Chile and with "."""
CALL_REACH = 40  # tokens: two names with their offices

OWNED_REACH = 3
OFFICE_AND_NAME = 2  # a guest's office and his name

BEFORE_DAY = re.compile(r"\s(?:early |late )?(?:on |in )?")
"""Between a guest and the day on which he was met: accepts " on "; refuses " said on "."""
AND_THEN = re.compile(
    r"(?: (?:in|at) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)?,? and (?:then )?(?:with )?(?:the |his |her |its )?"
)
"""Between that day and the next guest: accepts " and ", " in Oslo, and the "; refuses " and signed with "."""
AND_ON = re.compile(r",? and (?:then )?(?:on )?")
WITH_HIM = re.compile(r",? with (?:the |his |her |its )?")
"""Between a guest and the next one's day, and behind that: accepts " and on ", " with the "; refuses " said "."""


class Separately(Journey):
    """Who was met one by one, and by whom."""

    def _separate_guests(self) -> dict[str, Span]:
        """Those met one by one: code → words; empty when all met together."""
        words = self._words(max(self.sentence.first, self.first - OWNED_REACH), min(self.sentence.last, self.last + 2))
        is_in_turn = self._is_each_called()
        is_apart = APART.search(words) is not None or is_in_turn
        if MANY.search(self.mentions.words(self.span)) is None and not is_apart:
            return {}
        guests: dict[str, Span] = {}
        for presence in self._right():
            is_behind_comma = self.tokens[presence.first - 1].text == ","
            if is_in_turn and is_behind_comma and not set(presence.parties) <= set(guests):
                break  # "with X and then with Y, the president said"
            is_whose = presence.link == "from" and self.tokens[presence.link_token - 1].lower in PEOPLE_NOUNS
            if (presence.link == "with" or is_whose) and presence.kind in {"person", "office", "party", "body"}:
                for code in presence.parties:
                    guests.setdefault(code, presence.span)
        return guests

    def _is_each_called(self) -> bool:
        """Whether a call was made to each of those named ("spoke by phone with X and with Y").

        Of a meeting only "separately" tells it: "met with X and with Y" was one.
        """
        words = self._words(self.first, min(self.sentence.last, self.last + CALL_REACH))
        match = WITH_EACH.search(words)
        if match is None or self.trigger.kind is not MeetingKind.CALL:
            return match is not None and "separately" in (match["then"] or "").lower()
        return match["then"] is not None or BY_PHONE.search(words[: match.end()]) is not None

    def _each_caller(self, sighting: "Sighting", guests: dict[str, Span]) -> list["Sighting"]:
        """The calls of several leaders with one, each its own ("A and B agreed in telephone conversations with C")."""
        is_plural = sighting.kind is MeetingKind.CALL and MANY.search(self.mentions.words(self.span)) is not None
        callers = [item for item in sighting.parties if item[0] not in guests]
        if not is_plural or len(guests) != 1 or len(callers) < PAIR or self.is_title:
            return []
        named = {self.mentions.actors[index].party for index in sighting.actors}
        if not {code for code, _ in callers} <= named:
            return []
        return [
            replace(
                sighting,
                parties=(caller, *guests.items()),
                is_one_of_several=True,
                actors=tuple(
                    index
                    for index in sighting.actors
                    if self.mentions.actors[index].party == caller[0] or self.mentions.actors[index].party in guests
                ),
            )
            for caller in callers
        ]

    def _at_each_town(self, sighting: "Sighting") -> list["Sighting"]:
        """The meetings in several countries' towns with those who are at home there; none where others were met.

        "Held meetings in Lima and Quito with his counterparts" were two.
        """
        match = TOWNS_OF_COUNTERPARTS.match(self._after_words(TOWNS_REACH))
        if match is None or len(sighting.parties) != 1 or self.is_title:
            return []
        start = self._token_at(self.span.end + match.end("lead"))
        towns = {code: span for span, code in self._destinations(start) if code not in sighting.codes}
        if len(towns) < PAIR:
            return []
        return [
            replace(
                sighting, parties=(*sighting.parties, (code, span)), place=span, country=code, is_one_of_several=True
            )
            for code, span in towns.items()
        ]

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

    def _each_in_turn(self, sighting: "Sighting") -> list["Sighting"]:
        """The meeting, and those with further guests on days of their own, who then aren't part of it."""
        others = list(self._met_in_turn(sighting))
        taken = {
            code for one in others for code, span in one.parties if span is not None and span.start > self.span.end
        }
        left = tuple(item for item in sighting.parties if item[0] not in taken)
        if not others or len(left) < PAIR:
            return [sighting, *others]
        actors = tuple(index for index in sighting.actors if self.mentions.actors[index].party not in taken)
        return [replace(sighting, parties=left, actors=actors), *others]

    def _met_in_turn(self, sighting: "Sighting") -> Iterator["Sighting"]:
        """The meetings with further guests, each on a day of his own ("met X on Monday and Y on Tuesday")."""
        if self.trigger.shape != "encounter" or self.is_title or sighting.time is None:
            return
        guests = [one for one in self.sides.within(self.last, self.sentence.last) if one.kind != "reference"]
        hosts = tuple(item for item in sighting.parties if item[1] is None or item[1].end <= self.span.start)
        own = {index for one in self.sides.within(self.sentence.first, self.first) for index in one.actors}
        met = next((one for one in guests if one.kind == "person" and set(one.actors) & set(sighting.actors)), None)
        while met is not None and hosts:
            day, following = self._next_in_turn(met, guests)
            if day is None or following is None:
                return
            time = self._agreeing(day, sighting.tense)
            parties = (*hosts, *((code, following.span) for code in following.parties))
            if time is not None and len(dict(parties)) > 1:
                actors = (*(index for index in sighting.actors if index in own), *following.actors)
                yield replace(sighting, parties=parties, actors=actors, time=time, is_one_of_several=True)
            met = following

    def _next_in_turn(self, met: Presence, guests: list[Presence]) -> tuple[TimeMention | None, Presence | None]:
        """The day and name of the guest behind another and his day; None where the words go on otherwise."""
        first = self._day_behind(met)
        if first is None:
            return self._next_after_his_day(met, guests)
        behind = [one for one in guests if one.span.start >= first.span.end]
        text = self.mentions.report.text
        if not behind or AND_THEN.fullmatch(text[first.span.end : behind[0].span.start]) is None:
            return None, None
        following = next((one for one in behind[:OFFICE_AND_NAME] if one.kind == "person"), None)
        return (self._day_behind(following), following) if following is not None else (None, None)

    def _next_after_his_day(self, met: Presence, guests: list[Presence]) -> tuple[TimeMention | None, Presence | None]:
        """The same where the day stands before the guest ("met on Monday with X and on Tuesday with Y")."""
        times = mentions_between(self.mentions.times, met.span.end, self.sentence.span.end)
        text = self.mentions.report.text
        if not times or times[0].when is None or not AND_ON.fullmatch(text[met.span.end : times[0].span.start]):
            return None, None
        behind = [one for one in guests if one.span.start >= times[0].span.end]
        if not behind or WITH_HIM.fullmatch(text[times[0].span.end : behind[0].span.start]) is None:
            return None, None
        return times[0], next((one for one in behind[:OFFICE_AND_NAME] if one.kind == "person"), None)

    def _day_behind(self, presence: Presence) -> TimeMention | None:
        """The day that stands right behind somebody's name."""
        times = mentions_between(self.mentions.times, presence.span.end, self.sentence.span.end)
        if not times or times[0].when is None:
            return None
        between = self.mentions.report.text[presence.span.end : times[0].span.start]
        return times[0] if BEFORE_DAY.fullmatch(between) else None
