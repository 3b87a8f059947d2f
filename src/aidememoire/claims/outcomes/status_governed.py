"""What the words above a deed tell of it: begun, failed, no longer so, never said, made progress in."""

from itertools import pairwise

from aidememoire.claims.clauses import QUOTES, SAYING, Clauses, is_negated, is_subordinate, modal_of
from aidememoire.claims.outcomes.status_rules import Rule
from aidememoire.model import StatusKind

FAILING = frozenset({"fail", "refuse", "decline", "neglect", "unable", "unwilling"})
UNSAID = SAYING | frozenset("assert prove show find determine establish suggest allege".split())


def is_unsaid(clauses: Clauses, trigger: int) -> bool:
    """ "did not assert that Oslo was in breach of the pact": nobody says that it was."""
    verb = trigger
    for _ in range(UNSAID_STEPS):
        if clauses[verb].dep == "ccomp":
            head = clauses[verb].head
            return clauses[head].lemma in UNSAID and is_negated(clauses, head)
        verb = clauses[verb].head
        if verb not in clauses:
            return False
    return False


UNSAID_STEPS = 4


NO_LONGER_REACH = 6  # "no longer considers itself bound by": tokens from "no" to what is so no more


def is_no_longer(clauses: Clauses, trigger: int) -> bool:
    """ "is no longer observing the truce", "could no longer commit to it": what was so has ended."""
    if clauses.lower(trigger + 1) == "no" and clauses.lower(trigger + 2) == "longer":
        return True
    for index in range(trigger - 1, trigger - NO_LONGER_REACH - 1, -1):
        if clauses[index].pos == "PUNCT" and clauses[index].text not in QUOTES:
            return False
        if clauses.lower(index) == "longer":
            return clauses.lower(index - 1) == "no"
    return False


def is_stopped(clauses: Clauses, verb: int) -> bool:
    """ "has (not) stopped implementing the pact": whether it was, "stopped" says."""
    token = clauses[verb]
    return token.tag == "VBG" and token.dep == "xcomp" and clauses[token.head].lemma in STOPPING


STOPPING = frozenset({"stop", "cease", "quit"})
SLOW = frozenset({"fast", "quickly", "swiftly", "rapidly", "soon", "promptly", "speedily"})


def is_only_slow(clauses: Clauses, verb: int) -> bool:
    """ "is not being carried out as quickly as hoped": it is done, if late."""
    words = [clauses.lower(index) for index in range(verb + 1, verb + 5)]
    return any(one in {"as", "so"} and other in SLOW for one, other in pairwise(words))


def is_yet_to(clauses: Clauses, verb: int) -> bool:
    """ "(Oslo) has yet to open the port": whatever follows, it has not been done."""
    return clauses[verb].lemma == "have" and (clauses.lower(verb + 1), clauses.lower(verb + 2)) == ("yet", "to")


GETTING_ON = frozenset("progress headway advance step stride work effort".split())


def is_getting_on(clauses: Clauses, verb: int) -> bool:
    """ "progress in implementing the treaty", "the progress made in carrying it out": it is being done."""
    if clauses[verb].tag != "VBG" or clauses.lower(verb - 1) not in {"in", "on", "toward", "towards"}:
        return False
    words = [clauses[index].lemma for index in range(verb - GETTING_ON_REACH, verb - 1)]
    return bool(GETTING_ON & set(words)) and not {"no", "little", "need", "lack", "more"} & set(words)


GETTING_ON_REACH = 5


def failing_word(clauses: Clauses, verb: int) -> int | None:
    """The word by which the deed was not done ("failed to", "refused to", "unable to"); None where there is none."""
    for index in range(verb - 1, verb - 4, -1):
        if clauses.lower(index) == "to" and index - 1 in clauses and clauses[index - 1].lemma in FAILING:
            return index - 1
    return None


# "continues to violate", "has begun to implement", "appears to be holding": it is so.
SO_NOW = frozenset({"continue", "persist", "begin", "start", "appear", "seem", "manage", "proceed"})
FORCED = frozenset({"force", "oblige", "compel", "have", "prompt", "lead"})
DONE_UNDER_FORCE = frozenset({StatusKind.SUSPENDED, StatusKind.ENDED, StatusKind.WITHDRAWN, StatusKind.DELAYED})
HELPED = frozenset({StatusKind.LAUNCHED, StatusKind.RESUMED, StatusKind.EXTENDED, StatusKind.UPGRADED})


# Whoever continues to do so with a treaty keeps it.
KEPT_UP = frozenset({"observe", "respect", "honour", "honor"})


def done_after_all(rule: Rule, clauses: Clauses, verb: int) -> StatusKind | None:
    """The status where the verb that governs the infinitive tells that it was done; None else."""
    to = next((i for i in range(verb - 1, verb - 4, -1) if clauses.lower(i) == "to"), None)
    if to is None:
        return None
    above = next((i for i in range(to - 1, to - 3, -1) if clauses[i].pos in {"VERB", "AUX"}), None)
    if above is None or modal_of(clauses, above) is not None or is_negated(clauses, above):
        return None
    if clauses[above].tag not in {"VBD", "VBZ", "VBP", "VBN"} or is_subordinate(clauses, above):
        return None
    lemma = clauses[above].lemma
    if lemma == "continue" and clauses[verb].lemma in KEPT_UP:
        return rule.status
    if lemma in SO_NOW:
        return rule.ongoing or rule.by_status.get(clauses[verb].lemma, rule.status)
    is_past = clauses[above].tag in {"VBD", "VBN"}
    if is_past and lemma in FORCED and rule.status in DONE_UNDER_FORCE:
        return rule.status
    return rule.status if is_past and lemma == "help" and rule.status in HELPED else None
