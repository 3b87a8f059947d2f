"""Towns: where an occasion is, by the name of a town that no table knows ("met in Kharwala on Friday")."""

import re

from aidememoire.claims.occasions.parties.participation import mentions_between
from aidememoire.claims.occasions.words.placing import BESIDE, PLACE_ENDS, Placing
from aidememoire.knowledge.calendar_names import CALENDAR_NAMES
from aidememoire.model import MeetingKind, Span

REACH = 22
"""Tokens from an occasion to the town where it is: two sides with their offices fit."""

BEFORE_REACH = 8

BESIDE_REACH = 12

LINKS = frozenset({"in", "at", "near", "outside"})

_WORD = r"[A-ZÀ-Þ][a-zà-ÿ][\w’'-]*"
TOWN = re.compile(
    rf"(?P<town>{_WORD}(?:\s(?:(?:de|del|della|da|do|dos|di|la|las|los|le|les|el|al|sur|upon|am)\s){{0,2}}{_WORD}){{0,3}})"
    r"(?=[,.;:)]?$|[,.;]\s|\s(?:on|this|last|next|late|early|earlier|yesterday|today|tomorrow|to|for|after|ahead|between"
    r"|where|under|from|with|at|over|and\s(?:agreed|signed|discussed|decided|issued))\b)"
)
"""A town and what may stand behind it: accepts "Kharwala on", "Santa Rita del Valle,"; refuses "Spanish music"."""

A_TOWN_CALLED = re.compile(
    r"(?:the|a) (?:[\w’'-]+ ){0,3}?(?:town|city|village|port|resort|oasis|island|settlement) of (?=[A-Z])"
)
"""Before its name: accepts "the Andean border town of "; refuses "the mayor of the town of "."""

NO_TOWNS = CALENDAR_NAMES | frozenset(
    (
        "congress parliament cabinet senate easter christmas ramadan english french spanish russian arabic chinese "
        "german general particular"
    ).split()
)
"""First words of what one is in without being in a town: "in March", "in Parliament", "in English"."""

LONGEST = 60  # code points of a name that may overlap a town's
OTHER_ENTITIES = frozenset("NORP EVENT LAW WORK_OF_ART PRODUCT LANGUAGE DATE".split())
"""Labels that the syntax model gives no town; those of persons and bodies it gives to towns as well."""


class Towns(Placing):
    """What the words around a trigger say of towns unknown to the tables."""

    def _unknown_town(self) -> tuple[Span, str | None] | None:
        """The town, and its country where that stands behind it; None where no such name says where it is."""
        if self.trigger.kind is MeetingKind.CALL or self.trigger.name == "brief" or self.is_title:
            return None
        ends = [start for start, _ in self.others if start >= self.last]
        if BESIDE.search(self._after_words(BESIDE_REACH)) is not None:
            ends = ends[1:]  # a meeting on the sidelines of a summit is where the summit is
        for index in range(self.last, min([self.sentence.last, self.last + REACH, *ends])):
            if self.tokens[index].lower in PLACE_ENDS:
                break
            if self.tokens[index].lower in LINKS and self._attaches(index):
                return self._town_at(index + 1)
        begins = [finish for _, finish in self.others if finish <= self.first]
        for index in range(self.first - 1, max([self.sentence.first, self.first - BEFORE_REACH, *begins]) - 1, -1):
            if self._is_of_saying_that(index):
                break
            if self.tokens[index].lower in LINKS and self._attaches(index):
                return self._town_at(index + 1)
        return None

    def _town_at(self, index: int) -> tuple[Span, str | None] | None:
        called = A_TOWN_CALLED.match(self._words(index, index + 9)) if index < self.sentence.last else None
        if called is not None:
            index = self._token_at(self.tokens[index].start + called.end())
        match = TOWN.match(self._words(index, index + 9)) if index < self.sentence.last else None
        if match is None or match["town"].split()[0].lower() in NO_TOWNS:
            return None
        start = self.tokens[index].start
        span = Span(self.span.report, start, start + match.end("town"))
        if self._is_something_else(span):
            return None
        if self.mentions.report.text[span.end : span.end + 2] == ", ":
            parties = mentions_between(self.mentions.parties, span.end + 2, span.end + 3)
            if parties and parties[0].span.start == span.end + 2 and not self._is_body(parties[0].code):
                return span, parties[0].code
        return span, None

    def _is_something_else(self, span: Span) -> bool:
        """Whether the words are known to name somebody, a body, a day or a thing."""
        near = (max(0, span.start - LONGEST), span.end + LONGEST)
        finds = (self.mentions.parties, self.mentions.dialogues, self.mentions.times, self.mentions.offices)
        named = [one.span for kind in finds for one in mentions_between(kind, *near)]
        named += [one.span for one in mentions_between(self.mentions.persons, *near)]
        entities = mentions_between(self.mentions.entities, *near)
        named += [one.span for one in entities if one.label in OTHER_ENTITIES]
        return any(one.overlaps(span) for one in named)
