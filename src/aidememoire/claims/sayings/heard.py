"""Who has spoken so far in a report, for the pronouns and titles that follow."""

import re
from dataclasses import dataclass

from aidememoire.claims.sayings.speaking_nouns import MEN, MENS_NAMES, WOMEN
from aidememoire.knowledge.given_names import is_womans_name
from aidememoire.model import Mentions, Span

PERSON_PRONOUNS = frozenset({"he", "she"})
PLURAL_PRONOUNS = frozenset({"they", "both"})
NEAR = 1  # sentences: "he said" so soon after a statement is its speaker going on
_MAX_BACK = 12  # speakers among whom "she" is looked for
_MR = re.compile(r"\b(?:Mr|Sir|Lord|King|Prince|Sheikh)\.? ([A-Z][\w’'-]+)")
_MRS = re.compile(r"\b(?:Mrs|Ms|Miss|Madam|Madame|Baroness|Lady|Dame|Queen|Princess)\.? ([A-Z][\w’'-]+)")


def _folded(name: str | None) -> list[str]:
    """The words of a name in lower case, without the article of an Arabic one: "Mr Araby" is al-Araby."""
    return [
        word[3:] if word[:3] in {"al-", "el-"} and len(word) > 3 else word for word in (name or "").casefold().split()
    ]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is reported to speak."""

    name: str | None
    party: str | None
    span: Span | None  # the words in this sentence that name or stand for them
    is_joint: bool = False
    is_person: bool = False
    inferred: tuple[tuple[str, str], ...] = ()  # field → why
    is_named: bool = False  # a joint one that gives its members' names
    head: str = ""  # noun of a phrase without a name: "official"
    is_bare_name: bool = False  # proper nouns that the report tells nothing of: a person's, or a body's

    @property
    def is_titles(self) -> bool:
        """Whether a joint speaker goes by titles alone ("The Secretary and the Foreign Minister")."""
        return self.is_joint and not self.is_named and " and " in (self.name or "")


class Heard:
    """Remembers who spoke."""

    def __init__(self, mentions: Mentions) -> None:
        self.last: Speaker | None = None  # whoever spoke last
        self.last_person: Speaker | None = None
        self.last_body: Speaker | None = None
        self.last_many: Speaker | None = None
        self.last_named: Speaker | None = None  # the last joint one with names
        self.last_issuer: Speaker | None = None  # whoever spoke in a statement, or issued one
        self.at = 0  # index of the sentence being read
        self.last_at = self.person_at = self.many_at = self.body_at = self.issued_at = -99
        self.by_head: dict[str, Speaker] = {}  # "official" → the official that spoke before
        self.head_at: dict[str, int] = {}  # the same → the sentence in which it spoke
        self._persons: list[Speaker] = []
        self._said: list[tuple[int, Speaker]] = []  # sentence and who spoke in it
        text = mentions.report.text
        self._men = {_folded(name)[-1] for name in _MR.findall(text)}
        self._women = {_folded(name)[-1] for name in _MRS.findall(text)} - self._men

    def remember(self, speaker: Speaker) -> None:
        """Keep who spoke."""
        if speaker.name is None:
            return
        self.last, self.last_at = speaker, self.at
        self._said.append((self.at, speaker))
        if speaker.is_person:
            self.last_person, self.person_at = speaker, self.at
            self._persons.append(speaker)
        elif not speaker.is_joint:
            self.last_body, self.body_at = speaker, self.at
        if speaker.is_joint:
            self.last_many, self.many_at = speaker, self.at
            self.last_named = speaker if speaker.is_named else self.last_named
        if speaker.head:
            self.by_head[speaker.head], self.head_at[speaker.head] = speaker, self.at

    def learn(self, word: str, name: str | None) -> None:
        """Keep that somebody was "she" or "he", where nothing but the report's pronoun tells."""
        names = _folded(name)
        if names and word in PERSON_PRONOUNS and names[-1] not in self._women | self._men:
            (self._women if word == "she" else self._men).add(names[-1])

    def issued(self, speaker: Speaker) -> None:
        """Keep who issued a statement, for "the statement said"."""
        if speaker.name is not None:
            self.last_issuer, self.issued_at = speaker, self.at

    def just_spoke(self, word: str) -> Speaker | None:
        """Whoever spoke in this sentence or the one before, where the pronoun fits."""
        if word in PERSON_PRONOUNS:
            is_name = self.last is not None and self.last.is_bare_name and self.at - self.last_at <= NEAR
            is_name = is_name and self.last is not None and self.fits(word, self.last.name)
            if is_name and self.last_at > self.person_at:
                return self.last  # "Novak said. “A,” he said": somebody the report tells nothing of
            if self.at - self.person_at <= NEAR and self.last_person and self.fits(word, self.last_person.name):
                return self.last_person
            return self.last if is_name else None
        if word in PLURAL_PRONOUNS and self.at - self.many_at <= NEAR:
            many = self.last_many
            is_titles = many is not None and many.is_titles and self.last_named is not None
            return self.last_named if is_titles else many  # "the Secretary and the Minister": named before
        if word == "it" and self.last is not None and self.at - self.last_at <= NEAR:
            return self.last if not self.last.is_person and not self.last.is_joint else None
        return None

    def spoke_outside(self, word: str) -> Speaker | None:
        """Whoever the pronoun fits of those who spoke last before this sentence: nobody named within it."""
        for at, who in reversed(self._said):
            if self.at - at > NEAR:
                return None
            fits = who.is_person and self.fits(word, who.name) if word in PERSON_PRONOUNS else who.is_joint
            if at < self.at and fits:
                return who
        return None

    def spoke_before(self, word: str) -> Speaker | None:
        """Whoever spoke longer ago, where the pronoun fits."""
        if word in PERSON_PRONOUNS:
            return self.person(word)
        if word in PLURAL_PRONOUNS:
            is_body = self.last is not None and not self.last.is_person
            return self.last_many or (self.last if is_body else None)
        if word == "it" and self.last is not None and not self.last.is_person and not self.last.is_joint:
            return self.last
        return None

    def person(self, pronoun: str) -> Speaker | None:
        """The last person to have spoken who can be "he" or "she"."""
        if pronoun == "she":
            known = next((who for who in self._persons[: -_MAX_BACK - 1 : -1] if self.is_woman(who.name)), None)
            if known is not None:
                return known
        return next((who for who in self._persons[: -_MAX_BACK - 1 : -1] if self.fits(pronoun, who.name)), None)

    def fits(self, pronoun: str, name: str | None) -> bool:
        """Whether nothing speaks against the pronoun standing for the person."""
        return not self.is_man(name) if pronoun == "she" else not self.is_woman(name)

    def is_woman(self, name: str | None) -> bool:
        """Whether the report's titles, the given name or the noun ("a spokeswoman for the mayor") say so."""
        words = _folded(name)
        if not words or name is None or words[-1] in self._men:
            return False
        return words[-1] in self._women or is_womans_name(name) or not WOMEN.isdisjoint(words)

    def is_man(self, name: str | None) -> bool:
        """Whether the report's titles, the given name or the noun say so."""
        words = _folded(name)
        is_name = len(words) > 1 and words[0] in MENS_NAMES
        return bool(words) and (words[-1] in self._men or is_name or not MEN.isdisjoint(words))
