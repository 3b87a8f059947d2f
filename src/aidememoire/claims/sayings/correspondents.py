"""Who "our correspondent" is: the one whom the report calls so beside his name, the nearest where it names several."""

import re
from collections import Counter

from aidememoire.model import Actor, Mentions, Span, Token

_OURS = frozenset({"our", "the", "its"})
_NEAR_NAME = 45  # characters beside a name in which "correspondent" belongs to it
_OUTLETS_OWN = re.compile(
    r"\b(?P<outlet>[A-Z]{2,5})['’]s\s+(?:(?:[\w-]+\s){0,3}correspondent,?\s)?$"
)  # "The BBC's Jan Novak"
_CORRESPONDENT = re.compile(r"\bcorrespondent,?\s*\||\|\s*,?\s*(?:our|the|its|a)\s(?:[\w-]+\s){0,3}correspondent\b")
_MAX_BESIDE = 80  # characters around a name in which stands where he reports from


class Correspondents:
    """The outlet's own people whom one report names."""

    def __init__(self, mentions: Mentions) -> None:
        self._mentions = mentions
        self._found: list[tuple[Span, int]] | None = None  # the names, and whose they are; looked for when asked

    def meant_by(self, tokens: tuple[Token, ...], first: int, head: int, span: Span) -> tuple[Actor, str] | None:
        """Who is meant by "our correspondent", and why; None for any other phrase, or where nobody is surely meant."""
        if tokens[head].lower != "correspondent" or tokens[first].lower not in _OURS:
            return None
        named = self._named()
        where = {token.text for token in tokens[first + 1 : head]}  # "our UN correspondent"
        beside = [(name, who) for name, who in named if where & set(self._beside(name).split())] if where else []
        named = beside or named
        actors = {who for _, who in named}
        before = [who for name, who in named if name.start < span.start]
        if len(actors) == 1:
            actor = self._mentions.actors[actors.pop()]
            return actor, f"the only correspondent whom the report names is {actor.name}"
        if tokens[first].lower != "our" or not before:
            return None
        actor = self._mentions.actors[before[-1]]
        return actor, f"the last correspondent whom the report names is {actor.name}"

    def _named(self) -> list[tuple[Span, int]]:
        if self._found is None:
            text = self._mentions.report.text
            found: list[tuple[Span, int, str]] = []
            for person in self._mentions.persons:
                before = text[max(0, person.span.start - _NEAR_NAME) : person.span.start]
                after = text[person.span.end : person.span.end + _NEAR_NAME]
                own = _OUTLETS_OWN.search(before)
                if own or _CORRESPONDENT.search(f"{before.rstrip()} | {after.lstrip()}"):
                    found.append((person.span, person.actor, own.group("outlet") if own else ""))
            outlets = Counter(outlet for _, _, outlet in found if outlet).most_common(1)
            known = {"", outlets[0][0]} if outlets else {""}  # "the OLF's Ada Lind" speaks for a party
            self._found = [(name, who) for name, who, outlet in found if outlet in known]
        return self._found

    def _beside(self, name: Span) -> str:
        text = self._mentions.report.text
        return text[max(0, name.start - _NEAR_NAME) : name.end + _MAX_BESIDE]
