"""What the form of a verb of saying tells: whether it is passive, finite, or passes on another's words."""

from aidememoire.claims.sayings.cues import CueMatch
from aidememoire.claims.sayings.sentence_view import SentenceView

_BE = frozenset({"was", "were", "been", "is", "are", "being", "be"})
_HAVE = frozenset({"has", "have", "had", "'ve", "’ve"})


def is_passive(view: SentenceView, verb: int) -> bool:
    """Whether the verb is passive: "was said", "has been condemned"."""
    if view.tokens[verb].tag not in {"VBN", "VBD"}:
        return False
    if any(view.tokens[c].dep == "auxpass" for c in view.children.get(verb, ())):
        return True
    before = verb - 1
    while before >= view.sentence.first and view.tokens[before].pos == "ADV":
        before -= 1
    return before >= view.sentence.first and view.tokens[before].lower in _BE


def has_auxiliary(view: SentenceView, verb: int) -> bool:
    """Whether an auxiliary makes a finite verb of the participle."""
    kids = [child for child in view.children.get(verb, ()) if child < verb]
    if any(view.tokens[child].lemma in {"have", "be"} or view.tokens[child].lower in _HAVE for child in kids):
        return True
    head = view.tokens[verb].head
    return view.tokens[verb].dep == "conj" and _has_auxiliary_near(view, head)


def _has_auxiliary_near(view: SentenceView, verb: int) -> bool:
    return any(view.tokens[i].lower in _HAVE for i in range(max(view.sentence.first, verb - 4), verb))


def is_past_form(view: SentenceView, cue: CueMatch) -> bool:
    """A form tagged as a participle that follows its subject ("the Minister said") all the same."""
    token = view.tokens[cue.first]
    if token.lower in {"said", "told"} or any(view.tokens[c].dep == "nsubj" for c in view.children.get(cue.first, ())):
        return True
    follows = cue.first > view.sentence.first and view.tokens[cue.first - 1].lower in {"and", "but", ","}
    return follows and view.has_own_object(cue.last)


def quotes(view: SentenceView, verb: int) -> bool:
    """Whether the verb passes on another's words: "the agency reported him as saying"."""
    if view.tokens[verb].lemma not in {"quote", "cite", "report"}:
        return False
    return any(
        view.tokens[i].lower == "as" and view.tokens[i + 1].lower in {"saying", "telling", "warning"}
        for i in range(verb + 1, min(verb + 8, view.sentence.last - 1))
    )


def whose_words(view: SentenceView, noun: int) -> int:
    """Whose the words are that an agency quotes: "quotes his words", "quotes the words of the envoy"; else the noun."""
    if view.tokens[noun].lemma != "word":
        return noun
    for child in view.children.get(noun, ()):
        if view.tokens[child].dep == "poss":
            return child
        if view.tokens[child].lower == "of":
            return next((c for c in view.children.get(child, ()) if view.tokens[c].dep == "pobj"), noun)
    return noun
