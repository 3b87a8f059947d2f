"""What an agreement itself lays down: "the pact calls for Oslo to …", "the plan provides for …"."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from aidememoire.claims.clauses import Clauses, Range, next_word, subject_of
from aidememoire.claims.promises.rows import table, to_end

# A text with these is a treaty, or minutes that speak as one: what it says "shall" be done, its parties owe each other.
TREATY = re.compile(
    r"\b(?:Contracting|Participating|Signatory) (?:Part(?:y|ies)|States?)\b|^\W*Article \d+|"
    r"\b(?:Each|Either|Neither|No|Both|[Tt]he|two) Part(?:y|ies) (?:shall|undertakes?|agrees?|will)\b",
    re.MULTILINE,
)
"""Accepts "The Parties shall", "Article 4", "Contracting Parties"; refuses "political parties", "the party said"."""
# Whom a treaty binds, or what it sets up.
BOUND = frozenset(
    "party parties side sides government governments state states participant participants member members commission "
    "committee council secretariat delegation delegations group republic union agency authorities ministry".split()
)
# What a treaty says of itself binds nobody to a deed: "This Agreement shall enter into force", "the term shall mean".
OF_THE_TEXT = frozenset(
    "nothing term expression provision article dispute annex paragraph text amendment difference definition purpose "
    "aim objective note exchange reply notification denunciation termination".split()
)
FINAL = frozenset("mean affect construe deem interpret constitute derogate prejudice apply cease prevail".split())
UNAGREED = frozenset({"draft", "proposed", "rival", "possible", "rejected"})  # before the document: nobody is bound yet
UNSETTLED = UNAGREED | {"any", "such", "future", "potential", "eventual"}
DRAFTS = frozenset({"draft", "proposal", "scenario", "bill", "offer"})
BINDING = frozenset({"commit", "bind"})  # "commits Oslo to closing the plant"
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
        following = clauses[next_word(clauses, index + 1)].tag
        if word == "to" and (following == "VB" or (following == "VBG" and clauses[verb].lemma in BINDING)):
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
        is_bound_to = clauses[index].pos == "PART" or clauses[index + 1].tag == "VBG"
        if clauses.lower(index) == "to" and is_bound_to:
            before = index - 1
            return before if clauses[before].pos in {"NOUN", "PROPN"} else None
        if clauses[index].text in {",", ";", "."}:
            return None
    return None


def is_under_terms(clauses: Clauses, trigger: int) -> bool:
    """Whether the sentence says that it is laid down: "Under the pact, Oslo will …", "Oslo will …, under the pact"."""
    for index in range(clauses.sentence.first, clauses.sentence.last):
        word = clauses.lower(index)
        is_lead = word == "under" or (word == "to" and clauses.lower(index - 1) == "according")
        if is_lead and is_instrument(clauses, clauses.child(index, "pobj")):
            return True
    return False


def is_under_pact(clauses: Clauses, modal: int) -> bool:
    """Whether what the clause says is laid down by a pact that was made: "under the accord Oslo would close a camp".

    Not under a plan or proposal, nor under a pact that is only drafted or thought of.
    """
    pact = _under_what(clauses, modal)
    if pact is None or clauses[pact].lemma not in table().words["mutual"]:
        return False
    return "the" in _told_of(clauses, pact) and not _told_of(clauses, pact) & UNSETTLED


def is_under_draft(clauses: Clauses, modal: int) -> bool:
    """Whether it would be done only under a draft, a proposal, any accord at all: "under the draft Oslo would …"."""
    pact = _under_what(clauses, modal)
    if pact is None:
        return False
    return clauses[pact].lemma in DRAFTS or bool(_told_of(clauses, pact) & UNSETTLED)


def _under_what(clauses: Clauses, modal: int) -> int | None:
    """The "accord" of "under the accord", where that opens the sentence or stands behind a mark of it."""
    for index in range(clauses.sentence.first, modal):
        if clauses.lower(index) == "under":
            return clauses.child(index, "pobj") if clauses[index - 1].pos not in {"NOUN", "PROPN", "VERB"} else None
    return None


def _told_of(clauses: Clauses, noun: int) -> set[str]:
    return {clauses.lower(child) for child in clauses.children.get(noun, ()) if child < noun}


def _names_state(clauses: Clauses, subject: int) -> bool:
    """Whether the subject is a state or body by name: "Oslo and Riga shall"."""
    at = clauses[subject].start
    parties = clauses.mentions.parties
    last = bisect_right(parties, at, key=lambda party: party.span.start) - 1
    return last >= 0 and at < parties[last].span.end


@lru_cache(maxsize=8)
def _is_treaty(text: str) -> bool:
    return TREATY.search(text) is not None


def is_owed(clauses: Clauses, modal: int) -> bool:
    """Whether a treaty's "shall" lays down what its parties will do: "Each Party shall bear its costs".

    Not the "shall" of an order to one's own ("the Secretary shall submit", "this order shall not be construed").
    """
    if clauses.lower(modal) != "shall" or clauses.mentions.report.side is not None:
        return False
    subject = subject_of(clauses, clauses[modal].head)
    if subject is None:
        return False
    if is_instrument(clauses, subject) or clauses[subject].lemma in OF_THE_TEXT:
        return False
    if clauses[clauses[modal].head].lemma in FINAL:
        return False
    words = {clauses.lower(index) for index in range(clauses.subtree(subject)[0], subject + 1)}
    if words & BOUND or _names_state(clauses, subject):
        return True
    return _is_treaty(clauses.mentions.report.text)
