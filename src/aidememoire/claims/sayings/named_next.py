"""Who is meant by a post in a lead ("the council's head said …"): the person named when he goes on to speak."""

from aidememoire.claims.clauses import person_at
from aidememoire.claims.sayings.cues import find_cues
from aidememoire.claims.sayings.descriptions import Descriptions
from aidememoire.claims.sayings.speaking_nouns import speaker_words
from aidememoire.model import Actor, ActorKind, Mentions, Sentence

_MAX_ON = 3  # sentences after the lead in which he must be named
_INDEFINITE = frozenset({"a", "an", "one"})
_OTHERS = frozenset({"another", "some", "any", "no", "every", "each", "this", "that"})
_UNNAMED = speaker_words("unnamed")
_UNNAMED_HEADS = speaker_words("unnamed_heads")
_MARKS = frozenset({"“", '"', "``", "«", "„"})
_HIGHEST = frozenset({"president", "prime minister", "foreign minister", "secretary of state", "king", "chancellor"})
_GENERIC = speaker_words("ranks")


class NamedNext:
    """Looks for the person whom the sentences after a post name for the first time, as he goes on to speak."""

    def __init__(self, mentions: Mentions, descriptions: Descriptions) -> None:
        self._mentions = mentions
        self._descriptions = descriptions

    def actor(self, at: int, first: int, last: int, head: int, party: str | None) -> Actor | None:
        """The person meant by the post that the tokens name in the sentence; None where nobody is surely meant."""
        tokens, sentences = self._mentions.tokens, self._mentions.sentences
        lowers = {token.lower for token in tokens[sentences[at].first : sentences[at].last]}
        if tokens[first].lower in _OTHERS or tokens[head].lemma in _UNNAMED_HEADS or not _UNNAMED.isdisjoint(lowers):
            return None
        for index in range(at + 1, min(at + 1 + _MAX_ON, len(sentences))):
            speaks, actor = self._first_to_speak(sentences[index])
            is_next = index == at + 1
            is_quoted = is_next and tokens[sentences[index].first].text in _MARKS
            if actor is not None and self._fits(actor, first, last, head, party, is_quoted):
                return actor
            if actor is not None and is_next and self._is_bare(actor, sentences[index], party):
                return actor
            if speaks:
                return None
        return None

    def _first_to_speak(self, sentence: Sentence) -> tuple[bool, Actor | None]:
        """Whether somebody else than "he" speaks in the sentence; and who, where it is first named there."""
        tokens = self._mentions.tokens
        for cue in find_cues(tokens, sentence.first, sentence.last):
            inside = range(sentence.first, sentence.last)
            subject = next((i for i in inside if tokens[i].head == cue.first and tokens[i].dep == "nsubj"), None)
            if subject is None or tokens[subject].lower in {"i", "we", "you"}:
                continue
            if tokens[subject].lower in {"he", "she"}:
                return False, None
            return True, self._first_named(subject)
        return False, None

    def _first_named(self, subject: int) -> Actor | None:
        """The person named by the token, where the report has not named him before."""
        named = person_at(self._mentions, self._mentions.tokens[subject])
        if named is None:
            return None
        actor = self._mentions.actors[named.actor]
        is_first = next(person for person in self._mentions.persons if person.actor == named.actor) is named
        return actor if is_first and actor.kind is ActorKind.PERSON else None

    def _is_bare(self, actor: Actor, sentence: Sentence, party: str | None) -> bool:
        """Whether the sentence opens with the name alone, which only the post before it explains.

        "A spokesman said the bridge was safe. Jan Novak said work would go on."
        """
        named = next(person for person in self._mentions.persons if person.actor == actor.index)
        is_first = named.span.start == self._mentions.tokens[sentence.first].start
        is_other = party is not None and actor.party is not None and party != actor.party
        return is_first and not is_other and actor.office is None and not self._descriptions.words_of(actor.index)

    def _fits(self, actor: Actor, first: int, last: int, head: int, party: str | None, is_quoted: bool) -> bool:
        """Whether the person can hold the post: what he is called beside his name shares a word with it."""
        if party is not None and actor.party is not None and party != actor.party and len(party) == len(actor.party):
            return False
        noun = self._mentions.tokens[head].lemma
        if noun == "official":
            is_official = actor.office is not None and actor.office not in _HIGHEST and "spokes" not in actor.office
            return is_official and (party is None or party == actor.party)
        described = self._descriptions.describe(first, last)
        if described is None:
            return False
        words, called = described[0], self._descriptions.words_of(actor.index)
        shared = (words & called) - _GENERIC
        is_open = self._mentions.tokens[first].lower in _INDEFINITE
        if is_open:
            return described[1] in called and bool(shared)
        return is_quoted or bool(shared) or (party is not None and actor.party == party)
