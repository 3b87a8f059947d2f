"""What an agreement itself lays down: "the pact calls for Oslo to …", "the plan provides for …"."""

from collections.abc import Iterator

from aidememoire.claims.clauses import Clauses, Range, next_word, subject_of
from aidememoire.claims.promises.rows import table, to_end

UNAGREED = frozenset({"draft", "proposed", "rival", "possible", "rejected"})  # before the document: nobody is bound yet
REACH = 5  # tokens behind the verb in which what it lays down begins


def is_instrument(clauses: Clauses, noun: int | None) -> bool:
    """Whether the noun names what parties agree on: pact, treaty, plan, ceasefire."""
    return noun is not None and clauses[noun].lemma in table().words["instruments"]


def terms_of(clauses: Clauses, verb: int) -> Iterator[Range]:
    """What the document that is the verb's subject lays down."""
    subject = subject_of(clauses, verb)
    if clauses[verb].tag not in {"VBD", "VBZ", "VBP", "VBN"} or not is_instrument(clauses, subject):
        return
    if any(clauses.lower(child) in UNAGREED for child in clauses.children.get(subject or -1, ())):
        return
    for index in range(verb + 1, min(verb + 1 + REACH, clauses.sentence.last)):
        word, token = clauses.lower(index), clauses[index]
        if word in {"for", "that"} and (word == "for" or token.tag == "IN"):
            yield to_end(clauses, index + 1, of_clause=word == "that")
            return
        if word == "to" and clauses[next_word(clauses, index + 1)].tag == "VB":
            yield to_end(clauses, index + 1)
            return
        if token.tag == "VBG" and token.head == verb:
            yield to_end(clauses, index)
            return
        is_object = token.dep == "dobj" and token.head == verb and clauses.child(verb, "xcomp") is None
        if is_object and clauses.lower(index + 1) != "to":
            yield to_end(clauses, max(verb + 1, clauses.subtree(index)[0]))
            return
        if token.text in {".", ";", ","}:
            return


def bound_by(clauses: Clauses, verb: int) -> int | None:
    """Who is bound: "Oslo" in "calls on Oslo to …", "for Oslo to …", "obliges Oslo to …"; None when it is not said."""
    for index in range(verb + 1, min(verb + 1 + 2 * REACH, clauses.sentence.last)):
        if clauses.lower(index) == "to" and clauses[index].pos == "PART":
            before = index - 1
            return before if clauses[before].pos in {"NOUN", "PROPN"} else None
        if clauses[index].text in {",", ";", "."}:
            return None
    return None


def is_under_terms(clauses: Clauses, trigger: int) -> bool:
    """Whether the sentence says before the word that it is laid down: "Under the pact, Oslo will …"."""
    for index in range(clauses.sentence.first, trigger):
        word = clauses.lower(index)
        is_lead = word == "under" or (word == "to" and clauses.lower(index - 1) == "according")
        if is_lead and is_instrument(clauses, clauses.child(index, "pobj")):
            return True
    return False
