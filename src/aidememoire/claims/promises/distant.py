"""What is promised where other words stand between: "the offer made by Oslo to …", "the plan that Oslo accepted"."""

from collections.abc import Iterator

from aidememoire.claims.clauses import Clauses, Range, next_word, noun_phrase
from aidememoire.claims.promises.grounds import within
from aidememoire.claims.promises.rows import Rule, table

FARTHEST = 30  # tokens between the word of promising and its infinitive
OPENING_COMMA = 12  # tokens within which the words between two commas must begin
SPECIFIC = 3  # tokens: "the peace plan"; "the plan" alone says not which
LEADING = frozenset({"between", "of", "by", "from"})  # "the deal between Oslo and Riga to …"
HAVING = frozenset({"had", "has", "have"})
OF_VERBS = frozenset({"xcomp", "ccomp"})  # an infinitive of purpose ("met to discuss") is none of these
REACHED = frozenset({"reach", "make", "strike", "conclude", "give", "take", "achieve"})
OF_NOUNS = frozenset({"acl", "xcomp", "relcl", "ccomp"})


def far_infinitive(rule: Rule, clauses: Clauses, trigger: int) -> int | None:
    """The "to" of the infinitive that says what is promised, behind words that belong to neither."""
    if "to" not in rule.takes:
        return None
    for verb in _verbs_under(rule, clauses, trigger):
        if trigger < verb <= trigger + FARTHEST and clauses[verb].tag == "VB":
            to = next((i for i in range(verb - 1, verb - 4, -1) if clauses.lower(i) == "to"), None)
            if to is not None and to > trigger:
                return to
    if rule.kind not in {"noun", "adjective"}:
        return None
    return _behind_commas(clauses, trigger) or _behind_parties(clauses, trigger)


def _verbs_under(rule: Rule, clauses: Clauses, trigger: int) -> Iterator[int]:
    """The verbs that hang on the word of promising, or on a participle behind it ("the offer made by Oslo to send")."""
    wanted = OF_NOUNS if rule.kind == "noun" else OF_VERBS
    under = clauses.children.get(trigger, ())
    yield from (verb for verb in under if clauses[verb].dep in wanted)
    if rule.kind == "noun":
        verb = clauses[trigger].head
        if clauses[trigger].dep == "nsubjpass" and clauses[verb].lemma in REACHED:
            behind = clauses.children.get(verb, ())  # "an agreement was reached by all to …"
            yield from (child for child in behind if clauses[child].dep in {"advcl", "xcomp"})
        for participle in under:
            if clauses[participle].tag == "VBN" and clauses[participle].lemma not in {"refuse", "fail", "decline"}:
                verbs = clauses.children.get(participle, ())
                yield from (verb for verb in verbs if clauses[verb].dep in {"advcl", "xcomp"})


def _behind_commas(clauses: Clauses, trigger: int) -> int | None:
    """ "its readiness, with its neighbours, to act": the "to" right behind the second comma."""
    first = next((i for i in range(trigger + 1, trigger + OPENING_COMMA) if clauses[i].text == ","), None)
    if first is None or any(clauses[i].pos == "VERB" and clauses[i].tag != "VBN" for i in range(trigger + 1, first)):
        return None
    is_condition = clauses.lower(first + 1) in {"if", "as", "when", "where", "should"}
    for index in range(first + 1, trigger + FARTHEST):
        if clauses[index].text == "," and clauses.lower(index + 1) == "to":
            return index + 1 if _is_verb_ahead(clauses, index + 2) else None
        if clauses[index].text in {";", ":", "."}:
            return None
        if clauses[index].tag in {"VBD", "VBZ", "VBP"} and not is_condition:
            return None
    return None


def _behind_parties(clauses: Clauses, trigger: int) -> int | None:
    """ "the deal between Oslo and Riga to share gas": the "to" right behind whoever made it."""
    if clauses.lower(trigger + 1) not in LEADING:
        return None
    for index in range(trigger + 2, trigger + FARTHEST):
        if clauses.lower(index) == "to":
            start, end = clauses[trigger + 1].start, clauses[index].start
            is_named = bool(within(clauses.mentions.parties, start, end))
            return index if is_named and _is_verb_ahead(clauses, index + 1) else None
        if clauses[index].pos in {"VERB", "AUX", "PUNCT", "SCONJ"} and clauses[index].text not in {",", "’", "'"}:
            return None
    return None


def _is_verb_ahead(clauses: Clauses, index: int) -> bool:
    return clauses[next_word(clauses, index)].tag in {"VB", "VBP"}


def is_bare_participle(clauses: Clauses, verb: int) -> bool:
    """Whether it only says of a noun what was done to it: "the terms agreed in Oslo", "an agreed surcharge"."""
    token = clauses[verb]
    return (
        token.tag == "VBN"
        and token.dep in {"acl", "amod"}
        and clauses.child(verb, "auxpass") is None
        and not {clauses.lower(verb - 1), clauses.lower(verb - 2)} & HAVING  # "Oslo had agreed", misread
    )


def named_with(clauses: Clauses, participle: int) -> Range | None:
    """What a participle says was promised: "the dialogue promised by Oslo", "Oslo's promised veto of the text"."""
    noun = clauses[participle].head
    if clauses[noun].pos != "NOUN" or not is_bare_participle(clauses, participle):
        return None
    first, last = noun_phrase(clauses, noun)
    if clauses[participle].dep == "acl" and first < participle:
        return first, participle
    if clauses[participle].dep == "amod" and clauses.child(noun, "poss") is not None and last > participle + 1:
        return participle + 1, last
    return None


def _agreed_to(clauses: Clauses, verb: int) -> int | None:
    """The "plan" of "the plan of the UN which Oslo has agreed to"; not of "the talks at which Oslo agreed"."""
    if clauses[verb].dep != "relcl" or clauses.child(verb, "nsubj") is None:
        return None
    noun = clauses[verb].head
    while clauses[noun].dep == "pobj" and clauses[noun].lemma not in table().words["instruments"]:
        noun = clauses[clauses[noun].head].head
    pronoun = next((i for i in range(noun + 1, verb) if clauses[i].tag == "WDT"), None)
    if clauses[noun].lemma not in table().words["instruments"] or pronoun is None:
        return None
    is_led = clauses[pronoun - 1].pos in {"ADP", "PART"} or clauses[pronoun - 1].tag == "TO"
    is_behind = clauses.lower(verb + 1) == "to" and clauses[verb + 2].pos in {"PUNCT", "VERB", "AUX", "CCONJ"}
    return noun if (clauses.lower(pronoun - 1) == "to" if is_led else is_behind) else None


def accepted_before(rule: Rule, clauses: Clauses, verb: int) -> Range | None:
    """What was accepted, where it stands before the verb: "the plan that Oslo accepted", "the truce was accepted"."""
    done = clauses.child(verb, "dobj")
    is_any = "subject" in rule.takes
    if not (rule.nouns or is_any) or (done is not None and clauses[done].tag not in {"WDT", "WP"}):
        return None
    noun = clauses.child(verb, "nsubjpass")
    if noun is None and is_any:
        noun = _agreed_to(clauses, verb)
    if noun is None and not is_any and clauses[verb].dep == "relcl" and clauses.child(verb, "nsubj") is not None:
        noun = clauses[verb].head
    if noun is None or noun >= verb or clauses[noun].pos != "NOUN":
        return None
    if not is_any and not {clauses[noun].lemma, clauses.lower(noun)} & rule.nouns:
        return None
    first, last = noun_phrase(clauses, noun)
    last = min([last, verb, *(i for i in range(noun, min(last, verb)) if clauses[i].tag == "WDT")])
    while last > noun + 1 and clauses[last - 1].pos in {"PUNCT", "ADP", "PART"}:
        last -= 1
    return (first, last) if last - first >= SPECIFIC else None
