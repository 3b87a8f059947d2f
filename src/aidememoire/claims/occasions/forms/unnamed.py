"""Unnamed: whether a traveller is told of without his state, and of which one he is taken to be."""

import re

from aidememoire.claims import tenses
from aidememoire.claims.occasions.forms.invitations import Invitation
from aidememoire.claims.occasions.parties.other_state import WHY_TRAVELLER, is_unnamed_traveller, the_other
from aidememoire.claims.occasions.parties.participation import (
    OF_TITLES,
    mentions_between,
    mentions_within,
    place_over_body,
)
from aidememoire.claims.occasions.parties.turns import turn_at
from aidememoire.claims.occasions.words.casting import OWN_OFFICE
from aidememoire.model import BlockRole, Sentence, Token

OWNED = frozenset({"his", "her", "their"})
"""Before a visit of somebody told of before."""

OF_STATE = re.compile(
    r"\b(?:minister|ambassador|envoy|negotiator|premier|chancellor|trade representative|secretary of state|"
    r"head of state|head of government)\b"
)
"""Offices that only states give, each report's country's own without its name: refuses "chairman", "president"."""

OFFICIAL_BEHIND = re.compile(
    r"\s(?:(?:foreign|trade|finance|farm|prime|vice|deputy|senior|top|defen[cs]e|energy|oil)\s)*"
    r"(?:minister|official|envoy|premier|negotiator|ambassador|delegation)\b",
    re.IGNORECASE,
)
"""Behind a state’s name in a headline: accepts "(FINNISH) MINISTER"; refuses "(FINNISH) FERRY"."""

PRINCIPAL = re.compile(
    r"\b[Tt]he (?:(?:Deputy|Vice|Under|Assistant|Acting|Foreign|Prime|Federal|Governor) ){0,3}"
    r"(?:Secretary|President|Minister|Chancellor|Premier|General)(?:[’']s (?:[\w-]+ ){0,3}| "
    r"(?:(?:will|would|is|was|has|had|also|then|next|to|be|been|expected|scheduled|due|set|last|first|made|makes?|paid|"
    r"pays?|an?|official|state|working|brief|two-day|three-day|undertake|undertook|later) )*)$"
)
"""Right before a visit: accepts "The Secretary will ", "the Governor General’s state "; refuses "the secretary of"."""


POSTED_TO = re.compile(
    r"\b(?:ambassador|envoy|charg[eé] d[’']affaires|consul|diplomat|representative)s? (?P<post>to|in) ", re.IGNORECASE
)
"""Where an envoy is posted: accepts "the Chilean ambassador to (Peru)"; refuses "came to (Peru)"."""

ENVOY = re.compile(r"\b(?:ambassador|envoy|charg[eé]|consul|diplomat|attach[eé])", re.IGNORECASE)
MINISTRY = re.compile(r"\b(?:foreign|external) (?:affairs )?(?:ministry|office)\b", re.IGNORECASE)


class Unnamed(Invitation):
    """Who travels or summons, where no word says for whom."""

    def _add_state_of_posting(self) -> None:
        """Add the state by which an envoy is summoned: where he is posted, where the report is from or who tells of it.

        "The Chilean ambassador was summoned on Monday, the Peruvian foreign ministry said."
        """
        if len(self.cast.parties) != 1 or not self._before_words(12):
            return
        match = POSTED_TO.search(self._before_words(12) + " ")
        over = place_over_body(self.mentions)
        codes = {over[1]: over[0]} if over is not None else {}
        if match is not None:
            begin = self.span.start - len(self._before_words(12)) - 1 + match.end("post")
            places = mentions_between(self.mentions.places, begin, self.span.start)
            codes = {place.country: place.span for place in places if place.country}
        if not codes and ENVOY.search(self._before_words(12)):
            ministries = [one for one in self.sides.presences if MINISTRY.search(self.mentions.words(one.span))]
            codes = {code: one.span for one in ministries for code in one.parties}
        for code, span in list(codes.items())[:1]:
            self.cast.parties.setdefault(code, span)

    def _is_quoted(self) -> bool:
        """Whether somebody says it, who is perhaps elsewhere than the report."""
        return any(one.span.contains(self.span) for one in self.mentions.quotations)

    def _add_the_other_side(self, elsewhere: set[str]) -> bool:
        """Whether an unnamed traveller was taken to be of the one other state that the report is about."""
        if self.is_title or self._is_quoted() or any(self.mentions.actors[one].party for one in self.cast.actors):
            return False
        if not self._is_unnamed():
            return False
        code = the_other(self.mentions, self.knowledge, elsewhere)
        if code is None:
            return False
        self.cast.parties[code] = None
        self.inferred.append(("parties", WHY_TRAVELLER))
        return True

    def _add_side_of_office(self, elsewhere: set[str]) -> bool:
        """Whether a traveller in office, of no named state, was taken to be of the state that the report is from.

        A dispatch names the state of others' ministers, not of its own country's: "OSLO – Foreign Minister X left".
        A headline goes before ("FINNISH MINISTER SEES HOPE").
        """
        if any(self.mentions.actors[index].party for index in self.cast.actors):
            return False
        holders = [one for one in self.cast.actors if OF_STATE.search(self.mentions.actors[one].office or "")]
        if not holders and not self._is_beside_office():
            return False
        code, why = self._state_in_title(), "the state whose minister the headline tells of"
        if code is None:
            over = place_over_body(self.mentions)
            code, why = over[1] if over is not None else None, OWN_OFFICE
        if code is None or code in elsewhere:
            return False
        self.cast.parties[code] = None
        self.inferred.append(("parties", why))
        return True

    def _is_beside_office(self) -> bool:
        """Whether an office that only states give stands with the traveller's name ("X, former Foreign Minister,")."""
        return any(
            one.kind == "office" and not one.parties and OF_STATE.search(self.mentions.words(one.span).lower())
            for one in self._subject()
        )

    def _state_in_title(self) -> str | None:
        """The one state of whose minister or official the headline tells ("FINNISH MINISTER SEES HOPE")."""
        text = self.mentions.report.text
        titles = [one.span for one in self.mentions.sentences if self._is_title(one)]
        codes = {
            party.code
            for span in titles
            for party in mentions_within(self.mentions.parties, span)
            if OFFICIAL_BEHIND.match(text, party.span.end)
        }
        codes |= {
            office.party
            for span in titles
            for office in mentions_within(self.mentions.offices, span)
            if office.party is not None and OF_STATE.search(office.office)
        }
        return next(iter(codes)) if len(codes) == 1 else None

    def _is_title(self, sentence: Sentence) -> bool:
        return self.mentions.report.blocks[sentence.block].role is BlockRole.TITLE

    def _is_unnamed(self) -> bool:
        """Whether the traveller is told of by his office, a pronoun or a name that says nothing of his state."""
        if self.trigger.shape == "visit" and OWNED & set(self._before_words(3).lower().split()):
            return True
        subject = self._subject_above()
        if subject is None:
            return False
        persons = mentions_between(self.mentions.persons, self.sentence.span.start, subject.end)
        return is_unnamed_traveller(subject.text) or any(one.span.end == subject.end for one in persons)

    def _subject_above(self) -> Token | None:
        """The subject of the verb of travel, or of those that it hangs on ("he plans to travel")."""
        verb = self.tokens[self.first]
        if not verb.tag.startswith("VB"):
            verb = tenses.governor(self.mentions, self.sentence, self.tokens[self.last - 1]) or verb
        for _ in range(4):
            subject = self._child(verb, {"nsubj"})
            if subject is not None or verb.dep not in {"xcomp", "conj", "ccomp", "advcl"} or verb.head == verb.index:
                return subject
            verb = self.tokens[verb.head]
        return None

    def _is_of_people(self) -> bool:
        """Whether a person, an office or a delegation is the subject, and no thing or occasion."""
        subject = self._child(self.tokens[self.first], {"nsubj"})
        if subject is None or subject.lower in {"who", "they", "he", "she"} or subject.pos == "PROPN":
            return True
        return subject.lower in OF_TITLES or is_unnamed_traveller(subject.text)

    def _is_own_principal(self, side: str, elsewhere: set[str]) -> bool:
        """Whether an account's own principal is meant by his bare office ("The Secretary will travel to Peru")."""
        if self.is_title or side in elsewhere or self._is_quoted() or turn_at(self.mentions, self.span.start):
            return False
        before = self._before_words(8)
        match = PRINCIPAL.search(before + " ")
        return match is not None and not any(
            one.parties for one in self.sides.within(max(self.sentence.first, self.first - 8), self.first)
        )
