"""What only looks like speech: deeds left undone, thoughts told in passing, signs that "say" something."""

import tomllib
from importlib.resources import files

from aidememoire.claims.sayings.heard import Speaker
from aidememoire.claims.sayings.said_words import Saying
from aidememoire.claims.sayings.sentence_view import SentenceView
from aidememoire.model import Token

_WORDS: dict[str, str] = tomllib.loads(
    files("aidememoire.claims").joinpath("data/mere_looks.toml").read_text(encoding="utf-8")
)
MENTION = "mention"  # why a word is refused that only names a thing, joins things or comments on them
_THOUGHTS = frozenset(_WORDS["thoughts"].split())
_STANDS = frozenset(_WORDS["stands"].split()) | _THOUGHTS
_LEAVING_OFF = frozenset(_WORDS["leaving_off"].split())
_ONLY_SPOKEN_OF = frozenset(_WORDS["only_spoken_of"].split())
_ONLY_WITH_LINK = frozenset(_WORDS["only_with_link"].split())
_NO_VOICES = frozenset(_WORDS["no_voices"].split())
_RULES = frozenset(_WORDS["rules"].split())
_COMMENTS = frozenset(_WORDS["comments"].split())
_BARE_VOICES = frozenset(_WORDS["bare_voices"].split())
_WITHIN = frozenset({"relcl", "acl"})  # clauses that only say which: "the towns that they believe are safe"
_ONLY_IF = frozenset({"if", "when", "whenever", "because", "unless", "until"})
_MAX_NAMING = 4  # tokens of "what the new king"
_SAYING = frozenset({"say", "tell", "promise", "announce", "warn"})
_POINTING = frozenset({"is", "was", "'s", "’s", "exactly", "precisely", "just", "do", "does", "did", "doing"})
_MAX_POINTING = 7  # tokens of "what the new king of the islands"
_REFUSED_THINGS = frozenset(_WORDS["refused_things"].split())
_MAX_REFUSED = 8  # tokens of "denied foreign aid workers unhindered access"
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "DET", "PRON", "NUM", "PART", "CCONJ"})
_QUESTIONS = frozenset({"if", "whether", "what", "why", "how", "when", "who", "where", "about"})


def why_only_looks(view: SentenceView, saying: Saying) -> str | None:
    """Why nobody is reported to have said the words, by what stands around the attributing verb; None where one is.

    *denied* "the office stopped counting the boats"; *no_speaker* "signs signalled …"; *thought* "isles that they
    believe are haunted"; *question* "asked what came next, he …"; *mention* "its announced target", "what he calls
    crime".
    """
    verb = view.tokens[saying.verb]
    if _is_no_voice(saying.speaker):
        return "no_speaker"
    if verb.lemma in _THOUGHTS and _is_in_passing(view, saying.verb):
        return "thought"
    if verb.lemma == "ask" and _is_asked(view, saying.verb):
        return "question"
    if verb.lemma == "deny" and saying.frame == "np" and _is_refused(view, saying.verb):
        return "denied"
    if verb.lemma in _SAYING and _is_pointed_at(view, saying.verb):
        return MENTION
    if verb.tag == "VBG" and _is_undone(view, saying.verb):
        return "denied"
    is_comment = verb.tag == "VBG" and _is_comment(view, saying.verb)
    is_named = verb.lemma == "call" and _only_names(view, saying.verb)
    is_sum = verb.lemma == "add" and _joins(view, saying)
    return MENTION if is_comment or is_named or is_sum or _describes(view, saying.verb) else None


def is_stand_within(verb: Token, saying: Saying, outer: Saying, outer_verb: Token) -> bool:
    """Whether somebody's thought or stand is only told of in another's words: "he said Oslo welcomed the pact".

    What is passed on is no such thing: "Oslo welcomed the pact, according to Reuters", "…, Jan Novak reports".
    """
    is_behind = outer.cue[0] >= outer.end and outer_verb.lemma == "report"
    is_passed_on = outer.frame == "according" or outer.via is not None or is_behind
    if is_passed_on or verb.lemma not in _STANDS:
        return False
    is_bare = saying.cue[1] - saying.cue[0] <= len(verb.text)  # "expressed regret that …" tells what he said
    return saying.frame in {"np", "clause", "quote"} and is_bare


def _is_no_voice(speaker: Speaker) -> bool:
    """Whether the name is that of a thing that says nothing."""
    folded = (speaker.name or "").lower()
    last = folded.partition(" of ")[0].rpartition(" ")[2]
    before = folded.removesuffix(" regime").rpartition(" ")[2]
    return folded in _BARE_VOICES or last in _NO_VOICES or (last == "regime" and before in _RULES)


def _describes(view: SentenceView, verb: int) -> bool:
    """Whether the verb only describes a noun: "the ministry's announced target"."""
    token = view.tokens[verb]
    is_adjective = token.dep == "amod" and token.tag in {"VBN", "VBG"} and token.head > verb > view.sentence.first
    return is_adjective and view.tokens[verb - 1].tag in {"POS", "PRP$", "DT"}


def _is_undone(view: SentenceView, verb: int) -> bool:
    """Whether the saying was left off, or only spoken of: "stopped short of calling", "seemed to be signalling"."""
    tokens, first = view.tokens, view.sentence.first
    before = verb - 1
    while before > first and tokens[before].pos == "ADV":
        before -= 1
    if before < first:
        return False
    token = tokens[before]
    if token.lower == "be" and before - 1 >= first and tokens[before - 1].lower == "to":
        return True
    if token.pos == "VERB" and token.lemma in _LEAVING_OFF:
        return True
    if token.lower in {"of", "than"} and before - 1 >= first:
        return tokens[before - 1].lower in _ONLY_WITH_LINK
    return token.lower in _ONLY_SPOKEN_OF


def _is_comment(view: SentenceView, verb: int) -> bool:
    """Whether the participle opens its sentence and says what the news of it shows."""
    return view.tokens[verb].lemma in _COMMENTS and verb - view.sentence.first <= 1


def _joins(view: SentenceView, saying: Saying) -> bool:
    """Whether a thing is added to things: "added six ports to the list"."""
    if saying.quotation is not None or saying.end <= saying.cue[0]:
        return False
    kids = [view.tokens[child] for child in view.children.get(saying.verb, ())]
    has_object = any(kid.dep == "dobj" and kid.start > view.tokens[saying.verb].start for kid in kids)
    return has_object and view.ends_clause(saying.verb + 1) and not any(kid.dep == "ccomp" for kid in kids)


def _only_names(view: SentenceView, verb: int) -> bool:
    """Whether a thing is given a side's name for it in passing: "fights what the king calls crime"."""
    before = view.tokens[max(view.sentence.first, verb - _MAX_NAMING) : verb]
    is_now = view.tokens[verb].tag in {"VBZ", "VBP"}
    return is_now and any(token.lower == "what" or (token.lower == "as" and token.tag == "IN") for token in before)


def _is_refused(view: SentenceView, verb: int) -> bool:
    """Whether somebody is not let have a thing: "denied doctors access to the camp"."""
    after = view.tokens[verb + 1 : min(verb + _MAX_REFUSED, view.sentence.last)]
    thing = next((at for at, token in enumerate(after) if token.lower in _REFUSED_THINGS), None)
    return thing is not None and all(token.pos in _NOMINAL for token in after[:thing])


def _is_pointed_at(view: SentenceView, verb: int) -> bool:
    """Whether what was said is told elsewhere: "that is exactly what the king said"; not "what the king said was …"."""
    before = range(verb - 1, max(view.sentence.first, verb - _MAX_POINTING) - 1, -1)
    what = next((at for at in before if view.tokens[at].lower == "what"), None)
    if what is None or what == view.sentence.first or view.tokens[what - 1].lower not in _POINTING:
        return False
    return all(token.pos not in {"VERB", "PUNCT"} for token in view.tokens[what + 1 : verb])


def _is_asked(view: SentenceView, verb: int) -> bool:
    """Whether it is the speaker who is asked: "Asked what came next, he …"; "when asked about it"."""
    tokens = view.tokens
    if tokens[verb].tag not in {"VBN", "VBD"} or verb + 1 >= view.sentence.last:
        return False
    is_first = verb == view.sentence.first or tokens[verb - 1].lower in {"when", "once", "if", "“", '"'}
    return is_first and tokens[verb + 1].lower in _QUESTIONS


def _is_in_passing(view: SentenceView, verb: int) -> bool:
    """Whether the thought stands in a clause that asserts something else: "towns that he believes are safe"."""
    token = view.tokens[verb]
    if token.dep in _WITHIN:
        return True
    return token.dep == "advcl" and any(
        view.tokens[child].lower in _ONLY_IF for child in view.children.get(verb, ()) if child < verb
    )
