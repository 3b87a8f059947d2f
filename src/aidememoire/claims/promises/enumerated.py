"""Documents told one behind another: "signed a treaty on gas, a protocol on tin and a plan for trade" are three.

The parse of such a list often goes astray, so the words alone tell where one document ends and the next begins.
"""

from collections.abc import Iterator

from aidememoire.claims.clauses import FINITE, Clauses, Range, content_end, trimmed
from aidememoire.claims.promises.rows import table

NAME_REACH = 8  # "the Russian-Armenian inter-governmental agreement": tokens from its opening in which the noun comes
OBJECT_REACH = 14  # "signed, in the presence of both kings, a pact": tokens between the verb and what it signs
OPENING = frozenset({"a", "an", "the", "its", "their"})
JOINING = frozenset({"and", "also"})
NO_NAME = frozenset({"particular", "other", "following", "such", "many", "several", "various"})
# What only announces the list: "six documents, including …", "the following agreements: …".
HEADING = frozenset({"including", "namely", ":", "include"})
BEFORE_NOUN = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "PUNCT", "VERB", "SYM"})
# What two parties make together, whatever it is on.
JOINT_TEXTS = frozenset({"statement", "declaration", "communique", "communiqué"})
WRAPPING = frozenset({"package", "series", "set", "number"})


def documents_listed(clauses: Clauses, verb: int, end: int | None = None) -> list[Range]:
    """The documents of a list of two or more behind the verb (or from there up to ``end``); else none."""
    start = _first_document(clauses, verb + 1, end)
    if start is None:
        return []
    limit = max(_zone_end(clauses, start), start + 1) if end is None else end
    listed = [item for item in _split(clauses, start, limit) if _is_named(clauses, item)]
    return listed if len(listed) > 1 else []


def _first_document(clauses: Clauses, start: int, end: int | None) -> int | None:
    reach = start + OBJECT_REACH if end is None else end
    for index in range(start, min(reach, clauses.sentence.last)):
        if head_of_document(clauses, index) is not None:
            return index
        if clauses[index].tag in FINITE or clauses[index].text in {";", "."}:
            return None
    return None


def head_of_document(clauses: Clauses, index: int) -> int | None:
    """The noun of the document whose name begins here ("the | joint | declaration"); None where none begins."""
    token = clauses[index]
    if token.lower in NO_NAME or (token.lower not in OPENING and token.pos not in {"ADJ", "NOUN", "PROPN"}):
        return None
    documents = table().words["documents"]
    for word in range(index, min(index + NAME_REACH, clauses.sentence.last)):
        if clauses.lower(word) in documents and clauses.lower(word + 1) not in documents:
            return word
        is_part = clauses[word].pos in BEFORE_NOUN and clauses[word].text not in {",", ";", ":", "(", ")"}
        if word > index and not is_part and clauses[word].tag not in {"POS", "VBN", "HYPH"}:
            return None
    return None


def _zone_end(clauses: Clauses, start: int) -> int:
    """Where the list ends: past the commas and colons at which a further document begins."""
    end = content_end(clauses, start)
    while (following := _behind_join(clauses, end)) is not None:
        end = max(content_end(clauses, following), following + 1)
    return end


def _behind_join(clauses: Clauses, index: int) -> int | None:
    """Where the next document begins, if nothing but a comma, "and", "including" or a colon stands before it."""
    begin = index
    while clauses[begin].text in {",", ";", ":"} or clauses.lower(begin) in JOINING | HEADING:
        begin += 1
    if clauses.lower(begin) == "in" and clauses.lower(begin + 1) == "particular":
        begin += 2
    if clauses.lower(begin) == "as" and clauses.lower(begin + 1) == "well":
        begin += 3
    return begin if begin > index and begin in clauses and head_of_document(clauses, begin) is not None else None


def _split(clauses: Clauses, start: int, end: int) -> Iterator[Range]:
    first = start
    index = start + 1
    while index < end:
        following = _behind_join(clauses, index)
        on = _behind_on(clauses, first, index)
        if following is not None and following < end and _is_complete(clauses, first, index, following):
            if clauses.lower(following - 1) not in HEADING | {"particular"}:
                yield first, trimmed(clauses, first, index)
            first = index = following
        elif on is not None and on < end:
            yield first, trimmed(clauses, first, index)
            first = index = on
        index += 1
    if first < end:
        yield first, trimmed(clauses, first, end)


def _is_complete(clauses: Clauses, first: int, index: int, following: int) -> bool:
    """Whether the document before the joint has said what it is on; "a treaty and protocol on gas" are one."""
    if clauses.lower(following - 1) in HEADING or clauses.lower(following) in OPENING:
        return True
    return any(clauses[word].pos == "ADP" for word in range(first, index)) and clauses[index].text != "and"


def _behind_on(clauses: Clauses, first: int, index: int) -> int | None:
    """The subject of a further document: "agreements on tin, on gas and on tuna" are three."""
    head = head_of_document(clauses, first)
    is_plural = head is not None and clauses[head].tag in {"NNS", "NNPS"}
    is_further = clauses.lower(first - 1) == "on"
    if not is_plural and not is_further:
        return None
    begin = index
    while clauses[begin].text == "," or clauses.lower(begin) == "and":
        begin += 1
    return begin + 1 if begin > index and clauses.lower(begin) == "on" else None


def _is_told(clauses: Clauses, index: int) -> bool:
    verb = clauses[index].head if clauses[index].dep in {"aux", "auxpass"} else index
    return clauses[index].tag in FINITE and clauses[verb].dep in {"ROOT", "conj"}


def _is_named(clauses: Clauses, item: Range) -> bool:
    """Whether the words tell this document from another, and are no mere wrapping of others, nor a further clause."""
    if any(_is_told(clauses, index) for index in range(*item)):
        return False  # "a treaty on gas and an agreement was reached on tin"
    head = head_of_document(clauses, item[0])
    if head is not None and clauses.lower(head) in WRAPPING:
        return False
    if head is not None and clauses[head].lemma in JOINT_TEXTS and "joint" in {clauses.lower(i) for i in range(*item)}:
        return True
    mere = table().words["mere"]
    return any(
        clauses[index].text[:1].isalnum()
        and clauses[index].pos in {"NOUN", "PROPN", "ADJ", "VERB"}
        and clauses.lower(index) not in mere
        for index in range(*item)
        if index != head
    )
