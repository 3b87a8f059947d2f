"""Is a status asserted, and which? What is planned, wished, feared, asked or denied has not come about."""

from aidememoire.claims.checks import why_withheld
from aidememoire.claims.clauses import (
    DEMANDING,
    Clauses,
    Range,
    is_demanded,
    is_heading,
    is_negated,
    is_progressive,
    is_subordinate,
    modal_of,
)
from aidememoire.claims.outcomes.status_rules import BY_DOING, DONE_BY_ONE, Rule, table
from aidememoire.model import StatusKind

DISCUSSING = frozenset(
    "discuss negotiate seek debate mull plan prepare facilitate await support oppose fear risk avoid prevent threaten "
    "push make envisage intend".split()
)
PARTLY = frozenset({"partly", "partially", "incompletely"})
FAILING = frozenset({"fail", "refuse", "decline", "neglect"})


def why_not(rule: Rule, clauses: Clauses, trigger: int, subject: Range) -> str | None:
    """Why nothing became of it whatever the verb says: it is private, imagined, or only aimed at."""
    words = {clauses.lower(i) for i in range(*subject)}
    if words & table().private:
        return "domestic"
    opening = {clauses.lower(subject[0]), clauses.lower(subject[0] + 1)}
    if opening & table().imagined or (rule.only_nouns and _qualifiers(clauses, trigger) & table().imagined):
        return "hypothetical"
    token = clauses[trigger]
    if token.tag == "VBP" and token.dep == "relcl":
        return "generic"  # "companies that comply with the sanctions"
    if token.tag == "VBN" and clauses.child(trigger, "auxpass", "aux") is None:
        governor = clauses[clauses[token.head].head] if token.dep == "acl" else clauses[token.head]
        if governor.lemma in DEMANDING | DISCUSSING | {"see", "get"} or rule.ongoing is not None:
            return "wish"  # "called for a commission established by …", "had not seen the promise honoured"
    if rule.ongoing is not None and clauses[subject[0]].tag == "NNS" and subject[1] - subject[0] == 1:
        return "generic"  # "reforms are implemented"
    if rule.only_nouns and clauses.lower(token.head) in {"for", "on", "toward", "towards"}:
        return "wish"  # "a memorandum on the establishment of …"
    return None


def _qualifiers(clauses: Clauses, noun: int) -> set[str]:
    """The words before the noun that belong to it; "a" counts as "any" ("a renewal of the treaty")."""
    found = {clauses.lower(child) for child in clauses.children.get(noun, ()) if child < noun}
    return found | ({"any"} if found & {"a", "an"} else set())


PROPOSING = frozenset("propose suggest offer envisage recommend advocate".split())


def _is_part_of_a_proposal(clauses: Clauses, trigger: int) -> bool:
    """ "He proposed an inquiry while both observe the truce": what goes with a proposal is proposed, too."""
    head = clauses[trigger].head
    return (
        clauses[trigger].dep == "advcl"
        and clauses[trigger].tag in {"VBP", "VBZ", "VB"}
        and head in clauses
        and clauses[head].lemma in PROPOSING
    )


def status_told(rule: Rule, clauses: Clauses, trigger: int) -> StatusKind | str:
    """The status, or the word for why there is none."""
    if is_heading(clauses):
        return "heading"
    if _is_part_of_a_proposal(clauses, trigger):
        return "proposed"
    span = clauses.span((trigger, trigger + 1))
    why = why_withheld(clauses.mentions, clauses.sentence, span)
    if why in {"question", "conditional"} or is_subordinate(clauses, trigger) or _hangs_on_condition(clauses, trigger):
        return why or "conditional"
    if not clauses[trigger].tag.startswith("VB"):
        return _status_by_noun(rule, clauses, trigger, why)
    if _has_failed(clauses, trigger):
        return rule.denied or "denied"
    modal = modal_of(clauses, trigger)
    if modal == "to":
        return _yet_to(rule, clauses, trigger)
    if modal is not None:
        return "planned" if modal in {"will", "shall", "wo", "'ll", "’ll"} else "hypothetical"
    if clauses[trigger].tag == "VB" and not _has_do(clauses, trigger):
        return "wish"
    if is_negated(clauses, trigger) or why == "denied":
        return rule.denied or "denied"
    if _is_little(clauses, trigger):
        return rule.denied or "denied"
    if rule.only_denied or (rule.only_ongoing and not is_progressive(clauses, trigger)):
        return "no status"
    if clauses[trigger].tag == "VBG" and not is_progressive(clauses, trigger) and rule.status not in BY_DOING:
        return "not asserted"
    if is_demanded(clauses, trigger):
        return "wish"
    if _is_scheduled(rule, clauses, trigger):
        return "planned"
    if why and why != "generic":
        return why
    return _degree(rule, clauses, trigger)


def _hangs_on_condition(clauses: Clauses, verb: int) -> bool:
    """Whether the clause is said in one that is left open: "until Oslo has shown that it honours the pact"."""
    token = clauses[verb]
    return token.dep == "ccomp" and token.head != verb and is_subordinate(clauses, token.head)


def _status_by_noun(rule: Rule, clauses: Clauses, noun: int, why: str | None) -> StatusKind | str:
    """ "the extension of the treaty": done, unless a verb of wishing or discussing governs it."""
    if rule.denied is None and rule.ends == ("infinitive",) and why == "denied":
        return rule.status  # "their refusal to implement": the refusal itself reads as a denial
    if why and why != "generic":
        return why
    verb = noun
    for _ in range(3):
        verb = clauses[verb].head
        if verb not in clauses or clauses[verb].pos in {"VERB", "AUX"}:
            break
    if (
        rule.only_nouns
        and verb in clauses
        and (clauses[verb].lemma in DISCUSSING | DEMANDING or _is_unreal(clauses, verb))
    ):
        return "wish"
    if not rule.only_nouns and verb in clauses and clauses[verb].lemma == "get":
        return "wish"  # "to get the talks under way"
    return rule.status


def _is_scheduled(rule: Rule, clauses: Clauses, verb: int) -> bool:
    """ "are launching a dialogue", "talks resume on Monday", "the truce takes effect at noon": it is to begin."""
    if rule.status is StatusKind.LAUNCHED:
        return is_progressive(clauses, verb)
    is_present = clauses[verb].tag in {"VBZ", "VBP"}
    if rule.id == "into-force":
        return is_present and clauses[verb].lemma in {"enter", "come", "take", "go"}
    return rule.status is StatusKind.RESUMED and is_present


def _is_unreal(clauses: Clauses, verb: int) -> bool:
    """Whether the verb is a bare infinitive or stands behind "could", "might": what it governs hasn't come about."""
    return modal_of(clauses, verb) in {"could", "might", "may", "would", "should", "can", "to"} and (
        clauses[verb].tag in {"VB", "VBP"}
    )


def _degree(rule: Rule, clauses: Clauses, trigger: int) -> StatusKind:
    around = {clauses.lower(i) for i in range(trigger - 3, trigger + 3)}
    if rule.partly and around & PARTLY:
        return rule.partly
    if rule.ongoing and ("being" in around or is_progressive(clauses, trigger)):
        return rule.ongoing
    if rule.id == "collapsed" and clauses[trigger].lemma == "expire" and clauses[trigger].tag in {"VBZ", "VBP", "VBG"}:
        return StatusKind.IN_FORCE
    return rule.by_status.get(clauses[trigger].lemma, rule.status)


def _is_little(clauses: Clauses, verb: int) -> bool:
    """ "little of which has been carried out", "few of the measures were": hardly done is not done."""
    subject = clauses.child(verb, "nsubj", "nsubjpass")
    if subject is None:
        return False
    first, last = clauses.subtree(subject)
    return any(clauses.lower(i) in {"little", "few"} and clauses.lower(i - 1) != "a" for i in range(first, last))


def _has_do(clauses: Clauses, verb: int) -> bool:
    return any(clauses[c].lemma == "do" for c in clauses.children.get(verb, ()) if c < verb)


def _has_failed(clauses: Clauses, verb: int) -> bool:
    """ "failed to", "refused to": the deed was not done."""
    return any(
        clauses.lower(i) == "to" and i - 1 in clauses and clauses[i - 1].lemma in FAILING for i in range(verb - 3, verb)
    )


def _yet_to(rule: Rule, clauses: Clauses, verb: int) -> StatusKind | str:
    """ "has yet to be carried out" is a denial; any other infinitive a plan or wish."""
    before = [clauses.lower(i) for i in range(verb - 4, verb)]
    if "yet" in before or "still" in before:
        return rule.yet or rule.denied or "denied"
    deciding = [i for i in _before(clauses, verb) if clauses[i].lemma in {"vote", "decide"}]
    is_done_by_deciding = not rule.several and rule.status not in DONE_BY_ONE - {StatusKind.WITHDRAWN}
    if is_done_by_deciding and any(clauses[i].tag in {"VBD", "VBN"} for i in deciding):
        return rule.status  # "voted to extend the mandate" tells that it was extended
    return "wish"


def _before(clauses: Clauses, verb: int) -> range:
    return range(max(clauses.sentence.first, verb - 6), verb)
