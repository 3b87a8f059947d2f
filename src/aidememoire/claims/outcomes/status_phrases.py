"""Noun phrases by mere words, where the parse breaks them: from their beginning on, or back from a verb."""

from collections.abc import Iterator

from aidememoire.claims.clauses import Clauses
from aidememoire.claims.outcomes.status_rules import Rule
from aidememoire.claims.outcomes.status_subjects import type_of

DASHES = frozenset({"-", "–"})
RUN = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "ADP", "X"})
SKIPPED_BEFORE = frozenset({"AUX", "ADV", "PART"})


def head_before(clauses: Clauses, trigger: int) -> int | None:
    """The head of the unbroken run of names and prepositions right before the verb, whatever the parse makes of it."""
    index = trigger - 1
    while index in clauses and (clauses[index].pos in SKIPPED_BEFORE or clauses[index].lemma in {"have", "be"}):
        index -= 1
    index = _before_insertion(clauses, index)
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
LONGEST_INSERTION = 16  # tokens


def _before_insertion(clauses: Clauses, index: int) -> int:
    """The word before an inserted participle: "the project, declared in May, (is not carried out)"."""
    if clauses[index].text != ",":
        return index
    for comma in range(index - 1, max(index - LONGEST_INSERTION, clauses.sentence.first), -1):
        if clauses[comma].text == ",":
            return _before_name(clauses, comma - 1) if clauses[comma + 1].tag in {"VBN", "VBD"} else index
    return index


def _before_name(clauses: Clauses, index: int) -> int:
    """The noun before a name in quotation marks: "the project “Bridges for Chad”"."""
    if clauses[index].text not in MARKS:
        return index
    for opening in range(index - 1, max(index - LONGEST_INSERTION, clauses.sentence.first), -1):
        if clauses[opening].text in MARKS:
            return opening - 1
    return index


MARKS = frozenset({'"', "“", "”", "«", "»", "``", "''"})


def _is_of_run(clauses: Clauses, index: int) -> bool:
    token = clauses[index]
    return (
        token.pos in RUN
        or token.tag in {"HYPH", "POS", "PRP$"}
        or (token.lower == "and" and clauses[index + 1].pos in RUN)
        or (token.tag in {"VBN", "VBG"} and clauses.lower(index - 1) == "-")
    )


def noun_from(clauses: Clauses, index: int) -> int | None:
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
            if clauses[position - 1].tag == "POS" and token.pos == "ADJ":
                continue  # "Chad's international commitments"
            break
        elif _opens_remark(clauses, position, last) or not (
            token.pos in {"DET", "ADJ", "NUM", "PRON", "PART", "X", "ADV"}
            or token.tag in {"VBN", "VBG", "HYPH", "POS"}
            or token.text in {"-", "–", "“", '"', "(", ")"}
            or _joins_names(clauses, position, last)
            or (token.pos == "ADP" and token.text[:1].isupper() and clauses[position + 1].text[:1].isupper())
        ):
            break
    return last


def _opens_remark(clauses: Clauses, bracket: int, last: int | None) -> bool:
    """Whether a bracket ends the name before it: "the Tin Pact (TP)", not "the Anti-Ballistic Missile (ABM) Treaty"."""
    if clauses[bracket].text != "(" or last is None:
        return False
    closing = next((i for i in range(bracket + 1, bracket + 6) if clauses[i].text == ")"), None)
    return closing is None or clauses[closing + 1].tag not in {"NNP", "NNPS"}


def _joins_names(clauses: Clauses, index: int, last: int | None) -> bool:
    """ "a UN and Arab League plan": the "and" between names within one phrase."""
    return (
        clauses.lower(index) == "and"
        and last is not None
        and clauses[last].pos == "PROPN"
        and type_of(clauses, last) is None
        and index + 1 in clauses
        and clauses[index + 1].pos == "PROPN"
    )


def heads_near(rule: Rule, clauses: Clauses, verb: int) -> Iterator[int]:
    """The heads right behind the verb, and behind the words that follow it: "made good (its pledge)".

    The parse breaks these: it takes "good" for a clause of its own.
    """
    lengths = {
        len(words) for words in rule.after if all(clauses.lower(verb + 1 + k) == word for k, word in enumerate(words))
    }
    for start in (verb + 1 + max(lengths, default=0), verb + 1):
        found = noun_from(clauses, start)
        if found is not None:
            yield found
