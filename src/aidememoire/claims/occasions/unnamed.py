"""Unnamed: whether a traveller is told of without his state, and of which one he is taken to be."""

from aidememoire.claims import tenses
from aidememoire.claims.occasions.invitations import Invitation
from aidememoire.claims.occasions.other_state import WHY_TRAVELLER, is_unnamed_traveller, the_other
from aidememoire.claims.occasions.participation import OF_TITLES, mentions_between
from aidememoire.model import Token

OWNED = frozenset({"his", "her", "their"})
"""Before a visit of somebody told of before."""


class Unnamed(Invitation):
    """Who travels, where no word says for whom."""

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
