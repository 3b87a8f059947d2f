"""Is a status asserted, and which? What is planned, wished, feared, asked or denied has not come about."""

from aidememoire.claims.checks import why_withheld
from aidememoire.claims.clauses import (
    DEMANDING,
    FINITE,
    SAYING,
    Clauses,
    Range,
    is_demanded,
    is_heading,
    is_negated,
    is_progressive,
    is_subordinate,
    modal_of,
)
from aidememoire.claims.outcomes.status_governed import (
    done_after_all,
    failing_word,
    is_declared,
    is_getting_on,
    is_laid_down,
    is_no_longer,
    is_only_slow,
    is_past_already,
    is_slow_to,
    is_stopped,
    is_subjunctive,
    is_unsaid,
    is_wrongly_said,
    is_yet_to,
)
from aidememoire.claims.outcomes.status_rules import BY_DOING, DONE_BY_ONE, Rule, table
from aidememoire.claims.outcomes.status_subjects import is_verbal
from aidememoire.claims.outcomes.status_unreal import is_by_speaking
from aidememoire.model import StatusKind

DISCUSSING = frozenset(
    "discuss negotiate seek debate mull plan prepare facilitate await support oppose fear risk avoid prevent threaten "
    "push make envisage intend warn caution advise".split()
)
PARTLY = frozenset({"partly", "partially", "incompletely", "largely", "mostly"})
LAYING = frozenset(
    "accuse blame charge suspect thank praise commend congratulate criticise criticize condemn denounce slam fault "
    "rebuke censure chide scold berate applaud hail fault reproach".split()
)
DECIDING = frozenset({"decision", "decree", "order", "resolution", "law", "ruling", "proclamation", "edict"})
PROPOSED = frozenset({"proposed", "planned", "intended", "envisaged"})
TO_COME = frozenset({StatusKind.LAUNCHED, StatusKind.EXTENDED, StatusKind.RESUMED, StatusKind.UPGRADED})


NEWS = frozenset({"announcement", "news"})  # "the announcement on the extension of the truce": it was done
KNOWN = frozenset({"the", "this", "these", "those", "their", "its", "our"})  # "discussed the forum launched in May"
MANNERS = frozenset({"way", "manner", "fashion", "spirit"})
WOULD_MEAN = frozenset({"mean", "suggest", "imply", "show", "indicate", "prove"})


def why_not(rule: Rule, clauses: Clauses, trigger: int, subject: Range) -> str | None:
    """Why nothing became of it whatever the verb says: it is private, imagined, or only aimed at."""
    # As written: an African Union is no trade union, nor is a loan promised "to pay" for work one over pay.
    words = {clauses[i].text for i in range(*subject) if clauses[i].tag not in {"VB", "VBP"}}
    name = {clauses[i].text for i in range(subject[0], _end_of_name(clauses, subject))}
    if words & table().private or name & table().firms or _is_between_workers(clauses, subject):
        return "domestic"
    if _is_plan_of_ones_own(clauses, subject):
        return "domestic"
    is_bare = subject[1] - subject[0] == 1 and clauses[subject[0]].tag == "NN"
    if is_bare and rule.status in BY_DOING and clauses[subject[0]].dep != "compound":
        return "generic"  # "sued for breach of contract"
    opening = {clauses.lower(subject[0]), clauses.lower(subject[0] + 1)}
    is_to_come = rule.only_nouns and rule.status in TO_COME and not is_declared(clauses, trigger)
    if failing_word(clauses, trigger) is not None or clauses[trigger].tag in {"VBD", "VBN"}:
        opening -= PROPOSED  # "his proposed plan failed": the plan was proposed, the failure is real
    if clauses.lower(subject[0] + 2) == "-":
        opening -= {"no"}  # "the no-fly mandate"
    if rule.denied is not None and is_verbal(clauses, trigger) and is_negated(clauses, trigger):
        opening -= {"any"}  # "has not kept any of its promises"
    if opening & table().imagined or (is_to_come and _qualifiers(clauses, trigger) & table().imagined):
        return "hypothetical"
    token = clauses[trigger]
    if token.tag == "VBG" and token.dep == "csubj":
        return "generic"  # "breaking the truce has its price"
    if token.dep == "relcl" and token.tag == "VBZ" and clauses[token.head].lemma in MANNERS:
        return "generic"  # "in a way that honours the treaty"
    if token.tag == "VBP" and (token.dep == "relcl" or (token.dep == "advcl" and rule.ongoing is not None)):
        return "generic"  # "companies that comply with the sanctions", "as we implement our commitments"
    if token.tag == "VBN" and clauses.child(trigger, "auxpass", "aux") is None:
        governor = clauses[clauses[token.head].head] if token.dep == "acl" else clauses[token.head]
        is_known = clauses.lower(subject[0]) in KNOWN and governor.lemma in {"discuss", "support"}
        is_wanted = (
            governor.pos == "VERB" and governor.lemma in DEMANDING | DISCUSSING | {"see", "get"} and not is_known
        )
        is_left = "never" in {clauses.lower(trigger - 1), clauses.lower(trigger - 2)}  # "signed but never carried out"
        if is_wanted or (rule.ongoing is not None and rule.ends != ("as",) and not is_left):
            return "wish"  # "called for a commission established by …", "had not seen the promise honoured"
    if rule.ongoing is not None and clauses[subject[0]].tag == "NNS" and subject[1] - subject[0] == 1:
        return "generic"  # "reforms are implemented"
    if is_to_come and clauses.lower(token.head) in {"for", "on", "toward", "towards"}:
        above = clauses[clauses[token.head].head].lemma
        if clauses.lower(token.head) != "on" or above not in NEWS:
            return "wish"  # "a memorandum on the establishment of …"
    return None


def _is_between_workers(clauses: Clauses, subject: Range) -> bool:
    """ "the collective agreement", "collective bargaining": between employers and those who work for them."""
    after = {clauses.lower(index + 1) for index in range(*subject) if clauses.lower(index) == "collective"}
    return bool(after & {"agreement", "agreements", "bargaining"})


def _is_plan_of_ones_own(clauses: Clauses, subject: Range) -> bool:
    """Whether the plan is a government's at home ("our plan"), or a meeting to be ("plans to visit Oslo")."""
    plan = next((i for i in range(*subject) if clauses[i].lemma == "plan"), None)
    if plan is None:
        return False
    return clauses.lower(subject[0]) in {"our", "my"} or clauses[plan + 2].lemma in {
        "visit",
        "travel",
        "meet",
        "attend",
    }


def _end_of_name(clauses: Clauses, subject: Range) -> int:
    """Where what follows the name begins: "bank talks" are private, "a deal on the debt to banks" is not."""
    return next((i for i in range(*subject) if clauses[i].pos == "ADP"), subject[1])


def _qualifiers(clauses: Clauses, noun: int) -> set[str]:
    """The words before the noun that belong to it; "a" counts as "any" ("a renewal of the treaty")."""
    found = {clauses.lower(child) for child in clauses.children.get(noun, ()) if child < noun}
    return found | ({"any"} if found & {"a", "an"} else set())


def _is_laid_at_a_door(clauses: Clauses, verb: int) -> bool:
    """ "was blamed for derailing the plan", "thanked Oslo for honouring the pact": so it was done."""
    while clauses[verb].dep == "conj" and clauses[verb].head in clauses:
        verb = clauses[verb].head
    preposition = clauses[verb].head
    if clauses[verb].dep != "pcomp" or clauses.lower(preposition) not in {"of", "for"}:
        return False
    accused = clauses[preposition].head
    while clauses[accused].dep in {"dobj", "conj"} and clauses[accused].pos in {"NOUN", "PROPN"} and accused in clauses:
        accused = clauses[accused].head  # "blamed gunmen for …", where the parse hangs it on the gunmen
    return clauses[accused].lemma in LAYING


def _is_told_by_gerund(rule: Rule, clauses: Clauses, verb: int) -> bool:
    """ "broke the talks by ending the truce", "despite agreeing to it": it was done."""
    token = clauses[verb]
    above = clauses[token.head]
    if rule.behind:
        return True
    is_by = token.dep == "pcomp" and above.lower == "by" and rule.status in DONE_BY_MEANS
    return is_by and clauses[above.head].tag == "VBD" and not is_negated(clauses, above.head)


SINCE = frozenset({"since", "after", "following", "anniversary"})
SINCE_REACH = 25  # tokens; names of conventions are long


def _is_since(clauses: Clauses, verb: int) -> bool:
    """ "on the anniversary of the treaty coming into effect": so it did."""
    for index in range(verb - 1, verb - SINCE_REACH, -1):
        if clauses[index].tag in FINITE or clauses[index].text == ",":
            return False
        if clauses.lower(index) in SINCE:
            return True
    return False


# "It angered Oslo by ending the talks" tells of the end; "it wants peace by launching talks" of no launch.
DONE_BY_MEANS = frozenset({StatusKind.ENDED, StatusKind.SUSPENDED, StatusKind.WITHDRAWN, StatusKind.EXTENDED})

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


ABIDING = frozenset({"will", "shall", "would"})


def status_told(rule: Rule, clauses: Clauses, trigger: int) -> StatusKind | str:
    """The status, or the word for why there is none."""
    if is_heading(clauses):
        return "heading"
    if rule.ends == ("as",):
        trigger = clauses[trigger].head  # "has not left as promised": it is the leaving that is or isn't so
    if rule.denied is not None and is_yet_to(clauses, trigger):
        return rule.denied
    if _is_part_of_a_proposal(clauses, trigger):
        return "proposed"
    span = clauses.span((trigger, trigger + 1))
    why = why_withheld(clauses.mentions, clauses.sentence, span)
    is_open = is_subordinate(clauses, trigger) and not is_past_already(clauses, trigger)
    if why in {"question", "conditional"} or is_open or _hangs_on_condition(clauses, trigger):
        return why or "conditional"
    if is_unsaid(clauses, trigger) or is_stopped(clauses, trigger) or is_wrongly_said(clauses, trigger):
        return "denied"
    if is_laid_down(clauses, trigger):
        return "hypothetical"
    if rule.ends == ("next",):
        return rule.status
    if not is_verbal(clauses, trigger):
        return _status_by_noun(rule, clauses, trigger, why)
    failing = failing_word(clauses, trigger)
    if failing is not None and clauses[failing].pos in {"VERB", "AUX"}:
        if modal_of(clauses, failing) is not None or is_negated(clauses, failing):
            return "hypothetical"  # "may fail to honour it"; "must not fail to"
        if is_subordinate(clauses, failing) and clauses[failing].tag != "VBD":
            return "conditional"
    if failing is not None:
        return rule.denied or "denied"
    if is_no_longer(clauses, trigger):
        may_be = modal_of(clauses, trigger) in {"may", "might"}
        return "hypothetical" if may_be else rule.no_longer or "denied"
    if rule.only_no_longer:
        return "no status"
    modal = modal_of(clauses, trigger)
    if modal == "will" and clauses[trigger].lemma == "expire" and clauses[trigger].tag == "VB":
        return StatusKind.IN_FORCE
    if rule.denied is StatusKind.NOT_FULFILLED and is_slow_to(clauses, trigger):
        return StatusKind.DELAYED
    if modal == "to":
        return _yet_to(rule, clauses, trigger)
    if rule.abides and clauses[trigger].lemma in {"remain", "stay"} and modal in ABIDING:
        # "will remain in force" tells that it is so now; "would", where it isn't what somebody told, imagines
        return rule.status if modal != "would" or rule.status is not StatusKind.IN_FORCE else "hypothetical"
    if modal is not None:
        return "planned" if modal in {"will", "shall", "wo", "'ll", "’ll"} else "hypothetical"
    if is_subjunctive(clauses, trigger):
        return "wish"
    is_finite = clauses.child(trigger, "nsubj") is not None  # whatever its tag: "the raids “violate” the truce"
    if clauses[trigger].tag == "VB" and not _has_do(clauses, trigger) and not is_finite:
        return "wish"
    if rule.ongoing and is_getting_on(clauses, trigger):
        return rule.ongoing
    is_mere_ing = clauses[trigger].tag == "VBG" and not is_progressive(clauses, trigger)
    if (
        is_mere_ing
        and why is None
        and rule.status not in TO_COME - {StatusKind.RESUMED}
        and _is_result(clauses, trigger)
    ):
        return _degree(rule, clauses, trigger) if not rule.only_denied and not rule.only_ongoing else "no status"
    if is_negated(clauses, trigger) and rule.denied is StatusKind.NOT_FULFILLED and is_only_slow(clauses, trigger):
        return StatusKind.DELAYED
    if is_negated(clauses, trigger) or (why == "denied" and not is_mere_ing):
        return rule.denied or "denied"
    if _is_little(clauses, trigger):
        return rule.denied or "denied"
    if rule.only_denied or (rule.only_ongoing and not _is_going_on(clauses, trigger)):
        return "no status"
    is_laid = (
        _is_laid_at_a_door(clauses, trigger)
        or _is_told_by_gerund(rule, clauses, trigger)
        or (rule.id == "into-force" and _is_since(clauses, trigger))
    )
    if is_laid and why == "wish":
        why = None  # "I want to thank you for honouring the pact"
    if is_mere_ing and rule.status not in BY_DOING and not is_laid and not _is_of_decision(clauses, trigger):
        return "not asserted"
    if is_demanded(clauses, trigger):
        return "wish"
    if _is_scheduled(rule, clauses, trigger):
        return "planned"
    if why and (why != "generic" or rule.denied is not None):
        return why
    return _degree(rule, clauses, trigger)


def _is_result(clauses: Clauses, verb: int) -> bool:
    """ "Fighting broke out on Friday, ending the truce": what goes with a deed that was done was done, too."""
    token = clauses[verb]
    before = verb - 1 - (clauses[verb - 1].pos == "ADV")
    head = token.head
    if token.dep != "advcl" or clauses[before].text != "," or head not in clauses or head > verb:
        return False
    if clauses[head].tag not in {"VBD", "VBN", "VBZ"} or clauses[head].lemma in SAYING | DISCUSSING | DEMANDING:
        return False
    is_real = modal_of(clauses, head) is None and not is_negated(clauses, head) and not is_subordinate(clauses, head)
    return is_real and clauses[head].dep not in {"ccomp", "xcomp"}


def _is_of_decision(clauses: Clauses, verb: int) -> bool:
    """ "a decree ending the treaty", "a treaty expiring in June": participles that tell what is so."""
    token = clauses[verb]
    return token.lemma == "expire" or (token.dep == "acl" and clauses[token.head].lemma in DECIDING)


def _is_going_on(clauses: Clauses, verb: int) -> bool:
    """Whether it "is being done" or somebody "is doing" it."""
    return is_progressive(clauses, verb) or any(
        clauses.lower(child) == "being" for child in clauses.children.get(verb, ()) if child < verb
    )


def _hangs_on_condition(clauses: Clauses, verb: int) -> bool:
    """Whether the clause is said in one that is left open: "until Oslo has shown that it honours the pact"."""
    token = clauses[verb]
    if token.dep != "ccomp" or token.head == verb:
        return False
    if clauses[token.head].lemma in WOULD_MEAN and modal_of(clauses, token.head) in {"would", "could", "might"}:
        return True  # "would mean that Oslo had broken the pact"
    return is_subordinate(clauses, token.head)


def _status_by_noun(rule: Rule, clauses: Clauses, noun: int, why: str | None) -> StatusKind | str:
    """ "the extension of the treaty": done, unless a verb of wishing or discussing governs it."""
    if rule.denied is None and rule.ends == ("infinitive",) and why == "denied":
        return rule.status  # "their refusal to implement": the refusal itself reads as a denial
    if is_no_longer(clauses, noun):
        return rule.no_longer or "denied"
    if rule.only_no_longer:
        return "no status"
    if rule.only_denied:
        return rule.denied or "denied" if why == "denied" else "no status"
    if rule.negates and why in {"denied", "generic"}:
        return rule.status if not _is_aimed_at(clauses, noun) else "wish"  # "no sign of the withdrawal"
    if why and why != "generic":
        return why
    is_to_come = rule.only_nouns and rule.status in TO_COME
    is_told_by_noun = "of" in rule.ends and rule.status not in BY_DOING
    verb = noun
    for _ in range(3):
        verb = clauses[verb].head
        if verb not in clauses or clauses[verb].pos in {"VERB", "AUX"}:
            break
    is_of_its_verb = rule.ends[0] in {"self", "in"} and rule.status is not StatusKind.IN_FORCE
    if is_of_its_verb and verb in clauses and (modal_of(clauses, verb) or is_negated(clauses, verb)):
        return "hypothetical"
    if (
        (is_to_come or ((rule.only_nouns or is_told_by_noun) and _is_governed(clauses, noun, verb)))
        and verb in clauses
        and (clauses[verb].lemma in DISCUSSING | DEMANDING or _is_unreal(clauses, verb))
    ):
        return "wish"
    if not rule.only_nouns and verb in clauses and clauses[verb].lemma == "get":
        return "wish"  # "to get the talks under way"
    return rule.status


def _is_aimed_at(clauses: Clauses, noun: int) -> bool:
    """ "fines to be levied for a breach of it": nobody has failed yet."""
    preposition = clauses[noun].head
    verb = clauses[preposition].head
    modal = modal_of(clauses, verb) if clauses[preposition].pos == "ADP" and verb in clauses else None
    return modal in {"could", "might", "may", "would", "should", "can", "to"}


# "warned against the end of the pact", "spoke for an extension of it"
GOVERNING = frozenset({"of", "for", "to", "against"})


def _is_governed(clauses: Clauses, noun: int, verb: int) -> bool:
    """Whether the verb is about the noun: "feared the collapse", "warned of one"; not "gave a speech on the exit"."""
    token = clauses[noun]
    if token.head == verb:
        return token.dep in {"dobj", "nsubjpass", "attr"}
    return token.dep == "pobj" and clauses[token.head].head == verb and clauses.lower(token.head) in GOVERNING


# What these tell in the present tense ("runs out on Friday") is to come.
TO_BEGIN = frozenset({"opened-named-talks", "ran-out", "kicked-in", "expired-together", "opened-negotiations"})


def _is_scheduled(rule: Rule, clauses: Clauses, verb: int) -> bool:
    """ "are launching a dialogue", "talks resume on Monday", "the truce takes effect at noon": it is to begin."""
    is_present = clauses[verb].tag in {"VBZ", "VBP", "VB"}
    if (is_present or _is_going_on(clauses, verb)) and _is_dated_ahead(clauses, verb):
        return True
    if rule.id in TO_BEGIN and (is_present or clauses[verb].tag == "VBG"):
        return True
    if rule.status is StatusKind.LAUNCHED:
        return is_progressive(clauses, verb) and not is_by_speaking(clauses, verb)
    if rule.id == "truce-began":
        return is_present
    if rule.id == "into-force":
        return is_present and clauses[verb].lemma in {"enter", "come", "take", "go"}
    # "talks resume on Monday" are to come; "the process is back on track" tells how it is
    return rule.status is StatusKind.RESUMED and is_present and clauses[verb].lemma != "be"


def _is_dated_ahead(clauses: Clauses, verb: int) -> bool:
    """ "is being drafted in the coming months": the present tense tells of what is to come."""
    for index in range(verb + 1, clauses.sentence.last):
        if clauses[index].pos == "PUNCT" or clauses[index].tag in FINITE:
            return False
        if clauses.lower(index) == "tomorrow":
            return True
        is_when = clauses.lower(index) in {"in", "over", "within", "during"} and clauses.lower(index + 1) == "the"
        if is_when and clauses.lower(index + 2) in {"coming", "next"}:
            return True
    return False


def _is_unreal(clauses: Clauses, verb: int) -> bool:
    """Whether the verb is a bare infinitive or stands behind "could", "might": what it governs hasn't come about."""
    return modal_of(clauses, verb) in {"could", "might", "may", "would", "should", "can", "to"} and (
        clauses[verb].tag in {"VB", "VBP"}
    )


def _degree(rule: Rule, clauses: Clauses, trigger: int) -> StatusKind:
    around = {clauses.lower(i) for i in range(trigger - 3, trigger + 3)}
    if rule.partly and (around & PARTLY or _is_of_a_part(clauses, trigger)):
        return rule.partly
    if rule.ongoing and ("being" in around or is_progressive(clauses, trigger)):
        return rule.ongoing
    if rule.id == "collapsed" and clauses[trigger].lemma == "expire" and clauses[trigger].tag in {"VBZ", "VBP", "VBG"}:
        return StatusKind.IN_FORCE
    return rule.by_status.get(clauses[trigger].lemma, rule.status)


PARTS = frozenset({"half", "part", "some", "partly", "partially", "fraction"})
PART_REACH = 8  # tokens around the verb in which "only half" stands


def _is_of_a_part(clauses: Clauses, verb: int) -> bool:
    """ "provided only half of the money", "carried out only in part", "applied by three members only"."""
    for index in range(verb - PART_REACH, verb + PART_REACH):
        if clauses.lower(index) in {"only", "just"} and PARTS & {clauses.lower(index + k) for k in (1, 2)}:
            return True
    for index in range(verb + 1, verb + PART_REACH):
        if clauses[index].text in {",", ";"} or clauses[index].tag in FINITE:
            return False
        run = (clauses.lower(index), clauses.lower(index + 1))
        if run in IN_PART or (index == verb + 1 and run[0] == "only" and run[1] in LIMITING):
            return True
        if run[0] == "only" and clauses[index + 1].pos in {"PUNCT", ""} and clauses[index - 1].pos in {"NOUN", "PROPN"}:
            return True  # "in the northern sector only"
    return False


# What tells that not all was done.
IN_PART = frozenset({("in", "part"), ("by", "halves"), ("by", "half"), ("on", "one"), ("as", "to"), ("as", "regards")})
LIMITING = frozenset({"in", "by", "as", "for", "on", "at", "until"})


LITTLE_REACH = 7  # tokens before the verb in which "little of" stands


def _is_little(clauses: Clauses, verb: int) -> bool:
    """ "little of which has been carried out", "few of the measures were": hardly done is not done."""
    for i in range(verb - 1, verb - LITTLE_REACH - 1, -1):
        if clauses.lower(i) in {",", ";"}:
            break
        if clauses.lower(i) in {"little", "few"} and clauses.lower(i + 1) == "of" and clauses.lower(i - 1) != "a":
            return True
    subject = clauses.child(verb, "nsubj", "nsubjpass")
    if subject is None:
        return False
    first, last = clauses.subtree(subject)
    if any(clauses.lower(i) == "not" and clauses.lower(i + 1) in {"a", "one", "even"} for i in range(first, last)):
        return True  # "not a single clause of the pact was kept"
    return any(clauses.lower(i) in {"little", "few"} and clauses.lower(i - 1) != "a" for i in range(first, last))


def _has_do(clauses: Clauses, verb: int) -> bool:
    return any(clauses[c].lemma == "do" for c in clauses.children.get(verb, ()) if c < verb)


def _yet_to(rule: Rule, clauses: Clauses, verb: int) -> StatusKind | str:
    """ "has yet to be carried out" is a denial; any other infinitive a plan or wish."""
    before = [clauses.lower(i) for i in range(verb - 4, verb)]
    if "yet" in before or "still" in before:
        return rule.yet or rule.denied or "denied"
    if clauses[verb].lemma == "expire" and before and before[-2:-1] and {"due", "set", "scheduled"} & set(before):
        return StatusKind.IN_FORCE  # "due to expire in May"
    if any(clauses.lower(i) in {"nothing", "little"} and clauses[i - 1].lemma == "do" for i in _before(clauses, verb)):
        return rule.denied or "denied"  # "has done little to carry it out"
    done = done_after_all(rule, clauses, verb)
    if done is not None:
        return done if not rule.only_denied else "no status"
    was_to_have = [clauses.lower(i) for i in range(verb - 3, verb)] in (["was", "to", "have"], ["were", "to", "have"])
    if was_to_have:
        return rule.denied or "denied"  # "the truce was to have taken effect on Friday"
    deciding = [i for i in _before(clauses, verb) if clauses[i].lemma in {"vote", "decide"}]
    is_done_by_deciding = not rule.several and rule.status not in DONE_BY_ONE - {StatusKind.WITHDRAWN}
    if is_done_by_deciding and any(clauses[i].tag in {"VBD", "VBN"} for i in deciding):
        return rule.status  # "voted to extend the mandate" tells that it was extended
    return "wish"


def _before(clauses: Clauses, verb: int) -> range:
    return range(max(clauses.sentence.first, verb - 6), verb)
