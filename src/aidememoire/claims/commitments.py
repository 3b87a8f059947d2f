"""Mentions → proposals of commitments: what parties agreed, pledged, or declared they intend to do.

The ways of promising are rows of ``data/commitments.toml``; this module finds their triggers, asks whether the promise
is made at all, cuts out its content and says whose it is.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from aidememoire.claims.checks import why_withheld
from aidememoire.claims.clauses import (
    QUOTES,
    Clauses,
    Range,
    content_end,
    is_heading,
    is_progressive,
    is_subordinate,
    modal_of,
    next_word,
    noun_phrase,
    readable_sentences,
    subject_of,
)
from aidememoire.claims.makers import Makers, makers_of, meeting_of, within
from aidememoire.claims.topics import topic_of
from aidememoire.knowledge import Knowledge
from aidememoire.model import (
    ClaimKind,
    CommitmentValues,
    Mentions,
    Proposal,
    Refusal,
    Span,
    Strength,
    When,
)

# "agreed on Thursday in principle to lift": how far from its trigger the complement may begin.
COMPLEMENT_WINDOW = 9
WH_WORDS = frozenset({"whether", "how", "when", "where", "why", "what", "who", "which", "until", "before"})
MADE_DEPS = frozenset({"dobj", "nsubjpass", "attr", "nsubj", "conj", "pobj", "oprd", "ROOT"})
SMALL_TALK = 5  # words in which a pronoun for the object leaves nothing to check
LOOK_BACK = 200  # promises among which a repeated one is sought; more would cost their square
SAME_WORDS = 0.75  # "withdraw its troops by May" and "withdraw its troops" are one promise
WITH_OTHERS = frozenset({"agree", "decide", "sign"})
OCCASION_SUBJECTS = frozenset({"i", "summit", "meeting", "conference", "session", "all", "both"})
ASKING = 3  # "what Oslo decides to do": how far before the verb its question word may stand
UNSURE = frozenset({"likely", "probably", "perhaps", "maybe", "possibly", "presumably"})
PASSED_OVER = frozenset({"also", "both", "then", "therefore", "now"})
LIST_MARKS = frozenset({",", ";", ":", "and", "or", "also"})
NOUNLIKE = frozenset({"DT", "NN", "NNS", "JJ", "PRP$", "CD", "NNP"})
MINIMUM_CONTENT = 2  # "agreed to talk" has one word: nothing that could be checked
PAST_PREPOSITIONS = frozenset({"since", "of", "after"})  # a date after these is no deadline


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of promising: a row of ``data/commitments.toml``."""

    id: str
    kind: str  # verb | noun | adjective | signing | future
    lemmas: tuple[str, ...]
    takes: tuple[str, ...]
    strength: Strength
    single: Strength | None  # when one party alone does it
    joint: Strength | None  # when several do it together
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


def propose_commitments(
    mentions: Mentions, knowledge: Knowledge, meetings: tuple[Proposal, ...]
) -> Iterator[Proposal | Refusal]:
    """Commitments and what was refused as one, in order of position."""
    proposals: list[Proposal] = []
    for found in _found(mentions, meetings):
        if isinstance(found, Refusal):
            yield found
        elif (again := _told_before(found, proposals)) is not None:
            proposals[again] = replace(proposals[again], evidence=(*proposals[again].evidence, *found.evidence))
        else:
            proposals.append(found)
    yield from proposals


def _told_before(proposal: Proposal, earlier: list[Proposal]) -> int | None:
    """The position of an earlier proposal that promises the same: a report tells it in its head and again below."""
    assert isinstance(proposal.values, CommitmentValues)
    words = set(proposal.values.content.lower().split())
    for index in range(max(0, len(earlier) - LOOK_BACK), len(earlier)):
        other = earlier[index]
        assert isinstance(other.values, CommitmentValues)
        if not set(other.values.made_by) & set(proposal.values.made_by):
            continue
        others = set(other.values.content.lower().split())
        if len(words & others) >= SAME_WORDS * min(len(words), len(others)) and min(len(words), len(others)) >= 3:
            return index
    return None


def _found(mentions: Mentions, meetings: tuple[Proposal, ...]) -> Iterator[Proposal | Refusal]:
    by_lemma = table().by_lemma
    taken: list[Span] = []
    for sentence in readable_sentences(mentions):
        hits = [t for t in mentions.tokens_of(sentence) if t.lemma in by_lemma or t.lower in by_lemma]
        if not hits:
            continue
        clauses = Clauses(mentions, sentence)
        for token in hits:
            for rule in by_lemma.get(token.lemma) or by_lemma[token.lower]:
                for found in _try(rule, clauses, token.index, meetings):
                    if isinstance(found, Refusal):
                        yield found
                    elif not any(found.spans[0][1][0].overlaps(span) for span in taken):
                        taken.extend(dict(found.spans)["content"])
                        yield found


def _try(rule: Rule, clauses: Clauses, trigger: int, meetings: tuple[Proposal, ...]) -> Iterator[Proposal | Refusal]:
    if not _is_trigger(rule, clauses, trigger):
        return
    contents = list(_contents(rule, clauses, trigger))
    if not contents:
        return
    span = clauses.span((trigger, trigger + 1))
    why = _why_refused(rule, clauses, trigger)
    if why:
        yield Refusal(ClaimKind.COMMITMENT.value, span, why, f"commitments.{rule.id}")
        return
    makers = _makers(rule, clauses, trigger, meetings)
    if makers is None or not makers.codes:
        return
    if rule.kind == "signing" and len(makers.codes) < 2:
        contents = [content for content in contents if _is_international(clauses, content)]
    for content in contents:
        why = _why_no_promise(rule, clauses, content, is_joint=len(makers.codes) > 1)
        if why:
            yield Refusal(ClaimKind.COMMITMENT.value, clauses.span(content), why, f"commitments.{rule.id}")
        else:
            yield _proposal(rule, clauses, trigger, content, makers, meetings)


def _is_trigger(rule: Rule, clauses: Clauses, trigger: int) -> bool:
    """Whether the word is of the rule's kind here: "plans" as a verb, "agreed" not as "the terms agreed in Oslo"."""
    token = clauses[trigger]
    if rule.kind in {"verb", "signing"}:
        if not token.tag.startswith("VB"):
            return False
        is_bare_participle = token.tag == "VBN" and token.dep == "acl" and clauses.child(trigger, "auxpass") is None
        if rule.kind == "signing":
            return True
        asks = any(clauses.lower(child) in WH_WORDS for child in clauses.children.get(trigger, ()))
        asks = asks or any(clauses.lower(i) in {"what", "whether"} for i in range(trigger - ASKING, trigger))
        return not is_bare_participle and (not asks or token.dep == "relcl")
    if rule.kind == "noun":
        return token.tag.startswith("NN") and token.pos == "NOUN"
    return rule.kind != "announcement" or token.tag in {"VBD", "VBN", "VBZ"}


# What was promised


def _contents(rule: Rule, clauses: Clauses, trigger: int) -> Iterator[Range]:
    if rule.kind == "signing":
        yield from _documents(clauses, trigger)
        return
    if rule.kind == "future":
        yield from _future(clauses, trigger)
        return
    if rule.kind == "announcement":
        yield from _measures(clauses, trigger)
        return
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
        if "on-ing" in rule.takes and token.lower in {"on", "about", "over"} and _word_tag(clauses, index + 1) == "VBG":
            yield _to_end(clauses, index + 1)
            return
        if "that" in rule.takes and token.lower == "that" and token.tag == "IN":
            if rule.kind == "noun" and index > trigger + 2:
                return
            yield _to_end(clauses, index + 1, of_clause=True)
            return
        if "on" in rule.takes and token.lower in {"on", "upon"} and not _is_time(clauses, index):
            if _word_tag(clauses, index + 1) not in {"IN", "", "WP", "WRB", ",", "."}:
                yield _to_end(clauses, index + 1)
            return
        if "to-noun" in rule.takes and token.lower == "to" and _word_tag(clauses, index + 1) in NOUNLIKE:
            yield _to_end(clauses, index + 1)
            return
        if "object" in rule.takes and clauses[index].head == trigger and token.dep == "dobj" and token.pos == "NOUN":
            first = noun_phrase(clauses, index)[0]
            if not _is_time(clauses, first - 1) and not _is_infinitive_ahead(clauses, index, trigger):
                yield _to_end(clauses, first)
                return
        if token.text in {";", ":", "."} or (token.pos == "VERB" and token.tag in {"VBD", "VBZ", "VBP"}):
            return


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
        if clauses.lower(index) != "to" or index == content[1] or not _is_infinitive(clauses, index, to):
            return
        to = index


def _to_end(clauses: Clauses, start: int, *, of_clause: bool = False) -> Range:
    return start, max(content_end(clauses, start, of_clause=of_clause), start + 1)


def _is_time(clauses: Clauses, preposition: int) -> bool:
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
    start = modal + 1
    while start < verb and (
        clauses.lower(start) in {"also", "both", "then", "therefore", "now"} or _is_be(clauses, start)
    ):
        start += 1
    yield _to_end(clauses, start)


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


def _documents(clauses: Clauses, verb: int) -> Iterator[Range]:
    """The documents that the verb signs, each with its subject."""
    for child in clauses.children.get(verb, ()):
        if clauses[child].dep not in {"dobj", "nsubjpass"}:
            continue
        for document in (child, *_joined(clauses, child)):
            yield from _document(clauses, verb, document, is_passive=clauses[child].dep == "nsubjpass")
    token = clauses[verb]
    if token.tag == "VBN" and token.dep == "acl" and clauses.lower(token.head) in table().words["documents"]:
        yield from _document(clauses, verb, token.head, is_passive=False)


def _document(clauses: Clauses, verb: int, document: int, *, is_passive: bool) -> Iterator[Range]:
    if clauses.lower(document) not in table().words["documents"]:
        return
    first, last = noun_phrase(clauses, document)
    last = min(content_end(clauses, first), last)
    if document < verb < last:
        last = verb
        while clauses[last - 1].text == "," or clauses[last - 1].pos in {"AUX", "ADV"}:
            last -= 1
    if is_passive and clauses.lower(verb + 1) in {"on", "to"} and clauses.lower(verb + 2) != "behalf":
        last = last if _is_time(clauses, verb + 1) else content_end(clauses, verb)
    if any(_says_which(clauses, index) for index in range(first, last) if index != document):
        yield first, last
    else:
        yield from _listed(clauses, max(document, verb) + 1, document)


def _listed(clauses: Clauses, start: int, head: int) -> Iterator[Range]:
    """The documents listed after "the following documents were signed": each noun phrase headed by one."""
    if clauses.lower(head) not in {"documents", "agreements", "memorandums", "protocols"}:
        return
    index = start
    while index in clauses:
        if clauses.lower(index) in table().words["documents"] and clauses[index].dep != "compound":
            first, last = noun_phrase(clauses, index)
            first = max(first, start)
            if any(_says_which(clauses, i) for i in range(first, last) if i != index):
                yield first, last
                index = last
        index += 1


def _says_which(clauses: Clauses, index: int) -> bool:
    """Whether the word tells one document from another: a noun or adjective that isn't a mere count or order."""
    return clauses[index].pos in {"NOUN", "PROPN", "ADJ"} and clauses.lower(index) not in table().words["mere"]


def _is_international(clauses: Clauses, document: Range) -> bool:
    """Whether a document that one party alone is told to have signed is still one between parties."""
    return any(clauses.lower(index) in table().words["international"] for index in range(*document))


def _joined(clauses: Clauses, noun: int) -> Iterator[int]:
    """The nouns joined to this one by "and" or commas."""
    for child in clauses.children.get(noun, ()):
        if clauses[child].dep == "conj":
            yield child
            yield from _joined(clauses, child)


# Whether it was promised


def _why_refused(rule: Rule, clauses: Clauses, trigger: int) -> str | None:
    if is_heading(clauses):
        return "heading"
    if rule.kind == "noun" and not _is_made(clauses, trigger):
        return "not made"
    if rule.kind in {"verb", "signing"} and _is_attribute(clauses, trigger):
        return "not made"
    mentions, sentence = clauses.mentions, clauses.sentence
    verb = _governing_verb(clauses, trigger) if rule.kind in {"noun", "adjective"} else trigger
    if rule.kind == "future":
        verb = clauses[trigger].head
    passing = {"generic"}
    if rule.kind == "future":
        if clauses.lower(trigger) not in {"would", "'d"}:
            passing.add("hypothetical")
        if _is_forgone(clauses, verb):
            passing.add("denied")
        if {clauses.lower(i) for i in range(trigger, verb)} & UNSURE:
            return "hypothetical"
    if rule.kind == "noun" and clauses[verb].lemma in table().words["fulfils"]:
        passing |= {"denied", "wish", "hypothetical"}  # "did not live up to its pledge to …": pledged it was
    for index in {trigger, verb}:
        why = why_withheld(mentions, sentence, clauses.span((index, index + 1)))
        if why and why not in passing:
            return why
    if "denied" in passing and rule.kind == "noun":
        return None
    if rule.kind != "future":
        modal = modal_of(clauses, verb)
        if modal in {"will", "shall", "wo"}:
            return "hypothetical"
        if modal == "to":
            return "wish"
        if modal in {"would", "could", "might", "may", "can", "should", "must"}:
            return "hypothetical"
        if rule.kind != "noun" and clauses[verb].tag == "VB":
            return "wish"
    return None


def _is_forgone(clauses: Clauses, verb: int) -> bool:
    """Whether what will not be done is a deed that one may forgo: "will not send troops", not "will not be easy"."""
    return clauses[verb].lemma in table().words["forgone"]


def _is_attribute(clauses: Clauses, verb: int) -> bool:
    """ "an agreed surcharge", "on the verge of agreeing a text"."""
    token = clauses[verb]
    if token.dep in {"amod", "compound"}:
        return True
    return token.tag == "VBG" and not is_progressive(clauses, verb) and token.dep in {"pcomp", "pobj", "dobj", "xcomp"}


def _is_made(clauses: Clauses, noun: int) -> bool:
    """Whether the promise that the noun names is made: it is somebody's, or a verb of making governs it."""
    if clauses.child(noun, "poss") is not None:
        return True
    if clauses[noun].pos == "PROPN":
        return False
    verb = _governing_verb(clauses, noun)
    if clauses[verb].tag == "VBG" and not is_progressive(clauses, verb) and clauses[verb].dep in {"pcomp", "pobj"}:
        return False
    if clauses.lower(clauses[noun].head) == "without":
        return False
    owner = clauses.child(noun, "prep")
    if owner is not None and clauses.lower(owner) in {"between", "of"} and _names_parties(clauses, owner):
        return True
    return clauses[verb].lemma in table().words["makes"] | table().words["fulfils"] and clauses[noun].dep in MADE_DEPS


def _names_parties(clauses: Clauses, preposition: int) -> bool:
    first, last = clauses.subtree(preposition)
    return bool(within(clauses.mentions.parties, clauses[first].start, clauses[last - 1].end))


def _governing_verb(clauses: Clauses, index: int) -> int:
    for _ in range(3):
        head = clauses[index].head
        if head == index or head not in clauses:
            return index
        index = head
        if clauses[index].pos in {"VERB", "AUX"}:
            return index
    return index


def _why_no_promise(rule: Rule, clauses: Clauses, content: Range, *, is_joint: bool = False) -> str | None:
    words = table().words
    first = next_word(clauses, content[0])
    if content[1] - content[0] < MINIMUM_CONTENT or first not in clauses or clauses.lower(first) in {"unless", "if"}:
        return "nothing to check"
    first = _past_continue(clauses, first)
    lemma = clauses[first].lemma
    if rule.kind == "signing":
        modifiers = {clauses.lower(i) for i in range(*content)}
        return "domestic" if modifiers & words["domestic_documents"] else None
    is_occasion = lemma in words["occasions"] or _is_occasion(clauses, first)
    if clauses[first].pos in {"VERB", "AUX"} and is_occasion and clauses[content[0]].lemma != "continue":
        return "a meeting"
    if rule.kind == "future" and (lemma not in words["checkable"] | words["forgone"] or _steps_aside(clauses, first)):
        return "stance"
    if (
        lemma in words["vague"]
        and not is_joint
        and rule.strength is not Strength.AGREED
        and rule.id not in {"pledge", "commit"}
    ):
        return "stance"
    if rule.kind in {"future", "adjective"} and _is_small_talk(clauses, content):
        return "nothing to check"
    if rule.kind == "future":
        return None
    if clauses[first].pos == "AUX" or lemma == "be":
        return "stance"
    if rule.kind == "verb" and rule.id == "agree" and clauses.lower(content[0] - 1) in {"on", "upon", "that", "to"}:
        return _why_only_view(clauses, content)
    return None


def _steps_aside(clauses: Clauses, verb: int) -> bool:
    """ "step down": of "step" only "step up" is a promise."""
    return clauses[verb].lemma == "step" and clauses.lower(verb + 1) != "up"


def _past_continue(clauses: Clauses, verb: int) -> int:
    """The verb itself, or what is to be continued: "send" in "continue to send", "sending" in "continue sending"."""
    if clauses[verb].lemma != "continue":
        return verb
    following = next_word(clauses, verb + 1)
    if clauses.lower(following) == "to":
        following = next_word(clauses, following + 1)
    is_verb = clauses[following].tag in {"VB", "VBG"} and following in clauses
    return following if is_verb and clauses[following].lemma not in table().words["vague"] else verb


def _is_small_talk(clauses: Clauses, content: Range) -> bool:
    """ "We will do it later", "I am ready to hear you": first person and a bare pronoun for an object."""
    words = [clauses.lower(index) for index in range(*content)]
    return len(words) <= SMALL_TALK and bool({"it", "this", "that", "you", "them", "him", "me"} & set(words))


def _is_occasion(clauses: Clauses, verb: int) -> bool:
    """ "hold talks", "host a summit": a planned meeting."""
    if clauses[verb].lemma not in {"hold", "host", "convene", "have", "conduct", "exchange", "pay"}:
        return False
    held = clauses.child(verb, "dobj")
    return held is not None and clauses[held].lemma in table().words["meetings"]


def _why_only_view(clauses: Clauses, content: Range) -> str | None:
    """ "agreed on the importance of …", "agreed that relations are good": a view."""
    if clauses.lower(content[0] - 1) == "that":
        modals = {"will", "would", "should", "shall"}
        inside = [i for i in range(*content) if clauses.lower(i) in modals]
        if not inside:
            return "stance"
        verb = clauses[inside[0]].head
        is_state = clauses[verb].lemma == "have" or (
            clauses[verb].lemma == "be" and clauses.child(verb, "acomp", "attr") is not None
        )
        return "stance" if is_state else None
    if clauses[next_word(clauses, content[0])].tag in {"VB", "VBG"}:
        return None
    near = [clauses[i].lemma for i in range(content[0], min(content[1], content[0] + 4))]
    return "stance" if table().words["views"] & set(near) else None


# Whose it is


def _makers(rule: Rule, clauses: Clauses, trigger: int, meetings: tuple[Proposal, ...]) -> Makers | None:
    if rule.kind == "signing":
        return _signers(clauses, trigger, meetings)
    verb = trigger
    if rule.kind == "future":
        verb = clauses[trigger].head
    if rule.kind == "noun":
        owner = clauses.child(trigger, "poss")
        if owner is not None:
            makers = makers_of(clauses, owner, meetings)
            if makers is not None or clauses[owner].tag != "PRP$":
                return makers
        between = clauses.child(trigger, "prep")
        if between is not None and clauses.lower(between) in {"between", "of"} and _names_parties(clauses, between):
            return makers_of(clauses, clauses.child(between, "pobj"), meetings)
        verb = _governing_verb(clauses, trigger)
        if clauses[trigger].dep == "nsubjpass":
            agent = clauses.child(verb, "agent")
            by = clauses.child(agent, "pobj") if agent is not None else None
            if by is not None:
                return makers_of(clauses, by, meetings, is_joint=True)
            return makers_of(clauses, None, meetings, is_joint=True)
    elif rule.kind == "adjective":
        verb = clauses[trigger].head if clauses[trigger].dep in {"acomp", "conj"} else trigger
    subject = subject_of(clauses, verb)
    if subject is not None and rule.strength is not Strength.AGREED and clauses.lower(subject) in OCCASION_SUBJECTS:
        return None
    if subject is None and clauses[verb].tag == "VBN":
        subject = clauses.child(verb, "agent")
    is_joint = rule.strength is Strength.AGREED
    if subject is None and not is_joint:
        return None
    makers = makers_of(clauses, subject, meetings, is_joint=is_joint)
    return _with_others(clauses, trigger, makers) if rule.id in WITH_OTHERS and makers is not None else makers


def _with_others(clauses: Clauses, verb: int, makers: Makers) -> Makers:
    """The makers and those with whom they did it ("agreed with Oslo to …", "signed with Riga")."""
    for child in clauses.children.get(verb, ()):
        if clauses[child].dep != "prep" or clauses.lower(child) not in {"with", "together"}:
            continue
        partner = clauses.child(child, "pobj")
        others = makers_of(clauses, partner, ()) if partner is not None else None
        if others is not None:
            codes = tuple(sorted({*makers.codes, *others.codes}))
            return Makers(codes, tuple(sorted({*makers.spans, *others.spans})), makers.inferred)
    return makers


def _signers(clauses: Clauses, verb: int, meetings: tuple[Proposal, ...]) -> Makers | None:
    named = _parties_of_document(clauses, verb)
    if named is not None:
        return named
    if clauses.child(verb, "nsubjpass") is None:
        makers = makers_of(clauses, subject_of(clauses, verb), meetings, is_joint=True)
        makers = _with_others(clauses, verb, makers) if makers is not None else None
    else:
        agent = clauses.child(verb, "agent")
        signer = clauses.child(agent, "pobj") if agent is not None else None
        makers = makers_of(clauses, signer, meetings, is_joint=True)
    if makers is not None and len(makers.codes) == 1:
        joint = makers_of(clauses, None, meetings, is_joint=True)
        if joint is not None and set(makers.codes) < set(joint.codes):
            return joint
    return makers


def _parties_of_document(clauses: Clauses, verb: int) -> Makers | None:
    """The parties in the document's own name: "the Agreement between Malta and Libya on …"."""
    for first, last in _documents(clauses, verb):
        named = {p.code: p.span for p in within(clauses.mentions.parties, clauses[first].start, clauses[last - 1].end)}
        if len(named) == 2 and "between" in {clauses.lower(index) for index in range(first, last)}:
            return Makers(tuple(sorted(named)), tuple(sorted(named.values())), None)
    return None


# The proposal


def _proposal(
    rule: Rule, clauses: Clauses, trigger: int, content: Range, makers: Makers, meetings: tuple[Proposal, ...]
) -> Proposal:
    mentions = clauses.mentions
    span = clauses.span(content)
    due, due_span, due_words = _due(mentions, span)
    meeting = meeting_of(mentions, clauses.sentence, meetings, makers.codes)
    is_readout = mentions.report.side is not None
    if rule.strength is not Strength.AGREED and not is_readout and not _tells_of(meeting, clauses):
        meeting = None  # in news a promise stands beside a meeting oftener than it was made there
    strength = rule.strength
    if len(makers.codes) == 1 and rule.single:
        strength = rule.single
    elif len(makers.codes) > 1 and rule.joint:
        strength = rule.joint
    spans: list[tuple[str, tuple[Span, ...]]] = [("content", (span,))]
    spans.append(("strength", (clauses.span((trigger, trigger + 1)),)))
    inferred: list[tuple[str, str]] = []
    if makers.spans:
        spans.append(("made_by", makers.spans))
    if makers.inferred:
        inferred.append(("made_by", makers.inferred))
    if due_span is not None:
        spans.append(("due", (due_span,)))
    if meeting is not None:
        inferred.append(("made_at", f"The meeting told of nearest: “{mentions.words(meeting.evidence[0])[:80]}”."))
    conditions = _conditions(clauses, content)
    if conditions and rule.kind == "future":
        strength = Strength.INTENDED
    if conditions:
        spans.append(("conditions", conditions))
    values = CommitmentValues(
        content=mentions.words(span),
        made_by=makers.codes,
        strength=strength,
        made_at=meeting.key if meeting is not None else None,
        due=due,
        due_words=due_words,
        topic=topic_of(mentions.words(span)),
        conditions=tuple(mentions.words(condition) for condition in conditions),
    )
    return Proposal(
        key=f"commitment:{span.start}",
        kind=ClaimKind.COMMITMENT,
        values=values,
        evidence=(clauses.sentence.span,),
        spans=tuple(sorted(spans)),
        inferred=tuple(inferred),
        confidence=CONFIDENCE[rule.kind] - (0.1 if makers.inferred else 0.0),
        rule=f"commitments.{rule.id}",
    )


CONFIDENCE = {"verb": 0.8, "noun": 0.75, "adjective": 0.7, "signing": 0.8, "announcement": 0.65, "future": 0.6}


def _tells_of(meeting: Proposal | None, clauses: Clauses) -> bool:
    return meeting is not None and any(clauses.sentence.span.overlaps(span) for span in meeting.evidence)


def _due(mentions: Mentions, content: Span) -> tuple[When | None, Span | None, str | None]:
    """The deadline in the content: a date that isn't past, or the words of a relative or recurring one."""
    words: Span | None = None
    for time in within(mentions.times, content.start, content.end):
        before = mentions.report.text[content.start : time.span.start].split()
        if not before:
            continue
        if time.when is not None and time.type in {"DATE", "TIME"}:
            if before[-1].lower() not in PAST_PREPOSITIONS and not _is_past(mentions, time.when):
                return time.when, time.span, None
        elif time.type == "SET" or before[-1].lower() in {"within", "in"}:
            words = words or time.span
    return None, words, mentions.words(words) if words is not None else None


def _is_past(mentions: Mentions, when: When) -> bool:
    return mentions.on is not None and when.last < mentions.on


def _conditions(clauses: Clauses, content: Range) -> tuple[Span, ...]:
    """The condition in the content, or the if-clause that opens the sentence."""
    for index in range(content[0], content[1]):
        word = clauses.lower(index)
        if word in {"if", "unless", "provided"} or (word == "condition" and clauses.lower(index + 1) == "that"):
            return (clauses.span((index, content[1])),)
    first = clauses.sentence.first
    if clauses.lower(first) in {"if", "unless", "should"}:
        for index in range(first + 1, content[0]):
            if clauses[index].text == ",":
                return (clauses.span((first, index)),)
    return ()
