"""Stretch: a trigger in its sentence, with the words around it; what the readers of an occasion stand on."""

import re

from aidememoire.claims import tenses
from aidememoire.claims.occasions.parties.participation import Cast, Sides
from aidememoire.claims.occasions.words.nouns import any_of
from aidememoire.claims.occasions.words.triggers import Trigger
from aidememoire.claims.tenses import token_range
from aidememoire.model import FINITE_TAGS, Span

REACH = 45
"""Tokens on either side of the trigger that are looked at: a schedule line with two offices and a venue fits."""

SUPPORT = frozenset(
    (
        "hold have attend host chair co-chair cochair open join conduct lead participate take begin start conclude "
        "pass spend realise realize carry perform sustain maintain celebrate "
        "end finish wrap resume convene complete launch agree plan request seek continue call arrange schedule "
        "organise organize enter propose pay make be arrive go travel come fly cancel postpone announce expect offer "
        "say tell discuss sign note stress state thank add speak express emphasise emphasize raise reaffirm inform "
        "brief welcome praise issue declare describe"
    ).split()
)

BESIDE_IT = re.compile(rf"(?:on|in|at) the {any_of('edges')} of (?:the|an?|this year[’']s)\b", re.IGNORECASE)
"""Behind a meeting, before the name of what it was held beside: accepts "on the margins of the"; refuses "at the
side of"."""

PLURAL_MEETINGS = re.compile(r"meetings|talks|conversations|discussions")
SETTINGS = ("summit", "conference", "forum", "assembly", "session")
NEAR_SETTING, NAME_OF_SETTING = 4, 9
"""Tokens from a meeting to the word for where it was: "at the G20", "on the margins of"; with a name of capitals, more.
"""


TAKES_PLACE = re.compile(r"(?:took|takes) place\b|(?:was|were) held\b")
"""Behind a noun for an occasion, what says no more of it: accepts "took place", "were held"; refuses "took their"."""


PREVIOUS = re.compile(
    r"\b(?:the|their|his|her|its|our|a) (?:previous|last|earlier|past|preceding|prior|recent) (?:[\w-]+ ){0,2}$"
    r"|\bfollow(?:ed|s|ing) on from (?:the|their|his|her) (?:[\w-]+ ){0,2}$",
    re.I,
)
IT_FOLLOWS = re.compile(
    r"(?:The|This|Their|Today[’']s) (?:meeting|call|talks|visit|conversation|discussion|session) "
    r"(?:follow(?:s|ed)|c(?:omes?|ame) (?:[\w-]+ ){0,4}after) (?:an?|the|their) (?:[\w-]+ ){0,3}"
)
"""From a sentence's head to what came earlier: accepts "The meeting comes a month after their "; refuses "The meeting
followed up on the "."""


class Stretch:
    """A trigger in its sentence, with the words around it."""

    def __init__(self, sides: Sides, trigger: Trigger, span: Span, others: list[Span], is_title: bool) -> None:
        self.sides = sides
        self.mentions = sides.mentions
        self.knowledge = sides.knowledge
        self.sentence = sides.sentence
        self.trigger = trigger
        self.span = span
        self.is_title = is_title
        self.first, self.last = token_range(self.mentions, self.sentence, span)
        self.others = [token_range(self.mentions, self.sentence, other) for other in others if other != span]
        self.tokens = self.mentions.tokens
        self.cast = Cast()
        self.host: str | None = None
        self.destination: tuple[Span, str | None] | None = None
        self.stops: dict[str, Span] = {}
        self.vague = False
        self.inferred: list[tuple[str, str]] = []

    def _takes_place_at(self, index: int) -> bool:
        """Whether the verb at a token only says that it is held ("talks on arms took place between A and B")."""
        is_noun = self.trigger.shape == "occasion"
        return is_noun and TAKES_PLACE.match(self._words(index, min(self.sentence.last, index + 2))) is not None

    def _has_support_of(self, lemmas: frozenset[str]) -> bool:
        verb = tenses.governor(self.mentions, self.sentence, self.tokens[self.last - 1])
        return verb is not None and verb.lemma in lemmas

    def _words(self, first: int, last: int) -> str:
        """The words from one token to another, as far as the sentence goes."""
        first, last = max(first, self.sentence.first), min(last, self.sentence.last)
        if first >= last:
            return ""
        return self.mentions.report.text[self.tokens[first].start : self.tokens[last - 1].end]

    def _before_words(self, number: int) -> str:
        return self._words(max(self.sentence.first, self.first - number), self.first)

    def _after_words(self, number: int) -> str:
        return self._words(self.last, min(self.sentence.last, self.last + number))

    def _stretch(self) -> tuple[int, int]:
        """The trigger with the words around it, up to the neighbouring triggers."""
        begins = [end for _, end in self.others if end <= self.first]
        ends = [start for start, _ in self.others if start >= self.last]
        return (
            max([self.sentence.first, self.first - 14, *begins]),
            min([self.sentence.last, self.last + 16, *ends]),
        )

    def _is_definite(self) -> bool:
        before = [token.lower for token in self.tokens[max(self.sentence.first, self.first - 4) : self.first]]
        return bool({"the", "this", "their", "his", "her", "these", "our", "its"} & set(before))

    def _has_support(self) -> bool:
        verb = tenses.governor(self.mentions, self.sentence, self.tokens[self.last - 1])
        return verb is not None and verb.lemma in SUPPORT

    def _is_headline(self) -> bool:
        """Whether no finite verb stands before the trigger, as in a headline."""
        return not any(token.tag in FINITE_TAGS for token in self.tokens[self.sentence.first : self.first])

    def _is_passive(self) -> bool:
        """Whether a form of "be" stands right before: "was met", "was then met"; not "Kenya's president met"."""
        before = self.tokens[max(self.sentence.first, self.first - 2) : self.first]
        return any(token.lower in tenses.BE and token.tag != "POS" for token in before)

    def _is_only_the_setting(self, start: int) -> bool:
        """Whether another trigger says but where this meeting was ("meetings at the G20 summit with …")."""
        return self._is_setting(self.last, start)

    def _is_setting_of_another(self) -> bool:
        """Whether this occasion is but where another one was, told of before it, with whom that was."""
        return any(
            self._is_setting(end, self.first)
            and (PLURAL_MEETINGS.fullmatch(self.tokens[end - 1].lower) or BESIDE_IT.match(self._words(end, self.first)))
            for _, end in self.others
            if self.sentence.first < end < self.first
        )

    def _is_what_it_is_beside(self, start: int) -> bool:
        """Whether another is but what this was on the sidelines of, whose day and place are then this one's too."""
        between = self.tokens[self.last : start]
        beside = list(BESIDE_IT.finditer(self._words(self.last, start)))
        is_near = bool(beside) and len(self._words(self.last, start)[beside[-1].end() :].split()) < NAME_OF_SETTING
        return is_near and not any(token.tag in FINITE_TAGS for token in between)

    def _is_setting(self, end: int, start: int) -> bool:
        """Whether nothing but "at" and a name lies between the words of two occasions: "at the Oslo Conference"."""
        if not 0 < start - end <= NAME_OF_SETTING:
            return False
        if BESIDE_IT.match(self._words(end, start)) is not None:
            return not any(token.tag in FINITE_TAGS for token in self.tokens[end:start])
        if not self.tokens[start].lower.startswith(SETTINGS):
            return False
        if self.tokens[end].lower not in {"at", "during", "on"}:
            return False
        if start - end <= NEAR_SETTING and self.tokens[start].lower.startswith("summit"):
            return True
        return all(token.pos in {"PROPN", "DET", "ADJ", "NUM", "PUNCT"} for token in self.tokens[end + 1 : start])

    def _is_the_previous(self) -> bool:
        """Whether it is called the previous one."""
        return PREVIOUS.search(self._before_words(5) + " ") is not None

    def _is_what_this_follows(self) -> bool:
        """Whether the sentence tells of it as of what the meeting that was told of came after."""
        return IT_FOLLOWS.fullmatch(self._words(self.sentence.first, self.first) + " ") is not None
