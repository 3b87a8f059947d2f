"""Gathered: an occasion's own verb, or who told whom at it, says who was there.

"Friday's talks brought together the ministers of Chile and Peru", "the meeting in Lima was the first between …",
"the minister of Chile told the envoy of Peru at a meeting in Lima".
"""

import re

from aidememoire.claims import tenses
from aidememoire.claims.clauses import PAIR
from aidememoire.claims.occasions.parties.participation import Presence, is_organisation
from aidememoire.claims.occasions.standing.prospect import Prospect
from aidememoire.knowledge.bodies import Trait, bodies_with
from aidememoire.model import FINITE_TAGS, Token

MEETINGS = re.compile(r"(?:meetings?|talks|summits?|negotiations|consultations|rounds?|session|get-together)$", re.I)

BROUGHT = re.compile(
    r"[^.;:“”\"]{0,90}?\b(?:(?<!also )attended (?:only )?by|br(?:ought|ings?|inging|ing) together"
    r"|gather(?:ed|s|ing)?(?: together)?|involv(?:ed?|es|ing)"
    r"|(?:was|were|is|are|be) (?:only |just )?(?:the|their) (?:[\w-]+ ){1,4}?(?:between|involving))"
    r"\s(?=(?P<who>[^.;:“”\"]+))",
    re.IGNORECASE,
)
"""Behind the noun, up to those who came: accepts " in Lima brought together ", " was the first in years between ";
refuses " was the first ", " was chaired by "."""

NO_SIDES = re.compile(
    r"\b(?:ambassadors?|diplomats|journalists|businesspeople|businessmen|companies|experts|except(?:ion)?|excluding)\b",
    re.I,
)
"""Who come to an occasion of others: refuses the whole list."""

MEETING = re.compile(r"meeting|talks|negotiations|consultations|summit", re.I)
OF_OTHERS = re.compile(r"\s*(?:with|between|of|among|on the)\b", re.I)
"""Behind a meeting, where it isn't that of those who told one another something there: refuses " in Lima"."""

TELLING = frozenset({"tell", "assure", "inform", "warn", "brief", "urge", "ask"})
AT_IT = frozenset({"at", "during", "in"})
TOLD = frozenset({"dobj", "dative", "iobj"})

BODY_NEAR = 6  # tokens from the noun to the end of the bank's name
OF_THEM = re.compile(r"\s*of\b", re.IGNORECASE)


class Gathered(Prospect):
    """Who came, by the occasion's own verb."""

    def _add_those_gathered(self) -> None:
        """Add those of two sides or more whom the noun's own verb brings together, where it names nobody else."""
        if self.cast.parties or MEETINGS.search(self.mentions.words(self.span)) is None:
            return
        match = BROUGHT.match(self.mentions.report.text, self.span.end, self.sentence.span.end)
        verb = self._own_verb()
        if match is None or verb is None or NO_SIDES.search(match["who"]):
            return
        first = self._token_at(match.end())
        if not verb.start < match.end() or any(self.last <= start < first for start, _ in self.others):
            return
        last = next(
            (
                token.index
                for token in self.tokens[first : self.sentence.last]
                if token.tag in FINITE_TAGS or token.lower in {";", "after", "on", "to"}
            ),
            self.sentence.last,
        )
        found = self.sides.within(first, last)
        codes = {code for one in found for code in one.parties}
        if len(codes) >= PAIR and not any(is_organisation(self.knowledge, code) for code in codes):
            for one in found:
                self.cast.add(one)

    def _is_of_banks(self) -> bool:
        """Whether the bank whose meeting it is is one of states ("the meeting of the World Bank")."""
        near = self.sides.within(self.last, min(self.sentence.last, self.last + BODY_NEAR))
        codes = {code for one in near if one.link in {"of", "and"} for code in one.parties}
        return OF_THEM.match(self._after_words(2)) is not None and bool(codes & bodies_with(Trait.BANK))

    def _own_verb(self) -> Token | None:
        """The verb of which the noun is the subject, or that hangs on it ("talks bringing together")."""
        for token in self.tokens[self.last : self.sentence.last]:
            if token.dep in {"nsubj", "nsubjpass"} and token.lower in {"that", "which"}:
                continue
            if token.dep in {"relcl", "acl"} and self.first <= token.head < self.last:
                return token
        for token in self.tokens[self.first : self.last]:
            if token.dep in {"nsubj", "nsubjpass"} and not self.first <= token.head < self.last:
                return self.tokens[token.head]
        return None

    def _subject_of_noun(self) -> list[Presence]:
        """The same, with whom the subject is said to have told something at the meeting."""
        found = super()._subject_of_noun()
        if MEETING.fullmatch(self.mentions.words(self.span)) is None or OF_OTHERS.match(self._after_words(4)):
            return found
        verb = tenses.governor(self.mentions, self.sentence, self.tokens[self.last - 1])
        if not found or verb is None or verb.lemma not in TELLING or not verb.index < self.first:
            return found
        between = self.tokens[verb.index + 1 : self.first]
        at = next((token.index for token in between if token.lower in AT_IT and token.head == verb.index), None)
        if at is None or any(token.tag == "PRP$" for token in self.tokens[at : self.first]):
            return found
        told = [
            one
            for one in self.sides.within(verb.index + 1, self.first)
            if one.kind != "party"
            and any(token.head == verb.index and token.dep in TOLD for token in self.tokens[one.first : one.last])
        ]
        return [*found, *(one for one in told if one not in found)]
