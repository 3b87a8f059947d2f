"""The noun that a word of a status is attached to: by the parse, or by what stands right before it."""

from collections.abc import Iterator

from aidememoire.claims.clauses import Clauses
from aidememoire.claims.outcomes.status_subjects import type_of

TYPED_ABOVE_STEPS = 8
CLIMBED = frozenset({"pobj", "prep", "appos", "compound", "dobj", "acl", "npadvmod", "agent"})
RELATIVE_ENDS = {"subject": frozenset({"nsubj", "nsubjpass"}), "object": frozenset({"dobj", "nsubjpass"})}


def is_relative(clauses: Clauses, verb: int, end: str) -> bool:
    """Whether "which", "that" stands for what the verb tells of, at that end of it."""
    pronoun = clauses.child(verb, *RELATIVE_ENDS[end])
    return clauses[verb].dep == "relcl" and pronoun is not None and clauses[pronoun].tag in {"WDT", "WP"}


def before_in(clauses: Clauses, trigger: int) -> int | None:
    """The head of the noun phrase right before "in": "with (the truce) in ruins", "left (the treaty) in tatters"."""
    before = trigger - 2 - (clauses[trigger - 2].text == ",")
    return typed_before(clauses, before) if clauses.lower(trigger - 1) == "in" else None


def typed_before(clauses: Clauses, last: int) -> int | None:
    """The noun of a type on which a phrase's last word hangs: "the treaty" in "the treaty of Chad and Niger"."""
    index = last
    for _ in range(TYPED_ABOVE_STEPS):
        if clauses[index].pos in {"NOUN", "PROPN"} and type_of(clauses, index) is not None:
            return index
        if clauses[index].dep not in CLIMBED | {"conj", "nmod"} or clauses[index].head not in clauses:
            return None
        index = clauses[index].head
    return None


def of_predicate(clauses: Clauses, trigger: int) -> int | None:
    """The noun that an adjective is said of: "the plan is dead", "the plan, now considered defunct"."""
    token = clauses[trigger]
    if token.dep not in {"acomp", "attr", "oprd", "ccomp"} or token.head not in clauses:
        return None
    verb = token.head
    if clauses[verb].lemma in LEFT_DEAD and clauses.child(verb, "dobj") == trigger - 1:
        return None  # "a raid left two soldiers dead"
    if clauses[verb].dep == "acl" and clauses[verb].tag == "VBN":
        return clauses[verb].head
    return clauses.child(verb, "nsubj", "nsubjpass")


LEFT_DEAD = frozenset({"leave", "shoot", "find", "strike"})


def around(clauses: Clauses, trigger: int) -> int | None:
    """The noun that an attribute belongs to: "ongoing talks", "the talks now under way"."""
    token = clauses[trigger]
    if clauses.lower(trigger + 1) == "end" and token.lemma == "dead":
        return None  # "dead end talks"
    if token.dep == "amod" or token.head > trigger:
        is_noun = token.head in clauses and clauses[token.head].pos in {"NOUN", "PROPN"}
        is_anothers = any(clauses[index].tag == "POS" for index in range(trigger, token.head))
        return token.head if is_noun and not is_anothers else None  # not "the former envoy's plan"
    if token.lemma == "way" and clauses.lower(trigger - 1) != "under":
        return None
    index = trigger - 1
    while index > clauses.sentence.first and clauses.lower(index) in {"under", "now", "already", "currently", ","}:
        index -= 1
    return index if clauses[index].pos in {"NOUN", "PROPN"} and token.lemma in {"way", "underway", "ongoing"} else None


def is_intransitive(clauses: Clauses, verb: int) -> bool:
    """Whether the verb has no object, and is not passive."""
    return clauses.child(verb, "dobj", "nsubjpass") is None


def antecedent_of_relative(clauses: Clauses, verb: int) -> int | None:
    """The noun that the relative clause around the verb tells of; None where it stands in none."""
    for _ in range(3):
        if clauses[verb].dep == "relcl":
            return typed_above(clauses, clauses[verb].head)
        verb = clauses[verb].head
        if verb not in clauses:
            return None
    return None


def typed_above(clauses: Clauses, noun: int) -> int:
    """The noun itself, or the one it depends on: "a mission in Syria, which collapsed" is of the mission."""
    index = noun
    for _ in range(TYPED_ABOVE_STEPS):
        if type_of(clauses, index) is not None and clauses[index].dep != "appos":
            return index
        if clauses[index].dep not in CLIMBED or clauses[index].head not in clauses:
            break
        index = clauses[index].head
    return noun


def before_comma(clauses: Clauses, verb: int) -> Iterator[int]:
    """The nouns of the phrase before the comma, nearest first: "at the talks on a new framework, begun last year"."""
    index = verb - 2
    if clauses.lower(verb - 1) != ",":
        return
    for _ in range(TYPED_ABOVE_STEPS):
        if clauses[index].pos in {"NOUN", "PROPN"}:
            yield index
        if clauses[index].dep not in {"pobj", "prep", "compound", "conj"} or clauses[index].head not in clauses:
            return
        index = clauses[index].head


LEFT_IN = frozenset("tatters ruins limbo doubt place peril question disarray jeopardy shreds force deadlock".split())


def is_left_so(clauses: Clauses, thing: int) -> bool:
    """ "left the treaty in tatters", "left the plan open": nobody left it."""
    last = clauses.subtree(thing)[1]
    ends = {clauses.lower(index) for index in range(thing + 1, last + 3) if clauses.lower(index - 1) == "in"}
    return bool(ends & LEFT_IN) or clauses[last].pos == "ADJ"


def is_passive(clauses: Clauses, verb: int) -> bool:
    """Whether a form of "be" stands before the participle, or "remains" as its auxiliary, whatever the parse says."""
    before = {clauses.lower(i) for i in range(verb - 4, verb)}
    if before & {"was", "were", "been", "being", "is", "are", "be", "got"}:
        return True
    auxiliary = clauses.child(verb, "auxpass")
    return auxiliary is not None and clauses.lower(auxiliary).startswith(("remain", "stay"))


def first_participle(clauses: Clauses, verb: int) -> int | None:
    """ "signed" in "the accord, signed in 1990 and suspended in 1991": the noun is that of both."""
    token = clauses[verb]
    if token.tag != "VBN" or token.dep != "conj" or token.head not in clauses or is_passive(clauses, verb):
        return None
    first = clauses[_nearer_participle(clauses, verb) or token.head]
    is_participle = first.tag == "VBN" and first.dep == "acl" and first.head < first.index < verb
    return first.index if is_participle and clauses.child(verb, "nsubj", "nsubjpass", "aux") is None else None


def _nearer_participle(clauses: Clauses, verb: int) -> int | None:
    """ "signed" in "rests on a pact signed in May but never carried out", where the parse joins it to "rests"."""
    before = verb - 1
    while clauses[before].pos == "ADV" or clauses.lower(before) in {"never", "not"}:
        before -= 1
    if clauses.lower(before) != "but" or before == verb - 1:
        return None
    participles = (i for i in range(before - 1, clauses[verb].head, -1) if clauses[i].dep == "acl")
    return next(participles, None)


def body_at_work(clauses: Clauses, verb: int, work: int | None) -> int | None:
    """The body that suspends, ends or takes up its own work: "(the joint commission) suspended its activity"."""
    if work is None or clauses.lower(work) not in WORK or clauses.lower(work - 1) != "its":
        return None
    body = clauses.child(verb, "nsubj")
    return body if body is not None and type_of(clauses, body) is not None else None


WORK = frozenset({"work", "activity", "activities", "operations", "sessions", "meetings", "sittings"})
