"""The documents that are signed, adopted, struck: each with its subject."""

from collections.abc import Iterator

from aidememoire.claims.clauses import CLIMB_LIMIT, Clauses, Range, content_end, noun_phrase, trimmed
from aidememoire.claims.promises.enumerated import JOINT_TEXTS, documents_listed
from aidememoire.claims.promises.ratified import ratified_treaty
from aidememoire.claims.promises.rows import is_time, table
from aidememoire.claims.promises.scenes import without_scene
from aidememoire.claims.promises.subjects_listed import subjects_dealt_with, subjects_told

LISTED = frozenset({"documents", "agreements", "memorandums", "memoranda", "protocols", "contracts", "treaties"})
LISTING_REACH = 8  # tokens behind "documents were signed" in which "including" must come
DOCUMENT_REACH = 5  # "a bilateral air transport agreement": tokens from its article in which the noun must come
LONGEST_BRACKETS = 6
TITLE_WORDS = frozenset(
    "of on and to for the in with between from by respect a an as at against or ’s 's - – out".split()
)
FIELDS = frozenset({"field", "fields", "area", "areas", "sphere", "spheres"})
SIGNING = frozenset({"sign", "initial"})
DEALING = frozenset({"concern", "deal", "relate", "cover", "address"})  # "the signed documents concern gas and tin"
SIGNED = frozenset({"signed", "concluded", "initialled"})
TELLING = frozenset({"prep", "acl", "relcl", "appos"})  # what says of a joint statement what is in it
OPENING_SUBJECT = frozenset({"on", "about", "concerning", "regarding", "between", "for", "that"})
SUBJECT_PREPOSITIONS = frozenset({"on", "about", "concerning", "regarding", "between", "for", "to"})


def documents_of(clauses: Clauses, verb: int) -> Iterator[Range]:
    """The documents that the verb signs, each with its subject."""
    if clauses[verb].lemma in DEALING:
        yield from subjects_dealt_with(clauses, verb)
        return
    if clauses[verb].lemma == "exchange":
        yield from _ratified_by_exchange(clauses, verb)
        return
    if clauses[verb].lemma == "accede":
        treaty = clauses.child(verb + 1, "pobj") if clauses.lower(verb + 1) == "to" else None
        if treaty is not None:
            yield from _document(clauses, verb, treaty, is_passive=False)
        return
    listed = _told_one_by_one(clauses, verb) or subjects_told(clauses, verb)
    if listed:
        yield from (_listed_bare(clauses, one) for one in listed)
        return
    for child in clauses.children.get(verb, ()):
        if clauses[child].dep not in {"dobj", "nsubjpass"}:
            continue
        head = _counted(clauses, child)
        for document in (head, *_joined(clauses, child), *_joined(clauses, head)):
            yield from _document(clauses, verb, document, is_passive=clauses[child].dep == "nsubjpass")
    token = clauses[verb]
    behind = _behind_its_verb(clauses, verb)
    if behind is not None:
        for document in (behind, *_joined(clauses, behind)):
            yield from _document(clauses, verb, document, is_passive=False)
        return
    if clauses[verb].lemma == "sign" and clauses.lower(verb + 1) in {"on", "onto"}:
        joined = clauses.child(verb + 1 + (clauses.lower(verb + 1) == "on"), "pobj")
        if joined is not None and clauses.lower(joined) in table().words["documents"]:
            yield from _document(clauses, verb, joined, is_passive=False)  # "have signed on to the roadmap"
        return
    if token.tag == "VBN" and token.dep == "acl":
        titled = _titled(clauses, token.head)
        if titled is not None:
            yield from _document(clauses, verb, titled, is_passive=False)
        return
    if clauses.lower(token.head) not in table().words["documents"]:
        return
    if token.dep == "relcl" and token.head < verb:
        yield _with_its_clause(clauses, verb, token.head)


def _ratified_by_exchange(clauses: Clauses, exchange: int) -> Iterator[Range]:
    """The treaty of "exchanged instruments of ratification of the treaty on tin"."""
    treaty = ratified_treaty(clauses, exchange)
    if treaty is not None:
        yield from _document(clauses, exchange, treaty, is_passive=False)


def _listed_bare(clauses: Clauses, listed: Range) -> Range:
    """A document of a list without the scene of its signing."""
    first, last = listed
    document = next((i for i in range(first, last) if clauses.lower(i) in table().words["documents"]), first)
    return first, without_scene(clauses, document, last)


def _behind_its_verb(clauses: Clauses, verb: int) -> int | None:
    """The document of "Also signed (in the presence of both) was a pact on gas"."""
    token, be = clauses[verb], clauses.child(verb, "auxpass")
    is_inverted = be is not None and be > verb and clauses.child(verb, "nsubjpass") is None
    be = be if be is not None and is_inverted else verb + 1
    if token.tag not in {"VBN", "VBD"} or clauses.lower(be) not in {"was", "were"}:
        return None
    opening = range(be + 1, min(be + 1 + DOCUMENT_REACH, clauses.sentence.last))
    return next((i for i in opening if clauses.lower(i) in table().words["documents"]), None)


def _titled(clauses: Clauses, noun: int) -> int | None:
    """The document of whose title the noun is part: "the Declaration on Relations and Trade, signed in May"."""
    for _ in range(CLIMB_LIMIT):
        if clauses.lower(noun) in table().words["documents"]:
            return noun
        head = clauses[noun].head
        if head not in clauses or head >= noun or clauses[noun].dep not in {"pobj", "prep", "conj", "appos"}:
            return None
        noun = head
    return None


def _told_one_by_one(clauses: Clauses, verb: int) -> list[Range]:
    """The documents of a list, behind the verb or, where they "were signed", before it."""
    signed = clauses.child(verb, "nsubjpass")
    if signed is None:
        return documents_listed(clauses, verb) if clauses[verb].dep not in {"acl", "amod"} else []
    first, end = clauses.subtree(signed)[0], verb
    while end - 1 > first and clauses[end - 1].pos in {"AUX", "ADV"}:
        end -= 1
    before = documents_listed(clauses, first - 1, end) if first < verb else []
    return before or documents_listed(clauses, verb)


def _with_its_clause(clauses: Clauses, verb: int, document: int) -> Range:
    """The document that a relative clause tells of ("the pact it signed"), with the clause where that says which."""
    first, last = noun_phrase(clauses, document)
    behind = {clauses.lower(child) for child in clauses.children.get(verb, ()) if child > verb}
    if behind & {"between", "on", "to"}:
        return first, content_end(clauses, verb)  # "an agreement that was reached between Oslo and Riga on gas"
    return first, min(last, verb)


def signed_at(clauses: Clauses, noun: int) -> Iterator[int]:
    """The documents of "the signing of …": the noun after "of" and those joined to it."""
    for child in clauses.children.get(noun, ()):
        if clauses.lower(child) == "of" and clauses[child].dep == "prep":
            signed = clauses.child(child, "pobj")
            if signed is not None:
                head = _counted(clauses, signed)
                yield from dict.fromkeys((head, *_joined(clauses, signed), *_joined(clauses, head)))


def _signing_at(clauses: Clauses, ceremony: int) -> int | None:
    """The "signing" of "the ceremony of signing a treaty"."""
    if clauses[ceremony].lemma != "ceremony":
        return None
    of = clauses.child(ceremony, "prep")
    signing = clauses.child(of, "pcomp", "pobj") if of is not None and clauses.lower(of) in {"of", "for"} else None
    is_verb = signing is not None and clauses[signing].tag == "VBG"
    return signing if is_verb and signing is not None and clauses[signing].lemma in SIGNING else None


def documents_signed_at(clauses: Clauses, noun: int) -> Iterator[Range]:
    """The documents of "the signing of …", "the ceremony of signing …", each with its subject."""
    if clauses[noun].lemma == "exchange":
        yield from _ratified_by_exchange(clauses, noun)
        return
    signing = _signing_at(clauses, noun)
    if signing is not None:
        yield from documents_of(clauses, signing)
        return
    of = next((child for child in clauses.children.get(noun, ()) if clauses.lower(child) == "of"), None)
    listed = documents_listed(clauses, of) if of is not None and of > noun else []
    if listed:
        yield from listed
        return
    for document in signed_at(clauses, noun):
        yield from _document(clauses, noun, document, is_passive=False)


def _document(clauses: Clauses, verb: int, document: int, *, is_passive: bool) -> Iterator[Range]:
    if clauses.lower(document) not in table().words["documents"]:
        return
    listing = _listing(clauses, max(document, verb))
    if clauses.lower(document) in LISTED and listing is not None:
        yield from _listed(clauses, listing, document)
        return
    first, last = noun_phrase(clauses, document)
    last = min(content_end(clauses, first), last)
    last = max(last, _title_end(clauses, document), _subject_end(clauses, first, last, verb))
    if document < verb < last:
        last = verb
        while clauses[last - 1].text == "," or clauses[last - 1].pos in {"AUX", "ADV"}:
            last -= 1
    if is_passive and clauses.lower(verb + 1) in {"on", "to"} and clauses.lower(verb + 2) != "behalf":
        last = last if is_time(clauses, verb + 1) else content_end(clauses, verb)
    is_named = any(_says_which(clauses, index) for index in range(first, last) if index != document)
    is_named = is_named or clauses.lower(document) in table().words["titled_by_letters"]
    if is_joint_text(clauses, first, document):
        last, is_named = max(last, _clause_end(clauses, document)), True
    if not is_named and clauses[verb].dep == "acl" and verb == document + 1 and _is_dated(clauses, verb):
        last, is_named = content_end(clauses, verb), True  # "the roadmap approved in 2015"
    if not is_named and clauses.lower(last) in SUBJECT_PREPOSITIONS and not is_time(clauses, last):
        last, is_named = content_end(clauses, first), True  # the parse gave "on fisheries" to "signed"
    if is_named:
        last = without_scene(clauses, document, last) if first <= document < last else last
        if document < last - 1 and clauses.lower(last - 1) in SIGNED and clauses[last - 2].text == ",":
            last -= 2  # "the Protocol on the Seabed of 1998 | , signed (in Lima)"
        last = _before_terms(clauses, document, last)
        last = _before_addressee(clauses, document, last) if clauses[verb].lemma == "submit" else last
        yield from _split_documents(clauses, first, last)
    else:
        yield from _listed(clauses, max(document, verb) + 1, document)


def _before_terms(clauses: Clauses, document: int, last: int) -> int:
    """The end of "a pact on gas | under which Oslo will pay": what a party will do by it is told apart."""
    for index in range(document + 1, last - 1):
        is_which = clauses.lower(index) in {"under", "by"} and clauses.lower(index + 1) == "which"
        if (is_which or clauses.lower(index) == "whereby") and any(clauses[i].tag == "MD" for i in range(index, last)):
            return trimmed(clauses, document, index)
    return last


def _before_addressee(clauses: Clauses, document: int, last: int) -> int:
    """The end of "the pact on access to the sea | to the Senate for ratification", where it is submitted."""
    ratified = next((i for i in range(document, last) if clauses[i].lemma == "ratification"), last)
    to = max((i for i in range(document + 1, ratified) if clauses.lower(i) == "to"), default=last)
    return trimmed(clauses, document, to) if ratified < last and to < last else last


def is_joint_text(clauses: Clauses, first: int, document: int) -> bool:
    """Whether it is a "joint statement", which two parties make together whatever it is on."""
    return clauses[document].lemma in JOINT_TEXTS and any(
        clauses.lower(index) == "joint" for index in range(first, document)
    )


def issues_joint_text(clauses: Clauses, verb: int) -> bool:
    """ "issued a joint statement on gas", which two make together; not "a statement", nor "the following one"."""
    for child in clauses.children.get(verb, ()):
        if clauses[child].dep not in {"dobj", "nsubjpass"}:
            continue
        first = noun_phrase(clauses, child)[0]
        is_told = any(clauses[one].dep in TELLING for one in clauses.children.get(child, ()) if one > child)
        is_told = is_told or (clauses.lower(child + 1), clauses.lower(child + 2)) == ("in", "support")
        is_ahead = any(clauses.lower(index) == "following" for index in range(first, child))
        if is_told and not is_ahead and is_joint_text(clauses, first, child):
            return True
    return False


def _clause_end(clauses: Clauses, document: int) -> int:
    """The end of the clause that says what is in it ("a joint statement which outlined …"); else just behind it."""
    if clauses.lower(document + 1) not in {"which", "that"}:
        return document + 1
    return content_end(clauses, document + 2)


def _is_dated(clauses: Clauses, participle: int) -> bool:
    """Whether the words behind say when or where it was made ("approved in 2015", "signed in Tallinn")."""
    behind = participle + 1
    if clauses.lower(behind) not in {"in", "on", "at", "during"}:
        return False
    return is_time(clauses, behind) or clauses[behind + 1].pos == "PROPN"


def _title_end(clauses: Clauses, document: int) -> int:
    """The end of a title that the noun opens: "the Agreement on Catching and Smoking Tuna"; else just behind it."""
    if not clauses[document].text[:1].isupper():
        return document + 1
    end = document + 1
    for index in range(document + 1, clauses.sentence.last):
        if clauses[index].text[:1].isupper():
            end = index + 1
        elif clauses.lower(index) not in TITLE_WORDS:
            break
    return end


def _subject_end(clauses: Clauses, first: int, last: int, verb: int) -> int:
    """Where the subject ends that the parse has cut off: behind bracketed letters, or before "on", "to do"."""
    opened = next((i for i in range(first, last) if clauses[i].text == "("), None)
    is_cut = opened is not None and all(clauses[i].text != ")" for i in range(opened, last))
    index = opened if is_cut and opened is not None else last
    if clauses[index].text == "(":
        closing = next((i for i in range(index, index + LONGEST_BRACKETS) if clauses[i].text == ")"), None)
        if closing is None:
            return last
        index = closing + 1
    if not first <= verb < index and _opens_subject(clauses, index):
        return max(last, content_end(clauses, index))
    return max(last, index) if is_cut else last


def _opens_subject(clauses: Clauses, index: int) -> bool:
    word = clauses.lower(index)
    if word == "to":
        return clauses[index + 1].tag == "VB"
    if word == "in":
        return clauses.lower(index + 2) in FIELDS or clauses.lower(index + 1) == "support"
    return word in OPENING_SUBJECT and not is_time(clauses, index)


def _split_documents(clauses: Clauses, first: int, last: int) -> Iterator[Range]:
    """The documents that the parse took for one phrase: "a memorandum on gas, an agreement on tin"."""
    start = first
    for index in range(first + 1, last - 1):
        if clauses[index].text not in {",", ";"} and clauses.lower(index) != "and":
            continue
        begin = index + 2 if clauses.lower(index + 1) == "and" else index + 1
        if clauses.lower(begin) == "on" and begin > start + 1 and clauses.lower(start) not in {"a", "an", "the"}:
            yield start, trimmed(clauses, start, index)
            start = begin + 1  # "agreements on tin, on gas and on tuna" are three
            continue
        if begin <= start or clauses.lower(begin) not in {"a", "an", "the"}:
            continue
        opening = {clauses.lower(i) for i in range(begin, min(begin + DOCUMENT_REACH, last))}
        if opening & table().words["documents"]:
            yield start, trimmed(clauses, start, index)
            start = begin
    yield start, last


def _counted(clauses: Clauses, noun: int) -> int:
    """ "agreements" of "a number of agreements"; else the noun itself."""
    if clauses.lower(noun) in {"number", "series", "package", "set"}:
        preposition = clauses.child(noun, "prep")
        counted = clauses.child(preposition, "pobj") if preposition is not None else None
        return counted if counted is not None else noun
    return noun


def _listing(clauses: Clauses, after: int) -> int | None:
    """Where the list behind "agreements were signed, including …" begins; None where there is none."""
    for index in range(after + 1, min(after + LISTING_REACH, clauses.sentence.last)):
        if clauses.lower(index) in {"including", "namely"} or clauses[index].text == ":":
            return index + 1
    return None


def _listed(clauses: Clauses, start: int, head: int) -> Iterator[Range]:
    """The documents listed after "the following documents were signed": each noun phrase headed by one."""
    if clauses.lower(head) not in LISTED:
        return
    index = start
    while index in clauses:
        if clauses.lower(index) in table().words["documents"] and clauses[index].dep != "compound":
            first, last = noun_phrase(clauses, index)
            first = max(first, start) + (clauses.lower(max(first, start)) == "particular")
            last = max(index + 1, min(last, _next_document(clauses, index)))
            last += clauses[last].text == ")"
            if any(_says_which(clauses, i) for i in range(first, last) if i != index):
                yield first, last
                index = last
        index += 1


def _next_document(clauses: Clauses, document: int) -> int:
    """Where the next document of a list begins: behind a comma or "and", with an article."""
    for index in range(document + 1, clauses.sentence.last):
        if clauses[index].text not in {",", ";"} and clauses.lower(index) != "and":
            continue
        begin = index + 2 if clauses.lower(index + 1) == "and" else index + 1
        opening = {clauses.lower(i) for i in range(begin, min(begin + DOCUMENT_REACH, clauses.sentence.last))}
        if clauses.lower(begin) in {"a", "an", "the"} and opening & table().words["documents"]:
            return trimmed(clauses, document, index)
    return clauses.sentence.last


def _says_which(clauses: Clauses, index: int) -> bool:
    """Whether the word tells one document from another: a noun or adjective that isn't a mere count or order."""
    is_word = clauses[index].text[:1].isalnum() and clauses[index].pos in {"NOUN", "PROPN", "ADJ"}
    return is_word and clauses.lower(index) not in table().words["mere"]


def is_international(clauses: Clauses, document: Range) -> bool:
    """Whether a document that one party alone is told to have signed is still one between parties."""
    return any(clauses.lower(index) in table().words["international"] for index in range(*document))


def _joined(clauses: Clauses, noun: int) -> Iterator[int]:
    """The nouns joined to this one by "and" or commas."""
    for child in clauses.children.get(noun, ()):
        if clauses[child].dep == "conj":
            yield child
            yield from _joined(clauses, child)
