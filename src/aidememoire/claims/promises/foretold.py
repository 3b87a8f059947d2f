"""Whether what "will" be done is only foretold: by an onlooker, of an occasion, as a crime that others fear."""

import re

from aidememoire.claims.clauses import Clauses, subject_of
from aidememoire.claims.promises.futures import ROUNDS, names_party, verb_after
from aidememoire.claims.promises.maker_choice import URGING
from aidememoire.claims.promises.makers import is_of_no_government
from aidememoire.claims.promises.owned import sayer_of
from aidememoire.claims.promises.promise_checks import TOPIC_NOUNS
from aidememoire.claims.promises.promise_contents import past_continue
from aidememoire.claims.promises.rows import Rule, table

FORETELLING = frozenset({"future", "doing", "due"})
# What an occasion does: "the talks will begin on Monday".
TAKING_PLACE = frozenset({"take", "begin", "start", "open", "end", "conclude", "happen", "occur", "continue", "go"})
WATCHING = frozenset("group watch institute foundation observatory network consultancy".split())
SPELLS = frozenset({"day", "week", "month", "year", "time", "hour", "while"})
OBJECTS = ("dobj", "ccomp", "prep", "dative", "prt", "attr")
OPENING = 3  # tokens in which a sentence names whom it is about: "The experts"
CORRELATIVE = 3  # words before the subject in which "the sooner" stands: "the sooner Oslo will …"

AT_THIS_PACE = re.compile(
    r"\b(?:if|should|provided(?: that)?) (?:[\w’'-]+ ){1,4}?(?:keeps?(?: up)?|maintains?|continues?|sustains?|holds?)"
    r" (?:up )?(?:at )?(?:the|this|that|these|our|its|such an?) (?:[\w-]+ )?"
    r"(?:pace|rates?|trends?|tempo|speed|dynamics|growth)\b"
    r"|\bat (?:this|that|the (?:current|present)) (?:rate|pace)\b",
    re.IGNORECASE,
)
"""In a sentence that foretells: accepts "if we keep up this pace, we will", "at this rate"; refuses "if we keep the
peace"."""


def why_foretold(rule: Rule, clauses: Clauses, trigger: int) -> str | None:
    """Why what "will" be done is nobody's promise: a view, a meeting; None when it may be one."""
    if rule.kind == "adjective" and _is_according_to_onlookers(clauses):
        return "a view"
    if rule.kind not in FORETELLING:
        return None
    verb = (verb_after(clauses, trigger) if rule.kind == "future" else None) or trigger
    if rule.kind == "due":
        verb = clauses.child(trigger, "xcomp") or trigger
    if rule.kind == "future" and clauses[verb].tag == "VBN" and _is_by_then(clauses, trigger, verb):
        return "a view"
    subject = subject_of(clauses, verb)
    if subject is not None and _takes_place(clauses, verb, subject):
        return "a meeting"
    deed = past_continue(clauses, verb)
    done = clauses.child(deed, "dobj")
    words = table().words
    if clauses[deed].lemma == "raise" and done is not None and clauses[done].lemma in words["raised"]:
        return "a meeting"
    if clauses[deed].lemma == "commit" and done is not None and clauses[done].lemma in words["crimes"]:
        return "a view"
    if _is_condition(clauses, verb) or AT_THIS_PACE.search(clauses.mentions.words(clauses.sentence.span)):
        return "conditional"
    if subject is not None and clauses[subject].lemma in TOPIC_NOUNS and clauses.child(verb, "auxpass") is None:
        return "a view"
    if rule.kind == "future" and (_is_without_object(clauses, verb) or _is_correlative(clauses, subject)):
        return "a view"
    if _is_said_by_onlooker(clauses, verb) or _is_according_to_onlookers(clauses):
        return "a view"
    if _is_to_be_announced(clauses, verb):
        return "a view"
    return None


def _is_by_then(clauses: Clauses, modal: int, verb: int) -> bool:
    """ "will have reached 300 million": how far one will have come by then."""
    return any(clauses.lower(index) in {"have", "'ve", "’ve"} for index in range(modal + 1, verb))


def _takes_place(clauses: Clauses, verb: int, subject: int) -> bool:
    """ "the second round will take place in Oslo", "it will take weeks"; not "the talks will lead to a pact"."""
    if clauses[verb].lemma not in TAKING_PLACE:
        return False
    if clauses[verb].lemma == "take" and clauses.lower(subject) == "it":
        taken = clauses.child(verb, "dobj", "npadvmod")
        return taken is not None and clauses[taken].lemma in SPELLS
    if clauses.child(verb, "xcomp") is not None:
        return False
    return clauses[subject].lemma in table().words["meetings"] or clauses[subject].lemma in ROUNDS


def _is_without_object(clauses: Clauses, verb: int) -> bool:
    """ "a legacy that Oslo will continue to uphold": what is upheld stands elsewhere, or is not said."""
    if clauses.child(verb, "auxpass") is not None:
        return False
    while clauses[verb].lemma == "continue" and (following := clauses.child(verb, "xcomp")) is not None:
        verb = following
    if clauses[verb].lemma not in table().words["transitive"] or clauses.child(verb, *OBJECTS) is not None:
        return False
    behind = clauses[verb + 1]  # the parse may have missed an object in quotation marks
    return behind.pos in {"ADV", "CCONJ", "SCONJ"} or behind.lower in {"going", ".", ",", ";"}


def _is_condition(clauses: Clauses, verb: int) -> bool:
    """ "on condition that Oslo would return it": what is asked of it."""
    head = clauses[verb].head
    while clauses[verb].dep == "conj" and head in clauses and head != verb:
        verb, head = head, clauses[head].head
    return clauses[verb].dep in {"acl", "ccomp", "relcl"} and clauses[head].lemma in {"condition", "proviso"}


def _is_correlative(clauses: Clauses, subject: int | None) -> bool:
    """ "the more often you come, the sooner Oslo will act"."""
    if subject is None:
        return False
    first = clauses.subtree(subject)[0]
    return any(
        clauses[index].tag in {"RBR", "JJR"} and clauses.lower(index - 1) == "the"
        for index in range(max(first - CORRELATIVE, clauses.sentence.first + 1), subject)
    )


def _is_said_by_onlooker(clauses: Clauses, verb: int) -> bool:
    """ "…, the analyst Ada Okafor said", "the former president says Oslo will …": no state speaks through such."""
    sayer = sayer_of(clauses, verb)
    if sayer is None:
        return False
    is_known = names_party(clauses, sayer)
    if not is_known and (is_of_no_government(clauses, sayer) or clauses.lower(sayer) in WATCHING):
        return True
    onlookers = table().words["onlookers"]
    return any(clauses[index].lemma in onlookers for index in range(*clauses.subtree(sayer)))


def _is_according_to_onlookers(clauses: Clauses) -> bool:
    """ "According to analysts, …", "According to them" where analysts open the sentence before."""
    onlookers = table().words["onlookers"]
    for index in range(clauses.sentence.first, clauses.sentence.last - 1):
        if clauses.lower(index) != "according" or clauses.lower(index + 1) != "to":
            continue
        whom = clauses.child(index + 1, "pobj")
        if whom is not None and clauses[whom].lemma in onlookers:
            return True
        if whom is not None and clauses.lower(whom) in {"them", "him", "her"} and clauses.sentence.index:
            before = Clauses(clauses.mentions, clauses.mentions.sentences[clauses.sentence.index - 1])
            return any(token.lemma in onlookers for token in before.tokens[:OPENING])
    return False


def _is_to_be_announced(clauses: Clauses, verb: int) -> bool:
    """ "urged the king to announce that he will leave": he hasn't."""
    saying = clauses[verb].head
    if clauses[verb].dep != "ccomp" or saying not in clauses or clauses[saying].tag != "VB":
        return False
    return clauses[clauses[saying].head].lemma in URGING
