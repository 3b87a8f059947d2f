"""What is promised: the ways of promising (``data/commitments.toml``) and the words that each makes a promise of."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from aidememoire.claims.clauses import (
    QUOTES,
    SAYING,
    Clauses,
    Range,
    content_end,
    is_subordinate,
    next_word,
    noun_phrase,
    trimmed,
)
from aidememoire.claims.promises.makers import within
from aidememoire.model import (
    Strength,
)

COMPLEMENT_WINDOW = 9
WH_WORDS = frozenset({"whether", "how", "when", "where", "why", "what", "who", "which", "until", "before"})
LISTED = frozenset({"documents", "agreements", "memorandums", "memoranda", "protocols", "contracts", "treaties"})
LISTING_REACH = 8  # tokens behind "documents were signed" in which "including" must come
DOCUMENT_REACH = 5  # "a bilateral air transport agreement": tokens from its article in which the noun must come
ROUNDS = frozenset({"consultation", "negotiation", "round", "dialogue", "one"})
NAME_REACH = 30  # characters around a word within which a party's name that holds it may begin or end
OF_THINGS = frozenset({"pledge", "promise", "offer", "assurance"})  # "a pledge of grain"; not "the threat of war"
ASKING = 3  # "what Oslo decides to do": how far before the verb its question word may stand
SUBJECT_PREPOSITIONS = frozenset({"on", "about", "concerning", "regarding", "between", "for", "to"})
LIST_MARKS = frozenset({",", ";", ":", "and", "or", "also"})
NOUNLIKE = frozenset({"DT", "NN", "NNS", "JJ", "PRP$", "CD", "NNP"})


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of promising: a row of ``data/commitments.toml``."""

    id: str
    kind: str  # verb | noun | adjective | signing | ceremony | announcement | future
    lemmas: tuple[str, ...]
    takes: tuple[str, ...]
    strength: Strength
    single: Strength | None  # when one party alone does it
    joint: Strength | None  # when several do it together
    nouns: frozenset[str]  # lemmas of the only objects that it takes; empty: any
    together: Strength | None  # when those at one meeting do it, as "the ministers"
    accept: tuple[tuple[str, str], ...]  # (sentence, content)
    refuse: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The rules by trigger, and the word lists."""

    rules: tuple[Rule, ...]
    by_lemma: dict[str, tuple[Rule, ...]]
    words: dict[str, frozenset[str]]


@cache
def table() -> Table:
    """The table that ships with the package, loaded once."""
    rows = tomllib.loads(files("aidememoire").joinpath("claims/data/commitments.toml").read_text(encoding="utf-8"))
    rules = tuple(
        Rule(
            id=row["id"],
            kind=row["kind"],
            lemmas=tuple(row["lemmas"]),
            takes=tuple(row["takes"]),
            strength=Strength(row["strength"]),
            single=Strength(row["single"]) if "single" in row else None,
            joint=Strength(row["joint"]) if "joint" in row else None,
            nouns=frozenset(row.get("nouns", "").split()),
            together=Strength(row["together"]) if "together" in row else None,
            accept=tuple((sentence, content) for sentence, content in row["accept"]),
            refuse=tuple(row["refuse"]),
        )
        for row in rows["rule"]
    )
    by_lemma: dict[str, tuple[Rule, ...]] = {}
    for rule in rules:
        for lemma in rule.lemmas:
            by_lemma[lemma] = (*by_lemma.get(lemma, ()), rule)
    return Table(rules, by_lemma, {name: frozenset(words.split()) for name, words in rows["words"].items()})


def is_trigger(rule: Rule, clauses: Clauses, trigger: int) -> bool:
    """Whether the word is of the rule's kind here: "plans" as a verb, "agreed" not as "the terms agreed in Oslo"."""
    token = clauses[trigger]
    if token.lower == "committed" and rule.kind in {
        "verb",
        "adjective",
    }:  # "they committed to", "they are committed to"
        is_state = token.tag == "JJ" or token.dep in {"acomp", "oprd"} or clauses.child(trigger, "auxpass") is not None
        if is_state != (rule.kind == "adjective") or token.dep == "amod":
            return False
    if rule.kind in {"verb", "signing"}:
        if not token.tag.startswith("VB") or (token.lemma == "undertake" and token.tag == "VBG"):
            return False
        is_bare_participle = token.tag == "VBN" and token.dep == "acl" and clauses.child(trigger, "auxpass") is None
        if rule.kind == "signing":
            return True
        asks = any(clauses.lower(child) in WH_WORDS for child in clauses.children.get(trigger, ()))
        asks = asks or any(clauses.lower(i) in {"what", "whether"} for i in range(trigger - ASKING, trigger))
        return not is_bare_participle and (not asks or token.dep == "relcl")
    if rule.kind in {"noun", "ceremony"}:
        return token.tag.startswith("NN") and token.pos == "NOUN"
    return rule.kind != "announcement" or token.tag in {"VBD", "VBN", "VBZ"}


def contents_of(rule: Rule, clauses: Clauses, trigger: int) -> Iterator[Range]:
    """The words of each promise that the trigger introduces."""
    if rule.kind == "signing":
        yield from documents_of(clauses, trigger)
        return
    if rule.kind == "ceremony":
        yield from _signed_at(clauses, trigger)
        return
    if rule.kind == "noun":
        for content in _complements(rule, clauses, trigger):
            yield _before_its_verb(clauses, trigger, content)
        return
    if rule.kind == "future":
        yield from _future(clauses, trigger)
        return
    if rule.kind == "announcement":
        yield from _measures(clauses, trigger)
        return
    yield from _complements(rule, clauses, trigger)


def _before_its_verb(clauses: Clauses, noun: int, content: Range) -> Range:
    """The content without the verb whose subject the noun is: "its promise to disarm | was welcomed"."""
    verb = clauses[noun].head
    if clauses[noun].dep not in {"nsubj", "nsubjpass"} or not content[0] < verb < content[1]:
        return content
    end = min([verb, *(c for c in clauses.children.get(verb, ()) if clauses[c].dep in {"aux", "auxpass"} and c > noun)])
    return content[0], max(trimmed(clauses, content[0], end), content[0] + 1)


def _complements(rule: Rule, clauses: Clauses, trigger: int) -> Iterator[Range]:
    """What follows the word of promising: its infinitive, clause, object, or what its preposition governs."""
    for index in range(trigger + 1, min(trigger + 1 + COMPLEMENT_WINDOW, clauses.sentence.last)):
        token = clauses[index]
        if "to" in rule.takes and token.lower == "to" and _is_infinitive(clauses, index, trigger):
            yield from _infinitives(clauses, index)
            return
        if token.lower in WH_WORDS:
            return
        if "to-ing" in rule.takes and token.lower in {"to", "on"} and _word_tag(clauses, index + 1) == "VBG":
            yield _to_end(clauses, index + 1)
            return
        if "of-ing" in rule.takes and token.lower == "of" and _word_tag(clauses, index + 1) == "VBG":
            yield _to_end(clauses, index + 1)
            return
        if "of" in rule.takes and token.lower == "of" and index == trigger + 1 and clauses[trigger].lemma in OF_THINGS:
            if _word_tag(clauses, index + 1) in NOUNLIKE and not _names_maker(clauses, index):
                yield _to_end(clauses, index + 1)
            return
        if "on-ing" in rule.takes and token.lower in {"on", "about", "over"} and _word_tag(clauses, index + 1) == "VBG":
            yield _to_end(clauses, index + 1)
            return
        if "that" in rule.takes and token.lower == "that" and token.tag == "IN":
            if rule.kind == "noun" and index > trigger + 2:
                return
            yield _to_end(clauses, index + 1, of_clause=True)
            return
        if rule.kind == "noun" and token.lower == "on" and not _is_reached(clauses, trigger):
            return
        if "on" in rule.takes and token.lower in {"on", "upon"} and not is_time(clauses, index):
            if _word_tag(clauses, index + 1) not in {"IN", "", "WP", "WRB", ",", "."}:
                yield _to_end(clauses, index + 1)
            return
        if "to-noun" in rule.takes and token.lower == "to" and _word_tag(clauses, index + 1) in NOUNLIKE:
            yield _to_end(clauses, index + 1)
            return
        if "object" in rule.takes and clauses[index].head == trigger and token.dep == "dobj" and token.pos == "NOUN":
            first = noun_phrase(clauses, index)[0]
            if rule.nouns and token.lemma not in rule.nouns:
                return
            if not is_time(clauses, first - 1) and not _is_infinitive_ahead(clauses, index, trigger):
                yield _to_end(clauses, first)
                return
        if token.text in {";", ":", "."} or (token.pos == "VERB" and token.tag in {"VBD", "VBZ", "VBP"}):
            return


def _is_reached(clauses: Clauses, noun: int) -> bool:
    """Whether the agreement is told to have been reached ("came to an understanding on gas"), not only spoken of."""
    verb, depends = clauses[noun].head, clauses[noun].dep
    if depends == "pobj":
        verb = clauses[verb].head
    if clauses[verb].tag == "VBG" or depends not in {"dobj", "nsubjpass", "pobj"}:
        return False
    return clauses[verb].lemma in table().words["reaches"]


def _names_maker(clauses: Clauses, of: int) -> bool:
    """Whether "of" leads to whoever promises ("the pledge of the Danish cabinet"), not to what is promised."""
    first, last = clauses.subtree(of)
    return bool(within(clauses.mentions.parties, clauses[first].start, clauses[last - 1].end))


def _word_tag(clauses: Clauses, index: int) -> str:
    word = next_word(clauses, index)
    return clauses[word].tag if word in clauses else ""


def _is_infinitive(clauses: Clauses, to: int, trigger: int) -> bool:
    """Whether "to" opens what was promised, and not a purpose ("agreed on a fund to help …")."""
    verb = next_word(clauses, to + 1)
    if verb not in clauses or clauses[verb].tag not in {"VB", "VBP"} or verb - to > 3:
        return False
    if clauses.lower(to - 1) in WH_WORDS:
        return False
    between = [index for index in range(trigger + 1, to) if not _is_in_time(clauses, index)]
    if all(clauses[i].pos in {"ADV", "PART", "PUNCT"} or clauses.lower(i) in {"in", "principle"} for i in between):
        return True
    if clauses[trigger].dep in {"nsubjpass", "nsubj"} and clauses[trigger].tag.startswith("NN"):
        return clauses[trigger].head in {to - 1, clauses[verb].head}  # "agreement was reached (by all) to …"
    if clauses.lower(trigger + 1) == "with" or any(clauses.lower(i) == "with" for i in between):
        return clauses[verb].head == trigger  # "agreed with Oslo to …"
    return clauses[verb].head == trigger and clauses[verb].dep not in {"advcl", "relcl"}


def _is_in_time(clauses: Clauses, index: int) -> bool:
    """Whether the word belongs to a time expression, or is the preposition before one."""
    return any(
        time.span.start <= clauses[word].start < time.span.end
        for word in (index, index + 1)
        if word in clauses and (word == index or clauses[index].pos == "ADP")
        for time in within(clauses.mentions.times, clauses.sentence.span.start, clauses.sentence.span.end)
    )


def _is_infinitive_ahead(clauses: Clauses, index: int, trigger: int) -> bool:
    return any(
        clauses.lower(i) == "to" and _is_infinitive(clauses, i, trigger) and clauses[clauses[i].head].head == trigger
        for i in range(index + 1, min(trigger + COMPLEMENT_WINDOW, clauses.sentence.last))
    )


def _infinitives(clauses: Clauses, to: int) -> Iterator[Range]:
    """The promise after "to", and each further one after "and to"."""
    while True:
        first = to if clauses.lower(to - 1) in {"not", "never"} else to + 1
        if clauses[first].text in QUOTES:
            first += 1
        content = _to_end(clauses, first - 1 if first == to else first)
        yield content
        index = content[1]
        while index in clauses and clauses.lower(index) in LIST_MARKS:
            index += 1
        verb = next_word(clauses, index + 1)
        if clauses.lower(index) != "to" or index == content[1] or clauses[verb].tag not in {"VB", "VBP"}:
            return
        to = index


def _to_end(clauses: Clauses, start: int, *, of_clause: bool = False) -> Range:
    return start, max(content_end(clauses, start, of_clause=of_clause), start + 1)


def is_time(clauses: Clauses, preposition: int) -> bool:
    """Whether a time expression follows ("agreed on Thursday")."""
    if preposition + 1 not in clauses:
        return True
    start = clauses[preposition + 1].start
    return any(time.span.start <= start < time.span.end for time in clauses.mentions.times) or clauses.lower(
        preposition + 1
    ) in {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}


def _future(clauses: Clauses, modal: int) -> Iterator[Range]:
    verb = clauses[modal].head
    if clauses[modal].tag != "MD" or verb not in clauses or verb <= modal or verb - modal > 4:
        return
    if clauses[verb].dep in {"relcl", "acl"} or is_subordinate(clauses, verb):
        return
    if any(clauses.lower(child) in WH_WORDS for child in clauses.children.get(verb, ()) if child < modal):
        return
    if _is_opinion(clauses, verb) or _asks_who(clauses, verb):
        return
    thing = thing_to_be_done(clauses, verb)
    if thing is not None:
        yield _to_end(clauses, clauses.subtree(thing)[0], of_clause=True)
        return
    start = modal + 1
    while start < verb and (
        clauses.lower(start) in {"also", "both", "then", "therefore", "now"} or _is_be(clauses, start)
    ):
        start += 1
    yield _to_end(clauses, start)


def thing_to_be_done(clauses: Clauses, verb: int) -> int | None:
    """The subject of what an official says "will be sent", "would resume": a thing, so that the speaker promises it."""
    token = clauses[verb]
    if token.dep != "ccomp" or clauses[token.head].lemma not in SAYING | table().words["says"]:
        return None
    is_passive = clauses.child(verb, "auxpass") is not None and clauses.child(verb, "agent") is None
    if not is_passive and token.lemma not in table().words["goes_on"]:
        return None
    subject = clauses.child(verb, "nsubjpass" if is_passive else "nsubj")
    if subject is None or clauses[subject].pos not in {"NOUN", "PROPN"}:
        return None
    at = clauses[subject].start
    named = within(clauses.mentions.parties, at - NAME_REACH, clauses[subject].end + NAME_REACH)
    is_party = any(party.span.start <= at < party.span.end for party in named)
    if clauses.child(verb, "xcomp") is not None or _is_hoped(clauses, verb):
        return None
    is_meeting = is_passive and clauses[subject].lemma in table().words["meetings"] | ROUNDS
    return None if is_party or is_meeting or clauses[subject].lemma in table().words["happens"] else subject


def _is_hoped(clauses: Clauses, verb: int) -> bool:
    """Whether the sentence has spoken of hopes before it comes to the verb ("the hope is that talks will start")."""
    return any(clauses[i].lemma in {"hope", "wish", "expect"} for i in range(clauses.sentence.first, verb))


def _measures(clauses: Clauses, verb: int) -> Iterator[Range]:
    """What is announced, where it is money or a measure ("announced 20 million dollars for …")."""
    announced = clauses.child(verb, "dobj")
    if announced is None:
        return
    first, _ = noun_phrase(clauses, announced)
    words = {clauses[index].lemma for index in range(first, announced + 1)}
    if words & table().words["money"] or clauses[announced].lemma in table().words["measures"]:
        yield _to_end(clauses, first)


def _is_be(clauses: Clauses, index: int) -> bool:
    """The "be" of "will be donating"; that of "will be donated" says that others do it."""
    return clauses.lower(index) == "be" and clauses[index].dep == "aux"


def _is_opinion(clauses: Clauses, verb: int) -> bool:
    """Whether the clause is what somebody thinks, fears or finds likely ("it seems unlikely that Oslo would …")."""
    token = clauses[verb]
    if token.dep not in {"ccomp", "acl", "csubj", "pcomp"}:
        return False
    return clauses[token.head].lemma in table().words["opinions"]


def _asks_who(clauses: Clauses, verb: int) -> bool:
    """ "did not say which country would …"."""
    subject = clauses.child(verb, "nsubj", "nsubjpass")
    if subject is None:
        return False
    first, last = clauses.subtree(subject)
    return any(clauses[index].tag in {"WDT", "WP"} for index in range(first, min(last, subject + 1)))


def documents_of(clauses: Clauses, verb: int) -> Iterator[Range]:
    """The documents that the verb signs, each with its subject."""
    for child in clauses.children.get(verb, ()):
        if clauses[child].dep not in {"dobj", "nsubjpass"}:
            continue
        head = _counted(clauses, child)
        for document in (head, *_joined(clauses, child), *_joined(clauses, head)):
            yield from _document(clauses, verb, document, is_passive=clauses[child].dep == "nsubjpass")
    token = clauses[verb]
    if token.tag == "VBN" and token.dep == "acl" and clauses.lower(token.head) in table().words["documents"]:
        yield from _document(clauses, verb, token.head, is_passive=False)


def signed_at(clauses: Clauses, noun: int) -> Iterator[int]:
    """The documents of "the signing of …": the noun after "of" and those joined to it."""
    for child in clauses.children.get(noun, ()):
        if clauses.lower(child) == "of" and clauses[child].dep == "prep":
            signed = clauses.child(child, "pobj")
            if signed is not None:
                head = _counted(clauses, signed)
                yield from dict.fromkeys((head, *_joined(clauses, signed), *_joined(clauses, head)))


def _signed_at(clauses: Clauses, noun: int) -> Iterator[Range]:
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
    if document < verb < last:
        last = verb
        while clauses[last - 1].text == "," or clauses[last - 1].pos in {"AUX", "ADV"}:
            last -= 1
    if is_passive and clauses.lower(verb + 1) in {"on", "to"} and clauses.lower(verb + 2) != "behalf":
        last = last if is_time(clauses, verb + 1) else content_end(clauses, verb)
    is_named = any(_says_which(clauses, index) for index in range(first, last) if index != document)
    if not is_named and clauses.lower(last) in SUBJECT_PREPOSITIONS and not is_time(clauses, last):
        last, is_named = content_end(clauses, first), True  # the parse gave "on fisheries" to "signed"
    if is_named:
        yield from _split_documents(clauses, first, last)
    else:
        yield from _listed(clauses, max(document, verb) + 1, document)


def _split_documents(clauses: Clauses, first: int, last: int) -> Iterator[Range]:
    """The documents that the parse took for one phrase: "a memorandum on gas, an agreement on tin"."""
    start = first
    for index in range(first + 1, last - 1):
        if clauses[index].text not in {",", ";"} and clauses.lower(index) != "and":
            continue
        begin = index + 2 if clauses.lower(index + 1) == "and" else index + 1
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
            first = max(first, start)
            last = max(index + 1, min(last, _next_document(clauses, index)))
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
    return clauses[index].pos in {"NOUN", "PROPN", "ADJ"} and clauses.lower(index) not in table().words["mere"]


def is_international(clauses: Clauses, document: Range) -> bool:
    """Whether a document that one party alone is told to have signed is still one between parties."""
    return any(clauses.lower(index) in table().words["international"] for index in range(*document))


def _joined(clauses: Clauses, noun: int) -> Iterator[int]:
    """The nouns joined to this one by "and" or commas."""
    for child in clauses.children.get(noun, ()):
        if clauses[child].dep == "conj":
            yield child
            yield from _joined(clauses, child)
