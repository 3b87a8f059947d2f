"""Documents told only by their subjects: "agreements were signed: on gas; on tin", "statements on gas, tin and tuna".

Each subject is a document. The parse of such a list often goes astray, so its commas and semicolons tell.
"""

from aidememoire.claims.clauses import FINITE, Clauses, Range, content_end, trimmed
from aidememoire.claims.promises.rows import is_time

SEVERAL = frozenset(
    "documents agreements memorandums memoranda protocols treaties statements declarations conventions accords "
    "resolutions arrangements pacts deals contracts".split()
)
MADE_ALONE = frozenset({"statements", "declarations", "resolutions"})  # only joint ones are documents of two
AROUND = 10  # tokens between the verb and the noun of the documents
OPENING_REACH = 16  # tokens behind the later of noun and verb in which the first "on" must come
LONGEST = 30  # tokens of one subject; what is longer has swallowed a clause
ON = frozenset({"on", "concerning", "regarding", "about"})
GOVERNING = frozenset({"with", "to", "on"})  # "deal with …", "relate to …", "are related to …"
NO_SUBJECT = frozenset({"which", "who", "that", "as", "including", "while", "where", "with", "after", "before"})


def subjects_told(clauses: Clauses, verb: int) -> list[Range]:
    """The subjects of the documents that the verb signs, where at least two are told; else none.

    With semicolons or a repeated "on" two are enough; with bare commas it takes three ("on gas, tin and tuna"), as
    "agreements on trade and science" may be any number.
    """
    several = _several(clauses, verb)
    if several is None:
        return []
    start = _first_on(clauses, max(several, verb) if clauses.lower(several + 1) not in ON else several)
    if start is None or is_time(clauses, start):
        return []
    found = _by_semicolons(clauses, start) or _by_further_on(clauses, start) or _by_commas(clauses, start)
    return found if all(_is_subject(clauses, item) for item in found) else []


def _several(clauses: Clauses, verb: int) -> int | None:
    """The plural noun of the documents that the verb governs, before or behind it."""
    for child in clauses.children.get(verb, ()):
        if clauses[child].dep in {"dobj", "nsubjpass"} and clauses.lower(child) in SEVERAL:
            is_joint = clauses.lower(child - 1) == "joint" or clauses.lower(child) not in MADE_ALONE
            return child if abs(child - verb) <= AROUND and is_joint else None
    return None


def _first_on(clauses: Clauses, after: int) -> int | None:
    """The "on" that opens the list: right behind the noun or verb, or behind a colon."""
    for index in range(after + 1, min(after + OPENING_REACH, clauses.sentence.last)):
        word = clauses.lower(index)
        if word in ON and (index == after + 1 or _is_mark_before(clauses, index)):
            return index
        if clauses[index].text == ";" or (clauses[index].tag in FINITE and clauses[index].pos == "VERB"):
            return None
    return None


def _is_mark_before(clauses: Clauses, on: int) -> bool:
    """A colon, a dash or an adverb before the first "on" ("signed two pacts in the presence of the king—on …")."""
    return clauses[on - 1].text in {":", "–", "—", "--"} or clauses[on - 1].pos == "ADV"


def subjects_dealt_with(clauses: Clauses, verb: int) -> list[Range]:
    """The subjects of "the signed documents concern gas, tin and tuna"; each stands for a document.

    Accepts "other joint documents deal with …", "the agreements signed today cover …"; refuses "the documents concern".
    """
    documents = clauses.child(verb, "nsubj", "nsubjpass")
    if documents is None or clauses.lower(documents) not in SEVERAL or not _are_signed(clauses, documents):
        return []
    start = verb + 1
    while clauses[start].pos == "ADV" or clauses.lower(start) in GOVERNING:
        start += 1
    found = _by_semicolons(clauses, start) or _by_commas(clauses, start)
    return found if all(_is_subject(clauses, item) for item in found) else []


def _are_signed(clauses: Clauses, documents: int) -> bool:
    first, last = clauses.subtree(documents)
    words = {clauses.lower(index) for index in range(first, last)}
    return bool(words & {"signed", "joint", "adopted", "concluded", "initialled"})


def _by_further_on(clauses: Clauses, start: int) -> list[Range]:
    """The subjects that each have an "on" of their own; within one, commas and "and" join what it is on."""
    end = content_end(clauses, start)
    begins = [start]
    for index in range(start + 1, end):
        mark = clauses[index - 1]
        if clauses.lower(index) in ON and (mark.text in {",", ";"} or mark.lower == "and"):
            begins.append(index)
    if len(begins) < 2:
        return []
    stops = [*begins[1:], end]
    return [(first + 1, trimmed(clauses, first + 1, stop)) for first, stop in zip(begins, stops, strict=True)]


def _by_semicolons(clauses: Clauses, start: int) -> list[Range]:
    last = clauses.sentence.last
    stops = [index for index in range(start, last) if clauses[index].text == ";"]
    if not stops:
        return []
    items = []
    first = start
    for stop in (*stops, last):
        begin = first + (clauses.lower(first) == "and")
        begin += clauses.lower(begin) in ON
        items.append((begin, trimmed(clauses, begin, stop)))
        first = stop + 1
    return items


def _by_commas(clauses: Clauses, start: int) -> list[Range]:
    end = content_end(clauses, start)
    commas = [index for index in range(start, end) if clauses[index].text == ","]
    if not commas:
        return []
    joint = next((index for index in range(end - 1, commas[-1], -1) if clauses.lower(index) == "and"), None)
    if joint is None:
        return []
    joint = next(index for index in range(commas[-1], end) if clauses.lower(index) == "and")
    items = []
    first = start
    for stop in (*commas, joint, end):
        if stop == first:  # ", and"
            first = stop + 1
            continue
        begin = first + (clauses.lower(first) in ON)
        items.append((begin, trimmed(clauses, begin, stop)))
        first = stop + 1
    return items if len(items) > 2 else []


def _is_subject(clauses: Clauses, item: Range) -> bool:
    """Whether the words can name what a document is on: a noun, no clause of their own, no aside."""
    if not 0 < item[1] - item[0] <= LONGEST or clauses.lower(item[0]) in NO_SUBJECT:
        return False
    words = range(*item)
    if any(clauses[index].tag in FINITE and clauses[index].dep in {"ROOT", "conj"} for index in words):
        return False
    return any(clauses[index].pos in {"NOUN", "PROPN"} for index in words)
