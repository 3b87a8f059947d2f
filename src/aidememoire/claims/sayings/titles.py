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
from aidememoire.model import ActorKind, Mentions, OfficeMention, Token


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
_ORGANS = frozenset({"government", "ministry", "cabinet", "presidency", "embassy"})
_FOR_STATES = title_words("for_states")
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


def is_post(noun: str) -> bool:
    """Whether who is called so speaks for the state named with it: "a Norwegian general", no "Syrian expert"."""
    word = SAME_POST.get(noun, noun)
    return word in _POSTS | _RANKS or word in _FOR_STATES


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

    def own_party(self, tokens: tuple[Token, ...], first: int, last: int, head: int) -> str | None:
        """The side of an official account, where the words mean its own office: "the President", "the Ministry".

        Not where the report names another state's, nor where the side has no such office on the day.
        """
        side = self._mentions.report.side
        if side is None or not shipped().parties.is_state(side) or tokens[first].lower not in {"the", "our"} | _ORGANS:
            return None
        noun = tokens[head]
        if noun.lower in _ORGANS and noun.text[:1].isupper() and (last - head == 1 or tokens[head + 1].lower == "of"):
            before = tokens[max(first, 0) : head]
            return side if all(token.lower == "the" for token in before) else None
        bare = self._bare_title(tokens, first, last)
        if bare is None or bare.role is None or not noun.text[:1].isupper():
            return None
        same = [one for one in self._mentions.offices if one.role == bare.role and one.party not in {None, side}]
        guests = [one for one in self._mentions.actors if one.role == bare.role and one.party not in {None, side}]
        return side if not same and not guests and self._has_office(side, bare) else None

    def _has_office(self, side: str, bare: OfficeMention) -> bool:
        """Whether somebody holds an office of that name for the side on the report's day."""
        on = self._mentions.on
        held = shipped().offices.holders(side, bare.role or "", on) if on is not None else ()
        return any(bare.office in one.office.lower() for one in held)

    def _bare_title(self, tokens: tuple[Token, ...], first: int, last: int) -> OfficeMention | None:
        """The office that the phrase is, but for its article."""
        offices = self._mentions.offices
        at = bisect_left(offices, tokens[first].start, key=lambda office: office.span.start)
        bare = offices[at] if at < len(offices) else None
        second = tokens[min(first + 1, last - 1)].start
        is_all = bare is not None and bare.span.end == tokens[last - 1].end and bare.span.start <= second
        return bare if is_all and bare is not None and not bare.is_plural else None

    def _are_rivals(self, party: str, other: str) -> bool:
        """Whether nobody is of both: two states; "the Norwegian general" may serve the UN."""
        states = shipped().parties
        return states.is_state(party) == states.is_state(other)

    def party_of(self, tokens: tuple[Token, ...], first: int, last: int) -> str | None:
        """The state whose "the president" is: of the only one whose state the report names before; else None.

        CASE "The President of Norway came. The President said"; no "The mayor said", of whom a state has many.
        """
        if tokens[first].lower != "the":
            return None
        offices = self._mentions.offices
        at = bisect_left(offices, tokens[first].start, key=lambda office: office.span.start)
        bare = self._bare_title(tokens, first, last)
        if bare is None or bare.role is None:
            return None
        same = [one for one in offices[:at] if one.office == bare.office and one.modifier == bare.modifier]
        codes = {one.party for one in same if one.party is not None}
        side = self._mentions.report.side
        is_one = len(codes) == 1 and not any(one.is_plural for one in same)
        return codes.pop() if is_one and codes <= {side or next(iter(codes))} else None  # an account's may be its own

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
