"""Whether a title or an epithet can mean somebody: "the mayor" is no president, "the diplomat" may be an ambassador."""

import tomllib
from bisect import bisect_left
from functools import cache
from importlib.resources import files
from typing import Any

from aidememoire.claims.sayings.descriptions import SAME_POST, Descriptions
from aidememoire.claims.sayings.heard import Speaker
from aidememoire.claims.sayings.speaking_nouns import MEN, WOMEN
from aidememoire.knowledge import shipped
from aidememoire.model import ActorKind, Mentions, Token


@cache
def _lists() -> dict[str, Any]:
    return tomllib.loads(files("aidememoire.claims").joinpath("data/titles.toml").read_text(encoding="utf-8"))


@cache
def title_words(name: str) -> frozenset[str]:
    """The words of the list of that name in titles.toml."""
    return frozenset(str(_lists()[name]).split())


@cache
def covered_by(noun: str) -> frozenset[str]:
    """The words of the titles that the noun may stand for; none for a noun without such a list.

    >>> "ambassador" in covered_by("diplomat"), "mayor" in covered_by("diplomat")
    (True, False)
    """
    covers: dict[str, str] = _lists()["covers"]
    return frozenset(covers.get(noun, "").split())


_POSTS = title_words("posts")
_RANKS = title_words("ranks")
_CHANGING = title_words("changing")
_TELLING = title_words("telling")
_ANYBODY = title_words("anybody")
_SPELT = {"defense": "defence", "labor": "labour", "prime-minister": "prime"}


def _words_in(phrase: str) -> set[str]:
    """The words of a phrase, those of one post written alike."""
    words = phrase.casefold().replace("-", " ").replace("’", "'").replace("'s", " ").split()
    return {SAME_POST.get(word, _SPELT.get(word, word)) for word in words}


def can_be_called(told: set[str], noun: str, called: frozenset[str], is_named: bool) -> bool:
    """Whether a noun, with the words told before it, can mean one whom the report calls so.

    CASE "the vice president" of a president, "the foreign minister" of a defence minister: never.
    CASE "the mayor": who is called so; CASE "the diplomat": who holds a post that it covers.
    CASE "the farmer", "the senator": who is called so, or somebody by name of whom the report tells no post.

    >>> can_be_called(set(), "minister", frozenset({"prime", "minister"}), True)
    False
    """
    told, called = told & _TELLING, frozenset(called)
    if noun in called:
        is_same = told <= called or not (called & _TELLING or told & _CHANGING)
        return is_same and called & _CHANGING <= told | {noun}
    if called & covered_by(noun):
        return told <= called or not (called & _TELLING or told & _CHANGING)
    if noun in _POSTS or told & _CHANGING:
        return False
    if noun in _ANYBODY:
        return True
    return is_named and not called & (_POSTS | _RANKS)


def changes_nothing(modifier: str | None) -> bool:
    """Whether what stands before an office leaves it that office: "the new president", not "the vice president"."""
    return modifier is None or _CHANGING.isdisjoint(_words_in(modifier))


class Titles:
    """Tells for one report who can be meant by a title, and whose title it is."""

    def __init__(self, mentions: Mentions, descriptions: Descriptions) -> None:
        self._mentions = mentions
        self._descriptions = descriptions
        self._called: dict[str, frozenset[str]] = {}

    def can_mean(self, tokens: tuple[Token, ...], first: int, head: int, party: str | None, who: Speaker) -> bool:
        """Whether the phrase that ends with its noun at head can mean the speaker: no other post, party or sex."""
        if party is not None and who.party is not None and party != who.party and self._are_rivals(party, who.party):
            return False
        noun = tokens[head].lower
        called = self._called_so(who)
        is_other_sex = (noun in MEN and called & WOMEN) or (noun in WOMEN and called & MEN)
        if is_other_sex:
            return False
        told = {_SPELT.get(token.lower, token.lower) for token in tokens[first:head]}
        return can_be_called(told, SAME_POST.get(noun, noun), called, not who.head)

    def _are_rivals(self, party: str, other: str) -> bool:
        """Whether nobody is of both: two states; "the Norwegian general" may serve the UN."""
        states = shipped().parties
        return states.is_state(party) == states.is_state(other)

    def party_of(self, tokens: tuple[Token, ...], first: int, last: int) -> str | None:
        """The state whose "the president" is: of the only one whose state the report names before; else None.

        CASE "The President of Norway came. The President said"; no "The mayor said", of whom a state has many.
        """
        here = tokens[first].start
        if tokens[first].lower != "the":
            return None
        offices = self._mentions.offices
        at = bisect_left(offices, here, key=lambda office: office.span.start)
        bare = offices[at] if at < len(offices) else None
        is_all = (
            bare is not None and bare.span.end == tokens[last - 1].end and bare.span.start <= tokens[first + 1].start
        )
        if bare is None or not is_all or bare.role is None or bare.is_plural:
            return None
        same = [one for one in offices[:at] if one.office == bare.office and one.modifier == bare.modifier]
        codes = {one.party for one in same if one.party is not None}
        return codes.pop() if len(codes) == 1 and not any(one.is_plural for one in same) else None

    def _called_so(self, who: Speaker) -> frozenset[str]:
        """All words by which the report calls somebody."""
        name = who.name or ""
        if name not in self._called:
            words = set(_words_in(name)) if who.head else set()
            for actor in self._mentions.actors:
                if actor.kind is ActorKind.PERSON and actor.name == name:
                    words |= self._descriptions.words_of(actor.index) | _words_in(actor.office or "")
            self._called[name] = frozenset(SAME_POST.get(word, _SPELT.get(word, word)) for word in words)
        return self._called[name]
