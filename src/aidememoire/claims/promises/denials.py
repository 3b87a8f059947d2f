"""Whose a denial is: of several verbs in a sentence the one that "not" or "ruled out" belongs to."""

from aidememoire.claims.checks import DENYING, FALSE_NEGATIONS
from aidememoire.claims.clauses import CLIMB_LIMIT, SAYING, Clauses, is_negated

OF_VERBS = frozenset({"not", "n't", "n’t", "never", "cannot"})
OF_NOUNS = frozenset({"no", "nobody", "none", "nothing", "neither", "nor", "without"})
GOVERNED = frozenset({"ccomp", "xcomp", "acl", "relcl", "pcomp", "csubj", "parataxis"})
OUT = 3  # words behind "ruled" in which its "out" stands


def denies_another(clauses: Clauses, verb: int) -> bool:
    """Whether what the sentence denies is another deed than this one.

    Accepts "Oslo cannot wait and would send ships", "if Oslo does not pay, Riga will close the port", "ruled out an
    invasion but said that it would send arms"; refuses "did not say that it would send ships".
    """
    above = _governors(clauses, verb)
    subject = clauses.child(verb, "nsubj", "nsubjpass")
    of_subject = range(*clauses.subtree(subject)) if subject is not None else range(0)
    for token in clauses.tokens:
        word = token.lower
        if word in OF_VERBS and clauses.lower(token.index + 1) not in FALSE_NEGATIONS and token.head in above:
            return False
        if word in OF_NOUNS and (token.index in of_subject or token.head in above):
            return False
        if token.lemma in DENYING and token.index in above - {verb} and _denies(clauses, token.index):
            return False
    return True


def is_told_as_untrue(clauses: Clauses, verb: int) -> bool:
    """Whether what is told of the deed is that nobody said it: "did not say that it would", "denied that it would"."""
    above = _governors(clauses, verb) - {verb}
    return any(
        token.index in above
        and (
            (token.lemma in DENYING and _denies(clauses, token.index) and not is_negated(clauses, token.index))
            or (token.lemma in SAYING and is_negated(clauses, token.index))
        )
        for token in clauses.tokens
    )


def _governors(clauses: Clauses, verb: int) -> set[int]:
    """The verb and those whose clauses hold it; not one that it is only joined to by "and", "but"."""
    above = {verb}
    for _ in range(CLIMB_LIMIT):
        token = clauses[verb]
        if token.head == verb or token.head not in clauses:
            break
        if token.dep in GOVERNED:
            above.add(token.head)
        elif token.dep != "conj":
            break
        verb = token.head
    return above


def _denies(clauses: Clauses, word: int) -> bool:
    return clauses[word].lemma != "rule" or "out" in {clauses.lower(i) for i in range(word + 1, word + 1 + OUT)}
