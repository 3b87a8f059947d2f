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


def is_wrongly_said(clauses: Clauses, trigger: int) -> bool:
    """ "it would be wrong to say that the pact has failed", "was cleared of the charge that it broke the pact"."""
    token = clauses[trigger]
    if token.dep not in {"ccomp", "acl"} or token.head not in clauses:
        return False
    head = clauses[token.head]
    if token.dep == "acl":
        above = clauses[clauses[head.head].head] if clauses.lower(head.head) == "of" else clauses[head.head]
        return head.lemma in {"charge", "accusation", "allegation", "claim"} and above.lemma in CLEARING
    if head.lemma not in UNSAID | THINKING or modal_of(clauses, head.index) != "to":
        return False
    words = {clauses[index].lemma for index in range(clauses.sentence.first, head.index)}
    return head.dep in {"xcomp", "advcl", "acl"} and bool(words & WRONG)


THINKING = frozenset("think believe assume suppose imagine conclude pretend".split())
WRONG = frozenset("wrong mistake mistaken premature early error false incorrect naive misleading inaccurate".split())
CLEARING = frozenset("clear acquit absolve exonerate".split())


def is_laid_down(clauses: Clauses, trigger: int) -> bool:
    """ "the treaty provides that it shall remain in force": what a treaty says of itself tells of no event."""
    token = clauses[trigger]
    return token.dep == "ccomp" and clauses[token.head].lemma in LAYING_DOWN


LAYING_DOWN = frozenset("provide stipulate specify prescribe foresee".split())


def is_subjunctive(clauses: Clauses, verb: int) -> bool:
    """ "that a truce be implemented": a bare "be" tells what somebody wants."""
    return clauses[verb].tag == "VBN" and any(
        clauses.lower(child) == "be" and clauses[child].dep == "auxpass" for child in clauses.children.get(verb, ())
    )


def is_past_already(clauses: Clauses, verb: int) -> bool:
    """ "before the quotas were suspended", "once Oslo left", "when it was broken": told in the past, it came about."""
    openings = {clauses.lower(child) for child in clauses.children.get(verb, ()) if child < verb}
    auxiliaries = {clauses.lower(child) for child in clauses.children.get(verb, ()) if clauses[child].dep == "auxpass"}
    is_past = clauses[verb].tag == "VBD" or bool(auxiliaries & {"was", "were"})
    if "when" in openings and clauses[clauses[verb].head].tag != "VBD":
        return False  # "it has always been so when reforms were made"
    if "once" in openings and clauses[clauses[verb].head].tag == "VB":
        return False  # "agreed to open the bridge once Oslo honoured the pact"
    return is_past and bool(openings & {"before", "once", "when"}) and not openings & {"if", "unless", "whether"}


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


def is_slow_to(clauses: Clauses, verb: int) -> bool:
    """ "has been slow to implement the pact": it is late with it; not "may be slow to"."""
    if [clauses.lower(index) for index in (verb - 2, verb - 1)] != ["slow", "to"]:
        return False
    be = next((index for index in range(verb - 3, verb - 6, -1) if clauses[index].lemma == "be"), None)
    return be is not None and modal_of(clauses, be) is None and clauses[be].tag != "VB" and not is_negated(clauses, be)


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


# Whoever "is said to have done" it did so, by that report.
REPORTED = frozenset("report say believe know allege claim understand confirm find reveal".split())
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
    if lemma in REPORTED and clauses.lower(to + 1) == "have":
        return rule.status  # "is reported to have left the pact"
    if lemma == "continue" and clauses[verb].lemma in KEPT_UP:
        return rule.status
    if lemma in SO_NOW:
        return rule.ongoing or rule.by_status.get(clauses[verb].lemma, rule.status)
    is_past = clauses[above].tag in {"VBD", "VBN"}
    if is_past and lemma in FORCED and rule.status in DONE_UNDER_FORCE:
        return rule.status
    return rule.status if is_past and lemma == "help" and rule.status in HELPED else None


def is_declared(clauses: Clauses, noun: int) -> bool:
    """ "announced a further extension of the truce": who declares it does it; not "will announce", "to announce"."""
    verb = clauses[noun].head
    is_object = clauses[noun].dep == "dobj" and clauses[verb].lemma in {"announce", "declare"}
    return is_object and clauses[verb].tag in {"VBD", "VBN"} and not is_negated(clauses, verb)
