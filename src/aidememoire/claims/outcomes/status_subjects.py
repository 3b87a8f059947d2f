"""What a status is of: the words that name the dialogue, agreement or commitment, and which of these it is."""

from aidememoire.claims.clauses import (
    FINITE,
    QUOTES,
    Clauses,
    Range,
    content_end,
    next_word,
    noun_phrase,
    subject_of,
    trimmed,
)
from aidememoire.claims.outcomes.status_rules import Rule, table
from aidememoire.claims.promises.makers import within
from aidememoire.model import (
    SubjectType,
)

NAME_REACH = 60  # characters around a noun in which the name of a format may begin or end
PRONOUNS = frozenset({"it", "them", "they"})
OCCASIONS = frozenset({"meeting", "meetings", "summit", "summits", "session", "sessions", "consultation"})
QUANTITIES = frozenset(
    {"few", "some", "most", "many", "part", "number", "all", "several", "none", "half", "majority", "series"}
)
FOLLOWING = frozenset({"prep", "prt", "acomp", "advmod", "attr"})
LINK_WINDOW = 5  # "withdrew last week from the treaty": how far the linking preposition may stand
AFTER_WINDOW = 4
UNDONE_WINDOW = 5


def type_of(clauses: Clauses, head: int) -> SubjectType | None:
    """What sort of thing the noun names: dialogue, agreement, commitment; None for all else.

    "Resolution 1718" and "some of the agreements" are of the type of their noun; a meeting only with the name of its
    format ("the meeting in the two-plus-two format").
    """
    if head not in clauses:
        return None
    token = clauses[head]
    types = table().types
    if _is_promised(clauses, head):
        return SubjectType.COMMITMENT
    for mention in within(clauses.mentions.dialogues, token.start - NAME_REACH, token.end + NAME_REACH):
        if mention.span.start <= token.start < mention.span.end:
            return SubjectType.DIALOGUE
    if token.lower in OCCASIONS and (_names_format(clauses, head) or _is_series(clauses, head)):
        return SubjectType.DIALOGUE
    if token.tag in {"NNP", "NNPS"} and token.lower in table().named:
        return SubjectType.DIALOGUE
    if token.text.isdigit() and head - 1 in clauses:
        return types.get(clauses.lower(head - 1))
    if token.lower in {"group", "force"} and clauses.lower(head - 1) in {"working", "contact", "task"}:
        return SubjectType.DIALOGUE
    core = core_of(clauses, head)
    if core != head:
        return type_of(clauses, core)
    return types.get(token.lower) or types.get(token.lemma)


def _is_promised(clauses: Clauses, head: int) -> bool:
    """Whether the phrase says of the thing that it was promised: "the drill that they agreed", "the promised aid"."""
    if clauses[head].pos != "NOUN":
        return False
    for child in clauses.children.get(head, ()):
        token = clauses[child]
        if token.lemma not in table().promising or token.dep not in {"relcl", "acl", "amod"}:
            continue
        doer = clauses.child(child, "nsubj")
        if token.dep == "relcl" and (doer is None or clauses[doer].tag in {"WDT", "WP"}):
            continue  # "the minister who promised"
        if token.tag in {"VBN", "VBD"} and clauses.lower(child + 1) not in {"to", "on"}:
            return True
    return False


def is_left_undone(clauses: Clauses, verb: int) -> bool:
    """Whether something expected was not done: "has not been", "was never", "has yet to be"."""
    before = {clauses.lower(index) for index in range(verb - UNDONE_WINDOW, verb)}
    return bool(before & {"not", "never", "n't", "n’t", "yet"}) and bool(before & {"has", "have", "had", "never"})


def _is_series(clauses: Clauses, head: int) -> bool:
    """Whether the plural names occasions that come again: "the three-way summits", "regular meetings"."""
    first, _ = noun_phrase(clauses, head)
    return clauses[head].tag == "NNS" and bool(table().recurring & {clauses.lower(i) for i in range(first, head)})


def is_undone_deed(clauses: Clauses, head: int) -> bool:
    """Whether the noun names a joint undertaking, which is a commitment when it is told not to have been done."""
    first, _ = noun_phrase(clauses, head)
    return clauses[head].lemma in table().deeds or "joint" in {clauses.lower(i) for i in range(first, head)}


def core_of(clauses: Clauses, head: int) -> int:
    """The noun that is counted: "agreements" in "some of the agreements"; else the head itself."""
    if clauses.lower(head) in QUANTITIES:
        preposition = clauses.child(head, "prep")
        inner = clauses.child(preposition, "pobj") if preposition is not None else None
        if inner is not None:
            return inner
    return head


def _names_format(clauses: Clauses, head: int) -> bool:
    first, last = noun_phrase(clauses, head)
    start, end = clauses[first].start, clauses[min(last, clauses.sentence.last) - 1].end + NAME_REACH
    return any(mention.span.start < end for mention in within(clauses.mentions.dialogues, start, end))


def subject_of_status(rule: Rule, clauses: Clauses, trigger: int) -> tuple[Range, SubjectType, Rule] | None:
    """The words that name what the status is of, their type, and the rule that gives the status."""
    for end in rule.ends:
        head, giver = _head(rule, end, clauses, trigger)
        if head is None:
            continue
        if clauses.lower(head) in PRONOUNS:
            head = _antecedent(giver, clauses, head)
            if head is None:
                continue
        kind = type_of(clauses, head)
        core = clauses[core_of(clauses, head)]
        if kind is None and giver.qualified and core.lemma in giver.nouns:
            first, last = noun_phrase(clauses, head)
            kind = SubjectType.DIALOGUE if giver.qualified & {clauses.lower(i) for i in range(first, last)} else None
        if kind is None and giver.undone and is_undone_deed(clauses, head) and is_left_undone(clauses, trigger):
            kind = SubjectType.COMMITMENT
        if kind is None or kind not in giver.types or (giver.nouns and core.lemma not in giver.nouns):
            continue
        return _subject_words(clauses, head, trigger), kind, giver
    return None


def _head(rule: Rule, end: str, clauses: Clauses, trigger: int) -> tuple[int | None, Rule]:
    """The head of the subject's noun phrase at one end of the rule."""
    is_verb = clauses[trigger].tag.startswith("VB")
    found: int | None = None
    if end == "of" and not is_verb:
        found = _linked(rule, clauses, trigger)
    elif end == "compound" and not is_verb:
        found = clauses.child(trigger, "compound")
    elif end == "around" and not is_verb:
        found = _around(clauses, trigger)
    elif end == "infinitive" and not is_verb:
        return _of_infinitive(rule, clauses, trigger)
    elif end == "object" and is_verb:
        found = _object(rule, clauses, trigger)
    elif end == "subject" and is_verb and (rule.after or rule.needs or _is_intransitive(clauses, trigger)):
        token = clauses[trigger]
        is_misread = rule.ends == ("subject",) and token.dep == "acl" and token.tag == "VBN" and token.head < trigger
        # "the treaty entered into force, Oslo said": what can't be done to a treaty, the treaty did
        found = token.head if is_misread else subject_of(clauses, trigger)
    if found is not None and clauses[found].tag in {"WDT", "WP"}:
        found = _antecedent_of_relative(clauses, trigger)
    if found is not None and clauses[found].pos not in {"NOUN", "PROPN", "NUM", "DET", "PRON", "ADJ"}:
        found = None
    return found, rule


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
    for _ in range(4):
        if type_of(clauses, index) is not None:
            return index
        if clauses[index].dep not in {"pobj", "prep", "appos", "compound"} or clauses[index].head not in clauses:
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
            break
        elif not (
            token.pos in {"DET", "ADJ", "NUM", "PRON", "PART", "X", "ADV"}
            or token.tag in {"VBN", "VBG", "HYPH", "POS"}
            or token.text in {"-", "–", "“", '"', "(", ")"}
            or _joins_names(clauses, position, last)
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


def _subject_words(clauses: Clauses, head: int, trigger: int) -> Range:
    while clauses[head].text.isdigit() and (
        clauses[head - 1].text.isdigit() or clauses.lower(head - 1) in {",", "and"}
    ):
        head -= 1 if clauses[head - 1].text.isdigit() else 2
    first, last = noun_phrase(clauses, head - 1 if clauses[head].text.isdigit() else head)
    last = max(last, head + 1)
    if _is_promised(clauses, head):
        last = max(last, _end_of_promise(clauses, head, trigger))
    for index in range(first, head):
        if clauses[index].text in {"-", "–", "—", "--"} and clauses[index - 1].text[-1:].isdigit():
            first = index + 1  # a dateline that the parse took into the phrase
    if first <= trigger < head and clauses[trigger].dep != "amod":
        first = trigger + 1
        while first < head and clauses[first].dep in {"prep", "punct"}:
            first += 1
    if head < trigger < last:
        last = trigger
        while last - 1 > head and clauses[last - 1].pos in {"AUX", "ADV", "PRON", "PUNCT", "CCONJ", "SCONJ"}:
            last -= 1
    elif head > trigger:
        last = max(head + 1, min(last, content_end(clauses, first)))
        if not _is_promised(clauses, head):
            last = _before_break(clauses, head, last)
    while clauses[last - 1].text.isdigit() and last + 1 in clauses:
        step = next((k for k in (1, 2) if clauses[last + k].text.isdigit()), None)
        if step is None or clauses.lower(last) not in {",", "and"}:
            break
        last += step + 1
    if clauses[first].tag == "WP$" and first < head:
        first += 1  # "whose mandate was renewed"
    last = _with_name(clauses, head, trimmed(clauses, first, last))
    return first, last


def _end_of_promise(clauses: Clauses, head: int, trigger: int) -> int:
    """Where "the drill that they agreed in May" ends, with the comma that closes the clause."""
    child = next((c for c in clauses.children.get(head, ()) if c > head and clauses[c].dep in {"relcl", "acl"}), None)
    if child is None or clauses[child].lemma not in table().promising:
        return head + 1
    end = clauses.subtree(child)[1]
    if head < trigger <= end:
        return trigger
    return min(end, max(content_end(clauses, child), child + 1)) if head > trigger else end


def _with_name(clauses: Clauses, head: int, last: int) -> int:
    """The end of the phrase with the name of the format that stands right behind it ("the meeting “two plus two”")."""
    if last not in clauses or clauses.lower(head) not in OCCASIONS | {"format", "dialogue", "formats"}:
        return last
    start = clauses[last].start
    for mention in within(clauses.mentions.dialogues, start, start + NAME_REACH):
        if mention.span.start > start + 2:
            break
        while last in clauses and clauses[last].start < mention.span.end:
            last += 1
        if last in clauses and clauses[last].text in QUOTES:
            last += 1
    return last


def _before_break(clauses: Clauses, head: int, last: int) -> int:
    """Where a cause or a finite verb that the parse took into the noun phrase begins."""
    for index in range(head + 1, last):
        by_doing = clauses.lower(index) == "by" and clauses[index + 1].tag == "VBG"
        if opener_at(clauses, index) or clauses[index].tag in FINITE or by_doing:
            return index
    return last


def opener_at(clauses: Clauses, index: int) -> int:
    """How many words of a cause's opening stand here; 0 when none."""
    for words in table().openers:
        if all(clauses.lower(index + k) == word for k, word in enumerate(words)):
            return len(words)
    return 0
