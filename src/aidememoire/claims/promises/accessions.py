"""Signings told in passing: "congratulated Oslo on signing the pact", "Oslo became the tenth nation to sign it"."""

from aidememoire.claims.clauses import Clauses
from aidememoire.claims.promises.grounds import within

PRAISING = frozenset("congratulate commend thank applaud praise salute honor honour welcome hail".split())
BECOMING = frozenset({"become", "be"})
OF_STATES = frozenset({"country", "nation", "state", "government", "member", "party", "signatory"})
BY_ORDER = frozenset({"latest", "last", "newest", "first", "only"})
TO_COME = frozenset({"will", "would", "to", "could", "may", "might", "should", "can", "must"})


def who_acceded(clauses: Clauses, verb: int) -> int | None:
    """The word for whoever is told in passing to have signed; None where the verb is no such signing."""
    token = clauses[verb]
    if token.tag == "VBG" and token.dep == "pcomp" and clauses.lower(token.head) in {"on", "for", "upon"}:
        praise = clauses[token.head].head
        if clauses[praise].lemma not in PRAISING:
            return None
        praised = clauses.child(praise, "dobj")
        return praised if praised is not None and praised < verb and _names_party(clauses, praised) else None
    if token.tag == "VB" and clauses.lower(verb - 1) == "to":
        noun = verb - 2
        become = clauses[noun].head
        if clauses[noun].lemma not in OF_STATES or clauses[become].lemma not in BECOMING or not _is_nth(clauses, noun):
            return None
        if any(clauses.lower(child) in TO_COME for child in clauses.children.get(become, ()) if child < become):
            return None
        return clauses.child(become, "nsubj")
    return None


def _is_nth(clauses: Clauses, noun: int) -> bool:
    """ "the 20th nation", "the latest country"."""
    return any(
        clauses.lower(child) in BY_ORDER or clauses[child].text[:1].isdigit() or clauses.lower(child).endswith("th")
        for child in clauses.children.get(noun, ())
        if child < noun
    )


def _names_party(clauses: Clauses, word: int) -> bool:
    first, last = clauses.subtree(word)
    return bool(within(clauses.mentions.parties, clauses[first].start, clauses[last - 1].end))
