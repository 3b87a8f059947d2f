"""Whom "his Japanese counterpart", "the minister's colleague" or "the latter" stands for."""

from bisect import bisect_left

from aidememoire.claims.sayings.heard import NEAR, Heard
from aidememoire.model import Actor, ActorKind, Mentions, Token

_COUNTERPARTS = frozenset({"counterpart", "colleague", "homologue"})
_OF_TWO = {"former": 0, "latter": 1}
_BACK = 4  # sentences in which the counterpart was named, where the report names several of the party


class Counterparts:
    """Finds the persons of one report who are called somebody's counterpart."""

    def __init__(self, mentions: Mentions, heard: Heard) -> None:
        self._mentions = mentions
        self._heard = heard
        surnames = (one for one in mentions.references if one.why == "surname" and len(one.actors) == 1)
        named = [(one.span.start, one.span.end, one.actors[0]) for one in surnames]
        named += [(one.span.start, one.span.end, one.actor) for one in mentions.persons]
        self._named = sorted(named)
        self._starts = [start for start, _, _ in self._named]

    def meant_by(self, tokens: tuple[Token, ...], first: int, head: int, party: str | None) -> Actor | None:
        """The only person who can be meant; None for several, for nobody, and without a word that says whose he is.

        With the party's name ("his Japanese counterpart") somebody of that party: of the same office as whose
        counterpart he is, where there are several. Without it whoever else was named just before.
        """
        is_one = tokens[head].lower in _COUNTERPARTS and tokens[head].tag in {"NN", "NNP"}
        owners = [i for i in range(first, head) if tokens[i].tag in {"PRP$", "POS"}]
        if not is_one or not owners:
            return None
        start = tokens[first].start
        owner = self._owner(tokens, first, owners[0], party)
        named = self._before(start, None if party is not None else NEAR)
        others = [actor for actor in named if actor is not owner and (party is None or actor.party == party)]
        if party is None and (owner is None or owner.party is None):
            return None
        if party is None and owner is not None:
            others = [actor for actor in others if actor.party not in {None, owner.party}]
        if len(others) > 1 and owner is not None and owner.role is not None:
            others = [actor for actor in others if actor.role == owner.role] or others
        if len(others) > 1:
            near = self._before(start, _BACK)
            others = [actor for actor in others if actor in near]
        return others[0] if len(others) == 1 else None

    def _owner(self, tokens: tuple[Token, ...], first: int, possessive: int, party: str | None) -> Actor | None:
        """Whose counterpart it is: whoever the phrase names before "'s"; of "his", whoever spoke or was named last."""
        at = bisect_left(self._starts, tokens[first].start)
        named, actors = self._named, self._mentions.actors
        if tokens[possessive].tag == "POS":
            is_named = at < len(named) and named[at][1] <= tokens[possessive].end
            return actors[named[at][2]] if is_named else None
        former = self._heard.last_person
        if former is not None and self._heard.at - self._heard.person_at <= NEAR:
            return next((actor for actor in actors if actor.name == former.name), None)
        if party is not None:
            return None
        return actors[named[0][2]] if len({actor for _, _, actor in named[:at]}) == 1 else None

    def _before(self, start: int, back: int | None) -> list[Actor]:
        """The persons named before the position, each once; of the sentences so far back, where that is given."""
        sentences = self._mentions.sentences
        low = 0 if back is None else sentences[max(0, self._heard.at - back)].span.start
        found: dict[int, Actor] = {}
        for _, _, index in self._named[bisect_left(self._starts, low) : bisect_left(self._starts, start)]:
            actor = self._mentions.actors[index]
            if actor.kind is ActorKind.PERSON:
                found.setdefault(index, actor)
        return list(found.values())


def one_of_pair(mentions: Mentions, tokens: tuple[Token, ...], first: int, last: int, at: int) -> Actor | None:
    """Whom "the former" or "the latter" alone stands for: of exactly two persons named in the sentence before."""
    word = tokens[last - 1].lower
    if word not in _OF_TWO or last - first > 2 or not at:
        return None
    before = mentions.sentences[at - 1].span
    low = bisect_left(mentions.persons, before.start, key=lambda person: person.span.start)
    high = bisect_left(mentions.persons, before.end, key=lambda person: person.span.start)
    named = list(dict.fromkeys(person.actor for person in mentions.persons[low:high]))
    actors = [mentions.actors[index] for index in named if mentions.actors[index].kind is ActorKind.PERSON]
    return actors[_OF_TWO[word]] if len(actors) == 2 else None
