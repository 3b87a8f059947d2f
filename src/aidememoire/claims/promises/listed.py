"""Lists told in one sentence or line: "They decided: a) to open …; b) that the quota be raised", and their items."""

import re

from aidememoire.claims.clauses import FINITE, Clauses, Range, next_word, trimmed
from aidememoire.claims.promises.enumerated import head_of_document
from aidememoire.claims.promises.rows import table

DASHES = frozenset({"-", "–", "—", "--"})
BULLETS = frozenset({"•", "·", "*", "→", "▪", "○", "●"})
NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,2}\.?", re.ASCII)
"""Accepts "1", "2.", "4.3"; refuses "1999", "12,5"."""
LETTER = re.compile(r"[a-z]|[ivx]{1,5}", re.IGNORECASE)
"""Accepts "a", "iv"; refuses "an"."""
LEAD_REACH = 14  # tokens between the word of promising and its colon
MODALS = frozenset({"shall", "will", "would"})
BARE_LEADS = frozenset({"to", "shall", "will", "would", "should"})  # each item is what follows them: a bare verb
# "agreed to:", "decided as follows:", "agreed on the following steps:", "agreed in Oslo that:"
AWAITING = BARE_LEADS | frozenset({"that", "following", "follows", "on"})
LAST_WORDS = 2
CLAUSE_REACH = 40  # tokens of a clause in which its verb must come
UNDONE = frozenset({"acomp", "attr"})  # "shall be the same on all shores" says how things are
LISTING = frozenset({"agree", "decide", "pledge", "commit", "instruct", "consent", "intend"})  # the rules


def lead_end(clauses: Clauses, trigger: int) -> int | None:
    """The colon behind a word of promising with nothing promised before it ("agreed on the following:"); else None."""
    for index in range(trigger + 1, min(trigger + 1 + LEAD_REACH, clauses.sentence.last)):
        token = clauses[index]
        if token.text == ":":
            return index
        is_last = clauses[index + 1].text == ":"  # "agreed that the Parties shall:"
        if token.text in {";", "."} or (token.tag in FINITE and not is_last) or token.tag == "VB":
            return None
    return None


def listed_after(clauses: Clauses, trigger: int) -> list[Range]:
    """What each item of the list behind a word of promising promises; empty where there is no list."""
    colon = lead_end(clauses, trigger)
    if colon is None or not _is_list(clauses, colon):
        return []
    is_bare = clauses.lower(colon - 1) in BARE_LEADS
    items = items_between(clauses, colon + 1)
    found = [promise_of(clauses, item, is_bare=is_bare) for item in items]
    if is_bare and any(found):  # beside others it is a verb, whatever the tagger took it for: "to: map sites; train …"
        pairs = zip(found, items, strict=True)
        found = [one or (item if _may_be_verb(clauses, item[0]) else None) for one, item in pairs]
    return [content for content in found if content is not None]


def _may_be_verb(clauses: Clauses, first: int) -> bool:
    """ "map | wind sites", tagged as a noun; not "the | ministers", "talks | on", "officials | meet"."""
    token, behind = clauses[first], clauses[first + 1]
    is_form = token.tag in {"NN", "VB", "VBP", "JJ"} and token.lower == token.lemma
    return is_form and behind.pos not in {"VERB", "AUX", "ADP", "PUNCT", "CCONJ"}


def documents_after(clauses: Clauses, verb: int) -> list[Range]:
    """The documents of a list with numbers or bullets: "The following were signed: 1. Agreement on …; 2. …"."""
    colon = lead_end(clauses, verb)
    if colon is None or marker_end(clauses, colon + 1) == colon + 1:
        return []
    items = items_between(clauses, colon + 1)
    return [item for item in items if is_document(clauses, item)]


def is_document(clauses: Clauses, item: Range) -> bool:
    """Whether the item is the name of a document, and says on what: "Protocol on …", not "Protocol"."""
    head = head_of_document(clauses, item[0])
    return head is not None and head < item[1] and item[1] - item[0] > 2 and not _has_finite(clauses, item)


def waits_for_list(clauses: Clauses, trigger: int, *, is_document_list: bool = False) -> int | None:
    """The colon behind the word with which the sentence ends, so that the lines below say what is promised."""
    colon = lead_end(clauses, trigger)
    if colon is None or marker_end(clauses, colon + 1) < clauses.sentence.last:
        return None
    if is_document_list:
        return colon
    is_empty = colon == trigger + 1 or bool({clauses.lower(i) for i in range(colon - LAST_WORDS, colon)} & AWAITING)
    return colon if is_empty else None


def _is_list(clauses: Clauses, colon: int) -> bool:
    """Whether a bullet, a number, "to", "that" opens what is behind the colon; or, after "to", semicolons part it."""
    is_parted = any(clauses[index].text == ";" for index in range(colon + 1, clauses.sentence.last))
    if is_parted and clauses.lower(colon - 1) == "to" and clauses[colon + 1].pos not in {"DET", "PRON"}:
        return True
    return marker_end(clauses, colon + 1) > colon + 1 or clauses.lower(colon + 1) in {"to", "that"}


def items_between(clauses: Clauses, start: int) -> list[Range]:
    """The items of a list that begins here, up to the sentence's end, without their marks and final stops."""
    last = clauses.sentence.last
    kind = _kind_of_marker(clauses, start)
    items: list[Range] = []
    first = marker_end(clauses, start)
    index = first
    while index < last:
        is_further = kind is not None and _kind_of_marker(clauses, index) == kind and _may_separate(clauses, index)
        if clauses[index].text == ";" or is_further:
            items.append((first, index))
            index += clauses[index].text == ";"
            index += clauses.lower(index) == "and"
            first = index = max(marker_end(clauses, index), index)
            continue
        index += 1
    items.append((first, last))
    return [(begin, trimmed(clauses, begin, end)) for begin, end in items if end - begin > 1]


def marker_end(clauses: Clauses, index: int) -> int:
    """Where the words begin behind a bullet, "(a)", "b)", "3.", "1.1" at this place; the place itself without one."""
    kind = _kind_of_marker(clauses, index)
    if kind is None:
        return index
    if kind == "brackets":
        return index + 3
    if kind == "bracket":
        return index + 2
    return index + 1 + (kind == "number" and clauses[index + 1].text == ".")


def _kind_of_marker(clauses: Clauses, index: int) -> str | None:
    text = clauses[index].text
    if text in BULLETS:
        return "bullet"
    if text in DASHES:
        is_spaced = clauses[index].end < clauses[index + 1].start or index + 1 >= clauses.sentence.last
        return "dash" if is_spaced else None
    if text == "(" and clauses[index + 2].text == ")" and _is_enumerator(clauses[index + 1].text):
        return "brackets"
    if clauses[index + 1].text == ")" and _is_enumerator(text):
        return "bracket"
    if NUMBER.fullmatch(text) and ("." in text or clauses[index + 1].text == "."):
        return "number"
    return None


def _is_enumerator(text: str) -> bool:
    return NUMBER.fullmatch(text) is not None or LETTER.fullmatch(text) is not None


def _may_separate(clauses: Clauses, index: int) -> bool:
    """Whether a mark inside the list opens a further item: a number only where the item before has ended."""
    if _kind_of_marker(clauses, index) != "number":
        return True
    return clauses[index - 1].text in {".", ",", ":"} or clauses[marker_end(clauses, index)].text[:1].isupper()


def promise_of(clauses: Clauses, item: Range, *, is_bare: bool) -> Range | None:
    """The words of an item that are promised: behind "to" or "that", or all of it; None where it promises nothing.

    ``is_bare``: the list's lead ends in "to", "shall", so that a bare verb opens the item.
    """
    first, last = item
    word = clauses.lower(first)
    if word == "not" and clauses.lower(first + 1) == "to":
        return item
    if word == "to":
        return (first + 1, last) if clauses[next_word(clauses, first + 1)].tag in {"VB", "VBP"} else None
    if word in {"that", "and"}:
        return promise_of(clauses, (first + 1, last), is_bare=is_bare)
    if is_bare and opens_with_verb(clauses, first):
        return item
    return item if is_to_be_done(clauses, item) else None


def opens_with_verb(clauses: Clauses, first: int) -> bool:
    """Whether a bare verb opens the words, also one that the tagger took for a noun."""
    words = table().words
    token = clauses[next_word(clauses, first)]
    is_known = token.lower in words["checkable"] | words["vague"] | words["forgone"] | words["efforts"]
    return token.tag == "VB" or (is_known and token.tag in {"VBP", "NN", "NNP"})


def is_to_be_done(clauses: Clauses, item: Range) -> bool:
    """Whether a clause lays down that something be done: "shall be named", "be raised"; not "is the giver of peace"."""
    for index in range(item[0] + 1, min(item[1], item[0] + CLAUSE_REACH)):
        token = clauses[index]
        if _is_aside(clauses, index, item[0]):
            continue
        if clauses.lower(index) in MODALS and token.tag == "MD":
            verb = token.head
            return not (clauses[verb].lemma == "be" and clauses.child(verb, *UNDONE) is not None)
        if is_subjunctive(clauses, index):
            return True
        if token.tag in FINITE or token.text == ":":
            return False
    return False


def _is_aside(clauses: Clauses, word: int, first: int) -> bool:
    """Whether the word is of a clause within the item, not of the one whose subject opens it."""
    verb = next((v for v in (word, clauses[word].head) if clauses[v].dep in {"relcl", "acl", "advcl"}), None)
    if verb is None:
        return False
    subject = clauses.child(verb, "nsubj", "nsubjpass")
    return subject is None or clauses.subtree(subject)[0] > first


def is_subjunctive(clauses: Clauses, verb: int) -> bool:
    """Whether the verb stands in "that the quota be raised", "that each member pay": bare, behind its own subject."""
    token = clauses[verb]
    if token.tag not in {"VB", "VBP"} or token.lower != token.lemma:
        return False
    if token.lower == "be":
        head = token.head
        is_passive = token.dep == "auxpass" and not _has_modal(clauses, head)
        return is_passive and clauses.child(head, "nsubjpass") is not None
    subject = clauses.child(verb, "nsubj")
    if subject is None or _has_modal(clauses, verb):
        return False
    is_singular = clauses[subject].tag in {"NN", "NNP"} and clauses.child(subject, "conj") is None
    return is_singular and clauses[subject].pos != "PRON"


def _has_modal(clauses: Clauses, verb: int) -> bool:
    aux = (child for child in clauses.children.get(verb, ()) if clauses[child].dep == "aux")
    return any(clauses[child].tag == "MD" or clauses.lower(child) in {"to", "do", "does", "did"} for child in aux)


def _has_finite(clauses: Clauses, item: Range) -> bool:
    return any(
        clauses[index].tag in FINITE and clauses[index].dep in {"ROOT", "conj", "ccomp"} for index in range(*item)
    )
