"""Nouns and adjectives that report what was said: "the envoy's claim that …", "he is confident that …"."""

from collections.abc import Iterator
from dataclasses import dataclass

from aidememoire.claims.sayings.sentence_view import SentenceView
from aidememoire.claims.sayings.speaking_nouns import can_speak, carried_nouns, speaker_words
from aidememoire.claims.sayings.subjects import Subject, Subjects
from aidememoire.model import FINITE_TAGS, SpeechAct, Token

_SAID = speaker_words("said_things")
_ASKED = speaker_words("asked_things")
_CARRYING = speaker_words("carrying")
_OWNERS = frozenset({"by", "from", "of"})
_CARRIED = carried_nouns()
_NOUNS = _SAID | _ASKED | _CARRIED.keys()
_ATTITUDES = speaker_words("attitudes")
_BE = frozenset({"is", "are", "was", "were"})
_ACTS = {
    "accus": SpeechAct.CONDEMNS,
    "announce": SpeechAct.ANNOUNCES,
    "denial": SpeechAct.DENIES,
    "rejection": SpeechAct.DENIES,
    "critici": SpeechAct.CONDEMNS,
    "condemn": SpeechAct.CONDEMNS,
    "denunciation": SpeechAct.CONDEMNS,
    "thanks": SpeechAct.THANKS,
    "threat": SpeechAct.WARNS,
    "warning": SpeechAct.WARNS,
    "assurance": SpeechAct.PROMISES,
    "suggestion": SpeechAct.PROPOSES,
}
_POSSESSIVES = frozenset({"his", "her", "their"})
_MAX_OWNER = 12  # tokens from "calls" over "from the chairman of the council" to "for"


@dataclass(frozen=True, slots=True)
class SaidNoun:
    """A noun that reports what was said, with whose it is and the tokens of the content."""

    noun: int  # index of the noun's token
    owner: Subject
    first: int  # of the content
    last: int  # index after its last token


def noun_act(word: str) -> SpeechAct:
    """What whoever uses the noun does with words."""
    if word in _ASKED:
        return SpeechAct.DEMANDS
    return next((act for stem, act in _ACTS.items() if word.startswith(stem)), SpeechAct.ASSERTS)


def is_said_noun(token: Token) -> bool:
    """Whether the token may be such a word."""
    is_noun = token.pos == "NOUN" and token.lower in _NOUNS
    return is_noun or token.lower in _ATTITUDES


def find_attitudes(view: SentenceView, subjects: Subjects) -> Iterator[SaidNoun]:
    """Where the sentence says how somebody stands to a clause: "the envoy is confident that the truce will hold"."""
    tokens, sentence = view.tokens, view.sentence
    for at in range(sentence.first + 2, sentence.last - 3):
        that = at + 2 if tokens[at + 1].text == "," else at + 1
        if tokens[at].lower not in _ATTITUDES or tokens[that].lower != "that" or tokens[that].tag != "IN":
            continue
        verb = at - 1
        while verb > sentence.first and tokens[verb].pos == "ADV":
            verb -= 1
        if tokens[verb].lower not in _BE:
            continue
        holder = next(
            (c for c in view.children.get(verb, ()) if tokens[c].dep in {"nsubj", "nsubjpass"} and c < verb), None
        ) or next((c for c in view.children.get(at, ()) if tokens[c].dep in {"nsubj", "nsubjpass"} and c < verb), None)
        owner = subjects.phrase(holder, verb) if holder is not None and can_speak(tokens, holder, False) else None
        if owner is not None and tokens[owner.head].lower != "it":
            yield SaidNoun(at, owner, that + 1, sentence.last)


def find_said_nouns(view: SentenceView, subjects: Subjects) -> Iterator[SaidNoun]:
    """The nouns of saying in the sentence that have an owner and a content, in order."""
    tokens, sentence = view.tokens, view.sentence
    for noun in range(sentence.first, sentence.last - 2):
        if not is_said_noun(tokens[noun]) or tokens[noun].lower in _ATTITUDES:
            continue
        carrier = _carrier(view, noun)
        marker, at = _marked(view, noun, carrier is not None)
        if at is None:
            continue
        owner = _owner(view, subjects, noun, at, carrier)
        if owner is None:
            continue
        last = _content_end(view, noun, at, marker)
        if last - at > 2:
            yield SaidNoun(noun, owner, at + 1, last)


def _marked(view: SentenceView, noun: int, is_carried: bool) -> tuple[str, int | None]:
    """The word between the noun and what was said ("that", "for", "of"), and its index; None where there is none."""
    word = view.tokens[noun].lower
    markers: tuple[str, ...] = ("that",) if word in _SAID else ("for", "that") if word in _ASKED else ()
    if is_carried:
        markers += tuple(marker for marker in _CARRIED.get(word, ()) if marker not in markers)
    found = ((marker, _marker(view, noun, marker)) for marker in markers)
    return next(((marker, at) for marker, at in found if at is not None), ("", None))


def _carrier(view: SentenceView, noun: int) -> int | None:
    """The verb that only carries the noun, where it stands in the text as done: "repeated his call"."""
    head = view.tokens[noun].head
    is_carried = view.tokens[noun].dep == "dobj" and view.tokens[head].lemma in _CARRYING and view.heads_clause(head)
    if not is_carried or any(
        view.tokens[c].dep == "neg" or view.tokens[c].tag == "MD" for c in view.children.get(head, ())
    ):
        return None
    return head


def _marker(view: SentenceView, noun: int, word: str) -> int | None:
    """Index of the "that" or "for" that belongs to the noun: right after it, or after "from the council"."""
    at, last = noun + 1, view.sentence.last
    if at + 2 < last and view.tokens[at].lower == "on" and view.tokens[at + 1].lower.endswith("day"):
        at += 2  # "calls on Sunday for a truce"
    if view.tokens[at].lower in _OWNERS and view.tokens[at].lower != word:
        at += 1
        while at < view.sentence.last and at - noun < _MAX_OWNER and view.tokens[at].lower != word:
            if view.tokens[at].pos in {"PUNCT", "VERB", "AUX"}:
                return None
            at += 1
    if at + 1 >= view.sentence.last or view.tokens[at].lower != word:
        return None
    is_clause = word == "that"
    if is_clause and (view.tokens[at].dep == "nsubj" or view.tokens[at + 1].tag in FINITE_TAGS):
        return None  # "a claim that angered them"
    return at


def _owner(view: SentenceView, subjects: Subjects, noun: int, marker: int, carrier: int | None) -> Subject | None:
    """Whose words the noun reports: the possessor, whoever stands after "by" or "from", or who repeats them."""
    tokens = view.tokens
    near = range(max(view.sentence.first, noun - _MAX_OWNER), noun)
    has_other = any(tokens[i].dep == "poss" and tokens[i].head == noun and tokens[i].pos != "PRON" for i in near)
    if carrier is not None and not has_other and tokens[noun + 1].lower not in {"by", "from"}:
        for child in view.children.get(carrier, ()):
            if tokens[child].dep == "nsubj" and can_speak(tokens, child, False):
                return subjects.phrase(child, carrier)
    for child in view.children.get(noun, ()):
        if tokens[child].dep == "poss":
            if tokens[child].lower in _POSSESSIVES:
                return Subject(child, child + 1, child)
            phrase = subjects.phrase(child, -1)
            is_owner = phrase is not None and can_speak(tokens, child, False)
            return Subject(phrase.first, child + 1, child) if phrase is not None and is_owner else None
    if tokens[noun + 1].lower in _OWNERS and marker > noun + 1:
        heads = [i for i in range(noun + 2, marker) if tokens[i].dep == "pobj" and tokens[i].head == noun + 1]
        if heads and can_speak(tokens, heads[0], False):
            return subjects.phrase(heads[0], -1)
        return None
    is_compound = tokens[noun - 1].dep == "compound" and tokens[noun - 1].head == noun and noun > view.sentence.first
    if is_compound and tokens[noun - 1].pos == "PROPN":
        first = noun - 1
        while first > view.sentence.first and tokens[first - 1].pos == "PROPN":
            first -= 1
        return Subject(first, noun, noun - 1)  # "Arab League calls for a truce"
    return None


def _content_end(view: SentenceView, noun: int, marker: int, word: str) -> int:
    """Index after the content's last token: never past the verb that the noun is subject of."""
    tokens, sentence = view.tokens, view.sentence
    last = sentence.last
    if tokens[noun].dep in {"nsubj", "nsubjpass"} and tokens[noun].head > marker:
        last = tokens[noun].head
        while last - 1 > marker and _goes_with_verb(view, last - 1, tokens[noun].head):
            last -= 1
    inner = [
        child
        for child in view.children.get(noun, ())
        if child > marker and tokens[child].dep in {"acl", "ccomp", "relcl", "prep"}
    ]
    if word == "that" and inner:
        last = min(last, max(view.right(inner[0]), _right_of(view, inner[0])) + 1)
    elif word != "that":
        end = _right_of(view, tokens[marker].head if tokens[marker].dep == "aux" else marker) + 1
        if end + 1 < last and tokens[end].lower == "to" and tokens[end + 1].tag == "VB":
            end = _right_of(view, end + 1) + 1  # "a call for both sides to talk"
        last = min(last, end)
    while last - 1 > marker and tokens[last - 1].pos == "PUNCT":
        last -= 1
    return last


def _goes_with_verb(view: SentenceView, at: int, verb: int) -> bool:
    """Whether the token before the verb is its own: an auxiliary, a mark, an adverb ("was never heard")."""
    token = view.tokens[at]
    return token.pos in {"AUX", "PUNCT"} or (token.pos == "ADV" and token.head == verb)


def _right_of(view: SentenceView, index: int) -> int:
    """Index of the rightmost token that depends on the token, relative clauses too."""
    last, stack = index, [index]
    while stack:
        for child in view.children.get(stack.pop(), ()):
            last = max(last, child)
            stack.append(child)
    return last
