"""Where a status's subject stands: object, subject, behind a preposition, before its trigger by mere words."""

from collections.abc import Iterator

from aidememoire.claims.clauses import SAYING, Clauses, Range, next_word, noun_phrase, subject_of
from aidememoire.claims.outcomes.status_rules import Rule, table
from aidememoire.claims.outcomes.status_subjects import (
    core_of,
    is_left_undone,
    is_named,
    is_undone_deed,
    is_verbal,
    loose_type_of,
    subject_words,
    type_of,
)
from aidememoire.model import SubjectType

TYPED_ABOVE_STEPS = 8
CLIMBED = frozenset({"pobj", "prep", "appos", "compound", "dobj", "acl", "npadvmod"})
DASHES = frozenset({"-", "–"})
PRONOUNS = frozenset({"it", "them", "they"})
FOLLOWING = frozenset({"prep", "prt", "acomp", "advmod", "attr"})
LINK_WINDOW = 5  # "withdrew last week from the treaty": how far the linking preposition may stand
AFTER_WINDOW = 4


def subject_of_status(rule: Rule, clauses: Clauses, trigger: int) -> tuple[Range, SubjectType, Rule] | None:
    """The words that name what the status is of, their type, and the rule that gives the status."""
    if rule.beside and not any(token.lemma in rule.beside for token in clauses.tokens):
        return None
    for end in rule.ends:
        if end == "as":
            deed = _deed_as_promised(clauses, trigger)
            return (deed, SubjectType.COMMITMENT, rule) if deed else None
        for found, giver in _heads(rule, end, clauses, trigger):
            head = _meant(giver, clauses, trigger, found)
            kind = _kind(giver, clauses, trigger, head) if head is not None else None
            if head is not None and kind is not None:
                return subject_words(clauses, head, trigger), kind, giver
    return None


def _meant(rule: Rule, clauses: Clauses, trigger: int, head: int) -> int | None:
    """The noun that the head stands for, where it is a pronoun; None for what is no noun at all."""
    if clauses.lower(head) in PRONOUNS:
        return _antecedent(rule, clauses, head)
    if clauses[head].tag in {"WDT", "WP"}:
        return _antecedent_of_relative(clauses, trigger)
    return head if clauses[head].pos in {"NOUN", "PROPN", "NUM", "DET", "PRON", "ADJ"} else None


def _kind(rule: Rule, clauses: Clauses, trigger: int, head: int) -> SubjectType | None:
    """What sort of thing the noun names, if the rule takes such a thing."""
    core = clauses[core_of(clauses, head)]
    kind = type_of(clauses, head)
    if kind is None and rule.qualified and core.lemma in rule.nouns:
        first, last = noun_phrase(clauses, head)
        kind = SubjectType.DIALOGUE if rule.qualified & {clauses.lower(i) for i in range(first, last)} else None
    if kind is None and rule.undone and is_undone_deed(clauses, head) and is_left_undone(clauses, trigger):
        kind = SubjectType.COMMITMENT
    if kind is None and rule.loose:
        kind = loose_type_of(clauses, head)
    if kind is None or kind not in rule.types or (rule.nouns and core.lemma not in rule.nouns):
        return None
    if core.lemma in rule.never_of:
        return None
    return kind if not rule.named or is_named(clauses, head) else None


def _heads(rule: Rule, end: str, clauses: Clauses, trigger: int) -> Iterator[tuple[int, Rule]]:
    """The heads of noun phrases at one end of the rule, with the rule that gives the status; likelier ones first."""
    is_verb = is_verbal(clauses, trigger)
    found: int | None = None
    if end == "of" and not is_verb and (not rule.before or _stands_after(rule, clauses, trigger)):
        found = _linked(rule, clauses, trigger)
        if found is not None and clauses[trigger].lemma == "failure" and clauses.lower(found + 1) == "to":
            found = None  # "the failure of the council to agree" is no failure of the council
    elif end == "compound" and not is_verb:
        found = clauses.child(trigger, "compound")
    elif end == "around" and not is_verb:
        found = _around(clauses, trigger)
    elif end == "self" and not is_verb:
        found = trigger if _stands_after(rule, clauses, trigger) else None
    elif end == "next":
        found = _noun_from(clauses, trigger + 1)
    elif end == "predicate":
        found = _of_predicate(clauses, trigger)
    elif end == "infinitive" and not is_verb:
        head, giver = _of_infinitive(rule, clauses, trigger)
        if head is not None:
            yield head, giver
    elif end == "object" and is_verb:
        found = _object(rule, clauses, trigger)
    elif end == "subject" and is_verb and (rule.after or rule.needs or _is_intransitive(clauses, trigger)):
        token = clauses[trigger]
        is_misread = rule.ends == ("subject",) and token.dep == "acl" and token.tag == "VBN" and token.head < trigger
        # "the treaty entered into force, Oslo said": what can't be done to a treaty, the treaty did
        found = token.head if is_misread else subject_of(clauses, trigger)
    if found is not None:
        yield found, rule
    if rule.link:
        return  # the preposition alone says what it is of
    if is_verb and end in {"subject", "object"} and _is_relative(clauses, trigger, end):
        above = _antecedent_of_relative(clauses, trigger)
        if above is not None and above != found:
            yield above, rule
    is_done_to = clauses[trigger].tag == "VBN" and is_passive(clauses, trigger)
    if is_verb and (end == "subject" or (end == "object" and is_done_to)):
        before = _head_before(clauses, trigger)
        if before is not None and before != found:
            yield before, rule


RELATIVE_ENDS = {"subject": frozenset({"nsubj", "nsubjpass"}), "object": frozenset({"dobj", "nsubjpass"})}


def _is_relative(clauses: Clauses, verb: int, end: str) -> bool:
    """Whether "which", "that" stands for what the verb tells of, at that end of it."""
    pronoun = clauses.child(verb, *RELATIVE_ENDS[end])
    return clauses[verb].dep == "relcl" and pronoun is not None and clauses[pronoun].tag in {"WDT", "WP"}


def _stands_after(rule: Rule, clauses: Clauses, noun: int) -> bool:
    """Whether words that the rule wants stand before the noun's phrase: "was in (talks)", "took part in (talks)"."""
    first, _ = noun_phrase(clauses, noun)
    while first - 1 in clauses and clauses[first - 1].pos in {"ADV", "ADJ"}:
        first -= 1
    starts = range(first, noun + 1)
    return any(_are_words(clauses, start - len(words), words) for start in starts for words in rule.before)


def _are_words(clauses: Clauses, first: int, words: tuple[str, ...]) -> bool:
    """Whether these words stand from there on, in any form."""
    return all(word in (clauses[first + k].lemma, clauses.lower(first + k)) for k, word in enumerate(words))


def _of_predicate(clauses: Clauses, trigger: int) -> int | None:
    """The noun that an adjective is said of: "the plan is dead", "the plan, now considered defunct"."""
    token = clauses[trigger]
    if token.dep not in {"acomp", "attr", "oprd", "ccomp"} or token.head not in clauses:
        return None
    verb = token.head
    if clauses[verb].dep == "acl" and clauses[verb].tag == "VBN":
        return clauses[verb].head
    return clauses.child(verb, "nsubj", "nsubjpass")


def _deed_as_promised(clauses: Clauses, promised: int) -> Range | None:
    """ "(withdrawn its guns) as promised": the words of the deed that the promise was of."""
    verb = clauses[promised].head
    if clauses.lower(promised - 1) != "as" or verb not in clauses or verb > promised:
        return None
    if clauses[verb].pos != "VERB" or clauses[verb].lemma in SAYING or promised - 1 - verb < 2:
        return None
    return verb, promised - 1


RUN = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "ADP", "X"})
SKIPPED_BEFORE = frozenset({"AUX", "ADV", "PART"})


def _head_before(clauses: Clauses, trigger: int) -> int | None:
    """The head of the unbroken run of names and prepositions right before the verb, whatever the parse makes of it."""
    index = trigger - 1
    while index in clauses and (clauses[index].pos in SKIPPED_BEFORE or clauses[index].lemma in {"have", "be"}):
        index -= 1
    last = index + 1
    while index in clauses and last - index < LONGEST_RUN and _is_of_run(clauses, index):
        index -= 1
    first = index + 1
    if first >= last or clauses[first].pos == "ADP" or clauses[first - 1].text not in {"", "“", '"', ","}:
        return None
    head = None
    for position in range(first, last):
        if clauses[position].pos in {"NOUN", "PROPN"}:
            head = position
        elif clauses[position].pos == "ADP" and head is not None:
            break
    return head


LONGEST_RUN = 25


def _is_of_run(clauses: Clauses, index: int) -> bool:
    token = clauses[index]
    return (
        token.pos in RUN
        or token.tag in {"HYPH", "POS", "PRP$"}
        or (token.lower == "and" and clauses[index + 1].pos in RUN)
        or (token.tag in {"VBN", "VBG"} and clauses.lower(index - 1) == "-")
    )


def _around(clauses: Clauses, trigger: int) -> int | None:
    """The noun that an attribute belongs to: "ongoing talks", "the talks now under way"."""
    token = clauses[trigger]
    if token.dep == "amod" or token.head > trigger:
        return token.head if token.head in clauses and clauses[token.head].pos in {"NOUN", "PROPN"} else None
    if token.lemma == "way" and clauses.lower(trigger - 1) != "under":
        return None
    index = trigger - 1
    while index > clauses.sentence.first and clauses.lower(index) in {"under", "now", "already", "currently", ","}:
        index -= 1
    return index if clauses[index].pos in {"NOUN", "PROPN"} and token.lemma in {"way", "underway", "ongoing"} else None


def _is_intransitive(clauses: Clauses, verb: int) -> bool:
    return clauses.child(verb, "dobj", "nsubjpass") is None


def _antecedent_of_relative(clauses: Clauses, verb: int) -> int | None:
    for _ in range(3):
        if clauses[verb].dep == "relcl":
            return _typed_above(clauses, clauses[verb].head)
        verb = clauses[verb].head
        if verb not in clauses:
            return None
    return None


def _typed_above(clauses: Clauses, noun: int) -> int:
    """The noun itself, or the one it depends on: "a mission in Syria, which collapsed" is of the mission."""
    index = noun
    for _ in range(TYPED_ABOVE_STEPS):
        if type_of(clauses, index) is not None and clauses[index].dep != "appos":
            return index
        if clauses[index].dep not in CLIMBED or clauses[index].head not in clauses:
            break
        index = clauses[index].head
    return noun


def _antecedent(rule: Rule, clauses: Clauses, pronoun: int) -> int | None:
    """The last noun before the pronoun that the rule could take: "accepted the plan but refused to implement it"."""
    for index in range(pronoun - 1, clauses.sentence.first - 1, -1):
        if clauses[index].pos in {"NOUN", "PROPN"} and type_of(clauses, index) in rule.types:
            return index
    return None


def _object(rule: Rule, clauses: Clauses, verb: int) -> int | None:
    if rule.link:
        linked = _linked(rule, clauses, verb)
        if linked is not None or not rule.needs_link or clauses[verb].lemma in rule.needs_link:
            return linked
    found = clauses.child(verb, "nsubjpass") or clauses.child(verb, "dobj")
    if found is not None:
        return found
    token = clauses[verb]
    if token.tag == "VBN" and token.dep in {"acl", "relcl"} and token.head < verb:
        return token.head
    if token.dep == "relcl" and token.head < verb and clauses.child(verb, "nsubj") is not None:
        return token.head  # "the plan we launched"
    if token.tag == "VBN" and is_passive(clauses, verb):
        return subject_of(clauses, verb)
    if token.tag == "VBN" and clauses.lower(verb - 1) == "," and type_of(clauses, verb - 2) is not None:
        return verb - 2  # "the commission, founded in 1996": whatever the parse makes of it
    return None


def is_passive(clauses: Clauses, verb: int) -> bool:
    """Whether a form of "be" stands before the participle, whatever the parse says."""
    before = {clauses.lower(i) for i in range(verb - 4, verb)}
    return bool(before & {"was", "were", "been", "being", "is", "are", "be", "got"})


def _linked(rule: Rule, clauses: Clauses, trigger: int) -> int | None:
    lemma = clauses[trigger].lemma
    links = rule.link.get(lemma) or rule.link.get("") or ()
    for index in range(trigger + 1, min(trigger + 1 + LINK_WINDOW, clauses.sentence.last)):
        for words in links:
            if all(clauses.lower(index + k) == word for k, word in enumerate(words)):
                return _noun_from(clauses, index + len(words))
        if clauses[index].text in {",", ";", ".", ":"}:
            return None
    passive = clauses.child(trigger, "nsubjpass")
    if passive is not None and links and clauses.lower(trigger + 1) in {words[0] for words in links}:
        return passive
    return None


def _noun_from(clauses: Clauses, index: int) -> int | None:
    """The head of the noun phrase that begins here."""
    last = None
    for position in range(index, min(index + 14, clauses.sentence.last)):
        token = clauses[position]
        if token.pos in {"NOUN", "PROPN"} or (token.pos == "NUM" and last is not None):
            last = position
        elif last is not None and (token.pos in {"DET", "ADJ", "PRON", "ADV"} or token.tag in {"VBN", "VBG"}):
            if clauses[last].pos == "PROPN" and token.tag in {"VBN", "VBG", "JJ"} and token.text[:1].isupper():
                continue
            if clauses.lower(position - 1) in DASHES or token.text in DASHES:
                continue  # "a League-backed plan"
            break
        elif not (
            token.pos in {"DET", "ADJ", "NUM", "PRON", "PART", "X", "ADV"}
            or token.tag in {"VBN", "VBG", "HYPH", "POS"}
            or token.text in {"-", "–", "“", '"', "(", ")"}
            or _joins_names(clauses, position, last)
            or (token.pos == "ADP" and token.text[:1].isupper() and clauses[position + 1].text[:1].isupper())
        ):
            break
    return last


def _joins_names(clauses: Clauses, index: int, last: int | None) -> bool:
    """ "a UN and Arab League plan": the "and" between names within one phrase."""
    return (
        clauses.lower(index) == "and"
        and last is not None
        and clauses[last].pos == "PROPN"
        and index + 1 in clauses
        and clauses[index + 1].pos == "PROPN"
    )


def _of_infinitive(rule: Rule, clauses: Clauses, noun: int) -> tuple[int | None, Rule]:
    """The object of the verb in "failure to honour …", "decision to withdraw from …"."""
    if clauses.lower(noun + 1) != "to":
        return None, rule
    verb = next_word(clauses, noun + 2)
    if verb not in clauses:
        return None, rule
    for other in table().by_lemma.get(clauses[verb].lemma, ()):
        wanted = other.id in rule.takes_status if rule.takes_status else other.denied is not None
        wanted = wanted and "object" in other.ends
        if wanted and words_follow(other, clauses, verb):
            found = _object(other, clauses, verb)
            if found is not None:
                return found, other if rule.takes_status else rule
    return None, rule


def words_follow(rule: Rule, clauses: Clauses, trigger: int) -> bool:
    """Whether the words that the rule needs behind its trigger stand there."""
    lemma = clauses[trigger].lemma
    if rule.never_before and clauses.lower(trigger + 1) in rule.never_before:
        return False
    if rule.needs.get(lemma) and not any(clauses.lower(trigger + k) in rule.needs[lemma] for k in (1, 2)):
        return False
    if not rule.after:
        return True
    starts = set(range(trigger + 1, trigger + 1 + AFTER_WINDOW))
    starts |= {c for c in clauses.children.get(trigger, ()) if c > trigger and clauses[c].dep in FOLLOWING}
    return any(
        all(clauses.lower(start + k) == word for k, word in enumerate(words))
        for start in starts
        for words in rule.after
    )
