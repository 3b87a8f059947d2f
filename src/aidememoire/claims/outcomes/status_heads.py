"""Where a status's subject stands: object, subject, behind a preposition, before its trigger by mere words."""

from collections.abc import Iterator
from dataclasses import dataclass

from aidememoire.claims.clauses import (
    SAYING,
    Clauses,
    Range,
    first_known,
    is_negated,
    is_prose,
    modal_of,
    next_word,
    noun_phrase,
    subject_of,
)
from aidememoire.claims.outcomes.status_attachments import (
    antecedent_of_relative,
    around,
    before_comma,
    before_in,
    body_at_work,
    first_participle,
    is_intransitive,
    is_left_so,
    is_passive,
    is_relative,
    of_predicate,
    typed_before,
)
from aidememoire.claims.outcomes.status_governed import is_yet_to
from aidememoire.claims.outcomes.status_members import member_suspended
from aidememoire.claims.outcomes.status_phrases import head_before, heads_near, noun_from
from aidememoire.claims.outcomes.status_rules import Rule, table
from aidememoire.claims.outcomes.status_stages import at_a_stage
from aidememoire.claims.outcomes.status_subjects import (
    core_of,
    is_announced,
    is_left_undone,
    is_named,
    is_promised,
    is_undone_deed,
    is_verbal,
    last_part,
    loose_type_of,
    shared_type_of,
    subject_words,
    type_of,
    whole_word,
)
from aidememoire.claims.promises.grounds import parties_within
from aidememoire.model import Span, SubjectType

PRONOUNS = frozenset({"it", "them", "they"})
FOLLOWING = frozenset({"prep", "prt", "acomp", "advmod", "attr"})
GIVING = frozenset({"make", "give", "take"})  # "a failure to make a promise": there is none to fail
TOLD = frozenset({"announcement", "declaration", "pledge", "promise", "offer"})
LINK_WINDOW = 5  # "withdrew last week from the treaty": how far the linking preposition may stand
AFTER_WINDOW = 4


@dataclass(frozen=True, slots=True)
class Subject:
    """What a status is of."""

    words: Range  # that name it in the sentence, be it by a pronoun
    type: SubjectType
    rule: Rule  # that gives the status
    head: int | None = None
    meant: Span | None = None  # the words before the sentence that a pronoun stands for


def subject_of_status(rule: Rule, clauses: Clauses, trigger: int) -> Subject | None:
    """What the status is of, by the first of the rule's ends at which something of its kind stands."""
    if (rule.beside or rule.never_beside) and not _stands_well(rule, clauses):
        return None
    if rule.present and not _is_present(clauses, trigger):
        return None
    if rule.behind and clauses.lower(clauses[trigger].head) not in rule.behind:
        return None
    for end in rule.ends:
        if end == "member":
            member = member_suspended(clauses, trigger)
            return Subject(member, SubjectType.DIALOGUE, rule) if member is not None else None
        if end == "as":
            deed = _deed_as_promised(clauses, trigger)
            return Subject(deed, SubjectType.COMMITMENT, rule) if deed else None
        for found, giver in _heads(rule, end, clauses, trigger):
            if "member" in giver.ends:  # "the League's decision to suspend Syria"
                member = member_suspended(clauses, clauses[found].head)
                return Subject(member, SubjectType.DIALOGUE, giver) if member is not None else None
            head = _meant(giver, clauses, trigger, found)
            kind = _kind(giver, clauses, trigger, head) if head is not None else None
            if head is not None and kind is not None:
                return Subject(subject_words(clauses, head, _foremost(rule, clauses, trigger)), kind, giver, head)
            if head is None and clauses[found].dep in {"nsubj", "nsubjpass"} and clauses.lower(found) in STANDING_FOR:
                told = _named_before(giver, clauses, trigger, found)
                if told is not None:
                    return told
    return None


def _foremost(rule: Rule, clauses: Clauses, trigger: int) -> int:
    """Where the words that tell the status begin: "at" in "the talks, at an early stage"."""
    preposition = clauses[trigger].head
    return preposition if rule.ends == ("stage",) and clauses[preposition].pos == "ADP" else trigger


def _stands_well(rule: Rule, clauses: Clauses) -> bool:
    """Whether the sentence has the words that the rule wants beside its trigger, and none that it doesn't."""
    lemmas = {token.lemma for token in clauses.tokens}
    return all(words & lemmas for words in rule.beside) and not rule.never_beside & lemmas


def _is_present(clauses: Clauses, verb: int) -> bool:
    """ "go on", "is going on"; of a plural the parse may take it for an infinitive."""
    auxiliaries = {clauses.lower(child) for child in clauses.children.get(verb, ()) if child < verb}
    tag = clauses[verb].tag
    return (
        tag in {"VBZ", "VBP"}
        or (tag == "VBG" and bool(auxiliaries & {"is", "are", "'s", "’s", "'re"}))
        or (tag == "VB" and modal_of(clauses, verb) is None and clauses.child(verb, "nsubj") is not None)
    )


# Pronoun → tags of the nouns that it may stand for.
STANDING_FOR = {"it": frozenset({"NN", "NNP"}), "they": frozenset({"NNS", "NNPS"})}


def _named_before(rule: Rule, clauses: Clauses, trigger: int, pronoun: int) -> Subject | None:
    """What the pronoun stands for, where the sentence before names just one thing of the rule's kind.

    "The mission left in May. It was suspended in June."
    """
    index = clauses.sentence.index - 1
    if index < 0 or pronoun > clauses.sentence.first + PRONOUN_WITHIN:
        return None
    before = Clauses(clauses.mentions, clauses.mentions.sentences[index])
    if before.sentence.last - before.sentence.first > LONGEST_BEFORE or not is_prose(clauses.mentions, before.sentence):
        return None
    tags = STANDING_FOR[clauses.lower(pronoun)]
    found: dict[str, tuple[Range, SubjectType]] = {}
    for token in before.tokens:
        if token.tag not in tags or token.dep == "compound" or before[token.index + 1].pos == "PROPN":
            continue  # of a name only its last word
        kind = _kind(rule, before, trigger, token.index)
        if kind is not None:
            found.setdefault(token.lower, (subject_words(before, token.index, before.sentence.last), kind))
    if len(found) != 1:
        return None
    ((words, kind),) = found.values()
    return Subject((pronoun, pronoun + 1), kind, rule, None, before.span(words))


PRONOUN_WITHIN = 8  # tokens from the sentence's beginning: further on, what stands in the sentence itself is meant
LONGEST_BEFORE = 80  # tokens of the sentence before


JOINED_REACH = 15  # tokens from the subject to what "and" joins to it; further off it is joined to something else


def joined_to(clauses: Clauses, trigger: int, subject: Subject) -> Iterator[Subject]:
    """Further things of the kind that "and" joins to the subject: "launched the A Dialogue and the B Partnership"."""
    if subject.head is None:
        return
    for child in clauses.children.get(subject.head, ()):
        if clauses[child].dep != "conj" or child < subject.head or clauses[child].pos not in {"NOUN", "PROPN"}:
            continue
        if child - subject.words[1] > JOINED_REACH:
            continue
        kind = _kind(subject.rule, clauses, trigger, child)
        words = subject_words(clauses, child, trigger)
        if kind is not None and words[1] - words[0] > 1 and not subject.words[0] <= child < subject.words[1]:
            yield Subject(words, kind, subject.rule, child)


def _meant(rule: Rule, clauses: Clauses, trigger: int, head: int) -> int | None:
    """The noun that the head stands for, where it is a pronoun; None for what is no noun at all."""
    inner = core_of(clauses, head)  # "broke every one of them"
    if clauses.lower(inner) in PRONOUNS:
        return _antecedent(rule, clauses, inner)
    is_part = clauses.lower(head + 1) == "of" and clauses.lower(head + 2) == "which"
    if clauses[head].tag in {"WDT", "WP"} or is_part or _is_that(clauses, head):
        return antecedent_of_relative(clauses, trigger)
    is_misread = clauses[head].tag == "VB" and clauses[head].dep in {"nsubj", "nsubjpass"}  # "Work in the commission"
    is_misread = is_misread or (clauses[head].tag == "VBZ" and clauses.lower(head) == "talks")
    return last_part(clauses, head) if clauses[head].pos in NAMING or is_misread else None


NAMING = frozenset({"NOUN", "PROPN", "NUM", "DET", "PRON", "ADJ"})


def _is_that(clauses: Clauses, word: int) -> bool:
    """Whether it is the "that" of a relative clause, whatever the parse calls it: "the plan that we launched"."""
    token = clauses[word]
    return token.lower == "that" and token.dep in {"dobj", "nsubj", "nsubjpass"} and clauses[token.head].dep == "relcl"


def _kind(rule: Rule, clauses: Clauses, trigger: int, head: int) -> SubjectType | None:
    """What sort of thing the noun names, if the rule takes such a thing."""
    core = clauses[core_of(clauses, head)]
    kind = type_of(clauses, head)
    is_taken = core.lemma in rule.nouns or whole_word(clauses, core.index) in rule.nouns
    if kind is None and rule.qualified and core.lemma in rule.nouns:
        first, last = noun_phrase(clauses, head)
        kind = SubjectType.DIALOGUE if rule.qualified & {clauses.lower(i) for i in range(first, last)} else None
    if kind is None and is_taken:
        kind = _by_mention(rule, clauses, trigger, head)
    if kind is None and rule.undone and is_undone_deed(clauses, head) and is_left_undone(clauses, trigger):
        kind = SubjectType.COMMITMENT
    if kind is None and rule.loose:
        kind = loose_type_of(clauses, head, is_own=rule.own)
    if kind is None and rule.shared:
        kind = shared_type_of(clauses, head)
    named = (head, core.index)  # "not one of the boats that Oslo promised"
    if rule.promised and not any(is_promised(clauses, one) or is_announced(clauses, one) for one in named):
        return None
    if kind is None or kind not in rule.types or (rule.nouns and not is_taken):
        return None
    if core.lemma in rule.never_of or (clauses[trigger].lemma == "observe" and clauses.lower(head) == "implementation"):
        return None  # whoever observes the implementation of a plan looks on
    if rule.within and not rule.within & {clauses.lower(i) for i in range(noun_phrase(clauses, head)[0], head)}:
        return None
    if rule.heads and clauses[head].lemma not in rule.heads:
        return None
    if rule.capital and clauses[head].tag not in {"NNP", "NNPS"}:
        return None
    if rule.known and clauses.lower(noun_phrase(clauses, head)[0]) not in KNOWN:
        return None
    return kind if not rule.named or is_named(clauses, head) else None


KNOWN = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})


def _by_mention(rule: Rule, clauses: Clauses, trigger: int, head: int) -> SubjectType | None:
    """A commitment, or what the rule is of, where the noun is spoken of as known, or is a party's."""
    first, last = noun_phrase(clauses, head)
    words = {clauses.lower(index) for index in range(first, head)}
    kind = next(iter(rule.types)) if len(rule.types) == 1 else SubjectType.COMMITMENT
    if rule.definite and words & KNOWN:
        return kind
    if rule.titled and any(clauses[index].pos == "PROPN" for index in range(first, last)):
        return table().loose.get(clauses[core_of(clauses, head)].lemma, kind)
    if rule.measure:
        doer = subject_of(clauses, trigger)
        phrases = [(first, last)] + ([noun_phrase(clauses, doer)] if doer is not None else [])
        if any(parties_within(clauses.mentions, clauses[a].start, clauses[b - 1].end) for a, b in phrases):
            return kind
    return None


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
        found = around(clauses, trigger)
    elif end == "in" and not is_verb:
        found = before_in(clauses, trigger)
    elif end == "stage" and not is_verb:
        found = at_a_stage(clauses, trigger)
    elif end == "self" and not is_verb:
        found = trigger if _stands_after(rule, clauses, trigger) else None
    elif end == "next":
        found = noun_from(clauses, trigger + 1 + (clauses.lower(trigger + 1) == "of"))
        if (
            found is not None
            and clauses[found].lemma in TOLD
            and (what := clauses.child(found, "compound")) is not None
        ):
            found = what  # "despite a ceasefire announcement"
    elif end == "near" and is_verb and not is_passive(clauses, trigger):
        yield from ((head, rule) for head in heads_near(rule, clauses, trigger))
    elif end == "given" and is_verb:
        found = first_known(clauses.child(trigger, "dative", "nsubjpass"), noun_from(clauses, trigger + 1))
    elif end == "predicate":
        found = of_predicate(clauses, trigger)
    elif end == "infinitive" and not is_verb:
        head, giver = _of_infinitive(rule, clauses, trigger)
        if head is not None:
            yield head, giver
    elif end == "object" and is_verb:
        found = _object(rule, clauses, trigger)
    elif end == "subject" and is_verb and (rule.after or rule.needs or is_intransitive(clauses, trigger)):
        token = clauses[trigger]
        is_misread = rule.ends == ("subject",) and token.dep == "acl" and token.tag == "VBN" and token.head < trigger
        # "the treaty entered into force, Oslo said": what can't be done to a treaty, the treaty did
        found = first_known(
            token.head if is_misread else subject_of(clauses, trigger), _of_what_is_due(clauses, trigger)
        )
    if found is not None:
        yield found, rule
        beside = clauses.child(found, "appos")
        if beside is not None and end != "around" and type_of(clauses, found) is None:
            yield beside, rule  # "the first point, a ceasefire, was never observed"
    if rule.link:
        return  # the preposition alone says what it is of
    if is_verb and end in {"subject", "object"} and is_relative(clauses, trigger, end):
        above = antecedent_of_relative(clauses, trigger)
        if above is not None and above != found:
            yield above, rule
    if is_verb and end == "object" and found is None and clauses[trigger].tag == "VBN":
        yield from ((above, rule) for above in before_comma(clauses, trigger))
    if is_verb and end == "subject" and clauses[trigger].tag == "VBG" and clauses[trigger].dep in {"acl", "pcomp"}:
        before = typed_before(clauses, trigger - 1)
        if before is not None:
            yield before, rule  # "the anniversary of the treaty coming into effect"
    is_done_to = clauses[trigger].tag == "VBN" and is_passive(clauses, trigger)
    if is_verb and (end == "subject" or (end == "object" and is_done_to)):
        before = head_before(clauses, trigger)
        if before is not None and before != found:
            yield before, rule


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


# "The talks ended with the signing of a pact": the pact did not end.
CLOSING = frozenset({"end", "conclude", "close", "begin", "open", "start", "finish"})


def _deed_as_promised(clauses: Clauses, promised: int) -> Range | None:
    """ "(withdrawn its guns) as promised": the words of the deed that the promise was of.

    Of a passive these begin with what it was done to ("the guns were withdrawn"); that an obligation was met as
    promised is told by the words for it.
    """
    verb = clauses[promised].head
    if clauses.lower(promised - 1) != "as" or verb not in clauses or verb > promised:
        return None
    if clauses[verb].pos != "VERB" or clauses[verb].lemma in SAYING or promised - 1 - verb < 2:
        return None
    end = promised - 1 - (clauses.lower(promised - 2) == ",")
    passive = clauses.child(verb, "nsubjpass")
    if is_yet_to(clauses, verb):
        return verb + 3, end
    if passive is None:
        return verb, end
    return None if type_of(clauses, passive) is not None else (noun_phrase(clauses, passive)[0], end)


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
    talks = _talks_behind(clauses, verb)
    if talks is not None:
        return talks
    found = first_known(clauses.child(verb, "nsubjpass"), clauses.child(verb, "dobj"))
    is_with = clauses.lower(verb + 1) == "with" and clauses.child(verb, "nsubjpass") is None
    if is_with and clauses[verb].lemma in CLOSING and clauses[verb].tag == "VBD":
        return None
    found = first_known(body_at_work(clauses, verb, found), found)
    if found is not None:
        return found if clauses[verb].lemma != "leave" or not is_left_so(clauses, found) else None
    token = clauses[verb]
    if token.lemma == "leave" and token.tag == "VBN":
        return None  # "there is little ceasefire left"
    if token.tag == "VBN" and token.dep in {"acl", "relcl"} and token.head < verb:
        return token.head
    first = first_participle(clauses, verb)
    if first is not None:
        return clauses[first].head
    if token.dep == "relcl" and token.head < verb and clauses.child(verb, "nsubj") is not None:
        return token.head  # "the plan we launched"
    if token.tag == "VBN" and is_passive(clauses, verb):
        return first_known(subject_of(clauses, verb), _of_sentence(clauses, verb))
    if token.tag == "VBN" and token.dep == "advcl" and verb < token.head and token.head in clauses:
        return subject_of(clauses, token.head)  # "launched in May, the dialogue is young"
    if token.tag == "VBN" and clauses.lower(verb - 1) == "," and type_of(clauses, verb - 2) is not None:
        return verb - 2  # "the commission, founded in 1996": whatever the parse makes of it
    return None


def _of_what_is_due(clauses: Clauses, verb: int) -> int | None:
    """ "(the pact) is due to expire"."""
    due = clauses[verb].head
    if clauses[verb].dep != "xcomp" or clauses.lower(due) != "due":
        return None
    return clauses.child(clauses[due].head, "nsubj")


def _of_sentence(clauses: Clauses, verb: int) -> int | None:
    """ "(the talks) were halted for a year before being resumed": of what the sentence tells, if it is told as done."""
    preposition = clauses[verb].head
    main = clauses[preposition].head
    if clauses[verb].dep != "pcomp" or clauses.lower(preposition) not in {"before", "after"}:
        return None
    is_told = clauses[main].tag in {"VBD", "VBN"} and modal_of(clauses, main) is None and not is_negated(clauses, main)
    return subject_of(clauses, main) if is_told else None


def _talks_behind(clauses: Clauses, verb: int) -> int | None:
    """ "shelved the fishery talks", "opened free trade talks", where the parse makes a verb of "talks"."""
    last = noun_from(clauses, verb + 1)
    is_misread = last is not None and clauses.lower(last + 1) == "talks" and clauses[last + 1].tag == "VBZ"
    return last + 1 if is_misread and last is not None and clauses[last].pos == "NOUN" else None


def _linked(rule: Rule, clauses: Clauses, trigger: int) -> int | None:
    lemma = clauses[trigger].lemma
    links = rule.link.get(lemma) or rule.link.get("") or ()
    for index in range(trigger + 1, min(trigger + 1 + LINK_WINDOW, clauses.sentence.last)):
        word = clauses.lower(index)
        for words in links:
            if words[:1] in ((), (word,)) and all(clauses.lower(index + k) == one for k, one in enumerate(words)):
                found = noun_from(clauses, index + len(words))
                if found is None and clauses.lower(index + len(words)) in PRONOUNS:
                    return index + len(words)  # "the treaty of 1972; Oslo withdrew from it"
                if found is None and clauses[trigger].dep == "relcl":
                    return antecedent_of_relative(clauses, trigger)  # "the pact, which Oslo pulled out of"
                return found if found is not None else clauses.child(trigger, "nsubjpass")
        if clauses[index].text in {",", ";", ".", ":"}:
            return None
    passive = clauses.child(trigger, "nsubjpass")
    if passive is not None and any(words[:1] in ((), (clauses.lower(trigger + 1),)) for words in links):
        return passive  # "the pact is no longer recognised" at a sentence's end, too
    return None


def _of_infinitive(rule: Rule, clauses: Clauses, noun: int) -> tuple[int | None, Rule]:
    """The object of the verb in "failure to honour …", "decision to withdraw from …"."""
    to = noun + 1
    if clauses.lower(to) == "by":  # "the decision by Oslo to withdraw from …"
        doer = noun_from(clauses, to + 1)
        to = doer + 1 if doer is not None else to
    elif clauses.lower(to) == "of":  # "the failure of Oslo to honour …"
        doer = clauses.child(to, "pobj")
        to = doer + 1 if doer is not None else to
    if clauses.lower(to) != "to":
        return None, rule
    verb = next_word(clauses, to + 1)
    if verb not in clauses or (clauses[verb].lemma in GIVING and clauses.lower(verb + 1) != "good"):
        return None, rule  # "the refusal to make that commitment": none was made
    for other in table().by_lemma.get(clauses[verb].lemma, ()):
        wanted = other.id in rule.takes_status if rule.takes_status else other.denied is not None
        wanted = wanted and not {"object", "member"}.isdisjoint(other.ends)
        if wanted and words_follow(other, clauses, verb):
            found = _object(other, clauses, verb)
            if "member" in other.ends and member_suspended(clauses, verb) is None:
                continue
            if found is not None and ("member" in other.ends or type_of(clauses, found) or not rule.takes_status):
                return found, other if rule.takes_status else rule
    return None, rule


SAID_OF = {("ongoing",), ("dead",)}


def words_follow(rule: Rule, clauses: Clauses, trigger: int) -> bool:
    """Whether the words that the rule needs behind its trigger stand there."""
    lemma = clauses[trigger].lemma
    if rule.never_before and clauses.lower(trigger + 1) in rule.never_before:
        return False
    start = trigger + 2 if clauses.lower(trigger + 1) == "no" else trigger  # "is no longer in force"
    if rule.needs.get(lemma) and not any(clauses.lower(start + k) in rule.needs[lemma] for k in (1, 2)):
        return False
    if rule.before_trigger and not any(
        _are_words(clauses, trigger - len(words), words) for words in rule.before_trigger
    ):
        return False
    if not rule.after:
        return True
    starts = set(range(trigger + 1, trigger + 1 + AFTER_WINDOW))
    starts |= {c for c in clauses.children.get(trigger, ()) if c > trigger and clauses[c].dep in FOLLOWING}
    return any(
        all(clauses.lower(start + k) == word for k, word in enumerate(words))
        and not (words in SAID_OF and clauses[start].dep == "amod")  # "are part of ongoing efforts", "is a dead letter"
        for start in starts
        for words in rule.after_from.get(clauses.lower(start), ())
    )
