"""Who is meant by a noun alone: "the group", "the official", "the 46-year-old leader", "one" of those named before."""

import re
from bisect import bisect_left
from dataclasses import replace

from aidememoire.claims.sayings.heard import NEAR, Heard, Speaker
from aidememoire.claims.sayings.report_names import clean_name, strip_article
from aidememoire.claims.sayings.speaking_nouns import is_human, speaker_words
from aidememoire.claims.sayings.titles import Titles
from aidememoire.model import ActorKind, Mentions, Span, Token

_GENERIC_BODIES = speaker_words("generic_bodies")
_NAMED_BODIES = speaker_words("named_bodies")
_ONLY_BY_NAME = frozenset({"council", "assembly"})  # an abbreviation may stand for any other body
_MAX_BODIES = 12  # bodies named before "the group" that are looked at
_POSTS = frozenset({"official", "envoy", "leader", "diplomat", "politician", "republican", "democrat"})
_ANYBODY = frozenset({"politician", "diplomat", "speaker", "statesman", "interlocutor", "expert"})
_MAX_LONG = 5  # tokens of "the visiting French official"
_OTHER = 3  # sentences over which "the Western diplomat" may be "a diplomat"
_MAX_WORDS = 3  # "the trade group"
_PRESS = frozenset({"paper", "newspaper"})
_PRESS_NAMES = re.compile(
    r"\b(?:Times|Post|Journal|Guardian|Daily|News|Herald|Tribune|Gazette|Mail|Telegraph|Observer|Independent|Chronicle"
    r"|Monitor|Mirror|Press|Standard|Shimbun|Monde|Zeitung|Pravda|Izvestia)\b"
)


class Epithets:
    """Finds whom the nouns of one report stand for that name nobody."""

    def __init__(
        self,
        mentions: Mentions,
        heard: Heard,
        titles: Titles,
        abbreviations: dict[str, str],
        surnames: frozenset[str],
    ) -> None:
        self._mentions = mentions
        self._heard = heard
        self._titles = titles
        self._abbreviations = abbreviations
        self._surnames = surnames
        self._entity_starts = [entity.span.start for entity in mentions.entities]

    def body(self, tokens: tuple[Token, ...], first: int, last: int, head: int, span: Span) -> Speaker | None:
        """ "The group", "the agency": the body that spoke last, else the last one named before."""
        is_plain = all(token.pos in {"NOUN", "ADJ"} for token in tokens[first + 1 : head])
        if last - first > _MAX_WORDS or head + 1 != last or not is_plain:
            return None
        if tokens[first].lower not in {"the", "its"} or tokens[head].lower not in _GENERIC_BODIES:
            return None
        why = (("speaker", f"“{self._words(span)}” after a body named before"),)
        noun, former = tokens[head].lower, self._heard.last
        if noun in _PRESS and not self._is_press(former.name if former is not None else None):
            former = None
        if (
            former is not None
            and not former.is_person
            and not former.is_joint
            and self._can_be_called(noun, former.name)
        ):
            return Speaker(former.name, former.party, span, inferred=why)
        if noun in self._heard.by_head:
            return None  # "A panel said": "the panel" is that one
        named = self._named_so(noun, span)
        if named is not None:
            return Speaker(self._abbreviations.get(named, named), None, span, inferred=why)
        entities, here = self._mentions.entities, bisect_left(self._entity_starts, span.start)
        for entity in reversed(entities[max(0, here - _MAX_BODIES) : here]):
            words = clean_name(self._mentions.words(entity.span))
            if entity.label != "ORG" or words.casefold() in self._surnames:
                continue
            name = strip_article(words)
            if noun in _PRESS and not self._is_press(name):
                continue
            if self._can_be_called(noun, name):
                return Speaker(self._abbreviations.get(name, name), None, span, inferred=why)
        return None

    def person(
        self, tokens: tuple[Token, ...], first: int, last: int, head: int, span: Span, party: str | None
    ) -> Speaker | None:
        """ "The official": the official who spoke before; "the senator": whoever spoke just now.

        A longer phrase must name the party of whom it means: "the visiting French official".
        """
        if tokens[first].lower != "the" or head + 1 != last:
            return None
        if last - first > _MAX_WORDS:
            return self._of_party(tokens[head], span, party) if last - first <= _MAX_LONG else None
        former = self._heard.by_head.get(tokens[head].lower)
        told = {token.lower for token in tokens[first + 1 : head]}
        is_other = former is not None and not told <= set((former.name or "").casefold().split())
        is_name = any(token.pos == "PROPN" for token in tokens[first:last])
        if is_other and is_name and former is not None and not former.is_person:
            return None  # "The United States" is none of "Gulf states"
        if is_other and self._heard.at - self._heard.head_at.get(tokens[head].lower, self._heard.at) > _OTHER:
            return None  # "the ageing leader" is no other leader who spoke long before
        is_single = tokens[head].tag in {"NN", "NNP"} and is_human(tokens[head])
        if former is None and is_single and self._heard.at - self._heard.person_at <= NEAR:
            former = self._heard.last_person
        if former is None and is_single and tokens[head].lower in _ANYBODY:
            former = self._only_one_before(span)
        if former is None or former.name is None:
            return None
        if former.is_person and not self._titles.can_mean(tokens, first, head, party, former):
            return None  # "the mayor" is no president, nor is "the Danish minister" the Norwegian one
        return replace(former, span=span, inferred=(("speaker", f"“{self._words(span)}” after {former.name}"),))

    def _of_party(self, noun: Token, span: Span, party: str | None) -> Speaker | None:
        """Whoever of the party spoke just now, or is the only one of it named in this sentence or the one before."""
        if party is None or noun.tag not in {"NN", "NNP"} or noun.lemma not in _POSTS:
            return None
        former = self._heard.last_person
        if former is None or former.party != party or self._heard.at - self._heard.person_at > NEAR:
            start = self._mentions.sentences[max(0, self._heard.at - 1)].span.start
            near = {one.actor for one in self._mentions.persons if start <= one.span.start < span.start}
            actors = [self._mentions.actors[index] for index in near]
            own = [actor for actor in actors if actor.kind is ActorKind.PERSON and actor.party == party]
            former = Speaker(own[0].name, party, None, is_person=True) if len(own) == 1 else None
        if former is None or former.name is None or not former.is_person:
            return None
        return replace(former, span=span, inferred=(("speaker", f"“{self._words(span)}” after {former.name}"),))

    def _only_one_before(self, span: Span) -> Speaker | None:
        """The only person whom this sentence and the one before name up to the words."""
        start = self._mentions.sentences[max(0, self._heard.at - 1)].span.start
        near = {one.actor for one in self._mentions.persons if start <= one.span.start < span.start}
        actors = [self._mentions.actors[index] for index in near]
        people = [actor for actor in actors if actor.kind is ActorKind.PERSON]
        return Speaker(people[0].name, people[0].party, None, is_person=True) if len(people) == 1 else None

    def _can_be_called(self, noun: str, name: str | None) -> bool:
        """Whether the noun fits the body: "the committee" is one by name, "the group" may be any."""
        name = name or ""
        full = self._abbreviations.get(name, name)
        if noun in _ONLY_BY_NAME:
            return re.search(rf"\b{noun.capitalize()}(?= of | for |$)", full) is not None
        is_short = full.isupper() and noun[0].upper() in full  # "the commission" is no "UN"
        return noun not in _NAMED_BODIES or noun in full.casefold() or is_short

    def _named_so(self, noun: str, span: Span) -> str | None:
        """The body of this sentence or the one before whose name ends in the noun: "the group" is the Contact Group."""
        start = self._mentions.sentences[max(0, self._heard.at - 1)].span.start
        low, high = bisect_left(self._entity_starts, start), bisect_left(self._entity_starts, span.start)
        names = [
            strip_article(clean_name(self._mentions.words(entity.span)))
            for entity in self._mentions.entities[low:high]
            if entity.label == "ORG"
        ]
        return next((name for name in reversed(names) if name.endswith(f" {noun.capitalize()}")), None)

    def _is_press(self, name: str | None) -> bool:
        """Whether the body is a newspaper by its name, or the report calls it one: "the paper" is no bank."""
        if not name:
            return False
        named, kinds = re.escape(name), "newspaper|daily|tabloid"
        called = rf"(?i)\b(?:{kinds}|paper)\W{{1,3}}(?:the )?{named}|{named}\W{{1,3}}(?:{kinds})"
        return _PRESS_NAMES.search(name) is not None or re.search(called, self._mentions.report.text) is not None

    def _words(self, span: Span) -> str:
        return " ".join(self._mentions.words(span).split())
